"""The writer of a page: its head and its sections, one after the other, at one width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

from venezuela_news._actors import Person
from venezuela_news._dates import Interval, sort_key
from venezuela_news._events import Event, EventStatus
from venezuela_news._records import ARRAYS, date_of, label_of
from venezuela_news._statements import Position
from venezuela_news.rendering._phrases import (
    amount_in_words,
    begin_in_words,
    capitalized,
    counted,
    date_in_words,
    day_in_words,
    joined,
    office_in_words,
    rest_in_words,
    role_in_words,
    source_in_words,
    time_in_words,
)
from venezuela_news.rendering._styles import BOLD, DIM, paragraph, stand, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from venezuela_news._actors import Group, Organization, Place
    from venezuela_news._statements import Stance, Statement
    from venezuela_news._story import Story
    from venezuela_news._types import Date
    from venezuela_news._works import Work

__all__ = ["PageWriter"]

_UNDATED: Final = "No date is told"
_UNCREDITED: Final = "Nobody is named"


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
        return joined(map(self.name, ids))

    def tellers(self, ids: Iterable[str], words: str) -> str:
        """Write who tells something, less those whom the words about it name already: ``, says Ann Gray``."""
        told = [name for name in map(self.name, ids) if name not in words]
        return f", {'say' if len(told) > 1 else 'says'} {joined(told)}" if told else ""

    # -- lines ------------------------------------------------------------------------------------

    def dim(self, text: str, indent: str) -> Iterator[str]:
        if text:
            yield from (styled(DIM, line) for line in paragraph(text, self.width, indent))

    def heading(self, text: str) -> Iterator[str]:
        yield ""
        yield styled(BOLD, text.upper())

    def item(self, text: str) -> list[str]:
        return paragraph(text, self.width, "  - ", "    ")

    def entry(self, name: str, about: str) -> Iterator[str]:
        """Write a line of who is who: a name, and what is known of it."""
        yield from paragraph(f"{name}: {about}" if about else name, self.width, "  ", "    ")

    # -- sections ---------------------------------------------------------------------------------

    def head(self) -> Iterator[str]:
        story = self.story
        yield from (styled(BOLD, line) for line in paragraph(story.title, self.width))
        counts = [counted(len(getattr(story, name)), name) for name in ARRAYS if getattr(story, name)]
        yield from self.dim(f"{day_in_words(story.as_of)}{': ' * bool(counts)}{', '.join(counts)}", "")
        yield ""
        yield from paragraph(story.summary, self.width)

    def timeline(self) -> Iterator[str]:
        """What happened, by when it began; what nobody dates stands with what it comes after."""
        by_begin: dict[str, list[Event]] = {}
        last = ""
        for event in self.story.timeline():
            if isinstance(event, Event):
                last = self.begin(event) or (last if event.after and last else _UNDATED)
                by_begin.setdefault(last, []).append(event)
        if _UNDATED in by_begin:
            by_begin[_UNDATED] = by_begin.pop(_UNDATED)  # what is known least of stands last
        if by_begin:
            yield from self.heading("What happened")
        for begin, events in by_begin.items():
            yield styled(BOLD, begin)
            for event in events:
                yield from self.event(event)

    def begin(self, event: Event) -> str:
        """Write when an event began: nothing if that is not told, and it is known by what it comes after."""
        date = date_of(event)
        if date is None or (event.after and sort_key(date) is None):
            return ""
        return capitalized(begin_in_words(date))

    def event(self, event: Event) -> Iterator[str]:
        status = "" if event.status is EventStatus.OCCURRED else f" ({event.status})"
        yield from self.item(event.label + status)
        details = [event.category.value] if event.category else []
        if event.where:
            details.append(f"in {self.name(event.where)}")
        date = date_of(event)
        if event.after and (date is None or sort_key(date) is None):
            details.append("later")
        if date is not None:
            details += rest_in_words(date)
        if told := self.tellers(event.asserted_by, event.label):
            details.append(told.removeprefix(", "))
        yield from self.dim("; ".join(details), "    ")

    def cast(self) -> Iterator[str]:
        """Who is who: people with ages and roles, bodies, countries, groups, places and works."""
        story = self.story
        named: dict[str, Iterable[tuple[str, str]]] = {
            "People": map(self.person, story.people),
            "Bodies": map(self.organization, story.organizations),
            "Countries": [(joined(country.name for country in story.countries), "")] if story.countries else [],
            "Groups": map(self.group, story.groups),
            "Places": map(self.place, story.places),
            "Works": map(self.work, story.works),
        }
        heading = [*self.heading("Who is who")]
        for title, entries in named.items():
            lines = [line for name, about in entries for line in self.entry(name, about)]
            if lines:
                yield from heading
                yield styled(BOLD, title)
                yield from lines
            heading = [] if lines else heading

    def person(self, person: Person) -> tuple[str, str]:
        name = label_of(person) if person.age is None else f"{label_of(person)}, {person.age}"
        roles = "; ".join(role_in_words(role, self.name, name) for role in person.roles)
        return name, roles or (person.description or "" if person.name else "")

    def organization(self, body: Organization) -> tuple[str, str]:
        about = body.kind.replace("-", " ")
        if body.country is not None:
            about += f", {self.name(body.country)}"
        return label_of(body), f"{about}, part of {self.name(body.parent)}" if body.parent is not None else about

    def group(self, group: Group) -> tuple[str, str]:
        about: list[str] = []
        if group.members:
            members = self.names(group.members)
            about.append(members if group.complete else f"{members}, and others")
        if group.excludes:
            about.append(f"without {self.names(group.excludes)}")
        if group.within is not None and (place := self.name(group.within)) not in group.label:
            about.append(f"in {place}")
        return group.label, "; ".join(about)

    def place(self, place: Place) -> tuple[str, str]:
        around = [id for id in (place.within, place.country) if id is not None]
        return ", ".join([place.name, *map(self.name, around)]), ""

    def work(self, work: Work) -> tuple[str, str]:
        about = [work.kind.value]
        if work.country is not None:
            about.append(self.name(work.country))
        if work.creators:
            about.append(f"by {self.names(work.creators)}")
        if work.when is not None:
            about.append(date_in_words(work.when))
        return label_of(work), ", ".join(about)

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
        words += self.tellers((id for id in stance.asserted_by if id != stance.holder), words)
        if stance.when is not None and not self.is_of_the_day(stance.when):
            words += f", {date_in_words(stance.when)}"
        lead = f"  {word:<8}"
        lines = paragraph(words, self.width, lead, " " * len(lead))
        lines[0] = styled(style, lead) + lines[0][len(lead) :]
        yield from lines

    def is_of_the_day(self, when: Date) -> bool:
        """Whether a time begins on the story's day, or nobody knows when, and has no end: that goes without saying."""
        if not isinstance(when, Interval):
            return when == self.story.as_of
        day = when.start is None or begin_in_words(when.start) == day_in_words(self.story.as_of)
        return day and when.end is None

    def statements(self) -> Iterator[str]:
        by_speakers: dict[tuple[str, ...], list[Statement]] = {}
        for statement in self.story.statements:
            by_speakers.setdefault(statement.speakers, []).append(statement)
        if by_speakers:
            yield from self.heading("Who said what")
        for number, (speakers, statements) in enumerate(by_speakers.items()):
            if number:
                yield ""
            words = capitalized(self.names(speakers)) or _UNCREDITED
            if capacity := self.capacity(speakers, statements, words):
                words += f", {capacity}"
            yield from (styled(BOLD, line) for line in paragraph(words, self.width))
            for statement in statements:
                yield from self.statement(statement)

    def capacity(self, speakers: tuple[str, ...], statements: Iterable[Statement], words: str) -> str:
        """Write in which role somebody speaks, with its body or country; nothing if their name says it."""
        title = next((statement.capacity for statement in statements if statement.capacity), "")
        if title in words:
            return ""
        people = (person for id in speakers if isinstance(person := self.story[id], Person))
        roles = (role for person in people for role in person.roles if role.title == title)
        return next((office_in_words(role, self.name) for role in roles), title)

    def statement(self, statement: Statement) -> Iterator[str]:
        gist = statement.gist
        yield from self.item(gist if statement.condition is None else f"{gist.rstrip('.')}, {statement.condition}")
        for quote in statement.quotes:
            language = "" if quote.language == self.story.language else f" ({quote.language})"
            yield from paragraph(f"“{quote.text}”{language}", self.width, "    ")
        details: list[str] = []
        if statement.to:
            details.append(f"to {self.names(statement.to)}")
        if statement.channel:
            details.append(statement.channel.replace("-", " "))
        if statement.said is not None:
            details.append(time_in_words(statement.said))
        if statement.relayed_by:
            details.append(f"through {self.names(statement.relayed_by)}")
        modes = dict.fromkeys(attribution.mode.value for attribution in statement.attributions)
        details.append(f"{joined(modes)} speech")
        yield from self.dim("; ".join(details), "    ")

    def figures(self) -> Iterator[str]:
        if self.story.figures:
            yield from self.heading("How much")
        for figure in self.story.figures:
            words = f"{amount_in_words(figure)}: {figure.label}"
            yield from paragraph(words + self.tellers(figure.asserted_by, words), self.width, "  ", "    ")

    def photos(self) -> Iterator[str]:
        if self.story.photos:
            yield from self.heading("What was photographed")
        for photo in self.story.photos:
            credits = f" ({self.names(photo.credits)})" if photo.credits else ""
            yield from paragraph(f"{photo.caption}{credits}", self.width, "  ", "    ")

    def sources(self) -> Iterator[str]:
        if self.story.sources:
            yield from self.heading("What it rests on")
        for source in self.story.sources:
            yield from self.entry(source.id, source_in_words(source))
        if self.story.sources:
            yield from self.dim("Where these speak of a record, its anchors say: story[id].anchors.", "  ")
