"""A location as plain data, and in words that a person reads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, Final, assert_never

import attrs

from venezuela_news._arguments import expect_whole_number
from venezuela_news._matching._callouts import Callout, CalloutKind
from venezuela_news._matching._differences import Edit, EditKind, Omission
from venezuela_news._matching._location import Location
from venezuela_news._problems import show

__all__ = ["callout_remarks", "callouts_data", "data_of", "page_width", "remarks_on", "wrap"]

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
    if location.replaced:
        data["replaced"] = [attrs.asdict(replacement) for replacement in location.replaced]
    if location.parts:
        data["parts"] = [list(part) for part in location.parts]
    if location.diff:
        data["diff"] = [attrs.asdict(edit) | {"kind": edit.kind.value} for edit in location.diff]
    if location.callouts:
        data["callouts"] = callouts_data(location.callouts)
    return data


def callouts_data(callouts: Iterable[Callout]) -> list[dict[str, Any]]:
    """Callouts as plain data."""
    return [attrs.asdict(callout) | {"kind": callout.kind.value} for callout in callouts]


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


def _touched(each: Edit | Omission) -> str:
    return " (a negation)" if each.negation else " (a number)" if each.number else ""


def _callout(callout: Callout) -> str:
    words = show(callout.text.strip())
    match callout.kind:
        case CalloutKind.NUMBER:
            return f"look at the number: {words}"
        case CalloutKind.NEGATION:
            return f"look at the negation{' beside it' if callout.context else ''}: {words}"
        case CalloutKind.DENIAL:
            return f"look at the denial{' beside it' if callout.context else ''}: {words}"
        case CalloutKind.CONDITION:
            return f"look at the condition{' beside it' if callout.context else ''}: {words}"
        case CalloutKind.QUESTION:
            return "one of the two is a question"
        case CalloutKind.ACCENT:
            return f"the sense may hang on an accent: {words}"
        case CalloutKind.REPLACEMENT:
            return f"brackets stand for more than a pronoun or a name: {words}"
        case CalloutKind.SENTENCE:
            return f"words are left out from one sentence into another: {words}"
        case CalloutKind.QUOTATION:
            return f"words are left out from one quotation into another: {words}"
        case _:
            assert_never(callout.kind)


def callout_remarks(callouts: Iterable[Callout]) -> Iterator[str]:
    """Say in words what is called out, each thing once."""
    yield from dict.fromkeys(map(_callout, callouts))


def remarks_on(location: Location | None) -> Iterator[str]:
    """Say in words how the text differs from what was looked for."""
    if location is None:
        return
    if location.folds:
        yield f"spelled otherwise: {', '.join(location.folds)}"
    for edit in location.diff:
        yield _difference(edit) + _touched(edit)
    for omission in location.omitted:
        yield f"left out: {show(omission.text)}{_touched(omission)}"
    for replacement in location.replaced:
        yield f"put in brackets: {show(replacement.quoted)} for {show(replacement.found)}"
    told = {omission.text for omission in location.omitted}
    if not location.diff:
        yield from callout_remarks(
            each for each in location.callouts if not ((each.number or each.negation) and each.text.strip() in told)
        )


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
