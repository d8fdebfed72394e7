"""The notations of spans in the sources of authors' making, and the tool that shows their words."""

from __future__ import annotations

import pytest
from tasks import article_spans
from tasks.spans import SpanError, SpannedText

TEXT = "The harbor must be dredged,\n\n“We can't wait,” said Ana Reis. Reis left.\n"


def kept_back():
    """A text that is named by its offsets."""
    return SpannedText("paper", TEXT, shipped=False)


def shipped():
    """A text that is named by its words."""
    return SpannedText("paper", TEXT, shipped=True)


@pytest.mark.parametrize(
    ("words", "offsets"),
    [
        ("0: harbor", "0: 4-10"),
        ("0: The ... dredged", "0: 0-26"),
        ("1: Reis #2", "1: 32-36"),
        ("1: We can't wait", "1: 1-14"),
    ],
)
def test_both_notations_name_the_same_span(words, offsets):
    """Words where a text ships, and offsets where it does not, resolve to the same place."""
    assert shipped().resolve(words) == kept_back().resolve(offsets)


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("0: harbor", "it is not of the form 'P: start-end'"),
        ("harbor", "it is not of the form 'P: start-end'"),
        ("2: 0-3", "there is no paragraph 2; the last is 1"),
        ("0: 4-4", "it is empty or goes beyond the paragraph, which ends at 27"),
        ("0: 4-28", "it is empty or goes beyond the paragraph, which ends at 27"),
        ("0: 5-10", "its start cuts a word, which goes from 4 to 10"),
        ("0: 4-9", "its end cuts a word, which goes from 4 to 10"),
        ("1: 0-14", "it has a quotation mark at its end"),
        ("0: 3-10", "it has white space at its end"),
    ],
)
def test_offsets_that_name_no_span_are_refused(span, said):
    """Offsets that are no words of the text, or that cut a word, are an error that tells what is there."""
    with pytest.raises(SpanError) as caught:
        kept_back().resolve(span)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("1: 32-36", "'32-36' does not stand there"),
        ("1: Reis", "'Reis' stands there 2 times; choose one with #1 to #2"),
        ("1: Reis #3", "'Reis' stands there 2 times, so that there is no #3"),
        ("1: Ana #1", "'Ana' stands there once; leave out #1"),
        ("1: Ana ... We", "'We' does not stand after 'Ana'"),
        ("1: We ... can't ... wait", "it has more than one ' ... '"),
        ("0: harb", "'harb' does not stand there"),
    ],
)
def test_words_that_name_no_span_are_refused(span, said):
    """Words that stand nowhere, or in several places, are an error that says how to choose."""
    with pytest.raises(SpanError) as caught:
        shipped().resolve(span)
    assert str(caught.value) == said


def test_a_row_of_the_ledger_may_end_with_a_mark():
    """Sentences have their marks; only records' and attributions' spans leave them out."""
    assert kept_back().words("1: 0-15") == "“We can't wait,"
    assert kept_back().resolve("1: 0-15", bounded=False) == (1, 0, 15)


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """A folder of sources of authors' making, and the option that gives their text."""
    (tmp_path / "anchors").mkdir()
    (tmp_path / "anchors" / "article.yaml").write_text(
        'records:\n  harbor: ["0: 4-10"]\nstatements:\n'
        '  wait:\n    - {mode: direct, content: ["1: 1-14"], cue: ["1: 18-21"]}\n',
        encoding="utf-8",
    )
    (tmp_path / "ledger.yaml").write_text('- {span: "0: 0-27", records: [harbor]}\n', encoding="utf-8")
    monkeypatch.setattr(article_spans, "STORY", tmp_path)
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    return ["--article", str(text)]


@pytest.mark.parametrize(
    ("command", "status", "printed", "told"),
    [
        (
            ["show"],
            0,
            (
                "harbor  0: 4-10  harbor\nwait  content  1: 1-14  We can't wait\nwait  cue  1: 18-21  aid\n"
                "ledger  0: 0-27  The harbor must be dredged,\n"
            ),
            "",
        ),
        (["show", "harbor", "1:22-25"], 0, "1: 22-25  Ana\nharbor  0: 4-10  harbor\n", ""),
        (
            ["show", "pier", "9: 0-1"],
            1,
            "9: 0-1  (there is no paragraph 9; the last is 1)\n",
            "pier: no span of the article is given for it\n",
        ),
        (["find", "must ... dredged"], 0, "0: 11-26  must be dredged\n", ""),
        (["find", "Reis"], 0, "1: 26-30  Reis\n1: 32-36  Reis\n", ""),
        (["find", "canal"], 1, "", "they stand nowhere in one paragraph of the article\n"),
        (["check"], 1, "wait  cue  1: 18-21  its start cuts a word, which goes from 17 to 21\n", ""),
    ],
)
def test_the_tool_shows_finds_and_checks(sources, capsys, command, status, printed, told):
    """The words of offsets, the offsets of words, and the spans that cut a word are each one command away."""
    assert article_spans.main([*sources, *command]) == status
    assert capsys.readouterr() == (printed, told)


def test_the_spans_of_the_article_cut_no_word(shared, capsys):
    """Every span that is given of the article starts and ends where words do."""
    found = article_spans.main(["--article", str(next((shared / "source").glob("*.txt"))), "check"])
    assert (found, capsys.readouterr().out) == (0, "")
