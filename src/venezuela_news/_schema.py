"""The JSON Schema of the document format, as it ships.

The files beside the corpus are written from the declared classes by ``tasks/build_schema.py``.
They are read, not made, when the library runs, so that running it without docstrings (``-OO``) or
without its source changes nothing.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from venezuela_news._arguments import expect_choice

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FILES", "Profile", "schema"]

Profile: TypeAlias = Literal["document", "strict"]
"""The name of a profile of the schema."""

FILES: Mapping[Profile, str] = {"document": "schema.json", "strict": "schema.strict.json"}
"""The file of each profile, among the data of the corpus."""


def schema(*, profile: Profile = "document") -> dict[str, Any]:
    """The document format as JSON Schema 2020-12: fresh plain data at each call.

    Args:
        profile: ``document`` is as strict as the standard allows: what it refuses, the library
            refuses. ``strict`` is for the structured output of language models: every key is
            required, null or an empty list stands for absent, and only keywords are used that
            such services take.

    Raises:
        TypeError: The profile is no text.
        ValueError: There is no such profile.

    >>> list(schema()["properties"])[:3]
    ['schema_version', 'id', 'title']
    >>> schema()["$defs"]["Person"]["required"], len(schema(profile="strict")["$defs"]["Person"]["required"])
    (['id'], 8)
    """
    expect_choice(profile, FILES, "profile")
    fresh: dict[str, Any] = json.loads(_text(profile))
    return fresh


@cache
def _text(profile: Profile) -> str:
    """The text of a profile's file, read once."""
    return resources.files("venezuela_news").joinpath("corpus", "data", FILES[profile]).read_text("utf-8")
