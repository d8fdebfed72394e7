"""Laws and examples of dates and intervals."""

from __future__ import annotations

import calendar
import copy
import datetime as dt
import operator
import pickle
import re
import warnings
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from venezuela_news._dates import DATE_PATTERN, INTERVAL_PATTERN, Interval, PartialDate, Precision, parse_date
from venezuela_news._errors import InvalidStory

if TYPE_CHECKING:
    from collections.abc import Callable

    from venezuela_news._problems import Problem

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it still calls pyparsing by its old names
    from edtf_validate.valid_edtf import is_valid

# -- texts: legal ones, and others near them ------------------------------------------------------------

YEARS = st.sampled_from(["0001", "0004", "1900", "1958", "2000", "2018", "2019", "2020", "9999"])
DAYS = st.one_of(
    st.dates().map(dt.date.isoformat),
    st.dates(dt.date(2018, 12, 30), dt.date(2019, 1, 3)).map(dt.date.isoformat),
    st.sampled_from(["0001-01-01", "2019-01-23", "2020-02-29", "9999-12-31"]),
)
ZONES = st.sampled_from(["", "", "Z", "-04:00", "+14:00", "-14:00", "+05:30", "-00:30", "+09"])
CLOCKS = st.one_of(st.sampled_from(["00:00:00", "23:59:59"]), st.times().map(lambda t: t.isoformat("seconds")))
PLAIN = st.one_of(YEARS, DAYS.map(lambda day: day[:7]), DAYS)
MARKED = st.builds(operator.add, PLAIN, st.sampled_from(["", "", "", "~", "?", "%"]))
TIMED = st.builds("{}T{}{}".format, DAYS, CLOCKS, ZONES)
DATES = st.one_of(MARKED, TIMED)
ENDS = st.one_of(MARKED, st.sampled_from(["", ".."]))


def _ordered(left: str, right: str) -> str:
    begins = [end.strip("~?%") + "-01-01"[: 10 - len(end.strip("~?%"))] for end in (left, right)]
    if "" not in (left, right) and ".." not in (left, right) and begins[0] > begins[1]:
        left, right = right, left
    return f"{left}/{right}"


# "-01-01" cut to what is missing: a year takes all of it, a month the first half.
INTERVALS = st.builds(_ordered, ENDS, ENDS).filter(lambda text: text != "/")
TEXTS = st.one_of(DATES, INTERVALS)


@st.composite
def _mutants(draw: st.DrawFn) -> str:
    text = draw(st.one_of(TEXTS, TEXTS, st.builds("{}/{}".format, DATES, DATES)))
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 2))
        text = text[:place] + draw(st.text("0123456789-:/.~?%TZ+", max_size=2)) + text[place + cut :]
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
    "year 0000": re.compile(r"(?:^|/)0000"),
    "negative years": re.compile(r"(?:^|/)-"),
    "years of more than four digits": re.compile(r"Y"),
    "seasons": re.compile(r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])(?![0-9-])"),
    "the hour 24": re.compile(r"T24"),
    "level 2: marks before the end of a date": re.compile(r"[~?%][0-9-]|(?:^|/|-)[~?%]"),
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


@given(_mutants())
def test_legality_is_the_oracles(text: str) -> None:
    """A text is a date just when edtf-validate says so, the design's limits and the oracle's named faults aside."""
    assume(not any(limit.search(text) for limit in LIMITS.values()))
    assume(not any(fault(text) for fault in FAULTS.values()))
    assert _legal(text) is bool(is_valid(text))


@given(TEXTS)
def test_legal_texts_are_the_oracles(text: str) -> None:
    """What the strategies call legal is legal to the parser and to edtf-validate alike."""
    assert _legal(text)
    assert is_valid(text)


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


@pytest.mark.parametrize("text", ["0000", "-2019", "Y12019", "2019-21", "201X", "2019-XX", "2019-01-23T24:00:00"])
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
    for month in range(100):
        days = calendar.monthrange(2019, month)[1] if 1 <= month <= 12 else 0
        assert (pattern.fullmatch(f"2019-{month:02}") is not None) is (days > 0)
        for day in range(100):
            assert (pattern.fullmatch(f"2019-{month:02}-{day:02}") is not None) is (1 <= day <= days)


@pytest.mark.parametrize("pattern", [DATE_PATTERN, INTERVAL_PATTERN])
def test_patterns_keep_to_the_common_subset(pattern: str) -> None:
    """The patterns are anchored, and use no syntax that Python and ECMA-262 read differently."""
    assert pattern[0] == "^"
    assert pattern[-1] == "$"
    assert set(re.findall(r"\(\?.", pattern)) == {"(?:"}
    assert set(re.findall(r"\\.", pattern)) <= {r"\."}


# -- what is said about illegal texts -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "it is empty", "leave the field out"),
        ("2019-13", "there is no month 13", "01 to 12"),
        ("2019-00-01", "there is no month 00", "01 to 12"),
        ("2019-01-32", "there is no day 32", "01 to 31"),
        ("2019-02-30", "February has no day 30", "01 to 28"),
        ("2019-02-29", "2019 is no leap year", "01 to 28"),
        ("2019-04-31", "its month has 30 days", "01 to 30"),
        ("2019-01-23T24:00:00", "there is no hour 24", "next day"),
        ("2019-01-23T25:00:00", "there is no hour 25", "00 to 23"),
        ("2019-01-23T13:60:00", "there is no minute 60", "00 to 59"),
        ("2019-01-23T13:00:60", "leap seconds", "second 59"),
        ("2019-01-23T13:00:61", "there is no second 61", "00 to 59"),
        ("2019-01-23T13:00", "no seconds", "13:00:00"),
        ("2019-01-23T13:00Z", "no seconds", "13:00:00"),
        ("2019-01-23T13:00:00.5Z", "parts of a second", "whole seconds"),
        ("2019-01-23T13:00:00~", "a date with a time has a mark", "without a time"),
        ("2019-01-23T13:00:00+00:00", "UTC is not written as a shift", "'Z'"),
        ("2019-01-23T13:00:00-15:00", "no such zone", "14:00"),
        ("2019-01-23T13:00:00-0400", "no such zone", "'-04:00'"),
        ("2019-01-23T13:00:00z", "capital", "T13:00:00-04:00"),
        ("2019-01-23t13:00:00Z", "capital", "T13:00:00-04:00"),
        ("2019-01T13:00:00Z", "a whole day before it", "after a day"),
        ("2019-01-23 13:00:00", "a blank stands between day and time", "'T'"),
        ("2019-01-23\n", "white space stands around it", "leave the white space out"),
        ("\n", "white space stands around it", "leave the white space out"),
        (" 2019", "white space stands around it", "leave the white space out"),
        ("２０１９", "other than ASCII", "like '2019'"),
        ("2019-1-3", "one digit", "'01'"),
        ("2019-01-3", "one digit", "'01'"),
        ("23/01/2019", "slashes", "like '2019'"),
        ("2019/01/23", "slashes", "like '2019'"),
        ("23.01.2019", "the year does not come first", "like '2019'"),
        ("2019-W04-3", "it counts weeks", "2019-01-23"),
        ("2019-023", "the days of a year", "2019-01-23"),
        ("20190123", "not separated", "hyphens"),
        ("2019-21", "21 is the number of a season", "leave out what is not known"),
        ("-0044", "signs", "0001 to 9999"),
        ("Y12019", "letters", "0001 to 9999"),
        ("0000", "no year 0000", "0001 to 9999"),
        ("201X", "'X'", "leave out what is not known"),
        ("[2018, 2019]", "several dates", "two dates"),
        ("..", "the open end of an interval", "two dates"),
        ("~2019", "a mark stands where none can", "at the end"),
        ("2019~?", "a mark stands where none can", "at the end"),
        ("yesterday", "in no form", "like '2019'"),
        ("2019" * 100, "in no form", "like '2019'"),
        ("2020/2019", "its end begins before its start", "the earlier date first"),
        ("2019-12/2019", "its end begins before its start", "as finely as the end"),
        ("2013~/2012?", "its end begins before its start", "the earlier date first"),
        ("/", "both ends are unknown", "leave the field out"),
        ("2019-01-23T13:00:00Z/..", "has a time of day", "write days"),
        ("../2019-13", "there is no month 13", "01 to 12"),
        ("2019/2020/2021", "slashes", "like '2019'"),
        ("2019/" + "2" * 100, "in no form", "like '2019'"),
    ],
)
def test_frequent_mistakes_are_named(text: str, message: str, hint: str) -> None:
    """The message names the mistake, and the hint what to write."""
    problem = _problem(text)
    assert (problem.path, problem.rule, problem.value) == ((), "bad-date", text)
    assert message in problem.message
    assert hint in problem.hint


def test_each_class_names_the_other() -> None:
    """A date given an interval names Interval, and an interval given a date names PartialDate."""
    assert "Interval" in _problem("2019/2020", PartialDate).hint
    assert "PartialDate" in _problem("2019", Interval).hint
    assert "no month 13" in _problem("2019-13/2020", PartialDate).message


@pytest.mark.parametrize("make", [PartialDate, Interval, parse_date])
@pytest.mark.parametrize("value", [None, 20.19, True, b"2019", dt.date(2019, 1, 23), ["2019"]])
def test_a_date_is_a_text(make: Callable[[Any], object], value: object) -> None:
    """What is no text is refused as that, whatever it is."""
    problem = _problem(value, make)
    assert (problem.path, problem.rule, problem.value) == ((), "wrong-type", value)


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
    assert [PartialDate(text).precision for text in ("2019-01%", "2019-01-23")] == [Precision.MONTH, Precision.DAY]
    assert [PartialDate(f"2019-01-23T13:00:00{zone}").zone for zone in ("", "Z", "+09")] == [None, "Z", "+09"]


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
def test_covers_is_reflexive_where_bounds_are_known(date: PartialDate | Interval) -> None:
    """A date whose bounds are known covers and overlaps itself."""
    assert date.covers(date) is True
    assert date.overlaps(date) is True


@given(EITHER, EITHER)
def test_covers_agrees_with_the_bounds(a: PartialDate | Interval, b: PartialDate | Interval) -> None:
    """Where four bounds are known, covers and overlaps say how they lie, but where the range of datetime clamps them."""
    bounds = (a.earliest, a.latest, b.earliest, b.latest)
    assume(None not in bounds)
    assume(not {_utc(1, 1, 1), _utc(9999, 12, 31, 23, 59, 59)} & set(bounds))
    assert a.covers(b) is (a.earliest <= b.earliest and b.latest <= a.latest)
    if "T" in a.text + b.text:
        assert a.overlaps(b) is (a.earliest <= b.latest and b.earliest <= a.latest)


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


@given(INTERVALS, st.dates(dt.date(1, 1, 2), dt.date(9999, 12, 30)), st.dates(dt.date(1, 1, 2), dt.date(9999, 12, 30)))
def test_certain_answers_survive_what_is_learned(text: str, low: dt.date, high: dt.date) -> None:
    """When an unknown end becomes known, an answer that was certain stays."""
    left, right = text.split("/")
    learned = f"{left or low}/{right or high}"
    assume(_legal(learned))
    before, after = Interval(text), Interval(learned)
    for other in ("2019-01-02", "2019", "2000/..", "../2000", "../..", "2019-01-02T12:00:00Z", text, learned):
        date = parse_date(other)
        assume(other != text or "" not in (left, right))
        for question in ("before", "after", "covers", "overlaps"):
            answer = getattr(before, question)(date)
            assert answer is None or getattr(after, question)(date) is answer


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
        ("2019-01-23", "covers", "2019-01-23T13:00:00-04:00", True),
        ("2019-01-10/..", "covers", "2019-01-23", True),
        ("2019-01-10/", "covers", "2019-01-23", None),
        ("2019-01-10/", "covers", "2019-01-09", False),
        ("2019-01-10/..", "covers", "/2019-01-09", False),
        ("../..", "covers", "2013~", True),
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
def test_questions_are_about_dates(question: str) -> None:
    """Asked about what is no date, a date says what it compares with."""
    with pytest.raises(TypeError, match="PartialDate or an Interval, not with str"):
        getattr(PartialDate("2019"), question)("2019")
