"""Tombstones: articles, people and sentences that a person had taken out; enforced before anything is linked or shown.

The archive's bytes are private and stay, so that a tombstone can be undone: after `undo`, a rebuild reads them again.
"""

from collections.abc import Iterable, Mapping, Sequence

import duckdb

from transforms.ids import normal, row_id
from transforms.resolve.anchors import Anchors
from warehouse.one_article import join_articles, let_go
from warehouse.review import BadDecision, Decision, Subject, find, members
from warehouse.store import Row, Store, fetch, sql

WHAT = ("article", "person", "sentence")
BLANK = "▮"  # stands for every letter taken out, so that all offsets still hold
_TEXTS = (
    "core.article_text",
    "core.article",
    "core.meeting_report",
    "core.agreement_report",
    "core.follow_up_report",
    "core.prior_event",
    "core.claim",
    "core.signal",
    "core.article_mark",
    "core.participation",
    "quality.flag",
    "quality.reread",
    "core.correction",
)


def tombstones(con: duckdb.DuckDBPyConnection, what: str, given: str, reason: str) -> list[Decision]:
    """The decisions that take something out: an article, a person under all spellings, or a report's sentence.

    A person who takes part in no meeting, but signs or speaks, is given by name.

    Raises:
        BadDecision: nothing is called so.
    """
    if what == "article":
        return [Decision("suppress", "article", find(con, given, "article"), reason=reason)]
    if what == "person":
        # Who only signs or speaks is no participant, and known by name alone.
        keys = {key for row in _named(con) if row["name"] == given for _, key in _keys(row)}
        keys |= {member for key in keys for member in members(con, Subject("person", key))}
        if keys:
            return [Decision("suppress", "person", Subject("person", key), reason=reason) for key in sorted(keys)]
        found = find(con, given, "person")
        return [
            Decision("suppress", "person", Subject("person", member), reason=reason) for member in members(con, found)
        ]
    found = find(con, given, "meeting", "agreement", "follow_up", "prior_event")
    if not found.anchor:
        raise BadDecision(f"{found.id} stands in no one sentence.", advice="Suppress its article instead.")
    # Of the sentence itself only a hash is kept: what is taken out must not stand in the tombstone.
    blind = Subject(found.kind, found.id, found.article_id)
    return [Decision("suppress", "sentence", blind, value=_hash(found.anchor), reason=reason)]


def enforce(store: Store) -> None:
    """Take out everything that a standing tombstone covers and is there; without tombstones it does nothing."""
    standing = store.rows("queries/suppressed")
    if not standing:
        return
    by_kind: dict[str, list[Row]] = {what: [] for what in WHAT}
    for row in standing:
        by_kind[row["kind"]].append(row)
    _articles(store, [row["subject"] for row in by_kind["article"]])
    _people(store, [row["subject"] for row in by_kind["person"]])
    for row in by_kind["sentence"]:
        _sentence(store, row)


def _articles(store: Store, ids: Sequence[str]) -> None:
    present = store.rows("queries/suppressed_articles", {"ids": list(ids)})
    if not present:
        return
    let_go(store, [row["id"] for row in present])
    for table in ("core.evidence", "core.article_date", "core.article_print", *_TEXTS[2:]):
        store.run("queries/suppress_owned", table=table, key="article_id")
    for key in ("a", "b"):
        store.run("queries/suppress_owned", table="core.article_copy", key=key)
    store.run("queries/suppress_owned", table="core.article_text", key="article_id")
    store.run("queries/suppress_items")
    store.run("queries/suppress_owned", table="core.article", key="id")
    join_articles(store, [row["id"] for row in present])


def _people(store: Store, ids: Sequence[str]) -> None:
    """Whoever is covered takes part in nothing, signs and says nothing, and is named in nothing told of his party."""
    if not ids:
        return
    shown = [
        (r["article_id"], r["party"], r["name"]) for r in store.rows("queries/suppressed_names", {"ids": list(ids)})
    ]
    for row in _named(store.con):
        shown += [(row["article_id"], party, row["name"]) for party, key in _keys(row) if key in ids]
    told = {(article, name) for article, _, name in shown}
    for party, name in sorted({(party, name) for _, party, name in shown}):
        rows = store.rows("queries/suppress_told", {"party": party, "name": name})
        told |= {(row["article_id"], name) for row in rows}
    if not told:
        return
    let_go(store, {article for article, _ in told})
    store.run("queries/suppress_participations", {"ids": list(ids)})
    for article, name in sorted(told):
        _blank(store, article, name)


def _named(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """Signatories and speakers by name, with the parties of what they sign or say."""
    return fetch(con.execute(sql("queries/suppress_named")))


def _keys(row: Row) -> list[tuple[str, str]]:
    """The spellings that a name may be: one for each party that its bearer may belong to."""
    return [(party, row_id("name", party, normal(row["name"]))) for party in row["parties"]]


def _sentence(store: Store, row: Row) -> None:
    texts = store.rows("queries/suppressed_texts", {"article": row["article_id"]})
    words = {sentence for text in texts for sentence in _sentences(text) if _hash(sentence) == row["value"]}
    if not words:
        return
    let_go(store, [row["article_id"]])
    for sentence in words:
        for table in ("core.meeting_report", "core.agreement_report", "core.follow_up_report"):
            store.run("queries/suppress_reports", [row["article_id"], sentence], table=table)
        _blank(store, row["article_id"], sentence)
    store.run("queries/suppress_orphans")


def _hash(sentence: str) -> str:
    return row_id("sentence", normal(sentence))


def _sentences(text: Mapping[str, str]) -> Iterable[str]:
    anchors = Anchors(text["title"] or "", text["text"] or "")
    for field in ("title", "text"):
        yield from {anchors.at(field, offset) for offset in range(len(text[field] or ""))} - {""}


def _blank(store: Store, article: str, words: str) -> None:
    """Write blanks over words, wherever an article's rows hold them; every blank is one letter wide."""
    for table in _TEXTS:
        for column, kind in store.columns(table).items():
            key = "id" if table == "core.article" else "article_id"
            if kind == "VARCHAR" and column not in ("id", "article_id", "version", "digest"):
                names = {"table": table, "column": column, "key": key}
                store.run("queries/suppress_words", [words, BLANK * len(words), article, words], **names)
            elif kind == "VARCHAR[]":
                store.run("queries/suppress_listed", [words, article, words], table=table, column=column, key=key)


def suppressed(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The tombstones that stand."""
    return fetch(con.execute(sql("queries/suppressed")))
