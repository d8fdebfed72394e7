"""Candidates: which pairs of two collections are worth a comparison, found by what they share.

Each item says its *signs*, of which one in common is reason enough, and its *texts*, which must have more than a stated
share of their words in common. An index of both finds all such pairs, the rare ones first; a pair that it does not give
is certainly not alike. Where that would be too much, the most promising are taken, and the result says so.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, final

import attrs

from venezuela_news.scoring._assignment import Edge
from venezuela_news.scoring._coefficients import SCALE, Bag

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST_PAIRS", "Candidates", "Keys", "candidates"]

MOST_PAIRS: Final = 40_000
"""How many pairs of a kind are compared in any case: 200 items with 200."""
_FEWEST_EACH: Final = 8  # pairs that each item has in any case
_MOST_STEPS: Final = 4_000_000  # through lists of who holds a key


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Keys:
    """What an item is found by.

    Args:
        signs: Of which one in common is reason enough to compare.
        texts: Words by field. How similar two texts must be is told by the field.
        hints: What is no reason to compare, and makes a pair more promising if there is one.
    """

    signs: frozenset[Hashable] = frozenset()
    texts: Mapping[str, Bag[str]] = attrs.field(factory=dict[str, Bag[str]])
    hints: frozenset[Hashable] = frozenset()


@final
@attrs.frozen(weakref_slot=False)
class Candidates:
    """Pairs to compare, and whether all others are certainly not alike."""

    pairs: Sequence[Edge]
    complete: bool


def candidates(
    rows: Sequence[Keys], columns: Sequence[Keys], thresholds: Mapping[str, int] = MappingProxyType({})
) -> Candidates:
    """Find the pairs of rows and columns that may be alike.

    Args:
        rows: The items of one side.
        columns: The items of the other.
        thresholds: For each field of texts, what their similarity must be above.
    """
    signs = _Index([row.signs for row in rows], [column.signs for column in columns], None)
    hints = _Index([row.hints for row in rows], [column.hints for column in columns], None)
    texts = [
        _Texts(
            [row.texts.get(field, frozenset()) for row in rows], [c.texts.get(field, frozenset()) for c in columns], n
        )
        for field, n in thresholds.items()
    ]
    choice = _Choice(len(rows), len(columns))
    for row in range(len(rows)):
        promise = signs.found(row)
        for each in texts:
            for column, similarity in each.similar(row):
                promise[column] = promise.get(column, 0) + similarity
        for column, hinted in hints.found(row).items():
            if column in promise:
                promise[column] += hinted
        choice.add(row, promise)
    whole = signs.complete and all(each.complete for each in texts)
    return Candidates(choice.pairs(), whole and choice.complete)


@final
class _Index:
    """Who holds which keys: keys that are held by the same rows and columns are one, as heavy as they are together.

    Args:
        rows: The keys of each row.
        columns: The keys of each column.
        weigh: What a key weighs; if nothing is given, a key weighs the more the rarer it is.
    """

    def __init__(
        self,
        rows: Sequence[Iterable[Hashable]],
        columns: Sequence[Iterable[Hashable]],
        weights: Mapping[Hashable, int] | None,
    ) -> None:
        by_row, by_column = _holders(rows), _holders(columns)
        merged: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = defaultdict(int)
        for key in by_row.keys() & by_column.keys():
            holders = tuple(by_row[key]), tuple(by_column[key])
            rarity = SCALE // (len(holders[0]) * len(holders[1])) + 1
            merged[holders] += rarity if weights is None else weights[key]
        self.complete = True
        self.left_out = [0] * len(rows)
        """What those keys of each row weigh that were too common to be looked up everywhere."""
        self._postings: list[list[tuple[Sequence[int], int]]] = [[] for _ in rows]
        steps = 0
        for (holding, held), weight in sorted(
            merged.items(), key=lambda each: (len(each[0][0]) * len(each[0][1]), each)
        ):
            steps += len(holding) * len(held)
            for number, row in enumerate(holding):
                if steps <= _MOST_STEPS:
                    self._postings[row].append((held, weight))
                else:
                    # Too common: a few columns at the same place in their order.
                    middle = number * len(held) // len(holding)
                    start = max(0, middle - _FEWEST_EACH // 2)
                    self._postings[row].append((held[start : start + _FEWEST_EACH], weight))
                    self.left_out[row] += weight
                    self.complete = False

    def found(self, row: int) -> dict[int, int]:
        """Give the columns that share a key with a row, and what these weigh together."""
        weights: dict[int, int] = {}
        for held, weight in self._postings[row]:
            for column in held:
                weights[column] = weights.get(column, 0) + weight
        return weights


@final
class _Texts:
    """Which texts may be similar, by Dice's coefficient of their words, each as heavy as it is long."""

    def __init__(self, rows: Sequence[Bag[str]], columns: Sequence[Bag[str]], threshold: int) -> None:
        words: dict[Hashable, int] = {token: len(token[0]) for each in (*rows, *columns) for token in each}
        self._threshold = threshold
        self._index = _Index(rows, columns, words)
        self._rows = [sum(words[token] for token in row) for row in rows]
        self._columns = [sum(words[token] for token in column) for column in columns]
        # Two texts that share nothing but what was left out share no more of their words than this.
        self.complete = all(
            2 * SCALE * left_out <= threshold * (length + left_out)
            for left_out, length in zip(self._index.left_out, self._rows, strict=True)
        )

    def similar(self, row: int) -> Iterable[tuple[int, int]]:
        """Give the columns that may be similar, and how similar they are."""
        length, more = self._rows[row], self._index.left_out[row]
        for column, common in self._index.found(row).items():
            similarity = 2 * SCALE * (common + more) // (length + self._columns[column])
            if similarity > self._threshold:
                yield column, similarity


@final
class _Choice:
    """The most promising pairs of each row and of each column."""

    def __init__(self, rows: int, columns: int) -> None:
        self._of_row = max(_FEWEST_EACH, MOST_PAIRS // max(rows, 1))
        self._of_column = max(_FEWEST_EACH, MOST_PAIRS // max(columns, 1))
        self._pairs: set[Edge] = set()
        self._waiting: list[list[tuple[int, int, int]]] = [[] for _ in range(columns)]
        self.complete = True

    def add(self, row: int, promise: Mapping[int, int]) -> None:
        """Take the pairs of a row that promise most; the others wait for their columns."""
        if len(promise) <= self._of_row:
            self._pairs.update((row, column) for column in promise)
            return
        self.complete = False
        ranked = sorted(promise, key=lambda column: (promise[column], -self._turn(row, column)), reverse=True)
        self._pairs.update((row, column) for column in ranked[: self._of_row])
        for column in ranked[self._of_row :]:
            line, place = self._waiting[column], (promise[column], -self._turn(row, column), row)
            if len(line) < self._of_column:
                heapq.heappush(line, place)
            elif line[0] < place:
                heapq.heapreplace(line, place)

    def _turn(self, row: int, column: int) -> int:
        """Tell how late it is a column's turn: each row begins with another one, lest all take the same."""
        return (column - row) % len(self._waiting)

    def pairs(self) -> list[Edge]:
        """Give the pairs, in order."""
        taken = [0] * len(self._waiting)
        for _, column in self._pairs:
            taken[column] += 1
        for column, line in enumerate(self._waiting):
            room = max(0, self._of_column - taken[column])
            self._pairs.update((row, column) for _, _, row in heapq.nlargest(room, line))
        return sorted(self._pairs)


def _holders(items: Sequence[Iterable[Hashable]]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number, keys in enumerate(items):
        for key in keys:
            found[key].append(number)
    return found
