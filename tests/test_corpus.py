"""The corpus: its door, the sanity of the case files, and the laws that tie them to the library."""

from __future__ import annotations

import enum
import json
import re
import subprocess
import sys
from collections import Counter

import attrs
import msgpack
import pytest
from jsonschema import Draft202012Validator

import venezuela_news as vn
from venezuela_news import corpus
from venezuela_news._dates import parse_date
from venezuela_news._fields import Kind, fields_of
from venezuela_news._numbers import LEAST_SIZE, MAX_INTEGER
from venezuela_news._problems import RULES, Severity
from venezuela_news._records import ARRAYS
from venezuela_news._rules import LicenseExpression, Pattern, Quantity, Range
from venezuela_news.corpus._cases import DATA

#: The file of cases that break several rules at once.
SEVERAL = "several"

DOCUMENTS = ("valid", "invalid", "doubtful")

#: Rules that plain data cannot break: bytes alone do.
BYTES = {
    "bad-encoding",
    "bad-syntax",
    "byte-order-mark",
    "duplicate-key",
    "lone-surrogate",
    "non-finite-number",
    "too-deep",
    "too-large",
    "trailing-data",
    "unsupported-syntax",
}


def documents():
    return [case for kind in DOCUMENTS for case in corpus.cases(kind)]


def found(problems):
    """Problems as the corpus tells them, in a fixed order."""
    return sorted((problem.pointer, problem.rule) for problem in problems)


# -- the files ---------------------------------------------------------------------------------------------


def read(name):
    return json.loads((DATA / name).read_bytes())


def case_files():
    """The case files, each with the definition that it is held to."""
    files = {
        name: name.partition("/")[0]
        for name in corpus.files()
        if name.startswith((*DOCUMENTS, "grounding/", "scored/"))
    }
    return files | {"raw/expected.json": "expected", "corpus.json": "manifest"}


def test_the_case_files_keep_their_schema():
    """Every case file keeps the definition of `case.schema.json` that is named after its folder."""
    schema = read("case.schema.json")
    Draft202012Validator.check_schema(schema)
    for name, definition in case_files().items():
        validator = Draft202012Validator({**schema, "anyOf": [{"$ref": f"#/$defs/{definition}"}]})
        assert [error.message for error in validator.iter_errors(read(name))] == [], name
        assert Draft202012Validator(schema).is_valid(read(name)), name


@pytest.mark.parametrize(
    ("definition", "wrong"),
    [
        ("valid", []),
        ("valid", [{"description": "a fact"}]),
        ("valid", [{"description": "x" * 81, "data": {}}]),
        ("invalid", [{"description": "a fact", "data": {}, "problems": [], "schema": True}]),
        (
            "invalid",
            [{"description": "a fact", "data": {}, "problems": [{"pointer": "id", "rule": "bad-id"}], "schema": True}],
        ),
        (
            "doubtful",
            [{"description": "a fact", "data": {}, "problems": [{"pointer": "", "rule": "r"}], "schema": True}],
        ),
        ("expected", {"y_file.json": {"pointer": "", "rule": "r"}}),
        ("grounding", [{"description": "a fact", "text": "a", "quote": "a", "outcome": "lost", "spans": []}]),
        ("grounding", [{"description": "a fact", "text": "a", "quote": "a", "outcome": "found", "spans": [[0, 1, 2]]}]),
        ("scored", {"description": "a fact", "predicted": {}, "gold": {}, "figures": {}}),
        ("scored", {"description": "a fact", "predicted": {}, "gold": {}, "figures": {"misses": -1}}),
        ("manifest", {"version": "1", "schema_version": 1, "counts": {}}),
    ],
)
def test_the_schema_of_case_files_refuses_what_is_none(definition, wrong):
    """A case without its parts, a long description or an unknown outcome is no case."""
    validator = Draft202012Validator({**read("case.schema.json"), "anyOf": [{"$ref": f"#/$defs/{definition}"}]})
    assert not validator.is_valid(wrong)


def test_the_case_files_are_what_the_tables_say(root):
    """The case files are what `python -m tasks.build_cases` writes."""
    command = [sys.executable, "-m", "tasks.build_cases", "--check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_case_files_are_pretty_printed():
    """A case file is indented JSON with a final newline, in which what cannot be seen is escaped."""
    for name in case_files():
        text = (DATA / name).read_text("utf-8")
        assert text[1:4] == "\n  ", name
        assert text.endswith("\n]\n" if text.startswith("[") else "\n}\n"), name
        assert not re.search(r"[ \t]\n", text), name
        assert [one for one in text if one != "\n" and not one.isprintable()] == [], name


def test_descriptions_are_short_unique_facts():
    """A description is unique, of 80 characters at most, says no "should" or "test", and has no period at its end."""
    described = [
        (case.id, case.description) for kind in (*DOCUMENTS, "grounding", "scored") for case in corpus.cases(kind)
    ]
    assert [id for id, count in Counter(description for _, description in described).items() if count > 1] == []
    wrong = re.compile(r"\b(should|must not|tests?|testing|check(ed|s)?|verif(y|ies))\b|\.$|^\s|\s$|  ", re.IGNORECASE)
    assert [id for id, text in described if not 3 <= len(text) <= 80 or wrong.search(text)] == []


def test_ids_are_unique_and_readable():
    """A case's id is its file and plain words, and no two cases share one."""
    ids = [case.id for kind in corpus.KINDS for case in corpus.cases(kind)]
    assert [id for id, count in Counter(ids).items() if count > 1] == []
    assert [
        id
        for id in ids
        if not re.fullmatch(r"(valid|invalid|doubtful|grounding)/[a-z-]+/[\w-]+|raw/[\w.]+|scored/[a-z-]+", id)
    ] == []
    assert all(
        case.id.startswith(f"{kind}/") and case.kind == kind for kind in corpus.KINDS for case in corpus.cases(kind)
    )


def test_the_manifest_counts_the_cases():
    """`corpus.json` has the corpus's version, that of the format, and the number of cases of each kind."""
    manifest = read("corpus.json")
    assert manifest["version"] == corpus.version()
    assert manifest["schema_version"] == vn.unstructure(corpus.story())["schema_version"]
    assert manifest["counts"] == {kind: len(corpus.cases(kind)) for kind in corpus.KINDS}


def test_no_document_is_there_twice():
    """No two cases have the same document, its keys in the same order."""
    seen = Counter(json.dumps(case.data) for case in documents())
    assert [case.id for case in documents() if seen[json.dumps(case.data)] > 1] == []
    raw = Counter((case.data, case.id.rpartition(".")[2]) for case in corpus.cases("raw"))
    assert [case.id for case in corpus.cases("raw") if raw[case.data, case.id.rpartition(".")[2]] > 1] == []


# -- the laws ----------------------------------------------------------------------------------------------


def as_yaml(data):
    """A document as YAML in flow style, with what is not printable escaped as YAML has it."""
    text = json.dumps(data, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in text).encode()


ENCODERS = {
    "json": lambda data: json.dumps(data, ensure_ascii=False).encode(),
    "yaml": as_yaml,
    "msgpack": msgpack.packb,
}


def differing(cases, problems_of):
    """The cases whose problems are not those expected: by id, what was found and what was expected."""
    results = {case.id: (found(problems_of(case)), found(case.problems)) for case in cases}
    return {id: result for id, result in results.items() if result[0] != result[1]}


def test_a_case_has_the_problems_that_it_tells_and_no_other():
    """Law 1: as plain data, each document has exactly the problems of its case."""
    assert differing(documents(), lambda case: vn.check(case.data)) == {}


@pytest.mark.parametrize("format", ENCODERS)
def test_a_case_has_the_same_problems_in_each_format(format):
    """Written as JSON, YAML or MessagePack, each document has the problems of its case; of YAML, every third is tried."""
    encode = ENCODERS[format]
    assert (
        differing(documents()[:: 3 if format == "yaml" else 1], lambda case: vn.check(encode(case.data), format=format))
        == {}
    )


def problems_of_reading(data, format):
    """The problems that keep bytes from being read."""
    try:
        vn.loads(data, format=format)
    except vn.InvalidStory as error:
        return error.problems
    return ()


def test_raw_bytes_have_the_problem_that_they_tell_and_no_other():
    """Each refused file has exactly its problem; each accepted one has none, and is read."""
    raw = corpus.cases("raw")
    assert differing(raw, lambda case: vn.check(case.data, format=case.format)) == {}
    assert differing(raw, lambda case: problems_of_reading(case.data, case.format)) == {}


def test_text_has_the_problems_of_its_bytes():
    """Given as text in place of bytes, a raw file that is UTF-8 has the same problem."""
    raw = [case for case in corpus.cases("raw") if case.format != "msgpack" and is_utf8(case.data)]
    assert differing(raw, lambda case: vn.check(case.data.decode(), format=case.format)) == {}


def is_utf8(data):
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@pytest.mark.parametrize("format", ENCODERS)
def test_legal_documents_are_read_and_written_again(format):
    """Valid and doubtful documents are read, and read again they are the same story."""
    for case in (*corpus.cases("valid"), *corpus.cases("doubtful")):
        story = vn.loads(ENCODERS[format](case.data), format=format)
        assert story == vn.structure(case.data), case.id
        assert vn.loads(vn.dumps(story, format=format), format=format) == story, case.id
        assert vn.check(story) == vn.check(case.data), case.id


def test_invalid_documents_cannot_be_built():
    """No invalid document becomes a story; the error has all its problems."""

    def problems(case):
        with pytest.raises(vn.InvalidStory) as caught:
            vn.structure(case.data)
        return caught.value.problems

    results = {case.id: (found(problems(case)), found(errors_of(case))) for case in corpus.cases("invalid")}
    assert {id: result for id, result in results.items() if result[0] != result[1]} == {}


def errors_of(case):
    """The problems of a case that keep it from being built: those that are no doubts."""
    return [problem for problem in case.problems if RULES[problem.rule].severity is Severity.ERROR]


def test_every_rule_has_three_cases_that_break_it():
    """Law 1: every rule of the table has at least three cases that break it, and it alone."""
    alone = [case for case in documents() if len({problem.rule for problem in case.problems}) == 1]
    counts = Counter(case.problems[0].rule for case in alone)
    raw = Counter(case.problems[0].rule for case in corpus.cases("raw") if case.problems)
    assert {rule: counts[rule] for rule in RULES.keys() - BYTES if counts[rule] < 3} == {}
    assert {rule: raw[rule] for rule in BYTES if raw[rule] < 3} == {}


def test_the_rules_of_the_corpus_are_those_of_the_table():
    """Law 2: the rules that cases break are the rules of the table; a problem of any other cannot be told."""
    named = {problem.rule for kind in (*DOCUMENTS, "raw") for case in corpus.cases(kind) for problem in case.problems}
    assert named == set(RULES)
    assert {case.topic for case in (*corpus.cases("invalid"), *corpus.cases("doubtful"))} == (
        set(RULES) - BYTES | {SEVERAL}
    )
    with pytest.raises(LookupError):
        vn.Problem((), "bad-hair", "it is wrong", "comb it")


def test_a_case_stands_in_the_file_of_its_rule():
    """Each broken document breaks the one rule that its file is named after: errors invalid, warnings doubtful."""
    severities = {"invalid": Severity.ERROR, "doubtful": Severity.WARNING}
    for kind, severity in severities.items():
        for case in corpus.cases(kind):
            rules = {problem.rule for problem in case.problems}
            if case.topic == SEVERAL:
                assert len(rules) > 1, case.id
                assert errors_of(case), case.id
                continue
            assert rules == {case.topic}, case.id
            assert RULES[case.topic].severity is severity, case.id
            assert severity is Severity.ERROR or not case.schema, case.id


def test_what_schema_always_sees_is_marked_so():
    """Where the table says that JSON Schema sees a rule, every case of the rule says so."""
    seen = [case for case in corpus.cases("invalid") if any(RULES[problem.rule].schema for problem in case.problems)]
    assert [case.id for case in seen if not case.schema] == []


def test_there_are_at_least_sixty_raw_files():
    """At least 60 raw files, of every format; each refused one has its problem, and no other file is there."""
    raw = corpus.cases("raw")
    assert len(raw) >= 60
    assert {case.format for case in raw if case.problems} == {case.format for case in raw if not case.problems}
    assert {case.format for case in raw} == {"json", "yaml", "msgpack"}
    assert all(bool(case.problems) is (case.topic == "refused") for case in raw)
    names = {name.removeprefix("raw/") for name in corpus.files() if name.startswith("raw/")}
    assert names == {case.id.removeprefix("raw/") for case in raw} | {"expected.json"}
    assert set(read("raw/expected.json")) == {name for name in names if name.startswith("n_")}


# -- what the valid cases cover -------------------------------------------------------------------------------


def classes(cls=vn.Story):
    """The classes of a document: the story, its records and what is nested in them."""
    nested = [field.type for field in fields_of(cls) if field.kind is Kind.RECORD]
    return {cls}.union(*map(classes, nested))


def objects(data, cls=vn.Story):
    """Every object in a document, with its class."""
    yield cls, data
    for field in fields_of(cls):
        if field.kind is Kind.RECORD:
            for item in data.get(field.name) or ():
                yield from objects(item, field.type)


def wanted():
    """What a field can show: its presence, absence and null, its choices, flags, kinds of date and of record, and bounds."""
    for cls in classes():
        for field in fields_of(cls):
            place = (cls.__name__, field.name)
            yield (*place, "given")
            if not field.required:
                yield (*place, "absent")
                yield (*place, "null")
            if field.items is not None:
                yield (*place, "several")
                yield (*place, "empty" if field.items.minimum == 0 else "one")
            if field.kind is Kind.FLAG:
                yield from ((*place, True), (*place, False))
            if field.kind is Kind.CHOICE:
                yield from ((*place, member.value) for member in field.type)
            if field.kind is Kind.DATE:
                yield from ((*place, date) for date in field.types)
            if field.ref is not None:
                kinds = field.ref.kinds or {cls.__name__ for cls in ARRAYS.values()}
                yield from ((*place, kind) for kind in kinds)
            for rule in field.rules:
                if isinstance(rule, Range):
                    yield from ((*place, rule.low), (*place, rule.high))
                if isinstance(rule, Quantity):
                    yield from ((*place, sign * bound) for sign in (1, -1) for bound in (MAX_INTEGER, LEAST_SIZE))
                if isinstance(rule, Pattern | LicenseExpression) and rule.max_length:
                    yield (*place, f"{rule.max_length} characters")


def shown(data):
    """What a document shows of that."""
    kinds = {item["id"]: cls.__name__ for cls, item in objects(data) if cls in ARRAYS.values()}
    for cls, item in objects(data):
        for field in fields_of(cls):
            place = (cls.__name__, field.name)
            if field.name not in item:
                yield (*place, "absent")
                continue
            value = item[field.name]
            if value is None:
                yield (*place, "null")
                continue
            yield (*place, "given")
            if field.items is not None:
                yield (*place, {0: "empty", 1: "one"}.get(len(value), "several"))
            for one in value if field.items is not None else [value]:
                if field.kind is Kind.DATE:
                    yield (*place, type(parse_date(one)))
                elif field.ref is not None:
                    yield (*place, kinds[one])
                elif field.kind is not Kind.RECORD:
                    yield (*place, one)
                    if field.kind is Kind.TEXT:
                        yield (*place, f"{len(one)} characters")


#: What a legal document cannot show, and what its cases stand for elsewhere.
NOT_HERE = {
    ("Person", "age", 150),  # over 110 is doubtful
    ("Story", "as_of", vn.Interval),
    # Bounds that all numbers of an anchor share; no paragraph is that long.
    ("Anchor", "end", 0),
    ("Anchor", "start", 2**53 - 1),
    ("Anchor", "paragraph", 2**53 - 1),
}


def test_valid_cases_show_all_that_a_document_can():
    """Valid cases show every class, field, choice, kind of date and of reference, absence and null, and bound."""
    told = {item for case in corpus.cases("valid") for item in shown(case.data)}
    ids = {item for item in wanted() if item[1] == "id" and item[2] == "64 characters"}
    # One record stands for all whose ids keep the same rule.
    assert len(told & ids) >= 2
    missing = set(wanted()) - told - ids - NOT_HERE
    assert sorted(missing, key=str) == []
    assert any(
        case.data["people"][0]["age"] == 150 for case in corpus.cases("doubtful") if case.topic == "implausible-age"
    )


def test_valid_cases_show_hard_texts():
    """Texts of valid cases have tabs, astral, invisible and combining characters, and both directions."""
    titles = "".join(
        case.data["title"] + case.data["summary"] for case in corpus.cases("valid") if case.topic == "texts"
    )
    assert set("\t\u00a0\u200b\u202e\ufeff\u0302\U0010ffffא港🐟") <= set(titles)
    assert max(len(case.data["summary"]) for case in corpus.cases("valid")) >= 10_000


# -- the door ----------------------------------------------------------------------------------------------


def test_the_story_and_its_texts():
    """The shipped story and its retellings are read once, and its texts can't be changed."""
    assert corpus.story() is corpus.story()
    assert sorted(corpus.texts()) == ["en", "es"]
    with pytest.raises(TypeError):
        corpus.texts()["en"] = ""


def test_the_data_of_a_case_is_fresh():
    """What is done to the data of a case is not seen by the next who asks for it."""
    case = corpus.cases("valid")[0]
    before = json.dumps(case.data)
    case.data.clear()
    assert case.data is not case.data
    assert json.dumps(case.data) == before
    assert corpus.cases("valid") is corpus.cases("valid")


@pytest.mark.parametrize("kind", corpus.KINDS)
def test_cases_are_frozen(kind):
    """A case can't be changed, is equal to itself, and shows its id but not its document."""
    case = corpus.cases(kind)[0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        case.description = "changed"
    assert hash(case) == hash(attrs.evolve(case))
    assert case.id in repr(case)
    assert "schema_version" not in repr(case)


def test_a_kind_of_case_that_is_none():
    """A kind that is none is refused; the kinds are named, and one that may be meant."""
    with pytest.raises(ValueError, match=r"did you mean 'invalid'\? give one of 'valid', .*, 'scored'"):
        corpus.cases("invald")
    with pytest.raises(ValueError, match=r"'scored'$"):
        corpus.cases("hair")
    with pytest.raises(TypeError, match=r"'kind' is a list; give one of 'valid'"):
        corpus.cases(["valid"])


def test_grounding_cases():
    """A grounding case tells its outcome, its places in the text and, where it has them, folds and gaps."""
    cases = corpus.cases("grounding")
    assert {case.outcome for case in cases} == {"found", "normalized", "ambiguous", "altered", "missing", "unchecked"}
    assert any(case.folds for case in cases)
    assert any(case.folds is None for case in cases)
    assert any(case.elided for case in cases)
    for row, case in zip(
        read("grounding/found.json"), [case for case in cases if case.outcome == "found"], strict=True
    ):
        assert (row["text"], row["quote"], [list(span) for span in case.spans]) == (case.text, case.quote, row["spans"])


def test_the_ledger():
    """The ledger's entries are those of its file: each has records, or a reason."""
    rows = read("ledger.json")
    assert len(corpus.ledger()) == len(rows)
    for row, entry in zip(rows, corpus.ledger(), strict=True):
        assert bool(entry.records) is not bool(entry.reason)
        assert (row["paragraph"], row["start"], row["end"]) == (entry.paragraph, entry.start, entry.end)
        assert (row.get("records", []), row.get("reason")) == (list(entry.records), entry.reason)


def test_files_are_copied_out(tmp_path):
    """The copies are the corpus's files, byte for byte, in a directory that is made for them."""
    copies = corpus.copy_to(tmp_path / "new" / "cases")
    names = [copy.relative_to(tmp_path / "new" / "cases").as_posix() for copy in copies]
    assert names == list(corpus.files()) == sorted(names, key=lambda name: name.split("/"))
    assert {"schema.json", "story.json", "ledger.json", "texts/es.txt", "case.schema.json", "corpus.json"} <= set(names)
    assert all(copy.read_bytes() == (DATA / name).read_bytes() for copy, name in zip(copies, names, strict=True))
    assert not [name for name in names if name.endswith((".py", ".pyc"))]


def test_files_are_not_written_over_what_is_there(tmp_path):
    """A directory that is not empty is refused, unless it is said that files may be overwritten; others stay."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        corpus.copy_to(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    corpus.copy_to(str(tmp_path), overwrite=True)
    (tmp_path / "story.json").write_text("{}")
    corpus.copy_to(tmp_path, overwrite=True)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "story.json").read_bytes() == (DATA / "story.json").read_bytes()


def test_files_are_copied_to_a_path():
    """What is no path, or no flag, is refused by the argument's name."""
    with pytest.raises(TypeError, match=r"'directory' is the number 5; give a path"):
        corpus.copy_to(5)
    with pytest.raises(TypeError, match=r"'overwrite' is the text \"no\"; give True or False"):
        corpus.copy_to("cases", overwrite="no")


def test_kinds_are_enumerated():
    """The kinds of case are the folders of the corpus that hold cases."""
    folders = {name.partition("/")[0] for name in corpus.files() if "/" in name}
    assert set(corpus.KINDS) == folders - {"stories", "texts"}
    assert not any(isinstance(kind, enum.Enum) for kind in corpus.KINDS)
