"""Mapping the paragraphs of a text to those it has after an edit.

1. What two texts begin and end with alike is unchanged.
2. Between, paragraphs that occur once on both sides are paired, as many as stand in the same order (the longest
   increasing subsequence). Between two such pairs the same is done once more, with equal paragraphs told apart by
   their turn.
3. All of it takes time n log n. Of paragraphs that changed places, the greater number counts as unchanged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import final

__all__ = ["ParagraphMap"]


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise in both numbers, of pairs in order of the first (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, new) in enumerate(pairs):
        pile = bisect_left(tops, new)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(new)
            piles.append(number)
        else:
            tops[pile], piles[pile] = new, number
    result: list[tuple[int, int]] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        result.append(pairs[number])
        number = before[number]
    result.reverse()
    return result


def _singles(items: Sequence[Hashable], low: int, high: int) -> dict[Hashable, int]:
    """The index of each item that occurs once in a part of a sequence."""
    counts = Counter(items[low:high])
    return {items[index]: index for index in range(low, high) if counts[items[index]] == 1}


def _turns(items: Sequence[Hashable], low: int, high: int) -> dict[Hashable, int]:
    """The index of each item, told apart by how many equal ones stand before it."""
    counts: Counter[Hashable] = Counter()
    places: dict[Hashable, int] = {}
    for index in range(low, high):
        places[items[index], counts[items[index]]] = index
        counts[items[index]] += 1
    return places


class _Gap:
    """A part of both sequences that is not paired yet, without what both begin and end with."""

    def __init__(
        self, old: Sequence[Hashable], new: Sequence[Hashable], low: tuple[int, int], high: tuple[int, int]
    ) -> None:
        self.ends: list[tuple[int, int]] = []
        (a, b), (a_end, b_end) = low, high
        while a < a_end and b < b_end and old[a] == new[b]:
            self.ends.append((a, b))
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            self.ends.append((a_end, b_end))
        self.low, self.high = (a, b), (a_end, b_end)


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    whole = _Gap(old, new, (0, 0), (len(old), len(new)))
    pairs = whole.ends
    (a, b), (a_end, b_end) = whole.low, whole.high
    here, there = _singles(old, a, a_end), _singles(new, b, b_end)
    fixed = _increasing([(index, there[item]) for item, index in here.items() if item in there])
    pairs += fixed
    low = whole.low
    for high in [*fixed, whole.high]:
        gap = _Gap(old, new, low, high)
        pairs += gap.ends
        here, there = _turns(old, gap.low[0], gap.high[0]), _turns(new, gap.low[1], gap.high[1])
        pairs += _increasing([(index, there[item]) for item, index in here.items() if item in there])
        low = high[0] + 1, high[1] + 1
    return pairs


@final
class ParagraphMap:
    """A map from the paragraphs of a text to those it has after an edit.

    Args:
        old: The paragraphs as they were, or their digests.
        new: The paragraphs as they are.

    >>> paragraphs = ParagraphMap(("One.", "Two.", "Three."), ("New.", "One.", "Two, changed.", "Three."))
    >>> paragraphs.unchanged(2), paragraphs.unchanged(1), paragraphs.likeliest(1)
    (3, None, 2)
    """

    __slots__ = ("_new_size", "_old_size", "_pairs", "_unchanged")

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        self._old_size, self._new_size = len(old), len(new)
        self._pairs = sorted(_pairs(old, new))
        self._unchanged = dict(self._pairs)

    def unchanged(self, number: int) -> int | None:
        """The new number of a paragraph that is as it was."""
        return self._unchanged.get(number)

    def likeliest(self, number: int) -> int:
        """Map an old paragraph number to its most likely new number: at most one past the last.

        Between two unchanged paragraphs it is counted from the first, or from the last where that is nearer.
        """
        if number in self._unchanged:
            return self._unchanged[number]
        following = bisect_left(self._pairs, (number, 0))
        before, low = self._pairs[following - 1] if following else (-1, -1)
        after, high = self._pairs[following] if following < len(self._pairs) else (self._old_size, self._new_size)
        guess = low + number - before
        if high - low != after - before and after - number < number - before:
            guess = high - (after - number)
        return max(low + 1, min(guess, high - 1, self._new_size - 1))
