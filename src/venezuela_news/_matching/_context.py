"""What stands beside a place and may turn what it says: a negation, a denial, a condition, a question.

Looked at are the four words before the place and the one directly behind it, in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._callouts import Callout, CalloutKind
from venezuela_news._matching._differences import conditions_in, denials_in, negations_in, numbers_in
from venezuela_news._matching._folding import normalize
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._sentences import sentence_ends

__all__ = ["callouts_in", "context_callouts", "question_callouts"]

_WORDS_BEFORE: Final = 4
_REACH: Final = 120
"""How far the words beside a place are looked for, in code points."""
_SPACELESS: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_VOWELS: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3"
_WORD: Final = re.compile(rf"[{_SPACELESS}][{_VOWELS}]*|[^\W_{_SPACELESS}]+(?:['’ʼ.-][^\W_{_SPACELESS}]+)*")
_ASKS: Final = re.compile(r"[\s\"”’»')\]!]*[?？؟⁇⁈⁉]")
_QUESTION_MARK: Final = re.compile(r"[?？؟⁇⁈⁉]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WATCHED: Final = lexicon.every(lexicon.NEGATORS) | lexicon.every(lexicon.DENIALS) | lexicon.every(lexicon.CONDITIONS)
_TAKES_A_LOOK: Final = re.compile("[<&*_\n\r\u0e00-\U0010ffff]")
_PHRASE: Final = re.compile("|".join(sorted(word for word in _WATCHED if " " in word)))
_CHECKS: Final[tuple[tuple[CalloutKind, Callable[[str], tuple[str, ...]]], ...]] = (
    (CalloutKind.NEGATION, negations_in),
    (CalloutKind.DENIAL, denials_in),
    (CalloutKind.CONDITION, conditions_in),
)


def _may_turn(words: str) -> bool:
    # Seen at a glance: whether some words could hold what is looked for.
    if _TAKES_A_LOOK.search(words):
        return True
    key = normalize(words)
    return 'n"' in key or _PHRASE.search(key) is not None or not _WATCHED.isdisjoint(_LETTERS.findall(key))


_CALM: Final = re.compile(
    r"[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:['-][A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*[,;:.!?]?"
)
_OF_PHRASES: Final = re.compile("|".join(sorted({max(word.split(), key=len) for word in _WATCHED if " " in word})))
_OPENERS: Final = frozenset(["", "“", '"', "«", "‘", "("])
_CLOSERS: Final = frozenset(["", *',.;:?!”"»)', ",”", ".”", "?”", "!”", "”,", "”.", ',"', '."', '?"', '!"', '",', '".'])
_LONGEST_CALM: Final = 24
_MOST_KNOWN: Final = 50_000


class _Calm(dict[str, bool]):
    """Whether a token between spaces is a plain word that turns nothing, worked out when first met."""

    def __missing__(self, token: str) -> bool:
        plain = len(token) <= _LONGEST_CALM and _CALM.fullmatch(token) is not None
        calm = plain and not _may_turn(token) and _OF_PHRASES.search(normalize(token)) is None
        if plain and len(self) < _MOST_KNOWN:
            self[token] = calm
        return calm


_IS_CALM: Final = _Calm()


def _is_calm_before(text: str, start: int) -> bool:
    """Tell at a glance that the words before a place turn nothing: four plain tokens, each of which holds a word."""
    parts = text[max(0, start - _REACH) : start].rsplit(" ", _WORDS_BEFORE + 1)
    if len(parts) < _WORDS_BEFORE + 2 or parts[-1] not in _OPENERS:
        return False
    _, first, second, third, fourth, _ = parts
    return _IS_CALM[fourth] and _IS_CALM[third] and _IS_CALM[second] and _IS_CALM[first]


def _is_calm_behind(text: str, end: int) -> bool:
    """Tell at a glance that the word behind a place turns nothing: it is a plain token behind nothing but marks."""
    parts = text[end : end + 2 * _LONGEST_CALM].split(" ", 2)
    return len(parts) > 2 and parts[0] in _CLOSERS and _IS_CALM[parts[1]]


def callouts_in(text: str, start: int, end: int, *, context: bool = False, numbers: bool = False) -> Iterator[Callout]:
    """Call out what a span of a text holds that may turn the words beside it."""
    words = text[start:end]
    if numbers and numbers_in(words):
        yield Callout(kind=CalloutKind.NUMBER, text=words, start=start, end=end, context=context)
    if _may_turn(words):
        for kind, find in _CHECKS:
            if find(words):
                yield Callout(kind=kind, text=words, start=start, end=end, context=context)


def _words_before(text: str, start: int) -> Span | None:
    words = [match.span() for match in _WORD.finditer(text, max(0, start - _REACH), start)][-_WORDS_BEFORE:]
    if not words:
        return None
    for end in sentence_ends(text, words[0][0], start):
        words = [word for word in words if word[0] >= end]
    return (words[0][0], words[-1][1]) if words else None


def _word_behind(text: str, end: int) -> Span | None:
    match = _WORD.search(text, end, end + _REACH)
    if match is None:
        return None
    stop = next(sentence_ends(text, end, match.start()), None)
    return match.span() if stop is None else None


def context_callouts(text: str, start: int, end: int) -> Iterator[Callout]:
    """Call out the negations, denials and conditions beside a place."""
    before = None if _is_calm_before(text, start) else _words_before(text, start)
    if before is not None:
        yield from callouts_in(text, *before, context=True)
    behind = None if _is_calm_behind(text, end) else _word_behind(text, end)
    if behind is not None:
        low, high = behind
        if "\u3041" <= text[low] <= "\u9fff" or text[low] > "\u0e00":
            high = min(len(text), high + 3)
        yield from callouts_in(text, low, high, context=True)


def question_callouts(text: str, start: int, end: int, marks: str) -> Iterator[Callout]:
    """Call out a question whose mark only the text has behind the place, or only the quotation among its last marks."""
    asked = _ASKS.match(text, end)
    if (asked is not None) != (_QUESTION_MARK.search(marks) is not None):
        high = asked.end() if asked is not None else end
        yield Callout(kind=CalloutKind.QUESTION, text=text[end:high].strip() or "?", start=end, end=high, context=True)
