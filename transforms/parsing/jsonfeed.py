"""JSON Feed 1.0 and 1.1."""

import json
import re
from typing import Any

from transforms.parsing.dates import parse_date
from transforms.parsing.people import names_of
from transforms.parsing.syndication import plain_title
from transforms.parsing.urls import absolute
from transforms.records import FeedItem

_LAST_COMMA = re.compile(r",(\s*[\]}])")


def read_json_feed(text: str, source: str, base: str | None) -> tuple[list[FeedItem], str] | None:
    """The items of a JSON Feed and its title; null where the text is no such feed."""
    feed = _loaded(text)
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    home = absolute(_text(feed, "home_page_url"), base) or base
    lang = _text(feed, "language") or None
    authors = _authors(feed)
    items = [_item(entry, source, home, lang, authors) for entry in feed["items"] if isinstance(entry, dict)]
    return items, _text(feed, "title")


def _loaded(text: str) -> object:
    """What a JSON text says, commas before closing brackets forgiven; null where it is none."""
    for tried in (text, _LAST_COMMA.sub(r"\1", text)):
        try:
            return json.loads(tried, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _item(entry: dict[str, Any], source: str, base: str | None, lang: str | None, authors: str | None) -> FeedItem:
    guid = entry.get("id")
    body = _text(entry, "content_html") or _text(entry, "content_text") or _text(entry, "summary")
    return FeedItem(
        source=source,
        guid=_whole(str(guid)).strip() or None if isinstance(guid, (str, int, float)) else None,
        url=absolute(_text(entry, "url") or _text(entry, "external_url"), base),
        title=plain_title(_text(entry, "title")),
        published=parse_date(_text(entry, "date_published")),
        updated=parse_date(_text(entry, "date_modified")),
        summary_html=body,
        lang=_text(entry, "language") or lang,
        author=_authors(entry) or authors,
    )


def _authors(values: dict[str, Any]) -> str | None:
    """The authors of an item or of a whole feed: a list since version 1.1, one before."""
    named = values.get("authors")
    entries = named if isinstance(named, list) else [values.get("author")]
    return names_of(_text(entry, "name") for entry in entries if isinstance(entry, dict))


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return _whole(value) if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """A text without halves of characters, which JSON can spell and no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
