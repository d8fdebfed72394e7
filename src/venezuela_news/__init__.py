"""A news story as checked data.

The day Venezuela's president cut ties with the United States (23 January 2019), as typed,
validated, frozen objects: its people, what they said, and where countries stand.

>>> import venezuela_news as vn
>>> story = vn.story()
>>> story.position_of("MX", "guaido-is-interim-president")
<Position.NEUTRAL: 'neutral'>
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, get_args

from venezuela_news._actors import Actor, Country, Group, Organization, OrganizationKind, Person, Place, Role
from venezuela_news._assessment import Assessment, assess
from venezuela_news._codec import (
    check,
    configure_converter,
    converter,
    dumps,
    format_exception,
    loads,
    read,
    structure,
    unstructure,
    write,
)
from venezuela_news._dates import Interval, PartialDate, Precision, parse_date
from venezuela_news._errors import (
    InvalidStory,
    MissingExtra,
    NewsError,
    TextMismatch,
    UnknownFormat,
    UnknownRecord,
)
from venezuela_news._events import Category, Event, EventStatus, Figure, Photo
from venezuela_news._limits import Limits
from venezuela_news._positions import Conflict, Explanation
from venezuela_news._problems import RULES, Problem, Rule, Severity
from venezuela_news._records import Occurrence, Record
from venezuela_news._rules import FieldRule, Items
from venezuela_news._schema import schema
from venezuela_news._seams import describe_to_hypothesis
from venezuela_news._sources import Anchor, Quote, Source
from venezuela_news._statements import Act, Attribution, Channel, Claim, ClaimKind, Mode, Position, Stance, Statement
from venezuela_news._story import Mention, Story
from venezuela_news._types import Date
from venezuela_news._works import Work, WorkKind
from venezuela_news.corpus import story

if TYPE_CHECKING:
    from types import ModuleType

    from venezuela_news import corpus as corpus
    from venezuela_news import grounding as grounding
    from venezuela_news import rendering as rendering
    from venezuela_news import scoring as scoring
    from venezuela_news import strategies as strategies

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Act",
    "Actor",
    "Anchor",
    "Assessment",
    "Attribution",
    "Category",
    "Channel",
    "Claim",
    "ClaimKind",
    "Conflict",
    "Country",
    "Date",
    "Event",
    "EventStatus",
    "Explanation",
    "Figure",
    "Group",
    "Interval",
    "InvalidStory",
    "Limits",
    "Mention",
    "MissingExtra",
    "Mode",
    "NewsError",
    "Occurrence",
    "Organization",
    "OrganizationKind",
    "PartialDate",
    "Person",
    "Photo",
    "Place",
    "Position",
    "Precision",
    "Problem",
    "Quote",
    "Record",
    "Role",
    "Rule",
    "Severity",
    "Source",
    "Stance",
    "Statement",
    "Story",
    "TextMismatch",
    "UnknownFormat",
    "UnknownRecord",
    "Work",
    "WorkKind",
    "assess",
    "check",
    "configure_converter",
    "converter",
    "dumps",
    "format_exception",
    "loads",
    "parse_date",
    "read",
    "schema",
    "story",
    "structure",
    "unstructure",
    "write",
]

#: Doors that are opened when they are first used: what they need may be an extra.
_LAZY_MODULES = frozenset({"corpus", "grounding", "rendering", "scoring", "strategies"})

if not TYPE_CHECKING:
    # Type checkers read the imports above instead, so that they know what is behind each door.

    def __getattr__(name: str) -> ModuleType:
        if name in _LAZY_MODULES:
            return importlib.import_module(f"{__name__}.{name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__", *sorted(_LAZY_MODULES)]


def _strategy_of(cls: type) -> object:
    return importlib.import_module(f"{__name__}.strategies").strategy_of(cls)


def _register_with_hypothesis() -> None:
    """Let ``st.from_type`` and ``st.builds`` know the classes where Hypothesis is loaded; ``strategies`` opens when it draws.

    Whichever of the two packages is imported second calls this.
    """
    drawing = sys.modules.get("hypothesis.strategies")
    if (register := getattr(drawing, "register_type_strategy", None)) is None:
        return
    drawn: list[type] = [Interval, PartialDate, Problem]
    drawn += [found for name in __all__ if hasattr(found := globals()[name], "__checked__")]
    for cls in drawn:
        register(cls, _strategy_of)
    describe_to_hypothesis(drawn, (Items, *get_args(FieldRule)))


_register_with_hypothesis()
