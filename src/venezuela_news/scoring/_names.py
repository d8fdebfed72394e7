"""The similarity of names: surnames alone, initials, titles, and a slip of the pen or two.

Words of two names are paired: the same words first, then words that a slip makes of each other, then an initial with
what it begins. What is paired is weighed against all words of both names (Jaccard), and a name that stands whole in
the other is 3/4 similar at least.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news.scoring._coefficients import HALF, SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["misspellings", "name_similarity", "without_titles"]

_CONTAINED: Final = SCALE * 3 // 4
_SLIP: Final = SCALE * 9 // 10
_INITIAL: Final = SCALE * 8 // 10

_TITLES: Final = lexicon.every(lexicon.TITLES)
_TITLE_LINKS: Final = lexicon.every(lexicon.TITLE_LINKS)

# Short words are each other's slips too often: Mali and Malta, Ann and Ana. Long ones are no names of people.
_ONE_SLIP_FROM, _TWO_SLIPS_FROM, _LONGEST = 5, 8, 40
_MOST_WORDS: Final = 8  # of which slips and initials are looked for


def without_titles(words: Sequence[str]) -> tuple[str, ...]:
    """Leave out the titles before a person's name, unless nothing else is there.

    >>> without_titles(("secretary", "of", "state", "mike", "pompeo")), without_titles(("king",))
    (('mike', 'pompeo'), ('king',))
    """
    start = 0
    while start < len(words) - 1 and (words[start] in _TITLES or (start and words[start] in _TITLE_LINKS)):
        start += 1
    return tuple(words[start:])


def name_similarity(one: Iterable[str], other: Iterable[str]) -> int:
    """Compare two names, given as words.

    >>> name_similarity(["nicolas", "maduro"], ["maduro"]), name_similarity(["ann", "gray"], ["ann", "black"])
    (750000, 333333)
    >>> name_similarity(["israel", "lares"], ["israel", "larez"]), name_similarity(["l", "robayo"], ["luis", "robayo"])
    (950000, 900000)
    """
    first, second = frozenset(one), frozenset(other)
    common = first & second
    near = list(_near(first - common, second - common)) if len(common) < min(len(first), len(second)) else []
    pairs = len(common) + len(near)
    earned = (SCALE * len(common) + sum(near)) // (len(first) + len(second) - pairs)
    if first != second and _SLIP not in near and all(map(_is_initial, common)):
        return min(earned, HALF)  # initials alone are nobody's name
    return max(earned, _CONTAINED) if pairs == min(len(first), len(second)) else earned


def _near(words: Iterable[str], others: Iterable[str]) -> Iterator[int]:
    """Pair words by slips, then initials, each at most once, and give what each pair is worth."""
    first, second = set(words), set(others)
    if max(len(first), len(second)) > _MOST_WORDS:
        return
    found = ((_word_similarity(a, b), min(a, b), max(a, b), a, b) for a in first for b in second)
    for worth, _, _, a, b in sorted(found, reverse=True):
        if worth and a in first and b in second:
            first.remove(a)
            second.remove(b)
            yield worth


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.upper() != word


def _word_similarity(one: str, other: str) -> int:
    if _is_initial(one) or _is_initial(other):
        return _INITIAL if one[0] == other[0] else 0
    return _SLIP if _is_slip(one, other) else 0


def _slips_allowed(word: str) -> int:
    """Tell how many slips a word can have and still be known."""
    if not word.isalpha() or not _ONE_SLIP_FROM <= len(word) <= _LONGEST:
        return 0
    return 1 if len(word) < _TWO_SLIPS_FROM else 2


def _is_slip(one: str, other: str) -> bool:
    allowed = min(_slips_allowed(one), _slips_allowed(other))
    if abs(len(one) - len(other)) > allowed or len(set(one) ^ set(other)) > 2 * allowed:
        return False  # a slip changes two letters at most
    return 0 < _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Count the letters dropped, added, changed, or swapped with the next that make a word of another."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one):
        row = [i + 1]
        for j, b in enumerate(other):
            best = min(last[j] + (a != b), last[j + 1] + 1, row[j] + 1)
            if i and j and a == other[j - 1] and b == one[i - 1]:
                best = min(best, before[j - 1] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


def misspellings(word: str) -> frozenset[str]:
    """Give what is left of a word without one letter, or two: two words that are slips of each other share one.

    >>> sorted(misspellings("lares") & misspellings("larez"))
    ['lare']
    """
    found = {word}
    newest = found
    for _ in range(_slips_allowed(word)):
        newest = {left[:at] + left[at + 1 :] for left in newest for at in range(len(left))}
        found = found | newest
    return frozenset(found)
