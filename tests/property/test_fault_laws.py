"""Laws of problems: one for each mistake, gone when it is mended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news._problems import Problem
from venezuela_news.strategies._documents import changed, enriched
from venezuela_news.strategies._faults import MAKERS

DOCUMENTS = strategies.documents(story=strategies.stories(doubtful=False, max_size=2)).map(enriched)
#: What can be wrong with one value, of which no other record knows.
LOCAL = (
    "bad-date", "bad-digest", "bad-language", "bad-license", "bad-url", "blank-text", "control-character", "duplicate-item",
    "empty-list", "implausible-age", "lone-surrogate", "missing-bound", "name-or-description", "non-finite-number", "not-normalized",
    "out-of-range", "unknown-choice", "unknown-key", "untrimmed-text", "wrong-type", "missing-key",
)  # fmt: skip


def told(fault):
    return Problem(fault.path, fault.rule, "", "").pointer, fault.rule


def reported(document):
    return sorted((problem.pointer, problem.rule) for problem in vn.check(document))


@st.composite
def independent_faults(draw, count):
    """A document, and so many faults in so many records of it."""
    document = draw(DOCUMENTS)
    faults = []
    taken = set()
    for _ in range(count):
        rule = draw(st.sampled_from(LOCAL))
        found = [
            fault
            for fault in MAKERS[rule](document)
            if fault.local and len(fault.path) > 2 and fault.path[:2] not in taken
        ]
        if not found:
            found = [
                fault
                for fault in MAKERS["unknown-key"](document)
                if len(fault.path) > 2 and fault.path[:2] not in taken
            ]
        fault = found[draw(st.integers(0, 2**16)) % len(found)]
        taken.add(fault.path[:2])
        faults.append(fault)
    return document, faults


def broken(document, faults):
    return changed(document, *(edit for fault in faults for edit in fault.edits))


@given(independent_faults(5))
def test_five_mistakes_in_five_places_give_five_problems(drawn):
    """Five independent faults are five problems, each at its place."""
    document, faults = drawn
    assert reported(broken(document, faults)) == sorted(map(told, faults))


@given(independent_faults(3))
def test_a_problem_goes_when_its_place_is_mended(drawn):
    """When one of several faults is mended, its problem goes away, and no other comes or goes."""
    document, faults = drawn
    for mended in faults:
        left = [fault for fault in faults if fault is not mended]
        assert reported(broken(document, left)) == sorted(map(told, left))
    assert reported(document) == []


@given(DOCUMENTS, st.sampled_from(sorted(MAKERS)), st.integers(0, 2**16))
def test_a_single_fault_is_a_single_problem(document, rule, choice):
    """Each fault in a rich document is one problem, where and what it tells."""
    found = list(MAKERS[rule](document))
    fault = found[choice % len(found)]
    assert reported(fault.applied(document)) == [told(fault)]


@given(DOCUMENTS)
def test_checking_changes_nothing(document):
    """A document is as it was after it has been checked, and is read as often as one likes."""
    before = repr(document)
    assert vn.structure(document) == vn.structure(document)
    assert vn.check(document) == vn.check(document)
    assert repr(document) == before
