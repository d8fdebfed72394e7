"""Laws of what a story answers: anchors and texts, order in time, positions and conflicts."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import venezuela_news as vn
from venezuela_news import strategies
from venezuela_news._records import ARRAYS
from venezuela_news._sources import digest_of

STORIES = strategies.stories()


def anchors_of(story):
    for name in ARRAYS:
        for record in getattr(story, name):
            yield from () if isinstance(record, vn.Source) else getattr(record, "anchors", ())
            for attribution in getattr(record, "attributions", ()):
                yield from (*attribution.content, *attribution.cue, *attribution.speaker)


@given(STORIES)
def test_a_span_is_half_open(story):
    """A span is as long as its end less its start, and reads what stands there; the two ends of a line meet at a cut."""
    for anchor in anchors_of(story):
        source = story.find(vn.Source, anchor.source)
        if not source.paragraphs:
            assert anchor.exact is None
            continue
        line = source.paragraphs[anchor.paragraph]
        assert 0 <= anchor.start < anchor.end <= len(line)
        assert len(story.text_of(anchor)) == anchor.end - anchor.start
        assert line[: anchor.start] + story.text_of(anchor) + line[anchor.end :] == line


@given(strategies.sources(paragraphs=st.lists(strategies.texts(), min_size=1, max_size=3).map(tuple)), st.data())
def test_anchors_are_found_where_words_stand(source, data):
    """The anchor of a whole paragraph, or of one of its places, is a span of the source that reads its words."""
    number = data.draw(st.integers(0, len(source.paragraphs) - 1))
    words = source.paragraphs[number]
    anchor = source.anchor(words, paragraph=number, nth=0)
    assert (anchor.paragraph, anchor.exact) == (number, words)
    assert source.paragraphs[anchor.paragraph][anchor.start : anchor.end] == words


@given(STORIES)
def test_attach_and_detach_undo_each_other(story):
    """A source's text taken away and given back makes the same story, and the other way round."""
    for source in story.sources:
        if source.paragraphs:
            away = story.detach(source.id)
            assert away.find(vn.Source, source.id).digests == tuple(map(digest_of, source.paragraphs))
            assert away.detach(source.id) == away
            back = away.attach(source.id, "\n\n".join(source.paragraphs))
            assert back == story
            assert back.detach(source.id) == away


@given(STORIES)
def test_a_detached_document_holds_no_word_of_its_source(story):
    """Of a source that is detached, its document has digests, and of its anchors nothing but places."""
    for source in story.sources:
        document = vn.unstructure(story.detach(source.id))
        (there,) = [each for each in document["sources"] if each["id"] == source.id]
        assert "paragraphs" not in there
        assert len(there["digests"]) == len(source.paragraphs or source.digests)
        spans = list(spans_of(document, source.id))
        assert len(spans) == sum(anchor.source == source.id for anchor in anchors_of(story))
        assert all(span.keys() == {"source", "paragraph", "start", "end"} for span in spans)


def spans_of(value, source):
    """The anchors into a source in a document."""
    if isinstance(value, list):
        for item in value:
            yield from spans_of(item, source)
    elif isinstance(value, dict):
        if "paragraph" in value and value["source"] == source:
            yield value
        for item in value.values():
            yield from spans_of(item, source)


@given(STORIES, st.lists(strategies.texts(), min_size=1, max_size=3), st.data())
def test_attaching_succeeds_exactly_where_spans_fit(story, lines, data):
    """With every paragraph verified, a text is attached if each span ends within its paragraph, and detached again."""
    number = data.draw(st.integers(0, len(lines) - 1))
    size = len(lines[number])
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start + 1, size + 2))
    source = vn.Source(id="kept-back", language="en", digests=tuple(map(digest_of, lines)))
    anchor = vn.Anchor(source="kept-back", paragraph=number, start=start, end=end)
    person = vn.Person(id="somebody-else", name="Somebody", anchors=(anchor,))
    away = attrs.evolve(story, sources=(*story.sources, source), people=(*story.people, person))
    text = "\n".join(lines)
    if end <= size:
        full = away.attach("kept-back", text)
        assert full.people[-1].anchors[0].exact == lines[number][start:end]
        assert full.detach("kept-back") == away
    else:
        with pytest.raises(vn.TextMismatch) as caught:
            away.attach("kept-back", text)
        assert caught.value.paragraphs == (number,)


@given(STORIES, st.data())
def test_the_order_of_records_changes_no_answer(story, data):
    """With its records in another order, a story gives the same positions, mentions and statements."""
    moved = attrs.evolve(
        story,
        **{
            name: tuple(data.draw(st.permutations(getattr(story, name))))
            for name in ("people", "groups", "claims", "statements")
        },
    )
    actors = [*story.people, *story.organizations, *story.countries, *story.groups]
    for actor in actors:
        assert set(moved.statements_by(actor.id)) == set(story.statements_by(actor.id))
        for claim in story.claims:
            assert moved.position_of(actor.id, claim.id) == story.position_of(actor.id, claim.id)
            assert set(moved.explain_position(actor.id, claim.id).stances) == set(
                story.explain_position(actor.id, claim.id).stances
            )
    for name in ARRAYS:
        for record in getattr(story, name):
            assert moved[record.id] == record
            assert {(it.record.id, it.fields) for it in moved.mentions(record.id)} == {
                (it.record.id, it.fields) for it in story.mentions(record.id)
            }


@given(STORIES)
def test_look_ups_agree(story):
    """Every record is found by its id, with its class, and nothing else is."""
    for name, cls in ARRAYS.items():
        for record in getattr(story, name):
            assert record.id in story
            assert story[record.id] is record
            assert story.find(cls, record.id) is record
    assert "no-such-record" not in story


@given(STORIES)
def test_the_timeline_is_a_permutation_that_respects_after(story):
    """Every event and statement is in the timeline once, behind all that it comes after."""
    line = [item.id for item in story.timeline()]
    assert sorted(line) == sorted(item.id for item in (*story.events, *story.statements))
    place = {id: index for index, id in enumerate(line)}
    for item in (*story.events, *story.statements):
        assert all(place[earlier] < place[item.id] for earlier in item.after)


@given(STORIES)
def test_positions_follow_from_stances(story):
    """A position is the one that all weighed stances agree on; the holder's own come before those of groups."""
    for holder in (*story.people, *story.organizations, *story.countries, *story.groups):
        for claim in story.claims:
            why = story.explain_position(holder.id, claim.id)
            assert story.position_of(holder.id, claim.id) is why.position
            found = {stance.position for stance in why.stances}
            assert why.position == (found.pop() if len(found) == 1 else None)
            assert why.inferred == bool(why.via)
            assert all(stance.claim == claim.id for stance in why.stances)
            assert {stance.holder for stance in why.stances} == (
                set(why.via) if why.inferred else {holder.id} if why.stances else set()
            )
            if why.inferred:
                current = story.stances_at(story.as_of)
                assert not any((stance.holder, stance.claim) == (holder.id, claim.id) for stance in current)
                assert all(holder.id not in story.find(vn.Group, group).excludes for group in why.via)


@given(STORIES)
def test_conflicts_are_between_stances_that_disagree(story):
    """A conflict has two stances or more, of two positions on one claim, or in favor of two rivals."""
    rivals = {frozenset((claim.id, rival)) for claim in story.claims for rival in claim.rivals}
    for conflict in story.conflicts():
        assert len(conflict.stances) >= 2
        assert {stance.claim for stance in conflict.stances} == set(conflict.claims)
        positions = {stance.position for stance in conflict.stances}
        if conflict.rule == "opposed-stances":
            assert len(conflict.claims) == 1
            assert len(positions) > 1
        else:
            assert frozenset(conflict.claims) in rivals
            assert positions == {vn.Position.FAVOR}


@given(STORIES)
def test_conflicts_and_warnings_go_together(story):
    """A story has conflicts exactly where its check warns of them."""
    of_stances = {"favored-rivals", "opposed-stances"}
    warned = {problem.rule for problem in vn.check(story)} & of_stances
    assert warned == {conflict.rule for conflict in story.conflicts()}


@given(strategies.stories(doubtful=False))
def test_a_story_without_warnings_has_no_conflicts(story):
    """Where nothing is doubtful, no conflict is told."""
    assert story.conflicts() == ()
