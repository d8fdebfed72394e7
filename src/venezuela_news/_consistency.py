"""The rules between records, in one table that the story runs.

1. Each entry of :data:`CHECKS` looks at all records and reports what is wrong between them.
2. Records are legal in themselves, or drafts of a document that is being diagnosed: in a draft,
   what could not be read is blank (``""``, ``None``, ``()``), and a blank is never reported.
3. A dangling reference is reported at the reference, a duplicate at the later id, a cycle at its
   first record in document order.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, final

import attrs

from venezuela_news._positions import StanceIndex
from venezuela_news._problems import Path, Problem, show
from venezuela_news._records import anchors_of, references_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from venezuela_news._dates import PartialDate
    from venezuela_news._sources import Anchor

__all__ = ["ACYCLIC", "CHECKS", "Records", "problems_between"]


@final
class Records:
    """All records of a story or of a draft.

    Args:
        arrays: The records of each array of the document, in the model's order.
        day: The story's day, or ``None`` where it could not be read.
        lost: The kinds (class names) of which some record's id could not be read, so that a
            reference to such a record can't be called dangling.
    """

    def __init__(
        self, arrays: Mapping[str, tuple[Any, ...]], day: PartialDate | None, lost: frozenset[str] = frozenset()
    ) -> None:
        self.arrays = arrays
        self.day = day
        self.lost = lost
        self.by_id: dict[str, Any] = {}
        for _, record in self.placed():
            self.by_id.setdefault(record.id, record)

    def placed(self) -> Iterator[tuple[Path, Any]]:
        """Each record with its path, in document order."""
        for name, records in self.arrays.items():
            for index, record in enumerate(records):
                if record is not None:
                    yield (name, index), record


def _duplicate_ids(records: Records) -> Iterator[Problem]:
    seen: dict[str, Path] = {}
    for path, record in records.placed():
        if record.id and seen.setdefault(record.id, path) != path:
            array, index = seen[record.id]
            message = f"{show(record.id)} is the id of {array}[{index}] already"
            yield Problem((*path, "id"), "duplicate-id", message, "write another id, unique in the story", record.id)


_MOST_COMPARED = 20_000
"""How many pairs of ids are compared, in all, to guess what dangling references mean: some seconds for more."""

_LONGEST_ID = 64
_MOST_LISTED = 5


def _listed(ids: Collection[str]) -> str:
    """Ids as a message names them: of many, the first."""
    more = f" and {len(ids) - _MOST_LISTED} more" if len(ids) > _MOST_LISTED else ""
    return ", ".join(map(show, itertools.islice(ids, _MOST_LISTED))) + more


@final
class _Guesses:
    """What dangling references may mean: the ids of the right kinds that are spelled much the same."""

    def __init__(self, records: Records) -> None:
        self._by_id = records.by_id
        self._known: dict[frozenset[str], list[str]] = {}
        self._left = _MOST_COMPARED

    def near(self, target: str, kinds: frozenset[str]) -> list[str]:
        known = self._known.get(kinds)
        if known is None:
            known = [id for id, other in self._by_id.items() if not kinds or type(other).__name__ in kinds]
            self._known[kinds] = known
        if len(known) > self._left or len(target) > _LONGEST_ID:
            return []
        self._left -= len(known)
        return difflib.get_close_matches(target, known, n=2)


def _references(records: Records) -> Iterator[Problem]:
    guesses = _Guesses(records)
    for path, record in records.placed():
        for place, target, ref in references_of(record, *path):
            found = records.by_id.get(target)
            if found is not None and (not ref.kinds or type(found).__name__ in ref.kinds):
                continue
            allowed = ", ".join(sorted(ref.kinds)) or "any record"
            if found is None:
                if records.lost and (not ref.kinds or ref.kinds & records.lost):
                    continue
                near = guesses.near(target, ref.kinds)
                hint = f"did you mean {' or '.join(map(show, near))}?" if near else f"write the id of: {allowed}"
                yield Problem(place, "dangling-reference", f"no record has the id {show(target)}", hint, target)
            else:
                message = f"{show(target)} names a {type(found).__name__}; allowed are {allowed}"
                yield Problem(place, "wrong-reference", message, "write the id of one of these", target)


def _circles(edges: Mapping[str, Iterable[str]]) -> Iterator[frozenset[str]]:
    """The strongly connected sets of a graph that hold a circle (Tarjan, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in edges:
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in edges:
                    continue
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(edges[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    members = frozenset(iter(stack.pop, node)) | {node}
                    on_stack -= members
                    if len(members) > 1 or node in edges[node]:
                        yield members


#: What may not go round in a circle: arrays whose records refer to each other by a field.
ACYCLIC: tuple[tuple[tuple[str, ...], str], ...] = (
    (("organizations",), "parent"),
    (("groups",), "members"),
    (("places",), "within"),
    (("statements", "events"), "after"),
    (("events",), "within"),
)


def _cycles(records: Records) -> Iterator[Problem]:
    for arrays, field in ACYCLIC:
        places: dict[str, Path] = {}
        edges: dict[str, tuple[str, ...]] = {}
        for path, record in records.placed():
            if path[0] in arrays and record.id and record.id not in edges:
                value = getattr(record, field)
                edges[record.id] = (value,) if isinstance(value, str) else value or ()
                places[record.id] = path
        order = {id: index for index, id in enumerate(places)}
        for circle in _circles(edges):
            ordered = sorted(circle, key=order.__getitem__)
            message = f"{_listed(ordered)} go round in a circle by {field!r}"
            yield Problem(places[ordered[0]], "cycle", message, f"take one of them out of {field!r}", ordered)


def _rivals(records: Records) -> Iterator[Problem]:
    said: set[tuple[str, str]] = set()
    for path, claim in records.placed():
        if path[0] != "claims":
            continue
        for index, rival in enumerate(claim.rivals):
            place = (*path, "rivals", index)
            if rival and rival == claim.id:
                message = f"the claim {show(rival)} is its own rival"
                yield Problem(place, "self-reference", message, "leave it out", rival)
            elif (rival, claim.id) in said:
                message = f"{show(rival)} names {show(claim.id)} as its rival already"
                yield Problem(
                    place, "repeated-rival", message, "leave it out: a rivalry is said once, on either claim", rival
                )
            said.add((claim.id, rival))


def _membership(records: Records) -> Iterator[Problem]:
    for path, group in records.placed():
        if path[0] != "groups":
            continue
        members = frozenset(group.members)
        for index, actor in enumerate(group.excludes):
            place = (*path, "excludes", index)
            if actor and actor == group.id:
                message = f"the group {show(actor)} excludes itself"
                yield Problem(place, "self-reference", message, "leave it out", actor)
            elif actor and actor in members:
                message = f"{show(actor)} is among the members and excluded"
                yield Problem(place, "excluded-member", message, "keep it in one of the two", actor)


def _anchors(records: Records) -> Iterator[Problem]:
    sources = {record.id: record for path, record in records.placed() if path[0] == "sources"}
    for path, record in records.placed():
        for place, anchor in anchors_of(record, *path):
            source = sources.get(anchor.source)
            if source is not None:
                yield from _anchor(anchor, source, place)


def _anchor(anchor: Anchor, source: Any, place: Path) -> Iterator[Problem]:
    lines, digests = source.paragraphs, source.digests
    if not lines and not digests:
        return
    if lines and anchor.digest is not None:
        message = f"the source {show(source.id)} has paragraphs, so its anchors have 'exact'"
        yield Problem((*place, "digest"), "anchor-form", message, "write the words as 'exact' instead", anchor.digest)
    if digests and anchor.exact is not None:
        message = f"the source {show(source.id)} has digests, so its anchors have 'digest'"
        yield Problem(
            (*place, "exact"), "anchor-form", message, "write their SHA-256 as 'digest' instead", anchor.exact
        )
    if anchor.paragraph >= len(lines or digests):
        message = f"the source {show(source.id)} has {len(lines or digests)} paragraphs, and 0 is the first"
        hint = f"write a number from 0 to {len(lines or digests) - 1}"
        yield Problem((*place, "paragraph"), "paragraph-out-of-range", message, hint, anchor.paragraph)
    elif lines and anchor.exact is not None and min(anchor.paragraph, anchor.start, anchor.end) >= 0:
        line = lines[anchor.paragraph]
        # A paragraph that could not be read is blank, and proves nothing; a number that could not be is below 0.
        if line and line[anchor.start : anchor.end] != anchor.exact:
            found = show(line[anchor.start : anchor.end])
            message = f"paragraph {anchor.paragraph} reads {found} there, not {show(anchor.exact)}"
            hint = "let Source.anchor(words) find the span"
            if (right := line.find(anchor.exact)) >= 0:
                hint = f"the words stand from {right} to {right + len(anchor.exact)}"
            yield Problem((*place, "exact"), "span-mismatch", message, hint, anchor.exact)


def _attributions(records: Records) -> Iterator[Problem]:
    for path, statement in records.placed():
        if path[0] != "statements":
            continue
        for index, attribution in enumerate(statement.attributions):
            named = sorted(
                {anchor.source for _, anchor in anchors_of(attribution) if anchor.source} if attribution else ()
            )
            if len(named) > 1:
                message = f"the anchors are in {_listed(named)}; an attribution is how one source credits"
                hint = "write an attribution for each source"
                yield Problem((*path, "attributions", index), "mixed-sources", message, hint, named)


def _order(records: Records) -> Iterator[Problem]:
    occurrences = [
        (path, record, record.when if path[0] == "events" else record.said)
        for path, record in records.placed()
        if path[0] in ("events", "statements")
    ]
    dates = {record.id: date for _, record, date in reversed(occurrences) if record.id}
    for path, record, own in occurrences:
        if own is None:
            continue
        for index, earlier in enumerate(record.after):
            if (date := dates.get(earlier)) is not None and own.before(date):
                message = f"{own} is before {date}, the date of {show(earlier)}, which it comes after"
                yield Problem(
                    (*path, "after", index), "order-contradiction", message, "mend a date or the order", earlier
                )


def _doubts(records: Records) -> Iterator[Problem]:
    if records.day is None:
        return
    drafts = {name: [draft for draft in records.arrays[name] if draft is not None] for name in records.arrays}
    stances = [stance for stance in drafts["stances"] if stance.holder and stance.claim and stance.position]
    groups = [group for group in drafts["groups"] if group.id]
    claims = [claim for claim in drafts["claims"] if claim.id]
    places = {id(stance): index for index, stance in enumerate(records.arrays["stances"])}
    told: set[tuple[str, ...]] = set()
    met: dict[int, tuple[Any, ...]] = {}
    for conflict in StanceIndex(groups, claims, stances, records.day).conflicts():
        # Each member of a group inherits the group's conflict, the same tuple mostly: it is told once.
        if id(conflict.stances) in met:
            continue
        met[id(conflict.stances)] = conflict.stances
        key = (conflict.rule, *(stance.id for stance in conflict.stances))
        if key in told:
            continue
        told.add(key)
        last = conflict.stances[-1]
        ids = _listed([stance.id for stance in conflict.stances])
        if conflict.rule == "opposed-stances":
            message = f"{show(conflict.holder)} takes different positions on {show(conflict.claims[0])}: {ids}"
        else:
            message = (
                f"{show(conflict.holder)} favors {' and '.join(map(show, conflict.claims))}, which are rivals: {ids}"
            )
        hint = "check them, or give each the time for which it was held"
        yield Problem(("stances", places[id(last)]), conflict.rule, message, hint, last.id)


@final
@attrs.frozen(weakref_slot=False)
class Check:
    """An entry of the table: the rules that a check can report, and the check."""

    rules: tuple[str, ...]
    check: Callable[[Records], Iterator[Problem]]


CHECKS: tuple[Check, ...] = (
    Check(("duplicate-id",), _duplicate_ids),
    Check(("dangling-reference", "wrong-reference"), _references),
    Check(("cycle",), _cycles),
    Check(("self-reference", "repeated-rival"), _rivals),
    Check(("self-reference", "excluded-member"), _membership),
    Check(("anchor-form", "paragraph-out-of-range", "span-mismatch"), _anchors),
    Check(("mixed-sources",), _attributions),
    Check(("order-contradiction",), _order),
    Check(("favored-rivals", "opposed-stances"), _doubts),
)
"""Every rule between records."""


def problems_between(records: Records) -> list[Problem]:
    """All problems between the records of a story, in the table's order."""
    return [problem for entry in CHECKS for problem in entry.check(records)]
