"""Texts and works that a story speaks of."""

from __future__ import annotations

import enum
from typing import final

import attrs

from venezuela_news._fields import short_repr
from venezuela_news._rules import AnyOf
from venezuela_news._seams import connected
from venezuela_news._sources import Anchor
from venezuela_news._types import ActorRef, CountryRef, Date, Id, ShortText, Url
from venezuela_news._validation import checked

__all__ = ["Work", "WorkKind"]


@final
@connected
class WorkKind(enum.StrEnum):
    """What kind of work a work is."""

    CONSTITUTION = "constitution"
    LAW = "law"
    TREATY = "treaty"
    RULING = "ruling"
    """A decision of a court, or of another body that decides cases."""
    REPORT = "report"
    PUBLICATION = "publication"
    """A book, an article, a post, and whatever else is published to be read."""
    FILM = "film"
    """A film, a program, a video."""
    OTHER = "other"


@final
@checked(AnyOf("name-or-description", ("title", "description")))
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Work:
    """A text or work spoken of: a constitution, a law, a report, a film; a title or a description is there.

    What the story itself rests on is a :class:`Source`.

    Args:
        id: The work's id.
        title: Its title.
        description: What it is, in our words.
        kind: What kind of work it is.
        creators: The actors who made it.
        country: The country whose it is.
        when: When it was made, or for how long it held.
        same_as: URLs of the same work elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of it.

    >>> Work(id="charter", title="The town charter", kind=WorkKind.LAW).creators
    ()
    """

    id: Id
    title: ShortText | None = None
    description: ShortText | None = None
    kind: WorkKind
    creators: tuple[ActorRef, ...] = ()
    country: CountryRef | None = None
    when: Date | None = None
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr
