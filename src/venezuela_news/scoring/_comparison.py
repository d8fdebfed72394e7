"""The comparison of two aligned records, field by field; references agree if the records that they mean do.

What is worded freely (descriptions, labels, gists) can't differ in this sense, and what is anchored is scored by
spans. All other fields are compared, also one that only one of the two fills.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, assert_never, final

from venezuela_news._fields import Kind, fields_of
from venezuela_news._sources import Source
from venezuela_news._works import Work
from venezuela_news.scoring._pairing import can_be_paired
from venezuela_news.scoring._words import words_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from venezuela_news._fields import Field
    from venezuela_news._records import Record
    from venezuela_news.scoring._features import StoryFeatures

__all__ = ["FieldComparison"]

#: Worded freely, or scored by other figures.
_NOT_COMPARED = frozenset(
    {
        "id", "aliases", "same_as", "description", "label", "gist", "text", "condition", "caption", "anchors",
        "attributions",
    }
)  # fmt: skip


@final
class FieldComparison:
    """The comparison of records of two stories.

    Args:
        predicted: The one story.
        gold: The other.
        counterparts: The pairs of ids that can be aligned.
    """

    def __init__(self, predicted: StoryFeatures, gold: StoryFeatures, counterparts: frozenset[tuple[str, str]]) -> None:
        self._predicted = predicted
        self._gold = gold
        self._counterparts = counterparts

    def differences(self, one: Record, other: Record) -> Iterator[tuple[str, Any, Any]]:
        """Give the fields in which a predicted and a gold record differ, with both values, in the model's order."""
        for field in fields_of(type(one)):
            if field.name in _NOT_COMPARED:
                continue
            first: Any = getattr(one, field.name)
            second: Any = getattr(other, field.name)
            if field.name == "rivals":  # said once, meant both ways
                first, second = _rivals(self._predicted, one.id), _rivals(self._gold, other.id)
            if field.name == "name" or (isinstance(one, Work) and field.name == "title"):
                same = self._is_same_name(one.id, other.id, first, second)
            elif isinstance(one, Source) and field.name == "paragraphs":
                same = self._predicted.paragraphs[one.id] == self._gold.paragraphs[other.id]
            elif isinstance(one, Source) and field.name == "digests":
                same = True  # of the same paragraphs, whether their text is here or elsewhere
            else:
                same = self._is_same(field, first, second)
            if not same:
                yield field.name, first, second

    def _is_same_name(self, one: str, other: str, first: str | None, second: str | None) -> bool:
        if first is None or second is None:
            return first is second
        return words_of(first) in self._gold.names[other] or words_of(second) in self._predicted.names[one]

    def _is_same(self, field: Field, first: Any, second: Any) -> bool:
        """Tell whether two values of a field are the same; items in any order.

        Items are pooled by their content, and within a pool paired by what they refer to.
        """
        items, others = _items(field, first), _items(field, second)
        if len(items) != len(others):
            return False
        pools: dict[Hashable, tuple[list[Any], list[Any]]] = {}
        for side, values in enumerate((items, others)):
            for value in values:
                pools.setdefault(_content(field, value), ([], []))[side].append(value)
        refers = partial(self._refer_to_same, field)
        return all(can_be_paired(rows, columns, refers) for rows, columns in pools.values())

    def _refer_to_same(self, field: Field, one: Any, other: Any) -> bool:
        """Tell whether two items of the same content refer to counterparts."""
        if field.ref is not None:
            return (one, other) in self._counterparts
        if field.kind is not Kind.RECORD:
            return True
        return all(
            self._is_same(inner, getattr(one, inner.name), getattr(other, inner.name))
            for inner in fields_of(field.type)
            if inner.ref is not None or inner.kind is Kind.RECORD
        )


def _rivals(story: StoryFeatures, id: str) -> tuple[str, ...]:
    return tuple(target for field, target in story.targets[id] if field == "rivals")


def _items(field: Field, value: Any) -> Sequence[Any]:
    if field.items is not None:
        items: Sequence[Any] = value
        return items
    return () if value is None else (value,)


def _content(field: Field, item: Any) -> Hashable:
    """Give what an item says, with what it refers to left out: a text by its words, other values as they are."""
    if field.ref is not None:
        return None
    match field.kind:
        case Kind.TEXT:
            return words_of(item)
        case Kind.NUMBER | Kind.FLAG | Kind.CHOICE | Kind.DATE:
            value: Hashable = item
            return value
        case Kind.RECORD:
            return tuple(
                frozenset(Counter(_content(inner, each) for each in _items(inner, getattr(item, inner.name))).items())
                for inner in fields_of(field.type)
            )
        case _:
            assert_never(field.kind)
