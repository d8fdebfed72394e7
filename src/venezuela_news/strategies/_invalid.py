"""Strategies for what is wrong: documents that break rules, and problems."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st

from venezuela_news._mutation import MUTATORS
from venezuela_news._mutation.documents import Document
from venezuela_news._mutation.mutants import expect_rule, mutations_of
from venezuela_news._problems import RULES, Problem
from venezuela_news.strategies import _values
from venezuela_news.strategies._stories import documents, stories

__all__ = ["InvalidDocument", "broken_documents", "problems"]

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
