"""Build the shipped story and the made-up stories from their sources of authors' making.

Reads, for the shipped story, beside this file ``story/records.yaml`` (the records, all but their anchors),
``story/anchors/SOURCE.yaml`` (where each source speaks of them) and ``story/ledger.yaml`` (where each sentence of the
article went); and the texts: the article, which is not in this repository, and the retellings ``texts/{en,es}.txt``
of the package. Writes ``story.json`` and ``ledger.json`` into the package's data.

Of a made-up story, ``stories/ID/records.yaml`` and ``stories/ID/anchors.yaml`` are read, and the text
``stories/ID.txt`` of the package; ``stories/ID.json`` is written beside the text.

    python -m tasks.build_story --article FILE        write everything
    python -m tasks.build_story --made-up             write the made-up stories alone, which need no article
    python -m tasks.build_story --check               compare instead; exit status 1 if something differs

Without ``--article``, the article is the one ``source/*.txt`` in the folder that the environment variable
``VENEZUELA_NEWS_SHARED`` names.

An anchors file has two mappings. ``records`` gives each record's spans; ``statements`` gives each statement's
attributions, one for each place where the source reports it::

    records:
      harbor-master: ["3: harbor master Ana Reis", "5: Reis, 35"]
    statements:
      reis-thanks:
        - {mode: indirect, content: ["11: the crews"], cue: ["11: thanked"], speaker: ["11: she #3"]}

The ledger is a list, one item for each sentence of the article, in order, which leaves out nothing but white space::

    - {span: "0: 0-24", reason: browser notice}
    - {span: "1: 0-90", records: [maduro-breaks-relations]}

:mod:`tasks.spans` explains the spans: words in the texts that ship, offsets in the article.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tasks.spans import (
    PARTS,
    STORIES,
    STORY,
    SpanError,
    SpannedText,
    add_article_option,
    article_text,
    load,
    shipped_text,
)

import venezuela_news as vn
from venezuela_news._sources import digest_of

DATA = Path(__file__).resolve().parents[1] / "src" / "venezuela_news" / "corpus" / "data"

ARRAYS = (
    "sources", "people", "organizations", "countries", "groups", "places", "works", "claims", "statements", "stances",
    "events", "figures", "photos",
)  # fmt: skip
ATTRIBUTION = {"mode", *PARTS}
#: The source of each made-up story.
SOURCE = "report"
#: Kinds of records that have no anchors of their own.
UNANCHORED = {"sources", "claims", "statements"}


def anchor_of(text: SpannedText, span: str) -> dict[str, Any]:
    """The anchor of a span: with the words where the text ships."""
    paragraph, start, end = text.resolve(span)
    words = {"exact": text.paragraphs[paragraph][start:end]} if text.shipped else {}
    return {"source": text.source, "paragraph": paragraph, "start": start, "end": end, **words}


class Build:
    """The records of one story, its texts, and everything that is wrong with them.

    Args:
        records: The file of the records.
        texts: The text of each source, by its id.
        anchors: The file of the anchors in each source, by its id.
    """

    def __init__(self, records: Path, texts: dict[str, SpannedText], anchors: dict[str, Path]) -> None:
        self.problems: list[str] = []
        self.records: dict[str, Any] = load(records)
        self.texts = texts
        self.files = anchors

    def anchors(self, text: SpannedText, file: str, record: str, spans: Any) -> list[dict[str, Any]]:
        """The anchors of spans; one that can't be resolved becomes a problem."""
        anchors: list[dict[str, Any]] = []
        if not isinstance(spans, list) or not spans:
            self.problems.append(f"{file}: {record}: spans are a list of one or more")
            return anchors
        for span in spans:
            try:
                anchor = anchor_of(text, span)
            except SpanError as error:
                self.problems.append(f"{file}: {record}: {span!r}: {error}")
                continue
            if anchor in anchors:
                self.problems.append(f"{file}: {record}: {span!r}: it is given twice")
            anchors.append(anchor)
        return sorted(anchors, key=lambda anchor: (anchor["paragraph"], anchor["start"], anchor["end"]))

    def attach(self, source: str) -> None:
        """Put the anchors of one source into the records."""
        path = self.files[source]
        file, text = f"{path.parent.name}/{path.name}", self.texts[source]
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
                for part in PARTS:
                    if part in credit:
                        attribution[part] = self.anchors(text, file, f"{id}: {part}", credit[part])
                if unknown := sorted(credit.keys() - ATTRIBUTION):
                    self.problems.append(f"{file}: {id}: unknown keys: {', '.join(unknown)}")
                statement.setdefault("attributions", []).append(attribution)
        for id in (*spans, *credits):
            self.problems.append(f"{file}: {id}: no record that is anchored like this has the id")

    def document(self) -> dict[str, Any]:
        """The story's document, checked."""
        for source in self.records["sources"]:
            text = self.texts[source["id"]]
            if text.shipped:
                source["paragraphs"] = list(text.paragraphs)
            else:
                source["digests"] = [digest_of(paragraph) for paragraph in text.paragraphs]
        for source in self.texts:
            self.attach(source)
        document = {"schema_version": 1, **self.records}
        self.problems += map(str, vn.check(document))
        return document

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
            row = {"paragraph": paragraph, "start": start, "end": end, **item}
            del row["span"]
            rows.append(row)
        for number, (line, end) in enumerate(zip(text.paragraphs, reached, strict=True)):
            if line[end:].strip():
                self.problems.append(f"{file}: paragraph {number}: from character {end} on it is in no row")
        return rows


def shipped(article: str) -> tuple[Build, dict[str, str]]:
    """What is built of the shipped story: the texts of its files, by their paths under the data."""
    texts = {"article": SpannedText("article", article, shipped=False)}
    for source in ("en", "es"):
        texts[source] = shipped_text(source, DATA / "texts" / f"{source}.txt")
    anchors = {source: STORY / "anchors" / f"{source}.yaml" for source in texts}
    build = Build(STORY / "records.yaml", texts, anchors)
    document = build.document()
    rows = json.dumps(build.ledger(), ensure_ascii=False, separators=(",", ":"))
    files = {"ledger.json": f"{rows}\n"}
    if not build.problems:
        files["story.json"] = vn.dumps(vn.structure(document))
    return build, files


def made_up(folder: Path) -> tuple[Build, dict[str, str]]:
    """What is built of a made-up story: the text of its file, by its path under the data."""
    text = shipped_text(SOURCE, DATA / "stories" / f"{folder.name}.txt")
    build = Build(folder / "records.yaml", {SOURCE: text}, {SOURCE: folder / "anchors.yaml"})
    document = build.document()
    if document["id"] != folder.name:
        build.problems.append(f"records.yaml: the id is {document['id']!r}, not that of its folder")
    return build, {} if build.problems else {f"stories/{folder.name}.json": vn.dumps(vn.structure(document))}


def main(arguments: list[str] | None = None) -> int:
    """Build, then write or compare; the exit status."""
    parser = argparse.ArgumentParser(description="Build the stories' documents and the ledger from tasks/story*.")
    add_article_option(parser)
    parser.add_argument("--made-up", action="store_true", help="build the made-up stories alone")
    parser.add_argument("--check", action="store_true", help="compare with what is there instead of writing")
    options = parser.parse_args(arguments)
    built = {f"stories/{folder.name}": made_up(folder) for folder in sorted(STORIES.iterdir())}
    if not options.made_up:
        built["story"] = shipped(article_text(options.article))
    problems = [f"{name}: {problem}" for name, (build, _) in built.items() for problem in build.problems]
    if problems:
        print("\n".join(problems), file=sys.stderr)
        print(f"{len(problems)} problems; nothing is written", file=sys.stderr)
        return 1
    status = 0
    for name, text in (item for _, files in built.values() for item in files.items()):
        content = text.encode()
        path = DATA / name
        if not options.check:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            print(f"{name} is not what its sources in tasks build; run python -m tasks.build_story", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
