"""The result of scoring: figures that follow from counts, and what was missed, invented and confused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, final

import attrs

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._fields import fields_of
from venezuela_news._records import ARRAYS, Record, label_of
from venezuela_news._statements import Stance
from venezuela_news._terminal import printable
from venezuela_news.scoring._measures import Accuracy, AttributionScores, Mean, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Card", "Confusion", "Match"]

_SHOWN = 72


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Match:
    """Two records that were aligned.

    Args:
        kind: The array in which they are, such as ``"people"``.
        predicted: The predicted record.
        gold: The gold record.
        similarity: How similar they are, above 0.5, 1 at most.
    """

    kind: str
    predicted: Record
    gold: Record
    similarity: float

    def __repr__(self) -> str:
        return f"<Match: {self.kind} {self.predicted.id!r} for {self.gold.id!r}, similarity {self.similarity:.3f}>"

    def as_dict(self) -> dict[str, Any]:
        """The kind, both ids and the similarity."""
        return {"kind": self.kind, "predicted": self.predicted.id, "gold": self.gold.id, "similarity": self.similarity}


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Confusion:
    """A field in which two aligned records differ.

    Args:
        match: The records.
        field: The field's name.
        predicted: What the predicted record has there.
        gold: What the gold record has there.
    """

    match: Match
    field: str
    predicted: Any
    gold: Any

    def __repr__(self) -> str:
        match = self.match
        return f"<Confusion: {match.kind} {match.predicted.id!r} for {match.gold.id!r} in {self.field!r}>"

    def as_dict(self) -> dict[str, Any]:
        """The kind, both ids, the field, and both values as plain data."""
        return {
            "kind": self.match.kind,
            "records": {"predicted": self.match.predicted.id, "gold": self.match.gold.id},
            "field": self.field,
            "predicted": _plain_data(self.predicted),
            "gold": _plain_data(self.gold),
        }


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Card:
    """How close a predicted story is to the gold story: a measure for each kind of record, and what is behind it.

    Args:
        positions: Stances aligned, and in the same position.
        attributions: Spans of who spoke, crediting words and contents.
        matches: The aligned pairs, kind by kind, in the gold story's order.
        misses: The gold records without a partner, in the gold story's order.
        inventions: The predicted records without a partner, in the predicted story's order.
        confusions: The fields in which aligned records differ.

    The other arguments are named as the arrays of a story.
    """

    sources: Measure
    people: Measure
    organizations: Measure
    countries: Measure
    groups: Measure
    places: Measure
    works: Measure
    claims: Measure
    statements: Measure
    stances: Measure
    events: Measure
    figures: Measure
    photos: Measure
    positions: Accuracy
    attributions: AttributionScores
    matches: tuple[Match, ...]
    misses: tuple[Record, ...]
    inventions: tuple[Record, ...]
    confusions: tuple[Confusion, ...]

    @property
    def kinds(self) -> dict[str, Measure]:
        """The measure of each kind, by the array's name, in the model's order."""
        return {kind: getattr(self, kind) for kind in ARRAYS}

    @property
    def overall(self) -> Measure:
        """All records counted together, whatever their kind: the micro average."""
        measures = self.kinds.values()
        return Measure(
            matched=sum(measure.matched for measure in measures),
            predicted=sum(measure.predicted for measure in measures),
            gold=sum(measure.gold for measure in measures),
        )

    @property
    def macro(self) -> Mean:
        """The mean over all thirteen kinds, those that are empty on both sides included."""
        measures = self.kinds.values()
        return Mean(
            precision=sum(measure.precision for measure in measures) / len(measures),
            recall=sum(measure.recall for measure in measures) / len(measures),
            f1=sum(measure.f1 for measure in measures) / len(measures),
        )

    @property
    def position_accuracy(self) -> float:
        """Stances aligned and in the same position, over the larger of the two counts; 0 to 1."""
        return self.positions.accuracy

    def __repr__(self) -> str:
        return (
            f"<Card: F1 {self.overall.f1:.3f}, {len(self.misses)} misses, {len(self.inventions)} inventions, "
            f"{len(self.confusions)} confusions>"
        )

    def __str__(self) -> str:
        return self.render()

    def scores(self) -> dict[str, float]:
        """Every figure by its name, such as ``"statements.recall"``; each is from 0 to 1."""
        named: dict[str, Measure | Mean] = {"overall": self.overall, "macro": self.macro, **self.kinds}
        for role, spans in self.attributions.roles.items():
            named[f"attributions.{role}.strict"] = spans.strict
            named[f"attributions.{role}.overlap"] = spans.overlap
        found = {f"{name}.{figure}": value for name, each in named.items() for figure, value in each.figures.items()}
        return found | {"position_accuracy": self.position_accuracy}

    def as_dict(self) -> dict[str, Any]:
        """The card as plain data that every JSON writer takes."""
        return {
            "overall": self.overall.as_dict(),
            "macro": self.macro.as_dict(),
            **{kind: measure.as_dict() for kind, measure in self.kinds.items()},
            "positions": self.positions.as_dict(),
            "attributions": self.attributions.as_dict(),
            "matches": [match.as_dict() for match in self.matches],
            "misses": [_summary(record) for record in self.misses],
            "inventions": [_summary(record) for record in self.inventions],
            "confusions": [confusion.as_dict() for confusion in self.confusions],
        }

    def render(self) -> str:
        """The card as a page of text: a table of the figures, then the lists that are not empty."""
        lines = [*self._table(), *_list_of("misses", self.misses), *_list_of("inventions", self.inventions)]
        return "".join(f"{printable(line).rstrip()}\n" for line in (*lines, *self._confusions()))

    def _table(self) -> Iterator[str]:
        yield f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'matched':>10}{'predicted':>11}{'gold':>7}"
        for kind, measure in self.kinds.items():
            yield _row(kind, measure)
        yield _row("overall", self.overall)
        yield _row("mean over kinds", self.macro)
        for role, spans in self.attributions.roles.items():
            yield _row(f"{role} spans, strict", spans.strict)
            yield _row(f"{role} spans, overlap", spans.overlap)
        yield f"{'positions':24}{self.position_accuracy:>10.3f} of {self.positions.total} right"

    def _confusions(self) -> Iterator[str]:
        if self.confusions:
            yield ""
            yield f"confusions ({len(self.confusions)})"
        for confusion in self.confusions:
            match = confusion.match
            yield f"  {match.kind}: {match.predicted.id} for {match.gold.id}, {confusion.field}"
            yield f"    predicted: {_shortened(_in_words(_plain_data(confusion.predicted)))}"
            yield f"    gold:      {_shortened(_in_words(_plain_data(confusion.gold)))}"


_KINDS: dict[type[Record], str] = {cls: kind for kind, cls in ARRAYS.items()}


def _row(name: str, measure: Measure | Mean) -> str:
    figures = f"{name:24}{measure.precision:>10.3f}{measure.recall:>10.3f}{measure.f1:>10.3f}"
    if isinstance(measure, Mean):
        return figures
    return f"{figures}{measure.matched:>10.4g}{measure.predicted:>11}{measure.gold:>7}"


def _list_of(title: str, records: tuple[Record, ...]) -> Iterator[str]:
    if records:
        yield ""
        yield f"{title} ({len(records)})"
    for record in records:
        yield f"  {_KINDS[type(record)]}: {record.id}  {_shortened(_words_for(record))}"


def _words_for(record: Record) -> str:
    """Give the words by which a reader knows a record; a stance is known by what it says."""
    if isinstance(record, Stance):
        return f"{record.holder} {record.position} {record.claim}"
    return label_of(record)


def _summary(record: Record) -> dict[str, str]:
    return {"kind": _KINDS[type(record)], "id": record.id, "label": _words_for(record)}


def _plain_data(value: object) -> Any:
    """Turn the value of a field into plain data, fit for JSON."""
    if isinstance(value, PartialDate | Interval | str):
        return str(value)
    if isinstance(value, tuple):
        return [_plain_data(item) for item in cast("tuple[object, ...]", value)]
    if hasattr(type(value), "__checked__"):
        pairs = ((field.name, getattr(value, field.name)) for field in fields_of(type(value)))
        return {name: _plain_data(item) for name, item in pairs if item is not None}
    return value


def _in_words(plain: object) -> str:
    """Write plain data as one line for people."""
    if isinstance(plain, list):
        return ", ".join(map(_in_words, cast("list[object]", plain))) or "nothing"
    if isinstance(plain, dict):
        given = cast("dict[str, object]", plain).values()
        return " ".join(_in_words(item) for item in given if item is not False)
    return "nothing" if plain is None else str(plain)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
