"""Pages as sources: the articles that a listing page links to, and the feeds that a page announces."""

from dataclasses import dataclass

from bs4 import Tag

from transforms.parsing.dates import parse_date
from transforms.parsing.html import soup
from transforms.parsing.urls import absolute, canonical
from transforms.records import FeedItem

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")


@dataclass(frozen=True, slots=True)
class ListingSelectors:
    """CSS selectors of a listing page; each but `item` is looked up inside the item."""

    item: str  # one for each article listed
    link: str = "a[href]"
    title: str = ""  # empty: the link's own words
    date: str = ""  # empty: none is shown
    summary: str = ""  # empty: none is shown


def read_listing(markup: str, source: str, base: str | None, selectors: ListingSelectors) -> list[FeedItem]:
    """The articles that a listing page shows, each once."""
    page = soup(markup)
    root = page.find("html")
    lang = str(root.get("lang") or "") or None if isinstance(root, Tag) else None
    items: dict[str, FeedItem] = {}
    for block in page.select(selectors.item):
        link = block if block.name == "a" and block.get("href") else block.select_one(selectors.link)
        url = absolute(str(link.get("href") or ""), base) if link else None
        if link is None or url is None:
            continue
        title = _text(block, selectors.title) or " ".join(link.get_text(" ").split())
        items.setdefault(
            canonical(url),
            FeedItem(
                source, None, url, title, _date(block, selectors.date), None, _text(block, selectors.summary), lang
            ),
        )
    return list(items.values())


def announced_feeds(markup: str, base: str | None) -> list[str]:
    """The addresses of the feeds that a page names in its head, then those that its links look like."""
    page = soup(markup)
    found: dict[str, None] = {}
    for link in page.find_all("link", href=True):
        kind = str(link.get("type") or "").lower()
        if kind in _FEED_TYPES:
            url = absolute(str(link["href"]), base)
            if url:
                found[url] = None
    for anchor in page.find_all("a", href=True):
        href = str(anchor["href"])
        if any(mark in href.lower() for mark in ("/rss", "rss.xml", "/feed", "atom.xml", "feed.xml", ".rss")):
            url = absolute(href, base)
            if url:
                found.setdefault(url)
    return list(found)


def _text(block: Tag, selector: str) -> str:
    tag = block.select_one(selector) if selector else None
    return " ".join(tag.get_text(" ").split()) if tag else ""


def _date(block: Tag, selector: str) -> str | None:
    tag = block.select_one(selector) if selector else None
    if tag is None:
        return None
    written = tag.get("datetime") or tag.get("content")
    return parse_date(str(written)) if written else parse_date(tag.get_text(" "))
