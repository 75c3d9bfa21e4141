"""What commands print: progress on a terminal, tables, and nothing but data where data was asked for."""

import sys
from collections.abc import Iterable, Iterator, Sequence
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


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their columns; null is an empty cell. In a pipe, columns are parted by tabs."""
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            print("\t".join("" if cell is None else str(cell).replace("\t", " ").replace("\n", " ") for cell in row))
        return
    from rich.console import Console
    from rich.table import Table

    shown = Table(header_style="bold", box=None, pad_edge=False)
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*("" if cell is None else escape(str(cell)) for cell in row))
    Console().print(shown)


def escape(text: str) -> str:
    """A text whose square brackets are no markup."""
    from rich.markup import escape as escaped

    return escaped(text)
