"""Publishing: a copy of the database for readers, put in place in one step; an open reader keeps the one it has."""

import contextlib
import os
import re
import shutil
from pathlib import Path

from warehouse.errors import WarehouseError
from warehouse.store import database_path, snapshot_path

_KEPT = 2
_NAME = re.compile(r"^liqaa-(\d{8})\.duckdb$")


def publish_snapshot(home: Path) -> Path:
    """Copy a home's closed database and move the link to the copy; the two latest copies are kept.

    Returns:
        The copy.

    Raises:
        WarehouseError: there is no database, or a writer has left work beside it.
    """
    source = database_path(home)
    if not source.exists():
        raise WarehouseError(f"There is no warehouse in {home} to publish.")
    if source.with_name(source.name + ".wal").exists():
        raise WarehouseError(f"The warehouse in {home} is still open; close it before publishing.")
    folder = snapshot_path(home).parent
    folder.mkdir(parents=True, exist_ok=True)
    versions = _versions(folder)
    target = folder / f"liqaa-{max(versions, default=0) + 1:08d}.duckdb"
    _copy(source, target)
    _point(snapshot_path(home), target)
    for number, path in sorted(_versions(folder).items())[:-_KEPT]:
        if number != max(versions, default=0) + 1:
            path.unlink(missing_ok=True)
    return target


def _copy(source: Path, target: Path) -> None:
    """Copy so that the name exists only once all bytes are on the disk."""
    partial = target.with_suffix(".part")
    with contextlib.suppress(FileNotFoundError):
        partial.unlink()
    shutil.copyfile(source, partial)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)


def _point(link: Path, target: Path) -> None:
    """Let a link name another file in one step: readers see the old one or the new one, never neither."""
    new = link.with_suffix(".new")
    new.unlink(missing_ok=True)
    new.symlink_to(target.name)
    new.replace(link)
    folder = os.open(link.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _versions(folder: Path) -> dict[int, Path]:
    found = ((match, path) for path in folder.iterdir() if (match := _NAME.match(path.name)))
    return {int(match.group(1)): path for match, path in found}
