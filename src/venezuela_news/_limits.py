"""How much is read at most: bounds against input that would cost more than any story is worth."""

from __future__ import annotations

from typing import final

import attrs

from venezuela_news._arguments import expect_whole_number

__all__ = ["DEFAULT_LIMITS", "Limits"]


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
