"""What a check came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of one expectation in one run."""

    id: str  # the same from run to run
    table: str
    suite: str
    expectation: str  # what was expected, in words
    column: str | None  # null: the whole table
    severity: str  # critical, warning or info
    success: bool
    fault: bool = False  # the check itself could not run: no statement about the data
    unexpected: int | None = None  # rows that are not as expected; null: not counted
    rows: tuple[Mapping[str, Any], ...] = field(default=())  # some of them, by their key
    detail: str | None = None  # what was seen; null: nothing to add

    @property
    def failed(self) -> bool:
        """Whether the data, or the check, need attention."""
        return self.fault or not self.success


def stops_publication(results: "list[CheckResult] | tuple[CheckResult, ...]") -> list[CheckResult]:
    """The results that keep a run from being published: critical failures, and critical checks that could not run."""
    return [result for result in results if result.severity == "critical" and result.failed]
