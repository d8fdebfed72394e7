"""The index of a text: built once, for as many quotations as there are.

Everything is lazy: a text in which all quotations stand word for word is never normalized.
"""

from __future__ import annotations

import functools
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, final

from venezuela_news._arguments import expect_text
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._folding import Fold, normalize, normalize_with_map
from venezuela_news._matching._normalized import Normalized, Span
from venezuela_news._matching._words import word_spans

__all__ = ["Index", "Text", "WordIndex", "index_of", "occurrences"]

_LINE_BREAK: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


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


@final
class WordIndex:
    """The words of a normalized text in order, where each stands in its key, and which are the same."""

    __slots__ = ("ends", "places", "starts")

    def __init__(self, normalized: Normalized) -> None:
        self.starts = array("Q")
        self.ends = array("Q")
        self.places: dict[str, array[int]] = {}
        key = normalized.key
        for number, (start, end) in enumerate(word_spans(normalized)):
            self.starts.append(start)
            self.ends.append(end)
            places = self.places.get(key[start:end])
            if places is None:
                self.places[key[start:end]] = array("L", (number,))
            else:
                places.append(number)


@final
class Index:
    """A text with its keys, words and lines, each worked out when first asked for."""

    __slots__ = ("_breaks", "_normalized", "_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._normalized: dict[frozenset[Fold], Normalized] = {}
        self._words: dict[frozenset[Fold], WordIndex] = {}
        self._breaks: array[int] | None = None

    def normalized(self, folds: frozenset[Fold]) -> Normalized:
        """The text under the folds."""
        found = self._normalized.get(folds)
        if found is None:
            found = self._normalized[folds] = normalize_with_map(self.text, folds)
        return found

    def words(self, folds: frozenset[Fold]) -> WordIndex:
        """The words of the text under the folds."""
        found = self._words.get(folds)
        if found is None:
            found = self._words[folds] = WordIndex(self.normalized(folds))
        return found

    def words_before(self, index: int, folds: frozenset[Fold]) -> int:
        """Count the words of the text that start before the index."""
        return bisect_left(self.words(folds).starts, self.normalized(folds).key_index(index))

    def lines_before(self, index: int) -> int:
        """Count the line breaks before the index."""
        if self._breaks is None:
            self._breaks = array("Q", (match.start() for match in _LINE_BREAK.finditer(self.text)))
        return bisect_left(self._breaks, index)

    def verbatim(self, part: str) -> list[Span]:
        """The places of the part as it is, in order."""
        text, size = self.text, len(part)
        return [
            (start, start + size)
            for start in occurrences(text, part)
            if is_boundary(text, start) and is_boundary(text, start + size)
        ]

    def places(self, part: str, folds: frozenset[Fold]) -> list[Span]:
        """The places of the part under the folds, in order."""
        key = normalize(part, folds)
        if not key:
            return []
        normalized, text, size = self.normalized(folds), self.text, len(key)
        result: list[Span] = []
        for start in occurrences(normalized.key, key):
            span = normalized.span(start, start + size)
            if span is not None and is_boundary(text, span[0]) and is_boundary(text, span[1]):
                result.append(span)
        return result


@final
class Text:
    """A text with its index, taken by `locate` wherever a text is.

    Raises:
        TypeError: The text is no ``str``.

    >>> Text("We will go home.")
    <Text of 16 code points>
    """

    __slots__ = ("_index",)

    def __init__(self, text: str) -> None:
        expect_text(text, "text")
        self._index = Index(text)

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._index.text

    def __repr__(self) -> str:
        return f"<Text of {len(self.text)} code points>"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Text) else NotImplemented

    def __hash__(self) -> int:
        return hash((Text, self.text))

    def __len__(self) -> int:
        return len(self.text)

    def __reduce__(self) -> tuple[type[Text], tuple[str]]:
        return Text, (self.text,)


def index_of(text: str | Text) -> Index:
    """The index of a text, new if it comes without."""
    if isinstance(text, Text):
        return text._index  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - this module's own
    return Index(text)
