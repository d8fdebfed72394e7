"""The shipped story: its anchors, its retellings, its quotations, and the ledger of the article's sentences."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import unicodedata
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
SPANISH_PAIRS = ("¿?", "¡!")


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
def test_a_retelling_has_700_to_900_words(source):
    """A retelling has between 700 and 900 words and belongs to everybody."""
    assert 700 <= len(corpus.texts()[source].split()) <= 900
    assert STORY.find(vn.Source, source).license == "CC0-1.0"
    assert STORY.find(vn.Source, source).language == source


def reading_order(source):
    """Where each record is first spoken of in a source: paragraph and offset, by id."""
    spans = defaultdict(list)
    for id, anchor in anchors_of(STORY):
        if anchor.source == source:
            spans[id].append((anchor.paragraph, anchor.start))
    return {id: min(places) for id, places in spans.items()}


@pytest.mark.parametrize(("one", "other"), tuple(itertools.combinations(SOURCES, 2)))
def test_each_text_has_an_order_of_its_own(one, other):
    """Of the pairs of records that two texts tell in different paragraphs, at most three quarters come in the same order.

    A text that follows the other has nearly all of them, one that is shuffled has half.
    """
    first, second = reading_order(one), reading_order(other)
    same, pairs = 0, 0
    for a, b in itertools.combinations(sorted(first), 2):
        if first[a][0] != first[b][0] and second[a][0] != second[b][0]:
            pairs += 1
            same += (first[a] < first[b]) == (second[a] < second[b])
    assert pairs > 10_000
    assert same / pairs <= 0.75


# -- names --------------------------------------------------------------------------------------------


def bare(text):
    """A text without accents."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


def test_a_person_is_found_by_family_name_and_without_accents():
    """The aliases of a person have the family name alone, and every form without its accents."""
    for person in STORY.people:
        if person.name is None:
            continue
        forms = {person.name, *person.aliases}
        assert any(person.name.endswith(f" {form}") for form in forms), person.id
        assert {bare(form) for form in forms} <= forms, person.id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("López Obrador", "andres-manuel-lopez-obrador"),
        ("lopez obrador", "andres-manuel-lopez-obrador"),
        ("Guaido", "juan-guaido"),
        ("Pompeo", "mike-pompeo"),
        ("EE. UU.", "US"),
        ("EE.UU.", "US"),
        ("Washington", "US"),
        ("México", "MX"),
        ("Asamblea Nacional", "national-assembly"),
        ("Maduro regime", "maduro-government"),
    ],
)
def test_records_are_found_by_the_names_that_texts_use(name, id):
    """A family name, a name without accents, a Spanish name or an abbreviation finds what mentions the record."""
    assert STORY.mentions(name) == STORY.mentions(id) != ()


#: Named records that are anchored where a noun phrase denotes them: their names describe them.
DESCRIBED = {"maduro-government"}
#: Names in Spanish of records that have no field for them.
MORE_NAMES = {"latin-america": {"América Latina"}, "presidential-palace": {"palacio presidencial"}}
NAMED = {
    record.id: {record.name, *getattr(record, "aliases", ()), *MORE_NAMES.get(record.id, ())}
    for record in (*STORY.people, *STORY.organizations, *STORY.countries, *STORY.places)
    if record.name is not None and record.id not in DESCRIBED
}


def unanchored_names(story, source):
    """Whole words of a text that are a name of a record, which is not anchored there; longer names go first."""
    anchored = {
        (anchor.paragraph, at): id
        for id in NAMED
        for anchor in story[id].anchors
        if anchor.source == source
        for at in range(anchor.start, anchor.end)
    }
    for number, line in enumerate(story.find(vn.Source, source).paragraphs):
        for id, forms in NAMED.items():
            for form in forms:
                for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", line):
                    owner = anchored.get((number, match.start()))
                    if owner is None or (owner != id and not any(form in longer for longer in NAMED[owner])):
                        yield id, number, match.span()


def unnamed_anchors(story, source):
    """Anchors of records with names that are something else than a name of theirs."""
    for id, forms in NAMED.items():
        for anchor in story[id].anchors:
            if anchor.source == source and story.text_of(anchor) not in forms:
                yield id, anchor.paragraph, anchor.start


@pytest.mark.parametrize("source", RETELLINGS)
def test_every_name_in_a_retelling_is_anchored_and_nothing_else(source):
    """A record with a name is anchored wherever one of its names stands, and at its names alone."""
    assert list(unanchored_names(STORY, source)) == []
    assert list(unnamed_anchors(STORY, source)) == []


def test_every_name_in_the_article_is_anchored_and_nothing_else(article):
    """In the article too, a record with a name is anchored wherever one of its names stands, and there alone."""
    full = STORY.attach("article", article)
    assert list(unanchored_names(full, "article")) == []
    assert list(unnamed_anchors(full, "article")) == []


# -- who stands where, and when -------------------------------------------------------------------------


def test_stances_last_beyond_the_day():
    """Each stance says from when it is held, and what is held on the day still counts on the next."""
    assert [stance.id for stance in STORY.stances if stance.when is None] == []
    assert STORY.stances_at("2019-01-24") == STORY.stances_at("2019-01-23") == STORY.stances


def test_a_stance_is_asserted_by_who_speaks_in_its_evidence():
    """Who asserts a stance are the speakers of the statements that show it, or who relays them; events assert nothing."""
    for stance in STORY.stances:
        statements = [STORY[id] for id in stance.evidence if isinstance(STORY[id], vn.Statement)]
        telling = {id for statement in statements for id in statement.relayed_by or statement.speakers}
        assert set(stance.asserted_by) == telling & set(stance.asserted_by), stance.id
        assert bool(stance.asserted_by) == bool(telling), stance.id


@pytest.mark.parametrize(
    ("side", "other"),
    [
        ("supporters-for-maduro", "gassed-against-maduro"),
        ("rally-crowd-for-maduro", "guaido-supporters-against-maduro"),
    ],
)
def test_both_sides_in_the_streets_have_a_stance(side, other):
    """Who marched or rallied for Maduro has a stance on whether he should stay, as has who did against him."""
    assert STORY[side].claim == STORY[other].claim == "maduro-should-stay"
    assert (STORY[side].position, STORY[other].position) == (vn.Position.FAVOR, vn.Position.AGAINST)
    assert STORY[side].asserted_by == STORY[other].asserted_by == ()


# -- what came first --------------------------------------------------------------------------------------


def performing(statement):
    """The event that a statement performs, if it does."""
    event = STORY[statement.occasion] if statement.occasion else None
    performs = statement.act is vn.Act.DECLARATIVE and event and set(statement.speakers) & set(event.actors)
    return event if performs else None


def test_what_is_done_by_saying_it_is_an_event_too():
    """Each statement that makes something so is tied to the event of its speakers by its occasion."""
    declaring = [statement for statement in STORY.statements if statement.act is vn.Act.DECLARATIVE]
    assert len(declaring) == 6
    assert [statement.id for statement in declaring if performing(statement) is None] == []


def test_answers_come_after_acts():
    """What comes after a statement that performs an act comes after its event, and the other way round; so it is told."""
    place = {item.id: index for index, item in enumerate(STORY.timeline())}
    for statement in STORY.statements:
        if (event := performing(statement)) is None:
            continue
        pair = {statement.id, event.id}
        answers = [item for item in (*STORY.events, *STORY.statements) if pair & set(item.after)]
        for answer in answers:
            assert pair <= set(answer.after), answer.id
            assert max(place[id] for id in pair & set(answer.after)) < place[answer.id]


def test_the_day_is_told_in_its_order():
    """Guaidó's declaration comes before Trump's backing, that before the break, and that before Pompeo's answer."""
    told = [item.id for item in STORY.timeline()]
    day = [
        {"declaration-of-guaido", "guaido-declares-himself"},
        {"us-backing-of-guaido", "trump-backs-guaido"},
        {"break-of-relations", "maduro-breaks-relations", "expulsion-of-diplomats", "maduro-72-hours"},
        {"refusal-of-recognition", "us-denies-authority", "pompeo-no-recognition", "pompeo-no-authority"},
    ]
    for before, after in itertools.pairwise(day):
        assert max(map(told.index, before)) < min(map(told.index, after))


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


PRONOUNS = {"he", "He"}
#: Cues of more than one word: verbs with a particle, and Spanish ones with their nouns.
PHRASES = {"called on", "cuts off", "spoken out", "spoken up", "alzado la voz", "dio las gracias"}


def attributions_of(story, sources):
    """Each attribution in some sources, with its statement."""
    return [
        (statement, credit)
        for statement in story.statements
        for credit in statement.attributions
        if credit.content[0].source in sources
    ]


def loose_edges(story, sources):
    """Cues that are more than the word that credits, and speakers that are neither a pronoun nor a mention."""
    for statement, credit in attributions_of(story, sources):
        for cue in credit.cue:
            if not re.fullmatch(r"\w+", words := story.text_of(cue)) and words not in PHRASES:
                yield statement.id, cue.source, words
        mentions = {anchor for id in statement.speakers for anchor in story[id].anchors}
        for speaker in credit.speaker:
            if speaker not in mentions and story.text_of(speaker) not in PRONOUNS:
                yield statement.id, speaker.source, story.text_of(speaker)


def unbalanced(story, sources):
    """Anchors with a quotation mark, a bracket or, in Spanish, a question or exclamation mark without its partner."""
    for id, anchor in anchors_of(story):
        if anchor.source in sources:
            words = story.text_of(anchor)
            marks = ("“”", "()", "[]", *(SPANISH_PAIRS if story[anchor.source].language == "es" else ()))
            pairs = all(words.count(opening) == words.count(closing) for opening, closing in marks)
            if not pairs or words.count('"') % 2:
                yield id, anchor.source, words


def test_the_edges_of_attributions_are_tight():
    """A cue is the one word that credits, with a particle at most; a speaker is a mention of one, or a pronoun."""
    assert list(loose_edges(STORY, RETELLINGS)) == []


def test_marks_in_anchors_have_partners():
    """No anchor has a quotation mark, a bracket or a Spanish mark of question or exclamation without its partner."""
    assert list(unbalanced(STORY, RETELLINGS)) == []


def test_edges_and_marks_are_as_tight_in_the_article(article):
    """The same holds for the anchors into the article."""
    full = STORY.attach("article", article)
    assert list(loose_edges(full, ["article"])) == []
    assert list(unbalanced(full, ["article"])) == []


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
    """No anchor begins or ends with a quotation mark, a space or punctuation.

    The dot of an abbreviation is excepted, and Spanish marks of question and exclamation, which come in pairs.
    """
    wrong = []
    for id, anchor in ANCHORS:
        words = anchor.exact
        if STORY[anchor.source].language == "es":
            words = words.strip("".join(SPANISH_PAIRS))
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
    assert all(anchor.exact is None for anchor in there)
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


def test_the_ledger_is_what_the_anchors_tell():
    """A row has the records anchored and credited in it, the claims of these stances and statements, and no others."""
    claims = {claim.id for claim in STORY.claims}
    for row in LEDGER:
        there = {
            id
            for id, anchor in anchors_of(STORY)
            if anchor.source == "article"
            and anchor.paragraph == row.paragraph
            and anchor.start < row.end
            and row.start < anchor.end
        }
        about = {STORY[id].claim for id in there if isinstance(STORY[id], vn.Stance)}
        about |= {claim for id in there if isinstance(STORY[id], vn.Statement) for claim in STORY[id].about} & claims
        assert set(row.records) == there | about


def test_the_ledger_covers_the_article(article):
    """Each character of the article that is no space is in one row."""
    paragraphs = paragraphs_in(article)
    left = [list(line) for line in paragraphs]
    for row in LEDGER:
        words = paragraphs[row.paragraph][row.start : row.end]
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
    assert all(full.text_of(before) == full.text_of(after) == after.exact for before, after in there)
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


def words_apart(text, kept):
    """The words of a text without case and accents; what is kept out of it, a name or a quotation, is a break."""
    folded = bare(text).casefold().replace("’", "'")
    for words in sorted(kept, key=len, reverse=True):
        folded = re.sub(rf"(?<!\w){re.escape(bare(words).casefold().replace('’', chr(39)))}(?!\w)", " | ", folded)
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?|\|", folded)


@pytest.mark.parametrize("source", RETELLINGS)
def test_a_retelling_shares_no_five_words_with_the_article(source, article):
    """Outside of names, titles of offices and quotations, no run of five words is the article's."""
    titles = {role.title for person in STORY.people for role in person.roles}
    quotes = {quote.text.rstrip("!") for statement in STORY.statements for quote in statement.quotes}
    kept = set().union(*NAMED.values(), titles, quotes)
    theirs, ours = (words_apart(text, kept) for text in (article, corpus.texts()[source]))
    runs = {tuple(theirs[at : at + 5]) for at in range(len(theirs) - 4)}
    assert len(runs) > 700
    shared = [run for at in range(len(ours) - 4) if (run := tuple(ours[at : at + 5])) in runs and "|" not in run]
    assert shared == []


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
    """The story and the ledger that ship are what tasks.build_story makes of tasks/story."""
    run = subprocess.run(
        [sys.executable, "-m", "tasks.build_story", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
