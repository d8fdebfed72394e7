"""Documents as plain data: their objects and values, each with its path, and changed copies of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

import attrs

from venezuela_news._fields import Field, Kind, fields_of
from venezuela_news._problems import Path
from venezuela_news._records import ARRAYS
from venezuela_news._story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news._rules import Ref

__all__ = [
    "REMOVED",
    "Document",
    "Edit",
    "Node",
    "Value",
    "changed",
    "nodes",
    "records",
    "references",
    "unused_id",
    "values",
]

Document: TypeAlias = dict[str, Any]


@final
class _Removed:
    """The type of :data:`REMOVED`."""


REMOVED = _Removed()
"""What an edit writes to take a key out."""

Edit: TypeAlias = tuple[Path, Any]
"""A path, and what to write there; an index behind a list's end adds to the list."""


def changed(document: Any, *edits: Edit) -> Any:
    """A copy with some places written anew; what lies on no path to them is shared with the original."""
    for path, value in edits:
        document = _changed(document, path, value)
    return document


def _changed(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    step: Any = path[0]
    if isinstance(value, list):
        items: list[Any] = []
        items += value
        if step == len(items):
            items.append(None)
        items[step] = _changed(items[step], path[1:], new)
        return items
    copy: Document = {} if value is None else {**value}
    if len(path) == 1 and new is REMOVED:
        copy.pop(step, None)
        return copy
    below = copy.get(step)
    if below is None and len(path) > 1 and isinstance(path[1], int):
        # An edit that adds to a list which is not there makes the list.
        below = []
    copy[step] = _changed(below, path[1:], new)
    return copy


@final
@attrs.frozen(weakref_slot=False)
class Node:
    """An object in a document: the class that it is of, its path, and the object."""

    cls: type
    path: Path
    data: Document

    def items(self, name: str) -> list[Any]:
        """The items of a field that holds a list; none where it is absent."""
        return self.data.get(name) or []


@final
@attrs.frozen(weakref_slot=False)
class Value:
    """A value of a field, or an item of its list, and the object that it stands in.

    ``data`` is ``None`` for a field that may be given and is not.
    """

    node: Node
    field: Field
    path: Path
    data: Any

    @property
    def local(self) -> bool:
        """Whether nothing but its own record knows of the value: it is no id and no reference."""
        return self.field.name != "id" and self.field.ref is None


def _given(node: Node, field: Field) -> Iterator[tuple[Path, Any]]:
    """The values that a field has, items of a list one by one, each with its path."""
    path = (*node.path, field.name)
    value = node.data.get(field.name)
    if field.items is not None:
        for index, item in enumerate(value or ()):
            yield (*path, index), item
    elif value is not None:
        yield path, value


def nodes(document: Document) -> Iterator[Node]:
    """Every object of a document, in document order, the document itself first."""
    yield from _nodes(Story, document, ())


def _nodes(cls: type, data: Document, path: Path) -> Iterator[Node]:
    node = Node(cls, path, data)
    yield node
    for field in fields_of(cls):
        if field.kind is Kind.RECORD:
            for below, item in _given(node, field):
                yield from _nodes(field.type, item, below)


def records(document: Document, *arrays: str) -> Iterator[Node]:
    """The records of some arrays, or of all, in document order."""
    for name in arrays or ARRAYS:
        for index, record in enumerate(document.get(name) or ()):
            yield Node(ARRAYS[name], (name, index), record)


def values(document: Document) -> Iterator[Value]:
    """Every value that is no object, and a gap for every field of one value that could be given and is not."""
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.kind is Kind.RECORD:
                continue
            absent = True
            for path, item in _given(node, field):
                absent = False
                yield Value(node, field, path, item)
            if absent and field.items is None:
                yield Value(node, field, (*node.path, field.name), None)


def references(document: Document) -> Iterator[tuple[Value, Ref]]:
    """Every reference, and every gap where one could stand, with its rule."""
    for value in values(document):
        if value.field.ref is not None:
            yield value, value.field.ref


def unused_id(document: Document, stem: str = "nobody") -> str:
    """An id that no record of a document has."""
    taken = {node.data["id"] for node in records(document)}
    while stem in taken:
        stem += "-x"
    return stem
