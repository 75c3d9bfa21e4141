"""What the writing commands do: claim the home, take its lock, run the stages, and give back what happened."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from flows.adding import Added, take_files
from flows.documents import Given
from flows.errors import InputError
from flows.home import Home
from flows.job import SAMPLE_DAY, Job, open_job, sources_of
from flows.lock import home_lock
from flows.prefect_home import prepare_prefect
from flows.settings import load_settings
from flows.summary import RunSummary


def run_pipeline(home: Home, sources: Path | None, as_of: date | None, sample: bool, quiet: bool = False) -> RunSummary:
    """Run the whole pipeline in a home, as Prefect flows.

    Raises:
        InputError: there are no sources, or the home holds the other kind of data.
        ChecksFailed: critical checks failed, and nothing was published.
    """
    from flows.cli.screen import progress
    from flows.progress import watcher

    sample = sample or home.kind() == "sample"
    sources_of(home, sources, sample)
    home.claim("sample" if sample else "real")
    day = as_of or (SAMPLE_DAY if sample else None)
    with home_lock(home.lock), _shown(progress, quiet):
        watcher().stage("Starting Prefect", None)
        prepare_prefect(home, load_settings(home))
        from flows.pipeline import pipeline

        return pipeline(str(home.root), day.isoformat() if day else None, str(sources) if sources else None, sample)
