"""What many tests share: a Prefect server for the whole session, and a home filled with the sample."""

import os
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from flows.cli.main import main
from flows.home import Home
from flows.job import SAMPLE_DAY
from flows.stages.finish import Checked
from flows.summary import RunSummary
from tests.empty import copy_instead_of_making, on_all_threads
from tests.shared import locked, prefect_server_of, shared_folder

# Great Expectations and Prefect are 4,000 modules: compiled anew by each process they take seconds more.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("unhurried", deadline=None)  # how busy a machine is is no property of the code
settings.load_profile("unhurried")

Cli = Callable[..., tuple[int, str, str]]
# Files that run servers, browsers and databases take longest: they come first, so that no worker waits for one at the
# end. Those that read texts take a second each.
_LAST = ("gold", "transforms")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the quick files last; within a file the order stays."""
    folder = Path(__file__).parent
    items.sort(key=lambda item: item.path.relative_to(folder).parts[0] in _LAST)


@pytest.fixture(scope="session", autouse=True)
def _small_warehouses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hundreds of tests begin with an empty warehouse, which is a thousand statements, and fill it with a few rows."""
    with pytest.MonkeyPatch.context() as patch:
        copy_instead_of_making(tmp_path_factory.mktemp("empty"), patch)
        yield


@pytest.fixture(scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Where what the workers of this test run share lies."""
    return shared_folder(tmp_path_factory, getattr(request.config, "workerinput", {}).get("workerid", "master"))


@pytest.fixture(scope="session")
def prefect_server(_shared: Path) -> Iterator[None]:
    """A real Prefect server for the test run; a flow then takes a second or two."""
    with prefect_server_of(_shared):
        yield


def run_sample(root: Path) -> RunSummary:
    """The sample, run by the real flows in this process, on as many threads as a user's."""
    from flows.pipeline import pipeline

    Home(root).claim("sample")
    with on_all_threads():
        return pipeline(str(root), SAMPLE_DAY.isoformat(), None, True)


@pytest.fixture(scope="session")
def _sample(
    _shared: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[Path, RunSummary]:
    """Made by the first worker that asks for it, while others wait; each has a copy."""
    made, told, own = _shared / "sample", _shared / "sample.summary", tmp_path_factory.mktemp("sample") / "home"
    with locked(_shared / "sample.making"):
        if not told.exists():
            request.getfixturevalue("prefect_server")
            told.write_bytes(pickle.dumps(run_sample(made)))
    shutil.copytree(made, own, symlinks=True)
    return own, pickle.loads(told.read_bytes())


@pytest.fixture(scope="session")
def sample_summary(_sample: tuple[Path, RunSummary]) -> RunSummary:
    """What the run that filled the sample's home said of itself."""
    return _sample[1]


@pytest.fixture(scope="session")
def sample_home(_sample: tuple[Path, RunSummary]) -> Path:
    """A home filled with the sample, for tests that only read."""
    return _sample[0]


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs without the checks, which have tests of their own and take seconds."""
    leave_out_checks(monkeypatch)


def leave_out_checks(patch: pytest.MonkeyPatch) -> None:
    """As `unchecked`, for fixtures that live longer than a test."""
    patch.setattr("flows.stages.finish.check", lambda *_, **__: Checked())


@pytest.fixture
def sample_copy(sample_home: Path, tmp_path: Path) -> Path:
    """A home filled with the sample, for tests that write."""
    target = tmp_path / "sample"
    shutil.copytree(sample_home, target, symlinks=True)
    return target


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """The command in this process: exit code, stdout and stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run
