"""What a reader is warned of: promises, witnesses, sources, and marks of machine-made copy."""

from dataclasses import replace
from datetime import date

import pytest

from tests.transforms.watch.stories import Q1, met, span, told
from transforms.watch.coverage import Coverage, DayCount
from transforms.watch.flags import Flag, FlagCode, MarksSeen, Severity, SourceSeen, flags
from transforms.watch.fulfilment import judge
from transforms.watch.marks import Mark, marks_in
from transforms.watch.promises import Telling
from transforms.watch.states import state

READ = Coverage([DayCount(date(2026, 2, 1), "agency", "SA", 3)])


def raised(day: str, *tellings: Telling, coverage: Coverage = READ, meeting: str | None = None) -> dict[FlagCode, Flag]:
    judged = [judge(telling, met(meeting)) for telling in tellings] if meeting else []
    known = state(tellings, judged, [], date.fromisoformat(day), coverage)
    assert known is not None
    return {flag.code: flag for flag in flags([], [], [], [known])}


def test_an_overdue_promise_warns_and_a_blind_one_says_so_and_alerts_nobody() -> None:
    """Where its sources were silent in its window, nothing could have been seen: the words say it, no alert is due."""
    promise = told("2025-12-18", Q1, speaker="The minister")
    seen, blind = (state([promise], [], [], date(2026, 6, 1), coverage) for coverage in (READ, Coverage([])))

    noted = raised("2026-06-01", promise, coverage=Coverage([]))[FlagCode.FOLLOW_UP_OVERDUE]

    assert noted.severity is Severity.WARNING
    assert "no report found in 0 articles from 0 sources" in noted.detail
    assert seen is not None and seen.alert_from == date(2026, 4, 15)
    assert blind is not None and blind.alert_from is None


@pytest.mark.parametrize(
    ("telling", "code"),
    [
        (told("2025-12-18", None, speaker="The minister"), FlagCode.UNDATED_PROMISE),
        (told("2025-12-18", Q1, attribution="outlet"), FlagCode.UNATTRIBUTED_PROMISE),
        (told("2025-12-18", Q1, attribution="unnamed"), FlagCode.UNATTRIBUTED_PROMISE),
    ],
)
def test_a_promise_without_a_date_or_without_anybody_bound_by_it_is_marked(telling: Telling, code: FlagCode) -> None:
    """Both are notes; a dated promise of a minister has neither."""
    assert raised("2026-01-10", telling)[code].severity is Severity.INFO
    assert code not in raised("2026-01-10", told("2025-12-18", Q1, speaker="The minister"))


def test_what_is_kept_late_is_marked_and_no_longer_overdue() -> None:
    """The flag tells by how much."""
    found = raised("2026-06-01", told("2025-12-18", Q1), meeting="2026-05-02")

    assert set(found) == {FlagCode.FULFILLED_LATE}
    assert "32 days after its window" in found[FlagCode.FULFILLED_LATE].detail


def test_witnesses_of_one_occasion_who_name_different_times_are_in_conflict() -> None:
    """Two origins whose windows share no day; one origin that corrects itself, or a narrower window, is none."""
    april, june = span("2026-04-01", "2026-04-30"), span("2026-06-01", "2026-06-30")
    first = told("2026-01-10", april, witness="a", id="1")
    other = told("2026-01-11", june, witness="b", id="2")

    conflict = raised("2026-02-01", first, other)[FlagCode.CONFLICTING_SOURCES]

    assert "2026-04-01 to 2026-04-30 / 2026-06-01 to 2026-06-30" in conflict.detail
    for same in (replace(other, witness="a"), replace(other, window=span("2026-04-10"))):
        assert FlagCode.CONFLICTING_SOURCES not in raised("2026-02-01", first, same)


def test_marks_of_machine_made_copy_are_one_flag_a_source_without_a_verdict() -> None:
    """Whatever kinds and however many articles; its id is the same when the numbers grow."""
    one = MarksSeen("agency", "markup", 2, 40, "a1")
    two = MarksSeen("agency", "assistant", 1, 40, "a0")

    (flag,) = flags([], [], [], [], [], [one, two])
    (later,) = flags([], [], [], [], [], [replace(one, articles=7, read=90)])

    assert (flag.severity, flag.subject_kind, flag.subject) == (Severity.INFO, "source", "agency")
    assert flag.detail.endswith("among 40 articles: markup in 2, assistant in 1. Marks, no verdict.")
    assert flag.id == later.id


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("As an AI language model, I cannot verify this.", ["assistant"]),
        ("إليك الترجمة: التقى الوزير نظيره.", ["assistant"]),
        ("هذه ترجمة آلية للخبر.", ["translation_note"]),
        ("**Riyadh** hosted the talks.", ["markup"]),
        ("The minister [name] met his counterpart.", ["placeholder"]),
        ("Here is the translation:\n## Talks\nThe minister met {{ name }}.", ["assistant", "markup", "placeholder"]),
        ("The minister said: “I cannot accept that.” He met 3 * 2 delegations.", []),
        ("التقى وزير الداخلية نظيره، وبحثا الترجمة الأدبية.", []),
    ],
)
def test_marks_are_found_in_both_languages_and_not_in_plain_news(text: str, kinds: list[str]) -> None:
    """One a kind, with its words."""
    found = marks_in(text)

    assert [mark.kind for mark in found] == kinds
    assert all(isinstance(mark, Mark) and mark.quote in " ".join(text.split()) for mark in found)


def test_a_silent_source_is_flagged_with_its_first_day() -> None:
    """As it is told by its health."""
    (flag,) = flags([], [], [], [], [SourceSeen("agency", "stale", date(2026, 2, 1))])

    assert (flag.code, flag.severity) == (FlagCode.STALE_SOURCE, Severity.WARNING)
    assert "since 2026-02-01" in flag.detail
