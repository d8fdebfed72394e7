"""A source's text as one: its paragraphs joined by single line feeds, and the way between the two ways of counting."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, final

import attrs

from venezuela_news._sources import Anchor
from venezuela_news.grounding._text import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Lines", "ParagraphSpan"]


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

    paragraph: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.paragraph}:{self.start}-{self.end}"


@final
class Lines:
    """The paragraphs of one source, and the text that they are together."""

    __slots__ = ("_starts", "index", "paragraphs", "text")

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.paragraphs = paragraphs
        self.text = "\n".join(paragraphs)
        self.index = Text(self.text)
        self._starts: list[int] = []
        start = 0
        for line in paragraphs:
            self._starts.append(start)
            start += len(line) + 1

    def words(self, paragraph: int, start: int, end: int) -> str | None:
        """The words at a place; none where the text does not reach so far."""
        if paragraph >= len(self.paragraphs) or end > len(self.paragraphs[paragraph]):
            return None
        return self.paragraphs[paragraph][start:end]

    def offset(self, paragraph: int, start: int) -> int:
        """Where a place in a paragraph is in the text; its end for a paragraph that there is not."""
        if paragraph >= len(self.paragraphs):
            return len(self.text)
        return self._starts[paragraph] + min(start, len(self.paragraphs[paragraph]))

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that an offset of the text is in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _places(self, span: Span) -> Iterator[ParagraphSpan]:
        start, end = span
        for number in range(self.paragraph_of(start), len(self.paragraphs)):
            first = self._starts[number]
            if first >= end:
                break
            line = self.paragraphs[number]
            yield ParagraphSpan(paragraph=number, start=max(0, start - first), end=min(len(line), end - first))

    def places(self, *spans: Span) -> tuple[ParagraphSpan, ...]:
        """The places of spans of the text: one for each, more where a span crosses paragraphs."""
        return tuple(place for span in spans for place in self._places(span))

    def anchor(self, source: str, place: ParagraphSpan) -> Anchor:
        """The anchor of a place."""
        words = self.paragraphs[place.paragraph][place.start : place.end]
        return Anchor(source=source, paragraph=place.paragraph, start=place.start, end=place.end, exact=words)
