"""The row of a run in `quality.run`: opened before anything is written, closed whatever happens."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from flows.errors import ChecksFailed
from flows.job import Job
from flows.journal import Note, write
from transforms.extract import EXTRACTOR_VERSION
from warehouse import load
from warehouse.history import history_to_note, load_history
from warehouse.store import Store, open_store


@contextmanager
def recorded(job: Job, command: str) -> Iterator[Job]:
    """Give the job of a run that is on record; a run that raises is closed as failed, with what went wrong."""
    with open_store(job.home.root) as store:
        run_id = load.record_run_start(store, command, job.as_of, extractor=EXTRACTOR_VERSION)
    try:
        yield replace(job, run_id=run_id)
    except ChecksFailed:  # closed already, with its own status
        raise
    except BaseException as error:
        finish(job, run_id, "failed", error=f"{type(error).__name__}: {error}".strip(": "))
        raise


def finish(
    job: Job, run_id: str, status: str, counts: Mapping[str, Any] | None = None, error: str | None = None
) -> None:
    """Close the row of a run."""
    with open_store(job.home.root) as store:
        load.record_run_finish(store, run_id, status, counts, error)
        _note(job, store, run_id)
    last = {"status": status, "at": f"{datetime.now(UTC):%Y-%m-%d %H:%M UTC}", "error": error}
    job.home.last_run.write_text(json.dumps(last, ensure_ascii=False) + "\n", encoding="utf-8")


def _note(job: Job, store: Store, run_id: str) -> None:
    """Tell the archive of the run, and of what was decided and judged since the last one."""
    runs = store.rows("queries/run_row", {"id": run_id})
    load.load_runs(store, write(job.archive, Note("run", job.received_at(), run_id, runs)), runs)
    note_words(job, store, run_id)


def note_words(job: Job, store: Store, run_id: str | None = None) -> None:
    """Tell the archive of what people decided, and of what was judged, since it was last told."""
    decisions = store.rows("queries/decisions_to_note")
    if decisions:
        note = Note("decisions", job.received_at(), run_id, decisions)
        load.load_decisions(store, write(job.archive, note), decisions)
    judged = history_to_note(store)
    if judged:
        load_history(store, write(job.archive, Note("history", job.received_at(), run_id, judged)), judged)
