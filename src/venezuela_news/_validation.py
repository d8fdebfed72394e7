"""The check of a record against its declared rules: all problems at once.

1. A constructor first asks for a plain yes or no, by functions that are compiled once a class; only
   a refusal is explained, problem by problem.
2. A :class:`Draft` stands for a record that could not be built, while its document is diagnosed.
3. Doubtful is not impossible: doubts are looked for where somebody asks, by :func:`doubts_of`.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from typing import TYPE_CHECKING, Any, TypeVar, cast, final

from venezuela_news._errors import InvalidStory
from venezuela_news._fields import Field, Kind, cached_per_class, fields_of, rules_of
from venezuela_news._limits import DEFAULT_LIMITS, ProblemList
from venezuela_news._numbers import number_meant
from venezuela_news._problems import Problem, described, show
from venezuela_news._rules import Items, RecordRule
from venezuela_news._seams import advise_hypothesis, connected

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

__all__ = ["Draft", "checked", "doubts_of", "items_of", "raise_problems", "violations_of"]

T = TypeVar("T")

#: By this, a type checker narrows to a tuple of anything; by the class itself, to one of the unknown.
_TUPLE: type[tuple[Any, ...]] = tuple


@final
class Draft:
    """A record of a document that is being diagnosed; drafts are equal where all they hold is.

    It has the attributes of a record of the class ``of``; blanks (``""``, ``None``, ``()``) stand
    for what could not be read. ``faulty`` names the fields in which something is wrong.
    """

    __slots__ = ("__dict__", "faulty", "of")

    def __init__(self, of: type) -> None:
        self.of = of
        self.faulty: set[str] = set()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Draft) and self.of is other.of and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.of, *self.__dict__.values()))


# -- a quick yes or no ----------------------------------------------------------------------------


def _validity(field: Field) -> Callable[[Any], bool]:
    """Compile a quick yes or no for one field's value; ``_field_problems`` explains a no."""
    rules = tuple(rule.is_valid for rule in field.rules if not rule.doubt)
    return _scalar_validity(field, rules) if field.items is None else _tuple_validity(field, rules, field.items)


def _scalar_validity(field: Field, rules: tuple[Callable[[Any], bool], ...]) -> Callable[[Any], bool]:
    classes, optional = field.types, field.optional
    first = classes[0]

    def typed(value: Any) -> bool:
        return type(value) is first or type(value) in classes or (value is None and optional)

    def ruled(value: Any) -> bool:
        if type(value) is not first and type(value) not in classes:
            return value is None and optional
        return only(value) if only is not None else all(is_valid(value) for is_valid in rules)

    # Most fields have one rule, or none; every record is checked by these.
    only = rules[0] if len(rules) == 1 else None
    return ruled if rules else typed


def _tuple_validity(field: Field, rules: tuple[Callable[[Any], bool], ...], items: Items) -> Callable[[Any], bool]:
    classes = field.types
    minimum, unique = items.minimum, items.unique

    def several(value: Any) -> bool:
        if type(value) is not _TUPLE or len(value) < minimum:
            return False
        if not value:
            return True
        for item in value:
            if type(item) not in classes:
                return False
            for is_valid in rules:
                if not is_valid(item):
                    return False
        return not unique or len(value) == 1 or len(set(value)) == len(value)

    return several


@cached_per_class
def _compiled(cls: type) -> tuple[tuple[str, Callable[[Any], bool]], ...]:
    return tuple((field.name, _validity(field)) for field in fields_of(cls))


def _is_valid(record: Any) -> bool:
    """Whether a record keeps the rules of its fields; its nested records are taken as legal."""
    cls: type[Any] = record.__class__
    for name, is_valid in _compiled(cls):
        if not is_valid(getattr(record, name)):
            return False
    return all(rule.is_valid(record) for rule in rules_of(cls))


# -- what is wrong --------------------------------------------------------------------------------


def _wrong_type(field: Field, value: object, path: tuple[str | int, ...], many: bool) -> Problem:
    allowed = " or ".join(cls.__name__ for cls in field.types)
    if many:
        allowed = f"a tuple of {allowed}"
    written = _replacement(field, value, many=many) or allowed
    hint = f"write {written}" + (", or None" if field.optional and not many else "")
    return Problem(path, "wrong-type", f"{described(value)} is not {allowed}", hint, value)


def _replacement(field: Field, value: Any, *, many: bool) -> str | None:
    """Say what to write in place of a value of the wrong type, where that can be told from the value."""
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
    if field.kind is Kind.DATE and isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 9999:
        return f'{field.type.__name__}("{value:04}")'
    if field.kind is Kind.NUMBER and isinstance(value, str):
        return number_meant(value, whole=float not in field.types)
    if field.kind is Kind.NUMBER and isinstance(value, float) and value.is_integer():
        return str(int(value))
    return None


def violations_of(field: Field, value: Any, *path: str | int, doubts: bool = False) -> Iterator[Problem]:
    """Yield the problems of one value that has its field's type already, by the first rule that it breaks.

    Doubtful values are reported if ``doubts`` is set.
    """
    for rule in field.rules:
        if rule.doubt and not doubts:
            continue
        found = [Problem(path, name, message, hint, value) for name, message, hint in rule.violations(value)]
        if found:
            yield from found
            return


def items_of(field: Field, values: tuple[Any, ...], *path: str | int, skip: Collection[int] = ()) -> Iterator[Problem]:
    """Yield the problems of a tuple as a whole: too few items, or one twice. Items to skip are no one's double."""
    items = field.items or Items()
    if len(values) < items.minimum:
        yield Problem(path, "empty-list", f"{field.name} is empty", f"write at least {items.minimum}", values)
    if items.unique:
        seen: dict[Any, int] = {}
        for index, value in enumerate(values):
            if index not in skip and (first := seen.setdefault(value, index)) != index:
                where = f"item {first} and item {index} of {field.name} are the same"
                yield Problem((*path, index), "duplicate-item", where, "leave the later one out", value)


def _field_problems(field: Field, value: Any) -> Iterator[Problem]:
    """Yield everything that is wrong with the value of a field."""
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


def _problems(record: object) -> Iterator[Problem]:
    """Yield everything that is wrong in a record; its nested records are taken as legal."""
    faulty: set[str] = set()
    for field in fields_of(type(record)):
        for problem in _field_problems(field, getattr(record, field.name)):
            faulty.add(field.name)
            yield problem
    for rule in rules_of(type(record)):
        if not faulty.intersection(rule.fields) and not rule.is_valid(record):
            yield rule.problem(record)


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise if there are any problems.

    Raises:
        InvalidStory: With all of them, up to the limit.
    """
    found = ProblemList(DEFAULT_LIMITS.problems)
    found.extend(problems)
    if found:
        raise InvalidStory(found)


def _rebuilt(cls: type[T], values: dict[str, Any]) -> T:
    """Build a record again that was pickled or copied; what is pickled may have been tampered with, and is checked."""
    return cls(**values)


def checked(*rules: RecordRule) -> Callable[[type[T]], type[T]]:
    """Let a class's constructor check the declared rules, and report all that is broken at once.

    A class whose records need another check, of the record as a whole, has it as a method
    ``_problems_between``. It runs when all fields have their types.

    Args:
        rules: Rules over several fields of the record.
    """

    def decorate(cls: type[T]) -> type[T]:
        build: Callable[..., None] = cls.__init__
        between: Callable[[Any], Iterable[Problem]] | None = getattr(cls, "_problems_between", None)

        @functools.wraps(build)
        def construct(self: Any, *args: Any, **kwargs: Any) -> None:
            build(self, *args, **kwargs)
            if _is_valid(self):
                if between is not None:
                    raise_problems(between(self))
                return
            problems: Iterable[Problem] = tuple(_problems(self))
            if between is not None and not any(problem.rule == "wrong-type" for problem in problems):
                problems = itertools.chain(problems, between(self))
            try:
                raise_problems(problems)
            except InvalidStory as error:
                advise_hypothesis(error, cls)
                raise

        def reduce(self: Any) -> tuple[Any, ...]:
            return _rebuilt, (cls, {field.name: getattr(self, field.name) for field in fields_of(cls)})

        opened: Any = cls
        opened.__init__ = construct
        opened.__reduce__ = reduce
        opened.__checked__ = rules
        return connected(cls)

    return decorate


# -- what is doubtful -----------------------------------------------------------------------------


@cached_per_class
def _doubtful_fields(cls: type) -> tuple[Field, ...]:
    """The fields of a class whose values can be doubtful, or hold records of which that is so."""
    return tuple(
        field
        for field in fields_of(cls)
        if any(rule.doubt for rule in field.rules) or (field.kind is Kind.RECORD and _doubtful_fields(field.type))
    )


def doubts_of(record: object, *path: str | int) -> Iterator[Problem]:
    """Yield what is doubtful in the fields of a legal record, nested records included."""
    for field in _doubtful_fields(type(record)):
        value = getattr(record, field.name)
        places = (
            [(value, (*path, field.name))]
            if field.items is None
            else [(item, (*path, field.name, index)) for index, item in enumerate(value)]
        )
        for item, place in places:
            if item is None:
                continue
            if field.kind is Kind.RECORD:
                yield from doubts_of(item, *place)
            else:
                yield from violations_of(field, item, *place, doubts=True)
