"""The similarity of a predicted and a gold record of a kind, by content and by what was aligned before.

It is symmetrical, whole between records of the same content, and never looks at ids (but the codes of countries), nor
at what refers to a record. The package's docstring tells the formulas; each method here is one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never, final

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._events import Event, EventStatus, Figure, Photo
from venezuela_news._records import ACTORS, date_of
from venezuela_news._sources import Source
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news._works import Work
from venezuela_news.scoring._coefficients import HALF, SCALE, bag, dice, set_similarity, text_similarity
from venezuela_news.scoring._counterparts import Counterparts
from venezuela_news.scoring._names import name_similarity, without_titles
from venezuela_news.scoring._polarity import PROPOSITIONS
from venezuela_news.scoring._regions import region_similarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from venezuela_news._records import Record
    from venezuela_news.scoring._features import StoryFeatures

__all__ = ["Similarity"]

_MOST_COMPARED = 2_500  # references of two records, item by item; of more, those count that were aligned


@final
class Similarity:
    """The similarities of records of two stories.

    Args:
        predicted: The one story.
        gold: The other.
        counterparts: What was aligned before.
        of_texts: The caller's own similarity of two texts, 0 to 1, for that of their words.
    """

    def __init__(
        self,
        predicted: StoryFeatures,
        gold: StoryFeatures,
        counterparts: Counterparts | None = None,
        of_texts: Callable[[str, str], float] | None = None,
    ) -> None:
        self.predicted = predicted
        self.gold = gold
        self.counterparts = counterparts or Counterparts()
        self.of_texts = of_texts
        self._called_alike: dict[tuple[str, str], int] = {}
        self._texts: dict[tuple[str, str], int] = {}

    def __call__(self, one: Record, other: Record) -> int:
        """Compare two records of one kind."""
        # Who gives the same URL for two things says that they are one; of countries, the code does.
        elsewhere = () if isinstance(one, Country) else getattr(one, "same_as", ())
        if not set(elsewhere).isdisjoint(getattr(other, "same_as", ())):
            return SCALE
        found = self._of_kind(one, other)
        # What says the opposite is nearly the same, and better than nothing; what says the same is better.
        return (found + HALF) // 2 if found > HALF and self.are_opposed(one, other) else found

    def are_opposed(self, one: Record, other: Record) -> bool:
        """Tell whether two records say the opposite: much the same words, and one of them denies."""
        if type(one) not in PROPOSITIONS:
            return False
        differ = (one.id in self.predicted.denials) != (other.id in self.gold.denials)
        return differ and 2 * self._word_similarity(one.id, other.id) > SCALE

    def _of_kind(self, one: Record, other: Record) -> int:  # noqa: PLR0911 - one for each kind
        same_kind: Any = other
        match one:
            case Source():
                return self._sources(one, same_kind)
            case Person() | Organization() | Place():
                return _evidence(self._names(one, same_kind), self._places(one, same_kind), 0)
            case Country():
                return SCALE if one.id == same_kind.id else 0
            case Group():
                return self._groups(one, same_kind)
            case Work():
                return self._works(one, same_kind)
            case Claim():
                return self._claims(one, same_kind)
            case Statement():
                return self._statements(one, same_kind)
            case Stance():
                return min(
                    self.of_references(one.holder, same_kind.holder), self.of_references(one.claim, same_kind.claim)
                )
            case Event():
                return self._events(one, same_kind)
            case Figure():
                return self._figures(one, same_kind)
            case Photo():
                return self._photos(one, same_kind)
            case _:
                assert_never(one)

    # -- what records refer to --------------------------------------------------------------------

    def of_references(self, one: str, other: str) -> int:
        """Compare what two references mean: by what was aligned, or else by what the records are called."""
        aligned = self.counterparts.kinds
        if self.predicted.kinds[one] in aligned and self.gold.kinds[other] in aligned:
            return self.counterparts.similarity(one, other)
        return self.called_alike(one, other)

    def called_alike(self, one: str, other: str) -> int:
        """Compare what two records are called."""
        key = (one, other)
        if key not in self._called_alike:
            self._called_alike[key] = self._called(self.predicted.records[one], self.gold.records[other])
        return self._called_alike[key]

    def _called(self, one: Record, other: Record) -> int:
        if isinstance(one, Country) and isinstance(other, Country):
            return SCALE if one.id == other.id else 0
        if isinstance(one, (*ACTORS, Place, Work)):
            alike = type(one) is type(other) or (isinstance(one, ACTORS) and isinstance(other, ACTORS))
            return self._names(one, other) if alike else 0
        if type(one) is not type(other):
            return 0
        if isinstance(one, Source) and isinstance(other, Source):
            return self._sources(one, other)
        if isinstance(one, Stance) and isinstance(other, Stance):
            # By the words of the claim alone: a claim may be about a stance, and so on in circles.
            return min(self.called_alike(one.holder, other.holder), self.called_alike(one.claim, other.claim))
        return self._wordings(one, other)

    def _reference_sets(self, one: Iterable[str | None], other: Iterable[str | None]) -> int | None:
        """Compare two sets of references; ``None`` if either is empty."""
        rows, columns = tuple(filter(None, one)), tuple(filter(None, other))
        if len(rows) * len(columns) <= _MOST_COMPARED:
            return set_similarity(rows, columns, self.of_references)
        return 2 * SCALE * self.counterparts.in_common(rows, columns) // (len(rows) + len(columns))

    # -- words and places -------------------------------------------------------------------------

    def _wordings(self, one: Record, other: Record) -> int:
        first, second = self.predicted.wordings[one.id], self.gold.wordings[other.id]
        if self.of_texts is None or not first or not second:
            return self._word_similarity(one.id, other.id)
        return self._own_similarity(first, second)

    def _word_similarity(self, one: str, other: str) -> int:
        return text_similarity(self.predicted.wording_bags[one], self.gold.wording_bags[other])

    def _own_similarity(self, one: str, other: str) -> int:
        """Ask the caller how similar two texts are; the same text is wholly similar to itself."""
        if one == other or self.of_texts is None:
            return SCALE
        if (one, other) not in self._texts:
            self._texts[one, other] = _in_millionths(self.of_texts(one, other))
        return self._texts[one, other]

    def _names(self, one: Record, other: Record) -> int:
        first, second = self.predicted.names[one.id], self.gold.names[other.id]
        if first and second:
            if isinstance(one, Person) and isinstance(other, Person):
                first, second = tuple(map(without_titles, first)), tuple(map(without_titles, second))
            return max(name_similarity(a, b) for a in first for b in second)
        # One of them has no name: descriptions count, and may hold the other's name.
        bags = ([bag(name) for name in names] for names in (first, second))
        described = self.predicted.wording_bags[one.id], self.gold.wording_bags[other.id]
        ours, theirs = ([*names, *filter(None, (text,))] for names, text in zip(bags, described, strict=True))
        found = max(text_similarity(a, b) for a in ours for b in theirs)
        return max(found, self._wordings(one, other)) if self.of_texts and all(described) else found

    def _places(self, one: Record, other: Record) -> int:
        first, second = self.predicted.regions(one.id), self.gold.regions(other.id)
        return max((region_similarity(a, b) for a in first for b in second), default=0)

    # -- kinds ------------------------------------------------------------------------------------

    def _sources(self, one: Source, other: Source) -> int:
        if one.url is not None and one.url == other.url:
            return SCALE
        paragraphs = dice(frozenset(self.predicted.paragraphs[one.id]), frozenset(self.gold.paragraphs[other.id]))
        if not one.title or not other.title:
            return paragraphs
        title = text_similarity(bag(self.predicted.words(one.title)), bag(self.gold.words(other.title)))
        return max(paragraphs, title * 3 // 4)

    def _groups(self, one: Group, other: Group) -> int:
        members = self._reference_sets(one.members, other.members) or 0
        return _evidence(self._wordings(one, other), self._places(one, other), members)

    def _works(self, one: Work, other: Work) -> int:
        particulars = _mean(
            self._reference_sets(one.creators, other.creators),
            self._reference_sets((one.country,), (other.country,)),
            _equality(one.kind, other.kind),
            _equality(one.when, other.when),
        )
        return _evidence(self._names(one, other), self._places(one, other), particulars)

    def _claims(self, one: Claim, other: Claim) -> int:
        text = self._wordings(one, other)
        about = self._reference_sets(one.about, other.about)
        return text if about is None else (3 * text + about) // 4

    def _statements(self, one: Statement, other: Statement) -> int:
        quotes = text_similarity(self.predicted.quoted[one.id], self.gold.quoted[other.id])
        said = max(self._places(one, other), self._wordings(one, other), quotes)
        unsaid = not one.speakers and not other.speakers
        speakers = SCALE if unsaid else self._reference_sets(one.speakers, other.speakers) or 0
        return said * (3 * SCALE + speakers) // (4 * SCALE)

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
        return _evidence(self._wordings(one, other), self._places(one, other), particulars)

    def _figures(self, one: Figure, other: Figure) -> int:
        same = (one.low, one.high) == (other.low, other.high)
        same = same and self.predicted.words(one.unit) == self.gold.words(other.unit)
        return _evidence(self._wordings(one, other), self._places(one, other), SCALE if same else 0)

    def _photos(self, one: Photo, other: Photo) -> int:
        depicts = self._reference_sets(one.depicts, other.depicts) or 0
        return _evidence(self._wordings(one, other), self._places(one, other), depicts)


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


def _in_millionths(similarity: Any) -> int:
    if not isinstance(similarity, int | float) or not 0 <= similarity <= 1:
        raise ValueError(f"the similarity of two texts is {similarity!r}; give a number from 0 to 1")
    return round(SCALE * similarity)
