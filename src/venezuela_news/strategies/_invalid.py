"""Strategies for what is wrong: documents that break rules, and problems."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st

from venezuela_news._arguments import expect_whole_number
from venezuela_news._mutation import MUTATORS
from venezuela_news._mutation.documents import Document
from venezuela_news._mutation.mutants import expect_rule, mutations_of
from venezuela_news._mutation.several import independent_rules, several_faults
from venezuela_news._problems import RULES, Problem
from venezuela_news.strategies import _values
from venezuela_news.strategies._stories import documents, stories

__all__ = ["InvalidDocument", "broken_documents", "multi_faulted", "problems"]

InvalidDocument: TypeAlias = tuple[Any, frozenset[tuple[str, str]]]
"""A document, as plain data or as JSON in bytes, and the pointer and rule of each problem in it."""


def _invalid(document: Document, rule: str, choice: int) -> InvalidDocument:
    document, mutations = mutations_of(document, rule)
    mutation = mutations[choice % len(mutations)]
    return mutation.applied_to(document), frozenset({mutation.problem})


@cache
def _valid() -> st.SearchStrategy[Document]:
    """Legal documents without warnings."""
    return documents(story=stories(doubtful=False))


#: Any of a document's mutations, of which there are hundreds; the first is the simplest.
_CHOICES = st.integers(0, 2**16)


def broken_documents(rule: str | None = None) -> st.SearchStrategy[InvalidDocument]:
    """Documents that break one rule at one place, each with what the library must report of it: that, and no more.

    A document is plain data, or JSON in bytes where plain data can't break the rule. Shrinks towards a
    document without records, or with those that the rule needs to be broken, and towards its first value.

    Args:
        rule: The name of the rule; any rule of the table if left out.

    Raises:
        TypeError: The rule is no text.
        ValueError: No rule has this name.

    >>> from hypothesis import find
    >>> document, told = find(broken_documents("bad-date"), lambda _: True)
    >>> document["as_of"], sorted(told)
    ('yesterday', [('/as_of', 'bad-date')])
    """
    expect_rule(rule)
    rules = st.sampled_from(list(MUTATORS)) if rule is None else st.just(rule)
    return st.builds(_invalid, _valid(), rules, _CHOICES)


def _several(document: Document, choices: list[tuple[str, int]]) -> InvalidDocument:
    broken, faults = several_faults(document, choices)
    return broken, frozenset(fault.problem for fault in faults)


def multi_faulted(*, min_faults: int = 2, max_faults: int | None = None) -> st.SearchStrategy[InvalidDocument]:
    """Documents as plain data with several faults, each with all that the library must report of it, and no more.

    The faults are in different records, and none hides another. Shrinks towards the fewest faults, as
    :func:`broken_documents` does.

    Args:
        min_faults: The least faults.
        max_faults: The most faults; three more than the least if left out.

    Raises:
        TypeError: A number is of another type.
        ValueError: The least is below 1, or more than the most.

    >>> from hypothesis import find
    >>> document, told = find(multi_faulted(), lambda _: True)
    >>> sorted(told)
    [('/summary', 'blank-text'), ('/title', 'blank-text')]
    """
    expect_whole_number(min_faults, "min_faults", low=1)
    if max_faults is None:
        max_faults = min_faults + 3
    expect_whole_number(max_faults, "max_faults", low=min_faults)
    choices = st.lists(
        st.tuples(st.sampled_from(independent_rules()), _CHOICES), min_size=min_faults, max_size=max_faults
    )
    return st.builds(_several, _valid(), choices)


def problems() -> st.SearchStrategy[Problem]:
    """Problems of any rule at any place.

    Shrinks towards a problem of the whole document.

    >>> from hypothesis import find
    >>> find(problems(), lambda _: True).path
    ()
    """
    steps = st.one_of(st.integers(0, 99), _values.texts())
    return st.builds(
        Problem,
        st.lists(steps, max_size=5).map(tuple),
        st.sampled_from(list(RULES)),
        _values.texts(),
        _values.texts(),
        st.one_of(st.none(), st.integers(), _values.texts()),
    )
