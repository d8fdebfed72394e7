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


def _replacements(text: str, gap: Gap, start: int, end: int) -> Iterator[tuple[Replacement, Callout | None]]:
    low, high = words_of_gap(text, start, end)
    quoted = " … ".join(gap.brackets)
    replacement = Replacement(quoted=quoted, found=text[low:high], start=low, end=high)
    if _is_free(text, low, high) and not (denials_in(quoted) or conditions_in(quoted)):
        yield replacement, None
    else:
        yield replacement, Callout(kind=CalloutKind.REPLACEMENT, text=text[low:high] or quoted, start=low, end=high)


def _may_stand_outside(index: Index, gap: Gap, start: int, end: int, *, before: bool) -> bool:
    """Tell whether brackets at an end of the quotation may stand for up to five words beside the place, or for none."""
    inside = " ".join(gap.brackets)
    if not (turns_in(inside) or numbers_in(inside)):
        return True
    text = index.text
    low, high = (max(0, start - _REACH), start) if before else (end, min(len(text), end + _REACH))
    ends = list(sentence_ends(text, low, high))
    low, high = (ends[-1] if ends else low, high) if before else (low, ends[0] if ends else high)
    words = text[low:high].split()
    for size in range(min(MOST_REPLACED, len(words)) + 1):
        some = words[len(words) - size :] if before else words[:size]
        if stands_for(gap.brackets, " ".join(some)):
            return True
    return False


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


def read_gaps(index: Index, cut: Cut, chain: Chain) -> GapReading | None:
    """Read what the gaps stand for at a place; None where a bracket may not stand for what it would."""
    text = index.text
    start, end = chain[0].start, chain[-1].end
    if not (
        _may_stand_outside(index, cut.first, start, end, before=True)
        and _may_stand_outside(index, cut.last, start, end, before=False)
    ):
        return None
    omitted: list[Omission] = []
    replaced: list[Replacement] = []
    callouts: list[Callout] = []
    for number, gap in enumerate((*cut.gaps, cut.last)):
        place = chain[number]
        for ending in gap.endings:
            low = place.end - place.rest
            if turns_in(ending) != turns_in(text[low : place.end]):
                return None
            replaced.append(Replacement(quoted=ending, found=text[low : place.end], start=low, end=place.end))
        if number == len(cut.gaps):
            break
        low, high = place.end, chain[number + 1].start
        if gap.ellipsis:
            omission = omission_between(text, low, high)
            omitted += [omission] if omission is not None else []
            callouts += _gap_callouts(index, cut.fragments[number].text, cut.fragments[number + 1].text, low, high)
        elif gap.brackets:
            if not stands_for(gap.brackets, text[low:high]):
                return None
            for replacement, callout in _replacements(text, gap, low, high):
                replaced.append(replacement)
                callouts += [callout] if callout is not None else []
    parts: list[Span] = []
    for place in chain:
        cuts = index.bridged.within(place.start, place.end) if place.joined else []
        parts += pieces_between(text, place.start, place.end, cuts) if cuts else [(place.start, place.end)]
        for low, high in cuts:
            if negations_in(text[low:high]):
                callouts.append(Callout(kind=CalloutKind.NEGATION, text=text[low:high], start=low, end=high))
    return GapReading(tuple(omitted), tuple(replaced), tuple(parts) if len(parts) > 1 else (), tuple(callouts))
