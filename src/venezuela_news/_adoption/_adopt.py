"""From loose extractions to a story: what stands in the text is adopted, the rest is told.

1. Every entry is read (see :mod:`venezuela_news._adoption._entries`) and its quotation located in the text. Offsets that
   it comes with are hints between several places, and nothing more.
2. What is `found` or `normalized` becomes a statement whose content is anchored where the words stand, in several spans
   if the quotation leaves words out or crosses paragraphs. Direct speech stands inside quotation marks, mixed speech
   has some inside it, all other is indirect.
3. Its cue and its speaker are anchored where they stand in the paragraphs of the content and outside of it, the closest
   place first.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, final

import attrs

from venezuela_news._adoption._entries import RawEntry, read_entries
from venezuela_news._adoption._result import AdoptedEntry, Adoption, AdoptionStatus, status_of_unplaced
from venezuela_news._adoption._speakers import Speakers, clean_name, is_anonymous
from venezuela_news._arguments import expect_text, wrong_argument
from venezuela_news._dates import PartialDate
from venezuela_news._grounding._source_text import ParagraphSpan, SourceText
from venezuela_news._matching._characters import has_words, in_order
from venezuela_news._matching._folding import ALL_FOLDS
from venezuela_news._matching._index import Text, index_of
from venezuela_news._matching._locate import expect_source_text, locate
from venezuela_news._matching._location import Location
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._quotations import strip_marks
from venezuela_news._matching._speech import quoted_spans
from venezuela_news._sources import Anchor, Quote, Source, paragraphs_of
from venezuela_news._statements import Attribution, Mode, Statement
from venezuela_news._story import Story

__all__ = ["adopt"]

_UNDATED: Final = "0001-01-01"


@final
class _OffsetMap:
    """The way from offsets in the text as given to offsets in its paragraphs joined by line feeds."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._lines: list[tuple[str, int]] = []
        start = target = 0
        for line in text.splitlines(keepends=True):
            bare = line.strip()
            if bare:
                self._starts.append(start + line.index(bare))
                self._lines.append((bare, target))
                target += len(self._composed(bare)) + 1
            start += len(line)

    @staticmethod
    def _composed(text: str) -> str:
        return unicodedata.normalize("NFC", in_order(text))

    def offset(self, given: int | None) -> int | None:
        """The offset in the paragraphs; None for none, and for one before the text."""
        if given is None or given < 0:
            return None
        number = bisect_right(self._starts, given) - 1
        if number < 0:
            return 0
        line, target = self._lines[number]
        return target + len(self._composed(line[: given - self._starts[number]]))


# -- the text -------------------------------------------------------------------------------------------


@final
class _Surroundings:
    """The paragraphs of a text: what stands beside a quotation, and what inside quotation marks."""

    def __init__(self, text: SourceText) -> None:
        self._text = text
        self._indexes = [index_of(paragraph) for paragraph in text.paragraphs]
        self._quoted = [quoted_spans(paragraph) for paragraph in text.paragraphs]
        self._places: dict[tuple[int, str], list[Span]] = {}

    def speech(self, places: Iterable[ParagraphSpan]) -> tuple[Mode, tuple[str, ...]]:
        """Tell direct from indirect speech at some places, and give the speaker's own words there."""
        spoken: dict[str, None] = {}
        whole = True
        for place in places:
            paragraph, quoted = self._text.paragraphs[place.paragraph], self._quoted[place.paragraph]
            first = bisect_right(quoted, place.start, key=lambda span: span[1])
            last = bisect_left(quoted, place.end, key=lambda span: span[0])
            parts = [(max(low, place.start), min(high, place.end)) for low, high in quoted[first:last]]
            whole = whole and (place.start, place.end) in parts
            words = (strip_marks(paragraph[low:high]) for low, high in parts)
            spoken |= dict.fromkeys(filter(has_words, words))
        return (Mode.DIRECT if whole else Mode.MIXED if spoken else Mode.INDIRECT), tuple(spoken)

    def closest(self, contents: Sequence[ParagraphSpan], names: Iterable[str]) -> ParagraphSpan | None:
        """Find the first of the names that stands beside what was said, at its closest place."""
        numbers = dict.fromkeys(place.paragraph for place in contents)
        for name in names:
            words = strip_marks(name)
            if not has_words(words):
                continue
            around: list[tuple[int, int, ParagraphSpan]] = []
            for order, number in enumerate(numbers):
                inside = sorted((place.start, place.end) for place in contents if place.paragraph == number)
                for distance, (start, end) in _beside(self._places_of(number, words), inside):
                    around.append((distance, order, ParagraphSpan(paragraph=number, start=start, end=end)))
            if around:
                return min(around, key=lambda each: (each[0], each[1], each[2].start))[2]
        return None

    def _places_of(self, number: int, words: str) -> list[Span]:
        if (number, words) not in self._places:
            places = self._indexes[number].places(words, ALL_FOLDS)
            self._places[number, words] = [(place.start, place.end) for place in places]
        return self._places[number, words]


def _beside(places: list[Span], inside: list[Span]) -> Iterable[tuple[int, Span]]:
    """The places that stand closest before and behind each of some spans, with their distance, outside of all.

    Between two of the spans that follow each other, only the last place before the one and the first behind the
    other can be the closest.
    """
    for number, (start, end) in enumerate(inside):
        low = inside[number - 1][1] if number else 0
        high = inside[number + 1][0] if number + 1 < len(inside) else None
        before = bisect_right(places, start, key=lambda place: place[1]) - 1
        if before >= 0 and places[before][0] >= low:
            yield start - places[before][1], places[before]
        behind = bisect_left(places, end, key=lambda place: place[0])
        if behind < len(places) and (high is None or places[behind][1] <= high):
            yield places[behind][0] - end, places[behind]


def _contents(text: SourceText, location: Location, span: Span) -> tuple[ParagraphSpan, ...]:
    """The places of a quotation's words, without those that it leaves out."""
    return text.places(*(location.parts or (span,)))


# -- one run ----------------------------------------------------------------------------------------------


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class _Placed:
    """An entry whose quotation stands in the text."""

    number: int
    entry: RawEntry
    location: Location
    places: tuple[ParagraphSpan, ...]
    speakers: tuple[str, ...]


@final
class _Run:
    """One run over the entries: read, then people and statements, then the entries that tell parts of others."""

    def __init__(self, source: str, language: str, text: str, taken: set[str]) -> None:
        self.source = source
        self.language = language
        self.text = SourceText(paragraphs_of(text))
        self.surroundings = _Surroundings(self.text)
        self.offsets = _OffsetMap(text)
        self.taken = taken
        self.adopted: dict[int, AdoptedEntry] = {}
        self.placed: list[_Placed] = []
        self.mentions: dict[str, dict[Anchor, None]] = {}

    def entry(
        self,
        number: int,
        entry: RawEntry,
        status: AdoptionStatus,
        *,
        location: Location | None = None,
        reason: str = "",
        statement: str | None = None,
    ) -> AdoptedEntry:
        return AdoptedEntry(
            index=number,
            status=status,
            given=entry.given,
            quote=entry.quote,
            speakers=entry.speakers,
            statement=statement,
            location=location,
            places=self.text.places(*location.spans) if location is not None else (),
            reason=reason,
        )

    def read(self, entries: Sequence[RawEntry]) -> None:
        """Locate each entry's quotation, those left out that tell a part of another."""
        for number, entry in enumerate(entries):
            if entry.part_of is not None:
                continue
            if entry.flaw:
                self.adopted[number] = self.entry(number, entry, AdoptionStatus.MALFORMED, reason=entry.flaw)
            elif entry.skipped:
                self.adopted[number] = self.entry(number, entry, AdoptionStatus.SKIPPED, reason=entry.skipped)
            else:
                self.locate(number, entry)

    def locate(self, number: int, entry: RawEntry) -> None:
        near = self.offsets.offset(entry.start)
        location = locate(self.text.index, entry.quote, near=near, prefix=entry.prefix, suffix=entry.suffix)
        status = status_of_unplaced(location.outcome)
        if status is not None or location.span is None:
            self.adopted[number] = self.entry(number, entry, status or AdoptionStatus.MISSING, location=location)
            return
        places = _contents(self.text, location, location.span)
        speakers = tuple(dict.fromkeys(filter(has_words, map(clean_name, entry.speakers))))
        self.placed.append(_Placed(number=number, entry=entry, location=location, places=places, speakers=speakers))

    def state(self) -> tuple[Speakers, list[Statement]]:
        """The people and the statements of the entries that have a place."""
        ids = (f"statement-{number + 1}" for number in range(len(self.placed) + len(self.taken)))
        free = [id for id in ids if id not in self.taken]
        named = [name for placed in self.placed for name in placed.speakers if not is_anonymous(name)]
        people = Speakers(named, self.taken.union(free))
        met: dict[tuple[object, ...], str] = {}
        statements: list[Statement] = []
        for placed in self.placed:
            # Nobody is the same as nobody else, but twice the same entry is.
            who = frozenset(name if is_anonymous(name) else people.id_of(name) for name in placed.speakers)
            key = (who, placed.places)
            status = AdoptionStatus.REPEATED
            unanchored: tuple[str, ...] = ()
            if key not in met:
                met[key] = free[len(statements)]
                statement, unanchored = self.statement(met[key], placed, people)
                status = AdoptionStatus.ADOPTED
                statements.append(statement)
            entry = self.entry(placed.number, placed.entry, status, location=placed.location, statement=met[key])
            self.adopted[placed.number] = attrs.evolve(entry, places=placed.places, unanchored=unanchored)
        return people, statements

    def statement(self, id: str, placed: _Placed, people: Speakers) -> tuple[Statement, tuple[str, ...]]:
        """The statement that an entry is, and what of the entry has no anchor in it."""
        unanchored: dict[str, None] = {}
        speakers: dict[str, None] = {}
        mentions: dict[Anchor, None] = {}
        for name in placed.speakers:
            nobody = is_anonymous(name)
            speaker = people.new_unnamed(name) if nobody else people.id_of(name)
            speakers[speaker] = None
            place = self.surroundings.closest(placed.places, (name,) if nobody else people.names_of(name))
            if place is not None:
                anchor = self.text.anchor(self.source, place)
                mentions[anchor] = None
                self.mentions.setdefault(speaker, {})[anchor] = None
            else:
                unanchored["speaker"] = None
        cue = self.surroundings.closest(placed.places, (placed.entry.cue,)) if placed.entry.cue else None
        if placed.entry.cue and cue is None:
            unanchored["cue"] = None
        content = tuple(self.text.anchor(self.source, place) for place in placed.places)
        mode, quotes = self.surroundings.speech(placed.places)
        attribution = Attribution(
            mode=mode,
            content=content,
            cue=(self.text.anchor(self.source, cue),) if cue is not None else (),
            speaker=tuple(mentions),
        )
        statement = Statement(
            id=id,
            speakers=tuple(speakers),
            gist=" … ".join(anchor.exact or "" for anchor in content),
            quotes=tuple(Quote(text=words, language=self.language) for words in quotes),
            attributions=(attribution,),
        )
        return statement, tuple(unanchored)

    def tell_parts(self, entries: Sequence[RawEntry]) -> None:
        """Settle the entries that tell a part of another."""
        wholes = {id(entry): self.adopted[number] for number, entry in enumerate(entries) if entry.part_of is None}
        for number, entry in enumerate(entries):
            if entry.part_of is None:
                continue
            whole = wholes[id(entry.part_of)]
            if whole.status.placed:
                self.adopted[number] = self.entry(number, entry, AdoptionStatus.MERGED, statement=whole.statement)
            else:
                reason = f"it tells of entry {whole.index}, which is {whole.status.value}"
                self.adopted[number] = self.entry(number, entry, AdoptionStatus.SKIPPED, reason=reason)


# -- the call -----------------------------------------------------------------------------------------------


def _expect_extractions(value: object, text: object) -> None:
    """Refuse what no JSON can hold and nothing gives entries one by one."""
    wanted = "a text in JSON, an object, or an iterable of objects"
    if hasattr(value, "read_text"):
        raise wrong_argument("extractions", value, wanted, "read it first: path.read_text()")
    if isinstance(value, Text | Story | type):
        raise wrong_argument("extractions", value, wanted, _swapped(text))
    known = (str, bytes, bytearray, Mapping, Iterable, int, float, type(None))
    if not isinstance(value, known):
        raise wrong_argument("extractions", value, wanted)


def _swapped(other: object) -> str:
    entries = isinstance(other, Iterable) and not isinstance(other, str)
    return "the extractions come first: adopt(extractions, text)" if entries else ""


def adopt(
    extractions: str | bytes | Mapping[str, object] | Iterable[object],
    text: str | Text,
    *,
    source: str = "text",
    language: str = "en",
    id: str = "extractions",
    title: str = "Extractions",
    summary: str = "What an extractor says that was said.",
    as_of: str = _UNDATED,
) -> Adoption:
    """Make a story of what an extractor found in a text, as far as it really stands there.

    An entry is an object with a quotation and who said it, under any of these keys, in any case:

    - the quotation: `quote`, `quotation`, `quotes`, `extraction_text`, `utterance`, `content`, `statement`, `text`,
      `words`; a list is one quotation with words left out between its parts;
    - the speaker: `speaker`, `speakers`, `who`, `speaker_name`, `attributed_to`, `said_by`, `person`, `name`, `source`; a
      list is several speakers;
    - the crediting words: `cue`, `reporting_verb`, `verb`;
    - hints where the quotation stands several times: `start`, `start_pos`, `start_char`, `begin`, `offset`, `char_interval`,
      `span` (code points of the text as given); `prefix` or `before`, and `suffix` or `after`.

    langextract's documents are read too: extractions of a class such as "quote", with the speaker among the attributes or
    as another extraction of the same group.

    Args:
        extractions: A text in JSON or JSON lines, or an iterable of objects or of such lines.
        text: The text that they were extracted from.
        source: The id that the text gets in the story.
        language: The text's language, as a BCP 47 tag.
        id: The story's id.
        title: Its title.
        summary: What it tells, in short.
        as_of: The day on which it is told; if left out the first day there is, since no text tells its own.

    Returns:
        A legal story whose statements are the quotations that stand in the text, without an act; and a status for
        every entry. An entry without a speaker is a statement that nobody is credited with.

    Raises:
        TypeError: An argument is of another type.
        InvalidStory: The text holds control characters, or one of the other arguments is not what a story may have.

    >>> text = "“We will go,” Ann Gray said. Nobody went."
    >>> adoption = adopt([{"speaker": "Gray", "quote": "We will go"}, {"speaker": "Gray", "quote": "I stay"}], text)
    >>> adoption
    <Adoption of 2 entries: 1 adopted, 1 missing>
    >>> adoption.story.statements[0].attributions[0].speaker[0].exact
    'Gray'
    """
    _expect_extractions(extractions, text)
    expect_source_text(text, "text", _swapped(text) if isinstance(extractions, str) else "")
    names = {"source": source, "language": language, "id": id, "title": title, "summary": summary, "as_of": as_of}
    for argument, value in names.items():
        expect_text(value, argument)
    body = text.text if isinstance(text, Text) else text
    entries = read_entries(extractions, body)
    run = _Run(source, language, body, {source, id})
    run.read(entries)
    people, statements = run.state()
    run.tell_parts(entries)
    paragraphs = run.text.paragraphs
    story = Story(
        id=id,
        title=title,
        summary=summary,
        language=language,
        as_of=PartialDate(as_of),
        sources=(Source(id=source, language=language, paragraphs=paragraphs),) if paragraphs else (),
        people=people.people({id: tuple(anchors) for id, anchors in run.mentions.items()}),
        statements=tuple(statements),
    )
    return Adoption(story=story, entries=tuple(run.adopted[number] for number in range(len(entries))))
