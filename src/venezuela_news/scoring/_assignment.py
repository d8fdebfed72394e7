"""The assignment problem: pairs of the greatest total weight, each row and each column in one pair at most.

Kuhn (*The Hungarian method for the assignment problem*, 1955) and Munkres (*Algorithms for the assignment and
transportation problems*, 1957), as shortest augmenting paths over potentials in cubic time (Jonker and Volgenant,
*A shortest augmenting path algorithm for dense and sparse linear assignment problems*, 1987). Weights are whole
numbers of any size, so nothing is ever rounded, and a tie is a tie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Assignment", "Edge", "assign", "parts"]

Edge: TypeAlias = tuple[int, int]
"""A row and a column; 0 is the first of either."""


@final
@attrs.frozen(weakref_slot=False)
class Assignment:
    """Pairs of the greatest total weight, and every pair that stands in some assignment as good."""

    pairs: frozenset[Edge]
    possible: frozenset[Edge]


def assign(weights: Mapping[Edge, int]) -> Assignment:
    """The best assignment.

    Args:
        weights: The weight of each pair that is allowed, above zero. Any row or column may stay alone.

    >>> sorted(assign({(0, 0): 9, (0, 1): 8, (1, 0): 8}).pairs)
    [(0, 1), (1, 0)]
    """
    pairs: set[Edge] = set()
    possible: set[Edge] = set()
    for part in parts(weights):
        if len(part) == 1:
            pairs.update(part)
            possible.update(part)
        else:
            found = _solved({edge: weights[edge] for edge in part})
            pairs |= found.pairs
            possible |= found.possible
    return Assignment(frozenset(pairs), frozenset(possible))


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


def _solved(weights: Mapping[Edge, int]) -> Assignment:
    rows = sorted({row for row, _ in weights})
    columns = sorted({column for _, column in weights})
    # To stay alone is to be paired with a stand-in, or with a partner that is not allowed, for nothing.
    size = max(len(rows), len(columns))
    costs = [[0] * size for _ in range(size)]
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            costs[i][j] = -weights.get((row, column), 0)
    partner, row_potential, column_potential = _potentials(costs)
    # By complementary slackness a best assignment has tight pairs alone; another one differs from this one by
    # circles of tight pairs. So a tight pair is possible where a path of tight pairs leads back to its row.
    tight = [[j for j in range(size) if costs[i][j] == row_potential[i] + column_potential[j]] for i in range(size)]
    row_of = {column: row for row, column in enumerate(partner)}
    reach = [sum(1 << row_of[j] for j in found) for found in tight]
    for k in range(size):
        for i in range(size):
            if reach[i] >> k & 1:
                reach[i] |= reach[k]
    pairs = {(i, j) for i, j in enumerate(partner) if costs[i][j]}
    possible = {(i, j) for i in range(size) for j in tight[i] if costs[i][j] and reach[row_of[j]] >> i & 1}
    return Assignment(
        frozenset((rows[i], columns[j]) for i, j in pairs), frozenset((rows[i], columns[j]) for i, j in possible)
    )


def _potentials(costs: list[list[int]]) -> tuple[list[int], list[int], list[int]]:
    """The cheapest column of each row of a square matrix, and the potentials of rows and columns that prove it."""
    size = len(costs)
    u = [0] * size
    v = [0] * (size + 1)
    row_of = [-1] * (size + 1)  # the last column is where each new row comes in
    for row in range(size):
        row_of[size] = row
        column = size
        reached = [size]
        free = list(range(size))
        slack: dict[int, int] = {}
        before = [size] * size
        while row_of[column] != -1:
            i = row_of[column]
            for j in free:
                reduced = costs[i][j] - u[i] - v[j]
                if j not in slack or reduced < slack[j]:
                    slack[j] = reduced
                    before[j] = column
            column = min(free, key=slack.__getitem__)
            least = slack[column]
            for j in reached:
                u[row_of[j]] += least
                v[j] -= least
            for j in free:
                slack[j] -= least
            free.remove(column)
            reached.append(column)
        while column != size:
            row_of[column] = row_of[before[column]]
            column = before[column]
    partner = [0] * size
    for column in range(size):
        partner[row_of[column]] = column
    return partner, u, v[:size]
