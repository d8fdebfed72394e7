"""The table of mutators: for each rule, what makes the mutations of a legal document that break it.

1. A mutation breaks one rule at one place, and nothing else: what else would be broken by the same
   change is mended with it (a record with a bad id keeps what refers to it), or the change is not made.
2. What the library must report follows from the change; nobody asks the library.
3. A document is taken to be legal, and free of warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, final

import attrs

from venezuela_news._mutation.documents import Document, Edit, changed
from venezuela_news._problems import Path, Problem

__all__ = ["MUTATORS", "Mutation", "Mutator", "mutates"]


@final
@attrs.frozen(weakref_slot=False)
class Mutation:
    """A way to break one rule in a document.

    Args:
        rule: The rule's name.
        path: Where the library must report it.
        description: What is changed.
        edits: The changes.
        local: Whether it touches one value of which no other record knows, so that several such
            mutations of different records are independent of each other.
        render: Makes bytes of the changed document, for what plain data can't hold.
    """

    rule: str
    path: Path
    description: str
    edits: tuple[Edit, ...]
    local: bool = False
    render: Callable[[Document], bytes] | None = None

    @property
    def problem(self) -> tuple[str, str]:
        """The pointer and the rule of the problem that the library must report."""
        return Problem(self.path, self.rule, "", "").pointer, self.rule

    def applied_to(self, document: Document) -> Any:
        """The broken document: plain data, or JSON in bytes."""
        broken = changed(document, *self.edits)
        return broken if self.render is None else self.render(broken)


Mutator: TypeAlias = Callable[[Document], Iterator[Mutation]]

MUTATORS: dict[str, Mutator] = {}
"""For each rule of the table, what makes the mutations that break it, lazily, in document order."""


def mutates(rule: str) -> Callable[[Mutator], Mutator]:
    """Put the mutator of a rule into the table."""

    def register(mutator: Mutator) -> Mutator:
        MUTATORS[rule] = mutator
        return mutator

    return register
