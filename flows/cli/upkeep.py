"""Commands that look after the archive and what was rejected."""

import typer

archive = typer.Typer(help="The raw bytes that everything is derived from.", no_args_is_help=True)
_PANEL = "Look after it"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.add_typer(archive, name="archive", rich_help_panel=_PANEL)


@archive.command()
def verify(context: typer.Context) -> None:
    """Read every archived file back and compare it with its hash."""
    from flows.errors import Fault
    from flows.job import open_job

    kept = open_job(context.obj.root, None).archive
    faults = kept.verify()
    for fault in faults:
        print(fault)
    print(f"{len(kept.hashes())} files, {len(faults)} damaged.")
    if faults:
        raise Fault(f"{len(faults)} archived files are damaged.", advice="Restore them from a backup.")
