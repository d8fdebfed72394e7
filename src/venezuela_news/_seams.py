"""Hooks that other frameworks call: pydantic asks a class how it is read, written and described.

1. A hook opens the room above that answers it, by its name, when it is called: importing the package
   imports no framework, and nothing below depends on what stands above.
2. A value of the class is taken as it is; anything else is read as :func:`structure` reads it. Nothing
   is coerced, so pydantic's strict mode changes nothing.
3. Each problem is an error of its own, at its own place: what a validator raises as a
   ``ValidationError`` is put by pydantic below the place of the field.
4. Values are written as :func:`unstructure` writes them, to Python and to JSON alike.
5. The JSON Schema of a class is that of the document format; its definitions become pydantic's, so
   that pydantic names them, and refers to them, as it does its own.
6. Hypothesis' ``st.builds`` asks the fields of an attrs class for their types, which tell it what to draw. What rules
   over several fields ask for it cannot know: an error in what it built names the strategy that does.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, final

import attrs

from venezuela_news._errors import InvalidStory
from venezuela_news._problems import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema, InitErrorDetails

    from venezuela_news._problems import Path, Problem

__all__ = ["advise_hypothesis", "connected", "describe_to_hypothesis"]

T = TypeVar("T")

_DEFINITIONS = "#/$defs/"


def connected(cls: type[T]) -> type[T]:
    """Give a class, and the classes that inherit from it, the hooks that pydantic calls."""
    opened: Any = cls
    opened.__get_pydantic_core_schema__ = classmethod(_core_schema)
    opened.__get_pydantic_json_schema__ = classmethod(_json_schema)
    return cls


# -- reading and writing --------------------------------------------------------------------------


def _core_schema(cls: type, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    """Tell pydantic how a class is read and written."""
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(
        _validator(cls),
        ref=_reference(cls.__name__),
        serialization=core_schema.plain_serializer_function_ser_schema(_serializer(cls)),
    )


def _reference(name: str) -> str:
    """Name a definition among those of pydantic, which shows the last part where that is no other's."""
    return f"venezuela_news.{name}"


def _validator(cls: type) -> Callable[[object], object]:
    from pydantic_core import ValidationError

    codec = importlib.import_module("venezuela_news._codec")

    def validate(value: object) -> object:
        if type(value) is cls:
            return value
        try:
            return codec.build(value, cls)
        except InvalidStory as error:
            problems = error.problems
        raise ValidationError.from_exception_data(cls.__name__, [_details(problem, value) for problem in problems])

    # The place of an error within a union names the validator.
    validate.__name__ = validate.__qualname__ = cls.__name__
    return validate


def _serializer(cls: type) -> Callable[[object], object]:
    from pydantic_core import PydanticSerializationUnexpectedValue

    codec = importlib.import_module("venezuela_news._codec")

    def serialize(value: object) -> object:
        if type(value) is not cls:
            # Of a union, pydantic then tries the next class; elsewhere it warns, as it does of its own classes.
            raise PydanticSerializationUnexpectedValue(f"expected a value of the class {cls.__name__}")
        return codec.unstructured(value)

    return serialize


def _details(problem: Problem, data: object) -> InitErrorDetails:
    """Make an error of pydantic's of a problem of ours in some data."""
    from pydantic_core import InitErrorDetails, PydanticCustomError

    # For type checkers, pydantic takes only texts that stand in the source.
    make: Any = PydanticCustomError
    text = f"{problem.message}; {problem.hint}"
    # pydantic fills the context in wherever the text has its key in braces, be it in a value that was found.
    context = {"hint": problem.hint} if "{hint}" not in text else None
    return InitErrorDetails(
        type=make(problem.rule, text, context),
        loc=problem.path,
        input=_shown(_found(data, problem.path)),
    )


def _found(data: Any, path: Path) -> object:
    """Find what stands at a path; where a key is missing, that is the object that lacks it."""
    for step in path:
        try:
            data = data[step]
        except LookupError:
            break
    return data


def _shown(value: object) -> object:
    """Show a value that no JSON text in UTF-8 can hold as a text: errors are sent back as JSON."""
    try:
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return show(value)
    except TypeError:
        pass  # it came from no JSON: pydantic shows such a value as it is
    return value


# -- describing -----------------------------------------------------------------------------------


def _json_schema(cls: type, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """Tell pydantic how a class looks in JSON; what is read and what is written look alike."""
    return _definition(cls.__name__, handler)


@functools.cache
def _definitions() -> dict[str, str]:
    """The definitions of the document format, as JSON; a story's among them."""
    document: dict[str, Any] = importlib.import_module("venezuela_news._schema").schema()
    definitions: dict[str, Any] = document.pop("$defs")
    definitions["Story"] = {key: value for key, value in document.items() if not key.startswith("$")}
    return {name: json.dumps(definition) for name, definition in definitions.items()}


def _definition(name: str, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """Give one of our definitions, in which every reference to another leads to pydantic's."""

    def rebased(found: dict[str, Any]) -> dict[str, Any]:
        target = found.get("$ref", "")
        return found | handler(_described_core(target.removeprefix(_DEFINITIONS))) if target else found

    definition: JsonSchemaValue = json.loads(_definitions()[name], object_hook=rebased)
    return definition


@functools.cache
def _described_core(name: str) -> CoreSchema:
    """Make a core schema of which pydantic knows that it looks like one of our definitions."""
    from pydantic import TypeAdapter
    from pydantic_core import core_schema

    class Definition:
        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
            return core_schema.any_schema(ref=_reference(name))

        @classmethod
        def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
            return _definition(name, handler)

    # A handler looks at the type of what it is given, and only below that at what describes it.
    return core_schema.definitions_schema(TypeAdapter(Definition).core_schema, [])


# -- drawing --------------------------------------------------------------------------------------


@final
class _DrawnField:
    """An annotation of a field that no rule is declared for, which tells Hypothesis the field's strategy."""

    __is_annotated_types_grouped_metadata__ = True

    def __init__(self, cls: type, name: str) -> None:
        self._field = cls, name

    def __iter__(self) -> Iterator[object]:
        yield importlib.import_module("venezuela_news.strategies").field_of(*self._field)


def _strategies(rule: object) -> Iterator[object]:
    """What Hypothesis takes from a rule in an annotation: the strategy of the values that it allows, if it has one."""
    strategy = importlib.import_module("venezuela_news.strategies").values_of(rule)
    if strategy is not None:
        yield strategy


def describe_to_hypothesis(classes: Iterable[type], rules: Iterable[type]) -> None:
    """Let the fields of classes tell Hypothesis their types, and the rules in these the values that they allow.

    Types are resolved as attrs resolves them for who asks it. Rules become what Hypothesis looks into for more
    annotations, by the protocol of the package ``annotated_types``.
    """
    opened: Any
    for opened in rules:
        opened.__is_annotated_types_grouped_metadata__ = True
        opened.__iter__ = _strategies
    for opened in classes:
        # Once: attrs leaves what it has resolved as it is.
        attrs.resolve_types(opened)
        if not hasattr(opened, "__checked__"):
            for field in attrs.fields(opened):
                object.__setattr__(field, "type", Annotated[object, _DrawnField(opened, field.name)])


def advise_hypothesis(error: InvalidStory, cls: type) -> None:
    """Name the strategy of a class in an error of its constructor, where Hypothesis called that by itself."""
    caller = sys._getframe(2).f_globals.get("__name__", "")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    if caller.startswith("hypothesis."):
        name = importlib.import_module("venezuela_news.strategies").name_of(cls)
        error.add_note(
            f"st.builds draws each field of {cls.__name__} by itself, and does not know the rules over several of them: "
            f"draw from venezuela_news.strategies.{name}(), which is st.from_type({cls.__name__})"
        )
