"""Commands that read the published snapshot: `query`, `follow-ups`, `flags`, `schema`, `report`."""

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
