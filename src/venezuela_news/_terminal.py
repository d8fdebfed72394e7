"""What a terminal may be given: text in which nothing can steer it, and how many columns text takes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["columns", "printable", "wrapped"]

# Controls, line separators, direction marks, what is invisible (Unicode's Default_Ignorable_Code_Point, but for
# the variation selectors that turn signs to pictures), halves of surrogate pairs, and all of plane 14: tags.
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000effff]"
)


def printable(text: str) -> str:
    r"""Write what could steer a terminal, or hide in it, as escapes; line breaks and tabs too.

    All text that was not written by us passes here on its way out: of stories, ids, files' names, messages.

    >>> print(printable("a\x1b[2Jb\u202ec"))
    a\x1b[2Jb\u202ec
    """
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def columns(text: str) -> int:
    """Count the columns that printable text takes: two for a wide letter, none for a mark on the one before.

    >>> columns("Caracas"), columns("加拉加斯"), columns("e\u0301")
    (7, 8, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lay printable text out in lines of a width in columns.

    Lines break at spaces, beside the wide letters of scripts without spaces, and inside of what is longer than a line.

    Args:
        text: The text; runs of spaces become one.
        width: The width of a line, indents included.
        first: What the first line begins with.
        rest: What the other lines begin with; as the first if left out.

    >>> wrapped("The ferry comes back.", 14, "- ", "  ")
    ['- The ferry', '  comes back.']
    """
    rest = first if rest is None else rest
    lines: list[str] = []
    line, used = first, columns(first)
    begun = False
    for word in text.split(" "):
        gap = " " if begun else ""
        for piece in _pieces(word, max(width - columns(rest), 1)):
            if begun and used + len(gap) + columns(piece) > width:
                lines.append(line)
                line, used, gap = rest, columns(rest), ""
            line += gap + piece
            used += len(gap) + columns(piece)
            gap, begun = "", True
    return [*lines, line] if begun else lines


def _pieces(word: str, longest: int) -> list[str]:
    """Split a word where a line may break in it: beside wide letters, and after as many columns as fit a line."""
    if word.isascii() and len(word) <= longest:
        return [word] if word else []
    pieces: list[str] = []
    wide_before, used = True, 0
    for char in word:
        width = _width(char)
        closing = unicodedata.category(char) in ("Pe", "Pf", "Po")  # no line begins with a comma
        breaks = (width == 2 or wide_before) and width and not closing
        if not pieces or breaks or used + width > longest:
            pieces.append("")
            used = 0
        pieces[-1] += char
        used += width
        wide_before = width == 2 or (wide_before and not width)
    return pieces
