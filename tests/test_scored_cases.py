"""The scored pairs: their sanity, and that the scorer gives their figures."""

from __future__ import annotations

import pytest

import venezuela_news as vn
from venezuela_news import corpus, scoring
from venezuela_news._records import ARRAYS

CASES = corpus.cases("scored")
LISTS = {"misses", "inventions", "confusions"}
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.topic)


def records_in(story):
    """How many records a story has."""
    return sum(len(getattr(story, array)) for array in ARRAYS)


def test_there_are_thirty_pairs_or_more():
    """No two pairs are about the same two stories."""
    assert len(CASES) >= 30
    assert len({(vn.dumps(case.predicted), vn.dumps(case.gold)) for case in CASES}) == len(CASES)


@each_case
def test_both_stories_are_sound_and_small(case):
    """A pair's stories have no problem and no doubt, and a dozen records at most."""
    for story in (case.predicted, case.gold):
        assert vn.check(vn.unstructure(story)) == ()
        assert records_in(story) <= 12


@each_case
def test_figures_are_possible(case):
    """A share is from 0 to 1, a count whole, and F1 the harmonic mean of precision and recall where all three are given."""
    for name, value in case.figures.items():
        assert isinstance(value, int) if name in LISTS else 0 <= value <= 1
    for name in {name.rpartition(".")[0] for name in case.figures if name.endswith(".f1")} - {"macro"}:
        precision, recall = case.figures.get(f"{name}.precision"), case.figures.get(f"{name}.recall")
        if precision is not None and recall is not None:
            mean = 2 * precision * recall / (precision + recall) if precision + recall else 0
            assert case.figures[f"{name}.f1"] == pytest.approx(mean, abs=1e-12)


def test_figures_of_a_case_are_read_only():
    """Nobody's change to the figures of a case leaks."""
    with pytest.raises(TypeError):
        CASES[0].figures["misses"] = 1


@each_case
def test_the_scorer_gives_the_figures(case):
    """The library's figures are those that were worked out by hand."""
    card = scoring.score(case.predicted, case.gold)
    found = {name: len(getattr(card, name)) if name in LISTS else card.figure(name) for name in case.figures}
    assert found == pytest.approx(dict(case.figures), abs=1e-9)
