"""Grounding: does a quotation really stand in the text, and where.

`locate` answers with one of six outcomes; only `found` and `normalized` are grounded. Nearness never grounds.
`ground` asks it of everything that a story says about its sources; `adopt` makes a story of loose extractions.
"""

from __future__ import annotations

from venezuela_news._adoption._adopt import adopt
from venezuela_news._adoption._result import AdoptedEntry, Adoption, AdoptionStatus
from venezuela_news._grounding._findings import Finding, Status, Target
from venezuela_news._grounding._ground import ground
from venezuela_news._grounding._report import Report
from venezuela_news._grounding._source_text import ParagraphSpan
from venezuela_news._matching._callouts import Callout, CalloutKind, Replacement
from venezuela_news._matching._differences import Edit, EditKind, Omission
from venezuela_news._matching._folding import Fold
from venezuela_news._matching._index import Text
from venezuela_news._matching._locate import locate
from venezuela_news._matching._location import Location, Outcome
from venezuela_news._matching._normalized import Span

__all__ = [
    "AdoptedEntry",
    "Adoption",
    "AdoptionStatus",
    "Callout",
    "CalloutKind",
    "Edit",
    "EditKind",
    "Finding",
    "Fold",
    "Location",
    "Omission",
    "Outcome",
    "ParagraphSpan",
    "Replacement",
    "Report",
    "Span",
    "Status",
    "Target",
    "Text",
    "adopt",
    "ground",
    "locate",
]
