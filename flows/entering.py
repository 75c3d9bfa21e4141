"""Promises entered by hand: kept among what was received, so that a rebuild knows them, and read like an article."""

from pathlib import Path

from flows.home import Home
from flows.job import open_job
from flows.lock import home_lock
from flows.recording import recorded
from flows.running import finish_up
from flows.sources import Source, SourceKind
from flows.stages import ingest
from flows.summary import RunSummary
from transforms.by_hand import SOURCE, Entry, entry_to_json
from transforms.parsing.language import language_of
from warehouse.load import load_items
from warehouse.rows import ItemRow
from warehouse.store import open_store


def enter_promise(home: Home, entry: Entry) -> tuple[bool, RunSummary]:
    """Add a promise with its citation and bring everything that depends on it up to date.

    Returns:
        Whether it is a new one, and what the run did.

    Raises:
        InputError: the home holds the sample.
        ChecksFailed: critical checks failed, and nothing was published.
    """
    home.claim("real")
    with home_lock(home.lock), recorded(open_job(home.root, None), "promise") as job:
        with open_store(home.root) as store:
            source = Source(SOURCE, SourceKind.FILES, path=Path(SOURCE), publisher="Entered by hand")
            ingest.declare(store, [source])
            row = ItemRow(
                source=SOURCE,
                guid=entry.guid,
                url=entry.url,
                title=entry.title,
                published=entry.told.isoformat(),
                updated=None,
                lang=language_of(entry.promise.quote) or "en",
                body=entry_to_json(entry),
                body_kind="promise",
                received_at=job.received_at(),
                run_id=job.run_id,
            )
            new = load_items(store, [row]).new
        return bool(new), finish_up(job)
