"""The rows that callers hand to the raw layer, and what loading hands back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from transforms.ids import row_id, version_id
from transforms.records import Article, FeedItem, FoundDate, Record, Rejection


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as declared."""

    name: str
    kind: str
    url: str | None = None  # null: it is local
    languages: tuple[str, ...] = ()
    country: str | None = None
    publisher: str | None = None
    side: str | None = None  # null: a third party
    time_zone: str | None = None
    rights: str | None = None
    per_day: float | None = None
    declared: str | None = None  # the whole declaration as JSON, without secrets


@dataclass(frozen=True, slots=True)
class FetchRow:
    """One HTTP exchange, or one file read."""

    source: str
    url: str
    started_at: datetime  # with a time zone
    kind: str = "feed"  # or part, or page
    run_id: str | None = None
    duration_ms: int | None = None
    status: int | None = None
    final_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    bytes: int | None = None
    sha256: str | None = None
    retry_after: int | None = None  # seconds that the server asks us to wait
    error: str | None = None  # "code: sentence"
    content_type: str | None = None
    moved_to: str | None = None  # where it is for good; null: where it was

    @property
    def id(self) -> str:
        """Its id: what was asked for, and when."""
        return row_id("fetch", self.source, self.url, self.started_at.isoformat())


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One wording of one entry of a feed, or of one document given by hand."""

    source: str
    guid: str | None
    url: str | None
    title: str
    published: str | None
    updated: str | None
    lang: str | None
    body: str
    body_kind: str  # html, text, or promise (entered by hand, as JSON)
    received_at: datetime  # with a time zone
    fetch_id: str | None = None
    sha256: str | None = None
    run_id: str | None = None
    author: str | None = None  # no part of the version: a name alone is no new wording

    @classmethod
    def of_feed(
        cls,
        item: FeedItem,
        received_at: datetime,
        *,
        fetch_id: str | None = None,
        sha256: str | None = None,
        run_id: str | None = None,
    ) -> "ItemRow":
        """The row of a feed's entry."""
        return cls(
            source=item.source,
            guid=item.guid,
            url=item.url,
            title=item.title,
            published=item.published,
            updated=item.updated,
            lang=item.lang,
            body=item.summary_html,
            body_kind="html",
            received_at=received_at,
            fetch_id=fetch_id,
            sha256=sha256,
            run_id=run_id,
            author=item.author,
        )

    @property
    def id(self) -> str:
        """Its id: source with guid, else address, else what it says."""
        if self.guid or self.url:
            return row_id("item", self.source, self.guid or self.url)
        return row_id("item-text", self.source, version_id(self.title, self.body))

    @property
    def version(self) -> str:
        """The hash of everything it says."""
        said = (self.url, self.title, self.published, self.updated, self.lang, self.body)
        return row_id("item-version", *said)


@dataclass(frozen=True, slots=True)
class PageRow:
    """The page behind an item, as fetched."""

    item_id: str
    url: str
    sha256: str
    received_at: datetime
    fetch_id: str | None = None
    content_type: str | None = None

    @property
    def id(self) -> str:
        """Its id: item and bytes."""
        return row_id("page", self.item_id, self.sha256)


@dataclass(frozen=True, slots=True)
class Received:
    """What came in at one moment, to be written at once."""

    note: str | None  # its name in the archive's journal; null: more of it is to come
    at: datetime
    run_id: str | None = None  # null: outside a run
    sources: Sequence[SourceRow] = ()
    items: Sequence[ItemRow] = ()
    pages: Sequence[PageRow] = ()
    fetches: Sequence[FetchRow] = ()
    rejections: Sequence[Rejection] = ()
    settled: Sequence[tuple[str, str]] = ()  # source and address of pages that could be had at last


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what the extractor read in it, and the item that it came from."""

    article: Article
    record: Record
    extractor: str  # version of the extractor
    received_at: datetime  # when this wording was first received: the latest is the current one
    item_id: str | None = None  # null: the article came from no item
    item_version: str | None = None
    page_sha256: str | None = None  # page that was read with the item; null: none
    published_basis: str | None = None  # where the date of publication was found
    modified: str | None = None
    author: str | None = None
    dates: tuple[FoundDate, ...] | None = None  # every date found; null: those known stay


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as loaded, with what a new reading of it must keep."""

    article: Article
    received_at: datetime
    item_id: str | None
    item_version: str | None
    page_sha256: str | None
    published_basis: str | None
    modified: str | None
    author: str | None

    def read(self, record: Record, extractor: str) -> Reading:
        """The same article with another record."""
        return Reading(
            article=self.article,
            record=record,
            extractor=extractor,
            received_at=self.received_at,
            item_id=self.item_id,
            item_version=self.item_version,
            page_sha256=self.page_sha256,
            published_basis=self.published_basis,
            modified=self.modified,
            author=self.author,
        )


@dataclass(frozen=True, slots=True)
class Unread:
    """What still waits to be turned into an article: an item, with the latest page behind it."""

    item_id: str
    item_version: str
    item: ItemRow
    page_sha256: str | None  # null: no page was fetched
    page_url: str | None
    page_at: datetime | None = None  # when the page was received
    page_type: str | None = None  # its content type as sent


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What a load changed."""

    new: int = 0  # articles, items … that were not there
    changed: int = 0  # that were there with other values
    unchanged: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)  # rows written, by table

    def __add__(self, other: "LoadSummary") -> "LoadSummary":
        rows = {key: self.rows.get(key, 0) + other.rows.get(key, 0) for key in {*self.rows, *other.rows}}
        return LoadSummary(self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged, rows)


@dataclass(frozen=True, slots=True)
class WatchSummary:
    """How the promises stand, and what was flagged."""

    states: Mapping[str, int] = field(default_factory=dict)  # promises by status
    flags: Mapping[str, int] = field(default_factory=dict)  # standing flags by severity
    changed: int = 0  # promises that are in another state than at the last run


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What linking found."""

    meetings: int = 0
    people: int = 0
    agreements: int = 0
    follow_ups: int = 0
    pairs: int = 0  # pairs of reports compared
    review: int = 0  # links waiting for a person
    watch: "WatchSummary" = WatchSummary()
