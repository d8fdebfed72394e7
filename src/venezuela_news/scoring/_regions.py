"""Regions: what anchors cover together, by what the paragraphs say and not by the ids of sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from venezuela_news.scoring._coefficients import share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from venezuela_news._sources import Anchor

__all__ = ["Paragraph", "Region", "region_of", "region_similarity", "shared_length"]

Paragraph: TypeAlias = tuple[str, int]
"""A paragraph by what it says: its digest, and how often its source said the same before."""
Region: TypeAlias = Mapping[Paragraph, tuple[tuple[int, int], ...]]
"""A part of a text: per paragraph, spans in order that do not touch, half-open, in code points."""


def region_of(anchors: Iterable[Anchor], paragraph: Callable[[Anchor], Paragraph]) -> Region:
    """Join anchors to a region: spans that touch or overlap become one."""
    spans: dict[Paragraph, list[tuple[int, int]]] = {}
    for anchor in sorted(anchors, key=lambda anchor: anchor.start):
        line = spans.setdefault(paragraph(anchor), [])
        if line and anchor.start <= line[-1][1]:
            line[-1] = (line[-1][0], max(line[-1][1], anchor.end))
        else:
            line.append((anchor.start, anchor.end))
    return {place: tuple(line) for place, line in spans.items()}


def _length(region: Region) -> int:
    return sum(end - start for line in region.values() for start, end in line)


def shared_length(one: Region, other: Region) -> int:
    """Count the code points that two regions share."""
    if one.keys().isdisjoint(other):
        return 0
    return sum(
        max(0, min(end, other_end) - max(start, other_start))
        for place in one.keys() & other.keys()
        for start, end in one[place]
        for other_start, other_end in other[place]
    )


def region_similarity(one: Region, other: Region) -> int:
    """Compare two regions by Dice's coefficient of their code points."""
    both = shared_length(one, other)
    return share(2 * both, _length(one) + _length(other)) if both else 0
