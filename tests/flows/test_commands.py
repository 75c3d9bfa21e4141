"""Every command is where the table of files says, has help, and stands in the README."""

from pathlib import Path

import pytest
from typer.main import get_command

from flows.cli.main import _FILES, application

README = Path(__file__).parents[2] / "README.md"
COMMANDS = sorted(name for names in _FILES.values() for name in names)


def test_the_table_of_files_names_every_command_and_no_other() -> None:
    """A command that is registered but not named there could never be called."""
    assert sorted(get_command(application()).commands) == COMMANDS  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_found_in_its_own_file_and_explained(name: str) -> None:
    """Its help begins with a sentence, each of its options says what it does, and the README knows it."""
    commands = get_command(application(name)).commands  # type: ignore[attr-defined]
    command = commands[name]

    assert (command.help or "").split("\n")[0].endswith(".")
    for one in getattr(command, "commands", {name: command}).values():
        assert all(option.help for option in one.params if option.name != "help"), one.name
    assert f"`liqaa {name}" in README.read_text(encoding="utf-8")
