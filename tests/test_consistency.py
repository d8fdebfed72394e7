"""Rules between records: each found at its place, and nowhere else."""

from __future__ import annotations

import attrs
import pytest

import venezuela_news as vn
from venezuela_news._consistency import CHECKS
from venezuela_news._problems import RULES
from village import SOURCE, village


def at(document, pointer):
    for step in pointer.split("/")[1:]:
        document = document[int(step) if isinstance(document, list) else step]
    return document


def changed(pointer, value):
    """The village's document with one value changed."""
    document = vn.unstructure(village())
    parent, _, last = pointer.rpartition("/")
    holder = at(document, parent)
    holder[int(last) if isinstance(holder, list) else last] = value
    return document


CHANGES = {
    "duplicate": ("/figures/1/id", "crowd-size", "/figures/1/id", "duplicate-id"),
    "duplicate across kinds": ("/photos/0/id", "ann-gray", "/photos/0/id", "duplicate-id"),
    "dangling": ("/stances/1/holder", "councl", "/stances/1/holder", "dangling-reference"),
    "dangling in a nested record": (
        "/people/0/roles/0/organization",
        "x",
        "/people/0/roles/0/organization",
        "dangling-reference",
    ),
    "dangling in an anchor": ("/people/0/anchors/0/source", "x", "/people/0/anchors/0/source", "dangling-reference"),
    "dangling in a list": ("/statements/0/about", ["x"], "/statements/0/about/0", "dangling-reference"),
    "wrong kind": ("/stances/1/claim", "council", "/stances/1/claim", "wrong-reference"),
    "a country as an actor of a photo": ("/photos/0/credits", ["CL"], "/photos/0/credits/0", "wrong-reference"),
    "parents in a circle": ("/organizations/0/parent", "school", "/organizations/0", "cycle"),
    "its own parent": ("/organizations/0/parent", "council", "/organizations/0", "cycle"),
    "groups in a circle": ("/groups/0/members", ["valley"], "/groups/0", "cycle"),
    "places in a circle": ("/places/1/within", "village", "/places/0", "cycle"),
    "events within each other": ("/events/2/within", "meeting", "/events/1", "cycle"),
    "order in a circle": ("/statements/0/after", ["council-refuses"], "/statements/0", "cycle"),
    "its own rival": ("/claims/1/rivals", ["ferry-stays"], "/claims/1/rivals/0", "self-reference"),
    "rivals said twice": ("/claims/1/rivals", ["ferry-returns"], "/claims/1/rivals/0", "repeated-rival"),
    "a group without itself": ("/groups/1/excludes", ["valley"], "/groups/1/excludes/0", "self-reference"),
    "a member left out": ("/groups/1/excludes", ["PE", "CL"], "/groups/1/excludes/1", "excluded-member"),
    "no such paragraph": (
        "/people/0/anchors/0/paragraph",
        2,
        "/people/0/anchors/0/paragraph",
        "paragraph-out-of-range",
    ),
    "other words": ("/people/0/anchors/0/exact", "Ann Grey", "/people/0/anchors/0/exact", "span-mismatch"),
    "after what is later": ("/events/0/when", "2021", "/events/1/after/0", "order-contradiction"),
    "rivals favored": (
        "/stances/1",
        {"id": "valley-stays", "holder": "valley", "claim": "ferry-stays", "position": "favor"},
        "/stances/1",
        "favored-rivals",
    ),
    "positions opposed": (
        "/stances/1",
        {"id": "valley-against", "holder": "valley", "claim": "ferry-returns", "position": "against"},
        "/stances/1",
        "opposed-stances",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_one_mistake_is_one_problem_at_its_place(name):
    """A single mistake between records is reported once, where it was made."""
    pointer, value, place, rule = CHANGES[name]
    assert vn.check(village()) == ()
    assert [(problem.pointer, problem.rule) for problem in vn.check(changed(pointer, value))] == [(place, rule)]


def test_an_anchor_past_the_end_of_its_paragraph():
    """A span that its paragraph is too short for reads other words."""
    anchor = {"source": "paper", "paragraph": 1, "start": 100, "end": 102, "exact": "no"}
    (problem,) = vn.check(changed("/people/0/anchors", [anchor]))
    assert (problem.pointer, problem.rule) == ("/people/0/anchors/0/exact", "span-mismatch")
    assert problem.hint == "the words stand from 23 to 25"


def test_words_that_stand_nowhere_have_the_general_hint():
    """Where an anchor's words are not in the paragraph, the hint says how to find a span."""
    (problem,) = vn.check(changed("/people/0/anchors/0/exact", "Bob Gray"))
    assert problem.hint == "let Source.anchor(words) find the span"


@pytest.mark.parametrize("detached", [False, True])
def test_anchors_have_the_form_of_their_source(detached):
    """Words go with paragraphs, and with digests none do; anything else is reported at the key."""
    story = village()
    document = vn.unstructure(story.detach("paper") if detached else story)
    anchor = document["people"][0]["anchors"][0]
    if detached:
        anchor["exact"] = "Ann Gray"
    else:
        del anchor["exact"]
    (problem,) = vn.check(document)
    assert (problem.pointer, problem.rule) == ("/people/0/anchors/0/exact", "anchor-form")


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({}, 'write the words that stand there: "Ann Gray"'),
        ({"end": 999}, "let Source.anchor(words) make the anchor"),
        ({"paragraph": 999}, "let Source.anchor(words) make the anchor"),
    ],
)
def test_who_leaves_the_words_out_is_told_them(changes, hint):
    """Where an anchor into paragraphs lacks its words, the hint has those at its place."""
    document = vn.unstructure(village())
    anchor = document["people"][0]["anchors"][0]
    del anchor["exact"]
    anchor |= changes
    assert hint in [problem.hint for problem in vn.check(document) if problem.rule == "anchor-form"]


@pytest.mark.parametrize("exact", [5, "", ["Ann"], "A\nB"])
def test_words_that_are_there_and_wrong_do_not_lack(exact):
    """A faulty `exact` is one problem: it is not called absent as well, nor into digests one too many."""
    for story in (village(), village().detach("paper")):
        document = vn.unstructure(story)
        document["people"][0]["anchors"][0]["exact"] = exact
        (problem,) = vn.check(document)
        assert problem.pointer.startswith("/people/0/anchors/0/exact")
        assert problem.rule != "anchor-form"
    (problem,) = vn.check(changed("/people/0/anchors/0", {**anchor_of_ann(), "exakt": "Ann Gray"}))
    assert problem.rule == "unknown-key"


def anchor_of_ann():
    """The anchor of the village's first person, without its words."""
    anchor = dict(vn.unstructure(village())["people"][0]["anchors"][0])
    del anchor["exact"]
    return anchor


def test_a_detached_source_still_counts_its_paragraphs():
    """An anchor into digests names one of as many paragraphs as there are digests."""
    document = vn.unstructure(village().detach("paper"))
    document["people"][0]["anchors"][0]["paragraph"] = 2
    assert [problem.rule for problem in vn.check(document)] == ["paragraph-out-of-range"]


def test_an_attribution_is_of_one_source():
    """Anchors of one attribution in two sources are one problem, at the attribution."""
    document = vn.unstructure(village())
    document["sources"].append({"id": "radio", "language": "en", "paragraphs": ["Ann asked."]})
    document["statements"][0]["attributions"][0]["cue"] = [
        {"source": "radio", "paragraph": 0, "start": 4, "end": 9, "exact": "asked"}
    ]
    assert [(problem.pointer, problem.rule) for problem in vn.check(document)] == [
        ("/statements/0/attributions/0", "mixed-sources")
    ]


def test_a_dangling_reference_suggests_what_is_near():
    """The hint names ids of the right kind that are spelled alike, or says what kind is needed."""
    (near,) = vn.check(changed("/stances/1/holder", "councl"))
    assert near.hint == 'did you mean "council"?'
    (far,) = vn.check(changed("/stances/1/claim", "zzz"))
    assert far.hint == "write the id of: Claim"


def test_a_constructor_runs_the_rules_between_records():
    """A story built in Python breaks the same rules at the same paths."""
    story = village()
    with pytest.raises(vn.InvalidStory) as caught:
        attrs.evolve(story, countries=(), sources=(SOURCE, SOURCE))
    found = {(problem.pointer, problem.rule) for problem in caught.value.problems}
    assert ("/sources/1/id", "duplicate-id") in found
    assert ("/places/0/country", "dangling-reference") in found
    assert ("/groups/1/members/1", "dangling-reference") in found


def test_a_group_in_two_conflicts_is_told_once():
    """A conflict that members inherit from their group is one warning."""
    document = vn.unstructure(village())
    document["stances"] += [{"id": "again", "holder": "valley", "claim": "ferry-stays", "position": "favor"}]
    assert [problem.rule for problem in vn.check(document)] == ["favored-rivals"]


def test_the_table_names_rules_that_exist():
    """Every rule of the table of relations is in the rules table, and the table covers all of them."""
    named = {rule for entry in CHECKS for rule in entry.rules}
    assert named <= set(RULES)
    assert {rule for _, _, _, rule in CHANGES.values()} | {"anchor-form", "mixed-sources"} == named


def test_a_long_chain_is_no_circle():
    """Thousands of events in a row are followed without recursion."""
    events = tuple(
        vn.Event(id=f"e{n}", label="An event.", after=(f"e{n + 1}",) if n < 3000 else ()) for n in range(3001)
    )
    story = attrs.evolve(village(), events=(*village().events, *events))
    assert [event.id for event in story.timeline() if event.id.startswith("e")][:2] == ["e3000", "e2999"]
    broken = (*events[:-1], attrs.evolve(events[-1], after=("e0",)))
    with pytest.raises(vn.InvalidStory) as caught:
        attrs.evolve(story, events=(*village().events, *broken))
    assert [(problem.pointer, problem.rule) for problem in caught.value.problems] == [
        (f"/events/{len(village().events)}", "cycle")
    ]


def test_hints_are_given_while_they_cost_little():
    """A story with very many dangling references is told all of them, without a guess at each."""
    document = vn.unstructure(village())
    document["people"] += [{"id": f"person-{index}", "name": "P"} for index in range(300)]
    document["figures"][0]["about"] = [f"person-x{index}" for index in range(100)]
    hints = [problem.hint for problem in vn.check(document) if problem.rule == "dangling-reference"]
    assert len(hints) == 100
    assert hints[0].startswith("did you mean")
    assert hints[-1].startswith("write the id of")


def test_a_message_names_the_first_of_many():
    """A circle of many records is named by the first of them, so that the message stays short."""
    events = [{"id": f"e{index}", "label": "E", "after": [f"e{(index + 1) % 40}"]} for index in range(40)]
    document = {"schema_version": 1, "id": "s", "title": "S", "summary": "S", "language": "en", "as_of": "2020-01-01"}
    (problem,) = vn.check({**document, "events": events})
    assert (problem.path, problem.rule) == (("events", 0), "cycle")
    assert problem.message.startswith('"e0", "e1", "e2", "e3", "e4" and 35 more go round')
