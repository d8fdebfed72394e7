"""What tests of scoring do to stories: disguises, damages, strangers, and small stories of their own."""

from __future__ import annotations

import enum
import random
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

import venezuela_news as vn
import village
from venezuela_news import strategies
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, references_of
from venezuela_news.scoring._comparison import compared_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = st.integers(0, 2**32 - 1)


# -- disguises ------------------------------------------------------------------------------------


def renamed(record: Any, names: dict[str, str], chance: random.Random) -> Any:
    """A record with other ids and another order of everything that has no order of its own."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if value is None or field.name in ("paragraphs", "digests"):
            continue
        items = list(value) if field.items is not None else [value]
        if field.kind is Kind.RECORD:
            items = [renamed(item, names, chance) for item in items]
        elif field.ref is not None or field.name == "id":
            items = [names[item] for item in items]
        chance.shuffle(items)
        changes[field.name] = tuple(items) if field.items is not None else items[0]
    return attrs.evolve(record, **changes)


def disguised(story: vn.Story, seed: int) -> vn.Story:
    """The same story: records in another order, with other ids."""
    chance = random.Random(seed)
    ids = [record.id for array in ARRAYS for record in getattr(story, array)]
    fresh = [f"x{number}" for number in range(len(ids))]
    chance.shuffle(fresh)
    names = {old: old if old.isupper() else new for old, new in zip(ids, fresh, strict=True)}
    arrays = {array: [renamed(record, names, chance) for record in getattr(story, array)] for array in ARRAYS}
    for records in arrays.values():
        chance.shuffle(records)
    return attrs.evolve(story, **{array: tuple(records) for array, records in arrays.items()})


def told_apart(story: vn.Story) -> vn.Story:
    """The same story, in which no two records are called the same, and no holder has two stances on a claim."""
    numbers = iter(range(10**6))
    arrays: dict[str, tuple[Any, ...]] = {}
    for array, cls in ARRAYS.items():
        worded = [
            name for name in ("name", "title", "label", "gist", "caption", "description") if name in cls.__slots__
        ]
        worded += ["text"] if cls is vn.Claim else []
        changed = []
        for record in getattr(story, array):
            changes: dict[str, Any] = {
                name: f"{getattr(record, name)} n{next(numbers)}"
                for name in worded
                if getattr(record, name) is not None
            }
            if "aliases" in cls.__slots__:
                changes["aliases"] = ()
            changed.append(attrs.evolve(record, **changes))
        arrays[array] = tuple(changed)
    seen: dict[tuple[str, str], Any] = {}
    for stance in arrays["stances"]:
        seen.setdefault((stance.holder, stance.claim), stance)
    kept = {stance.id for stance in seen.values()}
    gone = {stance.id for stance in arrays["stances"]} - kept
    arrays["stances"] = tuple(seen.values())
    return attrs.evolve(
        story, **{array: tuple(_without_references(r, gone) for r in records) for array, records in arrays.items()}
    )


def _without_references(record: Any, gone: set[str]) -> Any:
    """A record that refers to none of some others: only what names any record can."""
    names = [name for name in ("about", "depicts") if name in type(record).__slots__]
    return attrs.evolve(record, **{name: tuple(i for i in getattr(record, name) if i not in gone) for name in names})


# -- worse extractions ----------------------------------------------------------------------------


def leaves(story: vn.Story) -> list[tuple[str, int]]:
    """The records to which nothing refers, by array and index."""
    meant = {
        target
        for array in ARRAYS
        for record in getattr(story, array)
        for _, target, _ in references_of(record)
        if target != record.id
    }
    return [
        (array, index)
        for array in ARRAYS
        for index, record in enumerate(getattr(story, array))
        if record.id not in meant
    ]


def without(story: vn.Story, array: str, index: int) -> vn.Story:
    records = getattr(story, array)
    return attrs.evolve(story, **{array: records[:index] + records[index + 1 :]})


def damaged(story: vn.Story, seed: int) -> vn.Story:
    """A worse extraction of the story: records missing, words lost, positions and numbers wrong."""
    chance = random.Random(seed)
    for _ in range(chance.randrange(4)):
        if found := leaves(story):
            story = without(story, *chance.choice(found))
    for _ in range(chance.randrange(6)):
        array = chance.choice(list(ARRAYS))
        records = list(getattr(story, array))
        if not records:
            continue
        index = chance.randrange(len(records))
        record = records[index]
        if array == "stances":
            records[index] = attrs.evolve(record, position=chance.choice(list(vn.Position)))
        elif array == "statements" and story.people:
            records[index] = attrs.evolve(record, speakers=(chance.choice(story.people).id,))
        elif array in ("events", "figures", "groups"):
            records[index] = attrs.evolve(record, label=chance.choice(records).label)
        elif array == "people":
            records[index] = attrs.evolve(record, name=chance.choice(["Ann", "Zoe Zeta"]))
        elif array == "claims":
            records[index] = attrs.evolve(record, text=chance.choice(records).text, about=())
        story = attrs.evolve(story, **{array: tuple(records)})
    return story


@st.composite
def pairs(draw: st.DrawFn) -> tuple[vn.Story, vn.Story]:
    """A predicted story and its gold: of the same, or of different stories."""
    gold = draw(strategies.stories())
    predicted = draw(st.one_of(st.just(gold), strategies.stories()))
    return damaged(predicted, draw(SEEDS)), damaged(gold, draw(SEEDS))


def damages(story: vn.Story) -> Iterator[tuple[str, str, str, int]]:
    """Each single damage that can be tried: the array, the field, how, and the record's index.

    The wording of labels, gists and texts is free, so that only their negation is a damage; sources keep their text.
    """
    for array, cls in ARRAYS.items():
        for field in compared_fields(cls):
            for index, record in enumerate(getattr(story, array)):
                value = getattr(record, field.name)
                told = value not in (None, ()) and value != field.default
                if field.name == "paragraphs":
                    continue
                if told and not field.required and field.name != "attributions":
                    yield array, field.name, "dropped", index
                if field.name not in ("description", "label", "gist", "condition", "caption", "text"):
                    yield array, field.name, "wrong", index


def with_damage(story: vn.Story, array: str, field: str, how: str, index: int) -> vn.Story | None:
    """The story with one damage; none, if there is no legal one."""
    records = list(getattr(story, array))
    record = records[index]
    declared = next(each for each in fields_of(type(record)) if each.name == field)
    value = getattr(record, field)
    if how == "dropped":
        value = value[1:] if declared.items is not None else declared.default
    elif declared.items is not None:
        if not value:
            return None
        value = (_wrong(story, declared, value[0], value), *value[1:])
    else:
        value = _wrong(story, declared, value, (value,))
    try:
        records[index] = attrs.evolve(record, **{field: value})
        return attrs.evolve(story, **{array: tuple(records)})
    except vn.InvalidStory:
        return None


_TEXTS = {"language": ("en", "es"), "url": ("https://a.example/", "https://b.example/"), "license": ("MIT", "CC0-1.0")}


def _wrong(story: vn.Story, field: Any, value: Any, others: tuple[Any, ...]) -> Any:
    """Another value for a field."""
    if field.ref is not None:
        records = (record for array in ARRAYS for record in getattr(story, array))
        kinds = field.ref.kinds or {cls.__name__ for cls in ARRAYS.values()}
        return next((one.id for one in records if type(one).__name__ in kinds and one.id not in others), value)
    match field.kind:
        case Kind.TEXT:
            return next(text for text in _TEXTS.get(field.name, ("Zzyzx", "Qwxyz")) if text != value)
        case Kind.NUMBER:
            return 7 if value is None else value + 1
        case Kind.FLAG:
            return not value
        case Kind.CHOICE:
            choices: list[enum.Enum] = list(field.type)
            return choices[0] if value is None else choices[(choices.index(value) + 1) % len(choices)]
        case Kind.DATE:
            return next(date for date in map(vn.PartialDate, ("1077-07-07", "1078-08-08")) if date != value)
        case _:
            name = {vn.Role: "title", vn.Quote: "text", vn.Attribution: "mode"}[type(value)]
            inner = next(each for each in fields_of(type(value)) if each.name == name)
            return attrs.evolve(value, **{name: _wrong(story, inner, getattr(value, name), ())})


def strangers(*stories: vn.Story) -> dict[str, Any]:
    """A record of each kind that has nothing in common with the stories."""
    code = next(code for code in ("AQ", "BV", "HM", "TF", "GS") if not any(code in story for story in stories))
    source = vn.Source(id="qsource", language="tlh", paragraphs=("Qzvxk wvvk.",))
    span = source.anchor("Qzvxk")
    here = {"anchors": (span,)}
    day = vn.PartialDate("1077-07-07")
    quote = vn.Quote(text="qqq", language="tlh")
    attribution = vn.Attribution(mode=vn.Mode.DIRECT, content=(span,), cue=(source.anchor("wvvk"),), speaker=(span,))
    return {
        "sources": source,
        "countries": vn.Country(id=code, name="Qzvxkia"),
        "people": vn.Person(id="qperson", name="Qzvxk", **here),
        "organizations": vn.Organization(id="qorganization", name="Wvvk", kind=vn.OrganizationKind.OTHER, **here),
        "groups": vn.Group(id="qgroup", label="qzvxkoj", members=("qperson",), **here),
        "places": vn.Place(id="qplace", name="Qzvxkurb", country=code, **here),
        "works": vn.Work(id="qwork", title="Qzvxkov", kind=vn.WorkKind.OTHER, creators=("qperson",), **here),
        "claims": vn.Claim(id="qclaim", text="Qzvxk wvvk.", kind=vn.ClaimKind.FACT, about=("qperson",)),
        "events": vn.Event(id="qevent", label="qzvxkado", when=day, where="qplace", actors=("qperson",), **here),
        "statements": vn.Statement(
            id="qstatement",
            speakers=("qperson",),
            act=vn.Act.EXPRESSIVE,
            gist="qzvxk",
            quotes=(quote,),
            attributions=(attribution,),
        ),
        "stances": vn.Stance(id="qstance", holder="qperson", claim="qclaim", position=vn.Position.FAVOR, **here),
        "figures": vn.Figure(id="qfigure", label="qzvxkoj", low=77_077, unit="qzvxk", about=("qevent",), **here),
        "photos": vn.Photo(id="qphoto", caption="qzvxk", depicts=("qevent",), **here),
    }


# -- small stories --------------------------------------------------------------------------------


def told(**arrays: Any) -> vn.Story:
    """A story with a source, and with what is given."""
    return vn.Story(
        id="tale",
        title="A tale",
        summary="A tale.",
        language="en",
        as_of=vn.PartialDate("2020-03-02"),
        **{"sources": (village.SOURCE,), **arrays},
    )


def said(id: str, speaker: str, gist: str, at: str = "ferry", **more: Any) -> vn.Statement:
    """A statement."""
    content = (village.SOURCE.anchor(at, nth=0),)
    attributions = (vn.Attribution(mode=vn.Mode.INDIRECT, content=content),)
    return vn.Statement(
        **{
            "id": id,
            "speakers": (speaker,),
            "act": vn.Act.ASSERTIVE,
            "gist": gist,
            "attributions": attributions,
            **more,
        }
    )


ANN = vn.Person(id="ann", name="Ann")
CLAIM = vn.Claim(id="open", text="The border is open.", kind=vn.ClaimKind.FACT)
