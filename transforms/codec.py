"""Documents and records as the JSON of the extraction format."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from transforms.records import Document, Evidence, Record

_DOCUMENT_KEYS = {"id": str, "text": str, "title": str, "published": str, "url": str, "lang": str}


class BadDocument(ValueError):
    """A line that is no document; the message says which key is wrong and how."""


def document_from_json(data: Mapping[str, Any]) -> Document:
    """The document of one decoded line. Unknown keys are left alone; BadDocument names a wrong one."""
    if not isinstance(data, Mapping):
        raise BadDocument("a line must be a JSON object")
    for key in ("id", "text"):
        if not isinstance(data.get(key), str):
            raise BadDocument(f"key {key!r} must be a string")
    values: dict[str, Any] = {}
    for key, wanted in _DOCUMENT_KEYS.items():
        value = data.get(key)
        if value is None:
            continue
        if not isinstance(value, wanted):
            raise BadDocument(f"key {key!r} must be a string or null")
        values[key] = value
    return Document(**values)


def record_to_json(record: Record) -> dict[str, Any]:
    """The record as plain JSON values, keys in the order of the contract."""
    data = _plain(record)
    assert isinstance(data, dict)
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Evidence):
        entry: dict[str, Any] = {"path": value.path, "start": value.start, "end": value.end, "rule": value.rule}
        return entry | ({"in": value.where} if value.where != "text" else {})
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if hasattr(value, "value") else value
