"""Cases of references, generated from the declarations: every field that refers, with every kind of record.

For each place in a document where a reference can stand, one case has it name no record, and others
have it name a record of each kind that cannot stand there: those that JSON Schema sees, and those that it doesn't.
A field that names countries alone takes two capital letters, one that never does takes an id; that is all it sees.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tasks.cases.documents import EVERY_KIND, Document, Row

from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS
from venezuela_news._story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news._fields import Field

__all__ = ["DANGLING", "WRONG"]

_IDS: dict[str, str] = {cls.__name__: EVERY_KIND[array][0]["id"] for array, cls in ARRAYS.items()}
"""The id of the one record of each kind."""

_CALLED = {"Person": "a person", "Country": "a country", "Organization": "an organization", "Event": "an event"}


class _Place(NamedTuple):
    """A field that refers: the array of its record, the way to it through nested values, and the field."""

    array: str
    way: tuple[str, ...]
    field: Field

    @property
    def described(self) -> str:
        """The place in words: ``the country of a person's roles``."""
        name = ARRAYS[self.array].__name__
        owner = _CALLED.get(name, f"a {name.lower()}")
        field = self.field.name.replace("_", " ")
        return f"the {field} of {owner}'s {self.way[-1]}" if self.way else f"{owner}'s {field}"


def _places(cls: type[Any], way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    for field in fields_of(cls):
        if field.ref is not None:
            yield way, field
        elif field.kind is Kind.RECORD and cls is not Story:
            yield from _places(field.type, (*way, field.name))


_PLACES = [_Place(array, *place) for array, cls in ARRAYS.items() for place in _places(cls)]


_NESTED: dict[str, Document] = {
    "roles": {"title": "clerk"},
    "anchors": {"source": "note", "paragraph": 0, "start": 0, "end": 3, "exact": "Ana"},
    "attributions": {"mode": "indirect"},
}
for _name in ("content", "cue", "speaker"):
    _NESTED[_name] = _NESTED["anchors"]


def _document(place: _Place, targets: list[str]) -> tuple[Document, list[str]]:
    """A document in which a place names each of some ids, and the pointers of these references."""
    document = copy.deepcopy(EVERY_KIND)
    pointers = _refer(document[place.array], place, targets)
    needed = {place.array}
    # What nothing refers to is left out, and then what only that referred to.
    while more := {array for array in ARRAYS if _is_named(array, document, needed)} - needed:
        needed |= more
    return {key: value for key, value in document.items() if key not in ARRAYS or key in needed}, pointers


def _is_named(array: str, document: Document, needed: set[str]) -> bool:
    return f'"{EVERY_KIND[array][0]["id"]}"' in json.dumps([document[other] for other in needed - {array}])


def _refer(records: list[Document], place: _Place, targets: list[str]) -> list[str]:
    """Let records name each of some ids at a place; give the pointers."""
    name, several = place.field.name, place.field.items is not None
    if not place.way and several:
        records[0][name] = targets
        return [f"/{place.array}/0/{name}/{index}" for index in range(len(targets))]
    pointers: list[str] = []
    for number, target in enumerate(targets):
        if place.way:
            pointers += _nest(records[0], place, target, number)
            continue
        # A record for each, of which the first is that of the document.
        if number:
            records.append(copy.deepcopy(records[0]) | {"id": f"{records[0]['id']}-{number}"})
        records[number][name] = target
        pointers.append(f"/{place.array}/{number}/{name}")
    return pointers


def _nest(record: Document, place: _Place, target: str, number: int) -> list[str]:
    """Put a nested value with a reference into a record, as one more of its list; give the pointers."""
    first, *rest = place.way
    values = record.setdefault(first, [])
    if number == 0:
        values.clear()
    start = f"/{place.array}/0/{first}/{number}"
    value = copy.deepcopy(_NESTED[first])
    values.append(value)
    if not rest:
        value[place.field.name] = target
        return [f"{start}/{place.field.name}"]
    # An attribution's anchors are all in one source, so what was said is there too.
    names = dict.fromkeys(("content", *rest))
    for name in names:
        value[name] = [_NESTED[name] | {place.field.name: target}]
    return [f"{start}/{name}/0/{place.field.name}" for name in names]


def _takes(place: _Place) -> frozenset[str]:
    """The kinds of record that a place may name."""
    ref = place.field.ref
    return ref.kinds if ref is not None and ref.kinds else frozenset(_IDS)


def _dangling() -> Iterator[Row]:
    for place in _PLACES:
        target = "ES" if _takes(place) == {"Country"} else "nobody"
        document, pointers = _document(place, [target])
        yield Row(f"no record is named by {place.described}", document, tuple(pointers), schema=None)


def _wrong() -> Iterator[Row]:
    for place in _PLACES:
        takes = _takes(place)
        wrong = [kind for kind in _IDS if kind not in takes]
        seen = [kind for kind in wrong if takes == {"Country"} or (kind == "Country" and "Country" not in takes)]
        unseen = [kind for kind in wrong if kind not in seen]
        for kinds, schema, what in ((seen, True, "of other letters"), (unseen, False, "of other kinds")):
            if kinds:
                document, pointers = _document(place, [_IDS[kind] for kind in kinds])
                yield Row(f"records {what} are named by {place.described}", document, tuple(pointers), schema=schema)


DANGLING = list(_dangling())
WRONG = list(_wrong())
