"""Where two aligned records differ: field by field, references by whom they mean.

What is worded freely (descriptions, labels, gists) can't differ in this sense, and what is anchored is scored by
spans. All other fields are compared, one that only one of the two fills included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from venezuela_news._fields import Kind, fields_of
from venezuela_news._sources import Source
from venezuela_news.scoring._words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from venezuela_news._fields import Field
    from venezuela_news._records import Record
    from venezuela_news.scoring._reading import Reading

__all__ = ["Agreement"]

#: Worded freely, or scored by other figures.
_SKIPPED = frozenset(
    {"id", "aliases", "description", "label", "gist", "text", "condition", "caption", "anchors", "attributions"}
)


@final
class Agreement:
    """The comparison of records of two stories.

    Args:
        predicted: The one story.
        gold: The other.
        counterparts: The pairs of ids that can be aligned.
    """

    def __init__(self, predicted: Reading, gold: Reading, counterparts: frozenset[tuple[str, str]]) -> None:
        self._predicted = predicted
        self._gold = gold
        self._counterparts = counterparts

    def differences(self, one: Record, other: Record) -> Iterator[tuple[str, Any, Any]]:
        """The fields in which a predicted and a gold record differ, with both values, in the model's order."""
        for field in fields_of(type(one)):
            if field.name in _SKIPPED:
                continue
            first, second = getattr(one, field.name), getattr(other, field.name)
            if isinstance(one, Source) and field.name in ("paragraphs", "digests"):
                same = field.name == "digests" or self._same_text(one.id, other.id)
            elif field.name == "name":
                same = self._same_name(one.id, other.id, first, second)
            elif field.name == "rivals":
                first, second = self._rivals(self._predicted, one.id), self._rivals(self._gold, other.id)
                same = self._same(field, first, second)
            else:
                same = self._same(field, first, second)
            if not same:
                yield field.name, first, second

    def _same_text(self, one: str, other: str) -> bool:
        return self._predicted.paragraphs[one] == self._gold.paragraphs[other]

    def _same_name(self, one: str, other: str, first: str | None, second: str | None) -> bool:
        if first is None or second is None:
            return first is second
        return words(first) in self._gold.names[other] or words(second) in self._predicted.names[one]

    @staticmethod
    def _rivals(reading: Reading, id: str) -> tuple[str, ...]:
        return tuple(target for field, target in reading.targets[id] if field == "rivals")

    def _same(self, field: Field, first: Any, second: Any) -> bool:
        def alike(one: Any, other: Any) -> bool:
            if field.ref is not None:
                return (one, other) in self._counterparts
            if field.kind is Kind.RECORD:
                return self._same_nested(one, other)
            if field.kind is Kind.TEXT:
                return words(one) == words(other)
            return bool(one == other)

        if field.items is not None:
            return _matched(first, second, alike)
        if first is None or second is None:
            return first is second
        return alike(first, second)

    def _same_nested(self, one: object, other: object) -> bool:
        return all(
            self._same(field, getattr(one, field.name), getattr(other, field.name)) for field in fields_of(type(one))
        )


def _matched(first: Sequence[Any], second: Sequence[Any], alike: Callable[[Any, Any], bool]) -> bool:
    """Whether the items of two collections can be paired without a rest (augmenting paths)."""
    if len(first) != len(second):
        return False
    partner: dict[int, int] = {}

    def placed(row: int, seen: set[int]) -> bool:
        for column in range(len(second)):
            if column not in seen and alike(first[row], second[column]):
                seen.add(column)
                if column not in partner or placed(partner[column], seen):
                    partner[column] = row
                    return True
        return False

    return all(placed(row, set()) for row in range(len(first)))
