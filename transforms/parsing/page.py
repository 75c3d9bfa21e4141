"""An article's page: its text without furniture, its title, and every date that it shows, each kept apart."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from transforms.parsing.dates import parse_date
from transforms.parsing.html import soup, strip_furniture, text_of_tree, tidy
from transforms.parsing.syndication import plain_title
from transforms.parsing.urls import absolute, canonical
from transforms.text import fold

_ARTICLE_TYPES = frozenset(("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "PressRelease", "WebPage"))
_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate", "date",
    "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_META_CHANGES = ("article:modified_time", "og:updated_time", "lastmod", "last-modified", "dcterms.modified")
_URL_DAY = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_DATE_CLASS = re.compile(r"date|time|publish|posted|تاريخ", re.IGNORECASE)
_NOT_DATE_CLASS = re.compile(
    r"update|modif|comment|sidebar|related|latest|most-?read|ticker|clock|today", re.IGNORECASE
)
_LONGEST_DATELINE = 120
_DATELINE_LINES = 12  # strings behind the headline among which a date is looked for
_BESIDE = ["header", "nav", "footer", "aside"]
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "title", "meta", "[document]"))
_LAYOUT_CELL = 300  # characters from which the cell of a table is a part of the page's layout
_RESERVED = re.compile(rb"<meta\b[^>]{0,200}\btdm-reservation\b[^>]{0,200}>", re.IGNORECASE)
_RESERVED_VALUE = re.compile(rb"\bcontent\s*=\s*[\"']?1\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageSelectors:
    """CSS selectors of one layout of a site; empty ones are left to the general rules."""

    body: str = ""
    title: str = ""
    date: str = ""
    remove: str = ""  # furniture inside the body


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page says; every date as ISO 8601 with the offset as written, or null."""

    text: str
    title: str  # empty: none found
    canonical_url: str | None  # as the page declares it; null: it does not
    author: str | None
    lang: str | None  # the page's own declaration
    dates: Mapping[str, str]  # by where it was found: json_ld, meta, time, visible, url
    modified: str | None
    url: str | None = None  # the address that gave it, redirects followed; null: it is not from the web


def read_page(markup: str, url: str | None, selectors: PageSelectors | None = None) -> PageRead:
    """The article on a page. The text is empty where none was found; nothing raises on any markup."""
    page = soup(markup)
    linked = _linked_data(page)
    root = page.find("html")
    title = _title(page, linked, selectors)
    dates = dict(_dates(page, linked, url, selectors, title))
    return PageRead(
        text=_without_heading(_body(markup, page, linked, selectors), title),
        title=title,
        canonical_url=_canonical(page, url),
        author=_author(linked) or _named(_meta(page, ("author", "article:author")) or _itemprop(page, "author")),
        lang=str(root.get("lang") or "") or None if isinstance(root, Tag) else None,
        dates=dates,
        modified=parse_date(_string(linked, "dateModified")) or parse_date(_meta(page, _META_CHANGES)),
        url=url,
    )


def reserved(body: bytes) -> bool:
    """Whether a page reserves its content against text mining in its head (TDMRep)."""
    return any(_RESERVED_VALUE.search(tag) for tag in _RESERVED.findall(body[:50_000]))


def _body(markup: str, page: BeautifulSoup, linked: Mapping[str, Any], selectors: PageSelectors | None) -> str:
    """The text by the source's selectors, else by trafilatura, else from the page's own markup."""
    if selectors and selectors.body:
        found = page.select(selectors.body)
        for unwanted in (
            tag for block in found for tag in (block.select(selectors.remove) if selectors.remove else ())
        ):
            unwanted.decompose()
        text = "\n".join(text_of_tree(block) for block in found)
        if text:
            return text
    text = _trafilatura(markup)
    if text:
        return text
    body = _string(linked, "articleBody")
    if body:
        return tidy(body)
    main = page.find("article") or page.find("main") or page.find("body") or page
    return text_of_tree(main) if isinstance(main, Tag) else ""


def _trafilatura(markup: str) -> str:
    import trafilatura  # takes half a second to import: only a page needs it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # an empty page is a rejection, not a line on a screen
    if "<td" in markup or "<TD" in markup:
        markup = _without_layout_tables(markup)
    try:
        text = trafilatura.extract(markup, include_comments=False, include_tables=True, with_metadata=False, fast=True)
    except Exception:  # a third party's parser on a stranger's markup: whatever breaks there, ours comes next
        return ""
    lines = re.sub(r"(?m)^- ", "• ", text or "")
    return tidy(strip_furniture(lines))


def _without_layout_tables(markup: str) -> str:
    """The page with tables that hold whole texts as plain blocks: pages of old are laid out in such."""
    page = soup(markup)
    cells = [cell for cell in page.find_all("td") if len(cell.get_text()) >= _LAYOUT_CELL]
    if not cells:
        return markup
    for cell in cells:
        for table in [parent for parent in cell.parents if parent.name == "table"]:
            for tag in [table, *table.find_all(["tbody", "thead", "tr", "td", "th"])]:
                tag.name = "div"
    return str(page)


def _without_heading(text: str, title: str) -> str:
    """The body without a repeated headline and a bare date line at its top."""
    lines = text.split("\n")
    for _ in range(2):
        if len(lines) > 1 and (fold(lines[0]) == fold(title) or _bare_date(lines[0])):
            lines = lines[1:]
    return "\n".join(lines)


def _bare_date(line: str) -> bool:
    return len(line) < 60 and parse_date(line) is not None


def _title(page: BeautifulSoup, linked: Mapping[str, Any], selectors: PageSelectors | None) -> str:
    if selectors and selectors.title:
        tag = page.select_one(selectors.title)
        if tag:
            return " ".join(tag.get_text(" ").split())
    heads = page.find_all("h1")
    heading = " ".join(heads[0].get_text(" ").split()) if len(heads) == 1 else ""
    name = page.find("title")
    named = " ".join(name.get_text(" ").split()) if isinstance(name, Tag) else ""
    return plain_title(_string(linked, "headline") or _meta(page, ("og:title", "twitter:title")) or heading or named)


def _dates(
    page: BeautifulSoup, linked: Mapping[str, Any], url: str | None, selectors: PageSelectors | None, title: str
) -> Iterator[tuple[str, str]]:
    """Each place where the page shows its date of publication."""
    chosen = page.select_one(selectors.date) if selectors and selectors.date else None
    written = {
        "selector": _written(chosen) if chosen else None,
        "json_ld": _string(linked, "datePublished"),
        "meta": _meta(page, _META_DATES),
        "microdata": _itemprop(page, "datepublished"),
        "time": _time(page),
        "visible": _visible(page),
        "dateline": _dateline(page, title),
    }
    for place, value in written.items():
        parsed = parse_date(value)
        if parsed:
            yield place, parsed
    day = _URL_DAY.search(url or "")
    parsed = parse_date(f"{day.group(1)}-{int(day.group(2)):02}-{int(day.group(3)):02}") if day else None
    if parsed:
        yield "url", parsed


def _written(tag: Tag) -> str:
    return str(tag.get("datetime") or tag.get("content") or " ".join(tag.get_text(" ").split()))


def _itemprop(page: BeautifulSoup, name: str) -> str | None:
    """What microdata or RDFa call by a name."""
    for tag in page.select("[itemprop], [property]"):
        called = str(tag.get("itemprop") or tag.get("property") or "").lower().split()
        if any(part.rpartition(":")[2] == name for part in called) and tag.name != "meta":
            return _written(tag)
    return None


def _time(page: BeautifulSoup) -> str | None:
    """The first moment marked up as such in an article, else outside of menus; those of other articles never."""
    marked = [tag for tag in page.find_all("time") if not _is_beside(tag)]
    inside = [tag for tag in marked if tag.find_parent(["article", "main"])]
    return next((_written(tag) for tag in (inside or marked)), None)


def _is_beside(tag: Tag) -> bool:
    """Whether something stands in a menu, or in what invites to other articles."""
    if tag.find_parent(_BESIDE) and not tag.find_parent("article"):
        return True
    return any(_NOT_DATE_CLASS.search(" ".join(parent.get("class") or ())) for parent in [tag, *tag.parents][:-1])


def _dateline(page: BeautifulSoup, title: str) -> str | None:
    """A date that stands in a short line just behind the headline."""
    heading = next((tag for tag in page.find_all(["h1", "h2"]) if not _is_beside(tag)), None)
    headline = fold(title)
    behind = heading is None
    left = _DATELINE_LINES
    for string in page.find_all(string=True):
        parent = string.parent
        if parent is None or parent.name in _UNSEEN or not string.strip():
            continue
        if not behind:
            behind = any(above is heading for above in (parent, *parent.parents))
            continue
        words = " ".join(string.split())
        if heading is None and fold(words) == headline:
            continue
        left -= 1
        if left < 0:
            return None
        if len(words) <= _LONGEST_DATELINE and not _is_beside(parent) and parse_date(words):
            return words
    return None


def _visible(page: BeautifulSoup) -> str | None:
    """A short block whose class calls it a date."""
    for tag in page.find_all(["div", "span", "p", "small", "li", "td", "font", "em", "i", "b"], class_=_DATE_CLASS):
        if _is_beside(tag):
            continue
        words = " ".join(tag.get_text(" ").split())
        if 0 < len(words) <= _LONGEST_DATELINE and parse_date(words):
            return words
    return None


def _canonical(page: BeautifulSoup, url: str | None) -> str | None:
    link = page.find("link", rel="canonical", href=True)
    declared = (
        absolute(str(link["href"]), url) if isinstance(link, Tag) else absolute(_meta(page, ("og:url",)) or "", url)
    )
    if declared is None or (_is_home(declared) and url is not None and not _is_home(url)):
        return None  # a site that calls its front page the address of everything says nothing
    return canonical(declared)


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def _meta(page: BeautifulSoup, names: tuple[str, ...]) -> str | None:
    values: dict[str, str] = {}
    for tag in page.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = str(tag.get("content") or "").strip()
        if content:
            values.setdefault(name, content)
    return next((values[name] for name in names if name in values), None)


def _linked_data(page: BeautifulSoup) -> Mapping[str, Any]:
    """The first JSON-LD object that describes an article; empty where there is none."""
    fallback: Mapping[str, Any] = {}
    for script in page.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(data):
            kinds = entry.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(name in _ARTICLE_TYPES for name in names if isinstance(name, str)):
                if "WebPage" not in names:
                    return entry
                fallback = fallback or entry
    return fallback


def _entries(data: object) -> Iterator[Mapping[str, Any]]:
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph if isinstance(node, dict))


def _named(author: str | None) -> str | None:
    """An author by name: an address of a profile is none."""
    name = " ".join((author or "").split())
    return name if name and len(name) <= 100 and "://" not in name else None


def _author(linked: Mapping[str, Any]) -> str | None:
    author = linked.get("author")
    if isinstance(author, list):
        author = author[0] if author else None
    name = author.get("name") if isinstance(author, dict) else author
    return " ".join(name.split()) or None if isinstance(name, str) else None


def _string(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
