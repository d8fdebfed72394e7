"""Grounding: does a quotation really stand in the text, and where.

`locate` answers with one of six outcomes; only `found` and `normalized` are grounded. Nearness never grounds.
`ground` asks it of everything that a story says about its sources; `adopt` makes a story of loose extractions.
"""

from __future__ import annotations

from venezuela_news.grounding._adopt import adopt
from venezuela_news.grounding._adoption import Adoption, Entry, Fate
from venezuela_news.grounding._differences import Edit, EditKind, Omission
from venezuela_news.grounding._folds import Fold
from venezuela_news.grounding._ground import ground
from venezuela_news.grounding._lines import ParagraphSpan
from venezuela_news.grounding._locate import Location, Outcome, locate
from venezuela_news.grounding._report import Finding, Report, Status, Thing
from venezuela_news.grounding._text import Span, Text

__all__ = [
    "Adoption",
    "Edit",
    "EditKind",
    "Entry",
    "Fate",
    "Finding",
    "Fold",
    "Location",
    "Omission",
    "Outcome",
    "ParagraphSpan",
    "Report",
    "Span",
    "Status",
    "Text",
    "Thing",
    "adopt",
    "ground",
    "locate",
]
