"""How fast reports are loaded and linked, and what 1,000 more cost in warehouses of growing size.

Run: python -m tests.bench.bench_linking [SIZE ...]   (default: 10000 100000)

The sizes are filled one after another; before each size is left, 1,000 more reports are loaded and linked, and each
stage is timed. The last line compares the cost in the largest warehouse with that in the smallest.
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path

from tests.bench.reports import Told, reports
from warehouse import linking
from warehouse.load import load_articles
from warehouse.store import Store, open_store
from warehouse.watching import watch

BATCH = 1000
START = date(2015, 1, 1)


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what passes in the block to a stage."""
        began = time.perf_counter()
        yield
        self.spent[name] += time.perf_counter() - began


def batch(store: Store, told: list[Told], clock: Clock, *, judge: bool = False) -> None:
    """Load and link some reports; with `judge`, the watch besides."""
    with clock.stage("load"):
        load_articles(store, [entry.reading for entry in told])
    with clock.stage("link"):
        linking.link_reports(store)
    if judge:
        with clock.stage("watch"):
            watch(store, told[-1].reading.article.effective_day)


def main(sizes: list[int]) -> None:
    """Fill, time, print."""
    largest = max(sizes)
    days = 3650
    stream = reports(largest + BATCH * (len(sizes) + 1), start=START, days=days)
    costs: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        filled = 0
        for size in sorted(sizes):
            clock = Clock()
            count = size - filled
            while filled < size:
                step = min(5 * BATCH, size - filled)
                with clock.stage("generate"):
                    told = list(islice(stream, step))
                batch(store, told, clock)
                filled += step
            store.con.execute("checkpoint")
            pace = count / (clock.spent["load"] + clock.spent["link"])
            print(f"filled to {size:>9,}: {_told(clock)}; {pace:,.0f} reports a second", flush=True)
            clock = Clock()
            batch(store, list(islice(stream, BATCH)), clock, judge=size <= 100_000)
            filled += BATCH
            costs[size] = dict(clock.spent)
            print(f"  1,000 more into {size:>9,}: {_told(clock)}", flush=True)
    first, last = costs[min(sizes)], costs[max(sizes)]
    for name in ("load", "link"):
        print(f"{name}: {last[name] / first[name]:.2f} times the cost in the smallest")


def _told(clock: Clock) -> str:
    return ", ".join(f"{name} {spent:.2f} s" for name, spent in clock.spent.items())


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
