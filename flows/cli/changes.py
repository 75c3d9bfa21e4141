"""The command `changes`: what is another thing now than it was on a day, and why."""

from datetime import datetime
from typing import Annotated

import typer

from flows.cli.read import AsOf


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Look at it")(changes)


def changes(
    context: typer.Context,
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Compare with this day.", metavar="DATE")],
    as_of: AsOf = None,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Show what is new, merged, split, restated, corrected or in another state, each with its cause."""
    from flows.cli.read import check_format, day_of, print_json, snapshot
    from flows.cli.screen import table
    from flows.errors import InputError
    from warehouse.changes import changes as compared
    from warehouse.store import snapshot_path

    check_format(format, "table", "json")
    with snapshot(context) as con:
        until = day_of(context, con, as_of)
        if since.date() > until:
            raise InputError(f"--since {since:%Y-%m-%d} is after {until}, the day it is compared with.")
        rows = compared(snapshot_path(context.obj.root), since.date(), until)
    if format == "json":
        print_json(rows)
        return
    columns = ("what", "kind", "cause", "detail", "id")
    table(columns, [[row[column] for column in columns] for row in rows])
