"""The fragments of a quotation with gaps, where they stand in order.

1. A place is a chain of fragments that begins with the first, ends with the last, and holds no smaller such chain.
2. What a gap may pass is counted: words, blank lines, ends of sentences. Each count before a place only grows from place
   to place, so the places that a gap leads back to are a window.
3. Chains are found in one sweep over the places of each fragment, in time linear in the number of places: for each
   place, the latest start of a chain that reaches it.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeAlias

from venezuela_news._matching._brackets import Cut, Fragment, Gap
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._index import Index
from venezuela_news._matching._places import Place

__all__ = ["Chain", "find_chains"]

Chain: TypeAlias = tuple[Place, ...]
"""A place for each fragment, in order."""
_Count: TypeAlias = Callable[[int], int]
Finder: TypeAlias = Callable[[str, bool], list[Place]]
"""Gives the places of a fragment, with a loose end or without."""


def _limits(index: Index, gap: Gap, folds: frozenset[Fold]) -> list[tuple[_Count, int]]:
    """What is counted over a gap, and how much of it may be passed."""
    limits: list[tuple[_Count, int]] = [(lambda at: index.words_before(at, folds), gap.most_words)]
    if gap.ellipsis:
        limits.append((index.blank_lines_before, 1))
    else:
        limits.append((index.sentences_before, 0))
    return limits


class _Column:
    """A fragment in its turn: for each place the latest start of a chain that reaches it, and by which place."""

    __slots__ = ("back", "places", "starts")

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self.starts = [-1] * len(places)
        self.back = [-1] * len(places)

    def extend(self, before: _Column, limits: Iterable[tuple[_Count, int]]) -> None:
        """Reach each place from the fragment before, over a gap within the limits.

        The reachable places of the fragment before are a window, and the best of them is kept at the front of a queue
        in which starts fall.
        """
        past, here = before.places, self.places
        counts = [
            (array("Q", (count(place.end) for place in past)), array("Q", (count(place.start) for place in here)), most)
            for count, most in limits
        ]
        queue: deque[int] = deque()
        passed = 0
        for number, place in enumerate(here):
            while passed < len(past) and past[passed].end <= place.start:
                if before.starts[passed] >= 0:
                    while queue and before.starts[queue[-1]] < before.starts[passed]:
                        queue.pop()
                    queue.append(passed)
                passed += 1
            while queue and any(ends[queue[0]] + most < starts[number] for ends, starts, most in counts):
                queue.popleft()
            if queue:
                self.starts[number], self.back[number] = before.starts[queue[0]], queue[0]


def find_chains(index: Index, cut: Cut, find: Finder, folds: frozenset[Fold]) -> list[Chain]:
    """The places of the fragments in order.

    Args:
        index: The index of the text.
        cut: The quotation, cut.
        find: Gives the places of a fragment.
        folds: The folds under which words are counted.
    """
    known: dict[tuple[str, bool], list[Place]] = {}
    columns: list[_Column] = []
    for fragment in cut.fragments:
        key = _key(fragment)
        if key not in known:
            known[key] = find(*key)
        if not known[key]:
            return []
        columns.append(_Column(known[key]))
    columns[0].starts = [place.start for place in columns[0].places]
    for number, gap in enumerate(cut.gaps):
        columns[number + 1].extend(columns[number], _limits(index, gap, folds))
    result: list[Chain] = []
    latest = -1
    for last, start in enumerate(columns[-1].starts):
        if start <= latest:
            continue
        latest = start
        chain: list[Place] = []
        place = last
        for column in reversed(columns):
            chain.append(column.places[place])
            place = column.back[place]
        result.append(tuple(reversed(chain)))
    return result


def _key(fragment: Fragment) -> tuple[str, bool]:
    return fragment.text, fragment.loose
