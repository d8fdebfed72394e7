"""The lists of codes and names that rules look into, for implementations in other languages: ``lists.json``.

They are those that the package itself reads, without what it guesses from mistakes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from venezuela_news._types import COUNTRY_CODES

_REGISTRIES = Path(__file__).parents[2] / "src" / "venezuela_news" / "_registries.json"
_NAMES = ("licenses", "exceptions", "languages", "extlangs", "scripts", "regions", "variants", "grandfathered")


def _lists() -> dict[str, Any]:
    found = json.loads(_REGISTRIES.read_bytes())
    words = {name: " ".join(found[name]).split() for name in _NAMES}
    sources = {name: found["sources"][name] for name in ("licenses", "languages")}
    return {"sources": sources, "countries": sorted(COUNTRY_CODES), **words}


LISTS = _lists()
"""The content of ``lists.json``."""
