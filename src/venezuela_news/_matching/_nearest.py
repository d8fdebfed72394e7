"""The place of a text that is nearest to a quotation which stands nowhere in it.

1. The distance is Levenshtein's, over normalized words; at most a third of the quotation's words may be edited.
2. Of places equally near the first is meant; of those that overlap it, the one as long as the quotation, or nearest
   to that, so that a last word changed is not told as a last word added.
3. Exact, not a heuristic: with at most k edits, of any k + 1 pieces of the quotation one is left as it was. Only
   around the places of such pieces is anything compared, by Myers' bit-parallel algorithm.
4. Few edits are looked for first, k doubling: their pieces are long, so rare. There are at least as many edits as
   words that the text lacks.
5. Quotations of more than 500 words are not compared.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, final

from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._differences import Edit, edit_between
from venezuela_news._matching._folding import Fold, normalize, normalize_with_map, show_between_digits
from venezuela_news._matching._index import Index, WordIndex
from venezuela_news._matching._markup import hide_tags
from venezuela_news._matching._normalized import Span
from venezuela_news._matching._words import word_spans

__all__ = ["MOST_WORDS", "nearest"]

MOST_WORDS: Final = 500
"""The longest quotation, in words, that is compared."""


def _begins(piece: tuple[str, ...], key: str, words: WordIndex) -> list[int]:
    # The words of the text at which the piece begins, or may: its rarest words are compared, the others are not.
    counts = [len(words.places[word]) for word in piece]
    rarest, *rare = sorted(range(len(piece)), key=counts.__getitem__)[:4]
    starts, ends = words.starts, words.ends
    last = len(starts) - len(piece)
    begins = [place - rarest for place in words.places[piece[rarest]] if 0 <= place - rarest <= last]
    for slot in rare:
        word = piece[slot]
        begins = [begin for begin in begins if key[starts[begin + slot] : ends[begin + slot]] == word]
    return begins


def _regions(quoted: list[str], key: str, words: WordIndex, limit: int) -> list[Span] | None:
    # The stretches of the text's words, in order and apart, that hold every window within the limit. None for the
    # whole text, where looking for the pieces would take as long as comparing everything.
    size = len(words.starts)
    slots: dict[tuple[str, ...], list[int]] = {}
    for first, last in pairwise(len(quoted) * number // (limit + 1) for number in range(limit + 2)):
        piece = tuple(quoted[first:last])
        if all(word in words.places for word in piece):
            slots.setdefault(piece, []).append(first)
    if 2 * sum(min(len(words.places[word]) for word in piece) for piece in slots) > size:
        return None
    hits: list[Span] = []
    for piece, places in slots.items():
        before, after = places[-1] + limit, len(quoted) - places[0] + limit
        hits += [(begin - before, begin + after) for begin in _begins(piece, key, words)]
    regions: list[Span] = []
    for low, high in sorted(hits):
        start, end = max(low, 0), min(high, size)
        if regions and start <= regions[-1][1]:
            regions[-1] = (regions[-1][0], max(end, regions[-1][1]))
        else:
            regions.append((start, end))
    return regions


def _compare(quoted: list[str], key: str, words: WordIndex, regions: list[Span], limit: int) -> Span | None:
    # The least distance within the limit, and the first word after which a window of it ends (Myers 1999).
    size = len(quoted)
    full, high = (1 << size) - 1, 1 << (size - 1)
    masks: dict[str, int] = {}
    for slot, word in enumerate(quoted):
        masks[word] = masks.get(word, 0) | 1 << slot
    get, starts, ends = masks.get, words.starts, words.ends
    best, best_end = limit + 1, -1
    for first, last in regions:
        positive, negative, distance = full, 0, size
        for index in range(first, last):
            equal = get(key[starts[index] : ends[index]], 0)
            across = (((equal & positive) + positive) ^ positive) | equal
            up = negative | (full & ~(across | positive))
            down = positive & across
            if up & high:
                distance += 1
            elif down & high:
                distance -= 1
                if distance < best:
                    best, best_end = distance, index
            up <<= 1
            equal |= negative
            positive = ((down << 1) | ~(equal | up)) & full
            negative = up & equal & full
        if not best:
            break
    return (best, best_end) if best_end >= 0 else None


def _search(quoted: list[str], key: str, words: WordIndex) -> Span | None:
    # The least distance, if it is near enough, and the first word after which a window of it ends.
    most = len(quoted) // 3
    limit = max(min(1, most), sum(word not in words.places for word in quoted))
    while limit <= most:
        regions = _regions(quoted, key, words, limit)
        if regions is None:
            limit, regions = most, [(0, len(words.starts))]
        hit = _compare(quoted, key, words, regions, limit)
        if hit is not None:
            return hit
        limit = max(limit + 1, min(2 * limit, most))
    return None


def _window(quoted: list[str], found: list[str], first_end: int, distance: int) -> Span:
    # The window among `found` of that distance that ends at the first end or overlaps it, nearest in length.
    size = len(quoted)
    costs, begins = list(range(size + 1)), [0] * (size + 1)
    best: tuple[int, int, int] | None = None
    for column, word in enumerate(found):
        diagonal, diagonal_begin = costs[0], begins[0]
        begins[0] = column + 1
        for row in range(1, size + 1):
            cost, begin = diagonal + (quoted[row - 1] != word), diagonal_begin
            diagonal, diagonal_begin = costs[row], begins[row]
            if diagonal + 1 < cost:
                cost, begin = diagonal + 1, diagonal_begin
            if costs[row - 1] + 1 < cost:
                cost, begin = costs[row - 1] + 1, begins[row - 1]
            costs[row], begins[row] = cost, begin
        if column >= first_end and costs[size] == distance and begins[size] <= first_end:
            candidate = (abs(column + 1 - begins[size] - size), begins[size], column + 1)
            best = candidate if best is None else min(best, candidate)
    assert best is not None  # noqa: S101 - the search has found one
    return best[1], best[2]


def _align(quoted: list[str], found: list[str]) -> list[Span]:
    # The pairs of equal words, in order, of one cheapest alignment. The words that both end with are a part of it.
    row, column = len(quoted), len(found)
    pairs: list[Span] = []
    while row and column and quoted[row - 1] == found[column - 1]:
        row, column = row - 1, column - 1
        pairs.append((row, column))
    rows = [list(range(column + 1))]
    for number, word in enumerate(quoted[:row]):
        above, cost = rows[-1], number + 1
        here = [cost]
        for place, other in enumerate(found[:column]):
            cost = min(above[place] + (word != other), above[place + 1] + 1, cost + 1)
            here.append(cost)
        rows.append(here)
    while row and column:
        cost = rows[row][column]
        same = quoted[row - 1] == found[column - 1]
        if cost == rows[row - 1][column - 1] + (not same):
            row, column = row - 1, column - 1
            if same:
                pairs.append((row, column))
        elif cost == rows[row - 1][column] + 1:
            row -= 1
        else:
            column -= 1
    pairs.reverse()
    return pairs


@final
class _Passage:
    """A text, its words, and where each stands in it."""

    __slots__ = ("spans", "text", "words")

    def __init__(self, text: str, folds: frozenset[Fold]) -> None:
        normalized = normalize_with_map(show_between_digits(hide_tags(text)), folds)
        keys = list(word_spans(normalized))
        self.text = text
        self.words = [normalized.key[start:end] for start, end in keys]
        self.spans = [normalized.cover(start, end) for start, end in keys]

    def between(self, last: int, following: int) -> Span:
        """The span between two words, given by number; -1 and one too many are the ends of the text."""
        start = self.spans[last][1] if last >= 0 else 0
        return start, self.spans[following][0] if following < len(self.spans) else len(self.text)

    def across(self, last: int, following: int) -> Span:
        """The words between two words, from the first to the last of them; empty where there are none."""
        if following - last > 1:
            return self.spans[last + 1][0], self.spans[following - 1][1]
        start, _ = self.between(last, following)
        return start, start


def _diff(
    quotation: _Passage, index: Index, span: Span, folds: frozenset[Fold], *, every: bool = False
) -> tuple[Edit, ...]:
    # Align the words. Between two pairs of equal words stand words that differ, or marks that do: those are the edits.
    place = _Passage(index.text[span[0] : span[1]], folds)
    edits: list[Edit] = []
    pairs = [*_align(quotation.words, place.words), (len(quotation.words), len(place.words))]
    row, column = -1, -1
    for next_row, next_column in pairs:
        differ = next_row - row > 1 or next_column - column > 1
        # Of words that differ, those from the first to the last, without the marks at the sides.
        low, high = quotation.across(row, next_row) if differ else quotation.between(row, next_row)
        start, end = place.across(column, next_column) if differ else place.between(column, next_column)
        ours, theirs = quotation.text[low:high], place.text[start:end]
        if differ:
            edits.append(edit_between(ours, index.text, span[0] + start, span[0] + end))
        elif ours != theirs and (every or not _same_marks(ours, theirs, folds)):
            beside = place.text[max(start - 1, 0) : start] + place.text[end : end + 1]
            touches = any(map(str.isnumeric, beside))
            edits.append(edit_between(ours, index.text, span[0] + start, span[0] + end, touches_digits=touches))
        row, column = next_row, next_column
    return tuple(edits)


def _same_marks(ours: str, theirs: str, folds: frozenset[Fold]) -> bool:
    return bool(ours) and bool(theirs) and normalize(ours, folds).strip() == normalize(theirs, folds).strip()


def nearest(index: Index, quote: str, folds: frozenset[Fold]) -> tuple[Span, tuple[Edit, ...]] | None:
    """The nearest place within a third of the words of a stripped quotation, and how it differs."""
    quotation = _Passage(quote, folds)
    quoted = quotation.words
    if not 0 < len(quoted) <= MOST_WORDS:
        return None
    normalized, words = index.normalized(folds), index.words(folds)
    hit = _search(quoted, normalized.key, words)
    if hit is None:
        return None
    distance, end = hit
    low = max(0, end + 1 - len(quoted) - distance)
    high = min(len(words.starts), end + 1 + distance)
    found = [normalized.key[words.starts[each] : words.ends[each]] for each in range(low, high)]
    first, last = _window(quoted, found, end - low, distance)
    text, references = index.text, index.lexed.references
    start, stop = normalized.cover(words.starts[low + first], words.ends[low + last - 1])
    start, stop = references.start(start), references.end(stop)
    # What clings to the last word without being a letter, such as the skin tone of an emoji.
    while not is_boundary(text, stop):
        stop += 1
    span = start, stop
    # Marks that are alike by themselves differ where they stand: then every mark is told that is not the same.
    edits = _diff(quotation, index, span, folds) or _diff(quotation, index, span, folds, every=True)
    told = [edit for edit in edits if edit.quoted != edit.found]
    if not told and quote != text[start:stop]:
        told = [edit_between(quote, text, start, stop)]
    return (span, tuple(told)) if told else None
