"""Values of text: identifiers, languages, digests; sources and the spans of them.

1. A paragraph is a non-blank line, stripped, in NFC (Unicode normalization form C).
2. An offset counts code points of a paragraph; 0 is before the first; a span is half-open.
3. A digest is the lower-case hexadecimal SHA-256 of the UTF-8 of a paragraph or of a span.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Annotated, TypeAlias, final

import attrs

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._problems import TextMismatch, show
from venezuela_news._rules import (
    MAX_INTEGER,
    Choice,
    ExactlyOne,
    Items,
    Line,
    Ordered,
    Pattern,
    Range,
    Ref,
    SpanLength,
    checked,
)

__all__ = [
    "COUNTRY_CODES",
    "ActorRef",
    "Anchor",
    "AnyRef",
    "BodyRef",
    "ClaimRef",
    "CountryCode",
    "CountryRef",
    "CreditRef",
    "Date",
    "EventRef",
    "Id",
    "Language",
    "OccurrenceRef",
    "PlaceRef",
    "Quote",
    "RoleRef",
    "Source",
    "Text",
    "digest_of",
    "paragraphs_of",
]

COUNTRY_CODES = frozenset(
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
"""ISO 3166-1 alpha-2, and XK, the user-assigned code in general use for Kosovo."""

# The grammar of RFC 5646, section 2.1, without the irregular tags that it keeps for old users.
_LANGUAGE = (
    "(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})"
    "(?:-[A-Za-z]{4})?"
    "(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    "(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
    "|[Xx](?:-[A-Za-z0-9]{1,8})+"
)
# The characters of RFC 3986; a host is needed.
_URL = "https?://[A-Za-z0-9\\[](?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"

Text: TypeAlias = Annotated[str, Line()]
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
    str, Choice("bad-country-code", COUNTRY_CODES, "an ISO 3166-1 alpha-2 code, two capital letters", "'VE'")
]
Language: TypeAlias = Annotated[
    str, Pattern("bad-language", _LANGUAGE, "a well-formed BCP 47 language tag", "'en' or 'es-VE'")
]
Url: TypeAlias = Annotated[str, Pattern("bad-url", _URL, "an absolute http or https URL", "'https://example.org/'")]
License: TypeAlias = Annotated[
    str, Pattern("bad-license", "[A-Za-z0-9][A-Za-z0-9.-]*\\+?", "an SPDX license identifier", "'CC0-1.0'")
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


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""The paragraphs of a text: its non-blank lines, stripped, in NFC.

    >>> paragraphs_of("One. \r\n\n  Two.")
    ('One.', 'Two.')
    """
    lines = (line.strip() for line in unicodedata.normalize("NFC", text).splitlines())
    return tuple(line for line in lines if line)


def digest_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8, in lower-case hexadecimal digits.

    >>> digest_of("take sides")[:8]
    '9654bfaf'
    """
    # A text of a stranger may hold half of a surrogate pair, and is then no source's.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@final
@checked(ExactlyOne(("exact", "digest")), Ordered("empty-span", ("start", "end"), strict=True), SpanLength())
@attrs.frozen(kw_only=True, weakref_slot=False)
class Anchor:
    """A span of one source: where it speaks of something.

    Args:
        source: The id of the source.
        paragraph: The paragraph's number; 0 is the first.
        start: Where the span begins, in code points of the paragraph; 0 is before the first.
        end: Where it ends, half-open, so that ``end - start`` is its length.
        exact: The words themselves, where the source's paragraphs are here.
        digest: Their SHA-256, where they are not.

    >>> Anchor(source="article", paragraph=0, start=4, end=9, exact="sides")
    Anchor(source='article', paragraph=0, start=4, end=9, exact='sides', digest=None)
    """

    source: SourceRef
    paragraph: Count
    start: Count
    end: Count
    exact: Annotated[str, Line(trimmed=False)] | None = None
    digest: Digest | None = None


@final
@checked()
@attrs.frozen(kw_only=True, weakref_slot=False)
class Quote:
    """A speaker's own words inside a statement, without the quotation marks.

    Args:
        text: The words as printed.
        language: The language in which they are printed, as a BCP 47 tag.
        translated: Whether they were spoken in another language; ``None`` if unknown.

    >>> Quote(text="take sides", language="en").translated is None
    True
    """

    text: Text
    language: Language
    translated: bool | None = None


@final
@checked(ExactlyOne(("paragraphs", "digests")))
@attrs.frozen(kw_only=True, weakref_slot=False)
class Source:
    """A text the story rests on, either with its paragraphs or, where they can't ship, with their digests.

    Args:
        id: The source's id.
        title: Its title.
        description: What it is, in our words.
        language: Its language, as a BCP 47 tag.
        published: When it was published.
        publisher: Who published it.
        url: Where it is, an absolute http or https URL.
        license: Its license, an SPDX identifier.
        paragraphs: Its non-blank lines, stripped, in NFC.
        digests: The SHA-256 of each paragraph, for a text that stays elsewhere.

    >>> source = Source(id="note", language="en", paragraphs=("Mexico did not take sides.",))
    >>> source.anchor("take sides").start
    15
    """

    id: Id
    title: Text | None = None
    description: Text | None = None
    language: Language
    published: Date | None = None
    publisher: Text | None = None
    url: Url | None = None
    license: License | None = None
    paragraphs: Annotated[tuple[Text, ...], Items(unique=False)] = ()
    digests: Annotated[tuple[Digest, ...], Items(unique=False)] = ()

    def anchor(self, words: str, *, paragraph: int | None = None, nth: int | None = None) -> Anchor:
        """The anchor of words that stand in the source.

        The words are found as they are written, beginning and ending where words do.

        Args:
            words: The words, verbatim.
            paragraph: The paragraph's number, where they stand in several; 0 is the first.
            nth: Which of several places is meant, in reading order; 0 is the first.

        Raises:
            TextMismatch: The words stand nowhere, or in several places and none was chosen, or
                the source has no paragraphs to look in.
        """
        if not self.paragraphs:
            raise TextMismatch(
                self.id, (), "it has digests alone; attach its text first, by story.attach(source, text)"
            )
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words.strip() else "(?!)")
        places = [
            (number, match.start(), match.end())
            for number, line in enumerate(self.paragraphs)
            if paragraph is None or number == paragraph
            for match in pattern.finditer(line)
        ]
        if not places:
            where = "" if paragraph is None else f" in paragraph {paragraph}"
            raise TextMismatch(self.id, (), f"the words {show(words)} do not stand{where} as whole words")
        if nth is None and len(places) > 1:
            numbers = tuple(dict.fromkeys(number for number, _, _ in places))
            listed = ", ".join(map(str, numbers))
            message = (
                f"{show(words)} stands in {len(places)} places (paragraphs {listed}); choose with paragraph= or nth="
            )
            raise TextMismatch(self.id, numbers, message)
        if nth is not None and not 0 <= nth < len(places):
            raise TextMismatch(self.id, (), f"{show(words)} stands in {len(places)} places; nth={nth} is none of them")
        number, start, end = places[nth or 0]
        return Anchor(source=self.id, paragraph=number, start=start, end=end, exact=self.paragraphs[number][start:end])
