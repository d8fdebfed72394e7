"""How alike a predicted and a gold record of a kind are, by content alone.

A likeness is a whole number from 0 to :data:`WHOLE`. It is symmetrical, whole between records of the same content, and
never looks at ids (but the codes of countries), nor at what refers to a record. The package's docstring tells the
formulas; each method here is one of them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._sources import Source
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news.scoring._words import WHOLE, common, names_alike, regions_alike, sets_alike, words, words_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from venezuela_news._records import Record
    from venezuela_news.scoring._reading import Reading
    from venezuela_news.scoring._words import Region

__all__ = ["Likeness"]

_NAMED = (Person, Organization, Country, Group, Place)


@final
class Likeness:
    """The likenesses of records of two stories."""

    def __init__(self, predicted: Reading, gold: Reading) -> None:
        self.predicted = predicted
        self.gold = gold
        self._called: dict[tuple[str, str], int] = {}
        self._claimed: dict[tuple[str, str], int] = {}
        self._regions: dict[int, tuple[Region, ...]] = {}
        self._measures: dict[type, Callable[[Any, Any], int]] = {
            Source: self._sources,
            Person: self._named,
            Organization: self._named,
            Country: self._countries,
            Group: self._groups,
            Place: self._named,
            Claim: self._claims,
            Statement: self._statements,
            Stance: self._stances,
            Event: self._events,
            Figure: self._figures,
            Photo: self._photos,
        }

    def __call__(self, one: Record, other: Record) -> int:
        """How alike two records of one kind are."""
        return self._measures[type(one)](one, other)

    # -- what records are called ------------------------------------------------------------------

    def called(self, one: str, other: str) -> int:
        """How alike a predicted and a gold record are by what they are called: what a reference is worth."""
        key = (one, other)
        if key not in self._called:
            self._called[key] = self._calling(self.predicted.records[one], self.gold.records[other])
        return self._called[key]

    def _calling(self, one: Record, other: Record) -> int:
        if isinstance(one, Country) and isinstance(other, Country):
            return self._countries(one, other)
        if isinstance(one, _NAMED) and isinstance(other, _NAMED):
            return self._names(one.id, other.id)
        if type(one) is not type(other):
            return 0
        if isinstance(one, Source):
            return self._sources(one, cast("Source", other))
        if isinstance(one, Stance):
            # By the words of the claim alone: a claim may be about a stance, and so on in circles.
            told = cast("Stance", other)
            return min(self.called(one.holder, told.holder), self.called(one.claim, told.claim))
        return self._words(one.id, other.id)

    def _words(self, one: str, other: str) -> int:
        return words_alike(self.predicted.words[one], self.gold.words[other])

    def _names(self, one: str, other: str) -> int:
        first, second = self.predicted.names[one], self.gold.names[other]
        if first and second:
            return max(names_alike(a, b) for a in first for b in second)
        # One of them has no name: descriptions count, and may hold the other's name.
        first = first + tuple(filter(None, (self.predicted.words[one],)))
        second = second + tuple(filter(None, (self.gold.words[other],)))
        return max(words_alike(a, b) for a in first for b in second)

    def _references(self, one: Iterable[str | None], other: Iterable[str | None]) -> int | None:
        return sets_alike(filter(None, one), filter(None, other), self.called)

    # -- where records are anchored ---------------------------------------------------------------

    def _places(self, one: Any, other: Any) -> int:
        first, second = self.regions(self.predicted, one), self.regions(self.gold, other)
        return max((regions_alike(a, b) for a in first for b in second), default=0)

    def regions(self, reading: Reading, record: Any) -> tuple[Region, ...]:
        """Where a record stands in each source: its anchors, or the contents of a statement's attributions."""
        key = id(record)
        if key not in self._regions:
            anchors = (
                [anchor for attribution in record.attributions for anchor in attribution.content]
                if type(record) is Statement
                else record.anchors
            )
            self._regions[key] = reading.regions(anchors)
        return self._regions[key]

    # -- kinds ------------------------------------------------------------------------------------

    def _sources(self, one: Source, other: Source) -> int:
        text = common(Counter(self.predicted.paragraphs[one.id]), Counter(self.gold.paragraphs[other.id]))
        if one.url is not None and one.url == other.url:
            return WHOLE
        title = words_alike(words(one.title), words(other.title)) if one.title and other.title else 0
        return max(text, title * 3 // 4)

    def _countries(self, one: Country, other: Country) -> int:
        return WHOLE if one.id == other.id else 0

    def _named(self, one: Any, other: Any) -> int:
        return _evidence(self._names(one.id, other.id), self._places(one, other), 0)

    def _groups(self, one: Group, other: Group) -> int:
        members = self._references(one.members, other.members) or 0
        return _evidence(self._words(one.id, other.id), self._places(one, other), members)

    def _claims(self, one: Claim, other: Claim) -> int:
        text = self._words(one.id, other.id)
        about = self._references(one.about, other.about)
        return text if about is None else (3 * text + about) // 4

    def _statements(self, one: Statement, other: Statement) -> int:
        quotes = words_alike(_quoted(one), _quoted(other)) if one.quotes and other.quotes else 0
        said = max(self._places(one, other), self._words(one.id, other.id), quotes)
        speakers = self._references(one.speakers, other.speakers) or 0
        return said * (3 * WHOLE + speakers) // (4 * WHOLE)

    def _stances(self, one: Stance, other: Stance) -> int:
        claim = self._likeness_of_claims(one.claim, other.claim)
        return min(self.called(one.holder, other.holder), claim)

    def _likeness_of_claims(self, one: str, other: str) -> int:
        key = (one, other)
        if key not in self._claimed:
            first, second = self.predicted.records[one], self.gold.records[other]
            self._claimed[key] = self._claims(cast("Claim", first), cast("Claim", second))
        return self._claimed[key]

    def _events(self, one: Event, other: Event) -> int:
        particulars = _mean(
            self._references(one.actors, other.actors),
            self._references(one.targets, other.targets),
            self._references((one.where,), (other.where,)),
            _same(one.when, other.when),
            _same(one.category, other.category),
        )
        return _evidence(self._words(one.id, other.id), self._places(one, other), particulars)

    def _figures(self, one: Figure, other: Figure) -> int:
        same = (one.low, one.high) == (other.low, other.high) and words(one.unit) == words(other.unit)
        return _evidence(self._words(one.id, other.id), self._places(one, other), WHOLE if same else 0)

    def _photos(self, one: Photo, other: Photo) -> int:
        depicts = self._references(one.depicts, other.depicts) or 0
        return _evidence(self._words(one.id, other.id), self._places(one, other), depicts)


def _evidence(wording: int, place: int, particulars: int) -> int:
    """The wording alone, or the mean of the two strongest of wording, place and particulars."""
    _, second, first = sorted((wording, place, particulars))
    return max(wording, (first + second) // 2)


def _same(one: object, other: object) -> int | None:
    if one is None or other is None:
        return None
    return WHOLE if one == other else 0


def _mean(*likenesses: int | None) -> int:
    """The mean of what both records tell, three of them at least: what is told of one alone counts as different."""
    told = [likeness for likeness in likenesses if likeness is not None]
    return sum(told) // max(3, len(told))


def _quoted(statement: Statement) -> tuple[str, ...]:
    return tuple(word for quote in statement.quotes for word in words(quote.text))
