"""The checkout, and the folder that is shared with the tests but not in the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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
