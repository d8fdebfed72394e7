"""Look into a wheel and an sdist: is everything in them, and nothing else?

Usage: ``python tasks/check_distributions.py FOLDER``, a folder with one of each.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]

_SDIST_FOLDERS = ("src", "tests", "docs", "examples", "tasks", "typing_tests", "benchmarks")
_SDIST_FILES = (
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "CITATION.cff",
    "LICENSE",
    "LICENSE-DATA",
    "Makefile",
    "conftest.py",
)


def _in_tree(*folders: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and not {"__pycache__", "node_modules"}.intersection(path.parts)
        and not path.name.startswith(".")
    }


def faults(folder: Path) -> list[str]:
    """What the distributions in the folder lack, and what they should not have; empty if all is well."""
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    with tarfile.open(sdist) as archive:
        unpacked = {name.partition("/")[2] for name in archive.getnames()}

    meant = {name.removeprefix("src/") for name in _in_tree("src")}
    found = {name for name in packed if ".dist-info/" not in name}
    licenses = {name.rpartition("/")[2] for name in packed if "/licenses/" in name}
    wrong = [f"wheel lacks {name}" for name in sorted(meant - found)]
    wrong += [f"wheel has {name}" for name in sorted(found - meant)]
    wrong += [f"wheel lacks {name}" for name in sorted({"LICENSE", "LICENSE-DATA"} - licenses)]
    wrong += ["wheel lacks py.typed"] * ("venezuela_news/py.typed" not in found)
    wrong += [f"sdist lacks {name}" for name in sorted((_in_tree(*_SDIST_FOLDERS) | set(_SDIST_FILES)) - unpacked)]
    print(f"{wheel.name}: {len(packed)} files, {wheel.stat().st_size:,} bytes")
    print(f"{sdist.name}: {len(unpacked)} files, {sdist.stat().st_size:,} bytes")
    return wrong


if __name__ == "__main__":
    found_wrong = faults(Path(sys.argv[1]))
    print(*found_wrong, sep="\n", end="\n" if found_wrong else "")
    sys.exit(bool(found_wrong))
