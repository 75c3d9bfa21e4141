"""The commands that judge the extraction: `evaluate` and `explain`."""

import json
from pathlib import Path

import pytest

from flows.cli.main import main
from tests.conftest import Cli, leave_out_checks
from tests.gold.texts import documents, gold, path
from transforms.codec import record_to_json
from transforms.evaluate import SLOTS, evaluate
from transforms.extract import EXTRACTOR_VERSION, extract
from warehouse.evaluation import evaluations
from warehouse.store import open_store

LETTER = {
    "id": "a",
    "lang": "en",
    "title": "Ministers meet",
    "published": "2026-03-01",
    "text": "Doha, March 1 (QNA) - Qatari Interior Minister Saad Al-Marri met in Doha today with Jordanian Interior"
    " Minister Faris Al-Khatib. They discussed border security & <drugs>.",
}


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.json"
    file.write_text(json.dumps(LETTER), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the letter."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "letter.jsonl").write_text(json.dumps(LETTER), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        leave_out_checks(patch)
        assert main(["--home", str(folder / "home"), "add", str(folder / "letter.jsonl")]) == 0
    return folder / "home"


def test_evaluate_prints_the_table_and_keeps_it(cli: Cli, tmp_path: Path) -> None:
    """A line a slot and language, the worst documents below; the same figures in the warehouse."""
    code, out, err = cli("--home", tmp_path / "home", "evaluate", path("en", "gold"), path("en", "documents"))

    table, worst = out.split("\n\n")
    lines = [line.split("\t") for line in table.splitlines()]
    expected = evaluate(gold("en"), [record_to_json(extract(document)) for document in documents("en")])
    assert (code, err) == (0, "")
    assert lines[0] == ["lang", "slot", "precision", "recall", "F1", "gold", "found"]
    assert [line[:2] for line in lines[1:]] == [
        [lang, slot] for lang in ("en", "all") for slot in (*SLOTS, "composite")
    ]
    assert lines[len(SLOTS) + 1][4] == f"{expected.composite:.3f}"
    assert [line.split("\t")[0] for line in worst.splitlines()[1:]] == [d.id for d in expected.worst(10)]
    with open_store(tmp_path / "home") as store:
        rows = evaluations(store.con)
    kept = {row["slot"]: row["f1"] for row in rows if row["lang"] == "en"}
    assert {(row["gold"], row["extractor"]) for row in rows} == {("en_gold", EXTRACTOR_VERSION)}
    assert kept["composite"] == expected.composite
    assert kept["meetings"] == round(expected.figures["meetings"].f1, 3)


def test_evaluate_gives_json(cli: Cli, tmp_path: Path, letter: Path) -> None:
    """For other programs: precision, recall, F1 and counts of every slot."""
    wanted = {"id": "a", "meetings": [], "agreements": [], "follow_ups": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(wanted) + "\n", encoding="utf-8")

    code, out, _ = cli("--home", tmp_path / "home", "evaluate", tmp_path / "gold.jsonl", letter, "--format", "json")

    told = json.loads(out)
    assert (code, told["gold"], told["extractor"], sorted(told["languages"])) == (
        0, "gold", EXTRACTOR_VERSION, ["all", "en"],
    )  # fmt: skip
    assert told["languages"]["en"]["slots"]["meetings"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "n_gold": 0, "n_pred": 1}
    assert [document["id"] for document in told["languages"]["all"]["worst"]] == ["a"]


@pytest.mark.parametrize(
    ("gold_text", "document_text", "complaint"),
    [
        ('{"id": "a"}', "{bad", "is not JSON"),
        ('{"id": "a"}', '["a"]', "no object with an id"),
        ('{"id": "a"}', '{"id": "a"}', "no document"),
        ('{"id": "b"}', json.dumps(LETTER), "1 gold records have no document"),
    ],
)
def test_evaluate_says_which_line_is_wrong(
    cli: Cli, tmp_path: Path, gold_text: str, document_text: str, complaint: str
) -> None:
    """Nothing is scored, and nothing is kept."""
    (tmp_path / "gold.jsonl").write_text(gold_text, encoding="utf-8")
    (tmp_path / "documents.jsonl").write_text(document_text, encoding="utf-8")

    code, out, err = cli("--home", tmp_path / "home", "evaluate", tmp_path / "gold.jsonl", tmp_path / "documents.jsonl")

    assert (code, out) == (1, "")
    assert complaint in " ".join(err.split())
    assert not (tmp_path / "home").exists()


def test_explain_tells_values_words_and_rules(cli: Cli, tmp_path: Path, letter: Path) -> None:
    """The article first, then a line a value."""
    code, out, err = cli("--home", tmp_path, "explain", letter)

    lines = [line.split("\t") for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert LETTER["title"] in out and LETTER["text"] in out
    assert ["value of", "value", "words", "rule"] in lines
    (city,) = [line for line in lines if line[0] == "/meetings/0/city"]
    assert city[1:3] == ["Doha", "Doha"]


def test_explain_writes_a_page(cli: Cli, tmp_path: Path, letter: Path) -> None:
    """The article's own brackets are text in it; the command says where it is."""
    page = tmp_path / "out.html"

    code, out, _ = cli("--home", tmp_path, "explain", letter, "--html", page)

    markup = page.read_text(encoding="utf-8")
    assert (code, out) == (0, f"{page}\n")
    assert "&lt;drugs&gt;" in markup and "<drugs>" not in markup
    assert 'title="/meetings/0/city = Doha' in markup


def test_explain_knows_the_articles_of_the_warehouse(cli: Cli, filled_home: Path) -> None:
    """By id, or by as much of it as is needed."""
    _, out, _ = cli("--home", filled_home, "query", "select id from core.article", "--format", "json")
    ((number,),) = [row.values() for row in json.loads(out)]

    by_id, by_start = (cli("--home", filled_home, "explain", given) for given in (number, number[:12]))

    assert by_id == by_start
    assert by_id[0] == 0 and LETTER["text"] in by_id[1]


def test_explain_says_what_it_cannot_find(cli: Cli, tmp_path: Path, letter: Path, filled_home: Path) -> None:
    """Neither a file nor an article; a file that is none; a page that cannot be written."""
    (tmp_path / "bad.json").write_text('{"id": 1}', encoding="utf-8")

    unknown = cli("--home", filled_home, "explain", "nothing-of-the-kind")
    bad = cli("--home", filled_home, "explain", tmp_path / "bad.json")
    unwritable = cli("--home", filled_home, "explain", letter, "--html", tmp_path / "no" / "where.html")

    assert [told[0] for told in (unknown, bad, unwritable)] == [1, 1, 1]
    assert "no article has that id" in " ".join(unknown[2].split())
    assert "is no document" in " ".join(bad[2].split())
    assert "cannot be written" in " ".join(unwritable[2].split())
