"""Rules as data: what one value may be, and what several fields of one record may be together.

1. A rule of one field stands beside the field, in its annotation:
   ``age: Annotated[int, Range(0, 150, "years")] | None = None``.
2. A rule over several fields of one record is an argument of the ``checked`` decorator.
3. The unions at the end name every rule there is: a new one is added there, and type checkers
   name each place that has to know it.
4. Rules between records are elsewhere: they need the whole story.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, TypeAlias, final

import attrs

from venezuela_news._problems import Problem, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "FORBIDDEN_RANGES",
    "MAX_INTEGER",
    "AnyOf",
    "Choice",
    "Day",
    "ExactlyOne",
    "FieldRule",
    "Items",
    "OneLine",
    "Ordered",
    "Pattern",
    "PlausibleUpTo",
    "Range",
    "RecordRule",
    "Ref",
    "SpanLength",
    "Violation",
]

MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps (RFC 8259, section 6)."""

Violation: TypeAlias = tuple[str, str, str]
"""A rule's name, a message and a hint: a problem that does not know its place yet."""


# -- rules of one value ---------------------------------------------------------------------------

FORBIDDEN_RANGES = ((0x00, 0x08), (0x0A, 0x1F), (0x7F, 0x9F), (0x2028, 0x2029), (0xD800, 0xDFFF))
"""What no line of text holds, as ranges of code points: controls but the tab, U+2028, U+2029, surrogates."""

_CLEAN = re.compile("[^" + "".join(f"{chr(low)}-{chr(high)}" for low, high in FORBIDDEN_RANGES) + "]*")
_SURROGATE = re.compile("[\ud800-\udfff]")


@final
@attrs.frozen(weakref_slot=False)
class OneLine:
    """A text of one line in NFC, not blank, and without white space at its ends if ``trimmed``."""

    trimmed: bool = True

    def is_valid(self, value: str, /) -> bool:
        return (
            value != ""
            and _CLEAN.fullmatch(value) is not None
            and (value.strip() == value if self.trimmed else True)
            and (value.isascii() or unicodedata.is_normalized("NFC", value))
        )

    def violations(self, value: str, /) -> Iterator[Violation]:
        if _SURROGATE.search(value):
            yield "lone-surrogate", f"{show(value)} holds half of a surrogate pair", "write the whole character"
            return
        clean = _CLEAN.match(value)
        stop = clean.end() if clean else 0
        if stop < len(value):
            where = f"U+{ord(value[stop]):04X} at offset {stop} of {show(value)}"
            yield "control-character", f"{where} is a control character or line break", "write one line of text"
        elif not value or (self.trimmed and not value.strip()):
            yield (
                "blank-text",
                f"{show(value)} has no text",
                "write some text, or leave the key out if it may be absent",
            )
        elif self.trimmed and value.strip() != value:
            yield "untrimmed-text", f"{show(value)} has white space at an end", f"write {show(value.strip())}"
        if not unicodedata.is_normalized("NFC", value):
            yield "not-normalized", f"{show(value)} is not in NFC", "normalize it: unicodedata.normalize('NFC', text)"


@final
@attrs.frozen(weakref_slot=False)
class Pattern:
    """A text that a regular expression matches as a whole.

    ``pattern`` is written in what Python and ECMA-262 have in common, without anchors.
    """

    rule: str
    pattern: str
    what: str
    example: str
    max_length: int | None = None

    def is_valid(self, value: str, /) -> bool:
        return (self.max_length is None or len(value) <= self.max_length) and bool(re.fullmatch(self.pattern, value))

    def violations(self, value: str, /) -> Iterator[Violation]:
        if not self.is_valid(value):
            yield self.rule, f"{show(value)} is not {self.what}", f"write something like {self.example}"


@final
@attrs.frozen(weakref_slot=False)
class Choice:
    """A text out of a fixed set."""

    rule: str
    choices: frozenset[str]
    what: str
    example: str

    def is_valid(self, value: str, /) -> bool:
        return value in self.choices

    def violations(self, value: str, /) -> Iterator[Violation]:
        if value not in self.choices:
            close = value.upper() if value.upper() in self.choices else self.example
            yield self.rule, f"{show(value)} is not {self.what}", f"write something like {close}"


@final
@attrs.frozen(weakref_slot=False)
class Range:
    """A whole number from ``low`` to ``high``, both inclusive, in ``unit``."""

    low: int
    high: int
    unit: str

    def is_valid(self, value: int, /) -> bool:
        return self.low <= value <= self.high

    def violations(self, value: int, /) -> Iterator[Violation]:
        if not self.is_valid(value):
            yield (
                "out-of-range",
                f"{show(value)} is outside {self.low} to {self.high}",
                f"write {self.unit}, from {self.low} to {self.high}",
            )


@final
@attrs.frozen(weakref_slot=False)
class PlausibleUpTo:
    """A number above ``high`` is legal and doubtful: a warning."""

    rule: str
    high: int
    what: str

    def is_valid(self, value: int, /) -> bool:
        return value <= self.high

    def violations(self, value: int, /) -> Iterator[Violation]:
        if value > self.high:
            yield self.rule, f"{show(value)} is {self.what}", f"check it: {self.high} or less is expected"


@final
@attrs.frozen(weakref_slot=False)
class Ref:
    """A text that is the id of a record of one of ``kinds`` (class names); of any kind if empty.

    The story checks it, which alone knows what is defined; but no record has an empty id.
    """

    kinds: frozenset[str] = frozenset()

    def is_valid(self, value: str, /) -> bool:
        return value != ""

    def violations(self, value: str, /) -> Iterator[Violation]:
        if not value:
            hint = f"write the id of: {', '.join(sorted(self.kinds)) or 'any record'}"
            yield "dangling-reference", "no record has an empty id", hint


@final
@attrs.frozen(weakref_slot=False)
class Day:
    """A date that is one plain day, without a mark."""

    def is_valid(self, value: Any, /) -> bool:
        return value.precision == "day" and not (value.approximate or value.uncertain)

    def violations(self, value: Any, /) -> Iterator[Violation]:
        if not self.is_valid(value):
            yield "bad-date", f"{show(str(value))} is not one day", "write a day without a mark, like '2019-01-23'"


@final
@attrs.frozen(weakref_slot=False)
class Items:
    """How many items a tuple needs at least, and whether each may stand in it once only."""

    minimum: int = 0
    unique: bool = True


# -- rules over several fields of one record ------------------------------------------------------


def _given(record: Any, names: Iterable[str]) -> list[str]:
    return [name for name in names if getattr(record, name) not in (None, ())]


@final
@attrs.frozen(weakref_slot=False)
class ExactlyOne:
    """One of the fields is given, and only one. A tuple is given when it has an item."""

    fields: tuple[str, ...]

    def is_valid(self, record: Any, /) -> bool:
        return len(_given(record, self.fields)) == 1

    def problem(self, record: Any, /) -> Problem:
        found = " and ".join(_given(record, self.fields)) or "neither"
        return Problem(
            (),
            "exactly-one",
            f"{found} of {' and '.join(self.fields)} given, where exactly one has to be",
            f"write either {' or '.join(self.fields)}",
        )


@final
@attrs.frozen(weakref_slot=False)
class AnyOf:
    """One of the fields is given, or more."""

    rule: str
    fields: tuple[str, ...]

    def is_valid(self, record: Any, /) -> bool:
        return bool(_given(record, self.fields))

    def problem(self, record: Any, /) -> Problem:
        names = " nor ".join(self.fields)
        return Problem((), self.rule, f"neither {names} is given", f"write {' or '.join(self.fields)}, or both")


@final
@attrs.frozen(weakref_slot=False)
class Ordered:
    """The first field is below the second, or at most equal to it unless ``strict``."""

    rule: str
    fields: tuple[str, str]
    strict: bool = False

    def is_valid(self, record: Any, /) -> bool:
        low, high = (getattr(record, name) for name in self.fields)
        return low is None or high is None or low < high or (low == high and not self.strict)

    def problem(self, record: Any, /) -> Problem:
        first, second = self.fields
        low, high = getattr(record, first), getattr(record, second)
        relation = "above" if self.strict else "at least"
        return Problem(
            (second,),
            self.rule,
            f"{second} is {high} where {first} is {low}",
            f"write a {second} that is {relation} {first}, or exchange the two",
            high,
        )


@final
@attrs.frozen(weakref_slot=False)
class SpanLength:
    """An anchor's ``exact`` is as long as its span: ``end - start`` code points."""

    fields: tuple[str, ...] = ("start", "end", "exact")

    def is_valid(self, record: Any, /) -> bool:
        # A span that is empty or reversed is another rule's business.
        return record.exact is None or record.end <= record.start or len(record.exact) == record.end - record.start

    def problem(self, record: Any, /) -> Problem:
        found, span = len(record.exact), record.end - record.start
        return Problem(
            ("exact",),
            "span-length",
            f"{show(record.exact)} has {found} code points, its span from {record.start} to {record.end} has {span}",
            "let Source.anchor(words) count, or mend start and end",
            record.exact,
        )


# -- all there are --------------------------------------------------------------------------------

FieldRule: TypeAlias = OneLine | Pattern | Choice | Range | PlausibleUpTo | Ref | Day
"""Every rule of one value."""

RecordRule: TypeAlias = ExactlyOne | AnyOf | Ordered | SpanLength
"""Every rule over several fields of one record."""
