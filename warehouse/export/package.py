"""A Frictionless data package: every table as CSV, and datapackage.json with types, descriptions and keys."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from warehouse.catalog import ColumnDef
from warehouse.export.placing import ExportError
from warehouse.export.resources import Resource
from warehouse.export.tables import CSV, write_tables

_FILE = "datapackage.json"
_TYPES = {
    "VARCHAR": "string",
    "BOOLEAN": "boolean",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "TIMESTAMP WITH TIME ZONE": "datetime",
}


def write_package(
    con: duckdb.DuckDBPyConnection, chosen: tuple[Resource, ...], folder: Path, as_of: date
) -> list[Path]:
    """Write the tables and their description; both are read back.

    Raises:
        ExportError: a file does not hold what it should.
    """
    (folder / "data").mkdir()
    paths = write_tables(con, chosen, CSV, folder / "data")
    known = {resource.name for resource in chosen}
    described = {
        "profile": "tabular-data-package",
        "name": "liqaa",
        "title": "Who met whom, what they signed, what they promised",
        "description": f"As of {as_of}. Text that a spreadsheet would take for a formula begins with an apostrophe;"
        " lists are JSON.",
        "resources": [_resource(resource, path, known) for resource, path in zip(chosen, paths, strict=True)],
    }
    path = folder / _FILE
    path.write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if json.loads(path.read_text(encoding="utf-8")) != described:
        raise ExportError(f"{_FILE} reads back as something else.")
    return [path, *paths]


def _resource(resource: Resource, path: Path, known: set[str]) -> dict[str, Any]:
    data = path.read_bytes()
    schema: dict[str, Any] = {
        "fields": [
            _field(column, comment) for column, comment in zip(resource.columns, resource.comments, strict=True)
        ],
        "missingValues": [""],
    }
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    references = [
        {"fields": [column.name], "reference": {"resource": column.reference[0], "fields": [column.reference[1]]}}
        for column in resource.columns
        if column.reference and column.reference[0] in known
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "path": f"data/{path.name}",
        "description": resource.said,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _field(column: ColumnDef, comment: str) -> dict[str, Any]:
    kind = "array" if column.is_list else _TYPES.get(column.type, "any")
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": comment}
    if column.vocabulary and kind == "string":
        field["constraints"] = {"enum": list(column.vocabulary)}
    return field
