"""What is installed is what was meant: versions, names, and what an import costs."""

from __future__ import annotations

import ast
import pkgutil
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import venezuela_news

MODEL = (
    "_terminal",
    "_problems",
    "_arguments",
    "_errors",
    "_formats",
    "_registries",
    "_matching",
    "_rules",
    "_fields",
    "_limits",
    "_validation",
    "_dates",
    "_types",
    "_sources",
    "_actors",
    "_events",
    "_statements",
    "_records",
    "_positions",
    "_consistency",
    "_story",
)
"""The modules below the reading rooms."""


def test_the_changelog_begins_with_the_installed_version(root):
    """The first version that the changelog tells of is the one installed."""
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+[^\]]*)\]", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == metadata.version("venezuela-news")


def test_the_face_tells_the_installed_version():
    """`__version__` is the version installed."""
    assert venezuela_news.__version__ == metadata.version("venezuela-news")


def test_the_citation_names_the_installed_version(root):
    """CITATION.cff cites the version installed."""
    (version,) = re.findall(r"^version: (.+)$", (root / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert version == metadata.version("venezuela-news")


def test_the_license_says_what_covers_code_and_data():
    """The metadata carry the license expression, and both texts are installed."""
    assert metadata.metadata("venezuela-news")["License-Expression"] == "MIT AND CC0-1.0"
    installed = {Path(str(path)).name for path in metadata.files("venezuela-news") or ()}
    assert {"LICENSE", "LICENSE-DATA"} <= installed


def test_the_package_says_that_it_is_typed():
    """py.typed stands beside the face."""
    assert (Path(venezuela_news.__file__).parent / "py.typed").is_file()


def test_the_faces_names_are_sorted_and_there():
    """`__all__` has constants, then classes, then functions, each sorted, without repetition, and all can be imported."""
    names = list(venezuela_news.__all__)
    assert names == sorted(set(names), key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    assert [name for name in names if not hasattr(venezuela_news, name)] == []


def test_dir_shows_the_api_and_no_private_module():
    """Whoever explores the face by `dir` meets its public names and no room of the house."""
    shown = {name for name in dir(venezuela_news) if not name.startswith("__")}
    assert shown >= set(venezuela_news.__all__)
    assert [name for name in shown if name.startswith("_")] == []


def test_importing_the_package_imports_no_extra():
    """An import of the package, and of what its star import brings, leaves every optional package alone."""
    code = (
        "import sys; import venezuela_news; from venezuela_news import *;"
        "print(*sorted({'hypothesis', 'pytest', '_pytest', 'ruamel', 'msgpack', 'msgspec'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_door_has_its_page_of_reference(root):
    """Each public module of the package is documented under `docs/reference/`."""
    doors = {
        f"venezuela_news.{door.name}" for door in pkgutil.iter_modules(venezuela_news.__path__) if door.name[0] != "_"
    }
    pages = "\n".join(page.read_text("utf-8") for page in (root / "docs" / "reference").glob("*.md"))
    assert {door for door in doors if f".. automodule:: {door}\n" not in pages} == set()


@pytest.mark.parametrize("name", MODEL)
def test_the_model_imports_attrs_and_the_standard_library_alone(name):
    """A module of the model names no package but attrs, the standard library, and rooms of its own house."""
    place = Path(venezuela_news.__file__).parent / name
    files = [*place.glob("*.py")] or [place.with_suffix(".py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {f"{'.' * node.level}{node.module}" for node in nodes if isinstance(node, ast.ImportFrom)}
    packages = {module.partition(".")[0] for module in imported}
    assert packages - sys.stdlib_module_names <= {"attrs", "venezuela_news"}
