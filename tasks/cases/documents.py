"""The small documents that the cases are changes of, and how a change is written.

The stories are made up: a fishing village, its harbor and a vote. Nothing here asks the library.
"""

from __future__ import annotations

import copy
import hashlib
from typing import Any, NamedTuple, TypeAlias

Document: TypeAlias = dict[str, Any]


class Row(NamedTuple):
    """One case, before it is written."""

    description: str
    data: Any
    pointers: tuple[str, ...]
    schema: bool | None


#: What a change puts at a pointer to take away what stands there.
REMOVED: Any = object()


def changed(document: Document, changes: dict[str, Any]) -> Document:
    """A copy of a document with a value put at each JSON Pointer; ``/-`` at the end appends to a list."""
    result = copy.deepcopy(document)
    for pointer, value in changes.items():
        *way, last = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
        place: Any = result
        for step in way:
            place = place[int(step) if isinstance(place, list) else step]
        if isinstance(place, list):
            if last == "-":
                place.append(copy.deepcopy(value))
            else:
                place[int(last)] = copy.deepcopy(value)
        elif value is REMOVED:
            del place[last]
        else:
            place[last] = copy.deepcopy(value)
    return result


def digest(words: str) -> str:
    """The SHA-256 of a text, as documents write it."""
    return hashlib.sha256(words.encode()).hexdigest()


NOTE = [
    "Ana Reis, 34, the mayor of Kelp Bay, spoke on the quay on Monday.",
    "“The harbor must be dredged,” she said, “before winter.”",
    "Rui Sousa said he was against it.",
    "The gulls 🐟 had nothing to say.",
]
"""The paragraphs of the text that the documents rest on."""


def span(words: str, paragraph: int, source: str = "note") -> Document:
    """An anchor at the one place of some words in a paragraph of the note."""
    start = NOTE[paragraph].index(words)
    return {"source": source, "paragraph": paragraph, "start": start, "end": start + len(words), "exact": words}


def hidden(words: str, paragraph: int, source: str = "note") -> Document:
    """The same, without the words."""
    anchor = span(words, paragraph, source)
    del anchor["exact"]
    return anchor


#: A story without records.
BARE: Document = {
    "schema_version": 1,
    "id": "harbor",
    "title": "The harbor",
    "summary": "A fishing village votes on its harbor.",
    "language": "en",
    "as_of": "2021-06-14",
}

#: People, bodies, countries, groups and places.
ACTORS: Document = BARE | {
    "people": [
        {
            "id": "ana",
            "name": "Ana Reis",
            "aliases": ["Mrs. Reis"],
            "age": 34,
            "roles": [{"title": "mayor", "organization": "council", "country": "PT"}],
        },
        {"id": "rui", "description": "a fisher"},
    ],
    "organizations": [{"id": "council", "name": "Council of Kelp Bay", "kind": "legislature", "country": "PT"}],
    "countries": [{"id": "PT", "name": "Portugal"}],
    "groups": [{"id": "fishers", "label": "the fishers", "members": ["rui"], "excludes": ["ana"]}],
    "places": [
        {"id": "kelp-bay", "name": "Kelp Bay", "country": "PT"},
        {"id": "quay", "name": "the quay", "within": "kelp-bay"},
    ],
}

#: A source with its text, a statement and how the source credits it.
TALK: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "paragraphs": NOTE}],
    "people": [{"id": "ana", "name": "Ana Reis"}],
    "claims": [{"id": "dredge", "text": "The harbor ought to be dredged.", "kind": "norm"}],
    "statements": [
        {
            "id": "ana-asks",
            "speakers": ["ana"],
            "act": "directive",
            "gist": "The mayor wants the harbor dredged.",
            "quotes": [{"text": "must be dredged", "language": "en"}],
            "about": ["dredge"],
            "attributions": [
                {
                    "mode": "direct",
                    "content": [span("The harbor must be dredged", 1)],
                    "cue": [span("said", 1)],
                    "speaker": [span("she", 1)],
                }
            ],
        }
    ],
}

#: A source whose text stays elsewhere, and two people found in it.
KEPT_BACK: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "digests": [digest(line) for line in NOTE]}],
    "people": [
        {"id": "ana", "name": "Ana Reis", "anchors": [hidden("Ana Reis", 0)]},
        {"id": "rui", "name": "Rui Sousa", "anchors": [hidden("Rui Sousa", 2)]},
    ],
}

#: A source with its text, and two people found in it.
FOUND: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "paragraphs": NOTE}],
    "people": [
        {"id": "ana", "name": "Ana Reis", "anchors": [span("Ana Reis", 0)]},
        {"id": "rui", "name": "Rui Sousa", "anchors": [span("Rui Sousa", 2)]},
    ],
}

#: Claims, of which two are rivals, and who stands where.
STANDS: Document = BARE | {
    "people": [{"id": "ana", "name": "Ana Reis"}, {"id": "rui", "name": "Rui Sousa"}],
    "groups": [{"id": "villagers", "label": "the villagers", "members": ["rui"]}],
    "claims": [
        {"id": "dredge", "text": "The harbor ought to be dredged.", "kind": "norm", "rivals": ["leave"]},
        {"id": "leave", "text": "The harbor ought to be left alone.", "kind": "norm"},
        {"id": "silts", "text": "The harbor silts up.", "kind": "fact"},
    ],
    "stances": [
        {"id": "ana-for", "holder": "ana", "claim": "dredge", "position": "favor"},
        {"id": "rui-against", "holder": "rui", "claim": "dredge", "position": "against"},
    ],
}

#: What happened, in its order, and a statement between.
EVENTS: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "paragraphs": NOTE}],
    "people": [{"id": "ana", "name": "Ana Reis"}],
    "statements": [
        {
            "id": "ana-asks",
            "speakers": ["ana"],
            "act": "directive",
            "gist": "The mayor wants the harbor dredged.",
            "said": "2021-06-10",
            "after": ["storm"],
            "attributions": [{"mode": "indirect", "content": [span("The harbor must be dredged", 1)]}],
        }
    ],
    "events": [
        {"id": "storm", "label": "A storm fills the harbor with sand.", "when": "2021-06-05"},
        {"id": "vote", "label": "The village votes.", "when": "2021-06-13", "after": ["storm"], "category": "agree"},
    ],
}

#: Quantities and a picture.
COUNTS: Document = BARE | {
    "people": [{"id": "lena", "name": "Lena Cruz"}],
    "figures": [
        {"id": "boats", "label": "boats in the harbor", "low": 24, "high": 30, "unit": "boat"},
        {"id": "turnout", "label": "votes cast", "low": 412, "high": 412, "unit": "vote"},
    ],
    "photos": [{"id": "sunrise", "caption": "The quay at sunrise.", "credits": ["lena"]}],
}

#: A record of each kind, none of which says more than it must.
EVERY_KIND: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "paragraphs": NOTE}],
    "people": [{"id": "ana", "name": "Ana Reis"}],
    "organizations": [{"id": "council", "name": "Council of Kelp Bay", "kind": "legislature"}],
    "countries": [{"id": "PT", "name": "Portugal"}],
    "groups": [{"id": "fishers", "label": "the fishers"}],
    "places": [{"id": "quay", "name": "the quay"}],
    "works": [{"id": "charter", "title": "Charter", "kind": "law"}],
    "claims": [{"id": "dredge", "text": "The harbor ought to be dredged.", "kind": "norm"}],
    "statements": [
        {
            "id": "ana-asks",
            "gist": "The mayor wants the harbor dredged.",
            "attributions": [{"mode": "indirect", "content": [span("The harbor must be dredged", 1)]}],
        }
    ],
    "stances": [{"id": "ana-for", "holder": "ana", "claim": "dredge", "position": "favor"}],
    "events": [{"id": "storm", "label": "A storm fills the harbor with sand."}],
    "figures": [{"id": "boats", "label": "boats in the harbor", "low": 24, "unit": "boat"}],
    "photos": [{"id": "sunrise", "caption": "The quay at sunrise."}],
}
