"""The alignment of two stories: which predicted record is which gold record.

1. Kinds are aligned one after the other, those first that others refer to, so that a reference is worth what was
   aligned before. Pairs are of one kind and more than half similar.
2. The assignment has the greatest total similarity; among equals the most pairs; among those the most similar in what
   they refer to; then the most equal positions; then the most similar in what refers to them; then the most equal
   colors. These aims are the digits of one whole number, so that the total of each is the same in every best
   assignment, whatever the order of records.
3. Records that are all the same, down to what they refer to, are one record of some number.
4. Where best assignments are left, references to a record agree if *some* of them pairs the two; and of them
   one with the most agreeing facts is taken.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from venezuela_news._records import ARRAYS, Record
from venezuela_news._statements import Stance
from venezuela_news.scoring._assignment import Edge, assign, parts
from venezuela_news.scoring._candidates import candidates
from venezuela_news.scoring._coefficients import HALF, dice
from venezuela_news.scoring._colors import colors
from venezuela_news.scoring._comparison import FieldComparison
from venezuela_news.scoring._counterparts import Counterparts
from venezuela_news.scoring._keys import THRESHOLDS, KeyMaker
from venezuela_news.scoring._polarity import turned
from venezuela_news.scoring._similarity import Similarity

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from venezuela_news.scoring._features import StoryFeatures

__all__ = ["ORDER", "AlignedPair", "Alignment", "Nearest", "align"]

ORDER: Final = tuple(
    "sources countries people organizations places groups works claims statements events figures stances photos".split()
)
"""The arrays in the order in which they are aligned: what others are told by comes first."""
_ACTORS: Final = "people", "organizations", "countries", "groups"

# Forty binary digits an aim: a million pairs, each a million at most.
_DIGITS = 40

Nearest: TypeAlias = "Mapping[str, tuple[str, int]]"
"""For a record's id, the id of the one in the other story that is most similar, and how similar it is."""
_Colors: TypeAlias = "dict[str, tuple[int, ...]]"


@final
@attrs.frozen(weakref_slot=False)
class AlignedPair:
    """A pair of records of one kind, and how similar they are."""

    predicted: Record
    gold: Record
    similarity: int
    opposed: bool


@final
@attrs.frozen(weakref_slot=False)
class Alignment:
    """The aligned pairs of each kind, in the gold story's order, what compared them, and who is nearest to whom."""

    pairs: Mapping[str, tuple[AlignedPair, ...]]
    similarity: Similarity
    keys: KeyMaker
    nearest: tuple[Nearest, Nearest]
    exact: bool


@final
@attrs.frozen(weakref_slot=False)
class _Kind:
    """The records of a kind, those that are all the same together, and what pairs there may be."""

    rows: Sequence[Sequence[Record]]
    columns: Sequence[Sequence[Record]]
    similarities: Mapping[Edge, int]
    weights: Mapping[Edge, int]
    exact: bool


def align(
    predicted: StoryFeatures, gold: StoryFeatures, of_texts: Callable[[str, str], float] | None = None
) -> Alignment:
    """Align two stories."""
    return _Aligner(predicted, gold, of_texts).align()


@final
class _Aligner:
    """The alignment in the making."""

    def __init__(
        self, predicted: StoryFeatures, gold: StoryFeatures, of_texts: Callable[[str, str], float] | None
    ) -> None:
        self._predicted = predicted
        self._gold = gold
        self._counterparts = Counterparts()
        self._similarity = Similarity(predicted, gold, self._counterparts, of_texts)
        self._keys = KeyMaker(self._similarity)
        self._colors: list[_Colors] = colors((predicted, gold))
        self._nearest: tuple[dict[str, tuple[str, int]], dict[str, tuple[str, int]]] = {}, {}

    def align(self) -> Alignment:
        """Align all kinds."""
        kinds: dict[str, _Kind] = {}
        for name in ORDER:
            kinds[name] = self._align_kind(name)
            if name == "groups":
                self._compare_actors()
        comparison = FieldComparison(self._similarity)
        pairs = {name: tuple(self._chosen(name, kinds[name], comparison)) for name in ARRAYS}
        exact = all(kind.exact for kind in kinds.values())
        return Alignment(pairs, self._similarity, self._keys, self._nearest, exact)

    # -- one kind ---------------------------------------------------------------------------------

    def _align_kind(self, name: str) -> _Kind:
        rows, columns = self._pools(0, name), self._pools(1, name)
        ours, theirs = ([self._keys(side, pool[0]) for pool in pools] for side, pools in enumerate((rows, columns)))
        found = candidates(ours, theirs, THRESHOLDS)
        similarities: dict[Edge, int] = {}
        for i, j in found.pairs:
            one, other = rows[i][0], columns[j][0]
            similarity = self._similarity(one, other)
            self._remember(rows[i], columns[j], similarity)
            if similarity > HALF:
                similarities[i, j] = similarity
        weights = {
            # A pair without a rival needs no tie-breaker.
            edge: self._weight(similarities[edge], rows[edge[0]][0], columns[edge[1]][0]) if len(part) > 1 else 1
            for part in parts(similarities)
            for edge in part
        }
        best = assign(weights, _sizes(rows), _sizes(columns))
        self._counterparts.add(name, _ids(rows), _ids(columns), best.possible)
        for (i, j), similarity in similarities.items():
            if any(
                self._counterparts.family(side, id) is None for side, id in ((0, rows[i][0].id), (1, columns[j][0].id))
            ):
                for one, other in itertools.product(rows[i], columns[j]):
                    self._counterparts.add_near(one.id, other.id, similarity)
        possible = {edge: weights[edge] for edge in best.possible}
        return _Kind(rows, columns, similarities, possible, found.complete and best.exact)

    def _pools(self, side: int, name: str) -> list[list[Record]]:
        """Put records together that are all the same."""
        features = (self._predicted, self._gold)[side]
        found: dict[Hashable, list[Record]] = {}
        for record in getattr(features.story, name):
            same = self._colors[side][record.id], frozenset(features.targets[record.id]), features.standing(record.id)
            found.setdefault(same, []).append(record)
        return list(found.values())

    def _remember(self, row: Sequence[Record], column: Sequence[Record], similarity: int) -> None:
        """Remember who is most similar to whom."""
        for nearest, records, other in zip(self._nearest, (row, column), (column[0], row[0]), strict=True):
            if similarity > nearest.get(records[0].id, ("", 0))[1]:
                nearest.update((record.id, (other.id, similarity)) for record in records)

    def _weight(self, similarity: int, one: Record, other: Record) -> int:
        """Weigh a pair by all aims, those of more weight first."""
        return _digits(
            similarity,
            1,
            dice(self._predicted.outgoing(one.id), self._gold.outgoing(other.id)),
            self._is_same_position(one, other),
            dice(self._predicted.incoming(one.id), self._gold.incoming(other.id)),
            sum(a == b for a, b in zip(self._colors[0][one.id], self._colors[1][other.id], strict=True)),
        )

    def _is_same_position(self, one: Record, other: Record) -> bool:
        if not isinstance(one, Stance) or not isinstance(other, Stance):
            return False
        claims = self._predicted.records[one.claim], self._gold.records[other.claim]
        return one.position is (turned(other.position) if self._similarity.are_opposed(*claims) else other.position)

    # -- across kinds -----------------------------------------------------------------------------

    def _compare_actors(self) -> None:
        """Find actors that are called the same and are of two kinds: a body here is a group there."""
        left = [
            [
                features.records[id]
                for id, kind in features.kinds.items()
                if kind in _ACTORS and self._counterparts.family(side, id) is None
            ]
            for side, features in enumerate((self._predicted, self._gold))
        ]
        ours, theirs = ([self._keys.of_names(side, one) for one in records] for side, records in enumerate(left))
        for i, j in candidates(ours, theirs).pairs:
            one, other = left[0][i].id, left[1][j].id
            if (similarity := self._similarity.called_alike(one, other)) > HALF:
                self._counterparts.add_near(one, other, similarity)

    # -- the choice -------------------------------------------------------------------------------

    def _chosen(self, name: str, kind: _Kind, comparison: FieldComparison) -> Iterable[AlignedPair]:
        """Choose one of the best assignments, with one more aim: the most agreeing facts."""
        weights: dict[Edge, int] = {}
        for part in parts(kind.weights):
            for i, j in part:
                agreeing = comparison.agreeing(kind.rows[i][0], kind.columns[j][0]) if len(part) > 1 else 0
                weights[i, j] = _digits(kind.weights[i, j], agreeing)
        rows, columns = (list(map(list, pools)) for pools in (kind.rows, kind.columns))
        place = {record.id: number for number, record in enumerate(getattr(self._gold.story, name))}
        pairs: list[AlignedPair] = []
        for (i, j), count in sorted(assign(weights, _sizes(rows), _sizes(columns)).pairs.items()):
            for _ in range(count):
                one, other = rows[i].pop(), columns[j].pop()
                opposed = self._similarity.are_opposed(one, other)
                pairs.append(AlignedPair(one, other, kind.similarities[i, j], opposed))
        return sorted(pairs, key=lambda pair: place[pair.gold.id])


def _sizes(pools: Sequence[Sequence[Record]]) -> list[int]:
    return [len(pool) for pool in pools]


def _ids(pools: Sequence[Sequence[Record]]) -> list[list[str]]:
    return [[record.id for record in pool] for pool in pools]


def _digits(*aims: int) -> int:
    weight = 0
    for aim in aims:
        weight = weight << _DIGITS | aim
    return weight
