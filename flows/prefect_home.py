"""Gives Prefect a home of its own, before it is imported: the user's profile and servers are left alone."""

import os

from flows.home import Home
from flows.settings import Settings


def prepare_prefect(home: Home, settings: Settings) -> None:
    """Set what Prefect reads from the environment when it is imported.

    Its database lies in our home; its start-up may take a minute on a slow disk; it reports nothing to anyone.
    """
    folder = home.prefect
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        PREFECT_HOME=str(folder),
        PREFECT_PROFILES_PATH=str(folder / "profiles.toml"),
        PREFECT_SERVER_EPHEMERAL_ENABLED="true",
        PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS="120",
        PREFECT_SERVER_ANALYTICS_ENABLED="false",
        DO_NOT_TRACK="1",
        PREFECT_LOGGING_LEVEL=os.environ.get("LIQAA_PREFECT_LOGGING", "CRITICAL"),
        # The server's recorder complains when it is stopped in the middle of a flush; nothing is lost by that.
        PREFECT_SERVER_LOGGING_LEVEL="CRITICAL",
        PREFECT_SERVER_DATABASE_CONNECTION_URL=f"sqlite+aiosqlite:///{folder / 'prefect.db'}",
        PREFECT_RESULTS_PERSIST_BY_DEFAULT="false",
    )
    os.environ.pop("PREFECT_PROFILE", None)
    if settings.prefect.api_url:
        os.environ["PREFECT_API_URL"] = settings.prefect.api_url
    else:
        for name in ("PREFECT_API_URL", "PREFECT_API_KEY"):
            os.environ.pop(name, None)
