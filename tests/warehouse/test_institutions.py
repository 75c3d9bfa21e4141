"""Institutions and organisations: counted on from batch to batch, they are what one reading of all would give."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse.world import GUEST, HOST, meeting, reading, tables
from transforms.records import Participant
from transforms.vocabulary import Office, Role
from warehouse import institutions
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.rows import Reading
from warehouse.store import Store, open_memory

AS_OF = date(2026, 11, 23)
NAMED = ("core.institution", "core.organisation", "core.organisation_member")
SPEAKER = Participant("Asel Omarova", "KZ", Office.OFFICIAL, None, Role.GUEST)
# The ministry without a name, under two names, and under one of them again earlier; others by name alone, one of which
# is called like a field; organisations by code and by name.
TOLD = [
    reading("i1", "2026-02-10", meetings=(meeting(people=(HOST, GUEST)),)),
    reading(
        "i2", "2026-02-12", meetings=(meeting("2026-02-11", people=(replace(HOST, institution="Interior Ministry"),)),)
    ),
    reading(
        "i3",
        "2026-02-11",
        meetings=(meeting("2026-02-11", people=(replace(HOST, institution="Ministry of Interior"),)),),
    ),
    reading(
        "i4", "2026-03-01", meetings=(meeting("2026-03-01", people=(replace(SPEAKER, institution="The Senate"),)),)
    ),
    reading(
        "i5", "2026-02-20", meetings=(meeting("2026-02-20", people=(replace(SPEAKER, institution="the senate"),)),)
    ),
    reading("i6", "2026-02-25", meetings=(meeting("2026-02-25", ("GCC", "KZ"), ()),)),
    reading("i7", "2026-02-26", meetings=(meeting("2026-02-26", ("KZ", "ORG"), (), organisations=("Red Crescent",)),)),
    reading("i8", "2026-02-24", meetings=(meeting("2026-02-24", ("KZ", "ORG"), (), organisations=("Red crescent",)),)),
]
FIELD = reading("i9", "2026-02-15", meetings=(meeting(people=(replace(SPEAKER, party="SA", institution="Interior"),)),))


def named(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """The rows of institutions and organisations."""
    found = tables(store, "core")
    return {name: found[name] for name in NAMED}


def at_once(told: list[Reading]) -> dict[str, list[tuple[object, ...]]]:
    """These rows after one reading of everything."""
    with open_memory() as store:
        load_articles(store, told)
        link(store, AS_OF)
        return named(store)


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations([*TOLD, FIELD]), st.integers(1, 8), st.integers(1, 8))
def test_in_any_order_and_any_batches_they_are_the_same(order: list[Reading], one: int, other: int) -> None:
    """Names, first and last days do not depend on what came first."""
    first, second = sorted((one, other))
    with open_memory() as store:
        for batch in (order[:first], order[first:second], order[second:]):
            load_articles(store, batch)
            link(store, AS_OF)
        assert named(store) == at_once(order)


def test_only_what_is_new_is_read_unless_something_was_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day's reports are counted on; a report that is read anew makes all be counted again, and leaves no trace."""
    asked: list[bool] = []
    refresh = institutions.refresh_institutions

    def noted(store: Store, *, grown: bool) -> None:
        asked.append(grown)
        refresh(store, grown=grown)

    monkeypatch.setattr("warehouse.linking.refresh_institutions", noted)
    corrected = reading("i4", "2026-03-01", meetings=(), text="Nothing of it was true.")
    corrected = replace(corrected, received_at=corrected.received_at.replace(year=2027))
    with open_memory() as store:
        for batch in (TOLD[:4], TOLD[4:], [corrected]):
            load_articles(store, batch)
            link(store, AS_OF)
        found = named(store)
    assert asked == [False, True, False]
    assert found == at_once([*TOLD[:3], *TOLD[4:]])
