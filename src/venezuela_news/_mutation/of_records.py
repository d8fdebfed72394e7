"""Mutations of objects: their types, keys and lists, and the rules over several of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from venezuela_news._fields import Kind, fields_of, rules_of
from venezuela_news._mutation.documents import REMOVED, Value, nodes, values
from venezuela_news._mutation.mutators import Mutation, mutates
from venezuela_news._mutation.of_values import mistakes, put
from venezuela_news._mutation.sample import sample_value
from venezuela_news._rules import AnyOf, ExactlyOne, Ordered, RecordRule, SpanLength

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news._mutation.documents import Document, Node

__all__: list[str] = []

_VERSION = "schema_version"
_NO_LISTS: tuple[Any, ...] = ("text", {}, 5)

# -- types, keys and lists ------------------------------------------------------------------------


@mutates("wrong-type")
def _give_wrong_types(document: Document) -> Iterator[Mutation]:
    bad: Any
    for bad in ("1", 1.0, True, None, [1]):
        yield Mutation("wrong-type", (_VERSION,), f"{_VERSION} is {bad!r}", (((_VERSION,), bad),))
    for value in values(document):
        for bad in mistakes(value.field)["wrong-type"](value):
            yield put("wrong-type", value, bad)
        if value.field.required or value.field.items is not None:
            yield put("wrong-type", value, None)
    for node in nodes(document):
        yield from _wrong_types_in(node)


def _wrong_types_in(node: Node) -> Iterator[Mutation]:
    """Other types in place of a node's lists, and of the objects in them."""
    bad: Any
    for field in fields_of(node.cls):
        path = (*node.path, field.name)
        if field.items is not None:
            for bad in (*_NO_LISTS, *([None] if field.required else [])):
                yield Mutation("wrong-type", path, f"{field.name} is {bad!r}, no list", ((path, bad),))
        if field.kind is Kind.RECORD:
            for index, item in enumerate(node.items(field.name)):
                place = (*path, index)
                for bad in mistakes(field)["wrong-type"](Value(node, field, place, item)):
                    yield Mutation("wrong-type", place, f"an object is {bad!r}", ((place, bad),))


@mutates("missing-key")
def _leave_out_keys(document: Document) -> Iterator[Mutation]:
    yield Mutation("missing-key", (_VERSION,), f"{_VERSION} is left out", (((_VERSION,), REMOVED),))
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.required:
                path = (*node.path, field.name)
                local = field.name != "id" and field.ref is None
                yield Mutation("missing-key", path, f"{field.name} is left out", ((path, REMOVED),), local)


@mutates("unknown-key")
def _add_unknown_keys(document: Document) -> Iterator[Mutation]:
    for node in nodes(document):
        for key, value in (("color", "red"), ("", 1), ("a/b~c", None)):
            path = (*node.path, key)
            yield Mutation("unknown-key", path, f"the key {key!r} is added", ((path, value),), bool(node.path))


@mutates("unsupported-version")
def _write_other_versions(document: Document) -> Iterator[Mutation]:
    for version in (2, 0, -1, 10**20):
        yield Mutation("unsupported-version", (_VERSION,), f"{_VERSION} is {version}", (((_VERSION,), version),))


@mutates("empty-list")
def _empty_lists(document: Document) -> Iterator[Mutation]:
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.items is not None and field.items.minimum:
                path = (*node.path, field.name)
                yield Mutation("empty-list", path, f"{field.name} is empty", ((path, []),), local=True)


@mutates("duplicate-item")
def _repeat_items(document: Document) -> Iterator[Mutation]:
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.items is not None and field.items.unique and (items := node.items(field.name)):
                path = (*node.path, field.name, len(items))
                description = f"an item of {field.name} is there twice"
                yield Mutation("duplicate-item", path, description, ((path, items[0]),), local=True)


# -- rules over several fields --------------------------------------------------------------------


def _breaking(rule: RecordRule, node: Node) -> Iterator[Mutation]:
    """The mutations of a node that break one of its rules over several fields."""
    match rule:
        case ExactlyOne():
            yield from _none_or_two(rule, node)
        case AnyOf():
            edits = tuple(((*node.path, name), REMOVED) for name in rule.fields)
            yield Mutation(rule.rule, node.path, f"none of {', '.join(rule.fields)} is given", edits, local=True)
        case Ordered():
            low_path, high_path = ((*node.path, name) for name in rule.fields)
            for low, high in ((7, 7), (7, 6)) if rule.strict else ((7, 6),):
                description = f"{rule.fields[0]} is {low}, {rule.fields[1]} is {high}"
                yield Mutation(rule.rule, high_path, description, ((low_path, low), (high_path, high)))
        case SpanLength():
            yield from _too_long(rule, node)
        case _:
            assert_never(rule)


def _none_or_two(rule: ExactlyOne, node: Node) -> Iterator[Mutation]:
    (here,) = (name for name in rule.fields if node.data.get(name))
    gone = (*node.path, here)
    yield Mutation("exactly-one", node.path, f"{here} is left out", ((gone, REMOVED),))
    for other in rule.fields:
        if other != here:
            edit = (*node.path, other), sample_value(node.cls, other)
            yield Mutation("exactly-one", node.path, f"{other} is given beside {here}", (edit,))


def _too_long(rule: SpanLength, node: Node) -> Iterator[Mutation]:
    _, end, exact = rule.fields
    if (words := node.data.get(exact)) is not None:
        path, stop = (*node.path, exact), (*node.path, end)
        yield Mutation("span-length", path, "the words are one too long", ((path, words + "0"),))
        yield Mutation("span-length", path, "the span is one too long", ((stop, node.data[end] + 1),))


def _mutate_records(name: str) -> None:
    """Put the mutator of a rule over several fields into the table."""

    @mutates(name)
    def mutate(document: Document) -> Iterator[Mutation]:
        for node in nodes(document):
            for rule in rules_of(node.cls):
                yield from (mutation for mutation in _breaking(rule, node) if mutation.rule == name)


for _name in ("exactly-one", "missing-bound", "name-or-description", "bounds-reversed", "empty-span", "span-length"):
    _mutate_records(_name)
