"""The journal of the archive: how bytes were received, in order, so that every row can be made again from it.

A note is written and synced before the rows that it tells of. It is JSON Lines: a head, then an entry a line.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from flows.archive import Archive
from warehouse.rows import FetchRow, SourceRow


@dataclass(frozen=True, slots=True)
class Note:
    """What came in at one moment."""

    kind: str  # sources, exchanges, pages, files, promises, read, run, decisions or history
    at: datetime
    run_id: str | None
    entries: Sequence[Mapping[str, Any]] = ()
    name: str = ""  # in the archive; empty: not written yet


def write(archive: Archive, note: Note) -> str:
    """Write a note; its name. Once this returns, rows may follow."""
    head = {"kind": note.kind, "at": note.at.isoformat(), "run_id": note.run_id}
    lines = [head, *note.entries]
    return archive.note("".join(json.dumps(line, ensure_ascii=False, default=str) + "\n" for line in lines).encode())


def notes(archive: Archive, *, but: set[str] = frozenset(), after: str = "") -> Iterator[Note]:  # type: ignore[assignment]
    """The notes of an archive in the order in which they were written.

    Args:
        archive: where they are.
        but: names of notes that are not wanted.
        after: a note's name; older months than its own are not looked at.
    """
    for name in archive.notes(after):
        if name not in but:
            head, *entries = map(json.loads, archive.read_note(name).splitlines())
            yield Note(head["kind"], datetime.fromisoformat(head["at"]), head["run_id"], tuple(entries), name)


def fetch_entry(row: FetchRow, **more: object) -> dict[str, Any]:
    """An exchange as an entry."""
    return {**asdict(row), "started_at": row.started_at.isoformat(), **more}


def fetch_of(entry: Mapping[str, Any]) -> FetchRow:
    """The exchange that an entry tells of."""
    values = {key: entry[key] for key in FetchRow.__dataclass_fields__ if key in entry}
    return FetchRow(**{**values, "started_at": datetime.fromisoformat(entry["started_at"])})


def source_entry(row: SourceRow) -> dict[str, Any]:
    """A declaration as an entry."""
    return asdict(row)


def source_of(entry: Mapping[str, Any]) -> SourceRow:
    """The declaration that an entry tells of."""
    return SourceRow(**{**entry, "languages": tuple(entry["languages"])})
