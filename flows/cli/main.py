"""The command `liqaa`: its options, its commands and its exit codes."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from flows.cli import evaluate, explain, extract, read, run, sources, upkeep
from flows.errors import LiqaaError
from flows.home import Home

app = typer.Typer(
    name="liqaa",
    help="Who met whom, what they signed, what they promised: a warehouse of government contacts that keeps watch"
    " on the promises.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
    epilog="Exit codes: 0 fine, 1 usage or input, 2 critical checks failed, 3 fault.",
)

_USAGE = 2  # what Typer exits with when a command is called wrongly; ours is 1, since 2 means failed checks


@app.callback()
def options(
    context: typer.Context,
    home: Annotated[
        Path, typer.Option("--home", envvar="LIQAA_HOME", help="Directory that holds everything.", show_default=True)
    ] = Path("liqaa-data"),
) -> None:
    """Take the options that every command shares."""
    context.obj = Home(home.expanduser().absolute())


run.register(app)
read.register(app)
extract.register(app)
evaluate.register(app)
explain.register(app)
sources.register(app)
upkeep.register(app)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code."""
    try:
        app(arguments)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else (0 if stop.code is None else 1)
        return 1 if code == _USAGE else code
    except LiqaaError as error:
        _complain(error.what, error.advice)
        return error.exit_code
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from warehouse.errors import MigrationMismatch, WarehouseError

        if isinstance(error, WarehouseError):
            _complain(error.what, error.advice)
            return 3 if isinstance(error, MigrationMismatch) else 1
        if os.environ.get("LIQAA_DEBUG"):
            raise
        _complain(f"A fault: {type(error).__name__}: {error}", "Set LIQAA_DEBUG=1 to see where it comes from.")
        return 3
    return 0


def _complain(what: str, advice: str) -> None:
    """One sentence in red and one on what to do; plain where the screen takes no colour."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print("[bold red]Error:[/] ", end="")
    console.print(what, markup=False)
    if advice:
        console.print(advice, markup=False)
