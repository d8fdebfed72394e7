"""Mutations of single values: what a field's rules and its kind make wrong.

The mistakes that can be made in a field follow from its declaration: :func:`mistakes` asks its kind,
then each of its rules. A field of rules that exist needs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

import attrs

from venezuela_news._fields import Field, Kind
from venezuela_news._mutation.documents import references, values
from venezuela_news._mutation.mutators import Mutation, mutates
from venezuela_news._numbers import MAX_INTEGER
from venezuela_news._rules import (
    Choice,
    Day,
    FieldRule,
    Known,
    LicenseExpression,
    OneLine,
    Pattern,
    PlausibleUpTo,
    Quantity,
    Range,
    Ref,
)

if TYPE_CHECKING:
    from venezuela_news._mutation.documents import Document, Edit, Value

__all__ = ["BAD_TOKENS", "OF_KINDS", "mistakes"]

Spoil: TypeAlias = Callable[["Value"], tuple[Any, ...]]
"""What makes bad values of a sound one, or of a gap."""


def _always(*bad: Any) -> Spoil:
    """Give the same bad values whatever the sound one is."""
    return lambda value: bad


def _line(spoil: Callable[[str], tuple[str, ...]]) -> Spoil:
    """Give bad texts made of the sound one, or of a word where there is none."""
    return lambda value: spoil(value.data or "word")


# -- tables ---------------------------------------------------------------------------------------

BAD_TOKENS: Mapping[str, tuple[str, ...]] = {
    "bad-country-code": ("ve", "XX", "VEN", "V"),
    "bad-digest": ("0" * 63, "0" * 65, "G" + "0" * 63, "A" * 64, ""),
    "bad-id": ("Juan", "juan--guaido", "-juan", "juan-", "1st", "juan_guaido", "a" * 65, "a\n", "ñ"),
    "bad-language": ("e", "en_US", "en-", "", "en\n", "español"),
    "bad-license": (
        "",
        "MIT License",
        "-MIT",
        "MIT\n",
        "MIT OR",
        "MIT OR AND",
        "(MIT",
        "MIT) OR (MIT",
        "LicenseRef-a+",
        "A" * 501,
    ),
    "unknown-language": ("en-UK", "english", "en-Xxxx", "de-1901-1901", "en-a-bb"),
    "unknown-license": ("mit", "MIT-1.0", "MIT OR (CC0-1.0 AND A)", "MIT WITH A"),
    "bad-url": ("", "example.org", "ftp://example.org/", "https://", "https://a b/", "https://a/\n", "https://a/%2"),
}
"""What has a pattern or a list of its own, spoiled, by the name of its rule."""

_NO_DATES = (
    "yesterday", "", "2019-13", "2019-02-29", "0000", "2019-01-23T24:00:00", "2019-01-23\n", "2019/2018", "/",
)  # fmt: skip
_NO_DAYS = ("2019", "2019-01", "2019-01-23~", "2019-01-23T13:00:00", "2019-01-23/2019-01-24")

_OF_LINES: Mapping[str, Spoil] = {
    "control-character": _line(lambda text: (f"{text}\n", f"{text}\0{text}", f"\x85{text}", f"{text}\u2028{text}")),
    "not-normalized": _line(lambda text: (f"{text}e\u0301", f"{text}\u212b")),
    "lone-surrogate": _line(lambda text: (f"{text}\ud83d", f"\udc00{text}")),
}
_OF_TRIMMED_LINES: Mapping[str, Spoil] = {
    "blank-text": _always("", " ", "\t\u3000"),
    "untrimmed-text": _line(lambda text: (f"{text} ", f" {text}", f"{text}\u00a0")),
}

OF_KINDS: Mapping[Kind, Mapping[str, Spoil]] = {
    Kind.TEXT: {"wrong-type": _always(5, True, ["text"], {"text": "text"})},
    Kind.NUMBER: {
        "wrong-type": _always("5", "1.5", True, [5]),
        "non-finite-number": _always(float("inf"), float("-inf")),
    },
    Kind.FLAG: {"wrong-type": _always("true", 1, 0, [])},
    Kind.CHOICE: {
        "wrong-type": _always(5, True, ["other"]),
        "unknown-choice": lambda value: ("", "anything", str(next(iter(value.field.type))).upper()),
    },
    Kind.DATE: {"wrong-type": _always(2019, 20190123.5, ["2019"], {}), "bad-date": _always(*_NO_DATES)},
    Kind.RECORD: {"wrong-type": _always("text", [], None)},
}
"""The mistakes that can be made in a value of each kind, whatever its rules."""

_OF_ALL: Mapping[str, Spoil] = {
    "non-finite-number": _always(float("inf")),
    "unsupported-syntax": _always(b"binary"),
}

# -- from a declaration to mistakes ---------------------------------------------------------------


@cache
def mistakes(field: Field) -> Mapping[str, Spoil]:
    """The rules that a value of a field can break by itself, and for each what spoils it."""
    found = {**_OF_ALL, **OF_KINDS[field.kind]}
    if field.kind is Kind.NUMBER and float not in field.types:
        found["wrong-type"] = _always("5", 1.5, 1.0, True, [5])
    for rule in field.rules:
        found.update(_mistakes_of_rule(rule, field))
    return found


def _mistakes_of_rule(rule: FieldRule, field: Field) -> Mapping[str, Spoil]:
    match rule:
        case OneLine():
            return {**_OF_LINES, **_OF_TRIMMED_LINES} if rule.trimmed else _OF_LINES
        case Pattern() | Choice() | LicenseExpression() | Known():
            return {rule.rule: _always(*BAD_TOKENS[rule.rule])}
        case Range():
            return {"out-of-range": _always(rule.low - 1, rule.high + 1, 10**30)}
        case Quantity():
            return {
                "out-of-range": _always(-MAX_INTEGER - 1, MAX_INTEGER + 1, 1e16, -1e300, 10**30),
                "too-precise": _always(0.1 + 0.2, -1 / 3, 1e15 + 0.125, 0.00001, -5e-324, 0.10000000149011612),
            }
        case PlausibleUpTo():
            # The most that is legal is doubtful as well.
            highest = (other.high for other in field.rules if isinstance(other, Range))
            return {rule.rule: _always(rule.high + 1, *highest)}
        case Day():
            return {"bad-date": _always(*_NO_DATES, *_NO_DAYS)}
        case Ref():
            return {}  # what a reference must not name is the story's business
        case _:
            assert_never(rule)


def put(rule: str, value: Value, bad: Any) -> Mutation:
    """Write something bad in place of a value."""
    return Mutation(rule, value.path, f"{value.field.name} is {bad!r:.40}", ((value.path, bad),), value.local)


def _renamed(document: Document, id: str, new: Any) -> Iterator[Edit]:
    return ((value.path, new) for value, _ in references(document) if value.data == id)


def _mutate_values(rule: str) -> None:
    """Put the mutator of a rule of single values into the table."""

    @mutates(rule)
    def mutate(document: Document) -> Iterator[Mutation]:
        for value in values(document):
            spoil = mistakes(value.field).get(rule)
            for bad in spoil(value) if spoil is not None else ():
                mutation = put(rule, value, bad)
                if rule in BAD_TOKENS and value.field.name == "id" and value.node.path:
                    # What refers to a record is renamed with it: a faulty id counts as it is written.
                    edits = (*mutation.edits, *_renamed(document, value.data, bad))
                    mutation = attrs.evolve(mutation, edits=edits)
                yield mutation


for _rule in (
    *_OF_TRIMMED_LINES, *_OF_LINES, *BAD_TOKENS, "bad-date", "unknown-choice", "out-of-range", "too-precise",
    "implausible-age", "non-finite-number", "unsupported-syntax",
):  # fmt: skip
    _mutate_values(_rule)


@mutates("too-deep")
def _nest_too_deep(document: Document) -> Iterator[Mutation]:
    deep: Any = "deep"
    for _ in range(60):
        deep = [deep]
    for value in values(document):
        yield Mutation("too-deep", (), f"{value.field.name} is nested 60 lists deep", ((value.path, deep),))
