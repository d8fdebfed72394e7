"""Strategies for whole stories, whose records refer to each other.

1. What is drawn is one static tuple: a few values for the whole story, and for each array a list with so and so
   many bytes for each record. A byte is a small integer that chooses: whether a field is there, which text, date or
   word it has, which record it names. Drawing bytes is one choice for Hypothesis, whatever their number, and it
   shrinks them one by one.
2. Bytes become records afterwards, when it is known which records there are. A reference is taken from those that
   are allowed, so that nothing dangles and nothing is filtered. What no bytes could make legal is left out.
3. Zero is the plainest: an absent field, the first text, the first record.
4. Where circles are forbidden, a record names those alone that come before it in an order that is drawn as well.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias, final

from hypothesis import strategies as st

from venezuela_news._actors import Country
from venezuela_news._codec import unstructure
from venezuela_news._consistency import ACYCLIC
from venezuela_news._dates import PartialDate, parse_date
from venezuela_news._fields import Field, Kind, fields_of, rules_of
from venezuela_news._records import ARRAYS
from venezuela_news._rules import AnyOf, Choice, LicenseExpression, Ordered, Pattern, PlausibleUpTo, Range
from venezuela_news._sources import Anchor, Source, digest_of
from venezuela_news._statements import Claim, Position, Stance
from venezuela_news._story import Story
from venezuela_news.strategies import _values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

    from venezuela_news._types import Date

__all__ = ["PICKS", "documents", "stories"]

# -- what is picked from --------------------------------------------------------------------------

_TEXT = "text"

#: Values that have tripped programs before, the plainest first, by the rule of the field in which they stand.
PICKS: dict[str, tuple[str, ...]] = {
    _TEXT: (
        "Ann", "a", "two words", "Guaidó", "“so”", "it’s", "a\tb", "中文", "עברית", "١٢", "ﬁ", "🇻🇪", "👩‍🚀", "a\u200bb",
        "\u202etxt", "\u0301", "\u00ad", "\ufeff", "\ufffd", "\ufffe", "\U0010ffff", "null", "no", "~", "1.0", "0x1F", "1e3",
        ".inf", "2019-01-23", "=", "<<", "- a", "# a", "a: b", "a #b", "{}", "[", "*a", "&a", "!a", "|", ">", "%", "@", "`", "'",
        '"', "\\", "\\u0061", "</script>", "...", "---", "?", ",", "x" * 120,
    ),
    "bad-language": (
        "en", "es", "es-VE", "EN-gb", "zh-Hant-TW", "sl-rozaj-biske", "de-CH-1901", "zh-cmn", "es-419", "en-u-ca-roc-x-c", "x-own",
        "i-klingon",
    ),
    "bad-url": ("https://example.org/", "http://a", "https://[::1]:80/a?b=%2F#c", "https://EXAMPLE.org/~a/(b)"),
    "bad-license": (
        "CC0-1.0", "MIT", "GPL-2.0+", "0BSD", "MIT OR (Apache-2.0 AND CC0-1.0)", "GPL-2.0-only WITH Classpath-exception-2.0",
        "LicenseRef-press", "DocumentRef-a:LicenseRef-b",
    ),
}  # fmt: skip

#: The same, of what is legal and doubtful.
_DOUBTFUL_PICKS: dict[str, tuple[str, ...]] = {
    "bad-language": ("en-a-bb-x-c", "qaaaaaaa", "en-UK"),
    "bad-license": ("mit", "A-1.0"),
}

_DATES: tuple[Date, ...] = tuple(
    map(
        parse_date,
        (
            "2019-01-23", "2019-01-22", "2019-01-24", "2019-01", "2019", "2018", "1958", "2013~", "2019-01-09~", "2019-01?", "2018%",
            "2019-01-23T13:00:00-04:00", "2019-01-23T13:00:00", "2019-01-23T17:00:00Z", "2019-01-23T23:59:59+14:00",
            "2019-01-10/..", "/2013", "../2019-01-23", "2013/2019", "2018-12-31/2019-01-10?", "2019-01-10/", "../..",
            "0001-01-01", "9999-12-31", "2020-02-29",
        ),
    )
)  # fmt: skip

#: Ways to make ids: from the kind of a record and its place among its like, counted from 1.
_ID_FORMS: tuple[Callable[[str, int], str], ...] = (
    lambda kind, number: f"{kind}-{number}",
    lambda kind, number: f"{kind}{number}",
    lambda kind, number: f"{kind}-{number}-".ljust(64, "x"),
    lambda kind, number: f"{kind[0]}-0-a-{kind}-{number}",
)


# -- the world of one story -----------------------------------------------------------------------


@final
class _Draft:
    """A record in the making: its kind, its values so far, and the source that its anchors share, if they do."""

    __slots__ = ("kind", "source", "values")

    def __init__(self, kind: str, *, id: str | None = None, source: int | None = None) -> None:
        self.kind = kind
        self.source = source
        self.values: dict[str, Any] = {} if id is None else {"id": id}


@final
class _World:
    """What the bytes of a story's records choose from."""

    def __init__(self, picks: dict[str, tuple[str, ...]], dates: tuple[Date, ...], *, doubtful: bool) -> None:
        self.picks = picks
        self.dates = dates
        self.doubtful = doubtful
        self.ids: dict[str, list[str]] = {}
        #: Of each source its id, its paragraphs, and whether it shows their digests alone.
        self.sources: list[tuple[str, tuple[str, ...], bool]] = []
        self.order: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
        self.dated: dict[str, Date | None] = {}
        self.rivals: set[tuple[str, str]] = set()
        self._positions: dict[str, Position] = {}
        self._named: dict[frozenset[str], list[str]] = {}

    def named(self, kinds: frozenset[str]) -> list[str]:
        """The ids of all records of certain kinds; of all kinds if none is given."""
        found = self._named.get(kinds)
        if found is None:
            found = [id for kind, ids in self.ids.items() if not kinds or kind in kinds for id in ids]
            self._named[kinds] = found
        return found

    def allowed(self, field: str, kinds: frozenset[str], draft: _Draft) -> list[str]:
        """The ids that a field may name, by the rules between records."""
        found = self.named(kinds)
        id: str = draft.values.get("id", "")
        if (order := self.order.get((draft.kind, field))) is not None:
            found = [other for other in found if other not in order or order[other] < order[id]]
        if field == "after" and (date := self.dated[id]) is not None:
            return [other for other in found if (earlier := self.dated[other]) is None or not date.before(earlier)]
        if field == "rivals":
            return [other for other in found if other != id and (other, id) not in self.rivals]
        if field == "excludes":
            return [other for other in found if other != id and other not in draft.values["members"]]
        return found

    def position(self, claim: str, drawn: Position) -> Position:
        """A position that raises no doubt: one for each claim, and favor for no rival."""
        if drawn is Position.FAVOR and any(claim in pair for pair in self.rivals):
            drawn = Position.NEUTRAL
        return self._positions.setdefault(claim, drawn)


# -- from bytes to values -------------------------------------------------------------------------

#: Makes a value: of bytes, of which its own begin at an offset, in a world, for a record in the making.
_Decoder: TypeAlias = "Callable[[bytes, int, _World, _Draft], Any]"

_HALF = 128
"""A byte below says that something is absent."""

_MANY = 2
"""The most nested records that are made for a field; of references and texts there is one more."""


def _text(pool: str) -> tuple[int, _Decoder]:
    def decode(data: bytes, at: int, world: _World, draft: _Draft) -> str:
        picks = world.picks[pool]
        return picks[data[at] % len(picks)]

    return 1, decode


def _number(rule: Range, doubtful: int | None) -> tuple[int, _Decoder]:
    low, high, size = rule.low, rule.high, (rule.high.bit_length() + 7) // 8

    def decode(data: bytes, at: int, world: _World, draft: _Draft) -> int:
        how, small = data[at], data[at + 1]
        if how < _HALF:
            number = max(low, 0) + small
        elif how < 192:
            number = low + int.from_bytes(data[at + 1 : at + 1 + size])
        else:
            number = high - small // 2 if small % 2 else low + small // 2
        top = high if world.doubtful or doubtful is None else doubtful
        return low + (number - low) % (top - low + 1)

    return 1 + size, decode


def _choice(cls: Any) -> tuple[int, _Decoder]:
    members = list(cls)
    return 1, lambda data, at, world, draft: members[data[at] % len(members)]


def _flag(data: bytes, at: int, world: _World, draft: _Draft) -> bool:
    return data[at] % 2 == 1


def _date(data: bytes, at: int, world: _World, draft: _Draft) -> Date:
    return world.dates[data[at] % len(world.dates)]


def _reference(field: str, kinds: frozenset[str]) -> tuple[int, _Decoder]:
    def decode(data: bytes, at: int, world: _World, draft: _Draft) -> str | None:
        found = world.allowed(field, kinds, draft)
        return found[data[at] % len(found)] if found else None

    return 1, decode


def _anchor(data: bytes, at: int, world: _World, draft: _Draft) -> Anchor | None:
    if not world.sources:
        return None
    number = data[at] if draft.source is None else draft.source
    source, lines, detached = world.sources[number % len(world.sources)]
    paragraph = data[at + 1] % len(lines)
    line = lines[paragraph]
    start = data[at + 2] % len(line)
    end = start + 1 + data[at + 3] % (len(line) - start)
    words = line[start:end]
    if detached:
        return Anchor(source=source, paragraph=paragraph, start=start, end=end, digest=digest_of(words))
    return Anchor(source=source, paragraph=paragraph, start=start, end=end, exact=words)


def _nested(cls: type) -> tuple[int, _Decoder]:
    plan = _plan(cls)

    def decode(data: bytes, at: int, world: _World, draft: _Draft) -> Any:
        # The anchors of an attribution are in one source: the first byte, which it needs for no order, says which.
        return plan.build(data[at : at + plan.width], world, _Draft(cls.__name__, source=data[at]))

    return plan.width, decode


def _one(field: Field) -> tuple[int, _Decoder]:
    """How many bytes one value of a field takes, and what makes it."""
    if field.ref is not None:
        return _reference(field.name, field.ref.kinds)
    if field.kind is Kind.RECORD:
        return (4, _anchor) if field.type is Anchor else _nested(field.type)
    if field.kind is Kind.NUMBER:
        doubtful = next((rule.high for rule in field.rules if isinstance(rule, PlausibleUpTo)), None)
        return _number(next(rule for rule in field.rules if isinstance(rule, Range)), doubtful)
    if field.kind is Kind.CHOICE:
        return _choice(field.type)
    if field.kind is Kind.FLAG:
        return 1, _flag
    if field.kind is Kind.DATE:
        return 1, _date
    rule = field.rules[0]
    return _text(rule.rule if isinstance(rule, Pattern | LicenseExpression) else _TEXT)


def _several(field: Field, least: int) -> tuple[int, _Decoder]:
    """The same for a tuple: a byte for the number of its items, and then the bytes of each."""
    width, one = _one(field)
    most = _MANY if field.kind is Kind.RECORD else _MANY + 1

    def decode(data: bytes, at: int, world: _World, draft: _Draft) -> tuple[Any, ...]:
        # Most lists are as short as they can be, so that stories stay small.
        count = least + max(0, data[at] - 144) * (most - least + 1) // 112
        if not count:
            return ()
        values = [one(data, at + 1 + index * width, world, draft) for index in range(min(count, most))]
        return tuple(dict.fromkeys(value for value in values if value is not None))

    return 1 + most * width, decode


@final
class _Plan:
    """How a record of a class is made of ``width`` bytes; the first one is its place in an order without circles."""

    def __init__(self, cls: type) -> None:
        self.cls = cls
        self.width = 1
        self._steps: list[tuple[str, int, bool, _Decoder]] = []
        self._any_of = [rule.fields[0] for rule in rules_of(cls) if isinstance(rule, AnyOf)]
        self._ordered = [rule.fields for rule in rules_of(cls) if isinstance(rule, Ordered)]
        for field in fields_of(cls):
            if field.name == "id" or (cls is Source and field.name in _CONTENT):
                continue
            optional = field.optional
            width, decode = _several(field, field.items.minimum) if field.items is not None else _one(field)
            self._steps.append((field.name, self.width, optional, decode))
            self.width += width + optional

    def peek(self, name: str, data: bytes, world: _World, draft: _Draft) -> Any:
        """The value that one optional field will have."""
        at, decode = next((at, decode) for field, at, _, decode in self._steps if field == name)
        return decode(data, at + 1, world, draft) if data[at] >= _HALF else None

    def build(self, data: bytes, world: _World, draft: _Draft) -> Any:
        """The record."""
        values = draft.values
        for name, at, optional, decode in self._steps:
            if not optional:
                values[name] = decode(data, at, world, draft)
            elif data[at] >= _HALF:
                values[name] = decode(data, at + 1, world, draft)
        for first in self._any_of:
            if not any(values.get(name) is not None for rule in rules_of(self.cls) for name in rule.fields):
                at, decode = next((at, decode) for field, at, _, decode in self._steps if field == first)
                values[first] = decode(data, at + 1, world, draft)
        for low, high in self._ordered:
            if values.get(low) is not None and values.get(high) is not None:
                values[low], values[high] = sorted((values[low], values[high]))
        if self.cls is Stance and not world.doubtful:
            values["position"] = world.position(values["claim"], values["position"])
        return self.cls(**values)


@cache
def _plan(cls: type) -> _Plan:
    return _Plan(cls)


# -- from bytes to a story ------------------------------------------------------------------------

#: The arrays of a story, as classes of any kind.
_CLASSES: dict[str, type] = {**ARRAYS}
_CONTENT = ("paragraphs", "digests")
#: A source has up to three paragraphs of up to four texts. Their bytes come first: for their form, their number, and
#: then for each paragraph the number of its texts and the texts.
_PARAGRAPHS, _WORDS = 3, 4
_CONTENT_WIDTH = 2 + _PARAGRAPHS * (1 + _WORDS)
_CODES = sorted(next(rule.choices for rule in fields_of(Country)[0].rules if isinstance(rule, Choice)))
#: The field that tells when something was.
_TIMES = {"statements": "said", "events": "when"}


def _lines(data: bytes, world: _World) -> tuple[str, ...]:
    picks = world.picks[_TEXT]
    lines: list[str] = []
    for number in range(1 + data[1] % _PARAGRAPHS):
        at = 2 + number * (1 + _WORDS)
        # Lines joined by a space stay in NFC: it composes with nothing.
        lines.append(" ".join(picks[byte % len(picks)] for byte in data[at + 1 : at + 2 + data[at] % _WORDS]))
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


def _name(arrays: dict[str, list[bytes]], world: _World, form: Callable[[str, int], str]) -> None:
    """Give every record its id."""
    for name, records in arrays.items():
        kind = ARRAYS[name].__name__
        ids: list[str] = world.ids.setdefault(kind, [])
        for number, data in enumerate(records, start=1):
            if name == "countries":
                place = next(
                    place for place in range(data[0], data[0] + len(_CODES)) if _CODES[place % len(_CODES)] not in ids
                )
                ids.append(_CODES[place % len(_CODES)])
            else:
                ids.append(form(kind.lower(), number))


def _arrange(arrays: dict[str, list[bytes]], world: _World) -> None:
    """Settle what must be known before any record is made: orders, dates and paragraphs."""
    for names, field in ACYCLIC:
        order: dict[str, tuple[int, int]] = {}
        for name in names:
            for id, data in zip(world.ids[ARRAYS[name].__name__], arrays[name], strict=True):
                order[id] = (data[0] // 64, len(order))
            world.order[ARRAYS[name].__name__, field] = order
    for name, field in _TIMES.items():
        cls = _CLASSES[name]
        for id, data in zip(world.ids[cls.__name__], arrays[name], strict=True):
            world.dated[id] = _plan(cls).peek(field, data, world, _Draft(cls.__name__, id=id))
    for id, data in zip(world.ids[Source.__name__], arrays["sources"], strict=True):
        world.sources.append((id, _lines(data, world), data[0] >= 176))


def _content(lines: tuple[str, ...], detached: bool) -> dict[str, tuple[str, ...]]:
    return {"digests": tuple(map(digest_of, lines))} if detached else {"paragraphs": lines}


def _records(arrays: dict[str, list[bytes]], world: _World) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for name, several in arrays.items():
        cls = _CLASSES[name]
        made: list[Any] = []
        for index, (id, data) in enumerate(zip(world.ids[cls.__name__], several, strict=True)):
            draft = _Draft(cls.__name__, id=id)
            if cls is Source:
                draft.values |= _content(*world.sources[index][1:])
            record = _plan(cls).build(data[_CONTENT_WIDTH:] if cls is Source else data, world, draft)
            if cls is Claim:
                world.rivals |= {(id, rival) for rival in record.rivals}
            made.append(record)
        yield name, tuple(made)


def _resolved(
    drawn: tuple[Any, ...], *, given: tuple[str, ...], doubtful: bool, own_texts: bool, own_dates: bool
) -> Story:
    (choices, day, texts, dates), values, lists = drawn
    picks = {pool: found + (_DOUBTFUL_PICKS.get(pool, ()) if doubtful else ()) for pool, found in PICKS.items()}
    picks |= {_TEXT: tuple(texts) if own_texts else PICKS[_TEXT] + tuple(texts) * 8}
    world = _World(picks, tuple(dates) if own_dates else _DATES + tuple(dates) * 4, doubtful=doubtful)
    several: tuple[list[bytes], ...] = lists
    arrays = dict(zip(ARRAYS, several, strict=True))
    there = {_CLASSES[name].__name__ for name, records in arrays.items() if records}
    for name, cls in _CLASSES.items():
        if any(kinds and not kinds & there for kinds in _needs(cls)):
            arrays[name] = []
    number: int = choices[0]
    form = _ID_FORMS[number % len(_ID_FORMS)]
    _name(arrays, world, form)
    _arrange(arrays, world)
    fields: dict[str, Any] = {
        "id": form("story", 1),
        "title": picks[_TEXT][choices[1] % len(picks[_TEXT])],
        "summary": picks[_TEXT][choices[2] % len(picks[_TEXT])],
        "language": picks["bad-language"][choices[3] % len(picks["bad-language"])],
        "as_of": day,
        **dict(_records(arrays, world)),
        **dict(zip(given, values, strict=True)),
    }
    return Story(**fields)


_DAYS = st.one_of(st.just(PartialDate("2019-01-23")), _values.days())


@cache
def _stories(
    given: tuple[tuple[str, SearchStrategy[Any]], ...],
    texts: SearchStrategy[str] | None,
    dates: SearchStrategy[Date] | None,
    max_size: int,
    doubtful: bool,
) -> SearchStrategy[Story]:
    head = st.tuples(
        st.binary(min_size=4, max_size=4),
        _DAYS,
        st.lists(_values.texts(), min_size=1, max_size=2) if texts is None else st.lists(texts, min_size=1, max_size=8),
        st.tuples(_values.dates()) if dates is None else st.lists(dates, min_size=1, max_size=4),
    )
    lists: list[SearchStrategy[list[bytes]]] = []
    for name, cls in _CLASSES.items():
        width = _plan(cls).width + (_CONTENT_WIDTH if name == "sources" else 0)
        lists.append(st.lists(st.binary(min_size=width, max_size=width), max_size=max_size))
    names = tuple(name for name, _ in given)
    return st.tuples(head, st.tuples(*(drawn for _, drawn in given)), st.tuples(*lists)).map(
        partial(_resolved, given=names, doubtful=doubtful, own_texts=texts is not None, own_dates=dates is not None)
    )


def stories(  # noqa: PLR0913 - keyword-only, each with a default
    *,
    id: SearchStrategy[str] | None = None,
    title: SearchStrategy[str] | None = None,
    summary: SearchStrategy[str] | None = None,
    language: SearchStrategy[str] | None = None,
    as_of: SearchStrategy[PartialDate] | None = None,
    texts: SearchStrategy[str] | None = None,
    dates: SearchStrategy[Date] | None = None,
    max_size: int = 3,
    doubtful: bool = True,
) -> SearchStrategy[Story]:
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

    >>> from hypothesis import find
    >>> find(stories(), lambda story: any(claim.rivals for claim in story.claims)).claims[1].rivals
    ('claim-1',)
    """
    own = {"id": id, "title": title, "summary": summary, "language": language, "as_of": as_of}
    given = tuple((name, drawn) for name, drawn in own.items() if drawn is not None)
    return _stories(given, texts, dates, max_size, doubtful)


def documents(*, story: SearchStrategy[Story] | None = None) -> SearchStrategy[dict[str, Any]]:
    """Legal documents: the plain data of stories, each time afresh.

    Shrinks as :func:`stories` does, or as the strategy that is given.

    >>> from hypothesis import find
    >>> find(documents(), lambda document: True)["schema_version"]
    1
    """
    return (story if story is not None else stories()).map(unstructure)
