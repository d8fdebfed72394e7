"""Scoring: how close an extraction is to the gold story.

1. *Aligned.* Two records of one kind may be aligned if they are more than half similar. Records are assigned to each
   other so that the total similarity is the greatest there is (Kuhn-Munkres), each to one at most. Ids and order say
   nothing, the codes of countries excepted. Kinds that others refer to come first, and a reference is then worth what
   was aligned: 1 if the two records stand for each other, 0 if each stands for another.
2. *Ties.* Among assignments of the same total similarity the most pairs win; then the greater similarity of what
   records say in all their fields and of what they refer to; then the more stances in the same position; then the
   greater similarity of what refers to them, first by words, at last by what is around them three references far.
   Of what is left, the assignment with the most agreeing facts is taken.
3. *Records.* An aligned pair is a match. Precision is matches over predicted records, recall matches over gold
   records, F1 twice the matches over both together. Precision is 1 where nothing was predicted, recall where there is
   nothing to find. ``overall`` counts all records together (micro). ``macro`` is the mean over kinds: those that are
   empty on both sides count in no mean, and a kind of which nothing is right is 0 in each.
4. *Facts.* A fact is what a field says: one for a value, one for each reference, one for each value inside a role or a
   quotation, one for an attribution's mode. What a document leaves out because it goes without saying is no fact.
   References agree if their records stand for each other, values if they are equal, texts if they have the same words,
   names if one is among the other's names and aliases. What is worded freely (descriptions, labels, gists, conditions,
   captions, the text of claims) agrees if both tell it. Ids, aliases and ``same_as`` are no facts; anchors are spans.
   Facts of records without a partner agree with nothing.
5. *Fields.* A field of an aligned pair is correct if all its facts agree. ``accuracy`` is over all: the larger of the
   numbers of records that tell it, predicted and gold. ``of_aligned`` is over aligned pairs in which either does.
   ``speakers`` and ``positions`` are two of these; that nobody is credited is an answer like others.
6. *Negation.* Of claims, gists and events' labels that share more than half of their words, one may deny what the other
   says. Such a pair is a confusion, and no match. On the negation of a claim, favor and against change places.
7. *Reading.* A gold source that the predicted story does not have was not read, unless it has none of them. What stands
   in unread sources alone is not missed, be it a record, a reference to one or an attribution.
8. *Spans.* Attributions are scored whatever was aligned: two are compared if their contents share a code point. For
   the speaker, the cue and the content each, the same spans earn 1 (``strict``); by ``overlap`` a predicted span earns
   for precision the share of it that is covered, a gold span the same for recall. A statement earns what its best
   attribution earns; counted are the statements in which the role is anchored at all. ``anchors`` are the spans of
   aligned records' other anchors, counted in the same two ways.
9. *Lists.* A miss is a gold record without a partner, an invention a predicted one; each shows the nearest record of the
   other story, and those without a partner by which it is told. A confusion is a field that is not correct.
10. *Similarity.* Words are folded (case, accents, marks, spaces). The similarity of two texts is Dice's coefficient of
    their words, each as heavy as it is long. Places in a text are told by what the paragraph says; their similarity is
    Dice's coefficient of code points, and 6/10 at least if one contains the other, in the source in which it is best.
    Names are compared word by word: a slip (one letter, or two in words of eight letters or more) makes a word 9/10, an
    initial 8/10; over all words of both (Jaccard), and 3/4 at least if one name stands whole in the other. Titles before
    people's names are left out. Sets of references are worth the mean of what each item has as its best in the other.

    - people, organizations, groups, places, works and events that have a URL in common (``same_as``): 1;
    - people, organizations, places: the best pair of names and aliases, or the mean of that and places if that is more;
      who has no name is compared by description;
    - countries: 1 if they have the same code, else 0;
    - sources: the share of paragraphs in both; 1 if they have the same URL; 3/4 of their titles' similarity at least;
    - groups, works, events, figures, photos: the words of their labels (or a work's title, as a name), or the mean of
      the best two of words, places and particulars if that is more. Particulars are a group's members, what a photo
      depicts, a figure's bounds and unit; an event's actors, targets, place, date, category and status (unless both
      occurred); a work's creators, country, kind and date (of these the mean of those that both tell, over three of
      them at least);
    - claims: three parts of words, one of what they are about, if both tell that;
    - statements: the best of the places of contents, the words of gists and the words of quotes; a quarter of it hangs
      on the speakers, who are the same where both have none;
    - stances: the lesser of holder and claim; the position is no part of it.
11. *Size.* Records that are all the same are one record of some number. Pairs that share no key (a word, a name or its
    misspelling, a place) are at most half similar, and are not compared. Of a kind 40,000 pairs are compared in any case
    (200 records with 200), and an assignment is improved for five million steps; past that the most promising pairs are
    compared, those that are left take the best that is free, and ``exact`` is false.

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
