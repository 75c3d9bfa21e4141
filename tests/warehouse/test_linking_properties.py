"""Whatever the order, the batches and the restarts: the same tables; and what is vague never fuses what is two."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bench.reports import Told, reports
from tests.warehouse.world import tables
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.rows import Reading
from warehouse.store import Store, open_memory, open_store

AS_OF = date(2026, 11, 23)


def told(count: int, vague: float, seed: int) -> list[Told]:
    """Reports of few days, so that many meetings of the same sides lie near one another."""
    return list(reports(count, seed=seed, vague=vague, start=date(2025, 1, 1), days=20))


@contextmanager
def restarted(folder: Path, batches: list[list[Reading]]) -> Iterator[Store]:
    """A warehouse on disk that is closed and opened again after every batch."""
    for batch in batches:
        with open_store(folder) as store:
            load_articles(store, batch)
            link(store, AS_OF)
    with open_store(folder) as store:
        yield store


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_restarts_between_batches_in_any_order_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A warehouse that was closed and opened again holds the rows of one that took everything at once."""
    readings = [entry.reading for entry in told(25, 0.2, data.draw(st.integers(1, 50), label="seed"))]
    order = data.draw(st.permutations(readings), label="order")
    cut = data.draw(st.integers(1, len(order) - 1), label="cut")
    with open_memory() as whole:
        load_articles(whole, readings)
        link(whole, AS_OF)
        expected = tables(whole, "core", "mart")

    with restarted(tmp_path_factory.mktemp("home"), [order[:cut], order[cut:]]) as store:
        assert tables(store, "core", "mart") == expected


@pytest.mark.parametrize("vague", [0.05, 0.15, 0.3])
def test_vague_reports_never_fuse_two_meetings_of_a_pair_on_one_day(vague: float) -> None:
    """No group holds clear reports of two meetings; most reports of one meeting stand together all the same."""
    entries = told(250, vague, seed=7)
    with open_memory() as store:
        load_articles(store, [entry.reading for entry in entries])
        link(store, AS_OF)
        homes = dict(
            store.con.execute(
                "select a.url, r.meeting_id from core.meeting_report r join core.article a on a.id = r.article_id"
            ).fetchall()
        )
    truths: dict[str, set[int]] = defaultdict(set)
    groups: dict[int, set[str]] = defaultdict(set)
    for entry in entries:
        if not entry.vague:
            home = homes[entry.reading.article.url or ""]
            truths[home].add(entry.truth)
            groups[entry.truth].add(home)

    assert [home for home, told_of in truths.items() if len(told_of) > 1] == []
    assert sum(len(found) == 1 for found in groups.values()) >= 0.97 * len(groups)
