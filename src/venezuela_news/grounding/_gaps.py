"""Where a quotation with gaps stands: its fragments in order, inside one line where a gap is.

A place is a window that begins with the first fragment, ends with the last, and holds no smaller such window.
Found in one sweep over the places of each fragment: for each, the latest start of a window that reaches it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from venezuela_news.grounding._quotation import UNBOUNDED

if TYPE_CHECKING:
    from venezuela_news.grounding._folds import Fold
    from venezuela_news.grounding._text import Index, Span

__all__ = ["windows"]

_CHUNK = re.compile(r"[^\s—–…]+")


def _at_most(text: str, start: int, end: int, bound: int) -> bool:
    count = 0
    for match in _CHUNK.finditer(text, start, end):
        count += any(map(str.isalnum, match.group()))
        if count > bound:
            return False
    return True


def _step(
    index: Index, before: list[Span], reached: list[int], here: list[Span], bound: int
) -> tuple[list[int], list[int]]:
    # For each place of a fragment, the latest start that reaches it (-1: none) and by which place before it.
    starts = [-1] * len(here)
    back = [-1] * len(here)
    passed = 0
    best, best_line = -1, -1
    for number, (start, _) in enumerate(here):
        while passed < len(before) and before[passed][1] <= start:
            if reached[passed] >= 0 and bound == UNBOUNDED:
                line = index.line(before[passed][1])
                if line != best_line or reached[passed] > reached[best]:
                    best, best_line = passed, line
            passed += 1
        if bound == UNBOUNDED:
            if best >= 0 and index.line(start) == best_line:
                starts[number], back[number] = reached[best], best
            continue
        line = index.line(start)
        candidate = passed - 1
        while candidate >= 0 and index.line(before[candidate][1]) == line:
            if not _at_most(index.text, before[candidate][1], start, bound):
                break
            if reached[candidate] >= 0 and reached[candidate] >= starts[number]:
                starts[number], back[number] = reached[candidate], candidate
            candidate -= 1
    return starts, back


def windows(index: Index, parts: list[str], bounds: list[int], folds: frozenset[Fold]) -> list[tuple[Span, ...]]:
    """The places of the fragments, each a span for every fragment."""
    places: dict[str, list[Span]] = {}
    for part in parts:
        if part not in places:
            places[part] = index.places(part, folds)
        if not places[part]:
            return []
    columns = [places[part] for part in parts]
    reached = [start for start, _ in columns[0]]
    backs: list[list[int]] = []
    for number, bound in enumerate(bounds):
        reached, back = _step(index, columns[number], reached, columns[number + 1], bound)
        backs.append(back)
    result: list[tuple[Span, ...]] = []
    latest = -1
    for last, start in enumerate(reached):
        if start <= latest:
            continue
        latest = start
        chain = [columns[-1][last]]
        place = last
        for number in range(len(backs) - 1, -1, -1):
            place = backs[number][place]
            chain.append(columns[number][place])
        result.append(tuple(reversed(chain)))
    return result
