"""Seams: what stands between two runs of letters or digits, and when two seams say the same.

A seam is read as symbols: each fold that is allowed makes some of them alike or nothing. What depends on both seams
(a hyphen at a line end that may be nothing or a hyphen, a note that only one of them has) is decided on the pair.

What stands beside a seam is told in one letter: `a` a letter, `d` a digit, `h` an ideograph, `m` a title like Mr
before it, `y` a yes or no, `c` an "and" or "or" behind it; nothing where the text or quotation ends.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final, NamedTuple

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._characters import (
    ALL_INVISIBLES,
    POINTS,
    PUNCTUATION,
    QUOTES,
    SHORT_DASHES,
    SINGLE_QUOTES,
    clings,
    decomposed,
    is_ideograph,
    is_number,
)
from venezuela_news._matching._folding import Fold, compatible
from venezuela_news._matching._letters import key_of
from venezuela_news._matching._lexing import JOINT, REOPENING
from venezuela_news._matching._markup import INLINE_TAG, LESS_THAN, is_break

__all__ = ["Sides", "end_in", "seams_agree", "sides_of", "start_in"]

_TITLES: Final = lexicon.every(lexicon.ABBREVIATED_TITLES)
_ANSWERS: Final = lexicon.every(lexicon.YES_AND_NO)
_CONJUNCTIONS: Final = lexicon.every(lexicon.JOINING_CONJUNCTIONS)
_SOFT_HYPHEN: Final = "\u00ad"
_LINE_END: Final = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_TOKEN: Final = re.compile(
    rf"(?P<tag>{INLINE_TAG})|(?P<note>\[\d{{1,3}}\]|[¹²³⁰⁴⁵⁶⁷⁸⁹]+)|(?P<space>\s+)|(?P<dots>\.{{2,}}|[…⋯‥]+)"
    r"|(?P<escape>\\(?=[^\w\s]|_))|(?P<emphasis>\*+|_+)|(?P<double>''|``|‘‘|’’|<<|>>)|(?P<long>-{2,}|[—―⸺⸻﹘]+)|(?P<mark>.)",
    re.DOTALL | re.IGNORECASE,
)
_LONGEST_KNOWN: Final = 48


class Sides(NamedTuple):
    """What stands before and behind a seam."""

    left: str
    right: str
    opened: bool = False
    """Whether a quotation mark is open before it, so that one behind a digit closes and is no foot or minute."""


class _Symbol(NamedTuple):
    kind: str
    value: str
    start: int
    end: int


def _side(char: str) -> str:
    return "d" if is_number(char) else "h" if is_ideograph(char) else "a"


def sides_of(before: str, after: str) -> Sides:
    """What stands beside a seam between two runs; an empty one where there is none."""
    left = _side(before[-1]) if before else ""
    right = _side(after[0]) if after else ""
    if left == "a":
        word = key_of(before)
        left = "m" if word in _TITLES else "y" if word in _ANSWERS else left
    if right == "a" and key_of(after) in _CONJUNCTIONS:
        right = "c"
    return Sides(left, right)


# -- one seam ---------------------------------------------------------------------------------------


def _is_line_end_hyphen(seam: str, sides: Sides) -> bool:
    """Tell whether a seam is a hyphen at a line end, directly behind a word, or a soft one anywhere in it."""
    if not (sides.left and sides.right) or not _LINE_END.search(seam):
        return False
    bare = seam.strip()
    if bare == _SOFT_HYPHEN:
        return True
    return bare in {"-", "‐", "‑"} and seam[0] == bare


def _at_edge(symbols: list[_Symbol], match: re.Match[str], sides: Sides, size: int) -> bool:
    """Tell whether emphasis stands at the edge of a word: with a word or mark on one side, and no word on the other."""
    if match.string[match.start() - 1 : match.start()] == "\\":
        # Written with a backslash it is itself.
        return False
    word_before = match.start() == 0 and sides.left != ""
    word_after = match.end() == size and sides.right != ""
    if word_before and word_after:
        return False
    after = match.string[match.end() : match.end() + 1]
    free_before = match.start() == 0 or symbols[-1:] == [] or symbols[-1].kind == "space"
    free_after = (match.end() == size and not sides.right) or after.isspace()
    return word_before or word_after or not (free_before and free_after)


def _quotation(match: re.Match[str], sides: Sides, folds: frozenset[Fold]) -> str:
    mark = match.group()
    if Fold.QUOTATION_MARKS not in folds:
        return mark
    if match.start() == 0 and sides.left == "d" and not sides.opened:
        return "'" if mark in SINGLE_QUOTES else '"'
    return '"'


def _mark(match: re.Match[str], sides: Sides, folds: frozenset[Fold]) -> tuple[str, str]:
    """The kind and value of a single mark."""
    char = match.group()
    if char == REOPENING:
        return ("nothing", "") if Fold.QUOTATION_MARKS in folds else ("quote", "“")
    if char == LESS_THAN:
        return "mark", "<"
    if char == JOINT:
        return "joint", ""
    if char in ALL_INVISIBLES:
        seen = Fold.INVISIBLES not in folds or sides[:2] == ("d", "d")
        return ("mark", char) if seen else ("nothing", "")
    if char in QUOTES:
        return "quote", _quotation(match, sides, folds)
    if char in SHORT_DASHES:
        return "dash", "-" if Fold.DASHES in folds else char
    if char in PUNCTUATION:
        return "point", compatible(char) if Fold.COMPATIBILITY in folds else char
    return "mark", _plain(char, folds)


def _plain(char: str, folds: frozenset[Fold]) -> str:
    plain = compatible(char) if Fold.COMPATIBILITY in folds else char
    return decomposed(plain) if Fold.COMPOSITION in folds and not plain.isascii() else plain


def _long_dash(match: re.Match[str], sides: Sides, folds: frozenset[Fold], size: int) -> str:
    if Fold.DASHES not in folds:
        return match.group()
    before_digit = match.end() == size and sides.right == "d"
    after_digit = match.start() == 0 and sides.left == "d"
    return "—" if before_digit and not after_digit else "-"


def _symbol(
    match: re.Match[str], symbols: list[_Symbol], sides: Sides, folds: frozenset[Fold], size: int
) -> tuple[str, str]:
    raw = match.group()
    markup = Fold.MARKUP in folds and not (sides.left == sides.right == "d")
    match match.lastgroup:
        case "tag" if markup:
            return ("space", " ") if is_break(raw) else ("nothing", "")
        case "emphasis" if markup and _at_edge(symbols, match, sides, size):
            return "nothing", ""
        case "escape" if markup:
            return "nothing", ""
        case "note":
            return "note", raw
        case "space":
            return "space", " " if Fold.WHITE_SPACE in folds else raw
        case "dots":
            return "mark", "…" if Fold.COMPATIBILITY in folds and (raw != "..") else raw
        case "double":
            return "quote", '"' if Fold.QUOTATION_MARKS in folds else raw
        case "long":
            return "dash", _long_dash(match, sides, folds, size)
        case "mark":
            return _mark(match, sides, folds)
        case _:
            return "mark", raw


def _symbols(seam: str, sides: Sides, folds: frozenset[Fold]) -> list[_Symbol]:
    result: list[_Symbol] = []
    for match in _TOKEN.finditer(seam):
        kind, value = _symbol(match, result, sides, folds, len(seam))
        if kind == "nothing":
            continue
        if kind == "space" and result and result[-1].kind == "space" and Fold.WHITE_SPACE in folds:
            result[-1] = result[-1]._replace(end=match.end())
            continue
        if kind == "mark" and result and unicodedata.category(value[0])[0] == "M":
            result[-1] = result[-1]._replace(value=result[-1].value + value, end=match.end())
            continue
        result.append(_Symbol(kind, value, *match.span()))
    return result


def _bind_sign(symbols: list[_Symbol], sides: Sides) -> None:
    """Mark a sign or point that stands directly before a digit: it keeps the space before it."""
    if sides.right != "d" or not symbols:
        return
    last = len(symbols) - 1
    if last and unicodedata.category(symbols[last].value[-1]) == "Sc":
        last -= 1
    sign = symbols[last]
    if sign.kind == "dash" or sign.value in POINTS or sign.value in {"+", "±"}:
        symbols[last] = sign._replace(kind="sign", value=f"±{sign.value}")
        if last and symbols[last - 1].kind == "space":
            symbols[last - 1] = symbols[last - 1]._replace(kind="kept")


def _without_points(symbols: list[_Symbol], sides: Sides) -> list[_Symbol]:
    """Make commas and their like one, and nothing where they may lack."""
    result: list[_Symbol] = []
    solid = [number for number, symbol in enumerate(symbols) if symbol.kind not in {"space", "kept"}]
    for place, number in enumerate(solid):
        symbol = symbols[number]
        if symbol.kind != "point":
            continue
        beside = [symbols[other].kind for other in (*solid[max(0, place - 1) : place], *solid[place + 1 : place + 2])]
        may_lack = (
            "quote" in beside
            or (sides.right == "c" and place == len(solid) - 1)
            or (sides.left == "m" and place == 0 and symbol.value == "." and number == 0)
        )
        symbols[number] = symbol._replace(kind="" if may_lack else "point", value=",")
    for symbol in symbols:
        if not symbol.kind:
            continue
        if symbol.kind == "space" and result and result[-1].kind == "space":
            result[-1] = result[-1]._replace(end=symbol.end)
        else:
            result.append(symbol)
    # A comma alone parts two words as a space does.
    return result or [_Symbol("space", " ", 0, symbols[-1].end)] if symbols else []


def _spaced(symbols: list[_Symbol], sides: Sides) -> list[_Symbol]:
    """Leave out spaces beside marks, and between ideographs."""
    if len(symbols) == 1 and symbols[0].kind == "space":
        return [] if sides.left == sides.right == "h" else symbols
    return [symbol for symbol in symbols if symbol.kind != "space"]


def _between_digits(symbols: list[_Symbol]) -> list[_Symbol]:
    """Leave out the spaces on both sides of a dash or slash; nothing else is anything else."""
    if len(symbols) == 3 and symbols[0].kind == symbols[2].kind == "space" and symbols[1].value in {"-", "—", "/"}:
        return symbols[1:2]
    return symbols


def _new_form(seam: str, sides: Sides, folds: frozenset[Fold], notes: bool) -> tuple[_Symbol, ...]:
    symbols = _symbols(seam, sides, folds)
    if sides.left == sides.right == "d":
        _bind_sign(symbols, Sides("", "d") if symbols and symbols[0].kind == "space" else sides._replace(right=""))
        return tuple(_between_digits(symbols) if Fold.SPACING in folds else symbols)
    if not notes:
        symbols = [symbol for symbol in symbols if symbol.kind != "note"]
    _bind_sign(symbols, sides)
    if Fold.PUNCTUATION in folds:
        symbols = _without_points(symbols, sides)
    if Fold.SPACING in folds:
        symbols = _spaced(symbols, sides)
    return tuple(symbols)


_known_form = functools.lru_cache(maxsize=20_000)(_new_form)


def _form(seam: str, sides: Sides, folds: frozenset[Fold], *, notes: bool = True) -> tuple[_Symbol, ...]:
    return (_known_form if len(seam) <= _LONGEST_KNOWN else _new_form)(seam, sides, folds, notes)


def _values(form: tuple[_Symbol, ...]) -> list[str]:
    return [symbol.value for symbol in form]


# -- two seams --------------------------------------------------------------------------------------


def _agree_hyphenated(one: str, other: str, sides: Sides, folds: frozenset[Fold]) -> bool:
    """Tell whether one seam is a hyphen at a line end and the other what may stand for it."""
    both = _is_line_end_hyphen(one, sides), _is_line_end_hyphen(other, sides)
    if all(both) or not any(both):
        return all(both)
    plain = other if both[0] else one
    if "d" in sides[:2]:
        return plain in SHORT_DASHES
    return plain in SHORT_DASHES or not _form(plain, sides, folds)


def _agree_interrupted(one: str, other: str, sides: Sides, folds: frozenset[Fold]) -> bool:
    """Tell whether a seam says what is left of one that an interruption was taken out of.

    A comma or full stop there may lack, but behind "No" and "Yes".
    """
    without = folds - {Fold.PUNCTUATION}
    ours, theirs = _form(one, sides, without), _form(other, sides, without)
    if sides.left == "y" and not any(symbol.kind == "point" for symbol in ours):
        return False
    bare = [
        [symbol.value for symbol in form if symbol.kind not in {"point", "space", "joint"}] for form in (ours, theirs)
    ]
    return bare[0] == bare[1] and bool(ours)


def _new_agree(one: str, other: str, sides: Sides, folds: frozenset[Fold]) -> bool:
    if Fold.HYPHENATION in folds and "h" not in sides[:2] and _agree_hyphenated(one, other, sides, folds):
        return True
    if (REOPENING in one or REOPENING in other) and Fold.QUOTATION_MARKS in folds:
        # A mark that may open a quotation once more is one in the other as well, or nothing.
        seen = one.replace(REOPENING, "“"), other.replace(REOPENING, "“")
        unseen = one.replace(REOPENING, ""), other.replace(REOPENING, "")
        return _new_agree(*seen, sides, folds) or _new_agree(*unseen, sides, folds)
    ours, theirs = _form(one, sides, folds), _form(other, sides, folds)
    if any(symbol.kind == "joint" for symbol in theirs):
        return _agree_interrupted(one, other, sides, folds)
    if _values(ours) == _values(theirs):
        return True
    if Fold.NOTES not in folds or sides.left == sides.right == "d":
        return False
    noted = [any(symbol.kind == "note" for symbol in form) for form in (ours, theirs)]
    if noted[0] == noted[1]:
        return False
    ours, theirs = _form(one, sides, folds, notes=False), _form(other, sides, folds, notes=False)
    # A note alone parts two words, but between ideographs.
    return _values(ours) == _values(theirs) and (bool(ours) or "h" in sides[:2])


_known_agree = functools.lru_cache(maxsize=20_000)(_new_agree)


def seams_agree(one: str, other: str, sides: Sides, folds: frozenset[Fold]) -> bool:
    """Tell whether two seams between the same words say the same under the folds.

    >>> from venezuela_news._matching._folding import ALL_FOLDS
    >>> seams_agree(" , ", ", ", Sides("a", "a"), ALL_FOLDS), seams_agree(", ", " ", Sides("a", "a"), ALL_FOLDS)
    (True, False)
    """
    if one == other:
        return True
    return (_known_agree if len(one) + len(other) <= _LONGEST_KNOWN else _new_agree)(one, other, sides, folds)


_INNER: Final = frozenset([Fold.PUNCTUATION, Fold.HYPHENATION])


def start_in(seam: str, lead: str, sides: Sides, folds: frozenset[Fold]) -> int | None:
    """Where in the seam before a place the marks begin that a quotation begins with; None where it has others."""
    folds = folds - _INNER
    notes = Fold.NOTES not in folds
    wanted = _values(_form(lead, sides._replace(left=""), folds, notes=notes))
    if not wanted:
        return len(seam)
    form = _form(seam, sides, folds, notes=notes)[-len(wanted) :]
    return form[0].start if _values(form) == wanted else None


def end_in(seam: str, tail: str, sides: Sides, folds: frozenset[Fold]) -> int | None:
    """Where in the seam behind a place the marks end that a quotation ends with; None where it has others."""
    folds = folds - _INNER
    notes = Fold.NOTES not in folds
    wanted = _values(_form(tail, sides._replace(right=""), folds, notes=notes))
    if not wanted:
        return 0
    form = _form(seam, sides, folds, notes=notes)[: len(wanted)]
    if _values(form) != wanted:
        return None
    end = form[-1].end
    while end < len(seam) and clings(seam[end]):
        end += 1
    return end
