"""The catalogue of sources to choose from; none is verified until this installation has reached it."""

import tomllib
from importlib.resources import files
from typing import Any


def catalogue() -> list[dict[str, Any]]:
    """The values of every source in the catalogue, in its order."""
    table = tomllib.loads(files("flows").joinpath("catalogue.toml").read_text(encoding="utf-8"))["table"]
    return [_values(table["columns"], line) for line in table["rows"].strip().splitlines()]


def _values(columns: list[str], line: str) -> dict[str, Any]:
    cells = [cell.strip() for cell in line.split("|")]
    values: dict[str, Any] = {name: cell for name, cell in zip(columns, cells, strict=True) if cell}
    return {**values, "kind": "feed", "languages": values["languages"].split(), "verified": False}
