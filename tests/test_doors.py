"""What holds for everything that the doors of uses offer: hints that can be read, and a short repr."""

from __future__ import annotations

import inspect
import typing

import attrs
import pytest

import venezuela_news as vn
import village
from venezuela_news import _cli, corpus, rendering, scoring

OFFERED = [
    pytest.param(getattr(door, name), id=f"{door.__name__.partition('.')[2]}.{name}")
    for door in (_cli, corpus, rendering, scoring)
    for name in door.__all__
    if inspect.isclass(getattr(door, name)) or inspect.isfunction(getattr(door, name))
]


@pytest.mark.parametrize("offered", OFFERED)
def test_hints_can_be_read(offered):
    """The type hints of every class, method, property and function can be read when the program runs."""
    typing.get_type_hints(offered)
    for name, member in vars(offered).items() if inspect.isclass(offered) else ():
        function = member.fget if isinstance(member, property) else member
        if inspect.isfunction(function) and not name.startswith("_"):
            assert "return" in typing.get_type_hints(function), name


def values():
    """A value of each class that the doors offer, hard ones among them."""
    gold = vn.story()
    predicted = village.village()
    card = scoring.score(predicted, gold)
    aged = attrs.evolve(predicted.people[0], age=41, name="Ann " * 99 + "Gray")
    confused = scoring.score(attrs.evolve(predicted, people=(aged, *predicted.people[1:])), predicted)
    yield from (card, card.overall, card.macro, card.positions, card.attributions, card.attributions.speaker)
    yield from (*card.matches, *card.misses, *confused.matches, *confused.confusions)
    many = card + card
    yield from (many, *many.documents, many.interval(samples=2), scoring.compare(many, many, samples=2))
    yield scoring.Scores(counts=card.counts)
    yield from corpus.ledger()
    for kind in corpus.KINDS:
        for case in corpus.cases(kind):
            yield case
            yield from getattr(case, "problems", ())


def test_reprs_are_short():
    """A repr fits two lines, whatever the value holds, and names its class."""
    found = list(values())
    assert {type(value).__name__ for value in found} >= {
        offered.values[0].__name__ for offered in OFFERED if inspect.isclass(offered.values[0])
    }
    assert [repr(value) for value in found if len(repr(value)) > 200 or type(value).__name__ not in repr(value)] == []
