"""The gold corpus that ships with the library: the story and its retellings.

Everything is read when it is asked for, once, and can't be changed.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from venezuela_news._codec import loads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from venezuela_news._story import Story

__all__ = ["story", "texts"]

_DATA = files(__name__) / "data"


@cache
def story() -> Story:
    """The shipped story: the day Venezuela's president cut ties with the United States.

    >>> story().as_of
    PartialDate('2019-01-23')
    """
    return loads((_DATA / "story.json").read_bytes())


@cache
def texts() -> Mapping[str, str]:
    """The retellings of the story, by the id of their source: ``en`` and ``es``.

    >>> sorted(texts())
    ['en', 'es']
    """
    return MappingProxyType({name: (_DATA / "texts" / f"{name}.txt").read_text("utf-8") for name in ("en", "es")})
