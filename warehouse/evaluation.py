"""Keeps what an evaluation measured: one row a gold set, extractor version, language and slot."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from transforms.evaluate import Evaluation, Figure
from warehouse.load import merge
from warehouse.rows import LoadSummary
from warehouse.store import Row, Store, fetch, sql

_KEY = ("gold", "extractor", "lang", "slot")


def keep_evaluation(
    store: Store, gold: str, extractor: str, by_language: Mapping[str, Evaluation], day: date
) -> LoadSummary:
    """Write the figures of a gold set; those of the same version measured before give way."""
    common = {"gold": gold, "extractor": extractor, "evaluated_on": day.isoformat()}
    rows: list[Row] = []
    for lang, evaluation in by_language.items():
        scored = common | {"lang": lang}
        rows += [scored | {"slot": slot} | _scores(figure) for slot, figure in evaluation.figures.items()]
        rows.append(scored | {"slot": "composite", "f1": evaluation.composite})
    with store.transaction():
        return merge(store, "quality.evaluation", rows, key=_KEY)


def _scores(figure: Figure) -> dict[str, Any]:
    return {
        "precision_score": round(figure.precision, 3) if figure.found else None,
        "recall_score": round(figure.recall, 3) if figure.gold else None,
        "f1": round(figure.f1, 3) if figure.found or figure.gold else None,
        "gold_values": figure.gold,
    }


def evaluations(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """What each version of the extractor scored, the latest first."""
    return fetch(con.execute(sql("queries/evaluations")))
