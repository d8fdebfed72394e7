"""Mutations of what records are to each other: references, circles, members, order, anchors, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venezuela_news._actors import Country
from venezuela_news._consistency import ACYCLIC
from venezuela_news._dates import parse_date
from venezuela_news._fields import fields_of
from venezuela_news._mutation.documents import nodes, records, references, unused_id
from venezuela_news._mutation.mutators import Mutation, mutates
from venezuela_news._records import ARRAYS, DATE_FIELDS
from venezuela_news._sources import Anchor
from venezuela_news._statements import Attribution, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news._mutation.documents import Document, Edit, Node, Value
    from venezuela_news._problems import Path
    from venezuela_news._types import Date

__all__: list[str] = []

# -- references -----------------------------------------------------------------------------------


def _replaceable(document: Document) -> Iterator[tuple[Value, frozenset[str]]]:
    """References that can be put wrong and break nothing else by it: anchors of one attribution share their source."""
    crowded = {
        node.path
        for node in nodes(document)
        if node.cls is Attribution and sum(len(node.items(name)) for name in ("content", "cue", "speaker")) > 1
    }
    for value, ref in references(document):
        if value.path[:4] not in crowded:
            yield value, ref.kinds


@mutates("dangling-reference")
def _name_nobody(document: Document) -> Iterator[Mutation]:
    nobody = unused_id(document)
    for value, _ in _replaceable(document):
        yield Mutation("dangling-reference", value.path, f"{value.field.name} names nobody", ((value.path, nobody),))


@mutates("wrong-reference")
def _name_other_kinds(document: Document) -> Iterator[Mutation]:
    every = [(node.cls.__name__, node.data["id"]) for node in records(document)]
    for value, kinds in _replaceable(document):
        wrong = {kind: id for kind, id in reversed(every) if kinds and kind not in kinds}
        for kind, id in wrong.items():
            yield Mutation("wrong-reference", value.path, f"{value.field.name} names a {kind}", ((value.path, id),))


@mutates("duplicate-id")
def _repeat_ids(document: Document) -> Iterator[Mutation]:
    for node in records(document):
        place = (node.path[0], len(document[str(node.path[0])]))
        yield Mutation("duplicate-id", (*place, "id"), "a record is there twice", ((place, node.data),))
    # A record that nobody refers to, and that does not refer to the other, can take the id of one of another kind.
    named: dict[Path, set[str]] = {}
    for value, _ in references(document):
        named.setdefault(value.path[:2], set()).add(value.data)
    every = {id for ids in named.values() for id in ids}
    first: dict[str, str] = {}
    for node in records(document):
        if node.cls is Country or node.data["id"] in every:
            continue
        for kind, id in first.items():
            if kind != node.cls.__name__ and id not in named.get(node.path, ()):
                path = (*node.path, "id")
                description = f"a record of the class {node.cls.__name__} has the id of one of {kind}"
                yield Mutation("duplicate-id", path, description, ((path, id),))
        first.setdefault(node.cls.__name__, node.data["id"])


# -- circles, rivals, members, order --------------------------------------------------------------


def _edges(document: Document, arrays: tuple[str, ...], field: str) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for node in _in_order(document, arrays):
        value = node.data.get(field) or ()
        edges[node.data["id"]] = {value} if isinstance(value, str) else set(value)
    return edges


def _in_order(document: Document, arrays: tuple[str, ...]) -> Iterator[Node]:
    return records(document, *(name for name in ARRAYS if name in arrays))


def _reached(edges: dict[str, set[str]], start: str) -> set[str]:
    """The records that can be reached from one, itself included."""
    found = {start}
    level = [start]
    while level:
        level = [other for id in level for other in edges.get(id, ()) if other in edges and other not in found]
        found.update(level)
    return found


def _is_list(node: Node, field: str) -> bool:
    return next(found for found in fields_of(node.cls) if found.name == field).items is not None


def _naming(node: Node, field: str, id: str) -> Edit:
    """The edit that lets a field name one more record, or another one where it names one alone."""
    return ((*node.path, field, len(node.items(field))) if _is_list(node, field) else (*node.path, field)), id


def _dates(document: Document) -> dict[str, Date]:
    """The date of each statement and event that has one."""
    found = ((node.data["id"], node.data.get(DATE_FIELDS[node.cls])) for node in _in_order(document, _DATED))
    return {id: parse_date(text) for id, text in found if text is not None}


_DATED = tuple(name for name, cls in ARRAYS.items() if cls in DATE_FIELDS)


def _contradicts(dates: dict[str, Date], id: str, earlier: str) -> bool:
    """Whether a record's date is certainly before that of another."""
    return id in dates and earlier in dates and dates[id].before(dates[earlier]) is True


@mutates("cycle")
def _close_circles(document: Document) -> Iterator[Mutation]:
    dates = _dates(document)
    for arrays, field in ACYCLIC:
        order = {node.data["id"]: node for node in _in_order(document, arrays)}
        edges = _edges(document, arrays, field)
        reached = {id: _reached(edges, id) for id in order}
        for id, node in order.items():
            for other in order:
                if id not in reached[other] or other in node.items("excludes"):
                    continue
                if field == "after" and _contradicts(dates, id, other):
                    continue
                closed = edges | {id: edges[id] | {other} if _is_list(node, field) else {other}}
                circle = {member for member in _reached(closed, id) if id in _reached(closed, member)}
                place = next(found.path for member, found in order.items() if member in circle)
                description = f"{len(circle)} records go round by {field}"
                yield Mutation("cycle", place, description, (_naming(node, field, other),))


@mutates("order-contradiction")
def _contradict_dates(document: Document) -> Iterator[Mutation]:
    dates = _dates(document)
    edges = _edges(document, _DATED, "after")
    for node in _in_order(document, _DATED):
        for earlier in edges:
            if _contradicts(dates, node.data["id"], earlier) and node.data["id"] not in _reached(edges, earlier):
                edit = _naming(node, "after", earlier)
                yield Mutation("order-contradiction", edit[0], "a record comes after a later one", (edit,))


@mutates("self-reference")
def _name_themselves(document: Document) -> Iterator[Mutation]:
    for array, field in (("claims", "rivals"), ("groups", "excludes")):
        for node in records(document, array):
            edit = _naming(node, field, node.data["id"])
            yield Mutation("self-reference", edit[0], f"a record names itself in {field}", (edit,))


@mutates("repeated-rival")
def _repeat_rivals(document: Document) -> Iterator[Mutation]:
    claims = {node.data["id"]: node for node in records(document, "claims")}
    for claim in claims.values():
        for index, rival in enumerate(claim.items("rivals")):
            edit = _naming(claims[rival], "rivals", claim.data["id"])
            # What is said first is right: the later of the two in the document is reported.
            later = edit[0] if claims[rival].path > claim.path else (*claim.path, "rivals", index)
            yield Mutation("repeated-rival", later, "two claims name each other", (edit,))


@mutates("excluded-member")
def _exclude_members(document: Document) -> Iterator[Mutation]:
    for node in records(document, "groups"):
        for member in node.items("members"):
            edit = _naming(node, "excludes", member)
            yield Mutation("excluded-member", edit[0], "a member is excluded", (edit,))


# -- anchors --------------------------------------------------------------------------------------


def _anchored(document: Document) -> Iterator[tuple[Node, Document]]:
    sources = {node.data["id"]: node.data for node in records(document, "sources")}
    return ((node, sources[node.data["source"]]) for node in nodes(document) if node.cls is Anchor)


@mutates("anchor-form")
def _change_forms(document: Document) -> Iterator[Mutation]:
    for node, _ in _anchored(document):
        length = node.data["end"] - node.data["start"]
        path = (*node.path, "exact")
        if "exact" in node.data:
            data = {key: value for key, value in node.data.items() if key != "exact"}
            yield Mutation("anchor-form", path, "an anchor into paragraphs has no words", ((node.path, data),))
        elif length <= 1000:
            yield Mutation("anchor-form", path, "an anchor into digests has words", ((path, "0" * length),))


@mutates("paragraph-out-of-range")
def _go_past_paragraphs(document: Document) -> Iterator[Mutation]:
    for node, source in _anchored(document):
        count = len(source.get("paragraphs") or source["digests"])
        path = (*node.path, "paragraph")
        for number in (count, count + 1000):
            yield Mutation("paragraph-out-of-range", path, f"paragraph {number} of {count}", ((path, number),))


@mutates("span-mismatch")
def _misquote(document: Document) -> Iterator[Mutation]:
    for node, _ in _anchored(document):
        if (words := node.data.get("exact")) is not None:
            # A digit composes with nothing: the words stay in NFC.
            other = ("1" if words[0] == "0" else "0") + words[1:]
            path = (*node.path, "exact")
            yield Mutation("span-mismatch", path, "the first character is another one", ((path, other),))


@mutates("mixed-sources")
def _mix_sources(document: Document) -> Iterator[Mutation]:
    for node in nodes(document):
        if node.cls is not Attribution:
            continue
        for other in records(document, "sources"):
            if other.data["id"] != node.data["content"][0]["source"]:
                lines = other.data.get("paragraphs")
                words = {"exact": lines[0][0]} if lines else {}
                anchor = {"source": other.data["id"], "paragraph": 0, "start": 0, "end": 1, **words}
                for name in ("content", "cue", "speaker"):
                    edit = (*node.path, name, len(node.items(name))), anchor
                    yield Mutation("mixed-sources", node.path, f"{name} has an anchor in another source", (edit,))


# -- doubts ---------------------------------------------------------------------------------------


@mutates("opposed-stances")
def _oppose_stances(document: Document) -> Iterator[Mutation]:
    count = len(document.get("stances") or ())
    second, third = ("stances", count), ("stances", count + 1)
    # A group's stance is its members' too: for them, another one may be opposed to another group's as well.
    groups = {node.data["id"] for node in records(document, "groups") if node.items("members")}
    for node in records(document, "stances"):
        if node.data["holder"] in groups:
            continue
        one, two = (
            {**node.data, "id": unused_id(document, f"stance-{position.value}"), "position": position.value}
            for position in Position
            if position != node.data["position"]
        )
        yield Mutation("opposed-stances", second, "a holder takes a second position", ((second, one),))
        # Three that disagree are one conflict, told once.
        yield Mutation("opposed-stances", third, "a holder takes all three positions", ((second, one), (third, two)))


@mutates("favored-rivals")
def _favor_rivals(document: Document) -> Iterator[Mutation]:
    count = len(document.get("stances") or ())
    holder = unused_id(document, "holder")
    person = {"id": holder, "name": "Holder"}
    for claim in records(document, "claims"):
        for rival in claim.items("rivals"):
            one = {
                "id": unused_id(document, "stance-a"),
                "holder": holder,
                "claim": claim.data["id"],
                "position": "favor",
            }
            other = {**one, "id": unused_id(document, "stance-b"), "claim": rival}
            edits = (
                (("people", len(document.get("people") or ())), person),
                (("stances", count), one),
                (("stances", count + 1), other),
            )
            yield Mutation("favored-rivals", ("stances", count + 1), "somebody favors two rivals", edits)
