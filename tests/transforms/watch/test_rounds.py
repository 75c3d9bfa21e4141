"""A promise kept and made anew is two promises; a window moved while nothing happened is a slip of one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.watch.stories import Q1, met, span, told
from transforms.resolve.days import Span
from transforms.watch.fulfilment import Event, Fulfilment, judge
from transforms.watch.promises import Telling
from transforms.watch.rounds import rounds

FIRST = told("2025-12-18", Q1, id="first")
AGAIN = told("2026-03-01", span("2026-05-01", "2026-05-31"), id="again")


def judged(tellings: list[Telling], *events: Event) -> dict[str, list[Fulfilment]]:
    return {telling.id: [judge(telling, event) for event in events] for telling in tellings}


def test_kept_and_then_told_with_a_later_window_is_the_next_promise() -> None:
    """Also where the later telling does not say that it follows the meeting."""
    events = judged([FIRST, AGAIN], met("2026-02-10"))

    assert rounds([AGAIN, FIRST], events) == [(FIRST,), (AGAIN,)]


def test_a_later_window_while_nothing_happened_is_a_slip() -> None:
    """Neither nothing at all, nor an event that is only for a person to look at, parts a promise."""
    lower = met("2026-02-10", levels=frozenset({"deputy_minister"}))
    first = told("2025-12-18", Q1, id="first", level="minister")

    assert rounds([FIRST, AGAIN], {}) == [(FIRST, AGAIN)]
    assert [(first, AGAIN)] == rounds([first, AGAIN], judged([first, AGAIN], lower))


def test_a_window_inside_the_one_that_was_kept_is_no_new_promise() -> None:
    """What is still said to come in the same quarter shows that the event was another one."""
    inside = told("2026-02-25", span("2026-03-10"), id="inside")

    assert [(FIRST, inside)] == rounds([FIRST, inside], judged([FIRST, inside], met("2026-02-10")))


def test_a_postponement_never_opens_a_promise() -> None:
    """It speaks of the one that is there."""
    put_off = told("2026-03-01", span("2026-05-01", "2026-05-31"), "postponed", id="off")

    assert [(FIRST, put_off)] == rounds([FIRST, put_off], judged([FIRST, put_off], met("2026-02-10")))


def test_a_late_report_of_the_old_window_joins_the_old_round() -> None:
    """Another outlet may still print what was promised first."""
    late = told("2026-03-02", span("2026-03-01", "2026-03-31"), id="late")

    assert [(FIRST, late), (AGAIN,)] == rounds([FIRST, AGAIN, late], judged([FIRST, AGAIN], met("2026-02-10")))


def test_a_persons_word_keeps_two_tellings_together() -> None:
    """Whatever the events say."""
    events = judged([FIRST, AGAIN], met("2026-02-10"))

    assert rounds([FIRST, AGAIN], events, joined=lambda a, b: {a, b} == {"first", "again"}) == [(FIRST, AGAIN)]


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Telling], list[Event]]:
    tellings = []
    for n in range(draw(st.integers(1, 5))):
        day = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 300)))
        start = day + timedelta(days=draw(st.integers(0, 200)))
        window = Span(start, start + timedelta(days=draw(st.integers(0, 90)))) if draw(st.booleans()) else None
        tellings.append(told(day.isoformat(), window, draw(st.sampled_from(["expected", "postponed"])), id=f"t{n}"))
    days = draw(st.lists(st.integers(0, 500), max_size=3))
    return tellings, [met((date(2026, 1, 1) + timedelta(days=n)).isoformat(), id=f"e{k}") for k, n in enumerate(days)]


@given(histories(), st.randoms(use_true_random=False))
def test_every_telling_has_one_round_in_any_order_of_arrival(
    history: tuple[list[Telling], list[Event]], random: object
) -> None:
    """None is lost, none counted twice; the order in which reports and events came makes no difference."""
    tellings, events = history
    shuffled = list(tellings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = rounds(tellings, judged(tellings, *events))

    assert found == rounds(shuffled, judged(shuffled, *events[::-1]))
    assert sorted(t.id for own in found for t in own) == sorted(t.id for t in tellings)
