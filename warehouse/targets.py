"""What each decision of people is about now: bound to sentences, so that it outlives another reading of them."""

from collections.abc import Sequence

from transforms.ids import normal
from transforms.resolve.anchors import Anchors
from warehouse.load import merge
from warehouse.store import Row, Store


def refresh_targets(store: Store) -> None:
    """Bind every decision to the reports of today; one whose sentence changed binds to nothing and is open again.

    A report keeps its id as long as its sentence stands. Where a rule of ours came to take another sentence for the
    telling one, the decision moves to the report that was read in its own sentence.
    """
    decisions = store.rows("queries/review_decisions")
    if not decisions:
        return
    binder = _Binder(store, decisions)
    rows = []
    for row in decisions:
        subject = binder.bound(row["kind"], row["subject"], row["article_id"], row["anchor"])
        other = binder.bound(None, row["other"], row["other_article_id"], row["other_anchor"])
        if subject is not None and (other is not None or row["other"] is None):
            names = ("day", "action", "kind", "value", "undone")
            own = {"decision_id": row["id"], "subject": subject, "other": other}
            rows.append(own | {name: row[name] for name in names})
    merge(store, "core.review_target", rows, key=("decision_id",))
    store.run("queries/review_unbound")


class _Binder:
    """Finds what decisions are about now."""

    def __init__(self, store: Store, decisions: Sequence[Row]) -> None:
        self._store = store
        ids = {row[name] for row in decisions for name in ("subject", "other") if row[name]}
        articles = {row[name] for row in decisions for name in ("article_id", "other_article_id") if row[name]}
        named = {"ids": sorted(ids), "articles": sorted(articles)}
        self._reports = store.rows("queries/review_reports", named)
        self._ids = {row["id"] for row in self._reports}

    def bound(self, kind: str | None, given: str | None, article: str | None, anchor: str | None) -> str | None:
        """The id that a decision binds to now; null: its sentence is gone. What has no sentence keeps its id."""
        if given is None or article is None or anchor is None or given in self._ids:
            return given
        near = [row for row in self._reports if row["article_id"] == article and row["kind"] == (kind or row["kind"])]
        texts = self._store.rows("queries/review_text", {"article": article}) if near else []
        if not texts:
            return None
        anchors = Anchors(texts[0]["title"] or "", texts[0]["text"] or "")
        read: dict[str, int] = {}
        for entry in texts[0]["evidence"] or ():
            for row in near:
                inside = entry["path"].startswith(f"/{row['path']}/{row['position']}/")
                if inside and normal(anchors.at(entry["field"], entry["start"])) == anchor:
                    read[row["id"]] = read.get(row["id"], 0) + 1
        return min(read, key=lambda key: (-read[key], key), default=None)
