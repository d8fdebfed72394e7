"""Quotations with gaps: cut into fragments, and where these stand in order.

1. An ellipsis stands for any number of words inside one line; a bracketed word for none or one.
2. A place is a chain of fragments that begins with the first, ends with the last, and holds no smaller such chain.
3. Chains are found in one sweep over the places of each fragment, in time linear in the number of places: for each
   place, the latest start of a chain that reaches it.
"""

from __future__ import annotations

import re
from array import array
from collections import deque
from typing import Final

from venezuela_news._matching._characters import has_words
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._index import Index
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._quotations import ELLIPSIS, strip_marks

__all__ = ["UNBOUNDED", "find_chains", "split_at_gaps"]

UNBOUNDED: Final = -1
"""The bound of a gap that stands for any number of words."""

_GAP: Final = re.compile(rf"{ELLIPSIS}|(?<!\w)\[\s*(?P<word>[^\s\[\]]+)\s*\](?!\w)")


def split_at_gaps(quote: str) -> tuple[list[str], list[int]] | None:
    """The fragments between the gaps of a stripped quotation, and how many words each gap stands for at most.

    Fragments without a letter or digit say nothing and are passed over. None where there is no gap or no fragment.

    >>> split_at_gaps("We came ... and [he] left")
    (['We came', 'and', 'left'], [-1, 1])
    """
    fragments: list[str] = []
    bounds: list[int] = []
    bound, gaps, done = 0, 0, 0
    for match in _GAP.finditer(quote):
        word = match["word"]
        if word is not None and not has_words(word):
            continue
        gaps += 1
        fragment = strip_marks(quote[done : match.start()])
        if has_words(fragment):
            fragments.append(fragment)
            bounds.append(bound)
            bound = 0
        bound = bound + 1 if word is not None and bound != UNBOUNDED else UNBOUNDED
        done = match.end()
    fragment = strip_marks(quote[done:])
    if has_words(fragment):
        fragments.append(fragment)
        bounds.append(bound)
    return (fragments, bounds[1:]) if gaps and fragments else None


class _Fragment:
    """The places of one fragment; for each place the lines and words before its start and its end."""

    __slots__ = ("end_lines", "end_words", "places", "start_lines", "start_words")

    def __init__(self, index: Index, fragment: str, folds: frozenset[Fold], *, counted: bool) -> None:
        self.places = index.places(fragment, folds)
        starts, ends = [start for start, _ in self.places], [end for _, end in self.places]
        self.start_lines = array("Q", map(index.lines_before, starts))
        self.end_lines = array("Q", map(index.lines_before, ends))
        self.start_words = array("Q", (index.words_before(start, folds) for start in starts if counted))
        self.end_words = array("Q", (index.words_before(end, folds) for end in ends if counted))


class _Column:
    """A fragment in its turn: for each place the latest start of a chain that reaches it, and by which place."""

    __slots__ = ("back", "fragment", "starts")

    def __init__(self, fragment: _Fragment) -> None:
        self.fragment = fragment
        self.starts = [-1] * len(fragment.places)
        self.back = [-1] * len(fragment.places)

    def extend(self, before: _Column, bound: int) -> None:
        """Reach each place from the fragment before, over a gap of at most so many words.

        Of the places before a gap those count that end in the same line, and within the bound. Both limits only move
        on from place to place: so the reachable places are a window, and the best of them is kept at the front of a
        queue in which starts fall.
        """
        past, here = before.fragment, self.fragment
        queue: deque[int] = deque()
        passed = 0
        for number, (start, _) in enumerate(here.places):
            while passed < len(past.places) and past.places[passed][1] <= start:
                if before.starts[passed] >= 0:
                    while queue and before.starts[queue[-1]] < before.starts[passed]:
                        queue.pop()
                    queue.append(passed)
                passed += 1
            while queue and past.end_lines[queue[0]] < here.start_lines[number]:
                queue.popleft()
            if bound != UNBOUNDED:
                while queue and past.end_words[queue[0]] + bound < here.start_words[number]:
                    queue.popleft()
            if queue:
                self.starts[number], self.back[number] = before.starts[queue[0]], queue[0]


def find_chains(
    index: Index, fragments: list[str], bounds: list[int], folds: frozenset[Fold]
) -> list[tuple[Span, ...]]:
    """The places of the fragments in order, each a span for every fragment."""
    counted = any(bound != UNBOUNDED for bound in bounds)
    known: dict[str, _Fragment] = {}
    for fragment in fragments:
        if fragment not in known:
            known[fragment] = _Fragment(index, fragment, folds, counted=counted)
        if not known[fragment].places:
            return []
    columns = [_Column(known[fragment]) for fragment in fragments]
    columns[0].starts = [start for start, _ in columns[0].fragment.places]
    for number, bound in enumerate(bounds):
        columns[number + 1].extend(columns[number], bound)
    result: list[tuple[Span, ...]] = []
    latest = -1
    for last, start in enumerate(columns[-1].starts):
        if start <= latest:
            continue
        latest = start
        chain: list[Span] = []
        place = last
        for column in reversed(columns):
            chain.append(column.fragment.places[place])
            place = column.back[place]
        result.append(tuple(reversed(chain)))
    return result
