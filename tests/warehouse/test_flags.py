"""The life of a flag in the warehouse: seen, seen again, accepted, resolved; never twice."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.warehouse.world import meeting, promise, reading
from transforms.records import Signal
from transforms.vocabulary import Attribution, SignalCode
from warehouse import query
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.review import Decision, decide, find
from warehouse.store import Store, open_memory

FIRST = reading(
    "one",
    "2026-02-10",
    meetings=(meeting(),),
    follow_ups=(promise("2026-03-01", "2026-03-31", "They will meet again in March", meeting=0),),
    signals=(Signal(SignalCode.HEDGED_SOURCE, "some sources", "unnamed"),),
)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_memory() as own:
        load_articles(own, [FIRST])
        yield own


def stored(store: Store, code: str) -> list[tuple[date, date, date | None, date | None]]:
    """First and last seen, resolved and accepted of the flags of one code."""
    return store.con.execute(
        "select first_seen, last_seen, resolved, accepted from quality.flag where code = ?", [code]
    ).fetchall()


def test_a_flag_is_one_row_from_run_to_run(store: Store) -> None:
    """First seen stays, last seen moves; there is no second row for what was said before."""
    days = [date(2026, 2, 12), date(2026, 2, 20), date(2026, 3, 1)]
    counts = []
    for day in days:
        link(store, day)
        counts.append(store.con.execute("select count(*), count(distinct id) from quality.flag").fetchone())

    assert stored(store, "hedged_source") == [(days[0], days[-1], None, None)]
    assert counts[0] == counts[1]
    assert all(count and count[0] == count[1] for count in counts)


def test_a_flag_is_resolved_when_its_cause_is_gone_and_opens_again_with_it(store: Store) -> None:
    """A promise is due, then it is kept; the single witness is joined by a second one."""
    link(store, date(2026, 3, 2))
    other = reading("two", "2026-03-10", source="other", meetings=(meeting(), meeting("2026-03-10")))
    load_articles(store, [other])
    link(store, date(2026, 3, 11))

    assert [row[2] for row in stored(store, "follow_up_due")] == [date(2026, 3, 11)]
    assert sorted(str(row[2]) for row in stored(store, "single_source")) == ["2026-03-11", "None"]


def test_an_accepted_flag_stays_quiet_from_that_day_on(store: Store) -> None:
    """In every list, and after the next run; who asks for it sees it, and as of an earlier day it spoke."""
    link(store, date(2026, 2, 12))
    (flag,) = [f for f in query.flags(store.con, date(2026, 2, 12)) if f["code"] == "hedged_source"]
    decide(store, [Decision("accept", "flag", find(store.con, flag["id"], "flag"))], date(2026, 2, 15), "ann")
    link(store, date(2026, 2, 20))

    def codes(day: str, accepted: bool = False) -> set[str]:
        return {f["code"] for f in query.flags(store.con, date.fromisoformat(day), accepted=accepted)}

    assert "hedged_source" in codes("2026-02-14")
    assert "hedged_source" not in codes("2026-02-20")
    assert "hedged_source" in codes("2026-02-20", accepted=True)
    assert stored(store, "hedged_source") == [(date(2026, 2, 12), date(2026, 2, 20), None, date(2026, 2, 15))]


def test_marks_of_machine_made_copy_are_grouped_by_source(store: Store) -> None:
    """English connectives in Arabic count with what is found in the words."""
    spoilt = reading("bad", "2026-02-11", source="mill", text="**News** As an AI language model, I report.")
    fragment = (Signal(SignalCode.FOREIGN_LANGUAGE_FRAGMENT, "However", "English"),)
    load_articles(store, [spoilt, reading("ar", "2026-02-11", source="mill", signals=fragment)])
    link(store, date(2026, 2, 12))

    (flag,) = [f for f in query.flags(store.con, date(2026, 2, 12)) if f["code"] == "machine_marks"]
    assert (flag["subject"], flag["severity"]) == ("mill", "info")
    assert "among 2 articles: assistant in 1, foreign language fragment in 1, markup in 1." in flag["detail"]


def test_the_sentence_of_an_outlet_without_a_speaker_is_never_a_commitment() -> None:
    """Alone it is a guess; told by a minister as well, it is the minister's word that is quoted."""
    guess = promise("2026-03-01", "2026-03-31", "A meeting is likely in March", attribution=Attribution.OUTLET)
    word = promise(
        "2026-03-01", "2026-03-31", "We meet in March", attribution=Attribution.PARTY, speaker="Daniyar Akhmetov"
    )
    with open_memory() as store:
        load_articles(store, [reading("g", "2026-02-10", follow_ups=(guess,))])
        link(store, date(2026, 4, 20))
        (alone,) = query.follow_ups(store.con, date(2026, 4, 20))
        kept = store.con.execute("select commitment from quality.follow_up_state").fetchall()
        load_articles(store, [reading("w", "2026-02-11", source="other", follow_ups=(word,))])
        link(store, date(2026, 4, 20))
        (both,) = query.follow_ups(store.con, date(2026, 4, 20))

    assert (alone["status"], alone["commitment"], alone["speaker"], kept) == ("overdue", False, None, [(False,)])
    assert (both["commitment"], both["speaker"], both["quote"]) == (True, "Daniyar Akhmetov", "We meet in March")
