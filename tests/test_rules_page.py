"""The page of rules is the table of rules."""

from __future__ import annotations

import subprocess
import sys

from venezuela_news._problems import RULES


def test_the_page_of_rules_is_up_to_date(root):
    """`docs/rules.md` is what `make rules` writes."""
    done = subprocess.run(
        [sys.executable, str(root / "tasks" / "generate_rules_page.py"), "--check"],
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
