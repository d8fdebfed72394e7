"""Counterparts: which predicted record stands for which gold record, as far as kinds have been aligned.

A record that has no counterpart may still be near to one: to a record of its kind that it is alike, and that another
is the counterpart of; or to an actor of another kind that is called the same.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias, final

from venezuela_news.scoring._assignment import parts
from venezuela_news.scoring._coefficients import SCALE
from venezuela_news.scoring._pairing import most_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from venezuela_news.scoring._assignment import Edge

__all__ = ["Counterparts"]

_Near: TypeAlias = "dict[str, dict[str, int]]"


@final
class Counterparts:
    """Which records of two stories stand for each other; ids are keys here, and are compared nowhere."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        """The arrays that have been aligned."""
        self._pools: tuple[dict[str, int], dict[str, int]] = {}, {}
        self._fits: set[Edge] = set()
        self._families: tuple[dict[int, int], dict[int, int]] = {}, {}
        self._closed: set[int] = set()
        self._near: tuple[_Near, _Near] = {}, {}
        self._count = 0

    def add(
        self, kind: str, rows: Sequence[Sequence[str]], columns: Sequence[Sequence[str]], fits: Iterable[Edge]
    ) -> None:
        """Enter a kind that has been aligned.

        Args:
            kind: The array.
            rows: The predicted ids, those of records that are all the same together.
            columns: The gold ids, in the same way.
            fits: Which rows and columns stand for each other in some best assignment.
        """
        self.kinds.add(kind)
        start = self._count
        for pools, groups in zip(self._pools, (rows, columns), strict=True):
            pools.update((id, start + number) for number, group in enumerate(groups) for id in group)
        self._count += max(len(rows), len(columns))
        moved = {(start + row, start + column): 1 for row, column in fits}
        self._fits |= moved.keys()
        for part in parts(moved):
            family = len(self._families[0]) + len(self._families[1])
            sides = {row for row, _ in part}, {column for _, column in part}
            for families, members in zip(self._families, sides, strict=True):
                families.update(dict.fromkeys(members, family))
            if len(part) == len(sides[0]) * len(sides[1]):
                self._closed.add(family)

    def add_near(self, predicted: str, gold: str, similarity: int) -> None:
        """Enter two records that are alike."""
        self._near[0].setdefault(predicted, {})[gold] = similarity
        self._near[1].setdefault(gold, {})[predicted] = similarity

    def family(self, side: int, id: str) -> int | None:
        """Tell the family of a record: those that stand for each other, or can; ``None`` if it has no counterpart."""
        pool = self._pools[side].get(id)
        return None if pool is None else self._families[side].get(pool)

    def are(self, predicted: str, gold: str) -> bool:
        """Tell whether a predicted record can stand for a gold one."""
        return (self._pools[0].get(predicted), self._pools[1].get(gold)) in self._fits

    def similarity(self, predicted: str, gold: str) -> int:
        """Compare two records of kinds that have been aligned."""
        if self.are(predicted, gold):
            return SCALE
        if self.family(0, predicted) is not None and self.family(1, gold) is not None:
            return 0  # each is somebody else
        return self._near[0].get(predicted, {}).get(gold, 0)

    def near(self, side: int, id: str) -> Mapping[str, int]:
        """Give the ids of the other story that a record is near to, and how similar they are."""
        return self._near[side].get(id, {})

    def in_common(self, predicted: Sequence[str], gold: Sequence[str]) -> int:
        """Count the references of two lists that can be paired so that each two mean the same."""
        if len(predicted) == len(gold) == 1:
            return int(self.are(predicted[0], gold[0]))
        found = 0
        rows, columns = (self._by_family(side, ids) for side, ids in enumerate((predicted, gold)))
        for family in rows.keys() & columns.keys():
            if family in self._closed:
                found += min(len(rows[family]), len(columns[family]))
            else:
                found += most_pairs(rows[family], columns[family], self.are)
        return found

    def _by_family(self, side: int, ids: Iterable[str]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for id in ids:
            if (family := self.family(side, id)) is not None:
                found.setdefault(family, []).append(id)
        return found

    def signs(self, side: int, ids: Iterable[str | None]) -> Counter[tuple[str, str | int]]:
        """Give what references share, if they can mean the same: their families, or gold records that they are near."""
        found: Counter[tuple[str, str | int]] = Counter()
        for id in filter(None, ids):
            if (family := self.family(side, id)) is not None:
                found["family", family] += 1
            found.update(("near", other) for other in (self.near(0, id) if side == 0 else (id,)))
        return found
