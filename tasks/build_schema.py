"""Write the JSON Schema of the document format, for the corpus, from the classes.

``--check`` writes nothing, and fails if the file is not what would be written.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from venezuela_news._schema import schema

FILE = Path(__file__).parents[1] / "src" / "venezuela_news" / "corpus" / "data" / "schema.json"


def written() -> str:
    """The whole file. It is ASCII: patterns hold characters that are best seen as escapes."""
    return json.dumps(schema(), indent=2) + "\n"


def main() -> int:
    """Write the file, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check: bool = parser.parse_args().check
    if not check:
        FILE.write_text(written(), encoding="utf-8", newline="\n")
        return 0
    if FILE.is_file() and FILE.read_text(encoding="utf-8") == written():
        return 0
    print(f"{FILE.name} is out of date: run tasks/build_schema.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
