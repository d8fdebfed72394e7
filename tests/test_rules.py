"""Rules declared beside fields, and the constructor's check of all of them at once."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, final

import attrs
import pytest

import venezuela_news as vn
from venezuela_news._fields import Kind, fields_of, rules_of
from venezuela_news._records import ARRAYS
from venezuela_news._types import ShortText
from venezuela_news._validation import checked


def problems_of(build):
    with pytest.raises(vn.InvalidStory) as caught:
        build()
    return [(problem.pointer, problem.rule) for problem in caught.value.problems]


def test_all_problems_of_a_record_come_together():
    """A constructor reports everything that is wrong, each with its place."""
    found = problems_of(
        lambda: vn.Person(id="Ann Gray", name="", aliases=["Gray"], age=True, roles=("teacher",))  # type: ignore[arg-type]
    )
    assert found == [
        ("/id", "bad-id"),
        ("/name", "blank-text"),
        ("/aliases", "wrong-type"),
        ("/age", "wrong-type"),
        ("/roles/0", "wrong-type"),
    ]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"aliases": ["Gray"]}, "write a tuple: tuple(values)"),
        ({"aliases": "Gray"}, 'write a tuple: ("Gray",)'),
        ({"aliases": 5}, "write a tuple of str"),
        ({"age": "40"}, "write 40, or None"),
        ({"age": "old"}, "write int, or None"),
        ({"roles": vn.Role(title="mayor")}, "write a tuple: (value,)"),
        ({"id": None}, "write str"),
    ],
)
def test_a_hint_for_a_wrong_type_says_what_to_write(changes, hint):
    """A value of the wrong type is refused with what to write, and never coerced."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Person(**{"id": "ann", "name": "Ann"} | changes)
    (problem,) = caught.value.problems
    assert (problem.rule, problem.hint) == ("wrong-type", hint)


def test_a_word_in_place_of_a_choice_is_named():
    """The text of an enum's member is no member, and the hint names the member."""
    with pytest.raises(vn.InvalidStory, match=r"write ClaimKind\.FACT"):
        vn.Claim(id="c", text="So.", kind="fact")  # type: ignore[arg-type]
    with pytest.raises(vn.InvalidStory, match=r"write ClaimKind\.FACT or ClaimKind\.NORM or ClaimKind\.FORECAST "):
        vn.Claim(id="c", text="So.", kind="truth")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"when": "2020-03-02"}, 'write PartialDate("2020-03-02"), or None'),
        ({"when": "2020/2021"}, 'write Interval("2020/2021"), or None'),
        ({"when": dt.date(2020, 3, 2)}, 'write PartialDate("2020-03-02"), or None'),
        ({"when": 2020}, 'write PartialDate("2020"), or None'),
        ({"when": 20200}, "write PartialDate or Interval, or None"),
        ({"holder": vn.Country(id="MX", name="Mexico")}, 'write its id: "MX"'),
        ({"holder": vn.PartialDate("2020")}, "write str"),
    ],
)
def test_a_hint_is_made_from_what_was_found(changes, hint):
    """A date's text, a day of Python's and a record in place of its id are turned into what to write."""
    parts = {"id": "s", "holder": "MX", "claim": "c", "position": vn.Position.FAVOR}
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Stance(**parts | changes)
    assert [(problem.rule, problem.hint) for problem in caught.value.problems] == [("wrong-type", hint)]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", ["blank-text"]),
        (" \t", ["blank-text"]),
        (" Ann", ["untrimmed-text"]),
        ("Ann\u3000", ["untrimmed-text"]),
        ("A\nB", ["control-character"]),
        ("A\u2028B", ["control-character"]),
        ("\x85", ["control-character"]),
        ("Jose\u0301", ["not-normalized"]),
        ("Jose\u0301 ", ["untrimmed-text", "not-normalized"]),
        ("\ud800", ["lone-surrogate"]),
    ],
)
def test_a_text_is_one_clean_line(text, rules):
    """A text is a line: not blank, trimmed, in NFC, without controls and lone surrogates."""
    assert problems_of(lambda: vn.Person(id="ann", name=text)) == [("/name", rule) for rule in rules]


@pytest.mark.parametrize("text", ["Ann", "José", "A\tB", "\U0001f600", "\ufeffx", "אב\u200fג", "ﬁ²"])
def test_every_other_text_is_kept_as_it_is(text):
    """Tabs inside, astral, bidirectional, zero-width and compatibility characters are text."""
    assert vn.Person(id="ann", name=text).name == text


@pytest.mark.parametrize("id", ["a", "a1", "juan-guaido", "x" * 64, "a-1-b"])
def test_an_id_is_words_joined_by_hyphens(id):
    """An id of at most 64 lower-case letters, digits and single hyphens is legal."""
    assert vn.Person(id=id, name="A").id == id


@pytest.mark.parametrize("id", ["", "A", "1a", "a_b", "a--b", "-a", "a-", "a\n", "é", "x" * 65, "a b"])
def test_any_other_id_is_refused(id):
    """An id that breaks the pattern is one problem, at the id."""
    assert problems_of(lambda: vn.Person(id=id, name="A")) == [("/id", "bad-id")]


@pytest.mark.parametrize(
    "tag", ["en", "es-VE", "zh-Hant-TW", "de-CH-1901", "x-ours", "sl-rozaj-biske", "en-u-ca-gregory", "es-419"]
)
def test_a_language_is_a_well_formed_tag(tag):
    """Tags of RFC 5646's grammar are legal."""
    assert vn.Quote(text="x", language=tag).language == tag


@pytest.mark.parametrize("tag", ["", "e", "en_US", "english-uk-", "en-", "en-x", "e1", "123", "en\n"])
def test_any_other_language_is_refused(tag):
    """What is no tag is one problem, at the language."""
    assert problems_of(lambda: vn.Quote(text="x", language=tag)) == [("/language", "bad-language")]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("url", "ftp://example.org", "bad-url"),
        ("url", "https://", "bad-url"),
        ("url", "https://example.org/a b", "bad-url"),
        ("url", "https://example.org/%zz", "bad-url"),
        ("license", "CC0 1.0", "bad-license"),
        ("license", "", "bad-license"),
        ("digests", ("ABC",), "bad-digest"),
    ],
)
def test_a_sources_fields_follow_their_standards(field, value, rule):
    """URLs, licenses and digests that break their grammar are reported at their place."""
    parts = {"id": "s", "language": "en", "paragraphs": ("A.",)} | {field: value}
    if field == "digests":
        del parts["paragraphs"]
    ((pointer, found),) = problems_of(lambda: vn.Source(**parts))
    assert (pointer.split("/")[1], found) == (field, rule)


def test_legal_fields_of_a_source():
    """URLs with ports, paths and queries, and SPDX identifiers, are legal."""
    source = vn.Source(
        id="s", language="en", paragraphs=("A.",), url="http://example.org:80/a?b=%20#c", license="GPL-2.0+"
    )
    assert source.license == "GPL-2.0+"


@pytest.mark.parametrize(
    ("build", "pointer", "rule"),
    [
        (lambda: vn.Person(id="a"), "", "name-or-description"),
        (lambda: vn.Organization(id="a", kind=vn.OrganizationKind.OTHER), "", "name-or-description"),
        (lambda: vn.Source(id="a", language="en"), "", "exactly-one"),
        (lambda: vn.Source(id="a", language="en", paragraphs=("A",), digests=("0" * 64,)), "", "exactly-one"),
        (lambda: vn.Figure(id="a", label="A", unit="day"), "", "missing-bound"),
        (lambda: vn.Figure(id="a", label="A", unit="day", low=2, high=1), "/high", "bounds-reversed"),
        (lambda: vn.Figure(id="a", label="A", unit="day", low=2**53), "/low", "out-of-range"),
        (lambda: vn.Anchor(source="a", paragraph=0, start=1, end=1, exact="a"), "/end", "empty-span"),
        (lambda: vn.Anchor(source="a", paragraph=0, start=1, end=3, exact="a"), "/exact", "span-length"),
        (lambda: vn.Anchor(source="a", paragraph=-1, start=0, end=1, exact="a"), "/paragraph", "out-of-range"),
        (lambda: vn.Attribution(mode=vn.Mode.DIRECT, content=()), "/content", "empty-list"),
        (lambda: vn.Person(id="a", name="A", aliases=("B", "C", "B")), "/aliases/2", "duplicate-item"),
        (lambda: vn.Country(id="UK", name="A"), "/id", "bad-country-code"),
        (lambda: vn.Country(id="ve", name="A"), "/id", "bad-country-code"),
        (lambda: vn.Person(id="a", name="A", age=151), "/age", "out-of-range"),
    ],
    ids=map(str, range(15)),
)
def test_rules_over_fields(build, pointer, rule):
    """A rule over several fields is one problem, at the record or at the later field."""
    assert problems_of(build) == [(pointer, rule)]


def test_a_warning_does_not_keep_a_record_from_being_built():
    """An age over 110 is doubtful, and legal."""
    assert vn.Person(id="a", name="A", age=111).age == 111


def test_evolve_checks_again():
    """A changed record is checked as a new one is."""
    person = vn.Person(id="a", name="A")
    assert problems_of(lambda: attrs.evolve(person, age=-1)) == [("/age", "out-of-range")]


def test_declarations_are_read_from_annotations():
    """A field's kind, rules, items and defaults come from its annotation alone."""
    fields = {field.name: field for field in fields_of(vn.Statement)}
    assert fields["speakers"].items is not None
    assert fields["speakers"].items.minimum == 0
    assert fields["attributions"].items is not None
    assert fields["attributions"].items.minimum == 1
    assert fields["speakers"].ref is not None
    assert fields["speakers"].ref.kinds == {"Person", "Organization", "Country", "Group"}
    assert fields["act"].kind is Kind.CHOICE
    assert fields["act"].optional
    assert fields["gist"].required
    assert {field.name: field.types for field in fields_of(vn.Figure)}["low"] == (int, float)
    assert fields["said"].kind is Kind.DATE
    assert fields["said"].types == (vn.PartialDate, vn.Interval)
    assert fields["gist"].ref is None
    assert fields["attributions"].type is vn.Attribution


def test_every_record_class_is_final_frozen_and_slotted():
    """Records can't be subclassed by a type checker, changed, or given new attributes."""
    for cls in (*ARRAYS.values(), vn.Story, vn.Anchor, vn.Role, vn.Quote, vn.Attribution):
        assert getattr(cls, "__final__", False), cls
        assert "__dict__" not in dir(cls), cls
        assert rules_of(cls) is cls.__checked__
    person = vn.Person(id="a", name="A")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        person.name = "B"  # type: ignore[misc]


def test_a_field_of_an_unknown_kind_is_refused():
    """A class that is no kind of value is named, and not taken for a date."""

    @attrs.frozen(kw_only=True)
    class Odd:
        when: complex

    with pytest.raises(TypeError, match="can't hold a complex"):
        fields_of(Odd)


def test_a_new_record_class_needs_its_declaration_alone():
    """The mechanism knows no class by name: any attrs class can be checked."""

    @final
    @checked()
    @attrs.frozen(kw_only=True)
    class Boat:
        name: Annotated[str, *ShortText.__metadata__]

    assert problems_of(lambda: Boat(name=" ")) == [("/name", "blank-text")]
