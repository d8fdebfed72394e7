"""Strategies for records and nested values, each alone: what its references name is not there.

1. A record's strategy follows from its declared fields; its rules over several fields are kept by construction.
2. An argument is a strategy that stands in for a field's own. The other fields give way to it; where they can't,
   because the arguments contradict each other, building the record says so.
3. Lists have at most three items, so that examples stay readable.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from venezuela_news._actors import Country, Group, Organization, OrganizationKind, Person, Place, Role
from venezuela_news._dates import Interval, PartialDate
from venezuela_news._events import Category, Event, Figure, Photo
from venezuela_news._fields import Field, Kind, fields_of, rules_of
from venezuela_news._rules import MAX_INTEGER, AnyOf, ExactlyOne, Ordered, RecordRule, SpanLength
from venezuela_news._sources import Anchor, Quote, Source
from venezuela_news._statements import Act, Attribution, Channel, Claim, ClaimKind, Mode, Position, Stance, Statement
from venezuela_news.strategies._values import value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = [
    "MAX_ITEMS",
    "anchors",
    "attributions",
    "claims",
    "countries",
    "events",
    "figures",
    "groups",
    "organizations",
    "people",
    "photos",
    "places",
    "quotes",
    "records",
    "roles",
    "sources",
    "stances",
    "statements",
]

T = TypeVar("T")
_Date = PartialDate | Interval
#: An argument: a strategy for a field, or nothing for the field's own.
Drawn: TypeAlias = st.SearchStrategy[T] | None

MAX_ITEMS = 3
"""The most items that are drawn for a list."""

# -- from a declaration to a strategy -------------------------------------------------------------


def _present(cls: type, field: Field) -> SearchStrategy[Any]:
    """The values of a field that is given."""
    one = records(field.type) if field.kind is Kind.RECORD else value_of(cls, field.name)
    if field.items is None:
        return one
    several = st.lists(one, min_size=1, max_size=MAX_ITEMS)
    return several.map(lambda items: tuple(dict.fromkeys(items))) if field.items.unique else several.map(tuple)


def _any(cls: type, field: Field) -> SearchStrategy[Any]:
    """The values of a field, its absence included."""
    present = _present(cls, field)
    if field.items is not None:
        return present if field.items.minimum else st.one_of(st.just(()), present)
    return st.one_of(st.none(), present) if field.optional else present


def _chosen(rule: ExactlyOne | AnyOf, values: dict[str, Any], given: Mapping[str, Any], choice: int) -> set[str]:
    """Which of a rule's fields are left out, so that one of them stays, or any of them."""
    free = [name for name in rule.fields if name not in given]
    if len(free) < len(rule.fields):
        settled = any(values[name] not in (None, ()) for name in rule.fields if name in given)
        if isinstance(rule, AnyOf):
            return set(free) if settled and choice < len(rule.fields) else set()
        return set(free) if settled else set(free[1:])
    return set(rule.fields) - {rule.fields[choice]} if choice < len(rule.fields) else set()


def _order(rule: Ordered, values: dict[str, Any], given: Mapping[str, Any]) -> None:
    """Bring two numbers into order; what was given stays as it is."""
    first, second = rule.fields
    low, high = values[first], values[second]
    if low is None or high is None or low < high or (low == high and not rule.strict):
        return
    if first in given and second in given:
        return
    if first in given:
        high = low + rule.strict
    elif second in given:
        low = high - rule.strict
    else:
        low, high = high, low
        if low == high and rule.strict:
            low, high = (low, high + 1) if high < MAX_INTEGER else (low - 1, high)
    values[first], values[second] = low, high


def _fit(values: dict[str, Any], given: Mapping[str, Any]) -> None:
    """Let a span be as long as its words."""
    exact, start, end = values["exact"], values["start"], values["end"]
    if exact is None:
        return
    if "end" not in given:
        if "start" not in given:
            start = min(start, MAX_INTEGER - len(exact))
        end = start + len(exact)
    elif "start" not in given:
        exact = exact if "exact" in given else exact[: max(end, 1)]
        start = end - len(exact)
    elif "exact" not in given:
        # A digit composes with nothing, so that what was in NFC stays there.
        exact = (exact + "0" * (end - start - len(exact)))[: end - start]
    values |= {"exact": exact, "start": start, "end": end}


def records(cls: type[T], given: Mapping[str, Drawn[Any]] | None = None) -> SearchStrategy[T]:
    """The records of a class, with strategies for some of its fields given."""
    known = {name: drawn for name, drawn in (given or {}).items() if drawn is not None}
    plain: type = cls
    return _built(cls, known) if known else _records(plain)


@cache
def _records(cls: type[Any]) -> SearchStrategy[Any]:
    return _built(cls, {})


def _built(cls: type[T], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[T]:
    fields = fields_of(cls)
    names = [field.name for field in fields]
    defaults = {field.name: field.default for field in fields}
    rules: tuple[RecordRule, ...] = rules_of(cls)
    choices = [rule for rule in rules if isinstance(rule, ExactlyOne | AnyOf)]
    chosen = {name for rule in choices for name in rule.fields}

    def build(drawn: tuple[Any, ...]) -> T:
        values = dict(zip(names, drawn, strict=False))
        for one_of, choice in zip(choices, drawn[len(names) :], strict=True):
            for name in _chosen(one_of, values, given, choice):
                values[name] = defaults[name]
        for rule in rules:
            if isinstance(rule, Ordered):
                _order(rule, values, given)
        if any(isinstance(rule, SpanLength) for rule in rules):
            _fit(values, given)
        return cls(**values)

    drawn = [
        given[field.name] if field.name in given else (_present if field.name in chosen else _any)(cls, field)
        for field in fields
    ]
    picked = [st.integers(0, len(rule.fields) - isinstance(rule, ExactlyOne)) for rule in choices]
    return st.tuples(*drawn, *picked).map(build)


# -- a strategy for each class --------------------------------------------------------------------


def anchors(
    *,
    source: Drawn[str] = None,
    paragraph: Drawn[int] = None,
    start: Drawn[int] = None,
    end: Drawn[int] = None,
    exact: Drawn[str | None] = None,
    digest: Drawn[str | None] = None,
) -> SearchStrategy[Anchor]:
    """Spans of a source, with their words or with a digest of them.

    Shrinks towards the first character of a paragraph: from 0 to 1.

    >>> from hypothesis import find
    >>> find(anchors(), lambda _: True)
    Anchor(source='a', paragraph=0, start=0, end=1, exact='0', digest=None)
    """
    return records(Anchor, locals())


def attributions(
    *,
    mode: Drawn[Mode] = None,
    content: Drawn[tuple[Anchor, ...]] = None,
    cue: Drawn[tuple[Anchor, ...]] = None,
    speaker: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Attribution]:
    """How a source credits a statement.

    Shrinks towards direct speech with one anchor.

    >>> from hypothesis import find
    >>> len(find(attributions(), lambda _: True).content)
    1
    """
    return records(Attribution, locals())


def claims(
    *,
    id: Drawn[str] = None,
    text: Drawn[str] = None,
    kind: Drawn[ClaimKind] = None,
    about: Drawn[tuple[str, ...]] = None,
    rivals: Drawn[tuple[str, ...]] = None,
) -> SearchStrategy[Claim]:
    """Propositions.

    Shrinks towards a fact without rivals.

    >>> from hypothesis import find
    >>> find(claims(id=st.just("open")), lambda _: True)
    Claim(id='open', text='0', kind=<ClaimKind.FACT: 'fact'>, about=(), rivals=())
    """
    return records(Claim, locals())


def countries(
    *,
    id: Drawn[str] = None,
    name: Drawn[str] = None,
    aliases: Drawn[tuple[str, ...]] = None,
    description: Drawn[str | None] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Country]:
    """States, by their ISO 3166-1 codes.

    Shrinks towards a country with a name alone.

    >>> from hypothesis import find
    >>> find(countries(id=st.just("VE")), lambda _: True).aliases
    ()
    """
    return records(Country, locals())


def events(  # noqa: PLR0913 - keyword-only, one for each field
    *,
    id: Drawn[str] = None,
    label: Drawn[str] = None,
    when: Drawn[_Date | None] = None,
    where: Drawn[str | None] = None,
    within: Drawn[str | None] = None,
    after: Drawn[tuple[str, ...]] = None,
    actors: Drawn[tuple[str, ...]] = None,
    targets: Drawn[tuple[str, ...]] = None,
    category: Drawn[Category | None] = None,
    asserted_by: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Event]:
    """What happened or held.

    Shrinks towards an event with a label alone.

    >>> from hypothesis import find
    >>> find(events(when=st.just(PartialDate("2019-01"))), lambda _: True).when
    PartialDate('2019-01')
    """
    return records(Event, locals())


def figures(  # noqa: PLR0913 - keyword-only, one for each field
    *,
    id: Drawn[str] = None,
    label: Drawn[str] = None,
    low: Drawn[int | None] = None,
    high: Drawn[int | None] = None,
    approximate: Drawn[bool] = None,
    unit: Drawn[str] = None,
    about: Drawn[tuple[str, ...]] = None,
    asserted_by: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Figure]:
    """Quantities.

    Shrinks towards a low bound of 0 alone.

    >>> from hypothesis import find
    >>> find(figures(low=st.just(24)), lambda _: True).low
    24
    """
    return records(Figure, locals())


def groups(
    *,
    id: Drawn[str] = None,
    label: Drawn[str] = None,
    description: Drawn[str | None] = None,
    members: Drawn[tuple[str, ...]] = None,
    complete: Drawn[bool] = None,
    excludes: Drawn[tuple[str, ...]] = None,
    within: Drawn[str | None] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Group]:
    """Actors spoken of together.

    Shrinks towards a group with a label alone.

    >>> from hypothesis import find
    >>> find(groups(), lambda _: True).members
    ()
    """
    return records(Group, locals())


def organizations(
    *,
    id: Drawn[str] = None,
    name: Drawn[str | None] = None,
    aliases: Drawn[tuple[str, ...]] = None,
    description: Drawn[str | None] = None,
    kind: Drawn[OrganizationKind] = None,
    country: Drawn[str | None] = None,
    parent: Drawn[str | None] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Organization]:
    """Bodies.

    Shrinks towards a legislature with a name alone.

    >>> from hypothesis import find
    >>> find(organizations(name=st.none()), lambda _: True).description
    '0'
    """
    return records(Organization, locals())


def people(
    *,
    id: Drawn[str] = None,
    name: Drawn[str | None] = None,
    aliases: Drawn[tuple[str, ...]] = None,
    description: Drawn[str | None] = None,
    age: Drawn[int | None] = None,
    roles: Drawn[tuple[Role, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Person]:
    """People, with a name, a description or both.

    Shrinks towards a person with a name alone.

    >>> from hypothesis import find
    >>> find(people(id=st.just("ann")), lambda _: True)
    Person(id='ann', name='0', aliases=(), description=None, age=None, roles=(), anchors=())
    """
    return records(Person, locals())


def photos(
    *,
    id: Drawn[str] = None,
    caption: Drawn[str] = None,
    credits: Drawn[tuple[str, ...]] = None,
    depicts: Drawn[tuple[str, ...]] = None,
    taken: Drawn[_Date | None] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Photo]:
    """Records of pictures.

    Shrinks towards a photo with a caption alone.

    >>> from hypothesis import find
    >>> find(photos(), lambda _: True).caption
    '0'
    """
    return records(Photo, locals())


def places(
    *,
    id: Drawn[str] = None,
    name: Drawn[str] = None,
    description: Drawn[str | None] = None,
    country: Drawn[str | None] = None,
    within: Drawn[str | None] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Place]:
    """Locations.

    Shrinks towards a place with a name alone.

    >>> from hypothesis import find
    >>> find(places(country=st.just("VE")), lambda _: True).country
    'VE'
    """
    return records(Place, locals())


def quotes(
    *,
    text: Drawn[str] = None,
    language: Drawn[str] = None,
    translated: Drawn[bool | None] = None,
) -> SearchStrategy[Quote]:
    """A speaker's own words.

    Shrinks towards one character of which nobody knows whether it is translated.

    >>> from hypothesis import find
    >>> find(quotes(language=st.just("es")), lambda _: True)
    Quote(text='0', language='es', translated=None)
    """
    return records(Quote, locals())


def roles(
    *,
    title: Drawn[str] = None,
    organization: Drawn[str | None] = None,
    country: Drawn[str | None] = None,
    under: Drawn[str | None] = None,
    when: Drawn[_Date | None] = None,
    former: Drawn[bool] = None,
    disputed: Drawn[bool] = None,
) -> SearchStrategy[Role]:
    """What a person is, for a time.

    Shrinks towards a role with a title alone.

    >>> from hypothesis import find
    >>> find(roles(), lambda _: True).former
    False
    """
    return records(Role, locals())


def sources(  # noqa: PLR0913 - keyword-only, one for each field
    *,
    id: Drawn[str] = None,
    title: Drawn[str | None] = None,
    description: Drawn[str | None] = None,
    language: Drawn[str] = None,
    published: Drawn[_Date | None] = None,
    publisher: Drawn[str | None] = None,
    url: Drawn[str | None] = None,
    license: Drawn[str | None] = None,  # noqa: A002 - the field's name
    paragraphs: Drawn[tuple[str, ...]] = None,
    digests: Drawn[tuple[str, ...]] = None,
) -> SearchStrategy[Source]:
    """Texts that a story rests on, with paragraphs or with digests.

    Shrinks towards one paragraph of one character.

    >>> from hypothesis import find
    >>> find(sources(), lambda _: True).paragraphs
    ('0',)
    """
    return records(Source, locals())


def stances(
    *,
    id: Drawn[str] = None,
    holder: Drawn[str] = None,
    claim: Drawn[str] = None,
    position: Drawn[Position] = None,
    when: Drawn[_Date | None] = None,
    asserted_by: Drawn[tuple[str, ...]] = None,
    evidence: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> SearchStrategy[Stance]:
    """Positions on claims.

    Shrinks towards favor, without a time or evidence.

    >>> from hypothesis import find
    >>> find(stances(), lambda _: True).position.value
    'favor'
    """
    return records(Stance, locals())


def statements(  # noqa: PLR0913 - keyword-only, one for each field
    *,
    id: Drawn[str] = None,
    speakers: Drawn[tuple[str, ...]] = None,
    capacity: Drawn[str | None] = None,
    act: Drawn[Act] = None,
    gist: Drawn[str] = None,
    condition: Drawn[str | None] = None,
    quotes: Drawn[tuple[Quote, ...]] = None,
    to: Drawn[tuple[str, ...]] = None,
    about: Drawn[tuple[str, ...]] = None,
    channel: Drawn[Channel | None] = None,
    said: Drawn[_Date | None] = None,
    occasion: Drawn[str | None] = None,
    after: Drawn[tuple[str, ...]] = None,
    relayed_by: Drawn[tuple[str, ...]] = None,
    attributions: Drawn[tuple[Attribution, ...]] = None,
) -> SearchStrategy[Statement]:
    """Things said, with one attribution or more.

    Shrinks towards an assertion with one speaker and one attribution.

    >>> from hypothesis import find
    >>> find(statements(speakers=st.just(("ann",))), lambda _: True).speakers
    ('ann',)
    """
    return records(Statement, locals())
