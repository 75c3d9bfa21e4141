"""What extractor versions scored stays in the warehouse, a row a slot."""

from datetime import date

from transforms.evaluate import SLOTS, Evaluation, Figure
from warehouse.evaluation import evaluations, keep_evaluation
from warehouse.store import open_memory

DAY = date(2026, 3, 1)


def scored(both: int, found: int) -> Evaluation:
    return Evaluation((), {slot: Figure() for slot in SLOTS} | {"meetings": Figure(both, 4, found)})


def test_scores_are_kept_by_version_and_measured_again_replaced() -> None:
    """Two versions stand beside each other; the same one measured twice has its latest figures only."""
    with open_memory() as store:
        keep_evaluation(store, "ours", "1", {"ar": scored(1, 2)}, DAY)
        keep_evaluation(store, "ours", "1", {"ar": scored(3, 4)}, date(2026, 3, 2))
        keep_evaluation(store, "ours", "2", {"ar": scored(4, 4)}, date(2026, 3, 3))

        kept = [row for row in evaluations(store.con) if row["slot"] == "meetings"]

    common = {"gold": "ours", "lang": "ar", "slot": "meetings", "gold_values": 4}
    assert kept == [
        common
        | {"extractor": "2", "precision_score": 1.0, "recall_score": 1.0, "f1": 1.0, "evaluated_on": date(2026, 3, 3)},
        common
        | {
            "extractor": "1",
            "precision_score": 0.75,
            "recall_score": 0.75,
            "f1": 0.75,
            "evaluated_on": date(2026, 3, 2),
        },
    ]


def test_a_slot_that_nobody_fills_has_no_score() -> None:
    """Null, not nought: nothing was asked and nothing answered. The composite stands as a slot of its own."""
    with open_memory() as store:
        keep_evaluation(store, "ours", "1", {"all": scored(2, 0)}, DAY)

        rows = {row["slot"]: (row["precision_score"], row["recall_score"], row["f1"]) for row in evaluations(store.con)}

    assert len(rows) == len(SLOTS) + 1
    assert rows["topics"] == (None, None, None)
    assert rows["meetings"] == (None, 0.5, 0.0)
    assert rows["composite"] == (None, None, 0.0)
