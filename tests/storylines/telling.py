"""Storylines: articles of our own by several outlets, in two languages, and how promises stand on later days."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from transforms.article import Publisher, article_of_document
from transforms.codec import document_from_json
from transforms.extract import extract
from transforms.records import Document
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.query import follow_ups
from warehouse.rows import Reading
from warehouse.store import open_memory

_FILE = Path(__file__).with_name("storylines.jsonl")
LATEST = date(2028, 12, 31)
Stand = list[str | None]  # state, first and last day of the window; the state alone where windows are not the point


@dataclass(frozen=True)
class Storyline:
    """What was published, and what follows from it."""

    name: str
    parties: frozenset[str]
    articles: tuple[dict[str, Any], ...]
    stands: dict[str, list[Stand]]  # by day

    def readings(self) -> list[Reading]:
        """Its articles, read as those are that `liqaa add` is given."""
        return [read(article, n) for n, article in enumerate(self.articles)]


@cache
def storylines() -> tuple[Storyline, ...]:
    """Every storyline of the file."""
    lines = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Storyline(line["story"], frozenset(line["parties"]), tuple(line["articles"]), line["stands"]) for line in lines
    )


@cache
def worlds() -> tuple[tuple[Storyline, ...], ...]:
    """The storylines, parted so that no two of a world tell of the same pair: many share one warehouse."""
    found: list[list[Storyline]] = []
    for story in storylines():
        home = next((w for w in found if all(len(story.parties & other.parties) < 2 for other in w)), None)
        if home is None:
            found.append([story])
        else:
            home.append(story)
    return tuple(tuple(world) for world in found)


class World:
    """A warehouse that received some readings, linked after each batch; what it says of a day is asked for once."""

    def __init__(self, batches: Sequence[Sequence[Reading]]) -> None:
        self.store = open_memory()
        for batch in batches:
            load_articles(self.store, batch)
            link(self.store, LATEST)
        self._days: dict[str, list[dict[str, Any]]] = {}

    def standing(self, parties: frozenset[str], day: str) -> list[tuple[str, Stand]]:
        """The promises among these parties as of a day: id, and state with its window."""
        if day not in self._days:
            self._days[day] = follow_ups(self.store.con, date.fromisoformat(day))
        own = [row for row in self._days[day] if set(row["parties"]) <= parties]
        return sorted((row["id"], [row["status"], row["window_start"], row["window_end"]]) for row in own)


def read(told: dict[str, Any], nth: int) -> Reading:
    """One article, read as those are that `liqaa add` is given."""
    day = date.fromisoformat(told["published"][:10])
    built = article_of_document(document_from_json(told), Publisher("added", None), day)
    article = built.article
    given = Document(article.id, article.text, article.title, article.published, article.url, article.lang)
    received = datetime(day.year, day.month, day.day, nth, tzinfo=UTC)
    return Reading(article, extract(given), "test-1", received)
