"""What people write for the names of fields and the words of choices, where no misspelling explains it.

A name or word here is refused as any other; the diagnosis tells what to write instead.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from typing import Final

from venezuela_news._actors import OrganizationKind
from venezuela_news._events import EventStatus
from venezuela_news._statements import Act
from venezuela_news._works import WorkKind

__all__ = ["choice_meant", "key_meant"]

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "amount": ("low", "high"),
    "author": ("creators",),
    "authors": ("creators",),
    "byline": ("publisher",),
    "by": ("creators", "speakers"),
    "creator": ("creators",),
    "date": ("when", "said", "published", "taken"),
    "headline": ("title",),
    "last-modified": ("modified",),
    "lastmod": ("modified",),
    "max": ("high",),
    "maximum": ("high",),
    "min": ("low",),
    "minimum": ("low",),
    "name": ("title", "label"),
    "speaker": ("speakers",),
    "state": ("status",),
    "type": ("kind", "category"),
    "updated": ("modified",),
    "uri": ("same_as", "url"),
    "url": ("same_as",),
    "value": ("low", "high"),
    "wikidata": ("same_as",),
    "wikipedia": ("same_as",),
    "year": ("when",),
}
"""For the name of no field the fields that may be meant, by class the first that it has."""

_CHOICES: Final[Mapping[type[enum.Enum], Mapping[str, enum.Enum]]] = {
    Act: {
        "assertion": Act.ASSERTIVE,
        "claim": Act.ASSERTIVE,
        "demand": Act.DIRECTIVE,
        "order": Act.DIRECTIVE,
        "question": Act.DIRECTIVE,
        "request": Act.DIRECTIVE,
        "promise": Act.COMMISSIVE,
        "threat": Act.COMMISSIVE,
        "declaration": Act.DECLARATIVE,
    },
    EventStatus: {
        "announced": EventStatus.SCHEDULED,
        "expected": EventStatus.SCHEDULED,
        "future": EventStatus.SCHEDULED,
        "planned": EventStatus.SCHEDULED,
        "upcoming": EventStatus.SCHEDULED,
        "called-off": EventStatus.CANCELLED,
        "canceled": EventStatus.CANCELLED,
        "confirmed": EventStatus.OCCURRED,
        "done": EventStatus.OCCURRED,
        "happened": EventStatus.OCCURRED,
        "ongoing": EventStatus.OCCURRED,
        "past": EventStatus.OCCURRED,
        "possible": EventStatus.HYPOTHETICAL,
        "threatened": EventStatus.HYPOTHETICAL,
    },
    OrganizationKind: {
        "association": OrganizationKind.UNION,
        "army": OrganizationKind.MILITARY,
        "bank": OrganizationKind.COMPANY,
        "business": OrganizationKind.COMPANY,
        "central-bank": OrganizationKind.AGENCY,
        "charity": OrganizationKind.NGO,
        "church": OrganizationKind.RELIGIOUS,
        "city": OrganizationKind.LOCAL_GOVERNMENT,
        "congress": OrganizationKind.LEGISLATURE,
        "corporation": OrganizationKind.COMPANY,
        "council": OrganizationKind.LOCAL_GOVERNMENT,
        "guerrilla": OrganizationKind.ARMED_GROUP,
        "militia": OrganizationKind.ARMED_GROUP,
        "ministry": OrganizationKind.DEPARTMENT,
        "newspaper": OrganizationKind.MEDIA,
        "nonprofit": OrganizationKind.NGO,
        "parliament": OrganizationKind.LEGISLATURE,
        "police": OrganizationKind.AGENCY,
        "political-party": OrganizationKind.PARTY,
        "regulator": OrganizationKind.AGENCY,
        "school": OrganizationKind.UNIVERSITY,
        "think-tank": OrganizationKind.RESEARCH_CENTER,
        "trade-union": OrganizationKind.UNION,
        "tribunal": OrganizationKind.COURT,
    },
    WorkKind: {
        "act": WorkKind.LAW,
        "agreement": WorkKind.TREATY,
        "article": WorkKind.PUBLICATION,
        "bill": WorkKind.LAW,
        "book": WorkKind.PUBLICATION,
        "convention": WorkKind.TREATY,
        "decision": WorkKind.RULING,
        "decree": WorkKind.LAW,
        "documentary": WorkKind.FILM,
        "judgment": WorkKind.RULING,
        "movie": WorkKind.FILM,
        "statute": WorkKind.LAW,
        "study": WorkKind.REPORT,
        "verdict": WorkKind.RULING,
        "video": WorkKind.FILM,
    },
}
"""For the word of no choice the one that is meant."""


def key_meant(key: str, lacking: Sequence[str]) -> str | None:
    """Tell which of the fields that an object lacks is meant by a key of no field; ``None`` where nobody can tell.

    >>> key_meant("author", ["creators", "country"]), key_meant("sameAs", ["same_as"])
    ('creators', 'same_as')
    """
    plain = _plain(key)
    for name in (plain.replace("-", "_"), *_KEYS.get(plain, ())):
        if name in lacking:
            return name
    return None


def choice_meant(value: str, choices: type[enum.Enum]) -> str | None:
    """Tell which word of a choice is meant by another word; ``None`` where nobody can tell.

    >>> choice_meant("Planned", EventStatus), choice_meant("armed_group", OrganizationKind)
    ('scheduled', 'armed-group')
    """
    plain = _plain(value)
    if any(member.value == plain for member in choices):
        return plain
    meant = _CHOICES.get(choices, {}).get(plain)
    return None if meant is None else str(meant.value)


def _plain(word: str) -> str:
    """Write a word as choices are: in small letters, its parts joined by hyphens."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", word.strip())
    return re.sub(r"[\s_-]+", "-", parted).lower()
