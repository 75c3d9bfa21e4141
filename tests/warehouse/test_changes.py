"""What changed since a day, each change with its cause: a new report, new code, a person, or the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tests.warehouse.test_linking import REPORTS
from tests.warehouse.test_review import pair
from tests.warehouse.world import meeting, reading
from warehouse.changes import changes
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.publish import publish_snapshot
from warehouse.review import decide
from warehouse.store import Store, open_store, snapshot_path

LAST = date(2026, 11, 23)


def compared(root: Path, since: str, until: str = "2026-11-23") -> list[tuple[str, str, str, str]]:
    """What, kind, cause and detail of every change."""
    found = changes(snapshot_path(root), date.fromisoformat(since), date.fromisoformat(until))
    return [(row["what"], row["kind"], row["cause"], row["detail"]) for row in found]


def filled(root: Path, *more: object) -> Store:
    """A home's database with the reports."""
    store = open_store(root)
    load_articles(store, [*REPORTS, *more])  # type: ignore[list-item]
    link(store, LAST)
    return store


def test_news_restates_dates_and_fulfils_promises(tmp_path: Path) -> None:
    """From mid-March on: the promise gets its day, and the meeting of June is held and keeps it."""
    filled(tmp_path).close()
    publish_snapshot(tmp_path)

    found = compared(tmp_path, "2026-03-15")

    assert ("new", "meeting", "new report", "2026-06-19 Astana KZ") in found
    restated = [detail for what, kind, cause, detail in found if (what, cause) == ("restated", "new report")]
    assert restated == [
        "window_start: none → 2026-06-19; window_end: none → 2026-06-19; modality: postponed → expected"
    ]
    (state,) = [entry for entry in found if entry[0] == "state"]
    assert state[:3] == ("state", "follow_up", "new report") and state[3].startswith("postponed → met:")


def test_a_decision_merges_or_splits_by_a_person(tmp_path: Path) -> None:
    """What a person joined or parted is told as his doing."""
    with filled(tmp_path) as store:
        decide(store, [pair(store, "split", "a1", "a2")], date(2026, 7, 1), "Nora")
        link(store, LAST)
    publish_snapshot(tmp_path)

    causes = {(what, kind): cause for what, kind, cause, _ in compared(tmp_path, "2026-06-30")}

    assert causes["split", "meeting"] == "a person"


def test_a_promise_whose_day_came_changes_by_time_alone(tmp_path: Path) -> None:
    """No report, no person."""
    with open_store(tmp_path) as store:
        load_articles(store, REPORTS[:1])
        link(store, LAST)
    publish_snapshot(tmp_path)

    assert [(what, cause, detail.partition(":")[0]) for what, _, cause, detail in compared(tmp_path, "2026-03-01")] == [
        ("state", "time", "open → overdue")
    ]


def test_what_new_code_reads_in_the_same_words_is_told_as_such(tmp_path: Path) -> None:
    """The wording stands; another version of the extractor found another city."""
    first = reading("n", "2026-02-10", meetings=(meeting(),), extractor="1")
    better = replace(first.record, meetings=(replace(first.record.meetings[0], city="Jeddah"),))
    with open_store(tmp_path) as store:
        load_articles(store, [first])
        link(store, LAST)
        load_articles(store, [replace(first, record=better, extractor="2")])
        link(store, LAST)
    publish_snapshot(tmp_path)

    found = compared(tmp_path, "2026-02-11", max(LAST, datetime.now(UTC).date()).isoformat())

    assert found == [("corrected", "meeting", "new code", "city: Riyadh → Jeddah")]
