"""Ingest: sources are asked, and what they answer becomes items, pages and rejections in the raw layer."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from flows.job import Job
from flows.progress import watcher
from flows.reading import Exchange, PageReading, Reader, Reading, private_hosts
from flows.sources import FullText, Layout, Source, SourceKind
from flows.web.client import Client, Validators
from transforms.article import needs_page
from transforms.parsing.listing import ListingSelectors
from transforms.parsing.page import PageSelectors
from transforms.records import Document, FeedItem, Rejection
from warehouse import load
from warehouse.fetches import last_answers, not_before
from warehouse.rows import FetchRow, ItemRow, LoadSummary, PageRow, SourceRow
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


def declare(store: Store, sources: Sequence[Source]) -> None:
    """Write the declarations of the sources of this run."""
    load.load_sources(store, [_source_row(source) for source in sources])


def _source_row(source: Source) -> SourceRow:
    """The row of a declaration; it holds no secret, since a declaration names only environment variables."""
    declared = {key: value for key, value in asdict(source).items() if value not in (None, "", (), {}, False)}
    return SourceRow(
        name=source.name,
        kind=source.kind.value,
        url=source.url,
        languages=source.languages,
        country=source.country,
        publisher=source.publisher,
        side=source.side,
        time_zone=source.time_zone,
        rights=source.rights.value,
        per_day=source.per_day,
        declared=json.dumps(declared, ensure_ascii=False, default=_file_name),
    )


def _file_name(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


def declared_sources(store: Store) -> dict[str, Source]:
    """Every source ever read, by name, as it last declared itself: what reading its bytes again needs."""
    found: dict[str, Source] = {}
    for row in store.rows("queries/declared_sources"):
        said = json.loads(row["declared"] or "{}")
        layouts = [Layout(era["since"], PageSelectors(**era["page"])) for era in said.get("layouts", ())]
        listing = ListingSelectors(**said["listing"]) if said.get("listing") else None
        found[row["name"]] = Source(
            row["name"],
            SourceKind(said.get("kind", "files")),
            url=said.get("url"),
            site=said.get("site"),
            side=row["side"],
            listing=listing,
            layouts=tuple(layouts),
        )
    return found


def due_sources(store: Store, sources: Sequence[Source]) -> list[Source]:
    """The sources that may be asked now; the others fail, and are asked ever more rarely, or asked us to wait."""
    now = datetime.now(UTC)
    later = not_before(store)
    return [source for source in sources if later.get(source.name, now) <= now]


def known_answers(store: Store, sources: Sequence[Source]) -> dict[str, Validators]:
    """What is known of the last full answer of each source, by its name."""
    answers = last_answers(store)
    known: dict[str, Validators] = {}
    for source in sources:
        last = answers.get((source.name, source.address))
        if last is not None:
            known[source.name] = Validators(last.etag, last.last_modified, last.full_at, last.sha256)
    return known


@contextmanager
def reader(job: Job, sources: Iterable[Source]) -> Iterator[Reader]:
    """A reader for some sources, with connections of its own."""
    client = Client(job.settings.http, private_hosts(sources))
    try:
        yield Reader(client, job.archive, job.settings.http.workers)
    finally:
        client.close()


def read_sources(job: Job, sources: Sequence[Source], known: Mapping[str, Validators]) -> list[Reading]:
    """Ask some sources for what is new; each answer is in the archive when this returns."""
    with reader(job, sources) as open_reader:
        return list(open_reader.sources(sources, known))


def read_pages(job: Job, wanted: Sequence[tuple[FeedItem, Source]]) -> list[PageReading]:
    """Fetch the pages behind some items; each is in the archive when this returns."""
    with reader(job, [source for _, source in wanted]) as open_reader:
        return list(open_reader.pages(wanted))


def store_readings(job: Job, store: Store, readings: Sequence[Reading]) -> Ingested:
    """Write what some sources answered: items and rejections, then the exchanges.

    The exchanges come last: were we killed before them, the next run would ask again and find the items present.
    """
    now = job.received_at()
    summary = Ingested()
    items: list[ItemRow] = []
    fetches: list[FetchRow] = []
    for reading in readings:
        row = _fetch_row(job, reading.exchange)
        fetches.append(row)
        items += [
            ItemRow.of_feed(item, now, fetch_id=row.id, sha256=row.sha256, run_id=job.run_id)
            for item in reading.feed.items
        ]
        rejected = sum(load.reject(store, refusal, run_id=job.run_id, at=now) for refusal in reading.feed.rejections)
        failed = reading.exchange.response.error is not None
        summary += Ingested(1, int(failed), int(reading.unchanged), len(reading.feed.items), rejected=rejected)
    loaded = load.load_items(store, items) if items else LoadSummary()
    load.record_fetches(store, fetches)
    return summary + Ingested(new_items=loaded.new + loaded.changed)


def _fetch_row(job: Job, exchange: Exchange) -> FetchRow:
    response = exchange.response
    size = len(response.body) if response.body is not None else len(response.received)
    moved = response.permanent_url or (response.final_url if response.final_url != response.url else None)
    return FetchRow(
        source=exchange.source,
        url=response.url,
        started_at=exchange.at,
        kind=exchange.kind,
        run_id=job.run_id,
        duration_ms=round(response.seconds * 1000),
        status=response.status,
        final_url=moved,
        etag=response.etag,
        last_modified=response.last_modified,
        bytes=size or None,
        sha256=exchange.sha256,
        retry_after=response.retry_after,
        error=f"{response.error}: {response.detail}" if response.error else None,
    )


def stubs(store: Store, sources: Iterable[Source]) -> list[tuple[FeedItem, Source]]:
    """Items that wait to be read and of which the feed gave only a stub, with their sources."""
    by_name = {source.name: source for source in sources}
    wanted: list[tuple[FeedItem, Source]] = []
    for unread in load.items_to_read(store):
        source = by_name.get(unread.item.source)
        if source is None or unread.page_sha256 is not None or source.full_text is FullText.NEVER:
            continue
        item = feed_item(unread.item)
        if item.url and (source.full_text is FullText.ALWAYS or needs_page(item)):
            wanted.append((item, source))
    return wanted


def store_page(job: Job, store: Store, reading: PageReading) -> Ingested:
    """Write the page of an item, or why there is none."""
    row = _fetch_row(job, reading.exchange)
    now = job.received_at()
    if reading.rejection is not None:
        rejected = load.reject(store, reading.rejection, run_id=job.run_id, at=now)
        load.record_fetch(store, row)
        return Ingested(rejected=int(rejected))
    if row.sha256 is not None:
        item_id = ItemRow.of_feed(reading.item, now).id
        load.load_items(store, [], [PageRow(item_id, row.url, row.sha256, now, row.id)])
    load.record_fetch(store, row)
    return Ingested(pages=1)


def run(
    job: Job,
    sources: Sequence[Source],
    *,
    fetch: Callable[..., list[Reading]] = read_sources,
    fetch_pages: Callable[..., list[PageReading]] = read_pages,
) -> Ingested:
    """The whole stage; a flow hands in the same steps as tasks."""
    summary = Ingested()
    with open_store(job.home.root) as store:
        declare(store, sources)
        due = due_sources(store, sources)
        summary += Ingested(resting=len(sources) - len(due))
        known = known_answers(store, due)
        watcher().stage("Asking sources", len(due))
        for batch in _batches(due):
            readings = fetch(job, batch, {name: known[name] for name in known.keys() & _names(batch)})
            summary += store_readings(job, store, readings)
            watcher().advance(len(batch))
        wanted = stubs(store, sources)
        watcher().stage("Fetching pages", len(wanted))
        for pages in _batches(wanted):
            for page in fetch_pages(job, pages):
                summary += store_page(job, store, page)
            watcher().advance(len(pages))
    return summary


def _batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _names(sources: Iterable[Source]) -> set[str]:
    return {source.name for source in sources}


def feed_item(row: ItemRow) -> FeedItem:
    """The item that a row holds."""
    return FeedItem(row.source, row.guid, row.url, row.title, row.published, row.updated, row.body, row.lang)


def store_documents(job: Job, store: Store, documents: Sequence[Document], sha256: str, source: str) -> Ingested:
    """Write documents given by hand, from a file whose bytes are in the archive."""
    now = job.received_at()
    rows = [
        ItemRow(
            source=source,
            guid=document.id or None,
            url=document.url,
            title=document.title,
            published=document.published,
            updated=None,
            lang=document.lang,
            body=document.text,
            body_kind="text",
            received_at=now,
            sha256=sha256,
            run_id=job.run_id,
        )
        for document in documents
    ]
    summary = load.load_items(store, rows)
    return Ingested(items=len(rows), new_items=summary.new + summary.changed)


def store_rejections(job: Job, store: Store, rejections: Iterable[Rejection]) -> int:
    """Write why something given by hand could not be used; how many of these are new."""
    return sum(load.reject(store, refusal, run_id=job.run_id, at=job.received_at()) for refusal in rejections)
