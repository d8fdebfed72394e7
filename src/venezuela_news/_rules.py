"""Rules as data: what one value may be, and what several fields of one record may be together.

1. A rule of one field stands beside the field, in its annotation:
   ``age: Annotated[int, Range(0, 150, "years")] | None = None``.
2. A rule over several fields of one record is an argument of the ``checked`` decorator.
3. A rule that is doubtful when broken, not impossible, says so by ``doubt``: ``check`` looks at
   it, and no constructor does.
4. The unions at the end name every rule there is: a new one is added there, and type checkers
   name each place that has to know it. Rules between records are elsewhere; they need the story.
"""

from __future__ import annotations

import abc
import math
import re
import unicodedata
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, final

import attrs

from venezuela_news import _registries
from venezuela_news._numbers import LEAST_SIZE, MAX_INTEGER, MOST_DIGITS, digits_of, nearest_kept
from venezuela_news._problems import Problem, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "FORBIDDEN_RANGES",
    "AnyOf",
    "Choice",
    "Day",
    "ExactlyOne",
    "FieldRule",
    "Items",
    "Known",
    "LicenseExpression",
    "OneLine",
    "Ordered",
    "Pattern",
    "PlausibleUpTo",
    "Quantity",
    "Range",
    "RecordRule",
    "Ref",
    "SpanLength",
    "Violation",
]

Violation: TypeAlias = tuple[str, str, str]
"""A rule's name, a message and a hint: a problem that does not know its place yet."""


class _ValueRule(abc.ABC):
    """The shape of a rule of one value: it yields what is wrong with a value of the right type."""

    __slots__ = ()

    doubt: ClassVar[bool] = False
    """Whether a value that breaks the rule is doubtful, rather than impossible."""

    @abc.abstractmethod
    def violations(self, value: Any, /) -> Iterator[Violation]:
        """Yield what is wrong with a value of the right type."""

    def is_valid(self, value: Any, /) -> bool:
        """Whether a value of the right type keeps the rule."""
        return next(self.violations(value), None) is None


# -- rules of one value ---------------------------------------------------------------------------

FORBIDDEN_RANGES = ((0x00, 0x08), (0x0A, 0x1F), (0x7F, 0x9F), (0x2028, 0x2029), (0xD800, 0xDFFF))
"""What no line of text holds, as ranges of code points: controls but the tab, U+2028, U+2029, surrogates."""

_FORBIDDEN = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in FORBIDDEN_RANGES) + "]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@final
@attrs.frozen
class OneLine(_ValueRule):
    """A text of one line in NFC, not blank, and without white space at its ends if ``trimmed``."""

    trimmed: bool = True

    def violations(self, value: str, /) -> Iterator[Violation]:
        forbidden = _FORBIDDEN.search(value)
        if forbidden is not None and _SURROGATE.search(value):
            yield "lone-surrogate", f"{show(value)} holds half of a surrogate pair", "write the whole character"
            return
        if forbidden is not None:
            where = f"U+{ord(forbidden[0]):04X} at offset {forbidden.start()} of {show(value)}"
            yield "control-character", f"{where} is a control character or line break", "write one line of text"
        elif not value or (self.trimmed and not value.strip()):
            hint = "write some text, or leave the key out if it may be absent"
            yield "blank-text", f"{show(value)} has no text", hint
        elif self.trimmed and value.strip() != value:
            yield "untrimmed-text", f"{show(value)} has white space at an end", f"write {show(value.strip())}"
        if not value.isascii() and not unicodedata.is_normalized("NFC", value):
            yield "not-normalized", f"{show(value)} is not in NFC", "normalize it: unicodedata.normalize('NFC', text)"


@final
@attrs.frozen
class Pattern(_ValueRule):
    """A text that a regular expression matches as a whole.

    ``pattern`` is written in what Python and ECMA-262 have in common, without anchors.
    ``registry`` is the one that is asked what was meant by a text that does not match, ``rewrites``
    are pairs of the pattern of such a text and what to write, with the pattern's group put in.
    """

    rule: str
    pattern: str
    what: str
    example: str
    max_length: int | None = None
    registry: _registries.Registry | None = None
    rewrites: tuple[tuple[str, str], ...] = ()

    def violations(self, value: str, /) -> Iterator[Violation]:
        if (self.max_length is not None and len(value) > self.max_length) or not re.fullmatch(self.pattern, value):
            hint = _meant(self.registry, value) or self._rewritten(value) or f"write something like {self.example}"
            yield self.rule, f"{show(value)} is not {self.what}", hint

    def _rewritten(self, value: str) -> str | None:
        for wrong, right in self.rewrites:
            text = value.strip() if len(value) <= _LONGEST_REWRITTEN else ""
            if (found := re.fullmatch(wrong, text, re.ASCII)) and re.fullmatch(self.pattern, right.format(found[1])):
                return f"write {show(right.format(found[1]), 2 * _LONGEST_REWRITTEN)}"
        return None


@final
@attrs.frozen
class Choice(_ValueRule):
    """A text out of a fixed set.

    ``mistakes`` are pairs of a well-known wrong word, in capital letters, and what to write instead.
    ``registry`` is the one that is asked what was meant by any other.
    """

    rule: str
    choices: frozenset[str]
    what: str
    example: str
    mistakes: tuple[tuple[str, str], ...] = ()
    registry: _registries.Registry | None = None

    def violations(self, value: str, /) -> Iterator[Violation]:
        if value not in self.choices:
            yield self.rule, f"{show(value)} is not {self.what}", self._hint(value)

    def _hint(self, value: str) -> str:
        word = value.strip().upper() if len(value) <= _LONGEST_MISTAKE else value
        if word in self.choices:
            return f"write '{word}'"
        mistake = dict(self.mistakes).get(word)
        return mistake or _meant(self.registry, value) or f"write something like {self.example}"


_LONGEST_MISTAKE = 64
_LONGEST_REWRITTEN = 200


def _meant(registry: _registries.Registry | None, value: str) -> str | None:
    """Make a hint of what a registry says was meant by a text, if it says so."""
    found = None if registry is None else _registries.meant(registry, value)
    return f"write '{found}', if that is meant" if found is not None else None


@final
@attrs.frozen
class LicenseExpression(_ValueRule):
    """A well-formed SPDX license expression. Its ids may be in no list."""

    rule: str
    what: str
    example: str
    pattern: str = _registries.LICENSE_PATTERN
    max_length: int = _registries.MAX_LICENSE

    def violations(self, value: str, /) -> Iterator[Violation]:
        if not _registries.is_license_expression(value):
            yield self.rule, f"{show(value)} is not {self.what}", self._hint(value)

    def _hint(self, value: str) -> str:
        if len(value) > self.max_length:
            return f"write {self.max_length} characters at most"
        if (meant := _meant("license", value)) is not None:
            return meant
        if value.count("(") != value.count(")"):
            return "close each round bracket that is opened"
        return f"write something like {self.example}, or name a license that is in no list: 'LicenseRef-press'"


@final
@attrs.frozen
class Known(_ValueRule):
    """A well-formed text that a registry knows in all its parts. Any other is legal and doubtful."""

    doubt: ClassVar[bool] = True

    rule: str
    registry: Literal["language", "license"]
    otherwise: str

    def violations(self, value: str, /) -> Iterator[Violation]:
        if unknown := _registries.unknown_parts(self.registry, value):
            message = f"{show(value)} is well formed, but no list knows {', '.join(unknown)}"
            yield self.rule, message, _meant(self.registry, value) or self.otherwise


@final
@attrs.frozen
class Range(_ValueRule):
    """A whole number from ``low`` to ``high``, both inclusive; ``what`` names it: "years"."""

    low: int
    high: int
    what: str

    def violations(self, value: int, /) -> Iterator[Violation]:
        if not self.low <= value <= self.high:
            hint = f"write {self.what}, from {self.low} to {self.high}"
            yield "out-of-range", f"{show(value)} is outside {self.low} to {self.high}", hint


@final
@attrs.frozen
class Quantity(_ValueRule):
    """A number that every format keeps.

    It is 0, or from 0.0001 to 2^53 - 1 in size; a ``float`` has at most 15 significant digits in its
    shortest form, so that a reader of another format or language comes to the same number.
    """

    def violations(self, value: int | float, /) -> Iterator[Violation]:  # noqa: PYI041 - either is meant
        if isinstance(value, float) and not math.isfinite(value):
            yield "non-finite-number", f"{value} is not a finite number", "write a finite number, or leave the key out"
        elif not -MAX_INTEGER <= value <= MAX_INTEGER:
            bounds = f"{-MAX_INTEGER} to {MAX_INTEGER}"
            yield "out-of-range", f"{show(value)} is outside {bounds}", f"write a number from {bounds}"
        elif isinstance(value, float) and abs(value) < LEAST_SIZE:
            message = f"{value!r} is closer to zero than {LEAST_SIZE}, and not kept by every format"
            yield "too-precise", message, "write it in a smaller unit"
        elif isinstance(value, float) and digits_of(value) > MOST_DIGITS:
            message = f"{value!r} has more than the {MOST_DIGITS} significant digits that every format keeps"
            yield "too-precise", message, f"write {nearest_kept(value)}"


@final
@attrs.frozen
class PlausibleUpTo(_ValueRule):
    """A number above ``high`` is legal and doubtful; ``what`` names such a number: "an age few reach"."""

    doubt: ClassVar[bool] = True

    rule: str
    high: int
    what: str

    def violations(self, value: int, /) -> Iterator[Violation]:
        if value > self.high:
            yield self.rule, f"{show(value)} is {self.what}", f"check it: {self.high} or less is expected"


@final
@attrs.frozen
class Ref(_ValueRule):
    """A text that is the id of a record of one of ``kinds`` (class names); of any kind if empty.

    The story checks it, which alone knows what is defined; but no record has an empty id.
    """

    kinds: frozenset[str] = frozenset()

    def violations(self, value: str, /) -> Iterator[Violation]:
        if not value:
            hint = f"write the id of: {', '.join(sorted(self.kinds)) or 'any record'}"
            yield "dangling-reference", "no record has an empty id", hint


@final
@attrs.frozen
class Day(_ValueRule):
    """A date that is one plain day, without a mark."""

    def violations(self, value: Any, /) -> Iterator[Violation]:
        if value.precision != "day" or value.approximate or value.uncertain:
            yield "bad-date", f"{show(str(value))} is not one day", "write a day without a mark, like '2019-01-23'"


@final
@attrs.frozen
class Items:
    """How many items a tuple needs at least, and whether each may stand in it once only."""

    minimum: int = 0
    unique: bool = True


# -- rules over several fields of one record ------------------------------------------------------


def _given(record: Any, names: Iterable[str]) -> list[str]:
    return [name for name in names if getattr(record, name) not in (None, ())]


@final
@attrs.frozen
class ExactlyOne:
    """One of the fields is given, and only one. A tuple is given when it has an item."""

    fields: tuple[str, ...]

    def is_valid(self, record: Any, /) -> bool:
        """Whether a record whose fields have their types keeps the rule."""
        return len(_given(record, self.fields)) == 1

    def problem(self, record: Any, /) -> Problem:
        """Make the problem of a record that breaks the rule."""
        found = " and ".join(_given(record, self.fields)) or "neither"
        message = f"{found} of {' and '.join(self.fields)} given, where exactly one has to be"
        return Problem((), "exactly-one", message, f"write either {' or '.join(self.fields)}")


@final
@attrs.frozen
class AnyOf:
    """One of the fields is given, or more."""

    rule: str
    fields: tuple[str, ...]

    def is_valid(self, record: Any, /) -> bool:
        """Whether a record whose fields have their types keeps the rule."""
        return bool(_given(record, self.fields))

    def problem(self, record: Any, /) -> Problem:
        """Make the problem of a record that breaks the rule."""
        names = " nor ".join(self.fields)
        return Problem((), self.rule, f"neither {names} is given", f"write {' or '.join(self.fields)}, or both")


@final
@attrs.frozen
class Ordered:
    """The first field is below the second, or at most equal to it unless ``strict``."""

    rule: str
    fields: tuple[str, str]
    strict: bool = False

    def is_valid(self, record: Any, /) -> bool:
        """Whether a record whose fields have their types keeps the rule."""
        low, high = (getattr(record, name) for name in self.fields)
        return low is None or high is None or low < high or (low == high and not self.strict)

    def problem(self, record: Any, /) -> Problem:
        """Make the problem of a record that breaks the rule, at the second field."""
        first, second = self.fields
        low, high = getattr(record, first), getattr(record, second)
        relation = "above" if self.strict else "at least"
        hint = f"write a {second} that is {relation} {first}, or exchange the two"
        return Problem((second,), self.rule, f"{second} is {high} where {first} is {low}", hint, high)


@final
@attrs.frozen
class SpanLength:
    """An anchor's ``exact`` is as long as its span: ``end - start`` code points."""

    fields: tuple[str, ...] = ("start", "end", "exact")

    def is_valid(self, record: Any, /) -> bool:
        """Whether a record whose fields have their types keeps the rule."""
        # A span that is empty or reversed is another rule's business.
        return record.exact is None or record.end <= record.start or len(record.exact) == record.end - record.start

    def problem(self, record: Any, /) -> Problem:
        """Make the problem of a record that breaks the rule."""
        found, span = len(record.exact), record.end - record.start
        where = f"its span from {record.start} to {record.end} has {span}"
        message = f"{show(record.exact)} has {found} code points, {where}"
        hint = "let Source.anchor(words) count, or mend start and end"
        return Problem(("exact",), "span-length", message, hint, record.exact)


# -- all there are --------------------------------------------------------------------------------

FieldRule: TypeAlias = (
    OneLine | Pattern | Choice | LicenseExpression | Known | Range | Quantity | PlausibleUpTo | Ref | Day
)
"""Every rule of one value."""

RecordRule: TypeAlias = ExactlyOne | AnyOf | Ordered | SpanLength
"""Every rule over several fields of one record."""
