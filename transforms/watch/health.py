"""How a source does: a pure function of its fetches and items."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

_FAILING = 3  # failed fetches in a row from which a source is failing
_SLOW_MS = 20_000  # usual duration from which it is slow
_QUIET = 7  # days over which an expected rate is looked at
_ENOUGH = 10  # items from which the share that carries something says anything
_LEAST = 0.2  # share of the expected items below which it is stale
_FIRST_WAIT = timedelta(hours=1)  # of a failing source; doubled with each further failure
_LONGEST_WAIT = timedelta(days=7)
_GONE_WAIT = timedelta(days=30)  # what is gone for good may still come back: it is asked now and then, never dropped


class Health(StrEnum):
    """How a source does."""

    HEALTHY = "healthy"
    SLOW = "slow"
    STALE = "stale"
    FAILING = "failing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Habits:
    """What is known of a source as of a day."""

    failures: int  # failed fetches in a row, up to the last one
    failing_since: date | None  # day of the first of them; null: the last fetch worked
    gone: bool  # the publisher says that it is gone for good
    usual_ms: float | None  # median duration of its fetches; null: none worked
    per_day: float | None  # items expected a day; null: no expectation
    items: int  # items of the last days looked at
    watched_since: date | None  # day of its first fetch; null: never fetched


def health(habits: Habits, as_of: date) -> tuple[Health, date]:
    """The state of a source, and its first day as far as the fetches show."""
    since = habits.watched_since or as_of
    if habits.gone:
        return Health.GONE, habits.failing_since or as_of
    if habits.failures >= _FAILING:
        return Health.FAILING, habits.failing_since or as_of
    long_enough = habits.watched_since is not None and as_of - habits.watched_since >= timedelta(days=_QUIET)
    if habits.per_day and long_enough and habits.items < habits.per_day * _QUIET * _LEAST:
        return Health.STALE, as_of - timedelta(days=_QUIET)
    if habits.usual_ms is not None and habits.usual_ms >= _SLOW_MS:
        return Health.SLOW, since
    return Health.HEALTHY, since


def lacking(least: Mapping[str, float], items: int, having: Mapping[str, int]) -> str | None:
    """What fewer items carry than a source declares, in a sentence; null: nothing, or too few items to tell.

    Args:
        least: least share of items that must carry each thing.
        items: items of the last days looked at.
        having: how many of them carry each thing.
    """
    if items < _ENOUGH:
        return None
    short = [
        f"{having[name]} of {items} have {name}, expected {share:.0%}"
        for name, share in sorted(least.items())
        if name in having and having[name] < share * items
    ]
    return f"Of the items of the last {_QUIET} days, {'; '.join(short)}." if short else None


def next_try(state: Health, failures: int, last_try: datetime | None, retry_after: int | None) -> datetime | None:
    """When a source is asked again: failing ones ever more rarely; null where the next run may ask it.

    Args:
        state: how it does.
        failures: failed fetches in a row.
        last_try: when it was last asked; null: never.
        retry_after: seconds that the server asked us to wait then.
    """
    if last_try is None or failures == 0:
        return None
    wait = timedelta(seconds=retry_after or 0)
    if state is Health.GONE:
        wait = max(wait, _GONE_WAIT)
    elif state is Health.FAILING:
        doubled = _FIRST_WAIT * 2 ** min(failures - _FAILING, 10)
        wait = max(wait, min(doubled, _LONGEST_WAIT))
    return last_try + wait if wait else None
