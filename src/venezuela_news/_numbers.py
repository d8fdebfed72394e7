"""Numbers that every format keeps, and what was meant by texts and floats that are none.

1. JSON knows no difference between 3 and 3.0, and formats write a ``float`` in their own ways. So a
   whole number is an ``int``, and any other number keeps to what is read alike everywhere.
2. A text that was to be a number is never read as one: what was meant is told, for people to write.
"""

from __future__ import annotations

import re
import struct
from decimal import Decimal

from venezuela_news._problems import show

__all__ = ["LEAST_SIZE", "MAX_INTEGER", "MOST_DIGITS", "digits_of", "nearest_kept", "number_meant", "whole_if_equal"]

MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps (RFC 8259, section 6)."""

LEAST_SIZE = 0.0001
"""The least size of a number that is not 0: below it, Python writes an exponent."""

MOST_DIGITS = 15
"""The significant digits that a ``float`` of 64 bits keeps, whatever they are."""


def whole_if_equal(value: float | None) -> int | float | None:
    """Give a ``float`` that is a whole number as an ``int``: ``3.0`` as 3, ``-0.0`` as 0.

    Anything else stays as it is.
    """
    return int(value) if type(value) is float and value.is_integer() else value


def digits_of(value: float) -> int:
    """Count the significant digits of a finite number's shortest form.

    >>> digits_of(0.25), digits_of(0.1 + 0.2)
    (2, 17)
    """
    return len(Decimal(repr(value)).as_tuple().digits)


def nearest_kept(value: float) -> int | float | None:
    """Give the number to write for one within bounds that has too many digits: what 32 bits were to hold, or the nearest.

    >>> nearest_kept(0.1 + 0.2), nearest_kept(0.10000000149011612)
    (0.3, 0.1)
    """
    # A float of 32 bits has 17 digits when it is read as one of 64; 6 to 9 tell it from its neighbors.
    digits = (*range(6, 10), MOST_DIGITS) if _as_float32(value) == value else (MOST_DIGITS,)
    candidates = [float(f"{value:.{count}g}") for count in digits]
    return whole_if_equal(next((number for number in candidates if _as_float32(number) == value), candidates[-1]))


def _as_float32(value: float) -> float:
    rounded: float = struct.unpack("f", struct.pack("f", value))[0]
    return rounded


# -- what was meant by a text ---------------------------------------------------------------------

_LONGEST_MEANT = 64

_SCALES: dict[str, int] = {
    "hundred": 10**2,
    "k": 10**3, "thousand": 10**3, "mil": 10**3,
    "mn": 10**6, "million": 10**6, "millions": 10**6, "millón": 10**6, "millones": 10**6,
    "bn": 10**9, "billion": 10**9, "billions": 10**9,
    "tn": 10**12, "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip

_ABOUT = r"(?P<about>(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|ca\.?|circa)\s+|[~≈]\s*)?"
_DIGITS = r"(?:[0-9]{1,3}(?:[ ,.'’][0-9]{3})+(?![0-9])|[0-9]+)(?:[.,][0-9]+)?"
_PATTERN = re.compile(
    rf"{_ABOUT}(?P<currency>[$€£¥]\s*)?(?P<sign>[-+−])?(?P<number>{_DIGITS})"
    r"(?:(?P<exponent>[eE][-+]?[0-9]{1,2})|\s*(?P<rest>[^\d\s.,-][^\d]*))?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"({_DIGITS})\s*(?:-|–|to|and)\s*({_DIGITS})")


def number_meant(text: str, *, whole: bool) -> str | None:
    """Say what to write for a text that was to be a number: the number, and what else is in the text apart.

    Args:
        text: The text.
        whole: Whether only whole numbers are allowed.

    >>> number_meant("3,5", whole=False), number_meant("1.2 million people", whole=False)
    ('3.5', '1200000, and "people" as the unit')
    >>> number_meant("1,200", whole=False), number_meant("3,5", whole=True), number_meant("many", whole=False)
    ('1200 or 1.2, whichever is meant', None, None)
    """
    if len(text) > _LONGEST_MEANT:
        return None
    text = text.strip()
    if not whole and (ends := _RANGE.fullmatch(text)) is not None:
        low, high = (_legal(_readings(end), 1, whole=whole)[:1] for end in ends.groups())
        return f"{low[0]} as low and {high[0]} as high" if low and high else None
    found = _PATTERN.fullmatch(text)
    # Five meters, or five million?
    if found is None or (found["rest"] or "").strip() in ("m", "M", "b", "B"):
        return None
    scale, unit = _scaled(found["rest"] or "")
    sign = -1 if found["sign"] in ("-", "−") else 1
    power = Decimal(f"1{found['exponent'] or ''}")
    numbers = _legal(_readings(found["number"]), sign * scale * power, whole=whole)
    if not numbers:
        return None
    meant = " or ".join(numbers) + (", whichever is meant" if len(numbers) > 1 else "")
    unit = unit or (found["currency"] or "").strip()
    apart = f", and {show(unit)} as the unit" if unit and not whole else ""
    return meant + apart + (", and approximate as true" if found["about"] and not whole else "")


def _scaled(rest: str) -> tuple[int, str]:
    """Split what stands behind a number into what it is multiplied by and the unit."""
    first, _, more = rest.strip().partition(" ")
    scale = _SCALES.get(first.lower())
    return (1, rest.strip()) if scale is None else (scale, more.strip().removeprefix("of ").strip())


def _readings(number: str) -> list[Decimal]:
    """Give the numbers that digits and marks can mean: "1.200" is 1200 to some and 1.2 to others."""
    marks = re.findall(r"[^0-9]", number)
    digits = re.split(r"[^0-9]", number)
    joined = Decimal("".join(digits))
    if not marks:
        return [joined]
    with_point = Decimal(f"{''.join(digits[:-1])}.{digits[-1]}")
    if len(digits[-1]) != 3 or len(set(marks)) > 1:
        return [with_point]
    if len(marks) > 1 or marks[0] not in ".,":
        return [joined]
    # One mark and three digits: no number of more than three digits, or with a zero first, has it for thousands.
    return [with_point] if len(digits[0]) > 3 or digits[0].startswith("0") else [joined, with_point]


def _legal(readings: list[Decimal], factor: Decimal | int, *, whole: bool) -> list[str]:
    """Write the numbers that are allowed, as JSON does."""
    return [
        f"{number.normalize():f}"
        for number in (reading * factor for reading in readings)
        if abs(number) <= MAX_INTEGER
        and (number == number.to_integral_value() or (not whole and abs(number) >= Decimal(str(LEAST_SIZE))))
        and len(number.normalize().as_tuple().digits) <= MOST_DIGITS
    ]
