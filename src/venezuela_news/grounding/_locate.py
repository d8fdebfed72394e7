"""Where a quotation stands in a text.

The first tier that has a place decides: verbatim; folded; folded with gaps. A hint decides between several places
of that tier, and never makes a place of what is none.
"""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, final

import attrs

from venezuela_news.grounding._differences import Edit, Omission, negations, numbers
from venezuela_news.grounding._folds import ALL_FOLDS, INVISIBLES, Fold, fold, needed
from venezuela_news.grounding._gaps import windows
from venezuela_news.grounding._nearest import nearest
from venezuela_news.grounding._quotation import core as core_of
from venezuela_news.grounding._quotation import fragments
from venezuela_news.grounding._text import Span, Text, index_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from venezuela_news.grounding._text import Index

__all__ = ["Location", "Outcome", "locate"]


@final
class Outcome(enum.StrEnum):
    """What is known of a quotation after looking for it; exactly one holds."""

    FOUND = "found"
    """It stands in one place, letter for letter."""
    NORMALIZED = "normalized"
    """It stands in one place but for its spelling, or with words left out where it says so."""
    AMBIGUOUS = "ambiguous"
    """It stands in several places, and no hint decides."""
    ALTERED = "altered"
    """It stands nowhere; something that is much like it does."""
    MISSING = "missing"
    """It stands nowhere, nor does anything like it."""
    UNCHECKED = "unchecked"
    """It holds no letter or digit, or there is no text."""


_GROUNDED = frozenset([Outcome.FOUND, Outcome.NORMALIZED])


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Location:
    """Where a quotation stands, and how that is known.

    >>> place = locate("He said they would not go.", "they  would not")
    >>> place.outcome.value, place.span, place.grounded
    ('normalized', (8, 22), True)
    """

    outcome: Outcome
    spans: tuple[Span, ...] = ()
    """One for each place (for `altered`, the nearest): start and end in code points of the text, half-open."""
    folds: tuple[Fold, ...] = ()
    """The folds it took, none too many, in the order of `Fold`."""
    elided: bool = False
    """Whether the quotation has gaps: its fragments are proven and in order, the whole is not."""
    omitted: tuple[Omission, ...] = ()
    """The words of the text that the gaps stand for, of the one place."""
    diff: tuple[Edit, ...] = ()
    """What was changed in an `altered` quotation, in the order of the text."""

    @property
    def grounded(self) -> bool:
        """Whether the words stand in the text: true for `found` and `normalized` alone."""
        return self.outcome in _GROUNDED

    @property
    def span(self) -> Span | None:
        """The one place of a grounded quotation."""
        return self.spans[0] if self.grounded else None

    @property
    def callouts(self) -> tuple[Edit | Omission, ...]:
        """The edits and omissions that touch a number or a negation."""
        both: list[Edit | Omission] = [*self.diff, *self.omitted]
        return tuple(each for each in both if each.number or each.negation)


_WORD = re.compile(r'\w+(?:["\'-]\w+)*')


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _follows(text: str, start: int, prefix: list[str]) -> bool:
    size = 32 + 2 * sum(map(len, prefix))
    while True:
        low = max(0, start - size)
        before = _words(text[low:start])
        # The first word of the slice may be the end of a longer one.
        if low == 0 or len(before) > len(prefix):
            return before[-len(prefix) :] == prefix
        size *= 2


def _precedes(text: str, end: int, suffix: list[str]) -> bool:
    size = 32 + 2 * sum(map(len, suffix))
    while True:
        after = _words(text[end : end + size])
        if end + size >= len(text) or len(after) > len(suffix):
            return after[: len(suffix)] == suffix
        size *= 2


def _choice(text: str, spans: list[Span], near: int | None, prefix: str, suffix: str) -> int | None:
    """The number of the place that the hints decide for, if they do."""
    if len(spans) == 1:
        return 0
    numbers_left: Iterable[int] = range(len(spans))
    if before := _words(prefix):
        numbers_left = [number for number in numbers_left if _follows(text, spans[number][0], before)]
    if after := _words(suffix):
        numbers_left = [number for number in numbers_left if _precedes(text, spans[number][1], after)]
    left = list(numbers_left)
    if near is not None and left:
        distances = [abs(spans[number][0] - near) for number in left]
        closest = min(distances)
        left = [number for number, distance in zip(left, distances, strict=True) if distance == closest]
    return left[0] if len(left) == 1 else None


def _omission(text: str, start: int, end: int) -> Omission | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    if not any(map(str.isalnum, words)):
        return None
    return Omission(text=words, start=start, end=end, number=bool(numbers(words)), negation=bool(negations(words)))


def _holds_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _has_text(text: str) -> bool:
    return any(not char.isspace() and char not in INVISIBLES for char in text)


def _with_gaps(
    index: Index, core: str, folds: frozenset[Fold], near: int | None, prefix: str, suffix: str
) -> Location | None:
    cut = fragments(core)
    if cut is None:
        return None
    parts, bounds = cut
    chains = windows(index, parts, bounds, folds)
    if not chains:
        return None
    text = index.text
    spans = [(chain[0][0], chain[-1][1]) for chain in chains]
    chosen = _choice(text, spans, near, prefix, suffix)
    if chosen is not None:
        spans, chains = [spans[chosen]], [chains[chosen]]
    pairs = {(text[start:end], part) for chain in chains for part, (start, end) in zip(parts, chain, strict=True)}
    omitted: list[Omission] = []
    if chosen is not None:
        for (_, start), (end, _) in zip(chains[0], chains[0][1:], strict=False):
            omission = _omission(text, start, end)
            if omission is not None:
                omitted.append(omission)
    return Location(
        outcome=Outcome.AMBIGUOUS if chosen is None else Outcome.NORMALIZED,
        spans=tuple(spans),
        folds=needed(sorted(pairs), folds),
        elided=True,
        omitted=tuple(omitted),
    )


def locate(
    text: str | Text,
    quote: str,
    *,
    near: int | None = None,
    prefix: str = "",
    suffix: str = "",
    folds: Collection[Fold] = ALL_FOLDS,
) -> Location:
    """Say where a quotation stands in a text.

    The marks around the quotation are no part of it: white space, quotation marks, ellipses, dashes and the
    sentence marks before the closing mark. An ellipsis inside, bracketed or not, stands for words left out inside one
    line; a bracketed word for none or one. Every place begins and ends on the edge of a word and of a grapheme.
    Quotations of more than 500 words are never `altered`: what is not grounded of them is `missing`.

    Args:
        text: The text, or its index if there are several quotations to look for.
        quote: The quotation.
        near: Where it is thought to begin, in code points of the text: of several places the closest is meant,
            unless two are equally close.
        prefix: The words directly before it, whatever their spelling, if there are several places.
        suffix: The words directly after it.
        folds: The differences of spelling that are allowed.

    Returns:
        Its outcome and, with it, the places; nothing is raised for what a text or a quotation holds.

    >>> locate("They would not go.", "They would go.").outcome.value
    'altered'
    """
    index = index_of(text)
    body = index.text
    core = core_of(quote)
    if not _holds_words(core) or not _has_text(body):
        return Location(outcome=Outcome.UNCHECKED)
    spans = index.verbatim(core)
    if spans:
        chosen = _choice(body, spans, near, prefix, suffix)
        if chosen is None:
            return Location(outcome=Outcome.AMBIGUOUS, spans=tuple(spans))
        return Location(outcome=Outcome.FOUND, spans=(spans[chosen],))
    allowed = ALL_FOLDS if folds is ALL_FOLDS else frozenset(map(Fold, folds))
    spans = index.places(core, allowed)
    if spans:
        chosen = _choice(body, spans, near, prefix, suffix)
        if chosen is not None:
            spans = [spans[chosen]]
        # Few spellings among many places: each is compared once.
        spellings = sorted({body[start:end] for start, end in spans})
        return Location(
            outcome=Outcome.AMBIGUOUS if chosen is None else Outcome.NORMALIZED,
            spans=tuple(spans),
            folds=needed([(spelling, core) for spelling in spellings], allowed),
        )
    located = _with_gaps(index, core, allowed, near, prefix, suffix)
    if located is not None:
        return located
    near_miss = nearest(index, core, allowed)
    if near_miss is None:
        return Location(outcome=Outcome.MISSING)
    return Location(outcome=Outcome.ALTERED, spans=(near_miss[0],), diff=near_miss[1])
