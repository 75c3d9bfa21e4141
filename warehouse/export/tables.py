"""Tables as Parquet, CSV and JSON Lines: how each is written, how it is read back, and what must be equal."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from transforms.cells import cell, json_value
from warehouse.export.placing import ExportError
from warehouse.export.resources import Resource, rows_of
from warehouse.store import named_sql, sql

Row = tuple[Any, ...]
_LONG = 2**31 - 1  # no cell is too long to be read back


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    suffix: str
    write: Callable[[duckdb.DuckDBPyConnection, Resource, Path], None]
    read: Callable[[Resource, Path], Iterator[Row]]
    shown: Callable[[Any], Any]  # a value as the file shows it


def write_tables(
    con: duckdb.DuckDBPyConnection, chosen: tuple[Resource, ...], form: Format, folder: Path
) -> list[Path]:
    """Write a file for each table and compare it with its table.

    Raises:
        ExportError: a file does not hold what its table holds; says which and from which row on.
    """
    paths = []
    for resource in chosen:
        path = folder / f"{resource.name}.{form.suffix}"
        form.write(con, resource, path)
        compare(con, resource, form, path)
        paths.append(path)
    return paths


def compare(con: duckdb.DuckDBPyConnection, resource: Resource, form: Format, path: Path) -> None:
    """Read a file back and compare it with what it was made from, row by row and value by value.

    Raises:
        ExportError: they differ.
    """
    try:
        found = form.read(resource, path)
        for number, row in enumerate(rows_of(con, resource), 1):
            shown, back = tuple(form.shown(value) for value in row), next(found, None)
            if back is None:
                raise _differs(path, number, f"the file has fewer rows than {resource.name}")
            if shown != tuple(back):
                column = _first_difference(resource, shown, tuple(back))
                raise _differs(path, number, f"{column} reads back as another value than {resource.name} has")
        if next(found, None) is not None:
            raise _differs(path, None, f"the file has more rows than {resource.name}")
    except (ValueError, csv.Error, duckdb.Error) as error:
        raise _differs(path, None, f"it cannot be read back: {error}") from error


def _first_difference(resource: Resource, expected: Row, found: Row) -> str:
    pairs = zip(resource.names, expected, found, strict=False)
    return next((name for name, ours, theirs in pairs if ours != theirs), "the number of cells")


def _differs(path: Path, number: int | None, what: str) -> ExportError:
    row = f", row {number}" if number else ""
    return ExportError(f"{path.name}{row}: {what}.", advice="Nothing was put in place; the files there are as before.")


def _write_csv(con: duckdb.DuckDBPyConnection, resource: Resource, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(resource.names)
        writer.writerows([cell(value) for value in row] for row in rows_of(con, resource))


def _read_csv(resource: Resource, path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONG)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        if tuple(next(reader, ())) != resource.names:
            raise ValueError("its first line does not name the columns")
        yield from map(tuple, reader)


def _write_lines(con: duckdb.DuckDBPyConnection, resource: Resource, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in rows_of(con, resource):
            plain = {name: json_value(value) for name, value in zip(resource.names, row, strict=True)}
            file.write(json.dumps(plain, ensure_ascii=False) + "\n")


def _read_lines(resource: Resource, path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            found = json.loads(line)
            if tuple(found) != resource.names:
                raise ValueError("a line does not name the columns")
            yield tuple(found.values())


def _write_parquet(con: duckdb.DuckDBPyConnection, resource: Resource, path: Path) -> None:
    quoted = str(path).replace("'", "''")
    con.execute(named_sql("queries/export_parquet", name=resource.name, path=quoted))


def _read_parquet(resource: Resource, path: Path) -> Iterator[Row]:
    with duckdb.connect(":memory:") as con:
        result = con.execute(sql("queries/read_parquet"), {"path": str(path)})
        if tuple(column[0] for column in result.description) != resource.names:
            raise ValueError("it has other columns")
        while batch := result.fetchmany(2000):
            yield from batch


CSV = Format("csv", _write_csv, _read_csv, cell)
LINES = Format("jsonl", _write_lines, _read_lines, json_value)
PARQUET = Format("parquet", _write_parquet, _read_parquet, lambda value: value)
