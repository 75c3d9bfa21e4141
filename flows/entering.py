"""Promises entered by hand: kept among what was received, so that a rebuild knows them, and read like an article."""

from pathlib import Path

from flows.home import Home
from flows.job import open_job
from flows.lock import home_lock
from flows.recording import finish, recorded
from flows.running import finish_up
from flows.sources import Source, SourceKind
from flows.stages import ingest, receive
from flows.summary import RunSummary
from transforms.by_hand import SOURCE, Entry, entry_to_json
from warehouse.store import open_store


def enter_promise(home: Home, entry: Entry) -> tuple[bool, RunSummary | None]:
    """Add a promise with its citation and bring everything that depends on it up to date.

    Returns:
        Whether it is a new one, and what the run did; null: it was known, and readers have it already.

    Raises:
        InputError: the home holds the sample.
        ChecksFailed: critical checks failed, and nothing was published.
    """
    home.claim("real")
    with home_lock(home.lock), recorded(open_job(home.root, None), "promise") as job:
        with open_store(home.root) as store:
            recovered = ingest.recover(job, store)
            before = store.rows("queries/run_before", {"id": job.run_id})
            receive.declare(job, store, [Source(SOURCE, SourceKind.FILES, path=Path(SOURCE), publisher="By hand")])
            new = receive.store_promise(job, store, entry_to_json(entry)).new
        # What a run left unpublished is made up for; else there is nothing that judging again could change.
        if new or recovered or before != [{"status": "done"}]:
            return bool(new), finish_up(job)
        finish(job, job.run_id, "done", RunSummary(job.run_id, job.as_of.isoformat()).counts())
        return False, None
