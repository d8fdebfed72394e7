"""What the parsers of all formats hand over, and what they refuse in the same words."""

from __future__ import annotations

import codecs
from typing import Any, TypeGuard, final

import attrs

from venezuela_news._problems import Problem

__all__ = [
    "Doubled",
    "Foreign",
    "Parsed",
    "broken",
    "is_list",
    "is_object",
    "object_of",
    "refused_encoding",
]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Parsed:
    """What a parser found: a document, or the problems that kept it from finding one.

    Args:
        document: The document, as plain data.
        problems: Why there is none.
        flawed: Whether the document holds something that only the diagnosis can report.
        size: How many bytes it was read from; ``None`` for plain data.
    """

    document: Any = None
    problems: tuple[Problem, ...] = ()
    flawed: bool = False
    size: int | None = None


class Doubled(dict[Any, Any]):
    """An object that has keys twice. ``doubles`` names them; it holds the last value of each."""

    doubles: tuple[Any, ...] = ()


@final
@attrs.frozen(weakref_slot=False)
class Foreign:
    """A value that a format has and a document may not have; ``what`` says what it is."""

    what: str


_HINTS = {
    "bad-encoding": "save the text as UTF-8",
    "bad-syntax": "mend the text there",
    "control-character": "write one line of text",
    "byte-order-mark": "save the text as UTF-8 without a byte-order mark",
    "too-deep": "nest values as a story does, 6 deep at most",
    "too-large": "write less, or allow more: limits=vn.Limits(...)",
    "trailing-data": "write one document, and nothing behind it",
    "unsupported-syntax": "write the value itself, as JSON has it",
}


def broken(rule: str, message: str) -> Parsed:
    """Make the result for bytes that give no document."""
    return Parsed(problems=(Problem((), rule, message, _HINTS[rule]),))


def refused_encoding(data: bytes) -> Parsed | None:
    """Say what is wrong with bytes that are to be UTF-8, if anything is."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            return broken("byte-order-mark", f"the text begins with the bytes {mark.hex(' ')}")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return broken("bad-encoding", f"byte {error.start} ({data[error.start]:#04x}) is not UTF-8: {error.reason}")
    return None


def is_object(value: object) -> TypeGuard[dict[Any, Any]]:
    """Whether a value of a document is an object, of any keys as yet."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of a document is a list."""
    return isinstance(value, list)


def object_of(pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
    """Make an object of its keys and values; keys that stand twice are noted."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[Any] = set()
    doubles: list[Any] = []
    for key, _ in pairs:
        if key in seen:
            doubles.append(key)
        seen.add(key)
    result = Doubled(found)
    result.doubles = tuple(dict.fromkeys(doubles))
    return result
