"""Strategies for records and nested values, each alone: what its references name is not there.

An argument is a strategy that stands in for a field's own; the other fields give way to it. Where they
can't, because the arguments contradict each other, building the record says so.

The parameters are written from the declared fields by ``tasks/build_strategies.py``: run ``make strategies``.
"""

from __future__ import annotations

from hypothesis import strategies as st

from venezuela_news._actors import Country, Group, Organization, OrganizationKind, Person, Place, Role
from venezuela_news._events import Category, Event, EventStatus, Figure, Photo
from venezuela_news._sources import Anchor, Quote, Source
from venezuela_news._statements import Act, Attribution, Channel, Claim, ClaimKind, Mode, Position, Stance, Statement
from venezuela_news._types import Date
from venezuela_news._works import Work, WorkKind
from venezuela_news.strategies._builder import records
from venezuela_news.strategies._drawn import Drawn

__all__ = [
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
    "roles",
    "sources",
    "stances",
    "statements",
    "works",
]


def anchors(
    *,
    source: Drawn[str] = None,
    paragraph: Drawn[int] = None,
    start: Drawn[int] = None,
    end: Drawn[int] = None,
    exact: Drawn[str | None] = None,
) -> st.SearchStrategy[Anchor]:
    """Spans of a source, with their words or without.

    Shrinks towards the first character of a paragraph: from 0 to 1.

    >>> from hypothesis import find
    >>> find(anchors(), lambda _: True)
    Anchor(source='a', paragraph=0, start=0, end=1, exact=None)
    """
    return records(Anchor, locals())


def attributions(
    *,
    mode: Drawn[Mode] = None,
    content: Drawn[tuple[Anchor, ...]] = None,
    cue: Drawn[tuple[Anchor, ...]] = None,
    speaker: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Attribution]:
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
) -> st.SearchStrategy[Claim]:
    """Propositions.

    Shrinks towards a fact without rivals.

    >>> from hypothesis import find
    >>> find(claims(id=st.just("open")), lambda _: True)
    <Claim 'open': '0'>
    """
    return records(Claim, locals())


def countries(
    *,
    id: Drawn[str] = None,
    name: Drawn[str] = None,
    aliases: Drawn[tuple[str, ...]] = None,
    description: Drawn[str | None] = None,
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Country]:
    """States, by their ISO 3166-1 codes.

    Shrinks towards a country with a name alone.

    >>> from hypothesis import find
    >>> find(countries(id=st.just("VE")), lambda _: True).aliases
    ()
    """
    return records(Country, locals())


def events(
    *,
    id: Drawn[str] = None,
    label: Drawn[str] = None,
    status: Drawn[EventStatus] = None,
    when: Drawn[Date | None] = None,
    where: Drawn[str | None] = None,
    within: Drawn[str | None] = None,
    after: Drawn[tuple[str, ...]] = None,
    actors: Drawn[tuple[str, ...]] = None,
    targets: Drawn[tuple[str, ...]] = None,
    category: Drawn[Category | None] = None,
    asserted_by: Drawn[tuple[str, ...]] = None,
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Event]:
    """What happened or held.

    Shrinks towards an event with a label alone.

    >>> from hypothesis import find
    >>> from venezuela_news import PartialDate
    >>> find(events(when=st.just(PartialDate("2019-01"))), lambda _: True).when
    PartialDate('2019-01')
    """
    return records(Event, locals())


def figures(
    *,
    id: Drawn[str] = None,
    label: Drawn[str] = None,
    low: Drawn[int | float | None] = None,
    high: Drawn[int | float | None] = None,
    approximate: Drawn[bool] = None,
    unit: Drawn[str] = None,
    about: Drawn[tuple[str, ...]] = None,
    asserted_by: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Figure]:
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
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Group]:
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
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Organization]:
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
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Person]:
    """People, with a name, a description or both.

    Shrinks towards a person with a name alone.

    >>> from hypothesis import find
    >>> find(people(id=st.just("ann")), lambda _: True)
    <Person 'ann': '0'>
    """
    return records(Person, locals())


def photos(
    *,
    id: Drawn[str] = None,
    caption: Drawn[str] = None,
    credits: Drawn[tuple[str, ...]] = None,
    depicts: Drawn[tuple[str, ...]] = None,
    taken: Drawn[Date | None] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Photo]:
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
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Place]:
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
) -> st.SearchStrategy[Quote]:
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
    when: Drawn[Date | None] = None,
    former: Drawn[bool] = None,
    disputed: Drawn[bool] = None,
) -> st.SearchStrategy[Role]:
    """What a person is, for a time.

    Shrinks towards a role with a title alone.

    >>> from hypothesis import find
    >>> find(roles(), lambda _: True).former
    False
    """
    return records(Role, locals())


def sources(
    *,
    id: Drawn[str] = None,
    title: Drawn[str | None] = None,
    description: Drawn[str | None] = None,
    language: Drawn[str] = None,
    published: Drawn[Date | None] = None,
    modified: Drawn[Date | None] = None,
    publisher: Drawn[str | None] = None,
    url: Drawn[str | None] = None,
    license: Drawn[str | None] = None,
    paragraphs: Drawn[tuple[str, ...]] = None,
    digests: Drawn[tuple[str, ...]] = None,
) -> st.SearchStrategy[Source]:
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
    when: Drawn[Date | None] = None,
    asserted_by: Drawn[tuple[str, ...]] = None,
    evidence: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Stance]:
    """Positions on claims.

    Shrinks towards favor, without a time or evidence.

    >>> from hypothesis import find
    >>> find(stances(), lambda _: True).position.value
    'favor'
    """
    return records(Stance, locals())


def statements(
    *,
    id: Drawn[str] = None,
    speakers: Drawn[tuple[str, ...]] = None,
    capacity: Drawn[str | None] = None,
    act: Drawn[Act | None] = None,
    gist: Drawn[str] = None,
    condition: Drawn[str | None] = None,
    quotes: Drawn[tuple[Quote, ...]] = None,
    to: Drawn[tuple[str, ...]] = None,
    about: Drawn[tuple[str, ...]] = None,
    channel: Drawn[Channel | None] = None,
    said: Drawn[Date | None] = None,
    occasion: Drawn[str | None] = None,
    after: Drawn[tuple[str, ...]] = None,
    relayed_by: Drawn[tuple[str, ...]] = None,
    attributions: Drawn[tuple[Attribution, ...]] = None,
) -> st.SearchStrategy[Statement]:
    """Things said, with one attribution or more.

    Shrinks towards words of nobody's, with one attribution.

    >>> from hypothesis import find
    >>> find(statements(speakers=st.just(("ann",))), lambda _: True).speakers
    ('ann',)
    """
    return records(Statement, locals())


def works(
    *,
    id: Drawn[str] = None,
    title: Drawn[str | None] = None,
    description: Drawn[str | None] = None,
    kind: Drawn[WorkKind] = None,
    creators: Drawn[tuple[str, ...]] = None,
    country: Drawn[str | None] = None,
    when: Drawn[Date | None] = None,
    same_as: Drawn[tuple[str, ...]] = None,
    anchors: Drawn[tuple[Anchor, ...]] = None,
) -> st.SearchStrategy[Work]:
    """Texts and works that are spoken of, with a title, a description or both.

    Shrinks towards a constitution with a title alone.

    >>> from hypothesis import find
    >>> find(works(id=st.just("charter")), lambda _: True)
    <Work 'charter': '0'>
    """
    return records(Work, locals())
