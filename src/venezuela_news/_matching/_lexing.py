"""A text as runs of letters and digits, and the seams between them.

What any fold may pass over (white space, marks, markup, notes) stands in seams; letters and digits are in runs. The
runs' keys, joined, are what is searched; the seams of a place are compared afterwards, pair by pair.

    runs      We        fought   and
    seams  “      ,”⏎          ,        .”
"""

from __future__ import annotations

import functools
import re
import unicodedata
from array import array
from bisect import bisect_right
from itertools import accumulate, chain
from typing import Final, final

from venezuela_news._matching._characters import RADICALS, SINGLE_QUOTES, SUPERSCRIPTS
from venezuela_news._matching._folding import character_class
from venezuela_news._matching._letters import KEYS
from venezuela_news._matching._markup import INLINE_TAG, NOTE, SUPERSCRIPT_NOTE, References

__all__ = ["JOINT", "REOPENING", "Lexed"]

REOPENING: Final = "\ufdd1"
"""What stands for a quotation mark that opens a new paragraph of a quotation still open: a noncharacter."""
JOINT: Final = "\ufdd3"
"""What stands for an interruption that was taken out: a noncharacter."""
_LETTER_QUOTES: Final = frozenset(filter(str.isalnum, SINGLE_QUOTES))
_LINE_ENDS: Final = "\n\r\u2028\u2029"
_REOPENS: Final = re.compile(rf"[{_LINE_ENDS}]\s*[\"“„«‘‟](?=\S)")
_SPEECH_MARK: Final = re.compile(rf"[{_LINE_ENDS}]\s*(?P<first>[\"“„«‘‟](?=\S))?|[\"“”„«»‟‘’]")


def _is_held(char: str) -> bool:
    # A mark, a joiner or a voicing mark: it is in the run of the letter before it.
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d\uff9e\uff9f"


@functools.lru_cache(maxsize=256)
def _seam_pattern(
    held: frozenset[str], quotes: frozenset[str], radicals: bool, special: tuple[str, ...]
) -> re.Pattern[str]:
    letters = character_class(RADICALS) if radicals else ""
    marks = character_class(held)
    begins = [*special, f"[^\\w{marks}{letters}]", f"[_{character_class(quotes)}]"]
    goes_on = [
        *special,
        f"(?![{letters}])[\\W_{character_class(quotes)}]" if letters else f"[\\W_{character_class(quotes)}]",
    ]
    if held:
        begins.append(f"\\A[{marks}]")
    elif not special and not quotes and not letters:
        return re.compile(r"([\W_]+)")
    return re.compile(f"((?:{'|'.join(begins)})(?:{'|'.join(goes_on)})*)", re.IGNORECASE)


def _pattern_of(text: str) -> re.Pattern[str]:
    if text.isascii():
        odd: set[str] = set()
    else:
        odd = {char for char in set(text) if char > "\x7f"}
    special: list[str] = []
    if "<" in text and ">" in text:
        special.append(INLINE_TAG)
    if "[" in text:
        special.append(NOTE)
    if not odd.isdisjoint(SUPERSCRIPTS):
        special.append(SUPERSCRIPT_NOTE)
    held = frozenset(filter(_is_held, odd))
    return _seam_pattern(held, frozenset(odd & _LETTER_QUOTES), not odd.isdisjoint(RADICALS), tuple(special))


def _closes(text: str, match: re.Match[str]) -> bool:
    """Tell whether a mark that opens a line is closed in it: if a quotation is only assumed to be open, it opens one."""
    return re.match(rf"[^{_LINE_ENDS}]*[{_CLOSING[match['first']]}]", text[match.end() : match.end() + 400]) is not None


_CLOSING: Final = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‟": "”", '"': '"'}


def _reopening(text: str, is_open: bool) -> list[int]:
    """Where quotation marks open a new paragraph of a quotation that is still open."""
    if _REOPENS.search(text) is None:
        return []
    result: list[int] = []
    single = False
    assumed = is_open
    for match in _SPEECH_MARK.finditer(text):
        mark = match["first"] or match.group()
        if mark[0] in _LINE_ENDS:
            # A line may break inside a quotation; a paragraph that does not open it again ends it.
            if mark.count("\n") > 1:
                is_open = single = False
        elif match["first"] and (is_open or single) and not (assumed and _closes(text, match)):
            result.append(match.start("first"))
        elif mark in '"“„‟«':
            is_open, assumed = mark != '"' or not is_open, False
        elif mark in "”»":
            is_open = False
        elif mark == "‘":
            single = True
        elif not (text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()):
            single = False
    return result


@final
class Lexed:
    """A text lexed.

    Its offsets count code points of `text`, in which character references are read; `references` lead back.
    """

    __slots__ = ("key", "key_starts", "references", "runs", "seams", "starts", "text")

    def __init__(self, text: str, *, is_open: bool = False) -> None:
        self.references = References(text)
        self.text = self.references.text
        parts = _pattern_of(self.text).split(self.text)
        runs, seams = parts[0::2], parts[1::2]
        if runs[0]:
            seams.insert(0, "")
        else:
            del runs[0]
        if runs and not runs[-1]:
            del runs[-1]
        else:
            seams.append("")
        if not runs:
            seams = [self.text]
        self.starts = array("Q", accumulate(chain.from_iterable(zip(map(len, seams), map(len, runs), strict=False))))[
            0::2
        ]
        for place in _reopening(self.text, is_open):
            number = bisect_right(self.starts, place)
            offset = place - (self.starts[number - 1] + len(runs[number - 1]) if number else 0)
            seams[number] = seams[number][:offset] + REOPENING + seams[number][offset + 1 :]
        known: dict[str, str] = {}
        self.runs = [*map(known.setdefault, runs, runs)]
        self.seams = [*map(known.setdefault, seams, seams)]
        keys = [*map(KEYS.__getitem__, self.runs)]
        self.key = "".join(keys)
        self.key_starts = array("Q", accumulate(map(len, keys), initial=0))

    def end(self, number: int) -> int:
        """Where a run ends."""
        return self.starts[number] + len(self.runs[number])
