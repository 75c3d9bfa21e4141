"""Rebuilding: a new database beside the old one, with what was received and what people said, and nothing derived."""

from pathlib import Path

from warehouse.store import database_path, open_store, sql

# Tables that no run can derive again: what was received, what people decided, and the history of runs.
KEPT = (
    "raw.source",
    "raw.fetch",
    "raw.item",
    "raw.page",
    "core.review_decision",
    "quality.run",
    "quality.check_result",
    "quality.evaluation",
    "quality.flag",
    "quality.follow_up_status",
    "quality.source_health",
)


def begin_rebuild(home: Path, beside: Path) -> None:
    """Make a database below `beside` with the kept tables of a home's own; an unfinished one there is replaced."""
    database_path(beside).unlink(missing_ok=True)
    with open_store(beside) as store:
        store.attach(database_path(home), "old")
        with store.transaction():
            for table in KEPT:
                store.run("queries/copy_table", table=table, origin="old")
            store.con.execute(sql("queries/keep_rejections"))
        store.detach("old")


def finish_rebuild(home: Path, beside: Path) -> None:
    """Put the rebuilt database in the place of the old one, in one step; both must be closed."""
    database_path(beside).replace(database_path(home))
