"""The gold corpus that ships with the library: the story, its retellings, made-up stories, and the case corpus.

Everything is read when it is asked for, once, and can't be changed.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import final

import attrs

from venezuela_news._arguments import expect, expect_flag
from venezuela_news._codec import loads
from venezuela_news._story import Story
from venezuela_news.corpus._cases import (
    DATA,
    KINDS,
    Case,
    CaseKind,
    DocumentCase,
    Expected,
    GroundingCase,
    RawCase,
    ScoredCase,
    cases,
    names,
)

__all__ = [
    "KINDS",
    "Case",
    "CaseKind",
    "DocumentCase",
    "Expected",
    "GroundingCase",
    "LedgerEntry",
    "RawCase",
    "ScoredCase",
    "cases",
    "copy_to",
    "files",
    "ledger",
    "stories",
    "story",
    "texts",
    "version",
]


@cache
def story() -> Story:
    """Give the shipped story: the day Venezuela's president cut ties with the United States.

    >>> story().as_of
    PartialDate('2019-01-23')
    """
    return loads((DATA / "story.json").read_bytes())


@cache
def texts() -> Mapping[str, str]:
    """Give the retellings of the story, by the id of their source: ``en`` and ``es``.

    >>> sorted(texts())
    ['en', 'es']
    """
    return MappingProxyType({name: (DATA / "texts" / f"{name}.txt").read_text("utf-8") for name in ("en", "es")})


@cache
def stories() -> Mapping[str, Story]:
    """Give the made-up stories, by their ids: what the shipped story does not exercise, in five languages.

    Nobody in them lives, and nothing in them happened. Together they have every field of every record and every choice;
    each has one source, with its paragraphs, in which everything is anchored.

    >>> for id, story in stories().items():
    ...     print(story.language, id)
    en election-of-a-mayor
    es flood-on-the-amaranto
    fr ruling-on-a-film
    zh-Hans strike-at-the-docks
    ar summit-that-was-cancelled
    """
    documents = (name for name in names(DATA / "stories") if name.endswith(".json"))
    return MappingProxyType(
        {name.removesuffix(".json"): loads((DATA / "stories" / name).read_bytes()) for name in documents}
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class LedgerEntry:
    """A sentence of the article that the story rests on, and what holds it.

    Args:
        paragraph: The paragraph's number; 0 is the first.
        start: Where the sentence begins, in code points of the paragraph; 0 is before the first.
        end: Where it ends, half-open.
        records: The ids of the records that hold what it tells.
        reason: Why it has none, where it carries no fact.
    """

    paragraph: int
    start: int
    end: int
    records: tuple[str, ...] = ()
    reason: str | None = None

    def __repr__(self) -> str:
        told = self.reason or f"{len(self.records)} records"
        return f"<LedgerEntry: paragraph {self.paragraph}, {self.start} to {self.end}: {told[:100]}>"


@cache
def ledger() -> tuple[LedgerEntry, ...]:
    """Give the sentences of the article, in its order, each with the records that hold it.

    >>> all(entry.reason for entry in ledger() if not entry.records)
    True
    """
    return tuple(
        LedgerEntry(
            paragraph=row["paragraph"],
            start=row["start"],
            end=row["end"],
            records=tuple(row.get("records", ())),
            reason=row.get("reason"),
        )
        for row in json.loads((DATA / "ledger.json").read_bytes())
    )


@cache
def version() -> str:
    """Give the version of the case corpus, its own: where an expected result changes, it is a major one."""
    found: str = json.loads((DATA / "corpus.json").read_bytes())["version"]
    return found


@cache
def files() -> tuple[str, ...]:
    """Give the paths of the corpus's files, sorted, with slashes.

    >>> {"schema.json", "story.json", "texts/en.txt"} <= set(files())
    True
    """
    return tuple(names())


def copy_to(directory: str | os.PathLike[str], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Copy every file of the corpus out, for use from any language.

    Args:
        directory: Where to; it is made if it is not there.
        overwrite: Whether files may be written into a directory that has files already.

    Returns:
        The paths of the copies, sorted.

    Raises:
        TypeError: The directory is no path, or ``overwrite`` is neither true nor false.
        FileExistsError: The directory is not empty, and ``overwrite`` is not set; or it is a file.
        OSError: A file can't be written.

    >>> copies = copy_to("cases")
    >>> copies[0].as_posix()
    'cases/case.schema.json'
    """
    expect(directory, (str, os.PathLike), "directory", "a path")
    expect_flag(overwrite, "overwrite")
    target = Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    if not overwrite and any(target.iterdir()):
        raise FileExistsError(errno.EEXIST, "the directory is not empty", str(target))
    copies: list[Path] = []
    for name in files():
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((DATA / name).read_bytes())
        copies.append(copy)
    return tuple(copies)
