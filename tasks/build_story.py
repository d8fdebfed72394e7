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

An anchors file has two mappings. ``records`` gives the spans of each record that has no name of its own;
:mod:`tasks.mentions` finds those of the others, by their names. ``statements`` gives each statement's attributions, one
for each place where the source reports it. ``names``, where it is there, gives further names by which a source calls a
record that has no field for them::

    names:
      harbor: [Hafen]
    records:
      crews: ["3: the crews", "5: those on board"]
    statements:
      reis-thanks:
        - {mode: indirect, content: ["11: the crews"], cue: ["11: thanked"], speaker: ["11: she #3"]}

An attribution's spans keep to these rules. *Content* is what was said, without the word that introduces it ("that") and
without quotation marks; what is quoted and what is not are spans of their own. A *cue* is the word that credits it, a
verb mostly, as printed, with a particle that it can't do without ("spoken out"), without auxiliaries, "to" and objects. A
*speaker* is a mention of one, by name or noun phrase, just as the speaker is anchored there, or a pronoun; there is none
where the sentence has none.

The ledger is a list, one item for each sentence of the article, in order, which leaves out nothing but white space. The
records of a sentence are those that are anchored in it, statements that are credited in it, and claims that these
statements and stances are about. A sentence without any has a reason::

    - {span: "0: 0-24", reason: browser notice}
    - {span: "1: 0-90"}

:mod:`tasks.spans` explains the spans: words in the texts that ship, offsets in the article.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tasks.mentions import forms_of, mentions_in, named
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


def anchor_at(text: SpannedText, paragraph: int, start: int, end: int) -> dict[str, Any]:
    """The anchor of a place: with the words where the text ships."""
    words = {"exact": text.paragraphs[paragraph][start:end]} if text.shipped else {}
    return {"source": text.source, "paragraph": paragraph, "start": start, "end": end, **words}


class Build:
    """The records of one story, its texts, and everything that is wrong with them.

    Args:
        records: The file of the records.
        texts: The text of each source, by its id.
        anchors: The file of the anchors in each source, by its id.
        finds_names: Whether names are found in the texts (see :mod:`tasks.mentions`); else their spans are given.
    """

    def __init__(
        self, records: Path, texts: dict[str, SpannedText], anchors: dict[str, Path], *, finds_names: bool
    ) -> None:
        self.problems: list[str] = []
        self.records: dict[str, Any] = load(records)
        self.texts = texts
        self.files = anchors
        self.finds_names = finds_names

    def anchors(self, text: SpannedText, file: str, record: str, spans: Any) -> list[dict[str, Any]]:
        """The anchors of spans; one that can't be resolved becomes a problem."""
        anchors: list[dict[str, Any]] = []
        if not isinstance(spans, list) or not spans:
            self.problems.append(f"{file}: {record}: spans are a list of one or more")
            return anchors
        for span in spans:
            try:
                anchor = anchor_at(text, *text.resolve(span))
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
        if unknown := sorted(given.keys() - {"names", "records", "statements"}):
            self.problems.append(f"{file}: unknown keys: {', '.join(unknown)}")
        spans, credits = dict(given.get("records") or {}), dict(given.get("statements") or {})
        if self.finds_names:
            self.attach_names(file, text, given.get("names") or {}, spans)
        by_name = {record["id"] for record in named(self.records)} if self.finds_names else set[str]()
        for array in ARRAYS:
            if array in UNANCHORED:
                continue
            for record in self.records.get(array, ()):
                if (id := record["id"]) in by_name:
                    continue
                if id not in spans:
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

    def attach_names(self, file: str, text: SpannedText, more: dict[str, Any], spans: dict[str, Any]) -> None:
        """Put the places of names into the records that have them."""
        found = mentions_in(text.paragraphs, forms_of(self.records, more))
        for record in named(self.records):
            if (id := record["id"]) not in found:
                self.problems.append(f"{file}: {id}: no name of it stands in the text")
            if spans.pop(id, None) is not None:
                self.problems.append(f"{file}: {id}: its names are found; no span is given for it")
            record.setdefault("anchors", []).extend(anchor_at(text, *place) for place in found.get(id, ()))

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
        """The ledger of the article's sentences, proven complete, with the records that the anchors put in each."""
        text, file = self.texts["article"], "ledger.yaml"
        rows: list[dict[str, Any]] = []
        reached = [0] * len(text.paragraphs)
        last = 0
        for item in load(STORY / "ledger.yaml"):
            span = item.get("span", "")
            if item.keys() - {"span", "reason"}:
                self.problems.append(f"{file}: {span!r}: it has a span, and a reason where it tells of no record")
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
            told = self.told_in(paragraph, start, end)
            if bool(told) == ("reason" in item):
                self.problems.append(f"{file}: {span!r}: it tells of {len(told)} records; it has a reason if of none")
            held = {"records": told} if told else {"reason": item.get("reason", "")}
            rows.append({"paragraph": paragraph, "start": start, "end": end, **held})
        for number, (line, end) in enumerate(zip(text.paragraphs, reached, strict=True)):
            if line[end:].strip():
                self.problems.append(f"{file}: paragraph {number}: from character {end} on it is in no row")
        return rows

    def told_in(self, paragraph: int, start: int, end: int) -> list[str]:
        """The ids of the records that are told of in a part of the article, sorted."""

        def inside(anchors: list[dict[str, Any]]) -> bool:
            return any(
                it["source"] == "article" and it["paragraph"] == paragraph and it["start"] < end and start < it["end"]
                for it in anchors
            )

        told = {
            record["id"]
            for array in ARRAYS
            for record in self.records.get(array, ())
            if inside(record.get("anchors", [])) or inside(anchors_in(record.get("attributions", [])))
        }
        claims = {claim["id"] for claim in self.records["claims"]}
        told |= {it["claim"] for it in self.records["stances"] if it["id"] in told}
        told |= {id for it in self.records["statements"] if it["id"] in told for id in claims & {*it.get("about", ())}}
        return sorted(told)


def anchors_in(attributions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All anchors of some attributions."""
    return [anchor for attribution in attributions for part in PARTS for anchor in attribution.get(part, ())]


def shipped(article: str) -> tuple[Build, dict[str, str]]:
    """What is built of the shipped story: the texts of its files, by their paths under the data."""
    texts = {"article": SpannedText("article", article, shipped=False)}
    for source in ("en", "es"):
        texts[source] = shipped_text(source, DATA / "texts" / f"{source}.txt")
    anchors = {source: STORY / "anchors" / f"{source}.yaml" for source in texts}
    build = Build(STORY / "records.yaml", texts, anchors, finds_names=True)
    document = build.document()
    rows = json.dumps(build.ledger(), ensure_ascii=False, separators=(",", ":"))
    files = {"ledger.json": f"{rows}\n"}
    if not build.problems:
        files["story.json"] = vn.dumps(vn.structure(document))
    return build, files


def made_up(folder: Path) -> tuple[Build, dict[str, str]]:
    """What is built of a made-up story: the text of its file, by its path under the data."""
    text = shipped_text(SOURCE, DATA / "stories" / f"{folder.name}.txt")
    # Not every script sets a name apart: Arabic writes "and" and "to" before it as one word.
    build = Build(folder / "records.yaml", {SOURCE: text}, {SOURCE: folder / "anchors.yaml"}, finds_names=False)
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
