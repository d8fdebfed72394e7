"""Letters of two runs: whether one run of letters and digits is the other, spelled otherwise.

A run is folded to a key under all folds, by which it is looked for. Equal keys are not enough: a mark may lack and
never be another, a capital I may be two small letters. So what is found by its key is compared letter by letter, each
a base with its marks.
"""

from __future__ import annotations

import functools
import unicodedata
from itertools import pairwise
from typing import Final, TypeAlias

from venezuela_news._matching._characters import ALL_INVISIBLES, decomposed, is_accent, is_mark
from venezuela_news._matching._folding import ALL_FOLDS, Fold, compatible

__all__ = ["KEYS", "Keys", "key_of", "letters_agree", "offsets_in", "sense_may_hang"]

_LONGEST_KNOWN: Final = 32
_MOST_KNOWN: Final = 50_000
_TATWEEL: Final = "\u0640"
_IOTA_BELOW: Final = "\u0345"
_Letter: TypeAlias = tuple[str, tuple[str, ...]]
"""A base and its marks, in order."""
_TURKISH: Final = (frozenset("Iı"), frozenset("İi"))


def _expand(char: str, folds: frozenset[Fold]) -> str:
    plain = compatible(char) if Fold.COMPATIBILITY in folds and char not in "…‥" else char
    if Fold.CASE in folds and char in "ßẞ":
        plain = "ss" if char == "ß" else "SS"
    return plain


def _letters(run: str, folds: frozenset[Fold]) -> list[_Letter]:
    """The letters of a run, with what no fold may pass over."""
    result: list[tuple[str, list[str]]] = []
    composed = Fold.COMPOSITION not in folds
    if not composed and not run.isascii():
        run = decomposed(run)
    plain = "".join(_expand(char, folds) for char in run) if not run.isascii() else run
    for part in decomposed(plain) if not composed else plain:
        if part == _TATWEEL and Fold.ACCENTS in folds:
            continue
        if part in ALL_INVISIBLES:
            if Fold.INVISIBLES in folds:
                continue
        elif part == _IOTA_BELOW and Fold.CASE in folds:
            result.append(("ι", []))
            continue
        if result and is_mark(part):
            result[-1][1].append(part)
        elif composed and part > "\x7f":
            # Without the fold a composed letter is itself; its accents may lack all the same.
            base, *marks = tuple(unicodedata.normalize("NFD", part))
            form = "=" if unicodedata.normalize("NFC", part) == part else "=="
            result.append((base, [*marks, form] if marks or base != part else []))
        else:
            result.append((part, []))
    return [(base, tuple(marks)) for base, marks in result]


def _bases_agree(one: str, other: str, folds: frozenset[Fold]) -> bool:
    if one == other:
        return True
    if Fold.CASE in folds:
        if one.casefold() == other.casefold() or frozenset([one, other]) in _TURKISH:
            return True
        one, other = one.casefold(), other.casefold()
    return Fold.ACCENTS in folds and {one, other} == {"ı", "i"}


def _marks_agree(one: _Letter, other: _Letter, folds: frozenset[Fold]) -> bool:
    if one[1] == other[1]:
        return True
    marks, others = list(one[1]), list(other[1])
    if Fold.CASE in folds and {one[0], other[0]} == {"I", "i"}:
        # A Turkish capital I with its dot.
        marks, others = ([each for each in side if each not in {"\u0307", "="}] for side in (marks, others))
    if marks == others:
        return True
    if Fold.ACCENTS not in folds or not one[0].isalpha():
        return False
    fewer, more = sorted((marks, others), key=len)
    if [each for each in fewer if each[0] != "="] == [each for each in more if each[0] != "="]:
        return False
    left = [each for each in more if each[0] != "="]
    for each in fewer:
        if each[0] == "=":
            continue
        if each not in left:
            return False
        left.remove(each)
    return all(map(is_accent, left))


@functools.lru_cache(maxsize=20_000)
def _known_letters_agree(one: str, other: str, folds: frozenset[Fold]) -> bool:
    ours, theirs = _letters(one, folds), _letters(other, folds)
    return len(ours) == len(theirs) and all(
        _bases_agree(a[0], b[0], folds) and _marks_agree(a, b, folds) for a, b in zip(ours, theirs, strict=True)
    )


def letters_agree(one: str, other: str, folds: frozenset[Fold] = ALL_FOLDS) -> bool:
    """Tell whether two runs are the same under the folds.

    >>> letters_agree("Nicolás", "NICOLAS"), letters_agree("cà", "cá")
    (True, False)
    """
    if one == other:
        return True
    if one.isascii() and other.isascii():
        return Fold.CASE in folds and one.lower() == other.lower()
    if len(one) + len(other) > 2 * _LONGEST_KNOWN:
        return _known_letters_agree.__wrapped__(one, other, folds)
    return _known_letters_agree(one, other, folds)


# -- keys ---------------------------------------------------------------------------------------------


def _new_key(run: str) -> str:
    if run.isascii():
        return run.lower()
    result: list[str] = []
    for base, marks in _letters(run, ALL_FOLDS):
        letter = base.casefold() if base != "ŉ" else base
        result.append("i" if letter == "ı" else letter)
        result += [mark for mark in marks if not (base.isalpha() and is_accent(mark))]
    return "".join(result)


class Keys(dict[str, str]):
    """The key of each run, worked out when first met."""

    def __missing__(self, run: str) -> str:
        key = _new_key(run)
        if len(run) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[run] = key
        return key


KEYS: Final = Keys()
"""The keys of runs, for those who ask for very many."""


def key_of(run: str) -> str:
    """The key of a run under all folds: what may be the same has the same key."""
    return KEYS[run]


@functools.lru_cache(maxsize=64)
def offsets_in(run: str) -> list[int]:
    """Where each character of a run's key begins in the run, -1 inside of one; and the run's length.

    >>> offsets_in("Maße")
    [0, 1, 2, -1, 3, 4]
    """
    result: list[int] = []
    starts = [index for index, char in enumerate(run) if not (is_mark(char) or char in ALL_INVISIBLES)] or [0]
    starts[0] = 0
    for start, end in pairwise([*starts, len(run)]):
        size = len(_new_key(run[start:end]))
        result += [start, *[-1] * (size - 1)] if size else []
    return [*result, len(run)]


# -- what hangs on them -------------------------------------------------------------------------------


def sense_may_hang(one: str, other: str) -> bool:
    """Tell whether two runs that are the same under all folds may mean two things: small words with an accent or without.

    Names have a capital and are called the same; Hebrew and Arabic are written without points.

    >>> sense_may_hang("hablo", "habló"), sense_may_hang("Nicolas", "Nicolás"), sense_may_hang("Maßen", "Massen")
    (True, False, True)
    """
    if one == other or (one.isascii() and other.isascii()):
        return False
    if ("ß" in one) != ("ß" in other) and not (one.isupper() or other.isupper()):
        return True
    if not (one[:1].islower() and other[:1].islower()):
        return False
    without = ALL_FOLDS - {Fold.ACCENTS}
    return not letters_agree(one, other, without)
