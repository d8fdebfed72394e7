"""The two values, :class:`PartialDate` and :class:`Interval`, and how they are read."""

from __future__ import annotations

import datetime as dt
import enum
from functools import lru_cache
from typing import ClassVar, TypeAlias, final

import attrs

from venezuela_news._dates import _bounds
from venezuela_news._dates._bounds import Bounds
from venezuela_news._dates._grammar import MARKS, OPEN, is_date, is_interval_or_reversed
from venezuela_news._dates._mistakes import refuse_date, refuse_interval, wrong_date
from venezuela_news._seams import connected

__all__ = ["Interval", "PartialDate", "Precision", "is_timed", "parse_date", "possible_span", "sort_key"]

# A story has some dozens of dates, most of them many times.
_REMEMBERED_TEXTS = 4096


@final
class Precision(enum.StrEnum):
    """The finest part of a date that is given, from the coarsest to the finest."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    SECOND = "second"


@lru_cache(_REMEMBERED_TEXTS)
def _read_date(text: str) -> Bounds:
    """The bounds of a single date."""
    if not is_date(text):
        refuse_date(text)
    return _bounds.bounds_of_date(text)


@lru_cache(_REMEMBERED_TEXTS)
def _read_interval(text: str) -> Bounds:
    """The bounds of an interval."""
    left, _, right = text.partition("/")
    if not is_interval_or_reversed(text) or _bounds.is_reversed(left, right):
        refuse_interval(text)
    return _bounds.bounds_of_interval(left, right)


@connected
class _BoundedText:
    """What dates and intervals have in common: a text, bounds, and answers about them."""

    __is_date__: ClassVar[bool] = True

    # The bounds are no field of the attrs classes below: attrs.asdict and its kin give the text alone.
    __slots__ = ("_bounds",)

    text: str
    _bounds: Bounds

    @property
    def earliest(self) -> dt.datetime | None:
        """The first second that it can have, in UTC; ``None`` where its start is marked, unknown or open.

        Without a zone that is the first second in +14:00; of a window, its outer bound. Clamped to 0001-01-01T00:00:00.
        """
        return _bounds.moment(self._bounds.in_utc().first.low)

    @property
    def latest(self) -> dt.datetime | None:
        """The last second that it can have, in UTC; ``None`` where its end is marked, unknown or open.

        Without a zone that is the last second in -12:00; of a window, its outer bound. Clamped to 9999-12-31T23:59:59.
        """
        return _bounds.moment(self._bounds.in_utc().last.high)

    def before(self, other: PartialDate | Interval) -> bool | None:
        """Tell whether this certainly ends before the other begins.

        Returns:
            ``True`` or ``False`` where that is certain (``False`` also where this has an open
            end or the other an open start), ``None`` where it cannot be told.
        """
        return _bounds.ends_before(*self._compared(other))

    def after(self, other: PartialDate | Interval) -> bool | None:
        """Tell whether this certainly begins after the other ends: ``other.before(self)``."""
        own, others = self._compared(other)
        return _bounds.ends_before(others, own)

    def covers(self, other: PartialDate | Interval) -> bool | None:
        """Tell whether the other lies within this, equal bounds included.

        Returns:
            ``True`` or ``False`` where that is certain, ``None`` where it cannot be told. A
            window covers nothing for certain; nor does a day cover a time on it, since they
            may be told in two zones.
        """
        return _bounds.covers(*self._compared(other))

    def overlaps(self, other: PartialDate | Interval) -> bool | None:
        """Tell whether the two share a second, each taken to span all of its own.

        Returns:
            ``True`` or ``False`` where that is certain, ``None`` where it cannot be told. A
            window overlaps for certain only what covers its outer bounds.
        """
        return _bounds.overlaps(*self._compared(other))

    def _compared(self, other: object) -> tuple[Bounds, Bounds]:
        """Give the bounds of both in terms in which they compare."""
        if not isinstance(other, _BoundedText):
            raise wrong_date("other", other, "a PartialDate or an Interval", "PartialDate")
        return _bounds.on_one_clock(self._bounds, other._bounds)  # noqa: SLF001 - the other is one of ours

    def _keep(self, text: str, bounds: Bounds) -> None:
        """Set what a frozen value holds, once, when it is made."""
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "_bounds", bounds)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"

    # A date is its text: what is pickled is read again, and checked again.
    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self.text,)


_PRECISION_BY_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@final
@attrs.frozen(weakref_slot=False, repr=False, str=False, getstate_setstate=False, order=False)
class PartialDate(_BoundedText):
    """A date as finely as it is known, perhaps approximate or uncertain, as it is written in EDTF.

    Args:
        text: The date: a century ``19XX``, a decade ``201X``, a year ``2019``, a season ``2019-21``
            (21 spring, 22 summer, 23 autumn, 24 winter), a month ``2019-01``, a day ``2019-01-23`` or a
            second ``2019-01-23T13:00:00`` with ``Z`` or a shift like ``-04:00`` or neither. Some month
            of a year is ``2019-XX``, some day ``2019-XX-XX`` or ``2019-01-XX``. At the end of a year,
            month or day perhaps ``~`` (approximate), ``?`` (uncertain) or ``%`` (both). Years are 0001
            to 9999.

    Raises:
        InvalidStory: The text is no such date (rule ``bad-date``).
        TypeError: It is no text.

    >>> date = PartialDate("2019-01-23T13:00:00-04:00")
    >>> date.hour, date.zone, str(date.earliest)
    (13, '-04:00', '2019-01-23 17:00:00+00:00')
    >>> PartialDate("195X").before(PartialDate("2019-21"))
    True
    >>> print(PartialDate("2013~").before(PartialDate("2019")))
    None
    """

    text: str

    def __attrs_post_init__(self) -> None:
        text = _exact_text("PartialDate", self.text)
        self._keep(text, _read_date(text))

    @property
    def year(self) -> int | None:
        """The year, 1 to 9999; ``None`` for a decade or century."""
        return _number(self.text[:4])

    @property
    def season(self) -> int | None:
        """The season as written, where it is given: 21 spring, 22 summer, 23 autumn, 24 winter."""
        return _number(self.text[5:7]) if self.precision is Precision.SEASON else None

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, where it is given."""
        return None if self.precision is Precision.SEASON else _number(self.text[5:7])

    @property
    def day(self) -> int | None:
        """The day of the month, 1 to 31, where it is given."""
        return _number(self.text[8:10])

    @property
    def hour(self) -> int | None:
        """The hour on the clock of the place, 0 to 23, where it is given."""
        return _number(self.text[11:13])

    @property
    def minute(self) -> int | None:
        """The minute, 0 to 59, where it is given."""
        return _number(self.text[14:16])

    @property
    def second(self) -> int | None:
        """The second, 0 to 59, where it is given."""
        return _number(self.text[17:19])

    @property
    def zone(self) -> str | None:
        """The shift from UTC as written, ``Z`` or like ``-04:00`` or ``-04``, where it is given."""
        return self.text[19:] or None

    @property
    def precision(self) -> Precision:
        """The finest part that is given: the year for ``2019-XX``, the month for ``2019-01-XX``."""
        text = self.text.rstrip(MARKS).removesuffix("-XX").removesuffix("-XX")
        if text.endswith("X"):
            return Precision.CENTURY if text.endswith("XX") else Precision.DECADE
        if len(text) == 7 and _bounds.is_window(text):
            return Precision.SEASON
        return _PRECISION_BY_LENGTH.get(len(text), Precision.SECOND)

    @property
    def window(self) -> bool:
        """Whether it is some part of its outer bounds, nobody knows which: a season, or ``XX`` for a month or day."""
        return _bounds.is_window(self.text)

    @property
    def approximate(self) -> bool:
        """Whether the mark is ``~`` or ``%``."""
        return self.text.endswith(("~", "%"))

    @property
    def uncertain(self) -> bool:
        """Whether the mark is ``?`` or ``%``."""
        return self.text.endswith(("?", "%"))


@final
@attrs.frozen(weakref_slot=False, repr=False, str=False, getstate_setstate=False, order=False)
class Interval(_BoundedText):
    """The time from one date to another, either of which may be open or unknown, as it is written in EDTF.

    Args:
        text: Two years, seasons, months or days, joined by a slash; instead of one of them nothing
            (it is unknown), instead of either ``..`` (it is open). The end does not begin before
            the start does, marks or not.

    Raises:
        InvalidStory: The text is no such interval (rule ``bad-date``).
        TypeError: It is no text.

    >>> term = Interval("2019-01-10/..")
    >>> term.start, term.end, term.open_end
    (PartialDate('2019-01-10'), None, True)
    >>> term.covers(PartialDate("2019-01-23"))
    True
    """

    text: str

    def __attrs_post_init__(self) -> None:
        text = _exact_text("Interval", self.text)
        self._keep(text, _read_interval(text))

    @property
    def start(self) -> PartialDate | None:
        """The date that it begins with, where that is given."""
        return _end(self.text.partition("/")[0])

    @property
    def end(self) -> PartialDate | None:
        """The date that it ends with, inclusive, where that is given."""
        return _end(self.text.partition("/")[2])

    @property
    def open_start(self) -> bool:
        """Whether it has no start: it always held."""
        return self.text.startswith(OPEN)

    @property
    def open_end(self) -> bool:
        """Whether it has no end: it goes on."""
        return self.text.endswith(OPEN)

    @property
    def unknown_start(self) -> bool:
        """Whether its start is not known."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether its end is not known."""
        return self.text.endswith("/")


def _exact_text(call: str, value: object) -> str:
    """Give a text as exactly a ``str``, and refuse anything else."""
    if not isinstance(value, str):
        raise wrong_date("text", value, "a text", call)
    return str.__str__(value)


def _number(part: str) -> int | None:
    return int(part) if part.isdecimal() else None


def _end(text: str) -> PartialDate | None:
    return PartialDate(text) if text not in ("", OPEN) else None


@lru_cache(_REMEMBERED_TEXTS)
def _parsed(text: str) -> PartialDate | Interval:
    return Interval(text) if "/" in text else PartialDate(text)


def parse_date(text: str) -> PartialDate | Interval:
    """Read a date or, where there is a slash in it, an interval.

    Args:
        text: What :class:`PartialDate` or :class:`Interval` takes.

    Raises:
        InvalidStory: The text is neither (rule ``bad-date``).
        TypeError: It is no text.

    >>> parse_date("2019-01-23"), parse_date("/2013")
    (PartialDate('2019-01-23'), Interval('/2013'))
    """
    return _parsed(_exact_text("parse_date", text))


# -- in a line -------------------------------------------------------------------------------------------

SortKey: TypeAlias = tuple[int, int, float]


def sort_key(date: PartialDate | Interval) -> SortKey | None:
    """Give the place of a date in a line of dates; ``None`` where nothing dates it.

    By the earliest day, as written where there is a zone, marks aside; then the coarser date first,
    windows behind what is as fine; then by the second. An interval stands where its start does; one
    without a start stands before all else that begins when it ends.
    """
    started = True
    if isinstance(date, Interval):
        given = date.start or date.end
        if given is None:
            return None
        started = date.start is not None
        date = given
    day = int(_bounds.outer_span(date.text[:10].rstrip(MARKS)).low // _bounds.DAY_SECONDS)
    rank = 2 * list(Precision).index(date.precision) + date.window if started else -1
    return day, rank, _bounds.outer_span(date.text.rstrip(MARKS)).low


def is_timed(date: PartialDate | Interval) -> bool:
    """Tell whether a date has a time of day, so that it compares with others by moments."""
    return date._bounds.timed  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - of this module


def possible_span(date: PartialDate | Interval, *, in_all_zones: bool = False) -> tuple[float, float]:
    """Give the seconds, from the start of year 1, that a date may have at the most; infinite where that is not known.

    Two dates overlap for all that is known exactly where these spans do.

    Args:
        date: The date.
        in_all_zones: Whether one without a zone is taken to lie in any zone, as it is when it is
            compared with a time of day; otherwise it is counted by the calendar.
    """
    bounds = date._bounds.in_utc() if in_all_zones else date._bounds  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - of this module
    return bounds.first.low, bounds.last.high
