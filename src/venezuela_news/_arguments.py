"""Wrong arguments of functions: told with the argument's name, what was given, and what to write."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, cast

from venezuela_news._problems import described, show

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import attrs

__all__ = [
    "expect",
    "expect_choice",
    "expect_flag",
    "expect_text",
    "expect_whole_number",
    "is_one_of",
    "tuple_of",
    "value_of",
    "wrong_argument",
]


def wrong_argument(argument: str, value: object, wanted: str, hint: str = "") -> TypeError:
    """Make the error for an argument of another type, to be raised by the function that was called.

    Args:
        argument: The argument's name.
        value: What was given.
        wanted: What is taken, with its article: "a Story".
        hint: What to write instead, where that can be told from the value.

    >>> str(wrong_argument("text", None, "a text"))
    "the argument 'text' is null (None); give a text"
    """
    found = "null (None)" if value is None else described(value)
    if isinstance(value, type):
        found = f"the class {value.__name__}"
    return TypeError(f"the argument {argument!r} is {found}; give {wanted}" + (f": {hint}" if hint else ""))


def is_one_of(value: object, *classes: type) -> bool:
    """Whether a value is of one of some classes; for type checkers, its type stays as open as it was."""
    return isinstance(value, classes)


def expect(value: object, classes: type | tuple[type, ...], argument: str, wanted: str, hint: str = "") -> None:
    """Refuse an argument that is of none of some classes.

    Raises:
        TypeError: It is of another class.
    """
    if not isinstance(value, classes):
        raise wrong_argument(argument, value, wanted, hint)


def expect_text(value: object, argument: str, hint: str = "") -> None:
    """Refuse an argument that is no text.

    Raises:
        TypeError: It is something else.
    """
    if isinstance(value, str):
        return
    if isinstance(value, bytes | bytearray):
        hint = hint or "decode it first: data.decode()"
    raise wrong_argument(argument, value, "a text", hint)


def expect_flag(value: object, argument: str) -> None:
    """Refuse an argument that is neither true nor false.

    Raises:
        TypeError: It is something else.
    """
    expect(value, bool, argument, "True or False")


def expect_whole_number(value: object, argument: str, low: int | None = None, what: str = "a whole number") -> None:
    """Refuse an argument that is no whole number, or is below a bound.

    Raises:
        TypeError: It is no ``int``; a ``bool`` is none.
        ValueError: It is below ``low``.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        meant = value if isinstance(value, str) and value.isdecimal() else ""
        raise wrong_argument(argument, value, what, meant)
    if low is not None and value < low:
        raise ValueError(f"the argument {argument!r} is {value}; give {what} from {low} on")


def expect_choice(value: object, choices: Collection[str], argument: str) -> None:
    """Refuse an argument that is none of some words.

    Raises:
        TypeError: It is no text.
        ValueError: It is another text.
    """
    allowed = ", ".join(map(repr, choices))
    if not isinstance(value, str):
        raise wrong_argument(argument, value, f"one of {allowed}")
    if value not in choices:
        near = difflib.get_close_matches(str(value)[:64], choices, n=1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        raise ValueError(f"the argument {argument!r} is {show(value)}; {meant}give one of {allowed}")


def value_of(classes: type | tuple[type, ...], wanted: str) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """A validator of attrs: refuse another type for a field of a public value, in our words."""

    def validate(instance: object, field: attrs.Attribute[Any], value: object) -> None:
        # Asked here and not by a call: results are made by the thousand.
        if not isinstance(value, classes):
            raise wrong_argument(field.name, value, wanted)

    return validate


def tuple_of(item: type | tuple[type, ...], wanted: str) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """A validator of attrs: refuse what is no tuple, or holds something of another type."""

    def validate(instance: object, field: attrs.Attribute[Any], value: object) -> None:
        if value == ():
            return
        expect(value, tuple, field.name, f"a tuple, and {wanted} in it")
        for index, each in enumerate(cast("tuple[object, ...]", value)):
            if not isinstance(each, item):
                raise wrong_argument(f"{field.name}[{index}]", each, wanted)

    return validate
