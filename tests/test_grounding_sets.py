"""Closed sets: each member has its place in every room that tells members apart."""

from __future__ import annotations

import pytest

import venezuela_news as vn
from venezuela_news._adoption import _result as result
from venezuela_news._fields import Kind, fields_of
from venezuela_news._grounding import _anchor_search as anchor_search
from venezuela_news._grounding import _findings as findings
from venezuela_news._grounding import _report as report
from venezuela_news._grounding import _speakers as speakers
from venezuela_news._grounding._ground import TARGETS
from venezuela_news._matching import _description as description
from venezuela_news._matching import _folding as folding
from venezuela_news._matching import _lexicon as lexicon
from venezuela_news._matching._folding import normalize
from venezuela_news._records import ACTORS, ARRAYS
from venezuela_news.grounding import (
    AdoptedEntry,
    AdoptionStatus,
    Edit,
    EditKind,
    Finding,
    Fold,
    Outcome,
    Status,
    Target,
    ground,
    locate,
)
from village import village


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_has_a_status_wherever_one_follows_from_it(outcome):
    """Grounded outcomes are the placed ones in every room, and no other outcome is."""
    assert outcome.grounded == (outcome in (Outcome.FOUND, Outcome.NORMALIZED))
    assert (findings.status_outside_content(outcome) is Status.OUTSIDE_CONTENT) == outcome.grounded
    assert (anchor_search._status_elsewhere(outcome) is Status.MOVED) == outcome.grounded
    unplaced = result.status_of_unplaced(outcome)
    assert (unplaced is None) == outcome.grounded
    assert unplaced is None or (unplaced.value == outcome.value and not unplaced.placed)


@pytest.mark.parametrize("status", Status)
def test_each_status_of_a_finding_has_a_verdict_and_a_sentence(status):
    """A report can count and tell any status."""
    finding = Finding(path=("people", 0), record="ann", target=Target.ANCHOR, status=status)
    assert status.ok == (status.value in {"verified", "supported", "undecided", "unchecked"})
    assert report._sentence(finding)
    assert report.Report(story=village(), findings=(finding,)).ok == status.ok


@pytest.mark.parametrize("status", AdoptionStatus)
def test_each_status_of_an_entry_has_a_verdict_and_a_sentence(status):
    """An adoption can count and tell any status."""
    entry = AdoptedEntry(index=0, status=status, given={}, reason="no reason")
    assert status.placed == (status.value in {"adopted", "repeated", "merged"})
    assert result._sentence(entry)


@pytest.mark.parametrize("kind", EditKind)
def test_each_kind_of_edit_has_words(kind):
    """Both sides of a change are told, the one side of what was dropped or added."""
    edit = Edit(kind=kind, quoted="ours", found="theirs", start=0, end=6, number=False, negation=False)
    told = description._difference(edit)
    assert ("ours" in told) == (kind is not EditKind.DROPPED)
    assert ("theirs" in told) == (kind is not EditKind.ADDED)


BETWEEN_WORDS = {
    Fold.SPACING: ("We go, now", "We go , now"),
    Fold.HYPHENATION: ("We govern now", "We gov-\nern now"),
    Fold.MARKUP: ("We go now", "We **go** now"),
    Fold.NOTES: ("We go. Now", "We go.[1] Now"),
    Fold.PUNCTUATION: ("We go, now", "We go; now"),
}
"""What the folds see through that change no character alone."""
PROBES = ["a", "A", "á", "a\u0301", "’", "—", "--", "a  b", "a\tb", "\u00ad", "a\ufe0f", "ﬁ", "…", "Ａ", "ŉ", "İ", "ß"]


@pytest.mark.parametrize("fold", Fold)
def test_each_fold_does_something_alone(fold):
    """A fold that changes characters has its turn and changes some text; any other makes two texts one."""
    if fold in BETWEEN_WORDS:
        text, quote = BETWEEN_WORDS[fold]
        assert fold not in folding._STEPS
        assert locate(text, quote, folds=[fold]).folds == (fold,)
        assert not locate(text, quote, folds=[other for other in Fold if other is not fold]).grounded
    else:
        assert fold in folding._STEPS
        assert any(normalize(probe, frozenset([fold])) != probe for probe in PROBES)


def anchored_fields(cls: type, inside: frozenset[type] = frozenset()) -> set[str]:
    """The names of the fields of a class, and of what is in it, that hold anchors."""
    names: set[str] = set()
    for field in fields_of(cls):
        if field.kind is Kind.RECORD and field.type is vn.Anchor:
            names.add(field.name)
        elif field.kind is Kind.RECORD and field.type not in inside:
            names |= anchored_fields(field.type, inside | {cls})
    return names


def test_every_field_that_holds_anchors_is_looked_for_as_something():
    """A record or a value in it cannot have anchors that nobody grounds."""
    assert set().union(*map(anchored_fields, ARRAYS.values())) == set(TARGETS)
    assert set(TARGETS.values()) | {Target.CREDIT, Target.QUOTATION} == set(Target)
    assert {finding.target for finding in ground(vn.story())} == set(Target)


def test_every_kind_of_actor_has_names():
    """An actor of any class is called by its name and aliases, or by its label."""
    story = village()
    actors = [*story.people, *story.organizations, *story.countries, *story.groups]
    assert {type(actor) for actor in actors} == set(ACTORS)
    assert list(speakers._names(story.people[0])) == ["Ann Gray", "Gray"]
    assert list(speakers._names(story.people[1])) == []
    assert list(speakers._names(story.organizations[0])) == ["Council"]
    assert list(speakers._names(story.countries[0])) == ["Chile"]
    assert list(speakers._names(story.groups[0])) == ["the villagers"]
    with pytest.raises(AssertionError):
        list(speakers._names(story.places[0] if story.places else story.sources[0]))  # type: ignore[arg-type]


def test_whom_a_group_excludes_is_not_close_to_it():
    """All that an actor refers to is close to it, but for whom a group is said to leave out."""
    group = vn.Group(id="states", label="the states", members=("CL",), excludes=("PE",), within="america")
    assert set(speakers._close_to(group)) == {"CL", "america"}
    role = vn.Role(title="mayor", organization="council", country="CL", under="state")
    person = vn.Person(id="ann", name="Ann", roles=(role,))
    assert set(speakers._close_to(person)) == {"council", "CL", "state"}


LISTS = {name: value for name, value in vars(lexicon).items() if name.isupper() and isinstance(value, dict)}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_words_is_normalized_and_has_a_language(name):
    """Words stand as they are compared, each language has some, and all are joined by `every`."""
    for language, words in LISTS[name].items():
        vn.Quote(text="a", language=language)
        assert words
        assert all(normalize(word) == word for word in words)
    assert lexicon.every(LISTS[name]) == {word for words in LISTS[name].values() for word in words}
    assert name in lexicon.__all__
