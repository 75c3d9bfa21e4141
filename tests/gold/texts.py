"""Our own gold set: texts in the manner of many agencies, with the records that a careful reader would write."""

import json
from pathlib import Path
from typing import Any

from transforms.codec import document_from_json
from transforms.records import Document

LANGUAGES = ("ar", "en")
# Each set was written without sight of the extraction and scored once before anything was mended after it.
SETS = ("ar", "en", "second_ar", "second_en", "third_ar", "third_en", "fourth_ar", "fourth_en")
_FOLDER = Path(__file__).parent


def gold(name: str) -> list[dict[str, Any]]:
    """The annotated records of a set."""
    return _lines(f"{name}_gold.jsonl")


def documents(name: str) -> list[Document]:
    """Their documents, in the same order."""
    return [document_from_json(data) for data in _lines(f"{name}_documents.jsonl")]


def path(name: str, kind: str) -> Path:
    """Where the file of a set lies: kind is "documents" or "gold"."""
    return _FOLDER / f"{name}_{kind}.jsonl"


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]
