"""Strategies for values: texts, ids, tags, codes, numbers and dates, each from the rule that is declared for it.

1. A strategy follows from a rule: what the rule allows is what is drawn.
2. Nothing is filtered: what is not legal as it was drawn is mended.
"""

from __future__ import annotations

import datetime as dt
import importlib
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, final

from hypothesis import strategies as st

from venezuela_news._actors import Country
from venezuela_news._dates import Interval, PartialDate
from venezuela_news._fields import Field, Kind, fields_of
from venezuela_news._rules import Choice, Day, FieldRule, LicenseExpression, OneLine, Pattern, Range, Ref
from venezuela_news._sources import Anchor, Source
from venezuela_news._story import Story

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from venezuela_news._types import Date

__all__ = [
    "country_codes",
    "dates",
    "days",
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
]

# -- texts ----------------------------------------------------------------------------------------

#: Every character that a text may hold. OneLine.fine has the last word, and a test holds the two together.
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029", include_characters="\t")


def line(text: str, *, trimmed: bool = True) -> str:
    """A text of clean characters as a legal line: in NFC, trimmed, and "0" if nothing is left."""
    text = unicodedata.normalize("NFC", text)
    return (text.strip() if trimmed else text) or "0"


def _lines(*, trimmed: bool) -> SearchStrategy[str]:
    if trimmed:
        return st.text(_CHARACTERS, max_size=20).map(line)
    return st.text(_CHARACTERS, min_size=1, max_size=20).map(lambda text: line(text, trimmed=False))


@final
class _Bytes:
    """Bytes that choose; where they end, the first of everything is chosen."""

    def __init__(self, data: bytes) -> None:
        self._data = iter(data)

    def choose(self, count: int) -> int:
        return next(self._data, 0) % count


def _members(items: Any) -> str:
    """The characters of a set in a pattern."""
    found = ""
    for kind, value in items:
        low, high = (value, value) if str(kind) == "LITERAL" else value
        found += "".join(map(chr, range(low, high + 1)))
    return found


def _match(tree: Any, data: _Bytes) -> str:
    """A text that matches a parsed pattern, as bytes choose it; of no pattern more than the declared rules use."""
    text = ""
    for kind, value in tree:
        match str(kind):
            case "LITERAL":
                text += chr(value)
            case "IN":
                characters = _members(value)
                text += characters[data.choose(len(characters))]
            case "BRANCH":
                text += _match(value[1][data.choose(len(value[1]))], data)
            case "SUBPATTERN":
                text += _match(value[3], data)
            case _:
                low, high, inner = value
                # A byte says how often; six times more than needed is enough.
                count = low if low == high else low + data.choose(min(high - low, 6) + 1)
                text += "".join(_match(inner, data) for _ in range(count))
    return text


def _matches(rule: Pattern | LicenseExpression) -> SearchStrategy[str]:
    """Texts that match a pattern; some are drawn out to the greatest length that it allows.

    One draw of bytes makes a text: ``st.from_regex`` takes fifty times as long for it.
    """
    tree = importlib.import_module("re._parser").parse(rule.pattern)
    shortest = tree.getwidth()[0]

    def fitted(drawn: bytes) -> str:
        data = _Bytes(drawn)
        text = _match(tree, data)
        if rule.max_length is None:
            return text
        if data.choose(8) == 7 and rule.is_valid(padded := text.ljust(rule.max_length, text[-1])):
            return padded
        # A text that is too long may be cut in a bad place, brackets may not match: what it begins with is legal.
        plain = text.replace("(", "").replace(")", "").strip()
        return next(filter(rule.is_valid, (text, plain)), plain[0])

    return st.binary(min_size=shortest + 4, max_size=shortest + 48).map(fitted)


def _of_rule(rule: FieldRule) -> SearchStrategy[Any] | None:
    """The values that a rule allows, or ``None`` where it allows all of the field's type."""
    match rule:
        case OneLine():
            return _lines(trimmed=rule.trimmed)
        case Pattern() | LicenseExpression():
            return _matches(rule)
        case Choice():
            return st.sampled_from(sorted(rule.choices))
        case Range():
            return st.integers(rule.low, rule.high)
        case Ref():
            # Alone, a record does not know what its references name: they are ids of whatever can be named.
            countries = not rule.kinds or Country.__name__ in rule.kinds
            others = not rule.kinds or rule.kinds != frozenset({Country.__name__})
            named = [ids()] * others + [country_codes()] * countries
            return st.one_of(*named)
        case Day():
            return days()
        case _:
            return None


@cache
def value_of(cls: type, name: str) -> SearchStrategy[Any]:
    """One legal value of a field, or one item of it, that is there and holds no records."""
    return _one(next(field for field in fields_of(cls) if field.name == name))


def _one(field: Field) -> SearchStrategy[Any]:
    found = next((drawn for rule in field.rules if (drawn := _of_rule(rule)) is not None), None)
    if found is not None:
        return found
    if field.kind is Kind.CHOICE:
        return st.sampled_from(list(field.type))
    if field.kind is Kind.FLAG:
        return st.booleans()
    return dates()


def texts() -> SearchStrategy[str]:
    """Texts of one line as names, labels and gists are: any characters, in NFC, trimmed, never empty.

    Shrinks towards ``"0"``.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: len(text) > 2)
    '000'
    """
    return value_of(Source, "title")


def ids() -> SearchStrategy[str]:
    """Ids of records other than countries, of 1 to 64 characters.

    Shrinks towards ``"a"``.

    >>> from hypothesis import find
    >>> find(ids(), lambda id: "-" in id)
    'a-a'
    """
    return value_of(Story, "id")


def languages() -> SearchStrategy[str]:
    """Well-formed BCP 47 language tags.

    Shrinks towards two letters.

    >>> from hypothesis import find
    >>> find(languages(), lambda tag: "-" not in tag)
    'AA'
    """
    return value_of(Source, "language")


def urls() -> SearchStrategy[str]:
    """Absolute http and https URLs.

    Shrinks towards ``"http://A"``.

    >>> from hypothesis import find
    >>> find(urls(), lambda url: url.startswith("https")).startswith("https")
    True
    """
    return value_of(Source, "url")


def licenses() -> SearchStrategy[str]:
    """Well-formed SPDX license expressions, of ids that may be in no list.

    Shrinks towards ``"A"``.

    >>> from hypothesis import find
    >>> find(licenses(), lambda license: license.endswith("+")).endswith("+")
    True
    """
    return value_of(Source, "license")


def digests() -> SearchStrategy[str]:
    """SHA-256 digests, 64 lower-case hexadecimal digits, of nothing in particular.

    Shrinks towards zeros.

    >>> from hypothesis import find
    >>> find(digests(), lambda digest: True) == "0" * 64
    True
    """
    return value_of(Anchor, "digest")


def country_codes() -> SearchStrategy[str]:
    """ISO 3166-1 alpha-2 codes, former ones included, as the ids of countries are.

    Shrinks towards the first in the alphabet.

    >>> from hypothesis import find
    >>> find(country_codes(), lambda code: code > "VA")
    'VC'
    """
    return value_of(Country, "id")


# -- dates ----------------------------------------------------------------------------------------

_Y2K = dt.date(2000, 1, 1).toordinal()
#: Days are drawn as numbers, so that one draw is one choice; they shrink towards the year 2000.
_ORDINALS = st.integers(dt.date.min.toordinal() - _Y2K, dt.date.max.toordinal() - _Y2K).map(lambda n: n + _Y2K)
#: How much of a day's text is given, and the mark behind it.
_FORMS = [(length, mark) for length in (4, 7, 10) for mark in ("", "~", "?", "%")]


def _zones() -> list[str]:
    """All zones; the plainest come first, and as often as all others together."""
    shifts = [f"{hour:02}" for hour in range(1, 14)]
    shifts += [f"{hour:02}:{minute:02}" for hour in range(14) for minute in range(60) if hour or minute]
    signed = [sign + shift for shift in (*shifts, "14:00") for sign in "-+"]
    return ["", "Z", "-04:00"] * (len(signed) // 3) + signed


def _date_text(ordinal: int, form: tuple[int, str]) -> str:
    length, mark = form
    return dt.date.fromordinal(ordinal).isoformat()[:length] + mark


def _time_text(ordinal: int, second: int, zone: str) -> str:
    return f"{dt.date.fromordinal(ordinal)}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{zone}"


_DATE_TEXTS = st.builds(_date_text, _ORDINALS, st.sampled_from(_FORMS))
_TIME_TEXTS = st.builds(_time_text, _ORDINALS, st.integers(0, 86_399), st.sampled_from(_zones()))


def _begin(end: str) -> str:
    """The first day of an interval's end, in texts that sort."""
    day = end.rstrip("~?%")
    return day + "0000-01-01"[len(day) :]


def _joined(left: str, right: str) -> str:
    if not left and not right:
        left = ".."
    dated = left.strip(".") and right.strip(".")
    return f"{right}/{left}" if dated and _begin(left) > _begin(right) else f"{left}/{right}"


_ENDS = st.one_of(_DATE_TEXTS, st.sampled_from(["..", ""]))
_PARTIAL_DATES = st.one_of(_DATE_TEXTS, _TIME_TEXTS).map(PartialDate)
_INTERVALS = st.builds(_joined, _ENDS, _ENDS).map(Interval)
_DAYS = _ORDINALS.map(lambda ordinal: PartialDate(dt.date.fromordinal(ordinal).isoformat()))
_DATES: SearchStrategy[Date] = st.one_of(_PARTIAL_DATES, _INTERVALS)


def partial_dates() -> SearchStrategy[PartialDate]:
    """Years, months, days and seconds, with and without marks and zones, from 0001 to 9999.

    Shrinks towards ``2000``.

    >>> from hypothesis import find
    >>> find(partial_dates(), lambda date: date.approximate)
    PartialDate('2000~')
    """
    return _PARTIAL_DATES


def intervals() -> SearchStrategy[Interval]:
    """Intervals, with open and unknown ends.

    Shrinks towards ``2000/2000``.

    >>> from hypothesis import find
    >>> find(intervals(), lambda interval: interval.open_end and interval.start is not None)
    Interval('2000/..')
    """
    return _INTERVALS


def dates() -> SearchStrategy[Date]:
    """Dates as events and statements have them: partial dates and intervals.

    Shrinks towards ``2000``.

    >>> from hypothesis import find
    >>> find(dates(), lambda date: True)
    PartialDate('2000')
    """
    return _DATES


def days() -> SearchStrategy[PartialDate]:
    """Single days without a mark, as a story's day is.

    Shrinks towards ``2000-01-01``.

    >>> from hypothesis import find
    >>> find(days(), lambda day: day.year > 2000)
    PartialDate('2001-01-01')
    """
    return _DAYS
