"""RSS 0.9 to 2.0, RDF and Atom, read with feedparser from well-formed XML."""

import html
import io
from collections.abc import Iterable, Mapping
from typing import Any

import feedparser

from transforms.parsing.dates import parse_date
from transforms.parsing.html import looks_like_html, text_of
from transforms.parsing.people import names_of
from transforms.parsing.urls import absolute
from transforms.records import FeedItem

_Authors = Iterable[Mapping[str, str]]


class BrokenFeed(ValueError):
    """A feed on which the parser itself fails."""


def read_syndication(data: bytes, source: str, base: str | None) -> tuple[list[FeedItem], Mapping[str, Any]]:
    """The items of a feed in the order given, and what it says of itself.

    `data` must be well-formed UTF-8 XML without a document type: feedparser then never falls back to its slow parser
    for broken markup. Its sanitising is off, since nothing here shows HTML; links are made absolute by us.

    Raises:
        BrokenFeed: the parser fails on it.
    """
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # a third party's parser on a stranger's markup: it has faults of its own
        raise BrokenFeed(type(error).__name__) from error
    about: Mapping[str, Any] = parsed["feed"]
    home = absolute(about.get("link") or "", base) or base
    lang = about.get("language")
    version = str(parsed["version"])
    # RSS has no date of change: what feedparser calls "updated" there is the only date given (dc:date).
    # An entry of Atom without an author has that of its feed (RFC 4287, 4.2.1); RSS names an editor there.
    authors = about.get("authors", ()) if version.startswith("atom") else ()
    only_date = version.startswith(("rss", "cdf")) or not version
    items = [_item(entry, source, home, lang, only_date, authors) for entry in parsed["entries"]]
    return items, {**about, "version": version}


def _item(
    entry: Mapping[str, Any], source: str, base: str | None, lang: str | None, only_date: bool, authors: _Authors
) -> FeedItem:
    bodies = [part.get("value") or "" for part in entry.get("content", ())]
    bodies.append(entry.get("summary") or "")
    detail = entry.get("title_detail") or {}
    # feedparser answers for "published" with "updated" when it is missing; membership does not.
    published = entry.get("published") if "published" in entry else None
    updated = entry.get("updated") if "updated" in entry else None
    if only_date and published is None:
        published, updated = updated, None
    return FeedItem(
        source=source,
        guid=(entry.get("id") or "").strip() or None,
        url=absolute(entry.get("link") or "", base),
        title=plain_title(entry.get("title") or ""),
        published=parse_date(published) or parse_date(entry.get("created")),
        updated=parse_date(updated),
        summary_html=max(bodies, key=len),
        lang=detail.get("language") or lang,
        author=_authors(entry) or names_of(author.get("name") for author in authors),
    )


def _authors(entry: Mapping[str, Any]) -> str | None:
    """The authors of an entry by name; one that is written with an address is read here: feedparser cuts long ones."""
    named = [author.get("name") for author in entry.get("authors", ())]
    if "@" in (entry.get("author") or ""):
        named[-1:] = [entry["author"]]
    return names_of(named)


def plain_title(title: str) -> str:
    """A headline as one line of text, whether the feed gave text, HTML or HTML twice encoded."""
    for _ in range(2):
        if not looks_like_html(title):
            break
        title = text_of(title) if "<" in title else html.unescape(title)
    return " ".join(title.split())
