"""Where actors stand: own stances, those of groups, and the conflicts between them.

1. A stance counts on the days that its ``when`` may share a moment with; without a ``when``, on
   the story's day.
2. A holder's own stances beat those of groups.
3. Only members that a group lists inherit from it, themselves or through a group in the group;
   whom a group excludes does not inherit from it.
4. Stances that disagree give no position.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, final

import attrs

from venezuela_news._statements import Position, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from venezuela_news._actors import Group
    from venezuela_news._statements import Claim
    from venezuela_news._types import Date

__all__ = ["Conflict", "Explanation", "StanceIndex"]


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
class StanceIndex:
    """The stances of a story, by holder and claim."""

    __slots__ = ("_claims", "_claims_of", "_day", "_excluded", "_groups", "_groups_of", "_order", "_stances")

    def __init__(self, groups: Iterable[Group], claims: Iterable[Claim], stances: Iterable[Stance], day: Date) -> None:
        self._day = day
        self._groups = {group.id: group for group in groups}
        self._claims = tuple(claims)
        self._groups_of: dict[str, list[str]] = {}
        for group in self._groups.values():
            for member in group.members:
                self._groups_of.setdefault(member, []).append(group.id)
        self._excluded = {group.id: frozenset(group.excludes) for group in self._groups.values()}
        self._stances: dict[tuple[str, str], list[Stance]] = {}
        self._claims_of: dict[str, dict[str, None]] = {}
        self._order: dict[Stance, int] = {}
        for index, stance in enumerate(stances):
            self._stances.setdefault((stance.holder, stance.claim), []).append(stance)
            self._claims_of.setdefault(stance.holder, {})[stance.claim] = None
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
                    if group not in seen and holder not in self._excluded[group]:
                        seen.add(group)
                        found.append(group)
            yield from found
            level = found

    def _weighed(self, holder: str) -> dict[str, tuple[str, ...]]:
        """By claim, those whose stances speak for a holder: itself, or groups (rules 2 and 3)."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(self._claims_of.get(holder, ()), (holder,))
        own = frozenset(found)
        for group in self.ancestors(holder):
            for claim in self._claims_of.get(group, ()):
                if claim not in own:
                    found[claim] = (*found.get(claim, ()), group)
        return found

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

    def _by_time(self, claim: str, via: tuple[str, ...]) -> dict[tuple[Position, Date | None], list[Stance]]:
        """The stances of holders on a claim, those together that are alike in position and time."""
        alike: dict[tuple[Position, Date | None], list[Stance]] = {}
        for holder in via:
            for stance in self._stances[holder, claim]:
                alike.setdefault((stance.position, stance.when), []).append(stance)
        return alike

    def _together(self, one: Date | None, other: Date | None) -> bool:
        return one == other or (one or self._day).overlaps(other or self._day) is not False

    def _sorted(self, stances: Iterable[Stance]) -> tuple[Stance, ...]:
        return tuple(sorted(dict.fromkeys(stances), key=self._order.__getitem__))

    def _opposed(self, claim: str, via: tuple[str, ...]) -> tuple[Stance, ...]:
        """The stances on a claim that are opposed to others at the same time."""
        alike = self._by_time(claim, via)
        found: set[tuple[Position, Date | None]] = set()
        for one, other in itertools.combinations(alike, 2):
            if one[0] is not other[0] and not (one in found and other in found) and self._together(one[1], other[1]):
                found |= {one, other}
        return self._sorted(stance for key, stances in alike.items() if key in found for stance in stances)

    def _favored(self, claims: tuple[str, str], vias: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Stance, ...]:
        """The stances in favor of both of two rivals at the same time."""
        sides = [
            {when: stances for (position, when), stances in alike.items() if position is Position.FAVOR}
            for alike in map(self._by_time, claims, vias)
        ]
        pairs = [(one, other) for one in sides[0] for other in sides[1] if self._together(one, other)]
        return self._sorted(stance for one, other in pairs for stance in (*sides[0][one], *sides[1][other]))

    def conflicts(self) -> Iterator[Conflict]:
        """Every conflict of every holder: two positions on a claim, or favor for two rivals at once."""
        claims = {claim: index for index, claim in enumerate(dict.fromkeys(claim for _, claim in self._stances))}
        rivals: dict[str, list[tuple[int, str]]] = {}
        for index, (one, other) in enumerate((claim.id, rival) for claim in self._claims for rival in claim.rivals):
            if one != other:
                rivals.setdefault(one, []).append((index, other))
        # Members of the same groups inherit the same: it is looked at once.
        opposed = functools.cache(self._opposed)
        favored = functools.cache(self._favored)
        for holder in self._holders():
            weighed = self._weighed(holder)
            for claim in sorted(weighed, key=claims.__getitem__):
                if stances := opposed(claim, weighed[claim]):
                    yield Conflict(rule="opposed-stances", holder=holder, claims=(claim,), stances=stances)
            pairs = [(index, one, other) for one in weighed for index, other in rivals.get(one, ()) if other in weighed]
            for _, one, other in sorted(pairs):
                if stances := favored((one, other), (weighed[one], weighed[other])):
                    yield Conflict(rule="favored-rivals", holder=holder, claims=(one, other), stances=stances)
