"""YAML 1.2, by ruamel.yaml's parser: the core schema (section 10.3), and no more.

1. Plain values are those of JSON; anything else that is not quoted is a text, dates included.
2. Aliases, anchors and tags are refused: a document of some lines could grow without end.
3. Events are read one by one, so that depth and size are known before anything is built.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from venezuela_news._codec._parsed import Doubled, Parsed, broken, object_of
from venezuela_news._problems import show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from venezuela_news._limits import Limits

__all__ = ["parse", "render"]

_SHARE = 16
"""A YAML document may have this part of the bytes of other documents: the parser takes seconds for 4 MiB."""

_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What the parser takes for line breaks, as YAML 1.1 does. No text of a document may hold it."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_INTEGER = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def _plain_scalar(text: str) -> Any:
    """The value of a plain scalar by the core schema."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OTHER_INTEGER.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _SPECIAL.fullmatch(text):
        return float(text.lower().replace(".", ""))
    return text


class _Refusal(Exception):
    """A construct that documents may not have."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(rule, message)
        self.rule = rule
        self.message = message


class _Builder:
    """Builds a document from events: a stack of the open objects and lists."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self.root: Any = None
        self.documents = 0
        self.doubled = False
        # Each open collection: whether it is a map, and what is in it so far.
        self._open: list[tuple[bool, list[Any]]] = []

    def take(self, event: Any) -> None:
        # The class stands apart: the package gives the attributes of its events no types.
        kind: type = event.__class__
        where = f"line {event.start_mark.line + 1}, column {event.start_mark.column + 1}"
        if issubclass(kind, AliasEvent):
            raise _Refusal("unsupported-syntax", f"{where}: the alias {show('*' + event.anchor)}")
        if issubclass(kind, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Refusal("trailing-data", f"{where}: a second document begins")
        elif issubclass(kind, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            if event.anchor is not None:
                raise _Refusal("unsupported-syntax", f"{where}: the anchor {show('&' + event.anchor)}")
            if event.tag is not None:
                raise _Refusal("unsupported-syntax", f"{where}: the tag {show(event.tag)}")
            if issubclass(kind, ScalarEvent):
                self._put(self._scalar(event.value, where) if event.implicit[0] else event.value)
            else:
                if len(self._open) > self._depth:
                    raise _Refusal("too-deep", f"{where}: values are nested too deep")
                self._open.append((issubclass(kind, MappingStartEvent), []))
        elif issubclass(kind, MappingEndEvent | SequenceEndEvent):
            is_map, items = self._open.pop()
            self._put(self._map(items, where) if is_map else items)

    def _scalar(self, text: str, where: str) -> Any:
        try:
            return _plain_scalar(text)
        except ValueError:
            raise _Refusal("too-large", f"{where}: a number has thousands of digits") from None

    def _map(self, items: list[Any], where: str) -> dict[Any, Any]:
        keys = items[::2]
        if any(isinstance(key, dict | list) for key in keys):
            raise _Refusal("unsupported-syntax", f"{where}: a key is a list or a map")
        found = object_of(list(zip(keys, items[1::2], strict=True)))
        self.doubled = self.doubled or type(found) is Doubled
        return found

    def _put(self, value: Any) -> None:
        if self._open:
            self._open[-1][1].append(value)
        else:
            self.root = value


def _yaml() -> Any:
    """The package's reader and writer, whose types it tells in part only."""
    return YAML(typ="safe", pure=True)


def parse(data: bytes, limits: Limits) -> Parsed:
    """Read the document in UTF-8 bytes."""
    if len(data) > limits.bytes // _SHARE:
        return broken("too-large", f"{len(data)} bytes of YAML, of which {limits.bytes // _SHARE} are read at most")
    text = data.decode("utf-8", "surrogatepass")
    if text.startswith("\ufeff"):
        return broken("byte-order-mark", "the text begins with U+FEFF")
    if (found := _BREAKS.search(text)) is not None:
        return broken("control-character", f"U+{ord(found[0]):04X} stands in the text, at offset {found.start()}")
    builder = _Builder(limits.depth)
    events: Iterable[Any] = _yaml().parse(io.StringIO(text))
    try:
        for event in events:
            builder.take(event)
    except _Refusal as refusal:
        return broken(refusal.rule, refusal.message)
    except YAMLError as error:
        return broken("bad-syntax", _syntax_message(error))
    except (ValueError, OverflowError):
        # The package turns every escape into a character, and beyond U+10FFFF there is none.
        return broken("bad-syntax", "this is not YAML: an escape sequence names no character")
    if not builder.documents:
        return broken("bad-syntax", "the text is empty")
    return Parsed(document=builder.root, flawed=builder.doubled)


def _syntax_message(error: YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it can't be read"
    where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark is not None else ""
    return f"{where}this is not YAML: {what}"


def _never_alias(data: object) -> bool:
    return True


def render(document: Mapping[str, Any], indent: int | None) -> bytes:
    """Write a document as bytes, in block style, keys in their order."""
    yaml = _yaml()
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    # Never folded: where a text has two blanks or a tab, the package folds it into another text.
    yaml.width = 2**31
    yaml.representer.sort_base_mapping_type_on_output = False
    yaml.representer.ignore_aliases = _never_alias
    buffer = io.BytesIO()
    yaml.dump(dict(document), buffer)
    return buffer.getvalue()
