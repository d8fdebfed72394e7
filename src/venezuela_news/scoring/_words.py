"""Words and spans as they are compared: by whole numbers out of :data:`WHOLE`, so that nothing is rounded twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final, TypeAlias

from venezuela_news._matching._folding import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from venezuela_news._sources import Anchor

__all__ = [
    "WHOLE",
    "Paragraph",
    "Region",
    "common",
    "names_alike",
    "region",
    "regions_alike",
    "sets_alike",
    "shared",
    "words",
    "words_alike",
]

WHOLE: Final = 10**6
"""A likeness of 1."""

Paragraph: TypeAlias = tuple[str, int]
"""A paragraph by what it says: its digest, and how often its source said the same before."""
Region: TypeAlias = "Mapping[Paragraph, tuple[tuple[int, int], ...]]"
"""A part of a text: per paragraph, spans in order that do not touch, half-open, in code points."""

# "U.S." is one word; Chinese and Japanese have no spaces, and are read sign by sign.
_INSIDE = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded: case, accents, punctuation and spaces say nothing.

    >>> words("The U.S. and Nicolás  MADURO.")
    ('the', 'us', 'and', 'nicolas', 'maduro')
    """
    found = _WORD.findall(_INSIDE.sub("", unicodedata.normalize("NFC", normalize(text))))
    # A text without a letter or digit is its own only word.
    return tuple(found) or (text,)


def _share(part: int, whole: int) -> int:
    """A part of a whole; never nothing if there is a part, never all if there is less."""
    return max(WHOLE * part // whole, 1) if part else 0


def common(one: Counter[Hashable], other: Counter[Hashable]) -> int:
    """What two collections have in common, in both directions (Dice's coefficient)."""
    total = one.total() + other.total()
    return _share(2 * sum((one & other).values()), total) if total else WHOLE


def words_alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How alike two texts are: Dice's coefficient of their words, each as heavy as it is long.

    >>> words_alike(words("The ferry."), words("the ferry")), words_alike(words("a ferry"), words("a boat"))
    (1000000, 181818)
    """
    first, second = Counter(one), Counter(other)
    total = sum(len(word) * count for word, count in (*first.items(), *second.items()))
    return _share(2 * sum(len(word) * count for word, count in (first & second).items()), total)


def names_alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How alike two names are: the same words, or one inside of the other, or the share that both have (Jaccard).

    >>> names_alike(words("Nicolás Maduro"), words("Maduro")), names_alike(words("Ann Gray"), words("Ann Black"))
    (750000, 333333)
    """
    first, second = frozenset(one), frozenset(other)
    share = _share(len(first & second), len(first | second))
    return max(share, WHOLE * 3 // 4) if first <= second or second <= first else share


def sets_alike(one: Iterable[str], other: Iterable[str], alike: Callable[[str, str], int]) -> int | None:
    """How alike two sets are: the mean of what each item has as its best in the other; None if either is empty."""
    first, second = tuple(one), tuple(other)
    if not first or not second:
        return None
    table = [[alike(a, b) for b in second] for a in first]
    best = sum(map(max, table)) + sum(max(row[column] for row in table) for column in range(len(second)))
    return best // (len(first) + len(second))


def region(anchors: Iterable[Anchor], paragraph: Callable[[Anchor], Paragraph]) -> Region:
    """What anchors cover together."""
    spans: dict[Paragraph, list[tuple[int, int]]] = {}
    for anchor in sorted(anchors, key=lambda anchor: anchor.start):
        line = spans.setdefault(paragraph(anchor), [])
        if line and anchor.start <= line[-1][1]:
            line[-1] = (line[-1][0], max(line[-1][1], anchor.end))
        else:
            line.append((anchor.start, anchor.end))
    return {where: tuple(line) for where, line in spans.items()}


def _length(part: Region) -> int:
    return sum(end - start for line in part.values() for start, end in line)


def shared(one: Region, other: Region) -> int:
    """How many code points two regions share."""
    if one.keys().isdisjoint(other):
        return 0
    return sum(
        max(0, min(end, stop) - max(start, begin))
        for where in one.keys() & other.keys()
        for start, end in one[where]
        for begin, stop in other[where]
    )


def regions_alike(one: Region, other: Region) -> int:
    """How alike two regions are: Dice's coefficient of their code points."""
    both = shared(one, other)
    return _share(2 * both, _length(one) + _length(other)) if both else 0
