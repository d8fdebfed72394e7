"""Scoring: the laws first, then what a reader sees."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
import village
from venezuela_news import scoring, strategies
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, references_of
from venezuela_news.scoring import score
from venezuela_news.scoring._assignment import assign
from venezuela_news.scoring._coefficients import SCALE, dice, name_similarity, text_similarity
from venezuela_news.scoring._features import StoryFeatures
from venezuela_news.scoring._pairing import can_be_paired
from venezuela_news.scoring._regions import region_similarity
from venezuela_news.scoring._similarity import Similarity
from venezuela_news.scoring._words import words_of

SEEDS = st.integers(0, 2**32 - 1)


# -- what is done to stories ----------------------------------------------------------------------


def renamed(record: Any, names: dict[str, str], chance: random.Random) -> Any:
    """A record with other ids and another order of everything that has no order of its own."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if value is None or field.name in ("paragraphs", "digests"):
            continue
        items = list(value) if field.items is not None else [value]
        if field.kind is Kind.RECORD:
            items = [renamed(item, names, chance) for item in items]
        elif field.ref is not None or field.name == "id":
            items = [names[item] for item in items]
        chance.shuffle(items)
        changes[field.name] = tuple(items) if field.items is not None else items[0]
    return attrs.evolve(record, **changes)


def disguised(story: vn.Story, seed: int) -> vn.Story:
    """The same story: records in another order, with other ids."""
    chance = random.Random(seed)
    ids = [record.id for array in ARRAYS for record in getattr(story, array)]
    fresh = [f"x{number}" for number in range(len(ids))]
    chance.shuffle(fresh)
    names = {old: old if old.isupper() else new for old, new in zip(ids, fresh, strict=True)}
    arrays = {array: [renamed(record, names, chance) for record in getattr(story, array)] for array in ARRAYS}
    for records in arrays.values():
        chance.shuffle(records)
    return attrs.evolve(story, **{array: tuple(records) for array, records in arrays.items()})


def leaves(story: vn.Story) -> list[tuple[str, int]]:
    """The records to which nothing refers, by array and index."""
    meant = {
        target
        for array in ARRAYS
        for record in getattr(story, array)
        for _, target, _ in references_of(record)
        if target != record.id
    }
    return [
        (array, index)
        for array in ARRAYS
        for index, record in enumerate(getattr(story, array))
        if record.id not in meant
    ]


def without(story: vn.Story, array: str, index: int) -> vn.Story:
    records = getattr(story, array)
    return attrs.evolve(story, **{array: records[:index] + records[index + 1 :]})


def damaged(story: vn.Story, seed: int) -> vn.Story:
    """A worse extraction of the story: records missing, words lost, positions and numbers wrong."""
    chance = random.Random(seed)
    for _ in range(chance.randrange(4)):
        if found := leaves(story):
            story = without(story, *chance.choice(found))
    for _ in range(chance.randrange(6)):
        array = chance.choice(list(ARRAYS))
        records = list(getattr(story, array))
        if not records:
            continue
        index = chance.randrange(len(records))
        record = records[index]
        if array == "stances":
            records[index] = attrs.evolve(record, position=chance.choice(list(vn.Position)))
        elif array == "statements" and story.people:
            records[index] = attrs.evolve(record, speakers=(chance.choice(story.people).id,))
        elif array in ("events", "figures", "groups"):
            records[index] = attrs.evolve(record, label=chance.choice(records).label)
        elif array == "people":
            records[index] = attrs.evolve(record, name=chance.choice(["Ann", "Zoe Zeta"]))
        elif array == "claims":
            records[index] = attrs.evolve(record, text=chance.choice(records).text, about=())
        story = attrs.evolve(story, **{array: tuple(records)})
    return story


@st.composite
def pairs(draw: st.DrawFn) -> tuple[vn.Story, vn.Story]:
    """A predicted story and its gold: of the same, or of different stories."""
    gold = draw(strategies.stories())
    predicted = draw(st.one_of(st.just(gold), strategies.stories()))
    return damaged(predicted, draw(SEEDS)), damaged(gold, draw(SEEDS))


def strangers(*stories: vn.Story) -> dict[str, Any]:
    """A record of each kind that has nothing in common with the stories."""
    code = next(code for code in ("AQ", "BV", "HM", "TF", "GS") if not any(code in story for story in stories))
    source = vn.Source(id="qsource", language="tlh", paragraphs=("Qzvxk wvvk.",))
    span = source.anchor("Qzvxk")
    here = {"anchors": (span,)}
    day = vn.PartialDate("1077-07-07")
    quote = vn.Quote(text="qqq", language="tlh")
    attribution = vn.Attribution(mode=vn.Mode.DIRECT, content=(span,), cue=(source.anchor("wvvk"),), speaker=(span,))
    return {
        "sources": source,
        "countries": vn.Country(id=code, name="Qzvxkia"),
        "people": vn.Person(id="qperson", name="Qzvxk", **here),
        "organizations": vn.Organization(id="qorganization", name="Wvvk", kind=vn.OrganizationKind.OTHER, **here),
        "groups": vn.Group(id="qgroup", label="qzvxkoj", members=("qperson",), **here),
        "places": vn.Place(id="qplace", name="Qzvxkurb", country=code, **here),
        "works": vn.Work(id="qwork", title="Qzvxkopus", kind=vn.WorkKind.OTHER, creators=("qperson",), **here),
        "claims": vn.Claim(id="qclaim", text="Qzvxk wvvk.", kind=vn.ClaimKind.FACT, about=("qperson",)),
        "events": vn.Event(id="qevent", label="qzvxkado", when=day, where="qplace", actors=("qperson",), **here),
        "statements": vn.Statement(
            id="qstatement",
            speakers=("qperson",),
            act=vn.Act.EXPRESSIVE,
            gist="qzvxk",
            quotes=(quote,),
            attributions=(attribution,),
        ),
        "stances": vn.Stance(id="qstance", holder="qperson", claim="qclaim", position=vn.Position.FAVOR, **here),
        "figures": vn.Figure(id="qfigure", label="qzvxkoj", low=77_077, unit="qzvxk", about=("qevent",), **here),
        "photos": vn.Photo(id="qphoto", caption="qzvxk", depicts=("qevent",), **here),
    }


def noted(card: scoring.Card) -> tuple[Any, ...]:
    """Everything on a card that is no id."""
    lists = (card.matches, card.misses, card.inventions, card.confusions)
    similarities = sorted((match.kind, match.similarity) for match in card.matches)
    fields = sorted((confusion.match.kind, confusion.field) for confusion in card.confusions)
    return card.scores(), [len(each) for each in lists], similarities, [kind for kind, _ in fields]


# -- laws -----------------------------------------------------------------------------------------


class TestLaws:
    @given(strategies.stories())
    def test_a_story_scores_one_against_itself(self, story):
        """Every figure of a story against itself is exactly 1, and nothing is missed, invented or confused."""
        card = score(story, story)
        assert set(card.scores().values()) == {1.0}
        assert (card.misses, card.inventions, card.confusions) == ((), (), ())
        assert {match.similarity for match in card.matches} <= {1.0}

    @given(strategies.stories(), SEEDS)
    def test_a_disguised_story_scores_one(self, story, seed):
        """A story whose records have other ids and another order scores 1, and nothing is confused."""
        card = score(disguised(story, seed), story)
        assert set(card.scores().values()) == {1.0}
        assert card.confusions == ()

    @given(pairs(), SEEDS, SEEDS)
    def test_ids_and_order_say_nothing(self, pair, seed, other):
        """Other ids and another order, on either side, change no figure and no length of a list."""
        predicted, gold = pair
        assert noted(score(disguised(predicted, seed), disguised(gold, other))) == noted(score(predicted, gold))

    @given(pairs())
    def test_figures_are_shares(self, pair):
        """Every figure is between 0 and 1, and the lists add up to the counts."""
        predicted, gold = pair
        card = score(predicted, gold)
        assert all(0 <= value <= 1 for value in card.scores().values())
        assert len(card.matches) == card.overall.matched
        assert len(card.matches) + len(card.misses) == card.overall.gold
        assert len(card.matches) + len(card.inventions) == card.overall.predicted
        assert all(0.5 < match.similarity <= 1 for match in card.matches)
        assert all(type(match.predicted) is type(match.gold) is ARRAYS[match.kind] for match in card.matches)

    @given(pairs())
    def test_swapping_swaps_precision_and_recall(self, pair):
        """The gold against the predicted has precision for recall, and the same F1, accuracy and lists."""
        predicted, gold = pair
        card, swapped = score(predicted, gold), score(gold, predicted)
        exchange = {"precision": "recall", "recall": "precision"}
        for name, value in card.scores().items():
            front, _, figure = name.rpartition(".")
            twin = ".".join(filter(None, (front, exchange.get(figure, figure))))
            assert swapped.scores()[twin] == value
        assert len(card.misses) == len(swapped.inventions)
        assert len(card.confusions) == len(swapped.confusions)

    @given(pairs(), st.lists(st.sampled_from(list(ARRAYS)), min_size=1, unique=True))
    def test_a_stranger_raises_no_figure(self, pair, kinds):
        """Records without a name, word or reference of the gold, added to what was predicted, raise no figure."""
        predicted, gold = pair
        before = score(predicted, gold).scores()
        if any(kind not in ("countries", "sources") for kind in kinds):
            kinds = list(ARRAYS)  # they refer to each other
        added = strangers(predicted, gold)
        worse = attrs.evolve(predicted, **{kind: (*getattr(predicted, kind), added[kind]) for kind in kinds})
        card = score(worse, gold)
        assert {name: value for name, value in card.scores().items() if value > before[name]} == {}
        assert not {record.id for record in (added[kind] for kind in kinds)} - {record.id for record in card.inventions}

    @given(pairs(), SEEDS)
    def test_leaving_out_never_raises_recall(self, pair, seed):
        """A record to which nothing refers, taken out of what was predicted, raises no recall."""
        predicted, gold = pair
        if not (found := leaves(predicted)):
            return
        before = score(predicted, gold).scores()
        after = score(without(predicted, *random.Random(seed).choice(found)), gold).scores()
        assert {name for name in after if name.endswith("recall") and after[name] > before[name]} == set()

    @given(pairs())
    def test_similarity_is_symmetrical(self, pair):
        """A record is as similar to another as the other is to it, and wholly similar to itself."""
        one, other = map(StoryFeatures, pair)
        there, back, with_itself = Similarity(one, other), Similarity(other, one), Similarity(one, one)
        for kind in ARRAYS:
            for record in getattr(one.story, kind):
                assert with_itself(record, record) == SCALE
                for second in getattr(other.story, kind):
                    assert there(record, second) == back(second, record) <= SCALE

    @given(strategies.texts(), strategies.texts())
    def test_words_are_similar_in_both_directions(self, one, other):
        """A text is wholly similar to itself, and two texts are as similar in either direction."""
        first, second = words_of(one), words_of(other)
        for compare in (text_similarity, name_similarity):
            assert compare(first, first) == SCALE
            assert 0 <= compare(first, second) == compare(second, first) <= SCALE


def assignments(weights: dict[tuple[int, int], int]) -> list[frozenset[tuple[int, int]]]:
    """Every assignment there is."""
    rows = sorted({row for row, _ in weights})
    found = []
    for choice in itertools.product(*([None, *(j for i, j in weights if i == row)] for row in rows)):
        taken = [column for column in choice if column is not None]
        if len(taken) == len(set(taken)):
            found.append(frozenset((row, j) for row, j in zip(rows, choice, strict=True) if j is not None))
    return found


class TestAssignment:
    @given(
        st.dictionaries(
            st.tuples(st.integers(0, 4), st.integers(0, 4)),
            st.one_of(st.integers(1, 3), st.integers(1, 2**200)),
            max_size=14,
        )
    )
    def test_assignments_are_the_best_there_are(self, weights):
        """The total equals the best of all assignments, and what is possible is what stands in one of these."""
        totals = {each: sum(weights[edge] for edge in each) for each in assignments(weights)}
        best = {each for each, total in totals.items() if total == max(totals.values())}
        found = assign(weights)
        assert found.pairs in best
        assert found.possible == frozenset().union(*best)

    def test_nothing_is_assigned_to_nothing(self):
        """Without a pair that is allowed, none is assigned."""
        assert assign({}).pairs == frozenset()

    def test_the_best_total_beats_the_best_pair(self):
        """Two good pairs are better than the best pair and a lost one."""
        assert assign({(0, 0): 9, (0, 1): 8, (1, 0): 7}).pairs == {(0, 1), (1, 0)}

    def test_ties_are_all_possible(self):
        """Of eighty records on each side that are all the same, every pair is possible."""
        found = assign({(row, column): 7 for row in range(80) for column in range(80)})
        assert (len(found.pairs), len(found.possible)) == (80, 6400)


# -- examples -------------------------------------------------------------------------------------


def told(**arrays: Any) -> vn.Story:
    """A story with a source, and with what is given."""
    return vn.Story(
        id="tale",
        title="A tale",
        summary="A tale.",
        language="en",
        as_of=vn.PartialDate("2020-03-02"),
        **{"sources": (village.SOURCE,), **arrays},
    )


def said(id: str, speaker: str, gist: str, at: str = "ferry", **more: Any) -> vn.Statement:
    content = (village.SOURCE.anchor(at, nth=0),)
    attributions = (vn.Attribution(mode=vn.Mode.INDIRECT, content=content),)
    return vn.Statement(
        **{
            "id": id,
            "speakers": (speaker,),
            "act": vn.Act.ASSERTIVE,
            "gist": gist,
            "attributions": attributions,
            **more,
        }
    )


def similarity(kind: str, one: Any, other: Any, **arrays: Any) -> float:
    """The similarity of two records, beside others that both stories have."""

    def beside(record: Any) -> vn.Story:
        return told(**arrays | {kind: (*arrays.get(kind, ()), record)})

    return Similarity(StoryFeatures(beside(one)), StoryFeatures(beside(other)))(one, other) / SCALE


STORY = village.village()
ANN = vn.Person(id="ann", name="Ann")
CLAIM = vn.Claim(id="open", text="The border is open.", kind=vn.ClaimKind.FACT)


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
        from collections import Counter

        assert dice(Counter(), Counter()) == SCALE


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
        assert card.position_accuracy == 1
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
        assert card.inventions == (two,)

    def test_a_position_is_told_by_its_date(self):
        """Of two stances of a holder on a claim, those of one date are aligned, whatever their positions."""

        def story(first: vn.Position, second: vn.Position) -> vn.Story:
            base = vn.Stance(id="then", holder="ann", claim="open", position=first, when=vn.PartialDate("2018"))
            now = attrs.evolve(base, id="now", position=second, when=vn.PartialDate("2019"))
            return told(people=(ANN,), claims=(CLAIM,), stances=(base, now))

        card = score(story(vn.Position.FAVOR, vn.Position.AGAINST), story(vn.Position.AGAINST, vn.Position.FAVOR))
        assert card.stances.f1 == 1
        assert card.position_accuracy == 0
        assert [confusion.field for confusion in card.confusions] == ["position", "position"]


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
        assert (card.figures.recall, card.figures.precision, card.people.f1) == (0.8, 1, 1)
        assert card.macro.recall == pytest.approx((12 + 0.8) / 13)
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
        first, *others = gold.statements
        spoken = attrs.evolve(first.attributions[0], speaker=(village.SOURCE.anchor("council", paragraph=0),))
        wrong = attrs.evolve(first, speakers=("council",), attributions=(spoken,))
        card = score(attrs.evolve(gold, statements=(wrong, *others)), gold)
        assert card.statements.f1 == 1
        assert [(confusion.field, confusion.predicted, confusion.gold) for confusion in card.confusions] == [
            ("speakers", ("council",), ("ann-gray",))
        ]
        assert (card.attributions.speaker.strict.f1, card.attributions.speaker.overlap.f1) == (0, 0)
        assert card.attributions.cue.strict.f1 == card.attributions.content.strict.f1 == 1

    def test_a_longer_span(self):
        """A span that is too long earns nothing strictly, and the share in common by overlap."""
        gold = village.village()
        first, *others = gold.statements
        anchor = village.SOURCE.anchor("to bring the ferry back")
        longer = attrs.evolve(first.attributions[0], content=(anchor,))
        card = score(attrs.evolve(gold, statements=(attrs.evolve(first, attributions=(longer,)), *others)), gold)
        assert card.attributions.content.strict.recall == pytest.approx(2 / 3)
        assert card.attributions.content.overlap.recall == pytest.approx((2 + 2 * 20 / 43) / 3, abs=1e-6)
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
            if not isinstance(record, vn.Source) and hasattr(record, "anchors"):
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
            ("figures", 3, {"low": 2.25}, ["low"]),
            ("works", 0, {"title": "CHARTER", "when": vn.PartialDate("1901")}, ["title", "when"]),
            ("works", 0, {"title": "the charter", "same_as": (), "creators": ()}, ["creators"]),
            ("works", 1, {"description": "a map of the lake", "kind": vn.WorkKind.REPORT}, ["kind"]),
            ("people", 0, {"same_as": ("https://example.com/gray",)}, []),
            ("statements", 2, {"act": vn.Act.ASSERTIVE, "speakers": ("clerk",)}, ["speakers", "act"]),
            ("events", 3, {"status": vn.EventStatus.CANCELLED}, ["status"]),
            (
                "sources",
                0,
                {"modified": None, "publisher": "Paper", "description": "A paper."},
                ["modified", "publisher"],
            ),
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
        assert can_be_paired([*rows[1:], 0], rows, lambda row, column: column in (row - 1, row))

    @given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=5, max_size=5))
    def test_items_are_paired_if_they_can_be(self, fits):
        """Items are paired without a rest exactly if some order of one side fits the other."""
        possible = any(all(map(list.__getitem__, fits, order)) for order in itertools.permutations(range(5)))
        assert can_be_paired(range(5), range(5), lambda row, column: fits[row][column]) is possible


CARD = """\
                         precision    recall        F1   matched  predicted   gold
sources                      1.000     1.000     1.000         1          1      1
people                       0.500     1.000     0.667         1          2      1
organizations                1.000     1.000     1.000         0          0      0
countries                    1.000     0.000     0.000         0          0      1
groups                       1.000     1.000     1.000         0          0      0
places                       1.000     1.000     1.000         0          0      0
works                        1.000     1.000     1.000         0          0      0
claims                       1.000     1.000     1.000         1          1      1
statements                   1.000     1.000     1.000         0          0      0
stances                      1.000     0.500     0.667         1          1      2
events                       1.000     1.000     1.000         0          0      0
figures                      1.000     1.000     1.000         0          0      0
photos                       1.000     1.000     1.000         0          0      0
overall                      0.800     0.667     0.727         4          5      6
mean over kinds              0.962     0.885     0.872
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
        assert len(scores) == (13 + 2 + 6) * 3 + 1
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
