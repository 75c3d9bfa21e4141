"""One writer at a time: a lock on the home that says who holds it and since when."""

import contextlib
import fcntl
import json
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path


def _holder(path: Path) -> str:
    """The sentence that says who holds the lock; the file may just be changing hands."""
    try:
        entry = json.loads(path.read_text(encoding="utf-8"))
        return f"process {entry['pid']} ({entry['command']}) since {entry['since']}"
    except (ValueError, KeyError, OSError, TypeError):
        return "another process"


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


# Homes that this process holds: a flow that is started by a command which has the lock must not wait for itself.
_held: set[Path] = set()


@contextlib.contextmanager
def home_lock(path: Path, say: Callable[[str], None] = _say) -> Iterator[None]:
    """Hold the lock of a home; wait for another holder after saying who it is. Holding it twice is holding it once.

    The kernel releases the lock when its process ends, however it ends, so a killed run leaves nothing to clean up.
    """
    if path in _held:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting: {path.parent} is in use by {_holder(path)}.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        entry = {
            "pid": os.getpid(),
            "command": shlex.join(["liqaa", *sys.argv[1:]]),
            "since": datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
        }
        os.ftruncate(handle, 0)
        os.pwrite(handle, (json.dumps(entry, ensure_ascii=False) + "\n").encode(), 0)
        _held.add(path)
        yield
    finally:
        _held.discard(path)
        os.close(handle)
