"""Result of `adopt`: the story, and a status for every entry."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from typing import Any, assert_never, final

import attrs

from venezuela_news._arguments import expect_choice, tuple_of, value_of
from venezuela_news._grounding._source_text import ParagraphSpan
from venezuela_news._matching._description import data_of, page_width, remarks_on, wrap
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._problems import show
from venezuela_news._story import Story
from venezuela_news._terminal import printable

__all__ = ["AdoptedEntry", "Adoption", "AdoptionStatus", "status_of_unplaced"]


@final
class AdoptionStatus(enum.StrEnum):
    """Status of an entry after adoption; exactly one holds."""

    ADOPTED = "adopted"
    """Its quotation stands in the text, and is a statement of the story."""
    REPEATED = "repeated"
    """It says what an entry before it says: the same words at the same place by the same speakers."""
    MERGED = "merged"
    """It tells the speaker or the cue of another entry's quotation."""
    AMBIGUOUS = "ambiguous"
    """Its quotation stands in several places, and no hint decides."""
    ALTERED = "altered"
    """Its quotation stands nowhere; something that is much like it does."""
    MISSING = "missing"
    """Its quotation stands nowhere, nor does anything like it."""
    UNCHECKED = "unchecked"
    """Its quotation holds no letter or digit, or there is no text."""
    SKIPPED = "skipped"
    """It is no quotation."""
    MALFORMED = "malformed"
    """It can't be read."""

    @property
    def placed(self) -> bool:
        """True if the story holds what the entry says."""
        match self:
            case AdoptionStatus.ADOPTED | AdoptionStatus.REPEATED | AdoptionStatus.MERGED:
                return True
            case (
                AdoptionStatus.AMBIGUOUS
                | AdoptionStatus.ALTERED
                | AdoptionStatus.MISSING
                | AdoptionStatus.UNCHECKED
                | AdoptionStatus.SKIPPED
                | AdoptionStatus.MALFORMED
            ):
                return False
            case _:
                assert_never(self)


def status_of_unplaced(outcome: Outcome) -> AdoptionStatus | None:
    """The status of an entry whose quotation has no one place; None where it has one."""
    match outcome:
        case Outcome.FOUND | Outcome.NORMALIZED:
            return None
        case Outcome.AMBIGUOUS:
            return AdoptionStatus.AMBIGUOUS
        case Outcome.ALTERED:
            return AdoptionStatus.ALTERED
        case Outcome.MISSING:
            return AdoptionStatus.MISSING
        case Outcome.UNCHECKED:
            return AdoptionStatus.UNCHECKED
        case _:
            assert_never(outcome)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class AdoptedEntry:
    """One entry of what an extractor gave, and what became of it.

    Args:
        index: Its number; 0 is the first.
        status: What became of it.
        given: The entry as it was given.
        quote: Its quotation, as it was read.
        speakers: Whom it names as speakers, as it was read.
        statement: The id of the statement that it is, or is a part of.
        location: Where the quotation stands, as `locate` said. It counts code points of the text's paragraphs (its
            non-blank lines, stripped, in NFC) joined by single line feeds.
        places: The same, by paragraphs.
        unanchored: What of it has no anchor, since it does not stand beside the quotation: `speaker`, `cue`.
        reason: Why it could not be read, or was skipped; empty if it was used.

    >>> entry = AdoptedEntry(index=0, status=AdoptionStatus.MISSING, given={"quote": "Go."}, quote="Go.")
    >>> entry, entry.status.placed
    (<AdoptedEntry 0: missing, "Go.">, False)
    """

    index: int = attrs.field(validator=value_of(int, "a whole number"))
    status: AdoptionStatus = attrs.field(validator=value_of(AdoptionStatus, "an AdoptionStatus"))
    given: object = attrs.field(eq=False)
    quote: str = attrs.field(default="", validator=value_of(str, "a text"))
    speakers: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str, "a text"))
    statement: str | None = attrs.field(default=None, validator=value_of((str, type(None)), "the id of a statement"))
    location: Location | None = attrs.field(default=None, validator=value_of((Location, type(None)), "a Location"))
    places: tuple[ParagraphSpan, ...] = attrs.field(default=(), validator=tuple_of(ParagraphSpan, "a ParagraphSpan"))
    unanchored: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str, "a text"))
    reason: str = attrs.field(default="", validator=value_of(str, "a text"))

    def __repr__(self) -> str:
        return f"<AdoptedEntry {self.index}: {self.status.value}, {show(self.quote or self.given)}>"

    @property
    def questionable(self) -> bool:
        """True if it is in the story, and something may turn what its quotation says: see `Location.callouts`."""
        return self.status.placed and self.location is not None and bool(self.location.callouts)

    def as_dict(self) -> dict[str, Any]:
        """The entry as plain data, without `given` and without what it has nothing of."""
        data: dict[str, Any] = {"index": self.index, "status": self.status.value}
        for name in ("quote", "statement", "reason"):
            if value := getattr(self, name):
                data[name] = value
        for name in ("speakers", "unanchored"):
            if value := getattr(self, name):
                data[name] = list(value)
        if self.location is not None:
            data["location"] = data_of(self.location)
        if self.places:
            data["places"] = [attrs.asdict(place) for place in self.places]
        return data


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Adoption:
    """A story made of loose extractions, and what became of each.

    Args:
        story: The story: legal, and all that it anchors stands in the text.
        entries: The entries, in the order in which they were given.
    """

    story: Story = attrs.field(validator=value_of(Story, "a Story"))
    entries: tuple[AdoptedEntry, ...] = attrs.field(validator=tuple_of(AdoptedEntry, "an AdoptedEntry"))

    def __repr__(self) -> str:
        return f"<Adoption of {len(self.entries)} entries: {self._counted()}>"

    def _counted(self) -> str:
        counts = ", ".join(f"{count} {status.value}" for status, count in self.counts.items())
        return counts or "nothing given"

    @property
    def ok(self) -> bool:
        """True if everything given is in the story, and nothing is called out."""
        return not self.unplaced and not self.questionable

    @property
    def questionable(self) -> tuple[AdoptedEntry, ...]:
        """The entries that are in the story, and of whose quotation something is called out."""
        return tuple(entry for entry in self.entries if entry.questionable)

    @property
    def unplaced(self) -> tuple[AdoptedEntry, ...]:
        """The entries that are not in the story."""
        return tuple(entry for entry in self.entries if not entry.status.placed)

    @property
    def counts(self) -> dict[AdoptionStatus, int]:
        """Number of entries by status; statuses without any are left out."""
        counts = Counter(entry.status for entry in self.entries)
        return {status: counts[status] for status in AdoptionStatus if counts[status]}

    def with_status(self, *statuses: AdoptionStatus) -> tuple[AdoptedEntry, ...]:
        """The entries that have one of the statuses.

        Raises:
            TypeError: One of them is no text.
            ValueError: One of them is no `AdoptionStatus`.
        """
        for each in statuses:
            expect_choice(each, [status.value for status in AdoptionStatus], "statuses")
        return tuple(entry for entry in self.entries if entry.status in statuses)

    def as_dict(self) -> dict[str, Any]:
        """The entries as plain data, fit for JSON; the story has its own format."""
        return {
            "story": self.story.id,
            "ok": self.ok,
            "counts": {status.value: count for status, count in self.counts.items()},
            "entries": [entry.as_dict() for entry in self.entries],
        }

    def render(self, width: int = 80) -> str:
        """The entries as a page: counts, then each entry that could not be placed or of which something is called out.

        Args:
            width: The width in columns; 40 at least.

        Raises:
            TypeError: The width is no whole number.
        """
        width = page_width(width)
        lines = wrap(f"{len(self.entries)} entries: {self._counted()}", width, "", "  ")
        for entry in self.entries:
            if entry.status.placed and not entry.questionable:
                continue
            lines += ["", *_paragraph(entry, width)]
        return "".join(f"{printable(line)}\n" for line in lines)

    def __str__(self) -> str:
        return self.render()


def _sentence(entry: AdoptedEntry) -> str:
    """Say in words what became of an entry."""
    where = ", ".join(map(str, entry.places))
    match entry.status:
        case AdoptionStatus.ADOPTED | AdoptionStatus.REPEATED:
            return f"stands at {where}"
        case AdoptionStatus.MERGED:
            return f"belongs to {entry.statement}"
        case AdoptionStatus.AMBIGUOUS:
            return f"stands in several places: {where}"
        case AdoptionStatus.ALTERED:
            return f"stands nowhere; nearest to it is {where}"
        case AdoptionStatus.MISSING:
            return "stands nowhere, nor does anything like it"
        case AdoptionStatus.UNCHECKED:
            return "nothing to look for, or no text to look in"
        case AdoptionStatus.SKIPPED | AdoptionStatus.MALFORMED:
            return entry.reason
        case _:
            assert_never(entry.status)


def _paragraph(entry: AdoptedEntry, width: int) -> Iterator[str]:
    speakers = f" by {', '.join(entry.speakers)}" if entry.speakers else ""
    yield from wrap(f"{entry.status.upper()} entry {entry.index}{speakers}", width, "", "  ")
    yield from wrap(show(entry.quote or entry.given, 400), width, "  ", "  ")
    yield from wrap(_sentence(entry), width, "  → ", "    ")
    for remark in remarks_on(entry.location):
        yield from wrap(remark, width, "    ", "    ")
