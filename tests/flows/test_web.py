"""What a server can do to us, and what we do not do to it: private addresses, proxies, time, permissions."""

import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpcore
import pytest

from flows.archive import Archive, FolderBlobs
from flows.reading import Reader
from flows.sources import Rights, Source, SourceKind
from flows.web.client import Client, Response
from flows.web.proxy import Proxies, Proxy, parse_proxy
from tests.flows.faults import GOOD, rss
from tests.flows.servers import Answer, drips, http, says, serving
from tests.flows.test_reading import FAST, read
from transforms.records import FeedItem

ARTICLE = b"<html><head>HEAD</head><body><article><p>" + b"text of the article " * 30 + b"</p></article></body></html>"


def fetch(url: str, private: tuple[str, ...] = ("127.0.0.1",), **settings: object) -> Response:
    hosts = frozenset(private)
    client = Client(replace(FAST, **settings), hosts)  # type: ignore[arg-type]
    try:
        return client.fetch(url, private=hosts)
    finally:
        client.close()


def by_path(replies: dict[str, bytes], asked: list[str] | None = None) -> Answer:
    def answer(connection: socket.socket, request: bytes) -> None:
        path = request.split(b" ")[1].decode()
        if asked is not None:
            asked.append(path)
        connection.sendall(replies.get(path, http(b"", "404 Not Found")))

    return answer


def test_a_host_that_one_source_declares_private_is_out_of_reach_for_the_others(tmp_path: Path) -> None:
    """A redirect of a public source to it is refused, though both are read by one client."""
    archive = Archive(FolderBlobs(tmp_path))
    with serving(says(http(GOOD))) as inner:
        mine = Source("mine", SourceKind.FEED, url=f"{inner}/feed", private=True)
        other = Source("other", SourceKind.FEED, url=f"{inner}/feed")
        readings = read(archive, mine, other)

    assert readings["mine"].exchange.response.error is None
    assert readings["other"].exchange.response.error == "private_address"


def test_a_name_that_changes_its_meaning_between_check_and_connection_gains_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The connection goes to the very address that was checked: the name is looked up once."""
    looked_up: list[str] = []
    addresses = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    connected: list[str] = []

    def resolve(host: str, port: int | None, **_: object) -> list[object]:
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(addresses), port))]

    def connect(_self: object, host: str, *_: object) -> None:
        connected.append(host)
        raise httpcore.ConnectError("no network in tests")

    monkeypatch.setattr("flows.web.guard.socket.getaddrinfo", resolve)
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)

    assert fetch("http://rebinding.example/", (), attempts=1).error == "unreachable"
    assert (looked_up, connected) == (["rebinding.example"], ["93.184.216.34"])
    assert fetch("http://rebinding.example/", (), attempts=1).error == "private_address"
    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::ffff:7f00:1]/",
        "http://0/",
        "http://localhost/",
    ],
)
def test_no_spelling_of_a_private_address_is_asked(url: str) -> None:
    assert fetch(url, ()).error == "private_address"


def test_a_head_that_comes_byte_by_byte_ends_with_the_time_of_the_request() -> None:
    """Each byte is within the timeout of a read; the whole is not."""
    began = time.monotonic()
    with serving(drips(b"HTTP/1.1 200 OK\r\nX-A: ", b"a", 0.1, 100)) as url:
        response = fetch(url, whole_timeout=0.6, read_timeout=0.5, attempts=1)

    assert (response.error, time.monotonic() - began < 3) == ("read_timeout", True)


def tunnel(target: str, seen: list[bytes]) -> Answer:
    """A proxy that opens every tunnel that it is asked for to one server."""

    def answer(connection: socket.socket, request: bytes) -> None:
        seen.append(request)
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        host, _, port = target.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port))) as server:
            server.sendall(connection.recv(65536))
            while piece := server.recv(65536):
                connection.sendall(piece)

    return answer


def test_behind_a_proxy_the_checked_address_is_asked_for_and_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy may be at a private address; what it is asked for may not, and it cannot look the name up again."""
    seen: list[bytes] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int | None, *rest: object, **more: object) -> object:
        if more.get("flags") == socket.AI_NUMERICHOST:
            return real(host, port, *rest, **more)  # type: ignore[arg-type]
        if host == "news.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port))]
        if host == "inner.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", port))]
        return real(host, port, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("flows.web.guard.socket.getaddrinfo", resolve)
    monkeypatch.setenv("LIQAA_PROXY_SECRET", "s3cret")
    with serving(says(http(GOOD))) as server, serving(tunnel(server, seen)) as proxy:
        address = proxy.replace("http://", "http://me:${LIQAA_PROXY_SECRET}@")
        public = fetch("http://news.example/feed", (), proxy=address)
        inner = fetch("http://inner.example/feed", (), proxy=address)
        literal = fetch("http://169.254.169.254/latest", (), proxy=address, proxy_resolves=True)
        named = fetch("http://inner.example/feed", (), proxy=address, proxy_resolves=True)

    assert (public.body, inner.error, literal.error) == (GOOD, "private_address", "private_address")
    assert named.body == GOOD  # the settings say that this proxy alone knows names, and guards them itself
    assert [request.split(b"\r\n")[0] for request in seen] == [
        b"CONNECT 93.184.216.34:80 HTTP/1.1",
        b"CONNECT inner.example:80 HTTP/1.1",
    ]
    assert b"Proxy-Authorization: Basic bWU6czNjcmV0" in seen[0]
    assert "s3cret" not in repr((public, inner, Proxy("h", 1, "s3cret")))


def test_a_proxy_that_refuses_is_told_and_a_private_source_needs_none() -> None:
    with serving(says(http(b"", "403 Forbidden"))) as proxy, serving(says(http(GOOD))) as server:
        refused = fetch("http://93.184.216.34/feed", (), proxy=proxy)
        direct = fetch(server, proxy=proxy)

    assert (refused.error, direct.body) == ("proxy_refused", GOOD)
    assert "opens no tunnel to port 80 (403 Forbidden)" in refused.detail


def test_proxies_come_from_the_environment_or_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_PROXY keeps hosts direct; a kind of proxy that is not known is refused without telling its secret."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:8080")
    monkeypatch.setenv("NO_PROXY", ".gov.example")

    chosen = [Proxies("environment").for_host(host, 443) for host in ("a.example", "x.gov.example")]
    others = [Proxies("environment").for_host("a.example", 80), Proxies("").for_host("a.example", 443)]

    assert chosen == [Proxy("proxy.example", 8080), None]
    assert others == [None, None]
    assert Proxies("http://own.example").for_host("a.example", 80) == Proxy("own.example", 3128)
    with pytest.raises(httpcore.ProxyError, match="socks5 is not supported") as caught:
        parse_proxy("socks5://me:s3cret@h")
    assert "s3cret" not in str(caught.value)


def pages(tmp_path: Path, replies: dict[str, bytes], rights: Rights = Rights.PRESS) -> dict[str, str]:
    """What became of each page of a site: "read", or the code of its rejection."""
    archive = Archive(FolderBlobs(tmp_path / rights.value))
    with serving(by_path(replies)) as url:
        source = Source("s", SourceKind.FEED, url=f"{url}/feed", private=True, rights=rights)
        items = [FeedItem("s", None, url + path, "t", None, None, "", None) for path in replies if "." not in path]
        client = Client(FAST, private_hosts=["127.0.0.1"])
        readings = list(Reader(client, archive, 4).pages([(item, source) for item in items]))
        client.close()
    told = {(r.item.url or "").removeprefix(url): r.rejection.code if r.rejection else "read" for r in readings}
    return {path: told[path] for path in sorted(told)}


def article(head: bytes = b"", *headers: str) -> bytes:
    return http(ARTICLE.replace(b"HEAD", head), "200 OK", *headers)


def test_robots_txt_is_read_by_its_standard(tmp_path: Path) -> None:
    """Wildcards count, and the longest rule wins; a site whose rules are out of reach is left for later."""
    rules = b"User-agent: *\nDisallow: /*?print\nDisallow: /private\nAllow: /private/open\n"
    names = ("/a", "/a?print=1", "/private/x", "/private/open/x")
    replies = {"/robots.txt": http(rules), **{name: article() for name in names}}

    assert pages(tmp_path, replies) == {
        "/a": "read", "/a?print=1": "page_robots", "/private/open/x": "read", "/private/x": "page_robots",
    }  # fmt: skip
    assert pages(tmp_path / "b", {"/robots.txt": http(b"", "503 Busy"), "/a": article()}) == {
        "/a": "page_robots_unreachable"
    }


def test_reservations_against_text_mining_are_honoured(tmp_path: Path) -> None:
    """In a header, in the page, or for a part of the site; official texts are in nobody's exclusive right."""
    reserved = b'[{"location": "/free/*", "tdm-reservation": 0}, {"location": "/r*", "tdm-reservation": 1}]'
    replies = {
        "/.well-known/tdmrep.json": http(reserved),
        "/free/a": article(),
        "/header": article(b"", "TDM-Reservation: 1"),
        "/meta": article(b'<meta name="tdm-reservation" content="1">'),
        "/reserved/a": article(),
        "/unreserved": article(b'<meta name="tdm-reservation" content="0">', "TDM-Reservation: 0"),
    }
    codes = {"/free/a": "read", "/unreserved": "read"}
    refused = dict.fromkeys(("/header", "/meta", "/reserved/a"), "page_reserved")

    assert pages(tmp_path, replies) == codes | refused
    assert pages(tmp_path, replies, Rights.OFFICIAL) == dict.fromkeys(sorted(codes | refused), "read")
    archive = Archive(FolderBlobs(tmp_path / "press"))
    assert len(archive.hashes()) == 2  # nothing of what is reserved is kept


def test_a_secret_in_an_address_is_neither_stored_nor_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the environment; the exchange, its redirect and its error name the variable."""
    monkeypatch.setenv("LIQAA_TEST_KEY", "s3cr3t")
    asked: list[str] = []
    replies = {
        "/feed?key=s3cr3t": http(b"", "301 Moved", "Location: /new?key=s3cr3t"),
        "/new?key=s3cr3t": http(b"", "302 Found", "Location: http://[::/?key=s3cr3t"),
    }
    with serving(by_path(replies, asked)) as url:
        source = Source("s", SourceKind.FEED, url=f"{url}/feed?key=${{LIQAA_TEST_KEY}}", private=True)
        reading = read(Archive(FolderBlobs(tmp_path)), source)["s"]
        monkeypatch.delenv("LIQAA_TEST_KEY")
        missing = read(Archive(FolderBlobs(tmp_path)), source)["s"]

    assert asked[:2] == ["/feed?key=s3cr3t", "/new?key=s3cr3t"]
    assert (reading.exchange.response.url, missing.exchange.response.error) == (source.url, "missing_secret")
    assert reading.exchange.response.permanent_url == f"{url}/new?key=${{LIQAA_TEST_KEY}}"
    assert "s3cr3t" not in repr(reading)


def test_a_feed_that_is_reserved_gives_no_items_and_says_why(tmp_path: Path) -> None:
    with serving(says(http(rss(), "200 OK", "tdm-reservation: 1"))) as url:
        source = Source("s", SourceKind.FEED, url=url, private=True)
        reading = read(Archive(FolderBlobs(tmp_path)), source)["s"]

    assert (reading.exchange.response.error, reading.exchange.sha256) == ("reserved", None)


@pytest.mark.parametrize(
    ("spelling", "asked"),
    [
        (lambda url: f"{url}/أخبار/لقاء", "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D9%84%D9%82%D8%A7%D8%A1"),
        (lambda url: f"{url}/%D8%A3%D8%AE", "/%D8%A3%D8%AE"),
        (lambda url: f"{url}/a b?q=لقاء", "/a%20b?q=%D9%84%D9%82%D8%A7%D8%A1"),
    ],
    ids=["Arabic letters", "percent codes", "a blank and a query"],
)
def test_addresses_in_arabic_are_asked_for_in_percent_codes(spelling: Callable[[str], str], asked: str) -> None:
    seen: list[str] = []
    with serving(by_path({}, seen)) as url:
        fetch(spelling(url))

    assert seen == [asked]


def test_a_host_in_arabic_letters_is_looked_up_by_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        raise OSError("no network in tests")

    monkeypatch.setattr("flows.web.guard.socket.getaddrinfo", resolve)

    assert fetch("http://موقع.وزارة-الاتصالات.مصر/خبر", (), attempts=1).error == "unreachable"
    assert looked_up == ["xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c"]
