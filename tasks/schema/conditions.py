"""What rules over several fields of a record mean in keywords, as far as keywords can tell.

That one field of several is given is said by ``if``, ``then`` and ``else``: where there is no
name, there is a description. ``anyOf`` beside ``properties`` would mean the same, but generators
make a type of each branch, or one that is open to any key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, assert_never

from venezuela_news._fields import Field
from venezuela_news._rules import AnyOf, ExactlyOne, Ordered, Range, RecordRule, SpanLength

__all__ = ["Schema", "bounds", "condition"]

Schema: TypeAlias = dict[str, Any]


def condition(rule: RecordRule, fields: Mapping[str, Field]) -> Schema:
    """The keywords that a rule adds to its record."""
    match rule:
        case AnyOf():
            return _any_of([fields[name] for name in rule.fields])
        case ExactlyOne():
            return _exactly_one([fields[name] for name in rule.fields])
        case Ordered() | SpanLength():
            # No keyword compares two values.
            return {}
        case _:
            assert_never(rule)


def bounds(name: str, rules: Sequence[RecordRule], fields: Mapping[str, Field]) -> Schema:
    """What bounds a field's number beside its own rules: the bounds of one that it is below or above."""
    found: Schema = {}
    for rule in rules:
        if not isinstance(rule, Ordered) or not all(fields[end].required for end in rule.fields):
            continue
        low, high = (fields[end] for end in rule.fields)
        apart = int(rule.strict)
        for bound in low.rules if name == high.name else ():
            if isinstance(bound, Range):
                found["minimum"] = bound.low + apart
        for bound in high.rules if name == low.name else ():
            if isinstance(bound, Range):
                found["maximum"] = bound.high - apart
    return found


def _any_of(fields: Sequence[Field]) -> Schema:
    first, *others = fields
    return {"if": _absent(first), "then": _any_of(others)} if others else _given(first)


def _exactly_one(fields: Sequence[Field]) -> Schema:
    first, *others = fields
    if not others:
        return _given(first)
    return {"if": _absent(first), "then": _exactly_one(others), "else": _absent(*others)}


def _absent(*fields: Field) -> Schema:
    """None of the fields is given: each is missing, or null, or an empty list."""
    return {
        "properties": {field.name: {"enum": [None, []]} if field.items else {"type": "null"} for field in fields},
    }


def _given(field: Field) -> Schema:
    """The field is there, and it is no null and no empty list."""
    there: Schema = {"type": "array", "minItems": 1} if field.items else {"not": {"type": "null"}}
    return {"required": [field.name], "properties": {field.name: there}}
