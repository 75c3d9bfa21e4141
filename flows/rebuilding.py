"""`liqaa rebuild` and `liqaa rejections --retry`: what was received is read again with the code of today."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flows.archive import ArchiveFault
from flows.home import Home
from flows.job import Job, open_job
from flows.lock import home_lock
from flows.recording import recorded
from flows.running import finish_up
from flows.settings import ArchiveSettings
from flows.stages import transform
from flows.stages.ingest import declared_sources
from flows.summary import RunSummary
from transforms.feed import read_feed
from warehouse import load, rejections
from warehouse.query import last_as_of
from warehouse.rebuild import begin_rebuild, finish_rebuild
from warehouse.rows import ItemRow
from warehouse.store import Row, Store, open_store


def rebuild(home: Home) -> RunSummary:
    """Derive every table again from what was received, in a new database that takes the old one's place at the end.

    A rebuild that is broken off leaves the old database as it was.
    """
    with home_lock(home.lock):
        day = _last_day(home)
        beside = Home(home.root / "rebuild")
        shutil.rmtree(beside.root, ignore_errors=True)
        begin_rebuild(home.root, beside.root)
        job = open_job(home.root, day)
        kept = replace(job.settings, archive=ArchiveSettings(job.settings.archive.url or str(home.archive)))
        transform.run(Job(beside, kept, job.as_of))
        finish_rebuild(home.root, beside.root)
        shutil.rmtree(beside.root, ignore_errors=True)
        with recorded(job, "rebuild") as run:
            return finish_up(run)


def retry_rejections(home: Home, ids: Sequence[str] = ()) -> tuple[int, RunSummary]:
    """Try again what was rejected; how many rejections were taken back, and what came of it.

    Items are read again; bodies that are in the archive are parsed again. What still cannot be used is rejected anew.
    """
    with home_lock(home.lock), recorded(open_job(home.root, _last_day(home)), "rejections") as job:
        with open_store(home.root) as store:
            chosen = [row for row in rejections.rejections(store.con) if not ids or row["id"] in ids]
            taken = [row for row in chosen if row["item_id"] is not None or _parse_again(job, store, row)]
            rejections.forget(store, [str(row["id"]) for row in taken])
        return len(taken), finish_up(job)


def _parse_again(job: Job, store: Store, row: Row) -> bool:
    """Whether the bytes of a rejection now give items, which are then in the raw layer."""
    source = declared_sources(store).get(row["source"])
    if source is None or row["sha256"] is None:
        return False
    try:
        data = job.archive.get(row["sha256"])
    except ArchiveFault:
        return False
    read = read_feed(data, source.name, base=source.base, listing=source.listing)
    now = job.received_at()
    rows = [ItemRow.of_feed(item, now, sha256=row["sha256"], run_id=job.run_id) for item in read.items]
    load.load_items(store, rows)
    return bool(rows) and all(entry.code != row["code"] for entry in read.rejections)


def _last_day(home: Home) -> date | None:
    """The day as of which the last run judged; null: none finished."""
    with open_store(home.root) as store:
        return last_as_of(store.con)
