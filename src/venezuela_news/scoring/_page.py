"""The figures of a card as a page of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venezuela_news._terminal import printable
from venezuela_news.scoring._measures import Mean, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from venezuela_news.scoring._measures import FieldScore
    from venezuela_news.scoring._scores import Scores

__all__ = ["SHOWN", "figures_page", "page_of", "shortened"]

SHOWN = 72
"""How many characters of a record's words are shown."""
_MARGIN = 26
_ALWAYS = "statements.speakers", "stances.position"  # other fields are shown where something is wrong


def figures_page(scores: Scores, means: Mapping[str, Mean], more: Iterable[str] = ()) -> str:
    """Lay out the figures of a card, then more lines.

    Args:
        scores: The card.
        means: Further rows, by what they are called.
        more: What stands below.
    """
    return page_of((*_figures(scores, means), *more))


def page_of(lines: Iterable[str]) -> str:
    """Join lines to a page on which nothing can steer a terminal."""
    return "".join(f"{printable(line).rstrip()}\n" for line in lines)


def shortened(text: str) -> str:
    """Cut a text to what is shown of it."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


def _figures(scores: Scores, means: Mapping[str, Mean]) -> Iterator[str]:
    yield f"{'':{_MARGIN}}{'precision':>10}{'recall':>10}{'F1':>10}{'matched':>10}{'predicted':>11}{'gold':>8}"
    yield _row("records", scores.overall)
    yield _row("facts", scores.facts)
    yield _row("mean over kinds", scores.macro)
    for name, mean in means.items():
        yield _row(name, mean)
    yield ""
    for kind, measure in scores.kinds.items():
        if not measure.is_empty:
            yield _row(kind, measure)
    spans = {f"{role} spans": spans for role, spans in scores.attributions.roles.items()} | {"anchors": scores.anchors}
    for name, each in spans.items():
        if not each.strict.is_empty:
            yield _row(f"{name}, strict", each.strict)
            yield _row(f"{name}, overlap", each.overlap)
    fields = {name: score for name, score in scores.fields.items() if name in _ALWAYS or score.facts.f1 < 1}
    if fields:
        yield ""
        yield f"{'':{_MARGIN}}{'accuracy':>10}{'aligned':>10}{'facts F1':>10}{'correct':>10}{'predicted':>11}{'gold':>8}"
    for name, score in fields.items():
        yield _field_row(name, score)
    if not scores.exact:
        yield ""
        yield "the stories are large: a better alignment may exist"


def _row(name: str, measure: Measure | Mean) -> str:
    figures = f"{name:{_MARGIN}}{measure.precision:>10.3f}{measure.recall:>10.3f}{measure.f1:>10.3f}"
    if isinstance(measure, Mean):
        return figures
    return f"{figures}{measure.matched:>10.4g}{measure.predicted:>11}{measure.gold:>8}"


def _field_row(name: str, score: FieldScore) -> str:
    figures = f"{name:{_MARGIN}}{score.accuracy:>10.3f}{score.of_aligned:>10.3f}{score.facts.f1:>10.3f}"
    return f"{figures}{score.correct:>10}{score.predicted:>11}{score.gold:>8}"
