"""News sitemaps and sitemap indexes."""

from transforms.parsing.dates import parse_date
from transforms.parsing.syndication import plain_title
from transforms.parsing.urls import absolute
from transforms.parsing.xml import tree
from transforms.records import FeedItem


def read_sitemap(data: bytes, source: str, base: str | None) -> list[FeedItem]:
    """The pages that a sitemap lists, with the news extension's title, date and language where it has them."""
    items: list[FeedItem] = []
    for entry in tree(data).iterfind("{*}url"):
        url = absolute(entry.findtext("{*}loc") or "", base)
        news = entry.find("{*}news")
        published = title = lang = None
        if news is not None:
            published = news.findtext("{*}publication_date")
            title = news.findtext("{*}title")
            lang = news.findtext("{*}publication/{*}language")
        items.append(
            FeedItem(
                source=source,
                guid=None,
                url=url,
                title=plain_title(title or ""),
                published=parse_date(published),
                updated=parse_date(entry.findtext("{*}lastmod")),
                summary_html="",
                lang=lang,
            )
        )
    return items


def sitemap_children(data: bytes, base: str | None) -> list[str]:
    """The sitemaps that a sitemap index names, the latest first where it dates them."""
    dated = [
        (entry.findtext("{*}lastmod") or "", absolute(entry.findtext("{*}loc") or "", base))
        for entry in tree(data).iterfind("{*}sitemap")
    ]
    return [url for _, url in sorted(dated, key=lambda pair: pair[0], reverse=True) if url]
