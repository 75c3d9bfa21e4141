"""What many tests share: a Prefect server for the whole session, and a home filled with the sample."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from flows.cli.main import main
from flows.home import Home
from flows.job import SAMPLE_DAY
from flows.summary import RunSummary
from tests.empty import copy_instead_of_making

settings.register_profile("unhurried", deadline=None)  # how busy a machine is is no property of the code
settings.load_profile("unhurried")

Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session", autouse=True)
def _empty_warehouses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hundreds of tests begin with an empty warehouse, which is a thousand statements."""
    with pytest.MonkeyPatch.context() as patch:
        copy_instead_of_making(tmp_path_factory.mktemp("empty"), patch)
        yield


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A real Prefect server of its own for the session; a flow then takes a second or two."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


def run_sample(root: Path) -> RunSummary:
    """The sample, run by the real flows in this process."""
    from flows.pipeline import pipeline

    Home(root).claim("sample")
    return pipeline(str(root), SAMPLE_DAY.isoformat(), None, True)


@pytest.fixture(scope="session")
def _sample(prefect_server: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunSummary]:
    root = tmp_path_factory.mktemp("sample") / "home"
    return root, run_sample(root)


@pytest.fixture(scope="session")
def sample_summary(_sample: tuple[Path, RunSummary]) -> RunSummary:
    """What the run that filled the sample's home said of itself."""
    return _sample[1]


@pytest.fixture(scope="session")
def sample_home(_sample: tuple[Path, RunSummary]) -> Path:
    """A home filled with the sample, for tests that only read."""
    return _sample[0]


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
