"""What commands print: progress on a terminal, tables, and nothing but data where data was asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flows.progress import watched_by


class _Bars:
    """A line a stage: its name, how far it is, how long it takes."""

    def __init__(self, progress: Any) -> None:
        self._progress = progress
        self._task: Any = None

    def stage(self, name: str, total: int | None) -> None:
        """Finish the line of the stage before and begin one."""
        self.finish()
        self._task = self._progress.add_task(name, total=total)

    def advance(self, steps: int) -> None:
        """Move on."""
        if self._task is not None:
            self._progress.advance(self._task, steps)

    def finish(self) -> None:
        """Mark the present stage as done."""
        if self._task is not None:
            task = self._progress.tasks[self._task]
            self._progress.update(self._task, total=task.completed, completed=task.completed)


class _Lines:
    """One line a stage, for logs and pipes."""

    def stage(self, name: str, total: int | None) -> None:
        """Say that it begins."""
        print(f"{name} …" if total is None else f"{name} ({total}) …", file=sys.stderr, flush=True)

    def advance(self, steps: int) -> None:
        """Nothing: the stages alone are told."""


@contextmanager
def progress() -> Iterator[None]:
    """Show the stages of a run while it lasts."""
    if not sys.stderr.isatty():
        with watched_by(_Lines()):
            yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(finished_text="[green]✓"),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        bars = _Bars(bar)
        with watched_by(bars):
            yield
        bars.finish()
