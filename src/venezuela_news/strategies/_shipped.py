"""A strategy for the stories that ship."""

from __future__ import annotations

from hypothesis import strategies as st

from venezuela_news import corpus
from venezuela_news._story import Story

__all__ = ["corpus_stories"]


def corpus_stories() -> st.SearchStrategy[Story]:
    """Draw one of the stories that ship: a made-up one, or the gold story, which is the last to be tried.

    >>> from hypothesis import given
    >>> import venezuela_news as vn
    >>> @given(corpus_stories())
    ... def test_a_story_stands_in_its_text(story):
    ...     assert vn.grounding.ground(story).ok
    >>> test_a_story_stands_in_its_text()
    """
    return st.deferred(lambda: st.sampled_from((*corpus.stories().values(), corpus.story())))
