"""One run's frame: its home, its settings, the day it judges by and the moment it calls now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from flows.archive import Archive, open_archive
from flows.errors import InputError
from flows.home import Home
from flows.settings import Settings, load_settings
from flows.sources import Source, load_sources

SAMPLE = Path(__file__).parent / "sample" / "sources.toml"
SAMPLE_DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Job:
    """What every stage of a run is given."""

    home: Home
    settings: Settings
    as_of: date
    run_id: str = ""  # of quality.run; empty: the run is not recorded yet

    @property
    def archive(self) -> Archive:
        """Where its raw bytes go."""
        return open_archive(self.settings.archive.url or self.home.archive)

    def received_at(self) -> datetime:
        """The moment at which something is received now.

        A sample is received on its own day, on whatever day it is tried, so that everyone sees the same.
        """
        if self.home.kind() == "sample":
            return datetime.combine(self.as_of, time(12), UTC)
        return datetime.now(UTC)


def open_job(root: Path, as_of: date | None, run_id: str = "") -> Job:
    """The frame of a run in a home; as of today unless a day is given."""
    home = Home(root)
    return Job(home, load_settings(home), as_of or datetime.now(UTC).date(), run_id)


def sources_of(home: Home, given: Path | None, sample: bool = False) -> tuple[Source, ...]:
    """The sources of a run: the list given, else the sample's, else the home's own.

    Raises:
        InputError: the home has none, which is explained.
    """
    if sample:
        return load_sources(SAMPLE)
    path = given or home.sources
    if given is None and not path.exists():
        raise InputError(
            f"The home {home.root} has no sources yet.",
            advice="Add one with: liqaa sources add https://example.org/feed.xml\n"
            "or start from the catalogue with: liqaa sources catalogue\n"
            "or see the invented sample with: make run",
        )
    sources = load_sources(path)
    if not sources:
        raise InputError(f"{path} declares no sources.", advice="Add one with: liqaa sources add URL")
    return sources
