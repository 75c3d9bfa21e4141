"""Items, pages and documents given by hand to articles, or a stated rejection."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from urllib.parse import urlsplit

from transforms.ids import article_id, version_id
from transforms.origin import origin_of, witness_of
from transforms.parsing.dates import in_zone, parse_date
from transforms.parsing.html import text_of
from transforms.parsing.language import language_of
from transforms.parsing.page import PageRead
from transforms.parsing.urls import canonical
from transforms.records import Article, Document, FeedItem, FoundDate, Rejection

_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*(?:\S{1,12}\s*){0,3}$")
_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"</p\s*>|<p\b|<br\b|</div\s*>|</li\s*>|\n", re.IGNORECASE)
_STUB = 600  # a single paragraph shorter than this may be a teaser
_SHORT = 200  # any text shorter than this may be
_AHEAD = timedelta(days=2)  # a publisher's clock and zone may be off by so much, not more
# Where a date of publication is believed first: the feed is the publisher's own statement about this item.
_TRUST = (
    "feed", "selector", "json_ld", "meta", "microdata", "time", "visible", "dateline", "url", "page", "updated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publisher:
    """What the declaration of a source says about everything that comes through it."""

    source: str
    side: str | None = None  # code of the state or organisation whose official voice it is; null: third party
    name: str | None = None  # its publisher's; null: not declared
    time_zone: str | None = None  # IANA name of the zone of times that it gives without one; null: not declared


@dataclass(frozen=True, slots=True)
class Built:
    """An article, and the choice that was made about its date."""

    article: Article
    dates: dict[str, str] = field(default_factory=dict)  # every date found, by where it was found
    basis: str | None = None  # the place whose date was chosen; null: none was believed
    author: str | None = None
    modified: str | None = None

    @property
    def found(self) -> tuple[FoundDate, ...]:
        """Every date found, the most trusted place first, with what was made of it."""
        places = sorted(self.dates, key=lambda place: _TRUST.index(place) if place in _TRUST else -1)
        return tuple(FoundDate(place, self.dates[place], place == self.basis, self._why(place)) for place in places)

    def _why(self, place: str) -> str:
        if place == self.basis:
            return "of the places that gave a date that can be, the most trusted one"
        if not _believed(self.dates[place], self.article.first_seen):
            return "it lies ahead of the day on which the article was received"
        return f"{self.basis} is trusted more"


def needs_page(item: FeedItem) -> bool:
    """Whether the feed gives only a stub of this item, so that its page must be fetched for the text."""
    if item.url is None:
        return False
    # A rough look at the text is enough, and fifty times quicker than the tree of its markup.
    pieces = [" ".join(unescape(_TAG.sub(" ", piece)).split()) for piece in _PARAGRAPH.split(item.summary_html)]
    paragraphs = [piece for piece in pieces if piece]
    text = " ".join(paragraphs)
    if len(text) < _SHORT or _CUT_OFF.search(text[-100:]):
        return True
    return len(text) < _STUB and len(paragraphs) == 1


def build_article(item: FeedItem, page: PageRead | None, publisher: Publisher, received: date) -> Built | Rejection:
    """The article of a feed item, with the text of its page where that is longer.

    Args:
        item: as the feed gave it.
        page: what its page says; null where it was not needed or could not be read.
        publisher: the source's declaration.
        received: the day (UTC) on which the item was first received.
    """
    summary = text_of(item.summary_html)
    text = page.text if page and len(page.text) > len(summary) else summary
    title = item.title or (page.title if page else "")
    if not text:
        detail = "Neither the feed nor the page gives a text." if page else "The feed gives no text for this item."
        return Rejection(publisher.source, "no_text", detail, None, item.guid or item.url or title)
    dates: dict[str, str] = {}
    if item.published:
        dates["feed"] = item.published
    dates.update(page.dates if page else {})
    if item.updated:
        dates["updated"] = item.updated
    dates = {place: in_zone(when, publisher.time_zone) for place, when in dates.items()}
    basis = next((place for place in _TRUST if place in dates and _believed(dates[place], received)), None)
    url = _address(item, page, text)
    lang = language_of(f"{title}\n{text}", item.lang or (page.lang if page else None))
    origin, side = origin_of(text, lang)
    article = Article(
        id=article_id(publisher.source, item.guid, url, text),
        version=version_id(title, text),
        source=publisher.source,
        url=url,
        title=title,
        text=text,
        lang=lang,
        published=dates[basis] if basis else None,
        first_seen=received,
        origin=origin,
        side=side if origin else publisher.side,
        witness=witness_of(origin, publisher.name, url, publisher.source),
    )
    changed = item.updated or (page.modified if page else None)
    modified = in_zone(changed, publisher.time_zone) if changed else None
    return Built(article, dates, basis, item.author or (page.author if page else None), modified)


def _address(item: FeedItem, page: PageRead | None, text: str) -> str | None:
    """The canonical address of an item: that which its page names, else the one that its link leads to in the end.

    A redirect counts where the text was found behind it: a dead article often leads to the front page of its site.
    """
    if page and page.canonical_url:
        return page.canonical_url
    if page and page.url and page.text == text and urlsplit(page.url).path.strip("/"):
        return canonical(page.url)
    return canonical(item.url) if item.url else None


def article_of_document(document: Document, publisher: Publisher, received: date) -> Built | Rejection:
    """The article of a document given by hand, or of one line of the extraction format.

    Its natural key is its address, else the caller's id, else its text.
    """
    text = document.text
    published = in_zone(document.published, publisher.time_zone) if document.published else None
    if not text.strip():
        return Rejection(publisher.source, "empty_text", "The text is empty.", None, document.id)
    url = canonical(document.url) if document.url else None
    lang = document.lang or language_of(f"{document.title}\n{text}")
    origin, side = origin_of(text, lang)
    guid = document.id if document.id and not url else None
    article = Article(
        id=article_id(publisher.source, guid, url, text),
        version=version_id(document.title, text),
        source=publisher.source,
        url=url,
        title=document.title,
        text=text,
        lang=lang,
        published=published,
        first_seen=received,
        origin=origin,
        side=side if origin else publisher.side,
        witness=witness_of(origin, publisher.name, url, publisher.source),
    )
    if published is None:
        return Built(article)
    return Built(article, {"given": published}, "given")


def _believed(published: str, received: date) -> bool:
    """Whether a date can be one of publication: a feed's clock may run ahead a little, never by weeks."""
    day = parse_date(published)
    return day is not None and date.fromisoformat(day[:10]) <= received + _AHEAD
