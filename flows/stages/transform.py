"""Transform: items that wait become articles, articles become records, records become linked rows."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.archive import Archive, ArchiveFault
from flows.documents import ADDED
from flows.job import Job
from flows.journal import Note, write
from flows.progress import watcher
from flows.sources import Source
from flows.stages.receive import declared_sources, feed_item
from transforms.article import Built, Publisher, article_of_document, build_article
from transforms.by_hand import SOURCE, entry_from_json, read_entry
from transforms.extract import EXTRACTOR_VERSION, extract
from transforms.parsing.encoding import decode
from transforms.parsing.page import PageRead, read_page
from transforms.records import Article, Document, Rejection
from warehouse import load
from warehouse.link import link
from warehouse.rows import ItemRow, LinkSummary, LoadSummary, Reading, Received, Stored, Unread
from warehouse.store import Store, open_store

BATCH = 200  # articles that a task takes: enough to hide its cost, few enough to show progress


@dataclass(frozen=True, slots=True)
class Transformed:
    """What reading articles brought."""

    articles: int = 0  # wordings read
    new: int = 0
    changed: int = 0
    rejected: int = 0

    def __add__(self, other: "Transformed") -> "Transformed":
        return Transformed(
            self.articles + other.articles,
            self.new + other.new,
            self.changed + other.changed,
            self.rejected + other.rejected,
        )


def waiting(store: Store) -> Iterator[list[Unread]]:
    """Batches of items that wait to be read, until none is left; each must be read before the next is asked for."""
    while batch := load.items_to_read(store, BATCH):
        yield batch


def mark_reading(job: Job, store: Store) -> None:
    """Note that everything received so far is read now: a rebuild reads it at the same point, with the same pages."""
    if load.items_to_read(store, 1):
        note = Note("read", job.received_at(), job.run_id or None)
        load.load_received(store, Received(write(job.archive, note), note.at, note.run_id))


def read_batch(job: Job, store: Store, batch: Sequence[Unread], sources: Mapping[str, Source]) -> Transformed:
    """Turn a batch of items into articles and records, and write them."""
    archive = job.archive
    readings: list[Reading] = []
    summary = Transformed()
    for unread in batch:
        if unread.item.body_kind == "promise":
            readings.append(_entered(unread))
            continue
        read = _read(archive, unread, sources.get(unread.item.source))
        if isinstance(read, Rejection):
            summary += _refuse(store, read, unread.item)
        else:
            readings.append(read)
    try:
        return summary + _loaded(load.load_articles(store, readings))
    except ValueError:  # one record holds what no table takes: the others must not pay for it
        return summary + _one_by_one(store, readings, {u.item_id: u for u in batch})


def _one_by_one(store: Store, readings: Sequence[Reading], items: Mapping[str, Unread]) -> Transformed:
    """Load articles singly; one that cannot be loaded is rejected with the reason."""
    summary = Transformed()
    for reading in readings:
        try:
            summary += _loaded(load.load_articles(store, [reading]))
        except ValueError as error:
            row = items[reading.item_id or ""].item
            locator = reading.article.url or reading.article.id
            refusal = Rejection(row.source, "bad_record", f"Its record cannot be stored: {error}.", row.sha256, locator)
            summary += _refuse(store, refusal, row)
    return summary


def read_again(store: Store, batch: Sequence[Stored]) -> Transformed:
    """Read stored articles with the present extractor and write what is different."""
    readings = [stored.read(extract(_document(stored.article)), EXTRACTOR_VERSION) for stored in batch]
    return _loaded(load.load_articles(store, readings))


def outdated(store: Store) -> Iterator[list[Stored]]:
    """Batches of articles that an earlier extractor read; each must be read before the next is asked for."""
    while batch := load.articles_to_extract(store, EXTRACTOR_VERSION, BATCH):
        yield batch


def _read(archive: Archive, unread: Unread, source: Source | None) -> Reading | Rejection:
    """What an item says, or why it cannot be read; a fault of ours ends here: one item must not stop the others."""
    try:
        built = _build(archive, unread, source)
        return built if isinstance(built, Rejection) else _reading(built, unread)
    except Exception as error:
        row = unread.item
        detail = f"Liqaa failed on this item: {type(error).__name__}: {error}."
        return Rejection(row.source, "internal_fault", detail, row.sha256, row.url or row.guid or unread.item_id)


def _reading(built: Built, unread: Unread) -> Reading:
    received = unread.item.received_at
    return Reading(
        article=built.article,
        record=extract(_document(built.article)),
        extractor=EXTRACTOR_VERSION,
        received_at=max(received, unread.page_at) if unread.page_at else received,
        item_id=unread.item_id,
        item_version=unread.item_version,
        page_sha256=unread.page_sha256,
        published_basis=built.basis,
        modified=built.modified,
        author=built.author,
        dates=built.found,
    )


def _entered(unread: Unread) -> Reading:
    """A promise that somebody entered: no extractor reads it."""
    row = unread.item
    article, record = read_entry(entry_from_json(json.loads(row.body)), row.lang or "en", row.received_at.date())
    return Reading(
        article=article,
        record=record,
        extractor=SOURCE,
        received_at=row.received_at,
        item_id=unread.item_id,
        item_version=unread.item_version,
        published_basis="entered",
    )


def _loaded(summary: LoadSummary) -> Transformed:
    return Transformed(summary.new + summary.changed + summary.unchanged, summary.new, summary.changed)


def _refuse(store: Store, refusal: Rejection, row: ItemRow) -> Transformed:
    new = load.reject(store, refusal, item=row, run_id=row.run_id, at=row.received_at)
    return Transformed(rejected=int(new))


def _build(archive: Archive, unread: Unread, source: Source | None) -> Built | Rejection:
    row = unread.item
    received = row.received_at.date()
    publisher = _publisher(row.source, source)
    if row.body_kind == "text":
        document = Document(row.guid or "", row.body, row.title, row.published, row.url, row.lang)
        return article_of_document(document, publisher, received)
    page = _page(archive, unread, source)
    return build_article(feed_item(row), page, publisher, received)


def _publisher(name: str, source: Source | None) -> Publisher:
    """What a source declares of its articles; whoever gives articles by hand is the publisher of none."""
    if source is None:
        return Publisher(name)
    return Publisher(
        name, source.side, (source.witness or source.publisher) if name != ADDED else None, source.time_zone
    )


def _page(archive: Archive, unread: Unread, source: Source | None) -> PageRead | None:
    if unread.page_sha256 is None:
        return None
    try:
        data = archive.get(unread.page_sha256)
    except ArchiveFault:  # the feed's own text is still there; `archive verify` tells of the loss
        return None
    text, _ = decode(data, unread.page_type)
    day = (unread.page_at or unread.item.received_at).date().isoformat()
    return read_page(text, unread.page_url, source.selectors_for(day) if source else None)


def read_waiting(job: Job, store: Store, read: Callable[..., Transformed] = read_batch) -> Transformed:
    """Read everything that waits, batch by batch."""
    summary = Transformed()
    by_name = declared_sources(store)
    for batch in waiting(store):
        summary += read(job, store, batch, by_name)
        watcher().advance(len(batch))
    return summary


def run(
    job: Job,
    *,
    read: Callable[..., Transformed] = read_batch,
    again: Callable[..., Transformed] = read_again,
    join: Callable[..., LinkSummary] = link,
) -> tuple[Transformed, LinkSummary]:
    """The whole stage; a flow hands in the same steps as tasks."""
    with open_store(job.home.root) as store:
        watcher().stage("Reading articles", None)
        mark_reading(job, store)
        summary = read_waiting(job, store, read)
        for old in outdated(store):
            summary += again(store, old)
            watcher().advance(len(old))
        watcher().stage("Linking reports", None)
        linked = join(store, job.as_of, job.run_id or None)
    return summary, linked


def _document(article: Article) -> Document:
    return Document(article.id, article.text, article.title, article.published, article.url, article.lang)
