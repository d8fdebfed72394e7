"""Write the parameters of the strategies of records, one for each declared field of the class.

What stands between a strategy's name and its docstring is written; the docstring is by hand, and so are imports.
``--check`` writes nothing, and fails if the file is not what would be written.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import venezuela_news as vn
from venezuela_news._fields import Kind, fields_of

if TYPE_CHECKING:
    from venezuela_news._fields import Field

FILE = Path(__file__).parents[1] / "src" / "venezuela_news" / "strategies" / "_records.py"

_STRATEGY = re.compile(r"^def (\w+)\((?:.*?)\n?\) -> st\.SearchStrategy\[(\w+)\]:$", re.DOTALL | re.MULTILINE)


def _annotation(field: Field) -> str:
    """The type of a field's values, as a strategy for them is annotated."""
    one = (
        "Date" if field.kind is Kind.DATE and len(field.types) > 1 else " | ".join(cls.__name__ for cls in field.types)
    )
    if field.items is not None:
        one = f"tuple[{one}, ...]"
    return f"{one} | None" if field.optional else one


def _signature(match: re.Match[str]) -> str:
    name, cls = match.groups()
    parameters = [f"    {field.name}: Drawn[{_annotation(field)}] = None,\n" for field in fields_of(getattr(vn, cls))]
    return f"def {name}(\n    *,\n{''.join(parameters)}) -> st.SearchStrategy[{cls}]:"


def written(text: str) -> str:
    """The whole file, from what it is now."""
    return _STRATEGY.sub(_signature, text)


def main() -> int:
    """Write the file, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check: bool = parser.parse_args().check
    text = FILE.read_text(encoding="utf-8")
    if not check:
        FILE.write_text(written(text), encoding="utf-8", newline="\n")
        return 0
    if text == written(text):
        return 0
    print(f"{FILE.name} is out of date: run `make strategies`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
