"""The converter: cattrs with strict hooks, which refuse and never coerce."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from venezuela_news._codec._parsed import is_list, is_object
from venezuela_news._dates import Interval, PartialDate, parse_date
from venezuela_news._fields import Kind, fields_of
from venezuela_news._story import SCHEMA_VERSION, Story

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["choices", "structured", "unstructured"]

T = TypeVar("T")


class _Refused(Exception):
    """A value is not legal here; the diagnosis says why."""


def _exact_hook(cls: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise _Refused
        return value

    return structure


def _choice_hook(cls: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not str:
            raise _Refused
        return cls(value)

    return structure


def _number_hook(value: Any, _: Any) -> int | float:
    if type(value) is not int and type(value) is not float:
        raise _Refused
    return value


def _date_hook(value: Any, _: Any) -> PartialDate | Interval:
    if type(value) is not str:
        raise _Refused
    return parse_date(value)


def _day_hook(value: Any, _: Any) -> PartialDate:
    date = _date_hook(value, _)
    if type(date) is not PartialDate:
        raise _Refused
    return date


def _interval_hook(value: Any, _: Any) -> Interval:
    if type(value) is not str:
        raise _Refused
    return Interval(value)


def _is_record(cls: Any) -> bool:
    return hasattr(cls, "__checked__")


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _is_annotated(cls: Any) -> bool:
    return get_origin(cls) is Annotated


@cache
def _converter() -> Converter:
    # Prefer the constructor's own complaint over a collection of them: the diagnosis collects.
    converter = Converter(detailed_validation=False, forbid_extra_keys=True, omit_if_default=True)
    # Class by class: a predicate hook loses to the built-in one for str, which takes StrEnums as well.
    for cls in (str, int, bool):
        converter.register_structure_hook(cls, _exact_hook(cls))
    for choice in choices():
        converter.register_structure_hook(choice, _choice_hook(choice))
    converter.register_structure_hook_func(lambda cls: cls == int | float, _number_hook)
    converter.register_structure_hook_func(lambda cls: cls == PartialDate | Interval, _date_hook)
    converter.register_structure_hook_func(lambda cls: cls is PartialDate, _day_hook)
    converter.register_structure_hook_func(lambda cls: cls is Interval, _interval_hook)
    converter.register_structure_hook_func(lambda cls: cls == PartialDate | Interval | None, _optional_hook(_date_hook))

    # No hook here looks at its second argument: what is annotated is structured by the type's own hook.
    @converter.register_structure_hook_factory(_is_annotated)
    def annotated(cls: Any) -> Callable[[Any, Any], Any]:
        return converter.get_structure_hook(cls.__origin__)

    @converter.register_structure_hook_factory(_is_tuple)
    def tuples(cls: Any) -> Callable[[Any, Any], Any]:
        inner = cls.__args__[0]
        hook = converter.get_structure_hook(inner)

        def structure(value: Any, _: Any) -> tuple[Any, ...]:
            if not is_list(value):
                raise _Refused
            return tuple([hook(item, inner) for item in value])

        return structure

    @converter.register_structure_hook_factory(_is_record)
    def records(cls: Any) -> Callable[[Any, Any], Any]:
        build = make_dict_structure_fn(
            cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False
        )
        absent = frozenset(field.name for field in fields_of(cls) if not field.required)

        def structure(value: Any, _: Any) -> Any:
            if not is_object(value):
                raise _Refused
            # Null is absence wherever a field may be absent.
            if None in value.values():
                value = {key: item for key, item in value.items() if item is not None or key not in absent}
            return build(value, cls)

        return structure

    _register_writing(converter)
    return converter


def _register_writing(converter: Converter) -> None:
    """Register how values are written: in the model's order, without defaults."""
    for choice in choices():
        converter.register_unstructure_hook(choice, lambda member: member.value)

    @converter.register_unstructure_hook_factory(_is_record)
    def plain_records(cls: Any) -> Callable[[Any], Any]:
        build = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
        names = [field.name for field in fields_of(cls)]

        def unstructure(record: Any) -> dict[str, Any]:
            # cattrs puts what can't be left out first; documents keep the model's order.
            found = build(record)
            return {name: found[name] for name in names if name in found}

        return unstructure

    @converter.register_unstructure_hook_factory(_is_tuple)
    def plain_tuples(cls: Any) -> Callable[[Any], Any]:
        hook = converter.get_unstructure_hook(cls.__args__[0])
        return lambda values: [hook(value) for value in values]

    for date in (PartialDate, Interval):
        converter.register_unstructure_hook(date, lambda value: value.text)


def choices(cls: type = Story) -> set[type]:
    """The enums in the fields of a record class and of those nested in it."""
    fields = fields_of(cls)
    own = {field.type for field in fields if field.kind is Kind.CHOICE}
    return own.union(*(choices(field.type) for field in fields if field.kind is Kind.RECORD))


def _optional_hook(hook: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, cls: None if value is None else hook(value, cls)


def structured(value: Any, cls: type[T]) -> T | None:
    """Build a value of one of our classes, of legal plain data; ``None`` if the data is not legal."""
    if cls is Story:
        if not is_object(value):
            return None
        value = {**value}
        version = value.pop("schema_version", None)
        if type(version) is not int or version != SCHEMA_VERSION:
            return None
    try:
        return _converter().structure(value, cls)
    except Exception:  # noqa: BLE001 - whatever it is, the diagnosis reports it in our words
        return None


def unstructured(value: object) -> Any:
    """Give a value of one of our classes as plain data: keys in the model's order, defaults left out.

    A story's document begins with ``schema_version``.
    """
    plain = _converter().unstructure(value, type(value))
    return {"schema_version": SCHEMA_VERSION, **plain} if type(value) is Story else plain
