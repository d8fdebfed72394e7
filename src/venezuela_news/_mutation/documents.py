"""Documents as plain data: their records and values, with paths, and changed copies of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

import attrs

from venezuela_news._fields import Field, Kind, fields_of
from venezuela_news._problems import Path
from venezuela_news._records import ARRAYS
from venezuela_news._sources import digest_of
from venezuela_news._story import Story
from venezuela_news._types import COUNTRY_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news._rules import Ref

__all__ = [
    "GONE",
    "Document",
    "Edit",
    "Node",
    "Value",
    "changed",
    "enriched",
    "fresh",
    "nodes",
    "placed",
    "references",
    "values",
]

Document: TypeAlias = dict[str, Any]


@final
class _Gone:
    """What an edit writes to take something out."""


GONE = _Gone()

#: Where something is written, and what: :data:`GONE` takes it out, an index behind a list's end adds to it.
Edit: TypeAlias = tuple[Path, Any]


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
    if len(path) == 1 and new is GONE:
        copy.pop(step, None)
        return copy
    # An edit that adds to a list which is not there makes the list.
    below = copy.get(step, [] if len(path) > 1 and isinstance(path[1], int) else None)
    copy[step] = _changed(below, path[1:], new)
    return copy


@final
@attrs.frozen(weakref_slot=False)
class Node:
    """An object in a document: the class that it is of, its path, and the object."""

    cls: type
    path: Path
    data: Document


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


def nodes(document: Document) -> Iterator[Node]:
    """Every object of a document, in document order, the document itself first."""
    yield from _nodes(Story, document, ())


def _nodes(cls: type, data: Document, path: Path) -> Iterator[Node]:
    yield Node(cls, path, data)
    for field in fields_of(cls):
        if field.kind is Kind.RECORD:
            for index, item in enumerate(data.get(field.name, ())):
                yield from _nodes(field.type, item, (*path, field.name, index))


def placed(document: Document, *arrays: str) -> Iterator[Node]:
    """The records of some arrays, or of all, in document order."""
    for name in arrays or ARRAYS:
        for index, record in enumerate(document.get(name, ())):
            yield Node(ARRAYS[name], (name, index), record)


def values(document: Document) -> Iterator[Value]:
    """Every value that is no object, and a gap for every field of one value that could be given and is not."""
    for node in nodes(document):
        for field in fields_of(node.cls):
            path = (*node.path, field.name)
            if field.kind is Kind.RECORD:
                continue
            if field.items is None:
                yield Value(node, field, path, node.data.get(field.name))
            else:
                for index, item in enumerate(node.data.get(field.name, ())):
                    yield Value(node, field, (*path, index), item)


def references(document: Document) -> Iterator[tuple[Value, Ref]]:
    """Every reference, and every gap where one could stand, with its rule."""
    for value in values(document):
        if value.field.ref is not None:
            yield value, value.field.ref


def fresh(document: Document, stem: str = "nobody") -> str:
    """An id that no record of a document has."""
    taken = {node.data["id"] for node in placed(document)}
    while stem in taken:
        stem += "-x"
    return stem


# -- something of everything ----------------------------------------------------------------------

_LINE = "Ann met Ben in the town, and said that the bridge is open."


def _sample(stem: str, code: str) -> dict[str, list[Document]]:
    """Records of every kind that refer to each other alone, so that each rule finds something to break."""

    def span(start: int, end: int) -> Document:
        return {"source": f"{stem}-text", "paragraph": 0, "start": start, "end": end, "exact": _LINE[start:end]}

    def hidden(start: int, end: int) -> Document:
        words = digest_of(_LINE[start:end])
        return {"source": f"{stem}-digests", "paragraph": 0, "start": start, "end": end, "digest": words}

    ann, ben, town = f"{stem}-ann", f"{stem}-ben", f"{stem}-town"
    return {
        "sources": [
            {"id": f"{stem}-text", "language": "en", "url": "https://example.org/", "license": "CC0-1.0", "paragraphs": [_LINE]},
            {"id": f"{stem}-digests", "language": "en", "published": "2019-01-23", "digests": [digest_of(_LINE)]},
        ],
        "people": [
            {"id": ann, "name": "Ann", "aliases": ["Annie"], "age": 40, "roles": [{"title": "mayor", "country": code}], "anchors": [span(0, 3)]},
            {"id": ben, "description": "a builder", "anchors": [hidden(8, 11)]},
        ],
        "organizations": [
            {"id": f"{stem}-council", "name": "Council", "kind": "government", "country": code},
            {"id": f"{stem}-office", "name": "Office", "kind": "department", "parent": f"{stem}-council"},
        ],
        "countries": [{"id": code, "name": "Country"}],
        "groups": [{"id": f"{stem}-walkers", "label": "walkers", "members": [ann], "excludes": [ben], "within": town}],
        "places": [{"id": town, "name": "Town", "country": code}, {"id": f"{stem}-bridge", "name": "Bridge", "within": town}],
        "claims": [
            {"id": f"{stem}-open", "text": "The bridge is open.", "kind": "fact"},
            {"id": f"{stem}-shut", "text": "The bridge is shut.", "kind": "fact", "rivals": [f"{stem}-open"]},
        ],
        "statements": [
            {
                "id": f"{stem}-said",
                "speakers": [ann],
                "act": "assertive",
                "gist": "The bridge is open.",
                "quotes": [{"text": "open", "language": "en"}],
                "channel": "speech",
                "said": "2019-01-23",
                "after": [f"{stem}-meeting"],
                "attributions": [{"mode": "indirect", "content": [span(40, 58)], "cue": [span(30, 34)]}],
            }
        ],
        "stances": [{"id": f"{stem}-stance", "holder": ann, "claim": f"{stem}-open", "position": "neutral"}],
        "events": [
            {"id": f"{stem}-year", "label": "a year", "when": "2019"},
            {"id": f"{stem}-meeting", "label": "a meeting", "when": "2019-01-22", "within": f"{stem}-year", "actors": [ann, ben]},
            {"id": f"{stem}-earlier", "label": "a meeting before", "when": "2019-01-02"},
        ],
        "figures": [{"id": f"{stem}-length", "label": "length", "low": 20, "high": 30, "unit": "meter"}],
        "photos": [{"id": f"{stem}-photo", "caption": "The bridge.", "credits": [ann], "depicts": [f"{stem}-bridge"], "taken": "2019"}],
    }  # fmt: skip


def enriched(document: Document) -> Document:
    """A document with more records, of every kind: in it, every rule of documents can be broken."""
    taken = {node.data["id"] for node in placed(document)}
    stem = "sample"
    while any(id.startswith(stem) for id in taken):
        stem += "x"
    code = min(COUNTRY_CODES - taken)
    more = _sample(stem, code)
    # The model's order of the keys is kept.
    arrays = {name: [*document.get(name, ()), *more[name]] for name in ARRAYS}
    return {**{key: value for key, value in document.items() if key not in ARRAYS}, **arrays}
