"""An article of the warehouse as the extractor takes it."""

import duckdb

from transforms.records import Document
from warehouse.store import fetch, sql


def stored_documents(con: duckdb.DuckDBPyConnection, article: str) -> list[Document]:
    """The articles whose id is the given one, or begins with it, in their current wording; at most a few."""
    rows = fetch(con.execute(sql("queries/stored_article"), {"article": article}))
    return [Document(**row) for row in rows]
