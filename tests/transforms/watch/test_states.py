"""The life of promises: stories, and what holds for every history."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.watch.stories import DAY, PAIR, Q1, STORIES, Story, met, span, told
from transforms.resolve.days import Span
from transforms.watch.coverage import Coverage, DayCount, Seen, Watch
from transforms.watch.fulfilment import judge
from transforms.watch.promises import Telling, promise_of
from transforms.watch.states import State, Status, Verdict, state

NOTHING_READ = Coverage([])


def stands(story: Story, day: str, coverage: Coverage = NOTHING_READ) -> State:
    """The state of a story's promise on a day."""
    judged = [judge(telling, event) for telling in story.tellings for event in story.events]
    as_of = date.fromisoformat(day)
    found = state(story.tellings, judged, story.verdicts, as_of, coverage, story.cadence_days, story.habit)
    assert found is not None
    return found


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_promise_stands_as_its_story_says(story: Story) -> None:
    """On each day named, from what was known by then."""
    found = {day: stands(story, day).status.value for day in story.states}

    assert story.states == found
    assert story.slips == stands(story, max(story.states)).promise.slips


def test_there_are_at_least_thirty_stories() -> None:
    """And no two tell the same."""
    assert len({story.name for story in STORIES}) == len(STORIES) >= 30


def test_a_promise_is_unknown_before_it_is_told() -> None:
    """As of an earlier day there is nothing."""
    assert state([told("2025-12-18", Q1)], [], [], date(2025, 12, 17), NOTHING_READ) is None


def test_an_overdue_promise_says_what_could_have_been_seen() -> None:
    """Articles and sources of each side in the window; an alert only after the days of grace, none when blind."""
    story = Story("", (told("2025-12-18", Q1),))
    read = Coverage(
        [
            DayCount(date(2026, 2, 1), "agency", "SA", 3),
            DayCount(date(2026, 4, 10), "kz", "KZ", 2),  # within the days of grace
            DayCount(date(2026, 2, 1), "elsewhere", "BR", 50),
            DayCount(date(2025, 2, 1), "agency", "SA", 9),
        ]
    )
    blind, seen = stands(story, "2026-11-23"), stands(story, "2026-11-23", read)

    assert (Seen(Watch.BLIND, 0, 0), None) == (blind.seen, blind.alert_from)
    assert (Seen(Watch.BOTH_SIDES, 5, 2), date(2026, 4, 15)) == (seen.seen, seen.alert_from)
    assert "no report found in 5 articles from 2 sources" in seen.explanation
    assert date(2026, 4, 1) == seen.since


def test_a_dated_event_has_three_days_of_grace_and_a_snooze_is_kept() -> None:
    """The alert waits for the later of the two."""
    story = Story("", (told("2026-01-10", DAY),))
    read = Coverage([DayCount(date(2026, 5, 12), "agency", "SA", 1)])
    snoozed = Story("", story.tellings, verdicts=(Verdict("v", date(2026, 5, 14), "snooze", until=date(2026, 6, 1)),))

    assert date(2026, 5, 16) == stands(story, "2026-06-10", read).alert_from
    assert date(2026, 6, 1) == stands(snoozed, "2026-06-10", read).alert_from


def test_what_governs_is_the_last_word_and_the_fuller_one() -> None:
    """Values come from the last statement that gives them; commitments are quoted before guesses."""
    promise = promise_of(
        [
            told("2026-01-10", Q1, place="Astana", quote="guess", attribution="outlet", id="z"),
            told("2026-02-20", DAY, quote="outlet", attribution="outlet", id="a"),
            told("2026-02-21", DAY, quote="minister", speaker="The minister", id="b"),
        ]
    )

    assert (
        promise.lead.quote,
        promise.value("place"),
        promise.value("speaker"),
        promise.slips,
        promise.commitment,
    ) == ("minister", "Astana", "The minister", 1, True)


ALLOWED = {
    Status.OPEN: {Status.DUE, Status.OVERDUE, Status.LAPSED, Status.POSTPONED, Status.CANCELLED},
    Status.DUE: {Status.OVERDUE, Status.LAPSED, Status.OPEN, Status.POSTPONED, Status.CANCELLED},
    Status.OVERDUE: {Status.LAPSED, Status.OPEN, Status.DUE, Status.POSTPONED, Status.CANCELLED},
    Status.POSTPONED: {Status.OPEN, Status.DUE, Status.OVERDUE, Status.LAPSED, Status.CANCELLED},
    Status.CANCELLED: {Status.OPEN, Status.DUE, Status.OVERDUE, Status.POSTPONED, Status.LAPSED},
    Status.LAPSED: {Status.OPEN, Status.DUE, Status.OVERDUE, Status.POSTPONED, Status.CANCELLED},
    Status.MET: {Status.OPEN, Status.DUE, Status.OVERDUE, Status.POSTPONED, Status.CANCELLED, Status.LAPSED},
}
MET = {Status.MET, Status.MET_EARLY, Status.MET_LATE}
FIRST = date(2026, 1, 1)


@st.composite
def histories(draw: st.DrawFn) -> list[Telling]:
    """What may be told of one promise in a year."""
    found = []
    for n in range(draw(st.integers(1, 4))):
        day = FIRST + timedelta(days=draw(st.integers(0, 300)))
        start = day + timedelta(days=draw(st.integers(-30, 200)))
        window = Span(start, start + timedelta(days=draw(st.integers(0, 120))))
        modality = draw(st.sampled_from("scheduled expected likely possible invited postponed cancelled".split()))
        dated = draw(st.booleans())
        found.append(told(day.isoformat(), window if dated else None, modality, id=f"t{n}"))
    return found


@given(histories(), st.lists(st.integers(0, 700), max_size=2), st.randoms())
def test_states_follow_the_allowed_transitions_in_any_order_of_reports(
    tellings: list[Telling], meetings: list[int], random: object
) -> None:
    """From day to day a promise moves as time, words and events allow; what is met is met from its day on."""
    events = [met((FIRST + timedelta(days=n)).isoformat(), id=f"e{k}") for k, n in enumerate(meetings)]
    judged = [judge(telling, event) for telling in tellings for event in events]
    shuffled = list(tellings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    before: State | None = None
    for n in range(0, 1300, 9):
        day = FIRST + timedelta(days=n)
        found = state(tellings, judged, [], day, NOTHING_READ)
        assert found == state(shuffled, judged[::-1], [], day, NOTHING_READ)
        if found is None:
            assert before is None
            continue
        assert found.since <= day
        if before and found.status is not before.status and found.status not in MET:
            key = Status.MET if before.status in MET else before.status
            assert found.status in ALLOWED[key], (key, found.status)
        if before and before.status not in MET and found.status in MET:
            assert found.fulfilment is not None and found.fulfilment.event.day <= day
        before = found


def _coming(n: int) -> Coverage:
    """An article of a day, by a source of the promise's side."""
    return Coverage([DayCount(FIRST + timedelta(days=n), "agency", "SA", 1)])


@given(histories(), st.lists(st.integers(0, 700), max_size=1), st.integers(0, 1300), st.integers(0, 900))
def test_a_state_stands_until_the_day_that_it_names_whatever_is_read_on_other_days_than_it_counts(
    tellings: list[Telling], meetings: list[int], judged_on: int, later: int
) -> None:
    """While nothing is told, no day before changes anything of it; on the day itself it is another state."""
    day = FIRST + timedelta(days=judged_on)
    known = [telling for telling in tellings if telling.day <= day]
    events = [met(held.isoformat(), id="e") for n in meetings if (held := FIRST + timedelta(days=n)) <= day]
    judged = [judge(telling, event) for telling in known for event in events]
    found = state(known, judged, [], day, NOTHING_READ)
    if found is None:
        return
    then = day + timedelta(days=later)
    if found.until and then >= found.until:
        changed = state(known, judged, [], found.until, NOTHING_READ)
        assert changed is not None and changed.status is not found.status
        then = found.until - timedelta(days=1)
    read = FIRST + timedelta(days=later)
    outside = found.counted is None or not found.counted.first <= read <= found.counted.last
    assert found == state(known, judged, [], then, _coming(later) if outside else NOTHING_READ)


def test_a_judgement_says_why() -> None:
    """Reasons for and against stand beside the score."""
    judged = judge(told("2025-12-18", Q1, place="Astana"), met("2026-02-20", city="Riyadh", country="SA"))

    assert judged.reasons == ("same parties", "inside the window", "a meeting", "same ministries", "another place")
    assert judged.score == pytest.approx(0.75)
    assert judged.event.parties == PAIR
    assert span("2026-02-20") == judged.event.span
