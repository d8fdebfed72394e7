"""What is wrong with a document of plain data: all of it at once, each with its path.

1. The document is walked by the declared fields. What can't be read becomes a blank in a draft of
   its record, and a problem.
2. A draft with a faulty field still has its id, so that one mistake is one problem: references to
   it hold.
3. The rules between records run over the drafts, as they do over a story. They pass over blanks.
4. Where a record's id can't be read, a reference to such a record may mean it, and is not called
   dangling.
"""

from __future__ import annotations

import difflib
import itertools
import math
from typing import Any

from venezuela_news import _relations
from venezuela_news._codec._converter import SCHEMA_VERSION
from venezuela_news._codec._parsed import MAX_DEPTH, Doubled, Foreign, is_list, is_object
from venezuela_news._dates import parse_date, text_for
from venezuela_news._problems import InvalidStory, Path, Problem, Severity, show
from venezuela_news._rules import Field, Kind, a, faults_of, fields_of, items_of, named, rules_of
from venezuela_news._story import ARRAYS, Story

__all__ = ["diagnose"]

# A guess at what was meant takes time: it is made for short texts, and for so many keys of an object.
_LONGEST_GUESSED = 64
_MOST_GUESSED = 100

_BLANKS: dict[Kind, Any] = {Kind.TEXT: "", Kind.NUMBER: -1, Kind.FLAG: False, Kind.CHOICE: None, Kind.DATE: None}


def diagnose(document: object) -> list[Problem]:
    """Every problem of a document, in the order of the walk; those between records come last."""
    if _depth_exceeds(document):
        return [Problem((), "too-deep", "values are nested too deep", f"nest values at most {MAX_DEPTH} deep")]
    if not is_object(document):
        hint = 'write an object: {"schema_version": 1, ...}'
        return [
            *_flaws(document, ()),
            Problem((), "wrong-type", f"{named(document)} is not an object", hint, document),
        ][:1]
    version = document.get("schema_version")
    if type(version) is int and version != SCHEMA_VERSION:
        message = f"the document is of version {show(version)}; version {SCHEMA_VERSION} is read here"
        hint = "take a newer release of this library" if version > SCHEMA_VERSION else f"write {SCHEMA_VERSION}"
        return [Problem(("schema_version",), "unsupported-version", message, hint, version)]
    walk = _Walk()
    path: Path = ("schema_version",)
    if "schema_version" in _misspelled(document, [*ARRAYS, "schema_version"]).values():
        pass  # reported as the unknown key that it is
    elif "schema_version" not in document:
        message = "'schema_version' is not there, and is required"
        walk.problems.append(Problem(path, "missing-key", message, f"write {SCHEMA_VERSION}"))
    elif type(version) is not int:
        walk.problems += _flaws(version, path) or [
            Problem(path, "wrong-type", f"{named(version)} is not a whole number", f"write {SCHEMA_VERSION}", version)
        ]
    draft = walk.record(Story, document, ())
    arrays = {name: getattr(draft, name) for name in ARRAYS}
    records = _relations.Records(arrays, draft.as_of, walk.lost(document, arrays))
    return [*walk.problems, *_relations.problems_between(records)]


def _depth_exceeds(document: object) -> bool:
    level: list[object] = [document]
    for _ in range(MAX_DEPTH + 1):
        # What stands in several places is looked at once, so that no circle of lists can swell.
        below: dict[int, object] = {}
        for value in level:
            if is_object(value):
                below.update((id(item), item) for item in value.values())
            elif is_list(value):
                below.update((id(item), item) for item in value)
        if not below:
            return False
        level = list(below.values())
    return True


def _flaws(value: object, path: Path) -> list[Problem]:
    """What no field of a document may hold, whatever its type."""
    if isinstance(value, float) and not math.isfinite(value):
        hint = "write a finite number, or leave the key out"
        return [Problem(path, "non-finite-number", f"{value} is not a finite number", hint, value)]
    if isinstance(value, Foreign | bytes | bytearray):
        what = value.what if isinstance(value, Foreign) else f"a binary value ({len(value)} bytes)"
        return [Problem(path, "unsupported-syntax", f"{what} can't stand in a document", "write a text", value)]
    return []


class _Walk:
    """One walk over a document: it reads drafts and collects problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def lost(self, document: dict[Any, Any], arrays: dict[str, tuple[Any, ...]]) -> frozenset[str]:
        """The kinds of which some record's id can't be read."""
        # A key nobody knows, with a list in it, may be any array that is not there.
        misspelled = any(is_list(value) and key not in ARRAYS for key, value in document.items())
        return frozenset(
            cls.__name__
            for name, cls in ARRAYS.items()
            if not isinstance(document.get(name, []), list | None)
            or (misspelled and name not in document)
            or any(record is None or not record.id for record in arrays[name])
        )

    def record(self, cls: type[Any], value: object, path: Path) -> Any:
        """A draft of a record, or ``None`` where there is no object."""
        if not is_object(value):
            self._wrong_type(value, "an object", path)
            return None
        fields = {field.name: field for field in fields_of(cls)}
        draft: Any = object.__new__(cls)
        known = [*fields, "schema_version"] if cls is Story else list(fields)
        meant = _misspelled(value, known)
        faulty = set(meant.values())
        for name, field in fields.items():
            if name in faulty:
                object.__setattr__(draft, name, _blank(field))
                continue
            before = len(self.problems)
            object.__setattr__(draft, name, self._field(field, value, (*path, name)))
            if len(self.problems) > before:
                faulty.add(name)
        self._keys(value, known, meant, path)
        for rule in rules_of(cls):
            if not faulty.intersection(rule.fields) and not rule.fine(draft):
                self.problems.append(rule.problem(draft).within(*path))
                for name in rule.fields:
                    object.__setattr__(draft, name, _blank(fields[name]))
        return draft

    def _keys(self, value: dict[Any, Any], known: list[str], meant: dict[str, str], path: Path) -> None:
        for key, item in value.items():
            if not isinstance(key, str):
                message = f"the key {show(key)} is {named(key)}; keys are texts"
                self.problems.append(Problem(path, "wrong-type", message, f"write a key of {', '.join(known)}", key))
            elif not _has_path(key):
                message = f"the key {show(key)} holds half of a surrogate pair"
                self.problems.append(Problem(path, "lone-surrogate", message, "write the whole character"))
            elif key not in known:
                hint = f"did you mean {show(meant[key])}?" if key in meant else f"allowed are {', '.join(known)}"
                message = f"the key {show(key)} is not known here"
                self.problems.append(Problem((*path, key), "unknown-key", message, hint, item))
        if isinstance(value, Doubled):
            for key in value.doubles:
                message = f"the key {show(key)} stands in the object twice"
                place = (*path, key) if _has_path(key) else path
                self.problems.append(Problem(place, "duplicate-key", message, "keep one of the two"))

    def _wrong_type(self, value: object, allowed: str, path: Path, hint: str | None = None) -> None:
        flaws = _flaws(value, path)
        self.problems += flaws or [
            Problem(path, "wrong-type", f"{named(value)} is not {allowed}", hint or f"write {allowed}", value)
        ]

    def _field(self, field: Field, record: dict[Any, Any], path: Path) -> Any:
        value = record.get(field.name)
        if value is None:
            if field.required:
                if field.name in record:
                    self._wrong_type(value, _allowed(field), path)
                else:
                    message = f"{show(field.name)} is not there, and is required"
                    self.problems.append(Problem(path, "missing-key", message, f"write {_allowed(field)}"))
                return _blank(field)
            return field.default
        if field.items is None:
            return self._value(field, value, path)
        if not is_list(value):
            self._wrong_type(value, f"a list; each item is {a(field.kind, field.type)}", path)
            return ()
        items: list[Any] = []
        bad: set[int] = set()
        for index, item in enumerate(value):
            before = len(self.problems)
            items.append(self._value(field, item, (*path, index)))
            if len(self.problems) > before:
                bad.add(index)
        self.problems += items_of(field, tuple(items), *path, skip=bad)
        return tuple(items)

    def _value(self, field: Field, value: object, path: Path) -> Any:
        """One value of a field: an item of its list, where it has one."""
        if field.kind is Kind.RECORD:
            return self.record(field.type, value, path)
        if field.kind is Kind.CHOICE and type(value) is str:
            return self._choice(field, value, path)
        if field.kind is Kind.DATE and type(value) is str:
            return self._date(field, value, path)
        # A word or a date is a text in a document, not yet a value of its class.
        if type(value) is not field.type or field.kind in (Kind.CHOICE, Kind.DATE):
            text = text_for(value) if field.kind is Kind.DATE else None
            hint = f"write it as a text, in quotes: {show(text)}" if text is not None else None
            self._wrong_type(value, a(field.kind, field.type), path, hint)
            return _blank(field, one=True)
        faults = list(faults_of(field, value, *path))
        self.problems += faults
        if all(fault.severity is not Severity.ERROR for fault in faults):
            return value
        # An id counts as it was written, even a faulty one: what refers to it does.
        keeps = field.name == "id" or field.ref is not None
        return value if keeps else _blank(field, one=True)

    def _choice(self, field: Field, value: str, path: Path) -> Any:
        try:
            return field.type(value)
        except ValueError:
            words = [member.value for member in field.type]
            near = difflib.get_close_matches(value[:_LONGEST_GUESSED].lower(), words, n=1)
            hint = f"did you mean {show(near[0])}?" if near else "write one of these"
            message = f"{show(value)} is none of {', '.join(words)}"
            self.problems.append(Problem(path, "unknown-choice", message, hint, value))
            return None

    def _date(self, field: Field, value: str, path: Path) -> Any:
        try:
            date = field.type(value) if len(field.types) == 1 else parse_date(value)
        except InvalidStory as error:
            self.problems += [problem.within(*path) for problem in error.problems]
            return None
        faults = list(faults_of(field, date, *path))
        self.problems += faults
        return None if faults else date


def _has_path(key: object) -> bool:
    """Whether a key can stand in a path: a text that has UTF-8, so that the path can be printed."""
    return isinstance(key, str) and not any("\ud800" <= character <= "\udfff" for character in key)


def _misspelled(value: dict[Any, Any], known: list[str]) -> dict[str, str]:
    """The unknown keys of an object that are spelled like a key it lacks: one mistake, not two."""
    lacking = [name for name in known if name not in value]
    meant: dict[str, str] = {}
    unknown = (key for key in value if isinstance(key, str) and key not in known and len(key) <= _LONGEST_GUESSED)
    for key in itertools.islice(unknown, _MOST_GUESSED):
        for name in difflib.get_close_matches(key, lacking, n=1):
            meant[key] = name
            lacking.remove(name)
    return meant


def _allowed(field: Field) -> str:
    allowed = a(field.kind, field.type)
    return f"a list; each item is {allowed}" if field.items is not None else allowed


def _blank(field: Field, *, one: bool = False) -> Any:
    """What stands in a draft for a value that could not be read."""
    if field.items is not None and not one:
        return ()
    return None if field.optional else _BLANKS.get(field.kind)
