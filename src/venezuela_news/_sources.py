"""Sources, the spans of them that anchors name, and quotations.

1. A paragraph is a non-blank line, stripped, in NFC (Unicode normalization form C).
2. An offset counts code points of a paragraph; 0 is before the first; a span is half-open.
3. A digest is the lower-case hexadecimal SHA-256 of the UTF-8 of a whole paragraph. A span has none: that of a few
   words gives them away to who tries words, and the paragraph's proves them all.
"""

from __future__ import annotations

import difflib
import hashlib
import unicodedata
from collections import Counter
from collections.abc import Collection
from typing import Annotated, NoReturn, final

import attrs

from venezuela_news._arguments import expect_text, expect_whole_number
from venezuela_news._errors import TextMismatch
from venezuela_news._fields import short_repr, shortened
from venezuela_news._matching._characters import in_order
from venezuela_news._matching._folding import ALL_FOLDS, Fold
from venezuela_news._matching._locate import allowed_folds, locate
from venezuela_news._matching._location import Outcome
from venezuela_news._matching._passages import Paragraphs, Passage, paragraphs_index
from venezuela_news._problems import show
from venezuela_news._rules import ExactlyOne, Items, OneLine, Ordered, SpanLength
from venezuela_news._types import Count, Date, Digest, Id, Language, License, ShortText, SourceRef, Url
from venezuela_news._validation import checked

__all__ = ["Anchor", "Quote", "Source", "digest_of", "paragraphs_of", "text_mismatch"]


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""The paragraphs of a text: its non-blank lines, stripped, in NFC.

    >>> paragraphs_of("One. \r\n\n  Two.")
    ('One.', 'Two.')
    """
    lines = (line.strip() for line in unicodedata.normalize("NFC", in_order(text)).splitlines())
    return tuple(line for line in lines if line)


def digest_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8, in lower-case hexadecimal digits.

    >>> digest_of("Mexico did not take sides.")[:8]
    '2e53d8e8'
    """
    # A text of a stranger may hold half of a surrogate pair, and is then no source's.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@final
@checked(Ordered("empty-span", ("start", "end"), strict=True), SpanLength())
@attrs.frozen(kw_only=True, weakref_slot=False)
class Anchor:
    """A span of one source: where it speaks of something.

    Its words are there exactly where the source's paragraphs are.

    Args:
        source: The id of the source.
        paragraph: The paragraph's number; 0 is the first.
        start: Where the span begins, in code points of the paragraph; 0 is before the first.
        end: Where it ends, half-open, so that ``end - start`` is its length.
        exact: The words themselves; absent where the source has digests.

    >>> Anchor(source="article", paragraph=0, start=4, end=9, exact="sides")
    Anchor(source='article', paragraph=0, start=4, end=9, exact='sides')
    """

    source: SourceRef
    paragraph: Count
    start: Count
    end: Count
    exact: Annotated[str, OneLine(trimmed=False)] | None = attrs.field(default=None, repr=shortened)


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False)
class Quote:
    """A speaker's own words inside a statement, without the quotation marks.

    Args:
        text: The words as printed.
        language: The language in which they are printed, as a BCP 47 tag.
        translated: Whether they were spoken in another language; ``None`` if unknown.

    >>> Quote(text="take sides", language="en").translated is None
    True
    """

    text: ShortText = attrs.field(repr=shortened)
    language: Language
    translated: bool | None = None


@final
@checked(ExactlyOne(("paragraphs", "digests")))
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Source:
    """A text the story rests on, either with its paragraphs or, where they can't ship, with their digests.

    Args:
        id: The source's id.
        title: Its title.
        description: What it is, in our words.
        language: Its language, as a BCP 47 tag.
        published: When it was published.
        modified: When it was last changed.
        publisher: Who published it.
        url: Where it is, an absolute http or https URL.
        license: Its license, an SPDX license expression.
        paragraphs: Its non-blank lines, stripped, in NFC.
        digests: The SHA-256 of each paragraph, for a text that stays elsewhere.

    >>> source = Source(id="note", language="en", paragraphs=("Mexico did not take sides.",))
    >>> source.anchor("take sides").start
    15
    """

    id: Id
    title: ShortText | None = None
    description: ShortText | None = None
    language: Language
    published: Date | None = None
    modified: Date | None = None
    publisher: ShortText | None = None
    url: Url | None = None
    license: License | None = None
    paragraphs: Annotated[tuple[ShortText, ...], Items(unique=False)] = ()
    digests: Annotated[tuple[Digest, ...], Items(unique=False)] = ()

    __repr__ = short_repr

    def _index(self, paragraph: int | None = None) -> Paragraphs:
        if not self.paragraphs:
            raise TextMismatch(
                self.id, (), "it has digests alone; attach its text first, by story.attach(source, text)"
            )
        if paragraph is None:
            return paragraphs_index(self.paragraphs)
        return Paragraphs(self.paragraphs[paragraph : paragraph + 1] if paragraph >= 0 else ())

    def _anchor(self, passage: Passage, paragraph: int | None) -> Anchor:
        number = passage.paragraph if paragraph is None else paragraph
        exact = self.paragraphs[number][passage.start : passage.end]
        return Anchor(source=self.id, paragraph=number, start=passage.start, end=passage.end, exact=exact)

    def anchor(
        self,
        words: str = "",
        *,
        start: str = "",
        end: str = "",
        paragraph: int | None = None,
        nth: int | None = None,
        folds: Collection[Fold] = ALL_FOLDS,
    ) -> Anchor:
        """The anchor of words that stand in the source.

        They are found as they are written, or else as `grounding.locate` finds a quotation: beginning and ending where
        words do, spelled otherwise within the folds.

        Args:
            words: The words; or instead, for a long passage of one paragraph, its first and last words:
            start: The first words.
            end: The last words.
            paragraph: The paragraph's number, where they stand in several; 0 is the first.
            nth: Which of several places is meant, in reading order; 0 is the first.
            folds: The differences of spelling that are allowed.

        Raises:
            TextMismatch: The words stand nowhere, or in several places and none was chosen, or
                the source has no paragraphs to look in.
            ValueError: Both `words` and `start` or `end` are given, or one of these alone; or there is no such fold.

        >>> source = Source(id="note", language="en", paragraphs=("We came at dawn. We left at noon.",))
        >>> source.anchor(start="we came", end="at noon").exact
        'We came at dawn. We left at noon'
        """
        for name, text in (("words", words), ("start", start), ("end", end)):
            expect_text(text, name)
        for name, number in (("paragraph", paragraph), ("nth", nth)):
            if number is not None:
                expect_whole_number(number, name)
        if bool(start) != bool(end) or (words and start):
            raise ValueError("give words= alone, or both start= and end=, the first and the last words of a passage")
        index = self._index(paragraph)
        allowed = allowed_folds(folds)
        looked_for = f"{start} … {end}" if start else words
        spans, unknown = index.from_to(start, end, allowed) if start else index.spans(words, allowed)
        passages = [passage for span in spans if (passage := index.passage(span)) is not None]
        if not passages:
            self._refuse(looked_for, paragraph, index.near_miss(unknown), crosses=bool(spans))
        if nth is None and len(passages) > 1:
            numbers = tuple(dict.fromkeys(number if paragraph is None else paragraph for number, _, _ in passages))
            listed = ", ".join(map(str, numbers))
            message = f"{show(looked_for)} stands in {len(passages)} places (paragraphs {listed})"
            raise TextMismatch(self.id, numbers, f"{message}; choose with paragraph= or nth=")
        if nth is not None and not 0 <= nth < len(passages):
            message = f"{show(looked_for)} stands in {len(passages)} places; nth={nth} is none of them"
            raise TextMismatch(self.id, (), message)
        return self._anchor(passages[nth or 0], paragraph)

    def _refuse(self, words: str, paragraph: int | None, near_miss: str, *, crosses: bool) -> NoReturn:
        where = "" if paragraph is None else f" in paragraph {paragraph}"
        if crosses:
            message = (
                f"the words {show(words)} cross paragraphs; anchor them piece by piece, with anchors(first, second)"
            )
        else:
            message = f"the words {show(words)} do not stand{where} as whole words{near_miss}"
        raise TextMismatch(self.id, (), message)

    def anchors(self, *fragments: str, folds: Collection[Fold] = ALL_FOLDS) -> tuple[Anchor, ...]:
        """The anchors of the fragments of a quotation, one behind the other in the source: for one that is interrupted.

        Args:
            fragments: The words of each, at most 60 words from one to the next.
            folds: The differences of spelling that are allowed.

        Raises:
            TextMismatch: They do not stand so, or in several places, or the source has no paragraphs to look in.
            ValueError: There is no fragment, or no such fold.

        >>> source = Source(id="note", language="en", paragraphs=("“We came,” she said, “and we left.”",))
        >>> [anchor.exact for anchor in source.anchors("We came", "and we left")]
        ['We came', 'and we left']
        """
        for number, fragment in enumerate(fragments):
            expect_text(fragment, f"fragments[{number}]")
        if not fragments:
            raise ValueError("give one fragment at least")
        if len(fragments) == 1:
            return (self.anchor(fragments[0], folds=folds),)
        index = self._index()
        words = " … ".join(fragments)
        location = locate(index.text, words, folds=folds)
        if location.outcome is Outcome.AMBIGUOUS:
            message = f"{show(words)} stands in {len(location.spans)} places; give more words of a fragment"
            raise TextMismatch(self.id, (), message)
        passages = [index.passage(part) for part in location.parts or location.spans]
        if not location.grounded or not all(passages):
            self._refuse(words, None, index.near_miss(location), crosses=location.grounded)
        return tuple(self._anchor(passage, None) for passage in passages if passage is not None)


_MOST_MATCHED = 100_000
"""How many pairs of equal paragraphs are compared to find what differs between two texts."""

_MOST_LISTED = 10


def _numbers(numbers: list[int]) -> str:
    more = f" and {len(numbers) - _MOST_LISTED} more" if len(numbers) > _MOST_LISTED else ""
    return ", ".join(map(str, numbers[:_MOST_LISTED])) + more


def text_mismatch(source: str, wanted: tuple[str, ...], found: tuple[str, ...]) -> TextMismatch:
    """Make the error for a text that is not a source's: which paragraphs it lacks, has otherwise, or in addition.

    Args:
        source: The source's id.
        wanted: The digests of the source's paragraphs.
        found: The digests of the text's paragraphs.
    """
    times = Counter(found)
    if sum(times[digest] for digest in wanted) > _MOST_MATCHED:
        # Hundreds of paragraphs that are all the same: what stands where is told, not what moved.
        lost = [number for number, digest in enumerate(wanted) if found[number : number + 1] != (digest,)]
        extra = [number for number, digest in enumerate(found) if wanted[number : number + 1] != (digest,)]
    else:
        matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
        changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
        lost = [number for _, start, end, _, _ in changes for number in range(start, end)]
        extra = [number for _, _, _, start, end in changes for number in range(start, end)]
    parts = [f"it has {len(found)} paragraphs, the source {len(wanted)}"] if len(found) != len(wanted) else []
    if lost:
        parts.append(f"of the source's paragraphs these differ or are missing: {_numbers(lost)}")
    if extra:
        parts.append(f"of the text's paragraphs these are not the source's: {_numbers(extra)}")
    return TextMismatch(source, tuple(lost), "; ".join(("this is another text", *parts, "paragraphs count from 0")))
