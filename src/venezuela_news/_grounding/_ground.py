"""Grounding a whole story: a finding for each anchor, each quotation and each mention of a speaker.

1. Anchors are verified or searched for, each by the text of its source.
2. A quotation is looked for in what is anchored as said first, in the whole source second.
3. Nothing is changed: a new place is reported, never taken.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast, final

import attrs

from venezuela_news._arguments import expect
from venezuela_news._errors import UnknownRecord
from venezuela_news._events import Figure
from venezuela_news._grounding._anchor_search import AnchorSearch
from venezuela_news._grounding._figures import has_bounds
from venezuela_news._grounding._findings import Finding, Status, Target, status_outside_content
from venezuela_news._grounding._report import Report
from venezuela_news._grounding._source_text import ParagraphSpan, SourceText
from venezuela_news._grounding._speakers import SpeakerNames
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._callouts import Callout, CalloutKind
from venezuela_news._matching._differences import denials_in, negations_in
from venezuela_news._matching._index import Text
from venezuela_news._matching._locate import expect_source_text, locate
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._matching._normalized import Span
from venezuela_news._problems import Path
from venezuela_news._records import ARRAYS, Record, anchors_of
from venezuela_news._sources import Anchor
from venezuela_news._statements import Statement
from venezuela_news._story import Story, expect_story

__all__ = ["TARGETS", "ground"]

TARGETS: Final[Mapping[str, Target]] = {
    "content": Target.CONTENT,
    "cue": Target.CUE,
    "speaker": Target.SPEAKER,
    "anchors": Target.ANCHOR,
}
"""What anchors are looked for as, by the field that holds them."""

_BEST_FIRST: Final = [Status.OUTSIDE_CONTENT, Status.AMBIGUOUS, Status.ORPHAN, Status.UNCHECKED]
_STANDS: Final = (Status.VERIFIED, Status.MOVED)


_NAMES: Final = (Target.SPEAKER, Target.ANCHOR)
"""What is called by a name: what stands beside it turns nothing that it says."""


def _is_said(callout: Callout, statement: Statement) -> bool:
    """Tell whether a statement itself says what is called out: in its condition, or by a gist that denies."""
    match callout.kind:
        case CalloutKind.CONDITION:
            return statement.condition is not None
        case CalloutKind.NEGATION | CalloutKind.DENIAL:
            return bool(negations_in(statement.gist) or denials_in(statement.gist))
        case _:
            return False


def _questioned(finding: Finding, statement: Statement) -> Finding:
    """A quotation's finding with what is called out and not said by the statement itself."""
    if finding.location is None or not finding.location.grounded:
        return finding
    callouts = tuple(callout for callout in finding.location.callouts if not _is_said(callout, statement))
    status = Status.QUESTIONABLE if callouts and finding.status is Status.VERIFIED else finding.status
    return attrs.evolve(finding, status=status, callouts=callouts)


@final
@attrs.frozen(weakref_slot=False)
class _Content:
    """Content of one attribution: its source, and the places that stand there."""

    source: str
    places: tuple[ParagraphSpan, ...]


@final
class _Run:
    """One run over a story."""

    def __init__(self, story: Story, texts: Mapping[str, str | Text]) -> None:
        self.story = story
        self.searches = {source.id: AnchorSearch.of(source, texts.get(source.id)) for source in story.sources}
        told = (search.text.paragraphs for search in self.searches.values() if search is not None)
        self.names = SpeakerNames(story, itertools.chain.from_iterable(told))
        self._part: tuple[SourceText, Span, Text] | None = None

    def findings(self) -> Iterator[Finding]:
        for name in ARRAYS:
            records: Sequence[Record] = getattr(self.story, name)
            for index, record in enumerate(records):
                anchored = [self.anchor(path, record.id, anchor) for path, anchor in anchors_of(record, name, index)]
                if isinstance(record, Statement):
                    yield from self.statement((name, index), record, anchored)
                elif isinstance(record, Figure):
                    yield from (self.figure(finding, record) for finding in anchored)
                else:
                    yield from anchored

    def anchor(self, path: Path, record: str, anchor: Anchor) -> Finding:
        finding = Finding(
            path=path,
            record=record,
            target=TARGETS[str(path[-2])],
            status=Status.UNCHECKED,
            source=anchor.source,
            words=anchor.exact,
        )
        search = self.searches[anchor.source]
        if search is None:
            return finding
        found = search.look(anchor)
        location = found.location
        if location is not None and finding.target in _NAMES:
            location = attrs.evolve(location, callouts=tuple(each for each in location.callouts if not each.context))
        finding = attrs.evolve(finding, status=found.status, words=found.words, places=found.places, location=location)
        if location is not None and location.grounded and location.callouts:
            finding = attrs.evolve(finding, callouts=location.callouts)
        return finding

    def figure(self, finding: Finding, figure: Figure) -> Finding:
        """Check that a figure's numbers stand in its anchored words, where these are digits."""
        if finding.status not in _STANDS or finding.words is None or has_bounds(finding.words, figure.low, figure.high):
            return finding
        text = cast("AnchorSearch", self.searches[cast("str", finding.source)]).text
        start = text.offset(finding.places[0].paragraph, finding.places[0].start)
        callout = Callout(kind=CalloutKind.NUMBER, text=finding.words, start=start, end=start + len(finding.words))
        return attrs.evolve(finding, status=Status.QUESTIONABLE, callouts=(callout,))

    def statement(self, path: Path, statement: Statement, anchored: Sequence[Finding]) -> Iterator[Finding]:
        """Quotations, then anchors, with a finding behind each mention of a speaker for whom it credits."""
        stands: dict[Path, list[ParagraphSpan]] = {}
        for finding in anchored:
            if finding.target is Target.CONTENT and finding.status in _STANDS:
                stands.setdefault(finding.path[:-1], []).extend(finding.places)
        contents = [
            _Content(attribution.content[0].source, tuple(stands.get((*path, "attributions", index, "content"), ())))
            for index, attribution in enumerate(statement.attributions)
        ]
        for index, quote in enumerate(statement.quotes):
            finding = self.quotation((*path, "quotes", index), statement.id, quote.text, contents)
            yield _questioned(finding, statement)
        for finding in anchored:
            yield finding
            if finding.target is Target.SPEAKER:
                yield self.credit(finding, statement)

    def credit(self, finding: Finding, statement: Statement) -> Finding:
        status: Status = Status.UNCHECKED
        names: tuple[str, ...] = ()
        if finding.words is not None and finding.status is not Status.UNCHECKED:
            status, names = self.names.judge(finding.words, statement)
        return attrs.evolve(finding, target=Target.CREDIT, status=status, location=None, names=names)

    def quotation(self, path: Path, record: str, words: str, contents: Sequence[_Content]) -> Finding:
        """Inside of what is anchored as said, or else the best that any source of the statement has."""
        finding = Finding(path=path, record=record, target=Target.QUOTATION, status=Status.ORPHAN, words=words)
        best: list[tuple[Status, str, Location]] = []
        unread: list[str] = []
        for content in contents:
            search = self.searches[content.source]
            if search is None:
                unread.append(content.source)
                continue
            text = search.text
            inside = self.inside(text, content.places, words)
            if inside is not None:
                places = text.places(*inside.spans)
                return attrs.evolve(
                    finding, status=Status.VERIFIED, source=content.source, places=places, location=inside
                )
            near = text.offset(content.places[0].paragraph, content.places[0].start) if content.places else None
            location = locate(text.index, words, near=near)
            best.append((status_outside_content(location.outcome), content.source, location))
        # What stands in one of the statement's sources stands; what could stand in one not read may.
        best.sort(key=lambda each: (_BEST_FIRST.index(each[0]), list(Outcome).index(each[2].outcome)))
        if unread and (not best or best[0][0] is not Status.OUTSIDE_CONTENT):
            return attrs.evolve(finding, status=Status.UNCHECKED, source=unread[0])
        status, source, location = best[0]
        places = cast("AnchorSearch", self.searches[source]).text.places(*location.spans)
        return attrs.evolve(finding, status=status, source=source, places=places, location=location)

    def inside(self, text: SourceText, places: Sequence[ParagraphSpan], words: str) -> Location | None:
        """Find words in what one attribution anchors as said, from its first place to its last."""
        if not places:
            return None
        low = min(text.offset(place.paragraph, place.start) for place in places)
        high = max(text.offset(place.paragraph, place.end) for place in places)
        # One statement's quotations are looked for in the same part, one after the other.
        if self._part is None or self._part[:2] != (text, (low, high)):
            self._part = text, (low, high), Text(text.text[low:high])
        location = locate(self._part[2], words, near=0)
        if not location.grounded:
            return None
        spans = _shifted(location.spans, low)
        # The edge of an anchor is no edge of a word.
        if not all(is_boundary(text.text, index) for span in spans for index in span):
            return None
        return attrs.evolve(
            location,
            spans=spans,
            parts=_shifted(location.parts, low),
            omitted=tuple(attrs.evolve(each, start=each.start + low, end=each.end + low) for each in location.omitted),
            replaced=tuple(
                attrs.evolve(each, start=each.start + low, end=each.end + low) for each in location.replaced
            ),
            callouts=tuple(
                attrs.evolve(each, start=each.start + low, end=each.end + low) for each in location.callouts
            ),
        )


def _shifted(spans: Sequence[Span], low: int) -> tuple[Span, ...]:
    return tuple((start + low, end + low) for start, end in spans)


def _expect_texts(texts: object, story: Story) -> None:
    """Refuse what is no mapping from ids of sources to texts."""
    example = story.sources[0].id if story.sources else "article"
    hint = f"texts={{{example!r}: text}}" if isinstance(texts, str | Text) or hasattr(texts, "read_text") else ""
    expect(texts, Mapping, "texts", "an object with a text for each id of a source", hint)
    known = tuple(source.id for source in story.sources)
    for id, text in cast("Mapping[object, object]", texts).items():
        expect(id, str, "texts", f"ids of sources as keys, such as {example!r}")
        if id not in known:
            raise UnknownRecord(cast("str", id), "Source", known)
        expect_source_text(text, f"texts[{id!r}]")


def ground(story: Story, texts: Mapping[str, str | Text] | None = None) -> Report:
    """Say of everything that a story says about its sources whether it really stands there.

    That is each anchor of each record, and of each statement its quotations and whether the mention anchored as its
    speaker is a name of one. Verified first, searched second; the story stays as it is.

    Args:
        story: The story.
        texts: Texts to look in, by the id of the source that each is a text of: for a source that has digests alone,
            or for another copy of one that has paragraphs. A source without either is left unchecked. Anchors into
            digests are verified in each paragraph whose digest the text's has; in others they are `changed`.

    Returns:
        The report; nothing is raised for what a text holds.

    Raises:
        TypeError: An argument is of another type.
        UnknownRecord: A text is given for a source that the story does not have.

    >>> import venezuela_news as vn
    >>> report = ground(vn.story())
    >>> report.ok, report.complete
    (True, False)
    """
    expect_story(story)
    if texts is not None:
        _expect_texts(texts, story)
    return Report(story=story, findings=tuple(_Run(story, texts or {}).findings()))
