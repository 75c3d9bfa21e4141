"""Our own gold set: texts in the manner of many agencies, with the records that a careful reader would write."""

import json
from pathlib import Path
from typing import Any

from transforms.codec import document_from_json
from transforms.records import Document

LANGUAGES = ("ar", "en")
_FOLDER = Path(__file__).parent


def gold(lang: str) -> list[dict[str, Any]]:
    """The annotated records of a language."""
    return _lines(f"{lang}_gold.jsonl")


def documents(lang: str) -> list[Document]:
    """Their documents, in the same order."""
    return [document_from_json(data) for data in _lines(f"{lang}_documents.jsonl")]


def path(lang: str, kind: str) -> Path:
    """Where the file of a language lies: kind is "documents" or "gold"."""
    return _FOLDER / f"{lang}_{kind}.jsonl"


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()]
