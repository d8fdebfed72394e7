"""Drawn passages of made-up news, and quotations cut out of them: what the laws of grounding are tried on.

No content word stands twice in a passage, so that a quotation of some words stands in it once. A passage makes no sense, but
has what news has: numbers, negations, compounds, marks, brackets, quotations inside sentences.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from random import Random
from typing import NamedTuple

LANGUAGES = ("en", "es")

CONTENT = {
    "en": (
        "bridge harbor council mayor market garden winter summer letter village ferry office first flower coffee effort "
        "traffic profit benefit river captain baker judge teacher student doctor engine signal budget treaty border forest "
        "island valley station window curtain lantern barrel copper silver timber orchard meadow shepherd carpenter "
        "blacksmith government parliament agreement settlement independence neighborhood celebration opened closed carried "
        "repaired promised answered gathered followed discovered remembered delivered café façade fiancé Nicolás Zoë"
    ).split(),
    "es": (
        "puente puerto alcalde mercado jardín invierno verano carta aldea barco oficina primero flor café esfuerzo tráfico "
        "beneficio río capitán panadero juez maestra alumno médico señal presupuesto tratado frontera bosque isla valle "
        "estación ventana cortina linterna barril cobre plata madera huerto pradera pastor carpintero herrero gobierno "
        "parlamento acuerdo independencia vecindario celebración abrió cerró llevó reparó prometió respondió reunió siguió "
        "descubrió recordó entregó pingüino niño mañana oficio fiesta Nicolás Ángela"
    ).split(),
}
SMALL = {"en": "the of in to with by for from".split(), "es": "el de en a con por para la".split()}
AND = {"en": ("and", "or"), "es": ("y", "o")}
COMPOUNDS = {
    "en": "oil-rich half-built well-known long-lost".split(),
    "es": "franco-belga medio-oriental norte-sur ex-jefe".split(),
}
CLITICS = {"en": "didn’t won’t Ana’s they’ll".split(), "es": "dijo vino iba fue".split()}
NEGATIONS = {"en": "not never no nobody without".split(), "es": "no nunca jamás nadie sin".split()}
NUMBERS = "48 3,000 3.5 $40 5 1,250,000 40% −7 2019 7:30 16th".split()
NUMBER_WORDS = {"en": "seven nine twelve twenty".split(), "es": "siete nueve doce veinte".split()}
ABSENT = {"en": "zebra quartz walnut trumpet glacier".split(), "es": "cebra cuarzo nogal trompeta glaciar".split()}
"""Words that no passage and no retelling has."""


class Cut(NamedTuple):
    """A quotation where it stands: what is before it, its words, and what is behind it."""

    before: str
    words: str
    behind: str

    @property
    def text(self) -> str:
        return self.before + self.words + self.behind

    @property
    def span(self) -> tuple[int, int]:
        return len(self.before), len(self.before) + len(self.words)


def passage(rng: Random, language: str, sentences: int = 2) -> str:
    """Draw sentences of which no content word is used twice."""
    words = rng.sample(CONTENT[language], len(CONTENT[language]))
    rare = rng.sample([*COMPOUNDS[language], *CLITICS[language], *NUMBER_WORDS[language], *NUMBERS], 12)
    rare += rng.sample(NEGATIONS[language], 2)
    rng.shuffle(rare)
    return " ".join(_sentence(rng, language, words, rare) for _ in range(sentences))


def _sentence(rng: Random, language: str, words: list[str], rare: list[str]) -> str:
    parts = [words.pop().capitalize()]
    for _ in range(rng.randrange(7, 13)):
        kind = rng.randrange(12)
        if kind < 3 and rare:
            parts.append(rare.pop())
            parts.append(words.pop())
        elif kind < 5:
            parts.append(f"{rng.choice(SMALL[language])} {words.pop()}")
        elif kind == 5:
            parts.append(f"“{words.pop()} {words.pop()}”")
        elif kind == 6:
            parts.append(f"({rng.choice(SMALL[language])} {words.pop()})")
        else:
            parts.append(words.pop())
    sentence = parts[0]
    for before, part in itertools.pairwise(parts):
        plain = before[-1].isalpha() and part[0].isalpha()
        sentence += _between(rng, language) if plain and not rng.randrange(3) else " "
        sentence += part
    return sentence + rng.choice(".....?!")


def _between(rng: Random, language: str) -> str:
    return rng.choice([", ", ", ", ", ", "; ", ": ", " — ", "—", f" {AND[language][0]} ", f", {AND[language][1]} "])


def cut(rng: Random, text: str, words: tuple[int, int] = (5, 12)) -> Cut:
    """Cut a quotation of some words out of a text, from letter to letter."""
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    firsts = [number for number in range(len(tokens) - words[1]) if _is_word(text[slice(*tokens[number])])] or [0]
    first = rng.choice(firsts)
    last = min(first + rng.randrange(words[0], words[1]), len(tokens)) - 1
    while last < len(tokens) - 1 and not _is_word(text[slice(*tokens[last])]):
        last += 1
    start, end = tokens[first][0], tokens[last][1]
    while not text[start].isalpha():
        start += 1
    while not text[end - 1].isalpha():
        end -= 1
    return Cut(text[:start], text[start:end], text[end:])


def _is_word(token: str) -> bool:
    """Whether a token is a plain word with marks about it: what a quotation may begin or end with."""
    return re.fullmatch(r"[“«(¿¡]*[^\W\d_]{2,}[”»).,;:?!]*", token) is not None


def skeleton(text: str) -> str:
    """Only the letters and digits, without case and accents: what no fold of marks and spaces changes."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in plain if character.isalnum())
