"""The alignment of two stories: which predicted record is which gold record.

1. Pairs are of one kind and more than half similar. The assignment has the greatest total similarity; among equals the
   most pairs; among those the most similar in what they refer to; then the most equal positions; then the most similar
   in what refers to them; then the most equal colors.
2. These aims are the digits of one whole number, so that the total of each is the same in every best assignment,
   whatever the order of records.
3. Where best assignments are left, references to a record agree if *some* of them pairs the two; and of them
   one with the most agreeing fields is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from venezuela_news._records import ARRAYS, Record
from venezuela_news._statements import Stance
from venezuela_news.scoring._assignment import Edge, assign, parts
from venezuela_news.scoring._coefficients import SCALE, dice
from venezuela_news.scoring._colors import colors
from venezuela_news.scoring._comparison import FieldComparison
from venezuela_news.scoring._similarity import Similarity

if TYPE_CHECKING:
    from venezuela_news.scoring._features import StoryFeatures

__all__ = ["AlignedPair", "Alignment", "align", "is_same_position"]

# Forty binary digits an aim: a million pairs, each a million at most.
_DIGITS = 40
_MOST_FIELDS = 2**10  # above what a record can have

_Colors: TypeAlias = "dict[str, tuple[int, ...]]"


@final
@attrs.frozen(weakref_slot=False)
class AlignedPair:
    """A pair of records of one kind, and how similar they are."""

    predicted: Record
    gold: Record
    similarity: int


@final
@attrs.frozen(weakref_slot=False)
class Alignment:
    """The aligned pairs of each kind, in the gold story's order, and what compares their fields."""

    pairs: dict[str, tuple[AlignedPair, ...]]
    comparison: FieldComparison


@final
@attrs.frozen(weakref_slot=False)
class _Candidates:
    """The records of one kind, the similarity of those pairs that may be aligned, and their weights."""

    rows: Sequence[Record]
    columns: Sequence[Record]
    similarities: dict[Edge, int]
    weights: dict[Edge, int]


def align(predicted: StoryFeatures, gold: StoryFeatures) -> Alignment:
    """Align two stories."""
    similarity = Similarity(predicted, gold)
    both_colors = colors((predicted, gold))
    candidates: dict[str, _Candidates] = {}
    counterparts: set[tuple[str, str]] = set()
    for kind in ARRAYS:
        rows: Sequence[Record] = getattr(predicted.story, kind)
        columns: Sequence[Record] = getattr(gold.story, kind)
        similarities = _similarities(rows, columns, similarity)
        weights = {
            # A pair without a rival needs no tie-breaker.
            edge: _weight(similarities[edge], rows[edge[0]], columns[edge[1]], predicted, gold, both_colors)
            if len(part) > 1
            else 1
            for part in parts(similarities)
            for edge in part
        }
        candidates[kind] = _Candidates(rows, columns, similarities, weights)
        counterparts.update((rows[i].id, columns[j].id) for i, j in assign(weights).possible)
    comparison = FieldComparison(predicted, gold, frozenset(counterparts))
    return Alignment({kind: _pairs(each, comparison) for kind, each in candidates.items()}, comparison)


def _similarities(rows: Sequence[Record], columns: Sequence[Record], similarity: Similarity) -> dict[Edge, int]:
    """Compare every row with every column, and keep what is more than half similar."""
    return {
        (i, j): value
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
        if 2 * (value := similarity(row, column)) > SCALE
    }


def _weight(
    similarity: int,
    one: Record,
    other: Record,
    predicted: StoryFeatures,
    gold: StoryFeatures,
    both_colors: list[_Colors],
) -> int:
    """Weigh a pair by all aims, those of more weight first."""
    return _digits(
        similarity,
        1,
        dice(predicted.outgoing(one.id), gold.outgoing(other.id)),
        int(is_same_position(one, other)),
        dice(predicted.incoming(one.id), gold.incoming(other.id)),
        sum(a == b for a, b in zip(both_colors[0][one.id], both_colors[1][other.id], strict=True)),
    )


def is_same_position(one: Record, other: Record) -> bool:
    """Tell whether two records are stances in the same position."""
    return isinstance(one, Stance) and isinstance(other, Stance) and one.position is other.position


def _digits(*aims: int) -> int:
    weight = 0
    for aim in aims:
        weight = weight << _DIGITS | aim
    return weight


def _pairs(candidates: _Candidates, comparison: FieldComparison) -> tuple[AlignedPair, ...]:
    """Assign the records of a kind to each other, with one more aim: as few differences as can be."""
    rows, columns = candidates.rows, candidates.columns
    weights: dict[Edge, int] = {}
    for edge, weight in candidates.weights.items():
        # A weight of one is that of a pair without a rival.
        differences = comparison.differences(rows[edge[0]], columns[edge[1]]) if weight > 1 else ()
        weights[edge] = _digits(weight, _MOST_FIELDS - sum(1 for _ in differences))
    return tuple(
        AlignedPair(rows[i], columns[j], candidates.similarities[i, j])
        for i, j in sorted(assign(weights).pairs, key=lambda edge: edge[::-1])
    )
