"""The seam to cattrs: a converter of our own, and our hooks for anyone's.

1. Hooks are registered for exactly our classes, and for the union of the two classes of dates: what a
   converter does with texts, numbers and other people's classes stays as it is.
2. A hook builds by the same code as :func:`structure`, and coerces nothing.
3. Some parsers give subclasses of Python's own types: tomlkit of texts, BSON of whole numbers. These
   are taken for what they are, at no cost to plain data.
4. A converter that collects errors (``detailed_validation``) gets a group of them, each at its place,
   which is an :class:`InvalidStory` all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import BaseConverter, ClassValidationError, Converter, IterableValidationError
from cattrs.cols import list_structure_factory
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.v import format_exception as cattrs_format_exception

from venezuela_news._arguments import expect
from venezuela_news._codec._converter import choices, structured, unstructured
from venezuela_news._codec._diagnosis import diagnose, exceeds
from venezuela_news._codec._parsed import is_list, is_object
from venezuela_news._dates import Interval, PartialDate
from venezuela_news._errors import InvalidStory
from venezuela_news._limits import DEFAULT_LIMITS, Limits
from venezuela_news._problems import Problem, described
from venezuela_news._story import CLASSES
from venezuela_news._types import Date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["build", "configure_converter", "converter", "format_exception"]

T = TypeVar("T")

_DEEPEST = 64
"""How deep values of subclasses are looked for at most; a story needs 6."""


# -- building -------------------------------------------------------------------------------------


def build(data: object, cls: type[T], limits: Limits = DEFAULT_LIMITS) -> T:
    """Build a value of one of our classes, of plain data or subclasses of it.

    Raises:
        InvalidStory: The data is not legal; it holds a problem for each rule broken.
    """
    within = not exceeds(data, limits)
    if within and (value := structured(data, cls)) is not None:
        return value
    data = _simplified(data, min(limits.depth, _DEEPEST), {})
    if within and (value := structured(data, cls)) is not None:
        return value
    raise InvalidStory(diagnose(data, cls, limits, doubts=False))


def _simplified(value: Any, depth: int, seen: dict[int, tuple[Any, Any]]) -> Any:
    """Replace values of subclasses of Python's own types by those types' own, down to a depth.

    What stands in several places stays one object, so that no circle can swell; it is kept with what
    takes its place, so that no other has its identity.
    """
    if id(value) in seen:
        return seen[id(value)][1]
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if depth and is_object(value):
        found: dict[Any, Any] = {}
        seen[id(value)] = (value, found)
        for key, item in value.items():
            found[_simplified(key, 0, seen)] = _simplified(item, depth - 1, seen)
        return found
    if depth and is_list(value):
        items: list[Any] = []
        seen[id(value)] = (value, items)
        items.extend([_simplified(item, depth - 1, seen) for item in value])
        return items
    return value


# -- errors ---------------------------------------------------------------------------------------


# Type checkers read the signature of Python's own groups into these.
_CLASS_GROUP: Any = ClassValidationError
_LIST_GROUP: Any = IterableValidationError


class _InvalidParts(ClassValidationError, InvalidStory):
    """Problems of a record, each in a group for its place, as cattrs has them: ``transform_error`` finds the way."""

    def __new__(cls, problems: Sequence[Problem], structured: type) -> Self:
        return super().__new__(
            cls, f"While structuring {_name(structured)}", _grouped(problems, structured), structured
        )

    def __init__(self, problems: Sequence[Problem], structured: type) -> None:
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return InvalidStory.__str__(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems, self.cl), self.__dict__

    # A part of the group is not the record's error any more: it is one of cattrs' own.
    def derive(self, excs: Sequence[Exception]) -> ClassValidationError:  # type: ignore[override]
        part: ClassValidationError = _CLASS_GROUP(self.message, excs, self.cl)
        return part


def _name(cls: object) -> str:
    return getattr(cls, "__name__", str(cls))


def _grouped(problems: Iterable[Problem], cls: type) -> list[Exception]:
    """Put problems into groups by the first step of their paths; a problem without a path stands alone."""
    steps: dict[str | int, list[Problem]] = {}
    found: list[Exception] = []
    for problem in problems:
        if problem.path:
            steps.setdefault(problem.path[0], []).append(attrs.evolve(problem, path=problem.path[1:]))
        else:
            found.append(InvalidStory([problem]))
    for step, inner in steps.items():
        for error in _nested(inner, cls):
            note = IterableValidationNote if isinstance(step, int) else AttributeValidationNote
            error.add_note(note(f"Structuring {_name(cls)} @ {step!r}", cast("Any", step), None))
            found.append(error)
    return found


def _nested(problems: list[Problem], cls: type) -> Iterable[Exception]:
    """Make the errors below one step: a group for the deeper ones, which all begin with a key, or all with an index."""
    yield from (InvalidStory([problem]) for problem in problems if not problem.path)
    deeper = [problem for problem in problems if problem.path]
    for indices, group in ((True, _LIST_GROUP), (False, _CLASS_GROUP)):
        if some := [problem for problem in deeper if isinstance(problem.path[0], int) is indices]:
            yield group(f"While structuring {_name(cls)}", _grouped(some, cls), cls)


def format_exception(exc: BaseException, type: type | None) -> str:
    """Word an error for ``cattrs.transform_error``, which else forgets what a problem says.

    Args:
        exc: The error: one of ours is told in our words, any other in those of cattrs.
        type: The class that was to be built, where cattrs knows it.

    >>> import cattrs
    >>> from venezuela_news import Person, converter
    >>> try:
    ...     converter().structure([{"id": "ann", "name": "Ann", "age": 151}], list[Person])
    ... except cattrs.IterableValidationError as error:
    ...     print(*cattrs.transform_error(error, format_exception=format_exception))
    151 is outside 0 to 150; write years, from 0 to 150 [out-of-range] @ $[0].age
    """
    if not isinstance(exc, InvalidStory):
        return cattrs_format_exception(exc, type)
    return "; ".join(str(problem) if problem.path else _words(problem) for problem in exc.problems)


def _words(problem: Problem) -> str:
    return f"{problem.message}; {problem.hint} [{problem.rule}]"


# -- converters -----------------------------------------------------------------------------------


def configure_converter(converter: BaseConverter, *, limits: Limits = DEFAULT_LIMITS) -> None:
    """Teach a cattrs converter the classes of the model: how they are read and written.

    It then reads them as :func:`structure` and writes them as :func:`unstructure`, alone and within
    classes of your own, whatever its settings are. What it does with all else stays as it is.

    Args:
        converter: A converter of cattrs, of any of its formats.
        limits: How much of each value is read at most.

    Raises:
        TypeError: It is no converter.

    >>> from cattrs.preconf.json import make_converter
    >>> from venezuela_news import Person
    >>> mine = make_converter()
    >>> configure_converter(mine)
    >>> mine.loads('{"guests": [{"id": "ann", "name": "Ann"}]}', dict[str, list[Person]])
    {'guests': [<Person 'ann': 'Ann'>]}
    """
    given: object = converter
    hint = "make one: cattrs.Converter()" if isinstance(given, type) else ""
    expect(given, BaseConverter, "converter", "a cattrs converter", hint)
    expect(limits, Limits, "limits", "a vn.Limits")
    for cls in (*CLASSES, *choices(), PartialDate, Interval):
        converter.register_structure_hook(cls, _reading(cls, converter, limits))
        converter.register_unstructure_hook(cls, unstructured)
    read = _reading(Date, converter, limits)

    def absent(value: Any, cls: Any) -> Any:
        return None if value is None else read(value, cls)

    # cattrs looks for absence itself where there is one class, and not where there are two.
    for union, hook in ((Date, read), (Date | None, absent)):
        converter.register_structure_hook(cast("Any", union), hook)


def _reading(cls: Any, converter: BaseConverter, limits: Limits) -> Callable[[Any, Any], Any]:
    detailed = converter.detailed_validation

    def read(value: Any, _: Any) -> Any:
        try:
            return build(value, cls, limits)
        except InvalidStory as error:
            if not detailed or not any(problem.path for problem in error.problems):
                raise
            problems = error.problems
        raise _InvalidParts(problems, cls)

    return read


def converter(*, limits: Limits = DEFAULT_LIMITS) -> Converter:
    """Make a cattrs converter that knows the classes of the model, and coerces nothing.

    It reads them as :func:`structure` and writes them as :func:`unstructure`. In classes of your own
    a key too many is an error, and so is a text, number, flag or list of another type than declared.

    Args:
        limits: How much of each value is read at most.

    >>> from venezuela_news import Person
    >>> converter().structure({"ann": {"id": "ann", "name": "Ann"}}, dict[str, Person])
    {'ann': <Person 'ann': 'Ann'>}
    """
    made = Converter(forbid_extra_keys=True)
    for cls, what in _SCALARS.items():
        made.register_structure_hook(cls, _exact(cls, what))
    made.register_structure_hook_factory(_is_list, _list_factory(list))
    made.register_structure_hook_factory(_is_tuple, _list_factory(tuple))
    configure_converter(made, limits=limits)
    return made


_SCALARS: dict[type, str] = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def _exact(cls: type, what: str) -> Callable[[Any, Any], Any]:
    # A whole number is a number, and JSON writes 1.0 as 1.
    allowed = (int, float) if cls is float else (cls,)

    def read(value: Any, _: Any) -> Any:
        if type(value) not in allowed:
            raise TypeError(f"{described(value)} is not {what}")
        return value

    return read


def _is_list(cls: Any) -> bool:
    return get_origin(cls) is list


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[-1:] == (...,)


def _list_factory(made_of: Callable[[list[Any]], Any]) -> Any:
    def hook_of(cls: Any, converter: BaseConverter) -> Callable[[Any, Any], Any]:
        hook = list_structure_factory(cls, converter)

        def read(value: Any, _: Any) -> Any:
            if not is_list(value):
                raise TypeError(f"{described(value)} is not a list")
            return made_of(hook(value, cls))

        return read

    return hook_of
