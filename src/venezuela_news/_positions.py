"""Where actors stand: own stances, those of groups, and the conflicts between them.

1. A stance counts on the days that its ``when`` may share a moment with; without a ``when``, on
   the story's day.
2. A holder's own stances beat those of groups.
3. Only members that a group lists inherit from it, themselves or through a group in the group;
   whom a group excludes does not inherit from it.
4. Stances that disagree give no position.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, final

import attrs

from venezuela_news._statements import Position, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from venezuela_news._actors import Group
    from venezuela_news._statements import Claim
    from venezuela_news._texts import Date

__all__ = ["Conflict", "Explanation", "Standpoints"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Explanation:
    """Why a holder has a position on a claim, or has none.

    Args:
        holder: The id of the actor.
        claim: The id of the claim.
        position: The position; ``None`` if nothing tells, or if what tells disagrees.
        inferred: Whether it comes from groups rather than from the holder's own stances.
        via: The ids of the groups that it comes from.
        stances: The stances that were weighed.
    """

    holder: str
    claim: str
    position: Position | None
    inferred: bool
    via: tuple[str, ...]
    stances: tuple[Stance, ...]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Conflict:
    """Stances of one holder that do not go together.

    Args:
        rule: ``opposed-stances`` for two positions on one claim, ``favored-rivals`` for favor of two rivals.
        holder: The id of the actor.
        claims: The id of the claim, or of both rivals.
        stances: The stances in conflict, two or more, in the story's order.
    """

    rule: str
    holder: str
    claims: tuple[str, ...]
    stances: tuple[Stance, ...]


@final
class Standpoints:
    """The stances of a story, by holder and claim."""

    __slots__ = ("_claims", "_day", "_groups", "_groups_of", "_order", "_stances")

    def __init__(self, groups: Iterable[Group], claims: Iterable[Claim], stances: Iterable[Stance], day: Date) -> None:
        self._day = day
        self._groups = {group.id: group for group in groups}
        self._claims = tuple(claims)
        self._groups_of: dict[str, list[str]] = {}
        for group in self._groups.values():
            for member in group.members:
                self._groups_of.setdefault(member, []).append(group.id)
        self._stances: dict[tuple[str, str], list[Stance]] = {}
        self._order: dict[Stance, int] = {}
        for index, stance in enumerate(stances):
            self._stances.setdefault((stance.holder, stance.claim), []).append(stance)
            self._order.setdefault(stance, index)

    def counts_at(self, stance: Stance, when: Date) -> bool:
        """Whether a stance may count at a time (rule 1 of the module)."""
        return (stance.when or self._day).overlaps(when) is not False

    def ancestors(self, holder: str) -> Iterator[str]:
        """The groups from which a holder inherits (rule 3), nearest first."""
        seen = {holder}
        level = [holder]
        while level:
            found: list[str] = []
            for member in level:
                for group in self._groups_of.get(member, ()):
                    if group not in seen and holder not in self._groups[group].excludes:
                        seen.add(group)
                        found.append(group)
            yield from found
            level = found

    def _weighed(self, holder: str, claim: str) -> tuple[tuple[Stance, ...], tuple[str, ...]]:
        """The stances that speak for a holder (rules 2 and 3), and the groups that they come from."""
        own = self._stances.get((holder, claim))
        if own:
            return tuple(own), ()
        groups = [group for group in self.ancestors(holder) if (group, claim) in self._stances]
        return tuple(stance for group in groups for stance in self._stances[group, claim]), tuple(groups)

    def explain(self, holder: str, claim: str, at: Date) -> Explanation:
        """A holder's position on a claim at a time, with its reasons."""
        own = [stance for stance in self._stances.get((holder, claim), ()) if self.counts_at(stance, at)]
        via: tuple[str, ...] = ()
        stances = own
        if not own:
            groups = {
                group: [stance for stance in self._stances.get((group, claim), ()) if self.counts_at(stance, at)]
                for group in self.ancestors(holder)
            }
            via = tuple(group for group, found in groups.items() if found)
            stances = [stance for found in groups.values() for stance in found]
        positions = {stance.position for stance in stances}
        return Explanation(
            holder=holder,
            claim=claim,
            position=positions.pop() if len(positions) == 1 else None,
            inferred=bool(via),
            via=via,
            stances=tuple(stances),
        )

    def _holders(self) -> Iterator[str]:
        members = (member for group in self._groups.values() for member in group.members)
        yield from dict.fromkeys(itertools.chain((holder for holder, _ in self._stances), members))

    def _together(self, one: Stance, other: Stance) -> bool:
        return self.counts_at(one, other.when or self._day)

    def _sorted(self, stances: Iterable[Stance]) -> tuple[Stance, ...]:
        return tuple(sorted(dict.fromkeys(stances), key=self._order.__getitem__))

    def conflicts(self) -> Iterator[Conflict]:
        """Every conflict of every holder: two positions on a claim, or favor for two rivals at once."""
        claims = tuple(dict.fromkeys(claim for _, claim in self._stances))
        rivals = [(claim.id, rival) for claim in self._claims for rival in claim.rivals if rival != claim.id]
        for holder in self._holders():
            for claim in claims:
                opposed = [
                    pair
                    for pair in itertools.combinations(self._weighed(holder, claim)[0], 2)
                    if pair[0].position is not pair[1].position and self._together(*pair)
                ]
                if opposed:
                    stances = self._sorted(itertools.chain(*opposed))
                    yield Conflict(rule="opposed-stances", holder=holder, claims=(claim,), stances=stances)
            for one, other in rivals:
                both = [
                    pair
                    for pair in itertools.product(self._weighed(holder, one)[0], self._weighed(holder, other)[0])
                    if {pair[0].position, pair[1].position} == {Position.FAVOR} and self._together(*pair)
                ]
                if both:
                    stances = self._sorted(itertools.chain(*both))
                    yield Conflict(rule="favored-rivals", holder=holder, claims=(one, other), stances=stances)
