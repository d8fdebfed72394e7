"""How many items of two collections can be paired.

A row takes a column that is free and fits. Where none is, a row that holds a fitting column makes room for it by taking
another, and so on: the search for such a path goes breadth first, so that its depth never follows the input.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["most_pairs"]

T = TypeVar("T")


def most_pairs(rows: Sequence[T], columns: Sequence[T], fits: Callable[[T, T], bool]) -> int:
    """Count the pairs of the largest pairing in which each row has a column of its own that fits it.

    >>> most_pairs("abc", "BAD", lambda one, other: one.upper() == other)
    2
    """
    column_of: dict[int, int] = {}
    row_of: dict[int, int] = {}
    return sum(_place(row, rows, columns, fits, column_of, row_of) for row in range(len(rows)))


def _place(
    row: int,
    rows: Sequence[T],
    columns: Sequence[T],
    fits: Callable[[T, T], bool],
    column_of: dict[int, int],
    row_of: dict[int, int],
) -> bool:
    """Pair one more row, moving others where they are in its way."""
    unseen = sorted(range(len(columns)), key=row_of.__contains__)  # free ones first: most rows need no other
    wanted_by: dict[int, int] = {}
    waiting = deque([row])
    while waiting:
        one = waiting.popleft()
        for column in tuple(unseen):
            if not fits(rows[one], columns[column]):
                continue
            unseen.remove(column)
            wanted_by[column] = one
            if column not in row_of:
                _hand_over(column, wanted_by, column_of, row_of)
                return True
            waiting.append(row_of[column])
    return False


def _hand_over(column: int, wanted_by: dict[int, int], column_of: dict[int, int], row_of: dict[int, int]) -> None:
    """Give a free column to the row that wants it, that row's old column to the one that wants that, and so on."""
    given: int | None = column
    while given is not None:
        row = wanted_by[given]
        left = column_of.get(row)
        column_of[row], row_of[given] = given, row
        given = left
