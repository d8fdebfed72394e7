"""The assignment problem, candidates and pairings, against all that there is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venezuela_news.scoring import _assignment, _candidates
from venezuela_news.scoring._assignment import assign
from venezuela_news.scoring._candidates import Keys, candidates
from venezuela_news.scoring._circles import circles
from venezuela_news.scoring._coefficients import HALF, bag, text_similarity
from venezuela_news.scoring._counterparts import Counterparts
from venezuela_news.scoring._pairing import most_pairs


def assignments(weights: dict[tuple[int, int], int]) -> list[frozenset[tuple[int, int]]]:
    """Every assignment there is."""
    rows = sorted({row for row, _ in weights})
    found = []
    for choice in itertools.product(*([None, *(j for i, j in weights if i == row)] for row in rows)):
        taken = [column for column in choice if column is not None]
        if len(taken) == len(set(taken)):
            found.append(frozenset((row, j) for row, j in zip(rows, choice, strict=True) if j is not None))
    return found


class TestAssignment:
    @given(
        st.dictionaries(
            st.tuples(st.integers(0, 4), st.integers(0, 4)),
            st.one_of(st.integers(1, 3), st.integers(1, 2**200)),
            max_size=14,
        )
    )
    def test_assignments_are_the_best_there_are(self, weights):
        """The total equals the best of all assignments, and what is possible is what stands in one of these."""
        totals = {each: sum(weights[edge] for edge in each) for each in assignments(weights)}
        best = {each for each, total in totals.items() if total == max(totals.values())}
        found = assign(weights)
        assert frozenset(found.pairs) in best
        assert found.possible == frozenset().union(*best)

    def test_nothing_is_assigned_to_nothing(self):
        """Without a pair that is allowed, none is assigned."""
        assert assign({}).pairs == {}

    def test_the_best_total_beats_the_best_pair(self):
        """Two good pairs are better than the best pair and a lost one."""
        assert assign({(0, 0): 9, (0, 1): 8, (1, 0): 7}).pairs == {(0, 1): 1, (1, 0): 1}

    def test_ties_are_all_possible(self):
        """Of eighty records on each side that are all the same, every pair is possible."""
        found = assign({(row, column): 7 for row in range(80) for column in range(80)})
        assert (len(found.pairs), len(found.possible)) == (80, 6400)


class TestPools:
    @given(
        st.lists(st.integers(1, 3), min_size=3, max_size=3),
        st.lists(st.integers(1, 3), min_size=3, max_size=3),
        st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), st.integers(1, 4), max_size=8),
    )
    def test_a_pool_is_so_many_rows(self, rows, columns, weights):
        """A row that stands for several is assigned as if each of them stood there alone."""
        row_of = [row for row, size in enumerate(rows) for _ in range(size)]
        column_of = [column for column, size in enumerate(columns) for _ in range(size)]
        each = {
            (i, j): weights[row, column]
            for i, row in enumerate(row_of)
            for j, column in enumerate(column_of)
            if (row, column) in weights
        }
        pooled, alone = assign(weights, rows, columns), assign(each)
        total = sum(weights[edge] * count for edge, count in pooled.pairs.items())
        assert total == sum(each[edge] for edge in alone.pairs)
        assert pooled.possible == {(row_of[i], column_of[j]) for i, j in alone.possible}
        assert (pooled.exact, alone.exact) == (True, True)

    def test_what_is_too_much_is_taken_as_it_comes(self, monkeypatch):
        """Past so many steps each row takes the best column that is free, and the result says that it may not be the best."""
        monkeypatch.setattr(_assignment, "MOST_STEPS", 0)
        found = assign({(0, 0): 9, (0, 1): 8, (1, 0): 8, (2, 0): 3})
        assert (set(found.pairs), found.exact) == ({(0, 0)}, False)
        assert found.possible == {(0, 0)}
        assert assign({(0, 0): 9, (0, 1): 8}, [3], [1, 1]).pairs == {(0, 0): 1, (0, 1): 1}


def dice_of(one: str, other: str) -> int:
    return text_similarity(bag(one.split()), bag(other.split()))


WORDS = st.lists(st.sampled_from("the of alpha beta gamma delta".split()), min_size=1, max_size=6).map(" ".join)


class TestCandidates:
    @given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
    def test_texts_are_candidates_exactly_if_they_are_similar(self, rows, columns):
        """Texts are candidates if they share more than the threshold of their words, and no others are."""
        keys = [[Keys(texts={"text": bag(text.split())}) for text in each] for each in (rows, columns)]
        found = candidates(*keys, {"text": HALF})
        similar = [(i, j) for i, a in enumerate(rows) for j, b in enumerate(columns) if dice_of(a, b) > HALF]
        assert (found.pairs, found.complete) == (similar, True)

    def test_one_sign_is_enough(self):
        """Items that share a sign are candidates, whatever else they are; hints alone are no reason."""
        rows = [Keys(signs=frozenset("ab")), Keys(hints=frozenset("x"))]
        columns = [Keys(signs=frozenset("bc")), Keys(hints=frozenset("x"))]
        assert candidates(rows, columns).pairs == [(0, 0)]

    @pytest.mark.parametrize("swapped", [False, True])
    def test_of_too_many_the_most_promising_are_taken(self, monkeypatch, swapped):
        """Where more pairs are alike than are compared, those are taken that share what is rare, on either side."""
        monkeypatch.setattr(_candidates, "MOST_PAIRS", 1)
        size = 30
        rows = [Keys(signs=frozenset({"all", number})) for number in range(size)]
        columns = [Keys(signs=frozenset({"all", number // 2 + 20 if swapped else number})) for number in range(size)]
        found = candidates(rows, columns) if not swapped else candidates(columns, rows)
        assert not found.complete
        rare = {
            (i, j) for i, one in enumerate(rows) for j, other in enumerate(columns) if len(one.signs & other.signs) == 2
        }
        assert rare <= set(found.pairs if not swapped else [(j, i) for i, j in found.pairs])
        assert len(found.pairs) <= 2 * 8 * size

    def test_hints_tell_which_are_promising(self, monkeypatch):
        """Among pairs that are all alike, those are taken of which something else agrees."""
        monkeypatch.setattr(_candidates, "MOST_PAIRS", 1)
        keys = [Keys(signs=frozenset({"all"}), hints=frozenset({number})) for number in range(40)]
        assert {(number, number) for number in range(40)} <= set(candidates(keys, keys).pairs)

    def test_what_is_too_common_is_looked_up_nearby(self, monkeypatch):
        """Past so many steps a key that all share gives a few columns of each row; rare keys still give all."""
        monkeypatch.setattr(_candidates, "_MOST_STEPS", 100)
        size = 40
        keys = [Keys(signs=frozenset({"all", number % 20})) for number in range(size)]
        found = candidates(keys, keys)
        assert not found.complete
        assert {(i, j) for i in range(size) for j in range(size) if i % 20 == j % 20} <= set(found.pairs)
        assert len(found.pairs) < size * 12

    def test_small_words_are_left_out_for_nothing(self, monkeypatch):
        """Leaving out a word that is too small to make texts alike loses nothing, and one that is not may lose something."""
        monkeypatch.setattr(_candidates, "_MOST_STEPS", 200)
        texts = [f"of word{number:05}{number:05}" for number in range(30)]
        keys = [Keys(texts={"text": bag(text.split())}) for text in texts]
        found = candidates(keys, keys, {"text": HALF})
        assert (found.pairs, found.complete) == ([(number, number) for number in range(30)], True)
        long = [Keys(texts={"text": bag(f"whatsoever {number}".split())}) for number in range(30)]
        assert not candidates(long, long, {"text": HALF}).complete


class TestPairings:
    def test_items_make_room_however_many_they_are(self):
        """A chain of items that each have to make room for the one before is as long as it is."""
        size = 1_100
        rows = range(size)
        assert most_pairs([*rows[1:], 0], rows, lambda row, column: column in (row - 1, row)) == size

    @given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=5, max_size=5))
    def test_as_many_items_are_paired_as_can_be(self, fits):
        """As many items are paired as in the best order of one side."""
        most = max(sum(map(list.__getitem__, fits, order)) for order in itertools.permutations(range(5)))
        assert most_pairs(range(5), range(5), lambda row, column: fits[row][column]) == most


class TestCounterparts:
    def test_references_in_common(self):
        """References are paired with those that can mean the same, as many as can be; twins among them by number."""
        found = Counterparts()
        found.add("people", [["a"], ["b"], ["c", "d"], ["e"]], [["x"], ["y"], ["z"]], {(0, 0), (0, 1), (1, 1), (2, 2)})
        assert found.in_common(["b", "a"], ["x", "y"]) == found.in_common(["a", "b"], ["y", "x"]) == 2
        assert found.in_common(["b", "c"], ["x", "z"]) == found.in_common(["c", "d", "e"], ["z", "x"]) == 1
        assert found.in_common(["e"], ["x"]) == found.in_common(["b"], ["x"]) == 0
        assert found.in_common(["d"], ["z"]) == 1


class TestCircles:
    @given(st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=8, max_size=8))
    def test_circles_are_what_can_be_reached_both_ways(self, graph):
        """Two nodes are of one circle exactly if each can be reached from the other."""
        reached = {}
        for start in range(8):
            seen, waiting = {start}, [start]
            while waiting:
                waiting += (new := set(graph[waiting.pop()]) - seen)
                seen |= new
            reached[start] = seen
        found = circles(dict(enumerate(graph)))
        assert all((found[a] == found[b]) == (b in reached[a] and a in reached[b]) for a in range(8) for b in range(8))

    def test_a_long_circle(self):
        """A circle is found however long it is."""
        size = 3_000
        assert len(set(circles({n: [(n + 1) % size] for n in range(size)}).values())) == 1
