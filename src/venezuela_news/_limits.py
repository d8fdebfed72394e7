"""How much is read at most: bounds against input that would cost more than any story is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from venezuela_news._arguments import expect_whole_number
from venezuela_news._problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["DEFAULT_LIMITS", "Limits", "ProblemList"]


def _positive(instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    expect_whole_number(value, attribute.name, low=1)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Limits:
    """The bounds of what is read. Past one of them, a document is refused by the rule ``too-large`` or ``too-deep``.

    Args:
        bytes: The most bytes of a document; 64 MiB by default. A YAML document has a sixteenth of
            that at most: its parser is slow.
        depth: The deepest that values are nested; 32 by default, and a story needs 6.
        records: The most records of a story; 100,000 by default.
        text: The most code points of one text; 1,000,000 by default.
        problems: The most problems that are listed; 10,000 by default. The last one then says how
            many more there are.

    Raises:
        TypeError: A bound is no whole number.
        ValueError: A bound is below 1.

    >>> Limits(bytes=1_000_000).depth
    32
    """

    bytes: int = attrs.field(default=64 * 2**20, validator=_positive)
    depth: int = attrs.field(default=32, validator=_positive)
    records: int = attrs.field(default=100_000, validator=_positive)
    text: int = attrs.field(default=1_000_000, validator=_positive)
    problems: int = attrs.field(default=10_000, validator=_positive)


DEFAULT_LIMITS = Limits()
"""The bounds where none are given."""


@final
class ProblemList:
    """Problems, collected up to a limit.

    From the limit on, problems are counted and not kept; the last one listed then is ``too-large``
    and says how many more there are.

    Args:
        most: How many problems are listed at most.

    >>> found = ProblemList(2)
    >>> found.extend(Problem((), "bad-id", "", "") for _ in range(5))
    >>> [(problem.rule, problem.message) for problem in found]
    [('bad-id', ''), ('too-large', 'there are 4 more problems')]
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[Problem] = []
        self.count = 0
        """How many problems were found."""

    @property
    def full(self) -> bool:
        """Whether another problem would only be counted: then nobody needs to word it."""
        return self.count > self._most

    def __len__(self) -> int:
        return self.count

    def append(self, problem: Problem) -> None:
        """Add a problem."""
        self.count += 1
        if self.count <= self._most:
            self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems."""
        for problem in problems:
            self.append(problem)

    def __iter__(self) -> Iterator[Problem]:
        if self.count <= self._most:
            yield from self._found
            return
        listed = self._found[: self._most - 1]
        yield from listed
        more = self.count - len(listed)
        message = f"there are {more} more problems"
        yield Problem((), "too-large", message, "mend those that are listed first, or raise Limits(problems=...)")
