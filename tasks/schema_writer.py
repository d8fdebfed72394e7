"""The document format as JSON Schema 2020-12, made from what the classes declare.

1. Fields, rules and docstrings are read from the classes; what they do not say is not said here.
2. Patterns keep to what ECMA-262, Python and RE2 have in common: classes, groups, alternatives and
   counts; no look-around, no back-references (JSON Schema Core, section 6.4, advises as much).
   Python lets ``$`` match before a final line feed, so that a ``not`` refuses line feeds.
3. A field that may be absent may be null. An empty list counts as absent where fields exclude
   or need each other.
4. The strict profile has only those keywords that the structured output of language models takes.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import re
import textwrap
import typing
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, assert_never, final

from venezuela_news import _events, _types
from venezuela_news._dates import DATE_PATTERN, DAY_PATTERN, INTERVAL_PATTERN, Interval, PartialDate
from venezuela_news._fields import Field, Kind, fields_of, rules_of
from venezuela_news._numbers import MAX_INTEGER
from venezuela_news._records import ARRAYS
from venezuela_news._rules import (
    FORBIDDEN_RANGES,
    AnyOf,
    Choice,
    Day,
    ExactlyOne,
    FieldRule,
    Known,
    LicenseExpression,
    OneLine,
    Ordered,
    Pattern,
    PlausibleUpTo,
    Quantity,
    Range,
    RecordRule,
    Ref,
    SpanLength,
)
from venezuela_news._schema import Profile
from venezuela_news._story import SCHEMA_VERSION, Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["written"]

Schema: TypeAlias = dict[str, Any]

_MOST_CHOICES = 250
"""The most words that services for structured output take in one enumeration."""

_NULL: Schema = {"type": "null"}
_TYPES: Mapping[Kind, str] = {
    Kind.TEXT: "string",
    Kind.NUMBER: "integer",
    Kind.FLAG: "boolean",
    Kind.CHOICE: "string",
    Kind.DATE: "string",
}


def written(profile: Profile) -> Schema:
    """Write the schema of a profile from the declared classes."""
    return _Writer(strict=profile == "strict").document()


# -- what the docstrings say ----------------------------------------------------------------------


def _sentences(text: str) -> str:
    """A paragraph on one line, in Markdown."""
    return " ".join(text.replace("``", "`").split())


@cache
def _told(cls: type) -> tuple[str, Mapping[str, str]]:
    """What a class's docstring says of it, in its first paragraph, and of each of its arguments."""
    text = inspect.cleandoc(cls.__doc__ or "")
    _, _, rest = text.partition("\nArgs:\n")
    arguments: list[tuple[str, str]] = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", rest, re.MULTILINE)
    return _sentences(text.partition("\n\n")[0]), {name: _sentences(said) for name, said in arguments}


def _meanings(cls: Any) -> dict[str, str]:
    """What the text behind each member of an enumeration says of it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - the source of a class is one
    found: dict[str, str] = {}
    for member, told in itertools.pairwise(definition.body):
        match member, told:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                found[cls[name].value] = _sentences(text)
            case _:
                pass
    return found


def _described(text: str, body: Schema) -> Schema:
    """A schema with a description before all else, if there is one."""
    text = " ".join(filter(None, (text, body.get("description", ""))))
    return ({"description": text} if text else {}) | {key: value for key, value in body.items() if key != "description"}


# -- texts ----------------------------------------------------------------------------------------

_LAST = 0x10FFFF


def _without(refused: Iterable[tuple[int, int]]) -> str:
    """The class of all characters but some ranges, in characters and not in escapes, which differ.

    Neither of a range's ends is a character that means something in a class.
    """
    parts: list[str] = []
    start = 0
    for low, high in sorted(refused):
        if start < low:
            parts.append(chr(start) if start == low - 1 else f"{chr(start)}-{chr(low - 1)}")
        start = max(start, high + 1)
    return f"[{''.join(parts)}{chr(start)}-{chr(_LAST)}]"


@cache
def _line(*, trimmed: bool) -> str:
    """The pattern of one line of text."""
    inner = _without(FORBIDDEN_RANGES)
    if not trimmed:
        return f"^{inner}+$"
    # No white space lies beyond U+3000.
    blanks = [(code, code) for code in range(0x3001) if chr(code).isspace()]
    outer = _without([*FORBIDDEN_RANGES, *blanks])
    return f"^{outer}(?:{inner}*{outer})?$"


@cache
def _names() -> Mapping[tuple[tuple[type, ...], tuple[Any, ...]], str]:
    """The names that the model gives to types of value, by the types and their rules."""
    return {
        (typing.get_args(alias.__origin__) or (alias.__origin__,), alias.__metadata__): name
        for module in (_types, _events)
        for name, alias in vars(module).items()
        if typing.get_origin(alias) is Annotated
    }


def _kinds_of(ref: Ref) -> tuple[str, ...]:
    return tuple(cls.__name__ for cls in ARRAYS.values() if not ref.kinds or cls.__name__ in ref.kinds)


def _ids_of(ref: Ref) -> tuple[Field, ...]:
    """The fields that hold the ids of the records referred to: one for each way in which ids are written."""
    fields = (fields_of(cls)[0] for cls in ARRAYS.values() if cls.__name__ in _kinds_of(ref))
    return tuple({field.rules: field for field in fields}.values())


def _alternatives(field: Field) -> str:
    """The pattern of an id, without anchors."""
    (rule,) = field.rules
    return rule.pattern if isinstance(rule, Pattern) else "|".join(sorted(typing.cast("Choice", rule).choices))


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


# -- the two profiles -----------------------------------------------------------------------------


@final
class _Writer:
    """One writing of the schema, in one profile, with the definitions that it came to need."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.definitions: dict[str, Schema] = {}

    def document(self) -> Schema:
        """The schema of a whole document."""
        head: Schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:venezuela-news:schema:{SCHEMA_VERSION}",
            "title": Story.__name__,
        }
        root = self.record(Story)
        # A list of one is what every service takes; a constant is not.
        version: Schema = {"enum": [SCHEMA_VERSION]} if self.strict else {"const": SCHEMA_VERSION}
        version = {"description": "The version of the document format.", "type": "integer"} | version
        root["properties"] = {"schema_version": version} | root["properties"]
        root["required"] = ["schema_version", *root["required"]]
        return ({} if self.strict else head) | root | {"$defs": dict(sorted(self.definitions.items()))}

    def record(self, cls: type) -> Schema:
        """The schema of a record."""
        fields = fields_of(cls)
        body: Schema = {
            "type": "object",
            "properties": {field.name: self.field(field, _told(cls)[1].get(field.name, "")) for field in fields},
            "required": [field.name for field in fields if field.required or self.strict],
            "additionalProperties": False,
        }
        for rule in rules_of(cls):
            _constrain(body, rule, {field.name: field for field in fields}, strict=self.strict)
        return _described(_told(cls)[0], body)

    def field(self, field: Field, said: str) -> Schema:
        """The schema of a field: of its value, or its list of values, and of its absence."""
        several = field.items is not None
        # Strict services take nothing beside a reference, not even a description.
        body = self.value(field, inline=self.strict and not field.optional and not several)
        if field.items is not None:
            body = _list_of(body)
            if field.items.minimum:
                body["minItems"] = field.items.minimum
            if field.items.unique and not self.strict:
                body["uniqueItems"] = True
        if field.required or (self.strict and not field.optional):
            return _described(said, body)
        body = {"anyOf": [body, dict(_NULL)]}
        if not self.strict and not field.optional:
            body["default"] = [] if several else field.default
        return _described(said, body)

    def value(self, field: Field, *, inline: bool) -> Schema:
        """The schema of one value of a field, or a reference to it where it has a name."""
        name, write = self._named(field)
        if not name or inline:
            return write()
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = write()
        return {"$ref": f"#/$defs/{name}"}

    def _named(self, field: Field) -> tuple[str, Callable[[], Schema]]:
        if field.kind is Kind.RECORD:
            return field.type.__name__, lambda: self.record(field.type)
        if field.kind is Kind.CHOICE:
            return field.type.__name__, lambda: _choice(field.type)
        if field.kind is Kind.DATE and not field.rules:
            return "Date", lambda: self.text(f"{DATE_PATTERN}|{INTERVAL_PATTERN}", _dated())
        return _names().get((field.types, field.rules), ""), lambda: self.plain(field)

    def text(self, pattern: str, said: str, max_length: int | None = None) -> Schema:
        """The schema of a text with a pattern."""
        body: Schema = {"type": "string", "pattern": pattern}
        if not self.strict:
            if max_length is not None:
                body["maxLength"] = max_length
            body["not"] = {"pattern": "\n"}
        return _described(said, body)

    def plain(self, field: Field) -> Schema:
        """The schema of a text or number, by its rules."""
        body: Schema = {"type": _type_of(field)}
        for rule in field.rules:
            body |= self.ruled(rule)
        return _described("", body)

    def ruled(self, rule: FieldRule) -> Schema:
        """What a rule of one value adds to its schema."""
        match rule:
            case OneLine():
                ends = ", without white space at its ends" if rule.trimmed else ""
                said = f"One line of text in Unicode's normalization form C, not empty{ends}."
                return self.text(_line(trimmed=rule.trimmed), said)
            case Pattern() | LicenseExpression():
                return self.text(
                    f"^(?:{rule.pattern})$", f"{_capital(rule.what)}, such as {rule.example}.", rule.max_length
                )
            case Choice():
                said = f"{_capital(rule.what)}, such as {rule.example}."
                if self.strict and len(rule.choices) > _MOST_CHOICES:
                    return self.text(f"^(?:{'|'.join(sorted(rule.choices))})$", said)
                return _described(said, {"enum": sorted(rule.choices)})
            case Range():
                return _described(f"{_capital(rule.what)}.", {"minimum": rule.low, "maximum": rule.high})
            case Quantity():
                said = "A number of at most 15 significant digits: 0, or of a size from 0.0001."
                return _described(said, {"minimum": -MAX_INTEGER, "maximum": MAX_INTEGER})
            case Day():
                return self.text(DAY_PATTERN, "")
            case PlausibleUpTo() | Known():
                return {}
            case Ref():
                return self.reference(rule)
            case _:
                assert_never(rule)

    def reference(self, rule: Ref) -> Schema:
        """What a reference adds: the ways in which ids of its kinds are written."""
        *kinds, last = _kinds_of(rule)
        said = f"{', '.join(kinds)} or {last}" if kinds else last
        said = f"The id of a record of the story: {said}." if rule.kinds else "The id of any record of the story."
        ids = _ids_of(rule)
        if self.strict:
            return self.text(f"^(?:{'|'.join(map(_alternatives, ids))})$", said)
        written = [self.value(field, inline=False) for field in ids]
        return _described(said, {"anyOf": written} if len(written) > 1 else written[0])


def _type_of(field: Field) -> str:
    return "number" if float in field.types else _TYPES[field.kind]


def _list_of(body: Schema) -> Schema:
    return {"type": "array", "items": body}


def _choice(cls: Any) -> Schema:
    meanings = "; ".join(f"`{value}`: {said.rstrip('.')}" for value, said in _meanings(cls).items())
    said = " ".join(filter(None, (_told(cls)[0], meanings and f"{meanings}.")))
    return _described(said, {"type": "string", "enum": [member.value for member in cls]})


def _dated() -> str:
    """What is said of dates: what the two classes say of the texts that they read."""
    return " ".join(filter(None, (_told(cls)[1].get("text", "") for cls in (PartialDate, Interval))))


# -- rules over several fields --------------------------------------------------------------------


def _given(field: Field) -> Schema:
    """A record has a field: it is no null, and no empty list."""
    there: Schema = {"type": "array", "minItems": 1} if field.items is not None else {"type": _type_of(field)}
    return {"properties": {field.name: there}, "required": [field.name]}


def _constrain(body: Schema, rule: RecordRule, fields: Mapping[str, Field], *, strict: bool) -> None:
    """Add to a record's schema what a rule over several of its fields means, as far as keywords can tell."""
    match rule:
        case ExactlyOne() | AnyOf():
            if not strict:
                body["oneOf" if isinstance(rule, ExactlyOne) else "anyOf"] = [
                    _given(fields[name]) for name in rule.fields
                ]
        case Ordered():
            _narrow(body["properties"], rule, *(fields[name] for name in rule.fields))
        case SpanLength():
            pass
        case _:
            assert_never(rule)


def _narrow(properties: Schema, rule: Ordered, first: Field, second: Field) -> None:
    """Bound each of two ordered numbers by the other's bounds. No keyword compares the two themselves."""
    if not (first.required and second.required):
        return
    apart = int(rule.strict)
    for bounds in (bounds for bounds in first.rules if isinstance(bounds, Range)):
        properties[second.name] |= {"type": "integer", "minimum": bounds.low + apart}
    for bounds in (bounds for bounds in second.rules if isinstance(bounds, Range)):
        properties[first.name] |= {"type": "integer", "maximum": bounds.high - apart}
