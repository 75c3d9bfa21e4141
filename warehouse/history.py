"""The history of judgements: checks, flags, states of promises and sources, alerts; no run can derive it again."""

from collections.abc import Iterable, Mapping
from typing import Any

from warehouse.load import insert_new, merge
from warehouse.store import Row, Store

# What was judged so far, by the key of each table. What people decided and the runs have notes of their own.
HISTORY: Mapping[str, tuple[str, ...]] = {
    "quality.check_result": ("run_id", "id"),
    "quality.evaluation": ("gold", "extractor", "lang", "slot"),
    "quality.flag": ("id",),
    "quality.reread": ("article_id", "day", "kind", "report_id", "extractor"),
    "quality.quarantine": ("table_name", "row_id", "check_id"),
    "quality.follow_up_status": ("follow_up_id", "as_of"),
    "quality.source_health": ("source",),
    "quality.source_event": ("source", "as_of"),
    "quality.alert": ("key",),
    "quality.alert_delivery": ("alert", "channel"),
    "quality.alert_channel": ("name",),
}


def history_to_note(store: Store) -> list[dict[str, Any]]:
    """Rows of the history that no note tells of as they are now: each with its table."""
    found: list[dict[str, Any]] = []
    for table in HISTORY:
        rows = store.rows("queries/history_to_note", table=table, key=_key(table))
        found += [{"table": table, "row": dict(row)} for row in rows]
    return found


def load_history(store: Store, note: str, entries: Iterable[Mapping[str, Any]]) -> None:
    """Write rows of the history as a note tells of them: the last word on each is that of the latest note."""
    by_table: dict[str, list[Row]] = {}
    for entry in entries:
        by_table.setdefault(entry["table"], []).append(entry["row"])
    with store.transaction():
        for table, rows in by_table.items():
            if table in HISTORY:
                merge(store, table, rows, key=HISTORY[table])
                names = {"table": table, "key": _key(table), "staged": store.stage(table, rows)}
                store.run("queries/history_forget", **names)
                store.run("queries/history_noted", **names)
        insert_new(store, "raw.note", [{"name": note}], key=("name",))


def _key(table: str) -> str:
    return ", ".join(f"coalesce(t.{column}::varchar, '')" for column in HISTORY[table])
