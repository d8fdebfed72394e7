"""From documents to stories and back: JSON, YAML and MessagePack.

1. A document is plain data: objects, lists, texts, whole numbers, booleans and nulls.
2. Each format has a module of the same shape: ``parse(bytes) -> Parsed`` and
   ``render(document, indent) -> bytes``. What a document may hold is decided here, for all.
3. A legal document is structured by cattrs, whose strict hooks refuse and never coerce. Any other
   is diagnosed afresh, from its plain data, so that every problem is reported with its path.
"""

from __future__ import annotations

import errno
import importlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, cast, overload

import attrs

from venezuela_news._codec._converter import SCHEMA_VERSION, structured, unstructured
from venezuela_news._codec._diagnosis import diagnose
from venezuela_news._codec._parsed import MAX_BYTES, Parsed, broken, decoded
from venezuela_news._errors import InvalidStory, MissingExtra, UnknownFormat
from venezuela_news._story import Story

if TYPE_CHECKING:
    from collections.abc import Mapping

    from venezuela_news._problems import Problem

__all__ = [
    "FORMATS",
    "SCHEMA_VERSION",
    "Format",
    "check",
    "dumps",
    "loads",
    "read",
    "structure",
    "unstructure",
    "write",
]

Format: TypeAlias = Literal["json", "yaml", "msgpack"]
Data: TypeAlias = str | bytes | bytearray | memoryview
FORMATS: tuple[Format, ...] = ("json", "yaml", "msgpack")

_SUFFIXES: dict[str, Format] = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".msgpack": "msgpack"}


class Codec(Protocol):
    """The shape of each format's module."""

    def parse(self, data: bytes) -> Parsed: ...

    def render(self, document: Mapping[str, Any], indent: int | None) -> bytes: ...


def _codec(format: str) -> Codec:
    if format not in FORMATS:
        raise UnknownFormat(format, FORMATS)
    try:
        # A format's package is an extra: it is imported where the format is used.
        module = importlib.import_module(f"venezuela_news._codec._{format}")
    except ModuleNotFoundError as error:
        raise MissingExtra(f"the format {format!r}", format) from error
    return cast("Codec", module)


def _format_of(path: Path) -> Format:
    if path.suffix.lower() not in _SUFFIXES:
        raise UnknownFormat(str(path), tuple(_SUFFIXES))
    return _SUFFIXES[path.suffix.lower()]


def _parsed(data: object, format: str) -> Parsed:
    codec = _codec(format)
    if isinstance(data, str):
        # A surrogate that stands alone has no UTF-8; it is kept, and reported at its path.
        data = data.encode("utf-8", "surrogatepass")
        return codec.parse(data) if len(data) <= MAX_BYTES else broken("too-large", f"{len(data)} bytes")
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"a text or bytes are read, not a {type(data).__name__}; plain data goes to structure")
    data = bytes(cast("bytes", data))
    if len(data) > MAX_BYTES:
        return broken("too-large", f"{len(data)} bytes")
    if format != "msgpack" and (flaw := decoded(data)) is not None:
        return flaw
    return codec.parse(data)


def _story(parsed: Parsed) -> Story:
    if parsed.problems:
        raise InvalidStory(parsed.problems)
    if not parsed.flawed and (story := structured(parsed.document)) is not None:
        return story
    raise InvalidStory(diagnose(parsed.document))


def structure(document: object) -> Story:
    """The story of a document of plain data.

    Raises:
        InvalidStory: Rules are broken; it holds a problem for each.
    """
    return _story(Parsed(document=document))


def unstructure(story: Story) -> dict[str, Any]:
    """A story as a document of plain data: ``schema_version`` first, defaults left out."""
    return unstructured(story)


def loads(data: str | bytes | bytearray | memoryview, *, format: Format = "json") -> Story:
    """The story in a text or in bytes.

    Raises:
        InvalidStory: The data is no legal document; it holds a problem for each rule broken.
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.
    """
    return _story(_parsed(data, format))


@overload
def dumps(story: Story, *, format: Literal["json", "yaml"] = ..., indent: int | None = ...) -> str: ...
@overload
def dumps(story: Story, *, format: Literal["msgpack"], indent: int | None = ...) -> bytes: ...
def dumps(story: Story, *, format: Format = "json", indent: int | None = None) -> str | bytes:
    """A story as a text, or as bytes in MessagePack; the same story always gives the same.

    Args:
        story: The story.
        format: ``json``, canonical unless indented; ``yaml``; or ``msgpack``.
        indent: How many spaces a level of JSON is indented by, for people to read; the other formats don't use it.

    Raises:
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.
    """
    data = _codec(format).render(unstructured(story), indent)
    return data if format == "msgpack" else data.decode()


def read(path: str | os.PathLike[str]) -> Story:
    """The story in a file, whose suffix tells the format: .json, .yaml, .yml or .msgpack.

    Raises:
        InvalidStory: The file is no legal document.
        UnknownFormat: The suffix is none of these.
        MissingExtra: The format needs a package that is not installed.
        OSError: The file can't be read.
    """
    path = Path(path)
    format = _format_of(path)
    _codec(format)
    return loads(path.read_bytes(), format=format)


def write(story: Story, path: str | os.PathLike[str], *, indent: int | None = None) -> None:
    """Write a story to a file, whose suffix tells the format; the file is there whole or not at all.

    Args:
        story: The story.
        path: The file's path; an existing file is replaced.
        indent: As for :func:`dumps`.

    Raises:
        UnknownFormat: The suffix is none of .json, .yaml, .yml, .msgpack.
        MissingExtra: The format needs a package that is not installed.
        OSError: The file can't be written; what stood there stands there still.
    """
    path = Path(path)
    data = _codec(_format_of(path)).render(unstructured(story), indent)
    # A symbolic link is written through, as open() does; the new file keeps the old one's mode.
    try:
        target = path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    try:
        mode = target.stat().st_mode & 0o777
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:32]}.", suffix=".part")
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, os.strerror(error.errno or 2), str(target.parent)) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def check(document: object, *, format: Format = "json") -> tuple[Problem, ...]:
    """What is wrong and what is doubtful in a document; empty if nothing is.

    It never raises for bad content. Warnings (``problem.severity``) do not keep a document from
    being read.

    Args:
        document: Plain data; or a text or bytes, which are parsed first; or a story.
        format: The format of a text or of bytes.

    Raises:
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.
    """
    if isinstance(document, Story):
        return tuple(diagnose(unstructured(document)))
    if isinstance(document, str | bytes | bytearray | memoryview):
        parsed = _parsed(cast("Data", document), format)
        if parsed.problems and isinstance(document, str) and Path(document).suffix.lower() in _SUFFIXES:
            hint = "that looks like a file's name: give its bytes, path.read_bytes(), or use read(path)"
            return tuple(attrs.evolve(problem, hint=hint) for problem in parsed.problems)
        return parsed.problems or tuple(diagnose(parsed.document))
    return tuple(diagnose(document))
