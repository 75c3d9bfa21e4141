"""What people decide, put into force: written, linked anew, checked and published, so that every reader sees it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from flows.home import Home
from flows.job import open_job
from flows.lock import home_lock
from flows.recording import recorded
from flows.running import finish_up
from flows.summary import RunSummary
from warehouse.query import last_as_of
from warehouse.review import Decision, decide
from warehouse.store import Store, open_store

Find = Callable[[Store], Sequence[Decision]]


def put_in_force(home: Home, find: Find, reviewer: str, day: date | None = None) -> tuple[tuple[str, ...], RunSummary]:
    """Write decisions and bring everything that depends on them up to date.

    Args:
        home: the home.
        find: what is decided, from the writer's database: ids are looked up there.
        reviewer: who decided.
        day: when; today unless given, in the sample its own day.

    Returns:
        The ids of the decisions, and what the run did.

    Raises:
        BadDecision: what is decided about is not there.
        ChecksFailed: critical checks failed, and nothing was published.
    """
    with home_lock(home.lock):
        with open_store(home.root) as store:
            last = last_as_of(store.con)
            decisions = find(store)
        today = datetime.now(UTC).date()
        as_of = last if home.kind() == "sample" and last else max(today, last or today)
        with recorded(open_job(home.root, as_of), "review") as job:
            with open_store(home.root) as store:
                ids = decide(store, decisions, day or as_of, reviewer)
            return ids, finish_up(job)
