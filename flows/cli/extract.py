"""`liqaa extract`: documents on stdin to records on stdout."""

import sys
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Extraction")(extract)


def extract(
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that share the work.")] = 1,
) -> None:
    """Read documents as JSON Lines on stdin, write their records as JSON Lines on stdout, in order.

    A line that cannot be used gives {"id": …, "error": …} in its place, and exit code 1 at the end.
    """
    from flows.extraction import extract_lines

    good = True
    out = sys.stdout.buffer
    for line in extract_lines(sys.stdin.buffer, workers):
        good = good and line.good
        out.write(line.text.encode("utf-8", "surrogatepass") + b"\n")
    out.flush()
    if not good:
        raise typer.Exit(1)
