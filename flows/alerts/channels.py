"""Where alerts go: a file of JSON Lines, an e-mail, a webhook that takes what Slack takes."""

import json
import os
import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import httpx
import stamina

from flows.alerts.words import Alert, plain
from flows.home import Home
from flows.settings import AlertSettings

_PASSING = (429, 500, 502, 503, 504)


class NotTaken(Exception):
    """The receiver did not take a message, with what it said."""


class _Passing(NotTaken):
    """Likewise, for a reason that may pass."""


class Channel(Protocol):
    """Something that takes messages."""

    name: str
    digest: bool  # several alerts go in one message

    def send(self, alerts: Sequence[Alert]) -> None:
        """Send one message on these alerts; once it returns, the receiver has it.

        Raises:
            NotTaken: the receiver does not have it.
        """


class FileChannel:
    """A file that grows by one line of JSON an alert. Nothing is ever in it twice: it is read before it is written."""

    name = "file"
    digest = True

    def __init__(self, path: Path) -> None:
        self._path = path

    def send(self, alerts: Sequence[Alert]) -> None:
        """Append what is not there yet; half a line that a crash has left is taken away first."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a+b") as file:
                file.seek(0)
                whole, end, _half = file.read().rpartition(b"\n")
                file.truncate(len(whole) + len(end))
                there = {json.loads(line)["key"] for line in whole.splitlines() if line.strip()}
                for alert in alerts:
                    if alert.key not in there:
                        file.write(json.dumps(alert.as_dict(), ensure_ascii=False).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NotTaken(f"{self._path}: {error}") from error


class WebhookChannel:
    """An address that takes JSON as Slack does. A message that is sent again carries the same Idempotency-Key."""

    name = "webhook"

    def __init__(self, settings: AlertSettings, url: str) -> None:
        self._settings, self._url = settings, url
        self.digest = settings.digest

    def send(self, alerts: Sequence[Alert]) -> None:
        """Post one message, and wait and try again where that may help."""
        body = {"text": "\n\n".join(_slack(alert) for alert in alerts), "alerts": [alert.as_dict() for alert in alerts]}

        def post() -> None:
            try:
                answer = httpx.post(
                    self._url, json=body, headers={"Idempotency-Key": message_id(alerts)}, timeout=20, trust_env=True
                )
            except httpx.HTTPError as error:
                raise _Passing(f"{type(error).__name__}: the webhook cannot be reached") from error
            if answer.status_code >= 300:
                kind = _Passing if answer.status_code in _PASSING else NotTaken
                raise kind(f"the webhook answered {answer.status_code}")

        _patiently(self._settings, post)


class MailChannel:
    """E-mail over SMTP. A message that is sent again carries the same Message-ID."""

    name = "mail"

    def __init__(self, settings: AlertSettings) -> None:
        self._settings = settings
        self.digest = settings.digest

    def send(self, alerts: Sequence[Alert]) -> None:
        """Hand one mail to the server, and wait and try again where that may help."""
        mail = self._mail(alerts)

        def hand_over() -> None:
            try:
                with self._connected() as server:
                    server.send_message(mail)
            except smtplib.SMTPResponseException as error:
                kind = _Passing if 400 <= error.smtp_code < 500 else NotTaken
                raise kind(f"the mail server answered {error.smtp_code}") from error
            except smtplib.SMTPRecipientsRefused as error:
                raise NotTaken(f"the mail server refuses {', '.join(error.recipients)}") from error
            except (OSError, smtplib.SMTPException) as error:
                raise _Passing(f"{type(error).__name__}: the mail server cannot be reached") from error

        _patiently(self._settings, hand_over)

    def _mail(self, alerts: Sequence[Alert]) -> EmailMessage:
        mail = EmailMessage()
        first = alerts[0].title if len(alerts) == 1 else f"{len(alerts)} changes"
        mail["Subject"] = " ".join(f"Liqaa: {first}".split())
        mail["From"], mail["To"] = self._settings.mail_from, self._settings.mail_to
        mail["Date"] = formatdate(localtime=False)
        mail["Message-ID"] = f"<{message_id(alerts)}@liqaa>"
        mail.set_content("\n\n----\n\n".join(plain(alert) for alert in alerts) + "\n")
        return mail

    def _connected(self) -> smtplib.SMTP:
        own = self._settings
        if own.smtp_security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                own.smtp_host, own.smtp_port, timeout=20, context=ssl.create_default_context()
            )
        else:
            server = smtplib.SMTP(own.smtp_host, own.smtp_port, timeout=20)
            if own.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
        user, password = os.environ.get("LIQAA_SMTP_USER"), os.environ.get("LIQAA_SMTP_PASSWORD")
        if user and password:
            server.login(user, password)
        return server


def message_id(alerts: Sequence[Alert]) -> str:
    """The same for the same alerts, whenever they are sent."""
    return sha256("\n".join(alert.key for alert in alerts).encode()).hexdigest()[:32]


def channels(home: Home, settings: AlertSettings) -> list[Channel]:
    """The channels that a home has set; secrets come from the environment."""
    found: list[Channel] = []
    if settings.file:
        found.append(FileChannel(home.root / settings.file))
    url = os.environ.get("LIQAA_ALERT_WEBHOOK") or settings.webhook
    if url:
        found.append(WebhookChannel(settings, url))
    if settings.smtp_host:
        found.append(MailChannel(settings))
    return found


def _patiently(settings: AlertSettings, send: Any) -> None:
    """Try so many times, with pauses that grow, while what goes wrong may pass."""
    for attempt in stamina.retry_context(
        on=_Passing,
        attempts=settings.attempts,
        timeout=None,
        wait_initial=settings.back_off,
        wait_max=30.0,
        wait_jitter=settings.back_off / 2,
    ):
        with attempt:
            send()


def _slack(alert: Alert) -> str:
    """Text in which nothing from a feed is read as markup."""
    text = plain(alert).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    first, _, rest = text.partition("\n")
    return f"*{first.replace('*', '∗')}*\n{rest}"
