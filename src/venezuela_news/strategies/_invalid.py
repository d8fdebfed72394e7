"""Strategies for what is wrong: documents that break rules, and problems."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

from venezuela_news._problems import RULES, Problem
from venezuela_news.strategies import _values
from venezuela_news.strategies._faults import MAKERS
from venezuela_news.strategies._neighbours import faults
from venezuela_news.strategies._stories import documents, stories

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from venezuela_news.strategies._documents import Document

__all__ = ["Broken", "broken_documents", "problems"]

#: A document, as plain data or as JSON in bytes, and the pointer and rule of each problem in it.
Broken: TypeAlias = tuple[Any, frozenset[tuple[str, str]]]


def _pointer(rule: str, path: Any) -> tuple[str, str]:
    return Problem(path, rule, "", "").pointer, rule


def _broken(document: Document, rule: str, choice: int) -> Broken:
    document, found = faults(document, rule)
    fault = found[choice % len(found)]
    return fault.applied(document), frozenset({_pointer(fault.rule, fault.path)})


@cache
def _sound() -> SearchStrategy[Document]:
    """Legal documents without warnings."""
    return documents(story=stories(doubtful=False))


#: Any of a document's faults, of which there are hundreds; the first is the simplest.
_CHOICES = st.integers(0, 2**16)


def broken_documents(rule: str | None = None) -> SearchStrategy[Broken]:
    """Documents that break one rule at one place, each with what the library must report of it: that, and no more.

    A document is plain data, or JSON in bytes where plain data can't break the rule. Shrinks towards a
    document without records, or with those that the rule needs to be broken, and towards its first value.

    Args:
        rule: The name of the rule; any rule of the table if left out.

    Raises:
        LookupError: No rule has this name.

    >>> from hypothesis import find
    >>> document, told = find(broken_documents("bad-date"), lambda _: True)
    >>> document["as_of"], sorted(told)
    ('yesterday', [('/as_of', 'bad-date')])
    """
    if rule is not None and rule not in RULES:
        raise LookupError(f"no rule is called {rule!r}")
    rules = st.sampled_from(list(MAKERS)) if rule is None else st.just(rule)
    return st.builds(_broken, _sound(), rules, _CHOICES)


def problems() -> SearchStrategy[Problem]:
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
