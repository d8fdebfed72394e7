"""What scoring costs as stories grow, in lines run, on ordinary and on hostile shapes."""

from __future__ import annotations

import inspect
import random
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import venezuela_news as vn
from scored import ANN, CLAIM, told
from venezuela_news.scoring import _assignment, _candidates, score
from work import grows_linearly, lines_run

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = [
    f"{a}{b}{c}" for a in ("ban", "cor", "del", "fer", "gal") for b in "aeiou" for c in ("nt", "rk", "st", "ld", "mp")
]


def statements(gists: list[str], speakers: int, paragraph: Callable[[int], str] = "They spoke, {}.".format) -> vn.Story:
    """A story of statements, each in a paragraph of its own."""
    lines = tuple(paragraph(number) for number in range(len(gists)))
    source = vn.Source(id="text", language="en", paragraphs=lines)
    people = tuple(vn.Person(id=f"p{n}", name=f"Pat{'abcdefghij'[n % 10] * 5}{n} Lee{n}") for n in range(speakers))
    made = tuple(
        vn.Statement(
            id=f"s{number}",
            speakers=(f"p{number % speakers}",),
            gist=gist,
            attributions=(
                vn.Attribution(
                    mode=vn.Mode.INDIRECT,
                    content=(vn.Anchor(source="text", paragraph=number, start=0, end=9, exact=lines[number][:9]),),
                ),
            ),
        )
        for number, gist in enumerate(gists)
    )
    return told(sources=(source,), people=people, statements=made)


def in_other_words(story: vn.Story) -> vn.Story:
    """The same statements, of another text: they can be told by their words alone."""
    source = attrs.evolve(
        story.sources[0], paragraphs=tuple(line.replace("They", "Each") for line in story.sources[0].paragraphs)
    )
    moved = []
    for statement in story.statements:
        anchor = attrs.evolve(statement.attributions[0].content[0], exact="Each spok")
        attribution = attrs.evolve(statement.attributions[0], content=(anchor,))
        moved.append(attrs.evolve(statement, gist=f"{statement.gist} indeed", attributions=(attribution,)))
    return attrs.evolve(story, sources=(source,), statements=tuple(moved))


def different(size: int) -> vn.Story:
    chance = random.Random(size)
    return statements([f"The {' '.join(chance.choices(WORDS, k=8))} of it {n}" for n in range(size)], size)


def alike(size: int) -> vn.Story:
    return statements([f"They will vote on the matter of item {n} tomorrow" for n in range(size)], size)


def same(size: int) -> vn.Story:
    return statements(["The border stays open" for _ in range(size)], size)


def one_speaker(size: int) -> vn.Story:
    return statements([f"Item {n}{n} matters" for n in range(size)], 1)


def people_alike(size: int) -> vn.Story:
    return told(people=tuple(vn.Person(id=f"p{n}", name="Ann Gray", age=n % 100) for n in range(size)))


def many_stances(size: int) -> vn.Story:
    people = tuple(vn.Person(id=f"p{n}", name=f"Person{n} Number{n}") for n in range(size))
    stances = tuple(
        vn.Stance(id=f"s{n}", holder=f"p{n}", claim="open", position=vn.Position.FAVOR) for n in range(size)
    )
    return told(people=people, claims=(CLAIM,), stances=stances)


def many_members(size: int) -> vn.Story:
    people = tuple(vn.Person(id=f"p{n}", name=f"Person{n} Number{n}") for n in range(size))
    groups = (
        vn.Group(id="g", label="a crowd", members=tuple(one.id for one in people)),
        vn.Group(id="h", label="a crowd"),
    )
    return told(people=people, groups=groups)


def many_roles(size: int) -> vn.Story:
    titles = (f"{WORDS[n % 20]} {WORDS[n % 17]} {n}" for n in range(size))
    return told(people=(attrs.evolve(ANN, roles=tuple(vn.Role(title=title) for title in titles)),))


def twins(size: int) -> vn.Story:
    return told(figures=tuple(vn.Figure(id=f"f{n}", label="boats", low=2, unit="boat") for n in range(size)))


@pytest.mark.parametrize(
    "make", [different, alike, same, one_speaker, people_alike, many_stances, many_members, many_roles, twins]
)
def test_four_times_the_story_takes_less_than_six_times_the_work(make, monkeypatch):
    """The work grows little faster than the story, once more pairs are alike than are compared."""
    monkeypatch.setattr(_candidates, "MOST_PAIRS", 100)
    monkeypatch.setattr(_candidates, "_MOST_STEPS", 2_000)
    monkeypatch.setattr(_assignment, "MOST_STEPS", 2_000)

    def scoring(size: int) -> Callable[[], Any]:
        gold = make(size)
        predicted = in_other_words(gold) if gold.statements else gold
        return lambda: score(predicted, gold)

    assert grows_linearly(scoring, 40)


def test_what_is_large_and_different_is_exact():
    """Three hundred statements are aligned exactly where texts differ, and found."""
    gold = different(300)
    card = score(in_other_words(gold), gold)
    assert (card.exact, card.statements.f1, card.speakers.accuracy) == (True, 1, 1)


def test_what_is_large_and_alike_is_not():
    """Three hundred statements that share all words but one are found, and the card says that it did not try all."""
    gold = alike(300)
    card = score(in_other_words(gold), gold)
    assert (card.exact, card.statements.f1, card.speakers.accuracy) == (False, 1, 1)
    assert "a better alignment may exist" in card.render()


def test_the_same_words_by_many():
    """The same words by three hundred speakers are told apart by who said them."""
    gold = same(300)
    assert score(in_other_words(gold), gold).speakers.accuracy == 1


def test_twins_are_one():
    """Records that are all the same cost as much as one: no pair of them is compared."""
    one, many = (twins(size) for size in (1, 400))
    card = score(many, many)
    assert (card.figures.matched, card.exact) == (400, True)
    assert score(twins(300), many).figures.recall == 0.75
    assert score(one, many).figures.recall == 1 / 400


def test_no_depth_follows_the_input():
    """Long chains, of groups in groups and of events after each other, are no deeper than short ones."""
    size = 120
    groups = tuple(
        vn.Group(id=f"g{n}", label="them", members=(f"g{n + 1}",) if n + 1 < size else ()) for n in range(size)
    )
    events = tuple(
        vn.Event(id=f"e{n}", label="It rains.", after=(f"e{n + 1}",) if n + 1 < size else ()) for n in range(size)
    )
    story = told(groups=groups, events=events)
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 80)
    try:
        card = score(attrs.evolve(story, groups=groups[::-1]), story)
    finally:
        sys.setrecursionlimit(before)
    assert (card.groups.f1, card.events.f1) == (1, 1)


def test_look_alikes_all_find_a_partner(monkeypatch):
    """Of look-alikes of which not all pairs are compared, each is compared with others than the next, so that all are paired."""
    monkeypatch.setattr(_candidates, "MOST_PAIRS", 100)
    gold = people_alike(99)
    card = score(attrs.evolve(gold, people=gold.people[::-1]), gold)
    assert (card.people.f1, card.exact) == (1, False)


def test_very_long_spans():
    """A span over a whole long paragraph costs no more than a short one, and is compared with all that stand in it."""
    line = "word " * 40_000
    source = vn.Source(id="text", language="en", paragraphs=(line.strip(),))
    long = vn.Anchor(source="text", paragraph=0, start=0, end=199_999, exact=line.strip())
    short = vn.Anchor(source="text", paragraph=0, start=150_000, end=150_004, exact="word")

    def story(anchor: vn.Anchor, name: str) -> vn.Story:
        return told(sources=(source,), places=(vn.Place(id="lake", name=name, anchors=(anchor,)),))

    card = score(story(long, "Lake Lugano"), story(short, "Lake of Lugano"))
    assert card.places.f1 == 1
    assert lines_run(lambda: score(story(long, "Lake"), story(short, "Lake"))) < 30_000
