"""The shipped story: its anchors, its retellings, its quotations, and the ledger of the article's sentences."""

from __future__ import annotations

import hashlib
import itertools
import re
import subprocess
import sys
from collections import defaultdict
from importlib import resources

import attrs
import pytest

import venezuela_news as vn
from venezuela_news import corpus

STORY = corpus.story()
LEDGER = corpus.ledger()
RETELLINGS = ("en", "es")
SOURCES = ("article", *RETELLINGS)
RECORDS = tuple(
    record
    for field in attrs.fields(vn.Story)
    if isinstance(value := getattr(STORY, field.name), tuple)
    for record in value
)
ANCHORED = tuple(record for record in RECORDS if not isinstance(record, vn.Source) and hasattr(record, "anchors"))
QUOTATION_MARKS = "\"'“”‘’«»„"


def anchors_of(story):
    """All anchors of a story, each with the id of its record."""
    for field in attrs.fields(vn.Story):
        if not isinstance(records := getattr(story, field.name), tuple):
            continue
        for record in records:
            for anchor in () if isinstance(record, vn.Source) else getattr(record, "anchors", ()):
                yield record.id, anchor
            for credit in getattr(record, "attributions", ()):
                for anchor in (*credit.content, *credit.cue, *credit.speaker):
                    yield record.id, anchor


ANCHORS = tuple((id, anchor) for id, anchor in anchors_of(STORY) if anchor.source in RETELLINGS)


def credits_in(statement, source):
    """The attributions of a statement that stand in a source."""
    return [credit for credit in statement.attributions if credit.content[0].source == source]


def paragraphs_in(text):
    """The non-blank lines of a text, stripped."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def quotations_in(source):
    """What stands in quotation marks in a retelling: the paragraph, and the span between the marks."""
    return [
        (number, *match.span(1))
        for number, line in enumerate(STORY.find(vn.Source, source).paragraphs)
        for match in re.finditer("“([^”]*)”", line)
    ]


def is_quoted(anchor):
    """Whether an anchor stands between quotation marks."""
    return any(
        anchor.paragraph == number and start <= anchor.start and anchor.end <= end
        for number, start, end in quotations_in(anchor.source)
    )


def digest(text):
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


# -- the story and its retellings -------------------------------------------------------------------


def test_the_shipped_story_breaks_no_rule():
    """The shipped document has no problem, not even a doubtful place, and is written canonically."""
    document = (resources.files(corpus) / "data" / "story.json").read_bytes()
    assert vn.check(document) == ()
    assert vn.dumps(STORY).encode() == document


@pytest.mark.parametrize("source", RETELLINGS)
def test_a_retelling_is_the_text_of_its_source(source):
    """The paragraphs of a source in the story are those of the text that ships."""
    assert STORY.find(vn.Source, source).paragraphs == paragraphs_in(corpus.texts()[source])


@pytest.mark.parametrize("source", RETELLINGS)
def test_a_retelling_has_about_700_words(source):
    """A retelling has between 650 and 870 words and belongs to everybody."""
    assert 650 <= len(corpus.texts()[source].split()) <= 870
    assert STORY.find(vn.Source, source).license == "CC0-1.0"
    assert STORY.find(vn.Source, source).language == source


# -- anchors ----------------------------------------------------------------------------------------


def test_each_anchor_reads_what_it_says():
    """The words at an anchor are its words."""
    assert len(ANCHORS) > 500
    wrong = [(id, anchor) for id, anchor in ANCHORS if STORY.text_of(anchor) != anchor.exact]
    assert not wrong


def test_each_record_is_anchored_in_all_sources():
    """Each record but sources, claims and statements is anchored in the article and in both retellings."""
    lacking = [
        (record.id, source)
        for record in ANCHORED
        for source in SOURCES
        if source not in {anchor.source for anchor in record.anchors}
    ]
    assert not lacking
    assert {type(record) for record in RECORDS} - {type(record) for record in ANCHORED} == {
        vn.Source,
        vn.Claim,
        vn.Statement,
    }


def test_each_statement_is_credited_in_all_sources():
    """Each statement has an attribution in the article and in both retellings."""
    lacking = [
        (statement.id, source)
        for statement in STORY.statements
        for source in SOURCES
        if not credits_in(statement, source)
    ]
    assert not lacking


def test_both_languages_carry_the_same_records():
    """The retellings speak of the same records, in the same paragraphs."""
    places = {source: defaultdict(set) for source in RETELLINGS}
    for record in ANCHORED:
        for anchor in record.anchors:
            if anchor.source in RETELLINGS:
                places[anchor.source][record.id].add(anchor.paragraph)
    assert places["en"] == places["es"]


def test_both_languages_credit_statements_alike():
    """The retellings report each statement in the same paragraphs and modes."""
    for statement in STORY.statements:
        english, spanish = (
            [(credit.mode, credit.content[0].paragraph) for credit in credits_in(statement, source)]
            for source in RETELLINGS
        )
        assert english == spanish, statement.id


def test_anchors_begin_and_end_on_word_boundaries():
    """No anchor cuts a word in two."""
    cut = []
    for id, anchor in ANCHORS:
        line = STORY.find(vn.Source, anchor.source).paragraphs[anchor.paragraph]
        cut += [
            (id, anchor.exact)
            for at in (anchor.start, anchor.end)
            if 0 < at < len(line) and re.fullmatch(r"\w\w", line[at - 1 : at + 1])
        ]
    assert not cut


def test_anchors_leave_out_marks_at_their_edges():
    """No anchor begins or ends with a quotation mark, a space or punctuation, the dot of an abbreviation excepted."""
    wrong = []
    for id, anchor in ANCHORS:
        words = anchor.exact
        ends_well = words[-1].isalnum() or re.search(r"(?:\b[A-Z]{1,2}\.){2}\Z", words)
        if not (words[0].isalnum() and ends_well) or words.strip(QUOTATION_MARKS) != words:
            wrong.append((id, words))
    assert not wrong


def test_an_anchor_is_given_once():
    """No record has an anchor twice, and they come in reading order within a source."""
    for record in ANCHORED:
        for source in SOURCES:
            spans = [(a.paragraph, a.start, a.end) for a in record.anchors if a.source == source]
            assert spans == sorted(set(spans)), record.id


@pytest.mark.parametrize("source", RETELLINGS)
def test_the_mode_is_how_a_retelling_reports(source):
    """Speech in quotation marks is direct, speech without is indirect, and speech partly in them is mixed.

    What is known through another's words is indirect, for the marks are about the words of that other.
    """
    for statement in STORY.statements:
        for credit in credits_in(statement, source):
            marks = {is_quoted(anchor) for anchor in credit.content}
            expected = {
                frozenset({True}): vn.Mode.DIRECT,
                frozenset({False}): vn.Mode.INDIRECT,
                frozenset({True, False}): vn.Mode.MIXED,
            }[frozenset(marks)]
            assert credit.mode is (vn.Mode.INDIRECT if statement.relayed_by else expected), statement.id


# -- quotations -------------------------------------------------------------------------------------


def test_no_quotation_has_more_than_seven_words():
    """A quotation of the story has seven words at most."""
    quotes = [quote.text for statement in STORY.statements for quote in statement.quotes]
    assert len(quotes) > 15
    assert max(len(text.split()) for text in quotes) <= 7


def test_what_stands_in_quotation_marks_is_a_quotation():
    """All that the English retelling shows as a quotation is one of the statement that is reported there, verbatim."""
    quotes = {
        (statement.id, quote.text.rstrip("!")): quote.language
        for statement in STORY.statements
        for quote in statement.quotes
    }
    shown = set()
    for number, start, end in quotations_in("en"):
        inside = STORY.find(vn.Source, "en").paragraphs[number][start:end].rstrip(",.!")
        owners = {
            statement.id
            for statement in STORY.statements
            for credit in credits_in(statement, "en")
            for anchor in credit.content
            if (anchor.paragraph, anchor.start, anchor.end) == (number, start, start + len(inside))
            and (statement.id, inside) in quotes
        }
        assert owners, inside
        shown |= {(id, inside) for id in owners}
    # A loan from Latin, which the retelling uses as its own words.
    assert quotes.keys() - shown == {("pompeo-no-authority", "persona non grata")}


def test_every_quotation_stands_in_the_english_retelling():
    """Each quotation's words stand verbatim, as whole words, in the English retelling."""
    text = corpus.texts()["en"]
    for statement in STORY.statements:
        for quote in statement.quotes:
            assert re.search(rf"(?<!\w){re.escape(quote.text)}(?!\w)", text), quote.text


# -- the article, which is not here -----------------------------------------------------------------


def test_the_article_does_not_ship():
    """Of the article, the story holds digests alone, and says so where its words are asked for."""
    assert not STORY.find(vn.Source, "article").paragraphs
    there = [anchor for _, anchor in anchors_of(STORY) if anchor.source == "article"]
    assert len(there) > 250
    assert all(anchor.exact is None and anchor.digest for anchor in there)
    with pytest.raises(vn.TextMismatch, match="attach its text first"):
        STORY.text_of(there[0])


def test_the_ledger_is_in_order_and_gives_records_or_a_reason():
    """The rows come in reading order without overlap; each names records of the story, or else says why it has none."""
    spans = [(row.paragraph, row.start, row.end) for row in LEDGER]
    for before, after in itertools.pairwise(spans):
        assert before[0] < after[0] or (before[0] == after[0] and before[2] <= after[1])
    for row in LEDGER:
        assert row.start < row.end
        assert bool(row.records) != bool(row.reason)
        assert len(set(row.records)) == len(row.records)
        assert [id for id in row.records if id not in STORY] == []


def test_each_record_is_in_the_ledger():
    """Each record but the sources holds something that a sentence tells."""
    held = {id for row in LEDGER for id in row.records}
    assert {record.id for record in RECORDS} - held == set(SOURCES)


def test_a_record_is_in_the_rows_of_its_anchors():
    """A record is in the ledger's row of each sentence that it is anchored in; a statement, where its words stand."""
    spans = [(record.id, anchor) for record in ANCHORED for anchor in record.anchors]
    spans += [
        (statement.id, anchor)
        for statement in STORY.statements
        for credit in statement.attributions
        for anchor in credit.content
    ]
    missing = []
    for id, anchor in spans:
        if anchor.source != "article":
            continue
        rows = [
            row
            for row in LEDGER
            if row.paragraph == anchor.paragraph and row.start < anchor.end and anchor.start < row.end
        ]
        assert rows, id
        missing += [(id, row.paragraph, row.start) for row in rows if id not in row.records]
    assert not missing


def test_the_ledger_covers_the_article(article):
    """Each character of the article that is no space is in one row, and each row's digest verifies."""
    paragraphs = paragraphs_in(article)
    left = [list(line) for line in paragraphs]
    for row in LEDGER:
        words = paragraphs[row.paragraph][row.start : row.end]
        assert digest(words) == row.digest
        assert words == words.strip()
        assert None not in left[row.paragraph][row.start : row.end]
        left[row.paragraph][row.start : row.end] = [None] * len(words)
    uncovered = [number for number, line in enumerate(left) if "".join(c for c in line if c is not None).strip()]
    assert uncovered == []


def test_attaching_the_article_verifies_it_and_detaching_undoes_it(article):
    """With the article, each anchor has its words; without it again, the story is the one that shipped."""
    full = STORY.attach("article", article)
    assert full.find(vn.Source, "article").paragraphs == paragraphs_in(article)
    pairs = zip(anchors_of(STORY), anchors_of(full), strict=True)
    there = [(before, after) for (_, before), (_, after) in pairs if before.source == "article"]
    assert all(digest(full.text_of(after)) == before.digest for before, after in there)
    assert all(after.exact and after.digest is None for _, after in there)
    assert vn.check(vn.dumps(full)) == ()
    assert full.detach("article") == STORY


def test_anchors_into_the_article_are_whole_words(article):
    """No anchor into the article cuts a word, or begins or ends with a quotation mark."""
    full = STORY.attach("article", article)
    lines = full.find(vn.Source, "article").paragraphs
    wrong = []
    for id, anchor in anchors_of(full):
        if anchor.source != "article":
            continue
        line = lines[anchor.paragraph]
        edges = [line[max(at - 1, 0) : at + 1] for at in (anchor.start, anchor.end)]
        marked = anchor.exact.strip(QUOTATION_MARKS + " ") != anchor.exact
        if marked or (anchor.start and re.fullmatch(r"\w\w", edges[0])) or re.fullmatch(r"\w\w", edges[1]):
            wrong.append((id, anchor.paragraph, anchor.start))
    assert not wrong


def test_quotations_are_the_articles(article):
    """Each quotation stands verbatim in what the article credits to its statement."""
    full = STORY.attach("article", article)
    line_of = full.find(vn.Source, "article").paragraphs
    for statement in full.statements:
        contents = [anchor for credit in credits_in(statement, "article") for anchor in credit.content]
        for quote in statement.quotes:
            # The span leaves out the mark before the closing quotation mark, and the quotation may have it.
            assert any(quote.text in line_of[a.paragraph][a.start : a.end + 1] for a in contents), quote.text


def test_an_edited_copy_says_which_paragraphs_differ(article):
    """A copy with a changed, a lost and an added paragraph is refused, with their numbers."""
    paragraphs = list(paragraphs_in(article))
    last = len(paragraphs) - 1
    edited = [*paragraphs[:10], paragraphs[10] + " ", paragraphs[11].replace("51", "15"), *paragraphs[12:last]]
    with pytest.raises(vn.TextMismatch) as caught:
        STORY.attach("article", "\n\n".join(edited))
    assert caught.value.paragraphs == (11, last)
    with pytest.raises(vn.TextMismatch) as caught:
        STORY.attach("article", "\n".join(["An added line.", *paragraphs]))
    assert caught.value.paragraphs == ()
    assert "not the source's: 0" in str(caught.value)


def test_the_shipped_documents_are_what_the_build_makes(root, shared):
    """The story and the ledger that ship are what tasks/build_story.py makes of tasks/story."""
    run = subprocess.run(
        [sys.executable, "tasks/build_story.py", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
