"""Edges of words and graphemes: a place begins and ends on both.

Words follow the spirit of UAX #29: letters, digits and marks hold together, an apostrophe or a point
between letters joins, a hyphen parts. Ideographs and hiragana are words of their own. Stricter than it where
a part would say something else than the whole:

1. digits joined by a separator are one word (3,000,000 and 3.5 and 1/2 and 10:30 and 5-4 and 3 000 000), and so
   are a sign or a decimal point and its digits, and a letter, a hyphen and digits (F-35);
2. a hyphen joins what turns around with it: a negating prefix (non-violent), `-free`, number words (5-million);
3. nothing parts a negating ideograph from what it negates, nor one numeral from the next.

Graphemes are a close subset of UAX #29: CRLF, marks and joiners, spacing marks, emoji sequences, flags, Hangul and
the prepended number signs. Not known: conjuncts of Indic scripts (GB9c) and the few spacing marks that stand apart.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._characters import (
    INVISIBLES,
    LETTER_JOINTS,
    LONG_DASHES,
    NUMBER_JOINTS,
    POINTS,
    SHORT_DASHES,
    SINGLE_QUOTES,
    clings,
    is_ideograph,
    is_letter_or_digit,
    is_number,
)
from venezuela_news._matching._folding import normalize

__all__ = ["is_boundary"]

_PREPENDED: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_FRACTION: Final = re.compile(r"\d+\s?[/⁄∕]\s?\d")
_NEGATING_IDEOGRAPHS: Final = lexicon.every(lexicon.NEGATING_IDEOGRAPHS)
_NEGATING_PREFIXES: Final = lexicon.every(lexicon.NEGATING_PREFIXES)
_NEGATING_SUFFIXES: Final = lexicon.every(lexicon.NEGATING_SUFFIXES)
_NUMBER_WORDS: Final = lexicon.every(lexicon.NUMBER_WORDS)


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _hangul(char: str) -> str:
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "L"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "V"
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return "T"
    if "\uac00" <= char <= "\ud7a3":
        return "LVT" if (ord(char) - 0xAC00) % 28 else "LV"
    return ""


_HANGUL_GOES_ON = {
    "L": {"L", "V", "LV", "LVT"},
    "LV": {"V", "T"},
    "V": {"V", "T"},
    "LVT": {"T"},
    "T": {"T"},
    "": set[str](),
}


def _parts_grapheme(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after < "\x80":
        return (before == "\r" and after == "\n") or before in _PREPENDED
    if clings(after):
        return before not in "\r\n\x85\u2028\u2029" and before not in INVISIBLES
    if before in _PREPENDED:
        return True
    if before == "\u200d":
        return unicodedata.category(after) == "So"
    if _is_flag_letter(after):
        first = index
        while first and _is_flag_letter(text[first - 1]):
            first -= 1
        return (index - first) % 2 == 1
    return _hangul(after) in _HANGUL_GOES_ON[_hangul(before)]


def _before(text: str, index: int) -> int:
    # The visible character before the index, -1 for none; marks and what is invisible are passed over.
    index -= 1
    while index >= 0 and text[index] > "\x7f" and (text[index] in INVISIBLES or clings(text[index])):
        index -= 1
    return index


def _after(text: str, index: int) -> int:
    # The visible character at or after the index, the length for none.
    length = len(text)
    while index < length and text[index] > "\x7f" and (text[index] in INVISIBLES or clings(text[index])):
        index += 1
    return index


def _run(text: str, index: int, step: int) -> str:
    # The word of at most 16 letters and digits that begins or ends at the index, folded.
    stop = index
    while (
        0 <= stop < len(text)
        and abs(stop - index) < 16
        and (is_letter_or_digit(text[stop]) or text[stop] in INVISIBLES)
    ):
        stop += step
    return normalize(text[index:stop] if step > 0 else text[stop + 1 : index + 1])


def _joins_by_hyphen(text: str, left: int, right: int) -> bool:
    if is_number(text[right]):
        return True
    before, after = _run(text, left, -1), _run(text, right, 1)
    if before in _NEGATING_PREFIXES or after in _NEGATING_SUFFIXES:
        return True
    return (before in _NUMBER_WORDS or is_number(text[left])) and after in _NUMBER_WORDS


def _joint(text: str, left: int, middle: int, right: int) -> bool:
    # Whether the character between two word characters holds them together.
    before, joint, after = text[left], text[middle], text[right]
    digits = is_number(before), is_number(after)
    if all(digits):
        return joint in NUMBER_JOINTS or (joint.isspace() and _is_digit_group(text, left, right))
    if joint in SHORT_DASHES:
        return _joins_by_hyphen(text, left, right)
    if joint in SINGLE_QUOTES:
        return True
    return joint in LETTER_JOINTS and not any(digits)


def _is_digit_group(text: str, left: int, right: int) -> bool:
    # 3 000 000: up to three digits, one space, exactly three digits. And 5 1/2, in one character or three.
    if text[left + 1 : right] in "\n\r\x0b\x0c\x85\u2028\u2029":
        return False
    if not text[right].isdecimal():
        return unicodedata.decomposition(text[right]).startswith("<fraction>")
    if _FRACTION.match(text, right):
        return True
    before, after = text[max(0, left - 3) : left + 1], text[right : right + 4]
    many = len(before) - len(before.rstrip("0123456789"))
    return 1 <= many <= 3 and len(after) - len(after.lstrip("0123456789")) == 3


def _in_word(text: str, index: int) -> bool:
    left, right = _before(text, index), _after(text, index)
    if left < 0 or right >= len(text):
        return False
    before, after = text[left], text[right]
    if (before == "-" == after) or (before in LONG_DASHES and after in LONG_DASHES):
        # Hyphens in a row are one dash.
        return True
    word_before, word_after = is_letter_or_digit(before), is_letter_or_digit(after)
    if word_before and word_after:
        if is_ideograph(before) or is_ideograph(after):
            return before in _NEGATING_IDEOGRAPHS or (before.isnumeric() and after.isnumeric())
        return True
    if word_before:
        further = _after(text, right + 1)
        return further < len(text) and is_letter_or_digit(text[further]) and _joint(text, left, right, further)
    further = _before(text, left)
    if word_after:
        if further >= 0 and is_letter_or_digit(text[further]) and _joint(text, further, left, right):
            return True
        if not is_number(after):
            return False
        # A sign, or a decimal point without a digit before it.
        return before in SHORT_DASHES or (
            before in POINTS and not (further >= 0 and (is_letter_or_digit(text[further]) or text[further] in POINTS))
        )
    # Between a minus sign and the point or currency sign that its digits begin with.
    if before in SHORT_DASHES and (after == "." or unicodedata.category(after) == "Sc"):
        further = _after(text, right + 1)
        return further < len(text) and is_number(text[further])
    return False


def is_boundary(text: str, index: int) -> bool:
    """Tell whether an index (code points, 0 before the first) parts neither a word nor a grapheme.

    >>> [is_boundary("can't", index) for index in (0, 3, 5)]
    [True, False, True]
    """
    if index <= 0 or index >= len(text):
        return True
    before, after = text[index - 1], text[index]
    if before < "\x80" and after < "\x80":
        if before.isalnum() and after.isalnum():
            return False
        if (before == " " and after.isalpha()) or (after == " " and before.isalpha()):
            return True
    return not _parts_grapheme(text, index) and not _in_word(text, index)
