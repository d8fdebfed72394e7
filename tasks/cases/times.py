"""Pairs of dates at the edges of what is certain, and the cases made of them.

A pair reads ``later, earlier``: the second is certainly over before the first begins. Its neighbor moves one of the two
by the least step that leaves it open. From each table come four cases: events that come after each other by such dates,
and opposed stances held at them. Two stances held one after the other are no doubt; two that may meet are.
"""

from __future__ import annotations

from typing import Any

from tasks.cases.documents import BARE, Document, Row

__all__ = ["CONTRADICTIONS", "IN_ORDER", "MEETING", "ONE_AFTER_THE_OTHER"]

# For each theme: pairs of which the second is certainly before the first, and pairs of which it is not.
PAIRS: dict[str, tuple[list[str], list[str]]] = {
    "days, months and years": (
        ["2021-06-05, 2021-06-04", "2021-06-01, 2021-05", "2021-06, 2021-05-31", "2021-01-01, 2020", "2020, 2019-12-31", "2020-03-01, 2020-02",
         "2021-03-01, 2021-02", "2021-05-01, 2021-04", "0002, 0001", "9999, 9998-12-31", "1900-03-01, 1900-02-28", "2000-03-01, 2000-02-29"],
        ["2021-06-05, 2021-06-05", "2021-05-31, 2021-05", "2021-05, 2021-05-01", "2020-12-31, 2020", "2020, 2020-01-01", "2020-02-29, 2020-02",
         "2021-02-28, 2021-02", "2021-04-30, 2021-04", "0001, 0001", "9999, 9999-12-31"],
    ),
    "decades and centuries": (
        ["2020, 201X", "2020-01-01, 201X", "201X, 2009-12-31", "201X, 200X", "2000, 19XX", "19XX, 1899-12-31", "19XX, 18XX", "0020, 001X",
         "0200, 01XX"],
        ["2019-12-31, 201X", "201X, 2010-01-01", "201X, 201X", "1999-12-31, 19XX", "19XX, 1900-01-01", "19XX, 199X", "199X, 19XX"],
    ),
    "seasons": (
        ["2021-12-01, 2021-21", "2021-21, 2021-02-28", "2022-03-01, 2021-22", "2021-22, 2021-05-31", "2021-12-01, 2021-23", "2021-23, 2021-02-28",
         "2022-03-01, 2021-24", "2021-24, 2020-11-30", "9999-22, 9999-05-31", "2021-21/2022, 2021-02-28", "2021-12-01, 2021-02/2021-21",
         "2021-12-01, 2021-23/2021-21", "2022-24, 2021-21"],
        ["2021-11-30, 2021-21", "2021-21, 2021-03-01", "2022-02-28, 2021-22", "2021-22, 2021-06-01", "2021-11-30, 2021-23", "2021-23, 2021-03-01",
         "2022-02-28, 2021-24", "2021-24, 2020-12-01", "0001-01-01, 0001-24", "2021-21/2022, 2021-03-01", "2021-11-30, 2021-02/2021-21",
         "2021-21, 2021-24", "2021-22, 2021-21"],
    ),
    "months and days that are not told": (
        ["2021-07-01, 2021-06-XX", "2021-06-XX, 2021-05-31", "2022, 2021-XX", "2022-01-01, 2021-XX-XX", "2021-XX, 2020-12-31", "2021-XX-XX, 2020-12-31",
         "2021-06-XX, 2021-05-XX"],
        ["2021-06-30, 2021-06-XX", "2021-06-XX, 2021-06-01", "2021-12-31, 2021-XX", "2021-12-31, 2021-XX-XX", "2021-XX, 2021-01-01", "2021-XX-XX, 2021-01-01",
         "2021-06-XX, 2021-06-XX"],
    ),
    "marks": (
        ["2021, 2019~/2020", "2021/2022?, 2020", "2021/2022~, 2020-12-31", "2021-06/2021-07%, 2021-05", "2021, 2019%/2020-12"],
        ["2021~, 2019", "2021, 2019~", "2021-06?, 2019", "2021, 2019-06?", "2021-06-05%, 2019", "2021, 2019-06-05%", "2021~/2022, 2019", "2021, 2018/2019~",
         "2021-06-05?/2021-07, 2019", "2021, 2018/2019-06-05?"],
    ),
    "ends that are open or unknown": (
        ["2021, ../2020", "2021/.., 2020", "2021, /2020", "2021/, 2020", "2021-06-05/.., ../2021-06-04", "2021/, /2020", "2021/.., /2020"],
        ["../2021, 2020", "2021, 2019/..", "/2021, 2020", "2021, 2019/", "../2021, 2019/2020", "2021-06-05/.., ../2021-06-05", "../.., 2020", "2021, ../..",
         "../, 2020", "2021, /..", "2021/.., 2019/.."],
    ),
    "intervals": (
        ["2021-06-05/2021-06-08, 2021-06-01/2021-06-04", "2021-06-05/2021-06-08, 2021-06-04", "2021-06-09, 2021-06-05/2021-06-08", "2021/2022, 2019/2020",
         "2021-06/2021-07, 2021-05", "2021-08, 2021-06/2021-07"],
        ["2021-06-05/2021-06-08, 2021-06-01/2021-06-05", "2021-06-05/2021-06-08, 2021-06-05", "2021-06-08, 2021-06-05/2021-06-08", "2021/2022, 2019/2021",
         "2021-06/2021-07, 2021-06-01", "2021-07-31, 2021-06/2021-07"],
    ),
    "times and their zones": (
        ["2021-06-05T12:00:00Z, 2021-06-05T11:59:59Z", "2021-06-05T12:00:00+02:00, 2021-06-05T09:59:59Z",
         "2021-06-05T12:00:00-02:30, 2021-06-05T14:29:59Z", "2021-06-05T12:00:00Z, 2021-06-05T13:59:59+02", "2021-06-05T12:00:00Z, 2021-06-05T11:29:59-00:30",
         "2021-06-05T13:00:00+14:00, 2021-06-04T22:59:59Z", "2021-06-05T01:00:00-14:00, 2021-06-05T14:59:59Z", "2021-06-05T00:00:00Z, 2021-06-04T23:59:59Z",
         "2021-06-05T12:01:00Z, 2021-06-05T12:00:59Z", "2021-06-05T12:00:01Z, 2021-06-05T12:00:00Z", "2021-06-05T00:30:00+01:00, 2021-06-04T23:29:59Z"],
        ["2021-06-05T12:00:00Z, 2021-06-05T12:00:00Z", "2021-06-05T12:00:00+02:00, 2021-06-05T10:00:00Z",
         "2021-06-05T12:00:00-02:30, 2021-06-05T14:30:00Z", "2021-06-05T12:00:00Z, 2021-06-05T14:00:00+02", "2021-06-05T12:00:00Z, 2021-06-05T11:30:00-00:30",
         "2021-06-05T13:00:00+14:00, 2021-06-04T23:00:00Z", "2021-06-05T01:00:00-14:00, 2021-06-05T15:00:00Z"],
    ),
    "times in a zone that is not told": (
        ["2021-06-06T00:00:00Z, 2021-06-05T11:59:59", "2021-06-06T12:00:00, 2021-06-05T21:59:59Z", "2021-06-06T12:00:00, 2021-06-05T09:59:59",
         "2021-06-06, 2021-06-05T09:59:59Z", "2021-06-06T12:00:00Z, 2021-06-05", "2021-06-06/2021-06-07, 2021-06-05T09:59:59Z",
         "2021-06-06T12:00:00Z, 2021-06-01/2021-06-05", "2021-06-07, 2021-06-05T21:59:59", "2022-01-02, 2020-12-31T12:00:00", "2021-07-01T12:00:00Z, 2021-06-XX", "2022-01-01T12:00:00Z, 2021", "2020-01-01T12:00:00Z, 201X", "2021-12-01T12:00:00Z, 2021-21",
         "2021-06, 2021-05-30T21:59:59"],
        ["2021-06-06T00:00:00Z, 2021-06-05T12:00:00", "2021-06-06T12:00:00, 2021-06-05T22:00:00Z", "2021-06-06T12:00:00, 2021-06-05T10:00:00",
         "2021-06-06, 2021-06-05T10:00:00Z", "2021-06-06T11:59:59Z, 2021-06-05", "2021-06-06/2021-06-07, 2021-06-05T10:00:00Z",
         "2021-06-06T11:59:59Z, 2021-06-01/2021-06-05", "2021-06-06, 2021-06-05T10:00:00", "2021-07-01T11:59:59Z, 2021-06-XX", "2022-01-01T11:59:59Z, 2021", "2020-01-01T11:59:59Z, 201X", "2021-12-01T11:59:59Z, 2021-21", "2021-06, 2021-05-31T10:00:00Z", "2021-06, 2021-05-30T22:00:00",
         "2021-06-07, 2021-06-05T22:00:00"],
    ),
}  # fmt: skip


def _pairs(texts: list[str]) -> list[tuple[str, str]]:
    return [(later, earlier) for later, earlier in (text.split(", ") for text in texts)]


def _events(texts: list[str]) -> tuple[Document, list[str]]:
    """A document with two events for each pair, of which the earlier comes after the later; and where it does."""
    events: list[Any] = []
    for number, (later, earlier) in enumerate(_pairs(texts)):
        events.append({"id": f"first-{number}", "label": "It happens.", "when": later})
        events.append({"id": f"then-{number}", "label": "It goes on.", "when": earlier, "after": [f"first-{number}"]})
    return BARE | {"events": events}, [f"/events/{index}/after/0" for index in range(1, len(events), 2)]


def _stances(texts: list[str]) -> tuple[Document, list[str]]:
    """A document with a claim and two opposed stances for each pair; and the later ones of the stances."""
    claims = [{"id": f"claim-{number}", "text": "The harbor silts up.", "kind": "fact"} for number in range(len(texts))]
    stances: list[Any] = []
    for number, dates in enumerate(_pairs(texts)):
        for name, position, when in zip(("for", "not"), ("favor", "against"), dates, strict=True):
            stances.append(
                {
                    "id": f"{name}-{number}",
                    "holder": "ana",
                    "claim": f"claim-{number}",
                    "position": position,
                    "when": when,
                }
            )
    document = BARE | {"people": [{"id": "ana", "name": "Ana Reis"}], "claims": claims, "stances": stances}
    return document, [f"/stances/{index}" for index in range(1, len(stances), 2)]


def _cases(words: str, make: Any, side: int, *, broken: bool) -> list[Row]:
    rows: list[Row] = []
    for theme, tables in PAIRS.items():
        document, pointers = make(tables[side])
        rows.append(Row(f"{words}: {theme}", document, tuple(pointers) if broken else (), None))
    return rows


CONTRADICTIONS = _cases("what comes after is over before", _events, 0, broken=True)
IN_ORDER = [
    (row.description, row.data) for row in _cases("what comes after may be no earlier", _events, 1, broken=False)
]
ONE_AFTER_THE_OTHER = [
    (row.description, row.data) for row in _cases("stances that never meet", _stances, 0, broken=False)
]
MEETING = _cases("stances that may meet", _stances, 1, broken=True)
