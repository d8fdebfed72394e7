"""Hypothesis strategies for every class of the model, for whole stories, and for documents that break rules.

Needs the extra ``hypothesis``.

>>> from hypothesis import given
>>> import venezuela_news as vn
>>> @given(vn.strategies.stories())
... def test_writing_loses_nothing(story):
...     assert vn.loads(vn.dumps(story)) == story
>>> test_writing_loses_nothing()
"""

from __future__ import annotations

import importlib

from venezuela_news._errors import MissingExtra

try:
    importlib.import_module("hypothesis")
except ModuleNotFoundError as _error:
    raise MissingExtra("venezuela_news.strategies", "hypothesis") from _error

from venezuela_news._mutation import Mutant, mutants
from venezuela_news.strategies._by_class import field_of as field_of
from venezuela_news.strategies._by_class import name_of as name_of
from venezuela_news.strategies._by_class import strategy_of
from venezuela_news.strategies._by_class import values_of as values_of
from venezuela_news.strategies._invalid import broken_documents, multi_faulted, problems
from venezuela_news.strategies._records import (
    anchors,
    attributions,
    claims,
    countries,
    events,
    figures,
    groups,
    organizations,
    people,
    photos,
    places,
    quotes,
    roles,
    sources,
    stances,
    statements,
    works,
)
from venezuela_news.strategies._shipped import corpus_stories
from venezuela_news.strategies._stories import documents, stories
from venezuela_news.strategies._values import (
    country_codes,
    dates,
    days,
    digests,
    ids,
    intervals,
    languages,
    licenses,
    partial_dates,
    texts,
    urls,
)

__all__ = [
    "Mutant",
    "anchors",
    "attributions",
    "broken_documents",
    "claims",
    "corpus_stories",
    "countries",
    "country_codes",
    "dates",
    "days",
    "digests",
    "documents",
    "events",
    "figures",
    "groups",
    "ids",
    "intervals",
    "languages",
    "licenses",
    "multi_faulted",
    "mutants",
    "organizations",
    "partial_dates",
    "people",
    "photos",
    "places",
    "problems",
    "quotes",
    "roles",
    "sources",
    "stances",
    "statements",
    "stories",
    "strategy_of",
    "texts",
    "urls",
    "works",
]
