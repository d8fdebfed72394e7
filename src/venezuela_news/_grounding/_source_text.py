"""A source's text as one: its paragraphs joined by single line feeds, and the way between the two ways of counting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import final

import attrs

from venezuela_news._arguments import value_of
from venezuela_news._matching._index import Text
from venezuela_news._matching._normalized import Span
from venezuela_news._sources import Anchor

__all__ = ["ParagraphSpan", "SourceText"]

_A_COUNT = value_of(int, "a whole number")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class ParagraphSpan:
    """A span of one paragraph of a source.

    Args:
        paragraph: The paragraph's number; 0 is the first.
        start: Where the span begins, in code points of the paragraph; 0 is before the first.
        end: Where it ends, half-open.

    >>> print(ParagraphSpan(paragraph=2, start=4, end=9))
    2:4-9
    """

    paragraph: int = attrs.field(validator=_A_COUNT)
    start: int = attrs.field(validator=_A_COUNT)
    end: int = attrs.field(validator=_A_COUNT)

    def __str__(self) -> str:
        return f"{self.paragraph}:{self.start}-{self.end}"


@final
class SourceText:
    """The paragraphs of one source, and the text that they are together."""

    __slots__ = ("_starts", "index", "paragraphs", "text")

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.paragraphs = paragraphs
        self.text = "\n".join(paragraphs)
        self.index = Text(self.text)
        self._starts: list[int] = []
        start = 0
        for paragraph in paragraphs:
            self._starts.append(start)
            start += len(paragraph) + 1

    def words_at(self, place: ParagraphSpan) -> str | None:
        """The words at a place; none where the text does not reach so far."""
        if place.paragraph >= len(self.paragraphs) or place.end > len(self.paragraphs[place.paragraph]):
            return None
        return self.paragraphs[place.paragraph][place.start : place.end]

    def offset(self, paragraph: int, start: int) -> int:
        """The offset in the text of a place in a paragraph; the text's end for a paragraph that there is not."""
        if paragraph >= len(self.paragraphs):
            return len(self.text)
        return self._starts[paragraph] + min(start, len(self.paragraphs[paragraph]))

    def _places(self, span: Span) -> Iterator[ParagraphSpan]:
        start, end = span
        for number in range(max(0, bisect_right(self._starts, start) - 1), len(self.paragraphs)):
            first = self._starts[number]
            if first >= end:
                break
            size = len(self.paragraphs[number])
            yield ParagraphSpan(paragraph=number, start=max(0, start - first), end=min(size, end - first))

    def places(self, *spans: Span) -> tuple[ParagraphSpan, ...]:
        """The places of spans of the text: one for each, more where a span crosses paragraphs."""
        return tuple(place for span in spans for place in self._places(span))

    def anchor(self, source: str, place: ParagraphSpan) -> Anchor:
        """The anchor of a place."""
        words = self.paragraphs[place.paragraph][place.start : place.end]
        return Anchor(source=source, paragraph=place.paragraph, start=place.start, end=place.end, exact=words)
