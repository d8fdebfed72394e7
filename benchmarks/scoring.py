"""How long the shipped story takes to be scored against itself, beside reading it, in one run."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import venezuela_news as vn

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9


def seconds(function: Callable[[], object]) -> float:
    """CPU time of one call: the median of several."""
    found: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        function()
        found.append(time.process_time() - start)
    return statistics.median(found)


def main() -> None:
    story = vn.story()
    document = vn.dumps(story)
    reading = seconds(lambda: vn.loads(document))
    scoring = seconds(lambda: vn.scoring.score(story, story))
    print(f"reading {reading * 1000:.0f} ms, scoring {scoring * 1000:.0f} ms, {scoring / reading:.1f} times")


if __name__ == "__main__":
    main()
