"""Whole articles stay on the private side: readers get facts, supporting words, outlet and link."""

from pathlib import Path

import duckdb
import pytest

from transforms.segment import sentences
from transforms.text import normalise
from warehouse.publish import publish_snapshot
from warehouse.store import database_path, snapshot_path

_TOLD = """
select anchor from core.meeting_report union all select anchor from core.agreement_report
union all select anchor from core.follow_up_report union all select quote from core.follow_up_report
union all select quote from core.claim union all select quote from core.prior_event
union all select quote from mart.evidence union all select title from core.article
"""


def answers(path: Path, *statements: str) -> list[list[tuple[object, ...]]]:
    with duckdb.connect(str(path), read_only=True) as con:
        return [con.execute(statement).fetchall() for statement in statements]


def untold(home: Path) -> list[str]:
    """Sentences of the sample's articles that are told by no anchor, quote or headline."""
    texts, told = answers(database_path(home), "select text from core.article_text", _TOLD)
    words = [str(row[0]) for row in told]
    views = [normalise(str(text)) for (text,) in texts]
    found = [view.published(s.start, s.end) for view in views for s in sentences(view.norm)]
    return [
        part for part in found if len(part) > 40 and not any(part in word or word in part for word in words if word)
    ]


def test_the_published_copy_holds_no_article(sample_home: Path) -> None:
    """A sentence that tells of nothing is nowhere in its bytes, nor in the report; the private side has it."""
    silent = untold(sample_home)
    copy = snapshot_path(sample_home).resolve().read_bytes()
    report = b"".join(path.read_bytes() for path in (sample_home / "report").rglob("*") if path.is_file())

    assert silent
    assert [part for part in silent if part.encode() in copy or part.encode() in report] == []
    (bodies,) = answers(snapshot_path(sample_home), "select distinct body from raw.item")
    assert bodies == [("",)]


def test_every_quote_reads_the_same_without_the_articles(sample_home: Path) -> None:
    """The views that show the words of a value give what they give beside the whole texts."""
    views = [f"select * from mart.{name} order by all" for name in ("evidence", "provenance", "meeting", "follow_up")]

    private, public = (answers(path(sample_home), *views) for path in (database_path, snapshot_path))

    assert public == private
    assert len(public[0]) > 300


def test_whole_articles_are_published_only_where_the_user_says_so(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With full_text the copy is the database as it is."""
    publish_snapshot(sample_copy, full_text=True)

    tables = ["select * from core.article_text order by all", "select * from raw.item order by all"]
    private, public = (answers(path(sample_copy), *tables) for path in (database_path, snapshot_path))
    assert public == private
