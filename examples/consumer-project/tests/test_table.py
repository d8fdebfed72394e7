"""Tables of the shipped story, and of stories that nobody thought of."""

from __future__ import annotations

import re

from hypothesis import given

import venezuela_news as vn
from quote_check import table
from venezuela_news import strategies


def test_the_shipped_story_has_a_line_for_each_statement(venezuela_story: vn.Story) -> None:
    """The table names who speaks."""
    lines = table(venezuela_story).splitlines()
    assert len(lines) == 2 + len(venezuela_story.statements)
    (line,) = [line for line in lines if "under attack" in line]
    assert "Javier Terán" in line


@given(strategies.stories())
def test_every_story_makes_a_table_of_three_columns(story: vn.Story) -> None:
    """Whatever names and gists hold, bars and backslashes included, each line has three cells."""
    lines = table(story).removesuffix("\n").split("\n")
    assert len(lines) == 2 + len(story.statements)
    for line in lines:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 4
