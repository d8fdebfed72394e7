"""What the bytes of one story's records pick from: texts, dates, and the other records of the story."""

from __future__ import annotations

from typing import Any, final

from venezuela_news._statements import Position
from venezuela_news._types import Date

__all__ = ["Pools", "Unfinished"]


@final
class Unfinished:
    """A record in the making: its kind, its values so far, and the source that its anchors share, if they do."""

    __slots__ = ("kind", "source", "values")

    def __init__(self, kind: str, *, id: str | None = None, source: int | None = None) -> None:
        self.kind = kind
        self.source = source
        self.values: dict[str, Any] = {} if id is None else {"id": id}


@final
class Pools:
    """The texts, dates and records of one story.

    Args:
        texts: The texts.
        dates: The dates.
        doubtful: Whether there may be things that are legal and give warnings.
    """

    def __init__(self, texts: tuple[str, ...], dates: tuple[Date, ...], *, doubtful: bool) -> None:
        self.texts = texts
        self.dates = dates
        self.doubtful = doubtful
        #: The ids of the records of each kind.
        self.ids: dict[str, list[str]] = {}
        #: Of each source its id, its paragraphs, and whether it shows their digests alone.
        self.sources: list[tuple[str, tuple[str, ...], bool]] = []
        #: By kind and field, the places of records in an order in which they may refer to earlier ones alone.
        self.order: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
        #: The date of each statement and event.
        self.dated: dict[str, Date | None] = {}
        #: Pairs of claims of which the first names the second as its rival.
        self.rivals: set[tuple[str, str]] = set()
        self._positions: dict[str, Position] = {}
        self._named: dict[frozenset[str], list[str]] = {}

    def named(self, kinds: frozenset[str]) -> list[str]:
        """The ids of all records of certain kinds; of all kinds if none is given."""
        found = self._named.get(kinds)
        if found is None:
            found = [id for kind, ids in self.ids.items() if not kinds or kind in kinds for id in ids]
            self._named[kinds] = found
        return found

    def allowed(self, field: str, kinds: frozenset[str], record: Unfinished) -> list[str]:
        """The ids that a field may name, by the rules between records."""
        found = self.named(kinds)
        id: str = record.values.get("id", "")
        if (order := self.order.get((record.kind, field))) is not None:
            found = [other for other in found if other not in order or order[other] < order[id]]
        if field == "after" and (date := self.dated[id]) is not None:
            return [other for other in found if (earlier := self.dated[other]) is None or not date.before(earlier)]
        if field == "rivals":
            return [other for other in found if other != id and (other, id) not in self.rivals]
        if field == "excludes":
            return [other for other in found if other != id and other not in record.values["members"]]
        return found

    def position(self, claim: str, drawn: Position) -> Position:
        """A position that raises no doubt: one for each claim, and favor for no rival."""
        if drawn is Position.FAVOR and any(claim in pair for pair in self.rivals):
            drawn = Position.NEUTRAL
        return self._positions.setdefault(claim, drawn)
