"""The data dictionary as a page of Markdown: every table and view with its columns, keys and references."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

_SCHEMAS = {
    "mart": "Views that answer questions; start here.",
    "core": "What the articles tell, and what was made one of it.",
    "quality": "Runs, checks, flags and states.",
    "raw": "What was received, as it was received.",
}


def dictionary_page(rows: Sequence[Mapping[str, Any]]) -> str:
    """All tables and views, by schema.

    Args:
        rows: the columns in order, each with its table, key and reference.
    """
    parts = ["# Data dictionary\n\nMade by `liqaa schema --format markdown`. Every table and view with its columns.\n"]
    for schema, own in groupby(rows, key=lambda row: row["schema"]):
        parts.append(f"## {schema}\n\n{_SCHEMAS[schema]}\n")
        parts += [table_part(list(columns)) for _, columns in groupby(own, key=lambda row: row["name"])]
    return "\n".join(parts)


def table_part(columns: Sequence[Mapping[str, Any]]) -> str:
    """One table or view."""
    first = columns[0]
    lines = [f"### {first['name']}", "", f"{first['said']} ({first['kind']})", ""]
    lines += ["| column | type | key | holds |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {row['column_name']} | {row['data_type']} | {_key(row)} | {_plain(row['comment'])} |" for row in columns
    ]
    return "\n".join(lines) + "\n"


def _key(row: Mapping[str, Any]) -> str:
    parts = ["key"] if row["key"] else []
    return ", ".join([*parts, f"→ {row['reference']}"] if row["reference"] else parts)


def _plain(text: str) -> str:
    return text.replace("|", "\\|")
