"""Alerts: what is worth one, that each goes out once, that none is lost, and what receivers get."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from email.header import decode_header, make_header
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from flows.alerts.sending import Sent, send_alerts
from flows.alerts.words import alert_of, markdown
from flows.errors import InputError
from flows.home import Home
from flows.job import Job, open_job
from flows.settings import load_settings
from tests.conftest import Cli
from tests.flows.receivers import mailbox, webhook
from tests.warehouse.world import promise, reading
from transforms.vocabulary import Attribution, Portfolio
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.store import database_path, open_store

DAY = date(2026, 5, 1)
PROMISED = "The ministers will meet in the first quarter"
GUESSED = "They may meet in February"
UNSEEN = "They will sign in December"
MEANWHILE = reading("inside", "2026-02-15", source="agency")
WORLD = (
    reading("told", "2026-01-02", follow_ups=(promise("2026-01-10", "2026-03-31", PROMISED),)),
    reading(
        "guess",
        "2026-01-10",
        follow_ups=(
            promise("2026-02-01", "2026-02-28", GUESSED, attribution=Attribution.OUTLET, portfolio=Portfolio.TRADE),
        ),
    ),
    reading(
        "blind",
        "2025-06-01",
        follow_ups=(promise("2025-12-01", "2025-12-10", UNSEEN, parties=("DZ", "OM"), portfolio=Portfolio.DEFENCE),),
    ),
    MEANWHILE,
)


@cache
def world(as_of: date) -> bytes:
    """A database that holds the world as of a day."""
    with TemporaryDirectory() as folder:
        with open_store(Path(folder)) as store:
            load_articles(store, WORLD)
            link(store, as_of)
        return database_path(Path(folder)).read_bytes()


def home(root: Path, alerts: str, as_of: date = DAY) -> Job:
    """A home whose warehouse holds the world as of a day, with settings for its alerts."""
    database_path(root).parent.mkdir(parents=True, exist_ok=True)
    database_path(root).write_bytes(world(as_of))
    settings = f"[alerts]\nback_off = 0.01\n{alerts}\n"
    (root / "settings.toml").write_text(settings, encoding="utf-8")
    return open_job(root, as_of)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def outbox(root: Path) -> list[tuple[Any, ...]]:
    """Channel, tries, whether it is sent, and the error, of each alert."""
    with open_store(root) as store:
        return store.con.execute(
            "select channel, tries, sent_at is not null, error from quality.alert_delivery order by all"
        ).fetchall()


class TestWhatIsWorthOne:
    def test_only_a_commitment_that_could_have_been_seen_raises_one(self, tmp_path: Path) -> None:
        """The outlet's guess and the promise in whose window nothing was read are overdue too, and raise none."""
        job = home(tmp_path, 'file = "alerts.jsonl"')
        with open_store(tmp_path) as store:
            states = store.con.execute(
                "select status, commitment, alert_from is null from quality.follow_up_state order by all"
            ).fetchall()

        assert send_alerts(job) == Sent(new=1, sent=1)

        assert states == [("overdue", False, False), ("overdue", True, False), ("overdue", True, True)]
        (told,) = lines(tmp_path / "alerts.jsonl")
        assert (told["quote"], told["event"], told["window"]) == (PROMISED, "overdue", "2026-01-10/2026-03-31")
        assert told["title"] == "KZ – SA: meeting window passed, no report found"
        assert "no report found in 2 articles from 1 sources" in told["text"]

    def test_days_of_grace_pass_first(self, tmp_path: Path) -> None:
        job = home(tmp_path, 'file = "alerts.jsonl"', date(2026, 4, 2))

        assert send_alerts(job) == Sent()
        assert lines_or_none(tmp_path / "alerts.jsonl") == []

    def test_a_change_of_state_raises_one_and_the_same_state_none_again(self, tmp_path: Path) -> None:
        """As of March it is due; in May overdue: two changes, two alerts, however many runs there are."""
        first = home(tmp_path, 'file = "alerts.jsonl"', date(2026, 1, 5))
        send_alerts(first)
        for day in (date(2026, 3, 1), date(2026, 3, 2), DAY, DAY):
            with open_store(tmp_path) as store:
                link(store, day)
            send_alerts(open_job(tmp_path, day))

        told = [(line["event"], line["as_of"]) for line in lines(tmp_path / "alerts.jsonl")]
        assert told == [("due", "2026-03-01"), ("overdue", "2026-05-01")]

    def test_a_critical_flag_raises_one_until_it_is_accepted(self, tmp_path: Path) -> None:
        job = home(tmp_path, 'file = "alerts.jsonl"')
        with open_store(tmp_path) as store:
            store.con.execute(
                "insert into quality.flag select 'f-' || n, 'date_conflict', 'critical', 'article', 'told', null, null,"
                " 'An event after its publication.', date '2026-04-30', date '2026-05-01', null,"
                " if(n = 2, date '2026-05-01', null) from range(1, 3) r(n)"
            )

        send_alerts(job)

        flags = [line for line in lines(tmp_path / "alerts.jsonl") if line["kind"] == "flag"]
        assert [(flag["subject"], flag["title"], flag["text"]) for flag in flags] == [
            ("f-1", "date conflict: told", "An event after its publication.")
        ]

    def test_a_desk_hears_of_its_own_only(self, tmp_path: Path) -> None:
        home(tmp_path, 'file = "alerts.jsonl"\ndesk = "maghreb"\n[desk.maghreb]\nstates = ["DZ"]')

        assert send_alerts(open_job(tmp_path, DAY)) == Sent(new=1)
        assert lines_or_none(tmp_path / "alerts.jsonl") == []

    def test_a_channel_that_is_set_later_is_not_told_of_what_was_before(self, tmp_path: Path) -> None:
        job = home(tmp_path, 'file = "alerts.jsonl"')
        send_alerts(job)
        (tmp_path / "settings.toml").write_text('[alerts]\nfile = "alerts.jsonl"\n')
        with webhook() as hook:
            (tmp_path / "settings.toml").write_text(f'[alerts]\nfile = "alerts.jsonl"\nwebhook = "{hook.url}"\n')
            send_alerts(open_job(tmp_path, date(2026, 5, 2)))
        assert hook.got == []

    def test_without_channels_nothing_is_noted(self, tmp_path: Path) -> None:
        assert send_alerts(home(tmp_path, "")) == Sent()
        assert outbox(tmp_path) == []


def lines_or_none(path: Path) -> list[dict[str, Any]]:
    return lines(path) if path.exists() else []


class TestReceivers:
    def test_a_webhook_gets_what_slack_takes_with_nothing_of_a_feed_as_markup(self, tmp_path: Path) -> None:
        with webhook() as hook:
            job = home(tmp_path, f'webhook = "{hook.url}"')
            assert send_alerts(job) == Sent(new=1, sent=1)
            ((key, body),) = hook.got
        assert len(key) == 32
        assert body["text"].startswith("*KZ – SA: meeting window passed, no report found*\n")
        assert PROMISED in body["text"]
        assert [alert["quote"] for alert in body["alerts"]] == [PROMISED]

    def test_its_address_may_come_from_the_environment(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with webhook() as hook:
            monkeypatch.setenv("LIQAA_ALERT_WEBHOOK", hook.url)
            send_alerts(home(tmp_path, ""))
            assert len(hook.got) == 1

    def test_a_mail_says_it_in_words(self, tmp_path: Path) -> None:
        with mailbox() as box:
            job = home(tmp_path, mail(box.port))
            assert send_alerts(job) == Sent(new=1, sent=1)
            assert send_alerts(job) == Sent()
        (got,) = box.got
        subject = str(make_header(decode_header(str(got["Subject"]))))
        assert subject == "Liqaa: KZ – SA: meeting window passed, no report found"
        assert (got["From"], got["To"]) == ("liqaa@x.example", "desk@x.example")
        body = got.get_payload(decode=True)
        assert isinstance(body, bytes)
        assert PROMISED in body.decode()

    def test_a_digest_is_one_message_on_everything(self, tmp_path: Path) -> None:
        with mailbox() as box, webhook() as hook:
            job = home(tmp_path, mail(box.port) + f'\nwebhook = "{hook.url}"\ndigest = true')
            with open_store(tmp_path) as store:
                store.con.execute(
                    "insert into quality.flag select 'f-' || n, 'date_conflict', 'critical', 'article', 'told', null,"
                    " null, 'x', date '2026-05-01', date '2026-05-01', null, null from range(3) r(n)"
                )
            assert send_alerts(job) == Sent(new=4, sent=8)
            assert [len(body["alerts"]) for _, body in hook.got] == [4]
            assert [str(mail["Subject"]) for mail in box.got] == ["Liqaa: 4 changes"]

    def test_markdown_keeps_the_words_of_feeds_as_text(self) -> None:
        noted = {"key": "k", "kind": "flag", "subject": "f", "event": "date_conflict", "as_of": DAY}
        row = {"subject": "a", "detail": "d", "quote": "<img src=x> [a](b)", "title": None, "url": None}
        assert "> “&lt;img src=x&gt; \\[a\\](b)”" in markdown([alert_of(noted, row)])


def mail(port: int) -> str:
    return (
        f'smtp_host = "127.0.0.1"\nsmtp_port = {port}\nsmtp_security = "none"\n'
        'mail_from = "liqaa@x.example"\nmail_to = "desk@x.example"'
    )


class TestTrouble:
    def test_what_may_pass_is_tried_again_at_once(self, tmp_path: Path) -> None:
        with webhook() as hook, mailbox() as box:
            job = home(tmp_path, mail(box.port) + f'\nwebhook = "{hook.url}"')
            hook.answers += [503, 429]
            box.answers += ["451 later"]
            assert send_alerts(job) == Sent(new=1, sent=2)
            assert (len(hook.got), len(box.got)) == (1, 1)

    def test_what_is_refused_waits_for_the_next_run_and_others_are_told(self, tmp_path: Path) -> None:
        with webhook() as hook:
            job = home(tmp_path, f'file = "alerts.jsonl"\nwebhook = "{hook.url}"')
            hook.answers += [403]
            assert send_alerts(job) == Sent(1, 1, 1, ("webhook: the webhook answered 403",))
            assert outbox(tmp_path) == [
                ("file", 1, True, None),
                ("webhook", 1, False, "the webhook answered 403"),
            ]
            assert send_alerts(job) == Sent(sent=1)
            assert outbox(tmp_path)[1] == ("webhook", 2, True, None)
            assert len(hook.got) == 1

    def test_a_receiver_that_is_not_there_loses_nothing(self, tmp_path: Path) -> None:
        job = home(tmp_path, mail(1) + '\nwebhook = "http://127.0.0.1:1/"')
        told = send_alerts(job)
        assert (told.new, told.sent, told.waiting) == (1, 0, 2)
        assert told.troubles == (
            "webhook: ConnectError: the webhook cannot be reached",
            "mail: ConnectionRefusedError: the mail server cannot be reached",
        )

    @pytest.mark.parametrize(
        ("settings", "said"),
        [
            ('smtp_host = "x"', "needs mail_from and mail_to"),
            ('smtp_security = "rot13"', "starttls, tls or none"),
            ('desk = "nowhere"', 'no desk "nowhere"'),
        ],
    )
    def test_settings_that_cannot_work_are_refused_before_a_run(self, tmp_path: Path, settings: str, said: str) -> None:
        (tmp_path / "settings.toml").write_text(f"[alerts]\n{settings}\n")
        with pytest.raises(InputError, match=said):
            load_settings(Home(tmp_path))


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from flows.alerts import sending
from flows.job import open_job
noting = sending.alerting.record_tries
def dies(store, channel, alerts, at, **how):
    if how.get("sent") and channel == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
    noting(store, channel, alerts, at, **how)
sending.alerting.record_tries = dies
sending.send_alerts(open_job(Path(sys.argv[1]), date(2026, 5, 1)))
"""


class TestKilled:
    """A crash between the receiver's taking a message and our noting it."""

    def kill(self, root: Path, channel: str) -> None:
        done = subprocess.run([sys.executable, "-c", KILLED, str(root), channel], check=False)
        assert done.returncode == -signal.SIGKILL

    def test_a_file_has_each_line_once_and_no_half_one(self, tmp_path: Path) -> None:
        job = home(tmp_path, 'file = "alerts.jsonl"')
        self.kill(tmp_path, "file")
        with (tmp_path / "alerts.jsonl").open("ab") as file:
            file.write(b'{"key": "half')

        assert outbox(tmp_path) == [("file", 1, False, "broken off")]
        assert send_alerts(job) == Sent(sent=1)
        assert [line["quote"] for line in lines(tmp_path / "alerts.jsonl")] == [PROMISED]

    def test_webhook_and_mail_get_it_again_under_the_same_key(self, tmp_path: Path) -> None:
        """They cannot be asked whether they have it: rather twice than never, and the key tells the second."""
        with webhook() as hook, mailbox() as box:
            job = home(tmp_path, mail(box.port) + f'\nwebhook = "{hook.url}"')
            self.kill(tmp_path, "webhook")
            self.kill(tmp_path, "mail")
            assert send_alerts(job) == Sent(sent=1)
        assert len({key for key, _ in hook.got}) == 1
        assert len(hook.got) == 2
        assert [str(got["Message-ID"]) for got in box.got] == [str(box.got[0]["Message-ID"])] * 2

    def test_killed_before_anything_went_out_it_goes_out_next_time(self, tmp_path: Path) -> None:
        with webhook() as hook:
            job = home(tmp_path, f'webhook = "{hook.url}"')
            hook.answers += [503] * 4
            child = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), "none"], stderr=subprocess.DEVNULL)
            hook.on_arrival = lambda: os.kill(child.pid, signal.SIGKILL)
            assert child.wait() == -signal.SIGKILL
            assert hook.got == []
            hook.answers.clear()
            hook.on_arrival = lambda: None
            assert send_alerts(job) == Sent(sent=1)
            assert len(hook.got) == 1


def test_a_run_tells_prefect_by_events_and_artifacts(sample_home: Path, prefect_server: None) -> None:
    """The sample has an overdue commitment: one event and one row for each, with its sentence."""
    from prefect.artifacts import Artifact

    with open_store(sample_home) as store:
        told = store.con.execute(
            "select channel, sent_at is not null, error from quality.alert_delivery order by all"
        ).fetchall()
    table, page = Artifact.get("liqaa-alerts"), Artifact.get("liqaa-digest")
    assert told
    assert set(told) == {("prefect", True, None)}
    assert table is not None and page is not None
    rows = json.loads(str(table.data))
    assert len(rows) == len(told)
    assert {row["event"] for row in rows} == {"overdue"}
    assert all(row["quote"].split()[0] in str(page.data) for row in rows)


def test_reading_commands_do_not_load_what_sends(sample_home: Path, cli: Cli) -> None:
    assert database_path(sample_home).exists()
    code = (
        "import sys; from flows.cli.main import main;"
        f"main(['--home', {str(sample_home)!r}, 'follow-ups', '--format', 'json']);"
        "sys.exit(any(name in sys.modules for name in ('prefect', 'great_expectations', 'httpx', 'smtplib')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL).returncode == 0
