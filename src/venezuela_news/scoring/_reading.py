"""A story as it is read for comparison: by content, with no id and no order left in it.

What a record says is a collection of *features*: paths of field names that end in a word, a value or a place in a
text. What it refers to and what refers to it are told by the features of those records, never by their ids.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, references_of
from venezuela_news._sources import Anchor, Source, digest_of
from venezuela_news._statements import Claim, Statement
from venezuela_news.scoring._words import region, words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from venezuela_news._records import Record
    from venezuela_news._story import Story
    from venezuela_news.scoring._words import Paragraph, Region

__all__ = ["ROUNDS", "Reading", "colors"]

ROUNDS = 3
"""How far colors look: 1 is what a record refers to and what refers to it."""

_LABELS: dict[type, str] = {
    Person: "description",
    Organization: "description",
    Country: "name",
    Group: "label",
    Place: "name",
    Claim: "text",
    Statement: "gist",
    Event: "label",
    Figure: "label",
    Photo: "caption",
}


@final
class Reading:
    """A story, read."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.kind: dict[str, str] = {}
        self.records: dict[str, Record] = {}
        for array in ARRAYS:
            for record in getattr(story, array):
                self.kind[record.id] = array
                self.records[record.id] = record
        self.paragraphs = {source.id: _paragraphs(source) for source in story.sources}
        self.targets: dict[str, list[tuple[str, str]]] = {id: [] for id in self.records}
        self.referrers: dict[str, list[tuple[str, str]]] = {id: [] for id in self.records}
        for id, record in self.records.items():
            for path, target, _ in references_of(record):
                field = ".".join(step for step in path if isinstance(step, str))
                if field.rpartition(".")[2] == "source":
                    continue  # an anchor is told by its place in the text
                self.targets[id].append((field, target))
                self.referrers[target].append((field, id))
                if field == "rivals":  # said once, meant both ways
                    self.targets[target].append((field, id))
                    self.referrers[id].append((field, target))
        self.plain = {id: Counter(self._plain(record)) for id, record in self.records.items()}
        self.names = {id: _names(record) for id, record in self.records.items()}
        self.words = {id: _label(record) for id, record in self.records.items()}
        self._forward: dict[str, Counter[Hashable]] = {}
        self._back: dict[str, Counter[Hashable]] = {}

    def paragraph(self, anchor: Anchor) -> Paragraph:
        """The paragraph in which an anchor is."""
        return self.paragraphs[anchor.source][anchor.paragraph]

    def region(self, anchors: Iterable[Anchor]) -> Region:
        """What anchors cover together."""
        return region(anchors, self.paragraph)

    def regions(self, anchors: Iterable[Anchor]) -> tuple[Region, ...]:
        """What anchors cover, source by source."""
        by_source: dict[str, list[Anchor]] = {}
        for anchor in anchors:
            by_source.setdefault(anchor.source, []).append(anchor)
        return tuple(map(self.region, by_source.values()))

    def _plain(self, record: Record) -> Iterator[Hashable]:
        if type(record) is Source:
            yield from (("paragraphs", *paragraph) for paragraph in self.paragraphs[record.id])
        for path, value in _leaves(record):
            if isinstance(value, Anchor):
                continue
            # A text is its words, any other value itself.
            yield from ((*path, word) for word in (words(value) if type(value) is str else (str(value),)))

    def forward(self, id: str) -> Counter[Hashable]:
        """What a record says, where it is anchored, and what those say that it refers to; a position left out."""
        if id not in self._forward:
            found: Counter[Hashable] = Counter()
            for feature, count in self.plain[id].items():
                if not (isinstance(feature, tuple) and feature[0] == "position"):
                    found[feature] = count
            for path, value in _leaves(self.records[id]):
                if isinstance(value, Anchor):
                    found[(*path, self.paragraph(value), value.start, value.end)] += 1
            for field, target in self.targets[id]:
                for feature, count in self.plain[target].items():
                    found[(field, feature)] += count
            self._forward[id] = found
        return self._forward[id]

    def back(self, id: str) -> Counter[Hashable]:
        """What those records say that refer to a record, and what else they refer to."""
        if id not in self._back:
            found: Counter[Hashable] = Counter()
            for field, referrer in self.referrers[id]:
                kind = self.kind[referrer]
                for features in (self.plain[referrer], self.forward(referrer)):
                    for feature, count in features.items():
                        found[(kind, field, feature)] += count
            self._back[id] = found
        return self._back[id]


def colors(readings: Iterable[Reading]) -> list[dict[str, tuple[int, ...]]]:
    """For each reading, a color of each record and round: equal colors say the same, as far as the round looks.

    Weisfeiler and Lehman, *The reduction of a graph to canonical form*, 1968: a new color is the old one with the
    colors of what a record refers to and of what refers to it.
    """
    readings = tuple(readings)
    numbers: dict[Hashable, int] = {}

    def number(content: Hashable) -> int:
        return numbers.setdefault(content, len(numbers))

    now = [
        {id: number((reading.kind[id], frozenset(plain.items()))) for id, plain in reading.plain.items()}
        for reading in readings
    ]
    history = [{id: [color] for id, color in one.items()} for one in now]
    for _ in range(ROUNDS):
        now = [
            {
                id: number(
                    (
                        color,
                        frozenset(Counter((field, old[target]) for field, target in reading.targets[id]).items()),
                        frozenset(Counter((field, old[other]) for field, other in reading.referrers[id]).items()),
                    )
                )
                for id, color in old.items()
            }
            for reading, old in zip(readings, now, strict=True)
        ]
        for lists, one in zip(history, now, strict=True):
            for id, color in one.items():
                lists[id].append(color)
    return [{id: tuple(line) for id, line in one.items()} for one in history]


def _paragraphs(source: Source) -> tuple[Paragraph, ...]:
    seen: Counter[str] = Counter()
    found: list[Paragraph] = []
    for digest in source.digests or map(digest_of, source.paragraphs):
        found.append((digest, seen[digest]))
        seen[digest] += 1
    return tuple(found)


def _leaves(record: object, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What stands in a record and in its nested ones, references and ids left out, with the fields' names."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if value is None or field.ref is not None:
            continue
        if (field.name == "id" and type(record) is not Country) or field.name in ("paragraphs", "digests"):
            continue
        for item in value if field.items is not None else (value,):
            if field.kind is Kind.RECORD and not isinstance(item, Anchor):
                yield from _leaves(item, *path, field.name)
            else:
                yield (*path, field.name), item


def _names(record: Any) -> tuple[tuple[str, ...], ...]:
    """What a record is called, in words: a name and aliases, or a label; nothing for one that has no name."""
    if type(record) is Group:
        return (words(record.label),)
    name = getattr(record, "name", None)
    given = (name, *getattr(record, "aliases", ())) if name else getattr(record, "aliases", ())
    return tuple(map(words, given))


def _label(record: object) -> tuple[str, ...]:
    field = _LABELS.get(type(record))
    text = getattr(record, field) if field else None
    return words(text) if text else ()
