"""Reads sources and pages, from the web or from this machine: bytes into the archive first, then items."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from flows.archive import Archive
from flows.sources import Source, SourceKind
from flows.web.client import Client, Response, Validators
from flows.web.robots import Robots
from transforms.feed import FeedRead, read_feed
from transforms.records import FeedItem, Rejection

_CHILDREN = 3  # sitemaps of an index that are read: the latest hold the news
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange with a source or a page, its bytes already in the archive."""

    source: str
    kind: str  # "feed" or "page"
    at: datetime
    response: Response
    sha256: str | None  # of the body, or of what arrived of it; null: nothing did


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave this time."""

    source: Source
    exchange: Exchange
    feed: FeedRead  # empty where nothing new came
    unchanged: bool = False  # by the server's word, or because its bytes are those of the last time


@dataclass(frozen=True, slots=True)
class PageReading:
    """What the page of one item gave."""

    item: FeedItem
    exchange: Exchange
    rejection: Rejection | None  # null: the page is in the archive


class Reader:
    """Everything that reading needs, shared by threads."""

    def __init__(self, client: Client, archive: Archive, workers: int) -> None:
        self._client = client
        self._archive = archive
        self._workers = workers
        self._robots = Robots(client)

    def sources(self, sources: Sequence[Source], known: Mapping[str, Validators]) -> Iterator[Reading]:
        """The readings of some sources, as they come in; one that fails is a reading too."""
        yield from self._each(sources, lambda source: self._safely(source, known.get(source.name)))

    def pages(self, wanted: Sequence[tuple[FeedItem, Source]]) -> Iterator[PageReading]:
        """The pages behind some items, as they come in."""
        yield from self._each(wanted, lambda pair: self._page(*pair))

    def _each(self, keys: Sequence[_Key], work: Callable[[_Key], _Value]) -> Iterator[_Value]:
        if len(keys) <= 1:
            yield from map(work, keys)
            return
        with ThreadPoolExecutor(min(self._workers, len(keys)), thread_name_prefix="liqaa-read") as pool:
            for done in as_completed([pool.submit(work, key) for key in keys]):
                yield done.result()

    def _safely(self, source: Source, known: Validators | None) -> Reading:
        """The reading of a source; a fault of our own ends here too, since one source must not stop the others."""
        try:
            return self._source(source, known)
        except Exception as error:
            url = source.url or source.name
            detail = f"Liqaa failed on this source: {type(error).__name__}: {error}."
            response = Response(url, url, None, None, None, error="internal_fault", detail=detail)
            return Reading(source, Exchange(source.name, "feed", datetime.now(UTC), response, None), FeedRead())

    def _source(self, source: Source, known: Validators | None) -> Reading:
        exchange = self._get(source, source.address, "feed", known)
        body = exchange.response.body
        if exchange.response.not_modified or (body is not None and known and known.sha256 == exchange.sha256):
            return Reading(source, exchange, FeedRead(), unchanged=True)
        if body is None:
            rejected = _refused(exchange)
            return Reading(source, exchange, FeedRead(rejections=(rejected,) if rejected else ()))
        feed = parse_source(source, exchange.response)
        for child in feed.children[:_CHILDREN]:
            feed = _joined(feed, self._child(source, child))
        return Reading(source, exchange, feed)

    def _child(self, source: Source, url: str) -> FeedRead:
        exchange = self._get(source, url, "feed", None)
        body = exchange.response.body
        return parse_source(source, exchange.response) if body is not None else FeedRead()

    def _page(self, item: FeedItem, source: Source) -> PageReading:
        url = item.url or ""
        if source.mirror is None and not self._robots.allowed(url):
            now = datetime.now(UTC)
            refusal = Response(url, url, None, None, None, error="robots", detail="The site's robots.txt forbids it.")
            return self._no_page(item, Exchange(source.name, "page", now, refusal, None))
        exchange = self._get(source, url, "page", None)
        body = exchange.response.body
        if body is None:
            return self._no_page(item, exchange)
        return PageReading(item, exchange, None)

    def _no_page(self, item: FeedItem, exchange: Exchange) -> PageReading:
        code = f"page_{exchange.response.error or 'empty'}"
        detail = f"The page cannot be had: {exchange.response.detail}"
        return PageReading(item, exchange, Rejection(item.source, code, detail, exchange.sha256, item.url or ""))

    def _get(self, source: Source, url: str, kind: str, known: Validators | None) -> Exchange:
        """One exchange, with its bytes stored before anything is made of them."""
        at = datetime.now(UTC)
        response = source_response(self._client, source, url, kind, known)
        data = response.body if response.body is not None else response.received
        sha256 = self._archive.put(data) if data else None
        return Exchange(source.name, kind, at, response, sha256)


def source_response(client: Client, source: Source, url: str, kind: str, known: Validators | None) -> Response:
    """One exchange for a source, with the web or with this machine."""
    local = _local_file(source, url, kind)
    if local is not None:
        return _read_local(local, url)
    headers = _headers(source)
    if isinstance(headers, str):
        detail = f"The environment variable {headers}, which this source needs, is not set."
        return Response(url, url, None, None, None, error="missing_secret", detail=detail)
    return client.fetch(url, known, headers)


def parse_source(source: Source, response: Response) -> FeedRead:
    """What the body of a source's answer holds."""
    if source.kind is SourceKind.PAGE:
        item = FeedItem(source.name, None, source.url or source.site, "", None, None, "", None)
        return FeedRead((item,), format="page")
    base = source.site or response.final_url
    body = response.body or b""
    return read_feed(body, source.name, base=base, content_type=response.content_type, listing=source.listing)


def private_hosts(sources: Iterable[Source]) -> set[str]:
    """The hosts that sources declare to be private, which alone may be at private addresses."""
    return {urlsplit(source.url).hostname or "" for source in sources if source.private and source.url}


def _local_file(source: Source, url: str, kind: str) -> Path | None:
    """The file that stands for an address, for a source on this machine; null: it is on the web.

    Only the declaration names files: a feed's link can reach nothing outside the folder of its mirror.
    """
    if kind == "feed" and source.path is not None:
        return source.path
    if source.mirror is None:
        return None
    path = unquote(urlsplit(url).path).strip("/")
    root = source.mirror.resolve()
    for name in (path, f"{path}.html", f"{path}/index.html"):
        target = (root / name).resolve()
        if target.is_relative_to(root) and target.is_file():
            return target
    return root / "missing"


def _read_local(path: Path, url: str) -> Response:
    try:
        body = path.read_bytes()
    except OSError as error:
        detail = f"The file cannot be read: {error.strerror}."
        return Response(url, url, None, None, None, error="unreadable_file", detail=detail)
    return Response(url, url, None, 200, body, wire_bytes=len(body))


def _headers(source: Source) -> dict[str, str] | str:
    """The headers that a source needs, or the environment variable that is missing: secrets are in no file of ours."""
    headers: dict[str, str] = {}
    for name, variable in source.headers.items():
        value = os.environ.get(variable)
        if value is None:
            return variable
        headers[name] = value
    return headers


def _refused(exchange: Exchange) -> Rejection | None:
    response = exchange.response
    if response.error is None or exchange.sha256 is None:
        return None
    return Rejection(exchange.source, response.error, response.detail, exchange.sha256, response.final_url)


def _joined(first: FeedRead, second: FeedRead) -> FeedRead:
    return FeedRead(
        first.items + second.items, first.rejections + second.rejections, first.format, first.title, (), first.mended
    )
