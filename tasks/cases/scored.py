"""Pairs of a predicted and a gold story, with figures of their score that the definitions fix without doubt.

1. The stories are small, and each pair is about one thing. Names, labels and gists that are not meant to be alike share
   no word, so that no threshold decides.
2. Figures are worked out by hand, as fractions, from `docs/explanation/scoring.md`; the library is never asked. A figure
   that is not given is not known here, which does not say that it is 0 or 1.
"""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any, NamedTuple

Record = dict[str, Any]

#: The one text of the stories. Its parts are where the statements of the pairs stand.
LINES = (
    "Ann Gray told the council that the crossing reopens in spring.",
    "Fish prices have doubled since January, Benjamin Low answered.",
    "Somebody heard that wolves came down from the hills.",
)


class Row(NamedTuple):
    """A pair: what is so, both stories, and the figures."""

    description: str
    predicted: dict[str, Any]
    gold: dict[str, Any]
    figures: dict[str, Fraction]


def story(**arrays: list[Record]) -> dict[str, Any]:
    """A document with some arrays."""
    head = {"schema_version": 1, "id": "crossing", "title": "The crossing", "summary": "A made-up story."}
    order = (
        "sources", "people", "organizations", "countries", "groups", "places", "works", "claims", "statements",
        "stances", "events", "figures", "photos",
    )  # fmt: skip
    kept = {array: copy.deepcopy(arrays[array]) for array in order if arrays.get(array)}
    return {**head, "language": "en", "as_of": "2020-03-01", **kept}


def anchor(line: int, words: str) -> Record:
    """The anchor of words in a line of the note."""
    start = LINES[line].index(words)
    return {"source": "note", "paragraph": line, "start": start, "end": start + len(words), "exact": words}


def statement(id: str, speakers: list[str], gist: str, line: int, words: str, **more: Any) -> Record:
    """A statement that is credited once, in indirect speech."""
    credit = {"mode": "indirect", "content": [anchor(line, words)]}
    given = {"speakers": speakers} if speakers else {}
    order = {"act": more.pop("act", None), "gist": gist, **more, "attributions": [credit]}
    return {"id": id, **given, **{key: value for key, value in order.items() if value is not None}}


NOTE: Record = {"id": "note", "language": "en", "paragraphs": list(LINES)}
ANN: Record = {"id": "ann-gray", "name": "Ann Gray"}
BEN: Record = {"id": "ben-low", "name": "Benjamin Low"}
COUNCIL: Record = {"id": "council", "name": "Harbor Council", "kind": "legislature"}
OPEN: Record = {"id": "open", "text": "The crossing serves trucks.", "kind": "fact"}
CHEAP: Record = {"id": "cheap", "text": "Winter herring costs little.", "kind": "fact"}
CLOSURE: Record = {"id": "closure", "label": "A landslide blocks the pass", "when": "2020-01-10"}
WAITING: Record = {"id": "waiting", "label": "lorries in the queue", "low": 40, "high": 40, "unit": "lorry"}
ANN_ON_OPEN: Record = {"id": "ann-on-open", "holder": "ann-gray", "claim": "open", "position": "favor"}
BEN_ON_CHEAP: Record = {"id": "ben-on-cheap", "holder": "ben-low", "claim": "cheap", "position": "against"}


def reopening(*speakers: str, **more: Any) -> Record:
    """What Ann says, or whoever is credited with it."""
    return statement(
        "reopening", list(speakers), "Traffic resumes with the thaw.", 0, "the crossing reopens in spring", **more
    )


def prices(*speakers: str, **more: Any) -> Record:
    """What Benjamin says, or whoever is credited with it."""
    return statement(
        "prices", list(speakers), "Herring has become dear.", 1, "Fish prices have doubled since January", **more
    )


def rumor(*speakers: str) -> Record:
    """What nobody is credited with, unless somebody is."""
    return statement(
        "rumor", list(speakers), "Predators have left the mountains.", 2, "wolves came down from the hills"
    )


TWO = [reopening("ann-gray", act="assertive"), prices("ben-low", act="expressive")]


def village(**arrays: list[Record]) -> dict[str, Any]:
    """The whole of the small story: twelve records, or what is given instead of an array."""
    whole: dict[str, list[Record]] = {
        "sources": [NOTE],
        "people": [ANN, BEN],
        "organizations": [COUNCIL],
        "claims": [OPEN, CHEAP],
        "statements": TWO,
        "stances": [ANN_ON_OPEN, BEN_ON_CHEAP],
        "events": [CLOSURE],
        "figures": [WAITING],
    }
    return story(**{**whole, **arrays})


def said(*statements: Record) -> dict[str, Any]:
    """A story of two people and statements."""
    return story(sources=[NOTE], people=[ANN, BEN], statements=list(statements))


def held(*stances: Record) -> dict[str, Any]:
    """A story of two people, two claims and stances."""
    return story(people=[ANN, BEN], claims=[OPEN, CHEAP], stances=list(stances))


NAMES = {
    "note": "source-1", "ann-gray": "p1", "ben-low": "p2", "council": "o1", "open": "c1", "cheap": "c2", "reopening": "s1",
    "prices": "s2", "ann-on-open": "t1", "ben-on-cheap": "t2", "closure": "e1", "waiting": "f1",
}  # fmt: skip


def renamed(value: Any) -> Any:
    """The same with other ids."""
    if isinstance(value, dict):
        return {key: renamed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item) for item in value]
    return NAMES.get(value, value) if isinstance(value, str) else value


def turned(document: dict[str, Any]) -> dict[str, Any]:
    """The same with its arrays, and nothing in them, in the opposite order."""
    arrays = {key for key, value in document.items() if isinstance(value, list)}
    return {key: value[::-1] if key in arrays else value for key, value in document.items()}


def measure(name: str, precision: str, recall: str, f1: str) -> dict[str, Fraction]:
    """Precision, recall and F1 of a name."""
    return {f"{name}.precision": Fraction(precision), f"{name}.recall": Fraction(recall), f"{name}.f1": Fraction(f1)}


def counts(misses: int = 0, inventions: int = 0, confusions: int = 0) -> dict[str, Fraction]:
    """How long the three lists are."""
    found = {"misses": misses, "inventions": inventions, "confusions": confusions}
    return {name: Fraction(count) for name, count in found.items()}


def field(name: str, accuracy: str, of_aligned: str) -> dict[str, Fraction]:
    """The accuracies of a field, over all and over aligned records."""
    return {f"{name}.accuracy": Fraction(accuracy), f"{name}.of_aligned": Fraction(of_aligned)}


ALL = measure("overall", "1", "1", "1")
ONE = {
    **ALL, **measure("macro", "1", "1", "1"), **measure("facts", "1", "1", "1"),
    **field("speakers", "1", "1"), **field("positions", "1", "1"), **counts(),
}  # fmt: skip


def alone(array: str, predicted: list[Record], gold: list[Record]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two stories of one array."""
    return story(**{array: predicted}), story(**{array: gold})


LARES: Record = {"id": "lares", "name": "Israel Lares"}
LAREZ: Record = {"id": "larez", "name": "Israel Larez"}


def with_content(words: str) -> dict[str, Any]:
    """A story of one statement, whose content is some words of the first line."""
    return story(
        sources=[NOTE],
        people=[ANN],
        statements=[statement("reopening", ["ann-gray"], "Traffic resumes with the thaw.", 0, words)],
    )


_WIDE, _NARROW = "the crossing reopens in spring", "in spring"  # 30 and 9 code points
_SPANS = "attributions.content"


def _built() -> dict[str, Row]:
    crowd = {"id": "crowd", "label": "those at the gate"}
    twin = {"id": "twin", "name": "Ann Gray"}
    same = {"same_as": ["https://example.org/people/7"]}
    evidence = {**ANN_ON_OPEN, "evidence": ["reopening"]}
    beasts = {"id": "beasts", "label": "Wolves reach a farm"}
    second: Record = {"id": "second", "language": "en", "paragraphs": ["Carla Quint was there as well."]}
    carla: Record = {
        "id": "carla", "name": "Carla Quint",
        "anchors": [{"source": "second", "paragraph": 0, "start": 0, "end": 11, "exact": "Carla Quint"}],
    }  # fmt: skip
    ann_there = {**ANN, "anchors": [anchor(0, "Ann Gray")]}
    return {
        "equal": Row("the stories are equal", village(), village(), ONE),
        "renamed": Row("every id but the story's is another", renamed(village()), village(), ONE),
        "reordered": Row("the records come in the opposite order", turned(village()), village(), ONE),
        "renamed-and-reordered": Row("every id is another, and so is the order", turned(renamed(village())), village(), ONE),
        "both-empty": Row("neither story has a record", story(), story(), {**ALL, **counts()}),
        "nothing-predicted": Row(
            "nothing is predicted", story(), village(),
            {**measure("overall", "1", "0", "0"), "facts.f1": Fraction(0), "speakers.accuracy": Fraction(0),
             "positions.accuracy": Fraction(0), **counts(misses=12)},
        ),
        "nothing-to-find": Row(
            "the gold story has no record", village(), story(), {**measure("overall", "0", "1", "0"), **counts(inventions=12)}
        ),
        "wrong-speaker": Row(
            "one of two statements is credited to the wrong person",
            said(reopening("ben-low"), prices("ben-low")), said(reopening("ann-gray"), prices("ben-low")),
            {**ALL, **measure("statements", "1", "1", "1"), **field("speakers", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "swapped-speakers": Row(
            "two statements are each credited to the other's speaker",
            said(reopening("ben-low"), prices("ann-gray")), said(reopening("ann-gray"), prices("ben-low")),
            {**ALL, **measure("statements", "1", "1", "1"), **field("speakers", "0", "0"), **counts(confusions=2)},
        ),
        "lost-speaker": Row(
            "a statement that somebody made is credited to nobody",
            said(reopening(), prices("ben-low")), said(reopening("ann-gray"), prices("ben-low")),
            {**ALL, **field("speakers", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "credited-rumor": Row(
            "a rumor of nobody's is credited to somebody",
            said(rumor("ann-gray"), prices("ben-low")), said(rumor(), prices("ben-low")),
            {**ALL, **field("speakers", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "rumor": Row(
            "both stories credit the rumor to nobody",
            said(rumor(), prices("ben-low")), said(rumor(), prices("ben-low")), {**ALL, **field("speakers", "1", "1"), **counts()},
        ),
        "one-of-two-speakers": Row(
            "one of the two speakers of a statement is missing",
            said(reopening("ann-gray"), rumor()), said(reopening("ann-gray", "ben-low"), rumor()),
            {**ALL, **field("speakers", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "speakers-in-another-order": Row(
            "the two speakers of a statement come in another order",
            said(reopening("ben-low", "ann-gray")), said(reopening("ann-gray", "ben-low")),
            {**ALL, **field("speakers", "1", "1"), **counts()},
        ),
        "wrong-act": Row(
            "the act of one of two statements is another",
            said(reopening("ann-gray", act="directive"), TWO[1]), said(*TWO),
            {**ALL, **field("speakers", "1", "1"), **field("statements.act", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "missed-statement": Row(
            "one of two statements is missed", said(TWO[0]), said(*TWO),
            {**measure("overall", "1", "4/5", "8/9"), **measure("statements", "1", "1/2", "2/3"), **field("speakers", "1/2", "1"),
             **counts(misses=1)},
        ),
        "negated-gist": Row(
            "the gist of one of two statements is denied",
            said({**TWO[0], "gist": "Traffic does not resume with the thaw."}, TWO[1]),
            said({**TWO[0], "gist": "Traffic does resume with the thaw."}, TWO[1]),
            measure("statements", "1/2", "1/2", "1/2"),
        ),
        "missed-stance": Row(
            "one of two stances is missed", held(ANN_ON_OPEN), held(ANN_ON_OPEN, BEN_ON_CHEAP),
            {**measure("overall", "1", "5/6", "10/11"), **measure("stances", "1", "1/2", "2/3"), **field("positions", "1/2", "1"),
             **counts(misses=1)},
        ),
        "invented-stance": Row(
            "one of two predicted stances is nobody's", held(ANN_ON_OPEN, BEN_ON_CHEAP), held(ANN_ON_OPEN),
            {**measure("overall", "5/6", "1", "10/11"), **measure("stances", "1/2", "1", "2/3"), **field("positions", "1/2", "1"),
             **counts(inventions=1)},
        ),
        "wrong-position": Row(
            "the position of one of two stances is the opposite one",
            held({**ANN_ON_OPEN, "position": "against"}, BEN_ON_CHEAP), held(ANN_ON_OPEN, BEN_ON_CHEAP),
            {**ALL, **measure("stances", "1", "1", "1"), **field("positions", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "lost-evidence": Row(
            "a stance lacks the statement that shows it",
            village(stances=[ANN_ON_OPEN, BEN_ON_CHEAP]), village(stances=[evidence, BEN_ON_CHEAP]),
            {**ALL, **field("positions", "1", "1"), **field("stances.evidence", "0", "0"), **counts(confusions=1)},
        ),
        "negated-claim": Row(
            "one of two claims is denied",
            *alone("claims", [{**OPEN, "text": "The crossing does not serve heavy trucks."}, CHEAP],
                   [{**OPEN, "text": "The crossing does serve heavy trucks."}, CHEAP]),
            measure("claims", "1/2", "1/2", "1/2"),
        ),
        "slip-in-a-holder": Row(
            "the name of a stance's holder has one letter wrong",
            story(people=[LARES], claims=[OPEN], stances=[{**ANN_ON_OPEN, "holder": "lares"}]),
            story(people=[LAREZ], claims=[OPEN], stances=[{**ANN_ON_OPEN, "holder": "larez"}]),
            {**ALL, **measure("stances", "1", "1", "1"), **field("positions", "1", "1"), **field("people.name", "0", "0"),
             **counts(confusions=1)},
        ),
        "initial": Row(
            "a first name is an initial",
            *alone("people", [{"id": "a", "name": "L. Marwood"}], [{"id": "a", "name": "Leonel Marwood"}]),
            {**measure("people", "1", "1", "1"), "misses": Fraction(0), "inventions": Fraction(0)},
        ),
        "title": Row(
            "a title stands for a first name",
            *alone("people", [{"id": "a", "name": "Secretary Marwood"}], [{"id": "a", "name": "Leonel Marwood"}]),
            {**measure("people", "1", "1", "1"), "misses": Fraction(0), "inventions": Fraction(0)},
        ),
        "same-page": Row(
            "two names that share no word have a page in common",
            *alone("people", [{"id": "a", "name": "Nino", **same}], [{"id": "b", "name": "ნინო", **same}]),
            {**measure("people", "1", "1", "1"), "misses": Fraction(0), "inventions": Fraction(0)},
        ),
        "missed-person": Row(
            "one of two people is missed", *alone("people", [ANN], [ANN, BEN]),
            {**measure("overall", "1", "1/2", "2/3"), **measure("people", "1", "1/2", "2/3"), **counts(misses=1)},
        ),
        "person-twice": Row(
            "one person is predicted twice", *alone("people", [ANN, twin], [ANN]),
            {**measure("people", "1/2", "1", "2/3"), **counts(inventions=1)},
        ),
        "twins": Row(
            "two people who cannot be told apart are in both stories", *alone("people", [ANN, twin], [twin, ANN]), {**ALL, **counts()},
        ),
        "another-country": Row(
            "a country is taken for another",
            *alone("countries", [{"id": "DD", "name": "East Germany"}], [{"id": "SU", "name": "Soviet Union"}]),
            {"countries.precision": Fraction(0), "countries.recall": Fraction(0), "countries.f1": Fraction(0),
             **counts(misses=1, inventions=1)},
        ),
        "another-kind-of-body": Row(
            "the kind of a body is another", *alone("organizations", [{**COUNCIL, "kind": "party"}], [COUNCIL]),
            {**ALL, **field("organizations.kind", "0", "0"), **field("organizations.name", "1", "1"), **counts(confusions=1)},
        ),
        "wrong-member": Row(
            "the member of a group is another person",
            story(people=[ANN, BEN], groups=[{**crowd, "members": ["ben-low"]}]),
            story(people=[ANN, BEN], groups=[{**crowd, "members": ["ann-gray"]}]),
            {**ALL, **field("groups.members", "0", "0"), **counts(confusions=1)},
        ),
        "wrong-date": Row(
            "the date of an event is another", *alone("events", [{**CLOSURE, "when": "2020-01-11"}], [CLOSURE]),
            {**ALL, **field("events.when", "0", "0"), **counts(confusions=1)},
        ),
        "lost-date": Row(
            "the date of one of two events is missing",
            *alone("events", [{"id": "closure", "label": CLOSURE["label"]}, {**beasts, "when": "2020-02"}],
                   [CLOSURE, {**beasts, "when": "2020-02"}]),
            {**ALL, **field("events.when", "1/2", "1/2"), **counts(confusions=1)},
        ),
        "invented-event": Row(
            "one of two predicted events is in no story", *alone("events", [CLOSURE, beasts], [CLOSURE]),
            {**measure("events", "1/2", "1", "2/3"), **counts(inventions=1)},
        ),
        "wrong-bound": Row(
            "the upper bound of a figure is another", *alone("figures", [{**WAITING, "high": 50}], [WAITING]),
            {**ALL, **field("figures.high", "0", "0"), **field("figures.low", "1", "1"), **counts(confusions=1)},
        ),
        "same-content": Row(
            "a statement's content is anchored just where it stands", with_content(_WIDE), with_content(_WIDE),
            {**measure(f"{_SPANS}.strict", "1", "1", "1"), **measure(f"{_SPANS}.overlap", "1", "1", "1"), **counts()},
        ),
        "containing-content": Row(
            "a statement's content is anchored with words around it", with_content(_WIDE), with_content(_NARROW),
            {**ALL, **measure(f"{_SPANS}.strict", "0", "0", "0"), f"{_SPANS}.overlap.precision": Fraction(3, 10),
             f"{_SPANS}.overlap.recall": Fraction(1)},
        ),
        "contained-content": Row(
            "a part of a statement's content is anchored", with_content(_NARROW), with_content(_WIDE),
            {**ALL, **measure(f"{_SPANS}.strict", "0", "0", "0"), f"{_SPANS}.overlap.precision": Fraction(1),
             f"{_SPANS}.overlap.recall": Fraction(3, 10)},
        ),
        "macro": Row(
            "all people are right, and no place is",
            story(people=[ANN, BEN], places=[{"id": "x", "name": "Kelp Bay"}]),
            story(people=[ANN, BEN], places=[{"id": "x", "name": "Otter Rock"}]),
            {**measure("overall", "2/3", "2/3", "2/3"), **measure("macro", "1/2", "1/2", "1/2"), **counts(misses=1, inventions=1)},
        ),
        "unread-source": Row(
            "a person stands in a source that was not read",
            story(sources=[NOTE], people=[ann_there]), story(sources=[NOTE, second], people=[ann_there, carla]),
            {**measure("people", "1", "1", "1")},
        ),
    }  # fmt: skip


SCORED: dict[str, Row] = _built()
"""Every pair, by the name of its file."""
