"""Limits: at every door that reads, and past each of them a problem."""

from __future__ import annotations

import attrs
import pytest

import venezuela_news as vn
from venezuela_news._limits import ProblemList
from village import village

SMALL = {
    "schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23",
    "people": [{"id": "ann", "name": "Ann"}, {"id": "ben", "name": "Ben"}],
}  # fmt: skip
FIT = {"bytes": 10_000, "depth": 6, "records": 2, "text": 10, "problems": 5}
TOO_MUCH = {
    "bytes": (SMALL | {"summary": "A" * 10_000}, "", "too-large"),
    "depth": (SMALL | {"summary": [[[[[[[["A"]]]]]]]]}, "", "too-deep"),
    "records": (SMALL | {"events": [{"id": "e", "label": "E"}]}, "", "too-large"),
    "text": (SMALL | {"summary": "A" * 11}, "/summary", "too-large"),
}


def told(problems):
    return [(problem.pointer, problem.rule) for problem in problems]


def by_check(document, limits):
    return told(vn.check(document, limits=limits))


def by_check_of_bytes(document, limits):
    return told(vn.check(dumped(document), limits=limits))


def by_structure(document, limits):
    return refused(lambda: vn.structure(document, limits=limits))


def by_loads(document, limits):
    return refused(lambda: vn.loads(dumped(document), limits=limits))


def by_assess(document, limits):
    return told(vn.assess(document, limits=limits).problems)


def dumped(document):
    import json

    return json.dumps(document)


def refused(build):
    try:
        build()
    except vn.InvalidStory as error:
        return told(error.problems)
    return []


DOORS = {door.__name__: door for door in (by_check, by_check_of_bytes, by_structure, by_loads, by_assess)}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_past_a_limit_is_refused_at_each_door(name, door):
    """A document that fits is taken; one past a limit is one problem, and is taken where the limit is raised."""
    document, pointer, rule = TOO_MUCH[name]
    assert door(SMALL, vn.Limits(**FIT)) == []
    if name == "bytes" and door in (by_check, by_structure, by_assess):
        return  # plain data has no bytes
    assert door(document, vn.Limits(**FIT | ({"text": 10**6} if name == "bytes" else {}))) == [(pointer, rule)]
    if name != "depth":
        assert door(document, vn.Limits()) == []


def test_a_file_is_not_read_past_the_limit(tmp_path):
    """A file of more bytes than allowed is refused unread: not even one that is sparse and vast is read."""
    path = tmp_path / "vast.json"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(vn.InvalidStory, match=f"{2**40} bytes, of which 67108864 are read at most"):
        vn.read(path)
    vn.write(village(), path)
    assert vn.read(path, limits=vn.Limits(bytes=path.stat().st_size)) == village()
    with pytest.raises(vn.InvalidStory, match="too-large"):
        vn.read(path, limits=vn.Limits(bytes=path.stat().st_size - 1))


def test_what_is_no_file_is_read_up_to_the_limit():
    """A device without an end is read as far as allowed, and refused."""
    from venezuela_news._codec._files import read_bytes

    assert read_bytes("/dev/zero", 1_000) == 1_001


@pytest.mark.parametrize("count", [4, 5, 6, 1_000])
def test_problems_end_with_one_that_says_how_many_more(count):
    """As many problems are listed as allowed; where there are more, the last says how many are not listed."""
    found = vn.check(SMALL | {"people": [5] * count}, limits=vn.Limits(problems=5))
    assert len(found) == min(count, 5)
    if count > 5:
        assert found[-1].rule == "too-large"
        assert found[-1].message == f"there are {count - 4} more problems"
    with pytest.raises(vn.InvalidStory) as caught:
        vn.structure(SMALL | {"people": [5] * count}, limits=vn.Limits(problems=5))
    assert caught.value.problems == found


def test_a_constructor_lists_as_many_problems():
    """The problems of an object end at the default limit too."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Person(id="a", name="A", aliases=tuple(f" {number}" for number in range(10_001)))
    assert len(caught.value.problems) == 10_000
    assert caught.value.problems[-1].message == "there are 2 more problems"


def test_a_list_of_problems_counts_what_it_does_not_keep():
    """Past the limit, problems are counted only."""
    problem = vn.Problem((), "bad-id", "", "")
    found = ProblemList(2)
    assert not found
    for count in range(1, 5):
        found.append(problem)
        assert (len(found), found.full) == (count, count > 2)
    assert len(list(found)) == 2


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(vn.Limits)])
def test_a_limit_is_a_whole_number_from_one_on(name):
    """A limit of zero, or of no whole number, is refused by its name."""
    with pytest.raises(ValueError, match=name):
        vn.Limits(**{name: 0})
    with pytest.raises(TypeError, match=name):
        vn.Limits(**{name: True})


@pytest.mark.parametrize(("mark", "code"), [("\x85", "0085"), ("\u2028", "2028"), ("\u2029", "2029")])
def test_yaml_and_json_refuse_line_breaks_of_old_alike(mark, code):
    """U+0085, U+2028 and U+2029 are refused as control characters in each format; YAML's parser would fold them."""
    for format in ("json", "yaml"):
        text = f'{{"schema_version": 1, "id": "a", "title": "A{mark}B"}}'
        assert ("control-character", True) in {
            (problem.rule, code in problem.message) for problem in vn.check(text, format=format)
        }
