"""Mutants: documents that are one mistake away from a legal one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast, final

import attrs

from venezuela_news._arguments import expect_choice, wrong_argument
from venezuela_news._codec import check
from venezuela_news._mutation.documents import Document
from venezuela_news._mutation.mutators import MUTATORS, Mutation
from venezuela_news._mutation.sample import enriched
from venezuela_news._problems import RULES
from venezuela_news._story import Story

__all__ = ["Mutant", "expect_rule", "mutants", "mutations_of"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Mutant:
    """A document with one mistake, and what the library must report of it.

    Args:
        rule: The name of the rule that is broken.
        pointer: Where that is reported, as a JSON Pointer.
        description: What is wrong with it.
        document: Plain data; or JSON in bytes, where plain data can't be wrong in that way.

    >>> document = {"schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23"}
    >>> mutant = next(mutants(document, "blank-text"))
    >>> mutant.pointer, mutant.document["title"]
    ('/title', '')
    """

    rule: str
    pointer: str
    description: str
    document: Any

    @property
    def problems(self) -> frozenset[tuple[str, str]]:
        """The pointer and the rule of each problem that the library must report: this one."""
        return frozenset({(self.pointer, self.rule)})


def mutants(document: dict[str, Any], rule: str | None = None) -> Iterator[Mutant]:
    """Make every mutant of a document, by rule and in document order.

    The document itself is left as it is; its mutants share with it what is not broken.

    Args:
        document: A legal document without warnings, as plain data.
        rule: The name of the one rule to break; any rule of the table if left out.

    Raises:
        TypeError: The document is no plain data, or the rule no text.
        ValueError: The document has problems, or no rule has this name.
    """
    _expect_document(document)
    expect_rule(rule)
    return _mutants(document, rule)


def _mutants(document: Document, rule: str | None) -> Iterator[Mutant]:
    for name in MUTATORS if rule is None else (rule,):
        for mutation in MUTATORS[name](document):
            pointer, _ = mutation.problem
            broken = mutation.applied_to(document)
            yield Mutant(rule=name, pointer=pointer, description=mutation.description, document=broken)


def _expect_document(document: object) -> None:
    if not isinstance(document, dict):
        hint = ""
        if isinstance(document, Story):
            hint = "vn.unstructure(story)"
        elif isinstance(document, str) and document in RULES:
            hint = "the document comes first, then the rule"
        elif isinstance(document, str | bytes):
            hint = "parse it first: json.loads(data)"
        raise wrong_argument("document", document, "a document as plain data, a dict", hint)
    if found := check(cast("Document", document)):
        raise ValueError(f"the argument 'document' has problems; give one that check finds nothing in: {found[0]}")


def expect_rule(rule: object) -> None:
    """Refuse what is neither ``None`` nor the name of a rule.

    Raises:
        TypeError: It is no text.
        ValueError: It is another text.
    """
    if rule is not None:
        expect_choice(rule, RULES, "rule")


def mutations_of(document: Document, rule: str) -> tuple[Document, tuple[Mutation, ...]]:
    """The mutations of a document that break a rule; where it has nothing to be broken, of one with more records.

    The first of the two is the document to which they apply.
    """
    if found := tuple(MUTATORS[rule](document)):
        return document, found
    document = enriched(document)
    return document, tuple(MUTATORS[rule](document))
