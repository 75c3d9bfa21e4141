"""Reads sources and pages, from the web or from this machine: bytes into the archive first, then items."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, unquote, urlsplit

from flows.archive import Archive
from flows.got import Got, got_from, parse_source, refused
from flows.sources import Rights, Source, SourceKind
from flows.web.client import Client, Response, Validators
from flows.web.rules import Rules
from transforms.parsing.page import reserved
from transforms.parsing.urls import host_of
from transforms.records import FeedItem, Rejection

_CHILDREN = 3  # sitemaps of an index that are read: the latest hold the news
_VARIABLE = re.compile(r"\$\{(\w+)\}")  # a secret in an address, by the name of its environment variable
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange with a source or a page, its bytes already in the archive."""

    source: str
    kind: str  # feed, part or page
    at: datetime
    response: Response
    sha256: str | None  # of the body, or of what arrived of it; null: nothing did


@dataclass(frozen=True, slots=True)
class Reading:
    """What one address of a source gave this time."""

    source: Source
    exchange: Exchange
    got: Got = field(default_factory=Got)  # empty where nothing new came
    unchanged: bool = False  # by the server's word, or because its bytes are those of the last time
    parts: "tuple[Reading, ...]" = ()  # the sitemaps of an index, the files of a folder

    @property
    def count(self) -> int:
        """Items and documents that were read, parts included."""
        return len(self.got.feed.items) + len(self.got.documents) + sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What the page of one item gave."""

    item: FeedItem
    exchange: Exchange
    rejection: Rejection | None  # null: the page is in the archive


Known = Mapping[tuple[str, str], Validators]  # by source and address


class Reader:
    """Everything that reading needs, shared by threads and by the batches of a run."""

    def __init__(self, client: Client, archive: Archive, workers: int) -> None:
        self._client = client
        self._archive = archive
        self._workers = workers
        self._rules = Rules(client)

    def sources(self, sources: Sequence[Source], known: Known) -> Iterator[Reading]:
        """The readings of some sources, as they come in; one that fails is a reading too."""
        yield from self._each(sources, lambda source: self._safely(source, known))

    def pages(self, wanted: Sequence[tuple[FeedItem, Source]]) -> Iterator[PageReading]:
        """The pages behind some items, as they come in; one that fails is a reading too."""
        yield from self._each(wanted, lambda pair: self._page_safely(*pair))

    def _each(self, keys: Sequence[_Key], work: Callable[[_Key], _Value]) -> Iterator[_Value]:
        if len(keys) <= 1:
            yield from map(work, keys)
            return
        with ThreadPoolExecutor(min(self._workers, len(keys)), thread_name_prefix="liqaa-read") as pool:
            for done in as_completed([pool.submit(work, key) for key in keys]):
                yield done.result()

    def _safely(self, source: Source, known: Known) -> Reading:
        """The reading of a source; a fault of our own ends here too, since one source must not stop the others."""
        try:
            if source.kind is SourceKind.FILES:
                return self._files(source, known)
            return self._where_it_is(source, known)
        except Exception as error:
            return Reading(source, _fault(source, source.url or source.name, "feed", error))

    def _where_it_is(self, source: Source, known: Known) -> Reading:
        """The reading of a source where it has moved to for good; where that fails, at its old address."""
        address = present_address(source, known)
        reading = self._source(source, address, "feed", known)
        response = reading.exchange.response
        if address == source.address or response.error is None or response.retry_after:
            return reading
        tried = replace(reading, exchange=replace(reading.exchange, kind="part"))
        old = self._source(source, source.address, "feed", known)
        return replace(old, parts=(*old.parts, tried))

    def _source(self, source: Source, url: str, kind: str, known: Known) -> Reading:
        last = known.get((source.name, url)) or (known.get((source.name, source.address)) if kind == "feed" else None)
        exchange = self._get(source, url, kind, last)
        response = exchange.response
        unchanged = response.not_modified or (
            response.body is not None and last is not None and last.sha256 == exchange.sha256
        )
        got = Got() if unchanged else got_of(source, exchange)
        parts: tuple[str, ...] = got.feed.children
        if unchanged and kind == "feed" and source.kind is SourceKind.SITEMAP and last and last.sha256:
            # An index may stay the same while the sitemaps that it names do not.
            parts = parse_source(source, self._archive.get(last.sha256), url, None, _day(exchange)).children
        read = (self._source(source, part, "part", known) for part in parts[:_CHILDREN] if kind == "feed")
        return Reading(source, exchange, got, unchanged, tuple(read))

    def _files(self, source: Source, known: Known) -> Reading:
        """The files of a folder, or one file, each as a part; a folder's own exchange tells whether it is there."""
        path = source.path or Path()
        at = datetime.now(UTC)
        response = Response(source.address, source.address, None, None, None)
        if not path.exists():
            response = replace(response, error="missing_file", detail=f"There is no folder or file {path.name}.")
        root = path if path.is_dir() else path.parent
        parts = [self._file(source, file, root, known) for file in _files_below(path)]
        unchanged = bool(parts) and all(part.unchanged for part in parts)
        return Reading(source, Exchange(source.name, "feed", at, response, None), Got(), unchanged, tuple(parts))

    def _file(self, source: Source, path: Path, root: Path, known: Known) -> Reading:
        name = path.relative_to(root).as_posix()
        at = datetime.now(UTC)
        response = _read_local(path, name)
        sha256 = self._archive.put(response.body) if response.body else None
        exchange = Exchange(source.name, "part", at, response, sha256)
        last = known.get((source.name, name))
        if last is not None and last.sha256 == sha256:
            return Reading(source, exchange, unchanged=True)
        return Reading(source, exchange, got_of(source, exchange))

    def _page_safely(self, item: FeedItem, source: Source) -> PageReading:
        try:
            return self._page(item, source)
        except Exception as error:
            return self._no_page(item, _fault(source, item.url or "", "page", error))

    def _page(self, item: FeedItem, source: Source) -> PageReading:
        url = item.url or ""
        private = private_hosts([source])
        refusal = None if source.mirror else self._rules.refusal(url, source.rights is not Rights.OFFICIAL, private)
        if refusal is not None:
            response = Response(url, url, None, None, None, error=refusal.code, detail=refusal.detail)
            return self._no_page(item, Exchange(source.name, "page", datetime.now(UTC), response, None))
        exchange = self._get(source, url, "page", None)
        if exchange.response.body is None:
            return self._no_page(item, exchange)
        return PageReading(item, exchange, None)

    def _no_page(self, item: FeedItem, exchange: Exchange) -> PageReading:
        return PageReading(item, exchange, page_refused(item.source, item.url or "", exchange))

    def _get(self, source: Source, url: str, kind: str, known: Validators | None) -> Exchange:
        """One exchange, with its bytes stored before anything is made of them."""
        at = datetime.now(UTC)
        response = unreserved(source, source_response(self._client, source, url, kind, known))
        data = response.body if response.body is not None else response.received
        sha256 = self._archive.put(data) if data else None
        return Exchange(source.name, kind, at, response, sha256)


def present_address(source: Source, known: Known) -> str:
    """Where a source is asked: its address, or where that said, when it last answered, that it has moved for good.

    No move may take a source from https to http, nor make it name a secret that its declaration does not.
    """
    address, seen = source.address, {source.address}
    own = set(_VARIABLE.findall(address))
    while (last := known.get((source.name, address))) is not None and last.moved_to is not None:
        target = last.moved_to
        lowered = address.startswith("https:") and not target.startswith("https:")
        if target in seen or lowered or not own.issuperset(_VARIABLE.findall(target)):
            break
        seen.add(target)
        address = target
    return address


def got_of(source: Source, exchange: Exchange) -> Got:
    """What the answer of a source gives, or why nothing."""
    response = exchange.response
    if response.body is None:
        return refused(exchange.source, response.error, response.detail, exchange.sha256, response.final_url)
    return got_from(source, response.body, response.final_url, response.content_type, _day(exchange))


def _day(exchange: Exchange) -> str:
    return exchange.at.date().isoformat()


def unreserved(source: Source, response: Response) -> Response:
    """The answer without its content where the publisher reserves that against text mining; official texts are free."""
    if response.body is None or source.rights is Rights.OFFICIAL or (source.url is None and source.site is None):
        return response
    if not response.reserved and not reserved(response.body):
        return response
    return replace(response, body=None, error="reserved", detail="The publisher reserves it against text mining.")


def page_refused(source: str, url: str, exchange: Exchange) -> Rejection:
    """Why the page of an item cannot be had."""
    response = exchange.response
    code = f"page_{response.error or 'empty'}"
    return Rejection(source, code, f"The page cannot be had: {response.detail}", exchange.sha256, url)


def source_response(client: Client, source: Source, url: str, kind: str, known: Validators | None) -> Response:
    """One exchange for a source, with the web or with this machine."""
    local = _local_file(source, url, kind)
    if local is not None:
        return _read_local(local, url)
    named = [*source.headers.values(), *_VARIABLE.findall(url)]
    missing = next((name for name in named if name not in os.environ), None)
    if missing is not None:
        detail = f"The environment variable {missing}, which this source needs, is not set."
        return Response(url, url, None, None, None, error="missing_secret", detail=detail)
    # A secret is for the host that the declaration names, wherever that has moved to.
    at_home = kind != "feed" or urlsplit(url).netloc == urlsplit(source.address).netloc
    headers = {header: os.environ[name] for header, name in source.headers.items()} if at_home else {}
    real = _VARIABLE.sub(lambda found: os.environ[found.group(1)], url)
    response = client.fetch(real, known, headers, private=private_hosts([source]), rest=kind == "page")
    return _hidden(response, url)


def _hidden(response: Response, url: str) -> Response:
    """The story of an exchange with the names of secrets where the address held their values."""
    if response.url == url:
        return response
    names = {os.environ[name]: f"${{{name}}}" for name in _VARIABLE.findall(url)}

    def hide(words: str) -> str:
        for value, name in names.items():
            words = words.replace(value, name).replace(quote(value, safe=""), name)
        return words

    moved = hide(response.permanent_url) if response.permanent_url else None
    final = hide(response.final_url)
    return replace(response, url=url, final_url=final, permanent_url=moved, detail=hide(response.detail))


def _fault(source: Source, url: str, kind: str, error: Exception) -> Exchange:
    detail = f"Liqaa failed on this source: {type(error).__name__}: {error}."
    response = Response(url, url, None, None, None, error="internal_fault", detail=detail)
    return Exchange(source.name, kind, datetime.now(UTC), response, None)


def _files_below(path: Path) -> list[Path]:
    """The files of a folder in order, or the one file; hidden ones and those that lead out of the folder left out."""
    if not path.is_dir():
        return [path] if path.is_file() else []
    root = path.resolve()
    found = (file for file in sorted(path.rglob("*")) if file.is_file() and file.resolve().is_relative_to(root))
    return [file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)]


def private_hosts(sources: Iterable[Source]) -> frozenset[str]:
    """The hosts that sources declare to be private, which alone may be at private addresses."""
    return frozenset(host_of(source.url) for source in sources if source.private and source.url)


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
    return Response(url, url, None, None, body, wire_bytes=len(body))
