"""Which strategy draws the values of which class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._problems import Problem
from venezuela_news._story import Story
from venezuela_news.strategies import _broken, _records, _stories, _values

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

__all__ = ["strategy_of"]

_OWN: dict[type, Callable[[], SearchStrategy[Any]]] = {
    Interval: _values.intervals,
    PartialDate: _values.partial_dates,
    Problem: _broken.problems,
    Story: _stories.stories,
}


def strategy_of(cls: type) -> SearchStrategy[Any]:
    """The strategy of a class of the model: what ``st.from_type`` draws it from.

    >>> from hypothesis import find
    >>> from venezuela_news import PartialDate
    >>> find(strategy_of(PartialDate), lambda _: True)
    PartialDate('2000')
    """
    if cls in _OWN:
        return _OWN[cls]()
    record: type[Any] = cls
    return _records.records(record)
