"""The check that a record's constructor makes of the declared rules: all problems at once."""

from __future__ import annotations

import datetime as dt
import functools
import typing
from typing import TYPE_CHECKING, Any, TypeVar, cast

from venezuela_news._errors import InvalidStory
from venezuela_news._fields import Field, Kind, cached_per_class, fields_of, rules_of
from venezuela_news._problems import Problem, Severity, described, show
from venezuela_news._rules import Items, RecordRule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

__all__ = ["checked", "items_of", "raise_errors", "violations_of"]

T = TypeVar("T")

#: A check that needs the whole record, nested ones included; only a story has one.
Between = typing.Callable[[Any], "Iterable[Problem]"]

#: By this, a type checker narrows to a tuple of anything; by the class itself, to one of the unknown.
_TUPLE: type[tuple[Any, ...]] = tuple


def _fine(field: Field) -> Callable[[Any], bool]:
    """A quick yes or no for one field's value; what is wrong, if anything, is told by ``_faults``."""
    rules = tuple(rule.is_valid for rule in field.rules)
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
    return Problem(path, "wrong-type", f"{described(value)} is not {allowed}", hint, value)


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


def violations_of(field: Field, value: Any, *path: str | int) -> Iterator[Problem]:
    """The problems of one value that has its field's type already, by the first rule that it breaks."""
    for rule in field.rules:
        found = [Problem(path, name, message, hint, value) for name, message, hint in rule.violations(value)]
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
            yield from violations_of(field, value, field.name)
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
            yield from violations_of(field, item, field.name, index)
    yield from items_of(field, items, field.name, skip=untyped)


@cached_per_class
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
        if not faulty.intersection(rule.fields) and not rule.is_valid(record):
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
                if not rules or all(rule.is_valid(self) for rule in rules):
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
