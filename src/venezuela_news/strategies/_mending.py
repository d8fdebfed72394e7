"""Mend the drawn values of a record so that they keep a rule over several of its fields.

Values that were asked for stay as they are, and the others give way. Where they can't, because what
was asked for contradicts itself, the record's constructor says so.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from venezuela_news._numbers import MAX_INTEGER
from venezuela_news._rules import AnyOf, ExactlyOne, Ordered

__all__ = ["fit_span", "left_out", "put_in_order"]


def left_out(rule: ExactlyOne | AnyOf, values: dict[str, Any], fixed: Collection[str], choice: int) -> set[str]:
    """Choose which of a rule's fields are left out, all of which have values.

    Args:
        rule: The rule.
        values: The values of the record.
        fixed: The fields whose values were asked for.
        choice: The number of the field that stays alone; of none if there are no more.
    """
    free = [name for name in rule.fields if name not in fixed]
    if len(free) < len(rule.fields):
        settled = any(values[name] not in (None, ()) for name in rule.fields if name in fixed)
        if isinstance(rule, AnyOf):
            return set(free) if settled and choice < len(rule.fields) else set()
        return set(free) if settled else set(free[1:])
    return set(rule.fields) - {rule.fields[choice]} if choice < len(rule.fields) else set()


def put_in_order(rule: Ordered, values: dict[str, Any], fixed: Collection[str]) -> None:
    """Bring two numbers into the order that a rule asks for."""
    first, second = rule.fields
    low, high = values.get(first), values.get(second)
    if low is None or high is None or low < high or (low == high and not rule.strict):
        return
    if first in fixed and second in fixed:
        return
    if first in fixed:
        high = low + rule.strict
    elif second in fixed:
        low = high - rule.strict
    else:
        low, high = high, low
        if low == high and rule.strict:
            low, high = (low, high + 1) if high < MAX_INTEGER else (low - 1, high)
    values[first], values[second] = low, high


def fit_span(values: dict[str, Any], fixed: Collection[str]) -> None:
    """Let a span be as long as its words."""
    exact, start, end = values.get("exact"), values["start"], values["end"]
    if exact is None:
        return
    if "end" not in fixed:
        if "start" not in fixed:
            start = min(start, MAX_INTEGER - len(exact))
        end = start + len(exact)
    elif "start" not in fixed:
        exact = exact if "exact" in fixed else exact[: max(end, 1)]
        start = end - len(exact)
    elif "exact" not in fixed:
        # A digit composes with nothing, so that what was in NFC stays there.
        exact = (exact + "0" * (end - start - len(exact)))[: end - start]
    values |= {"exact": exact, "start": start, "end": end}
