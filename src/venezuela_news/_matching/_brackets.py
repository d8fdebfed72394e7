"""A quotation cut where it leaves words out or an editor's brackets stand, and what each gap may stand for.

We came … and [the others] walk[ed] home
-------   ---              ----     ----
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from venezuela_news._matching._characters import has_words, is_mark
from venezuela_news._matching._differences import numbers_in, turns_in
from venezuela_news._matching._markup import SIC, hide_tags
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._quotations import ELLIPSIS, stripped_span

__all__ = ["Cut", "Fragment", "Gap", "split_at_gaps", "stands_for", "words_of_gap"]

MOST_LEFT_OUT: Final = 60
"""How many words an ellipsis stands for at most."""
MOST_REPLACED: Final = 5
"""How many words a bracket stands for at most."""

_MOST_GAPS: Final = 60
_MOST_BRACKETS: Final = 12
"""How many gaps a quotation may have, and brackets a gap, so that looking for it takes time in proportion to the text."""

_MAY_HAVE_GAPS: Final = re.compile(r"[\[(…⋯‥]|\.[ \u00a0\u2009\u202f]?[.…⋯‥]")
_GAP: Final = re.compile(
    rf"(?P<dots>{ELLIPSIS})|(?P<sic>{SIC})"
    r"|(?<!\w)(?:\[(?P<capital>[^\W\d_])\]|\((?P<round>[^\W\d_])\))(?=[^\W\d_])"
    r"|(?<=[^\W\d_])\[(?P<ending>[^\W\d_]{1,3})\](?!\w)"
    r"|(?<!\w)\[\s*(?P<words>[^\[\]]{1,200}?)\s*\](?!\w)"
    r"|(?<=[^\W\d_])\[(?P<glued>[^\[\]\d]{1,40})\]|\[(?P<before>[^\W\d_]{1,40})\](?=[^\W\d_])",
    re.IGNORECASE,
)


class Fragment(NamedTuple):
    """Words between two gaps."""

    text: str
    start: int
    end: int
    loose: bool = False
    """Whether a bracketed ending follows, so that another may stand in its place."""


class Gap(NamedTuple):
    """What parts two fragments: ellipses, brackets, or several of them."""

    ellipsis: bool = False
    brackets: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    @property
    def most_words(self) -> int:
        """How many words it stands for at most."""
        return MOST_LEFT_OUT * self.ellipsis + MOST_REPLACED * len(self.brackets)


class Cut(NamedTuple):
    """A quotation cut: its fragments, the gaps between them, and those before the first and behind the last."""

    fragments: tuple[Fragment, ...]
    gaps: tuple[Gap, ...]
    first: Gap
    last: Gap
    changed: bool = False
    """Whether brackets were taken off it."""

    @property
    def elided(self) -> bool:
        """Whether it leaves words out."""
        return any(gap.ellipsis for gap in (*self.gaps, self.first, self.last))


class _Cutter:
    """A quotation in the making of its fragments."""

    def __init__(self, quote: str, literal: str, *, swap: bool) -> None:
        self.quote = quote
        self.literal = literal
        self.swap = swap
        self.fragments: list[Fragment] = []
        self.gaps: list[Gap] = []
        self.gap = Gap()
        self.text = ""
        self.start = 0
        self.any = False

    def close(self, end: int, *, loose: bool = False) -> None:
        """End the fragment that goes on."""
        low, high = stripped_span(self.text)
        words = self.text[low:] if loose else self.text[low:high]
        if has_words(words):
            self.fragments.append(Fragment(words, self.start, end, loose))
            self.gaps.append(self.gap)
            self.gap = Gap()
        self.text = ""

    def add(self, match: re.Match[str]) -> None:
        kind = str(match.lastgroup)
        inside: str = match[kind]
        if kind != "dots" and match.group() in self.literal:
            kind = "literal"
        match kind:
            case "dots":
                self.close(match.start())
                self.gap = self.gap._replace(ellipsis=True)
            case "words" if has_words(inside):
                self.close(match.start())
                if len(self.gap.brackets) <= _MOST_BRACKETS:
                    self.gap = self.gap._replace(brackets=(*self.gap.brackets, inside))
            case "ending":
                self.close(match.start(), loose=True)
                self.gap = self.gap._replace(endings=(*self.gap.endings, inside))
            case "capital" | "round":
                self.text += inside.swapcase() if self.swap else inside
            case "sic":
                pass
            case "glued" | "before":
                self.text += inside
            case _:
                self.text += match.group()
                return
        self.any = True

    def is_too_much(self) -> bool:
        gaps = (*self.gaps, self.gap)
        return len(gaps) > _MOST_GAPS or any(len(gap.brackets) > _MOST_BRACKETS for gap in gaps)

    def cut(self) -> Cut | None:
        done = 0
        for match in _GAP.finditer(self.quote):
            self.text += self.quote[done : match.start()]
            self.add(match)
            done = match.end()
        self.text += self.quote[done:]
        self.close(len(self.quote))
        if not self.any or not self.fragments or self.is_too_much():
            return None
        return Cut(tuple(self.fragments), tuple(self.gaps[1:]), self.gaps[0], self.gap, changed=True)


def split_at_gaps(quote: str, *, literal: str = "", swap: bool = False) -> Cut | None:
    """Cut a stripped quotation at its gaps; None where it has none, or nothing else.

    Args:
        quote: The quotation.
        literal: The text, if brackets that stand in it are its words.
        swap: Whether the case of a bracketed first letter is the other one in the text.

    >>> [fragment.text for fragment in split_at_gaps("We came ... and [he] left").fragments]
    ['We came', 'and', 'left']
    """
    return _Cutter(quote, literal, swap=swap).cut() if _MAY_HAVE_GAPS.search(quote) else None


def stands_for(brackets: tuple[str, ...], found: str) -> bool:
    """Tell whether brackets may stand for words: their negations and numbers are the same."""
    inside = " ".join(brackets)
    return sorted(turns_in(inside)) == sorted(turns_in(found)) and sorted(numbers_in(inside)) == sorted(
        numbers_in(found)
    )


def words_of_gap(text: str, start: int, end: int) -> Span:
    """The words between two fragments, without the marks at their sides; empty where there are none."""
    seen = hide_tags(text[start:end])
    low, high = stripped_span(seen)
    while low < high and not seen[low].isalnum():
        low += 1
    while high > low and not (seen[high - 1].isalnum() or is_mark(seen[high - 1])):
        high -= 1
    return start + low, start + high
