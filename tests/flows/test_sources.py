"""Declarations of sources are read strictly, edited in place, found by themselves and shown before they are used."""

import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from flows.catalogue import catalogue
from flows.checking import Checked, check_sources
from flows.errors import InputError
from flows.home import Home
from flows.opml import read_opml, write_opml
from flows.preview import find_feed, preview
from flows.settings import HttpSettings, load_settings
from flows.sourcelist import add_source, remove_source, set_key
from flows.sources import Layout, ListingLayout, Source, SourceKind, load_sources
from tests.conftest import Cli
from tests.flows.faults import GOOD
from tests.flows.servers import Answer, http, says, serving
from transforms.parsing.listing import ListingSelectors
from transforms.parsing.page import PageSelectors

FAST = HttpSettings(attempts=1, read_timeout=1, whole_timeout=2, delay=0, proxy="")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_declaration_says_everything_about_a_source(tmp_path: Path) -> None:
    """Paths are relative to the list; everything has its type."""
    path = write(
        tmp_path / "s.toml",
        """
        [[source]]
        name = "a"
        kind = "listing"
        url = "https://n.example/"
        languages = ["ar"]
        per_day = 5
        listing = { item = "li" }
        listings = [{ since = "2026-01-01", item = "article" }]
        layouts = [{ since = "2026-01-01", body = "#b" }, { since = "2025-01-01", body = "#a" }]
        headers = { X-Token = "TOKEN" }
        [[source]]
        name = "b"
        kind = "rss"
        path = "feeds/b.xml"
        """,
    )

    first, second = load_sources(path)

    assert first == Source(
        "a", SourceKind.LISTING, url="https://n.example/", languages=("ar",), per_day=5.0,
        listing=ListingSelectors("li"), headers={"X-Token": "TOKEN"},
        listings=(ListingLayout("2026-01-01", ListingSelectors("article")),),
        layouts=(Layout("2026-01-01", PageSelectors("#b")), Layout("2025-01-01", PageSelectors("#a"))),
    )  # fmt: skip
    assert (second.kind, second.path) == (SourceKind.FEED, tmp_path / "feeds" / "b.xml")
    assert [first.selectors_for(day) for day in ("2024-12-31", "2025-06-01", "2026-01-01")] == [
        None, PageSelectors("#a"), PageSelectors("#b"),
    ]  # fmt: skip
    assert [first.listing_for(day) for day in ("2025-06-01", "2026-01-01")] == [
        ListingSelectors("li"), ListingSelectors("article"),
    ]  # fmt: skip
    assert replace(first, listing=None).listing_for("2025-06-01") == ListingSelectors("article")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[source]]\nname = "a"\nurl = "https://x.example"\nlanguage = "ar"', 'key "language" is not known'),
        ('[[source]]\nname = "a"', "give it a url or a path"),
        ('[[source]]\nname = "a"\nurl = "ftp://x.example"', "no http or https address"),
        ('[[source]]\nname = "a"\nurl = "https://me:pw@x.example"', "holds a name or password"),
        ('[[source]]\nname = "a b"\nurl = "https://x.example"', "no usable name"),
        ('[[source]]\nname = "a"\nkind = "blog"\nurl = "https://x.example"', 'kind "blog" is not one of'),
        ('[[source]]\nname = "a"\nkind = "listing"\nurl = "https://x.example"', "a listing needs selectors"),
        (
            '[[source]]\nname = "a"\nurl = "https://x.example"\nlisting = { item = "li[" }',
            "listing.item is no CSS selector",
        ),
        (
            '[[source]]\nname = "a"\nurl = "https://x.example"\nlistings = [{ since = "May", item = "a" }]',
            "is no day like",
        ),
        ('[[source]]\nname = "a"\nurl = "https://x.example"\nlayouts = { body = "p" }', "layouts is a list"),
        ('[[source]]\nname = "a"\nurl = "https://x.example"\nrights = "mine"', 'rights "mine" is not one of'),
        ('[[source]]\nname = "a"\nurl = "https://x.example"\ntime_zone = "Mars/Base"', 'time_zone "Mars/Base" is none'),
        ('[[source]]\nname = "a"\nurl = "https://x.example"\nper_day = "5"', 'key "per_day" has the value'),
        ('[[source]]\nname = "a"\nurl = "https://x.example"\n' * 2, 'two sources are named "a"'),
        ("[sources]", '"sources" is not known'),
        ("[[source", "cannot be read"),
    ],
)
def test_a_slip_in_a_declaration_is_named(tmp_path: Path, text: str, message: str) -> None:
    """Which list, which source, which key."""
    with pytest.raises(InputError, match=r"s\.toml") as caught:
        load_sources(write(tmp_path / "s.toml", text))

    assert message in caught.value.what


def test_a_list_is_edited_in_place(tmp_path: Path) -> None:
    """Comments and other sources stay as they were."""
    path = write(tmp_path / "s.toml", '# mine\n\n[[source]]\nname = "a" # first\nurl = "https://a.example/"\n')

    add_source(path, {"name": "b", "url": "https://b.example/", "languages": ["ar"], "publisher": 'x "y"'})
    set_key(path, "a", "verified", True)
    set_key(path, "b", "verified", True)
    set_key(path, "b", "verified", False)

    assert path.read_text(encoding="utf-8") == (
        '# mine\n\n[[source]]\nverified = true\nname = "a" # first\nurl = "https://a.example/"\n\n'
        '[[source]]\nverified = false\nname = "b"\nurl = "https://b.example/"\nlanguages = ["ar"]\n'
        'publisher = "x \\"y\\""\n'
    )
    remove_source(path, "a")
    assert [source.name for source in load_sources(path)] == ["b"]
    assert path.read_text(encoding="utf-8").startswith("# mine\n")


def test_a_source_is_not_added_twice(tmp_path: Path) -> None:
    """Neither under the same name nor with the same address."""
    path = tmp_path / "s.toml"
    add_source(path, {"name": "a", "url": "https://a.example/"})

    with pytest.raises(InputError, match='named "a"'):
        add_source(path, {"name": "a", "url": "https://b.example/"})
    with pytest.raises(InputError, match='read already, as "a"'):
        add_source(path, {"name": "b", "url": "https://a.example/"})
    with pytest.raises(InputError, match='no source named "z"') as caught:
        remove_source(path, "z")
    assert caught.value.advice == "There are: a."


def test_opml_goes_in_and_out(tmp_path: Path) -> None:
    """Nested outlines, and addresses that are none left out."""
    data = b"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "b">]><opml version="1.0"><body><outline text="Group">
    <outline text="A &amp; B" xmlUrl="https://a.example/rss" language="ar-SA"/><outline xmlUrl="javascript:x"/>
    </outline></body></opml>"""

    (feed,) = read_opml(data)

    assert feed == {"kind": "feed", "url": "https://a.example/rss", "publisher": "A & B", "languages": ["ar"]}
    source = add_source(tmp_path / "s.toml", {"name": "a", **feed})
    assert read_opml(write_opml([source])) == [feed]
    with pytest.raises(InputError, match="no OPML"):
        read_opml(b"<rss/>")


def test_the_catalogue_offers_sources_that_can_be_added(tmp_path: Path) -> None:
    """At least forty, Arabic and English, official and agency, none of them claimed to be verified."""
    entries = catalogue()

    for entry in entries:
        add_source(tmp_path / "s.toml", entry)
    sources = load_sources(tmp_path / "s.toml")
    assert len(sources) >= 40
    assert not any(source.verified for source in sources)
    assert {lang for source in sources for lang in source.languages} == {"ar", "en"}
    assert {"SA", "KZ", "UN", "EU", "GCC", "OIC"} <= {source.side for source in sources}


def site(feed: bytes) -> Answer:
    """A site whose front page announces a dead feed and a good one."""

    def answer(connection: object, request: bytes) -> None:
        path = request.split(b" ")[1]
        page = (
            b"<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' href='/dead.xml'>"
            b"<link rel='alternate' type='application/rss+xml' href='/good.xml'></head><body>x</body></html>"
        )
        replies = {b"/": http(page), b"/good.xml": http(feed)}
        connection.sendall(replies.get(path, http(b"", "404 Not Found")))  # type: ignore[attr-defined]

    return answer


def test_the_feed_of_a_site_is_found() -> None:
    """The front page is enough; a feed that it announces and that is dead is passed over."""
    with serving(site(GOOD)) as url:
        found = find_feed(f"{url}/", FAST, private=True)

    assert (found.url, len(found.read.items)) == (f"{url}/good.xml", 2)


def test_a_site_without_a_feed_may_have_a_sitemap_of_news() -> None:
    """Its robots.txt names them; the one of news is taken."""
    news = b"<urlset><url><loc>https://n.example/a</loc></url></urlset>"
    here: list[str] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        path = request.split(b" ")[1].decode()
        rules = f"Sitemap: {here[0]}/all.xml\nSitemap: {here[0]}/news.xml\n".encode()
        replies = {"/": http(b"<!DOCTYPE html><p>x</p>"), "/robots.txt": http(rules), "/news.xml": http(news)}
        connection.sendall(replies.get(path, http(b"", "404 Not Found")))

    with serving(answer) as url:
        here.append(url)
        found = find_feed(f"{url}/", FAST, private=True)

    assert (found.url, found.read.format, len(found.read.items)) == (f"{url}/news.xml", "sitemap", 1)


def test_a_site_without_a_feed_is_an_error_that_says_what_to_do() -> None:
    """It names the other way to read a page."""
    answer = says(http(b"<!DOCTYPE html><html><body>x</body></html>"))

    with serving(answer) as url, pytest.raises(InputError, match="No feed was found") as caught:
        find_feed(f"{url}/", FAST, private=True)

    assert "listing" in caught.value.advice


def test_a_preview_tells_items_articles_and_refusals(tmp_path: Path) -> None:
    """Of a feed on the web, a page and a file; nothing is stored and nothing raises."""
    page = (
        b"<!DOCTYPE html><html><head><title>T</title></head><body><article><p>"
        + b"word " * 80
        + b"</p></article></body>"
    )
    (tmp_path / "f.xml").write_bytes(GOOD)
    (tmp_path / "p.html").write_bytes(page)
    (tmp_path / "d.jsonl").write_bytes(b'{"id": "1", "text": "x"}\n{bad')
    with serving(says(http(GOOD))) as url:
        told = [preview(f"{url}/x", FAST, private=True), preview(f"{url}/x", FAST)]
    told += [preview(str(tmp_path / name), FAST) for name in ("f.xml", "p.html", "d.jsonl", "none")]

    assert [entry["kind"] for entry in told] == ["rss20", None, "rss20", "page", "documents", None]
    assert [len(entry.get("items", ())) for entry in told] == [2, 0, 2, 0, 1, 0]
    assert told[1]["error"] == "private_address" and told[5]["error"] == "missing_file"
    assert told[3]["article"]["title"] == "T" and told[3]["article"]["text"].startswith("word word")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.jsonl", "f.xml", "p.html"]


def test_a_preview_reads_a_listing_with_selectors_typed_or_declared(tmp_path: Path, cli: Cli) -> None:
    """The way to find them before a source is declared; then its name is enough, with the design of today."""
    page = (
        '<!DOCTYPE html><html lang="ar"><ul><li class="n"><a href="/a">خبر</a><time>2 مارس 2026</time></li></ul></html>'
    )
    selectors = ("--item", "li.n", "--date", "time")
    with serving(says(http(page.encode()))) as url:
        eras = '[{ since = "2020-01-01", item = "#old" }, { since = "2026-01-01", item = "li", date = "time" }]'
        home = tmp_path / "h"
        Home(home).claim("real")
        write(
            Home(home).sources,
            f'[[source]]\nname = "n"\nkind = "listing"\nurl = "{url}/"\nprivate = true\nlistings = {eras}\n',
        )
        command = ("--home", home, "sources", "preview", "--format", "json")
        told = [cli(*command, "--private", *selectors, url), cli(*command, "n")]
        wrong = cli(*command, "--private", "--item", "li[", url)

    found = [json.loads(out) for _, out, _ in told]
    assert [(one["target"], one["kind"]) for one in found] == [(url, "listing"), ("n", "listing")]
    item = {
        "guid": None, "url": f"{url}/a", "title": "خبر", "published": "2026-03-02", "updated": None,
        "summary_html": "", "lang": "ar", "author": None,
    }  # fmt: skip
    assert [one["items"] for one in found] == [[item], [item]]
    assert wrong[0] == 1 and "is no CSS selector" in wrong[2]


def test_a_check_marks_what_it_reaches(tmp_path: Path) -> None:
    """The others keep their mark, and the reason is told."""
    home = Home(tmp_path)
    home.claim("real")
    with serving(says(http(GOOD))) as good, serving(says(http(b"", "404 Not Found"))) as bad:
        add_source(home.sources, {"name": "good", "url": f"{good}/f", "private": True})
        add_source(home.sources, {"name": "bad", "url": f"{bad}/f", "private": True})
        results = check_sources(home, [])

    assert results == [
        Checked("good", "ok", 2, "T"),
        Checked("bad", "not_found", 0, "The server answered 404."),
    ]
    assert [(source.name, source.verified) for source in load_sources(home.sources)] == [("good", True), ("bad", False)]


def test_settings_are_read_strictly(tmp_path: Path) -> None:
    """Sections, keys and types; a missing file is the defaults."""
    home = Home(tmp_path)
    assert load_settings(home).http == HttpSettings()

    write(home.settings, '[http]\nuser_agent = "x"\ndelay = 1\n[publish]\nfull_text = true\n')
    settings = load_settings(home)
    assert (settings.http.user_agent, settings.http.delay, settings.publish.full_text) == ("x", 1, True)

    slips = {"[web]": 'section "web"', "[http]\nagent = 1": 'no "agent"', "[http]\nworkers = true": "workers cannot be"}
    for text, message in slips.items():
        write(home.settings, text)
        with pytest.raises(InputError, match=message):
            load_settings(home)


def test_a_home_is_sample_or_real_for_good(tmp_path: Path) -> None:
    """Invented facts and real ones never share a warehouse."""
    home = Home(tmp_path / "h")
    assert home.kind() is None

    home.claim("sample")
    home.claim("sample")

    with pytest.raises(InputError, match="holds the invented sample"):
        home.claim("real")
