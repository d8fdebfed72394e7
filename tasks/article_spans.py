"""Show the words behind the article's offsets, find the offsets of words, and tell spans that cut a word.

    python -m tasks.article_spans show                   the words of every span of story/
    python -m tasks.article_spans show cuba ledger       those of some records, or of the ledger's rows
    python -m tasks.article_spans show "10: 227-237"     those of a span
    python -m tasks.article_spans find "some words"      where they stand; "first ... last" leaves words out
    python -m tasks.article_spans check                  exit status 1 if a span is none, or has edges that no span has

All need the article, by ``--article FILE`` or the environment variable ``VENEZUELA_NEWS_SHARED``. What they print has
its words: it is for the screen, not for a file of this repository. :mod:`tasks.spans` explains the notation.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from tasks.spans import PARTS, STORY, SpanError, SpannedText, add_article_option, article_text, load

from venezuela_news import grounding

if TYPE_CHECKING:
    from collections.abc import Iterator

LEDGER = "ledger"
_A_SPAN = re.compile(r"\d+: ?\d+-\d+")


class Given(NamedTuple):
    """A span that a file gives, and for what."""

    owner: str
    part: str
    span: str


def given() -> Iterator[Given]:
    """Every span of the article, in the order of the files."""
    anchors = load(STORY / "anchors" / "article.yaml")
    for id, spans in anchors["records"].items():
        yield from (Given(id, "", span) for span in spans)
    for id, attributions in anchors["statements"].items():
        for attribution in attributions:
            yield from (Given(id, part, span) for part in PARTS for span in attribution.get(part, ()))
    yield from (Given(LEDGER, "", row["span"]) for row in load(STORY / "ledger.yaml"))


def show(text: SpannedText, wanted: list[str]) -> int:
    """Print the words of spans; 1 if something that was asked for is nowhere."""
    spans = [Given("", "", re.sub(r": ?", ": ", item)) for item in wanted if _A_SPAN.fullmatch(item)]
    owners = {item for item in wanted if not _A_SPAN.fullmatch(item)}
    if owners or not wanted:
        spans += [item for item in given() if not owners or item.owner in owners]
    status = 0
    for owner, part, span in spans:
        try:
            words = text.words(span)
        except SpanError as error:
            words, status = f"({error})", 1
        print("  ".join(filter(None, (owner, part, span, words))))
    for owner in sorted(owners - {item.owner for item in spans}):
        print(f"{owner}: no span of the article is given for it", file=sys.stderr)
        status = 1
    return status


def find(text: SpannedText, words: str) -> int:
    """Print each place of words as a span; 1 if there is none."""
    count = 0
    for number, paragraph in enumerate(text.paragraphs):
        place = grounding.locate(paragraph, words)
        if place.outcome in ("found", "normalized", "ambiguous"):
            count += len(place.spans)
            for start, end in place.spans:
                print(f"{number}: {start}-{end}  {paragraph[start:end]}")
    if not count:
        print("they stand nowhere in one paragraph of the article", file=sys.stderr)
    return not count


def check(text: SpannedText) -> int:
    """Print each span that is none, or whose edges cut a word; 1 if there is one."""
    status = 0
    for owner, part, span in given():
        try:
            text.resolve(span, bounded=owner != LEDGER)
        except SpanError as error:
            print("  ".join(filter(None, (owner, part, span, str(error)))))
            status = 1
    return status


def main(arguments: list[str] | None = None) -> int:
    """Show, find or check; the exit status."""
    parser = argparse.ArgumentParser(description="The words and the offsets of spans of the article.")
    add_article_option(parser)
    commands = parser.add_subparsers(dest="command", required=True)
    showing = commands.add_parser("show", help="the words of spans")
    showing.add_argument("wanted", nargs="*", metavar="ID or SPAN", help=f"all if none is named; {LEDGER} is one too")
    finding = commands.add_parser("find", help="the offsets of words")
    finding.add_argument("words")
    commands.add_parser("check", help="spans that are none, or that cut a word")
    options = parser.parse_args(arguments)
    text = SpannedText("article", article_text(options.article), shipped=False)
    match options.command:
        case "show":
            return show(text, options.wanted)
        case "find":
            return find(text, options.words)
        case _:
            return check(text)


if __name__ == "__main__":
    sys.exit(main())
