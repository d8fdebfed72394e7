"""The score of spans: where attributions name the speaker, the cue and the content, and where records are anchored.

Two attributions are compared where their contents share a code point, whatever was aligned. Two statements earn what
their best two attributions earn, and for each figure statements are assigned to each other so that they earn the most.
A span earns what share of it is covered: one that contains another finds all of it, and is right in a part.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias, final

from venezuela_news.scoring._assignment import assign
from venezuela_news.scoring._candidates import Keys, candidates
from venezuela_news.scoring._coefficients import SCALE
from venezuela_news.scoring._measures import ROLES
from venezuela_news.scoring._regions import length_of, shared_length

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from venezuela_news._statements import Statement
    from venezuela_news.scoring._assignment import Edge
    from venezuela_news.scoring._features import StoryFeatures
    from venezuela_news.scoring._keys import KeyMaker
    from venezuela_news.scoring._measures import Tally
    from venezuela_news.scoring._regions import Region

__all__ = ["AttributionSpans", "count_anchors"]

_Attribution: TypeAlias = "tuple[Region, dict[str, Region]]"
_Shares: TypeAlias = "tuple[int, int]"  # of the predicted and of the gold span, in millionths
_DIGITS = 24


def count_anchors(tally: Tally, ours: Sequence[Region], theirs: Sequence[Region]) -> None:
    """Count the anchors of two aligned records: the same ones, and what share of each is covered.

    Args:
        tally: Where they are counted.
        ours: The anchors of the predicted record, each a region; none, if there is no such record.
        theirs: Those of the gold record.
    """
    same = (Counter(map(_frozen, ours)) & Counter(map(_frozen, theirs))).total()
    shares = {"strict": (same, same), "overlap": (_covered(ours, theirs), _covered(theirs, ours))}
    for way, (matched, found) in shares.items():
        tally[f"anchors.{way}.matched"] += matched
        tally[f"anchors.{way}.found"] += found
        tally[f"anchors.{way}.predicted"] += len(ours)
        tally[f"anchors.{way}.gold"] += len(theirs)


def _frozen(region: Region) -> frozenset[object]:
    return frozenset(region.items())


def _covered(spans: Iterable[Region], others: Sequence[Region]) -> float:
    """Add up the shares of spans that others cover; in millionths first, so that their order says nothing."""
    best = ((max((shared_length(span, other) for other in others), default=0), length_of(span)) for span in spans)
    return sum(SCALE * both // length for both, length in best) / SCALE


@final
class AttributionSpans:
    """The attributions of the statements of two stories.

    Args:
        predicted: The one story.
        gold: The other.
        keys: What finds statements that stand in the same place.
        statements: The statements that count, predicted and gold.
        unread: Gold sources that don't count.
    """

    def __init__(
        self,
        predicted: StoryFeatures,
        gold: StoryFeatures,
        keys: KeyMaker,
        statements: tuple[Sequence[Statement], Sequence[Statement]],
        unread: Container[str],
    ) -> None:
        self._spans = _spans(predicted, statements[0], frozenset[str]()), _spans(gold, statements[1], unread)
        ours, theirs = ([_keys(keys, line) for line in each] for each in self._spans)
        found = candidates(ours, theirs)
        self.exact = found.complete
        """Whether no other assignment earns more, for sure."""
        self._pairs = found.pairs

    def count(self, tally: Tally) -> None:
        """Count what was right, found, predicted and there, for each role, strictly and by overlap."""
        strict: dict[str, dict[Edge, _Shares]] = {role: {} for role in ROLES}
        overlap: dict[str, dict[Edge, _Shares]] = {role: {} for role in ROLES}
        for edge in self._pairs:
            for one, other in self._comparable(edge):
                for role in one.keys() & other.keys():
                    _raise_to(strict[role], edge, (SCALE, SCALE) if one[role] == other[role] else (0, 0))
                    _raise_to(overlap[role], edge, _shares(one[role], other[role]))
        for role in ROLES:
            for way, earned in (("strict", strict[role]), ("overlap", overlap[role])):
                self._count_assigned(tally, f"attributions.{role}.{way}", earned)
                for side, spans in zip(("predicted", "gold"), self._spans, strict=True):
                    told = sum(any(role in regions for _, regions in attributions) for attributions in spans)
                    tally[f"attributions.{role}.{way}.{side}"] += told

    def _comparable(self, edge: Edge) -> Iterable[tuple[dict[str, Region], dict[str, Region]]]:
        for content, one in self._spans[0][edge[0]]:
            for other_content, other in self._spans[1][edge[1]]:
                if shared_length(content, other_content):
                    yield one, other

    def _count_assigned(self, tally: Tally, name: str, earned: dict[Edge, _Shares]) -> None:
        best = assign({edge: _worth(shares) for edge, shares in earned.items() if shares != (0, 0)})
        self.exact = self.exact and best.exact
        for side, what in enumerate(("matched", "found")):
            tally[f"{name}.{what}"] += sum(earned[edge][side] for edge in best.pairs) / SCALE


def _spans(
    features: StoryFeatures, statements: Sequence[Statement], unread: Container[str]
) -> list[list[_Attribution]]:
    """Read the attributions of each statement: the content, and all that is anchored by role."""
    return [
        [
            (
                features.region(attribution.content),
                {role: features.region(getattr(attribution, role)) for role in ROLES if getattr(attribution, role)},
            )
            for attribution in statement.attributions
            if attribution.content[0].source not in unread
        ]
        for statement in statements
    ]


def _keys(keys: KeyMaker, attributions: Sequence[_Attribution]) -> Keys:
    """Give the keys of a statement: where its contents stand; and what is just the same promises more."""
    signs = set(keys.blocks(content for content, _ in attributions))
    signs.update((role, _frozen(region)) for _, regions in attributions for role, region in regions.items())
    return Keys(signs=frozenset(signs))


def _shares(one: Region, other: Region) -> _Shares:
    both = shared_length(one, other)
    return SCALE * both // length_of(one), SCALE * both // length_of(other)


def _worth(shares: _Shares) -> int:
    """Weigh two spans: by the harmonic mean of their shares, then by their sum."""
    return (2 * shares[0] * shares[1] // max(sum(shares), 1) << _DIGITS) + sum(shares)


def _raise_to(earned: dict[Edge, _Shares], edge: Edge, shares: _Shares) -> None:
    """Keep the most that a pair of statements earns."""
    if edge not in earned or _worth(shares) > _worth(earned[edge]):
        earned[edge] = shares
