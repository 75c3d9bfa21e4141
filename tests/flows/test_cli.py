"""The command line: what each command prints, how it fails, and which exit code it leaves."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli.main import main
from flows.extraction import extract_lines
from tests.conftest import Cli

ARTICLE = (
    "الدوحة - استقبل وزير الداخلية القطري سعد بن راشد المري في الدوحة اليوم الأحد وزير الداخلية الأردني فارس الخطيب. "
    "وبحث الجانبان مكافحة المخدرات وأمن الحدود. ومن المقرر عقد الاجتماع المقبل في عمان في مايو 2026."
)


@pytest.fixture(scope="module")
def added_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home into which one article was added by the command, and what that printed."""
    folder = tmp_path_factory.mktemp("added")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    command = ["--home", str(folder / "home"), "add", str(folder / "article.txt"), "--published", "2026-03-01"]
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(command) == 0
    return folder / "home", said.getvalue()


def test_an_article_added_by_hand_is_in_the_warehouse(added_home: tuple[Path, str], cli: Cli) -> None:
    """One meeting with its place and day, told through the same tables as everything else."""
    home, said = added_home

    code, out, err = cli("--home", home, "query", "select date, city from core.meeting", "--format", "json")

    assert said.startswith("1 documents added.\n")
    assert (code, json.loads(out), err) == (0, [{"date": "2026-03-01", "city": "Doha"}], "")


@pytest.mark.parametrize(("day", "status"), [("2026-03-02", "open"), ("2026-05-10", "due"), ("2026-09-01", "overdue")])
def test_a_promise_stands_as_of_the_day_that_is_asked(
    added_home: tuple[Path, str], cli: Cli, day: str, status: str
) -> None:
    """The same snapshot answers for any day."""
    code, out, _ = cli("--home", added_home[0], "follow-ups", "--as-of", day, "--format", "json")

    (promise,) = json.loads(out)
    assert (code, promise["status"], promise["window_start"], promise["window_end"], promise["parties"]) == (
        0, status, "2026-05-01", "2026-05-31", ["JO", "QA"],
    )  # fmt: skip
    assert promise["quote"] in ARTICLE and promise["id"]


def test_before_it_was_published_nothing_was_promised(added_home: tuple[Path, str], cli: Cli) -> None:
    """As of an earlier day the article does not exist."""
    assert cli("--home", added_home[0], "follow-ups", "--as-of", "2026-02-28", "--format", "json") == (0, "[]\n", "")


def test_flags_have_code_severity_and_subject(added_home: tuple[Path, str], cli: Cli) -> None:
    """And can be narrowed to one severity."""
    code, out, _ = cli("--home", added_home[0], "flags", "--as-of", "2026-09-01", "--format", "json")
    flags = json.loads(out)
    narrow = json.loads(
        cli("--home", added_home[0], "flags", "--as-of", "2026-09-01", "--severity", "warning", "--format", "json")[1]
    )

    assert code == 0
    assert {"follow_up_overdue", "single_source"} <= {flag["code"] for flag in flags}
    assert all(flag["id"] and flag["severity"] and flag["subject"] for flag in flags)
    assert narrow == [flag for flag in flags if flag["severity"] == "warning"]


def test_a_query_answers_as_table_csv_and_json(added_home: tuple[Path, str], cli: Cli) -> None:
    """In a pipe a table is columns parted by tabs."""
    sql = "select 1 as a, 'x,y' as b, null as c"

    told = {name: cli("--home", added_home[0], "query", sql, "--format", name)[1] for name in ("table", "csv", "json")}

    assert told["table"] == "a\tb\tc\n1\tx,y\t\n"
    assert told["csv"] == 'a,b,c\n1,"x,y",\n'
    assert json.loads(told["json"]) == [{"a": 1, "b": "x,y", "c": None}]


@pytest.mark.parametrize(
    "sql",
    ["selec 1", "insert into core.meeting (id) values ('x')", "create table t (a int)", "copy (select 1) to 'x.csv'",
     "select * from read_text('/etc/passwd')", "attach 'x.duckdb'"],
)  # fmt: skip
def test_a_query_can_only_read_the_snapshot(added_home: tuple[Path, str], cli: Cli, sql: str) -> None:
    """Wrong SQL, writing, and anything outside the snapshot fail with exit code 1 and a reason."""
    code, out, err = cli("--home", added_home[0], "query", sql)

    assert (code, out) == (1, "")
    assert err.startswith("Error: ")


def test_the_schema_is_described(added_home: tuple[Path, str], cli: Cli) -> None:
    """Tables with what they hold, and the columns of one."""
    tables = json.loads(cli("--home", added_home[0], "schema", "--format", "json")[1])
    columns = json.loads(cli("--home", added_home[0], "schema", "core.meeting", "--format", "json")[1])
    missing = cli("--home", added_home[0], "schema", "core.nothing")

    assert {"core.meeting", "raw.item", "quality.run"} <= {row["name"] for row in tables}
    assert "date" in {row["name"] for row in columns} and all(row["comment"] for row in columns)
    assert missing[0] == 1 and "core.nothing" in missing[2]


@pytest.mark.parametrize("command", [["query", "select 1"], ["follow-ups"], ["flags"], ["schema"], ["report"]])
def test_an_empty_home_says_so(tmp_path: Path, cli: Cli, command: list[str]) -> None:
    """Exit code 1, with the way to fill it."""
    code, out, err = cli("--home", tmp_path / "h", *command)

    assert (code, out) == (1, "")
    assert "liqaa run" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "No such command"),
        (["query"], "Missing argument"),
        (["follow-ups", "--as-of", "yesterday"], "yesterday"),
        (["follow-ups", "--status", "late"], "overdue"),
        (["flags", "--severity", "high"], "critical, warning, info"),
        (["flags", "--format", "xml"], "table, json"),
        (["serve"], "--every MINUTES or --cron LINE"),
        (["add", "x.txt", "--published", "someday"], "no date of publication"),
        (["run", "--sample", "--sources", "x.toml"], "--sample has its own sources"),
        (["run", "--sources", "x.toml"], "no source list at x.toml"),
    ],
)
def test_a_wrong_call_is_explained(tmp_path: Path, cli: Cli, arguments: list[str], words: str) -> None:
    """Exit code 1, and the message names what is known or what to do."""
    code, _, err = cli("--home", tmp_path / "h", *arguments)

    assert code == 1
    assert words in " ".join(err.replace("│", " ").split())


def test_help_tells_every_command(cli: Cli) -> None:
    """Each with a line on what it does."""
    code, out, _ = cli("--help")

    assert code == 0
    for name in ("run", "add", "extract", "query", "follow-ups", "flags", "schema", "report", "serve", "sources"):
        assert f" {name} " in out


def test_extract_keeps_order_and_tells_bad_lines_in_place(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1 at the end, and every good line is still there."""
    lines = [
        json.dumps({"id": "a", "text": ARTICLE, "published": "2026-03-01"}).encode(),
        b"{bad",
        b"",
        b'{"id": "c"}',
        b"\xff\xfe",
        b'["no object"]',
        json.dumps({"id": "f", "text": ""}).encode(),
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))

    code, out, err = cli("extract")

    told = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (1, "")
    assert [(line["id"], "error" in line) for line in told] == [
        ("a", False), (None, True), ("c", True), (None, True), (None, True), ("f", False),
    ]  # fmt: skip
    assert told[0]["meetings"][0]["parties"] == ["JO", "QA"]


def test_extract_gives_the_same_on_several_cores() -> None:
    """Same lines, same order, and the stream is read only a little ahead."""
    taken = 0

    def lines() -> object:
        nonlocal taken
        for number in range(400):
            taken += 1
            text = ARTICLE if number % 7 else ""
            yield json.dumps({"id": str(number), "text": text}).encode() if number % 50 else b"{bad"

    alone = list(extract_lines(lines()))  # type: ignore[arg-type]
    taken = 0
    stream = extract_lines(lines(), workers=2)  # type: ignore[arg-type]
    first = next(stream)
    ahead = taken

    assert [first, *stream] == alone
    assert ahead < 400


@pytest.mark.parametrize("command", [["query", "select 1"], ["follow-ups"], ["flags"], ["schema"], ["extract"]])
def test_light_commands_import_nothing_heavy(added_home: tuple[Path, str], command: list[str]) -> None:
    """Neither Prefect nor Great Expectations, nor what only fetching needs."""
    code = (
        "import sys\nfrom flows.cli.main import main\n"
        f"code = main({['--home', str(added_home[0]), *command]!r})\n"
        "heavy = {'prefect', 'great_expectations', 'pandas', 'httpx', 'feedparser', 'trafilatura', 'sqlalchemy'}\n"
        "print(sorted(heavy & {name for name, module in sys.modules.items() if module}), code, file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], input="", capture_output=True, text=True, check=False)

    assert done.stderr == "[] 0\n"


@pytest.mark.usefixtures("unchecked")
def test_what_cannot_be_added_is_listed_and_the_rest_is_loaded(tmp_path: Path, cli: Cli) -> None:
    """An empty, a binary and a missing file, and a broken line among good ones; all of it in `raw.rejection`."""
    good = json.dumps({"id": "1", "text": ARTICLE, "published": "2026-03-01"}, ensure_ascii=False)
    (tmp_path / "many.jsonl").write_text(f"{good}\n{{broken\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.dat").write_bytes(bytes(range(256)))
    files = [tmp_path / name for name in ("many.jsonl", "empty.txt", "binary.dat", "missing.txt")]

    code, out, err = cli("--home", tmp_path / "h", "add", *files)
    _, rejected, _ = cli("--home", tmp_path / "h", "query", "select code, locator from raw.rejection order by 1")

    assert code == 1
    assert out.startswith("1 documents added.\n")
    assert [line for line in err.splitlines() if line.startswith("Rejected")] == [
        "Rejected (bad_line): Line 2 of many.jsonl: Expecting property name enclosed in double quotes:"
        " line 1 column 2 (char 1).",
        "Rejected (empty_file): empty.txt is empty.",
        "Rejected (binary_file): binary.dat is a binary file; Liqaa reads text, HTML and JSON Lines.",
        "Rejected (missing_file): There is no file missing.txt.",
    ]
    assert rejected == (
        "code\tlocator\nbad_line\tmany.jsonl:2\nbinary_file\tbinary.dat\nempty_file\tempty.txt\n"
        "missing_file\tmissing.txt\n"
    )
