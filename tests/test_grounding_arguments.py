"""Wrong arguments of the door's functions and values: refused by name, with what was given and what to write."""

from __future__ import annotations

import inspect
import pathlib
import re
from typing import get_type_hints

import pytest

import venezuela_news as vn
from venezuela_news import grounding
from venezuela_news.grounding import (
    AdoptedEntry,
    Adoption,
    AdoptionStatus,
    Edit,
    EditKind,
    Finding,
    Fold,
    Location,
    Omission,
    Outcome,
    ParagraphSpan,
    Report,
    Status,
    Target,
    Text,
    adopt,
    ground,
    locate,
)
from village import TEXT, village

STORY = village()
INDEX = Text(TEXT)
ENTRIES = [{"quote": "no", "who": "council"}]
PATH = pathlib.Path("story.json")


def edit(**changes: object) -> object:
    known = {
        "kind": EditKind.CHANGED,
        "quoted": "a",
        "found": "b",
        "start": 0,
        "end": 1,
        "number": 0,
        "negation": False,
    }
    return Edit(**(known | {"number": False} | changes))  # type: ignore[arg-type]


def finding(**changes: object) -> object:
    known = {"path": ("people", 0), "record": "ann", "target": Target.ANCHOR, "status": Status.VERIFIED}
    return Finding(**(known | changes))  # type: ignore[arg-type]


WRONG_TYPES = [
    (lambda: locate(None, "no"), "the argument 'text' is null (None); give a text or a Text"),
    (lambda: locate(PATH, "no"), "give a text or a Text: read it first: path.read_text()"),
    (lambda: locate(b"no", "no"), "the argument 'text' is a bytes; give a text or a Text: decode it first"),
    (lambda: locate(TEXT, None), "the argument 'quote' is null (None); give a text"),
    (lambda: locate(TEXT, b"no"), "the argument 'quote' is a bytes; give a text: decode it first: data.decode()"),
    (lambda: locate(TEXT, ["no"]), "the argument 'quote' is a list; give a text"),
    (lambda: locate("no", INDEX), "the argument 'quote' is a Text; give a text: the text comes first"),
    (lambda: locate(["no"], INDEX), "the argument 'text' is a list; give a text or a Text: the text comes first"),
    (lambda: locate(TEXT, "no", near="5"), "the argument 'near' is the text \"5\"; give a whole number: 5"),
    (lambda: locate(TEXT, "no", near=True), "the argument 'near' is the boolean true; give a whole number"),
    (lambda: locate(TEXT, "no", prefix=None), "the argument 'prefix' is null (None); give a text"),
    (lambda: locate(TEXT, "no", suffix=5), "the argument 'suffix' is the number 5; give a text"),
    (lambda: locate(TEXT, "no", folds="case"), 'the text "case"; give a collection of folds: [Fold.CASE]'),
    (lambda: locate(TEXT, "no", folds=Fold.DASHES), "give a collection of folds: [Fold.DASHES]"),
    (lambda: locate(TEXT, "no", folds="cases"), "give a collection of folds: [Fold.CASE]"),
    (lambda: locate(TEXT, "no", folds=None), "'folds' is null (None); give a collection of folds: [Fold.CASE], or"),
    (lambda: locate(TEXT, "no", folds=[1]), "the argument 'folds' is the number 1; give a collection of folds in"),
    (lambda: ground(STORY, TEXT), "give an object with a text for each id of a source: texts={'paper': text}"),
    (lambda: ground(STORY, INDEX), "the argument 'texts' is a Text; give an object"),
    (lambda: ground(STORY, PATH), "give an object with a text for each id of a source: texts={'paper': text}"),
    (lambda: ground(STORY, [TEXT]), "the argument 'texts' is a list; give an object"),
    (lambda: ground(STORY, {0: TEXT}), "'texts' is the number 0; give ids of sources as keys, such as 'paper'"),
    (lambda: ground(STORY, {"paper": None}), "is null (None); give a text or a Text"),
    (lambda: ground(STORY, {"paper": TEXT.encode()}), "give a text or a Text: decode it first: data.decode()"),
    (
        lambda: ground("story.json"),
        "the argument 'story' is the text \"story.json\"; give a Story: use vn.read(path)",
    ),
    (lambda: ground(None), "the argument 'story' is null (None); give a Story"),
    (lambda: ground({"paper": TEXT}, STORY), "the argument 'story' is an object; give a Story"),
    (lambda: adopt(INDEX, ENTRIES), "the argument 'extractions' is a Text; give a text in JSON, an object, or"),
    (lambda: adopt(INDEX, ENTRIES), "the extractions come first: adopt(extractions, text)"),
    (lambda: adopt(TEXT, ENTRIES), "the argument 'text' is a list; give a text or a Text: the extractions come"),
    (lambda: adopt(PATH, TEXT), "read it first: path.read_text()"),
    (lambda: adopt(STORY, TEXT), "the argument 'extractions' is a Story; give a text in JSON"),
    (lambda: adopt(dict, TEXT), "the argument 'extractions' is the class dict; give"),
    (lambda: adopt(print, TEXT), "the argument 'extractions' is a builtin_function_or_method; give"),
    (lambda: adopt(ENTRIES, None), "the argument 'text' is null (None); give a text or a Text"),
    (lambda: adopt(ENTRIES, TEXT, source=None), "the argument 'source' is null (None); give a text"),
    (lambda: adopt(ENTRIES, TEXT, as_of=2019), "the argument 'as_of' is the number 2019; give a text"),
    (
        lambda: ground(STORY).of(STORY.people[0]),
        "the argument 'record' is a Person; give a text: 'ann-gray', its id",
    ),
    (lambda: ground(STORY).of(5), "the argument 'record' is the number 5; give a text"),
    (
        lambda: ground(STORY).render("80"),
        "the argument 'width' is the text \"80\"; give a whole number of columns: 80",
    ),
    (lambda: ground(STORY).with_status(5), "the argument 'statuses' is the number 5; give one of 'verified', "),
    (lambda: ground(STORY).with_target(None), "the argument 'targets' is null (None); give one of 'anchor', "),
    (lambda: adopt([], TEXT).render(None), "the argument 'width' is null (None); give a whole number of columns"),
    (lambda: adopt([], TEXT).with_status(None), "the argument 'statuses' is null (None); give one of 'adopted', "),
    (lambda: Text(None), "the argument 'text' is null (None); give a text"),
    (lambda: Text(INDEX), "the argument 'text' is a Text; give a text"),
    (
        lambda: ParagraphSpan(paragraph=0, start=0, end="5"),
        "the argument 'end' is the text \"5\"; give a whole number",
    ),
    (lambda: edit(kind="changed"), "the argument 'kind' is the text \"changed\"; give an EditKind"),
    (lambda: edit(found=None), "the argument 'found' is null (None); give a text"),
    (lambda: edit(number=0), "the argument 'number' is the number 0; give True or False"),
    (lambda: Omission(text="a", start=0.5, end=1, number=False, negation=False), "'start' is the number 0.5; give"),
    (lambda: Location(outcome="found"), "the argument 'outcome' is the text \"found\"; give an Outcome"),
    (
        lambda: Location(outcome=Outcome.FOUND, spans=[(0, 1)]),
        "'spans' is a list; give a tuple, and a pair of start",
    ),
    (lambda: Location(outcome=Outcome.FOUND, spans=(0, 1)), "'spans[0]' is the number 0; give a pair of start and"),
    (lambda: finding(places=(0,)), "the argument 'places[0]' is the number 0; give a ParagraphSpan"),
    (lambda: finding(location="found"), "the argument 'location' is the text \"found\"; give a Location"),
    (
        lambda: finding(path="/people/0"),
        "the argument 'path' is the text \"/people/0\"; give a tuple, and a key or",
    ),
    (lambda: Report(story="ferry", findings=()), "the argument 'story' is the text \"ferry\"; give a Story"),
    (
        lambda: Adoption(story=STORY, entries=(1,)),
        "the argument 'entries[0]' is the number 1; give an AdoptedEntry",
    ),
    (lambda: AdoptedEntry(index=0, status="missing", given=1), "'status' is the text \"missing\"; give an Adopti"),
]


@pytest.mark.parametrize(("call", "message"), WRONG_TYPES, ids=[str(number) for number in range(len(WRONG_TYPES))])
def test_another_type_is_refused_by_name(call, message):
    """The error names the argument, what was given, and what to write."""
    with pytest.raises(TypeError, match=re.escape(message)):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: locate(TEXT, "no", folds=["cas"]),
            "the argument 'folds' holds 'cas', which is no fold; there are comp",
        ),
        (lambda: ground(STORY).with_status("fine"), "the argument 'statuses' is \"fine\"; give one of 'verified', "),
        (lambda: ground(STORY).with_target("thing"), "the argument 'targets' is \"thing\"; give one of 'anchor', "),
        (lambda: adopt([], TEXT).with_status("found"), "the argument 'statuses' is \"found\"; give one of 'adopted', "),
    ],
)
def test_another_word_is_refused_with_those_there_are(call, message):
    """A text where one of a few words belongs tells the few words."""
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


def test_a_story_without_sources_has_no_texts():
    """Where a story has no sources the hint names one by way of example."""
    story = vn.Story(id="a", title="A", summary="A.", language="en", as_of=vn.PartialDate("2020-03-02"))
    with pytest.raises(TypeError, match="such as 'article'"):
        ground(story, {1: "text"})


def test_words_are_as_good_as_members():
    """Statuses and targets are texts, and may be given as such."""
    report = ground(STORY)
    assert report.with_status("verified") == report.with_status(Status.VERIFIED)
    assert report.with_target("cue") == report.with_target(Target.CUE)
    assert adopt(ENTRIES, "no").with_status("adopted") == adopt(ENTRIES, "no").with_status(AdoptionStatus.ADOPTED)
    assert locate(TEXT, "NO", folds=["case"]) == locate(TEXT, "NO", folds=[Fold.CASE])


# -- at run time ----------------------------------------------------------------------------------------

PUBLIC = [getattr(grounding, name) for name in grounding.__all__ if name != "Span"]


@pytest.mark.parametrize("thing", PUBLIC, ids=lambda thing: thing.__name__)
def test_types_are_known_at_run_time(thing):
    """`typing.get_type_hints` works on every public class and function, and on their methods and properties."""
    hints = get_type_hints(thing)
    members = vars(thing).values() if inspect.isclass(thing) else ()
    functions = [member.fget if isinstance(member, property) else member for member in members]
    for function in filter(inspect.isfunction, functions):
        if function.__module__.startswith("venezuela_news"):
            assert "return" in get_type_hints(function) or function.__name__.startswith("_")
    assert hints or inspect.isclass(thing)


LONG = "no, " * 5_000


VALUES = [
    *[INDEX, Text(LONG), locate(LONG, "no"), locate("we go " * 900 + "on", "we go on … on"), locate("a b", "b")],
    *[locate(LONG.replace("no", "word"), "word, work, word"), edit(found=LONG), edit(quoted=LONG)],
    *[Omission(text=LONG, start=0, end=1, number=False, negation=False), finding(words=LONG), finding(source="s")],
    *[ground(STORY), *ground(STORY), adopt(ENTRIES * 500, TEXT), adopt([{"quote": LONG}], TEXT).entries[0]],
    adopt([list(range(10_000))], TEXT).entries[0],
    ParagraphSpan(paragraph=0, start=1, end=2),
]


def test_reprs_are_short():
    """A repr says in at most 200 characters, and one line, what a person wants to know."""
    for value in VALUES:
        assert len(repr(value)) <= 200, type(value)
        assert "\n" not in repr(value), type(value)


def test_a_repr_tells_the_outcome_and_the_place():
    """Outcome, place, folds and callouts of a location; target, status and words of a finding."""
    assert repr(locate("We will not go.", "we will … go")) == "<Location: normalized at 0-14 by case with 1 callouts>"
    assert repr(locate("no, no", "no")) == "<Location: ambiguous in 2 places>"
    assert repr(locate("no", "yes")) == "<Location: missing>"
    cue = ground(STORY).with_target(Target.CUE).findings[0]
    assert repr(cue) == '<Finding: cue of ann-asks verified in paper 0:9-14: "asked">'
