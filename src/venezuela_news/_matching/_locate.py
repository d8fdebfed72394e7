"""Locating a quotation in a text.

The first tier that has a place decides: verbatim; folded; folded with gaps, brackets or interruptions. A hint decides
between several places of that tier, and never makes a place of what is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final, TypeAlias, cast, final

import attrs

from venezuela_news._arguments import expect, expect_text, expect_whole_number, wrong_argument
from venezuela_news._matching._brackets import Cut, Fragment, Gap, split_at_gaps
from venezuela_news._matching._callouts import Callout, CalloutKind
from venezuela_news._matching._characters import has_words
from venezuela_news._matching._context import context_callouts, question_callouts
from venezuela_news._matching._ellipses import Chain, find_chains
from venezuela_news._matching._folding import ALL_FOLDS, Fold
from venezuela_news._matching._gaps import GapReading, read_gaps
from venezuela_news._matching._index import Index, Text, index_of
from venezuela_news._matching._letters import sense_may_hang
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._matching._nearest import nearest
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._places import Pair, Place, minimal_folds
from venezuela_news._matching._quotations import list_number, stripped_span
from venezuela_news._matching._words import words_of

__all__ = ["allowed_folds", "expect_source_text", "locate"]


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


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class _Query:
    """A stripped quotation, and what it is looked for with."""

    index: Index
    words: str
    marks: str
    """The marks that were stripped behind it."""
    folds: frozenset[Fold]
    hints: _Hints
    number: str = ""
    """A number of a list that was taken off it."""

    def follows_number(self, start: int) -> bool:
        """Tell whether a number was taken off the quotation, and the text has one at the place: no list's then."""
        return bool(self.number) and _NUMBER_BEFORE.search(self.index.text, max(0, start - 12), start) is not None

    def callouts(self, start: int, end: int) -> Iterator[Callout]:
        """Call out what stands beside the one place, and what was taken off the quotation."""
        if self.number:
            yield Callout(kind=CalloutKind.NUMBER, text=self.number, start=start, end=start)
        yield from context_callouts(self.index.text, start, end)
        yield from question_callouts(self.index.text, start, end, self.marks)


_NUMBER_BEFORE: Final = re.compile(r"\d[.)]\s*\Z")


def _accent_callouts(text: str, pairs: tuple[Pair, ...], start: int, end: int) -> Iterator[Callout]:
    for pair in pairs:
        if pair.sides:
            continue
        quoted, found = pair.quoted, pair.found
        if text.startswith(found, start) and not text[start + len(found) : end].lstrip()[:1].isupper():
            # The first word has a capital whatever it is; a name has another behind it, or is none for sure.
            quoted, found = quoted.lower(), found.lower()
        if sense_may_hang(quoted, found):
            yield Callout(kind=CalloutKind.ACCENT, text=pair.found, start=start, end=end)


def _verbatim(query: _Query) -> Location | None:
    spans = [span for span in query.index.verbatim(query.words) if not query.follows_number(span[0])]
    if not spans:
        return None
    chosen = query.hints.choose(query.index.text, spans)
    if chosen is None:
        return Location(outcome=Outcome.AMBIGUOUS, spans=tuple(spans))
    return Location(outcome=Outcome.FOUND, spans=(spans[chosen],), callouts=tuple(query.callouts(*spans[chosen])))


def _folded(query: _Query) -> Location | None:
    places = [place for place in query.index.places(query.words, query.folds) if not query.follows_number(place.start)]
    if not places:
        return None
    spans = [(place.start, place.end) for place in places]
    chosen = query.hints.choose(query.index.text, spans)
    if chosen is not None:
        places, spans = [places[chosen]], [spans[chosen]]
    callouts: list[Callout] = []
    if chosen is not None:
        callouts = [*query.callouts(*spans[0]), *_accent_callouts(query.index.text, places[0].pairs, *spans[0])]
    return Location(
        outcome=Outcome.AMBIGUOUS if chosen is None else Outcome.NORMALIZED,
        spans=tuple(spans),
        folds=minimal_folds(places, query.folds),
        callouts=tuple(callouts),
    )


def _cuts_of(query: _Query) -> Iterator[Cut]:
    """The ways to read a quotation's gaps: brackets that stand in the text are its words first."""
    seen: set[Cut | None] = {None}
    swaps = (False,) if Fold.CASE in query.folds else (True, False)
    for literal in (query.index.text, ""):
        for swap in swaps:
            cut = split_at_gaps(query.words, literal=literal, swap=swap)
            if cut not in seen:
                seen.add(cut)
                yield cast("Cut", cut)
    if len(seen) == 1:
        yield Cut((Fragment(query.words, 0, len(query.words)),), (), Gap(), Gap())


def _with_gaps(query: _Query) -> Location | None:
    index, folds = query.index, query.folds

    def find(part: str, loose: bool) -> list[Place]:
        places = {(place.start, place.end): place for place in index.places_across(part, folds, loose=loose)}
        if len(cut.fragments) > 1 or cut.changed:
            places |= {(place.start, place.end): place for place in index.places(part, folds, loose=loose)}
        return [places[span] for span in sorted(places)]

    for cut in _cuts_of(query):
        chains = [chain for chain in find_chains(index, cut, find, folds) if not query.follows_number(chain[0].start)]
        readings = [(chain, reading) for chain in chains if (reading := read_gaps(index, cut, chain)) is not None]
        if readings:
            return _chained(query, cut, readings)
    return None


def _chained(query: _Query, cut: Cut, readings: list[tuple[Chain, GapReading]]) -> Location:
    spans = [(chain[0].start, chain[-1].end) for chain, _ in readings]
    chosen = query.hints.choose(query.index.text, spans)
    if chosen is not None:
        spans, readings = [spans[chosen]], [readings[chosen]]
    folds = minimal_folds((place for chain, _ in readings for place in chain), query.folds)
    if chosen is None:
        return Location(outcome=Outcome.AMBIGUOUS, spans=tuple(spans), folds=folds, elided=cut.elided)
    chain, reading = readings[0]
    pairs = tuple(pair for place in chain for pair in place.pairs)
    callouts = [*query.callouts(*spans[0]), *_accent_callouts(query.index.text, pairs, *spans[0]), *reading.callouts]
    return Location(
        outcome=Outcome.NORMALIZED,
        spans=tuple(spans),
        folds=folds,
        elided=cut.elided,
        omitted=reading.omitted,
        replaced=reading.replaced,
        parts=reading.parts,
        callouts=tuple(callouts),
    )


_Tier: TypeAlias = Callable[[_Query], Location | None]
_TIERS: Final[tuple[_Tier, ...]] = (_verbatim, _folded, _with_gaps)


def _nearest(query: _Query) -> Location:
    near_miss = nearest(query.index, query.words, query.folds)
    if near_miss is None:
        return Location(outcome=Outcome.MISSING)
    span, edits = near_miss
    callouts: list[Callout] = []
    for edit in edits:
        words = edit.found or edit.quoted
        if edit.number:
            callouts.append(Callout(kind=CalloutKind.NUMBER, text=words, start=edit.start, end=edit.end))
        if edit.negation:
            callouts.append(Callout(kind=CalloutKind.NEGATION, text=words, start=edit.start, end=edit.end))
    return Location(outcome=Outcome.ALTERED, spans=(span,), diff=edits, callouts=tuple(callouts))


# -- the call -------------------------------------------------------------------------------------------


def expect_source_text(value: object, argument: str, hint: str = "") -> None:
    """Refuse an argument that is neither a text nor a `Text`.

    Raises:
        TypeError: It is something else.
    """
    if isinstance(value, (str, Text)):
        return
    if isinstance(value, bytes | bytearray):
        hint = hint or "decode it first: data.decode()"
    elif hasattr(value, "read_text"):
        hint = hint or "read it first: path.read_text()"
    raise wrong_argument(argument, value, "a text or a Text", hint)


def _hint_if_swapped(quote: object) -> str:
    return "the text comes first: locate(text, quote)" if isinstance(quote, Text) else ""


def allowed_folds(folds: object) -> frozenset[Fold]:
    """The folds of a collection of them.

    Raises:
        TypeError: It is no collection of folds.
        ValueError: There is no such fold.
    """
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

    The marks and wrappers around the quotation are no part of it. An ellipsis inside, in any form, stands for up to 60
    words left out, over one blank line at most; words in an editor's brackets for up to five of one sentence, or none.
    An interruption by the one who tells it is passed over. Every place begins and ends on the edge of a word and of a
    grapheme. Quotations of more than 500 words are never `altered`: what is not grounded of them is `missing`.

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
    allowed = allowed_folds(folds)
    index = index_of(text)
    start, end = stripped_span(quote)
    words = quote[start:end]
    if not has_words(words) or not index.has_text:
        return Location(outcome=Outcome.UNCHECKED)
    hints = _Hints(near, prefix, suffix)
    number = list_number(words)
    query = _Query(index=index, words=words, marks=quote[end:], folds=allowed, hints=hints)
    queries = [query, attrs.evolve(query, words=words[number:], number=words[:number].strip())] if number else [query]
    for each in queries:
        for tier in _TIERS:
            location = tier(each)
            if location is not None:
                return location
    return _nearest(query)
