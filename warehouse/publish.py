"""Publishing: a copy of the database for readers, put in place in one step; an open reader keeps the one it has.

Whole articles stay in the private warehouse unless the settings say otherwise: readers get facts, the words that these
rest on, outlet and link.
"""

import contextlib
import os
import re
import shutil
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.search import make_index
from warehouse.store import Store, database_path, snapshot_path

_KEPT = 2
# What a copy without whole articles says of these tables; every other table is copied as it is.
_REDACTED = {
    "core.article_text": "queries/publish_texts",
    "core.correction": "queries/publish_corrections",
    "raw.item": "queries/publish_items",
}
_NAME = re.compile(r"^liqaa-(\d{8})\.duckdb$")


def publish_snapshot(home: Path, *, full_text: bool = False) -> Path:
    """Copy a home's closed database and move the link to the copy; the two latest copies are kept.

    Args:
        home: the home.
        full_text: whether whole articles go into the copy, which is then for the user's own machine.

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
    _copy(source, target, full_text)
    _point(snapshot_path(home), target)
    for number, path in sorted(_versions(folder).items())[:-_KEPT]:
        if number != max(versions, default=0) + 1:
            path.unlink(missing_ok=True)
    return target


def _copy(source: Path, target: Path, full_text: bool) -> None:
    """Copy so that the name exists only once all bytes are on the disk."""
    partial = target.with_suffix(".part")
    for left in (partial, partial.with_name(partial.name + ".wal")):
        with contextlib.suppress(FileNotFoundError):
            left.unlink()
    if full_text:
        shutil.copyfile(source, partial)
    else:
        _copy_without_texts(source, partial)
    with Store(duckdb.connect(str(partial))) as store:
        make_index(store)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)


def _copy_without_texts(source: Path, target: Path) -> None:
    """A new file, row by row: in a copy of the old one, what is deleted could still be read from free blocks."""
    with Store(duckdb.connect(str(target))) as store:
        store.attach(source, "private")
        (name,) = store.rows("queries/own_name")
        store.run("queries/copy_schema", origin="private", target=f'"{name["name"]}"')
        with store.transaction():
            for row in store.rows("queries/own_tables"):
                if row["name"] in _REDACTED:
                    store.run(_REDACTED[row["name"]])
                else:
                    store.run("queries/copy_table", table=row["name"], origin="private")
        store.detach("private")


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
