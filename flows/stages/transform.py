"""Transform: items that wait become articles, articles become records, records become linked rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.archive import Archive, ArchiveFault
from flows.job import Job
from flows.sources import Source
from flows.stages.ingest import feed_item
from transforms.article import Built, Publisher, article_of_document, build_article
from transforms.extract import EXTRACTOR_VERSION, extract
from transforms.parsing.encoding import decode
from transforms.parsing.page import PageRead, read_page
from transforms.records import Article, Document, Rejection
from warehouse import load
from warehouse.rows import LoadSummary, Reading, Unread
from warehouse.store import Store

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


def read_batch(job: Job, store: Store, batch: Sequence[Unread], sources: Mapping[str, Source]) -> Transformed:
    """Turn a batch of items into articles and records, and write them."""
    archive = job.archive
    readings: list[Reading] = []
    refused: list[Rejection] = []
    for unread in batch:
        built = _build(archive, unread, sources.get(unread.item.source))
        if isinstance(built, Rejection):
            refused.append(built)
            continue
        article = built.article
        readings.append(
            Reading(
                article=article,
                record=extract(_document(article)),
                extractor=EXTRACTOR_VERSION,
                received_at=unread.item.received_at,
                item_id=unread.item_id,
                item_version=unread.item_version,
                published_basis=built.basis,
                modified=built.modified,
                author=built.author,
            )
        )
    summary = load.load_articles(store, readings) if readings else LoadSummary()
    rejected = sum(load.reject(store, refusal, run_id=job.run_id, at=job.received_at()) for refusal in refused)
    return Transformed(len(readings), summary.new, summary.changed, rejected)


def _build(archive: Archive, unread: Unread, source: Source | None) -> Built | Rejection:
    row = unread.item
    received = row.received_at.date()
    publisher = Publisher(row.source, source.side if source else None)
    if row.body_kind == "text":
        document = Document(row.guid or "", row.body, row.title, row.published, row.url, row.lang)
        return article_of_document(document, publisher, received)
    page = _page(archive, unread, source)
    return build_article(feed_item(row), page, publisher, received)


def _page(archive: Archive, unread: Unread, source: Source | None) -> PageRead | None:
    if unread.page_sha256 is None:
        return None
    try:
        data = archive.get(unread.page_sha256)
    except ArchiveFault:  # the feed's own text is still there; `archive verify` tells of the loss
        return None
    text, _ = decode(data)
    day = unread.item.received_at.date().isoformat()
    return read_page(text, unread.page_url, source.selectors_for(day) if source else None)


def _document(article: Article) -> Document:
    return Document(article.id, article.text, article.title, article.published, article.url, article.lang)
