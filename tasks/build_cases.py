"""Write the case corpus from the tables in ``tasks/cases``: ``python -m tasks.build_cases``.

The expected results are written by hand in the tables; the library is never asked. The cases of
grounding are written by hand in their files, and are counted only. ``--check`` writes nothing, and
fails if a file is not what would be written.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tasks.cases.format import CASE_SCHEMA
from tasks.cases.invalid import DOUBTFUL, INVALID
from tasks.cases.lists import LISTS
from tasks.cases.raw import expected, files
from tasks.cases.scored import SCORED
from tasks.cases.several import SEVERAL
from tasks.cases.valid import VALID

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[1] / "src" / "venezuela_news" / "corpus" / "data"

VERSION = "1.0.0"
"""The corpus's own version (semver): another expected result, or a case taken away, is a major one; a case added, a minor one."""

_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs", "Mn", "Mc", "Me", "Cn", "Co"}


def rendered(data: Any) -> bytes:
    """JSON for people: indented, and with what cannot be seen escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return ("".join(map(_escaped, text)) + "\n").encode()


def _escaped(character: str) -> str:
    if character in " \n" or unicodedata.category(character) not in _UNSEEN:
        return character
    return json.dumps(character)[1:-1]


def broken() -> dict[tuple[str, str], list[Any]]:
    """The cases of documents that break rules, by kind and topic: a rule, or ``several``."""
    result: dict[tuple[str, str], list[Any]] = {}
    for kind, table in (("invalid", INVALID), ("doubtful", DOUBTFUL)):
        for rule, (schema, rows) in table.items():
            result[kind, rule] = [
                _broken(
                    row.description,
                    row.data,
                    [(pointer, rule) for pointer in row.pointers],
                    schema if row.schema is None else row.schema,
                )
                for row in rows
            ]
    for mixed in SEVERAL:
        rules = {rule for _, rule in mixed.problems}
        topic = rules.pop() if len(rules) == 1 else "several"
        result.setdefault(("invalid", topic), []).append(_broken(*mixed))
    return result


def _broken(description: str, data: Any, problems: Iterable[tuple[str, str]], schema: bool) -> dict[str, Any]:
    told = [{"pointer": pointer, "rule": rule} for pointer, rule in problems]
    return {"description": description, "data": data, "problems": told, "schema": schema}


def written() -> dict[str, bytes]:
    """Every file that is written, by its path under the corpus's data."""
    result: dict[str, bytes] = {"case.schema.json": rendered(CASE_SCHEMA)}
    result["lists.json"] = rendered(LISTS)
    counts = {"valid": 0, "invalid": 0, "doubtful": 0, "raw": 0, "grounding": 0, "scored": 0}
    for topic, rows in VALID.items():
        counts["valid"] += len(rows)
        cases: list[Any] = [{"description": description, "data": data} for description, data in rows]
        result[f"valid/{topic}.json"] = rendered(cases)
    for (kind, topic), cases in broken().items():
        counts[kind] += len(cases)
        result[f"{kind}/{topic}.json"] = rendered(cases)
    for name, data in files().items():
        counts["raw"] += 1
        result[f"raw/{name}"] = data
    result["raw/expected.json"] = rendered(expected())
    counts["grounding"] = sum(len(json.loads(file.read_bytes())) for file in DATA.glob("grounding/*.json"))
    for name, pair in SCORED.items():
        counts["scored"] += 1
        figures = {
            figure: float(value) if value.denominator > 1 else int(value) for figure, value in pair.figures.items()
        }
        result[f"scored/{name}.json"] = rendered({**pair._asdict(), "figures": figures})
    result["corpus.json"] = rendered({"version": VERSION, "schema_version": 1, "counts": counts})
    return result


def differences() -> list[str]:
    """What differs between the files and what would be written."""
    wanted = written()
    there = {
        file.relative_to(DATA).as_posix(): file.read_bytes()
        for folder in ("valid", "invalid", "doubtful", "raw", "scored")
        for file in (DATA / folder).glob("*")
    } | {
        name: (DATA / name).read_bytes()
        for name in ("case.schema.json", "corpus.json", "lists.json")
        if (DATA / name).is_file()
    }
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    check: bool = parser.parse_args().check
    found = differences()
    if check:
        for name in found:
            print(f"{name} is out of date: run python -m tasks.build_cases", file=sys.stderr)
        return 1 if found else 0
    wanted = written()
    for name in found:
        file = DATA / name
        if name in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(wanted[name])
        else:
            file.unlink()
    print(f"{len(found)} of {len(wanted)} files written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
