"""Articles given by hand, through the same stages as feed items, without a Prefect server."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.documents import ADDED, Given, read_bytes
from flows.job import Job
from flows.progress import watcher
from flows.sources import Source, SourceKind
from flows.stages import ingest, receive
from transforms.records import Rejection
from warehouse.rows import LoadSummary
from warehouse.store import open_store


@dataclass(frozen=True, slots=True)
class Added:
    """What files given by hand brought."""

    documents: int = 0
    new: int = 0
    rejections: tuple[Rejection, ...] = ()


def take_files(job: Job, paths: Sequence[Path], given: Given) -> Added:
    """Archive some files and write the documents in them to the raw layer; each that is unusable is a rejection."""
    summary = LoadSummary()
    refused: list[Rejection] = []
    unread: list[Rejection] = []
    with open_store(job.home.root) as store:
        ingest.recover(job, store)
        receive.declare(job, store, [_by_hand()])
        watcher().stage("Taking files", len(paths))
        for path in paths:
            data = read_bytes(path)
            if isinstance(data, Rejection):
                unread.append(data)
                refused.append(data)
            else:
                loaded, rejections = receive.store_file(job, store, path.name, data, given)
                summary += loaded
                refused += rejections
            watcher().advance(1)
        receive.store_rejections(job, store, unread)
    return Added(summary.new + summary.unchanged, summary.new, tuple(refused))


def _by_hand() -> Source:
    """The source that stands for whoever gives articles by hand."""
    return Source(ADDED, SourceKind.FILES, path=Path(ADDED), publisher="Added by hand")
