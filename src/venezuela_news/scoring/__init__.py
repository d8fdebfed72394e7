"""Scoring: how close an extraction is to the gold story.

>>> import attrs
>>> import venezuela_news as vn
>>> gold = vn.story()
>>> card = vn.scoring.score(attrs.evolve(gold, stances=gold.stances[1:]), gold)
>>> card.stances.precision, card.stances.recall < 1, card.statements.f1
(1.0, True, 1.0)
>>> [miss.record for miss in card.misses] == [gold.stances[0]]
True
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeAlias, cast

from venezuela_news._arguments import expect, is_one_of, wrong_argument
from venezuela_news._records import ARRAYS
from venezuela_news._story import Story, expect_story
from venezuela_news.scoring._card import Card, Confusion, Match, Unmatched
from venezuela_news.scoring._corpus import CorpusCard, Difference, DocumentScores, Estimate, compare
from venezuela_news.scoring._measures import AttributionScores, FieldScore, Mean, Measure, Spans
from venezuela_news.scoring._scorer import scored
from venezuela_news.scoring._scores import Scores

__all__ = [
    "AttributionScores",
    "Card",
    "Confusion",
    "CorpusCard",
    "Difference",
    "DocumentScores",
    "Estimate",
    "FieldScore",
    "Match",
    "Mean",
    "Measure",
    "Scores",
    "Spans",
    "TextSimilarity",
    "Unmatched",
    "compare",
    "score",
    "score_all",
]

TextSimilarity: TypeAlias = Callable[[str, str], float]
"""A similarity of two texts: the same in both directions, from 0 to 1, above 0.5 where they may say the same."""


def score(
    predicted: Story,
    gold: Story,
    *,
    kinds: Iterable[str] | None = None,
    sources: Iterable[str] | None = None,
    similarity: TextSimilarity | None = None,
) -> Card:
    """Score a predicted story against the gold story.

    Args:
        predicted: The extraction.
        gold: What it should be.
        kinds: The arrays whose records count, such as ``["statements", "stances"]``; all, if not given.
        sources: The ids of gold sources: what stands in no other counts. All that were read, if not given.
        similarity: A similarity of two texts, such as that of their embeddings, for that of their words.

    Raises:
        TypeError: An argument is of another type.
        ValueError: There is no such kind or source.

    >>> import venezuela_news as vn
    >>> score(vn.story(), vn.story()).headline
    {'overall.f1': 1.0, 'facts.f1': 1.0, 'speakers.accuracy': 1.0, 'positions.accuracy': 1.0}
    """
    expect_story(predicted, "predicted")
    expect_story(gold, "gold")
    asked = _names(sources, "sources")
    known = {source.id for source in gold.sources}
    _expect_known(asked, known, "sources", "the id of a source of the gold story")
    return scored(predicted, gold, _kinds(kinds), asked, _expect_similarity(similarity))


def score_all(
    pairs: Iterable[tuple[Story, Story]],
    *,
    kinds: Iterable[str] | None = None,
    sources: Iterable[str] | None = None,
    similarity: TextSimilarity | None = None,
) -> CorpusCard:
    """Score many predicted stories, each against its gold story, one after the other: no story is kept.

    Args:
        pairs: Predicted and gold stories, in pairs.
        kinds: The arrays whose records count; all, if not given.
        sources: The ids of gold sources: what stands in no other counts. Each must be in one gold story at least.
        similarity: A similarity of two texts, for that of their words.

    Raises:
        TypeError: An argument is of another type.
        ValueError: There is no such kind or source.

    >>> import venezuela_news as vn
    >>> card = score_all((vn.story(), vn.story()) for _ in range(2))
    >>> card.facts.f1, card.over_documents.f1, card.interval("facts.f1").low
    (1.0, 1.0, 1.0)
    """
    expect(pairs, Iterable, "pairs", "an iterable of pairs: (predicted, gold)")
    scope, asked = _kinds(kinds), _names(sources, "sources")
    _expect_similarity(similarity)
    seen: set[str] = set()
    documents: list[DocumentScores] = []
    for index, pair in enumerate(pairs):
        if not isinstance(cast("Any", pair), tuple | list) or len(pair) != 2:
            raise wrong_argument(f"pairs[{index}]", pair, "a pair: (predicted, gold)")
        for number, story in enumerate(pair):
            expect_story(story, f"pairs[{index}][{number}]")
        predicted, gold = pair
        seen.update(source.id for source in gold.sources)
        documents += scored(predicted, gold, scope, asked, similarity).documents
    _expect_known(asked, seen, "sources", "the id of a source of a gold story")
    return CorpusCard.of(documents)


def _kinds(kinds: Iterable[str] | None) -> frozenset[str] | None:
    found = _names(kinds, "kinds")
    _expect_known(found, ARRAYS, "kinds", "the name of an array")
    return found


def _names(names: Iterable[str] | None, argument: str) -> frozenset[str] | None:
    """Read an argument that names several things."""
    if names is None:
        return None
    expect(names, Iterable, argument, "texts in a list, a tuple or a set")
    if is_one_of(names, str):
        raise wrong_argument(argument, names, "texts in a list, a tuple or a set", f"[{names!r}]")
    found = list(names)
    for index, name in enumerate(found):
        expect(name, str, f"{argument}[{index}]", "a text")
    return frozenset(found)


def _expect_known(names: Collection[str] | None, known: Collection[str], argument: str, wanted: str) -> None:
    unknown = sorted(set(names or ()) - set(known))
    if unknown:
        raise ValueError(f"the argument {argument!r} has {unknown[0]!r}; give {wanted}: {', '.join(sorted(known))}")


def _expect_similarity(similarity: TextSimilarity | None) -> TextSimilarity | None:
    if similarity is not None and not callable(similarity):
        raise wrong_argument("similarity", similarity, "a function of two texts")
    return similarity
