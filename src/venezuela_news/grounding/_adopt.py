"""From loose extractions to a story: what stands in the text is adopted, the rest is told.

1. Every entry is read (see :mod:`venezuela_news.grounding._loose`) and its quotation located in the text. Offsets that it
   comes with are hints between several places, and nothing more.
2. What is `found` or `normalized` becomes a statement whose content is anchored where the words stand, in several spans
   if the quotation leaves words out or crosses paragraphs. Direct speech stands inside quotation marks, mixed speech
   has some inside it, all other is indirect.
3. Its cue and its speaker are anchored where they stand in the paragraphs of the content and outside of it, the closest place first.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, final

import attrs

from venezuela_news._dates import PartialDate
from venezuela_news._sources import Quote, Source, paragraphs_of
from venezuela_news._statements import Act, Attribution, Mode, Statement
from venezuela_news._story import Story
from venezuela_news.grounding._adoption import Adoption, Entry, Fate
from venezuela_news.grounding._folds import ALL_FOLDS
from venezuela_news.grounding._lines import Lines, ParagraphSpan
from venezuela_news.grounding._locate import Location, locate
from venezuela_news.grounding._loose import Loose, entries
from venezuela_news.grounding._people import Cast, cleaned, is_anonymous
from venezuela_news.grounding._quotation import core
from venezuela_news.grounding._speech import quoted
from venezuela_news.grounding._text import Text, index_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from venezuela_news._sources import Anchor
    from venezuela_news.grounding._text import Span

__all__ = ["adopt"]

_UNDATED: Final = "0001-01-01"


@final
@attrs.define(kw_only=True, weakref_slot=False)
class _Draft:
    """A quotation that stands in the text."""

    loose: Loose
    location: Location
    places: tuple[ParagraphSpan, ...]
    speakers: tuple[str, ...]
    statement: str = ""
    lost: tuple[str, ...] = ()


class _Drift:
    """The way from offsets in the text as given to offsets in its paragraphs joined by line feeds."""

    def __init__(self, text: str) -> None:
        self._lines: list[tuple[int, str, int]] = []
        start = target = 0
        for line in text.splitlines(keepends=True):
            bare = line.strip()
            if bare:
                self._lines.append((start + line.index(bare), bare, target))
                target += len(unicodedata.normalize("NFC", bare)) + 1
            start += len(line)

    def __call__(self, offset: int | None) -> int | None:
        if offset is None or offset < 0:
            return None
        for start, line, target in reversed(self._lines):
            if offset >= start:
                return target + len(unicodedata.normalize("NFC", line[: offset - start]))
        return 0


def _contents(lines: Lines, location: Location, span: Span) -> tuple[ParagraphSpan, ...]:
    """Where the words of a quotation stand, without those that it leaves out."""
    pieces: list[Span] = []
    start = span[0]
    for omission in location.omitted:
        pieces.append((start, omission.start))
        start = omission.end
    pieces.append((start, span[1]))
    if not location.omitted:
        return lines.places(*pieces)
    bare: list[Span] = []
    for low, high in pieces:
        words = core(lines.text[low:high])
        start = low + lines.text[low:high].index(words)
        bare += [(start, start + len(words))] if words else []
    return lines.places(*bare)


@final
class _Adopting:
    """One run."""

    def __init__(self, source: str, language: str, text: str, taken: set[str]) -> None:
        self.source = source
        self.language = language
        self.lines = Lines(paragraphs_of(text))
        self.drift = _Drift(text)
        self.indexes = [Text(line) for line in self.lines.paragraphs]
        self.quoted = [quoted(line) for line in self.lines.paragraphs]
        self.taken = taken
        self.fates: dict[int, Entry] = {}
        self.drafts: list[tuple[int, _Draft]] = []

    def locate(self, number: int, loose: Loose) -> None:
        location = locate(
            self.lines.index, loose.quote, near=self.drift(loose.start), prefix=loose.prefix, suffix=loose.suffix
        )
        span = location.span
        if span is None:
            self.fates[number] = self._entry(number, loose, Fate(location.outcome.value), location)
            return
        places = _contents(self.lines, location, span)
        speakers = tuple(dict.fromkeys(map(cleaned, loose.speakers))) or ("",)
        self.drafts.append((number, _Draft(loose=loose, location=location, places=places, speakers=speakers)))

    def _entry(
        self, number: int, loose: Loose, fate: Fate, location: Location | None = None, reason: str = ""
    ) -> Entry:
        return Entry(
            index=number,
            fate=fate,
            given=loose.given,
            quote=loose.quote,
            speakers=loose.speakers,
            location=location,
            places=self.lines.places(*location.spans) if location is not None else (),
            reason=reason,
        )

    def read(self, found: Sequence[Loose]) -> None:
        for number, loose in enumerate(found):
            if loose.part_of is not None:
                continue
            if loose.flaw:
                self.fates[number] = self._entry(number, loose, Fate.MALFORMED, reason=loose.flaw)
            elif loose.idle:
                self.fates[number] = self._entry(number, loose, Fate.PASSED_OVER, reason=loose.idle)
            else:
                self.locate(number, loose)

    def people_and_statements(self) -> tuple[Cast, dict[str, tuple[Anchor, ...]], list[Statement]]:
        named = [name for _, draft in self.drafts for name in draft.speakers if not is_anonymous(name)]
        ids = [
            id for id in (f"statement-{number + 1}" for number in range(len(self.drafts) + 2)) if id not in self.taken
        ]
        cast = Cast(named, self.taken.union(ids))
        met: dict[tuple[object, ...], str] = {}
        mentions: dict[str, dict[Anchor, None]] = {}
        statements: list[Statement] = []
        for number, draft in self.drafts:
            # Nobody is the same as nobody else, but twice the same entry is.
            who = tuple(dict.fromkeys(name if is_anonymous(name) else cast.id_of(name) for name in draft.speakers))
            key = (frozenset(who), draft.places)
            if key in met:
                draft.statement = met[key]
                fate = Fate.REPEATED
            else:
                fate = Fate.ADOPTED
                draft.statement = met[key] = ids[len(statements)]
                statements.append(self._statement(draft, cast, mentions))
            entry = self._entry(number, draft.loose, fate, draft.location)
            self.fates[number] = attrs.evolve(entry, statement=draft.statement, places=draft.places, lost=draft.lost)
        return cast, {id: tuple(anchors) for id, anchors in mentions.items()}, statements

    def _statement(self, draft: _Draft, cast: Cast, mentions: dict[str, dict[Anchor, None]]) -> Statement:
        content = tuple(self.lines.anchor(self.source, place) for place in draft.places)
        speaker: dict[Anchor, None] = {}
        speakers: dict[str, None] = {}
        lost: dict[str, None] = {}
        for name in draft.speakers:
            id = cast.nobody(name) if is_anonymous(name) else cast.id_of(name)
            speakers[id] = None
            place = self._beside(draft.places, (name,) if is_anonymous(name) else cast.names_of(name))
            if place is not None:
                anchor = self.lines.anchor(self.source, place)
                speaker[anchor] = None
                mentions.setdefault(id, {})[anchor] = None
            elif any(map(str.isalnum, name)):
                lost["speaker"] = None
        cue = self._beside(draft.places, (draft.loose.cue,)) if draft.loose.cue else None
        if draft.loose.cue and cue is None:
            lost["cue"] = None
        draft.lost = tuple(lost)
        mode, quotes = self._mode(draft.places)
        return Statement(
            id=draft.statement,
            speakers=tuple(speakers),
            act=Act.ASSERTIVE,
            gist=" … ".join(anchor.exact or "" for anchor in content),
            quotes=tuple(Quote(text=words, language=self.language) for words in dict.fromkeys(quotes)),
            attributions=(
                Attribution(
                    mode=mode,
                    content=content,
                    cue=(self.lines.anchor(self.source, cue),) if cue is not None else (),
                    speaker=tuple(speaker),
                ),
            ),
        )

    def _mode(self, places: Iterable[ParagraphSpan]) -> tuple[Mode, list[str]]:
        """How the text reports what stands at some places, and which of it is in the speaker's words."""
        spoken: list[str] = []
        whole = True
        for place in places:
            line = self.lines.paragraphs[place.paragraph]
            parts = [
                (max(low, place.start), min(high, place.end))
                for low, high in self.quoted[place.paragraph]
                if low < place.end and high > place.start
            ]
            whole = whole and (place.start, place.end) in parts
            spoken += [words for low, high in parts if (words := core(line[low:high])) and any(map(str.isalnum, words))]
        return (Mode.DIRECT if whole else Mode.MIXED if spoken else Mode.INDIRECT), spoken

    def _beside(self, contents: Sequence[ParagraphSpan], names: Iterable[str]) -> ParagraphSpan | None:
        """Where one of the names stands beside what was said, the first that does at its closest place."""
        for name in names:
            words = core(name)
            if not any(map(str.isalnum, words)):
                continue
            around: list[tuple[int, ParagraphSpan]] = []
            for number in dict.fromkeys(place.paragraph for place in contents):
                here = [place for place in contents if place.paragraph == number]
                for start, end in index_of(self.indexes[number]).places(words, ALL_FOLDS):
                    if all(end <= place.start or start >= place.end for place in here):
                        distance = min(max(place.start - end, start - place.end) for place in here)
                        around.append((distance, ParagraphSpan(paragraph=number, start=start, end=end)))
            if around:
                return min(around, key=lambda each: each[0])[1]
        return None

    def parts(self, found: Sequence[Loose]) -> None:
        """The fates of entries that tell a part of another."""
        fates = {id(loose): self.fates[number] for number, loose in enumerate(found) if loose.part_of is None}
        for number, loose in enumerate(found):
            if loose.part_of is None:
                continue
            whole = fates[id(loose.part_of)]
            if whole.fate.placed:
                entry = attrs.evolve(self._entry(number, loose, Fate.MERGED), statement=whole.statement)
            else:
                reason = f"it tells of entry {whole.index}, which is {whole.fate.value}"
                entry = self._entry(number, loose, Fate.PASSED_OVER, reason=reason)
            self.fates[number] = entry


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
        A legal story whose statements are the quotations that stand in the text, all of them assertive; and the fate
        of every entry.

    Raises:
        InvalidStory: The text holds control characters, or one of the other arguments is not what a story may have.

    >>> text = "“We will go,” Ann Gray said. Nobody went."
    >>> adoption = adopt([{"speaker": "Gray", "quote": "We will go"}, {"speaker": "Gray", "quote": "I stay"}], text)
    >>> adoption
    <Adoption of 2 entries: 1 adopted, 1 missing>
    >>> adoption.story.statements[0].attributions[0].speaker[0].exact
    'Gray'
    """
    body = text.text if isinstance(text, Text) else text
    found = entries(extractions, body)
    run = _Adopting(source, language, body, {source, id})
    run.read(found)
    cast, mentions, statements = run.people_and_statements()
    run.parts(found)
    paragraphs = run.lines.paragraphs
    story = Story(
        id=id,
        title=title,
        summary=summary,
        language=language,
        as_of=PartialDate(as_of),
        sources=(Source(id=source, language=language, paragraphs=paragraphs),) if paragraphs else (),
        people=cast.people(mentions),
        statements=tuple(statements),
    )
    return Adoption(story=story, entries=tuple(run.fates[number] for number in range(len(found))))
