"""The story's look-ups and derived views."""

from __future__ import annotations

import copy
import hashlib
import pickle

import attrs
import pytest

import venezuela_news as vn
from village import SOURCE, TEXT, village
from work import lines_run

STORY = village()
CLAIM = "ferry-returns"


def test_records_are_found_by_id():
    """Any record is found by its id, typed by its class; what is not there is a KeyError."""
    assert STORY.find(vn.Person, "ann-gray").age == 40
    assert STORY["CL"] == vn.Country(id="CL", name="Chile")
    assert "ann-gray" in STORY
    assert "ann" not in STORY
    assert [] not in list(STORY.people)


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (lambda: STORY["ann-grey"], "the story has no record 'ann-grey'; did you mean 'ann-gray'?"),
        (lambda: STORY.find(vn.Person, "council"), "the story has no Person 'council'"),
        (lambda: STORY.statements_by("nobody"), "the story has no actor 'nobody'"),
        (lambda: STORY.position_of("clerc", "ferry-returns"), "did you mean 'clerk'?"),
        (lambda: STORY.position_of("clerk", "ferry"), "the story has no Claim 'ferry'"),
        (lambda: STORY.mentions("nothing"), "the story has no record 'nothing'"),
        (lambda: STORY.attach("radio", ""), "the story has no Source 'radio'"),
        (lambda: STORY.detach("radio"), "the story has no Source 'radio'"),
    ],
    ids=map(str, range(8)),
)
def test_what_is_not_there_is_named(look, said):
    """An unknown id raises UnknownRecord, a KeyError, with ids that are spelled alike."""
    with pytest.raises(vn.UnknownRecord) as caught:
        look()
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (
            lambda: STORY.find(vn.Country, "ann-gray"),
            "no Country 'ann-gray'; that is the id of a record of kind Person",
        ),
        (lambda: STORY.position_of("Chile", "ferry-returns"), "no actor 'Chile'; did you mean 'CL'?"),
        (lambda: STORY["chile"], "no record 'chile'; did you mean 'CL'"),
        (
            lambda: STORY.statements_by("ferry-returns"),
            "no actor 'ferry-returns'; that is the id of a record of kind Claim",
        ),
        (lambda: STORY.position_of("lake", "ferry-returns"), "that is the id of a record of kind Place"),
    ],
    ids=map(str, range(5)),
)
def test_a_name_and_an_id_of_another_kind_are_told(look, said):
    """Who is asked for by name is told the id; an id of another kind of record is told its kind."""
    with pytest.raises(vn.UnknownRecord) as caught:
        look()
    assert said in str(caught.value)


def test_a_name_of_several_records_is_told_with_all_of_them():
    """Mentions of a name that several records have are refused, with the ids of all; an id is never in doubt."""
    story = attrs.evolve(STORY, people=(*STORY.people, vn.Person(id="other-ann", name=STORY["ann-gray"].name)))
    with pytest.raises(
        vn.UnknownRecord, match="several records are called: write an id, 'ann-gray' or 'other-ann'"
    ) as caught:
        story.mentions(STORY["ann-gray"].name.upper())
    assert caught.value.near == ("ann-gray", "other-ann")
    assert story.mentions("ann-gray") == STORY.mentions("ann-gray")


def test_suggestions_are_made_when_they_are_looked_at(monkeypatch):
    """An unknown id costs its look-up alone: what is similar is looked for when the error is shown or pickled."""
    compared = []
    monkeypatch.setattr("difflib.get_close_matches", lambda *given, **options: compared.append(given) or ["ann-gray"])
    with pytest.raises(vn.UnknownRecord) as caught:
        STORY["ann-grey"]
    assert compared == []
    assert "did you mean 'ann-gray'?" in str(caught.value)
    assert len(compared) == 1
    assert pickle.loads(pickle.dumps(caught.value)).near == ("ann-gray",)


def test_look_ups_take_time_of_their_answer():
    """Mentions, statements and unknown ids of a story are looked up without walking over it again."""
    STORY.mentions("ann-gray"), STORY.statements_by("ann-gray")
    for look in (lambda: STORY.mentions("ann-gray"), lambda: STORY.statements_by("ann-gray"), lambda: "none" in STORY):
        assert lines_run(look) < 30


@pytest.mark.parametrize("mark", ["\x07", "\ud800"])
def test_a_text_that_no_story_can_hold_is_not_attached(mark):
    """A text whose digests match, and which holds a control character or half a surrogate pair, is a mismatch."""
    line = f"A{mark}B"
    digest = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
    story = attrs.evolve(STORY, sources=(*STORY.sources, vn.Source(id="bad", language="en", digests=(digest,))))
    with pytest.raises(vn.TextMismatch, match="paragraphs 0 hold what no paragraph of a story can") as caught:
        story.attach("bad", line)
    assert caught.value.paragraphs == (0,)


def test_a_repr_says_what_a_person_wants_to_know():
    """A record shows its id and what it is called, of a long text the beginning; a timeline floods no notebook."""
    assert repr(STORY["ann-gray"]) == f"<Person 'ann-gray': {STORY['ann-gray'].name!r}>"
    assert repr(STORY.stances[0]) == f"<Stance {STORY.stances[0].id!r}>"
    long = attrs.evolve(STORY.statements[0], gist="so " * 99 + "on")
    assert len(repr(long)) < 150
    assert all(len(repr(item)) < 200 for item in (*vn.story().timeline(), *vn.story().statements[0].attributions))


def test_a_story_is_not_iterated():
    """A story is looked up by id and array by array: iterating over it is an error."""
    with pytest.raises(TypeError, match="not iterable"):
        iter(STORY)  # type: ignore[call-overload]


def test_statements_are_found_by_speaker():
    """A speaker's statements come in the story's order."""
    assert [statement.id for statement in STORY.statements_by("ann-gray")] == ["ann-asks"]
    assert STORY.statements_by("clerk") == ()


@pytest.mark.parametrize(
    ("holder", "position", "via"),
    [
        ("council", vn.Position.AGAINST, ()),
        ("valley", vn.Position.FAVOR, ()),
        ("villagers", vn.Position.FAVOR, ("valley",)),
        ("ann-gray", vn.Position.FAVOR, ("valley",)),
        ("CL", vn.Position.NEUTRAL, ()),
        ("PE", None, ()),
        ("clerk", None, ()),
        ("BR", None, ()),
    ],
)
def test_a_position_is_ones_own_or_ones_groups(holder, position, via):
    """Own stances beat those of groups; listed members inherit, through groups in groups too; others don't."""
    why = STORY.explain_position(holder, "ferry-returns")
    assert (why.position, why.via, why.inferred) == (position, via, bool(via))
    assert STORY.position_of(holder, "ferry-returns") is position
    assert bool(why.stances) is (position is not None)


def test_stances_that_disagree_give_no_position():
    """Two positions on one claim give none, and show as a conflict and a warning."""
    more = vn.Stance(id="more", holder="council", claim="ferry-returns", position=vn.Position.FAVOR)
    story = attrs.evolve(STORY, stances=(*STORY.stances, more))
    assert story.position_of("council", "ferry-returns") is None
    assert len(story.explain_position("council", "ferry-returns").stances) == 2
    (conflict,) = story.conflicts()
    assert (conflict.rule, conflict.holder, conflict.claims) == ("opposed-stances", "council", ("ferry-returns",))
    assert [problem.rule for problem in vn.check(story)] == ["opposed-stances"]


def test_stances_of_different_times_do_not_conflict():
    """A position given up before another was taken is no conflict, and each counts at its time."""
    stances = (
        vn.Stance(
            id="old", holder="PE", claim="ferry-returns", position=vn.Position.FAVOR, when=vn.Interval("2010/2015")
        ),
        vn.Stance(id="new", holder="PE", claim="ferry-returns", position=vn.Position.AGAINST),
    )
    story = attrs.evolve(STORY, stances=stances)
    assert story.conflicts() == ()
    assert story.position_of("PE", "ferry-returns") is vn.Position.AGAINST
    assert story.position_of("PE", "ferry-returns", at="2012") is vn.Position.FAVOR
    assert story.position_of("PE", "ferry-returns", at=vn.PartialDate("2017")) is None


def test_favor_for_rivals_through_a_group_is_a_conflict():
    """A member that favors one claim, in a group that favors its rival, is in conflict; the group is not."""
    own = vn.Stance(id="own", holder="ann-gray", claim="ferry-stays", position=vn.Position.FAVOR)
    story = attrs.evolve(STORY, stances=(*STORY.stances, own))
    (conflict,) = story.conflicts()
    assert (conflict.rule, conflict.holder) == ("favored-rivals", "ann-gray")
    assert set(conflict.claims) == {"ferry-returns", "ferry-stays"}


def test_a_group_does_not_speak_for_whom_it_excludes():
    """A member of a member does not inherit from a group that excludes it."""
    groups = (STORY.groups[0], attrs.evolve(STORY.groups[1], excludes=("ann-gray",)))
    story = attrs.evolve(STORY, groups=groups)
    assert story.position_of("villagers", "ferry-returns") is vn.Position.FAVOR
    assert story.position_of("ann-gray", "ferry-returns") is None


@pytest.mark.parametrize(
    ("when", "ids"),
    [
        ("2020-03-02", ["valley-for", "council-against", "chile-neutral"]),
        ("2020-02-10", ["chile-neutral"]),
        ("2019", []),
        ("2020", ["valley-for", "council-against", "chile-neutral"]),
    ],
)
def test_stances_count_at_their_times(when, ids):
    """A stance without a time counts on the story's day, another when its time shares a moment."""
    assert [stance.id for stance in STORY.stances_at(when)] == ids


def test_a_time_that_is_no_date_is_a_problem():
    """What is asked for at a time takes EDTF, and says so."""
    with pytest.raises(vn.InvalidStory, match="bad-date"):
        STORY.stances_at("yesterday")


@pytest.mark.parametrize(
    ("when", "holds"), [("2020-03-02/..", True), ("2020-03-02/", True), (None, False), ("2020-03-02", False)]
)
def test_a_stance_that_began_and_has_no_end_may_be_held_later(when, holds):
    """The day after, a stance with a start alone still counts; one without a time, or of one day, does not."""
    date = when and vn.parse_date(when)
    stance = vn.Stance(id="peru-for", holder="PE", claim=CLAIM, position=vn.Position.FAVOR, when=date)
    later = attrs.evolve(STORY, stances=(stance,)).stances_at("2020-03-03")
    assert later == ((stance,) if holds else ())


def test_a_country_is_told_of_groups_that_it_may_be_in():
    """What nobody lists is not inferred, and told all the same: in groups of countries that are not complete."""
    region = vn.Group(id="region", label="most of the region", excludes=("CL",))
    stance = vn.Stance(id="region-for", holder="region", claim=CLAIM, position=vn.Position.FAVOR)
    story = attrs.evolve(STORY, groups=(*STORY.groups, region), stances=(*STORY.stances, stance))
    why = story.explain_position("CO", CLAIM)
    assert (why.position, why.via, why.possible_via) == (None, (), ("valley", "region"))
    assert story.explain_position("CL", CLAIM).possible_via == ()
    assert story.explain_position("clerk", CLAIM).possible_via == ()
    own = vn.Stance(id="peru-against", holder="PE", claim=CLAIM, position=vn.Position.AGAINST)
    assert attrs.evolve(story, stances=(*story.stances, own)).explain_position("PE", CLAIM).possible_via == ()


@pytest.mark.parametrize(
    ("record", "label"),
    [
        ("ann-gray", "Ann Gray"),
        ("clerk", "a clerk of the council"),
        ("CL", "Chile"),
        ("ferry-returns", "The ferry comes back."),
        ("ann-asks", "The council should bring the ferry back."),
        ("paper", "paper"),
        (STORY.people[0], "Ann Gray"),
    ],
)
def test_every_record_has_a_label(record, label):
    """A record is called by its name or words, by its id or itself."""
    assert STORY.label(record) == label


def test_a_stance_is_called_by_what_it_says():
    """Holder, position and claim are told by their labels."""
    stance = STORY.stances[0]
    words = {"favor": "in favor of", "against": "against", "neutral": "neutral on"}[stance.position.value]
    holder, claim = STORY.label(stance.holder), STORY.label(stance.claim)
    assert STORY.label(stance) == STORY.label(stance.id) == f"{holder} {words}: {claim}"


def test_the_timeline_goes_by_date_and_order():
    """Dates as written come first, then what comes after what; the undated stand behind what they follow."""
    assert [item.id for item in STORY.timeline()] == [
        *("storm", "meeting", "ann-asks", "council-refuses", "campaign"),
        *("vote", "rumor"),
    ]


def test_mentions_are_the_records_that_refer():
    """What refers to a record is told with the fields that do, by id, name or alias in any case."""
    found = STORY.mentions("ann-gray")
    assert [(mention.record.id, mention.fields) for mention in found] == [
        ("villagers", (("members", 0),)),
        ("ann-asks", (("speakers", 0),)),
    ]
    assert STORY.mentions("GRAY") == STORY.mentions("Ann Gray") == found
    assert [mention.record.id for mention in STORY.mentions("chile")] == [
        "valley",
        "village",
        "charter",
        "chile-neutral",
    ]
    assert [mention.record.id for mention in STORY.mentions("the villagers")] == ["valley", "meeting"]


def test_the_words_at_an_anchor():
    """An anchor's words are read from its source; what is no span of it is told."""
    anchor = SOURCE.anchor("said no")
    assert STORY.text_of(anchor) == STORY.text_of(attrs.evolve(anchor, exact=None)) == "said no"
    for wrong in (
        vn.Anchor(source="paper", paragraph=1, start=0, end=5, exact="Never"),
        vn.Anchor(source="paper", paragraph=9, start=0, end=5, exact="Later"),
        vn.Anchor(source="paper", paragraph=1, start=0, end=len(SOURCE.paragraphs[1]) + 1),
        vn.Anchor(source="paper", paragraph=9, start=0, end=3),
    ):
        with pytest.raises(vn.TextMismatch, match="the anchor is no span of it"):
            STORY.text_of(wrong)
    with pytest.raises(vn.TextMismatch, match="attach its text first"):
        STORY.detach("paper").text_of(STORY.detach("paper").people[0].anchors[0])


def test_detach_takes_the_words_away_and_attach_brings_them_back():
    """A detached story holds no word of its source, and its text makes it whole again."""
    detached = STORY.detach("paper")
    assert "Gray asked" not in vn.dumps(detached)
    assert detached.people[0].anchors[0].exact is None
    assert detached.attach("paper", TEXT) == STORY
    assert detached.attach("paper", TEXT.replace("\n", "\r\n  ")) == STORY
    assert detached.detach("paper") is detached
    assert STORY.attach("paper", TEXT) is STORY
    assert detached.attach("paper", TEXT).people[1] is detached.people[1]


@pytest.mark.parametrize(
    ("text", "paragraphs", "said"),
    [
        (TEXT.replace("ferry", "boat"), (0,), "these differ or are missing: 0; "),
        ("", (0, 1), "it has 0 paragraphs, the source 2"),
        (TEXT + "And more.", (), "of the text's paragraphs these are not the source's: 2"),
        ("\n".join(reversed(TEXT.splitlines())), (1,), "paragraphs count from 0"),
    ],
    ids=["edited", "empty", "longer", "turned round"],
)
@pytest.mark.parametrize("detached", [True, False])
def test_another_text_is_not_attached(text, paragraphs, said, detached):
    """A text that is not the source's is refused, and it is told which paragraphs differ."""
    story = STORY.detach("paper") if detached else STORY
    with pytest.raises(vn.TextMismatch, match=said) as caught:
        story.attach("paper", text)
    assert caught.value.paragraphs == paragraphs


def test_a_story_is_a_value():
    """Equal stories are equal and hash alike, also when copied or pickled, asked or not asked before."""
    other = village()
    STORY.mentions("ann-gray")
    STORY.conflicts()
    for again in (other, copy.copy(STORY), copy.deepcopy(STORY), pickle.loads(pickle.dumps(STORY))):
        assert again == STORY
        assert hash(again) == hash(STORY)
        assert again["ann-gray"] == STORY["ann-gray"]
    assert attrs.evolve(STORY, title="Another") != STORY


def test_a_story_shows_its_facts():
    """A story's repr counts its records."""
    assert repr(STORY).startswith("<Story 'ferry': 1 source, 2 people, 2 organizations, 2 countries, ")
    assert repr(vn.Story(id="a", title="A", summary="A", language="en", as_of=vn.PartialDate("2020-01-01"))) == (
        "<Story 'a': no records>"
    )


@pytest.mark.parametrize("date", ["2020", "2020-01-01~", "2020-01-01?", "2020-01-01T10:00:00"])
def test_a_story_is_told_on_a_day(date):
    """The story's day is one day without a mark."""
    with pytest.raises(vn.InvalidStory, match=r"\$\.as_of: .* is not one day"):
        attrs.evolve(STORY, as_of=vn.PartialDate(date))


def test_problems_of_fields_and_between_records_come_together():
    """A story with a bad field and a dangling reference reports both; with a wrong type, only that."""
    with pytest.raises(vn.InvalidStory) as caught:
        attrs.evolve(STORY, title=" ", countries=STORY.countries[1:], places=())
    rules = {problem.rule for problem in caught.value.problems}
    assert {"blank-text", "dangling-reference"} <= rules
    with pytest.raises(vn.InvalidStory) as caught:
        attrs.evolve(STORY, people=STORY.organizations, countries=())
    assert {problem.rule for problem in caught.value.problems} == {"wrong-type"}


def test_a_span_beyond_its_paragraph_is_a_mismatch():
    """A span that reaches beyond its paragraph, or begins there, is told by `attach` as any other wrong one."""
    detached = village().detach("paper")
    line = SOURCE.paragraphs[0]
    for start, end in ((len(line) - 3, len(line) + 5), (len(line) + 1, len(line) + 5)):
        anchor = vn.Anchor(source="paper", paragraph=0, start=start, end=end)
        story = attrs.evolve(detached, photos=(attrs.evolve(detached.photos[0], anchors=(anchor,)),))
        with pytest.raises(
            vn.TextMismatch, match="anchors into paragraphs 0 reach beyond the paragraph's end"
        ) as caught:
            story.attach("paper", TEXT)
        assert caught.value.paragraphs == (0,)


def test_members_of_the_same_groups_share_what_they_inherit():
    """A conflict that many members inherit is told for each of them, and warned of once."""
    story = village()
    people = tuple(vn.Person(id=f"m{index}", name="M") for index in range(50))
    crowd = vn.Group(id="crowd", label="a crowd", members=tuple(person.id for person in people))
    stances = tuple(
        vn.Stance(id=f"crowd-{position}", holder="crowd", claim="ferry-returns", position=position)
        for position in (vn.Position.FAVOR, vn.Position.AGAINST)
    )
    story = attrs.evolve(
        story, people=story.people + people, groups=(*story.groups, crowd), stances=story.stances + stances
    )
    assert len(story.conflicts()) == 51
    assert [problem.rule for problem in vn.check(story)] == ["opposed-stances"]


def test_a_conflict_inherited_by_different_ways_is_warned_of_once():
    """Members of further groups, whose stances take no part in it, inherit the same conflict."""
    groups = tuple(
        vn.Group(id=id, label=id, members=members)
        for id, members in (("one", ("clerk", "ann-gray")), ("two", ("clerk", "ann-gray")), ("past", ("clerk",)))
    )
    stances = tuple(
        vn.Stance(id=f"s-{holder}", holder=holder, claim="ferry-stays", position=position, when=when)
        for holder, position, when in (
            ("one", vn.Position.FAVOR, None),
            ("two", vn.Position.AGAINST, None),
            ("past", vn.Position.NEUTRAL, vn.PartialDate("1990")),
        )
    )
    story = attrs.evolve(village(), groups=groups, stances=stances, events=(), statements=(), figures=())
    assert [conflict.holder for conflict in story.conflicts()] == ["clerk", "ann-gray"]
    assert [problem.rule for problem in vn.check(story)] == ["opposed-stances"]


def test_many_equal_paragraphs_are_told_apart_in_time():
    """Texts of a thousand equal paragraphs are compared by place, and of many numbers the first are listed."""
    source = vn.Source(id="song", language="en", paragraphs=("La.",) * 1000)
    story = attrs.evolve(STORY, sources=(*STORY.sources, source)).detach("song")
    with pytest.raises(
        vn.TextMismatch, match=r"1, 3, 5, 7, 9, 11, 13, 15, 17, 19 and 490 more; of the text's"
    ) as caught:
        story.attach("song", "La.\nLi.\n" * 1000)
    assert caught.value.paragraphs == tuple(range(1, 1000, 2))


def test_a_text_with_half_a_surrogate_pair_is_another_text():
    """A lone surrogate has no UTF-8, and is no traceback either."""
    with pytest.raises(vn.TextMismatch, match="it has 1 paragraphs, the source 2"):
        STORY.attach("paper", "\ud800")
