"""Values as cells and as JSON: what leaves the house as text."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # spreadsheets take the wide forms too


def inert(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def cell(value: Any) -> str:
    """A value as the text of one cell: a null is empty, a list is JSON, a day is ISO 8601; none is a formula."""
    plain = json_value(value)
    if plain is None:
        return ""
    if isinstance(plain, str):
        return str(inert(plain))
    return json.dumps(plain, ensure_ascii=False)


def json_value(value: Any) -> Any:
    """A value as JSON has it: days and times are ISO 8601, whole decimals are whole numbers."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): json_value(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [json_value(entry) for entry in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    iso = getattr(value, "isoformat", None)
    return iso() if iso else str(value)
