"""Phrases: dates, quantities, roles and sources in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._records import label_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from venezuela_news._actors import Role
    from venezuela_news._events import Figure
    from venezuela_news._sources import Source
    from venezuela_news._types import Date

__all__ = [
    "amount_in_words",
    "begin_in_words",
    "capitalized",
    "counted",
    "date_in_words",
    "day_in_words",
    "joined",
    "office_in_words",
    "rest_in_words",
    "role_in_words",
    "source_in_words",
    "time_in_words",
]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLURALS: Final = {"person": "people", "country": "countries", "percent": "percent"}
_SINGULARS: Final = {plural: singular for singular, plural in _PLURALS.items()}
_DOUBT: Final = "probably "
_SEASONS: Final = ("spring", "summer", "autumn", "winter")


def _year_in_words(date: PartialDate) -> str:
    """Write a year in words, or how many of them: ``2019``, ``the 2010s``, ``1900 to 1999``."""
    digits = date.text[:4]
    if digits.endswith("XX"):
        return f"{digits[:2]}00 to {digits[:2]}99"
    return f"the {digits[:3]}0s" if digits.endswith("X") else str(date.year)


def day_in_words(date: PartialDate) -> str:
    """Write a date in words: ``about 9 January 2019``, ``probably a day in January 2019``."""
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
    return f"{_DOUBT if date.uncertain else ''}{'about ' if date.approximate else ''}{words}"


def capitalized(text: str) -> str:
    """Write the first letter large, and leave the others as they are."""
    return text[:1].upper() + text[1:]


def counted(number: int, plural: str) -> str:
    """Say how many there are of something whose name is given in the plural: ``1 country``, ``8 countries``."""
    return f"{number} {_SINGULARS.get(plural, plural.removesuffix('s')) if number == 1 else plural}"


def joined(words: Iterable[str]) -> str:
    """Join words to a list as people write it: ``Cuba, Bolivia and Mexico``."""
    *rest, last = [*words] or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def begin_in_words(date: Date) -> str:
    """Say when something began: the heading under which a page gathers it, without its end and its doubt."""
    start = date.start if isinstance(date, Interval) else date
    return time_in_words(date) if start is None else day_in_words(start).removeprefix(_DOUBT)


def rest_in_words(date: Date) -> Iterator[str]:
    """Yield what :func:`begin_in_words` leaves out: an end, and doubt."""
    start = date.start if isinstance(date, Interval) else date
    if isinstance(date, Interval) and start is not None:
        if date.end is not None:
            yield f"until {day_in_words(date.end)}"
        else:
            yield "and going on" if date.open_end else "from then on"
    if start is not None and start.uncertain:
        yield "date uncertain"


def office_in_words(role: Role, name: Callable[[str], str], known: str = "") -> str:
    """Say what a role is, and of which body and country: ``former secretary, Council, Chile``.

    Args:
        role: The role.
        name: Gives the name of an actor by its id.
        known: What the reader knows already, and is not told again.
    """
    title = f"former {role.title}" if role.former and not role.title.lower().startswith("former") else role.title
    words = [] if role.title.lower() in known.lower() else [title]
    for id in (role.organization, role.country):
        if id is not None and (owner := name(id)) not in " ".join((title, *words)):
            words.append(owner)
    return ", ".join(words)


def role_in_words(role: Role, name: Callable[[str], str], known: str = "") -> str:
    """Say what a role is, as :func:`office_in_words`, under whom and when it is held, and whether it is disputed."""
    words = [office_in_words(role, name, known)]
    if role.under is not None:
        words.append(f"under {name(role.under)}")
    if role.when is not None:
        words.append(date_in_words(role.when))
    if role.disputed:
        words.append("disputed")
    return ", ".join(filter(None, words))


def time_in_words(date: Date) -> str:
    """Say when something happened: what has an end and a start unknown happened by then, as far as is known."""
    if isinstance(date, Interval) and date.unknown_start and date.end is not None:
        return f"by {day_in_words(date.end)}"
    return date_in_words(date)


def date_in_words(date: Date) -> str:
    """Write a date, or the interval over which something holds, in words."""
    match date:
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
            f"{words}. Its {len(source.digests)} paragraphs are not here; who has them attaches them by "
            f"story.attach({source.id!r}, text)."
        )
    rights = f", {source.license}" if source.license else ""
    return f"{words} ({source.language}, {counted(len(source.paragraphs), 'paragraphs')}{rights})."
