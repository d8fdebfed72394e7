"""The checkout, and the folder that is shared with the tests but not in the repository."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from laws import draws_counted

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANCE = 3
"""So many draws more than a tenth may be refused: a law with fifty examples is a small sample."""


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a law that refuses more than a tenth of its draws: build what is wanted, and filter the exception."""
    with draws_counted() as draws:
        yield
    if draws["invalid"] > draws.total() / 10 + _CHANCE:
        pytest.fail(f"{draws['invalid']} of {draws.total()} draws are refused by a filter or `assume`", pytrace=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's root."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder that holds the article and the oracles."""
    place = os.environ.get("VENEZUELA_NEWS_SHARED")
    if not place:
        pytest.skip("needs the article: VENEZUELA_NEWS_SHARED names no folder")
    folder = Path(place)
    assert folder.is_dir(), f"VENEZUELA_NEWS_SHARED is {place!r}, which is no folder"
    return folder


@pytest.fixture(scope="session")
def article(shared: Path) -> str:
    """The article's text, as its file has it."""
    (file,) = sorted((shared / "source").glob("*.txt"))
    return file.read_text(encoding="utf-8")
