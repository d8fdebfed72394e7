"""The story: all records together, and what can be asked of them.

A built story is legal: its constructor runs the rules of its fields and the table of rules
between records. What it answers is derived from the records, never stored.
"""

from __future__ import annotations

import datetime as dt
import difflib
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast, final

import attrs

from venezuela_news import _consistency
from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._arguments import expect, expect_text, is_one_of, wrong_argument
from venezuela_news._dates import Interval, PartialDate, parse_date
from venezuela_news._errors import TextMismatch, UnknownRecord
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._fields import Kind, fields_of
from venezuela_news._formats import is_file_name
from venezuela_news._positions import Conflict, Explanation, StanceIndex
from venezuela_news._records import ACTORS, ARRAYS, VALUES, Occurrence, Record, label_of, references_of
from venezuela_news._rules import Day, Items, OneLine
from venezuela_news._sources import Anchor, Source, digest_of, paragraphs_of, text_mismatch
from venezuela_news._statements import Claim, Position, Stance, Statement
from venezuela_news._timeline import in_order
from venezuela_news._types import COUNTRY_CODES, Date, Id, Language, ShortText
from venezuela_news._validation import checked, doubts_of
from venezuela_news._works import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from venezuela_news._problems import Path, Problem

__all__ = ["CLASSES", "SCHEMA_VERSION", "Mention", "Story", "doubts_in", "expect_story", "records_of"]

R = TypeVar("R", bound=Record)

SCHEMA_VERSION = 1
"""The version of the document format: of how a story is written down."""

_PARAGRAPH = OneLine()
_RECORD_CLASSES: tuple[type[Record], ...] = tuple(ARRAYS.values())
_LONGEST_GUESSED = 64
"""The longest id, in code points, for which a similar one is looked for."""

_Many = Items(unique=False)

_POSITION_WORDS = {
    Position.FAVOR: "in favor of",
    Position.AGAINST: "against",
    Position.NEUTRAL: "neutral on",
}


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Mention:
    """A record that refers to another.

    Args:
        record: The record that refers.
        fields: The paths of its references, such as ``("speakers", 0)``.
    """

    record: Record
    fields: tuple[tuple[str | int, ...], ...]


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Story:
    """A news story: its sources, who is in it, what was said, who stands where, what happened.

    Args:
        id: The story's id.
        title: Its title.
        summary: What it tells, in short.
        language: The language in which it is told, as a BCP 47 tag.
        as_of: The day on which it is told.
        sources: The texts that it rests on.
        people: Its people.
        organizations: Its bodies.
        countries: Its countries.
        groups: Actors spoken of together.
        places: Its places.
        works: Texts and works spoken of.
        claims: What one can be for or against.
        statements: What was said.
        stances: Who is for or against which claim.
        events: What happened.
        figures: How much of it.
        photos: What was photographed.

    Raises:
        InvalidStory: Rules are broken; it holds a problem for each.

    >>> story = Story(
    ...     id="border", title="The border", summary="It opens.", language="en", as_of=PartialDate("2020-03-01"),
    ...     people=(Person(id="ann", name="Ann"),),
    ... )
    >>> story
    <Story 'border': 1 person>
    >>> story["ann"].name, "ben" in story
    ('Ann', False)
    """

    id: Id
    title: ShortText
    summary: ShortText
    language: Language
    as_of: Annotated[PartialDate, Day()]
    sources: Annotated[tuple[Source, ...], _Many] = ()
    people: Annotated[tuple[Person, ...], _Many] = ()
    organizations: Annotated[tuple[Organization, ...], _Many] = ()
    countries: Annotated[tuple[Country, ...], _Many] = ()
    groups: Annotated[tuple[Group, ...], _Many] = ()
    places: Annotated[tuple[Place, ...], _Many] = ()
    works: Annotated[tuple[Work, ...], _Many] = ()
    claims: Annotated[tuple[Claim, ...], _Many] = ()
    statements: Annotated[tuple[Statement, ...], _Many] = ()
    stances: Annotated[tuple[Stance, ...], _Many] = ()
    events: Annotated[tuple[Event, ...], _Many] = ()
    figures: Annotated[tuple[Figure, ...], _Many] = ()
    photos: Annotated[tuple[Photo, ...], _Many] = ()

    def __repr__(self) -> str:
        counted = ((len(getattr(self, name)), name, cls.__name__.lower()) for name, cls in ARRAYS.items())
        counts = ", ".join(f"{count} {one if count == 1 else name}" for count, name, one in counted if count)
        return f"<Story {self.id!r}: {counts or 'no records'}>"

    def _problems_between(self) -> Iterator[Problem]:
        """Yield what is wrong between the records; the constructor refuses a story where anything is."""
        return _consistency.problems_between(records_of(self))

    # -- look-ups ---------------------------------------------------------------------------------

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {record.id: record for name in ARRAYS for record in getattr(self, name)}

    def __getitem__(self, id: str) -> Record:
        """The record with an id.

        Raises:
            UnknownRecord: The story has none; a ``KeyError``.
        """
        self._expect_id(id, "id")
        record = self._records.get(id)
        if record is None:
            raise self._unknown(id)
        return record

    def __contains__(self, id: object) -> bool:
        return id in self._records

    # Records are looked up by id, and iterated over array by array: story.people.
    __iter__ = None

    def _unknown(self, id: str, kinds: tuple[type, ...] = (), called: str = "record") -> UnknownRecord:
        """Make the error for an id that no record of some kinds has; what may be meant is found when it is asked for."""

        def near() -> tuple[str, ...]:
            known = [other for other, record in self._records.items() if not kinds or isinstance(record, kinds)]
            called_so = [other for other in self._names.get(id.casefold(), ()) if other in known]
            close = difflib.get_close_matches(id, known, n=2) if len(id) <= _LONGEST_GUESSED else []
            return tuple(dict.fromkeys([*called_so, *close]))[:2]

        found = self._records.get(id)
        return UnknownRecord(id, called, near, type(found).__name__ if found is not None else None)

    def find(self, kind: type[R], id: str) -> R:
        """The record of a class with an id: as ``story[id]``, typed.

        Raises:
            UnknownRecord: The story has none of that class.
        """
        if kind not in _RECORD_CLASSES:
            hint = "a class, then an id: find(vn.Person, 'juan-guaido')"
            raise wrong_argument("kind", kind, "the class of a record", hint)
        self._expect_id(id, "id")
        record = self._records.get(id)
        if not isinstance(record, kind):
            raise self._unknown(id, (kind,), kind.__name__)
        return cast("R", record)

    def label(self, record: str | Record) -> str:
        """What to call a record: its name, title, label or words, or else its description or id.

        A stance is called by what it says: ``Mexico neutral on: Juan Guaidó is the interim president``.

        Args:
            record: A record, or its id.

        Raises:
            UnknownRecord: The story has no record with that id.
        """
        record = self[record] if isinstance(record, str) else record
        expect(record, _RECORD_CLASSES, "record", "a record, or its id")
        if isinstance(record, Stance):
            holder, claim = self.label(record.holder), self.label(record.claim)
            return f"{holder} {_POSITION_WORDS[record.position]}: {claim}"
        return label_of(record)

    @staticmethod
    def _expect_id(id: Any, argument: str) -> None:
        """Refuse an argument that is no text; a record that is given for its id is told the id."""
        meant = f"its id: {id.id!r}" if isinstance(id, _RECORD_CLASSES) else ""
        expect(id, str, argument, "an id as a text", meant)

    def _actor(self, id: str, argument: str) -> None:
        self._expect_id(id, argument)
        if not isinstance(self._records.get(id), ACTORS):
            raise self._unknown(id, ACTORS, "actor")

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """The ids of the records that are called something, by id, name, label, title or alias, in small letters."""
        found: dict[str, dict[str, None]] = {}
        for id, record in self._records.items():
            names = [getattr(record, field, None) for field in ("name", "label", "title")]
            for name in (id, *names, *getattr(record, "aliases", ())):
                if name:
                    found.setdefault(name.casefold(), {})[id] = None
        return {name: tuple(ids) for name, ids in found.items()}

    def _named(self, key: str) -> str:
        """Find the id of the one record that has an id, a name, a label, a title or an alias, in any case."""
        self._expect_id(key, "key")
        if key in self._records:
            return key
        ids = self._names.get(key.casefold(), ())
        if len(ids) > 1:
            raise UnknownRecord(key, "one record", ids)
        return ids[0] if ids else self[key].id

    # -- who said what, and who stands where ------------------------------------------------------

    def statements_by(self, actor: str) -> tuple[Statement, ...]:
        """The statements of which an actor is a speaker, in the story's order.

        Raises:
            UnknownRecord: The story has no such actor.
        """
        self._actor(actor, "actor")
        return self._statements_by.get(actor, ())

    @cached_property
    def _statements_by(self) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            for speaker in statement.speakers:
                found.setdefault(speaker, []).append(statement)
        return {speaker: tuple(statements) for speaker, statements in found.items()}

    @cached_property
    def _stance_index(self) -> StanceIndex:
        return StanceIndex(self.groups, self.claims, self.stances, self.as_of)

    def explain_position(self, holder: str, claim: str, at: str | Date | None = None) -> Explanation:
        """Where an actor stands on a claim, and why.

        The actor's own stances beat those of groups; only members that a group lists inherit
        from it; stances that disagree give no position.

        Args:
            holder: The actor's id. The code of a country of which the story says nothing is taken too.
            claim: The claim's id.
            at: The time, in EDTF; the story's day if left out.

        Raises:
            UnknownRecord: The story has no such actor or claim.
            InvalidStory: ``at`` is not a date.
        """
        self._expect_id(holder, "holder")
        if holder not in COUNTRY_CODES:
            self._actor(holder, "holder")
        self._expect_id(claim, "claim")
        self.find(Claim, claim)
        return self._stance_index.explain(holder, claim, _date(at, "at") if at is not None else self.as_of)

    def position_of(self, holder: str, claim: str, at: str | Date | None = None) -> Position | None:
        """An actor's position on a claim; ``None`` if there is none, or if what tells disagrees.

        See :meth:`explain_position`, which says why, for arguments and errors.
        """
        return self.explain_position(holder, claim, at).position

    def stances_at(self, when: str | Date) -> tuple[Stance, ...]:
        """The stances that may be held at a time; one without a time counts on the story's day.

        Raises:
            InvalidStory: ``when`` is not a date.
        """
        date = _date(when, "when")
        return tuple(stance for stance in self.stances if self._stance_index.counts_at(stance, date))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where stances do not go together: two positions on a claim, or favor for two rivals at once."""
        return tuple(self._stance_index.conflicts())

    # -- what happened ----------------------------------------------------------------------------

    def timeline(self) -> tuple[Occurrence, ...]:
        """Events of every status and statements, by their dates and by what they come ``after``.

        The earliest day comes first, and the coarser date of two that begin on it. What is undated stands right behind
        the last thing that it comes after, or else at the end.
        """
        return in_order((*self.events, *self.statements))

    # -- where it stands --------------------------------------------------------------------------

    def mentions(self, key: str) -> tuple[Mention, ...]:
        """The records that refer to a record, in the story's order, with the fields that do.

        Args:
            key: The record's id, or its name, label, title or an alias, in any case.

        Raises:
            UnknownRecord: Nothing in the story is called that, or several records are; it names them.
        """
        return self._mentions.get(self._named(key), ())

    @cached_property
    def _mentions(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each record that is mentioned."""
        found: dict[str, list[Mention]] = {}
        for record in self._records.values():
            fields: dict[str, list[Path]] = {}
            for path, id, _ in references_of(record):
                fields.setdefault(id, []).append(path)
            for id, paths in fields.items():
                found.setdefault(id, []).append(Mention(record=record, fields=tuple(paths)))
        return {id: tuple(mentions) for id, mentions in found.items()}

    def text_of(self, anchor: Anchor) -> str:
        """The words at an anchor.

        Raises:
            UnknownRecord: The story has no such source.
            TextMismatch: The source has digests alone, or the anchor is outside of its text.
        """
        expect(anchor, Anchor, "anchor", "an Anchor", "such as record.anchors[0]")
        source = self.find(Source, anchor.source)
        if not source.paragraphs:
            raise TextMismatch(
                source.id, (), "it has digests alone; attach its text first, by story.attach(source, text)"
            )
        line = source.paragraphs[anchor.paragraph] if anchor.paragraph < len(source.paragraphs) else ""
        if anchor.end > len(line) or anchor.exact not in (None, words := line[anchor.start : anchor.end]):
            raise TextMismatch(source.id, (anchor.paragraph,), "the anchor is no span of it")
        return words

    def attach(self, source: str, text: str) -> Story:
        """The story with the text of a source that has digests alone; its anchors get their words.

        Every paragraph's digest is verified first, which proves the words of all spans. A source
        that has this text already is left as it is. :meth:`detach` undoes it.

        Raises:
            UnknownRecord: The story has no such source.
            TextMismatch: The text is another one, or none that a story can hold, or an anchor
                reaches beyond its paragraph; it says which paragraphs they are.
        """
        self._expect_id(source, "source")
        expect_text(text, "text")
        record = self.find(Source, source)
        lines = paragraphs_of(text)
        digests = record.digests or tuple(map(digest_of, record.paragraphs))
        found = tuple(map(digest_of, lines))
        if found != digests:
            raise text_mismatch(source, digests, found)
        if record.paragraphs:
            return self
        if bad := tuple(number for number, line in enumerate(lines) if not _PARAGRAPH.is_valid(line)):
            message = (
                f"it is the text, and its paragraphs {', '.join(map(str, bad))} hold what no paragraph of a story can"
            )
            raise TextMismatch(source, bad, f"{message}: control characters or halves of surrogate pairs")
        beyond: set[int] = set()

        def with_words(anchor: Anchor) -> Anchor:
            line = lines[anchor.paragraph]
            if anchor.end > len(line):
                beyond.add(anchor.paragraph)
                return anchor
            return attrs.evolve(anchor, exact=line[anchor.start : anchor.end])

        changed = _with_anchors(self, source, with_words)
        if beyond:
            listed = ", ".join(map(str, sorted(beyond)))
            message = f"it is the text, and anchors into paragraphs {listed} reach beyond the paragraph's end"
            raise TextMismatch(source, tuple(sorted(beyond)), message)
        return attrs.evolve(self, **changed | _with_source(self, attrs.evolve(record, paragraphs=lines, digests=())))

    def detach(self, source: str) -> Story:
        """The story with digests in place of a source's paragraphs, and anchors without their words.

        The anchors keep their places, so that :meth:`attach` undoes it for who has the text.

        Raises:
            UnknownRecord: The story has no such source.
        """
        self._expect_id(source, "source")
        record = self.find(Source, source)
        if record.digests:
            return self
        digests = tuple(map(digest_of, record.paragraphs))
        changed = _with_anchors(self, source, lambda anchor: attrs.evolve(anchor, exact=None))
        return attrs.evolve(self, **changed | _with_source(self, attrs.evolve(record, paragraphs=(), digests=digests)))


def expect_story(value: Any, argument: str = "story") -> None:
    """Refuse an argument that is no story, and say how to get one from what was given.

    Raises:
        TypeError: It is something else.
    """
    if isinstance(value, Story):
        return
    hint = ""
    if is_file_name(value):
        hint = "use vn.read(path)"
    elif is_one_of(value, str, bytes, bytearray, memoryview):
        hint = "use vn.loads(data)"
    elif is_one_of(value, dict):
        hint = "use vn.structure(document)"
    raise wrong_argument(argument, value, "a Story", hint)


CLASSES: frozenset[type] = frozenset({Story, *ARRAYS.values(), *VALUES})
"""Every class of the model that is read from an object of a document."""


def records_of(story: Story) -> _consistency.Records:
    """The records of a story as the rules between records take them."""
    return _consistency.Records({name: getattr(story, name) for name in ARRAYS}, story.as_of)


def doubts_in(story: Story) -> Iterator[Problem]:
    """Yield what is doubtful in a story: in fields, then between records. That it is legal, it has shown."""
    yield from doubts_of(story)
    yield from _consistency.doubts_between(records_of(story))


def _date(when: str | Date, argument: str) -> Date:
    if isinstance(when, PartialDate | Interval):
        return when
    hint = f"'{when}'" if is_one_of(when, int, dt.date) else ""
    expect(when, str, argument, "a date, or its text in EDTF", hint)
    return parse_date(when)


def _mapped(record: object, source: str, change: Callable[[Anchor], Anchor]) -> Any:
    """A record with its anchors into a source changed."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(record)):
        if field.kind is not Kind.RECORD:
            continue
        before = getattr(record, field.name)
        after = tuple(
            (change(item) if item.source == source else item)
            if isinstance(item, Anchor)
            else _mapped(item, source, change)
            for item in before
        )
        if after != before:
            changes[field.name] = after
    return attrs.evolve(cast("Any", record), **changes) if changes else record


def _with_anchors(story: Story, source: str, change: Callable[[Anchor], Anchor]) -> dict[str, Any]:
    return {name: tuple(_mapped(record, source, change) for record in getattr(story, name)) for name in ARRAYS}


def _with_source(story: Story, source: Source) -> dict[str, Any]:
    return {"sources": tuple(source if old.id == source.id else old for old in story.sources)}
