"""Grounding a whole story: laws first, then what a reader of the report sees."""

from __future__ import annotations

import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news._terminal import printable
from venezuela_news.grounding import (
    Finding,
    Fold,
    Location,
    Outcome,
    ParagraphSpan,
    Report,
    Status,
    Target,
    Text,
    ground,
)
from village import LINES, SOURCE, TEXT, village

ANCHORED = (Target.ANCHOR, Target.CONTENT, Target.CUE, Target.SPEAKER)


def anchors_of(story: vn.Story) -> int:
    """How many anchors a story has, counted in its document."""

    def count(value: object) -> int:
        if isinstance(value, dict):
            return ("paragraph" in value) + sum(map(count, value.values()))
        return sum(map(count, value)) if isinstance(value, list) else 0

    return count(vn.unstructure(story))


def with_texts(story: vn.Story, *, source: str = "paper", lines: tuple[str, ...]) -> Report:
    return ground(story, {source: "\n\n".join(lines)})


def of_ann(source: vn.Source, *anchors: vn.Anchor) -> vn.Story:
    """A story of one person, who has the anchors."""
    return vn.Story(
        id="one",
        title="One",
        summary="One.",
        language="en",
        as_of=vn.PartialDate("2020-03-02"),
        sources=(source,),
        people=(vn.Person(id="ann", name="Ann", anchors=anchors),),
    )


# -- laws -------------------------------------------------------------------------------------------


@given(strategies.stories())
def test_every_anchor_of_a_legal_story_into_paragraphs_is_verified(story):
    """Each anchor has one finding: verified where its source has paragraphs, unchecked where it has digests.

    A figure's is questionable where its words have a number in digits that is none of its bounds.
    """
    anchored = ground(story).with_target(*ANCHORED)
    assert len(anchored) == anchors_of(story)
    for finding in anchored:
        source = story.find(vn.Source, finding.source)
        if finding.path[0] == "figures" and finding.status is Status.QUESTIONABLE:
            assert any(map(str.isnumeric, finding.words or ""))
            continue
        assert finding.status is (Status.VERIFIED if source.paragraphs else Status.UNCHECKED)


@given(strategies.stories())
def test_a_sources_own_text_verifies_as_its_paragraphs_do(story):
    """Giving a source's own paragraphs as its text changes no finding."""
    texts = {source.id: "\n".join(source.paragraphs) for source in story.sources if source.paragraphs}
    assert ground(story, texts) == ground(story)


@given(strategies.stories())
def test_every_path_leads_to_what_it_is_a_finding_of(story):
    """A finding's path leads through the document to its anchor or quotation, in a record with its id."""
    document = vn.unstructure(story)
    for finding in ground(story):
        at = document
        for step in finding.path:
            at = at[step]
        if finding.target is Target.QUOTATION:
            assert at["text"] == finding.words
        else:
            assert at["source"] == finding.source
        assert document[finding.path[0]][finding.path[1]]["id"] == finding.record


@given(strategies.stories())
def test_a_report_is_plain_data_and_text(story):
    """Every report can be written as JSON, read as text, pickled and hashed out of its parts."""
    report = ground(story)
    assert json.loads(json.dumps(report.as_dict())) == report.as_dict()
    assert printable(story.title.split()[0])[:20] in str(report)
    assert pickle.loads(pickle.dumps(report)) == report
    assert sum(report.counts.values()) == len(report) == len(list(report))


unique_lines = st.lists(
    st.lists(st.integers(100, 999).map("w{}".format), min_size=2, max_size=8, unique=True).map(" ".join),
    min_size=1,
    max_size=4,
)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[vn.Story, int, int]:
    """A story with an anchor at every word, a paragraph of it, and an offset between words."""
    lines = tuple(f"p{number} {line}" for number, line in enumerate(draw(unique_lines)))
    source = vn.Source(id="paper", language="en", paragraphs=lines)
    anchors = tuple(source.anchor(word, paragraph=number) for number, line in enumerate(lines) for word in line.split())
    story = of_ann(source, *anchors)
    number = draw(st.integers(0, len(lines) - 1))
    edges = [0, *(index + 1 for index, char in enumerate(lines[number]) if char == " ")]
    return story, number, draw(st.sampled_from(edges))


def stands(anchor: vn.Anchor, lines: list[str]) -> bool:
    """Whether the words of an anchor stand at its place, as the words of another place may by chance."""
    return lines[anchor.paragraph][anchor.start : anchor.end] == anchor.exact


@given(anchored(), st.text("xyz", min_size=1, max_size=5))
def test_what_stands_behind_an_insertion_has_moved_by_its_length(case, word):
    """Words put into a paragraph move the anchors behind them by exactly their length, and no other."""
    story, number, offset = case
    lines = list(story.sources[0].paragraphs)
    inserted = f"{word} "
    lines[number] = lines[number][:offset] + inserted + lines[number][offset:]
    report = with_texts(story, lines=tuple(lines))
    for anchor, finding in zip(story.people[0].anchors, report, strict=True):
        behind = anchor.paragraph == number and anchor.start >= offset
        shift = len(inserted) if behind and not stands(anchor, lines) else 0
        place = ParagraphSpan(paragraph=anchor.paragraph, start=anchor.start + shift, end=anchor.end + shift)
        assert finding.places == (place,)
        assert finding.status is (Status.MOVED if shift else Status.VERIFIED)
        assert finding.words == anchor.exact


@given(anchored(), st.text("xyz", min_size=1, max_size=5))
def test_of_a_changed_paragraph_nothing_is_claimed_without_words(case, word):
    """Of anchors without words, those into the changed paragraph are `changed`, and all others verified."""
    story, number, offset = case
    lines = list(story.sources[0].paragraphs)
    lines[number] = lines[number][:offset] + f"{word} " + lines[number][offset:]
    report = with_texts(story.detach("paper"), lines=tuple(lines))
    for anchor, finding in zip(story.people[0].anchors, report, strict=True):
        changed = anchor.paragraph == number
        assert finding.status is (Status.CHANGED if changed else Status.VERIFIED)
        assert finding.words == (None if changed else anchor.exact)
        assert bool(finding.places) is not changed
    assert not report.ok
    assert not report.complete


@given(anchored(), st.booleans())
def test_a_new_paragraph_moves_what_is_below_it_by_one(case, detached):
    """A paragraph put before another moves its anchors, and those below, by one paragraph and nothing else."""
    story, number, _ = case
    lines = list(story.sources[0].paragraphs)
    lines.insert(number, "Something else.")
    report = with_texts(story.detach("paper") if detached else story, lines=tuple(lines))
    for anchor, finding in zip(story.people[0].anchors, report, strict=True):
        below = anchor.paragraph >= number and (detached or not stands(anchor, lines))
        place = ParagraphSpan(paragraph=anchor.paragraph + below, start=anchor.start, end=anchor.end)
        assert (finding.status, finding.places) == (Status.MOVED if below else Status.VERIFIED, (place,))


@given(anchored())
def test_words_that_are_taken_out_of_a_text_are_orphans(case):
    """An anchor whose paragraph is gone, and whose words stand in no other, is an orphan."""
    story, number, _ = case
    lines = list(story.sources[0].paragraphs)
    gone = set(lines.pop(number).split()) - {word for line in lines for word in line.split()}
    for finding in with_texts(story, lines=(*lines, "The end.")):
        assert (finding.status is Status.ORPHAN) == (finding.words in gone)


def test_grounding_leaves_the_story_as_it_is():
    """The report holds the very story that was grounded."""
    story = village()
    assert ground(story, {"paper": "Something else."}).story is story
    assert story == village()


# -- the shipped story --------------------------------------------------------------------------------


def test_the_shipped_story_stands_in_its_retellings():
    """Every anchor and quotation of the shipped story that can be checked without the article stands."""
    report = ground(vn.story())
    assert report.ok
    assert not report.complete
    assert {finding.source for finding in report.with_status(Status.UNCHECKED)} == {"article"}
    assert report.with_target(Target.QUOTATION).counts.keys() <= {Status.VERIFIED, Status.UNCHECKED}


def test_the_shipped_story_stands_in_the_article(article):
    """With the article every anchor is verified, by its digest, and every quotation stands."""
    report = ground(vn.story(), {"article": article})
    assert report.ok
    assert report.complete


def test_an_edited_retelling_shows_what_moved_and_what_is_gone():
    """Of an edited copy, moved words are reported at their new place and altered ones as orphans with a diff."""
    story = vn.story()
    lines = list(story.find(vn.Source, "en").paragraphs)
    lines.insert(1, "A paragraph that was not there.")
    lines = [line.replace("This needed to happen", "This needed not to happen") for line in lines]
    report = with_texts(story, source="en", lines=tuple(lines))
    assert not report.ok
    assert {finding.status for finding in report.troubles} == {Status.MOVED, Status.ORPHAN}
    orphan = report.of("larez-needed-to-happen").with_status(Status.ORPHAN).findings[0]
    assert orphan.location is not None
    assert orphan.location.outcome is Outcome.ALTERED
    assert [callout.text for callout in orphan.location.callouts] == ["not"]
    assert "(a negation)" in str(report)
    moved = report.with_status(Status.MOVED).with_target(*ANCHORED)
    old = {finding.pointer: finding.places[0] for finding in ground(story) if finding.places}
    assert {finding.places[0].paragraph - old[finding.pointer].paragraph for finding in moved} == {1}


def test_nobody_else_in_the_shipped_story_is_taken_for_a_speaker_unseen():
    """Put another person in the place of a speaker who is named, and it is said so, unless they speak for one another."""
    story = vn.story()
    named = [statement for statement in story.statements if ground(story).of(statement.id).counts.get(Status.SUPPORTED)]
    unseen: set[tuple[str, str]] = set()
    for statement in named:
        changed = [
            attrs.evolve(each, speakers=("frank-mora",)) if each is statement else each for each in story.statements
        ]
        report = ground(attrs.evolve(story, statements=tuple(changed))).of(statement.id)
        if Status.MISATTRIBUTED not in report.counts and statement.speakers != ("frank-mora",):
            unseen.add((statement.id, statement.speakers[0]))
    assert len(named) > 15
    assert unseen == set()


# -- anchors --------------------------------------------------------------------------------------------


def test_the_village_is_verified():
    """Anchors, cue, mention and quotation of the small story stand where it says."""
    report = ground(village())
    assert report.ok
    assert report.complete
    assert set(report.counts) == {Status.VERIFIED, Status.SUPPORTED}


def test_digests_are_unchecked_until_their_text_is_given():
    """A source that has digests alone is unchecked, and verified where its text is given, indexed or not."""
    hidden = village().detach("paper")
    assert set(ground(hidden).counts) == {Status.UNCHECKED}
    assert ground(hidden).ok
    assert ground(hidden, {"paper": TEXT}).complete
    assert ground(hidden, {"paper": Text(TEXT)}) == ground(hidden, {"paper": TEXT})


def one(
    words: str, lines: tuple[str, ...], edited: tuple[str, ...], *, nth: int = 0, detached: bool = False
) -> Finding:
    """What becomes of one anchor when its source is edited."""
    source = vn.Source(id="paper", language="en", paragraphs=lines)
    story = of_ann(source, source.anchor(words, nth=nth))
    (finding,) = with_texts(story.detach("paper") if detached else story, lines=edited)
    return finding


def test_of_several_places_the_one_in_the_same_surroundings_is_meant():
    """Where the words stand several times, what stands around them decides, not where they stood."""
    finding = one("said", ("Ann said yes. Ben said no.",), ("Ben said no. Later, though, Ann said yes.",), nth=1)
    assert (finding.status, finding.places) == (Status.MOVED, (ParagraphSpan(paragraph=0, start=4, end=8),))


def test_between_like_surroundings_the_closest_place_is_meant():
    """Where surroundings say nothing, the place decides that the edit took the words to."""
    finding = one("go", ("a go b", "c", "d", "a go b"), ("x", "a go b!", "y", "z", "a go b!"), nth=1)
    assert (finding.status, finding.places) == (Status.MOVED, (ParagraphSpan(paragraph=4, start=2, end=4),))


def test_words_without_surroundings_in_several_places_are_ambiguous():
    """What stands several times, nowhere as it stood, could be any of them."""
    finding = one("no", ("Ann said no.",), ("x", "We: no, no", "and no!"))
    assert finding.status is Status.AMBIGUOUS
    assert len(finding.places) == 3


def test_words_that_stand_as_close_on_both_sides_are_ambiguous():
    """Two places that are equally like the old one are both given."""
    finding = one("no", ("word no word",), ("  word yes, word no word, word no word",))
    assert finding.status is Status.MOVED
    tied = one("no", ("aaaa no bbbb", "x"), ("x", "aaaa no bbbb.", "aaaa no bbbb."))
    assert tied.status is Status.MOVED
    assert tied.places[0].paragraph == 1


def test_in_a_paragraph_that_was_renumbered_words_stand_where_they_stood():
    """A paragraph that is kept takes its words along, though they stand elsewhere in the same surroundings."""
    lines = ("x", "so no or no", "y", "so no or no")
    for nth, paragraph, start in ((0, 2, 3), (1, 2, 9), (3, 4, 9)):
        finding = one("no", lines, ("new", *lines), nth=nth, detached=True)
        place = ParagraphSpan(paragraph=paragraph, start=start, end=start + 2)
        assert (finding.status, finding.places) == (Status.MOVED, (place,))


def test_the_edge_of_a_word_stays_one():
    """Words that were whole are not found again inside longer ones, nor verified there."""
    finding = one("no", ("Ann said no more",), ("Ann said note more, and no",))
    assert (finding.status, finding.places) == (Status.MOVED, (ParagraphSpan(paragraph=0, start=24, end=26),))
    assert one("no", ("Ann said no.",), ("Ann said note.",)).status is Status.ORPHAN
    assert one("no", ("Ann said no more",), ("I, Ann, said note more, and no",)).places[0].start == 28


def test_a_part_of_a_word_stays_one():
    """An anchor that cuts a word is verified where it stands and found again where the word went."""
    source = vn.Source(id="paper", language="en", paragraphs=("An underdog won.",))
    dog = vn.Anchor(source="paper", paragraph=0, start=8, end=11, exact="dog")
    assert with_texts(of_ann(source, dog), lines=("An underdog lost.",)).ok
    (finding,) = with_texts(of_ann(source, dog), lines=("Now an underdog won.",))
    assert (finding.status, finding.places) == (Status.MOVED, (ParagraphSpan(paragraph=0, start=12, end=15),))


def test_words_spelled_otherwise_have_moved_with_their_folds():
    """Words that stand in another spelling are reported as moved, with the folds that it took."""
    finding = one("don't go", ("We don't go.",), ("We don’t  go.",))
    assert finding.status is Status.MOVED
    assert finding.location is not None
    assert [fold.value for fold in finding.location.folds] == ["quotation-marks", "white-space"]
    assert finding.places == (ParagraphSpan(paragraph=0, start=3, end=12),)


def test_words_over_two_paragraphs_have_a_place_in_each():
    """What a new paragraph cuts in two has moved to both."""
    finding = one("we will go", ("Today we will go.",), ("Today we will", "go."))
    assert finding.places == (ParagraphSpan(paragraph=0, start=6, end=13), ParagraphSpan(paragraph=1, start=0, end=2))


def test_words_spelled_otherwise_in_several_places_are_ambiguous():
    """Folds decide no more than letters do."""
    assert one("Go on", ("Go on.",), ("go on",)).status is Status.MOVED
    finding = one("word", ("aa word aaa",), ("WORD bb WORD",))
    assert finding.status is Status.AMBIGUOUS
    assert len(finding.places) == 2


def test_an_emptied_text_leaves_orphans():
    """Nothing stands in a text without paragraphs."""
    assert one("no", ("Ann said no.",), ()).status is Status.ORPHAN
    assert one("no", ("Ann said no.",), (), detached=True).status is Status.CHANGED


def test_words_behind_a_place_are_not_looked_for():
    """An anchor without words is `changed` with its paragraph, whatever stands in the text; the report says why."""
    story = of_ann(SOURCE, SOURCE.anchor("said no")).detach("paper")
    edited = (LINES[0], f"Still: {LINES[1]}")
    report = with_texts(story, lines=edited)
    (finding,) = report
    assert (finding.status, finding.words, finding.places, finding.location) == (Status.CHANGED, None, (), None)
    assert "(words known by their place alone)" in str(report)
    assert "its paragraph reads otherwise in the text given" in " ".join(str(report).split())
    assert "its text is not here" not in str(report)


def test_a_place_beyond_its_paragraph_is_an_orphan():
    """A span without words that reaches beyond its paragraph is found out once the text is here, in any order."""
    line = len(LINES[0])
    story = of_ann(SOURCE).detach("paper")
    anchor = vn.Anchor(source="paper", paragraph=0, start=line - 3, end=line + 1)
    story = attrs.evolve(story, people=(attrs.evolve(story.people[0], anchors=(anchor,)),))
    assert ground(story).ok
    for lines in (LINES, LINES[::-1]):
        (finding,) = with_texts(story, lines=lines)
        assert (finding.status, finding.words, finding.places) == (Status.ORPHAN, None, ())
    assert "reaches beyond the end of its paragraph" in str(with_texts(story, lines=LINES))


def test_a_place_goes_where_its_paragraph_goes():
    """A paragraph that stands elsewhere, in any order, takes its spans along; one that stands twice is ambiguous."""
    lines = ("Ann said no.", "Ben said yes.")
    story = of_ann(vn.Source(id="paper", language="en", paragraphs=lines), *map(whole, (0, 1), lines)).detach("paper")
    for edited, statuses in (
        (lines[::-1], {Status.MOVED}),
        (("New.", *lines), {Status.MOVED}),
        ((lines[0], *lines), {Status.VERIFIED, Status.MOVED}),
        (("New.", lines[1], lines[0], lines[0]), {Status.VERIFIED, Status.AMBIGUOUS}),
    ):
        report = with_texts(story, lines=edited)
        assert set(report.counts) == statuses
        for finding, line in zip(report, lines, strict=True):
            assert finding.words == line
            assert all(edited[place.paragraph] == line for place in finding.places)


def whole(paragraph, line):
    """The anchor of a whole paragraph."""
    return vn.Anchor(source="paper", paragraph=paragraph, start=0, end=len(line), exact=line)


def test_a_mention_without_words_is_unchecked():
    """Whether a speaker's mention is a name of theirs can't be told where its words are not known."""
    report = ground(village().detach("paper"), {"paper": "Something else."})
    assert report.with_target(Target.CREDIT).counts == {Status.UNCHECKED: len(report.with_target(Target.CREDIT))}
    assert report.with_target(*ANCHORED).counts == {Status.CHANGED: len(report.with_target(*ANCHORED))}
    assert "its text is not here" not in str(report)
    assert "its text is not here" in str(ground(village().detach("paper")))


def test_paragraphs_are_counted_from_the_nearer_kept_one():
    """A word of a changed paragraph is looked for in the paragraph that stands as near to one that was kept."""
    lines = ("First.", "a no b", "c no d", "e no f", "Last.")
    edited = ("First.", "a no b?", "New.", "New.", "e no f?", "Last.")
    for nth, paragraph in ((0, 1), (2, 4)):
        finding = one("no", lines, edited, nth=nth)
        assert (finding.status, finding.places[0].paragraph) == (
            Status.VERIFIED if nth == 0 else Status.MOVED,
            paragraph,
        )


def test_white_space_at_the_ends_of_an_anchor_moves_with_it():
    """An anchor's span is found again as it is, its blanks and marks too."""
    lines = ("Ann said: “no” and left.",)
    anchor = vn.Anchor(source="paper", paragraph=0, start=9, end=15, exact=lines[0][9:15])
    (finding,) = with_texts(
        of_ann(vn.Source(id="paper", language="en", paragraphs=lines), anchor), lines=("Oh, " + lines[0],)
    )
    assert anchor.exact == " “no” "
    assert (finding.status, finding.places) == (Status.MOVED, (ParagraphSpan(paragraph=0, start=13, end=19),))


def test_a_text_for_no_source_is_refused():
    """A text for a source that the story lacks is a mistake, and the sources are named."""
    with pytest.raises(vn.UnknownRecord, match="paper"):
        ground(village(), {"papers": TEXT})


# -- quotations -----------------------------------------------------------------------------------------


def quoting(words: str, **changes: object) -> vn.Story:
    """The village with other words quoted from Ann Gray."""
    story = village()
    quote = vn.Quote(text=words, language="en")
    statement = attrs.evolve(story.statements[0], quotes=(quote,), **changes)
    return attrs.evolve(story, statements=(statement, *story.statements[1:]))


@pytest.mark.parametrize(
    ("words", "status", "places"),
    [
        ("bring the ferry back", Status.VERIFIED, "0:30-50"),
        ("“Bring the  ferry…”", Status.VERIFIED, "0:30-45"),
        ("bring … back", Status.VERIFIED, "0:30-50"),
        ("Ann Gray asked", Status.OUTSIDE_CONTENT, "0:0-14"),
        ("council", Status.OUTSIDE_CONTENT, "0:19-26"),
        ("bring the wagon back", Status.ORPHAN, "0:30-50"),
        ("nothing of this kind", Status.ORPHAN, ""),
        ("!!", Status.UNCHECKED, ""),
    ],
)
def test_a_quotation_is_looked_for_in_what_was_said_first(words, status, places):
    """Inside what is anchored as said it is verified, elsewhere in the source outside of it, nowhere an orphan."""
    (finding,) = ground(quoting(words)).with_target(Target.QUOTATION)
    assert (finding.status, ", ".join(map(str, finding.places))) == (status, places)
    for place in finding.places:
        assert LINES[place.paragraph][place.start : place.end]


def test_words_left_out_are_told_in_the_places_of_the_source():
    """An omission is counted in the source's text, not in the part of it that was looked in."""
    (finding,) = ground(quoting("bring … back")).with_target(Target.QUOTATION)
    assert finding.location is not None
    (omission,) = finding.location.omitted
    assert "\n".join(LINES)[omission.start : omission.end] == omission.text == "the ferry"


def saying(line: str, quote: str, **changes: object) -> Finding:
    """The finding of a quotation in a statement whose content is a whole paragraph."""
    source = vn.Source(id="paper", language="en", paragraphs=(line,))
    content = vn.Anchor(source="paper", paragraph=0, start=0, end=len(line), exact=line)
    statement = vn.Statement(
        id="said",
        act=vn.Act.ASSERTIVE,
        speakers=("ann",),
        gist=str(changes.pop("gist", "They go home.")),
        quotes=(vn.Quote(text=quote, language="en"),),
        attributions=(vn.Attribution(mode=vn.Mode.DIRECT, content=(content,)),),
        **changes,
    )
    story = attrs.evolve(of_ann(source), statements=(statement,))
    (finding,) = ground(story).with_target(Target.QUOTATION)
    return finding


def test_what_is_called_out_and_not_said_by_the_statement_is_questionable():
    """Words left out that turn the sense are questioned, unless the condition or the gist says the same."""
    finding = saying("They go home if asked, and they stay", "They go home … and they stay")
    assert (finding.status, finding.questionable, finding.status.ok) == (Status.QUESTIONABLE, True, False)
    assert [callout.kind.value for callout in finding.callouts] == ["condition"]
    assert finding.as_dict()["callouts"][0]["kind"] == "condition"
    assert saying(
        "They go home if asked, and they stay", "They go home … and they stay", condition="if asked"
    ).status.ok
    finding = saying("They do not go home", "They … go home")
    assert finding.status is Status.QUESTIONABLE
    assert saying("They do not go home", "They … go home", gist="They do not go home.").status.ok
    finding = saying("They pay 900 dollars a day", "They pay … a day", gist="They do not pay.")
    assert (finding.status, finding.callouts[0].kind.value) == (Status.QUESTIONABLE, "number")


def test_brackets_and_parts_are_plain_data():
    """What brackets stand for and the parts of a quotation are in the data of a finding, counted in the source."""
    finding = saying("So: we help them win now", "we [hurt] them … now")
    assert finding.location is not None
    data = finding.as_dict()["location"]
    assert data["replaced"] == [{"quoted": "hurt", "found": "help", "start": 7, "end": 11}]
    assert data["parts"] == [[4, 6], [12, 16], [21, 24]]
    assert 'put in brackets: "hurt" for "help"' in Report(story=village(), findings=(finding,)).render()


def test_a_figure_has_one_of_its_numbers_in_its_words():
    """A figure's anchored digits that say none of its bounds are questioned; words in letters are not judged."""
    source = vn.Source(id="paper", language="en", paragraphs=("Some 900 boats and two cars.",))
    for words, low, status in (
        *(("Some 900 boats", 900, Status.VERIFIED), ("Some 900 boats", 800, Status.QUESTIONABLE)),
        ("two cars", 5, Status.VERIFIED),
    ):
        figure = vn.Figure(id="boats", label="boats", low=low, unit="boat", anchors=(source.anchor(words),))
        report = ground(attrs.evolve(of_ann(source), figures=(figure,)))
        (finding,) = report
        assert finding.status is status
        assert ("look at the number" in report.render()) == (status is Status.QUESTIONABLE)


def test_a_report_names_the_definitions_and_folds():
    """Rates of different editions or folds are told apart."""
    report = ground(village())
    assert (report.definitions, set(report.folds)) == ("2", set(Fold))
    assert report.as_dict()["definitions"] == "2"
    few = attrs.evolve(report, folds=(Fold.CASE,))
    assert "with the folds case" in few.render(200)
    assert "with the folds none" in attrs.evolve(report, folds=()).render(200)


def test_a_part_of_a_word_that_an_anchor_cuts_is_no_quotation():
    """The edge of an anchor is no edge of a word."""
    half = vn.Anchor(source="paper", paragraph=0, start=41, end=45, exact="erry")
    attribution = vn.Attribution(mode=vn.Mode.INDIRECT, content=(half,))
    (finding,) = ground(quoting("erry", attributions=(attribution,))).with_target(Target.QUOTATION)
    assert finding.status is Status.ORPHAN


def test_a_quotation_in_several_places_that_none_is_said_to_be_is_ambiguous():
    """Where what was said is gone, and the quotation stands several times, nothing tells which is meant."""
    report = with_texts(quoting("no"), lines=("No, or no.", "And no again."))
    (finding,) = report.with_target(Target.QUOTATION)
    assert finding.status is Status.AMBIGUOUS
    assert "several places" in report.render()


def test_a_quotation_may_stand_in_a_source_that_is_not_here():
    """What no text at hand has is unchecked while another source of the statement is not here."""
    story = quoting("never said here")
    other = vn.Source(id="other", language="en", paragraphs=("Ann: never said here.",))
    attribution = vn.Attribution(mode=vn.Mode.DIRECT, content=(other.anchor("never said here"),))
    first = story.statements[0]
    both = attrs.evolve(first, attributions=(*first.attributions, attribution))
    story = attrs.evolve(story, sources=(SOURCE, other), statements=(both, *story.statements[1:]))
    quotation = ground(story).of("ann-asks").with_target(Target.QUOTATION).findings[0]
    assert (quotation.status, quotation.source) == (Status.VERIFIED, "other")
    hidden = story.detach("other")
    quotation = ground(hidden).of("ann-asks").with_target(Target.QUOTATION).findings[0]
    assert (quotation.status, quotation.source) == (Status.UNCHECKED, "other")
    elsewhere = attrs.evolve(both, quotes=(vn.Quote(text="took no side", language="en"),))
    hidden = attrs.evolve(hidden, statements=(attrs.evolve(elsewhere, attributions=hidden.statements[0].attributions),))
    quotation = ground(attrs.evolve(hidden, stances=())).with_target(Target.QUOTATION).findings[0]
    assert (quotation.status, quotation.source) == (Status.OUTSIDE_CONTENT, "paper")


# -- who is credited --------------------------------------------------------------------------------------

PEOPLE = (
    vn.Person(id="ann", name="Ann Gray", aliases=("Annie",), roles=(vn.Role(title="mayor", organization="council"),)),
    vn.Person(id="ben", name="Ben de la Cruz"),
    vn.Person(id="hope", name="Hope Young"),
    vn.Person(id="clerk", description="a clerk of the council"),
)


def credited(mention: str, speakers: tuple[str, ...] = ("ann",), rest: str = " spoke: go.") -> Finding:
    """What is made of a mention of the speakers."""
    text = f"{mention}{rest} The officials agreed."
    source = vn.Source(id="paper", language="en", paragraphs=(text,))
    speaker = vn.Anchor(source="paper", paragraph=0, start=0, end=len(mention), exact=mention)
    story = vn.Story(
        id="credit",
        title="Credit",
        summary="Who said it.",
        language="en",
        as_of=vn.PartialDate("2020-03-02"),
        sources=(source,),
        people=PEOPLE,
        organizations=(
            vn.Organization(id="council", name="Town Council", kind=vn.OrganizationKind.GOVERNMENT, country="CL"),
        ),
        countries=(vn.Country(id="CL", name="Chile"), vn.Country(id="PE", name="Peru")),
        groups=(vn.Group(id="teachers", label="the teachers", members=("ann", "ben")),),
        statements=(
            vn.Statement(
                id="says",
                speakers=speakers,
                act=vn.Act.DIRECTIVE,
                gist="Go.",
                attributions=(vn.Attribution(mode=vn.Mode.DIRECT, content=(source.anchor("go"),), speaker=(speaker,)),),
            ),
        ),
    )
    (finding,) = ground(story).with_target(Target.CREDIT)
    return finding


@pytest.mark.parametrize(
    "mention",
    [
        *["Ann Gray", "ANN  GRAY", "Gray", "Annie", "Mayor Ann Gray", "Gray, a friend of Hope Young", "Gray (51)"],
        *["Peru's new mayor, Ann Gray", "Peru supporter Ann Gray", "Ben de la Cruz and Gray", "Gray of Peru"],
    ],
)
def test_a_name_of_a_speaker_supports(mention):
    """A name or alias of a speaker, a part of a person's name too, supports the statement."""
    finding = credited(mention)
    assert finding.status is Status.SUPPORTED
    assert "ann" in finding.names


@pytest.mark.parametrize(
    ("mention", "named"),
    [
        *[("Ben de la Cruz", "ben"), ("Cruz", "ben"), ("President Hope Young", "hope"), ("Young, who left", "hope")],
        *[("Peru", "PE"), ("Gray's brother, Ben de la Cruz", "ben"), ("Gray supporter Hope Young", "hope")],
    ],
)
def test_a_name_of_another_actor_contradicts(mention, named):
    """The name of an actor who is no speaker, nor close to one, is said so."""
    finding = credited(mention)
    assert (finding.status, finding.names) == (Status.MISATTRIBUTED, (named,))


@pytest.mark.parametrize(
    "mention",
    [
        *["She", "he", "A senior official", "The mayor", "Ben de la Cruz's sister", "a friend of Hope Young"],
        *["Hope Young supporters", "a young", "The Town Council", "the teachers", "The Senior Officials", "Mayor"],
        *["The president of Peru", "Officials", "EU Officials"],
    ],
)
def test_pronouns_and_descriptions_are_left_undecided(mention):
    """What describes, stands for somebody, or names a body that a speaker belongs to, decides nothing."""
    assert credited(mention).status is Status.UNDECIDED


def test_a_group_speaks_through_its_members():
    """A member's name supports a statement by a group, and so does its label."""
    assert credited("Cruz", ("teachers",)).status is Status.SUPPORTED
    assert credited("Teachers", ("teachers",)).status is Status.SUPPORTED
    assert credited("Hope Young", ("teachers",)).status is Status.MISATTRIBUTED
    assert credited("Chile", ("council",)).status is Status.UNDECIDED
    assert credited("Gray", ("ann", "teachers")).status is Status.SUPPORTED


def test_a_statement_of_nobody_has_no_speaker_to_support():
    """Where nobody is credited, an actor's name contradicts, that of who relayed it does not, and all else is open."""
    assert credited("Ann Gray", ()).status is Status.MISATTRIBUTED
    assert credited("Tom Baker", ()).status is Status.UNDECIDED
    assert credited("critics", ()).status is Status.UNDECIDED


def test_a_name_that_nobody_has_is_an_unknown_one():
    """A name of nobody in the story is told, where named people speak and the text never writes it small."""
    assert credited("Tom Baker").status is Status.UNKNOWN_NAME
    assert credited("Tom Baker, 51").status is Status.UNKNOWN_NAME
    assert credited("Tom Baker", ("clerk",)).status is Status.UNDECIDED
    assert credited("Tom Baker", ("council",)).status is Status.UNDECIDED
    assert credited("Tom Gray").status is not Status.UNKNOWN_NAME
    assert credited("Tom Baker", rest=" spoke: go. A baker agreed.").status is Status.UNDECIDED
    assert credited("Tom's Friends").status is Status.UNDECIDED


# -- the report -------------------------------------------------------------------------------------------


def test_a_report_is_read_by_record_status_and_target():
    """Filters give reports of what they keep, and can follow each other."""
    report = ground(village())
    assert {finding.record for finding in report.of("ann-asks")} == {"ann-asks"}
    assert report.of("ann-asks").with_target(Target.CUE).counts == {Status.VERIFIED: 1}
    assert len(report.with_status(Status.ORPHAN)) == 0
    assert report.of("school").ok
    with pytest.raises(vn.UnknownRecord):
        report.of("nobody")


def test_a_page_tells_counts_and_every_trouble():
    """The page begins with the verdict, tables what was found, and shows each trouble with its place."""
    story = village()
    swapped = attrs.evolve(story.statements[0], speakers=("council",), to=())
    story = attrs.evolve(story, statements=(swapped, *story.statements[1:]))
    report = ground(story)
    assert report.render() == (
        "The ferry: 1 of 13 need a look\n"
        "\n"
        "     anchor  6 verified\n"
        "    content  3 verified\n"
        "        cue  1 verified\n"
        "    speaker  1 verified\n"
        "     credit  1 misattributed\n"
        "  quotation  1 verified\n"
        "By edition 2 of the definitions, with all folds.\n"
        "\n"
        "MISATTRIBUTED credit of ann-asks\n"
        '  "Ann Gray"\n'
        "  → is a name of ann-gray, no speaker; paper 0:0-8\n"
        "    /statements/0/attributions/0/speaker/0\n"
    )


def test_a_page_tells_of_texts_that_are_not_here():
    """What could not be checked is counted by source."""
    page = ground(village().detach("paper")).render()
    assert "nothing speaks against it" in page
    assert "paper: 13 unchecked; its text is not here, and was not given in texts" in page


def test_a_page_of_nothing_says_so():
    """A story without anchors has an empty report, which is fine."""
    story = attrs.evolve(
        village(), people=(), groups=(), works=(), statements=(), stances=(), events=(), figures=(), photos=()
    )
    assert ground(story).render() == "The ferry: nothing to check\n"
    assert repr(ground(story)) == "<Report on 'ferry': nothing to check>"


@given(st.integers(0, 200))
def test_a_page_keeps_its_width(width):
    """No line is wider than asked for, from 40 columns on, pointers and longer words apart."""
    text = TEXT.replace("bring the ferry back", "bring no ferry").replace("Later", "Soon")
    page = ground(quoting("bring the wagon back"), {"paper": text}).render(width)
    prose = [line for line in page.splitlines() if "/" not in line and "verified" not in line]
    assert max(map(len, prose)) <= max(width, 40)


def test_a_finding_is_plain_data_without_what_it_has_nothing_of():
    """A finding's data has its words, places and location where there are any."""
    report = with_texts(village(), lines=("Ann Gray begged the council to bring the ferry back.", LINES[1]))
    found = {finding.pointer: finding.as_dict() for finding in report}
    assert found["/people/0/anchors/0"] == {
        "pointer": "/people/0/anchors/0",
        "record": "ann-gray",
        "target": "anchor",
        "status": "verified",
        "source": "paper",
        "words": "Ann Gray",
        "places": [{"paragraph": 0, "start": 0, "end": 8}],
    }
    assert found["/statements/0/attributions/0/cue/0"]["location"] == {"outcome": "missing"}
    assert found["/statements/0/attributions/0/speaker/0"]["names"] == ["ann-gray"]
    bare = Finding(
        path=("people", 0),
        record="ann",
        target=Target.ANCHOR,
        status=Status.ORPHAN,
        location=Location(outcome=Outcome.MISSING),
    )
    assert bare.as_dict().keys() == {"pointer", "record", "target", "status", "location"}


def test_every_remark_on_a_location_is_plain_data_too():
    """Folds, omissions and edits are written out."""
    story = quoting("Bring … back")
    (finding,) = ground(story).with_target(Target.QUOTATION)
    data = finding.as_dict()["location"]
    assert data["folds"] == ["case"]
    assert data["elided"] is True
    assert data["omitted"][0]["text"] == "the ferry"
    (altered,) = ground(quoting("bring the wagon back")).with_target(Target.QUOTATION)
    assert altered.as_dict()["location"]["diff"][0]["kind"] == "changed"


def test_a_page_tells_how_words_differ():
    """Changed, dropped and added words, other spellings and words left out are told, numbers called out."""
    lines = ("Ann said we will go home in 5 days and stay there.",)
    cases = {
        "we will go home in 6 days and stay there": '"5" where "6" is quoted (a number)',
        "we will go home in days and stay there": 'the text has "5" besides (a number)',
        "we will all go home in 5 days and stay there": 'the text does not have "all"',
    }
    for words, told in cases.items():
        source = vn.Source(id="paper", language="en", paragraphs=(f"Ann said {words}.",))
        story = of_ann(source, source.anchor(words))
        assert told in with_texts(story, lines=lines).render(200)
    assert "spelled otherwise: case" in ground(quoting("ann GRAY")).render()
    assert "left out: " in ground(quoting("Ann … council")).render()
