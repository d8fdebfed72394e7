"""Every list of words in the package, by language.

1. A list says what it is for, and names each language by its BCP 47 tag. ``every`` joins the languages.
2. Words are written as :func:`~venezuela_news._matching._folding.normalize` leaves them: small letters without accents.
3. The lists are our own. They were gathered by hand from the closed classes of each language's grammar (pronouns,
   articles, negators, numerals), and grew by words that were met in news. None was copied from a collection.
4. English and Spanish are meant to be whole; the others hold the commonest words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final, TypeAlias

__all__ = [
    "ABBREVIATED_TITLES",
    "ABBREVIATIONS",
    "ACRONYMS",
    "ARTICLES",
    "BOUND_PREFIXES",
    "CASE_ENDINGS",
    "CLITICS",
    "CONDITIONS",
    "CONJUNCTIONS",
    "DENIALS",
    "DESCRIPTION_ARTICLES",
    "ELISIONS",
    "JOINING_CONJUNCTIONS",
    "NAMES_WITH_APOSTROPHE",
    "NAME_LINKS",
    "NAME_PARTICLES",
    "NEGATING_COMPOUNDS",
    "NEGATING_ENDINGS",
    "NEGATING_PARTS",
    "NEGATING_PREFIXES",
    "NEGATING_SUFFIXES",
    "NEGATORS",
    "NEGATORS_BEFORE",
    "NEGATORS_BEHIND",
    "NUMBER_WORDS",
    "ORIGIN_PREPOSITIONS",
    "PLACEHOLDERS",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVE_PRONOUNS",
    "STAND_INS",
    "YES_AND_NO",
    "WordList",
    "every",
]

WordList: TypeAlias = Mapping[str, frozenset[str]]
"""Words by language."""


def _words(text: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFD", text).split())


def _phrases(*phrases: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFD", phrase) for phrase in phrases)


def every(words: WordList) -> frozenset[str]:
    """The words of all languages."""
    return frozenset(word for each in words.values() for word in each)


# -- negation -------------------------------------------------------------------------------------

NEGATORS: Final[WordList] = {
    "en": _words("""
        not no nor never none nobody nothing nowhere neither without cannot dont wont cant hardly barely scarcely non ain
        didnt doesnt isnt arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt
    """),
    "es": _words("no ni nunca jamas nadie nada ningun ninguno ninguna ningunos ningunas tampoco sin apenas"),
    "fr": _words("ne non pas jamais rien aucun aucune sans nul nulle ni personne"),
    "pt": _words("nao nem nunca jamais nada nenhum nenhuma ninguem sem tampouco"),
    "de": _words("nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne nirgends weder kaum"),
    "it": _words("non nessuno nessun nessuna niente nulla senza mai neppure nemmeno neanche"),
    "tr": _words("degil yok hayir asla hicbir hic"),
    "ar": _words("لا لم لن ليس ليست ليسوا لست بلا بدون غير كلا"),
    "he": _words("לא אין בלי אינו אינה אינם אינן ללא מעולם איננו"),
    "ko": _words("안 못 아니"),
}
"""Words that deny. An edit or an omission that touches one is called out."""

NEGATING_PARTS: Final[WordList] = {
    "zh": frozenset("不没沒未非無无別弗勿莫别"),
    "ja": _words("不 未 非 無 ない なかった なく なけれ ません"),
    "ko": _words("않 없 아니"),
    "th": _words("ไม่ มิได้ อย่า ไร้ ปราศจาก"),
    "lo": _words("ບໍ່"),
    "km": _words("មិន ពុំ កុំ គ្មាន"),
    "my": _words("မ"),
}
"""What denies as a part of what is written in one: wherever it stands, but in a compound that denies nothing."""

NEGATORS_BEFORE: Final[WordList] = {
    "zh": frozenset("不没沒未非無无別弗勿莫别"),
    "ja": frozenset("不未非無"),
    "th": _words("ไม่ มิได้ อย่า ไร้"),
    "lo": _words("ບໍ່"),
    "km": _words("មិន ពុំ កុំ គ្មាន"),
    "my": _words("မ"),
}
"""What denies what follows it without a space: no place begins between the two, nor ends there."""

NEGATORS_BEHIND: Final[WordList] = {"ja": _words("ない なかった なく なけれ ません")}
"""What denies what stands before it without a space: no place ends between the two, nor begins there."""

NEGATING_COMPOUNDS: Final[WordList] = {
    "zh": _words("""
        不得不 不仅 不僅 不但 不过 不過 不断 不斷 不管 不久 不禁 不愧 差不多 没收 沒收 沉没 沉沒 出没 出沒 淹没 淹沒 埋没 埋沒
        未来 未來 莫斯科 约莫 約莫 弗吉尼亚 弗吉尼亞 弗朗西斯 北非 南非 东非 東非 西非 中非 非洲 非常 除非 是非 若非 并非常
        无论 無論 无疑 無疑 特别 特別 性别 性別 区别 區別 分别 分別 个别 個別 级别 級別 类别 類別 告别 告別 离别 離別 派别 派別
        识别 識別 鉴别 鑒別 辨别 辨別 差别 差別 国别 國別 别人 別人 别的 別的 别墅 別墅 别处 別處 送别 送別 道别 道別 派别
    """),
    "ja": _words("非常 無理 南非 北非 少ない 危ない 特別 区別 性別 差別 個別 別 未来"),
}
"""Words that hold what denies elsewhere, and deny nothing, or twice: behind 不得不 and 特别 is an edge as behind others."""

NEGATING_PREFIXES: Final[WordList] = {
    "en": _words("""
        non no not un anti counter contra in dis mis ex vice pseudo quasi semi near former would never
    """),
    "es": _words("nunca sin"),
    "fr": _words("sans"),
    "de": _words("nicht"),
}
"""First parts that turn a hyphenated word around: no "violent" stands in "non-violent", no "president" in "ex-president"."""

BOUND_PREFIXES: Final[WordList] = {"en": _words("non un anti counter contra dis mis ex pseudo quasi semi")}
"""Those of them that are no words alone, and so hold to their word across a spaced hyphen too: "non - violent"."""

NEGATING_SUFFIXES: Final[WordList] = {"en": _words("free less not no")}
"""Last parts that turn a hyphenated word around: no "duty" stands in "duty-free"."""

NEGATING_ENDINGS: Final[WordList] = {"en": _words("less")}
"""Ends of a word that turn it around: "harmless"."""

DENIALS: Final[WordList] = {
    "en": _words("""
        deny denies denied denying denial denials refute refutes refuted refuting reject rejects rejected rejecting
        dispute disputes disputed disputing disavow disavows disavowed refuse refuses refused refusing doubt doubts doubted
        contradict contradicts contradicted debunk debunked disprove disproved retract retracted false falsely untrue
        fail fails failed failing
    """),
    "es": _words("""
        niega niegan nego negaron negado negar negaba negando desmiente desmienten desmintio desmintieron desmentir
        rechaza rechazan rechazo rechazaron rechazar refuta refuto refutaron duda dudan dudo dudaron falso falsa
    """),
    "fr": _words("nie nient nia niait dement dementi dementent refuse refuser refusa conteste contestent faux fausse"),
    "de": _words(
        "bestreitet bestreiten bestritt bestritten leugnet leugnen leugnete dementiert dementierte dementieren falsch"
    ),
    "pt": _words("nega negam negou negaram negar desmente desmentiu desmentiram rejeita rejeitou falso falsa"),
    "it": _words("nega negano nego negato negare smentisce smentito smentiscono rifiuta falso falsa"),
}
"""Words that say of what follows that it is not so."""

CONDITIONS: Final[WordList] = {
    "en": _words("if unless provided providing lest") | _phrases("as long as", "in case", "on condition"),
    "es": _words("si salvo") | _phrases("a menos que", "siempre que", "con tal de que", "en caso de", "a condicion de"),
    "fr": _words("si sauf pourvu") | _phrases("a moins que", "a condition", "en cas de"),
    "de": _words("wenn falls sofern") | _phrases("es sei denn"),
    "pt": _words("caso salvo") | _phrases("a menos que", "desde que"),
    "it": _words("qualora purche") | _phrases("a meno che", "a condizione"),
    "tr": _words("eger sayet"),
    "zh": _words("如果 若 除非 要是 假如 倘若"),
    "ja": _words("もし なら"),
}
"""Words that make what is said hang on something. Portuguese and Italian lack "se", which is Spanish for oneself."""

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

# -- marks inside and beside words ------------------------------------------------------------------

CLITICS: Final[WordList] = {"en": _words("s ll d ve re m")}
"""What stands behind an apostrophe and is a word of its own: "Gray’s", "she’ll". "n’t" is not, since it denies."""

CASE_ENDINGS: Final[WordList] = {
    "tr": _words("""
        nin nun in un e a ye ya i u yi yu de da te ta den dan ten tan le la yle yla ler lar li lu ci cu deki daki teki taki
        nde nda nden ndan dir dur tir tur ne na ni nu
    """)
}
"""Turkish endings, set off a name by an apostrophe: "Ali’nin"."""

NAMES_WITH_APOSTROPHE: Final[WordList] = {"en": _words("sana shi baha hawai kaua moloka lana ka")}
"""Beginnings of names whose apostrophe stands for a sound, and sets off no ending: "Sana’a"."""

ELISIONS: Final[WordList] = {
    "fr": _words("l d j m t s c qu jusqu lorsqu puisqu quoiqu presqu quelqu"),
    "ca": _words("l d s m t"),
    "it": _words("l un dell all dall nell sull coll quell quest bell sant c d s m t v anch dov com mezz gl tutt"),
}
"""What loses its vowel before an apostrophe, and is a word of its own: "l’Italia". French "n’" is not, since it denies."""

ABBREVIATED_TITLES: Final[WordList] = {
    "en": _words("mr mrs ms dr prof gen sen rep gov lt col maj capt sgt cpl st jr sr hon rev pres messrs mt"),
    "es": _words("sr sra srta srs dr dra lic ing gral"),
    "fr": _words("m mm mme mlle"),
    "de": _words("hr dr prof"),
    "it": _words("sig dott prof avv"),
    "pt": _words("sr sra dr dra"),
}
"""Titles that may stand with or without their full stop."""

JOINING_CONJUNCTIONS: Final[WordList] = {
    "en": _words("and or"),
    "es": _words("y e o u"),
    "fr": _words("et ou"),
    "de": _words("und oder"),
    "pt": _words("e ou"),
    "it": _words("e ed o od"),
    "tr": _words("ve veya"),
}
"""Words before which a comma may stand or lack."""

ACRONYMS: Final[WordList] = {"en": _words("us who it aids ice un")}
"""Words that are another in capital letters among small ones: "US" is not "us"."""

YES_AND_NO: Final[WordList] = {
    "en": _words("no yes"),
    "es": _words("no si"),
    "fr": _words("non oui si"),
    "de": _words("nein ja"),
    "it": _words("no si"),
    "pt": _words("nao sim"),
}
"""Answers of one word: a comma behind one parts it from what follows."""

# -- people and their names -----------------------------------------------------------------------

PRONOUNS: Final[WordList] = {
    "en": _words("he she they it i we you him her them his hers who one others"),
    "es": _words("el ella ellos ellas yo nosotros nosotras usted ustedes quien"),
    "fr": _words("il elle ils elles on je nous"),
    "de": _words("er sie es ich wir"),
}
"""What an extractor gives for a speaker and is nobody's name."""

STAND_INS: Final[WordList] = {
    "en": _words("""
        i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself
        it its itself they them their theirs themselves this that these those who whom whose one
    """),
    "es": _words("""
        yo me mi mis tu te ti nosotros nosotras nos nuestro nuestra usted ustedes el ella ello ellos ellas lo la los las le
        les se su sus esto eso esta este estos estas ese esa esos esas aquel aquella quien
    """),
    "fr": _words(
        "je me moi tu te toi il elle nous vous ils elles lui leur leurs le la les se ce cela ceci celui celle"
    ),
    "de": _words("ich mich mir du dich dir er ihn ihm sie ihr ihnen es wir uns euch sein seine dies das dieser diese"),
    "it": _words("io mi me tu ti te lui lei noi ci voi vi loro lo la li le gli si questo questa quello quella"),
    "pt": _words("eu me mim tu te ele ela nos voce voces eles elas lhe lhes o a os as isso isto este esta esse essa"),
}
"""Words in whose place an editor's brackets say who or what is meant."""

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
