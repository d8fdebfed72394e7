"""How scoring takes its time: the shipped story beside reading it, and growth on ordinary and on hostile shapes."""

from __future__ import annotations

import math
import random
import statistics
import time
from typing import TYPE_CHECKING, Any

import venezuela_news as vn

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
SIZES = (125, 250, 500, 1_000)
WORDS = [
    f"{a}{b}{c}"
    for a in ("ban", "cor", "del", "fer", "gal", "lim")
    for b in ("a", "e", "i", "o", "u")
    for c in ("nt", "rk", "st", "ld", "ck", "mp", "sh", "th")
]


def seconds(function: Callable[[], object], rounds: int = ROUNDS) -> float:
    """CPU time of one call: the median of several."""
    found: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        function()
        found.append(time.process_time() - start)
    return statistics.median(found)


def story(size: int, gists: list[str], speakers: int = 50) -> vn.Story:
    """A story of so many statements."""
    lines = tuple(f"They spoke, {number}." for number in range(size))
    source = vn.Source(id="text", language="en", paragraphs=lines)
    chance = random.Random(7)
    people = [
        vn.Person(id=f"p{n}", name=" ".join(chance.choices(WORDS, k=2)).title() + f" {n}") for n in range(speakers)
    ]
    statements: list[Any] = []
    for number, gist in enumerate(gists):
        content = vn.Anchor(source="text", paragraph=number, start=0, end=10, exact=lines[number][:10])
        attribution = vn.Attribution(mode=vn.Mode.INDIRECT, content=(content,))
        statements.append(
            vn.Statement(
                id=f"s{number}",
                speakers=(f"p{number % speakers}",),
                gist=gist,
                act=vn.Act.ASSERTIVE,
                attributions=(attribution,),
            )
        )
    return vn.Story(
        id="tale", title="A tale", summary="A tale.", language="en", as_of=vn.PartialDate("2020-03-02"),
        sources=(source,), people=tuple(people), statements=tuple(statements),
    )  # fmt: skip


def unanchored(one: vn.Story, seed: int) -> vn.Story:
    """The same statements in another order, of another text: they can be told by their words alone."""
    import attrs

    chance = random.Random(seed)
    source = attrs.evolve(
        one.sources[0], paragraphs=tuple(line.replace("They", "We") for line in one.sources[0].paragraphs)
    )
    statements = list(one.statements)
    chance.shuffle(statements)
    moved = []
    for number, statement in enumerate(statements):
        words = statement.gist.split()
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        content = vn.Anchor(source="text", paragraph=number, start=0, end=8, exact=source.paragraphs[number][:8])
        attribution = attrs.evolve(statement.attributions[0], content=(content,))
        moved.append(attrs.evolve(statement, id=f"t{number}", gist=" ".join(words), attributions=(attribution,)))
    return attrs.evolve(one, sources=(source,), statements=tuple(moved))


def different(size: int) -> vn.Story:
    """Statements that have nothing but common words in common."""
    chance = random.Random(size)
    return story(
        size,
        [" ".join(["the", *chance.choices(WORDS, k=8), "of", "the", *chance.choices(WORDS, k=4)]) for _ in range(size)],
    )


def alike(size: int) -> vn.Story:
    """Statements that share all words but a number."""
    return story(
        size, [f"The speaker said that the council will vote on item {number} tomorrow" for number in range(size)]
    )


def few_words(size: int) -> vn.Story:
    """Statements of a few words, over and over."""
    chance = random.Random(size)
    return story(size, [" ".join(chance.choices(WORDS[:20], k=10)) for _ in range(size)])


def same(size: int) -> vn.Story:
    """The same statement, by many speakers."""
    return story(size, ["The border stays open" for _ in range(size)], speakers=size)


def main() -> None:
    shipped = vn.story()
    document = vn.dumps(shipped)
    reading = seconds(lambda: vn.loads(document))
    scoring = seconds(lambda: vn.scoring.score(shipped, shipped))
    print(f"reading {reading * 1000:.0f} ms, scoring {scoring * 1000:.0f} ms, {scoring / reading:.1f} times")
    print(f"{'statements':32}" + "".join(f"{size:>9}" for size in SIZES) + f"{'exponent':>10}{'exact':>7}")
    for make in (different, alike, few_words, same):
        times: list[float] = []
        for size in SIZES:
            gold = make(size)
            predicted = unanchored(gold, size)
            start = time.process_time()
            card = vn.scoring.score(predicted, gold)
            times.append(time.process_time() - start)
        exponent = math.log(times[-1] / times[-3]) / math.log(SIZES[-1] / SIZES[-3])
        name = f"{make.__name__} (F1 {card.statements.f1:.3f})"
        print(f"{name:32}" + "".join(f"{each:>8.2f}s" for each in times) + f"{exponent:>10.2f}{card.exact!s:>7}")


if __name__ == "__main__":
    main()
