"""Single-fault neighbours: documents that are one mistake away from a legal one.

This module needs no Hypothesis, so that scripts can make cases with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import attrs

from venezuela_news._problems import Problem
from venezuela_news.strategies import _knots
from venezuela_news.strategies._documents import enriched
from venezuela_news.strategies._faults import MAKERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from venezuela_news.strategies._documents import Document
    from venezuela_news.strategies._faults import Fault

__all__ = ["Neighbour", "faults", "neighbours"]

_ORDER = _knots.__name__  # the module is imported for what it adds to the table


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Neighbour:
    """A document with one mistake, and what the library must report of it.

    Args:
        rule: The name of the rule that is broken.
        pointer: Where that is reported, as a JSON Pointer.
        description: What is wrong with it.
        document: Plain data; or JSON in bytes, where plain data can't be wrong in that way.

    >>> document = {"schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23"}
    >>> neighbour = next(neighbours(document, "blank-text"))
    >>> neighbour.pointer, neighbour.document["title"]
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


def neighbours(document: Document, rule: str | None = None) -> Iterator[Neighbour]:
    """Every single-fault neighbour of a document, by rule and in document order.

    The document itself is left as it is; its neighbours share with it what is not broken.

    Args:
        document: A legal document without warnings, as plain data.
        rule: The name of the one rule to break; any rule of the table if left out.

    Raises:
        LookupError: No rule has this name.
    """
    for name in MAKERS if rule is None else (rule,):
        for fault in MAKERS[name](document):
            pointer = Problem(fault.path, fault.rule, "", "").pointer
            yield Neighbour(
                rule=fault.rule, pointer=pointer, description=fault.description, document=fault.applied(document)
            )


def faults(document: Document, rule: str) -> tuple[Document, tuple[Fault, ...]]:
    """The faults of one rule that a document can get; where there are none, of one with more records, which comes first."""
    found = tuple(MAKERS[rule](document))
    if found:
        return document, found
    document = enriched(document)
    return document, tuple(MAKERS[rule](document))
