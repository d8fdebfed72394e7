"""The folds: which differences of spelling leave the words the same.

1. Text is folded unit by unit. A unit is a character with its combining marks, a run of white space, or a
   run of hyphens that stands for a dash; a place in the folded text is only ever the edge of a unit.
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
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ALL_FOLDS",
    "ALL_INVISIBLES",
    "DASHES",
    "INVISIBLES",
    "LONG_DASHES",
    "QUOTES",
    "SHORT_DASHES",
    "SINGLE_QUOTES",
    "Fold",
    "Folded",
    "fold",
    "folded",
    "needed",
]


@final
class Fold(enum.StrEnum):
    """A difference of spelling that leaves the words the same; the order is the order in which they are named."""

    COMPOSITION = "composition"
    """Composed and decomposed characters (Unicode's NFC and NFD)."""
    QUOTATION_MARKS = "quotation-marks"
    """Curly, straight, angled, single and double quotation marks and apostrophes."""
    DASHES = "dashes"
    """Hyphens, minus signs, en and em dashes, and two hyphens for a dash."""
    WHITE_SPACE = "white-space"
    """Any run of white space, line breaks included."""
    INVISIBLES = "invisibles"
    """Zero-width characters, soft hyphens, direction marks, variation selectors."""
    COMPATIBILITY = "compatibility"
    """Ligatures, full-width and half-width forms, letters and digits of special fonts, the ellipsis character."""
    CASE = "case"
    """Capital and small letters (Unicode's full case folding)."""
    ACCENTS = "accents"
    """Diacritics on letters, overlaid strokes excepted."""


ALL_FOLDS: Final = frozenset(Fold)

# The sets are closed under canonical equivalence: U+1FEF is U+0060, U+1FFD is U+00B4.
SINGLE_QUOTES: Final = frozenset("'`´‘’‚‛‹›′‵ʹʻʼʽˈ՚＇\u1fef\u1ffd\u0374")
_DOUBLE_QUOTES = frozenset('"“”„‟«»″‶〝〞〟「」『』﹁﹂﹃﹄＂｢｣')
QUOTES: Final = SINGLE_QUOTES | _DOUBLE_QUOTES

SHORT_DASHES: Final = frozenset("-‐‑‒–−﹣－⁃˗֊")
LONG_DASHES: Final = frozenset("—―⸺⸻﹘")
DASHES: Final = SHORT_DASHES | LONG_DASHES

# U+2061 to U+2064 are invisible operators: 2 times 3 is not 23. Tags (U+E0020...) tell flags apart.
_LOOSE_INVISIBLES = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)
_TIED_INVISIBLES = frozenset(
    ["\u034f", "\u17b4", "\u17b5", "\u180b", "\u180c", "\u180d", "\u180f", "\u200c", "\u200d"]
    + [chr(point) for point in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))]
)
INVISIBLES: Final = _LOOSE_INVISIBLES
"""Those that are graphemes of their own; joiners and selectors belong to the character before them."""
ALL_INVISIBLES: Final = _LOOSE_INVISIBLES | _TIED_INVISIBLES

_ODD_SPACES = frozenset(
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)

_LETTER_FORMS = frozenset(
    ["<wide>", "<narrow>", "<compat>", "<font>", "<initial>", "<medial>", "<final>", "<isolated>"]
)
_WIDTHS = frozenset(["<wide>", "<narrow>"])


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d\uff9e\uff9f"


def _is_accent(char: str) -> bool:
    # The blocks of combining diacritical marks. Overlays (class 1) negate symbols and strike letters out; the
    # iota subscript (class 240) is a letter when its case is folded.
    return (
        "\u0300" <= char <= "\u036f" or "\u1ab0" <= char <= "\u1aff" or "\u1dc0" <= char <= "\u1dff"
    ) and 1 < unicodedata.combining(char) < 240


def _compatible(char: str) -> str:
    if char < "\x80":
        return char
    if char == "…":
        return "..."
    tag = unicodedata.decomposition(char).partition(" ")[0]
    category = unicodedata.category(char)
    if tag in _WIDTHS or (tag in _LETTER_FORMS and (category[0] == "L" or category == "Nd")):
        plain = unicodedata.normalize("NFKD", char)
        return char if " " in plain else plain
    return char


def _unaccented(text: str, *, decomposed: bool) -> str:
    result: list[str] = []
    on_letter = False
    for char in text:
        if char < "\x80":
            on_letter = char.isalpha()
            result.append(char)
            continue
        bare = ""
        for part in unicodedata.normalize("NFD", char):
            if _is_accent(part):
                if on_letter:
                    continue
            elif not _is_mark(part):
                on_letter = part.isalpha()
            bare += part
        result.append(bare if decomposed else unicodedata.normalize("NFC", bare))
    return "".join(result)


_NO_INVISIBLES = dict.fromkeys(map(ord, ALL_INVISIBLES))
_PLAIN_QUOTES = {ord(char): "'" if char in SINGLE_QUOTES else '"' for char in QUOTES}
_PLAIN_DASHES = {ord(char): "-" if char in SHORT_DASHES else "—" for char in DASHES}
_PLAIN_SPACES = dict.fromkeys(map(ord, _ODD_SPACES), " ")


@functools.lru_cache(maxsize=10_000)
def _fold_unit(unit: str, folds: frozenset[Fold]) -> str:
    if Fold.INVISIBLES in folds:
        unit = unit.translate(_NO_INVISIBLES)
    composition = Fold.COMPOSITION in folds
    if composition:
        unit = unicodedata.normalize("NFD", unit)
    if Fold.COMPATIBILITY in folds:
        unit = "".join(map(_compatible, unit))
        if composition:
            unit = unicodedata.normalize("NFD", unit)
    if Fold.CASE in folds:
        unit = unit.casefold()
        if composition:
            unit = unicodedata.normalize("NFD", unit)
    if Fold.ACCENTS in folds:
        unit = _unaccented(unit, decomposed=composition)
    if Fold.QUOTATION_MARKS in folds:
        unit = unit.translate(_PLAIN_QUOTES)
    if Fold.DASHES in folds:
        unit = unit.translate(_PLAIN_DASHES)
    if Fold.WHITE_SPACE in folds:
        unit = unit.translate(_PLAIN_SPACES)
    return unit


_SINGLE_AS_DOUBLE = re.compile(r"(?<!\d)'")
_LONG_AS_SHORT = re.compile(r"—(?!\d)|(?<=\d)—")


class _Table(dict[int, str]):
    """What each character becomes alone, worked out when first met."""

    __slots__ = ("_folds",)

    def __init__(self, folds: frozenset[Fold]) -> None:
        super().__init__()
        self._folds = folds

    def __missing__(self, point: int) -> str:
        value = self[point] = _fold_unit(chr(point), self._folds)
        return value


def _character_class(chars: Iterable[str]) -> str:
    return "".join(f"\\U{ord(char):08x}" for char in sorted(chars))


@functools.lru_cache(maxsize=512)
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
    all_loose = _character_class(loose)
    all_marks = _character_class(marks)
    if spaces:
        options.append(f"\\s[\\s{all_loose}{_character_class(gone)}]+")
    if dashes:
        clinging = f"[{_character_class(gone)}]*" if gone else ""
        options.append(f"(?:-{{2,}}|[—―⸺⸻﹘]{{2,}}){clinging}")
    if marks:
        # A mark holds to the character before it, and does so across what is invisible if it is seen itself.
        rest = ""
        if loose and marks - gone:
            seen = _character_class(marks - gone)
            rest = f"[{all_loose}][{all_loose}{_character_class(gone)}]*[{seen}][{all_marks}]*"
        tail = f"(?:[{all_marks}]+(?:{rest})*|(?:{rest})+)" if rest else f"[{all_marks}]+"
        options.append(f"[^\\s{all_marks}{all_loose}]{tail}")
        options.append(f"[{all_marks}]{{2,}}")
    if loose or other:
        options.append(f"[{_character_class(loose | other)}]")
    return re.compile("|".join(options)) if options else None


@final
class _Folder:
    """One choice of folds, and what has been learnt about characters under it."""

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
        return self._spaces and ("  " in text or not chars.isdisjoint(_ODD_SPACES))

    def _has_dashes(self, text: str, chars: set[str]) -> bool:
        return self._dashes and ("--" in text or not chars.isdisjoint(LONG_DASHES))

    def _pattern(self, text: str) -> re.Pattern[str] | None:
        marks: set[str] = set()
        loose: set[str] = set()
        other: set[str] = set()
        chars = set(text)
        for char in chars - self._simple:
            if _is_mark(char):
                marks.add(char)
                if len(self._table[ord(char)]) != 1:
                    other.add(char)
            elif char in _LOOSE_INVISIBLES and Fold.INVISIBLES in self._folds:
                loose.add(char)
            elif len(self._table[ord(char)]) != 1:
                other.add(char)
            else:
                self._simple.add(char)
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

    def fold(self, text: str) -> Folded:
        starts, ends, key_starts, key_ends = array("Q"), array("Q"), array("Q"), array("Q")
        pattern = self._pattern(text)
        if not self._folds:
            return Folded(text, starts, ends, key_starts, key_ends)
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
        return Folded(self._beside_digits("".join(pieces)), starts, ends, key_starts, key_ends)

    def key(self, text: str) -> str:
        """The key alone, quickly where every character is folded by itself."""
        chars = set(text)
        new = chars - self._alone
        if any(_is_mark(char) or char in _LOOSE_INVISIBLES for char in new):
            return self.fold(text).key
        self._alone |= new
        if self._has_spaces(text, chars) or self._has_dashes(text, chars):
            return self.fold(text).key
        return self._beside_digits(text.translate(self._table))


@final
@attrs.frozen(weakref_slot=False, eq=False)
class Folded:
    """A text under some folds, and the way back: the units that are not one character for one, in order."""

    key: str
    _starts: array[int]
    _ends: array[int]
    _key_starts: array[int]
    _key_ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the text behind the non-empty span of the key, or None where it cuts a unit in two."""
        if not self._starts:
            return start, end
        index = bisect_right(self._key_starts, start) - 1
        if index < 0:
            first = start
        elif start >= self._key_ends[index]:
            first = start - self._key_ends[index] + self._ends[index]
        elif start == self._key_starts[index]:
            first = self._starts[index]
        else:
            return None
        index = bisect_right(self._key_starts, end - 1) - 1
        if index < 0:
            last = end
        elif end > self._key_ends[index]:
            last = end - self._key_ends[index] + self._ends[index]
        elif end == self._key_ends[index]:
            last = self._ends[index]
        else:
            return None
        return first, last

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text behind the non-empty span of the key, whole units taken in."""
        if not self._starts:
            return start, end
        index = bisect_right(self._key_starts, start) - 1
        if index >= 0 and start < self._key_ends[index]:
            start = self._key_starts[index]
        index = bisect_right(self._key_starts, end - 1) - 1
        if index >= 0 and end < self._key_ends[index]:
            end = self._key_ends[index]
        span = self.span(start, end)
        assert span is not None  # noqa: S101 - both are edges of units
        return span


@functools.cache
def _folder(folds: frozenset[Fold]) -> _Folder:
    return _Folder(folds)


def folded(text: str, folds: frozenset[Fold] = ALL_FOLDS) -> Folded:
    """The text under the folds, with the way back."""
    return _folder(folds).fold(text)


def fold(text: str, folds: frozenset[Fold] = ALL_FOLDS) -> str:
    """The text under the folds: equal keys are equal words.

    >>> fold("“NICOLÁS  Maduro”") == fold('"Nicolas Maduro"')
    True
    """
    return _folder(folds).key(text)


# Tried first to be left out: the folds that change most. So decomposed text is `composition` and not `accents`.
_STRONGEST_FIRST = tuple(reversed(Fold))
_ASCII_FOLDS = frozenset([Fold.QUOTATION_MARKS, Fold.DASHES, Fold.WHITE_SPACE, Fold.CASE])
_ALL_QUOTES = QUOTES | {"ŉ"}  # which is an apostrophe and an n, once its case is folded


def _idle(texts: str) -> set[Fold]:
    # Folds that do nothing to the texts, seen without folding them.
    chars = set(texts)
    idle: set[Fold] = set()
    if texts.isascii():
        idle.update(ALL_FOLDS - _ASCII_FOLDS)
    if chars.isdisjoint(ALL_INVISIBLES):
        idle.add(Fold.INVISIBLES)
    if chars.isdisjoint(_ALL_QUOTES):
        idle.add(Fold.QUOTATION_MARKS)
    if chars.isdisjoint(DASHES):
        idle.add(Fold.DASHES)
    if "  " not in texts and chars.isdisjoint(_ODD_SPACES):
        idle.add(Fold.WHITE_SPACE)
    return idle


def needed(pairs: Iterable[tuple[str, str]], folds: frozenset[Fold]) -> tuple[Fold, ...]:
    """The folds without which some pair of texts differs, no more, in order.

    Each fold is left out in turn, the strongest first, and stays out if all pairs are still equal.
    """
    different = [(one, other) for one, other in pairs if one != other]
    if not different:
        return ()
    kept = folds - _idle("\0".join(text for pair in different for text in pair))
    for candidate in _STRONGEST_FIRST:
        fewer = kept - {candidate}
        if candidate in kept and all(fold(one, fewer) == fold(other, fewer) for one, other in different):
            kept = fewer
    return tuple(each for each in Fold if each in kept)
