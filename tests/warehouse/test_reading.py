"""Reading the published copy: as of any day, while the writer goes on."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.world import GUEST, HOST, meeting, memorandum, promise, reading
from transforms.records import Signal
from transforms.vocabulary import AgreementStatus, Attribution, Modality, Portfolio, SignalCode
from warehouse import query
from warehouse.errors import BadQuery
from warehouse.link import link
from warehouse.load import load_articles, record_run_finish, record_run_start
from warehouse.publish import publish_snapshot
from warehouse.store import open_snapshot, open_store

AS_OF = date(2026, 11, 23)
FIRST = reading(
    "visit",
    "2025-12-18",
    meetings=(meeting("2025-12-18"),),
    agreements=(memorandum("Some agreements", status=AgreementStatus.UNDISCLOSED),),
    follow_ups=(
        promise(
            "2026-01-01",
            "2026-03-31",
            "Another meeting is likely in the first quarter",
            modality=Modality.LIKELY,
            meeting=0,
        ),
        promise(None, None, "Joint committees are to be formed", portfolio=None, attribution=Attribution.OUTLET),
    ),
    signals=(Signal(SignalCode.FORMER_PLACE_NAME, "Nur-Sultan", "Astana since 17 September 2022"),),
)
LATER = reading("late", "2026-05-03", source="other", meetings=(meeting("2026-05-02", city="Astana", country="KZ"),))


def fill(home: Path, *readings: object) -> None:
    with open_store(home) as store:
        run = record_run_start(store, "test", AS_OF)
        load_articles(store, list(readings))  # type: ignore[arg-type]
        link(store, AS_OF, run)
        record_run_finish(store, run, "done", {})
    publish_snapshot(home)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with both reports, for tests that only read."""
    root = tmp_path_factory.mktemp("read")
    fill(root, FIRST, LATER)
    return root


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the first report alone, likewise."""
    root = tmp_path_factory.mktemp("first")
    fill(root, FIRST)
    return root


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2025-12-17", []),
        ("2025-12-20", [("open", "2026-03-31"), ("open", None)]),
        ("2026-02-01", [("due", "2026-03-31"), ("open", None)]),
        ("2026-04-01", [("overdue", "2026-03-31"), ("open", None)]),
        ("2026-05-03", [("open", None), ("met_late", "2026-03-31")]),
        ("2026-11-23", [("open", None), ("met_late", "2026-03-31")]),
    ],
)
def test_a_promise_stands_as_it_was_known_on_each_day(home: Path, as_of: str, expected: list[object]) -> None:
    """The later report counts only from its own day on, although it has long been loaded."""
    with open_snapshot(home) as con:
        found = query.follow_ups(con, date.fromisoformat(as_of))

    assert expected == [(row["status"], row["window_end"]) for row in found]


def test_a_promise_is_shown_with_the_keys_of_the_format_and_its_sources(first: Path) -> None:
    """One row holds the record's keys, id, status, the meeting that it follows, and where it was told."""
    with open_snapshot(first) as con:
        (row,) = query.follow_ups(con, AS_OF, query.Wanted("overdue", party=["SA"], portfolio="interior"))
        meeting_id = con.execute("select id from core.meeting").fetchone()
        none = query.follow_ups(con, AS_OF, query.Wanted("overdue", party=["FR"]))

    assert none == []
    keys = "kind window_start window_end modality parties quote attribution speaker portfolio level body session_no"
    assert {*keys.split(), "id", "status", "visitor", "host", "place", "what", "meeting"} <= set(row)
    assert tuple(row[key] for key in ("kind", "window_start", "window_end", "modality", "parties")) == (
        "meeting",
        "2026-01-01",
        "2026-03-31",
        "likely",
        ["KZ", "SA"],
    )
    assert meeting_id and row["meeting"] == meeting_id[0]
    assert row["watch"] == "blind" and row["alert_from"] is None
    assert [source["url"] for source in row["sources"]] == ["https://agency.example/visit"]


def test_flags_stand_as_of_a_day(first: Path) -> None:
    """Due from the first day of the window, overdue from the day after its last; signals from the article's day."""
    codes = {}
    with open_snapshot(first) as con:
        for day in ("2025-12-18", "2026-01-01", "2026-03-31", "2026-04-01"):
            codes[day] = {flag["code"] for flag in query.flags(con, date.fromisoformat(day))}
        warnings = {flag["code"] for flag in query.flags(con, AS_OF, severity="warning")}

    always = {"former_place_name", "undisclosed_agreement", "undated_promise", "single_source", "unattributed_promise"}
    assert codes["2025-12-18"] == always
    assert codes["2026-01-01"] == codes["2026-03-31"] == always | {"follow_up_due"}
    assert codes["2026-04-01"] == always | {"follow_up_overdue"}
    assert {"follow_up_overdue", "undisclosed_agreement"} == warnings


def test_groups_as_of_an_earlier_day_do_not_know_later_reports(tmp_path: Path) -> None:
    """A meeting that a second origin tells of later has one source until then."""
    again = reading("again", "2026-01-05", source="other", meetings=(meeting("2025-12-18"),))
    fill(tmp_path, FIRST, again)
    with open_snapshot(tmp_path) as con:
        early = {flag["code"] for flag in query.flags(con, date(2026, 1, 4))}
        late = {flag["code"] for flag in query.flags(con, date(2026, 1, 5))}

    assert "single_source" in early and "single_source" not in late


def test_an_open_reader_keeps_its_copy_and_a_new_one_sees_the_next(first: Path, tmp_path: Path) -> None:
    """The link moves under an open reader; two copies are kept."""
    shutil.copytree(first, tmp_path, symlinks=True, dirs_exist_ok=True)
    with open_snapshot(tmp_path) as old:
        assert old.execute("select count(*) from core.article").fetchone() == (1,)
        fill(tmp_path, LATER)
        fill(tmp_path, LATER)
        with open_snapshot(tmp_path) as new:
            assert new.execute("select count(*) from core.article").fetchone() == (2,)
        assert old.execute("select count(*) from core.article").fetchone() == (1,)

    copies = sorted(path.name for path in (tmp_path / "snapshot").iterdir() if not path.is_symlink())
    assert copies == ["liqaa-00000002.duckdb", "liqaa-00000003.duckdb"]


def test_a_copy_that_was_cut_off_is_never_read(first: Path, tmp_path: Path) -> None:
    """A half-written copy has another name; the next publication writes over it."""
    shutil.copytree(first, tmp_path, symlinks=True, dirs_exist_ok=True)
    (tmp_path / "snapshot" / "liqaa-00000002.part").write_bytes(b"half")
    with open_snapshot(tmp_path) as con:
        assert con.execute("select count(*) from core.article").fetchone() == (1,)

    assert publish_snapshot(tmp_path).name == "liqaa-00000002.duckdb"


def test_readers_can_neither_write_nor_reach_files(first: Path) -> None:
    """A statement that writes or reads a file is refused in plain words."""
    with open_snapshot(first) as con:
        for statement in ("delete from core.article", "select * from read_csv('/etc/hosts')", "selec 1"):
            with pytest.raises(BadQuery):
                query.run_query(con, statement)
        answer = query.run_query(con, "select count(*) as n from core.meeting")
        with pytest.raises(BadQuery, match=r"core\.nothing"):
            query.schema(con, "core.nothing")
        columns = query.schema(con, "meeting_party")
        names = {row["name"] for row in query.schema(con)}

    assert answer.as_dicts() == [{"n": 1}]
    assert [row["name"] for row in columns] == ["meeting_id", "day", "party", "reports"]
    assert {"raw.item", "core.meeting", "quality.flag", "mart.meeting"} <= names


def test_every_mart_answers_in_one_select(home: Path) -> None:
    """Each view gives rows for a warehouse with one meeting, promise and instrument."""
    with open_snapshot(home) as con:
        views = [row["name"] for row in query.schema(con) if row["kind"] == "view"]
        empty = [name for name in views if not query.run_query(con, f"select * from {name}").rows]
        people = query.run_query(con, "select people from mart.meeting order by first_told limit 1").rows
        words = query.run_query(
            con, "select distinct quote from mart.provenance where kind = 'follow_up' and quote like 'Another%'"
        ).rows

    assert empty == ["mart.body_session", "mart.source_health"]  # no body sat, no source was declared
    assert [f"{GUEST.name} (KZ, minister, interior)", f"{HOST.name} (SA, minister, interior)"] == people[0][0]
    assert words == (("Another meeting is likely in the first quarter",),)


def test_a_blind_promise_raises_no_alert_and_an_outlets_guess_is_no_commitment(tmp_path: Path) -> None:
    """What could not be seen is said, and who promised decides where a promise stands."""
    guess = reading(
        "guess",
        "2026-01-10",
        follow_ups=(
            promise(
                "2026-02-01",
                "2026-02-28",
                "They may meet in February",
                attribution=Attribution.OUTLET,
                portfolio=Portfolio.TRADE,
            ),
        ),
    )
    inside = reading("inside", "2026-02-15", source="agency")
    fill(tmp_path, FIRST, guess, inside)
    with open_snapshot(tmp_path) as con:
        rows = {row["quote"]: row for row in query.follow_ups(con, AS_OF)}

    seen = rows["They may meet in February"]
    assert tuple(seen[key] for key in ("status", "commitment", "watch", "articles_read", "alert_from")) == (
        "overdue",
        False,
        "one_side",
        1,
        "2026-03-15",
    )
    assert "no report found in 1 articles from 1 sources" in seen["explanation"]
