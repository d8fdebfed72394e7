"""The comparison of two aligned records, fact by fact.

1. A fact is what a field says: one for a value, one for each reference, one for each value inside a role, a quotation or
   an attribution. What is absent, or is what the field says unless told otherwise, is no fact.
2. References agree if the records that they mean stand for each other. Values agree if they are equal, texts if they
   have the same words, names if one is among the other's names and aliases.
3. What is worded freely (descriptions, labels, gists, conditions, captions, the text of claims) agrees if both tell it,
   unless one denies what the other says. Aliases, ``same_as`` and ids are no facts; anchors are scored by spans.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, assert_never, final

import attrs

from venezuela_news._fields import Field, Kind, cached_per_class, fields_of
from venezuela_news._sources import Anchor, Source
from venezuela_news._statements import Attribution, Claim, Stance
from venezuela_news._works import Work
from venezuela_news.scoring._assignment import assign
from venezuela_news.scoring._candidates import Keys, candidates
from venezuela_news.scoring._polarity import PROPOSITIONS, turned
from venezuela_news.scoring._regions import region_similarity

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from venezuela_news._records import Record
    from venezuela_news.scoring._assignment import Edge
    from venezuela_news.scoring._similarity import Similarity

__all__ = ["FieldComparison", "FieldResult", "compared_fields"]

_NOT_COMPARED: Final = frozenset({"id", "aliases", "same_as", "anchors", "digests"})
_WORDED_FREELY: Final = frozenset({"description", "label", "gist", "condition", "caption"})


@final
@attrs.frozen(weakref_slot=False)
class FieldResult:
    """A field of two aligned records.

    Args:
        name: The field's name.
        predicted: What the predicted record has there.
        gold: What the gold record has there.
        same: Whether both say the same.
        facts: How many facts agree, and how many each of the two says.
        always: Whether the field always says something.
    """

    name: str
    predicted: Any
    gold: Any
    same: bool
    facts: tuple[int, int, int]
    always: bool


@cached_per_class
def compared_fields(cls: type) -> tuple[Field, ...]:
    """Give the fields of a class that are compared."""
    return tuple(field for field in fields_of(cls) if field.name not in _NOT_COMPARED and field.type is not Anchor)


def _is_always_told(field: Field) -> bool:
    """Tell whether a field always says something: that nobody is credited is a finding as well."""
    return field.required or field.name == "speakers"


@final
class FieldComparison:
    """The comparison of records of two stories.

    Args:
        similarity: What compared them, and knows which stand for each other.
        left_out: Gold records that don't count, and are no facts where others refer to them.
        unread: Gold sources whose attributions don't count.
    """

    def __init__(
        self, similarity: Similarity, left_out: Container[str] = frozenset(), unread: Container[str] = frozenset()
    ) -> None:
        self._similarity = similarity
        self._sides = similarity.predicted, similarity.gold
        self._counterparts = similarity.counterparts
        self._left_out = left_out
        self._unread = unread

    def agreeing(self, one: Record, other: Record) -> int:
        """Count the facts in which a predicted and a gold record agree."""
        return sum(result.facts[0] for result in self.results(one, other))

    def results(self, one: Record, other: Record) -> Iterator[FieldResult]:
        """Compare the fields of a predicted and a gold record, those that either tells, in the model's order."""
        for field in compared_fields(type(one)):
            first, second = self._value(0, one, field), self._value(1, other, field)
            facts = self._facts(field, first), self._facts(field, second)
            always = _is_always_told(field)
            if any(facts) or always:
                agreeing = self._agreeing(field, one, other, first, second)
                same = facts[0] == facts[1] == agreeing
                shown = getattr(one, field.name), getattr(other, field.name)
                yield FieldResult(field.name, *shown, same, (agreeing, *facts), always)

    def facts(self, side: int, record: Record) -> Iterator[tuple[Field, int]]:
        """Give the fields that a record tells, and how many facts each says; the side is 0 for the predicted story."""
        for field in compared_fields(type(record)):
            count = self._facts(field, self._value(side, record, field))
            if count or _is_always_told(field):
                yield field, count

    # -- what a record says -----------------------------------------------------------------------

    def _value(self, side: int, record: Record, field: Field) -> Any:
        """Give what counts of a field's value."""
        value: Any = getattr(record, field.name)
        if field.name == "rivals":  # said once, meant both ways
            value = tuple(target for name, target in self._sides[side].targets[record.id] if name == "rivals")
        if side == 1 and field.ref is not None:
            if field.items is not None:
                return tuple(id for id in value if id not in self._left_out)
            return None if value in self._left_out else value
        if side == 1 and field.type is Attribution:
            return tuple(each for each in value if each.content[0].source not in self._unread)
        return value

    def _facts(self, field: Field, value: Any) -> int:
        if field.name == "paragraphs":
            return 1  # one text, whether it is here or elsewhere
        items = _items(field, value)
        if field.kind is not Kind.RECORD:
            return len(items)
        return sum(
            self._facts(inner, getattr(item, inner.name)) for item in items for inner in compared_fields(field.type)
        )

    # -- what two records say ---------------------------------------------------------------------

    def _agreeing(self, field: Field, one: Record, other: Record, first: Any, second: Any) -> int:
        """Count the facts of a field in which two records agree."""
        if isinstance(one, Source) and field.name == "paragraphs":
            return int(self._sides[0].paragraphs[one.id] == self._sides[1].paragraphs[other.id])
        if field.name == "name" or (isinstance(one, Work) and field.name == "title"):
            return int(self._is_same_name(one.id, other.id, first, second))
        if field.name in _WORDED_FREELY or (isinstance(one, Claim) and field.name == "text"):
            told = first is not None and second is not None
            opposed = field.name == PROPOSITIONS.get(type(one)) and self._similarity.are_opposed(one, other)
            return int(told and not opposed)
        if isinstance(one, Stance) and isinstance(other, Stance) and field.name == "position":
            return int(one.position is self.expected_position(one, other))
        if field.type is Attribution:
            return self._attributions(first, second)
        return self._items_agreeing(field, _items(field, first), _items(field, second))

    def expected_position(self, one: Stance, other: Stance) -> Any:
        """Give the position that a predicted stance should have: the other one, if its claim is the negation."""
        claims = self._sides[0].records[one.claim], self._sides[1].records[other.claim]
        return turned(other.position) if self._similarity.are_opposed(*claims) else other.position

    def _is_same_name(self, one: str, other: str, first: str | None, second: str | None) -> bool:
        if first is None or second is None:
            return False
        ours, theirs = self._sides
        return ours.words(first) in theirs.names[other] or theirs.words(second) in ours.names[one]

    def _items_agreeing(self, field: Field, items: Sequence[Any], others: Sequence[Any]) -> int:
        """Pair the items of two values so that the most facts agree."""
        if not items or not others:
            return 0
        if field.ref is not None:
            return self._counterparts.in_common(items, others)
        if field.kind is Kind.RECORD:
            return self._nested(field, items, others)
        first, second = (
            Counter(self._content(side, field, item) for item in each) for side, each in enumerate((items, others))
        )
        return (first & second).total()

    def _nested(self, field: Field, items: Sequence[Any], others: Sequence[Any]) -> int:
        """Pair nested records: first those that say the same, then the others as they agree best."""
        pools = [
            Counter(self._content(side, field, item) for item in each) for side, each in enumerate((items, others))
        ]
        found = 0
        for contents in list(pools[0].keys() & pools[1].keys()):
            common = min(pools[0][contents], pools[1][contents])
            found += common * len(contents)
            for pool in pools:
                pool[contents] -= common
        rows, columns = (list(pool.elements()) for pool in pools)
        pairs = candidates([Keys(signs=row) for row in rows], [Keys(signs=column) for column in columns]).pairs
        weights: dict[Edge, int] = {(i, j): len(rows[i] & columns[j]) for i, j in pairs}
        return found + sum(weights[edge] for edge in assign(weights).pairs)

    def _content(self, side: int, field: Field, item: Any) -> Any:
        """Give what an item says: a reference by whom it can mean, a text by its words, other values as they are.

        Of a nested record, that is the set of what its fields say.
        """
        if field.ref is not None:
            family = self._counterparts.family(side, item)
            return (side, item) if family is None else family
        match field.kind:
            case Kind.TEXT:
                return self._sides[side].words(item)
            case Kind.NUMBER | Kind.FLAG | Kind.CHOICE | Kind.DATE:
                return item
            case Kind.RECORD:
                return frozenset(
                    (inner.name, self._content(side, inner, value))
                    for inner in compared_fields(field.type)
                    for value in _items(inner, getattr(item, inner.name))
                )
            case _:
                assert_never(field.kind)

    def _attributions(self, ours: Sequence[Attribution], theirs: Sequence[Attribution]) -> int:
        """Pair attributions by where their contents stand, and count those of the same mode."""
        contents = [
            [features.region(attribution.content) for attribution in each]
            for features, each in zip(self._sides, (ours, theirs), strict=True)
        ]
        weights = {
            (i, j): 2 * similarity + (ours[i].mode is theirs[j].mode)
            for i, one in enumerate(contents[0])
            for j, other in enumerate(contents[1])
            if (similarity := region_similarity(one, other))
        }
        return sum(ours[i].mode is theirs[j].mode for i, j in assign(weights).pairs)


def _items(field: Field, value: Any) -> Sequence[Any]:
    """Give what a field says: the items of several, one value, or nothing where it says what goes without saying."""
    if field.items is not None:
        items: Sequence[Any] = value
        return items
    silent = value is None or (not field.required and value == field.default)
    return () if silent else (value,)
