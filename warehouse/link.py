"""Linking and watching in one step: what every run does after loading."""

from dataclasses import replace
from datetime import date

from warehouse.linking import link_reports
from warehouse.rows import LinkSummary
from warehouse.store import Store
from warehouse.suppressing import enforce
from warehouse.watching import watch


def link(store: Store, as_of: date, run_id: str | None = None) -> LinkSummary:
    """Link what is new, then judge promises, flags and sources as of a day; repeated, it changes nothing.

    Args:
        store: the writer.
        as_of: the day that states and flags are judged as of; what is linked does not depend on it.
        run_id: the run to name in the history of states.
    """
    with store.transaction():
        enforce(store)
    linked = link_reports(store)
    return replace(linked, watch=watch(store, as_of, run_id))
