"""Commands that look after the archive and what was rejected."""

from typing import Annotated

import typer

archive = typer.Typer(help="The raw bytes that everything is derived from.", no_args_is_help=True)
_PANEL = "Look after it"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(rich_help_panel=_PANEL)(rejections)
    app.command(rich_help_panel=_PANEL)(rebuild)
    app.add_typer(archive, name="archive", rich_help_panel=_PANEL)


def rejections(
    context: typer.Context,
    source: Annotated[str | None, typer.Option(help="Only of this source.")] = None,
    code: Annotated[str | None, typer.Option(help="Only with this reason code.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    retry: Annotated[bool, typer.Option("--retry", help="Try them again, after a mend.")] = False,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Show what was received and could not be used, with the reason; or try it again."""
    from flows.cli.read import check_format, print_json, snapshot
    from flows.cli.screen import progress, table
    from warehouse.rejections import rejections as rejected

    check_format(format, "table", "json")
    with snapshot(context) as con:
        rows = rejected(con, source, code, None if retry else limit)
    if retry:
        from flows.rebuilding import retry_rejections

        with progress():
            taken, summary = retry_rejections(context.obj, [str(row["id"]) for row in rows])
        again = summary.transformed.rejected
        print(f"{len(rows)} rejections tried again: {taken} taken back, {again} of these rejected anew.")
    elif format == "json":
        print_json(rows)
    else:
        columns = ("rejected_at", "source", "code", "detail", "locator")
        table(columns, [[row[column] for column in columns] for row in rows])


def rebuild(context: typer.Context) -> None:
    """Make every table again from the archive, with the code of today."""
    from flows.cli.screen import progress
    from flows.cli.summary import show_state
    from flows.job import open_job
    from flows.rebuilding import rebuild as rebuilt
    from warehouse.errors import NoSnapshot
    from warehouse.store import database_path

    home = context.obj
    if not database_path(home.root).exists() and not (home.root.exists() and open_job(home.root, None).archive.notes()):
        raise NoSnapshot(f"There is nothing to rebuild in {home.root}.", advice="Fill it first: liqaa run")
    with progress():
        summary = rebuilt(home)
    show_state(summary, context.obj)


@archive.command()
def verify(context: typer.Context) -> None:
    """Read every archived file back and compare it with its hash."""
    from flows.errors import Fault
    from flows.job import open_job

    kept = open_job(context.obj.root, None).archive
    faults = kept.verify()
    for fault in faults:
        print(fault)
    print(f"{len(kept.hashes())} files and {len(kept.notes())} notes, {len(faults)} damaged.")
    if faults:
        raise Fault(f"{len(faults)} archived files are damaged.", advice="Restore them from a backup.")
