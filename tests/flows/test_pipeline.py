"""The pipeline on the sample: what it makes, that a second run adds nothing, and that runs stand in line."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from flows.errors import InputError
from flows.home import Home
from flows.lock import home_lock
from flows.stages.ingest import Ingested
from flows.summary import RunSummary
from tests.conftest import Cli, run_sample
from warehouse.store import database_path, snapshot_path


def rows(path: Path, *schemas: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table and view of some schemas."""
    with duckdb.connect(str(path), read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        names = con.execute(
            "select table_schema || '.' || table_name from information_schema.tables"
            " where list_contains(?, table_schema) order by 1",
            [list(schemas)],
        ).fetchall()
        # Sorted here: for each view, to plan the sorting would take as long as the view.
        return {name: sorted(con.execute(f"from {name}").fetchall(), key=repr) for (name,) in names}


def test_the_sample_gives_what_its_articles_say(sample_home: Path, sample_summary: RunSummary) -> None:
    """Meetings of eleven pairs and more, one of them told twice; no meeting from the reception and the match."""
    assert sample_summary.ingested == Ingested(sources=2, items=17, new_items=17, pages=5, rejected=1)
    assert sample_summary.published.counts["articles"] == 17

    core = rows(snapshot_path(sample_home), "core", "raw")
    assert [row[2] for row in core["raw.rejection"]] == ["empty_item"]
    with duckdb.connect(str(snapshot_path(sample_home).resolve()), read_only=True) as con:
        told = con.execute("select date, city, witnesses from core.meeting where date is not null").fetchall()
        none = con.execute(
            "select count(*) from core.meeting_report r join core.article a on a.id = r.article_id"
            " where a.url like '%football%' or a.url like '%domestic%'"
        ).fetchone()
    assert {("2025-12-18", "Riyadh", 1), ("2026-04-07", "Muscat", 2), ("2026-05-19", "Cairo", 1)} <= set(told)
    assert none == (0,)


@pytest.mark.usefixtures("prefect_server")
def test_a_second_run_changes_nothing_that_readers_see(sample_copy: Path) -> None:
    """`core` and `mart` are the same row by row; `raw` gains the two exchanges of that run, and the notes of it."""
    before, raw = rows(snapshot_path(sample_copy), "core", "mart"), rows(snapshot_path(sample_copy), "raw")

    summary = run_sample(sample_copy)

    assert summary.ingested == Ingested(sources=2, unchanged=2)
    assert rows(snapshot_path(sample_copy), "core", "mart") == before
    after = rows(snapshot_path(sample_copy), "raw")
    assert len(after.pop("raw.fetch")) == len(raw.pop("raw.fetch")) + 2
    # Of these exchanges, of what was judged and what was sent, and of the run.
    assert len(after.pop("raw.note")) == len(raw.pop("raw.note")) + 4
    assert after == raw


@pytest.mark.usefixtures("unchecked", "prefect_server")
def test_a_reader_keeps_its_snapshot_while_a_new_one_is_published(sample_copy: Path) -> None:
    """Two runs later the open connection still answers from its own file."""
    with duckdb.connect(str(snapshot_path(sample_copy).resolve()), read_only=True) as reader:
        before = reader.execute("select count(*) from quality.run").fetchone()
        run_sample(sample_copy)
        during = reader.execute("select count(*) from quality.run").fetchone()

    assert before == during == (1,)
    assert len(rows(snapshot_path(sample_copy), "quality")["quality.run"]) == 2


def test_a_home_without_sources_explains_how_to_get_some(tmp_path: Path, cli: Cli) -> None:
    """Exit code 1, and nothing is made in the home."""
    code, out, err = cli("--home", tmp_path / "h", "run")

    assert (code, out) == (1, "")
    assert "has no sources yet" in err and "liqaa sources add" in err
    assert not (tmp_path / "h").exists()


def test_a_second_writer_says_who_it_waits_for(tmp_path: Path) -> None:
    """Process, command and since when; it goes on once the first is done."""
    path = tmp_path / "lock"
    code = (
        "import sys, time; from pathlib import Path; from flows.lock import home_lock\n"
        f"with home_lock(Path({str(path)!r})):\n  print('held', flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert first.stdin and first.stdout and first.stdout.readline() == b"held\n"
    said: list[str] = []
    threading.Thread(target=lambda: (wait_for(said), first.communicate()), daemon=True).start()

    with home_lock(path, said.append):
        pass

    assert len(said) == 1
    assert f"in use by process {first.pid} (liqaa" in said[0] and "since 20" in said[0]


def wait_for(said: list[str]) -> None:
    while not said:
        time.sleep(0.01)


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    """The kernel lets go for it; nobody has to clean up."""
    path = tmp_path / "lock"
    path.write_text(json.dumps({"pid": 1, "command": "liqaa run", "since": "2020-01-01"}))
    said: list[str] = []

    with home_lock(path, said.append), home_lock(path, said.append):
        pass

    assert said == []


def test_the_sample_and_real_data_never_meet(sample_copy: Path, tmp_path: Path, cli: Cli) -> None:
    """Neither does a real home take the sample, nor the sample's home an article."""
    article = tmp_path / "a.txt"
    article.write_text("نص")
    Home(tmp_path / "real").claim("real")

    added = cli("--home", sample_copy, "add", article)
    ran = cli("--home", tmp_path / "real", "run", "--sample")

    assert (added[0], ran[0]) == (1, 1)
    assert "holds the invented sample" in added[2] and "holds real data" in ran[2]


@pytest.mark.usefixtures("prefect_server")
def test_a_failed_run_is_on_record_and_readers_are_told(
    sample_copy: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old snapshot stays, and every reading command says why it is old."""

    def broken(*_: object) -> None:
        raise InputError("the disk is on fire")

    monkeypatch.setattr("flows.stages.receive.declare", broken)
    with pytest.raises(InputError):
        run_sample(sample_copy)

    code, out, err = cli("--home", sample_copy, "query", "select count(*) n from quality.run", "--format", "json")
    assert (code, json.loads(out)) == (0, [{"n": 1}])
    assert "published nothing (InputError: the disk is on fire)" in err
    statuses = [row[5] for row in rows(database_path(sample_copy), "quality")["quality.run"]]
    assert sorted(statuses) == ["done", "failed"]
