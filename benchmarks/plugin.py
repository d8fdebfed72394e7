"""What the pytest plugin costs a session that does not use it: the goal is under 5 ms.

    python benchmarks/plugin.py [--rounds 30] [--tests 200]

Wants the package installed, so that pytest finds the plugin by its entry point. First the parts of it alone, in one
process each: importing the module, compiling it, and asking about a test. Then whole sessions, with it and without, in
turn, in processes of their own, over tests that do nothing, one and many: the CPU time that each kind takes at least,
which says most on a machine that is busy, and the median of the differences.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

IMPORT = """
import time, pytest
begin = time.perf_counter()
import pytest_venezuela_news
print(time.perf_counter() - begin)
"""

COMPILE = """
import argparse, importlib.util, time
with open(argparse.__file__, "rb") as file:
    compile(file.read(), "another", "exec")  # as pytest has compiled others by then
with open(importlib.util.find_spec("pytest_venezuela_news").origin, "rb") as file:
    source = file.read()
begin = time.perf_counter()
compile(source, "plugin", "exec")
print(time.perf_counter() - begin)
"""

ASK = """
import time, pytest
import pytest_venezuela_news as plugin

class Function:
    own_markers = [pytest.mark.parametrize("n", [1]).mark]

class Metafunc:
    fixturenames = ["n", "tmp_path", "request"]
    definition = Function

begin = time.perf_counter()
for _ in range(100_000):
    plugin.pytest_generate_tests(Metafunc)
print((time.perf_counter() - begin) / 100_000)
"""


def spent() -> float:
    """The CPU seconds of all processes that were started and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def session(folder: Path, *options: str) -> float:
    """Run a session; the CPU seconds that it took."""
    before = spent()
    # Hypothesis' own plugin would only add to the noise: it takes a hundred times as long as what is measured here.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONHASHSEED"] = "0"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:hypothesispytest",
        *options,
        str(folder),
    ]
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return spent() - before


def alone(code: str, rounds: int) -> float:
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(rounds)
    ]
    return statistics.median(times)


def sessions(tests: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "test_nothing.py").write_text("\n".join(f"def test_{n}(): pass" for n in range(tests)) + "\n")
        (folder / "pytest.ini").write_text("[pytest]\n")
        without, with_ = ("-p", "no:pytest_venezuela_news"), ()
        for options in (without, with_):
            session(folder, *options)
        # In turn, and each first every other time, so that what the machine does besides is shared alike.
        pairs = []
        for n in range(rounds):
            if n % 2:
                first = session(folder, *without)
                pairs.append((first, session(folder, *with_)))
            else:
                first = session(folder, *with_)
                pairs.append((session(folder, *without), first))
    off, on = (1000 * min(times) for times in zip(*pairs, strict=True))
    more = 1000 * statistics.median(b - a for a, b in pairs)
    print(
        f"a session of {tests} test{'s' * (tests > 1)}: at least {off:.1f} ms without and {on:.1f} ms with, "
        f"{on - off:+.1f} ms; in the median pair {more:+.1f} ms"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--tests", type=int, default=200)
    given = parser.parse_args()
    if not metadata.entry_points(group="pytest11", name="pytest_venezuela_news"):
        sys.exit("the package is not installed here: python -m pip install .")
    print(f"importing the module:  {1000 * alone(IMPORT, given.rounds):.2f} ms")
    print(f"compiling it as well:  {1000 * alone(COMPILE, given.rounds):.2f} ms, where no bytecode can be kept")
    print(f"asking about one test: {1e6 * alone(ASK, 3):.2f} µs")
    sessions(1, given.rounds)
    sessions(given.tests, given.rounds)
