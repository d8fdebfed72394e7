"""Styled lines: colors that mean nothing that the words do not say, and paragraphs that fit a width."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, assert_never

from venezuela_news._problems import Severity
from venezuela_news._statements import Position
from venezuela_news._terminal import columns, printable, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "BOLD",
    "DIM",
    "GAP",
    "beside",
    "halves",
    "page_text",
    "paragraph",
    "severity_style",
    "stand",
    "styled",
    "styled_length",
]

GAP: Final = "    "
"""What stands between two columns of a page."""
BOLD, DIM = "1", "2"
"""Styles: parameters of ANSI's escapes."""
_RED, _GREEN, _YELLOW = "31", "32", "33"
_ESCAPE: Final = re.compile("\x1b\\[[0-9;]*m")


def page_text(lines: Iterable[str], *, color: bool) -> str:
    """Join styled lines to a text; without color, their styles are taken out."""
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    return text if color else _ESCAPE.sub("", text)


def styled(style: str, text: str) -> str:
    """Put a text between the escapes of a style."""
    return f"\x1b[{style}m{text}\x1b[0m"


def severity_style(severity: Severity) -> str:
    """Give the style of a severity."""
    match severity:
        case Severity.ERROR:
            return _RED
        case Severity.WARNING:
            return _YELLOW
        case _:
            assert_never(severity)


def stand(position: Position) -> tuple[str, str]:
    """Give the word for a position, and its style."""
    match position:
        case Position.FAVOR:
            return "for", _GREEN
        case Position.AGAINST:
            return "against", _RED
        case Position.NEUTRAL:
            return "neutral", _YELLOW
        case _:
            assert_never(position)


def paragraph(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lay out a text of a story: what is not printable is escaped, a tab is a space."""
    return wrapped(printable(text.replace("\t", " ")), width, first, rest)


def halves(sections: Sequence[Sequence[str]]) -> tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]:
    """Cut sections between two columns where the longer column is shortest."""

    def height(cut: int) -> int:
        return max(sum(map(len, sections[:cut])), sum(map(len, sections[cut:])))

    cut = min(range(len(sections) + 1), key=height)
    return sections[:cut], sections[cut:]


def beside(left: Sequence[str], right: Sequence[str], measure: int) -> Iterator[str]:
    """Put lines beside lines, in two columns."""
    for one, other in itertools.zip_longest(left, right, fillvalue=""):
        yield one + " " * (measure - styled_length(one)) + GAP + other


def styled_length(line: str) -> int:
    """Count the columns that a styled line takes."""
    return columns(_ESCAPE.sub("", line))
