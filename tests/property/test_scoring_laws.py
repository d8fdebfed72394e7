"""Laws of scoring, over drawn stories."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import village
from laws import examples
from scored import SEEDS, damages, disguised, leaves, pairs, strangers, told_apart, with_damage, without
from venezuela_news import scoring, strategies
from venezuela_news._records import ARRAYS
from venezuela_news.scoring import score
from venezuela_news.scoring._alignment import ORDER, align
from venezuela_news.scoring._candidates import candidates
from venezuela_news.scoring._coefficients import HALF, SCALE, bag, text_similarity
from venezuela_news.scoring._features import StoryFeatures
from venezuela_news.scoring._keys import THRESHOLDS
from venezuela_news.scoring._names import misspellings, name_similarity
from venezuela_news.scoring._similarity import Similarity
from venezuela_news.scoring._words import words_of


def noted(card: scoring.Card) -> tuple[Any, ...]:
    """Everything on a card that is no id."""
    lists = (card.matches, card.opposed, card.misses, card.inventions, card.confusions, card.unread)
    similarities = sorted((match.kind, match.similarity) for match in card.matches)
    fields = sorted((confusion.match.kind, confusion.field) for confusion in card.confusions)
    return card.scores(), card.position_matrix, [len(each) for each in lists], similarities, fields


def test_every_kind_is_aligned():
    """Each array is aligned once."""
    assert sorted(ORDER) == sorted(ARRAYS)


@given(strategies.stories())
def test_a_story_scores_one_against_itself(story):
    """Every figure of a story against itself is exactly 1, and nothing is missed, invented or confused."""
    card = score(story, story)
    assert set(card.scores().values()) == {1.0}
    assert (card.misses, card.inventions, card.confusions, card.opposed, card.unread) == ((), (), (), (), ())
    assert {match.similarity for match in card.matches} <= {1.0}
    assert card.exact


@examples(1 / 2)
@given(strategies.stories(), SEEDS)
def test_a_disguised_story_scores_one(story, seed):
    """A story whose records have other ids and another order scores 1, and nothing is confused."""
    card = score(disguised(story, seed), story)
    assert set(card.scores().values()) == {1.0}
    assert card.confusions == ()


@examples(1 / 2)
@given(pairs(), SEEDS, SEEDS)
def test_ids_and_order_say_nothing(pair, seed, other):
    """Other ids and another order, on either side, change no figure, no list's length and no confusion."""
    predicted, gold = pair
    assert noted(score(disguised(predicted, seed), disguised(gold, other))) == noted(score(predicted, gold))


@given(pairs())
def test_figures_are_shares(pair):
    """Every figure is between 0 and 1, and the lists add up to the counts."""
    predicted, gold = pair
    card = score(predicted, gold)
    assert all(0 <= value <= 1 for value in card.scores().values())
    assert len(card.matches) == card.overall.matched
    aligned = len(card.matches) + len(card.opposed)
    assert aligned + len(card.misses) == card.overall.gold
    assert aligned + len(card.inventions) == card.overall.predicted
    assert all(0.5 < match.similarity <= 1 for match in card.matches)
    assert all(type(match.predicted) is type(match.gold) is ARRAYS[match.kind] for match in card.matches)
    assert sum(map(sum, (row.values() for row in card.position_matrix.values()))) == sum(
        len([each for each in lists if each.kind == "stances"])
        for lists in (card.matches, card.misses, card.inventions)
    )


@given(pairs())
def test_the_facts_are_those_of_all_fields(pair):
    """The facts of all fields add up to the facts of the headline, and what is right is no more than either side has."""
    card = score(*pair)
    for name in ("matched", "predicted", "gold"):
        assert sum(getattr(field.facts, name) for field in card.fields.values()) == getattr(card.facts, name)
    for field in card.fields.values():
        assert field.correct <= field.aligned <= max(field.total, field.aligned)
        assert field.correct <= min(field.predicted, field.gold)
        assert field.facts.matched <= min(field.facts.predicted, field.facts.gold)


@examples(1 / 2)
@given(pairs())
def test_swapping_swaps_precision_and_recall(pair):
    """The gold against the predicted has precision for recall, and the same F1, accuracy and lists, if all was read."""
    predicted, gold = pair
    card, swapped = score(predicted, gold), score(gold, predicted)
    if card.unread or swapped.unread:
        return
    exchange = {"precision": "recall", "recall": "precision"}
    twins = swapped.scores()
    for name, value in card.scores().items():
        front, _, figure = name.rpartition(".")
        twin = ".".join(filter(None, (front, exchange.get(figure, figure))))
        assert twins[twin] == pytest.approx(value, abs=1e-12), name
    assert len(card.misses) == len(swapped.inventions)
    assert len(card.confusions) == len(swapped.confusions)


@examples(1 / 2)
@given(pairs(), st.lists(st.sampled_from(list(ARRAYS)), min_size=1, unique=True))
def test_a_stranger_raises_no_figure(pair, kinds):
    """Records without a name, word or reference of the gold, added to what was predicted, raise no figure."""
    predicted, gold = pair
    before = score(predicted, gold).scores()
    if any(kind not in ("countries", "sources") for kind in kinds):
        kinds = list(ARRAYS)  # they refer to each other
    added = strangers(predicted, gold)
    worse = attrs.evolve(predicted, **{kind: (*getattr(predicted, kind), added[kind]) for kind in kinds})
    card = score(worse, gold)
    assert {name: value for name, value in card.scores().items() if value > before[name]} == {}
    assert not {added[kind].id for kind in kinds} - {each.record.id for each in card.inventions}


@examples(1 / 2)
@given(pairs(), SEEDS)
def test_leaving_out_never_raises_recall(pair, seed):
    """A record to which nothing refers, taken out of what was predicted, raises no recall of its kind."""
    predicted, gold = pair
    found = [leaf for leaf in leaves(predicted) if leaf[0] != "sources"]  # a source that is not read is not missed
    if not found:
        return
    array, index = random.Random(seed).choice(found)
    before, after = score(predicted, gold), score(without(predicted, array, index), gold)
    assert after.kinds[array].recall <= before.kinds[array].recall
    assert len(after.misses) >= len(before.misses)


@given(strategies.stories(), st.data())
def test_each_damage_lowers_its_figure_and_the_headline(story, data):
    """Where no records can be exchanged, one wrong or dropped value lowers its field's figures, and the headline."""
    gold = told_apart(story)
    found = list(damages(gold))
    if not found:
        return
    array, field, how, index = data.draw(st.sampled_from(found))
    predicted = with_damage(gold, array, field, how, index)
    if predicted is None or predicted == gold:
        return
    card = score(predicted, gold)
    assert card.fields[f"{array}.{field}"].facts.f1 < 1
    assert card.fields[f"{array}.{field}"].accuracy < 1
    assert card.headline["facts.f1"] < 1


def test_each_damage_of_the_village_lowers_its_figure_and_the_headline():
    """In a story that has nearly every field, each damage lowers the figure that is named after it, and the headline."""
    gold = told_apart(village.village())
    fields = set()
    for array, field, how, index in damages(gold):
        predicted = with_damage(gold, array, field, how, index)
        if predicted is None or predicted == gold:
            continue
        card = score(predicted, gold)
        assert card.fields[f"{array}.{field}"].facts.f1 < 1, (array, field, how)
        assert card.headline["facts.f1"] < 1, (array, field, how)
        fields.add(f"{array}.{field}")
    assert fields >= {
        *("statements.speakers", "statements.act", "statements.said", "statements.quotes", "statements.attributions"),
        *("stances.position", "stances.evidence", "figures.low", "figures.high", "people.age", "people.roles"),
        *("groups.members", "groups.excludes", "organizations.kind", "events.when", "events.category", "events.status"),
    }


@given(pairs())
def test_similarity_is_symmetrical(pair):
    """A record is as similar to another as the other is to it, and wholly similar to itself."""
    one, other = map(StoryFeatures, pair)
    there, back, with_itself = Similarity(one, other), Similarity(other, one), Similarity(one, one)
    for kind in ARRAYS:
        for record in getattr(one.story, kind):
            assert with_itself(record, record) == SCALE
            for second in getattr(other.story, kind):
                assert there(record, second) == back(second, record) <= SCALE


@given(pairs())
def test_what_is_no_candidate_is_not_alike(pair):
    """Records that share no key are at most half similar, after everything that they refer to has been aligned."""
    one, other = map(StoryFeatures, pair)
    alignment = align(one, other)
    for kind in ARRAYS:
        rows, columns = getattr(one.story, kind), getattr(other.story, kind)
        keys = [[alignment.keys(side, record) for record in records] for side, records in enumerate((rows, columns))]
        found = candidates(*keys, THRESHOLDS)
        assert found.complete
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                assert (i, j) in found.pairs or alignment.similarity(row, column) <= HALF


@given(strategies.texts(), strategies.texts())
def test_words_are_similar_in_both_directions(one, other):
    """A text is wholly similar to itself, and two texts are as similar in either direction."""
    first, second = words_of(one), words_of(other)
    for compare, reading in ((text_similarity, bag), (name_similarity, tuple)):
        assert compare(reading(first), reading(first)) == SCALE
        assert 0 <= compare(reading(first), reading(second)) == compare(reading(second), reading(first)) <= SCALE


NAMES = st.lists(st.text("abcé", min_size=1, max_size=9), min_size=1, max_size=4)


@given(NAMES, NAMES)
def test_names_are_similar_in_both_directions(one, other):
    """Names are as similar in either direction, whatever slips and initials are in them."""
    assert name_similarity(one, other) == name_similarity(other, one)
    assert name_similarity(one, one) == SCALE


@given(
    st.text("abcdefgh", min_size=5, max_size=12), st.integers(0, 11), st.sampled_from(["drop", "add", "swap", "change"])
)
def test_a_slip_leaves_a_trace(word, at, how):
    """A name with one letter dropped, added, changed or swapped is alike, and shares a misspelling with the right one."""
    at %= len(word) - 1
    slip = {
        "drop": word[:at] + word[at + 1 :],
        "add": word[:at] + "x" + word[at:],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "change": word[:at] + "x" + word[at + 1 :],
    }[how]
    if len(slip) >= 5:
        assert name_similarity([word], [slip]) >= HALF
        assert misspellings(word) & misspellings(slip)
