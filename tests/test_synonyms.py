"""What is told of keys, words and URLs that people write for others."""

from __future__ import annotations

import pytest

import venezuela_news as vn
from venezuela_news._codec import _synonyms
from venezuela_news._codec._synonyms import choice_meant, key_meant
from venezuela_news._fields import Kind, fields_of
from venezuela_news._story import CLASSES

WORK = {"id": "w", "title": "The charter", "kind": "law"}


def hints(data, cls):
    return [(problem.pointer, problem.rule, problem.hint) for problem in vn.check(data, cls)]


@pytest.mark.parametrize(
    ("key", "cls", "meant"),
    [
        ("author", vn.Work, "creators"),
        ("Authors", vn.Work, "creators"),
        ("name", vn.Work, "title"),
        ("year", vn.Work, "when"),
        ("date", vn.Work, "when"),
        ("date", vn.Statement, "said"),
        ("date", vn.Source, "published"),
        ("date", vn.Photo, "taken"),
        ("sameAs", vn.Person, "same_as"),
        ("wikidata", vn.Person, "same_as"),
        ("url", vn.Event, "same_as"),
        ("lastModified", vn.Source, "modified"),
        ("updated", vn.Source, "modified"),
        ("headline", vn.Source, "title"),
        ("name", vn.Group, "label"),
        ("type", vn.Organization, "kind"),
        ("type", vn.Event, "category"),
        ("state", vn.Event, "status"),
        ("value", vn.Figure, "low"),
        ("max", vn.Figure, "high"),
        ("speaker", vn.Statement, "speakers"),
    ],
)
def test_a_key_that_was_meant(key, cls, meant):
    """A key of another name is told the field that is meant, at the key, and nothing else is said of that field."""
    problems = [problem for problem in hints({key: "x"}, cls) if problem[0] in (f"/{key}", f"/{meant}")]
    assert problems == [(f"/{key}", "unknown-key", f'did you mean "{meant}"?')]


def test_a_key_whose_field_is_there():
    """A second key for one field is told no field, since none is lacking."""
    assert key_meant("author", ["country"]) is None
    assert key_meant("mood", ["country"]) is None
    assert [hint for _, _, hint in hints(WORK | {"name": "Charter"}, vn.Work)] == [
        "allowed are id, title, description, kind, creators, country, when, same_as, anchors"
    ]


@pytest.mark.parametrize(
    ("value", "cls", "field", "meant"),
    [
        ("planned", vn.Event, "status", "scheduled"),
        ("Canceled", vn.Event, "status", "cancelled"),
        ("called off", vn.Event, "status", "cancelled"),
        ("SCHEDULED", vn.Event, "status", "scheduled"),
        ("occured", vn.Event, "status", "occurred"),
        ("book", vn.Work, "kind", "publication"),
        ("Judgment", vn.Work, "kind", "ruling"),
        ("ministry", vn.Organization, "kind", "department"),
        ("armed_group", vn.Organization, "kind", "armed-group"),
        ("localGovernment", vn.Organization, "kind", "local-government"),
        ("think tank", vn.Organization, "kind", "research-center"),
        ("promise", vn.Statement, "act", "commissive"),
    ],
)
def test_a_word_that_was_meant(value, cls, field, meant):
    """A word of no choice is told the choice that is meant."""
    assert (f"/{field}", "unknown-choice", f'did you mean "{meant}"?') in hints({field: value}, cls)


def test_words_that_mean_no_choice():
    """Where no choice is near, none is guessed."""
    assert choice_meant("purple", vn.EventStatus) is None
    assert choice_meant("planned", vn.Category) is None
    assert ("/status", "unknown-choice", "write one of these") in hints({"status": "purple"}, vn.Event)


def test_every_synonym_is_of_something_that_is_there():
    """Each key means fields that exist and is the name of none that its classes have; each word is no choice itself."""
    fields = {cls: {field.name for field in fields_of(cls)} for cls in CLASSES}
    for key, names in _synonyms._KEYS.items():
        assert {*names} <= set().union(*fields.values()), key
        assert any(key not in known and known.intersection(names) for known in fields.values()), key
    choices = {field.type for cls in CLASSES for field in fields_of(cls) if field.kind is Kind.CHOICE}
    for cls, words in _synonyms._CHOICES.items():
        assert cls in choices
        assert set(words).isdisjoint(member.value for member in cls)
        assert {type(meant) for meant in words.values()} == {cls}


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("Q45", 'write "https://www.wikidata.org/wiki/Q45"'),
        ("wd:Q45", 'write "https://www.wikidata.org/wiki/Q45"'),
        (" Q45", 'write "https://www.wikidata.org/wiki/Q45"'),
        ("//example.org/a", 'write "https://example.org/a"'),
        ("www.example.org", 'write "https://www.example.org"'),
        ("en.wikipedia.org/wiki/Charter", 'write "https://en.wikipedia.org/wiki/Charter"'),
        ("example.org/the charter", "write something like 'https://example.org/'"),
        ("ftp://example.org/", "write something like 'https://example.org/'"),
        ("Q0", "write something like 'https://example.org/'"),
        ("the charter", "write something like 'https://example.org/'"),
        ("www.example.org/" + "a" * 200, "write something like 'https://example.org/'"),
    ],
)
def test_a_url_that_was_meant(url, hint):
    """What lacks a scheme, or is an id of Wikidata, is told as the URL that is meant."""
    assert hints(WORK | {"same_as": [url]}, vn.Work) == [("/same_as/0", "bad-url", hint)]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ({"same_as": "https://example.org/"}, 'write a list of it: ["https://example.org/"]'),
        ({"creators": "ann"}, 'write a list of it: ["ann"]'),
        ({"creators": {"id": "ann"}}, "write a list; each item is a text"),
        ({"anchors": "the charter"}, "write a list; each item is an object"),
    ],
)
def test_a_list_that_was_meant(data, hint):
    """One text in place of a list of texts is told as a list of it."""
    assert [problem.hint for problem in vn.check(WORK | data, vn.Work)] == [hint]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("yes", "write true, without quotation marks"),
        ("False ", "write false, without quotation marks"),
        ("maybe", "write true or false"),
    ],
)
def test_a_flag_that_was_meant(value, hint):
    """A word in place of a flag is told as the flag."""
    figure = {"id": "f", "label": "F", "low": 1, "unit": "u", "approximate": value}
    assert [problem.hint for problem in vn.check(figure, vn.Figure)] == [hint]
