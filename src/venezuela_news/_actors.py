"""Who is in a story, and where: people, organizations, countries, groups and places."""

from __future__ import annotations

import enum
from typing import Annotated, TypeAlias, final

import attrs

from venezuela_news._fields import short_repr
from venezuela_news._rules import AnyOf, PlausibleUpTo, Range
from venezuela_news._seams import connected
from venezuela_news._sources import Anchor
from venezuela_news._types import (
    ActorRef,
    BodyRef,
    CountryCode,
    CountryRef,
    Date,
    Id,
    PlaceRef,
    RoleRef,
    ShortText,
    Url,
)
from venezuela_news._validation import checked

__all__ = [
    "Actor",
    "Country",
    "Group",
    "Organization",
    "OrganizationKind",
    "Person",
    "Place",
    "Role",
]


@final
@connected
class OrganizationKind(enum.StrEnum):
    """What kind of body an organization is."""

    LEGISLATURE = "legislature"
    GOVERNMENT = "government"
    LOCAL_GOVERNMENT = "local-government"
    """That of a city, county, province or state of a country."""
    DEPARTMENT = "department"
    """A ministry or department of a government."""
    AGENCY = "agency"
    """Another authority of a state: police, a regulator, a central bank."""
    COURT = "court"
    PARTY = "party"
    MILITARY = "military"
    ARMED_GROUP = "armed-group"
    """One that fights and is no state's military."""
    UNIVERSITY = "university"
    RESEARCH_CENTER = "research-center"
    MEDIA = "media"
    COMPANY = "company"
    UNION = "union"
    """A trade union, or an association of employers or of a profession."""
    NGO = "ngo"
    RELIGIOUS = "religious"
    INTERGOVERNMENTAL = "intergovernmental"
    OTHER = "other"


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False)
class Role:
    """What a person is, for a time.

    Args:
        title: The role's name, such as "secretary of state".
        organization: The body, or the group, in which it is held.
        country: The country that it belongs to.
        under: The government served in, an organization.
        when: The time for which it is held.
        former: Whether it is over by the story's day.
        disputed: Whether somebody denies that the person holds it.

    >>> Role(title="interim president", country="VE", disputed=True).former
    False
    """

    title: ShortText
    organization: RoleRef | None = None
    country: CountryRef | None = None
    under: BodyRef | None = None
    when: Date | None = None
    former: bool = False
    disputed: bool = False


@final
@checked(AnyOf("name-or-description", ("name", "description")))
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Person:
    """A human, named or not; a name or a description is there.

    Args:
        id: The person's id.
        name: The name in full.
        aliases: Other names and spellings.
        description: Who this is, in our words.
        age: The age as of the story, in whole years from 0 to 150; over 110 is doubtful.
        roles: What the person is and was.
        same_as: URLs of the same thing elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of the person.

    >>> Person(id="official", description="a senior official").name is None
    True
    """

    id: Id
    name: ShortText | None = None
    aliases: tuple[ShortText, ...] = ()
    description: ShortText | None = None
    age: Annotated[int, Range(0, 150, "years"), PlausibleUpTo("implausible-age", 110, "an age few reach")] | None = None
    roles: tuple[Role, ...] = ()
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


@final
@checked(AnyOf("name-or-description", ("name", "description")))
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Organization:
    """A body: a parliament, a ministry, a party, a university; a name or a description is there.

    Args:
        id: The organization's id.
        name: Its name in full.
        aliases: Other names and spellings.
        description: What it is, in our words.
        kind: What kind of body it is.
        country: The country that it belongs to.
        parent: The body that it is a part of.
        same_as: URLs of the same thing elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of it.

    >>> Organization(id="parliament", name="Parliament", kind=OrganizationKind.LEGISLATURE).aliases
    ()
    """

    id: Id
    name: ShortText | None = None
    aliases: tuple[ShortText, ...] = ()
    description: ShortText | None = None
    kind: OrganizationKind
    country: CountryRef | None = None
    parent: BodyRef | None = None
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Country:
    """A state. Its ``id`` is its ISO 3166-1 alpha-2 code, or that of a former state.

    Args:
        id: Two capital letters, such as ``"VE"``. Former states have AN, CS, DD, SU, VD, YD and YU; CS
            named two, and the name tells which.
        name: The country's name in the story's language.
        aliases: Other names and spellings, such as "U.S.".
        description: What it is in the story, in our words.
        same_as: URLs of the same thing elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of it.

    >>> Country(id="MX", name="Mexico").id
    'MX'
    """

    id: CountryCode
    name: ShortText
    aliases: tuple[ShortText, ...] = ()
    description: ShortText | None = None
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Group:
    """Actors spoken of together, by membership, place or count: a crowd, "most countries of a region".

    Args:
        id: The group's id.
        label: What it is called, in our words.
        description: What else is known of it, in our words.
        members: The members that are named.
        complete: Whether these are all its members.
        excludes: Actors that are certainly no members.
        within: The place or country in which it is.
        same_as: URLs of the same thing elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of it.

    >>> Group(id="crowd", label="a crowd").complete
    False
    """

    id: Id
    label: ShortText
    description: ShortText | None = None
    members: tuple[ActorRef, ...] = ()
    complete: bool = False
    excludes: tuple[ActorRef, ...] = ()
    within: PlaceRef | None = None
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Place:
    """A location.

    Args:
        id: The place's id.
        name: Its name.
        description: What it is, in our words.
        country: The country in which it is.
        within: The larger place, or the country, that it is a part of.
        same_as: URLs of the same thing elsewhere, such as in Wikidata (schema.org's ``sameAs``).
        anchors: Where the sources speak of it.

    >>> Place(id="caracas", name="Caracas", country="VE").within is None
    True
    """

    id: Id
    name: ShortText
    description: ShortText | None = None
    country: CountryRef | None = None
    within: PlaceRef | None = None
    same_as: tuple[Url, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


Actor: TypeAlias = Person | Organization | Country | Group
