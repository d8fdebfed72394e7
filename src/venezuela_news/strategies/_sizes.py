"""How many records of which kind a drawn story has.

1. A story of 61 records at most has so many of each kind as :data:`SHARES` tells; other bounds are shared out alike.
2. Hypothesis draws lists of five items on average, whatever more they may hold. So each array is drawn as several
   short lists, one behind the other, and larger bounds give larger stories.
3. Arrays whose sizes or strategies were asked for stay as they are; the others make up for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast, final

import attrs
from hypothesis import strategies as st

from venezuela_news._arguments import is_one_of, wrong_argument
from venezuela_news._fields import Kind, cached_per_class, fields_of
from venezuela_news._records import ARRAYS

__all__ = ["SHARES", "Bounds", "Sizes", "needs_of", "sizes_of"]

SHARES: Mapping[str, int] = {
    "sources": 3, "people": 6, "organizations": 3, "countries": 4, "groups": 6, "places": 3, "works": 2, "claims": 3,
    "statements": 10, "stances": 10, "events": 6, "figures": 3, "photos": 2,
}  # fmt: skip
"""How many records of each array there are at most in a story of 61."""

DEFAULT_MAX = sum(SHARES.values())
"""The most records in arrays that nothing was asked for."""

Bounds: TypeAlias = int | tuple[int, int]
"""How many records an array has: exactly so many, or the least and the most."""


@cached_per_class
def needs_of(cls: type) -> frozenset[frozenset[str]]:
    """The kinds of records of which one of each must be there before there can be a record of this class."""
    found: set[frozenset[str]] = set()
    for field in fields_of(cls):
        if field.required or (field.items is not None and field.items.minimum):
            if field.ref is not None:
                found.add(field.ref.kinds)
            elif field.kind is Kind.RECORD:
                found |= needs_of(field.type)
    return frozenset(found)


def _as_items(mapping: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """A mapping as a value that has a hash."""
    return tuple(mapping.items())


@final
@attrs.frozen
class Sizes:
    """The least and the most records in each array that is made of bytes, and in all arrays together."""

    lows: Mapping[str, int] = attrs.field(eq=_as_items)
    highs: Mapping[str, int] = attrs.field(eq=_as_items)
    least: int
    most: int

    def parts(self, name: str) -> int:
        """Of how many short lists an array is made."""
        high = self.highs[name]
        return -(-high // (6 if high <= 12 else 10))

    def lists(self, name: str, one: st.SearchStrategy[bytes]) -> list[st.SearchStrategy[list[bytes]]]:
        """The short lists of which an array is made."""
        low, high, count = self.lows[name], self.highs[name], self.parts(name)
        return [
            st.lists(
                one,
                min_size=low * (part + 1) // count - low * part // count,
                max_size=high * (part + 1) // count - high * part // count,
            )
            for part in range(count)
        ]


def _bounds(name: str, value: object) -> tuple[int, int]:
    """The bounds that were asked for an array.

    Raises:
        TypeError: They are no whole numbers.
        ValueError: They are below 0, or the least is more than the most.
    """
    wanted = "a number of records, the least and the most of them such as (1, 5), or a strategy for lists of records"
    pair: tuple[object, ...] = cast("tuple[object, ...]", value) if is_one_of(value, tuple) else (value, value)
    if len(pair) != 2 or not all(isinstance(item, int) and not isinstance(item, bool) for item in pair):
        hint = f"st.lists(strategies.{name}())" if callable(value) or is_one_of(value, list) else ""
        raise wrong_argument(name, value, wanted, hint)
    low, high = cast("tuple[int, int]", pair)
    if not 0 <= low <= high:
        shown = f"{low}" if low == high else f"({low}, {high})"
        raise ValueError(f"the argument {name!r} is {shown}; give {wanted}, from 0 on and the least first")
    return low, high


def sizes_of(asked: Mapping[str, object], drawn: frozenset[str], least: int, most: int | None) -> Sizes:
    """Share out the records of a story.

    Args:
        asked: By array, the bounds that were asked for.
        drawn: The arrays that strategies draw.
        least: The least records of a story.
        most: The most; ``None`` for as many as there usually are.

    Raises:
        TypeError: Bounds are no whole numbers.
        ValueError: No story can keep all of the bounds.
    """
    bounds = {name: _bounds(name, value) for name, value in asked.items()}
    lows = dict.fromkeys(ARRAYS, 0) | {name: low for name, (low, _) in bounds.items()}
    highs = dict.fromkeys(ARRAYS, 0) | {name: high for name, (_, high) in bounds.items()}
    free = {name: share for name, share in SHARES.items() if name not in bounds and name not in drawn}
    whole = sum(free.values())
    for name, share in free.items():
        lows[name] = max(0, least - sum(low for low, _ in bounds.values())) * share // whole
        highs[name] = share if most is None else -(-most * share // DEFAULT_MAX)
        highs[name] = max(highs[name], 2 * lows[name])
    _meet_needs(lows, highs, drawn)
    if most is None:
        most = max(sum(highs.values()), 2 * least)
    if sum(lows.values()) > most:
        raise ValueError(
            f"the argument 'max_records' is {most}; what else was asked for takes {sum(lows.values())} records: "
            "give more, or leave it out"
        )
    if least > (most if free else sum(highs.values())) and not (drawn and not free):
        raise ValueError(
            f"the argument 'min_records' is {least}; what else was asked for leaves room for "
            f"{min(most, sum(highs.values()))} records: give fewer, or leave it out"
        )
    return Sizes(lows, highs, least, most)


def _meet_needs(lows: dict[str, int], highs: dict[str, int], drawn: frozenset[str]) -> None:
    """Let there be what records need that were asked for.

    Raises:
        ValueError: There may be none of it.
    """
    for name, cls in cast("Mapping[str, type[Any]]", ARRAYS).items():
        for kinds in needs_of(cls) if lows[name] else ():
            able = [
                other for other, kind in ARRAYS.items() if kind.__name__ in kinds and (highs[other] or other in drawn)
            ]
            if not able:
                needed = " or ".join(other for other, kind in ARRAYS.items() if kind.__name__ in kinds)
                raise ValueError(
                    f"the argument {name!r} asks for {lows[name]}; they need {needed}, of which there may be none: "
                    f"leave that out, or give {name}=0"
                )
            if not any(lows[other] or other in drawn for other in able):
                lows[able[0]] = 1
