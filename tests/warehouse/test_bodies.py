"""Bodies in the warehouse: one row across languages, made anew only where something else is told."""

from tests.warehouse.world import day, meeting, promise, reading, tables
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.rows import Reading
from warehouse.store import open_memory

AS_OF = day("2026-07-01")
LATIN, ARABIC = "Joint Committee", "اللجنة المشتركة"
OPENED = meeting("2026-01-20", ("JO", "KZ"), (), framework=f"First session of {LATIN}")
FIRST = [
    reading("s1", "2026-01-20", meetings=(OPENED,)),
    reading("s2", "2026-01-22", meetings=(meeting("2026-01-21", ("JO", "KZ"), (), framework=ARABIC, city=None),)),
    reading("t1", "2026-01-22", meetings=(meeting("2026-01-21", ("JO", "UZ"), (), framework="Coordination Council"),)),
]
LATER = [
    reading("s3", "2026-04-20", meetings=(meeting("2026-04-20", ("JO", "KZ"), (), framework=LATIN),)),
    reading("s4", "2026-04-21", follow_ups=(promise(None, None, "It sits again", parties=("JO", "KZ"), body=ARABIC),)),
]
BODY = "select name, names, parties, sessions, last_session_no, cadence_days from core.body order by parties"


def in_batches(*batches: list[Reading]) -> tuple[list[tuple[object, ...]], dict[str, list[tuple[object, ...]]]]:
    """The bodies, and all core tables, after these batches."""
    with open_memory() as store:
        for batch in batches:
            load_articles(store, batch)
            link(store, AS_OF)
        return store.con.execute(BODY).fetchall(), tables(store, "core")


def test_a_committee_told_in_two_languages_is_one_with_its_sessions() -> None:
    """Two outlets a day apart tell of one session; a promise names it too, and is no session."""
    bodies, rows = in_batches(FIRST, LATER)

    assert bodies == [
        (ARABIC, [f"First session of {LATIN}", LATIN, ARABIC], ["JO", "KZ"], 2, 1, 90),
        ("Coordination Council", ["Coordination Council"], ["JO", "UZ"], 1, None, None),
    ]
    assert in_batches([*LATER, *FIRST]) == (bodies, rows)


def test_a_body_that_nobody_names_any_more_leaves_with_its_sessions() -> None:
    """Another reading of the article names none."""
    anew = [reading("t1", "2026-01-22", meetings=(meeting("2026-01-21", ("JO", "UZ"), ()),), extractor="test-2")]

    bodies, rows = in_batches(FIRST, anew)

    assert [parties for _, _, parties, *_ in bodies] == [["JO", "KZ"]]
    assert len(rows["core.body_session"]) == 1
