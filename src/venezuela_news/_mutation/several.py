"""Several faults in one document, each of which gives its problem whatever the others are.

1. A fault is taken where it is of one record, and where no other record's problems depend on it.
2. No two faults are of the same record.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from venezuela_news._mutation.documents import changed
from venezuela_news._mutation.mutators import MUTATORS, Mutation
from venezuela_news._mutation.sample import enriched

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from venezuela_news._mutation.documents import Document
    from venezuela_news._problems import Path

__all__ = ["independent_rules", "several_faults"]

#: Rules that a record breaks by itself, though a fault of it is more than one value that nobody else knows.
_OF_ONE_RECORD = frozenset(
    {"bounds-reversed", "dangling-reference", "empty-span", "excluded-member", "self-reference", "wrong-reference"}
)


def _is_independent(mutation: Mutation) -> bool:
    return mutation.render is None and (mutation.local or mutation.rule in _OF_ONE_RECORD)


def _independent(document: Document, rule: str, taken: Collection[Path]) -> list[Mutation]:
    """The faults by a rule in records that have none yet."""
    return [it for it in MUTATORS[rule](document) if _is_independent(it) and it.path[:2] not in taken]


@cache
def independent_rules() -> tuple[str, ...]:
    """The rules of which a document can have a fault among others."""
    document = enriched({"title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23"})
    return tuple(rule for rule, mutate in MUTATORS.items() if any(map(_is_independent, mutate(document))))


def several_faults(document: Document, choices: Iterable[tuple[str, int]]) -> tuple[Document, list[Mutation]]:
    """Put several faults into a document; where it has too few records for them, more are added.

    Args:
        document: A legal document without warnings.
        choices: For each fault its rule, one of :func:`independent_rules`, and which of those by that rule it is.
    """
    taken: set[Path] = set()
    faults: list[Mutation] = []
    for rule, choice in choices:
        found = _independent(document, rule, taken)
        while not found:
            # Records are added behind those that are there, so that earlier faults keep their places.
            document = enriched(document)
            found = _independent(document, rule, taken)
        fault = found[choice % len(found)]
        taken.add(fault.path[:2])
        faults.append(fault)
    return changed(document, *(edit for fault in faults for edit in fault.edits)), faults
