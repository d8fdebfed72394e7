"""What a type checker knows of the face. It is read by mypy and pyright, and never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

import venezuela_news as vn

if TYPE_CHECKING:
    from pathlib import Path


def look_ups(story: vn.Story) -> None:
    assert_type(story.find(vn.Person, "juan-guaido"), vn.Person)
    assert_type(story.find(vn.Person, "juan-guaido").age, int | None)
    assert_type(story.statements_by("mike-pompeo"), tuple[vn.Statement, ...])
    assert_type(story.position_of("MX", "guaido-is-interim-president"), vn.Position | None)
    assert_type(story.stances_at("2019-01-23"), tuple[vn.Stance, ...])
    assert_type("cuba" in story, bool)


def texts(story: vn.Story, source: vn.Source, anchor: vn.Anchor) -> None:
    assert_type(source.anchor("take sides"), vn.Anchor)
    assert_type(story.text_of(anchor), str)
    assert_type(story.attach("article", "text"), vn.Story)
    assert_type(story.detach("article"), vn.Story)


def reading_and_writing(story: vn.Story, path: Path) -> None:
    assert_type(vn.story(), vn.Story)
    assert_type(vn.dumps(story), str)
    assert_type(vn.dumps(story, format="yaml"), str)
    assert_type(vn.dumps(story, format="msgpack"), bytes)
    assert_type(vn.loads(b"{}"), vn.Story)
    assert_type(vn.read(path), vn.Story)
    assert_type(vn.check({}), tuple[vn.Problem, ...])


def dates(one: vn.PartialDate, other: vn.Interval) -> None:
    assert_type(one.before(other), bool | None)
    assert_type(other.covers(one), bool | None)


def frozen(person: vn.Person) -> None:
    person.age = 36  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    vn.Person("ann")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
