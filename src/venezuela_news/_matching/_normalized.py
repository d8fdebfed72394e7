"""A normalized text, and the way back to the text as it was given.

Most characters become one character. Only the units that do not are kept, in order: where each starts and ends in
the text, and where in the key. Everything between two of them is as long in the key as in the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TypeAlias, final

import attrs

__all__ = ["Normalized", "Span"]

Span: TypeAlias = tuple[int, int]
"""Start and end in code points of the text as given, half-open; 0 is before the first."""


@final
@attrs.frozen(weakref_slot=False, eq=False)
class Normalized:
    """A text, its key (equal keys are equal words), and the units of the text that are not one character for one."""

    text: str = attrs.field(repr=False)
    key: str = attrs.field(repr=False)
    _starts: array[int] = attrs.field(repr=False)
    _ends: array[int] = attrs.field(repr=False)
    _key_starts: array[int] = attrs.field(repr=False)
    _key_ends: array[int] = attrs.field(repr=False)

    def cover(self, start: int, end: int) -> Span:
        """The span of the text behind a non-empty span of the key, whole units taken in."""
        if not self._starts:
            return start, end
        index = bisect_right(self._key_starts, start) - 1
        if index < 0:
            first = start
        elif start < self._key_ends[index]:
            first = self._starts[index]
        else:
            first = start - self._key_ends[index] + self._ends[index]
        index = bisect_right(self._key_starts, end - 1) - 1
        if index < 0:
            last = end
        elif end <= self._key_ends[index]:
            last = self._ends[index]
        else:
            last = end - self._key_ends[index] + self._ends[index]
        return first, last

    def key_index(self, index: int) -> int:
        """The index of the key for one of the text; inside a unit, where the unit starts."""
        unit = bisect_right(self._starts, index) - 1
        if unit < 0:
            return index
        if index < self._ends[unit]:
            return self._key_starts[unit]
        return index - self._ends[unit] + self._key_ends[unit]
