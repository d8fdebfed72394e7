"""Dates as news tells them: a year, a month, a day or a second, and intervals of these, written in EDTF.

The rules that everything here follows:

1. A date is its text. Two dates are equal when they are written alike; nothing is normalized.
2. Legal is EDTF (ISO 8601-2) at level 0, and of level 1 the marks ``~ ? %`` after a whole date and
   the interval ends ``..`` (open) and blank (unknown). Years are 0001 to 9999; no 24:00, no leap
   second; an interval's ends have no time of day, and its start is not later than its end.
3. A date spans moments, from its first second to its last. Without a zone it spans those of every
   zone from -12:00 to +14:00: it begins 14 hours early and ends 12 hours late.
4. A mark makes both bounds unknown. An open end is known, and infinite; a blank end is unknown.
5. Two dates without a time of day compare by the calendar, so that rule 3 blurs none. As soon as
   one has a time, moments are compared.
6. Questions are answered ``True`` or ``False`` where that is certain, and ``None`` where it is not.
"""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import math
import re
from typing import ClassVar, NamedTuple, NoReturn, TypeAlias, final

import attrs

from venezuela_news._errors import InvalidStory
from venezuela_news._problems import Problem, show
from venezuela_news._seams import connected

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
]

# -- what is legal, said once: the parser and the JSON Schema both read these patterns ----------------

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
_END = rf"(?:(?:{_DAY}|{_MONTH}|{_YEAR})[~?%]?|\.\.)"

DATE_PATTERN = f"^(?:{_DAY}T{_TIME}|(?:{_DAY}|{_MONTH}|{_YEAR})[~?%]?)$"
"""A regular expression for exactly the legal texts of a :class:`PartialDate`.

It means the same to Python and to ECMA-262, but for one thing: with ``match`` and ``search``,
Python's ``$`` also allows a final line feed, which no date has.
"""

DAY_PATTERN = f"^{_DAY}$"
"""A regular expression for the legal texts of a single day without a mark."""

INTERVAL_PATTERN = f"^(?:{_END}/{_END}?|/{_END})$"
"""A regular expression for the legal texts of an :class:`Interval`, and for reversed ones."""

_DATE = re.compile(DATE_PATTERN)
_INTERVAL = re.compile(INTERVAL_PATTERN)


# -- what is said about illegal texts --------------------------------------------------------------------

_FORMS = "write a year, month, day or second, like '2019', '2019-01', '2019-01-23' or '2019-01-23T13:00:00-04:00'"
_TIMES = "write hours, minutes and seconds after a day, like '2019-01-23T13:00:00-04:00'"
_ZONES = "write 'Z' or a shift like '-04:00', at most 14:00, or leave the zone out where it is not known"
_ONE_MARK = "write one mark at the end of a date without a time: '~' approximate, '?' uncertain, '%' both"
_FRAME = "write years, and what is finer, as digits: '1958', '2019-01'; leave out what is not known"
_ENDS = "write two dates, or one and '..' for an open or nothing for an unknown end, like '2019-01-10/..'"

# Frequent mistakes, in the order in which they are looked for; {0} is the pattern's first group.
# They are compiled when the first illegal text is met, so that legal ones do not pay for them.
_MISTAKES: tuple[tuple[str, str, str], ...] = (
    ("$(?!\n)", "it is empty", "leave the field out where the date is not known"),
    (r"\s.*|.*\s$(?!\n)", "white space stands around it", "leave the white space out"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2} ", "a blank stands between day and time", "write 'T' between them"),
    (r".*[^ -~]", "it has characters other than ASCII", _FORMS),
    (r"[0-9]+/[0-9]+/[0-9]", "slashes stand between the ends of intervals, not in dates", _FORMS),
    (r"[0-9]{4}-?W[0-9]", "it counts weeks", "write the day as year, month and day, like '2019-01-23'"),
    (r"[0-9]{4}-?[0-9]{3}$", "it counts the days of a year", "write year, month and day, like '2019-01-23'"),
    (r"[0-9]{8}(?:$|T)", "its parts are not separated", "write hyphens between them, like '2019-01-23'"),
    (r"[-+Y][0-9]", "years have neither signs nor letters", "write a year from 0001 to 9999"),
    (r"0000", "there is no year 0000 here", "write a year from 0001 to 9999"),
    (r"[0-9-]*X", "digits are left open with 'X'", _FRAME),
    (r"[\[{]", "it lists several dates", _ENDS),
    (r"\.\.$", "it is the open end of an interval", _ENDS),
    (r"[0-9]{4}-(2[1-9]|3[0-9]|4[01])[~?%]?$", "{0} is the number of a season, no month", _FRAME),
    (r"[0-9]{4}-[0-9](?:-|$)|[0-9]{4}-[0-9]{2}-[0-9](?:T|$)", "a month or day has one digit", "write two: '01'"),
    (r"[0-9]{1,2}[-.][0-9]{1,2}[-.][0-9]{4}", "the year does not come first", _FORMS),
    (r"[0-9]{4}-(00|1[3-9]|[5-9][0-9])", "there is no month {0}", "write a month from 01 to 12"),
    (r"[0-9]{4}-[0-9]{2}-(00|3[2-9]|[4-9][0-9])", "there is no day {0}", "write a day from 01 to 31"),
    (r"[0-9]{4}-02-(3[01])", "February has no day {0}", "write a day from 01 to 28, or 29 in a leap year"),
    (r"([0-9]{4})-02-29", "{0} is no leap year: its February ends on the 28th", "write a day from 01 to 28"),
    (r"[0-9]{4}-(?:0[469]|11)-31", "its month has 30 days", "write a day from 01 to 30"),
    (r"[0-9]{4}(?:-[0-9]{2})?T", "a time needs a whole day before it", _TIMES),
    (r"[0-9-]*t|.*z$(?!\n)", "'T' and 'Z' are capital letters", _TIMES),
    (r"[0-9-]*T24", "there is no hour 24", "write 00:00:00 of the next day"),
    (r"[0-9-]*T(2[5-9]|[3-9][0-9])", "there is no hour {0}", "write an hour from 00 to 23"),
    (r"[0-9-]*T[0-9]{2}:([6-9][0-9])", "there is no minute {0}", "write a minute from 00 to 59"),
    (r"[0-9-]*T[0-9]{2}(?::[0-9]{2})?(?:$|[Z+-])", "its time has no seconds", _TIMES),
    (r"[0-9-]*T[0-9:]{5}:60", "leap seconds are not told apart", "write second 59"),
    (r"[0-9-]*T[0-9:]{5}:([6-9][0-9])", "there is no second {0}", "write a second from 00 to 59"),
    (r"[0-9-]*T[0-9:]{8}[.,]", "it has parts of a second", "write whole seconds"),
    (r"[0-9-]*T[0-9:]{8}[^~?%]*[~?%]", "a date with a time has a mark", _ONE_MARK),
    (r"[0-9-]*T[0-9:]{8}[+-]00(?::?00)?$", "UTC is not written as a shift", "write 'Z'"),
    (r"[0-9-]*T[0-9:]{8}[Z+-]", "there is no such zone", _ZONES),
    (r".*[~?%]", "a mark stands where none can", _ONE_MARK),
)

# No legal text has more than 25 characters: of one that is much longer, nothing is guessed.
_WORTH_A_SEARCH = 64


def _mistake(text: str) -> tuple[str, str]:
    """What is wrong with a text that is no date, and what to write instead."""
    for pattern, message, hint in _MISTAKES if len(text) <= _WORTH_A_SEARCH else ():
        if (found := re.match(pattern, text, re.DOTALL)) is not None:
            return message.format(*found.groups()), hint
    return "it is in no form that is read here", _FORMS


def _refuse(rule: str, message: str, hint: str, value: object) -> NoReturn:
    raise InvalidStory([Problem((), rule, message, hint, value)])


def _plain(value: object, noun: str) -> str:
    """The text given, as exactly a ``str``."""
    if not isinstance(value, str):
        _refuse("wrong-type", f"{show(value)} is no text", f"write {noun} as a text, like '2019-01-23'", value)
    return str.__str__(value)


# -- bounds ----------------------------------------------------------------------------------------------

_DAY_SECONDS = 86_400
_EARLIEST_ZONE, _LATEST_ZONE = 14 * 3_600, 12 * 3_600
_LAST_SECOND = dt.date.max.toordinal() * _DAY_SECONDS - 1
_START = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


_Span: TypeAlias = tuple[float | None, float | None]


class _Bounds(NamedTuple):
    """First and last second of a date, counted from the start of year 1, in UTC or, where ``floating``, in any zone.

    ``None`` is unknown, an infinity open. Counts run beyond what ``datetime`` can tell, so that
    comparing dates stays exact at both ends of time.
    """

    first: float | None
    last: float | None
    floating: bool
    timed: bool

    def widened(self) -> _Span:
        """The bounds in UTC, in whatever zone the date is."""
        if not self.floating:
            return self.first, self.last
        return (
            self.first if self.first is None else self.first - _EARLIEST_ZONE,
            self.last if self.last is None else self.last + _LATEST_ZONE,
        )


def _not_after(a: float | None, b: float | None) -> bool | None:
    """Whether one bound is at or before another, or ``None`` where that is unknown."""
    if a is None or b is None:
        return True if a == -math.inf or b == math.inf else None
    return a <= b


def _both(a: bool | None, b: bool | None) -> bool | None:
    """Kleene's conjunction: one falsehood settles it, an unknown truth does not."""
    if a is False or b is False:
        return False
    return True if a and b else None


def _ends_before(a: _Span, b: _Span) -> bool | None:
    """Whether all of one span lies before all of another."""
    if a[1] is not None and b[0] is not None and a[1] < b[0]:
        return True
    if a[1] == math.inf or b[0] == -math.inf:
        return False
    return False if a[0] is not None and b[1] is not None and a[0] >= b[1] else None


def _begins_within(a: _Span, b: _Span) -> bool | None:
    """Whether one span begins before another ends. Neither ends before its own start, known or not."""
    if _not_after(a[0], b[0]) or _not_after(a[1], b[1]):
        return True
    return _not_after(a[0], b[1])


def _share(a: _Span, b: _Span) -> bool | None:
    """Whether two spans have a second in common."""
    return _both(_begins_within(a, b), _begins_within(b, a))


def _moment(seconds: float | None) -> dt.datetime | None:
    if seconds is None or math.isinf(seconds):
        return None
    return _START + dt.timedelta(seconds=min(max(seconds, 0), _LAST_SECOND))


@connected
class _Spanning:
    """What dates and intervals have in common: a text, bounds, and answers about them."""

    __slots__ = ()

    __is_date__: ClassVar[bool] = True

    text: str
    _bounds: _Bounds

    @property
    def earliest(self) -> dt.datetime | None:
        """The first second, inclusive, in UTC; ``None`` where it is unknown or the start is open.

        Without a zone that is the first second in +14:00. Clamped to 0001-01-01T00:00:00.
        """
        return _moment(self._bounds.widened()[0])

    @property
    def latest(self) -> dt.datetime | None:
        """The last second, inclusive, in UTC; ``None`` where it is unknown or the end is open.

        Without a zone that is the last second in -12:00. Clamped to 9999-12-31T23:59:59.
        """
        return _moment(self._bounds.widened()[1])

    def before(self, other: PartialDate | Interval) -> bool | None:
        """Whether this certainly ends before the other begins.

        Returns:
            ``True`` or ``False`` where that is certain (``False`` also where this has an open
            end or the other an open start), ``None`` where it cannot be told.
        """
        return _ends_before(*self._compared(other))

    def after(self, other: PartialDate | Interval) -> bool | None:
        """Whether this certainly begins after the other ends: ``other.before(self)``."""
        own, others = self._compared(other)
        return _ends_before(others, own)

    def covers(self, other: PartialDate | Interval) -> bool | None:
        """Whether the other's bounds are within this one's, equal bounds included.

        Returns:
            ``True`` or ``False`` where that is certain, ``None`` where unknown bounds leave it open.
        """
        own, others = self._compared(other)
        if _share(own, others) is False:
            return False
        return _both(_not_after(own[0], others[0]), _not_after(others[1], own[1]))

    def overlaps(self, other: PartialDate | Interval) -> bool | None:
        """Whether the two share a second, each taken to span all of its own.

        Returns:
            ``True`` or ``False`` where that is certain, ``None`` where unknown bounds leave it open.
        """
        return _share(*self._compared(other))

    def _compared(self, other: object) -> tuple[_Span, _Span]:
        """The bounds of both, in the terms in which the two compare."""
        if not isinstance(other, _Spanning):
            raise TypeError(f"dates compare with a PartialDate or an Interval, not with {type(other).__name__}")
        own, others = self._bounds, other._bounds  # noqa: SLF001 - the other is one of ours
        if own.timed or others.timed:
            return own.widened(), others.widened()
        return own[:2], others[:2]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"

    # A date is its text: what is pickled is read again, and checked again.
    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self.text,)


# -- the two values --------------------------------------------------------------------------------------


@final
class Precision(enum.StrEnum):
    """The finest part of a date that is given."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SECOND = "second"


_MARKS = "~?%"
_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _written(text: str) -> _Bounds:
    """The bounds of a legal date, whatever its mark."""
    text = text.rstrip(_MARKS)
    year, month, day, time, zone = int(text[:4]), text[5:7], text[8:10], text[11:19], text[19:]
    first = last = dt.date(year, int(month or 1), int(day or 1)).toordinal()
    if not month:
        last = dt.date(year, 12, 31).toordinal()
    elif not day:
        last += _MONTH_DAYS[int(month)] - 1 + (month == "02" and calendar.isleap(year))
    begin = (first - 1) * _DAY_SECONDS
    if not time:
        return _Bounds(begin, last * _DAY_SECONDS - 1, floating=True, timed=False)
    begin += int(time[:2]) * 3_600 + int(time[3:5]) * 60 + int(time[6:])
    if zone not in ("", "Z"):
        shift = int(zone[1:3]) * 3_600 + int(zone[4:] or 0) * 60
        begin += shift if zone[0] == "-" else -shift
    return _Bounds(begin, begin, floating=not zone, timed=True)


def _known(text: str) -> _Bounds:
    """The bounds of a legal date or interval end, as far as they are known."""
    if text == "..":
        return _Bounds(-math.inf, math.inf, floating=True, timed=False)
    if not text or text[-1] in _MARKS:
        return _Bounds(None, None, floating=True, timed=False)
    return _written(text)


@final
@attrs.frozen(weakref_slot=False, repr=False, str=False, getstate_setstate=False, order=False)
class PartialDate(_Spanning):
    """A year, month, day or second, perhaps approximate or uncertain, as it is written in EDTF.

    Args:
        text: The date: ``2019``, ``2019-01``, ``2019-01-23``, ``2019-01-23T13:00:00`` with ``Z``
            or a shift like ``-04:00`` or neither; at the end of a date without a time perhaps
            ``~`` (approximate), ``?`` (uncertain) or ``%`` (both). Years are 0001 to 9999.

    Raises:
        InvalidStory: The text is no such date (rule ``bad-date``), or no text (``wrong-type``).

    >>> date = PartialDate("2019-01-23T13:00:00-04:00")
    >>> date.hour, date.zone, str(date.earliest)
    (13, '-04:00', '2019-01-23 17:00:00+00:00')
    >>> PartialDate("1958").before(PartialDate("2019-01"))
    True
    >>> print(PartialDate("2013~").before(PartialDate("2019")))
    None
    """

    text: str
    _bounds: _Bounds = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        text = _plain(self.text, "a date")
        if _DATE.fullmatch(text) is None:
            if _INTERVAL.fullmatch(text) is not None:
                _refuse("bad-date", f"{show(text)} is an interval, no single date", "use Interval or parse_date", text)
            mistake, hint = _mistake(text)
            _refuse("bad-date", f"{show(text)} is no date: {mistake}", hint, text)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "_bounds", _known(text))

    @property
    def year(self) -> int:
        """The year, 1 to 9999."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, where it is given."""
        return self._part(5)

    @property
    def day(self) -> int | None:
        """The day of the month, 1 to 31, where it is given."""
        return self._part(8)

    @property
    def hour(self) -> int | None:
        """The hour on the clock of the place, 0 to 23, where it is given."""
        return self._part(11)

    @property
    def minute(self) -> int | None:
        """The minute, 0 to 59, where it is given."""
        return self._part(14)

    @property
    def second(self) -> int | None:
        """The second, 0 to 59, where it is given."""
        return self._part(17)

    @property
    def zone(self) -> str | None:
        """The shift from UTC as written, ``Z`` or like ``-04:00`` or ``-04``, where it is given."""
        return self.text[19:] or None

    @property
    def precision(self) -> Precision:
        """The finest part that is given."""
        return _PRECISIONS.get(len(self.text.rstrip(_MARKS)), Precision.SECOND)

    @property
    def approximate(self) -> bool:
        """Whether the mark is ``~`` or ``%``."""
        return self.text.endswith(("~", "%"))

    @property
    def uncertain(self) -> bool:
        """Whether the mark is ``?`` or ``%``."""
        return self.text.endswith(("?", "%"))

    def _part(self, place: int) -> int | None:
        part = self.text[place : place + 2]
        return int(part) if part else None


@final
@attrs.frozen(weakref_slot=False, repr=False, str=False, getstate_setstate=False, order=False)
class Interval(_Spanning):
    """The time from one date to another, either of which may be open or unknown, as it is written in EDTF.

    Args:
        text: Two dates without a time of day, joined by a slash; instead of one of them nothing
            (it is unknown), instead of either ``..`` (it is open). The end does not begin before
            the start does, marks or not.

    Raises:
        InvalidStory: The text is no such interval (rule ``bad-date``), or no text (``wrong-type``).

    >>> term = Interval("2019-01-10/..")
    >>> term.start, term.end, term.open_end
    (PartialDate('2019-01-10'), None, True)
    >>> term.covers(PartialDate("2019-01-23"))
    True
    """

    text: str
    start: PartialDate | None = attrs.field(init=False, eq=False)
    """The date that it begins with, where that is given."""
    end: PartialDate | None = attrs.field(init=False, eq=False)
    """The date that it ends with, inclusive, where that is given."""
    _bounds: _Bounds = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        text = _plain(self.text, "an interval")
        if _INTERVAL.fullmatch(text) is None:
            self._explain(text)
        left, _, right = text.partition("/")
        start = PartialDate(left) if left.strip(".") else None
        end = PartialDate(right) if right.strip(".") else None
        if start is not None and end is not None and _not_after(_written(left).first, _written(right).first) is False:
            message = f"{show(text)} is no interval: its end begins before its start"
            _refuse("bad-date", message, "write the earlier date first, and as finely as the end", text)
        bounds = _Bounds(_known(left).first, _known(right).last, floating=True, timed=False)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "_bounds", bounds)

    @property
    def open_start(self) -> bool:
        """Whether it has no start: it always held."""
        return self.text.startswith("..")

    @property
    def open_end(self) -> bool:
        """Whether it has no end: it goes on."""
        return self.text.endswith("..")

    @property
    def unknown_start(self) -> bool:
        """Whether its start is not known."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether its end is not known."""
        return self.text.endswith("/")

    @staticmethod
    def _explain(text: str) -> NoReturn:
        """Refuse a text that has not the form of an interval."""
        if _DATE.fullmatch(text) is not None:
            _refuse("bad-date", f"{show(text)} is a single date, no interval", "use PartialDate or parse_date", text)
        mistake, hint = _mistake(text)
        if text == "/":
            mistake, hint = "both ends are unknown", "leave the field out where nothing is known"
        elif text.count("/") == 1 and len(text) <= _WORTH_A_SEARCH:
            # The pattern refused the text, so that one of its ends is at fault: the first is named.
            wrong = next(end for end in text.split("/") if end and _INTERVAL.fullmatch(f"{end}/") is None)
            if _DATE.fullmatch(wrong) is not None:
                mistake, hint = f"its end {show(wrong)} has a time of day", "write days, like '2019-01-10/2019-01-23'"
            else:
                mistake, hint = _mistake(wrong)
                mistake = f"its end {show(wrong)} is no date: {mistake}"
        _refuse("bad-date", f"{show(text)} is no interval: {mistake}", hint, text)


def parse_date(text: str) -> PartialDate | Interval:
    """Read a date or, where there is a slash in it, an interval.

    Args:
        text: What :class:`PartialDate` or :class:`Interval` takes.

    Raises:
        InvalidStory: The text is neither (rule ``bad-date``), or no text (``wrong-type``).

    >>> parse_date("2019-01-23"), parse_date("/2013")
    (PartialDate('2019-01-23'), Interval('/2013'))
    """
    return Interval(text) if "/" in _plain(text, "a date") else PartialDate(text)


def is_timed(date: PartialDate | Interval) -> bool:
    """Whether a date has a time of day, so that it compares with others by moments."""
    return date._bounds.timed  # noqa: SLF001 - of this module


def possible_span(date: PartialDate | Interval, *, in_all_zones: bool = False) -> tuple[float, float]:
    """The seconds from the start of year 1 within which a date certainly lies; infinite where that is not known.

    Args:
        date: The date.
        in_all_zones: Whether one without a zone is taken to lie in any zone, as it is when it is
            compared with a time of day; otherwise it is counted by the calendar.
    """
    first, last = date._bounds.widened() if in_all_zones else date._bounds[:2]  # noqa: SLF001 - of this module
    return (-math.inf if first is None else first, math.inf if last is None else last)
