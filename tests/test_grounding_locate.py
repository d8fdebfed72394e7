"""Locating a quotation: laws first, a reference that is too simple to be wrong, and what a reader should see."""

from __future__ import annotations

import itertools
import pickle
import re
import sys
import unicodedata

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from venezuela_news._matching._boundaries import is_boundary
from venezuela_news._matching._brackets import split_at_gaps
from venezuela_news._matching._folding import ALL_FOLDS, normalize, normalize_with_map
from venezuela_news._matching._index import Index
from venezuela_news._matching._occurrences import occurrences
from venezuela_news._matching._places import Place, minimal_folds
from venezuela_news._matching._quotations import strip_marks
from venezuela_news._matching._words import word_spans
from venezuela_news.grounding import (
    Callout,
    CalloutKind,
    Edit,
    EditKind,
    Fold,
    Location,
    Omission,
    Outcome,
    Text,
    locate,
)

NASTY = [
    *"aAbntso12 ,.'’\"”-—\n",
    *["á", "a\u0301", "\u0301", "\u0323", "ß", "ẞ", "ﬁ", "fi", "İ", "ı", "\u0345", "ᾳ", "ſ", "ŉ", "ϒ\u0301"],
    *["\u00ad", "\u200b", "\u200d", "\ufe0f", "\u00a0", "\r\n", "--", "…", "...", "[", "]", "\u0344"],
    *["１", "²", "½", "٣", "不", "支", "が", "か\u3099", "ｶ\uff9e", "한", "\u1112", "\u1161", "\u11ab"],
    *["🇻", "🇪", "👩", "🏽", "\ud800", "\u0600", "≠", "\u0338"],
]
WORDS = ["a", "A", "á", "b", "not", "don't", "5", "6", "3,000", "3,000,000", "-5", "no", "ß", "non-a"]
nasty_texts = st.lists(st.sampled_from(NASTY), max_size=14).map("".join)
nasty_words = st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).map("".join)
gapless_words = nasty_words.map(lambda text: text if split_at_gaps(strip_marks(text)) is None else "a")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
some_folds = st.frozensets(st.sampled_from(list(Fold)))
GROUNDED = {Outcome.FOUND, Outcome.NORMALIZED}


def with_words(text: str) -> str:
    """The text, or where it holds no letter or digit, the text with a word more."""
    return text if any(map(str.isalnum, strip_marks(text))) else f"{text} a"


@st.composite
def texts_and_slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a span of it from word to word that holds a letter or digit and no mark at its ends."""
    text = draw(st.one_of(nasty_texts, sentences))
    edges = [index for index in range(len(text) + 1) if is_boundary(text, index)]
    spans = [(start, end) for start, end in itertools.combinations(edges, 2) if is_stripped(text[start:end])]
    if not spans:
        # Nothing in it can be quoted: words before it can.
        return f"ab {text}", 0, 2
    return text, *draw(st.sampled_from(spans))


def is_stripped(quote: str) -> bool:
    """Whether a quotation holds a letter or digit, and no marks around it."""
    return any(map(str.isalnum, quote)) and strip_marks(quote) == quote


def spelled(text: str, part: str, folds: frozenset[Fold]) -> list[tuple[int, int]]:
    """Every place of a part under some folds, by trying every span."""
    key = normalize(part, folds)
    edges = [index for index in range(len(text) + 1) if is_boundary(text, index)]
    spans = [(a, b) for a in edges for b in edges if a < b and normalize(text[a:b], folds) == key]
    # What is invisible at either end is no part of a place.
    return [(a, b) for a, b in spans if not any((a, b) != (c, d) and a <= c and d <= b for c, d in spans)]


def distance(one: list[str], other: list[str]) -> int:
    row = list(range(len(other) + 1))
    for index, word in enumerate(one):
        new = [index + 1]
        for column, again in enumerate(other):
            new.append(min(row[column] + (word != again), row[column + 1] + 1, new[-1] + 1))
        row = new
    return row[-1]


def words_in(text: str, folds: frozenset[Fold] = ALL_FOLDS) -> list[str]:
    normalized = normalize_with_map(text, folds)
    return [normalized.key[start:end] for start, end in word_spans(normalized)]


# -- laws -------------------------------------------------------------------------------------


@given(text=nasty_texts.map(with_words), quote=st.one_of(nasty_words, nasty_texts).map(with_words), folds=some_folds)
def test_every_place_is_the_one_that_trying_every_span_finds(text: str, quote: str, folds: frozenset[Fold]) -> None:
    """Verbatim and folded places are those of the definition, no more and no fewer."""
    check_against_reference(text, quote, folds)


@given(case=texts_and_slices(), fold_of=some_folds, folds=some_folds)
def test_places_of_slices_are_those_of_the_definition(
    case: tuple[str, int, int], fold_of: frozenset[Fold], folds: frozenset[Fold]
) -> None:
    """The same for quotations that stand in the text, spelled in another way."""
    text, start, end = case
    # Small letters make two characters of this one, of which the first is a mark that is no part of a quotation.
    text = text.replace("\u0149", "n")
    check_against_reference(text, normalize(text[start:end], fold_of), folds)


def check_against_reference(text: str, quote: str, folds: frozenset[Fold]) -> None:
    looked_for = strip_marks(quote)
    location = locate(text, quote, folds=folds)
    if location.outcome is Outcome.UNCHECKED:
        assert not any(map(str.isalnum, looked_for)) or not any(map(str.isalnum, text))
        return
    verbatim = spelled(text, looked_for, frozenset())
    places = verbatim or spelled(text, looked_for, folds)
    if len(places) == 1:
        assert location.outcome is (Outcome.FOUND if verbatim else Outcome.NORMALIZED)
    elif places:
        assert location.outcome is Outcome.AMBIGUOUS
    else:
        assert location.elided or location.outcome in {Outcome.ALTERED, Outcome.MISSING}
        return
    assert location.spans == tuple(places)
    assert not location.elided
    assert set(location.folds) <= folds


@given(case=texts_and_slices())
def test_a_verbatim_single_occurrence_is_found(case: tuple[str, int, int]) -> None:
    """Words that stand once, letter for letter, are found there."""
    text, start, end = case
    location = locate(text, text[start:end])
    if len(spelled(text, text[start:end], frozenset())) == 1:
        assert attrs.evolve(location, callouts=()) == Location(outcome=Outcome.FOUND, spans=((start, end),))
        assert all(callout.context for callout in location.callouts)
    else:
        assert location.outcome is Outcome.AMBIGUOUS
        assert (start, end) in location.spans


@example(case=("a--\u200d", 0, 4), one=Fold.DASHES)
@example(case=("a\u0345", 0, 2), one=Fold.ACCENTS)
@example(case=("\u0345a≠a \u0345\u200d", 0, 7), one=Fold.COMPOSITION)
@given(case=texts_and_slices(), one=st.sampled_from(Fold))
def test_folding_the_quotation_by_one_fold_keeps_it_grounded(case: tuple[str, int, int], one: Fold) -> None:
    """A quotation spelled under any one fold still stands where it stood."""
    text, start, end = case
    quote = normalize(text[start:end], frozenset([one]))
    assume(is_stripped(quote))
    # One fold first is not all at once for `-—`, whose parts make a run once the long one is short, and for an iota below
    # a letter that bears another mark, whose order depends on decomposition: known limits.
    assume(normalize(quote) == normalize(text[start:end]))
    location = locate(text, quote)
    assert location.outcome in GROUNDED | {Outcome.AMBIGUOUS}
    if location.outcome is Outcome.NORMALIZED:
        assert location.spans == ((start, end),)


@given(text=nasty_texts, quote=gapless_words)
def test_words_whose_key_occurs_nowhere_are_not_grounded(text: str, quote: str) -> None:
    """Without its key in the key of the text a quotation without gaps is not grounded."""
    # Of these letters the text has none.
    quote = f"{quote}zq"
    assume(split_at_gaps(strip_marks(quote)) is None)
    assert not locate(text, quote).grounded


@given(case=texts_and_slices())
def test_grounding_survives_normalization_of_the_text(case: tuple[str, int, int]) -> None:
    """Composed or decomposed, a text grounds the same quotations."""
    text, start, end = case
    quote = text[start:end]
    assume(strip_marks(unicodedata.normalize("NFD", quote)) == unicodedata.normalize("NFD", quote))
    composed = locate(unicodedata.normalize("NFC", text), quote)
    decomposed = locate(unicodedata.normalize("NFD", text), quote)
    if text == unicodedata.normalize("NFC", text) or text == unicodedata.normalize("NFD", text):
        assert composed.outcome in GROUNDED | {Outcome.AMBIGUOUS}
        assert decomposed.outcome in GROUNDED | {Outcome.AMBIGUOUS}


@given(text=st.one_of(nasty_texts, sentences), quote=st.one_of(nasty_texts, sentences))
@example(text="a", quote="ᾳ")
@example(text="ŉa", quote="na")
def test_spans_are_in_the_text_on_edges_and_hold_the_words(text: str, quote: str) -> None:
    """Whatever the outcome, spans are ordered, on edges, and spell the quotation if they ground it."""
    location = locate(text, quote)
    assert list(location.spans) == sorted(set(location.spans))
    for start, end in location.spans:
        assert 0 <= start < end <= len(text)
        assert is_boundary(text, start)
        assert is_boundary(text, end)
        if not location.elided and location.outcome is not Outcome.ALTERED:
            assert normalize(text[start:end]) == normalize(strip_marks(quote))
    assert bool(location.spans) == (location.outcome not in {Outcome.MISSING, Outcome.UNCHECKED})
    assert (len(location.spans) > 1) == (location.outcome is Outcome.AMBIGUOUS)
    assert location == locate(Text(text), quote)
    for edit in location.diff:
        assert text[edit.start : edit.end] == edit.found


@given(case=texts_and_slices(), spelling=some_folds)
def test_the_folds_named_are_needed_and_enough(case: tuple[str, int, int], spelling: frozenset[Fold]) -> None:
    """Under the folds named the words are equal; without any one of them they are not."""
    text, start, end = case
    quote = normalize(text[start:end], spelling)
    location = locate(text, quote)
    if location.outcome is not Outcome.NORMALIZED or location.elided:
        return
    ((start, end),) = location.spans
    place, looked_for, named = text[start:end], strip_marks(quote), frozenset(location.folds)
    assert normalize(place, named) == normalize(looked_for, named)
    for one in named:
        assert normalize(place, named - {one}) != normalize(looked_for, named - {one})
    assert list(location.folds) == [each for each in Fold if each in named]


@given(
    words=st.lists(st.sampled_from(["a", "b", "c", "A", "not", "\n"]), min_size=1, max_size=10),
    parts=st.lists(st.sampled_from(["a", "b", "c", "a b", "not"]), min_size=2, max_size=4),
    gaps=st.lists(st.sampled_from(["…", "[...]"]), min_size=3, max_size=3),
)
@example(words=["a", "b", "b", "c"], parts=["a", "b", "c"], gaps=["…", "…", "…"])
@example(words=["a", "\n", "\n", "\n", "b", "\n", "\n", "c"], parts=["a", "b", "c"], gaps=["…", "…", "…"])
def test_gaps_are_those_of_the_definition(words: list[str], parts: list[str], gaps: list[str]) -> None:
    """Windows around gaps are the smallest that hold the fragments in order, over one blank line at most at each gap."""
    text = " ".join([*words, "d"])
    quote = parts[0] + "".join(f" {gap} {part}" for gap, part in zip(gaps, parts[1:], strict=False))
    reached = {(start, end) for start, end in spelled(text, parts[0], ALL_FOLDS)}
    for part in parts[1:]:
        new: set[tuple[int, int]] = set()
        for first, last in reached:
            for start, end in spelled(text, part, ALL_FOLDS):
                between = text[last:start]
                if start >= last and len(re.findall(r"\n\s*\n\s*", between)) <= 1:
                    new.add((first, end))
        reached = new
    smallest = sorted((a, b) for a, b in reached if not any((a, b) != (c, d) and a <= c and d <= b for c, d in reached))
    location = locate(text, quote)
    if not smallest:
        assert not location.elided
        assert location.outcome in {Outcome.ALTERED, Outcome.MISSING}
        return
    assert location.spans == tuple(smallest)
    assert location.elided
    assert location.outcome is (Outcome.NORMALIZED if len(smallest) == 1 else Outcome.AMBIGUOUS)
    for omission in location.omitted:
        assert text[omission.start : omission.end] == omission.text
        assert omission.negation == ("not" in omission.text)


@given(
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    quote=st.lists(st.sampled_from(WORDS), min_size=1, max_size=9),
    around=st.sampled_from([0, 7, 60]),
)
def test_the_nearest_place_is_the_one_that_trying_all_finds(text: list[str], quote: list[str], around: int) -> None:
    """A quotation is altered if and only if some stretch of words is within a third of it; the nearest is given."""
    # Words of no quotation around it bring nothing nearer, but decide how the nearest is looked for.
    whole = " ".join(["x"] * around + text + ["x"] * around)
    location = locate(whole, " ".join(quote))
    if location.outcome not in {Outcome.ALTERED, Outcome.MISSING}:
        return
    looked_for, there = words_in(" ".join(quote)), words_in(" ".join(text))
    sizes = range(len(there) + 1)
    best = min(distance(looked_for, there[start:end]) for start in sizes for end in sizes if start < end)
    assert (location.outcome is Outcome.ALTERED) == (best <= len(looked_for) // 3)
    if location.outcome is Outcome.ALTERED:
        ((start, end),) = location.spans
        assert distance(looked_for, words_in(whole[start:end])) == best
        assert best == 0 or location.diff


@given(text=st.text(), quote=st.text())
def test_no_text_is_too_odd(text: str, quote: str) -> None:
    """Any two texts have an outcome, and a quotation is grounded or not."""
    location = locate(text, quote)
    assert location.grounded == (location.outcome in GROUNDED)
    assert pickle.loads(pickle.dumps(location)) == location


@example(text="a" * 20 + "b" + "a" * 9, part="aaa")
@example(text="ab" * 12 + "b" + "ab" * 9, part="abab")
@example(text="aabaabaabaabaabaabaabaaaabaa", part="aabaabaa")
@example(text="aaab" * 9, part="aaabaaab")
@given(text=st.text(alphabet="ab", max_size=24), part=st.text(alphabet="ab", min_size=1, max_size=8))
def test_occurrences_are_all_there_are(text: str, part: str) -> None:
    """Overlapping occurrences are each found once."""
    assert list(occurrences(text, part)) == [i for i in range(len(text)) if text.startswith(part, i)]


@given(text=nasty_texts, folds=some_folds)
def test_folding_again_changes_nothing_but_the_neighbors_of_digits(text: str, folds: frozenset[Fold]) -> None:
    """Every unit of a key leads to a span of the text, and the spans follow each other."""
    text = f"a{text}"
    normalized = normalize_with_map(text, folds)
    spans = [normalized.cover(index, index + 1) for index in range(len(normalized.key))]
    assert spans == sorted(spans)
    assert normalized.cover(0, len(normalized.key)) == (spans[0][0], spans[-1][1])
    for start, end in spans:
        assert 0 <= start < end <= len(text)


def test_no_fold_makes_or_changes_a_digit() -> None:
    """Over all assigned characters: a folded one holds a digit only if it was a digit of that value."""
    assigned = [
        char for char in map(chr, range(1, sys.maxunicode + 1)) if unicodedata.category(char) not in {"Cn", "Co"}
    ]
    for first in range(0, len(assigned), 0x1000):
        chars = assigned[first : first + 0x1000]
        # Nothing holds to a null, nor is a null white space: each character is folded as if it stood alone.
        for char, key in zip(chars, normalize("\0".join(chars)).split("\0"), strict=True):
            for part in key if key != char else "":
                # The radical of a numeral is the numeral, as Unicode has it.
                if (part.isdigit() or part.isnumeric()) and not "\u2e80" <= char <= "\u2fdf":
                    assert unicodedata.numeric(part) == unicodedata.numeric(char), hex(ord(char))


def test_every_white_space_is_one_space() -> None:
    """Over all of Unicode: what is white space becomes a space, alone and in a run, and nothing else does."""
    every = [chr(point) for point in range(sys.maxunicode + 1) if chr(point).isspace()]
    folds = frozenset([Fold.WHITE_SPACE])
    assert [normalize(char, folds) for char in every] == [" "] * len(every)
    assert normalize("a" + "".join(every) + "b", folds) == "a b"
    assert " " not in normalize("\u200b\u180e\u2060\u0000_", folds)
    assert normalize("a \u200b b") == normalize_with_map("a \u200b b").key == "a b"


@example(text=" \u200b ", folds=ALL_FOLDS)
@given(text=nasty_texts, folds=some_folds)
def test_the_key_alone_is_the_key_with_the_way_back(text: str, folds: frozenset[Fold]) -> None:
    """The quick way to a key and the one that remembers where it comes from lead to the same."""
    assert normalize(text, folds) == normalize_with_map(text, folds).key


# -- edges ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("it can't be", "it| |can't| |be"),
        ("the U.S. team", "the| |U.S|.| |team"),
        ("3,000,000 or 3.5", "3,000,000| |or| |3.5"),
        ("at 10:30, 1/2", "at| |10:30|,| |1/2"),
        ("-5 and .5", "-5| |and| |.5"),
        ("-$5m", "-$|5m"),
        ("3 000 000 in 2019 100", "3 000 000| |in| |2019| |100"),
        ("oil-rich non-violent", "oil|-|rich| |non-violent"),
        ("duty-free F-35", "duty-free| |F-35"),
        ("5 ½ or 5 1/2", "5 ½| |or| |5 1/2"),
        ("12\n300 -- a", "12|\n|300| |--| |a"),
        ("a\r\nb", "a|\r\n|b"),
        ("e\u0301 \u0301", "e\u0301| \u0301"),
        ("un\u00adtrue un\u200btrue", "un\u00adtrue| |un\u200btrue"),
        ("🇻🇪🇨🇴", "🇻🇪|🇨🇴"),
        ("👩\u200d🚀👍🏽", "👩\u200d🚀|👍🏽"),
        ("\u1112\u1161\u11ab", "\u1112\u1161\u11ab"),
        ("不支持", "不支|持"),
        ("3万 5年", "3万| |5|年"),
        ("\u06005", "\u06005"),
        ("a_b x\u203fy", "a_b| |x\u203fy"),
    ],
)
def test_edges_of_words_and_graphemes(text: str, edges: str) -> None:
    """A place may begin and end at each bar and nowhere else."""
    if text == "-$5m":  # Between the sign of the currency and its digits is an edge, before it there is none.
        assert [i for i in range(1, len(text)) if is_boundary(text, i)] == [2]
    assert "|".join(_split(text)) == edges


def _split(text: str) -> list[str]:
    cuts = [index for index in range(len(text) + 1) if is_boundary(text, index)]
    return [text[start:end] for start, end in itertools.pairwise(cuts)]


# -- what a reader sees -----------------------------------------------------------------------


def test_hints_decide_between_several_places() -> None:
    """The nearest place, or the one between the given words, is meant; a hint never makes a place."""
    text = "First we go home. Then we go home, later we go home again."
    spans = locate(text, "we go home").spans
    assert len(spans) == 3
    assert locate(text, "we go home", near=20).spans == (spans[1],)
    assert locate(text, "we go home", near=20).outcome is Outcome.FOUND
    assert locate(text, "WE GO HOME", near=-7).spans == (spans[0],)
    assert locate(text, "we go home", prefix="LATER").spans == (spans[2],)
    assert locate(text, "we go home", suffix="again").spans == (spans[2],)
    assert locate(text, "we go home", prefix="hen").spans == spans
    assert locate(text, "we go home", prefix="first", suffix="again").spans == spans
    assert locate(text, "we go home", near=(spans[0][0] + spans[1][0]) // 2).outcome is (
        Outcome.AMBIGUOUS if (spans[0][0] + spans[1][0]) % 2 == 0 else Outcome.FOUND
    )
    assert locate(text, "we … home", prefix="then").spans == (spans[1],)
    assert locate(text, "we stay", near=0).outcome is Outcome.MISSING
    assert locate("he said " * 3 + "go, " + "." * 200 + "go", "go", suffix="go").outcome is Outcome.FOUND
    assert locate("stop " + "." * 200 + "go, go", "go", prefix="stop").spans == ((205, 207),)


def test_folds_can_be_switched_off() -> None:
    """A fold that is not allowed does not ground; an unknown one is refused."""
    assert locate("Nicolás", "nicolas").folds == (Fold.CASE, Fold.ACCENTS)
    assert not locate("Nicolás", "nicolas", folds=[Fold.CASE]).grounded
    assert not locate("Nicolás", "NICOLÁS", folds=()).grounded
    assert locate("we came and left", "we … left", folds=()).folds == ()
    with pytest.raises(ValueError, match="spelling"):
        locate("Nicolás", "nicolas", folds=["spelling"])  # type: ignore[list-item]


def test_words_left_out_are_given_and_called_out() -> None:
    """A gap over a negation or a number is grounded and says so."""
    location = locate("We will not leave before 1 May, he said.", "We will … leave … May")
    assert location.grounded
    assert location.elided
    assert location.omitted == (
        Omission(text="not", start=8, end=11, number=False, negation=True),
        Omission(text="before 1", start=18, end=26, number=True, negation=False),
    )
    assert [(callout.kind.value, callout.text.strip()) for callout in location.callouts] == [
        *[("negation", "not"), ("number", "before 1")]
    ]


def test_altered_words_are_told() -> None:
    """The diff has the words of both sides and calls out numbers and negations."""
    location = locate("Prices did not rise 6 per cent in all.", "Prices did rise 5 per cent in most")
    assert not location.grounded
    assert location.span is None
    assert location.spans == ((0, 37),) or location.outcome is Outcome.MISSING
    location = locate("In May, prices did not rise in any town.", "prices did rise in any town")
    assert location.diff == (
        Edit(kind=EditKind.DROPPED, quoted="", found="not", start=19, end=22, number=False, negation=True),
    )
    assert location.callouts == (Callout(kind=CalloutKind.NEGATION, text="not", start=19, end=22),)
    (edit,) = locate("prices rose 6 per cent", "prices rose 5 per cent").diff
    assert (edit.kind, edit.quoted, edit.found, edit.number) == (EditKind.CHANGED, "5", "6", True)
    (edit,) = locate("we saw the red barn", "we saw the very red barn").diff
    assert (edit.kind, edit.quoted, edit.found, edit.start, edit.end) == (EditKind.ADDED, "very", "", 10, 10)
    (edit,) = locate("Yes, we did", "Yes we did").diff
    assert (edit.kind, edit.found) == (EditKind.DROPPED, ",")


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("a b c d e f g h i", "a b c X d e X f g X h i"),
        ("a b c d e f g h i", "a |X b c X d e X f g h i"),
        ("q r a b c a b c", "q r a X b c a X b c"),
        ("q r a b c a b c", "q |X r a X b c a b c"),
        ("q r a b c a b c", "q |X r a b c a X b c"),
    ],
)
def test_one_intact_piece_leads_to_the_whole_place(quote: str, place: str) -> None:
    """With as many edits as may be, and all but one piece touched, the place is found from its first word to its last."""
    # A word before the bar could be taken in, for an X dropped and not changed; the place as long as the quotation is meant.
    before, _, place = f"{'and so ' * 30}|{place}".rpartition("|")
    before = before.replace("|", "")
    location = locate(before + place + " and so on" * 30, quote)
    assert location.outcome is Outcome.ALTERED
    assert location.spans == ((len(before), len(before) + len(place)),)
    assert [edit.found for edit in location.diff] == ["X"] * place.count("X")


def test_the_nearest_of_places_far_apart_is_meant() -> None:
    """Only the surroundings of rare words are compared, and the first of the nearest places wins."""
    text = "the very old boat sank. " + "Nothing came of it. " * 20 + "the old boat sank. the old boat sank"
    location = locate(text, "the odd boat sank")
    assert location.spans == ((424, 441),)
    assert locate("...!", "no word").outcome is Outcome.MISSING
    assert locate("we came\U0001f3fd", "we, came").spans == ((0, 8),)


def test_very_long_quotations_are_not_compared() -> None:
    """Beyond 500 words nothing is called altered, and what stands in the text is found all the same."""
    words = [f"w{number}" for number in range(600)]
    text = " ".join(words)
    assert locate(text, text).outcome is Outcome.FOUND
    words[7] = "other"
    assert locate(text, " ".join(words)).outcome is Outcome.MISSING
    assert locate(text, " ".join(words[:450])).outcome is Outcome.ALTERED


def test_marks_around_the_quotation() -> None:
    """White space, quotation marks, ellipses, dashes and sentence marks at the ends are no part of a quotation."""
    assert strip_marks(" “… This needed to happen,” ") == "This needed to happen"
    assert strip_marks("—No —dijo") == strip_marks("—  No —dijo") == "No —dijo"
    assert strip_marks("-5 degrees -") == "-5 degrees"
    assert strip_marks("6'") == "6'"
    assert strip_marks("'of 2019'") == "of 2019"
    assert strip_marks("[...] and so (...)") == "and so"
    assert strip_marks("(so)") == strip_marks("[so]") == strip_marks("“(so),”") == "so"
    assert strip_marks("(so) and (so)") == "(so) and (so)"
    assert strip_marks("so (x") == "so (x"
    assert strip_marks("so [x]") == "so [x]"
    assert strip_marks("> • so") == strip_marks("**so**") == strip_marks("_so_") == strip_marks("<b>so</b>") == "so"
    assert strip_marks("> 5 of them") == "> 5 of them"
    assert strip_marks("&ldquo;so&rdquo;") == strip_marks('\\"so\\"') == "so"
    assert strip_marks("caf&eacute;") == "caf&eacute;"
    assert strip_marks("[sic] so (sic)") == "so"
    assert strip_marks("..." * 20) == ""
    assert locate("he said so", "[He] said so").grounded


def pieces(quote: str) -> list[str] | None:
    cut = split_at_gaps(quote)
    return [fragment.text for fragment in cut.fragments] if cut is not None else None


def test_quotations_are_cut_at_gaps_and_brackets() -> None:
    """Ellipses part fragments, and so do bracketed words and endings; a bracketed letter is a letter."""
    cut = split_at_gaps("a … b [he] c [...] [-] d")
    assert cut is not None
    assert pieces("a … b [he] c [...] [-] d") == ["a", "b", "c", "[-] d"]
    assert [gap.most_words for gap in cut.gaps] == [60, 5, 60]
    assert pieces("a [b] [c] d") == ["a", "d"]
    assert pieces("plain") is None
    assert pieces("[he]") is None
    assert pieces("[T]he (w)all walk[ed] do[n’t] [un]safe [sic] so") == ["The wall walk", "don’t unsafe so"]
    assert pieces(" … ".join("a" * 70)) is None
    assert pieces("a " + "[b] " * 20 + "c") is None


def test_an_index_is_a_value() -> None:
    """Indexes are equal if their texts are, pickle, and show their size."""
    text = Text("we go")
    assert text.text == "we go"
    assert len(text) == 5
    assert text == Text("we go") != Text("we")
    assert text != "we go"
    assert hash(text) == hash(Text("we go"))
    assert repr(text) == "<Text of 5 code points>"
    assert pickle.loads(pickle.dumps(text)) == text
    assert [locate(text, quote).outcome.value for quote in ("we, go", "us", "we; go")] == [
        "altered",
        "missing",
        "altered",
    ]


def test_equal_texts_need_no_fold() -> None:
    """Where nothing differs no fold is named; a key of nothing has no place."""
    assert minimal_folds([Place(0, 1, ())], ALL_FOLDS) == ()
    assert Index("abc").places("\u200b", ALL_FOLDS) == []
