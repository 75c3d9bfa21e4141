"""One article under several addresses or in several feeds: which articles are one, and who tells it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from transforms.ids import normal
from warehouse.store import Row, Store

_REPORTS = ("core.meeting_report", "core.agreement_report", "core.follow_up_report")


def join_articles(store: Store, ids: Iterable[str]) -> None:
    """Bring in line what these articles, and those that are or were one with them, are the same as.

    They all stay; their reports get one witness, and what rested on them is linked anew where that changes something.
    """
    named = sorted(ids)
    if not named:
        return
    store.run("queries/one_article_found", {"ids": named})
    changed = [row["id"] for row in store.rows("queries/one_article_changed")]
    if changed:
        let_go(store, changed)
        store.run("queries/one_article_write")
        for table in _REPORTS:
            store.run("queries/one_article_tell", table=table)


def let_go(store: Store, articles: Iterable[str]) -> None:
    """What rests on these articles is linked anew."""
    store.stage("core.article", [{"id": article} for article in sorted(articles)])
    store.run("queries/release")


def one_report(rows: Iterable[Row]) -> dict[tuple[str, str], bool]:
    """Pairs of reports that are one: one article tells them, under two addresses, in the same sentence."""
    told: dict[tuple[str, str, int], list[Row]] = defaultdict(list)
    seen: Counter[tuple[str, str]] = Counter()
    for row in sorted((row for row in rows if row.get("told_in")), key=lambda row: row["position"]):
        sentence = normal(row["anchor"])
        nth = seen[row["article_id"], sentence]
        seen[row["article_id"], sentence] += 1
        told[row["told_in"], sentence, nth].append(row)
    pairs = (pair for same in told.values() for pair in combinations(sorted(row["id"] for row in same), 2))
    return dict.fromkeys(pairs, True)


def count_reports(rows: Sequence[Row]) -> int:
    """How many reports these are; those of one article under several addresses count once."""
    most: dict[str, int] = defaultdict(int)
    for (told_in, _), number in Counter((row["told_in"], row["article_id"]) for row in rows).items():
        most[told_in] = max(most[told_in], number)
    return sum(most.values())
