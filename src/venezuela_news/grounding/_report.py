"""What came of grounding a story: a finding for everything that is said to stand in a source."""

from __future__ import annotations

import enum
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from venezuela_news._problems import Path, show
from venezuela_news._story import Story
from venezuela_news.grounding._lines import ParagraphSpan
from venezuela_news.grounding._locate import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


__all__ = ["Finding", "Report", "Status", "Thing", "located", "wrapped"]

_NARROWEST: Final = 40


@final
class Thing(enum.StrEnum):
    """What was looked for."""

    ANCHOR = "anchor"
    """The words at an anchor of a record."""
    CONTENT = "content"
    """What was said, at an anchor of an attribution."""
    CUE = "cue"
    """The crediting words, at an anchor of an attribution."""
    SPEAKER = "speaker"
    """The mention of the speaker, at an anchor of an attribution."""
    CREDIT = "credit"
    """Whether that mention is a name of one of the statement's speakers."""
    QUOTATION = "quotation"
    """A quotation of a statement."""


@final
class Status(enum.StrEnum):
    """What was found; exactly one holds. The first four say nothing against the story."""

    VERIFIED = "verified"
    """The words stand where they are said to; a quotation inside what is anchored as said."""
    SUPPORTED = "supported"
    """The mention is a name of a speaker, or of a member of a group that speaks."""
    UNDECIDED = "undecided"
    """The mention is a pronoun, a description, or names somebody close to a speaker."""
    UNCHECKED = "unchecked"
    """There is no text to look in, or nothing to look for."""
    MOVED = "moved"
    """The words stand in the text given, elsewhere."""
    STRAY = "stray"
    """The quotation stands in a source of the statement, outside of what is anchored as said."""
    AMBIGUOUS = "ambiguous"
    """The words stand in several other places, and nothing tells which is meant."""
    ORPHAN = "orphan"
    """The words stand nowhere."""
    MISATTRIBUTED = "misattributed"
    """The mention is the name of an actor of the story who is no speaker."""
    STRANGER = "stranger"
    """The mention reads like a name, and is nobody's in the story."""

    @property
    def fine(self) -> bool:
        """Whether nothing speaks against the story."""
        return self in _FINE


_FINE: Final = frozenset([Status.VERIFIED, Status.SUPPORTED, Status.UNDECIDED, Status.UNCHECKED])


def located(location: Location) -> dict[str, Any]:
    """A location as plain data, without what it has nothing of."""
    data: dict[str, Any] = {"outcome": location.outcome.value}
    if location.spans:
        data["spans"] = [list(span) for span in location.spans]
    if location.folds:
        data["folds"] = [fold.value for fold in location.folds]
    if location.elided:
        data["elided"] = True
    if location.omitted:
        data["omitted"] = [attrs.asdict(omission) for omission in location.omitted]
    if location.diff:
        data["diff"] = [attrs.asdict(edit) | {"kind": edit.kind.value} for edit in location.diff]
    return data


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    """Lines of a width in columns, words kept whole."""
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def remarks(location: Location | None) -> Iterator[str]:
    """How the text differs from what was looked for, in words."""
    if location is None:
        return
    if location.folds:
        yield f"spelled otherwise: {', '.join(location.folds)}"
    for edit in location.diff:
        mark = " (a negation)" if edit.negation else " (a number)" if edit.number else ""
        found, quoted = show(edit.found), show(edit.quoted)
        what = {
            "changed": f"the text has {found} where {quoted} is quoted",
            "dropped": f"the text has {found} besides",
            "added": f"the text does not have {quoted}",
        }
        yield what[edit.kind] + mark
    for omission in location.omitted:
        mark = " (a negation)" if omission.negation else " (a number)" if omission.number else ""
        yield f"left out: {show(omission.text)}{mark}"


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding:
    """What was found of one thing that a story says about a source.

    Args:
        path: Where the story says it: keys and indices from the document's root.
        record: The id of the record.
        thing: What was looked for.
        status: What was found.
        source: The id of the source that was looked in; for a quotation the one in which it stands, or none.
        words: The words looked for; none where only their digest is known.
        places: Where they stand: several if ambiguous, the nearest there is for an altered orphan.
        location: What `locate` said, where it was asked. It counts code points of the source's text, which is its
            paragraphs joined by single line feeds.
        names: The ids of the actors whose name a speaker mention is.

    >>> finding = Finding(
    ...     path=("people", 0, "anchors", 0), record="ann", thing=Thing.ANCHOR, status=Status.VERIFIED, source="paper"
    ... )
    >>> finding.pointer
    '/people/0/anchors/0'
    """

    path: Path
    record: str
    thing: Thing = attrs.field(repr=lambda thing: repr(str(thing)))
    status: Status = attrs.field(repr=lambda status: repr(str(status)))
    source: str | None = None
    words: str | None = None
    places: tuple[ParagraphSpan, ...] = ()
    location: Location | None = None
    names: tuple[str, ...] = ()

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        return "".join(f"/{step}" for step in self.path)

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, without what it has nothing of."""
        data: dict[str, Any] = {
            "pointer": self.pointer,
            "record": self.record,
            "thing": self.thing.value,
            "status": self.status.value,
        }
        if self.source is not None:
            data["source"] = self.source
        if self.words is not None:
            data["words"] = self.words
        if self.places:
            data["places"] = [attrs.asdict(place) for place in self.places]
        if self.location is not None:
            data["location"] = located(self.location)
        if self.names:
            data["names"] = list(self.names)
        return data


_TOLD: Final[dict[Status, str]] = {
    Status.MOVED: "now stands at",
    Status.STRAY: "stands outside of what is anchored as said, at",
    Status.AMBIGUOUS: "stands in several places:",
    Status.ORPHAN: "stands nowhere",
    Status.MISATTRIBUTED: "is a name of",
    Status.STRANGER: "reads like a name, and is nobody's in the story",
}


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Report:
    """What was found of everything that a story says about its sources, in the order of its document.

    Args:
        story: The story.
        findings: A finding for each anchor, and for each statement's quotations and speaker mentions.

    It is an iterable of its findings; `str` gives it as text that a person reads.
    """

    story: Story
    findings: tuple[Finding, ...]

    def __repr__(self) -> str:
        return f"<Report on {self.story.id!r}: {self._counted() or 'nothing to check'}>"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def ok(self) -> bool:
        """Whether nothing that could be checked speaks against the story."""
        return all(finding.status.fine for finding in self.findings)

    @property
    def complete(self) -> bool:
        """Whether everything could be checked."""
        return not any(finding.status is Status.UNCHECKED for finding in self.findings)

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """The findings that speak against the story."""
        return tuple(finding for finding in self.findings if not finding.status.fine)

    @property
    def counts(self) -> dict[Status, int]:
        """How many findings have each status, those that none has left out."""
        counts = Counter(finding.status for finding in self.findings)
        return {status: counts[status] for status in Status if counts[status]}

    def _kept(self, test: Callable[[Finding], bool]) -> Report:
        return attrs.evolve(self, findings=tuple(filter(test, self.findings)))

    def of(self, record: str) -> Report:
        """The findings of one record.

        Raises:
            UnknownRecord: The story has no such record.
        """
        self.story[record]
        return self._kept(lambda finding: finding.record == record)

    def with_status(self, *statuses: Status) -> Report:
        """The findings that have one of the statuses."""
        return self._kept(lambda finding: finding.status in statuses)

    def with_thing(self, *things: Thing) -> Report:
        """The findings of some kinds of things."""
        return self._kept(lambda finding: finding.thing in things)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data, fit for JSON."""
        return {
            "story": self.story.id,
            "ok": self.ok,
            "complete": self.complete,
            "counts": {status.value: count for status, count in self.counts.items()},
            "findings": [finding.as_dict() for finding in self.findings],
        }

    def _counted(self) -> str:
        return ", ".join(f"{count} {status.value}" for status, count in self.counts.items())

    def render(self, width: int = 80) -> str:
        """The report as a page of text: a table of counts, then each trouble with its place.

        Args:
            width: The width in columns; 40 at least.
        """
        width = max(width, _NARROWEST)
        lines = wrapped(f"{self.story.title}: {self._verdict()}", width, "", "")
        if self.findings:
            lines += ["", *self._table(), *self._missing_texts(width)]
        for finding in self.troubles:
            lines += ["", *_shown(finding, width)]
        return "\n".join(lines) + "\n"

    def __str__(self) -> str:
        return self.render()

    def _verdict(self) -> str:
        bad = len(self.troubles)
        if bad:
            return f"{bad} of {len(self)} need a look"
        return "nothing to check" if not self.findings else f"nothing speaks against it, {len(self)} looked at"

    def _table(self) -> Iterator[str]:
        cells = Counter((finding.thing, finding.status) for finding in self.findings)
        for thing in Thing:
            row = [f"{cells[thing, status]} {status.value}" for status in Status if cells[thing, status]]
            if row:
                yield f"{thing.value:>11}  {', '.join(row)}"

    def _missing_texts(self, width: int) -> Iterator[str]:
        unchecked = Counter(each.source for each in self.findings if each.status is Status.UNCHECKED and each.source)
        for source, count in unchecked.items():
            yield ""
            words = f"{source}: {count} unchecked; its text is not here, and was not given in texts"
            yield from wrapped(words, width, "", "  ")


def _shown(finding: Finding, width: int) -> Iterator[str]:
    words = show(finding.words, 400) if finding.words is not None else "(words known by their digest alone)"
    told = _TOLD[finding.status]
    if finding.status is Status.MISATTRIBUTED:
        told = f"{told} {', '.join(finding.names)}, no speaker"
    elif finding.places and finding.status is Status.ORPHAN:
        told += "; nearest to it is"
    where = f" {finding.source}" if finding.source and finding.places else ""
    places = ", ".join(map(str, finding.places))
    if finding.status in (Status.MISATTRIBUTED, Status.STRANGER):
        where = f"; {finding.source}"
    yield f"{finding.status.upper()} {finding.thing.value} of {finding.record}"
    yield from wrapped(words, width, "  ", "  ")
    yield from wrapped(f"{told}{where} {places}".rstrip(), width, "  → ", "    ")
    for remark in remarks(finding.location):
        yield from wrapped(remark, width, "    ", "    ")
    yield f"    {finding.pointer}"
