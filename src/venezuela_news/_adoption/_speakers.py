"""People made of the names that an extractor gives for speakers.

1. Names that are equal under all folds are one person's.
2. A shorter name is the bearer's of a longer one, if there is one such person only: "Gray" is Ann Gray, unless there
   is a Bob Gray. Shorter is the end of a name ("Gray", of "Mayor Ann Gray"), and one with the same last word, or the
   same first if it has two, and others left out ("Ann Gray", of "Ann B. Gray"). A first name alone is not enough.
3. What has no capital, or begins with an article, is no name but a description ("the clerk").
4. A pronoun is a person of its own each time: nobody knows whether two are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Final, final

from venezuela_news._actors import Person
from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._characters import in_order
from venezuela_news._matching._folding import normalize
from venezuela_news._matching._words import words_of
from venezuela_news._sources import Anchor

__all__ = ["Ids", "Speakers", "clean_name", "is_anonymous"]

_NOBODY: Final = lexicon.every(lexicon.PRONOUNS) | lexicon.every(lexicon.PLACEHOLDERS)
_ARTICLES: Final = lexicon.every(lexicon.DESCRIPTION_ARTICLES)
_PARTICLES: Final = lexicon.every(lexicon.NAME_PARTICLES)
_LINKS: Final = lexicon.every(lexicon.NAME_LINKS)
_MARKS: Final = "\"'“”‘’«»,.;:!?…-–—()[]"
_POSSESSIVE: Final = re.compile(r"['’]s\b|s['’](?!\w)")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_INITIALS: Final = re.compile(r"\.\w\Z")
_LONGEST_ID: Final = 64
_LONGEST_SLUG: Final = 60
"""The longest id that is made of a name; a number may follow."""


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", in_order(text))


def clean_name(words: str) -> str:
    """Words as a field may hold them: one line in NFC, without marks around them.

    >>> clean_name(" “Ann  Gray”, ")
    'Ann Gray'
    """
    line = " ".join(_CONTROLS.sub(" ", _composed(words)).split())
    bare = line.strip(_MARKS + " ")
    # A point may belong to the last word: Jr., U.S.
    if bare and line[line.index(bare) + len(bare) :].startswith(".") and _keeps_point(bare):
        bare += "."
    return _composed(bare)


def _keeps_point(name: str) -> bool:
    last = name.rpartition(" ")[2]
    return bool(_INITIALS.search(last)) or normalize(last) in lexicon.every(lexicon.ABBREVIATIONS)


def is_anonymous(name: str) -> bool:
    """Tell whether a cleaned name names nobody in particular: it is a pronoun, or a word such as "unknown"."""
    return normalize(name) in _NOBODY


def _is_description(name: str) -> bool:
    first, _, rest = name.partition(" ")
    if rest and normalize(first) in _ARTICLES and (first.islower() or not rest[0].isupper()):
        return True
    return any(map(str.islower, name)) and not any(char.isupper() or char.istitle() for char in name)


def _is_shorter_form(short: tuple[str, ...], long: tuple[str, ...], spelled: str) -> bool:
    """Tell whether a name is a shorter form of another; both in normalized words, the other as it is spelled too."""
    if len(short) >= len(long):
        return False
    if long[-len(short) :] == short:
        return long[-len(short) - 1] not in _LINKS
    rest = iter(long)
    if not all(word in rest for word in short):
        return False
    # "Gray supporter Tom Low" is two names and no longer form of either.
    one_name = all(word[:1].isupper() or normalize(word) in _PARTICLES for word in spelled.split())
    same_end = short[-1] == long[-1] or (len(short) > 1 and short[0] == long[0])
    return one_name and same_end and not _POSSESSIVE.search(spelled)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", in_order(name)).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if not slug[:1].isalpha():
        slug = f"speaker-{slug}"
    return slug[:_LONGEST_SLUG].strip("-")


@final
class Ids:
    """Ids made of names, none of them twice."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def new(self, name: str) -> str:
        """A new id made of a name."""
        slug = id = _slug(name)
        while id in self._taken:
            # The count goes on from the last one, so that many of one name take no longer each.
            self._counts[slug] = self._counts.get(slug, 1) + 1
            suffix = f"-{self._counts[slug]}"
            id = slug[: _LONGEST_ID - len(suffix)].rstrip("-") + suffix
        self._taken.add(id)
        return id


@final
class Speakers:
    """The people behind the names.

    Args:
        names: The cleaned names, those of nobody left out, in the order in which they came.
        taken: Ids that are others' already.
    """

    def __init__(self, names: Iterable[str], taken: Collection[str]) -> None:
        spellings: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            spellings.setdefault(normalize(name), []).append(name)
        words = {key: words_of(known[0]) for key, known in spellings.items() if not _is_description(known[0])}
        self._described = {key for key in spellings if key not in words}
        self._key = _keys_of_people(spellings, words)
        self._names: dict[str, list[str]] = {}
        for key, known in spellings.items():
            self._names.setdefault(self._key[key], []).extend(known)
        for key, known in self._names.items():
            # The name in full comes first, as it was first spelled.
            full = spellings[key][0]
            known[:] = [full, *(name for name in known if name != full)]
        self._bearers: dict[str, set[str]] = {}
        for key, known in self._names.items():
            for word in {word for name in known for word in words_of(name)}:
                self._bearers.setdefault(word, set()).add(key)
        self._new_ids = Ids(taken)
        self._ids = {key: self._new_ids.new(known[0]) for key, known in self._names.items()}
        self._unnamed: dict[str, str] = {}

    def id_of(self, name: str) -> str:
        """The id of the person behind a name."""
        return self._ids[self._key[normalize(name)]]

    def new_unnamed(self, name: str) -> str:
        """The id of a new person without a name, called by a pronoun or the like."""
        id = self._new_ids.new("speaker")
        self._unnamed[id] = f"a speaker called “{name}”"
        return id

    def names_of(self, name: str) -> tuple[str, ...]:
        """Names by which the text may call the person behind a name, the given name first.

        A surname alone counts, unless another person goes by it.
        """
        key = self._key[normalize(name)]
        known = [name, *(other for other in self._names[key] if other != name)]
        if key not in self._described:
            last = self._names[key][0].split()[-1]
            if len(last) > 2 and self._bearers.get(words_of(last)[-1]) == {key}:
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
        found += [Person(id=id, description=text, anchors=anchors.get(id, ())) for id, text in self._unnamed.items()]
        return tuple(found)


def _keys_of_people(spellings: Mapping[str, list[str]], words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """For each name the longest form of it, if there is one such form only, or else itself."""
    having: dict[str, list[str]] = {}
    for key, each in words.items():
        for word in dict.fromkeys(each):
            having.setdefault(word, []).append(key)
    longer: dict[str, list[str]] = {}
    for key, each in words.items():
        # A longer form has all the words: those that have the rarest of them are few.
        rarest = min((having[word] for word in each), key=len)
        longer[key] = [other for other in rarest if _is_shorter_form(each, words[other], spellings[other][0])]
    keys = {key: key for key in spellings}
    for key, others in longer.items():
        whole = [other for other in others if not longer[other]]
        if len(whole) == 1:
            keys[key] = whole[0]
    return keys
