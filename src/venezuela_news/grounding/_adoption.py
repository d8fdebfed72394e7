"""What came of adopting loose extractions: a story of what is proven, and the fate of every entry."""

from __future__ import annotations

import enum
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from venezuela_news._problems import show
from venezuela_news._story import Story
from venezuela_news.grounding._lines import ParagraphSpan
from venezuela_news.grounding._locate import Location
from venezuela_news.grounding._report import located, remarks, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["Adoption", "Entry", "Fate"]

_NARROWEST: Final = 40


@final
class Fate(enum.StrEnum):
    """What became of an entry; exactly one holds."""

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
    PASSED_OVER = "passed-over"
    """It is no quotation."""
    MALFORMED = "malformed"
    """It can't be read."""

    @property
    def placed(self) -> bool:
        """Whether what it says is in the story."""
        return self in _PLACED


_PLACED: Final = frozenset([Fate.ADOPTED, Fate.REPEATED, Fate.MERGED])


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Entry:
    """One entry of what an extractor gave, and what became of it.

    Args:
        index: Its number; 0 is the first.
        fate: What became of it.
        given: The entry as it was given.
        quote: Its quotation, as it was read.
        speakers: Whom it names as speakers, as it was read.
        statement: The id of the statement that it is, or is a part of.
        location: Where the quotation stands, as `locate` said. It counts code points of the text's paragraphs (its
            non-blank lines, stripped, in NFC) joined by single line feeds.
        places: The same, by paragraphs.
        lost: What of it has no anchor, since it does not stand beside the quotation: `speaker`, `cue`.
        reason: Why it could not be read, or is no quotation.

    >>> Entry(index=0, fate=Fate.MISSING, given={"quote": "Go."}, quote="Go.").fate.placed
    False
    """

    index: int
    fate: Fate = attrs.field(repr=lambda fate: repr(str(fate)))
    given: object = attrs.field(eq=False, repr=False)
    quote: str = ""
    speakers: tuple[str, ...] = ()
    statement: str | None = None
    location: Location | None = None
    places: tuple[ParagraphSpan, ...] = ()
    lost: tuple[str, ...] = ()
    reason: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The entry as plain data, without `given` and without what it has nothing of."""
        data: dict[str, Any] = {"index": self.index, "fate": self.fate.value}
        for name in ("quote", "statement", "reason"):
            if value := getattr(self, name):
                data[name] = value
        for name in ("speakers", "lost"):
            if value := getattr(self, name):
                data[name] = list(value)
        if self.location is not None:
            data["location"] = located(self.location)
        if self.places:
            data["places"] = [attrs.asdict(place) for place in self.places]
        return data


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Adoption:
    """A story made of loose extractions, and the fate of each.

    Args:
        story: The story: legal, and all that it anchors stands in the text.
        entries: The entries, in the order in which they were given.
    """

    story: Story
    entries: tuple[Entry, ...]

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {fate.value}" for fate, count in self.counts.items())
        return f"<Adoption of {len(self.entries)} entries: {counts or 'nothing given'}>"

    @property
    def ok(self) -> bool:
        """Whether all that was given is in the story."""
        return not self.left

    @property
    def left(self) -> tuple[Entry, ...]:
        """The entries that are not in the story."""
        return tuple(entry for entry in self.entries if not entry.fate.placed)

    @property
    def counts(self) -> dict[Fate, int]:
        """How many entries have each fate, those that none has left out."""
        counts = Counter(entry.fate for entry in self.entries)
        return {fate: counts[fate] for fate in Fate if counts[fate]}

    def with_fate(self, *fates: Fate) -> tuple[Entry, ...]:
        """The entries that have one of the fates."""
        return tuple(entry for entry in self.entries if entry.fate in fates)

    def as_dict(self) -> dict[str, Any]:
        """The fates as plain data, fit for JSON; the story has its own format."""
        return {
            "story": self.story.id,
            "ok": self.ok,
            "counts": {fate.value: count for fate, count in self.counts.items()},
            "entries": [entry.as_dict() for entry in self.entries],
        }

    def render(self, width: int = 80) -> str:
        """The fates as a page of text: counts, then each entry that could not be placed, and why.

        Args:
            width: The width in columns; 40 at least.
        """
        width = max(width, _NARROWEST)
        counts = ", ".join(f"{count} {fate.value}" for fate, count in self.counts.items())
        lines = wrapped(f"{len(self.entries)} entries: {counts or 'nothing given'}", width, "", "  ")
        for entry in self.left:
            lines += ["", *_shown(entry, width)]
        return "\n".join(lines) + "\n"

    def __str__(self) -> str:
        return self.render()


_TOLD: Final[dict[Fate, str]] = {
    Fate.AMBIGUOUS: "stands in several places:",
    Fate.ALTERED: "stands nowhere; nearest to it is",
    Fate.MISSING: "stands nowhere, nor does anything like it",
    Fate.UNCHECKED: "nothing to look for, or no text to look in",
}


def _shown(entry: Entry, width: int) -> Iterator[str]:
    speakers = f" by {', '.join(entry.speakers)}" if entry.speakers else ""
    yield from wrapped(f"{entry.fate.upper()} entry {entry.index}{speakers}", width, "", "  ")
    yield from wrapped(show(entry.quote or entry.given, 400), width, "  ", "  ")
    told = entry.reason or _TOLD[entry.fate]
    yield from wrapped(f"{told} {', '.join(map(str, entry.places))}".rstrip(), width, "  → ", "    ")
    for remark in remarks(entry.location):
        yield from wrapped(remark, width, "    ", "    ")
