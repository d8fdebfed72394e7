"""People made of the names that an extractor gives for speakers.

1. Names that are equal under all folds are one person's.
2. A shorter name is the bearer's of a longer one, if there is one such person only: "Gray" is Ann Gray, unless there
   is a Bob Gray. Shorter is the end of a name ("Gray", of "Mayor Ann Gray"), and one with the same last word, or the
   same first if it has two, and others left out ("Ann Gray", of "Ann B. Gray"). A first name alone is not enough.
3. What has no capital, or begins with an article, is no name but a description ("the clerk").
4. A pronoun, and no speaker at all, is a person of its own each time: nobody knows whether two are the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, final

from venezuela_news._actors import Person
from venezuela_news.grounding._credit import PARTICLES
from venezuela_news.grounding._folds import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from venezuela_news._sources import Anchor

__all__ = ["Cast", "cleaned", "is_anonymous"]

_PRONOUNS: Final = frozenset(
    """
    he she they it i we you him her them his hers who one others
    el ella ellos ellas yo nosotros nosotras usted ustedes quien
    il elle ils elles on je nous er sie es ich wir
    unknown unnamed anonymous unspecified none null n/a na desconocido anonimo speaker narrator
    """.split()
)
_ARTICLES: Final = frozenset("a an the some one un una unos unas el la los las le les".split())
_MARKS: Final = "\"'“”‘’«»,.;:!?…-–—()[]"
_OF: Final = frozenset("of for to with from".split())
_POSSESSIVE = re.compile(r"['’]s\b|s['’](?!\w)")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def cleaned(words: str) -> str:
    """Words as a field may hold them: one line in NFC, without marks around them.

    >>> cleaned(" “Ann  Gray”, ")
    'Ann Gray'
    """
    line = " ".join(_CONTROLS.sub(" ", unicodedata.normalize("NFC", words)).split())
    bare = line.strip(_MARKS + " ")
    # A point may belong to the last word: Jr., U.S.
    if bare and line[line.index(bare) + len(bare) :].startswith(".") and re.search(r"(?:\.\w|\b(?:Jr|Sr))\Z", bare):
        bare += "."
    return unicodedata.normalize("NFC", bare)


def is_anonymous(name: str) -> bool:
    """Whether a cleaned name names nobody: empty, without a letter or digit, or a pronoun."""
    return not any(map(str.isalnum, name)) or fold(name) in _PRONOUNS


def _is_description(name: str) -> bool:
    first, _, rest = name.partition(" ")
    if rest and fold(first) in _ARTICLES and (first.islower() or not rest[0].isupper()):
        return True
    return any(map(str.islower, name)) and not any(char.isupper() or char.istitle() for char in name)


def _within(short: tuple[str, ...], long: tuple[str, ...], spelled: str) -> bool:
    """Whether a name, in folded words, is a shorter form of another, given how that one is spelled."""
    if len(short) >= len(long):
        return False
    if long[-len(short) :] == short:
        return long[-len(short) - 1] not in _OF
    rest = iter(long)
    if not all(word in rest for word in short):
        return False
    # "Gray supporter Tom Low" is two names and no longer form of either.
    one_name = all(word[:1].isupper() or fold(word) in PARTICLES for word in spelled.split())
    same_end = short[-1] == long[-1] or (len(short) > 1 and short[0] == long[0])
    return one_name and same_end and not _POSSESSIVE.search(spelled)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = "-".join(words)[:60].strip("-")
    return slug if slug[:1].isalpha() else f"speaker-{slug}".strip("-")


@final
class Cast:
    """The people behind the names.

    Args:
        names: The cleaned names, those of nobody left out, in the order in which they came.
        taken: Ids that are others' already.
    """

    def __init__(self, names: Iterable[str], taken: Collection[str]) -> None:
        self._taken = set(taken)
        spellings: dict[str, list[str]] = {}
        for name in names:
            known = spellings.setdefault(fold(name), [])
            if name not in known:
                known.append(name)
        words = {key: tuple(key.split()) for key, known in spellings.items() if not _is_description(known[0])}
        having: dict[str, list[str]] = {}
        for key, each in words.items():
            for word in dict.fromkeys(each):
                having.setdefault(word, []).append(key)
        longer = {
            key: [other for other in having[each[-1]] if _within(each, words[other], spellings[other][0])]
            for key, each in words.items()
        }
        self._key: dict[str, str] = {key: key for key in spellings}
        for key, others in longer.items():
            whole = [other for other in others if not longer[other]]
            if len(whole) == 1:
                self._key[key] = whole[0]
        self._names: dict[str, list[str]] = {}
        for key, known in spellings.items():
            self._names.setdefault(self._key[key], []).extend(known)
        for key, known in self._names.items():
            # The name in full comes first, as it was first spelled.
            full = spellings[key][0]
            known[:] = [full, *(name for name in known if name != full)]
        self._bearers: dict[str, set[str]] = {}
        for key, known in self._names.items():
            for word in {word for name in known for word in fold(name).split()}:
                self._bearers.setdefault(word, set()).add(key)
        self._described = {key for key in spellings if key not in words}
        self._ids = {key: self._new_id(known[0]) for key, known in self._names.items()}
        self._nobodies: dict[str, str] = {}

    def _new_id(self, name: str) -> str:
        slug = _slug(name)
        id, count = slug, 1
        while id in self._taken:
            count += 1
            id = f"{slug[:60]}-{count}"
        self._taken.add(id)
        return id

    def id_of(self, name: str) -> str:
        """The id of the person behind a name."""
        return self._ids[self._key[fold(name)]]

    def nobody(self, name: str) -> str:
        """The id of a new person without a name, called by a pronoun or not at all."""
        id = self._new_id("speaker")
        self._nobodies[id] = f"a speaker called “{name}”" if any(map(str.isalnum, name)) else "a speaker not named"
        return id

    def names_of(self, name: str) -> tuple[str, ...]:
        """What the person behind a name may be called in the text, the given name first.

        A surname alone counts, unless another person goes by it.
        """
        key = self._key[fold(name)]
        known = [name, *(other for other in self._names[key] if other != name)]
        if key not in self._described:
            last = self._names[key][0].split()[-1]
            if len(last) > 2 and self._bearers[fold(last)] == {key}:
                known.append(last)
        return tuple(dict.fromkeys(known))

    def people(self, anchors: Mapping[str, tuple[Anchor, ...]]) -> tuple[Person, ...]:
        """The people, with the anchors of their mentions by id."""
        found: list[Person] = []
        for key, known in self._names.items():
            id = self._ids[key]
            if key in self._described:
                found.append(Person(id=id, description=known[0], anchors=anchors.get(id, ())))
            else:
                found.append(Person(id=id, name=known[0], aliases=tuple(known[1:]), anchors=anchors.get(id, ())))
        found += [Person(id=id, description=text, anchors=anchors.get(id, ())) for id, text in self._nobodies.items()]
        return tuple(found)
