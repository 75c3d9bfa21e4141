"""What could have been seen: articles read in a promise's window, from sources that could have told of it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate

from transforms.resolve.days import Span


class Watch(StrEnum):
    """From how many sides of a promise anything was read in its window."""

    BOTH_SIDES = "both_sides"
    ONE_SIDE = "one_side"
    BLIND = "blind"


@dataclass(frozen=True, slots=True)
class Seen:
    """How much was read in a window that could have told of the event."""

    watch: Watch = Watch.BLIND
    articles: int = 0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class DayCount:
    """Articles that one source gave for one day."""

    day: date
    source: str
    party: str | None  # whose official voice it is, else the country of its seat; null: neither is known
    articles: int


class Coverage:
    """The articles read, by source and day, ready to be counted over any window."""

    def __init__(self, counts: Iterable[DayCount]) -> None:
        days: dict[tuple[str, str | None], dict[date, int]] = defaultdict(lambda: defaultdict(int))
        for count in counts:
            days[count.source, count.party][count.day] += count.articles
        self._sources = {
            key: (sorted(own), [0, *accumulate(own[day] for day in sorted(own))]) for key, own in days.items()
        }
        self._of_party: dict[str | None, set[tuple[str, str | None]]] = defaultdict(set)
        self._of_source: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
        for source, party in self._sources:
            self._of_party[party].add((source, party))
            self._of_source[source].add((source, party))

    def seen(self, window: Span, parties: frozenset[str], tellers: frozenset[str]) -> Seen:
        """What was read in a window from sources of the parties' sides, or that had told of the promise.

        Args:
            window: the days to count.
            parties: the promise's parties.
            tellers: the sources that reported the promise.
        """
        articles = 0
        sources: set[str] = set()
        sides: set[str] = set()
        near = [self._of_party.get(party, set()) for party in parties]
        near += [self._of_source.get(teller, set()) for teller in tellers]
        for source, party in set().union(*near):
            days, sums = self._sources[source, party]
            found = sums[bisect_right(days, window.last)] - sums[bisect_left(days, window.first)]
            if found:
                articles += found
                sources.add(source)
                sides |= {party} & parties if party else set()
        if not articles:
            return Seen()
        return Seen(Watch.BOTH_SIDES if len(sides) > 1 else Watch.ONE_SIDE, articles, len(sources))
