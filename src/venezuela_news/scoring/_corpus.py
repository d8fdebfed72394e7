"""Many documents on one card: sums, means over documents, intervals, and two systems compared.

Intervals are bootstrapped (Efron, *Bootstrap methods: another look at the jackknife*, 1979): documents are drawn with
replacement, as many as there are, and the figure is worked out again; of many such draws the middle part is the
interval. Two systems are compared on the same draws (Berg-Kirkpatrick, Burkett and Klein, *An empirical investigation
of statistical significance in NLP*, 2012).
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from venezuela_news._arguments import expect, expect_text, expect_whole_number
from venezuela_news.scoring._measures import Mean
from venezuela_news.scoring._page import figures_page
from venezuela_news.scoring._scores import Scores, expect_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from venezuela_news.scoring._measures import Tally

__all__ = ["CorpusCard", "Difference", "DocumentScores", "Estimate", "compare"]

_OVER_DOCUMENTS: Final = "documents."


@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class DocumentScores(Scores):
    """The figures of one document.

    Args:
        document: The id of the gold story.
    """

    document: str

    @property
    def documents(self) -> tuple[DocumentScores, ...]:
        """The figures of the document alone: without lists of records, which would keep the stories in memory."""
        return (DocumentScores(counts=self.counts, scope=self.scope, exact=self.exact, document=self.document),)

    def __add__(self, other: object) -> CorpusCard:
        return _sum(self, other) if isinstance(other, DocumentScores | CorpusCard) else NotImplemented

    def __radd__(self, other: object) -> CorpusCard:
        return CorpusCard.of(self.documents) if other == 0 else NotImplemented

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.document!r}: {_headline(self)}>"


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class CorpusCard(Scores):
    """The figures of many documents: of all their records together, and of each document.

    Args:
        documents: The figures of each document, in their order.

    Figures over documents have names too: ``"documents.facts.f1"`` is the mean of what each document has as its own
    ``"facts.f1"``. A document in which both sides are empty counts in no mean; nothing right is 0 in each.
    """

    documents: tuple[DocumentScores, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[DocumentScores]) -> CorpusCard:
        """Add up the figures of documents.

        Raises:
            ValueError: Not the same kinds count in all of them.
        """
        documents = tuple(documents)
        counts: Tally = {}
        for document in documents:
            if document.scope != documents[0].scope:
                raise ValueError(
                    f"the documents {documents[0].document!r} and {document.document!r} were scored on other kinds of "
                    "records; score both with the same kinds="
                )
            for name, value in document.counts.items():
                counts[name] = counts.get(name, 0) + value
        scope = {"scope": documents[0].scope} if documents else {}
        return cls(counts=counts, exact=all(document.exact for document in documents), documents=documents, **scope)

    def __add__(self, other: object) -> CorpusCard:
        return _sum(self, other) if isinstance(other, DocumentScores | CorpusCard) else NotImplemented

    def __radd__(self, other: object) -> CorpusCard:
        return self if other == 0 else NotImplemented

    def __repr__(self) -> str:
        return f"<CorpusCard of {len(self.documents)} documents: {_headline(self)}>"

    def __str__(self) -> str:
        return self.render()

    # -- over documents ---------------------------------------------------------------------------

    @property
    def over_documents(self) -> Mean:
        """The mean over documents of what each has overall: the macro average."""
        return self.mean_of("overall")

    def mean_of(self, name: str) -> Mean:
        """The mean over documents of a measure: ``"overall"``, ``"facts"`` or a kind such as ``"people"``.

        Raises:
            TypeError: The name is no text.
            ValueError: There is no such measure.
        """
        expect_text(name, "name", "such as 'facts'")
        names = [f"{_OVER_DOCUMENTS}{name}.{figure}" for figure in ("precision", "recall", "f1")]
        precision, recall, f1 = map(self.figure, names)
        return Mean(precision=precision, recall=recall, f1=f1)

    @property
    def figure_names(self) -> tuple[str, ...]:
        """The names of all figures, those over documents behind the others."""
        own = super().figure_names
        return (*own, *(_OVER_DOCUMENTS + name for name in own))

    def _figure(self, name: str) -> float:
        if not name.startswith(_OVER_DOCUMENTS):
            return super()._figure(name)
        return _mean(document.told(name.removeprefix(_OVER_DOCUMENTS)) for document in self.documents)

    # -- intervals --------------------------------------------------------------------------------

    def interval(
        self, figure: str = "facts.f1", *, level: float = 0.95, samples: int = 1_000, seed: int = 0
    ) -> Estimate:
        """The interval in which a figure lies if other such documents had been drawn, by the bootstrap.

        Args:
            figure: The figure's name.
            level: How much of the draws lies in the interval, between 0 and 1.
            samples: How often documents are drawn.
            seed: Where the draws begin; the same seed gives the same interval.

        Raises:
            ValueError: There is no such figure, no document, or a number that can't be.
        """
        draws = _Draws((self,), figure, level, samples, seed)
        (values,) = draws.values()
        low, high = _middle(values, level)
        return Estimate(value=self._figure(figure), low=low, high=high, **draws.settings())

    # -- as plain data ----------------------------------------------------------------------------

    def as_dict(self) -> dict[str, Any]:
        """The figures, their means over documents, and the headline of each document, as plain data."""
        over = {name: self.mean_of(name).as_dict() for name in ("overall", "facts", *self.scope)}
        each = [{"document": one.document, "exact": one.exact} | one.headline for one in self.documents]
        return super().as_dict() | {"over_documents": over, "documents": each}

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """The figures as tables, with one of all figures of each document."""
        return super().tables() | {"documents": [{"document": one.document} | one.scores() for one in self.documents]}

    def render(self) -> str:
        """The card as a page of text: a table of the figures, then the means over documents."""
        means = {f"{name}, by document": self.mean_of(name) for name in ("overall", "facts")}
        return figures_page(self, means)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Estimate:
    """A figure with the interval in which it lies.

    Args:
        figure: Its name.
        value: What it is.
        low: The lower end of the interval.
        high: The upper end.
        level: How much of the draws lies in the interval.
        samples: How often documents were drawn.
        seed: Where the draws began.
        documents: How many documents there are.
    """

    figure: str
    value: float
    low: float
    high: float
    level: float
    samples: int
    seed: int
    documents: int

    def __repr__(self) -> str:
        return f"<Estimate: {self.figure} {self.value:.3f}, {self.low:.3f} to {self.high:.3f}>"

    def as_dict(self) -> dict[str, Any]:
        """The figure, its interval, and how that was found."""
        return attrs.asdict(self)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Difference:
    """What one system is better than another, on the same documents.

    Args:
        figure: The name of the figure that is compared.
        first: What it is for the first system.
        second: What it is for the second.
        low: The lower end of the interval of the difference, second less first.
        high: The upper end.
        level: How much of the draws lies in the interval.
        samples: How often documents were drawn.
        seed: Where the draws began.
        documents: How many documents there are.
        better: The share of draws in which the second is better; half of one in which both are equal.
    """

    figure: str
    first: float
    second: float
    low: float
    high: float
    level: float
    samples: int
    seed: int
    documents: int
    better: float

    @property
    def difference(self) -> float:
        """How much the second system is better, from -1 to 1."""
        return self.second - self.first

    @property
    def is_decided(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    def __repr__(self) -> str:
        return f"<Difference: {self.figure} {self.difference:+.3f}, {self.low:+.3f} to {self.high:+.3f}>"

    def as_dict(self) -> dict[str, Any]:
        """Both figures, the difference with its interval, and how that was found."""
        return attrs.asdict(self) | {"difference": self.difference, "is_decided": self.is_decided}


def compare(
    first: CorpusCard,
    second: CorpusCard,
    figure: str = "facts.f1",
    *,
    level: float = 0.95,
    samples: int = 1_000,
    seed: int = 0,
) -> Difference:
    """Compare two systems that were scored on the same documents.

    Args:
        first: The card of the one system.
        second: The card of the other.
        figure: The name of the figure to compare.
        level: How much of the draws lies in the interval, between 0 and 1.
        samples: How often documents are drawn, the same for both.
        seed: Where the draws begin; the same seed gives the same interval.

    Raises:
        TypeError: An argument is of another type.
        ValueError: The documents are not the same, there are none, or a figure or number can't be.

    >>> import venezuela_news as vn
    >>> card = vn.scoring.score_all([(vn.story(), vn.story())])
    >>> compare(card, card)
    <Difference: facts.f1 +0.000, +0.000 to +0.000>
    """
    for argument, card in (("first", first), ("second", second)):
        expect(card, CorpusCard, argument, "a CorpusCard", "make one by score_all(pairs)")
    names = [[document.document for document in card.documents] for card in (first, second)]
    if names[0] != names[1]:
        one, other = next(
            (pair for pair in zip(*names, strict=False) if pair[0] != pair[1]), (len(names[0]), len(names[1]))
        )
        raise ValueError(
            f"the cards are of other documents: {one!r} and {other!r}; score both systems on the same gold stories, in one order"
        )
    draws = _Draws((first, second), figure, level, samples, seed)
    pairs = list(zip(*draws.values(), strict=True))
    low, high = _middle([other - one for one, other in pairs], level)
    better = sum((other > one) + (other == one) / 2 for one, other in pairs) / samples
    one, other = first.figure(figure), second.figure(figure)
    return Difference(first=one, second=other, low=low, high=high, better=better, **draws.settings())


@final
class _Draws:
    """Documents drawn again and again, and what a figure is in each draw."""

    def __init__(self, cards: Sequence[CorpusCard], figure: str, level: float, samples: int, seed: int) -> None:
        for card in cards:
            expect_figure(figure, "figure", card.figure_names)
        expect(level, float, "level", "a number between 0 and 1", "0.95")
        if not 0 < level < 1:
            raise ValueError(f"the argument 'level' is {level}; give a number between 0 and 1, such as 0.95")
        expect_whole_number(samples, "samples", 1)
        expect_whole_number(seed, "seed")
        if not cards[0].documents:
            raise ValueError("the card is of no document; an interval needs one at least, and better many")
        self._cards, self._figure, self._level, self._samples, self._seed = cards, figure, level, samples, seed

    def settings(self) -> dict[str, Any]:
        """Give how the draws are made."""
        return {
            "figure": self._figure,
            "level": self._level,
            "samples": self._samples,
            "seed": self._seed,
            "documents": len(self._cards[0].documents),
        }

    def values(self) -> list[list[float]]:
        """Give the figure in each draw, card by card."""
        size = len(self._cards[0].documents)
        chance = random.Random(self._seed)  # noqa: S311 - statistics, no secrets
        drawn = [chance.choices(range(size), k=size) for _ in range(self._samples)]
        return [self._of_card(card, drawn) for card in self._cards]

    def _of_card(self, card: CorpusCard, drawn: Sequence[Sequence[int]]) -> list[float]:
        if self._figure.startswith(_OVER_DOCUMENTS):
            own = [document.told(self._figure.removeprefix(_OVER_DOCUMENTS)) for document in card.documents]
            return [_mean(own[number] for number in draw) for draw in drawn]
        counts = _CountsRead()
        Scores(counts=counts, scope=card.scope).figure(self._figure)
        read = counts.names & card.counts.keys()
        columns = {name: [document.counts.get(name, 0) for document in card.documents] for name in read}
        sums = ({name: sum(map(column.__getitem__, draw)) for name, column in columns.items()} for draw in drawn)
        return [Scores(counts=each, scope=card.scope).figure(self._figure) for each in sums]


@final
class _CountsRead(dict[str, float]):
    """Counts that note which of them are read: a figure needs few of hundreds."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """Give what stands in for a count."""
        self.names.add(name)
        return default


def _middle(values: Sequence[float], level: float) -> tuple[float, float]:
    """Give the ends of the middle part of values."""
    ranked = sorted(values)
    cut = round((1 - level) / 2 * (len(ranked) - 1))
    return ranked[cut], ranked[len(ranked) - 1 - cut]


def _mean(values: Iterable[float | None]) -> float:
    told = [value for value in values if value is not None]
    return sum(told) / len(told) if told else 1.0


def _sum(one: DocumentScores | CorpusCard, other: DocumentScores | CorpusCard) -> CorpusCard:
    return CorpusCard.of((*one.documents, *other.documents))


def _headline(scores: Scores) -> str:
    shown = {
        "overall.f1": "F1",
        "facts.f1": "facts",
        "speakers.accuracy": "speakers",
        "positions.accuracy": "positions",
    }
    return ", ".join(f"{shown[name]} {value:.3f}" for name, value in scores.headline.items())
