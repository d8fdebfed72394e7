"""Reading what extractors write: entries with a quotation and a speaker, whatever their keys.

An entry is an object. Its keys are taken in any case, with spaces or hyphens for underscores; of several that say the same
the first in :data:`KEYS` is read. Objects under `attributes`, or under a key that ends in `_attributes`, are read
as if their keys were the entry's own. langextract's documents (an object with a list of `extractions`) are lists of
entries; there, extractions of one group (`group_index`) that follow each other are parts of one quotation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast, final

import attrs

__all__ = ["KEYS", "RawEntry", "read_entries"]

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "quote": ("quote", "quotation", "quotes", "extraction_text", "utterance", "content", "statement", "text", "words"),
    "speaker": ("speaker", "speakers", "who", "speaker_name", "attributed_to", "said_by", "person", "name", "source"),
    "cue": ("cue", "reporting_verb", "verb"),
    "start": ("start", "start_pos", "start_char", "begin", "offset", "char_interval", "span"),
    "prefix": ("prefix", "before"),
    "suffix": ("suffix", "after"),
}
"""What each key of an entry means, the one that is read first in front."""

_TEXT_KEYS: Final = ("text", "name", "quote", "words")
_LISTS: Final = ("extractions", "quotes", "quotations", "statements", "results", "items", "data")
_QUOTATION_CLASSES: Final = frozenset(
    "quote quotation statement utterance speech quoted direct indirect said saying".split()
)
_PARTS: Final = {"speaker": "speaker", "source": "speaker", "who": "speaker", "cue": "cue", "verb": "cue"}
_DEEPEST: Final = 16
"""How deep attributes and offsets are nested at most; what is deeper is not read."""


@final
@attrs.define(kw_only=True, weakref_slot=False)
class RawEntry:
    """One entry as it was read; what it does not say is empty."""

    given: object
    quote: str = ""
    speakers: tuple[str, ...] = ()
    cue: str = ""
    start: int | None = None
    prefix: str = ""
    suffix: str = ""
    flaw: str = ""
    """Why the entry can't be read; empty if it can."""
    skipped: str = ""
    """Why the entry was skipped; empty if it was used."""
    part_of: RawEntry | None = None
    """The entry of which it tells a part."""


# -- values -------------------------------------------------------------------------------------------


def _texts_in(value: object, depth: int = _DEEPEST, seen: set[int] | None = None) -> tuple[str, ...]:
    """The texts in a value: one, or several in a list, or what an object calls its text or name.

    A list or an object is read once, whatever holds it: it may hold itself.
    """
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    seen = set() if seen is None else seen
    if not isinstance(value, Mapping | list | tuple) or not depth or id(cast("object", value)) in seen:
        return ()
    seen.add(id(cast("object", value)))
    if isinstance(value, Mapping):
        plain = _plain(cast("Mapping[object, object]", value))
        return next((texts for key in _TEXT_KEYS if (texts := _texts_in(plain.get(key), depth - 1, seen))), ())
    return tuple(text for item in cast("list[object]", value) for text in _texts_in(item, depth - 1, seen))


def _number_in(value: object, depth: int = _DEEPEST) -> int | None:
    """The whole number that a value is, begins with, or has under a key for a start."""
    if isinstance(value, Mapping) and depth:
        plain = _plain(cast("Mapping[object, object]", value))
        return next(
            (found for key in KEYS["start"] if (found := _number_in(plain.get(key), depth - 1)) is not None), None
        )
    if isinstance(value, list | tuple) and depth:
        return _number_in(cast("list[object]", value)[0], depth - 1) if value else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _plain(entry: Mapping[object, object]) -> dict[str, object]:
    """The values of an object by plain keys, its own before those of its attributes."""
    plain: dict[str, object] = {}
    level = [entry]
    seen: set[int] = set()
    for _ in range(_DEEPEST):
        inner: list[Mapping[object, object]] = []
        for mapping in level:
            own: dict[str, object] = {}
            for key, value in mapping.items():
                name = re.sub(r"[\s-]+", "_", str(key).strip().casefold())
                if not isinstance(value, Mapping) or not (name == "attributes" or name.endswith("_attributes")):
                    own[name] = value
                elif id(cast("object", value)) not in seen:
                    seen.add(id(cast("object", value)))
                    inner.append(cast("Mapping[object, object]", value))
            plain = own | plain
        level = inner
    return plain


# -- entries ------------------------------------------------------------------------------------------


def _read(given: object) -> RawEntry:
    """The entry that an object is."""
    entry = RawEntry(given=given)
    if not isinstance(given, Mapping):
        entry.flaw = f"an entry is an object, this is {type(given).__name__}"
        return entry
    plain = _plain(cast("Mapping[object, object]", given))

    def texts_of(what: str) -> tuple[str, ...]:
        return next((texts for key in KEYS[what] if (texts := _texts_in(plain.get(key)))), ())

    # Several texts are the parts of one quotation, with words between them that are not of it.
    entry.quote = " … ".join(texts_of("quote"))
    entry.speakers = tuple(dict.fromkeys(texts_of("speaker")))
    entry.cue, entry.prefix, entry.suffix = ("".join(texts_of(what)[:1]) for what in ("cue", "prefix", "suffix"))
    starts = (_number_in(plain.get(key)) for key in KEYS["start"])
    entry.start = next((start for start in starts if start is not None), None)
    held = next((plain[key] for key in KEYS["quote"] if _texts_in(plain.get(key))), None)
    if entry.start is None and isinstance(held, Mapping):
        entry.start = _number_in(cast("object", held))
    label = plain.get("extraction_class")
    if not entry.quote:
        entry.flaw = f"it has no quotation: no text under any of {', '.join(KEYS['quote'])}"
    elif isinstance(label, str) and not entry.speakers and not _is_quotation_class(label):
        entry.skipped = f"its class, {label!r}, is no quotation's and it has no speaker"
    return entry


def _is_quotation_class(label: str) -> bool:
    return not _QUOTATION_CLASSES.isdisjoint(re.findall(r"[a-z]+", label.casefold()))


def _class_of(given: object) -> str:
    label = cast("Mapping[str, object]", given).get("extraction_class") if isinstance(given, Mapping) else None
    return label.casefold() if isinstance(label, str) else ""


def _group_of(given: object) -> object:
    return cast("Mapping[str, object]", given).get("group_index") if isinstance(given, Mapping) else None


# -- groups of langextract ------------------------------------------------------------------------------


def _groups(document: Iterable[object], *, trusted: bool) -> list[list[RawEntry]]:
    """Entries that follow each other with one group index.

    A class that comes again begins another group: chunks of a text number theirs from 0 each.
    """
    groups: list[list[RawEntry]] = []
    last: object = None
    seen: set[str] = set()
    for given in document:
        entry, group, label = _read(given), _group_of(given), _class_of(given)
        if not trusted:
            entry.start = None
        if not groups or group is None or group != last or label in seen:
            groups.append([])
            seen = set()
        groups[-1].append(entry)
        seen.add(label)
        last = group
    return groups


def _merge(group: list[RawEntry]) -> None:
    """Give the speakers and the cue in a group to its one quotation."""
    parts = [(entry, _PARTS.get(_class_of(entry.given))) for entry in group if not entry.flaw]
    quotes = [entry for entry, what in parts if what is None and not entry.skipped]
    for entry, what in parts:
        if what is None:
            continue
        if len(quotes) != 1:
            entry.skipped = entry.skipped or f"a {what} of no quotation"
            continue
        quote = quotes[0]
        entry.part_of, entry.skipped = quote, ""
        if what == "cue":
            quote.cue = quote.cue or entry.quote
        elif entry.quote not in quote.speakers:
            quote.speakers += (entry.quote,)


def _grouped(document: Iterable[object], *, trusted: bool) -> Iterator[RawEntry]:
    """The extractions of a document of langextract, those of a group merged."""
    for group in _groups(document, trusted=trusted):
        _merge(group)
        yield from group


# -- documents ------------------------------------------------------------------------------------------


def _document(value: object, text: str) -> Iterator[RawEntry]:
    """The entries of an object that holds a list of them, or the one that it is."""
    whole = value
    if isinstance(value, Mapping):
        mapping = cast("Mapping[str, object]", value)
        plain = _plain(cast("Mapping[object, object]", value))
        for name in _LISTS:
            held = plain.get(name)
            if name == "extractions" and name in plain and held is None:
                return
            objects = isinstance(held, list) and all(isinstance(item, Mapping) for item in cast("list[object]", held))
            if objects and (held or name == "extractions"):
                own = mapping.get("text")
                yield from _grouped(cast("list[object]", held), trusted=not isinstance(own, str) or own == text)
                return
    yield _read(whole)


def _without_fence(text: str) -> str:
    """The text inside a Markdown code fence, if it is in one and nothing else is."""
    fenced = text.strip()
    if len(fenced) < 6 or not fenced.startswith("```") or not fenced.endswith("```"):
        return text
    language, line_break, inside = fenced[3:-3].partition("\n")
    return inside if line_break and re.fullmatch(r"\w*", language.strip()) else text


def _parsed(text: str) -> Iterator[object]:
    """The values in JSON, or in JSON lines; a line that is neither is given as an entry with its flaw."""
    text = _without_fence(text)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        for number, line in enumerate(text.splitlines()):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                yield RawEntry(given=line, flaw=f"line {number + 1} is no JSON: {error}")
        return
    if isinstance(value, list):
        yield from cast("list[object]", value)
    else:
        yield value


def read_entries(extractions: object, text: str) -> list[RawEntry]:
    """The entries in what an extractor gave.

    Args:
        extractions: A text in JSON or JSON lines, an object, or an iterable of objects or of lines.
        text: The text that they are said to be from: offsets into another are not read.
    """
    values: Iterable[Any]
    if isinstance(extractions, str):
        values = _parsed(extractions)
    elif isinstance(extractions, bytes | bytearray):
        values = _parsed(bytes(extractions).decode("utf-8-sig", "replace"))
    elif isinstance(extractions, Mapping) or not isinstance(extractions, Iterable):
        values = [extractions]
    else:
        given = list(cast("Iterable[object]", extractions))
        values = [value for item in given for value in (_parsed(item) if isinstance(item, str) else [item])]
    found: list[RawEntry] = []
    run: list[object] = []
    for value in values:
        if _class_of(value):
            run.append(value)
            continue
        found += _grouped(run, trusted=True)
        run = []
        found += [value] if isinstance(value, RawEntry) else _document(value, text)
    return [*found, *_grouped(run, trusted=True)]
