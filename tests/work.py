"""How much work a call does, counted in lines of the package that it runs: the same on every machine, under any load."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def lines_run(action: Callable[[], object]) -> int:
    """How many lines of the package a call runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if not str(frame.f_globals.get("__name__")).startswith("venezuela_news"):
            return None
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count


def grows_linearly(make: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether four times the input takes at most six times the work: squared, it would take sixteen times."""
    return lines_run(make(4 * size)) <= 6 * lines_run(make(size))
