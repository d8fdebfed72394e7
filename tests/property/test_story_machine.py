"""A machine that edits a story at random, and after each step reads back what it wrote."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import venezuela_news as vn
from laws import examples
from venezuela_news import strategies
from venezuela_news._mutation.documents import changed, references, unused_id
from venezuela_news._records import ACTORS, ARRAYS

NUMBERS = st.integers(0, 2**16)
SHORT = strategies.texts()


def placed(story):
    """Every record of a story: its array and its place in it."""
    return [(name, index) for name in ARRAYS for index in range(len(getattr(story, name)))]


def one_of(items, number):
    return items[number % len(items)] if items else None


def replaced(records, index, *new):
    return (*records[:index], *new, *records[index + 1 :])


class StoryMachine(RuleBasedStateMachine):
    """Adds, drops, renames, rewords, detaches and attaches; what can't be must be refused, and leaves no trace."""

    @initialize(story=strategies.stories(max_records=14))
    def begin(self, story):
        self.story = story
        self.hidden = {}

    # -- steps ------------------------------------------------------------------------------------

    def unused(self, stem):
        return unused_id(vn.unstructure(self.story), stem)

    def ids(self, *classes):
        return [record.id for name, cls in ARRAYS.items() if cls in classes for record in getattr(self.story, name)]

    def put(self, name, record):
        self.story = attrs.evolve(self.story, **{name: (*getattr(self.story, name), record)})
        assert self.story[record.id] is record

    @rule(text=SHORT, number=NUMBERS)
    def add_a_group(self, text, number):
        member = one_of(self.ids(*ACTORS), number)
        self.put("groups", vn.Group(id=self.unused("crowd"), label=text, members=() if member is None else (member,)))

    @rule(text=SHORT, number=NUMBERS, date=strategies.partial_dates())
    def add_an_event(self, text, number, date):
        actor = one_of(self.ids(*ACTORS), number)
        self.put(
            "events",
            vn.Event(id=self.unused("affair"), label=text, when=date, actors=() if actor is None else (actor,)),
        )

    @rule(text=SHORT, number=NUMBERS, position=st.sampled_from(vn.Position))
    def add_a_stance(self, text, number, position):
        if not self.ids(vn.Claim):
            self.put("claims", vn.Claim(id=self.unused("matter"), text=text, kind=vn.ClaimKind.NORM))
        if not self.ids(*ACTORS):
            self.put("people", vn.Person(id=self.unused("somebody"), name=text))
        holder, claim = one_of(self.ids(*ACTORS), number), one_of(self.ids(vn.Claim), number)
        self.put("stances", vn.Stance(id=self.unused("view"), holder=holder, claim=claim, position=position))

    @rule(text=SHORT, number=NUMBERS)
    def add_a_statement(self, text, number):
        if not self.story.sources:
            self.put("sources", vn.Source(id=self.unused("text"), language="en", paragraphs=(text,)))
        source = one_of(self.story.sources, number)
        anchor = vn.Anchor(
            source=source.id, paragraph=0, start=0, end=1, exact=source.paragraphs[0][0] if source.paragraphs else None
        )
        credit = vn.Attribution(mode=vn.Mode.DIRECT, content=(anchor,))
        self.put("statements", vn.Statement(id=self.unused("saying"), gist=text, attributions=(credit,)))

    @rule(number=NUMBERS)
    def drop(self, number):
        """A record that others name can't be dropped; another can."""
        if (place := one_of(placed(self.story), number)) is None:
            return
        name, index = place
        records = getattr(self.story, name)
        id = records[index].id
        document = vn.unstructure(self.story)
        named = [value for value, _ in references(document) if value.data == id and value.path[:2] != place]
        without = {name: replaced(records, index)}
        if named:
            with pytest.raises(vn.InvalidStory) as caught:
                attrs.evolve(self.story, **without)
            assert {problem.rule for problem in caught.value.problems} == {"dangling-reference"}
            assert len(caught.value.problems) == len(named)
        else:
            self.story = attrs.evolve(self.story, **without)
            self.hidden.pop(id, None)
            assert id not in self.story

    @rule(number=NUMBERS)
    def rename(self, number):
        """A record gets another id, where it stands and wherever it is named."""
        places = [place for place in placed(self.story) if place[0] != "countries"]
        if (place := one_of(places, number)) is None:
            return
        document = vn.unstructure(self.story)
        name, index = place
        old, new = document[name][index]["id"], self.unused("renamed")
        named = [value.path for value, _ in references(document) if value.data == old]
        renamed = vn.structure(changed(document, ((name, index, "id"), new), *((path, new) for path in named)))
        assert old not in renamed
        assert len(renamed.mentions(new)) == len(self.story.mentions(old))
        if old in self.hidden:
            self.hidden[new] = self.hidden.pop(old)
        self.story = renamed

    @rule(title=SHORT, day=strategies.days())
    def reword(self, title, day):
        before = self.story
        self.story = attrs.evolve(before, title=title, as_of=day)
        assert attrs.evolve(self.story, title=before.title, as_of=before.as_of) == before

    @rule(number=NUMBERS)
    def detach(self, number):
        full = [source for source in self.story.sources if source.paragraphs]
        if (source := one_of(full, number)) is not None:
            self.hidden[source.id] = source.paragraphs
            self.story = self.story.detach(source.id)
            assert not self.story.find(vn.Source, source.id).paragraphs

    @rule(number=NUMBERS)
    def attach(self, number):
        if (id := one_of(list(self.hidden), number)) is not None:
            lines = self.hidden.pop(id)
            self.story = self.story.attach(id, "\n".join(lines))
            assert self.story.find(vn.Source, id).paragraphs == lines

    # -- what holds after each --------------------------------------------------------------------

    @invariant()
    def what_is_written_reads_back(self):
        text = vn.dumps(self.story)
        assert vn.loads(text) == self.story
        assert vn.dumps(vn.loads(text)) == text
        assert pickle.loads(pickle.dumps(self.story)) == self.story

    @invariant()
    def nothing_is_wrong(self):
        assert all(vn.RULES[problem.rule].severity == "warning" for problem in vn.check(self.story))

    def teardown(self):
        if hasattr(self, "story"):
            assert vn.loads(vn.dumps(self.story, format="msgpack"), format="msgpack") == self.story


TestStoryMachine = StoryMachine.TestCase
# Some examples of a few steps; at night hundreds of many.
TestStoryMachine.settings = settings(examples(1 / 5), stateful_step_count=12 if settings().max_examples < 1_000 else 60)
