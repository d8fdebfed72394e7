"""Where actors stand: own stances, those of groups, and the conflicts between them.

1. A stance counts on the days that its ``when`` may share a moment with; without a ``when``, on
   the story's day.
2. A holder's own stances beat those of groups.
3. Only members that a group lists inherit from it, themselves or through a group in the group;
   whom a group excludes does not inherit from it.
4. Stances that disagree give no position.
5. A country may be among the unlisted members of a group that names countries, as members or as excluded, and does not
   list all of its members; of other groups nobody can tell whether a country could be in them.

Conflicts are found in time of the stances and of what is found, not of all pairs. Only claims can
be in conflict on which two positions are taken, or two rivals favored; a group passes down what it
takes part in as sets of bits, so that most members are seen to be at peace by one comparison.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

import attrs

from venezuela_news._dates import is_timed, possible_span
from venezuela_news._statements import Position, Stance
from venezuela_news._types import COUNTRY_CODES

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
        possible_via: The ids of groups that take a position on the claim and among whose unlisted members a country
            without a stance of its own may be. Nothing is inferred from them.
    """

    holder: str
    claim: str
    position: Position | None
    inferred: bool
    via: tuple[str, ...]
    stances: tuple[Stance, ...]
    possible_via: tuple[str, ...] = ()


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


class _Times:
    """Dates, asked whether another one may share a moment with any of them.

    Two spans share a moment unless one begins after the other has ended. So the spans that a date
    meets are all of them, less those that begin after its end, less those that end before its
    start: two searches in sorted lists. Dates without a time of day compare by the calendar, and
    with one that has a time in the terms of all zones; hence two sets of bounds.
    """

    def __init__(self, dates: Iterable[Date]) -> None:
        calendar: list[tuple[float, float]] = []
        moments: dict[bool, list[tuple[float, float]]] = {False: [], True: []}
        for date in dates:
            if not is_timed(date):
                calendar.append(possible_span(date))
            moments[is_timed(date)].append(possible_span(date, in_all_zones=True))
        self._calendar = _sorted_ends(calendar)
        self._untimed, self._timed = map(_sorted_ends, moments.values())

    def meets(self, date: Date) -> bool:
        """Whether the date may share a moment with one of these."""
        span = possible_span(date, in_all_zones=True)
        if is_timed(date):
            return _meets(span, self._untimed) or _meets(span, self._timed)
        return _meets(possible_span(date), self._calendar) or _meets(span, self._timed)


_Ends: TypeAlias = tuple[list[float], list[float]]


def _sorted_ends(spans: list[tuple[float, float]]) -> _Ends:
    return sorted(first for first, _ in spans), sorted(last for _, last in spans)


def _meets(span: tuple[float, float], ends: _Ends) -> bool:
    first, last = span
    starts, stops = ends
    return bisect_right(starts, last) > bisect_left(stops, first)


class _Part(NamedTuple):
    """What a group, or all groups above an actor, take part in: sets, as bits of whole numbers."""

    groups: int = 0
    """Groups with stances that can be in conflict."""
    favored: int = 0
    opposed: int = 0
    neutral: int = 0
    """Claims on which a position is taken."""
    first: int = 0
    second: int = 0
    """Pairs of rivals of which the first, or the second, is favored."""

    def joined(self, other: _Part) -> _Part:
        return self if other in (self, _NOTHING) else _Part(*(one | two for one, two in zip(self, other, strict=True)))

    def contested(self) -> int:
        """The claims on which more than one position is taken."""
        return self.favored & self.opposed | self.favored & self.neutral | self.opposed & self.neutral


_NOTHING = _Part()


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


@final
class StanceIndex:
    """The stances of a story, by holder and claim."""

    def __init__(self, groups: Iterable[Group], claims: Iterable[Claim], stances: Iterable[Stance], day: Date) -> None:
        self.day = day
        self.groups = {group.id: group for group in groups}
        self.claims = tuple(claims)
        self.groups_of: dict[str, list[str]] = {}
        for group in self.groups.values():
            for member in group.members:
                self.groups_of.setdefault(member, []).append(group.id)
        self.excluded = {group.id: frozenset(group.excludes) for group in self.groups.values()}
        self.stances = tuple(stances)
        self.by_holder_and_claim: dict[tuple[str, str], list[Stance]] = {}
        for stance in self.stances:
            self.by_holder_and_claim.setdefault((stance.holder, stance.claim), []).append(stance)

    def counts_at(self, stance: Stance, when: Date) -> bool:
        """Whether a stance may count at a time (rule 1 of the module)."""
        return self.time_of(stance).overlaps(when) is not False

    def time_of(self, stance: Stance) -> Date:
        """The time for which a stance counts (rule 1 of the module)."""
        return stance.when or self.day

    def ancestors(self, holder: str) -> Iterator[str]:
        """Yield the groups from which a holder inherits (rule 3), nearest first."""
        seen = {holder}
        level = [holder]
        while level:
            found: list[str] = []
            for member in level:
                for group in self.groups_of.get(member, ()):
                    if group not in seen and holder not in self.excluded[group]:
                        seen.add(group)
                        found.append(group)
            yield from found
            level = found

    def explain(self, holder: str, claim: str, at: Date) -> Explanation:
        """Tell a holder's position on a claim at a time, with its reasons."""
        stances = self._counting(holder, claim, at)
        via: dict[str, list[Stance]] = {}
        if not stances:
            via = {group: found for group in self.ancestors(holder) if (found := self._counting(group, claim, at))}
            stances = list(itertools.chain.from_iterable(via.values()))
        positions = {stance.position for stance in stances}
        return Explanation(
            holder=holder,
            claim=claim,
            position=positions.pop() if len(positions) == 1 else None,
            inferred=bool(via),
            via=tuple(via),
            stances=tuple(stances),
            possible_via=tuple(self._possible_groups(holder, claim, at)) if via or not stances else (),
        )

    def _possible_groups(self, holder: str, claim: str, at: Date) -> Iterator[str]:
        """Yield the groups with a position on a claim among whose unlisted members a country may be (rule 5)."""
        if holder not in COUNTRY_CODES:
            return
        listed_in = set(self.ancestors(holder))
        for group in self.groups:
            if group not in listed_in and self._counting(group, claim, at) and self._may_hold(group, holder):
                yield group

    def _may_hold(self, group: str, country: str) -> bool:
        """Whether a country may be among the unlisted members of a group, or of a group in it (rule 5)."""
        seen = {group}
        ready = [group]
        for inner in ready:
            if country in self.excluded[inner]:
                continue
            record = self.groups[inner]
            if not record.complete and not COUNTRY_CODES.isdisjoint((*record.members, *record.excludes)):
                return True
            for member in record.members:
                if member in self.groups and member not in seen:
                    seen.add(member)
                    ready.append(member)
        return False

    def _counting(self, holder: str, claim: str, at: Date) -> list[Stance]:
        return [stance for stance in self.by_holder_and_claim.get((holder, claim), ()) if self.counts_at(stance, at)]

    def conflicts(self) -> Iterator[Conflict]:
        """Yield every conflict of every holder: two positions on a claim, or favor for two rivals at once."""
        return _ConflictSearch(self).conflicts()


@final
class _ConflictSearch:
    """One search for conflicts: the claims that can be in conflict, and what each group takes part in."""

    def __init__(self, index: StanceIndex) -> None:
        self.index = index
        self.order = {id(stance): place for place, stance in enumerate(index.stances)}
        positions: dict[str, set[Position]] = {}
        for stance in index.stances:
            positions.setdefault(stance.claim, set()).add(stance.position)
        pairs = ((claim.id, rival) for claim in index.claims for rival in claim.rivals if rival != claim.id)
        self.pairs = [pair for pair in pairs if all(Position.FAVOR in positions.get(claim, ()) for claim in pair)]
        rivals = frozenset(itertools.chain.from_iterable(self.pairs))
        # In the order in which the story's stances come to them.
        self.claims = [claim for claim, taken in positions.items() if len(taken) > 1 or claim in rivals]
        self.place = {claim: place for place, claim in enumerate(self.claims)}
        self.pairs_of: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, pair in enumerate(self.pairs):
            for side, claim in enumerate(pair):
                self.pairs_of[claim].append((number, side))
        self.claims_of: dict[str, list[str]] = defaultdict(list)
        for holder, claim in index.by_holder_and_claim:
            if claim in self.place:
                self.claims_of[holder].append(claim)
        self.group_place = {group: place for place, group in enumerate(filter(self.claims_of.get, index.groups))}
        self.group_at = tuple(self.group_place)
        self.groups_on: dict[str, int] = defaultdict(int)
        for group, place in self.group_place.items():
            for claim in self.claims_of[group]:
                self.groups_on[claim] |= 1 << place
        self.excluders: dict[str, frozenset[str]] = defaultdict(frozenset)
        for group, excluded in index.excluded.items():
            for actor in excluded:
                self.excluders[actor] |= {group}
        self.opposed_in: dict[tuple[str, object], tuple[Stance, ...]] = {}
        self.favored_in: dict[tuple[object, ...], tuple[Stance, ...]] = {}

    # -- what is taken part in ------------------------------------------------------------------

    def own_part(self, holder: str) -> _Part:
        """What an actor takes part in by stances of its own."""
        claims = dict.fromkeys(Position, 0)
        sides = [0, 0]
        for claim in self.claims_of.get(holder, ()):
            for stance in self.index.by_holder_and_claim[holder, claim]:
                claims[stance.position] |= 1 << self.place[claim]
                if stance.position is Position.FAVOR:
                    for number, side in self.pairs_of[claim]:
                        sides[side] |= 1 << number
        place = self.group_place.get(holder)
        return _Part(0 if place is None else 1 << place, *claims.values(), *sides)

    def inherited_parts(self) -> dict[str, _Part]:
        """What the groups above each group take part in; nothing at all where groups go round in a circle."""
        groups_of, groups = self.index.groups_of, self.index.groups
        waits = {group: len(groups_of.get(group, ())) for group in groups}
        ready = [group for group, count in waits.items() if not count]
        own = {group: self.own_part(group) for group in groups}
        above = dict.fromkeys(groups, _NOTHING)
        for group in ready:
            part = above[group].joined(own[group])
            for member in groups[group].members:
                if member in waits:
                    above[member] = above[member].joined(part)
                    waits[member] -= 1
                    if not waits[member]:
                        ready.append(member)
        if len(ready) < len(groups):
            return dict.fromkeys(groups, _NOTHING)
        return {group: above[group].joined(own[group]) for group in groups}

    def inherited_part(self, holder: str, parts: dict[str, _Part]) -> _Part:
        """What the groups take part in from which a holder inherits."""
        found = _NOTHING
        excluders = self.excluders.get(holder)
        if excluders is None:
            for group in self.index.groups_of.get(holder, ()):
                found = found.joined(parts[group])
        elif any(part.groups for part in (parts[group] for group in self.index.groups_of.get(holder, ()))):
            for group in self.index.ancestors(holder):
                if group in self.group_place:
                    found = found.joined(self.own_part(group))
        return found

    # -- what is in conflict --------------------------------------------------------------------

    def conflicts(self) -> Iterator[Conflict]:
        """Yield every conflict, by holder: those on claims in the order of the stances, then those of rivals."""
        if not self.claims:
            return
        parts = self.inherited_parts()
        members = itertools.chain.from_iterable(group.members for group in self.index.groups.values())
        holders = (holder for holder, _ in self.index.by_holder_and_claim)
        for holder in dict.fromkeys(itertools.chain(holders, members)):
            own = self.own_part(holder)
            inherited = self.inherited_part(holder, parts)
            taken = own.favored | own.opposed | own.neutral
            for place in _bits(own.contested() | inherited.contested() & ~taken):
                claim = self.claims[place]
                if stances := self.opposed(claim, self.speakers(holder, claim, inherited)):
                    yield Conflict(rule="opposed-stances", holder=holder, claims=(claim,), stances=stances)
            for number in _bits((own.first | inherited.first) & (own.second | inherited.second)):
                pair = self.pairs[number]
                if stances := self.favored(pair, *(self.speakers(holder, claim, inherited) for claim in pair)):
                    yield Conflict(rule="favored-rivals", holder=holder, claims=pair, stances=stances)

    def speakers(self, holder: str, claim: str, inherited: _Part) -> str | int:
        """Who speaks for a holder on a claim: itself, or groups as bits (rules 2 and 3 of the module)."""
        return holder if (holder, claim) in self.index.by_holder_and_claim else inherited.groups & self.groups_on[claim]

    def stances_of(self, claim: str, speakers: str | int) -> Iterator[Stance]:
        """Yield the stances of speakers on a claim."""
        holders = (speakers,) if isinstance(speakers, str) else (self.group_at[place] for place in _bits(speakers))
        for holder in holders:
            yield from self.index.by_holder_and_claim[holder, claim]

    def sorted(self, stances: Iterable[Stance]) -> tuple[Stance, ...]:
        return tuple(sorted(stances, key=lambda stance: self.order[id(stance)]))

    def opposed(self, claim: str, speakers: str | int) -> tuple[Stance, ...]:
        """The stances on a claim that are opposed to others at the same time."""
        key = claim, speakers
        if key not in self.opposed_in:
            stances = list(self.stances_of(claim, speakers))
            taken = {stance.position for stance in stances}
            others = {
                position: _Times(self.index.time_of(other) for other in stances if other.position is not position)
                for position in taken
            }
            self.opposed_in[key] = self.sorted(
                stance for stance in stances if others[stance.position].meets(self.index.time_of(stance))
            )
        return self.opposed_in[key]

    def favored(self, pair: tuple[str, str], first: str | int, second: str | int) -> tuple[Stance, ...]:
        """The stances in favor of both of two rivals at the same time."""
        key = pair, first, second
        if key not in self.favored_in:
            sides = [
                [stance for stance in self.stances_of(claim, speakers) if stance.position is Position.FAVOR]
                for claim, speakers in zip(pair, (first, second), strict=True)
            ]
            times = [_Times(map(self.index.time_of, side)) for side in sides]
            self.favored_in[key] = self.sorted(
                stance
                for side, others in zip(sides, reversed(times), strict=True)
                for stance in side
                if others.meets(self.index.time_of(stance))
            )
        return self.favored_in[key]
