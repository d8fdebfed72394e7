"""A story as it is read for comparison: by content, with no id and no order left in it.

What a record says is a collection of *features*: paths of field names that end in a word, a value or a place in a
text. What it refers to and what refers to it are told by the features of those records, never by their ids.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, assert_never, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, anchors_of, label_of, references_of
from venezuela_news._sources import Anchor, Source, digest_of
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news._works import Work
from venezuela_news.scoring._regions import region_of
from venezuela_news.scoring._words import words_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from venezuela_news._problems import Path
    from venezuela_news._records import Record
    from venezuela_news._story import Story
    from venezuela_news.scoring._regions import Paragraph, Region

__all__ = ["StoryFeatures"]


@final
class StoryFeatures:
    """The features of a story's records, by their ids, which serve as keys and are compared nowhere.

    Args:
        story: The story.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.kinds = {record.id: array for array in ARRAYS for record in getattr(story, array)}
        """The array that each record is in."""
        self.records: dict[str, Record] = {record.id: record for array in ARRAYS for record in getattr(story, array)}
        self.paragraphs = {source.id: _paragraphs(source) for source in story.sources}
        """What the paragraphs of each source say."""
        self.targets: dict[str, list[tuple[str, str]]] = {id: [] for id in self.records}
        """What each record refers to: fields and ids."""
        self.referrers: dict[str, list[tuple[str, str]]] = {id: [] for id in self.records}
        """What refers to each record: fields and ids."""
        for record in self.records.values():
            self._read_references(record)
        self.own = {id: Counter(self._own_features(record)) for id, record in self.records.items()}
        """What each record says itself; its references and anchors left out."""
        self.names = {id: names_of(record) for id, record in self.records.items()}
        self.wordings = {id: wording_of(record) for id, record in self.records.items()}
        self._outgoing: dict[str, Counter[Hashable]] = {}
        self._incoming: dict[str, Counter[Hashable]] = {}

    def _read_references(self, record: Record) -> None:
        for path, target, _ in references_of(record):
            field = ".".join(_names_in(path))
            if field.rpartition(".")[2] == "source":
                continue  # an anchor is told by its place in the text
            self.targets[record.id].append((field, target))
            self.referrers[target].append((field, record.id))
            if field == "rivals":  # said once, meant both ways
                self.targets[target].append((field, record.id))
                self.referrers[record.id].append((field, target))

    def _own_features(self, record: Record) -> Iterator[Hashable]:
        if isinstance(record, Source):
            yield from (("paragraphs", *paragraph) for paragraph in self.paragraphs[record.id])
        for path, value in _values(record):
            # A text is its words, any other value itself.
            yield from ((*path, word) for word in (words_of(value) if type(value) is str else (str(value),)))

    # -- places in the text -----------------------------------------------------------------------

    def _paragraph(self, anchor: Anchor) -> Paragraph:
        return self.paragraphs[anchor.source][anchor.paragraph]

    def region(self, anchors: Iterable[Anchor]) -> Region:
        """Join anchors to the region that they cover together."""
        return region_of(anchors, self._paragraph)

    def regions(self, anchors: Iterable[Anchor]) -> tuple[Region, ...]:
        """Join anchors to regions, source by source."""
        by_source: dict[str, list[Anchor]] = {}
        for anchor in anchors:
            by_source.setdefault(anchor.source, []).append(anchor)
        return tuple(map(self.region, by_source.values()))

    # -- records with what is around them ---------------------------------------------------------

    def outgoing(self, id: str) -> Counter[Hashable]:
        """Tell a record by what it says, its places, and what those say that it refers to; positions are left out."""
        if id not in self._outgoing:
            found: Counter[Hashable] = Counter()
            for feature, count in self.own[id].items():
                if not (isinstance(feature, tuple) and feature[0] == "position"):
                    found[feature] = count
            for path, anchor in anchors_of(self.records[id]):
                found[(*_names_in(path), self._paragraph(anchor), anchor.start, anchor.end)] += 1
            for field, target in self.targets[id]:
                for feature, count in self.own[target].items():
                    found[field, feature] += count
            self._outgoing[id] = found
        return self._outgoing[id]

    def incoming(self, id: str) -> Counter[Hashable]:
        """Tell a record by what those say that refer to it, and by what else they refer to."""
        if id not in self._incoming:
            found: Counter[Hashable] = Counter()
            for field, referrer in self.referrers[id]:
                kind = self.kinds[referrer]
                for features in (self.own[referrer], self.outgoing(referrer)):
                    for feature, count in features.items():
                        found[kind, field, feature] += count
            self._incoming[id] = found
        return self._incoming[id]


def names_of(record: Record) -> tuple[tuple[str, ...], ...]:
    """Give the names of a record in words: a name and aliases, a group's label or a work's title; none for what has no name."""
    match record:
        case Person() | Organization() | Country():
            given = (*((record.name,) if record.name else ()), *record.aliases)
        case Group():
            given = (record.label,)
        case Place():
            given = (record.name,)
        case Work():
            given = (record.title,) if record.title else ()
        case Source() | Claim() | Statement() | Stance() | Event() | Figure() | Photo():
            given = ()
        case _:
            assert_never(record)
    return tuple(map(words_of, given))


def wording_of(record: Record) -> tuple[str, ...]:
    """Give the words that tell a record where its names don't: a label or text, or what a person, body or work is."""
    match record:
        case Person() | Organization() | Work():
            return words_of(record.description) if record.description else ()
        case Country() | Group() | Place() | Claim() | Statement() | Event() | Figure() | Photo():
            return words_of(label_of(record))
        case Source() | Stance():
            return ()  # told by paragraphs, and by holder and claim
        case _:
            assert_never(record)


def _paragraphs(source: Source) -> tuple[Paragraph, ...]:
    seen: Counter[str] = Counter()
    found: list[Paragraph] = []
    for digest in source.digests or map(digest_of, source.paragraphs):
        found.append((digest, seen[digest]))
        seen[digest] += 1
    return tuple(found)


def _names_in(path: Path) -> tuple[str, ...]:
    """Give the fields' names of a path, without the indices of items."""
    return tuple(step for step in path if isinstance(step, str))


def _values(record: object, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Walk over the values in a record and in its nested ones, but references, anchors and ids, with fields' names."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if value is None or field.ref is not None or field.type is Anchor or field.name in ("paragraphs", "digests"):
            continue
        if field.name == "id" and not isinstance(record, Country):
            continue  # a country's is its code, which says which it is
        for item in value if field.items is not None else (value,):
            if field.kind is Kind.RECORD:
                yield from _values(item, *path, field.name)
            else:
                yield (*path, field.name), item
