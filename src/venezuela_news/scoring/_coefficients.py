"""Coefficients of similarity: of collections, texts, names and sets.

A similarity is a whole number from 0 to :data:`SCALE`, so that a tie is a tie and nothing is rounded twice.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

__all__ = ["SCALE", "dice", "name_similarity", "set_similarity", "share", "text_similarity"]

SCALE: Final = 10**6
"""The similarity of equals: one, in millionths."""


def share(part: int, whole: int) -> int:
    """Give a part of a whole, in millionths: never 0 if there is a part, never all if there is less."""
    return max(SCALE * part // whole, 1) if part else 0


def dice(one: Counter[Hashable], other: Counter[Hashable]) -> int:
    """Compare two collections by Dice's coefficient: twice what they have in common over what both have."""
    total = one.total() + other.total()
    return share(2 * sum((one & other).values()), total) if total else SCALE


def text_similarity(one: Iterable[str], other: Iterable[str]) -> int:
    """Compare two texts, given as words, by Dice's coefficient; a word weighs as much as it is long.

    >>> text_similarity(["the", "ferry"], ["the", "ferry"]), text_similarity(["a", "ferry"], ["a", "boat"])
    (1000000, 181818)
    """
    first, second = Counter(one), Counter(other)
    total = sum(len(word) * count for word, count in (*first.items(), *second.items()))
    return share(2 * sum(len(word) * count for word, count in (first & second).items()), total)


def name_similarity(one: Iterable[str], other: Iterable[str]) -> int:
    """Compare two names, given as words: the share of words in both (Jaccard), 3/4 at least if one holds the other.

    >>> name_similarity(["nicolas", "maduro"], ["maduro"]), name_similarity(["ann", "gray"], ["ann", "black"])
    (750000, 333333)
    """
    first, second = frozenset(one), frozenset(other)
    common = share(len(first & second), len(first | second))
    return max(common, SCALE * 3 // 4) if first <= second or second <= first else common


def set_similarity(one: Iterable[str], other: Iterable[str], similarity: Callable[[str, str], int]) -> int | None:
    """Compare two sets: the mean of what each item has as its best in the other; ``None`` if either is empty."""
    rows, columns = tuple(one), tuple(other)
    if not rows or not columns:
        return None
    table = [[similarity(a, b) for b in columns] for a in rows]
    best = sum(map(max, table)) + sum(max(row[column] for row in table) for column in range(len(columns)))
    return best // (len(rows) + len(columns))
