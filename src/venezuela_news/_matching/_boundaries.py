"""Edges of words and graphemes: a place begins and ends on both.

Words follow the spirit of UAX #29: letters, digits and marks hold together, an apostrophe or a point between letters
joins, a hyphen parts. The text is read as a reader sees it: without inline tags and invisible characters, and with
character references read. Stricter than UAX #29 where a part would say something else than the whole:

1. digits joined by a separator are one word (3,000,000 and 3.5 and 1/2 and 10:30 and 5-4 and 3 000 000), and so
   are a sign or a decimal point and its digits, and a letter, a hyphen and digits (F-35);
2. a hyphen joins what turns around with it: a negating prefix (non-violent), `-free`, number words (5-million); and
   one at a line end joins whatever stands beside it;
3. nothing parts what denies from what it denies, where a script has no spaces, nor one numeral from the next;
4. emphasis inside a word (un**safe**) is no edge, nor is there one before n't.

Looser than it where words run together: before ’s and its like, Turkish endings of names, behind elisions (l’), at a
full stop between a small and a capital letter; and at every grapheme of scripts without spaces.

Graphemes are a close subset of UAX #29: CRLF, marks and joiners, spacing marks, emoji sequences, flags, Hangul and
the prepended number signs. Not known: conjuncts of Indic scripts (GB9c) and the few spacing marks that stand apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._characters import (
    ALL_INVISIBLES,
    INVISIBLES,
    LETTER_JOINTS,
    LONG_DASHES,
    NUMBER_JOINTS,
    POINTS,
    QUOTES,
    SHORT_DASHES,
    SINGLE_QUOTES,
    SUPERSCRIPTS,
    clings,
    is_letter_or_digit,
    is_number,
    is_spaceless,
)
from venezuela_news._matching._folding import character_class, normalize
from venezuela_news._matching._markup import SUPERSCRIPT_NOTE, plain_around, reference_at, tag_around

__all__ = ["is_boundary"]

_PREPENDED: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")


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


_FRACTION: Final = re.compile(r"\d+\s?[/⁄∕]\s?\d")
_LAST_RUN: Final = re.compile(r"[^\W_]{1,16}\Z")
_FIRST_RUN: Final = re.compile(r"[^\W_]{1,16}")
_SPACED_DASH: Final = re.compile(r"\s+[-‐‑‒–−/]\s+\Z")
_LINE_END_HYPHEN: Final = re.compile(r"[-‐‑][ \t]*[\n\r\x0b\x0c\x85\u2028\u2029]\s*\Z")
_N_T: Final = re.compile(r"n['’ʼ‘]t(?!\w)", re.IGNORECASE)
_NOTE_BEHIND: Final = re.compile(SUPERSCRIPT_NOTE)
_HIDES: Final = re.compile(f"[<>&{character_class(ALL_INVISIBLES)}]")
"""What a reader does not see, or sees as something else."""
_LINE_ENDS: Final = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")

_NEGATING_PREFIXES: Final = lexicon.every(lexicon.NEGATING_PREFIXES)
_BOUND_PREFIXES: Final = lexicon.every(lexicon.BOUND_PREFIXES)
_NEGATING_SUFFIXES: Final = lexicon.every(lexicon.NEGATING_SUFFIXES)
_NUMBER_WORDS: Final = lexicon.every(lexicon.NUMBER_WORDS)
_CLITICS: Final = lexicon.every(lexicon.CLITICS)
_CASE_ENDINGS: Final = lexicon.every(lexicon.CASE_ENDINGS)
_WHOLE_NAMES: Final = lexicon.every(lexicon.NAMES_WITH_APOSTROPHE)
_ELISIONS: Final = lexicon.every(lexicon.ELISIONS)


# -- scripts without spaces -------------------------------------------------------------------------


def _by_neighbors(words: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    # The ways to part each word in two, by the characters on both sides of where it is parted.
    table: dict[str, list[tuple[str, str]]] = {}
    for word in words:
        for at in range(1, len(word)):
            table.setdefault(word[at - 1 : at + 1], []).append((word[:at], word[at:]))
    return table


def _by(place: int, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    # Words by their first or last character.
    table: dict[str, tuple[str, ...]] = {}
    for word in words:
        table[word[place]] = (*table.get(word[place], ()), word)
    return table


_INSIDE_COMPOUNDS: Final = _by_neighbors(lexicon.every(lexicon.NEGATING_COMPOUNDS))
_INSIDE_NEGATORS: Final = _by_neighbors(lexicon.every(lexicon.NEGATORS_BEFORE) | lexicon.every(lexicon.NEGATORS_BEHIND))
_COMPOUNDS_BY_FIRST: Final = _by(0, lexicon.every(lexicon.NEGATING_COMPOUNDS))
_COMPOUNDS_BY_LAST: Final = _by(-1, lexicon.every(lexicon.NEGATING_COMPOUNDS))
_BEFORE_BY_LAST: Final = _by(-1, lexicon.every(lexicon.NEGATORS_BEFORE))
_BEHIND_BY_FIRST: Final = _by(0, lexicon.every(lexicon.NEGATORS_BEHIND))


def _is_inside(table: dict[str, list[tuple[str, str]]], left: str, right: str) -> bool:
    # Whether one of the words begins before the index and goes on behind it.
    ways = table.get(left[-1] + right[0], ())
    return any(left.endswith(first) and right.startswith(rest) for first, rest in ways)


def _parts_spaceless(left: str, right: str) -> bool:
    # Between two graphemes of which one is of a script without spaces.
    last, first = left[-1], right[0]
    if last.isnumeric() and first.isnumeric():
        return True
    if _is_inside(_INSIDE_COMPOUNDS, left, right):
        return True
    if left.endswith(_COMPOUNDS_BY_LAST.get(last, ())):
        return False
    if left.endswith(_BEFORE_BY_LAST.get(last, ())):
        # Unless the last letter before the index begins a compound that denies nothing.
        return not f"{last}{right}".startswith(_COMPOUNDS_BY_FIRST.get(last, ()))
    return _is_inside(_INSIDE_NEGATORS, left, right) or right.startswith(_BEHIND_BY_FIRST.get(first, ()))


# -- what joins ---------------------------------------------------------------------------------------


def _last_word(left: str) -> str:
    match = _LAST_RUN.search(left[-16:])
    return normalize(match.group()) if match else ""


def _first_word(right: str) -> str:
    match = _FIRST_RUN.match(right)
    return normalize(match.group()) if match else ""


def _joins_by_hyphen(left: str, right: str, *, spaced: bool) -> bool:
    before, after = _last_word(left), _first_word(right)
    if spaced:
        return before in _BOUND_PREFIXES
    if is_number(right[0]):
        return True
    if before in _NEGATING_PREFIXES or after in _NEGATING_SUFFIXES:
        return True
    return (before in _NUMBER_WORDS or is_number(left[-1])) and after in _NUMBER_WORDS


def _is_digit_group(left: str, seam: str, right: str) -> bool:
    # 3 000 000: up to three digits, one space, exactly three digits. And 5 1/2, in one character or three.
    if not _LINE_ENDS.isdisjoint(seam) or len(seam) > 1:
        return False
    if not right[0].isdecimal():
        return unicodedata.decomposition(right[0]).startswith("<fraction>")
    if _FRACTION.match(right):
        return True
    before, after = left[-4:], right[:4]
    many = len(before) - len(before.rstrip("0123456789"))
    return 1 <= many <= 3 and len(after) - len(after.lstrip("0123456789")) == 3


def _joins_digits(left: str, seam: str, right: str) -> bool:
    if seam.isspace():
        return _is_digit_group(left, seam, right)
    return (
        (len(seam) == 1 and (seam in NUMBER_JOINTS or seam == "_"))
        or _SPACED_DASH.match(seam) is not None
        or set(seam) <= {"-"}
        or set(seam) <= {"*", "_"}
    )


def _joins_by_apostrophe(left: str, right: str, at_start: bool) -> bool:
    before, after = _last_word(left), _first_word(right)
    if after in _CLITICS:
        return False
    if at_start:
        first = left[-len(before) :][:1]
        named = first.isupper() and len(before) > 1 and before not in _WHOLE_NAMES
        return not (named and after in _CASE_ENDINGS)
    if before == "d" and left[-1].isupper() and right[0].isupper():
        # D’Angelo is a name.
        return True
    return before not in _ELISIONS


def _joins_by_point(left: str, right: str) -> bool:
    if left[-1].islower() and right[0].isupper():
        return False
    digits = is_number(left[-1]), is_number(right[0])
    if digits == (True, False):
        year = re.search(r"(?<!\d)[12]\d{3}\Z", left[-5:])
        return not (year and right[0].isupper())
    return not any(digits)


def _joins_hebrew(left: str, right: str) -> bool:
    # Gershayim, mostly typed as a quotation mark: in abbreviations, before the last letter.
    return "\u0590" <= left[-1] <= "\u05ff" and "\u0590" <= right[0] <= "\u05ff"


def _joins(left: str, seam: str, right: str, at: int) -> bool:
    # Whether the seam between two words holds them together at an index of it.
    if is_number(left[-1]) and is_number(right[0]):
        return _joins_digits(left, seam, right)
    if set(seam) <= {"*", "_"} or _LINE_END_HYPHEN.match(seam):
        return True
    if seam.isspace():
        # Spaced or not, what denies ideographs belongs to them.
        return _N_T.match(right) is not None or (
            is_spaceless(left[-1]) and is_spaceless(right[0]) and _parts_spaceless(left, right)
        )
    bare = seam.strip()
    if bare in SHORT_DASHES:
        return _joins_by_hyphen(left, right, spaced=bare != seam)
    if seam in SINGLE_QUOTES:
        return _joins_by_apostrophe(left, right, at == 0)
    if seam in QUOTES:
        return _joins_hebrew(left, right)
    return seam in LETTER_JOINTS and _joins_by_point(left, right)


def _holds_sign(left: str, right: str) -> bool:
    # Whether the index stands between a sign or decimal point and its digits, a currency sign maybe between them.
    before, after = left[-1], right[0]
    if (before == "-" == after) or (before in LONG_DASHES and after in LONG_DASHES):
        # Hyphens in a row are one dash.
        return True
    if is_number(after):
        further = left[-2:-1]
        return before in SHORT_DASHES or (
            before in POINTS and not (further and (is_letter_or_digit(further) or further in POINTS))
        )
    if before in SHORT_DASHES and (after == "." or unicodedata.category(after) == "Sc"):
        return len(right) > 1 and is_number(right[1])
    return False


def _split_seam(left: str, right: str) -> tuple[str, str, str, str]:
    # The text before, the parts of the seam on both sides of the index, and the text behind.
    start, end = len(left), 0
    while start and not is_letter_or_digit(left[start - 1]) | (left[start - 1] in SUPERSCRIPTS):
        start -= 1
    while start and left[start - 1] == "_":
        start -= 1
    while end < len(right) and not is_letter_or_digit(right[end]):
        end += 1
    while end < len(right) and right[end] == "_":
        end += 1
    return left[:start], left[start:], right[:end], right[end:]


def _in_word(left: str, right: str) -> bool:
    before, seam_before, seam_after, after = _split_seam(left, right)
    if before and after:
        if not seam_before and not seam_after:
            if after[0] in SUPERSCRIPTS and _NOTE_BEHIND.match(f"{before[-3:]}{after}", min(3, len(before))):
                return False
            if is_spaceless(before[-1]) or is_spaceless(after[0]):
                return _parts_spaceless(before, after)
            return True
        if _joins(before, seam_before + seam_after, after, len(seam_before)):
            return True
    return bool(left) and bool(right) and _holds_sign(left, right)


# -- the index ----------------------------------------------------------------------------------------


def _in_plain_sight(text: str, index: int) -> bool | None:
    # The common answer, from the three characters around the index; None where it takes more. Behind U+0E00 begin
    # the scripts without spaces.
    before, after = text[index - 1], text[index]
    if before >= "\u0e00" or after >= "\u0e00":
        return None
    if before.isalpha():
        if after.isalpha():
            return False if before not in SINGLE_QUOTES and after not in SINGLE_QUOTES else None
        if after in ",.:!?" and text[index + 1 : index + 2] in {" ", ""}:
            # A mark and a space join no letters. In a tag nothing is an edge.
            return True if text.rfind("<", max(0, index - 420), index) < 0 else None
    if before == " " and after.isalpha():
        further = text[index - 2 : index - 1]
        if further in ".:!?" and further:
            return True if text.rfind("<", max(0, index - 420), index) < 0 else None
        return True if (further.isalpha() or further in ",;") and after not in "nN" and further < "\u0e00" else None
    if after == " " and before.isalpha():
        further = text[index + 1 : index + 2]
        return True if further.isalpha() and further not in "nN" and further < "\u0e00" else None
    return None


def is_boundary(text: str, index: int) -> bool:
    """Tell whether an index (code points, 0 before the first) parts neither a word nor a grapheme.

    >>> [is_boundary("can't", index) for index in (0, 3, 5)]
    [True, False, True]
    """
    if index <= 0 or index >= len(text):
        return True
    plain = _in_plain_sight(text, index)
    if plain is not None:
        return plain
    if _parts_grapheme(text, index):
        return False
    if is_spaceless(text[index - 1]) and is_spaceless(text[index]):
        left, right = text[max(0, index - 8) : index], text[index : index + 8]
        if _HIDES.search(left + right) is None and left[-1] not in SINGLE_QUOTES:
            return not _parts_spaceless(left, right)
    if tag_around(text, index) is not None:
        return False
    reference = reference_at(text, index)
    if reference is not None and reference[0] < index < reference[1]:
        return False
    left, right = plain_around(text, index)
    return not _in_word(left, right)
