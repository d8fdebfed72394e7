"""The formats of documents, in one table: names, suffixes of files, and the extra that each needs."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

from venezuela_news._errors import UnknownFormat

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMATS", "SUFFIXES", "Format", "FormatName", "format_of", "is_file_name"]

FormatName: TypeAlias = Literal["json", "yaml", "msgpack"]
"""The name of a format."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Format:
    """A format of documents.

    Args:
        name: Its name, which is that of its extra too, where it needs one.
        suffixes: The suffixes of its files, in small letters with the dot; the first is the usual one.
        binary: Whether it is bytes rather than text in UTF-8.
        extra: The extra that installs what it needs; ``None`` for the standard library's.
    """

    name: FormatName
    suffixes: tuple[str, ...]
    binary: bool = False
    extra: str | None = None


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format(name="json", suffixes=(".json",)),
        Format(name="yaml", suffixes=(".yaml", ".yml"), extra="yaml"),
        Format(name="msgpack", suffixes=(".msgpack",), binary=True, extra="msgpack"),
    )
}
"""Every format, by its name."""

SUFFIXES: Mapping[str, Format] = {suffix: format for format in FORMATS.values() for suffix in format.suffixes}
"""Every format, by the suffixes of its files."""


def format_of(path: str | os.PathLike[str]) -> Format:
    """Tell the format of a file by its suffix, in capital or small letters.

    Raises:
        UnknownFormat: The suffix is none of a format.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownFormat(os.fspath(path), tuple(SUFFIXES))
    return SUFFIXES[suffix]


def is_file_name(value: object) -> bool:
    """Whether a value looks like the name of a document's file: a path, or a short text with a known suffix."""
    if isinstance(value, os.PathLike):
        return True
    return isinstance(value, str) and len(value) <= 4_096 and PurePath(value).suffix.lower() in SUFFIXES
