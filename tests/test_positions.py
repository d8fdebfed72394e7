"""Where actors stand: conflicts are those of the definition, and are found in time of what there is."""

from __future__ import annotations

import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news._positions import StanceIndex, _Times
from work import lines_run

DAY = vn.PartialDate("2019-01-23")
WHENS = st.sampled_from(
    [None, *map(vn.parse_date, ["2019", "2018", "2019-01", "2019-01-23", "2019~", "2018/..", "2019-01-23T10:00:00Z", "../2018",
                                "2019-01-XX", "2019-22"])]
)  # fmt: skip
GROUPS = ["g1", "g2", "g3", "g4"]
PEOPLE = ["p1", "p2"]
CLAIMS = ["c1", "c2", "c3"]


@st.composite
def worlds(draw):
    """Groups in groups, some of whose members are excluded elsewhere; rivals; and stances of all."""
    groups = []
    for index, id in enumerate(GROUPS):
        # Members are later groups and people, so that no group is within itself.
        actors = [*GROUPS[index + 1 :], *PEOPLE]
        members = tuple(draw(st.lists(st.sampled_from(actors), unique=True, max_size=3)))
        excludes = tuple(draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=1)))
        excludes = tuple(actor for actor in excludes if actor not in members)
        groups.append(vn.Group(id=id, label=id, members=members, excludes=excludes))
    pairs = draw(st.lists(st.sampled_from(list(itertools.combinations(CLAIMS, 2))), unique=True, max_size=2))
    claims = [
        vn.Claim(id=id, text=id, kind=vn.ClaimKind.FACT, rivals=tuple(two for one, two in pairs if one == id))
        for id in CLAIMS
    ]
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from([*GROUPS, *PEOPLE]), st.sampled_from(CLAIMS), st.sampled_from(vn.Position), WHENS
            ),
            max_size=9,
        )
    )
    stances = [
        vn.Stance(id=f"s{number}", holder=holder, claim=claim, position=position, when=when)
        for number, (holder, claim, position, when) in enumerate(drawn)
    ]
    return groups, claims, stances


def conflicts_by_definition(groups, claims, stances):
    """Every conflict, by trying all pairs of the stances that speak for each actor."""
    index = StanceIndex(groups, claims, stances, DAY)

    def speaking(holder, claim):
        own = [stance for stance in stances if (stance.holder, stance.claim) == (holder, claim)]
        above = set(index.ancestors(holder))
        return own or [stance for stance in stances if stance.holder in above and stance.claim == claim]

    def together(one, other):
        return (one.when or DAY).overlaps(other.when or DAY) is not False

    found = set()
    for holder in {*PEOPLE, *GROUPS}:
        for claim in CLAIMS:
            speakers = speaking(holder, claim)
            opposed = {
                stance.id
                for stance in speakers
                if any(other.position is not stance.position and together(stance, other) for other in speakers)
            }
            if opposed:
                found.add(("opposed-stances", holder, (claim,), frozenset(opposed)))
        for claim in claims:
            for rival in claim.rivals:
                sides = [
                    [stance for stance in speaking(holder, each) if stance.position is vn.Position.FAVOR]
                    for each in (claim.id, rival)
                ]
                both = {
                    stance.id
                    for one, other in itertools.product(*sides)
                    if together(one, other)
                    for stance in (one, other)
                }
                if both:
                    found.add(("favored-rivals", holder, (claim.id, rival), frozenset(both)))
    return found


@given(worlds())
def test_conflicts_are_those_of_the_definition(world):
    """Conflicts are found exactly where stances that speak for an actor disagree at a time that they may share."""
    groups, claims, stances = world
    found = list(StanceIndex(groups, claims, stances, DAY).conflicts())
    told = {(one.rule, one.holder, one.claims, frozenset(stance.id for stance in one.stances)) for one in found}
    assert len(told) == len(found)
    assert told == conflicts_by_definition(groups, claims, stances)
    for conflict in found:
        assert list(conflict.stances) == [stance for stance in stances if stance in conflict.stances]


@given(st.lists(WHENS.filter(bool), max_size=6), WHENS.filter(bool))
def test_dates_meet_where_one_of_them_may_overlap(dates, date):
    """A date meets others exactly where it may overlap one of them."""
    assert _Times(dates).meets(date) is any(date.overlaps(other) is not False for other in dates)


COUNTRIES = ["CO", "MX", "PE"]


@st.composite
def blocs(draw):
    """Groups of countries and of groups, complete or not; a stance of each on one claim; and who is asked about."""
    groups = []
    for index, id in enumerate(GROUPS):
        named = draw(st.lists(st.sampled_from([*GROUPS[index + 1 :], *COUNTRIES, *PEOPLE]), unique=True, max_size=3))
        count = draw(st.integers(0, len(named)))
        excludes = tuple(actor for actor in named[count:] if actor not in GROUPS)
        complete = draw(st.booleans())
        groups.append(vn.Group(id=id, label=id, members=tuple(named[:count]), excludes=excludes, complete=complete))
    return groups, draw(st.sampled_from(["CO", "CO", "p1"]))


@given(blocs())
def test_a_country_may_be_in_a_group_that_it_would_inherit_from_as_one_of_its_members(bloc):
    """Exactly the groups are told that a country would inherit from, if an incomplete group of countries listed it."""
    groups, holder = bloc
    claim = vn.Claim(id="c1", text="c1", kind=vn.ClaimKind.FACT)
    stances = [
        vn.Stance(id=f"s-{group.id}", holder=group.id, claim="c1", position=vn.Position.FAVOR) for group in groups
    ]
    index = StanceIndex(groups, [claim], stances, DAY)
    listed = set(index.ancestors(holder))
    possible = set()
    for group in groups:
        if group.complete or holder in (*group.members, *group.excludes):
            continue
        if set(COUNTRIES).isdisjoint((*group.members, *group.excludes)):
            continue
        wider = attrs.evolve(group, members=(*group.members, holder))
        others = [wider if other is group else other for other in groups]
        possible |= set(StanceIndex(others, [claim], stances, DAY).ancestors(holder))
    expected = possible - listed if holder in COUNTRIES else set()
    assert set(index.explain(holder, "c1", DAY).possible_via) == expected


def test_nothing_is_inherited_in_a_circle():
    """Where groups go round in a circle, which is an error of its own, own stances are compared all the same."""
    groups = [vn.Group(id="g1", label="1", members=("g2", "p1")), vn.Group(id="g2", label="2", members=("g1",))]
    claims = [vn.Claim(id="c1", text="c", kind=vn.ClaimKind.FACT)]
    stances = [
        vn.Stance(id=f"s{place}", holder=holder, claim="c1", position=position)
        for place, (holder, position) in enumerate(
            [
                ("g1", vn.Position.FAVOR),
                ("g1", vn.Position.AGAINST),
                ("p2", vn.Position.FAVOR),
                ("p2", vn.Position.NEUTRAL),
            ]
        )
    ]
    found = StanceIndex(groups, claims, stances, DAY).conflicts()
    assert {conflict.holder for conflict in found} == {"g1", "p2"}


# -- growth: counted in lines that are run, never by the clock ------------------------------------


def story(**records):
    return {
        "schema_version": 1,
        "id": "s",
        "title": "S",
        "summary": "S",
        "language": "en",
        "as_of": "2019-01-23",
    } | records


def many_stances(count):
    """So many stances of one holder, on one claim, at so many times."""
    return story(
        people=[{"id": "ann", "name": "Ann"}],
        claims=[{"id": "c", "text": "C", "kind": "fact"}],
        stances=[
            {
                "id": f"s{n}",
                "holder": "ann",
                "claim": "c",
                "position": ("favor", "against")[n % 2],
                "when": f"{1000 + n}",
            }
            for n in range(count)
        ],
    )


def favored_rivals(count):
    """So many stances of one holder in favor of two rivals."""
    document = many_stances(count)
    document["claims"] = [
        {"id": "c", "text": "C", "kind": "fact", "rivals": ["d"]}, {"id": "d", "text": "D", "kind": "fact"},
    ]  # fmt: skip
    document["stances"] = [
        stance | {"claim": "cd"[n // (count // 2)], "position": "favor"} for n, stance in enumerate(document["stances"])
    ]
    return document


def chain_of_groups(count):
    """So many groups, each in the next, and two stances that disagree at the top."""
    return story(
        groups=[{"id": f"g{n}", "label": "G"} | ({"members": [f"g{n - 1}"]} if n else {}) for n in range(count)],
        claims=[{"id": "c", "text": "C", "kind": "fact"}],
        stances=[
            {"id": "s1", "holder": f"g{count - 1}", "claim": "c", "position": "favor"},
            {"id": "s2", "holder": f"g{count - 2}", "claim": "c", "position": "against"},
        ],
    )


def shared_members(count):
    """Actors in two groups each, of groups that disagree on many claims: what is found grows with them."""
    groups = [f"g{n}" for n in range(10)]
    members = [f"m{n}" for n in range(count)]
    return story(
        people=[{"id": member, "name": "M"} for member in members],
        groups=[
            {"id": id, "label": "G", "members": members[n::10] + members[(n + 1) % 10 :: 10]}
            for n, id in enumerate(groups)
        ],
        claims=[{"id": f"c{n}", "text": f"C{n}", "kind": "fact"} for n in range(10)],
        stances=[
            {"id": f"s{n}-{c}", "holder": id, "claim": f"c{c}", "position": ("favor", "against")[n % 2]}
            for n, id in enumerate(groups)
            for c in range(10)
        ],
    )


@pytest.mark.parametrize("shape", [many_stances, favored_rivals, chain_of_groups, shared_members])
def test_checking_grows_with_its_input_and_what_it_finds(shape):
    """Three times as much takes little more than three times the work, for a story and for its document."""
    small, large = shape(100), shape(300)
    for prepare in (vn.structure, lambda document: document):
        few, many = (
            lines_run(lambda document=document: vn.check(document)) for document in map(prepare, (small, large))
        )
        assert many < 4 * few


def test_a_constructor_looks_for_no_conflicts(monkeypatch):
    """Whoever builds or reads a story pays nothing for conflicts: nobody asked."""
    calls = []
    monkeypatch.setattr(StanceIndex, "conflicts", lambda self: calls.append(self) or iter(()))
    built = vn.structure(many_stances(4))
    vn.loads(vn.dumps(built))
    attrs.evolve(built, title="T")
    assert calls == []
    vn.check(built)
    assert len(calls) == 1
