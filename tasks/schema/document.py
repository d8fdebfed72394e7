"""The profile ``document``: the format of documents, as strictly as the standard can tell it.

1. Fields, rules and docstrings are read from the classes; what they do not say is not said here.
2. A field that may be absent may be null. An empty list counts as absent where fields exclude or
   need each other.
3. Python lets ``$`` match before a final line feed, so that a ``not`` refuses line feeds.
4. Only a description, in ``allOf``, goes with a reference: older drafts ignore what stands beside
   a ``$ref``, and generators write out what it refers to in every place.
5. Each object is closed and has one list of properties: types made from the schema are closed too.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import assert_never

from tasks.schema.conditions import Schema, bounds, condition
from tasks.schema.docstrings import argument_docs, examples_of, member_docs, summary_of
from tasks.schema.names import name_of
from tasks.schema.patterns import one_line, whole

from venezuela_news._dates import DATE_PATTERN, DAY_PATTERN, INTERVAL_PATTERN, Interval, PartialDate
from venezuela_news._fields import Field, Kind, fields_of, rules_of
from venezuela_news._numbers import LEAST_SIZE, MAX_INTEGER, MOST_DIGITS
from venezuela_news._records import ARRAYS
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
from venezuela_news._story import SCHEMA_VERSION, Story

__all__ = ["DATE_PATTERNS", "DocumentWriter", "described", "id_fields"]

DATE_PATTERNS: Mapping[type, str] = {PartialDate: DATE_PATTERN, Interval: INTERVAL_PATTERN}
"""The pattern of each class of date."""


class DocumentWriter:
    """One writing of the schema, with the definitions that it came to need."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def write(self) -> Schema:
        """Write the schema of a whole document."""
        head: Schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:venezuela-news:schema:{SCHEMA_VERSION}",
            "title": Story.__name__,
        }
        return head | self.root({"const": SCHEMA_VERSION}) | {"$defs": dict(sorted(self.definitions.items()))}

    def root(self, version: Schema) -> Schema:
        """Write the schema of a story, and of the version before it."""
        root = self.record(Story)
        told: Schema = {"description": "The version of the document format.", "type": "integer"}
        root["properties"] = {"schema_version": told | version} | root["properties"]
        root["required"] = ["schema_version", *root["required"]]
        return root

    # -- records ----------------------------------------------------------------------------------

    def record(self, cls: type) -> Schema:
        """Write the schema of a record."""
        fields = {field.name: field for field in fields_of(cls)}
        body: Schema = {
            "type": "object",
            "properties": {
                name: described(argument_docs(cls)[name], self.field(field, bounds(name, rules_of(cls), fields)))
                for name, field in fields.items()
            },
            "required": [name for name, field in fields.items() if self.required(field)],
            "additionalProperties": False,
        }
        return described(summary_of(cls), body | self.conditions(cls, fields) | self.shown(examples_of(cls)))

    def field(self, field: Field, bounds: Schema) -> Schema:
        """Write the schema of a field: of its value, or its list of values, and of its absence."""
        body = self.plain(field) | bounds if bounds else self.value(field)
        if field.items is not None:
            body = Schema(type="array", items=body)
            if field.items.minimum:
                body["minItems"] = field.items.minimum
            if field.items.unique:
                body["uniqueItems"] = True
        if field.required:
            return body
        body = Schema(anyOf=[body, {"type": "null"}])
        if not field.optional:
            body["default"] = [] if field.items is not None else _written(field.default)
        return body

    # -- values -----------------------------------------------------------------------------------

    def value(self, field: Field) -> Schema:
        """Refer to the definition of a field's values, or write their schema where they have no name."""
        name = name_of(field)
        return self.defined(name, lambda: self.plain(field)) if name else self.plain(field)

    def defined(self, name: str, write: Callable[[], Schema]) -> Schema:
        """Refer to a definition, which is written when it is first referred to."""
        if name not in self.definitions:
            self.definitions[name] = {}  # what is being written may refer to itself
            self.definitions[name] = self.titled(name, write())
        return {"$ref": f"#/$defs/{name}"}

    def plain(self, field: Field) -> Schema:
        """Write the schema of one value of a field."""
        match field.kind:
            case Kind.RECORD:
                return self.record(field.type)
            case Kind.CHOICE:
                return _choice(field.type)
            case Kind.DATE:
                return self.ruled(field.rules) if field.rules else self.date(field.types)
            case Kind.TEXT:
                return self.ruled(field.rules)
            case Kind.NUMBER:
                kind = "number" if float in field.types else "integer"
                return described("", {"type": kind} | self.ruled(field.rules))
            case Kind.FLAG:
                return {"type": "boolean"}
            case _:
                assert_never(field.kind)

    def ruled(self, rules: Iterable[FieldRule]) -> Schema:
        """Write what the rules of one value mean together."""
        body: Schema = {}
        for rule in rules:
            body |= self.rule(rule)
        return body

    def rule(self, rule: FieldRule) -> Schema:
        """Write what a rule of one value means."""
        match rule:
            case OneLine():
                ends = ", without white space at its ends" if rule.trimmed else ""
                said = f"One line of text in Unicode's normalization form C, not empty{ends}."
                return described(said, self.text(one_line(trimmed=rule.trimmed)))
            case Pattern() | LicenseExpression():
                body = self.text(whole(rule.pattern), rule.max_length)
                return described(_sentence(rule), body) | self.shown(_quoted(rule.example))
            case Choice():
                body = self.choices(sorted(rule.choices))
                return described(_sentence(rule), body) | self.shown(_quoted(rule.example))
            case Range():
                return {"description": f"{_capital(rule.what)}.", "minimum": rule.low, "maximum": rule.high}
            case Quantity():
                said = f"At most {MOST_DIGITS} significant digits; 0, or {LEAST_SIZE} or more in size."
                return described(said, self.quantity(LEAST_SIZE, MAX_INTEGER))
            case Day():
                return described(summary_of(Day), self.text(DAY_PATTERN))
            case PlausibleUpTo() | Known():
                # What is doubtful is legal.
                return {}
            case Ref():
                return described(_referred(rule), self.reference(rule))
            case _:
                assert_never(rule)

    # -- what profiles say in different words -----------------------------------------------------

    def required(self, field: Field) -> bool:
        """Whether a field's key has to be there."""
        return field.required

    def conditions(self, cls: type, fields: Mapping[str, Field]) -> Schema:
        """Write what the rules over several fields of a record mean."""
        found = [keywords for rule in rules_of(cls) if (keywords := condition(rule, fields))]
        return {"allOf": found} if len(found) > 1 else found[0] if found else {}

    def titled(self, name: str, body: Schema) -> Schema:
        """Name a definition, unless it is another one with more said: quicktype would make one name of the two."""
        return body if "allOf" in body else {"title": name} | body

    def shown(self, examples: list[object]) -> Schema:
        """Show examples, if there are any."""
        return {"examples": examples} if examples else {}

    def text(self, pattern: str, max_length: int | None = None) -> Schema:
        """Write the schema of a text with a pattern."""
        body: Schema = {"type": "string", "pattern": pattern}
        if max_length is not None:
            body["maxLength"] = max_length
        return body | {"not": {"pattern": "\n"}}

    def choices(self, words: Sequence[str]) -> Schema:
        """Write the schema of a text out of a fixed set."""
        return {"type": "string", "enum": words}

    def quantity(self, least: float, most: int) -> Schema:
        """Write the bounds of a number that is 0, or from ``least`` to ``most`` in size.

        NaN is below and above nothing, so that it breaks no bound: those within the ``not`` refuse it.
        """
        near_zero: Schema = {"exclusiveMinimum": -least, "exclusiveMaximum": least, "not": {"const": 0}}
        return {"minimum": -most, "maximum": most, "not": near_zero}

    def date(self, classes: Sequence[type]) -> Schema:
        """Write the schema of a date of one of some classes."""
        if len(classes) == 1:
            body = described(argument_docs(classes[0])["text"], self.text(DATE_PATTERNS[classes[0]]))
            return body | self.shown(examples_of(classes[0]))
        names = " or ".join(cls.__name__ for cls in classes)
        forms = [self.defined(cls.__name__, functools.partial(self.date, (cls,))) for cls in classes]
        return {"description": f"A date in EDTF (ISO 8601-2): {names}.", "anyOf": forms}

    def reference(self, rule: Ref) -> Schema:
        """Write the ways in which ids of a reference's kinds are written."""
        written = [self.value(field) for field in id_fields(rule)]
        return {"anyOf": written} if len(written) > 1 else written[0]


def described(text: str, body: Schema) -> Schema:
    """Put a description before all else, if there is one, and before what the schema says of itself."""
    if "$ref" in body:
        return {"description": text, "allOf": [body]}
    text = " ".join(filter(None, (text, body.get("description", ""))))
    return ({"description": text} if text else {}) | {key: value for key, value in body.items() if key != "description"}


def id_fields(ref: Ref) -> tuple[Field, ...]:
    """The fields that hold the ids of the records referred to: one for each way in which ids are written."""
    fields = (fields_of(cls)[0] for cls in ARRAYS.values() if not ref.kinds or cls.__name__ in ref.kinds)
    return tuple({field.rules: field for field in fields}.values())


def _referred(ref: Ref) -> str:
    if not ref.kinds:
        return "The id of any record of the story."
    *kinds, last = (cls.__name__ for cls in ARRAYS.values() if cls.__name__ in ref.kinds)
    return (
        f"The id of a record of the story: {', '.join(kinds)} or {last}."
        if kinds
        else f"The id of a record of the story: {last}."
    )


def _choice(cls: type[enum.Enum]) -> Schema:
    meanings = "; ".join(f"`{value}`: {said.rstrip('.')}" for value, said in member_docs(cls).items())
    said = " ".join(filter(None, (summary_of(cls), meanings and f"{meanings}.")))
    return {"description": said, "type": "string", "enum": [member.value for member in cls]}


def _written(value: object) -> object:
    """Give a field's default as documents have it: a member of an enumeration as its word."""
    return value.value if isinstance(value, enum.Enum) else value


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _sentence(rule: Pattern | LicenseExpression | Choice) -> str:
    return f"{_capital(rule.what)}, such as {rule.example}."


def _quoted(text: str) -> list[object]:
    """The words between single quotation marks in an example for people."""
    return list(re.findall(r"'([^']+)'", text))
