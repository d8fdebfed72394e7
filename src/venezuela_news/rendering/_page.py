"""The writer of a page: its head and its sections, one after the other, at one width."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, final

from venezuela_news._events import Event, EventStatus
from venezuela_news._records import ARRAYS, date_of, label_of
from venezuela_news._statements import Position
from venezuela_news.rendering._phrases import amount_in_words, date_in_words, day_in_words, source_in_words
from venezuela_news.rendering._styles import BOLD, DIM, paragraph, stand, styled, styled_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from venezuela_news._events import Photo
    from venezuela_news._sources import Anchor
    from venezuela_news._statements import Stance, Statement
    from venezuela_news._story import Story
    from venezuela_news._works import Work

__all__ = ["PageWriter"]


@final
class PageWriter:
    """The writer of a page's sections.

    Args:
        story: The story.
        width: The width of a line in columns.
    """

    def __init__(self, story: Story, width: int) -> None:
        self.story = story
        self.width = width

    # -- words for records ------------------------------------------------------------------------

    def name(self, id: str) -> str:
        return label_of(self.story[id])

    def names(self, ids: Iterable[str]) -> str:
        names = [self.name(id) for id in ids]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def evidence(self, anchors: Iterable[Anchor]) -> str:
        """Write the places of anchors, by source: ``article 3, 5; en 2``."""
        places: dict[str, list[int]] = {}
        for anchor in anchors:
            numbers = places.setdefault(anchor.source, [])
            if anchor.paragraph not in numbers:
                numbers.append(anchor.paragraph)
        return "; ".join(f"{source} {', '.join(map(str, sorted(numbers)))}" for source, numbers in places.items())

    def dim(self, text: str, indent: str) -> Iterator[str]:
        if text:
            yield from (styled(DIM, line) for line in paragraph(text, self.width, indent))

    def heading(self, text: str) -> Iterator[str]:
        yield ""
        yield styled(BOLD, text.upper())

    # -- sections ---------------------------------------------------------------------------------

    def head(self) -> Iterator[str]:
        story = self.story
        yield from (styled(BOLD, line) for line in paragraph(story.title, self.width))
        counts = ", ".join(f"{len(getattr(story, name))} {name}" for name in ARRAYS if getattr(story, name))
        yield from self.dim(f"{day_in_words(story.as_of)}{': ' * bool(counts)}{counts}", "")
        yield ""
        yield from paragraph(story.summary, self.width)

    def stances(self) -> Iterator[str]:
        by_claim: dict[str, list[Stance]] = {}
        for stance in self.story.stances:
            by_claim.setdefault(stance.claim, []).append(stance)
        # What several take a position on comes first: that is where they can be compared.
        claims = sorted(by_claim, key=lambda claim: len(by_claim[claim]) == 1)
        if claims:
            yield from self.heading("Who stands where")
        before = 1
        for claim in claims:
            if before > 1:
                yield ""
            before = len(by_claim[claim])
            yield from paragraph(self.name(claim), self.width)
            for position in Position:
                word, style = stand(position)
                held = [stance for stance in by_claim[claim] if stance.position is position]
                for first, stance in zip((word, *[""] * len(held)), held, strict=False):
                    yield from self.stance(stance, first, style)

    def stance(self, stance: Stance, word: str, style: str) -> Iterator[str]:
        words = self.name(stance.holder)
        told = [id for id in stance.asserted_by if id != stance.holder]
        if told:
            words += f", says {self.names(told)}"
        if stance.when is not None and stance.when != self.story.as_of:
            words += f", {date_in_words(stance.when)}"
        evidence = self.evidence(stance.anchors)
        lead = f"  {word:<8}"
        lines = paragraph(words, self.width, lead, " " * len(lead))
        lines[0] = styled(style, lead) + lines[0][len(lead) :]
        room = self.width - styled_length(lines[-1]) - 2
        if evidence and len(evidence) <= room:
            lines[-1] += " " * (room - len(evidence) + 2) + styled(DIM, evidence)
            evidence = ""
        yield from lines
        yield from self.dim(evidence, " " * len(lead))

    def statements(self) -> Iterator[str]:
        by_speakers: dict[tuple[str, ...], list[Statement]] = {}
        for statement in self.story.statements:
            by_speakers.setdefault(statement.speakers, []).append(statement)
        if by_speakers:
            yield from self.heading("Who said what")
        for speakers, statements in by_speakers.items():
            words = self.names(speakers) or "Nobody named"
            capacity = next((statement.capacity for statement in statements if statement.capacity), None)
            if capacity and capacity not in words:
                words += f", {capacity}"
            yield from (styled(BOLD, line) for line in paragraph(words[0].upper() + words[1:], self.width))
            for statement in statements:
                yield from self.statement(statement)
            yield ""

    def statement(self, statement: Statement) -> Iterator[str]:
        said = statement.gist if statement.condition is None else f"{statement.gist.rstrip('.')}, {statement.condition}"
        yield from paragraph(said, self.width, "  - ", "    ")
        for quote in statement.quotes:
            language = "" if quote.language == self.story.language else f" ({quote.language})"
            yield from paragraph(f"“{quote.text}”{language}", self.width, "    ")
        details: list[str] = []
        if statement.to:
            details.append(f"to {self.names(statement.to)}")
        if statement.channel:
            details.append(statement.channel.replace("-", " "))
        if statement.said:
            details.append(date_in_words(date_of(statement)))
        if statement.relayed_by:
            details.append(f"through {self.names(statement.relayed_by)}")
        modes = dict.fromkeys(attribution.mode.value for attribution in statement.attributions)
        content = itertools.chain(*(attribution.content for attribution in statement.attributions))
        details.append(f"{', '.join(modes)} speech: {self.evidence(content)}")
        yield from self.dim("; ".join(details), "    ")

    def timeline(self) -> Iterator[str]:
        if self.story.events:
            yield from self.heading("What happened")
        last = ""
        for event in self.story.timeline():
            if isinstance(event, Event):
                when = date_in_words(date_of(event)) or ("Later" if event.after else "Undated")
                if when != last:
                    yield styled(BOLD, when[0].upper() + when[1:])
                last = when
                yield from self.event(event)

    def event(self, event: Event) -> Iterator[str]:
        yield from paragraph(event.label, self.width, "  - ", "    ")
        details = [] if event.status is EventStatus.OCCURRED else [event.status.value]
        if event.category:
            details.append(event.category.value)
        if event.where:
            details.append(f"in {self.name(event.where)}")
        if event.asserted_by:
            details.append(f"says {self.names(event.asserted_by)}")
        if event.anchors:
            details.append(self.evidence(event.anchors))
        yield from self.dim("; ".join(details), "    ")

    def works(self) -> Iterator[str]:
        if self.story.works:
            yield from self.heading("What is referred to")
        for work in self.story.works:
            yield from self.work(work)

    def work(self, work: Work) -> Iterator[str]:
        yield from paragraph(label_of(work), self.width, "", "    ")
        details = [work.kind.value]
        if work.creators:
            details.append(f"by {self.names(work.creators)}")
        if work.country:
            details.append(f"of {self.name(work.country)}")
        if work.when:
            details.append(date_in_words(work.when))
        if work.anchors:
            details.append(self.evidence(work.anchors))
        yield from self.dim("; ".join(details), "    ")

    def figures(self) -> Iterator[str]:
        if self.story.figures:
            yield from self.heading("How much")
        for figure in self.story.figures:
            yield from paragraph(f"{amount_in_words(figure)}: {figure.label}", self.width, "", "    ")
            yield from self.dim(self.evidence(figure.anchors), "    ")

    def photos(self) -> Iterator[str]:
        if self.story.photos:
            yield from self.heading("What was photographed")
        for photo in self.story.photos:
            yield from self.photo(photo)

    def photo(self, photo: Photo) -> Iterator[str]:
        credits = f" ({self.names(photo.credits)})" if photo.credits else ""
        yield from paragraph(f"{photo.caption}{credits}", self.width, "", "    ")
        yield from self.dim(self.evidence(photo.anchors), "    ")

    def sources(self) -> Iterator[str]:
        if self.story.sources:
            yield from self.heading("What it rests on")
        for source in self.story.sources:
            yield from paragraph(source_in_words(source), self.width, f"{source.id}: ", "    ")
        if self.story.sources:
            yield from self.dim("Numbers behind a source's id are its paragraphs; 0 is the first.", "")
