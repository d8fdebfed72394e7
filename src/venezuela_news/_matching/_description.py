"""A location as plain data, and in words that a person reads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, Final, assert_never

import attrs

from venezuela_news._arguments import expect_whole_number
from venezuela_news._matching._differences import Edit, EditKind, Omission
from venezuela_news._matching._location import Location
from venezuela_news._problems import show

__all__ = ["data_of", "page_width", "remarks_on", "wrap"]

_NARROWEST: Final = 40


def data_of(location: Location) -> dict[str, Any]:
    """A location as plain data, without what it has nothing of."""
    data: dict[str, Any] = {"outcome": location.outcome.value}
    if location.spans:
        data["spans"] = [list(span) for span in location.spans]
    if location.folds:
        data["folds"] = [fold.value for fold in location.folds]
    if location.elided:
        data["elided"] = True
    if location.omitted:
        data["omitted"] = [attrs.asdict(omission) for omission in location.omitted]
    if location.diff:
        data["diff"] = [attrs.asdict(edit) | {"kind": edit.kind.value} for edit in location.diff]
    return data


def _difference(edit: Edit) -> str:
    found, quoted = show(edit.found), show(edit.quoted)
    match edit.kind:
        case EditKind.CHANGED:
            return f"the text has {found} where {quoted} is quoted"
        case EditKind.DROPPED:
            return f"the text has {found} besides"
        case EditKind.ADDED:
            return f"the text does not have {quoted}"
        case _:
            assert_never(edit.kind)


def _callout(each: Edit | Omission) -> str:
    return " (a negation)" if each.negation else " (a number)" if each.number else ""


def remarks_on(location: Location | None) -> Iterator[str]:
    """Say in words how the text differs from what was looked for."""
    if location is None:
        return
    if location.folds:
        yield f"spelled otherwise: {', '.join(location.folds)}"
    for edit in location.diff:
        yield _difference(edit) + _callout(edit)
    for omission in location.omitted:
        yield f"left out: {show(omission.text)}{_callout(omission)}"


def page_width(width: int) -> int:
    """The width of a page in columns, 40 at least.

    Raises:
        TypeError: It is no whole number.
    """
    expect_whole_number(width, "width", what="a whole number of columns")
    return max(width, _NARROWEST)


def wrap(text: str, width: int, first: str, rest: str) -> list[str]:
    """Lines of a width in columns, words kept whole, after an indent for the first and one for the rest."""
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
