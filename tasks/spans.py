"""The two notations in which the sources of authors' making name spans of a text.

A paragraph is a non-blank line, stripped, in NFC; 0 is the first. Every span but a row of the ledger begins and ends
where words do, and has neither white space nor a quotation mark at its ends.

A text that ships, a retelling, is named by its words:

1. ``"P: words"`` are these words, verbatim, in paragraph P.
2. They stand there once, or ``#n`` after them chooses: ``"P: words #2"`` is the second place in the paragraph.
3. ``"P: first words ... last words"`` goes from the first words to the end of the nearest last words after them. ``#n``
   at the end chooses among the places of the first words.

The article, whose words are not ours to give, is named by its offsets:

4. ``"P: start-end"`` is half-open, in code points of paragraph P. ``python -m tasks.article_spans`` shows the words of
   such spans to who has the article, and finds the offsets of words.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._sources import paragraphs_of

if TYPE_CHECKING:
    import argparse

STORY = Path(__file__).resolve().parent / "story"
STORIES = STORY.with_name("stories")
ENVIRONMENT = "VENEZUELA_NEWS_SHARED"

#: The parts of an attribution that are lists of spans.
PARTS = ("content", "cue", "speaker")

_SPAN = re.compile(r"(?P<paragraph>\d+): (?P<place>.*\S)")
_OFFSETS = re.compile(r"(?P<start>\d+)-(?P<end>\d+)")
_CHOSEN = re.compile(r"(?P<words>.*\S) #(?P<number>[1-9]\d*)")
_QUOTATION_MARKS = "\"'“”\u2018\u2019«»「」『』"


class SpanError(Exception):
    """A span does not say which words are meant, or cuts them."""


class SpannedText:
    """A source's text, in which spans are resolved."""

    def __init__(self, source: str, text: str, *, shipped: bool) -> None:
        self.source = source
        self.paragraphs = paragraphs_of(text)
        self.shipped = shipped

    def resolve(self, span: str, *, bounded: bool = True) -> tuple[int, int, int]:
        """The paragraph, start and end (code points, half-open) of a span.

        Args:
            span: The span, in words where the text ships, else in offsets.
            bounded: Whether it begins and ends where words do, without quotation marks.

        Raises:
            SpanError: It is not in the notation, is not in the text, or has edges that no span has.
        """
        match = _SPAN.fullmatch(unicodedata.normalize("NFC", span))
        if match is None:
            raise SpanError(f"it is not of the form '{'P: words' if self.shipped else 'P: start-end'}'")
        number = int(match["paragraph"])
        if number >= len(self.paragraphs):
            raise SpanError(f"there is no paragraph {number}; the last is {len(self.paragraphs) - 1}")
        line = self.paragraphs[number]
        find = _by_words if self.shipped else _by_offsets
        start, end = find(line, match["place"], bounded=bounded)
        if bounded and (fault := _fault_at_edges(line, start, end)):
            raise SpanError(fault)
        return number, start, end

    def words(self, span: str) -> str:
        """The words of a span, whatever its edges are.

        Raises:
            SpanError: It is not in the notation, or not in the text.
        """
        number, start, end = self.resolve(span, bounded=False)
        return self.paragraphs[number][start:end]


def _by_offsets(line: str, place: str, *, bounded: bool) -> tuple[int, int]:
    """The start and end that are written down, if the line reaches so far."""
    del bounded
    match = _OFFSETS.fullmatch(place)
    if match is None:
        raise SpanError(
            "it is not of the form 'P: start-end'; `python -m tasks.article_spans find` turns words into it"
        )
    start, end = int(match["start"]), int(match["end"])
    if not start < end <= len(line):
        raise SpanError(f"it is empty or goes beyond the paragraph, which ends at {len(line)}")
    return start, end


def _by_words(line: str, place: str, *, bounded: bool) -> tuple[int, int]:
    """The start and end of the words that are meant."""
    words, chosen = place, None
    if match := _CHOSEN.fullmatch(place):
        words, chosen = match["words"], int(match["number"])
    first, *rest = words.split(" ... ")
    if len(rest) > 1:
        raise SpanError("it has more than one ' ... '")
    starts = [start for start, end in _places(line, first) if not bounded or _on_words(line, start, end)]
    if not starts:
        raise SpanError(f"{first!r} does not stand there")
    if chosen is None and len(starts) > 1:
        raise SpanError(f"{first!r} stands there {len(starts)} times; choose one with #1 to #{len(starts)}")
    if chosen is not None and chosen > len(starts):
        raise SpanError(f"{first!r} stands there {len(starts)} times, so that there is no #{chosen}")
    if chosen is not None and len(starts) == 1:
        raise SpanError(f"{first!r} stands there once; leave out #1")
    start = starts[(chosen or 1) - 1]
    end = start + len(first)
    if rest:
        ends = [e for s, e in _places(line, rest[0]) if s >= end and (not bounded or _on_words(line, s, e))]
        if not ends:
            raise SpanError(f"{rest[0]!r} does not stand after {first!r}")
        end = ends[0]
    return start, end


def _places(line: str, words: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(re.escape(words), line)]


def _on_words(line: str, start: int, end: int) -> bool:
    """Whether a span cuts no word in two at its start or end."""
    return not _inside_word(line, start) and not _inside_word(line, end)


def _inside_word(line: str, at: int) -> bool:
    # Some scripts have no spaces between words.
    return 0 < at < len(line) and bool(re.match(r"\w\w", line[at - 1 : at + 1])) and not is_boundary(line, at)


def _fault_at_edges(line: str, start: int, end: int) -> str:
    """What is wrong with the first and last character of a span; empty if nothing is."""
    for side, cut in (("start", start), ("end", end)):
        if _inside_word(line, cut):
            whole = next(match.span() for match in re.finditer(r"\w+", line) if match.start() < cut < match.end())
            return f"its {side} cuts a word, which goes from {whole[0]} to {whole[1]}"
    edges = line[start], line[end - 1]
    if any(edge in _QUOTATION_MARKS for edge in edges):
        return "it has a quotation mark at its end"
    if any(edge.isspace() for edge in edges):
        return "it has white space at its end"
    return ""


def load(path: Path) -> Any:
    """The content of a YAML file, with safe types alone."""
    return YAML(typ="safe", pure=True).load(path)


def shipped_text(source: str, path: Path) -> SpannedText:
    """The text of a source that ships, from its file."""
    return SpannedText(source, path.read_text(encoding="utf-8"), shipped=True)


def add_article_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where the article is."""
    parser.add_argument("--article", type=Path, metavar="FILE", help=f"the article; else ${ENVIRONMENT}/source/*.txt")


def article_text(path: Path | None) -> str:
    """The article's text, from a file or from the shared folder.

    Raises:
        SystemExit: There is no article there, or more than one.
    """
    if path is None:
        shared = os.environ.get(ENVIRONMENT)
        if not shared:
            raise SystemExit(f"give the article with --article FILE, or set {ENVIRONMENT}")
        found = sorted(Path(shared, "source").glob("*.txt"))
        if len(found) != 1:
            raise SystemExit(f"{ENVIRONMENT} has {len(found)} files source/*.txt; one is needed")
        path = found[0]
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise SystemExit(f"the article can't be read: {error}") from None
