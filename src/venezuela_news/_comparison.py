"""Explain how two stories, records or values of one class differ, in lines that name records and fields.

The pytest plugin imports this module when a comparison fails. It reads the fields off the values themselves, and so
imports no other module of the package.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["explained"]

_WIDTHS = (40, 160)
"""How long a value is shown, in characters: by default, and with ``-v``. With ``-vv`` nothing is shortened."""
_MOST = 40
"""How many lines there are without ``-vv``, where pytest itself sets no limit: in continuous integration."""


def explained(left: Any, right: Any, verbosity: int) -> list[str] | None:
    """A head with how many records differ, and a line for each field; nothing if no field differs.

    Args:
        left: A story, record or value.
        right: Another of its class.
        verbosity: How often ``-v`` is given: 1 shows longer values, 2 or more all of everything.
    """
    comparison = _Comparison(_WIDTHS[verbosity > 0] if verbosity < 2 else None)
    lines = list(comparison.of_fields("", left, right))
    if not lines:
        return None
    head = f"{_called(left)} == {_called(right)}"
    if counts := [f"{count} {what}" for what, count in comparison.counts.items() if count]:
        head += f" (records: {', '.join(counts)})"
    if verbosity < 2 and len(lines) > _MOST:
        lines[_MOST:] = [f"… and {len(lines) - _MOST} lines more, use '-vv' to show"]
    return [head, *lines]


def _is_ours(value: object) -> bool:
    cls: type = type(value)
    return cls.__module__.partition(".")[0] == "venezuela_news" and "__attrs_attrs__" in vars(cls)


def _called(value: Any) -> str:
    return f"{type(value).__name__} {value.id!r}" if hasattr(value, "id") else type(value).__name__


def _fields(value: object) -> dict[str, Any]:
    """The fields that make a value equal to another, by name, with their defaults."""
    cls: type = type(value)
    fields: tuple[Any, ...] = vars(cls)["__attrs_attrs__"]
    return {field.name: field.default for field in fields if field.eq and field.init}


def _are_records(values: Iterable[Any]) -> bool:
    return all(_is_ours(value) and hasattr(value, "id") for value in values)


class _Comparison:
    """Tells what differs, line by line, and counts the records that do."""

    def __init__(self, width: int | None) -> None:
        self.width = width
        self.counts = {"only left": 0, "only right": 0, "changed": 0}

    def of_fields(self, path: str, left: Any, right: Any) -> Iterator[str]:
        prefix = f"{path}." if path else ""
        for name in _fields(left):
            yield from self.of_values(f"{prefix}{name}", getattr(left, name), getattr(right, name))

    def of_values(self, path: str, left: Any, right: Any) -> Iterator[str]:
        if left == right:
            return
        if type(left) is not type(right):
            yield f"{path}: {self.shown(left)} != {self.shown(right)}"
        elif issubclass(type(left), tuple):
            several = self.of_records if _are_records((*left, *right)) else self.of_items
            yield from several(path, left, right)
        elif _is_ours(left) and len(_fields(left)) > 1:
            yield from self.of_fields(path, left, right)
        else:
            yield f"{path}: {' != '.join(self.pair(left, right))}"

    def of_records(self, path: str, left: tuple[Any, ...], right: tuple[Any, ...]) -> Iterator[str]:
        """What differs in records, which are the same where their ids are."""
        lefts, rights = ({record.id: record for record in records} for records in (left, right))
        for side, ours, others in (("left", lefts, rights), ("right", rights, lefts)):
            alone = [id for id in ours if id not in others]
            self.counts[f"only {side}"] += len(alone)
            if alone:
                yield f"{path}: only {side} {self.listed(alone)}"
        both = [id for id in lefts if id in rights]
        self.counts["changed"] += sum(lefts[id] != rights[id] for id in both)
        for id in both:
            yield from self.of_values(f"{path}[{id!r}]", lefts[id], rights[id])
        if both != [id for id in rights if id in lefts]:
            orders = (self.listed([id for id in ids if id in both]) for ids in (lefts, rights))
            yield f"{path}: in another order: {' != '.join(orders)}"

    def of_items(self, path: str, left: tuple[Any, ...], right: tuple[Any, ...]) -> Iterator[str]:
        """What differs in values without an id: at their places, or what one side has and the other has not."""
        alone = (_without(left, right), _without(right, left))
        places = [index for index, (one, other) in enumerate(zip(left, right, strict=False)) if one != other]
        if not any(alone):
            yield f"{path}: in another order: {self.listed(left)} != {self.listed(right)}"
        elif len(left) == len(right) and len(places) <= max(map(len, alone)):
            for index in places:
                yield from self.of_values(f"{path}[{index}]", left[index], right[index])
        else:
            told = (f"only {side} {self.listed(items)}" for side, items in zip(("left", "right"), alone, strict=True))
            yield f"{path}: " + "; ".join(line for line, items in zip(told, alone, strict=True) if items)

    # -- values in a line ---------------------------------------------------------------------

    def shown(self, value: object) -> str:
        if isinstance(value, enum.Enum):
            text = f"{type(value).__name__}.{value.name}"
        elif _is_ours(value) and len(fields := _fields(value)) > 1:
            given = {name: found for name, default in fields.items() if (found := getattr(value, name)) != default}
            text = f"{type(value).__name__}({', '.join(f'{name}={found!r}' for name, found in given.items())})"
        else:
            text = repr(value)
        return text if self.width is None or len(text) <= self.width else text[: self.width - 1] + "…"

    def pair(self, left: Any, right: Any) -> tuple[str, str]:
        """Two values; of long texts, the part where they begin to differ."""
        if self.width is None or not isinstance(left, str) or max(len(left), len(right)) <= self.width - 2:
            return self.shown(left), self.shown(right)
        same = next(
            (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
        )
        start = max(0, same - self.width // 3)
        return self.part(left, start), self.part(right, start)

    def part(self, text: str, start: int) -> str:
        end = start + (self.width or 0) - 4
        return ("…" if start else "") + repr(text[start:end]) + ("…" if end < len(text) else "")

    def listed(self, values: Iterable[object]) -> str:
        """Values behind each other, the last of many left out."""
        room = None if self.width is None else 2 * self.width
        shown: list[str] = []
        items = list(values)
        for value in items:
            text = self.shown(value)
            if room is not None and sum(map(len, shown)) + len(text) > room:
                return f"{', '.join(shown)} and {len(items) - len(shown)} more"
            shown.append(text)
        return ", ".join(shown)


def _without(values: Iterable[object], others: Iterable[object]) -> list[object]:
    """The values that are left when each of the others has taken away its equal."""
    left = list(values)
    for other in others:
        if other in left:
            left.remove(other)
    return left
