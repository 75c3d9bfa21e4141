"""The faults of the real web, each with what must come of it."""
# ruff: noqa: E501

import gzip
import socket
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import brotli
import zstandard

from tests.flows.servers import Answer, drips, http, resets, says
from transforms.records import WHOLE

_ITEM = "<item><title>خبر {n}</title><link>/a{n}</link><guid>{n}</guid><description>&lt;p&gt;نص&lt;/p&gt;</description></item>"


def item(n: int | str) -> str:
    """One good item."""
    return _ITEM.format(n=n)


def rss(*items: str, head: str = "") -> bytes:
    """A feed of items."""
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'.encode()


GOOD = rss(item(1), item(2))


@dataclass(frozen=True)
class Fault:
    """A misbehaviour, and what must come of it."""

    name: str
    answer: Answer
    items: int = 0  # items kept
    error: str | None = None  # code of the exchange
    rejected: tuple[str, ...] = ()  # codes of the rejections
    health: str = ""  # after three rounds; empty: healthy, or failing if it gives nothing each time
    asked: int = 3  # rounds in which it is asked
    later: int = 0  # items that come new in the other rounds

    @property
    def fails(self) -> bool:
        """Whether nothing that it answers can be used."""
        return self.error is not None or bool(WHOLE.intersection(self.rejected))


def _liar() -> Answer:
    """A server whose cache lies: the same tag for another body each time."""
    count = iter(range(10**9))

    def answer(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(http(rss(item(f"new{next(count)}"), item(2)), "200 OK", 'ETag: "same"'))

    return answer


def _restless() -> Answer:
    """A feed that gives its items new ids each time."""
    count = iter(range(10**9))

    def answer(connection: socket.socket, _request: bytes) -> None:
        n = next(count)
        body = rss(*(item(k).replace(f"<guid>{k}<", f"<guid>session-{n}-{k}<") for k in (1, 2)))
        connection.sendall(http(body))

    return answer


def _dated(n: int, when: datetime) -> str:
    return item(n).replace("</item>", f"<pubDate>{format_datetime(when)}</pubDate></item>")


_NOW = datetime.now(UTC)


def _bomb(pack: Callable[[bytes], bytes]) -> bytes:
    return pack(b"<rss>" + b" " * 8_000_000)


def _head(target: str, status: str = "302 Found") -> bytes:
    return http(b"", status, f"Location: {target}")


def _circle(connection: socket.socket, request: bytes) -> None:
    path = request.split(b" ")[1]
    connection.sendall(_head("/b" if path == b"/a" else "/a"))


def _endless(connection: socket.socket, request: bytes) -> None:
    number = request.split(b" ")[1].decode().strip("/") or "0"
    connection.sendall(_head(f"/{int(number) + 1 if number.isdigit() else 1}"))


def _moved(connection: socket.socket, request: bytes) -> None:
    here = request.startswith(b"GET /new ")
    connection.sendall(http(GOOD) if here else _head("/new", "301 Moved Permanently"))


def _laughs() -> str:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{lines}]>'


_QUADRATIC = f'<!DOCTYPE b [<!ENTITY a "{"a" * 50_000}">]>'
_LIE = http(b"", "304 Not Modified")

FAULTS = (
    # Transport
    Fault("slow loris", drips(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"<", 0.1, 40), 0, "too_slow", ("too_slow",)),
    Fault("silence after the head", drips(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", b"", 3.0, 1), 0, "read_timeout"),
    Fault("silence", drips(b"", b"", 3.0, 1), 0, "read_timeout"),
    Fault("a head that never ends", drips(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"a" * 90_000 + b"\r\n", 0, 9), 0, "broken_exchange"),
    Fault("reset in mid-body", resets(http(GOOD, length=99_999)), 0, "truncated_body", ("truncated_body",)),
    Fault("reset before anything", resets(b""), 0, "broken_exchange"),
    Fault("content length too large", says(http(GOOD, length=len(GOOD) + 50)), 0, "truncated_body", ("truncated_body",)),
    Fault("content length too small", says(http(GOOD, length=len(GOOD) - 60)), 1, None, ("cut_off_item",)),
    Fault("no HTTP at all", says(b"220 ftp.example ready\r\n"), 0, "broken_exchange"),
    Fault("empty answer", says(b""), 0, "broken_exchange"),
    Fault("empty 200", says(http()), 0, None, ("empty_body",)),
    Fault("nothing but blanks", says(http(b" \n ")), 0, None, ("empty_body",)),
    Fault("100 MB", drips(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1_000_000, 0, 100), 0, "too_large", ("too_large",)),
    # Compression
    Fault("gzip", says(http(gzip.compress(GOOD), "200 OK", "Content-Encoding: gzip")), 2),
    Fault("deflate", says(http(zlib.compress(GOOD), "200 OK", "Content-Encoding: deflate")), 2),
    Fault("brotli", says(http(brotli.compress(GOOD), "200 OK", "Content-Encoding: br")), 2),
    Fault("zstd", says(http(zstandard.compress(GOOD), "200 OK", "Content-Encoding: zstd")), 2),
    Fault("gzip announced, text sent", says(http(GOOD, "200 OK", "Content-Encoding: gzip")), 2),
    Fault("gzip broken off", says(http(gzip.compress(GOOD)[:-20], "200 OK", "Content-Encoding: gzip")), 0, "truncated_body",
          ("truncated_body",)),
    Fault("gzip that is none", says(http(b"\x1f\x8b" + b"\x00" * 50, "200 OK", "Content-Encoding: gzip")), 0, "bad_compression",
          ("bad_compression",)),
    Fault("unknown coding", says(http(GOOD, "200 OK", "Content-Encoding: x-own")), 0, "unknown_coding", ("unknown_coding",)),
    Fault("gzip bomb", says(http(_bomb(gzip.compress), "200 OK", "Content-Encoding: gzip")), 0, "bomb", ("bomb",)),
    Fault("brotli bomb", says(http(_bomb(brotli.compress), "200 OK", "Content-Encoding: br")), 0, "bomb", ("bomb",)),
    Fault("zstd bomb", says(http(_bomb(zstandard.compress), "200 OK", "Content-Encoding: zstd")), 0, "bomb", ("bomb",)),
    # Redirects
    Fault("redirect in a circle", _circle, 0, "redirect_loop"),
    Fault("redirect without end", _endless, 0, "redirect_loop"),
    Fault("redirect to a private address", says(_head("http://127.0.0.2:9/")), 0, "private_address"),
    Fault("redirect to the metadata service", says(_head("http://169.254.169.254/latest/")), 0, "private_address"),
    Fault("redirect to a mapped address", says(_head("http://[::ffff:10.0.0.1]/")), 0, "private_address"),
    Fault("redirect to a file", says(_head("file:///etc/passwd")), 0, "bad_redirect"),
    Fault("redirect to a broken address", says(_head("http://[::/")), 0, "broken_exchange"),
    Fault("moved for good", _moved, 2),
    # Statuses
    Fault("304 without validators", says(_LIE), 0, "unexpected_304"),
    Fault("401", says(http(b"", "401 Unauthorized")), 0, "unauthorised"),
    Fault("403", says(http(b"no", "403 Forbidden")), 0, "forbidden"),
    Fault("404", says(http(b"", "404 Not Found")), 0, "not_found"),
    Fault("410", says(http(b"", "410 Gone")), 0, "gone", (), "gone", 1),
    Fault("429 with a time", says(http(b"", "429 Too Many Requests", "Retry-After: 120")), 0, "too_many_requests", (), "healthy", 1),
    Fault("429 without a time", says(http(b"", "429 Too Many Requests")), 0, "too_many_requests"),
    Fault("500 and then well", says(http(b"", "500 Oops"), http(GOOD)), 2),
    Fault("500 for good", says(http(b"", "500 Oops")), 0, "server_error"),
    Fault("503 with a date", says(http(b"", "503 Busy", "Retry-After: Wed, 01 Jan 2098 00:00:00 GMT")), 0, "server_error", (), "healthy", 1),
    Fault("503 without a time", says(http(b"", "503 Busy")), 0, "server_error"),
    Fault("same tag, new body", _liar(), 2, later=2),
    # Content
    Fault("HTML instead of a feed", says(http(b"<!DOCTYPE html><html><body>Sorry</body></html>")), 0, None, ("html_not_feed",)),
    Fault("billion laughs", says(http(rss("<item><title>&l9;</title><link>/x</link></item>", head=_laughs()))), 1),
    Fault("quadratic blow-up", says(http(rss(f"<item><title>{'&a;' * 9999}</title><link>/x</link></item>", head=_QUADRATIC))), 1),
    Fault("external entity", says(http(rss("<item><title>&x;</title><link>/x</link></item>",
          head='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))), 1),
    Fault("wrong content type", says(http(GOOD, "200 OK", "Content-Type: image/png")), 2),
    Fault("charset that does not exist", says(http(GOOD, "200 OK", "Content-Type: text/xml; charset=none")), 2),
    Fault("windows-1256 called latin", says(http(rss(item(1), item(2)).decode().encode("windows-1256"), "200 OK",
          "Content-Type: text/xml; charset=iso-8859-1")), 2),
    Fault("mixed encodings", says(http(GOOD.replace(b"</channel>", b"<!-- \xc7\xe1 --></channel>"))), 2),
    Fault("one title in another encoding", says(http(GOOD.replace(b"</channel>", b"<item><title>" + "خبر".encode("windows-1256")
          + b"</title><link>/w</link></item></channel>"))), 3),
    Fault("two byte-order marks", says(http(b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD)), 2),
    Fault("byte-order mark", says(http(b"\xef\xbb\xbf" + GOOD)), 2),
    Fault("UTF-16", says(http(GOOD.decode().encode("utf-16"))), 2),
    Fault("NULs", says(http(GOOD.replace(b"<title>T", b"<title>\x00T\x00"))), 2),
    Fault("words before the feed", says(http(b"\n\n  warning: php\n" + GOOD)), 2),
    Fault("a tag never closed", says(http(rss("<item><title>a<b</title><link>/x</link></item>", item(2)))), 2),
    Fault("broken off", says(http(GOOD[: GOOD.index(b"</channel>")])), 1, None, ("cut_off_item",)),
    Fault("items without an id", says(http(rss("<item><title>a</title><link>/x</link></item>"))), 1),
    Fault("an item without a link", says(http(rss("<item><title>a</title><guid>9</guid><description>b</description></item>"))), 1),
    Fault("an item without anything", says(http(rss("<item></item>", item(2)))), 1, None, ("empty_item",)),
    Fault("ids that change", _restless(), 2),
    Fault("items from tomorrow", says(http(rss(_dated(1, _NOW + timedelta(days=1)), _dated(2, _NOW + timedelta(days=30))))), 2),
    Fault("an item without link and text", says(http(rss("<item><title>a</title></item>", item(2)))), 1, None, ("empty_item",)),
    Fault("an item without a title", says(http(rss("<item><link>/x</link><description>b</description></item>"))), 1),
    Fault("dates of 1970 and 2041", says(http(rss(
          item(1).replace("</item>", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>"),
          item(2).replace("</item>", "<pubDate>Tue, 01 Jan 2041 00:00:00 GMT</pubDate></item>")))), 2),
    Fault("duplicated ids", says(http(rss(item(1), item(1).replace("خبر", "آخر")))), 1, None, ("duplicate_id",)),
    Fault("the same item twice", says(http(rss(item(1), item(1)))), 1),
    Fault("10,000 items", says(http(rss(*map(item, range(10_000))))), 10_000),
)  # fmt: skip
