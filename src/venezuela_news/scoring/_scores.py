"""Figures by name, all of which follow from counts; so those of two documents together follow from the sum of theirs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from venezuela_news._arguments import expect_text
from venezuela_news._problems import show
from venezuela_news._records import ARRAYS
from venezuela_news._statements import Position
from venezuela_news.scoring._comparison import compared_fields
from venezuela_news.scoring._measures import ROLES, AttributionScores, FieldScore, Mean, Measure, Spans, mean_of

__all__ = ["HEADLINE", "NONE", "Scores", "expect_figure"]

HEADLINE: Final = ("overall.f1", "facts.f1", "speakers.accuracy", "positions.accuracy")
"""The figures that tell most in few: records found, facts right, who said it, and where they stand."""

NONE: Final = "none"
"""In the matrix of positions, the position of a stance that the other story does not have."""

#: Names of fields' figures that stand for themselves.
_SHORT: Final = {"speakers": "statements.speakers", "positions": "stances.position"}
_OF_MEASURES: Final = ("precision", "recall", "f1")
_OF_FIELDS: Final = ("accuracy", "of_aligned")


@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Scores:
    """The figures of one document or many.

    Args:
        counts: What was counted, by name; all figures follow from it.
        scope: The kinds of records that count, by their arrays, in the model's order.
        exact: Whether the alignment is certainly the best there is; large stories may be aligned greedily.
    """

    counts: Mapping[str, float] = attrs.field(repr=False)
    scope: tuple[str, ...] = tuple(ARRAYS)
    exact: bool = True

    def _count(self, name: str) -> Any:
        return self.counts.get(name, 0)

    def _measure(self, name: str) -> Measure:
        matched = self._count(f"{name}.matched")
        return Measure(
            matched=matched,
            predicted=self._count(f"{name}.predicted"),
            gold=self._count(f"{name}.gold"),
            found=self.counts.get(f"{name}.found", matched),
        )

    def _spans(self, name: str) -> Spans:
        return Spans(strict=self._measure(f"{name}.strict"), overlap=self._measure(f"{name}.overlap"))

    # -- by kind ----------------------------------------------------------------------------------

    @property
    def kinds(self) -> dict[str, Measure]:
        """The measure of each kind that counts, by the array's name, in the model's order."""
        return {kind: self._measure(kind) for kind in self.scope}

    @property
    def sources(self) -> Measure:
        """How many sources were found."""
        return self._measure("sources")

    @property
    def people(self) -> Measure:
        """How many people were found."""
        return self._measure("people")

    @property
    def organizations(self) -> Measure:
        """How many organizations were found."""
        return self._measure("organizations")

    @property
    def countries(self) -> Measure:
        """How many countries were found."""
        return self._measure("countries")

    @property
    def groups(self) -> Measure:
        """How many groups were found."""
        return self._measure("groups")

    @property
    def places(self) -> Measure:
        """How many places were found."""
        return self._measure("places")

    @property
    def works(self) -> Measure:
        """How many works were found."""
        return self._measure("works")

    @property
    def claims(self) -> Measure:
        """How many claims were found; one that is paired with its negation is not."""
        return self._measure("claims")

    @property
    def statements(self) -> Measure:
        """How many statements were found; one that is paired with its negation is not."""
        return self._measure("statements")

    @property
    def stances(self) -> Measure:
        """How many stances were found, whatever their positions."""
        return self._measure("stances")

    @property
    def events(self) -> Measure:
        """How many events were found; one that is paired with its negation is not."""
        return self._measure("events")

    @property
    def figures(self) -> Measure:
        """How many figures were found."""
        return self._measure("figures")

    @property
    def photos(self) -> Measure:
        """How many photos were found."""
        return self._measure("photos")

    # -- over all kinds ---------------------------------------------------------------------------

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
        """The mean over the kinds that are not empty on both sides; a kind of which nothing is right counts as 0."""
        return mean_of(list(self.kinds.values()))

    @property
    def facts(self) -> Measure:
        """All single facts counted together: each field's value, and each reference."""
        return self._measure("facts")

    @property
    def fields(self) -> dict[str, FieldScore]:
        """The score of each field that either side tells, by kind and field, such as ``"people.age"``."""
        names = (
            name for name in _field_names(self.scope) if self._count(f"{name}.predicted") or self._count(f"{name}.gold")
        )
        return {name: self._field(name) for name in names}

    def _field(self, name: str) -> FieldScore:
        counts = {each: self._count(f"{name}.{each}") for each in ("correct", "aligned", "predicted", "gold")}
        return FieldScore(**counts, facts=self._measure(f"{name}.facts"))

    @property
    def speakers(self) -> FieldScore:
        """How often statements have just the right speakers, over aligned statements and over all."""
        return self._field(_SHORT["speakers"])

    @property
    def positions(self) -> FieldScore:
        """How often stances have the right position, over aligned stances and over all."""
        return self._field(_SHORT["positions"])

    @property
    def position_matrix(self) -> dict[str, dict[str, int]]:
        """How many stances of each position in the gold story have which predicted position; ``"none"`` without a partner."""
        names = [*map(str, Position), NONE]
        return {gold: {one: self._count(f"positions.{gold}.{one}") for one in names} for gold in names}

    @property
    def attributions(self) -> AttributionScores:
        """Spans of who spoke, crediting words and contents."""
        return AttributionScores(**{role: self._spans(f"attributions.{role}") for role in ROLES})

    @property
    def anchors(self) -> Spans:
        """Where records are anchored, those of attributions aside."""
        return self._spans("anchors")

    # -- by name ----------------------------------------------------------------------------------

    @property
    def headline(self) -> dict[str, float]:
        """The figures that tell most in few, by name."""
        return {name: self.figure(name) for name in HEADLINE}

    def figure(self, name: str) -> float:
        """The figure of a name, such as ``"people.f1"`` or ``"statements.act.accuracy"``; it is from 0 to 1.

        Raises:
            ValueError: There is no such figure; the message names the nearest.
        """
        expect_figure(name, "name", self.figure_names)
        return self._figure(name)

    def _figure(self, name: str) -> float:
        found: float = getattr(self._behind(name), name.rpartition(".")[2])
        return found

    def _behind(self, name: str) -> Measure | Mean | FieldScore:
        """Give what has the figure of a name."""
        front, _, figure = name.rpartition(".")
        if figure in _OF_FIELDS:
            return self._field(_SHORT.get(front, front))
        if front == "macro":
            return self.macro
        return self.overall if front == "overall" else self._measure(front)

    def told(self, name: str) -> float | None:
        """The figure of a name as means count it: 0 where nothing is right, ``None`` where both sides are empty."""
        behind = self._behind(name)
        if isinstance(behind, Mean):
            return None if self.overall.is_empty else self._figure(name)
        if isinstance(behind, FieldScore):
            return self._figure(name) if behind.total else None
        return None if behind.is_empty else self._figure(name) if behind.matched else 0.0

    @property
    def figure_names(self) -> tuple[str, ...]:
        """The names of all figures."""
        return tuple(_figure_names(self.scope))

    def scores(self) -> dict[str, float]:
        """Every figure by its name, such as ``"statements.recall"``; each is from 0 to 1."""
        return {name: self._figure(name) for name in self.figure_names}

    # -- as plain data ----------------------------------------------------------------------------

    def as_dict(self) -> dict[str, Any]:
        """The figures and their counts as plain data that every JSON writer takes."""
        return {
            "exact": self.exact,
            "headline": self.headline,
            "overall": self.overall.as_dict(),
            "macro": self.macro.as_dict(),
            "facts": self.facts.as_dict(),
            **{kind: measure.as_dict() for kind, measure in self.kinds.items()},
            "speakers": self.speakers.as_dict(),
            "positions": self.positions.as_dict() | {"matrix": self.position_matrix},
            "fields": {name: score.as_dict() for name, score in self.fields.items()},
            "attributions": self.attributions.as_dict(),
            "anchors": self.anchors.as_dict(),
        }

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """The figures as tables: a list of rows for each, all rows of a table with the same keys."""
        measures: dict[str, Measure] = {"overall": self.overall, "facts": self.facts, **self.kinds}
        spans = {f"attributions.{role}": spans for role, spans in self.attributions.roles.items()}
        return {
            "kinds": [{"name": name} | _cells(measure) for name, measure in measures.items()],
            "fields": [
                {"name": name} | _without_facts(score) | {f"facts.{k}": v for k, v in _cells(score.facts).items()}
                for name, score in self.fields.items()
            ],
            "spans": [
                {"name": name, "way": way} | _cells(getattr(each, way))
                for name, each in {**spans, "anchors": self.anchors}.items()
                for way in ("strict", "overlap")
            ],
            "positions": [{"gold": gold} | row for gold, row in self.position_matrix.items()],
        }


def _cells(measure: Measure) -> dict[str, float]:
    return {"matched": measure.matched, "found": measure.found} | measure.as_dict()


def _without_facts(score: FieldScore) -> dict[str, float]:
    return {name: value for name, value in score.as_dict().items() if name != "facts"}


def _field_names(scope: tuple[str, ...]) -> Iterator[str]:
    """Name every field that is compared, in the model's order."""
    for kind in scope:
        yield from (f"{kind}.{field.name}" for field in compared_fields(ARRAYS[kind]))


def _figure_names(scope: tuple[str, ...]) -> Iterator[str]:
    """Name every figure."""
    spans = [
        f"{name}.{way}"
        for name in (*(f"attributions.{role}" for role in ROLES), "anchors")
        for way in ("strict", "overlap")
    ]
    for name in ("overall", "macro", "facts", *scope, *spans):
        yield from (f"{name}.{figure}" for figure in _OF_MEASURES)
    for name in (*_SHORT, *_field_names(scope)):
        yield from (f"{name}.{figure}" for figure in _OF_FIELDS)
    for name in _field_names(scope):
        yield from (f"{name}.facts.{figure}" for figure in _OF_MEASURES)


def expect_figure(name: object, argument: str, names: tuple[str, ...]) -> None:
    """Refuse what is no figure's name, and tell the nearest.

    Raises:
        TypeError: It is no text.
        ValueError: It is another text.
    """
    expect_text(name, argument, "such as 'facts.f1'")
    if name not in names:
        near = difflib.get_close_matches(str(name)[:64], names, n=1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        raise ValueError(f"the argument {argument!r} is {show(name)}; {meant}give a figure's name, as in card.scores()")
