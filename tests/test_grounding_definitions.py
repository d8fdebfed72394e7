"""The definitions of locating, one by one: what is seen through, what is not, and what is called out."""

from __future__ import annotations

import pytest

from venezuela_news._grounding._figures import has_bounds
from venezuela_news._matching import _description as description
from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._differences import conditions_in, denials_in, negations_in, numbers_in, turns_in
from venezuela_news._matching._letters import letters_agree, offsets_in, sense_may_hang
from venezuela_news._matching._markup import References, plain_around
from venezuela_news._matching._sentences import sentence_ends
from venezuela_news.grounding import Callout, CalloutKind, Fold, Outcome, locate

ALL = frozenset(Fold)


def kinds(text: str, quote: str) -> set[str]:
    """What is called out of a grounded quotation."""
    location = locate(text, quote)
    assert location.grounded, location
    return {callout.kind.value for callout in location.callouts}


# -- folds --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote", "folds"),
    [
        ("“We go now.\n\n“We stay there,” he said.", "We go now. We stay there", "quotation-marks white-space"),
        ('"We go.\n"We stay,"', "We go. We stay", "quotation-marks white-space"),
        ("‘We go, it’s so.\n\n‘We stay,’", "We go, it’s so. We stay", "quotation-marks white-space"),
        ("He wrote &lt;b&gt; twice", "He wrote <b> twice".replace("<b>", "&lt;b>"), "markup"),
        ("we\\_go now", "we_go now", "markup"),
        ("Safe* and dry", "Safe and dry", "markup"),
        ("the dam was safe\u200b¹ and dry", "dam was safe and dry", "invisibles notes"),
        ("安全[1]的", "安全的", "notes"),
        ("We go [x] ، now", "We go [x] , now", "compatibility"),
        ("It was -5 then", "It was −5 then", "dashes"),
        ("Ἀρχὴ ᾳ", "αρχη αι", "composition case accents"),
        ("İstanbul’da", "istanbul’da", "case"),
        ("sıfır", "sifir", "accents"),
        ("the oﬃ-\nce", "the office", "hyphenation compatibility"),
        ("≤\u0338 a", "≤\u0338  a", "white-space"),
        ("a b\u0301\u0323 c", "a b\u0301 c", "accents"),
    ],
)
def test_folds_see_through(text, quote, folds):
    """A quotation spelled otherwise is grounded by the folds that it takes, or by others that do as well."""
    location = locate(text, quote)
    assert location.grounded
    if folds != "compatibility":
        assert {fold.value for fold in location.folds} == set(folds.split())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They met cà là.", "met cá là"),
        ("It is 2 * 3 now.", "It is 2 3 now"),
        ("Some 50[1] 20 boats", "Some 50 20 boats"),
        ("We go[1] now", "We go[2] now"),
        ("We go[1]now", "We gonow"),
        ("He is 6' tall", 'He is 6" tall'),
        ("We said: “no way” then", "We said: no way then"),
        ("“We go.”\n“We stay.”", "We go. We stay"),
        ("Straße", "Strase"),
        ("a b\u0338 c", "a b c"),
    ],
)
def test_folds_do_not_see_through(text, quote):
    """Another mark, a mark between digits, another note, quotation marks left out: these are no spellings."""
    assert not locate(text, quote).grounded


def test_a_fold_switched_off_sees_nothing():
    """References, reopened quotations and compositions differ when their folds are left out."""
    assert not locate("Gray &amp; Low go", "Gray & Low go", folds=ALL - {Fold.MARKUP}).grounded
    assert locate("GRAY &amp; LOW go", "Gray &amp; Low go", folds=ALL - {Fold.MARKUP}).grounded
    assert not locate("“We go.\n\n“We stay", "We go. We stay", folds=ALL - {Fold.QUOTATION_MARKS}).grounded
    assert not letters_agree("é", "e\u0301", frozenset([Fold.ACCENTS]))
    assert not letters_agree("\u212b", "Å", ALL - {Fold.COMPOSITION})
    assert letters_agree("Ş", "ş", frozenset([Fold.CASE]))
    assert letters_agree("ấ", "â", frozenset([Fold.ACCENTS]))
    assert not letters_agree("a\ufe0f", "a", ALL - {Fold.INVISIBLES})
    assert letters_agree("é" * 80, "e" * 80)
    assert locate("We WENT home", "[w]e WENT", folds=[]).grounded
    assert not locate("We WENT home", "[w]e went", folds=[]).grounded


def test_capitals_among_small_letters_are_another_word():
    """`US` is no `us`, unless everything is in capitals."""
    assert not locate("China met US envoys", "met us envoys").grounded
    assert not locate("China met us there", "met US there").grounded
    assert not locate("They met US", "us").grounded
    assert locate("CHINA MET US ENVOYS", "met us envoys").grounded
    assert locate("China met US envoys", "met US envoys").grounded


def test_offsets_lead_from_a_key_to_its_letters():
    """A letter that is two in the key begins at the first of them; marks belong to the letter before."""
    assert offsets_in("añb") == [0, 1, 2, 3]
    assert offsets_in("æb") == [0, -1, 1, 2]
    assert sense_may_hang("ésta", "esta")
    assert not sense_may_hang("STRASSE", "STRAßE")
    assert not sense_may_hang("שלום", "שָׁלוֹם")


# -- edges ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("D’Angelo d’Italia", "D’Angelo| |d’|Italia"),
        ("Sana’a Ali’ye", "Sana’a| |Ali|’ye"),
        ("won.They 2020.Ben v2020.b", "won|.|They| |2020|.|Ben| |v2020.b"),
        ('צה"ל a"b', 'צה"ל| |a|"|b'),
        ("safe¹ and m²", "safe|¹| |and| |m²"),
        ("un<b>safe</b>", "un<b>safe|</b>"),
        ("a&#8217;t &amp; b", "a&#8217;t| |&amp;| |b"),
        ("twen-\nty", "twen-\nty"),
        ("Im\u00ad\nmo", "Im\u00ad\nmo"),
        ("do n't non - violent", "do n't| |non - violent"),
        ("3 - 2 5--10 2*3", "3 - 2| |5--10| |2*3"),
        ("不 支", "不 支"),
        ("北非人 没收了 不久", "北非|人| |没收|了| |不久"),
        ("特别非", "特别|非"),
    ],
)
def test_edges_of_words(text, edges):
    """A place may begin and end at each bar and nowhere else."""
    cut = "".join(char + "|" * is_boundary(text, index + 1) for index, char in enumerate(text)).rstrip("|")
    assert cut == edges


def test_a_long_tag_is_seen_whole():
    """However long its attributes are, a tag inside a word is no edge."""
    href = "x" * 90
    text = f'un<a href="{href}">safe</a> now'
    assert not is_boundary(text, text.index("safe"))
    assert not is_boundary(text, 2)
    assert not is_boundary(text, 30)
    assert plain_around("a<br>b", 5) == ("a\n", "b")


def test_references_are_led_back():
    """Offsets of the text as read lead to the text as given and back."""
    references = References("a &amp; b &nosuch; &#0;")
    assert references.text == "a & b &nosuch; &#0;".replace("&#0;", references.text[15:])
    assert [references.start(index) for index in (0, 2, 3)] == [0, 2, 7]
    assert [references.end(index) for index in (0, 2, 3, 4)] == [0, 2, 7, 8]
    assert [references.read_index(index) for index in (0, 3, 7)] == [0, 2, 3]


# -- gaps, brackets, interruptions ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They go home.", "[not] go home"),
        ("They go home.", "They go home [never]"),
        ("They will help.", "They can[not] help"),
        ("They will go home.", "They will [not] … go home"),
        ("They will go home.", "They … [never] go home"),
        ("They go 50% home.", "They go 50)"),
        ("不走吧", "不走吧)"),
        ("They go home now.", "They [ex-mayors] go home"),
        ("We won. They lost the vote.", "We [all] lost the vote"),
        ("they walkable there", "they walk[ed] there"),
        ("“We fought,” she said. “We lost,” he said.", "We fought. We lost"),
        ("“We fought,” she said. And so. “We lost.”", "We fought. We lost"),
        ("“We fought,” " + "and so " * 20 + "said she, “and lost.”", "We fought, and lost"),
    ],
)
def test_gaps_that_stand_for_nothing(text, quote):
    """Brackets that bring in a negation, gaps over a sentence's end, and what is no interruption ground nothing."""
    assert not locate(text, quote).grounded


def test_brackets_at_the_ends_may_stand_for_what_is_beside():
    """A negation in brackets at an end is the one that stands there."""
    assert locate("They will not go home.", "[They will not] go home").grounded
    assert locate("Nobody saw it, never.", "Nobody saw it [never]").grounded
    location = locate("We walk home", "We walk[ed]")
    assert [(each.quoted, each.found) for each in location.replaced] == [("ed", "")]


def test_an_interruption_parts_the_quotation():
    """The pieces are given as parts; a negation that is passed over is called out."""
    text = "“We fought,” she said, “and we lost.”"
    location = locate(text, "We fought, and we lost")
    assert [text[start:end] for start, end in location.parts] == ["We fought", "and we lost"]
    assert not location.elided
    assert kinds("“We fought,” she never said, “and we lost.”", "We fought and we lost") == {"negation"}
    assert kinds("“No,” she said, “we lost.”", "No, we lost") == set()
    location = locate("“We came and fought,” she said, “and we lost.”", "We … fought, and we lost")
    assert len(location.parts) == 3


@pytest.mark.parametrize(
    ("text", "quote", "called"),
    [
        ("He said that we did go home.", "we … home", set()),
        ("We came if asked by 3 men, and we left.", "We came … and we left", {"condition", "number"}),
        ("Safe now. The children died there.", "Safe … children died there", {"sentence"}),
        ("“We won,” he said. Later she said: “We lost now.”", "We won … We lost now", {"sentence", "quotation"}),
        ("“We won now,” he said, “and that we lost.”", "We won now … and that we lost", set()),
        ("We will help them win.", "We will [hurt] them win", {"replacement"}),
        ("We told Ann Gray all.", "We told [the mayor] all", set()),
        ("Soldiers told them all.", "[They] told them all", set()),
        ("We told all of it.", "We told [if asked] all of it", {"replacement"}),
        ("He denied that we go home.", "we go home", {"denial"}),
        ("We go home unless they come.", "We go home", {"condition"}),
        ("Do we go home? Yes.", "we go home", {"question"}),
        ("We go home.", "We go home?", {"question"}),
        ("We go home.", "1. We go home", {"number"}),
        ("Ayer hablo con él", "ayer habló con él", {"accent"}),
        ("Habló con el juez", "Hablo con el juez", {"accent"}),
        ("Nicolás Maduro habla", "Nicolas Maduro habla", set()),
        ("Mr. Gray did not. We go home.", "We go home", set()),
        ("不走。我们走", "我们走", set()),
        ("除非我们走", "我们走", {"condition"}),
        ("Sí, vamos a casa", "vamos a casa", set()),
    ],
)
def test_what_is_called_out(text, quote, called):
    """Whatever may turn the sense of a place is called out, and nothing else is."""
    assert kinds(text, quote) == called


def test_a_list_number_is_none_where_the_text_has_one():
    """Of `23. Januar` on `24. Januar` nothing is taken off."""
    assert locate("Am 24. Januar 2019 kam er.", "23. Januar 2019").outcome is not Outcome.NORMALIZED
    assert not locate("Am 24. JANUAR 2019 kam er.", "23. Januar 2019").grounded
    assert not locate("Am 24. Januar kam er bald.", "23. Januar … bald").grounded


@pytest.mark.parametrize("kind", CalloutKind)
def test_each_kind_of_callout_has_words(kind):
    """A report can tell any callout."""
    for context in (False, True):
        callout = Callout(kind=kind, text="words", start=0, end=5, context=context)
        assert description._callout(callout)
        assert (callout.number, callout.negation) == (kind is CalloutKind.NUMBER, kind is CalloutKind.NEGATION)


# -- words that turn ----------------------------------------------------------------------------------------


def test_words_that_turn_are_read_through_markup():
    """Tags, emphasis and line ends inside a word hide nothing."""
    assert negations_in("nob-\nody <b>never</b> *no*") == ("nobody", "never", "no")
    assert numbers_in("twen-\nty twenty-\nfive") == ("twenty", "twenty", "five")
    assert denials_in("He denied it") == ("denied",)
    assert conditions_in("si, sí, wenn") == ("si", "wenn")
    assert conditions_in("除非他走") == ("除非",)
    assert turns_in("the ex-mayor was harmless, unless less") == ("ex-mayor", "harmless")


def test_sentences_end_behind_their_marks():
    """Titles and initials end none, nor does a full stop before a small letter."""
    text = "Mr. Gray and J. Low left. They won! e.g. this"
    assert [text[:end].rsplit(maxsplit=1)[-1] for end in sentence_ends(text)] == ["left.", "won!"]


def test_bounds_of_figures_stand_in_digits():
    """A bound, or a number beside it, is one of those that the words say; sizes multiply."""
    assert has_bounds("1,250,000 people", 1_250_000, None)
    assert has_bounds("3.5 million", 3_500_000, None)
    assert has_bounds("2 mil millones", 2_000_000_000, None)
    assert has_bounds("fewer than 100", None, 99)
    assert has_bounds("some two of 1990", 2, 2)
    assert not has_bounds("900 people", 800, 850)
