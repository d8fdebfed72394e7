"""The article's wording is not ours to ship: who has it tries to put it together from everything that is here."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import subprocess
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

import venezuela_news as vn
from venezuela_news import corpus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RUN = 8
"""Words in a row of the article that are too many anywhere."""
SHORT_RUN = 5
"""Words in a row that count: together they cover at most a share of the article's words."""
SHARE = 0.1
PLACED = 0.2
"""The share of the article's words that may be known with their places, names aside: short phrases and quotations."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+")
_DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Word(NamedTuple):
    """A word without case, accents and kinds of apostrophe, and the line on which it begins; 1 is the first."""

    text: str
    line: int


def folded(word: str) -> str:
    """A word without case, accents and kinds of apostrophe."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return bare.casefold().replace("’", "'")


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    found = []
    line, seen = 1, 0
    for match in _WORD.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        found.append(Word(folded(match.group()), line))
    return found


def runs_of(text: str, size: int) -> dict[tuple[str, ...], int]:
    """Each run of so many words in a text, with the line on which it first begins."""
    words = words_of(text)
    runs: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - size + 1):
        runs.setdefault(tuple(word.text for word in words[at : at + size]), words[at].line)
    return runs


def paragraphs_in(text: str) -> list[str]:
    """The non-blank lines of a text, stripped, in NFC."""
    return [line.strip() for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]


# -- everything that is here --------------------------------------------------------------------------


def files_of(root: Path) -> list[Path]:
    """The files that are tracked or could be: all that is not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        named = [root / name for name in listed.stdout.decode().split("\0") if name]
    else:  # an unpacked sdist
        named = [
            path
            for path in root.rglob("*")
            if not any(
                part.startswith((".", "__pycache__")) or part == "build" for part in path.relative_to(root).parts
            )
        ]
    return sorted(path for path in named if path.is_file())


def strings_in(value: object) -> Iterator[str]:
    """Every text in plain data, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings_in(key)
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)


def values_of(name: str, text: str) -> Iterator[str]:
    """The texts that a file of JSON, YAML or Python holds, as who reads it gets them: no escape hides a word."""
    try:
        match Path(name).suffix:
            case ".json":
                yield from strings_in(json.loads(text))
            case ".yaml" | ".yml" | ".cff":
                yield from strings_in(YAML(typ="safe", pure=True).load(text))
            case ".py":
                nodes = ast.walk(ast.parse(text))
                yield from (it.value for it in nodes if isinstance(it, ast.Constant) and isinstance(it.value, str))
            case _:
                pass
    except (ValueError, SyntaxError, YAMLError, RecursionError):
        pass  # cases of the corpus that no parser takes


@cache
def texts_of(root: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Each file's text, and the texts that it holds."""
    found = {}
    for path in files_of(root):
        text = path.read_bytes().decode("utf-8", errors="replace")
        name = path.relative_to(root).as_posix()
        found[name] = text, tuple(values_of(name, text))
    return found


def shared_runs(root: Path, article: str, size: int) -> dict[str, dict[tuple[str, ...], int]]:
    """The runs of so many words that a file shares with the article, each with its line, by the file's name."""
    theirs = runs_of(article, size).keys()
    found = {}
    for name, (text, values) in texts_of(root).items():
        runs = runs_of(text, size)
        for value in values:
            runs |= {run: 0 for run in runs_of(value, size) if run not in runs}
        if hits := {run: line for run, line in runs.items() if run in theirs}:
            found[name] = hits
    return found


def joined(article: str, runs: Iterable[tuple[str, ...]]) -> list[str]:
    """The parts of the article that some of its runs cover, as far as they reach."""
    wanted = set(runs)
    words = [word.text for word in words_of(article)]
    covered = [False] * len(words)
    for at in range(len(words)):
        for size in {len(run) for run in wanted}:
            if tuple(words[at : at + size]) in wanted:
                covered[at : at + size] = [True] * size
    parts: list[list[str]] = [[]]
    for word, there in zip(words, covered, strict=True):
        if there:
            parts[-1].append(word)
        elif parts[-1]:
            parts.append([])
    return [" ".join(part) for part in parts if part]


# -- the searches find what there is --------------------------------------------------------------------


def test_a_run_is_found_across_lines_marks_case_and_accents():
    """Line breaks, punctuation, case, accents and kinds of apostrophe within the run do not hide it."""
    ours = "Seven green bottles stood, on the wall's édge; until one night's storm."
    copied = "x = 1\n# GREEN bottles\n# stood on -- the wall’s 'edge' until\n"
    shared = runs_of(ours, RUN).keys() & runs_of(copied, RUN).keys()
    assert {runs_of(copied, RUN)[run] for run in shared} == {2}
    assert not runs_of(ours, RUN).keys() & runs_of(copied.replace("until", "till"), RUN).keys()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"green\\u0020bottles": []}'),
        ("a.json", '[1, {"x": ["green\\u0020bottles"]}]'),
        ("a.yaml", "x: >-\n  green\n  bottles\n"),
        ("a.py", 'x = f(1, "green\\x20" "bottles")'),
    ],
)
def test_escapes_hide_no_words(name, text):
    """A file's values are read as its format means them."""
    assert "green bottles" not in text
    assert "green bottles" in values_of(name, text)


@pytest.mark.parametrize(("name", "text"), [("a.json", "{"), ("a.yaml", "[: {"), ("a.py", "x ="), ("a.md", "x")])
def test_a_file_that_no_parser_takes_has_its_text_alone(name, text):
    """What can't be parsed, or is of another format, has no values."""
    assert list(values_of(name, text)) == []


def test_runs_that_overlap_are_one_part():
    """The words that runs cover are counted once, wherever the article has them."""
    article = "a b c d e f g. A b c h"
    assert joined(article, [("a", "b", "c"), ("c", "d", "e")]) == ["a b c d e", "a b c"]
    assert joined(article, []) == []


def test_every_file_of_the_project_is_looked_at(root):
    """The files that are searched include code, tests, documentation and data."""
    found = {path.relative_to(root).as_posix() for path in files_of(root)}
    assert {"README.md", "pyproject.toml", "tests/test_rights.py", "src/venezuela_news/_problems.py"} <= found


# -- the article ----------------------------------------------------------------------------------------


def test_no_run_of_eight_words_of_the_article_stands_in_the_project(root, article):
    """No file of the project holds eight words in a row of the article, headline and captions included."""
    assert len(runs_of(article, RUN)) > 500
    found = shared_runs(root, article, RUN)
    hits = [f"{name}:{line}: {' '.join(run)}" for name, runs in found.items() for run, line in runs.items()]
    assert not hits, "\n".join(hits)


def test_all_runs_of_five_words_cover_at_most_a_tenth_of_the_article(root, article):
    """All that can be joined from runs of five words, from whatever file, is at most a tenth of the article's words."""
    found = shared_runs(root, article, SHORT_RUN)
    parts = joined(article, [run for runs in found.values() for run in runs])
    share = sum(len(part.split()) for part in parts) / len(words_of(article))
    by_file = [f"{name}: {' | '.join(joined(article, runs))}" for name, runs in found.items()]
    assert share <= SHARE, "\n".join([f"{share:.1%} of its words", *by_file])


def candidates(root: Path) -> Iterator[str]:
    """Every text of the project that could be a paragraph: files, lines, sentences and values, also out of their marks."""
    for text, values in texts_of(root).values():
        for each in (text, *values):
            yield each
            for line in each.splitlines():
                yield line
                yield from _SENTENCE_END.split(line)


def inverted(digests: Iterable[str], texts: Iterable[str]) -> set[str]:
    """The texts, as they are or stripped of marks and white space, that have one of the digests."""
    wanted = set(digests)
    found: set[str] = set()
    seen: set[str] = set()
    for text in texts:
        whole = unicodedata.normalize("NFC", text)
        bare = whole.strip(" \t\n\r#*->|,:`")
        for each in {whole, whole.strip(), bare, bare.strip("\"'“”‘’"), bare.rstrip("."), f"{bare}."} - seen:
            seen.add(each)
            if hashlib.sha256(each.encode("utf-8", "surrogatepass")).hexdigest() in wanted:
                found.add(each)
    return found


def test_inverting_finds_what_there_is():
    """A paragraph that stands in a text as a line, in marks or without its full stop, is found by its digest."""
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in ("Green bottles.", "A wall", "Storm.")]
    assert inverted(digests, ['- "Green bottles."', "A wall.", "Rain."]) == {"Green bottles.", "A wall"}


def test_digests_give_nothing_away_but_short_captions(root, article):
    """Hashing every text of the project restores no paragraph of eight words or more."""
    digests = corpus.story().find(vn.Source, "article").digests
    assert list(digests) == [hashlib.sha256(line.encode()).hexdigest() for line in paragraphs_in(article)]
    restored = inverted(digests, candidates(root))
    assert [text for text in restored if len(words_of(text)) >= RUN] == []


def spans_in(paragraph: str) -> Iterator[str]:
    """The parts of a paragraph that begin and end where words do, with and without the mark behind them."""
    words = [match.span() for match in _WORD.finditer(paragraph)]
    for number, (start, _) in enumerate(words):
        for _, end in words[number:]:
            yield paragraph[start:end]
            yield paragraph[start : end + 1]


def test_no_digest_in_the_project_is_of_a_part_of_a_paragraph(root, article):
    """Of the article, there are digests of whole paragraphs alone."""
    paragraphs = paragraphs_in(article)
    there = {digest for text, _ in texts_of(root).values() for digest in _DIGEST.findall(text)}
    whole = {hashlib.sha256(line.encode()).hexdigest() for line in paragraphs}
    assert whole <= there
    parts = {hashlib.sha256(part.encode()).hexdigest() for line in paragraphs for part in spans_in(line)}
    assert len(parts) > 10_000
    assert (parts & there) - whole == set()


def spans_of(value: Any) -> Iterator[dict[str, Any]]:
    """The anchors in plain data."""
    if isinstance(value, dict):
        if "paragraph" in value:
            yield value
        for item in value.values():
            yield from spans_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans_of(item)


def fitted(record: Any, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """The places in the article at which words of the record itself, or of its retellings, fit and are right."""
    fitting: defaultdict[int, set[str]] = defaultdict(set)
    for text in strings_in(record):
        words = [match.span() for match in re.finditer(r"\S+", text)]
        for number, (start, _) in enumerate(words):
            for _, end in words[number : number + RUN]:
                fitting[end - start].add(text[start:end])
    for span in spans_of(record):
        paragraph, start, end = span["paragraph"], span["start"], span["end"]
        if span["source"] == "article" and lines[paragraph][start:end] in fitting[end - start]:
            yield paragraph, start, end


def test_words_that_fit_at_places_of_the_article_are_few(article):
    """Who puts each record's words where they fit, always guessing right, has a fifth of the article, and its names.

    Every mention of a name has its place: who is named where is a fact.
    """
    lines = paragraphs_in(article)
    arrays = arrays_of_the_story()
    names = {
        form for records in arrays for it in records if "name" in it for form in (it["name"], *it.get("aliases", ()))
    }
    found = {place for records in arrays for record in records for place in fitted(record, lines)}
    places = {(number, start, end) for number, start, end in found if lines[number][start:end] not in names}
    words = [(number, match.start()) for number, line in enumerate(lines) for match in _WORD.finditer(line)]
    known = [(n, at) for n, at in words if any(n == number and s <= at < e for number, s, e in places)]
    assert 0 < len(known) / len(words) <= PLACED


def arrays_of_the_story() -> list[list[Any]]:
    """The arrays of the shipped story's document."""
    return [value for value in vn.unstructure(corpus.story()).values() if isinstance(value, list)]


def test_no_file_name_of_the_article_is_in_the_project(root, shared):
    """The article itself is not among the files."""
    names = {path.name for path in (shared / "source").iterdir()}
    assert not names & {path.name for path in files_of(root)}
