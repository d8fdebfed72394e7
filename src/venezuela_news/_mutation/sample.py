"""Records of every kind that refer to each other alone: with them in a document, every rule can be broken."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from venezuela_news._mutation.documents import nodes, records
from venezuela_news._records import ARRAYS
from venezuela_news._sources import digest_of
from venezuela_news._types import COUNTRY_CODES

if TYPE_CHECKING:
    from venezuela_news._mutation.documents import Document

__all__ = ["enriched", "sample_value"]

_LINE = "Ann met Ben in the town, and said that the bridge is open."


def _sample(stem: str, code: str) -> dict[str, list[Document]]:
    """Records of every kind that refer to each other alone, so that each rule finds something to break."""

    def span(start: int, end: int) -> Document:
        return {"source": f"{stem}-text", "paragraph": 0, "start": start, "end": end, "exact": _LINE[start:end]}

    def hidden(start: int, end: int) -> Document:
        return {"source": f"{stem}-digests", "paragraph": 0, "start": start, "end": end}

    ann, ben, town = f"{stem}-ann", f"{stem}-ben", f"{stem}-town"
    return {
        "sources": [
            {"id": f"{stem}-text", "language": "en", "url": "https://example.org/", "license": "CC0-1.0", "paragraphs": [_LINE]},
            {"id": f"{stem}-digests", "language": "en", "published": "2019-01-23", "modified": "2019-01-24", "digests": [digest_of(_LINE)]},
        ],
        "people": [
            {"id": ann, "name": "Ann", "aliases": ["Annie"], "age": 40, "roles": [{"title": "mayor", "country": code}], "anchors": [span(0, 3)]},
            {"id": ben, "description": "a builder", "anchors": [hidden(8, 11)]},
        ],
        "organizations": [
            {"id": f"{stem}-council", "name": "Council", "kind": "government", "country": code},
            {"id": f"{stem}-office", "name": "Office", "kind": "department", "parent": f"{stem}-council"},
        ],
        "countries": [{"id": code, "name": "Country"}],
        "groups": [{"id": f"{stem}-walkers", "label": "walkers", "members": [ann], "excludes": [ben], "within": town}],
        "places": [{"id": town, "name": "Town", "country": code}, {"id": f"{stem}-bridge", "name": "Bridge", "within": town}],
        "works": [
            {"id": f"{stem}-charter", "title": "Charter", "kind": "law", "creators": [f"{stem}-council"], "country": code, "when": "1901"},
            {"id": f"{stem}-survey", "description": "a survey of the bridge", "kind": "report", "same_as": ["https://example.org/survey"]},
        ],
        "claims": [
            {"id": f"{stem}-open", "text": "The bridge is open.", "kind": "fact"},
            {"id": f"{stem}-shut", "text": "The bridge is shut.", "kind": "fact", "rivals": [f"{stem}-open"]},
        ],
        "statements": [
            {
                "id": f"{stem}-said",
                "speakers": [ann],
                "act": "assertive",
                "gist": "The bridge is open.",
                "quotes": [{"text": "open", "language": "en"}],
                "channel": "speech",
                "said": "2019-01-23",
                "after": [f"{stem}-meeting"],
                "attributions": [{"mode": "indirect", "content": [span(40, 58)], "cue": [span(30, 34)]}],
            },
            {
                "id": f"{stem}-rumor",
                "gist": "The bridge shuts soon.",
                "about": [f"{stem}-bridge"],
                "attributions": [{"mode": "indirect", "content": [span(48, 58)]}],
            },
        ],
        "stances": [{"id": f"{stem}-stance", "holder": ann, "claim": f"{stem}-open", "position": "neutral"}],
        "events": [
            {"id": f"{stem}-year", "label": "a year", "when": "2019"},
            {"id": f"{stem}-meeting", "label": "a meeting", "when": "2019-01-22", "within": f"{stem}-year", "actors": [ann, ben]},
            {"id": f"{stem}-earlier", "label": "a meeting before", "when": "2019-01-02"},
            {"id": f"{stem}-opening", "label": "an opening", "status": "scheduled", "when": "2019-02"},
        ],
        "figures": [
            {"id": f"{stem}-length", "label": "length", "low": 20, "high": 30, "unit": "meter"},
            {"id": f"{stem}-height", "label": "height", "low": 2.25, "high": 2.5, "unit": "meter"},
        ],
        "photos": [{"id": f"{stem}-photo", "caption": "The bridge.", "credits": [ann], "depicts": [f"{stem}-bridge"], "taken": "2019"}],
    }  # fmt: skip


def enriched(document: Document) -> Document:
    """A document with more records, of every kind, whose ids are new to it."""
    taken = {node.data["id"] for node in records(document)}
    stem = "sample"
    while any(id.startswith(stem) for id in taken):
        stem += "x"
    more = _sample(stem, min(COUNTRY_CODES - taken))
    # The model's order of the keys is kept.
    arrays = {name: [*(document.get(name) or ()), *more[name]] for name in ARRAYS}
    return {**{key: value for key, value in document.items() if key not in ARRAYS}, **arrays}


@cache
def sample_value(cls: type, name: str) -> Any:
    """A value of a field, as some sample record has it.

    Raises:
        LookupError: No sample record has the field: give it to one.
    """
    for node in nodes(_sample("sample", "AD")):
        if node.cls is cls and name in node.data:
            return node.data[name]
    raise LookupError(f"no sample record of {cls.__name__} has the field {name!r}")
