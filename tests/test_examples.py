"""The examples run as they stand, and print what stands beside them."""

from __future__ import annotations

import difflib
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_prints_what_it_promises(script, tmp_path):
    """Run in an empty folder, with warnings as errors, an example prints its `.out` file and nothing on standard error.

    `make examples` writes the `.out` files anew; read what changed before you keep it.
    """
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    expected = script.with_suffix(".out").read_text("utf-8")
    difference = difflib.unified_diff(
        expected.splitlines(), done.stdout.splitlines(), "expected", "printed", lineterm=""
    )
    assert done.stdout == expected, "\n".join(difference)


def test_every_expected_output_belongs_to_an_example():
    """No `.out` file is left behind by an example that is gone."""
    assert {file.stem for file in EXAMPLES.glob("*.out")} == {script.stem for script in SCRIPTS}
