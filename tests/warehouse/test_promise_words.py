"""What people say of a promise, in the warehouse: linked and unlinked events, all reports of a meeting at once."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.warehouse.world import meeting, promise, reading
from transforms.vocabulary import Form
from warehouse import query
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.promise import promise_in_full
from warehouse.review import Decision, decide, find
from warehouse.store import Store, open_memory

DAY = date(2026, 6, 1)


@pytest.fixture
def store() -> Iterator[Store]:
    promised = promise("2026-03-01", "2026-03-31", "They will meet in March")
    call = meeting("2026-03-15", form=Form.CALL, city=None, country=None)
    with open_memory() as own:
        load_articles(own, [reading("told", "2026-02-10", follow_ups=(promised,))])
        load_articles(
            own, [reading(f"held-{n}", "2026-05-04", source=f"s{n}", meetings=(meeting("2026-05-04"),)) for n in (1, 2)]
        )
        load_articles(own, [reading("call", "2026-03-15", meetings=(call,))])
        link(own, DAY)
        yield own


def report(store: Store, url: str) -> str:
    (row,) = store.con.execute(
        "select r.id from core.meeting_report r join core.article a on a.id = r.article_id where a.url like ?",
        [f"%{url}"],
    ).fetchall()
    return str(row[0])


def say(store: Store, action: str, number: str) -> None:
    (row,) = query.follow_ups(store.con, DAY)
    decision = Decision(
        action, "follow_up", find(store.con, row["id"], "follow_up"), find(store.con, number, "meeting")
    )
    decide(store, [decision], DAY, "ann")
    link(store, DAY)


def test_a_word_on_one_report_of_a_meeting_is_a_word_on_all(store: Store) -> None:
    """Unlinked once, the meeting does not come back by its other report; as of the day before it stood."""
    (before,) = query.follow_ups(store.con, DAY)
    say(store, "unlink", report(store, "held-1"))
    (after,) = query.follow_ups(store.con, DAY)
    (as_it_was,) = query.follow_ups(store.con, date(2026, 5, 31))

    assert (before["status"], after["status"], as_it_was["status"]) == ("met_late", "overdue", "met_late")


def test_an_event_that_a_person_links_keeps_a_promise_whatever_its_values(store: Store) -> None:
    """A call fulfils nothing by itself; a person's word stands before what was found late."""
    call = report(store, "call")
    say(store, "link", call)
    (row,) = query.follow_ups(store.con, DAY)
    full = promise_in_full(store.con, row["id"][:12], DAY)

    assert (row["status"], row["report"]) == ("met", call)
    assert {c["report"]: c["decision"] for c in full["candidates"]}[call] == "no"
    assert [decision["action"] for decision in full["decisions"]] == ["link"]
