"""What is known of earlier exchanges: the basis of conditional requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from warehouse.store import Store


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The last time an address answered with a body."""

    etag: str | None
    last_modified: str | None
    sha256: str  # of that body
    full_at: datetime
    moved_to: str | None  # where the address said last that it is for good; null: where it was


def last_answers(store: Store) -> Mapping[tuple[str, str], LastAnswer]:
    """The last full answer by source and address asked for."""
    return {
        (row["source"], row["url"]): LastAnswer(
            row["etag"], row["last_modified"], row["sha256"], row["full_at"], row["moved_to"]
        )
        for row in store.rows("queries/last_answers")
    }


def not_before(store: Store) -> Mapping[str, datetime]:
    """Sources that are to be left alone for now, with the moment from which they may be asked again."""
    return {row["source"]: row["next_try"] for row in store.rows("queries/not_before")}
