"""``st.builds`` on the classes of the model: it draws what is required, or its error names the strategy."""

from __future__ import annotations

from typing import get_type_hints

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news._fields import rules_of
from venezuela_news._records import ARRAYS, VALUES

CLASSES = (*ARRAYS.values(), *VALUES, vn.Story)
#: Classes whose fields need each other, or a list with an item in it.
RULED = [cls for cls in CLASSES if rules_of(cls)] + [vn.Attribution, vn.Statement]
SIMPLE = [cls for cls in CLASSES if cls not in RULED]


def drawn(strategy):
    return find(strategy, lambda _: True, settings=settings(database=None, derandomize=True, deadline=None))


@pytest.mark.parametrize("cls", [*SIMPLE, vn.PartialDate, vn.Interval, vn.Problem], ids=lambda cls: cls.__name__)
def test_builds_draws_what_is_required(cls):
    """A class without rules over several fields is built of values that are legal."""
    assert type(drawn(st.builds(cls))) is cls


@pytest.mark.parametrize("cls", RULED, ids=lambda cls: cls.__name__)
def test_an_error_of_builds_names_the_strategy(cls):
    """Where the rules over several fields refuse what was built, the error names the strategy that keeps them."""
    with pytest.raises(vn.InvalidStory) as caught:
        drawn(st.builds(cls))
    (advice,) = [note for note in caught.value.__notes__ if "st.builds draws" in note]
    name = advice.partition("venezuela_news.strategies.")[2].partition("(")[0]
    assert type(drawn(getattr(strategies, name)())) is cls


@given(st.builds(vn.Person, name=st.just("Ann"), age=...))
def test_builds_draws_what_it_is_asked_to(person):
    """Fields that are given are kept, and those that are to be inferred are drawn by their rules."""
    assert person.name == "Ann"
    assert person.aliases == ()


def test_errors_elsewhere_name_no_strategy():
    """An error of a constructor that Hypothesis does not call says nothing of strategies."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Person(id="ann")
    assert not hasattr(caught.value, "__notes__")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_fields_tell_their_types(cls):
    """The types of a class's fields are resolved, and are those of its annotations."""
    hints = get_type_hints(cls, include_extras=True)
    assert all(field.type == hints[field.name] for field in attrs.fields(cls))
