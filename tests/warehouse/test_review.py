"""Decisions of people: above every score, undone by another word, and as lasting as the sentences they are about."""

from dataclasses import replace
from datetime import date

import pytest

from tests.warehouse.test_linking import AS_OF, REPORTS, linked, members
from tests.warehouse.world import day, meeting, reading, tables
from transforms.records import Evidence
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.review import BadDecision, Decision, decide, find
from warehouse.rows import Reading
from warehouse.store import Store

DAY = date(2026, 3, 1)


def report_of(store: Store, key: str, kind: str = "meeting") -> str:
    """The id of the one report of a kind in an article."""
    (row,) = store.con.execute(
        f"select r.id from core.{kind}_report r join core.article a on a.id = r.article_id where a.title = ?",
        [f"Title {key}"],
    ).fetchall()
    return str(row[0])


def pair(store: Store, action: str, first: str, second: str) -> Decision:
    """A decision on the reports of meetings in two articles."""
    one, two = (find(store.con, report_of(store, key)) for key in (first, second))
    return Decision(action, "meeting", one, two)


def decided(store: Store, *decisions: Decision, on: date = DAY) -> tuple[str, ...]:
    """Write decisions and link."""
    ids = decide(store, decisions, on, "Reviewer")
    link(store, AS_OF)
    return ids


def facts(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of core and of the states, decisions apart."""
    found = tables(store, "core")
    return {name: rows for name, rows in found.items() if "review" not in name} | {
        "states": tables(store, "quality")["quality.follow_up_state"]
    }


def test_a_split_parts_what_the_scores_join_and_undoing_it_joins_them_again() -> None:
    """A person's word stands above every score, and every word can be taken back."""
    with linked([REPORTS]) as store:
        before = facts(store)
        (split,) = decided(store, pair(store, "split", "a1", "a2"))
        groups = members(store, "meeting")
        assert not any({"a1", "a2"} <= group for group in groups)

        decided(store, Decision("undo", "decision", find(store.con, split)))
        assert facts(store) == before


def test_a_link_joins_what_the_scores_part_and_a_split_after_it_restores_the_state() -> None:
    """The last word on a pair holds, also within one day."""
    with linked([REPORTS]) as store:
        before = facts(store)
        decided(store, pair(store, "link", "a1", "d1"))
        assert any({"a1", "d1"} <= group for group in members(store, "meeting"))

        decided(store, pair(store, "split", "a1", "d1"))
        assert facts(store) == before


def test_a_decision_given_twice_is_written_once() -> None:
    """A batch can be repeated."""
    with linked([REPORTS]) as store:
        first = decided(store, pair(store, "link", "a1", "d1"))
        again = decided(store, pair(store, "link", "d1", "a1"), on=day("2026-04-01"))
        assert first == again
        assert store.con.execute("select count(*) from core.review_decision").fetchall() == [(1,)]


def test_decisions_hold_whatever_comes_first() -> None:
    """A link between reports that nothing else joins holds when they arrive apart, before or after the decision."""
    with linked([REPORTS]) as whole:
        decided(whole, pair(whole, "link", "a1", "d1"))
        expected = facts(whole)
        kept = whole.con.execute("select columns(*) from core.review_decision").fetchall()

    with linked([]) as store:
        names = ", ".join("?" for _ in kept[0])
        store.con.executemany(f"insert into core.review_decision values ({names})", kept)
        for one in reversed(REPORTS):
            load_articles(store, [one])
            link(store, AS_OF)
        assert facts(store) == expected


def told_by(key: str, rule: str, sentence: int) -> Reading:
    """A report of one meeting whose telling words an extractor finds in one of two sentences."""
    body = f"News of {key}.\nThe ministers of {key} met.\nTheir talks took place in Riyadh."
    told = reading(key, "2026-02-10", source=key, meetings=(meeting(),), text=body, extractor=rule)
    start = body.index("The ministers"), body.index("Their talks")
    form = Evidence("/meetings/0/form", start[sentence], start[sentence] + 5, rule)
    city = Evidence("/meetings/0/city", start[0], start[0] + 5, rule)
    return replace(told, record=replace(told.record, evidence=(form, city)))


def test_a_decision_outlives_another_reading_and_is_open_again_when_its_sentence_changes() -> None:
    """A rule of ours may take another sentence for the telling one; a correction of the sentence itself reopens."""
    with linked([[told_by("one", "v1", 0), told_by("two", "v1", 0)]]) as store:
        decided(store, pair(store, "split", "one", "two"))
        first = report_of(store, "one")

        load_articles(store, [told_by("one", "v2", 1), told_by("two", "v2", 1)])
        link(store, AS_OF)
        assert report_of(store, "one") != first
        assert len(members(store, "meeting")) == 2

        changed = reading("one", "2026-02-10", source="one", meetings=(meeting(),), text="They sat down together.")
        load_articles(store, [replace(changed, received_at=changed.received_at.replace(hour=20))])
        link(store, AS_OF)
        assert len(members(store, "meeting")) == 1
        assert store.con.execute("select count(*) from core.review_target").fetchall() == [(0,)]


def test_an_id_may_be_shortened_as_long_as_it_names_one_thing() -> None:
    """What is not there, and what is not clear, is refused with a sentence."""
    with linked([REPORTS]) as store:
        whole = report_of(store, "a1")
        assert find(store.con, whole[:12], "meeting").id == whole
        with pytest.raises(BadDecision, match="beginning of several ids"):
            find(store.con, whole[:1], "meeting")
        with pytest.raises(BadDecision, match='No meeting has the id "nothing"'):
            find(store.con, "nothing", "meeting")
