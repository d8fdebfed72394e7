"""Finding the words of an anchor in the text of its source: verified first, searched second.

1. An anchor is *verified* where its words are those of its source at that place. The text is the one given for the
   source, or else the source's own paragraphs. In a paragraph that was edited, what was whole words has to be so still.
2. What does not verify was moved by an edit of the text, or is gone. In paragraphs that are only renumbered it stands
   where it stood. Elsewhere the same words are looked for letter for letter: of several places the one is meant that one
   edit of the paragraph would have taken them to, then the one in the same surroundings (up to 32 code points on each
   side, 4 at least in all), then the closest. What stands nowhere so is left to `locate`.
3. An anchor into digests has no words. Its paragraph's digest proves what stands at its place, there or wherever the
   paragraph went; in a changed paragraph nothing is claimed, and nothing searched.
4. Of more than 200 places the 200 closest to the expected one are looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final, assert_never, final

import attrs

from venezuela_news._grounding._findings import Status
from venezuela_news._grounding._paragraphs import ParagraphMap
from venezuela_news._grounding._source_text import ParagraphSpan, SourceText
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._index import Text
from venezuela_news._matching._locate import locate
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._occurrences import occurrences
from venezuela_news._sources import Anchor, Source, digest_of, paragraphs_of

__all__ = ["AnchorResult", "AnchorSearch"]

_CONTEXT: Final = 32
_LEAST: Final = 4
_MOST_PLACES: Final = 200


def _common_prefix(one: str, other: str) -> int:
    """Count the code points that two texts have in common at their beginning."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size


def _status_elsewhere(outcome: Outcome) -> Status:
    """The status of words that do not stand where they are said to, by where else they stand."""
    match outcome:
        case Outcome.FOUND | Outcome.NORMALIZED:
            return Status.MOVED
        case Outcome.AMBIGUOUS:
            return Status.AMBIGUOUS
        case Outcome.ALTERED | Outcome.MISSING | Outcome.UNCHECKED:
            return Status.ORPHAN
        case _:
            assert_never(outcome)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class AnchorResult:
    """Result of looking for one anchor."""

    status: Status
    words: str | None
    places: tuple[ParagraphSpan, ...] = ()
    location: Location | None = None


@final
class AnchorSearch:
    """A source, the text to look in, and what an edit did to its paragraphs."""

    def __init__(self, source: Source, text: SourceText) -> None:
        self.source = source
        self.text = text
        self._old = source.digests or source.paragraphs
        self._spans: dict[tuple[str, tuple[int, ...]], list[Span]] = {}
        self._prefixes: dict[tuple[int, int], int] = {}

    @classmethod
    def of(cls, source: Source, text: str | Text | None) -> AnchorSearch | None:
        """The search in the text given, or in the source's own paragraphs; None where there are neither."""
        if text is None:
            return cls(source, SourceText(source.paragraphs)) if source.paragraphs else None
        return cls(source, SourceText(paragraphs_of(text.text if isinstance(text, Text) else text)))

    # -- where the edit took a place ----------------------------------------------------------------

    @cached_property
    def _new(self) -> tuple[str, ...]:
        return tuple(map(digest_of, self.text.paragraphs)) if self.source.digests else self.text.paragraphs

    @cached_property
    def _paragraphs(self) -> ParagraphMap:
        return ParagraphMap(self._old, self._new)

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The numbers of the paragraphs of the text that read alike."""
        numbers: dict[str, list[int]] = {}
        for number, paragraph in enumerate(self._new):
            numbers.setdefault(paragraph, []).append(number)
        return numbers

    def _unchanged(self, paragraph: int) -> int | None:
        return self._paragraphs.unchanged(paragraph)

    def _new_paragraph(self, paragraph: int) -> int:
        """Map an old paragraph number to its most likely new number."""
        return self._paragraphs.likeliest(paragraph)

    def _expected_offset(self, anchor: Anchor) -> int:
        """The offset in the text at which an anchor should begin after one edit of its paragraph."""
        number = self._new_paragraph(anchor.paragraph)
        if number >= len(self.text.paragraphs):
            return self.text.offset(number, anchor.start)
        old, new = self.source.paragraphs[anchor.paragraph], self.text.paragraphs[number]
        edited = anchor.paragraph, number
        if edited not in self._prefixes:
            self._prefixes[edited] = _common_prefix(old, new)
        if anchor.end <= self._prefixes[edited]:
            return self.text.offset(number, anchor.start)
        return self.text.offset(number, max(0, anchor.start + len(new) - len(old)))

    # -- looking --------------------------------------------------------------------------------------

    def look(self, anchor: Anchor) -> AnchorResult:
        """Verify an anchor, or else search for it."""
        here = ParagraphSpan(paragraph=anchor.paragraph, start=anchor.start, end=anchor.end)
        if anchor.exact is None:
            return self._by_place(anchor, here)
        if self._stands(anchor, here):
            return AnchorResult(status=Status.VERIFIED, words=anchor.exact, places=(here,))
        if (number := self._unchanged(anchor.paragraph)) is not None:
            here = attrs.evolve(here, paragraph=number)
            return AnchorResult(status=Status.MOVED, words=anchor.exact, places=(here,))
        return self._by_words(anchor, anchor.exact)

    def _by_place(self, anchor: Anchor, place: ParagraphSpan) -> AnchorResult:
        """Verify an anchor that has no words: its paragraph's digest proves those that stand at its place."""
        old = anchor.paragraph
        numbers = self._numbers.get(self._old[old], [])
        if not numbers:
            return AnchorResult(status=Status.CHANGED, words=None)
        if (kept := old if old in numbers else self._unchanged(old)) is not None:
            numbers = [kept]
        words = self.text.words_at(attrs.evolve(place, paragraph=numbers[0]))
        if words is None:
            return AnchorResult(status=Status.ORPHAN, words=None)
        status = Status.AMBIGUOUS if len(numbers) > 1 else Status.VERIFIED if numbers == [old] else Status.MOVED
        places = tuple(attrs.evolve(place, paragraph=number) for number in numbers[:_MOST_PLACES])
        return AnchorResult(status=status, words=words, places=places)

    def _stands(self, anchor: Anchor, place: ParagraphSpan) -> bool:
        """Whether an anchor's words stand at a place, with the edges of words that they had before the edit."""
        if self.text.words_at(place) != anchor.exact:
            return False
        if self._old[anchor.paragraph] == self._new[place.paragraph]:
            return True
        paragraph = self.text.paragraphs[place.paragraph]
        return all(is_boundary(paragraph, (place.start, place.end)[edge]) for edge in self._edges(anchor))

    def _edges(self, anchor: Anchor) -> tuple[int, ...]:
        """The ends of an anchor that are edges of words: 0 its start, 1 its end."""
        paragraph = self.source.paragraphs[anchor.paragraph]
        return tuple(edge for edge, at in enumerate((anchor.start, anchor.end)) if is_boundary(paragraph, at))

    def _places_of(self, words: str, edges: tuple[int, ...]) -> list[Span]:
        """The places of words in the text, with edges of words where they had them."""
        if (words, edges) not in self._spans:
            text, size = self.text.text, len(words)
            self._spans[words, edges] = [
                (start, start + size)
                for start in occurrences(text, words)
                if all(is_boundary(text, (start, start + size)[edge]) for edge in edges)
            ]
        return self._spans[words, edges]

    def _by_words(self, anchor: Anchor, words: str) -> AnchorResult:
        """Search for an anchor that has its words."""
        near = self._expected_offset(anchor)
        spans = _closest(self._places_of(words, self._edges(anchor)), near)
        if not spans:
            location = locate(self.text.index, words, near=near)
            places = self.text.places(*location.spans[:_MOST_PLACES])
            status = _status_elsewhere(location.outcome)
            return AnchorResult(status=status, words=words, places=places, location=location)
        paragraph, text = self.source.paragraphs[anchor.paragraph], self.text.text
        # The ends of a text are like those of a paragraph.
        before = f"\n{paragraph[max(0, anchor.start - _CONTEXT) : anchor.start]}"[-_CONTEXT:][::-1]
        after = f"{paragraph[anchor.end : anchor.end + _CONTEXT]}\n"[:_CONTEXT]

        def rank(span: Span) -> tuple[bool, int, int]:
            start, end = span
            left = _common_prefix(before, f"\n{text[max(0, start - _CONTEXT) : start]}"[::-1])
            right = _common_prefix(after, f"{text[end : end + _CONTEXT]}\n")
            return start != near or not left + right, -left - right, abs(start - near)

        ranks = sorted((rank(span), span) for span in spans)
        first = ranks[0][0]
        best = [span for each, span in ranks if each == first]
        if len(spans) > 1 and first[0] and -first[1] < _LEAST:
            best = spans
        status = Status.MOVED if len(best) == 1 else Status.AMBIGUOUS
        return AnchorResult(status=status, words=words, places=self.text.places(*best))


def _closest(spans: list[Span], near: int) -> list[Span]:
    """The spans that start closest to an offset, in order, of spans in order."""
    if len(spans) <= _MOST_PLACES:
        return spans
    middle = bisect_left(spans, (near, 0))
    around = spans[max(0, middle - _MOST_PLACES) : middle + _MOST_PLACES]
    return sorted(sorted(around, key=lambda span: abs(span[0] - near))[:_MOST_PLACES])
