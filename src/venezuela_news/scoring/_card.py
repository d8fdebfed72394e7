"""The result of scoring one story: its figures, and what was missed, invented and confused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, final

import attrs

from venezuela_news._dates import Interval, PartialDate
from venezuela_news._fields import fields_of
from venezuela_news._records import ARRAYS, Record, label_of
from venezuela_news._sources import Source
from venezuela_news._statements import Stance
from venezuela_news.scoring._corpus import DocumentScores
from venezuela_news.scoring._page import figures_page, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Card", "Confusion", "Match", "Unmatched"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Match:
    """Two records that were aligned.

    Args:
        kind: The array in which they are, such as ``"people"``.
        predicted: The predicted record.
        gold: The gold record.
        similarity: How similar they are, above 0.5, 1 at most.
    """

    kind: str
    predicted: Record
    gold: Record
    similarity: float

    def __repr__(self) -> str:
        return f"<Match: {self.kind} {self.predicted.id!r} for {self.gold.id!r}, similarity {self.similarity:.3f}>"

    def as_dict(self) -> dict[str, Any]:
        """The kind, both ids and the similarity."""
        return {"kind": self.kind, "predicted": self.predicted.id, "gold": self.gold.id, "similarity": self.similarity}


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Unmatched:
    """A record without a partner: a miss, if it is a gold record; an invention, if it was predicted.

    Args:
        kind: The array in which it is.
        record: The record.
        nearest: The most similar record of the other story among those it was compared with, if any is similar at all;
            it may be the partner of another.
        similarity: How similar that is.
        follows_from: Records without a partner by which this one is told: a stance's holder or claim, a statement's
            speakers, a group's members.
    """

    kind: str
    record: Record
    nearest: Record | None
    similarity: float
    follows_from: tuple[Record, ...]

    def __repr__(self) -> str:
        near = f", nearest {self.nearest.id!r} {self.similarity:.3f}" if self.nearest else ""
        return f"<Unmatched: {self.kind} {self.record.id!r}{near}>"

    def as_dict(self) -> dict[str, Any]:
        """The kind, the id and what the record is called, the nearest and its similarity, and what it follows from."""
        return {
            "kind": self.kind,
            "id": self.record.id,
            "label": _words_for(self.record),
            "nearest": self.nearest.id if self.nearest else None,
            "similarity": self.similarity,
            "follows_from": [record.id for record in self.follows_from],
        }


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Confusion:
    """A field in which two aligned records differ.

    Args:
        match: The records.
        field: The field's name.
        predicted: What the predicted record has there.
        gold: What the gold record has there.
        follows_from: Records without a partner that the field names, in either story.
    """

    match: Match
    field: str
    predicted: Any
    gold: Any
    follows_from: tuple[Record, ...] = ()

    def __repr__(self) -> str:
        match = self.match
        return f"<Confusion: {match.kind} {match.predicted.id!r} for {match.gold.id!r} in {self.field!r}>"

    def as_dict(self) -> dict[str, Any]:
        """The kind, both ids, the field, both values as plain data, and what it follows from."""
        return {
            "kind": self.match.kind,
            "records": {"predicted": self.match.predicted.id, "gold": self.match.gold.id},
            "field": self.field,
            "predicted": _plain_data(self.predicted),
            "gold": _plain_data(self.gold),
            "follows_from": [record.id for record in self.follows_from],
        }


@final
@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Card(DocumentScores):
    """How close a predicted story is to the gold story: its figures, and what is behind them.

    Args:
        matches: The aligned pairs, kind by kind, in the gold story's order.
        opposed: Pairs of which one denies what the other says: confusions, and no matches.
        misses: The gold records without a partner, in the gold story's order.
        inventions: The predicted records without a partner, in the predicted story's order.
        confusions: The fields in which aligned records differ.
        unread: The gold sources that the predicted story does not have: what stands in them alone is not missed.

    Two cards can be added: the sum is a :class:`CorpusCard`.
    """

    matches: tuple[Match, ...]
    opposed: tuple[Match, ...]
    misses: tuple[Unmatched, ...]
    inventions: tuple[Unmatched, ...]
    confusions: tuple[Confusion, ...]
    unread: tuple[Source, ...]

    def __repr__(self) -> str:
        listed = {"misses": self.misses, "inventions": self.inventions, "confusions": self.confusions}
        return f"{super().__repr__()[:-1]}, {', '.join(f'{len(each)} {name}' for name, each in listed.items())}>"

    def __str__(self) -> str:
        return self.render()

    def as_dict(self) -> dict[str, Any]:
        """The card as plain data that every JSON writer takes."""
        return (
            {"document": self.document}
            | super().as_dict()
            | {
                "matches": [match.as_dict() for match in self.matches],
                "opposed": [match.as_dict() for match in self.opposed],
                "misses": [miss.as_dict() for miss in self.misses],
                "inventions": [invention.as_dict() for invention in self.inventions],
                "confusions": [confusion.as_dict() for confusion in self.confusions],
                "unread": [source.id for source in self.unread],
            }
        )

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """The figures and the lists as tables: a list of rows for each, all rows of a table with the same keys."""
        return super().tables() | {
            "matches": [
                match.as_dict() | {"opposed": opposed}
                for opposed, matches in enumerate((self.matches, self.opposed))
                for match in matches
            ],
            "misses": [miss.as_dict() for miss in self.misses],
            "inventions": [invention.as_dict() for invention in self.inventions],
            "confusions": [
                {
                    "kind": confusion.match.kind,
                    "predicted_id": confusion.match.predicted.id,
                    "gold_id": confusion.match.gold.id,
                    "field": confusion.field,
                    "predicted": _in_words(_plain_data(confusion.predicted)),
                    "gold": _in_words(_plain_data(confusion.gold)),
                    "follows_from": [record.id for record in confusion.follows_from],
                }
                for confusion in self.confusions
            ],
        }

    def render(self) -> str:
        """The card as a page of text: a table of the figures, then the lists that are not empty."""
        lists = (*_list_of("misses", self.misses), *_list_of("inventions", self.inventions))
        return figures_page(self, {}, (*lists, *self._confusions(), *self._unread()))

    def _confusions(self) -> Iterator[str]:
        if self.confusions:
            yield ""
            yield f"confusions ({len(self.confusions)})"
        for confusion in self.confusions:
            match = confusion.match
            yield f"  {match.kind}: {match.predicted.id} for {match.gold.id}, {confusion.field}"
            yield f"    predicted: {shortened(_in_words(_plain_data(confusion.predicted)))}"
            yield f"    gold:      {shortened(_in_words(_plain_data(confusion.gold)))}"
            yield from _reasons(confusion.follows_from)

    def _unread(self) -> Iterator[str]:
        if self.unread:
            yield ""
            yield f"not read: {', '.join(source.id for source in self.unread)}; what stands there alone is not missed"


_KINDS: dict[type[Record], str] = {cls: kind for kind, cls in ARRAYS.items()}


def _list_of(title: str, left: Sequence[Unmatched]) -> Iterator[str]:
    if left:
        yield ""
        yield f"{title} ({len(left)})"
    for each in left:
        yield f"  {each.kind}: {each.record.id}  {shortened(_words_for(each.record))}"
        if each.nearest is not None:
            yield f"    nearest: {each.nearest.id} ({each.similarity:.2f})  {shortened(_words_for(each.nearest))}"
        yield from _reasons(each.follows_from)


def _reasons(records: Sequence[Record]) -> Iterator[str]:
    if records:
        yield f"    follows from: {', '.join(f'{_KINDS[type(record)]} {record.id}' for record in records)}"


def _words_for(record: Record) -> str:
    """Give the words by which a reader knows a record; a stance is known by what it says."""
    if isinstance(record, Stance):
        return f"{record.holder} {record.position} {record.claim}"
    return label_of(record)


def _plain_data(value: object) -> Any:
    """Turn the value of a field into plain data, fit for JSON."""
    if isinstance(value, PartialDate | Interval | str):
        return str(value)
    if isinstance(value, tuple):
        return [_plain_data(item) for item in cast("tuple[object, ...]", value)]
    if hasattr(type(value), "__checked__"):
        pairs = ((field.name, getattr(value, field.name)) for field in fields_of(type(value)))
        return {name: _plain_data(item) for name, item in pairs if item is not None}
    return value


def _in_words(plain: object) -> str:
    """Write plain data as one line for people."""
    if isinstance(plain, list):
        return ", ".join(map(_in_words, cast("list[object]", plain))) or "nothing"
    if isinstance(plain, dict):
        given = cast("dict[str, object]", plain).values()
        return " ".join(_in_words(item) for item in given if item is not False)
    return "nothing" if plain is None else str(plain)
