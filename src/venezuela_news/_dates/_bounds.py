"""When dates begin and end, as far as that is known, and what is certain of two of them.

The idea: the first second of a date lies in a range, and so does its last. A range of one value is
known; from minus to plus infinity is unknown. A question is ``True`` if it is for every choice within
the ranges, ``False`` if it is for none, and ``None`` otherwise; the extreme choices decide that.
"""

from __future__ import annotations

import datetime as dt
import math
from typing import NamedTuple

from venezuela_news._dates._grammar import MARKS, OPEN

__all__ = [
    "DAY_SECONDS",
    "Bounds",
    "bounds_of_date",
    "bounds_of_interval",
    "covers",
    "ends_before",
    "is_reversed",
    "is_window",
    "moment",
    "on_one_clock",
    "outer_span",
    "overlaps",
]

DAY_SECONDS = 86_400
_TO_LAST_SECOND = DAY_SECONDS - 1
_EARLIEST_ZONE, _LATEST_ZONE = 14 * 3_600, 12 * 3_600
_LAST_SECOND = dt.date.max.toordinal() * DAY_SECONDS - 1
_START = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
# The calendar repeats itself after this many years, and has this many days in them.
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097

# Between which months a season may lie on either hemisphere: 0 is December of the year before, 14 February of the next.
_SEASON_MONTHS = {"21": (3, 11), "22": (6, 14), "23": (3, 11), "24": (0, 14)}


class Range(NamedTuple):
    """Where a second lies: from one to another, both inclusive."""

    low: float
    high: float


_UNKNOWN = Range(-math.inf, math.inf)


class Bounds(NamedTuple):
    """Where the first and the last second of a date lie, counted from the start of year 1.

    Counts run beyond what ``datetime`` can tell, so that comparing dates stays exact at both ends of time.
    """

    first: Range
    last: Range
    shortest: float
    """The fewest seconds from its first to its last."""
    longest: float
    """The most seconds from its first to its last."""
    timed: bool = False
    zoned: bool = False

    def in_utc(self) -> Bounds:
        """The bounds as moments: without a zone, those of every zone."""
        if self.zoned:
            return self
        first, last = (Range(low - _EARLIEST_ZONE, high + _LATEST_ZONE) for low, high in (self.first, self.last))
        return self._replace(first=first, last=last)


# -- from texts ------------------------------------------------------------------------------------------


def _days_before(year: int, month: int) -> int:
    """The days from the start of year 1 to a month, which may lie outside of its year, and of ``datetime``."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    cycles = -1 if year > dt.MAXYEAR else 1 if year < dt.MINYEAR else 0
    return dt.date(year + cycles * _CYCLE_YEARS, month, 1).toordinal() - 1 - cycles * _CYCLE_DAYS


def _second_of(time: str, zone: str) -> int:
    """The seconds from midnight, in UTC where a zone is given."""
    second = int(time[:2]) * 3_600 + int(time[3:5]) * 60 + int(time[6:])
    if zone in ("", "Z"):
        return second
    shift = int(zone[1:3]) * 3_600 + int(zone[4:] or 0) * 60
    return second + shift if zone[0] == "-" else second - shift


def outer_span(text: str) -> Range:
    """The first and the last second that a legal date can have, its mark aside."""
    year, month, day = text[:4], text[5:7], text[8:10]
    if day not in ("", "XX"):
        begin = (_days_before(int(year), int(month)) + int(day) - 1) * DAY_SECONDS
        if time := text[11:19]:
            second = begin + _second_of(time, text[19:])
            return Range(second, second)
        return Range(begin, begin + _TO_LAST_SECOND)
    low, high = (1, 12) if month in ("", "XX") else _SEASON_MONTHS.get(month) or (int(month), int(month))
    begin = _days_before(int(year.replace("X", "0")), low) * DAY_SECONDS
    return Range(begin, _days_before(int(year.replace("X", "9")), high + 1) * DAY_SECONDS - 1)


def is_window(text: str) -> bool:
    """Whether a legal date is some part of its outer bounds: a season, or ``XX`` for its month or day."""
    return text.endswith("-XX") or text[5:7] in _SEASON_MONTHS


def bounds_of_date(text: str) -> Bounds:
    """The bounds of a legal date, as far as they are known."""
    if text[-1] in MARKS:
        return Bounds(_UNKNOWN, _UNKNOWN, 0, math.inf)
    span = outer_span(text)
    length = span.high - span.low
    if is_window(text):
        parts = {10: DAY_SECONDS, 7: 31 * DAY_SECONDS} if text.endswith("XX") else {}
        return Bounds(span, span, 0, parts.get(len(text), length + 1) - 1)
    first, last = Range(span.low, span.low), Range(span.high, span.high)
    return Bounds(first, last, length, length, timed=len(text) > 11, zoned=len(text) > 19)


def _end_range(text: str, at_start: bool) -> Range:
    """Where the first or the last second of an interval lies, by the end as it is written; each is that of a day."""
    if text == OPEN:
        return Range(-math.inf, -math.inf) if at_start else Range(math.inf, math.inf)
    if not text or text[-1] in MARKS:
        return _UNKNOWN
    span = outer_span(text)
    if is_window(text):
        return (
            Range(span.low, span.high - _TO_LAST_SECOND) if at_start else Range(span.low + _TO_LAST_SECOND, span.high)
        )
    bound = span.low if at_start else span.high
    return Range(bound, bound)


def bounds_of_interval(left: str, right: str) -> Bounds:
    """The bounds of a legal interval by its ends, as far as they are known."""
    first, last = _end_range(left, at_start=True), _end_range(right, at_start=False)
    # None ends before the day on which it begins: what is known of one end is also something about the other.
    first, last = (
        Range(first.low, min(first.high, last.high - _TO_LAST_SECOND)),
        Range(max(last.low, first.low + _TO_LAST_SECOND), last.high),
    )
    measurable = first.high < math.inf and last.low > -math.inf
    shortest = max(_TO_LAST_SECOND, last.low - first.high) if measurable else _TO_LAST_SECOND
    return Bounds(first, last, shortest, last.high - first.low)


def is_reversed(left: str, right: str) -> bool:
    """Whether the right of two dates certainly begins before the left one does, their marks aside."""
    if left in ("", OPEN) or right in ("", OPEN):
        return False
    begin = outer_span(right)
    return (begin.high if is_window(right) else begin.low) < outer_span(left).low


# -- questions -------------------------------------------------------------------------------------------


def on_one_clock(a: Bounds, b: Bounds) -> tuple[Bounds, Bounds]:
    """Both bounds in terms in which they compare: by the calendar or, as soon as one has a time, as moments."""
    return (a.in_utc(), b.in_utc()) if a.timed or b.timed else (a, b)


def ends_before(a: Bounds, b: Bounds) -> bool | None:
    """Whether the first ends before the other begins."""
    if a.last.high < b.first.low:
        return True
    never = a.last.low == math.inf or b.first.high == -math.inf
    return False if never or a.first.low >= b.last.high else None


def covers(a: Bounds, b: Bounds) -> bool | None:
    """Whether the other begins and ends within the first."""
    if a.first.high <= b.first.low and b.last.high <= a.last.low:
        return True
    too_long = b.shortest > a.longest
    return False if too_long or a.first.low > b.first.high or b.last.low > a.last.high else None


def overlaps(a: Bounds, b: Bounds) -> bool | None:
    """Whether the two have a second in common."""
    if a.first.high <= b.last.low and b.first.high <= a.last.low:
        return True
    return False if a.first.low > b.last.high or b.first.low > a.last.high else None


def moment(seconds: float) -> dt.datetime | None:
    """A count of seconds as a time in UTC, clamped to what ``datetime`` can tell; ``None`` if it is infinite."""
    if math.isinf(seconds):
        return None
    return _START + dt.timedelta(seconds=min(max(seconds, 0), _LAST_SECOND))
