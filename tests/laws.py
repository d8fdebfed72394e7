"""Helpers for property tests: how many examples a law needs, and how many of its draws were refused."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis.statistics import collector

if TYPE_CHECKING:
    from collections.abc import Iterator


def examples(times: float) -> settings:
    """Settings for a law that needs more or fewer examples than others: so many times those of the profile."""
    return settings(max_examples=round(times * settings().max_examples))


@contextmanager
def draws_counted() -> Iterator[Counter[str]]:
    """Count what comes of the draws of the laws run inside, by their status; what was filtered out is ``invalid``."""
    counts: Counter[str] = Counter()
    outer = collector.value

    def note(statistics: Any) -> None:
        counts.update(case["status"] for case in statistics.get("generate-phase", {}).get("test-cases", ()))
        if outer is not None:
            outer(statistics)

    with collector.with_value(note):
        yield counts
