"""What the bytes of one story's records pick from: texts, dates, and the other records of the story."""

from __future__ import annotations

import re
from typing import Any, Final, final

from venezuela_news._actors import Country, Group
from venezuela_news._sources import Anchor
from venezuela_news._statements import Position
from venezuela_news._types import Date

__all__ = ["Pools", "SourceLines", "Unfinished", "place_of"]


def place_of(number: int, count: int) -> int:
    """One of so many places, as a number picks it; the same while places behind it go, which they do in shrinking.

    >>> [place_of(13, count) for count in (16, 14, 13, 6, 5, 2)]
    [13, 13, 5, 5, 1, 1]
    """
    size = 1 << (count - 1).bit_length()
    place = number % size
    return place if place < count else place - size // 2


_WORD: Final = re.compile("[^ ]+")


@final
class Unfinished:
    """A record in the making: its kind, its values so far, and the source that its anchors share, if they do."""

    __slots__ = ("kind", "source", "values")

    def __init__(self, kind: str, *, id: str | None = None, source: int | None = None) -> None:
        self.kind = kind
        self.source = source
        self.values: dict[str, Any] = {} if id is None else {"id": id}


@final
class SourceLines:
    """What anchors must know of a source.

    Args:
        id: Its id.
        lines: Its paragraphs; where nobody knows them, as many made-up ones.
        detached: Whether it shows their digests alone.
        known: Whether the paragraphs are the source's own.
    """

    __slots__ = ("_spans", "detached", "id", "known", "lines")

    def __init__(self, id: str, lines: tuple[str, ...], *, detached: bool, known: bool = True) -> None:
        self.id = id
        self.lines = lines
        self.detached = detached
        self.known = known
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def words(self, paragraph: int) -> list[tuple[int, int]]:
        """Where the words of a paragraph begin and end, cut at its spaces."""
        found = self._spans.get(paragraph)
        if found is None:
            found = self._spans[paragraph] = [match.span() for match in _WORD.finditer(self.lines[paragraph])]
        return found

    def fits(self, anchor: Anchor) -> bool:
        """Whether an anchor names a span of this source, with its words or without as the source is."""
        if anchor.source != self.id or anchor.paragraph >= len(self.lines):
            return False
        line = self.lines[anchor.paragraph]
        if self.detached:
            return anchor.exact is None and (not self.known or anchor.end <= len(line))
        return anchor.exact == line[anchor.start : anchor.end]


@final
class Pools:
    """The texts, dates and records of one story.

    Args:
        texts: The texts.
        dates: The dates.
        doubtful: Whether there may be things that are legal and give warnings.
        linked: Whether records refer to each other where they need not.
    """

    def __init__(self, texts: tuple[str, ...], dates: tuple[Date, ...], *, doubtful: bool, linked: bool) -> None:
        self.texts = texts
        self.dates = dates
        self.doubtful = doubtful
        self.linked = linked
        #: The ids of the records of each kind.
        self.ids: dict[str, list[str]] = {}
        self.sources: list[SourceLines] = []
        #: By kind and field, the places of records in an order in which they may refer to earlier ones alone.
        self.order: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
        #: The date of each statement and event.
        self.dated: dict[str, Date | None] = {}
        #: Pairs of claims of which the first names the second as its rival.
        self.rivals: set[tuple[str, str]] = set()
        self._positions: dict[str, Position] = {}

    def picked(self, field: str, kinds: frozenset[str], record: Unfinished, byte: int) -> str | None:
        """The id that a field names, by the rules between records; ``None`` if it may name nothing.

        A byte says of which kind it is, and which of that kind. So it stays the same when records of other kinds go.
        """
        able = [ids for kind, ids in self.ids.items() if not kinds or kind in kinds]
        if field == "members":
            # Groups are of countries, and of groups, more often than of people.
            able += [self.ids[Country.__name__], self.ids[Group.__name__]]
        place, number = byte % len(able), byte // len(able)
        for ids in (*able[place:], *able[:place]):
            if ids and (found := self.allowed(field, ids, record)):
                steps = -(-256 // len(able))
                # Of more records than a byte can tell apart, some in between are left out.
                return found[place_of(number, len(found)) if len(found) <= steps else number * len(found) // steps]
        return None

    def allowed(self, field: str, ids: list[str], record: Unfinished) -> list[str]:
        """Those of some ids that a field may name, by the rules between records."""
        id: str = record.values.get("id", "")
        if (order := self.order.get((record.kind, field))) is not None:
            ids = [other for other in ids if other not in order or order[other] < order[id]]
        if field == "after" and (date := self.dated[id]) is not None:
            return [other for other in ids if (before := self.dated[other]) is None or not date.before(before)]
        if field == "rivals":
            return [other for other in ids if other != id and (other, id) not in self.rivals]
        if field == "excludes":
            return [other for other in ids if other != id and other not in record.values["members"]]
        return ids

    def may_name(self, field: str, kinds: frozenset[str], record: Unfinished, id: str) -> bool:
        """Whether a field may name a record of this id."""
        there = any(id in ids for kind, ids in self.ids.items() if not kinds or kind in kinds)
        return there and bool(self.allowed(field, [id], record))

    def fits(self, anchor: Anchor) -> bool:
        """Whether an anchor names a span of one of the sources."""
        return any(source.fits(anchor) for source in self.sources)

    def words_of(self, anchor: Anchor) -> str:
        """The words of a span; none where it cuts a word, or where nobody knows the source's."""
        source = next(source for source in self.sources if source.id == anchor.source)
        line = source.lines[anchor.paragraph]
        before, after = line[: anchor.start][-1:], line[anchor.end :][:1]
        return line[anchor.start : anchor.end] if source.known and before in ("", " ") and after in ("", " ") else ""

    def position(self, claim: str, drawn: Position) -> Position:
        """A position that raises no doubt: one for each claim, and favor for no rival."""
        if drawn is Position.FAVOR and any(claim in pair for pair in self.rivals):
            drawn = Position.NEUTRAL
        return self._positions.setdefault(claim, drawn)
