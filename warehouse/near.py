"""What linking looks at besides what waits: all that any chain of links and groups joins with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from warehouse.store import Store

_AHEAD = date.max.isoformat()
_NOT_LONG = timedelta(days=100)


def close_over_links(store: Store, names: Mapping[str, str], first: date) -> str:
    """Take in everything that is linked with what waits, by any chain; the first day of all of it.

    Days before are looked at only where something turns out to have begun then.

    Args:
        store: the writer; `reach` holds what waits, `candidate` the pairs that are compared.
        names: the kind of reports, their table, the column of what they belong to, and the table of that.
        first: the first day of what waits.
    """
    near = _Near(store.run("queries/link_near_words", kind=names["kind"]).fetchall())
    waiting = {key for (key,) in store.run("queries/link_affected").fetchall()}
    named = {key for pair in store.run("queries/link_candidates").fetchall() for key in pair}
    before = _AHEAD
    while True:
        days = {"since": first.isoformat(), "before": before}
        near.add_reports(store.run("queries/link_near_reports", **days, **names).fetchall())
        near.add_pairs(store.run("queries/link_near_pairs", **days, **names).fetchall())
        reached = near.reached(waiting, named)
        earlier = _earlier(store, names, near.wanted(reached, named), near.begun(reached), first)
        if earlier is None or earlier >= first:
            break
        before, first = first.isoformat(), earlier
    found = sorted(reached - waiting)
    store.run("queries/link_reached", {"ids": found, "days": [near.days[key] for key in found]})
    return first.isoformat()


def _earlier(store: Store, names: Mapping[str, str], wanted: set[str], begun: set[str], first: date) -> date | None:
    """The first day of some reports and things; null: none of them is there. Most lie not long before the others."""
    if not wanted and not begun:
        return None
    asked = {"wanted": sorted(wanted), "begun": sorted(begun)}
    for since in (first - _NOT_LONG, date.min):
        found = store.rows("queries/link_earlier", asked, since=since.isoformat(), **names)[0]
        if found["found"] == len(wanted) + len(begun):
            break
    day: date | None = found["day"]
    return day


class _Near:
    """Reports of some days, the pairs that are linked, and the groups."""

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        self.days: dict[str, date] = {}
        self._home: dict[str, str] = {}
        self._members: dict[str, list[str]] = defaultdict(list)
        self._around: dict[str, list[str]] = defaultdict(list)
        self.add_pairs(said)

    def add_reports(self, rows: Iterable[tuple[str, date, str | None]]) -> None:
        """Reports with their days and what they belong to; null: nothing yet."""
        for key, day, home in rows:
            self.days[key] = day
            if home is not None:
                self._home[key] = home
                self._members[home].append(key)

    def add_pairs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Pairs that scores or people link."""
        for a, b in pairs:
            self._around[a].append(b)
            self._around[b].append(a)

    def reached(self, waiting: set[str], named: set[str]) -> set[str]:
        """The reports that links and groups join with these, as far as their days are near."""
        found = waiting | (named & self.days.keys())
        edge = list(found)
        while edge:
            key = edge.pop()
            for other in (*self._around.get(key, ()), *self._members.get(self._home.get(key, ""), ())):
                if other not in found and other in self.days:
                    found.add(other)
                    edge.append(other)
        return found

    def wanted(self, reached: set[str], named: set[str]) -> set[str]:
        """What pairs name and is older than all that is near."""
        linked = {other for key in reached for other in self._around.get(key, ())}
        return (linked | named) - reached

    def begun(self, reached: set[str]) -> set[str]:
        """The groups whose first report is older than all that is near."""
        return {home for key in reached if (home := self._home.get(key)) and home not in self.days}
