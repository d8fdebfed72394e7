"""Laws and examples of dates and intervals."""

from __future__ import annotations

import calendar
import copy
import datetime as dt
import itertools
import math
import operator
import pickle
import re
import typing
import warnings
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news._dates import (
    DATE_PATTERN,
    DAY_PATTERN,
    INTERVAL_PATTERN,
    Interval,
    PartialDate,
    Precision,
    parse_date,
    sort_key,
    text_for,
)
from venezuela_news._errors import InvalidStory
from venezuela_news._problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it still calls pyparsing by its old names
    from edtf_validate.valid_edtf import is_valid

# -- texts: legal ones, and others near them ------------------------------------------------------------

YEARS = st.sampled_from(["0001", "0004", "1900", "1958", "2000", "2018", "2019", "2020", "9999"])


def _days(first: dt.date, last: dt.date) -> st.SearchStrategy[str]:
    """Days from one to another; each is one choice, which is quick to draw."""
    return st.integers(first.toordinal(), last.toordinal()).map(lambda day: dt.date.fromordinal(day).isoformat())


DAYS = st.one_of(
    _days(dt.date.min, dt.date.max),
    _days(dt.date(2018, 12, 30), dt.date(2019, 1, 3)),
    st.sampled_from(["0001-01-01", "2019-01-23", "2020-02-29", "9999-12-31"]),
)
ZONES = st.sampled_from(["", "", "Z", "-04:00", "+14:00", "-14:00", "+05:30", "-00:30", "+09"])
SECONDS = st.integers(0, 86_399).map(lambda n: f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}")
CLOCKS = st.one_of(st.sampled_from(["00:00:00", "23:59:59"]), SECONDS)
PLAIN = st.one_of(YEARS, DAYS.map(lambda day: day[:7]), DAYS)
MARKED = st.builds(operator.add, PLAIN, st.sampled_from(["", "", "", "~", "?", "%"]))
TIMED = st.builds("{}T{}{}".format, DAYS, CLOCKS, ZONES)
SEASONS = st.builds("{}-{}".format, YEARS, st.integers(21, 24))
OPEN_DIGITS = st.one_of(
    st.sampled_from(["001X", "201X", "199X", "999X", "01XX", "19XX", "20XX", "99XX"]),
    st.builds("{}{}".format, YEARS, st.sampled_from(["-XX", "-XX-XX", "-01-XX", "-02-XX", "-12-XX"])),
)
DATES = st.one_of(MARKED, TIMED, SEASONS, OPEN_DIGITS)
ENDS = st.one_of(MARKED, SEASONS, st.sampled_from(["", ".."]))


def _span(text: str) -> tuple[int, int]:
    """The first and last day that a date without a time can have, by other means than the package's."""
    text = text.rstrip("~?%")
    low, high = int(text[:4].replace("X", "0")), int(text[:4].replace("X", "9"))
    shift = {False: 0, True: 400}[low < 2]  # December of the year 0 is in no calendar of Python's
    shift = -400 if high > 9998 else shift
    months = {"21": (3, 11), "22": (6, 14), "23": (3, 11), "24": (0, 14)}.get(text[5:7])
    first, last = months or ((int(text[5:7]),) * 2 if text[5:7].isdecimal() else (1, 12))
    (first_year, first_month), (last_year, last_month) = divmod(first - 1, 12), divmod(last - 1, 12)
    begin = dt.date(low + shift + first_year, first_month + 1, 1)
    last_day = calendar.monthrange(high + shift + last_year, last_month + 1)[1]
    end = dt.date(high + shift + last_year, last_month + 1, last_day)
    if text[8:].isdecimal() and text[8:]:
        begin = end = begin.replace(day=int(text[8:]))
    return begin.toordinal() - shift // 400 * 146_097, end.toordinal() - shift // 400 * 146_097


def _reversed(left: str, right: str) -> bool:
    """Whether the end of an interval certainly begins before its start does."""
    if not left.strip(".") or not right.strip("."):
        return False
    return _span(right)[re.search("-2[1-4]$", right) is not None] < _span(left)[0]


def _ordered(left: str, right: str) -> str:
    if not left and not right:
        left = ".."
    return f"{right}/{left}" if _reversed(left, right) else f"{left}/{right}"


INTERVALS = st.builds(_ordered, ENDS, ENDS)
TEXTS = st.one_of(DATES, INTERVALS)


@st.composite
def _mutants(draw: st.DrawFn) -> str:
    text = draw(st.one_of(TEXTS, TEXTS, st.builds("{}/{}".format, DATES, DATES)))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 2))
        text = text[:place] + draw(st.text("0123456789-:/.~?%TZ+X", max_size=2)) + text[place + cut :]
    return text


KNOWN = st.one_of(PLAIN, TIMED, st.builds(_ordered, PLAIN, PLAIN)).map(parse_date)
ANY = TEXTS.map(parse_date)


def _problem(text: object, make: Callable[[Any], object] = parse_date) -> Problem:
    with pytest.raises(InvalidStory) as caught:
        make(text)
    (problem,) = caught.value.problems
    return problem


def _legal(text: str) -> bool:
    try:
        parse_date(text)
    except InvalidStory:
        return False
    return True


# -- which texts are legal ------------------------------------------------------------------------------

# What the oracle takes and the design leaves out, each by name.
LIMITS = {
    "year 0000": re.compile(r"(?:^|/)0000|^000X|^00XX"),
    "negative years": re.compile(r"(?:^|/)-"),
    "years of more than four digits": re.compile(r"Y"),
    "the hour 24": re.compile(r"T24"),
    "level 2: seasons beyond 24": re.compile(r"[0-9]{4}-(?:2[5-9]|3[0-9]|4[01])(?![0-9-])"),
    "level 2: marks before the end of a date": re.compile(r"[~?%][0-9X-]|(?:^|/|-)[~?%]"),
    "level 2: marked seasons": re.compile(r"[0-9]{4}-2[1-4][~?%]"),
    "level 2: X for other digits": re.compile(r"X[0-9]|XXX|-[0-9]X|^[0-9]{2}[0-9X]X-|-XX-[0-9]"),
    "level 2: X in intervals": re.compile(r"X.*/|/.*X"),
}
# The oracle's own faults. EDTF is the Library of Congress's specification, and ISO 8601-2's profile.
FAULTS = {
    # EDTF, level 0, Date: a calendar date is one that exists. The oracle checks that within intervals alone.
    "February 29 of common years": lambda text: any(
        not calendar.isleap(int(year)) for year in re.findall(r"([0-9]{4})-02-29", text)
    ),
    # EDTF, level 0, Date and time: "complete representations for calendar date".
    "a time after a year or month": lambda text: re.match(r"[0-9]{4}(?:-[0-9]{2})?T", text) is not None,
    # EDTF, level 2: a date with marks on its parts. The oracle reads a mark as one of the last part and so, unlike
    # for whole dates, lets any month have a day 31.
    "day 31 of short months, marked": lambda text: re.search(r"-(?:(?:0[469]|11)-31|02-3[01])[~?%]", text) is not None,
}


def _dated_with_a_season(text: str) -> bool:
    """Whether an interval is one whose order the oracle tells by months of its own.

    EDTF, level 1, Seasons: "independent of location". To the oracle spring ends in May and winter comes last.
    """
    left, _, right = text.partition("/")
    return bool(left.strip(".") and right.strip(".")) and re.search(r"-2[1-4](?:/|$)", text) is not None


@given(_mutants())
def test_legality_is_the_oracles(text: str) -> None:
    """A text is a date just when edtf-validate says so, the design's limits and the oracle's named faults aside."""
    if any(limit.search(text) for limit in LIMITS.values()) or any(fault(text) for fault in FAULTS.values()):
        assert not _legal(text)
    elif not _dated_with_a_season(text):
        assert _legal(text) is bool(is_valid(text))


@given(st.one_of(SEASONS, MARKED), st.one_of(SEASONS, MARKED))
def test_an_interval_is_refused_where_it_is_certainly_reversed(left: str, right: str) -> None:
    """An end that must begin before the start is refused, and one that may not is taken, whatever the hemisphere."""
    assert _legal(f"{left}/{right}") is not _reversed(left, right)
    assert _legal(f"{left}/{right}") or _legal(f"{right}/{left}")


@given(TEXTS)
def test_legal_texts_are_the_oracles(text: str) -> None:
    """What the strategies call legal is legal to the parser and to edtf-validate alike."""
    assert _legal(text)
    assert is_valid(text) or _dated_with_a_season(text)


@pytest.mark.parametrize("text", ["2019-24/2019-21", "2019-23/2019-21", "2019-24/2019-06"])
def test_the_oracle_knows_seasons_of_the_north_alone(text: str) -> None:
    """The oracle refuses what is legal south of the equator, where autumn and winter come before spring."""
    assert not is_valid(text)
    assert _legal(text)


@pytest.mark.parametrize("text", ["2019-02-29", "1900-02-29", "2019T13:00:00Z", "2019-01T13:00:00", "2019-06-31~"])
def test_the_oracles_faults_stand(text: str) -> None:
    """The oracle takes each of these and is wrong: they are no dates."""
    assert is_valid(text)
    assert any(fault(text) for fault in FAULTS.values())
    assert not _legal(text)


@pytest.mark.parametrize("text", ["2019\n", "2019\t", "2019-01-23\r\n", "2019~\n", "2019-01-23T\t13:00:00Z"])
def test_white_space_is_no_part_of_a_date(text: str) -> None:
    """The oracle's parser skips tabs and line feeds, at the end above all; EDTF has them nowhere, and they are refused."""
    assert is_valid(text)
    assert not _legal(text)


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "-2019",
        "Y12019",
        "2019-25",
        "2019-21~",
        "2019-21~/2020",
        "2010/201X",
        "2019-XX/2020",
        "XXXX",
        "000X",
        "00XX",
        "1XXX",
        "20X9",
        "2019-1X",
        "2019-XX-23",
        "2019-01-23T24:00:00",
    ],
)
def test_the_designs_limits_hold(text: str) -> None:
    """What EDTF has beyond the design is refused."""
    assert is_valid(text)
    assert not _legal(text)


@given(st.one_of(_mutants(), st.text(max_size=30)))
def test_patterns_take_the_legal_texts(text: str) -> None:
    """The date pattern takes just the legal dates, and the interval pattern just legal and reversed intervals."""
    date = re.fullmatch(DATE_PATTERN, text) is not None
    interval = re.fullmatch(INTERVAL_PATTERN, text) is not None
    if _legal(text):
        assert (date, interval) == ("/" not in text, "/" in text)
    else:
        assert not date
        assert not interval or "its end begins before its start" in _problem(text).message


def test_the_pattern_knows_every_day() -> None:
    """The date pattern and the calendar agree on the length of February in every year, and of every month in one."""
    pattern = re.compile(DATE_PATTERN)
    for year in range(1, 10_000):
        assert (pattern.fullmatch(f"{year:04}-02-29") is not None) is calendar.isleap(year)
    for month in [*range(21), *range(25, 100)]:
        days = calendar.monthrange(2019, month)[1] if 1 <= month <= 12 else 0
        assert (pattern.fullmatch(f"2019-{month:02}") is not None) is (days > 0)
        for day in range(100):
            assert (pattern.fullmatch(f"2019-{month:02}-{day:02}") is not None) is (1 <= day <= days)


@pytest.mark.parametrize("pattern", [DATE_PATTERN, DAY_PATTERN, INTERVAL_PATTERN])
def test_patterns_keep_to_the_common_subset(pattern: str) -> None:
    """The patterns are anchored, and use no syntax that Python and ECMA-262 read differently."""
    assert pattern[0] == "^"
    assert pattern[-1] == "$"
    assert set(re.findall(r"\(\?.", pattern)) == {"(?:"}
    assert set(re.findall(r"\\.", pattern)) <= {r"\."}


# -- what is said about illegal texts -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message", "meant"),
    [
        ("spring 2019", "seasons are numbers, 21 to 24", "2019-21"),
        ("in the spring of 2019", "seasons are numbers, 21 to 24", "2019-21"),
        ("Fall 2018", "seasons are numbers, 21 to 24", "2018-23"),
        ("2019 winter", "seasons are numbers, 21 to 24", "2019-24"),
        ("the 1990s", "decades have an X for their last digit", "199X"),
        ("1990s", "decades have an X for their last digit", "199X"),
        ("1990's", "decades have an X for their last digit", "199X"),
        ("the 90s", "decades have an X for their last digit", "199X"),
        ("'20s", "decades have an X for their last digit", "192X or 202X"),
        ("1900s", "decades have an X for their last digit", "19XX or 190X"),
        ("20th century", "centuries have XX for their last digits", "19XX"),
        ("the 1st century", "centuries have XX for their last digits", "0001/0100"),
        ("Q3 2018", "parts of a year are intervals", "2018-07/2018-09"),
        ("2018-Q3", "parts of a year are intervals", "2018-07/2018-09"),
        ("2018Q3", "parts of a year are intervals", "2018-07/2018-09"),
        ("Q3/2018", "parts of a year are intervals", "2018-07/2018-09"),
        ("3Q 2018", "parts of a year are intervals", "2018-07/2018-09"),
        ("third quarter of 2018", "parts of a year are intervals", "2018-07/2018-09"),
        ("H1 2018", "parts of a year are intervals", "2018-01/2018-06"),
        ("2018-H2", "parts of a year are intervals", "2018-07/2018-12"),
        ("first half of 2018", "parts of a year are intervals", "2018-01/2018-06"),
        ("mid-2019", "parts of a year are intervals", "2019-05/2019-08"),
        ("today", "it depends on the day on which it is read", "2019-01-23"),
        ("yesterday", "it depends on the day on which it is read", "2019-01-23"),
        ("two weeks ago", "it depends on the day on which it is read", "2019-01-23"),
        ("last year", "it depends on the day on which it is read", "2019-01-23"),
        ("last summer", "it depends on the day on which it is read", "2019-22"),
        ("on Wednesday", "it names a day of the week, and not which one", "2019-01-23"),
        ("Wed", "it names a day of the week, and not which one", "2019-01-23"),
        ("January", "its year is missing", "2019-01"),
        ("winter", "its year is missing", "2019-24"),
        ("23 January", "its year is missing", "2019-01-23"),
        ("January 23rd", "its year is missing", "2019-01-23"),
        ("2019-1-23", "a month or day has one digit", "2019-01-23"),
        ("2019-1", "a month or day has one digit", "2019-01"),
        ("2019-01-3", "a month or day has one digit", "2019-01-03"),
        ("23 January 2019", "it is not written as EDTF writes it", "2019-01-23"),
        ("23rd of January, 2019", "it is not written as EDTF writes it", "2019-01-23"),
        ("January 23, 2019", "it is not written as EDTF writes it", "2019-01-23"),
        ("Wednesday, January 23, 2019", "it is not written as EDTF writes it", "2019-01-23"),
        ("Jan. 23, 2019", "it is not written as EDTF writes it", "2019-01-23"),
        ("2019 Jan 23", "it is not written as EDTF writes it", "2019-01-23"),
        ("23-Jan-2019", "it is not written as EDTF writes it", "2019-01-23"),
        ("January 2019", "it is not written as EDTF writes it", "2019-01"),
        ("Sept 2019", "it is not written as EDTF writes it", "2019-09"),
        ("23/01/2019", "slashes stand between the ends of intervals, not in dates", "2019-01-23"),
        ("04/03/2019", "slashes stand between the ends of intervals, not in dates", "2019-03-04 or 2019-04-03"),
        ("2019/01/23", "slashes stand between the ends of intervals, not in dates", "2019-01-23"),
        ("2019/01", "its parts are not separated by hyphens", "2019-01"),
        ("01/2019", "it is in no form that is read here", "2019-01"),
        ("23.01.2019", "the year does not come first", "2019-01-23"),
        ("2019.01.23", "its parts are not separated by hyphens", "2019-01-23"),
        ("20190123", "its parts are not separated", "2019-01-23"),
        ("2019-W04-3", "it counts weeks", "2019-01-23"),
        ("2019-W04", "it counts weeks", "2019-01-21/2019-01-27"),
        ("2019-023", "it counts the days of a year", "2019-01-23"),
        ("2019-01-23 13:00:00", "a blank stands between day and time", "2019-01-23T13:00:00"),
        ("2019-01-23T13:00", "its time has no seconds", "2019-01-23T13:00:00"),
        ("2019-01-23T13:00Z", "its time has no seconds", "2019-01-23T13:00:00Z"),
        ("2019-01-23T9:00:00Z", "it is in no form that is read here", "2019-01-23T09:00:00Z"),
        ("2019-01-23T13:00:00.5Z", "it has parts of a second", "2019-01-23T13:00:00Z"),
        ("2019-01-23T24:00:00", "there is no hour 24", "2019-01-24T00:00:00"),
        ("2019-01-23T23:59:60Z", "leap seconds are not told apart", "2019-01-23T23:59:59Z"),
        ("2019-01-23T13:00:00+00:00", "UTC is not written as a shift", "2019-01-23T13:00:00Z"),
        ("2019-01-23T13:00:00-0400", "there is no such zone", "2019-01-23T13:00:00-04:00"),
        ("2019-01-23t13:00:00Z", "'T' and 'Z' are capital letters", "2019-01-23T13:00:00Z"),
        ("2019-01-23T13:00:00z", "'T' and 'Z' are capital letters", "2019-01-23T13:00:00Z"),
        ("2019-01-23T13:00:00~", "a date with a time has a mark", "2019-01-23T13:00:00"),
        ("201x", "digits that are not known are written X", "201X"),
        ("199?", "digits that are not known are written X", "199X"),
        ("19??", "digits that are not known are written X", "19XX"),
        ("2019-??", "digits that are not known are written X", "2019-XX"),
        ("2019-01-uu", "digits that are not known are written X", "2019-01-XX"),
        ("201X~", "a date with an X takes no mark", "201X"),
        ("2019-XX?", "a date with an X takes no mark", "2019-XX"),
        ("2019-21~", "a season takes no mark", "2019-21"),
        ("2019-27", "27 is a season of EDTF's level 2", "2019-23"),
        ("2019-30", "30 is a season of EDTF's level 2", "2019-22"),
        ("2019-35", "35 is a season of EDTF's level 2", "2019-07/2019-09"),
        ("2019-38", "38 is a season of EDTF's level 2", "2019-05/2019-08"),
        ("2019-41", "41 is a season of EDTF's level 2", "2019-07/2019-12"),
        ("~2019", "a mark stands where none can", "2019~"),
        ("2019~?", "a mark stands where none can", "2019%"),
        ("2019?~", "a mark stands where none can", "2019%"),
        ("c. 1990", "that a date is approximate is told by a mark behind it", "1990~"),
        ("circa 1990", "that a date is approximate is told by a mark behind it", "1990~"),
        ("about 2013", "that a date is approximate is told by a mark behind it", "2013~"),
        ("about May 2013", "that a date is approximate is told by a mark behind it", "2013-05~"),
        ("2018-2019", "the ends of intervals have a slash between them", "2018/2019"),
        ("2018–2019", "the ends of intervals have a slash between them", "2018/2019"),
        ("2018 to 2019", "the ends of intervals have a slash between them", "2018/2019"),
        ("from 2018 to January 2019", "the ends of intervals have a slash between them", "2018/2019-01"),
        ("between 2018 and 2019", "the ends of intervals have a slash between them", "2018/2019"),
        ("since 2019", "the ends of intervals have a slash between them", "2019/.."),
        ("until March 2019", "the ends of intervals have a slash between them", "../2019-03"),
        ("January to March 2019", "it is not written as EDTF writes it", "2019-01/2019-03"),
        ("201X/..", 'its end "201X" has an X', "2010/.."),
        ("../199X", 'its end "199X" has an X', "../1999"),
        ("2019-XX/2020", 'its end "2019-XX" has an X', "2019/2020"),
        ("2019-01-XX/2019-02-XX", 'its end "2019-01-XX" has an X', "2019-01/2019-02"),
        ("January 2019/March 2019", "it is not written as EDTF writes it", "2019-01/2019-03"),
        ("Q3 2018/Q4 2018", "parts of a year are intervals", "2018-07/2018-12"),
        ("2019-01-23/01-25", "it is in no form that is read here", "2019-01-23/2019-01-25"),
        ("2019-01-23/25", "it is in no form that is read here", "2019-01-23/2019-01-25"),
        ("2019-01-23T13:00:00Z/..", 'its end "2019-01-23T13:00:00Z" has a time of day', "2019-01-23/.."),
        ("2019-01-23\n", "white space stands around it", "2019-01-23"),
        (" 2019", "white space stands around it", "2019"),
    ],
)
def test_a_hint_says_exactly_what_to_write(text: str, message: str, meant: str) -> None:
    """Where a text has one legal meaning, or two, the hint is to write that; what it says to write is legal."""
    problem = _problem(text)
    assert (problem.path, problem.rule, problem.value) == ((), "bad-date", text)
    assert problem.message.endswith(message)
    assert re.findall('"([^"]+)"', problem.hint) == meant.split(" or ")
    assert all(map(_legal, meant.split(" or ")))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "it is empty", "leave the field out"),
        ("unknown", "nothing is known", "leave the field out"),
        ("n/a", "nothing is known", "leave the field out"),
        ("XXXX", "nothing is known", "leave the field out"),
        ("2019-13", "there is no month 13", "01 to 12"),
        ("2019-00-01", "there is no month 00", "01 to 12"),
        ("2018-19", "there is no month 19", "01 to 12"),
        ("2019-21-05", "21 is a season, which has no days", "01 to 12"),
        ("2019-01-32", "there is no day 32", "01 to 31"),
        ("2019-02-30", "February has no day 30", "01 to 28"),
        ("2019-2-30", "one digit", "write two"),
        ("2019-02-29", "2019 is no leap year", "01 to 28"),
        ("2019-04-31", "its month has 30 days", "01 to 30"),
        ("31 June 2019", "in no form", "like '2019'"),
        ("9999-12-31T24:00:00", "there is no hour 24", "next day"),
        ("2019-02-29T24:00:00", "no leap year", "01 to 28"),
        ("2019-01-23T25:00:00", "there is no hour 25", "00 to 23"),
        ("2019-01-23T13:60:00", "there is no minute 60", "00 to 59"),
        ("2019-01-23T13:00:61", "there is no second 61", "00 to 59"),
        ("2019-01-23T13:00:00-15:00", "no such zone", "14:00"),
        ("2019-01T13:00:00Z", "a whole day before it", "after a day"),
        ("\n", "white space stands around it", "leave the white space out"),
        ("２０１９", "other than ASCII", "like '2019'"),
        ("2019-W54", "it counts weeks", "2019-01-23"),
        ("2019-366", "the days of a year", "2019-01-23"),
        ("0000-366", "the days of a year", "2019-01-23"),
        ("-0044", "signs", "0001 to 9999"),
        ("44 BC", "era", "0001 to 9999"),
        ("12021", "four digits", "0001 to 9999"),
        ("Y12019", "letters", "0001 to 9999"),
        ("0000", "no year 0000", "0001 to 9999"),
        ("000X", "no year 0000", "0001 to 9999"),
        ("00XX", "no year 0000", "0001 to 9999"),
        ("1XXX", "X do not stand", "'201X'"),
        ("20X9", "X do not stand", "'19XX'"),
        ("2019-1X", "X do not stand", "'2019-XX'"),
        ("2019-XX-23", "X do not stand", "'2019-01-XX'"),
        ("[2018, 2019]", "several dates", "two dates"),
        ("..", "the open end of an interval", "two dates"),
        ("2019~~", "a mark stands where none can", "at the end"),
        ("mayor 2019", "in no form", "like '2019'"),
        ("3,5", "in no form", "like '2019'"),
        ("the", "in no form", "like '2019'"),
        ("since " * 10, "white space", "leave the white space out"),
        ("since the flood", "in no form", "like '2019'"),
        ("2019" * 100, "in no form", "like '2019'"),
        ("2020/2019", "its end begins before its start", "the earlier date first"),
        ("2019-12/2019", "its end begins before its start", "as finely as the end"),
        ("2013~/2012?", "its end begins before its start", "the earlier date first"),
        ("2019-12/2019-21", "its end begins before its start", "the earlier date first"),
        ("/", "both ends are unknown", "leave the field out"),
        ("../2019-13", "there is no month 13", "01 to 12"),
        ("2019/2020/2021", "slashes", "like '2019'"),
        ("2019/" + "2" * 100, "in no form", "like '2019'"),
        ("2019-01-23T13:00:00/nonsense", "has a time of day", "write days"),
        ("201X/nonsense", "has an X", "like '2010/2019'"),
    ],
)
def test_frequent_mistakes_are_named(text: str, message: str, hint: str) -> None:
    """The message names the mistake, and the hint what to write."""
    problem = _problem(text)
    assert (problem.path, problem.rule, problem.value) == ((), "bad-date", text)
    assert message in problem.message
    assert hint in problem.hint


WORDS = st.sampled_from(
    "since until from to between and about c. ca the in on spring winter 2019 2018 Jan. May Monday Q3 H1 early 23 1st 90s"
    " – / - , 201x ? ~ .. XX ago week quarter of first".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
@example("since until " * 5)
@example("c–" * 31)
def test_what_a_hint_says_to_write_is_legal(text: str) -> None:
    """Every text in double quotes that a hint says to write is a date, however odd the words."""
    if not _legal(text):
        hint = _problem(text).hint
        assert all(map(_legal, re.findall('"([^"]+)"', hint))), hint


def test_each_class_names_the_other() -> None:
    """A date given an interval names Interval, and an interval given a date names PartialDate."""
    assert "Interval" in _problem("2019/2020", PartialDate).hint
    assert "PartialDate" in _problem("2019", Interval).hint
    assert "no month 13" in _problem("2019-13/2020", PartialDate).message


@pytest.mark.parametrize(
    ("value", "found", "hint"),
    [
        (None, "null (None)", "one like {}('2019-01-"),
        (20.19, "the number 20.19", "one like {}('2019-01-"),
        (True, "the boolean true", "one like {}('2019-01-"),
        (2, "the number 2", "one like {}('2019-01-"),
        (b"2019", "a bytes", "one like {}('2019-01-"),
        (["2019"], "a list", "one like {}('2019-01-"),
        (2019, "the number 2019", "{}('2019')"),
        (20190123, "the number 20190123", "{}('2019-01-23')"),
        (dt.date(2019, 1, 23), "a date", "{}('2019-01-23')"),
        (dt.datetime(2019, 1, 23, 13, tzinfo=dt.UTC), "a datetime", "{}('2019-01-23T13:00:00Z')"),
    ],
)
@pytest.mark.parametrize("call", [PartialDate, Interval, parse_date])
def test_a_date_is_read_from_a_text(call: Callable[[Any], object], value: object, found: str, hint: str) -> None:
    """What is no text is a TypeError that names the argument, what was given and what to write."""
    name = call.__name__
    if call is Interval:
        hint = "one like {}('2019-01-10/2019-01-23')"
    with pytest.raises(TypeError) as caught:
        call(value)
    assert str(caught.value).startswith(f"the argument 'text' is {found}; give a text: {hint.format(name)}")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2019, "2019"),
        (20190123, "2019-01-23"),
        (20190231, None),
        (12345, None),
        (999, None),
        (True, None),
        (2019.0, None),
        (dt.datetime(2019, 1, 23, 13, tzinfo=dt.UTC), "2019-01-23T13:00:00Z"),
        (dt.datetime(2019, 1, 23, 13, tzinfo=dt.timezone(dt.timedelta(seconds=7))), None),
        ("2019/..", "2019/.."),
        ("soon", None),
        (None, None),
    ],
)
def test_the_text_for_a_value(value: object, text: str | None) -> None:
    """Years, days and times of other types have a text to be written as; other values have none."""
    assert text_for(value) == text


@given(st.one_of(st.text(), _mutants()))
def test_no_text_is_a_traceback(text: str) -> None:
    """Each class either reads a text or refuses it with one problem, whose words are printable."""
    for make in (PartialDate, Interval, parse_date):
        try:
            assert str(make(text)) == text
        except InvalidStory as error:
            (problem,) = error.problems
            assert problem.rule == "bad-date"
            assert str(problem).isprintable()


@pytest.mark.parametrize(
    ("value", "hint"),
    [("2019", 'quote it: "2019"'), ("20190123", 'quote it: "2019-01-23"')],
)
def test_a_year_without_quotes_is_to_be_quoted(value: str, hint: str) -> None:
    """In JSON and YAML a year without quotes is a number; the hint is the text to write."""
    head = {
        "schema_version": 1,
        "id": "a",
        "title": "A",
        "summary": "So it is.",
        "language": "en",
        "as_of": "2019-01-23",
    }
    document = head | {"events": [{"id": "e", "label": "It happened.", "when": int(value)}]}
    (problem,) = vn.check(document)
    assert (problem.rule, problem.pointer, problem.hint) == ("wrong-type", "/events/0/when", hint)
    yaml = "\n".join(f"{key}: {text}" for key, text in head.items()).replace("2019-01-23", value) + "\n"
    (problem,) = vn.check(yaml.encode(), format="yaml")
    assert (problem.rule, problem.pointer, problem.hint) == ("wrong-type", "/as_of", hint)


# -- values ---------------------------------------------------------------------------------------------


def test_parts() -> None:
    """A date gives its parts as numbers, its zone as written, and what finer parts it lacks as None."""
    second = PartialDate("2019-01-23T13:02:05-04:00")
    assert (second.year, second.month, second.day, second.hour, second.minute, second.second) == (2019, 1, 23, 13, 2, 5)
    assert (second.zone, second.precision) == ("-04:00", Precision.SECOND)
    year = PartialDate("2019~")
    assert (year.year, year.month, year.day, year.hour, year.minute, year.second) == (2019, *[None] * 5)
    assert (year.zone, year.precision) == (None, Precision.YEAR)
    assert (PartialDate("2019-01?").month, PartialDate("2019-01?").day) == (1, None)
    assert [PartialDate(f"2019-01-23T13:00:00{zone}").zone for zone in ("", "Z", "+09")] == [None, "Z", "+09"]


@pytest.mark.parametrize(
    ("text", "precision", "year", "season", "month", "day", "window"),
    [
        ("19XX", Precision.CENTURY, None, None, None, None, False),
        ("201X", Precision.DECADE, None, None, None, None, False),
        ("2019", Precision.YEAR, 2019, None, None, None, False),
        ("2019-XX", Precision.YEAR, 2019, None, None, None, True),
        ("2019-XX-XX", Precision.YEAR, 2019, None, None, None, True),
        ("2019-21", Precision.SEASON, 2019, 21, None, None, True),
        ("2019-12%", Precision.MONTH, 2019, None, 12, None, False),
        ("2019-12-XX", Precision.MONTH, 2019, None, 12, None, True),
        ("2019-12-24?", Precision.DAY, 2019, None, 12, 24, False),
        ("2019-12-24T21:22:23Z", Precision.SECOND, 2019, None, 12, 24, False),
    ],
)
def test_what_is_given_of_a_date(
    text: str,
    precision: Precision,
    year: int | None,
    season: int | None,
    month: int | None,
    day: int | None,
    window: bool,
) -> None:
    """The precision is the finest part that is given; X gives none, and makes a window of a month or day."""
    date = PartialDate(text)
    assert (date.precision, date.year, date.season, date.month, date.day) == (precision, year, season, month, day)
    assert date.window is window


@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"),
    [("", False, False), ("~", True, False), ("?", False, True), ("%", True, True)],
)
def test_marks(mark: str, approximate: bool, uncertain: bool) -> None:
    """A tilde is approximate, a question mark uncertain, a percent sign both; any of them hides both bounds."""
    date = PartialDate(f"2019-01-23{mark}")
    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    assert (date.earliest is None, date.latest is None) == (mark != "", mark != "")


def test_interval_parts() -> None:
    """An interval gives its ends as dates, and tells open ends from unknown ones."""
    closed = Interval("2018~/2019-01-23")
    assert (closed.start, closed.end) == (PartialDate("2018~"), PartialDate("2019-01-23"))
    for text, flags in {
        "2018/2019": (False, False, False, False),
        "../2019": (True, False, False, False),
        "2019/..": (False, True, False, False),
        "/2019": (False, False, True, False),
        "2019/": (False, False, False, True),
        "../..": (True, True, False, False),
        "../": (True, False, False, True),
        "/..": (False, True, True, False),
    }.items():
        term = Interval(text)
        assert (term.open_start, term.open_end, term.unknown_start, term.unknown_end) == flags
        assert (term.start is None, term.end is None) == (text[0] in "./", text[-1] in "./")


@given(TEXTS, TEXTS)
def test_equality_is_of_texts(a: str, b: str) -> None:
    """Dates are equal, and hash alike, just when they are written alike."""
    assert (parse_date(a) == parse_date(b)) is (a == b)
    assert (hash(parse_date(a)) == hash(parse_date(b))) or a != b
    assert parse_date(a) != a


@given(ANY)
def test_copies_are_equal(date: PartialDate | Interval) -> None:
    """Copies, pickles, the repr evaluated and the text read again are the same date with the same bounds."""
    twins = [
        copy.copy(date),
        copy.deepcopy(date),
        *(pickle.loads(pickle.dumps(date, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)),
        eval(repr(date), {"PartialDate": PartialDate, "Interval": Interval}),
        parse_date(str(date)),
        attrs.evolve(date),
    ]
    for twin in twins:
        assert twin == date
        assert hash(twin) == hash(date)
        assert (twin.earliest, twin.latest) == (date.earliest, date.latest)


@given(ANY)
def test_a_date_gives_nothing_but_its_text(date: PartialDate | Interval) -> None:
    """To attrs, and so to what serializes attrs classes, a date is its text and nothing else."""
    assert attrs.asdict(date) == {"text": date.text}
    assert attrs.astuple(date) == (date.text,)


@pytest.mark.parametrize("cls", [PartialDate, Interval])
def test_annotations_can_be_read_at_run_time(cls: type) -> None:
    """Type hints of the classes, of all their methods and properties, and of parse_date resolve."""
    assert typing.get_type_hints(cls)["text"] is str
    assert typing.get_type_hints(parse_date) == {"text": str, "return": PartialDate | Interval}
    for name in ("before", "after", "covers", "overlaps"):
        assert typing.get_type_hints(getattr(cls, name))["other"] == PartialDate | Interval
    properties = [value for base in cls.__mro__ for value in vars(base).values() if isinstance(value, property)]
    assert len(properties) > 5
    assert all("return" in typing.get_type_hints(found.fget) for found in properties)


@pytest.mark.parametrize("date", [PartialDate("2019~"), Interval("2018/2019")])
def test_dates_are_frozen_slotted_and_unordered(date: Any) -> None:
    """A date takes no new value and no new attribute, and has no less-than."""
    for name in ("text", "_bounds"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(date, name, "2020")
    assert not hasattr(date, "__dict__")
    assert not hasattr(date, "__weakref__")
    with pytest.raises(TypeError):
        assert date < date
    assert repr(PartialDate("2019~")) == "PartialDate('2019~')"


def test_a_subclass_of_text_is_made_plain() -> None:
    """A date holds exactly a text, so that nothing else is pickled with it."""

    class Loud(str):
        __slots__ = ()

        def __str__(self) -> str:
            return "loud"

    for make, text in ((PartialDate, "2019"), (Interval, "2019/..")):
        date = make(Loud(text))
        assert type(date.text) is str
        assert date == make(text)


# -- bounds ---------------------------------------------------------------------------------------------


def _utc(year: int, month: int = 1, day: int = 1, *time: int) -> dt.datetime:
    return dt.datetime(year, month, day, *time, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019", _utc(2018, 12, 31, 10), _utc(2020, 1, 1, 11, 59, 59)),
        ("2019-02", _utc(2019, 1, 31, 10), _utc(2019, 3, 1, 11, 59, 59)),
        ("2020-02", _utc(2020, 1, 31, 10), _utc(2020, 3, 1, 11, 59, 59)),
        ("1900-02", _utc(1900, 1, 31, 10), _utc(1900, 3, 1, 11, 59, 59)),
        ("2019-01-23", _utc(2019, 1, 22, 10), _utc(2019, 1, 24, 11, 59, 59)),
        ("2019-01-23T13:00:00", _utc(2019, 1, 22, 23), _utc(2019, 1, 24, 1)),
        ("2019-01-23T13:00:00Z", _utc(2019, 1, 23, 13), _utc(2019, 1, 23, 13)),
        ("2019-01-23T13:02:05-04:00", _utc(2019, 1, 23, 17, 2, 5), _utc(2019, 1, 23, 17, 2, 5)),
        ("2019-01-23T13:00:00+05:30", _utc(2019, 1, 23, 7, 30), _utc(2019, 1, 23, 7, 30)),
        ("2019-01-23T13:00:00+09", _utc(2019, 1, 23, 4), _utc(2019, 1, 23, 4)),
        ("0001", _utc(1, 1, 1), _utc(2, 1, 1, 11, 59, 59)),
        ("9999", _utc(9998, 12, 31, 10), _utc(9999, 12, 31, 23, 59, 59)),
        ("0001-01-01T00:00:00+14:00", _utc(1, 1, 1), _utc(1, 1, 1)),
        ("9999-12-31T23:59:59-14:00", _utc(9999, 12, 31, 23, 59, 59), _utc(9999, 12, 31, 23, 59, 59)),
        ("2019~", None, None),
        ("19XX", _utc(1899, 12, 31, 10), _utc(2000, 1, 1, 11, 59, 59)),
        ("201X", _utc(2009, 12, 31, 10), _utc(2020, 1, 1, 11, 59, 59)),
        ("99XX", _utc(9899, 12, 31, 10), _utc(9999, 12, 31, 23, 59, 59)),
        ("2019-XX", _utc(2018, 12, 31, 10), _utc(2020, 1, 1, 11, 59, 59)),
        ("2019-XX-XX", _utc(2018, 12, 31, 10), _utc(2020, 1, 1, 11, 59, 59)),
        ("2019-02-XX", _utc(2019, 1, 31, 10), _utc(2019, 3, 1, 11, 59, 59)),
        ("2019-21", _utc(2019, 2, 28, 10), _utc(2019, 12, 1, 11, 59, 59)),
        ("2019-22", _utc(2019, 5, 31, 10), _utc(2020, 3, 1, 11, 59, 59)),
        ("2018-22", _utc(2018, 5, 31, 10), _utc(2019, 3, 1, 11, 59, 59)),
        ("2019-23", _utc(2019, 2, 28, 10), _utc(2019, 12, 1, 11, 59, 59)),
        ("2019-24", _utc(2018, 11, 30, 10), _utc(2020, 3, 1, 11, 59, 59)),
        ("0001-24", _utc(1, 1, 1), _utc(2, 3, 1, 11, 59, 59)),
        ("9999-24", _utc(9998, 11, 30, 10), _utc(9999, 12, 31, 23, 59, 59)),
        ("2018-21/2019-24", _utc(2018, 2, 28, 10), _utc(2020, 3, 1, 11, 59, 59)),
        ("2018/2019-01", _utc(2017, 12, 31, 10), _utc(2019, 2, 1, 11, 59, 59)),
        ("2018~/2019-01", None, _utc(2019, 2, 1, 11, 59, 59)),
        ("2018/2019-01~", _utc(2017, 12, 31, 10), None),
        ("2019-01-10/..", _utc(2019, 1, 9, 10), None),
        ("2019-01-10/", _utc(2019, 1, 9, 10), None),
        ("/2019-01", None, _utc(2019, 2, 1, 11, 59, 59)),
        ("../..", None, None),
    ],
)
def test_bounds(text: str, earliest: dt.datetime | None, latest: dt.datetime | None) -> None:
    """Bounds are inclusive seconds in UTC, over all zones where none is given, and within datetime's range."""
    date = parse_date(text)
    assert (date.earliest, date.latest) == (earliest, latest)
    assert all(bound.tzinfo is dt.UTC for bound in (date.earliest, date.latest) if bound is not None)


@given(
    st.datetimes(_utc(2).replace(tzinfo=None), _utc(9998).replace(tzinfo=None)),
    st.sampled_from(["Z", "-04:00", "+05:30"]),
)
def test_zoned_seconds_are_what_datetime_says(moment: dt.datetime, zone: str) -> None:
    """A second with a zone is the moment that the standard library reads from it."""
    text = moment.isoformat(timespec="seconds") + zone
    assert PartialDate(text).earliest == PartialDate(text).latest == dt.datetime.fromisoformat(text)


@given(ANY)
def test_bounds_are_in_order(date: PartialDate | Interval) -> None:
    """No date ends before it begins."""
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


# -- questions ------------------------------------------------------------------------------------------

NEAR = st.sampled_from(
    [
        "2018",
        "2018-12",
        "2019-01",
        "2019-01-01",
        "2019-01-02",
        "2019-01-03",
        "2019-01-02~",
        "2019-01-02T12:00:00Z",
        "2019-01-02T12:00:01Z",
        "2019-01-02T12:00:00",
        "2019-01-01T23:59:59-12:00",
        "2019-01-03T00:00:00+14:00",
        "2019-01-01/2019-01-02",
        "2019-01-02/..",
        "2019-01-02/",
        "../2019-01-02",
        "/2019-01-02",
        "../..",
        "../",
        "/..",
        "2019-01-01~/2019-01-03",
        "2019-01-01/2019-01-03~",
        "201X",
        "20XX",
        "2019-XX",
        "2019-XX-XX",
        "2019-01-XX",
        "2018-22",
        "2019-24",
        "2018-22/2019-01-02",
        "2019-01-02/2019-24",
        "0001",
        "9999",
        "0001-01-01T00:00:00+14:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-14:00",
        "9999-12-31T23:59:59Z",
    ]
).map(parse_date)
EITHER = st.one_of(NEAR, ANY)


@given(EITHER)
def test_before_is_irreflexive(date: PartialDate | Interval) -> None:
    """Nothing is before or after itself."""
    assert date.before(date) is not True
    assert date.after(date) is not True


@given(EITHER, EITHER)
def test_before_is_asymmetric(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """What is before something is certainly not after it."""
    if a.before(b):
        assert b.before(a) is False


@given(EITHER, EITHER)
def test_after_is_before_turned_round(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """After answers what before answers with the two exchanged."""
    assert a.after(b) is b.before(a)


@given(NEAR, NEAR, NEAR)
def test_before_is_transitive(a: PartialDate | Interval, b: PartialDate | Interval, c: PartialDate | Interval) -> None:
    """Of three dates in a row the first is before the third, dates and times mixed."""
    for x, y, z in ((a, b, c), (b, c, a), (c, a, b), (a, c, b), (c, b, a), (b, a, c)):
        if x.before(y) and y.before(z):
            assert x.before(z) is True


@given(EITHER, EITHER)
def test_before_by_bounds_is_before(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """What ends before the other begins in every zone is before it."""
    if a.latest is not None and b.earliest is not None and a.latest < b.earliest:
        assert a.before(b) is True


@given(EITHER, EITHER)
def test_before_and_overlaps_exclude_each_other(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """What is before something shares no second with it, and what is known not to share one comes first or last."""
    if a.before(b):
        assert a.overlaps(b) is False
    if a.overlaps(b) is False:
        assert a.before(b) or b.before(a)


@given(EITHER, EITHER)
def test_overlaps_is_symmetric(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """Sharing a second is mutual."""
    assert a.overlaps(b) is b.overlaps(a)


@given(KNOWN)
def test_covers_is_reflexive_where_all_is_known(date: PartialDate | Interval) -> None:
    """A date covers and overlaps itself, but for a time without a zone, which may be told in two."""
    floating = "T" in date.text and date.zone is None
    assert date.covers(date) is (None if floating else True)
    assert date.overlaps(date) is (None if floating else True)


@given(NEAR, NEAR, NEAR)
def test_covers_is_transitive(a: PartialDate | Interval, b: PartialDate | Interval, c: PartialDate | Interval) -> None:
    """What covers a cover covers what that covers."""
    for x, y, z in ((a, b, c), (b, c, a), (c, a, b), (a, c, b), (c, b, a), (b, a, c)):
        if x.covers(y) and y.covers(z):
            assert x.covers(z) is True


@given(EITHER, EITHER)
def test_covers_implies_overlaps(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """What covers something shares a second with it."""
    if a.covers(b):
        assert a.overlaps(b) is True


# -- questions against brute force ----------------------------------------------------------------------

QUESTIONS = ("before", "after", "covers", "overlaps")
FAR = 10**7
#: Dates without a time, close to each other, so that their bounds meet in every way.
CLOSE_DAYS = _days(dt.date(2018, 11, 29), dt.date(2019, 3, 2))
CLOSE_PLAIN = st.one_of(CLOSE_DAYS, CLOSE_DAYS.map(lambda day: day[:7]), st.sampled_from(["2018", "2019"]))
CLOSE_SEASONS = st.builds("{}-{}".format, st.integers(2017, 2019), st.integers(21, 24))
CLOSE_WINDOWS = st.one_of(
    CLOSE_SEASONS,
    st.sampled_from(["2018-XX", "2019-XX", "2018-XX-XX", "2019-XX-XX"]),
    CLOSE_DAYS.map(lambda day: f"{day[:7]}-XX"),
)
CLOSE_ENDS = st.one_of(CLOSE_PLAIN, CLOSE_SEASONS, st.sampled_from(["", "..", "2018~", "2019-01?"]))
CLOSE = st.one_of(
    CLOSE_PLAIN,
    CLOSE_WINDOWS,
    st.builds(_ordered, CLOSE_ENDS, CLOSE_ENDS),
    st.sampled_from(["2019-01~", "201X", "200X", "20XX"]),
)


def _end_readings(text: str, at_start: bool, points: set[float]) -> list[float]:
    """The days that one end of an interval may mean, as far as they lie otherwise to the points."""
    if text == "..":
        return [-math.inf if at_start else math.inf]
    if not text or text[-1] in "~?%":
        return [*points, -math.inf, math.inf]
    low, high = _span(text)
    if re.search("-2[1-4]$", text):
        return [point for point in points if low <= point <= high]
    return [low if at_start else high]


def _readings(text: str, points: set[float]) -> set[tuple[float, float]]:
    """Every span of days that a date may mean: first and last."""
    if "/" in text or text[-1] in "~?%":
        left, right = text.split("/") if "/" in text else ("", "")
        ends = itertools.product(_end_readings(left, True, points), _end_readings(right, False, points))
        return {(first, last) for first, last in ends if first <= last}
    low, high = _span(text)
    within = [point for point in points if low <= point <= high]
    if re.search("-2[1-4]$", text):
        return {(first, last) for first in within for last in within if first <= last}
    if text.endswith("XX") and len(text) == 10:
        return {(day, day) for day in within}
    if text.endswith("-XX"):
        return {_span(f"{text[:4]}-{month:02}") for month in range(1, 13)}
    return {(low, high)}


def _points(*texts: str) -> set[float]:
    """The first and last day of every date in some texts, the days around them, and two that are far away."""
    dated = [end for text in texts for end in text.split("/") if end.strip(".")]
    bounds = [bound for text in dated for bound in _span(text)]
    return {-FAR, FAR, *(bound + step for bound in bounds for step in (-1, 0, 1))}


def _kleene(*, always: bool, never: bool) -> bool | None:
    return True if always else False if never else None


def _expected(a: set[tuple[float, float]], b: set[tuple[float, float]]) -> dict[str, bool | None]:
    """What is true of all readings of two dates, and what of none."""
    pairs = list(itertools.product(a, b))
    cover = [x[0] <= y[0] and y[1] <= x[1] for x, y in pairs]
    share = [x[0] <= y[1] and y[0] <= x[1] for x, y in pairs]
    return {
        "before": _kleene(
            always=all(x[1] < y[0] for x, y in pairs),
            # A date may mean any part of its span, but for what goes on for ever: that does until the end of time.
            never=all(x[1] == math.inf or y[0] == -math.inf or x[0] > y[1] for x, y in pairs),
        ),
        "covers": _kleene(always=all(cover), never=not any(cover)),
        "overlaps": _kleene(always=all(share), never=not any(share)),
    }


@given(CLOSE, CLOSE)
@example("2019-21", "2019-21")
@example("2019-XX", "2019-01-15/2019-02-15")
@example("2018-21/2019-24", "2019-01")
def test_answers_are_those_of_brute_force(left: str, right: str) -> None:
    """An answer is true of all that two dates may mean, or of none; and where it can be told, it is.

    Of XX, a day or month that is not told, some answers that could be told are not: the design says so.
    """
    a, b = parse_date(left), parse_date(right)
    points = _points(left, right)
    expected = _expected(_readings(left, points), _readings(right, points))
    for question, answer in expected.items():
        found = getattr(a, question)(b)
        assert found in ((answer, None) if "-XX" in left + right else (answer,)), question


@given(CLOSE_WINDOWS, CLOSE)
def test_windows(window: str, other: str) -> None:
    """A window covers nothing for certain, overlaps only what covers its bounds, and is before what those are before."""
    date, bounds = PartialDate(window), _bounds_of(window)
    asked = parse_date(other)
    assert date.window
    assert date.covers(asked) is not True
    if not isinstance(asked, PartialDate) or not asked.window:
        assert (date.overlaps(asked) is True) is (asked.covers(bounds) is True)
        assert (date.before(asked), date.after(asked)) == (bounds.before(asked), bounds.after(asked))


def _bounds_of(window: str) -> Interval:
    """The interval between the outer bounds of a window."""
    return Interval("/".join(dt.date.fromordinal(day).isoformat() for day in _span(window)))


@st.composite
def _told_and_learned(draw: st.DrawFn) -> tuple[str, str]:
    """A date that leaves something open, and one that it may turn out to be."""
    day = draw(CLOSE_DAYS)
    month, year = day[:7], day[:4]
    seasons = [f"{near}-{number}" for near in (int(year) - 1, int(year)) for number in range(21, 25)]
    season = draw(st.sampled_from([one for one in seasons if _span(one)[0] <= _span(month)[0] <= _span(one)[1]]))
    date, other = draw(CLOSE_PLAIN), draw(CLOSE_PLAIN)
    start, end = _ordered(date, other).split("/")
    return draw(
        st.sampled_from(
            [
                (f"{month}-XX", day),
                (f"{year}-XX-XX", day),
                (f"{year}-XX", month),
                (season, day),
                (season, month),
                (f"{season}/..", f"{day}/.."),
                (f"{date}~", other),
                (f"{start}/", f"{start}/{end}"),
                (f"{start}/{end}?", f"{start}/{end}"),
                (f"/{end}", f"{start}/{end}"),
                (f"/{end}", f"../{end}"),
                (f"{start}/", f"{start}/.."),
                (f"{day}T12:00:00", f"{day}T12:00:00-04:00"),
                (f"{day}T12:00:00", f"{day}T12:00:00+14:00"),
            ]
        )
    )


@given(_told_and_learned(), st.one_of(NEAR, CLOSE.map(parse_date)))
def test_certain_answers_survive_what_is_learned(texts: tuple[str, str], other: PartialDate | Interval) -> None:
    """When what was open becomes known, an answer that was certain stays, asked either way."""
    told, learned = map(parse_date, texts)
    for question in QUESTIONS:
        answer, turned = getattr(told, question)(other), getattr(other, question)(told)
        assert answer in (None, getattr(learned, question)(other)), question
        assert turned in (None, getattr(other, question)(learned)), question


@given(CLOSE_PLAIN, CLOSE_DAYS, CLOCKS, st.sampled_from(["Z", "-04:00", "+14:00", "-12:00"]))
def test_what_is_said_of_a_time_holds_in_every_zone(text: str, day: str, time: str, zone: str) -> None:
    """Between a date without a zone and a moment, an answer holds whatever the zone of the date is."""
    asked = parse_date(f"{day}T{time}{zone}")
    moment = asked.earliest
    assert moment is not None
    first, last = (dt.datetime.fromordinal(bound).replace(tzinfo=dt.UTC) for bound in _span(text))
    last += dt.timedelta(days=1, seconds=-1)
    begins, ends = zip(
        *((first - shift, last - shift) for shift in (dt.timedelta(hours=n) for n in range(-12, 15))), strict=True
    )
    date = parse_date(text)
    held = [begin <= moment <= end for begin, end in zip(begins, ends, strict=True)]
    assert date.covers(asked) is _kleene(always=all(held), never=not any(held))
    assert date.overlaps(asked) is date.covers(asked)
    assert asked.covers(date) is False
    assert (date.before(asked) is True) is all(end < moment for end in ends)
    assert (date.after(asked) is True) is all(begin > moment for begin in begins)


@pytest.mark.parametrize(
    ("a", "question", "b", "answer"),
    [
        ("2019-01-22", "before", "2019-01-23", True),
        ("2019-01-23", "before", "2019-01-22", False),
        ("2019-01-23", "before", "2019", None),
        ("2019-01-23", "before", "2019-01-23T23:00:00Z", None),
        ("2019-01-22", "before", "2019-01-23T11:59:59Z", None),
        ("2019-01-22", "before", "2019-01-23T12:00:00Z", True),
        ("2019-01-23T12:00:00Z", "before", "2019-01-23T12:00:00Z", False),
        ("2019-01-23T12:00:00", "before", "2019-01-23T12:00:01", None),
        ("2013~", "before", "2019", None),
        ("2013~", "before", "../2019", False),
        ("2019/..", "before", "2030~", False),
        ("2019/", "before", "2018", False),
        ("2019/", "before", "2030", None),
        ("../2018", "before", "2019/..", True),
        ("0001-01-01T00:00:00+14:00", "before", "0001-01-01T00:00:00Z", True),
        ("2019-01-10/..", "after", "2018-12-31", True),
        ("2019", "covers", "2019-01-23", True),
        ("2019-01-23", "covers", "2019", False),
        ("2019-01-23", "covers", "2019-01-23T13:00:00-04:00", None),
        ("2019-01-23", "covers", "2019-01-23T13:00:00", None),
        ("2019-01", "covers", "2019-01-23T13:00:00-04:00", True),
        ("2019-01-23", "covers", "2019-01-26T13:00:00-04:00", False),
        ("2019-01-23T13:00:00-04:00", "covers", "2019-01-23", False),
        ("2019-01-23T13:00:00-04:00", "covers", "2019-01-23T17:00:00Z", True),
        ("2019-01-10/..", "covers", "2019-01-23", True),
        ("2019-01-10/", "covers", "2019-01-10", True),
        ("2019-21/2019-11-30", "covers", "2019-11-30", True),
        ("2019-01-10/", "covers", "2019-01-23", None),
        ("2019-01-10/", "covers", "2019-01-09", False),
        ("2019-01-10/..", "covers", "/2019-01-09", False),
        ("../..", "covers", "2013~", True),
        ("201X", "covers", "2013", True),
        ("201X", "covers", "2013~", None),
        ("19XX", "covers", "195X", True),
        ("195X", "before", "2019-21", True),
        ("2019-21", "before", "2019-12", True),
        ("2019-21", "before", "2019-11-30", None),
        ("2019-24", "after", "2018-11", True),
        ("2019-22", "overlaps", "2020-01", None),
        ("2019-22", "overlaps", "2020-03", False),
        ("2019-21", "overlaps", "2019", True),
        ("2019-21", "covers", "2019-04", None),
        ("2019-21", "covers", "2019", False),
        ("2019-21", "covers", "2019-21", None),
        ("2019", "covers", "2019-21", True),
        ("2019", "covers", "2019-22", None),
        ("2019-06-XX", "covers", "2019-06-05", None),
        ("2019-06-XX", "covers", "2019-06-05/2019-06-06", False),
        ("2019-XX", "covers", "2019-06", None),
        ("2019-XX", "covers", "2019-06/2019-07", False),
        ("2019-06", "covers", "2019-06-XX", True),
        ("2019-21/2020", "covers", "2019-12", True),
        ("2019-21/2020", "covers", "2019-11", None),
        ("2019-21/2020", "covers", "2019-11-30", True),
        ("2013~", "covers", "2013~", None),
        ("2019-01-22", "overlaps", "2019-01-23", False),
        ("2019-01", "overlaps", "2019-01-23/..", True),
        ("2019-01-10/", "overlaps", "2018", False),
        ("2019-01-10/", "overlaps", "2019-01-10", True),
        ("2019-01-10/", "overlaps", "2019-01-11", None),
        ("2019-01-10/", "overlaps", "2019-01-09/", None),
        ("/2019-01-10", "overlaps", "/2019-01-09", None),
        ("../2019-01-10", "overlaps", "/2019-01-09", True),
    ],
)
def test_answers(a: str, question: str, b: str, answer: bool | None) -> None:
    """The answers that a reader expects."""
    assert getattr(parse_date(a), question)(parse_date(b)) is answer


@pytest.mark.parametrize("question", ["before", "after", "covers", "overlaps"])
@pytest.mark.parametrize(
    ("value", "found", "hint"),
    [
        ("2019", 'the text "2019"', "PartialDate('2019')"),
        ("2019/..", 'the text "2019/.."', "Interval('2019/..')"),
        (dt.date(2019, 1, 23), "a date", "PartialDate('2019-01-23')"),
        (2019, "the number 2019", "PartialDate('2019')"),
        ("soon", 'the text "soon"', "one like PartialDate('2019-01-23')"),
        (None, "null (None)", "one like PartialDate('2019-01-23')"),
    ],
)
def test_questions_are_about_dates(question: str, value: object, found: str, hint: str) -> None:
    """Asked about what is no date, a date says what it compares with, what was given and what to write."""
    with pytest.raises(TypeError) as caught:
        getattr(PartialDate("2019"), question)(value)
    message = f"the argument 'other' is {found}; give a PartialDate or an Interval: {hint}"
    assert str(caught.value) == message


# -- in a line ------------------------------------------------------------------------------------------


@given(EITHER, EITHER)
def test_a_line_keeps_to_what_is_before(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """What is certainly before something stands before it, two times of different zones aside."""
    keys = sort_key(a), sort_key(b)
    if a.before(b) and None not in keys and not ("T" in a.text and "T" in b.text):
        assert keys[0] < keys[1]


def test_a_line_of_dates() -> None:
    """Dates stand by their earliest day, the coarser first, then by their moment; intervals by a date that they have."""
    texts = """
        19XX 1958 198X 2018-24 2018 2018-22 201X 2018-12-31 20XX /2019 2019 2019~ 2019-XX 2019-XX-XX 2019-01 2019-01-XX 2019-01-01
        2019-01-01T09:00:00-04:00 2019-01-01T10:00:00-04:00 2019-01-02 ../2019-01-03 /2019-01-04 2019-01-05/.. 2019-21
        2019-03 2019-03-01/2019-04
    """.split()
    texts.remove("201X")
    texts.remove("20XX")
    texts.insert(texts.index("2018-24"), "20XX")
    texts.insert(texts.index("2018-24"), "201X")
    keys = [sort_key(parse_date(text)) for text in texts]
    assert None not in keys
    assert keys == sorted(keys)
    assert [sort_key(parse_date(text)) for text in ("../..", "/..", "../")] == [None] * 3
