"""Putting a folder in the place of another: readers see the old one whole, then the new one whole."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100  # paths are taken as they are
_EXCHANGE = 2


@contextmanager
def put_in_place(folder: Path, keep: str) -> Iterator[Path]:
    """Give an empty folder to fill; once it is filled, it takes the place of the old one in one step.

    Where filling it fails, the old folder stays as it was.

    Args:
        folder: the folder to replace; may be missing.
        keep: name of what is taken over from the old folder, by links to the same files.
    """
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
        if (folder / keep).is_dir():
            shutil.copytree(folder / keep, fresh / keep, copy_function=_link)
        if not folder.exists():
            fresh.rename(folder)
        elif not _exchanged(fresh, folder):
            # No such call here: for a moment there is no folder of this name.
            old = folder.with_name(folder.name + ".old")
            shutil.rmtree(old, ignore_errors=True)
            folder.rename(old)
            fresh.rename(folder)
            shutil.rmtree(old)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)  # what was not finished, or the old one after the exchange


def _exchanged(a: Path, b: Path) -> bool:
    """Let two folders change places in one step; false where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return call is not None and call(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _EXCHANGE) == 0


def _link(source: str, target: str) -> None:
    """The same file under another name, or a copy where the file system has no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
