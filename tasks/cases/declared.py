"""Cases generated from the declarations: every key that is required, and every list in which an item stands once only."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tasks.cases.documents import EVERY_KIND, Document, Row, changed, span

from venezuela_news._actors import Role
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS
from venezuela_news._sources import Anchor, Quote
from venezuela_news._statements import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news._fields import Field

__all__ = ["DOUBLED", "MISSING"]

#: A record of each kind, and a value of each class nested in one.
FULL: Document = changed(
    EVERY_KIND,
    {
        "/people/0/roles": [{"title": "mayor"}],
        "/people/0/anchors": [span("Ana Reis", 0)],
        "/statements/0/quotes": [{"text": "must be dredged", "language": "en"}],
        "/claims/-": {"id": "leave", "text": "The harbor ought to be left alone.", "kind": "norm"},
        "/events/-": {"id": "vote", "label": "A vote."},
    },
)

_PLACES: dict[str, type[Any]] = {f"/{array}/0": cls for array, cls in ARRAYS.items()} | {
    "/people/0/roles/0": Role,
    "/people/0/anchors/0": Anchor,
    "/statements/0/quotes/0": Quote,
    "/statements/0/attributions/0": Attribution,
}

#: What stands in a list, by the kind of record that it names; a claim is not its own rival, and an event not before itself.
_NAMED = {"Person": "ana", "Source": "note", "Claim": "leave", "Event": "vote", "Statement": "ana-asks"}
_VALUES: dict[str, Any] = {
    "aliases": "the mayor",
    "same_as": "https://example.org/",
    "roles": {"title": "clerk"},
    "quotes": {"text": "dredged", "language": "en"},
    "attributions": {"mode": "direct", "content": [span("before winter", 1)]},
}


def _at(document: Document, pointer: str) -> Any:
    found: Any = document
    for step in pointer.split("/")[1:]:
        found = found[int(step)] if isinstance(found, list) else found[step]
    return found


def _called(cls: type[Any]) -> str:
    name = cls.__name__.lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _missing() -> Iterator[Row]:
    for pointer, cls in _PLACES.items():
        document = copy.deepcopy(FULL)
        record = _at(document, pointer)
        required = [field.name for field in fields_of(cls) if field.required]
        for name in required:
            del record[name]
        places = tuple(f"{pointer}/{name}" for name in required)
        yield Row(f"{_called(cls)} has no key that it must have", document, places, schema=True)


def _item(field: Field) -> Any:
    if field.kind is Kind.RECORD and field.type is Anchor:
        return span("the quay", 0)
    if field.name in _VALUES:
        return _VALUES[field.name]
    kinds = field.ref.kinds if field.ref is not None else frozenset[str]()
    return next(id for kind, id in _NAMED.items() if not kinds or kind in kinds)


def _doubled() -> Iterator[Row]:
    for pointer, cls in _PLACES.items():
        document = copy.deepcopy(FULL)
        record = _at(document, pointer)
        lists = [field for field in fields_of(cls) if field.items is not None and field.items.unique]
        # What a group excludes is no member of it.
        lists = [field for field in lists if field.name != "excludes"]
        for field in lists:
            record[field.name] = [copy.deepcopy(_item(field)) for _ in range(3)]
        places = tuple(f"{pointer}/{field.name}/{index}" for field in lists for index in (1, 2))
        if lists:
            yield Row(f"{_called(cls)} has lists with an item three times", document, places, schema=True)
    document = changed(FULL, {"/groups/0/excludes": ["ana", "ana"]})
    yield Row("a group excludes an actor twice", document, ("/groups/0/excludes/1",), schema=True)


MISSING = list(_missing())
DOUBLED = list(_doubled())
