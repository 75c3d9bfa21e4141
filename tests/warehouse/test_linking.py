"""Linking: one meeting however many reports, the same groups whatever the order of arrival."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.empty import copy_of
from tests.warehouse.world import GUEST, HOST, day, meeting, memorandum, minister, promise, reading, tables
from transforms.records import Participant
from transforms.vocabulary import Form, Modality, Office, Portfolio, Role, Topic
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.review import Decision, decide, find
from warehouse.rows import Reading
from warehouse.store import Store, open_memory, open_store

AS_OF = date(2026, 11, 23)
ARABIC_GUEST = minister("دانيار أحمدوف", "KZ", Role.GUEST)
OTHER_HOST = minister("Salem Al-Harbi", "SA", Role.HOST, Portfolio.JUSTICE)
OTHER_GUEST = minister("Aidar Bekov", "KZ", Role.GUEST, Portfolio.JUSTICE)

# Reports of one pair around one day: the same meeting by several, another ministry's on the same day, vague ones, a
# call, a meeting of months later; promises, their slip and what fulfils them.
REPORTS = [
    reading(
        "a1",
        "2026-02-10",
        meetings=(meeting(),),
        follow_ups=(promise("2026-04-01", "2026-06-30", "Again in Q2", meeting=0),),
    ),
    reading("a2", "2026-02-11", source="other", meetings=(meeting(people=(HOST,), city=None),)),
    reading("a3", "2026-02-11", source="third", meetings=(meeting(people=(), topics=()),)),
    reading("a4", "2026-02-12", source="third", meetings=(meeting(None, people=(), city=None, country=None),)),
    reading("b1", "2026-02-10", source="justice", meetings=(meeting(people=(OTHER_HOST, OTHER_GUEST)),)),
    reading("b2", "2026-02-11", source="third", meetings=(meeting(people=(OTHER_GUEST,)),)),
    reading("c1", "2026-02-10", source="calls", meetings=(meeting(form=Form.CALL, city=None, country=None),)),
    reading("d1", "2026-06-20", meetings=(meeting("2026-06-19", city="Astana", country="KZ"),)),
    reading("d2", "2026-06-21", source="other", meetings=(meeting("2026-06", people=(), city=None, country="KZ"),)),
    reading(
        "p1",
        "2026-02-12",
        source="other",
        follow_ups=(promise("2026-04-01", "2026-06-30", "They meet again in spring"),),
    ),
    reading(
        "p2", "2026-03-20", source="third", follow_ups=(promise("2026-06-19", "2026-06-19", "The date is 19 June"),)
    ),
    reading(
        "p3", "2026-03-01", follow_ups=(promise(None, None, "The talks are off for now", modality=Modality.POSTPONED),)
    ),
    reading("m1", "2026-02-10", source="justice", agreements=(memorandum("memorandum on training of police"),)),
    reading("m2", "2026-02-11", source="third", agreements=(memorandum("memorandum on police training"),)),
]


@cache
def whole() -> TemporaryDirectory[str]:
    """A home that holds all reports, loaded and linked at once."""
    folder = TemporaryDirectory()
    with open_store(Path(folder.name)) as store:
        load_articles(store, REPORTS)
        link(store, AS_OF)
    return folder


def linked(batches: list[list[Reading]]) -> Store:
    """A warehouse that received these batches and was linked after each; that of all at once is a copy."""
    if batches == [REPORTS]:
        return copy_of(Path(whole().name))
    store = open_memory()
    for batch in batches:
        load_articles(store, batch)
        link(store, AS_OF)
    return store


@st.composite
def arrivals(draw: st.DrawFn) -> list[list[Reading]]:
    """The same reports in any order, cut into any batches."""
    order = draw(st.permutations(REPORTS))
    cuts = sorted(draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    return [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True)]


EXPECTED: dict[str, list[tuple[object, ...]]] = {}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(arrivals())
def test_any_order_and_any_batches_give_the_same_tables(batches: list[list[Reading]]) -> None:
    """A year of daily runs and one rebuild agree in every row of core and mart."""
    if not EXPECTED:
        with linked([REPORTS]) as store:
            EXPECTED.update(tables(store, "core", "mart"))

    with linked(batches) as store:
        assert tables(store, "core", "mart") == EXPECTED


def members(store: Store, kind: str) -> set[frozenset[str]]:
    """The groups of one kind, by the titles of their articles."""
    rows = store.con.execute(
        f"select list(right(a.title, 2)) from core.{kind}_report r join core.article a on a.id = r.article_id "
        f"group by r.{kind}_id"
    ).fetchall()
    return {frozenset(titles) for (titles,) in rows}


def test_meetings_of_one_day_stay_apart_by_people_form_and_ministry() -> None:
    """What fits two of them joins neither and waits for a person; what fits one joins it."""
    with linked([REPORTS]) as store:
        groups = members(store, "meeting")
        waiting = store.con.execute(
            "select count(*) from core.report_link where kind = 'meeting' and decision = 'same'"
        ).fetchone()

    assert frozenset({"a1", "a2"}) <= next(group for group in groups if "a1" in group)
    assert {"b1", "b2"} == next(group for group in groups if "b1" in group)
    assert {"a3"} == next(group for group in groups if "a3" in group)
    assert {"c1"} == next(group for group in groups if "c1" in group)
    assert {"d1", "d2"} == next(group for group in groups if "d1" in group)
    assert waiting and waiting[0] > 0


def test_a_promise_is_one_through_its_slip_and_its_postponement() -> None:
    """Told, told by another, postponed, dated inside its first window: one promise, never late, met on its day."""
    with linked([REPORTS]) as store:
        assert {frozenset({"a1", "p1", "p2", "p3"})} == members(store, "follow_up")
        assert store.con.execute(
            "select status, slips, window_end::varchar from quality.follow_up_state"
        ).fetchall() == [("met", 0, "2026-06-19")]


def test_two_tellings_of_one_memorandum_are_one_instrument() -> None:
    """Signed once, told twice."""
    with linked([REPORTS]) as store:
        assert {frozenset({"m1", "m2"})} == members(store, "agreement")


def test_a_person_is_one_under_all_spellings() -> None:
    """Arabic and Latin spellings of one name in one office are one person; another name is another person."""
    first = reading("x", "2026-02-10", meetings=(meeting(people=(HOST, ARABIC_GUEST)),))
    second = reading(
        "y",
        "2026-05-10",
        meetings=(meeting("2026-05-10", people=(HOST, minister("Daniyar Akhmedov", "KZ", Role.GUEST))),),
    )
    third = reading("z", "2026-05-11", meetings=(meeting("2026-05-11", people=(HOST, GUEST)),))
    with linked([[first], [second], [third]]) as store:
        people = store.con.execute(
            "select party, name_ar, name_latin, names from core.person order by party, names"
        ).fetchall()

    assert ("KZ", "دانيار أحمدوف", "Daniyar Akhmedov", 2) in people
    assert ("SA", "خالد بن فهد الراشد", None, 1) in people


def test_a_correction_can_divide_a_meeting() -> None:
    """What was one by a mistaken day is two once the day is corrected."""
    one = reading("one", "2026-02-11", meetings=(meeting(),))
    two = reading("two", "2026-02-20", source="other", meetings=(meeting(),))
    corrected = reading(
        "two", "2026-02-20", source="other", meetings=(meeting("2026-02-19"),), text="Corrected.", received=None
    )
    corrected = Reading(corrected.article, corrected.record, corrected.extractor, two.received_at.replace(hour=20))
    with linked([[one, two]]) as store:
        assert {frozenset({"ne", "wo"})} == members(store, "meeting")
        load_articles(store, [corrected])
        link(store, AS_OF)
        assert {frozenset({"ne"}), frozenset({"wo"})} == members(store, "meeting")


def test_copies_of_one_dispatch_are_one_witness() -> None:
    """Witnesses are origins: two outlets that credit one agency count once, an official voice alone is one-sided."""
    copies = [
        reading("x", "2026-02-10", source="one", origin="SPA", side="SA", meetings=(meeting(),)),
        reading("y", "2026-02-10", source="two", origin="SPA", side="SA", meetings=(meeting(),)),
    ]
    with linked([copies]) as store:
        assert store.con.execute(
            "select reports, witnesses, single_source, one_sided from core.meeting"
        ).fetchall() == [(2, 1, True, "SA")]


def test_an_ambassador_with_a_family_name_alone_joins_the_one_person_it_fits() -> None:
    """A single part in the same office is the same person; it is nobody where two people fit."""
    full = Participant("Nurlan Abayev", "KZ", Office.AMBASSADOR, None, Role.GUEST)
    short = Participant("Abayev", "KZ", Office.AMBASSADOR, None, Role.GUEST)
    other = Participant("Serik Abayev", "KZ", Office.AMBASSADOR, None, Role.GUEST)
    reports = [
        reading("x", "2026-02-10", meetings=(meeting(people=(HOST, full)),)),
        reading("y", "2026-03-10", meetings=(meeting("2026-03-10", people=(HOST, short)),)),
    ]
    with linked([reports]) as store:
        assert store.con.execute("select names from core.person where party = 'KZ'").fetchall() == [(2,)]
        load_articles(store, [reading("z", "2026-04-10", meetings=(meeting("2026-04-10", people=(HOST, other)),))])
        link(store, day("2026-11-23"))
        assert store.con.execute("select names from core.person where party = 'KZ'").fetchall() == [(1,), (1,), (1,)]


def test_what_outlets_disagree_on_is_kept_with_who_says_it() -> None:
    """Another city, another minister, other topics: flagged on the meeting, each value with its witnesses."""
    told = meeting(city="Jeddah", people=(HOST, minister("Serik Nurgaliyev", "KZ", Role.GUEST)), topics=(Topic.TRADE,))
    reports = [
        reading("x", "2026-02-10", source="one", side="SA", meetings=(meeting(),)),
        reading("y", "2026-02-10", source="two", side="SA", meetings=(meeting(),)),
        reading("z", "2026-02-10", source="three", side="KZ", meetings=(told,)),
    ]
    with linked([reports]) as store:
        ids = [row[0] for row in store.con.execute("select id from core.meeting_report").fetchall()]
        pairs = [Decision("link", "meeting", find(store.con, ids[0]), find(store.con, other)) for other in ids[1:]]
        decide(store, pairs, AS_OF, "Nora")
        link(store, AS_OF)
        assert store.con.execute("select city, conflicts from core.meeting").fetchall() == [
            (
                "Riyadh",
                [
                    "city Jeddah / Riyadh",
                    "delegation KZ Daniyar Akhmetov / Serik Nurgaliyev",
                    "topics KZ: trade / SA: security_cooperation",
                ],
            )
        ]
        assert store.con.execute(
            "select said, chosen, witnesses from mart.meeting_account where field = 'city' order by said"
        ).fetchall() == [("Jeddah", False, ["three"]), ("Riyadh", True, ["one", "two"])]
