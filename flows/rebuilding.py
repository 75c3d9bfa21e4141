"""`liqaa rebuild` and `liqaa rejections --retry`: what was received is read again with the code of today."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flows.documents import ADDED
from flows.home import Home
from flows.job import SAMPLE_DAY, Job, open_job
from flows.journal import notes
from flows.lock import home_lock
from flows.progress import watcher
from flows.recording import recorded
from flows.running import finish_up
from flows.settings import ArchiveSettings
from flows.sources import Source
from flows.stages import transform
from flows.stages.receive import declared_sources, read_again, read_given_again, replay
from flows.summary import RunSummary
from transforms.records import Rejection
from warehouse import rejections
from warehouse.link import link
from warehouse.query import last_as_of
from warehouse.rebuild import finish_rebuild, take_over
from warehouse.store import Row, open_memory, open_store

_NOTHING: tuple[int, tuple[Rejection, ...]] = (0, ())


def rebuild(home: Home) -> RunSummary:
    """Make every table again from the archive, in a new database that takes the old one's place at the end.

    The notes of the archive are told again in their order, and what waited is read where a run read it. What an
    old database knows besides is taken over: what it judged and received before there were notes of that. A rebuild
    that is broken off leaves the old database as it was.
    """
    with home_lock(home.lock):
        job = open_job(home.root, None)
        beside = Home(home.root / "rebuild")
        shutil.rmtree(beside.root, ignore_errors=True)
        day = _told_again(job, beside)
        finish_rebuild(home.root, beside.root)
        shutil.rmtree(beside.root, ignore_errors=True)
        with recorded(open_job(home.root, day), "rebuild") as run:
            return finish_up(run)


def _told_again(job: Job, beside: Home) -> date | None:
    """Fill a new database from the notes of the archive; the day as of which the last run judged."""
    kept = replace(job.settings, archive=ArchiveSettings(job.settings.archive.url or str(job.home.archive)))
    again = Job(beside, kept, job.as_of)
    latest = _latest(job)
    with open_store(beside.root) as store:
        watcher().stage("Telling the archive again", None)
        for note in notes(job.archive):
            replay(again, store, note, latest)
            if note.kind == "read":
                transform.read_waiting(again, store)
            watcher().advance(1)
        take_over(store, job.home.root)
        transform.read_waiting(again, store)
        day = last_as_of(store.con) or (SAMPLE_DAY if job.home.kind() == "sample" else None)
        link(store, day or job.as_of)
    return day


def _latest(job: Job) -> dict[str, Source]:
    """Every source as last declared."""
    with open_memory() as store:
        for note in notes(job.archive):
            if note.kind == "sources":
                replay(job, store, note)
        return declared_sources(store)


def retry_rejections(home: Home, ids: Sequence[str] = ()) -> tuple[int, RunSummary]:
    """Try again what was rejected; how many rejections were taken back, and what came of it.

    Items are read again; bodies and files that are in the archive are parsed again; pages are asked for by the next
    run. What still cannot be used is rejected anew.
    """
    with home_lock(home.lock), recorded(open_job(home.root, _last_day(home)), "rejections") as job:
        with open_store(home.root) as store:
            chosen = [row for row in rejections.rejections(store.con) if not ids or row["id"] in ids]
            bodies = {row["sha256"] for row in chosen if _is_body(row) and row["source"] != ADDED}
            given = {row["sha256"] for row in chosen if _is_body(row) and row["source"] == ADDED}
            again = {sha: read_again(job, store, sha) for sha in bodies}
            again |= dict.fromkeys(given, _NOTHING) | read_given_again(job, store, given)
            taken = [row for row in chosen if not _is_body(row) or _mended(row, *again[row["sha256"]])]
            rejections.forget(store, [str(row["id"]) for row in taken])
        return len(taken), finish_up(job)


def _is_body(row: Row) -> bool:
    """Whether bytes were rejected, or something in them; else it was an item, or a page that is asked for again."""
    return row["item_id"] is None and not row["code"].startswith("page_")


def _mended(row: Row, items: int, refused: Sequence[Rejection]) -> bool:
    """Whether the bytes give items now, and are not refused for the same reason at the same place."""
    return items > 0 and all((entry.code, entry.locator) != (row["code"], row["locator"]) for entry in refused)


def _last_day(home: Home) -> date | None:
    """The day as of which the last run judged; null: none finished."""
    with open_store(home.root) as store:
        return last_as_of(store.con)
