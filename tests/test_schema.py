"""The JSON Schema and the library agree, by two independent validators."""

from __future__ import annotations

import copy
import enum
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tasks import schema_writer

import venezuela_news as vn
from laws import examples
from venezuela_news import corpus, strategies
from venezuela_news._fields import Kind, fields_of
from venezuela_news._problems import RULES
from venezuela_news._records import ARRAYS
from venezuela_news._rules import OneLine
from venezuela_news._story import Story
from village import village

PROFILES = ("document", "strict")
VALIDATORS = {profile: Draft202012Validator(vn.schema(profile=profile)) for profile in PROFILES}
AJV = Path(__file__).parent / "ajv"

MINIMAL = {
    "schema_version": 1,
    "id": "pier",
    "title": "The pier",
    "summary": "A pier is built.",
    "language": "en",
    "as_of": "2020-03-01",
}


def accepted(document, profile="document"):
    """Whether Python's validator accepts a document."""
    return VALIDATORS[profile].is_valid(document)


def broken_rules(document):
    """The rules of which the library says that a document breaks them, warnings left out."""
    return {problem.rule for problem in vn.check(document) if problem.severity is vn.Severity.ERROR}


def node_with_ajv():
    """The program that runs ajv; without it the test is skipped."""
    node = shutil.which("node")
    if node is None or not (AJV / "node_modules" / "ajv").is_dir():
        pytest.skip("needs node, and `npm ci --prefix tests/ajv`")
    return node


def by_ajv(schema, documents):
    """Which of the documents ajv accepts."""
    node = node_with_ajv()
    lines = "\n".join(json.dumps(value, allow_nan=False) for value in (schema, *documents))
    done = subprocess.run(
        [node, str(AJV / "validate.mjs")], input=lines, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def filled(cls, record):
    """A record of a document with every key: null, an empty list or the default for what is absent."""
    full = {}
    for field in fields_of(cls):
        default = field.default.value if isinstance(field.default, enum.Enum) else field.default
        value = record.get(field.name, [] if field.items is not None else default)
        if field.kind is Kind.RECORD:
            value = [filled(field.type, item) for item in value]
        full[field.name] = value
    return full


def full_document(document):
    """A document in the shape of the strict profile."""
    return {"schema_version": document["schema_version"], **filled(Story, document)}


def legal_documents():
    """Documents of stories of several shapes."""
    stories = (village(), village().detach("paper"), vn.story())
    return [MINIMAL, *map(vn.unstructure, stories)]


def schemas_in(node, path=()):
    """Every schema inside a schema, with its path."""
    yield path, node
    for key in ("properties", "$defs"):
        for name, inner in node.get(key, {}).items():
            yield from schemas_in(inner, (*path, key, name))
    for key in ("anyOf", "oneOf"):
        for index, inner in enumerate(node.get(key, [])):
            yield from schemas_in(inner, (*path, key, index))
    for key in ("items", "not"):
        if key in node:
            yield from schemas_in(node[key], (*path, key))


# -- generated neighbors: one place of a legal document, changed ------------------------------------------

ODD = (
    None, True, False, 0, 1, -1, 1.0, 1.5, 111, 151, 2**53, "", " ", "a", "A", "VE", "ZZ", "ann-gray", "no-such", "a" * 65,
    " x", "x\u3000", "x\n", "x\ty", "x\x7f", "x\u2028y", "\ud800", "e\u0301", "en\n", "en-US", "2020-02-30", "2020/2019", "2020",
    "2020-03-01\n", "2020-03-01/2020-02", "https://x.org", "ftp://x", "favor", "0" * 64, "0" * 64 + "\n", [], [None], ["a", "a"], ["CL"], {},
    {"id": "x"},
)  # fmt: skip


def places_in(value, path=()):
    """The path of everything in a document."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places_in(item, (*path, key))


def changed(document, path, change):
    """A copy of a document in which one place was changed: ``change`` takes what holds it, and its key."""
    document = copy.deepcopy(document)
    holder = document
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return document


def replaced_by(value):
    return lambda holder, key: holder.__setitem__(key, copy.deepcopy(value))


def left_out(holder, key):
    del holder[key]


def doubled(holder, key):
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[f"{key}_"] = holder[key]


def given_twice(holder, key):
    """Give what excludes a key, or could: another of the record's keys."""
    if isinstance(holder, dict):
        for other, value in (("digests", ["0" * 64]), ("paragraphs", ["x"])):
            if key != other and key in ("digests", "paragraphs"):
                holder.setdefault(other, value)


CHANGES = (left_out, doubled, given_twice, *map(replaced_by, ODD))
BASES = [vn.unstructure(village()), vn.unstructure(village().detach("paper"))]
PLACES = [(base, path) for base in BASES for path in places_in(base) if path]
NEIGHBORS = st.builds(lambda place, change: changed(*place, change), st.sampled_from(PLACES), st.sampled_from(CHANGES))


@examples(5)
@given(NEIGHBORS)
def test_the_schema_refuses_what_the_table_says_and_nothing_legal(document):
    """A document that the library reads is accepted; one that is accepted breaks only rules that no schema sees."""
    rules = broken_rules(document)
    if accepted(document):
        assert all(not RULES[rule].schema for rule in rules)
    else:
        assert rules


def test_ajv_and_jsonschema_agree_on_neighbors():
    """The two validators give the same verdict on neighbors of legal documents."""
    node_with_ajv()  # asked first: the verdicts below take seconds
    documents = [changed(*place, CHANGES[index * 7 % len(CHANGES)]) for index, place in enumerate(PLACES)]
    verdicts = list(map(accepted, documents))
    assert True in verdicts
    assert False in verdicts
    assert by_ajv(vn.schema(), documents) == verdicts


# -- legal documents --------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES)
def test_the_schema_is_a_legal_schema(profile):
    """The meta-schema of 2020-12 accepts each profile, and every reference in it is defined."""
    schema = vn.schema(profile=profile)
    Draft202012Validator.check_schema(schema)
    names = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert names <= set(schema["$defs"])


def test_legal_documents_are_accepted():
    """What the library writes, the schema accepts, also with every key filled in."""
    for document in legal_documents():
        assert list(VALIDATORS["document"].iter_errors(document)) == []
        assert accepted(full_document(document))


def test_ajv_accepts_legal_documents():
    """By ajv, legal documents keep the document profile, and in full both profiles."""
    documents = legal_documents()
    full = list(map(full_document, documents))
    assert all(by_ajv(vn.schema(), [*documents, *full]))
    assert all(by_ajv(vn.schema(profile="strict"), full))


@pytest.mark.parametrize("profile", PROFILES)
def test_null_is_accepted_for_what_may_be_absent_and_for_nothing_else(profile):
    """Null stands where a key may be absent; in the strict profile, an empty list or a flag not raised stands instead."""
    for cls in {Story, *ARRAYS.values(), vn.Anchor, vn.Role, vn.Quote, vn.Attribution}:
        properties = _defined(vn.schema(profile=profile), cls)["properties"]
        for field in fields_of(cls):
            body = properties[field.name]
            nullable = {"type": "null"} in body.get("anyOf", [])
            assert nullable is (field.optional if profile == "strict" else not field.required)
            default = (
                {}
                if profile == "strict" or field.required or field.optional
                else {"default": [] if field.items is not None else field.default}
            )
            assert {key: value for key, value in body.items() if key == "default"} == default


@given(st.data())
def test_stories_of_every_kind_are_accepted(data):
    """Any legal story's document keeps the schema, and in full the strict profile, from which it is read back."""
    story = data.draw(strategies.stories())
    document = vn.unstructure(story)
    full = full_document(document)
    assert accepted(document)
    assert accepted(full)
    assert accepted(full, "strict")
    assert vn.structure(full) == story


@examples(2)
@given(st.data())
def test_broken_documents_are_refused_where_the_table_says(data):
    """A broken document breaks its rules unseen by the schema only where none of them is marked."""
    document, problems = data.draw(strategies.broken_documents())
    if not isinstance(document, bytes) and accepted(document):
        assert all(not RULES[rule].schema for _, rule in problems)


# -- the case corpus --------------------------------------------------------------------------------------


def test_valid_and_doubtful_cases_are_accepted():
    """Every valid case and every doubtful one keeps the schema, by both validators."""
    documents = [case.data for kind in ("valid", "doubtful") for case in corpus.cases(kind)]
    refused = [case.id for kind in ("valid", "doubtful") for case in corpus.cases(kind) if not accepted(case.data)]
    assert documents
    assert refused == []
    assert all(by_ajv(vn.schema(), documents))


def test_valid_cases_in_full_keep_the_strict_profile():
    """Every valid case, with every key filled in, keeps the strict profile and reads as the same story."""
    for case in corpus.cases("valid"):
        full = full_document(without_nulls(case.data))
        assert accepted(full, "strict"), case.id
        assert vn.structure(full) == vn.structure(case.data), case.id


def without_nulls(value):
    """A document without the keys that are null."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


def test_invalid_cases_fail_the_schema_where_they_say_so():
    """An invalid case fails the library, and the schema if it is marked so and only then."""
    wrong = [
        case.id for case in corpus.cases("invalid") if accepted(case.data) is case.schema or not broken_rules(case.data)
    ]
    assert wrong == []


def test_invalid_cases_fail_ajv_where_they_say_so():
    """By ajv, an invalid case fails the schema if it is marked so and only then."""
    invalid = corpus.cases("invalid")
    verdicts = by_ajv(vn.schema(), [case.data for case in invalid])
    assert [case.id for case, valid in zip(invalid, verdicts, strict=True) if valid is case.schema] == []


# -- what the table of rules says -------------------------------------------------------------------------

BYTES = {
    "bad-encoding",
    "bad-syntax",
    "byte-order-mark",
    "duplicate-key",
    "too-large",
    "trailing-data",
    "unsupported-syntax",
}
"""Rules of bytes that give no document, or one that looks legal."""


ANN = {"id": "ann", "name": "Ann"}
BOATS = {"id": "boats", "label": "boats in the bay", "unit": "boat"}
UNSEEN = {
    "wrong-type": {"people": [ANN | {"age": 40.0}]},
    "bad-date": {"people": [ANN | {"roles": [{"title": "mayor", "when": "2020/2019"}]}]},
    "duplicate-item": {"people": [ANN | {"roles": [{"title": "mayor"}, {"title": "mayor", "former": False}]}]},
    "not-normalized": {"people": [ANN | {"description": "cafe\u0301"}]},
    "bounds-reversed": {"figures": [BOATS | {"low": 2, "high": 1}]},
    "duplicate-id": {"people": [ANN, ANN]},
    "dangling-reference": {"people": [ANN | {"roles": [{"title": "mayor", "organization": "town"}]}]},
    "implausible-age": {"people": [ANN | {"age": 120}]},
}
"""By rule, records that break it in a way that no schema sees."""


@pytest.mark.parametrize("rule", UNSEEN)
def test_a_rule_that_no_schema_sees_is_broken_unseen(rule):
    """For a rule that is not marked, there is a document that breaks it and keeps the schema."""
    document = MINIMAL | UNSEEN[rule]
    assert not RULES[rule].schema
    assert {problem.rule for problem in vn.check(document)} == {rule}
    assert accepted(document)


def test_what_no_schema_sees_ajv_does_not_see():
    """By ajv as well, the documents that break these rules keep the schema."""
    assert all(by_ajv(vn.schema(), [MINIMAL | records for records in UNSEEN.values()]))


def test_every_unmarked_rule_has_an_unseen_case():
    """Every rule of documents that is not marked has a case that the schema accepts, or a document above."""
    shown = {
        problem.rule
        for kind in ("invalid", "doubtful")
        for case in corpus.cases(kind)
        if accepted(case.data)
        for problem in case.problems
    }
    assert {name for name, rule in RULES.items() if not rule.schema} - BYTES - UNSEEN.keys() <= shown


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("lone-surrogate", {"title": "\ud83d"}),
        ("lone-surrogate", {"summary": "a\udc00b"}),
        ("non-finite-number", {"id": float("inf")}),
        ("non-finite-number", {"people": [ANN | {"age": float("nan")}]}),
        ("non-finite-number", {"figures": [BOATS | {"low": float("-inf")}]}),
        ("too-deep", {"people": json.loads("[" * 40 + "]" * 40)}),
        ("too-deep", {"more": json.loads("[" * 40 + "]" * 40)}),
    ],
)
def test_what_a_lenient_parser_lets_through_is_refused(rule, change):
    """Halves of surrogate pairs, numbers that are none and deep nests do not pass, whatever parser read them."""
    document = MINIMAL | change
    assert RULES[rule].schema
    assert broken_rules(document) == {rule}
    assert not accepted(document)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2**53 - 1, 2**53 - 1), (0, 2**53), (-1, 1)])
def test_a_span_has_room_for_a_character(start, end):
    """Of a span's ends, the schema bounds each by the least and the most that the other can be."""
    base = vn.unstructure(village())
    path = ("people", 0, "anchors", 0)
    assert accepted(changed(base, path, lambda holder, key: holder[key].update(start=0, end=1)))
    assert not accepted(changed(base, path, lambda holder, key: holder[key].update(start=start, end=end)))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("people", 0, "roles", 0, "country"), "chile"),
        (("people", 0, "roles", 0, "country"), "ZZ"),
        (("people", 0, "roles", 0, "organization"), "CL"),
        (("statements", 0, "speakers", 0), "ZZ"),
        (("statements", 0, "about", 0), "Ferry"),
    ],
)
def test_a_reference_is_written_as_ids_of_its_kinds_are(path, wrong):
    """A reference is an id, a country's code or either, by the kinds that it may name; both profiles see it."""
    base = full_document(vn.unstructure(village()))
    for profile in PROFILES:
        assert accepted(base, profile)
        assert not accepted(changed(base, path, replaced_by(wrong)), profile)


# -- texts ------------------------------------------------------------------------------------------------


def faults(line, text):
    return {rule for rule, _, _ in line.violations(text)} - {"not-normalized"}


def test_patterns_refuse_the_characters_that_the_library_refuses():
    """At a text's start, inside it and at its end, the schema takes a character exactly where the library does."""
    text, exact = (Draft202012Validator(body) for body in (_text(), _exact()))
    edges = {edge + step for code in (0xD800, 0xE000, 0xFFFE, 0x10000) for edge in (code,) for step in (-1, 0, 1)}
    for code in sorted({*range(0x3100), *range(0x3100, 0x110000, 997), *edges, 0x10FFFE, 0x10FFFF}):
        char = chr(code)
        for line, validator in ((OneLine(), text), (OneLine(trimmed=False), exact)):
            for words in (char, f"a{char}a", f"a{char}"):
                assert validator.is_valid(words) is not bool(faults(line, words)), (hex(code), words)


def _text():
    return vn.schema()["$defs"]["ShortText"]


def _exact():
    return vn.schema()["$defs"]["Anchor"]["properties"]["exact"]["anyOf"][0]


def test_ajv_refuses_the_characters_that_the_library_refuses():
    """By ajv as well, a text takes a character exactly where the library does."""
    codes = [*range(0x3100), 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFEFF, 0x1F6A2, 0x10FFFF]
    words = [form.format(chr(code)) for code in codes for form in ("{}", "a{}a", "a{}")]
    assert by_ajv(_text(), words) == [not faults(OneLine(), word) for word in words]


def test_no_value_with_a_final_line_feed_is_accepted():
    """A line feed at the end is refused everywhere, though Python's `$` matches before it."""
    base = vn.unstructure(village())
    ends = [
        changed(base, path, lambda holder, key: holder.__setitem__(key, f"{holder[key]}\n"))
        for path in places_in(base)
        if path and isinstance(_at(base, path), str)
    ]
    assert [document for document in ends if accepted(document)] == []


def _at(document, path):
    for key in path:
        document = document[key]
    return document


@pytest.mark.parametrize("profile", PROFILES)
def test_patterns_use_what_all_engines_have(profile):
    """No pattern looks around or back, and each is anchored at both ends in each of its alternatives."""
    patterns = {
        body["pattern"] for _, body in schemas_in(vn.schema(profile=profile)) if body.get("pattern", "\n") != "\n"
    }
    assert patterns
    for pattern in patterns:
        assert re.search(r"\(\?[^:]|\\[0-9a-zA-Z]", pattern) is None
        assert pattern.startswith("^")
        assert pattern.endswith("$")


# -- how it is made ---------------------------------------------------------------------------------------


def _defined(schema, cls):
    return schema if cls is Story else schema["$defs"][cls.__name__]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_class_field_and_type_is_described(profile):
    """Each object is closed, and each property and definition has a description."""
    schema = vn.schema(profile=profile)
    for cls in {Story, *ARRAYS.values(), vn.Anchor, vn.Role, vn.Quote, vn.Attribution}:
        body = _defined(schema, cls)
        assert body["additionalProperties"] is False
        names = [field.name for field in fields_of(cls)]
        assert list(body["properties"]) == (["schema_version", *names] if cls is Story else names)
        assert all(said.get("description") for said in body["properties"].values()), cls
    assert [name for name, body in schema["$defs"].items() if not body.get("description")] == []


def test_descriptions_are_the_docstrings():
    """A class is told by its docstring, a field by the docstring's arguments, a word by the text behind it."""
    schema = vn.schema()
    person = schema["$defs"]["Person"]
    assert person["description"] == "A human, named or not; a name or a description is there."
    assert person["properties"]["aliases"]["description"] == "Other names and spellings."
    assert person["properties"]["age"]["description"].endswith("from 0 to 150; over 110 is doubtful.")
    assert "`commissive`: Binds the speaker to do something" in schema["$defs"]["Act"]["description"]
    assert schema["$defs"]["ActorRef"]["description"].endswith("Person, Organization, Country or Group.")


def test_what_python_strips_changes_nothing():
    """Without docstrings, as under ``python -OO``, the schema is the same: it is read, not made."""
    code = "import json, venezuela_news as vn; print(json.dumps([vn.schema(), vn.schema(profile='strict')]))"
    done = subprocess.run([sys.executable, "-OO", "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [vn.schema(profile=profile) for profile in PROFILES]


def test_the_schema_is_fresh():
    """Who changes a schema changes their own."""
    vn.schema()["properties"].clear()
    assert next(iter(vn.schema()["properties"])) == "schema_version"


def test_no_other_profile_is_known():
    """A profile that does not exist is refused by name."""
    with pytest.raises(ValueError, match="\"lax\"; give one of 'document', 'strict'"):
        vn.schema(profile="lax")


def test_a_rule_without_keywords_is_not_passed_over():
    """A new kind of rule has to say what it means to the schema."""
    with pytest.raises(AssertionError, match="object"):
        schema_writer._Writer(strict=False).ruled(object())
    with pytest.raises(AssertionError, match="object"):
        schema_writer._constrain({}, object(), {}, strict=False)


def test_the_corpus_has_the_schema(root):
    """The files of the schema are what tasks/build_schema.py writes."""
    done = subprocess.run(
        [sys.executable, "-m", "tasks.build_schema", "--check"], capture_output=True, text=True, check=False, cwd=root
    )
    assert (done.returncode, done.stderr) == (0, "")


# -- the strict profile -----------------------------------------------------------------------------------

STRICT_KEYWORDS = {
    "$defs",
    "$ref",
    "additionalProperties",
    "anyOf",
    "description",
    "enum",
    "items",
    "maximum",
    "minItems",
    "minimum",
    "pattern",
    "properties",
    "required",
    "type",
}


def test_the_strict_profile_keeps_to_few_keywords():
    """Objects are closed and need all their keys, references stand alone, and alternatives are a value or null."""
    for path, body in schemas_in(vn.schema(profile="strict")):
        assert set(body) <= STRICT_KEYWORDS, path
        if "properties" in body:
            assert body["required"] == list(body["properties"])
            assert body["additionalProperties"] is False
        if "$ref" in body:
            assert set(body) == {"$ref"}
        if "anyOf" in body:
            assert body["anyOf"][1:] == [{"type": "null"}]
    assert vn.schema(profile="strict")["type"] == "object"


def test_the_strict_profile_keeps_within_the_limits_of_services():
    """Words to choose from, properties and depth stay below the smallest known limits."""
    schema = vn.schema(profile="strict")
    enums = [body["enum"] for _, body in schemas_in(schema) if "enum" in body]
    assert sum(map(len, enums)) <= 500
    assert max(map(len, enums)) <= 250
    assert sum(len(body.get("properties", {})) for _, body in schemas_in(schema)) <= 5000


def test_full_documents_are_read_from_the_strict_shape():
    """A legal story's document with every key filled in keeps the strict profile, and reads as the same story."""
    for document in legal_documents():
        full = full_document(document)
        assert list(VALIDATORS["strict"].iter_errors(full)) == []
        assert vn.structure(full) == vn.structure(document)
        assert vn.check(full) == vn.check(document)


def test_the_strict_profile_needs_every_key():
    """A key that is left out is refused."""
    base = full_document(vn.unstructure(village()))
    for path in places_in(base):
        if path and isinstance(path[-1], str):
            assert not accepted(changed(base, path, left_out), "strict"), path
