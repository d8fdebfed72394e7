"""A story as a page for the terminal: who stands where, who said what, when, on what evidence.

The page is text of a given width. From :data:`TWO_COLUMNS` on it has two columns, so that no line
is too long to be read. Colors are ANSI escapes (ECMA-48, section 8.3.117) and mean nothing that the
words do not say. Whatever a story or a problem holds, nothing else that steers a terminal gets out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast

from venezuela_news._arguments import expect_flag, expect_text, expect_whole_number, wrong_argument
from venezuela_news._errors import InvalidStory
from venezuela_news._problems import Problem, shown_path
from venezuela_news._story import Story, expect_story
from venezuela_news._terminal import printable, wrapped
from venezuela_news.rendering._page import PageWriter
from venezuela_news.rendering._styles import BOLD, GAP, beside, page_text, severity_style, styled

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TWO_COLUMNS", "page", "problems"]

TWO_COLUMNS: Final = 140
"""The width, in columns, from which a page has two of them."""

_NARROWEST: Final = 40
_MEASURE: Final = 96  # no line of text is longer


def page(story: Story, *, width: int = 80, color: bool = False) -> str:
    """Lay a story out as a page of text.

    Args:
        story: The story.
        width: The page's width in columns, 1 or more; a page is never narrower than 40.
        color: Whether headings and positions are colored.

    Raises:
        TypeError: An argument is of another type.
        ValueError: The width is below 1.

    >>> import venezuela_news as vn
    >>> print(page(vn.story(), width=60).splitlines()[0])
    The day Maduro broke with the United States
    """
    expect_story(story)
    expect_whole_number(width, "width", low=1, what="a number of columns")
    expect_flag(color, "color")
    width = max(width, _NARROWEST)
    two = width >= TWO_COLUMNS
    measure = min((width - len(GAP)) // 2, _MEASURE) if two else min(width, _MEASURE)
    writer = PageWriter(story, measure)
    head = PageWriter(story, measure * 2 + len(GAP) if two else measure).head()
    said = [*writer.statements()]
    stances = [*writer.stances()]
    others = [*writer.timeline(), *writer.works(), *writer.figures(), *writer.photos(), *writer.sources()]
    lines = [*head, *beside([*stances, *others], said, measure)] if two else [*head, *stances, *said, *others]
    return page_text(lines, color=color)


def problems(found: Iterable[Problem], *, name: str, width: int = 80, color: bool = False) -> str:
    """Lay problems out as lines for the terminal, each with its place, what was found and what to write.

    Args:
        found: The problems.
        name: What they were found in, such as a file's name.
        width: The width in columns, 1 or more.
        color: Whether severities are colored.

    Raises:
        TypeError: An argument is of another type.
        ValueError: The width is below 1.

    >>> import venezuela_news as vn
    >>> print(problems(vn.check("[]"), name="story.json"), end="")
    error story.json: $ [wrong-type]
      a list is not an object
      → write an object: {"schema_version": 1, ...}
    """
    expect_text(name, "name")
    expect_whole_number(width, "width", low=1, what="a number of columns")
    expect_flag(color, "color")
    lines: list[str] = []
    for problem in _problems_in(found):
        severity = styled(severity_style(problem.severity), problem.severity)
        place = styled(BOLD, printable(f"{name}: {shown_path(problem.path)}"))
        lines.append(f"{severity} {place} [{problem.rule}]")
        lines += wrapped(printable(problem.message), width, "  ")
        lines += wrapped(printable(problem.hint), width, "  → ", "    ")
    return page_text(lines, color=color)


def _problems_in(found: object) -> Iterator[Problem]:
    """Give the problems one by one, and say what to write where something else was given."""
    wanted = "problems, as vn.check gives them"
    hint = _hint(found)
    if hint or isinstance(found, str) or not isinstance(found, Iterable):
        raise wrong_argument("found", found, wanted, hint)
    for problem in cast("Iterable[object]", found):
        if not isinstance(problem, Problem):
            raise wrong_argument("found", problem, wanted)
        yield problem


def _hint(found: object) -> str:
    match found:
        case InvalidStory():
            return "use error.problems"
        case Problem():
            return "use (problem,)"
        case Story():
            return "use vn.check(story)"
        case _:
            return ""
