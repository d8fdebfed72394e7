"""Regions: what anchors cover together, by what the paragraphs say and not by the ids of sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from venezuela_news.scoring._coefficients import SCALE, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from venezuela_news._sources import Anchor

__all__ = ["Paragraph", "Region", "length_of", "region_of", "region_similarity", "shared_length"]

Paragraph: TypeAlias = tuple[str, int]
"""A paragraph by what it says: its digest, and how often its source said the same before."""
Region: TypeAlias = Mapping[Paragraph, tuple[tuple[int, int], ...]]
"""A part of a text: per paragraph, spans in order that do not touch, half-open, in code points."""

_CONTAINING: Final = SCALE * 6 // 10


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


def length_of(region: Region) -> int:
    """Count the code points of a region."""
    return sum(end - start for line in region.values() for start, end in line)


def shared_length(one: Region, other: Region) -> int:
    """Count the code points that two regions share."""
    if one.keys().isdisjoint(other):
        return 0
    return sum(_shared(one[place], other[place]) for place in one.keys() & other.keys())


def _shared(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> int:
    """Walk along two lines of spans at once."""
    found = i = j = 0
    while i < len(one) and j < len(other):
        found += max(0, min(one[i][1], other[j][1]) - max(one[i][0], other[j][0]))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return found


def region_similarity(one: Region, other: Region) -> int:
    """Compare two regions by Dice's coefficient of their code points; 6/10 at least if one contains the other."""
    both = shared_length(one, other)
    if not both:
        return 0
    lengths = length_of(one), length_of(other)
    found = share(2 * both, sum(lengths))
    return max(found, _CONTAINING) if both == min(lengths) else found
