"""What is said in a story: claims, statements and how sources credit them, stances."""

from __future__ import annotations

import enum
from typing import Annotated, final

import attrs

from venezuela_news._fields import short_repr, shortened
from venezuela_news._rules import Items
from venezuela_news._seams import connected
from venezuela_news._sources import Anchor, Quote
from venezuela_news._types import ActorRef, AnyRef, ClaimRef, Date, EventRef, Id, OccurrenceRef, ShortText
from venezuela_news._validation import checked

__all__ = [
    "Act",
    "Attribution",
    "Channel",
    "Claim",
    "ClaimKind",
    "Mode",
    "Position",
    "Stance",
    "Statement",
]


@final
@connected
class ClaimKind(enum.StrEnum):
    """Whether a claim is about what is, what ought to be, or what will be."""

    FACT = "fact"
    NORM = "norm"
    FORECAST = "forecast"


@final
@connected
class Act(enum.StrEnum):
    """What one does by saying something (Searle, *A taxonomy of illocutionary acts*, 1975)."""

    ASSERTIVE = "assertive"
    """Says that something is so."""
    DIRECTIVE = "directive"
    """Wants somebody to do something: orders, asks, calls on."""
    COMMISSIVE = "commissive"
    """Binds the speaker to do something: promises, threatens."""
    EXPRESSIVE = "expressive"
    """Shows how the speaker feels: thanks, deplores."""
    DECLARATIVE = "declarative"
    """Makes it so by saying it: declares, appoints, breaks off."""


@final
@connected
class Channel(enum.StrEnum):
    """How a statement was made."""

    SPEECH = "speech"
    WRITTEN_STATEMENT = "written-statement"
    BRIEFING = "briefing"
    INTERVIEW = "interview"
    CHANT = "chant"
    OTHER = "other"


@final
@connected
class Mode(enum.StrEnum):
    """How a source reports a statement: in the speaker's words, in its own, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@final
@connected
class Position(enum.StrEnum):
    """Where a holder stands on a claim."""

    FAVOR = "favor"
    AGAINST = "against"
    NEUTRAL = "neutral"


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Attribution:
    """How one source credits a statement.

    Args:
        mode: Direct, indirect or mixed speech.
        content: Where what was said stands; several spans when it is interrupted.
        cue: Where the crediting words stand, such as "said"; may be empty.
        speaker: Where the source names the speaker; pronouns count; may be empty.

    All its anchors are in one source.
    """

    mode: Mode
    content: Annotated[tuple[Anchor, ...], Items(minimum=1)]
    cue: tuple[Anchor, ...] = ()
    speaker: tuple[Anchor, ...] = ()

    def __repr__(self) -> str:
        first = self.content[0]
        where = f"paragraph {first.paragraph} of {first.source!r}"
        words = "" if first.exact is None else f": {shortened(first.exact)}"
        return f"<Attribution {self.mode.value}, {where}{words}>"


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Claim:
    """A proposition that one can be for or against, worded positively.

    Args:
        id: The claim's id.
        text: The proposition, in our words.
        kind: Whether it is about what is, ought to be, or will be.
        about: Records that it is about.
        rivals: Claims that cannot hold with it; said on one of the two, meant for both.

    >>> Claim(id="open", text="The border is open.", kind=ClaimKind.FACT).rivals
    ()
    """

    id: Id
    text: ShortText
    kind: ClaimKind
    about: tuple[AnyRef, ...] = ()
    rivals: tuple[ClaimRef, ...] = ()

    __repr__ = short_repr


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Statement:
    """One thing said, by one or more speakers, or by nobody whom the source names.

    Args:
        id: The statement's id.
        speakers: Who said it; nobody where the source credits nobody ("accusations mounted").
        capacity: The title of the role in which they spoke.
        act: What they did by saying it; ``None`` where that can't be told.
        gist: What was said, in our words.
        condition: What it depends on: "if violence is used".
        quotes: The speakers' own words.
        to: Whom it was said to.
        about: Records that it is about.
        channel: How it was made.
        said: When it was said.
        occasion: The event at which it was said.
        after: Statements and events that came before it.
        relayed_by: Actors through whom it is known.
        attributions: How the sources credit it, one or more.
    """

    id: Id
    speakers: tuple[ActorRef, ...] = ()
    capacity: ShortText | None = None
    act: Act | None = None
    gist: ShortText
    condition: ShortText | None = None
    quotes: tuple[Quote, ...] = ()
    to: tuple[ActorRef, ...] = ()
    about: tuple[AnyRef, ...] = ()
    channel: Channel | None = None
    said: Date | None = None
    occasion: EventRef | None = None
    after: tuple[OccurrenceRef, ...] = ()
    relayed_by: tuple[ActorRef, ...] = ()
    attributions: Annotated[tuple[Attribution, ...], Items(minimum=1)]

    __repr__ = short_repr


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Stance:
    """A holder's position on a claim.

    Args:
        id: The stance's id.
        holder: The actor who takes it.
        claim: The claim that it is on.
        position: In favor, against or neutral.
        when: The time for which it is held; without one it counts on the story's day.
        asserted_by: Who says so; empty in the source's own voice.
        evidence: Statements and events that show it.
        anchors: Where the sources speak of it.

    >>> Stance(id="mx", holder="MX", claim="open", position=Position.NEUTRAL).evidence
    ()
    """

    id: Id
    holder: ActorRef
    claim: ClaimRef
    position: Position
    when: Date | None = None
    asserted_by: tuple[ActorRef, ...] = ()
    evidence: tuple[OccurrenceRef, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr
