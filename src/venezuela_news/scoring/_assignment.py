"""The assignment problem: pairs of the greatest total weight, each row and each column in one pair at most.

Kuhn (*The Hungarian method for the assignment problem*, 1955) and Munkres (*Algorithms for the assignment and
transportation problems*, 1957), as shortest augmenting paths over potentials (Jonker and Volgenant, *A shortest
augmenting path algorithm for dense and sparse linear assignment problems*, 1987). Rows that are all the same are one
row of some size, and so are columns. Weights are whole numbers of any size, so nothing is ever rounded, and a tie is
a tie.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from venezuela_news.scoring._circles import circles

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MOST_STEPS", "Assignment", "Edge", "assign", "parts"]

Edge: TypeAlias = tuple[int, int]
"""A row and a column; 0 is the first of either."""

MOST_STEPS: Final = 5_000_000
"""How many pairs are looked at to improve an assignment. What is left then takes the best that is free."""

_ALONE: Final = -1  # the column of rows that stay alone: it has room for all, and earns nothing


@final
@attrs.frozen(weakref_slot=False)
class Assignment:
    """Pairs of the greatest total weight.

    Args:
        pairs: The pairs, and how many of each there are.
        possible: Every pair that stands in some assignment as good.
        exact: Whether no other assignment is better, for sure.
    """

    pairs: Mapping[Edge, int]
    possible: frozenset[Edge]
    exact: bool


def assign(
    weights: Mapping[Edge, int], rows: Sequence[int] | None = None, columns: Sequence[int] | None = None
) -> Assignment:
    """The best assignment.

    Args:
        weights: The weight of each pair that is allowed, above zero. Any row or column may stay alone.
        rows: How many of each row there are; one, if not given.
        columns: How many of each column there are; one, if not given.

    >>> sorted(assign({(0, 0): 9, (0, 1): 8, (1, 0): 8}).pairs)
    [(0, 1), (1, 0)]
    """
    pairs: dict[Edge, int] = {}
    possible: set[Edge] = set()
    exact = True
    left = MOST_STEPS
    for part in parts(weights):
        solver = _Solver({edge: weights[edge] for edge in part}, rows, columns, left)
        solver.solve()
        left = solver.left
        pairs |= solver.pairs()
        possible |= solver.possible() if solver.exact else pairs.keys()
        exact = exact and solver.exact
    return Assignment(pairs, frozenset(possible), exact)


def parts(edges: Mapping[Edge, int]) -> Iterator[tuple[Edge, ...]]:
    """The connected parts of a graph of rows and columns, each by its edges: they can be solved apart."""
    by_row: dict[int, list[Edge]] = {}
    by_column: dict[int, list[Edge]] = {}
    for edge in edges:
        by_row.setdefault(edge[0], []).append(edge)
        by_column.setdefault(edge[1], []).append(edge)
    while by_row:
        rows = [next(iter(by_row))]
        part: list[Edge] = []
        while rows:
            found = by_row.pop(rows.pop(), [])
            part += found
            for _, column in found:
                rows += [row for row, _ in by_column.pop(column, [])]
        yield tuple(part)


@final
class _Solver:
    """One part of the problem.

    Each row has a price that it pays at most, each column one that it asks: together never below the weight of their
    pair, and equal to it where they are paired. That proves the assignment to be the best.
    """

    def __init__(
        self, weights: Mapping[Edge, int], rows: Sequence[int] | None, columns: Sequence[int] | None, left: int
    ) -> None:
        self._weights = weights
        self._columns_of: dict[int, dict[int, int]] = {}
        for (row, column), weight in weights.items():
            self._columns_of.setdefault(row, {_ALONE: 0})[column] = weight
        self._size = {row: rows[row] if rows else 1 for row in self._columns_of}
        self._room: dict[int, int] = {column: columns[column] if columns else 1 for _, column in weights}
        self._room[_ALONE] = sum(self._size.values())
        self._rows_of: dict[int, dict[int, int]] = {column: {} for column in self._room}
        """How many of which rows each column has."""
        self._pays = {row: max(found.values()) for row, found in self._columns_of.items()}
        self._asks = dict.fromkeys(self._room, 0)
        self.left = left
        self.exact = True

    def solve(self) -> None:
        """Place each row, moving others where that is better on the whole."""
        # Those that have the most to lose come first, so that fewer have to move.
        for row in sorted(self._size, key=self._pays.__getitem__, reverse=True):
            waiting = self._size[row]
            while waiting:
                if self.left <= 0:
                    self.exact = False
                    waiting -= self._take_best(row, waiting)
                else:
                    waiting -= self._place(row, waiting)

    def _take_best(self, row: int, waiting: int) -> int:
        """Place some of a row where it earns the most of what is free; tell how many."""
        found = self._columns_of[row]
        column = max((each for each in found if self._room[each]), key=lambda each: (found[each], -each))
        count = min(waiting, self._room[column])
        self._give(row, column, count)
        return count

    def _give(self, row: int, column: int, count: int) -> None:
        self._room[column] -= count
        now = self._rows_of[column].get(row, 0) + count
        if now:
            self._rows_of[column][row] = now
        else:
            del self._rows_of[column][row]

    def _place(self, row: int, waiting: int) -> int:
        """Place some of a row along the cheapest path to a column with room; tell how many.

        Dijkstra's algorithm: what a step costs is what row and column forgo by it.
        """
        cost_of_row = {row: 0}
        cost: dict[int, int] = {}
        reached: dict[int, int] = {}  # what each column costs, once that is settled
        before: dict[int, int] = {}  # the row from which each column is reached
        freed: dict[int, int] = {}  # the column that each row leaves
        heap: list[tuple[int, int]] = []
        newest = [row]
        while True:
            for each in newest:
                self._look_around(each, cost_of_row[each], cost, before, heap)
            at, column = heapq.heappop(heap)
            if column in reached or at > cost[column]:
                newest = []
                continue
            reached[column] = at
            if self._room[column]:
                break
            newest = [each for each in self._rows_of[column] if each not in cost_of_row]
            for each in newest:
                cost_of_row[each] = at
                freed[each] = column
        for each, spent in cost_of_row.items():
            self._pays[each] -= at - spent
        for each, spent in reached.items():
            self._asks[each] += at - spent
        return self._move(row, column, waiting, before, freed)

    def _look_around(
        self, row: int, spent: int, cost: dict[int, int], before: dict[int, int], heap: list[tuple[int, int]]
    ) -> None:
        pays, asks = self._pays[row], self._asks
        self.left -= len(self._columns_of[row])
        for column, weight in self._columns_of[row].items():
            there = spent + pays + asks[column] - weight
            if column not in cost or there < cost[column]:
                cost[column] = there
                before[column] = row
                heapq.heappush(heap, (there, column))

    def _move(self, row: int, column: int, waiting: int, before: dict[int, int], freed: dict[int, int]) -> int:
        """Move as many along a path as there is room for."""
        path: list[tuple[int, int]] = []
        count = min(waiting, self._room[column])
        while True:
            mover = before[column]
            path.append((mover, column))
            if mover == row:
                break
            column = freed[mover]
            count = min(count, self._rows_of[column][mover])
        for mover, to in path:
            if mover in freed:
                self._give(mover, freed[mover], -count)
            self._give(mover, to, count)
        return count

    def pairs(self) -> dict[Edge, int]:
        """Give the pairs."""
        return {
            (row, column): count
            for column, rows in self._rows_of.items()
            if column != _ALONE
            for row, count in rows.items()
        }

    def possible(self) -> set[Edge]:
        """Give the pairs of all best assignments: those that there are, and those that lie on a circle of free moves.

        A move is free if its row and column lose nothing. A column that asks nothing can also be left empty, or take
        one more if it has room.
        """
        tight = [
            (row, column)
            for row, found in self._columns_of.items()
            for column, weight in found.items()
            if self._pays[row] + self._asks[column] == weight
        ]
        moves: dict[tuple[str, int], list[tuple[str, int]]] = {("room", 0): []}
        for row, column in tight:
            moves.setdefault(("row", row), []).append(("column", column))
        for column, rows in self._rows_of.items():
            line = moves.setdefault(("column", column), [])
            line += [("row", row) for row in rows]
            if self._asks[column] == 0:
                if self._room[column]:
                    line.append(("room", 0))
                if rows:
                    moves["room", 0].append(("column", column))
        circle = circles(moves)
        found = self.pairs()
        return {
            (row, column)
            for row, column in tight
            if column != _ALONE and ((row, column) in found or circle["row", row] == circle["column", column])
        }
