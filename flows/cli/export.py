"""The command `export`: the snapshot as files for other programmes."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.read import AsOf, check_choice, day_of, snapshot
from flows.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Look at it")(export)


def export(
    context: typer.Context,
    format: Annotated[str, typer.Option(help="parquet, csv, jsonl, datapackage, ical or atom.", show_default=False)],
    to: Annotated[Path, typer.Option("--to", help="Folder for the files.", metavar="DIR", show_default=False)],
    as_of: AsOf = None,
    table: Annotated[
        list[str] | None, typer.Option(help="Only this table or view, as in mart.meeting; repeatable.", metavar="NAME")
    ] = None,
) -> None:
    """Write the snapshot as files; each is read back and compared before it is put in place."""
    from flows.exports import FORMATS, TABLES
    from flows.exports import export as write

    check_choice("--format", format, FORMATS)
    if table and format not in TABLES:
        raise InputError(f"--table chooses among tables, and {format} holds none.")
    if to.exists() and not to.is_dir():
        raise InputError(f"{to} is a file, and --to names a folder.")
    with snapshot(context, as_of, sealed=False) as con:
        paths = write(con, format, to, day_of(context, con, as_of), table or ())
    for path in paths:
        print(path)
