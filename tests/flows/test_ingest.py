"""From a server to stored rows, run after run: what is new is kept, what changed is a new wording, nothing is twice."""

import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows.archive import open_archive
from flows.home import Home
from flows.job import Job
from flows.rebuilding import retry_rejections
from flows.settings import HttpSettings, Settings
from flows.sources import FullText, ListingLayout, Source, SourceKind
from flows.stages import finish, ingest, transform
from flows.stages.ingest import Ingested
from flows.stages.receive import read_again
from tests.flows.faults import GOOD, item, rss
from tests.flows.servers import Answer, http, says, serving
from tests.flows.test_pipeline import rows
from transforms.parsing.listing import ListingSelectors
from transforms.records import Document, Record
from warehouse.store import database_path, open_store
from warehouse.watching import watch

Held = dict[str, list[tuple[object, ...]]]
FAST = HttpSettings(read_timeout=1, whole_timeout=2, back_off=0.01, attempts=1, delay=0, workers=4, proxy="")
PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"


def job(root: Path) -> Job:
    Home(root).claim("real")
    return Job(Home(root), Settings(http=FAST), date(2026, 11, 23), "run")


def run(root: Path, *sources: Source) -> Ingested:
    """One run up to the articles."""
    found = ingest.run(job(root), sources)
    with open_store(root) as store:
        transform.mark_reading(job(root), store)
        transform.read_waiting(job(root), store)
    return found


def texts(root: Path) -> list[tuple[object, ...]]:
    """Headline and wordings of every article."""
    with open_store(root) as store:
        return store.con.execute(
            "select a.title, a.wordings, t.text from core.article a join core.article_text t"
            " on t.article_id = a.id and t.version = a.version order by a.title, a.id"
        ).fetchall()


def paths(replies: Mapping[str, bytes]) -> Answer:
    """A site that answers by path; the mapping may change while it serves."""

    def answer(connection: object, request: bytes) -> None:
        path = request.split(b" ")[1].decode()
        connection.sendall(replies.get(path, http(b"", "404 Not Found")))  # type: ignore[attr-defined]

    return answer


def page(title: str, words: str) -> bytes:
    return http(
        PAGE.format(title, f"<p>{words} {'كلمات الخبر ' * 40}</p>").encode(), "200 OK", "Content-Type: text/html"
    )


def feed(url: str, **changes: object) -> Source:
    return replace(Source("s", SourceKind.FEED, url=f"{url}/feed", private=True), **changes)  # type: ignore[arg-type]


def entry(n: int, date: str = "") -> str:
    return item(n).replace("</item>", f"<pubDate>{date}</pubDate></item>" if date else "</item>")


def test_a_correction_in_the_feed_fetches_the_page_again(tmp_path: Path) -> None:
    """The feed gives stubs: what changed stands on the page alone, and both wordings are kept."""
    site = {"/feed": http(rss(entry(1))), "/a1": page("عنوان", "الأول")}
    with serving(paths(site)) as url:
        first = run(tmp_path, feed(url))
        site |= {"/feed": http(rss(entry(1, "Mon, 02 Mar 2026 10:00:00 GMT"))), "/a1": page("عنوان", "المصحح")}
        second = run(tmp_path, feed(url))
        third = run(tmp_path, feed(url))

    assert [(found.new_items, found.pages) for found in (first, second, third)] == [(1, 1), (1, 1), (0, 0)]
    ((title, wordings, text),) = texts(tmp_path)
    assert (title, wordings, str(text)[:6]) == ("خبر 1", 2, "المصحح")


def test_a_page_that_could_not_be_had_is_asked_for_again(tmp_path: Path) -> None:
    """The article is read from the feed meanwhile; the rejection is gone once the page has come."""
    site = {"/feed": http(rss(entry(1), entry(2))), "/a1": http(b"", "503 Busy")}
    with serving(paths(site)) as url:
        first = run(tmp_path, feed(url))
        site["/a1"] = page("عنوان", "كامل")
        second = run(tmp_path, feed(url))
        third = run(tmp_path, feed(url))

    assert [(found.pages, found.rejected) for found in (first, second, third)] == [(0, 2), (1, 0), (0, 0)]
    assert [(wordings, str(text)[:4]) for _, wordings, text in texts(tmp_path)] == [(2, "كامل"), (1, "نص")]
    codes = [row[2] for row in rows(database_path(tmp_path), "raw")["raw.rejection"]]
    assert codes == ["page_not_found"]


def test_authors_come_from_the_feed_and_times_without_a_zone_are_those_of_the_source(tmp_path: Path) -> None:
    """Before the page's; a time with its zone stays as written, and a day stays a day."""
    dated = ["2026-03-02T10:00:00", "2026-03-02T10:00:00Z", "2026-03-02"]
    items = [entry(n, when).replace("</item>", f"<author>كاتب {n}</author></item>") for n, when in enumerate(dated)]
    written = '<meta name="author" content="P"><meta property="article:modified_time" content="2026-07-02 11:00">'
    with serving(
        paths({"/feed": http(rss(*items)), "/a0": page("أ", "أ").replace(b"<head>", f"<head>{written}".encode())})
    ) as url:
        run(tmp_path, feed(url, time_zone="Asia/Baku"))
    with open_store(tmp_path) as store:
        told = store.con.execute("select author, published, modified from core.article order by author").fetchall()

    assert told == [
        ("كاتب 0", "2026-03-02T10:00:00+04:00", "2026-07-02T11:00:00+04:00"),
        ("كاتب 1", "2026-03-02T10:00:00+00:00", None),
        ("كاتب 2", "2026-03-02", None),
    ]


def test_a_server_that_asks_for_a_pause_is_left_alone_for_the_other_pages(tmp_path: Path) -> None:
    """Its feed and other sources are not; the pages are asked for by a later run."""
    asked: list[bytes] = []
    replies = paths({"/feed": http(rss(*map(entry, range(6)))), "/robots.txt": http(b"", "404 Not Found")})

    def answer(connection: object, request: bytes) -> None:
        asked.append(request.split(b" ")[1])
        if asked[-1].startswith(b"/a"):
            busy = http(b"", "429 Too Many Requests", "Retry-After: 600")
            connection.sendall(busy)  # type: ignore[attr-defined]
        else:
            replies(connection, request)  # type: ignore[arg-type]

    with serving(answer) as url:
        found = run(tmp_path, feed(url))

    assert (found.new_items, found.pages, found.failed) == (6, 0, 0)
    assert len([path for path in asked if path.startswith(b"/a")]) <= FAST.per_host + FAST.workers
    errors = {str(row[14]).split(":")[0] for row in rows(database_path(tmp_path), "raw")["raw.fetch"] if row[14]}
    assert errors == {"too_many_requests", "resting"}


def test_a_source_that_moved_for_good_is_asked_where_it_is_now(tmp_path: Path) -> None:
    """Two moves are followed; once the new address fails the old one is asked, and counts again when it answers."""
    asked: list[str] = []
    moved = {name: http(b"", "301 Moved", f"Location: {to}") for name, to in (("/feed", "/b"), ("/b", "/c"))}
    site = {**moved, "/b": http(GOOD), "/robots.txt": http(b"", "404 Not Found")}
    places: list[object] = []

    def answer(connection: object, request: bytes) -> None:
        asked.append(request.split(b" ")[1].decode())
        paths(site)(connection, request)  # type: ignore[arg-type]

    def once() -> Ingested:
        asked.append("|")
        result = run(tmp_path, feed(url, full_text=FullText.NEVER))
        with open_store(tmp_path) as store:
            watch(store, date.today(), "run")
            places.extend(row[0] for row in store.con.execute("select moved_to from quality.source_health").fetchall())
        return result

    with serving(answer) as url:
        results = [once(), once()]
        site |= {"/b": moved["/b"], "/c": http(GOOD)}
        results += [once(), once()]
        site |= {"/c": http(b"", "404 Not Found"), "/feed": http(GOOD)}
        results += [once(), once()]

    assert "".join(asked) == "|/feed/b|/b|/b/c|/c|/c/feed|/feed"
    assert [(each.new_items, each.failed) for each in results] == [(2, 0), *[(0, 0)] * 5]
    assert places == [f"{url}/b", f"{url}/b", f"{url}/c", f"{url}/c", None, None]


def test_the_sitemaps_of_an_index_are_exchanges_of_their_own(tmp_path: Path) -> None:
    """They are asked conditionally and read again when they change, though the index stays as it was."""
    index = "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"
    urls = "<urlset>{}</urlset>"
    one = "<url><loc>/a1</loc></url>"
    site = {"/feed": http(index.encode()), "/news.xml": http(urls.format(one).encode()), "/a1": page("أ", "أ")}
    with serving(paths(site)) as url:
        source = feed(url, kind=SourceKind.SITEMAP)
        found = [run(tmp_path, source)]
        site["/news.xml"] = http(urls.format(one + "<url><loc>/a2</loc></url>").encode())
        site["/a2"] = page("ب", "ب")
        found += [run(tmp_path, source), run(tmp_path, source)]

    assert [(each.new_items, each.pages, each.unchanged) for each in found] == [(1, 1, 0), (1, 1, 1), (0, 0, 1)]
    kinds = sorted(
        (row[2], str(row[3]).rpartition("/")[2]) for row in rows(database_path(tmp_path), "raw")["raw.fetch"]
    )
    assert kinds == [("feed", "feed")] * 3 + [("page", "a1"), ("page", "a2")] + [("part", "news.xml")] * 3


def test_a_redesigned_listing_is_read_with_the_selectors_of_its_time(tmp_path: Path) -> None:
    """A dead selector is a rejection; once the new design is declared, the retry reads the same bytes."""
    old, new = (
        '<!DOCTYPE html><ul class="{}"><li><a href="/a{}">A</a></li></ul>'.format(*era) for era in (("o", 1), ("n", 2))
    )
    site = {"/feed": http(old.encode()), "/a1": page("أ", "أ"), "/a2": page("ب", "ب")}
    with serving(paths(site)) as url:
        declared = feed(url, kind=SourceKind.LISTING, listing=ListingSelectors(".o li"))
        first = run(tmp_path, declared)
        site["/feed"] = http(new.encode())
        second = run(tmp_path, declared)
        mended = replace(declared, listings=(ListingLayout("2026-01-01", ListingSelectors(".n li")),))
        third = run(tmp_path, mended)
        with open_store(tmp_path) as store:
            ((sha256,),) = store.con.execute("select sha256 from raw.rejection where code = 'listing_empty'").fetchall()
            again = read_again(job(tmp_path), store, sha256)

    assert [(each.new_items, each.rejected) for each in (first, second, third)] == [(1, 0), (0, 1), (0, 0)]
    assert again == (1, ())


def test_a_folder_is_a_source(tmp_path: Path) -> None:
    """Text, pages and JSON Lines in it are articles; an edited file is a new wording, and what is no text says so."""
    folder = tmp_path / "files"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("نص أول عن لقاء.", encoding="utf-8")
    (folder / "sub" / "b.jsonl").write_text('{"id": "x", "text": "نص ثان."}\n{"id": "y", "text": "ثالث"}\n')
    (folder / "c.pdf").write_bytes(b"%PDF-1.7")
    (folder / ".hidden").write_text("no")
    (folder / "out.txt").symlink_to("/etc/hostname")
    source = Source("s", SourceKind.FILES, path=folder, languages=("ar",))

    first, second = run(tmp_path / "h", source), run(tmp_path / "h", source)
    (folder / "a.txt").write_text("نص مصحح عن لقاء.", encoding="utf-8")
    third = run(tmp_path / "h", source)

    assert [(each.new_items, each.unchanged, each.rejected) for each in (first, second, third)] == [
        (3, 0, 1), (0, 1, 0), (1, 0, 0),
    ]  # fmt: skip
    assert sorted((wordings, text) for _, wordings, text in texts(tmp_path / "h")) == [
        (1, "ثالث"), (1, "نص ثان."), (2, "نص مصحح عن لقاء."),
    ]  # fmt: skip


def test_a_folder_that_is_not_there_is_a_failed_source(tmp_path: Path) -> None:
    found = run(tmp_path / "h", Source("s", SourceKind.FILES, path=tmp_path / "none"))

    assert (found.sources, found.failed) == (1, 1)
    assert [row[14] for row in rows(database_path(tmp_path / "h"), "raw")["raw.fetch"]] == [
        "missing_file: There is no folder or file none."
    ]


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
import {module}
from flows.home import Home
from flows.job import Job
from flows.settings import HttpSettings, Settings
from flows.sources import FullText, Source, SourceKind
from flows.stages import ingest
real, count = {module}.{name}, iter(range(100))
def killed(*args, **kwargs):
    if next(count) == {after}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **kwargs)
{module}.{name} = killed
ingest.BATCH = 1
http = HttpSettings(delay=0, proxy="")
sources = [Source(f"s{{n}}", SourceKind.FEED, url=sys.argv[2] + f"/feed{{n}}", private=True, full_text=FullText.NEVER)
           for n in range(3)]
ingest.run(Job(Home(Path(sys.argv[1])), Settings(http=http), date(2026, 11, 23), "run"), sources)
"""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Source], Held]]:
    """A server, its sources, and what a run that nobody disturbs reads from them."""
    home = tmp_path_factory.mktemp("undisturbed")
    feeds = {f"/feed{n}": http(rss(item(f"{n}-1"), item(f"{n}-2"))) for n in range(3)}
    with serving(paths(feeds)) as url:
        declared = [replace(feed(url), name=f"s{n}", url=f"{url}/feed{n}", full_text=FullText.NEVER) for n in range(3)]
        run(home, *declared)
        yield url, declared, found(home)


@pytest.mark.parametrize(
    ("module", "name", "after"),
    [
        ("flows.archive", "os.fsync", 3),
        ("flows.stages.receive", "write", 1),
        ("flows.stages.receive", "load.load_received", 2),
        ("flows.stages.receive", "load.load_received", 3),
    ],
    ids=["while archiving", "before the note", "before the rows", "between two sources"],
)
def test_a_killed_run_loses_nothing_and_doubles_nothing(
    tmp_path: Path, undisturbed: tuple[str, list[Source], Held], module: str, name: str, after: int
) -> None:
    """Another process ends, by SIGKILL, in the midst of a run: the next run's rows are those of an undisturbed one."""
    url, declared, whole = undisturbed
    code = textwrap.dedent(KILLED).format(module=module, name=name, after=after)

    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path), url], check=False)
    run(tmp_path, *declared)

    assert killed.returncode == -signal.SIGKILL
    assert found(tmp_path) == whole
    assert open_archive(tmp_path / "archive").verify() == []


def found(root: Path) -> Held:
    """What was read, without the moments at which it came."""
    held = rows(database_path(root), "raw", "core")
    refused = [row[:6] for row in held["raw.rejection"]]
    return {"items": [row[2:11] for row in held["raw.item"]], "texts": held["core.article_text"], "refused": refused}


def test_an_item_on_which_we_fail_is_set_aside_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks in it; after a mend the retry reads it, and its rejection is gone."""
    real = transform.extract

    def broken(document: Document) -> Record:
        if document.title == "خبر 1":
            raise RuntimeError("no such office")
        return real(document)

    with serving(says(http(GOOD))) as url, monkeypatch.context() as patch:
        patch.setattr("flows.stages.transform.extract", broken)
        run(tmp_path, feed(url, full_text=FullText.NEVER))
    refused = rows(database_path(tmp_path), "raw")["raw.rejection"]
    assert [(row[2], row[3]) for row in refused] == [
        ("internal_fault", "Liqaa failed on this item: RuntimeError: no such office.")
    ]
    assert [title for title, *_ in texts(tmp_path)] == ["خبر 2"]

    monkeypatch.setattr("flows.stages.finish.check", lambda *_, **__: finish.Checked())
    assert retry_rejections(Home(tmp_path))[0] == 1
    assert [title for title, *_ in texts(tmp_path)] == ["خبر 1", "خبر 2"]
    assert rows(database_path(tmp_path), "raw")["raw.rejection"] == []


def test_what_a_killed_run_had_noted_is_not_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if the source is gone by then."""
    with serving(says(http(GOOD))) as url, monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("flows.stages.receive._load_arrivals", _interrupted)
        run(tmp_path, feed(url, full_text=FullText.NEVER))

    later = run(tmp_path, feed(url, full_text=FullText.NEVER))

    assert (later.failed, later.new_items, len(texts(tmp_path))) == (1, 0, 2)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
