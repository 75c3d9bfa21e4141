"""Articles given by hand, through the same stages as feed items, without a Prefect server."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from flows.documents import ADDED, Given, read_bytes, read_documents
from flows.job import Job
from flows.progress import watcher
from flows.sources import Source, SourceKind
from flows.stages import ingest
from transforms.records import Document, Rejection
from warehouse.store import open_store

_CHUNK = 500  # documents stored at once


@dataclass(frozen=True, slots=True)
class Added:
    """What files given by hand brought."""

    documents: int = 0
    new: int = 0
    rejections: tuple[Rejection, ...] = ()


def take_files(job: Job, paths: Sequence[Path], given: Given) -> Added:
    """Archive some files and write the documents in them to the raw layer; each that is unusable is a rejection."""
    documents = new = 0
    rejections: list[Rejection] = []
    archive = job.archive
    with open_store(job.home.root) as store:
        ingest.declare(store, [_by_hand()])
        watcher().stage("Taking files", len(paths))
        for path in paths:
            data = read_bytes(path)
            if isinstance(data, Rejection):
                rejections.append(data)
                continue
            sha256 = archive.put(data)
            found = read_documents(path.name, data, given)
            for chunk in _chunks(found):
                rejections += [entry for entry in chunk if isinstance(entry, Rejection)]
                good = [entry for entry in chunk if isinstance(entry, Document)]
                summary = ingest.store_documents(job, store, good, sha256, ADDED)
                documents += summary.items
                new += summary.new_items
            watcher().advance(1)
        ingest.store_rejections(job, store, rejections)
    return Added(documents, new, tuple(rejections))


def _chunks(found: Iterator[Document | Rejection]) -> Iterator[list[Document | Rejection]]:
    while chunk := list(islice(found, _CHUNK)):
        yield chunk


def _by_hand() -> Source:
    """The source that stands for whoever gives articles by hand."""
    return Source(ADDED, SourceKind.FILES, path=Path(ADDED), publisher="Added by hand")
