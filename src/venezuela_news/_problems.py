"""Rules and problems: what can be wrong with a document, and how it is reported.

Every rule has a name in :data:`RULES`. A :class:`Problem` names one of them, the place where
it is broken, what was found there and what to write instead.
"""

from __future__ import annotations

import enum
import json
import re
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "RULES",
    "Path",
    "Problem",
    "Rule",
    "Severity",
    "described",
    "show",
    "shown_path",
]

Path: TypeAlias = tuple[str | int, ...]


@final
class Severity(enum.StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """No story like this can be built."""
    WARNING = "warning"
    """The story is legal, and somebody should look."""


@final
@attrs.frozen(weakref_slot=False)
class Rule:
    """A way in which a document can be wrong.

    ``schema`` is true where the JSON Schema refuses every document that breaks the rule,
    false where it takes this library to see it.
    """

    name: str
    meaning: str
    schema: bool
    severity: Severity = Severity.ERROR


def _table(*rules: Rule) -> Mapping[str, Rule]:
    return {rule.name: rule for rule in rules}


RULES: Mapping[str, Rule] = _table(
    # -- bytes: what a parser sees, before there is a document --------------------------------
    Rule("bad-encoding", "The bytes are not UTF-8.", schema=False),
    Rule("bad-syntax", "The text is not in the format that it claims to be in.", schema=False),
    Rule("byte-order-mark", "The text begins with a byte-order mark.", schema=False),
    Rule("duplicate-key", "An object has the same key twice.", schema=False),
    Rule("lone-surrogate", "A text holds half of a surrogate pair.", schema=True),
    Rule("non-finite-number", "A number is infinite or not a number.", schema=True),
    Rule("too-deep", "Values are nested deeper than a story can be.", schema=True),
    Rule("too-large", "The input, or something in it, is beyond the limits.", schema=False),
    Rule("trailing-data", "Something stands after the end of the document.", schema=False),
    Rule(
        "unsupported-syntax",
        "The format allows this, documents do not: aliases, tags, binary and extension values.",
        schema=False,
    ),
    # -- shape: objects, keys and types -------------------------------------------------------
    Rule("missing-key", "A key that is required is not there.", schema=True),
    Rule("unknown-key", "A key is none of the record's.", schema=True),
    Rule("unsupported-version", "The document's version is not one this library reads.", schema=True),
    Rule("wrong-type", "A value has another type than its field.", schema=False),
    # -- fields: one value, or the values of one record ---------------------------------------
    Rule(
        "bad-country-code",
        "A country's id is neither an ISO 3166-1 alpha-2 code nor that of a former state.",
        schema=True,
    ),
    Rule("bad-date", "A date is not EDTF of the kinds read here.", schema=False),
    Rule("bad-digest", "A digest is not 64 lower-case hexadecimal digits.", schema=True),
    Rule("bad-id", "An id is not lower-case words joined by hyphens, of 64 characters at most.", schema=True),
    Rule("bad-language", "A language is not a well-formed BCP 47 tag.", schema=True),
    Rule("bad-license", "A license is not a well-formed SPDX license expression.", schema=False),
    Rule("bad-url", "A URL is not an absolute http or https URL.", schema=True),
    Rule("blank-text", "A text is empty or white space.", schema=True),
    Rule("bounds-reversed", "A figure's low bound is above its high bound.", schema=False),
    Rule("control-character", "A text holds a control character or a line break.", schema=True),
    Rule("duplicate-item", "A list holds the same value twice.", schema=False),
    Rule("empty-list", "A list that needs an item has none.", schema=True),
    Rule("empty-span", "A span does not end after its start.", schema=False),
    Rule("exactly-one", "Of a source's `paragraphs` and `digests`, both or neither are given.", schema=True),
    Rule("missing-bound", "A figure has neither a low nor a high bound.", schema=True),
    Rule(
        "name-or-description",
        "An actor has neither a name nor a description, or a work neither a title nor a description.",
        schema=True,
    ),
    Rule("not-normalized", "A text is not in Unicode's normalization form C.", schema=False),
    Rule("out-of-range", "A number is outside its bounds.", schema=True),
    Rule("span-length", "A span's length is not that of its exact text.", schema=False),
    Rule("too-precise", "A number has more digits than every format keeps, or is too close to zero.", schema=False),
    Rule("unknown-choice", "A value is none of those that its field allows.", schema=True),
    Rule("untrimmed-text", "A text begins or ends with white space.", schema=True),
    # -- between records ----------------------------------------------------------------------
    Rule("anchor-form", "An anchor lacks `exact` into paragraphs, or has it into digests.", schema=False),
    Rule("cycle", "Records follow, contain or belong to each other in a circle.", schema=False),
    Rule("dangling-reference", "A reference names no record of the story.", schema=False),
    Rule("duplicate-id", "Two records have the same id.", schema=False),
    Rule("excluded-member", "A group both lists and excludes an actor.", schema=False),
    Rule("mixed-sources", "The anchors of one attribution are in several sources.", schema=False),
    Rule("order-contradiction", "A record comes after one that its date is certainly before.", schema=False),
    Rule("paragraph-out-of-range", "An anchor names a paragraph that its source lacks.", schema=False),
    Rule("repeated-rival", "Two claims name each other as rivals, which is said once.", schema=False),
    Rule("self-reference", "A claim is its own rival, or a group excludes itself.", schema=False),
    Rule("span-mismatch", "An anchor's words are not those of its source at that place.", schema=False),
    Rule("wrong-reference", "A reference names a record of a kind that cannot stand there.", schema=False),
    # -- doubtful -----------------------------------------------------------------------------
    Rule("favored-rivals", "A holder favors two rival claims.", schema=False, severity=Severity.WARNING),
    Rule("implausible-age", "A person is over 110 years old.", schema=False, severity=Severity.WARNING),
    Rule("opposed-stances", "A holder takes two positions on one claim.", schema=False, severity=Severity.WARNING),
    Rule(
        "unknown-language",
        "A language is well formed, and has a part that no list knows.",
        schema=False,
        severity=Severity.WARNING,
    ),
    Rule(
        "unknown-license",
        "A license is well formed, and has an id that no list knows.",
        schema=False,
        severity=Severity.WARNING,
    ),
)
"""Every rule, by name. Names are promises; meanings are wording."""


_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def _told(value: object) -> str:
    """A value that JSON does not have, or Python does not print."""
    if isinstance(value, int):
        return f"<about {int(value.bit_length() * 0.30103) + 1} digits>"
    try:
        return f"{type(value).__name__} {value!r}" if not isinstance(value, type) else repr(value)
    except Exception:  # noqa: BLE001 - a stranger's repr may raise anything; a message is no place for it
        return type(value).__name__


def show(value: object, width: int = 60) -> str:
    """The found value as a message quotes it: JSON where it is JSON, printable, and short."""
    if isinstance(value, str | bytes):
        # What is cut off below need not be looked at: a text may have millions of characters.
        value = value[:width]
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = _told(value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return text if len(text) <= width else text[: width - 1] + "…"


_SCALARS: dict[type, str] = {bool: "boolean", str: "text", int: "number", float: "number"}
_COLLECTIONS: dict[type, str] = {list: "a list", tuple: "a tuple", dict: "an object"}


def described(value: object) -> str:
    """A value as a message names what was found: its type where that says more than the value."""
    if value is None:
        return "null"
    if isinstance(value, bool | int | float | str):
        return f"the {_SCALARS.get(type(value), type(value).__name__)} {show(value)}"
    return _COLLECTIONS.get(type(value), f"a {type(value).__name__}")


def shown_path(path: Path) -> str:
    """Write a path as messages do: ``$.people[0].age``."""
    parts = ["$"]
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif _IDENTIFIER.fullmatch(step):
            parts.append(f".{step}")
        else:
            parts.append(f"[{show(step)}]")
    return "".join(parts)


@final
@attrs.frozen(weakref_slot=False)
class Problem:
    """One thing that is wrong, or doubtful, in a document.

    Args:
        path: Keys and indices from the document's root; indices count from 0. A missing key
            is part of the path.
        rule: The name of a rule in the rules table. Path and rule are promises.
        message: What was found, and what is allowed.
        hint: What to write instead.
        value: What was found, where there was something. It takes no part in equality.

    >>> problem = Problem(("people", 0, "age"), "out-of-range", "age is -1", "write 0 to 150")
    >>> print(problem)
    $.people[0].age: age is -1; write 0 to 150 [out-of-range]
    >>> problem.pointer
    '/people/0/age'
    """

    path: Path
    rule: str
    message: str
    hint: str
    value: object = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.rule not in RULES:
            raise LookupError(f"no rule is called {self.rule!r}")

    @property
    def severity(self) -> Severity:
        """The severity of the rule that is broken."""
        return RULES[self.rule].severity

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901); empty for the whole document."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.path)

    def within(self, *path: str | int) -> Problem:
        """The same problem as seen from further out: ``path`` is put before its own."""
        return attrs.evolve(self, path=(*path, *self.path))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        # What was found may be anything, and some things can't be pickled: then the words about it have to do.
        value = self.value if isinstance(self.value, str | int | float) else None
        return Problem, (self.path, self.rule, self.message, self.hint, value)

    def __str__(self) -> str:
        return f"{shown_path(self.path)}: {self.message}; {self.hint} [{self.rule}]"
