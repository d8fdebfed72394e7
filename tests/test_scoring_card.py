"""What a reader sees of a score: figures, lists, pages and plain data."""

from __future__ import annotations

import itertools
import json
from typing import Any

import attrs
import pytest

import venezuela_news as vn
import village
from scored import ANN, CLAIM, disguised, said, told
from venezuela_news import scoring
from venezuela_news._records import ARRAYS
from venezuela_news.scoring import score

STORY = village.village()


class TestFigures:
    def test_nothing_against_nothing(self):
        """Two empty stories score 1 everywhere."""
        empty = told(sources=())
        assert set(score(empty, empty).scores().values()) == {1.0}

    def test_nothing_against_something(self):
        """Who predicts nothing invents nothing and finds nothing."""
        gold = village.village()
        card = score(told(sources=()), gold)
        assert (card.overall.precision, card.overall.recall, card.overall.f1) == (1, 0, 0)
        assert (card.people.precision, card.people.recall, card.people.f1) == (1, 0, 0)
        assert (card.position_accuracy, len(card.misses)) == (0, card.overall.gold)
        assert card.attributions.content.strict.recall == 0

    def test_one_miss(self):
        """A record left out is a miss of its kind, and lowers its recall alone."""
        gold = village.village()
        card = score(attrs.evolve(gold, figures=gold.figures[1:]), gold)
        assert card.misses == (gold.figures[0],)
        assert (card.figures.recall, card.figures.precision, card.people.f1) == (0.75, 1, 1)
        assert card.macro.recall == pytest.approx((11 + 0.75) / 12)
        assert card.overall.recall == (card.overall.gold - 1) / card.overall.gold

    def test_positions(self):
        """Position accuracy is the share of right positions in the larger of the two numbers of stances."""
        gold = village.village()
        first, second, third = gold.stances
        wrong = attrs.evolve(second, position=vn.Position.FAVOR)
        card = score(attrs.evolve(gold, stances=(first, wrong, third)), gold)
        assert card.position_accuracy == 2 / 3
        (confusion,) = card.confusions
        assert (confusion.field, confusion.predicted, confusion.gold) == ("position", wrong.position, second.position)
        assert score(attrs.evolve(gold, stances=(first,)), gold).position_accuracy == 1 / 3
        assert score(gold, attrs.evolve(gold, stances=(first,))).position_accuracy == 1 / 3

    def test_the_wrong_speaker(self):
        """A statement with the wrong speaker is aligned by its span, and confused."""
        gold = village.village()
        first, second = gold.statements
        spoken = attrs.evolve(first.attributions[0], speaker=(village.SOURCE.anchor("council", paragraph=0),))
        wrong = attrs.evolve(first, speakers=("council",), attributions=(spoken,))
        card = score(attrs.evolve(gold, statements=(wrong, second)), gold)
        assert card.statements.f1 == 1
        assert [(confusion.field, confusion.predicted, confusion.gold) for confusion in card.confusions] == [
            ("speakers", ("council",), ("ann-gray",))
        ]
        assert (card.attributions.speaker.strict.f1, card.attributions.speaker.overlap.f1) == (0, 0)
        assert card.attributions.cue.strict.f1 == card.attributions.content.strict.f1 == 1

    def test_a_longer_span(self):
        """A span that is too long earns nothing strictly, and the share in common by overlap."""
        gold = village.village()
        first, second = gold.statements
        anchor = village.SOURCE.anchor("to bring the ferry back")
        longer = attrs.evolve(first.attributions[0], content=(anchor,))
        card = score(attrs.evolve(gold, statements=(attrs.evolve(first, attributions=(longer,)), second)), gold)
        assert card.attributions.content.strict.recall == 0.5
        assert card.attributions.content.overlap.recall == pytest.approx((1 + 2 * 20 / 43) / 2, abs=1e-6)
        assert card.confusions == ()

    def test_speakers_of_other_statements_earn_nothing(self):
        """Speakers at the right places with each other's contents earn nothing."""
        source = village.SOURCE

        def story(first: str, second: str) -> vn.Story:
            statements = tuple(
                said(
                    f"s{number}",
                    "ann",
                    "Words.",
                    attributions=(
                        vn.Attribution(
                            mode=vn.Mode.DIRECT, content=(source.anchor(content),), speaker=(source.anchor(speaker),)
                        ),
                    ),
                )
                for number, (speaker, content) in enumerate(((first, "bring the ferry back"), (second, "Later")))
            )
            return told(people=(ANN,), statements=statements)

        card = score(story("Ann Gray", "Chile"), story("Chile", "Ann Gray"))
        assert card.attributions.content.strict.f1 == 1
        assert card.attributions.speaker.overlap.f1 == 0

    @pytest.mark.parametrize("step", [1, -1])
    def test_the_best_attribution_counts(self, step):
        """A statement earns what its best attribution earns, whichever comes first."""
        one, longer = (
            vn.Attribution(mode=vn.Mode.DIRECT, content=(village.SOURCE.anchor(words),))
            for words in ("bring the ferry back", "to bring the ferry back")
        )
        gold = told(people=(ANN,), statements=(said("s", "ann", "It sails.", attributions=(one, longer)[::step]),))
        predicted = told(people=(ANN,), statements=(said("s", "ann", "It sails.", attributions=(one,)),))
        assert score(predicted, gold).attributions.content.strict.f1 == 1
        assert score(predicted, gold).attributions.content.overlap.f1 == 1

    def test_a_source_that_was_not_read_costs_no_attribution(self):
        """What is credited in several sources is found in any of them."""
        gold = vn.story()

        def in_english(record: Any) -> Any:
            if isinstance(record, vn.Statement):
                kept = tuple(each for each in record.attributions if each.content[0].source == "en")
                return attrs.evolve(record, attributions=kept)
            if hasattr(record, "anchors"):
                return attrs.evolve(record, anchors=tuple(each for each in record.anchors if each.source == "en"))
            return record

        arrays = {array: tuple(map(in_english, getattr(gold, array))) for array in ARRAYS}
        arrays["sources"] = (gold.find(vn.Source, "en"),)
        card = score(attrs.evolve(gold, **arrays), gold)
        assert card.sources.recall == pytest.approx(1 / 3)
        assert card.attributions.content.strict.f1 == card.statements.f1 == card.events.f1 == 1
        assert card.confusions == ()

    def test_a_text_that_stays_elsewhere(self):
        """A source with digests alone scores as the same source with its text."""
        gold = village.village()
        card = score(gold.detach("paper"), gold)
        assert set(card.scores().values()) == {1.0}
        assert card.confusions == ()


class TestConfusions:
    @pytest.mark.parametrize(
        ("array", "index", "changes", "fields"),
        [
            ("people", 0, {"age": 41}, ["age"]),
            ("people", 0, {"age": None}, ["age"]),
            ("people", 0, {"name": "GRAY", "aliases": ("Ann Gray",)}, []),
            ("people", 0, {"name": "Mrs. Ann Gray"}, ["name"]),
            ("people", 0, {"name": "The Teacher", "aliases": ("Ann Gray",)}, []),
            ("people", 0, {"roles": ()}, ["roles"]),
            ("people", 0, {"roles": (vn.Role(title="Teacher", organization="school", former=True),)}, []),
            ("people", 0, {"roles": (vn.Role(title="teacher", organization="council", former=True),)}, ["roles"]),
            ("people", 1, {"name": "Cleo"}, ["name"]),
            ("organizations", 0, {"kind": vn.OrganizationKind.PARTY, "parent": "school"}, ["kind", "parent"]),
            ("groups", 1, {"members": ("CL", "villagers"), "within": "lake"}, ["within"]),
            ("groups", 1, {"members": ("CL",)}, ["members"]),
            ("claims", 0, {"rivals": (), "text": "The ferry comes back again."}, ["rivals"]),
            ("statements", 0, {"capacity": "TEACHER", "quotes": ()}, ["quotes"]),
            ("statements", 0, {"condition": None, "about": ("lake", "ferry-returns")}, ["about"]),
            ("events", 1, {"when": vn.PartialDate("2020-03"), "category": None}, ["when", "category"]),
            ("figures", 0, {"low": 25, "unit": "Person"}, ["low"]),
            ("sources", 0, {"publisher": "Paper", "description": "A paper."}, ["publisher"]),
        ],
    )
    def test_fields(self, array, index, changes, fields):
        """Aligned records that differ are told field by field; other wordings are no difference."""
        gold = village.village()
        if array == "organizations":
            school = attrs.evolve(gold.organizations[1], parent=None)
            gold = attrs.evolve(gold, organizations=(gold.organizations[0], school))
        records = list(getattr(gold, array))
        records[index] = attrs.evolve(records[index], **changes)
        card = score(attrs.evolve(gold, **{array: tuple(records)}), gold)
        assert [
            confusion.field
            for confusion in card.confusions
            if confusion.match.gold.id == getattr(gold, array)[index].id
        ] == fields

    def test_a_rivalry_is_meant_both_ways(self):
        """A rivalry said on the other of the two claims is no difference."""
        gold = village.village()
        first, second = gold.claims
        claims = (attrs.evolve(first, rivals=()), attrs.evolve(second, rivals=(first.id,)))
        assert score(attrs.evolve(gold, claims=claims), gold).confusions == ()

    def test_an_edited_text(self):
        """A source of which a paragraph differs is confused by its paragraphs."""
        one = vn.Source(id="s", language="en", paragraphs=("One.", "Two.", "Three."))
        card = score(told(sources=(attrs.evolve(one, paragraphs=("One.", "Two.", "Four.")),)), told(sources=(one,)))
        assert [confusion.field for confusion in card.confusions] == ["paragraphs"]

    def test_items_are_paired_as_can_be(self):
        """Items that could be paired with several are paired so that none is left over."""

        def story(*roles: vn.Role) -> vn.Story:
            twins = tuple(vn.Group(id=f"g{number}", label="them") for number in range(2))
            return told(groups=twins, people=(attrs.evolve(ANN, roles=roles),))

        one, other = (vn.Role(title="x", organization=group) for group in ("g0", "g1"))
        assert score(story(one, other), story(other, one)).confusions == ()
        (confusion,) = score(story(one, other), story(one, vn.Role(title="y", organization="g1"))).confusions
        assert confusion.field == "roles"

    def test_what_some_best_assignment_pairs_agrees(self):
        """An item that was paired makes room for one that has no other partner."""

        def story(*roles: vn.Role) -> vn.Story:
            bodies = (
                vn.Group(id="g0", label="them"),
                vn.Group(id="g1", label="them"),
                vn.Group(id="h", label="others"),
            )
            return told(groups=bodies, people=(attrs.evolve(ANN, roles=roles),))

        first, second, third = (vn.Role(title="x", organization=group) for group in ("g0", "g1", "h"))
        assert score(story(first, third), story(second, third)).confusions == ()
        assert score(story(third, first), story(second, third)).confusions == ()

    def test_a_thousand_items_that_look_alike(self):
        """Items that differ in marks alone are paired, however many they are."""
        body = vn.Organization(id="body", name="Body", kind=vn.OrganizationKind.OTHER)

        def story(step: int) -> vn.Story:
            roles = tuple(vn.Role(title=f"pilot{'!' * count}", organization="body") for count in range(1_100))
            return told(organizations=(body,), people=(attrs.evolve(ANN, roles=roles[::step]),))

        assert score(story(1), story(-1)).confusions == ()

    def test_items_make_room_however_many_they_are(self):
        """A chain of items that each have to make room for the one before is as long as it is."""
        size = 1_100
        rows = range(size)
        assert most_pairs([*rows[1:], 0], rows, lambda row, column: column in (row - 1, row))

    @given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=5, max_size=5))
    def test_items_are_paired_if_they_can_be(self, fits):
        """Items are paired without a rest exactly if some order of one side fits the other."""
        possible = any(all(map(list.__getitem__, fits, order)) for order in itertools.permutations(range(5)))
        assert most_pairs(range(5), range(5), lambda row, column: fits[row][column]) is possible


CARD = """\
                         precision    recall        F1   matched  predicted   gold
sources                      1.000     1.000     1.000         1          1      1
people                       0.500     1.000     0.667         1          2      1
organizations                1.000     1.000     1.000         0          0      0
countries                    1.000     0.000     0.000         0          0      1
groups                       1.000     1.000     1.000         0          0      0
places                       1.000     1.000     1.000         0          0      0
claims                       1.000     1.000     1.000         1          1      1
statements                   1.000     1.000     1.000         0          0      0
stances                      1.000     0.500     0.667         1          1      2
events                       1.000     1.000     1.000         0          0      0
figures                      1.000     1.000     1.000         0          0      0
photos                       1.000     1.000     1.000         0          0      0
overall                      0.800     0.667     0.727         4          5      6
mean over kinds              0.958     0.875     0.861
speaker spans, strict        1.000     1.000     1.000         0          0      0
speaker spans, overlap       1.000     1.000     1.000         0          0      0
cue spans, strict            1.000     1.000     1.000         0          0      0
cue spans, overlap           1.000     1.000     1.000         0          0      0
content spans, strict        1.000     1.000     1.000         0          0      0
content spans, overlap       1.000     1.000     1.000         0          0      0
positions                    0.000 of 2 right

misses (2)
  countries: CL  Chile
  stances: s2  CL neutral open

inventions (1)
  people: zoe  somebody far away who is described at such great length that nobody wan…

confusions (3)
  people: p1 for ann, age
    predicted: nothing
    gold:      41
  people: p1 for ann, roles
    predicted: pilot p1body
    gold:      nothing
  stances: s1 for s1, position
    predicted: favor
    gold:      against
"""


class TestCard:
    @pytest.fixture
    def card(self) -> scoring.Card:
        gold = told(
            people=(attrs.evolve(ANN, age=41),),
            countries=(vn.Country(id="CL", name="Chile"),),
            claims=(CLAIM,),
            stances=(
                vn.Stance(id="s1", holder="ann", claim="open", position=vn.Position.AGAINST),
                vn.Stance(id="s2", holder="CL", claim="open", position=vn.Position.NEUTRAL),
            ),
        )
        long = "somebody far away who is described at such great length that nobody wants to read all of it"
        predicted = told(
            people=(
                vn.Person(id="p1", name="ANN", roles=(vn.Role(title="pilot"),)),
                vn.Person(id="zoe", description=long),
            ),
            claims=(attrs.evolve(CLAIM, id="claim"),),
            stances=(vn.Stance(id="s1", holder="p1", claim="claim", position=vn.Position.FAVOR),),
        )
        return score(predicted, gold)

    def test_a_page(self, card):
        """A card is a table of figures, and lists of what was missed, invented and confused."""
        assert str(card) == card.render() == CARD.replace("pilot p1body", "pilot")

    def test_a_perfect_page(self):
        """A card without a miss, invention or confusion is the table alone."""
        assert str(score(told(), told())).splitlines()[-1] == "positions                    1.000 of 0 right"

    def test_a_short_form(self, card):
        """The repr says what matters most."""
        assert repr(card) == "<Card: F1 0.727, 2 misses, 1 inventions, 3 confusions>"

    def test_what_a_terminal_gets(self):
        """What could steer a terminal stands on the page as an escape."""
        gold = told(people=(vn.Person(id="ann", name="A\u202enn", aliases=("\u2066",)),))
        assert "people: ann  A\\u202enn\n" in score(told(), gold).render()

    def test_plain_data(self, card):
        """A card is plain data for any JSON writer, figures and lists included."""
        data = json.loads(json.dumps(card.as_dict()))
        assert data == card.as_dict()
        assert data["people"] == {"matched": 1, "predicted": 2, "gold": 1, "precision": 0.5, "recall": 1.0, "f1": 2 / 3}
        assert data["misses"][0] == {"kind": "countries", "id": "CL", "label": "Chile"}
        assert data["positions"] == {"correct": 0, "total": 2, "accuracy": 0.0}
        assert data["matches"][1] == {"kind": "people", "predicted": "p1", "gold": "ann", "similarity": 1.0}
        role = {"title": "pilot", "former": False, "disputed": False}
        assert data["confusions"][1] == {
            "kind": "people",
            "records": {"predicted": "p1", "gold": "ann"},
            "field": "roles",
            "predicted": [role],
            "gold": [],
        }
        assert set(data) >= set(ARRAYS) | {"overall", "macro", "attributions", "inventions"}
        assert data["attributions"]["cue"]["overlap"]["f1"] == 1

    def test_dates_in_plain_data(self):
        """A date on a card is written as in a document."""
        gold = village.village()
        events = (attrs.evolve(gold.events[0], when=vn.PartialDate("2018")), *gold.events[1:])
        (confusion,) = score(attrs.evolve(gold, events=events), gold).confusions
        assert (confusion.as_dict()["predicted"], confusion.as_dict()["gold"]) == ("2018", "2019~")

    def test_every_figure_has_a_name(self, card):
        """All figures are at hand by name: of kinds, both means, spans and positions."""
        scores = card.scores()
        assert len(scores) == (12 + 2 + 6) * 3 + 1
        assert scores["people.precision"] == card.people.precision == 0.5
        assert scores["attributions.content.strict.f1"] == card.attributions.content.strict.f1
        assert scores["macro.recall"] == card.macro.recall


class TestArguments:
    @pytest.mark.parametrize(
        ("predicted", "gold", "told"),
        [
            ("s.json", STORY, "'predicted' is the text \"s.json\"; give a Story: use vn.read(path)"),
            (STORY, {}, "'gold' is an object; give a Story: use vn.structure(document)"),
            (STORY, None, "'gold' is null (None); give a Story"),
        ],
        ids=["a name", "a document", "nothing"],
    )
    def test_what_is_no_story(self, predicted, gold, told):
        """What is no story is refused by the argument's name, with what makes a story of it."""
        with pytest.raises(TypeError) as caught:
            score(predicted, gold)
        assert str(caught.value) == f"the argument {told}"


class TestTheStory:
    def test_in_disguise(self):
        """The shipped story in disguise scores 1 against itself."""
        card = score(disguised(vn.story(), 7), vn.story())
        assert set(card.scores().values()) == {1.0}
        assert (len(card.matches), card.confusions) == (card.overall.gold, ())

    def test_its_records_have_no_twins(self):
        """Each record of the shipped story is aligned with itself."""
        card = score(vn.story(), vn.story())
        assert all(match.predicted is match.gold for match in card.matches)
