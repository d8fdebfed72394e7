"""Which texts are legal, said once: the parser and the JSON Schema both read these patterns.

They mean the same to Python, ECMA-262 and RE2, but for one thing: with ``match`` and ``search``,
Python's ``$`` also allows a final line feed, which no date has.
"""

from __future__ import annotations

import re

__all__ = ["DATE_PATTERN", "DAY_PATTERN", "INTERVAL_PATTERN", "MARKS", "OPEN", "is_date", "is_interval_or_reversed"]

MARKS = "~?%"
"""Approximate, uncertain, both."""

OPEN = ".."
"""The open end of an interval."""

_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_LONG_MONTH, _SHORT_MONTH = "(?:0[13578]|1[02])", "(?:0[469]|11)"
_MONTH = f"{_YEAR}-(?:0[1-9]|1[0-2])"
_DAY = (
    f"(?:{_YEAR}-(?:{_LONG_MONTH}-(?:0[1-9]|[12][0-9]|3[01])|{_SHORT_MONTH}-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP_YEAR}-02-29)"
)
_ZONE = "(?:Z|[+-](?:(?:0[1-9]|1[0-3])(?::[0-5][0-9])?|00:(?:0[1-9]|[1-5][0-9])|14:00))"
_TIME = f"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]{_ZONE}?"
_MARKABLE = f"(?:{_DAY}|{_MONTH}|{_YEAR})[{MARKS}]?"
_SEASON = f"{_YEAR}-2[1-4]"
# Ten or a hundred whole years, without the year 0; then a month or a day of which only the whole is told.
_UNSPECIFIED = f"(?:[1-9][0-9]{{2}}|0[1-9][0-9]|00[1-9])X|(?:[1-9][0-9]|0[1-9])XX|{_YEAR}-XX(?:-XX)?|{_MONTH}-XX"
_END = rf"(?:{_MARKABLE}|{_SEASON}|\.\.)"

DATE_PATTERN = f"^(?:{_DAY}T{_TIME}|{_MARKABLE}|{_SEASON}|{_UNSPECIFIED})$"
"""A regular expression for exactly the legal texts of a ``PartialDate``."""

DAY_PATTERN = f"^{_DAY}$"
"""A regular expression for the legal texts of a single day without a mark."""

INTERVAL_PATTERN = f"^(?:{_END}/{_END}?|/{_END})$"
"""A regular expression for the legal texts of an ``Interval``, and for reversed ones."""

_DATE = re.compile(DATE_PATTERN)
_INTERVAL = re.compile(INTERVAL_PATTERN)


def is_date(text: str) -> bool:
    """Whether a text is that of a ``PartialDate``."""
    return _DATE.fullmatch(text) is not None


def is_interval_or_reversed(text: str) -> bool:
    """Whether a text has the form of an ``Interval``, whatever the order of its ends."""
    return _INTERVAL.fullmatch(text) is not None
