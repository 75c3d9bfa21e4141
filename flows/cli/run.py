"""Commands that write: `run`, `add` and `serve`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.errors import InputError

_PANEL = "Fill the warehouse"
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Judge as of this day instead of today.", metavar="DATE"),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(rich_help_panel=_PANEL)(run)
    app.command(rich_help_panel=_PANEL)(add)
    app.command(rich_help_panel=_PANEL)(serve)


def run(
    context: typer.Context,
    sources: Annotated[Path | None, typer.Option(help="List of sources instead of the home's own.")] = None,
    as_of: AsOf = None,
    sample: Annotated[bool, typer.Option("--sample", help="Read the invented sample into a home of its own.")] = False,
) -> None:
    """Run the whole pipeline: read sources, extract, link, check, publish, report."""
    from flows.cli.screen import progress
    from flows.cli.summary import show_run
    from flows.running import run_pipeline

    if sample and sources:
        raise InputError("--sample has its own sources; leave out --sources.")
    with progress():
        summary = run_pipeline(context.obj, sources, as_of.date() if as_of else None, sample)
    show_run(summary, context.obj)


def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Text, HTML, .jsonl or .jsonl.gz.", show_default=False)],
    as_of: AsOf = None,
    published: Annotated[str | None, typer.Option(help="Date of publication, ISO 8601.", metavar="DATE")] = None,
    title: Annotated[str | None, typer.Option(help="Headline.")] = None,
    url: Annotated[str | None, typer.Option(help="Address where it was published.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language: ar or en. By content unless given.")] = None,
) -> None:
    """Add articles by hand: one as text or HTML, or many as JSON Lines."""
    from flows.cli.screen import progress
    from flows.cli.summary import show_added
    from flows.documents import Given, check_published
    from flows.running import add_files

    given = Given(check_published(published), title, url, lang)
    with progress():
        added, summary = add_files(context.obj, files, given, as_of.date() if as_of else None)
    show_added(added, summary, context.obj)


def serve(
    context: typer.Context,
    every: Annotated[int | None, typer.Option(min=1, help="Run every so many minutes.", metavar="MINUTES")] = None,
    cron: Annotated[str | None, typer.Option(help='Run at the times of a cron line, e.g. "0 6 * * *" (UTC).')] = None,
    sources: Annotated[Path | None, typer.Option(help="List of sources instead of the home's own.")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Serve the invented sample.")] = False,
) -> None:
    """Run the pipeline on a schedule until stopped."""
    from flows.serve import serve as serve_forever

    if (every is None) == (cron is None):
        raise InputError("Say when: --every MINUTES or --cron LINE, one of the two.")
    serve_forever(context.obj, minutes=every, cron=cron, sources=sources, sample=sample)
