"""What new code reads differently in the same words: kept, so that a change can be told from news."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from warehouse.rows import Reading
from warehouse.store import Row, Store

_LINKS = frozenset({"meeting_id", "agreement_id", "follow_up_id", "meeting_report_id", "version", "position"})


@contextmanager
def noted(store: Store, changed: Sequence[Reading], known: Mapping[str, Row]) -> Iterator[list[dict[str, Any]]]:
    """Give a list that after the block holds the rows of quality.reread: reports that are other ones than before it,
    in articles that another version of the extractor had read in the same words.
    """
    anew = {
        reading.article.id: reading
        for reading in changed
        if (row := known.get(reading.article.id)) is not None
        and row["version"] == reading.article.version
        and row["extractor"] != reading.extractor
    }
    before = _said(store, anew)
    rows: list[dict[str, Any]] = []
    yield rows
    after = _said(store, anew) if anew else {}
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) == after.get(key):
            continue
        article, kind, report = key
        own = {"article_id": article, "day": datetime.now(UTC).date(), "kind": kind, "report_id": report}
        versions = {"extractor_before": known[article]["extractor"], "extractor": anew[article].extractor}
        rows.append(own | versions | {"before": before.get(key), "after": after.get(key)})


def _said(store: Store, articles: Mapping[str, Any]) -> dict[tuple[str, str, str], str]:
    """The values of every report of some articles, without what linking adds."""
    if not articles:
        return {}
    found = {}
    for row in store.rows("queries/reread_before", {"articles": sorted(articles)}):
        values = {key: value for key, value in json.loads(row["said"]).items() if key not in _LINKS}
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
        found[row["article_id"], row["kind"], row["id"]] = text
    return found
