"""What drawn stories are like, and what they can be asked for: sizes, strategies of arrays, links."""

from __future__ import annotations

import statistics
from collections import Counter

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news._records import ACTORS, ARRAYS, anchors_of, references_of
from venezuela_news.grounding import Status, Target, ground

ARRAYS_OF_ACTORS = [name for name, cls in ARRAYS.items() if cls in ACTORS]


def sample(strategy, count):
    """So many draws, always the same."""
    drawn = []

    @settings(
        max_examples=count, database=None, derandomize=True, deadline=None, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    @given(strategy)
    def draw(value):
        drawn.append(value)

    draw()
    return drawn


def size(story):
    return sum(len(getattr(story, name)) for name in ARRAYS)


def share(facts):
    facts = list(facts)
    return sum(map(bool, facts)) / len(facts)


# -- drawn stories are like stories ---------------------------------------------------------------


@pytest.fixture(scope="module")
def stories():
    return sample(strategies.stories(), 300)


def test_half_of_the_stories_have_25_records(stories):
    """The median story has 25 records or more; few are empty, and one is."""
    sizes = list(map(size, stories))
    assert statistics.median(sizes) >= 25
    assert 0 < share(size == 0 for size in sizes) < 0.05


def test_most_stories_have_statements_and_stances(stories):
    """Three stories of five have both statements and stances."""
    assert share(story.statements and story.stances for story in stories) >= 0.6


def test_two_records_refer_to_most_actors(stories):
    """Of all actors, more than half are named by two records or more."""
    named = []
    for story in stories:
        times = Counter(
            id
            for name in ARRAYS
            for record in getattr(story, name)
            for id in {id for _, id, _ in references_of(record)}
        )
        named += [times[actor.id] for name in ARRAYS_OF_ACTORS for actor in getattr(story, name)]
    assert share(times >= 2 for times in named) > 0.5


def test_most_quotations_stand_in_their_sources(stories):
    """Of the quotations of which the sources can be read, three of four stand where they are anchored; not all do."""
    findings = [
        finding for story in stories for finding in ground(story).findings if finding.target is Target.QUOTATION
    ]
    read = [finding for finding in findings if finding.status is not Status.UNCHECKED]
    assert len(read) > 50
    assert 0.75 <= share(finding.status is Status.VERIFIED for finding in read) < 1


def test_stories_have_conflicts_and_groups_in_groups(stories):
    """In one story of ten somebody contradicts itself; as often a group is in a group; anchors and rivals are common."""
    assert share(story.conflicts() for story in stories) >= 0.1
    groups = [{group.id for group in story.groups} for story in stories]
    nested = [any(ids & {*group.members} for group in story.groups) for ids, story in zip(groups, stories, strict=True)]
    assert share(nested) >= 0.1
    assert share(any(claim.rivals for claim in story.claims) for story in stories) >= 0.1


# -- how many records -----------------------------------------------------------------------------


@pytest.mark.parametrize(("least", "most"), [(0, 0), (0, 1), (3, 3), (0, 5), (20, 30), (1, 66), (80, 120)])
def test_stories_have_as_many_records_as_asked_for(least, most):
    """No story has fewer records than the least or more than the most that are asked for."""
    sizes = {size(story) for story in sample(strategies.stories(min_records=least, max_records=most), 40)}
    assert least <= min(sizes)
    assert max(sizes) <= most
    assert len(sizes) > 1 or least == most or most <= 1


@pytest.mark.parametrize("most", [30, 100, 300])
def test_larger_bounds_give_larger_stories(most):
    """Half of the stories have more than a third of the most records, however many those are."""
    assert statistics.median(map(size, sample(strategies.stories(max_records=most), 30))) > most / 3


def test_the_least_alone_makes_room():
    """Of the least alone, the most is worked out."""
    assert min(map(size, sample(strategies.stories(min_records=90), 10))) >= 90


def test_small_stories_may_have_anything():
    """Of stories of five records at most, some have a statement and some a stance, with what these need."""
    drawn = sample(strategies.stories(max_records=5), 100)
    assert any(story.statements for story in drawn)
    assert any(story.stances for story in drawn)


@pytest.mark.nightly(reason="it shrinks, with hundreds of large stories")
def test_stories_of_many_records_shrink_to_as_few_as_they_need():
    """Of hundreds of records those go that a fact does not need."""
    few = settings(max_examples=200, database=None, derandomize=True, deadline=None)
    story = find(strategies.stories(max_records=300), lambda story: len(story.photos) >= 2, settings=few)
    assert (size(story), [photo.id for photo in story.photos]) == (2, ["photo-1", "photo-2"])


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_have_as_many_records_as_asked_for(name):
    """Each array has exactly so many records, or between the least and the most, as it was asked for."""
    exact = sample(strategies.stories(**{name: 3}), 15)
    assert {len(getattr(story, name)) for story in exact} == {3}
    between = {len(getattr(story, name)) for story in sample(strategies.stories(**{name: (1, 4)}), 25)}
    assert between <= {1, 2, 3, 4}
    assert len(between) > 1
    assert not any(getattr(story, name) for story in sample(strategies.stories(**{name: 0}), 15))


def test_what_records_need_is_there():
    """Where statements and stances are asked for, and few other records, there is what they need."""
    for story in sample(strategies.stories(statements=1, stances=1, max_records=5), 20):
        assert len(story.statements) == len(story.stances) == len(story.claims) == len(story.sources) == 1
        assert size(story) == 5


def test_what_nobody_can_have_is_left_out():
    """Without sources no story has statements, and without actors none has stances."""
    none = dict.fromkeys(("sources", *ARRAYS_OF_ACTORS), 0)
    for story in sample(strategies.stories(**none), 20):
        assert not story.statements
        assert not story.stances


# -- strategies of arrays -------------------------------------------------------------------------


@given(
    strategies.stories(people=st.lists(strategies.people(name=st.just("Ann"), age=st.just(40)), min_size=1, max_size=3))
)
def test_given_records_keep_what_is_theirs(story):
    """Records that a strategy draws keep their own fields."""
    assert 1 <= len(story.people) <= 3
    assert {(person.name, person.age) for person in story.people} == {("Ann", 40)}


def any_of(*names):
    return {name: st.lists(getattr(strategies, name)(), min_size=1, max_size=2) for name in names}


@given(strategies.stories(**any_of(*ARRAYS)))
def test_given_records_of_every_kind_make_a_story(story):
    """Where every array is drawn by a strategy, the story is legal, and every reference and anchor leads somewhere."""
    assert all(1 <= len(getattr(story, name)) <= 2 for name in ARRAYS)
    lines = {source.id: len(source.paragraphs or source.digests) for source in story.sources}
    for name in ARRAYS:
        for index, record in enumerate(getattr(story, name)):
            assert all(anchor.paragraph < lines[anchor.source] for _, anchor in anchors_of(record, name, index))


TEXT = vn.Source(id="minutes", language="en", paragraphs=("The bridge is open, said Ann.",))
ANN = vn.Person(id="ann", name="Ann", anchors=(TEXT.anchor("Ann"),))
COUNCIL = vn.Group(id="council", label="the council", members=("ann",))
OPEN = vn.Claim(id="open", text="The bridge is open.", kind=vn.ClaimKind.FACT, about=("council",))
AGREES = vn.Stance(
    id="agrees", holder="ann", claim="open", position=vn.Position.FAVOR, asserted_by=("council", "ghost")
)
SAID = vn.Statement(
    id="said", speakers=("ann",), gist="It is open.", quotes=(vn.Quote(text="The bridge is open", language="en"),),
    attributions=(vn.Attribution(mode=vn.Mode.DIRECT, content=(TEXT.anchor("The bridge is open"),)),),
)  # fmt: skip


@given(
    strategies.stories(
        sources=st.just([TEXT]), people=st.just((ANN,)), groups=st.just([COUNCIL]), claims=st.just([OPEN]),
        stances=st.just([AGREES]), statements=st.just([SAID]),
    )
)  # fmt: skip
def test_references_that_lead_somewhere_stay(story):
    """Given records keep their ids and all that they name which is in the story; what is not there is left out."""
    assert (story.sources, story.people, story.groups, story.claims) == ((TEXT,), (ANN,), (COUNCIL,), (OPEN,))
    assert story.statements == (SAID,)
    (stance,) = story.stances
    assert (stance.holder, stance.claim, stance.asserted_by) == ("ann", "open", ("council",))


@given(strategies.stories(sources=st.just([TEXT]), statements=2))
def test_statements_are_anchored_in_given_sources(story):
    """All anchors are in the sources that were given."""
    assert len(story.statements) == 2
    assert {anchor.source for it in story.statements for credit in it.attributions for anchor in credit.content} == {
        TEXT.id
    }


KEPT = vn.Source(id="minutes", language="en", digests=("0" * 64,))
HEARD = attrs.evolve(
    SAID, attributions=(vn.Attribution(mode=vn.Mode.DIRECT, content=(vn.Anchor(source="minutes", paragraph=0, start=0, end=18),)),),
)  # fmt: skip


@given(strategies.stories(sources=st.just([KEPT]), people=st.just([ANN]), statements=st.just([SAID, HEARD])))
def test_anchors_fit_a_given_source_as_it_is(story):
    """Where a given source has digests alone, given places without words stay, and words are taken off."""
    (source,) = story.sources
    first, second = story.statements
    assert source == KEPT
    assert second.attributions == HEARD.attributions
    assert all(anchor.exact is None for credit in first.attributions for anchor in credit.content)


@given(strategies.stories(people=st.just([ANN, ANN]), countries=st.just([vn.Country(id="VE", name="A")] * 2)))
def test_given_ids_that_are_there_already_are_made_anew(story):
    """Of two given records with one id, the second gets another."""
    first, second = story.people
    assert first.id == "ann" != second.id
    assert story.countries[0].id == "VE" != story.countries[1].id


@pytest.mark.parametrize("wrong", [ANN, [ANN, OPEN], "ann", None], ids=["person", "claim", "text", "none"])
def test_wrong_records_are_told(wrong):
    """A strategy that draws no list of the array's records is told to be wrong where it is drawn from."""
    with pytest.raises(
        TypeError, match=r"'people' is .*; give a strategy for lists .*Person: st.lists\(strategies.people\(\)\)"
    ):
        find(strategies.stories(people=st.just(wrong)), lambda _: True)


# -- links ----------------------------------------------------------------------------------------


@given(strategies.stories(linked=False))
def test_unlinked_records_name_what_they_need_alone(story):
    """Without links, a record names what it needs: an attribution's source, a stance's holder and claim."""
    named = {
        (type(record).__name__, path[0])
        for name in ARRAYS
        for record in getattr(story, name)
        for path, _, _ in references_of(record)
    }
    assert named <= {("Stance", "holder"), ("Stance", "claim"), ("Statement", "attributions")}
