"""The score of attributions: whether the spans of speakers, cues and contents are those of the gold story.

Two attributions are compared where their contents share a code point, whatever was aligned. Two statements earn what
their best two attributions earn, and for each figure statements are assigned to each other so that they earn the most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from venezuela_news.scoring._assignment import assign
from venezuela_news.scoring._coefficients import SCALE
from venezuela_news.scoring._measures import ROLES, AttributionScores, Measure, Spans
from venezuela_news.scoring._regions import region_similarity, shared_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from venezuela_news._statements import Statement
    from venezuela_news.scoring._assignment import Edge
    from venezuela_news.scoring._features import StoryFeatures
    from venezuela_news.scoring._regions import Region

__all__ = ["attribution_scores"]

_Spans: TypeAlias = "tuple[Region, dict[str, Region]]"
_Earned: TypeAlias = "dict[Edge, int]"


def attribution_scores(predicted: StoryFeatures, gold: StoryFeatures) -> AttributionScores:
    """Score the attributions of two stories, strictly and by overlap."""
    strict: dict[str, _Earned] = {role: {} for role in ROLES}
    overlap: dict[str, _Earned] = {role: {} for role in ROLES}
    for edge, one, other in _comparable(predicted, gold):
        for role in one.keys() & other.keys():
            _raise_to(strict[role], edge, SCALE if one[role] == other[role] else 0)
            _raise_to(overlap[role], edge, region_similarity(one[role], other[role]))

    def measure(role: str, earned: _Earned) -> Measure:
        return Measure(
            matched=sum(earned[edge] for edge in assign(earned).pairs) / SCALE,
            predicted=_count(role, predicted.story.statements),
            gold=_count(role, gold.story.statements),
        )

    spans = {role: Spans(strict=measure(role, strict[role]), overlap=measure(role, overlap[role])) for role in ROLES}
    return AttributionScores(**spans)


def _comparable(
    predicted: StoryFeatures, gold: StoryFeatures
) -> Iterator[tuple[Edge, dict[str, Region], dict[str, Region]]]:
    """Give each two attributions whose contents overlap: the numbers of their statements, and their spans by role."""
    columns = _spans(gold)
    for i, attributions in enumerate(_spans(predicted)):
        for j, others in enumerate(columns):
            for content, one in attributions:
                for other_content, other in others:
                    if shared_length(content, other_content):
                        yield (i, j), one, other


def _spans(features: StoryFeatures) -> list[list[_Spans]]:
    """Read the attributions of each statement: the content, and all that is anchored by role."""
    return [
        [
            (
                features.region(attribution.content),
                {role: features.region(getattr(attribution, role)) for role in ROLES if getattr(attribution, role)},
            )
            for attribution in statement.attributions
        ]
        for statement in features.story.statements
    ]


def _raise_to(earned: _Earned, edge: Edge, value: int) -> None:
    """Keep the most that a pair of statements earns."""
    if value > earned.get(edge, 0):
        earned[edge] = value


def _count(role: str, statements: Sequence[Statement]) -> int:
    return sum(any(getattr(attribution, role) for attribution in one.attributions) for one in statements)
