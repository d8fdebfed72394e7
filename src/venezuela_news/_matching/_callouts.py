"""What a reader must see of a place before they trust it: callouts, and what an editor's brackets stand for."""

from __future__ import annotations

import enum
from typing import Final, final

import attrs

from venezuela_news._arguments import value_of
from venezuela_news._problems import show

__all__ = ["Callout", "CalloutKind", "Replacement"]


@final
class CalloutKind(enum.StrEnum):
    """Reason why words are called out."""

    NUMBER = "number"
    """Numbers differ, are left out, or were taken off the quotation."""
    NEGATION = "negation"
    """A negation differs, is left out or passed over, or stands beside the place."""
    DENIAL = "denial"
    """A word such as "denied" is left out or stands before the place."""
    CONDITION = "condition"
    """A word such as "if" is left out or stands beside the place."""
    QUESTION = "question"
    """Only the text, or only the quotation, asks."""
    ACCENT = "accent"
    """The sense of a small word hangs on an accent that one of them lacks."""
    REPLACEMENT = "replacement"
    """An editor's brackets stand for other words than a pronoun or a name."""
    SENTENCE = "sentence"
    """A gap passes the end of a sentence beside a fragment of one or two words."""
    QUOTATION = "quotation"
    """A gap leads from one quotation into another."""


_A_TEXT: Final = value_of(str, "a text")
_AN_INDEX: Final = value_of(int, "a whole number")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Callout:
    """Something about a place that may turn what the quotation says.

    Args:
        kind: Reason why it is called out.
        text: The words that it is about.
        start: Where they start, in code points of the text as given; 0 is before the first.
        end: Where they end, half-open; ``start`` for words that the text does not have.
        context: Whether they stand outside of the place, beside it.

    >>> Callout(kind=CalloutKind.NEGATION, text="not", start=3, end=6)
    Callout(kind='negation', text="not", start=3, end=6, context=False)
    """

    kind: CalloutKind = attrs.field(repr=lambda kind: repr(str(kind)), validator=value_of(CalloutKind, "a CalloutKind"))
    text: str = attrs.field(repr=show, validator=_A_TEXT)
    start: int = attrs.field(validator=_AN_INDEX)
    end: int = attrs.field(validator=_AN_INDEX)
    context: bool = attrs.field(default=False, validator=value_of(bool, "True or False"))

    @property
    def number(self) -> bool:
        """True if it is about a number."""
        return self.kind is CalloutKind.NUMBER

    @property
    def negation(self) -> bool:
        """True if it is about a negation."""
        return self.kind is CalloutKind.NEGATION


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Replacement:
    """What an editor's brackets stand for.

    Args:
        quoted: The words in the brackets.
        found: The words of the text that they stand for; empty where they were put in.
        start: Where these start, in code points of the text as given; 0 is before the first.
        end: Where they end, half-open.

    >>> Replacement(quoted="the opposition", found="them", start=16, end=20)
    Replacement(quoted="the opposition", found="them", start=16, end=20)
    """

    quoted: str = attrs.field(repr=show, validator=_A_TEXT)
    found: str = attrs.field(repr=show, validator=_A_TEXT)
    start: int = attrs.field(validator=_AN_INDEX)
    end: int = attrs.field(validator=_AN_INDEX)
