"""The case corpus: small documents, bytes, quotations and pairs of stories, each with the result expected of it.

1. A case never changes. Its ``data`` is read afresh at each access, so that nobody's changes leak.
2. An id is the path of its file and the words of its description: adding cases changes none.
3. Files are read when a kind of case is asked for, once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, assert_never, final, overload

import attrs

from venezuela_news._arguments import expect_choice
from venezuela_news._codec import loads
from venezuela_news._formats import FormatName, format_of
from venezuela_news._story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = [
    "DATA",
    "KINDS",
    "Case",
    "CaseKind",
    "DocumentCase",
    "Expected",
    "GroundingCase",
    "RawCase",
    "ScoredCase",
    "cases",
    "names",
]

DATA: Traversable = resources.files("venezuela_news.corpus") / "data"
"""The folder of the corpus."""

CaseKind: TypeAlias = Literal["valid", "invalid", "doubtful", "raw", "grounding", "scored"]
"""The name of a kind of cases."""
KINDS: tuple[CaseKind, ...] = ("valid", "invalid", "doubtful", "raw", "grounding", "scored")
"""The names of all kinds of cases."""


def _read_only(figures: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType(dict(figures))


@final
@attrs.frozen(weakref_slot=False)
class Expected:
    """A problem that a case has: the rule that is broken, and where.

    Args:
        pointer: A JSON Pointer (RFC 6901) into the document; empty for all of it.
        rule: The rule's name.
    """

    pointer: str
    rule: str


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class DocumentCase:
    """A document, and what is wrong with it, if anything.

    Args:
        id: The file and the words of the description, such as ``invalid/bad-id/an-id-is-empty``.
        kind: ``valid``, ``invalid`` or ``doubtful``.
        topic: The name of its file: a topic, or the rule that is broken.
        description: What is so; unique in the corpus.
        problems: Every problem of the document, by pointer.
        schema: Whether JSON Schema alone refuses it.

    >>> from venezuela_news import corpus
    >>> case = next(case for case in corpus.cases("invalid") if case.topic == "bad-id")
    >>> case.description, case.data["id"], case.problems
    ('an id begins with a capital letter', 'Harbor', (Expected(pointer='/id', rule='bad-id'),))
    """

    id: str
    kind: Literal["valid", "invalid", "doubtful"]
    topic: str
    description: str
    problems: tuple[Expected, ...] = ()
    schema: bool = False
    _text: str = attrs.field(alias="text")

    def __repr__(self) -> str:
        return f"<DocumentCase {self.id!r}: {_count(self.problems)}>"

    @property
    def data(self) -> Any:
        """The document, as fresh plain data."""
        return json.loads(self._text)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class RawCase:
    r"""A file whose bytes are accepted or refused.

    Args:
        id: The file, such as ``raw/n_mark_utf8.json``.
        kind: ``raw``.
        topic: ``accepted`` or ``refused``.
        description: The words of the file's name.
        format: The format that the bytes are read as.
        problems: The one problem of a refused file; none of an accepted one.

    >>> from venezuela_news import corpus
    >>> case = next(case for case in corpus.cases("raw") if case.id == "raw/n_mark_utf8_alone.json")
    >>> case.data, case.problems
    (b'\xef\xbb\xbf', (Expected(pointer='', rule='byte-order-mark'),))
    """

    id: str
    kind: Literal["raw"] = "raw"
    topic: Literal["accepted", "refused"]
    description: str
    format: FormatName
    problems: tuple[Expected, ...] = ()

    def __repr__(self) -> str:
        return f"<RawCase {self.id!r}: {_count(self.problems)}>"

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return (DATA / "raw" / self.id.removeprefix("raw/")).read_bytes()


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class GroundingCase:
    """A quotation, and where it stands in a text.

    Args:
        id: The file and the words of the description.
        kind: ``grounding``.
        topic: The outcome.
        description: What is so; unique in the corpus.
        text: The text that is searched.
        quote: The quotation.
        spans: Its places, start and end, half-open, in code points of the text; 0 is before the first.
        folds: The differences that are looked through, where the case tells.
        elided: Whether words are left out, where the case tells.
        parts: The places of the quotation's fragments, where the case tells.
        omitted: The places of the words that gaps stand for, where the case tells.
        replaced: The places of what words in brackets stand for, start and end alike for nothing, where the case tells.
        called_out: Whether something is called out of the place, where the case tells.

    >>> from venezuela_news import corpus
    >>> case = next(case for case in corpus.cases("grounding") if case.topic == "found")
    >>> (start, end), = case.spans
    >>> case.text[start:end] == case.quote
    True
    """

    id: str
    kind: Literal["grounding"] = "grounding"
    topic: str
    description: str
    text: str
    quote: str
    spans: tuple[tuple[int, int], ...]
    folds: tuple[str, ...] | None = None
    elided: bool | None = None
    parts: tuple[tuple[int, int], ...] | None = None
    omitted: tuple[tuple[int, int], ...] | None = None
    replaced: tuple[tuple[int, int], ...] | None = None
    called_out: bool | None = None

    def __repr__(self) -> str:
        return f"<GroundingCase {self.id!r}: {self.outcome}>"

    @property
    def outcome(self) -> str:
        """What searching gives: the topic."""
        return self.topic


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class ScoredCase:
    """A predicted and a gold story, with figures of their score that the definitions fix.

    Args:
        id: The file, such as ``scored/wrong-speaker``.
        kind: ``scored``.
        topic: The name of its file.
        description: What is so; unique in the corpus.
        figures: Figures by name: those of a card's ``scores()``, and the lengths of its lists ``misses``, ``inventions``
            and ``confusions``. What is not given is not stated. Read-only.

    >>> from venezuela_news import corpus
    >>> case = next(case for case in corpus.cases("scored") if case.topic == "wrong-speaker")
    >>> case.figures["statements.f1"], case.figures["speakers.accuracy"]
    (1, 0.5)
    """

    id: str
    kind: Literal["scored"] = "scored"
    topic: str
    description: str
    figures: Mapping[str, float] = attrs.field(converter=_read_only, hash=False)
    _predicted: bytes = attrs.field(alias="predicted")
    _gold: bytes = attrs.field(alias="gold")

    def __repr__(self) -> str:
        return f"<ScoredCase {self.id!r}: {len(self.figures)} figures>"

    @property
    def predicted(self) -> Story:
        """What was extracted."""
        return loads(self._predicted)

    @property
    def gold(self) -> Story:
        """What was to be extracted."""
        return loads(self._gold)


def _count(problems: tuple[Expected, ...]) -> str:
    return f"{len(problems)} problem{'s' * (len(problems) != 1)}" if problems else "no problem"


Case: TypeAlias = DocumentCase | RawCase | GroundingCase | ScoredCase
"""A case of any kind."""


@overload
def cases(kind: Literal["valid", "invalid", "doubtful"]) -> tuple[DocumentCase, ...]: ...
@overload
def cases(kind: Literal["raw"]) -> tuple[RawCase, ...]: ...
@overload
def cases(kind: Literal["grounding"]) -> tuple[GroundingCase, ...]: ...
@overload
def cases(kind: Literal["scored"]) -> tuple[ScoredCase, ...]: ...
def cases(kind: CaseKind) -> tuple[Case, ...]:
    """Give the cases of a kind, by their files' names and in the files' order.

    Args:
        kind: ``valid``, ``invalid``, ``doubtful``, ``raw``, ``grounding`` or ``scored``.

    Raises:
        TypeError: The kind is no text.
        ValueError: There is no such kind.

    >>> from venezuela_news import corpus
    >>> {case.topic for case in corpus.cases("doubtful")} >= {"implausible-age"}
    True
    """
    expect_choice(kind, KINDS, "kind")
    return _cases(kind)


@cache
def _cases(kind: CaseKind) -> tuple[Case, ...]:
    match kind:
        case "raw":
            return tuple(_raw_cases())
        case "grounding":
            return tuple(_grounding_case(topic, row) for topic, row in _rows(kind))
        case "scored":
            return tuple(_scored_case(name.removesuffix(".json")) for name in names(DATA / kind))
        case "valid" | "invalid" | "doubtful":
            return tuple(_document_case(kind, topic, row) for topic, row in _rows(kind))
        case _:
            assert_never(kind)


def names(folder: Traversable = DATA, before: str = "") -> Iterator[str]:
    """Walk over the paths of all files of a folder, sorted, with slashes."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from names(entry, f"{before}{entry.name}/")
        else:
            yield before + entry.name


def _rows(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in names(DATA / kind):
        for row in json.loads((DATA / kind / name).read_bytes()):
            yield name.removesuffix(".json"), row


def _slug(description: str) -> str:
    return re.sub(r"\W+", "-", description.lower()).strip("-")


def _document_case(kind: Literal["valid", "invalid", "doubtful"], topic: str, row: dict[str, Any]) -> DocumentCase:
    return DocumentCase(
        id=f"{kind}/{topic}/{_slug(row['description'])}",
        kind=kind,
        topic=topic,
        description=row["description"],
        problems=tuple(Expected(problem["pointer"], problem["rule"]) for problem in row.get("problems", ())),
        schema=row.get("schema", False),
        text=json.dumps(row["data"]),
    )


def _raw_cases() -> Iterator[RawCase]:
    expected = json.loads((DATA / "raw" / "expected.json").read_bytes())
    for name in names(DATA / "raw"):
        if not name.startswith(("y_", "n_")):
            continue
        path = PurePosixPath(name)
        problem = expected.get(name)
        yield RawCase(
            id=f"raw/{name}",
            topic="accepted" if name.startswith("y_") else "refused",
            description=path.stem[2:].replace("_", " "),
            format=format_of(path).name,
            problems=(Expected(problem["pointer"], problem["rule"]),) if problem else (),
        )


def _scored_case(name: str) -> ScoredCase:
    pair = json.loads((DATA / "scored" / f"{name}.json").read_bytes())
    return ScoredCase(
        id=f"scored/{name}",
        topic=name,
        description=pair["description"],
        figures=pair["figures"],
        predicted=json.dumps(pair["predicted"]).encode(),
        gold=json.dumps(pair["gold"]).encode(),
    )


def _grounding_case(topic: str, row: dict[str, Any]) -> GroundingCase:
    return GroundingCase(
        id=f"grounding/{topic}/{_slug(row['description'])}",
        topic=topic,
        description=row["description"],
        text=row["text"],
        quote=row["quote"],
        spans=_spans(row["spans"]),
        folds=tuple(row["folds"]) if "folds" in row else None,
        elided=row.get("elided"),
        parts=_spans(row["parts"]) if "parts" in row else None,
        omitted=_spans(row["omitted"]) if "omitted" in row else None,
        replaced=_spans(row["replaced"]) if "replaced" in row else None,
        called_out=row.get("called_out"),
    )


def _spans(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)
