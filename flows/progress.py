"""Progress of long work, told to whoever watches: a bar on a terminal, or nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Watcher(Protocol):
    """Someone who shows how far a stage has come."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins; `total` steps, or unknown."""

    def advance(self, steps: int) -> None:
        """So many steps of the present stage are done."""


class _Nobody:
    def stage(self, name: str, total: int | None) -> None:
        """Show nothing."""

    def advance(self, steps: int) -> None:
        """Show nothing."""


class Stopped(BaseException):
    """The user has asked the run to stop; raised between two steps, where nothing is half done.

    Not an Exception, since nothing below may take it for a fault and go on.
    """


_watcher: ContextVar[Watcher] = ContextVar("liqaa_watcher", default=_Nobody())  # noqa: B039 (it holds no state)


def watcher() -> Watcher:
    """Whoever watches now."""
    return _watcher.get()


@contextmanager
def watched_by(someone: Watcher) -> Iterator[None]:
    """Let someone watch for as long as this lasts."""
    token = _watcher.set(someone)
    try:
        yield
    finally:
        _watcher.reset(token)
