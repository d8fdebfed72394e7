"""Documents in JSON, YAML and MessagePack: what is read, what is refused, and how files are written."""

from __future__ import annotations

import builtins
import importlib
import json
import math
import os
import stat
import sys

import attrs
import msgpack
import pytest

import venezuela_news as vn
from venezuela_news._codec import FORMATS
from venezuela_news._limits import DEFAULT_LIMITS
from village import village

STORY = village()
DOCUMENT = vn.unstructure(STORY)
MINIMAL = {
    "schema_version": 1, "id": "a", "title": "A", "summary": "A", "language": "en", "as_of": "2020-01-01",
}  # fmt: skip


def found(data, format="json"):
    """The problems of a document as pointers and rules; loading it raises the same."""
    problems = vn.check(data, format=format)
    if isinstance(data, str | bytes):
        errors = tuple(problem for problem in problems if problem.severity is vn.Severity.ERROR)
        if errors:
            with pytest.raises(vn.InvalidStory) as caught:
                vn.loads(data, format=format)
            assert caught.value.problems == problems
    return [(problem.pointer, problem.rule) for problem in problems]


def encoded(document, format):
    if format == "json":
        return json.dumps(document).encode()
    if format == "msgpack":
        return msgpack.packb(document)
    # JSON is YAML, but for what YAML calls infinite and not a number.
    text = json.dumps(document)
    return text.replace("-Infinity", "-.inf").replace("Infinity", ".inf").replace("NaN", ".nan").encode()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_gives_the_story_back(format):
    """A story that is dumped and loaded is the same story, whichever bytes it comes in."""
    data = vn.dumps(STORY, format=format)
    assert vn.loads(data, format=format) == STORY
    raw = data.encode() if isinstance(data, str) else data
    for form in (bytes, bytearray, memoryview):
        assert vn.loads(form(raw), format=format) == STORY
    assert vn.check(raw, format=format) == ()
    assert vn.dumps(vn.loads(data, format=format), format=format) == data


def test_canonical_json():
    """Canonical JSON is compact UTF-8 with a final newline, version first, the model's order, no defaults."""
    story = vn.structure(MINIMAL | {"people": [{"name": "José", "id": "jose", "age": None, "aliases": []}]})
    assert vn.dumps(story) == (
        '{"schema_version":1,"id":"a","title":"A","summary":"A","language":"en","as_of":"2020-01-01",'
        '"people":[{"id":"jose","name":"José"}]}\n'
    )
    source = vn.Source(id="s", title="T", description="D", language="en", paragraphs=("P",))
    plain = vn.unstructure(
        vn.Story(id="a", title="A", summary="A", language="en", as_of=STORY.as_of, sources=(source,))
    )
    assert list(plain["sources"][0]) == ["id", "title", "description", "language", "paragraphs"]


def test_indented_json_is_for_people():
    """Indented JSON says the same on more lines."""
    text = vn.dumps(STORY, indent=2)
    assert text.startswith('{\n  "schema_version": 1,\n  "id": "ferry",\n')
    assert json.loads(text) == DOCUMENT


def test_plain_data_goes_both_ways():
    """Unstructured and structured again, a story is the same, and the plain data is fresh each time."""
    assert vn.structure(DOCUMENT) == STORY
    fresh = vn.unstructure(STORY)
    fresh["people"].clear()
    assert vn.unstructure(STORY) == DOCUMENT


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": 5}, [("/title", "wrong-type")]),
        ({"title": None}, [("/title", "wrong-type")]),
        ({"title": ["A"]}, [("/title", "wrong-type")]),
        ({"people": "ann"}, [("/people", "wrong-type")]),
        ({"people": {"id": "ann"}}, [("/people", "wrong-type")]),
        ({"people": ["ann"]}, [("/people/0", "wrong-type")]),
        ({"people": [{"id": "a", "name": "A", "age": True}]}, [("/people/0/age", "wrong-type")]),
        ({"people": [{"id": "a", "name": "A", "age": 1.0}]}, [("/people/0/age", "wrong-type")]),
        ({"people": [{"id": "a", "name": "A", "age": "1"}]}, [("/people/0/age", "wrong-type")]),
        ({"people": [{"id": "a", "name": "A", "age": math.nan}]}, [("/people/0/age", "non-finite-number")]),
        ({"people": [{"id": "a", "name": "A", "age": -math.inf}]}, [("/people/0/age", "non-finite-number")]),
        ({"people": [{"id": "a", "name": "A", "aliases": "B"}]}, [("/people/0/aliases", "wrong-type")]),
        (
            {"people": [{"id": "a", "name": "A", "roles": [{"title": "T", "former": 1}]}]},
            [("/people/0/roles/0/former", "wrong-type")],
        ),
        ({"as_of": "2020-W01-1"}, [("/as_of", "bad-date")]),
        ({"as_of": "2020/2021"}, [("/as_of", "bad-date")]),
        ({"as_of": 2020}, [("/as_of", "wrong-type")]),
        ({"as_of": "2020"}, [("/as_of", "bad-date")]),
        ({"claims": [{"id": "c", "text": "T", "kind": "Fact"}]}, [("/claims/0/kind", "unknown-choice")]),
        ({"claims": [{"id": "c", "text": "T", "kind": 1}]}, [("/claims/0/kind", "wrong-type")]),
        ({"colour": "A"}, [("/colour", "unknown-key")]),
        ({"schema_version": 2, "people": 5, "x": 1}, [("/schema_version", "unsupported-version")]),
        ({"schema_version": 0}, [("/schema_version", "unsupported-version")]),
        ({"schema_version": True}, [("/schema_version", "wrong-type")]),
        ({"schema_version": 1.0}, [("/schema_version", "wrong-type")]),
        ({"schema_version": math.inf}, [("/schema_version", "non-finite-number")]),
    ],
    ids=map(str, range(25)),
)
def test_every_format_refuses_alike(format, changes, expected):
    """A value of the wrong type or out of the rules is one problem, the same in every format; nothing is coerced."""
    assert found(encoded(MINIMAL | changes, format), format) == expected


@pytest.mark.parametrize("key", [key for key in MINIMAL if key != "id"] + ["id"])
def test_a_missing_key_is_reported_at_the_key(key):
    """Each required key that is not there is one problem, at the key."""
    assert found({name: value for name, value in MINIMAL.items() if name != key}) == [(f"/{key}", "missing-key")]


def test_a_misspelled_key_is_one_problem():
    """A key that is spelled like one that is lacking stands for it: its absence is not reported as well."""
    document = {"titel" if key == "title" else key: value for key, value in MINIMAL.items()}
    document["people"] = [{"id": "a", "nmae": "A"}, {"id": "b", "name": "B", "named": "B", "x": 1}]
    assert found(document) == [
        ("/people/0/nmae", "unknown-key"),
        ("/people/1/named", "unknown-key"),
        ("/people/1/x", "unknown-key"),
        ("/titel", "unknown-key"),
    ]
    assert vn.check(document)[0].hint == 'did you mean "name"?'
    assert vn.check(document)[1].hint.startswith("allowed are id, name, aliases")


def test_null_is_absence_where_a_field_may_be_absent():
    """Null in place of an optional scalar, list or flag is as if the key were not there."""
    nulls = {"id": "a", "name": "A", "description": None, "aliases": None, "age": None, "roles": None, "anchors": None}
    story = vn.structure(MINIMAL | {"people": [nulls], "events": None})
    assert story.people == (vn.Person(id="a", name="A"),)


@pytest.mark.parametrize("document", [None, 5, "x", [], True, [MINIMAL]], ids=repr)
def test_a_document_is_an_object(document):
    """Any other value is one problem, at the root."""
    for format in FORMATS:
        assert found(encoded(document, format), format) == [("", "wrong-type")]


def test_plain_data_of_python_alone_is_refused():
    """Sets, dates, tuples and bytes are no plain data."""
    for value in ({1}, (1,), vn.PartialDate("2020")):
        assert found(MINIMAL | {"title": value}) == [("/title", "wrong-type")]
    assert found(MINIMAL | {"title": b"A"}) == [("/title", "unsupported-syntax")]
    endless: dict[str, object] = dict(MINIMAL)
    endless["title"] = endless
    assert found(endless) == [("", "too-deep")]


RAW = {
    "empty": (b"", "bad-syntax"),
    "space": (b" \n", "bad-syntax"),
    "cut off": (b'{"schema_version": 1', "bad-syntax"),
    "single quotes": (b"{'a': 1}", "bad-syntax"),
    "a comma too many": (b'{"a": 1,}', "bad-syntax"),
    "a raw line break": (b'{"a": "\n"}', "bad-syntax"),
    "two documents": (b"{}{}", "trailing-data"),
    "a word behind": (b"{} x", "trailing-data"),
    "Latin-1": (b'{"a": "\xe9"}', "bad-encoding"),
    "a surrogate in UTF-8": (b'{"a": "\xed\xa0\x80"}', "bad-encoding"),
    "an overlong form": (b'{"a": "\xc0\xaf"}', "bad-encoding"),
    "a mark": (b"\xef\xbb\xbf{}", "byte-order-mark"),
    "UTF-16": ("\ufeff{}".encode("utf-16-le"), "byte-order-mark"),
    "UTF-32": ("\ufeff{}".encode("utf-32-be"), "byte-order-mark"),
    "a mark in a text": ("\ufeff{}", "byte-order-mark"),
    "deep lists": (b"[" * 100_000, "too-deep"),
    "deep objects": (b'{"a":' * 100_000, "too-deep"),
    "deep and whole": (b"[" * 50 + b"]" * 50, "too-deep"),
    "a long number": (b'{"schema_version": ' + b"1" * 5000 + b"}", "too-large"),
}


@pytest.mark.parametrize("name", RAW)
def test_bytes_that_are_no_document(name):
    """What a parser can't read is one problem at the root, never a traceback."""
    data, rule = RAW[name]
    assert found(data) == [("", rule)]


def test_limits(monkeypatch):
    """A document past the size limit is refused before it is parsed; the depth limit is exact."""
    huge = b" " * (DEFAULT_LIMITS.bytes + 1)
    for format in FORMATS:
        assert found(huge, format) == [("", "too-large")]
    assert found(" " * (DEFAULT_LIMITS.bytes + 1)) == [("", "too-large")]
    assert found(b" " * (DEFAULT_LIMITS.bytes // 16 + 1), "yaml") == [("", "too-large")]
    nested: object = 1
    for _ in range(DEFAULT_LIMITS.depth - 1):
        nested = [nested]
    assert found(MINIMAL | {"x": nested}) == [("/x", "unknown-key")]
    assert found(MINIMAL | {"x": [nested]}) == [("", "too-deep")]


def test_a_key_that_stands_twice_is_reported_at_its_place():
    """Each doubled key is one problem, at any depth, beside what else is wrong."""
    text = json.dumps(MINIMAL)[:-1] + ', "title": "B", "people": [{"id": "a", "name": "A", "name": "B", "age": -1}]}'
    for format in ("json", "yaml"):
        assert found(text, format) == [
            ("/people/0/age", "out-of-range"),
            ("/people/0/name", "duplicate-key"),
            ("/title", "duplicate-key"),
        ]
    packed = b"\x87" + msgpack.packb(MINIMAL)[1:] + msgpack.packb("title") + msgpack.packb("B")
    assert found(packed, "msgpack") == [("/title", "duplicate-key")]


def test_half_a_surrogate_pair_is_refused_wherever_it_stands():
    """Escaped or raw, in values, ids, references and keys, a lone surrogate never gets in."""
    assert found(json.dumps(MINIMAL | {"title": "\ud800"})) == [("/title", "lone-surrogate")]
    assert found('{"a": "\ud800"}') != []
    assert found(json.dumps(MINIMAL | {"id": "\udfff"})) == [("/id", "bad-id")]
    assert found(json.dumps(MINIMAL | {"\ud83d": 1})) == [("", "lone-surrogate")]
    assert found(json.dumps(MINIMAL)[:-1] + ', "\\udfff": 1, "\\udfff": 2}') == [
        ("", "lone-surrogate"),
        ("", "duplicate-key"),
    ]
    assert found(json.dumps(MINIMAL | {"title": "\ud83d\ude00"})) == []
    assert found("title: \ud800", "yaml") == [("", "bad-syntax")]


YAML = {
    "an alias": ("a: &x 1\nb: *x", "unsupported-syntax"),
    "an alias alone": ("a: *x", "unsupported-syntax"),
    "a tag": ("a: !!python/object:os.system x", "unsupported-syntax"),
    "a tag on a list": ("a: !!set [x]", "unsupported-syntax"),
    "a list as a key": ("[a]: b", "unsupported-syntax"),
    "a map as a key": ("{a: b}: c", "unsupported-syntax"),
    "two documents": ("a: 1\n---\nb: 1", "trailing-data"),
    "nothing": ("# nothing", "bad-syntax"),
    "a bad indent": ("a:\n  - b\n c", "bad-syntax"),
    "a tab": ("a:\n\t- b", "bad-syntax"),
    "a control character": ("a: \x01", "bad-syntax"),
    "deep": ("[" * 100_000, "too-deep"),
    "deep in blocks": ("".join("- " for _ in range(200)) + "a", "too-deep"),
    "a long number": ("a: " + "1" * 5000, "too-large"),
    "a mark": ("\ufeffa: 1", "byte-order-mark"),
}


@pytest.mark.parametrize("name", YAML)
def test_yaml_is_read_within_limits(name):
    """What YAML can do and a document may not is one problem at the root."""
    text, rule = YAML[name]
    assert found(text, "yaml") == [("", rule)]


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("2019-01-23", "2019-01-23"), ("1:20", "1:20"), ("<<", "<<"), ("1_000", "1_000"),
        ("", None), ("~", None), ("Null", None), ("true", True), ("FALSE", False), ("12", 12), ("-3", -3), ("0o14", 12),
        ("0xC", 12), ("1.5", 1.5), ("1e3", 1000.0), (".inf", math.inf), ("-.INF", -math.inf), ("'12'", "12"),
        ('"true"', "true"),
    ],
    ids=repr,
)  # fmt: skip
def test_yaml_plain_values_are_those_of_the_core_schema(plain, value):
    """Plain scalars resolve by YAML 1.2's core schema; words and dates of older YAML stay texts."""
    from venezuela_news._codec import _yaml

    parsed = _yaml.parse(f"a: {plain}\n".encode(), DEFAULT_LIMITS)
    assert parsed.document == {"a": value}
    assert type(parsed.document["a"]) is type(value)


def test_yaml_not_a_number():
    """YAML's .nan is a number that is refused at its place."""
    assert found("schema_version: .NaN", "yaml")[0] == ("/schema_version", "non-finite-number")


MSGPACK = {
    "nothing": (b"", "bad-syntax"),
    "cut off": (b"\x81\xa1", "bad-syntax"),
    "never used": (b"\xc1", "bad-syntax"),
    "two values": (b"\x80\x80", "trailing-data"),
    "not UTF-8": (b"\xa1\xff", "bad-encoding"),
    "a list as a key": (b"\x81\x90\x01", "unsupported-syntax"),
    "deep": (b"\x91" * 100_000, "too-deep"),
    "deep and whole": (b"\x91" * 200 + b"\xc0", "too-deep"),
}


@pytest.mark.parametrize("name", MSGPACK)
def test_messagepack_that_is_no_document(name):
    """What MessagePack's reader can't read is one problem at the root."""
    data, rule = MSGPACK[name]
    assert found(data, "msgpack") == [("", rule)]


def test_messagepack_values_that_documents_lack():
    """Binary and extension values, timestamps and keys that are no texts are reported at their place."""
    for value in (b"A", msgpack.ExtType(5, b"x"), msgpack.Timestamp(1, 0)):
        assert found(msgpack.packb(MINIMAL | {"title": value}), "msgpack") == [("/title", "unsupported-syntax")]
    assert found(msgpack.packb(MINIMAL | {5: 1}), "msgpack") == [("", "wrong-type")]
    twice = b"\x88" + msgpack.packb(MINIMAL)[1:] + b"\x05\x01\x05\x01"
    assert found(twice, "msgpack") == [("", "wrong-type"), ("", "duplicate-key")]


@pytest.mark.parametrize("change", ["id", "record", "array", "misspelled"])
def test_what_cannot_be_read_may_be_what_a_reference_means(change):
    """Where a record's id can't be read, references to records of its kind are not called dangling."""
    document = json.loads(json.dumps(DOCUMENT))
    expected = {
        "id": ("/people/0/id", "missing-key"),
        "record": ("/people/0", "wrong-type"),
        "array": ("/people", "wrong-type"),
        "misspelled": ("/persons", "unknown-key"),
    }[change]
    if change == "id":
        del document["people"][0]["id"]
    elif change == "record":
        document["people"][0] = None
    elif change == "array":
        document["people"] = {"ann-gray": {}}
    else:
        document["persons"] = document.pop("people")
    assert found(document) == [expected]


def test_a_faulty_record_still_has_its_id():
    """References to a record with a faulty field, or a faulty id, hold: one mistake is one problem."""
    document = json.loads(json.dumps(DOCUMENT).replace('"ann-gray"', '"Ann_Gray"'))
    document["groups"][0]["label"] = " "
    assert found(document) == [("/people/0/id", "bad-id"), ("/groups/0/label", "blank-text")]


def test_a_faulty_paragraph_proves_nothing():
    """Anchors into a paragraph, or a source, that can't be read are not reported."""
    document = json.loads(json.dumps(DOCUMENT))
    document["sources"][0]["paragraphs"][0] = 5
    assert found(document) == [("/sources/0/paragraphs/0", "wrong-type")]
    document = json.loads(json.dumps(DOCUMENT))
    document["sources"][0]["digests"] = ["0" * 64]
    assert found(document) == [("/sources/0", "exactly-one")]


def test_five_mistakes_in_five_places_are_five_problems():
    """Mistakes in fields, in dates, in keys and between records are reported together."""
    document = json.loads(json.dumps(DOCUMENT))
    document["people"][0]["age"] = 200
    document["events"][0]["when"] = "2019-13"
    document["figures"][0]["untis"] = "person"
    document["stances"][0]["holder"] = "vally"
    document["statements"][0]["attributions"][0]["content"] = []
    assert set(found(document)) == {
        ("/people/0/age", "out-of-range"),
        ("/events/0/when", "bad-date"),
        ("/figures/0/untis", "unknown-key"),
        ("/stances/0/holder", "dangling-reference"),
        ("/statements/0/attributions/0/content", "empty-list"),
    }


def test_items_beside_a_faulty_one_are_compared_still():
    """A doubled item is found in a list that holds a faulty one as well."""
    document = json.loads(json.dumps(DOCUMENT))
    document["people"][0]["aliases"] = ["A", 5, "A", 6]
    assert found(document) == [
        ("/people/0/aliases/1", "wrong-type"),
        ("/people/0/aliases/3", "wrong-type"),
        ("/people/0/aliases/2", "duplicate-item"),
    ]


def test_a_lost_nested_record_is_one_problem():
    """An anchor or an attribution that is no object is passed over by the rules between records."""
    document = json.loads(json.dumps(DOCUMENT))
    document["people"][0]["anchors"] = [5]
    document["statements"][0]["attributions"][0] = 5
    document["statements"][1]["attributions"][0]["content"] = [None]
    assert found(document) == [
        ("/people/0/anchors/0", "wrong-type"),
        ("/statements/0/attributions/0", "wrong-type"),
        ("/statements/1/attributions/0/content/0", "wrong-type"),
    ]


def test_doubts_are_told_and_do_not_keep_a_story_from_being_read():
    """A document with warnings alone is read; check tells them."""
    document = MINIMAL | {"people": [{"id": "a", "name": "A", "age": 111}]}
    assert found(document) == [("/people/0/age", "implausible-age")]
    story = vn.structure(document)
    assert found(vn.dumps(story)) == [("/people/0/age", "implausible-age")]
    assert [problem.rule for problem in vn.check(story)] == ["implausible-age"]


@pytest.mark.parametrize("suffix", [".json", ".yaml", ".YML", ".msgpack"])
def test_a_file_gives_its_story_back(tmp_path, suffix):
    """The suffix, in any case, tells the format; what is written is read."""
    path = tmp_path / f"story{suffix}"
    vn.write(STORY, path)
    vn.write(STORY, str(path))
    assert vn.read(path) == vn.read(str(path)) == STORY
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_files_that_cannot_be(tmp_path):
    """A missing file, an unknown suffix and a missing folder are errors that name what they are about."""
    with pytest.raises(FileNotFoundError, match=r"none\.json"):
        vn.read(tmp_path / "none.json")
    for call in (lambda: vn.read("story.txt"), lambda: vn.write(STORY, tmp_path / "story.txt")):
        with pytest.raises(vn.UnknownFormat, match=r"story\.txt'; known are \.json, \.yaml, \.yml, \.msgpack"):
            call()
    with pytest.raises(vn.UnknownFormat, match="no format is known for 'xml'; known are json, yaml, msgpack"):
        vn.dumps(STORY, format="xml")  # type: ignore[call-overload]
    with pytest.raises(FileNotFoundError, match="nowhere"):
        vn.write(STORY, tmp_path / "nowhere" / "story.json")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(IsADirectoryError):
        vn.write(STORY, tmp_path / "folder.json")
    assert [file.name for file in tmp_path.iterdir()] == ["folder.json"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_write_that_fails_midway_leaves_all_as_it_was(tmp_path, monkeypatch, step):
    """When writing fails, the old file stands and nothing lies beside it."""
    path = tmp_path / "story.json"
    path.write_text("old")

    def fail(*arguments, **keywords):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        vn.write(STORY, path)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["story.json"]


def test_a_written_file_keeps_its_mode_and_its_link(tmp_path):
    """An existing file keeps its mode, a new one gets the usual, a link stays a link."""
    old = tmp_path / "old.json"
    old.touch(mode=0o640)
    old.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(old)
    vn.write(STORY, link)
    assert link.is_symlink()
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    new, usual = tmp_path / "new.json", tmp_path / "usual"
    vn.write(STORY, new)
    usual.touch()
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize(("format", "package"), [("yaml", "ruamel"), ("msgpack", "msgpack")])
def test_a_missing_extra_is_one_line_with_the_install_command(monkeypatch, tmp_path, format, package):
    """Without a format's package the error says what to install, before any file is touched."""
    real = builtins.__import__

    def without(name, *arguments, **keywords):
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *arguments, **keywords)

    for name in [
        name for name in sys.modules if name.partition(".")[0] == package or name.endswith(f"_codec._{format}")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    command = rf"the format '{format}' needs an extra: pip install 'venezuela-news\[{format}\]'"
    for call in (
        lambda: vn.dumps(STORY, format=format),
        lambda: vn.loads(b"", format=format),
        lambda: vn.check("", format=format),
        lambda: vn.read(tmp_path / f"none.{format}"),
        lambda: vn.write(STORY, tmp_path / f"story.{format}"),
    ):
        with pytest.raises(vn.MissingExtra, match=command):
            call()
    assert not [*tmp_path.iterdir()]
    monkeypatch.undo()
    importlib.import_module(f"venezuela_news._codec._{format}")


@pytest.mark.parametrize("place", [("schema_version",), ("title",), ("people", 0, "age")])
def test_a_number_too_long_to_be_printed_is_a_problem(place):
    """A number of more digits than Python prints is reported as any other, from whatever format it comes."""
    document = vn.unstructure(village())
    at = document
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = 10**5000
    problem = vn.check(document)[0]
    assert (problem.path, "digits>" in problem.message) == (place, True)
    assert vn.check("schema_version: 0x" + "f" * 5000, format="yaml")[0].rule == "unsupported-version"


@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF"])
def test_an_escape_beyond_unicode_is_bad_syntax(escape):
    """An escape in YAML that names no character is the text's fault, not a traceback."""
    assert [problem.rule for problem in vn.check(f'title: "{escape}"', format="yaml")] == ["bad-syntax"]


def test_lists_that_hold_themselves_are_too_deep():
    """Data that goes round in circles is refused at once, however often a list holds itself."""
    ring: list[object] = []
    ring.extend([ring] * 50)
    assert [problem.rule for problem in vn.check({"people": ring})] == ["too-deep"]


def test_a_value_of_a_class_is_no_plain_data():
    """An enum's member and a date are refused in plain data by the check as by the reading."""
    document = vn.unstructure(village())
    document["stances"][0]["position"] = vn.Position.FAVOR
    document["statements"][0]["said"] = vn.PartialDate("2020-03-01")
    problems = vn.check(document)
    assert [problem.rule for problem in problems] == ["wrong-type", "wrong-type"]
    with pytest.raises(vn.InvalidStory) as caught:
        vn.structure(document)
    assert caught.value.problems == problems


def test_a_key_whose_repr_raises_is_named_by_its_type():
    """A stranger's class can't break a message."""

    class Rude:
        def __repr__(self) -> str:
            raise RuntimeError

    problems = vn.check({**vn.unstructure(village()), Rude(): 1})
    assert [(problem.rule, "Rude" in problem.message) for problem in problems] == [("wrong-type", True)]


@pytest.mark.parametrize(
    "title", ["a  b " * 60 + "c", "a\tb " * 60 + "c", '"a  b\t: ' * 60 + "c", "a" + " " * 300 + "b"]
)
def test_long_texts_keep_their_blanks_in_yaml(title):
    """A long text with runs of blanks or tabs comes back from YAML as it was."""
    story = attrs.evolve(village(), title=title)
    assert vn.loads(vn.dumps(story, format="yaml"), format="yaml") == story


def test_a_link_to_itself_and_a_directory_are_not_written_to(tmp_path):
    """A link that goes round in a circle, and a directory, are named in the error; nothing is left behind."""
    loop, folder = tmp_path / "loop.json", tmp_path / "folder.json"
    loop.symlink_to(loop)
    folder.mkdir()
    for path in (loop, folder):
        with pytest.raises(OSError, match=path.name) as caught:
            vn.write(village(), path)
        assert caught.value.filename == str(path)
    assert {path.name for path in tmp_path.iterdir()} == {"loop.json", "folder.json"}


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path):
    """The temporary file's name is not longer than the file's own has to be."""
    path = tmp_path / ("n" * 250 + ".json")
    vn.write(village(), path)
    assert vn.read(path) == village()


def test_what_is_no_text_is_not_parsed():
    """Plain data, nothing, and what is no story are TypeErrors that say where they belong; a path is told."""
    with pytest.raises(TypeError, match=r"use vn\.structure\(document\)"):
        vn.loads(MINIMAL)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the argument 'story' is a Person; give a Story"):
        vn.dumps(STORY.people[0])  # type: ignore[call-overload]
    (problem,) = vn.check("story.json")
    assert (problem.rule, problem.pointer) == ("bad-syntax", "")
    assert problem.hint.startswith("that looks like a file's name")
    assert vn.check("")[0].message == "the text is empty"


def test_a_misspelled_version_is_one_problem():
    """The version's key counts as misspelled, too."""
    document = {"schema_versoin" if key == "schema_version" else key: value for key, value in MINIMAL.items()}
    assert found(document) == [("/schema_versoin", "unknown-key")]


def test_a_list_of_another_class_is_a_list():
    """A subclass of list is read as one, on both ways through the codec."""

    class Names(list):
        pass

    assert vn.structure(MINIMAL | {"people": Names([{"id": "a", "name": "A"}])}).people[0].name == "A"
