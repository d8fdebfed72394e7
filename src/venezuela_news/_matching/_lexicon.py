"""Every list of words in the package, by language.

1. A list says what it is for, and names each language by its BCP 47 tag. ``every`` joins the languages.
2. Words are written as :func:`~venezuela_news._matching._folding.normalize` leaves them: small letters without accents.
3. The lists are our own. They were gathered by hand from the closed classes of each language's grammar (pronouns,
   articles, negators, numerals), and grew by words that were met in news. None was copied from a collection.
4. English and Spanish are meant to be whole; the others hold the commonest words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

__all__ = [
    "ABBREVIATIONS",
    "ARTICLES",
    "CONJUNCTIONS",
    "DESCRIPTION_ARTICLES",
    "NAME_LINKS",
    "NAME_PARTICLES",
    "NEGATING_IDEOGRAPHS",
    "NEGATING_PREFIXES",
    "NEGATING_SIGNS",
    "NEGATING_SUFFIXES",
    "NEGATORS",
    "NUMBER_WORDS",
    "ORIGIN_PREPOSITIONS",
    "PLACEHOLDERS",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVE_PRONOUNS",
    "TITLES",
    "TITLE_LINKS",
    "WordList",
    "every",
]

WordList: TypeAlias = Mapping[str, frozenset[str]]
"""Words by language."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def every(words: WordList) -> frozenset[str]:
    """The words of all languages."""
    return frozenset(word for each in words.values() for word in each)


# -- negation -------------------------------------------------------------------------------------

NEGATORS: Final[WordList] = {
    "en": _words("""
        not no nor never none nobody nothing nowhere neither without cannot dont wont cant hardly barely scarcely non ain
    """),
    "es": _words("no ni nunca jamas nadie nada ningun ninguno ninguna ningunos ningunas tampoco sin apenas"),
    "fr": _words("ne non pas jamais rien aucun aucune sans"),
    "pt": _words("nao nem nunca nada nenhum nenhuma ninguem sem"),
    "de": _words("nicht kein keine keinen keiner keinem nie niemals nichts ohne"),
    "it": _words("non nessuno nessuna niente senza mai"),
}
"""Words that deny. An edit or an omission that touches one is called out."""

NEGATING_SIGNS: Final[WordList] = {"zh": frozenset("不没沒未非無无"), "ja": frozenset("不未非無")}
"""Signs that deny what follows them, where a word is one sign: a word that begins with one is called out."""

NEGATING_IDEOGRAPHS: Final[WordList] = {"zh": frozenset("不没沒未非無无別弗勿莫别")}
"""Signs that no place may begin behind: what they deny is no part of what is said."""

NEGATING_PREFIXES: Final[WordList] = {
    "en": _words("""
        non no not un anti counter contra in dis mis ex vice pseudo quasi semi near former would never
    """),
    "es": _words("nunca sin"),
    "fr": _words("sans"),
    "de": _words("nicht"),
}
"""First parts that turn a hyphenated word around: no "violent" stands in "non-violent", no "president" in "ex-president"."""

NEGATING_SUFFIXES: Final[WordList] = {"en": _words("free less not no")}
"""Last parts that turn a hyphenated word around: no "duty" stands in "duty-free"."""

# -- numbers --------------------------------------------------------------------------------------

NUMBER_WORDS: Final[WordList] = {
    "en": _words("""
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
        million millions billion billions trillion trillions dozen dozens half halves third thirds quarter quarters
        first second fourth fifth sixth seventh eighth ninth tenth once twice double triple fold
    """),
    "es": _words("""
        cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
        dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos
        doscientos doscientas trescientos trescientas quinientos quinientas mil miles millon millones millardo
        billon billones docena docenas mitad medio media tercio tercios cuarto cuartos doble triple
    """),
}
"""Words that say a number: called out where they differ, and held together by a hyphen ("twenty-five")."""

# -- people and their names -----------------------------------------------------------------------

PRONOUNS: Final[WordList] = {
    "en": _words("he she they it i we you him her them his hers who one others"),
    "es": _words("el ella ellos ellas yo nosotros nosotras usted ustedes quien"),
    "fr": _words("il elle ils elles on je nous"),
    "de": _words("er sie es ich wir"),
}
"""What an extractor gives for a speaker and is nobody's name."""

PLACEHOLDERS: Final[WordList] = {
    "en": _words("unknown unnamed anonymous unspecified none null n/a na speaker narrator"),
    "es": _words("desconocido anonimo"),
}
"""What extractors write where a text names no speaker."""

ARTICLES: Final[WordList] = {
    "en": _words("the a an"),
    "es": _words("el la los las un una"),
    "fr": _words("le la les"),
    "de": _words("der die das"),
}
"""Articles before a name or a label, which is the same without: "the Town Council"."""

DESCRIPTION_ARTICLES: Final[WordList] = {
    "en": _words("a an the some one"),
    "es": _words("un una unos unas el la los las"),
    "fr": _words("le la les"),
}
"""First words of a description of somebody, which is no name: "the clerk", "some officials"."""

NAME_PARTICLES: Final[WordList] = {
    "en": _words("of the jr sr"),
    "es": _words("de del la las los el y e"),
    "pt": _words("da do dos e"),
    "fr": _words("de du le la"),
    "nl": _words("van der den"),
    "de": _words("von der den"),
    "it": _words("di da del"),
    "ar": _words("al bin ibn"),
}
"""Small words inside a name, which no part of it begins or ends with: "Ben de la Cruz"."""

NAME_LINKS: Final[WordList] = {"en": _words("of for to with from")}
"""Words before a name that make it somebody else's: "Friends of Gray" is no longer form of "Gray"."""

TITLES: Final[WordList] = {
    "en": _words("""
        mr mrs ms miss dr prof professor sir dame lord lady madam president vice deputy acting interim former prime
        minister premier chancellor secretary undersecretary ambassador senator sen congressman congresswoman
        representative rep governor gov mayor judge justice attorney general gen colonel col major captain capt
        lieutenant lt sergeant sgt admiral commander officer chief director chairman chairwoman chair speaker king
        queen prince princess pope father sister brother reverend rev bishop archbishop cardinal rabbi imam sheikh
        councilman councilwoman councillor
    """),
    "es": _words("""
        sr sra srta senor senora senorita don dona dr dra doctor doctora profesor profesora presidente presidenta
        vicepresidente vicepresidenta expresidente expresidenta ministro ministra canciller secretario secretaria
        embajador embajadora senador senadora diputado diputada gobernador gobernadora alcalde alcaldesa juez jueza
        fiscal general coronel mayor capitan teniente almirante comandante jefe jefa director directora rey reina
        principe princesa papa padre monsenor obispo arzobispo cardenal
    """),
}
"""Titles before a person's name, which is the same without: "Secretary Pompeo"."""

TITLE_LINKS: Final[WordList] = {
    "en": _words("of the state foreign"),
    "es": _words("de del la estado encargado interino"),
}
"""Words inside a title: "Secretary of State"."""

ABBREVIATIONS: Final[WordList] = {"en": _words("jr sr")}
"""Last words of a name that keep their full stop."""

CONJUNCTIONS: Final[WordList] = {
    "en": _words("and or"),
    "es": _words("y e o u"),
    "fr": _words("et"),
    "de": _words("und"),
}
"""Words that set one name beside another: "Gray and Low"."""

RELATIVE_PRONOUNS: Final[WordList] = {"en": _words("who"), "es": _words("que quien")}
"""Words that begin a clause about the name before them: "Gray, who left"."""

PREPOSITIONS: Final[WordList] = {
    "en": _words("of for to from by in at with against on behind under"),
    "es": _words("de del por para con contra"),
    "pt": _words("da do des"),
    "fr": _words("de du des"),
    "it": _words("di da"),
    "de": _words("von"),
}
"""Words before a name that make the phrase about somebody else: "a friend of Gray"."""

ORIGIN_PREPOSITIONS: Final[WordList] = {"en": _words("of from for"), "es": _words("de del")}
"""Words behind a person's name that say where they belong: "Gray of Peru" is Gray."""
