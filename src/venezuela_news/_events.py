"""What happens in a story, how much of it, and what was photographed."""

from __future__ import annotations

import enum
from typing import Annotated, TypeAlias, final

import attrs

from venezuela_news._fields import short_repr
from venezuela_news._numbers import whole_if_equal
from venezuela_news._rules import AnyOf, Ordered, Quantity
from venezuela_news._seams import connected
from venezuela_news._sources import Anchor
from venezuela_news._types import (
    ActorRef,
    AnyRef,
    CreditRef,
    Date,
    EventRef,
    Id,
    OccurrenceRef,
    PlaceRef,
    ShortText,
    Url,
)
from venezuela_news._validation import checked

__all__ = ["Category", "Event", "EventStatus", "Figure", "Photo"]

Bound: TypeAlias = Annotated[int | float, Quantity()]


@final
@connected
class Category(enum.StrEnum):
    """PLOVER's sixteen event types (Halterman et al., *PLOVER and POLECAT*, 2023)."""

    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"


@final
@connected
class EventStatus(enum.StrEnum):
    """Whether an event took place, as its sources tell it."""

    OCCURRED = "occurred"
    """It happened, or holds."""
    SCHEDULED = "scheduled"
    """It is announced, and still to come."""
    CANCELLED = "cancelled"
    """It was announced, and did not happen or will not."""
    HYPOTHETICAL = "hypothetical"
    """It is only thought of: feared, hoped for, threatened."""


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Event:
    """Something that happened or held, or was to.

    Args:
        id: The event's id.
        label: What it is, in our words.
        status: Whether it occurred, is to come, was called off, or is only thought of.
        when: When it happened, or for how long it held, or is to.
        where: The place or country where it happened.
        within: The event that it was a part of.
        after: Events and statements that came before it.
        actors: Who did it.
        targets: Whom it was done to.
        category: Its PLOVER type; none for background.
        asserted_by: Who tells it; empty in the source's own voice.
        same_as: URLs of the same event elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of it.

    >>> Event(id="march", label="A march in the capital.", category=Category.PROTEST).actors
    ()
    """

    id: Id
    label: ShortText
    status: EventStatus = EventStatus.OCCURRED
    when: Date | None = None
    where: PlaceRef | None = None
    within: EventRef | None = None
    after: tuple[OccurrenceRef, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    category: Category | None = None
    asserted_by: tuple[ActorRef, ...] = ()
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


@final
@checked(AnyOf("missing-bound", ("low", "high")), Ordered("bounds-reversed", ("low", "high")))
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Figure:
    """A quantity, by its bounds: both equal for an exact one; one at least is there.

    Args:
        id: The figure's id.
        label: What is counted, in our words.
        low: The least it can be, in ``unit``, inclusive: a whole number, or a ``float`` of at most 15
            significant digits. 0, or from 0.0001 to 2^53 - 1 in size. ``3.0`` becomes ``3``.
        high: The most it can be, in ``unit``, inclusive; as ``low``.
        approximate: Whether the bounds themselves are approximate.
        unit: What is counted, in the singular: "hour", "person".
        about: Records that it is about.
        asserted_by: Who tells it; empty in the source's own voice.
        anchors: Where the sources speak of it.

    >>> Figure(id="deadline", label="time to leave", low=72, high=72, unit="hour").approximate
    False
    """

    id: Id
    label: ShortText
    low: Bound | None = attrs.field(default=None, converter=whole_if_equal)
    high: Bound | None = attrs.field(default=None, converter=whole_if_equal)
    approximate: bool = False
    unit: ShortText
    about: tuple[AnyRef, ...] = ()
    asserted_by: tuple[ActorRef, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Photo:
    """A picture's record; the picture itself is not here.

    Args:
        id: The photo's id.
        caption: What it shows, in our words.
        credits: The people and organizations credited with it.
        depicts: Records that it shows.
        taken: When it was taken.
        anchors: Where the sources speak of it.

    >>> Photo(id="photo", caption="A march.", credits=("agency",)).depicts
    ()
    """

    id: Id
    caption: ShortText
    credits: tuple[CreditRef, ...] = ()
    depicts: tuple[AnyRef, ...] = ()
    taken: Date | None = None
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr
