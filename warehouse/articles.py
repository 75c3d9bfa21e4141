"""What is kept of articles beside their text and records: dates found, corrections, copies. All within a load."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby, pairwise
from typing import Any

from transforms.copies import prints
from transforms.corrections import corrections
from warehouse.rows import Reading
from warehouse.store import Row, Store


def write_dates(store: Store, current: Sequence[Reading]) -> None:
    """Replace the dates found for these articles, where they were looked for again."""
    fresh = [reading for reading in current if reading.dates is not None]
    rows = [
        {"article_id": reading.article.id, "day": reading.article.effective_day, **asdict(found)}
        for reading in fresh
        for found in reading.dates or ()
    ]
    _replace(store, "core.article_date", [reading.article.id for reading in fresh], rows)


def write_corrections(store: Store) -> None:
    """Compare the wordings of the articles of this batch, each with the one received before it."""
    wordings = store.rows("queries/wordings")
    rows: list[dict[str, Any]] = []
    for _, known in groupby(wordings, key=lambda row: row["article_id"]):
        for before, after in pairwise(list(known)):
            rows += _corrections(before, after)
    _replace(store, "core.correction", sorted({row["article_id"] for row in wordings}), rows)


def _corrections(before: Row, after: Row) -> list[dict[str, Any]]:
    own = {
        "article_id": after["article_id"],
        "day": after["received_at"].date(),
        "version": after["version"],
        "before": before["version"],
        "received_at": after["received_at"],
    }
    changes = corrections(before["title"], before["text"], after["title"], after["text"])
    return [own | {"position": n, **asdict(change)} for n, change in enumerate(changes)]


def write_copies(store: Store, changed: Sequence[Reading]) -> None:
    """Find the articles that are the same as these, or nearly; `stage_core_article` holds the rows of these."""
    rows = [
        {"article_id": reading.article.id, "day": reading.article.effective_day, "print": each}
        for reading in changed
        for each in prints(f"{reading.article.title}\n{reading.article.text}")
    ]
    _replace(store, "core.article_print", [reading.article.id for reading in changed], rows)
    store.run("queries/drop_copies")
    days = [reading.article.effective_day for reading in changed]
    if days:
        store.run("queries/find_copies", first=min(days).isoformat(), last=max(days).isoformat())


def _replace(store: Store, table: str, articles: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Let these rows be all that a table holds of some articles."""
    if articles:
        store.run("queries/drop_of_articles", {"articles": list(articles)}, target=table)
        if rows:
            store.run("queries/append", target=table, staged=store.stage(table, rows))
