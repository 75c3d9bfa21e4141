"""Loading: what was received and what was read in it, into the tables; every load can be repeated without effect."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from transforms.records import Article, Rejection
from warehouse.rows import FetchRow, ItemRow, LoadSummary, PageRow, Reading, SourceRow, Unread
from warehouse.store import Store


def record_run_start(
    store: Store, command: str, as_of: date, *, run_id: str | None = None, extractor: str | None = None
) -> str:
    """Open a row in quality.run; its id, made here unless given."""
    raise NotImplementedError


def record_run_finish(
    store: Store, run_id: str, status: str, counts: Mapping[str, object] | None = None, error: str | None = None
) -> None:
    """Close a run: status done, checks_failed or failed, what it did, what went wrong."""
    raise NotImplementedError


def load_sources(store: Store, sources: Sequence[SourceRow]) -> LoadSummary:
    """Write the declarations of sources; one that is no longer declared stays, for its articles."""
    raise NotImplementedError


def record_fetch(store: Store, row: FetchRow) -> str:
    """Write one exchange; its id."""
    raise NotImplementedError


def load_items(store: Store, items: Sequence[ItemRow], pages: Sequence[PageRow] = ()) -> LoadSummary:
    """Write items and the pages behind them; a wording that is there already is left alone."""
    raise NotImplementedError


def reject(store: Store, rejection: Rejection, *, run_id: str | None = None, at: datetime | None = None) -> bool:
    """Write a rejection; whether it is a new one."""
    raise NotImplementedError


def load_articles(store: Store, batch: Sequence[Reading]) -> LoadSummary:
    """Write articles and everything read in them, in one transaction.

    An article that is there already with the same wording and the same record is left alone; a later wording
    replaces the reports of the earlier one; an earlier wording that arrives late is kept as text only.
    New and changed reports wait for `link`.
    """
    raise NotImplementedError


def articles_to_extract(store: Store, extractor: str, limit: int | None = None) -> list[Article]:
    """Articles in their current wording that another version of the extractor read; oldest first."""
    raise NotImplementedError


def items_to_read(store: Store, limit: int | None = None) -> list[Unread]:
    """Items received that gave no article and no rejection yet: new ones, and those of a killed run."""
    raise NotImplementedError


def now() -> datetime:
    """The present moment, for rows that hold load time."""
    return datetime.now(UTC)
