"""The rules between records, in one table.

1. Each :class:`Check` of :data:`CHECKS` looks at the records of some arrays and reports what is
   wrong between them. Those of doubts run where somebody asks, by ``check``; the others whenever a
   story is built.
2. Records are legal in themselves, or drafts of a document that is being diagnosed: in a draft,
   what could not be read is blank (``""``, ``None``, ``()``), and a blank is never reported.
3. A dangling reference is reported at the reference, a duplicate at the later id, a cycle at its
   first record in document order. Of records with one id, the first has it.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, final

import attrs

from venezuela_news._positions import StanceIndex
from venezuela_news._problems import Path, Problem, show
from venezuela_news._records import anchors_of, class_of, date_of, references_of
from venezuela_news._sources import Anchor, Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from venezuela_news._dates import PartialDate

__all__ = ["ACYCLIC", "CHECKS", "Records", "doubts_between", "problems_between"]


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
            if record.id:
                self.by_id.setdefault(record.id, record)

    def has_id(self, record: Any) -> bool:
        """Whether a record has its id to itself, or is the first of those that have it."""
        return self.by_id.get(record.id) is record

    def placed(self, *arrays: str) -> Iterator[tuple[Path, Any]]:
        """Yield each record of some arrays, or of all, with its path, in document order."""
        for name, records in self.arrays.items():
            if arrays and name not in arrays:
                continue
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
            known = [id for id, other in self._by_id.items() if not kinds or class_of(other).__name__ in kinds]
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
            if found is not None and (not ref.kinds or class_of(found).__name__ in ref.kinds):
                continue
            allowed = ", ".join(sorted(ref.kinds)) or "any record"
            if found is None:
                if records.lost and (not ref.kinds or ref.kinds & records.lost):
                    continue
                near = guesses.near(target, ref.kinds)
                hint = f"did you mean {' or '.join(map(show, near))}?" if near else f"write the id of: {allowed}"
                yield Problem(place, "dangling-reference", f"no record has the id {show(target)}", hint, target)
            else:
                message = f"{show(target)} names a {class_of(found).__name__}; allowed are {allowed}"
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
        for path, record in records.placed(*arrays):
            if records.has_id(record):
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
    for path, claim in records.placed("claims"):
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
    for path, group in records.placed("groups"):
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
    searches = _Searches()
    for path, record in records.placed():
        for place, anchor in anchors_of(record, *path):
            source = records.by_id.get(anchor.source)
            if source is not None and class_of(source) is Source:
                yield from _anchor(anchor, source, place, searches)


_MOST_SEARCHED = 10_000_000
"""How many code points are searched, in all, to tell where the words of wrong spans stand."""


@final
class _Searches:
    """Searches for the words of spans that are wrong, as long as they cost little."""

    def __init__(self) -> None:
        self._left = _MOST_SEARCHED

    def find(self, words: str, line: str) -> int:
        """Find where words stand in a line; -1 if nowhere, or if enough was searched."""
        self._left -= len(line)
        return line.find(words) if self._left >= 0 else -1


def _anchor(anchor: Anchor, source: Any, place: Path, searches: _Searches) -> Iterator[Problem]:
    lines, digests = source.paragraphs, source.digests
    if not lines and not digests:
        return
    if lines and anchor.exact is None:
        message = f"the source {show(source.id)} has paragraphs, so its anchors have their words as 'exact'"
        yield Problem((*place, "exact"), "anchor-form", message, _words_to_write(anchor, lines))
    if not lines and anchor.exact:
        message = f"the source {show(source.id)} has digests, so its anchors have no words"
        hint = "leave 'exact' out: the paragraph's digest proves the words to who has the text"
        yield Problem((*place, "exact"), "anchor-form", message, hint, anchor.exact)
    if anchor.paragraph >= len(lines or digests):
        message = f"the source {show(source.id)} has {len(lines or digests)} paragraphs, and 0 is the first"
        hint = f"write a number from 0 to {len(lines or digests) - 1}"
        yield Problem((*place, "paragraph"), "paragraph-out-of-range", message, hint, anchor.paragraph)
    elif lines and anchor.exact and min(anchor.paragraph, anchor.start, anchor.end) >= 0:
        line = lines[anchor.paragraph]
        # A paragraph that could not be read is blank, and proves nothing; a number that could not be is below 0.
        if line and line[anchor.start : anchor.end] != anchor.exact:
            found = show(line[anchor.start : anchor.end])
            message = f"paragraph {anchor.paragraph} reads {found} there, not {show(anchor.exact)}"
            hint = "let Source.anchor(words) find the span"
            if (right := searches.find(anchor.exact, line)) >= 0:
                hint = f"the words stand from {right} to {right + len(anchor.exact)}"
            yield Problem((*place, "exact"), "span-mismatch", message, hint, anchor.exact)


def _words_to_write(anchor: Anchor, lines: tuple[str, ...]) -> str:
    """Make a hint of the words that stand at an anchor's place, if they can be seen."""
    line = lines[anchor.paragraph] if 0 <= anchor.paragraph < len(lines) else ""
    if 0 <= anchor.start < anchor.end <= len(line):
        return f"write the words that stand there: {show(line[anchor.start : anchor.end])}"
    return "let Source.anchor(words) make the anchor"


def _attributions(records: Records) -> Iterator[Problem]:
    for path, statement in records.placed("statements"):
        for index, attribution in enumerate(statement.attributions):
            named = sorted(
                {anchor.source for _, anchor in anchors_of(attribution) if anchor.source} if attribution else ()
            )
            if len(named) > 1:
                message = f"the anchors are in {_listed(named)}; an attribution is how one source credits"
                hint = "write an attribution for each source"
                yield Problem((*path, "attributions", index), "mixed-sources", message, hint, named)


def _order(records: Records) -> Iterator[Problem]:
    occurrences = [(path, record, date_of(record)) for path, record in records.placed("statements", "events")]
    dates = {record.id: date for _, record, date in occurrences if records.has_id(record)}
    for path, record, own in occurrences:
        if own is None:
            continue
        for index, earlier in enumerate(record.after):
            if (date := dates.get(earlier)) is not None and own.before(date):
                message = f"{own} is before {date}, the date of {show(earlier)}, which it comes after"
                hint = "mend a date or the order"
                yield Problem((*path, "after", index), "order-contradiction", message, hint, earlier)


def _is_read(stance: Any) -> bool:
    """Whether what a stance says could be read; without its time, it would count on the story's day."""
    faulty: Collection[str] = getattr(stance, "faulty", ())  # of a draft
    return bool(stance.holder and stance.claim and stance.position and "when" not in faulty)


def _conflicts(records: Records) -> Iterator[Problem]:
    """Report each set of stances in conflict once, although every member of a group inherits it."""
    if records.day is None:
        return
    places = {id(stance): path for path, stance in records.placed("stances")}
    index = StanceIndex(
        [group for _, group in records.placed("groups") if records.has_id(group)],
        [claim for _, claim in records.placed("claims") if records.has_id(claim)],
        [stance for _, stance in records.placed("stances") if _is_read(stance)],
        records.day,
    )
    # Who inherits the same is given the same tuple. It is kept, so that its identity stands for it.
    met: dict[int, tuple[Any, ...]] = {}
    told: set[tuple[object, ...]] = set()
    for conflict in index.conflicts():
        if id(conflict.stances) in met:
            continue
        met[id(conflict.stances)] = conflict.stances
        key = (conflict.rule, *map(id, conflict.stances))
        if key in told:
            continue
        told.add(key)
        last = conflict.stances[-1]
        ids = _listed([stance.id for stance in conflict.stances])
        if conflict.rule == "opposed-stances":
            message = f"{show(conflict.holder)} takes different positions on {show(conflict.claims[0])}: {ids}"
        else:
            rivals = " and ".join(map(show, conflict.claims))
            message = f"{show(conflict.holder)} favors {rivals}, which are rivals: {ids}"
        hint = "check them, or give each the time for which it was held"
        yield Problem(places[id(last)], conflict.rule, message, hint, last.id)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Check:
    """A check between records.

    Args:
        rules: The rules that it reports.
        check: The check itself.
        doubt: Whether what it reports is doubtful, not impossible.
    """

    rules: tuple[str, ...]
    check: Callable[[Records], Iterator[Problem]]
    doubt: bool = False


CHECKS: tuple[Check, ...] = (
    Check(rules=("duplicate-id",), check=_duplicate_ids),
    Check(rules=("dangling-reference", "wrong-reference"), check=_references),
    Check(rules=("cycle",), check=_cycles),
    Check(rules=("self-reference", "repeated-rival"), check=_rivals),
    Check(rules=("self-reference", "excluded-member"), check=_membership),
    Check(rules=("anchor-form", "paragraph-out-of-range", "span-mismatch"), check=_anchors),
    Check(rules=("mixed-sources",), check=_attributions),
    Check(rules=("order-contradiction",), check=_order),
    Check(rules=("favored-rivals", "opposed-stances"), check=_conflicts, doubt=True),
)
"""Every rule between records."""


def problems_between(records: Records) -> Iterator[Problem]:
    """Yield what is wrong between the records of a story, in the table's order."""
    for check in CHECKS:
        if not check.doubt:
            yield from check.check(records)


def doubts_between(records: Records) -> Iterator[Problem]:
    """Yield what is doubtful between the records of a story, in the table's order."""
    for check in CHECKS:
        if check.doubt:
            yield from check.check(records)
