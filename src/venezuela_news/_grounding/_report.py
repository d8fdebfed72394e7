"""The report on a story: a finding for everything that is said to stand in a source, and a page to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final, assert_never, final

import attrs

from venezuela_news._arguments import expect_choice, expect_text, tuple_of, value_of
from venezuela_news._grounding._findings import Finding, Status, Target
from venezuela_news._matching._description import callout_remarks, page_width, remarks_on, wrap
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._location import DEFINITIONS
from venezuela_news._problems import show
from venezuela_news._story import Story
from venezuela_news._terminal import printable

__all__ = ["Report"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Report:
    """Findings for everything that a story says about its sources, in the order of its document.

    Args:
        story: The story.
        findings: A finding for each anchor, and for each statement's quotations and speaker mentions.
        definitions: The edition of the definitions by which it was made; rates of two editions can't be compared.
        folds: The differences of spelling that were allowed.

    It is an iterable of its findings; `str` gives it as text that a person reads.
    """

    story: Story = attrs.field(validator=value_of(Story, "a Story"))
    findings: tuple[Finding, ...] = attrs.field(validator=tuple_of(Finding, "a Finding"))
    definitions: str = attrs.field(default=DEFINITIONS, validator=value_of(str, "a text"))
    folds: tuple[Fold, ...] = attrs.field(default=tuple(Fold), validator=tuple_of(Fold, "a Fold"))

    def __repr__(self) -> str:
        return f"<Report on {self.story.id!r}: {self._counted() or 'nothing to check'}>"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def ok(self) -> bool:
        """True if nothing that could be checked speaks against the story."""
        return all(finding.status.ok for finding in self.findings)

    @property
    def complete(self) -> bool:
        """True if everything could be checked."""
        return not any(finding.status in (Status.UNCHECKED, Status.CHANGED) for finding in self.findings)

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """The findings that speak against the story."""
        return tuple(finding for finding in self.findings if not finding.status.ok)

    @property
    def counts(self) -> dict[Status, int]:
        """Number of findings by status; statuses without any are left out."""
        counts = Counter(finding.status for finding in self.findings)
        return {status: counts[status] for status in Status if counts[status]}

    def _filtered(self, test: Callable[[Finding], bool]) -> Report:
        return attrs.evolve(self, findings=tuple(filter(test, self.findings)))

    def of(self, record: str) -> Report:
        """The findings of one record.

        Raises:
            TypeError: The id is no text.
            UnknownRecord: The story has no such record.
        """
        id: object = getattr(record, "id", None)
        expect_text(record, "record", f"{id!r}, its id" if isinstance(id, str) else "")
        self.story[record]
        return self._filtered(lambda finding: finding.record == record)

    def with_status(self, *statuses: Status) -> Report:
        """The findings that have one of the statuses.

        Raises:
            TypeError: One of them is no text.
            ValueError: One of them is no `Status`.
        """
        for each in statuses:
            expect_choice(each, [status.value for status in Status], "statuses")
        return self._filtered(lambda finding: finding.status in statuses)

    def with_target(self, *targets: Target) -> Report:
        """The findings of some kinds of targets.

        Raises:
            TypeError: One of them is no text.
            ValueError: One of them is no `Target`.
        """
        for each in targets:
            expect_choice(each, [target.value for target in Target], "targets")
        return self._filtered(lambda finding: finding.target in targets)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data, fit for JSON."""
        return {
            "story": self.story.id,
            "ok": self.ok,
            "complete": self.complete,
            "definitions": self.definitions,
            "folds": [fold.value for fold in self.folds],
            "counts": {status.value: count for status, count in self.counts.items()},
            "findings": [finding.as_dict() for finding in self.findings],
        }

    def _counted(self) -> str:
        return ", ".join(f"{count} {status.value}" for status, count in self.counts.items())

    def render(self, width: int = 80) -> str:
        """The report as a page of text: a table of counts, then each trouble with its place.

        Args:
            width: The width in columns; 40 at least.

        Raises:
            TypeError: The width is no whole number.
        """
        width = page_width(width)
        lines = wrap(f"{self.story.title}: {self._verdict()}", width, "", "")
        if self.findings:
            lines += ["", *self._table(), *self._missing_texts(width)]
            folds = "all folds" if set(self.folds) == set(Fold) else f"the folds {', '.join(self.folds) or 'none'}"
            lines += wrap(f"By edition {self.definitions} of the definitions, with {folds}.", width, "", "")
        for finding in self.troubles:
            lines += ["", *_paragraph(finding, width)]
        return "".join(f"{printable(line)}\n" for line in lines)

    def __str__(self) -> str:
        return self.render()

    def _verdict(self) -> str:
        bad = len(self.troubles)
        if bad:
            return f"{bad} of {len(self)} need a look"
        return "nothing to check" if not self.findings else f"nothing speaks against it, {len(self)} looked at"

    def _table(self) -> Iterator[str]:
        cells = Counter((finding.target, finding.status) for finding in self.findings)
        for target in Target:
            row = [f"{cells[target, status]} {status.value}" for status in Status if cells[target, status]]
            if row:
                yield f"{target.value:>11}  {', '.join(row)}"

    def _missing_texts(self, width: int) -> Iterator[str]:
        # An anchor is unchecked if there is no text; a mention or a quotation may be so for other reasons.
        unread = {each.source for each in self.findings if each.status is Status.UNCHECKED and each.target in _ANCHORS}
        unchecked = Counter(each.source for each in self.findings if each.status is Status.UNCHECKED)
        for source, count in unchecked.items():
            if source not in unread:
                continue
            yield ""
            words = f"{source}: {count} unchecked; its text is not here, and was not given in texts"
            yield from wrap(words, width, "", "  ")


_ANCHORS: Final = (Target.ANCHOR, Target.CONTENT, Target.CUE, Target.SPEAKER)
_UNSEEN: Final = {
    Status.UNCHECKED: "was not looked for",
    Status.CHANGED: "its paragraph reads otherwise in the text given, so that nothing can be said of it",
}


def _sentence(finding: Finding) -> str:
    """Say in words what was found."""
    where = " ".join([finding.source or "", ", ".join(map(str, finding.places))]).strip() if finding.places else ""
    match finding.status:
        case Status.VERIFIED | Status.QUESTIONABLE:
            doubt = ", and may say something else there" if finding.questionable else ""
            return f"stands at {where}{doubt}"
        case Status.SUPPORTED:
            return f"is a name of {', '.join(finding.names)}; {where}"
        case Status.UNDECIDED:
            return f"decides nothing; {where}"
        case Status.UNCHECKED | Status.CHANGED:
            return _UNSEEN[finding.status]
        case Status.MOVED:
            return f"now stands at {where}"
        case Status.OUTSIDE_CONTENT:
            return f"stands outside of what is anchored as said, at {where}"
        case Status.AMBIGUOUS:
            return f"stands in several places: {where}"
        case Status.ORPHAN:
            nearest = f"; nearest to it is {where}" if where else ""
            return (
                f"stands nowhere{nearest}" if finding.words is not None else "reaches beyond the end of its paragraph"
            )
        case Status.MISATTRIBUTED:
            return f"is a name of {', '.join(finding.names)}, no speaker; {where}"
        case Status.UNKNOWN_NAME:
            return f"reads like a name, and is nobody's in the story; {where}"
        case _:
            assert_never(finding.status)


def _paragraph(finding: Finding, width: int) -> Iterator[str]:
    words = show(finding.words, 400) if finding.words is not None else "(words known by their place alone)"
    yield f"{finding.status.upper()} {finding.target.value} of {finding.record}"
    yield from wrap(words, width, "  ", "  ")
    yield from wrap(_sentence(finding), width, "  → ", "    ")
    beyond = finding.callouts if finding.location is None else ()
    for remark in (*remarks_on(finding.location), *callout_remarks(beyond)):
        yield from wrap(remark, width, "    ", "    ")
    yield f"    {finding.pointer}"
