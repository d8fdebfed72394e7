"""Numbers in words, as a figure's bounds may say them: 3,000,000 and 3 million and 3.5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._folding import normalize

__all__ = ["has_bounds"]

_NUMBER: Final = re.compile(r"\d+(?:[.,'\u00a0 ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_TIMES: Final = re.compile(r"[\s-]*([^\W\d_]+)")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SIZES: Final = {
    **dict.fromkeys(["hundred", "cien", "cientos"], 100),
    **dict.fromkeys(["thousand", "mil", "k"], 1_000),
    **dict.fromkeys(["million", "millions", "millon", "millones", "m", "mn"], 1_000_000),
    **dict.fromkeys(["billion", "billions", "bn", "b"], 1_000_000_000),
    **dict.fromkeys(["trillion", "trillions"], 1_000_000_000_000),
    **dict.fromkeys(["dozen", "docena", "docenas"], 12),
}
_NUMBER_WORDS: Final = lexicon.every(lexicon.NUMBER_WORDS)


def _values(digits: str) -> Iterator[float]:
    """What some digits may say, their separators being a thousand's or a decimal point."""
    bare = re.sub(r"[.,'\u00a0 ]", "", digits)
    yield float(bare)
    whole, mark, part = digits.rpartition("." if digits.rfind(".") > digits.rfind(",") else ",")
    if mark:
        yield float(f"{re.sub(r'[^0-9]', '', whole)}.{part}")


def _numbers(key: str) -> Iterator[float]:
    for match in _NUMBER.finditer(key):
        for value in _values(match.group()):
            yield value
            size = _TIMES.match(key, match.end())
            if size is not None and size[1] in _SIZES:
                yield value * _SIZES[size[1]]
            if size is not None and size[1] == "mil" and "millones" in key:
                yield value * 1_000_000_000


def has_bounds(words: str, low: float | None, high: float | None) -> bool:
    """Tell whether words say one of a figure's bounds in digits; words without digits may say anything.

    "Fewer than 100" is at most 99, so a number beside a bound is one. Words that say numbers in letters too are not
    judged.

    >>> has_bounds("over 3 million", 3_000_000, None), has_bounds("72 hours", 27, 27), has_bounds("dozens", 24, None)
    (True, False, True)
    """
    key = normalize(words)
    numbers = [*_numbers(key)]
    spelled = any(word in _NUMBER_WORDS and word not in _SIZES for word in _LETTERS.findall(key))
    if not numbers or spelled:
        return True
    bounds = [bound for bound in (low, high) if bound is not None]
    return any(abs(number - bound) <= 1 for number in numbers for bound in bounds)
