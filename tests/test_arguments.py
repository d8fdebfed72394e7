"""Wrong arguments: each public function refuses a value of another type, and names the argument."""

from __future__ import annotations

import inspect
from functools import partial
from pathlib import Path

import cattrs
import pytest

import venezuela_news as vn
from venezuela_news import corpus, grounding, rendering, scoring, strategies
from village import village

STORY = village()
SOURCE = STORY.sources[0]
ANCHOR = STORY.people[0].anchors[0]
DATE = vn.PartialDate("2019-01-23")
CLAIM = STORY.claims[0].id
TEXT = grounding.Text("It would not take sides.")
REPORT = grounding.ground(STORY)
CARD = scoring.score(STORY, STORY)


class Odd:
    """A value that no argument takes."""


#: Each public function, by its name, with arguments that are right.
CALLS = {
    "vn.assess": (vn.assess, {"document": STORY, "texts": {}, "format": "json", "limits": vn.Limits()}),
    "vn.check": (vn.check, {"document": {}, "cls": vn.Story, "format": "json", "limits": vn.Limits()}),
    "vn.converter": (vn.converter, {"limits": vn.Limits()}),
    "vn.configure_converter": (vn.configure_converter, {"converter": cattrs.Converter(), "limits": vn.Limits()}),
    "vn.dumps": (vn.dumps, {"story": STORY, "format": "json", "indent": None}),
    "vn.loads": (vn.loads, {"data": vn.dumps(STORY), "format": "json", "limits": vn.Limits()}),
    "vn.parse_date": (vn.parse_date, {"text": "2019"}),
    "vn.read": (vn.read, {"path": "none.json", "limits": vn.Limits()}),
    "vn.schema": (vn.schema, {"profile": "document"}),
    "vn.structure": (vn.structure, {"data": vn.unstructure(STORY), "cls": vn.Story, "limits": vn.Limits()}),
    "vn.unstructure": (vn.unstructure, {"record": STORY}),
    "vn.write": (vn.write, {"story": STORY, "path": "/none/none.json", "indent": None}),
    "Story.attach": (STORY.attach, {"source": SOURCE.id, "text": ""}),
    "Story.detach": (STORY.detach, {"source": SOURCE.id}),
    "Story.explain_position": (STORY.explain_position, {"holder": "ann-gray", "claim": CLAIM, "at": DATE}),
    "Story.find": (STORY.find, {"kind": vn.Person, "id": "ann-gray"}),
    "Story.mentions": (STORY.mentions, {"key": "ann-gray"}),
    "Story.position_of": (STORY.position_of, {"holder": "ann-gray", "claim": CLAIM, "at": DATE}),
    "Story.stances_at": (STORY.stances_at, {"when": DATE}),
    "Story.statements_by": (STORY.statements_by, {"actor": "ann-gray"}),
    "Story.text_of": (STORY.text_of, {"anchor": ANCHOR}),
    "Source.anchor": (SOURCE.anchor, {"words": "the", "paragraph": 0, "nth": 0, "folds": []}),
    "Source.anchors": (partial(SOURCE.anchors, "the", "the"), {"folds": []}),
    "Limits": (vn.Limits, {"bytes": 1, "depth": 1, "records": 1, "text": 1, "problems": 1}),
    "PartialDate.before": (DATE.before, {"other": DATE}),
    "PartialDate.after": (DATE.after, {"other": DATE}),
    "PartialDate.covers": (DATE.covers, {"other": DATE}),
    "PartialDate.overlaps": (DATE.overlaps, {"other": DATE}),
    "Problem.within": (vn.Problem((), "bad-id", "", "").within, {}),
    "Assessment.render": (vn.assess(STORY).render, {"width": 80}),
    "corpus.cases": (corpus.cases, {"kind": "valid"}),
    "corpus.copy_to": (corpus.copy_to, {"directory": "/dev/null/none", "overwrite": False}),
    "grounding.adopt": (grounding.adopt, {"extractions": [], "text": TEXT, "source": "text", "language": "en"}),
    "grounding.ground": (grounding.ground, {"story": STORY, "texts": {}}),
    "grounding.locate": (grounding.locate, {"text": TEXT, "quote": "sides"}),
    "rendering.page": (rendering.page, {"story": STORY, "width": 80, "color": False}),
    "rendering.problems": (rendering.problems, {"found": (), "name": "x", "width": 80, "color": False}),
    "scoring.score": (scoring.score, {"predicted": STORY, "gold": STORY}),
    "strategies.broken_documents": (strategies.broken_documents, {"rule": "bad-date"}),
}

#: What takes no argument, and what takes any value.
WITHOUT = {
    "vn.story", "Story.conflicts", "Story.timeline", "Assessment.as_dict", "corpus.files", "corpus.ledger", "corpus.texts",
    "vn.format_exception", "corpus.story", "corpus.version", "corpus.names", "PartialDate.before",
}  # fmt: skip


def functions(module, name):
    for offered in module.__all__:
        value = getattr(module, offered)
        if inspect.isfunction(value) or (hasattr(value, "__wrapped__") and not inspect.isclass(value)):
            yield f"{name}.{offered}"


def test_every_function_is_swept():
    """Each public function of the face and of the doors stands in the table above, but for strategies of one shape."""
    offered = {
        *functions(vn, "vn"),
        *functions(corpus, "corpus"),
        *functions(grounding, "grounding"),
        *functions(rendering, "rendering"),
        *functions(scoring, "scoring"),
    }
    methods = {
        f"{cls.__name__}.{name}"
        for cls in (vn.Story, vn.Source)
        for name, member in vars(cls).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }
    assert (offered | methods) - WITHOUT - CALLS.keys() == set()


@pytest.mark.parametrize(
    ("name", "argument"), [(name, argument) for name, (_, right) in CALLS.items() for argument in right]
)
def test_another_type_is_refused_by_the_arguments_name(name, argument):
    """A value of a type that an argument does not take is a TypeError that names the argument and the value."""
    function, right = CALLS[name]
    with pytest.raises(TypeError) as caught:
        function(**right | {argument: Odd()})
    told = str(caught.value)
    assert f"argument {argument!r}" in told or f"argument '{argument}" in told
    assert "Odd" in told
    assert "give " in told


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: STORY.mentions(STORY.people[0]), "'ann-gray'"),
        (lambda: STORY.text_of("en"), "give an Anchor"),
        (lambda: STORY.text_of(STORY.people[0]), "give an Anchor"),
        (lambda: vn.assess(STORY, texts="text"), 'texts={"article": text}'),
        (lambda: vn.check(Path("story.json")), "path.read_bytes()"),
        (lambda: vn.dumps(STORY, indent="2"), "a number of spaces, or None: 2"),
        (lambda: vn.dumps("story.json"), "use vn.read(path)"),
        (lambda: vn.dumps({}), "use vn.structure(document)"),
        (lambda: vn.write("story.json", STORY), "use vn.read(path)"),
        (lambda: vn.structure("story.json"), "use vn.read(path)"),
        (lambda: vn.structure(b"{}"), "use vn.loads(data)"),
        (lambda: vn.structure(Path("story")), "use vn.read(path)"),
        (lambda: vn.dumps(b"{}"), "use vn.loads(data)"),
        (lambda: vn.dumps(Path("story.json")), "use vn.read(path)"),
        (lambda: vn.structure(vn.Person, {}), "the data comes first"),
        (lambda: vn.loads(Path("story.json")), "use vn.read(path)"),
        (lambda: vn.loads({}), "use vn.structure(document)"),
        (lambda: vn.unstructure([STORY]), "a story, a record or a value"),
        (lambda: STORY.stances_at(2019), "'2019'"),
        (lambda: STORY.find("ann-gray", vn.Person), "a class, then an id"),
    ],
    ids=range(20),
)
def test_common_mistakes_are_told_what_to_write(call, told):
    """What is often given by mistake is told what to write instead."""
    with pytest.raises(TypeError) as caught:
        call()
    assert told in str(caught.value)


def test_a_negative_indent_is_refused():
    """A number that can't be is told the least that can."""
    with pytest.raises(ValueError, match="'indent' is -1; give a number of spaces, or None from 0 on"):
        vn.dumps(STORY, indent=-1)
