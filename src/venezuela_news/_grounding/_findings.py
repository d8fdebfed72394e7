"""Findings: one value for each thing that a story says about a source."""

from __future__ import annotations

import enum
from typing import Any, assert_never, final

import attrs

from venezuela_news._arguments import tuple_of, value_of
from venezuela_news._grounding._source_text import ParagraphSpan
from venezuela_news._matching._callouts import Callout
from venezuela_news._matching._description import callouts_data, data_of
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._problems import Path, show

__all__ = ["Finding", "Status", "Target", "status_outside_content"]


@final
class Target(enum.StrEnum):
    """Kind of thing that was looked for."""

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
    """Result of looking for one thing; exactly one holds. The first four say nothing against the story."""

    VERIFIED = "verified"
    """The words stand where they are said to; a quotation inside what is anchored as said."""
    SUPPORTED = "supported"
    """The mention is a name of a speaker, or of a member of a group that speaks."""
    UNDECIDED = "undecided"
    """The mention is a pronoun, a description, or names somebody close to a speaker."""
    UNCHECKED = "unchecked"
    """There is no text to look in, or nothing to look for."""
    QUESTIONABLE = "questionable"
    """The words stand, and something called out may turn what they say: a negation left out, a figure's other number."""
    MOVED = "moved"
    """The words stand in the text given, elsewhere."""
    OUTSIDE_CONTENT = "outside-content"
    """The quotation stands in a source of the statement, outside of what is anchored as said."""
    AMBIGUOUS = "ambiguous"
    """The words stand in several other places, and nothing tells which is meant."""
    ORPHAN = "orphan"
    """The words stand nowhere; or the anchor reaches beyond its paragraph."""
    CHANGED = "changed"
    """The anchor has no words, and its paragraph is not in the text given: nothing can be said of it."""
    MISATTRIBUTED = "misattributed"
    """The mention is the name of an actor of the story who is no speaker."""
    UNKNOWN_NAME = "unknown-name"
    """The mention reads like a name, and is nobody's in the story."""

    @property
    def ok(self) -> bool:
        """True if nothing speaks against the story."""
        match self:
            case Status.VERIFIED | Status.SUPPORTED | Status.UNDECIDED | Status.UNCHECKED:
                return True
            case (
                Status.QUESTIONABLE
                | Status.MOVED
                | Status.OUTSIDE_CONTENT
                | Status.AMBIGUOUS
                | Status.ORPHAN
                | Status.CHANGED
                | Status.MISATTRIBUTED
                | Status.UNKNOWN_NAME
            ):
                return False
            case _:
                assert_never(self)


def status_outside_content(outcome: Outcome) -> Status:
    """The status of a quotation that does not stand in what is anchored as said, by where it stands in the source."""
    match outcome:
        case Outcome.FOUND | Outcome.NORMALIZED:
            return Status.OUTSIDE_CONTENT
        case Outcome.AMBIGUOUS:
            return Status.AMBIGUOUS
        case Outcome.ALTERED | Outcome.MISSING:
            return Status.ORPHAN
        case Outcome.UNCHECKED:
            return Status.UNCHECKED
        case _:
            assert_never(outcome)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Finding:
    """Result of looking for one thing that a story says about a source.

    Args:
        path: Where the story says it: keys and indices from the document's root.
        record: The id of the record.
        target: What was looked for.
        status: What was found.
        source: The id of the source that was looked in; for a quotation the one in which it stands, or none.
        words: The words looked for; none where only their place is known, and no text shows what stands there.
        places: Where they stand: several if ambiguous (200 at most), the nearest there is for an altered orphan.
        location: What `locate` said, where it was asked. It counts code points of the source's text, which is its
            paragraphs joined by single line feeds.
        names: The ids of the actors whose name a speaker mention is.
        callouts: What may turn what the words say, and is not said by the record itself. They count as ``location`` does.

    >>> finding = Finding(
    ...     path=("people", 0, "anchors", 0), record="ann", target=Target.ANCHOR, status=Status.VERIFIED, source="paper"
    ... )
    >>> finding
    <Finding: anchor of ann verified in paper>
    >>> finding.pointer
    '/people/0/anchors/0'
    """

    path: Path = attrs.field(validator=tuple_of((str, int), "a key or an index"))
    record: str = attrs.field(validator=value_of(str, "the id of a record"))
    target: Target = attrs.field(validator=value_of(Target, "a Target"))
    status: Status = attrs.field(validator=value_of(Status, "a Status"))
    source: str | None = attrs.field(default=None, validator=value_of((str, type(None)), "the id of a source"))
    words: str | None = attrs.field(default=None, validator=value_of((str, type(None)), "a text"))
    places: tuple[ParagraphSpan, ...] = attrs.field(default=(), validator=tuple_of(ParagraphSpan, "a ParagraphSpan"))
    location: Location | None = attrs.field(default=None, validator=value_of((Location, type(None)), "a Location"))
    names: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str, "the id of an actor"))
    callouts: tuple[Callout, ...] = attrs.field(default=(), validator=tuple_of(Callout, "a Callout"))

    def __repr__(self) -> str:
        where = f" in {self.source}" if self.source is not None else ""
        if len(self.places) == 1:
            where += f" {self.places[0]}"
        words = f": {show(self.words)}" if self.words is not None else ""
        return f"<Finding: {self.target.value} of {self.record} {self.status.value}{where}{words}>"

    @property
    def questionable(self) -> bool:
        """True if the words stand and something is called out."""
        return self.status is Status.QUESTIONABLE

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        return "".join(f"/{step}" for step in self.path)

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, without what it has nothing of."""
        data: dict[str, Any] = {
            "pointer": self.pointer,
            "record": self.record,
            "target": self.target.value,
            "status": self.status.value,
        }
        if self.source is not None:
            data["source"] = self.source
        if self.words is not None:
            data["words"] = self.words
        if self.places:
            data["places"] = [attrs.asdict(place) for place in self.places]
        if self.location is not None:
            data["location"] = data_of(self.location)
        if self.names:
            data["names"] = list(self.names)
        if self.callouts:
            data["callouts"] = callouts_data(self.callouts)
        return data
