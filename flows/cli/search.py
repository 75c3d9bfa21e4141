"""The command `search`: articles by words, in both languages."""

from typing import Annotated

import typer

from flows.cli.read import AsOf, check_format, print_json, snapshot
from flows.cli.screen import table
from flows.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Look at it")(search)


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Arabic, English or both, in any spelling.", show_default=False)],
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many articles.")] = 20,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Find articles by the words of their headlines and telling sentences, the best first."""
    from warehouse.search import find

    check_format(format, "table", "json")
    asked = " ".join(words)
    if not any(letter.isalnum() for letter in asked):
        raise InputError(f'"{asked}" holds no word to search for.')
    with snapshot(context, sealed=False) as con:
        rows = find(con, asked, as_of.date() if as_of else None, limit)
    if format == "json":
        print_json(rows)
        return
    columns = ("id", "date", "source", "title", "sentence")
    table(columns, [[row[column] for column in columns] for row in rows])
