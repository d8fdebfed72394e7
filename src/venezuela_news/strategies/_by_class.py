"""Which strategy draws the values of which class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, TypeVar, cast, get_args, get_type_hints

from hypothesis import strategies as st

from venezuela_news._arguments import expect, wrong_argument
from venezuela_news._dates import Interval, PartialDate
from venezuela_news._problems import Problem
from venezuela_news._rules import Items
from venezuela_news._story import Story
from venezuela_news.strategies import _invalid, _records, _stories, _values
from venezuela_news.strategies._builder import records

__all__ = ["field_of", "name_of", "strategy_of", "values_of"]

T = TypeVar("T")

_OWN: Mapping[type, Callable[[], st.SearchStrategy[Any]]] = {
    Interval: _values.intervals,
    PartialDate: _values.partial_dates,
    Problem: _invalid.problems,
    Story: _stories.stories,
}


def strategy_of(cls: type[T]) -> st.SearchStrategy[T]:
    """The strategy of a class of the model: what ``st.from_type`` draws it from.

    Args:
        cls: The class of a record, of a nested value, of a date or of a problem; or ``Story``.

    Raises:
        TypeError: It is none of these.

    >>> from hypothesis import find
    >>> from venezuela_news import PartialDate
    >>> find(strategy_of(PartialDate), lambda _: True)
    PartialDate('2000')
    """
    expect(cls, type, "cls", "a class of the model", "strategy_of(vn.Person)")
    plain = cast("type[Any]", cls)
    if plain in _OWN:
        return _OWN[plain]()
    if not hasattr(plain, "__checked__"):
        raise wrong_argument("cls", plain, "a class of the model", "st.from_type draws any other")
    return records(cls)


def name_of(cls: type) -> str:
    """The name of the public strategy of a class of the model."""
    public = [_OWN[cls]] if cls in _OWN else [getattr(_records, name) for name in _records.__all__]
    return next(it.__name__ for it in public if get_args(get_type_hints(it)["return"])[0] is cls)


def field_of(cls: type, name: str) -> st.SearchStrategy[Any]:
    """The values of a field of a class whose fields have no rules."""
    whole: st.SearchStrategy[Any] = _OWN[cls]()
    return whole.map(attrgetter(name))


def values_of(rule: Any) -> st.SearchStrategy[Any] | None:
    """The values that a rule allows, or ``None`` where it says too little to draw them."""
    return None if isinstance(rule, Items) else _values.values_of_rule(rule)
