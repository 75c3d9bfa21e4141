"""The watch from day to day: it judges what is new or may have changed, and comes to what judging all would."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.warehouse.test_linking import REPORTS
from tests.warehouse.world import held, meeting, promise, reading
from transforms.watch.states import State
from warehouse import board
from warehouse.link import link
from warehouse.load import load_articles
from warehouse.review import Decision, decide, find
from warehouse.store import Store, open_memory
from warehouse.watching import watch

LATE = [
    reading("l1", "2026-03-05", follow_ups=(promise("2026-03-10", "2026-03-12", "They meet on 10 March"),)),
    reading("l2", "2026-03-06", follow_ups=(promise(None, None, "They are to meet one day", parties=("AE", "KZ")),)),
    reading("l3", "2026-03-20", source="other", meetings=(meeting("2026-03-18"), meeting(city="Jeddah"))),
]
JUDGED = (
    "quality.follow_up_state",
    "quality.flag",
    "quality.follow_up_status",
    "quality.judged_input",
    "quality.judged_day",
)


def judged(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """What the watch wrote."""
    return {name: held(store, name) for name in JUDGED}


def test_day_by_day_the_watch_comes_to_what_judging_everything_would() -> None:
    """After each day of news, of silence, of a person's word and of its undoing, judging all changes no row."""
    days = sorted(REPORTS + LATE, key=lambda entry: entry.article.effective_day)
    with open_memory() as store:
        last = days[-1].article.effective_day
        first = days[0].article.effective_day
        told = (last - first).days
        for n in [*range(0, told + 9, 9), *range(told + 9, told + 900, 70)]:  # in the silence little happens
            day = first + timedelta(days=n)
            while days and days[0].article.effective_day <= day:
                load_articles(store, [days.pop(0)])
            link(store, day)
            if told < n <= told + 9:
                (kept,) = store.con.execute("select id from core.follow_up order by id limit 1").fetchone() or ("",)
                decide(store, [Decision("dismiss", "follow_up", find(store.con, kept))], day, "Nora")
                link(store, day)
            found = judged(store)
            store.con.execute("delete from quality.judged_input")
            watch(store, day)
            assert judged(store) == found, day


def test_what_is_settled_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A promise rests until something new is told of it, its day comes, or something is read of the days it counts."""
    asked: list[str] = []
    own = board.state

    def counted(tellings: Any, *rest: Any) -> State | None:
        asked.extend(telling.quote for telling in tellings)
        return own(tellings, *rest)

    monkeypatch.setattr(board, "state", counted)
    news = [
        reading("k1", "2026-02-10", follow_ups=(promise("2026-03-01", "2026-03-31", "They meet in March"),)),
        reading("k2", "2026-03-10", meetings=(meeting("2026-03-09"),)),
        reading("k3", "2026-03-11", follow_ups=(promise("2026-05-01", "2026-05-31", "Again in May"),)),
    ]
    with open_memory() as store:
        load_articles(store, news)
        link(store, date(2026, 3, 12))
        link(store, date(2026, 3, 12))
        asked.clear()
        link(store, date(2026, 3, 20))
        assert asked == []
        assert store.con.execute(
            "select status, as_of::varchar from quality.follow_up_state order by 1"
        ).fetchall() == [
            ("met", "2026-03-20"),
            ("open", "2026-03-20"),
        ]

        load_articles(store, [reading("k4", "2026-03-21", source="other", meetings=(meeting("2026-03-09"),))])
        link(store, date(2026, 3, 22))
        assert asked == ["They meet in March"]

        asked.clear()
        link(store, date(2026, 3, 15))  # of a day gone by, everything
        assert sorted(asked) == ["Again in May", "They meet in March"]

        link(store, date(2026, 4, 30))
        asked.clear()
        for day in (date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1), date(2026, 8, 1)):
            link(store, day)
            asked.append(day.isoformat())
        assert asked == [
            "2026-04-30", "Again in May", "2026-05-01", "2026-05-31", "Again in May", "2026-06-01", "2026-08-01",
        ]  # fmt: skip

        asked.clear()
        load_articles(store, [reading("k5", "2026-07-01"), reading("k6", "2026-08-01")])
        link(store, date(2026, 8, 2))
        assert asked == []
        load_articles(store, [reading("k7", "2026-06-14"), reading("k8", "2026-04-30")])
        link(store, date(2026, 8, 2))
        assert asked == ["Again in May"]


def test_a_look_at_an_earlier_day_does_not_settle_what_came_later() -> None:
    """A second witness counts again once the day on which only one was known has been looked at."""
    with open_memory() as store:
        load_articles(store, [reading("w1", "2026-02-10", meetings=(meeting(),))])
        load_articles(store, [reading("w2", "2026-02-12", source="other", meetings=(meeting(),))])
        link(store, date(2026, 2, 12))
        before = standing(store)
        link(store, date(2026, 2, 11))
        then = standing(store)
        link(store, date(2026, 2, 12))

        assert (before, then, standing(store)) == ([], [("single_source",)], [])


def standing(store: Store) -> list[tuple[Any, ...]]:
    """The codes of the flags that stand."""
    return store.con.execute("select code from quality.flag where resolved is null order by code").fetchall()
