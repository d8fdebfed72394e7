"""The figures of a card: precision, recall and F1, from counts or as means, and shares of what is right."""

from __future__ import annotations

from typing import Any, final

import attrs

__all__ = ["ROLES", "Accuracy", "AttributionScores", "Mean", "Measure", "Spans"]

ROLES = ("speaker", "cue", "content")
"""What an attribution anchors."""


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

    @property
    def figures(self) -> dict[str, float]:
        """The three figures, by their names."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}

    def as_dict(self) -> dict[str, float]:
        """The counts and the figures."""
        return {"matched": self.matched, "predicted": self.predicted, "gold": self.gold} | self.figures


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
