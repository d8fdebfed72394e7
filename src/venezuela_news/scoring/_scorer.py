"""Scoring two stories: align them, count what agrees, and list what does not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, final

from venezuela_news._records import ARRAYS, references_of
from venezuela_news._statements import Stance
from venezuela_news.scoring._alignment import align
from venezuela_news.scoring._card import Card, Confusion, Match, Unmatched
from venezuela_news.scoring._coefficients import SCALE
from venezuela_news.scoring._comparison import FieldComparison
from venezuela_news.scoring._features import StoryFeatures, anchors_in
from venezuela_news.scoring._polarity import turned
from venezuela_news.scoring._reading import Reading
from venezuela_news.scoring._scores import NONE
from venezuela_news.scoring._spans import AttributionSpans, count_anchors

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from venezuela_news._records import Record
    from venezuela_news._story import Story
    from venezuela_news.scoring._alignment import AlignedPair
    from venezuela_news.scoring._measures import Tally
    from venezuela_news.scoring._regions import Region

__all__ = ["scored"]

#: The references by which records of a kind are told: without a partner for these, a record has none for itself.
_TOLD_BY: Final[Mapping[str, frozenset[str]]] = {
    "groups": frozenset({"members"}),
    "works": frozenset({"creators"}),
    "claims": frozenset({"about"}),
    "statements": frozenset({"speakers"}),
    "stances": frozenset({"holder", "claim"}),
    "events": frozenset({"actors", "targets", "where"}),
    "photos": frozenset({"depicts"}),
}


def scored(
    predicted: Story,
    gold: Story,
    kinds: Collection[str] | None,
    sources: Collection[str] | None,
    similarity: Callable[[str, str], float] | None,
) -> Card:
    """Score a predicted story against the gold story; the arguments are right."""
    return _Scorer(StoryFeatures(predicted), StoryFeatures(gold), kinds, sources, similarity).card()


@final
class _Scorer:
    """The counts and lists of two stories in the making."""

    def __init__(
        self,
        predicted: StoryFeatures,
        gold: StoryFeatures,
        kinds: Collection[str] | None,
        sources: Collection[str] | None,
        similarity: Callable[[str, str], float] | None,
    ) -> None:
        self._sides = predicted, gold
        self._scope = tuple(kind for kind in ARRAYS if kinds is None or kind in kinds)
        self._alignment = align(predicted, gold, similarity)
        self._reading = Reading(self._alignment, predicted, gold, sources)
        self._comparison = FieldComparison(
            self._alignment.similarity, self._reading.left_out, self._reading.unread_or_unasked
        )
        self._tally: Tally = defaultdict(int)
        self._confusions: list[Confusion] = []
        self._partners: tuple[set[str], set[str]] = set(), set()
        for pairs in self._alignment.pairs.values():
            self._partners[0].update(pair.predicted.id for pair in pairs)
            self._partners[1].update(pair.gold.id for pair in pairs)

    def card(self) -> Card:
        """Count everything, and give the card."""
        matches: list[Match] = []
        opposed: list[Match] = []
        for kind in self._scope:
            for pair in self._alignment.pairs[kind]:
                if self._reading.counts_pair(pair):
                    match = Match(
                        kind=kind, predicted=pair.predicted, gold=pair.gold, similarity=pair.similarity / SCALE
                    )
                    (opposed if pair.opposed else matches).append(match)
                    self._count_pair(match, pair)
        left = [[self._unmatched(side, kind, record) for kind, record in self._alone(side)] for side in (0, 1)]
        exact = self._alignment.exact
        if "statements" in self._scope:
            spans = self._attributions()
            spans.count(self._tally)
            exact = exact and spans.exact
        return Card(
            counts=dict(self._tally),
            scope=self._scope,
            exact=exact,
            document=self._sides[1].story.id,
            matches=tuple(matches),
            opposed=tuple(opposed),
            misses=tuple(left[1]),
            inventions=tuple(left[0]),
            confusions=tuple(self._confusions),
            unread=tuple(one for one in self._sides[1].story.sources if one.id in self._reading.unread),
        )

    def _alone(self, side: int) -> Iterator[tuple[str, Record]]:
        """Give the records that count and have no partner."""
        for kind in self._scope:
            for record in getattr(self._sides[side].story, kind):
                if record.id not in self._partners[side] and self._reading.counts(side, record):
                    yield kind, record

    # -- counting ---------------------------------------------------------------------------------

    def _count_pair(self, match: Match, pair: AlignedPair) -> None:
        kind, one, other = match.kind, pair.predicted, pair.gold
        self._add(kind, matched=int(not pair.opposed), predicted=1, gold=1)
        for result in self._comparison.results(one, other):
            matched, predicted, gold = result.facts
            told = result.always or bool(predicted), result.always or bool(gold)
            name = f"{kind}.{result.name}"
            self._add(name, correct=int(result.same), aligned=1, predicted=int(told[0]), gold=int(told[1]))
            self._count_facts(name, matched, predicted, gold)
            if not result.same:
                confusion = Confusion(
                    match=match,
                    field=result.name,
                    predicted=result.predicted,
                    gold=result.gold,
                    follows_from=(*self._lost(0, one, {result.name}), *self._lost(1, other, {result.name})),
                )
                self._confusions.append(confusion)
        if isinstance(one, Stance) and isinstance(other, Stance):
            as_meant = self._comparison.expected_position(one, other) is not other.position
            found = turned(one.position) if as_meant else one.position
            self._tally[f"positions.{other.position}.{found}"] += 1
        self._count_anchors(one, other)

    def _count_anchors(self, one: Record | None, other: Record | None) -> None:
        count_anchors(self._tally, self._anchors(0, one), self._anchors(1, other))

    def _anchors(self, side: int, record: Record | None) -> list[Region]:
        away = self._reading.unread_or_unasked if side else frozenset[str]()
        features = self._sides[side]
        return [features.region((each,)) for each in anchors_in(record) if each.source not in away]

    def _unmatched(self, side: int, kind: str, record: Record) -> Unmatched:
        """Count a record without a partner, and tell what it is like."""
        counts = {"predicted" if side == 0 else "gold": 1}
        self._add(kind, **counts)
        for field, facts in self._comparison.facts(side, record):
            self._add(f"{kind}.{field.name}", **counts)
            self._count_facts(f"{kind}.{field.name}", 0, *((facts, 0) if side == 0 else (0, facts)))
        if isinstance(record, Stance):
            self._tally[
                f"positions.{NONE}.{record.position}" if side == 0 else f"positions.{record.position}.{NONE}"
            ] += 1
        self._count_anchors(*((record, None) if side == 0 else (None, record)))
        nearest, similarity = self._alignment.nearest[side].get(record.id, (None, 0))
        return Unmatched(
            kind=kind,
            record=record,
            nearest=self._sides[1 - side].records[nearest] if nearest else None,
            similarity=similarity / SCALE,
            follows_from=tuple(self._lost(side, record, _TOLD_BY.get(kind, frozenset()))),
        )

    def _count_facts(self, name: str, matched: int, predicted: int, gold: int) -> None:
        for each in (f"{name}.facts", "facts"):
            self._add(each, matched=matched, predicted=predicted, gold=gold)

    def _add(self, name: str, **counts: int) -> None:
        for each, count in counts.items():
            self._tally[f"{name}.{each}"] += count

    # -- listing ----------------------------------------------------------------------------------

    def _lost(self, side: int, record: Record, fields: Collection[str]) -> Iterator[Record]:
        """Give the records without a partner to which some fields of a record refer."""
        seen: set[str] = set()
        for path, target, _ in references_of(record):
            if path[0] in fields and path[-1] != "source" and target not in self._partners[side] and target not in seen:
                seen.add(target)
                yield self._sides[side].records[target]

    def _attributions(self) -> AttributionSpans:
        statements = [
            [one for one in features.story.statements if self._reading.counts(side, one)]
            for side, features in enumerate(self._sides)
        ]
        return AttributionSpans(
            *self._sides, self._alignment.keys, (statements[0], statements[1]), self._reading.unread_or_unasked
        )
