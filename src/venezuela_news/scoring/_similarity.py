"""The similarity of a predicted and a gold record of a kind, by content alone.

It is symmetrical, whole between records of the same content, and never looks at ids (but the codes of countries), nor
at what refers to a record. The package's docstring tells the formulas; each method here is one of them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, assert_never, cast, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, EventStatus, Figure, Photo
from venezuela_news._records import date_of
from venezuela_news._sources import Source
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news._works import Work
from venezuela_news.scoring._coefficients import SCALE, dice, name_similarity, set_similarity, text_similarity
from venezuela_news.scoring._regions import region_similarity
from venezuela_news.scoring._words import words_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from venezuela_news._records import Record
    from venezuela_news.scoring._features import StoryFeatures
    from venezuela_news.scoring._regions import Region

__all__ = ["Similarity"]


@final
class Similarity:
    """The similarities of records of two stories.

    Args:
        predicted: The one story.
        gold: The other.
    """

    def __init__(self, predicted: StoryFeatures, gold: StoryFeatures) -> None:
        self.predicted = predicted
        self.gold = gold
        self._by_name: dict[tuple[str, str], int] = {}
        self._by_claim: dict[tuple[str, str], int] = {}
        self._regions: dict[int, tuple[Region, ...]] = {}

    def __call__(self, one: Record, other: Record) -> int:
        """Compare two records of one kind."""
        # Who gives the same URL for two things says that they are one; of countries, the code does.
        shared = set(getattr(one, "same_as", ())).intersection(getattr(other, "same_as", ()))
        return SCALE if shared and not isinstance(one, Country) else self._of_kind(one, other)

    def _of_kind(self, one: Record, other: Record) -> int:  # noqa: PLR0911 - one for each kind
        same_kind: Any = other
        match one:
            case Source():
                return self._sources(one, same_kind)
            case Person() | Organization() | Place():
                return self._named(one, same_kind)
            case Country():
                return self._countries(one, same_kind)
            case Group():
                return self._groups(one, same_kind)
            case Work():
                return self._works(one, same_kind)
            case Claim():
                return self._claims(one, same_kind)
            case Statement():
                return self._statements(one, same_kind)
            case Stance():
                return self._stances(one, same_kind)
            case Event():
                return self._events(one, same_kind)
            case Figure():
                return self._figures(one, same_kind)
            case Photo():
                return self._photos(one, same_kind)
            case _:
                assert_never(one)

    # -- what records are called ------------------------------------------------------------------

    def of_references(self, one: str, other: str) -> int:
        """Compare what two references mean, by what the records are called; the references are ids."""
        key = (one, other)
        if key not in self._by_name:
            self._by_name[key] = self._called(self.predicted.records[one], self.gold.records[other])
        return self._by_name[key]

    def _called(self, one: Record, other: Record) -> int:
        match one, other:
            case Country(), Country():
                return self._countries(one, other)
            case (
                (Person() | Organization() | Country() | Group() | Place()),
                (Person() | Organization() | Country() | Group() | Place()),
            ):
                return self._names(one.id, other.id)
            case Work(), Work():
                return self._names(one.id, other.id)
            case Source(), Source():
                return self._sources(one, other)
            case Stance(), Stance():
                # By the words of the claim alone: a claim may be about a stance, and so on in circles.
                return min(self.of_references(one.holder, other.holder), self.of_references(one.claim, other.claim))
            case _:
                return self._wordings(one.id, other.id) if type(one) is type(other) else 0

    def _wordings(self, one: str, other: str) -> int:
        return text_similarity(self.predicted.wordings[one], self.gold.wordings[other])

    def _names(self, one: str, other: str) -> int:
        first, second = self.predicted.names[one], self.gold.names[other]
        if first and second:
            return max(name_similarity(a, b) for a in first for b in second)
        # One of them has no name: descriptions count, and may hold the other's name.
        first = first + tuple(filter(None, (self.predicted.wordings[one],)))
        second = second + tuple(filter(None, (self.gold.wordings[other],)))
        return max(text_similarity(a, b) for a in first for b in second)

    def _reference_sets(self, one: Iterable[str | None], other: Iterable[str | None]) -> int | None:
        return set_similarity(filter(None, one), filter(None, other), self.of_references)

    # -- where records are anchored ---------------------------------------------------------------

    def _places(self, one: Any, other: Any) -> int:
        first, second = self._regions_of(self.predicted, one), self._regions_of(self.gold, other)
        return max((region_similarity(a, b) for a in first for b in second), default=0)

    def _regions_of(self, story: StoryFeatures, record: Any) -> tuple[Region, ...]:
        """Give where a record stands in each source: its anchors, or the contents of a statement's attributions."""
        key = id(record)
        if key not in self._regions:
            anchors = (
                [anchor for attribution in record.attributions for anchor in attribution.content]
                if isinstance(record, Statement)
                else record.anchors
            )
            self._regions[key] = story.regions(anchors)
        return self._regions[key]

    # -- kinds ------------------------------------------------------------------------------------

    def _sources(self, one: Source, other: Source) -> int:
        if one.url is not None and one.url == other.url:
            return SCALE
        paragraphs: tuple[Counter[Hashable], ...] = (
            Counter(self.predicted.paragraphs[one.id]),
            Counter(self.gold.paragraphs[other.id]),
        )
        title = text_similarity(words_of(one.title), words_of(other.title)) if one.title and other.title else 0
        return max(dice(*paragraphs), title * 3 // 4)

    def _countries(self, one: Country, other: Country) -> int:
        return SCALE if one.id == other.id else 0

    def _named(self, one: Any, other: Any) -> int:
        return _evidence(self._names(one.id, other.id), self._places(one, other), 0)

    def _groups(self, one: Group, other: Group) -> int:
        members = self._reference_sets(one.members, other.members) or 0
        return _evidence(self._wordings(one.id, other.id), self._places(one, other), members)

    def _works(self, one: Work, other: Work) -> int:
        particulars = _mean(
            self._reference_sets(one.creators, other.creators),
            self._reference_sets((one.country,), (other.country,)),
            _equality(one.kind, other.kind),
            _equality(one.when, other.when),
        )
        return _evidence(self._names(one.id, other.id), self._places(one, other), particulars)

    def _claims(self, one: Claim, other: Claim) -> int:
        text = self._wordings(one.id, other.id)
        about = self._reference_sets(one.about, other.about)
        return text if about is None else (3 * text + about) // 4

    def _statements(self, one: Statement, other: Statement) -> int:
        quotes = text_similarity(_quoted(one), _quoted(other)) if one.quotes and other.quotes else 0
        said = max(self._places(one, other), self._wordings(one.id, other.id), quotes)
        unsaid = not one.speakers and not other.speakers
        speakers = SCALE if unsaid else self._reference_sets(one.speakers, other.speakers) or 0
        return said * (3 * SCALE + speakers) // (4 * SCALE)

    def _stances(self, one: Stance, other: Stance) -> int:
        key = (one.claim, other.claim)
        if key not in self._by_claim:
            claims = self.predicted.records[one.claim], self.gold.records[other.claim]
            self._by_claim[key] = self._claims(*cast("tuple[Claim, Claim]", claims))
        return min(self.of_references(one.holder, other.holder), self._by_claim[key])

    def _events(self, one: Event, other: Event) -> int:
        particulars = _mean(
            self._reference_sets(one.actors, other.actors),
            self._reference_sets(one.targets, other.targets),
            self._reference_sets((one.where,), (other.where,)),
            _equality(date_of(one), date_of(other)),
            _equality(one.category, other.category),
            # That both occurred, as most events did, says nothing of the two.
            None if one.status is other.status is EventStatus.OCCURRED else _equality(one.status, other.status),
        )
        return _evidence(self._wordings(one.id, other.id), self._places(one, other), particulars)

    def _figures(self, one: Figure, other: Figure) -> int:
        same = (one.low, one.high) == (other.low, other.high) and words_of(one.unit) == words_of(other.unit)
        return _evidence(self._wordings(one.id, other.id), self._places(one, other), SCALE if same else 0)

    def _photos(self, one: Photo, other: Photo) -> int:
        depicts = self._reference_sets(one.depicts, other.depicts) or 0
        return _evidence(self._wordings(one.id, other.id), self._places(one, other), depicts)


def _evidence(wording: int, place: int, particulars: int) -> int:
    """Give the wording alone, or the mean of the two strongest of wording, place and particulars if that is more."""
    _, second, first = sorted((wording, place, particulars))
    return max(wording, (first + second) // 2)


def _equality(one: object, other: object) -> int | None:
    """Compare two values that are equal or not; ``None`` if a record does not tell its own."""
    if one is None or other is None:
        return None
    return SCALE if one == other else 0


def _mean(*similarities: int | None) -> int:
    """Give the mean of what both records tell, over three at least: what one alone tells counts as different."""
    told = [similarity for similarity in similarities if similarity is not None]
    return sum(told) // max(3, len(told))


def _quoted(statement: Statement) -> tuple[str, ...]:
    return tuple(word for quote in statement.quotes for word in words_of(quote.text))
