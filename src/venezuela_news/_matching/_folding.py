"""Normalizing: which differences of spelling leave the words the same.

1. Text is normalized unit by unit. A unit is a character with its combining marks, a run of white space, or a
   run of hyphens that stands for a dash; a place in the key is only ever the edge of a unit.
2. Canonical forms are compared decomposed (NFD), so composed and decomposed spelling meet.
3. No fold makes a digit of what is none, or another digit of one: superscripts, fractions, circled and Roman
   numerals stay what they are, and marks are taken off letters alone.
4. Two folds look at a neighbor. A single mark right after a digit stays a single one (6' is not 6"), and a long
   dash before a digit stays long (a dash before a 5 is not a minus) unless a digit stands before it as well.
"""

from __future__ import annotations

import enum
import functools
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from typing import Final, final

from venezuela_news._matching._characters import (
    ALL_INVISIBLES,
    DASHES,
    INVISIBLES,
    LONG_DASHES,
    ODD_SPACES,
    QUOTES,
    RADICALS,
    SHORT_DASHES,
    SINGLE_QUOTES,
    decomposed,
    is_accent,
    is_mark,
)
from venezuela_news._matching._normalized import Normalized

__all__ = [
    "ALL_FOLDS",
    "Fold",
    "character_class",
    "compatible",
    "normalize",
    "normalize_with_map",
    "show_between_digits",
]


@final
class Fold(enum.StrEnum):
    """A difference of spelling that leaves the words the same, in the order in which they are named."""

    COMPOSITION = "composition"
    """Composed and decomposed characters (Unicode's NFC and NFD)."""
    QUOTATION_MARKS = "quotation-marks"
    """Curly, straight, angled, single and double quotation marks and apostrophes."""
    DASHES = "dashes"
    """Hyphens, minus signs, en and em dashes, and two hyphens for a dash."""
    WHITE_SPACE = "white-space"
    """Any run of white space, line breaks included."""
    SPACING = "spacing"
    """White space beside a mark that is no letter or digit, and between ideographs."""
    HYPHENATION = "hyphenation"
    """A hyphen or soft hyphen at a line end: between letters nothing or a hyphen, beside a digit a hyphen."""
    INVISIBLES = "invisibles"
    """Zero-width characters, soft hyphens, direction marks, variation selectors."""
    MARKUP = "markup"
    """Emphasis of Markdown at the edge of a word, HTML's inline tags, character references, a backslash before a mark."""
    NOTES = "notes"
    """Marks of notes right behind a word or mark: up to three digits in square brackets, superscripts."""
    PUNCTUATION = "punctuation"
    """A comma, semicolon, colon or full stop for another; one beside a quotation mark, before "and", behind "Mr"."""
    COMPATIBILITY = "compatibility"
    """Ligatures, full-width and half-width forms, letters and digits of special fonts, radicals, the ellipsis character."""
    CASE = "case"
    """Capital and small letters (Unicode's full case folding, and the Turkish I)."""
    ACCENTS = "accents"
    """Diacritics and points of vowels, where one side has none; overlaid strokes excepted."""


ALL_FOLDS: Final = frozenset(Fold)


# -- what each fold does to a unit ------------------------------------------------------------------

_LETTER_FORMS: Final = frozenset(
    ["<wide>", "<narrow>", "<compat>", "<font>", "<initial>", "<medial>", "<final>", "<isolated>"]
)
_WIDTHS: Final = frozenset(["<wide>", "<narrow>"])
_NO_INVISIBLES: Final = dict.fromkeys(map(ord, ALL_INVISIBLES))
_PLAIN_QUOTES: Final = {ord(char): "'" if char in SINGLE_QUOTES else '"' for char in QUOTES}
_PLAIN_DASHES: Final = {ord(char): "-" if char in SHORT_DASHES else "—" for char in DASHES}
_PLAIN_SPACES: Final = dict.fromkeys(map(ord, ODD_SPACES), " ")


_LETTERS_FOR_ONE: Final = {
    "…": "...",
    "‥": "..",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ŉ": "ŉ",
    # Radicals that Unicode gives no decomposition.
    **dict(
        zip(
            "⺠⻁⻄⻅⻆⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰",
            "民虎西见角车长门青韦页风飞食马骨鬼鱼鸟麦黄齐龙",
            strict=True,
        )
    ),
}


def compatible(char: str) -> str:
    """A character's plain form: ligatures, widths, fonts and radicals; digits keep their value, superscripts stay."""
    if char < "\x80":
        return char
    if char in _LETTERS_FOR_ONE:
        return _LETTERS_FOR_ONE[char]
    tag = unicodedata.decomposition(char).partition(" ")[0]
    category = unicodedata.category(char)
    letter = category[0] == "L" or category == "Nd" or char in RADICALS
    if tag in _WIDTHS or (tag in _LETTER_FORMS and letter):
        plain = unicodedata.normalize("NFKD", char)
        return char if " " in plain else plain
    return char


def _unaccented(text: str, *, composed: bool) -> str:
    result: list[str] = []
    on_letter = False
    for char in text:
        if char < "\x80":
            on_letter = char.isalpha()
            result.append(char)
            continue
        bare = ""
        for part in unicodedata.normalize("NFD", char):
            if is_accent(part):
                if on_letter:
                    continue
            elif not is_mark(part):
                on_letter = part.isalpha()
            bare += part
        result.append(unicodedata.normalize("NFC", bare) if composed else bare)
    return "".join(result)


# What one fold makes is the next one's to change: letters are plain before their case is folded, and accents last.
# The other folds look at what stands between words, and change no character alone.
_STEPS: Final[dict[Fold, Callable[[str, frozenset[Fold]], str]]] = {
    Fold.INVISIBLES: lambda unit, _: unit.translate(_NO_INVISIBLES),
    Fold.COMPOSITION: lambda unit, _: decomposed(unit),
    Fold.COMPATIBILITY: lambda unit, _: "".join(map(compatible, unit)),
    Fold.CASE: lambda unit, _: unit.casefold(),
    Fold.ACCENTS: lambda unit, folds: _unaccented(unit, composed=Fold.COMPOSITION not in folds).replace("ı", "i"),
    Fold.QUOTATION_MARKS: lambda unit, _: unit.translate(_PLAIN_QUOTES),
    Fold.DASHES: lambda unit, _: unit.translate(_PLAIN_DASHES),
    Fold.WHITE_SPACE: lambda unit, _: unit.translate(_PLAIN_SPACES),
}
_LEAVES_COMPOSED: Final = frozenset([Fold.COMPATIBILITY, Fold.CASE])


def _fold_new_unit(unit: str, folds: frozenset[Fold]) -> str:
    for fold, step in _STEPS.items():
        if fold in folds:
            unit = step(unit, folds)
            if fold in _LEAVES_COMPOSED and Fold.COMPOSITION in folds:
                unit = decomposed(unit)
    return unit


_fold_known_unit = functools.lru_cache(maxsize=10_000)(_fold_new_unit)


def _fold_unit(unit: str, folds: frozenset[Fold]) -> str:
    # Long units are rare, and would fill the memory.
    return _fold_known_unit(unit, folds) if len(unit) <= 8 else _fold_new_unit(unit, folds)


# -- normalizing --------------------------------------------------------------------------------------

_SINGLE_AS_DOUBLE: Final = re.compile(r"(?<!\d)'")
_LONG_AS_SHORT: Final = re.compile(r"—(?!\d)|(?<=\d)—")
_MOST_KNOWN: Final = 20_000
"""How many characters a normalizer remembers: more than any alphabet has, and fewer than all of Unicode."""


class _Table(dict[int, str]):
    """The key of each character alone, worked out when first met."""

    __slots__ = ("_folds",)

    def __init__(self, folds: frozenset[Fold]) -> None:
        super().__init__()
        self._folds = folds

    def __missing__(self, point: int) -> str:
        value = _fold_new_unit(chr(point), self._folds)
        if len(self) < _MOST_KNOWN:
            self[point] = value
        return value


def character_class(chars: Iterable[str]) -> str:
    """The inside of a character class, neighbors written as ranges."""
    ranges: list[list[int]] = []
    for point in sorted(map(ord, chars)):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)


@functools.lru_cache(maxsize=128)
def _pattern(
    spaces: bool,
    dashes: bool,
    marks: frozenset[str],
    loose: frozenset[str],
    gone: frozenset[str],
    other: frozenset[str],
) -> re.Pattern[str] | None:
    # What becomes more or less than one character: runs, characters with marks, and the odd ones.
    options: list[str] = []
    all_loose = character_class(loose)
    all_marks = character_class(marks)
    if spaces:
        options.append(f"\\s[\\s{all_loose}{character_class(gone)}]+")
    if dashes:
        clinging = f"[{character_class(gone)}]*" if gone else ""
        options.append(f"(?:-{{2,}}|[—―⸺⸻﹘]{{2,}}){clinging}")
    if marks:
        # A mark holds to the character before it, and does so across what is invisible if it is seen itself.
        rest = ""
        if loose and marks - gone:
            seen = character_class(marks - gone)
            rest = f"[{all_loose}][{all_loose}{character_class(gone)}]*[{seen}][{all_marks}]*"
        tail = f"(?:[{all_marks}]+(?:{rest})*|(?:{rest})+)" if rest else f"[{all_marks}]+"
        options.append(f"[^\\s{all_marks}{all_loose}]{tail}")
        options.append(f"[{all_marks}]{{2,}}")
    # Python keeps a table for the first plane, and otherwise tries one range after the other: so the two are apart.
    for astral in (False, True):
        plane = [char for char in loose | other if (char > "\uffff") == astral]
        options += [f"[{character_class(plane)}]"] if plane else []
    return re.compile("|".join(options)) if options else None


@final
class Normalizer:
    """One choice of folds, and what has been learned about characters under it."""

    __slots__ = ("_alone", "_dashes", "_folds", "_quotes", "_simple", "_spaces", "_table")

    def __init__(self, folds: frozenset[Fold]) -> None:
        self._folds = folds
        self._spaces = Fold.WHITE_SPACE in folds
        self._dashes = Fold.DASHES in folds
        self._quotes = Fold.QUOTATION_MARKS in folds
        self._table = _Table(folds)
        # Characters that no other holds to, and those of them that become exactly one.
        self._alone: set[str] = set(map(chr, range(128)))
        self._simple: set[str] = set(self._alone)

    def _has_spaces(self, text: str, chars: set[str]) -> bool:
        return self._spaces and ("  " in text or not chars.isdisjoint(ODD_SPACES))

    def _has_dashes(self, text: str, chars: set[str]) -> bool:
        return self._dashes and ("--" in text or not chars.isdisjoint(LONG_DASHES))

    def _pattern(self, text: str) -> re.Pattern[str] | None:
        marks: set[str] = set()
        loose: set[str] = set()
        other: set[str] = set()
        simple: set[str] = set()
        chars = set(text)
        for char in chars - self._simple:
            if is_mark(char):
                marks.add(char)
                if len(self._table[ord(char)]) != 1:
                    other.add(char)
            elif char in INVISIBLES and Fold.INVISIBLES in self._folds:
                loose.add(char)
            elif len(self._table[ord(char)]) != 1:
                other.add(char)
            else:
                simple.add(char)
        if len(self._simple) + len(simple) <= _MOST_KNOWN:
            self._simple |= simple
        gone = frozenset(char for char in marks & other if not self._table[ord(char)])
        # Where no run can be, none is looked for. What is invisible makes a run of a single space.
        spaces = self._spaces and (bool(loose) or bool(gone) or self._has_spaces(text, chars))
        dashes = self._has_dashes(text, chars)
        return _pattern(spaces, dashes, frozenset(marks), frozenset(loose), gone, frozenset(other))

    def _unit(self, unit: str) -> str:
        if self._spaces and unit[0].isspace():
            return " "
        if self._dashes and len(unit) > 1 and unit[0] in "-—―⸺⸻﹘" and unit[1] in "-—―⸺⸻﹘":
            return "—"
        return _fold_unit(unit, self._folds)

    def _beside_digits(self, key: str) -> str:
        if self._quotes and "'" in key:
            key = _SINGLE_AS_DOUBLE.sub('"', key)
        if self._dashes and "—" in key:
            key = _LONG_AS_SHORT.sub("-", key)
        return key

    def with_map(self, text: str) -> Normalized:
        """The key and the way back. Between the units that a pattern finds, characters are translated one for one."""
        starts, ends, key_starts, key_ends = array("Q"), array("Q"), array("Q"), array("Q")
        if not self._folds:
            return Normalized(text, text, starts, ends, key_starts, key_ends)
        pattern = self._pattern(text)
        pieces: list[str] = []
        done = 0
        length = 0
        table = self._table
        for match in pattern.finditer(text) if pattern is not None else ():
            start, end = match.span()
            if start > done:
                pieces.append(text[done:start].translate(table))
                length += start - done
            unit = self._unit(match.group())
            starts.append(start)
            ends.append(end)
            key_starts.append(length)
            length += len(unit)
            key_ends.append(length)
            pieces.append(unit)
            done = end
        pieces.append(text[done:].translate(table) if done else text.translate(table))
        return Normalized(text, self._beside_digits("".join(pieces)), starts, ends, key_starts, key_ends)

    def key(self, text: str) -> str:
        """The key alone, quickly where every character is folded by itself."""
        chars = set(text)
        new = chars - self._alone
        if any(is_mark(char) or char in INVISIBLES for char in new):
            return self.with_map(text).key
        if len(self._alone) + len(new) <= _MOST_KNOWN:
            self._alone |= new
        if self._has_spaces(text, chars) or self._has_dashes(text, chars):
            return self.with_map(text).key
        return self._beside_digits(text.translate(self._table))


@functools.lru_cache(maxsize=64)
def _normalizer(folds: frozenset[Fold]) -> Normalizer:
    return Normalizer(folds)


_BETWEEN_DIGITS: Final = re.compile(f"(?<=\\d)[{character_class(ALL_INVISIBLES)}]+(?=\\d)")


def show_between_digits(text: str) -> str:
    """Make visible what is invisible between two digits, where no fold passes over it; the text stays as long."""
    return text if text.isascii() else _BETWEEN_DIGITS.sub(lambda match: _SHOWN * len(match.group()), text)


_SHOWN: Final = "\ufdd4"


def normalize_with_map(text: str, folds: frozenset[Fold] = ALL_FOLDS) -> Normalized:
    """The text under the folds, with the way back."""
    return _normalizer(folds).with_map(text)


def normalize(text: str, folds: frozenset[Fold] = ALL_FOLDS) -> str:
    """The key of the text under the folds: equal keys are equal words.

    >>> normalize("“NICOLÁS  Maduro”") == normalize('"Nicolas Maduro"')
    True
    """
    return _normalizer(folds).key(text)
