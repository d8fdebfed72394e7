"""Ways of changing a quotation so that it is no longer what the text says: none may be grounded without a callout.

Each takes a source of chance, the quotation's words and their language, and gives the quotation as somebody falsified it; ``None``
where it holds nothing to be changed in that way. Quotations are taken to have five words or more, of which none but small ones
stands twice in its text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from passages import ABSENT, NEGATIONS, NUMBER_WORDS

Tampering: TypeAlias = Callable[[Random, str, str], str | None]

LETTER = r"[^\W\d_]"
AND = {"and", "or", "y", "e", "o", "u"}
ABBREVIATIONS = {"mr", "mrs", "ms", "dr", "sr", "sra", "st", "gen", "sen", "rep", "gov"}


def _tokens(words: str) -> list[str]:
    return words.split(" ")


def _replaced(rng: Random, pattern: str, words: str, by: Callable[[re.Match[str]], str]) -> str | None:
    """Rewrite one place of a pattern."""
    places = list(re.finditer(pattern, words))
    if not places:
        return None
    place = rng.choice(places)
    return words[: place.start()] + by(place) + words[place.end() :]


def _inner(rng: Random, tokens: list[str], fits: Callable[[str], bool]) -> int | None:
    """A token that fits, neither the first nor the last."""
    numbers = [number for number in range(1, len(tokens) - 1) if fits(tokens[number])]
    return rng.choice(numbers) if numbers else None


def _put(rng: Random, words: str, token: str, *, ends: bool = True) -> str:
    """Put a token before, behind or between the others."""
    tokens = _tokens(words)
    tokens.insert(rng.randrange(1 - ends, len(tokens) + ends), token)
    return " ".join(tokens)


def _is_plain(token: str) -> bool:
    return token.isalpha() and len(token) > 1


# -- words ---------------------------------------------------------------------------------------------


def word_added(rng: Random, words: str, language: str) -> str:
    return _put(rng, words, rng.choice(ABSENT[language]))


def word_dropped(rng: Random, words: str, language: str) -> str | None:
    """Drop an inner word with the marks at it, but none at a quotation mark: there it may be all of an interruption."""
    tokens = _tokens(words)
    number = _inner(rng, tokens, lambda token: any(map(str.isalnum, token)) and not set(token) & set('“”«»"—'))
    return None if number is None else " ".join(tokens[:number] + tokens[number + 1 :])


def word_changed(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<!\S){LETTER}{{2,}}", words, lambda place: rng.choice(ABSENT[language]))


def word_doubled(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<!\S){LETTER}{{2,}}(?!\S)", words, lambda place: f"{place[0]} {place[0]}")


def word_moved(rng: Random, words: str, language: str) -> str | None:
    tokens = _tokens(words)
    number = _inner(rng, tokens, _is_plain)
    if number is None:
        return None
    token = tokens.pop(number)
    places = [place for place in range(len(tokens) + 1) if place != number]
    tokens.insert(rng.choice(places), token)
    moved = " ".join(tokens)
    return None if moved.casefold() == words.casefold() else moved


def words_joined(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER}) (?={LETTER})", words, lambda place: "")


def word_divided(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER}{{3}})(?={LETTER}{{3}})", words, lambda place: " ")


def letter_changed(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "[bdgmp]", words, lambda place: "z")


def letter_dropped(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "(?<=[a-z])[bdgmpr](?=[a-z])", words, lambda place: "")


def mark_of_letter_changed(rng: Random, words: str, language: str) -> str | None:
    """Write another accent for one."""

    def other(place: re.Match[str]) -> str:
        letter = unicodedata.normalize("NFD", place[0])
        return unicodedata.normalize("NFC", letter[0] + ("\u0302" if letter[1] != "\u0302" else "\u0308"))

    return _replaced(rng, "[áéíóúüñçë]", words, other)


# -- negations -----------------------------------------------------------------------------------------


def negation_added(rng: Random, words: str, language: str) -> str:
    return _put(rng, words, rng.choice(NEGATIONS[language]), ends=False)


def negation_dropped(rng: Random, words: str, language: str) -> str | None:
    tokens = _tokens(words)
    number = _inner(rng, tokens, lambda token: token in NEGATIONS[language])
    return None if number is None else " ".join(tokens[:number] + tokens[number + 1 :])


def negation_moved(rng: Random, words: str, language: str) -> str | None:
    tokens = _tokens(words)
    number = _inner(rng, tokens, lambda token: token in NEGATIONS[language])
    if number is None:
        return None
    negation = tokens.pop(number)
    tokens.insert(rng.choice([place for place in range(len(tokens) + 1) if place != number]), negation)
    return " ".join(tokens)


def contraction_cut(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "n[’']t(?= )", words, lambda place: "")


def contraction_put(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, r"(?<=[a-z]{3})(?= )", words, lambda place: "n’t") if language == "en" else None


def prefix_put(rng: Random, words: str, language: str) -> str | None:
    prefixes = rng.choice(["un", "non-", "in", "anti-", "ex-", "no-", "non‑"])
    return _replaced(rng, rf"(?<!\S)(?={LETTER}{{4}})", words, lambda place: prefixes)


def prefix_dropped(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<= ){LETTER}+-(?={LETTER})", words, lambda place: "")


def ending_put(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER}{{4}})(?!\S)", words, lambda place: rng.choice(["less", "ed", "’s", "-free"]))


# -- numbers -------------------------------------------------------------------------------------------


def number_changed(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "[0-9]", words, lambda place: str((int(place[0]) + rng.randrange(1, 10)) % 10))


def digit_put(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "(?<=[0-9])|(?=[0-9])", words, lambda place: rng.choice("12389"))


def digit_dropped(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "(?<=[0-9])[0-9]|[0-9](?=[0-9])", words, lambda place: "")


def mark_in_number_changed(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "(?<=[0-9])[.,:](?=[0-9])", words, lambda place: rng.choice([mark for mark in ["", " ", ", ", ",", ".", "-", ":", "/", "_", "**", "\u200b", "[1]"] if mark != place[0]]))  # fmt: skip


def mark_in_number_put(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "(?<=[0-9])(?=[0-9])", words, lambda place: rng.choice([",", ".", " ", "-", "/", ":", "_", "\u00ad", "\u200b", "-\n"]))  # fmt: skip


def sign_put(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, r"(?<= )(?=[0-9])", words, lambda place: rng.choice(["-", "−", ".", "$", "€", "+", "<", "~"]))


def sign_dropped(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, r"(?<= )[$−-](?=[0-9])|(?<=[0-9])%", words, lambda place: "")


def number_word_changed(rng: Random, words: str, language: str) -> str | None:
    number = rng.choice(["six", "ninety", "million"] if language == "en" else ["seis", "noventa", "mil"])
    return _replaced(rng, rf"\b(?:{'|'.join(NUMBER_WORDS[language])})\b", words, lambda place: number)


def number_put(rng: Random, words: str, language: str) -> str:
    numbers = ["9", "1,000", "0.5", *(("six", "dozens") if language == "en" else ("seis", "mil"))]
    return _put(rng, words, rng.choice(numbers), ends=False)


# -- marks ---------------------------------------------------------------------------------------------


def mark_put(rng: Random, words: str, language: str) -> str | None:
    """Put a mark between two plain words, where none may lack."""
    tokens = _tokens(words)
    places = [
        number
        for number, (one, other) in enumerate(itertools.pairwise(tokens))
        if one.isalpha() and other.isalpha() and other.lower() not in AND and one.lower() not in ABBREVIATIONS
    ]
    if not places:
        return None
    tokens[rng.choice(places)] += rng.choice([",", ";", ":", ".", "?", "!", " —", " /"])
    return " ".join(tokens)


def mark_dropped(rng: Random, words: str, language: str) -> str | None:
    """Take a mark between two plain words away, where none may lack."""
    following = "|".join(AND)
    before = rf"(?<=\b{LETTER}{{4}})" if "." in words else f"(?<={LETTER})"
    return _replaced(rng, rf"{before}(?:[,;:.?!]| —)(?= (?!(?:{following})\b){LETTER})", words, lambda place: "")


def strong_mark_changed(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER})[?!](?= {LETTER})", words, lambda place: rng.choice([mark for mark in ".,?!" if mark != place[0]]))  # fmt: skip


def mark_strengthened(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER})[.,;:](?= {LETTER})", words, lambda place: rng.choice("?!"))


def hyphen_changed(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER})-(?={LETTER})", words, lambda place: rng.choice(["", " "]))


def hyphen_put(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, rf"(?<={LETTER}) (?={LETTER})", words, lambda place: "-")


def quotation_marks_put(rng: Random, words: str, language: str) -> str | None:
    left, right = rng.choice(["“”", '""', "«»", "‘’"])
    return _replaced(rng, rf"(?<= ){LETTER}{{2,}}(?= )", words, lambda place: left + place[0] + right)


def quotation_marks_dropped(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, "(?<= )“([^“”]*)”(?= )", words, lambda place: place[1])


def apostrophe_dropped(rng: Random, words: str, language: str) -> str | None:
    return _replaced(rng, f"(?<={LETTER})’(?={LETTER})", words, lambda place: "")


# -- brackets ------------------------------------------------------------------------------------------


def bracket_with_negation(rng: Random, words: str, language: str) -> str:
    left, right = rng.choice(["[]", "[]", "()"])
    return _put(rng, words, left + rng.choice(NEGATIONS[language]) + right)


def bracket_with_number(rng: Random, words: str, language: str) -> str:
    return _put(rng, words, rng.choice(["[9]", "[999]", "[1,000]", *(("[six]", "[six more]") if language == "en" else ("[seis]", "[seis más]"))]))  # fmt: skip


def bracket_hiding_negation(rng: Random, words: str, language: str) -> str | None:
    tokens = _tokens(words)
    number = _inner(rng, tokens, lambda token: token in NEGATIONS[language])
    if number is None:
        return None
    first = rng.randrange(max(1, number - 1), number + 1)
    tokens[first : number + 1] = ["[they]" if language == "en" else "[ellos]"]
    return " ".join(tokens)


def bracket_hiding_number(rng: Random, words: str, language: str) -> str | None:
    some = "[some]" if language == "en" else "[unos]"
    return _replaced(
        rng, rf"(?<= )(?:[0-9][0-9,.]*|{'|'.join(NUMBER_WORDS[language])})(?= )", words, lambda place: some
    )


PRONOUNS = (
    "himself|herself|itself|themselves|these|those|their|theirs|which|whose|ellos|ellas|estos|estas|quien|quienes"
)


def bracket_for_content(rng: Random, words: str, language: str) -> str | None:
    """Put another word in brackets for one that is no pronoun: grounded perhaps, and then called out."""
    pattern = rf"(?<= )(?!(?:{PRONOUNS}) )[a-z]{{5,}}(?= )"
    return _replaced(rng, pattern, words, lambda place: f"[{rng.choice(ABSENT[language])}]")


def letters_in_brackets(rng: Random, words: str, language: str) -> str | None:
    way = rng.randrange(4)
    if way == 0:
        return _replaced(rng, r"(?<!\S)[a-y](?=[a-z]{3})", words, lambda place: "[z]")
    if way == 1:
        return _replaced(
            rng, r"(?<!\S)(?=[a-z]{4})", words, lambda place: rng.choice(["[un]", "[in]", "[non-]", "[n]"])
        )
    if way == 2:
        return _replaced(
            rng, r"(?<=[a-z]{3})(?!\S)", words, lambda place: rng.choice(["[less]", "[n’t]", "[not]", "[ingly]"])
        )
    return _replaced(
        rng, r"(?<= )[a-z]{4,}(?= )", words, lambda place: f"{place[0][:1]}[{rng.choice(ABSENT[language])[1:]}]"
    )


# -- gaps ----------------------------------------------------------------------------------------------


def gap_over_negation(rng: Random, words: str, language: str) -> str | None:
    """Leave a negation out behind an ellipsis: grounded, and called out."""
    tokens = _tokens(words)
    number = _inner(rng, tokens, lambda token: token in NEGATIONS[language])
    if number is None:
        return None
    tokens[number] = rng.choice(["...", "…", "[...]", "(…)", ". . ."])
    return " ".join(tokens)


def gap_over_number(rng: Random, words: str, language: str) -> str | None:
    gap = rng.choice(["...", "…", "[…]", "[snip]", "/.../", "<...>"])
    return _replaced(rng, rf"(?<= )[$−]?[0-9][0-9,.:%]*(?:th)?(?= )|(?<= )(?:{'|'.join(NUMBER_WORDS[language])})(?= )", words, lambda place: gap)  # fmt: skip


def gap_and_order(rng: Random, words: str, language: str) -> str | None:
    """Put the end before the beginning, with an ellipsis between; both are long enough to stand once."""
    tokens = _tokens(words)
    large = [number for number, token in enumerate(tokens) if len(re.findall(LETTER, token)) > 4]
    first, last = (max(4, large[0] + 1), min(len(tokens) - 4, large[-1])) if large else (1, 0)
    if first > last:
        return None
    middle = rng.randrange(first, last + 1)
    return f"{' '.join(tokens[middle:])} … {' '.join(tokens[:middle])}"


def gap_and_word(rng: Random, words: str, language: str) -> str | None:
    """Change a word beside an ellipsis."""
    tokens = _tokens(words)
    if len(tokens) < 6:
        return None
    middle = rng.randrange(2, len(tokens) - 3)
    tokens[middle] = "…"
    tokens[rng.choice([middle - 1, middle + 1])] = rng.choice(ABSENT[language])
    return " ".join(tokens)


TAMPERINGS: dict[str, Tampering] = {
    name.replace("_", "-"): function
    for name, function in list(globals().items())
    if callable(function) and getattr(function, "__module__", "") == __name__ and not name.startswith("_")
}

# What a fold lets be written otherwise might undo what was changed.
UNDONE_BY: dict[str, set[str]] = {
    "mark-of-letter-changed": {"accents"},
    "hyphen-changed": {"hyphenation"},
    "hyphen-put": {"hyphenation"},
    "words-joined": {"hyphenation"},
    "word-divided": {"hyphenation"},
    "bracket-for-content": {"case"},
}


def tampered(rng: Random, words: str, language: str) -> tuple[str, str]:
    """Tamper with a quotation in one way that it has something for: the way's name, and the quotation as it is then."""
    for name in rng.sample(list(TAMPERINGS), len(TAMPERINGS)):
        quote = TAMPERINGS[name](rng, words, language)
        if quote is not None:
            return name, quote
    raise AssertionError(words)
