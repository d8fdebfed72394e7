"""What every room asks of any record: its array, its label, its date, its references and anchors.

1. :data:`ARRAYS` names the arrays of a story and the class of record in each, in the model's order.
2. Walks over references and anchors are planned once a class, from the declared fields.
3. What is asked of a record is asked of a draft as well: of a record of a document that is being
   diagnosed, in which blanks (``""``, ``None``, ``()``) stand for what could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from venezuela_news._actors import Actor, Country, Group, Organization, Person, Place, Role
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._fields import Kind, cached_per_class, fields_of, label_of
from venezuela_news._sources import Anchor, Quote, Source
from venezuela_news._statements import Attribution, Claim, Stance, Statement
from venezuela_news._validation import Draft
from venezuela_news._works import Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from venezuela_news._problems import Path
    from venezuela_news._rules import Ref
    from venezuela_news._types import Date

__all__ = [
    "ACTORS",
    "ARRAYS",
    "DATE_FIELDS",
    "VALUES",
    "Occurrence",
    "Record",
    "Value",
    "anchors_of",
    "class_of",
    "date_of",
    "label_of",
    "references_of",
]

Record: TypeAlias = (
    Source
    | Person
    | Organization
    | Country
    | Group
    | Place
    | Work
    | Claim
    | Statement
    | Stance
    | Event
    | Figure
    | Photo
)
"""A record of any kind."""

Value: TypeAlias = Anchor | Role | Quote | Attribution
"""A nested value: a part of a record, with no id of its own."""

Occurrence: TypeAlias = Event | Statement
"""What has a time: an event or a statement."""

ARRAYS: Mapping[str, type[Record]] = {
    "sources": Source,
    "people": Person,
    "organizations": Organization,
    "countries": Country,
    "groups": Group,
    "places": Place,
    "works": Work,
    "claims": Claim,
    "statements": Statement,
    "stances": Stance,
    "events": Event,
    "figures": Figure,
    "photos": Photo,
}
"""The arrays of a story, in the model's order, and the class of the records in each."""

VALUES: tuple[type[Value], ...] = (Anchor, Role, Quote, Attribution)
"""The classes of nested values."""

DATE_FIELDS: Mapping[type, str] = {Statement: "said", Event: "when"}
"""The field in which an occurrence's date stands."""

ACTORS: tuple[type[Actor], ...] = (Person, Organization, Country, Group)
"""The classes of actors."""


def class_of(record: Any) -> type[Any]:
    """The class of a record, or the one that a draft is a draft of."""
    return record.of if type(record) is Draft else type(record)


def date_of(occurrence: Occurrence) -> Date | None:
    """When an event happened, or a statement was said; ``None`` where that is not told."""
    date: Date | None = getattr(occurrence, DATE_FIELDS[class_of(occurrence)])
    return date


@cached_per_class
def _referring_fields(cls: type) -> tuple[tuple[str, bool, Ref | None], ...]:
    """The fields of a class that hold references, or records that do: name, several, rule."""
    return tuple(
        (field.name, field.items is not None, field.ref)
        for field in fields_of(cls)
        if field.ref is not None or (field.kind is Kind.RECORD and _referring_fields(field.type))
    )


def references_of(record: object, *path: str | int) -> Iterator[tuple[Path, str, Ref]]:
    """Every reference in a record, nested ones included: its path, the id, and the rule."""
    for name, several, ref in _referring_fields(class_of(record)):
        value = getattr(record, name)
        if several:
            for index, item in enumerate(value):
                if not item:
                    continue
                if ref is None:
                    yield from references_of(item, *path, name, index)
                else:
                    yield (*path, name, index), item, ref
        elif value and ref is not None:
            yield (*path, name), value, ref


@cached_per_class
def _anchored_fields(cls: type) -> tuple[str, ...]:
    """The fields of a class that hold anchors, or records that do."""
    return tuple(
        field.name
        for field in fields_of(cls)
        if field.kind is Kind.RECORD and (field.type is Anchor or _anchored_fields(field.type))
    )


def anchors_of(record: object, *path: str | int) -> Iterator[tuple[Path, Anchor]]:
    """Every anchor in a record, nested records included, with its path."""
    for name in _anchored_fields(class_of(record)):
        for index, item in enumerate(getattr(record, name)):
            if item is None:
                continue
            if class_of(item) is Anchor:
                yield (*path, name, index), item
            else:
                yield from anchors_of(item, *path, name, index)
