"""The settings of a home: `settings.toml`, with the environment for what changes from machine to machine."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from flows.desks import desk_called
from flows.errors import InputError
from flows.home import Home


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """How requests are made."""

    user_agent: str = "Liqaa/0.1 (reader of official news feeds; set http.user_agent to name yourself)"
    connect_timeout: float = 10.0
    read_timeout: float = 20.0  # between two pieces of a body
    whole_timeout: float = 60.0  # for a body
    max_wire: int = 20_000_000  # bytes as sent
    max_body: int = 50_000_000  # bytes decompressed
    max_redirects: int = 8
    attempts: int = 3  # for faults that pass
    back_off: float = 0.5  # seconds before the second attempt, doubled and jittered after
    per_host: int = 2  # requests at once to one host
    delay: float = 0.5  # seconds between two requests to one host
    workers: int = 16
    proxy: str = "environment"  # HTTPS_PROXY, NO_PROXY … as set there; else http://host:port; empty: none
    proxy_resolves: bool = False  # only the proxy knows names, and it keeps private addresses away by itself


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """How the report is written."""

    lang: str = "en"  # en or ar


@dataclass(frozen=True, slots=True)
class PublishSettings:
    """What leaves the private archive."""

    full_text: bool = False  # snapshot and report carry whole articles, for the user's own machine only


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """Where raw bytes are kept."""

    url: str = ""  # anything that fsspec reaches; empty: the folder `archive` in the home


@dataclass(frozen=True, slots=True)
class PrefectSettings:
    """Which Prefect server runs are told to."""

    api_url: str = ""  # empty: a server of our own for each process, with its files in the home


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """Who is told of changes; secrets come from LIQAA_ALERT_WEBHOOK, LIQAA_SMTP_USER and LIQAA_SMTP_PASSWORD."""

    file: str = ""  # JSON Lines, a path below the home or a whole one; empty: none
    webhook: str = ""  # address that takes what Slack takes; empty: none
    smtp_host: str = ""  # empty: no mail
    smtp_port: int = 587
    smtp_security: str = "starttls"  # starttls, tls or none
    mail_from: str = ""
    mail_to: str = ""  # one address or several, with commas
    digest: bool = False  # one message a run instead of one a change
    desk: str = ""  # only what concerns this desk; empty: everything
    attempts: int = 4  # in one run; what is not taken then waits for the next
    back_off: float = 1.0  # seconds before the second attempt, doubled and jittered after


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a user can set; one section of the file each."""

    http: HttpSettings = field(default_factory=HttpSettings)
    report: ReportSettings = field(default_factory=ReportSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    archive: ArchiveSettings = field(default_factory=ArchiveSettings)
    prefect: PrefectSettings = field(default_factory=PrefectSettings)
    alerts: AlertSettings = field(default_factory=AlertSettings)


def load_settings(home: Home) -> Settings:
    """The settings of a home; defaults where the file says nothing.

    Raises:
        InputError: the file is no TOML, or holds a section, key or value that is not known.
    """
    data: Mapping[str, Any] = {}
    if home.settings.exists():
        try:
            data = tomllib.loads(home.settings.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InputError(f"The settings {home.settings} cannot be read: {error}.") from error
    sections = {section.name: section.default_factory for section in fields(Settings)}
    own = {name: value for name, value in data.items() if name in sections}
    foreign = set(data) - set(sections) - {"desk"}  # read by the commands that it is for
    if foreign:
        raise InputError(f'{home.settings}: section "{min(foreign)}" is not known.')
    values: dict[str, Any] = {name: _section(home, name, sections[name], given) for name, given in own.items()}
    settings = Settings(**values)
    if settings.report.lang not in ("en", "ar"):
        raise InputError(f'{home.settings}: the report is written in en or ar, not in "{settings.report.lang}".')
    if settings.alerts.smtp_security not in ("starttls", "tls", "none"):
        raise InputError(f"{home.settings}: [alerts] smtp_security is starttls, tls or none.")
    if settings.alerts.smtp_host and not (settings.alerts.mail_from and settings.alerts.mail_to):
        raise InputError(f"{home.settings}: [alerts] smtp_host needs mail_from and mail_to.")
    if settings.alerts.desk:
        desk_called(home, settings.alerts.desk)
    server = os.environ.get("PREFECT_API_URL", "")
    if server and not settings.prefect.api_url:
        return Settings(**{**values, "prefect": PrefectSettings(api_url=server)})
    return settings


def _section(home: Home, name: str, kind: Any, given: object) -> Any:
    if not isinstance(given, dict):
        raise InputError(f"{home.settings}: [{name}] is a section.")
    known = {entry.name: entry.type for entry in fields(kind)}
    for key, value in given.items():
        if key not in known:
            raise InputError(f'{home.settings}: [{name}] has no "{key}".', advice=f"Known: {', '.join(known)}.")
        wanted: Any = (int, float) if known[key] is float else known[key]
        if not isinstance(value, wanted) or (isinstance(value, bool) and known[key] is not bool):
            raise InputError(f"{home.settings}: [{name}] {key} cannot be {value!r}: that is not of its kind.")
    return kind(**given)
