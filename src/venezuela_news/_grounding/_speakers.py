"""Speakers' names: does a mention that a source credits with a statement name one of its speakers.

1. Names and aliases are looked for in the mention as whole words under all folds, the longest first; a person's
   name counts by its parts too (the surname alone).
2. A name counts where the mention is about its bearer: at the end of a phrase ("President Ann Gray"), before a comma
   ("Gray, a teacher"), beside another ("Gray and Low"). It does not in what describes somebody else: "Gray's
   brother", "a friend of Gray", "Gray supporters".
3. A name of a speaker, or of a member of a group that speaks, supports. A name of another actor contradicts,
   unless the two are close: one refers to the other, as a person to their bodies and country, a group to its members.
4. Everything else, pronouns and descriptions above all, is left undecided; except two words or more, each with a
   capital that the text never writes without it, where named people speak: that is an unknown name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, assert_never, final

from venezuela_news._actors import Actor, Country, Group, Organization, Person
from venezuela_news._grounding._findings import Status
from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._folding import normalize, normalize_with_map
from venezuela_news._matching._words import pieces_of, word_spans
from venezuela_news._records import references_of
from venezuela_news._statements import Statement
from venezuela_news._story import Story

__all__ = ["SpeakerNames", "name_parts"]

_LONGEST_PART: Final = 12
"""The longest part of a name, in words, that stands for it: longer names have parts in time of their length."""
_PARTICLES: Final = lexicon.every(lexicon.NAME_PARTICLES)
_ARTICLES: Final = lexicon.every(lexicon.ARTICLES)


def _either(*lists: lexicon.WordList) -> str:
    return "|".join(sorted(word for words in lists for word in lexicon.every(words)))


_PIECE: Final = re.compile(r"(?<!\w)\w+")
# What may follow a name that the mention is about. In a key an apostrophe between letters is a double mark.
_TAIL: Final = re.compile(
    rf'\s*(?:$|[,;:()\[\]/—]|"(?!s\b)|-\s|(?:{_either(lexicon.CONJUNCTIONS, lexicon.RELATIVE_PRONOUNS)})\b)'
)
_PERSON_TAIL: Final = re.compile(rf"\s+(?:{_either(lexicon.ORIGIN_PREPOSITIONS)})\b")
_OF: Final = re.compile(rf"\b(?:{_either(lexicon.PREPOSITIONS)})\s+(?:(?:{_either(lexicon.ARTICLES)})\s+)?\Z")
_LONGEST_LEAD: Final = 40
"""How far before a name a preposition is looked for, in code points of the key."""
_PHRASE_END: Final = re.compile(r"[,;:(]")
_POSSESSIVE: Final = re.compile(r"['’]s?\b")


def name_parts(name: str) -> Iterator[str]:
    """The parts of a person's name that may stand for it: runs of its words, normalized, particles alone excepted.

    >>> list(name_parts("Ben de la Cruz"))
    ['ben', 'cruz']
    """
    normalized = normalize_with_map(name)
    spans = list(word_spans(normalized))
    words = [normalized.key[start:end] for start, end in spans]
    may_end = [word not in _PARTICLES and len(word) > 2 for word in words]
    for first in range(len(words)):
        for last in range(first, min(len(words), first + _LONGEST_PART)):
            if may_end[first] and may_end[last] and last - first + 1 < len(words):
                yield normalized.key[spans[first][0] : spans[last][1]]


def _without_article(key: str) -> str:
    first, _, rest = key.partition(" ")
    return rest if first in _ARTICLES else key


def _names(actor: Actor) -> Iterator[str]:
    match actor:
        case Group():
            yield actor.label
        case Person() | Organization() | Country():
            if actor.name is not None:
                yield actor.name
            yield from actor.aliases
        case _:
            assert_never(actor)


def _close_to(actor: Actor) -> Iterator[str]:
    """The ids that an actor refers to, those that a group excludes left out."""
    for path, id, _ in references_of(actor):
        if path[0] != "excludes":
            yield id


def _is_piece(text: str, index: int) -> bool:
    return 0 <= index < len(text) and (text[index].isalnum() or text[index] == "_")


@final
class _NameIndex:
    """Names by their first piece, so that the longest at a place of a mention is found at once."""

    def __init__(self) -> None:
        self.whole: dict[str, set[str]] = {}
        """Who has a name."""
        self.parts: dict[str, set[str]] = {}
        """Whose name has a part."""
        self._shapes: dict[str, set[tuple[int, int]]] = {}

    def add(self, key: str, bearer: str, *, part: bool = False) -> None:
        """Add a name, or a part of one."""
        first = _PIECE.search(key)
        if first is not None:
            (self.parts if part else self.whole).setdefault(key, set()).add(bearer)
            self._shapes.setdefault(first.group(), set()).add((-len(key), first.start()))

    @cached_property
    def pieces(self) -> frozenset[str]:
        """The pieces of all names."""
        return frozenset(piece for key in (*self.whole, *self.parts) for piece in pieces_of(key))

    def find_in(self, key: str) -> Iterator[tuple[int, int]]:
        """Find names in a key as whole words, the longest at each place, none over another."""
        done = 0
        for match in _PIECE.finditer(key):
            for size, lead in sorted(self._shapes.get(match.group(), ())):
                start, end = match.start() - lead, match.start() - lead - size
                name = key[start:end] if start >= done else ""
                whole = not _is_piece(key, start - 1) and not _is_piece(key, end)
                if whole and (name in self.whole or name in self.parts):
                    yield start, end
                    done = end
                    break


@final
class SpeakerNames:
    """The names of a story's actors, and who is close to whom.

    Args:
        story: The story.
        told: The paragraphs of its sources that are at hand.
    """

    def __init__(self, story: Story, told: Iterable[str]) -> None:
        self._story = story
        self._told = tuple(told)
        self._names = _NameIndex()
        self._close: dict[str, set[str]] = {}
        self._actors: tuple[Actor, ...] = (*story.people, *story.organizations, *story.countries, *story.groups)
        self._order = {actor.id: number for number, actor in enumerate(self._actors)}
        for actor in self._actors:
            for name in _names(actor):
                self._names.add(_without_article(normalize(name)), actor.id)
                for part in name_parts(name) if isinstance(actor, Person) else ():
                    self._names.add(part, actor.id, part=True)
            for other in _close_to(actor):
                self._close.setdefault(actor.id, set()).add(other)
                self._close.setdefault(other, set()).add(actor.id)

    def heads(self, mention: str) -> frozenset[str]:
        """The ids of the actors whom a mention is a name of."""
        normalized = normalize_with_map(mention)
        key = normalized.key
        found: set[str] = set()
        for start, end in self._names.find_in(key):
            bearers = set(self._names.whole.get(key[start:end], ()))
            low, high = normalized.cover(start, end)
            if not mention[low:high].lstrip("\"'“‘«")[:1].islower():
                # "a young man" is no Hope Young.
                bearers |= self._names.parts.get(key[start:end], set())
            if not bearers or _OF.search(key, max(0, start - _LONGEST_LEAD), start):
                continue
            if _TAIL.match(key, end):
                found |= bearers
            elif _PERSON_TAIL.match(key, end):
                found |= {bearer for bearer in bearers if isinstance(self._story[bearer], Person)}
        return frozenset(found)

    def _speaking(self, statement: Statement) -> set[str]:
        """The speakers and, of groups, the members, theirs included."""
        speaking: set[str] = set()
        waiting = list(statement.speakers)
        while waiting:
            id = waiting.pop()
            if id not in speaking:
                speaking.add(id)
                actor = self._story[id]
                waiting += actor.members if isinstance(actor, Group) else ()
        return speaking

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that are no names for sure: the texts write them without a capital, or we describe people by them."""
        small = {key for text in self._told for word, key in _words(text) if not word[0].isupper()}
        return frozenset(small.union(key for text in self._own_words() for _, key in _words(text)))

    def _own_words(self) -> Iterator[str]:
        for actor in self._actors:
            yield actor.description or ""
            yield from (role.title for role in actor.roles) if isinstance(actor, Person) else ()
        yield from (statement.capacity or "" for statement in self._story.statements)

    def _is_unknown_name(self, mention: str, statement: Statement) -> bool:
        """Tell whether a mention that names nobody known reads like a name of somebody else."""
        speakers = [self._story[id] for id in statement.speakers]
        if not speakers or not all(isinstance(speaker, Person) and speaker.name for speaker in speakers):
            return False
        phrase = _PHRASE_END.split(mention, maxsplit=1)[0].strip()
        words = list(_words(phrase))
        if " " not in phrase or len(words) < 2 or _POSSESSIVE.search(phrase):
            return False
        if any(not word[0].isupper() or (word.isupper() and len(word) > 2) for word, _ in words):
            return False
        keys = {key for _, key in words}
        return keys.isdisjoint(_ARTICLES | self._common) and self._names.pieces.isdisjoint(
            piece for key in keys for piece in pieces_of(key)
        )

    def judge(self, mention: str, statement: Statement) -> tuple[Status, tuple[str, ...]]:
        """Judge whether the mention names a speaker of the statement, and tell whom it names."""
        heads = self.heads(mention)
        names = tuple(sorted(heads, key=self._order.__getitem__))
        speaking = self._speaking(statement)
        if heads & speaking:
            return Status.SUPPORTED, names
        close = set(statement.relayed_by).union(speaking, *(self._close.get(id, ()) for id in speaking))
        if heads:
            return (Status.MISATTRIBUTED if heads.isdisjoint(close) else Status.UNDECIDED), names
        return (Status.UNKNOWN_NAME if self._is_unknown_name(mention, statement) else Status.UNDECIDED), ()


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text, as it is written and normalized."""
    normalized = normalize_with_map(text)
    for start, end in word_spans(normalized):
        low, high = normalized.cover(start, end)
        yield text[low:high], normalized.key[start:end]
