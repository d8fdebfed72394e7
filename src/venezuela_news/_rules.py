"""What a field's rule is, and how a record declares it.

1. A rule of one field stands beside the field, as data, in its annotation:
   ``age: Annotated[int, Range(0, 150)] | None = None``.
2. A rule over several fields of one record is an argument of :func:`checked`.
3. The constructor's check, the reading of documents, the JSON Schema and the strategies all
   follow from :func:`fields_of` and :func:`rules_of`; nothing states a rule twice.

Rules between records are elsewhere: they need the whole story.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re
import types
import typing
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TypeVar, cast, final

import attrs

from venezuela_news._problems import InvalidStory, Problem, Severity, show

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

__all__ = [
    "MAX_INTEGER",
    "UNCLEAN",
    "AnyOf",
    "Between",
    "Choice",
    "Doubtful",
    "ExactlyOne",
    "Field",
    "FieldRule",
    "Items",
    "Kind",
    "Line",
    "Ordered",
    "Pattern",
    "Range",
    "RecordRule",
    "Ref",
    "SpanLength",
    "a",
    "checked",
    "faults_of",
    "fields_of",
    "items_of",
    "named",
    "once",
    "raise_errors",
    "rules_of",
]

T = TypeVar("T")
R = TypeVar("R")

MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps (RFC 8259, section 6)."""

#: A fault is a rule's name, a message and a hint: a problem that does not know its place yet.
Fault = tuple[str, str, str]


class FieldRule(Protocol):
    """What every rule of one value offers."""

    def fine(self, value: Any, /) -> bool:
        """Whether a value of the right type keeps the rule."""
        ...

    def faults(self, value: Any, /) -> Iterator[Fault]:
        """What is wrong with a value of the right type."""
        ...


# -- rules of one value ---------------------------------------------------------------------------

UNCLEAN = ((0x00, 0x08), (0x0A, 0x1F), (0x7F, 0x9F), (0x2028, 0x2029), (0xD800, 0xDFFF))
"""What no line of text holds, as ranges of code points: controls but the tab, U+2028, U+2029, surrogates."""

_CLEAN = re.compile("[^" + "".join(f"{chr(low)}-{chr(high)}" for low, high in UNCLEAN) + "]*")
_SURROGATE = re.compile("[\ud800-\udfff]")


@final
@attrs.frozen(weakref_slot=False)
class Line:
    """A text of one line in NFC, not blank, and without white space at its ends if ``trimmed``."""

    trimmed: bool = True

    def fine(self, value: str, /) -> bool:
        return (
            value != ""
            and _CLEAN.fullmatch(value) is not None
            and (value.strip() == value if self.trimmed else True)
            and (value.isascii() or unicodedata.is_normalized("NFC", value))
        )

    def faults(self, value: str, /) -> Iterator[Fault]:
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

    def fine(self, value: str, /) -> bool:
        return (self.max_length is None or len(value) <= self.max_length) and bool(re.fullmatch(self.pattern, value))

    def faults(self, value: str, /) -> Iterator[Fault]:
        if not self.fine(value):
            yield self.rule, f"{show(value)} is not {self.what}", f"write something like {self.example}"


@final
@attrs.frozen(weakref_slot=False)
class Choice:
    """A text out of a fixed set."""

    rule: str
    choices: frozenset[str]
    what: str
    example: str

    def fine(self, value: str, /) -> bool:
        return value in self.choices

    def faults(self, value: str, /) -> Iterator[Fault]:
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

    def fine(self, value: int, /) -> bool:
        return self.low <= value <= self.high

    def faults(self, value: int, /) -> Iterator[Fault]:
        if not self.fine(value):
            yield (
                "out-of-range",
                f"{show(value)} is outside {self.low} to {self.high}",
                f"write {self.unit}, from {self.low} to {self.high}",
            )


@final
@attrs.frozen(weakref_slot=False)
class Doubtful:
    """A number above ``high`` is legal and doubtful: a warning."""

    rule: str
    high: int
    what: str

    def fine(self, value: int, /) -> bool:
        return value <= self.high

    def faults(self, value: int, /) -> Iterator[Fault]:
        if value > self.high:
            yield self.rule, f"{show(value)} is {self.what}", f"check it: {self.high} or less is expected"


@final
@attrs.frozen(weakref_slot=False)
class Ref:
    """A text that is the id of a record of one of ``kinds`` (class names); of any kind if empty.

    The story checks it, which alone knows what is defined; but no record has an empty id.
    """

    kinds: frozenset[str] = frozenset()

    def fine(self, value: str, /) -> bool:
        return value != ""

    def faults(self, value: str, /) -> Iterator[Fault]:
        if not value:
            hint = f"write the id of: {', '.join(sorted(self.kinds)) or 'any record'}"
            yield "dangling-reference", "no record has an empty id", hint


@final
@attrs.frozen(weakref_slot=False)
class Items:
    """How many items a tuple needs at least, and whether each may stand in it once only."""

    minimum: int = 0
    unique: bool = True


# -- rules over several fields of one record ------------------------------------------------------


class RecordRule(Protocol):
    """What every rule over several fields offers. ``fields`` are those that it reads."""

    @property
    def fields(self) -> tuple[str, ...]: ...

    def fine(self, record: Any, /) -> bool: ...

    def problem(self, record: Any, /) -> Problem: ...


def _given(record: Any, names: Iterable[str]) -> list[str]:
    return [name for name in names if getattr(record, name) not in (None, ())]


@final
@attrs.frozen(weakref_slot=False)
class ExactlyOne:
    """One of the fields is given, and only one. A tuple is given when it has an item."""

    fields: tuple[str, ...]

    def fine(self, record: Any, /) -> bool:
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

    def fine(self, record: Any, /) -> bool:
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

    def fine(self, record: Any, /) -> bool:
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

    def fine(self, record: Any, /) -> bool:
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


#: A check that needs the whole record, nested ones included; only a story has one.
Between = typing.Callable[[Any], "Iterable[Problem]"]


# -- what a record declares -----------------------------------------------------------------------


@final
class Kind(enum.Enum):
    """What stands in a field, or in each item of it."""

    TEXT = "a text"
    NUMBER = "a whole number"
    FLAG = "true or false"
    CHOICE = "one of a list of words"
    DATE = "a date in EDTF, such as 2019-01-23"
    RECORD = "an object"


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Field:
    """A field of a record as it was declared.

    ``types`` are the Python classes of its values: several for a date of either class.
    ``items`` is there for a tuple, and then ``kind``, ``types`` and ``rules`` are its items'.
    """

    name: str
    kind: Kind
    types: tuple[type, ...]
    rules: tuple[FieldRule, ...]
    items: Items | None
    optional: bool
    required: bool
    default: Any

    @property
    def type(self) -> Any:
        """The one class of the values of a field that has one."""
        return self.types[0]

    @property
    def ref(self) -> Ref | None:
        """The reference rule, where the field names records."""
        return next((rule for rule in self.rules if isinstance(rule, Ref)), None)


_KINDS: dict[type, Kind] = {str: Kind.TEXT, int: Kind.NUMBER, bool: Kind.FLAG}


#: By this, a type checker narrows to a tuple of anything; by the class itself, to one of the unknown.
_TUPLE: type[tuple[Any, ...]] = tuple


def once(function: Callable[[type], R]) -> Callable[[type], R]:
    """Remember what a function tells of a class. For type checkers, not every class is hashable."""
    return functools.cache(function)


def _kind(cls: type[Any]) -> Kind:
    if cls in _KINDS:
        return _KINDS[cls]
    if issubclass(cls, enum.Enum):
        return Kind.CHOICE
    # A date is an attrs class as well, and declares no rules: it is a value read from one text.
    return Kind.RECORD if hasattr(cls, "__checked__") else Kind.DATE


def _opened(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type inside ``Annotated``, and what is annotated."""
    if typing.get_origin(hint) is Annotated:
        return hint.__origin__, hint.__metadata__
    return hint, ()


def _field(attribute: attrs.Attribute[Any], hint: Any) -> Field:
    rules: list[Any] = []
    items: Items | None = None
    hint, extra = _opened(hint)
    rules += extra
    members = [hint]
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        members = list(typing.get_args(hint))
    optional = type(None) in members
    classes: list[type] = []
    for member in members:
        if member is type(None):
            continue
        inner, extra = _opened(member)
        rules += extra
        if typing.get_origin(inner) is tuple:
            items = next((rule for rule in rules if isinstance(rule, Items)), Items())
            inner, extra = _opened(typing.get_args(inner)[0])
            rules += extra
        classes.append(inner)
    required = attribute.default is attrs.NOTHING
    return Field(
        name=attribute.name,
        kind=_kind(classes[0]),
        types=tuple(classes),
        rules=tuple(rule for rule in rules if not isinstance(rule, Items)),
        items=items,
        optional=optional,
        required=required,
        default=None if required else attribute.default,
    )


@once
def fields_of(cls: type) -> tuple[Field, ...]:
    """The declared fields of a record class, in the model's order."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return tuple(_field(attribute, hints[attribute.name]) for attribute in attrs.fields(cls) if attribute.init)


def rules_of(cls: type) -> tuple[RecordRule, ...]:
    """The declared rules over several fields of a record class."""
    rules: tuple[RecordRule, ...] = cls.__dict__["__checked__"]
    return rules


# -- the check ------------------------------------------------------------------------------------


def a(kind: Kind, cls: type) -> str:
    """A kind of value as a message names what is allowed."""
    if kind is Kind.CHOICE:
        return "one of " + ", ".join(repr(member.value) for member in cast("type[enum.Enum]", cls))
    return str(kind.value)


_SCALARS: dict[type, str] = {bool: "boolean", str: "text", int: "number", float: "number"}
_COLLECTIONS: dict[type, str] = {list: "a list", tuple: "a tuple", dict: "an object"}


def named(value: object) -> str:
    """A value as a message names what was found: its type where that says more than the value."""
    if value is None:
        return "null"
    if isinstance(value, bool | int | float | str):
        return f"the {_SCALARS.get(type(value), type(value).__name__)} {show(value)}"
    return _COLLECTIONS.get(type(value), f"a {type(value).__name__}")


def _fine(field: Field) -> Callable[[Any], bool]:
    """A quick yes or no for one field's value; what is wrong, if anything, is told by ``_faults``."""
    rules = tuple(rule.fine for rule in field.rules)
    return _scalar(field, rules) if field.items is None else _several(field.types[0], rules, field.items)


def _scalar(field: Field, rules: tuple[Callable[[Any], bool], ...]) -> Callable[[Any], bool]:
    classes, optional = field.types, field.optional
    first = classes[0]

    def free(value: Any) -> bool:
        return type(value) is first or type(value) in classes or (value is None and optional)

    def ruled(value: Any) -> bool:
        if type(value) is not first and type(value) not in classes:
            return value is None and optional
        return only(value) if only is not None else all(fine(value) for fine in rules)

    # Most fields have one rule, or none; every record is checked by these.
    only = rules[0] if len(rules) == 1 else None
    return ruled if rules else free


def _several(cls: type, rules: tuple[Callable[[Any], bool], ...], items: Items) -> Callable[[Any], bool]:
    minimum, unique = items.minimum, items.unique

    def several(value: Any) -> bool:
        if type(value) is not _TUPLE or len(value) < minimum:
            return False
        if not value:
            return True
        for item in value:
            if type(item) is not cls:
                return False
            for fine in rules:
                if not fine(item):
                    return False
        return not unique or len(value) == 1 or len(set(value)) == len(value)

    return several


def _wrong_type(field: Field, value: object, path: tuple[str | int, ...], many: bool) -> Problem:
    allowed = " or ".join(cls.__name__ for cls in field.types)
    if many:
        allowed = f"a tuple of {allowed}"
    written = _written(field, value, many=many) or allowed
    hint = f"write {written}" + (", or None" if field.optional and not many else "")
    return Problem(path, "wrong-type", f"{named(value)} is not {allowed}", hint, value)


def _written(field: Field, value: Any, *, many: bool) -> str | None:
    """What to write in place of a value of the wrong type, where that can be told from the value."""
    if many:
        if isinstance(value, list):
            return "a tuple: tuple(values)"
        one = show(value) if isinstance(value, str) else "value"
        return f"a tuple: ({one},)" if type(value) in field.types else None
    if field.kind is Kind.CHOICE:
        members = list(field.type)
        return " or ".join(
            f"{field.type.__name__}.{one.name}" for one in members if one == value or value not in members
        )
    if field.kind is Kind.DATE and isinstance(value, str | dt.date):
        text = value if isinstance(value, str) else value.isoformat()
        return f"{field.types['/' in text and len(field.types) > 1].__name__}({show(text)})"
    if field.ref is not None and isinstance(getattr(value, "id", None), str):
        return f"its id: {show(value.id)}"
    return value if field.kind is Kind.NUMBER and isinstance(value, str) and value.isdecimal() else None


def faults_of(field: Field, value: Any, *path: str | int) -> Iterator[Problem]:
    """The problems of one value that has its field's type already, by the first rule that it breaks."""
    for rule in field.rules:
        found = [Problem(path, name, message, hint, value) for name, message, hint in rule.faults(value)]
        if found:
            yield from found
            return


def items_of(field: Field, values: tuple[Any, ...], *path: str | int, skip: Collection[int] = ()) -> Iterator[Problem]:
    """The problems of a tuple as a whole: too few items, or one twice. Items to skip are no one's double."""
    items = field.items or Items()
    if len(values) < items.minimum:
        yield Problem(path, "empty-list", f"{field.name} is empty", f"write at least {items.minimum}", values)
    if items.unique:
        seen: dict[Any, int] = {}
        for index, value in enumerate(values):
            if index not in skip and (first := seen.setdefault(value, index)) != index:
                where = f"item {first} and item {index} of {field.name} are the same"
                yield Problem((*path, index), "duplicate-item", where, "leave the later one out", value)


def _faults(field: Field, value: Any) -> Iterator[Problem]:
    if value is None and field.optional:
        return
    if field.items is None:
        if type(value) not in field.types:
            yield _wrong_type(field, value, (field.name,), many=False)
        else:
            yield from faults_of(field, value, field.name)
        return
    if type(value) is not _TUPLE:
        yield _wrong_type(field, value, (field.name,), many=True)
        return
    items = cast("tuple[object, ...]", value)
    untyped = {index for index, item in enumerate(items) if type(item) not in field.types}
    for index, item in enumerate(items):
        if index in untyped:
            yield _wrong_type(field, item, (field.name, index), many=False)
        else:
            yield from faults_of(field, item, field.name, index)
    yield from items_of(field, items, field.name, skip=untyped)


@once
def _compiled(cls: type) -> tuple[tuple[str, Callable[[Any], bool]], ...]:
    return tuple((field.name, _fine(field)) for field in fields_of(cls))


def _problems(record: object) -> Iterator[Problem]:
    """Everything that is wrong or doubtful in a record, its nested records taken as legal."""
    faulty: set[str] = set()
    for field in fields_of(type(record)):
        for problem in _faults(field, getattr(record, field.name)):
            faulty.add(field.name)
            yield problem
    for rule in rules_of(type(record)):
        if not faulty.intersection(rule.fields) and not rule.fine(record):
            yield rule.problem(record)


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise if any of the problems is an error.

    Raises:
        InvalidStory: With every problem, warnings included.
    """
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise InvalidStory(found)


def checked(*rules: RecordRule, between: Between | None = None) -> Callable[[type[T]], type[T]]:
    """Let a class's constructor check the declared rules, and report all that is broken at once.

    Args:
        rules: Rules over several fields of the record.
        between: The check of the record as a whole, run when its own fields have their types.
    """

    def decorate(cls: type[T]) -> type[T]:
        build: Callable[..., None] = cls.__init__

        @functools.wraps(build)
        def construct(self: Any, *args: Any, **kwargs: Any) -> None:
            build(self, *args, **kwargs)
            for name, fine in _compiled(cls):
                if not fine(getattr(self, name)):
                    break
            else:
                if not rules or all(rule.fine(self) for rule in rules):
                    if between is not None:
                        raise_errors(between(self))
                    return
            problems = list(_problems(self))
            if between is not None and not any(problem.rule == "wrong-type" for problem in problems):
                problems += between(self)
            raise_errors(problems)

        opened: Any = cls
        opened.__init__ = construct
        opened.__checked__ = rules
        return cls

    return decorate
