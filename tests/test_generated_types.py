"""Types that generators of code make from the JSON Schema: one for each class, and closed."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import venezuela_news as vn
from venezuela_news import corpus
from venezuela_news._fields import Kind, fields_of
from venezuela_news._records import ARRAYS, VALUES
from venezuela_news._story import Story

GENERATORS = Path(__file__).parent / "generators"
CLASSES = {cls.__name__: cls for cls in (Story, *ARRAYS.values(), *VALUES)}
DOCUMENTS = [vn.unstructure(vn.story()), *(case.data for case in corpus.cases("valid"))]


def records_in(cls, record):
    """A record of a document and the records within it, each with its class."""
    yield cls, record
    for field in fields_of(cls):
        if field.kind is Kind.RECORD:
            for item in record.get(field.name) or ():
                yield from records_in(field.type, item)


#: By class, a record that has every key that a record of the documents has.
RECORDS = {
    name: {key: value for known, record in found if known is cls for key, value in record.items()}
    for found in [[pair for document in DOCUMENTS for pair in records_in(Story, document)]]
    for name, cls in CLASSES.items()
}


def misspelled(record, key):
    """A record with one key misspelled, as it happens: a letter doubled."""
    return {name + name[-1] if name == key else name: value for name, value in record.items()}


MISSPELLED = [(name, key, misspelled(record, key)) for name, record in RECORDS.items() for key in record]


def test_the_records_tried_have_every_key():
    """No field of any class is left untried."""
    missing = {name: {field.name for field in fields_of(cls)} - RECORDS[name].keys() for name, cls in CLASSES.items()}
    assert {name: keys for name, keys in missing.items() if keys} == {}


# -- TypeScript and Go ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made():
    """What the generators of Node make, and what TypeScript says of each document and each misspelled record."""
    node = shutil.which("node")
    if node is None or not (GENERATORS / "node_modules" / "typescript").is_dir():
        pytest.skip("needs node, and `npm ci --prefix tests/generators`")
    tried = [*(("Story", document) for document in DOCUMENTS), *((name, record) for name, _, record in MISSPELLED)]
    lines = [f"export const v{n}: {name} = {json.dumps(value)};" for n, (name, value) in enumerate(tried)]
    done = subprocess.run(
        [node, str(GENERATORS / "generate.mjs")],
        input=json.dumps({"schema": vn.schema(), "lines": lines}),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_typescript_takes_documents(made):
    """By the types of json-schema-to-typescript, a document is a story."""
    assert made["faults"][: len(DOCUMENTS)] == [[] for _ in DOCUMENTS]


def test_typescript_catches_every_misspelled_key(made):
    """By the same types, no record of any class has a misspelled key."""
    found = dict(zip(((name, key) for name, key, _ in MISSPELLED), made["faults"][len(DOCUMENTS) :], strict=True))
    missed = [place for place, faults in found.items() if not any(f'"{place[1]}{place[1][-1]}"' in f for f in faults)]
    assert missed == []


def test_typescript_has_one_type_for_each_class(made):
    """A class is one interface; a name with a number is a type that a generator had to split off."""
    assert set(re.findall(r"^export interface (\w+)", made["typescript"], re.MULTILINE)) == CLASSES.keys()
    assert re.findall(r"^export type (\w+[0-9])\b", made["typescript"], re.MULTILINE) == []
    assert len(re.findall(r'\| "VE"', made["typescript"])) == 1


def test_go_has_lists_of_texts_and_of_records(made):
    """By quicktype, a list of texts is `[]string` in Go, and a list of records is one of their structs."""
    structs = dict(re.findall(r"^type (\w+) struct \{\n(.*?)^\}", made["go"], re.MULTILINE | re.DOTALL))
    assert structs.keys() == CLASSES.keys()
    for name, cls in CLASSES.items():
        types = {key: found for found, key in re.findall(r'(\S+) +`json:"(\w+)[",]', structs[name])}
        for field in fields_of(cls):
            if field.items is not None:
                wanted = f"[]{field.type.__name__}" if field.kind is Kind.RECORD else "[]string"
                assert types[field.name] == wanted, (name, field.name)
    assert "interface{}" not in made["go"]


# -- Python -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """The module of pydantic models that datamodel-code-generator makes."""
    folder = tmp_path_factory.mktemp("models")
    (folder / "schema.json").write_text(json.dumps(vn.schema()), encoding="utf-8")
    options = {
        "--input": folder / "schema.json",
        "--input-file-type": "jsonschema",
        "--output": folder / "models.py",
        "--output-model-type": "pydantic_v2.BaseModel",
        "--target-python-version": "3.11",
        "--formatters": "builtin",
    }
    arguments = [str(part) for option in options.items() for part in option]
    done = subprocess.run(
        [sys.executable, "-m", "datamodel_code_generator", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    spec = importlib.util.spec_from_file_location("models", folder / "models.py")
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "models", module)  # pydantic looks for it there
        spec.loader.exec_module(module)
        yield module


def test_pydantic_models_are_one_for_each_class(models):
    """A class is one model; beside them there are models of single values, and enumerations."""
    made = {
        name: cls
        for name, cls in vars(models).items()
        if isinstance(cls, type) and issubclass(cls, models.BaseModel) and cls.__module__ == models.__name__
    }
    assert {name for name, cls in made.items() if not issubclass(cls, models.RootModel)} == CLASSES.keys()


def test_pydantic_models_take_documents(models):
    """By the models, a document is a story, and comes out as it went in."""
    for document in DOCUMENTS:
        assert models.Story.model_validate(document).model_dump(mode="json", exclude_unset=True) == document


def test_pydantic_models_catch_every_misspelled_key(models):
    """By the models, no record of any class has a misspelled key."""
    from pydantic import ValidationError

    for name, key, record in MISSPELLED:
        with pytest.raises(ValidationError) as caught:
            getattr(models, name).model_validate(record)
        assert ("extra_forbidden", (key + key[-1],)) in [(one["type"], one["loc"]) for one in caught.value.errors()]
