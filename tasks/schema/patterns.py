"""Patterns in what ECMA-262, Python and RE2 have in common: classes, groups, alternatives and counts.

No pattern looks around or refers back; JSON Schema Core, section 6.4, advises as much. Each is
anchored at both ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from venezuela_news._rules import FORBIDDEN_RANGES

__all__ = ["one_line", "whole"]

_LAST = 0x10FFFF


def whole(*alternatives: str) -> str:
    """Make the pattern of texts that one of some patterns without anchors matches as a whole."""
    return f"^(?:{'|'.join(alternatives)})$"


@cache
def one_line(*, trimmed: bool) -> str:
    """Make the pattern of one line of text."""
    inner = _class_without(FORBIDDEN_RANGES)
    if not trimmed:
        return f"^{inner}+$"
    # No white space lies beyond U+3000.
    blanks = [(code, code) for code in range(0x3001) if chr(code).isspace()]
    outer = _class_without([*FORBIDDEN_RANGES, *blanks])
    return f"^{outer}(?:{inner}*{outer})?$"


def _class_without(refused: Iterable[tuple[int, int]]) -> str:
    """Make the class of all characters but some ranges, in characters and not in escapes, which differ.

    Neither of a range's ends is a character that means something in a class.
    """
    parts: list[str] = []
    start = 0
    for low, high in sorted(refused):
        if start < low:
            parts.append(chr(start) if start == low - 1 else f"{chr(start)}-{chr(low - 1)}")
        start = max(start, high + 1)
    return f"[{''.join(parts)}{chr(start)}-{chr(_LAST)}]"
