"""What holds for every test: documentation runs, and where it is asked for, nothing is skipped."""

from __future__ import annotations

import doctest
import os
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest_plugins = ["pytester"]  # for the tests of our own plugin; only the root may ask for it

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
