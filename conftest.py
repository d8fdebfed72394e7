"""Settings for every test: Hypothesis profiles, documentation that runs, and sessions in which nothing is skipped."""

from __future__ import annotations

import doctest
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.database import DirectoryBasedExampleDatabase
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["pytester"]  # for the tests of our own plugin; only the root may ask for it

# -- what Hypothesis draws ----------------------------------------------------------------------

# Neither deadlines nor a health check of speed: on a shared machine they measure the neighbors.
_ANYWHERE = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])

# The default: the same few examples every time, on any machine. Explaining a failure costs as much as finding it.
settings.register_profile(
    "default",
    _ANYWHERE,
    derandomize=True,
    database=None,
    max_examples=50,
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
# As few examples, drawn at random: `--hypothesis-seed` chooses which.
settings.register_profile("seeds", settings.get_profile("default"), derandomize=False)
# Many examples, at random; what fails is kept.
settings.register_profile(
    "nightly",
    _ANYWHERE,
    derandomize=False,
    max_examples=2_000,
    database=DirectoryBasedExampleDatabase(Path(__file__).parent / ".hypothesis" / "nightly"),
)
_PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or "default"
settings.load_profile(_PROFILE)


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark of tests that run at night only."""
    config.addinivalue_line(
        "markers",
        "nightly(reason): run the test under HYPOTHESIS_PROFILE=nightly alone, because it takes long or its time is not bounded.",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave tests marked `nightly` out of every other session; they are deselected, not skipped."""
    if _PROFILE == "nightly":
        return
    late = [item for item in items if item.get_closest_marker("nightly") is not None]
    if late:
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if item.get_closest_marker("nightly") is None]


# -- documentation that runs --------------------------------------------------------------------

_MARKDOWN = Sybil(
    patterns=["*.md"],
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS), SkipParser()],
    fixtures=["scratch"],
    name="markdown",
)
_DOCSTRINGS = Sybil(
    path="src",
    patterns=["*.py"],
    parsers=[DocTestParser(optionflags=doctest.ELLIPSIS)],
    fixtures=["scratch"],
    name="docstring",
)

# Sybil imports a module by its name, so docstrings are read in the tree and run as installed.
pytest_collect_file = (_MARKDOWN + _DOCSTRINGS).pytest()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder as the current one, shared by the examples of one document."""
    folder = tmp_path_factory.mktemp("scratch")
    before = os.getcwd()  # noqa: PTH109  (the string is what chdir takes back)
    os.chdir(folder)
    yield folder
    os.chdir(before)


# -- sessions in which nothing is skipped -------------------------------------------------------


def _skipped(session: pytest.Session) -> list[pytest.TestReport]:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    return list(reporter.stats.get("skipped", ())) if reporter is not None else []


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """With VENEZUELA_NEWS_NO_SKIP set to 1, a skipped test fails the session."""
    if os.environ.get("VENEZUELA_NEWS_NO_SKIP") == "1" and _skipped(session):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why a session without a failure fails."""
    count = len(terminalreporter.stats.get("skipped", ()))
    if count and os.environ.get("VENEZUELA_NEWS_NO_SKIP") == "1":
        terminalreporter.write_line(f"VENEZUELA_NEWS_NO_SKIP=1, and {count} skipped: this session fails", red=True)
