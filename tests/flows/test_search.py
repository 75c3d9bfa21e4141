"""`liqaa search`: articles by words, the best first, from what is published."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.warehouse.test_reading import fill
from tests.warehouse.world import meeting, reading
from warehouse.link import link
from warehouse.publish import publish_snapshot
from warehouse.review import decide
from warehouse.rows import Reading
from warehouse.store import open_snapshot, open_store
from warehouse.suppressing import tombstones


def article(key: str, day: str, title: str, sentence: str) -> Reading:
    """An article whose one meeting is told by a sentence, among words that tell nothing."""
    made = reading(key, day, meetings=(meeting(day),), text=f"{sentence}\nThe weather in Tashkent was fine.")
    (evidence,) = reading(key, day, meetings=(meeting(day),)).record.evidence
    evidence = replace(evidence, start=0, end=len(sentence))
    return replace(made, article=replace(made.article, title=title), record=replace(made.record, evidence=(evidence,)))


PACT = article("ar", "2026-02-10", "لقاء في الرياض", "وقّع وزير الداخلية مذكّرة تفاهم مع نظيره الكازاخستاني.")
TALKS = article("en", "2026-03-10", "Talks in Doha", "The ministers discussed ports and shipping in Doha.")
OTHER = article("zz", "2026-04-10", "Doha hosts a session", "The officials discussed trade.")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("searched")
    fill(root, PACT, TALKS, OTHER)
    return root


def found(cli: Cli, home: Path, *words: str) -> list[str]:
    code, out, err = cli("--home", home, "search", *words, "--format", "json")
    assert (code, err) == (0, "")
    return [row["title"] for row in json.loads(out)]


@pytest.mark.parametrize(
    "words", ["المذكرة", "مُذَكِّره", "والمذكرة", "الداخليه", "وزير داخلية", "كازاخستاني", "رياض", "والرياض"]
)
def test_arabic_is_found_however_it_is_written(home: Path, cli: Cli, words: str) -> None:
    """In headline and sentence, with the article and «و» or without."""
    assert found(cli, home, *words.split()) == ["لقاء في الرياض"]


def test_the_article_that_fits_best_comes_first(home: Path, cli: Cli) -> None:
    """Stems of English words count; a word told twice weighs more than one told once; both languages at once."""
    assert found(cli, home, "Doha") == ["Talks in Doha", "Doha hosts a session"]
    assert found(cli, home, "session", "doha") == ["Doha hosts a session", "Talks in Doha"]
    assert found(cli, home, "minister", "port") == ["Talks in Doha"]
    assert set(found(cli, home, "trade", "مذكرة")) == {"Doha hosts a session", "لقاء في الرياض"}
    assert found(cli, home, "Doha", "--limit", "1") == ["Talks in Doha"]
    assert found(cli, home, "Doha", "--as-of", "2026-03-31") == ["Talks in Doha"]
    assert found(cli, home, "volcano") == []


def test_a_row_tells_id_day_source_headline_and_sentence(home: Path, cli: Cli) -> None:
    """As JSON with the address and the score, as a table for the eye."""
    code, out, _ = cli("--home", home, "search", "shipping", "--format", "json")
    (row,) = json.loads(out)

    with open_snapshot(home) as con:
        own = con.execute("select id from core.article where title = 'Talks in Doha'").fetchone()
    assert code == 0 and row.pop("score") > 0
    assert row == {
        "id": own and own[0],
        "date": "2026-03-10",
        "source": "agency",
        "title": "Talks in Doha",
        "sentence": "The ministers discussed ports and shipping in Doha.",
        "url": "https://agency.example/en",
    }
    code, shown, _ = cli("--home", home, "search", "shipping")
    assert code == 0 and "Talks in Doha" in shown and "2026-03-10" in shown


def test_only_what_is_published_is_found(tmp_path: Path, cli: Cli) -> None:
    """Not the words of an article that tell of nothing, and nothing that was suppressed."""
    fill(tmp_path, PACT, TALKS)
    assert found(cli, tmp_path, "weather", "Tashkent") == []
    assert found(cli, tmp_path, "shipping") == ["Talks in Doha"]

    with open_store(tmp_path) as store:
        (key,) = store.con.execute("select id from core.article where title = 'Talks in Doha'").fetchall()[0]
        decide(store, tombstones(store.con, "article", key, "asked for"), date(2026, 11, 20), "Nora")
        link(store, date(2026, 11, 23))
    publish_snapshot(tmp_path)

    assert found(cli, tmp_path, "shipping") == []
    assert b"shipping" not in (tmp_path / "snapshot" / "current.duckdb").resolve().read_bytes()


def test_an_empty_warehouse_a_search_without_a_word_and_an_older_copy_are_told(tmp_path: Path, cli: Cli) -> None:
    """Nothing is found, the input is refused, or there is a way to an index."""
    fill(tmp_path)
    assert found(cli, tmp_path, "Doha") == []
    code, _, err = cli("--home", tmp_path, "search", "…", "—")
    assert code == 1 and "holds no word" in err

    import duckdb

    with duckdb.connect(str((tmp_path / "snapshot" / "current.duckdb").resolve())) as con:
        con.execute("drop schema fts_search_sentence cascade")
    code, _, err = cli("--home", tmp_path, "search", "Doha")
    assert code == 1 and "no index to search" in err
