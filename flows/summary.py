"""What a run did, as one value that a caller can print and a test can compare."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from flows.alerts.sending import Sent
from flows.stages.finish import Checked, Published
from flows.stages.ingest import Ingested
from flows.stages.transform import Transformed
from warehouse.rows import LinkSummary


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run from sources to report."""

    run_id: str
    as_of: str
    ingested: Ingested = field(default_factory=Ingested)
    transformed: Transformed = field(default_factory=Transformed)
    linked: LinkSummary = field(default_factory=LinkSummary)
    checked: Checked = field(default_factory=Checked)
    published: Published = field(default_factory=Published)
    alerts: Sent = field(default_factory=Sent)

    def counts(self) -> Mapping[str, Any]:
        """The whole as plain values, for `quality.run`."""
        return asdict(self)
