"""Problems and errors: values that say where, what and what to write instead."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news._problems import show

PROBLEM = vn.Problem(("people", 0, "age"), "out-of-range", "200 is outside 0 to 150", "write years", 200)

ERRORS = [
    vn.InvalidStory([PROBLEM]),
    vn.MissingExtra("the format 'yaml'", "yaml"),
    vn.UnknownFormat("story.txt", (".json",)),
    vn.UnknownRecord("juan", "Person", ("juan-guaido",)),
    vn.TextMismatch("article", (3,), "paragraph 3 differs"),
]


def test_a_problem_is_read_in_one_line():
    """A problem reads as its place, what was found, what to write, and its rule."""
    assert str(PROBLEM) == "$.people[0].age: 200 is outside 0 to 150; write years [out-of-range]"


@pytest.mark.parametrize(
    ("path", "shown", "pointer"),
    [
        ((), "$", ""),
        (("statements", 3, "speakers", 0), "$.statements[3].speakers[0]", "/statements/3/speakers/0"),
        (("a b", "c/d~e"), '$["a b"]["c/d~e"]', "/a b/c~1d~0e"),
        (("\ud800",), '$["\\ud800"]', "/\ud800"),
    ],
)
def test_a_path_is_shown_and_pointed_at(path, shown, pointer):
    """A path shows as JSONPath, and its pointer is a JSON Pointer."""
    problem = vn.Problem(path, "bad-id", "m", "h")
    assert str(problem).startswith(f"{shown}: ")
    assert problem.pointer == pointer


@given(st.lists(st.text() | st.integers(min_value=0)))
def test_a_pointer_leads_back_to_its_path(path):
    """Unescaping a pointer gives the path's steps again (RFC 6901, section 4)."""
    pointer = vn.Problem(tuple(path), "bad-id", "m", "h").pointer
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    assert steps == [str(step) for step in path]


def test_a_problem_names_a_rule_of_the_table():
    """A problem of a rule that the table lacks can't be made."""
    with pytest.raises(LookupError, match="no-such-rule"):
        vn.Problem((), "no-such-rule", "m", "h")


def test_the_found_value_takes_no_part_in_equality():
    """Problems are equal and hash alike whatever value they found, even one that can't be hashed."""
    other = attrs.evolve(PROBLEM, value=[{}])
    assert other == PROBLEM
    assert hash(other) == hash(PROBLEM)


def test_the_severity_is_the_rules():
    """A doubtful rule makes a warning, an impossible one an error."""
    assert PROBLEM.severity is vn.Severity.ERROR
    assert attrs.evolve(PROBLEM, rule="implausible-age").severity is vn.Severity.WARNING


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_pickle_and_copy(error):
    """An error that was pickled or copied says the same, and keeps its parts."""
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert again.__dict__ == error.__dict__


@pytest.mark.parametrize(
    ("error", "builtin", "said"),
    [
        (ERRORS[0], ValueError, "1 problem\n  $.people[0].age: 200"),
        (vn.InvalidStory([PROBLEM, PROBLEM]), ValueError, "2 problems\n"),
        (ERRORS[1], ImportError, "pip install 'venezuela-news[yaml]'"),
        (ERRORS[2], ValueError, "no format is known for 'story.txt'; known are .json"),
        (ERRORS[3], KeyError, "the story has no Person 'juan'; did you mean 'juan-guaido'?"),
        (vn.UnknownRecord("x"), KeyError, "the story has no record 'x'"),
        (ERRORS[4], ValueError, "source 'article': paragraph 3 differs"),
    ],
)
def test_each_error_is_the_builtin_that_one_would_catch(error, builtin, said):
    """Every error is a NewsError and the builtin error that a caller would catch."""
    assert isinstance(error, vn.NewsError)
    assert isinstance(error, builtin)
    assert said in str(error)


@given(st.recursive(st.none() | st.text() | st.integers() | st.floats(), st.lists) | st.binary() | st.complex_numbers())
def test_a_shown_value_is_short_and_printable(value):
    """A found value is quoted in at most sixty printable characters."""
    text = show(value)
    assert text.isprintable()
    assert len(text) <= 60


def test_a_type_is_shown_as_itself():
    """A class, which is no JSON, is shown as Python shows it."""
    assert show(int) == "<class 'int'>"


def test_a_problem_of_what_cannot_be_pickled_is_pickled_without_it():
    """An error that was raised for a generator is pickled with its words; what was found is left out."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Person(id="ann", name="Ann", aliases=(name for name in ("Annie",)))  # type: ignore[arg-type]
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.problems, str(error)) == (caught.value.problems, str(caught.value))
    assert error.problems[0].value is None


def test_what_is_unpickled_is_checked():
    """A pickle that was tampered with is checked as it is built again, and so is a copy."""
    person = vn.Person(id="ann", name="Ann", age=35)
    assert pickle.loads(pickle.dumps(person)) == copy.deepcopy(person) == person
    with pytest.raises(vn.InvalidStory, match="bad-id"):
        pickle.loads(pickle.dumps(person).replace(b"ann", b"ANN"))
