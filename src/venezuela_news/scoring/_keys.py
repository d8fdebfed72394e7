"""What records of a kind have in common if they are alike: the keys by which candidates are found.

For each kind this follows from its similarity: two records that share no key are at most half similar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, EventStatus, Figure, Photo
from venezuela_news._sources import Source
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news._works import Work
from venezuela_news.scoring._candidates import Keys
from venezuela_news.scoring._coefficients import HALF, SCALE, bag
from venezuela_news.scoring._names import misspellings, without_titles

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from venezuela_news._records import Record
    from venezuela_news.scoring._features import StoryFeatures
    from venezuela_news.scoring._regions import Region
    from venezuela_news.scoring._similarity import Similarity

__all__ = ["THRESHOLDS", "KeyMaker"]

THRESHOLDS: Final[Mapping[str, int]] = {"wording": HALF, "quotes": HALF, "title": HALF, "claim": SCALE // 3}
"""How similar texts must be for a pair to be compared, where the pair shares nothing else."""

_BLOCK: Final = 64  # code points: spans that overlap stand in the same block
_MOST_BLOCKS: Final = 64  # that a span says, before the whole paragraph serves as one


@final
class KeyMaker:
    """The keys of records of two stories; a side is 0 for the predicted story, 1 for the gold one.

    Args:
        similarity: What compares the records.
    """

    def __init__(self, similarity: Similarity) -> None:
        self._counterparts = similarity.counterparts
        self._compares_texts = similarity.of_texts is not None
        self._sides = similarity.predicted, similarity.gold
        self._whole = {
            paragraph
            for features in self._sides
            for id in features.records
            for region in features.regions(id)
            for paragraph, spans in region.items()
            if any(end - start > _BLOCK * _MOST_BLOCKS for start, end in spans)
        }

    def __call__(self, side: int, record: Record) -> Keys:
        """Give the keys of a record."""
        features = self._sides[side]
        signs: set[Hashable] = {("same", url) for url in getattr(record, "same_as", ())}
        signs.update(self.blocks(features.regions(record.id)))
        signs.update(self._signs(side, record))
        if self._compares_texts and features.wordings[record.id] and not isinstance(record, Country):
            signs.add("text")  # what words the caller finds similar is not known before
        hints = self._counterparts.signs(side, record.speakers) if isinstance(record, Statement) else ()
        return Keys(signs=frozenset(signs), texts=self._texts(features, record), hints=frozenset(hints))

    def of_names(self, side: int, record: Record) -> Keys:
        """Give the keys of what a record is called."""
        return Keys(signs=frozenset(self._name_signs(side, record)))

    def _signs(self, side: int, record: Record) -> Iterable[Hashable]:
        features = self._sides[side]
        match record:
            case Source():
                return [*features.paragraphs[record.id], ("url", record.url)]
            case Person() | Organization() | Place() | Work():
                return self._name_signs(side, record)
            case Country():
                return [record.id]
            case Group():
                return self._references("members", side, record.members)
            case Stance():
                holders = self._counterparts.signs(side, (record.holder,))
                return [
                    (holder, claim) for claim in self._counterparts.signs(side, (record.claim,)) for holder in holders
                ]
            case Event():
                return self._particulars(side, record)
            case Figure():
                return [(record.low, record.high, features.words(record.unit))]
            case Photo():
                return self._references("depicts", side, record.depicts)
            case Claim() | Statement():
                return ()
            case _:
                assert_never(record)

    def _name_signs(self, side: int, record: Record) -> Iterator[Hashable]:
        """Give what names have in common if they are alike; of whom has none, the description stands for the name."""
        features = self._sides[side]
        names = features.names[record.id]
        for name in names:
            for word in without_titles(name) if isinstance(record, Person) else name:
                yield from (("name", left) for left in misspellings(word))
        words = {word for name in names for word in name} | {word for word, _ in features.wording_bags[record.id]}
        # Descriptions are compared where one of the two has no name.
        yield from (("either", side, word) for word in words if not names)
        yield from (("either", 1 - side, word) for word in words)

    def _references(self, field: str, side: int, ids: Iterable[str | None]) -> Iterator[Hashable]:
        """Give what two sets of references share if any of them mean the same."""
        features = self._sides[side]
        for id in filter(None, ids):
            if features.kinds[id] in self._counterparts.kinds:
                yield from ((field, sign) for sign in self._counterparts.signs(side, (id,)))
            else:
                yield from ((field, sign) for sign in self._name_signs(side, features.records[id]))

    def _particulars(self, side: int, event: Event) -> Iterator[Hashable]:
        yield from self._references("actors", side, event.actors)
        yield from self._references("targets", side, event.targets)
        yield from self._references("where", side, (event.where,))
        yield from (("value", value) for value in (event.when, event.category) if value is not None)
        if event.status is not EventStatus.OCCURRED:
            yield "status", event.status

    def blocks(self, regions: Iterable[Region]) -> Iterator[Hashable]:
        """Give what regions have in common if they share a code point."""
        for region in regions:
            for paragraph, spans in region.items():
                if paragraph in self._whole:
                    yield paragraph, -1
                else:
                    for start, end in spans:
                        yield from ((paragraph, block) for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1))

    def _texts(self, features: StoryFeatures, record: Record) -> Mapping[str, Any]:
        match record:
            case Claim():
                return {"claim": features.wording_bags[record.id]}
            case Statement():
                return {"wording": features.wording_bags[record.id], "quotes": features.quoted[record.id]}
            case Group() | Event() | Figure() | Photo():
                return {"wording": features.wording_bags[record.id]}
            case Source():
                return {"title": bag(features.words(record.title))} if record.title else {}
            case _:
                return {}
