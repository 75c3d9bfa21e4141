"""The warehouse as of a day: what was known then, in every table and mart, and nothing that came later."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.warehouse.test_linking import REPORTS, linked, members
from tests.warehouse.test_review import pair
from tests.warehouse.world import tables
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.past import open_as_of, open_past
from warehouse.publish import publish_snapshot
from warehouse.reporting import material
from warehouse.review import decide
from warehouse.store import open_store, snapshot_path

LAST = date(2026, 11, 23)
# How sources did is no matter of reports; a snapshot shows of texts only what values rest on.
APART = ("quality.source_health", "mart.source_health", "core.article_text")

# What the watch remembers to be quick: the other warehouse looked at a later day before, and forgot.
REMEMBERED = ("quality.judged_input", "quality.judged_day")


def state(store: object) -> dict[str, list[tuple[object, ...]]]:
    """Every row that depends on reports: tables, marts and states."""
    found = tables(store, "core", "mart", "quality")  # type: ignore[arg-type]
    return {name: rows for name, rows in found.items() if name not in APART}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which all reports arrived, and a person joined two of them on 1 May."""
    root = tmp_path_factory.mktemp("past")
    with linked([REPORTS]) as whole, open_store(root) as store:
        load_articles(store, REPORTS)
        decide(store, [pair(whole, "link", "a1", "d1")], date(2026, 7, 1), "Nora")
        link(store, LAST)
    publish_snapshot(root)
    return root


DAYS = sorted({reading.article.effective_day for reading in REPORTS})


@pytest.mark.parametrize("day", [DAYS[0] - timedelta(days=1), *DAYS[::2], date(2026, 6, 30)])
def test_the_past_is_what_a_warehouse_of_the_reports_of_then_would_hold(home: Path, day: date) -> None:
    """Whatever later reports merged, moved or dated stands as it stood before them, in every row."""
    known = [reading for reading in REPORTS if reading.article.effective_day <= day]
    with linked([known]) as expected, open_past(snapshot_path(home), day) as past:
        link(expected, day)
        now, then = state(past), state(expected)
    for name in then:
        if name not in ("quality.flag", "quality.follow_up_status", *REMEMBERED):
            assert now[name] == then[name], name


def test_a_decision_is_known_from_its_day_on(home: Path) -> None:
    """The two meetings are one from 1 July, and were two the day before."""
    together = []
    for day in (date(2026, 6, 30), date(2026, 7, 1)):
        with open_past(snapshot_path(home), day) as past:
            together.append(any({"a1", "d1"} <= group for group in members(past, "meeting")))
    assert together == [False, True]


def test_the_past_cannot_reach_files(home: Path) -> None:
    """A statement on the past is as harmless as one on the present."""
    with open_past(snapshot_path(home), LAST) as past, pytest.raises(Exception, match="disabled by configuration"):
        past.con.execute("select * from read_text('/etc/hostname')")


@pytest.mark.parametrize("day", [date(2026, 6, 19), LAST])
def test_a_report_as_of_a_day_is_made_of_what_was_known_then(home: Path, day: date) -> None:
    """The snapshot itself where nothing came later, the past where something did."""
    with open_as_of(home, day) as con, open_past(snapshot_path(home), day) as past:
        told = material(con, day)
        assert {row["id"] for row in told.meetings} == {
            row[0] for row in past.con.execute("select id from mart.meeting").fetchall()
        }
