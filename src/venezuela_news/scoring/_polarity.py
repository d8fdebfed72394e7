"""Whether one text denies what another one says: a claim and its negation share nearly all their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from venezuela_news._events import Event
from venezuela_news._matching._differences import negations_in
from venezuela_news._statements import Claim, Position, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from venezuela_news._records import Record

__all__ = ["PROPOSITIONS", "denies", "turned"]

PROPOSITIONS: Final[Mapping[type[Record], str]] = {Claim: "text", Statement: "gist", Event: "label"}
"""What says of something that it is so, and the field that says it."""

_TURNED: Final = {Position.FAVOR: Position.AGAINST, Position.AGAINST: Position.FAVOR}


def denies(record: Record) -> bool:
    """Tell whether a record says of something that it is not so.

    >>> from venezuela_news._statements import ClaimKind
    >>> denies(Claim(id="open", text="The border isn't open.", kind=ClaimKind.FACT))
    True
    """
    field = PROPOSITIONS.get(type(record))
    return field is not None and bool(negations_in(getattr(record, field)))


def turned(position: Position) -> Position:
    """Give the position on a claim of who has this one on its negation."""
    return _TURNED.get(position, position)
