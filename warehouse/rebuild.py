"""Rebuilding: a new database beside the old one; what no note and no run can give again is taken over from the old."""

from pathlib import Path

from warehouse.history import HISTORY
from warehouse.store import Store, database_path

# What was judged and decided so far, by the key of each: no run can derive these again.
_HISTORY = {"core.review_decision": ("id",), "quality.run": ("id",), **HISTORY}
# What was received before there were notes; exchanges last, since the others ask which of them are told of.
_RECEIVED = ("items", "rejections", "pages", "fetches", "sources")


def take_over(store: Store, home: Path) -> None:
    """Take from the database of a home, where there is one, what the archive does not tell of."""
    old = database_path(home)
    if not old.exists():
        return
    store.attach(old, "old")
    with store.transaction():
        for name in _RECEIVED:
            store.run(f"queries/keep_{name}")
        for table, key in _HISTORY.items():
            matches = " and ".join(f"t.{column} is not distinct from o.{column}" for column in key)
            store.run("queries/keep_missing", table=table, matches=matches)
    store.detach("old")


def finish_rebuild(home: Path, beside: Path) -> None:
    """Put the rebuilt database in the place of the old one, in one step; both must be closed."""
    target = database_path(home)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.with_name(target.name + ".wal").unlink(missing_ok=True)
    database_path(beside).replace(target)
