"""Interruptions of a quotation by the one who tells it, as in “We fought,” she said, “and we lost”.

1. An interruption leads from a comma, dash, question or exclamation mark at a closing mark to a comma, dash or full stop
   before an opening one, over at most 30 words of one sentence and paragraph.
2. Behind a full stop the next piece does not close with a comma: then it has a speaker of its own.
3. The text is looked at once more without its interruptions; a joint stands where each was.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final, final

from venezuela_news._matching._lexing import JOINT, Lexed
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._quotations import stripped_span
from venezuela_news._matching._sentences import paragraph_breaks, sentence_ends

__all__ = ["Bridged", "is_interruption", "pieces_between"]

_MOST_WORDS: Final = 30
_CLOSING: Final = r"(?:(?<=[,?!—–-])(?:''|[”»’“\"])|(?<=[,?!][ \u00a0\u202f])»|(?:''|[”»’“\"])(?=[,—–]))"
_OPENING: Final = r"(?:``|''(?=\w)|[“„‘‟»](?=[^\s])|«\s?(?=\S)|\"(?=\w))"
_INTERRUPTION: Final = re.compile(rf"{_CLOSING}(?P<told>(?:[^“”„«»\"]|(?<!\s)\"(?=\s)){{2,400}}?[,.—–-]\s*){_OPENING}")
_HAS_MARKS: Final = re.compile("[“”„«»‟\"]|``|''|’[,—–]|[,?!—–-]’")
"""What an interruption cannot do without, seen at a glance."""
_NEXT_CLOSING: Final = re.compile(r"(?P<before>.)(?:''|[”»\"’](?!\w))", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_PIECE: Final = 2_000


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands between two marks is an interruption."""
    start, end = match.span("told")
    told = match["told"].strip()
    if not 1 <= len(_WORD.findall(told)) <= _MOST_WORDS or paragraph_breaks(text[start:end]):
        return False
    if any(True for _ in sentence_ends(told, 0, len(told) - 1)):
        return False
    if not told.endswith("."):
        return True
    closing = _NEXT_CLOSING.search(text, match.end(), match.end() + _LONGEST_PIECE)
    return closing is None or closing["before"] != ","


def _interruptions(text: str) -> list[Span]:
    result: list[Span] = []
    if _HAS_MARKS.search(text) is None:
        return result
    done = 0
    while (match := _INTERRUPTION.search(text, done)) is not None:
        if _is_told(text, match):
            result.append(match.span())
            done = match.end()
        else:
            done = match.start() + 1
    return result


def is_interruption(text: str, start: int, end: int) -> bool:
    """Tell whether what leads from one place to another is nothing but an interruption."""
    low = max(0, start - 2)
    for match in _INTERRUPTION.finditer(text, low, min(len(text), end + 2)):
        if match.start() <= start + 2 and match.end() >= end - 2:
            return _is_told(text, match)
    return False


@final
class Bridged:
    """A text without its interruptions, and the way back."""

    __slots__ = ("_lexed", "_shifts", "_starts", "cuts", "text")

    def __init__(self, text: str) -> None:
        self.cuts = _interruptions(text)
        pieces: list[str] = []
        done = 0
        for start, end in self.cuts:
            pieces += [text[done:start], JOINT]
            done = end
        self.text = "".join([*pieces, text[done:]])
        sizes = [end - start - 1 for start, end in self.cuts]
        self._shifts = array("Q", accumulate(sizes, initial=0))
        self._starts = array("Q", (start - shift for (start, _), shift in zip(self.cuts, self._shifts, strict=False)))
        self._lexed: Lexed | None = None

    @property
    def lexed(self) -> Lexed:
        """The text without its interruptions as runs and seams."""
        if self._lexed is None:
            self._lexed = Lexed(self.text)
        return self._lexed

    def start(self, index: int) -> int:
        """Where in the text as given begins what begins at an index of the bridged one."""
        return index + self._shifts[bisect_left(self._starts, index)]

    def end(self, index: int) -> int:
        """Where in the text as given ends what ends at an index of the bridged one."""
        return index + self._shifts[bisect_left(self._starts, index)]

    def within(self, start: int, end: int) -> list[Span]:
        """The interruptions inside of a span of the text as given."""
        first = bisect_right(self.cuts, (start, 0))
        last = bisect_left(self.cuts, (end, 0))
        return self.cuts[first:last]


def pieces_between(text: str, start: int, end: int, cuts: list[Span]) -> list[Span]:
    """The pieces of a span that its interruptions part, without the marks around each."""
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    result: list[Span] = []
    for low, high in zip(edges[0::2], edges[1::2], strict=True):
        first, last = stripped_span(text[low:high])
        if first < last:
            result.append((low + first, low + last))
    return result
