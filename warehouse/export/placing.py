"""Putting files in place: written aside, looked at, and only then moved, so that nobody ever reads half a file."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import WarehouseError

_ASIDE = ".liqaa-export-"


class ExportError(WarehouseError):
    """A file cannot be written, or does not hold what it should; says which, and which row."""


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A folder to write in; at the end of the block each of its files takes its place in `folder` in one step.

    Where the block raises, or the process is killed, the files that were there before stay as they are.

    Raises:
        ExportError: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        own = folder / f"{_ASIDE}{os.getpid()}"
        own.mkdir()
        try:
            yield own
            _place(own, folder)
        finally:
            shutil.rmtree(own, ignore_errors=True)
    except OSError as error:
        told = f"The export to {folder} failed: {error.strerror or error}."
        raise ExportError(told, advice="Give another folder with --to, or make room.") from error


def _place(own: Path, folder: Path) -> None:
    for path in sorted(path for path in own.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
        target = folder / path.relative_to(own)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def _sweep(folder: Path) -> None:
    """Clear away what exports left that were killed."""
    for left in folder.glob(f"{_ASIDE}*"):
        number = left.name.removeprefix(_ASIDE)
        if number.isdigit() and not _alive(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return process != os.getpid()
