"""One call for a document of unknown worth: is it legal, and does what it quotes stand in the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, final

import attrs

from venezuela_news._arguments import expect
from venezuela_news._codec import examine
from venezuela_news._formats import FormatName
from venezuela_news._limits import DEFAULT_LIMITS, Limits
from venezuela_news._problems import Problem
from venezuela_news._story import Story
from venezuela_news._terminal import printable
from venezuela_news.grounding import Report, Text, ground

__all__ = ["Assessment", "assess"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Assessment:
    """What is wrong or doubtful in a document, and whether it stands in its sources.

    Args:
        problems: What :func:`check` says of it.
        story: The story that it is, if it is legal.
        report: What :func:`venezuela_news.grounding.ground` says of the story.
        unused: The ids of texts that were given for sources that the document does not have.
    """

    problems: tuple[Problem, ...]
    story: Story | None = None
    report: Report | None = None
    unused: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Assessment: {len(self.problems)} problems, {self.report!r}>"

    @property
    def ok(self) -> bool:
        """Whether it is legal, every text was used, and nothing that could be checked speaks against it.

        Warnings do not.
        """
        return self.report is not None and self.report.ok and not self.unused

    def as_dict(self) -> dict[str, Any]:
        """The assessment as plain data, fit for JSON; the story has its own format."""
        return {
            "ok": self.ok,
            "problems": [
                {
                    "pointer": problem.pointer,
                    "rule": problem.rule,
                    "severity": problem.severity.value,
                    "message": problem.message,
                    "hint": problem.hint,
                }
                for problem in self.problems
            ],
            "unused": list(self.unused),
            "report": self.report.as_dict() if self.report is not None else None,
        }

    def render(self, width: int = 80) -> str:
        """The problems, one a line, then the report as a page of text.

        Args:
            width: The report's width in columns; 40 at least.
        """
        lines = [printable(f"{problem.severity.value} {problem}") + "\n" for problem in self.problems]
        if self.unused:
            told = f"texts were given for sources that the document does not have: {', '.join(self.unused)}"
            lines.append(printable(told) + "\n")
        if self.report is not None:
            lines += ["\n"] * bool(lines) + [self.report.render(width)]
        return "".join(lines)

    def __str__(self) -> str:
        return self.render()


def assess(
    document: object,
    texts: Mapping[str, str | Text] | None = None,
    *,
    format: FormatName = "json",
    limits: Limits = DEFAULT_LIMITS,
) -> Assessment:
    """Check a document, and if it is legal, ground it: for what a language model or a stranger wrote.

    Give the texts that it was made from: a document's own paragraphs are its author's word.

    Args:
        document: Plain data; or a text or bytes, which are parsed first; or a story.
        texts: The sources' texts, by id; one for a source that the document does not have is ``unused``, and not ``ok``.
        format: The format of a text or of bytes.
        limits: How much is read, and how many problems are listed, at most.

    Raises:
        UnknownFormat: There is no such format.
        MissingExtra: The format needs a package that is not installed.

    >>> import venezuela_news as vn
    >>> assess(vn.story()).ok
    True
    >>> [problem.rule for problem in assess("[]").problems]
    ['wrong-type']
    """
    expect(limits, Limits, "limits", "a vn.Limits")
    if texts is not None:
        expect(texts, Mapping, "texts", "a dict of texts by source", 'write texts={"article": text}')
    story, problems = examine(document, Story, format, limits)
    if story is None:
        return Assessment(problems=problems)

    known = {source.id for source in story.sources}
    given = {id: text for id, text in (texts or {}).items() if id in known}
    unused = tuple(id for id in texts or {} if id not in known)
    return Assessment(problems=problems, story=story, report=ground(story, given), unused=unused)
