"""The faults of the real web, three rounds in one home: nothing is lost, doubled or kept quiet; no other suffers."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from flows.archive import Archive
from flows.home import Home
from flows.job import Job
from flows.settings import Settings
from flows.sources import FullText, Source, SourceKind
from flows.stages import ingest
from tests.flows.faults import FAULTS, GOOD, Fault
from tests.flows.servers import http, says, serving
from tests.flows.test_reading import FAST
from transforms.ids import bytes_id
from warehouse.store import Store, open_store
from warehouse.watching import watch

ROUNDS = 3  # the second must double nothing; from the third failure in a row a source is failing


@dataclass(frozen=True, slots=True)
class Told:
    """What a home tells of one source."""

    exchanges: tuple[str | None, ...]  # code of the error of each, null: none
    hashes: frozenset[str]
    first: int  # items after the first round
    items: int  # at last
    rejected: tuple[str, ...]
    refused: frozenset[str]  # hashes of the bytes that the rejections name
    health: tuple[str, int, str | None, int]  # state, failures in a row, code of the error, things rejected


@dataclass(frozen=True, slots=True)
class Rounds:
    """What three rounds over every fault, each with a good source behind it, left."""

    told: dict[str, Told]
    archive: Archive


def source(name: str, url: str) -> Source:
    return Source(name, SourceKind.FEED, url=f"{url}/feed", private=True, full_text=FullText.NEVER)


def items(store: Store) -> dict[str, int]:
    return dict(store.con.execute("select source, count(*) from raw.item group by source").fetchall())


def told(store: Store, first: dict[str, int]) -> dict[str, Told]:
    """Everything that the tables say of each source."""

    def of_each(query: str) -> dict[str, Any]:
        return dict(store.con.execute(query).fetchall())

    code = "nullif(split_part(coalesce(error, ''), ':', 1), '')"
    errors = of_each(f"select source, list({code} order by started_at) from raw.fetch group by source")
    hashes = of_each("select source, list(distinct sha256) from raw.fetch where sha256 is not null group by source")
    rejected = of_each("select source, list(code order by code) from raw.rejection group by source")
    refused = of_each("select source, list(distinct sha256) from raw.rejection group by source")
    health = of_each(f"select source, row(state, failures, {code}, rejected) from quality.source_health")
    last = items(store)
    return {
        name: Told(
            tuple(errors[name]), frozenset(hashes.get(name, ())), first.get(name, 0), last.get(name, 0),
            tuple(rejected.get(name, ())), frozenset(refused.get(name, ())), health[name],
        )
        for name in errors
    }  # fmt: skip


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounds]:
    """One home that asks all of them, and a good source after each, three times."""
    home = Home(tmp_path_factory.mktemp("faults"))
    home.claim("real")
    today = datetime.now(UTC).date()
    job = Job(home, Settings(http=replace(FAST, workers=16)), today, "run")
    first: dict[str, int] = {}
    with ExitStack() as stack:
        good = stack.enter_context(serving(says(http(GOOD))))
        sources = []
        for fault in FAULTS:
            sources.append(source(fault.name, stack.enter_context(serving(fault.answer))))
            sources.append(source(f"after {fault.name}", good))
        for _ in range(ROUNDS):
            ingest.run(job, sources)
            with open_store(home.root) as store:
                watch(store, today)
                first = first or items(store)
    with open_store(home.root) as store:
        yield Rounds(told(store, first), job.archive)


@pytest.fixture(params=FAULTS, ids=lambda fault: fault.name)
def fault(request: pytest.FixtureRequest) -> Fault:
    found: Fault = request.param
    return found


def test_what_arrives_is_kept_or_rejected_with_a_reason_and_the_health_row_says_it(
    rounds: Rounds, fault: Fault
) -> None:
    """A second run doubles nothing, the source behind it is read whole, and all bytes are in the archive."""
    failures = fault.asked if fault.fails else 0
    state = fault.health or ("failing" if fault.fails else "healthy")
    error = fault.error or (fault.rejected[0] if fault.fails else None)
    found = rounds.told[fault.name]
    assert found == Told(
        exchanges=(fault.error,) * fault.asked,
        hashes=found.hashes,
        first=fault.items,
        items=fault.items + fault.later,
        rejected=fault.rejected,
        refused=found.refused,
        health=(state, failures, error, len(fault.rejected)),
    )
    assert all(rounds.archive.get(sha256) for sha256 in found.hashes)
    assert found.refused <= found.hashes | {bytes_id(b"")}
    assert bool(found.hashes | found.refused) == bool(fault.items or fault.rejected)
    assert rounds.told[f"after {fault.name}"] == Told(
        exchanges=(None,) * ROUNDS,
        hashes=rounds.told[f"after {fault.name}"].hashes,
        first=2,
        items=2,
        rejected=(),
        refused=frozenset(),
        health=("healthy", 0, None, 0),
    )
