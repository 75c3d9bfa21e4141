"""Commands that read the published snapshot: `query`, `flags`, `schema`, `report`; and what such commands share."""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.screen import table
from flows.errors import InputError

if TYPE_CHECKING:  # a light command imports the database only when it runs
    import duckdb

_PANEL = "Look at it"
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="What was known and due on this day.", metavar="DATE"),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(rich_help_panel=_PANEL)(query)
    app.command(rich_help_panel=_PANEL)(flags)
    app.command(rich_help_panel=_PANEL)(schema)
    app.command(rich_help_panel=_PANEL)(report)


def query(
    context: typer.Context,
    sql: Annotated[str, typer.Argument(help="One SQL statement.", show_default=False)],
    as_of: AsOf = None,
    format: Annotated[str, typer.Option(help="table, csv or json.")] = "table",
) -> None:
    """Ask the snapshot in SQL; it cannot be changed by that."""
    from warehouse.asking import run_query

    check_format(format, "table", "csv", "json")
    with snapshot(context, as_of) as con:
        answer = run_query(con, sql)
    if format == "json":
        print_json(answer.as_dicts())
    elif format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
    else:
        table(answer.columns, answer.rows)


def flags(
    context: typer.Context,
    as_of: AsOf = None,
    severity: Annotated[str | None, typer.Option(help="Only critical, warning or info.")] = None,
    desk: Annotated[str | None, typer.Option(help="Only what concerns this desk of the settings.")] = None,
    accepted: Annotated[bool, typer.Option("--accepted", help="Also those that people accepted.")] = False,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Show what a reader should know before using a fact."""
    from flows.desks import desk_called
    from warehouse import query as read

    check_format(format, "table", "json")
    check_choice("--severity", severity, ["critical", "warning", "info"])
    with snapshot(context) as con:
        rows = read.flags(con, day_of(context, con, as_of), severity, desk_called(context.obj, desk), accepted)
    if format == "json":
        print_json(rows)
        return
    columns = ("severity", "code", "detail", "quote", "subject")
    table(columns, [[row[column] for column in columns] for row in rows])


def schema(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[TABLE]", help="One table or view, with its columns.")] = None,
    format: Annotated[str, typer.Option(help="table, json or markdown.")] = "table",
) -> None:
    """Show tables and views with what they hold, or the columns of one."""
    from warehouse import query as read

    check_format(format, "table", "json", "markdown")
    with snapshot(context) as con:
        if format == "markdown":
            from flows.dictionary import dictionary_page, table_part

            found = read.dictionary(con, name)
            sys.stdout.write(dictionary_page(found) if name is None else table_part(found))
            return
        rows = read.schema(con, name)
    if format == "json":
        print_json(rows)
    elif rows:
        columns = tuple(rows[0])
        table(columns, [[row[column] for column in columns] for row in rows])


def report(
    context: typer.Context,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    lang: Annotated[
        str | None, typer.Option(help="Write it anew, first in this language: en or ar.", metavar="LANG")
    ] = None,
    desk: Annotated[str | None, typer.Option(help="Only what concerns this desk of the settings.")] = None,
    as_of: AsOf = None,
) -> None:
    """Say where the report is, or open it; with --lang, --desk or --as-of, write it anew first."""
    page: Path = context.obj.report
    if (lang, desk, as_of) != (None, None, None):
        page = _write_report(context, lang, desk, as_of)
    if not page.exists():
        raise InputError(f"There is no report in {context.obj.root} yet.", advice="Make one with: liqaa run")
    print(page)
    if open_it:
        import webbrowser

        webbrowser.open(page.as_uri())


def _write_report(context: typer.Context, lang: str | None, desk: str | None, as_of: datetime | None) -> Path:
    from checks.report import write_report
    from flows.desks import desk_called
    from flows.lock import home_lock
    from flows.settings import load_settings

    own = lang or load_settings(context.obj).report.lang
    check_choice("--lang", own, ("en", "ar"))
    chosen = desk_called(context.obj, desk)
    with snapshot(context) as con:
        day = day_of(context, con, as_of)
    with home_lock(context.obj.lock):
        return write_report(context.obj.root, day, own, chosen)


@contextmanager
def snapshot(
    context: typer.Context, as_of: datetime | None = None, *, sealed: bool = True
) -> Iterator["duckdb.DuckDBPyConnection"]:
    """The published snapshot, or what it would be as of a day; says so where a later run failed.

    Sealed, it reaches no file: where a statement may be anybody's.
    """
    from warehouse.store import open_snapshot, snapshot_path

    con = open_snapshot(context.obj.root, sealed=sealed)
    trouble = context.obj.trouble()
    if trouble:
        print(trouble, file=sys.stderr)
    try:
        with _without_pandas():
            if as_of is None:
                yield con
            else:
                from warehouse.past import open_past

                with open_past(snapshot_path(context.obj.root), as_of.date(), sealed=sealed) as past:
                    yield past.con
    finally:
        con.close()


@contextmanager
def _without_pandas() -> Iterator[None]:
    """Keep DuckDB from importing pandas only to know its nulls among parameters: a second that no look-up needs."""
    absent = "pandas" not in sys.modules
    modules: dict[str, Any] = sys.modules
    if absent:
        modules["pandas"] = None
    try:
        yield
    finally:
        if absent:
            del modules["pandas"]


def day_of(context: typer.Context, con: "duckdb.DuckDBPyConnection", given: datetime | None) -> date:
    """The day to judge by: as given, the sample's own day, or today."""
    from warehouse.query import last_as_of

    if given is not None:
        return given.date()
    today = datetime.now(UTC).date()
    return (last_as_of(con) or today) if context.obj.kind() == "sample" else today


def print_json(rows: object) -> None:
    """One JSON document; dates and the like as ISO text."""
    json.dump(rows, sys.stdout, ensure_ascii=False, indent=1, default=_plain)
    sys.stdout.write("\n")


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    iso = getattr(value, "isoformat", None)
    return iso() if iso else str(value)


def check_format(given: str, *known: str) -> None:
    """Refuse a format that a command does not know."""
    if given not in known:
        raise InputError(f'--format "{given}" is not one of {", ".join(known)}.')


def check_choice(option: str, given: str | None, known: Sequence[str]) -> None:
    """Refuse a word that an option does not know."""
    if given is not None and given not in known:
        raise InputError(f'{option} "{given}" is not one of {", ".join(known)}.')
