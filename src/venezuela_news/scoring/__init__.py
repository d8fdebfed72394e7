"""Scoring: how close an extraction is to the gold story.

1. *Aligned.* Two records of one kind may be aligned if they are more than half alike. Records are assigned to each
   other so that the total likeness is the greatest there is (Kuhn-Munkres), each to one at most. Ids and order say
   nothing, the codes of countries excepted.
2. *Ties.* Among assignments of the same total likeness the most pairs win; then the greater likeness of what records
   say in all their fields and of what they refer to; then the more stances in the same position; then the greater
   likeness of what refers to them, first by words, at last by what is around them three references far. Where still
   several are left, any of them gives the same figures.
3. *Figures.* An aligned pair is a match. Precision is matches over predicted records, recall matches over gold
   records, F1 twice the matches over both together. Precision is 1 where nothing was predicted, recall where there is
   nothing to find; a kind that is empty on both sides scores 1. ``overall`` counts all records together (micro),
   ``macro`` is the mean over the twelve kinds.
4. *Words* are folded (case, accents, marks, spaces). The likeness of two texts is Dice's coefficient of their words,
   each as heavy as it is long. The likeness of two names is 1 if they have the same words, else the share of words in
   both, and 3/4 at least if one has all of the other's words; of several names and aliases the best pair counts. Who
   has no name is compared by description.
5. *Places* in a text are told by the text of the paragraph, not by the source's id. The likeness of two places is
   Dice's coefficient of their code points, in the source in which it is best.
6. *References* are worth what the two records are called: names as in 4, the words of a label, text, gist or caption.
   Two sets of them are worth the mean of what each item has as its best in the other.
7. The likeness of two records:

   - people, organizations, places: their names, or the mean of names and places if that is more;
   - countries: 1 if they have the same code, else 0;
   - sources: the share of paragraphs in both; 1 if they have the same URL; 3/4 of their titles' likeness at least;
   - groups, events, figures, photos: the words of their labels, or the mean of the best two of words, places and
     particulars if that is more. Particulars are a group's members, what a photo depicts, a figure's bounds and unit,
     and an event's actors, targets, place, date and category (the mean of those that both tell, over three of them at
     least);
   - claims: three parts of words, one of what they are about, if both tell that;
   - statements: the best of the places of contents, the words of gists and the words of quotes; a quarter of it hangs
     on the speakers;
   - stances: the lesser of holder and claim. The position is no part of it: see 8.
8. *Position accuracy* is the number of aligned stances in the same position over the larger of the two numbers of
   stances.
9. *Attributions* are scored by spans, whatever was aligned before: two are compared if their contents share a code
   point. For the speaker, the cue and the content alike, the same spans earn 1 (strict), any others Dice's
   coefficient of their code points (overlap). A statement earns what its best attribution earns, so that a source
   that was not read costs nothing; counted are the statements in which the role is anchored at all.
10. *Lists.* A miss is a gold record without a partner, an invention a predicted one. A confusion is a field in which
    two aligned records differ: every field but aliases, what is worded freely (descriptions, labels, gists,
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
from venezuela_news.scoring._alignment import align, credit
from venezuela_news.scoring._card import Accuracy, Attributions, Card, Confusion, Match, Mean, Measure, Spans
from venezuela_news.scoring._reading import Reading
from venezuela_news.scoring._words import WHOLE

if TYPE_CHECKING:
    from venezuela_news._records import Record
    from venezuela_news._story import Story

__all__ = ["Accuracy", "Attributions", "Card", "Confusion", "Match", "Mean", "Measure", "Spans", "score"]


def score(predicted: Story, gold: Story) -> Card:
    """How close a predicted story is to the gold story.

    Args:
        predicted: The extraction.
        gold: What it should be.

    >>> import venezuela_news as vn
    >>> score(vn.story(), vn.story())
    <Card: F1 1.000, 0 misses, 0 inventions, 0 confusions>
    """
    found, wanted = Reading(predicted), Reading(gold)
    alignment = align(found, wanted)
    credits = credit(found, wanted)
    measures: dict[str, Measure] = {}
    matches: list[Match] = []
    misses: list[Record] = []
    inventions: list[Record] = []
    for kind in ARRAYS:
        pairs = alignment.pairs[kind]
        rows, columns = getattr(predicted, kind), getattr(gold, kind)
        measures[kind] = Measure(matched=len(pairs), predicted=len(rows), gold=len(columns))
        matches += (
            Match(kind=kind, predicted=pair.predicted, gold=pair.gold, similarity=pair.likeness / WHOLE)
            for pair in pairs
        )
        known, met = {pair.gold.id for pair in pairs}, {pair.predicted.id for pair in pairs}
        misses += (record for record in columns if record.id not in known)
        inventions += (record for record in rows if record.id not in met)
    confusions = [
        Confusion(match=match, field=field, predicted=one, gold=other)
        for match in matches
        for field, one, other in alignment.agreement.differences(match.predicted, match.gold)
    ]
    return Card(
        **measures,
        positions=Accuracy(
            correct=sum(
                match.kind == "stances"
                and getattr(match.predicted, "position", 0) is getattr(match.gold, "position", 1)
                for match in matches
            ),
            total=max(len(predicted.stances), len(gold.stances)),
        ),
        attributions=Attributions(
            **{
                role: Spans(strict=_earned(*credits[role, True]), overlap=_earned(*credits[role, False]))
                for role in ("speaker", "cue", "content")
            }
        ),
        matches=tuple(matches),
        misses=tuple(misses),
        inventions=tuple(inventions),
        confusions=tuple(confusions),
    )


def _earned(total: int, predicted: int, gold: int) -> Measure:
    return Measure(matched=total / WHOLE, predicted=predicted, gold=gold)
