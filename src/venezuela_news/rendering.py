"""A story as a page for the terminal: who stands where, who said what, when, on what evidence.

The page is text of a given width. From :data:`TWO_COLUMNS` on it has two columns, so that no line
is too long to be read. Colors are ANSI escapes (ECMA-48, section 8.3.117) and mean nothing that the
words do not say.
"""

from __future__ import annotations

import itertools
import re
import textwrap
from typing import TYPE_CHECKING, Final

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._events import Event
from venezuela_news._statements import Position
from venezuela_news._story import ARRAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from venezuela_news._events import Figure, Photo
    from venezuela_news._problems import Problem
    from venezuela_news._statements import Stance, Statement
    from venezuela_news._story import Story
    from venezuela_news._texts import Anchor, Date, Source

__all__ = ["TWO_COLUMNS", "page", "problems"]

TWO_COLUMNS: Final = 140
"""The width, in columns, from which a page has two of them."""

_NARROWEST: Final = 40
_MEASURE: Final = 96
_GAP: Final = "    "
_ESCAPE: Final = re.compile("\x1b\\[[0-9;]*m")
_STYLES: Final = {
    "bold": "1",
    "dim": "2",
    "favor": "32",
    "against": "31",
    "neutral": "33",
    "error": "31",
    "warning": "33",
}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_STANDS: Final = {Position.FAVOR: "for", Position.AGAINST: "against", Position.NEUTRAL: "neutral"}


def page(story: Story, *, width: int = 80, color: bool = False) -> str:
    """A story as a page of text.

    Args:
        story: The story.
        width: The page's width in columns; 40 at least.
        color: Whether headings and positions are colored.

    >>> import venezuela_news as vn
    >>> print(page(vn.story(), width=60).splitlines()[0])
    The day Maduro broke with the United States
    """
    width = max(width, _NARROWEST)
    two = width >= TWO_COLUMNS
    measure = min((width - len(_GAP)) // 2, _MEASURE) if two else min(width, _MEASURE)
    sheet = _Sheet(story, measure)
    head = _Sheet(story, measure * 2 + len(_GAP) if two else measure).head()
    said = [*sheet.statements()]
    rest = [sheet.stances(), sheet.timeline(), sheet.figures(), sheet.photos(), sheet.sources()]
    if two:
        lines = [*head, *_beside(list(itertools.chain(*rest)), said, measure)]
    else:
        lines = [*head, *rest[0], *said, *itertools.chain(*rest[1:])]
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    return text if color else _ESCAPE.sub("", text)


def problems(found: Iterable[Problem], *, name: str, width: int = 80, color: bool = False) -> str:
    """Problems as lines for the terminal, each with its place, what was found and what to write.

    Args:
        found: The problems.
        name: What they were found in, such as a file's name.
        width: The width in columns.
        color: Whether severities are colored.
    """
    lines: list[str] = []
    for problem in found:
        place, _, _ = str(problem).partition(": ")
        lines.append(
            f"{_styled(problem.severity, problem.severity)} {_styled('bold', f'{name}: {place}')} [{problem.rule}]"
        )
        lines += _wrapped(problem.message, width, "  ")
        lines += _wrapped(problem.hint, width, "  → ", "    ")
    text = "".join(f"{line}\n" for line in lines)
    return text if color else _ESCAPE.sub("", text)


def _styled(style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    rest = first if rest is None else rest
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def _beside(left: Sequence[str], right: Sequence[str], measure: int) -> Iterator[str]:
    for one, other in itertools.zip_longest(left, right, fillvalue=""):
        yield one + " " * (measure - _length(one)) + _GAP + other


def _length(line: str) -> int:
    """The columns that a line takes."""
    return len(_ESCAPE.sub("", line))


def _year(date: PartialDate) -> str:
    """A year in words, or how many of them: ``2019``, ``the 2010s``, ``1900 to 1999``."""
    digits = date.text[:4]
    if digits.endswith("XX"):
        return f"{digits[:2]}00 to {digits[:2]}99"
    return f"the {digits[:3]}0s" if digits.endswith("X") else str(date.year)


def _day(date: PartialDate) -> str:
    """A date in words: ``about 9 January 2019``, ``a day in January 2019``."""
    words = _year(date)
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
    return f"{'about ' if date.approximate else ''}{words}{' (uncertain)' if date.uncertain else ''}"


def _when(date: Date | None) -> str:
    if date is None:
        return ""
    if isinstance(date, PartialDate):
        return _day(date)
    return _span(date)


def _span(interval: Interval) -> str:
    """An interval in words: an open end goes on, an unknown one is not told."""
    start, end = interval.start, interval.end
    if start is not None and end is not None:
        return f"{_day(start)} to {_day(end)}"
    if start is not None:
        return f"since {_day(start)}" if interval.open_end else f"from {_day(start)}"
    if end is not None:
        return f"until {_day(end)}"
    return "still going on" if interval.open_end and interval.unknown_start else "at all times"


class _Sheet:
    """The sections of a page at one width."""

    def __init__(self, story: Story, width: int) -> None:
        self.story = story
        self.width = width

    # -- words for records ------------------------------------------------------------------------

    def name(self, id: str) -> str:
        record = self.story[id]
        words: Iterator[str | None] = (
            getattr(record, field, None) for field in ("name", "label", "text", "description")
        )
        return next(filter(None, words))

    def names(self, ids: Iterable[str]) -> str:
        names = [self.name(id) for id in ids]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def evidence(self, anchors: Iterable[Anchor]) -> str:
        """The places of anchors, by source: ``article 3, 5; en 2``."""
        places: dict[str, list[int]] = {}
        for anchor in anchors:
            numbers = places.setdefault(anchor.source, [])
            if anchor.paragraph not in numbers:
                numbers.append(anchor.paragraph)
        return "; ".join(f"{source} {', '.join(map(str, sorted(numbers)))}" for source, numbers in places.items())

    def dim(self, text: str, indent: str) -> Iterator[str]:
        if text:
            yield from (_styled("dim", line) for line in _wrapped(text, self.width, indent))

    def heading(self, text: str) -> Iterator[str]:
        yield ""
        yield _styled("bold", text.upper())

    # -- sections ---------------------------------------------------------------------------------

    def head(self) -> Iterator[str]:
        story = self.story
        yield from (_styled("bold", line) for line in _wrapped(story.title, self.width))
        counts = ", ".join(f"{len(getattr(story, name))} {name}" for name in ARRAYS if getattr(story, name))
        yield from self.dim(f"{_day(story.as_of)}{': ' * bool(counts)}{counts}", "")
        yield ""
        yield from _wrapped(story.summary, self.width)

    def stances(self) -> Iterator[str]:
        by_claim: dict[str, list[Stance]] = {}
        for stance in self.story.stances:
            by_claim.setdefault(stance.claim, []).append(stance)
        # What several take a position on comes first: that is where they can be compared.
        claims = sorted(by_claim, key=lambda claim: len(by_claim[claim]) == 1)
        if claims:
            yield from self.heading("Who stands where")
        before = 1
        for claim in claims:
            if before > 1:
                yield ""
            before = len(by_claim[claim])
            yield from _wrapped(self.name(claim), self.width)
            for position, word in _STANDS.items():
                held = [stance for stance in by_claim[claim] if stance.position is position]
                for first, stance in zip((word, *[""] * len(held)), held, strict=False):
                    yield from self.stance(stance, first)

    def stance(self, stance: Stance, word: str) -> Iterator[str]:
        words = self.name(stance.holder)
        told = [id for id in stance.asserted_by if id != stance.holder]
        if told:
            words += f", says {self.names(told)}"
        if stance.when is not None and stance.when != self.story.as_of:
            words += f", {_when(stance.when)}"
        evidence = self.evidence(stance.anchors)
        lead = f"  {word:<8}"
        lines = _wrapped(words, self.width, lead, " " * len(lead))
        lines[0] = _styled(stance.position, lead) + lines[0][len(lead) :]
        room = self.width - _length(lines[-1]) - 2
        if evidence and len(evidence) <= room:
            lines[-1] += " " * (room - len(evidence) + 2) + _styled("dim", evidence)
            evidence = ""
        yield from lines
        yield from self.dim(evidence, " " * len(lead))

    def statements(self) -> Iterator[str]:
        by_speakers: dict[tuple[str, ...], list[Statement]] = {}
        for statement in self.story.statements:
            by_speakers.setdefault(statement.speakers, []).append(statement)
        if by_speakers:
            yield from self.heading("Who said what")
        for speakers, statements in by_speakers.items():
            words = self.names(speakers)
            capacity = next((statement.capacity for statement in statements if statement.capacity), None)
            if capacity and capacity not in words:
                words += f", {capacity}"
            yield from (_styled("bold", line) for line in _wrapped(words[0].upper() + words[1:], self.width))
            for statement in statements:
                yield from self.statement(statement)
            yield ""

    def statement(self, statement: Statement) -> Iterator[str]:
        said = statement.gist if statement.condition is None else f"{statement.gist.rstrip('.')}, {statement.condition}"
        yield from _wrapped(said, self.width, "  - ", "    ")
        for quote in statement.quotes:
            language = "" if quote.language == self.story.language else f" ({quote.language})"
            yield from _wrapped(f"“{quote.text}”{language}", self.width, "    ")
        details: list[str] = []
        if statement.to:
            details.append(f"to {self.names(statement.to)}")
        if statement.channel:
            details.append(statement.channel.replace("-", " "))
        if statement.said:
            details.append(_when(statement.said))
        if statement.relayed_by:
            details.append(f"through {self.names(statement.relayed_by)}")
        modes = dict.fromkeys(attribution.mode.value for attribution in statement.attributions)
        content = itertools.chain(*(attribution.content for attribution in statement.attributions))
        details.append(f"{', '.join(modes)} speech: {self.evidence(content)}")
        yield from self.dim("; ".join(details), "    ")

    def timeline(self) -> Iterator[str]:
        if self.story.events:
            yield from self.heading("What happened")
        last = ""
        for event in self.story.timeline():
            if isinstance(event, Event):
                when = _when(event.when) or ("Later" if event.after else "Undated")
                if when != last:
                    yield _styled("bold", when[0].upper() + when[1:])
                last = when
                yield from self.event(event)

    def event(self, event: Event) -> Iterator[str]:
        yield from _wrapped(event.label, self.width, "  - ", "    ")
        details = [event.category.value] if event.category else []
        if event.where:
            details.append(f"in {self.name(event.where)}")
        if event.asserted_by:
            details.append(f"says {self.names(event.asserted_by)}")
        if event.anchors:
            details.append(self.evidence(event.anchors))
        yield from self.dim("; ".join(details), "    ")

    def figures(self) -> Iterator[str]:
        if self.story.figures:
            yield from self.heading("How much")
        for figure in self.story.figures:
            yield from _wrapped(f"{_amount(figure)}: {figure.label}", self.width, "", "    ")
            yield from self.dim(self.evidence(figure.anchors), "    ")

    def photos(self) -> Iterator[str]:
        if self.story.photos:
            yield from self.heading("What was photographed")
        for photo in self.story.photos:
            yield from self.photo(photo)

    def photo(self, photo: Photo) -> Iterator[str]:
        credits = f" ({self.names(photo.credits)})" if photo.credits else ""
        yield from _wrapped(f"{photo.caption}{credits}", self.width, "", "    ")
        yield from self.dim(self.evidence(photo.anchors), "    ")

    def sources(self) -> Iterator[str]:
        if self.story.sources:
            yield from self.heading("What it rests on")
        for source in self.story.sources:
            yield from _wrapped(_told(source), self.width, f"{source.id}: ", "    ")
        if self.story.sources:
            yield from self.dim("Numbers behind a source's id are its paragraphs; 0 is the first.", "")


def _amount(figure: Figure) -> str:
    """A quantity in words: ``3,000,000 or more people``."""
    low, high = figure.low, figure.high
    if low is not None and low == high:
        words = f"{low:,}"
    elif low is not None and high is not None:
        words = f"{low:,} to {high:,}"
    else:
        words = f"{low:,} or more" if low is not None else f"{high:,} or fewer"
    one = low == high == 1
    units = figure.unit if one else _PLURALS.get(figure.unit, figure.unit + "s")
    return f"{'about ' if figure.approximate else ''}{words} {units}"


_PLURALS: Final = {"person": "people", "country": "countries"}


def _told(source: Source) -> str:
    words = source.title or source.description or "a text"
    if source.digests:
        how = f"its {len(source.digests)} paragraphs are not here; who has them attaches them by story.attach({source.id!r}, text)"
        return f"{words}; {how}."
    return f"{words} ({source.language}, {len(source.paragraphs)} paragraphs{', ' + source.license if source.license else ''})."
