"""From documents to stories and back: JSON, YAML and MessagePack.

1. A document is plain data: objects, lists, texts, numbers, booleans and nulls.
2. Each format has a module of the same shape: ``parse(bytes, limits) -> Parsed`` and
   ``render(document, indent) -> bytes``. What a document may hold is decided here, for all.
3. A legal document is structured by cattrs, whose strict hooks refuse and never coerce. Any other
   is diagnosed afresh, from its plain data, so that every problem is reported with its path.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar, cast, overload

import attrs

from venezuela_news._arguments import expect, expect_whole_number, is_one_of, wrong_argument
from venezuela_news._codec._converter import structured, unstructured
from venezuela_news._codec._diagnosis import diagnose, exceeds
from venezuela_news._codec._files import read_bytes, write_bytes
from venezuela_news._codec._hooks import build, configure_converter, converter, format_exception
from venezuela_news._codec._parsed import Parsed, broken, refused_encoding
from venezuela_news._errors import InvalidStory, MissingExtra, UnknownFormat
from venezuela_news._formats import FORMATS, FormatName, format_of, is_file_name
from venezuela_news._limits import DEFAULT_LIMITS, Limits, ProblemList
from venezuela_news._problems import Problem
from venezuela_news._records import Record, Value
from venezuela_news._story import CLASSES, Story, doubts_in, expect_story
from venezuela_news._validation import doubts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "Data",
    "build",
    "check",
    "check_file",
    "configure_converter",
    "converter",
    "dumps",
    "examine",
    "format_exception",
    "loads",
    "read",
    "structure",
    "unstructure",
    "unstructured",
    "write",
]

T = TypeVar("T")

Data: TypeAlias = str | bytes | bytearray | memoryview
"""What documents are read from."""


class Codec(Protocol):
    """The shape of each format's module."""

    def parse(self, data: bytes, limits: Limits) -> Parsed:
        """Read a document."""
        ...

    def render(self, document: Mapping[str, Any], indent: int | None) -> bytes:
        """Write a document."""
        ...


def _expect_format(format: str) -> None:
    expect(format, str, "format", f"one of {', '.join(map(repr, FORMATS))}")
    if format not in FORMATS:
        raise UnknownFormat(format, tuple(FORMATS))


def _codec(format: str) -> Codec:
    _expect_format(format)
    try:
        # A format's package is an extra: it is imported where the format is used.
        module = importlib.import_module(f"venezuela_news._codec._{format}")
    except ModuleNotFoundError as error:
        raise MissingExtra(f"the format {format!r}", FORMATS[format].extra or format) from error
    return cast("Codec", module)


# -- from bytes to a verdict ----------------------------------------------------------------------


def _parsed(data: Data, format: str, limits: Limits) -> Parsed:
    codec = _codec(format)
    # A surrogate that stands alone has no UTF-8; it is kept, and reported at its path.
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else bytes(data)
    if len(raw) > limits.bytes:
        return _too_large(len(raw), limits)
    if not isinstance(data, str) and not FORMATS[format].binary and (refused := refused_encoding(raw)) is not None:
        return refused
    parsed = codec.parse(raw, limits)
    if parsed.problems and is_file_name(data):
        hint = "that looks like a file's name: use vn.read(path), or give its bytes, path.read_bytes()"
        return Parsed(problems=tuple(attrs.evolve(problem, hint=hint) for problem in parsed.problems))
    return attrs.evolve(parsed, size=len(raw))


def _too_large(size: int, limits: Limits) -> Parsed:
    return broken("too-large", f"{size} bytes, of which {limits.bytes} are read at most")


def _verdict(parsed: Parsed, cls: type[T], limits: Limits, *, doubts: bool) -> tuple[T | None, ProblemList]:
    """Build a story or a record of a document, if it is legal, and find the document's problems."""
    found = ProblemList(limits.problems)
    found.extend(parsed.problems)
    if found:
        return None, found
    # No text is longer than all the bytes that were read, and a record takes four at the very least.
    may_exceed = parsed.size is None or parsed.size > min(limits.text, 4 * limits.records)
    if not parsed.flawed and not (may_exceed and exceeds(parsed.document, limits)):
        record = structured(parsed.document, cls)
        if record is not None:
            if doubts:
                found.extend(_doubts(record))
            return record, found
    return None, diagnose(parsed.document, cls, limits, doubts=doubts)


def _doubts(record: object) -> Iterable[Problem]:
    return doubts_in(record) if isinstance(record, Story) else doubts_of(record)


def _built(parsed: Parsed, cls: type[T], limits: Limits) -> T:
    record, problems = _verdict(parsed, cls, limits, doubts=False)
    if record is None:
        raise InvalidStory(problems)
    return record


def examine(data: object, cls: type[T], format: str, limits: Limits) -> tuple[T | None, tuple[Problem, ...]]:
    """Read data of unknown worth: give the story or record if it is legal, and all that :func:`check` says."""
    _expect_format(format)
    if isinstance(data, cls):
        found = ProblemList(limits.problems)
        found.extend(_doubts(data))
        return data, tuple(found)
    if is_one_of(data, str, bytes, bytearray, memoryview):
        parsed = _parsed(cast("Data", data), format, limits)
    else:
        _expect_plain(data, "document")
        parsed = Parsed(document=data)
    record, problems = _verdict(parsed, cls, limits, doubts=True)
    return record, tuple(problems)


def _what_to_unstructure(value: Any) -> str:
    return "it is plain data already" if is_one_of(value, dict) else ""


def _expect_class(cls: Any) -> None:
    if not is_one_of(cls, type) or cls not in CLASSES:
        names = ", ".join(sorted(known.__name__ for known in CLASSES))
        hint = "the data comes first: structure(data, vn.Person)" if is_one_of(cls, dict) else ""
        raise wrong_argument("cls", cls, f"a class of the model: {names}", hint)


def _expect_plain(value: Any, argument: str, *, parsed: bool = False) -> None:
    """Refuse an argument that is nothing that a parser of JSON gives; with ``parsed``, what is to be parsed first."""
    if parsed and (is_one_of(value, bytes, bytearray, memoryview) or is_file_name(value)):
        hint = "use vn.read(path)" if is_file_name(value) else "use vn.loads(data)"
        raise wrong_argument(argument, value, "plain data such as a dict", hint)
    if is_one_of(value, os.PathLike):
        raise wrong_argument(argument, value, "a document: plain data, a text or bytes", "give path.read_bytes()")
    expect(
        value,
        (dict, list, str, int, float, type(None)),
        argument,
        "a document: plain data such as a dict, a text or bytes",
        "use vn.unstructure(record)" if attrs.has(value.__class__) else "",
    )


# -- the doors ------------------------------------------------------------------------------------


@overload
def structure(data: object, *, limits: Limits = ...) -> Story: ...
@overload
def structure(data: object, cls: type[T], *, limits: Limits = ...) -> T: ...
def structure(data: object, cls: type[Any] = Story, *, limits: Limits = DEFAULT_LIMITS) -> Any:
    """Build a story, or any record or value of one, of plain data.

    A record alone is checked by its own rules: its references are not looked up.

    Args:
        data: Plain data, as a parser of JSON gives it.
        cls: The class to build: ``Story``, that of a record, or that of a value such as ``Anchor``.
        limits: How much is read at most.

    Raises:
        InvalidStory: Rules are broken; it holds a problem for each.
        TypeError: The data is nothing that JSON has, or there is no such class.

    >>> from venezuela_news import Person
    >>> structure({"id": "ann", "name": "Ann", "age": 35}, Person).age
    35
    """
    _expect_limits(limits)
    _expect_class(cls)
    _expect_plain(data, "data", parsed=True)
    return _built(Parsed(document=data), cls, limits)


def unstructure(record: Story | Record | Value) -> dict[str, Any]:
    """Give a story, or any record or value of one, as plain data: keys in the model's order, defaults left out.

    A story's document begins with ``schema_version``.

    Raises:
        TypeError: It is neither a story nor of one.

    >>> from venezuela_news import Person
    >>> unstructure(Person(id="ann", name="Ann"))
    {'id': 'ann', 'name': 'Ann'}
    """
    given: Any = record
    expect(given, tuple(CLASSES), "record", "a story, a record or a value of one", _what_to_unstructure(given))
    plain: dict[str, Any] = unstructured(record)
    return plain


def loads(data: Data, *, format: FormatName = "json", limits: Limits = DEFAULT_LIMITS) -> Story:
    """Read the story in a text or in bytes.

    Args:
        data: A document.
        format: Its format.
        limits: How much is read at most.

    Raises:
        InvalidStory: The data is no legal document; it holds a problem for each rule broken.
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.
    """
    _expect_limits(limits)
    _expect_data(data)
    return _built(_parsed(data, format, limits), Story, limits)


def _expect_data(data: Any) -> None:
    hint = "use vn.read(path)" if is_one_of(data, os.PathLike) else ""
    hint = "use vn.structure(document)" if is_one_of(data, dict, list) else hint
    expect(data, (str, bytes, bytearray, memoryview), "data", "a text or bytes", hint)


@overload
def dumps(story: Story, *, format: Literal["json", "yaml"] = ..., indent: int | None = ...) -> str: ...
@overload
def dumps(story: Story, *, format: Literal["msgpack"], indent: int | None = ...) -> bytes: ...
def dumps(story: Story, *, format: FormatName = "json", indent: int | None = None) -> str | bytes:
    """Write a story as a text, or as bytes in MessagePack; the same story always gives the same.

    Args:
        story: The story.
        format: ``json``, canonical unless indented; ``yaml``; or ``msgpack``.
        indent: How many spaces a level of JSON is indented by, for people to read, 0 or more; the
            other formats don't use it.

    Raises:
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.
    """
    data: bytes = _rendered(story, format, indent)
    return data if FORMATS[format].binary else data.decode()


def _rendered(story: Story, format: str, indent: int | None) -> bytes:
    expect_story(story)
    if indent is not None:
        expect_whole_number(indent, "indent", 0, "a number of spaces, or None")
    return _codec(format).render(unstructured(story), indent)


def read(path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> Story:
    """Read the story in a file, whose suffix tells the format: .json, .yaml, .yml or .msgpack.

    Args:
        path: The file's path.
        limits: How much is read at most. A file of more bytes is not read.

    Raises:
        InvalidStory: The file is no legal document.
        UnknownFormat: The suffix is none of these.
        MissingExtra: The format needs a package that is not installed.
        OSError: The file can't be read.
    """
    _expect_limits(limits)
    _expect_path(path)
    return _built(_parsed_file(path, limits), Story, limits)


def _parsed_file(path: str | os.PathLike[str], limits: Limits) -> Parsed:
    format = format_of(path)
    _codec(format.name)
    data = read_bytes(path, limits.bytes)
    return _too_large(data, limits) if isinstance(data, int) else _parsed(data, format.name, limits)


def write(story: Story, path: str | os.PathLike[str], *, indent: int | None = None) -> None:
    """Write a story to a file, whose suffix tells the format; the file is there whole or not at all.

    A symbolic link is written through. A file that is replaced keeps its permissions.

    Args:
        story: The story.
        path: The file's path; a regular file there is replaced.
        indent: As for :func:`dumps`.

    Raises:
        UnknownFormat: The suffix is none of .json, .yaml, .yml, .msgpack.
        MissingExtra: The format needs a package that is not installed.
        OSError: The file can't be written, or something else than a regular file is there. What
            stood there stands there still.
    """
    expect_story(story)
    _expect_path(path)
    write_bytes(path, _rendered(story, format_of(path).name, indent))


def _expect_path(path: object) -> None:
    hint = "the story comes first: write(story, path)" if isinstance(path, Story) else ""
    expect(path, (str, os.PathLike), "path", "a file's path", hint)


def _expect_limits(limits: object) -> None:
    expect(limits, Limits, "limits", "a vn.Limits")


def check(
    document: object, cls: type[Any] = Story, *, format: FormatName = "json", limits: Limits = DEFAULT_LIMITS
) -> tuple[Problem, ...]:
    """Say what is wrong and what is doubtful in a document; empty if nothing is.

    It never raises for bad content. Warnings (``problem.severity``) do not keep a document from
    being read.

    Args:
        document: Plain data; or a text or bytes, which are parsed first; or a story.
        cls: The class that it is to be: ``Story``, or that of a record or value, whose references
            are not looked up.
        format: The format of a text or of bytes.
        limits: How much is read, and how many problems are listed, at most.

    Raises:
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.
        TypeError: The document is nothing that JSON has, such as a path.
    """
    _expect_limits(limits)
    _expect_class(cls)
    _, problems = examine(document, cls, format, limits)
    return problems


def check_file(path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> tuple[Problem, ...]:
    """Say what is wrong and what is doubtful in a document's file: as :func:`check`, parsed once.

    Raises:
        UnknownFormat: The suffix is none of a format.
        MissingExtra: The format needs a package that is not installed.
        OSError: The file can't be read.
    """
    _, problems = _verdict(_parsed_file(path, limits), Story, limits, doubts=True)
    return tuple(problems)
