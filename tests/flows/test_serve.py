"""The schedule: runs one after the other in one process, made up once when missed, ended cleanly by a signal."""

import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from flows.errors import InputError
from flows.home import Home
from flows.serve import every, next_after, times_of
from warehouse.store import database_path

SERVE = (
    "import sys\nfrom datetime import timedelta\nfrom pathlib import Path\n"
    "from flows.home import Home\nfrom flows.serve import every, run_at\n"
    "run_at(every(timedelta(seconds=1)), Home(Path(sys.argv[1])), None, True)"
)


def test_it_runs_on_and_ends_at_once_in_the_middle_of_a_run(tmp_path: Path) -> None:
    """One run is on record as done, the next one has begun when the signal comes, and the exit code is 0."""
    home = tmp_path / "home"
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(home)], stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told: list[str] = []
    try:
        for line in process.stderr:
            told.append(line.split(" ", 2)[2].strip())
            if len(told) == 1:
                await_next(home)
                process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=60)
    finally:
        process.kill()

    assert code == 0
    assert told[0].startswith("Run done: 2 sources (0 failed), 17 new items, 17 articles read;")
    assert told[-1] == "Stopped."
    with duckdb.connect(str(database_path(home)), read_only=True) as con:
        ((status, counts),) = con.execute(
            "select status, counts from quality.run where status = 'done' order by started_at"
        ).fetchall()
    assert (status, json.loads(counts)["ingested"]["new_items"]) == ("done", 17)


def await_next(home: Path) -> None:
    """Wait until the next run holds the home: the lock tells since when it is held."""
    lock = Home(home).lock
    held = lock.read_text(encoding="utf-8")
    while lock.read_text(encoding="utf-8") == held:
        time.sleep(0.05)


def test_missed_times_are_made_up_for_once() -> None:
    """After a long run the next one starts at once and serves all that was missed; then the schedule is as before."""
    start = datetime(2026, 11, 23, 6, tzinfo=UTC)
    times = every(timedelta(minutes=10), start)
    first = next(times)

    due = next_after(times, first, start)
    after_long_run = next_after(times, due, start + timedelta(minutes=35))

    assert (first, due, after_long_run) == (start, start + timedelta(minutes=10), start + timedelta(minutes=40))


def test_a_cron_line_gives_its_times() -> None:
    """In the time zone of the machine; a line that is none is explained."""
    times = times_of(None, "30 6 * * *")
    first, second = next(times), next(times)

    assert (first.hour, first.minute, second.date() - first.date()) == (6, 30, timedelta(days=1))
    with pytest.raises(InputError, match="no cron line"):
        times_of(None, "every morning")
