"""Whatever comes when, and whatever day is looked at between: the watch comes to what judging from nothing would."""

import random
from datetime import date, timedelta
from typing import Any

import pytest

from tests.warehouse.world import GUEST, HOST, held, meeting, promise, reading
from transforms.records import FollowUp, Meeting
from transforms.vocabulary import FollowUpKind, Modality, Portfolio
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.review import Decision, decide, find
from warehouse.rows import Reading
from warehouse.store import Store, open_memory
from warehouse.watching import watch

FIRST = date(2026, 1, 1)
PARTIES = (("KZ", "SA"), ("AE", "KZ"))
COMMITTEE = "Joint Committee"
_REMEMBERED = ("quality.judged_input", "quality.judged_day")
_JUDGED = ("quality.follow_up_state", "quality.flag", "quality.follow_up_status")


def told(rng: random.Random, number: int, day: date) -> Reading:
    """An article of a day: a meeting, a promise, both, or nothing of either."""
    parties = rng.choice(PARTIES)
    meetings = (_held(rng, day, parties),) if rng.random() < 0.5 else ()
    follow_ups = (_promised(rng, number, day, parties),) if rng.random() < 0.5 else ()
    side = rng.choice((None, *parties))
    source = f"agency-{rng.randrange(4)}"
    return reading(f"r{number}", day.isoformat(), source=source, side=side, meetings=meetings, follow_ups=follow_ups)


def _held(rng: random.Random, day: date, parties: tuple[str, ...]) -> Meeting:
    held = (day - timedelta(days=rng.randrange(3))).isoformat()
    return meeting(
        rng.choice((held, held, held[:7])),
        parties,
        rng.choice(((HOST, GUEST), ())) if parties == PARTIES[0] else (),
        framework=rng.choice((None, COMMITTEE)),
    )


def _promised(rng: random.Random, number: int, day: date, parties: tuple[str, ...]) -> FollowUp:
    start = day + timedelta(days=rng.randint(-10, 60))
    end = start + timedelta(days=rng.choice((0, 2, 30, 90)))
    dated = rng.random() < 0.7
    kind = rng.choice((FollowUpKind.MEETING, FollowUpKind.COMMITTEE))
    return promise(
        start.isoformat() if dated else None,
        end.isoformat() if dated else None,
        f"They meet, says {number}",
        kind=kind,
        parties=parties,
        portfolio=rng.choice((None, Portfolio.INTERIOR)),
        body=COMMITTEE if kind is FollowUpKind.COMMITTEE else None,
        modality=rng.choice((Modality.EXPECTED, Modality.SCHEDULED, Modality.POSSIBLE, Modality.POSTPONED)),
    )


def from_nothing(store: Store, day: date) -> dict[str, list[tuple[Any, ...]]]:
    """What judging everything anew leaves; what the watch remembers is put back."""
    for table in _REMEMBERED:
        store.con.execute(f"create or replace temp table kept_{table[8:]} as from {table}; delete from {table}")
    watch(store, day)
    found = judged(store)
    for table in _REMEMBERED:
        store.con.execute(f"delete from {table}; insert into {table} from kept_{table[8:]}")
    return found


def judged(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """What the watch wrote of promises and flags."""
    return {name: held(store, name) for name in _JUDGED}


def decided(rng: random.Random, store: Store, day: date) -> None:
    """A person's word on some promise, or on some meeting as an event."""
    known = store.con.execute(
        "select id from core.follow_up union all select id from core.meeting order by 1"
    ).fetchall()
    if known:
        subject = find(store.con, rng.choice(known)[0])
        decide(store, [Decision("dismiss", subject.kind, subject)], day, "Nora")


@pytest.mark.parametrize("seed", range(3))
def test_day_by_day_with_late_reports_and_days_gone_by_nothing_is_judged_otherwise_than_from_nothing(seed: int) -> None:
    """After days of news, of news that comes late, of silence, of a person's word and of looks at the past."""
    rng = random.Random(seed)
    coming = [told(rng, n, FIRST + timedelta(days=rng.randrange(120))) for n in range(30)]
    late = coming[::4]
    day = FIRST
    with open_memory() as store:
        for step in range(14):
            day += timedelta(days=rng.choice((0, 1, 3, 10, 30) if step < 11 else (60, 200, 400)))
            batch = [entry for entry in coming if entry.article.effective_day <= day]
            batch = [entry for entry in batch if entry not in late or rng.random() < 0.3]
            coming = [entry for entry in coming if entry not in batch]
            load_articles(store, batch)
            if rng.random() < 0.15:
                decided(rng, store, day)
            link(store, day)
            assert judged(store) == from_nothing(store, day), (step, day)
            if rng.random() < 0.3:
                past = day - timedelta(days=rng.randrange(1, 60))
                link(store, past)
                assert judged(store) == from_nothing(store, past), (step, past)
