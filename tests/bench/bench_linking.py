"""How fast reports are loaded and linked, and what 1,000 more cost in warehouses of growing size.

Run: python -m tests.bench.bench_linking [SIZE ...]   (default: 10000 100000; one more in whole hundred thousands)

The sizes are filled one after another, 274 reports a day of a world of 76 states, report by report up to 100,000: a
year. Larger ones get the years before in bulk: copies of that year in every table, as tests.bench.bulk tells. In each
size 1,000 more reports are loaded, linked and judged three times, and each stage is timed; the least of the three
counts. The last lines compare the cost in the largest warehouse with that in the smallest.
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

from tests.bench.bulk import YEAR, multiply
from tests.bench.reports import WIDE, Told, reports
from warehouse import linking
from warehouse.load import load_articles
from warehouse.store import Store, open_store
from warehouse.watching import watch

BATCH = 1000
ROUNDS = 3
STEP = 10 * BATCH
IN_A_YEAR = 100_000
START = date(2024, 1, 1)


class Clock:
    """Seconds by stage, as a clock on the wall and the processor count them."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.worked: dict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what passes in the block to a stage."""
        began, worked = time.perf_counter(), time.process_time()
        yield
        self.spent[name] += time.perf_counter() - began
        self.worked[name] += time.process_time() - worked

    def __str__(self) -> str:
        return ", ".join(f"{name} {spent:.2f} s ({self.worked[name]:.2f})" for name, spent in self.spent.items())


def batch(store: Store, told: list[Told], clock: Clock) -> None:
    """Load and link some reports."""
    with clock.stage("load"):
        load_articles(store, [entry.reading for entry in told])
    with clock.stage("link"):
        linking.link_reports(store)


def fill(store: Store, stream: Iterator[Told], count: int) -> tuple[Clock, date]:
    """So many reports more, in steps; and the day of the last of them."""
    clock, last = Clock(), START
    while count > 0:
        told = list(islice(stream, min(STEP, count)))
        batch(store, told, clock)
        last = _last(told, last)
        count -= STEP
    store.con.execute("checkpoint")
    return clock, last


def _last(told: list[Told], last: date) -> date:
    return max(last, *(entry.reading.article.effective_day for entry in told))


def more(store: Store, stream: Iterator[Told], last: date) -> tuple[Clock, date]:
    """The least that 1,000 reports more cost at each stage, of some rounds; and the day of the last of them."""
    watch(store, last)  # what was there before has been judged before
    least = Clock()
    for _ in range(ROUNDS):
        clock = Clock()
        told = list(islice(stream, BATCH))
        batch(store, told, clock)
        last = _last(told, last)
        with clock.stage("watch"):
            watch(store, last)
        for name in clock.spent:
            least.spent[name] = min(clock.spent[name], least.spent.get(name, clock.spent[name]))
            least.worked[name] = min(clock.worked[name], least.worked.get(name, clock.worked[name]))
    return least, last


def main(sizes: list[int]) -> None:
    """Fill, time, print. Times of the processor stand in brackets."""
    count = min(max(sizes), IN_A_YEAR) + ROUNDS * BATCH * (len(sizes) + 1)
    stream = reports(count, start=START, days=count * YEAR // IN_A_YEAR, parties=WIDE)
    costs: list[Clock] = []
    last, filled = START, 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        for size in sorted(sizes):
            if size <= IN_A_YEAR:
                clock, last = fill(store, stream, size - filled)
                pace = (size - filled) / sum(clock.spent.values())
                print(f"filled to {size:>9,}: {clock}; {pace:,.0f} reports a second", flush=True)
                filled = size
            else:
                multiply(store, size // IN_A_YEAR - 1, WIDE)
            cost, last = more(store, stream, last)
            costs.append(cost)
            print(f"  1,000 more into {size:>9,}: {cost}", flush=True)
    for name in costs[0].spent:
        print(
            f"{name}: {_times(costs, name, 'spent')} times the cost in the smallest ({_times(costs, name, 'worked')})"
        )


def _times(costs: list[Clock], name: str, which: str) -> str:
    first, last = (vars(clock)[which] for clock in (costs[0], costs[-1]))
    return f"{last[name] / first[name]:.2f}"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
