"""Can a reader trust the report today: what the last run did, who is silent, what failed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checks.report.words import Words
from warehouse.reporting import Material
from warehouse.store import Row

_SILENT = ("gone", "failing", "stale")
# Promises that are due or overdue are what the report is for, and say nothing against the data.
_PROMISES = "quality.follow_up_state"
_COUNTED = (
    ("ingested", "new_items"),
    ("transformed", "articles"),
    ("linked", "meetings"),
    ("linked", "agreements"),
    ("linked", "follow_ups"),
)


@dataclass(frozen=True, slots=True)
class Trust:
    """The verdict, with what it rests on."""

    verdict: str  # good, fair or poor
    reasons: tuple[str, ...]  # in words, the gravest first
    good_run: Row | None  # the last run that ended well; null: none has
    last_run: Row | None
    did: Mapping[str, int]  # what the last run did, by name of the count
    silent: tuple[Row, ...]
    failed: Mapping[str, int]  # checks that failed, by severity
    faults: int
    checks: int


def trust(m: Material, w: Words) -> Trust:
    """Judge from runs, sources and checks."""
    last = m.runs[0] if m.runs else None
    good = next((run for run in m.runs if run["status"] == "done"), None)
    silent = tuple(source for source in m.sources if source["state"] in _SILENT)
    failed = {s: sum(_failed(c) and c["severity"] == s for c in m.checks) for s in ("critical", "warning", "info")}
    faults = sum(bool(check["fault"]) for check in m.checks)
    doubts = sum(_failed(c) and c["severity"] == "warning" and c["suite"] != _PROMISES for c in m.checks)
    poor: list[str] = []
    fair: list[str] = []
    if last is None:
        poor.append(str(w.say("trust_no_run")))
    elif last["status"] != "done":
        poor.append(str(w.say("trust_failed_run", error=last["error"] or w.term("run_status", last["status"]))))
    if failed["critical"]:
        poor.append(str(w.say("trust_critical", failed["critical"])))
    if m.sources and len(silent) == len(m.sources):
        poor.append(str(w.say("trust_all_silent")))
    elif silent:
        fair.append(str(w.say("trust_silent", len(silent))))
    if good and (m.as_of - good["as_of"]).days > 1:
        fair.append(str(w.say("trust_old", (m.as_of - good["as_of"]).days)))
    if faults:
        fair.append(str(w.say("trust_faults", faults)))
    if doubts:
        fair.append(str(w.say("trust_warnings", doubts)))
    if not m.checks and last is not None:
        fair.append(str(w.say("trust_no_checks")))
    return Trust(
        verdict="poor" if poor else "fair" if fair else "good",
        reasons=(*poor, *fair) or (str(w.say("trust_fine")),),
        good_run=good,
        last_run=last,
        did=_did(last),
        silent=silent,
        failed=failed,
        faults=faults,
        checks=len(m.checks),
    )


def _failed(check: Row) -> bool:
    return not check["success"] and not check["fault"]


def _did(run: Row | None) -> dict[str, int]:
    """The counts that a run left of itself; those that it did not leave are missing."""
    if run is None or not run["counts"]:
        return {}
    told: Any = json.loads(run["counts"])
    found: dict[str, int] = {}
    for stage, name in _COUNTED:
        value = (told.get(stage) or {}).get(name) if isinstance(told, dict) else None
        if isinstance(value, int) and (name != "new_items" or run["command"] == "run"):
            found[name] = value
    return found
