"""The cases of grounding in the corpus: decided by the definitions, for any language."""

from __future__ import annotations

import json
import unicodedata
from importlib import resources
from typing import Any

import pytest

from venezuela_news.grounding import Location, Outcome, Text, locate

FEWEST = {"found": 90, "normalized": 200, "altered": 100, "missing": 60}
OPTIONAL = ["folds", "elided", "parts", "omitted", "replaced", "called_out"]


def raw(outcome: Outcome) -> str:
    folder = resources.files("venezuela_news.corpus") / "data" / "grounding"
    return (folder / f"{outcome}.json").read_text(encoding="utf-8")


CASES: dict[Outcome, list[dict[str, Any]]] = {outcome: json.loads(raw(outcome)) for outcome in Outcome}
EVERY = [case for cases in CASES.values() for case in cases]


def told(location: Location) -> dict[str, Any]:
    """What a case may say of a place."""
    return {
        "outcome": location.outcome.value,
        "spans": [list(span) for span in location.spans],
        "folds": [fold.value for fold in location.folds],
        "elided": location.elided,
        "parts": [list(span) for span in location.parts],
        "omitted": [[omission.start, omission.end] for omission in location.omitted],
        "replaced": [[replacement.start, replacement.end] for replacement in location.replaced],
        "called_out": bool(location.callouts),
    }


@pytest.mark.parametrize("outcome", Outcome)
def test_cases_come_out_as_defined(outcome: Outcome) -> None:
    """Outcome, spans and whatever else a case tells are as it tells, with an index and without."""
    wrong = {}
    for case in CASES[outcome]:
        location = locate(case["text"], case["quote"])
        found = {key: value for key, value in told(location).items() if key in case}
        if found != {key: case[key] for key in found} or locate(Text(case["text"]), case["quote"]) != location:
            wrong[case["description"]] = found
    assert wrong == {}


def test_there_are_enough_cases_and_each_is_described_once() -> None:
    """At least 500 cases, and enough of each outcome among them; no two are the same."""
    assert len(EVERY) >= 500
    assert all(len(CASES[Outcome(name)]) >= fewest for name, fewest in FEWEST.items())
    assert len({case["description"] for case in EVERY}) == len(EVERY)
    assert len({(case["text"], case["quote"]) for case in EVERY}) == len(EVERY)


@pytest.mark.parametrize("outcome", Outcome)
def test_cases_are_well_formed(outcome: Outcome) -> None:
    """A case has the keys it may have, spans inside its text, and a description in house style."""
    for case in CASES[outcome]:
        assert list(case)[:5] == ["description", "text", "quote", "outcome", "spans"]
        assert list(case)[5:] == [key for key in OPTIONAL if key in case]
        assert len(case["description"]) <= 80
        assert not case["description"].endswith(".")
        spans = [*case["spans"], *case.get("parts", ()), *case.get("omitted", ())]
        assert all(0 <= start < end <= len(case["text"]) for start, end in spans)
        assert all(0 <= start <= end <= len(case["text"]) for start, end in case.get("replaced", ()))
        assert case["outcome"] == outcome


@pytest.mark.parametrize("outcome", Outcome)
def test_what_cannot_be_seen_is_escaped(outcome: Outcome) -> None:
    """Invisible, combining and control characters and odd spaces are escaped in the files, nothing else is."""
    text = raw(outcome)
    assert not {char for char in text if unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf", "Zs", "Cc"}} - {
        " ",
        "\n",
    }
    assert text.endswith("]\n")
