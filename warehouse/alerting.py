"""The outbox of alerts: what is to be told, what each channel was told, and what still waits."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from transforms.watch.desks import Desk
from warehouse.load import insert_new, merge
from warehouse.query import Wanted, follow_ups
from warehouse.store import Row, Store


def note_alerts(store: Store, channels: Collection[str], as_of: date) -> int:
    """Write down what is to be told as of a day, under a key a change, and since when each channel is there.

    Nothing is told twice however often it is found, and what a run found that was broken off is found by the next.

    Returns:
        How many are new.
    """
    if not channels:
        return 0
    with store.transaction():
        known = {row["name"]: row for row in store.rows("queries/alerts_channels")}
        since = store.rows("queries/alerts_since")[0]["day"] or as_of
        rows = [
            {
                "name": name,
                "since": known[name]["since"] if name in known else as_of,
                "until": max(known[name]["until"], as_of) if name in known else as_of,
            }
            for name in sorted(channels)
        ]
        merge(store, "quality.alert_channel", rows, key=("name",))
        found = store.rows("queries/alerts_found", {"as_of": as_of, "since": since})
        return insert_new(store, "quality.alert", found, key=("key",))


def waiting(store: Store, channel: str) -> list[Row]:
    """Alerts that a channel has not taken yet, the oldest first."""
    return store.rows("queries/alerts_waiting", {"channel": channel})


def contents(store: Store, as_of: date, desk: Desk | None = None) -> dict[str, Mapping[str, Any]]:
    """What there is to say on every promise and critical flag, by id; a desk's own promises only where one is given."""
    told: dict[str, Mapping[str, Any]] = {row["id"]: row for row in follow_ups(store.con, as_of, Wanted(desk=desk))}
    return told | {row["id"]: row for row in store.rows("queries/alerts_flags")}


def record_tries(
    store: Store, channel: str, alerts: Sequence[Row], at: datetime, *, sent: bool = False, error: str | None = None
) -> None:
    """Write that alerts are about to be sent, were taken by the receiver, or were not."""
    rows = [
        {
            "alert": alert["key"],
            "channel": channel,
            "tries": alert["tries"] + 1,
            "tried_at": at,
            "sent_at": at if sent else None,
            "error": error,
        }
        for alert in alerts
    ]
    with store.transaction():
        merge(store, "quality.alert_delivery", rows, key=("alert", "channel"))
