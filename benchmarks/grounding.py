"""How fast quotations are located, beside langextract's aligner and gtrex, in one run.

    python benchmarks/grounding.py [--rounds 5] [--langextract 20] [--no-scale]

A thousand quotations against one text of 10,000 generated words: six in ten verbatim, two folded, one altered, one
invented. CPU time, medians of interleaved rounds. langextract, being slow, is given the first 20 or as many as told, in
one call, and its time is scaled to a thousand. That flatters it: its cost grows by more than the number of quotations.
`--langextract all` scales nothing, takes a minute or two, and is run once.
Then how time grows with the text, for plain words and for texts made to be hard.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING

from venezuela_news.grounding import Text, locate

if TYPE_CHECKING:
    from collections.abc import Callable

QUOTATIONS = 1_000


def vocabulary(random_: random.Random, size: int = 4_000) -> list[str]:
    syllables = ["ka", "lo", "mi", "re", "san", "tor", "ve", "ün", "dá", "que", "pel", "os"]
    return sorted({"".join(random_.choices(syllables, k=random_.randint(1, 4))) for _ in range(size)})


def text_of(count: int, random_: random.Random) -> list[str]:
    words = vocabulary(random_)
    weights = [1 / (rank + 1) for rank in range(len(words))]
    random_.shuffle(words)
    result = random_.choices(words, weights, k=count)
    for index in range(0, count, 12):
        result[index] = result[index].capitalize()
    for index in range(11, count, 12):
        result[index] += "."
    return result


def quotations(words: list[str], count: int, random_: random.Random) -> list[str]:
    result: list[str] = []
    for number in range(count):
        size = random_.randint(5, 14)
        start = random_.randrange(len(words) - size)
        chosen = words[start : start + size]
        kind = number % 10
        if kind in {6, 7}:
            chosen = [word.upper() for word in chosen]
        elif kind == 8:
            chosen[size // 2] = "otherwise"
        elif kind == 9:
            chosen = random_.choices(words, k=size)
            chosen[::2] = [f"{word}x" for word in chosen[::2]]
        result.append(" ".join(chosen))
    return result


def cpu(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def ours(text: str, quotes: list[str]) -> None:
    index = Text(text)
    for quote in quotes:
        locate(index, quote)


def peers(for_langextract: int) -> dict[str, tuple[Callable[[str, list[str]], None], int]]:
    """The peers that are installed, each with how many quotations it is given."""
    result: dict[str, tuple[Callable[[str, list[str]], None], int]] = {}
    try:
        import gtrex
    except ImportError:
        print("gtrex is not installed: python -m pip install gtrex")
    else:

        def by_gtrex(text: str, quotes: list[str]) -> None:
            verifier = gtrex.Verifier(text, gtrex.Policy())
            for quote in quotes:
                verifier.verify(quote)

        result["gtrex"] = (by_gtrex, QUOTATIONS)
    try:
        from langextract import data, resolver
    except ImportError:
        print("langextract is not installed: python -m pip install langextract")
    else:

        def by_langextract(text: str, quotes: list[str]) -> None:
            extractions = [data.Extraction(extraction_class="quote", extraction_text=quote) for quote in quotes]
            list(resolver.WordAligner().align_extractions([extractions], text))

        result["langextract"] = (by_langextract, for_langextract)
    return result


def compare(rounds: int, for_langextract: int) -> None:
    random_ = random.Random(20190123)
    words = text_of(10_000, random_)
    text, quotes = " ".join(words), quotations(words, QUOTATIONS, random_)
    others = peers(for_langextract)
    times: dict[str, list[float]] = {name: [] for name in ("locate", *others)}
    for round_ in range(rounds):
        times["locate"].append(cpu(lambda: ours(text, quotes)))
        for name, (run, count) in others.items():
            most = rounds if name == "gtrex" else 3 if count < 100 else 1
            if round_ < most:
                times[name].append(cpu(lambda run=run, given=quotes[:count]: run(text, given)) * QUOTATIONS / count)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"1,000 quotations in 10,000 words, CPU seconds, median of {rounds} rounds")
    for name, median in medians.items():
        note = ""
        if name == "langextract":
            scaled = f"scaled from {for_langextract} quotations" if for_langextract < QUOTATIONS else "not scaled"
            note = f"  ({scaled}, rounds: {len(times[name])})"
        print(f"  {name:12} {median:10.4f}  locate takes {medians['locate'] / median:8.5f} of it{note}")
    index = Text(text)
    for quote in quotes:
        locate(index, quote)
    print("one quotation, the index built, microseconds of CPU, median")
    for name, places in {"verbatim": range(6), "folded": (6, 7), "altered": (8,), "invented": (9,)}.items():
        chosen = [quote for number, quote in enumerate(quotes) if number % 10 in places]
        each = [cpu(lambda quote=quote: [locate(index, quote) for _ in range(5)]) / 5 for quote in chosen]
        print(f"  {name:12} {statistics.median(each) * 1e6:10.1f}")


def grow() -> None:
    random_ = random.Random(1958)
    kinds: dict[str, Callable[[int], tuple[str, str]]] = {
        "plain words, verbatim": lambda n: (" ".join(text_of(n, random_)) + " end of it all", "end of it all"),
        "plain words, folded": lambda n: (" ".join(text_of(n, random_)) + " end of it all", "END OF IT ALL"),
        "plain words, altered": lambda n: (" ".join(text_of(n, random_)) + " end of it all", "END OF IT NOW"),
        "one letter, unspaced": lambda n: ("a" * (6 * n), "A" * 50),
        "one letter, spaced": lambda n: ("a " * n, "A " * 50 + "b"),
        "the same, ambiguous": lambda n: ("a " * n, "A " * 50),
        "near matches": lambda n: ("the old red boat sank " * (n // 5), "the old tan boat sank"),
        "a gap in repeats": lambda n: ("a b " * (n // 2), "A … b … c"),
        "marks and joiners": lambda n: ("e\u0301\u200b " * n, "e e x"),
        "marks out of order": lambda n: ("e" + "\u0300\u0316" * n, "e e x"),
        "marks around": lambda n: ("we go home", "-'" * n + "we go" + "'-" * n),
        "marks of another kind": lambda n: ("a, " * n, "a; " * 100 + "a"),
        "interruptions": lambda n: ("“a,” b, “c,” " * (n // 3), "a, c, z"),
        "tags": lambda n: ("<b>a</b> " * n, "a a z"),
        "no spaces": lambda n: ("ไม่ไป" * (n // 5), "ไปไหน"),
        "line ends": lambda n: ("a-\n" * n, "a"),
        "brackets around": lambda n: ("we go home", "(" * n + "we go" + ")" * n),
        "many bracketed words": lambda n: ("some of the words " * 250, "some " + "[word] " * (n // 4) + "words"),
    }
    print("CPU seconds for one quotation, index included, by words of text")
    print(f"  {'':24}{'10,000':>10}{'100,000':>10}{'1,000,000':>11}{'exponent':>10}")
    for name, make in kinds.items():
        row: list[float] = []
        for size in (10_000, 100_000, 1_000_000):
            text, quote = make(size)
            row.append(cpu(lambda text=text, quote=quote: locate(text, quote)))
        exponent = math.log10(row[2] / row[1])
        print(f"  {name:24}{row[0]:10.4f}{row[1]:10.4f}{row[2]:11.4f}{exponent:10.2f}")


def count_of(text: str) -> int:
    """How many quotations: a number from 1 to 1,000, or `all`."""
    count = QUOTATIONS if text == "all" else int(text)
    if not 0 < count <= QUOTATIONS:
        raise argparse.ArgumentTypeError(f"{count} is not from 1 to {QUOTATIONS:,}")
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description="How fast quotations are located.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--langextract",
        type=count_of,
        default=20,
        metavar="N",
        help="quotations for langextract in one call, up to 1,000 or `all`; fewer are scaled (default: 20)",
    )
    parser.add_argument("--no-scale", action="store_true", help="leave out the table of sizes")
    arguments = parser.parse_args()
    compare(arguments.rounds, arguments.langextract)
    if not arguments.no_scale:
        grow()
    return 0


if __name__ == "__main__":
    sys.exit(main())
