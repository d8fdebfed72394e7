"""A quotation without the marks and wrappers around it.

Around it are white space, quotation marks, ellipses, dashes, the sentence marks ``, . ; : ! ?`` and their like before the
closing mark, brackets around the whole, bullets and ``>`` before a letter, emphasis, inline tags, and [sic]: these are
set by newspapers, editors and models, so they are no part of what was said. A sign, a decimal point and the mark of a
foot or a minute (6') belong to their digits and stay.
"""

from __future__ import annotations

import re
from typing import Final

from venezuela_news._matching._characters import ALL_INVISIBLES, DASHES, INVISIBLES, PUNCTUATION, QUOTES
from venezuela_news._matching._markup import INLINE_TAG, SIC, reference_at

__all__ = ["ELLIPSIS", "list_number", "strip_marks", "stripped_span"]

_SPACE: Final = "[ \\u00a0\\u2009\\u202f]"
_DOTS: Final = rf"(?:[…⋯‥]|\.(?={_SPACE}?[.…⋯‥]))(?:{_SPACE}?[.…⋯‥])*"
_INSIDE: Final = rf"\s{{0,3}}(?:{_DOTS}|snip)\s{{0,3}}"
ELLIPSIS: Final = rf"(?:\[{_INSIDE}\]|\({_INSIDE}\)|<{_INSIDE}>|/{_INSIDE}/|{_DOTS})"
"""The pattern of an ellipsis, bracketed or not."""
_LEADING: Final = re.compile(rf"{ELLIPSIS}|{INLINE_TAG}|{SIC}", re.IGNORECASE)
_TRAILING: Final = re.compile(rf"(?:{ELLIPSIS}|{INLINE_TAG}|{SIC})\Z", re.IGNORECASE)
_LONGEST: Final = 32
"""How far before the end of a quotation an ellipsis or a tag is looked for, in code points."""
_CLOSING: Final = PUNCTUATION | frozenset("!?！？؟⁇⁈⁉‼")
_OPENING: Final = frozenset("¡¿")
_BULLETS: Final = frozenset("•◦‣▪●○·∙*>")
_EMPHASIS: Final = frozenset("*_")
_LIST_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]\s+(?=[^\W\d_])")
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}


def _leading_mark(quote: str, start: int, end: int) -> int:
    """Where the mark ends that begins here; the start itself where there is none."""
    char = quote[start]
    if char in QUOTES or char.isspace() or char in ALL_INVISIBLES or char in _OPENING or char in _EMPHASIS:
        return start + 1
    if char in "…⋯‥.[(</" and (match := _LEADING.match(quote, start, end)):
        return match.end()
    if char == "\\" and quote[start + 1 : start + 2] in QUOTES | _EMPHASIS:
        return start + 1
    if char == "&" and (found := reference_at(quote, start)) and (found[2] in QUOTES or found[2].isspace()):
        return found[1]
    return start


def _start_of(quote: str, start: int, end: int) -> tuple[int, int]:
    # Where the words start, and how many quotation marks stand before them.
    opened = 0
    speech = False
    while start < end:
        after = _leading_mark(quote, start, end)
        if after > start:
            opened += quote[start] in QUOTES
        elif quote[start] in DASHES or quote[start] in _BULLETS:
            speech = speech or _is_speech_behind(quote, start)
            if not speech:
                break
            after = start + 1
        else:
            break
        start = after
    return start, opened


def _is_speech_behind(quote: str, start: int) -> bool:
    # Whether speech begins behind dashes, bullets and marks of all kinds: a letter or a mark that opens.
    while start < len(quote) and (quote[start] in DASHES or quote[start] in _BULLETS or quote[start].isspace()):
        start += 1
    return start < len(quote) and (
        quote[start] in QUOTES or quote[start] in _OPENING or quote[start] in _EMPHASIS or quote[start].isalpha()
    )


def _trailing_mark(quote: str, start: int, end: int) -> int:
    """Where the mark begins that ends here; the end itself where there is none."""
    char = quote[end - 1]
    if char.isspace() or char in INVISIBLES or char in DASHES or char in _EMPHASIS or char == "\\":
        return end - 1
    if char in "…⋯‥.])>/" and (match := _TRAILING.search(quote, max(start, end - _LONGEST), end)):
        return match.start()
    if char == ";" and (found := reference_at(quote, end - 1)) and found[1] == end:
        return found[0] if found[2] in QUOTES or found[2].isspace() else end
    return end - 1 if char in _CLOSING else end


def _end_of(quote: str, start: int, end: int, opened: int) -> int:
    # Where the words end. A mark right after a digit is its own, unless it closes one that was opened: 6' is not 6.
    while start < end:
        if quote[end - 1] in QUOTES:
            if quote[end - 2 : end - 1].isnumeric():
                if not opened:
                    break
                opened -= 1
            end -= 1
            continue
        before = _trailing_mark(quote, start, end)
        if before == end:
            break
        end = before
    return end


def _partners(quote: str) -> dict[int, int]:
    """Where each bracket is closed that is."""
    waiting: list[int] = []
    partners: dict[int, int] = {}
    for index, char in enumerate(quote):
        if char in "([{":
            waiting.append(index)
        elif char in _BRACKETS and waiting and quote[waiting[-1]] == _BRACKETS[char]:
            partners[waiting.pop()] = index
    return partners


def stripped_span(quote: str) -> tuple[int, int]:
    """Where the words of a quotation start and end."""
    start, end, opened = 0, len(quote), 0
    if quote[:1].isalpha() and quote[-1].isalpha() and not (quote[0] in QUOTES or quote[-1] in QUOTES):
        # No letter is stripped but those that serve as quotation marks.
        return start, end
    partners = _partners(quote) if quote[:256].strip() and not {"(", "[", "{"}.isdisjoint(quote) else {}
    while True:
        start, more = _start_of(quote, start, end)
        opened += more
        end = _end_of(quote, start, end, opened)
        if start < end and partners.get(start) == end - 1:
            start, end = start + 1, end - 1
            continue
        return start, end


def strip_marks(quote: str) -> str:
    """The quotation without the marks around it.

    >>> strip_marks("“This needed to happen,” ")
    'This needed to happen'
    """
    start, end = stripped_span(quote)
    return quote[start:end]


def list_number(words: str) -> int:
    """The size of a number of a list that stripped words begin with, 0 if with none.

    >>> list_number("2. We will go"), list_number("2 of us will go")
    (3, 0)
    """
    match = _LIST_NUMBER.match(words)
    return match.end() if match else 0
