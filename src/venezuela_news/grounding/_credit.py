"""Whether the mention that a source credits with a statement is a name of one of its speakers.

1. Names and aliases are looked for in the mention as whole words under all folds, the longest first; a person's
   name counts by its parts too (the surname alone).
2. A name counts where the mention is about its bearer: at the end of a phrase ("President Ann Gray"), before a comma
   ("Gray, a teacher"), beside another ("Gray and Low"). It does not in what describes somebody else: "Gray's
   brother", "a friend of Gray", "Gray supporters".
3. A name of a speaker, or of a member of a group that speaks, supports. A name of another actor contradicts,
   unless the two are close: a person and their bodies and country, a body and its country, a group and its members.
4. Everything else, pronouns and descriptions above all, is left undecided; except two words or more, each with a
   capital that the text never writes without it, where named people speak: that is a stranger's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

from venezuela_news._actors import Group, Organization, Person
from venezuela_news.grounding._folds import fold, folded
from venezuela_news.grounding._report import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from venezuela_news._actors import Actor
    from venezuela_news._statements import Statement
    from venezuela_news._story import Story

__all__ = ["PARTICLES", "Credits", "name_parts"]

_ARTICLE = re.compile(r"(?:the|a|an|el|la|los|las|un|una|le|les|der|die|das) ")
PARTICLES: Final = frozenset(
    "de del la las los el da do dos du van von der den di le al bin ibn y e jr sr of the".split()
)
_TAIL = re.compile(r'\s*(?:$|[,;:()\[\]/—]|"(?!s\b)|-\s|(?:and|or|y|e|o|u|et|und|who|que|quien)\b)')
_PERSON_TAIL = re.compile(r"\s+(?:of|from|de|del|for)\b")
_OF = re.compile(
    r"\b(?:of|for|to|from|by|in|at|with|against|on|behind|under|de|del|di|da|do|des|du|por|para|con|contra|von)\s+"
    r"(?:the\s+|la\s+|el\s+|los\s+|las\s+)?$"
)
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")


def name_parts(name: str) -> Iterator[str]:
    """The parts of a person's name that may stand for it: runs of its words, folded, particles alone excepted."""
    words = fold(name).split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            ends = words[start], words[end - 1]
            if end - start < len(words) and not any(word.strip(".") in PARTICLES or len(word) < 3 for word in ends):
                yield " ".join(words[start:end])


def _bare(key: str) -> str:
    return _ARTICLE.sub("", key, count=1) if _ARTICLE.match(key) else key


def _names(actor: Actor) -> Iterator[str]:
    if isinstance(actor, Group):
        yield actor.label
        return
    if actor.name is not None:
        yield actor.name
    yield from actor.aliases


def _links(actor: Actor) -> Iterator[str | None]:
    if isinstance(actor, Person):
        for role in actor.roles:
            yield from (role.organization, role.country, role.under)
    elif isinstance(actor, Organization):
        yield from (actor.country, actor.parent)
    elif isinstance(actor, Group):
        yield from actor.members
        yield actor.within


@final
class Credits:
    """The names of a story's actors, and who is close to whom.

    Args:
        story: The story.
        told: The paragraphs of its sources that are at hand.
    """

    def __init__(self, story: Story, told: Iterable[str]) -> None:
        self._story = story
        self._bearers: dict[str, set[str]] = {}
        self._parts: dict[str, set[str]] = {}
        self._close: dict[str, set[str]] = {}
        self._actors: tuple[Actor, ...] = (*story.people, *story.organizations, *story.countries, *story.groups)
        for actor in self._actors:
            self._close.setdefault(actor.id, set())
            for name in _names(actor):
                self._bearers.setdefault(_bare(fold(name)), set()).add(actor.id)
                for part in name_parts(name) if isinstance(actor, Person) else ():
                    self._parts.setdefault(part, set()).add(actor.id)
            for other in filter(None, _links(actor)):
                self._close[actor.id].add(other)
                self._close.setdefault(other, set()).add(actor.id)
        keys = sorted({*self._bearers, *self._parts} - {""}, key=lambda key: (-len(key), key))
        # Without an actor nothing matches.
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, keys)) or '(?!)'})(?!\w)")
        self._common = {fold(word) for text in told for word in _WORD.findall(text) if not word[0].isupper()}
        self._titles = {fold(word) for text in self._own_words() for word in _WORD.findall(text)}

    def _own_words(self) -> Iterator[str]:
        # Words of ours that describe: in them a capital does not make a name.
        for actor in self._actors:
            yield actor.description or ""
            yield from (role.title for role in actor.roles) if isinstance(actor, Person) else ()
        yield from (statement.capacity or "" for statement in self._story.statements)

    def heads(self, mention: str) -> frozenset[str]:
        """The ids of the actors whom a mention is a name of."""
        under = folded(mention)
        key = under.key
        found: set[str] = set()
        for match in self._pattern.finditer(key):
            start, end = match.span()
            bearers = set(self._bearers.get(match.group(), ()))
            span = under.cover(start, end)
            if not mention[span[0] : span[1]].lstrip("\"'“‘«")[:1].islower():
                # "a young man" is no Hope Young.
                bearers |= self._parts.get(match.group(), set())
            people = {bearer for bearer in bearers if isinstance(self._story[bearer], Person)}
            if _OF.search(key, 0, start) or not bearers:
                continue
            if _TAIL.match(key, end):
                found |= bearers
            elif _PERSON_TAIL.match(key, end):
                found |= people
        return frozenset(found)

    def _speaking(self, statement: Statement) -> set[str]:
        # The speakers and, of groups, the members, theirs included.
        speaking: set[str] = set()
        waiting = list(statement.speakers)
        while waiting:
            id = waiting.pop()
            if id not in speaking:
                speaking.add(id)
                actor = self._story[id]
                waiting += actor.members if isinstance(actor, Group) else ()
        return speaking

    def _is_stranger(self, mention: str, statement: Statement) -> bool:
        speakers = [self._story[id] for id in statement.speakers]
        if not all(isinstance(speaker, Person) and speaker.name for speaker in speakers):
            return False
        phrase = re.split(r"[,;:(]", mention, maxsplit=1)[0]
        words = _WORD.findall(phrase)
        keys = [fold(word) for word in words]
        if len(words) < 2 or any(not word[0].isupper() or word.isupper() for word in words if len(word) > 2):
            return False
        if re.search(r"['’]s?\b", phrase) or not all(word[0].isupper() for word in words):
            return False
        if any(key in self._common or key in self._titles or _ARTICLE.match(f"{key} ") for key in keys):
            return False
        known = {word for name in (*self._bearers, *self._parts) for word in name.split()}
        return known.isdisjoint(keys)

    def judge(self, mention: str, statement: Statement) -> tuple[Status, tuple[str, ...]]:
        """Whether the mention names a speaker of the statement, and whom it names."""
        heads = self.heads(mention)
        names = tuple(id for id in self._close if id in heads)
        speaking = self._speaking(statement)
        if heads & speaking:
            return Status.SUPPORTED, names
        close = set(statement.relayed_by).union(speaking, *(self._close.get(id, ()) for id in speaking))
        if heads:
            return (Status.MISATTRIBUTED if heads.isdisjoint(close) else Status.UNDECIDED), names
        return (Status.STRANGER if self._is_stranger(mention, statement) else Status.UNDECIDED), ()
