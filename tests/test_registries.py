"""Licenses, languages and countries: what is well formed, what the lists know, and what is proposed instead."""

from __future__ import annotations

import random
import subprocess
import sys

import langcodes
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from iana_bcp47 import validate_bcp47
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

import venezuela_news as vn
from venezuela_news import _registries
from venezuela_news._fields import fields_of
from venezuela_news._registries import is_license_expression, meant, unknown_parts
from venezuela_news._rules import Known, Pattern
from venezuela_news._types import COUNTRY_CODES

(LANGUAGE,) = (field.rules for field in fields_of(vn.Quote) if field.name == "language")
(LICENSE,) = (field.rules for field in fields_of(vn.Source) if field.name == "license")
(COUNTRY,) = (field.rules for field in fields_of(vn.Country) if field.name == "id")

KINDS = ("languages", "extlangs", "scripts", "regions", "variants")


def words(name):
    return list(_registries._words(name))


def judged(rules, text):
    """The rule that a text breaks, and the hint; nothing where it breaks none."""
    for rule in rules:
        for name, _, hint in rule.violations(text):
            return name, hint
    return None


# -- licenses -------------------------------------------------------------------------------------


def test_every_listed_license_is_known():
    """Each listed id is legal without a doubt, alone, of later versions too, and with any exception."""
    for id in words("licenses"):
        assert judged(LICENSE, id) is None, id
        assert judged(LICENSE, f"{id.removesuffix('+')}+") is None, id
    for exception in words("exceptions"):
        assert judged(LICENSE, f"GPL-2.0-only WITH {exception}") is None, exception
        assert judged(LICENSE, exception)[0] == "unknown-license", exception


KNOWN_LICENSES = ("MIT", "CC0-1.0", "GPL-2.0-only", "GPL-2.0+", "LicenseRef-a", "GPL-2.0-only WITH GCC-exception-2.0")
WORDS = (
    "MIT",
    "GPL-2.0+",
    "LicenseRef-a",
    "LicenseRef-a+",
    "LicenseRef-",
    "GCC-exception-2.0",
    "A-1",
    "AND",
    "OR",
    "WITH",
    "(",
    ")",
)
EXPRESSIONS = st.recursive(
    st.sampled_from(KNOWN_LICENSES),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["AND", "OR"]), inner).map(" ".join), inner.map(lambda text: f"({text})")
    ),
    max_leaves=8,
)


def is_taken_by_packaging(text):
    """The judgment of the package that checks licenses for PyPI, by the same list."""
    try:
        return canonicalize_license_expression(text) == text
    except InvalidLicenseExpression:
        return False


@given(EXPRESSIONS)
def test_well_formed_expressions_are_legal(text):
    """An expression of known ids, operators and brackets is legal without a doubt, up to 500 characters."""
    if len(text) <= _registries.MAX_LICENSE:
        assert judged(LICENSE, text) is None
        assert is_taken_by_packaging(text)


@given(EXPRESSIONS, st.randoms(use_true_random=False), st.integers(1, 3))
def test_changed_expressions_are_judged_as_packaging_judges(text, chance, changes):
    """With words left out, put in and exchanged, an expression is taken where the package takes it, and nowhere else.

    The package takes operators and ids in any case, which it puts right, and knows no `DocumentRef-`.
    """
    found = _registries._license_words(text)
    for _ in range(changes):
        at = chance.randrange(len(found) + 1)
        found[at : at + chance.randrange(2)] = [chance.choice(WORDS)] * chance.randrange(2)
    changed = " ".join(found).replace("( ", "(").replace(" )", ")")
    assert (judged(LICENSE, changed) is None) is is_taken_by_packaging(changed)


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_any_order_of_words_is_judged_as_packaging_judges(found):
    """Ids, operators and brackets in any order are taken where the package takes them, and nowhere else."""
    text = " ".join(found).replace("( ", "(").replace(" )", ")")
    assert (judged(LICENSE, text) is None) is is_taken_by_packaging(text)


@pytest.mark.parametrize(
    ("written", "rule", "right"),
    [
        ("CC0 1.0", "bad-license", "CC0-1.0"),
        ("CC0", "unknown-license", "CC0-1.0"),
        ("MIT/Apache-2.0", "bad-license", "MIT OR Apache-2.0"),
        ("MIT or Apache-2.0", "bad-license", "MIT OR Apache-2.0"),
        ("MIT, CC0 1.0", "bad-license", "MIT AND CC0-1.0"),
        ("MIT & (CC0-1.0 | Expat)", "bad-license", "MIT AND (CC0-1.0 OR MIT)"),
        ("MIT OR(CC0-1.0)", "bad-license", "MIT OR (CC0-1.0)"),
        (" MIT ", "bad-license", "MIT"),
        ("the MIT license", "bad-license", "MIT"),
        ("mit", "unknown-license", "MIT"),
        ("Apache 2", "bad-license", "Apache-2.0"),
        ("Apache License, Version 2.0", "bad-license", "Apache-2.0"),
        ("Apchae-2.0", "unknown-license", "Apache-2.0"),
        ("CC-BY-5.0", "unknown-license", "CC-BY-4.0"),
        ("CC-BY", "unknown-license", "CC-BY-4.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "bad-license", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by-nc/4.0/", "bad-license", "CC-BY-NC-4.0"),
        ("http://www.creativecommons.org/publicdomain/zero/1.0", "bad-license", "CC0-1.0"),
        ("https://spdx.org/licenses/MIT.html", "bad-license", "MIT"),
        ("https://creativecommons.org/", "bad-license", None),
        ("https://example.org/", "bad-license", None),
        ("https://", "bad-license", None),
        ("GPLv3", "unknown-license", "GPL-3.0-only"),
        ("GPL v2+", "bad-license", "GPL-2.0-or-later"),
        ("GNU General Public License v3 or later", "bad-license", "GPL-3.0-or-later"),
        ("GPL-2.0-only with the GCC exception 2.0", "bad-license", "GPL-2.0-only WITH GCC-exception-2.0"),
        ("GPL-2.0-only WITH GCC-exception-2", "unknown-license", "GPL-2.0-only WITH GCC-exception-2.0"),
        ("GPL-2.0-only WITH gcc", "unknown-license", None),
        ("BSD 3-Clause License", "bad-license", "BSD-3-Clause"),
        ("public domain", "bad-license", "LicenseRef-public-domain"),
        ("© The Kelp Bay Bell", "bad-license", None),
        ("Kelp-1.0", "unknown-license", None),
        ("MIT OR kelp", "unknown-license", None),
        ("MIT OR", "bad-license", None),
        ("(MIT AND kelp", "bad-license", None),
        ("M" * 501, "bad-license", None),
        ("M" * 101, "unknown-license", None),
    ],
)
def test_what_people_write_for_a_license(written, rule, right):
    """A license by another name is told by its id; what is joined by marks and words, by operators."""
    found, hint = judged(LICENSE, written)
    assert (found, meant("license", written)) == (rule, right)
    assert right is None or f"'{right}'" in hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("(MIT AND kelp", "close each round bracket that is opened"),
        ("M" * 501, "write 500 characters at most"),
        ("MIT OR", "'LicenseRef-press'"),
        ("Kelp-1.0", "'LicenseRef-press'"),
    ],
)
def test_hints_where_no_license_is_meant(written, hint):
    """Where nothing is near, the hint says what is wrong, or how a license of no list is named."""
    assert hint in judged(LICENSE, written)[1]


# -- languages ------------------------------------------------------------------------------------


def test_every_listed_subtag_is_known():
    """Each listed subtag, old tag and end of a private range is legal without a doubt, in any case."""
    forms = {"languages": "{}", "extlangs": "zh-{}", "scripts": "en-{}", "regions": "en-{}", "variants": "en-{}"}
    for kind, form in forms.items():
        for word in words(kind):
            for subtag in word.split(".."):
                for tag in (form.format(subtag), form.format(subtag).upper()):
                    assert judged(LANGUAGE, tag) is None, tag
    for tag in words("grandfathered"):
        assert judged(LANGUAGE, tag) is judged(LANGUAGE, tag.upper()) is None, tag


SUBTAGS = (
    "en es zh sgn fil qaa qtz zz eng english yue gan usa Latn Hant Qaaa Qabx Qaby GB VE UK AA QM XA ZZ 419 999 1901 1996 rozaj biske "
    "cockney 1abc a u t x i klingon roc ca min nan guoyu default GB-oed"
).split()
TAGS = st.lists(st.sampled_from(SUBTAGS), min_size=1, max_size=5).map("-".join)


def is_known(tag):
    return judged(LANGUAGE, tag) is None


@given(TAGS)
@example("zh-yue-gan")
@example("en-a-bb")
def test_tags_are_judged_as_the_registry_says(tag):
    """Tags of known and unknown subtags in any order are judged as a package with the registry judges.

    The package takes every extension, of which IANA knows two, and a second extended language, which the
    RFC reserves for ever (section 2.2.2).
    """
    found = unknown_parts("language", tag)
    if any("extension" in part and "twice" not in part for part in found) or "a second extended language" in found:
        assert not is_known(tag)
    else:
        assert is_known(tag) is validate_bcp47(tag)[0]


@given(TAGS)
def test_known_tags_are_valid_for_langcodes(tag):
    """What is known here is valid for `langcodes` too, which takes more.

    Of old tags and their like it knows those that have another name now.
    """
    if is_known(tag) and "-" in tag and not tag.startswith(("i-", "x")) and tag.lower() not in words("grandfathered"):
        assert langcodes.tag_is_valid(tag)


@pytest.mark.parametrize(
    ("written", "rule", "right"),
    [
        ("en-UK", "unknown-language", "en-GB"),
        ("el-EL", "unknown-language", "el-GR"),
        ("en-USA", "unknown-language", "en-US"),
        ("eng-UK", "unknown-language", "en-GB"),
        ("english", "unknown-language", "en"),
        ("English", "unknown-language", "en"),
        ("sp", "unknown-language", "es"),
        ("jp", "unknown-language", "ja"),
        ("spa", "unknown-language", "es"),
        ("ger-DE", "unknown-language", "de-DE"),
        ("zh-CHS", "unknown-language", "zh-Hans"),
        ("español", "bad-language", "es"),
        ("norwegian", "bad-language", "no"),
        ("en_US", "bad-language", "en-US"),
        ("en_US.UTF-8", "bad-language", "en-US"),
        (" en ", "bad-language", "en"),
        ("en-", "bad-language", None),
        ("en-Abcd", "unknown-language", None),
        ("zz-UK", "unknown-language", None),
        ("en, pt", "bad-language", None),
        ("n" * 101, "bad-language", None),
    ],
)
def test_what_people_write_for_a_language(written, rule, right):
    """A language by its name, an older code or a system's locale is told by its tag."""
    found, hint = judged(LANGUAGE, written)
    assert (found, meant("language", written)) == (rule, right)
    assert right is None or f"'{right}'" in hint


# -- countries ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("UK", "'GB'"),
        ("EL", "'GR'"),
        ("USA", "'US'"),
        ("VEN", "'VE'"),
        ("DDR", "'DD'"),
        ("ve", "'VE'"),
        ("RU ", "'RU'"),
        ("Mexico", "'MX'"),
        ("México", "'MX'"),
        ("Côte d’Ivoire", "'CI'"),
        ("Venezuela", "'VE'"),
        ("south korea", "'KR'"),
        ("BU", "'MM'"),
        ("ZR", "'CD'"),
        ("EU", "an Organization of kind 'intergovernmental'"),
        ("United Nations", "an Organization of kind 'intergovernmental'"),
        ("NT", "something like 'VE'"),
        ("Atlantis", "something like 'VE'"),
    ],
)
def test_what_people_write_for_a_country(written, hint):
    """A country by another code or its name is told by its code; what is none is told to be none."""
    rule, told = judged(COUNTRY, written)
    assert rule == "bad-country-code"
    assert hint in told


def test_an_organization_can_be_what_the_hint_says():
    """The kind that hints about countries name is a kind of organization."""
    assert vn.OrganizationKind("intergovernmental")


# -- what is proposed -----------------------------------------------------------------------------

MISTAKES = ("country_mistakes", "language_mistakes", "region_mistakes", "tag_mistakes", "license_mistakes")


def test_mistakes_are_no_legal_words():
    """What is listed as a mistake is in no list of what is known, and what is meant by it is."""
    for mistake, right in _registries._table("country_mistakes").items():
        assert mistake.upper() not in COUNTRY_CODES
        assert right in COUNTRY_CODES
    for mistake, right in _registries._table("language_mistakes").items():
        assert mistake not in _registries._subtags("languages")
        assert right in _registries._subtags("languages")
    for mistake, right in _registries._table("region_mistakes").items():
        assert not is_known(f"en-{mistake}")
        assert is_known(f"en-{right}")
    for mistake, right in _registries._table("tag_mistakes").items():
        assert not is_known(mistake)
        assert is_known(right)
    for right in _registries._table("license_mistakes").values():
        assert judged(LICENSE, right) is None


def spoiled(text, seed):
    """A text with a slip or two: a character left out, said twice, exchanged with the next, or in the other case."""
    chance = random.Random(seed)
    at = chance.randrange(len(text))
    one = text[at]
    return (
        text[:at]
        + chance.choice(["", one * 2, one.swapcase(), f" {one}", f"{text[at + 1 : at + 2]}{one}"])
        + text[at + 1 :]
    )


TEXTS = st.one_of(
    st.text(max_size=120),
    st.builds(
        spoiled,
        st.sampled_from([*KNOWN_LICENSES, "Apache License 2.0", "en-GB", "zh-Hant-TW", "español", "United States"]),
        st.integers(0, 2**32),
    ),
)


@given(TEXTS)
def test_what_is_proposed_is_legal(text):
    """Whatever was written, what is proposed in its place is another text, well formed and known."""
    for registry, rules in (("license", LICENSE), ("language", LANGUAGE), ("country", COUNTRY)):
        if (right := meant(registry, text)) is not None:
            assert judged(rules, right) is None
            assert right != text


@given(st.text(max_size=200))
def test_a_rule_that_doubts_takes_any_text(text):
    """A doubtful rule looks at texts that are well formed, and fails on no other."""
    for rule in (LANGUAGE[1], LICENSE[1]):
        assert isinstance(rule, Known)
        assert rule.is_valid(text) is (list(rule.violations(text)) == [])


def test_a_pattern_without_a_registry_shows_an_example():
    """Where no registry is asked, the hint is the rule's example."""
    rule = Pattern("bad-id", "[a-z]+", "an id", "'ann'")
    assert [hint for _, _, hint in rule.violations("A")] == ["write something like 'ann'"]


# -- where the lists are read ---------------------------------------------------------------------


def test_doubts_are_found_where_they_are_asked_for():
    """A constructor and `loads` take an unknown language and license; `check` tells both, of data and of a story."""
    document = {
        "schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en-UK", "as_of": "2019-01-23",
        "sources": [{"id": "s", "language": "en", "license": "Kelp-1.0", "paragraphs": ["A line."]}],
    }  # fmt: skip
    story = vn.loads(vn.dumps(vn.structure(document, vn.Story)))
    told = [("/language", "unknown-language"), ("/sources/0/license", "unknown-license")]
    for data in (document, story):
        assert [(problem.pointer, problem.rule) for problem in vn.check(data)] == told


def test_who_builds_and_loads_reads_no_list():
    """The lists are read by `check`, and by nobody who imports, builds or loads what is legal."""
    code = (
        "import venezuela_news as vn\n"
        "from venezuela_news import _registries\n"
        "story = vn.loads(vn.dumps(vn.story()))\n"
        "vn.Quote(text='a', language='en-UK')\n"
        "assert not _registries._data.cache_info().currsize\n"
        "assert vn.check(story) == ()\n"
        "print(_registries._data.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_each_list_says_where_it_is_from():
    """The file tells registry, version and package of its lists."""
    told = _registries.sources()
    assert set(told) == {"licenses", "languages", "codes"}
    assert all(", from " in source for source in told.values())


# -- numbers where texts are meant ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("array", "record", "hint"),
    [
        ("events", {"id": "e", "label": "A", "when": 2019}, 'quote it: "2019"'),
        ("events", {"id": "e", "label": "A", "when": 987}, "write a date in EDTF, such as 2019-01-23"),
        ("events", {"id": "e", "label": "A", "when": 20190123}, 'quote it: "2019-01-23"'),
        ("events", {"id": "e", "label": 1984}, 'quote it: "1984"'),
        ("events", {"id": "e", "label": True}, 'quote it: "true"'),
        ("events", {"id": "e", "label": 10**5000}, "write a text"),
        ("events", {"id": "e", "label": []}, "write a text"),
        ("people", {"id": "p", "name": "A", "age": "5"}, "write the number itself: 5"),
    ],
)
def test_a_number_where_a_text_is_meant(array, record, hint):
    """A bare year or number, as YAML reads it, is told to be quoted where a date or text is meant."""
    document = {"schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23"}
    assert [problem.hint for problem in vn.check(document | {array: [record]})] == [hint]


def test_a_bare_year_in_yaml():
    """A year without quotation marks in YAML is a number, and the hint says so."""
    text = b"schema_version: 1\nid: a\ntitle: A\nsummary: A\nlanguage: en\nas_of: 2019\n"
    assert [problem.hint for problem in vn.check(text, format="yaml")] == ['quote it: "2019"']


def test_depth_of_brackets_is_bounded_by_length_alone():
    """Brackets in brackets are legal as deep as the length allows."""
    deep = "(" * 248 + "MIT" + ")" * 248
    assert is_license_expression(deep)
    assert not is_license_expression(f"({deep}))")
    assert unknown_parts("license", deep) == ()
