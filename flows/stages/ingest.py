"""Ingest: sources are asked, and what they answer becomes items, pages and rejections in the raw layer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TypeVar

from flows.job import Job
from flows.journal import notes
from flows.progress import watcher
from flows.reading import Known, PageReading, Reader, Reading, private_hosts
from flows.sources import FullText, Source
from flows.stages import receive
from flows.web.client import Client, Validators
from transforms.article import needs_page
from transforms.records import FeedItem
from warehouse import load
from warehouse.fetches import last_answers, not_before
from warehouse.store import Store, open_store

BATCH = 64  # sources or pages that a task asks at once: bounds what is held in memory
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Ingested:
    """What reading sources brought."""

    sources: int = 0
    failed: int = 0  # sources that could not be read
    unchanged: int = 0  # sources with nothing new, by their word or by the hash of their bytes
    items: int = 0  # items in everything that was parsed
    new_items: int = 0
    pages: int = 0
    rejected: int = 0  # rejections not met before
    resting: int = 0  # sources left alone for now: they fail, or asked us to wait

    def __add__(self, other: "Ingested") -> "Ingested":
        return Ingested(*(a + b for a, b in zip(asdict(self).values(), asdict(other).values(), strict=True)))


def due_sources(store: Store, sources: Sequence[Source]) -> list[Source]:
    """The sources that may be asked now; the others fail, and are asked ever more rarely, or asked us to wait."""
    now = datetime.now(UTC)
    later = not_before(store)
    return [source for source in sources if later.get(source.name, now) <= now]


def known_answers(store: Store) -> Known:
    """What is known of the last full answer of each address of each source."""
    return {
        key: Validators(last.etag, last.last_modified, last.full_at, last.sha256, last.moved_to)
        for key, last in last_answers(store).items()
    }


@contextmanager
def reader(job: Job, sources: Iterable[Source]) -> Iterator[Reader]:
    """A reader for the sources of a run: its batches share connections, manners and what is known of robots.txt."""
    client = Client(job.settings.http, private_hosts(sources))
    try:
        yield Reader(client, job.archive, job.settings.http.workers)
    finally:
        client.close()


def read_sources(reader: Reader, sources: Sequence[Source], known: Known) -> list[Reading]:
    """Ask some sources for what is new; each answer is in the archive when this returns."""
    return list(reader.sources(sources, known))


def read_pages(reader: Reader, wanted: Sequence[tuple[FeedItem, Source]]) -> list[PageReading]:
    """Fetch the pages behind some items; each is in the archive when this returns."""
    return list(reader.pages(wanted))


def recover(job: Job, store: Store) -> int:
    """Write what an earlier run received and was killed before writing; how many notes of it there were."""
    held, last = load.notes_held(store)
    count = 0
    for note in notes(job.archive, but=held, after=last):
        receive.replay(job, store, note)
        count += 1
    return count


def wanted_pages(job: Job, store: Store, sources: Iterable[Source]) -> list[tuple[FeedItem, Source]]:
    """Items of which the feed gave only a stub and whose page is still to be had, with their sources."""
    by_name = {source.name: source for source in sources if source.full_text is not FullText.NEVER}
    if not by_name:
        return []
    wanted: list[tuple[FeedItem, Source]] = []
    for row in load.pages_wanted(store, job.received_at()):
        source = by_name.get(row.source)
        item = receive.feed_item(row)
        if source and (source.full_text is FullText.ALWAYS or needs_page(item)):
            wanted.append((item, source))
    return wanted


def run(
    job: Job,
    sources: Sequence[Source],
    *,
    fetch: Callable[..., list[Reading]] = read_sources,
    fetch_pages: Callable[..., list[PageReading]] = read_pages,
) -> Ingested:
    """The whole stage; a flow hands in the same steps as tasks."""
    with open_store(job.home.root) as store, reader(job, sources) as open_reader:
        recover(job, store)
        receive.declare(job, store, sources)
        due = due_sources(store, sources)
        summary = Ingested(resting=len(sources) - len(due))
        known = known_answers(store)
        watcher().stage("Asking sources", len(due))
        for batch in _batches(due):
            summary += _kept(job, store, fetch(open_reader, batch, known))
            watcher().advance(len(batch))
        wanted = wanted_pages(job, store, sources)
        watcher().stage("Fetching pages", len(wanted))
        for pages in _batches(wanted):
            summary += _kept_pages(job, store, fetch_pages(open_reader, pages))
            watcher().advance(len(pages))
    return summary


def _kept(job: Job, store: Store, readings: Sequence[Reading]) -> Ingested:
    loaded = receive.store_readings(job, store, readings)
    return Ingested(
        sources=len(readings),
        failed=sum(reading.exchange.response.error is not None for reading in readings),
        unchanged=sum(reading.unchanged for reading in readings),
        items=sum(reading.count for reading in readings),
        new_items=loaded.new,
        rejected=loaded.rows["raw.rejection"],
    )


def _kept_pages(job: Job, store: Store, readings: Sequence[PageReading]) -> Ingested:
    loaded = receive.store_pages(job, store, readings)
    had = sum(reading.rejection is None for reading in readings)
    return Ingested(pages=had, rejected=loaded.rows["raw.rejection"])


def _batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
