"""The commands of people who look after links: what they say takes effect at once, and can be taken back."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.home import Home
from tests.conftest import Cli
from tests.warehouse.test_linking import AS_OF, REPORTS
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.publish import publish_snapshot
from warehouse.store import open_store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a few reports, linked and published."""
    root = tmp_path_factory.mktemp("filled") / "home"
    Home(root).claim("real")
    with open_store(root) as store:
        load_articles(store, REPORTS)
        link(store, AS_OF)
    publish_snapshot(root)
    return root


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A copy of it, to write in."""
    return Path(shutil.copytree(filled, tmp_path / "home", symlinks=True))


def asked(cli: Cli, home: Path, sql: str) -> list[dict[str, object]]:
    """The rows of a query of the snapshot."""
    code, out, err = cli("--home", home, "query", sql, "--format", "json")
    assert (code, err) == (0, "")
    found: list[dict[str, object]] = json.loads(out)
    return found


GROUPS = """
select list(right(a.title, 2) order by a.title) as told from core.meeting_report r
join core.article a on a.id = r.article_id group by r.meeting_id order by told
"""


def report(cli: Cli, home: Path, key: str) -> str:
    """The id of the report of a meeting in an article."""
    told = (
        "select r.id from core.meeting_report r "
        f" join core.article a on a.id = r.article_id where a.title = 'Title {key}'"
    )
    return str(asked(cli, home, told)[0]["id"])


def test_links_in_doubt_are_shown_with_both_sentences_and_reasons(home: Path, cli: Cli) -> None:
    """The vague report that fits two meetings of one day."""
    code, out, err = cli("--home", home, "review", "--kind", "meeting", "--format", "json")

    rows = json.loads(out)["links"]
    assert (code, err) == (0, "")
    assert {"Report a3 tells of meeting number 0.", "Report b1 tells of meeting number 0."} in [
        {row["sentence_a"], row["sentence_b"]} for row in rows
    ]
    assert all(row["reasons"] and 0.5 <= row["score"] <= 1 for row in rows)
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


def test_a_link_takes_effect_at_once_and_undo_takes_it_back(home: Path, cli: Cli) -> None:
    """Readers see the new snapshot; the link is no longer in doubt; the first state returns."""
    before = asked(cli, home, GROUPS)
    vague, clear = report(cli, home, "a3"), report(cli, home, "a1")

    code, out, _ = cli("--home", home, "link", vague[:14], clear, "--reason", "same hall", "--reviewer", "Nora")
    after = asked(cli, home, GROUPS)
    assert code == 0 and any({"a1", "a3"} <= set(row["told"]) for row in after)  # type: ignore[call-overload]
    assert asked(cli, home, "select action, reviewer, reason from core.review_decision") == [
        {"action": "link", "reviewer": "Nora", "reason": "same hall"}
    ]
    rows = json.loads(cli("--home", home, "review", "--format", "json")[1])["links"]
    assert all({row["a"], row["b"]} != {vague, clear} for row in rows)

    assert cli("--home", home, "undo", out.split()[0])[0] == 0
    assert asked(cli, home, GROUPS) == before


def test_one_id_alone_is_split_from_everything_it_stands_with(home: Path, cli: Cli) -> None:
    """As many decisions as it had companions."""
    code, out, _ = cli("--home", home, "split", report(cli, home, "a2"))

    assert (code, len(out.split())) == (0, 1)
    assert {"told": ["a2"]} in asked(cli, home, GROUPS)


def test_a_correction_governs_and_a_dismissed_meeting_leaves_the_marts(home: Path, cli: Cli) -> None:
    """The corrected value stands with the word that a person gave it; what is none is shown nowhere."""
    first, call = report(cli, home, "a1"), report(cli, home, "c1")

    assert cli("--home", home, "correct", first, "city=Jeddah", "date=2026-02-09")[0] == 0
    assert cli("--home", home, "dismiss", call)[0] == 0
    assert asked(cli, home, f"select date, city, reviewed from mart.meeting where id = '{first}'") == [
        {"date": "2026-02-09", "city": "Jeddah", "reviewed": "corrected"}
    ]
    assert asked(cli, home, f"select id from mart.meeting where id = '{call}'") == []
    assert asked(cli, home, f"select reviewed from core.meeting where id = '{call}'") == [{"reviewed": "dismissed"}]


def test_a_batch_is_the_printed_list_with_actions_filled_in(home: Path, cli: Cli, tmp_path: Path) -> None:
    """What is left empty is passed over; giving the file again changes nothing."""
    rows = list(csv.DictReader(io.StringIO(cli("--home", home, "review", "--format", "csv")[1])))
    rows[0]["action"] = "split"
    file = tmp_path / "batch.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

    first = cli("--home", home, "review", "--csv", file)
    again = cli("--home", home, "review", "--csv", file)
    assert first[0] == again[0] == 0 and first[1] == again[1]
    assert asked(cli, home, "select subject, other, action from core.review_decision") == [
        {"subject": rows[0]["id"], "other": rows[0]["other"], "action": "split"}
    ]


def test_a_query_as_of_a_day_sees_what_was_known_then(home: Path, cli: Cli) -> None:
    """In every table and mart: in February nobody had told of June."""
    sql = "select max(date) as last, count(*) as n from mart.meeting where date <= '2026-06-20'"
    code, out, err = cli("--home", home, "query", sql, "--as-of", "2026-02-11", "--format", "json")

    assert (code, err, json.loads(out)) == (0, "", [{"last": "2026-02-10", "n": 4}])


def test_changes_are_told_with_their_causes(home: Path, cli: Cli) -> None:
    """As rows to read, and to sort."""
    code, out, err = cli("--home", home, "changes", "--since", "2026-06-01", "--format", "json")

    rows = json.loads(out)
    assert (code, err) == (0, "")
    assert ("new", "meeting", "new report") in {(row["what"], row["kind"], row["cause"]) for row in rows}
    assert cli("--home", home, "changes", "--since", "2126-06-01")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["link", "1"], "beginning of several ids"),
        (["link", "nothing", "more"], 'No meeting or agreement or follow up or person has the id "nothing"'),
        (["correct", "{a1}", "mood=good"], '"mood=good" corrects no value of a meeting'),
        (["correct", "{a1}", "country=Oman"], 'country "Oman" cannot be'),
        (["correct", "{a1}", "date=2026-02-31"], 'date "2026-02-31" cannot be'),
        (["link", "{a1}", "{a1}"], "one is named twice"),
        (["split", "{b1}", "--csv", "none.csv"], "none.csv cannot be read"),
        (["undo"], "needs an id"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_sentence(
    home: Path, cli: Cli, arguments: list[str], message: str
) -> None:
    """Nothing is written then."""
    filled = [a.format(a1=report(cli, home, "a1"), b1=report(cli, home, "b1")) if "{" in a else a for a in arguments]
    code, _, err = cli("--home", home, *filled)

    assert code == 1 and message in err
    assert asked(cli, home, "select count(*) as n from core.review_decision") == [{"n": 0}]


def test_deciding_needs_neither_prefect_nor_great_expectations(home: Path) -> None:
    """A word takes a second, not ten."""
    script = (
        "import sys; from flows.cli.main import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(name in sys.modules for name in ('prefect', 'great_expectations')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--home", str(home), "review"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
