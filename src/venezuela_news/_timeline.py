"""The order of what happened and what was said: by date, and by what it comes after.

Of what waits for nothing any more, the earliest goes first: a heap of what is ready. What is undated is as late as the
last thing that it comes after.
"""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING, TypeAlias

from venezuela_news._dates import sort_key
from venezuela_news._records import date_of

if TYPE_CHECKING:
    from venezuela_news._records import Occurrence

__all__ = ["in_order"]

_Moment: TypeAlias = tuple[float, int, float]
_AT_THE_END: _Moment = (math.inf, 0, 0)


def in_order(items: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """Put occurrences that come after each other in no circle in order; what is alike keeps its place."""
    occurrences = {item.id: item for item in items}
    place = {id: index for index, id in enumerate(occurrences)}
    waits = {id: len(item.after) for id, item in occurrences.items()}
    followers: dict[str, list[str]] = {id: [] for id in occurrences}
    for id, item in occurrences.items():
        for earlier in item.after:
            followers[earlier].append(id)
    floor: dict[str, _Moment] = {}

    def key(id: str) -> tuple[_Moment, int]:
        date = date_of(occurrences[id])
        told = sort_key(date) if date is not None else None
        return (told or floor.get(id) or _AT_THE_END, place[id])

    ready = [key(id) for id, count in waits.items() if not count]
    heapq.heapify(ready)
    line: list[Occurrence] = []
    while ready:
        moment, index = heapq.heappop(ready)
        occurrence = items[index]
        line.append(occurrence)
        for follower in followers[occurrence.id]:
            floor[follower] = max(floor.get(follower, moment), moment)
            waits[follower] -= 1
            if not waits[follower]:
                heapq.heappush(ready, key(follower))
    return tuple(line)
