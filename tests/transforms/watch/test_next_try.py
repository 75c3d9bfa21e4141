"""Failing sources are asked ever more rarely, and none is ever dropped."""

from datetime import UTC, datetime, timedelta

import pytest

from transforms.watch.health import Health, next_try

LAST = datetime(2026, 11, 23, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "failures", "retry_after", "wait"),
    [
        (Health.HEALTHY, 0, 600, None),
        (Health.HEALTHY, 1, None, None),
        (Health.HEALTHY, 1, 600, timedelta(minutes=10)),
        (Health.FAILING, 3, None, timedelta(hours=1)),
        (Health.FAILING, 5, None, timedelta(hours=4)),
        (Health.FAILING, 3, 7200, timedelta(hours=2)),
        (Health.FAILING, 500, None, timedelta(days=7)),
        (Health.GONE, 1, None, timedelta(days=30)),
    ],
)
def test_the_wait_grows_with_the_failures(
    state: Health, failures: int, retry_after: int | None, wait: timedelta | None
) -> None:
    """A server's own wish is kept where it is longer; a source that works is asked at every run."""
    assert next_try(state, failures, LAST, retry_after) == (LAST + wait if wait else None)


def test_a_source_never_asked_is_asked() -> None:
    """There is nothing to wait for."""
    assert next_try(Health.HEALTHY, 0, None, None) is None
