"""Alerts in Prefect: an event each, and the run's alerts as artifacts, a table and a page of Markdown."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.events import emit_event

from flows.alerts.channels import NotTaken
from flows.alerts.words import Alert, markdown


class PrefectChannel:
    """The server that the run reports to. An event that is sent again has the same id."""

    name = "prefect"
    digest = True

    def send(self, alerts: Sequence[Alert]) -> None:
        """Emit every event and write both artifacts."""
        try:
            for alert in alerts:
                emit_event(
                    event=f"liqaa.{alert.kind}.{alert.event}",
                    resource={
                        "prefect.resource.id": f"liqaa.{alert.kind}.{alert.subject}",
                        "prefect.resource.name": alert.title,
                    },
                    payload=alert.as_dict(),
                    id=uuid5(NAMESPACE_URL, f"liqaa:{alert.key}"),
                )
            create_table_artifact(
                [
                    {name: getattr(alert, name) for name in ("event", "title", "window", "quote", "subject")}
                    for alert in alerts
                ],
                key="liqaa-alerts",
                description="What changed at the last run that had changes.",
            )
            create_markdown_artifact(
                markdown(alerts), key="liqaa-digest", description="The same with sentences and sources."
            )
        except Exception as error:  # whatever a server of others may say: the run goes on, the alerts wait
            raise NotTaken(f"{type(error).__name__}: {error}") from error
