"""Locating a quotation in a text.

The first tier that has a place decides: verbatim; normalized; normalized with gaps. A hint decides between several
places of that tier, and never makes a place of what is none.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection
from typing import Final, TypeAlias, assert_never, cast, final

import attrs

from venezuela_news._arguments import expect, expect_text, expect_whole_number, tuple_of, value_of, wrong_argument
from venezuela_news._matching._characters import INVISIBLES, has_words
from venezuela_news._matching._differences import Edit, Omission, omission_between
from venezuela_news._matching._ellipses import find_chains, split_at_gaps
from venezuela_news._matching._folding import ALL_FOLDS, Fold, minimal_folds
from venezuela_news._matching._index import Index, Text, index_of
from venezuela_news._matching._nearest import nearest
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._quotations import strip_marks
from venezuela_news._matching._words import words_of

__all__ = ["Location", "Outcome", "expect_source_text", "locate"]


@final
class Outcome(enum.StrEnum):
    """Result of looking for a quotation; exactly one holds."""

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

    @property
    def grounded(self) -> bool:
        """True if the words stand in the text: for `found` and `normalized` alone."""
        match self:
            case Outcome.FOUND | Outcome.NORMALIZED:
                return True
            case Outcome.AMBIGUOUS | Outcome.ALTERED | Outcome.MISSING | Outcome.UNCHECKED:
                return False
            case _:
                assert_never(self)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Location:
    """Result of `locate`: the places of a quotation, and how it differs from the text there.

    Args:
        outcome: What is known of the quotation.
        spans: A span for each place (for `altered`, the nearest): start and end in code points of the text, half-open.
        folds: A minimal set of folds under which the quotation matches, in `Fold` order.
        elided: Whether the quotation has gaps: its fragments are proven and in order, the whole is not.
        omitted: The words of the text that the gaps stand for, of the one place.
        diff: What was changed in an `altered` quotation, in the order of the text.

    >>> place = locate("He said they would not go.", "they  would not")
    >>> place
    <Location: normalized at 8-22 by white-space>
    >>> place.outcome.value, place.span, place.grounded
    ('normalized', (8, 22), True)
    """

    outcome: Outcome = attrs.field(validator=value_of(Outcome, "an Outcome"))
    spans: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of(tuple, "a pair of start and end"))
    folds: tuple[Fold, ...] = attrs.field(default=(), validator=tuple_of(Fold, "a Fold"))
    elided: bool = attrs.field(default=False, validator=value_of(bool, "True or False"))
    omitted: tuple[Omission, ...] = attrs.field(default=(), validator=tuple_of(Omission, "an Omission"))
    diff: tuple[Edit, ...] = attrs.field(default=(), validator=tuple_of(Edit, "an Edit"))

    def __repr__(self) -> str:
        facts = [self.outcome.value]
        if len(self.spans) == 1:
            facts.append("at {}-{}".format(*self.spans[0]))
        elif self.spans:
            facts.append(f"in {len(self.spans)} places")
        if self.folds:
            facts.append(f"by {', '.join(self.folds)}")
        if self.callouts:
            facts.append(f"with {len(self.callouts)} callouts")
        return f"<Location: {' '.join(facts)}>"

    @property
    def grounded(self) -> bool:
        """True if the words stand in the text: for `found` and `normalized` alone."""
        return self.outcome.grounded

    @property
    def span(self) -> Span | None:
        """The one place of a grounded quotation."""
        return self.spans[0] if self.grounded else None

    @property
    def callouts(self) -> tuple[Edit | Omission, ...]:
        """The edits and omissions that touch a number or a negation."""
        both: list[Edit | Omission] = [*self.diff, *self.omitted]
        return tuple(each for each in both if each.number or each.negation)


# -- hints ------------------------------------------------------------------------------------------


def _stands_before(text: str, start: int, prefix: tuple[str, ...]) -> bool:
    # Read back from the place until there is a word more than is asked for: the first one read may be cut in two.
    size = 32 + 2 * sum(map(len, prefix))
    while True:
        low = max(0, start - size)
        before = words_of(text[low:start])
        if low == 0 or len(before) > len(prefix):
            return before[-len(prefix) :] == prefix
        size *= 2


def _stands_behind(text: str, end: int, suffix: tuple[str, ...]) -> bool:
    size = 32 + 2 * sum(map(len, suffix))
    while True:
        behind = words_of(text[end : end + size])
        if end + size >= len(text) or len(behind) > len(suffix):
            return behind[: len(suffix)] == suffix
        size *= 2


@final
@attrs.frozen(weakref_slot=False)
class _Hints:
    """Hints for a choice between several places of a quotation."""

    near: int | None
    prefix: str
    suffix: str

    def choose(self, text: str, spans: list[Span]) -> int | None:
        """The number of the place that the hints decide for; None where they decide for none."""
        if len(spans) == 1:
            return 0
        left = list(range(len(spans)))
        if before := words_of(self.prefix):
            left = [number for number in left if _stands_before(text, spans[number][0], before)]
        if behind := words_of(self.suffix):
            left = [number for number in left if _stands_behind(text, spans[number][1], behind)]
        if self.near is not None and left:
            distances = [abs(spans[number][0] - self.near) for number in left]
            closest = min(distances)
            left = [number for number, distance in zip(left, distances, strict=True) if distance == closest]
        return left[0] if len(left) == 1 else None


# -- tiers --------------------------------------------------------------------------------------------


def _verbatim(index: Index, quote: str, folds: frozenset[Fold], hints: _Hints) -> Location | None:
    spans = index.verbatim(quote)
    if not spans:
        return None
    chosen = hints.choose(index.text, spans)
    if chosen is None:
        return Location(outcome=Outcome.AMBIGUOUS, spans=tuple(spans))
    return Location(outcome=Outcome.FOUND, spans=(spans[chosen],))


def _normalized(index: Index, quote: str, folds: frozenset[Fold], hints: _Hints) -> Location | None:
    spans = index.places(quote, folds)
    if not spans:
        return None
    chosen = hints.choose(index.text, spans)
    if chosen is not None:
        spans = [spans[chosen]]
    # Few spellings among many places: each is compared once.
    spellings = sorted({index.text[start:end] for start, end in spans})
    return Location(
        outcome=Outcome.AMBIGUOUS if chosen is None else Outcome.NORMALIZED,
        spans=tuple(spans),
        folds=minimal_folds([(spelling, quote) for spelling in spellings], folds),
    )


def _with_gaps(index: Index, quote: str, folds: frozenset[Fold], hints: _Hints) -> Location | None:
    cut = split_at_gaps(quote)
    if cut is None:
        return None
    fragments, bounds = cut
    chains = find_chains(index, fragments, bounds, folds)
    if not chains:
        return None
    text = index.text
    spans = [(chain[0][0], chain[-1][1]) for chain in chains]
    chosen = hints.choose(text, spans)
    if chosen is not None:
        spans, chains = [spans[chosen]], [chains[chosen]]
    pairs = {
        (text[start:end], fragment) for chain in chains for fragment, (start, end) in zip(fragments, chain, strict=True)
    }
    omitted: list[Omission] = []
    if chosen is not None:
        for (_, start), (end, _) in zip(chains[0], chains[0][1:], strict=False):
            omission = omission_between(text, start, end)
            if omission is not None:
                omitted.append(omission)
    return Location(
        outcome=Outcome.AMBIGUOUS if chosen is None else Outcome.NORMALIZED,
        spans=tuple(spans),
        folds=minimal_folds(sorted(pairs), folds),
        elided=True,
        omitted=tuple(omitted),
    )


_Tier: TypeAlias = Callable[[Index, str, frozenset[Fold], _Hints], Location | None]
_TIERS: Final[tuple[_Tier, ...]] = (_verbatim, _normalized, _with_gaps)


# -- the call -------------------------------------------------------------------------------------------


def expect_source_text(value: object, argument: str, hint: str = "") -> None:
    """Refuse an argument that is neither a text nor a `Text`.

    Raises:
        TypeError: It is something else.
    """
    if isinstance(value, bytes | bytearray):
        hint = hint or "decode it first: data.decode()"
    elif hasattr(value, "read_text"):
        hint = hint or "read it first: path.read_text()"
    expect(value, (str, Text), argument, "a text or a Text", hint)


def _hint_if_swapped(quote: object) -> str:
    return "the text comes first: locate(text, quote)" if isinstance(quote, Text) else ""


def _allowed(folds: object) -> frozenset[Fold]:
    if folds is ALL_FOLDS:
        return ALL_FOLDS
    wanted = "a collection of folds"
    if isinstance(folds, str):
        named = f"[Fold.{Fold(folds).name}]" if folds in [*Fold] else "[Fold.CASE]"
        raise wrong_argument("folds", folds, wanted, named)
    expect(folds, Collection, "folds", wanted, "[Fold.CASE], or leave it out for all")
    for each in cast("Collection[object]", folds):
        expect(each, str, "folds", f"{wanted} in which each is a Fold")
        if each not in [*Fold]:
            raise ValueError(f"the argument 'folds' holds {each!r}, which is no fold; there are {', '.join(Fold)}")
    return frozenset(map(Fold, cast("Collection[str]", folds)))


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

    Raises:
        TypeError: An argument is of another type.
        ValueError: There is no such fold.

    >>> locate("They would not go.", "They would go.").outcome.value
    'altered'
    """
    swapped = _hint_if_swapped(quote)
    expect_source_text(text, "text", swapped)
    expect_text(quote, "quote", swapped)
    if near is not None:
        expect_whole_number(near, "near")
    expect_text(prefix, "prefix")
    expect_text(suffix, "suffix")
    allowed = _allowed(folds)
    index = index_of(text)
    words = strip_marks(quote)
    if not has_words(words) or not any(not char.isspace() and char not in INVISIBLES for char in index.text):
        return Location(outcome=Outcome.UNCHECKED)
    hints = _Hints(near, prefix, suffix)
    for tier in _TIERS:
        location = tier(index, words, allowed, hints)
        if location is not None:
            return location
    near_miss = nearest(index, words, allowed)
    if near_miss is None:
        return Location(outcome=Outcome.MISSING)
    return Location(outcome=Outcome.ALTERED, spans=(near_miss[0],), diff=near_miss[1])
