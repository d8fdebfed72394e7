"""Differences between a text and a quotation of it: words changed, dropped, added, left out."""

from __future__ import annotations

import enum
import re
import unicodedata
from typing import Final, final

import attrs

from venezuela_news._arguments import value_of
from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._characters import has_words, in_order
from venezuela_news._matching._folding import normalize
from venezuela_news._matching._markup import plain_words
from venezuela_news._matching._words import pieces_of, words_of
from venezuela_news._problems import show

__all__ = [
    "Edit",
    "EditKind",
    "Omission",
    "conditions_in",
    "denials_in",
    "edit_between",
    "negations_in",
    "numbers_in",
    "omission_between",
    "trimmed",
    "turns_in",
]

_NEGATORS: Final = lexicon.every(lexicon.NEGATORS)


def _either(words: lexicon.WordList) -> str:
    return "|".join(sorted(lexicon.every(words), key=lambda word: (-len(word), word)))


# A Burmese consonant that bears a vowel is another syllable.
_NEGATING_PART: Final = re.compile(
    rf"(?:{_either(lexicon.NEGATING_COMPOUNDS)})|({_either(lexicon.NEGATING_PARTS)})(?![\u102b-\u103e])"
)
_NUMBER_WORDS: Final = lexicon.every(lexicon.NUMBER_WORDS)
_NUMBER: Final = re.compile(r"-?(?:(?<=[-\W])[.,])?\d+(?:[.,:/'\"·^-]\d+)*")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


_KNOWN: Final = _NEGATORS.union(
    _NUMBER_WORDS,
    *map(lexicon.every, (lexicon.DENIALS, lexicon.CONDITIONS, lexicon.NEGATING_PREFIXES, lexicon.BOUND_PREFIXES)),
)


def _as_read(text: str) -> str:
    return plain_words(text, _KNOWN) if _HAS_MARKUP.search(text) else text


_HAS_MARKUP: Final = re.compile(r"[<&*_\n\r]")


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers in the text, in digits or words, normalized: first those in digits, then those in words."""
    text = _as_read(text)
    key = normalize(text)
    found = [match.group() for match in _NUMBER.finditer(key)]
    found += [char for char in key if char.isnumeric() and not char.isdecimal()]
    return (*found, *(letters for letters in _LETTERS.findall(key) if letters in _NUMBER_WORDS))


def negations_in(text: str) -> tuple[str, ...]:
    """The words in the text that deny, or have a piece that does, normalized, in order.

    >>> negations_in("They don’t say no-one is non-violent")
    ('don"t', 'no-one', 'non-violent')
    """
    # An apostrophe between letters is a double mark in a key.
    text = _as_read(text)
    if text.isascii():
        # Most have none, which is seen without parting them into words.
        key = normalize(text)
        if 'n"' not in key and _NEGATORS.isdisjoint(pieces_of(key)):
            return ()
    found = [
        word
        for word in words_of(text)
        if not _NEGATORS.isdisjoint(pieces_of(word)) or word.endswith('n"t') or word.startswith('n"')
    ]
    if not text.isascii():
        found += [match[1] for match in _NEGATING_PART.finditer(normalize(text)) if match[1]]
    return tuple(found)


def _watched(words: lexicon.WordList) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_either(words)})(?![^\W\d_])")


_DENIAL: Final = _watched(lexicon.DENIALS)
_CONDITION: Final = _watched({tag: words for tag, words in lexicon.CONDITIONS.items() if tag not in {"zh", "ja"}})
_SPACELESS_CONDITION: Final = re.compile(
    _either({tag: words for tag, words in lexicon.CONDITIONS.items() if tag in {"zh", "ja"}})
)
_YES: Final = re.compile(r"(?<!\w)sí(?!\w)", re.IGNORECASE)
_TURNED: Final = re.compile(
    rf"\b(?:(?:{_either(lexicon.BOUND_PREFIXES)})-\w+|(?!unless|bless)\w{{2,}}(?:{_either(lexicon.NEGATING_ENDINGS)}))\b"
)


def denials_in(text: str) -> tuple[str, ...]:
    """The words in the text that say of what follows that it is not so, normalized."""
    return tuple(_DENIAL.findall(normalize(_as_read(text))))


def conditions_in(text: str) -> tuple[str, ...]:
    """The words in the text that make something hang on something else, normalized; "sí" is no "si"."""
    text = _as_read(text)
    key = normalize(_YES.sub(" ", unicodedata.normalize("NFC", in_order(text))))
    return (*_CONDITION.findall(key), *(_SPACELESS_CONDITION.findall(key) if not text.isascii() else ()))


def turns_in(text: str) -> tuple[str, ...]:
    """What in the text turns a word around: negations, and words such as "harmless" and "ex-president"."""
    return (*negations_in(text), *_TURNED.findall(normalize(_as_read(text))))


@final
class EditKind(enum.StrEnum):
    """Kind of change that was made to the words of the text."""

    CHANGED = "changed"
    """The quotation has other words than the text."""
    DROPPED = "dropped"
    """The text has words that the quotation lacks."""
    ADDED = "added"
    """The quotation has words that the text lacks."""


_A_TEXT: Final = value_of(str, "a text")
_AN_INDEX: Final = value_of(int, "a whole number")
_A_FLAG: Final = value_of(bool, "True or False")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Edit:
    """One difference between the text and a quotation altered from it.

    Args:
        kind: Kind of change that was made to the words of the text.
        quoted: The words of the quotation.
        found: The words of the text in their place.
        start: Where the text differs, in code points of the text as given; 0 is before the first.
        end: Where that ends, half-open; ``start`` for words that were added.
        number: Whether the numbers in them differ.
        negation: Whether the negations in them differ.

    >>> Edit(kind=EditKind.DROPPED, quoted="", found="not", start=8, end=11, number=False, negation=True)
    Edit(kind='dropped', quoted="", found="not", start=8, end=11, number=False, negation=True)
    """

    kind: EditKind = attrs.field(repr=lambda kind: repr(str(kind)), validator=value_of(EditKind, "an EditKind"))
    quoted: str = attrs.field(repr=show, validator=_A_TEXT)
    found: str = attrs.field(repr=show, validator=_A_TEXT)
    start: int = attrs.field(validator=_AN_INDEX)
    end: int = attrs.field(validator=_AN_INDEX)
    number: bool = attrs.field(validator=_A_FLAG)
    negation: bool = attrs.field(validator=_A_FLAG)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Omission:
    """Words of the text that a gap in the quotation stands for.

    Args:
        text: The words.
        start: Where they start, in code points of the text as given; 0 is before the first.
        end: Where they end, half-open.
        number: Whether they hold a number.
        negation: Whether they hold a negation.

    >>> Omission(text="did not", start=3, end=10, number=False, negation=True)
    Omission(text="did not", start=3, end=10, number=False, negation=True)
    """

    text: str = attrs.field(repr=show, validator=_A_TEXT)
    start: int = attrs.field(validator=_AN_INDEX)
    end: int = attrs.field(validator=_AN_INDEX)
    number: bool = attrs.field(validator=_A_FLAG)
    negation: bool = attrs.field(validator=_A_FLAG)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span of a text without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def edit_between(quoted: str, text: str, start: int, end: int, *, touches_digits: bool = False) -> Edit:
    """The edit that turned a span of the text into what is quoted.

    Args:
        quoted: The words of the quotation.
        text: The text.
        start: Where the span starts.
        end: Where it ends.
        touches_digits: Whether a digit stands beside it: then the mark that differs is part of a number.
    """
    start, end = trimmed(text, start, end)
    found, quoted = text[start:end], quoted.strip()
    kind = EditKind.CHANGED if found and quoted else EditKind.DROPPED if found else EditKind.ADDED
    return Edit(
        kind=kind,
        quoted=quoted,
        found=found,
        start=start,
        end=end,
        number=touches_digits or numbers_in(quoted) != numbers_in(found),
        negation=negations_in(quoted) != negations_in(found),
    )


def omission_between(text: str, start: int, end: int) -> Omission | None:
    """The words between two fragments; None where there are none."""
    start, end = trimmed(text, start, end)
    words = text[start:end]
    if not has_words(words):
        return None
    return Omission(
        text=words, start=start, end=end, number=bool(numbers_in(words)), negation=bool(negations_in(words))
    )
