"""The home: the directory that holds everything of one installation, and whether it is a sample or real."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from flows.errors import InputError

Kind = Literal["sample", "real"]


@dataclass(frozen=True, slots=True)
class Home:
    """Where each thing lies below the home's directory."""

    root: Path

    @property
    def marker(self) -> Path:
        """The file that says whether the home holds the sample or real data."""
        return self.root / "home.json"

    @property
    def lock(self) -> Path:
        """The file that a running pipeline holds."""
        return self.root / "lock"

    @property
    def sources(self) -> Path:
        """The user's own list of sources."""
        return self.root / "sources.toml"

    @property
    def settings(self) -> Path:
        """The user's settings; may be missing."""
        return self.root / "settings.toml"

    @property
    def archive(self) -> Path:
        """Raw bytes, by their hash."""
        return self.root / "archive"

    @property
    def prefect(self) -> Path:
        """Prefect's own database and profiles, apart from the user's."""
        return self.root / "prefect"

    @property
    def report(self) -> Path:
        """The report's first page."""
        return self.root / "report" / "index.html"

    def kind(self) -> Kind | None:
        """What the home holds; None while it is empty."""
        if not self.marker.exists():
            return None
        try:
            kind = json.loads(self.marker.read_text(encoding="utf-8"))["kind"]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{self.marker} does not say what this home holds ({error}).") from error
        if kind not in ("sample", "real"):
            raise InputError(f'{self.marker} says kind "{kind}"; it is "sample" or "real".')
        return "sample" if kind == "sample" else "real"

    @property
    def last_run(self) -> Path:
        """How the last run ended, for readers who cannot ask the writer's database."""
        return self.root / "last_run.json"

    def trouble(self) -> str | None:
        """Why readers see an older snapshot than the last run would have made; None where they do not."""
        try:
            last = json.loads(self.last_run.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if last.get("status") == "done":
            return None
        reason = last.get("error") or "critical checks failed"
        return f"Note: the run of {last.get('at')} published nothing ({reason}). This is what the run before it left."

    def claim(self, kind: Kind) -> None:
        """Mark the home, making it where needed.

        Raises:
            InputError: the home holds the other kind; invented facts never mix with real ones.
        """
        present = self.kind()
        if present is None:
            self.root.mkdir(parents=True, exist_ok=True)
            self.marker.write_text(json.dumps({"kind": kind, "format": 1}) + "\n", encoding="utf-8")
        elif present != kind:
            other = "the invented sample" if present == "sample" else "real data"
            raise InputError(
                f"The home {self.root} holds {other}, and this command would add {kind} data to it.",
                advice="Name another home with --home DIR.",
            )
