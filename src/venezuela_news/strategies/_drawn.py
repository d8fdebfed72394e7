"""Arguments of strategies that are strategies themselves."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from venezuela_news._arguments import wrong_argument
from venezuela_news._problems import show

__all__ = ["Drawn", "expect_strategies"]

T = TypeVar("T")

Drawn: TypeAlias = st.SearchStrategy[T] | None
"""A strategy for an argument, or ``None`` for every legal value."""


def expect_strategies(**arguments: object) -> dict[str, st.SearchStrategy[Any]]:
    """Refuse arguments that are no strategies, and give those that are there.

    Raises:
        TypeError: An argument is something else, such as the value itself.
    """
    given: dict[str, st.SearchStrategy[Any]] = {}
    for name, value in arguments.items():
        if value is None:
            continue
        if not isinstance(value, st.SearchStrategy):
            hint = f"call it: {value.__name__}()" if callable(value) and hasattr(value, "__name__") else ""
            shown = show(value) if isinstance(value, str | int) else "value"
            raise wrong_argument(name, value, "a strategy", hint or f"st.just({shown})")
        given[name] = value
    return given
