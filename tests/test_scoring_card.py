"""What a reader sees of a score: figures, lists, pages and plain data."""

from __future__ import annotations

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
        assert (card.positions.accuracy, len(card.misses)) == (0, card.overall.gold)
        assert set(card.macro.figures.values()) == {0}
        assert card.facts.f1 == card.speakers.accuracy == 0
        assert card.attributions.content.strict.recall == 0

    def test_one_miss(self):
        """A record left out is a miss of its kind, and lowers its recall alone."""
        gold = village.village()
        card = score(attrs.evolve(gold, figures=gold.figures[1:]), gold)
        assert [miss.record for miss in card.misses] == [gold.figures[0]]
        assert (card.figures.precision, card.people.f1) == (1, 1)
        assert card.figures.recall == (len(gold.figures) - 1) / len(gold.figures)
        told_kinds = [kind for kind in ARRAYS if getattr(gold, kind)]
        assert card.macro.recall == pytest.approx((len(told_kinds) - 1 + card.figures.recall) / len(told_kinds))
        assert card.overall.recall == (card.overall.gold - 1) / card.overall.gold

    def test_positions(self):
        """Position accuracy is the share of right positions in the larger of the two numbers of stances."""
        gold = village.village()
        first, second, third = gold.stances
        wrong = attrs.evolve(second, position=vn.Position.FAVOR)
        card = score(attrs.evolve(gold, stances=(first, wrong, third)), gold)
        assert card.positions.accuracy == card.positions.of_aligned == 2 / 3
        (confusion,) = card.confusions
        assert (confusion.field, confusion.predicted, confusion.gold) == ("position", wrong.position, second.position)
        assert card.position_matrix["against"] == {"favor": 1, "against": 0, "neutral": 0, "none": 0}
        fewer = score(attrs.evolve(gold, stances=(first,)), gold)
        assert (fewer.positions.accuracy, fewer.positions.of_aligned) == (1 / 3, 1)
        assert (fewer.position_matrix["against"]["none"], fewer.position_matrix["neutral"]["none"]) == (1, 1)
        more = score(gold, attrs.evolve(gold, stances=(first,)))
        assert (more.positions.accuracy, sum(more.position_matrix["none"].values())) == (1 / 3, 2)

    def test_the_wrong_speaker(self):
        """A statement with the wrong speaker is aligned by its span, and confused."""
        gold = village.village()
        first, *others = gold.statements
        spoken = attrs.evolve(first.attributions[0], speaker=(village.SOURCE.anchor("council", paragraph=0),))
        wrong = attrs.evolve(first, speakers=("council",), attributions=(spoken,))
        card = score(attrs.evolve(gold, statements=(wrong, *others)), gold)
        assert card.statements.f1 == 1
        rest = len(others) / len(gold.statements)
        assert [(confusion.field, confusion.predicted, confusion.gold) for confusion in card.confusions] == [
            ("speakers", ("council",), ("ann-gray",))
        ]
        assert (card.attributions.speaker.strict.f1, card.attributions.speaker.overlap.f1) == (0, 0)
        assert card.attributions.cue.strict.f1 == card.attributions.content.strict.f1 == 1
        assert (card.speakers.accuracy, card.speakers.of_aligned, card.headline["speakers.accuracy"]) == (
            rest,
            rest,
            rest,
        )
        assert card.facts.matched == card.facts.gold - 1

    def test_all_speakers_wrong(self):
        """With every speaker of the shipped story wrong, the speakers' figures are 0, and the facts show it."""
        gold = vn.story()
        people = [person.id for person in gold.people]
        wrong = tuple(
            attrs.evolve(one, speakers=tuple(id for id in people if id not in one.speakers)[:1])
            for one in gold.statements
        )
        card = score(attrs.evolve(gold, statements=wrong), gold)
        assert (card.speakers.accuracy, card.speakers.of_aligned, card.fields["statements.speakers"].facts.f1) == (
            0,
            0,
            0,
        )
        assert card.statements.f1 == 1
        assert card.facts.gold - card.facts.matched >= len(gold.statements)

    def test_some_of_the_speakers(self):
        """Speakers are right as a set; as facts, each of them counts."""
        people = (ANN, vn.Person(id="ben", name="Ben"), vn.Person(id="cleo", name="Cleo"))
        gold = told(people=people, statements=(said("s", "ann", "It sails.", speakers=("ann", "ben")),))
        predicted = told(people=people, statements=(said("s", "ann", "It sails.", speakers=("cleo", "ann")),))
        card = score(predicted, gold)
        assert (card.speakers.accuracy, card.fields["statements.speakers"].facts.precision) == (0, 0.5)

    def test_nobody_is_an_answer(self):
        """That nobody is credited is right or wrong like any speaker."""
        nobody, somebody = (
            told(people=(ANN,), statements=(said("s", "ann", "It sails.", **m),)) for m in ({"speakers": ()}, {})
        )
        assert score(nobody, nobody).speakers.accuracy == 1
        assert score(nobody, somebody).speakers.accuracy == score(somebody, nobody).speakers.accuracy == 0

    def test_the_figures_of_a_field(self):
        """A field is scored over aligned pairs and over all, as a whole and by facts; what nobody tells has no score."""
        gold = village.village()
        events = (gold.events[0], attrs.evolve(gold.events[1], when=vn.PartialDate("2019")), *gold.events[2:])
        card = score(attrs.evolve(gold, events=events, figures=gold.figures[1:]), gold)
        when = card.fields["events.when"]
        dated = sum(event.when is not None for event in gold.events)
        assert (when.correct, when.aligned, when.predicted, when.gold) == (dated - 1, dated, dated, dated)
        assert when.accuracy == (dated - 1) / dated
        low = card.fields["figures.low"]
        bounded = sum(figure.low is not None for figure in gold.figures)
        assert (low.correct, low.aligned, low.gold, low.of_aligned) == (bounded - 1, bounded - 1, bounded, 1)
        assert low.accuracy == (bounded - 1) / bounded
        assert card.fields["people.roles"].facts == scoring.Measure(matched=3, predicted=3, gold=3)
        assert "people.same_as" not in card.fields
        assert "figures.asserted_by" not in card.fields
        assert card.figure("figures.asserted_by.accuracy") == card.figure("figures.asserted_by.of_aligned") == 1

    def test_roles_agree_in_part(self):
        """Of a role that is wrong in one thing, the others are right."""
        gold = village.village()
        role = attrs.evolve(gold.people[0].roles[0], organization="council")
        people = (attrs.evolve(gold.people[0], roles=(role,)), gold.people[1])
        card = score(attrs.evolve(gold, people=people), gold)
        assert card.fields["people.roles"].facts == scoring.Measure(matched=2, predicted=3, gold=3)
        assert card.fields["people.roles"].accuracy == 0

    def test_a_longer_span(self):
        """A span that is too long earns nothing strictly, and the share in common by overlap."""
        gold = village.village()
        first, *others = gold.statements
        anchor = village.SOURCE.anchor("to bring the ferry back")
        longer = attrs.evolve(first.attributions[0], content=(anchor,))
        card = score(attrs.evolve(gold, statements=(attrs.evolve(first, attributions=(longer,)), *others)), gold)
        count = len(gold.statements)
        assert card.attributions.content.strict.recall == (count - 1) / count
        content = card.attributions.content.overlap
        assert (content.recall, content.precision) == (1, pytest.approx((count - 1 + 20 / 23) / count, abs=1e-6))
        assert content.f1 == 2 * content.precision / (1 + content.precision)
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

    def test_a_source_that_was_not_read_costs_nothing(self):
        """What stands in several sources is found in any of them; the others are told."""
        gold = vn.story()

        def in_english(record: Any) -> Any:
            if isinstance(record, vn.Statement):
                kept = tuple(each for each in record.attributions if each.content[0].source == "en")
                return attrs.evolve(record, attributions=kept)
            if not isinstance(record, vn.Source) and hasattr(record, "anchors"):
                return attrs.evolve(record, anchors=tuple(each for each in record.anchors if each.source == "en"))
            return record

        arrays = {array: tuple(map(in_english, getattr(gold, array))) for array in ARRAYS}
        arrays["sources"] = (gold.find(vn.Source, "en"),)
        card = score(attrs.evolve(gold, **arrays), gold)
        assert [source.id for source in card.unread] == [one.id for one in gold.sources if one.id != "en"]
        assert card.sources.recall == card.attributions.content.strict.f1 == card.statements.f1 == card.events.f1 == 1
        assert set(card.scores().values()) == {1.0}
        assert card.confusions == ()
        assert card.render().splitlines()[-1].startswith("not read: ")

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
            ("statements", 0, {"condition": None, "about": ("lake", "ferry-returns")}, ["condition", "about"]),
            ("statements", 0, {"condition": "should there be money", "gist": "Bring the ferry back, council."}, []),
            ("events", 1, {"when": vn.PartialDate("2020-03"), "category": None}, ["when", "category"]),
            ("figures", 0, {"low": 25, "unit": "Person"}, ["low"]),
            ("sources", 0, {"publisher": "Paper", "description": "A paper."}, ["description", "publisher"]),
            ("events", 0, {"status": vn.EventStatus.CANCELLED}, ["status"]),
            ("figures", 0, {"approximate": True}, ["approximate"]),
            ("stances", 2, {"when": None, "position": vn.Position.FAVOR}, ["position", "when"]),
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

    def test_modes_of_attributions(self):
        """A mode is compared where the contents overlap; where they don't, there is nothing to compare."""
        gold = village.village()
        first = gold.statements[0]
        wrong = attrs.evolve(first.attributions[0], mode=vn.Mode.MIXED)
        card = score(
            attrs.evolve(gold, statements=(attrs.evolve(first, attributions=(wrong,)), *gold.statements[1:])), gold
        )
        assert [confusion.field for confusion in card.confusions] == ["attributions"]
        assert card.fields["statements.attributions"].facts.recall == (len(gold.statements) - 1) / len(gold.statements)
        away = attrs.evolve(first.attributions[0], content=(village.SOURCE.anchor("council", paragraph=0),))
        card = score(
            attrs.evolve(gold, statements=(attrs.evolve(first, attributions=(away,)), *gold.statements[1:])), gold
        )
        assert card.fields["statements.attributions"].facts.recall == (len(gold.statements) - 1) / len(gold.statements)

    def test_what_a_confusion_follows_from(self):
        """A confusion tells the records without a partner that its field names, in either story."""
        gold = village.village()
        photo = attrs.evolve(gold.photos[0], credits=("stranger",))
        stranger = vn.Person(id="stranger", name="Zoe Zeta")
        people = (gold.people[0], stranger)
        changed = {"photos": (photo,), "people": people}
        changed["statements"] = tuple(attrs.evolve(one, relayed_by=()) for one in gold.statements)
        changed["stances"] = tuple(attrs.evolve(one, asserted_by=()) for one in gold.stances)
        changed["events"] = tuple(attrs.evolve(one, asserted_by=()) for one in gold.events)
        card = score(attrs.evolve(gold, **changed), gold)
        confused = next(confusion for confusion in card.confusions if confusion.field == "credits")
        assert [record.id for record in confused.follows_from] == ["stranger", "clerk"]
        assert confused.as_dict()["follows_from"] == ["stranger", "clerk"]

    def test_anchors(self):
        """Anchors are scored by spans: the same ones, and what share of each is covered."""
        gold = village.village()
        moved = attrs.evolve(gold.people[0], anchors=(village.SOURCE.anchor("Ann"),))
        card = score(attrs.evolve(gold, people=(moved, gold.people[1])), gold)
        count = card.anchors.strict.gold
        assert card.anchors.strict.recall == (count - 1) / count
        assert card.anchors.overlap.precision == 1
        assert card.anchors.overlap.recall == pytest.approx((count - 1 + 3 / 8) / count, abs=1e-6)
        assert card.confusions == ()


class TestMisses:
    def test_the_nearest(self):
        """A miss and an invention show the nearest record of the other story, be it another's partner."""
        gold = village.village()
        ann = attrs.evolve(gold.people[0], name="Ann Black", aliases=(), same_as=(), anchors=())
        card = score(attrs.evolve(gold, people=(ann, gold.people[1])), gold)
        (miss,) = (miss for miss in card.misses if miss.kind == "people")
        assert (miss.record.id, miss.nearest.id, miss.similarity) == (
            "ann-gray",
            "ann-gray",
            pytest.approx(1 / 3, abs=1e-5),
        )
        (invention,) = (one for one in card.inventions if one.kind == "people")
        assert (invention.nearest, invention.similarity) == (gold.people[0], miss.similarity)
        assert repr(miss) == "<Unmatched: people 'ann-gray', nearest 'ann-gray' 0.333>"
        assert "  people: ann-gray  Ann Gray\n    nearest: ann-gray (0.33)  Ann Black\n" in card.render()

    def test_nothing_near(self):
        """A miss that nothing is like shows nothing."""
        card = score(told(), told(people=(ANN,)))
        assert (card.misses[0].nearest, card.misses[0].similarity) == (None, 0)
        assert repr(card.misses[0]) == "<Unmatched: people 'ann'>"
        assert card.misses[0].as_dict()["nearest"] is None

    def test_what_a_miss_follows_from(self):
        """A stance is missed with its holder, and says so; one that is missed by itself follows from nothing."""
        gold = village.village()
        valley = next(group for group in gold.groups if group.id == "valley")
        other = attrs.evolve(valley, label="Zyzx", members=("PE",), excludes=(), within=None)
        card = score(attrs.evolve(gold, groups=(gold.groups[0], other)), gold)
        (miss,) = (miss for miss in card.misses if miss.kind == "stances")
        assert (miss.record.id, miss.follows_from) == ("valley-for", (valley,))
        (invention,) = (one for one in card.inventions if one.kind == "stances")
        assert invention.follows_from == (other,)
        alone = score(attrs.evolve(gold, stances=gold.stances[1:]), gold)
        assert [miss.follows_from for miss in alone.misses] == [()]


class TestReading:
    """Recall counts what stands in the sources that were read."""

    LINES = (
        vn.Source(id="one", language="en", paragraphs=("Ann came.",)),
        vn.Source(id="two", language="en", paragraphs=("Ben came.",)),
    )

    def gold(self) -> vn.Story:
        one, two = self.LINES
        people = (
            vn.Person(id="ann", name="Ann", anchors=(one.anchor("Ann"),)),
            vn.Person(id="ben", name="Ben", anchors=(two.anchor("Ben"),)),
            vn.Person(id="cleo", name="Cleo"),
        )
        group = vn.Group(id="all", label="those who came", members=("ann", "ben"), anchors=(one.anchor("came"),))
        return told(sources=self.LINES, people=people, groups=(group,))

    def test_what_was_not_read_is_not_missed(self):
        """What stands in a source that was not read is not missed, as a record or as a reference; the rest is."""
        gold = self.gold()
        group = attrs.evolve(gold.groups[0], members=("ann",))
        read = attrs.evolve(gold, sources=gold.sources[:1], people=gold.people[:1], groups=(group,))
        card = score(read, gold)
        assert [miss.record.id for miss in card.misses] == ["cleo"]
        assert (card.people.recall, card.sources.recall, card.confusions) == (0.5, 1, ())
        assert [source.id for source in card.unread] == ["two"]

    def test_what_was_found_counts(self):
        """What was found though its source was not read counts as found."""
        gold = self.gold()
        ben = attrs.evolve(gold.people[1], anchors=())
        read = attrs.evolve(gold, sources=gold.sources[:1], people=(gold.people[0], ben, gold.people[2]))
        card = score(read, gold)
        assert (card.people.matched, card.people.gold, card.facts.f1) == (3, 3, 1)
        assert card.anchors.strict.gold == 2

    def test_without_any_source_all_counts(self):
        """Where no source is the same, all counts."""
        gold = self.gold()
        bare = told(sources=(), people=tuple(attrs.evolve(one, anchors=()) for one in gold.people[1:]))
        card = score(bare, gold)
        assert (card.people.recall, card.sources.recall, card.unread) == (2 / 3, 0, ())

    def test_sources_that_are_asked_for(self):
        """With `sources`, only what stands in those counts, on both sides, and what stands nowhere."""
        gold = self.gold()
        zoe = vn.Person(id="zoe", name="Zoe", anchors=(self.LINES[1].anchor("came"),))
        predicted = attrs.evolve(gold, people=(*gold.people[1:], zoe), groups=())
        card = score(predicted, gold, sources=["one"])
        assert [(miss.kind, miss.record.id) for miss in card.misses] == [("people", "ann"), ("groups", "all")]
        assert (card.inventions, card.unread) == ((), ())
        assert (card.people.matched, card.people.predicted, card.people.gold) == (1, 1, 2)
        assert score(predicted, gold, sources=["two"]).people.recall == 1
        assert [one.record.id for one in score(predicted, gold, sources=["two"]).inventions] == ["zoe"]

    def test_kinds_that_are_asked_for(self):
        """With `kinds`, only those are on the card; they are aligned as they were."""
        gold = village.village()
        card = score(attrs.evolve(gold, figures=gold.figures[1:]), gold, kinds=("stances", "people"))
        assert list(card.kinds) == ["people", "stances"]
        assert (card.overall.gold, card.misses, card.statements.gold) == (5, (), 0)
        assert {name.split(".")[0] for name in card.fields} == {"people", "stances"}
        assert card.attributions.content.strict.gold == 0
        assert "events.f1" not in card.scores()
        assert set(card.as_dict()) & set(ARRAYS) == {"people", "stances"}


CARD = """\
                           precision    recall        F1   matched  predicted    gold
records                        0.800     0.667     0.727         4          5       6
facts                          0.700     0.538     0.609         7         10      13
mean over kinds                0.700     0.700     0.667

sources                        1.000     1.000     1.000         1          1       1
people                         0.500     1.000     0.667         1          2       1
countries                      1.000     0.000     0.000         0          0       1
claims                         1.000     1.000     1.000         1          1       1
stances                        1.000     0.500     0.667         1          1       2

                            accuracy   aligned  facts F1   correct  predicted    gold
people.description             0.000     1.000     0.000         0          1       0
people.age                     0.000     0.000     0.000         0          0       1
people.roles                   0.000     0.000     0.000         0          1       0
countries.name                 0.000     1.000     0.000         0          0       1
stances.holder                 0.500     1.000     0.667         1          1       2
stances.claim                  0.500     1.000     0.667         1          1       2
stances.position               0.000     0.000     0.000         0          1       2

misses (2)
  countries: CL  Chile
  stances: s2  CL neutral open
    follows from: countries CL

inventions (1)
  people: zoe  somebody far away who is described at such great length that nobody wan…

confusions (3)
  people: p1 for ann, age
    predicted: nothing
    gold:      41
  people: p1 for ann, roles
    predicted: pilot
    gold:      nothing
  stances: s1 for s1, position
    predicted: favor
    gold:      against
"""


class TestCard:
    @pytest.fixture
    def card(self) -> scoring.Card:
        source = vn.Source(id="paper", language="en", paragraphs=("Nobody came.",))
        gold = told(
            sources=(source,),
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
            sources=(source,),
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
        assert str(card) == card.render() == CARD

    def test_a_perfect_page(self):
        """A card without a miss, invention or confusion is the table alone, of kinds and fields that are there."""
        lines = str(score(told(), told())).splitlines()
        assert [line.split()[0] for line in lines if line] == ["precision", "records", "facts", "mean", "sources"]
        speakers = str(score(STORY, STORY)).splitlines()[-2:]
        assert [line.split()[:2] for line in speakers] == [
            ["statements.speakers", "1.000"],
            ["stances.position", "1.000"],
        ]

    def test_a_short_form(self, card):
        """The repr says what matters most."""
        assert repr(card) == (
            "<Card 'tale': F1 0.727, facts 0.609, speakers 1.000, positions 0.000, 2 misses, 1 inventions, 3 confusions>"
        )

    def test_what_a_terminal_gets(self):
        """What could steer a terminal stands on the page as an escape."""
        gold = told(people=(vn.Person(id="ann", name="A\u202enn", aliases=("\u2066",)),))
        assert "people: ann  A\\u202enn\n" in score(told(), gold).render()

    def test_plain_data(self, card):
        """A card is plain data for any JSON writer, figures and lists included."""
        data = json.loads(json.dumps(card.as_dict()))
        assert data == card.as_dict()
        assert data["people"] == {"matched": 1, "predicted": 2, "gold": 1, "precision": 0.5, "recall": 1.0, "f1": 2 / 3}
        assert data["misses"][0] == {
            "kind": "countries",
            "id": "CL",
            "label": "Chile",
            "nearest": None,
            "similarity": 0,
            "follows_from": [],
        }
        assert data["misses"][1]["label"] == "CL neutral open"
        assert data["misses"][1]["follows_from"] == ["CL"]
        assert data["positions"] == {
            "correct": 0,
            "aligned": 1,
            "predicted": 1,
            "gold": 2,
            "accuracy": 0.0,
            "of_aligned": 0.0,
            "facts": {"matched": 0, "predicted": 1, "gold": 2, "precision": 0.0, "recall": 0.0, "f1": 0.0},
            "matrix": card.position_matrix,
        }
        assert (data["document"], data["exact"], data["headline"]) == ("tale", True, card.headline)
        assert data["matches"][1] == {"kind": "people", "predicted": "p1", "gold": "ann", "similarity": 1.0}
        role = {"title": "pilot", "former": False, "disputed": False}
        assert data["confusions"][1] == {
            "kind": "people",
            "records": {"predicted": "p1", "gold": "ann"},
            "field": "roles",
            "predicted": [role],
            "gold": [],
            "follows_from": [],
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
        """All figures are at hand by name: of kinds, means, facts, fields and spans."""
        scores = card.scores()
        assert scores["people.precision"] == card.people.precision == card.figure("people.precision") == 0.5
        assert scores["attributions.content.strict.f1"] == card.attributions.content.strict.f1
        assert scores["macro.recall"] == card.macro.recall
        assert scores["facts.f1"] == card.facts.f1
        assert scores["positions.accuracy"] == scores["stances.position.accuracy"] == card.positions.accuracy
        assert scores["people.age.facts.recall"] == card.fields["people.age"].facts.recall == 0
        assert {f"{kind}.f1" for kind in ARRAYS} <= scores.keys()

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("peple.f1", "did you mean 'people.f1'?"),
            ("facts", "give a figure's name"),
            ("x" * 99, "give a figure's name"),
        ],
    )
    def test_what_is_no_figure(self, card, name, told):
        """What names no figure is refused, with the nearest name."""
        with pytest.raises(ValueError, match="the argument 'name' is") as caught:
            card.figure(name)
        assert told in str(caught.value)

    def test_every_kind_has_its_measure(self, card):
        """The measure of each kind is at hand by the array's name."""
        assert {kind: getattr(card, kind) for kind in ARRAYS} == card.kinds

    def test_tables(self, card):
        """The card is tables of plain rows, each row of a table with the same keys."""
        tables = card.tables()
        assert list(tables) == [
            "kinds",
            "fields",
            "spans",
            "positions",
            "matches",
            "misses",
            "inventions",
            "confusions",
        ]
        assert json.loads(json.dumps(tables)) == tables
        for rows in tables.values():
            assert len({tuple(row) for row in rows}) == 1
        assert [row["name"] for row in tables["kinds"]] == ["overall", "facts", *ARRAYS]
        assert tables["kinds"][3] == {
            "name": "people",
            "matched": 1,
            "found": 1,
            "predicted": 2,
            "gold": 1,
            "precision": 0.5,
            "recall": 1.0,
            "f1": 2 / 3,
        }
        assert tables["positions"][1] == {"gold": "against", "favor": 1, "against": 0, "neutral": 0, "none": 0}
        assert tables["confusions"][1]["predicted"] == "pilot"
        age = next(row for row in tables["fields"] if row["name"] == "people.age")
        assert (age["accuracy"], age["facts.gold"]) == (0, 1)

    def test_values_show_themselves_briefly(self, card):
        """Each value on a card has a short form."""
        assert repr(card.matches[1]) == "<Match: people 'p1' for 'ann', similarity 1.000>"
        assert repr(card.confusions[0]) == "<Confusion: people 'p1' for 'ann' in 'age'>"
        assert (
            repr(card.attributions) == "<AttributionScores: speaker F1 1.000, cue F1 1.000, content F1 1.000, strictly>"
        )
        assert repr(card.people) == "Measure(matched=1, predicted=2, gold=1)"


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

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (
                {"kinds": ["persons"]},
                "the argument 'kinds' has 'persons'; give the name of an array: claims, countries",
            ),
            (
                {"sources": ["news"]},
                "the argument 'sources' has 'news'; give the id of a source of the gold story: paper",
            ),
        ],
    )
    def test_what_is_not_there(self, arguments, told):
        """A kind or source that is not there is refused, with those that are."""
        with pytest.raises(ValueError, match="the argument") as caught:
            score(STORY, STORY, **arguments)
        assert str(caught.value).startswith(told)

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ({"kinds": "people"}, "give texts in a list, a tuple or a set: ['people']"),
            ({"kinds": [3]}, "the argument 'kinds[0]' is the number 3; give a text"),
            ({"sources": 3}, "give texts in a list, a tuple or a set"),
            ({"similarity": 0.5}, "give a function of two texts"),
        ],
    )
    def test_other_types(self, arguments, told):
        """What is of another type is refused, with what to write."""
        with pytest.raises(TypeError) as caught:
            score(STORY, STORY, **arguments)
        assert told in str(caught.value)


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
