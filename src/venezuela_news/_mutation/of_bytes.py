"""Mutations of the bytes of documents: what plain data can't have, made in the JSON of the whole document."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from venezuela_news._fields import Kind
from venezuela_news._mutation.documents import nodes, values
from venezuela_news._mutation.mutators import Mutation, mutates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from venezuela_news._mutation.documents import Document

__all__: list[str] = []


def _text(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _mutate_bytes(rule: str, *spoilers: tuple[str, Callable[[str], bytes]]) -> None:
    """Put a mutator that spoils the whole text into the table."""

    @mutates(rule)
    def mutate(document: Document) -> Iterator[Mutation]:
        for description, spoil in spoilers:
            yield Mutation(rule, (), description, (), render=partial(_spoiled, spoil))


def _spoiled(spoil: Callable[[str], bytes], document: Document) -> bytes:
    return spoil(_text(document))


_mutate_bytes(
    "bad-encoding",
    ("a byte that UTF-8 does not have", lambda text: text.encode()[:1] + b"\xff" + text.encode()[1:]),
    ("half a character at the end", lambda text: text.encode() + b"\xc3"),
    ("a character in Latin-1", lambda text: text.encode().replace(b'"id":"', b'"id":"\xe9', 1)),
    ("a surrogate in UTF-8", lambda text: text.encode() + b"\xed\xa0\x80"),
)
_mutate_bytes(
    "bad-syntax",
    ("nothing at all", lambda text: b""),
    ("a document cut off", lambda text: text.rstrip().encode()[:-1]),
    ("a comma too many", lambda text: text.rstrip().encode()[:-1] + b",}"),
    ("a comment", lambda text: b"// a story\n" + text.encode()),
    ("a key without quotation marks", lambda text: text.encode().replace(b'"schema_version"', b"schema_version", 1)),
)
_mutate_bytes(
    "byte-order-mark",
    ("the mark of UTF-8", lambda text: b"\xef\xbb\xbf" + text.encode()),
    ("UTF-16, little end first", lambda text: b"\xff\xfe" + text.encode("utf-16-le")),
    ("UTF-16, big end first", lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
)
_mutate_bytes(
    "trailing-data",
    ("a second document", lambda text: text.encode() * 2),
    ("a word", lambda text: text.encode() + b"null"),
    ("a closing brace", lambda text: text.encode() + b"}"),
)


#: What stands for something that JSON can have and plain data can't, until it is written.
_MARKER = "\ue000marker\ue000"


def _marked(by: str, document: Document) -> bytes:
    return _text(document).replace(json.dumps(_MARKER, ensure_ascii=False), by).encode()


@mutates("duplicate-key")
def _repeat_keys(document: Document) -> Iterator[Mutation]:
    for node in nodes(document):
        for key, value in node.data.items():
            path = (*node.path, key)
            twice = {**node.data, _MARKER: value}
            yield Mutation(
                "duplicate-key",
                path,
                f"{key} is given twice",
                ((node.path, twice),),
                render=partial(_marked, json.dumps(key)),
            )


@mutates("too-large")
def _write_huge_numbers(document: Document) -> Iterator[Mutation]:
    for value in values(document):
        if value.field.kind is Kind.NUMBER:
            description = f"{value.field.name} has 5,000 digits"
            yield Mutation("too-large", (), description, ((value.path, _MARKER),), render=partial(_marked, "9" * 5000))
