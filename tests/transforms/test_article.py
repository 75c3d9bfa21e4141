"""Pages, items and documents become articles whose text, dates and address can be trusted."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.article import Built, Publisher, article_of_document, build_article, needs_page
from transforms.parsing.dates import in_zone, parse_date
from transforms.parsing.html import soup, text_of
from transforms.parsing.language import language_of
from transforms.parsing.page import PageRead, PageSelectors, read_page
from transforms.parsing.urls import absolute, canonical
from transforms.records import Article, Document, FeedItem, Rejection

RECEIVED = date(2026, 3, 12)
PUBLISHER = Publisher("s")
LONG = "استقبل وزير الخارجية اليوم نظيره الضيف في مقر الوزارة، وبحثا سبل تطوير العلاقات بين البلدين. " * 4


def item(**changes: object) -> FeedItem:
    values: dict[str, object] = {
        "source": "s", "guid": "g", "url": "https://n.example/a", "title": "عنوان", "published": None,
        "updated": None, "summary_html": f"<p>{LONG}</p><p>فقرة</p>", "lang": None,
    }  # fmt: skip
    return FeedItem(**{**values, **changes})  # type: ignore[arg-type]


def built(result: Built | Rejection) -> Built:
    assert isinstance(result, Built)
    return result


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Thu, 18 Dec 2025 19:40:00 +0300", "2025-12-18T19:40:00+03:00"),
        ("2025-12-18T19:40:00Z", "2025-12-18T19:40:00+00:00"),
        ("2025-12-18", "2025-12-18"),
        ("الأربعاء، 11 مارس 2026 14:05 +0300", "2026-03-11T14:05:00+03:00"),
        ("18 كانون الأول 2025 05:30 م", "2025-12-18T17:30:00"),
        ("27 جمادى الآخرة 1447هـ الموافق 18 ديسمبر 2025م", "2025-12-18"),
        ("27 جمادى الآخرة 1447هـ", "2025-12-18"),
        ("١٨/١٢/٢٠٢٥", "2025-12-18"),
        ("December 18, 2025 5:30 PM", "2025-12-18T17:30:00"),
        ("12/18/2025", "2025-12-18"),
        ("١١ آذار/مارس ٢٠٢٦", "2026-03-11"),
        ("Thu, 18 Dec 2025 19:40 GMT+3", "2025-12-18T19:40:00+03:00"),
        ("Thu, 18 Dec 2025 19:40:00 AST", "2025-12-18T19:40:00"),
        ("2025-12-18 07:40 PM", "2025-12-18T19:40:00"),
        ("2025. 12. 18", "2025-12-18"),
        ("20251218", "2025-12-18"),
        ("1766076000", "2025-12-18T16:40:00+00:00"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("32 سمبر 2026", None),
        ("2025-13-45", None),
        ("قبل ساعتين", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_keeps_its_day_and_offset_as_written(written: str | None, expected: str | None) -> None:
    """Every month family, Hijri and both digit sets; what is no date is null, not today."""
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    ("written", "zone", "expected"),
    [
        ("2025-12-18T19:40:00", "Asia/Almaty", "2025-12-18T19:40:00+05:00"),
        ("2022-12-18T19:40:00", "Asia/Almaty", "2022-12-18T19:40:00+06:00"),
        ("2026-10-25T02:30:00", "Europe/Vienna", "2026-10-25T02:30:00+01:00"),
        ("2026-03-29T02:30:00", "Europe/Vienna", "2026-03-29T03:30:00+02:00"),
        ("2025-12-18T19:40:00+00:00", "Asia/Almaty", "2025-12-18T19:40:00+00:00"),
        ("2025-12-18", "Asia/Almaty", "2025-12-18"),
        ("2025-12-18T19:40:00", None, "2025-12-18T19:40:00"),
    ],
)
def test_a_time_without_a_zone_is_read_in_that_of_its_source(written: str, zone: str | None, expected: str) -> None:
    """With the offset of that day: clocks change, and Kazakhstan changed its zone in 2024."""
    assert in_zone(written, zone) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://News.Example:443/a?utm_source=x&id=5&fbclid=y#top", "https://news.example/a?id=5"),
        ("https://n.example", "https://n.example/"),
        ("https://n.example/أخبار/1", "https://n.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1"),
        ("https://n.example/%d8%a3%D8%AE%D8%A8%D8%A7%D8%B1/1", "https://n.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1"),
        ("https://موقع.example/a", "https://xn--4gbrim.example/a"),
        ("https://n.example/a%2Fb", "https://n.example/a%2Fb"),
    ],
)
def test_one_page_has_one_address(url: str, expected: str) -> None:
    """Tracking, fragments, letter case, default ports and the two ways to write Arabic make no difference."""
    assert canonical(url) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", "http://[::1", "x"]
)
def test_a_link_that_is_no_web_address_is_none(link: str) -> None:
    """A feed can name no file, script or half an address."""
    assert absolute(link) is None


def test_text_of_html_keeps_words_and_drops_furniture() -> None:
    """Blocks become lines, list items get a bullet, menus, scripts and invitations to other articles go."""
    page = (
        "<nav>قائمة</nav><p>فقرة <b>أولى</b></p><ul><li>بند</li></ul><script>x()</script>"
        "<p>اقرأ أيضاً: خبر آخر</p><p>فقرة&nbsp;ثانية</p><p>Read also: another story</p>"
    )

    assert text_of(page) == "فقرة أولى\n• بند\nفقرة ثانية"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استقبل الوزير ضيفه في الرياض", "ar"),
        ("The minister received his guest in the capital", "en"),
        ("Le ministre a reçu son homologue dans la capitale pour une visite", "fr"),
        ("وزیر امور خارجه ایران با همتای خود گفت‌وگو کرد و چند پیمان را پذیرفت", "fa"),
        ("Министр принял гостя", "ru"),
        ("However, استقبل وزير الداخلية السعودي نظيره الكازاخستاني في الرياض", "ar"),
        ("2026", "und"),
    ],
)
def test_the_language_is_that_of_the_content(text: str, expected: str) -> None:
    """Small words and letters tell languages of one script apart."""
    assert language_of(text) == expected


PAGE = """<html lang="ar"><head><link rel="canonical" href="/a?utm_medium=x">
<meta property="article:published_time" content="2026-03-10T08:00:00+03:00">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "عنوان الصفحة",
"datePublished": "2026-03-11", "dateModified": "2026-03-12", "author": [{"name": "كاتب"}]}]}</script></head>
<body><nav>قائمة</nav><article><h1>عنوان الصفحة</h1><span class="post-date">الأربعاء 11 مارس 2026</span><p>TEXT</p>
<p>فقرة ثانية طويلة بما يكفي لتكون جزءا من الخبر المنشور.</p></article></body></html>""".replace("TEXT", LONG)


def test_a_page_shows_its_text_and_each_of_its_dates_apart() -> None:
    """JSON-LD, meta data, the visible line and the address may disagree; nothing is averaged."""
    page = read_page(PAGE, "https://n.example/2026/03/09/a")

    assert page.text.startswith(LONG.strip()) and "قائمة" not in page.text and "عنوان الصفحة" not in page.text
    assert (page.title, page.canonical_url, page.author, page.lang, page.modified) == (
        "عنوان الصفحة", "https://n.example/a", "كاتب", "ar", "2026-03-12",
    )  # fmt: skip
    assert page.dates == {
        "json_ld": "2026-03-11",
        "meta": "2026-03-10T08:00:00+03:00",
        "visible": "2026-03-11",
        "dateline": "2026-03-11",
        "url": "2026-03-09",
    }


@pytest.mark.parametrize(
    ("body", "dates"),
    [
        (
            "<header><time>26 نوفمبر 2026</time></header><article><h1>عنوان</h1><time datetime='2026-03-11'>x</time>"
            "<p>TEXT</p></article><aside><time>1 يناير 2020</time></aside>",
            {"time": "2026-03-11"},
        ),
        (
            "<div itemscope><h1>عنوان</h1><span itemprop='datePublished' content='2026-03-11T10:00:00+03:00'>أمس</span>"
            "<p>TEXT</p></div>",
            {"microdata": "2026-03-11T10:00:00+03:00"},
        ),
        (
            "<h1>عنوان</h1><p>الرياض 22 رمضان 1447 هـ الموافق 11 مارس 2026 م واس</p><p>TEXT</p>",
            {"dateline": "2026-03-11"},
        ),
        ("<table><tr><td><font>Riyadh, 11 March 2026</font><br>TEXT</td></tr></table>", {"dateline": "2026-03-11"}),
        ("<h1>عنوان</h1><p>TEXT</p><div class='latest'><span class='date'>26 نوفمبر 2026</span></div>", {}),
    ],
    ids=["time of the article", "microdata", "dateline", "page of tables", "date of another article"],
)  # fmt: skip
def test_a_date_is_that_of_the_article_and_of_nothing_beside_it(body: str, dates: dict[str, str]) -> None:
    """The clock of the page's head and the dates of other articles are none of its dates."""
    page = read_page(f"<!DOCTYPE html><html><body>{body.replace('TEXT', LONG)}</body></html>", None)

    assert page.dates == dates
    assert LONG.strip() in page.text and "|" not in page.text


_PIECES = st.sampled_from(
    ["<p>", "</div>", "<article>", "<time datetime='", "2026-03-11", "'>", "<script type='application/ld+json'>", "{[",
     '"@graph": 1', "</script>", "<td>", "<h1>", "<meta name=date content=", "<!--", "]]>", "&#x110000;", "نص", "\x00",
     "<a href='http://[::1'>", "<link rel=canonical href=//>", "٣١/٢/٢٠٢٦", "\ud800"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=25).map("".join))
def test_any_page_is_read_or_has_no_text(markup: str) -> None:
    """Whatever the markup, and from whatever address."""
    page = read_page(markup, "https://n.example/%zz/2026/99/99")

    assert isinstance(page.text, str)
    assert all(parse_date(found) for found in page.dates.values())


def test_the_selectors_of_a_source_win_over_the_general_rules() -> None:
    """A site whose layout is known is read as its declaration says."""
    markup = "<div id=b><p>نص</p><p class=ad>إعلان</p></div><i id=d>5 أيار 2026</i><b id=t>عنوان</b>"

    page = read_page(markup, None, PageSelectors(body="#b", title="#t", date="#d", remove=".ad"))

    assert (page.text, page.title, page.dates) == ("نص", "عنوان", {"selector": "2026-05-05", "dateline": "2026-05-05"})


@pytest.mark.parametrize(
    ("summary", "url", "expected"),
    [
        ("<p>قصير</p>", "https://n.example/a", True),
        ("<p>قصير</p>", None, False),
        (f"<p>{LONG}</p><p>فقرة</p>", "https://n.example/a", False),
        (f"<p>{LONG}</p><p>فقرة [...]</p>", "https://n.example/a", True),
        (f"<p>{LONG}... المزيد</p>", "https://n.example/a", True),
    ],
)
def test_only_a_stub_needs_its_page(summary: str, url: str | None, expected: bool) -> None:
    """Short, cut off, or a lone paragraph; and nothing can be fetched without a link."""
    assert needs_page(item(summary_html=summary, url=url)) is expected


def test_an_item_becomes_an_article() -> None:
    """Id by source and guid, address canonical, text plain, language by content, date as the feed gives it."""
    result = built(
        build_article(
            item(url="https://n.example/a?utm_id=1", published="2026-03-11T10:00:00+03:00"), None, PUBLISHER, RECEIVED
        )
    )

    text = f"{LONG.strip()}\nفقرة"
    assert result.basis == "feed"
    assert result.article == Article(
        id=result.article.id, version=result.article.version, source="s", url="https://n.example/a", title="عنوان",
        text=text, lang="ar", published="2026-03-11T10:00:00+03:00", first_seen=RECEIVED, witness="n.example",
    )  # fmt: skip


def test_a_date_far_ahead_is_not_believed_and_the_next_best_is() -> None:
    """A feed that says 2041 has a broken clock; its page may know better."""
    page = PageRead(LONG * 2, "t", None, None, None, {"json_ld": "2026-03-10"}, None)

    result = built(build_article(item(published="2041-01-01"), page, PUBLISHER, RECEIVED))

    assert (result.article.published, result.basis) == ("2026-03-10", "json_ld")
    assert result.dates == {"feed": "2041-01-01", "json_ld": "2026-03-10"}


def test_without_any_date_the_article_has_none() -> None:
    """The day of reading is never passed off as the day of publication; it only bounds who could know."""
    article = built(build_article(item(), None, PUBLISHER, RECEIVED)).article

    assert (article.published, article.effective_day) == (None, RECEIVED)


def test_an_item_without_text_is_a_rejection() -> None:
    """A title alone is no article."""
    result = build_article(item(summary_html="<img src=x>"), None, PUBLISHER, RECEIVED)

    assert isinstance(result, Rejection) and (result.code, result.locator) == ("no_text", "g")


def test_the_agency_that_a_text_credits_is_its_origin() -> None:
    """Two publishers of one dispatch are one witness, with the side of the agency."""
    credited = item(summary_html=f"<p>الرياض (واس) - {LONG}</p><p>فقرة</p>")

    article = built(build_article(credited, None, Publisher("s", side="EG"), RECEIVED)).article

    assert (article.origin, article.side) == ("SPA", "SA")


@pytest.mark.parametrize(
    ("publisher", "url", "expected"),
    [
        ("Manara  News", "https://m.example/a", "Manara News"),
        ("Saudi Press Agency", "https://m.example/a", "SPA"),
        ("وكالة الأنباء السعودية (واس)", "https://m.example/a", "SPA"),
        (None, "https://www.m.example/a", "m.example"),
        (" ", None, "s"),
    ],
)
def test_without_a_credit_the_publisher_tells_it_whichever_feed_it_came_through(
    publisher: str | None, url: str | None, expected: str
) -> None:
    """An agency goes by its code in every language; who is not declared by the host of the article, else the source."""
    article = built(build_article(item(url=url), None, Publisher("s", name=publisher), RECEIVED)).article

    assert (article.witness, article.origin) == (expected, None)


@pytest.mark.parametrize(
    ("declared", "url", "expected"),
    [
        ("/", "https://n.example/news/1", None),
        ("https://n.example", "https://n.example/news/1", None),
        ("https://n.example/?p=7", "https://n.example/news/1", "https://n.example/?p=7"),
        ("/", "https://n.example/", "https://n.example/"),
    ],
)
def test_a_site_that_gives_every_page_the_address_of_its_front_page_says_nothing(
    declared: str, url: str, expected: str | None
) -> None:
    page = read_page(f'<html><head><link rel="canonical" href="{declared}"></head><body></body></html>', url)

    assert page.canonical_url == expected


def test_a_document_by_hand_is_known_by_its_address_then_its_id_then_its_text() -> None:
    """The same address under two ids is one article; the same id with another text is a new version."""

    def key(document: Document) -> tuple[str, str]:
        article = built(article_of_document(document, Publisher("added"), RECEIVED)).article
        return article.id, article.version

    by_url = key(Document("1", "نص", url="https://n.example/a?utm_id=3"))
    by_id, corrected = key(Document("2", "نص")), key(Document("2", "نص مصحح"))
    by_text = key(Document("", "نص"))

    assert by_url == key(Document("9", "نص", url="https://n.example/a"))
    assert by_id[0] == corrected[0] and by_id[1] != corrected[1]
    assert len({by_url[0], by_id[0], by_text[0]}) == 3


@pytest.mark.parametrize(
    ("head", "came_from", "expected"),
    [
        ("", "https://other.example/2026/a?utm_source=x", "https://other.example/2026/a"),
        ('<link rel="canonical" href="/named">', "https://other.example/2026/a", "https://other.example/named"),
        ("", "https://other.example/", "https://n.example/a"),
        ("", "https://n.example/a", "https://n.example/a"),
    ],
    ids=["a short link", "a page that names one", "a front page", "no redirect"],
)
def test_the_address_is_where_the_text_was_found_unless_the_page_names_one(
    head: str, came_from: str, expected: str
) -> None:
    """Two short links to one article are one; a dead link that leads to the front page says nothing."""
    page = read_page(f"<html><head>{head}</head><article><p>{LONG * 3}</p></article></html>", came_from)

    assert built(build_article(item(summary_html=""), page, PUBLISHER, RECEIVED)).article.url == expected


def test_a_redirect_to_what_holds_no_longer_text_says_nothing() -> None:
    page = read_page(f"<html><article><p>{LONG}</p></article></html>", "https://n.example/login")

    assert built(build_article(item(summary_html=LONG * 2), page, PUBLISHER, RECEIVED)).article.url == (
        "https://n.example/a"
    )


@pytest.mark.parametrize("piece", ["<table><td><b>x", "<div>x", "<article><h1>x", "<li><a href='x'>"])
def test_a_page_on_which_nothing_is_closed_is_read_in_time(piece: str) -> None:
    """Its tags nest ten thousand deep: what lies that deep is text."""

    def seconds(times: int) -> float:
        began = time.process_time()
        read_page("<html><body>" + piece * times, "https://n.example/a")
        return time.process_time() - began

    assert seconds(10_000) < max(seconds(1_000), 0.1) * 40


def test_what_lies_deep_in_a_page_is_kept_as_text() -> None:
    page = soup("<div>" * 400 + "<p>one</p><p>two</p>" + "</div>" * 400)

    assert "".join(page.get_text().split()) == "onetwo"
