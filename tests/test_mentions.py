"""Where names stand in a text, as the build of the shipped story finds them."""

from __future__ import annotations

import pytest
from tasks.mentions import forms_of, mentions_in, named

RECORDS = {
    "people": [{"id": "reis", "name": "Ana Reis", "aliases": ["Reis"]}, {"id": "clerk", "description": "a clerk"}],
    "organizations": [
        {"id": "north-center", "name": "Center for the North", "kind": "research-center"},
        {"id": "maduro-government", "name": "Maduro's government", "kind": "government"},
    ],
    "countries": [{"id": "US", "name": "United States", "aliases": ["U.S."]}],
    "places": [{"id": "north", "name": "the North"}],
}


def found(line, **more):
    """The words of each mention in a line, by id."""
    places = mentions_in([line], forms_of(RECORDS, more))
    return {id: [line[start:end] for _, start, end in spans] for id, spans in places.items()}


def test_records_with_names_of_their_own_are_mentioned_by_name():
    """Who has no name, or one that describes, is not found by it."""
    assert [record["id"] for record in named(RECORDS)] == ["reis", "north-center", "US", "north"]


def test_each_place_of_a_name_is_a_mention():
    """All forms count, with a possessive behind them or a hyphen, in reading order."""
    line = "Ana Reis's U.S.-led talks: Reis left the United States."
    assert found(line) == {"reis": ["Ana Reis", "Reis"], "US": ["U.S.", "United States"]}


@pytest.mark.parametrize("line", ["Reisen", "Mareis", "reis", "REIS", "2Reis"])
def test_parts_of_words_and_other_cases_are_no_mentions(line):
    """A name is a whole word, in its case."""
    assert found(line) == {}


def test_the_longest_name_at_a_place_counts():
    """A region in the name of a center is no mention of the region."""
    assert found("the Center for the North in the North") == {
        "north-center": ["Center for the North"],
        "north": ["the North"],
    }


def test_a_source_may_have_names_of_its_own():
    """Forms that a record has no field for are given beside it."""
    assert found("Norden, the North", north=["Norden"]) == {"north": ["Norden", "the North"]}


def test_a_name_means_one_record():
    """Two records with one form are refused, with both ids."""
    with pytest.raises(ValueError, match="'Reis' is a name of both reis and north"):
        forms_of(RECORDS, {"north": ["Reis"]})
