"""Strategies for values: texts, ids, tags, codes, numbers and dates, each from the rule that is declared for it.

1. A strategy follows from a rule: what the rule allows is what is drawn.
2. Nothing is filtered: what is not legal as it was drawn is mended.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, assert_never

from hypothesis import strategies as st

from venezuela_news._actors import Country
from venezuela_news._dates import Interval, PartialDate
from venezuela_news._errors import InvalidStory
from venezuela_news._fields import Field, Kind, fields_of
from venezuela_news._numbers import MAX_INTEGER, MOST_DIGITS
from venezuela_news._rules import (
    Choice,
    Day,
    FieldRule,
    Known,
    LicenseExpression,
    OneLine,
    Pattern,
    PlausibleUpTo,
    Quantity,
    Range,
    Ref,
)
from venezuela_news._sources import Source
from venezuela_news._story import Story
from venezuela_news._types import Date
from venezuela_news.strategies._patterns import matches

__all__ = [
    "country_codes",
    "dates",
    "days",
    "decimal",
    "digests",
    "ids",
    "intervals",
    "languages",
    "licenses",
    "line",
    "partial_dates",
    "texts",
    "urls",
    "value_of",
    "values_of_rule",
]

# -- texts ----------------------------------------------------------------------------------------

#: Every character that a text may hold. OneLine.fine has the last word, and a test holds the two together.
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029", include_characters="\t")


def line(text: str, *, trimmed: bool = True) -> str:
    """A text of clean characters as a legal line: in NFC, trimmed, and "0" if nothing is left."""
    text = unicodedata.normalize("NFC", text)
    return (text.strip() if trimmed else text) or "0"


def _lines(*, trimmed: bool) -> st.SearchStrategy[str]:
    if trimmed:
        return st.text(_CHARACTERS, max_size=20).map(line)
    return st.text(_CHARACTERS, min_size=1, max_size=20).map(lambda text: line(text, trimmed=False))


# -- numbers --------------------------------------------------------------------------------------


def decimal(digits: int, places: int) -> float:
    """A number that every format keeps: 15 digits at most, with the point so many places before the last.

    There are fewer places where the number would be closer to zero than 0.0001.
    """
    number = float(Decimal(digits).scaleb(-min(places, len(str(abs(digits))) + 3)))
    return int(number) if number.is_integer() else number


_MOST = 10**MOST_DIGITS - 1
_QUANTITIES = st.one_of(
    st.integers(-MAX_INTEGER, MAX_INTEGER),
    st.builds(decimal, st.integers(-999, 999), st.integers(1, 4)),
    st.builds(decimal, st.integers(-_MOST, _MOST), st.integers(0, MOST_DIGITS + 3)),
)


def _one_of_many(values: list[str]) -> st.SearchStrategy[str]:
    """One of hundreds of values. Unlike that of ``st.sampled_from``, the strategy's representation does not show them."""
    return st.integers(0, len(values) - 1).map(lambda index: values[index])


def values_of_rule(rule: FieldRule) -> st.SearchStrategy[Any] | None:
    """The values that a rule allows, or ``None`` where it allows all of the field's kind."""
    match rule:
        case OneLine():
            return _lines(trimmed=rule.trimmed)
        case Pattern() | LicenseExpression():
            return matches(rule)
        case Choice():
            return _one_of_many(sorted(rule.choices))
        case Range():
            return st.integers(rule.low, rule.high)
        case Quantity():
            return _QUANTITIES
        case Ref():
            # Alone, a record does not know what its references name: they are ids of whatever can be named.
            countries = not rule.kinds or Country.__name__ in rule.kinds
            others = not rule.kinds or rule.kinds != frozenset({Country.__name__})
            return st.one_of(*[ids()] * others, *[country_codes()] * countries)
        case Day():
            return days()
        case PlausibleUpTo() | Known():
            return None
        case _:
            assert_never(rule)


def _of_kind(field: Field) -> st.SearchStrategy[Any]:
    """The values that a field's kind allows."""
    match field.kind:
        case Kind.TEXT:
            return _lines(trimmed=False)
        case Kind.NUMBER:
            return st.integers(-MAX_INTEGER, MAX_INTEGER)
        case Kind.FLAG:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(list(field.type))
        case Kind.DATE:
            return st.one_of(*(_OF_DATES[cls] for cls in field.types))
        case Kind.RECORD:
            raise TypeError(f"the field {field.name!r} holds records, which are no single values")
        case _:
            assert_never(field.kind)


@cache
def value_of(cls: type, name: str) -> st.SearchStrategy[Any]:
    """One legal value of a field, or one item of it, that is there.

    Raises:
        TypeError: The field holds records.
    """
    field = next(field for field in fields_of(cls) if field.name == name)
    for rule in field.rules:
        if (drawn := values_of_rule(rule)) is not None:
            return drawn
    return _of_kind(field)


def texts() -> st.SearchStrategy[str]:
    """Texts of one line as names, labels and gists are: any characters, in NFC, trimmed, never empty.

    Shrinks towards ``"0"``.

    >>> from hypothesis import find
    >>> find(texts(), lambda _: True)
    '0'
    """
    return value_of(Source, "title")


def ids() -> st.SearchStrategy[str]:
    """Ids of records other than countries, of 1 to 64 characters.

    Shrinks towards ``"a"``.

    >>> from hypothesis import find
    >>> find(ids(), lambda _: True)
    'a'
    """
    return value_of(Story, "id")


def languages() -> st.SearchStrategy[str]:
    """Well-formed BCP 47 language tags.

    Shrinks towards two letters.

    >>> from hypothesis import find
    >>> find(languages(), lambda _: True)
    'AA'
    """
    return value_of(Source, "language")


def urls() -> st.SearchStrategy[str]:
    """Absolute http and https URLs.

    Shrinks towards ``"http://A"``.

    >>> from hypothesis import find
    >>> find(urls(), lambda _: True)
    'http://A'
    """
    return value_of(Source, "url")


def licenses() -> st.SearchStrategy[str]:
    """Well-formed SPDX license expressions, of ids that may be in no list.

    Shrinks towards ``"A"``.

    >>> from hypothesis import find
    >>> find(licenses(), lambda _: True)
    'A'
    """
    return value_of(Source, "license")


def digests() -> st.SearchStrategy[str]:
    """SHA-256 digests as a source's paragraphs have them, 64 lower-case hexadecimal digits, of nothing in particular.

    Shrinks towards zeros.

    >>> from hypothesis import find
    >>> find(digests(), lambda _: True) == "0" * 64
    True
    """
    return value_of(Source, "digests")


def country_codes() -> st.SearchStrategy[str]:
    """ISO 3166-1 alpha-2 codes, former ones included, as the ids of countries are.

    Shrinks towards the first in the alphabet.

    >>> from hypothesis import find
    >>> find(country_codes(), lambda _: True)
    'AD'
    """
    return value_of(Country, "id")


# -- dates ----------------------------------------------------------------------------------------

_Y2K = dt.date(2000, 1, 1).toordinal()
#: Days are drawn as numbers, so that one draw is one choice; they shrink towards the year 2000.
_ORDINALS = st.integers(dt.date.min.toordinal() - _Y2K, dt.date.max.toordinal() - _Y2K).map(lambda n: n + _Y2K)
#: How much of a day's text is given, and with which mark; the plain ones come first, and so shrink best.
_MARKED_FORMS = [form + mark for mark in ("", "~", "?", "%") for form in ("{y}", "{y}-{m}", "{y}-{m}-{d}")]
_SEASON_FORMS = ["{y}-21", "{y}-22", "{y}-23", "{y}-24"]
_OPEN_FORMS = ["{decade}X", "{century}XX", "{y}-XX", "{y}-XX-XX", "{y}-{m}-XX"]


def _zones() -> list[str]:
    """All zones; the plainest come first, and as often as all others together."""
    shifts = [f"{hour:02}" for hour in range(1, 14)]
    shifts += [f"{hour:02}:{minute:02}" for hour in range(14) for minute in range(60) if hour or minute]
    signed = [sign + shift for shift in (*shifts, "14:00") for sign in "-+"]
    return ["", "Z", "-04:00"] * (len(signed) // 3) + signed


def _date_text(ordinal: int, form: str) -> str:
    year, month, day = dt.date.fromordinal(ordinal).isoformat().split("-")
    # There is neither a decade 000X nor a century 00XX: those have the year 0.
    decade, century = max(year[:3], "001"), max(year[:2], "01")
    return form.format(y=year, m=month, d=day, decade=decade, century=century)


def _time_text(ordinal: int, second: int, zone: str) -> str:
    return f"{dt.date.fromordinal(ordinal)}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{zone}"


_END_TEXTS = st.builds(_date_text, _ORDINALS, st.sampled_from(_MARKED_FORMS + _SEASON_FORMS))
_DATE_TEXTS = st.builds(_date_text, _ORDINALS, st.sampled_from(_MARKED_FORMS + _SEASON_FORMS + _OPEN_FORMS))
_TIME_TEXTS = st.builds(_time_text, _ORDINALS, st.integers(0, 86_399), _one_of_many(_zones()))


def _interval(left: str, right: str) -> Interval:
    if not left and not right:
        left = ".."
    try:
        return Interval(f"{left}/{right}")
    except InvalidStory:  # its ends are the wrong way round
        return Interval(f"{right}/{left}")


_ENDS = st.one_of(_END_TEXTS, st.sampled_from(["..", ""]))
_PARTIAL_DATES = st.one_of(_DATE_TEXTS, _TIME_TEXTS).map(PartialDate)
_INTERVALS = st.builds(_interval, _ENDS, _ENDS)
_DAYS = _ORDINALS.map(lambda ordinal: PartialDate(dt.date.fromordinal(ordinal).isoformat()))
_DATES: st.SearchStrategy[Date] = st.one_of(_PARTIAL_DATES, _INTERVALS)
_OF_DATES: Mapping[type, st.SearchStrategy[Any]] = {PartialDate: _PARTIAL_DATES, Interval: _INTERVALS}


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates from centuries to seconds, with and without marks and zones, from 0001 to 9999.

    Seasons and unspecified months and days are among them.

    Shrinks towards ``2000``.

    >>> from hypothesis import find
    >>> find(partial_dates(), lambda _: True)
    PartialDate('2000')
    """
    return _PARTIAL_DATES


def intervals() -> st.SearchStrategy[Interval]:
    """Intervals of years, seasons, months and days, with open and unknown ends.

    Shrinks towards ``2000/2000``.

    >>> from hypothesis import find
    >>> find(intervals(), lambda _: True)
    Interval('2000/2000')
    """
    return _INTERVALS


def dates() -> st.SearchStrategy[Date]:
    """Dates as events and statements have them: partial dates and intervals.

    Shrinks towards ``2000``.

    >>> from hypothesis import find
    >>> find(dates(), lambda _: True)
    PartialDate('2000')
    """
    return _DATES


def days() -> st.SearchStrategy[PartialDate]:
    """Single days without a mark, as a story's day is.

    Shrinks towards ``2000-01-01``.

    >>> from hypothesis import find
    >>> find(days(), lambda _: True)
    PartialDate('2000-01-01')
    """
    return _DAYS
