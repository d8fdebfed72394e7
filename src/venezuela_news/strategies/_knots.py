"""Single faults between the records of legal documents, and in the bytes of documents.

They are faults as :mod:`venezuela_news.strategies._faults` has them, by the same rules, and add to its table.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from venezuela_news._dates import parse_date
from venezuela_news._relations import ACYCLIC
from venezuela_news._rules import Kind, fields_of
from venezuela_news._statements import Attribution
from venezuela_news._story import ARRAYS
from venezuela_news._texts import Anchor, digest_of
from venezuela_news.strategies._documents import fresh, nodes, placed, references, values
from venezuela_news.strategies._faults import Fault, makes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from venezuela_news._problems import Path
    from venezuela_news.strategies._documents import Document, Node, Value

__all__ = ["TIMES"]

TIMES = {"statements": "said", "events": "when"}
"""The field that tells when something was."""


# -- references -----------------------------------------------------------------------------------


def _replaceable(document: Document) -> Iterator[tuple[Value, frozenset[str]]]:
    """References that can be put wrong and break nothing else by it: anchors of one attribution share their source."""
    crowded = {
        node.path
        for node in nodes(document)
        if node.cls is Attribution and sum(len(node.data.get(name, ())) for name in ("content", "cue", "speaker")) > 1
    }
    for value, ref in references(document):
        if value.path[:4] not in crowded:
            yield value, ref.kinds


@makes("dangling-reference")
def _dangling(document: Document) -> Iterator[Fault]:
    nobody = fresh(document)
    for value, _ in _replaceable(document):
        yield Fault("dangling-reference", value.path, f"{value.field.name} names nobody", ((value.path, nobody),))


@makes("wrong-reference")
def _wrong(document: Document) -> Iterator[Fault]:
    every = [(node.cls.__name__, node.data["id"]) for node in placed(document)]
    for value, kinds in _replaceable(document):
        wrong = {kind: id for kind, id in reversed(every) if kinds and kind not in kinds}
        for kind, id in wrong.items():
            yield Fault("wrong-reference", value.path, f"{value.field.name} names a {kind}", ((value.path, id),))


@makes("duplicate-id")
def _duplicate_ids(document: Document) -> Iterator[Fault]:
    for node in placed(document):
        place = (node.path[0], len(document[str(node.path[0])]))
        yield Fault("duplicate-id", (*place, "id"), "a record is there twice", ((place, node.data),))
    # A record that nobody refers to, and that does not refer to the other, can take the id of one of another kind.
    named = {value.data for value, _ in references(document)}
    first: dict[str, str] = {}
    for node in placed(document):
        if node.cls.__name__ == "Country":
            continue
        own = {value.data for value, _ in references(document) if value.path[:2] == node.path}
        for kind, id in first.items():
            if kind != node.cls.__name__ and node.data["id"] not in named and id not in own:
                path = (*node.path, "id")
                yield Fault("duplicate-id", path, f"a {node.cls.__name__} has the id of a {kind}", ((path, id),))
        first.setdefault(node.cls.__name__, node.data["id"])


# -- circles, rivals, members, order --------------------------------------------------------------


def _edges(document: Document, arrays: tuple[str, ...], field: str) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for node in placed(document, *arrays):
        value = node.data.get(field) or ()
        edges[node.data["id"]] = {value} if isinstance(value, str) else set(value)
    return edges


def _reached(edges: dict[str, set[str]], start: str) -> set[str]:
    """What can be reached from a record, itself included."""
    found = {start}
    level = [start]
    while level:
        level = [other for id in level for other in edges.get(id, ()) if other in edges and other not in found]
        found.update(level)
    return found


def _extended(node: Node, field: str, id: str) -> tuple[Path, Any]:
    """The edit that lets a field name one more record, or another one."""
    several = next(found for found in fields_of(node.cls) if found.name == field).items is not None
    return ((*node.path, field, len(node.data.get(field, ()))) if several else (*node.path, field)), id


@makes("cycle")
def _cycles(document: Document) -> Iterator[Fault]:
    for arrays, field in ACYCLIC:
        order = {node.data["id"]: node for node in _in_order(document, arrays)}
        edges = _edges(document, arrays, field)
        for id, node in order.items():
            for other, earlier in order.items():
                if id not in _reached(edges, other):
                    continue
                if field == "after" and _contradicts(node, earlier):
                    continue
                if other in node.data.get("excludes", ()):
                    continue
                after = edges[id] | {other} if isinstance(node.data.get(field, []), list) else {other}
                closed = edges | {id: after}
                circle = {member for member in _reached(closed, id) if id in _reached(closed, member)}
                place = next(found.path for member, found in order.items() if member in circle)
                length = f"{len(circle)} records go round by {field}"
                yield Fault("cycle", place, length, (_extended(node, field, other),))


def _in_order(document: Document, arrays: tuple[str, ...]) -> Iterator[Node]:
    return placed(document, *(name for name in ARRAYS if name in arrays))


def _date(node: Node) -> Any:
    text = node.data.get(TIMES[str(node.path[0])])
    return None if text is None else parse_date(text)


def _contradicts(node: Node, earlier: Node) -> bool:
    own, other = _date(node), _date(earlier)
    return own is not None and other is not None and own.before(other) is True


@makes("order-contradiction")
def _contradictions(document: Document) -> Iterator[Fault]:
    arrays = ("statements", "events")
    edges = _edges(document, arrays, "after")
    for node in _in_order(document, arrays):
        for earlier in _in_order(document, arrays):
            if _contradicts(node, earlier) and node.data["id"] not in _reached(edges, earlier.data["id"]):
                edit = _extended(node, "after", earlier.data["id"])
                yield Fault("order-contradiction", edit[0], "a record comes after a later one", (edit,))


@makes("self-reference")
def _selves(document: Document) -> Iterator[Fault]:
    for array, field in (("claims", "rivals"), ("groups", "excludes")):
        for node in placed(document, array):
            edit = _extended(node, field, node.data["id"])
            yield Fault("self-reference", edit[0], f"a record names itself in {field}", (edit,))


@makes("repeated-rival")
def _rivals(document: Document) -> Iterator[Fault]:
    claims = {node.data["id"]: node for node in placed(document, "claims")}
    for claim in claims.values():
        for index, rival in enumerate(claim.data.get("rivals", ())):
            edit = _extended(claims[rival], "rivals", claim.data["id"])
            # What is said first is right: the later of the two in the document is reported.
            later = edit[0] if claims[rival].path > claim.path else (*claim.path, "rivals", index)
            yield Fault("repeated-rival", later, "two claims name each other", (edit,))


@makes("excluded-member")
def _excluded(document: Document) -> Iterator[Fault]:
    for node in placed(document, "groups"):
        for member in node.data.get("members", ()):
            edit = _extended(node, "excludes", member)
            yield Fault("excluded-member", edit[0], "a member is excluded", (edit,))


# -- anchors --------------------------------------------------------------------------------------


def _anchored(document: Document) -> Iterator[tuple[Node, Document]]:
    sources = {node.data["id"]: node.data for node in placed(document, "sources")}
    return ((node, sources[node.data["source"]]) for node in nodes(document) if node.cls is Anchor)


@makes("anchor-form")
def _forms(document: Document) -> Iterator[Fault]:
    for node, _ in _anchored(document):
        length = node.data["end"] - node.data["start"]
        here, other = ("exact", "digest") if "exact" in node.data else ("digest", "exact")
        if other == "digest" or length <= 1000:
            shown = digest_of(node.data["exact"]) if other == "digest" else "0" * length
            data = {**{key: value for key, value in node.data.items() if key != here}, other: shown}
            yield Fault("anchor-form", (*node.path, other), f"{other} stands for {here}", ((node.path, data),))


@makes("paragraph-out-of-range")
def _paragraphs(document: Document) -> Iterator[Fault]:
    for node, source in _anchored(document):
        count = len(source.get("paragraphs") or source["digests"])
        path = (*node.path, "paragraph")
        for number in (count, count + 1000):
            yield Fault("paragraph-out-of-range", path, f"paragraph {number} of {count}", ((path, number),))


@makes("span-mismatch")
def _mismatches(document: Document) -> Iterator[Fault]:
    for node, _ in _anchored(document):
        if (words := node.data.get("exact")) is not None:
            # A digit composes with nothing: the words stay in NFC.
            other = ("1" if words[0] == "0" else "0") + words[1:]
            path = (*node.path, "exact")
            yield Fault("span-mismatch", path, "the first character is another one", ((path, other),))


@makes("mixed-sources")
def _mixed(document: Document) -> Iterator[Fault]:
    for node in nodes(document):
        if node.cls is not Attribution:
            continue
        for other in placed(document, "sources"):
            if other.data["id"] != node.data["content"][0]["source"]:
                lines = other.data.get("paragraphs")
                words = {"exact": lines[0][0]} if lines else {"digest": digest_of("A")}
                anchor = {"source": other.data["id"], "paragraph": 0, "start": 0, "end": 1, **words}
                for name in ("content", "cue", "speaker"):
                    edit = (*node.path, name, len(node.data.get(name, ()))), anchor
                    yield Fault("mixed-sources", node.path, f"{name} has an anchor in another source", (edit,))


# -- doubts ---------------------------------------------------------------------------------------


@makes("opposed-stances")
def _opposed(document: Document) -> Iterator[Fault]:
    place = ("stances", len(document.get("stances", ())))
    # A group's stance is its members' too: for them, a second one may be opposed to another group's as well.
    groups = {node.data["id"] for node in placed(document, "groups") if node.data.get("members")}
    for node in placed(document, "stances"):
        if node.data["holder"] in groups:
            continue
        position = "against" if node.data["position"] == "neutral" else "neutral"
        stance = {**node.data, "id": fresh(document, "stance"), "position": position}
        yield Fault("opposed-stances", place, "a holder takes a second position", ((place, stance),))


@makes("favored-rivals")
def _favored(document: Document) -> Iterator[Fault]:
    count = len(document.get("stances", ()))
    holder = fresh(document, "holder")
    person = {"id": holder, "name": "Holder"}
    for claim in placed(document, "claims"):
        for rival in claim.data.get("rivals", ()):
            one = {"id": fresh(document, "stance-a"), "holder": holder, "claim": claim.data["id"], "position": "favor"}
            other = {**one, "id": fresh(document, "stance-b"), "claim": rival}
            edits = (
                (("people", len(document.get("people", ()))), person),
                (("stances", count), one),
                (("stances", count + 1), other),
            )
            yield Fault("favored-rivals", ("stances", count + 1), "somebody favors two rivals", edits)


# -- bytes ----------------------------------------------------------------------------------------


def _text(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _bytes(rule: str, *spoilers: tuple[str, Callable[[str], bytes]]) -> None:
    """Faults that plain data can't have: they are in the JSON of the whole document."""

    @makes(rule)
    def make(document: Document) -> Iterator[Fault]:
        for description, spoil in spoilers:
            yield Fault(rule, (), description, (), render=partial(_spoiled, spoil))


def _spoiled(spoil: Callable[[str], bytes], document: Document) -> bytes:
    return spoil(_text(document))


_bytes(
    "bad-encoding",
    ("a byte that UTF-8 does not have", lambda text: text.encode()[:1] + b"\xff" + text.encode()[1:]),
    ("half a character at the end", lambda text: text.encode() + b"\xc3"),
    ("a character in Latin-1", lambda text: text.encode().replace(b'"id":"', b'"id":"\xe9', 1)),
    ("a surrogate in UTF-8", lambda text: text.encode() + b"\xed\xa0\x80"),
)
_bytes(
    "bad-syntax",
    ("nothing at all", lambda text: b""),
    ("a document cut off", lambda text: text.rstrip().encode()[:-1]),
    ("a comma too many", lambda text: text.rstrip().encode()[:-1] + b",}"),
    ("a comment", lambda text: b"// a story\n" + text.encode()),
    ("a key without quotation marks", lambda text: text.encode().replace(b'"schema_version"', b"schema_version", 1)),
)
_bytes(
    "byte-order-mark",
    ("the mark of UTF-8", lambda text: b"\xef\xbb\xbf" + text.encode()),
    ("UTF-16, little end first", lambda text: b"\xff\xfe" + text.encode("utf-16-le")),
    ("UTF-16, big end first", lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
)
_bytes(
    "trailing-data",
    ("a second document", lambda text: text.encode() * 2),
    ("a word", lambda text: text.encode() + b"null"),
    ("a closing brace", lambda text: text.encode() + b"}"),
)


#: What stands for something that JSON can have and plain data can't, until it is written.
_MARKER = "\ue000marker\ue000"


def _marked(by: str, document: Document) -> bytes:
    return _text(document).replace(json.dumps(_MARKER, ensure_ascii=False), by).encode()


@makes("duplicate-key")
def _duplicate_keys(document: Document) -> Iterator[Fault]:
    for node in nodes(document):
        for key, value in node.data.items():
            path = (*node.path, key)
            twice = {**node.data, _MARKER: value}
            yield Fault(
                "duplicate-key",
                path,
                f"{key} is given twice",
                ((node.path, twice),),
                render=partial(_marked, json.dumps(key)),
            )


@makes("too-large")
def _too_large(document: Document) -> Iterator[Fault]:
    for value in values(document):
        if value.field.kind is Kind.NUMBER:
            description = f"{value.field.name} has 5,000 digits"
            yield Fault("too-large", (), description, ((value.path, _MARKER),), render=partial(_marked, "9" * 5000))
