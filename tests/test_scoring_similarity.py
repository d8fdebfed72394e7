"""How similar records are, and which of several is whose partner."""

from __future__ import annotations

import itertools
from typing import Any

import attrs
import pytest

import venezuela_news as vn
import village
from scored import ANN, CLAIM, said, told
from venezuela_news._records import ARRAYS
from venezuela_news.scoring import score
from venezuela_news.scoring._coefficients import SCALE, dice
from venezuela_news.scoring._features import StoryFeatures
from venezuela_news.scoring._regions import region_similarity
from venezuela_news.scoring._similarity import Similarity


def similarity(kind: str, one: Any, other: Any, **arrays: Any) -> float:
    """The similarity of two records, beside others that both stories have."""

    def beside(record: Any) -> vn.Story:
        return told(**arrays | {kind: (*arrays.get(kind, ()), record)})

    return Similarity(StoryFeatures(beside(one)), StoryFeatures(beside(other)))(one, other) / SCALE


class TestSimilarity:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("Nicolás Maduro", "NICOLAS  MADURO", 1),
            ("Gray Ann", "Ann Gray", 1),
            ("Maduro", "Nicolás Maduro", 0.75),
            ("Mike Pompeo", "Mike Pence", 1 / 3),
            ("Ann", "Ben", 0),
            ("U.S. government", "US government", 1),
            ("委内瑞拉", "委内瑞拉政府", 0.75),
            ("!!!", "!!!", 1),
            ("!!!", "???", 0),
            ("L. Robayo", "Leonel Robayo", 0.9),
            ("Secretary Pompeo", "Mike Pompeo", 0.75),
            ("Secretary of State Mike Pompeo", "Mike Pompeo", 1),
            ("Presidenta", "Presidente", 0.9),
            ("Israel Lares", "Israel Larez", 0.95),
            ("Juan Guiado", "Juan Guaidó", 0.95),
            ("Isreal Larez", "Israel Lares", 0.9),
            ("Ana Gray", "Ann Gray", 1 / 3),
            ("J. G.", "Juan Guaidó", 0.5),
            ("M. Pompeo", "M. Pence", 1 / 3),
            ("Group 12345", "Group 12346", 1 / 3),
            ("习 近平", "习", 0.75),
        ],
    )
    def test_names(self, one, other, expected):
        """Names are similar by their words, whatever their spelling."""
        people = vn.Person(id="p", name=one), vn.Person(id="p", name=other)
        assert similarity("people", *people) == pytest.approx(expected, abs=1e-5)

    def test_aliases(self):
        """Of several names and aliases the best pair counts."""
        one = vn.Person(id="p", name="The Captain", aliases=("Zoe Zeta",))
        assert similarity("people", one, vn.Person(id="p", name="Z.", aliases=("Zoë Zeta",))) == 1

    def test_descriptions_where_a_name_is_lacking(self):
        """Who has no name is compared by description, with the other's name or description."""
        unnamed = vn.Person(id="p", description="a ferry pilot")
        assert similarity("people", unnamed, vn.Person(id="p", name="Ann", description="a ferry pilot")) == 1
        assert similarity("people", unnamed, vn.Person(id="p", name="Ann")) == 0
        assert similarity("people", vn.Person(id="p", aliases=("Ann",), description="x"), ANN) == 1

    def test_anchors_help_names(self):
        """Half of a name at the same place is more than half similar; another name there is half similar."""
        here = (village.SOURCE.anchor("Ann Gray"),)
        one = vn.Person(id="p", name="Ann Gray", anchors=here)
        assert similarity("people", one, vn.Person(id="p", name="Ann Black", anchors=here)) == pytest.approx(
            2 / 3, abs=1e-5
        )
        assert similarity("people", one, vn.Person(id="p", name="Ben", anchors=here)) == 0.5

    def test_countries(self):
        """A country is its code, whatever its name."""
        chile = vn.Country(id="CL", name="Chile")
        assert similarity("countries", chile, vn.Country(id="CL", name="Republic")) == 1
        assert similarity("countries", chile, vn.Country(id="PE", name="Chile")) == 0

    def test_sources(self):
        """Sources are similar by their paragraphs, their URL or, a little less, their titles."""
        one = vn.Source(id="s", language="en", paragraphs=("One.", "Two.", "Two."))
        assert similarity("sources", one, attrs.evolve(one, paragraphs=("One.", "Two.", "Six."))) == pytest.approx(
            2 / 3, abs=1e-5
        )
        there = attrs.evolve(one, url="https://example.org/", paragraphs=("Six.",))
        assert similarity("sources", one, there) == 0
        assert similarity("sources", attrs.evolve(one, url=there.url), there) == 1
        assert similarity("sources", attrs.evolve(one, title="News"), attrs.evolve(there, title="NEWS")) == 0.75
        detached = told(sources=(one,)).detach("s").sources[0]
        assert similarity("sources", one, detached) == 1

    def test_groups_by_members(self):
        """Groups with the same members and a word in common are similar, whatever else they are called."""
        one = vn.Group(id="g", label="the people of the valley", members=("ann",))
        other = vn.Group(id="g", label="villagers of old", members=("ann",))
        assert similarity("groups", one, other, people=(ANN,)) > 0.5
        assert similarity("groups", one, attrs.evolve(other, members=()), people=(ANN,)) < 0.5

    def test_claims_by_what_they_are_about(self):
        """A claim is three parts words and one part what it is about, where both tell it."""
        about = attrs.evolve(CLAIM, about=("ann",))
        assert (
            similarity(
                "claims", about, attrs.evolve(CLAIM, about=("ben",)), people=(ANN, vn.Person(id="ben", name="Ben"))
            )
            == 0.75
        )
        assert similarity("claims", about, CLAIM, people=(ANN,)) == 1

    def test_statements(self):
        """A statement is similar by its best evidence, a quarter of which hangs on the speakers."""
        people = (ANN, vn.Person(id="ben", name="Ben"))
        one = said("s", "ann", "It sails.")
        assert similarity("statements", one, said("s", "ann", "Boats!"), people=people) == 1
        assert similarity("statements", one, said("s", "ben", "Boats!"), people=people) == 0.75
        assert similarity("statements", one, said("s", "ann", "It sails.", at="Chile"), people=people) == 1
        quote = (vn.Quote(text="never again", language="en"),)
        first, second = attrs.evolve(one, quotes=quote), said("s", "ann", "Boats!", at="Chile", quotes=quote)
        assert similarity("statements", first, second, people=people) == 1
        assert similarity("statements", one, second, people=people) == 0

    def test_stances(self):
        """A stance is as similar as the lesser of its holder and its claim; its position says nothing."""
        arrays = {"people": (ANN, vn.Person(id="anna", name="Ann Gray")), "claims": (CLAIM,)}
        one = vn.Stance(id="s", holder="ann", claim="open", position=vn.Position.FAVOR)
        assert similarity("stances", one, attrs.evolve(one, position=vn.Position.AGAINST), **arrays) == 1
        assert similarity("stances", one, attrs.evolve(one, holder="anna"), **arrays) == 0.75

    def test_events(self):
        """Events of other words are similar where place and particulars are; by either alone they are half similar at most."""
        here = {"when": vn.PartialDate("2020-03-01"), "category": vn.Category.PROTEST, "actors": ("ann",)}
        one = vn.Event(id="e", label="A march.", anchors=(village.SOURCE.anchor("Later"),), **here)
        assert similarity("events", one, attrs.evolve(one, label="Demonstrations"), people=(ANN,)) == 1
        assert similarity("events", one, attrs.evolve(one, label="Demonstrations", anchors=()), people=(ANN,)) == 0.5
        other = attrs.evolve(one, label="Demonstrations", when=vn.PartialDate("2019"), actors=())
        assert similarity("events", one, other, people=(ANN,)) == pytest.approx(2 / 3, abs=1e-5)

    def test_works(self):
        """Works are alike by their titles, or by place, makers, kind and date; a description stands for a title."""
        made = {"creators": ("ann",), "when": vn.PartialDate("1999")}
        one = vn.Work(
            id="w", title="The Charter", kind=vn.WorkKind.LAW, anchors=(village.SOURCE.anchor("Later"),), **made
        )
        assert (
            similarity(
                "works", one, attrs.evolve(one, title="the charter", anchors=(), kind=vn.WorkKind.REPORT), people=(ANN,)
            )
            == 1
        )
        assert similarity("works", one, attrs.evolve(one, title="Constitution"), people=(ANN,)) == 1
        bare = vn.Work(id="w", description="the charter", kind=vn.WorkKind.LAW)
        assert similarity("works", bare, attrs.evolve(bare, title="Statutes", description=None)) < 0.5
        assert similarity("works", attrs.evolve(one, creators=(), when=None), bare) == 1
        assert (
            similarity(
                "works",
                attrs.evolve(one, title="Sea"),
                attrs.evolve(one, title="Sky", anchors=(), when=None),
                people=(ANN,),
            )
            < 0.5
        )

    @pytest.mark.parametrize("kind", ["people", "organizations", "groups", "places", "works", "events"])
    def test_what_is_the_same_elsewhere(self, kind):
        """Records that name one page elsewhere are one thing, whatever they are called."""
        cls = ARRAYS[kind]
        label = {"groups": "label", "events": "label", "works": "title"}.get(kind, "name")
        more = {"organizations": {"kind": vn.OrganizationKind.OTHER}, "works": {"kind": vn.WorkKind.OTHER}}.get(
            kind, {}
        )
        urls = "https://example.org/a", "https://example.org/b", "https://example.org/c"
        one = cls(id="x", same_as=urls[:2], **{label: "Alpha"}, **more)
        other = cls(id="x", same_as=urls[1:], **{label: "Omega"}, **more)
        assert similarity(kind, one, other) == 1
        assert similarity(kind, one, attrs.evolve(other, same_as=urls[2:])) < 0.5

    def test_a_country_is_its_code(self):
        """Countries of two codes are two, whatever page elsewhere they name."""
        here, there = (vn.Country(id=code, name="Chile", same_as=("https://example.org/",)) for code in ("CL", "PE"))
        assert similarity("countries", here, there) == 0

    def test_statements_of_nobody(self):
        """Nobody is the same as nobody, and not the same as somebody."""
        one = attrs.evolve(said("s", "ann", "It is so."), speakers=())
        assert similarity("statements", one, one) == 1
        assert similarity("statements", one, said("s", "ann", "It is so."), people=(ANN,)) == 0.75

    def test_the_status_of_events(self):
        """That two events are both to come makes them alike, that both occurred does not."""
        one = vn.Event(id="e", label="A march.", when=vn.PartialDate("2020"), anchors=(village.SOURCE.anchor("Later"),))
        planned, other = (
            attrs.evolve(each, status=vn.EventStatus.SCHEDULED) for each in (one, attrs.evolve(one, label="Rally"))
        )
        assert similarity("events", one, attrs.evolve(one, label="Rally")) == pytest.approx(2 / 3, abs=1e-5)
        assert similarity("events", planned, other) == pytest.approx(5 / 6, abs=1e-5)
        assert similarity("events", one, other) == pytest.approx(2 / 3, abs=1e-5)

    def test_figures(self):
        """A figure of the same bounds and unit needs a word or a place in common."""
        one = vn.Figure(id="f", label="people there", low=3000, unit="Person")
        assert similarity("figures", one, attrs.evolve(one, label="a crowd of people", unit="person")) > 0.5
        assert similarity("figures", one, attrs.evolve(one, label="a crowd of people", low=5000)) < 0.5

    def test_references_of_any_kind(self):
        """A reference is worth what the records are called, across kinds of actors, and nothing across other kinds."""
        stance = vn.Stance(id="ann-for", holder="ann", claim="open", position=vn.Position.FAVOR)
        arrays = {
            "people": (ANN,),
            "countries": (vn.Country(id="CL", name="Chile"),),
            "organizations": (vn.Organization(id="chilean", name="Chile", kind=vn.OrganizationKind.GOVERNMENT),),
            "claims": (CLAIM,),
            "stances": (stance,),
        }
        features = StoryFeatures(told(**arrays))
        called = Similarity(features, features).of_references
        assert (
            called("CL", "CL")
            == called("CL", "chilean")
            == called("ann-for", "ann-for")
            == called("open", "open")
            == SCALE
        )
        assert called("paper", "paper") == SCALE
        assert called("ann", "open") == called("open", "paper") == 0

    def test_places_are_regions(self):
        """Spans that touch or lie in each other are one region, and equal paragraphs of a source are two places."""
        source = vn.Source(id="s", language="en", paragraphs=("No boats here.", "No boats here."))
        first, second = (source.anchor("No boats here", paragraph=number) for number in range(2))
        features = StoryFeatures(told(sources=(source,)))
        pieces = [
            attrs.evolve(first, start=start, end=end, exact="No boats here"[start:end])
            for start, end in ((0, 8), (3, 5), (8, 13))
        ]
        assert features.region(pieces) == features.region([first])
        assert region_similarity(features.region(pieces), features.region([second])) == 0

    def test_collections_of_nothing(self):
        """Two empty collections have all in common."""
        assert dice(frozenset(), frozenset()) == SCALE

    def test_titles_are_titles_of_people_alone(self):
        """A title before a person's name says nothing, and in the name of a body it is a word like others."""
        people = (vn.Person(id="p", name=name) for name in ("General Motors", "Motors"))
        bodies = (
            vn.Organization(id="o", name=n, kind=vn.OrganizationKind.COMPANY) for n in ("General Motors", "Motors")
        )
        assert similarity("people", *people) == 1
        assert similarity("organizations", *bodies) == 0.75

    def test_names_of_many_words(self):
        """In a name of very many words no slips are looked for."""
        one, other = (" ".join(f"{word}{letter * 6}" for letter in "abcdefghij") for word in ("north", "nortk"))
        assert similarity("people", vn.Person(id="p", name=one), vn.Person(id="p", name=other)) == 0

    def test_a_span_that_contains_another(self):
        """A span is 6/10 like one that it contains, however long it is, and else as like as their parts in common."""
        source = vn.Source(id="s", language="en", paragraphs=("No boats sail here at night, and none by day.",))
        whole, part, shifted = (source.anchor(words) for words in (source.paragraphs[0], "boats", "boats sail here"))
        features = StoryFeatures(told(sources=(source,)))
        regions = [features.region((anchor,)) for anchor in (whole, part, shifted, source.anchor("sail here at"))]
        assert region_similarity(regions[0], regions[1]) == region_similarity(regions[1], regions[0]) == SCALE * 6 // 10
        assert region_similarity(regions[2], regions[3]) == 2 * 9 * SCALE // 27


def aligned(predicted: vn.Story, gold: vn.Story, kind: str) -> dict[str, str]:
    """Which gold record of a kind is found by which predicted one."""
    return {match.gold.id: match.predicted.id for match in score(predicted, gold).matches if match.kind == kind}


class TestFollowing:
    """References are worth what was aligned before."""

    BEN = vn.Person(id="ben", name="Benjamin Lowell")

    def stance(self, holder: str, **more: Any) -> vn.Stance:
        return vn.Stance(
            **{"id": f"{holder}-for", "holder": holder, "claim": "open", "position": vn.Position.FAVOR, **more}
        )

    def test_a_stance_follows_its_holder(self):
        """A holder whose name is spelled with a slip costs the name, and not the stance."""

        def story(name: str) -> vn.Story:
            people = (attrs.evolve(self.BEN, name=name), ANN)
            return told(people=people, claims=(CLAIM,), stances=(self.stance("ben"), self.stance("ann")))

        card = score(story("Benjamin Lowel"), story("Benjamin Lowell"))
        assert (card.stances.f1, card.positions.accuracy, card.people.f1) == (1, 1, 1)
        assert [confusion.field for confusion in card.confusions] == ["name"]

    def test_a_stance_of_somebody_else_is_another_stance(self):
        """A stance of another holder, who is in the gold story too, is a miss and an invention, however like the names are."""
        people = (vn.Person(id="ann", name="Ann Gray"), vn.Person(id="mother", name="Gray"))
        gold, predicted = (
            told(people=people, claims=(CLAIM,), stances=(self.stance(who),)) for who in ("ann", "mother")
        )
        card = score(predicted, gold)
        assert (card.stances.matched, card.people.f1) == (0, 1)

    def test_a_duplicate_is_near(self):
        """A record that is a second time there is near to the gold one: what refers to it is aligned, and confused."""
        twice = (ANN, vn.Person(id="ann-too", name="Ann", age=3))
        gold = told(people=(ANN,), claims=(CLAIM,), stances=(self.stance("ann"),))
        card = score(told(people=twice, claims=(CLAIM,), stances=(self.stance("ann-too"),)), gold)
        assert (card.stances.f1, [confusion.field for confusion in card.confusions]) == (1, ["holder"])
        assert [record.id for record in card.confusions[0].follows_from] == ["ann-too"]

    def test_an_actor_of_another_kind_is_near(self):
        """A body that is a group in the other story is missed and invented, and what it says is found."""
        body = vn.Organization(id="council", name="Town Council", kind=vn.OrganizationKind.GOVERNMENT)
        group = vn.Group(id="council", label="the Town Council")
        statement = said("s", "council", "It sails.")
        gold = told(organizations=(body,), claims=(CLAIM,), statements=(statement,), stances=(self.stance("council"),))
        predicted = attrs.evolve(gold, organizations=(), groups=(group,))
        card = score(predicted, gold)
        assert (card.organizations.recall, card.groups.precision) == (0, 0)
        assert (card.statements.f1, card.stances.f1) == (1, 1)
        assert [confusion.field for confusion in card.confusions] == ["speakers", "holder"]

    def test_very_many_members(self):
        """Sets of very many references are compared by what was aligned."""
        people = tuple(vn.Person(id=f"p{n}", name=f"Person{n} Number{n}") for n in range(60))
        one, other = (
            vn.Group(id="g", label=label, members=tuple(p.id for p in people)) for label in ("a crowd", "a mob")
        )
        assert similarity("groups", one, attrs.evolve(other, members=other.members[:1]), people=people) < 0.5
        assert aligned(told(people=people, groups=(one,)), told(people=people, groups=(other,)), "groups") == {"g": "g"}

    def test_claims_are_about_events(self):
        """What a claim is about is worth what it is called, where that is aligned later."""
        march, storm = vn.Event(id="march", label="A march."), vn.Event(id="storm", label="Rain.")
        about = attrs.evolve(CLAIM, about=("march",))
        assert similarity("claims", about, attrs.evolve(CLAIM, about=("storm",)), events=(march, storm)) == 0.75


class TestNegation:
    @pytest.mark.parametrize(
        ("text", "denial"),
        [
            ("The border is open.", "The border is not open."),
            ("The border is open.", "The border isn't open."),
            ("The border is open to all.", "The border is never open to all."),
            ("La frontera está abierta.", "La frontera no está abierta."),
            ("Habrá votación en la villa.", "Jamás habrá votación en la villa."),
        ],
    )
    def test_a_claim_and_its_negation(self, text, denial):
        """A claim and its negation are a confusion, and no match, no miss and no invention."""
        gold, predicted = (told(claims=(attrs.evolve(CLAIM, text=each),)) for each in (text, denial))
        for card in (score(predicted, gold), score(gold, predicted)):
            assert (card.claims.matched, card.claims.predicted, card.claims.gold) == (0, 1, 1)
            assert ([confusion.field for confusion in card.confusions], len(card.opposed)) == (["text"], 1)
            assert (card.matches[1:], card.misses, card.inventions) == ((), (), ())
            assert card.fields["claims.text"].accuracy == 0
            assert card.facts.f1 < 1

    def test_two_denials_agree(self):
        """Two claims that both deny the same are a match."""
        gold, predicted = (told(claims=(attrs.evolve(CLAIM, text=t),)) for t in ("It is not open.", "It isn't open."))
        assert score(predicted, gold).claims.f1 == 1

    def test_statements_and_events(self):
        """Statements and events deny as claims do; other words that deny something are no negation of it."""
        arrays = {"people": (ANN,)}
        gold = told(
            **arrays,
            statements=(said("s", "ann", "The ferry will sail."),),
            events=(vn.Event(id="e", label="It sailed."),),
        )
        predicted = told(
            **arrays,
            statements=(said("s", "ann", "The ferry will not sail."),),
            events=(vn.Event(id="e", label="It never sailed."),),
        )
        card = score(predicted, gold)
        assert (card.statements.matched, card.events.matched, len(card.opposed)) == (0, 0, 2)
        freely = told(**arrays, statements=(said("s", "ann", "No boat stays away."),))
        assert score(freely, told(**arrays, statements=gold.statements)).statements.f1 == 1

    def test_who_is_against_the_negation_is_in_favor(self):
        """On the negation of a claim, the position that says the same is the opposite one."""

        def story(text: str, position: vn.Position) -> vn.Story:
            stance = vn.Stance(id="s", holder="ann", claim="open", position=position)
            return told(people=(ANN,), claims=(attrs.evolve(CLAIM, text=text),), stances=(stance,))

        gold = story("The border is open.", vn.Position.FAVOR)
        right = score(story("The border is not open.", vn.Position.AGAINST), gold)
        wrong = score(story("The border is not open.", vn.Position.FAVOR), gold)
        neutral = score(story("The border is not open.", vn.Position.NEUTRAL), gold)
        assert (right.positions.accuracy, wrong.positions.accuracy, neutral.positions.accuracy) == (1, 0, 0)
        assert [c.field for c in right.confusions] == ["text"]
        assert right.position_matrix["favor"]["favor"] == wrong.position_matrix["favor"]["against"] == 1

    def test_the_same_is_better_than_its_negation(self):
        """Where both a claim and its negation are there, each finds its like."""
        both = (attrs.evolve(CLAIM, text="The border is not open."), attrs.evolve(CLAIM, id="shut"))
        card = score(told(claims=both), told(claims=both[::-1]))
        assert (card.claims.f1, card.opposed) == (1, ())


class TestOwnSimilarity:
    def paraphrase(self, one: str, other: str) -> float:
        return 0.9 if {one, other} == {"The border is open.", "Everybody may cross."} else 0

    def test_paraphrased_claims(self):
        """With a similarity of the caller's own, claims without a word in common are aligned, and what refers to them."""
        gold = told(
            people=(ANN,),
            claims=(CLAIM,),
            stances=(vn.Stance(id="s", holder="ann", claim="open", position=vn.Position.FAVOR),),
        )
        predicted = attrs.evolve(gold, claims=(attrs.evolve(CLAIM, text="Everybody may cross."),))
        assert score(predicted, gold).claims.f1 == 0
        card = score(predicted, gold, similarity=self.paraphrase)
        assert (card.claims.f1, card.stances.f1, card.exact) == (1, 1, True)
        assert [match.similarity for match in card.matches if match.kind == "claims"] == [0.9]

    def test_each_pair_of_texts_is_asked_once(self):
        """However many records refer to them, two texts are compared once."""
        asked: list[tuple[str, str]] = []

        def count(one: str, other: str) -> float:
            asked.append((one, other))
            return 0.9

        def story(claim: str, event: str) -> vn.Story:
            claims = tuple(attrs.evolve(CLAIM, id=f"c{n}", text=claim, about=("e",)) for n in range(2))
            return told(claims=claims, events=(vn.Event(id="e", label=event),))

        card = score(
            story("The border is open.", "A march."), story("Everybody may cross.", "They walked."), similarity=count
        )
        assert (card.claims.f1, card.events.f1) == (1, 1)
        assert sorted(asked) == [("A march.", "They walked."), ("The border is open.", "Everybody may cross.")]

    def test_the_unnamed(self):
        """Descriptions of those who have no name are compared by it, names never."""
        gold = told(people=(vn.Person(id="p", description="The border is open."), ANN))
        predicted = told(people=(vn.Person(id="q", description="Everybody may cross."), ANN))
        assert score(predicted, gold, similarity=self.paraphrase).people.f1 == 1

    def test_the_same_text(self):
        """The same text is the same, whatever the function says, and it is not asked."""
        card = score(told(claims=(CLAIM,)), told(claims=(CLAIM,)), similarity=lambda one, other: 1 / 0)
        assert card.claims.f1 == 1

    @pytest.mark.parametrize("given", [2, -0.1, "high", None, float("nan")])
    def test_what_is_no_share(self, given):
        """What is no number from 0 to 1 is refused."""
        predicted = told(claims=(attrs.evolve(CLAIM, text="Everybody may cross."),))
        with pytest.raises(ValueError, match="give a number from 0 to 1"):
            score(predicted, told(claims=(CLAIM,)), similarity=lambda one, other: given)


class TestTies:
    @pytest.mark.parametrize("more", ["", " indeed"])
    def test_namesakes_are_told_apart_by_what_they_say(self, more):
        """Two people of one name are aligned by the statements that refer to them, in other words too."""

        def story(first: str, second: str, more: str = "") -> vn.Story:
            people = (vn.Person(id=first, name="Ann"), vn.Person(id=second, name="Ann"))
            return told(
                people=people,
                statements=(
                    said("one", "north", "Boats sail at night" + more),
                    said("two", "south", "Winters here are hard" + more, at="council"),
                ),
            )

        for order in itertools.permutations(("north", "south")):
            card = score(story(*order, more), story("north", "south"))
            people = [match for match in card.matches if match.kind == "people"]
            assert [match.predicted.id == match.gold.id for match in people] == [True, True]
            assert card.confusions == ()

    def test_namesakes_are_told_apart_three_references_far(self):
        """What is around a record decides where its neighbors are no help."""

        def story(*order: str) -> vn.Story:
            places = (vn.Place(id="north", name="Arica"), vn.Place(id="south", name="Osorno"))
            groups = (
                vn.Group(id="ones", label="them", within="north"),
                vn.Group(id="others", label="them", within="south"),
            )
            bodies = tuple(vn.Group(id=f"{name}-far", label="friends", members=(name,)) for name in ("ones", "others"))
            people = tuple(vn.Photo(id=f"{name}-photo", caption="friends", depicts=(f"{name}-far",)) for name in order)
            return told(places=places, groups=(*groups, *bodies), photos=people)

        card = score(story("ones", "others"), story("others", "ones"))
        assert all(match.predicted.id == match.gold.id for match in card.matches)

    def test_true_twins_confuse_nobody(self):
        """Where records can't be told apart, a reference to either agrees."""

        def story(speaker: str) -> vn.Story:
            people = (vn.Person(id="ann", name="Ann"), vn.Person(id="ann-too", name="Ann"))
            return told(people=people, claims=(attrs.evolve(CLAIM, about=(speaker,)), attrs.evolve(CLAIM, id="too")))

        card = score(story("ann"), story("ann-too"))
        assert (set(card.scores().values()), card.confusions) == ({1.0}, ())

    def test_twins_of_twins_confuse_nobody(self):
        """References to twins agree in whatever order the twins stand, each kind for itself."""

        def story(step: int) -> vn.Story:
            groups = tuple(vn.Group(id=f"g{number}", label="them") for number in range(2))[::step]
            places = tuple(vn.Place(id=f"h{number}", name="Arica") for number in range(2))
            claims = tuple(
                attrs.evolve(CLAIM, id=f"c{number}", about=(f"g{number}", f"h{number}")) for number in range(2)
            )
            return told(groups=groups, places=places, claims=claims)

        assert score(story(-1), story(1)).confusions == ()

    def test_positions_come_before_surroundings(self):
        """Of stances that are similar those in the same position are aligned, even where others refer to them crosswise."""

        def story(counted: str) -> vn.Story:
            favor = vn.Stance(id="favor", holder="ann", claim="open", position=vn.Position.FAVOR)
            against = attrs.evolve(favor, id="against", position=vn.Position.AGAINST)
            figure = vn.Figure(id="few", label="who think so", low=7, unit="person", about=(counted,))
            return told(people=(ANN,), claims=(CLAIM,), stances=(favor, against), figures=(figure,))

        card = score(story("favor"), story("against"))
        assert card.positions.accuracy == 1
        assert [confusion.field for confusion in card.confusions] == ["about"]

    def test_countries_are_told_apart_by_their_codes(self):
        """Records are told apart by the codes of countries that they refer to, before what refers to them."""

        def story(counted: str) -> vn.Story:
            countries = tuple(vn.Country(id=code, name="Congo") for code in ("CD", "CG"))
            groups = tuple(vn.Group(id=f"of-{code.lower()}", label="them", members=(code,)) for code in ("CD", "CG"))
            figure = vn.Figure(id="few", label="so many", low=7, unit="person", about=(counted,))
            return told(countries=countries, groups=groups, figures=(figure,))

        card = score(story("of-cd"), story("of-cg"))
        assert all(match.predicted.id == match.gold.id for match in card.matches)
        assert [confusion.field for confusion in card.confusions] == ["about"]

    @pytest.mark.parametrize("step", [1, -1])
    def test_the_fewest_confusions_are_told(self, step):
        """Of two records that are as like the gold one, the one that differs in fewer fields is its partner."""
        gold = said("s", "ann", "It sails.", capacity="ship pilot", channel=vn.Channel.SPEECH)
        one = attrs.evolve(gold, id="one", capacity="boat captain")
        two = attrs.evolve(gold, id="two", act=vn.Act.EXPRESSIVE, channel=vn.Channel.CHANT)
        card = score(told(people=(ANN,), statements=(one, two)[::step]), told(people=(ANN,), statements=(gold,)))
        assert [confusion.field for confusion in card.confusions] == ["capacity"]
        assert [each.record for each in card.inventions] == [two]

    def test_a_position_is_told_by_its_date(self):
        """Of two stances of a holder on a claim, those of one date are aligned, whatever their positions."""

        def story(first: vn.Position, second: vn.Position) -> vn.Story:
            base = vn.Stance(id="then", holder="ann", claim="open", position=first, when=vn.PartialDate("2018"))
            now = attrs.evolve(base, id="now", position=second, when=vn.PartialDate("2019"))
            return told(people=(ANN,), claims=(CLAIM,), stances=(base, now))

        card = score(story(vn.Position.FAVOR, vn.Position.AGAINST), story(vn.Position.AGAINST, vn.Position.FAVOR))
        assert card.stances.f1 == 1
        assert card.positions.accuracy == 0
        assert [confusion.field for confusion in card.confusions] == ["position", "position"]
