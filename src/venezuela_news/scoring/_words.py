"""The words of a text, as scoring compares them."""

from __future__ import annotations

import re
import unicodedata

from venezuela_news._matching._folding import normalize

__all__ = ["words_of"]

# "U.S." is one word; Chinese and Japanese have no spaces, and are read sign by sign.
_POINT_INSIDE = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into its words, folded: case, accents, punctuation and spaces say nothing.

    >>> words_of("The U.S. and Nicolás  MADURO.")
    ('the', 'us', 'and', 'nicolas', 'maduro')
    """
    found = _WORD.findall(_POINT_INSIDE.sub("", unicodedata.normalize("NFC", normalize(text))))
    # A text without a letter or digit is its own only word.
    return tuple(found) or (text,)
