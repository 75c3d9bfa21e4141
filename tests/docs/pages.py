"""The documentation's queries with their results: read from the pages, and written anew from the sample.

usage: python -m tests.docs.pages HOME   (renews docs/queries.md and docs/schema.md from a home of the sample)
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.dictionary import dictionary_page
from warehouse.query import dictionary
from warehouse.store import open_memory, open_snapshot

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "docs" / "queries.md"
SCHEMA = ROOT / "docs" / "schema.md"
# A query, and the table below it if there is one.
_QUERY = re.compile(r"```sql\n(?P<sql>.+?)\n```\n(?P<result>(?:\n?\|[^\n]*\n)*)", re.DOTALL)
_COMMAND = re.compile(r'liqaa query "([^"]+)"')


def queries(page: str) -> list[tuple[str, str]]:
    """Each query of a page with the result that is printed below it; empty: none is."""
    return [(found["sql"], found["result"].strip()) for found in _QUERY.finditer(page)]


def commands(page: str) -> list[str]:
    """Each statement that a page gives to `liqaa query`."""
    return [found for found in _COMMAND.findall(page) if found != "…"]


def answer(home: Path, statement: str) -> str:
    """The result of a statement on the snapshot of a home, as a table in Markdown."""
    with open_snapshot(home) as con:
        result = con.execute(statement)
        columns, rows = [column[0] for column in result.description], result.fetchall()
    lines = [columns, ["---"] * len(columns), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def renewed(page: str, home: Path) -> str:
    """A page with the results of all its queries as they are now."""

    def renew(found: re.Match[str]) -> str:
        return f"```sql\n{found['sql']}\n```\n\n{answer(home, found['sql'])}\n"

    return _QUERY.sub(renew, page)


def schema_page() -> str:
    """The data dictionary of this version."""
    with open_memory() as store:
        return dictionary_page(dictionary(store.con))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")


def main(arguments: Sequence[str]) -> int:
    home = Path(arguments[0])
    QUERIES.write_text(renewed(QUERIES.read_text(encoding="utf-8"), home), encoding="utf-8")
    SCHEMA.write_text(schema_page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
