"""What a made-up extractor claims, held against the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quote_check import Row, check_rows

if TYPE_CHECKING:
    import venezuela_news as vn
    from venezuela_news.corpus import GroundingCase


@pytest.fixture(scope="session", params=["en", "es"])
def venezuela_language(request: pytest.FixtureRequest) -> str:
    """Both retellings: every test that uses the text runs with each."""
    language: str = request.param
    return language


def test_an_honest_row_is_fine_and_an_invented_one_is_not(venezuela_text: str, venezuela_story: vn.Story) -> None:
    """A part of the text is found where it is, under any name of the speaker; what nobody wrote is missing."""
    start = venezuela_text.index(" ", 300) + 1
    words = venezuela_text[start:].partition("\n")[0]
    rows = [Row("NICOLÁS MADURO", words), Row("Simón Bolívar", words), Row("Juan Guaidó", "the moon is made of cheese")]
    honest, stranger, invented = check_rows(rows, venezuela_text, venezuela_story)
    assert (honest.speaker, honest.outcome, honest.start, honest.fine) == ("nicolas-maduro", "found", start, True)
    assert (stranger.speaker, stranger.fine) == (None, False)
    assert (invented.outcome, invented.start, invented.fine) == ("missing", None, False)


@pytest.mark.venezuela_cases("grounding")
def test_cases_of_grounding(venezuela_case: GroundingCase, venezuela_story: vn.Story) -> None:
    """A row's words stand in the text in the cases where they do, and in no other."""
    (verdict,) = check_rows([Row("", venezuela_case.quote)], venezuela_case.text, venezuela_story)
    assert verdict.outcome == venezuela_case.outcome
    grounded = venezuela_case.outcome in {"found", "normalized"}
    assert verdict.start == (venezuela_case.spans[0][0] if grounded else None)
