"""A quotation as it is looked for: without the marks around it, and in fragments where it says that words are missing.

The marks around are white space, quotation marks, ellipses, dashes, and the sentence marks ``, . ; : ! ?`` before
the closing mark: newspapers set these by their own rules, so they are no part of what was said. A sign, a decimal
point and the mark of a foot or a minute (6') belong to their digits and stay.
"""

from __future__ import annotations

import re
from typing import Final

from venezuela_news.grounding._folds import ALL_INVISIBLES, DASHES, INVISIBLES, QUOTES

__all__ = ["UNBOUNDED", "core", "fragments"]

UNBOUNDED: Final = -1
"""The bound of a gap that stands for any number of words."""

_DOTS = r"(?:[…⋯]+\.?|\.{3,}|\.(?:[ \u00a0\u2009\u202f]\.){2,})"
_ELLIPSIS = rf"(?:\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})"
_LEADING = re.compile(_ELLIPSIS)
_TRAILING = re.compile(rf"{_ELLIPSIS}\Z")
_GAP = re.compile(rf"{_ELLIPSIS}|(?<!\w)\[\s*(?P<word>[^\s\[\]]+)\s*\](?!\w)")
_CLOSING = frozenset(",.;:!?、。，．；：！？،؛؟")
_OPENING = frozenset("¡¿")


def _speaks(char: str) -> bool:
    return char in QUOTES or char in _OPENING or char.isalpha()


def core(quote: str) -> str:
    """The quotation without the marks around it.

    >>> core("“This needed to happen,” ")
    'This needed to happen'
    """
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
        elif char in DASHES and _speaks(quote[start + 1 : end].lstrip()[:1]):
            start += 1
        else:
            break
    while start < end:
        char = quote[end - 1]
        if char in QUOTES:
            if quote[end - 2 : end - 1].isnumeric():
                # After a digit only a mark that closes one: 6' and 6" are not 6.
                if not opened:
                    break
                opened -= 1
            end -= 1
        elif char.isspace() or char in INVISIBLES or char in DASHES:
            end -= 1
        elif char in "…⋯.])" and (match := _TRAILING.search(quote, max(start, end - 24), end)):
            end = match.start()
        elif char in _CLOSING:
            end -= 1
        else:
            break
    return quote[start:end]


def fragments(quote: str) -> tuple[list[str], list[int]] | None:
    """The fragments between the gaps of a core, and for each gap between two how many words it is for at most.

    Fragments without a letter or digit say nothing and are passed over. None where there is no gap or no fragment.
    """
    parts: list[str] = []
    bounds: list[int] = []
    bound, gaps, done = 0, 0, 0
    for match in _GAP.finditer(quote):
        word = match["word"]
        if word is not None and not any(map(str.isalnum, word)):
            continue
        gaps += 1
        part = core(quote[done : match.start()])
        if any(map(str.isalnum, part)):
            parts.append(part)
            bounds.append(bound)
            bound = 0
        bound = bound + 1 if word is not None and bound != UNBOUNDED else UNBOUNDED
        done = match.end()
    part = core(quote[done:])
    if any(map(str.isalnum, part)):
        parts.append(part)
        bounds.append(bound)
    return (parts, bounds[1:]) if gaps and parts else None
