"""Where sentences and paragraphs of a text end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._folding import normalize

__all__ = ["blank_lines", "paragraph_breaks", "sentence_ends"]

_CLOSERS: Final = "\"”’»›)\\]'"
_END: Final = re.compile(rf"[.!?]+[{_CLOSERS}]*(?=\s|\Z|[\"“«„‘(\[])|[。！？｡؟۔।։។။]|…(?=\s+[^\W\d_])|\n\s*\n")
_BLANK: Final = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029][^\S\n\r]*(?:\r?\n|\r|\x0c|\u2029)\s*")
_BREAK: Final = re.compile(rf"\n\s*\n\s*|(?<=[.!?{_CLOSERS}])[^\S\n]*\n\s*|\u2029")
_TITLES: Final = lexicon.every(lexicon.ABBREVIATED_TITLES)
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]{1,8}\Z")


def _is_abbreviation(text: str, index: int, end: int) -> bool:
    # Whether a full stop ends a title or an initial, or a small letter follows it.
    if text[index] != "." or end > index + 1:
        return False
    match = _WORD_BEFORE.search(text, max(0, index - 8), index)
    word = match.group() if match else ""
    if (len(word) == 1 and word.isupper()) or (word and normalize(word) in _TITLES):
        return True
    return text[end : end + 8].lstrip()[:1].islower()


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Find where sentences end between two indices of a text, behind the marks that close them."""
    for match in _END.finditer(text, start, len(text) if end is None else end):
        if not _is_abbreviation(text, match.start(), match.end()):
            yield match.end()


def blank_lines(text: str) -> list[int]:
    """Where each blank line of a text stands; several in a row are one."""
    return [match.start() for match in _BLANK.finditer(text)]


def paragraph_breaks(text: str) -> list[int]:
    """Where paragraphs of a text end: at blank lines, and at line ends behind a mark that closes a sentence."""
    return [match.start() for match in _BREAK.finditer(text)]
