"""Where one text occurs in another, overlaps included, in linear time."""

from __future__ import annotations

import functools
from collections.abc import Iterator

__all__ = ["occurrences"]


def occurrences(text: str, part: str) -> Iterator[int]:
    """Find where the part begins in the text, overlaps included, in time linear in both."""
    size = len(part)
    found = text.find(part)
    previous = -size
    close = 0
    while found >= 0:
        yield found
        close = close + 1 if found - previous < size else 0
        previous = found
        if close > 4:
            # The part repeats itself: within such a run the next place is one period on, or there is none.
            step = _period(part)
            tail = part[size - step :]
            while text.startswith(tail, found + size):
                found += step
                yield found
            # A place that overlaps this one otherwise would give the part a second, longer period.
            previous, close = found, 0
        found = text.find(part, found + 1)


@functools.lru_cache(maxsize=16)
def _period(part: str) -> int:
    # The smallest period, by the border table of Knuth, Morris and Pratt.
    border = [0] * len(part)
    length = 0
    for index in range(1, len(part)):
        while length and part[index] != part[length]:
            length = border[length - 1]
        if part[index] == part[length]:
            length += 1
        border[index] = length
    return len(part) - border[-1]
