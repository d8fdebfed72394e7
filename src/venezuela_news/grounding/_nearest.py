"""The place of a text that is nearest to a quotation which stands nowhere in it.

1. The distance is Levenshtein's, over folded words; at most a third of the quotation's words may be edited.
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
from typing import TYPE_CHECKING, Final

from venezuela_news.grounding._boundaries import is_boundary
from venezuela_news.grounding._differences import Edit, EditKind, negations, numbers
from venezuela_news.grounding._folds import fold, folded
from venezuela_news.grounding._text import words as words_of

if TYPE_CHECKING:
    from venezuela_news.grounding._folds import Fold
    from venezuela_news.grounding._text import Index, Span, Words

__all__ = ["MOST_WORDS", "nearest"]

MOST_WORDS: Final = 500
"""The longest quotation, in words, that is compared."""


def _begins(piece: tuple[str, ...], key: str, words: Words) -> list[int]:
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


def _regions(quoted: list[str], key: str, words: Words, limit: int) -> list[Span] | None:
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


def _compare(quoted: list[str], key: str, words: Words, regions: list[Span], limit: int) -> Span | None:
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


def _search(quoted: list[str], key: str, words: Words) -> Span | None:
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


def _edit(quoted: str, text: str, start: int, end: int, *, near_digits: bool = False) -> Edit:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    found, quoted = text[start:end], quoted.strip()
    kind = EditKind.CHANGED if found and quoted else EditKind.DROPPED if found else EditKind.ADDED
    return Edit(
        kind=kind,
        quoted=quoted,
        found=found,
        start=start,
        end=end,
        number=near_digits or numbers(quoted) != numbers(found),
        negation=negations(quoted) != negations(found),
    )


def _read(text: str, folds: frozenset[Fold]) -> tuple[list[str], list[Span]]:
    # The words of a text, folded, and where each stands.
    under = folded(text, folds)
    spans = list(words_of(text, under))
    return [under.key[start:end] for start, end in spans], [under.cover(start, end) for start, end in spans]


def _diff(
    core: str, quotation: tuple[list[str], list[Span]], text: str, span: Span, folds: frozenset[Fold]
) -> tuple[Edit, ...]:
    # Between words that are equal stand words or marks that are not: those are the edits.
    place = text[span[0] : span[1]]
    quoted, quoted_spans = quotation
    found, found_spans = _read(place, folds)
    edits: list[Edit] = []
    anchors = [*_align(quoted, found), (len(quoted), len(found))]
    row, column = -1, -1
    for next_row, next_column in anchors:
        start = quoted_spans[row][1] if row >= 0 else 0
        found_start = found_spans[column][1] if column >= 0 else 0
        end = quoted_spans[next_row][0] if next_row < len(quoted) else len(core)
        found_end = found_spans[next_column][0] if next_column < len(found) else len(place)
        ours, theirs = core[start:end], place[found_start:found_end]
        if next_row - row > 1 or next_column - column > 1:
            # Whole words differ: from the first to the last of them, without the marks at the sides.
            ours = core[quoted_spans[row + 1][0] : quoted_spans[next_row - 1][1]] if next_row - row > 1 else ""
            if next_column - column > 1:
                found_start, found_end = found_spans[column + 1][0], found_spans[next_column - 1][1]
            else:
                found_end = found_start
            edits.append(_edit(ours, text, span[0] + found_start, span[0] + found_end))
        elif ours != theirs and (not ours or not theirs or fold(ours, folds).strip() != fold(theirs, folds).strip()):
            beside = place[max(found_start - 1, 0) : found_start] + place[found_end : found_end + 1]
            touching = any(map(str.isnumeric, beside))
            edits.append(_edit(ours, text, span[0] + found_start, span[0] + found_end, near_digits=touching))
        row, column = next_row, next_column
    return tuple(edits)


def nearest(index: Index, core: str, folds: frozenset[Fold]) -> tuple[Span, tuple[Edit, ...]] | None:
    """The nearest place within a third of the quotation's words, and how it differs."""
    quotation = _read(core, folds)
    quoted = quotation[0]
    if not 0 < len(quoted) <= MOST_WORDS:
        return None
    under, words = index.folded(folds), index.words(folds)
    hit = _search(quoted, under.key, words)
    if hit is None:
        return None
    distance, end = hit
    low = max(0, end + 1 - len(quoted) - distance)
    high = min(len(words.starts), end + 1 + distance)
    found = [under.key[words.starts[each] : words.ends[each]] for each in range(low, high)]
    first, last = _window(quoted, found, end - low, distance)
    text = index.text
    start, stop = under.cover(words.starts[low + first], words.ends[low + last - 1])
    # What clings to the last word without being a letter, such as the skin tone of an emoji.
    while not is_boundary(text, stop):
        stop += 1
    return (start, stop), _diff(core, quotation, text, (start, stop), folds)
