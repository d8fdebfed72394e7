"""A story as it is read for comparison: by content, with no id and no order left in it.

What a record says is a bag of *features*: paths of field names that end in a word, a value or a place in a text. What
it refers to is told by the features of those records, and what refers to it by theirs, never by ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, anchors_of, label_of, references_of
from venezuela_news._sources import Anchor, Source, digest_of
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news._works import Work
from venezuela_news.scoring._coefficients import bag, numbered
from venezuela_news.scoring._polarity import denies
from venezuela_news.scoring._regions import region_of
from venezuela_news.scoring._words import words_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from venezuela_news._problems import Path
    from venezuela_news._records import Record
    from venezuela_news._story import Story
    from venezuela_news.scoring._coefficients import Bag
    from venezuela_news.scoring._regions import Paragraph, Region

__all__ = ["StoryFeatures", "anchors_in"]


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
        self._words: dict[str, tuple[str, ...]] = {}
        self.own = {id: bag(self._own_features(record)) for id, record in self.records.items()}
        """What each record says itself; its references and anchors left out."""
        self.names = {id: tuple(map(self.words, names_of(record))) for id, record in self.records.items()}
        """The names of each record, as words."""
        self.wordings = {id: wording_of(record) for id, record in self.records.items()}
        """The text that tells each record where its names don't; empty where there is none."""
        self.wording_bags = {id: bag(self.words(text) if text else ()) for id, text in self.wordings.items()}
        self.quoted = {
            one.id: bag(w for quote in one.quotes for w in self.words(quote.text)) for one in story.statements
        }
        """The words that each statement quotes."""
        self.denials = frozenset(id for id, record in self.records.items() if denies(record))
        """The records that say of something that it is not so."""
        self._regions: dict[str, tuple[Region, ...]] = {}
        self._outgoing: dict[str, Bag[Hashable]] = {}
        self._incoming: dict[str, Bag[Hashable]] = {}

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

    def words(self, text: str) -> tuple[str, ...]:
        """Split a text into words, once."""
        if text not in self._words:
            self._words[text] = words_of(text)
        return self._words[text]

    def _own_features(self, record: Record) -> Iterator[tuple[str | int, ...]]:
        if isinstance(record, Source):
            yield from (("paragraphs", *paragraph) for paragraph in self.paragraphs[record.id])
        for path, value in _values(record):
            # A text is its words, any other value itself.
            yield from ((*path, word) for word in (self.words(value) if type(value) is str else (str(value),)))

    # -- places in the text -----------------------------------------------------------------------

    def paragraph(self, anchor: Anchor) -> Paragraph:
        """Tell the paragraph of an anchor by what it says."""
        return self.paragraphs[anchor.source][anchor.paragraph]

    def region(self, anchors: Iterable[Anchor]) -> Region:
        """Join anchors to the region that they cover together."""
        return region_of(anchors, self.paragraph)

    def regions(self, id: str) -> tuple[Region, ...]:
        """Tell where a record stands in each source: its anchors, or the contents of a statement's attributions."""
        if id not in self._regions:
            by_source: dict[str, list[Anchor]] = {}
            for anchor in places_of(self.records[id]):
                by_source.setdefault(anchor.source, []).append(anchor)
            self._regions[id] = tuple(map(self.region, by_source.values()))
        return self._regions[id]

    def standing(self, id: str) -> Bag[Hashable]:
        """Tell every place in the text that a record is anchored in, by the field that anchors it."""
        return bag(
            (*_names_in(path), self.paragraph(anchor), anchor.start, anchor.end)
            for path, anchor in anchors_of(self.records[id])
        )

    # -- records with what is around them ---------------------------------------------------------

    def outgoing(self, id: str) -> Bag[Hashable]:
        """Tell a record by what it says, its places, and what those say that it refers to; positions are left out."""
        if id not in self._outgoing:
            found: list[Hashable] = [feature for feature, _ in self.own[id] if feature[0] != "position"]
            found += (place for place, _ in self.standing(id))
            found += ((field, feature) for field, target in self.targets[id] for feature, _ in self.own[target])
            self._outgoing[id] = bag(found)
        return self._outgoing[id]

    def incoming(self, id: str) -> Bag[Hashable]:
        """Tell a record by what those say that refer to it, and by what else they refer to."""
        if id not in self._incoming:
            self._incoming[id] = bag(self._features_around(id))
        return self._incoming[id]

    def _features_around(self, id: str) -> Iterator[Hashable]:
        for field, referrer in self.referrers[id]:
            kind = self.kinds[referrer]
            yield from ((kind, field, feature) for feature, _ in self.own[referrer])
            # What else it refers to is one feature each, so that the bags of a crowd stay as small as the crowd.
            yield from ((kind, field, other, self.own[target]) for other, target in self.targets[referrer])


def places_of(record: Record) -> tuple[Anchor, ...]:
    """Give the anchors at which a record stands: its own, or the contents of a statement's attributions."""
    if isinstance(record, Statement):
        return tuple(anchor for attribution in record.attributions for anchor in attribution.content)
    return anchors_in(record)


def anchors_in(record: Record | None) -> tuple[Anchor, ...]:
    """Give the anchors that stand in a record itself, not in a value of it."""
    has_anchors = record is not None and any(field.name == "anchors" for field in fields_of(type(record)))
    return getattr(record, "anchors", ()) if has_anchors else ()


def names_of(record: Record) -> tuple[str, ...]:
    """Give the names of a record: name and aliases, a group's label or a work's title; none for what has no name."""
    match record:
        case Person() | Organization() | Country():
            return (*((record.name,) if record.name else ()), *record.aliases)
        case Group():
            return (record.label,)
        case Place():
            return (record.name,)
        case Work():
            return (record.title,) if record.title else ()
        case Source() | Claim() | Statement() | Stance() | Event() | Figure() | Photo():
            return ()
        case _:
            assert_never(record)


def wording_of(record: Record) -> str:
    """Give the text that tells a record where its names don't: a label or text, or what a person, body or work is."""
    match record:
        case Person() | Organization() | Work():
            return record.description or ""
        case Country() | Group() | Place() | Claim() | Statement() | Event() | Figure() | Photo():
            return label_of(record)
        case Source() | Stance():
            return ""  # told by paragraphs, and by holder and claim
        case _:
            assert_never(record)


def _paragraphs(source: Source) -> tuple[Paragraph, ...]:
    return tuple(numbered(source.digests or map(digest_of, source.paragraphs)))


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
