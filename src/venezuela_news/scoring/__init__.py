"""Scoring: how close an extraction is to the gold story.

1. *Aligned.* Two records of one kind may be aligned if they are more than half similar. Records are assigned to each
   other so that the total similarity is the greatest there is (Kuhn-Munkres), each to one at most. Ids and order say
   nothing, the codes of countries excepted.
2. *Ties.* Among assignments of the same total similarity the most pairs win; then the greater similarity of what
   records say in all their fields and of what they refer to; then the more stances in the same position; then the
   greater similarity of what refers to them, first by words, at last by what is around them three references far.
   Where still several are left, any of them gives the same figures.
3. *Figures.* An aligned pair is a match. Precision is matches over predicted records, recall matches over gold
   records, F1 twice the matches over both together. Precision is 1 where nothing was predicted, recall where there is
   nothing to find; a kind that is empty on both sides scores 1. ``overall`` counts all records together (micro),
   ``macro`` is the mean over the thirteen kinds.
4. *Words* are folded (case, accents, marks, spaces). The similarity of two texts is Dice's coefficient of their words,
   each as heavy as it is long. The similarity of two names is 1 if they have the same words, else the share of words in
   both, and 3/4 at least if one has all of the other's words; of several names and aliases the best pair counts. Who
   has no name is compared by description.
5. *Places* in a text are told by the text of the paragraph, not by the source's id. The similarity of two places is
   Dice's coefficient of their code points, in the source in which it is best.
6. *References* are worth what the two records are called: names as in 4, the words of a label, text, gist or caption.
   Two sets of them are worth the mean of what each item has as its best in the other.
7. The similarity of two records:

   - people, organizations, groups, places, works and events that have a URL in common (``same_as``): 1;
   - people, organizations, places: their names, or the mean of names and places if that is more;
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
   - stances: the lesser of holder and claim. The position is no part of it: see 8.
8. *Position accuracy* is the number of aligned stances in the same position over the larger of the two numbers of
   stances.
9. *Attributions* are scored by spans, whatever was aligned before: two are compared if their contents share a code
   point. For the speaker, the cue and the content each, the same spans earn 1 (strict), any others Dice's
   coefficient of their code points (overlap). A statement earns what its best attribution earns, so that a source
   that was not read costs nothing; counted are the statements in which the role is anchored at all.
10. *Lists.* A miss is a gold record without a partner, an invention a predicted one. A confusion is a field in which
    two aligned records differ: every field but aliases, ``same_as``, what is worded freely (descriptions, labels, gists,
    conditions, captions, the text of claims) and what is anchored. References agree if the records that they mean can
    be aligned.

>>> import attrs
>>> import venezuela_news as vn
>>> gold = vn.story()
>>> card = vn.scoring.score(attrs.evolve(gold, stances=gold.stances[1:]), gold)
>>> card.stances.precision, card.stances.recall < 1, card.statements.f1
(1.0, True, 1.0)
>>> card.misses == gold.stances[:1]
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venezuela_news._records import ARRAYS
from venezuela_news._story import Story, expect_story
from venezuela_news.scoring._alignment import align, is_same_position
from venezuela_news.scoring._attributions import attribution_scores
from venezuela_news.scoring._card import Card, Confusion, Match
from venezuela_news.scoring._coefficients import SCALE
from venezuela_news.scoring._features import StoryFeatures
from venezuela_news.scoring._measures import Accuracy, AttributionScores, Mean, Measure, Spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from venezuela_news._records import Record
    from venezuela_news.scoring._alignment import Alignment

__all__ = ["Accuracy", "AttributionScores", "Card", "Confusion", "Match", "Mean", "Measure", "Spans", "score"]


def score(predicted: Story, gold: Story) -> Card:
    """Score a predicted story against the gold story.

    Args:
        predicted: The extraction.
        gold: What it should be.

    Raises:
        TypeError: One of the two is no story.

    >>> import venezuela_news as vn
    >>> score(vn.story(), vn.story())
    <Card: F1 1.000, 0 misses, 0 inventions, 0 confusions>
    """
    expect_story(predicted, "predicted")
    expect_story(gold, "gold")
    rows, columns = StoryFeatures(predicted), StoryFeatures(gold)
    alignment = align(rows, columns)
    matches = _matches(alignment)
    aligned = {match.predicted.id for match in matches}, {match.gold.id for match in matches}
    measures = {
        kind: Measure(matched=len(pairs), predicted=len(getattr(predicted, kind)), gold=len(getattr(gold, kind)))
        for kind, pairs in alignment.pairs.items()
    }
    return Card(
        **measures,
        positions=_position_accuracy(matches, predicted, gold),
        attributions=attribution_scores(rows, columns),
        matches=matches,
        misses=_left_over(gold, aligned[1]),
        inventions=_left_over(predicted, aligned[0]),
        confusions=_confusions(matches, alignment),
    )


def _matches(alignment: Alignment) -> tuple[Match, ...]:
    return tuple(
        Match(kind=kind, predicted=pair.predicted, gold=pair.gold, similarity=pair.similarity / SCALE)
        for kind, pairs in alignment.pairs.items()
        for pair in pairs
    )


def _left_over(story: Story, aligned: set[str]) -> tuple[Record, ...]:
    return tuple(record for kind in ARRAYS for record in getattr(story, kind) if record.id not in aligned)


def _position_accuracy(matches: Sequence[Match], predicted: Story, gold: Story) -> Accuracy:
    return Accuracy(
        correct=sum(is_same_position(match.predicted, match.gold) for match in matches),
        total=max(len(predicted.stances), len(gold.stances)),
    )


def _confusions(matches: Sequence[Match], alignment: Alignment) -> tuple[Confusion, ...]:
    return tuple(
        Confusion(match=match, field=field, predicted=one, gold=other)
        for match in matches
        for field, one, other in alignment.comparison.differences(match.predicted, match.gold)
    )
