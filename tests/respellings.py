"""Each fold's ways of writing the same words otherwise, as the definitions of grounding let them be written.

``RESPELLINGS`` has a function for each fold, by its name: it takes a source of chance and words as they stand in a text, and
gives them spelled in a way that this fold alone sees through; the same words where they hold nothing of its kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from random import Random
from typing import TypeAlias

LETTER = r"[^\W\d_¹²³]"

Respelling: TypeAlias = Callable[[Random, str], str]


def _some(rng: Random, pattern: str, respelled: Callable[[re.Match[str]], str], words: str) -> str:
    """Rewrite at least one place of a pattern, if there is one, and each other by chance."""
    places = list(re.finditer(pattern, words))
    if not places:
        return words
    sure = rng.randrange(len(places))
    result, done = "", 0
    for number, place in enumerate(places):
        result += words[done : place.start()]
        result += respelled(place) if number == sure or rng.randrange(2) else place[0]
        done = place.end()
    return result + words[done:]


def composition(rng: Random, words: str) -> str:
    """Decompose some letters."""
    return _some(rng, r"[^\x00-\u00a0]", lambda place: unicodedata.normalize("NFD", place[0]), words)


PAIRS = ["“”", '""', "«»", "„“", "‹›", ("``", "''"), ("''", "''"), "‘’"]


def quotation_marks(rng: Random, words: str) -> str:
    """Write the apostrophes in another way, and the quotation marks in another pair."""
    left, right = rng.choice(PAIRS)
    apostrophe = rng.choice("'’ʼ‘")
    changed = {"“": left, "”": right, "’": apostrophe}
    return re.sub(r"[“”]|(?<=[^\W\d_])’(?=[^\W\d_])", lambda place: changed[place[0]], words)


def dashes(rng: Random, words: str) -> str:
    """Write long dashes as other ones or as hyphens, hyphens and signs as their kin."""
    words = _some(rng, "—", lambda place: rng.choice(["–", "―", "‒", "--", "-", "−"]), words)
    words = _some(rng, rf"(?<={LETTER})-(?={LETTER})", lambda place: rng.choice("‑‐–"), words)
    return _some(rng, "−(?=[0-9])", lambda place: "-", words)


BLANKS = ["  ", "\n", "\u00a0", "\t", "\u2009", "\r\n", "\u3000", " \n ", "\u202f", "\n\n"]


def white_space(rng: Random, words: str) -> str:
    """Write spaces as other white space."""
    return _some(rng, " ", lambda place: rng.choice(BLANKS), words)


def spacing(rng: Random, words: str) -> str:
    """Put spaces beside marks, or take them away, where no digit is near."""

    def spaced(place: re.Match[str]) -> str:
        mark = place[0].strip()
        return rng.choice([f"{mark} ", f" {mark}", f" {mark} ", mark])

    words = _some(rng, rf"(?<={LETTER}) ?[,;:.?!—(“)”] ?(?={LETTER})", spaced, words)
    return _some(rng, "(?<=[0-9])%", lambda place: " %", words)


LINE_ENDS = ["-\n", "\u00ad\n", "-\r\n", "- \n", "-\n  ", "‐\n"]


def hyphenation(rng: Random, words: str) -> str:
    """Divide words at a line's end, and compounds behind their hyphen."""
    words = _some(
        rng, r"(?<!&)\b[a-z]{3,}?(?=[a-z]{3,}\b(?!['’ʼ‘&-]))", lambda place: place[0] + rng.choice(LINE_ENDS), words
    )
    return _some(rng, r"(?<=[a-z])-(?=[a-z])", lambda place: rng.choice(LINE_ENDS), words)


HIDDEN = "\u00ad\u200b\ufeff\u2060\u200e"


def invisibles(rng: Random, words: str) -> str:
    """Put what cannot be seen between letters."""
    return _some(rng, "(?<=[a-zA-Z])(?=[a-zA-Z])", lambda place: rng.choice(HIDDEN) if rng.randrange(2) else "", words)


WRAPPERS = [
    ("*", "*"),
    ("**", "**"),
    ("_", "_"),
    ("<b>", "</b>"),
    ("<em>", "</em>"),
    ('<a href="#n1">', "</a>"),
    ("<I>", "</I>"),
]
REFERENCES = {
    "’": ["&rsquo;", "&#8217;", "&#x2019;"],
    "“": ["&ldquo;", "&#8220;"],
    "”": ["&rdquo;", "&#x201D;"],
    "—": ["&mdash;"],
}
REFERENCES |= {
    "é": ["&eacute;", "&#233;"],
    "ó": ["&oacute;", "&#xF3;"],
    "ñ": ["&ntilde;"],
    "(": ["&#40;"],
    ",": ["&#44;"],
}


def markup(rng: Random, words: str) -> str:
    """Set words off, write characters as references, put a backslash before marks."""
    way = rng.randrange(3)
    if way == 0:
        respelled = _some(rng, "[’“”—éóñ(]|,(?![0-9])", lambda place: rng.choice(REFERENCES[place[0]]), words)
        if respelled != words:
            return respelled
    if way == 1:
        respelled = _some(rng, "[()“”]|,(?![0-9])", lambda place: "\\" + place[0], words)
        if respelled != words:
            return respelled

    def wrapped(place: re.Match[str]) -> str:
        left, right = rng.choice(WRAPPERS)
        return left + place[0] + right

    return _some(rng, rf"(?<= ){LETTER}{{3,}}(?= )", wrapped, words)


NOTES = ["[1]", "[12]", "[123]", "¹", "²", "[1][2]", "¹²"]


def notes(rng: Random, words: str) -> str:
    """Put the numbers of notes right behind words and marks."""
    return _some(rng, r"(?<=[a-z]{3})(?= |[,;] )|(?<=[a-z][,;])(?= )", lambda place: rng.choice(NOTES), words)


def punctuation(rng: Random, words: str) -> str:
    """Write a comma, semicolon, colon or full stop for another; put or take one where it may lack."""
    words = _some(rng, r"(?<=[a-z])[,;:](?= [^\W\d_])", lambda place: rng.choice(",;:."), words)
    words = _some(rng, r"(?<=[a-z]{3})[,;:.]?(?= (?:and|or) )", lambda place: rng.choice(["", ","]), words)
    words = _some(rng, "(?<=[a-z])”(?= [a-z])", lambda place: rng.choice([",”", "”,", "”"]), words)
    return _some(rng, r"(?<=[a-z]{3}) “(?=[a-z])", lambda place: rng.choice([", “", ": “", " “"]), words)


LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ", "oe": "œ"}


def compatibility(rng: Random, words: str) -> str:
    """Write ligatures for letters, or a word in wide letters."""
    words = _some(rng, "ffi|fi|fl|ff", lambda place: LIGATURES[place[0]], words)
    wide = {code: code + 0xFEE0 for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()}
    return _some(rng, "(?<= )[a-z]{4,}(?= )", lambda place: place[0].translate(wide), words)


def case(rng: Random, words: str) -> str:
    """Write all in capitals, all in small letters, or with a capital for each word, or some words in capitals."""
    ways: list[Callable[[str], str]] = [
        str.upper,
        str.lower,
        lambda words: re.sub(r"(?<!\S)[a-z]", lambda m: m[0].upper(), words),
    ]
    ways.append(lambda words: _some(rng, r"\b[a-z]{5,}\b", lambda place: place[0].upper(), words))
    return rng.choice(ways)(words)


def accents(rng: Random, words: str) -> str:
    """Leave out the marks of some letters."""

    def bare(place: re.Match[str]) -> str:
        letters = unicodedata.normalize("NFD", place[0])
        return "".join(letter for letter in letters if not unicodedata.combining(letter))

    return _some(rng, "[^\x00-\u00bf’“”—]", bare, words)


# In this order: what one puts in is not what another, later, takes for its own.
RESPELLINGS: dict[str, Respelling] = {
    "punctuation": punctuation,
    "case": case,
    "accents": accents,
    "compatibility": compatibility,
    "notes": notes,
    "spacing": spacing,
    "white-space": white_space,
    "dashes": dashes,
    "invisibles": invisibles,
    "markup": markup,
    "quotation-marks": quotation_marks,
    "hyphenation": hyphenation,
    "composition": composition,
}


def respelled(rng: Random, words: str, folds: Iterable[str]) -> str:
    """Spell words otherwise in each of the ways named."""
    named = set(folds)
    for fold, respelling in RESPELLINGS.items():
        if fold in named:
            words = respelling(rng, words)
    return words
