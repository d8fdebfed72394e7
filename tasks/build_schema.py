"""Write the JSON Schema of the document format from the classes, a file for each profile: ``python -m tasks.build_schema``.

``--check`` writes nothing, and fails if a file is not what would be written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from tasks.schema.document import DocumentWriter
from tasks.schema.strict import StrictWriter

from venezuela_news._schema import FILES, Profile

FOLDER = Path(__file__).parents[1] / "src" / "venezuela_news" / "corpus" / "data"

WRITERS: Mapping[Profile, type[DocumentWriter]] = {"document": DocumentWriter, "strict": StrictWriter}


def written(profile: Profile) -> str:
    """The whole file. It is ASCII: patterns hold characters that are best seen as escapes."""
    return json.dumps(WRITERS[profile]().write(), indent=2) + "\n"


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check: bool = parser.parse_args().check
    wrong = 0
    for profile, name in FILES.items():
        file = FOLDER / name
        if not check:
            file.write_text(written(profile), encoding="utf-8", newline="\n")
        elif not file.is_file() or file.read_text(encoding="utf-8") != written(profile):
            wrong += 1
            print(f"{name} is out of date: run python -m tasks.build_schema", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
