"""How an instrument came along: the steps that its reports tell, each once, in the order in which they were taken."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from warehouse.one_article import count_reports

Row = Mapping[str, Any]
# Statuses in the order in which an instrument goes through them; silence about it says least.
STEPS = ("undisclosed", "proposed", "under_negotiation", "agreed", "signed", "approved")
_STAGES = (None, "authorised", "signed", "domestically_approved", "in_force", "extended", "ended")
_ONE_DAY = timedelta(days=1)  # outlets may be a day apart on one step


def agreement_steps(key: Row, ordered: Sequence[Row]) -> list[dict[str, Any]]:
    """The steps of one instrument.

    Args:
        key: the columns that name the instrument.
        ordered: its reports, earliest first, each with the meeting at which it was signed as `at_meeting`.
    """
    kinds: dict[tuple[str, str | None], list[Row]] = {}
    for row in ordered:
        kinds.setdefault((row["status"], row["legal_stage"]), []).append(row)
    steps = [step for rows in kinds.values() for step in _apart(rows)]
    steps.sort(key=_order)
    return [dict(key) | {"step": n} | _row(rows) for n, rows in enumerate(steps, start=1)]


def _apart(rows: Sequence[Row]) -> list[list[Row]]:
    """Reports of one kind of step, parted by its days; an undated one tells of the last step before it."""
    steps: list[list[Row]] = []
    for row in sorted((row for row in rows if row["date"]), key=lambda row: (row["date"], row["day"], row["id"])):
        if steps and _first(row["date"]) - _first(steps[-1][0]["date"]) <= _ONE_DAY:
            steps[-1].append(row)
        else:
            steps.append([row])
    undated = [row for row in rows if not row["date"]]
    if undated and not steps:
        return [undated]
    for row in undated:
        before = [step for step in steps if _first(step[0]["date"]) <= row["day"]]
        (before or steps[:1])[-1].append(row)
    return [sorted(step, key=lambda row: (row["day"], row["id"])) for step in steps]


def _row(rows: Sequence[Row]) -> dict[str, Any]:
    first = rows[0]
    told: dict[str, set[str]] = {}
    for row in rows:
        if row["date"]:
            told.setdefault(row["date"], set()).add(row["witness"])
    return {
        "status": first["status"],
        "legal_stage": first["legal_stage"],
        "date": max(sorted(told), key=lambda value: len(told[value]), default=None),
        "first_told": first["day"],
        "last_told": rows[-1]["day"],
        "meeting_id": next((row["at_meeting"] for row in rows if row["at_meeting"]), None),
        "signatories": sorted({name for row in rows for name in row["signatories"] or ()}),
        "report_id": first["id"],
        "reports": count_reports(rows),
        "witnesses": len({row["witness"] for row in rows}),
    }


def _order(rows: Sequence[Row]) -> tuple[date, int, int, str]:
    """By the day on which it was taken, at the latest; of one day, in the order of such steps."""
    told = [_first(row["date"]) for row in rows if row["date"]]
    first = rows[0]
    return (
        min(told, default=first["day"]),
        STEPS.index(first["status"]),
        _STAGES.index(first["legal_stage"]),
        first["id"],
    )


def _first(told: str) -> date:
    return date.fromisoformat(told if len(told) == 10 else f"{told}-01")
