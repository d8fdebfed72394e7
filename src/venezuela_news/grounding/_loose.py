"""Reading what extractors write: entries with a quotation and a speaker, whatever their keys.

An entry is an object. Its keys are taken in any case, with spaces or hyphens for underscores; of several that say the same
the first in :data:`KEYS` is read. Objects under `attributes`, or under a key that ends in `_attributes`, are read
as if their keys were the entry's own. langextract's documents (an object with a list of `extractions`) are lists of
entries; there, extractions of one group (`group_index`) that follow each other are parts of one quotation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast, final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KEYS", "Loose", "entries"]

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "quote": ("quote", "quotation", "quotes", "extraction_text", "utterance", "content", "statement", "text", "words"),
    "speaker": ("speaker", "speakers", "who", "speaker_name", "attributed_to", "said_by", "person", "name", "source"),
    "cue": ("cue", "reporting_verb", "verb"),
    "start": ("start", "start_pos", "start_char", "begin", "offset", "char_interval", "span"),
    "prefix": ("prefix", "before"),
    "suffix": ("suffix", "after"),
}
"""What each key of an entry means, the one that is read first in front."""

_LISTS: Final = ("extractions", "quotes", "quotations", "statements", "results", "items", "data")
_QUOTES: Final = frozenset("quote quotation statement utterance speech quoted direct indirect said saying".split())
_PARTS: Final = {"speaker": "speaker", "source": "speaker", "who": "speaker", "cue": "cue", "verb": "cue"}
_FENCE = re.compile(r"\A\s*```\w*\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)


@final
@attrs.define(kw_only=True, weakref_slot=False)
class Loose:
    """One entry as it was read; what it does not say is empty."""

    given: object
    quote: str = ""
    speakers: tuple[str, ...] = ()
    cue: str = ""
    start: int | None = None
    prefix: str = ""
    suffix: str = ""
    flaw: str = ""
    """Why it can't be read, if it can't."""
    idle: str = ""
    """Why it is no quotation, if it is none."""
    part_of: Loose | None = None
    """The entry of which it tells a part."""


def _words(value: object) -> tuple[str, ...]:
    """The texts in a value: one, or several in a list, or what an object calls its text or name."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, Mapping):
        plain = _plain(cast("Mapping[object, object]", value))
        return next((words for key in ("text", "name", "quote", "words") if (words := _words(plain.get(key)))), ())
    if isinstance(value, list | tuple):
        return tuple(words for item in cast("Iterable[object]", value) for words in _words(item))
    return ()


def _number(value: object) -> int | None:
    if isinstance(value, Mapping):
        plain = _plain(cast("Mapping[object, object]", value))
        return next((found for key in KEYS["start"] if (found := _number(plain.get(key))) is not None), None)
    if isinstance(value, list | tuple):
        return _number(cast("tuple[object, ...]", value)[0]) if value else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _plain(entry: Mapping[object, object]) -> dict[str, object]:
    plain: dict[str, object] = {}
    inner: list[Mapping[object, object]] = []
    for key, value in entry.items():
        name = re.sub(r"[\s-]+", "_", str(key).strip().casefold())
        if isinstance(value, Mapping) and (name == "attributes" or name.endswith("_attributes")):
            inner.append(cast("Mapping[object, object]", value))
        else:
            plain[name] = value
    for attributes in inner:
        plain = _plain(attributes) | plain
    return plain


def _read(entry: object) -> Loose:
    loose = Loose(given=entry)
    if not isinstance(entry, Mapping):
        loose.flaw = f"an entry is an object, this is {type(entry).__name__}"
        return loose
    plain = _plain(cast("Mapping[object, object]", entry))
    found = {
        what: next(
            (key for key in keys if (_number if what == "start" else _words)(plain.get(key)) not in (None, ())), ""
        )
        for what, keys in KEYS.items()
    }
    # Several texts are the parts of one quotation, with words between them that are not of it.
    loose.quote = " … ".join(_words(plain.get(found["quote"])))
    loose.speakers = tuple(dict.fromkeys(_words(plain.get(found["speaker"]))))
    for what in ("cue", "prefix", "suffix"):
        setattr(loose, what, next(iter(_words(plain.get(found[what]))), ""))
    loose.start = _number(plain.get(found["start"]))
    held = plain.get(found["quote"])
    if loose.start is None and isinstance(held, Mapping):
        loose.start = _number(cast("object", held))
    label = plain.get("extraction_class")
    if not loose.quote:
        loose.flaw = f"it has no quotation: no text under any of {', '.join(KEYS['quote'])}"
    elif isinstance(label, str) and not loose.speakers and not _QUOTES & set(re.findall(r"[a-z]+", label.casefold())):
        loose.idle = f"its class, {label!r}, is no quotation's and it has no speaker"
    return loose


def _class_of(entry: object) -> str:
    label = cast("Mapping[str, object]", entry).get("extraction_class") if isinstance(entry, Mapping) else None
    return label.casefold() if isinstance(label, str) else ""


def _group_of(entry: object) -> object:
    return cast("Mapping[str, object]", entry).get("group_index") if isinstance(entry, Mapping) else None


def _grouped(document: list[object], trusted: bool) -> Iterator[Loose]:
    """The extractions of a document of langextract: what follows each other with one group index tells of one quotation."""
    groups: list[list[Loose]] = []
    last: object = None
    seen: set[str] = set()
    for entry in document:
        loose, group, label = _read(entry), _group_of(entry), _class_of(entry)
        if not trusted:
            loose.start = None
        # A class that comes again begins another group: chunks of a text number theirs from 0 each.
        if not groups or group is None or group != last or label in seen:
            groups.append([])
            seen = set()
        groups[-1].append(loose)
        seen.add(label)
        last = group
    for group in groups:
        wholes = [loose for loose in group if not loose.flaw and _PARTS.get(_class_of(loose.given)) is None]
        quotes = [loose for loose in wholes if not loose.idle]
        for loose in group:
            what = _PARTS.get(_class_of(loose.given))
            if what is None or loose.flaw:
                continue
            if len(quotes) != 1:
                loose.idle = loose.idle or f"a {what} of no quotation"
                continue
            loose.part_of, loose.idle = quotes[0], ""
            if what == "cue":
                quotes[0].cue = quotes[0].cue or loose.quote
            elif loose.quote not in quotes[0].speakers:
                quotes[0].speakers += (loose.quote,)
        yield from group


def _document(value: object, text: str) -> Iterator[Loose]:
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
                yield from _grouped(cast("list[object]", held), not isinstance(own, str) or own == text)
                return
    yield _read(whole)


def _parsed(text: str) -> Iterator[object]:
    """The values in JSON, or in JSON lines; a line that is neither is given as its flaw."""
    fenced = _FENCE.match(text)
    text = fenced[1] if fenced else text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        for number, line in enumerate(text.splitlines()):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Loose(given=line, flaw=f"line {number + 1} is no JSON: {error}")
        return
    if isinstance(value, list):
        yield from cast("list[object]", value)
    else:
        yield value


def entries(extractions: object, text: str) -> list[Loose]:
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
    found: list[Loose] = []
    run: list[object] = []
    for value in values:
        if _class_of(value):
            run.append(value)
            continue
        found += _grouped(run, trusted=True)
        run = []
        found += [value] if isinstance(value, Loose) else _document(value, text)
    return [*found, *_grouped(run, trusted=True)]
