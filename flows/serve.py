"""`liqaa serve`: one process that runs the pipeline on a schedule until it is stopped."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType

from cronsim import CronSim, CronSimError

from flows.errors import InputError, LiqaaError
from flows.home import Home
from flows.job import sources_of
from flows.prefect_home import prepare_prefect
from flows.progress import Stopped, watched_by
from flows.settings import load_settings

_PATIENCE = 5.0  # seconds that a run in progress has to come to the end of its step


@dataclass(slots=True)
class _Until:
    """Watches a run and stops it between two steps once the signal has come."""

    stopping: threading.Event = field(default_factory=threading.Event)

    def stage(self, name: str, total: int | None) -> None:
        """Stop, or let the stage begin."""
        if self.stopping.is_set():
            raise Stopped

    def advance(self, steps: int) -> None:
        """Stop, or go on."""
        if self.stopping.is_set():
            raise Stopped


def serve(home: Home, *, minutes: int | None, cron: str | None, sources: Path | None, sample: bool) -> None:
    """Run on a schedule until SIGTERM or Ctrl-C; with a Prefect server set, as a deployment there."""
    sources_of(home, sources, sample or home.kind() == "sample")  # a mistake shows now, not at six in the morning
    settings = load_settings(home)
    if settings.prefect.api_url:
        _serve_deployment(home, minutes, cron, sources, sample)
        return
    run_at(times_of(minutes, cron), home, sources, sample)


def run_at(times: Iterator[datetime], home: Home, sources: Path | None, sample: bool) -> None:
    """Run at each of these moments; those that pass while a run is under way are made up for by one run."""
    watch = _Until()
    before = {name: signal.signal(name, _setter(watch)) for name in (signal.SIGTERM, signal.SIGINT)}
    try:
        due = next(times)
        while not watch.stopping.wait(max(0.0, (due - _now()).total_seconds())):
            due = next_after(times, due, _now())
            worker = threading.Thread(target=_one_run, args=(watch, home, sources, sample), daemon=True)
            worker.start()
            while worker.is_alive() and not watch.stopping.is_set():
                worker.join(0.2)
            if watch.stopping.is_set():
                worker.join(_PATIENCE)
                break
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
    _say("Stopped.")


def _one_run(watch: _Until, home: Home, sources: Path | None, sample: bool) -> None:
    """One run in a thread of its own: Prefect then leaves the signals of the process to us."""
    from flows.cli.summary import run_line
    from flows.running import run_pipeline

    try:
        with watched_by(watch):
            summary = run_pipeline(home, sources, None, sample)
        _say(run_line(summary))
    except Stopped:
        _say("The run was stopped between two steps; the next one goes on from there.")
    except LiqaaError as error:  # this run failed and says why; the next one is tried all the same
        _say(f"Error: {error.what} {error.advice}".strip())
    except Exception as error:
        _say(f"Error: this run failed: {type(error).__name__}: {error}")


def _serve_deployment(home: Home, minutes: int | None, cron: str | None, sources: Path | None, sample: bool) -> None:
    """Offer the pipeline to the Prefect server that the settings name, and run what it schedules."""
    prepare_prefect(home, load_settings(home))
    from flows.pipeline import pipeline

    parameters = {"home": str(home.root), "sources": str(sources) if sources else None, "sample": sample}
    pipeline.serve(
        name="liqaa",
        parameters=parameters,
        interval=timedelta(minutes=minutes) if minutes else None,
        cron=cron,
        limit=1,
    )


def times_of(minutes: int | None, cron: str | None) -> Iterator[datetime]:
    """The moments of a schedule; of a cron line in the time zone of this machine."""
    if minutes is not None:
        return every(timedelta(minutes=minutes))
    try:
        return CronSim(cron or "", _now())
    except CronSimError as error:
        advice = 'Write it as "0 6 * * *" for six every day.'
        raise InputError(f'"{cron}" is no cron line: {error}.', advice=advice) from error


def next_after(times: Iterator[datetime], due: datetime, now: datetime) -> datetime:
    """The first moment still to come: all that have passed are served by the one run that starts now."""
    while due <= now:
        due = next(times)
    return due


def every(step: timedelta, start: datetime | None = None) -> Iterator[datetime]:
    """Now, and then at equal steps."""
    moment = start or _now()
    while True:
        yield moment
        moment += step


def _now() -> datetime:
    return datetime.now().astimezone()


def _setter(watch: _Until) -> Callable[[int, FrameType | None], None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        watch.stopping.set()

    return stop


def _say(message: str) -> None:
    print(f"{_now():%Y-%m-%d %H:%M:%S} {message}", file=sys.stderr, flush=True)
