"""Sources, the spans of them that anchors name, and quotations.

1. A paragraph is a non-blank line, stripped, in NFC (Unicode normalization form C).
2. An offset counts code points of a paragraph; 0 is before the first; a span is half-open.
3. A digest is the lower-case hexadecimal SHA-256 of the UTF-8 of a whole paragraph. A span has none: that of a few
   words gives them away to who tries words, and the paragraph's proves them all.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections import Counter
from typing import Annotated, final

import attrs

from venezuela_news._arguments import expect_text, expect_whole_number
from venezuela_news._errors import TextMismatch
from venezuela_news._fields import short_repr, shortened
from venezuela_news._matching._characters import in_order
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

    def anchor(self, words: str, *, paragraph: int | None = None, nth: int | None = None) -> Anchor:
        """The anchor of words that stand in the source.

        The words are found as they are written, beginning and ending where words do.

        Args:
            words: The words, verbatim.
            paragraph: The paragraph's number, where they stand in several; 0 is the first.
            nth: Which of several places is meant, in reading order; 0 is the first.

        Raises:
            TextMismatch: The words stand nowhere, or in several places and none was chosen, or
                the source has no paragraphs to look in.
        """
        expect_text(words, "words")
        for name, number in (("paragraph", paragraph), ("nth", nth)):
            if number is not None:
                expect_whole_number(number, name)
        if not self.paragraphs:
            raise TextMismatch(
                self.id, (), "it has digests alone; attach its text first, by story.attach(source, text)"
            )
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words.strip() else "(?!)")
        places = [
            (number, match.start(), match.end())
            for number, line in enumerate(self.paragraphs)
            if paragraph is None or number == paragraph
            for match in pattern.finditer(line)
        ]
        if not places:
            where = "" if paragraph is None else f" in paragraph {paragraph}"
            raise TextMismatch(self.id, (), f"the words {show(words)} do not stand{where} as whole words")
        if nth is None and len(places) > 1:
            numbers = tuple(dict.fromkeys(number for number, _, _ in places))
            listed = ", ".join(map(str, numbers))
            message = (
                f"{show(words)} stands in {len(places)} places (paragraphs {listed}); choose with paragraph= or nth="
            )
            raise TextMismatch(self.id, numbers, message)
        if nth is not None and not 0 <= nth < len(places):
            raise TextMismatch(self.id, (), f"{show(words)} stands in {len(places)} places; nth={nth} is none of them")
        number, start, end = places[nth or 0]
        return Anchor(source=self.id, paragraph=number, start=start, end=end, exact=self.paragraphs[number][start:end])


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
