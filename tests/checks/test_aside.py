"""Rows that would mislead are set aside with what rests on them; a user's own expectations come from a file."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checks.own import own_expectations
from checks.results import CheckResult
from checks.runner import expectations, set_bad_rows_aside, stops_publication, told_aside
from tests.checks.test_checks import AS_OF, READINGS, clean
from warehouse.catalog import definitions
from warehouse.errors import WarehouseError
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.store import Store, database_path, open_memory, open_store

__all__ = ["clean"]  # the fixture

OWN = """
[[expectation]]
table = "core.meeting"
expect = "our meetings are held in Astana"
column = "city"
one_of = ["Astana"]

[[expectation]]
table = "core.meeting"
expect = "meetings are told by one report at least"
severity = "critical"
column = "reports"
between = [1, 100]

[[expectation]]
table = "core.follow_up"
expect = "no promise is told with a ministry"
severity = "info"
rows = "select id, quote from core.follow_up where portfolio is not null;"
"""


def spoilt(home: Path, target: Path, *statements: str) -> Path:
    """A copy of a home with bad data."""
    shutil.copytree(home / "warehouse", target / "warehouse")
    with open_store(target) as store:
        for statement in statements:
            store.con.execute(statement)
    return target


def tried(home: Path, *tables: str) -> list[CheckResult]:
    """The results of the suites of some tables: those of all take seconds."""
    from checks.engine import validate

    return validate(
        database_path(home), {table: suite for table, suite in expectations(home).items() if table in tables}
    )


def rows(store: Store, query: str) -> list[tuple[Any, ...]]:
    return store.con.execute(query).fetchall()


def test_bad_rows_leave_with_what_rests_on_them_and_the_rest_is_published(clean: Path, tmp_path: Path) -> None:
    """A report with impossible days and a participation of no known office: meetings are linked anew without them."""
    home = spoilt(
        clean,
        tmp_path,
        "update core.meeting_report set first_day = null where id = (select min(id) from core.meeting_report)",
        "update core.participation set office = 'boss' where id = (select min(id) from core.participation"
        " where report_id <> (select min(id) from core.meeting_report))",
    )
    concerned = ("core.meeting_report", "core.participation", "core.meeting")
    before = tried(home, *concerned)
    aside = set_bad_rows_aside(home, before, AS_OF, "run-1")
    after = tried(home, *concerned)
    told = [result for result in told_aside(before, after, aside) if result.id in aside]
    with open_store(home) as store:
        kept = rows(store, "select table_name, released, content from quality.quarantine order by table_name")
        reports = rows(store, "select count(*), min(reports) from core.meeting")
        orphans = rows(store, "select count(*) from core.participation p where p.meeting_id is null")

    assert stops_publication(before) != [] == stops_publication(after)
    assert [(table, released) for table, released, _ in kept] == [
        ("core.meeting_report", None),
        ("core.participation", None),
    ]
    assert json.loads(kept[1][2])["office"] == "boss"
    assert (reports, orphans) == ([(1, 1)], [(0,)])
    assert {(r.success, r.severity, r.detail) for r in told} == {(False, "critical", "1 rows were set aside")}
    assert all(r.rows for r in told)


def test_a_fault_of_ours_names_no_row_and_stops_the_publication(clean: Path, tmp_path: Path) -> None:
    """Two rows under one id, and a report that is linked with nothing, are no matter of single rows."""
    home = spoilt(
        clean,
        tmp_path,
        "insert into core.claim by name select 'c' as id, date '2026-01-01' as day from range(2)",
        "update core.meeting_report set meeting_id = 'nowhere'",
    )
    results = tried(home, "core.claim", "core.meeting_report")
    said = {result.expectation for result in stops_publication(results)}
    with open_store(home) as store:
        found = rows(store, "select id from core.meeting_report")
    set_bad_rows_aside(home, [r for r in results if "claim" not in r.table], AS_OF, "run-1")
    with open_store(home) as store:
        assert found == rows(store, "select id from core.meeting_report")

    assert {"id is unique", "meeting_id names a row of core.meeting"} <= said


def test_a_row_that_is_read_rightly_is_released(clean: Path, tmp_path: Path) -> None:
    """The article is read anew, the row is back and passes: quarantine says from when on."""
    spoil = "update core.meeting_report set first_day = null where id = (select min(id) from core.meeting_report)"
    home = spoilt(clean, tmp_path, spoil)
    results = tried(home, "core.meeting_report")
    set_bad_rows_aside(home, results, AS_OF, "run-1")
    later = date(2026, 6, 1)
    with open_store(home) as store:
        store.con.execute("update core.article set digest = 'another reading'")
        load_articles(store, READINGS)
        link(store, later)
    set_bad_rows_aside(home, [], later, "run-2")

    with open_store(home) as store:
        assert rows(store, "select since, released from quality.quarantine") == [(AS_OF, later)]
        assert rows(store, "select reports from core.meeting") == [(2,)]


def test_a_users_expectations_are_tried_like_the_others(clean: Path, tmp_path: Path) -> None:
    """By their severity; the rows that are not as expected are shown and never set aside."""
    home = spoilt(clean, tmp_path)
    (home / "expectations.toml").write_text(OWN, encoding="utf-8")

    said = ("our meetings", "meetings are told", "no promise is told")
    own = [result for result in tried(home, "core.meeting", "core.follow_up") if result.expectation.startswith(said)]

    assert {(r.expectation, r.severity, r.success, r.fault, len(r.rows)) for r in own} == {
        ("our meetings are held in Astana", "warning", False, False, 1),
        ("meetings are told by one report at least", "critical", True, False, 0),
        ("no promise is told with a ministry", "info", False, False, 2),
    }
    assert set_bad_rows_aside(home, own, AS_OF, "run-1") == {}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[expectation]]\ntable = 'core.nothing'", 'no table "core.nothing"'),
        ("[[expectation]]\ntable = 'core.meeting'\nrows = 'select 1'", "expect says in words"),
        ("[[expectation]]\ntable = 'core.meeting'\nexpect = 'x'", "give one of rows"),
        (
            "[[expectation]]\ntable = 'core.meeting'\nexpect = 'x'\nrows = 'drop table core.meeting'",
            "begins with select",
        ),
        ("[[expectation]]\ntable = 'core.meeting'\nexpect = 'x'\ncolumn = 'nope'\nunique = true", 'no column "nope"'),
        ("[[expectation]]\ntable = 'core.meeting'\nexpect = 'x'\ncolumn = 'city'\nbetween = 3", "between cannot be 3"),
        (
            "[[expectation]]\ntable = 'core.meeting'\nexpect = 'x'\nseverity = 'bad'\nunique = true",
            'severity "bad"',
        ),
        ("[[expectation]]\ntable = 'core.meeting'\nexpect = 'x'\ncolour = 1", '"colour" is not known'),
        ("rule = 1", "nothing else"),
        ("[[", "cannot be read"),
    ],
)
def test_an_expectation_that_cannot_be_tried_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    """The message names the entry and what is wrong with it."""
    (tmp_path / "expectations.toml").write_text(text, encoding="utf-8")
    with open_memory() as store:
        tables = definitions(store.con)

    with pytest.raises(WarehouseError) as refused:
        own_expectations(tmp_path / "expectations.toml", tables)
    assert complaint in refused.value.what


@pytest.mark.parametrize(
    ("test", "bad"),
    [
        ("not_null = true", "update core.meeting set city = null"),
        ('one_of = ["Riyadh"]', "update core.meeting set city = 'Elsewhere'"),
        ('matches = "^R"', "update core.meeting set city = 'Elsewhere'"),
        ('between = ["A", "S"]', "update core.meeting set city = 'Zurich'"),
    ],
)
def test_each_kind_of_own_expectation_is_broken_by_a_bad_row(clean: Path, tmp_path: Path, test: str, bad: str) -> None:
    """And by none before."""
    home = spoilt(clean, tmp_path)
    text = f"[[expectation]]\ntable = 'core.meeting'\nexpect = 'as we like it'\ncolumn = 'city'\n{test}"
    (home / "expectations.toml").write_text(text, encoding="utf-8")
    (own,) = [e for e in expectations(home)["core.meeting"] if e.expectation == "as we like it"]

    with open_store(home) as store:
        before = rows(store, own.query or "")
        store.con.execute(bad)
        after = rows(store, own.query or "")

    assert (before, len(after)) == ([], 1)
