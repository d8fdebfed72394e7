"""What is said about texts that are no dates, and about values that are no texts."""

from __future__ import annotations

import datetime as dt
import re
from typing import NoReturn

from venezuela_news._arguments import wrong_argument
from venezuela_news._dates._grammar import is_date, is_interval_or_reversed
from venezuela_news._dates._rewrites import ends_rewritten, is_legal, rewritten
from venezuela_news._errors import InvalidStory
from venezuela_news._problems import Problem, show

__all__ = ["refuse_date", "refuse_interval", "text_for", "wrong_date"]

_FORMS = "write a year, month, day or second, like '2019', '2019-01', '2019-01-23' or '2019-01-23T13:00:00-04:00'"
_TIMES = "write hours, minutes and seconds after a day, like '2019-01-23T13:00:00-04:00'"
_ZONES = "write 'Z' or a shift like '-04:00', at most 14:00, or leave the zone out where it is not known"
_ONE_MARK = "write one mark at the end of a year, month or day: '~' approximate, '?' uncertain, '%' both"
_OPEN_DIGITS = (
    "write X for the last digits of a year, or XX for a month or day: '201X', '19XX', '2019-XX', '2019-01-XX'"
)
_UNKNOWN = "leave the field out where the date is not known"
_ENDS = "write two dates, or one and '..' for an open or nothing for an unknown end, like '2019-01-10/..'"
_YEARS = "write a year from 0001 to 9999"

# Frequent mistakes, in the order in which they are looked for; {0} is the pattern's first group.
_MISTAKES: tuple[tuple[str, str, str], ...] = (
    ("$(?!\n)", "it is empty", _UNKNOWN),
    (r"\s.*|.*\s$(?!\n)", "white space stands around it", "leave the white space out"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2} ", "a blank stands between day and time", "write 'T' between them"),
    (r".*[^ -~]", "it has characters other than ASCII", _FORMS),
    (r"[0-9]+/[0-9]+/[0-9]", "slashes stand between the ends of intervals, not in dates", _FORMS),
    (r"[0-9]{4}-?W[0-9]", "it counts weeks", "write the day as year, month and day, like '2019-01-23'"),
    (r"[0-9]{4}-?[0-9]{3}$", "it counts the days of a year", "write year, month and day, like '2019-01-23'"),
    (r"[0-9]{8}(?:$|T)", "its parts are not separated", "write hyphens between them, like '2019-01-23'"),
    (r"[-+Yy][0-9]|[0-9]{5}", "years have four digits, neither signs nor letters", _YEARS),
    (r".*\b(?:BCE?|B\.C\.|AD|CE)\b", "it names an era", _YEARS),
    (r"0000|0[0X]{3}$|00XX", "there is no year 0000 here", _YEARS),
    (r"XXXX|unknown$|undated$|n/?a$|none$|null$|\?+$|-+$|tb[ad]$", "it says that nothing is known", _UNKNOWN),
    (r"[0-9X-]*X[0-9X-]*[~?%]$", "a date with an X takes no mark", "leave the mark out"),
    (r"[0-9X-]*X|[0-9-]*x", "its X do not stand where they can", _OPEN_DIGITS),
    (r"[0-9]{4}-2[1-4][~?%]$", "a season takes no mark", "leave the mark out"),
    (r"[\[{]", "it lists several dates", _ENDS),
    (r"\.\.$", "it is the open end of an interval", _ENDS),
    (r"[0-9]{4}-(2[1-4])-", "{0} is a season, which has no days", "write a month from 01 to 12"),
    (r"[0-9]{4}-[0-9](?:-|$)|[0-9]{4}-[0-9]{2}-[0-9](?:T|$)", "a month or day has one digit", "write two: '01'"),
    (r"[0-9]{1,2}[-.][0-9]{1,2}[-.][0-9]{4}", "the year does not come first", _FORMS),
    (r"[0-9]{4}[./ ][0-9]", "its parts are not separated by hyphens", _FORMS),
    (r"[0-9]{4}-(00|1[3-9]|[2-9][0-9])", "there is no month {0}", "write a month from 01 to 12"),
    (r"[0-9]{4}-[0-9]{2}-(00|3[2-9]|[4-9][0-9])", "there is no day {0}", "write a day from 01 to 31"),
    (r"[0-9]{4}-02-(3[01])", "February has no day {0}", "write a day from 01 to 28, or 29 in a leap year"),
    (r"([0-9]{4})-02-29", "{0} is no leap year: its February ends on the 28th", "write a day from 01 to 28"),
    (r"[0-9]{4}-(?:0[469]|11)-31", "its month has 30 days", "write a day from 01 to 30"),
    (r"[0-9]{4}(?:-[0-9]{2})?T", "a time needs a whole day before it", _TIMES),
    (r"[0-9-]+t|.*[0-9]z$(?!\n)", "'T' and 'Z' are capital letters", _TIMES),
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
    ("", "it is in no form that is read here", _FORMS),
)

# No legal text has more than 25 characters: of one that is much longer, nothing is guessed.
_WORTH_A_SEARCH = 64
_FLAGS = re.DOTALL | re.ASCII


def _choices(texts: tuple[str, ...], *, example: bool = False) -> str:
    choices = " or ".join(map(show, texts))
    if example:
        return f"write the date itself, like {choices}"
    return f"write {choices}" + (", whichever is meant" if len(texts) > 1 else "")


def _mistake(text: str) -> tuple[str, str]:
    """Say what is wrong with a text that is no date, and what to write instead."""
    if len(text) > _WORTH_A_SEARCH:
        return _MISTAKES[-1][1:]
    message, hint = next(
        (message.format(*found.groups()), hint)
        for pattern, message, hint in _MISTAKES
        if (found := re.match(pattern, text, _FLAGS)) is not None
    )
    if is_legal(text.strip()) and text.strip():
        return message, _choices((text.strip(),))
    rewrite = rewritten(text)
    if rewrite is None:
        return message, hint
    return rewrite.message or message, _choices(rewrite.texts, example=rewrite.example)


def _refuse(message: str, hint: str, value: object) -> NoReturn:
    raise InvalidStory([Problem((), "bad-date", message, hint, value)])


def refuse_date(text: str) -> NoReturn:
    """Refuse a text that is no single date."""
    if is_interval_or_reversed(text):
        _refuse(f"{show(text)} is an interval, no single date", "use Interval or parse_date", text)
    mistake, hint = _mistake(text)
    _refuse(f"{show(text)} is no date: {mistake}", hint, text)


def refuse_interval(text: str) -> NoReturn:
    """Refuse a text that is no interval, or is one whose end comes first."""
    if is_interval_or_reversed(text):
        message = f"{show(text)} is no interval: its end begins before its start"
        _refuse(message, "write the earlier date first, and as finely as the end", text)
    if is_date(text):
        _refuse(f"{show(text)} is a single date, no interval", "use PartialDate or parse_date", text)
    mistake, hint = _mistake(text)
    if text == "/":
        mistake, hint = "both ends are unknown", "leave the field out where nothing is known"
    elif text.count("/") == 1 and len(text) <= _WORTH_A_SEARCH and hint != _UNKNOWN and rewritten(text) is None:
        mistake, hint = _mistake_of_an_end(*text.split("/"))
    _refuse(f"{show(text)} is no interval: {mistake}", hint, text)


def _mistake_of_an_end(left: str, right: str) -> tuple[str, str]:
    """Say what is wrong with the first end at fault, and what to write instead of the whole."""
    # The pattern refused the text, so that one of its ends is at fault.
    wrong = next(end for end in (left, right) if end and not is_interval_or_reversed(f"{end}/"))
    if not is_date(wrong):
        mistake, hint = _mistake(wrong)
        mistake = f"its end {show(wrong)} is no date: {mistake}"
    elif "T" in wrong:
        mistake, hint = f"its end {show(wrong)} has a time of day", "write days, like '2019-01-10/2019-01-23'"
    else:
        mistake, hint = f"its end {show(wrong)} has an X", "write years, seasons, months or days, like '2010/2019'"
    whole = ends_rewritten(left, right)
    return mistake, _choices(whole) if whole else hint


# -- values that are no texts -----------------------------------------------------------------------------


def text_for(value: object) -> str | None:
    """Give the text to write for a value that stands where a date is meant: ``2019``, or a ``datetime.date``."""
    text = ""
    if isinstance(value, dt.datetime):
        text = value.isoformat(timespec="seconds").replace("+00:00", "Z")
    elif isinstance(value, dt.date):
        text = value.isoformat()
    elif isinstance(value, str):
        text = value
    elif isinstance(value, int) and not isinstance(value, bool) and 1_000 <= value < 10**8:
        text = str(value)
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 else text
    return text if is_legal(text) else None


def wrong_date(argument: str, value: object, wanted: str, cls: str) -> TypeError:
    """Make the error for an argument that is no date, or no text of one, with what to write.

    Args:
        argument: The argument's name.
        value: What was given.
        wanted: What is taken: "a text", or "a PartialDate or an Interval".
        cls: What to call with the text: ``PartialDate``, ``Interval`` or ``parse_date``.
    """
    text = text_for(value)
    if cls == "Interval" and "/" not in (text or ""):
        text = None
    example = text or ("2019-01-10/2019-01-23" if cls == "Interval" else "2019-01-23")
    # A question is asked about a date, not about its text.
    written = cls if wanted == "a text" else "Interval" if "/" in example else "PartialDate"
    return wrong_argument(argument, value, wanted, f"{'' if text else 'one like '}{written}({example!r})")
