"""Strategies for whole stories, whose records refer to each other, and for documents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from typing import Any, TypeAlias, TypeVar, cast

from hypothesis import strategies as st

from venezuela_news._actors import Country, Group, Organization, Person, Place
from venezuela_news._arguments import expect_flag, expect_whole_number, is_one_of, wrong_argument
from venezuela_news._codec import unstructure
from venezuela_news._dates import PartialDate
from venezuela_news._events import Event, Figure, Photo
from venezuela_news._records import ARRAYS
from venezuela_news._sources import Source
from venezuela_news._statements import Claim, Stance, Statement
from venezuela_news._story import Story
from venezuela_news._types import Date
from venezuela_news._works import Work
from venezuela_news.strategies import _values
from venezuela_news.strategies._assembling import HEAD_WIDTH, SEED_WIDTH, Plan, width_of
from venezuela_news.strategies._drawn import Drawn, expect_strategies
from venezuela_news.strategies._samples import PLAIN_DAY
from venezuela_news.strategies._sizes import Bounds, sizes_of

__all__ = ["Several", "documents", "stories"]

T = TypeVar("T")

Several: TypeAlias = Bounds | st.SearchStrategy[list[T]] | st.SearchStrategy[tuple[T, ...]] | None
"""An array: how many records it has, a strategy for lists of them, or ``None`` for as many as there usually are."""

_MOST_WHOLE = 150
"""Of more records Hypothesis could not draw all bytes: its buffer has 8,192."""

_DAYS = st.one_of(st.just(PLAIN_DAY), _values.days())


def _sized(width: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=width, max_size=width)


def _expect_records(name: str, records: object) -> tuple[Any, ...]:
    """The records that a strategy for an array drew.

    Raises:
        TypeError: It drew something else.
    """
    cls = ARRAYS[name]
    if is_one_of(records, list, tuple):
        found = tuple(cast("Iterable[object]", records))
        if all(type(record) is cls for record in found):
            return found
    hint = f"st.lists(strategies.{name}())"
    raise wrong_argument(name, records, f"a strategy for lists of records of the class {cls.__name__}", hint)


@cache
def _stories(
    plan: Plan,
    own: tuple[st.SearchStrategy[Any], ...],
    records: tuple[st.SearchStrategy[Any], ...],
    texts: st.SearchStrategy[str] | None,
    dates: st.SearchStrategy[Date] | None,
) -> st.SearchStrategy[Story]:
    head: tuple[st.SearchStrategy[Any], ...] = (
        _sized(HEAD_WIDTH),
        _DAYS,
        st.lists(_values.texts(), min_size=1, max_size=2) if texts is None else st.lists(texts, min_size=1, max_size=8),
        st.tuples(_values.dates()) if dates is None else st.lists(dates, min_size=1, max_size=4),
    )
    whole = plan.sizes.most <= _MOST_WHOLE
    lists = [
        part for name in ARRAYS for part in plan.sizes.lists(name, _sized(width_of(name) if whole else SEED_WIDTH))
    ]
    given = [
        (_sized(SEED_WIDTH), drawn.map(partial(_expect_records, name)))
        for name, drawn in zip(plan.given, records, strict=True)
    ]

    # Hypothesis tries to explain each part of a tuple that failed, for longer than it took to find it. What is drawn
    # inside of a composite strategy is one part.
    @st.composite
    def story(draw: st.DrawFn) -> Story:
        return plan.story(
            tuple(map(draw, head)),
            tuple(map(draw, own)),
            tuple(map(draw, lists)),
            [tuple(map(draw, it)) for it in given],
        )

    return story()


def stories(  # noqa: PLR0913 - keyword-only, each with a default
    *,
    id: Drawn[str] = None,
    title: Drawn[str] = None,
    summary: Drawn[str] = None,
    language: Drawn[str] = None,
    as_of: Drawn[PartialDate] = None,
    sources: Several[Source] = None,
    people: Several[Person] = None,
    organizations: Several[Organization] = None,
    countries: Several[Country] = None,
    groups: Several[Group] = None,
    places: Several[Place] = None,
    works: Several[Work] = None,
    claims: Several[Claim] = None,
    statements: Several[Statement] = None,
    stances: Several[Stance] = None,
    events: Several[Event] = None,
    figures: Several[Figure] = None,
    photos: Several[Photo] = None,
    texts: Drawn[str] = None,
    dates: Drawn[Date] = None,
    min_records: int = 0,
    max_records: int | None = None,
    linked: bool = True,
    doubtful: bool = True,
) -> st.SearchStrategy[Story]:
    """Legal stories whose records refer to each other, anchored in sources with paragraphs and with digests.

    Half of them have 25 records or more, and most have statements and stances; an empty one comes now and then.
    Shrinks towards a story without records; what a failure needs stays, by plain ids such as ``person-1``.
    Texts and dates are any; ids, tags, URLs and licenses are of a few forms, which are slow to draw otherwise.

    Each array is a number of records, ``people=3``, the least and the most, ``people=(1, 5)``, or a strategy for lists,
    ``people=st.lists(strategies.people(name=st.just("Ann")), max_size=3)``. What records of such a strategy name that
    is not in the story gives way to what is, and an id that is there already to another; the rest stays as it was drawn.

    Args:
        id: The story's own id.
        title: Its title.
        summary: Its summary.
        language: Its language.
        as_of: Its day, without a mark.
        sources: Its sources, and so on for each array.
        people: See above.
        organizations: See above.
        countries: See above.
        groups: See above.
        places: See above.
        works: See above.
        claims: See above.
        statements: See above; they need sources.
        stances: See above; they need actors and claims.
        events: See above.
        figures: See above.
        photos: See above.
        texts: What every text in a record or source is picked from; any text if left out.
        dates: What every date in a record is picked from; any date if left out.
        min_records: The least records, in all arrays together.
        max_records: The most records, in all arrays together; 61 if left out, or more if others were asked for.
            Stories of more than 150 shrink by records, and less well within them.
        linked: Whether records refer to each other, and to places in sources, where they need not.
        doubtful: Whether there may be things that are legal and give warnings, other than in what strategies draw.

    Raises:
        TypeError: An argument is of another type, such as a value where a strategy is taken.
        ValueError: A number is below 0, or no story can have all that is asked for.

    >>> from hypothesis import given
    >>> @given(stories(people=(1, 3), max_records=9))
    ... def test_people_are_found_by_their_ids(story):
    ...     assert all(story[person.id] is person for person in story.people)
    >>> test_people_are_found_by_their_ids()
    """
    found = locals()
    own = expect_strategies(**{name: found[name] for name in ("id", "title", "summary", "language", "as_of")})
    expect_strategies(texts=texts, dates=dates)
    expect_whole_number(min_records, "min_records", low=0)
    if max_records is not None:
        expect_whole_number(max_records, "max_records", low=0)
    expect_flag(linked, "linked")
    expect_flag(doubtful, "doubtful")
    asked = {name: found[name] for name in ARRAYS if found[name] is not None}
    given: dict[str, st.SearchStrategy[Any]] = {
        name: value for name, value in asked.items() if is_one_of(value, st.SearchStrategy)
    }
    bounds = {name: value for name, value in asked.items() if name not in given}
    plan = Plan(
        sizes=sizes_of(bounds, frozenset(given), min_records, max_records),
        own=tuple(own),
        given=tuple(given),
        own_texts=texts is not None,
        own_dates=dates is not None,
        doubtful=doubtful,
        linked=linked,
    )
    return _stories(plan, tuple(own.values()), tuple(given.values()), texts, dates)


def documents(*, story: Drawn[Story] = None) -> st.SearchStrategy[dict[str, Any]]:
    """Legal documents: the plain data of stories, each time afresh.

    Shrinks as :func:`stories` does, or as the strategy that is given.

    >>> from hypothesis import find
    >>> find(documents(), lambda _: True)["schema_version"]
    1
    """
    expect_strategies(story=story)
    return (story if story is not None else stories()).map(unstructure)
