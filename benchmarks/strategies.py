"""How many stories are drawn a second, beside records of the same classes that are not linked, in one run."""

from __future__ import annotations

import statistics
import time

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from venezuela_news import Story
from venezuela_news import strategies as own
from venezuela_news._records import ARRAYS
from venezuela_news.strategies._values import value_of

DRAWS, ROUNDS = 300, 5
HEAD = {name: value_of(Story, name) for name in ("id", "title", "summary", "language", "as_of")}
#: The same classes, each record drawn by itself: what they refer to is not there, so that no story is made of them.
UNLINKED = st.builds(dict, **HEAD, **{name: st.lists(getattr(own, name)(), max_size=3) for name in ARRAYS})


#: The same draws in every run.
SETTINGS = settings(
    max_examples=DRAWS,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def records_in(strategy: st.SearchStrategy[Story]) -> list[int]:
    """How many records each drawn story has."""
    counts: list[int] = []

    @SETTINGS
    @given(strategy)
    def draw(story: Story) -> None:
        counts.append(sum(len(getattr(story, name)) for name in ARRAYS))

    draw()
    return counts


def rate(strategy: st.SearchStrategy[object]) -> float:
    """Draws for each second of CPU time."""

    @SETTINGS
    @given(strategy)
    def draw(value: object) -> None:
        pass

    draw()
    start = time.process_time()
    draw()
    return DRAWS / (time.process_time() - start)


def main() -> None:
    large = own.stories(max_records=120)
    counts = records_in(large)
    print(f"larger stories have a median of {statistics.median(counts):.0f} records")
    rates: dict[str, list[float]] = {
        "stories": [],
        "larger stories": [],
        "unlinked records": [],
        "broken documents": [],
    }
    for _ in range(ROUNDS):
        rates["stories"].append(rate(own.stories()))
        rates["larger stories"].append(rate(large))
        rates["unlinked records"].append(rate(UNLINKED))
        rates["broken documents"].append(rate(own.broken_documents()))
    for name, found in rates.items():
        print(f"{name:18} {statistics.median(found):6.0f} a second")
    print(
        f"stories against unlinked records: {statistics.median(rates['stories']) / statistics.median(rates['unlinked records']):.1f} times"
    )


if __name__ == "__main__":
    main()
