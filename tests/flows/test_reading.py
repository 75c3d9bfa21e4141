"""Against a server that misbehaves, every reading ends as a story: what was kept, what was refused, and why."""

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.archive import Archive, FolderBlobs, open_archive
from flows.reading import Reader, Reading, present_address
from flows.settings import HttpSettings
from flows.sources import Source, SourceKind
from flows.web.client import Client, Validators
from flows.web.guard import is_public
from tests.flows.faults import FAULTS, GOOD
from tests.flows.servers import Answer, http, says, serving
from transforms.records import FeedItem

FAST = HttpSettings(
    connect_timeout=1, read_timeout=0.5, whole_timeout=1.5, max_wire=3_000_000, max_body=5_000_000, back_off=0.01,
    attempts=2, delay=0, workers=4, proxy="",
)  # fmt: skip


def read(archive: Archive, *sources: Source, known: dict[str, Validators] | None = None) -> dict[str, Reading]:
    client = Client(FAST, private_hosts=["127.0.0.1"])
    try:
        by_address = {(s.name, s.address): known[s.name] for s in sources if known}
        readings = Reader(client, archive, workers=4).sources(sources, by_address)
        return {reading.source.name: reading for reading in readings}
    finally:
        client.close()


def source(name: str, url: str) -> Source:
    return Source(name, SourceKind.FEED, url=f"{url}/feed", private=True)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(FolderBlobs(tmp_path / "archive"))


def test_a_permanent_move_is_recorded_with_its_new_address(archive: Archive) -> None:
    """Only a chain of permanent redirects moves a source."""
    moved = next(fault for fault in FAULTS if fault.name == "moved for good")

    with serving(moved.answer) as url:
        response = read(archive, source("s", url))["s"].exchange.response

    assert response.permanent_url == f"{url}/new"


def test_a_host_that_is_not_declared_private_is_not_asked_on_the_loopback(archive: Archive) -> None:
    """The address is checked after the name is resolved, so a public name for it helps no one."""
    with serving(says(http(GOOD))) as url:
        client = Client(FAST)
        responses = [client.fetch(url), client.fetch(url.replace("127.0.0.1", "localhost"))]
        client.close()

    assert [response.error for response in responses] == ["private_address", "private_address"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:127.0.0.1", False), ("64:ff9b::a00:1", False),
        ("64:ff9b:1::7f00:1", False), ("64:ff9b:1:abcd::a00:1", False), ("::10.0.0.1", False), ("::127.0.0.1", False),
        ("::8.8.8.8", True),
        ("2002:7f00:1::", False), ("224.0.0.1", False), ("255.255.255.255", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_public_internet_are_public(address: str, public: bool) -> None:
    """Private, loopback, link-local, carrier, mapped, translated and multicast ones are not."""
    assert is_public(address) is public


def test_a_second_reading_is_conditional_until_a_day_has_passed(archive: Archive) -> None:
    """The validators are sent back, but not a modification date from the future, and not when the last body is old."""
    seen: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        seen.append(request.lower())
        fresh = b"if-none-match" in request.lower() or b"if-modified-since" in request.lower()
        connection.sendall(http(b"", "304 Not Modified") if fresh else http(GOOD))

    now = datetime.now(UTC)
    past, future = "Mon, 02 Mar 2020 10:00:00 GMT", "Sat, 01 Jan 2050 00:00:00 GMT"
    known = [
        Validators('"x"', past, now - timedelta(hours=2)),
        Validators(None, future, now - timedelta(hours=2)),
        Validators('"x"', past, now - timedelta(hours=30)),
    ]
    with serving(answer) as url:
        readings = [read(archive, source("s", url), known={"s": validators})["s"] for validators in known]

    assert [reading.exchange.response.not_modified for reading in readings] == [True, False, False]
    assert [(b"if-none-match" in head, b"if-modified-since" in head) for head in seen] == [
        (True, True), (False, False), (False, False),
    ]  # fmt: skip


def test_secrets_come_from_the_environment_and_stay_with_their_host(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A redirect to another host does not carry the token there; without the variable the source says so."""
    seen: dict[str, bytes] = {}

    def note(name: str, reply: bytes) -> Answer:
        def answer(connection: socket.socket, request: bytes) -> None:
            seen[name] = request
            connection.sendall(reply)

        return answer

    with serving(note("second", http(GOOD))) as second:
        moved = http(b"", "302 Found", f"Location: {second}/feed")
        with serving(note("first", moved)) as first:
            secret = replace(source("s", first), headers={"X-Token": "LIQAA_TEST_TOKEN"})
            without = read(archive, secret)["s"].exchange.response
            monkeypatch.setenv("LIQAA_TEST_TOKEN", "abc123")
            reading = read(archive, secret)["s"]

    assert without.error == "missing_secret"
    assert len(reading.got.feed.items) == 2
    assert (b"abc123" in seen["first"], b"abc123" in seen["second"]) == (True, False)
    assert "abc123" not in repr(reading.exchange)


def test_a_move_takes_no_secret_along_and_names_none(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new host gets no token; an address that names a variable, or that gives up https, is not gone to."""
    monkeypatch.setenv("LIQAA_TEST_TOKEN", "abc123")
    seen: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        seen.append(request)
        connection.sendall(http(GOOD))

    with serving(answer) as old, serving(answer) as new:
        secret = replace(source("s", old), headers={"X-Token": "LIQAA_TEST_TOKEN"})
        read(archive, secret, known={"s": Validators(moved_to=f"{new}/feed")})
    safe = replace(secret, url="https://n.example/feed")
    places = [f"https://m.example/?{name}" for name in ("a", "${LIQAA_TEST_TOKEN}")] + ["http://m.example/"]
    asked = [present_address(safe, {("s", safe.address): Validators(moved_to=place)}) for place in places]

    assert [(new.removeprefix("http://").encode() in head, b"abc123" in head) for head in seen] == [(True, False)]
    assert asked == ["https://m.example/?a", safe.url, safe.url]


def test_robots_txt_is_asked_before_a_page(archive: Archive) -> None:
    """What it forbids is not fetched, and the rejection says so."""
    rules = b"User-agent: *\nDisallow: /private"

    def answer(connection: socket.socket, request: bytes) -> None:
        page = b"<html><body><article><p>" + b"text of the article " * 30 + b"</p></article></body></html>"
        connection.sendall(http(rules if b"/robots.txt " in request else page))

    with serving(answer) as url:
        client = Client(FAST, private_hosts=["127.0.0.1"])
        items = [FeedItem("s", None, f"{url}/{path}", "t", None, None, "", None) for path in ("open", "private/a")]
        readings = list(Reader(client, archive, 1).pages([(item, source("s", url)) for item in items]))
        client.close()

    told = {(reading.item.url or "").removeprefix(url): reading for reading in readings}
    assert b"text of the article" in archive.get(told["/open"].exchange.sha256 or "")
    assert [rejection.code for rejection in [told["/private/a"].rejection] if rejection] == ["page_robots"]


def test_a_mirror_gives_no_file_outside_its_folder(archive: Archive, tmp_path: Path) -> None:
    """A link of a local feed that climbs out of the folder finds nothing."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text(f"<article><p>{'inside ' * 60}</p></article>")
    (tmp_path / "secret.html").write_text(f"<article><p>{'outside ' * 60}</p></article>")
    local = Source("s", SourceKind.FEED, path=tmp_path / "f.xml", site="https://n.example/", mirror=tmp_path / "pages")
    links = ["a", "../secret.html", "%2e%2e/secret.html", "..%2fsecret.html", f"{tmp_path}/secret.html"]
    items = [FeedItem("s", None, f"https://n.example/{link}", "t", None, None, "", None) for link in links]

    client = Client(FAST)
    readings = list(Reader(client, archive, 1).pages([(item, local) for item in items]))
    client.close()

    texts = [archive.get(reading.exchange.sha256)[12:18] for reading in readings if reading.exchange.sha256]
    refused = [reading.rejection.code for reading in readings if reading.rejection]
    assert (texts, refused) == ([b"inside"], ["page_unreadable_file"] * 4)


def test_the_archive_keeps_bytes_once_and_notices_damage(tmp_path: Path) -> None:
    """Same bytes, same name, one file; a file that was changed or lost is found."""
    archive = Archive(FolderBlobs(tmp_path))
    first, again, other = archive.put(b"one"), archive.put(b"one"), archive.put(b"two")
    assert (first, archive.hashes(), archive.verify()) == (again, sorted([first, other]), [])

    damaged = next(tmp_path.glob(f"??/??/{first}.zst"))
    damaged.write_bytes(next(tmp_path.glob(f"??/??/{other}.zst")).read_bytes())

    assert [fault.sha256 for fault in archive.verify()] == [first]


def test_the_archive_works_in_a_bucket_as_well() -> None:
    """Anything that fsspec reaches will do; here its memory."""
    archive = open_archive("memory://liqaa-test/archive")

    sha256 = archive.put(b"bytes")

    assert (archive.get(sha256), archive.hashes(), archive.verify()) == (b"bytes", [sha256], [])
