"""Many documents on one card: sums, means over documents, intervals, and two systems compared."""

from __future__ import annotations

import json
import random
import weakref
from typing import Any

import attrs
import pytest

import venezuela_news as vn
import village
from scored import told
from venezuela_news import scoring
from venezuela_news.scoring import compare, score, score_all

GOLD = attrs.evolve(village.village(), figures=village.village().figures[:4])


def worse(number: int) -> vn.Story:
    """An extraction of the village that misses so many figures."""
    return attrs.evolve(GOLD, figures=GOLD.figures[number:])


def corpus(*missing: int) -> scoring.CorpusCard:
    """A card of documents of which so many figures are missing in each."""
    return score_all((worse(number), attrs.evolve(GOLD, id=f"doc-{index}")) for index, number in enumerate(missing))


def empty(id: str = "empty") -> vn.Story:
    return attrs.evolve(told(sources=()), id=id)


class TestSums:
    def test_all_records_count_together(self):
        """The figures of many documents follow from the sums of their counts."""
        card = corpus(0, 1, 4)
        assert (card.figures.matched, card.figures.gold, card.figures.recall) == (7, 12, 7 / 12)
        each = [score(worse(number), GOLD) for number in (0, 1, 4)]
        assert card.facts.matched == sum(one.facts.matched for one in each)
        assert card.position_matrix["favor"]["favor"] == 3
        assert card.attributions.content.overlap.f1 == 1
        assert card.fields["figures.unit"].accuracy == 7 / 12

    def test_cards_can_be_added(self):
        """Cards add up, one by one or by `sum`, in any grouping, to the card of all of them."""
        one, two, three = (
            score(worse(number), attrs.evolve(GOLD, id=f"doc-{index}")) for index, number in enumerate((0, 1, 4))
        )
        whole = corpus(0, 1, 4)
        assert one + two + three == one + (two + three) == sum([one, two, three]) == sum([one + two, three]) == whole
        assert [document.document for document in whole.documents] == ["doc-0", "doc-1", "doc-2"]
        with pytest.raises(TypeError):
            one + 1
        with pytest.raises(TypeError):
            whole + "card"
        with pytest.raises(TypeError):
            1 + one
        with pytest.raises(TypeError):
            1 + whole

    def test_other_kinds_do_not_add_up(self):
        """Cards of other kinds of records are not added."""
        with pytest.raises(ValueError, match="scored on other kinds of records; score both with the same kinds="):
            score(GOLD, GOLD) + score(GOLD, GOLD, kinds=["people"])

    def test_nothing_is_kept(self):
        """Pairs are scored as they come: no story of one is there when the next is made."""
        earlier: list[weakref.ref[Any]] = []

        class Pair(list[Any]):
            """A pair that can be watched."""

        def documents():
            for number in range(5):
                assert all(reference() is None for reference in earlier[:-1])
                pair = Pair((worse(number), GOLD))
                earlier.append(weakref.ref(pair))
                yield pair
                del pair

        card = score_all(documents())
        assert len(card.documents) == 5
        assert not any(hasattr(document, "misses") for document in card.documents)
        assert all(type(document) is scoring.DocumentScores for document in (score(GOLD, GOLD) + card).documents)

    def test_restrictions(self):
        """Kinds and sources are asked for as of one story; a source must be in one of them."""
        pairs = [(worse(1), GOLD), (empty(), empty())]
        card = score_all(pairs, kinds=["figures"], sources=["paper"])
        assert (list(card.kinds), card.figures.recall) == (["figures"], 0.75)
        assert score_all(pairs, similarity=lambda one, other: 0).figures.recall == 0.75
        with pytest.raises(
            ValueError, match="the argument 'sources' has 'papr'; give the id of a source of a gold story: paper"
        ):
            score_all(pairs, sources=["papr"])
        assert score_all([]).overall.f1 == 1

    @pytest.mark.parametrize(
        ("pairs", "told"),
        [
            (3, "the argument 'pairs' is the number 3; give an iterable of pairs"),
            ([GOLD], "the argument 'pairs[0]' is"),
            ([(GOLD,)], "the argument 'pairs[0]' is"),
            ([(GOLD, GOLD), (GOLD, {})], "the argument 'pairs[1][1]' is an object; give a Story"),
        ],
    )
    def test_what_are_no_pairs(self, pairs, told):
        """What is no pair of stories is refused, with its place."""
        with pytest.raises(TypeError) as caught:
            score_all(pairs)
        assert str(caught.value).startswith(told)


class TestMeans:
    def test_over_documents(self):
        """The mean over documents weighs each document the same."""
        card = corpus(0, 4)
        each = [score(worse(number), GOLD) for number in (0, 4)]
        assert card.over_documents.recall == sum(one.overall.recall for one in each) / 2
        assert card.mean_of("facts").f1 == sum(one.facts.f1 for one in each) / 2
        assert card.mean_of("figures") == scoring.Mean(precision=0.5, recall=0.5, f1=0.5)
        assert card.figure("documents.figures.recall") == 0.5
        with pytest.raises(ValueError, match="give a figure's name"):
            card.mean_of("figure")

    def test_what_is_empty_counts_in_no_mean(self):
        """A document in which both sides are empty counts in no mean; if all are, the mean is 1."""
        pairs = [(GOLD, GOLD), (empty(), empty()), (empty(), GOLD)]
        card = score_all(pairs)
        assert (card.over_documents.f1, card.over_documents.precision) == (0.5, 0.5)
        assert card.figure("documents.macro.f1") == card.figure("documents.speakers.accuracy") == 0.5
        assert score_all(pairs[1:2]).over_documents == scoring.Mean(precision=1, recall=1, f1=1)
        assert set(score_all(pairs[2:]).over_documents.figures.values()) == {0}


class TestIntervals:
    def test_by_hand(self):
        """An interval holds the middle of what the figure is in documents drawn with replacement."""
        card = corpus(0, 4, 1, 2)
        found = card.interval("figures.recall", samples=200, seed=3)
        chance = random.Random(3)
        right = [4, 0, 3, 2]
        values = sorted(sum(right[number] for number in chance.choices(range(4), k=4)) / 16 for _ in range(200))
        assert (found.low, found.high, found.value) == (values[5], values[194], 9 / 16)
        assert found.low <= found.value <= found.high
        assert found.as_dict()["documents"] == 4
        assert repr(found) == f"<Estimate: figures.recall 0.562, {found.low:.3f} to {found.high:.3f}>"

    def test_the_seed_decides(self):
        """The same seed gives the same interval; a wider level a wider one."""
        card = corpus(0, 4, 1, 2, 3, 0)
        assert card.interval(seed=5) == card.interval("facts.f1", seed=5)
        narrow, wide = (card.interval("figures.f1", level=level) for level in (0.5, 0.99))
        assert wide.low <= narrow.low <= narrow.high <= wide.high
        assert wide.low < wide.high

    @pytest.mark.parametrize(
        "figure",
        [
            "overall.f1",
            "macro.f1",
            "facts.f1",
            "speakers.accuracy",
            "documents.figures.f1",
            "attributions.content.overlap.f1",
        ],
    )
    def test_every_kind_of_figure(self, figure):
        """An interval of any figure holds it; of documents that are all alike, it is the figure itself."""
        card = corpus(0, 4, 1)
        found = card.interval(figure, samples=50)
        assert found.value == card.figure(figure)
        assert found.low <= found.value <= found.high
        alike = corpus(2, 2, 2).interval(figure, samples=20)
        assert alike.low == pytest.approx(alike.value) == pytest.approx(alike.high)

    @pytest.mark.parametrize(
        ("arguments", "error", "told"),
        [
            ({"figure": "facts.f2"}, ValueError, "did you mean 'facts.f1'?"),
            ({"figure": 3}, TypeError, "such as 'facts.f1'"),
            ({"level": 95}, TypeError, "a number between 0 and 1: 0.95"),
            ({"level": 95.0}, ValueError, "a number between 0 and 1"),
            ({"samples": 0}, ValueError, "from 1 on"),
            ({"seed": "x"}, TypeError, "'seed'"),
        ],
    )
    def test_wrong_arguments(self, arguments, error, told):
        """A figure, level, number or seed that can't be is refused."""
        with pytest.raises(error) as caught:
            corpus(0).interval(**arguments)
        assert told in str(caught.value)

    def test_no_document(self):
        """Of no document there is no interval."""
        with pytest.raises(ValueError, match="the card is of no document"):
            score_all([]).interval()


class TestComparison:
    def test_paired(self):
        """Two systems are compared on the same draws: one that is a little better everywhere is better for sure."""
        first, second = corpus(1, 2, 3, 4, 1, 2), corpus(0, 1, 2, 3, 0, 1)
        found = compare(first, second, "figures.recall", seed=1, samples=200)
        assert found.difference == pytest.approx(0.25)
        assert (found.low, found.high) == (pytest.approx(0.25), pytest.approx(0.25))
        assert found.is_decided
        assert (found.better, found.documents) == (1, 6)
        back = compare(second, first, "figures.recall", seed=1, samples=200)
        assert (back.low, back.better, back.is_decided) == (pytest.approx(-0.25), 0, True)
        assert repr(found) == "<Difference: figures.recall +0.250, +0.250 to +0.250>"
        assert found.as_dict()["is_decided"] is True

    def test_undecided(self):
        """A system that is better here and worse there is not decided, and itself is no better than itself."""
        first, second = corpus(0, 4, 0, 4), corpus(4, 0, 4, 0)
        found = compare(first, second, "figures.recall", samples=200)
        assert found.low < 0 < found.high
        assert not found.is_decided
        assert compare(first, first, samples=200).better == 0.5

    @pytest.mark.parametrize(
        ("first", "second", "error", "told"),
        [
            (corpus(0), score(GOLD, GOLD), TypeError, "'second' is"),
            (corpus(0), corpus(0, 1), ValueError, "the cards are of other documents: 1 and 2"),
            (
                corpus(0, 1),
                sum([score(GOLD, attrs.evolve(GOLD, id=i)) for i in ("doc-0", "doc-7")]),
                ValueError,
                "'doc-1' and 'doc-7'",
            ),
        ],
    )
    def test_what_can_not_be_compared(self, first, second, error, told):
        """Cards of other documents are not compared, and told what differs."""
        with pytest.raises(error) as caught:
            compare(first, second)
        assert told in str(caught.value)


class TestCard:
    def test_pages_and_data(self):
        """A card of many documents is a page, plain data and tables, with the means and each document."""
        card = corpus(0, 4)
        assert repr(card).startswith("<CorpusCard of 2 documents: F1 0.9")
        assert repr(card.documents[1]).startswith("<DocumentScores 'doc-1': F1 0.")
        lines = str(card).splitlines()
        assert [line.split("  ")[0] for line in lines[4:6]] == ["overall, by document", "facts, by document"]
        data = card.as_dict()
        assert json.loads(json.dumps(data)) == data
        assert data["over_documents"]["figures"]["recall"] == 0.5
        assert [one["document"] for one in data["documents"]] == ["doc-0", "doc-1"]
        rows = card.tables()["documents"]
        assert [row["figures.recall"] for row in rows] == [1, 0]
        assert "misses" not in card.tables()

    def test_inexact(self):
        """If one document was aligned greedily, the sum says so."""
        card = corpus(0)
        inexact = attrs.evolve(card.documents[0], exact=False)
        assert not (card + inexact).exact
        assert "a better alignment may exist" in str(card + inexact)
