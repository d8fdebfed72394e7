"""The profile ``strict``: what services take that hold a model's output to a schema.

1. Every key is required; null stands for an absent value, an empty list for no items.
2. Alternatives occur only between a value and null, and nothing stands beside a ``$ref``.
3. Of the keywords for values there are ``enum``, ``pattern``, ``minimum``, ``maximum``, ``minItems``.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence

from tasks.schema.conditions import Schema
from tasks.schema.docstrings import argument_docs
from tasks.schema.document import DATE_PATTERNS, DocumentWriter, described, id_fields
from tasks.schema.patterns import whole

from venezuela_news._fields import Field
from venezuela_news._rules import Choice, Pattern, Ref
from venezuela_news._story import SCHEMA_VERSION

__all__ = ["StrictWriter"]

MOST_CHOICES = 250
"""The most words that services take in one enumeration."""


class StrictWriter(DocumentWriter):
    """One writing of the schema for language models."""

    def write(self) -> Schema:
        """Write the schema of a whole document."""
        # A list of one is what every service takes; a constant is not.
        return self.root({"enum": [SCHEMA_VERSION]}) | {"$defs": dict(sorted(self.definitions.items()))}

    def required(self, field: Field) -> bool:
        """Require every key."""
        return True

    def conditions(self, cls: type, fields: Mapping[str, Field]) -> Schema:
        """Leave conditions out: services do without."""
        return {}

    def field(self, field: Field, bounds: Schema) -> Schema:
        """Write the schema of a field: of its value, or its list of values, and of its absence."""
        if field.items is not None:
            least = {"minItems": field.items.minimum} if field.items.minimum else {}
            return {"type": "array", "items": self.value(field)} | least
        if field.optional:
            return {"anyOf": [self.value(field), {"type": "null"}]}
        # A description can't stand beside a reference.
        return self.plain(field) | bounds

    def titled(self, name: str, body: Schema) -> Schema:
        """Leave titles out: services do without."""
        return body

    def shown(self, examples: list[object]) -> Schema:
        """Leave examples out: services do without."""
        return {}

    def text(self, pattern: str, max_length: int | None = None) -> Schema:
        """Write the schema of a text with a pattern."""
        return {"type": "string", "pattern": pattern}

    def choices(self, words: Sequence[str]) -> Schema:
        """Write the schema of a text out of a fixed set, in a pattern where there are too many words."""
        return super().choices(words) if len(words) <= MOST_CHOICES else self.text(whole(*words))

    def quantity(self, least: float, most: int) -> Schema:
        """Write the bounds of a number, and not how small it can be."""
        return {"minimum": -most, "maximum": most}

    def date(self, classes: Sequence[type]) -> Schema:
        """Write the schema of a date of one of some classes: one pattern."""
        said = " ".join(argument_docs(cls)["text"] for cls in classes)
        alternatives = (DATE_PATTERNS[cls].removeprefix("^").removesuffix("$") for cls in classes)
        return described(said, self.text(whole(*alternatives)))

    def reference(self, rule: Ref) -> Schema:
        """Write the ways in which ids of a reference's kinds are written: one pattern."""
        return self.text(whole(*(_alternatives(field) for field in id_fields(rule))))


def _alternatives(field: Field) -> str:
    """The pattern of an id, without anchors."""
    (rule,) = field.rules
    return rule.pattern if isinstance(rule, Pattern) else "|".join(sorted(typing.cast("Choice", rule).choices))
