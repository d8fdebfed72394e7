"""The cases of grounding in the corpus: decided by the definitions, for any language."""

from __future__ import annotations

import json
import unicodedata
from importlib import resources
from typing import Any

import pytest

from venezuela_news.grounding import Outcome, Text, locate

FEWEST = {"normalized": 40, "altered": 25, "missing": 25}


def raw(outcome: Outcome) -> str:
    folder = resources.files("venezuela_news.corpus") / "data" / "grounding"
    return (folder / f"{outcome}.json").read_text(encoding="utf-8")


CASES: dict[Outcome, list[dict[str, Any]]] = {outcome: json.loads(raw(outcome)) for outcome in Outcome}
EVERY = [case for cases in CASES.values() for case in cases]


@pytest.mark.parametrize("outcome", Outcome)
def test_cases_come_out_as_defined(outcome: Outcome) -> None:
    """Outcome, spans, folds and gaps are those of the case, with an index and without."""
    for case in CASES[outcome]:
        location = locate(case["text"], case["quote"])
        assert location.outcome == case["outcome"] == outcome, case["description"]
        assert [list(span) for span in location.spans] == case["spans"], case["description"]
        assert location.elided == case.get("elided", False), case["description"]
        if "folds" in case:
            assert list(location.folds) == case["folds"], case["description"]
        assert locate(Text(case["text"]), case["quote"]) == location, case["description"]


def test_there_are_enough_cases_and_each_is_described_once() -> None:
    """At least 130 cases, 25 altered, 25 missing and 40 normalized among them."""
    assert len(EVERY) >= 130
    assert all(len(CASES[Outcome(name)]) >= fewest for name, fewest in FEWEST.items())
    assert len({case["description"] for case in EVERY}) == len(EVERY)
    assert len({(case["text"], case["quote"]) for case in EVERY}) == len(EVERY)


@pytest.mark.parametrize("outcome", Outcome)
def test_cases_are_well_formed(outcome: Outcome) -> None:
    """A case has the keys it may have, spans inside its text, and a description in house style."""
    for case in CASES[outcome]:
        assert list(case)[:5] == ["description", "text", "quote", "outcome", "spans"]
        assert set(case) <= {"description", "text", "quote", "outcome", "spans", "folds", "elided"}
        assert len(case["description"]) <= 80
        assert not case["description"].endswith(".")
        assert all(0 <= start < end <= len(case["text"]) for start, end in case["spans"])


@pytest.mark.parametrize("outcome", Outcome)
def test_what_cannot_be_seen_is_escaped(outcome: Outcome) -> None:
    """Invisible, combining and control characters and odd spaces are escaped in the files, nothing else is."""
    text = raw(outcome)
    assert not {char for char in text if unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf", "Zs", "Cc"}} - {
        " ",
        "\n",
    }
    assert text.endswith("]\n")
