"""The checker of `examples/consumer-node`, written from the documentation in another language, passes the corpus."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from venezuela_news.corpus._cases import DATA


def run(root, script, *arguments):
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    command = [node, str(root / "examples" / "consumer-node" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_a_checker_in_javascript_passes_the_corpus(root):
    """Every case of documents and of bytes in JSON has, by the checker, the problems that it tells and no other."""
    done = run(root, "rules.mjs", DATA)
    assert (done.stderr, done.returncode) == ("", 0), done.stdout
    rows = [line.split() for line in done.stdout.splitlines()]
    assert [row[0] for row in rows] == ["kind", "valid", "invalid", "doubtful", "raw"]
    assert all(int(row[1]) > 0 and row[2] == "0" for row in rows[1:])


def test_a_corpus_that_is_none_is_told(root, tmp_path):
    """A folder without a corpus is no success, and no traceback."""
    done = run(root, "rules.mjs", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such file" in done.stderr
    assert run(root, "rules.mjs").stderr.startswith("usage: node rules.mjs FOLDER")
