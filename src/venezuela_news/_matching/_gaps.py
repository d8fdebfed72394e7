"""What the gaps of a quotation stand for at a place: words left out, words in an editor's brackets, interruptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._brackets import MOST_REPLACED, Cut, Gap, stands_for, words_of_gap
from venezuela_news._matching._callouts import Callout, CalloutKind, Replacement
from venezuela_news._matching._context import callouts_in
from venezuela_news._matching._differences import (
    Omission,
    conditions_in,
    denials_in,
    negations_in,
    numbers_in,
    omission_between,
    turns_in,
)
from venezuela_news._matching._ellipses import Chain
from venezuela_news._matching._folding import normalize
from venezuela_news._matching._index import Index
from venezuela_news._matching._interruptions import is_interruption, pieces_between
from venezuela_news._matching._markup import plain_words
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._sentences import sentence_ends
from venezuela_news._matching._words import words_of

__all__ = ["GapReading", "read_gaps"]

_STAND_INS: Final = lexicon.every(lexicon.STAND_INS)
_PARTICLES: Final = lexicon.every(lexicon.NAME_PARTICLES)
_INTO_ANOTHER: Final = re.compile(r"[”»].*[“«„‟]|[\"“„].*\"|’.*‘|\".*[“„\"]", re.DOTALL)
_SHORT: Final = 2
_NOT_SPACE: Final = re.compile(r"\S+")
_REACH: Final = 80


class GapReading(NamedTuple):
    """What the gaps of one place stand for."""

    omitted: tuple[Omission, ...]
    replaced: tuple[Replacement, ...]
    parts: tuple[Span, ...]
    callouts: tuple[Callout, ...]


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether words are a name: each with a capital, and not since a sentence begins with them."""
    words = [word for word in plain_words(text[start:end], _PARTICLES).split() if normalize(word) not in _PARTICLES]
    begins = not text[:start].strip() if start < 4 else text[max(0, start - 4) : start].rstrip()[-1:] in (*'.!?“"', "")
    return bool(words) and not begins and all(word[:1].isupper() for word in words)


def _is_free(text: str, start: int, end: int) -> bool:
    """Tell whether an editor may put anything in the place of some words: none, pronouns, or a name."""
    words = words_of(plain_words(text[start:end], _STAND_INS))
    return all(word in _STAND_INS for word in words) or _is_name(text, start, end)


def _replacement(text: str, gap: Gap, start: int, end: int) -> tuple[Replacement, Callout | None]:
    low, high = words_of_gap(text, start, end)
    quoted = " … ".join(gap.brackets)
    replacement = Replacement(quoted=quoted, found=text[low:high], start=low, end=high)
    if _is_free(text, low, high) and not (denials_in(quoted) or conditions_in(quoted)):
        return replacement, None
    return replacement, Callout(kind=CalloutKind.REPLACEMENT, text=text[low:high] or quoted, start=low, end=high)


def _outside(index: Index, gap: Gap, start: int, end: int, *, before: bool) -> Span | None:
    """The words beside the place that brackets at an end of the quotation stand for, at most five, or none.

    None where they hold a negation or number that stands in no such words.
    """
    inside = " ".join(gap.brackets)
    if not (turns_in(inside) or numbers_in(inside)):
        return start, start
    text = index.text
    low, high = (max(0, start - _REACH), start) if before else (end, min(len(text), end + _REACH))
    ends = list(sentence_ends(text, low, high))
    low, high = (ends[-1] if ends else low, high) if before else (low, ends[0] if ends else high)
    words = [match.span() for match in _NOT_SPACE.finditer(text, low, high)]
    for size in range(1, min(MOST_REPLACED, len(words)) + 1):
        some = words[-size][0] if before else words[0][0], words[-1][1] if before else words[size - 1][1]
        if stands_for(gap.brackets, text[some[0] : some[1]]):
            return some
    return None


def _gap_callouts(index: Index, before: str, after: str, start: int, end: int) -> Iterator[Callout]:
    """Call out what an ellipsis leaves out, and where it leads."""
    text = index.text
    yield from callouts_in(text, start, end, numbers=True)
    if index.sentences_before(start) != index.sentences_before(end) and (
        len(words_of(before)) <= _SHORT or len(words_of(after)) <= _SHORT
    ):
        yield Callout(kind=CalloutKind.SENTENCE, text=text[start:end].strip(), start=start, end=end)
    if _INTO_ANOTHER.search(text[start:end]) and not is_interruption(text, start, end):
        yield Callout(kind=CalloutKind.QUOTATION, text=text[start:end].strip(), start=start, end=end)


class _Reader:
    """One place in the reading: what its gaps stand for is gathered in turn."""

    def __init__(self, index: Index, cut: Cut, chain: Chain) -> None:
        self.index = index
        self.text = index.text
        self.cut = cut
        self.chain = chain
        self.omitted: list[Omission] = []
        self.replaced: list[Replacement] = []
        self.parts: list[Span] = []
        self.callouts: list[Callout] = []

    def read_ends(self) -> bool:
        """Read the brackets before and behind the fragments, and tell whether they may stand there."""
        start, end = self.chain[0].start, self.chain[-1].end
        for gap, before in ((self.cut.first, True), (self.cut.last, False)):
            beside = _outside(self.index, gap, start, end, before=before)
            if beside is None:
                return False
            low, high = beside
            if low < high:
                self.callouts.append(
                    Callout(kind=CalloutKind.REPLACEMENT, text=self.text[low:high], start=low, end=high)
                )
        return True

    def read_endings(self) -> bool:
        """Read the bracketed endings of words, and tell whether they may stand for those of the text."""
        for place, gap in zip(self.chain, (*self.cut.gaps, self.cut.last), strict=True):
            for ending in gap.endings:
                low = place.end - place.rest
                found = self.text[low : place.end]
                if turns_in(ending) != turns_in(found):
                    return False
                self.replaced.append(Replacement(quoted=ending, found=found, start=low, end=place.end))
        return True

    def read_gaps(self) -> bool:
        """Read the gaps between two fragments, and tell whether brackets may stand for what is there."""
        for number, gap in enumerate(self.cut.gaps):
            low, high = self.chain[number].end, self.chain[number + 1].start
            if gap.brackets and not stands_for(gap.brackets, self.text[low:high]):
                return False
            if gap.ellipsis:
                omission = omission_between(self.text, low, high)
                self.omitted += [omission] if omission is not None else []
                before, after = self.cut.fragments[number : number + 2]
                self.callouts += _gap_callouts(self.index, before.text, after.text, low, high)
            if gap.brackets:
                replacement, callout = _replacement(self.text, gap, low, high)
                self.replaced.append(replacement)
                self.callouts += [callout] if callout is not None else []
        return True

    def read_parts(self) -> None:
        """Read the pieces of the fragments, and what the interruptions between them say."""
        for place in self.chain:
            cuts = self.index.bridged.within(place.start, place.end) if place.joined else []
            whole = [(place.start, place.end)]
            self.parts += pieces_between(self.text, place.start, place.end, cuts) if cuts else whole
            for low, high in cuts:
                if negations_in(self.text[low:high]):
                    self.callouts.append(
                        Callout(kind=CalloutKind.NEGATION, text=self.text[low:high], start=low, end=high)
                    )


def read_gaps(index: Index, cut: Cut, chain: Chain) -> GapReading | None:
    """Read what the gaps stand for at a place; None where a bracket may not stand for what it would."""
    reader = _Reader(index, cut, chain)
    if not (reader.read_ends() and reader.read_endings() and reader.read_gaps()):
        return None
    reader.read_parts()
    parts = tuple(reader.parts) if len(reader.parts) > 1 else ()
    return GapReading(tuple(reader.omitted), tuple(reader.replaced), parts, tuple(reader.callouts))
