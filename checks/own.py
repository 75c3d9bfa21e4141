"""Expectations of the user's own: the file `expectations.toml` of a home, without code."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from checks.suites import Expected
from transforms.ids import row_id
from warehouse.catalog import TableDef
from warehouse.errors import WarehouseError

_SEVERITIES = ("critical", "warning", "info")
_TESTS = ("rows", "not_null", "one_of", "between", "matches", "unique")
_READS = re.compile(r"^\s*(select|with|from)\b", re.IGNORECASE)


def own_expectations(path: Path, tables: Sequence[TableDef]) -> list[Expected]:
    """What a user expects; none where there is no such file.

    Each entry is `[[expectation]]` with `table`, `expect` (the sentence), `severity` (warning unless given) and one
    test: `rows` (a query of which every row is unexpected), or `column` with `not_null`, `one_of`, `between`,
    `matches` or `unique`.

    Raises:
        WarehouseError: the file says what is not known; the message names the entry.
    """
    if not path.exists():
        return []
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WarehouseError(f"{path} cannot be read: {error}.") from error
    known = {table.name: table for table in tables}
    entries = data.get("expectation", [])
    if set(data) - {"expectation"} or not isinstance(entries, list):
        raise WarehouseError(f"{path} holds [[expectation]] entries and nothing else.")
    return [_expected(f"{path}, expectation {number}", known, entry) for number, entry in enumerate(entries, 1)]


def _expected(where: str, tables: Mapping[str, TableDef], entry: Mapping[str, Any]) -> Expected:
    foreign = set(entry) - {"table", "expect", "severity", "column", *_TESTS}
    tests = [name for name in _TESTS if name in entry]
    table, said = str(entry.get("table")), entry.get("expect")
    severity = entry.get("severity", "warning")
    if foreign:
        raise WarehouseError(f'{where}: "{min(foreign)}" is not known.')
    if table not in tables:
        raise WarehouseError(f'{where}: there is no table "{table}".', advice="liqaa schema lists them.")
    if not isinstance(said, str) or not said.strip():
        raise WarehouseError(f"{where}: expect says in words what is expected.")
    if severity not in _SEVERITIES:
        raise WarehouseError(f'{where}: severity "{severity}" is not one of {", ".join(_SEVERITIES)}.')
    if len(tests) != 1:
        raise WarehouseError(f"{where}: give one of {', '.join(_TESTS)}.")
    key = row_id("check", table, "own", said)
    if tests == ["rows"]:
        query = entry["rows"]
        if not isinstance(query, str) or not _READS.match(query):
            raise WarehouseError(f"{where}: rows is a query that begins with select, with or from.")
        return Expected(key, table, "rows", said, severity, query=query.rstrip().rstrip(";"), whole=True)
    column = _column(where, tables[table], entry.get("column"))
    if tests == ["unique"]:
        return Expected(key, table, "unique", said, severity, (column,), whole=True)
    test = _test(where, column, tests[0], entry[tests[0]])
    return Expected(key, table, "rows", said, severity, query=f"select * from {table} where {test}", whole=True)


def _column(where: str, table: TableDef, name: object) -> str:
    if name not in {column.name for column in table.columns}:
        raise WarehouseError(f'{where}: {table.name} has no column "{name}".', advice=f"liqaa schema {table.name}")
    return str(name)


def _test(where: str, column: str, name: str, value: Any) -> str:
    """The condition under which a row is unexpected."""
    if name == "not_null" and value is True:
        return f"{column} is null"
    if name == "one_of" and isinstance(value, list) and value:
        return f"{column} is not null and {column} not in ({', '.join(map(_literal, value))})"
    if name == "between" and isinstance(value, list) and len(value) == 2:
        return f"{column} is not null and not ({column} between {_literal(value[0])} and {_literal(value[1])})"
    if name == "matches" and isinstance(value, str):
        return f"{column} is not null and not regexp_matches({column}, {_literal(value)})"
    raise WarehouseError(f"{where}: {name} cannot be {value!r}.")


def _literal(value: object) -> str:
    if isinstance(value, bool | int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
