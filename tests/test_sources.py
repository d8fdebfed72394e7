"""Paragraphs, digests, sources and their anchors."""

from __future__ import annotations

import hashlib
import unicodedata

import iso3166
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langcodes.data_dicts import TERRITORY_REPLACEMENTS

import venezuela_news as vn
from venezuela_news._matching import _passages
from venezuela_news._sources import digest_of, paragraphs_of
from venezuela_news._types import COUNTRY_CODES, FORMER_COUNTRY_CODES
from village import LINES, SOURCE, TEXT


def test_country_codes_are_those_of_iso_3166():
    """The table holds ISO 3166-1's alpha-2 codes, XK and codes of former states, and no other."""
    assert set(iso3166.countries_by_alpha2) | {"XK"} == COUNTRY_CODES - FORMER_COUNTRY_CODES


def test_former_country_codes_are_of_states_that_no_present_code_names():
    """Each former code that is not taken was renamed, or was no state's; none is given to another state now."""
    withdrawn = {code.upper() for code in TERRITORY_REPLACEMENTS if len(code) == 2 and not code.startswith("q")} - {
        "UK"
    }
    renamed = set("BU DY HV NH RH TP ZR".split())
    dependencies_and_parts = set("CT FQ FX JT MI NQ NT PC PU PZ WK".split())
    assert withdrawn == FORMER_COUNTRY_CODES | renamed | dependencies_and_parts
    assert not withdrawn & set(iso3166.countries_by_alpha2)


@given(st.text())
def test_paragraphs_are_lines_stripped_and_normalized(text):
    """Paragraphs are not blank, stripped, in NFC and without line breaks; their paragraphs are themselves."""
    lines = paragraphs_of(text)
    for line in lines:
        assert line == line.strip() != ""
        assert unicodedata.is_normalized("NFC", line)
        assert line.splitlines() == [line]
    assert paragraphs_of("\n".join(lines)) == lines


def test_line_ends_of_all_kinds_divide_paragraphs():
    """LF, CR LF, CR and Unicode's line ends all end a line."""
    assert paragraphs_of("a\nb\r\nc\rd\u2028e\x0bf") == ("a", "b", "c", "d", "e", "f")
    assert paragraphs_of(TEXT) == LINES


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_digest_is_sha_256_of_utf_8(text):
    """A digest is what any SHA-256 of the UTF-8 gives, in lower-case hexadecimal."""
    assert digest_of(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_an_anchor_is_found_by_its_words():
    """Words that stand once give their anchor, counted in code points."""
    anchor = SOURCE.anchor("said no")
    assert anchor == vn.Anchor(source="paper", paragraph=1, start=18, end=25, exact="said no")
    assert LINES[1][18:25] == "said no"


@given(st.data())
def test_the_anchor_of_any_words_reads_those_words(data):
    """An anchor's span, half-open, is where its words stand, and as long as they are."""
    number = data.draw(st.integers(0, len(LINES) - 1))
    words = LINES[number].rstrip(".").split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    exact = " ".join(words[first : last + 1]).strip(".")
    anchor = SOURCE.anchor(exact, paragraph=number, nth=0)
    assert anchor.end - anchor.start == len(exact)
    assert LINES[number][anchor.start : anchor.end] == anchor.exact == exact


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: SOURCE.anchor("ferries"), '"ferries" do not stand as whole words'),
        (lambda: SOURCE.anchor("ferr"), '"ferr" do not stand as whole words'),
        (lambda: SOURCE.anchor(""), '"" do not stand as whole words'),
        (lambda: SOURCE.anchor("said", paragraph=0), "do not stand in paragraph 0"),
        (lambda: SOURCE.anchor("council"), r"stands in 2 places \(paragraphs 0, 1\); choose with paragraph= or nth="),
        (lambda: SOURCE.anchor("council", nth=2), "stands in 2 places; nth=2 is none of them"),
        (
            lambda: SOURCE.anchor("Later the council said yes"),
            'nearest to it is paragraph 1, "Later the council said no"',
        ),
        (lambda: SOURCE.anchor("ferry back. Later the council"), "cross paragraphs; anchor them piece by piece"),
        (lambda: SOURCE.anchor(start="Ann Gray", end="took no side"), '"Ann Gray … took no side" do not stand'),
        (lambda: SOURCE.anchor(start="Ann Gray", end="elsewhere"), '"Ann Gray … elsewhere" do not stand'),
        (lambda: SOURCE.anchors("Ann Gray", "took a side"), '"Ann Gray … took a side" do not stand'),
        (lambda: SOURCE.anchors("back. Later", "took no side"), "cross paragraphs; anchor"),
    ],
)
def test_words_that_give_no_anchor_are_told(call, said):
    """Words that stand nowhere, or in several places, raise an error that says so."""
    with pytest.raises(vn.TextMismatch, match=said):
        call()


def test_of_several_places_one_is_chosen():
    """The paragraph, or the number of the place in reading order, chooses."""
    assert SOURCE.anchor("council", paragraph=1).paragraph == 1
    assert SOURCE.anchor("council", nth=1) == SOURCE.anchor("council", paragraph=1)


def test_words_spelled_otherwise_are_anchored_as_they_stand():
    """Folds find what is written in another way, and the anchor has the source's own words."""
    assert SOURCE.anchor("ANN  GRAY asked").exact == "Ann Gray asked"
    with pytest.raises(vn.TextMismatch):
        SOURCE.anchor("ANN GRAY asked", folds=[])
    assert SOURCE.anchor("said no.").exact == "said no."


def test_a_long_passage_is_anchored_by_its_first_and_last_words():
    """From the first words to the closest last ones behind them in the same paragraph."""
    anchor = SOURCE.anchor(start="later the council", end="no side")
    assert (anchor.paragraph, anchor.exact) == (1, "Later the council said no. Chile took no side")
    assert SOURCE.anchor(start="council", end="no", paragraph=1).exact == "council said no"
    for arguments in ({"start": "Ann"}, {"end": "Ann"}, {"words": "Ann", "start": "Ann", "end": "back"}):
        with pytest.raises(ValueError, match="give words= alone, or both start= and end="):
            SOURCE.anchor(**arguments)


def test_fragments_are_anchored_one_behind_the_other():
    """Each has an anchor of its own; what stands between them is left out."""
    first, second = SOURCE.anchors("Ann Gray", "the ferry")
    assert (first.exact, second.exact) == ("Ann Gray", "the ferry")
    assert SOURCE.anchors("said no") == (SOURCE.anchor("said no"),)
    with pytest.raises(ValueError, match="one fragment at least"):
        SOURCE.anchors()
    twice = vn.Source(id="twice", language="en", paragraphs=("We came and left. We came and left.",))
    with pytest.raises(vn.TextMismatch, match="stands in 2 places; give more words"):
        twice.anchors("We came", "left")


def test_the_index_of_a_very_large_source_is_not_kept(monkeypatch):
    """Small sources are indexed once for many anchors, large ones each time."""
    kept = _passages.paragraphs_index(LINES)
    assert _passages.paragraphs_index(LINES) is kept
    monkeypatch.setattr(_passages, "_LARGEST_KEPT", 3)
    assert _passages.paragraphs_index(LINES) is not kept


def test_a_source_of_digests_has_no_words():
    """Without its paragraphs a source finds no anchor, and says how to get them."""
    source = vn.Source(id="s", language="en", digests=(digest_of("A."),))
    with pytest.raises(vn.TextMismatch, match="attach its text first"):
        source.anchor("A")
