"""Places of a part in a text under folds: found by the keys of both, then compared seam by seam and run by run."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._characters import QUOTES
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._letters import KEYS, key_of, letters_agree, offsets_in
from venezuela_news._matching._lexing import Lexed
from venezuela_news._matching._occurrences import occurrences
from venezuela_news._matching._seams import Sides, end_in, seams_agree, sides_of, start_in

__all__ = ["Pair", "Place", "agree", "minimal_folds", "places_of"]

_LONGEST_ENDING: Final = 3
"""The longest ending of a word, in letters, that an editor's brackets stand for."""
_ACRONYMS: Final = lexicon.every(lexicon.ACRONYMS)


class Pair(NamedTuple):
    """Two spellings that stand in for each other: of a run, or of a seam with what stands beside it."""

    quoted: str
    found: str
    sides: Sides | tuple[()] = ()


class Place(NamedTuple):
    """A place in a text as given, and how it is spelled otherwise than the part."""

    start: int
    end: int
    pairs: tuple[Pair, ...]
    rest: int = 0
    """How many code points at its end are the ending of a word that the part lacks."""
    markup: bool = False
    """Whether only one of them has some character references."""
    joined: bool = False
    """Whether it was found in the text without its interruptions."""


def agree(pair: Pair, folds: frozenset[Fold]) -> bool:
    """Tell whether two spellings are one under the folds."""
    if not pair.sides:
        return letters_agree(pair.quoted, pair.found, folds)
    return seams_agree(pair.quoted, pair.found, pair.sides, folds)


_Cut: TypeAlias = dict[int, str]
"""The seams inside of a stretch of key, by where in it they stand."""


class _Search:
    """A part looked for in a text."""

    def __init__(self, lexed: Lexed, text: str, part: Lexed, folds: frozenset[Fold], *, loose: bool) -> None:
        self.lexed = lexed
        self.text = text
        self.part = part
        self.folds = folds
        self.loose = loose

    @cached_property
    def sides(self) -> list[Sides]:
        """What stands beside each seam of the part but those at its ends."""
        return [*self.sides_of_seams()]

    @cached_property
    def has_acronyms(self) -> bool:
        """Whether the part has a word that may be an acronym."""
        return not _ACRONYMS.isdisjoint(map(KEYS.__getitem__, self.part.runs))

    def sides_of_seams(self) -> Iterator[Sides]:
        opened = any(mark in self.part.seams[0] for mark in QUOTES)
        for number, seam in enumerate(self.part.seams[1:-1], 1):
            yield sides_of(self.part.runs[number - 1], self.part.runs[number])._replace(opened=opened)
            # An apostrophe inside a word opens nothing.
            if len(seam) > 1 and sum(seam.count(mark) for mark in QUOTES.intersection(seam)) % 2:
                opened = not opened

    def places(self) -> Iterator[Place]:
        if not self.part.key:
            return
        for start in occurrences(self.lexed.key, self.part.key):
            place = self.place(start)
            if place is not None:
                yield place

    def place(self, start: int) -> Place | None:
        """The place at an offset of the text's key, if the part really stands there."""
        lexed, size = self.lexed, len(self.part.key)
        first = bisect_right(lexed.key_starts, start) - 1
        last = bisect_left(lexed.key_starts, start + size) - 1
        at_ends: list[Pair] = []
        span = self.span(first, last, start, at_ends)
        if span is None:
            return None
        whole = lexed.key_starts[first] == start and lexed.key_starts[last + 1] == start + size
        pairs = self.aligned(first, last) if whole and last - first + 1 == len(self.part.runs) else None
        if pairs is None:
            pairs = self.cut(first, last, start)
        if pairs is None or not all(agree(pair, self.folds) for pair in (*pairs, *at_ends)):
            return None
        pairs += at_ends
        markup = self.differs_in_references(span)
        if not self.keeps_acronyms(first, last) or (markup and Fold.MARKUP not in self.folds):
            return None
        references = lexed.references
        rest = lexed.key_starts[last + 1] - start - size if self.loose else 0
        return Place(references.start(span[0]), references.end(span[1]), tuple(pairs), rest, markup)

    def span(self, first: int, last: int, start: int, pairs: list[Pair]) -> tuple[int, int] | None:
        """Where a place begins and ends in the text as read, if both are edges; the marks there go to the pairs."""
        lexed, part = self.lexed, self.part
        begin = _offset(lexed, first, start - lexed.key_starts[first])
        end = _offset(lexed, last, start + len(part.key) - lexed.key_starts[last])
        if begin is None or end is None:
            return None
        if self.loose:
            end = lexed.end(last)
            if lexed.key_starts[last + 1] - start - len(part.key) > _LONGEST_ENDING:
                return None
        if part.seams[0]:
            if begin != lexed.starts[first]:
                return None
            seam = lexed.seams[first]
            sides = sides_of(lexed.runs[first - 1] if first else "", lexed.runs[first])
            found = start_in(seam, part.seams[0], sides, self.folds)
            if found is None:
                return None
            begin += found - len(seam)
            if seam[found:] != part.seams[0]:
                pairs.append(Pair(part.seams[0], seam[found:], sides._replace(left="")))
        if part.seams[-1] and not self.loose:
            if end != lexed.end(last):
                return None
            sides = sides_of(lexed.runs[last], lexed.runs[last + 1] if last + 1 < len(lexed.runs) else "")
            found = end_in(lexed.seams[last + 1], part.seams[-1], sides, self.folds)
            if found is None:
                return None
            end += found
            if (tail := lexed.seams[last + 1][:found]) != part.seams[-1]:
                pairs.append(Pair(part.seams[-1], tail, sides._replace(right="")))
        edges = lexed.references.start(begin), lexed.references.end(end)
        return (begin, end) if all(is_boundary(self.text, edge) for edge in edges) else None

    def aligned(self, first: int, last: int) -> list[Pair] | None:
        """What differs where both have as many runs, if these lie side by side."""
        lexed, part = self.lexed, self.part
        pairs: list[Pair] = []
        runs, seams = lexed.runs[first : last + 1], lexed.seams[first + 1 : last + 1]
        # Most pairs come again and again: each is looked at once.
        if runs != part.runs:
            cased: Pair | None = None
            for ours, theirs in set(zip(part.runs, runs, strict=True)):
                if ours != theirs:
                    if len(key_of(ours)) != len(key_of(theirs)):
                        return None
                    if ours.isascii() and theirs.isascii():
                        # Their keys are the same, so they differ in case alone, as do all pairs of ASCII: one will do.
                        cased = Pair(ours, theirs)
                    else:
                        pairs.append(Pair(ours, theirs))
            pairs += [cased] if cased is not None else []
        if seams != part.seams[1:-1]:
            for ours, theirs, sides in set(zip(part.seams[1:-1], seams, self.sides, strict=True)):
                if ours != theirs:
                    pairs.append(Pair(ours, theirs, sides))
        return sorted(pairs)

    def cut(self, first: int, last: int, start: int) -> list[Pair] | None:
        """What differs where one has a seam inside of a run of the other; None where a letter would be cut in two."""
        lexed, part = self.lexed, self.part
        size = len(part.key)
        theirs = _cuts(lexed, first, last, start)
        ours = _cuts(part, 0, len(part.runs) - 1, 0)
        pairs: list[Pair] = []
        done = 0
        for edge in [*sorted({*theirs, *ours}), size]:
            if not done < edge:
                return None
            one, other = ours.get(edge, ""), theirs.get(edge, "")
            if edge < size and one != other:
                pairs.append(self.seam(edge, start, one, other))
            quoted, found = _letters(part, done, edge), _letters(lexed, start + done, start + edge)
            if quoted is None or found is None:
                # Inside of one letter that is two in the key: the letters around it are compared together.
                continue
            if quoted != found:
                pairs.append(Pair(quoted, found))
            done = edge
        return pairs

    def seam(self, edge: int, start: int, ours: str, theirs: str) -> Pair:
        """The pair of seams at an edge of the part's key, which begins at an offset of the text's."""
        # Invisible characters may part the word on one side.
        before = max(_word_before(self.part, edge), _word_before(self.lexed, start + edge), key=len)
        behind = max(_word_behind(self.part, edge), _word_behind(self.lexed, start + edge), key=len)
        number = bisect_right(self.part.key_starts, edge) - 2
        opened = 0 <= number < len(self.sides) and self.sides[number].opened
        return Pair(ours, theirs, sides_of(before, behind)._replace(opened=opened))

    def keeps_acronyms(self, first: int, last: int) -> bool:
        """Tell whether `US` among small letters stands for no `us`, nor the other way round."""
        if not self.has_acronyms or Fold.CASE not in self.folds or last - first + 1 != len(self.part.runs):
            return True
        for number, (ours, theirs) in enumerate(zip(self.part.runs, self.lexed.runs[first : last + 1], strict=True)):
            if ours != theirs and ours.isupper() != theirs.isupper() and key_of(ours) in _ACRONYMS:
                lexed, place = (self.part, number) if ours.isupper() else (self.lexed, first + number)
                beside = lexed.runs[max(0, place - 1) : place] + lexed.runs[place + 1 : place + 2]
                if not beside or any(any(map(str.islower, run)) for run in beside):
                    return False
        return True

    def differs_in_references(self, span: tuple[int, int]) -> bool:
        """Tell whether the two have other character references."""
        if not (self.lexed.references.any or self.part.references.any):
            return False
        return self.part.references.all() != self.lexed.references.all(*span)


def _offset(lexed: Lexed, number: int, offset: int) -> int | None:
    """Where in the text a run's key has an offset; None inside of a letter."""
    run = lexed.runs[number]
    if offset == 0:
        return lexed.starts[number]
    if offset == lexed.key_starts[number + 1] - lexed.key_starts[number]:
        return lexed.end(number)
    if run.isascii():
        return lexed.starts[number] + offset
    found = offsets_in(run)[offset]
    return None if found < 0 else lexed.starts[number] + found


def _letters(lexed: Lexed, start: int, end: int) -> str | None:
    """The letters behind a stretch of key, without the seams in it; None where it begins or ends inside of a letter."""
    first = bisect_right(lexed.key_starts, start) - 1
    last = bisect_left(lexed.key_starts, end) - 1
    low = _offset(lexed, first, start - lexed.key_starts[first])
    high = _offset(lexed, last, end - lexed.key_starts[last])
    if low is None or high is None:
        return None
    if first == last:
        return lexed.text[low:high]
    between = "".join(lexed.runs[first + 1 : last])
    return lexed.text[low : lexed.end(first)] + between + lexed.text[lexed.starts[last] : high]


def _cuts(lexed: Lexed, first: int, last: int, start: int) -> _Cut:
    cuts: _Cut = {}
    for number in range(first + 1, last + 1):
        edge = lexed.key_starts[number] - start
        # A run without a key, of marks alone, is a part of the seam.
        cuts[edge] = cuts[edge] + lexed.runs[number - 1] + lexed.seams[number] if edge in cuts else lexed.seams[number]
    return cuts


def _word_before(lexed: Lexed, edge: int) -> str:
    number = bisect_left(lexed.key_starts, edge) - 1
    return _letters(lexed, lexed.key_starts[number], edge) or lexed.key[edge - 1]


def _word_behind(lexed: Lexed, edge: int) -> str:
    number = bisect_right(lexed.key_starts, edge) - 1
    return _letters(lexed, edge, lexed.key_starts[number + 1]) or lexed.key[edge]


def places_of(lexed: Lexed, text: str, part: Lexed, folds: frozenset[Fold], *, loose: bool = False) -> Iterator[Place]:
    """The places of a part in a lexed text under the folds, in order.

    Args:
        lexed: The text lexed.
        text: The text as given.
        part: The part lexed.
        folds: The folds that are allowed.
        loose: Whether its last word may have an ending of up to three letters more.
    """
    return _Search(lexed, text, part, folds, loose=loose).places()


# -- which folds it takes -----------------------------------------------------------------------------

# Tried first to be left out: the folds that change most. So decomposed text is `composition` and not `accents`.
_STRONGEST_FIRST: Final = (Fold.PUNCTUATION, *reversed([fold for fold in Fold if fold is not Fold.PUNCTUATION]))


def minimal_folds(places: Iterable[Place], folds: frozenset[Fold]) -> tuple[Fold, ...]:
    """A minimal set of folds under which the spellings of places are the part's, in `Fold` order.

    Each fold is left out in turn, the strongest first, and stays out if all pairs still agree.
    """
    different: set[Pair] = set()
    markup = False
    for place in places:
        different.update(place.pairs)
        markup = markup or place.markup
    sets = {_needed(pair, folds) for pair in different}
    kept = frozenset[Fold]().union(*sets)
    for candidate in _STRONGEST_FIRST if len(sets) > 1 else ():
        fewer = kept - {candidate}
        if candidate in kept and all(agree(pair, fewer) for pair in different):
            kept = fewer
    return _in_order(kept | {Fold.MARKUP} if markup else kept)


@functools.lru_cache(maxsize=256)
def _in_order(folds: frozenset[Fold]) -> tuple[Fold, ...]:
    return tuple(each for each in Fold if each in folds)


@functools.lru_cache(maxsize=10_000)
def _needed(pair: Pair, folds: frozenset[Fold]) -> frozenset[Fold]:
    if not pair.sides and pair.quoted.isascii() and pair.found.isascii():
        return frozenset([Fold.CASE])
    kept = folds
    for candidate in _STRONGEST_FIRST:
        fewer = kept - {candidate}
        if candidate in kept and agree(pair, fewer):
            kept = fewer
    return kept
