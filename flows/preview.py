"""What a source, page or file would give, without storing anything; and finding the feed of a site."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from protego import Protego

from flows.documents import Given, is_lines, read_bytes, read_documents
from flows.errors import InputError
from flows.got import parse_source
from flows.reading import private_hosts, source_response, unreserved
from flows.settings import HttpSettings
from flows.sources import Source, SourceKind
from flows.web.client import Client, Response
from transforms.article import Built, Publisher, build_article
from transforms.feed import FeedRead, is_html, read_feed
from transforms.parsing.encoding import decode
from transforms.parsing.listing import ListingSelectors, announced_feeds
from transforms.parsing.page import PageSelectors, read_page
from transforms.parsing.urls import host_of
from transforms.records import FeedItem, Rejection


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that was found at an address."""

    url: str
    read: FeedRead


def preview(
    target: str | Source, http: HttpSettings, private: bool = False, listing: ListingSelectors | None = None
) -> Mapping[str, Any]:
    """What would be read from an address, a file or a declared source, or why not, as plain values.

    `listing`: selectors, where the target is a page that lists articles; a source declares its own.
    """
    try:
        if isinstance(target, Source):
            return _declared(target, http)
        return _previewed(target, http, private, listing)
    except InputError:
        raise
    except Exception as error:  # one target must not keep the others from being shown
        detail = f"Liqaa failed on it: {type(error).__name__}: {error}."
        name = target.name if isinstance(target, Source) else target
        return {"target": name, "kind": None, "error": "internal_fault", "detail": detail}


def _declared(source: Source, http: HttpSettings) -> Mapping[str, Any]:
    """What a source would give now, by its declaration."""
    if source.kind is SourceKind.FILES:
        raise InputError(f'"{source.name}" is a folder.', advice="Name the files in it: liqaa sources preview FILE…")
    client = Client(http, private_hosts([source]))
    try:
        response = unreserved(source, source_response(client, source, source.address, "feed", None))
    finally:
        client.close()
    if response.body is None:
        return {"target": source.name, "kind": None, "error": response.error, "detail": response.detail}
    today = datetime.now(UTC).date().isoformat()
    base = source.site or response.final_url
    if source.kind is SourceKind.PAGE:
        text, _ = decode(response.body, response.content_type)
        return _page(source.name, text, base, source.selectors_for(today))
    return _feed(source.name, parse_source(source, response.body, base, response.content_type, today))


def _previewed(target: str, http: HttpSettings, private: bool, listing: ListingSelectors | None) -> Mapping[str, Any]:
    if "://" in target:
        response = fetch(target, http, private)
        if response.body is None:
            return {"target": target, "kind": None, "error": response.error, "detail": response.detail}
        return _told(target, response.body, response.final_url, response.content_type, listing)
    data = read_bytes(Path(target))
    if isinstance(data, Rejection):
        return {"target": target, "kind": None, "error": data.code, "detail": data.detail}
    return _told(target, data, None, None, listing)


def fetch(url: str, http: HttpSettings, private: bool) -> Response:
    """One exchange with an address, without an archive."""
    hosts = frozenset([host_of(url)]) if private else frozenset()
    client = Client(http, hosts)
    try:
        return client.fetch(url, private=hosts)
    finally:
        client.close()


def _told(
    target: str, data: bytes, url: str | None, content_type: str | None, listing: ListingSelectors | None
) -> Mapping[str, Any]:
    if listing is not None:
        return _feed(target, read_feed(data, "preview", base=url, content_type=content_type, listing=listing))
    text, _ = decode(data, content_type)
    if is_html(text):
        return _page(target, text, url, None)
    if is_lines(target) or (url is None and not _may_be_feed(target, data, text)):
        return _documents(target, data)
    return _feed(target, read_feed(data, "preview", base=url, content_type=content_type))


def _feed(target: str, read: FeedRead) -> Mapping[str, Any]:
    if read.format == "":
        refusal = read.rejections[0]
        return {"target": target, "kind": None, "error": refusal.code, "detail": refusal.detail}
    items = [{key: value for key, value in asdict(item).items() if key != "source"} for item in read.items]
    refused = [{"code": entry.code, "detail": entry.detail, "locator": entry.locator} for entry in read.rejections]
    told = {"target": target, "kind": read.format, "title": read.title, "mended": read.mended}
    return {**told, "sitemaps": list(read.children), "items": items, "rejections": refused}


def _may_be_feed(target: str, data: bytes, text: str) -> bool:
    """Whether a local file is to be read as a feed: by its first sign, or by its name."""
    named = Path(target.lower().removesuffix(".gz")).suffix in (".xml", ".rss", ".atom", ".rdf", ".json")
    return named or data.startswith(b"\x1f\x8b") or text.lstrip("\ufeff \t\r\n").startswith(("<", "{"))


def _page(target: str, markup: str, url: str | None, selectors: PageSelectors | None) -> Mapping[str, Any]:
    page = read_page(markup, url, selectors)
    item = FeedItem("preview", None, url, "", None, None, "", None)
    built = build_article(item, page, Publisher("preview"), datetime.now(UTC).date())
    feeds = announced_feeds(markup, url)
    if not isinstance(built, Built):
        return {"target": target, "kind": None, "error": built.code, "detail": built.detail, "feeds": feeds}
    article = built.article
    return {
        "target": target,
        "kind": "page",
        "article": {
            "title": article.title,
            "url": article.url,
            "lang": article.lang,
            "published": article.published,
            "basis": built.basis,
            "dates": dict(built.dates),
            "modified": built.modified,
            "author": built.author,
            "origin": article.origin,
            "text": article.text,
        },
        "feeds": feeds,
    }


def _documents(target: str, data: bytes) -> Mapping[str, Any]:
    documents: list[Mapping[str, Any]] = []
    refused: list[Mapping[str, Any]] = []
    for entry in read_documents(Path(target).name, data, Given()):
        if isinstance(entry, Rejection):
            refused.append({"code": entry.code, "detail": entry.detail, "locator": entry.locator})
        else:
            documents.append(asdict(entry))
    if not documents and len(refused) == 1:
        return {"target": target, "kind": None, "error": refused[0]["code"], "detail": refused[0]["detail"]}
    return {"target": target, "kind": "documents", "items": documents, "rejections": refused}


def find_feed(url: str, http: HttpSettings, private: bool = False) -> Found:
    """The feed at an address, or the first one that its page announces and that can be read.

    Raises:
        InputError: there is none, or the address cannot be reached.
    """
    response = fetch(url, http, private)
    if response.body is None:
        raise InputError(f"{url} cannot be read: {response.detail}", advice="Check the address, or the network.")
    read = read_feed(response.body, "new", base=response.final_url, content_type=response.content_type)
    if read.format:
        return Found(response.permanent_url or url, read)
    text, _ = decode(response.body, response.content_type)
    for candidate in chain(_candidates(text, response.final_url), _sitemaps(response.final_url, http, private)):
        answer = fetch(candidate, http, private)
        if answer.body is None:
            continue
        read = read_feed(answer.body, "new", base=answer.final_url, content_type=answer.content_type)
        if read.format and (read.items or read.children):
            return Found(candidate, read)
    raise InputError(
        f"No feed was found at {url}.",
        advice='If it is a page that lists articles, declare it as kind = "listing" with selectors (docs/sources.md).',
    )


def _sitemaps(url: str, http: HttpSettings, private: bool) -> Iterator[str]:
    """The sitemaps that a site's robots.txt names, those of news first; asked for only when there is no feed."""
    parts = urlsplit(url)
    rules = fetch(f"{parts.scheme}://{parts.netloc}/robots.txt", http, private)
    named = Protego.parse((rules.body or b"")[:500_000].decode("utf-8", "replace")).sitemaps
    yield from sorted(named, key=lambda address: "news" not in address.lower())[:3]


def _candidates(markup: str, url: str) -> Iterator[str]:
    """Addresses that may be a site's feed: what it announces, then where feeds usually are."""
    announced = announced_feeds(markup, url)
    yield from announced[:5]
    parts = urlsplit(url)
    for path in ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml"):
        guess = f"{parts.scheme}://{parts.netloc}{path}"
        if guess not in announced:
            yield guess
