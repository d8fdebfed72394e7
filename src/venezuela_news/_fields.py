"""What a record class declares: its fields, their kinds and rules, read from its annotations.

The constructor's check, the reading of documents, the JSON Schema and the strategies all follow
from :func:`fields_of` and :func:`rules_of`; nothing states a rule twice.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast, final

import attrs

from venezuela_news._rules import FieldRule, Items, RecordRule, Ref

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Field",
    "Kind",
    "cached_per_class",
    "expected",
    "field_holding",
    "fields_of",
    "label_of",
    "rules_of",
    "short_repr",
    "shortened",
]

R = TypeVar("R")


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


_KINDS: dict[type, Kind] = {str: Kind.TEXT, int: Kind.NUMBER, float: Kind.NUMBER, bool: Kind.FLAG}


def cached_per_class(function: Callable[[type], R]) -> Callable[[type], R]:
    """Remember what a function tells of a class. For type checkers, not every class is hashable."""
    return functools.cache(function)


def _kind(cls: type[Any]) -> Kind:
    if cls in _KINDS:
        return _KINDS[cls]
    if issubclass(cls, enum.Enum):
        return Kind.CHOICE
    if hasattr(cls, "__checked__"):
        return Kind.RECORD
    # A date is an attrs class as well, and declares no rules: it is a value read from one text.
    if getattr(cls, "__is_date__", False):
        return Kind.DATE
    raise TypeError(f"a field can't hold a {cls.__name__}: no kind of field is known for it")


def _opened(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type inside ``Annotated``, and what is annotated."""
    if typing.get_origin(hint) is Annotated:
        return hint.__origin__, hint.__metadata__
    return hint, ()


def _members(hint: Any) -> list[Any]:
    """List the types of a union; of another type, itself."""
    return list(typing.get_args(hint)) if typing.get_origin(hint) in (types.UnionType, typing.Union) else [hint]


def _field(attribute: attrs.Attribute[Any], hint: Any) -> Field:
    rules: list[Any] = []
    items: Items | None = None
    hint, extra = _opened(hint)
    rules += extra
    members = _members(hint)
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
        classes += _members(inner)
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


def field_holding(cls: Any) -> Field:
    """Make the field that a value of a class, or of a union of classes, stands in where it stands alone."""
    classes: tuple[type, ...] = typing.get_args(cls) or (cls,)
    return Field(
        name=classes[0].__name__,
        kind=_kind(classes[0]),
        types=classes,
        rules=(),
        items=None,
        optional=False,
        required=True,
        default=None,
    )


@cached_per_class
def fields_of(cls: type) -> tuple[Field, ...]:
    """The declared fields of a record class, in the model's order."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return tuple(_field(attribute, hints[attribute.name]) for attribute in attrs.fields(cls) if attribute.init)


def rules_of(cls: type) -> tuple[RecordRule, ...]:
    """The declared rules over several fields of a record class."""
    rules: tuple[RecordRule, ...] = cls.__dict__["__checked__"]
    return rules


_LABELS = ("name", "title", "label", "text", "gist", "caption", "description")
_LONGEST_SHOWN = 80


def label_of(record: Any) -> str:
    """Tell what to call a record: its name, title, label or words, or else its description or id."""
    for name in _LABELS:
        if label := getattr(record, name, None):
            return str(label)
    return str(record.id)


def shortened(text: str | None) -> str:
    """Show a text as Python writes it, of a long one the beginning; the repr of what holds a text uses it."""
    return repr(text if text is None or len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")


def short_repr(self: Any) -> str:
    """Show a record by its class, id and label, as ``<Person 'juan-guaido': 'Juan Guaidó'>``."""
    label = label_of(self)
    more = "" if label == self.id else f": {shortened(label)}"
    return f"<{type(self).__name__} {self.id!r}{more}>"


def expected(field: Field) -> str:
    """Describe what a field takes, or each item of it, for messages."""
    if field.kind is Kind.CHOICE:
        return "one of " + ", ".join(repr(member.value) for member in cast("type[enum.Enum]", field.type))
    return "a number" if float in field.types else str(field.kind.value)
