"""Grounding a whole story: what it says about its sources is verified first and searched second.

1. An anchor is *verified* where its words, or their digest, are those of its source at that place. The text is the one
   given for the source, or else the source's own paragraphs. In a paragraph that was edited, what was whole words has to
   be so still.
2. What does not verify was moved by an edit of the text, or is gone. In paragraphs that are only renumbered it stands
   where it stood. Elsewhere the same words are looked for letter for letter: of several places the one is meant that one
   edit of the paragraph would have taken them to, then the one in the same surroundings (up to 32 code points on each
   side, 4 at least in all), then the closest. What stands nowhere so is left to `locate`. Words known by a digest
   are looked for by it.
3. A quotation is looked for in what is anchored as said first, in the whole source second.
4. Nothing is changed: a new place is reported, never taken.
"""

from __future__ import annotations

import difflib
import itertools
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast, final

import attrs

from venezuela_news._errors import UnknownRecord
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS
from venezuela_news._sources import Anchor, digest_of, paragraphs_of
from venezuela_news.grounding._boundaries import is_boundary
from venezuela_news.grounding._credit import Credits
from venezuela_news.grounding._lines import Lines, ParagraphSpan
from venezuela_news.grounding._locate import Location, Outcome, locate
from venezuela_news.grounding._report import Finding, Report, Status, Thing
from venezuela_news.grounding._text import Text, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from venezuela_news._problems import Path
    from venezuela_news._records import Record
    from venezuela_news._sources import Source
    from venezuela_news._statements import Statement
    from venezuela_news._story import Story
    from venezuela_news.grounding._text import Span

__all__ = ["ground"]

_CONTEXT: Final = 32
_LEAST: Final = 4
_THINGS: Final = {"content": Thing.CONTENT, "cue": Thing.CUE, "speaker": Thing.SPEAKER, "anchors": Thing.ANCHOR}


def _alike(one: str, other: str) -> int:
    # How many code points two texts have in common at their beginning.
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class _Found:
    """What became of one anchor."""

    status: Status
    words: str | None
    places: tuple[ParagraphSpan, ...] = ()
    location: Location | None = None


@final
class _Witness:
    """A source and the text to look in: the one given, or its own."""

    def __init__(self, source: Source, text: str | Text | None) -> None:
        self.source = source
        given = text.text if isinstance(text, Text) else text
        paragraphs = source.paragraphs if given is None else paragraphs_of(given)
        self.lines = Lines(paragraphs) if given is not None or paragraphs else None

    # -- where the edit took a place ----------------------------------------------------------------

    @cached_property
    def _old(self) -> tuple[str, ...]:
        return self.source.digests or self.source.paragraphs

    @cached_property
    def _new(self) -> tuple[str, ...]:
        paragraphs = cast("Lines", self.lines).paragraphs
        return tuple(map(digest_of, paragraphs)) if self.source.digests else paragraphs

    @cached_property
    def _kept(self) -> dict[int, int]:
        """The paragraphs that are as they were, and their numbers now."""
        matcher = difflib.SequenceMatcher(None, self._old, self._new, autojunk=False)
        return {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}

    def _heir(self, number: int) -> int:
        """The number now of the paragraph that is likeliest to be an old one."""
        if number in self._kept:
            return self._kept[number]
        before = max((old for old in self._kept if old < number), default=-1)
        after = min((old for old in self._kept if old > number), default=len(self._old))
        low = self._kept.get(before, -1) + 1
        high = self._kept.get(after, len(self._new))
        # Between two paragraphs that were kept: counted from the first, or from the last where it is nearer.
        guess = low + number - before - 1
        if high - low != after - before - 1 and after - number < number - before:
            guess = high - (after - number)
        return max(low, min(guess, high - 1, len(self._new) - 1))

    def _drifted(self, anchor: Anchor) -> int:
        """Where in the text an anchor should begin after one edit of its paragraph."""
        lines = cast("Lines", self.lines)
        number = self._heir(anchor.paragraph)
        if not self.source.paragraphs or number >= len(lines.paragraphs):
            return lines.offset(number, anchor.start)
        old, new = self.source.paragraphs[anchor.paragraph], lines.paragraphs[number]
        if anchor.end <= _alike(old, new):
            return lines.offset(number, anchor.start)
        return lines.offset(number, max(0, anchor.start + len(new) - len(old)))

    # -- looking --------------------------------------------------------------------------------------

    def look(self, anchor: Anchor) -> _Found:
        """Verify an anchor, or else search for it."""
        words = anchor.exact
        if self.lines is None:
            return _Found(status=Status.UNCHECKED, words=words)
        here = ParagraphSpan(paragraph=anchor.paragraph, start=anchor.start, end=anchor.end)
        if (there := self._stands(anchor, here)) is not None:
            return _Found(status=Status.VERIFIED, words=there, places=(here,))
        if anchor.paragraph in self._kept:
            here = attrs.evolve(here, paragraph=self._kept[anchor.paragraph])
            if (there := self._stands(anchor, here)) is not None:
                return _Found(status=Status.MOVED, words=there, places=(here,))
        return self._by_words(anchor, words) if words is not None else self._by_digest(anchor)

    def _stands(self, anchor: Anchor, place: ParagraphSpan) -> str | None:
        words = cast("Lines", self.lines).words(place.paragraph, place.start, place.end)
        if words is None or (anchor.exact != words if anchor.exact is not None else digest_of(words) != anchor.digest):
            return None
        return words if self._is_whole(anchor, place) else None

    def _is_whole(self, anchor: Anchor, place: ParagraphSpan) -> bool:
        """Whether words that stand at a place are no part of longer ones there, which they were not."""
        if self._old[anchor.paragraph] == self._new[place.paragraph]:
            return True
        line = cast("Lines", self.lines).paragraphs[place.paragraph]
        return all(is_boundary(line, (place.start, place.end)[edge]) for edge in self._edges(anchor))

    def _edges(self, anchor: Anchor) -> list[int]:
        """Which ends of an anchor are edges of words: 0 its start, 1 its end; both where that can't be seen."""
        if not self.source.paragraphs:
            return [0, 1]
        line = self.source.paragraphs[anchor.paragraph]
        return [edge for edge, at in enumerate((anchor.start, anchor.end)) if is_boundary(line, at)]

    def _by_words(self, anchor: Anchor, words: str) -> _Found:
        lines = cast("Lines", self.lines)
        line, near = self.source.paragraphs[anchor.paragraph], self._drifted(anchor)
        before = f"\n{line[: anchor.start]}"[-_CONTEXT:][::-1]
        after = f"{line[anchor.end :]}\n"[:_CONTEXT]
        edges = self._edges(anchor)
        spans = [
            span
            for start in occurrences(lines.text, words)
            for span in [(start, start + len(words))]
            if all(is_boundary(lines.text, span[index]) for index in edges)
        ]
        if not spans:
            location = locate(lines.index, words, near=near)
            status = (
                Status.MOVED
                if location.grounded
                else Status.AMBIGUOUS
                if location.outcome is Outcome.AMBIGUOUS
                else Status.ORPHAN
            )
            return _Found(status=status, words=words, places=lines.places(*location.spans), location=location)

        def rank(span: Span) -> tuple[bool, int, int]:
            # The ends of a text are like those of a paragraph.
            start, end = span
            left = _alike(before, f"\n{lines.text[max(0, start - _CONTEXT) : start]}"[::-1])
            right = _alike(after, f"{lines.text[end : end + _CONTEXT]}\n")
            return start != near or not left + right, -left - right, abs(start - near)

        ranks = sorted((rank(span), span) for span in spans)
        first = ranks[0][0]
        best = [span for each, span in ranks if each == first]
        if len(spans) > 1 and first[0] and -first[1] < _LEAST:
            best = spans
        status = Status.MOVED if len(best) == 1 else Status.AMBIGUOUS
        return _Found(status=status, words=words, places=lines.places(*best))

    @cached_property
    def _windows(self) -> dict[int, dict[str, list[ParagraphSpan]]]:
        return {}

    def _by_digest(self, anchor: Anchor) -> _Found:
        lines, size = cast("Lines", self.lines), anchor.end - anchor.start
        if size not in self._windows:
            table: dict[str, list[ParagraphSpan]] = {}
            for number, line in enumerate(lines.paragraphs):
                for start in range(len(line) - size + 1):
                    end = start + size
                    if is_boundary(line, start) and is_boundary(line, end):
                        place = ParagraphSpan(paragraph=number, start=start, end=end)
                        table.setdefault(digest_of(line[start:end]), []).append(place)
            self._windows[size] = table
        places = self._windows[size].get(anchor.digest or "", [])
        heir = self._heir(anchor.paragraph)
        # Only the place is known, not what is around it: closeness inside a paragraph would be a guess.
        places = [place for place in places if place.paragraph == heir] or places
        status = Status.ORPHAN if not places else Status.MOVED if len(places) == 1 else Status.AMBIGUOUS
        words = lines.words(places[0].paragraph, places[0].start, places[0].end) if places else None
        return _Found(status=status, words=words, places=tuple(places))


@final
class _Grounding:
    """One run over a story."""

    def __init__(self, story: Story, texts: Mapping[str, str | Text]) -> None:
        self.story = story
        self.witnesses = {source.id: _Witness(source, texts.get(source.id)) for source in story.sources}
        read = (witness.lines.paragraphs for witness in self.witnesses.values() if witness.lines is not None)
        self.credits = Credits(story, itertools.chain.from_iterable(read))

    def findings(self) -> Iterator[Finding]:
        for name in ARRAYS:
            records: Sequence[Record] = getattr(self.story, name)
            for index, record in enumerate(records):
                yield from self.record((name, index), record)

    def record(self, path: Path, record: Record) -> Iterator[Finding]:
        for field in fields_of(type(record)):
            if field.kind is not Kind.RECORD:
                continue
            if field.type is Anchor:
                yield from self.anchors((*path, field.name), record.id, getattr(record, field.name))
            elif field.name == "attributions":
                yield from self.statement(path, cast("Statement", record))

    def anchors(self, path: Path, record: str, anchors: Sequence[Anchor]) -> Iterator[Finding]:
        thing = _THINGS[str(path[-1])]
        for index, anchor in enumerate(anchors):
            found = self.witnesses[anchor.source].look(anchor)
            yield Finding(
                path=(*path, index),
                record=record,
                thing=thing,
                status=found.status,
                source=anchor.source,
                words=found.words,
                places=found.places,
                location=found.location,
            )

    def statement(self, path: Path, statement: Statement) -> Iterator[Finding]:
        told: list[Finding] = []
        contents: list[tuple[str, tuple[ParagraphSpan, ...]]] = []
        for index, attribution in enumerate(statement.attributions):
            here = (*path, "attributions", index)
            content = list(self.anchors((*here, "content"), statement.id, attribution.content))
            places = tuple(
                place
                for finding in content
                for place in finding.places
                if finding.status in (Status.VERIFIED, Status.MOVED)
            )
            contents.append((attribution.content[0].source, places))
            told += content
            told += self.anchors((*here, "cue"), statement.id, attribution.cue)
            for finding in self.anchors((*here, "speaker"), statement.id, attribution.speaker):
                told += (finding, self.credit(finding, statement))
        for index, quote in enumerate(statement.quotes):
            yield self.quotation((*path, "quotes", index), statement.id, quote.text, contents)
        yield from told

    def credit(self, finding: Finding, statement: Statement) -> Finding:
        status: Status = Status.UNCHECKED
        names: tuple[str, ...] = ()
        if finding.words is not None and finding.status is not Status.UNCHECKED:
            status, names = self.credits.judge(finding.words, statement)
        return attrs.evolve(finding, thing=Thing.CREDIT, status=status, location=None, names=names)

    def quotation(
        self, path: Path, record: str, words: str, contents: Sequence[tuple[str, tuple[ParagraphSpan, ...]]]
    ) -> Finding:
        finding = Finding(path=path, record=record, thing=Thing.QUOTATION, status=Status.ORPHAN, words=words)
        best: list[tuple[Status, str, Location]] = []
        unread: list[str] = []
        for source, places in contents:
            lines = self.witnesses[source].lines
            if lines is None:
                unread.append(source)
                continue
            inside = _inside(lines, places, words)
            if inside is not None:
                return attrs.evolve(
                    finding, status=Status.VERIFIED, source=source, places=lines.places(*inside.spans), location=inside
                )
            near = lines.offset(places[0].paragraph, places[0].start) if places else None
            location = locate(lines.index, words, near=near)
            best.append((_QUOTED[location.outcome], source, location))
        # What stands in one of the statement's sources stands; what could stand in one not read may.
        best.sort(key=lambda each: (_BEST_FIRST.index(each[0]), list(Outcome).index(each[2].outcome)))
        if unread and (not best or best[0][0] is not Status.STRAY):
            return attrs.evolve(finding, status=Status.UNCHECKED, source=unread[0])
        status, source, location = best[0]
        places = cast("Lines", self.witnesses[source].lines).places(*location.spans)
        return attrs.evolve(finding, status=status, source=source, places=places, location=location)


_QUOTED: Final = {
    Outcome.FOUND: Status.STRAY,
    Outcome.NORMALIZED: Status.STRAY,
    Outcome.AMBIGUOUS: Status.AMBIGUOUS,
    Outcome.ALTERED: Status.ORPHAN,
    Outcome.MISSING: Status.ORPHAN,
    Outcome.UNCHECKED: Status.UNCHECKED,
}
_BEST_FIRST: Final = [Status.STRAY, Status.AMBIGUOUS, Status.ORPHAN, Status.UNCHECKED]


def _inside(lines: Lines, places: Sequence[ParagraphSpan], words: str) -> Location | None:
    """Where words stand in what one attribution anchors as said, from its first place to its last."""
    if not places:
        return None
    low = min(lines.offset(place.paragraph, place.start) for place in places)
    high = max(lines.offset(place.paragraph, place.end) for place in places)
    location = locate(lines.text[low:high], words, near=0)
    if not location.grounded:
        return None
    spans = tuple((start + low, end + low) for start, end in location.spans)
    # The edge of an anchor is no edge of a word.
    if not all(is_boundary(lines.text, index) for span in spans for index in span):
        return None
    omitted = tuple(
        attrs.evolve(omission, start=omission.start + low, end=omission.end + low) for omission in location.omitted
    )
    return attrs.evolve(location, spans=spans, omitted=omitted)


def ground(story: Story, texts: Mapping[str, str | Text] | None = None) -> Report:
    """Say of everything that a story says about its sources whether it really stands there.

    That is each anchor of each record, and of each statement its quotations and whether the mention anchored as its
    speaker is a name of one. Verified first, searched second; the story stays as it is.

    Args:
        story: The story.
        texts: Texts to look in, by the id of the source that each is a text of: for a source that has digests alone,
            or for another copy of one that has paragraphs. A source without either is left unchecked.

    Returns:
        The report; nothing is raised for what a text holds.

    Raises:
        UnknownRecord: A text is given for a source that the story does not have.

    >>> import venezuela_news as vn
    >>> report = ground(vn.story())
    >>> report.ok, report.complete
    (True, False)
    """
    texts = texts or {}
    for id in texts:
        if id not in {source.id for source in story.sources}:
            raise UnknownRecord(id, "Source", tuple(source.id for source in story.sources))
    return Report(story=story, findings=tuple(_Grounding(story, texts).findings()))
