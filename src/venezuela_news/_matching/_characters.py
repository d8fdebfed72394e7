"""Classes of characters, and putting the marks of a character in order."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = [
    "ALL_INVISIBLES",
    "DASHES",
    "INVISIBLES",
    "LETTER_JOINTS",
    "LONG_DASHES",
    "NUMBER_JOINTS",
    "ODD_SPACES",
    "POINTS",
    "PUNCTUATION",
    "QUOTES",
    "RADICALS",
    "SHORT_DASHES",
    "SINGLE_QUOTES",
    "SUPERSCRIPTS",
    "clings",
    "decomposed",
    "has_words",
    "in_order",
    "is_accent",
    "is_ideograph",
    "is_letter_or_digit",
    "is_mark",
    "is_number",
    "is_spaceless",
]

# The sets are closed under canonical equivalence: U+1FEF is U+0060, U+1FFD is U+00B4.
SINGLE_QUOTES: Final = frozenset("'`´‘’‚‛‹›′‵ʹʻʼʽˈ՚＇׳\u1fef\u1ffd\u0374")
_DOUBLE_QUOTES: Final = frozenset('"“”„‟«»″‶〝〞〟「」『』﹁﹂﹃﹄＂｢｣״')
QUOTES: Final = SINGLE_QUOTES | _DOUBLE_QUOTES

SHORT_DASHES: Final = frozenset("-‐‑‒–−﹣－⁃˗֊")
LONG_DASHES: Final = frozenset("—―⸺⸻﹘")
DASHES: Final = SHORT_DASHES | LONG_DASHES

# U+2061 to U+2064 are invisible operators: 2 times 3 is not 23. Tags (U+E0020...) tell flags apart.
_LOOSE_INVISIBLES: Final = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)
_TIED_INVISIBLES: Final = frozenset(
    ["\u034f", "\u17b4", "\u17b5", "\u180b", "\u180c", "\u180d", "\u180f", "\u200c", "\u200d"]
    + [chr(point) for point in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))]
)
INVISIBLES: Final = _LOOSE_INVISIBLES
"""Those that are graphemes of their own; joiners and selectors belong to the character before them."""
ALL_INVISIBLES: Final = _LOOSE_INVISIBLES | _TIED_INVISIBLES

ODD_SPACES: Final = frozenset(
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""All white space but the space itself."""

NUMBER_JOINTS: Final = SINGLE_QUOTES | DASHES | frozenset(",.;:/^~_·×٫٬،؍⁄∕∶〜～．，：／・\u037e\u0387")
"""What holds two digits together: 3,000 and 1/2 and 10:30."""
LETTER_JOINTS: Final = frozenset(".·‧․．\u0387")
"""What holds two letters together, besides an apostrophe: U.S and co·op."""
PUNCTUATION: Final = frozenset(",;:.、。，；：﹐﹑﹔﹕．،؛۔։።፣፤፥।॥။၊។")
"""Commas, semicolons, colons and full stops."""
POINTS: Final = frozenset(".,٫．，·")
"""Decimal points."""
SUPERSCRIPTS: Final = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")
"""Digits of notes, and of powers."""
RADICALS: Final = frozenset(map(chr, range(0x2E80, 0x2FE0)))
"""Radicals of ideographs, which PDF fonts give for the ideographs themselves: letters that Unicode calls symbols."""


def is_mark(char: str) -> bool:
    """Tell whether a character holds to the one before it: a combining mark, a joiner, a half-width voicing mark."""
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d\uff9e\uff9f"


_POINTS_OF_VOWELS: Final = frozenset(
    chr(point)
    for first, last in [
        *[(0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7)],
        *[(0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC)],
        *[(0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED)],
    ]
    for point in range(first, last + 1)
)
"""Points of Hebrew and signs of Arabic vowels, the hamza above and below, and tatweel, which only stretches."""


def is_accent(char: str) -> bool:
    """Tell whether a character is a diacritic that may be left out.

    Overlays (combining class 1) negate symbols and strike letters out; the iota subscript (class 240) is a letter when
    its case is folded.
    """
    if char in _POINTS_OF_VOWELS:
        return True
    return (
        "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff" or "\u1dc0" <= char <= "\u1dff"
    ) and 1 < unicodedata.combining(char) < 240


def is_letter_or_digit(char: str) -> bool:
    """Tell whether a character is part of a word: a letter, a digit, a mark or an underscore."""
    if char <= "\x7f":
        return char.isalnum() or char == "_"
    # The letters that serve as apostrophes join as apostrophes do.
    if char in SINGLE_QUOTES:
        return False
    return char.isalnum() or char in RADICALS or unicodedata.category(char) in {"Pc", "Mc", "Mn", "Me"}


def is_number(char: str) -> bool:
    """Tell whether a character is a digit, a fraction or a numeral; Chinese numerals are letters."""
    return char.isnumeric() and not "\u3400" <= char <= "\u9fff"


def is_ideograph(char: str) -> bool:
    """Tell whether a character is Han or kana, written without spaces between words and lines."""
    return (
        "\u3400" <= char <= "\u9fff"
        or "\u3041" <= char <= "\u30ff"
        or "\u3005" <= char <= "\u3007"
        or "\uf900" <= char <= "\ufaff"
        or "\uff66" <= char <= "\uff9f"
        or "\U00020000" <= char <= "\U0003ffff"
        or char in RADICALS
    )


def is_spaceless(char: str) -> bool:
    """Tell whether a character's script has no spaces between words: Han, kana, Thai, Lao, Burmese, Khmer."""
    return char > "\u0dff" and (
        is_ideograph(char)
        or "\u0e00" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
    )


def clings(char: str) -> bool:
    """Tell whether a character extends the grapheme before it: a mark, a skin tone, a tag, a Thai or Lao vowel am."""
    return (
        is_mark(char)
        or char in "\u0e33\u0eb3"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def has_words(text: str) -> bool:
    """Tell whether a text holds a letter or a digit."""
    return any(map(str.isalnum, text))


# No ordered mark is a letter, a digit or ASCII. A short run is cheap as it is.
_LONG_RUN: Final = re.compile(r"[^\w\s\x00-\x7f]{33,}")


def _sorted_marks(match: re.Match[str]) -> str:
    result: list[str] = []
    marks: list[str] = []
    for char in match.group():
        for part in unicodedata.normalize("NFD", char):
            if unicodedata.combining(part):
                marks.append(part)
            else:
                result += (*sorted(marks, key=unicodedata.combining), part)
                marks.clear()
    result += sorted(marks, key=unicodedata.combining)
    return "".join(result)


def in_order(text: str) -> str:
    """Put long runs of combining marks in canonical order, so that normalizing the text takes time linear in it.

    Python's own ordering takes time quadratic in a run of marks, and cannot be interrupted. The result is canonically
    equivalent to the text.
    """
    return text if text.isascii() else _LONG_RUN.sub(_sorted_marks, text)


def decomposed(text: str) -> str:
    """The text in NFD."""
    return unicodedata.normalize("NFD", in_order(text) if len(text) > 32 else text)
