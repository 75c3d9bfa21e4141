"""`liqaa export`: every format holds what the snapshot holds, as another reader sees it, or nothing is changed."""

import csv
import json
from datetime import date
from pathlib import Path

import duckdb
import feedparser
import pytest
from icalendar import Calendar

from tests.conftest import Cli
from tests.warehouse.test_reading import FIRST, LATER, fill
from tests.warehouse.world import meeting, promise, reading
from transforms.vocabulary import Form
from warehouse.export import tables
from warehouse.link import link
from warehouse.publish import publish_snapshot
from warehouse.review import Decision
from warehouse.store import open_snapshot, open_store
from warehouse.suppressing import tombstones

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\tA1",
    "\rA1",
    "＝1",
    'She said "so", twice; a, b',
    "two\nlines\r\nand a third",
    "\u202eعكس\u200f الاتجاه",
    "'=quoted",
    "[bold]not markup[/]",
    "<b>& \x0b",
]
BAD = reading("bad", "2026-03-01", follow_ups=tuple(promise(None, None, quote) for quote in HOSTILE))
CALL = reading("call", "2026-02-01", meetings=(meeting("2026-01-31", form=Form.CALL, city=None, country=None),))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with promises, meetings, and words that mean harm."""
    root = tmp_path_factory.mktemp("exported")
    fill(root, FIRST, LATER, BAD, CALL)
    return root


def stored(home: Path, statement: str) -> list[tuple[object, ...]]:
    with open_snapshot(home) as con:
        return con.execute(statement).fetchall()


def names(home: Path) -> list[str]:
    """What must be among the exported tables: core and mart, without the wordings of articles."""
    found = stored(
        home,
        "select table_schema || '.' || table_name from information_schema.tables"
        " where table_schema in ('core', 'mart') and table_name not in ('article_text', 'article_print') order by 1",
    )
    return [str(name) for (name,) in found]


def test_parquet_holds_every_row_and_type(home: Path, tmp_path: Path, cli: Cli) -> None:
    """DuckDB itself sees in each file what the table holds, under the same types."""
    code, out, _ = cli("--home", home, "export", "--format", "parquet", "--to", tmp_path)

    assert code == 0
    assert out.split() == [str(tmp_path / f"{name}.parquet") for name in names(home)]
    with duckdb.connect() as files, open_snapshot(home) as snapshot:
        for name in names(home):
            file = files.execute("select * from read_parquet(?) order by all", [f"{tmp_path}/{name}.parquet"])
            columns, rows = [column[:2] for column in file.description], file.fetchall()
            own = snapshot.execute(f"select * from {name} order by all")
            assert (columns, rows) == ([column[:2] for column in own.description], own.fetchall()), name


def test_no_cell_of_a_csv_is_a_formula_and_every_word_is_there(home: Path, tmp_path: Path, cli: Cli) -> None:
    """Quotes, line breaks and direction marks survive; what a spreadsheet would run begins with an apostrophe."""
    code, _, _ = cli("--home", home, "export", "--format", "csv", "--to", tmp_path, "--table", "core.follow_up_report")

    with (tmp_path / "core.follow_up_report.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    harmless = {f"'{quote}" if quote[0] in "=+-@\t\r＝" else quote for quote in HOSTILE}
    told = {quote for (quote,) in stored(home, "select quote from core.follow_up_report")}
    assert code == 0 and set(HOSTILE) < told
    assert {row["quote"] for row in rows} == harmless | (told - set(HOSTILE))
    assert not [value for row in rows for value in row.values() if value[:1] in tuple("=+-@\t\r＝") and value]
    dates = sorted((row["id"], row["day"], row["window_start"], row["parties"]) for row in rows)
    assert dates == stored(
        home,
        "select id, day::varchar, coalesce(window_start::varchar, ''), '[\"KZ\", \"SA\"]'"
        " from core.follow_up_report order by all",
    )


def test_json_lines_hold_values_as_they_are(home: Path, tmp_path: Path, cli: Cli) -> None:
    """Nulls stay nulls, lists stay lists, and no text is changed."""
    code, _, _ = cli("--home", home, "export", "--format", "jsonl", "--to", tmp_path)

    assert code == 0
    for name in names(home):
        lines = (tmp_path / f"{name}.jsonl").read_bytes().decode().splitlines(keepends=True)
        whole = "".join(lines).split("\n")[:-1]  # a line separator inside a text is no end of a row
        with open_snapshot(home) as con:
            rows = con.execute(f"select * from {name} order by all")
            columns = [column[0] for column in rows.description]
            expected = [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]
        assert [json.loads(line) for line in whole] == json.loads(json.dumps(expected, default=str)), name


def test_a_data_package_tells_types_descriptions_and_keys(home: Path, tmp_path: Path, cli: Cli) -> None:
    """Every file is described; keys are unique in it, and references name rows that are there."""
    code, _, _ = cli("--home", home, "export", "--format", "datapackage", "--to", tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    rows = {}
    for resource in package["resources"]:
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows[resource["name"]] = list(csv.DictReader(file))

    assert code == 0 and [resource["name"] for resource in package["resources"]] == names(home)
    (party,) = (resource for resource in package["resources"] if resource["name"] == "core.meeting_party")
    assert party["schema"] == {
        "fields": [
            {"name": "meeting_id", "type": "string", "description": "Meeting. Refers to core.meeting.id."},
            {"name": "day", "type": "date", "description": "Day of the meeting's earliest report."},
            {"name": "party", "type": "string", "description": "ISO code or organisation code."},
            {"name": "reports", "type": "integer", "description": "Reports that name it, counted likewise."},
        ],
        "missingValues": [""],
        "primaryKey": ["meeting_id", "party"],
        "foreignKeys": [
            {"fields": ["meeting_id"], "reference": {"resource": "core.meeting", "fields": ["id"]}}
        ],
    }  # fmt: skip
    for resource in package["resources"]:
        own, schema = rows[resource["name"]], resource["schema"]
        assert all(field["description"] for field in schema["fields"]), resource["name"]
        keys = [tuple(row[name] for name in schema.get("primaryKey", ())) for row in own]
        assert len(set(keys)) == len(keys) or "primaryKey" not in schema, resource["name"]
        for reference in schema.get("foreignKeys", ()):
            (column,), target = reference["fields"], reference["reference"]
            there = {row[target["fields"][0]] for row in rows[target["resource"]]} | {""}
            assert {row[column] for row in own} <= there, (resource["name"], column)


def test_the_calendar_holds_the_windows_of_what_is_not_settled(home: Path, tmp_path: Path, cli: Cli) -> None:
    """As of a day, as a calendar programme reads it; the end is the day after."""
    code, out, _ = cli("--home", home, "export", "--format", "ical", "--to", tmp_path, "--as-of", "2026-02-01")

    (event,) = Calendar.from_ical((tmp_path / "follow-ups.ics").read_bytes()).walk("VEVENT")
    assert (code, out.split()) == (0, [str(tmp_path / "follow-ups.ics")])
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 1, 1), date(2026, 4, 1))
    assert "Another meeting is likely in the first quarter" in event["description"]


def test_the_feed_tells_new_meetings_and_flags_the_latest_first(home: Path, tmp_path: Path, cli: Cli) -> None:
    """One entry each under its own id, with its day and the address of its article."""
    code, _, _ = cli("--home", home, "export", "--format", "atom", "--to", tmp_path, "--as-of", "2026-02-20")

    feed = feedparser.parse((tmp_path / "news.atom").read_bytes())
    told = [(entry.title, entry.updated[:10], entry.link) for entry in feed.entries if ":meeting:" in entry.id]
    assert code == 0 and not feed.bozo
    assert told == [
        ("KZ–SA met (call): 2026-01-31", "2026-02-01", "https://agency.example/call"),
        ("KZ–SA met: 2025-12-18, Riyadh", "2025-12-18", "https://agency.example/visit"),
    ]
    flags = [entry.title for entry in feed.entries if ":flag:" in entry.id]
    assert "info: former place name" in flags
    assert [entry.updated for entry in feed.entries] == sorted((e.updated for e in feed.entries), reverse=True)


def test_an_empty_warehouse_gives_empty_files(tmp_path: Path, cli: Cli) -> None:
    """They name their columns and hold no row; calendar and feed are valid and say nothing."""
    fill(tmp_path)
    for form in ("parquet", "csv", "jsonl", "datapackage", "ical", "atom"):
        assert cli("--home", tmp_path, "export", "--format", form, "--to", tmp_path / form)[0] == 0, form

    with (tmp_path / "csv" / "core.meeting.csv").open(newline="") as file:
        assert [row[:2] for row in csv.reader(file)] == [["id", "day"]]
    assert (tmp_path / "jsonl" / "core.meeting.jsonl").read_bytes() == b""
    with duckdb.connect() as con:
        count = con.execute("select count(*) from read_parquet(?)", [f"{tmp_path}/parquet/mart.meeting.parquet"])
        assert count.fetchone() == (0,)
    assert Calendar.from_ical((tmp_path / "ical" / "follow-ups.ics").read_bytes()).walk("VEVENT") == []
    feed = feedparser.parse((tmp_path / "atom" / "news.atom").read_bytes())
    assert (feed.entries, feed.bozo) == ([], False)


def test_a_file_that_reads_back_otherwise_is_named_with_its_row_and_nothing_is_changed(
    home: Path, tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of the last export stay, whole, and nothing is left beside them."""
    cli("--home", home, "export", "--format", "csv", "--to", tmp_path, "--table", "core.meeting")
    before = (tmp_path / "core.meeting.csv").read_bytes()
    monkeypatch.setattr(tables, "cell", lambda value: "Doha" if value == "Riyadh" else str(value))

    code, _, err = cli("--home", home, "export", "--format", "csv", "--to", tmp_path, "--table", "core.meeting")

    assert code == 1
    assert "core.meeting.csv, row 1: " in err and "reads back as another value than core.meeting has" in err
    assert [path.name for path in tmp_path.iterdir()] == ["core.meeting.csv"]
    assert (tmp_path / "core.meeting.csv").read_bytes() == before


def test_an_export_that_is_interrupted_leaves_the_old_files(
    home: Path, tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped at its third table: the first two are not put in place either; what a killed one left is cleared."""
    (tmp_path / "core.agreement.jsonl").write_text("old\n")
    (tmp_path / ".liqaa-export-999999999").mkdir()
    written: list[str] = []

    def stop(*arguments: object) -> None:
        written.append("one")
        if len(written) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(tables, "compare", stop)
    code, out, _ = cli("--home", home, "export", "--format", "jsonl", "--to", tmp_path)

    assert (code != 0, out, len(written)) == (True, "", 3)
    assert [path.name for path in tmp_path.iterdir()] == ["core.agreement.jsonl"]
    assert (tmp_path / "core.agreement.jsonl").read_text() == "old\n"


def test_what_is_suppressed_is_in_no_file(tmp_path: Path, cli: Cli) -> None:
    """Neither its words nor its headline, whatever the format."""
    fill(tmp_path, FIRST, LATER)
    with open_store(tmp_path) as store:
        (article,) = store.con.execute("select id from core.article where url like '%visit'").fetchall()[0]
        from warehouse.review import decide

        found: list[Decision] = tombstones(store.con, "article", article, "asked for")
        decide(store, found, date(2026, 11, 20), "Nora")
        link(store, date(2026, 11, 23))
    publish_snapshot(tmp_path)
    for form in ("csv", "jsonl", "datapackage", "ical", "atom"):
        assert cli("--home", tmp_path, "export", "--format", form, "--to", tmp_path / "out" / form)[0] == 0

    files = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 50 and any("Title late" in text for text in files)
    assert [text for text in files if "Another meeting is likely" in text or "Title visit" in text] == []


def test_wrong_uses_are_told(home: Path, tmp_path: Path, cli: Cli) -> None:
    """An unknown format or table, and a file where a folder should be."""
    (tmp_path / "file").write_text("")
    calls = [
        ("--format", "xlsx", "--to", tmp_path),
        ("--format", "csv", "--to", tmp_path, "--table", "core.nothing"),
        ("--format", "atom", "--to", tmp_path, "--table", "core.meeting"),
        ("--format", "csv", "--to", tmp_path / "file"),
    ]
    answers = [cli("--home", home, "export", *call) for call in calls]

    assert [code for code, _, _ in answers] == [1, 1, 1, 1]
    said = ["is not one of parquet", "no table or view core.nothing", "atom holds none", "is a file"]
    assert all(words in err for words, (_, _, err) in zip(said, answers, strict=True))
