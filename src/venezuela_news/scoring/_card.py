"""The result of scoring: figures that follow from counts, and what was missed, invented and confused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, final

import attrs

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._fields import fields_of
from venezuela_news._records import ARRAYS, Record

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["Accuracy", "Attributions", "Card", "Confusion", "Match", "Mean", "Measure", "Spans"]

_LABELS = ("name", "label", "gist", "text", "caption", "title", "description")
_SHOWN = 72


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Measure:
    """How much of what was predicted is right, and how much of the gold was found.

    Args:
        matched: How many are right; a fraction of a pair where overlaps earn a part.
        predicted: How many were predicted.
        gold: How many there are.

    >>> measure = Measure(matched=3, predicted=4, gold=6)
    >>> measure.precision, measure.recall, measure.f1
    (0.75, 0.5, 0.6)
    """

    matched: float
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right, 0 to 1; 1 if nothing was predicted."""
        return self.matched / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found, 0 to 1; 1 if there is nothing to find."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1; 1 if both sides are empty, 0 if one is."""
        total = self.predicted + self.gold
        return 2 * self.matched / total if total else 1.0

    def as_dict(self) -> dict[str, float]:
        """The counts and the figures."""
        return {"matched": self.matched, "predicted": self.predicted, "gold": self.gold} | _figures(self)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Mean:
    """Figures that are means of others, each 0 to 1."""

    precision: float
    recall: float
    f1: float

    def as_dict(self) -> dict[str, float]:
        """The figures."""
        return _figures(self)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Spans:
    """Figures for one role of attributions.

    Args:
        strict: The same spans earn all, others nothing.
        overlap: Spans earn Dice's coefficient of their code points.
    """

    strict: Measure
    overlap: Measure

    def as_dict(self) -> dict[str, Any]:
        """Both measures."""
        return {"strict": self.strict.as_dict(), "overlap": self.overlap.as_dict()}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Attributions:
    """Figures for attributions: where sources name the speaker, the crediting words, and what was said."""

    speaker: Spans
    cue: Spans
    content: Spans

    def as_dict(self) -> dict[str, Any]:
        """The figures of each role."""
        return {"speaker": self.speaker.as_dict(), "cue": self.cue.as_dict(), "content": self.content.as_dict()}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Accuracy:
    """How often something is right.

    Args:
        correct: How many are right.
        total: The larger of the counts of both sides.
    """

    correct: int
    total: int

    @property
    def accuracy(self) -> float:
        """The share that is right, 0 to 1; 1 if there is nothing on either side."""
        return self.correct / self.total if self.total else 1.0

    def as_dict(self) -> dict[str, float]:
        """The counts and the share."""
        return {"correct": self.correct, "total": self.total, "accuracy": self.accuracy}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Match:
    """Two records that were aligned.

    Args:
        kind: The array in which they are, such as ``"people"``.
        predicted: The predicted record.
        gold: The gold record.
        similarity: How alike they are, above 0.5, 1 at most.
    """

    kind: str
    predicted: Record
    gold: Record
    similarity: float

    def as_dict(self) -> dict[str, Any]:
        """The kind, both ids and the similarity."""
        return {"kind": self.kind, "predicted": self.predicted.id, "gold": self.gold.id, "similarity": self.similarity}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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

    def as_dict(self) -> dict[str, Any]:
        """The kind, both ids, the field, and both values as plain data."""
        return {
            "kind": self.match.kind,
            "records": {"predicted": self.match.predicted.id, "gold": self.match.gold.id},
            "field": self.field,
            "predicted": _plain(self.predicted),
            "gold": _plain(self.gold),
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
    claims: Measure
    statements: Measure
    stances: Measure
    events: Measure
    figures: Measure
    photos: Measure
    positions: Accuracy
    attributions: Attributions
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
        """The mean over all twelve kinds, those that are empty on both sides included."""
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
        found: dict[str, float] = {}
        named: dict[str, Measure | Mean] = {"overall": self.overall, "macro": self.macro, **self.kinds}
        for role, spans in _roles(self.attributions):
            named[f"attributions.{role}.strict"] = spans.strict
            named[f"attributions.{role}.overlap"] = spans.overlap
        for name, measure in named.items():
            found.update((f"{name}.{figure}", value) for figure, value in _figures(measure).items())
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
            "misses": [_named(record) for record in self.misses],
            "inventions": [_named(record) for record in self.inventions],
            "confusions": [confusion.as_dict() for confusion in self.confusions],
        }

    def render(self) -> str:
        """The card as a page of text: a table of the figures, then the lists that are not empty."""
        return "".join(f"{line.rstrip()}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'matched':>10}{'predicted':>11}{'gold':>7}"
        for kind, measure in self.kinds.items():
            yield _row(kind, measure)
        yield _row("overall", self.overall)
        yield _row("mean over kinds", self.macro)
        for role, spans in _roles(self.attributions):
            yield _row(f"{role} spans, strict", spans.strict)
            yield _row(f"{role} spans, overlap", spans.overlap)
        yield f"{'positions':24}{self.position_accuracy:>10.3f} of {self.positions.total} right"
        for title, records in (("misses", self.misses), ("inventions", self.inventions)):
            if records:
                yield ""
                yield f"{title} ({len(records)})"
                for record in records:
                    yield f"  {_KINDS[type(record)]}: {record.id}  {_cut(_label(record))}"
        if self.confusions:
            yield ""
            yield f"confusions ({len(self.confusions)})"
            for confusion in self.confusions:
                match = confusion.match
                yield f"  {match.kind}: {match.predicted.id} for {match.gold.id}, {confusion.field}"
                yield f"    predicted: {_cut(_written(_plain(confusion.predicted)))}"
                yield f"    gold:      {_cut(_written(_plain(confusion.gold)))}"


_KINDS: dict[type, str] = {cls: kind for kind, cls in ARRAYS.items()}


def _figures(measure: Measure | Mean) -> dict[str, float]:
    return {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}


def _roles(attributions: Attributions) -> tuple[tuple[str, Spans], ...]:
    return ("speaker", attributions.speaker), ("cue", attributions.cue), ("content", attributions.content)


def _row(name: str, measure: Measure | Mean) -> str:
    figures = f"{name:24}{measure.precision:>10.3f}{measure.recall:>10.3f}{measure.f1:>10.3f}"
    if isinstance(measure, Mean):
        return figures
    return f"{figures}{measure.matched:>10.4g}{measure.predicted:>11}{measure.gold:>7}"


def _label(record: Record) -> str:
    for field in _LABELS:
        if text := getattr(record, field, None):
            return str(text)
    # A stance, or a source that is neither titled nor described.
    told = (getattr(record, field, None) for field in ("holder", "position", "claim"))
    return " ".join(str(value) for value in told if value)


def _named(record: Record) -> dict[str, str]:
    return {"kind": _KINDS[type(record)], "id": record.id, "label": _label(record)}


def _plain(value: object) -> Any:
    kind = type(value)
    if kind in (PartialDate, Interval) or issubclass(kind, str):
        return str(value)
    if kind is tuple:
        return [_plain(item) for item in cast("tuple[object, ...]", value)]
    if hasattr(kind, "__checked__"):
        pairs = ((field.name, getattr(value, field.name)) for field in fields_of(kind))
        return {name: _plain(item) for name, item in pairs if item is not None}
    return value


def _written(plain: object) -> str:
    kind = type(plain)
    if kind is list:
        return ", ".join(map(_written, cast("list[object]", plain))) or "nothing"
    if kind is dict:
        given = cast("dict[str, object]", plain).values()
        return " ".join(_written(item) for item in given if item is not False)
    return "nothing" if plain is None else str(plain)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
