"""Single faults in legal documents: for each rule, the ways in which a document can be made to break it.

1. A fault breaks one rule at one place, and nothing else: what else would be broken by the same change is
   mended with it (a record with a bad id keeps what refers to it), or the change is not made.
2. What the library must report follows from the change; nobody asks the library.
3. A document is taken to be legal, and free of warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, final

import attrs

from venezuela_news._fields import Kind, fields_of, rules_of
from venezuela_news._problems import Path
from venezuela_news._rules import (
    AnyOf,
    Choice,
    ExactlyOne,
    Known,
    LicenseExpression,
    OneLine,
    Ordered,
    Pattern,
    PlausibleUpTo,
    Range,
)
from venezuela_news._sources import Anchor, digest_of
from venezuela_news._story import Story
from venezuela_news.strategies._documents import GONE, Document, Edit, Node, Value, changed, nodes, references, values

__all__ = ["MAKERS", "Fault", "Maker", "makes"]


@final
@attrs.frozen(weakref_slot=False)
class Fault:
    """A way to break a document.

    ``path`` is where the library reports it. ``local`` says that it touches one value, of which no other
    record knows, so that several such faults in different records are independent of each other.
    ``render`` makes bytes of the changed document, for what plain data can't hold.
    """

    rule: str
    path: Path
    description: str
    edits: tuple[Edit, ...]
    local: bool = False
    render: Callable[[Document], bytes] | None = None

    def applied(self, document: Document) -> Any:
        """The broken document: plain data, or JSON in bytes."""
        broken = changed(document, *self.edits)
        return broken if self.render is None else self.render(broken)


Maker: TypeAlias = Callable[[Document], Iterator[Fault]]

MAKERS: dict[str, Maker] = {}
"""For each rule of the table, what makes the faults that break it, lazily, in document order."""


def makes(rule: str) -> Callable[[Maker], Maker]:
    """Put what makes the faults of a rule into the table."""

    def register(maker: Maker) -> Maker:
        MAKERS[rule] = maker
        return maker

    return register


# -- values ---------------------------------------------------------------------------------------


def _put(rule: str, value: Value, bad: Any) -> Fault:
    return Fault(rule, value.path, f"{value.field.name} is {bad!r:.40}", ((value.path, bad),), value.local)


def _lines(rule: str, spoiled: Callable[[str], tuple[str, ...]], *, trimmed: bool) -> None:
    """Faults of lines of text; of trimmed ones only, where others may be so."""

    @makes(rule)
    def make(document: Document) -> Iterator[Fault]:
        for value in values(document):
            line = next((rule for rule in value.field.rules if isinstance(rule, OneLine)), None)
            if line is not None and (line.trimmed or not trimmed):
                for bad in spoiled(value.data or "word"):
                    yield _put(rule, value, bad)


_lines("blank-text", lambda text: ("", " ", "\t\u3000"), trimmed=True)
_lines("untrimmed-text", lambda text: (f"{text} ", f" {text}", f"{text}\u00a0"), trimmed=True)
_lines(
    "control-character",
    lambda text: (f"{text}\n", f"{text}\u0000{text}", f"\u0085{text}", f"{text}\u2028{text}"),
    trimmed=False,
)
_lines("not-normalized", lambda text: (f"{text}e\u0301", f"{text}\u212b"), trimmed=False)
_lines("lone-surrogate", lambda text: (f"{text}\ud83d", f"\udc00{text}"), trimmed=False)


def _rename(document: Document, id: str, new: Any) -> Iterator[Edit]:
    return ((value.path, new) for value, _ in references(document) if value.data == id)


_TOKEN_RULES = (Pattern, Choice, LicenseExpression, Known)


def _tokens(rule: str, *bad: str) -> None:
    """Faults of what has a pattern or a list of its own. What refers to a spoiled id is spoiled with it."""

    @makes(rule)
    def make(document: Document) -> Iterator[Fault]:
        for value in values(document):
            if not any(isinstance(found, _TOKEN_RULES) and found.rule == rule for found in value.field.rules):
                continue
            for text in bad:
                fault = _put(rule, value, text)
                if value.field.name == "id" and value.node.path:
                    yield attrs.evolve(fault, edits=(*fault.edits, *_rename(document, value.data, text)))
                else:
                    yield fault


_tokens("bad-country-code", "ve", "XX", "VEN", "V")
_tokens("bad-digest", "0" * 63, "0" * 65, "G" + "0" * 63, "A" * 64, "")
_tokens("bad-id", "Juan", "juan--guaido", "-juan", "juan-", "1st", "juan_guaido", "a" * 65, "a\n", "ñ")
_tokens("bad-language", "e", "en_US", "en-", "", "en\n", "español")
_tokens(
    "bad-license",
    "",
    "MIT License",
    "-MIT",
    "MIT\n",
    "MIT OR",
    "MIT OR AND",
    "(MIT",
    "MIT) OR (MIT",
    "LicenseRef-a+",
    "A" * 501,
)
_tokens("unknown-language", "en-UK", "english", "en-Xxxx", "de-1901-1901", "en-a-bb")
_tokens("unknown-license", "mit", "MIT-1.0", "MIT OR (CC0-1.0 AND A)", "MIT WITH A")
_tokens("bad-url", "", "example.org", "ftp://example.org/", "https://", "https://a b/", "https://a/\n", "https://a/%2")


@makes("bad-date")
def _bad_dates(document: Document) -> Iterator[Fault]:
    for value in values(document):
        if value.field.kind is Kind.DATE:
            bad: tuple[str, ...] = (
                "yesterday",
                "",
                "2019-13",
                "2019-02-29",
                "0000",
                "2019-01-23T24:00:00",
                "2019-01-23\n",
                "2019/2018",
                "/",
            )
            if value.node.cls is Story:
                bad += ("2019", "2019-01", "2019-01-23~", "2019-01-23T13:00:00", "2019-01-23/2019-01-24")
            for text in bad:
                yield _put("bad-date", value, text)


@makes("unknown-choice")
def _unknown_choices(document: Document) -> Iterator[Fault]:
    for value in values(document):
        if value.field.kind is Kind.CHOICE:
            for bad in ("", "anything", str(next(iter(value.field.type))).upper()):
                yield _put("unknown-choice", value, bad)


@makes("out-of-range")
def _out_of_range(document: Document) -> Iterator[Fault]:
    for value in values(document):
        for rule in value.field.rules:
            if isinstance(rule, Range):
                for bad in (rule.low - 1, rule.high + 1, 10**30):
                    yield _put("out-of-range", value, bad)


@makes("implausible-age")
def _implausible(document: Document) -> Iterator[Fault]:
    for value in values(document):
        for rule in value.field.rules:
            if isinstance(rule, PlausibleUpTo):
                high = next(rule.high for rule in value.field.rules if isinstance(rule, Range))
                for doubtful in (rule.high + 1, high):
                    yield _put(rule.rule, value, doubtful)


@makes("non-finite-number")
def _non_finite(document: Document) -> Iterator[Fault]:
    for value in values(document):
        for bad in (float("inf"), float("-inf")) if value.field.kind is Kind.NUMBER else (float("inf"),):
            yield _put("non-finite-number", value, bad)


@makes("unsupported-syntax")
def _unsupported(document: Document) -> Iterator[Fault]:
    for value in values(document):
        yield _put("unsupported-syntax", value, b"binary")


@makes("too-deep")
def _too_deep(document: Document) -> Iterator[Fault]:
    deep: Any = "deep"
    for _ in range(60):
        deep = [deep]
    for value in values(document):
        yield Fault("too-deep", (), f"{value.field.name} is nested 60 lists deep", ((value.path, deep),))


_WRONG: dict[Kind, tuple[Any, ...]] = {
    Kind.TEXT: (5, True, ["text"], {"text": "text"}),
    Kind.NUMBER: ("5", 1.5, 1.0, True, [5]),
    Kind.FLAG: ("true", 1, 0, []),
    Kind.CHOICE: (5, True, ["other"]),
    Kind.DATE: (2019, 20190123.5, ["2019"], {}),
}


_NO_LIST: tuple[Any, ...] = ("text", {}, 5)
_NO_OBJECT: tuple[Any, ...] = ("text", [], None)


@makes("wrong-type")
def _wrong_types(document: Document) -> Iterator[Fault]:
    bad: Any
    for bad in ("1", 1.0, True, None, [1]):
        yield Fault("wrong-type", ("schema_version",), f"schema_version is {bad!r}", ((("schema_version",), bad),))
    for value in values(document):
        for bad in (
            *_WRONG[value.field.kind],
            *([None] if value.field.required or value.path[-1] != value.field.name else []),
        ):
            yield _put("wrong-type", value, bad)
    for node in nodes(document):
        for field in fields_of(node.cls):
            path = (*node.path, field.name)
            if field.items is not None:
                for bad in (*_NO_LIST, *([None] if field.required else [])):
                    yield Fault("wrong-type", path, f"{field.name} is {bad!r}, no list", ((path, bad),))
        if node.path:
            for bad in _NO_OBJECT:
                yield Fault("wrong-type", node.path, f"an object is {bad!r}", ((node.path, bad),))


# -- objects --------------------------------------------------------------------------------------


@makes("missing-key")
def _missing_keys(document: Document) -> Iterator[Fault]:
    yield Fault("missing-key", ("schema_version",), "schema_version is left out", ((("schema_version",), GONE),))
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.required:
                path = (*node.path, field.name)
                local = field.name != "id" and field.ref is None
                yield Fault("missing-key", path, f"{field.name} is left out", ((path, GONE),), local)


@makes("unknown-key")
def _unknown_keys(document: Document) -> Iterator[Fault]:
    for node in nodes(document):
        for key, value in (("color", "red"), ("", 1), ("a/b~c", None)):
            path = (*node.path, key)
            yield Fault("unknown-key", path, f"the key {key!r} is added", ((path, value),), bool(node.path))


@makes("unsupported-version")
def _versions(document: Document) -> Iterator[Fault]:
    for version in (2, 0, -1, 10**20):
        path = ("schema_version",)
        yield Fault("unsupported-version", path, f"schema_version is {version}", ((path, version),))


@makes("empty-list")
def _empty_lists(document: Document) -> Iterator[Fault]:
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.items is not None and field.items.minimum:
                path = (*node.path, field.name)
                yield Fault("empty-list", path, f"{field.name} is empty", ((path, []),), local=True)


@makes("duplicate-item")
def _duplicate_items(document: Document) -> Iterator[Fault]:
    for node in nodes(document):
        for field in fields_of(node.cls):
            items = node.data.get(field.name)
            if field.items is not None and field.items.unique and items:
                path = (*node.path, field.name, len(items))
                yield Fault(
                    "duplicate-item", path, f"an item of {field.name} is there twice", ((path, items[0]),), local=True
                )


def _of_rules(kind: type, document: Document) -> Iterator[tuple[Node, Any]]:
    for node in nodes(document):
        for rule in rules_of(node.cls):
            if isinstance(rule, kind):
                yield node, rule


@makes("exactly-one")
def _exactly_one(document: Document) -> Iterator[Fault]:
    for node, rule in _of_rules(ExactlyOne, document):
        (here,) = (name for name in rule.fields if node.data.get(name))
        (other,) = (name for name in rule.fields if name != here)
        gone = (*node.path, here)
        yield Fault("exactly-one", node.path, f"neither {here} nor {other} is given", ((gone, GONE),))
        samples = {"paragraphs": ["A line."], "digests": [digest_of("")], "exact": "words", "digest": digest_of("")}
        both = (*node.path, other)
        yield Fault("exactly-one", node.path, f"{other} is given beside {here}", ((both, samples[other]),))


def _none_of(rule: str) -> None:
    @makes(rule)
    def make(document: Document) -> Iterator[Fault]:
        for node, found in _of_rules(AnyOf, document):
            if found.rule == rule:
                edits = tuple(((*node.path, name), GONE) for name in found.fields)
                yield Fault(rule, node.path, f"none of {', '.join(found.fields)} is given", edits, local=True)


_none_of("missing-bound")
_none_of("name-or-description")


def _reversed(rule: str) -> None:
    @makes(rule)
    def make(document: Document) -> Iterator[Fault]:
        for node, found in _of_rules(Ordered, document):
            if found.rule == rule:
                first, second = ((*node.path, name) for name in found.fields)
                for low, high in ((7, 7), (7, 6)) if found.strict else ((7, 6),):
                    yield Fault(
                        rule, second, f"{first[-1]} is {low}, {second[-1]} is {high}", ((first, low), (second, high))
                    )


_reversed("bounds-reversed")
_reversed("empty-span")


def _anchors(document: Document) -> Iterator[Node]:
    return (node for node in nodes(document) if node.cls is Anchor)


@makes("span-length")
def _span_lengths(document: Document) -> Iterator[Fault]:
    for node in _anchors(document):
        if "exact" in node.data:
            path, end = (*node.path, "exact"), (*node.path, "end")
            yield Fault("span-length", path, "the words are one too long", ((path, node.data["exact"] + "0"),))
            yield Fault("span-length", path, "the span is one too long", ((end, node.data["end"] + 1),))
