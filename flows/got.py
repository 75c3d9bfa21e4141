"""What bytes of a source give: items, documents, or why nothing; the same at arrival and when told again."""

from dataclasses import dataclass, field, replace

from flows.documents import Given, is_lines, read_documents
from flows.sources import Source, SourceKind
from transforms.feed import FeedRead, read_feed
from transforms.ids import bytes_id
from transforms.records import Document, FeedItem, Rejection


@dataclass(frozen=True, slots=True)
class Got:
    """What some bytes gave."""

    feed: FeedRead = field(default_factory=FeedRead)
    documents: tuple[Document, ...] = ()


def got_from(source: Source, body: bytes, final_url: str, content_type: str | None, day: str) -> Got:
    """What the body of an answer gives; for a folder, what one of its files does.

    `day`: the ISO day (UTC) on which it came, which tells how the page was designed then.
    """
    if source.kind is SourceKind.FILES:
        return _from_file(source, body, final_url)
    return Got(parse_source(source, body, final_url, content_type, day))


def parse_source(source: Source, body: bytes, final_url: str, content_type: str | None, day: str) -> FeedRead:
    """What the body of a source's answer holds."""
    if source.kind is SourceKind.PAGE:
        item = FeedItem(source.name, None, source.url or source.site, "", None, None, "", None)
        return FeedRead((item,), format="page")
    base = source.site or final_url
    listing = source.listing_for(day) if source.kind is SourceKind.LISTING else None
    return read_feed(body, source.name, base=base, content_type=content_type, listing=listing)


def refused(source: str, error: str | None, detail: str, sha256: str | None, url: str) -> Got:
    """The rejection of bytes that came and could not be used; nothing where none came: then the exchange says it."""
    if error is None or sha256 is None:
        return Got()
    return Got(FeedRead(rejections=(Rejection(source, error, detail, sha256, url),)))


def _from_file(source: Source, body: bytes, name: str) -> Got:
    documents: list[Document] = []
    rejections: list[Rejection] = []
    lang = source.languages[0] if len(source.languages) == 1 else None
    if not body.strip():
        sha256 = bytes_id(body) if body else None
        return Got(FeedRead(rejections=(Rejection(source.name, "empty_file", f"{name} is empty.", sha256, name),)))
    for entry in read_documents(name, body, Given(lang=lang)):
        if isinstance(entry, Rejection):
            rejections.append(Rejection(source.name, entry.code, entry.detail, entry.sha256, entry.locator))
        elif entry.id or is_lines(name):
            documents.append(entry)
        else:  # one article: its place is what it is known by, so that a corrected file is a new wording
            documents.append(replace(entry, id=name))
    return Got(FeedRead(rejections=tuple(rejections)), tuple(documents))
