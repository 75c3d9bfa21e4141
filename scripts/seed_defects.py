"""Plants defects, one at a time, in a copy of a home's warehouse: each must be found by the check that names it.

    .venv/bin/python -m scripts.seed_defects liqaa-sample

Prints a line a defect and ends with 1 where one was missed, found by no check of its name, or where a critical check
of the untouched copy failed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from checks.engine import validate
from checks.results import CheckResult
from checks.runner import expectations
from tests.checks.seeds import SEEDS
from warehouse.store import database_path, open_store

_PROMISES = frozenset({"no promise is overdue", "no promise is due"})  # rows that are no defect of the data


def main(home: Path) -> int:
    """Try every defect on a copy of a home; how many were not found, as an exit code."""
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean"
        copied(home, clean)
        alarms = [result for result in found(clean, None) if result.expectation not in _PROMISES]
        for alarm in alarms:
            print(f"FALSE ALARM\t{alarm.table}\t{alarm.expectation}\t{alarm.detail or list(alarm.rows[:2])}")
        missed = 0
        for seed in SEEDS:
            spoilt = Path(folder) / "spoilt"
            shutil.rmtree(spoilt, ignore_errors=True)
            copied(clean, spoilt)
            suites = expectations(spoilt)
            with open_store(spoilt) as store:
                store.con.execute(seed.statement)
            named = [r for r in found(spoilt, seed.table, suites) if r.expectation == seed.expectation]
            missed += not named
            print(f"{'found' if named else 'MISSED'}\t{seed.name}\t{seed.table}: {seed.expectation}")
    print(f"{len(SEEDS)} defects planted, {len(SEEDS) - missed} found; {len(alarms)} false alarms on the clean copy.")
    return int(bool(missed or alarms))


def copied(home: Path, target: Path) -> None:
    """The warehouse of a home, in another place."""
    database_path(target).parent.mkdir(parents=True)
    shutil.copyfile(database_path(home), database_path(target))


def found(home: Path, table: str | None, suites: object = None) -> list[CheckResult]:
    """The expectations that are not met, of one table or of all; a check that cannot run is not one of them."""
    every = expectations(home) if suites is None else suites
    chosen = {name: suite for name, suite in every.items() if table in (None, name)}  # type: ignore[attr-defined]
    return [r for r in validate(database_path(home), chosen) if not r.success and not r.fault]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "liqaa-sample")))
