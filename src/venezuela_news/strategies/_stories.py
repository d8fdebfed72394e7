"""Strategies for whole stories, whose records refer to each other.

1. What is drawn is one static tuple: a few values for the whole story, and for each array a list with so and so
   many bytes for each record.
2. Bytes become records afterwards, when it is known which records there are. What no bytes could make legal,
   because nothing is there that it must refer to, is left out.
3. Where circles are forbidden, a record names those alone that come before it in an order that is drawn as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from hypothesis import strategies as st

from venezuela_news._actors import Country
from venezuela_news._arguments import expect_flag, expect_whole_number
from venezuela_news._codec import unstructure
from venezuela_news._consistency import ACYCLIC
from venezuela_news._dates import PartialDate
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, DATE_FIELDS
from venezuela_news._rules import Choice
from venezuela_news._sources import Source, digest_of
from venezuela_news._statements import Claim
from venezuela_news._story import Story
from venezuela_news._types import Date
from venezuela_news.strategies import _values
from venezuela_news.strategies._decoding import RecordDecoder, decoder_of
from venezuela_news.strategies._drawn import Drawn, expect_strategies
from venezuela_news.strategies._pools import Pools, Unfinished
from venezuela_news.strategies._samples import DATES, PLAIN_DAY, TEXTS

__all__ = ["documents", "stories"]

#: Ways to make ids: from the kind of a record and its place among its like, counted from 1.
_ID_FORMS: tuple[Callable[[str, int], str], ...] = (
    lambda kind, number: f"{kind}-{number}",
    lambda kind, number: f"{kind}{number}",
    lambda kind, number: f"{kind}-{number}-".ljust(64, "x"),
    lambda kind, number: f"{kind[0]}-0-a-{kind}-{number}",
)

#: The arrays of a story, as classes of any kind.
_CLASSES: Mapping[str, type] = {**ARRAYS}
_CODES = sorted(next(rule.choices for rule in fields_of(Country)[0].rules if isinstance(rule, Choice)))

#: What is made of a source before its record is: what anchors must know of it.
_CONTENT = frozenset({"paragraphs", "digests"})
#: A source has up to three paragraphs of up to four texts. Their bytes come first: for their form, their number, and
#: then for each paragraph the number of its texts and the texts.
_MAX_PARAGRAPHS, _MAX_TEXTS = 3, 4
_CONTENT_WIDTH = 2 + _MAX_PARAGRAPHS * (1 + _MAX_TEXTS)


def _decoder(name: str) -> RecordDecoder:
    """The decoder of the records of an array."""
    return decoder_of(_CLASSES[name], frozenset({"id", *_CONTENT} if name == "sources" else {"id"}))


def _story_decoder() -> RecordDecoder:
    """The decoder of what a story has beside its records; its day is drawn."""
    return decoder_of(Story, frozenset({"id", "as_of", *ARRAYS}))


# -- before there are records ---------------------------------------------------------------------


def _lines(data: bytes, pools: Pools) -> tuple[str, ...]:
    """The paragraphs of a source."""
    texts = pools.texts
    lines: list[str] = []
    for number in range(1 + data[1] % _MAX_PARAGRAPHS):
        at = 2 + number * (1 + _MAX_TEXTS)
        # Lines joined by a space stay in NFC: it composes with nothing.
        lines.append(" ".join(texts[byte % len(texts)] for byte in data[at + 1 : at + 2 + data[at] % _MAX_TEXTS]))
    return tuple(lines)


@cache
def _needs(cls: type) -> frozenset[frozenset[str]]:
    """The kinds of records without which there can be none of this class."""
    found: set[frozenset[str]] = set()
    for field in fields_of(cls):
        if field.required or (field.items is not None and field.items.minimum):
            if field.ref is not None:
                found.add(field.ref.kinds)
            elif field.kind is Kind.RECORD:
                found |= _needs(field.type)
    return frozenset(found)


def _name(arrays: dict[str, list[bytes]], pools: Pools, form: Callable[[str, int], str]) -> None:
    """Give every record its id."""
    for name, records in arrays.items():
        kind = ARRAYS[name].__name__
        ids: list[str] = pools.ids.setdefault(kind, [])
        for number, data in enumerate(records, start=1):
            if name == "countries":
                place = next(
                    place for place in range(data[0], data[0] + len(_CODES)) if _CODES[place % len(_CODES)] not in ids
                )
                ids.append(_CODES[place % len(_CODES)])
            else:
                ids.append(form(kind.lower(), number))


def _arrange(arrays: dict[str, list[bytes]], pools: Pools) -> None:
    """Settle what must be known before any record is made: orders, dates and paragraphs."""
    for names, field in ACYCLIC:
        order: dict[str, tuple[int, int]] = {}
        for name in names:
            for id, data in zip(pools.ids[ARRAYS[name].__name__], arrays[name], strict=True):
                order[id] = (data[0] // 64, len(order))
            pools.order[ARRAYS[name].__name__, field] = order
    for name, cls in _CLASSES.items():
        if (date := DATE_FIELDS.get(cls)) is not None:
            for id, data in zip(pools.ids[cls.__name__], arrays[name], strict=True):
                pools.dated[id] = _decoder(name).peek(date, data, pools, Unfinished(cls.__name__, id=id))
    for id, data in zip(pools.ids[Source.__name__], arrays["sources"], strict=True):
        pools.sources.append((id, _lines(data, pools), data[0] >= 176))


def _content(lines: tuple[str, ...], detached: bool) -> dict[str, tuple[str, ...]]:
    return {"digests": tuple(map(digest_of, lines))} if detached else {"paragraphs": lines}


# -- from bytes to a story ------------------------------------------------------------------------


def _records(arrays: dict[str, list[bytes]], pools: Pools) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The records of each array."""
    for name, several in arrays.items():
        cls = _CLASSES[name]
        decoder = _decoder(name)
        made: list[Any] = []
        for index, (id, data) in enumerate(zip(pools.ids[cls.__name__], several, strict=True)):
            unfinished = Unfinished(cls.__name__, id=id)
            if cls is Source:
                unfinished.values |= _content(*pools.sources[index][1:])
            record = decoder.build(data[_CONTENT_WIDTH:] if cls is Source else data, pools, unfinished)
            if cls is Claim:
                pools.rivals |= {(id, rival) for rival in record.rivals}
            made.append(record)
        yield name, tuple(made)


def _resolved(
    drawn: tuple[Any, ...], *, given: tuple[str, ...], doubtful: bool, own_texts: bool, own_dates: bool
) -> Story:
    """The story that drawn bytes and values stand for."""
    (head, day, texts, dates), values, lists = drawn
    pools = Pools(
        tuple(texts) if own_texts else TEXTS + tuple(texts) * 8,
        tuple(dates) if own_dates else DATES + tuple(dates) * 4,
        doubtful=doubtful,
    )
    several: tuple[list[bytes], ...] = lists
    arrays = dict(zip(ARRAYS, several, strict=True))
    there = {_CLASSES[name].__name__ for name, records in arrays.items() if records}
    for name, cls in _CLASSES.items():
        if any(kinds and not kinds & there for kinds in _needs(cls)):
            arrays[name] = []
    number: int = head[0]
    form = _ID_FORMS[number % len(_ID_FORMS)]
    _name(arrays, pools, form)
    _arrange(arrays, pools)
    own = _story_decoder().decode(head, pools, Unfinished(Story.__name__, id=form("story", 1)))
    fields: dict[str, Any] = {"as_of": day, **own, **dict(_records(arrays, pools))}
    return Story(**{**fields, **dict(zip(given, values, strict=True))})


# -- strategies -----------------------------------------------------------------------------------

_DAYS = st.one_of(st.just(PLAIN_DAY), _values.days())


@cache
def _stories(
    given: tuple[tuple[str, st.SearchStrategy[Any]], ...],
    texts: st.SearchStrategy[str] | None,
    dates: st.SearchStrategy[Date] | None,
    max_size: int,
    doubtful: bool,
) -> st.SearchStrategy[Story]:
    def sized(width: int) -> st.SearchStrategy[bytes]:
        return st.binary(min_size=width, max_size=width)

    head = st.tuples(
        sized(_story_decoder().width),
        _DAYS,
        st.lists(_values.texts(), min_size=1, max_size=2) if texts is None else st.lists(texts, min_size=1, max_size=8),
        st.tuples(_values.dates()) if dates is None else st.lists(dates, min_size=1, max_size=4),
    )
    widths = {name: _decoder(name).width + (_CONTENT_WIDTH if name == "sources" else 0) for name in ARRAYS}
    lists = [st.lists(sized(width), max_size=max_size) for width in widths.values()]
    names = tuple(name for name, _ in given)
    return st.tuples(head, st.tuples(*(drawn for _, drawn in given)), st.tuples(*lists)).map(
        partial(_resolved, given=names, doubtful=doubtful, own_texts=texts is not None, own_dates=dates is not None)
    )


def stories(  # noqa: PLR0913 - keyword-only, each with a default
    *,
    id: Drawn[str] = None,
    title: Drawn[str] = None,
    summary: Drawn[str] = None,
    language: Drawn[str] = None,
    as_of: Drawn[PartialDate] = None,
    texts: Drawn[str] = None,
    dates: Drawn[Date] = None,
    max_size: int = 3,
    doubtful: bool = True,
) -> st.SearchStrategy[Story]:
    """Legal stories whose records refer to each other, anchored in sources with paragraphs and with digests.

    Shrinks towards a story without records; what a failure needs stays, by plain ids such as ``person-1``.
    Texts and dates are any; ids, tags, URLs and licenses are of a few forms, which are slow to draw otherwise.

    Args:
        id: The story's own id.
        title: Its title.
        summary: Its summary.
        language: Its language.
        as_of: Its day, without a mark.
        texts: What every text in a record or source is picked from; any text if left out.
        dates: What every date in a record is picked from; any date if left out.
        max_size: The most records in each array.
        doubtful: Whether there may be things that are legal and give warnings.

    Raises:
        TypeError: An argument is of another type, such as a value where a strategy is taken.
        ValueError: ``max_size`` is below 0.

    >>> from hypothesis import given
    >>> @given(stories(max_size=1))
    ... def test_people_are_found_by_their_ids(story):
    ...     assert all(story[person.id] is person for person in story.people)
    >>> test_people_are_found_by_their_ids()
    """
    own = expect_strategies(id=id, title=title, summary=summary, language=language, as_of=as_of)
    expect_strategies(texts=texts, dates=dates)
    expect_whole_number(max_size, "max_size", low=0)
    expect_flag(doubtful, "doubtful")
    return _stories(tuple(own.items()), texts, dates, max_size, doubtful)


def documents(*, story: Drawn[Story] = None) -> st.SearchStrategy[dict[str, Any]]:
    """Legal documents: the plain data of stories, each time afresh.

    Shrinks as :func:`stories` does, or as the strategy that is given.

    >>> from hypothesis import find
    >>> find(documents(), lambda _: True)["schema_version"]
    1
    """
    expect_strategies(story=story)
    return (story if story is not None else stories()).map(unstructure)
