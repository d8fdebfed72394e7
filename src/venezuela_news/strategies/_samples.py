"""Values that have tripped programs before: what the records of drawn stories pick from, the plainest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from venezuela_news._dates import PartialDate, parse_date
from venezuela_news._rules import LicenseExpression, Pattern
from venezuela_news._types import Date
from venezuela_news.strategies._patterns import text_matching

__all__ = [
    "DATES",
    "DOUBTFUL_SAMPLES",
    "PLAIN_DAY",
    "SAMPLES",
    "SENTENCES",
    "TEXTS",
    "doubtful_samples_of",
    "samples_of",
]

TEXTS: tuple[str, ...] = (
    "Ann", "a", "two words", "Guaidó", "“so”", "it’s", "a\tb", "中文", "עברית", "١٢", "ﬁ", "🇻🇪", "👩‍🚀", "a\u200bb",
    "\u202etxt", "\u0301", "\u00ad", "\ufeff", "\ufffd", "\ufffe", "\U0010ffff", "null", "no", "~", "1.0", "0x1F", "1e3",
    ".inf", "2019-01-23", "=", "<<", "- a", "# a", "a: b", "a #b", "{}", "[", "*a", "&a", "!a", "|", ">", "%", "@", "`", "'",
    '"', "\\", "\\u0061", "</script>", "...", "---", "?", ",", "x" * 120,
)  # fmt: skip
"""Texts of one line."""

SENTENCES: tuple[str, ...] = (
    "Ann spoke first.",
    "“We will stay until the bridge is open,” Ann said.",
    "“It is late,” said the mayor, “and nobody has eaten.”",
    "The council, according to its clerk, hasn't voted yet.",
    "« Nous n’irons pas », a dit la ministre.",
    "«No nos vamos», dijo José Ñáñez.",
    'He called the plan "a half-built house" (twice).',
    "Some 3,000 people, or 2.5 per cent, walked on 1 May.",
    "„Das ist noch offen“, sagte sie – und ging.",
    "市長說：「橋還沒有開。」",
    "قالت الوزيرة: «لن نذهب».",
    "“So?” “So.”",
)  # fmt: skip
"""Sentences of which the paragraphs of sources are made, beside any text."""

SAMPLES: Mapping[str, tuple[str, ...]] = {
    "bad-language": (
        "en", "es", "es-VE", "EN-gb", "zh-Hant-TW", "sl-rozaj-biske", "de-CH-1901", "zh-cmn", "es-419", "en-u-ca-roc-x-c", "x-own",
        "i-klingon",
    ),
    "bad-url": ("https://example.org/", "http://a", "https://[::1]:80/a?b=%2F#c", "https://EXAMPLE.org/~a/(b)"),
    "bad-license": (
        "CC0-1.0", "MIT", "GPL-2.0+", "0BSD", "MIT OR (Apache-2.0 AND CC0-1.0)", "GPL-2.0-only WITH Classpath-exception-2.0",
        "LicenseRef-press", "DocumentRef-a:LicenseRef-b",
    ),
}  # fmt: skip
"""Texts that keep a pattern, by the name of its rule."""

DOUBTFUL_SAMPLES: Mapping[str, tuple[str, ...]] = {
    "bad-language": ("en-a-bb-x-c", "qaaaaaaa", "en-UK"),
    "bad-license": ("mit", "A-1.0"),
}
"""The same, of what is legal and doubtful."""

PLAIN_DAY = PartialDate("2019-01-23")

DATES: tuple[Date, ...] = (
    PLAIN_DAY,
    *map(
        parse_date,
        (
            "2019-01-22", "2019-01-24", "2019-01", "2019", "2018", "1958", "2013~", "2019-01-09~", "2019-01?", "2018%",
            "2019-01-23T13:00:00-04:00", "2019-01-23T13:00:00", "2019-01-23T17:00:00Z", "2019-01-23T23:59:59+14:00",
            "2019-01-10/..", "/2013", "../2019-01-23", "2013/2019", "2018-12-31/2019-01-10?", "2019-01-10/", "../..",
            "0001-01-01", "9999-12-31", "2020-02-29",
        ),
    ),
)  # fmt: skip
"""Dates of every form."""


@cache
def samples_of(rule: Pattern | LicenseExpression) -> tuple[str, ...]:
    """Texts that keep a rule: the picked ones, or a few of its pattern's where none are."""
    if rule.rule in SAMPLES:
        return SAMPLES[rule.rule]
    return tuple(dict.fromkeys(text_matching(rule, bytes(range(number, number + 48))) for number in range(16)))


def doubtful_samples_of(rule: Pattern | LicenseExpression) -> tuple[str, ...]:
    """Texts that keep a rule and are doubtful."""
    return DOUBTFUL_SAMPLES.get(rule.rule, ())
