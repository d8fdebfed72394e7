"""From drawn bytes and records to a story.

1. Each record has its bytes. They become values when it is known which records there are: a reference is picked from
   those that may be named.
2. Where circles are forbidden, a record names those alone that come before it in an order that its bytes give.
3. What a record needs and nobody drew is added, the plainest of its kind, where there is room; else it is left out.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, final

import attrs

from venezuela_news._actors import Country
from venezuela_news._consistency import ACYCLIC
from venezuela_news._fields import fields_of
from venezuela_news._records import ARRAYS, DATE_FIELDS
from venezuela_news._rules import Choice
from venezuela_news._sources import Source, digest_of
from venezuela_news._statements import Claim
from venezuela_news._story import Story
from venezuela_news._types import Date
from venezuela_news.strategies._decoding import RecordDecoder, decoder_of
from venezuela_news.strategies._pools import Pools, SourceLines, Unfinished
from venezuela_news.strategies._samples import DATES, SENTENCES, TEXTS
from venezuela_news.strategies._sizes import Sizes, needs_of

__all__ = ["HEAD_WIDTH", "SEED_WIDTH", "Plan", "width_of"]

SEED_WIDTH = 4
"""So many bytes stand for a record where all of its bytes would be too many to draw."""

#: Ways to make ids: from the kind of a record and its place among its like, counted from 1.
_ID_FORMS: tuple[Callable[[str, int], str], ...] = (
    lambda kind, number: f"{kind}-{number}",
    lambda kind, number: f"{kind}{number}",
    lambda kind, number: f"{kind}-{number}-".ljust(64, "x"),
    lambda kind, number: f"{kind[0]}-0-a-{kind}-{number}",
)

#: The arrays of a story, as classes of any kind.
_CLASSES: Mapping[str, type[Any]] = {**ARRAYS}
_CODES = sorted(next(rule.choices for rule in fields_of(Country)[0].rules if isinstance(rule, Choice)))

#: The arrays of whose records others need one.
_NEEDED = frozenset(
    name
    for name, cls in _CLASSES.items()
    if any(cls.__name__ in kinds for other in _CLASSES.values() for kinds in needs_of(other))
)

#: What is made of a source before its record is: what anchors must know of it.
_CONTENT = frozenset({"paragraphs", "digests"})
#: A source has up to three paragraphs of up to four texts. Their bytes come first: for their form, their number, and
#: then for each paragraph the number of its texts, and two bytes for each text.
_MAX_PARAGRAPHS, _MAX_TEXTS = 3, 4
_PARAGRAPH_WIDTH = 1 + 2 * _MAX_TEXTS
_CONTENT_WIDTH = 2 + _MAX_PARAGRAPHS * _PARAGRAPH_WIDTH
_DETACHED_FROM = 176
"""From this byte on, a source shows digests alone."""


def _decoder(name: str) -> RecordDecoder:
    """The decoder of the records of an array."""
    cls: type = _CLASSES[name]
    return decoder_of(cls, frozenset({"id", *_CONTENT} if name == "sources" else {"id"}))


def _story_decoder() -> RecordDecoder:
    """The decoder of what a story has beside its records; its day is drawn."""
    return decoder_of(Story, frozenset({"id", "as_of", *ARRAYS}))


@cache
def width_of(name: str) -> int:
    """How many bytes a record of an array takes."""
    return _decoder(name).width + (_CONTENT_WIDTH if name == "sources" else 0)


#: Which arrays are thinned out, in three bytes, and then what the story has beside its records.
_THINNING_WIDTH = 3
HEAD_WIDTH = _THINNING_WIDTH + _story_decoder().width


def _grown(data: bytes, width: int) -> bytes:
    """All bytes of a record of the few that stand for them, which are themselves the first; zeros stand for zeros."""
    if len(data) >= width:
        return data
    return data + (hashlib.shake_128(data).digest(width - len(data)) if any(data) else bytes(width - len(data)))


@final
@attrs.frozen
class _Item:
    """A record before it is made: its bytes, and the record that was drawn, if one was."""

    data: bytes
    given: Any = None


@final
@attrs.frozen(kw_only=True)
class Plan:
    """What was asked for of all stories of a strategy."""

    sizes: Sizes
    own: tuple[str, ...]
    given: tuple[str, ...]
    own_texts: bool
    own_dates: bool
    doubtful: bool
    linked: bool

    def story(
        self,
        drawn: tuple[Any, ...],
        values: Sequence[Any],
        lists: Sequence[Sequence[bytes]],
        records: Sequence[tuple[Any, ...]],
    ) -> Story:
        """The story that drawn bytes and values stand for."""
        head, day, texts, dates = drawn
        pools = Pools(
            tuple(texts) if self.own_texts else TEXTS + tuple(texts) * 8,
            tuple(dates) if self.own_dates else DATES + tuple(dates) * 4,
            doubtful=self.doubtful,
            linked=self.linked,
        )
        arrays = self._arrays(lists, dict(zip(self.given, records, strict=True)))
        self._thin(arrays, head)
        self._fit(arrays)
        head = head[_THINNING_WIDTH:]
        number: int = head[0]
        form = _ID_FORMS[number % len(_ID_FORMS)]
        _name(arrays, pools, form)
        _arrange(arrays, pools, pools.texts if self.own_texts else SENTENCES)
        own = _story_decoder().decode(head, pools, Unfinished(Story.__name__, id=form("story", 1)))
        fields: dict[str, Any] = {"as_of": day, **own, **_records(arrays, pools)}
        return Story(**{**fields, **dict(zip(self.own, values, strict=True))})

    def _arrays(self, lists: Sequence[Sequence[bytes]], given: Mapping[str, tuple[Any, ...]]) -> dict[str, list[_Item]]:
        """The records of each array, made of bytes or given."""
        arrays: dict[str, list[_Item]] = {}
        parts = iter(lists)
        for name in ARRAYS:
            drawn = itertools.chain.from_iterable(itertools.islice(parts, self.sizes.parts(name)))
            arrays[name] = [_Item(_grown(data, width_of(name))) for data in drawn]
        for name, (links, records) in given.items():
            arrays[name] = [
                _Item(_grown(links + bytes([number % 256]) if any(links) else links, width_of(name)), record)
                for number, record in enumerate(records)
            ]
        return arrays

    def _thin(self, arrays: dict[str, list[_Item]], head: bytes) -> None:
        """Empty some arrays of one story of sixteen, and all of one of a thousand."""
        if head[0] < 240 or self.sizes.least:
            return
        mask = int.from_bytes(head[1:_THINNING_WIDTH]) if head[1] < 252 else -1
        for number, name in enumerate(ARRAYS):
            if mask >> number & 1 and not self.sizes.lows[name] and name not in self.given:
                arrays[name] = []

    def _fit(self, arrays: dict[str, list[_Item]]) -> None:
        """Let a story have no more and no fewer records than it may, and what they need."""
        spare = sum(map(len, arrays.values())) - self.sizes.most
        if spare > 0:
            loose = [
                (items[number].data[1], name, number)
                for name, items in arrays.items()
                if name not in self.given
                for number in range(self.sizes.lows[name], len(items))
            ]
            gone = {(name, number) for _, name, number in sorted(loose, reverse=True)[:spare]}
            for name, items in arrays.items():
                arrays[name] = [item for number, item in enumerate(items) if (name, number) not in gone]
        self._meet_needs(arrays)
        self._fill(arrays)

    def _meet_needs(self, arrays: dict[str, list[_Item]]) -> None:
        """Add what records need, in place of others where there is no more room, or leave out what needs it."""
        # Stances and statements come behind what they need.
        for name, cls in _CLASSES.items():
            for kinds in needs_of(cls) if arrays[name] else ():
                able = [other for other, kind in _CLASSES.items() if kind.__name__ in kinds]
                if any(arrays[other] for other in able):
                    continue
                addable = [other for other in able if self.sizes.highs[other]]
                if addable and self._make_room(arrays, name):
                    arrays[addable[0]].append(_Item(bytes(width_of(addable[0]))))
                else:
                    arrays[name] = []

    def _make_room(self, arrays: dict[str, list[_Item]], name: str) -> bool:
        """Let there be room for a record, at the cost of the longest array that can spare one; tell whether there is."""
        if sum(map(len, arrays.values())) < self.sizes.most:
            return True
        able = [
            other
            for other, items in arrays.items()
            if other not in self.given and len(items) > max(self.sizes.lows[other], other == name or other in _NEEDED)
        ]
        if able:
            arrays[max(able, key=lambda other: len(arrays[other]))].pop()
        return bool(able)

    def _fill(self, arrays: dict[str, list[_Item]]) -> None:
        """Add plain records where there are too few."""
        lacking = self.sizes.least - sum(map(len, arrays.values()))
        for name, items in sorted(arrays.items(), key=lambda pair: bool(needs_of(_CLASSES[pair[0]]))):
            room = min(lacking, self.sizes.highs[name] - len(items))
            if room > 0:
                arrays[name] = [*items, *[_Item(bytes(width_of(name)))] * room]
                lacking -= room


# -- before there are records ---------------------------------------------------------------------


def _lines(data: bytes, pools: Pools, sentences: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a source: of sentences, and of any texts."""
    lines: list[str] = []
    for number in range(1 + data[1] % _MAX_PARAGRAPHS):
        at = 2 + number * _PARAGRAPH_WIDTH
        places = range(at + 1, at + 1 + 2 * (1 + data[at] % _MAX_TEXTS), 2)
        picked = ((pools.texts if data[place] > 192 else sentences, data[place + 1]) for place in places)
        # Lines joined by a space stay in NFC: it composes with nothing.
        lines.append(" ".join(texts[byte % len(texts)] for texts, byte in picked))
    return tuple(lines)


def _name(arrays: Mapping[str, Sequence[_Item]], pools: Pools, form: Callable[[str, int], str]) -> None:
    """Give every record its id: its own if it was given and no other has it."""
    names: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for name, items in arrays.items():
        for number, item in enumerate(items):
            if item.given is not None and item.given.id not in taken:
                names[name, number] = item.given.id
                taken.add(item.given.id)
    for name, items in arrays.items():
        kind = _CLASSES[name].__name__
        ids = pools.ids[kind] = []
        last = 0
        for number, item in enumerate(items):
            id = names.get((name, number))
            if id is None and name == "countries":
                place = next(place for place in range(item.data[0], 999) if _CODES[place % len(_CODES)] not in taken)
                id = _CODES[place % len(_CODES)]
            while id is None:
                last += 1
                id = form(kind.lower(), last) if form(kind.lower(), last) not in taken else None
            taken.add(id)
            ids.append(id)


def _source_lines(id: str, item: _Item, pools: Pools, sentences: Sequence[str]) -> SourceLines:
    if item.given is None:
        return SourceLines(id, _lines(item.data, pools, sentences), detached=item.data[0] >= _DETACHED_FROM)
    if item.given.paragraphs:
        return SourceLines(id, item.given.paragraphs, detached=False)
    return SourceLines(id, ("0" * 80,) * len(item.given.digests), detached=True, known=False)


def _arrange(arrays: Mapping[str, Sequence[_Item]], pools: Pools, sentences: Sequence[str]) -> None:
    """Settle what must be known before any record is made: orders, dates and paragraphs."""
    for names, field in ACYCLIC:
        order: dict[str, tuple[int, int]] = {}
        for name in names:
            for id, item in zip(pools.ids[_CLASSES[name].__name__], arrays[name], strict=True):
                order[id] = (item.data[0] // 64, len(order))
            pools.order[_CLASSES[name].__name__, field] = order
    for name, cls in _CLASSES.items():
        if (date := DATE_FIELDS.get(cls)) is not None:
            for id, item in zip(pools.ids[cls.__name__], arrays[name], strict=True):
                pools.dated[id] = _date(name, date, id, item, pools)
    for id, item in zip(pools.ids[Source.__name__], arrays["sources"], strict=True):
        pools.sources.append(_source_lines(id, item, pools, sentences))


def _date(name: str, field: str, id: str, item: _Item, pools: Pools) -> Date | None:
    """When an event or a statement will be."""
    if item.given is None:
        found = _decoder(name).peek(field, item.data, pools, Unfinished(_CLASSES[name].__name__, id=id))
    else:
        found = getattr(item.given, field)
    date: Date | None = found
    return date


# -- from bytes to records ------------------------------------------------------------------------


def _content(source: SourceLines, given: Any) -> dict[str, tuple[str, ...]]:
    if given is not None:
        return {name: getattr(given, name) for name in _CONTENT}
    return {"digests": tuple(map(digest_of, source.lines))} if source.detached else {"paragraphs": source.lines}


def _records(arrays: Mapping[str, Sequence[_Item]], pools: Pools) -> dict[str, tuple[Any, ...]]:
    """The records of each array."""
    return {name: tuple(_made(name, items, pools)) for name, items in arrays.items()}


def _made(name: str, items: Sequence[_Item], pools: Pools) -> list[Any]:
    cls = _CLASSES[name]
    decoder = _decoder(name)
    made: list[Any] = []
    for index, (id, item) in enumerate(zip(pools.ids[cls.__name__], items, strict=True)):
        unfinished = Unfinished(cls.__name__, id=id)
        data = item.data
        if cls is Source:
            unfinished.values |= _content(pools.sources[index], item.given)
            data = data[_CONTENT_WIDTH:]
        if item.given is None:
            record = decoder.build(data, pools, unfinished)
        else:
            record = decoder.adapt(item.given, data, pools, unfinished)
        if cls is Claim:
            pools.rivals |= {(id, rival) for rival in record.rivals}
        made.append(record)
    return made
