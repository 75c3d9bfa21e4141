"""Which rows a run sets aside: those on which a critical check of what was read in articles failed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from checks.results import CheckResult
from checks.suites import Expected
from warehouse.quarantine import BadRow, rows_of_query, rows_with_other_words
from warehouse.store import connect_reader


def bad_rows(database: Path, results: Sequence[CheckResult], suites: Mapping[str, Sequence[Expected]]) -> list[BadRow]:
    """Every row, not only those that results show, of the checks that failed and stop a publication.

    Failures of a table's shape, of keys and of tables that are derived name no rows: they are faults of ours.
    """
    critical = [result for result in results if result.severity == "critical" and not result.fault]
    failed = {result.id for result in critical if not result.success}
    found: list[BadRow] = []
    con = connect_reader(database)
    try:
        for suite in suites.values():
            for expected in suite:
                if expected.id not in failed:
                    continue
                if expected.kind == "rows" and expected.query and not expected.whole:
                    found += rows_of_query(con, expected.table, expected.id, expected.query)
                elif expected.kind == "in_set":
                    column = expected.columns[0]
                    found += rows_with_other_words(con, expected.table, expected.id, column, expected.words)
    finally:
        con.close()
    return found
