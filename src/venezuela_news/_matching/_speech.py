"""Spans of a paragraph inside quotation marks.

1. Curly, angled and straight double marks count; single ones are apostrophes too often.
2. A mark that is opened and not closed reaches to the end of its paragraph, as where a quotation goes on in the next.
3. A straight mark right after a digit closes or measures (6"), and never opens.
"""

from __future__ import annotations

from typing import Final

from venezuela_news._matching._normalized import Span

__all__ = ["quoted_spans"]

_PAIRS: Final = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‟": "”", "»": "«"}


def quoted_spans(line: str) -> list[Span]:
    """The spans of a paragraph that stand inside quotation marks, the marks left out, in code points.

    >>> quoted_spans("She said “no” and left.")
    [(10, 12)]
    """
    spans: list[Span] = []
    start, closing = -1, ""
    for index, char in enumerate(line):
        if start >= 0:
            if char in closing:
                spans.append((start, index))
                start = -1
        elif char in _PAIRS:
            start, closing = index + 1, _PAIRS[char]
        elif char == '"' and not line[index - 1 : index].isdigit():
            start, closing = index + 1, '"'
    if start >= 0:
        spans.append((start, len(line)))
    return [(low, high) for low, high in spans if low < high]
