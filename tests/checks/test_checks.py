"""Checks: quiet on good data, and every single expectation is broken by a bad row."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from checks.results import CheckResult
from checks.runner import data_docs_path, expectations, record_checks, run_checks, stops_publication
from checks.suites import suites
from tests.checks.defects import DEFECTS
from tests.checks.seeds import SEEDS
from tests.warehouse.world import meeting, memorandum, promise, reading
from transforms.records import Signal
from transforms.vocabulary import Modality, SignalCode
from warehouse.catalog import TableDef, definitions, row_checks
from warehouse.link import link
from warehouse.load import load_articles, load_received, record_run_finish, record_run_start
from warehouse.rows import FetchRow, ItemRow, Received, SourceRow
from warehouse.store import Store, database_path, open_store

AS_OF = date(2026, 5, 20)
NOW = datetime(2026, 5, 20, 6, tzinfo=UTC)
READINGS = [
    reading(
        "one",
        "2026-02-10",
        meetings=(meeting(),),
        agreements=(memorandum("A memorandum on training", meeting=0, signatories=("Daniyar Akhmetov",)),),
        follow_ups=(
            promise("2026-03-01", "2026-03-31", "They will meet again in March", meeting=0),
            promise("2026-05-01", "2026-06-30", "The committee convenes by the summer", body="Joint Committee"),
        ),
        signals=(Signal(SignalCode.HEDGED_SOURCE, "some sources", "unnamed"),),
    ),
    reading("two", "2026-02-11", source="other", meetings=(meeting(),)),
    reading(
        "three",
        "2026-03-20",
        source="other",
        follow_ups=(promise(None, None, "It is put off", modality=Modality.POSTPONED, portfolio=None),),
    ),
]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with good data, linked and judged."""
    home = tmp_path_factory.mktemp("clean")
    with open_store(home) as store:
        run = record_run_start(store, "test", AS_OF, run_id="run-1", extractor="test-1")
        sources = [SourceRow("agency", "feed"), SourceRow("other", "feed")]
        fetch = FetchRow("agency", "https://agency.example/feed", NOW, "feed", run, 90, 200, bytes=3, sha256="h")
        item = ItemRow("agency", "one", None, "T", None, None, None, "b", "html", NOW)
        load_received(store, Received("n", NOW, run, sources=sources, items=[item], fetches=[fetch]))
        load_articles(store, READINGS)
        link(store, AS_OF, run)
        record_run_finish(store, run, "done", {})
    return home


@pytest.fixture(scope="module")
def results(clean: Path) -> list[CheckResult]:
    """What all the checks say of good data; Data Docs are written."""
    return run_checks(clean)


def test_good_data_meet_every_expectation_but_those_on_promises(clean: Path, results: list[CheckResult]) -> None:
    """No false alarm; the promises that are overdue and due are the unexpected rows, and Data Docs show them."""

    assert [result for result in results if result.fault] == []
    failed = {result.expectation: result for result in results if result.failed}
    assert {said: result.severity for said, result in failed.items()} == {
        "no promise is overdue": "warning",
        "no promise is due": "info",
    }
    assert [row["quote"] for row in failed["no promise is overdue"].rows] == ["They will meet again in March"]
    assert [row["quote"] for row in failed["no promise is due"].rows] == ["The committee convenes by the summer"]
    assert stops_publication(results) == []
    docs = data_docs_path(clean)
    pages = [path.read_text(encoding="utf-8") for path in docs.rglob("*.html")]
    assert (docs / "index.html").exists()
    assert any("They will meet again in March" in page for page in pages)


def test_hostile_words_stay_text_in_the_data_docs(clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Great Expectations fills its pages without escaping: a script in a quote must not become one."""
    own = {name: suite for name, suite in expectations(clean).items() if "follow_up" in name}
    monkeypatch.setattr("checks.runner.expectations", lambda _: own)  # those whose rows show the quote
    shutil.copytree(clean / "warehouse", tmp_path / "warehouse")
    with open_store(tmp_path) as store:
        store.con.execute("update core.follow_up set quote = '<script>alert($1)</script> $ {} %s'")

    run_checks(tmp_path)

    pages = "".join(path.read_text(encoding="utf-8") for path in data_docs_path(tmp_path).rglob("*.html"))
    assert "<script>alert($1)" not in pages
    assert "&lt;script&gt;alert($1)" in pages


def test_results_are_rows_and_the_database_can_be_written_at_once(clean: Path, results: list[CheckResult]) -> None:
    """After a read-only run in this process the writer opens again; a run's results are kept once."""
    with open_store(clean) as store:
        for _ in range(2):
            record_checks(store, "run-1", results)
        counts = store.con.execute(
            "select count(*), count(*) filter (where not success), count(distinct id) from quality.check_result"
        ).fetchone()
        rows = store.con.execute(
            "select rows from quality.check_result where expectation = 'no promise is overdue'"
        ).fetchone()
        store.con.execute("delete from quality.check_result")

    assert (len(results), 2, len(results)) == counts
    assert rows and "They will meet again in March" in rows[0]


def plant(store: Store, table: TableDef) -> None:
    """Bad rows for everything that a definition promises: two alike, with words and references that are none."""
    values = []
    for column in table.columns:
        if column.reference:
            values.append(f"'missing' as {column.name}")
        elif column.name in table.key and column.type == "VARCHAR" and not column.vocabulary:
            values.append(f"'nowhere' as {column.name}")
        elif column.vocabulary:
            words = "['nonsense']" if column.is_list else "'nonsense'"
            values.append(f"{words} as {column.name}")
        elif column.name in table.key:
            one = {"DATE": "date '2026-01-01'", "INTEGER": "1"}[column.type]
            values.append(f"{one} as {column.name}")
    for _ in range(2):
        store.con.execute(f"insert into {table.name} by name select {', '.join(values)}")
    required = [c for c in table.columns if not c.nullable and not (c.vocabulary or c.reference or c.name in table.key)]
    if not required:
        store.con.execute(f"insert into {table.name} by name select null as {table.key[0]}")
    store.con.execute(f"alter table {table.name} add column not_defined integer")


def test_every_expectation_is_broken_by_a_bad_row(clean: Path, tmp_path: Path) -> None:
    """A check that never fails on bad data is none: in a copy full of defects not one expectation is met."""
    shutil.copytree(clean / "warehouse", tmp_path / "warehouse")
    with open_store(tmp_path) as store:
        tables = definitions(store.con)
        for statement in DEFECTS.values():
            store.con.execute(statement)
        before = suites(tables)
        for table in tables:
            plant(store, table)

    results = _validate(tmp_path, before)

    assert [(r.table, r.expectation, r.detail) for r in results if r.fault] == []
    written = {check.expectation for check in row_checks()}  # each of these has a test of its own
    assert set() == {(r.table, r.expectation) for r in results if r.success and r.expectation not in written}
    assert len(results) == sum(len(suite) for suite in before.values())
    assert stops_publication(results) != []


def test_every_written_check_has_its_defect() -> None:
    """The list of defects names each check, and no other."""
    assert {check.name for check in row_checks()} == set(DEFECTS)


@pytest.mark.parametrize("name", sorted(DEFECTS))
def test_a_written_check_finds_its_own_defect_and_only_rows_of_it(clean: Path, tmp_path: Path, name: str) -> None:
    """On good data its query gives nothing but promises; after its one defect it gives a row."""
    (check,) = [check for check in row_checks() if check.name == name]
    shutil.copytree(clean / "warehouse", tmp_path / "warehouse")
    with open_store(tmp_path) as store:
        before = store.con.execute(check.query).fetchall()
        store.con.execute(DEFECTS[name])
        after = store.con.execute(check.query).fetchall()

    assert len(before) == (1 if name in ("follow_up_overdue", "follow_up_due") else 0)
    assert len(after) > len(before)


def test_a_check_that_cannot_run_is_a_fault_and_never_bad_data(clean: Path, tmp_path: Path) -> None:
    """A table that is gone makes its critical checks faults, which stop the publication."""
    shutil.copytree(clean / "warehouse", tmp_path / "warehouse")
    with open_store(tmp_path) as store:
        tables = [table for table in definitions(store.con) if table.name == "core.claim"]
        store.con.execute("alter table core.claim rename column quote to words")

    results = _validate(tmp_path, suites(tables))

    faults = [result for result in results if result.fault]
    assert faults and all(not result.success for result in faults)
    assert {result.id for result in faults if result.severity == "critical"} <= {
        r.id for r in stops_publication(results)
    }


def test_importing_checks_imports_no_great_expectations() -> None:
    """Light commands may import the package."""
    import subprocess
    import sys

    code = "import checks, checks.runner, sys; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=dict(os.environ)).returncode == 0


def _validate(home: Path, tables: object) -> list[CheckResult]:
    from checks.engine import validate

    return validate(database_path(home), tables)  # type: ignore[arg-type]


def test_the_defects_to_plant_are_forty_kinds_at_least_and_each_names_a_check(clean: Path) -> None:
    """What `scripts.seed_defects` plants in a copy of any home: no name twice, each with a check that there is."""
    with open_store(clean) as store:
        suites_of = suites(definitions(store.con))
    known = {(check.table, check.expectation) for suite in suites_of.values() for check in suite}

    assert len({seed.name for seed in SEEDS}) == len(SEEDS) >= 40
    assert {(seed.table, seed.expectation) for seed in SEEDS} <= known
