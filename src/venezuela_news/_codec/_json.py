"""JSON (RFC 8259), by the standard library, without what it adds to the standard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from venezuela_news._codec._parsed import Doubled, Parsed, broken, object_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from venezuela_news._limits import Limits

__all__ = ["parse", "render"]


def parse(data: bytes, limits: Limits) -> Parsed:
    """Read the document in UTF-8 bytes."""
    doubled = False

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        found = object_of(items)
        doubled = doubled or type(found) is Doubled
        return found

    text = data.decode("utf-8", "surrogatepass")
    if text.startswith("\ufeff"):
        return broken("byte-order-mark", "the text begins with U+FEFF")
    if not text.strip():
        return broken("bad-syntax", "the text is empty")
    try:
        # NaN and the infinities come as floats, which the diagnosis finds at their place.
        document = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        if error.msg == "Extra data":
            return broken("trailing-data", f"{where}: something stands behind the document")
        return broken("bad-syntax", f"{where}: this is not JSON: {error.msg}")
    except RecursionError:
        return broken("too-deep", "values are nested too deep to be read")
    except ValueError:
        # The one other complaint: a whole number of more digits than Python converts.
        return broken("too-large", "a number has thousands of digits")
    return Parsed(document=document, flawed=doubled)


def render(document: Mapping[str, Any], indent: int | None) -> bytes:
    """Write a document as bytes: compact and canonical, or indented for people."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return text.encode() + b"\n"
