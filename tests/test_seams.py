"""The classes within other people's code: cattrs converters, pydantic models, FastAPI endpoints."""

from __future__ import annotations

import copy
import datetime as dt
import enum
import importlib
import importlib.util
import json
import pickle
import re
import subprocess
import sys
import typing
from pathlib import Path
from typing import Annotated, Any

import attrs
import bson
import cattrs
import jsonschema
import pydantic
import pytest
import yaml
from cattrs.preconf import bson as bson_preconf
from cattrs.preconf import json as json_preconf
from cattrs.preconf import pyyaml, tomlkit
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import corpus, strategies
from venezuela_news._codec._converter import choices
from venezuela_news._story import CLASSES
from village import village

ANN = vn.Person(id="ann", name="Ann", age=35, roles=(vn.Role(title="Mayor", when=vn.Interval("2019/..")),))
BAD = {"id": "Ann", "age": 151, "roles": [{"title": ""}, {"titel": "x"}], "anchors": 3}
STORY = vn.Story(
    id="ferry", title="The ferry", summary="It comes.", language="en", as_of=vn.PartialDate("2020-03-01"), people=(ANN,)
)


def problems_of(read, *arguments):
    """What a function says is wrong: path, rule, message and hint of each problem."""
    try:
        read(*arguments)
    except vn.InvalidStory as error:
        return error.problems
    return ()


def documents_of_corpus():
    return [case.data for kind in ("valid", "invalid", "doubtful") for case in corpus.cases(kind)]


class Mood(enum.StrEnum):
    GOOD = "good"


@attrs.frozen(kw_only=True)
class Report:
    """Somebody's class, in whose fields ours stand in every way."""

    person: vn.Person
    story: vn.Story
    several: list[vn.Person]
    fixed: tuple[vn.Anchor, ...]
    named: dict[str, vn.Organization]
    day: vn.PartialDate
    when: vn.Date
    position: vn.Position
    perhaps: vn.Person | None = None
    perhaps_when: vn.Date | None = None
    perhaps_span: vn.Interval | None = None
    dated: dict[str, vn.PartialDate] = attrs.Factory(dict)
    mood: Mood = Mood.GOOD
    note: str = ""
    count: int = 0


REPORT = Report(
    person=ANN,
    story=STORY,
    several=[ANN],
    fixed=(vn.Anchor(source="report", paragraph=0, start=0, end=3, exact="Ann"),),
    named={"oas": vn.Organization(id="oas", name="OAS", kind=vn.OrganizationKind.INTERGOVERNMENTAL)},
    day=vn.PartialDate("2019-01-23"),
    when=vn.Interval("2019-01-10/.."),
    position=vn.Position.NEUTRAL,
    perhaps=ANN,
    perhaps_when=vn.PartialDate("2019"),
    perhaps_span=vn.Interval("2019/2020"),
    dated={"first": vn.PartialDate("2019-01-23T13:00:00-04:00")},
    note="x",
    count=3,
)

PRECONFS = ["bson", "cbor2", "json", "msgpack", "msgspec", "orjson", "pyyaml", "tomlkit", "ujson"]
SETTINGS = [
    {},
    {"detailed_validation": False},
    {"forbid_extra_keys": True, "omit_if_default": True},
    {"prefer_attrib_converters": True},
]


# -- cattrs: the same verdict as our own doors ------------------------------------------------------


@pytest.mark.parametrize("detailed", [True, False])
def test_a_converter_judges_the_corpus_as_structure_does(detailed):
    """Of every document of the corpus, a converter makes the story that `structure` makes, or finds the same problems."""
    converter = cattrs.Converter(detailed_validation=detailed)
    vn.configure_converter(converter)
    for document in documents_of_corpus():
        wrong = problems_of(vn.structure, document)
        assert problems_of(converter.structure, document, vn.Story) == wrong
        if not wrong:
            story = vn.structure(document)
            assert converter.structure(document, vn.Story) == story
            assert converter.unstructure(story) == vn.unstructure(story)


@settings(max_examples=40)
@given(strategies.stories())
def test_a_converter_writes_and_reads_as_our_own_doors(story):
    """Any story, and any record of it, is written as `unstructure` writes it, and read back."""
    converter = vn.converter()
    for value in (story, *(record for name in ("people", "statements", "events") for record in getattr(story, name))):
        document = converter.unstructure(value)
        assert json.dumps(document) == json.dumps(vn.unstructure(value))
        assert converter.structure(document, type(value)) == value


@settings(max_examples=60)
@given(strategies.broken_documents(), st.booleans())
def test_a_converter_finds_what_structure_finds(broken, detailed):
    """Of any broken document, a converter tells the problems that `structure` tells, in the same order and words."""
    document, _ = broken
    if isinstance(document, bytes):
        return
    converter = cattrs.Converter(detailed_validation=detailed)
    vn.configure_converter(converter)
    assert problems_of(converter.structure, document, vn.Story) == problems_of(vn.structure, document)


@pytest.mark.parametrize("data", [None, 3, "ann", [], {"id": "ann"}, BAD, b"ann", object()], ids=repr)
def test_no_value_leaks_an_error_of_python(data):
    """Whatever stands in place of a record, a word or a date, it is an `InvalidStory` that tells."""
    for cls in (vn.Person, vn.Story, vn.Position, vn.PartialDate, vn.Interval, vn.Date):
        with pytest.raises(vn.InvalidStory):
            vn.converter().structure(data, cls)


def test_absence_is_told_from_blankness():
    """Where a date of either class may be absent, null is absence; where it may not, null is a problem."""
    converter = vn.converter()
    assert converter.structure(None, vn.Date | None) is None
    assert converter.structure("2019/..", vn.Date | None) == vn.Interval("2019/..")
    assert [problem.rule for problem in problems_of(converter.structure, None, vn.Date)] == ["wrong-type"]


# -- cattrs: other people's classes and formats -----------------------------------------------------


@pytest.mark.parametrize("options", SETTINGS, ids=str)
@pytest.mark.parametrize("name", PRECONFS)
def test_every_converter_of_cattrs_takes_the_classes(name, options):
    """A class of one's own that holds ours is written and read by every format of cattrs, whatever its settings."""
    converter = importlib.import_module(f"cattrs.preconf.{name}").make_converter(**options)
    vn.configure_converter(converter)
    assert converter.loads(converter.dumps(REPORT), Report) == REPORT
    plain = converter.unstructure(REPORT)
    assert plain["person"] == vn.unstructure(ANN)
    assert plain["story"] == vn.unstructure(STORY)
    assert next(iter(plain["story"])) == "schema_version"
    assert (plain["day"], plain["when"], plain["position"]) == ("2019-01-23", "2019-01-10/..", "neutral")


def test_no_converter_of_cattrs_is_forgotten():
    """Every format that cattrs can write is tried here; tomllib reads what tomlkit writes, where Python has it."""
    folder = Path(str(importlib.util.find_spec("cattrs.preconf").submodule_search_locations[0]))
    assert {file.stem for file in folder.glob("[!_]*.py")} - {"tomllib"} == set(PRECONFS)


def test_a_strategy_that_writes_tuples_leaves_our_format_alone():
    """A converter that writes attrs classes as tuples writes ours as documents have them."""
    converter = cattrs.Converter(unstruct_strat=cattrs.UnstructureStrategy.AS_TUPLE)
    vn.configure_converter(converter)
    assert converter.unstructure(REPORT)[0] == vn.unstructure(ANN)


def test_a_copy_of_a_converter_keeps_the_hooks():
    """What a converter has learned, its copies know."""
    converter = cattrs.Converter()
    vn.configure_converter(converter)
    assert converter.copy(detailed_validation=False).structure({"id": "ann", "name": "Ann"}, vn.Person).name == "Ann"


def test_what_is_not_ours_stays_as_it_is():
    """A configured converter still reads texts, numbers and words of others in the way of cattrs."""
    plain, configured = cattrs.Converter(), cattrs.Converter()
    vn.configure_converter(configured)
    for value, cls in ((5, str), ("5", int), ("good", Mood), (("a",), list[str]), (None, str)):
        assert configured.structure(value, cls) == plain.structure(value, cls)
    assert configured.unstructure(Mood.GOOD) == plain.unstructure(Mood.GOOD)
    assert type(configured.structure("good", Mood)) is Mood


def test_our_own_converter_coerces_nothing_of_others():
    """In classes of one's own, our converter takes no value of another type and no key too many."""

    @attrs.frozen
    class Note:
        text: str = ""
        number: int = 0
        size: float = 0.0
        flag: bool = False
        words: list[str] = attrs.Factory(list)
        pair: tuple[int, ...] = ()

    converter = vn.converter()
    legal = {"text": "x", "number": 1, "size": 1, "flag": True, "words": ["a"], "pair": [1, 2]}
    assert converter.structure(legal, Note) == Note("x", 1, 1.0, True, ["a"], (1, 2))
    wrong = {"text": 5, "number": True, "size": "1", "flag": 1, "words": "ab", "pair": {}, "more": 1}
    for key, value in wrong.items():
        with pytest.raises(cattrs.ClassValidationError):
            converter.structure({key: value}, Note)


def test_two_converters_share_nothing():
    """A hook that is registered on one converter of ours is unknown to the next."""
    vn.converter().register_unstructure_hook(vn.Person, lambda person: person.id)
    assert vn.converter().unstructure(ANN) == vn.unstructure(ANN)


@pytest.mark.parametrize(
    ("module", "data"),
    [
        (pyyaml, "{id: e, label: x, when: 2019-01-23}"),
        (tomlkit, 'id = "e"\nlabel = "x"\nwhen = 2019-01-23T13:00:00-04:00'),
        (bson_preconf, bson.encode({"id": "e", "label": "x", "when": dt.datetime(2019, 1, 23, tzinfo=dt.UTC)})),
    ],
    ids=["yaml", "toml", "bson"],
)
def test_a_date_of_a_format_is_refused(module, data):
    """What a format reads as a date of its own is refused, since it may say more than was written."""
    converter = module.make_converter()
    vn.configure_converter(converter)
    assert [(problem.pointer, problem.rule) for problem in problems_of(converter.loads, data, vn.Event)] == [
        ("/when", "wrong-type")
    ]


def test_dates_are_written_as_texts():
    """YAML puts a date in quotes, so that it reads back as the text that it is."""
    converter = pyyaml.make_converter()
    vn.configure_converter(converter)
    written = converter.dumps(vn.Event(id="e", label="x", when=vn.PartialDate("2019-01-23")))
    assert yaml.safe_load(written)["when"] == "2019-01-23"


def test_subclasses_of_plain_types_are_what_they_are():
    """Whole numbers and texts of a parser's own classes are taken, within bounds and without being told apart."""

    class Text(str):
        __slots__ = ()

    class Real(float):
        pass

    person = {Text("id"): Text("ann"), "name": "Ann", "age": bson.Int64(35)}
    assert vn.converter().structure(person, vn.Person) == vn.Person(id="ann", name="Ann", age=35)
    found = problems_of(vn.converter().structure, person | {"age": Real(3.5), "roles": True}, vn.Person)
    assert [(problem.pointer, type(problem.value)) for problem in found] == [("/age", float), ("/roles", bool)]


def test_what_contains_itself_is_refused():
    """A list that contains itself, or is nested without end, is too deep; it is not followed for ever."""
    circle: list[Any] = []
    circle += [circle, circle]
    deep: list[Any] = []
    for _ in range(10_000):
        deep = [deep]
    for value in (circle, deep):
        assert [problem.rule for problem in problems_of(vn.converter().structure, value, vn.Person)] == ["too-deep"]


def test_limits_hold_for_each_value():
    """A converter reads as much of each value as its limits allow."""
    small = vn.converter(limits=vn.Limits(text=5))
    assert small.structure({"id": "ann", "name": "Annie"}, vn.Person).name == "Annie"
    found = problems_of(small.structure, {"id": "ann", "name": "Annabel"}, vn.Person)
    assert [(problem.pointer, problem.rule) for problem in found] == [("/name", "too-large")]


# -- cattrs: errors ---------------------------------------------------------------------------------


def cattrs_converter(**options: Any) -> cattrs.Converter:
    converter = cattrs.Converter(**options)
    vn.configure_converter(converter)
    return converter


def failure(value: object, cls: Any, **options: Any) -> BaseException:
    converter = cattrs_converter(**options)
    with pytest.raises(Exception) as caught:
        converter.structure(value, cls)
    return caught.value


def test_problems_are_told_at_their_places():
    """`transform_error` shows each problem at its place in one's own document, in our words."""
    error = failure([BAD, {"id": "ben"}, 3], list[vn.Person])
    lines = cattrs.transform_error(error, format_exception=vn.format_exception)
    told = {line.rpartition(" @ ")[2] for line in lines}
    assert len(lines) == 8
    assert told == {
        "$[0].id", "$[0].age", "$[0].roles[0].title", "$[0].roles[1].titel", "$[0].anchors", "$[0]", "$[1]", "$[2]"
    }  # fmt: skip
    assert "151 is outside 0 to 150; write years, from 0 to 150 [out-of-range] @ $[0].age" in lines
    assert {line.rpartition(" @ ")[2] for line in cattrs.transform_error(error)} == told


def test_a_group_of_errors_is_an_invalid_story():
    """Detailed or not, what is raised for a record is an `InvalidStory` with all problems, from the record's root."""
    wanted = problems_of(vn.structure, BAD, vn.Person)
    for detailed in (True, False):
        error = failure(BAD, vn.Person, detailed_validation=detailed)
        assert isinstance(error, vn.InvalidStory)
        assert isinstance(error, cattrs.ClassValidationError) is detailed
        assert error.problems == wanted
        assert str(error) == str(vn.InvalidStory(wanted))
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.problems) == (type(error), wanted)


def test_except_star_finds_our_errors():
    """Within a class of one's own, `except*` takes our errors out of the group, with their problems."""
    found, rest = [], []
    try:
        cattrs_converter().structure({"person": BAD, "count": "x"}, Report)
    except* vn.InvalidStory as group:
        found += group.exceptions
    except* Exception as group:  # noqa: BLE001 - the rest, which is cattrs' own
        rest.append(group.subgroup(vn.InvalidStory))
    assert rest == [None]
    assert [error.problems for error in found] == [problems_of(vn.structure, BAD, vn.Person)]
    parts = failure(BAD, vn.Person)
    ours, other = parts.split(lambda error: isinstance(error, vn.InvalidStory) and error is not parts)
    assert other is None
    assert len(leaves(ours)) == len(parts.problems)


def leaves(group):
    return [leaf for error in group.exceptions for leaf in (leaves(error) if hasattr(error, "exceptions") else [error])]


def test_other_errors_are_worded_by_cattrs():
    """Our wording changes none of cattrs' own; problems without a group are told with their paths."""
    error = ValueError("x")
    assert vn.format_exception(error, int) == "invalid value for type, expected int"
    (line,) = cattrs.transform_error(
        failure(BAD, vn.Person, detailed_validation=False), format_exception=vn.format_exception
    )
    assert line.startswith('$.id: "Ann" is not an id')
    assert line.count("; $.") == len(problems_of(vn.structure, BAD, vn.Person)) - 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: vn.configure_converter(cattrs.Converter), "the class Converter; give a cattrs converter: make one"),
        (lambda: vn.configure_converter(json_preconf), "give a cattrs converter"),
        (lambda: vn.configure_converter(cattrs.Converter(), limits=5), "'limits' is the number 5; give a vn.Limits"),
        (lambda: vn.converter(limits=None), "'limits' is null (None); give a vn.Limits"),
    ],
)
def test_wrong_arguments_are_told(call, message):
    """An argument of another type is told by its name, with what to give."""
    with pytest.raises(TypeError, match=re.escape(message)):
        call()


def test_the_hints_of_public_functions_resolve():
    """`typing.get_type_hints` works on the functions of this seam."""
    for function in (vn.converter, vn.configure_converter, vn.format_exception):
        assert "return" in typing.get_type_hints(function)


# -- pydantic: reading ------------------------------------------------------------------------------


class Model(pydantic.BaseModel):
    person: vn.Person
    story: vn.Story | None = None
    several: list[vn.Person] = []
    when: vn.Date | None = None
    day: vn.PartialDate = vn.PartialDate("2019")
    position: vn.Position = vn.Position.FAVOR
    actor: vn.Person | vn.Organization | None = None
    dated: dict[vn.PartialDate, int] = {}


class Posts(pydantic.BaseModel):
    value: vn.Story


MODEL = Model(
    person=ANN,
    story=STORY,
    several=[ANN],
    when="2019/2020",
    actor={"id": "p", "name": "P", "kind": "party"},
    dated={"2019": 1},
)


def errors_of(read, *arguments, **options):
    with pytest.raises(pydantic.ValidationError) as caught:
        read(*arguments, **options)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def test_importing_the_package_imports_no_framework():
    """`import venezuela_news` loads no pydantic; what is asked of a class that lacks it is nobody's."""
    code = "import sys, venezuela_news; sys.exit(any(name.startswith('pydantic') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_fields_hold_instances_as_they_are():
    """An instance is taken as it is, not copied; plain data and JSON are read to an equal one."""
    assert Model(person=ANN).person is ANN
    plain = Model(person=vn.unstructure(ANN))
    assert plain == Model(person=ANN) == Model.model_validate_json(json.dumps({"person": vn.unstructure(ANN)}))
    assert (type(MODEL.when), type(MODEL.actor), type(MODEL.position)) == (vn.Interval, vn.Organization, vn.Position)


@pytest.mark.parametrize("cls", sorted(CLASSES, key=lambda cls: cls.__name__))
def test_a_type_adapter_reads_and_writes_every_class(cls):
    """Every class is read and written by pydantic as by our own doors, and described as in our schema."""
    value = value_of(cls)
    adapter = pydantic.TypeAdapter(cls)
    assert adapter.validate_python(vn.unstructure(value)) == value
    assert adapter.validate_json(adapter.dump_json(value)) == value
    assert adapter.dump_python(value) == adapter.dump_python(value, mode="json") == vn.unstructure(value)
    described = adapter.json_schema()
    assert described == adapter.json_schema(mode="serialization")
    known = vn.schema()["$defs"]
    definitions = described.pop("$defs", {})
    assert definitions == {name: known[name] for name in definitions}
    mine = known.get(cls.__name__) or {key: part for key, part in vn.schema().items() if not key.startswith("$")}
    assert described == mine


def value_of(cls):
    """The first value of a class in the shipped story, or in a small one."""
    waiting: list[Any] = [vn.story(), village()]
    for value in waiting:
        if type(value) is cls:
            return value
        if hasattr(value, "__checked__"):
            waiting += [getattr(value, field.name) for field in attrs.fields(type(value))]
        elif isinstance(value, tuple):
            waiting += value
    raise LookupError(cls)


@settings(max_examples=60)
@given(strategies.broken_documents())
def test_problems_are_errors_at_their_places(broken):
    """Each problem is an error of pydantic's: below the field's place, of the rule's name, in our words with the hint."""
    document, _ = broken
    if isinstance(document, bytes):
        return
    try:
        found = Posts(value=document) and []
    except pydantic.ValidationError as error:
        found = error.errors()
    wanted = [
        (("value", *problem.path), problem.rule, f"{problem.message}; {problem.hint}", {"hint": problem.hint})
        for problem in problems_of(vn.structure, document)
    ]
    assert [tuple(error[key] for key in ("loc", "type", "msg", "ctx")) for error in found] == wanted


def test_errors_of_several_fields_come_together():
    """One `ValidationError` tells the problems of all fields, of lists with their index, and pydantic's own."""

    class Both(pydantic.BaseModel):
        people: list[vn.Person]
        count: int
        day: vn.PartialDate

    assert errors_of(Both, people=[ANN, BAD], count="x", day="2019-13") == [
        (("people", 1, "id"), "bad-id"),
        (("people", 1, "age"), "out-of-range"),
        (("people", 1, "roles", 0, "title"), "blank-text"),
        (("people", 1, "roles", 1, "titel"), "unknown-key"),
        (("people", 1, "anchors"), "wrong-type"),
        (("people", 1), "name-or-description"),
        (("count",), "int_parsing"),
        (("day",), "bad-date"),
    ]


def test_an_error_survives_its_ways():
    """A `ValidationError` with our errors is pickled and written as JSON; braces in values are no templates."""
    adapter = pydantic.TypeAdapter(vn.Person)
    with pytest.raises(pydantic.ValidationError) as caught:
        adapter.validate_python({"id": "{hint}", "name": "{message}", "age": float("nan"), "x": "\ud800", "roles": {1}})
    error = caught.value
    assert pickle.loads(pickle.dumps(error)).errors() == error.errors()
    first = error.errors()[0]
    assert first["msg"].startswith('"{hint}" is not an id')
    assert "ctx" not in first
    shown = {each["loc"]: each["input"] for each in error.errors()}
    assert (shown["age",], shown["x",], shown["roles",]) == ("NaN", '"\\ud800"', {1})


@pytest.mark.parametrize("value", [None, 3, b"ann", object(), MODEL, [ANN], vn.Position.FAVOR], ids=repr)
def test_nothing_is_coerced(value):
    """Whatever is neither a record nor its plain data is refused as a value of the wrong type, strict or not."""
    for strict in (False, True):
        (error,) = errors_of(pydantic.TypeAdapter(vn.Person).validate_python, value, strict=strict)
        assert error in (((), "wrong-type"), ((), "unsupported-syntax"))


def test_words_are_read_strictly():
    """A word of one of our lists is a member or its exact text; bytes and other spellings are told in our words."""
    adapter = pydantic.TypeAdapter(vn.Position)
    assert adapter.validate_python("favor") is adapter.validate_python(vn.Position.FAVOR) is vn.Position.FAVOR
    assert adapter.validate_python("favor", strict=True) is vn.Position.FAVOR
    assert errors_of(adapter.validate_python, b"favor") == [((), "unsupported-syntax")]
    assert errors_of(adapter.validate_python, "Favor") == [((), "unknown-choice")]
    for cls in choices():
        assert pydantic.TypeAdapter(cls).json_schema() == vn.schema()["$defs"][cls.__name__]


def test_unions_find_their_class():
    """A union takes the class that fits; a discriminator names it, and then only its problems are told."""

    def tag(value):
        return value.get("type") if isinstance(value, dict) else type(value).__name__.lower()

    def untagged(value):
        return {key: item for key, item in value.items() if key != "type"} if isinstance(value, dict) else value

    def variant(cls, name):
        return Annotated[cls, pydantic.BeforeValidator(untagged), pydantic.Tag(name)]

    union = variant(vn.Person, "person") | variant(vn.Place, "place")
    adapter = pydantic.TypeAdapter(Annotated[union, pydantic.Discriminator(tag)])
    assert adapter.validate_python({"type": "place", "id": "x", "name": "X"}) == vn.Place(id="x", name="X")
    assert adapter.validate_python(ANN) is ANN
    assert errors_of(adapter.validate_python, {"type": "place", "id": "x"}) == [(("place", "name"), "missing-key")]
    plain = pydantic.TypeAdapter(vn.Person | vn.Organization)
    assert type(plain.validate_python(vn.unstructure(MODEL.actor))) is vn.Organization
    assert {place[0] for place, _ in errors_of(plain.validate_python, 3)} == {
        "function-plain[Person()]",
        "function-plain[Organization()]",
    }


# -- pydantic: writing and describing ---------------------------------------------------------------


@settings(max_examples=30)
@given(strategies.stories())
def test_pydantic_writes_what_dumps_writes(story):
    """`model_dump_json` gives the bytes of `dumps`, `model_dump` the document of `unstructure`; both are read back."""
    model = Posts(value=story)
    assert model.model_dump_json() == f'{{"value":{vn.dumps(story).rstrip()}}}'
    assert model.model_dump() == model.model_dump(mode="json") == {"value": vn.unstructure(story)}
    assert Posts.model_validate_json(model.model_dump_json()) == Posts(**model.model_dump()) == model


def test_models_are_copied_and_pickled():
    """A model with our classes goes through every way of copying, writing and reading as it was."""
    assert MODEL == MODEL.model_copy() == MODEL.model_copy(deep=True) == copy.deepcopy(MODEL)
    assert pickle.loads(pickle.dumps(MODEL)) == MODEL
    assert MODEL == Model.model_validate_json(MODEL.model_dump_json()) == Model(**MODEL.model_dump())
    assert MODEL.model_dump() == json.loads(MODEL.model_dump_json())
    assert MODEL.model_dump()["dated"] == {"2019": 1}


def test_what_is_no_value_of_a_class_is_written_with_a_warning():
    """A model that was built unchecked is written as pydantic writes any such model: with a warning."""
    with pytest.warns(UserWarning, match="expected a value of the class Person"):
        assert Model.model_construct(person=3).model_dump()["person"] == 3


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_a_models_schema_has_our_definitions(mode):
    """A model's JSON Schema refers to our definitions among pydantic's, and accepts what the model writes."""
    schema = Model.model_json_schema(mode=mode)
    known = vn.schema()["$defs"]
    ours = {name: schema["$defs"][name] for name in known}
    assert ours == known
    assert set(schema["$defs"]) == {*known, "Story"}
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    document = json.loads(MODEL.model_dump_json())
    assert validator.is_valid(document)
    assert not validator.is_valid({**document, "person": BAD})
    assert not validator.is_valid({**document, "day": "2019/2020"})
    assert not validator.is_valid({**document, "when": "2019-13"})


def test_a_class_of_the_same_name_is_told_apart():
    """A model of one's own called Person, beside ours, keeps a definition of its own."""
    person = pydantic.create_model("Person", shoes=(int, ...))
    schema = pydantic.create_model("Both", mine=(person, ...), yours=(vn.Person, ...)).model_json_schema()
    mine, yours = (schema["$defs"][schema["properties"][key]["$ref"].rpartition("/")[2]] for key in ("mine", "yours"))
    assert (list(mine["properties"]), yours["required"]) == (["shoes"], vn.schema()["$defs"]["Person"]["required"])


# -- FastAPI ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client():
    file = Path(__file__).parents[1] / "examples" / "fastapi_app.py"
    spec = importlib.util.spec_from_file_location("fastapi_app", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules["fastapi_app"] = module
    spec.loader.exec_module(module)
    yield TestClient(module.app)
    del sys.modules["fastapi_app"]


def test_an_endpoint_takes_and_gives_a_story(client):
    """A story that is posted is given back as it was; its people are a list of records."""
    document = vn.unstructure(STORY)
    assert client.post("/stories", json=document).json() == document
    assert client.get("/stories/ferry").text + "\n" == vn.dumps(STORY)
    assert client.get("/stories/ferry/people").json() == [vn.unstructure(ANN)]
    assert client.get("/stories/none").status_code == 404


def test_an_endpoint_refuses_every_broken_document(client):
    """Every fourth invalid case of the corpus is refused with its problems, each at its place in the body."""
    for case in corpus.cases("invalid")[::4]:
        answer = client.post("/stories", content=json.dumps(case.data), headers={"content-type": "application/json"})
        told = [(tuple(error["loc"][1:]), error["type"]) for error in answer.json()["detail"]]
        assert (answer.status_code, told) == (
            422,
            [(problem.path, problem.rule) for problem in problems_of(vn.structure, case.data)],
        )


@pytest.mark.parametrize("text", ['{"id":NaN}', '{"id":"\\ud800"}', '{"\\ud800":1}', '{"x":[1e999,{"y":-Infinity}]}'])
def test_no_document_breaks_the_answer(client, text):
    """Numbers and texts that no JSON can hold are refused as well: the answer that says so can hold them."""
    assert client.post("/stories", content=text, headers={"content-type": "application/json"}).status_code == 422


def test_the_service_is_documented_with_our_definitions(client):
    """OpenAPI's components have each class once, for what is taken and what is given, by its own name."""
    document = client.get("/openapi.json").json()
    components = document["components"]["schemas"]
    assert {"Story", "Person", "Stance", "Answer"} <= set(components)
    assert not [name for name in components if name.endswith(("-Input", "-Output"))]
    body = document["paths"]["/stories"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["$ref"] == "#/components/schemas/Story"
    assert components["Person"]["properties"]["roles"]["anyOf"][0]["items"] == {"$ref": "#/components/schemas/Role"}


def test_a_date_in_the_query_is_read(client):
    """A date of the query is one of ours, and a wrong one is told as any other problem."""
    where = "/stories/venezuela-2019-01-23/positions/MX/guaido-is-interim-president"
    answer = client.get(where, params={"on": "2019-01"}).json()
    assert (answer["position"], answer["on"]) == ("neutral", "2019-01")
    assert [error["type"] for error in client.get(where, params={"on": "2019-1"}).json()["detail"]] == ["bad-date"]
    assert client.get(where.replace("MX", "nobody")).status_code == 404
