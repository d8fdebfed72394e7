"""Phrases: dates, quantities and sources in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._records import label_of

if TYPE_CHECKING:
    from venezuela_news._events import Figure
    from venezuela_news._sources import Source
    from venezuela_news._types import Date

__all__ = ["amount_in_words", "date_in_words", "day_in_words", "source_in_words"]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLURALS: Final = {"person": "people", "country": "countries", "percent": "percent"}


_SEASONS: Final = ("spring", "summer", "autumn", "winter")


def _year_in_words(date: PartialDate) -> str:
    """Write a year in words, or how many of them: ``2019``, ``the 2010s``, ``1900 to 1999``."""
    digits = date.text[:4]
    if digits.endswith("XX"):
        return f"{digits[:2]}00 to {digits[:2]}99"
    return f"the {digits[:3]}0s" if digits.endswith("X") else str(date.year)


def day_in_words(date: PartialDate) -> str:
    """Write a date in words: ``about 9 January 2019``, ``a day in January 2019``."""
    words = _year_in_words(date)
    if date.season is not None:
        words = f"{_SEASONS[date.season - 21]} {words}"
    if date.month is not None:
        words = f"{_MONTHS[date.month - 1]} {words}"
    if date.day is not None:
        words = f"{date.day} {words}"
    if date.hour is not None:
        words += f" {date.hour:02}:{date.minute:02}"
    if date.text.endswith("-XX"):
        words = f"a {'day' if len(date.text) == len('2019-01-XX') else 'month'} in {words}"
    return f"{'about ' if date.approximate else ''}{words}{' (uncertain)' if date.uncertain else ''}"


def date_in_words(date: Date | None) -> str:
    """Write a date or an interval in words; nothing where there is none."""
    match date:
        case None:
            return ""
        case PartialDate():
            return day_in_words(date)
        case Interval():
            return _interval_in_words(date)
        case _:
            assert_never(date)


def _interval_in_words(interval: Interval) -> str:
    """Write an interval in words: an open end goes on, an unknown one is not told."""
    start, end = interval.start, interval.end
    if start is not None and end is not None:
        return f"{day_in_words(start)} to {day_in_words(end)}"
    if start is not None:
        return f"{'since' if interval.open_end else 'from'} {day_in_words(start)}"
    if end is not None:
        return f"until {day_in_words(end)}"
    return "still going on" if interval.open_end and interval.unknown_start else "at all times"


def amount_in_words(figure: Figure) -> str:
    """Write a quantity in words: ``3,000,000 or more people``."""
    low, high = figure.low, figure.high
    if low is not None and low == high:
        words = f"{low:,}"
    elif low is not None and high is not None:
        words = f"{low:,} to {high:,}"
    else:
        words = f"{low:,} or more" if low is not None else f"{high:,} or fewer"
    units = figure.unit if low == high == 1 else _PLURALS.get(figure.unit, figure.unit + "s")
    return f"{'about ' if figure.approximate else ''}{words} {units}"


def source_in_words(source: Source) -> str:
    """Say what a source is, and how it can be attached where its text is elsewhere."""
    label = label_of(source)
    words = "a text" if label == source.id else label
    if source.digests:
        return (
            f"{words}; its {len(source.digests)} paragraphs are not here; who has them attaches them by "
            f"story.attach({source.id!r}, text)."
        )
    rights = f", {source.license}" if source.license else ""
    return f"{words} ({source.language}, {len(source.paragraphs)} paragraphs{rights})."
