"""`liqaa evaluate`: how well the extraction reads a gold set, kept in the warehouse with the extractor's version."""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.errors import InputError

if TYPE_CHECKING:  # read when the command runs: others need not wait for it
    from flows.home import Home
    from transforms.evaluate import Evaluation

_WORST = 10  # documents to look at first


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Extraction")(evaluate)


def evaluate(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(help="Gold records, as JSON Lines.", show_default=False)],
    docs: Annotated[Path, typer.Argument(help="Their documents, as JSON Lines.", show_default=False)],
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Read documents and compare what was found with gold records, by language and slot.

    The figures are kept in `quality.evaluation` of the home; the report shows them after the next run.
    """
    from flows.cli.read import check_format, print_json
    from transforms.extract import EXTRACTOR_VERSION

    check_format(format, "table", "json")
    by_language = _evaluated(list(_lines(gold)), list(_documents(docs)))
    _keep(context.obj, gold.stem, EXTRACTOR_VERSION, by_language)
    if format == "json":
        print_json({"gold": gold.stem, "extractor": EXTRACTOR_VERSION, "languages": _as_json(by_language)})
        return
    _show(by_language)


def _evaluated(gold: list[dict[str, Any]], documents: list[dict[str, Any]]) -> dict[str, "Evaluation"]:
    """One evaluation a language of the gold set, and one of all."""
    from transforms.codec import document_from_json, record_to_json
    from transforms.evaluate import evaluate as scored
    from transforms.extract import extract

    wanted = {str(record["id"]) for record in gold}
    records = [record_to_json(extract(document_from_json(d))) for d in documents if str(d["id"]) in wanted]
    missing = wanted - {str(record["id"]) for record in records}
    if missing:
        raise InputError(f"{len(missing)} gold records have no document, e.g. {min(missing)}.")
    language = {str(record["id"]): str(record["lang"]) for record in records}
    languages = sorted(set(language.values()))
    parts = {lang: [record for record in gold if language[str(record["id"])] == lang] for lang in languages}
    return {lang: scored(part, records) for lang, part in parts.items()} | {"all": scored(gold, records)}


def _documents(path: Path) -> Iterator[dict[str, Any]]:
    from transforms.codec import BadDocument, document_from_json

    for data in _lines(path):
        try:
            document_from_json(data)
        except BadDocument as error:
            raise InputError(f"{path.name} holds a line that is no document: {error}.") from error
        yield data


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines, each with an id."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError as error:
            raise InputError(f"Line {number} of {path.name} is not JSON: {error}.") from error
        if not isinstance(data, dict) or "id" not in data:
            raise InputError(f"Line {number} of {path.name} is no object with an id.")
        yield data


def _keep(home: "Home", gold: str, extractor: str, by_language: Mapping[str, "Evaluation"]) -> None:
    from flows.job import open_job
    from flows.lock import home_lock
    from flows.recording import note_words
    from warehouse.evaluation import keep_evaluation
    from warehouse.store import open_store

    with home_lock(home.lock), open_store(home.root) as store:
        keep_evaluation(store, gold, extractor, by_language, datetime.now(UTC).date())
        note_words(open_job(home.root, None), store)


def _as_json(by_language: Mapping[str, "Evaluation"]) -> dict[str, Any]:
    return {
        lang: {
            "documents": len(evaluation.documents),
            "composite_f1": evaluation.composite,
            "slots": {
                slot: {
                    "p": round(figure.precision, 3),
                    "r": round(figure.recall, 3),
                    "f1": round(figure.f1, 3),
                    "n_gold": figure.gold,
                    "n_pred": figure.found,
                }
                for slot, figure in evaluation.figures.items()
            },
            "worst": [{"id": d.id, "errors": d.errors} for d in evaluation.worst(_WORST)],
        }
        for lang, evaluation in by_language.items()
    }


def _show(by_language: Mapping[str, "Evaluation"]) -> None:
    from flows.cli.screen import table

    rows: list[tuple[object, ...]] = []
    for lang, evaluation in by_language.items():
        for slot, figure in evaluation.figures.items():
            scores = (f"{value:.3f}" for value in (figure.precision, figure.recall, figure.f1))
            rows.append((lang, slot, *scores, figure.gold, figure.found))
        rows.append((lang, "composite", None, None, f"{evaluation.composite:.3f}", None, None))
    table(("lang", "slot", "precision", "recall", "F1", "gold", "found"), rows)
    worst = by_language["all"].worst(_WORST)
    if worst:
        print()
        table(("worst documents", "errors", "where"), [(d.id, d.errors, _where(d.figures)) for d in worst])
    sys.stdout.flush()


def _where(figures: Mapping[str, Any]) -> str:
    """The slots of a document with errors, the most first."""
    from transforms.evaluate import COMPOSITE

    bad = sorted((slot for slot in COMPOSITE if figures[slot].errors), key=lambda slot: -figures[slot].errors)
    return ", ".join(f"{slot} {figures[slot].errors}" for slot in bad)
