"""Legal documents: every class, field, choice and bound, by topic."""

from __future__ import annotations

from typing import Any

from tasks.cases.documents import (
    ACTORS,
    BARE,
    COUNTS,
    EVENTS,
    FOUND,
    KEPT_BACK,
    NOTE,
    REMOVED,
    STANDS,
    TALK,
    Document,
    changed,
    digest,
    span,
)
from tasks.cases.texts import LEGAL
from tasks.cases.times import IN_ORDER, ONE_AFTER_THE_OTHER

LARGEST = 9007199254740991
Row = tuple[str, Document]


def bare(**arrays: Any) -> Document:
    """A story with nothing but these."""
    return BARE | arrays


def source(**fields: Any) -> Document:
    """A story with one source."""
    return bare(sources=[{"id": "note", "language": "en", "paragraphs": ["Sand."]} | fields])


def text(paragraph: str, words: str) -> Document:
    """A story with one paragraph and a person found in it."""
    start = paragraph.index(words)
    anchor = {"source": "note", "paragraph": 0, "start": start, "end": start + len(words), "exact": words}
    person = {"id": "ana", "description": "somebody", "anchors": [anchor]}
    return bare(sources=[{"id": "note", "language": "en", "paragraphs": [paragraph]}], people=[person])


def each(array: str, field: str, values: list[Any], **fields: Any) -> Document:
    """A story with a record for each value of a field."""
    return bare(**{array: [{"id": f"r{n}", **fields, field: value} for n, value in enumerate(values)]})


def dated(*dates: str) -> Document:
    """A story with an event at each date."""
    return each("events", "when", list(dates), label="Something happens.")


# Records read best as tables.
# fmt: off

EVERYTHING: Document = BARE | {
    "sources": [
        {
            "id": "note",
            "title": "Monday on the quay",
            "description": "a notice on the board of the village",
            "language": "en",
            "published": "2021-06-14",
            "modified": "2021-06-15T08:00:00Z",
            "publisher": "The Kelp Bay Bell",
            "url": "https://example.org/notes/1?lang=en#top",
            "license": "CC0-1.0",
            "paragraphs": NOTE,
        },
        {"id": "letter", "description": "a letter that stays in its drawer", "language": "pt-PT", "published": "2021-05/2021-06",
         "modified": "2021-06/..",
         "digests": [digest("Sim.")]},
    ],
    "people": [
        {
            "id": "ana",
            "name": "Ana Reis",
            "aliases": ["Mrs. Reis", "A. Reis"],
            "description": "head of the village",
            "age": 34,
            "roles": [
                {"title": "mayor", "organization": "council", "country": "PT", "under": "ministry", "when": "2019/..", "former": False,
                 "disputed": True},
                {"title": "skipper", "organization": "fishers", "when": "2010", "former": True, "disputed": False},
            ],
            "same_as": ["https://example.org/people/ana", "https://example.com/reis"],
            "anchors": [span("Ana Reis", 0), span("she", 1)],
        },
        {"id": "rui", "name": "Rui Sousa", "anchors": [span("Rui Sousa", 2)]},
    ],
    "organizations": [
        {"id": "council", "name": "Council of Kelp Bay", "aliases": ["the council"], "description": "the village's council",
         "kind": "legislature", "country": "PT", "parent": "ministry", "same_as": ["https://example.org/council"], "anchors": [span("quay", 0)]},
        {"id": "ministry", "name": "Ministry of the Sea", "kind": "department", "country": "PT"},
    ],
    "countries": [{"id": "PT", "name": "Portugal", "aliases": ["the Republic"], "description": "where the village is",
                   "same_as": ["https://www.wikidata.org/wiki/Q45"], "anchors": [span("Kelp Bay", 0)]}],
    "groups": [
        {"id": "fishers", "label": "the fishers", "description": "about thirty of them", "members": ["rui"], "complete": False,
         "excludes": ["ana"], "within": "kelp-bay", "same_as": ["https://example.org/fishers"], "anchors": [span("Rui Sousa", 2)]},
        {"id": "council-and-mayor", "label": "council and mayor", "members": ["council", "ana"], "complete": True, "within": "PT"},
    ],
    "places": [
        {"id": "kelp-bay", "name": "Kelp Bay", "description": "a village", "country": "PT", "within": "PT",
         "same_as": ["https://example.org/kelp-bay"], "anchors": [span("Kelp Bay", 0)]},
        {"id": "quay", "name": "the quay", "country": "PT", "within": "kelp-bay", "anchors": [span("quay", 0)]},
    ],
    "works": [
        {"id": "charter", "title": "Charter of the Bay", "description": "what the council may do", "kind": "law",
         "creators": ["council", "ana", "PT", "fishers"], "country": "PT", "when": "1901/..",
         "same_as": ["https://example.org/charter"], "anchors": [span("harbor", 1)]},
        {"id": "survey", "description": "a survey of the sand", "kind": "report", "when": "2020"},
    ],
    "claims": [
        {"id": "dredge", "text": "The harbor ought to be dredged.", "kind": "norm", "about": ["quay", "council"], "rivals": ["leave"]},
        {"id": "leave", "text": "The harbor ought to be left alone.", "kind": "norm"},
    ],
    "statements": [
        {
            "id": "ana-asks",
            "speakers": ["ana"],
            "capacity": "mayor",
            "act": "directive",
            "gist": "The mayor wants the harbor dredged.",
            "condition": "if the money is there",
            "quotes": [
                {"text": "must be dredged", "language": "en", "translated": True},
                {"text": "before winter", "language": "en", "translated": False},
            ],
            "to": ["fishers", "PT"],
            "about": ["dredge", "quay"],
            "channel": "speech",
            "said": "2021-06-14T10:30:00+01:00",
            "occasion": "meeting",
            "after": ["storm"],
            "relayed_by": ["council"],
            "attributions": [
                {
                    "mode": "mixed",
                    "content": [span("The harbor must be dredged", 1), span("before winter", 1)],
                    "cue": [span("said", 1)],
                    "speaker": [span("she", 1)],
                },
                {"mode": "indirect", "content": [{"source": "letter", "paragraph": 0, "start": 0, "end": 3}]},
            ],
        },
        {
            "id": "rui-refuses",
            "speakers": ["rui"],
            "act": "assertive",
            "gist": "A fisher is against it.",
            "after": ["ana-asks"],
            "said": "2021-06/2021-07",
            "attributions": [{"mode": "indirect", "content": [span("he was against it", 2)]}],
        },
        {
            "id": "rumor",
            "gist": "Nobody knows what the gulls say.",
            "about": ["charter"],
            "attributions": [{"mode": "indirect", "content": [span("nothing to say", 3)]}],
        },
    ],
    "stances": [
        {"id": "ana-for", "holder": "ana", "claim": "dredge", "position": "favor", "when": "2021", "asserted_by": ["ana"],
         "evidence": ["ana-asks", "meeting"], "anchors": [span("must be dredged", 1)]},
        {"id": "rui-against", "holder": "rui", "claim": "dredge", "position": "against", "when": "2021-06-01/.."},
    ],
    "events": [
        {"id": "storm", "label": "A storm fills the harbor with sand.", "when": "2021-06-05~"},
        {"id": "meeting", "label": "The village meets on the quay.", "status": "occurred", "when": "2021-06-14T10:00:00", "where": "quay",
         "within": "campaign", "after": ["storm"], "actors": ["ana", "fishers"], "targets": ["council"], "category": "consult",
         "asserted_by": ["rui"], "same_as": ["https://example.org/meeting"], "anchors": [span("spoke on the quay", 0)]},
        {"id": "campaign", "label": "The campaign before the vote.", "when": "2021-05/2021-07", "where": "PT"},
        {"id": "dredging", "label": "The harbor is dredged.", "status": "scheduled", "when": "2021-24"},
    ],
    "figures": [
        {"id": "boats", "label": "boats in the harbor", "low": 24, "high": 30, "approximate": True, "unit": "boat", "about": ["quay"],
         "asserted_by": ["ana"], "anchors": [span("quay", 0)]},
        {"id": "years", "label": "the mayor's age", "low": 34, "high": 34, "approximate": False, "unit": "year", "about": ["ana"],
         "anchors": [span("34", 0)]},
        {"id": "depth", "label": "how deep the harbor is", "low": 2.25, "high": 3.5, "unit": "meter", "about": ["charter"]},
    ],
    "photos": [
        {"id": "sunrise", "caption": "The quay at sunrise.", "credits": ["rui", "council"], "depicts": ["quay", "storm"],
         "taken": "2021-06-14", "anchors": [span("quay", 0)]},
        {"id": "dusk", "caption": "The quay at dusk.", "taken": "2021-06/.."},
    ],
}

SOMETHING: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "paragraphs": NOTE}],
    "people": [{"id": "ana", "name": "Ana Reis", "roles": [{"title": "mayor"}]}],
    "organizations": [{"id": "council", "name": "Council", "kind": "other"}],
    "countries": [{"id": "PT", "name": "Portugal"}],
    "groups": [{"id": "fishers", "label": "the fishers"}],
    "places": [{"id": "quay", "name": "the quay"}],
    "works": [{"id": "charter", "title": "Charter", "kind": "law"}],
    "claims": [{"id": "silts", "text": "The harbor silts up.", "kind": "fact"}],
    "statements": [
        {
            "id": "ana-says",
            "speakers": ["ana"],
            "act": "assertive",
            "gist": "It silts up.",
            "quotes": [{"text": "sand", "language": "en"}],
            "attributions": [{"mode": "direct", "content": [span("before winter", 1)]}],
        }
    ],
    "stances": [{"id": "ana-for", "holder": "ana", "claim": "silts", "position": "favor"}],
    "events": [{"id": "storm", "label": "A storm."}],
    "figures": [{"id": "boats", "label": "boats", "low": 1, "unit": "boat"}],
    "photos": [{"id": "sunrise", "caption": "The quay."}],
}

#: Every list of anchors in EVERYTHING gets two; and some other lists two items.
TWO_PLACES = {
    f"{pointer}/anchors": [span("quay", 0), span("Rui Sousa", 2)]
    for pointer in ("/people/0", "/organizations/0", "/countries/0", "/groups/0", "/places/0", "/works/0", "/stances/0", "/events/0", "/figures/0",
                    "/photos/0")
} | {
    f"/{array}/0/same_as": ["https://example.org/a", "https://example.org/b"]
    for array in ("organizations", "countries", "groups", "places", "events")
} | {
    "/organizations/0/aliases": ["the council", "the Bay Council"],
    "/countries/0/aliases": ["the Republic", "Portuguese Republic"],
    "/statements/0/attributions/0/cue": [span("spoke", 0), span("said", 1)],
    "/statements/0/attributions/0/speaker": [span("Ana Reis", 0), span("she", 1)],
}

#: What may be absent, by where one record of each class stands in SOMETHING.
ABSENT = {
    "/sources/0": "title description published modified publisher url license digests",
    "/people/0": "aliases description age same_as anchors",
    "/people/0/roles/0": "organization country under when former disputed",
    "/organizations/0": "aliases description country parent same_as anchors",
    "/countries/0": "aliases description same_as anchors",
    "/groups/0": "description members complete excludes within same_as anchors",
    "/places/0": "description country within same_as anchors",
    "/works/0": "description creators country when same_as anchors",
    "/claims/0": "about rivals",
    "/statements/0": "speakers capacity act condition to about channel said occasion after relayed_by",
    "/statements/0/quotes/0": "translated",
    "/statements/0/attributions/0": "cue speaker",
    "/stances/0": "when asserted_by evidence anchors",
    "/events/0": "status when where within after actors targets category asserted_by same_as anchors",
    "/figures/0": "high approximate about asserted_by anchors",
    "/photos/0": "credits depicts taken anchors",
}
NULLS = {f"{record}/{field}": None for record, fields in ABSENT.items() for field in fields.split()}
LISTS = "digests aliases same_as creators speakers anchors members excludes about rivals to after relayed_by cue speaker asserted_by evidence actors targets credits depicts"
EMPTY: dict[str, Any] = {pointer: [] for pointer in NULLS if pointer.rpartition("/")[2] in LISTS.split()}
ARRAYS = "sources people organizations countries groups places works claims statements stances events figures photos".split()

EVERYBODY: Document = BARE | {
    "sources": [{"id": "note", "language": "en", "paragraphs": NOTE}],
    "people": [
        {"id": "ana", "name": "Ana Reis",
         "roles": [{"title": "mayor", "organization": "council", "under": "council", "country": "PT"},
                   {"title": "first of them", "organization": "fishers"}]},
    ],
    "organizations": [
        {"id": "council", "name": "Council", "kind": "legislature", "country": "PT"},
        {"id": "board", "name": "Board", "kind": "other", "parent": "council"},
    ],
    "countries": [{"id": "PT", "name": "Portugal"}],
    "groups": [
        {"id": "fishers", "label": "the fishers", "within": "quay"},
        {"id": "all", "label": "all", "members": ["ana", "council", "PT", "fishers"], "within": "PT"},
        {"id": "others", "label": "the others", "excludes": ["ana", "council", "PT", "fishers"]},
    ],
    "places": [
        {"id": "quay", "name": "the quay", "country": "PT", "within": "PT"},
        {"id": "steps", "name": "the steps", "within": "quay"},
    ],
    "works": [{"id": "charter", "title": "Charter", "kind": "law", "creators": ["ana", "council", "PT", "fishers"], "country": "PT"}],
    "claims": [
        {"id": "dredge", "text": "It is dredged.", "kind": "forecast",
         "about": ["note", "ana", "council", "PT", "fishers", "quay", "charter", "dredge", "ana-asks", "ana-for", "vote", "boats", "sunrise"]},
    ],
    "statements": [
        {
            "id": "ana-asks",
            "speakers": ["ana", "council", "PT", "fishers"],
            "act": "directive",
            "gist": "Everybody asks everybody.",
            "to": ["ana", "council", "PT", "fishers"],
            "about": ["note", "ana", "council", "PT", "fishers", "quay", "charter", "dredge", "ana-asks", "ana-for", "vote", "boats", "sunrise"],
            "occasion": "vote",
            "relayed_by": ["ana", "council", "PT", "fishers"],
            "attributions": [{"mode": "indirect", "content": [span("spoke", 0)]}],
        },
        {
            "id": "ana-thanks",
            "speakers": ["ana"],
            "act": "expressive",
            "gist": "She is grateful.",
            "after": ["ana-asks", "vote"],
            "attributions": [{"mode": "indirect", "content": [span("spoke", 0)]}],
        },
    ],
    "stances": [
        {"id": "ana-for", "holder": "ana", "claim": "dredge", "position": "favor", "evidence": ["ana-asks", "vote"],
         "asserted_by": ["ana", "council", "PT", "fishers"]},
        {"id": "council-for", "holder": "council", "claim": "dredge", "position": "favor"},
        {"id": "pt-for", "holder": "PT", "claim": "dredge", "position": "favor"},
        {"id": "fishers-for", "holder": "fishers", "claim": "dredge", "position": "favor"},
    ],
    "events": [
        {"id": "vote", "label": "A vote.", "where": "quay", "actors": ["ana", "council", "PT", "fishers"],
         "targets": ["ana", "council", "PT", "fishers"], "asserted_by": ["ana", "council", "PT", "fishers"]},
        {"id": "count", "label": "The count.", "where": "PT", "within": "vote", "after": ["vote", "ana-thanks"]},
    ],
    "figures": [
        {"id": "boats", "label": "boats", "low": 1, "unit": "boat", "asserted_by": ["ana", "council", "PT", "fishers"],
         "about": ["note", "ana", "council", "PT", "fishers", "quay", "charter", "dredge", "ana-asks", "ana-for", "vote", "boats", "sunrise"]},
    ],
    "photos": [
        {"id": "sunrise", "caption": "Everything.", "credits": ["ana", "council"],
         "depicts": ["note", "ana", "council", "PT", "fishers", "quay", "charter", "dredge", "ana-asks", "ana-for", "vote", "boats", "sunrise"]},
    ],
}

CATEGORIES = """agree consult support concede cooperate aid retreat request
accuse reject threaten protest sanction mobilize coerce assault""".split()
STATUSES = "occurred scheduled cancelled hypothetical".split()
KINDS = """legislature government local-government department agency court party military armed-group university
research-center media company union ngo religious intergovernmental other""".split()
WORKS = "constitution law treaty ruling report publication film other".split()
DECIMALS = [0.5, 3.14, 0.1, 0.0001, -0.0001, 99.99, 2.5e-3, 123456789012345.0, 12345678901234.5, 0.123456789012345, 999999999999.999]
ACTS = "assertive directive commissive expressive declarative".split()
CHANNELS = "speech written-statement briefing interview chant other".split()
SAID = {"speakers": ["ana"], "gist": "It is said.", "attributions": [{"mode": "indirect", "content": [span("said", 1)]}]}

VALID: dict[str, list[Row]] = {
    "stories": [
        ("a story needs no records", BARE),
        ("a story has everything that a story can have", EVERYTHING),
        ("a record needs its required keys alone", SOMETHING),
        ("null stands for what may be absent", changed(SOMETHING, NULLS)),
        ("null stands for lists of records", BARE | dict.fromkeys(ARRAYS)),
        ("an empty list stands for what may be absent", changed(SOMETHING, EMPTY)),
        ("lists of records are empty", BARE | {name: [] for name in ARRAYS}),
        ("a list of roles is empty, one of quotes null",
         changed(SOMETHING, {"/people/0/roles": [], "/statements/0/quotes": None})),
        ("a list of quotes is empty, one of roles null",
         changed(SOMETHING, {"/people/0/roles": None, "/statements/0/quotes": []})),
        ("keys stand in any order", dict(reversed(TALK.items()))),
        ("references name records of every kind that can stand there", EVERYBODY),
        ("a reference may stand before its record", changed(STANDS, {"/claims/0/rivals": ["silts"]})),
    ],
    "ids": [
        ("an id is one letter", bare(people=[{"id": "a", "name": "Ana"}])),
        ("an id has 64 characters", BARE | {"id": "h" * 64}),
        ("an id of 64 characters has hyphens", each("people", "id", ["a" + "-b" * 31 + "c"], name="Ana")),
        ("a word of an id begins with a digit", BARE | {"id": "harbor-2021"}),
        ("an id ends with a digit", BARE | {"id": "harbor2"}),
        ("an id is a word that formats give a meaning", each("people", "id", ["null", "true", "no", "on", "nan"], name="Ana")),
        ("an id is the name of a field", each("people", "id", ["id", "people", "schema-version"], name="Ana")),
        ("ids differ in their last character", each("people", "id", ["ana", "ana-1", "ana-2"], name="Ana")),
    ],
    "languages": LEGAL["languages"] + [
        (f"a language tag is {what}", BARE | {"language": tag})
        for what, tag in [
            ("two letters", "pt"), ("three letters", "fil"), ("irregular and old", "i-klingon"), ("irregular, old and in small letters", "en-gb-oed"),
            ("regular and old", "zh-min-nan"), ("superseded", "iw"), ("of private subtags", "qaa-Qaaa-XA"),
            ("in capital letters", "EN"), ("a language and a country", "pt-BR"), ("a language and a region by number", "es-419"),
            ("a language and a script", "sr-Latn"), ("a language, a script and a country", "zh-Hant-TW"),
            ("extended", "zh-yue"), ("a language and a variant", "ca-valencia"), ("a variant that begins with a digit", "de-1996"),
            ("with two extensions", "en-t-pt-u-ca-buddhist"), ("with a private part", "en-x-kelp"), ("private as a whole", "x-kelp-bay"),
        ]
    ],
    "sources": [
        *LEGAL["sources"],
        ("a source has its paragraphs", source()),
        ("a source has a digest of its paragraph", source(paragraphs=None, digests=[digest("Sand.")])),
        ("a source with digests has an empty list of paragraphs", changed(KEPT_BACK, {"/sources/0/paragraphs": []})),
        ("a source with digests has null for its paragraphs", changed(KEPT_BACK, {"/sources/0/paragraphs": None})),
        ("two paragraphs of a source are the same", source(paragraphs=["Sand.", "Sand."])),
        ("two digests of a source are the same", source(paragraphs=None, digests=[digest("Sand.")] * 2)),
        ("a source has a thousand paragraphs", source(paragraphs=[f"Line {n}." for n in range(1000)])),
        ("two sources have the same text", bare(sources=[{"id": n, "language": "en", "paragraphs": ["Sand."]} for n in "ab"])),
        ("a URL is of the scheme http", source(url="http://example.org")),
        ("a URL has a port, a query and a fragment", source(url="https://example.org:8443/a/b?c=d&e=f#g")),
        ("a URL has escaped characters", source(url="https://example.org/n%C3%A3o")),
        ("a URL has a number for its host", source(url="https://[2001:db8::1]/")),
        ("a license ends with a plus sign", source(license="GPL-2.0+")),
        ("a license is one of two", source(license="MIT OR CC0-1.0")),
        ("a license has an exception", source(license="GPL-2.0-or-later WITH Classpath-exception-2.0")),
        ("a license has brackets in brackets", source(license="MIT AND (CC0-1.0 OR (Apache-2.0 AND (BSD-3-Clause)))")),
        ("a license has blanks beside its operators and brackets", source(license="( MIT  OR  CC0-1.0 )")),
        ("a license is a reference into another document", source(license="DocumentRef-kelp:LicenseRef-bay.1")),
        ("a license has 500 characters", source(license="LicenseRef-" + "a" * 489)),
        ("a license has 240 brackets", source(license="(" * 120 + "MIT" + ")" * 120)),
        ("a license is a reference", source(license="LicenseRef-Kelp.Bay")),
        ("a source was published in a time that is approximate", source(published="1958~")),
    ],
    "people": [
        ("two roles differ in a flag alone", changed(ACTORS, {"/people/0/roles": [{"title": "mayor"}, {"title": "mayor", "former": True}]})),
        ("a person has a name and no description", bare(people=[{"id": "ana", "name": "Ana"}])),
        ("a person has a description and no name", bare(people=[{"id": "ana", "description": "a mayor"}])),
        ("a person has null for a name and a description", bare(people=[{"id": "ana", "name": None, "description": "a mayor"}])),
        ("a person is not one year old", each("people", "age", [0], name="Ana")),
        ("a person is 110", each("people", "age", [110], name="Ana")),
        ("a person has the same title in two bodies",
         changed(ACTORS, {"/people/0/roles/-": {"title": "mayor", "organization": "fishers"}})),
        ("a role is former and disputed", changed(ACTORS, {"/people/0/roles/0/former": True, "/people/0/roles/0/disputed": True})),
        ("two people have the same name", bare(people=[{"id": "ana", "name": "Ana"}, {"id": "anna", "name": "Ana"}])),
        ("an alias is the name", bare(people=[{"id": "ana", "name": "Ana", "aliases": ["Ana"]}])),
        ("aliases differ in case alone", bare(people=[{"id": "ana", "name": "Ana", "aliases": ["ANA", "ana"]}])),
    ],
    "organizations": [
        ("an organization is of each kind", each("organizations", "kind", KINDS, name="A body")),
        ("an organization has a description and no name", bare(organizations=[{"id": "b", "description": "a body", "kind": "other"}])),
        ("an organization has null for a name and a description",
         bare(organizations=[{"id": "b", "name": None, "description": "a body", "kind": "other"}])),
        ("an organization has two levels of parents", bare(organizations=[
            {"id": "crew", "name": "Crew", "kind": "other", "parent": "fleet"},
            {"id": "fleet", "name": "Fleet", "kind": "other", "parent": "navy"},
            {"id": "navy", "name": "Navy", "kind": "military"}])),
    ],
    "countries": [
        ("a country is Kosovo", bare(countries=[{"id": "XK", "name": "Kosovo"}])),
        ("countries are no more",
         bare(countries=[{"id": code, "name": "Nowhere"} for code in ("AN", "CS", "DD", "SU", "VD", "YD", "YU")])),
        ("countries are the first and the last by code", bare(countries=[{"id": "AD", "name": "Andorra"}, {"id": "ZW", "name": "Zimbabwe"}])),
        ("a country's code is a word that formats give a meaning", bare(countries=[{"id": "NO", "name": "Norway"}])),
    ],
    "groups": [
        ("a group has no members that are named", bare(groups=[{"id": "crowd", "label": "a crowd"}])),
        ("a group has all its members", changed(ACTORS, {"/groups/0/complete": True})),
        ("a group is a member of two groups", bare(groups=[
            {"id": "crew", "label": "a crew"}, {"id": "fleet", "label": "a fleet", "members": ["crew"]},
            {"id": "village", "label": "a village", "members": ["crew", "fleet"]}])),
        ("a group excludes a group that has its members", bare(groups=[
            {"id": "crew", "label": "a crew"}, {"id": "fleet", "label": "a fleet", "members": ["crew"]},
            {"id": "guests", "label": "guests", "members": ["crew"], "excludes": ["fleet"]}])),
    ],
    "places": [
        ("a place is in a country", bare(countries=[{"id": "PT", "name": "Portugal"}],
                                         places=[{"id": "bay", "name": "Bay", "country": "PT"}])),
        ("a place is within a place and another country than it", changed(
            ACTORS, {"/countries/-": {"id": "ES", "name": "Spain"}, "/places/1/country": "ES"})),
        ("places are within each other, the smallest first", bare(places=[
            {"id": "step", "name": "Step", "within": "quay"}, {"id": "quay", "name": "Quay", "within": "bay"},
            {"id": "bay", "name": "Bay"}])),
    ],
    "works": [
        ("a work is of each kind", each("works", "kind", WORKS, title="The text")),
        ("a work has a title alone", bare(works=[{"id": "charter", "title": "Charter", "kind": "law"}])),
        ("a work has a description alone", bare(works=[{"id": "charter", "description": "a charter", "kind": "law"}])),
        ("a work has null for its title", bare(works=[{"id": "charter", "title": None, "description": "a charter", "kind": "law"}])),
        ("a work is made by actors of every kind", changed(ACTORS, {"/works": [
            {"id": "charter", "title": "Charter", "kind": "law", "creators": ["ana", "council", "PT", "fishers"], "country": "PT"}]})),
        ("a work held for a time", each("works", "when", ["1901", "1901/1974", "19XX", "1974~/.."], title="Charter", kind="constitution")),
        ("a work is the same as one elsewhere", bare(works=[
            {"id": "charter", "title": "Charter", "kind": "law",
             "same_as": ["https://www.wikidata.org/wiki/Q1", "http://example.org/charter#en"]}])),
        ("two works are the same as one elsewhere", each(
            "works", "same_as", [["https://example.org/a"], ["https://example.org/a"]], title="Charter", kind="law")),
        ("a work is anchored, asked for and about", changed(TALK, {
            "/works": [{"id": "charter", "title": "Charter", "kind": "law", "anchors": [span("harbor", 1)]}],
            "/claims/0/about": ["charter"], "/statements/0/about": ["charter"]})),
    ],
    "claims": [
        ("a claim is of each kind", each("claims", "kind", ["fact", "norm", "forecast"], text="It is so.")),
        ("three claims are rivals, each rivalry said once", bare(claims=[
            {"id": "a", "text": "It is red.", "kind": "fact", "rivals": ["b", "c"]},
            {"id": "b", "text": "It is blue.", "kind": "fact", "rivals": ["c"]},
            {"id": "c", "text": "It is green.", "kind": "fact"}])),
        ("a claim is about itself", bare(claims=[{"id": "liar", "text": "This claim is false.", "kind": "fact", "about": ["liar"]}])),
    ],
    "statements": [
        ("of two quotes with the same words, one is said to be no translation", changed(TALK, {
            "/statements/0/quotes": [{"text": "a", "language": "en"}, {"text": "a", "language": "en", "translated": False}]})),
        ("a statement is of each act", TALK | {"statements": [{"id": act, "act": act, **SAID} for act in ACTS]}),
        ("a statement is made by each channel",
         TALK | {"statements": [{"id": name, "act": "assertive", "channel": name, **SAID} for name in CHANNELS]}),
        ("a statement is reported in each mode",
         changed(TALK, {"/statements/0/attributions": [
             {"mode": mode, "content": [span("before winter", 1)]} for mode in ("direct", "indirect", "mixed")]})),
        ("a quote is translated, is not, and may be", changed(TALK, {"/statements/0/quotes": [
            {"text": "areia", "language": "pt", "translated": False}, {"text": "sand", "language": "en", "translated": True},
            {"text": "sand", "language": "en"}]})),
        ("an attribution is interrupted", changed(TALK, {
            "/statements/0/attributions/0/content": [span("The harbor must be dredged", 1), span("before winter", 1)]})),
        ("one source credits a statement twice", changed(TALK, {
            "/statements/0/attributions/-": {"mode": "indirect", "content": [span("spoke", 0)]}})),
        ("two sources credit a statement", changed(TALK, {
            "/sources/-": {"id": "letter", "language": "en", "paragraphs": ["Dredge it, she says."]},
            "/statements/0/attributions/-": {"mode": "direct", "content": [
                {"source": "letter", "paragraph": 0, "start": 0, "end": 9, "exact": "Dredge it"}]}})),
        ("a statement is credited to nobody", changed(TALK, {"/statements/0/speakers": REMOVED})),
        ("a statement has an empty list of speakers", changed(TALK, {"/statements/0/speakers": []})),
        ("a statement has null for its speakers and its act", changed(TALK, {"/statements/0/speakers": None, "/statements/0/act": None})),
        ("nobody can tell what was done by saying it", changed(TALK, {"/statements/0/act": REMOVED})),
        ("nobody is credited, and a mention is found", changed(TALK, {"/statements/0/speakers": [], "/statements/0/relayed_by": ["ana"]})),
        ("a speaker speaks to themselves", changed(TALK, {"/statements/0/to": ["ana"]})),
        ("a statement is about itself", changed(TALK, {"/statements/0/about": ["ana-asks"]})),
    ],
    "stances": [
        ("a stance is of each position", changed(STANDS, {
            "/stances/-": {"id": "third", "holder": "villagers", "claim": "silts", "position": "neutral"}})),
        ("a person changes their mind", changed(STANDS, {"/stances": [
            {"id": "then", "holder": "ana", "claim": "silts", "position": "favor", "when": "2020"},
            {"id": "now", "holder": "ana", "claim": "silts", "position": "against", "when": "2021"}]})),
        ("a person favors two rivals, one after the other", changed(STANDS, {"/stances": [
            {"id": "then", "holder": "ana", "claim": "dredge", "position": "favor", "when": "../2020"},
            {"id": "now", "holder": "ana", "claim": "leave", "position": "favor", "when": "2021/.."}]})),
        ("a person is against two rivals", changed(STANDS, {"/stances": [
            {"id": "one", "holder": "ana", "claim": "dredge", "position": "against"},
            {"id": "other", "holder": "ana", "claim": "leave", "position": "against"}]})),
        ("a person has the same stance twice", changed(STANDS, {"/stances": [
            {"id": "one", "holder": "ana", "claim": "dredge", "position": "favor"},
            {"id": "again", "holder": "ana", "claim": "dredge", "position": "favor"}]})),
        ("a member's own stance differs from the group's", changed(STANDS, {
            "/stances/-": {"id": "all-for", "holder": "villagers", "claim": "dredge", "position": "favor"}})),
        ("who is excluded by an outer group inherits nothing from it", changed(STANDS, {
            "/groups": [
                {"id": "villagers", "label": "the villagers", "members": ["rui"]},
                {"id": "coast", "label": "the coast", "members": ["villagers"], "excludes": ["rui"]},
                {"id": "old", "label": "the old", "members": ["rui"]}],
            "/stances": [
                {"id": "coast-for", "holder": "coast", "claim": "silts", "position": "favor"},
                {"id": "old-not", "holder": "old", "claim": "silts", "position": "against"}]})),
        ("a member's own stance at another time beats the group's at all times", changed(STANDS, {"/stances": [
            {"id": "all-for", "holder": "villagers", "claim": "silts", "position": "favor", "when": "2021"},
            {"id": "all-not", "holder": "villagers", "claim": "silts", "position": "against", "when": "2020"},
            {"id": "rui-neither", "holder": "rui", "claim": "silts", "position": "neutral", "when": "1999"}]})),
        ("a group favors one rival, and a member that it lists the other's rival", changed(STANDS, {"/stances": [
            {"id": "all-for", "holder": "villagers", "claim": "dredge", "position": "favor"},
            {"id": "rui-not", "holder": "rui", "claim": "dredge", "position": "against"},
            {"id": "rui-for", "holder": "rui", "claim": "leave", "position": "favor"}]})),
        *ONE_AFTER_THE_OTHER,
    ],
    "events": [
        ("an event is of each category", each("events", "category", CATEGORIES, label="Something happens.")),
        ("an event is of each status", each("events", "status", STATUSES, label="Something happens.")),
        ("an event has null for its status", each("events", "status", [None], label="Something happens.")),
        ("an event that is scheduled lies in the past", changed(EVENTS, {"/events/0/status": "scheduled"})),
        ("an event is the same as one elsewhere", changed(EVENTS, {"/events/0/same_as": ["https://example.org/storm"]})),
        ("an event has the date of one that it comes after", changed(EVENTS, {"/events/1/when": "2021-06-05"})),
        ("an event in a year comes after one on a day of it", changed(EVENTS, {"/events/1/when": "2021"})),
        ("an event of an approximate date comes after a later one", changed(EVENTS, {"/events/1/when": "2020~"})),
        ("an event of an unknown end comes after a later one", changed(EVENTS, {"/events/1/when": "2020/"})),
        ("an event without a date comes after one that has one", changed(EVENTS, {"/events/1/when": REMOVED})),
        ("times without a zone on one day leave the order open", changed(EVENTS, {
            "/statements": [], "/events/0/when": "2021-06-05T12:00:00", "/events/1/when": "2021-06-05T08:00:00Z"})),
        ("an event is within one and comes after another", changed(EVENTS, {"/events/0/within": "vote", "/events/1/after": ["ana-asks"],
                                                                           "/statements/0/after": []})),
        ("two events come after each other's parts", changed(EVENTS, {
            "/events/-": {"id": "count", "label": "A count.", "within": "vote", "after": ["vote"]}})),
        *IN_ORDER,
    ],
    "figures": [
        ("a figure has a low bound alone", each("figures", "low", [0], label="boats", unit="boat")),
        ("a figure has a high bound alone", each("figures", "high", [0], label="boats", unit="boat")),
        ("a figure has null for its low bound", bare(figures=[{"id": "b", "label": "boats", "low": None, "high": 3, "unit": "boat"}])),
        ("a figure is exact", bare(figures=[{"id": "b", "label": "boats", "low": 3, "high": 3, "unit": "boat"}])),
        ("a figure has the largest whole number", each("figures", "low", [LARGEST], label="boats", unit="boat", high=LARGEST)),
        ("a figure has the least whole number", each("figures", "high", [-LARGEST], label="boats", unit="boat", low=-LARGEST)),
        ("a figure spans all whole numbers", bare(figures=[{"id": "b", "label": "boats", "low": -LARGEST, "high": LARGEST, "unit": "boat"}])),
        ("a figure is a decimal number", each("figures", "low", DECIMALS, label="meters of sand", unit="meter")),
        ("a figure is negative and a decimal number", each("figures", "high", [-number for number in DECIMALS], label="depth", unit="meter")),
        ("a figure is a whole number with a point", each("figures", "low", [3.0, 1e3, 0.0, -0.0, 9007199254740991.0], label="boats", unit="boat")),
        ("a figure spans from a decimal to a whole number", bare(figures=[{"id": "b", "label": "sand", "low": 2.5, "high": 3, "unit": "meter"}])),
        ("a figure spans from a whole number to the same with a point", bare(
            figures=[{"id": "b", "label": "sand", "low": 3, "high": 3.0, "unit": "meter"}])),
        ("a figure is a decimal number, exactly", bare(figures=[{"id": "b", "label": "sand", "low": 0.1, "high": 0.1, "unit": "meter"}])),
        ("a figure is approximate", changed(COUNTS, {"/figures/0/approximate": True})),
    ],
    "photos": [
        ("a photo is credited to nobody", bare(photos=[{"id": "p", "caption": "The quay."}])),
        ("a photo was taken at a time of day", each("photos", "taken", ["2021-06-14T06:12:00Z"], caption="The quay.")),
    ],
    "anchors": [
        ("an anchor has its words", FOUND),
        ("an anchor into digests has no words", KEPT_BACK),
        ("an anchor into digests has null for its words", changed(KEPT_BACK, {"/people/0/anchors/0/exact": None})),
        ("an anchor is a whole paragraph", text("Sand.", "Sand.")),
        ("an anchor is one character", text("A quay.", "A")),
        ("an anchor begins with a blank", text("On the quay.", " the")),
        ("an anchor is a blank", text("On the quay.", " ")),
        ("an anchor stands behind a character beyond the basic plane", text("🐟 and sand", "sand")),
        ("an anchor is a character beyond the basic plane", text("A 🐟.", "🐟")),
        ("an anchor counts the code points of one visible character", text("A 👩‍✈️ spoke.", "👩‍✈️")),
        ("an anchor into digests ends at the largest number", changed(KEPT_BACK, {"/people/0/anchors/0/end": LARGEST})),
        ("records are found at two places each", changed(EVERYTHING, TWO_PLACES)),
        ("two anchors overlap", changed(FOUND, {"/people/0/anchors/-": span("Ana Reis, 34", 0)})),
        ("two records have the same anchor", changed(FOUND, {"/people/1/anchors": [span("Ana Reis", 0)]})),
    ],
    "dates": [
        ("a date is a year, a month or a day", dated("2021", "2021-06", "2021-06-14")),
        ("a date is the first or the last year", dated("0001", "9999")),
        ("a date is the first or the last day", dated("0001-01-01", "9999-12-31")),
        ("a date is the 29th of February of a leap year", dated("2020-02-29", "2000-02-29", "0004-02-29")),
        ("a date is the last day of each month", dated(
            *(f"2021-{month:02}-{day}" for month, day in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)))),
        ("a date is approximate, uncertain or both", dated("2021~", "2021?", "2021%", "2021-06~", "2021-06-14?", "2021-06-14%")),
        ("a date has a time without a zone", dated("2021-06-14T00:00:00", "2021-06-14T23:59:59")),
        ("a date has a time in UTC", dated("2021-06-14T10:30:00Z")),
        ("a date has a time in a zone", dated("2021-06-14T10:30:00+01:00", "2021-06-14T10:30:00-04:30", "2021-06-14T10:30:00+05:45")),
        ("a date has a time in the last zones", dated("2021-06-14T10:30:00+14:00", "2021-06-14T10:30:00-14:00")),
        ("a zone has hours alone", dated("2021-06-14T10:30:00+01", "2021-06-14T10:30:00-04")),
        ("an interval is of years, months or days", dated("2019/2021", "2019-01/2021-06", "2019-01-10/2021-06-14")),
        ("an interval's ends are of two kinds", dated("2019/2021-06-14", "2019-01-10/2021", "2019-01/2019-01-01")),
        ("an interval begins and ends on one day", dated("2021-06-14/2021-06-14", "2021/2021")),
        ("an interval has an open end", dated("2019-01-10/..", "../2021", "../..")),
        ("an interval has an unknown end", dated("2019-01-10/", "/2021")),
        ("an interval has an open and an unknown end", dated("../", "/..")),
        ("an interval's ends have marks", dated("2019~/2021?", "2019-01-10/2021-06%", "2013~/..")),
        ("a date is a century or a decade", dated("19XX", "201X", "01XX", "99XX", "001X", "999X")),
        ("a date is a season", dated("2021-21", "2021-22", "2021-23", "2021-24", "0001-24", "9999-22")),
        ("a date is an unspecified month or day", dated("2021-XX", "2021-XX-XX", "2021-02-XX", "0001-XX", "9999-12-XX")),
        ("an interval's ends are seasons", dated("2020-21/2021-24", "2021-22/..", "../2021-23", "/2021-24", "2021-24/")),
        ("an interval's ends are seasons and other dates", dated("2020/2021-21", "2021-22/2021-08", "2021-06-14/2021-24")),
        ("a zone is at its edges", dated("2021-06-13T10:00:00+05:59", "2021-06-13T10:00:00-14:00", "2021-06-13T10:00:00+14:00", "2021-06-13T10:00:00-00:01",
                                         "2021-06-13T10:00:00+00:59", "2021-06-13T23:59:59+13:59", "2021-06-13T00:00:00-01")),
        ("an interval's end begins when its start does, or may", dated(
            "2021/2021-01", "2021-06/2021-06-01", "2021-22/2021-06", "2021-11-30/2021-21", "2022-02-28/2021-22", "2021-11-30/2021-23", "2022-02-28/2021-24",
            "2021-21/2021-03-01", "2021-24/2020-12-01", "2021-23/2021-03", "2021-06-05~/2021-06-05", "2021-06-05/2021-06-05~")),
        ("the seasons of an interval are in the order of the south", dated("2021-23/2021-21", "2021-24/2021-22")),
        ("the story's day is a leap day", BARE | {"as_of": "2020-02-29"}),
        ("the story's day is before all that happens", changed(EVENTS, {"/as_of": "0001-01-01"})),
        ("a role, a stance and a photo last for a time", changed(EVERYTHING, {
            "/people/0/roles/0/when": "2019-01/2021-12", "/stances/0/when": "../2021-12-31", "/photos/0/taken": "2021?"})),
    ],
    "texts": [
        ("a text is one character", BARE | {"title": "H", "summary": "."}),
        ("a text has ten thousand characters", BARE | {"summary": "sand " * 1999 + "sands"}),
        ("a tab stands inside a text", BARE | {"title": "The\tharbor"}),
        ("blanks stand together inside a text", BARE | {"title": "The  harbor"}),
        ("a no-break space stands inside a text", BARE | {"title": "The\u00a0harbor"}),
        ("a text is in Portuguese", BARE | {"title": "Não à draga!", "language": "pt"}),
        ("a text is written from right to left", BARE | {"title": "אל הנמל", "summary": "الميناء", "language": "he"}),
        ("a text is in Chinese", BARE | {"title": "港口", "summary": "渔村就港口投票。", "language": "zh"}),
        ("a text is in Korean syllables", BARE | {"title": "항구", "language": "ko"}),
        ("a text has characters beyond the basic plane", BARE | {"title": "🐟 𝔥𝔞𝔯𝔟𝔬𝔯 𠮷"}),
        ("a text is an emoji of several code points", BARE | {"title": "👩‍✈️🏳️‍🌈"}),
        ("a letter has a mark with which it has no composed form", BARE | {"title": "x\u0302"}),
        ("a text begins with a mark", BARE | {"title": "\u0301 is an accent"}),
        ("a text has a compatibility letter", BARE | {"title": "the ﬁshers of ＡＢＣ №１"}),
        ("a text has a zero-width space", BARE | {"title": "harbor\u200bvote"}),
        ("a text is a zero-width space", BARE | {"title": "\u200b"}),
        ("a text begins with a zero-width no-break space", BARE | {"title": "\ufeffharbor"}),
        ("a text ends with a zero-width no-break space", BARE | {"title": "harbor\ufeff"}),
        ("a text has joiners", BARE | {"title": "a\u200cb\u200dc"}),
        ("a text has a soft hyphen", BARE | {"title": "har\u00adbor"}),
        ("a text has marks that turn its direction", BARE | {"title": "\u202eharbor\u202c \u2066vote\u2069"}),
        ("a text has noncharacters", BARE | {"title": "\ufffe \uffff \U0010ffff"}),
        ("a text has a private character", BARE | {"title": "\ue000"}),
        ("a text has the replacement character", BARE | {"title": "har\ufffdbor"}),
        ("a text has quotation marks and backslashes", BARE | {"title": "\"The\" \\harbor\\ 'vote' “now” «já»"}),
        ("a text is a word that formats give a meaning",
         bare(people=[{"id": f"p{n}", "name": name} for n, name in enumerate(["null", "true", "no", "~", "NaN", "1e3", "0x1F", "2021-06-14"])])),
        ("a text looks like markup", BARE | {"title": "<b>&amp;</b> {{harbor}} ${vote} %s"}),
        ("a text begins with what formats give a meaning",
         bare(people=[{"id": f"p{n}", "name": name} for n, name in enumerate(
             ["- a", "# a", "& a", "* a", "! a", "| a", "> a", "@a", "`a", "a: b", "a #b", "? a", "%a", "[a", "{a", "---", "..."])])),
    ],
}
"""For each topic: what a legal document shows, and the document."""
