"""From the declaration of a record to the strategy that draws it, alone: what its references name is not there.

1. Each field is drawn as its rules and kind allow; the rules over several fields are kept by mending.
2. A strategy that is given stands in for a field's own.
3. Lists have at most three items, those of nested records two: examples stay readable, and are drawn quickly enough for
   Hypothesis' health checks on a busy machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, assert_never

from hypothesis import strategies as st

from venezuela_news._fields import Field, Kind, fields_of, rules_of
from venezuela_news._rules import AnyOf, ExactlyOne, Ordered, RecordRule, SpanLength
from venezuela_news.strategies._drawn import expect_strategies
from venezuela_news.strategies._mending import fit_span, left_out, put_in_order
from venezuela_news.strategies._values import value_of

__all__ = ["MAX_ITEMS", "MAX_NESTED", "records"]

T = TypeVar("T")

MAX_ITEMS = 3
"""The most values that are drawn for a list."""
MAX_NESTED = 2
"""The most records that are drawn for a list in another record."""


def _present(cls: type, field: Field) -> st.SearchStrategy[Any]:
    """The values of a field that is given."""
    one = records(field.type) if field.kind is Kind.RECORD else value_of(cls, field.name)
    if field.items is None:
        return one
    several = st.lists(one, min_size=1, max_size=MAX_NESTED if field.kind is Kind.RECORD else MAX_ITEMS)
    return several.map(lambda items: tuple(dict.fromkeys(items))) if field.items.unique else several.map(tuple)


def _any(cls: type, field: Field) -> st.SearchStrategy[Any]:
    """The values of a field, its absence included."""
    present = _present(cls, field)
    if field.items is not None:
        return present if field.items.minimum else st.one_of(st.just(()), present)
    return st.one_of(st.none(), present) if field.optional else present


def _choices(rule: RecordRule) -> int:
    """In how many ways a rule can be kept by leaving fields out."""
    match rule:
        case ExactlyOne():
            return len(rule.fields)
        case AnyOf():
            return len(rule.fields) + 1
        case Ordered() | SpanLength():
            return 1
        case _:
            assert_never(rule)


def _mend(rule: RecordRule, values: dict[str, Any], given: Mapping[str, Any], choice: int) -> set[str]:
    """Let values keep a rule; the fields that have to be left out for it are told."""
    match rule:
        case ExactlyOne() | AnyOf():
            return left_out(rule, values, given, choice)
        case Ordered():
            put_in_order(rule, values, given)
        case SpanLength():
            fit_span(values, given)
        case _:
            assert_never(rule)
    return set()


def records(cls: type[T], given: Mapping[str, Any] | None = None) -> st.SearchStrategy[T]:
    """The records of a class.

    Args:
        cls: The class.
        given: Strategies for some of its fields; ``None`` for a field's own.

    Raises:
        TypeError: Something else than a strategy is given.
    """
    strategies = expect_strategies(**(given or {}))
    plain: type = cls
    return _built(cls, strategies) if strategies else _records(plain)


@cache
def _records(cls: type[Any]) -> st.SearchStrategy[Any]:
    return _built(cls, {})


def _built(cls: type[T], given: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[T]:
    fields, rules = fields_of(cls), rules_of(cls)
    defaults = {field.name: field.default for field in fields}
    # Of these fields one has to be there: each is drawn, and some are left out again.
    chosen = {name for rule in rules if isinstance(rule, ExactlyOne | AnyOf) for name in rule.fields}

    def build(drawn: tuple[Any, ...]) -> T:
        values = dict(zip(defaults, drawn, strict=False))
        for rule, choice in zip(rules, drawn[len(fields) :], strict=True):
            for name in _mend(rule, values, given, choice):
                values[name] = defaults[name]
        return cls(**values)

    drawn = [
        given[field.name] if field.name in given else (_present if field.name in chosen else _any)(cls, field)
        for field in fields
    ]
    return st.tuples(*drawn, *(st.integers(0, _choices(rule) - 1) for rule in rules)).map(build)
