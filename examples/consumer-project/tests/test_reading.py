"""Stories that others hand in, fine and broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import venezuela_news as vn
from quote_check import read
from venezuela_news import strategies

if TYPE_CHECKING:
    from venezuela_news.corpus import DocumentCase, RawCase


def test_a_mistake_is_pointed_at(venezuela_document: dict[str, Any], venezuela_story: vn.Story) -> None:
    """The document is this test's own: it can be read as it is, and complained of when it is broken."""
    assert read(venezuela_document) == (venezuela_story, [])
    venezuela_document["people"][0]["age"] = -1
    assert read(venezuela_document) == (None, ["/people/0/age out-of-range"])


@pytest.mark.venezuela_cases("valid", "invalid", "doubtful")
def test_documents_of_the_corpus(venezuela_case: DocumentCase) -> None:
    """What is legal is read, and everything that is wrong is told; what is doubtful is neither."""
    story, complaints = read(venezuela_case.data)
    errors = {rule.name for rule in vn.RULES.values() if rule.severity is vn.Severity.ERROR}
    expected = [f"{problem.pointer} {problem.rule}" for problem in venezuela_case.problems if problem.rule in errors]
    assert sorted(complaints) == sorted(expected)
    assert (story is None) == (venezuela_case.kind == "invalid")


@pytest.mark.venezuela_cases("raw", topic="refused")
def test_bytes_of_the_corpus(venezuela_case: RawCase) -> None:
    """Bytes that are no document are refused for one reason, whatever the format."""
    story, complaints = read(venezuela_case.data, venezuela_case.format)
    assert story is None
    assert complaints == [f"{problem.pointer} {problem.rule}" for problem in venezuela_case.problems]


@given(strategies.broken_documents())
def test_every_broken_document_is_refused(broken: tuple[Any, frozenset[tuple[str, str]]]) -> None:
    """Any mistake, not only those that the corpus thought of, is refused with its place; what is doubtful is read."""
    document, problems = broken
    story, complaints = read(document)
    wrong = [f"{pointer} {rule}" for pointer, rule in problems if vn.RULES[rule].severity is vn.Severity.ERROR]
    assert sorted(complaints) == sorted(wrong)
    assert (story is None) == bool(wrong)
