"""Texts that match the regular expressions of declared rules, made from bytes.

A pattern is parsed once. Each choice that it leaves (a character of a set, a branch, a number of
repetitions) takes one byte, so that a text is one draw for Hypothesis: ``st.from_regex`` takes fifty
times as long. Where the bytes end, the first of everything is chosen.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any, final

from hypothesis import strategies as st

from venezuela_news._rules import LicenseExpression, Pattern

__all__ = ["matches", "text_matching"]


@final
class _Bytes:
    """Bytes that choose; where they end, the first of everything is chosen."""

    def __init__(self, data: bytes) -> None:
        self._data = iter(data)

    def choose(self, count: int) -> int:
        return next(self._data, 0) % count


def _unsupported(kind: object) -> NotImplementedError:
    return NotImplementedError(f"no texts are drawn for {kind} in a pattern yet: teach strategies/_patterns.py")


@cache
def _parsed(pattern: str) -> Any:
    return importlib.import_module("re._parser").parse(pattern)


def _members(items: Any) -> str:
    """The characters of a set in a pattern."""
    found = ""
    for kind, value in items:
        match str(kind):
            case "LITERAL":
                found += chr(value)
            case "RANGE":
                found += "".join(map(chr, range(value[0], value[1] + 1)))
            case _:
                raise _unsupported(kind)
    return found


def _match(tree: Any, data: _Bytes) -> str:
    """A text that matches a parsed pattern, as bytes choose it."""
    text = ""
    for kind, value in tree:
        match str(kind):
            case "LITERAL":
                text += chr(value)
            case "IN":
                characters = _members(value)
                text += characters[data.choose(len(characters))]
            case "BRANCH":
                text += _match(value[1][data.choose(len(value[1]))], data)
            case "SUBPATTERN":
                text += _match(value[3], data)
            case "MAX_REPEAT":
                low, high, inner = value
                # A byte says how often; six times more than needed is enough.
                count = low if low == high else low + data.choose(min(high - low, 6) + 1)
                text += "".join(_match(inner, data) for _ in range(count))
            case _:
                raise _unsupported(kind)
    return text


def text_matching(rule: Pattern | LicenseExpression, drawn: bytes) -> str:
    """A text that keeps a rule, as bytes choose it; some are drawn out to the greatest length that it allows.

    Raises:
        NotImplementedError: The pattern uses what no declared rule has used so far.
    """
    tree = _parsed(rule.pattern)
    data = _Bytes(drawn)
    text = _match(tree, data)
    if rule.max_length is None:
        return text
    if text and data.choose(8) == 7 and rule.is_valid(padded := text.ljust(rule.max_length, text[-1])):
        return padded
    # A text that is too long may be cut in a bad place, brackets may not match: a plainer one stands for it.
    plain = text.replace("(", "").replace(")", "").strip()
    return next(filter(rule.is_valid, (text, plain)), _match(tree, _Bytes(b"")))


def matches(rule: Pattern | LicenseExpression) -> st.SearchStrategy[str]:
    """Texts that keep a rule."""
    shortest, longest = _parsed(rule.pattern).getwidth()
    spare = 0 if shortest == longest else 48
    sizes = {"min_size": shortest + min(spare, 4), "max_size": shortest + spare}
    return st.binary(**sizes).map(lambda drawn: text_matching(rule, drawn))
