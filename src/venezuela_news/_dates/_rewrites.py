"""What people write where a date is meant, and how to write that in EDTF.

Each form is a pattern over the whole text, in any case, and what to write, made of the pattern's groups.
Only legal texts count, so a form may guess: ``31 June 2019`` matches one, and is nothing. No text is ever
read this way; a message says what to write instead.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from venezuela_news._dates._bounds import is_reversed
from venezuela_news._dates._grammar import MARKS, OPEN, is_date, is_interval_or_reversed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Rewrite", "ends_rewritten", "is_legal", "rewritten"]

_Parts: TypeAlias = dict[str, str]


class Rewrite(NamedTuple):
    """What is wrong with a text, where its form tells, and the legal texts that it may stand for."""

    message: str
    texts: tuple[str, ...]
    example: bool
    """Whether the text lacks what only its writer knows, so that the legal one just shows the form."""


def is_legal(text: str) -> bool:
    """Whether a text is a date or an interval."""
    return is_date(text) or (is_interval_or_reversed(text) and not is_reversed(*text.split("/")))


# -- words -----------------------------------------------------------------------------------------------

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS_OF_WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "early": 1, "mid": 2, "late": 3}
#: A known Monday, for examples.
_MONDAY = dt.date(2019, 1, 21)


def _shortened(names: Iterable[str]) -> str:
    return "|".join(rf"{name}|{name[:3]}\.?" for name in names)


# The groups of the patterns by their names: what they match, and what that is in EDTF.
_GROUPS: dict[str, str] = {
    "year": "[0-9]{4}",
    "until": "[0-9]{4}",
    "month": _shortened(_MONTHS) + r"|sept\.?",
    "until_month": _shortened(_MONTHS) + r"|sept\.?",
    "weekday": _shortened(_DAYS_OF_WEEK) + r"|tues\.?|thurs\.?",
    "season": "|".join(_SEASONS),
    "day": "[0-9]{1,2}(?=st|nd|rd|th|[^0-9]|$)(?:st|nd|rd|th)?",
    "one": "[0-9]{1,2}",
    "other": "[0-9]{1,2}",
    "quarter": "[1-4]|first|second|third|fourth",
    "third": "early|mid|late",
    "half": "[12]|first|second",
    "number": "[0-9]+",
}


def _in_edtf(name: str, words: str) -> str:
    """Write one group of a form as EDTF does."""
    match name:
        case "month" | "until_month":
            return f"{[month[:3] for month in _MONTHS].index(words[:3]) + 1:02}"
        case "weekday":
            return str(_MONDAY + dt.timedelta([day[:3] for day in _DAYS_OF_WEEK].index(words[:3])))
        case "season":
            return f"2{_SEASONS[words]}"
        case "day" | "one" | "other":
            return f"{int(re.sub('[a-z]', '', words)):02}"
        case _:
            return words


def _part_of_year(parts: _Parts) -> Iterable[str]:
    """Write a quarter, third or half of a year as an interval of months."""
    name = next(name for name in ("quarter", "third", "half") if name in parts)
    months = {"quarter": 3, "third": 4, "half": 6}[name]
    number = _ORDINALS.get(parts[name]) or int(parts[name])
    yield f"{parts['year']}-{(number - 1) * months + 1:02}/{parts['year']}-{number * months:02}"


def _level_2_season(parts: _Parts) -> Iterable[str]:
    """Write the seasons of hemispheres (25 to 32), quarters (33), thirds (37) and halves (40) of a year."""
    year, season = parts["year"], int(parts["number"])
    if season < 33:
        return (f"{year}-{21 + (season - 25) % 4}",)
    name, first = ("quarter", 33) if season < 37 else ("third", 37) if season < 40 else ("half", 40)
    return _part_of_year({"year": year, name: str(season - first + 1)})


def _decade(parts: _Parts) -> Iterable[str]:
    """Read ``199`` as a decade, ``190`` as one or its century, and ``9`` as one of the last century or this."""
    digits = parts["number"]
    if len(digits) > 1:
        return (f"{digits}X",) if digits[-1] != "0" else (f"{digits[:2]}XX", f"{digits}X")
    return (f"19{digits}X", f"20{digits}X") if digits < "3" else (f"19{digits}X",)


def _century(parts: _Parts) -> Iterable[str]:
    return (f"{int(parts['number']) - 1:02}XX",) if parts["number"] != "1" else ("0001/0100",)


def _week(parts: _Parts) -> Iterable[str]:
    day = parts["one"]
    try:
        first = dt.date.fromisocalendar(int(parts["year"]), int(parts["number"]), int(day or 1))
        return (str(first) if day else f"{first}/{first + dt.timedelta(6)}",)
    except (ValueError, OverflowError):
        return ()


def _day_of_year(parts: _Parts) -> Iterable[str]:
    try:
        day = dt.date(int(parts["year"]), 1, 1) + dt.timedelta(int(parts["number"]) - 1)
    except (ValueError, OverflowError):
        return ()
    return (str(day),) if day.year == int(parts["year"]) else ()


def _time(parts: _Parts) -> Iterable[str]:
    """Repair a time: ``2019-01-23 9:30 utc`` is ``2019-01-23T09:30:00Z``."""
    day, hour, minute, second = parts["date"], parts["one"], parts["minute"], parts["second"] or "00"
    zone = re.sub("UTC|GMT", "Z", parts["zone"].upper()).replace(":", "")
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    if zone[1:] in ("00", "00:00"):
        zone = "Z"
    if (hour, minute, second) == ("24", "00", "00"):
        try:
            day, hour = str(dt.date.fromisoformat(day) + dt.timedelta(1)), "00"
        except (ValueError, OverflowError):
            return ()
    return (f"{day}T{hour}:{minute}:{'59' if second == '60' else second}{zone}",)


def _open_digits(parts: _Parts) -> Iterable[str]:
    return (re.sub("[XU?*_]", "X", parts["text"].upper()),)


def _about(parts: _Parts) -> Iterable[str]:
    return (f"{found}~" for found in _meant(parts["text"]))


def _joined(parts: _Parts) -> Iterable[str]:
    return ends_rewritten(parts.get("text", OPEN), parts.get("end", OPEN))


# -- forms -----------------------------------------------------------------------------------------------

_READER = "it depends on the day on which it is read"
_YEARLESS = "its year is missing"
_WEEKDAY = "it names a day of the week, and not which one"
_WORDS = "it is not written as EDTF writes it"
_SEASON = "seasons are numbers, 21 to 24"
_PART = "parts of a year are intervals"
_OPEN = "digits that are not known are written X"
_ABOUT = "that a date is approximate is told by a mark behind it"
_SLASH = "the ends of intervals have a slash between them"

# A pattern, in which <name> stands for a group; a message, or "" to leave that to the list of mistakes;
# and what to write: texts, of which several have "or" between them, or a function that makes them.
_FORMS: tuple[tuple[str, str, str | Callable[[_Parts], Iterable[str]]], ...] = (
    # Words that name no day.
    ("(?:(?:last|next|this) )?<weekday>", _WEEKDAY, "{weekday}"),
    ("today|now|yesterday|tomorrow|tonight|recently", _READER, "2019-01-23"),
    ("(?:last|next|this) (?:night|day|week|weekend|month|year)", _READER, "2019-01-23"),
    ("[0-9a-z ]+ (?:day|week|month|year|hour)s? (?:ago|later|earlier|before)", _READER, "2019-01-23"),
    ("(?:last|next|this) <season>", _READER, "2019-{season}"),
    ("<month> <day>", _YEARLESS, "2019-{month}-{day}"),
    ("<day> (?:of )?<month>", _YEARLESS, "2019-{month}-{day}"),
    ("<month>", _YEARLESS, "2019-{month}"),
    ("<season>", _YEARLESS, "2019-{season}"),
    # Spans.
    ("<season>(?: of|,)? <year>", _SEASON, "{year}-{season}"),
    ("<year>[ -]<season>", _SEASON, "{year}-{season}"),
    (r"['’]?(?P<number>[0-9]|[0-9]{3})0['’]?s", "decades have an X for their last digit", _decade),
    ("<number>(?:st|nd|rd|th)[ -]century", "centuries have XX for their last digits", _century),
    ("q<quarter>[ /-]?<year>", _PART, _part_of_year),
    ("<year>[ /-]?q<quarter>", _PART, _part_of_year),
    ("<quarter>q[ /-]?<year>", _PART, _part_of_year),
    ("<quarter> quarter(?: of)? <year>", _PART, _part_of_year),
    ("h<half>[ /-]?<year>", _PART, _part_of_year),
    ("<year>[ /-]?h<half>", _PART, _part_of_year),
    ("<half> half(?: of)? <year>", _PART, _part_of_year),
    ("<third>[ -](?:in )?<year>", _PART, _part_of_year),
    ("<year>-(?P<number>2[5-9]|3[0-9]|4[01])", "{number} is a season of EDTF's level 2", _level_2_season),
    # Days and months in words.
    (r"(?:<weekday>,? )?<day> (?:of )?<month>,? <year>", _WORDS, "{year}-{month}-{day}"),
    ("(?:<weekday>,? )?<month> <day>,? <year>", _WORDS, "{year}-{month}-{day}"),
    ("<year>,? <month> <day>", _WORDS, "{year}-{month}-{day}"),
    ("<day>-<month>-<year>", _WORDS, "{year}-{month}-{day}"),
    ("<month>(?: of|,)? <year>", _WORDS, "{year}-{month}"),
    # Days and months in digits.
    ("<year>(?P<one>[0-9]{2})(?P<other>[0-9]{2})", "", "{year}-{one}-{other}"),
    ("<year>-?w(?P<number>[0-9]{2})(?:-?(?P<one>[1-7]))?", "", _week),
    ("<year>-?(?P<number>[0-9]{3})", "", _day_of_year),
    ("<year>[-./ ]<one>[-./ ]<other>", "", "{year}-{one}-{other}"),
    ("<one>[-./]<other>[-./]<year>", "", "{year}-{other}-{one} or {year}-{one}-{other}"),
    ("<year>[-./]<one>|<other>[-./]<until>", "", "{year}-{one} or {until}-{other}"),
    # Times.
    (
        (
            r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ]<one>:(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
            r" ?(?P<zone>z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?)?[~?%]?"
        ),
        "",
        _time,
    ),
    # What is open or doubtful.
    ("(?P<text>[0-9]{2}[0-9xu?*_]{2}(?:-(?:[0-9]{2}|[xu?*_]{2})){0,2})", _OPEN, _open_digits),
    (f"(?P<text>[0-9x]{{4}}(?:-[0-9]{{2}})?(?:-xx){{0,2}}|[0-9]{{4}}-2[1-4])[{MARKS}]", "", _open_digits),
    (f"(?P<mark>[{MARKS}])(?P<text>[0-9-]+)", "", "{text}{mark}"),
    (r"(?P<text>[0-9-]+)(?:~\?|\?~)", "", "{text}%"),
    # Intervals.
    ("<month> ?(?:to|until|through|[-–—]) ?<until_month>,? <year>", _WORDS, "{year}-{month}/{year}-{until_month}"),
    ("<year> ?[-–—] ?<until>", _SLASH, "{year}/{until}"),
)
# The same, of parts that may be forms of the list above, but not of this: so none is looked at for ever.
_COMPOUND_FORMS: tuple[tuple[str, str, str | Callable[[_Parts], Iterable[str]]], ...] = (
    (r"(?:circa|ca\.?|c\.?|about|around|approximately|roughly|some time in) ?(?P<text>.+)", _ABOUT, _about),
    ("(?:from )?(?P<text>.+?) ?(?: to | until | through |[–—]) ?(?P<end>.+)", _SLASH, _joined),
    ("between (?P<text>.+) and (?P<end>.+)", _SLASH, _joined),
    ("(?:since|from|beginning|starting) (?P<text>.+)", _SLASH, _joined),
    ("(?:until|till|up to|through) (?P<end>.+)", _SLASH, _joined),
)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """Compile the pattern of a form, when the first illegal text is met: legal ones do not pay for it."""
    return re.compile(re.sub(r"(?<!\?P)<([a-z_]+)>", lambda found: f"(?P<{found[1]}>{_GROUPS[found[1]]})", form))


def _written(parts: _Parts, texts: str | Callable[[_Parts], Iterable[str]]) -> Iterable[str]:
    if not isinstance(texts, str):
        return texts(parts)
    return texts.format(**parts).split(" or ")


def rewritten(text: str, *, compound: bool = True) -> Rewrite | None:
    """Give what a text that is no date may stand for, by the first form that finds something legal."""
    lowered = " ".join(text.lower().split())
    without_article = re.sub(r"^(?:(?:in|on|during|at) )?(?:the )?", "", lowered)
    for form, message, texts in _FORMS + _COMPOUND_FORMS if compound else _FORMS:
        pattern = _compiled(form)
        found = pattern.fullmatch(without_article) or pattern.fullmatch(lowered)
        if found is not None:
            parts = {name: _in_edtf(name, words) if words else "" for name, words in found.groupdict("").items()}
            legal = tuple(dict.fromkeys(one for one in _written(parts, texts) if is_legal(one)))
            if legal:
                return Rewrite(message.format(**parts), legal, message in (_READER, _YEARLESS, _WEEKDAY))
    return None


def _meant(text: str) -> tuple[str, ...]:
    """Give the legal texts for a part of a text, which may be legal itself."""
    if is_legal(text):
        return (text,)
    found = rewritten(text, compound=False)
    return found.texts if found is not None else ()


# -- intervals -------------------------------------------------------------------------------------------


def ends_rewritten(left: str, right: str) -> tuple[str, ...]:
    """Give the interval between two texts, either of which may be none that an interval can have."""
    begin, end = _as_end(left, at_start=True), _as_end(right, at_start=False)
    # "2019-01-23/25" leaves out what the end has in common with the start.
    if re.fullmatch("[0-9]{2}(?:-[0-9]{2})?", right) and len(begin) > len(right) + 4:
        end = begin[: -len(right)] + right
    text = f"{begin}/{end}"
    return (text,) if is_legal(text) else ()


def _as_end(text: str, *, at_start: bool) -> str:
    """Give one end of an interval: days of times, years of decades, one end of intervals."""
    text = text.strip().upper()
    if is_interval_or_reversed(f"{text}/"):
        return text
    found = next(iter(_meant(text)), "")
    if not found:
        return "none"
    if "/" in found:
        found = found.partition("/")[0 if at_start else 2]
    if is_date(found) and not is_interval_or_reversed(f"{found}/"):
        found = found[:10] if "T" in found else _edge(found, at_start=at_start)
    return found


def _edge(text: str, *, at_start: bool) -> str:
    """Give the first or last year, month or day of a date with an X."""
    if "-" not in text:
        return text.replace("X", "0" if at_start else "9")
    if len(text) == 10 and not text.endswith("XX-XX"):
        return text[:7]
    return text[:4]
