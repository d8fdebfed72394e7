"""The index of a text: built once, for as many quotations as there are.

Everything is lazy: a text in which all quotations stand word for word is never folded.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias, final

from venezuela_news.grounding._boundaries import is_boundary
from venezuela_news.grounding._folds import Fold, Folded, fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Index", "Span", "Text", "Words", "index_of", "occurrences", "words"]

Span: TypeAlias = tuple[int, int]
"""Start and end in code points of the text as given, half-open; 0 is before the first."""

_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def occurrences(text: str, part: str) -> Iterator[int]:
    """Where the part begins in the text, overlaps included, in time linear in both."""
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


_HAN = "\u3005-\u3007\u3041-\u309f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAS_HAN = re.compile(f"[{_HAN}]")


@functools.lru_cache(maxsize=64)
def _word_pattern(marks: str, han: bool) -> re.Pattern[str]:
    inside = f"[\\w{marks}]" if not han else f"(?:(?![{_HAN}])[\\w{marks}])"
    digits = "(?:(?<=\\d)[.,:;/·'-](?=\\d)|(?<=[^\\W\\d])['\".·](?=[^\\W\\d]))"
    word = f"{inside}+(?:{digits}{inside}+)*"
    return re.compile(f"[{_HAN}][{marks}]*|{word}" if han and marks else f"[{_HAN}]|{word}" if han else word)


def _matches(key: str) -> Iterator[re.Match[str]]:
    if key.isascii():
        return _word_pattern("", False).finditer(key)
    marks = "".join(sorted(c for c in set(key) if c > "\x7f" and unicodedata.category(c)[0] == "M"))
    return _word_pattern(marks, _HAS_HAN.search(key) is not None).finditer(key)


def words(text: str, under: Folded) -> Iterator[Span]:
    """The words of a text, as the distance between texts counts them: where each stands in the key."""
    key = under.key
    start, end = -1, 0
    for match in _matches(key):
        first, last = match.span()
        if first and not (key[first - 1] == " " and key[first].isalpha()):
            # Signs, and parts that the edges of words hold together: -5, non-violent, 3 000 000.
            while first > end and not is_boundary(text, under.cover(first, last)[0]):
                first -= 1
            if first == end and start >= 0 and not is_boundary(text, under.cover(first, last)[0]):
                end = last
                continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


@final
class Words:
    """The words of a folded text in order, and where each stands in it."""

    __slots__ = ("ends", "places", "starts")

    def __init__(self, text: str, under: Folded) -> None:
        self.starts = array("Q")
        self.ends = array("Q")
        self.places: dict[str, array[int]] = {}
        key = under.key
        for index, (start, end) in enumerate(words(text, under)):
            self.starts.append(start)
            self.ends.append(end)
            places = self.places.get(key[start:end])
            if places is None:
                self.places[key[start:end]] = array("L", (index,))
            else:
                places.append(index)


@final
class Index:
    """What is known of a text, worked out when first asked."""

    __slots__ = ("_breaks", "_folded", "_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: dict[frozenset[Fold], Folded] = {}
        self._words: dict[frozenset[Fold], Words] = {}
        self._breaks: array[int] | None = None

    def folded(self, folds: frozenset[Fold]) -> Folded:
        """The text under the folds."""
        found = self._folded.get(folds)
        if found is None:
            found = self._folded[folds] = folded(self.text, folds)
        return found

    def words(self, folds: frozenset[Fold]) -> Words:
        """The words of the text under the folds."""
        found = self._words.get(folds)
        if found is None:
            found = self._words[folds] = Words(self.text, self.folded(folds))
        return found

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
        key = fold(part, folds)
        if not key:
            return []
        under, text, size = self.folded(folds), self.text, len(key)
        result: list[Span] = []
        for start in occurrences(under.key, key):
            span = under.span(start, start + size)
            if span is not None and is_boundary(text, span[0]) and is_boundary(text, span[1]):
                result.append(span)
        return result

    def line(self, index: int) -> int:
        """How many line breaks stand before the index."""
        if self._breaks is None:
            self._breaks = array("Q", (match.start() for match in _LINE_BREAK.finditer(self.text)))
        return bisect_left(self._breaks, index)


@final
class Text:
    """A text with its index, taken by `locate` wherever a text is.

    >>> Text("We will go home.")
    <Text of 16 code points>
    """

    __slots__ = ("_index",)

    def __init__(self, text: str) -> None:
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
