"""Bytes of any kind of feed to items, or a stated rejection."""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from transforms.ids import bytes_id
from transforms.parsing.encoding import decode
from transforms.parsing.jsonfeed import read_json_feed
from transforms.parsing.listing import ListingSelectors, read_listing
from transforms.parsing.sitemap import read_sitemap, sitemap_children
from transforms.parsing.syndication import BrokenFeed, read_syndication
from transforms.parsing.xml import in_lower_case, prepare, well_formed
from transforms.records import FeedItem, Rejection

_HTML_START = re.compile(r"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_GZIP = b"\x1f\x8b"
_LARGEST = 50_000_000  # bytes that a gzip file may unpack to
_SYNDICATION = frozenset(("rss", "feed", "RDF"))


@dataclass(frozen=True, slots=True)
class FeedRead:
    """What the bytes of a feed gave."""

    items: tuple[FeedItem, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    format: str = ""  # rss20, atom10, json, sitemap, sitemap_index, listing …; empty: not a feed
    title: str = ""  # the feed's own name; empty: none
    children: tuple[str, ...] = ()  # further sitemaps that an index names
    mended: bool = False  # the XML was broken and had to be repaired


def read_feed(
    data: bytes,
    source: str,
    *,
    base: str | None = None,
    content_type: str | None = None,
    listing: ListingSelectors | None = None,
) -> FeedRead:
    """The items that some bytes hold; any bytes end as items or as a rejection with a reason.

    Args:
        data: the body as received, decompressed.
        source: name of the source, for the items.
        base: address that links are relative to.
        content_type: the header that came with it; only its charset is believed.
        listing: selectors, where the source is an HTML page that lists articles.
    """
    sha256 = bytes_id(data)

    def refuse(code: str, detail: str) -> FeedRead:
        return FeedRead(rejections=(Rejection(source, code, detail, sha256, base or source),))

    if data.startswith(_GZIP):
        unpacked = _unpacked(data)
        if unpacked is None:
            return refuse("bad_compression", "The body is a gzip file that cannot be unpacked within the limits.")
        data = unpacked
    if not data.strip():
        return refuse("empty_body", "The source answered with nothing.")
    text, _ = decode(data, content_type)
    head = text.lstrip()[:1]
    if listing is not None:
        found = read_listing(text, source, base, listing)
        if not found:
            return refuse("listing_empty", "The selectors of this source match nothing on its page.")
        return _sorted_out(found, source, sha256, "listing", "")
    if head in ("{", "["):
        feed = read_json_feed(text, source, base)
        if feed is None:
            return refuse("not_a_feed", "The body is JSON, or nearly, but no JSON Feed.")
        return _sorted_out(feed[0], source, sha256, "json", feed[1])
    if is_html(text):
        return refuse("html_not_feed", "The source answered with an HTML page instead of a feed.")
    prepared = prepare(text)
    xml = well_formed(prepared) if prepared.startswith("<") else None
    if xml is None:
        return refuse("not_a_feed", "The body is neither XML nor JSON.")
    closed = f"{xml[1]}>" in prepared[-200:]
    return _read_xml(xml, closed, source, base, sha256)


def _unpacked(data: bytes) -> bytes | None:
    """The content of a gzip file, as sitemaps are often published; null where it is broken or too large."""
    engine = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        out = engine.decompress(data, _LARGEST)
    except zlib.error:
        return None
    return out if engine.eof else None


def is_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_HTML_START.match(text[:3000]))


def _read_xml(xml: tuple[bytes, str, bool], closed: bool, source: str, base: str | None, sha256: str) -> FeedRead:
    data, root, mended = xml
    if root not in _SYNDICATION and root.lower() in ("rss", "rdf", "feed"):
        data, root, mended = in_lower_case(data), "RDF" if root.lower() == "rdf" else root.lower(), True
    if root == "sitemapindex":
        return FeedRead(format="sitemap_index", children=tuple(sitemap_children(data, base)), mended=mended)
    if root == "urlset":
        return _sorted_out(read_sitemap(data, source, base), source, sha256, "sitemap", "", mended)
    if root not in _SYNDICATION:
        code = "html_not_feed" if root.lower() == "html" else "not_a_feed"
        detail = f'The body is XML whose root is "{root[:40]}", which is no feed.'
        return FeedRead(rejections=(Rejection(source, code, detail, sha256, base or source),))
    try:
        items, about = read_syndication(data, source, base)
    except BrokenFeed as error:
        detail = f"The feed is so broken that its parser fails on it ({error})."
        return FeedRead(rejections=(Rejection(source, "broken_feed", detail, sha256, base or source),))
    lost: list[Rejection] = []
    if mended and not closed and items:
        # The last item may have lost its end; half a text must not pass for a new version of the article.
        last = items.pop()
        detail = "The feed breaks off inside or behind this item, which is left to the next reading."
        lost.append(Rejection(source, "cut_off_item", detail, sha256, last.guid or last.url or base or source))
    title = " ".join(str(about.get("title") or "").split())
    if not items and not lost and mended:
        detail = "The feed is broken off or not well-formed, and no item could be saved."
        return FeedRead(rejections=(Rejection(source, "broken_feed", detail, sha256, base or source),))
    found = _sorted_out(items, source, sha256, str(about.get("version") or root), title, mended)
    return replace(found, rejections=(*found.rejections, *lost))


def _sorted_out(
    items: Iterable[FeedItem], source: str, sha256: str, kind: str, title: str, mended: bool = False
) -> FeedRead:
    """The items that can be used, and why the others cannot."""
    kept: list[FeedItem] = []
    rejected: list[Rejection] = []
    seen: dict[tuple[str | None, str | None, str], FeedItem] = {}
    for number, item in enumerate(items, start=1):
        locator = item.guid or item.url or f"item {number}"
        if not item.url and not item.summary_html.strip():
            what = "title only" if item.title else "no title, text or link"
            rejected.append(Rejection(source, "empty_item", f"Item {number} has {what}.", sha256, locator))
            continue
        key = (item.guid, None, "") if item.guid else (None, item.url, item.title)
        twin = seen.get(key)
        if twin is not None:
            if twin != item:
                detail = f"Item {number} bears the id of an earlier item of the same feed, which was kept."
                rejected.append(Rejection(source, "duplicate_id", detail, sha256, locator))
            continue
        seen[key] = item
        kept.append(item)
    return FeedRead(tuple(kept), tuple(rejected), kind, title, mended=mended)
