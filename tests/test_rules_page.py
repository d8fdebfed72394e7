"""The page of rules is the table of rules, that of fields the declarations, and every rule is told in full."""

from __future__ import annotations

import subprocess
import sys

import pytest

from venezuela_news._problems import RULES


@pytest.mark.parametrize("page", ["rules", "fields"])
def test_the_pages_are_up_to_date(root, page):
    """`docs/rules.md` and `docs/reference/fields.md` are what `make rules` writes."""
    done = subprocess.run(
        [sys.executable, str(root / "tasks" / f"generate_{page}_page.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_page_of_rules_tells_of_every_rule(root):
    """Every rule of the table has its row, with its meaning."""
    page = (root / "docs" / "rules.md").read_text("utf-8")
    missing = [name for name, rule in RULES.items() if f"| `{name}` | {rule.meaning} |" not in page]
    assert missing == []


def test_the_rules_in_full_tell_of_every_rule(root):
    """The page of what an implementation has to know names every rule of the table."""
    page = (root / "docs" / "reference" / "rules-in-full.md").read_text("utf-8")
    assert [name for name in RULES if f"`{name}`" not in page] == []
