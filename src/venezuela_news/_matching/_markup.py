"""Markup and notes in a text: inline tags, character references, marks of notes.

A character reference is read once: what it stands for is a character, and never a tag or another reference.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from html import unescape
from typing import Final, final

from venezuela_news._matching._characters import ALL_INVISIBLES, in_order, is_mark, is_spaceless
from venezuela_news._matching._normalized import Span

__all__ = [
    "INLINE_TAG",
    "LESS_THAN",
    "NOTE",
    "SIC",
    "SUPERSCRIPT_NOTE",
    "References",
    "hide_tags",
    "is_break",
    "plain_around",
    "plain_words",
    "reference_at",
    "tag_around",
]

LESS_THAN: Final = "\ufdd0"
"""What a reference to `<` is read as, so that it begins no tag: a noncharacter."""
_NAMES: Final = "abbr|acronym|bdi|bdo|big|br|b|cite|code|data|dfn|em|font|ins|i|kbd|mark|q|samp|small|span|strong|time|tt|u|var|wbr|a"
INLINE_TAG: Final = rf"</?(?:{_NAMES})(?:\s[^<>]{{0,400}})?/?>"
"""The pattern of an inline tag. What strikes out, and what sets above or below, changes what is said."""
_INLINE_TAG: Final = re.compile(INLINE_TAG, re.IGNORECASE)
_BREAK: Final = re.compile(r"</?br\b", re.IGNORECASE)
NOTE: Final = r"(?<=\S)\[\d{1,3}\]"
"""The pattern of a note's number, right behind a word or a mark."""
_LETTER: Final = r"[^\W\d_]"
_UNSEEN: Final = f"[{''.join(sorted(ALL_INVISIBLES))}]"
# Three letters, with invisible characters among them.
_BEHIND_LETTERS: Final = "|".join(
    f"(?<={_LETTER}{one}{_LETTER}{two}{_LETTER}{three})"
    for one, two, three in itertools.product(("", _UNSEEN), repeat=3)
)
SUPERSCRIPT_NOTE: Final = rf"(?:{_BEHIND_LETTERS}|(?<=[^\w\s{_UNSEEN[1:-1]}]))[¹²³⁰⁴⁵⁶⁷⁸⁹]{{1,3}}(?![¹²³⁰⁴⁵⁶⁷⁸⁹\w])"
"""The pattern of a note's raised number, behind three letters or a mark: in m² it is none."""
SIC: Final = r"\s*(?:\[\s*sic\s*!?\s*\]|\(\s*sic\s*!?\s*\))"
"""The pattern of an editor's [sic]."""
_MAY_BE_MARK: Final = re.compile(r"[^\w\s\x00-\x7f“”‘’–—…«»\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_HERE: Final = "\ufdd2"
_SOFT_LINE_END: Final = re.compile(rf"(?:[\n\r][\s{_HERE}]*)?\u00ad[\s{_HERE}]*[\n\r][\s{_HERE}]*")
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def is_break(tag: str) -> bool:
    """Tell whether a tag breaks the line."""
    return _BREAK.match(tag) is not None


def _read(reference: str) -> str:
    text = unescape(reference)
    if text == reference or any("\ud800" <= char <= "\udfff" or char < " " for char in text):
        return reference
    return text.replace("<", LESS_THAN)


def reference_at(text: str, index: int) -> tuple[int, int, str] | None:
    """The character reference that begins before an index of a text and ends behind it or at it, and what it says."""
    start = text.rfind("&", max(0, index - 34), index + 1)
    match = _REFERENCE.match(text, start) if start >= 0 else None
    if match is None or match.end() < index or (said := _read(match.group())) == match.group():
        return None
    return match.start(), match.end(), said


def tag_around(text: str, index: int) -> Span | None:
    """The inline tag that an index of a text stands inside of."""
    start = text.rfind("<", max(0, index - 420), index)
    match = _INLINE_TAG.match(text, start) if start >= 0 else None
    return match.span() if match is not None and match.end() > index else None


_AROUND: Final = 32
"""How far around an index a text is read: longer than any seam that joins two words."""
_AROUND_TAGS: Final = 420


def _plain(text: str) -> str:
    """A stretch of text as it is seen: tags, invisible characters and marks gone, references read."""
    if "<" in text:
        text = _INLINE_TAG.sub(lambda match: "\n" if is_break(match.group()) else "", text)
    if "&" in text:
        text = _REFERENCE.sub(lambda match: _read(match.group()), text)
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", in_order(text))
    if _MAY_BE_MARK.search(composed) is None:
        return composed
    # In scripts without spaces a letter with a vowel's mark is not the letter alone.
    return "".join(
        char for char in composed if not (char in ALL_INVISIBLES or (is_mark(char) and not is_spaceless(char)))
    )


_EMPHASIS: Final = re.compile(r"[*_]+")
_DIVIDED: Final = re.compile(
    r"([^\W\d_]+)(?:[-‐‑][ \t]*[\n\r]\s*|\s*[\n\r]\s*\u00ad\s*[\n\r]\s*|\u00ad\s*[\n\r]\s*)([^\W\d_]+)"
)


def hide_tags(text: str) -> str:
    """A text with its inline tags made invisible, and as long as before; a line break is white space."""
    if "<" not in text:
        return text
    return _INLINE_TAG.sub(lambda match: (" " if is_break(match.group()) else "\u200b") * len(match.group()), text)


def plain_words(text: str, known: frozenset[str]) -> str:
    """A text as it is read, for whoever looks for words in it: no markup, and words that a line end divides joined.

    Args:
        text: The text.
        known: Words in small letters; a hyphen at a line end is one of a known word's, or else joins its two parts.
    """
    if "<" in text or "&" in text:
        text = _plain(text)
    text = _EMPHASIS.sub("", text)

    def joined(match: re.Match[str]) -> str:
        first, second = match.groups()
        parts = first.lower() in known or second.lower() in known
        return f"{first}-{second}" if parts and (first + second).lower() not in known else first + second

    return _DIVIDED.sub(joined, text) if "\n" in text or "\r" in text else text


def plain_around(text: str, index: int) -> tuple[str, str]:
    """What is seen before and behind an index that stands in no tag and no reference, at least as far as a seam goes."""
    left, right = text[max(0, index - _AROUND) : index], text[index : index + _AROUND]
    nearest = left.rfind(">")
    if nearest >= 0 and left.rfind("<", 0, nearest) < 0:
        # A long tag is cut in two.
        begins = text.rfind("<", max(0, index - _AROUND_TAGS), index - _AROUND)
        left = text[max(0, begins - _AROUND) : index]
    nearest = right.find("<")
    if nearest >= 0 and right.find(">", nearest) < 0:
        right = text[index : index + _AROUND_TAGS]
    if "\u00ad" in left or "\u00ad" in right:
        # A soft hyphen is seen at a line end alone, where it is a hyphen.
        both = _SOFT_LINE_END.sub(lambda match: "-\n" + _HERE * (_HERE in match.group()), f"{left}{_HERE}{right}")
        left, _, right = both.partition(_HERE)
    return _plain(left), _plain(right)


@final
class References:
    """A text whose character references are read, and the way back."""

    __slots__ = ("_ends", "_given", "_read_ends", "_read_starts", "_starts", "text")

    def __init__(self, text: str) -> None:
        self._given = text
        self._starts, self._ends = array("Q"), array("Q")
        self._read_starts, self._read_ends = array("Q"), array("Q")
        self.text = text
        if "&" not in text:
            return
        pieces: list[str] = []
        done = length = 0
        for match in _REFERENCE.finditer(text):
            said = _read(match.group())
            start, end = match.span()
            if said == match.group():
                continue
            pieces += [text[done:start], said]
            length += start - done
            self._starts.append(start)
            self._ends.append(end)
            self._read_starts.append(length)
            length += len(said)
            self._read_ends.append(length)
            done = end
        self.text = "".join([*pieces, text[done:]]) if pieces else text

    @property
    def any(self) -> bool:
        """True if the text has references."""
        return bool(self._starts)

    def start(self, index: int) -> int:
        """Where in the text as given begins what begins at an index of the text as read."""
        if not self._starts:
            return index
        number = bisect_right(self._read_starts, index) - 1
        if number < 0:
            return index
        if index < self._read_ends[number]:
            return self._starts[number]
        return index - self._read_ends[number] + self._ends[number]

    def end(self, index: int) -> int:
        """Where in the text as given ends what ends at an index of the text as read."""
        if not self._starts or not index:
            return index
        number = bisect_right(self._read_starts, index - 1) - 1
        if number < 0:
            return index
        if index <= self._read_ends[number]:
            return self._ends[number]
        return index - self._read_ends[number] + self._ends[number]

    def read_index(self, index: int) -> int:
        """Where an index of the text as given is in the text as read; in a reference, where it begins."""
        if not self._starts:
            return index
        number = bisect_right(self._starts, index) - 1
        if number < 0:
            return index
        if index < self._ends[number]:
            return self._read_starts[number]
        return index - self._ends[number] + self._read_ends[number]

    def all(self, start: int = 0, end: int | None = None) -> list[str]:
        """The references in a span of the text as read, as they are written."""
        first = bisect_right(self._read_ends, start)
        last = len(self._starts) if end is None else bisect_left(self._read_starts, end)
        return [self._given[self._starts[number] : self._ends[number]] for number in range(first, last)]
