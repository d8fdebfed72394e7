"""The article's wording is not ours to ship."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RUN = 8
"""Words in a row, counted from the first that matches, that are too many."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def words_of(text: str) -> list[tuple[str, int]]:
    """The words, lower-cased, each with the line on which it begins (1 is the first)."""
    found = []
    line, seen = 1, 0
    for match in _WORD.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        found.append((match.group().lower(), line))
    return found


def runs_of(text: str) -> dict[tuple[str, ...], int]:
    """Each run of words in the text, with the line on which it first begins."""
    words = words_of(text)
    runs: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - RUN + 1):
        runs.setdefault(tuple(word for word, _ in words[at : at + RUN]), words[at][1])
    return runs


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


def test_a_run_of_eight_words_is_found_across_lines_marks_and_case():
    """Line breaks, punctuation, case and kinds of apostrophe within the run do not hide it."""
    ours = "Seven green bottles stood, on the wall's edge; until one night's storm."
    copied = "x = 1\n# GREEN bottles\n# stood on -- the wall's 'edge' until\n"
    shared = runs_of(ours).keys() & runs_of(copied).keys()
    assert {runs_of(copied)[run] for run in shared} == {2}
    assert not runs_of(ours).keys() & runs_of(copied.replace("until", "till")).keys()


def test_every_file_of_the_project_is_looked_at(root):
    """The files that are searched include code, tests, documentation and data."""
    found = {path.relative_to(root).as_posix() for path in files_of(root)}
    assert {"README.md", "pyproject.toml", "tests/test_rights.py", "src/venezuela_news/_problems.py"} <= found


def test_no_run_of_eight_words_of_the_article_stands_in_the_project(root, article):
    """No file of the project holds eight words in a row of the article."""
    theirs = runs_of(article).keys()
    assert len(theirs) > 500
    hits = []
    for path in files_of(root):
        text = path.read_bytes().decode("utf-8", errors="replace")
        hits += [
            f"{path.relative_to(root)}:{line}: {' '.join(run)}" for run, line in runs_of(text).items() if run in theirs
        ]
    assert not hits, "\n".join(hits)


def test_no_file_name_of_the_article_is_in_the_project(root, shared):
    """The article itself is not among the files."""
    names = {path.name for path in (shared / "source").iterdir()}
    assert not names & {path.name for path in files_of(root)}
