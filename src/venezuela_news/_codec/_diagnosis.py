"""What is wrong with plain data: all of it at once, each with its path.

1. The data is walked by the declared fields. What can't be read becomes a blank in a draft of its
   record, and a problem.
2. A draft with a faulty field still has its id, so that one mistake is one problem: references to
   it hold.
3. The rules between records run over the drafts, as they do over a story. They pass over blanks.
4. Where a record's id can't be read, a reference to such a record may mean it, and is not called
   dangling.
"""

from __future__ import annotations

import difflib
import itertools
import json
import math
from typing import TYPE_CHECKING, Any

from venezuela_news import _consistency
from venezuela_news._codec._parsed import Doubled, Foreign, is_list, is_object
from venezuela_news._codec._synonyms import choice_meant, key_meant
from venezuela_news._dates import parse_date, text_for
from venezuela_news._errors import InvalidStory
from venezuela_news._fields import Field, Kind, expected, field_holding, fields_of, rules_of
from venezuela_news._limits import ProblemList
from venezuela_news._numbers import MAX_INTEGER, number_meant, whole_if_equal
from venezuela_news._problems import Path, Problem, Severity, described, show
from venezuela_news._records import ARRAYS
from venezuela_news._story import SCHEMA_VERSION, Story
from venezuela_news._validation import Draft, items_of, violations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from venezuela_news._limits import Limits

__all__ = ["diagnose", "exceeds"]

# A guess at what was meant takes time: it is made for short texts, and for so many keys of an object.
_LONGEST_GUESSED = 64
_MOST_GUESSED = 100

_BLANKS: dict[Kind, Any] = {
    Kind.TEXT: "",
    Kind.NUMBER: -1,
    Kind.FLAG: False,
    Kind.CHOICE: None,
    Kind.DATE: None,
    Kind.RECORD: None,
}
"""What stands in a draft for a value of each kind that could not be read."""


def diagnose(data: object, cls: Any, limits: Limits, *, doubts: bool) -> ProblemList:
    """Find every problem of a record, of a whole story's document, or of a word or date, in the order of the walk.

    Problems between the records of a story come last.

    Args:
        data: Plain data.
        cls: The class of the record; ``Story`` for a document; or the class, or union of classes, of a
            word or date.
        limits: The bounds of what is looked at.
        doubts: Whether what is doubtful is reported as well.
    """
    walk = _Walk(limits, doubts=doubts)
    found = walk.problems
    if _is_deeper(data, limits.depth):
        hint = f"nest values at most {limits.depth} deep"
        found.append(Problem((), "too-deep", "values are nested too deep", hint))
    elif not hasattr(cls, "__checked__"):
        walk.value(cls, data)
    elif cls is not Story or not is_object(data):
        walk.record(cls, data, ())
    else:
        walk.document(data)
    return found


def exceeds(data: object, limits: Limits) -> bool:
    """Whether plain data has more records than allowed in an array of a story, or a longer text anywhere."""
    if is_object(data) and _count_records(data) > limits.records:
        return True
    if isinstance(data, str):
        return len(data) > limits.text
    longest = limits.text
    return any(
        isinstance(item, str) and len(item) > longest
        for containers in _levels(data, limits.depth)
        for container in containers
        for item in _items(container)
    )


def _count_records(document: dict[Any, Any]) -> int:
    arrays: list[Any] = [document.get(name) for name in ARRAYS]
    return sum(len(records) for records in arrays if is_list(records))


def _is_deeper(data: object, depth: int) -> bool:
    """Whether values are nested deeper than allowed."""
    return sum(1 for _ in _levels(data, depth + 1)) > depth


def _levels(data: object, most: int) -> Iterator[list[Any]]:
    """Yield the objects and lists of plain data that are not empty, level by level, the outermost first.

    What stands in several places of a level is in it once, so that no circle of lists can swell.
    """
    level: list[Any] = [data]
    for _ in range(most):
        level = list({id(value): value for value in level if value and _is_container(value)}.values())
        if not level:
            return
        yield level
        level = [item for value in level for item in _items(value) if _is_container(item)]


def _is_container(value: Any) -> bool:
    return isinstance(value, dict | list)


def _items(container: Any) -> Iterable[Any]:
    return container.values() if is_object(container) else container


def _flaws(value: object, path: Path) -> list[Problem]:
    """Say what no field of a document may hold, whatever its type."""
    if isinstance(value, float) and not math.isfinite(value):
        hint = "write a finite number, or leave the key out"
        return [Problem(path, "non-finite-number", f"{value} is not a finite number", hint, value)]
    if isinstance(value, Foreign | bytes | bytearray):
        what = value.what if isinstance(value, Foreign) else f"a binary value ({len(value)} bytes)"
        return [Problem(path, "unsupported-syntax", f"{what} can't stand in a document", "write a text", value)]
    return []


class _Walk:
    """One walk over plain data: it reads drafts and collects problems."""

    def __init__(self, limits: Limits, *, doubts: bool) -> None:
        self.limits = limits
        self.doubts = doubts
        self.problems = ProblemList(limits.problems)
        self._doubtful = 0

    @property
    def faults(self) -> int:
        """How many problems were found that are no doubts: what is doubtful is legal."""
        return self.problems.count - self._doubtful

    def value(self, cls: Any, value: object) -> None:
        """Look at a word or a date that stands alone."""
        self._value(field_holding(cls), value, ())

    def document(self, document: dict[Any, Any]) -> None:
        """Walk over a whole story's document."""
        version = document.get("schema_version")
        path: Path = ("schema_version",)
        if type(version) is int and version != SCHEMA_VERSION:
            message = f"the document is of version {show(version)}; version {SCHEMA_VERSION} is read here"
            hint = "take a newer release of this library" if version > SCHEMA_VERSION else f"write {SCHEMA_VERSION}"
            self.problems.append(Problem(path, "unsupported-version", message, hint, version))
            return
        if (count := _count_records(document)) > self.limits.records:
            message = f"{count} records, of which {self.limits.records} are read at most"
            hint = "split the story, or allow more: limits=vn.Limits(records=...)"
            self.problems.append(Problem((), "too-large", message, hint))
            return
        if "schema_version" in _misspelled(document, [*ARRAYS, "schema_version"]).values():
            pass  # reported as the unknown key that it is
        elif "schema_version" not in document:
            message = "'schema_version' is not there, and is required"
            self.problems.append(Problem(path, "missing-key", message, f"write {SCHEMA_VERSION}"))
        elif type(version) is not int:
            self._wrong_type(version, "a whole number", path, hint=f"write {SCHEMA_VERSION}")
        draft: Any = self.record(Story, document, ())
        arrays = {name: getattr(draft, name) for name in ARRAYS}
        records = _consistency.Records(arrays, draft.as_of, self.lost(document, arrays))
        self.problems.extend(_consistency.problems_between(records))
        if self.doubts:
            self.problems.extend(_consistency.doubts_between(records))

    def lost(self, document: dict[Any, Any], arrays: dict[str, tuple[Any, ...]]) -> frozenset[str]:
        """Name the kinds of which some record's id can't be read."""
        # A key nobody knows, with a list in it, may be any array that is not there.
        misspelled = any(is_list(value) and key not in ARRAYS for key, value in document.items())
        return frozenset(
            cls.__name__
            for name, cls in ARRAYS.items()
            if not isinstance(document.get(name, []), list | None)
            or (misspelled and name not in document)
            or any(record is None or not record.id for record in arrays[name])
        )

    def record(self, cls: type[Any], value: object, path: Path) -> Draft | None:
        """Read a draft of a record; ``None`` where there is no object."""
        if not is_object(value):
            hint = 'write an object: {"schema_version": 1, ...}' if cls is Story else ""
            self._wrong_type(value, "an object", path, hint=hint)
            return None
        fields = {field.name: field for field in fields_of(cls)}
        draft = Draft(cls)
        known = [*fields, "schema_version"] if cls is Story else list(fields)
        meant = _misspelled(value, known)
        faulty = draft.faulty = set(meant.values())
        for name, field in fields.items():
            if name in faulty:
                setattr(draft, name, _blank(field))
                continue
            before = self.faults
            setattr(draft, name, self._field(field, value, (*path, name)))
            if self.faults > before:
                faulty.add(name)
        self._keys(value, known, meant, path)
        for rule in rules_of(cls):
            if not faulty.intersection(rule.fields) and not rule.is_valid(draft):
                self.problems.append(rule.problem(draft).within(*path))
                for name in rule.fields:
                    setattr(draft, name, _blank(fields[name]))
        return draft

    def _keys(self, value: dict[Any, Any], known: list[str], meant: dict[str, str], path: Path) -> None:
        for key, item in value.items():
            if not isinstance(key, str):
                message = f"the key {show(key)} is {described(key)}; keys are texts"
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

    def _wrong_type(self, value: object, allowed: str, path: Path, hint: str = "") -> None:
        if self.problems.full:
            self.problems.count += 1
            return
        message = f"{described(value)} is not {allowed}"
        problem = Problem(path, "wrong-type", message, hint or f"write {allowed}", value)
        self.problems.extend(_flaws(value, path) or [problem])

    def _field(self, field: Field, record: dict[Any, Any], path: Path) -> Any:
        value = record.get(field.name)
        if value is None:
            if field.required:
                if field.name in record:
                    self._wrong_type(value, _described_field(field), path)
                else:
                    message = f"{show(field.name)} is not there, and is required"
                    self.problems.append(Problem(path, "missing-key", message, f"write {_described_field(field)}"))
                return _blank(field)
            return field.default
        if field.items is None:
            return self._value(field, value, path)
        if not is_list(value):
            hint = f"write a list of it: [{show(value)}]" if isinstance(value, str) and str in field.types else ""
            self._wrong_type(value, f"a list; each item is {expected(field)}", path, hint=hint)
            return ()
        items: list[Any] = []
        bad: set[int] = set()
        for index, item in enumerate(value):
            before = self.faults
            items.append(self._value(field, item, (*path, index)))
            if self.faults > before:
                bad.add(index)
        self.problems.extend(items_of(field, tuple(items), *path, skip=bad))
        return tuple(items)

    def _value(self, field: Field, value: object, path: Path) -> Any:
        """Read one value of a field: an item of its list, where it has one."""
        if field.kind is Kind.RECORD:
            return self.record(field.type, value, path)
        if field.kind is Kind.CHOICE and type(value) is str:
            return self._choice(field, value, path)
        if field.kind is Kind.DATE and type(value) is str:
            return self._date(field, value, path)
        # A word or a date is a text in a document, not yet a value of its class.
        if type(value) not in field.types or field.kind in (Kind.CHOICE, Kind.DATE):
            self._wrong_type(value, expected(field), path, hint=_replacement(field, value))
            return _blank(field, one=True)
        if type(value) is str and len(value) > self.limits.text:
            message = f"a text of {len(value)} characters, of which {self.limits.text} are read at most"
            self.problems.append(
                Problem(path, "too-large", message, "shorten it, or allow more: limits=vn.Limits(text=...)")
            )
            return _blank(field, one=True)
        if type(value) is float:
            value = whole_if_equal(value)
        found = list(violations_of(field, value, *path, doubts=self.doubts))
        self.problems.extend(found)
        if all(problem.severity is Severity.WARNING for problem in found):
            self._doubtful += len(found)
            return value
        # An id counts as it was written, even a faulty one: what refers to it does.
        keeps = field.name == "id" or field.ref is not None
        return value if keeps else _blank(field, one=True)

    def _choice(self, field: Field, value: str, path: Path) -> Any:
        try:
            return field.type(value)
        except ValueError:
            words = [member.value for member in field.type]
            start = value[:_LONGEST_GUESSED]
            meant = choice_meant(start, field.type)
            near = [meant] if meant is not None else difflib.get_close_matches(start.lower(), words, n=1)
            hint = f"did you mean {show(near[0])}?" if near else "write one of these"
            message = f"{show(value)} is none of {', '.join(words)}"
            self.problems.append(Problem(path, "unknown-choice", message, hint, value))
            return None

    def _date(self, field: Field, value: str, path: Path) -> Any:
        try:
            date = field.type(value) if len(field.types) == 1 else parse_date(value)
        except InvalidStory as error:
            self.problems.extend(problem.within(*path) for problem in error.problems)
            return None
        found = list(violations_of(field, date, *path))
        self.problems.extend(found)
        return None if found else date


def _replacement(field: Field, value: object) -> str:
    """Say what to write in place of a value of the wrong type, where the value tells."""
    match field.kind, value:
        case Kind.NUMBER, str() if (meant := number_meant(value, whole=float not in field.types)) is not None:
            return f"write the number itself: {meant}"
        case Kind.NUMBER, float() if value.is_integer() and abs(value) <= MAX_INTEGER:
            return f"write {int(value)}"
        case Kind.FLAG, str() if value.strip().lower() in _FLAGS:
            return f"write {_FLAGS[value.strip().lower()]}, without quotation marks"
        case Kind.DATE, _ if (text := text_for(value)) is not None:
            return f"quote it: {show(text)}"
        # YAML reads a bare year as a number, and a bare "true" as a flag.
        case Kind.TEXT, bool() | int() | float() if abs(value) < _LARGEST_QUOTED:
            return f'quote it: "{json.dumps(value)}"'
        case _:
            return ""


_FLAGS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_LARGEST_QUOTED = 10**15


def _has_path(key: object) -> bool:
    """Whether a key can stand in a path: a text that has UTF-8, so that the path can be printed."""
    return isinstance(key, str) and not any("\ud800" <= character <= "\udfff" for character in key)


def _misspelled(value: dict[Any, Any], known: list[str]) -> dict[str, str]:
    """Find the unknown keys of an object that mean a key it lacks: one mistake, not two."""
    lacking = [name for name in known if name not in value]
    meant: dict[str, str] = {}
    unknown = (key for key in value if isinstance(key, str) and key not in known and len(key) <= _LONGEST_GUESSED)
    for key in itertools.islice(unknown, _MOST_GUESSED):
        synonym = key_meant(key, lacking)
        for name in [synonym] if synonym is not None else difflib.get_close_matches(key, lacking, n=1):
            meant[key] = name
            lacking.remove(name)
    return meant


def _described_field(field: Field) -> str:
    allowed = expected(field)
    return f"a list; each item is {allowed}" if field.items is not None else allowed


def _blank(field: Field, *, one: bool = False) -> Any:
    """What stands in a draft for a value that could not be read."""
    if field.items is not None and not one:
        return ()
    # An optional text that is blank was there: it does not lack.
    return None if field.optional and field.kind is not Kind.TEXT else _BLANKS[field.kind]
