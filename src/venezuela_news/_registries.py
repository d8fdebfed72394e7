"""Registries that change without us: licenses, language subtags, and what people write in their place.

1. The lists ship as ``_registries.json``, which ``make registries`` renews. They are read when first
   asked for: by ``check``, and for the hint of a constructor's error; never to build a legal record.
2. Well-formed is what a grammar says, known is what a list says: the one is certain for all time,
   the other as good as the list.
3. What :func:`meant` proposes is well formed and known itself, or it proposes nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = [
    "LANGUAGE_PATTERN",
    "LICENSE_PATTERN",
    "MAX_LICENSE",
    "Registry",
    "folded",
    "is_license_expression",
    "license_key",
    "meant",
    "sources",
    "unknown_parts",
]

Registry: TypeAlias = Literal["country", "language", "license"]
"""What there is a list of."""

_LONGEST_GUESSED = 100
"""Of a longer text, nobody guesses what was meant, so that a hint costs little."""


# -- the lists ------------------------------------------------------------------------------------


@cache
def _data() -> Mapping[str, Any]:
    from importlib import resources

    found: dict[str, Any] = json.loads((resources.files("venezuela_news") / "_registries.json").read_bytes())
    return found


def sources() -> Mapping[str, str]:
    """Tell of which registry and version each list is."""
    found: Mapping[str, str] = _data()["sources"]
    return found


def _words(name: str) -> Iterator[str]:
    for line in _data()[name]:
        yield from line.split()


@cache
def _table(name: str) -> Mapping[str, str]:
    """The mistakes of one kind, each with what is meant."""
    return dict(word.split("=") for word in _words(name))


def folded(text: str) -> str:
    """Reduce a name to its letters and digits, without marks and case.

    >>> folded("Côte d’Ivoire")
    'cotedivoire'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


# -- languages ------------------------------------------------------------------------------------


def _in_any_case(words: str) -> str:
    """A pattern of words in capital and small letters alike, without a flag, which JSON Schema has not."""
    return "|".join("".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in word) for word in words.split())


# The grammar of RFC 5646, section 2.1. Its irregular tags were registered before the grammar was made.
_LANGUAGE_TAG = (
    "(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})"
    "(?:-[A-Za-z]{4})?"
    "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    "(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
)
_PRIVATE_TAG = "[Xx](?:-[A-Za-z0-9]{1,8})+"
_IRREGULAR_TAG = (
    f"[Ii]-(?:{_in_any_case('ami bnn default enochian hak klingon lux mingo navajo pwn tao tay tsu')})"
    f"|{_in_any_case('en-gb-oed')}|[Ss][Gg][Nn]-(?:{_in_any_case('be-fr be-nl ch-de')})"
)
LANGUAGE_PATTERN = f"{_LANGUAGE_TAG}|{_PRIVATE_TAG}|(?:{_IRREGULAR_TAG})"
"""Well-formed BCP 47 tags, in what Python, ECMA-262 and RE2 have in common, without anchors."""

_EXTENSIONS = frozenset("tu")
"""The singletons of IANA's registry of extensions (RFC 6497, RFC 6067)."""


@final
@attrs.frozen
class _Subtags:
    """The subtags of one kind, in small letters: the single ones, and the first and last of ranges for private use."""

    single: frozenset[str]
    ranges: tuple[tuple[str, str], ...]

    def __contains__(self, subtag: str) -> bool:
        return subtag in self.single or any(
            low <= subtag <= high and len(subtag) == len(low) for low, high in self.ranges
        )


@cache
def _subtags(name: str) -> _Subtags:
    words = [word.lower() for word in _words(name)]
    ranges = tuple((low, high) for low, dots, high in (word.partition("..") for word in words) if dots)
    return _Subtags(frozenset(word for word in words if ".." not in word), ranges)


def _kind(index: int, subtag: str, in_extlangs: bool) -> str:
    """Tell by its place and shape which list a subtag of a well-formed tag must be in."""
    if index == 0:
        return "languages"
    if len(subtag) == 3 and subtag.isalpha() and in_extlangs:
        return "extlangs"
    if len(subtag) == 4 and subtag.isalpha():
        return "scripts"
    return "regions" if len(subtag) == 2 or (len(subtag) == 3 and subtag.isdigit()) else "variants"


_NAMES = {
    "languages": "language",
    "extlangs": "extended language",
    "scripts": "script",
    "regions": "region",
    "variants": "variant",
}


def _language_parts(tag: str) -> Iterator[tuple[str, str]]:
    """Yield the subtags of a well-formed tag up to its extensions and private use, each with the list that it must be in."""
    in_extlangs = True
    for index, subtag in enumerate(tag.split("-")):
        # What follows a single character is an extension's, or private.
        if len(subtag) == 1:
            return
        kind = _kind(index, subtag, in_extlangs)
        in_extlangs = in_extlangs and kind in ("languages", "extlangs")
        yield kind, subtag


def _unknown_in_language(tag: str) -> Iterator[str]:
    """Tell what makes a well-formed tag no valid one (RFC 5646, section 2.2.9)."""
    small = tag.lower()
    if small in _subtags("grandfathered"):
        return
    parts = list(_language_parts(tag))
    for kind, subtag in parts:
        if subtag.lower() not in _subtags(kind):
            yield f"the {_NAMES[kind]} '{subtag}'"
    if sum(kind == "extlangs" for kind, _ in parts) > 1:
        yield "a second extended language"
    variants = [subtag.lower() for kind, subtag in parts if kind == "variants"]
    yield from (f"the variant '{variant}' said twice" for variant in _repeated(variants))
    rest = small.partition("-x-")[0].split("-") if not small.startswith("x-") else []
    extensions = [subtag for subtag in rest if len(subtag) == 1]
    yield from (f"the extension '{one}'" for one in extensions if one not in _EXTENSIONS)
    yield from (f"the extension '{one}' said twice" for one in _repeated(extensions))


def _repeated(words: list[str]) -> list[str]:
    return sorted({word for word in words if words.count(word) > 1})


def _meant_language(text: str) -> str | None:
    """Guess a language tag: from a name, a code of three letters, a locale of an operating system, a country's other code."""
    tag = re.split("[.@]", text.strip())[0].strip().replace("_", "-")
    for whole in (_table("tag_mistakes").get(tag.lower()), _table("language_mistakes").get(folded(text))):
        if whole is not None:
            return whole
    if not _language_pattern().fullmatch(tag):
        return None
    written = tag.split("-")
    for index, (kind, subtag) in enumerate(_language_parts(tag.lower())):
        mistakes = _table("language_mistakes" if kind == "languages" else "region_mistakes")
        if subtag not in _subtags(kind):
            written[index] = mistakes.get(subtag, subtag)
    return "-".join(written)


@cache
def _language_pattern() -> re.Pattern[str]:
    return re.compile(LANGUAGE_PATTERN)


# -- licenses -------------------------------------------------------------------------------------

MAX_LICENSE = 500
"""The greatest length of a license expression, in characters."""

_LICENSE_ID = "[A-Za-z0-9][A-Za-z0-9.-]*"
_LICENSE = (
    f"(?:{_LICENSE_ID}\\+?|DocumentRef-[A-Za-z0-9.-]+:LicenseRef-[A-Za-z0-9.-]+)"  # told apart by the colon
    f"(?: +WITH +{_LICENSE_ID})?"
)
_BRACKETED = f"(?:\\( *)*{_LICENSE}(?: *\\))*"
LICENSE_PATTERN = f"{_BRACKETED}(?: +(?:AND|OR) +{_BRACKETED})*"
"""SPDX license expressions (SPDX 2.3, annex D), and those whose brackets don't match, or where an operator stands for an id."""

_OPERATORS = frozenset({"AND", "OR", "WITH"})


@cache
def _license_pattern() -> re.Pattern[str]:
    return re.compile(LICENSE_PATTERN)


def _license_words(text: str) -> list[str]:
    return text.replace("(", " ( ").replace(")", " ) ").split()


def is_license_expression(text: str) -> bool:
    """Tell whether a text is a well-formed SPDX license expression, of ids that may be in no list.

    The pattern sees to the order of ids and operators. What no pattern can say is looked at here.

    >>> is_license_expression("MIT OR (Apache-2.0 AND CC0-1.0)"), is_license_expression("MIT OR (CC0-1.0")
    (True, False)
    """
    if len(text) > MAX_LICENSE or not _license_pattern().fullmatch(text):
        return False
    depth = 0
    wants_id = True
    for word in _license_words(text):
        if word in ("(", ")"):
            depth += 1 if word == "(" else -1
            if depth < 0:
                return False
        elif (
            (word in _OPERATORS) is wants_id
            or word == "LicenseRef-"
            or (word.startswith("LicenseRef-") and word.endswith("+"))
        ):
            return False
        else:
            wants_id = not wants_id
    return depth == 0


def _is_reference(word: str) -> bool:
    return word.startswith("LicenseRef-") or ":LicenseRef-" in word


@cache
def _ids(name: str) -> frozenset[str]:
    return frozenset(_words(name))


def _is_license(word: str) -> bool:
    return word in _ids("licenses") or word.removesuffix("+") in _ids("licenses") or _is_reference(word)


def _unknown_in_license(text: str) -> Iterator[str]:
    """Tell which ids of a well-formed expression are in no list."""
    before = ""
    for word in _license_words(text):
        if word not in _OPERATORS and word not in ("(", ")"):
            if before == "WITH" and word not in _ids("exceptions"):
                yield f"the exception '{word}'"
            elif before != "WITH" and not _is_license(word):
                yield f"'{word}'"
        before = word


# How names of licenses are said in full, as words between blanks: the longer first.
_SAID_IN_FULL = (
    (" gnu ", " "),
    (" affero general public ", " agpl "),
    (" lesser general public ", " lgpl "),
    (" library general public ", " lgpl "),
    (" general public ", " gpl "),
    (" free documentation ", " fdl "),
    (" mozilla public ", " mpl "),
    (" eclipse public ", " epl "),
    (" european union public ", " eupl "),
    (" open database ", " odbl "),
    (" creative commons ", " cc "),
    (" attribution ", " by "),
    (" share alike ", " sa "),
    (" sharealike ", " sa "),
    (" non commercial ", " nc "),
    (" noncommercial ", " nc "),
    (" no derivatives ", " nd "),
    (" noderivatives ", " nd "),
    (" noderivs ", " nd "),
    (" or any later ", " + "),
    (" or later ", " + "),
)
_SAYS_NOTHING = frozenset("the a under license licence licensed version v international unported only".split())


def license_key(name: str) -> str:
    """Reduce the name of a license to what tells it from others, whether it is an id or said in full.

    >>> license_key("Apache License, Version 2.0"), license_key("Apache-2.0")
    ('apache20', 'apache20')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    plain = re.sub(r"v\.? *(?=[0-9])", " ", plain)
    text = " ".join(["", *re.findall(r"[^\W_]+|\+", re.sub(r"(?<=[0-9])\.(?=[0-9])", "", plain)), ""])
    text = " ".join(["", *(word for word in text.split() if word not in _SAYS_NOTHING), ""])
    for full, short in _SAID_IN_FULL:
        text = text.replace(full, short)
    return text.replace(" ", "")


@cache
def _license_keys(name: str) -> Mapping[str, str]:
    """The ids of a list by their keys, and by those without a final ``.0``, which many leave out."""
    # Of two ids with one key, an older and a newer name of one license, the newer is longer.
    ids = sorted((id for id in _ids(name) if not id.endswith("+")), key=lambda id: (len(id), id))
    keys = {license_key(id): id for id in ids}
    short = {license_key(re.sub(r"\.0(?![0-9.])", "", id)): id for id in ids}
    return {**short, **keys, **(_table("license_mistakes") if name == "licenses" else {})}


def _without_one(key: str) -> Iterator[str]:
    return (key[:index] + key[index + 1 :] for index in range(len(key)))


@cache
def _near_keys(name: str) -> Mapping[str, str]:
    """The ids of a list by their keys less any one character: two keys that share one differ by one slip or two."""
    found: dict[str, str] = {}
    for key, id in _license_keys(name).items():
        # The later of two versions that are equally near is kept.
        found |= dict.fromkeys((key, *_without_one(key)), id)
    return found


def _meant_id(name: str, written: str) -> str | None:
    """Guess one id of a list."""
    if name == "licenses" and _is_license(written) and is_license_expression(written):
        return written
    if written in _ids(name):
        return written
    key = license_key(written)
    if (found := _license_keys(name).get(key)) is not None:
        return found
    if len(key) < _SHORTEST_MISSPELLED:
        return None
    near = _near_keys(name)
    return next((near[slip] for slip in (key, *_without_one(key)) if slip in near), None)


_SHORTEST_MISSPELLED = 5

# Patterns are compiled when first used: most who import this never ask what was meant.
_JOINTS = r"(?i)(\(|\)|\s+(?:and|or|with)\b|\s*(?:\|\|?|&&?|/|,|;|\s\+\s)\s*)"
_READ_AS = {"and": "AND", "&": "AND", "&&": "AND", "+": "AND", ",": "AND", ";": "AND", "with": "WITH"}
_CC_URL = r"https?://(?:www\.)?creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/([0-9.]+)"
_URL_END = r"https?://.*/([^/?#]+?)(?:\.html|\.txt|\.php)?/?"


def _meant_by_url(url: str) -> str | None:
    if (found := re.match(_CC_URL, url)) is not None:
        kind, name, number = found.groups()
        return _meant_id("licenses", f"CC0-{number}" if kind == "publicdomain" else f"CC-{name}-{number}")
    found = re.fullmatch(_URL_END, url)
    return _meant_id("licenses", found[1]) if found is not None else None


def _meant_license(text: str) -> str | None:
    """Guess a license expression: from one name, a URL, or names joined by words and marks that are no operators."""
    text = text.strip()
    if "://" in text:
        return _meant_by_url(text)
    # A name may hold what looks like an operator: "GPL 3 or later".
    if (whole := _license_keys("licenses").get(license_key(text))) is not None:
        return whole
    written: list[str] = []
    for part in re.split(_JOINTS, text):
        word = part.strip()
        if not word:
            continue
        if word in ("(", ")"):
            written.append(word)
        elif re.fullmatch(_JOINTS, part):
            written.append(_READ_AS.get(word.lower(), "OR"))
        else:
            id = _meant_id("exceptions" if written and written[-1] == "WITH" else "licenses", word)
            written.append(word if id is None else id)
    return " ".join(written).replace("( ", "(").replace(" )", ")")


# -- countries ------------------------------------------------------------------------------------


def _meant_country(text: str) -> str | None:
    return _table("country_mistakes").get(folded(text))


# -- all there are --------------------------------------------------------------------------------

_UNKNOWN: Mapping[str, Callable[[str], Iterator[str]]] = {
    "language": _unknown_in_language,
    "license": _unknown_in_license,
}
_MEANT: Mapping[str, Callable[[str], str | None]] = {
    "country": _meant_country,
    "language": _meant_language,
    "license": _meant_license,
}


def unknown_parts(registry: Literal["language", "license"], text: str) -> tuple[str, ...]:
    """Name the parts of a well-formed text that no list knows.

    >>> unknown_parts("language", "en-UK"), unknown_parts("license", "MIT OR Beerware-42")
    (("the region 'UK'",), ("'Beerware-42'",))
    """
    return tuple(_UNKNOWN[registry](text))


def meant(registry: Registry, text: str) -> str | None:
    """Guess what to write in place of a text that is malformed or unknown.

    Returns:
        A text that is well formed and known, or nothing.

    >>> meant("license", "MIT/Apache 2"), meant("language", "en_UK"), meant("country", "México")
    ('MIT OR Apache-2.0', 'en-GB', 'MX')
    """
    if len(text) > _LONGEST_GUESSED:
        return None
    guess = _MEANT[registry](text)
    if guess is None or guess == text:
        return None
    if registry == "country":
        return guess
    is_well_formed = is_license_expression if registry == "license" else _language_pattern().fullmatch
    return guess if is_well_formed(guess) and not unknown_parts(registry, guess) else None
