"""Numbers: what every format keeps, what all refuse alike, and what is told of texts that were to be numbers."""

from __future__ import annotations

import json
import math
import struct
from decimal import Decimal

import msgpack
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news._numbers import (
    LEAST_SIZE,
    MAX_INTEGER,
    MOST_DIGITS,
    digits_of,
    nearest_kept,
    number_meant,
    whole_if_equal,
)
from venezuela_news.strategies._values import decimal, value_of

DOCUMENT = {"schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23"}

#: Numbers that formats and languages have disagreed about.
HARD = (
    0, 1, -1, MAX_INTEGER, -MAX_INTEGER, MAX_INTEGER + 1, 10**16, 10**30, 0.0, -0.0, 3.0, 1e15, 1e16, 1e17, 1e22, 1e300,
    float(MAX_INTEGER), 2.0**53, 0.1, 0.1 + 0.2, 1 / 3, 0.0001, 0.00009999, 0.00001, 1e-7, 5e-324, 2.5, 999999999999999.9,
    99999999999999.95, 123456789012345.6, 0.123456789012345, 0.1234567890123456, 0.10000000149011612, math.inf, -math.inf, math.nan,
)  # fmt: skip

numbers = st.one_of(
    st.sampled_from(HARD),
    st.floats(),
    st.floats(width=32),
    st.integers(),
    value_of(vn.Figure, "low"),
)


def document(number: object) -> dict[str, object]:
    """The small document with a figure whose high bound is a number."""
    return DOCUMENT | {"figures": [{"id": "f", "label": "F", "high": number, "unit": "meter"}]}


def in_json(number: float) -> bytes:
    return json.dumps(document(number)).encode()


def in_yaml(number: float) -> bytes:
    text = {math.inf: ".inf", -math.inf: "-.inf"}.get(number, ".nan" if number != number else repr(number))
    return in_json(0).replace(b'"high": 0', f'"high": {text}'.encode())


def in_msgpack(number: float) -> bytes:
    if isinstance(number, int) and not -(2**63) <= number < 2**64:
        number = math.copysign(1e300, number)  # MessagePack has no whole number so large: any is refused
    return msgpack.packb(document(number))


def in_float32(number: float) -> bytes:
    return msgpack.packb(document(number), use_single_float=True)


def verdict(data: object, format: str) -> object:
    """What is read of a document: its canonical JSON, or the places and rules of its problems."""
    if found := vn.check(data, format=format):
        with pytest.raises(vn.InvalidStory) as caught:
            vn.loads(data, format=format)
        assert caught.value.problems == found
        return [(problem.pointer, problem.rule) for problem in found]
    return vn.dumps(vn.loads(data, format=format))


# -- formats agree --------------------------------------------------------------------------------


@given(numbers)
def test_formats_agree_on_every_number(number):
    """JSON, YAML, MessagePack and plain data give the same story for a number, or refuse it by the same rule."""
    wanted = verdict(in_json(number), "json")
    assert verdict(in_yaml(number), "yaml") == wanted
    assert verdict(in_msgpack(number), "msgpack") == wanted
    plain = vn.check(document(number))
    assert [(problem.pointer, problem.rule) for problem in plain] == (wanted if isinstance(wanted, list) else [])


@given(st.one_of(st.floats(width=32), st.sampled_from([0.5, -0.0, 3.25, 16777216.0, 2.0**-13])))
def test_a_number_of_32_bits_is_the_number_that_it_is(number):
    """A number of 32 bits in MessagePack gets the verdict of the same number in JSON, and the same bytes."""
    assert verdict(in_float32(number), "msgpack") == verdict(in_json(number), "json")


@given(value_of(vn.Figure, "low"))
def test_every_format_writes_a_number_back(number):
    """A legal number is written by every format and read again as the same story, with the same canonical bytes."""
    story = vn.structure(document(number))
    canonical = vn.dumps(story)
    for format in ("json", "yaml", "msgpack"):
        again = vn.loads(vn.dumps(story, format=format), format=format)
        assert again == story
        assert vn.dumps(again) == canonical
        assert type(again.figures[0].high) is type(story.figures[0].high)


@given(numbers)
@example(MAX_INTEGER)
@example(-0.0)
def test_legal_is_what_every_reader_keeps(number):
    """A number is legal if it is whole and within bounds, or has few enough digits and is far enough from zero."""
    legal = math.isfinite(number) and abs(number) <= MAX_INTEGER
    if legal and number != int(number):
        digits = len(f"{Decimal(repr(number)).normalize():f}".replace("-", "").replace(".", "").lstrip("0"))
        legal = digits <= MOST_DIGITS and abs(number) >= LEAST_SIZE
    assert (vn.check(document(number)) == ()) is legal


@given(value_of(vn.Figure, "low"))
def test_a_legal_number_has_no_exponent_and_15_digits_at_most(number):
    """Numbers are drawn and written without an exponent; what is whole is an int, and no zero has a sign."""
    text = json.dumps(vn.Figure(id="f", label="F", low=number, unit="meter").low)
    assert "e" not in text.lower()
    assert text not in ("-0", "-0.0")
    assert "." not in text or digits_of(float(text)) <= MOST_DIGITS
    assert not text.endswith(".0")


# -- constructors ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("given_", "kept"), [(3.0, 3), (-0.0, 0), (1e3, 1000), (2.5, 2.5), (7, 7), (None, None)])
def test_a_whole_number_is_an_int(given_, kept):
    """The constructor makes an int of a float that is whole, and leaves all else."""
    high = vn.Figure(id="f", label="F", low=0, high=given_, unit="meter").high
    assert (high, type(high)) == (kept, type(kept))
    assert whole_if_equal(given_) == kept


def test_figures_of_equal_numbers_are_equal():
    """A figure of 3 and one of 3.0 are equal, and so are their hashes and documents."""
    whole, point = (vn.Figure(id="f", label="F", low=number, unit="meter") for number in (3, 3.0))
    assert whole == point
    assert hash(whole) == hash(point)
    assert vn.unstructure(point)["low"] == 3


@pytest.mark.parametrize(
    ("number", "rule", "hint"),
    [
        (0.1 + 0.2, "too-precise", "write 0.3"),
        (1 / 3, "too-precise", "write 0.333333333333333"),
        (0.10000000149011612, "too-precise", "write 0.1"),
        (999999999999999.9, "too-precise", "write 1000000000000000"),
        (0.00001, "too-precise", "write it in a smaller unit"),
        (math.nan, "non-finite-number", "write a finite number, or leave the key out"),
        (1e16, "out-of-range", f"write a number from {-MAX_INTEGER} to {MAX_INTEGER}"),
        (True, "wrong-type", "write int or float, or None"),
        ("3,5", "wrong-type", "write 3.5, or None"),
        ("5 percent", "wrong-type", 'write 5, and "percent" as the unit, or None'),
    ],
)
def test_what_a_constructor_refuses(number, rule, hint):
    """A figure's constructor refuses what no document may have, and says what to write."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Figure(id="f", label="F", low=number, unit="meter")
    (problem,) = caught.value.problems
    assert (problem.pointer, problem.rule, problem.hint) == ("/low", rule, hint)


def test_an_age_is_no_float():
    """A whole number elsewhere than in figures stays one: 34.0 is refused, with what to write."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Person(id="a", name="A", age=34.0)  # type: ignore[arg-type]
    assert [problem.hint for problem in caught.value.problems] == ["write 34, or None"]
    (problem,) = vn.check({"id": "a", "name": "A", "age": 34.0}, vn.Person)
    assert (problem.rule, problem.hint) == ("wrong-type", "write 34")


# -- what is nearest ------------------------------------------------------------------------------


@given(st.floats(min_value=LEAST_SIZE, max_value=MAX_INTEGER))
def test_the_nearest_number_is_legal_and_near(number):
    """What is told to be written for a number of too many digits is legal, and differs in what the digits can't tell."""
    nearest = nearest_kept(number)
    assert vn.check(document(nearest)) == ()
    assert math.isclose(nearest, number, rel_tol=1e-6)


@given(st.decimals(min_value=Decimal("0.001"), max_value=9999, places=3))
def test_a_short_number_is_found_behind_its_32_bits(short):
    """What was written with seven digits at most is found again in what 32 bits made of it."""
    (number,) = struct.unpack("f", struct.pack("f", float(short)))
    assert nearest_kept(number) == float(short)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 30))
def test_drawn_decimals_are_legal(digits, places):
    """A number made of 15 digits and any place of the point is legal."""
    assert vn.check(document(decimal(digits, places))) == ()


# -- what was meant -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        (" 24 ", "24"),
        ("+5", "5"),
        ("-5", "-5"),
        ("−2,5", "-2.5"),
        ("007", "7"),
        ("1e6", "1000000"),
        ("2.5e3", "2500"),
        ("1200", "1200"),
        ("1,200", "1200 or 1.2, whichever is meant"),
        ("1.200", "1200 or 1.2, whichever is meant"),
        ("0,125", "0.125"),
        ("1234.567", "1234.567"),
        ("3,000,000", "3000000"),
        ("3.000.000", "3000000"),
        ("3 000 000", "3000000"),
        ("3'000", "3000"),
        ("1,200.5", "1200.5"),
        ("1.200,5", "1200.5"),
        ("5 percent", '5, and "percent" as the unit'),
        ("5%", '5, and "%" as the unit'),
        ("$24", '24, and "$" as the unit'),
        ("€1.5 bn", '1500000000, and "€" as the unit'),
        ("1.2 million", "1200000"),
        ("1.2 million people", '1200000, and "people" as the unit'),
        ("3 millones de personas", '3000000, and "de personas" as the unit'),
        ("2 million of them", '2000000, and "them" as the unit'),
        ("12k", "12000"),
        ("about 5", "5, and approximate as true"),
        ("~5 percent", '5, and "percent" as the unit, and approximate as true'),
        ("24-30", "24 as low and 30 as high"),
        ("2,5 to 3,5", "2.5 as low and 3.5 as high"),
        ("24 and 30", "24 as low and 30 as high"),
    ],
)
def test_a_number_that_was_meant(text, meant):
    """The number in a text is told as JSON writes it, and so is what belongs elsewhere."""
    assert number_meant(text, whole=False) == meant
    (problem,) = vn.check({"id": "f", "label": "F", "high": text, "unit": "u"}, vn.Figure)
    assert problem.hint == f"write the number itself: {meant}"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "many",
            "dozens",
            "5m",
            "5 M",
            "2 b",
            "1/2",
            "3,5,1",
            "12:30",
            "1.2.3",
            "--5",
            "5-",
            "Q3 2018",
            "2019-01-23",
        ),
        *("0.00001", "10000000000000000", "9e99", "0.1234567890123456", "1e-9 to 5", "0.00001 to 5", "٣", "9" * 80),
    ],
)
def test_texts_of_which_no_number_is_told(text):
    """Where no number is meant, or not one that may be written, nobody guesses."""
    assert number_meant(text, whole=False) is None
    (problem,) = vn.check({"id": "f", "label": "F", "high": text, "unit": "u"}, vn.Figure)
    assert problem.hint == "write a number"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("34", "34"), ("34 years", "34"), ("about 34", "34"), ("1,200", "1200"), ("3,5", None), ("30-40", None)],
)
def test_a_whole_number_that_was_meant(text, meant):
    """Where a whole number is wanted, no other is told, and neither a unit nor a mark."""
    assert number_meant(text, whole=True) == meant


@given(st.text(alphabet="0123456789 ,.'-+eE%$~abkm", max_size=20), st.booleans())
def test_what_is_told_is_legal(text, whole):
    """Every number that is told to be written is one that may be written."""
    meant = number_meant(text, whole=whole)
    if meant is not None:
        for number in meant.split(", ")[0].removesuffix(" as high").replace(" as low and ", " or ").split(" or "):
            value = json.loads(number)
            assert vn.check(document(value)) == ()
            assert not whole or type(value) is int
