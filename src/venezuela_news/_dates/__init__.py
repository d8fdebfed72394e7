"""Dates as news tells them: from a century to a second, and intervals of these, written in EDTF.

The rules that everything here follows:

1. A date is its text. Two dates are equal when they are written alike; nothing is normalized.
2. Legal is EDTF (ISO 8601-2) at levels 0 and 1, for the years 0001 to 9999: no 24:00, no leap second.
   A mark ``~ ? %`` stands behind a whole year, month or day. ``X`` stands for the last digit or two of
   a year, for a month, for a day. The ends of intervals have no time of day and no ``X``; an interval
   that certainly ends before it begins is refused.
3. A date spans moments, from its first second to its last: ``201X`` those of ten years.
4. A season, and a date whose month or day is ``XX``, is a *window*: some part of its outer bounds,
   nobody knows which.
5. A mark makes both bounds unknown. An open end is known, and infinite; a blank end is unknown.
6. Two dates without a time of day compare by the calendar. As soon as one has a time, moments are
   compared, and what has no zone may be in any zone from -12:00 to +14:00.
7. Questions are answered ``True`` or ``False`` where that is certain, and ``None`` where it is not.
"""

from venezuela_news._dates._grammar import DATE_PATTERN, DAY_PATTERN, INTERVAL_PATTERN
from venezuela_news._dates._mistakes import text_for
from venezuela_news._dates._values import (
    Interval,
    PartialDate,
    Precision,
    is_timed,
    parse_date,
    possible_span,
    sort_key,
)

__all__ = [
    "DATE_PATTERN",
    "DAY_PATTERN",
    "INTERVAL_PATTERN",
    "Interval",
    "PartialDate",
    "Precision",
    "is_timed",
    "parse_date",
    "possible_span",
    "sort_key",
    "text_for",
]
