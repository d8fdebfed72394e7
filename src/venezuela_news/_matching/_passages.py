"""Where words stand in paragraphs, for those who count by paragraphs."""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import NamedTuple, final

from venezuela_news._matching._description import remarks_on
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._index import Text, index_of
from venezuela_news._matching._locate import locate
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._matching._normalized import Span
from venezuela_news._problems import show

__all__ = ["Paragraphs", "Passage", "paragraphs_index"]


class Passage(NamedTuple):
    """A span of one paragraph."""

    paragraph: int
    start: int
    end: int


@final
class Paragraphs:
    """Paragraphs as one text, joined by single line feeds."""

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.text = Text("\n".join(paragraphs))
        self._starts: list[int] = []
        start = 0
        for paragraph in paragraphs:
            self._starts.append(start)
            start += len(paragraph) + 1

    def passage(self, span: Span) -> Passage | None:
        """The passage that a span of the text is; None where it crosses paragraphs."""
        number = bisect_right(self._starts, span[0]) - 1
        first = self._starts[number]
        after = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self.text)
        return Passage(number, span[0] - first, span[1] - first) if span[1] <= after else None

    def spans(self, words: str, folds: frozenset[Fold]) -> tuple[list[Span], Location | None]:
        """Where words stand, as they are written first; and what is known of words that stand nowhere."""
        verbatim = index_of(self.text).verbatim(words) if words.strip() else []
        if verbatim:
            return verbatim, None
        location = locate(self.text, words, folds=folds)
        stands = location.grounded or location.outcome is Outcome.AMBIGUOUS
        return (list(location.spans), None) if stands else ([], location)

    def from_to(self, start: str, end: str, folds: frozenset[Fold]) -> tuple[list[Span], Location | None]:
        """The passages that begin with some words and end with others, the closest behind them in their paragraph."""
        starts, unknown = self.spans(start, folds)
        ends, unknown_end = self.spans(end, folds)
        found: dict[int, Span] = {}
        for first in reversed(starts):
            last = next((span for span in ends if span[0] >= first[0] and span[1] >= first[1]), None)
            if last is not None and self.passage((first[0], last[1])) is not None and last[1] not in found:
                found[last[1]] = first[0], last[1]
        return sorted(found.values()), unknown or unknown_end

    def near_miss(self, location: Location | None) -> str:
        """Say in words what is nearest to words that stand nowhere."""
        if location is None or location.outcome is not Outcome.ALTERED:
            return ""
        start, end = location.spans[0]
        number = bisect_right(self._starts, start) - 1
        remarks = "; ".join(remarks_on(location))
        return f"; nearest to it is paragraph {number}, {show(self.text.text[start:end])}: {remarks}"


@functools.lru_cache(maxsize=4)
def _kept(paragraphs: tuple[str, ...]) -> Paragraphs:
    return Paragraphs(paragraphs)


_LARGEST_KEPT = 1_000_000


def paragraphs_index(paragraphs: tuple[str, ...]) -> Paragraphs:
    """The paragraphs as one text; of the last few, if they are not very large, the index is kept."""
    return _kept(paragraphs) if sum(map(len, paragraphs)) <= _LARGEST_KEPT else Paragraphs(paragraphs)
