"""The made-up stories: sound, anchored, said to be made up, and complete together, by the declarations of the model."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict

import pytest

import venezuela_news as vn
from venezuela_news import corpus
from venezuela_news._dates import Interval, PartialDate, Precision
from venezuela_news._dates._grammar import MARKS
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, VALUES, anchors_of
from venezuela_news._types import FORMER_COUNTRY_CODES
from venezuela_news.corpus._cases import DATA

STORIES = tuple(corpus.stories().values())
CLASSES = (vn.Story, *ARRAYS.values(), *VALUES)
FIELDS = [(cls, field) for cls in CLASSES for field in fields_of(cls)]
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)

#: What says in a story's language that it is made up.
MADE_UP = {"en": "made-up", "es": "inventada", "fr": "inventé", "zh-Hans": "虚构", "ar": "متخيَّل"}
#: Scripts in which names are written, as Unicode's names of letters begin.
SCRIPTS = {"ARABIC", "CJK", "CYRILLIC", "DEVANAGARI", "GEORGIAN", "LATIN"}
#: What a source with paragraphs lacks, and its anchors never do.
NEVER_SET = {(vn.Source, "digests")}
ALWAYS_SET = {(vn.Source, "paragraphs"), (vn.Anchor, "exact")}


def objects_in(value):
    """A value and all that is nested in it."""
    yield value
    for field in fields_of(type(value)):
        if field.kind is Kind.RECORD:
            for item in getattr(value, field.name):
                yield from objects_in(item)


def values_by_field():
    """What stands in each field of each class, over all stories."""
    found = defaultdict(list)
    for thing in (thing for story in STORIES for thing in objects_in(story)):
        for field in fields_of(type(thing)):
            found[type(thing), field.name].append(getattr(thing, field.name))
    return found


VALUES_OF = values_by_field()


def dates():
    """The dates of all stories."""
    for cls, field in FIELDS:
        if field.kind is Kind.DATE:
            yield from (date for date in VALUES_OF[cls, field.name] if date is not None)


def names_of(field):
    return f"{field[0].__name__}.{field[1].name}"


# -- each of them -----------------------------------------------------------------------------------------


def test_the_files_are_what_their_sources_build(root):
    """The documents are what `python -m tasks.build_story --made-up` writes."""
    command = [sys.executable, "-m", "tasks.build_story", "--made-up", "--check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_each_story_is_named_after_its_files():
    """Each story has its id as its key, and the folder holds its document, its text, and nothing else."""
    ids = list(corpus.stories())
    assert [story.id for story in STORIES] == ids == sorted(ids)
    files = [name for name in corpus.files() if name.startswith("stories/")]
    assert files == [f"stories/{id}.{suffix}" for id in ids for suffix in ("json", "txt")]


@each_story
def test_a_story_has_no_problem_and_no_doubt(story):
    """The document has no problem, not even a doubtful place, is canonical, and tells of no conflict."""
    document = (DATA / "stories" / f"{story.id}.json").read_bytes()
    assert vn.check(document) == ()
    assert vn.dumps(story).encode() == document
    assert story.conflicts() == ()


@each_story
def test_a_story_stands_in_its_text(story):
    """Everything that a story says of its text is found there, and its one source is that text."""
    (source,) = story.sources
    text = (DATA / "stories" / f"{story.id}.txt").read_text("utf-8")
    assert source.paragraphs == tuple(line for line in text.splitlines() if line)
    assert vn.grounding.ground(story).ok
    assert vn.grounding.ground(story.detach(source.id), {source.id: text}).ok
    assert story.detach(source.id).attach(source.id, text) == story


@each_story
def test_every_record_but_claims_is_anchored(story):
    """Each record that can be anchored is, and each anchor reads what it says."""
    for array in set(ARRAYS) - {"sources", "claims"}:
        for record in getattr(story, array):
            anchors = [anchor for _, anchor in anchors_of(record)]
            assert anchors, record.id
            assert all(story.text_of(anchor) == anchor.exact for anchor in anchors)


@each_story
def test_what_stands_between_quotation_marks_as_speech_is_quoted(story):
    """The quotations of a statement are its direct contents, in order, verbatim but for the comma at a joint."""
    marks = re.compile("[“«][ \u00a0]?(.*?)[ \u00a0]?[”»]")
    for statement in story.statements:
        spoken = [
            anchor.exact
            for credit in statement.attributions
            for anchor in credit.content
            if any(
                start <= anchor.start and anchor.end <= end
                for start, end in (
                    match.span(1) for match in marks.finditer(story.sources[0].paragraphs[anchor.paragraph])
                )
            )
        ]
        quoted = [part for quote in statement.quotes for part in parts_of(quote.text, spoken)]
        assert spoken == quoted, statement.id


def parts_of(quote, spoken):
    """A quotation whose two parts are interrupted in the text, as these parts; another one as it is."""
    for first, second in itertools.pairwise(spoken):
        if quote == f"{first}, {second}":
            return first, second
    return (quote,)


@each_story
def test_the_mode_is_how_the_text_reports(story):
    """Where a statement has quotations one of its attributions is direct or mixed, and else all are indirect."""
    for statement in story.statements:
        modes = {credit.mode for credit in statement.attributions}
        assert bool(statement.quotes) == bool(modes & {vn.Mode.DIRECT, vn.Mode.MIXED}), statement.id


@each_story
def test_a_story_is_said_to_be_made_up_and_belongs_to_everybody(story):
    """The summary and the source's description say so in the story's language, and the text is CC0."""
    (source,) = story.sources
    assert story.language == source.language
    assert MADE_UP[story.language] in story.summary.lower()
    assert MADE_UP[story.language] in source.description.lower()
    assert source.license == "CC0-1.0"


@each_story
def test_a_story_names_nothing_real_but_former_states(story):
    """Countries are former ones, of which nothing is said but what was there; URLs are those of example.org and .com."""
    assert {country.id for country in story.countries} <= FORMER_COUNTRY_CODES
    urls = [url for thing in objects_in(story) for url in getattr(thing, "same_as", ())]
    assert all(re.match(r"https://example\.(org|com)/", url) for url in (*urls, story.sources[0].url))
    for array in ("claims", "statements", "stances", "figures"):
        for record in getattr(story, array):
            assert not {country.id for country in story.countries} & set(itertools.chain(record_refs(record)))


def record_refs(record):
    """The ids that the fields of a record name."""
    for field in fields_of(type(record)):
        if field.ref is not None:
            value = getattr(record, field.name)
            yield from value if isinstance(value, tuple) else (value,)


@each_story
def test_a_text_has_150_to_300_words(story):
    """A text has 150 to 300 words, or three to five hundred characters where words are not spaced."""
    paragraphs = story.sources[0].paragraphs
    if story.language == "zh-Hans":
        assert 300 <= sum(map(len, paragraphs)) <= 500
    else:
        assert 150 <= sum(len(paragraph.split()) for paragraph in paragraphs) <= 300


@each_story
@pytest.mark.parametrize("format", ["json", "yaml", "msgpack"])
def test_a_story_survives_every_format(story, format):
    """What is written in a format is read back as it was."""
    assert vn.loads(vn.dumps(story, format=format), format=format) == story


@each_story
def test_a_story_scores_one_against_itself(story):
    """Precision, recall and F1 are 1, whatever the script."""
    card = vn.scoring.score(story, story)
    assert card.overall.f1 == 1
    assert (card.misses, card.inventions, card.confusions) == ((), (), ())


# -- all together -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("declared", FIELDS, ids=names_of)
def test_every_field_is_there_and_absent(declared):
    """Each field of each class has a value somewhere, and none where it may be absent and is a single value."""
    cls, field = declared
    values = VALUES_OF[cls, field.name]
    assert any(value not in (None, ()) for value in values) != ((cls, field.name) in NEVER_SET)
    if field.optional and cls is not vn.Source:
        assert (None in values) != ((cls, field.name) in ALWAYS_SET)


@pytest.mark.parametrize(
    "declared", [(cls, field) for cls, field in FIELDS if field.kind in {Kind.CHOICE, Kind.FLAG}], ids=names_of
)
def test_every_choice_is_made(declared):
    """Each word of each list of choices stands somewhere, and each flag is true, false and, where it may be, unknown."""
    cls, field = declared
    wanted = set(field.type) if field.kind is Kind.CHOICE else {True, False}
    assert set(VALUES_OF[cls, field.name]) == wanted | ({None} if field.optional else set())


@pytest.mark.parametrize("declared", [(cls, field) for cls, field in FIELDS if field.kind is Kind.NUMBER], ids=names_of)
def test_every_type_of_number_is_there(declared):
    """Whole numbers stand in each field of numbers, and decimals where they may."""
    cls, field = declared
    assert {type(value) for value in VALUES_OF[cls, field.name]} - {type(None)} == set(field.types)


@pytest.mark.parametrize("kind", sorted(ARRAYS))
def test_every_array_has_records_in_every_story(kind):
    """No story lacks a kind of record."""
    assert all(getattr(story, kind) for story in STORIES)


def test_every_kind_of_date_is_there():
    """Dates have every precision, mark and zone, unspecified parts, and intervals that are closed, open or half known."""
    single = [date for date in dates() if isinstance(date, PartialDate)]
    spans = [date for date in dates() if isinstance(date, Interval)]
    assert {date.precision for date in single} == set(Precision)
    assert {date.text[-1] for date in single} >= set(MARKS)
    assert {re.sub("[0-9]", "", date.zone or "none") for date in single if date.hour is not None} == {
        "none", "Z", "+:", "-:",
    }  # fmt: skip
    shapes = {re.sub("[0-9]", "0", date.text) for date in single}
    assert {"0000-XX", "0000-00-XX", "0000-XX-XX", "00XX", "000X"} <= shapes
    seasons = {date.season for date in single} | {end.season for span in spans for end in (span.start, span.end) if end}
    assert {21, 22, 23, 24} <= seasons
    ends = {(bool(span.start), bool(span.end)) for span in spans}
    assert ends == {(True, True), (True, False), (False, True)}
    for name in ("open_start", "open_end", "unknown_start", "unknown_end"):
        assert any(getattr(span, name) for span in spans), name


def test_statements_show_every_way_of_crediting():
    """Somebody, several and nobody is credited; with a cue and without, once and twice, whole, interrupted, relayed."""
    statements = [statement for story in STORIES for statement in story.statements]
    assert {min(len(statement.speakers), 2) for statement in statements} == {0, 1, 2}
    assert all(
        sum(not statement.speakers for statement in story.statements) == 1 for story in STORIES
    )  # each has its rumor
    credits = [credit for statement in statements for credit in statement.attributions]
    assert {bool(credit.cue) for credit in credits} == {True, False}
    assert max(len(statement.attributions) for statement in statements) > 1
    assert all(
        any(len(credit.content) > 1 and credit.mode is vn.Mode.DIRECT for credit in story_credits(story))
        for story in STORIES
    )
    assert any(quote.translated for statement in statements for quote in statement.quotes)
    assert any(statement.relayed_by for statement in statements)


def story_credits(story):
    return [credit for statement in story.statements for credit in statement.attributions]


def test_names_stand_in_scripts_of_their_own():
    """Names and aliases are in six scripts, those of the texts and those that people brought along."""
    names = [
        name
        for story in STORIES
        for record in (*story.people, *story.organizations, *story.countries)
        for name in (record.name, *record.aliases)
        if name
    ]
    letters = {letter for name in names for letter in name if letter.isalpha()}
    assert {unicodedata.name(letter).split()[0] for letter in letters} == SCRIPTS


def test_the_stories_are_in_five_languages():
    """No two are in one language, and each is a pair of one language and one text."""
    assert {story.language for story in STORIES} == set(MADE_UP)
    assert len(STORIES) == len(MADE_UP)
