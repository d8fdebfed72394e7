"""What a text says and a quotation of it does not: words changed, dropped, added, left out."""

from __future__ import annotations

import enum
import re
from typing import final

import attrs

from venezuela_news.grounding._boundaries import NUMBER_WORDS
from venezuela_news.grounding._folds import fold

__all__ = ["Edit", "EditKind", "Omission", "negations", "numbers"]

_NEGATIONS = frozenset(
    """
    not no nor never none nobody nothing nowhere neither without cannot dont wont cant hardly barely scarcely non ain
    ni nunca jamas nadie nada ningun ninguno ninguna ningunos ningunas tampoco sin apenas
    ne pas jamais rien aucun aucune sans nao nem nenhum nenhuma ninguem sem
    nicht kein keine keinen keiner keinem nie niemals nichts ohne non nessuno nessuna niente senza mai
    """.split()
)
_WORD = re.compile(r'\w+(?:["]\w+)*')
_NUMBER = re.compile(r"-?(?:(?<=[-\W])[.,])?\d+(?:[.,:/'\"·^-]\d+)*")


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in the text, in digits or words, folded, in order."""
    key = fold(text)
    found = [match.group() for match in _NUMBER.finditer(key)]
    found += [char for char in key if char.isnumeric() and not char.isdecimal()]
    return (*found, *(word for word in re.findall(r"[^\W\d_]+", key) if word in NUMBER_WORDS))


def negations(text: str) -> tuple[str, ...]:
    """The words in the text that deny, in English, Spanish and the languages near them, folded, in order."""
    return tuple(
        word
        for word in _WORD.findall(fold(text))
        if word in _NEGATIONS or word.endswith('n"t') or word.startswith('n"') or word[0] in "不没沒未非無无"
    )


@final
class EditKind(enum.StrEnum):
    """What was done to the words of the text."""

    CHANGED = "changed"
    """The quotation has other words than the text."""
    DROPPED = "dropped"
    """The text has words that the quotation lacks."""
    ADDED = "added"
    """The quotation has words that the text lacks."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Edit:
    """One difference between the text and a quotation altered from it.

    `start` and `end` are where the text differs: code points of the text as given, half-open, equal for what was added.

    >>> Edit(kind=EditKind.DROPPED, quoted="", found="not", start=8, end=11, number=False, negation=True)
    Edit(kind='dropped', quoted='', found='not', start=8, end=11, number=False, negation=True)
    """

    kind: EditKind = attrs.field(repr=lambda kind: repr(str(kind)))
    quoted: str
    """The words of the quotation."""
    found: str
    """The words of the text in their place."""
    start: int
    end: int
    number: bool
    """Whether the numbers in them differ."""
    negation: bool
    """Whether the negations in them differ."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Omission:
    """Words of the text that a gap in the quotation stands for.

    >>> Omission(text="did not", start=3, end=10, number=False, negation=True)
    Omission(text='did not', start=3, end=10, number=False, negation=True)
    """

    text: str
    start: int
    """Code points of the text as given, half-open, 0 is before the first."""
    end: int
    number: bool
    """Whether they hold a number."""
    negation: bool
    """Whether they hold a negation."""
