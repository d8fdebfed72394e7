"""A quotation without the marks around it.

The marks around are white space, quotation marks, ellipses, dashes, and the sentence marks ``, . ; : ! ?`` before
the closing mark: newspapers set these by their own rules, so they are no part of what was said. A sign, a decimal
point and the mark of a foot or a minute (6') belong to their digits and stay.
"""

from __future__ import annotations

import re
from typing import Final

from venezuela_news._matching._characters import ALL_INVISIBLES, DASHES, INVISIBLES, QUOTES

__all__ = ["ELLIPSIS", "strip_marks"]

_DOTS: Final = r"(?:[…⋯]+\.?|\.{3,}|\.(?:[ \u00a0\u2009\u202f]\.){2,})"
ELLIPSIS: Final = rf"(?:\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})"
"""The pattern of an ellipsis, bracketed or not."""
_LEADING: Final = re.compile(ELLIPSIS)
_TRAILING: Final = re.compile(rf"{ELLIPSIS}\Z")
_LONGEST_ELLIPSIS: Final = 24
"""How far before the end of a quotation an ellipsis is looked for, in code points."""
_CLOSING: Final = frozenset(",.;:!?、。，．；：！？،؛؟")
_OPENING: Final = frozenset("¡¿")


def _is_speech(quote: str, start: int) -> bool:
    # Whether speech begins after a dash: a letter or a mark that opens.
    while start < len(quote) and quote[start].isspace():
        start += 1
    return start < len(quote) and (quote[start] in QUOTES or quote[start] in _OPENING or quote[start].isalpha())


def _start_of(quote: str) -> tuple[int, int]:
    # Where the words start, and how many quotation marks stand before them.
    start, end, opened = 0, len(quote), 0
    while start < end:
        char = quote[start]
        if char in QUOTES:
            opened += 1
            start += 1
        elif char.isspace() or char in ALL_INVISIBLES or char in _OPENING:
            start += 1
        elif char in "…⋯.[(" and (match := _LEADING.match(quote, start, end)):
            start = match.end()
        elif char in DASHES and _is_speech(quote, start + 1):
            start += 1
        else:
            break
    return start, opened


def _end_of(quote: str, start: int, opened: int) -> int:
    # Where the words end. A mark right after a digit is its own, unless it closes one that was opened: 6' is not 6.
    end = len(quote)
    while start < end:
        char = quote[end - 1]
        if char in QUOTES:
            if quote[end - 2 : end - 1].isnumeric():
                if not opened:
                    break
                opened -= 1
            end -= 1
        elif char.isspace() or char in INVISIBLES or char in DASHES:
            end -= 1
        elif char in "…⋯.])" and (match := _TRAILING.search(quote, max(start, end - _LONGEST_ELLIPSIS), end)):
            end = match.start()
        elif char in _CLOSING:
            end -= 1
        else:
            break
    return end


def strip_marks(quote: str) -> str:
    """The quotation without the marks around it.

    >>> strip_marks("“This needed to happen,” ")
    'This needed to happen'
    """
    start, opened = _start_of(quote)
    return quote[start : _end_of(quote, start, opened)]
