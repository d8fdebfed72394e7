"""Laws of reading and writing, for every story that can be drawn."""

from __future__ import annotations

import copy
import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from laws import examples
from venezuela_news import strategies
from venezuela_news._codec._converter import structured
from venezuela_news._fields import Kind, fields_of


@pytest.mark.parametrize(("format", "size"), [("json", 66), ("msgpack", 66), ("yaml", 12)])
def test_what_is_written_reads_back(format, size):
    """A story that is written and read again is the same story, and is written alike, in every format."""

    @given(strategies.stories(max_records=size))
    def check(story):
        data = vn.dumps(story, format=format)
        again = vn.loads(data, format=format)
        assert again == story
        assert vn.dumps(again, format=format) == data

    check()


@given(strategies.stories(), st.sampled_from([0, 1, 2, 4]))
def test_indented_json_says_the_same(story, indent):
    """Indented JSON reads back to the same story, and parses to the same document as the canonical text."""
    data = vn.dumps(story, indent=indent)
    assert vn.loads(data) == story
    assert json.loads(data) == json.loads(vn.dumps(story))


@given(strategies.stories())
def test_structure_and_unstructure_are_inverse(story):
    """A story's document is a document of that story."""
    document = vn.unstructure(story)
    assert vn.structure(document) == story
    assert vn.unstructure(vn.structure(document)) == document
    assert next(iter(document)) == "schema_version"


@given(strategies.documents())
def test_defaults_are_left_out(document):
    """No document that is written holds a null or an empty list."""
    stack = [document]
    while stack:
        value = stack.pop()
        assert value not in (None, [], {})
        stack += value.values() if isinstance(value, dict) else value if isinstance(value, list) else []


@given(strategies.documents())
def test_null_is_absence(document):
    """Null in place of every field that may be absent, and is, makes no difference."""

    def with_nulls(cls, data):
        found = dict(data)
        for field in fields_of(cls):
            if field.kind is Kind.RECORD and field.name in data:
                found[field.name] = [with_nulls(field.type, item) for item in data[field.name]]
            elif not field.required and field.name not in data:
                found[field.name] = None
        return found

    nulls = with_nulls(vn.Story, document)
    assert vn.check(nulls) == vn.check(document)
    assert vn.structure(nulls) == vn.structure(document)


@given(strategies.stories())
def test_stories_are_values(story):
    """Copies, deep copies and pickles of a story equal it and hash alike."""
    for other in (copy.copy(story), copy.deepcopy(story), pickle.loads(pickle.dumps(story)), attrs.evolve(story)):
        assert other == story
        assert hash(other) == hash(story)


@given(strategies.stories(), strategies.stories())
def test_equality_is_that_of_documents(story, other):
    """Two stories are equal exactly where their canonical texts are."""
    assert (story == other) == (vn.dumps(story) == vn.dumps(other))


@given(strategies.problems())
def test_problems_are_values(problem):
    """Copies and pickles of a problem, and of the error that carries it, equal the original."""
    error = pickle.loads(pickle.dumps(vn.InvalidStory([problem])))
    assert error.problems == (problem,)
    assert copy.deepcopy(problem) == problem
    assert hash(copy.copy(problem)) == hash(problem)


@examples(3)
@given(strategies.broken_documents())
def test_reading_refuses_what_the_diagnosis_refuses(broken):
    """A document with an error is not read, with the problems that the check tells; one with doubts alone is."""
    document, problems = broken
    warning = all(vn.RULES[rule].severity == "warning" for _, rule in problems)
    read = vn.loads if isinstance(document, bytes) else vn.structure
    if warning:
        assert vn.check(read(document)) == vn.check(document)
        return
    with pytest.raises(vn.InvalidStory) as caught:
        read(document)
    assert caught.value.problems == vn.check(document)


@examples(3)
@given(strategies.broken_documents())
def test_the_fast_path_accepts_what_the_diagnosis_accepts(broken):
    """The converter makes a story of plain data exactly where the diagnosis finds no error."""
    document, problems = broken
    if isinstance(document, dict):
        error = any(vn.RULES[rule].severity == "error" for _, rule in problems)
        assert (structured(document, vn.Story) is None) == error
