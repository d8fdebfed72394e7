"""The figures of a card: precision, recall and F1, from counts or as means, and shares of what is right."""

from __future__ import annotations

from typing import Any, Final, TypeAlias, final

import attrs

__all__ = ["ROLES", "AttributionScores", "FieldScore", "Mean", "Measure", "Spans", "Tally", "mean_of"]

ROLES: Final = ("speaker", "cue", "content")
"""What an attribution anchors."""

Tally: TypeAlias = dict[str, float]
"""Counts by their names, such as ``"people.matched"``: all figures follow from them, and they can be added."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Measure:
    """How much of what was predicted is right, and how much of the gold was found.

    Args:
        matched: How many predicted are right; a fraction of one where overlaps earn a part.
        predicted: How many were predicted.
        gold: How many there are.
        found: How many of the gold were found; as many as are right, unless overlaps earn a part.

    >>> measure = Measure(matched=3, predicted=4, gold=6)
    >>> measure.precision, measure.recall, measure.f1
    (0.75, 0.5, 0.6)
    """

    matched: float
    predicted: int
    gold: int
    found: float = attrs.field(default=attrs.Factory(lambda self: self.matched, takes_self=True), repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was predicted, and there is nothing to find."""
        return not self.predicted and not self.gold

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right, 0 to 1; 1 if nothing was predicted."""
        return self.matched / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found, 0 to 1; 1 if there is nothing to find."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1; 1 if both sides are empty, 0 if one is."""
        if self.is_empty:
            return 1.0
        if self.found == self.matched:
            return 2 * self.matched / (self.predicted + self.gold)
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def figures(self) -> dict[str, float]:
        """The three figures, by their names."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}

    def as_dict(self) -> dict[str, float]:
        """The counts and the figures."""
        found = {} if self.found == self.matched else {"found": self.found}
        return {"matched": self.matched, **found, "predicted": self.predicted, "gold": self.gold} | self.figures


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Mean:
    """Figures that are means of others, each 0 to 1."""

    precision: float
    recall: float
    f1: float

    @property
    def figures(self) -> dict[str, float]:
        """The three figures, by their names."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}

    def as_dict(self) -> dict[str, float]:
        """The figures."""
        return self.figures


def mean_of(measures: list[Measure]) -> Mean:
    """Give the mean of measures: those that are empty on both sides count in none, and nothing right is 0 in each.

    >>> mean_of([Measure(matched=1, predicted=1, gold=1), Measure(matched=0, predicted=0, gold=1)])
    Mean(precision=0.5, recall=0.5, f1=0.5)
    """
    told = [measure for measure in measures if not measure.is_empty]
    if not told:
        return Mean(precision=1.0, recall=1.0, f1=1.0)
    right = [measure for measure in told if measure.matched]
    return Mean(
        precision=sum(measure.precision for measure in right) / len(told),
        recall=sum(measure.recall for measure in right) / len(told),
        f1=sum(measure.f1 for measure in right) / len(told),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Spans:
    """Figures for spans of text.

    Args:
        strict: The same spans earn all, others nothing.
        overlap: A span earns what share of it is covered: of a predicted one for precision, of a gold one for recall.
    """

    strict: Measure
    overlap: Measure

    def as_dict(self) -> dict[str, Any]:
        """Both measures."""
        return {"strict": self.strict.as_dict(), "overlap": self.overlap.as_dict()}


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class AttributionScores:
    """Figures for attributions: where sources name the speaker, the crediting words, and what was said."""

    speaker: Spans
    cue: Spans
    content: Spans

    @property
    def roles(self) -> dict[str, Spans]:
        """The figures of each role, by its name."""
        return {role: getattr(self, role) for role in ROLES}

    def __repr__(self) -> str:
        figures = ", ".join(f"{role} F1 {spans.strict.f1:.3f}" for role, spans in self.roles.items())
        return f"<AttributionScores: {figures}, strictly>"

    def as_dict(self) -> dict[str, Any]:
        """The figures of each role."""
        return {role: spans.as_dict() for role, spans in self.roles.items()}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class FieldScore:
    """How often a field of aligned records is right as a whole, and how many of its facts are.

    Args:
        correct: How many aligned pairs say the same there.
        aligned: How many aligned pairs say anything there.
        predicted: How many predicted records do, aligned or not.
        gold: How many gold records do.
        facts: The single facts of the field: one for each value or reference.

    >>> FieldScore(correct=3, aligned=4, predicted=4, gold=6, facts=Measure(matched=3, predicted=4, gold=6)).accuracy
    0.5
    """

    correct: int
    aligned: int
    predicted: int
    gold: int
    facts: Measure

    @property
    def total(self) -> int:
        """The larger of the two numbers of records, predicted and gold."""
        return max(self.predicted, self.gold)

    @property
    def accuracy(self) -> float:
        """The share of all that is right, 0 to 1; 1 if neither side says anything."""
        return self.correct / self.total if self.total else 1.0

    @property
    def of_aligned(self) -> float:
        """The share of aligned pairs that is right, 0 to 1; 1 if there are none."""
        return self.correct / self.aligned if self.aligned else 1.0

    @property
    def figures(self) -> dict[str, float]:
        """Both shares, by their names."""
        return {"accuracy": self.accuracy, "of_aligned": self.of_aligned}

    def as_dict(self) -> dict[str, Any]:
        """The counts, both shares and the facts."""
        counts = {name: getattr(self, name) for name in ("correct", "aligned", "predicted", "gold")}
        return counts | self.figures | {"facts": self.facts.as_dict()}
