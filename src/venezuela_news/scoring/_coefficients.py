"""Coefficients of similarity: of bags, texts and sets.

A similarity is a whole number from 0 to :data:`SCALE`, so that a tie is a tie and nothing is rounded twice. A bag is a
set in which each item is numbered: the second "the" of a text is another token than the first. So bags are compared as
fast as sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["HALF", "SCALE", "Bag", "bag", "dice", "numbered", "set_similarity", "share", "text_similarity"]

SCALE: Final = 10**6
"""The similarity of equals: one, in millionths."""
HALF: Final = SCALE // 2
"""What two records have to be more similar than to be aligned."""

T = TypeVar("T")
Bag: TypeAlias = frozenset[tuple[T, int]]


def numbered(items: Iterable[T]) -> Iterator[tuple[T, int]]:
    """Number equal items, in their order."""
    seen: dict[T, int] = {}
    for item in items:
        number = seen.get(item, 0)
        seen[item] = number + 1
        yield item, number


def bag(items: Iterable[T]) -> Bag[T]:
    """Number equal items, so that a set can hold them.

    >>> sorted(bag("aab"))
    [('a', 0), ('a', 1), ('b', 0)]
    """
    return frozenset(numbered(items))


def share(part: int, whole: int) -> int:
    """Give a part of a whole, in millionths: never 0 if there is a part, never all if there is less."""
    return max(SCALE * part // whole, 1) if part else 0


def dice(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> int:
    """Compare two collections by Dice's coefficient: twice what they have in common over what both have."""
    total = len(one) + len(other)
    return share(2 * len(one & other), total) if total else SCALE


def text_similarity(one: Bag[str], other: Bag[str]) -> int:
    """Compare two texts, given as bags of words, by Dice's coefficient; a word weighs as much as it is long.

    >>> text_similarity(bag(["the", "ferry"]), bag(["the", "boat"]))
    400000
    """
    common = sum(len(word) for word, _ in one & other)
    return share(2 * common, sum(len(word) for each in (one, other) for word, _ in each)) if common else 0


def set_similarity(one: Sequence[str], other: Sequence[str], similarity: Callable[[str, str], int]) -> int | None:
    """Compare two sets: the mean of what each item has as its best in the other; ``None`` if either is empty."""
    if not one or not other:
        return None
    table = [[similarity(a, b) for b in other] for a in one]
    best = sum(map(max, table)) + sum(max(row[column] for row in table) for column in range(len(other)))
    return best // (len(one) + len(other))
