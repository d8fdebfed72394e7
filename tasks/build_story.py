"""Build the shipped story from its sources of authors' making.

Reads, beside this file, ``story/records.yaml`` (the records, all but their anchors), ``story/anchors/SOURCE.yaml``
(where each source speaks of them) and ``story/ledger.yaml`` (where each sentence of the article went); and the texts:
the article, which is not in this repository, and the retellings ``texts/{en,es}.txt`` of the package. Writes
``story.json`` and ``ledger.json`` into the package's data.

    python tasks/build_story.py --article FILE        write both
    python tasks/build_story.py --check               compare instead; exit status 1 if they differ

Without ``--article``, the article is the one ``source/*.txt`` in the folder that the environment variable
``VENEZUELA_NEWS_SHARED`` names.

An anchors file has two mappings. ``records`` gives each record's spans; ``statements`` gives each statement's
attributions, one for each place where the source reports it::

    records:
      juan-guaido: ["3: Juan Guaidó", "5: Guaidó, 35"]
    statements:
      larez-thanks:
        - {mode: indirect, content: ["11: the international community"], cue: ["11: thanked"], speaker: ["11: he #3"]}

The ledger is a list, one item for each sentence of the article, in order, which leaves out nothing but white space::

    - {span: "0: IE 11 ... supported.", reason: browser notice}
    - {span: "1: Venezuela's Maduro ... Juan Guaidó", records: [maduro-breaks-relations]}

The notation of spans:

1. ``"P: words"`` are these words, verbatim, in paragraph P; 0 is the first. A paragraph is a non-blank line,
   stripped, in NFC.
2. They stand there once, or ``#n`` after them chooses: ``"P: words #2"`` is the second place in the paragraph.
3. ``"P: first words ... last words"`` goes from the first words to the end of the nearest last words after them. ``#n``
   at the end chooses among the places of the first words.
4. A span of a record or an attribution begins and ends where words do, and leaves out quotation marks at its ends.
5. No more than six words of a source stand in a row, so that the article can't be put together from here.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import venezuela_news as vn
from venezuela_news._sources import digest_of, paragraphs_of

TASKS = Path(__file__).resolve().parent
STORY = TASKS / "story"
DATA = TASKS.parent / "src" / "venezuela_news" / "corpus" / "data"
ENVIRONMENT = "VENEZUELA_NEWS_SHARED"

#: The most words that one side of a span may give (rule 5).
MOST_WORDS = 6

ARRAYS = (
    "sources", "people", "organizations", "countries", "groups", "places", "works", "claims", "statements", "stances",
    "events", "figures", "photos",
)  # fmt: skip
ATTRIBUTION = {"mode", "content", "cue", "speaker"}
#: Kinds of records that have no anchors of their own.
UNANCHORED = {"sources", "claims", "statements"}

_SPAN = re.compile(r"(?P<paragraph>\d+): (?P<words>.*\S)")
_PLACE = re.compile(r"(?P<words>.*\S) #(?P<place>[1-9]\d*)")
_QUOTATION_MARKS = "\"'“”\u2018\u2019«»"


class SpanError(Exception):
    """A span does not say which words are meant."""


class Text:
    """A source's text, in which spans are resolved."""

    def __init__(self, source: str, text: str, *, shipped: bool) -> None:
        self.source = source
        self.paragraphs = list(paragraphs_of(text))
        self.shipped = shipped

    def resolve(self, span: str, *, bounded: bool = True) -> tuple[int, int, int]:
        """The paragraph, start and end (code points, half-open) of a span.

        Args:
            span: The span in the notation of this script.
            bounded: Whether it begins and ends where words do, without quotation marks (rule 4).

        Raises:
            SpanError: It is not in the notation, or its words stand nowhere or in several places.
        """
        match = _SPAN.fullmatch(unicodedata.normalize("NFC", span))
        if match is None:
            raise SpanError("it is not of the form 'P: words'")
        number, words = int(match["paragraph"]), match["words"]
        if number >= len(self.paragraphs):
            raise SpanError(f"there is no paragraph {number}; the last is {len(self.paragraphs) - 1}")
        place = None
        if chosen := _PLACE.fullmatch(words):
            words, place = chosen["words"], int(chosen["place"])
        first, *rest = words.split(" ... ")
        if len(rest) > 1:
            raise SpanError("it has more than one ' ... '")
        for side in (first, *rest):
            if len(side.split()) > MOST_WORDS:
                raise SpanError(f"{side!r} is more than {MOST_WORDS} words in a row; write 'first ... last'")
        line = self.paragraphs[number]
        starts = [start for start, end in _places(line, first) if not bounded or _on_words(line, start, end)]
        if not starts:
            raise SpanError(f"{first!r} does not stand there")
        if place is None and len(starts) > 1:
            raise SpanError(f"{first!r} stands there {len(starts)} times; choose one with #1 to #{len(starts)}")
        if place is not None and place > len(starts):
            raise SpanError(f"{first!r} stands there {len(starts)} times, so that there is no #{place}")
        if place is not None and len(starts) == 1:
            raise SpanError(f"{first!r} stands there once; leave out #1")
        start = starts[(place or 1) - 1]
        end = start + len(first)
        if rest:
            ends = [e for s, e in _places(line, rest[0]) if s >= end and (not bounded or _on_words(line, s, e))]
            if not ends:
                raise SpanError(f"{rest[0]!r} does not stand after {first!r}")
            end = ends[0]
        if bounded and (line[start] in _QUOTATION_MARKS or line[end - 1] in _QUOTATION_MARKS):
            raise SpanError("it has a quotation mark at its end")
        return number, start, end

    def anchor(self, span: str) -> dict[str, Any]:
        """The anchor of a span: with the words where the text ships, else with their digest."""
        paragraph, start, end = self.resolve(span)
        words = self.paragraphs[paragraph][start:end]
        content = {"exact": words} if self.shipped else {"digest": digest_of(words)}
        return {"source": self.source, "paragraph": paragraph, "start": start, "end": end, **content}


def _places(line: str, words: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(re.escape(words), line)]


def _on_words(line: str, start: int, end: int) -> bool:
    """Whether a span cuts no word in two at its start or end."""

    def inside(at: int) -> bool:
        return 0 < at < len(line) and bool(re.match(r"\w\w", line[at - 1 : at + 1]))

    return not inside(start) and not inside(end)


def load(path: Path) -> Any:
    """The content of a YAML file, with safe types alone."""
    return YAML(typ="safe", pure=True).load(path)


class Build:
    """Everything that is read, and everything that is wrong with it."""

    def __init__(self, article: str) -> None:
        self.problems: list[str] = []
        self.records: dict[str, Any] = load(STORY / "records.yaml")
        self.texts = {"article": Text("article", article, shipped=False)}
        for source in ("en", "es"):
            path = DATA / "texts" / f"{source}.txt"
            self.texts[source] = Text(source, path.read_text(encoding="utf-8"), shipped=True)

    def anchors(self, text: Text, file: str, record: str, spans: Any) -> list[dict[str, Any]]:
        """The anchors of spans; one that can't be resolved becomes a problem."""
        anchors: list[dict[str, Any]] = []
        if not isinstance(spans, list) or not spans:
            self.problems.append(f"{file}: {record}: spans are a list of one or more")
            return anchors
        for span in spans:
            try:
                anchor = text.anchor(span)
            except SpanError as error:
                self.problems.append(f"{file}: {record}: {span!r}: {error}")
                continue
            if anchor in anchors:
                self.problems.append(f"{file}: {record}: {span!r}: it is given twice")
            anchors.append(anchor)
        return sorted(anchors, key=lambda anchor: (anchor["paragraph"], anchor["start"], anchor["end"]))

    def attach(self, source: str) -> None:
        """Put the anchors of one source into the records."""
        path = STORY / "anchors" / f"{source}.yaml"
        file, text = f"anchors/{path.name}", self.texts[source]
        given = load(path)
        if unknown := sorted(given.keys() - {"records", "statements"}):
            self.problems.append(f"{file}: unknown keys: {', '.join(unknown)}")
        spans, credits = dict(given.get("records") or {}), dict(given.get("statements") or {})
        for array in ARRAYS:
            if array in UNANCHORED:
                continue
            for record in self.records.get(array, ()):
                if (id := record["id"]) not in spans:
                    self.problems.append(f"{file}: {id}: no span is given for it")
                    continue
                record.setdefault("anchors", []).extend(self.anchors(text, file, id, spans.pop(id)))
        for statement in self.records["statements"]:
            if (id := statement["id"]) not in credits:
                self.problems.append(f"{file}: {id}: no attribution is given for it")
                continue
            for credit in credits.pop(id):
                attribution = {"mode": credit["mode"]}
                for part in ("content", "cue", "speaker"):
                    if part in credit:
                        attribution[part] = self.anchors(text, file, f"{id}: {part}", credit[part])
                if unknown := sorted(credit.keys() - ATTRIBUTION):
                    self.problems.append(f"{file}: {id}: unknown keys: {', '.join(unknown)}")
                statement.setdefault("attributions", []).append(attribution)
        for id in (*spans, *credits):
            self.problems.append(f"{file}: {id}: no record that is anchored like this has the id")

    def story(self) -> dict[str, Any]:
        """The story's document."""
        for source in self.records["sources"]:
            text = self.texts[source["id"]]
            if text.shipped:
                source["paragraphs"] = text.paragraphs
            else:
                source["digests"] = [digest_of(paragraph) for paragraph in text.paragraphs]
        for source in self.texts:
            self.attach(source)
        return {"schema_version": 1, **self.records}

    def ledger(self) -> list[dict[str, Any]]:
        """The ledger of the article's sentences, proven complete."""
        text, file = self.texts["article"], "ledger.yaml"
        ids = {record["id"] for array in ARRAYS for record in self.records.get(array, ())}
        rows: list[dict[str, Any]] = []
        reached = [0] * len(text.paragraphs)
        last = 0
        for item in load(STORY / "ledger.yaml"):
            span = item.get("span", "")
            if ("records" in item) == ("reason" in item) or item.keys() - {"span", "records", "reason"}:
                self.problems.append(f"{file}: {span!r}: it has a span, and either records or a reason")
            named = item.get("records", [])
            for id in named:
                if id not in ids:
                    self.problems.append(f"{file}: {span!r}: no record has the id {id!r}")
            if len(set(named)) < len(named):
                self.problems.append(f"{file}: {span!r}: a record is named twice")
            try:
                paragraph, start, end = text.resolve(span, bounded=False)
            except SpanError as error:
                self.problems.append(f"{file}: {span!r}: {error}")
                continue
            line = text.paragraphs[paragraph]
            if paragraph < last or start < reached[paragraph]:
                self.problems.append(f"{file}: {span!r}: it is out of order")
            elif left := line[reached[paragraph] : start].strip():
                self.problems.append(f"{file}: {span!r}: {len(left)} characters before it are in no row")
            last, reached[paragraph] = paragraph, end
            row = {"paragraph": paragraph, "start": start, "end": end, "digest": digest_of(line[start:end]), **item}
            del row["span"]
            rows.append(row)
        for number, (line, end) in enumerate(zip(text.paragraphs, reached, strict=True)):
            if line[end:].strip():
                self.problems.append(f"{file}: paragraph {number}: from character {end} on it is in no row")
        return rows


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


def main(arguments: list[str] | None = None) -> int:
    """Build, then write or compare; the exit status."""
    parser = argparse.ArgumentParser(description="Build story.json and ledger.json from tasks/story.")
    parser.add_argument("--article", type=Path, metavar="FILE", help=f"the article; else ${ENVIRONMENT}/source/*.txt")
    parser.add_argument("--check", action="store_true", help="compare with what is there instead of writing")
    options = parser.parse_args(arguments)
    build = Build(article_text(options.article))
    document, ledger = build.story(), build.ledger()
    build.problems += map(str, vn.check(document))
    if build.problems:
        print("\n".join(build.problems), file=sys.stderr)
        print(f"{len(build.problems)} problems; nothing is written", file=sys.stderr)
        return 1
    status = 0
    rows = json.dumps(ledger, ensure_ascii=False, separators=(",", ":"))
    for name, text in {"story.json": vn.dumps(vn.structure(document)), "ledger.json": f"{rows}\n"}.items():
        content = text.encode()
        path = DATA / name
        if not options.check:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            print(f"{name} is not what tasks/story builds; run tasks/build_story.py", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
