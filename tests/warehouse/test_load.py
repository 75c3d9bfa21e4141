"""Loading: nothing twice, nothing lost, a later wording replaces an earlier one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.warehouse.world import meeting, memorandum, promise, reading, tables
from transforms.records import FeedItem, Rejection
from warehouse.link import link
from warehouse.load import (
    articles_to_extract,
    items_to_read,
    load_articles,
    load_received,
    notes_held,
    pages_wanted,
    record_run_finish,
    record_run_start,
    reject,
)
from warehouse.rows import FetchRow, ItemRow, LoadSummary, PageRow, Received, SourceRow
from warehouse.store import open_memory

NOW = datetime(2026, 2, 11, 8, tzinfo=UTC)
BATCH = [
    reading(
        "one",
        "2026-02-10",
        meetings=(meeting(),),
        agreements=(memorandum("A memorandum on training", meeting=0),),
        follow_ups=(promise("2026-04-01", "2026-06-30", "They will meet again in the second quarter", meeting=0),),
    ),
    reading("two", "2026-02-11", source="other", meetings=(meeting(),)),
]


def item(guid: str = "a", title: str = "Title") -> ItemRow:
    feed_item = FeedItem(
        "agency", guid, f"https://agency.example/{guid}", title, "2026-02-10", None, "<p>text</p>", None
    )
    return ItemRow.of_feed(feed_item, NOW, run_id="run")


def test_a_second_identical_load_changes_no_row() -> None:
    """Load, link, load, link: every table of raw, core and mart, and the states, are the same row by row."""
    with open_memory() as store:
        assert load_articles(store, BATCH).new == 2
        link(store, date(2026, 11, 23))
        before = tables(store, "raw", "core", "mart", "quality")

        assert load_articles(store, BATCH) == LoadSummary(unchanged=2, rows={"core.article": 0})
        link(store, date(2026, 11, 23))

        assert before == tables(store, "raw", "core", "mart", "quality")


def test_a_later_wording_replaces_what_the_earlier_one_said() -> None:
    """The correction's record stands alone, both texts are kept, and the order of loading does not matter."""
    first = reading("one", "2026-02-10", meetings=(meeting(),))
    second = reading(
        "one",
        "2026-02-10",
        meetings=(meeting("2026-02-09"),),
        text="Corrected. Report one tells of meeting number 0.",
        received=datetime(2026, 2, 12, tzinfo=UTC),
    )
    found = []
    for order in ([first, second], [second, first]):
        with open_memory() as store:
            for one in order:
                load_articles(store, [one])
                link(store, date(2026, 11, 23))
            found.append(tables(store, "core"))

    assert found[0] == found[1]
    (row,) = found[0]["core.meeting"]
    assert row[2] == "2026-02-09"
    assert len(found[0]["core.article_text"]) == 2
    assert len(found[0]["core.meeting_report"]) == 1


def test_another_extractor_reads_again_what_it_has_not_read() -> None:
    """Articles of another extractor version are listed with their text; those of this one are not."""
    with open_memory() as store:
        load_articles(store, BATCH)
        (one, two) = articles_to_extract(store, "test-2")
        load_articles(store, [one.read(BATCH[0].record, "test-2")])

        assert [replace(each.article, witness=each.article.source) for each in BATCH] == [one.article, two.article]
        assert [two.article.id] == [stored.article.id for stored in articles_to_extract(store, "test-2")]
        assert articles_to_extract(store, "test-1")[1:] == []


def test_a_record_with_an_impossible_day_writes_nothing() -> None:
    """A batch is one transaction."""
    bad = reading("bad", "2026-02-10", meetings=(meeting("2026-02-30"),))
    with open_memory() as store:
        with pytest.raises(ValueError, match="day is out of range"):
            load_articles(store, [BATCH[0], bad])

        assert all(rows == [] for name, rows in tables(store, "core").items())


def test_items_wait_until_they_are_read_or_rejected() -> None:
    """A killed run resumes from raw: an item without an article and without a rejection is handed out again."""
    with open_memory() as store:
        first = load_received(store, Received("n1", NOW, items=[item("a"), item("b"), item("a")]))
        again = load_received(store, Received("n1", NOW, items=[item("a")]))
        assert [(summary.new, summary.unchanged) for summary in (first, again)] == [(2, 0), (0, 1)]
        page = PageRow(item("b").id, "https://agency.example/b", "hash", NOW)
        load_received(store, Received("n2", NOW, pages=[page, page]))
        assert notes_held(store) == ({"n1", "n2"}, "n2")
        assert sorted((u.item.guid or "", u.page_sha256) for u in items_to_read(store)) == [("a", None), ("b", "hash")]

        read = replace(BATCH[0], item_id=item("a").id, item_version=item("a").version)
        load_articles(store, [read])
        assert [unread.item.guid for unread in items_to_read(store)] == ["b"]

        assert reject(store, Rejection("agency", "no_text", "No text.", None, "b"), item=item("b"))
        assert items_to_read(store) == []
        load_received(store, Received("n3", NOW, items=[item("b", title="Corrected")]))
        assert [unread.item.title for unread in items_to_read(store)] == ["Corrected"]


def exchange(minutes: int, error: str | None = None) -> FetchRow:
    at = NOW + timedelta(minutes=minutes)
    return FetchRow("agency", "https://agency.example/a", at, "page", error=error)


@pytest.mark.parametrize(
    ("fetches", "refused", "wanted"),
    [
        ([], None, True),
        ([exchange(1, "not_found: The server answered 404.")], "page_not_found", False),
        ([exchange(1, "not_found: The server answered 404.")], None, True),
        ([exchange(1, "read_timeout: Slow.")], "page_read_timeout", True),
        ([exchange(n, "server_error: 503.") for n in range(1, 6)], "page_server_error", False),
        ([exchange(-5, "not_found: Before this wording came.")], "page_not_found", True),
    ],
    ids=["never asked for", "not there", "taken back", "may pass", "tried five times", "another wording"],
)
def test_a_page_is_wanted_until_it_was_had_or_refused_for_good(
    fetches: list[FetchRow], refused: str | None, wanted: bool
) -> None:
    """What may pass is tried again, a few times; a refusal that a person took back is no refusal."""
    page = replace(item("a"), url="https://agency.example/a")
    url = page.url or ""
    rejections = [Rejection("agency", refused, "It cannot be had.", None, url)] if refused else []
    with open_memory() as store:
        load_received(store, Received("n", NOW, items=[page], fetches=fetches, rejections=rejections))
        assert [row.guid for row in pages_wanted(store, NOW)] == (["a"] if wanted else [])

        had = PageRow(page.id, "https://agency.example/a", "hash", NOW + timedelta(hours=1))
        settled = [("agency", "https://agency.example/a")]
        load_received(store, Received("m", NOW, pages=[had], fetches=[exchange(60)], settled=settled))
        assert pages_wanted(store, NOW) == []
        assert store.rows("queries/rejections", {"source": None, "code": None, "limit": 9}) == []


def test_a_page_that_comes_late_is_read_with_its_item_once_more() -> None:
    """The item was read as the feed gave it; its page makes a later wording, and only of the latest item."""
    read = replace(BATCH[0], item_id=item("a").id, item_version=item("a").version)
    page = PageRow(item("a").id, "https://agency.example/a", "hash", NOW + timedelta(hours=1), content_type="text/html")
    with open_memory() as store:
        load_received(store, Received("n", NOW, items=[item("a")]))
        load_articles(store, [read])
        assert items_to_read(store) == []
        load_received(store, Received("m", NOW, pages=[page]))

        (unread,) = items_to_read(store)
        assert (unread.page_sha256, unread.page_at, unread.page_type) == ("hash", page.received_at, "text/html")
        load_articles(store, [replace(read, page_sha256="hash")])
        assert items_to_read(store) == []


def test_the_same_rejection_is_listed_once() -> None:
    """However often the same bytes are offered."""
    rejection = Rejection("added", "empty_file", "a.txt is empty.", "0" * 64, "a.txt")
    with open_memory() as store:
        assert [reject(store, rejection, run_id="r", at=NOW) for _ in range(2)] == [True, False]
        assert store.con.execute("select source, code, locator from raw.rejection").fetchall() == [
            ("added", "empty_file", "a.txt")
        ]


def test_runs_sources_and_fetches_are_rows() -> None:
    """A source that is declared otherwise is brought up to date in place."""
    with open_memory() as store:
        run = record_run_start(store, "run", date(2026, 2, 11), extractor="x")
        both = [SourceRow("agency", "feed", languages=("ar",)), SourceRow("other", "feed")]
        fetch = FetchRow("agency", "https://agency.example/feed", NOW, "feed", run, 120, 200, bytes=5, sha256="h")
        load_received(store, Received("n1", NOW, run, sources=both, fetches=[fetch]))
        other_side = SourceRow("agency", "feed", languages=("ar",), side="SA")
        load_received(store, Received("n2", NOW, run, sources=[other_side], fetches=[fetch]))
        record_run_finish(store, run, "done", {"articles": 3})

        assert store.con.execute("select name, side from raw.source order by name").fetchall() == [
            ("agency", "SA"),
            ("other", None),
        ]
        assert store.con.execute("select count(*) from raw.fetch").fetchall() == [(1,)]
        assert store.con.execute("select status, counts, finished_at >= started_at from quality.run").fetchall() == [
            ("done", '{"articles": 3}', True)
        ]
