"""Write the documentation's page of rules from the table of rules.

``--check`` writes nothing, and fails if the page is not what would be written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from venezuela_news._problems import RULES, Severity

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

_HEAD = """\
<!-- Written by tasks/generate_rules_page.py from the table of rules; change the table and run `make rules`. -->

# Rules

Every way in which a document can be wrong, by name. A problem names one of these rules and the place where it is broken; both are
promises, and wording is not. What is impossible is an error: no story like this can be built. What is doubtful is a warning.
*Schema* says whether JSON Schema alone catches it. What each means to the last detail is told by the [rules in full](reference/rules-in-full.md).
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for severity, heading in ((Severity.ERROR, "Errors"), (Severity.WARNING, "Warnings")):
        rows = [
            f"| `{rule.name}` | {rule.meaning} | {'yes' if rule.schema else 'no'} |"
            for rule in RULES.values()
            if rule.severity is severity
        ]
        parts.append(
            "\n".join([f"## {heading}", "", "| rule | meaning | schema |", "| --- | --- | --- |", *rows]) + "\n"
        )
    return "\n".join(parts)


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
