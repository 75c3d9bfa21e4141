"""How sources do: states with their first day, next tries, and every change as an event, a flag and a line."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bs4 import BeautifulSoup

from checks.report import write_report
from transforms.records import Rejection
from warehouse.link import link
from warehouse.load import load_received, record_run_finish, record_run_start
from warehouse.publish import publish_snapshot
from warehouse.rows import FetchRow, ItemRow, Received, SourceRow
from warehouse.store import Store, open_memory, open_store

START = date(2026, 11, 1)


def at(day: int, hour: int = 6) -> datetime:
    return datetime.combine(START + timedelta(days=day), datetime.min.time(), UTC) + timedelta(hours=hour)


def fetch(day: int, error: str | None = None, status: int | None = 200, **more: object) -> FetchRow:
    return FetchRow("s", "https://s.example/feed", at(day), error=error, status=status, **more)  # type: ignore[arg-type]


def states(store: Store, *days: int) -> list[tuple[object, ...]]:
    """State, first day and next try, judged on some days in turn."""
    found = []
    for day in days:
        link(store, START + timedelta(days=day))
        query = "select state, since, next_try from quality.source_health"
        found += store.con.execute(query).fetchall()
    return found


def test_a_source_fails_comes_back_and_every_change_is_an_event_and_a_flag() -> None:
    """Three failures in a row make it failing since the first of them; it is asked again, ever later, and recovers."""
    down = "unreachable: No connection."
    with open_memory() as store:
        load_received(store, Received("n", at(0), sources=[SourceRow("s", "feed")], fetches=[fetch(0)]))
        load_received(store, Received("m", at(3), fetches=[fetch(n, down, None) for n in (1, 2, 3)]))
        found = states(store, 0, 2, 3)
        flags = store.con.execute("select code, subject, resolved from quality.flag").fetchall()
        load_received(store, Received("o", at(4), fetches=[fetch(4)]))
        found += states(store, 4)
        resolved = store.con.execute("select resolved from quality.flag").fetchall()
        events = store.con.execute(
            "select as_of, state, before, explanation from quality.source_event order by as_of"
        ).fetchall()

    day = [START + timedelta(days=n) for n in range(5)]
    assert found == [
        ("healthy", day[0], None),
        ("healthy", day[0], None),
        ("failing", day[1], at(3) + timedelta(hours=1)),
        ("healthy", day[4], None),
    ]
    assert events == [
        (day[3], "failing", "healthy", "s is failing since 2026-11-02: unreachable: No connection."),
        (day[4], "healthy", "failing", "s is healthy again."),
    ]
    assert (flags, resolved) == ([("stale_source", "s", None)], [(day[4],)])


def test_a_source_that_answers_with_what_is_no_feed_is_failing_and_well_once_that_is_taken_back() -> None:
    """The word that nothing has changed since is no better; a retry that reads the old bytes mends it."""
    refusal = Rejection("s", "html_not_feed", "The source answered with an HTML page.", "h", "https://s.example/feed")
    page, same = fetch(0, sha256="h"), [fetch(1, status=304), fetch(2, status=304)]
    with open_memory() as store:
        source = SourceRow("s", "feed")
        load_received(store, Received("n", at(0), sources=[source], fetches=[page, *same], rejections=[refusal]))
        link(store, START + timedelta(days=2))
        query = "select state, failures, error, rejected from quality.source_health"
        before = store.con.execute(query).fetchall()
        store.con.execute("delete from raw.rejection")
        link(store, START + timedelta(days=2))
        after = store.con.execute(query).fetchall()

    assert before == [("failing", 3, "html_not_feed: The source answered with an HTML page.", 1)]
    assert after == [("healthy", 0, None, 0)]


def test_what_is_gone_is_retired_and_what_moved_says_where_to() -> None:
    """410 leaves a source alone for a month; a permanent redirect is kept with its new address."""
    with open_memory() as store:
        moved = fetch(0, moved_to="https://new.example/feed")
        load_received(store, Received("n", at(0), sources=[SourceRow("s", "feed", moved.url)], fetches=[moved]))
        link(store, START)
        assert store.con.execute("select moved_to from quality.source_health").fetchall() == [
            ("https://new.example/feed",)
        ]
        load_received(store, Received("m", at(1), fetches=[fetch(1, "gone: The server answered 410.", 410)]))
        assert states(store, 1) == [("gone", START + timedelta(days=1), at(1) + timedelta(days=30))]


def test_a_source_that_gives_less_than_it_declares_is_flagged() -> None:
    """Fewer items than expected make it stale; items without what they should carry are told with numbers."""
    declared = json.dumps({"fill": {"published": 0.9, "title": 0.5}})
    items = [
        ItemRow("s", str(n), None, "T", "2026-11-08" if n < 4 else None, None, None, "b", "html", at(8))
        for n in range(12)
    ]
    with open_memory() as store:
        source = SourceRow("s", "feed", per_day=50, declared=declared)
        load_received(store, Received("n", at(8), sources=[source], items=items, fetches=[fetch(0), fetch(8)]))
        link(store, START + timedelta(days=8))
        state = store.con.execute("select state, lacking from quality.source_health").fetchall()
        flags = store.con.execute("select code, detail from quality.flag order by code").fetchall()

    said = "Of the items of the last 7 days, 4 of 12 have published, expected 90%."
    assert state == [("stale", said)]
    assert flags == [("stale_source", "s has been stale since 2026-11-02."), ("thin_source", said)]


def test_the_report_has_a_line_for_every_change(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        run = record_run_start(store, "run", START)
        gone = fetch(0, "gone: The server answered 410.", 410)
        load_received(store, Received("n", at(0), sources=[SourceRow("s", "feed", publisher="وكالة")], fetches=[gone]))
        link(store, START, run)
        record_run_finish(store, run, "done", {})
    publish_snapshot(tmp_path)

    page = BeautifulSoup((write_report(tmp_path, START).parent / "sources.html").read_text(encoding="utf-8"), "lxml")

    lines = [" ".join(line.get_text(" ").split()) for line in page.select("ul.plain li")]
    assert [line for line in lines if "s is gone since 2026-11-01" in line]
    assert page.select_one("time[datetime^='2026-12-01']")
