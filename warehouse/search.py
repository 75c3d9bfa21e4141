"""Full-text search: an index of headlines and telling sentences, made at publication and asked by readers."""

from datetime import date
from importlib.resources import files
from typing import Any

import duckdb

from transforms.search import search_words
from warehouse.errors import NoSnapshot
from warehouse.store import Store, fetch, named_sql, sql

_LAST = date(9999, 12, 31)


def make_index(store: Store) -> None:
    """Index the articles of a copy that is being published."""
    _load(store.con)
    store.run("queries/search_table")
    rows = [
        {name: row[name] for name in ("id", "article_id", "day", "sentence")}
        | {"words": " ".join(search_words(f"{row['title']} {row['sentence']}"))}
        for row in store.rows("queries/search_sentences")
    ]
    staged = store.stage("search.sentence", rows, "stage_search")
    store.run("queries/append", target="search.sentence", staged=staged)
    store.run("queries/search_index")


def find(con: duckdb.DuckDBPyConnection, words: str, day: date | None = None, most: int = 20) -> list[dict[str, Any]]:
    """The articles that these words fit best, each with its best sentence.

    Args:
        con: the snapshot, not sealed.
        words: in Arabic, English or both; an article need not hold all.
        day: no articles of later days; null: all.
        most: how many.

    Raises:
        NoSnapshot: this copy was published by a version without search.
    """
    (present,) = con.execute(sql("queries/search_present")).fetchone() or (False,)
    if not present:
        raise NoSnapshot("This snapshot has no index to search.", advice="Publish anew: liqaa run")
    _load(con)
    given = {"words": " ".join(search_words(words)), "day": day or _LAST, "most": most}
    return [dict(row) for row in fetch(con.execute(sql("queries/search_found"), given))]


def _load(con: duckdb.DuckDBPyConnection) -> None:
    """The extension lies in a package beside DuckDB: nothing is installed or downloaded."""
    path = files("duckdb_extension_fts").joinpath(f"extensions/v{duckdb.__version__}/fts.duckdb_extension")
    con.execute(named_sql("queries/load_extension", path=str(path).replace("'", "''")))
