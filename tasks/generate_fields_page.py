"""Write the documentation's page of fields from the declarations of the classes.

``--check`` writes nothing, and fails if the page is not what would be written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from venezuela_news._fields import Field, Kind, fields_of
from venezuela_news._records import ARRAYS, VALUES
from venezuela_news._rules import Choice, Day, LicenseExpression, OneLine, Pattern, PlausibleUpTo, Quantity, Range
from venezuela_news._story import Story

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "fields.md"

_HEAD = """\
<!-- Written by tasks/generate_fields_page.py from the declarations; change them and run `make rules`. -->

# The fields of documents

Every key of every record, in the model's order. What a kind of value may be is told by the [rules in full](rules-in-full.md). A key that is not required may be absent or `null`. In a
list, each item may stand once only, unless it says otherwise.
"""

_PATTERNS = {"bad-id": "id", "bad-language": "language tag", "bad-url": "URL", "bad-digest": "digest"}


def _value(field: Field) -> str:
    """Say what stands in a field, or in each item of its list."""
    if field.kind is Kind.RECORD:
        return str(field.type.__name__)
    if field.kind is Kind.CHOICE:
        return ", ".join(f"`{member.value}`" for member in field.type)
    if field.kind is Kind.FLAG:
        return "true or false"
    if field.kind is Kind.DATE:
        return "day" if any(isinstance(rule, Day) for rule in field.rules) else "date or interval"
    if (ref := field.ref) is not None:
        kinds = [cls.__name__ for cls in ARRAYS.values() if cls.__name__ in ref.kinds]
        return f"id of: {', '.join(kinds) or 'any record'}"
    return _ruled(field)


def _ruled(field: Field) -> str:
    for rule in field.rules:
        match rule:
            case Pattern():
                return _PATTERNS[rule.rule]
            case Choice():
                return "country code"
            case LicenseExpression():
                return "license expression"
            case OneLine():
                return "line" if rule.trimmed else "line, with white space at its ends or not"
            case Quantity():
                return "number"
            case Range():
                doubtful = next(
                    (f"; over {r.high} is doubtful" for r in field.rules if isinstance(r, PlausibleUpTo)), ""
                )
                high = "2^53 - 1" if rule.high > 2**50 else rule.high
                return f"whole number, {rule.low} to {high}{doubtful}"
            case _:
                continue
    raise LookupError(f"nothing is known to say of {field.name}")


def _row(field: Field) -> str:
    value = _value(field)
    if (items := field.items) is not None:
        value = f"list of {value}" if field.kind is Kind.RECORD else f"list; {value}"
        value += "; one or more" * (items.minimum > 0) + "; the same may stand twice" * (not items.unique)
    default = field.default
    if default not in (None, ()):
        value += f"; {str(default).lower()} if absent"
    return f"| `{field.name}` | {value} | {'required' if field.required else ''} |"


def _tables() -> Iterator[str]:
    titles: list[tuple[str, type[Any]]] = [("Story: the document", Story)]
    titles += [(f"{cls.__name__}, in `{array}`", cls) for array, cls in ARRAYS.items()]
    titles += [(f"{cls.__name__}, a nested value", cls) for cls in VALUES]
    for title, cls in titles:
        rows = [_row(field) for field in fields_of(cls)]
        if cls is Story:
            rows.insert(0, "| `schema_version` | whole number: 1 | required |")
        yield "\n".join([f"## {title}", "", "| key | what stands there | |", "| --- | --- | --- |", *rows]) + "\n"


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([_HEAD, *_tables()])


def main() -> int:
    """Write the page, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check: bool = parser.parse_args().check
    if not check:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is out of date: run `make rules`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
