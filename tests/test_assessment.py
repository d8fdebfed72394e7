"""One call that checks a document and grounds it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news.grounding import Status, ground
from village import TEXT, village


@given(strategies.stories())
def test_an_assessment_is_a_check_and_a_grounding(story):
    """A legal document has its warnings, its story, and the report that grounding gives."""
    assessment = vn.assess(vn.unstructure(story))
    assert assessment.problems == vn.check(story)
    assert assessment.story == story
    assert assessment.report == ground(story)
    assert assessment.ok == ground(story).ok


@pytest.mark.parametrize("form", ["story", "data", "text", "bytes", "memoryview", "yaml", "msgpack"])
def test_a_document_comes_in_any_form(form):
    """Stories, plain data, texts and bytes of every format are assessed alike."""
    story = village()
    data = vn.dumps(story)
    forms: dict[str, object] = {"story": story, "data": json.loads(data), "text": data, "bytes": data.encode()}
    forms["memoryview"] = memoryview(data.encode())
    if form in ("yaml", "msgpack"):
        assessment = vn.assess(vn.dumps(story, format=form), format=form)
    else:
        assessment = vn.assess(forms[form])
    assert assessment.ok
    assert assessment.story == story


def test_an_illegal_document_has_problems_and_no_report():
    """What cannot be read cannot be grounded; all its problems are told."""
    assessment = vn.assess({"schema_version": 1, "id": "Ferry"})
    assert not assessment.ok
    assert assessment.story is assessment.report is None
    assert {problem.rule for problem in assessment.problems} == {"bad-id", "missing-key"}
    assert assessment.as_dict()["report"] is None
    assert str(assessment).startswith("error $.")
    assert repr(assessment).startswith("<Assessment: ")
    assert vn.assess("{").problems[0].rule == "bad-syntax"


def test_a_documents_own_paragraphs_are_its_authors_word():
    """A document that quotes from a copy of its own is found out by the text that it was made from."""
    document = json.loads(vn.dumps(village()).replace("bring the ferry back", "scrap the ferry fast"))
    assert vn.assess(document).ok
    assessment = vn.assess(document, {"paper": TEXT, "another": "text"})
    assert not assessment.ok
    assert assessment.report is not None
    assert {finding.record for finding in assessment.report.with_status(Status.ORPHAN)} == {"ann-asks"}
    assert "ORPHAN quotation of ann-asks" in assessment.render(60)


def test_warnings_are_told_and_do_not_stand_in_the_way():
    """A doubtful document is grounded, and its doubts are written above the report."""
    document = json.loads(vn.dumps(village()))
    document["people"][0]["age"] = 120
    assessment = vn.assess(document)
    assert assessment.ok
    assert str(assessment).startswith("warning $.people[0].age: ")
    data = assessment.as_dict()
    assert json.loads(json.dumps(data)) == data
    assert [(each["pointer"], each["rule"], each["severity"]) for each in data["problems"]] == [
        ("/people/0/age", "implausible-age", "warning")
    ]
    assert data["report"]["ok"]


def test_a_text_that_is_not_used_is_told():
    """A text for a source that the document does not have is named, and nothing is called fine."""
    story = village()
    assessment = vn.assess(story, {"papre": TEXT})
    assert (assessment.unused, assessment.ok) == (("papre",), False)
    assert assessment.as_dict()["unused"] == ["papre"]
    assert assessment.render().startswith("texts were given for sources that the document does not have: papre\n")
    assert vn.assess(story, {"paper": TEXT}).ok


def test_nothing_in_an_assessment_steers_the_terminal():
    """Ids of texts, and whatever a document holds, are told without escapes, direction marks and tags."""
    document = {"schema_version": 1, "id": "a\u202e\x1b[2J", "k\u2066": 1}
    told = str(vn.assess(document)) + str(vn.assess(vn.story(), {"a\x1b[2J\u202e\U000e0041": "text"}))
    assert "x1b[2J" in told
    assert not any(mark in told for mark in "\x1b\u202e\u2066\U000e0041")
