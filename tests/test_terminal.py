"""What a terminal may be given."""

from __future__ import annotations

import itertools
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from venezuela_news._terminal import columns, printable, wrapped

#: Format characters that are seen: signs of Arabic, Syriac and Kaithi that stand before or around numbers.
SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
UNSAFE = [
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in SEEN
]
WORDS = st.text(st.sampled_from("ab-é\u0301港、。한"), max_size=30).map("a".__add__)


def test_what_steers_or_hides_is_escaped():
    """Every control, separator, direction mark, invisible character and half of a surrogate pair is an escape."""
    assert [char for char in UNSAFE if not printable(char).isascii()] == []
    tags = "".join(map(chr, range(0xE0000, 0xE0200)))
    assert printable(tags).isascii()
    assert printable("\x1b]0;\x07 a\nb\tc \u202ed\ud800") == r"\x1b]0;\x07 a\nb\tc \u202ed\ud800"


def test_what_is_seen_stays():
    """Letters, marks, signs, pictures and spaces of any script stay as they are."""
    kept = "Nicolás e\u0301 港 עברית \u0600 ❤\ufe0f a\u00a0b\u3000c \\ \u2028"[:-1]
    assert printable(kept) == kept


@given(st.text())
def test_nothing_is_escaped_twice(text):
    """What is printable is left alone."""
    assert printable(printable(text)) == printable(text)


def test_columns():
    """A wide letter takes two columns, a mark none."""
    assert [columns(text) for text in ("", "abc", "é", "e\u0301", "港", "Ａ", "한글")] == [0, 3, 1, 1, 2, 2, 4]


@given(st.lists(WORDS), st.integers(6, 40))
def test_wrapped_lines_fit(words, width):
    """Every line fits its width, begins as it is told to, and the words are all there in their order."""
    lines = wrapped(" ".join(words), width, "- ", "    ")
    assert all(columns(line) <= width for line in lines)
    indents = ["- ", *["    "] * (len(lines) - 1)]
    assert all(line.startswith(indent) for line, indent in zip(lines, indents, strict=bool(lines)))
    texts = [line.removeprefix(indent) for line, indent in zip(lines, indents, strict=bool(lines))]
    assert "".join(texts).replace(" ", "") == "".join(words)
    assert not any(unicodedata.combining(text[0]) for text in texts)


@given(st.lists(st.text("ab", min_size=1, max_size=8)), st.integers(8, 40))
def test_no_line_is_shorter_than_it_must_be(words, width):
    """Words that fit a line are not broken, and each line takes as many as it can."""
    lines = wrapped(" ".join(words), width)
    assert " ".join(lines).split() == words
    for line, after in itertools.pairwise(lines):
        assert len(line) + 1 + len(after.split()[0]) > width


def test_scripts_without_spaces_break_anywhere_but_before_a_comma():
    """Text without spaces fills its lines; a closing mark stays with what it closes."""
    assert wrapped("委内瑞拉总统，马杜罗", 12) == ["委内瑞拉总", "统，马杜罗"]
    assert wrapped("x 委内瑞拉", 6) == ["x 委内", "瑞拉"]
