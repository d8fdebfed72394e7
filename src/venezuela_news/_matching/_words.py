"""Words: one definition for everybody who counts, compares or looks them up.

A word is a stretch of text from edge to edge (see ``is_boundary``) that holds a letter or a digit. So "don't",
"3,000", "-5", "non-violent" and "U.S" are one word each; "oil-rich" is two; a sign of Han or hiragana is one.
A word is made of pieces: the runs of letters and digits between the marks that hold it together.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._folding import normalize_with_map
from venezuela_news._matching._normalized import Normalized, Span

__all__ = ["pieces_of", "word_spans", "words_of"]

_HAN: Final = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u103f\u1050-\u1055"
    "\u1780-\u17b3\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_HAS_HAN: Final = re.compile(f"[{_HAN}]")
# Words of letters alone, each between two spaces and the first behind a word: nothing holds them to each other.
_PLAIN: Final = r"(?<=[^\W_]) (?P<plain>[^\W\d_]+(?: [^\W\d_]+){0,99})(?= )"
_PIECE: Final = re.compile(r"\w+")


@functools.lru_cache(maxsize=64)
def _pattern(marks: str, han: bool, *, plain: bool = True) -> re.Pattern[str]:
    inside = f"[\\w{marks}]" if not han else f"(?:(?![{_HAN}])[\\w{marks}])"
    joints = "(?:(?<=\\d)[.,:;/·'-](?=\\d)|(?<=[^\\W\\d])['\".·](?=[^\\W\\d]))"
    word = f"{inside}+(?:{joints}{inside}+)*"
    if han:
        return re.compile(f"[{_HAN}][{marks}]*|{word}" if marks else f"[{_HAN}]|{word}")
    return re.compile(f"{_PLAIN}|{word}" if plain else word)


def _candidates(key: str) -> Iterator[re.Match[str]]:
    if key.isascii():
        return _pattern("", False).finditer(key)
    odd = sorted(char for char in set(key) if char > "\x7f")
    marks = "".join(char for char in odd if unicodedata.category(char)[0] == "M")
    # Fractions and their like are no letters, but a pattern takes them for some.
    plain = all(char.isalpha() or not char.isalnum() or char.isdecimal() for char in odd)
    return _pattern(marks, _HAS_HAN.search(key) is not None, plain=plain).finditer(key)


def _stands_free(key: str, first: int) -> bool:
    # Behind a space that a word stands before, and no "n't".
    return key[first - 2 : first - 1].isalnum() and key[first : first + 3] not in {'n"t', "n't"}


def word_spans(normalized: Normalized) -> Iterator[Span]:
    """The span of each word of a normalized text in its key.

    A pattern finds what could be a word. Then whatever stands before it is taken in until there is an edge: a sign,
    or the end of the word before.
    """
    text, key = normalized.text, normalized.key
    start, end = -1, 0
    for match in _candidates(key):
        first, last = match.span()
        if match.lastgroup:
            # Plain words stand behind a letter, so that there is a word before them.
            for word in match["plain"].split(" "):
                yield start, end
                start, end = first + 1, first + 1 + len(word)
                first = end
            continue
        if first and not (key[first - 1] == " " and key[first].isalpha() and _stands_free(key, first)):
            # Signs, and parts that the edges of words hold together: -5, non-violent, 3 000 000.
            edge = is_boundary(text, normalized.cover(first, last)[0])
            while first > end and not edge:
                first -= 1
                edge = is_boundary(text, normalized.cover(first, last)[0])
            if first == end and start >= 0 and not edge:
                end = last
                continue
        if start >= 0:
            yield start, end
        start, end = first, last
    if start >= 0:
        yield start, end


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, normalized under all folds.

    >>> words_of("Don’t be non-violent: 3,000 oil-rich MÁRTIRES")
    ('don"t', 'be', 'non-violent', '3,000', 'oil', 'rich', 'martires')
    """
    normalized = normalize_with_map(text)
    return tuple(normalized.key[start:end] for start, end in word_spans(normalized))


def pieces_of(word: str) -> list[str]:
    """The runs of letters and digits that a word is made of.

    >>> pieces_of("non-violent")
    ['non', 'violent']
    """
    return _PIECE.findall(word)
