"""Feeds of every kind, whole and broken, end as items or as a stated rejection."""

import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.feed import FeedRead, read_feed
from transforms.parsing.listing import ListingSelectors, announced_feeds
from transforms.records import WHOLE, FeedItem

BASE = "https://news.example/feed"


def read(body: str | bytes, **options: object) -> FeedRead:
    data = body.encode() if isinstance(body, str) else body
    return read_feed(data, "s", base=BASE, **options)  # type: ignore[arg-type]


def rss(*items: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'


ITEM = FeedItem("s", "g1", "https://news.example/a", "عنوان", "2026-03-11T14:05:00+03:00", None, "<p>نص</p>", None)
RSS_ITEM = (
    "<item><title>عنوان</title><link>/a</link><guid isPermaLink='false'>g1</guid>"
    "<pubDate>Wed, 11 Mar 2026 14:05:00 +0300</pubDate><description>&lt;p&gt;نص&lt;/p&gt;</description></item>"
)


def test_an_rss_item_is_read_whole() -> None:
    """Link made absolute, date with its offset as written, HTML of the description."""
    assert read(rss(RSS_ITEM)) == FeedRead((ITEM,), format="rss20", title="T")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><entry><id>x</id><title>N</title>'
            '<link href="/n"/><published>2026-03-11T10:00:00Z</published><updated>2026-03-12T10:00:00Z</updated>'
            '<content type="html">&lt;p&gt;B&lt;/p&gt;</content></entry></feed>',
            FeedItem(
                "s", "x", "https://news.example/n", "N", "2026-03-11T10:00:00+00:00", "2026-03-12T10:00:00+00:00",
                "<p>B</p>", "en",
            ),
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>T</title></channel>'
            '<item rdf:about="https://news.example/n"><title>N</title><link>https://news.example/n</link>'
            "<dc:date>2026-03-11</dc:date><description>B</description></item></rdf:RDF>",
            FeedItem("s", "https://news.example/n", "https://news.example/n", "N", "2026-03-11", None, "B", None),
        ),
        (
            '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "en", "items": [{"id": 7,'
            ' "url": "/n", "title": "N", "content_text": "B", "date_published": "2026-03-11T10:00:00+03:00"}]}',
            FeedItem("s", "7", "https://news.example/n", "N", "2026-03-11T10:00:00+03:00", None, "B", "en"),
        ),
        (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
            ' xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/n</loc><n:news>'
            "<n:publication><n:name>P</n:name><n:language>en</n:language></n:publication>"
            "<n:publication_date>2026-03-11</n:publication_date><n:title>N</n:title></n:news></url></urlset>",
            FeedItem("s", None, "https://news.example/n", "N", "2026-03-11", None, "", "en"),
        ),
        (
            '<rss version="0.91"><channel><title>T</title><item><title>N</title><link>/n</link></item></channel></rss>',
            FeedItem("s", None, "https://news.example/n", "N", None, None, "", None),
        ),
    ],
    ids=["atom", "rdf", "json feed", "news sitemap", "rss 0.91"],
)  # fmt: skip
def test_each_format_gives_the_same_kind_of_item(body: str, expected: FeedItem) -> None:
    """Atom, RDF, JSON Feed, sitemap and old RSS are told apart by content alone."""
    assert read(body).items == (expected,)


DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
ATOM = f'<feed {_ATOM}><author><name>هيئة</name></author><entry><link href="/n"/>{{}}</entry></feed>'
JSON = '{{"version": "1", "items": [{{"url": "/n", {}}}], "authors": [{{"name": "Desk"}}]}}'


@pytest.mark.parametrize(
    ("body", "author"),
    [
        (rss("<item><link>/n</link><author>desk@n.example (سارة علي)</author></item>"), "سارة علي"),
        (rss("<item><link>/n</link><author>desk@n.example</author></item>"), None),
        (rss(f"<item {DC}><link>/n</link><dc:creator>A</dc:creator><dc:creator>B</dc:creator></item>"), "A, B"),
        (rss(f"<item {DC}><link>/n</link><dc:creator> كاتب\n الخبر </dc:creator></item>"), "كاتب الخبر"),
        (rss("<managingEditor>desk@n.example (Desk)</managingEditor><item><link>/n</link></item>"), None),
        (ATOM.format("<author><name>A</name></author><author><name>B</name></author>"), "A, B"),
        (ATOM.format("<title>N</title>"), "هيئة"),
        (JSON.format('"authors": [{"name": "A"}, {"url": "https://b.example"}]'), "A"),
        (JSON.format('"author": {"name": "A"}'), "A"),
        (JSON.format('"authors": 7'), "Desk"),
    ],
)
def test_authors_are_read_by_name_from_every_kind_of_feed(body: str, author: str | None) -> None:
    """Addresses are left out; what Atom and JSON Feed say of the whole feed holds for an item that names none."""
    (found,) = read(body).items

    assert found.author == author


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (gzip.compress(rss(RSS_ITEM).encode()), "rss20"),
        (rss(RSS_ITEM).replace("rss", "RSS").replace("channel", "CHANNEL").replace("item>", "ITEM>").encode(), "rss20"),
        (rss(RSS_ITEM).replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16-le"), "rss20"),
        (rss(RSS_ITEM).encode("utf-16-be"), "rss20"),
        (rss(RSS_ITEM.replace("pubDate", "dc:date")).encode(), "rss20"),
    ],
    ids=["gzip file", "capitals", "UTF-16 without a mark", "UTF-16 the other way round", "dated by Dublin Core"],
)
def test_a_feed_is_read_however_it_is_dressed(body: bytes, kind: str) -> None:
    """The same item comes out."""
    found = read(body)

    assert (found.items, found.format, found.rejections) == ((ITEM,), kind, ())


def test_a_gzip_file_that_is_a_bomb_or_broken_is_rejected() -> None:
    """What it unpacks to is bounded."""
    bodies = [gzip.compress(b" " * 60_000_000), gzip.compress(rss(RSS_ITEM).encode())[:-9], b"\x1f\x8b" + b"\x00" * 50]

    assert [read(body).rejections[0].code for body in bodies] == ["bad_compression"] * 3


def test_half_a_character_in_a_json_feed_is_replaced() -> None:
    """JSON can spell it; no database and no screen takes it."""
    item = r'{"id": "\ud800x", "url": "/a", "title": "A\udc00", "content_html": "<p>\ud800</p>"}'

    found = read(f'{{"version": "https://jsonfeed.org/version/1", "items": [{item}]}}')

    assert found.items == (FeedItem("s", "?x", "https://news.example/a", "A?", None, None, "<p>?</p>", None),)


def test_a_feed_on_which_its_parser_fails_is_rejected() -> None:
    """feedparser looks for a thing that a link without a place has none of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("transforms.parsing.syndication.feedparser.parse", {}.__getitem__)
        found = read(rss(RSS_ITEM))

    assert [(rejection.code, found.items) for rejection in found.rejections] == [("broken_feed", ())]


def test_a_sitemap_index_names_its_latest_sitemap_first() -> None:
    """The children are ordered by the date that the index gives them."""
    body = (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>/old.xml</loc><lastmod>2025-01-01</lastmod></sitemap>"
        "<sitemap><loc>/new.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>"
    )

    found = read(body)

    assert (found.format, found.children) == (
        "sitemap_index",
        ("https://news.example/new.xml", "https://news.example/old.xml"),
    )


def test_a_listing_page_gives_the_articles_that_its_selectors_find() -> None:
    """Each link once, with the date that stands beside it."""
    body = (
        "<html lang='ar'><body><ul><li class=n><a href='/a?utm_source=x'>عنوان</a><span>11 مارس 2026</span></li>"
        "<li class=n><a href='/a'>مكرر</a></li><li class=n>بلا رابط</li></ul></body></html>"
    )

    found = read(body, listing=ListingSelectors(item="li.n", date="span"))

    assert found.items == (
        FeedItem("s", None, "https://news.example/a?utm_source=x", "عنوان", "2026-03-11", None, "", "ar"),
    )


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty_body"),
        (b" \n\t", "empty_body"),
        (b"<!DOCTYPE html><html><body>Sorry</body></html>", "html_not_feed"),
        (b"<html>", "html_not_feed"),
        (b"just words", "not_a_feed"),
        (b'{"items": 3}', "not_a_feed"),
        (b"[" * 100_000, "not_a_feed"),
        (b"<invoice><n>1</n></invoice>", "not_a_feed"),
        (b"<rss><channel>", "broken_feed"),
        (b"\x00\x01\x02", "not_a_feed"),
    ],
)
def test_what_is_no_feed_is_rejected_with_a_reason(body: bytes, code: str) -> None:
    """No exception, one rejection that names the bytes by their hash."""
    found = read(body)

    assert ([rejection.code for rejection in found.rejections], found.items) == ([code], ())
    assert found.rejections[0].sha256 is not None


def test_a_listing_whose_selectors_match_nothing_is_a_rejection() -> None:
    """A redesign must not look like a quiet day."""
    found = read("<html><body><p>x</p></body></html>", listing=ListingSelectors(item="li.n"))

    assert [rejection.code for rejection in found.rejections] == ["listing_empty"]


def test_items_that_cannot_be_used_are_rejected_one_by_one() -> None:
    """An empty item and a second item under the same id do not stop the good one."""
    twin = RSS_ITEM.replace("عنوان", "عنوان آخر")

    found = read(rss(RSS_ITEM, "<item><title></title></item>", twin, RSS_ITEM))

    assert found.items == (ITEM,)
    assert [(rejection.code, rejection.locator) for rejection in found.rejections] == [
        ("empty_item", "item 2"),
        ("duplicate_id", "g1"),
    ]


def test_entities_never_expand() -> None:
    """A billion laughs stays a few letters, and an external entity opens nothing."""
    head = (
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    )

    found = read(rss("<item><title>&c; &x; &nbsp;caf&eacute;</title><link>/a</link></item>", head=head))

    assert [item.title for item in found.items] == ["&c; &x; café"]


def test_a_feed_that_breaks_off_keeps_its_whole_items_only() -> None:
    """The last item may have lost its end, so it waits for the next reading."""
    whole = rss(RSS_ITEM, "<item><title>second</title><link>/b</link><description>half of a sen")

    found = read(whole[: whole.index("</channel>")])

    assert found.items == (ITEM,)
    assert [rejection.code for rejection in found.rejections] == ["cut_off_item"]
    assert found.mended


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_arabic_is_read_in_every_encoding_that_is_declared(encoding: str) -> None:
    """The declaration inside the document is enough."""
    name = encoding.removesuffix("-sig")
    text = rss(RSS_ITEM).replace('version="1.0"', f'version="1.0" encoding="{name}"', 1)

    assert read(text.encode(encoding)).items == (ITEM,)


@pytest.mark.parametrize("declared", [None, "text/xml; charset=iso-8859-1", "text/xml; charset=utf-8"])
def test_windows_arabic_is_recognised_when_it_is_declared_wrongly(declared: str | None) -> None:
    """A header that says Latin-1 or UTF-8 does not turn Arabic into nonsense."""
    long_item = RSS_ITEM.replace("نص", "استقبل وزير الخارجية اليوم نظيره في العاصمة وبحثا العلاقات الثنائية")

    found = read(rss(long_item).encode("windows-1256"), content_type=declared)

    assert [item.title for item in found.items] == ["عنوان"]


def test_a_page_announces_its_feeds() -> None:
    """Links in the head come first, then links that look like feeds."""
    page = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>'
        '<body><a href="/en/feed">feed</a><a href="/about">x</a></body></html>'
    )

    assert announced_feeds(page, BASE) == ["https://news.example/rss.xml", "https://news.example/en/feed"]


FRAGMENTS = st.sampled_from(
    [
        b"<rss version='2.0'>", b"<channel>", b"<item>", b"</item>", b"<title>", b"</title>", b"<link>/a</link>",
        b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE r [", b"<!ENTITY a 'b'>", b"]>", b"&a;", b"&#0;",
        b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"<guid>1</guid>", b"</rss>", b"\x00", b"\xff\xfe",
        b"<pubDate>99 99 9999</pubDate>", b"<?xml version='1.0' encoding='utf-7'?>", b'{"items": [', b"<a:b>",
        b"<table><td>", b"<li>", b"<a href='x'>", b"<div>", b"<html>",
    ]
)  # fmt: skip


# Any bytes; pieces of feeds and pages in any order; and such a run again and again, as nothing closes what it opens.
ANY_BYTES = st.one_of(
    st.binary(max_size=2000),
    st.lists(st.one_of(FRAGMENTS, st.binary(max_size=20))).map(b"".join),
    st.tuples(st.lists(FRAGMENTS, max_size=4), st.lists(FRAGMENTS, min_size=1, max_size=4), st.integers(10, 3000)).map(
        lambda parts: b"".join(parts[0]) + b"".join(parts[1]) * parts[2]
    ),
)


@settings(max_examples=300, deadline=None)
@given(ANY_BYTES, st.sampled_from([None, ListingSelectors("li", date="td")]))
def test_any_bytes_end_in_time_as_items_or_a_rejection(data: bytes, listing: ListingSelectors | None) -> None:
    """Nothing raises, silence without a reason is only for a feed that is empty, and the time grows with the size."""
    began = time.process_time()
    found = read_feed(data, "s", base=BASE, listing=listing)
    taken = time.process_time() - began

    assert all(item.url or item.summary_html for item in found.items)
    assert found.items or found.rejections or found.format
    assert found.format or all(rejection.code in WHOLE for rejection in found.rejections)
    assert taken < 1 + len(data) * 50e-6  # seconds of work: ten times what they take


@pytest.mark.parametrize(
    "piece",
    [
        b"<",
        b"&",
        b"<a",
        b"<![CDATA[",
        b"<![CDATA[&",
        b"<!--",
        b"<!DOCTYPE [",
        b"<item>",
        b"<a><b>",
        b"&#",
        b'<x y="',
        b"]]>",
        b"{",
        b"[[",
    ],
)
def test_the_time_to_read_grows_with_size_and_no_faster(piece: bytes) -> None:
    """Ten times the bytes never take a hundred times as long: no pattern here looks back over the whole."""
    head = b"<rss><channel><item><title>x</title><link>/a</link></item>"

    def seconds(size: int) -> float:
        data = head + piece * (size // len(piece))
        began = time.process_time()
        read_feed(data, "s", base=BASE)
        return time.process_time() - began

    small = max(seconds(30_000), seconds(30_000), 0.005)
    assert seconds(300_000) < small * 60
