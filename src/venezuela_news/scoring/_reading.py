"""What counts: kinds that were asked for, and what stands in sources that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from venezuela_news._records import anchors_of
from venezuela_news._sources import Source

if TYPE_CHECKING:
    from collections.abc import Collection

    from venezuela_news._records import Record
    from venezuela_news.scoring._alignment import AlignedPair, Alignment
    from venezuela_news.scoring._features import StoryFeatures

__all__ = ["Reading"]


@final
class Reading:
    """Which records of two aligned stories count.

    A gold source was read if the predicted story has it too. Where none was, nothing can be told of that, and all
    count. A record counts if a source that was read has an anchor of it, or none has; and so does one that was found.

    Args:
        alignment: The alignment.
        predicted: The predicted story.
        gold: The gold story.
        sources: The ids of the gold sources that were asked for; all, if ``None``.
    """

    def __init__(
        self, alignment: Alignment, predicted: StoryFeatures, gold: StoryFeatures, sources: Collection[str] | None
    ) -> None:
        pairs = [(pair.predicted.id, pair.gold.id) for pair in alignment.pairs["sources"]]
        known = {other for _, other in pairs} or {source.id for source in gold.story.sources}
        self.unread = frozenset(source.id for source in gold.story.sources if source.id not in known)
        """The gold sources that were not read."""
        read = known if sources is None else known & set(sources)
        self.unread_or_unasked = frozenset(source.id for source in gold.story.sources if source.id not in read)
        """The gold sources in which nothing counts."""
        self._asked = sources is not None
        self._away = frozenset(one for one, other in pairs if other not in read), self.unread_or_unasked
        self._matched = {pair.gold.id for each in alignment.pairs.values() for pair in each}
        self._partners = {pair.predicted.id: pair.gold for each in alignment.pairs.values() for pair in each}
        self.left_out = frozenset(id for id, record in gold.records.items() if not self.counts(1, record))
        """The gold records that don't count."""

    def counts(self, side: int, record: Record) -> bool:
        """Tell whether a record counts; the side is 0 for the predicted story, 1 for the gold one."""
        if side == 0 and record.id in self._partners:
            return self.counts(1, self._partners[record.id])
        if side == 1 and record.id in self._matched and not self._asked:
            return True
        standing = {record.id} if isinstance(record, Source) else {anchor.source for _, anchor in anchors_of(record)}
        return not standing or not standing <= self._away[side]

    def counts_pair(self, pair: AlignedPair) -> bool:
        """Tell whether an aligned pair counts."""
        return self.counts(1, pair.gold)
