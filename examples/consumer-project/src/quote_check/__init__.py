"""Who said what: as a table, and checked against a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import venezuela_news as vn
from venezuela_news.grounding import Text, locate

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Row", "Verdict", "check_rows", "read", "table"]


@dataclass(frozen=True)
class Row:
    """What an extractor hands in: a name, and what is said to be quoted from them."""

    speaker: str
    quote: str


@dataclass(frozen=True)
class Verdict:
    """What is true of a row."""

    row: Row
    speaker: str | None
    """The id of the one whose name it is; None if the story knows nobody of that name."""
    outcome: str
    """What searching the text gave, such as ``found`` or ``missing``."""
    start: int | None = None
    """Where the quotation begins, in code points of the text; None if it does not stand there."""

    @property
    def fine(self) -> bool:
        """Whether the words stand in the text and somebody of that name is in the story."""
        return self.start is not None and self.speaker is not None


def read(data: object, format: Literal["json", "yaml", "msgpack"] = "json") -> tuple[vn.Story | None, list[str]]:
    """Read a story, as bytes or plain data; with one complaint for each thing that is wrong with it.

    A complaint is a JSON Pointer and the name of a rule, such as ``/people/0/age out-of-range``.
    """
    try:
        story = vn.loads(data, format=format) if isinstance(data, bytes) else vn.structure(data)
    except vn.InvalidStory as error:
        return None, [f"{problem.pointer} {problem.rule}" for problem in error.problems]
    return story, []


def table(story: vn.Story) -> str:
    """The story's statements as a Markdown table: one line for each, below a head of two."""
    lines = ["| who | said | when |", "| --- | --- | --- |"]
    for statement in story.statements:
        who = ", ".join(_name(story[speaker]) for speaker in statement.speakers) or "nobody named"
        cells = (who, statement.gist, str(statement.said or ""))
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join(lines) + "\n"


def _name(actor: object) -> str:
    names = (getattr(actor, field, None) for field in ("name", "label", "description"))
    return str(next(name for name in names if name))


def _cell(text: str) -> str:
    # A bar would end the cell, and a backslash before a bar would undo the escape.
    return text.replace("\\", "\\\\").replace("|", "\\|")


def check_rows(rows: Iterable[Row], text: str, story: vn.Story) -> list[Verdict]:
    """Look for each row's quotation in the text, and for its speaker among the story's people."""
    index = Text(text)
    names = {
        name.casefold(): person.id
        for person in story.people
        for name in (person.name, *person.aliases)
        if name is not None
    }
    verdicts: list[Verdict] = []
    for row in rows:
        place = locate(index, row.quote)
        start = place.span[0] if place.span is not None else None
        verdicts.append(Verdict(row, names.get(row.speaker.casefold()), place.outcome.value, start))
    return verdicts
