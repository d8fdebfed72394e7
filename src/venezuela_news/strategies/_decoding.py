"""Records from bytes: each byte chooses whether a field is there, which text, date or word it has, which record it names.

1. A record of a class takes a fixed number of bytes. Drawing them is one choice for Hypothesis, whatever
   their number, and it shrinks them one by one. Zero is the plainest: an absent field, the first text, the
   first record.
2. Bytes become values when it is known which records there are. A reference is picked from those that are
   allowed, so that nothing dangles and nothing is filtered.
3. A decode function follows from the field's rules and kind, and is made once a class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeAlias, assert_never, final

import attrs

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._fields import Field, Kind, fields_of, rules_of
from venezuela_news._numbers import MAX_INTEGER, MOST_DIGITS
from venezuela_news._rules import (
    AnyOf,
    Choice,
    Day,
    ExactlyOne,
    FieldRule,
    Known,
    LicenseExpression,
    OneLine,
    Ordered,
    Pattern,
    PlausibleUpTo,
    Quantity,
    Range,
    RecordRule,
    Ref,
    SpanLength,
)
from venezuela_news._sources import Anchor, Quote
from venezuela_news._statements import Attribution, Stance
from venezuela_news._types import Date
from venezuela_news.strategies._mending import fit_span, put_in_order
from venezuela_news.strategies._pools import Pools, Unfinished, place_of
from venezuela_news.strategies._samples import PLAIN_DAY, doubtful_samples_of, samples_of
from venezuela_news.strategies._sizes import needs_of
from venezuela_news.strategies._values import decimal

__all__ = ["RecordDecoder", "decoder_of"]

# -- from bytes to values -------------------------------------------------------------------------

#: Makes a value of bytes, of which its own begin at an offset, for an unfinished record.
_Decode: TypeAlias = Callable[[bytes, int, Pools, Unfinished], Any]
#: How many bytes a value takes, and what makes it of them.
_Sized: TypeAlias = tuple[int, _Decode]

_PRESENT_FROM = 128
"""From this byte on, an optional value is there."""

_MAX_NESTED = 2
"""The most nested records that are made for a field; of references and texts there is one more."""


def _text(data: bytes, at: int, pools: Pools, record: Unfinished) -> str:
    return pools.texts[data[at] % len(pools.texts)]


def _pick(members: Sequence[Any]) -> _Sized:
    count = len(members)
    width = ((count - 1).bit_length() + 7) // 8 or 1

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> Any:
        return members[int.from_bytes(data[at : at + width]) % count]

    return width, decode


def _number(low: int, high: int, plausible: int) -> _Sized:
    size = (high.bit_length() + 7) // 8

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> int:
        how, small = data[at], data[at + 1]
        if how < _PRESENT_FROM:
            number = max(low, 0) + small
        elif how < 192:
            number = low + int.from_bytes(data[at + 1 : at + 1 + size])
        else:
            number = high - small // 2 if small % 2 else low + small // 2
        top = high if pools.doubtful else plausible
        return low + (number - low) % (top - low + 1)

    return 1 + size, decode


def _quantity() -> _Sized:
    width, whole = _number(-MAX_INTEGER, MAX_INTEGER, MAX_INTEGER)

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> float:
        number = whole(data, at + 1, pools, record)
        return decimal(number % 10**MOST_DIGITS, data[at]) if data[at] % 2 else number

    return 1 + width, decode


def _flag(data: bytes, at: int, pools: Pools, record: Unfinished) -> bool:
    return data[at] % 2 == 1


def _date(field: Field) -> _Sized:
    free = set(field.types) == {PartialDate, Interval} and not field.rules

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> Date:
        dates = pools.dates if free else [date for date in pools.dates if _is_date_of(field, date)] or [PLAIN_DAY]
        return dates[data[at] % len(dates)]

    return 1, decode


def _is_date_of(field: Field, date: Date) -> bool:
    return type(date) in field.types and all(rule.is_valid(date) for rule in field.rules if isinstance(rule, Day))


def _reference(field: str, kinds: frozenset[str]) -> _Sized:
    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> str | None:
        return pools.picked(field, kinds, record, data[at])

    return 1, decode


def _anchor(data: bytes, at: int, pools: Pools, record: Unfinished) -> Anchor | None:
    """A span of some words; one of sixteen is of any characters."""
    if not pools.sources:
        return None
    number = data[at] if record.source is None else record.source
    source = pools.sources[place_of(number, len(pools.sources))]
    paragraph = data[at + 1] % len(source.lines)
    line = source.lines[paragraph]
    if data[at + 2] % 16 == 15:
        start = (data[at + 2] // 16 + data[at + 3]) % len(line)
        end = start + 1 + data[at + 3] % (len(line) - start)
    else:
        words = source.words(paragraph)
        first = data[at + 2] % len(words)
        start, end = words[first][0], words[first + data[at + 3] % (len(words) - first)][1]
    exact = None if source.detached else line[start:end]
    return Anchor(source=source.id, paragraph=paragraph, start=start, end=end, exact=exact)


def _quote(data: bytes, at: int, pools: Pools, record: Unfinished) -> Quote:
    """Mostly words that an attribution of the statement anchors as said, whole or with a gap; else any text."""
    text = _said(data[at], data[at + 1], pools, record) if data[at] < 240 else None
    decoder = decoder_of(Quote)
    values = decoder.decode(data[at + 2 : at + 2 + decoder.width], pools, Unfinished(Quote.__name__))
    if text:
        values["text"] = text
    return Quote(**values)


def _said(how: int, which: int, pools: Pools, record: Unfinished) -> str | None:
    """Words of a statement's content; ``None`` if there are none."""
    attributions: tuple[Attribution, ...] = record.values["attributions"]
    content = [anchor for anchor in attributions[which % len(attributions)].content if pools.words_of(anchor).strip()]
    if not content:
        return None
    first, last = content[how % len(content)], content[-1]
    words = pools.words_of(first).strip()
    if how < 128:
        return words
    if first.paragraph == last.paragraph and first.end < last.start:
        return f"{words} … {pools.words_of(last).strip()}"
    several = words.split()
    return f"{several[0]} … {several[-1]}" if len(several) > 2 else words


def _nested(cls: type) -> _Sized:
    if cls is Anchor:
        return 4, _anchor
    if cls is Quote:
        return 2 + decoder_of(cls).width, _quote
    decoder = decoder_of(cls)

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> Any:
        # The anchors of an attribution are in one source: the first byte, which it needs for no order, says which.
        return decoder.build(data[at : at + decoder.width], pools, Unfinished(cls.__name__, source=data[at]))

    return decoder.width, decode


# -- from a declaration to a decode function ------------------------------------------------------


def _sampled(rule: Pattern | LicenseExpression) -> _Sized:
    """What makes a text that keeps a rule; a doubtful one only where there may be doubts."""
    plain = samples_of(rule)
    all_there_are = (*plain, *doubtful_samples_of(rule))

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> str:
        samples = all_there_are if pools.doubtful else plain
        return samples[data[at] % len(samples)]

    return 1, decode


def _one(field: Field) -> _Sized:
    """What makes one value of a field, or one item of it."""
    for rule in field.rules:
        if (found := _of_rule(rule, field)) is not None:
            return found
    return _of_kind(field)


def _of_rule(rule: FieldRule, field: Field) -> _Sized | None:
    match rule:
        case OneLine():
            return 1, _text
        case Pattern() | LicenseExpression():
            return _sampled(rule)
        case Choice():
            return _pick(sorted(rule.choices))
        case Range():
            plausible = (other.high for other in field.rules if isinstance(other, PlausibleUpTo))
            return _number(rule.low, rule.high, min((rule.high, *plausible)))
        case Quantity():
            return _quantity()
        case Ref():
            return _reference(field.name, rule.kinds)
        case PlausibleUpTo() | Known() | Day():
            return None  # the range, the samples, or the date, sees to it
        case _:
            assert_never(rule)


def _of_kind(field: Field) -> _Sized:
    match field.kind:
        case Kind.TEXT:
            return 1, _text
        case Kind.NUMBER:
            return _number(-MAX_INTEGER, MAX_INTEGER, MAX_INTEGER)
        case Kind.FLAG:
            return 1, _flag
        case Kind.CHOICE:
            return _pick(list(field.type))
        case Kind.DATE:
            return _date(field)
        case Kind.RECORD:
            return _nested(field.type)
        case _:
            assert_never(field.kind)


def _several(field: Field, least: int) -> _Sized:
    """What makes a tuple: a byte is for the number of its items, and then come the bytes of each."""
    width, one = _one(field)
    most = _MAX_NESTED if field.kind is Kind.RECORD else _MAX_NESTED + 1
    empty = 32 if field.ref is not None else 144

    def decode(data: bytes, at: int, pools: Pools, record: Unfinished) -> tuple[Any, ...]:
        # Most lists of texts and nested records are as short as they can be; most records name others.
        count = least + max(0, data[at] - empty) * (most - least + 1) // (256 - empty)
        if not count:
            return ()
        values = [one(data, at + 1 + index * width, pools, record) for index in range(min(count, most))]
        return tuple(dict.fromkeys(value for value in values if value is not None))

    return 1 + most * width, decode


def _links(field: Field) -> bool:
    """Whether a field names records or places in sources, itself or in its nested records."""
    return field.ref is not None or (field.kind is Kind.RECORD and any(map(_links, fields_of(field.type))))


def _may_lack(field: Field) -> bool:
    """Whether a field can be left out where records are not to refer to each other."""
    naming = field.ref is not None or (field.kind is Kind.RECORD and bool(needs_of(field.type)))
    return naming and not field.required and (field.items is None or not field.items.minimum)


def _fits(field: Field, value: Any, pools: Pools, record: Unfinished) -> bool:
    """Whether all that a field of a nested record names is there."""
    if value is None:
        return True
    items: tuple[Any, ...] = (value,) if field.items is None else value
    if field.ref is None:
        return all(map(pools.fits, items))
    return all(pools.may_name(field.name, field.ref.kinds, record, item) for item in items)


@final
class RecordDecoder:
    """What makes a record of a class of ``width`` bytes; the first one is its place in an order without circles.

    Args:
        cls: The class.
        skip: The fields that are made elsewhere.
    """

    def __init__(self, cls: type, skip: frozenset[str]) -> None:
        self.cls = cls
        self.width = 1
        fields = {field.name: field for field in fields_of(cls) if field.name not in skip}
        #: Of each field where its bytes begin, whether the first of them says that it is there, and what makes it.
        self._steps: dict[str, tuple[int, bool, _Decode]] = {}
        self._rules = tuple(rule for rule in rules_of(cls) if not skip.issuperset(rule.fields))
        #: Of each field where the bytes of its value begin, and what makes one that is neither absent nor empty.
        self._needed: dict[str, tuple[int, _Decode]] = {}
        self._naming = frozenset(name for name, field in fields.items() if _may_lack(field))
        self._linking = {name: field for name, field in fields.items() if _links(field)}
        # Quotations are of what attributions anchor, and so come last.
        for field in sorted(fields.values(), key=lambda field: field.type is Quote):
            width, decode = _several(field, field.items.minimum) if field.items is not None else _one(field)
            needed = _several(field, 1)[1] if field.items is not None else decode
            self._steps[field.name] = (self.width, field.optional, decode)
            self._needed[field.name] = (self.width + field.optional, needed)
            self.width += width + field.optional

    def decode(self, data: bytes, pools: Pools, record: Unfinished) -> dict[str, Any]:
        """Make the values of a record, which are added to those that it has."""
        values = record.values
        for name, (at, optional, decode) in self._steps.items():
            if not pools.linked and name in self._naming:
                values[name] = None if optional else ()
            elif not optional:
                values[name] = decode(data, at, pools, record)
            elif data[at] >= _PRESENT_FROM:
                values[name] = decode(data, at + 1, pools, record)
        for rule in self._rules:
            self._keep(rule, data, pools, record)
        return values

    def build(self, data: bytes, pools: Pools, record: Unfinished) -> Any:
        """Make a record."""
        values = self.decode(data, pools, record)
        if self.cls is Stance and not pools.doubtful:
            values["position"] = pools.position(values["claim"], values["position"])
        return self.cls(**values)

    def adapt(self, given: Any, data: bytes, pools: Pools, record: Unfinished) -> Any:
        """Make a record of one that was drawn alone: what it names that is not there gives way to what is."""
        values = record.values
        for name in self._steps:
            value = getattr(given, name)
            field = self._linking.get(name)
            values[name] = value if field is None or not value else self._relinked(field, value, data, pools, record)
        return self.cls(**values)

    def _relinked(self, field: Field, value: Any, data: bytes, pools: Pools, record: Unfinished) -> Any:
        at, decode = self._needed[field.name]
        items: tuple[Any, ...] = (value,) if field.items is None else value
        if field.ref is not None:
            kinds = field.ref.kinds
            kept = tuple(item for item in items if pools.may_name(field.name, kinds, record, item))
        elif field.type is Anchor:
            kept = tuple(filter(pools.fits, items))
        else:
            decoder = decoder_of(field.type)
            kept = tuple(dict.fromkeys(decoder.refitted(item, data[at:], pools) for item in items))
        if not kept:
            return decode(data, at, pools, record)
        return kept if field.items is not None else kept[0]

    def refitted(self, given: Any, data: bytes, pools: Pools) -> Any:
        """A nested record that was drawn alone, as it is where all that it names is there; else with other links."""
        record = Unfinished(self.cls.__name__, source=data[0])
        if all(_fits(field, getattr(given, name), pools, record) for name, field in self._linking.items()):
            return given
        made = self.build(data[: self.width], pools, record)
        return attrs.evolve(made, **{name: getattr(given, name) for name in self._steps if name not in self._linking})

    def peek(self, name: str, data: bytes, pools: Pools, record: Unfinished) -> Any:
        """Tell the value that one optional field will have."""
        at, _, decode = self._steps[name]
        return decode(data, at + 1, pools, record) if data[at] >= _PRESENT_FROM else None

    def _keep(self, rule: RecordRule, data: bytes, pools: Pools, record: Unfinished) -> None:
        """Let the values of a record keep a rule over several of them."""
        values = record.values
        match rule:
            case ExactlyOne() | AnyOf():
                given = [name for name in rule.fields if values.get(name) not in (None, ())]
                if not given:
                    at, decode = self._needed[rule.fields[0]]
                    values[rule.fields[0]] = decode(data, at, pools, record)
                elif isinstance(rule, ExactlyOne):
                    for name in given[1:]:
                        del values[name]
            case Ordered():
                put_in_order(rule, values, ())
            case SpanLength():
                fit_span(values, ())
            case _:
                assert_never(rule)


@cache
def decoder_of(cls: type, skip: frozenset[str] = frozenset({"id"})) -> RecordDecoder:
    """The decoder of a class, made once."""
    return RecordDecoder(cls, skip)
