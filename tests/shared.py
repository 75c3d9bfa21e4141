"""What the workers of a test run share: the folder that it lies in, and one Prefect server for them all."""

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest


def shared_folder(factory: pytest.TempPathFactory, worker: str) -> Path:
    """The folder of this test run, the same for all workers; `worker` is "master" where there are none."""
    base = factory.getbasetemp()
    folder = (base if worker == "master" else base.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def locked(path: Path, how: int = fcntl.LOCK_EX) -> Iterator[None]:
    """Hold a file's lock, alone or with others (LOCK_SH); the kernel lets go of it for a worker that dies."""
    with path.open("w") as file:
        fcntl.flock(file, how)
        yield


@contextmanager
def prefect_server_of(folder: Path) -> Iterator[None]:
    """A real Prefect server for this test run: its start takes longer than all the flows of the tests together.

    The first worker that needs one starts it, and ends it once no other uses it any more.
    """
    with ExitStack() as stack:
        with locked(folder / "prefect.starting"):
            known = (folder / "prefect.address").exists()
            stack.enter_context(_joined(folder) if known else _started(folder))
        yield


@contextmanager
def _started(folder: Path) -> Iterator[None]:
    from prefect.settings import PREFECT_API_URL
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        (folder / "prefect.address").write_text(str(PREFECT_API_URL.value()), encoding="utf-8")
        yield
        with locked(folder / "prefect.starting"), locked(folder / "prefect.used"):
            (folder / "prefect.address").unlink()


@contextmanager
def _joined(folder: Path) -> Iterator[None]:
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker
    from prefect.settings import PREFECT_API_URL, temporary_settings

    address = (folder / "prefect.address").read_text(encoding="utf-8")
    with locked(folder / "prefect.used", fcntl.LOCK_SH), temporary_settings({PREFECT_API_URL: address}):
        yield
        APILogWorker.drain_all()  # nothing may be left to send when the server ends
        EventsWorker.drain_all()
