"""What the strategies draw: every class, every choice, every optional field, linked, legal, and small when it fails."""

from __future__ import annotations

import os
import site
import subprocess
import sys
from collections import Counter
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import venezuela_news as vn
from laws import draws_counted, examples
from venezuela_news import strategies
from venezuela_news._relations import references_of
from venezuela_news._rules import Doubtful, Kind, Line, Pattern, fields_of
from venezuela_news._story import ARRAYS
from venezuela_news.strategies._documents import enriched
from venezuela_news.strategies._faults import MAKERS
from venezuela_news.strategies._records import records
from venezuela_news.strategies._stories import _DATES, PICKS
from venezuela_news.strategies._values import _matches, _of_rule, value_of

NESTED = (vn.Anchor, vn.Attribution, vn.Quote, vn.Role)
CLASSES = (*ARRAYS.values(), *NESTED)
DRAWN = (*CLASSES, vn.Story, vn.PartialDate, vn.Interval, vn.Problem)
NAMES = {"Person": "people", "Country": "countries", "Claim": "claims"}
SMALL = {
    "schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23",
}  # fmt: skip


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
    "name", [name for name in strategies.__all__ if name not in {"Neighbour", "neighbours", "strategy_of"}]
)
def test_public_strategies_filter_nothing(name):
    """Every draw of a public strategy gives a value: none is refused."""
    with draws_counted() as counts:
        sample(getattr(strategies, name)(), 30)
    assert counts["valid"] == 30
    assert counts["invalid"] == 0


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


def test_stories_show_every_choice_and_every_field_present_and_absent(drawn):
    """Stories draw each field of each class given and left out, each word of a list, and both forms of sources."""
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
                assert all(seen[cls, field.name, member] for member in field.type), (cls, field.name)
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


@given(strategies.stories(texts=st.sampled_from(["one", "two"]), dates=st.just(vn.PartialDate("2020")), max_size=1))
def test_arguments_of_stories_are_kept(story):
    """Texts, dates and the number of records are those that were asked for."""
    assert all(len(getattr(story, name)) <= 1 for name in ARRAYS)
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
RARE_WARNINGS = {"favored-rivals"}
"""Two stances of one holder on two claims that are rivals come together in one of a thousand stories."""


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


@pytest.mark.parametrize("text", PICKS["text"], ids=ascii)
def test_picked_texts_are_legal(text):
    """Every picked text keeps the rule of texts."""
    assert Line().fine(text)


def test_picked_values_are_legal():
    """Every picked tag, URL and license keeps the pattern of its field; no date stands twice."""
    patterns = {
        rule.rule: rule
        for cls in CLASSES
        for field in fields_of(cls)
        for rule in field.rules
        if isinstance(rule, Pattern)
    }
    for rule, picks in PICKS.items():
        if rule != "text":
            assert all(patterns[rule].fine(pick) for pick in picks)
    assert len(set(_DATES)) == len(_DATES)


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
        (strategies.anchors(exact=st.none()), lambda it: it.digest is not None),
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
    from venezuela_news._rules import Ordered
    from venezuela_news.strategies._records import _order

    values = {"start": start, "end": end}
    _order(Ordered("empty-span", ("start", "end"), strict=True), values, {})
    assert 0 <= values["start"] < values["end"] < 2**53


# -- shrinking ------------------------------------------------------------------------------------


@pytest.mark.nightly(reason="how long it takes to shrink is not bounded")
@pytest.mark.parametrize(
    ("fact", "counts"),
    [
        (lambda story: story.stances, {"groups": 1, "claims": 1, "stances": 1}),
        (lambda story: any(it.quotes for it in story.statements), {"sources": 1, "groups": 1, "statements": 1}),
        (lambda story: any(it.within for it in story.events), {"events": 2}),
        (lambda story: any(it.rivals for it in story.claims), {"claims": 2}),
    ],
    ids=["stance", "quotation", "within", "rivals"],
)
def test_stories_shrink_to_what_a_fact_needs(fact, counts):
    """The smallest story with a fact holds as many records as it takes, and nothing in them that is not needed."""
    shrunk = find(
        strategies.stories(), lambda story: bool(fact(story)),
        settings=settings(max_examples=3_000, database=None, deadline=None, derandomize=True),
    )  # fmt: skip
    found = {name: len(getattr(shrunk, name)) for name in ARRAYS if getattr(shrunk, name)}
    assert sum(found.values()) == sum(counts.values())
    assert found.keys() - counts.keys() <= {"people", "organizations", "countries", "groups", "events"}
    assert len(vn.dumps(shrunk)) < 600
    assert {thing.id.split("-")[0] for name in ARRAYS for thing in getattr(shrunk, name)} <= {
        cls.__name__.lower() for cls in ARRAYS.values()
    }


# -- broken documents -----------------------------------------------------------------------------


def reported(document):
    return [(problem.pointer, problem.rule) for problem in vn.check(document)]


def test_every_rule_can_be_broken():
    """The strategies break each rule of the table (the third law of rules)."""
    assert set(MAKERS) == set(vn.RULES)
    document = enriched(SMALL)
    assert vn.check(document) == ()
    assert all(next(strategies.neighbours(document, rule)).rule == rule for rule in vn.RULES)


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


def test_unknown_rules_are_refused():
    """A rule that is not in the table is named in the error."""
    with pytest.raises(LookupError, match="no-such-rule"):
        strategies.broken_documents("no-such-rule")


def test_neighbours_of_a_document_are_single_faults():
    """Every neighbor of a document with something of everything gives the one problem that it tells."""
    document = enriched(SMALL)
    before = repr(document)
    seen = Counter()
    for number, neighbour in enumerate(strategies.neighbours(document)):
        seen[neighbour.rule] += 1
        if number % 5 == 0 or seen[neighbour.rule] <= 8:
            assert reported(neighbour.document) == list(neighbour.problems), neighbour.description
    assert repr(document) == before
    assert set(seen) == set(vn.RULES)


def test_enriching_twice_keeps_ids_apart():
    """Records that are added to a document that has them already get other ids."""
    assert vn.check(enriched(enriched(SMALL))) == ()


def test_faults_take_what_a_document_has_into_account():
    """A circle through an excluded actor is not made, words of thousands of characters are not, and new ids are new."""
    span = {"source": "s", "paragraph": 0, "start": 0, "end": 5_000, "digest": "0" * 64}
    document = SMALL | {
        "sources": [{"id": "s", "language": "en", "digests": ["0" * 64]}],
        "people": [{"id": "nobody", "name": "Ann", "anchors": [span]}],
        "groups": [{"id": "a", "label": "a", "excludes": ["b"]}, {"id": "b", "label": "b", "members": ["a"]}],
    }
    assert vn.check(document) == ()
    for neighbour in strategies.neighbours(document):
        assert reported(neighbour.document) == list(neighbour.problems), neighbour.description
    assert not list(strategies.neighbours(document, "anchor-form"))
    assert len(list(strategies.neighbours(document, "cycle"))) == 2


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
    (neighbour,) = strategies.neighbours(document, "opposed-stances")
    assert reported(neighbour.document) == list(neighbour.problems) == [("/stances/3", "opposed-stances")]


def test_values_follow_from_rules():
    """A pattern may have groups, a rule that only doubts restricts nothing, and a story's day is a day."""
    assert sample(_matches(Pattern("bad-id", "(a)b", "", "")), 2)[0] == "ab"
    assert _of_rule(Doubtful("implausible-age", 110, "")) is None
    assert all(day.precision == "day" for day in sample(value_of(vn.Story, "as_of"), 20))


@pytest.mark.parametrize("cls", [vn.Story, *CLASSES], ids=lambda cls: cls.__name__)
def test_patterns_draw_what_they_match(cls):
    """What is drawn for a field with a pattern keeps it; where there is a greatest length, it is reached."""
    for field in fields_of(cls):
        for rule in field.rules:
            if isinstance(rule, Pattern):
                found = sample(value_of(cls, field.name), 200)
                assert all(map(rule.fine, found))
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
