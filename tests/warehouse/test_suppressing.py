"""Tombstones: what a person had taken out is in no row, stays out when it comes again, and comes back after an undo."""

from dataclasses import replace
from datetime import date

import pytest

from tests.warehouse.test_linking import AS_OF, REPORTS, linked, members
from tests.warehouse.test_review import facts, report_of
from tests.warehouse.world import GUEST, memorandum, promise, reading, tables
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.review import BadDecision, Decision, decide, find
from warehouse.store import Store
from warehouse.suppressing import tombstones

DAY = date(2026, 3, 1)


def suppress(store: Store, what: str, given: str) -> tuple[str, ...]:
    ids = decide(store, tombstones(store.con, what, given, "asked for by a court"), DAY, "Nora")
    link(store, AS_OF)
    return ids


def everything(store: Store) -> str:
    """All that any row says."""
    return repr(tables(store, "raw", "core", "quality", "mart"))


def test_a_suppressed_article_leaves_the_rest_as_if_it_had_never_come() -> None:
    """Also when it is loaded again; after an undo and another load it is back."""
    with linked([REPORTS[1:]]) as without, linked([REPORTS]) as store:
        whole = facts(store)
        (article,) = store.con.execute("select id from core.article where title = 'Title a1'").fetchone() or ("",)
        (tombstone,) = suppress(store, "article", article)
        assert facts(store) == facts(without)
        assert "Report a1" not in everything(store) and "Title a1" not in everything(store)

        load_articles(store, REPORTS[:1])
        link(store, AS_OF)
        assert facts(store) == facts(without)

        decide(store, [Decision("undo", "decision", find(store.con, tombstone))], DAY, "Nora")
        load_articles(store, REPORTS[:1])
        link(store, AS_OF)
        assert facts(store) == whole


def test_a_suppressed_person_takes_part_in_nothing_and_is_named_nowhere() -> None:
    """Under all spellings; the meetings stay."""
    text = f"Report a1 tells of meeting number 0. {GUEST.name} was there."
    first = replace(REPORTS[0], article=replace(REPORTS[0].article, text=text))
    with linked([[first, *REPORTS[1:]]]) as store:
        before = members(store, "meeting")
        (name,) = store.con.execute("select id from core.person_name where name = ?", [GUEST.name]).fetchone() or ("",)
        suppress(store, "person", name)

        assert GUEST.name not in everything(store)
        assert store.con.execute("select length(text) from core.article_text where text like 'Report a1%'").fetchall()[
            0
        ] == (len(text),)
        assert members(store, "meeting") >= {group for group in before if "b1" in group}


def test_who_only_signs_or_speaks_is_suppressed_by_name_and_a_participant_there_too() -> None:
    """In signatures, in what is said to be promised, and in its words; namesakes of another party stay."""
    both = ("KZ", "SA")
    signed = replace(memorandum("memorandum on visas", parties=both), signatories=("Omar Tuleu", GUEST.name))
    said = promise(None, None, f"{GUEST.name} and Omar Tuleu expect a visit", parties=both, speaker="Omar Tuleu")
    other = promise(None, None, f"{GUEST.name} of Egypt expects a visit", parties=("EG", "UZ"), speaker=GUEST.name)
    articles = [
        reading("p1", "2026-02-20", agreements=(signed,)),
        reading("p2", "2026-02-21", follow_ups=(said,)),
        reading("p3", "2026-02-21", follow_ups=(other,)),
    ]
    with linked([[*REPORTS[:1], *articles]]) as store:
        assert len(suppress(store, "person", "Omar Tuleu")) == 2  # of whichever side he is
        assert "Omar Tuleu" not in everything(store)
        assert store.con.execute("select name from core.signatory").fetchall() == [(GUEST.name,)]

        (name,) = store.con.execute("select id from core.person_name where name = ?", [GUEST.name]).fetchone() or ("",)
        suppress(store, "person", name)
        assert store.con.execute("select count(*) from core.signatory").fetchall() == [(0,)]
        visits = "select quote from core.follow_up_report where quote like '%visit%' order by parties"
        quotes = store.con.execute(visits).fetchall()
        assert [GUEST.name in quote for (quote,) in quotes] == [True, False]

        load_articles(store, articles)
        link(store, AS_OF)
        assert "Omar Tuleu" not in everything(store)


def test_a_suppressed_sentence_is_blank_and_tells_of_nothing() -> None:
    """What stood in it is gone; the article stays."""
    with linked([REPORTS]) as store:
        suppress(store, "sentence", report_of(store, "c1"))

        assert "Report c1 tells" not in everything(store)
        assert not any("c1" in group for group in members(store, "meeting"))
        assert store.con.execute("select count(*) from core.article where title = 'Title c1'").fetchall() == [(1,)]


def test_nothing_is_suppressed_that_is_not_there() -> None:
    with linked([REPORTS]) as store, pytest.raises(BadDecision, match='No article has the id "none"'):
        tombstones(store.con, "article", "none", "why")
