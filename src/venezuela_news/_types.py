"""The types of values that fields hold: texts, ids, codes, dates, and references by kind of record."""

from __future__ import annotations

import hashlib
from typing import Annotated, TypeAlias

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._numbers import MAX_INTEGER
from venezuela_news._registries import LANGUAGE_PATTERN
from venezuela_news._rules import Choice, Known, LicenseExpression, OneLine, Pattern, Range, Ref

__all__ = [
    "COUNTRY_CODES",
    "FORMER_COUNTRY_CODES",
    "ActorRef",
    "AnyRef",
    "BodyRef",
    "ClaimRef",
    "Count",
    "CountryCode",
    "CountryRef",
    "CreditRef",
    "Date",
    "Digest",
    "EventRef",
    "Id",
    "Language",
    "License",
    "OccurrenceRef",
    "PlaceRef",
    "RoleRef",
    "ShortText",
    "SourceRef",
    "Url",
]

FORMER_COUNTRY_CODES = frozenset("AN CS DD SU VD YD YU".split())
"""Former alpha-2 codes, of ISO 3166-3, whose states no present code names.

CS named two: Czechoslovakia, and Serbia and Montenegro. A state that has a new code (BU, now MM; ZR,
now CD) keeps one id in all stories, the present one. A code that now names another state (AI, BQ,
BY, GE, SK) cannot name the old one too. The others of the list were dependencies and parts of states.
"""

COUNTRY_CODES = FORMER_COUNTRY_CODES | frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT
    JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM
    PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT
    ZA ZM ZW
    """.split()
)
"""ISO 3166-1 alpha-2, XK, the user-assigned code in general use for Kosovo, and former codes."""

_NO_COUNTRY = "is no country: make it an Organization of kind 'intergovernmental'"

# The characters of RFC 3986; a host is needed.
_URL = "https?://[A-Za-z0-9\\[](?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"

ShortText: TypeAlias = Annotated[str, OneLine()]
Id: TypeAlias = Annotated[
    str,
    Pattern(
        "bad-id",
        "[a-z][a-z0-9]*(?:-[a-z0-9]+)*",
        "an id (lower-case letters and digits, a letter first, in words joined by single hyphens, 64 at most)",
        "'juan-guaido'",
        64,
    ),
]
CountryCode: TypeAlias = Annotated[
    str,
    Choice(
        "bad-country-code",
        COUNTRY_CODES,
        "an ISO 3166-1 alpha-2 code or that of a former state, two capital letters",
        "'VE'",
        mistakes=(
            ("EU", f"the European Union {_NO_COUNTRY}"),
            ("EUROPEAN UNION", f"the European Union {_NO_COUNTRY}"),
            ("UN", f"the United Nations {_NO_COUNTRY}"),
            ("UNITED NATIONS", f"the United Nations {_NO_COUNTRY}"),
            ("NATO", f"NATO {_NO_COUNTRY}"),
        ),
        registry="country",
    ),
]
Language: TypeAlias = Annotated[
    str,
    Pattern(
        "bad-language",
        LANGUAGE_PATTERN,
        "a well-formed BCP 47 language tag",
        "'en' or 'es-VE'",
        registry="language",
    ),
    Known("unknown-language", "language", "write subtags of IANA's registry, or private ones, such as 'x-dialect'"),
]
Url: TypeAlias = Annotated[
    str,
    Pattern(
        "bad-url",
        _URL,
        "an absolute http or https URL",
        "'https://example.org/'",
        rewrites=(
            ("(?:wd:)?(Q[1-9][0-9]*)", "https://www.wikidata.org/wiki/{0}"),
            ("//(.*)", "https://{0}"),
            (r"((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/.*)?)", "https://{0}"),
        ),
    ),
]
License: TypeAlias = Annotated[
    str,
    LicenseExpression("bad-license", "a well-formed SPDX license expression", "'CC0-1.0' or 'MIT OR Apache-2.0'"),
    Known("unknown-license", "license", "write an id of spdx.org/licenses, or a name of your own: 'LicenseRef-press'"),
]
Digest: TypeAlias = Annotated[
    str,
    Pattern(
        "bad-digest",
        "[0-9a-f]{64}",
        "a SHA-256 digest of 64 lower-case hexadecimal digits",
        f"'{hashlib.sha256().hexdigest()}'",
    ),
]
Count: TypeAlias = Annotated[int, Range(0, MAX_INTEGER, "a whole number")]

# References: the ids of records of certain kinds.
AnyRef: TypeAlias = Annotated[str, Ref()]
ActorRef: TypeAlias = Annotated[str, Ref(frozenset({"Person", "Organization", "Country", "Group"}))]
BodyRef: TypeAlias = Annotated[str, Ref(frozenset({"Organization"}))]
ClaimRef: TypeAlias = Annotated[str, Ref(frozenset({"Claim"}))]
CountryRef: TypeAlias = Annotated[str, Ref(frozenset({"Country"}))]
CreditRef: TypeAlias = Annotated[str, Ref(frozenset({"Person", "Organization"}))]
EventRef: TypeAlias = Annotated[str, Ref(frozenset({"Event"}))]
#: What has a time: an event or a statement.
OccurrenceRef: TypeAlias = Annotated[str, Ref(frozenset({"Event", "Statement"}))]
#: Where a thing is: a place, or a whole country.
PlaceRef: TypeAlias = Annotated[str, Ref(frozenset({"Place", "Country"}))]
#: Where a role is held: in a body or a group.
RoleRef: TypeAlias = Annotated[str, Ref(frozenset({"Organization", "Group"}))]
SourceRef: TypeAlias = Annotated[str, Ref(frozenset({"Source"}))]

Date: TypeAlias = PartialDate | Interval
