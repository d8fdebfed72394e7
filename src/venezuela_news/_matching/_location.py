"""The result of locating a quotation: its outcome, and where and how it stands in the text."""

from __future__ import annotations

import enum
from typing import assert_never, final

import attrs

from venezuela_news._arguments import tuple_of, value_of
from venezuela_news._matching._callouts import Callout, Replacement
from venezuela_news._matching._differences import Edit, Omission
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._normalized import Span

__all__ = ["DEFINITIONS", "Location", "Outcome"]

DEFINITIONS = "2"
"""The edition of the definitions by which quotations are located: rates of different editions are not to be compared."""


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
        omitted: The words of the text that the ellipses stand for, of the one place.
        replaced: What an editor's brackets stand for, of the one place.
        parts: The spans of its fragments, of the one place, if it has several: the words between are not the quotation's.
        diff: What was changed in an `altered` quotation, in the order of the text.
        callouts: What may turn the sense of the one place or of the nearest: numbers, negations, denials, conditions.

    >>> from venezuela_news.grounding import locate
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
    replaced: tuple[Replacement, ...] = attrs.field(default=(), validator=tuple_of(Replacement, "a Replacement"))
    parts: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of(tuple, "a pair of start and end"))
    diff: tuple[Edit, ...] = attrs.field(default=(), validator=tuple_of(Edit, "an Edit"))
    callouts: tuple[Callout, ...] = attrs.field(default=(), validator=tuple_of(Callout, "a Callout"))

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
