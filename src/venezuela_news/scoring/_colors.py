"""Colors: records of several stories that have the same content and the same surroundings get the same number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venezuela_news.scoring._coefficients import bag

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from venezuela_news.scoring._coefficients import Bag
    from venezuela_news.scoring._features import StoryFeatures

__all__ = ["colors"]

_ROUNDS = 3  # how far colors look: 1 is what a record refers to and what refers to it


def colors(stories: Iterable[StoryFeatures]) -> list[dict[str, tuple[int, ...]]]:
    """Color the records of stories, once a round: equal colors say the same, as far as the round looks.

    Weisfeiler and Lehman, *The reduction of a graph to canonical form*, 1968: a new color is the old one with the
    colors of what a record refers to and of what refers to it.
    """
    stories = tuple(stories)
    numbers: dict[Hashable, int] = {}

    def number(content: Hashable) -> int:
        return numbers.setdefault(content, len(numbers))

    current = [{id: number((story.kinds[id], own)) for id, own in story.own.items()} for story in stories]
    history = [{id: [color] for id, color in each.items()} for each in current]
    for _ in range(_ROUNDS):
        current = [
            {
                id: number((color, _around(story.targets[id], old), _around(story.referrers[id], old)))
                for id, color in old.items()
            }
            for story, old in zip(stories, current, strict=True)
        ]
        for lists, each in zip(history, current, strict=True):
            for id, color in each.items():
                lists[id].append(color)
    return [{id: tuple(line) for id, line in each.items()} for each in history]


def _around(references: Iterable[tuple[str, str]], colors: dict[str, int]) -> Bag[tuple[str, int]]:
    """Count the colors at the other ends of references, field by field."""
    return bag((field, colors[id]) for field, id in references)
