"""What scoring does with each field of each record: a new field or class fails here until that is decided."""

from __future__ import annotations

import functools
from typing import Any

import attrs
import pytest

import venezuela_news as vn
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS
from venezuela_news.scoring._comparison import FieldComparison
from venezuela_news.scoring._counterparts import Counterparts
from venezuela_news.scoring._features import StoryFeatures
from venezuela_news.scoring._measures import ROLES
from venezuela_news.scoring._similarity import Similarity

#: For each class the fields by which its records are aligned, then those that are compared when they are, then those
#: that are worded freely, and compared by whether they are told.
USES: dict[type, tuple[str, str, str]] = {
    vn.Source: (
        "title url paragraphs",
        "title language published modified publisher url license paragraphs",
        "description",
    ),
    vn.Person: ("name aliases description same_as anchors", "name age roles", "description"),
    vn.Organization: ("name aliases description same_as anchors", "name kind country parent", "description"),
    vn.Country: ("id", "name", "description"),
    vn.Group: ("label members same_as anchors", "members complete excludes within", "description"),
    vn.Place: ("name same_as anchors", "name country within", "description"),
    vn.Work: (
        "title description kind creators country when same_as anchors",
        "title kind creators country when",
        "description",
    ),
    vn.Claim: ("text about", "kind about rivals", ""),
    vn.Statement: (
        "speakers gist quotes attributions",
        "speakers capacity act quotes to about channel said occasion after relayed_by attributions",
        "condition",
    ),
    vn.Stance: ("holder claim", "holder claim position when asserted_by evidence", ""),
    vn.Event: (
        "label status when where actors targets category same_as anchors",
        "status when where within after actors targets category asserted_by",
        "",
    ),
    vn.Figure: ("label low high unit anchors", "low high approximate unit about asserted_by", ""),
    vn.Photo: ("caption depicts anchors", "credits depicts taken", ""),
}

NUMBERS = {"low": (1, 2), "high": (3, 4), "age": (5, 6)}
TEXTS = {
    "language": ("en", "es"),
    "url": ("https://alpha.example/", "https://omega.example/"),
    "license": ("CC0-1.0", "MIT"),
    "aliases": ("Beta", "Psi"),
    "same_as": ("https://alpha.example/same", "https://omega.example/same"),
}
LINES = ("Alpha.",), ("Omega.",)
CODES = "CL", "PE"


def value(field: Any, side: int) -> Any:
    """A value for a field, of one of two sides that have nothing in common."""
    if field.name == "paragraphs":
        return LINES[side]
    if field.ref is not None:
        # The members of a group are not those that it excludes.
        kinds = sorted(field.ref.kinds or ["Person"])
        one: Any = reference(kinds[-1 if field.name == "excludes" else 0], side)
    else:
        match field.kind:
            case Kind.TEXT:
                one = TEXTS.get(field.name, ("Alpha", "Omega"))[side]
            case Kind.NUMBER:
                one = NUMBERS[field.name][side]
            case Kind.FLAG:
                one = bool(side)
            case Kind.CHOICE:
                one = list(field.type)[side]
            case Kind.DATE:
                one = vn.PartialDate(f"200{side}")
            case Kind.RECORD if field.type is vn.Anchor:
                one = vn.Anchor(source=f"source-{side}", paragraph=0, start=0, end=5, exact=LINES[side][0][:5])
            case Kind.RECORD:
                one = field.type(**{each.name: value(each, side) for each in fields_of(field.type)})
    return (one,) if field.items is not None else one


def reference(kind: str, side: int) -> str:
    return CODES[side] if kind == "Country" else f"{kind.lower()}-{side}"


@functools.cache
def neighbors() -> dict[str, tuple[Any, ...]]:
    """Two records of each kind, to which others refer."""
    return {
        array: tuple(
            cls(
                **{
                    field.name: value(field, side)
                    for field in fields_of(cls)
                    if field.required or field.name in ("name", "title", "paragraphs", "low")
                }
                | {"id": reference(cls.__name__, side)}
            )
            for side in range(2)
        )
        for array, cls in ARRAYS.items()
    }


def fields(cls: type) -> list[str]:
    """The names of the fields of a class that a probe fills, its id left out but for a country."""
    left_out = {"digests"} if cls is vn.Country else {"digests", "id"}
    return [field.name for field in fields_of(cls) if field.name not in left_out]


@functools.cache
def probe(cls: type, omegas: frozenset[str], absent: frozenset[str]) -> tuple[Any, StoryFeatures]:
    """A record with some fields of the second side, some absent, all others of the first; and its story's features."""
    filled = {
        field.name: value(field, int(field.name in omegas))
        for field in fields_of(cls)
        if field.name in fields(cls) and field.name not in absent
    }
    id = ("AR", "BO")["id" in omegas] if cls is vn.Country else "probe"
    record = cls(**filled | {"id": id})
    arrays = {array: (*records, *((record,) if ARRAYS[array] is cls else ())) for array, records in neighbors().items()}
    day = vn.PartialDate("2020-01-01")
    return record, StoryFeatures(vn.Story(id="s", title="S", summary="S", language="en", as_of=day, **arrays))


def similarity(cls: type, omegas: frozenset[str], absent: frozenset[str]) -> int:
    one, story = probe(cls, frozenset(), absent)
    other, another = probe(cls, omegas, absent)
    return Similarity(story, another)(one, other)


def aligns_by(cls: type, name: str) -> bool:
    """Whether a field can change the similarity: beside the same, or other, values of all fields but one at most."""
    unnamed = {vn.Person: {"name", "aliases"}, vn.Organization: {"name", "aliases"}, vn.Work: {"title"}}
    for absent in (frozenset[str](), frozenset({"same_as"}), frozenset({"same_as"} | unnamed.get(cls, set()))):
        others = frozenset(fields(cls)) - absent - {name}
        bases = [frozenset[str](), others, *(frozenset({other}) for other in others), *(others - {o} for o in others)]
        for base in bases if name not in absent else ():
            if similarity(cls, base, absent) != similarity(cls, base | {name}, absent):
                return True
    return False


def test_every_kind_of_record_has_its_uses():
    """No kind of record is left out."""
    assert list(USES) == list(ARRAYS.values())


@pytest.mark.parametrize("cls", USES)
def test_fields_that_align(cls):
    """Records are aligned by these fields and no other."""
    assert [name for name in fields(cls) if aligns_by(cls, name)] == [
        name for name in fields(cls) if name in USES[cls][0].split()
    ]


def comparison(story: StoryFeatures, another: StoryFeatures) -> FieldComparison:
    """A comparison of records that refer to neighbors, each of which stands for itself."""
    counterparts = Counterparts()
    for array, records in neighbors().items():
        ids = [[record.id] for record in records]
        counterparts.add(array, ids, ids, {(0, 0), (1, 1)})
    return FieldComparison(Similarity(story, another, counterparts))


def confused(one: Any, story: StoryFeatures, other: Any, another: StoryFeatures) -> list[str]:
    """The fields in which two records differ."""
    return [result.name for result in comparison(story, another).results(one, other) if not result.same]


@pytest.mark.parametrize("cls", USES)
def test_fields_that_are_compared(cls):
    """Of two aligned records, a difference in these fields is a confusion, in any other none."""
    found = []
    for name in fields(cls):
        one, story = probe(cls, frozenset(), frozenset())
        other, another = probe(cls, frozenset({name}), frozenset())
        differences = confused(one, story, other, another)
        assert differences in ([], [name])
        assert confused(other, another, one, story) == differences
        found += differences
    assert found == USES[cls][1].split()


@pytest.mark.parametrize("cls", USES)
def test_fields_that_are_told_or_not(cls):
    """Of two aligned records, of which one lacks one of these fields or of those that are compared, that is a confusion."""
    found = []
    for field in fields_of(cls):
        # What stands in the place of another is a rule of its own.
        if field.required or field.name in ("paragraphs", "digests", "low"):
            continue
        full, story = probe(cls, frozenset({field.name}), frozenset())
        lacking, another = probe(cls, frozenset({field.name}), frozenset({field.name}))
        differences = confused(full, story, lacking, another)
        assert differences in ([], [field.name])
        assert confused(lacking, another, full, story) == differences
        found += differences
    optional = [
        field.name for field in fields_of(cls) if not field.required and field.name not in ("paragraphs", "low")
    ]
    compared = {*USES[cls][1].split(), *USES[cls][2].split()}
    assert found == [name for name in optional if name in compared]


@pytest.mark.parametrize("cls", USES)
def test_every_field_tells_records_apart(cls):
    """Where records are equally similar, every field tells them apart: it is among what a record says or refers to."""
    one, story = probe(cls, frozenset(), frozenset())
    for name in fields(cls):
        other, another = probe(cls, frozenset({name}), frozenset())
        said = story.own[one.id], story.outgoing(one.id)
        assert said != (another.own[other.id], another.outgoing(other.id)), name


@pytest.mark.parametrize("inner", [field.name for field in fields_of(vn.Role)])
def test_fields_of_roles_are_compared(inner):
    """A role that differs in any one field is a confusion."""
    roles = next(field for field in fields_of(vn.Person) if field.name == "roles")
    (other_role,) = value(roles, 1)
    one, story = probe(vn.Person, frozenset(), frozenset())
    role = attrs.evolve(one.roles[0], **{inner: getattr(other_role, inner)})
    assert confused(one, story, attrs.evolve(one, roles=(role,)), story) == ["roles"]


@pytest.mark.parametrize("inner", [field.name for field in fields_of(vn.Quote)])
def test_fields_of_quotes_are_compared(inner):
    """A quotation that differs in any one field is a confusion."""
    quotes = next(field for field in fields_of(vn.Statement) if field.name == "quotes")
    (other_quote,) = value(quotes, 1)
    one, story = probe(vn.Statement, frozenset(), frozenset())
    quote = attrs.evolve(one.quotes[0], **{inner: getattr(other_quote, inner)})
    assert confused(one, story, attrs.evolve(one, quotes=(quote,)), story) == ["quotes"]


def test_the_roles_of_attributions():
    """Figures of attributions are there for all that an attribution anchors."""
    assert set(ROLES) == {field.name for field in fields_of(vn.Attribution) if field.type is vn.Anchor}
