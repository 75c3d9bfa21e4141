"""The command `liqaa`: its options, its commands and its exit codes."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from flows.errors import LiqaaError
from flows.home import Home

# Which file holds which command, in the order of the help page. A call imports only the file that it needs.
_FILES = {
    "run": ("run", "add", "serve"),
    "read": ("query", "flags", "schema", "report"),
    "follow_ups": ("follow-ups",),
    "agenda": ("promise", "calendar", "brief"),
    "search": ("search",),
    "export": ("export",),
    "extract": ("extract",),
    "evaluate": ("evaluate",),
    "changes": ("changes",),
    "explain": ("explain",),
    "review": ("review", "link", "split", "confirm", "dismiss", "correct", "undo", "suppress"),
    "sources": ("sources",),
    "upkeep": ("rejections", "rebuild", "archive"),
}
_LOOK_UPS = frozenset((*_FILES["read"], *_FILES["follow_ups"], *_FILES["search"]))
_USAGE = 2  # what Typer exits with when a command is called wrongly; ours is 1, since 2 means failed checks


def options(
    context: typer.Context,
    home: Annotated[
        Path, typer.Option("--home", envvar="LIQAA_HOME", help="Directory that holds everything.", show_default=True)
    ] = Path("liqaa-data"),
) -> None:
    """Take the options that every command shares."""
    context.obj = Home(home.expanduser().absolute())


def application(command: str | None = None) -> typer.Typer:
    """The application with every command, or with those of the one file that holds a command."""
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
    app.callback()(options)
    for file, commands in _FILES.items():
        if command is None or command in commands:
            import_module(f"flows.cli.{file}").register(app)
    return app


def _command_of(arguments: list[str]) -> str | None:
    """The command that is called; None where help must know them all."""
    words = iter(arguments)
    for word in words:
        if word == "--home":
            next(words, None)
        elif not word.startswith("-"):
            known = any(word in commands for commands in _FILES.values())
            return word if known else None
        elif not word.startswith("--home="):
            return None
    return None


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    command = _command_of(given)
    if arguments is None and command in _LOOK_UPS:
        gc.disable()  # a look-up is over before there is anything to collect
    try:
        application(command)(given)
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
