"""The index of a text: built once, for as many quotations as there are.

Everything is lazy: a text in which all quotations stand word for word is never normalized.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import Final, final

from venezuela_news._arguments import expect_text
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._characters import INVISIBLES
from venezuela_news._matching._folding import Fold, normalize_with_map, show_between_digits
from venezuela_news._matching._interruptions import Bridged
from venezuela_news._matching._lexing import Lexed
from venezuela_news._matching._markup import hide_tags
from venezuela_news._matching._normalized import Normalized, Span
from venezuela_news._matching._occurrences import occurrences
from venezuela_news._matching._places import Place, places_of
from venezuela_news._matching._sentences import blank_lines, sentence_ends
from venezuela_news._matching._words import word_spans

__all__ = ["Index", "Text", "WordIndex", "index_of"]


class _Places(dict[str, "array[int]"]):
    def __missing__(self, word: str) -> array[int]:
        made = self[word] = array("L")
        return made


_SEARCHES_BEFORE_TOKENS: Final = 16
"""How many quotations are looked for by reading the text, before an index of its tokens is worth its making."""
_EVERYWHERE: Final = 32
"""How many places of a token are too many to be looked at one by one."""


def _token_places(text: str) -> dict[str, array[int]]:
    places = _Places()
    start = 0
    for token in text.split(" "):
        places[token].append(start)
        start += len(token) + 1
    return dict(places)


@final
class WordIndex:
    """The words of a normalized text in order, where each stands in its key, and which are the same."""

    __slots__ = ("ends", "places", "starts")

    def __init__(self, normalized: Normalized) -> None:
        spans = [*word_spans(normalized)]
        self.starts = array("Q", [start for start, _ in spans])
        self.ends = array("Q", [end for _, end in spans])
        places = _Places()
        key = normalized.key
        for number, (start, end) in enumerate(spans):
            places[key[start:end]].append(number)
        self.places: dict[str, array[int]] = dict(places)


@final
class Index:
    """A text with its keys, words and lines, each worked out when first asked for."""

    __slots__ = (
        *("_asked", "_blank_lines", "_bridged", "_lexed", "_normalized", "_sentences", "_tokens", "_words"),
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self._lexed: Lexed | None = None
        self._normalized: dict[frozenset[Fold], Normalized] = {}
        self._words: dict[frozenset[Fold], WordIndex] = {}
        self._blank_lines: array[int] | None = None
        self._sentences: array[int] | None = None
        self._bridged: Bridged | None = None
        self._tokens: dict[str, array[int]] | None = None
        self._asked = 0

    @property
    def has_text(self) -> bool:
        """True if the text has anything to be seen."""
        first = self.text[:1]
        return first.isalnum() or any(not char.isspace() and char not in INVISIBLES for char in self.text)

    @property
    def lexed(self) -> Lexed:
        """The text as runs and seams."""
        if self._lexed is None:
            self._lexed = Lexed(self.text)
        return self._lexed

    def normalized(self, folds: frozenset[Fold]) -> Normalized:
        """The text under the folds that change characters, its character references read."""
        found = self._normalized.get(folds)
        if found is None:
            found = self._normalized[folds] = normalize_with_map(show_between_digits(hide_tags(self.lexed.text)), folds)
        return found

    def words(self, folds: frozenset[Fold]) -> WordIndex:
        """The words of the text under the folds."""
        found = self._words.get(folds)
        if found is None:
            found = self._words[folds] = WordIndex(self.normalized(folds))
        return found

    def words_before(self, index: int, folds: frozenset[Fold]) -> int:
        """Count the words of the text that start before the index."""
        read = self.lexed.references.read_index(index)
        return bisect_left(self.words(folds).starts, self.normalized(folds).key_index(read))

    def blank_lines_before(self, index: int) -> int:
        """Count the blank lines before the index."""
        if self._blank_lines is None:
            self._blank_lines = array("Q", blank_lines(self.text))
        return bisect_left(self._blank_lines, index)

    def sentences_before(self, index: int) -> int:
        """Count the ends of sentences before the index."""
        if self._sentences is None:
            self._sentences = array("Q", sentence_ends(self.text))
        return bisect_left(self._sentences, index)

    @property
    def bridged(self) -> Bridged:
        """The text without its interruptions."""
        if self._bridged is None:
            self._bridged = Bridged(self.text)
        return self._bridged

    def verbatim(self, part: str) -> list[Span]:
        """The places of the part as it is, in order."""
        text, size = self.text, len(part)
        starts = self._starts_by_tokens(part)
        return [
            (start, start + size)
            for start in (occurrences(text, part) if starts is None else starts)
            if is_boundary(text, start) and is_boundary(text, start + size)
        ]

    def _starts_by_tokens(self, part: str) -> list[int] | None:
        """Where the part begins, by the rarest of its tokens between single spaces; None where reading on is as quick.

        Wherever the part stands, its inner tokens are tokens of the text.
        """
        inner = part.split(" ")[1:-1]
        self._asked += 1
        if not inner or self._asked < _SEARCHES_BEFORE_TOKENS:
            return None
        if self._tokens is None:
            self._tokens = _token_places(self.text)
        rarest, token = _EVERYWHERE, ""
        for each in inner:
            places = self._tokens.get(each)
            if places is None:
                return []
            if len(places) < rarest:
                rarest, token = len(places), each
        if rarest == _EVERYWHERE:
            return None
        before = part.index(f" {token} ") + 1
        begins = (place - before for place in self._tokens[token])
        return [begin for begin in begins if begin >= 0 and self.text.startswith(part, begin)]

    def places(self, part: str, folds: frozenset[Fold], *, loose: bool = False) -> list[Place]:
        """The places of the part under the folds, in order."""
        return list(places_of(self.lexed, self.text, Lexed(part, is_open=True), folds, loose=loose))

    def places_across(self, part: str, folds: frozenset[Fold], *, loose: bool = False) -> list[Place]:
        """The places of the part in the text without its interruptions, in order."""
        bridged = self.bridged
        if not bridged.cuts:
            return []
        return [
            place._replace(start=bridged.start(place.start), end=bridged.end(place.end), joined=True)
            for place in places_of(bridged.lexed, bridged.text, Lexed(part, is_open=True), folds, loose=loose)
        ]


@final
class Text:
    """A text with its index, taken by `locate` wherever a text is.

    Raises:
        TypeError: The text is no ``str``.

    >>> Text("We will go home.")
    <Text of 16 code points>
    """

    __slots__ = ("_index",)

    def __init__(self, text: str) -> None:
        expect_text(text, "text")
        self._index = Index(text)

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._index.text

    def __repr__(self) -> str:
        return f"<Text of {len(self.text)} code points>"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Text) else NotImplemented

    def __hash__(self) -> int:
        return hash((Text, self.text))

    def __len__(self) -> int:
        return len(self.text)

    def __reduce__(self) -> tuple[type[Text], tuple[str]]:
        return Text, (self.text,)


def index_of(text: str | Text) -> Index:
    """The index of a text, new if it comes without."""
    if isinstance(text, Text):
        return text._index  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - this module's own
    return Index(text)
