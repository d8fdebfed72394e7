"""Laws of problems: one for each mistake, gone when it is mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news._fields import fields_of
from venezuela_news._mutation import MUTATORS
from venezuela_news._mutation.documents import REMOVED, changed, nodes
from venezuela_news._mutation.sample import enriched

DOCUMENTS = strategies.documents(story=strategies.stories(doubtful=False, max_records=20)).map(enriched)
SMALL = {"schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2019-01-23"}


def is_local(mutation):
    """Whether a mutation is of one value inside a record, of which no other record knows."""
    return mutation.local and len(mutation.path) > 2


#: The rules that one value can break.
LOCAL = [rule for rule, mutate in MUTATORS.items() if any(map(is_local, mutate(enriched(SMALL))))]


def reported(document):
    return sorted((problem.pointer, problem.rule) for problem in vn.check(document))


@st.composite
def independent_mutations(draw, count):
    """A document, and so many mutations of so many records of it."""
    document = draw(DOCUMENTS)
    mutations = []
    taken = set()
    for _ in range(count):
        rule = draw(st.sampled_from(LOCAL))
        found = []
        for name in (rule, "unknown-key"):
            found = found or [it for it in MUTATORS[name](document) if is_local(it) and it.path[:2] not in taken]
        mutation = found[draw(st.integers(0, 2**16)) % len(found)]
        taken.add(mutation.path[:2])
        mutations.append(mutation)
    return document, mutations


def broken(document, mutations):
    return changed(document, *(edit for mutation in mutations for edit in mutation.edits))


def told(mutations):
    return sorted(mutation.problem for mutation in mutations)


@given(independent_mutations(5))
def test_five_mistakes_in_five_places_give_five_problems(drawn):
    """Five independent mistakes are five problems, each at its place."""
    document, mutations = drawn
    assert reported(broken(document, mutations)) == told(mutations)


@given(independent_mutations(3))
def test_a_problem_goes_when_its_place_is_mended(drawn):
    """When one of several mistakes is mended, its problem goes away, and no other comes or goes."""
    document, mutations = drawn
    for mended in mutations:
        left = [mutation for mutation in mutations if mutation is not mended]
        assert reported(broken(document, left)) == told(left)
    assert reported(document) == []


@given(DOCUMENTS, st.sampled_from(sorted(MUTATORS)), st.integers(0, 2**16))
def test_a_single_mutation_is_a_single_problem(document, rule, choice):
    """Each mutation of a rich document is one problem, where and what it tells."""
    found = list(MUTATORS[rule](document))
    mutation = found[choice % len(found)]
    assert reported(mutation.applied_to(document)) == [mutation.problem]


# -- mistakes that could hide each other ----------------------------------------------------------


def lists_in(document):
    """Every list of a document, with its path and what its items are."""
    for node in nodes(document):
        for field in fields_of(node.cls):
            if field.items is not None and (items := node.items(field.name)):
                yield (*node.path, field.name), field, items


@given(DOCUMENTS, st.integers(0, 2**16), st.sampled_from([5, True, ["text"]]))
def test_a_list_of_wrong_items_is_a_problem_for_each(document, choice, wrong):
    """Where all items of a list are of a wrong type, each is reported, though they are equal; nothing else of it is."""
    found = [(path, items) for path, field, items in lists_in(document) if len(path) > 1 and field.ref is None]
    path, items = found[choice % len(found)]
    spoiled = changed(document, (path, [wrong] * max(2, len(items))))
    pointer = "/" + "/".join(map(str, path))
    mine = [(p, rule) for p, rule in reported(spoiled) if p.startswith(f"{pointer}/")]
    assert mine == sorted((f"{pointer}/{index}", "wrong-type") for index in range(max(2, len(items))))


@pytest.mark.parametrize("wrong", [("x", 5), (5, "x"), (5, 6), (5, 5), (None, None)], ids=repr)
def test_a_tuple_of_wrong_items_is_a_problem_for_each(wrong):
    """A constructor reports each item of a wrong type, be it one or all of them."""
    with pytest.raises(vn.InvalidStory) as caught:
        vn.Person(id="ann", name="Ann", aliases=wrong)
    found = [(problem.path, problem.rule) for problem in caught.value.problems]
    assert found == [
        (("aliases", index), "wrong-type") for index, item in enumerate(wrong) if not isinstance(item, str)
    ]


#: An unknown key that looks like either of two required ones.
BETWEEN = [
    ("anchor", ("source", "start"), "sourt"),
    ("statement", ("gist", "id"), "gid"),
    ("claim", ("kind", "id"), "kid"),
    ("figure", ("unit", "id"), "uid"),
]


@pytest.mark.parametrize(
    ("missing", "key"), [(missing, key) for _, missing, key in BETWEEN], ids=[it[0] for it in BETWEEN]
)
def test_an_unknown_key_stands_for_one_missing_key(missing, key):
    """An unknown key that looks like two missing ones is one mistake, and excuses one of them: the other is told."""
    document = enriched(SMALL)
    node = next(node for node in nodes(document) if set(missing) <= node.data.keys())
    spoiled = changed(document, *(((*node.path, name), REMOVED) for name in missing), ((*node.path, key), "x"))
    pointer = "".join(f"/{step}" for step in node.path)
    mine = [
        found
        for found in reported(spoiled)
        if found[0].startswith(pointer) and found[1] in ("unknown-key", "missing-key")
    ]
    assert (f"{pointer}/{key}", "unknown-key") in mine
    assert len(mine) == 2
    assert {place.rpartition("/")[2] for place, _ in mine} - {key} < set(missing)


@given(st.permutations(list(vn.Position)), st.integers(0, 2))
def test_a_conflict_names_every_stance(positions, repeated):
    """A conflict of three positions, or more stances, names all of them, and is one warning, at the last."""
    positions = [*positions, positions[repeated]]
    document = enriched(SMALL)
    stance = {key: value for key, value in document["stances"][0].items() if key not in ("id", "position")}
    stances = [{"id": f"stance-{number}", **stance, "position": it.value} for number, it in enumerate(positions)]
    document |= {"stances": stances}
    (conflict,) = vn.structure(document).conflicts()
    assert [it.id for it in conflict.stances] == [it["id"] for it in stances]
    assert reported(document) == [("/stances/3", "opposed-stances")]


@given(DOCUMENTS)
def test_checking_changes_nothing(document):
    """A document is as it was after it has been checked, and is read as often as one likes."""
    before = repr(document)
    assert vn.structure(document) == vn.structure(document)
    assert vn.check(document) == vn.check(document)
    assert repr(document) == before
