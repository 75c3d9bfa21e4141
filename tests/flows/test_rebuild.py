"""What was received is enough to make everything again, and what was rejected can be tried again."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flows.home import Home
from flows.job import SAMPLE_DAY, open_job
from flows.rebuilding import rebuild, retry_rejections
from flows.recording import recorded
from flows.reviewing import Word, pronounce
from flows.running import finish_up
from flows.stages import ingest, transform
from tests.conftest import Cli
from tests.flows.faults import rss
from tests.flows.servers import http, serving
from tests.flows.test_ingest import feed, job, page, paths
from tests.flows.test_pipeline import rows
from transforms.ids import bytes_id
from warehouse.store import database_path, open_store, snapshot_path

ONE = "<item><guid>{name}-1</guid><title>لقاء في الرياض</title><link>{link}</link></item>"


pytestmark = pytest.mark.usefixtures("unchecked")


def held(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row that is received, derived or shown; the notes grow by that of the rebuild itself."""
    found = rows(database_path(home), "core", "mart", "raw")
    del found["raw.note"]
    return found


def test_the_archive_alone_gives_the_same_tables_row_for_row(sample_copy: Path) -> None:
    """The database and its copies are gone; `raw`, `core`, `mart` and all that was judged come back identical."""
    before, judged = held(sample_copy), rows(database_path(sample_copy), "quality")
    shutil.rmtree(sample_copy / "warehouse")
    shutil.rmtree(sample_copy / "snapshot")

    summary = rebuild(Home(sample_copy))

    assert (summary.as_of, summary.published.counts["articles"]) == (SAMPLE_DAY.isoformat(), 17)
    assert held(sample_copy) == before
    after = rows(database_path(sample_copy), "quality")
    del judged["quality.noted"]  # grows by what the rebuild itself was noted for
    after["quality.run"] = [run for run in after["quality.run"] if run in judged["quality.run"]]
    assert {table: after[table] for table in judged} == judged
    assert not (sample_copy / "rebuild").exists()


def test_what_was_received_before_there_were_notes_is_taken_over(sample_copy: Path) -> None:
    """A home whose archive has no journal is rebuilt from its old database as far as the archive does not tell."""
    before = held(sample_copy)
    shutil.rmtree(sample_copy / "archive" / "journal")

    rebuild(Home(sample_copy))

    assert held(sample_copy) == before


def test_decisions_of_people_outlive_the_database(sample_copy: Path) -> None:
    """They are told to the archive as soon as they are made."""
    ((report,),) = [rows(database_path(sample_copy), "core")["core.meeting_report"][0][:1]]
    pronounce(Home(sample_copy), [Word("dismiss", (str(report),))], "ن. س.")
    before = rows(database_path(sample_copy), "core")["core.review_decision"]
    shutil.rmtree(sample_copy / "warehouse")

    rebuild(Home(sample_copy))

    assert before
    assert rows(database_path(sample_copy), "core")["core.review_decision"] == before


def test_one_article_in_two_feeds_is_one_report_and_stays_so(tmp_path: Path) -> None:
    """Other ids and other links in each feed; the page says that they are one, and a rebuild gives the same rows."""
    words = "استقبل وزير الداخلية السعودي خالد الراشد في الرياض اليوم وزير الداخلية الكازاخستاني دانيار أحمدوف."
    head = '<link rel="canonical" href="/news/1"><meta property="article:published_time" content="2026-03-02">'
    story = page("لقاء في الرياض", words).replace(b"<head>", b"<head>" + head.encode())
    feeds = {"a": "/world/1?utm_source=a", "b": "/news/1"}
    site = {f"/{name}": http(rss(ONE.format(name=name, link=link))) for name, link in feeds.items()}
    site |= {link: http(story.partition(b"\r\n\r\n")[2]) for link in feeds.values()}
    with serving(paths(site)) as url:
        sources = [replace(feed(url), name=name, url=f"{url}/{name}", publisher=name) for name in feeds]
        with recorded(job(tmp_path), "run") as given:
            ingest.run(given, sources)
            finish_up(given)
    before = held(tmp_path)

    rebuild(Home(tmp_path))

    assert held(tmp_path) == before
    with open_store(tmp_path) as store:
        told = store.con.execute("select reports, witnesses, single_source from core.meeting").fetchall()
        articles = store.con.execute(
            "select count(*), count(same_as), count(distinct url) from core.article"
        ).fetchall()
    assert (told, articles) == ([(1, 1, True)], [(2, 1, 1)])


def test_feeds_of_one_publisher_in_two_languages_are_one_witness_if_their_sources_say_so(tmp_path: Path) -> None:
    """And where the page names no address of its own, that at the end of a redirect is the article's."""
    story = page("لقاء في الرياض", "استقبل وزير الداخلية السعودي خالد الراشد في الرياض وزير الداخلية الكازاخستاني.")
    feeds = {"ar": "/short/1", "en": "/news/1"}
    site = {f"/{name}": http(rss(ONE.format(name=name, link=link))) for name, link in feeds.items()}
    site |= {"/short/1": http(b"", "302 Found", "Location: /news/1"), "/news/1": story}
    with serving(paths(site)) as url:
        sources = [
            replace(feed(url), name=name, url=f"{url}/{name}", publisher=told, witness="The Desk")
            for name, told in (("ar", "المكتب"), ("en", "Desk"))
        ]
        ingest.run(job(tmp_path), sources)
    with open_store(tmp_path) as store:
        transform.mark_reading(job(tmp_path), store)
        transform.read_waiting(job(tmp_path), store)
        told = store.con.execute("select distinct witness, url from core.article").fetchall()
        counts = store.con.execute("select count(*), count(same_as) from core.article").fetchall()

    assert (told, counts) == ([("The Desk", f"{url}/news/1")], [(2, 1)])


def test_a_rebuild_that_breaks_off_leaves_everything_as_it_was(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old database is only replaced by a whole one; the next rebuild starts afresh."""
    before = rows(snapshot_path(sample_copy), "core")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("flows.rebuilding.finish_rebuild", interrupted)
        rebuild(Home(sample_copy))

    assert rows(snapshot_path(sample_copy), "core") == before
    rebuild(Home(sample_copy))
    assert rows(snapshot_path(sample_copy), "core") == before


def test_what_was_rejected_is_tried_again_after_a_mend(tmp_path: Path, cli: Cli) -> None:
    """An item that was refused by a fault of ours is read at the second attempt, and its rejection is gone."""
    home = Home(tmp_path / "h")
    article = json.dumps({"id": "1", "text": "نص طويل عن لقاء.", "published": "2026-03-01"}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(f"{article}\n{{broken\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.stages.transform.load.load_articles", refuses)
        cli("--home", home.root, "add", tmp_path / "a.jsonl")
    rejected = json.loads(cli("--home", home.root, "rejections", "--format", "json")[1])

    taken, summary = retry_rejections(home)

    assert sorted(row["code"] for row in rejected) == ["bad_line", "bad_record"]
    assert (taken, summary.published.counts["articles"]) == (1, 1)
    left = json.loads(cli("--home", home.root, "rejections", "--format", "json")[1])
    assert [row["code"] for row in left] == ["bad_line"]


def test_lines_given_by_hand_are_tried_again_as_well(tmp_path: Path, cli: Cli) -> None:
    """The file is in the archive: once a mend reads them they are articles, with the day on which they were given."""
    home = Home(tmp_path / "h")
    lines = [json.dumps({"id": name, "text": f"نص {name} عن لقاء.", "title": name}) for name in ("a", "b")]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.documents.document_from_json", unreadable)
        cli("--home", home.root, "add", tmp_path / "a.jsonl")
    (tmp_path / "a.jsonl").unlink()
    query = "select code, locator from raw.rejection order by locator"
    with open_store(home.root) as store:
        before = store.con.execute(query).fetchall()

    taken, summary = retry_rejections(home)
    again, _ = retry_rejections(home)

    assert before == [("bad_line", "a.jsonl:1"), ("bad_line", "a.jsonl:2"), ("bad_line", "a.jsonl:3")]
    assert (taken, again, summary.published.counts["articles"]) == (2, 0, 2)
    with open_store(home.root) as store:
        assert store.con.execute(query).fetchall() == [("bad_line", "a.jsonl:3")]
        assert store.con.execute("select title from core.article order by title").fetchall() == [("a",), ("b",)]


def test_a_rebuild_without_a_file_that_was_given_tells_of_the_loss_and_goes_on(tmp_path: Path, cli: Cli) -> None:
    home = Home(tmp_path / "h")
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"نص {name} عن لقاء.", encoding="utf-8")
        cli("--home", home.root, "add", tmp_path / f"{name}.txt")
    sha256 = bytes_id((tmp_path / "a.txt").read_bytes())
    next((home.root / "archive").glob(f"??/??/{sha256}.zst")).unlink()
    shutil.rmtree(home.root / "warehouse")

    summary = rebuild(home)

    assert summary.published.counts["articles"] == 1
    with open_store(home.root) as store:
        assert store.con.execute("select code, locator from raw.rejection").fetchall() == [("lost_bytes", "a.txt")]


def test_a_damaged_archive_is_found(sample_copy: Path, cli: Cli) -> None:
    """Exit code 3, and the file is named by its hash."""
    assert cli("--home", sample_copy, "archive", "verify") == (0, "7 files and 7 notes, 0 damaged.\n", "")
    archive = open_job(sample_copy, None).archive
    damaged = next((sample_copy / "archive").glob(f"??/??/{archive.hashes()[0]}.zst"))
    damaged.write_bytes(b"x")

    code, out, err = cli("--home", sample_copy, "archive", "verify")

    assert (code, out.splitlines()[-1]) == (3, "7 files and 7 notes, 1 damaged.")
    assert archive.hashes()[0][:12] in out and "1 archived files are damaged" in err


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def unreadable(_line: object) -> None:
    raise ValueError("a key that nobody knows")


def refuses(_store: object, batch: object) -> None:
    raise ValueError("impossible day")
