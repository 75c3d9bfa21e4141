"""Sending: each alert once to each channel. A channel that fails keeps its alerts for the next run."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from flows.alerts.channels import Channel, NotTaken, channels
from flows.alerts.words import Alert, alert_of
from flows.desks import desk_called
from flows.job import Job
from flows.recording import note_words
from warehouse import alerting
from warehouse.store import Row, Store, open_store

_MANY = 20  # alerts at once that are sent as one digest even where single ones are wanted


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the alerts of a run."""

    new: int = 0
    sent: int = 0  # messages taken by receivers, counted by alert
    waiting: int = 0  # not taken; the next run tries again
    troubles: tuple[str, ...] = field(default=())  # what receivers said


def send_alerts(job: Job, extra: Sequence[Channel] = ()) -> Sent:
    """Note what is to be told as of the run's day and send what waits.

    Before a message goes out the outbox says that it is tried, and after the receiver took it, that it is sent. A crash
    between the two makes the next run send it again, under the same key: at least once, never lost. The file is asked
    whether it has it, so there it is exactly once; mail and webhook carry a Message-ID or Idempotency-Key by which the
    receiver can tell.
    """
    own = [*channels(job.home, job.settings.alerts), *extra]
    new = sent = left = 0
    troubles: list[str] = []
    if not own:
        return Sent()
    with open_store(job.home.root) as store:
        new = alerting.note_alerts(store, [channel.name for channel in own], job.as_of)
        queues = {channel.name: alerting.waiting(store, channel.name) for channel in own}
        told = alerting.contents(store, job.as_of) if any(queues.values()) else {}
        ours = _of_desk(job, store) if any(queues.values()) else None
        for channel in own:
            queue = [row for row in queues[channel.name] if ours is None or row["subject"] in ours]
            for message in _messages(channel, queue):
                trouble = _send(store, channel, message, [alert_of(row, told.get(row["subject"])) for row in message])
                sent += 0 if trouble else len(message)
                left += len(message) if trouble else 0
                if trouble:
                    troubles.append(f"{channel.name}: {trouble}")
        note_words(job, store, job.run_id or None)
    for said in dict.fromkeys(troubles):
        logging.getLogger("liqaa.alerts").warning("Alerts wait for the next run; %s.", said)
    return Sent(new, sent, left, tuple(dict.fromkeys(troubles)))


def _of_desk(job: Job, store: Store) -> set[str] | None:
    """Ids of what concerns the desk that alerts are limited to; null: no desk is named."""
    desk = desk_called(job.home, job.settings.alerts.desk or None)
    return None if desk is None else set(alerting.contents(store, job.as_of, desk))


def _messages(channel: Channel, queue: list[Row]) -> list[list[Row]]:
    if not queue:
        return []
    return [queue] if channel.digest or len(queue) > _MANY else [[row] for row in queue]


def _send(store: Store, channel: Channel, rows: list[Row], alerts: list[Alert]) -> str | None:
    """Send one message; what went wrong, or null."""
    alerting.record_tries(store, channel.name, rows, datetime.now(UTC), error="broken off")
    try:
        channel.send(alerts)
    except NotTaken as error:
        alerting.record_tries(store, channel.name, rows, datetime.now(UTC), error=str(error))
        return str(error)
    alerting.record_tries(store, channel.name, rows, datetime.now(UTC), sent=True)
    return None
