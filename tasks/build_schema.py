"""Write the JSON Schema of the document format, one file for each profile, from the classes.

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

DATA = Path(__file__).parents[1] / "src" / "venezuela_news" / "corpus" / "data"

WRITERS: Mapping[Profile, type[DocumentWriter]] = {"document": DocumentWriter, "strict": StrictWriter}


def text_of(profile: Profile) -> str:
    """Give a whole file. It is ASCII: patterns hold characters that are best seen as escapes."""
    return json.dumps(WRITERS[profile]().write(), indent=2) + "\n"


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check: bool = parser.parse_args().check
    status = 0
    for profile, name in FILES.items():
        file = DATA / name
        if not check:
            file.write_text(text_of(profile), encoding="utf-8", newline="\n")
        elif not file.is_file() or file.read_text(encoding="utf-8") != text_of(profile):
            print(f"{name} is out of date: run python -m tasks.build_schema", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
