"""Where the names of the story's actors and places stand in a text.

1. Every place at which a name or an alias of a record stands, as whole words and in its case, is a mention of the record.
2. The longest name at a place counts: a region in the name of a center for it is no mention of the region.
3. Nothing is added to the name, neither a title before it nor an apposition after it, and no pronoun is a mention.
4. A record whose name describes it, such as "Maduro's government", and one without a name is mentioned wherever a noun
   phrase denotes it; authors write these places down.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["DESCRIBED", "forms_of", "mentions_in", "named"]

#: The arrays of the records that have names.
ARRAYS = ("people", "organizations", "countries", "places")

#: Records whose names describe them (rule 4).
DESCRIBED = frozenset({"maduro-government"})


def named(records: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The records that are mentioned by name, in the order of the document."""
    return [
        record
        for array in ARRAYS
        for record in records.get(array, ())
        if "name" in record and record["id"] not in DESCRIBED
    ]


def forms_of(records: Mapping[str, Any], more: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The id of the record that each form of a name means.

    Args:
        records: The story's document.
        more: Further forms, by id: those of a language for which a class of records has no field.

    Raises:
        ValueError: Two records have the same form.
    """
    forms: dict[str, str] = {}
    for record in named(records):
        id = record["id"]
        for form in (record["name"], *record.get("aliases", ()), *more.get(id, ())):
            if forms.setdefault(form, id) != id:
                raise ValueError(f"{form!r} is a name of both {forms[form]} and {id}")
    return forms


def mentions_in(paragraphs: Iterable[str], forms: Mapping[str, str]) -> dict[str, list[tuple[int, int, int]]]:
    """The places of each record's names: paragraph, start and end, in reading order."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    longest_first = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for number, line in enumerate(paragraphs):
        for match in pattern.finditer(line):
            found.setdefault(forms[match.group()], []).append((number, *match.span()))
    return found
