"""What the strategies draw: every class, every choice, every optional field, linked, legal, and small when it fails."""

from __future__ import annotations

import inspect
import os
import site
import subprocess
import sys
import typing
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import attrs
import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import venezuela_news as vn
from facts import FACTS
from laws import draws_counted, examples
from venezuela_news import corpus, strategies
from venezuela_news._fields import Kind, fields_of, rules_of
from venezuela_news._mutation import MUTATORS
from venezuela_news._mutation.of_values import BAD_TOKENS, OF_KINDS
from venezuela_news._mutation.sample import enriched, sample_value
from venezuela_news._numbers import MAX_INTEGER
from venezuela_news._records import ARRAYS, references_of
from venezuela_news._rules import (
    AnyOf,
    Choice,
    Day,
    ExactlyOne,
    FieldRule,
    Known,
    LicenseExpression,
    OneLine,
    Ordered,
    Pattern,
    PlausibleUpTo,
    Quantity,
    Range,
    RecordRule,
    Ref,
    SpanLength,
)
from venezuela_news._types import Date
from venezuela_news._validation import checked
from venezuela_news.strategies._builder import records
from venezuela_news.strategies._decoding import RecordDecoder, _one
from venezuela_news.strategies._mending import put_in_order
from venezuela_news.strategies._patterns import matches
from venezuela_news.strategies._pools import Pools, Unfinished
from venezuela_news.strategies._samples import DATES, PLAIN_DAY, SAMPLES, TEXTS, samples_of
from venezuela_news.strategies._values import value_of

NESTED = (vn.Anchor, vn.Attribution, vn.Quote, vn.Role)
CLASSES = (*ARRAYS.values(), *NESTED)
DRAWN = (*CLASSES, vn.Story, vn.PartialDate, vn.Interval, vn.Problem)
NAMES = {"Person": "people", "Country": "countries", "Claim": "claims"}
SMALL = {
    "schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23",
}  # fmt: skip
SMALL_STORY = {"id": "a", "title": "A", "summary": "A", "language": "en", "as_of": vn.PartialDate("2019-01-23")}


def sample(strategy, count):
    """So many draws, always the same, with no draw refused: every health check is on but those of speed."""
    drawn = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(strategy)
    def draw(value):
        drawn.append(value)

    draw()
    return drawn


@pytest.fixture(scope="module")
def drawn():
    return sample(strategies.stories(), 600)


def objects(record):
    yield record
    for field in fields_of(type(record)):
        if field.kind is Kind.RECORD:
            for item in getattr(record, field.name):
                yield from objects(item)


@pytest.mark.parametrize("cls", DRAWN, ids=lambda cls: cls.__name__)
def test_every_class_has_a_strategy_and_from_type_finds_it(cls):
    """Each class of the model is drawn by ``st.from_type``, and by a public strategy whose name is its plural."""
    plural = NAMES.get(cls.__name__)
    words = {"PartialDate": "partial_dates", "Story": "stories"}
    name = plural or words.get(cls.__name__) or f"{cls.__name__.lower()}s"
    for strategy in (getattr(strategies, name)(), strategies.strategy_of(cls), st.from_type(cls)):
        assert {type(value) for value in sample(strategy, 3)} == {cls}


SEVERAL = "several people"
BY_TYPE = {cls.__name__: st.from_type(cls) for cls in DRAWN} | {
    SEVERAL: st.lists(st.from_type(vn.Person), min_size=2, unique_by=lambda person: person.id)
}
MAX_CHOICES = 4_000
"""The most choices that ten values may take to draw: half a second of work, by a clock that no test looks at."""


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", BY_TYPE)
def test_no_health_check_trips(name, seed):
    """Drawn by type, with the settings that everybody starts with, no class trips a health check, whatever the seed.

    The one for speed looks at the clock, and allows a second for the first ten values: the choices in them are counted.
    """
    choices = []

    @hypothesis.seed(seed)
    @settings(
        max_examples=20, derandomize=False, database=None, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    @given(st.data())
    def draw(data):
        data.draw(BY_TYPE[name])
        choices.append(len(data.conjecture_data.nodes))

    with draws_counted() as counts:
        draw()
    assert sum(choices[:10]) <= MAX_CHOICES
    assert counts["invalid"] <= (name == SEVERAL)  # the simplest people have the same id
    assert counts["overrun"] <= counts["valid"]


@pytest.mark.parametrize(
    "name", [name for name in strategies.__all__ if name not in {"Mutant", "corpus_stories", "mutants", "strategy_of"}]
)
def test_public_strategies_filter_nothing(name):
    """Every draw of a public strategy gives a value: none is refused."""
    with draws_counted() as counts:
        sample(getattr(strategies, name)(), 30)
    assert counts["valid"] == 30
    assert counts["invalid"] == 0


def test_corpus_stories_draw_each_story_that_ships():
    """The made-up stories and the shipped one are drawn, and nothing else; the simplest is a made-up one."""
    drawn = sample(strategies.corpus_stories(), 100)
    assert set(drawn) == {*corpus.stories().values(), corpus.story()}
    # Hypothesis begins with the simplest.
    assert drawn[0] == next(iter(corpus.stories().values()))


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_records_show_every_choice_and_every_field_present_and_absent(cls):
    """A class's own strategy draws each field given and, where it may be, left out, and each word of a list."""
    seen = sample(records(cls), 150)
    for field in fields_of(cls):
        found = [getattr(record, field.name) for record in seen]
        assert any(value not in (None, ()) for value in found), field.name
        if not field.required:
            assert any(value in (field.default, (), None) for value in found), field.name
        if field.kind is Kind.CHOICE:
            assert set(field.type) == set(sample(value_of(cls, field.name), 500)), field.name
        if field.kind is Kind.FLAG:
            assert {True, False} <= set(found), field.name


def test_every_word_of_a_list_is_made_of_some_bytes():
    """For each word of each list there are bytes of which a story's record has it."""
    for cls in CLASSES:
        for field in fields_of(cls):
            if field.kind is Kind.CHOICE:
                width, decode = _one(field)
                assert width == 1
                assert {decode(bytes([byte]), 0, None, None) for byte in range(256)} == set(field.type)


def test_stories_show_choices_and_every_field_present_and_absent(drawn):
    """Stories draw each field of each class given and left out, most words of a list, and both forms of sources."""
    seen = Counter()
    for story in drawn:
        for thing in objects(story):
            for field in fields_of(type(thing)):
                value = getattr(thing, field.name)
                seen[type(thing), field.name, value in (None, ())] += 1
                if field.kind in (Kind.CHOICE, Kind.FLAG):
                    seen[type(thing), field.name, value] += 1
    for cls in (vn.Story, *CLASSES):
        for field in fields_of(cls):
            assert seen[cls, field.name, False], (cls, field.name)
            if field.optional or (field.items is not None and not field.items.minimum):
                assert seen[cls, field.name, True], (cls, field.name)
            if field.kind is Kind.CHOICE:
                # Some hundred stories need not hold the rarest word of a long list: the test below sees to it.
                assert sum(seen[cls, field.name, member] > 0 for member in field.type) > len(field.type) / 2
            if field.kind is Kind.FLAG:
                assert seen[cls, field.name, True], (cls, field.name)
                assert seen[cls, field.name, False], (cls, field.name)


def test_stories_are_linked_in_every_way(drawn):
    """Every kind of reference is drawn, each with every kind of record that it may name."""
    seen = set()
    wanted = set()
    for story in drawn:
        for record in objects(story):
            if type(record) in ARRAYS.values():
                for path, id, ref in references_of(record):
                    name = next(step for step in reversed(path) if isinstance(step, str))
                    seen.add((type(record), name, type(story[id]).__name__))
                    wanted |= {(type(record), name, kind) for kind in ref.kinds}
    assert wanted <= seen
    assert len({cls for cls, _, _ in seen}) == len(ARRAYS) - 1  # a source refers to nothing


def test_later_records_may_be_referred_to(drawn):
    """What comes after, belongs to or is within a record may stand before it in the document, or behind it."""
    forward, backward = Counter(), Counter()
    for story in drawn:
        place = {record.id: index for name in ARRAYS for index, record in enumerate(getattr(story, name))}
        for name, field in (("organizations", "parent"), ("places", "within"), ("events", "within")):
            for index, record in enumerate(getattr(story, name)):
                target = getattr(record, field)
                if target is not None and type(story[target]) is ARRAYS[name]:
                    (forward if place[target] > index else backward)[name] += 1
    assert set(forward) == set(backward) == {"organizations", "places", "events"}


@given(strategies.stories(texts=st.sampled_from(["one", "two"]), dates=st.just(vn.PartialDate("2020")), max_records=9))
def test_arguments_of_stories_are_kept(story):
    """Texts, dates and the number of records are those that were asked for."""
    assert sum(len(getattr(story, name)) for name in ARRAYS) <= 9
    assert story.title in ("one", "two")
    assert all(event.when in (None, vn.PartialDate("2020")) for event in story.events)


@given(strategies.stories(id=st.just("x"), language=st.just("es"), as_of=st.just(vn.PartialDate("2020-01-01"))))
def test_own_fields_of_stories_are_kept(story):
    """The story's own fields are drawn as asked for."""
    assert (story.id, story.language, story.as_of.text) == ("x", "es", "2020-01-01")


@given(strategies.documents(story=strategies.stories(doubtful=False)))
def test_stories_without_doubts_have_no_warnings(document):
    """Stories that are drawn without doubtful things give no warnings."""
    assert vn.check(document) == ()


WARNINGS = {rule.name for rule in vn.RULES.values() if rule.severity == "warning"}
RARE_WARNINGS = {"favored-rivals", "opposed-stances"}
"""Two stances that do not go together come in one of fifty stories, on two rivals in one of a thousand."""


def test_stories_with_doubts_have_warnings(drawn):
    """Stories are drawn with things that are legal and doubtful."""
    seen = {problem.rule for story in drawn for problem in vn.check(story)}
    assert WARNINGS - RARE_WARNINGS <= seen <= WARNINGS


@pytest.mark.nightly(reason="it draws thousands of stories")
@pytest.mark.parametrize("rule", sorted(RARE_WARNINGS))
def test_stories_with_doubts_have_rare_warnings(rule):
    """Among thousands of stories there is one with each thing that is legal and doubtful."""
    thousands = settings(max_examples=20_000, phases=[Phase.generate], derandomize=True, database=None)
    find(
        strategies.stories(), lambda story: any(problem.rule == rule for problem in vn.check(story)), settings=thousands
    )


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_picked_texts_are_legal(text):
    """Every picked text keeps the rule of texts."""
    assert OneLine().is_valid(text)


def patterns():
    return {
        rule.rule: rule
        for cls in (vn.Story, *CLASSES)
        for field in fields_of(cls)
        for rule in field.rules
        if isinstance(rule, Pattern | LicenseExpression)
    }


def test_picked_values_are_legal():
    """Every picked tag, URL and license keeps the pattern of its field; no date stands twice."""
    for rule, samples in SAMPLES.items():
        assert all(patterns()[rule].is_valid(sample) for sample in samples)
    assert len(set(DATES)) == len(DATES)


def test_a_pattern_without_picked_values_makes_its_own():
    """Where nothing is picked for a pattern, stories show several texts that keep it, the plainest first."""
    for rule in patterns().values():
        own = samples_of(attrs.evolve(rule, rule=rule.rule + "-2"))
        assert len(own) > 2
        assert all(map(rule.is_valid, own))


# -- given fields of records ----------------------------------------------------------------------

_TEXT = st.just("x")


@pytest.mark.parametrize(
    ("strategy", "fact"),
    [
        (strategies.people(name=st.none()), lambda it: it.description is not None),
        (strategies.people(name=_TEXT), lambda it: it.name == "x"),
        (strategies.people(name=_TEXT, description=_TEXT), lambda it: it.name == it.description == "x"),
        (strategies.figures(low=st.just(5)), lambda it: it.low == 5),
        (strategies.figures(high=st.just(5)), lambda it: it.high == 5),
        (strategies.figures(low=st.just(5), high=st.just(6)), lambda it: (it.low, it.high) == (5, 6)),
        (strategies.sources(paragraphs=st.just(("x",))), lambda it: it.digests == ()),
        (strategies.sources(paragraphs=st.just(())), lambda it: it.digests != ()),
        (strategies.anchors(exact=_TEXT), lambda it: it.end - it.start == 1),
        (strategies.anchors(start=st.just(3), end=st.just(7)), lambda it: (it.start, it.end) == (3, 7)),
        (strategies.anchors(start=st.just(3)), lambda it: it.start == 3 < it.end),
        (strategies.anchors(end=st.just(2)), lambda it: it.end == 2 > it.start),
        (strategies.anchors(end=st.just(2), exact=_TEXT), lambda it: (it.start, it.end) == (1, 2)),
        (
            strategies.anchors(start=st.just(3), end=st.just(4), exact=_TEXT),
            lambda it: (it.start, it.exact) == (3, "x"),
        ),
        (strategies.anchors(exact=st.none()), lambda it: it.exact is None),
    ],
)
def test_given_fields_stay_and_others_give_way(strategy, fact):
    """A field that is given stays as it is, and the others are drawn so that the record is legal."""
    assert all(map(fact, sample(strategy, 40)))


def test_contradicting_arguments_are_reported():
    """Arguments that no legal record can have are reported by the record's own rules."""
    with pytest.raises(vn.InvalidStory, match="bounds-reversed"):
        find(strategies.figures(low=st.just(2), high=st.just(1)), lambda _: True)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (2**53 - 1, 2**53 - 1), (9, 4)])
def test_reversed_spans_are_mended(start, end):
    """Two offsets that are drawn equal or reversed become a span."""
    values = {"start": start, "end": end}
    put_in_order(Ordered("empty-span", ("start", "end"), strict=True), values, {})
    assert 0 <= values["start"] < values["end"] < 2**53


# -- what is declared is all that is needed -------------------------------------------------------


class Color(StrEnum):
    RED = "red"
    BLUE = "blue"


@checked()
@attrs.frozen(kw_only=True)
class Part:
    """A nested value of no kind that the model has."""

    name: Annotated[str, OneLine()] | None = None


@checked(
    ExactlyOne(("one", "other")),
    ExactlyOne(("lines", "codes")),
    AnyOf("missing-bound", ("low", "high")),
    Ordered("bounds-reversed", ("low", "high")),
    Ordered("empty-span", ("start", "end"), strict=True),
    SpanLength(),
)
@attrs.frozen(kw_only=True)
class Everything:
    """A record that the strategies have never seen, with a field for each kind and rule, required and not."""

    text: str
    number: int
    flag: bool
    color: Color
    date: Date
    day: Annotated[vn.PartialDate, Day()]
    interval: vn.Interval | None = None
    part: Part
    parts: tuple[Part, ...] = ()
    line: Annotated[str, OneLine(trimmed=False)] | None = None
    shape: Annotated[str, Pattern("bad-id", "[A-F]{3}(?:-x|-y)?", "", "", 5)]
    terms: Annotated[str, LicenseExpression("bad-license", "", ""), Known("unknown-license", "license", "")] | None = (
        None
    )
    code: Annotated[str, Choice("bad-country-code", frozenset(map(str, range(300))), "", "")]
    age: Annotated[int, Range(-7, 300, ""), PlausibleUpTo("implausible-age", 110, "")] | None = None
    odd: Annotated[int, PlausibleUpTo("implausible-age", 110, "")] | None = None
    who: Annotated[str, Ref(frozenset({"Person"}))]
    one: Annotated[str, OneLine()] | None = None
    other: int | None = None
    amount: Annotated[int | float, Quantity()] | None = None
    lines: tuple[Annotated[str, OneLine()], ...] = ()
    codes: tuple[int, ...] = ()
    low: Annotated[int, Range(0, MAX_INTEGER, "")] | None = None
    high: Annotated[int, Range(0, MAX_INTEGER, "")] | None = None
    start: Annotated[int, Range(0, MAX_INTEGER, "")]
    end: Annotated[int, Range(0, MAX_INTEGER, "")]
    exact: Annotated[str, OneLine(trimmed=False)] | None = None


def members(union):
    return set(typing.get_args(union))


def test_the_test_record_has_every_kind_and_rule():
    """The record that is made up for tests declares each kind of value, each rule of a value, each rule of a record."""
    assert {field.kind for field in fields_of(Everything)} == set(Kind)
    assert {type(rule) for field in fields_of(Everything) for rule in field.rules} == members(FieldRule)
    assert {type(rule) for rule in rules_of(Everything)} == members(RecordRule)


def test_a_record_of_any_declaration_is_drawn():
    """A class that the strategies have never seen is drawn from its declaration, each field given and left out."""
    drawn = sample(records(Everything), 200)
    for field in fields_of(Everything):
        seen = {getattr(record, field.name) not in (None, ()) for record in drawn}
        assert seen >= ({True, False} if field.optional else {True}), field.name


@given(st.binary(min_size=1, max_size=40), st.booleans())
def test_a_record_of_any_declaration_is_made_of_bytes(seed, doubtful):
    """A class that the stories have never seen is made of any bytes, and of zeros the plainest of it."""
    decoder = RecordDecoder(Everything, frozenset())
    for dates in (DATES, (vn.Interval("2019/2020"),)):
        pools = Pools(TEXTS, dates, doubtful=doubtful, linked=True)
        pools.ids["Person"] = ["ann", "ben"]
        record = decoder.build((seed * decoder.width)[: decoder.width], pools, Unfinished("Everything"))
        assert doubtful or (record.age or 0) <= 110
        assert record.who in ("ann", "ben")
        plain = decoder.build(bytes(decoder.width), pools, Unfinished("Everything"))
        assert (plain.text, plain.number, plain.color, plain.day, plain.one) == ("Ann", 0, Color.RED, PLAIN_DAY, "Ann")


def test_every_declared_date_is_of_a_class_that_is_drawn():
    """What a field declares as a date is a partial date or an interval: no other class passes for one."""
    for cls in (vn.Story, *CLASSES):
        for field in fields_of(cls):
            if field.kind is Kind.DATE:
                assert {*field.types} <= {vn.PartialDate, vn.Interval}, (cls, field.name)


@attrs.frozen
class Odd:
    doubt = False

    def is_valid(self, value, /):
        return True


def test_unknown_rules_are_refused_by_name():
    """A rule that no union names is drawn by nobody: it is an error, not a guess."""

    @checked()
    @attrs.frozen(kw_only=True)
    class Strange:
        id: Annotated[str, Odd()]

    with pytest.raises(AssertionError, match="Odd"):
        records(Strange)
    with pytest.raises(AssertionError, match="Odd"):
        RecordDecoder(Strange, frozenset())


def test_records_are_no_single_values():
    """A field of records has no strategy for a single value."""
    with pytest.raises(TypeError, match="roles"):
        value_of(vn.Person, "roles")


@pytest.mark.parametrize("pattern", ["a.b", "[\\d]", "[^a]", "a*?"])
def test_patterns_that_cannot_be_drawn_are_named(pattern):
    """A pattern with what no declared rule has used so far says where to teach it."""
    with pytest.raises(NotImplementedError, match="_patterns"):
        sample(matches(Pattern("bad-id", pattern, "", "")), 1)


def test_the_parameters_of_strategies_are_up_to_date(root):
    """Each strategy of records takes a strategy for each declared field: `make strategies` has been run."""
    done = subprocess.run(
        [sys.executable, str(root / "tasks" / "build_strategies.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_stories_take_each_of_their_fields():
    """Each field of a story is a parameter of the strategy of stories."""
    assert {field.name for field in fields_of(vn.Story)} <= set(inspect.signature(strategies.stories).parameters)


# -- wrong arguments ------------------------------------------------------------------------------

PUBLIC = [getattr(strategies, name) for name in strategies.__all__]
FUNCTIONS = [found for found in PUBLIC if inspect.isfunction(found)]
#: For each argument that is no strategy, one that is right, for the functions that need it.
RIGHT = {"cls": vn.Person, "document": SMALL}


@pytest.mark.parametrize(
    ("function", "argument"),
    [(function, name) for function in FUNCTIONS for name in inspect.signature(function).parameters],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_wrong_arguments_are_told(function, argument):
    """Every argument of every function refuses a value of another type, by name, and says what to give."""
    parameters = inspect.signature(function).parameters
    needed = {name: RIGHT[name] for name, found in parameters.items() if found.default is inspect.Parameter.empty}
    for wrong in (1.5, "Ann" if argument != "rule" else b"Ann", ["Ann"]):
        with pytest.raises(TypeError, match=rf"^the argument '{argument}' is .*; give "):
            function(**{**needed, argument: wrong})


@pytest.mark.parametrize("found", PUBLIC, ids=lambda found: found.__name__)
def test_hints_can_be_read(found):
    """The annotations of everything public are read at run time."""
    hints = typing.get_type_hints(found)
    assert "return" in hints or inspect.isclass(found)


@pytest.mark.parametrize(
    ("call", "error", "hint"),
    [
        (lambda: strategies.people(name="Ann"), TypeError, r"'name' is the text \"Ann\"; give a strategy: st.just\(\"Ann\"\)"),
        (lambda: strategies.people(name=strategies.texts), TypeError, r"give a strategy: call it: texts\(\)"),
        (lambda: strategies.stories(max_records="3"), TypeError, "'max_records' is the text \"3\"; give a whole number: 3"),
        (lambda: strategies.stories(min_records=-1), ValueError, "'min_records' is -1; give a whole number from 0 on"),
        (lambda: strategies.stories(people=strategies.people), TypeError, r"'people' is .*; give a number .*: st.lists\(strategies.people\(\)\)"),
        (lambda: strategies.stories(people=(3, 1)), ValueError, r"'people' is \(3, 1\); give .*, from 0 on and the least first"),
        (lambda: strategies.stories(people=-1), ValueError, "'people' is -1; give"),
        (lambda: strategies.stories(sources=0, statements=2), ValueError, "'statements' asks for 2; they need sources"),
        (lambda: strategies.stories(people=9, max_records=8), ValueError, "'max_records' is 8; .* takes 9 records: give more"),
        (lambda: strategies.stories(**dict.fromkeys(ARRAYS, 1), min_records=14), ValueError, "'min_records' is 14; .* 13 records: give fewer"),
        (lambda: strategies.stories(doubtful=0), TypeError, "'doubtful' is the number 0; give True or False"),
        (lambda: strategies.documents(story=vn.Story(**SMALL_STORY)), TypeError, "'story' is a Story; give a strategy"),
        (lambda: strategies.broken_documents("bad-dat"), ValueError, "did you mean 'bad-date'.*'wrong-type'"),
        (lambda: strategies.broken_documents("qqqq"), ValueError, "'qqqq'|\"qqqq\"; give one of 'bad-encoding'"),
        (lambda: strategies.multi_faulted(min_faults=0), ValueError, "'min_faults' is 0; give a whole number from 1 on"),
        (lambda: strategies.multi_faulted(max_faults=1), ValueError, "'max_faults' is 1; give a whole number from 2 on"),
        (lambda: strategies.strategy_of("Person"), TypeError, r"strategy_of\(vn.Person\)"),
        (lambda: strategies.strategy_of(int), TypeError, "the class int.*st.from_type draws any other"),
        (lambda: strategies.mutants(vn.Story(**SMALL_STORY)), TypeError, r"vn.unstructure\(story\)"),
        (lambda: strategies.mutants("bad-date", SMALL), TypeError, "the document comes first, then the rule"),
        (lambda: strategies.mutants(b"{}"), TypeError, r"json.loads\(data\)"),
        (lambda: strategies.mutants({}), ValueError, "'document' has problems.*missing-key"),
        (lambda: strategies.mutants(SMALL, "bad-dat"), ValueError, "did you mean 'bad-date'"),
    ],
)  # fmt: skip
def test_wrong_arguments_say_what_to_write(call, error, hint):
    """Well-known mistakes are told with what to write instead."""
    with pytest.raises(error, match=hint):
        call()


# -- shrinking ------------------------------------------------------------------------------------


MAX_STORIES = 2_000
"""The most stories that may be drawn to find a fact and to shrink it: eight seconds, by a clock that no test looks at."""


@pytest.mark.nightly(reason="it shrinks, with more than a thousand stories for each fact")
@pytest.mark.parametrize(("fact", "size"), FACTS, ids=[fact.__name__ for fact, _ in FACTS])
def test_stories_shrink_to_what_a_fact_needs(fact, size):
    """The smallest story with a fact holds as many records as it takes, and nothing in them that is not needed."""
    seen = []

    def holds(story):
        seen.append(story)
        return fact(story)

    found = find(
        strategies.stories(), holds,
        settings=settings(max_examples=MAX_STORIES, database=None, deadline=None, derandomize=True),
    )  # fmt: skip
    assert len(seen) < MAX_STORIES
    assert sum(len(getattr(found, name)) for name in ARRAYS) <= size
    assert len(vn.dumps(found)) < 600
    assert {thing.id.split("-")[0] for name in ARRAYS for thing in getattr(found, name) if name != "countries"} <= {
        cls.__name__.lower() for cls in ARRAYS.values()
    }


# -- broken documents -----------------------------------------------------------------------------


def reported(document):
    return [(problem.pointer, problem.rule) for problem in vn.check(document)]


def test_every_rule_can_be_broken():
    """The strategies break each rule of the table (the third law of rules)."""
    assert set(MUTATORS) == set(vn.RULES)
    document = enriched(SMALL)
    assert vn.check(document) == ()
    assert all(next(strategies.mutants(document, rule)).rule == rule for rule in vn.RULES)


def test_every_declaration_has_its_mistakes():
    """Each kind has values of a wrong type; each pattern and list has bad tokens, none of which is legal."""
    assert set(OF_KINDS) == set(Kind)
    rules = {
        rule
        for cls in (vn.Story, *CLASSES)
        for field in fields_of(cls)
        for rule in field.rules
        if isinstance(rule, Pattern | Choice | LicenseExpression | Known)
    }
    assert {rule.rule for rule in rules} == set(BAD_TOKENS)
    for rule in rules:
        assert not any(map(rule.is_valid, BAD_TOKENS[rule.rule]))


def test_the_sample_has_what_may_stand_beside_each_other():
    """A sample record has each field of which exactly one may be given; one that no sample has is named."""
    for cls in CLASSES:
        for rule in rules_of(cls):
            if isinstance(rule, ExactlyOne):
                assert all(sample_value(cls, name) for name in rule.fields)
    with pytest.raises(LookupError, match=r"Photo.*'color'"):
        sample_value(vn.Photo, "color")


@pytest.mark.parametrize("rule", list(vn.RULES))
def test_broken_documents_break_one_rule_at_one_place(rule):
    """For each rule, the problems told with a broken document are those that the library reports, each once."""

    @examples(1 / 3)
    @given(strategies.broken_documents(rule))
    def check(broken):
        document, problems = broken
        assert {rule for _, rule in problems} == {rule}
        assert reported(document) == list(problems)

    check()


def test_broken_documents_break_any_rule():
    """Without a rule, many of the rules are broken."""
    rules = {rule for _, problems in sample(strategies.broken_documents(), 300) for _, rule in problems}
    assert len(rules) > 25


@examples(2)
@given(strategies.multi_faulted(max_faults=8))
def test_several_faults_are_several_problems(broken):
    """Of a document with several faults, the check tells the problem of each, and no more."""
    document, problems = broken
    assert 2 <= len(problems) <= 8
    assert sorted(reported(document)) == sorted(problems)


def test_several_faults_are_of_many_rules_and_as_many_as_asked_for():
    """Faults of most rules that plain data can break are mixed; there are as many as asked for, above what a record takes."""
    drawn = sample(strategies.multi_faulted(), 200)
    assert {len(problems) for _, problems in drawn} == {2, 3, 4, 5}
    assert len({rule for _, problems in drawn for _, rule in problems}) > 25
    assert all(len(problems) == 40 for _, problems in sample(strategies.multi_faulted(min_faults=40, max_faults=40), 5))


def test_mutants_of_a_document_are_single_faults():
    """Every mutant of a document with something of everything gives the one problem that it tells."""
    document = enriched(SMALL)
    before = repr(document)
    seen = Counter()
    for number, mutant in enumerate(strategies.mutants(document)):
        seen[mutant.rule] += 1
        if number % 5 == 0 or seen[mutant.rule] <= 8:
            assert reported(mutant.document) == list(mutant.problems), mutant.description
    assert repr(document) == before
    assert set(seen) == set(vn.RULES)


def test_nulls_for_what_is_absent_change_no_mutant():
    """A document that has null for what it lacks has the same mutants, told alike, as one that leaves it out."""
    nulls = SMALL | dict.fromkeys(ARRAYS) | {"people": [{"id": "ann", "name": "Ann", "age": None, "roles": None}]}
    absent = SMALL | {"people": [{"id": "ann", "name": "Ann"}]}
    told = [[(mutant.rule, mutant.pointer) for mutant in strategies.mutants(it)] for it in (nulls, absent)]
    # A text that is there is written anew either way; what is given twice is not the same.
    assert [it for it in told[0] if it[0] != "duplicate-key"] == [it for it in told[1] if it[0] != "duplicate-key"]
    for number, mutant in enumerate(strategies.mutants(nulls)):
        assert number % 5 or reported(mutant.document) == list(mutant.problems), mutant.description


def test_enriching_twice_keeps_ids_apart():
    """Records that are added to a document that has them already get other ids."""
    assert vn.check(enriched(enriched(SMALL))) == ()


def test_mutations_take_what_a_document_has_into_account():
    """A circle through an excluded actor is not made, words of thousands of characters are not, and new ids are new."""
    span = {"source": "s", "paragraph": 0, "start": 0, "end": 5_000}
    document = SMALL | {
        "sources": [{"id": "s", "language": "en", "digests": ["0" * 64]}],
        "people": [{"id": "nobody", "name": "Ann", "anchors": [span]}],
        "groups": [{"id": "a", "label": "a", "excludes": ["b"]}, {"id": "b", "label": "b", "members": ["a"]}],
    }
    assert vn.check(document) == ()
    for mutant in strategies.mutants(document):
        assert reported(mutant.document) == list(mutant.problems), mutant.description
    assert not list(strategies.mutants(document, "anchor-form"))
    assert len(list(strategies.mutants(document, "cycle"))) == 2


def test_a_second_stance_is_made_opposed_for_one_holder_alone():
    """Where two groups with a member in common agree, none of them takes a second position: their member would as well."""
    document = SMALL | {
        "people": [{"id": "ann", "name": "Ann"}],
        "groups": [{"id": id, "label": "A", "members": ["ann"]} for id in ("a-1", "a-2")],
        "claims": [{"id": "claim", "text": "A", "kind": "fact"}],
        "stances": [
            {"id": f"stance-{holder}", "holder": holder, "claim": "claim", "position": "favor"}
            for holder in ("a-1", "a-2", "ann")
        ],
    }
    assert vn.check(document) == ()
    found = list(strategies.mutants(document, "opposed-stances"))
    assert [reported(mutant.document) for mutant in found] == [list(mutant.problems) for mutant in found]
    assert {problem for mutant in found for problem in mutant.problems} == {
        ("/stances/3", "opposed-stances"), ("/stances/4", "opposed-stances"),
    }  # fmt: skip


def test_values_follow_from_rules():
    """A pattern may have groups, and a story's day is a day."""
    assert sample(matches(Pattern("bad-id", "(a)b", "", "")), 2)[0] == "ab"
    assert all(day.precision == "day" for day in sample(value_of(vn.Story, "as_of"), 20))


@pytest.mark.parametrize("cls", [vn.Story, *CLASSES], ids=lambda cls: cls.__name__)
def test_patterns_draw_what_they_match(cls):
    """What is drawn for a field with a pattern keeps it; where there is a greatest length, it is reached."""
    for field in fields_of(cls):
        for rule in field.rules:
            if isinstance(rule, Pattern):
                found = sample(value_of(cls, field.name), 200)
                assert all(map(rule.is_valid, found))
                assert rule.max_length is None or max(map(len, found)) == rule.max_length


# -- with and without Hypothesis ------------------------------------------------------------------


def run(code, tmp_path, **environment):
    """What a fresh interpreter prints, with the package as it is tested and its entry point."""
    metadata = tmp_path / "venezuela_news_entry-0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: venezuela-news-entry\nVersion: 0\n")
    (metadata / "entry_points.txt").write_text(
        "[hypothesis]\nhypothesis_venezuela_news = hypothesis_venezuela_news:register\n"
    )
    source = str(Path(vn.__file__).parents[1])
    # Behind the standard library's place: site-packages holds backports that would stand before it.
    ours = [] if source in site.getsitepackages() else [source]
    paths = os.pathsep.join([*ours, str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "first", ["import hypothesis, venezuela_news as vn", "import venezuela_news as vn, hypothesis"]
)
def test_from_type_works_whichever_package_comes_first(first, tmp_path):
    """``st.from_type`` draws stories, and opens the strategies no earlier, in either order of imports."""
    code = (
        f"{first}, sys\n"
        "assert 'venezuela_news.strategies' not in sys.modules\n"
        "from hypothesis import find, settings, Phase, strategies as st\n"
        "assert 'venezuela_news.strategies' not in sys.modules\n"
        "one = settings(database=None, phases=[Phase.generate])\n"
        "print(find(st.from_type(vn.Story), lambda _: True, settings=one).id)\n"
    )
    assert run(code, tmp_path) == "story-1\n"


def test_hypothesis_alone_does_not_load_the_package(tmp_path):
    """A session that imports Hypothesis and never the package does not load it."""
    assert run("import hypothesis, sys\nprint('venezuela_news' in sys.modules)", tmp_path) == "False\n"


def test_the_package_alone_does_not_load_hypothesis(tmp_path):
    """A session that imports the package and draws nothing does not load Hypothesis."""
    assert run("import venezuela_news, sys\nprint('hypothesis' in sys.modules)", tmp_path) == "False\n"


def test_without_hypothesis_the_install_line_is_named(tmp_path):
    """Where Hypothesis is not installed, the strategies say how to install it."""
    code = (
        "import sys\nsys.modules['hypothesis'] = None\nimport venezuela_news as vn\n"
        "try:\n    vn.strategies\nexcept vn.MissingExtra as error:\n    print(error)\n"
    )
    assert "venezuela-news[hypothesis]" in run(code, tmp_path)
