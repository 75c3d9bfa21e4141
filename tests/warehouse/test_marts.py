"""Marts that answer a question in one row: visits, last contacts, tenures, sessions, every contact of a pair."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.warehouse.world import GUEST, HOST, day, meeting, minister, reading
from transforms.records import Participant
from transforms.vocabulary import Form, Format, Occasion, Office, Portfolio, Role
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.rows import Reading
from warehouse.store import Store, open_memory

AS_OF = date(2026, 7, 1)
KING = Participant("Faisal bin Omar", "SA", Office.HEAD_OF_STATE, None, Role.HOST)
TRADE_HOST = minister("Salem Al-Harbi", "SA", Role.HOST, Portfolio.TRADE)
TRADE_GUEST = minister("Aidar Bekov", "KZ", Role.GUEST, Portfolio.TRADE)
ENVOY = Participant("Murat Seitov", "KZ", Office.AMBASSADOR, None, Role.GUEST, posting="SA")
NEXT_ENVOY = Participant("Bolat Kenzhin", "KZ", Office.AMBASSADOR, None, Role.GUEST, posting="SA")
NEXT_MINISTER = minister("Yerlan Tokayuly", "KZ", Role.GUEST)

REPORTS = [
    # The interior minister of Kazakhstan in Saudi Arabia: three meetings on neighbouring days, then months later one.
    reading("v1", "2026-02-10", meetings=(meeting("2026-02-09"),)),
    reading("v2", "2026-02-11", meetings=(meeting("2026-02-10", people=(KING, GUEST), city="Mecca"),)),
    reading("v3", "2026-02-11", source="third", meetings=(meeting("2026-02-11", people=(TRADE_HOST, GUEST)),)),
    reading("v4", "2026-04-10", meetings=(meeting("2026-04-10"),)),
    # Another visitor on one of these days; a call; nobody named; a day that is not told.
    reading("w1", "2026-02-10", meetings=(meeting("2026-02-10", people=(TRADE_HOST, TRADE_GUEST)),)),
    reading("c1", "2026-05-10", meetings=(meeting("2026-05-10", form=Form.CALL, city=None, country=None),)),
    reading("n1", "2026-03-02", meetings=(meeting("2026-03-01", ("EG", "MA"), (), city="Rabat", country="MA"),)),
    reading("n2", "2026-05-02", meetings=(meeting("2026-05-02", ("EG", "MA"), (), city="Cairo", country="EG"),)),
    reading("u1", "2026-06-02", meetings=(meeting(None, ("EG", "OM"), (), city="Muscat", country="OM"),)),
    # An ambassador comes, goes, and is followed; a minister is followed by another.
    reading("e1", "2026-01-05", meetings=(meeting("2026-01-05", people=(KING, ENVOY), occasion=Occasion.CREDENTIALS),)),
    reading("e2", "2026-06-10", meetings=(meeting("2026-06-10", people=(KING, ENVOY), occasion=Occasion.FAREWELL),)),
    reading("e3", "2026-06-25", meetings=(meeting("2026-06-25", people=(HOST, NEXT_ENVOY)),)),
    reading("e4", "2026-06-28", meetings=(meeting("2026-06-28", people=(HOST, NEXT_MINISTER)),)),
    # Sessions of a committee, and one of an organisation.
    reading("s1", "2026-01-20", meetings=(meeting("2026-01-20", ("JO", "KZ"), (), framework="Joint committee"),)),
    reading("s2", "2026-04-20", meetings=(meeting("2026-04-20", ("JO", "KZ"), (), framework="Joint committee"),)),
    reading("o1", "2026-03-15", meetings=(meeting("2026-03-15", ("GCC", "UZ"), (), format=Format.MULTILATERAL),)),
    reading("o2", "2026-03-20", meetings=(meeting("2026-03-20", ("GCC", "QA", "UZ"), (), format=Format.MULTILATERAL),)),
]


def warehouse(*reports: Reading) -> Store:
    store = open_memory()
    load_articles(store, list(reports))
    link(store, AS_OF)
    return store


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with warehouse(*REPORTS) as filled:
        yield filled


def rows(store: Store, statement: str) -> list[tuple[object, ...]]:
    return store.con.execute(statement).fetchall()


def test_meetings_of_one_visitor_and_host_on_neighbouring_days_are_a_visit(store: Store) -> None:
    """Whoever receives; a call, a resident ambassador, and a meeting without a day are none."""
    found = rows(
        store,
        "select visitor, host, name, first_day, last_day, meetings, cities, agreements from mart.visit order by 4, 3",
    )

    assert found == [
        ("KZ", "SA", "Daniyar Akhmetov", day("2026-02-09"), day("2026-02-11"), 3, ["Mecca", "Riyadh"], 0),
        ("KZ", "SA", "Aidar Bekov", day("2026-02-10"), day("2026-02-10"), 1, ["Riyadh"], 0),
        ("EG", "MA", None, day("2026-03-01"), day("2026-03-01"), 1, ["Rabat"], 0),
        ("KZ", "SA", "Daniyar Akhmetov", day("2026-04-10"), day("2026-04-10"), 1, ["Riyadh"], 0),
        ("MA", "EG", None, day("2026-05-02"), day("2026-05-02"), 1, ["Cairo"], 0),
        ("KZ", "SA", "Yerlan Tokayuly", day("2026-06-28"), day("2026-06-28"), 1, ["Riyadh"], 0),
    ]
    first = rows(store, "select id, meeting_ids from mart.visit where cities = ['Mecca', 'Riyadh']")[0]
    days = "select first_day::varchar from core.meeting where id = ?"
    assert [store.con.execute(days, [key]).fetchall() for key in first[1]] == [  # type: ignore[attr-defined]
        [("2026-02-09",)], [("2026-02-10",)], [("2026-02-11",)]
    ]  # fmt: skip
    assert first[0] == first[1][0]  # type: ignore[index]


def test_the_last_contact_of_a_pair_is_told_by_ministry_against_its_usual_interval(store: Store) -> None:
    """In all, and by the field of whoever led a side; days run to the day that is judged as of."""
    found = rows(
        store,
        "select portfolio, last_day, meetings, usual_interval_days, as_of, days_since, days_beyond_usual"
        " from mart.last_contact where party_a = 'KZ' and party_b = 'SA' order by 1 nulls first",
    )

    assert found == [
        (None, day("2026-06-28"), 10, 22, AS_OF, 3, -19),
        ("interior", day("2026-06-28"), 7, 16, AS_OF, 3, -13),
        ("trade", day("2026-02-11"), 2, 1, AS_OF, 140, 139),
    ]
    once = rows(store, "select * exclude (meeting_id) from mart.last_contact where party_b = 'OM'")
    assert once == [("EG", "OM", None, day("2026-06-02"), 1, None, AS_OF, 29, None)]


def test_a_tenure_runs_from_the_first_to_the_last_report_with_the_calls_that_bound_it(store: Store) -> None:
    """Who is seen next in an office that one holds at a time has followed; nobody follows in others."""
    found = rows(
        store,
        "select name, office, portfolio, posting, first_seen, last_seen, credentials, farewell, successor,"
        " successor_first_seen, meetings from mart.tenure where party = 'KZ' order by first_seen, name",
    )

    changed, came, left = day("2026-06-28"), day("2026-01-05"), day("2026-06-10")
    next_came, feb = day("2026-06-25"), day("2026-02-10")
    assert found == [
        ("Murat Seitov", "ambassador", None, "SA", came, left, came, left, "Bolat Kenzhin", next_came, 2),
        ("Daniyar Akhmetov", "minister", "interior", None, day("2026-02-09"), day("2026-05-10"), None, None,
         "Yerlan Tokayuly", changed, 5),
        ("Aidar Bekov", "minister", "trade", None, feb, feb, None, None, None, None, 1),
        ("Bolat Kenzhin", "ambassador", None, "SA", next_came, next_came, None, None, None, None, 1),
        ("Yerlan Tokayuly", "minister", "interior", None, changed, changed, None, None, None, None, 1),
    ]  # fmt: skip


def test_sessions_of_a_body_stand_with_the_time_between_them(store: Store) -> None:
    """The first has none before it; the cadence is that of the body."""
    found = rows(store, "select * exclude (id, body_id, meeting_id) from mart.body_session order by held_first")

    own = ("Joint committee", ["JO", "KZ"], None)
    first, second = day("2026-01-20"), day("2026-04-20")
    assert found == [
        (*own, first, first, False, "Riyadh", "SA", None, 90),
        (*own, second, second, False, "Riyadh", "SA", 90, 90),
    ]


def test_members_meet_whom_their_organisation_meets_and_that_is_marked(store: Store) -> None:
    """Who is there by itself as well is there by itself; an organisation meets none of its own members."""
    found = rows(
        store,
        "select party_a, party_b, day, contact, through from mart.pair_all_contacts"
        " where 'UZ' in (party_a, party_b) order by day, party_a, party_b",
    )

    session, wider = day("2026-03-15"), day("2026-03-20")
    states = ("AE", "BH", "KW", "OM", "QA", "SA")
    assert found == [
        ("AE", "UZ", session, "organisation", ["GCC"]),
        ("BH", "UZ", session, "organisation", ["GCC"]),
        ("GCC", "UZ", session, "multilateral", []),
        *((state, "UZ", session, "organisation", ["GCC"]) for state in states[2:]),
        ("AE", "UZ", wider, "organisation", ["GCC"]),
        ("BH", "UZ", wider, "organisation", ["GCC"]),
        ("GCC", "UZ", wider, "multilateral", []),
        ("KW", "UZ", wider, "organisation", ["GCC"]),
        ("OM", "UZ", wider, "organisation", ["GCC"]),
        ("QA", "UZ", wider, "multilateral", []),
        ("SA", "UZ", wider, "organisation", ["GCC"]),
    ]
    alone = "select party_b from mart.pair_all_contacts where party_a = 'GCC' order by all"
    assert rows(store, alone) == [("QA",), ("UZ",), ("UZ",)]


def test_only_who_was_a_member_on_the_day_was_there_through_the_organisation() -> None:
    """Of the Shanghai organisation Belarus is a member since 4 July 2024, and India since 2017."""
    told = [
        reading(f"o{n}", when, meetings=(meeting(when, ("SA", "SCO"), (), format=Format.MULTILATERAL),))
        for n, when in enumerate(("2024-07-03", "2024-07-04"))
    ]
    with warehouse(*told) as store:
        found = rows(
            store, "select party_a, day::varchar from mart.pair_all_contacts where party_b = 'SA' order by 2, 1"
        )

    members = ["CN", "IN", "IR", "KG", "KZ", "PK", "RU"]
    assert found == [(state, "2024-07-03") for state in members] + [
        (state, "2024-07-04") for state in ("BY", *members)
    ]  # fmt: skip


def test_organisations_without_a_code_have_members_by_name_and_members_meet_at_sessions() -> None:
    """Its head met a state: so did its members, that state, and not one another; at a session they sit together."""
    name = ("Eurasian Economic Union",)
    told = [
        reading("u1", "2026-05-02", meetings=(meeting("2026-05-02", ("IR", "ORG"), (), organisations=name),)),
        reading(
            "u2",
            "2026-05-09",
            meetings=(meeting("2026-05-09", ("IR", "ORG"), (), organisations=name, occasion=Occasion.SESSION),),
        ),
        reading("u3", "2026-05-12", meetings=(meeting("2026-05-12", ("EU", "IR"), ()),)),
    ]
    with warehouse(*told) as store:
        found = rows(
            store,
            "select party_a, party_b, day(day), contact, through from mart.pair_all_contacts"
            " where party_a in ('AM', 'FI', 'GB', 'IR') and party_b in ('IR', 'KG', 'ORG') order by 3, 1, 2",
        )

    through = ("organisation", list(name))
    assert found == [
        ("AM", "IR", 2, *through),
        ("IR", "KG", 2, *through),
        ("IR", "ORG", 2, "bilateral", []),
        ("AM", "IR", 9, *through),
        ("AM", "KG", 9, *through),
        ("IR", "KG", 9, *through),
        ("IR", "ORG", 9, "bilateral", []),
        ("FI", "IR", 12, "organisation", ["EU"]),
    ]


def test_what_a_person_dismissed_is_in_no_mart() -> None:
    """A meeting that was none is no visit, no contact, no session, and no day of a tenure."""
    with warehouse(
        reading("s1", "2026-01-20", meetings=(meeting("2026-01-20", framework="Joint committee"),))
    ) as store:
        store.con.execute("update core.meeting set reviewed = 'dismissed'")
        for name in ("visit", "last_contact", "pair_all_contacts", "tenure", "body_session"):
            assert rows(store, f"select * from mart.{name}") == [], name
