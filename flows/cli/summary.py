"""What a run prints at its end."""

import sys
from collections.abc import Mapping

import typer

from flows.adding import Added
from flows.home import Home
from flows.summary import RunSummary

_LISTED = 20  # rejections that are listed; the rest are counted


def show_run(summary: RunSummary, home: Home) -> None:
    """Print what a run did and where to look at it."""
    new = summary.ingested
    if home.kind() == "sample":
        print(f"This is the sample: invented news, judged as of {summary.as_of}, in {home.root}.")
    sources = f"{new.sources} sources read"
    if new.failed:
        sources += f", {new.failed} failed"
    if new.resting:
        sources += f", {new.resting} left alone for now"
    if new.unchanged:
        sources += f", {new.unchanged} unchanged"
    print(f"{sources}; {new.new_items} new items, {summary.transformed.articles} articles read, {_rejected(summary)}.")
    show_state(summary, home)


def show_added(added: Added, summary: RunSummary, home: Home) -> None:
    """Print what was added, and each thing that could not be; exit code 1 where there is one."""
    known = added.documents - added.new
    print(f"{added.new} documents added" + (f", {known} known already" if known else "") + ".")
    show_state(summary, home)
    for refusal in added.rejections[:_LISTED]:
        print(f"Rejected ({refusal.code}): {refusal.detail}", file=sys.stderr)
    if len(added.rejections) > _LISTED:
        print(f"… and {len(added.rejections) - _LISTED} more: liqaa rejections", file=sys.stderr)
    if added.rejections:
        raise typer.Exit(1)


def run_line(summary: RunSummary) -> str:
    """One line on a run, for a log."""
    new = summary.ingested
    counts = summary.published.counts
    return (
        f"Run done: {new.sources} sources ({new.failed} failed), {new.new_items} new items,"
        f" {summary.transformed.articles} articles read; {counts.get('meetings', 0)} meetings,"
        f" {counts.get('follow_ups', 0)} follow-ups, {counts.get('flags', 0)} flags."
    )


def _rejected(summary: RunSummary) -> str:
    return f"{summary.ingested.rejected + summary.transformed.rejected} newly rejected"


def show_state(summary: RunSummary, home: Home) -> None:
    """Print what the warehouse holds now and where the report is."""
    _line("The warehouse holds", summary.published.counts)
    _line("Follow-ups", summary.linked.watch.states)
    _line("Flags", summary.linked.watch.flags)
    checked = summary.checked
    print(
        f"Checks: {checked.checks} made, {checked.critical} critical, {checked.warnings} warnings,"
        f" {checked.infos} notes"
        + (f", {checked.faults} could not run" if checked.faults else "")
        + (f"; {checked.quarantined} rows set aside" if checked.quarantined else "")
        + "."
    )
    told = summary.alerts
    if told.sent or told.waiting:
        print(
            f"Alerts: {told.sent} sent"
            + (f", {told.waiting} waiting: {told.troubles[0]}" if told.waiting else "")
            + "."
        )
    print(f"Report: {home.report}")


def _line(name: str, counts: Mapping[str, int]) -> None:
    said = ", ".join(f"{count} {what.replace('_', ' ')}" for what, count in counts.items()) or "none"
    print(f"{name}: {said}.")
