"""What a type checker knows of the face. It is read by mypy and pyright, and never run.

A line that is wrong on purpose carries an ignore, which both checkers take. Both report an ignore
that ignores nothing: such a line can't become legal unseen.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true
from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_type

import cattrs

import venezuela_news as vn

if TYPE_CHECKING:
    from pathlib import Path


def look_ups(story: vn.Story) -> None:
    assert_type(story.find(vn.Source, "article"), vn.Source)
    assert_type(story.find(vn.Person, "juan-guaido"), vn.Person)
    assert_type(story.find(vn.Person, "juan-guaido").age, int | None)
    assert_type(story.find(vn.Organization, "oas"), vn.Organization)
    assert_type(story.find(vn.Country, "MX"), vn.Country)
    assert_type(story.find(vn.Group, "crowd"), vn.Group)
    assert_type(story.find(vn.Place, "caracas"), vn.Place)
    assert_type(story.find(vn.Work, "constitution").kind, vn.WorkKind)
    assert_type(story.find(vn.Work, "constitution").same_as, tuple[str, ...])
    assert_type(story.find(vn.Claim, "guaido-is-interim-president"), vn.Claim)
    assert_type(story.find(vn.Statement, "speech").quotes, tuple[vn.Quote, ...])
    assert_type(story.find(vn.Statement, "speech").act, vn.Act | None)
    assert_type(story.find(vn.Stance, "mexico").position, vn.Position)
    assert_type(story.find(vn.Event, "rally").category, vn.Category | None)
    assert_type(story.find(vn.Event, "rally").status, vn.EventStatus)
    assert_type(story.find(vn.Figure, "inflation").low, int | float | None)
    assert_type(story.find(vn.Photo, "photo"), vn.Photo)
    assert_type(story["cuba"], vn.Record)
    assert_type(story["cuba"].id, str)
    assert_type("cuba" in story, bool)


def who_said_what(story: vn.Story, date: vn.PartialDate, interval: vn.Interval) -> None:
    assert_type(story.statements_by("mike-pompeo"), tuple[vn.Statement, ...])
    assert_type(story.position_of("MX", "guaido-is-interim-president"), vn.Position | None)
    assert_type(story.position_of("MX", "guaido-is-interim-president", at="2019-02"), vn.Position | None)
    assert_type(story.position_of("MX", "guaido-is-interim-president", interval), vn.Position | None)
    explanation = story.explain_position("CO", "guaido-is-interim-president", date)
    assert_type(explanation, vn.Explanation)
    assert_type(explanation.position, vn.Position | None)
    assert_type(explanation.via, tuple[str, ...])
    assert_type(explanation.stances, tuple[vn.Stance, ...])
    assert_type(story.stances_at("2019-01-23"), tuple[vn.Stance, ...])
    assert_type(story.stances_at(date), tuple[vn.Stance, ...])
    assert_type(story.conflicts(), tuple[vn.Conflict, ...])


def what_is_derived(story: vn.Story) -> None:
    assert_type(story.timeline(), tuple[vn.Occurrence, ...])
    assert_type(story.mentions("cuba"), tuple[vn.Mention, ...])
    for mention in story.mentions("cuba"):
        assert_type(mention.record, vn.Record)
        assert_type(mention.fields, tuple[tuple[str | int, ...], ...])


def texts(story: vn.Story, source: vn.Source, anchor: vn.Anchor) -> None:
    assert_type(source.anchor("take sides"), vn.Anchor)
    assert_type(source.anchor("take sides", paragraph=3, nth=0), vn.Anchor)
    assert_type(story.text_of(anchor), str)
    assert_type(story.attach("article", "text"), vn.Story)
    assert_type(story.detach("article"), vn.Story)


def reading_and_writing(story: vn.Story, path: Path) -> None:
    assert_type(vn.story(), vn.Story)
    assert_type(vn.dumps(story), str)
    assert_type(vn.dumps(story, indent=2), str)
    assert_type(vn.dumps(story, format="json"), str)
    assert_type(vn.dumps(story, format="yaml"), str)
    assert_type(vn.dumps(story, format="msgpack"), bytes)
    assert_type(vn.loads("{}"), vn.Story)
    assert_type(vn.loads(b"{}"), vn.Story)
    assert_type(vn.loads(memoryview(b"{}"), format="msgpack"), vn.Story)
    assert_type(vn.read(path), vn.Story)
    assert_type(vn.read("story.yaml"), vn.Story)
    vn.write(story, path, indent=2)
    assert_type(vn.structure({}), vn.Story)
    assert_type(vn.unstructure(story), dict[str, Any])
    assert_type(vn.schema(), dict[str, Any])


def problems(story: vn.Story, error: vn.InvalidStory) -> None:
    assert_type(vn.check({}), tuple[vn.Problem, ...])
    assert_type(vn.check(b"{}", format="yaml"), tuple[vn.Problem, ...])
    assert_type(vn.check(story), tuple[vn.Problem, ...])
    assert_type(error.problems, tuple[vn.Problem, ...])
    assert_type(error.problems[0].path, tuple[str | int, ...])
    assert_type(error.problems[0].severity, vn.Severity)
    assert_type(vn.RULES["bad-id"], vn.Rule)


def dates(one: vn.PartialDate, other: vn.Interval) -> None:
    assert_type(vn.parse_date("2019"), vn.PartialDate | vn.Interval)
    assert_type(one.before(other), bool | None)
    assert_type(other.covers(one), bool | None)


def assessing(data: bytes) -> None:
    assessment = vn.assess(data)
    assert_type(assessment, vn.Assessment)
    assert_type(assessment.story, vn.Story | None)
    assert_type(assessment.problems, tuple[vn.Problem, ...])


def wrong(story: vn.Story, person: vn.Person) -> None:
    person.age = 36  # type: ignore[misc]
    vn.Person("ann")  # type: ignore[call-arg]
    vn.Person(id="ann", names="Ann")  # type: ignore[call-arg]
    vn.Person(id="ann", age="36")  # type: ignore[arg-type]
    vn.Person(id="ann", aliases=["Annie"])  # type: ignore[arg-type]
    vn.Figure(id="load", label="the load", low="2.5", unit="ton")  # type: ignore[arg-type]
    vn.Event(id="test", label="A test.", status="scheduled")  # type: ignore[arg-type]
    vn.Work(id="report", title="Safety")  # type: ignore[call-arg]
    vn.dumps(story, format="xml")  # type: ignore[call-overload]
    vn.loads("{}", format="toml")  # type: ignore[arg-type]
    story.find(vn.Quote, "ann")  # type: ignore[type-var]
    story.find(vn.Claim, "ann").age  # type: ignore[attr-defined]  # noqa: B018
    assert vn.PartialDate("2019") < vn.PartialDate("2020")  # type: ignore[operator]


def records_alone(person: vn.Person, occurrence: vn.Occurrence, actor: vn.Actor, date: vn.Date) -> None:
    assert_type(vn.structure({}, vn.Person), vn.Person)
    assert_type(vn.structure({}, vn.Anchor, limits=vn.Limits(bytes=1)), vn.Anchor)
    assert_type(vn.unstructure(person), dict[str, Any])
    assert_type(vn.check({}, vn.Person), tuple[vn.Problem, ...])
    assert_type(occurrence.id, str)
    assert_type(actor.id, str)
    assert_type(date.before(date), bool | None)


def doors(story: vn.Story) -> None:
    assert_type(vn.grounding.locate("text", "quote"), vn.grounding.Location)
    assert_type(vn.grounding.ground(story).ok, bool)
    card = vn.scoring.score(story, story, kinds=["people"], similarity=lambda one, other: 0.5)
    assert_type(card.overall.f1, float)
    assert_type(card.facts, vn.scoring.Measure)
    assert_type(card.speakers.accuracy, float)
    assert_type(card.headline, dict[str, float])
    assert_type(card.misses[0].nearest, vn.Record | None)
    assert_type(card + card, vn.scoring.CorpusCard)
    corpus = vn.scoring.score_all([(story, story)])
    assert_type(corpus, vn.scoring.CorpusCard)
    assert_type(corpus + card, vn.scoring.CorpusCard)
    assert_type(corpus.interval("facts.f1").low, float)
    assert_type(vn.scoring.compare(corpus, corpus).is_decided, bool)
    assert_type(vn.rendering.page(story), str)
    assert_type(vn.corpus.story(), vn.Story)
    assert_type(vn.corpus.cases("scored")[0].gold, vn.Story)
    assert_type(vn.corpus.stories()["ruling-on-a-film"], vn.Story)


def wrong_names(story: vn.Story) -> None:
    vn.scoring.scoer(story, story)  # type: ignore[attr-defined]
    vn.grouding.locate("text", "quote")  # type: ignore[attr-defined]
    vn.Persn(id="ann", name="Ann")  # type: ignore[attr-defined]
    vn.strategies.storys()  # type: ignore[attr-defined]
    vn.corpus.texst()  # type: ignore[attr-defined]
    vn.rendering.pages(story)  # type: ignore[attr-defined]


def cattrs_converters(converter: cattrs.Converter) -> None:
    assert_type(vn.converter(), cattrs.Converter)
    assert_type(vn.converter(limits=vn.Limits(text=5)).structure({}, vn.Person), vn.Person)
    vn.configure_converter(converter)
    vn.configure_converter(vn.Person)  # type: ignore[arg-type]
