"""Loading: what was received and what was read in it, into the tables; every load can be repeated without effect."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from transforms.ids import row_id
from transforms.records import Article, Rejection
from warehouse.articles import write_copies, write_corrections, write_dates
from warehouse.one_article import join_articles
from warehouse.rereading import noted
from warehouse.rows import ItemRow, LoadSummary, Reading, Received, Stored, Unread
from warehouse.shape import OWNED, Rows, digest_of, rows_of, witness_of
from warehouse.store import Row, Store


def record_run_start(
    store: Store, command: str, as_of: date, *, run_id: str | None = None, extractor: str | None = None
) -> str:
    """Open a row in quality.run; its id, made here unless given."""
    run = run_id or uuid4().hex
    row = {"id": run, "command": command, "as_of": as_of, "started_at": now(), "status": "running"}
    insert_new(store, "quality.run", [row | {"extractor": extractor}], key=("id",))
    return run


def record_run_finish(
    store: Store, run_id: str, status: str, counts: Mapping[str, object] | None = None, error: str | None = None
) -> None:
    """Close a run: status done, checks_failed or failed, what it did, what went wrong."""
    said = json.dumps(counts, ensure_ascii=False, default=str) if counts is not None else None
    store.run("queries/finish_run", {"id": run_id, "status": status, "at": now(), "counts": said, "error": error})


def load_received(store: Store, received: Received) -> LoadSummary:
    """Write what came in, in one transaction, with the name of its note; what is there already is left alone."""
    refused = [_rejection_row(entry, None, received.run_id, received.at) for entry in received.rejections]
    with store.transaction():
        merge(store, "raw.source", received.sources, key=("name",))
        rows = {
            "raw.item": _insert_items(store, received.items),
            "raw.page": insert_new(store, "raw.page", received.pages, key=("id",)),
            "raw.rejection": insert_new(store, "raw.rejection", refused, key=("id",)),
            "raw.fetch": insert_new(store, "raw.fetch", received.fetches, key=("id",)),
        }
        for source, url in received.settled:
            store.run("queries/settle_page", {"source": source, "url": url})
        if received.note:
            insert_new(store, "raw.note", [{"name": received.note}], key=("name",))
    given = len({(item.id, item.version) for item in received.items})
    return LoadSummary(new=rows["raw.item"], unchanged=given - rows["raw.item"], rows=rows)


def _insert_items(store: Store, items: Sequence[ItemRow]) -> int:
    """Append the items that say something new; how many they were."""
    return store.count("queries/insert_items", staged=store.stage("raw.item", items)) if items else 0


def load_runs(store: Store, note: str, runs: Sequence[Mapping[str, Any]]) -> None:
    """Write runs that have ended, as a note tells of them."""
    with store.transaction():
        insert_new(store, "quality.run", runs, key=("id",))
        insert_new(store, "raw.note", [{"name": note}], key=("name",))


def load_decisions(store: Store, note: str, decisions: Sequence[Mapping[str, Any]]) -> None:
    """Write decisions of people, as a note tells of them."""
    last = max(decision["id"] for decision in decisions)
    with store.transaction():
        insert_new(store, "core.review_decision", decisions, key=("id",))
        insert_new(store, "raw.note", [{"name": note, "decision": last}], key=("name",))


def notes_held(store: Store) -> tuple[set[str], str]:
    """The notes whose rows these tables hold, and the last of them; empty where there are none."""
    names = {row["name"] for row in store.rows("queries/notes")}
    return names, max(names, default="")


def reject(
    store: Store,
    rejection: Rejection,
    *,
    item: ItemRow | None = None,
    run_id: str | None = None,
    at: datetime | None = None,
) -> bool:
    """Write a rejection, of an item where one was read; whether it is a new one."""
    return insert_new(store, "raw.rejection", [_rejection_row(rejection, item, run_id, at or now())], key=("id",)) == 1


# What is known of the articles of this batch: a look at little, where all of them are new.
_BEFORE = {
    table: f"(select * from {table} where article_id in (from batch_before))"
    for table in ("core.article_text", "raw.reading")
}


def load_articles(store: Store, batch: Sequence[Reading]) -> LoadSummary:
    """Write articles and everything read in them, in one transaction.

    An article that is there already with the same wording and the same record is left alone; a later wording
    replaces the reports of the earlier one; an earlier wording that arrives late is kept as text only.
    New and changed reports wait for `link`.

    Raises:
        ValueError: a record holds a day that is none; nothing of the batch is written.
    """
    if not batch:
        return LoadSummary(0, 0, 0, {})
    shaped = {(r.article.id, r.article.version, r.received_at): r for r in batch}
    with store.transaction():
        _load_texts(store, list(shaped.values()))
        current = _current(store, list(shaped.values()))
        known = {row["id"]: row for row in store.rows("queries/staged_articles")}
        digests = {reading.article.id: digest_of(reading) for reading in current}
        changed = [reading for reading in current if _digest(known, reading) != digests[reading.article.id]]
        rows: Rows = {table: [] for table in OWNED}
        for reading in changed:
            for table, own in rows_of(reading).items():
                rows[table] += own
        if changed:
            with noted(store, changed, known) as anew:
                _replace(store, changed, rows, digests, bool(known))
            insert_new(store, "quality.reread", anew, key=("article_id", "day", "kind", "report_id", "extractor"))
            write_copies(store, changed)
            join_articles(store, {*known, *(row["id"] for row in store.rows("queries/one_article_batch"))})
        write_dates(store, current)
        write_corrections(store)
        store.run("queries/count_wordings")
    new = sum(reading.article.id not in known for reading in changed)
    written = {table: len(own) for table, own in rows.items() if own}
    return LoadSummary(new, len(changed) - new, len(current) - len(changed), {"core.article": len(changed)} | written)


def _digest(known: Mapping[str, Row], reading: Reading) -> str | None:
    row = known.get(reading.article.id)
    return row["digest"] if row else None


def articles_to_extract(store: Store, extractor: str, limit: int | None = None) -> list[Stored]:
    """Articles in their current wording that another version of the extractor read; oldest first."""
    found = store.rows("queries/articles_to_extract", {"extractor": extractor, "limit": limit or 2**60})
    return [_stored(row) for row in found]


def items_to_read(store: Store, limit: int | None = None) -> list[Unread]:
    """Items received that gave no article and no rejection yet: new ones, and those of a killed run."""
    unread = []
    for row in store.rows("queries/items_to_read", {"limit": limit or 2**60}):
        page = [row[name] for name in ("page_sha256", "page_url", "page_at", "page_type")]
        unread.append(Unread(row["id"], row["version"], _item(row), *page))
    return unread


def pages_wanted(store: Store, as_of: datetime) -> list[ItemRow]:
    """Items whose page was never fetched since they came, or could not be had for a reason that may pass."""
    return [_item(row) for row in store.rows("queries/pages_wanted", {"now": as_of})]


def _item(row: Mapping[str, Any]) -> ItemRow:
    names = ("source", "guid", "url", "title", "published", "updated", "lang", "body", "body_kind", "received_at")
    return ItemRow(**{name: row[name] for name in (*names, "fetch_id", "sha256", "run_id", "author")})


def merge(
    store: Store, table: str, rows: Sequence[Any], *, key: Sequence[str], since: str | None = None
) -> LoadSummary:
    """Bring rows into a table by their key; rows that are there with the same values are not touched.

    `since`: the ISO day from which on rows of these keys may stand, so that earlier ones need not be looked at.
    """
    staged = store.stage(table, rows)
    if not rows:
        return LoadSummary(0, 0, 0, {table: 0})
    columns = [column for column in store.columns(table) if column not in key]
    limit = [f"t.day >= date '{since}'"] if since else []
    names = {
        "target": table,
        "staged": staged,
        "key": ", ".join(key),
        "matches": " and ".join([*(f"t.{column} = s.{column}" for column in key), *limit]),
        "differs": " or ".join(f"t.{column} is distinct from s.{column}" for column in columns),
        "updates": ", ".join(f"{column} = s.{column}" for column in columns),
        "columns": ", ".join(store.columns(table)),
        "values": ", ".join(f"s.{column}" for column in store.columns(table)),
    }
    new = store.rows("queries/count_new", **{name: names[name] for name in ("target", "staged", "key", "matches")})
    written = store.count("queries/merge", **names)
    inserted = int(new[0]["new"])
    return LoadSummary(inserted, written - inserted, int(new[0]["given"]) - written, {table: written})


def insert_new(store: Store, table: str, rows: Sequence[Any], *, key: Sequence[str], known: str | None = None) -> int:
    """Append the rows whose key is not there yet; how many there were. `known`: where to look, else the whole table."""
    if not rows:
        return 0
    matches = " and ".join(f"t.{column} is not distinct from s.{column}" for column in key)
    staged = store.stage(table, rows)
    names = {"target": table, "staged": staged, "key": ", ".join(key), "matches": matches}
    return store.count("queries/insert_new", known=known or table, **names)


def now() -> datetime:
    """The present moment, for rows that hold load time."""
    return datetime.now(UTC)


def _rejection_row(rejection: Rejection, item: ItemRow | None, run_id: str | None, at: datetime) -> dict[str, Any]:
    own = {
        "id": row_id("rejection", rejection.source, rejection.code, rejection.sha256, rejection.locator),
        "item_id": item and item.id,
        "item_version": item and item.version,
        "run_id": run_id,
        "rejected_at": at,
    }
    return {name: getattr(rejection, name) for name in ("source", "code", "detail", "sha256", "locator")} | own


def _load_texts(store: Store, readings: list[Reading]) -> None:
    """Write every wording, and when each was received; both only ever grow."""
    texts = [
        {
            "article_id": reading.article.id,
            "version": reading.article.version,
            "day": reading.article.effective_day,
            "title": reading.article.title,
            "text": reading.article.text,
        }
        for reading in readings
    ]
    store.stage("core.article", [{"id": reading.article.id} for reading in readings], name="batch_article")
    store.run("queries/batch_before")
    insert_new(store, "core.article_text", texts, key=("article_id", "version"), known=_BEFORE["core.article_text"])
    store.run("queries/batch_several")
    receipts = [
        {
            "article_id": reading.article.id,
            "version": reading.article.version,
            "item_id": reading.item_id,
            "item_version": reading.item_version,
            "page_sha256": reading.page_sha256,
            "received_at": reading.received_at,
        }
        for reading in readings
    ]
    key = ("article_id", "version", "item_id", "item_version", "page_sha256")
    insert_new(store, "raw.reading", receipts, key=key, known=_BEFORE["raw.reading"])


def _current(store: Store, readings: list[Reading]) -> list[Reading]:
    """The readings of the wordings that are current now, one an article: the last one given of each."""
    latest = {row["article_id"]: row["version"] for row in store.rows("queries/current_wordings")}
    chosen = {r.article.id: r for r in readings if latest[r.article.id] == r.article.version}
    return list(chosen.values())


def _replace(store: Store, readings: list[Reading], rows: Rows, digests: Mapping[str, str], some_known: bool) -> None:
    """Replace everything that belongs to these articles, and let go of the links that rested on it."""
    store.stage("core.article", [_article_row(reading, digests[reading.article.id]) for reading in readings])
    if some_known:
        store.run("queries/release")
        for table in OWNED:
            store.run("queries/drop_owned", target=table)
        store.run("queries/drop_articles")
    for table in OWNED:
        if rows[table]:
            store.run("queries/append", target=table, staged=store.stage(table, rows[table]))
    store.run("queries/append", target="core.article", staged="stage_core_article")


def _article_row(reading: Reading, digest: str) -> dict[str, Any]:
    article = reading.article
    names = ("id", "version", "source", "url", "title", "lang", "published", "first_seen", "origin", "side")
    return {name: getattr(article, name) for name in names} | {
        "day": article.effective_day,
        "published_basis": reading.published_basis,
        "modified": reading.modified,
        "author": reading.author,
        "witness": witness_of(article),
        "wordings": 1,
        "extractor": reading.extractor,
        "reasons": [reason.value for reason in reading.record.reasons],
        "digest": digest,
    }


def _stored(row: Mapping[str, Any]) -> Stored:
    names = ("id", "version", "source", "url", "title", "text", "lang", "published", "first_seen", "origin", "side")
    rest = ("received_at", "item_id", "item_version", "page_sha256", "published_basis", "modified", "author")
    article = Article(witness=row["witness"], **{name: row[name] for name in names})
    return Stored(article, **{name: row[name] for name in rest})
