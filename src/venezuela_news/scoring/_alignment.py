"""Which predicted record is which gold record, and what that is worth.

1. Pairs are of one kind and more than half alike. The assignment has the greatest total likeness; among equals the most
   pairs; among those the most alike in what they refer to; then the most equal positions; then the most alike in what
   refers to them; then the most equal colors.
2. These aims are the digits of one whole number, so that the total of each is the same in every best assignment,
   whatever the order of records.
3. Where best assignments are left, references to a record agree if *some* of them pairs the two; and of them
   one with the most agreeing fields is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from venezuela_news._records import ARRAYS, Record
from venezuela_news._statements import Stance
from venezuela_news.scoring._agreement import Agreement
from venezuela_news.scoring._assignment import assign, parts
from venezuela_news.scoring._reading import Reading, colors
from venezuela_news.scoring._similarity import Likeness
from venezuela_news.scoring._words import WHOLE, common, regions_alike, shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from venezuela_news._statements import Statement
    from venezuela_news.scoring._assignment import Edge
    from venezuela_news.scoring._words import Region

__all__ = ["ROLES", "Aligned", "Alignment", "align", "credit"]

ROLES = ("speaker", "cue", "content")
"""What an attribution anchors."""

# Forty binary digits an aim: a million pairs, each a million at most.
_DIGITS = 40
_Reads: TypeAlias = "dict[str, tuple[tuple[Region, dict[str, Region]], ...]]"


@final
@attrs.frozen(weakref_slot=False)
class Aligned:
    """A pair of records of one kind, and how alike they are."""

    predicted: Record
    gold: Record
    likeness: int


@final
@attrs.frozen(weakref_slot=False)
class Alignment:
    """The aligned pairs of each kind, in the gold story's order, and what compares their fields."""

    pairs: dict[str, tuple[Aligned, ...]]
    agreement: Agreement


def align(predicted: Reading, gold: Reading) -> Alignment:
    """Align two stories."""
    likeness = Likeness(predicted, gold)
    seen, wanted = colors((predicted, gold))
    likenesses: dict[str, dict[Edge, int]] = {}
    weights: dict[str, dict[Edge, int]] = {}
    counterparts: set[tuple[str, str]] = set()
    for kind in ARRAYS:
        rows: Sequence[Record] = getattr(predicted.story, kind)
        columns: Sequence[Record] = getattr(gold.story, kind)
        edges = {
            (i, j): value
            for i, row in enumerate(rows)
            for j, column in enumerate(columns)
            if 2 * (value := likeness(row, column)) > WHOLE
        }
        likenesses[kind] = edges
        weights[kind] = {}
        for part in parts(edges):
            for edge in part:
                # A pair without a rival needs no tie-breaker.
                one, other = rows[edge[0]], columns[edge[1]]
                weights[kind][edge] = (
                    _weight(
                        edges[edge],
                        1,
                        common(predicted.forward(one.id), gold.forward(other.id)),
                        int(isinstance(one, Stance) and isinstance(other, Stance) and one.position is other.position),
                        common(predicted.back(one.id), gold.back(other.id)),
                        sum(a == b for a, b in zip(seen[one.id], wanted[other.id], strict=True)),
                    )
                    if len(part) > 1
                    else 1
                )
        counterparts.update((rows[i].id, columns[j].id) for i, j in assign(weights[kind]).possible)
    agreement = Agreement(predicted, gold, frozenset(counterparts))
    pairs: dict[str, tuple[Aligned, ...]] = {}
    for kind in ARRAYS:
        rows, columns = getattr(predicted.story, kind), getattr(gold.story, kind)
        found = assign(_refined(weights[kind], rows, columns, agreement)).pairs
        pairs[kind] = tuple(
            Aligned(rows[i], columns[j], likenesses[kind][i, j]) for i, j in sorted(found, key=lambda edge: edge[::-1])
        )
    return Alignment(pairs, agreement)


def _weight(*aims: int) -> int:
    weight = 0
    for aim in aims:
        weight = weight << _DIGITS | aim
    return weight


def _refined(
    weights: dict[Edge, int], rows: Sequence[Record], columns: Sequence[Record], agreement: Agreement
) -> dict[Edge, int]:
    """The weights with one more aim: as few differences as can be."""
    refined: dict[Edge, int] = {}
    for edge, weight in weights.items():
        differences = sum(1 for _ in agreement.differences(rows[edge[0]], columns[edge[1]])) if weight > 1 else 0
        refined[edge] = _weight(weight, 2**10 - differences)
    return refined


def credit(predicted: Reading, gold: Reading) -> dict[tuple[str, bool], tuple[int, int, int]]:
    """For each role, strict (true) or by overlap: what predicted statements earn, and how many have it on either side.

    Two attributions are compared where their contents share a code point. Two statements earn what their best two
    attributions earn, and for each figure statements are assigned to each other so that they earn the most.
    """
    earned: dict[tuple[str, bool], dict[Edge, int]] = {(role, strict): {} for role in ROLES for strict in (True, False)}
    seen, wanted = _read(predicted), _read(gold)
    for i, one in enumerate(predicted.story.statements):
        for j, other in enumerate(gold.story.statements):
            for content, first in seen[one.id]:
                for content_there, second in wanted[other.id]:
                    if not (content.keys() & content_there.keys() and shared(content, content_there)):
                        continue
                    for role in first.keys() & second.keys():
                        strict = WHOLE if first[role] == second[role] else 0
                        for key, value in (
                            ((role, True), strict),
                            ((role, False), regions_alike(first[role], second[role])),
                        ):
                            if value > earned[key].get((i, j), 0):
                                earned[key][i, j] = value
    return {
        (role, strict): (
            sum(edges[edge] for edge in assign(edges).pairs),
            _having(role, predicted.story.statements),
            _having(role, gold.story.statements),
        )
        for (role, strict), edges in earned.items()
    }


def _read(reading: Reading) -> _Reads:
    return {
        statement.id: tuple(
            (
                reading.region(attribution.content),
                {role: reading.region(getattr(attribution, role)) for role in ROLES if getattr(attribution, role)},
            )
            for attribution in statement.attributions
        )
        for statement in reading.story.statements
    }


def _having(role: str, statements: Sequence[Statement]) -> int:
    return sum(any(getattr(attribution, role) for attribution in one.attributions) for one in statements)
