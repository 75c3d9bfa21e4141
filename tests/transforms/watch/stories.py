"""Stories of promises: what was told, what happened, and how each promise stands on later days."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from transforms.resolve.days import Span
from transforms.watch.fulfilment import Event
from transforms.watch.promises import Telling
from transforms.watch.states import Verdict

PAIR = frozenset({"KZ", "SA"})


def span(first: str, last: str | None = None) -> Span:
    """Days, both included."""
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


def told(day: str, window: Span | None, modality: str = "expected", **changes: Any) -> Telling:
    """A joint promise of a meeting of interior ministers, told on a day."""
    values: dict[str, Any] = {
        "id": f"t-{day}",
        "day": date.fromisoformat(day),
        "kind": "meeting",
        "window": window,
        "modality": modality,
        "parties": PAIR,
        "article_id": f"a-{day}",
        "source": "agency",
        "attribution": "joint",
        "portfolio": "interior",
    }
    return Telling(**(values | changes))


def met(day: str, **changes: Any) -> Event:
    """A meeting of the two interior ministers, reported on its day."""
    values: dict[str, Any] = {
        "id": f"e-{day}",
        "kind": "meeting",
        "day": date.fromisoformat(day),
        "span": span(day),
        "parties": PAIR,
        "form": "in_person",
        "tracks": frozenset({"interior"}),
        "levels": frozenset({"minister"}),
    }
    return Event(**(values | changes))


@dataclass(frozen=True)
class Story:
    """One promise, and its states."""

    name: str
    tellings: tuple[Telling, ...]
    events: tuple[Event, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    states: dict[str, str] = field(default_factory=dict)  # by day
    slips: int = 0  # after the last day
    cadence_days: int | None = None
    habit: int = 0  # meetings of the two in the year before


Q1 = span("2026-01-01", "2026-03-31")
DAY = span("2026-05-12")

STORIES = (
    Story(
        "a quarter passes without a word",
        (told("2025-12-18", Q1, "likely"),),
        states={
            "2025-12-20": "open",
            "2026-02-01": "due",
            "2026-03-31": "due",
            "2026-04-01": "overdue",
            "2028-04-01": "lapsed",
        },
    ),
    Story(
        "held in time",
        (told("2025-12-18", Q1),),
        (met("2026-02-20"),),
        states={"2026-02-19": "due", "2026-02-20": "met"},
    ),
    Story(
        "held late",
        (told("2025-12-18", Q1),),
        (met("2026-04-20"),),
        states={"2026-04-10": "overdue", "2026-04-20": "met_late", "2027-01-01": "met_late"},
    ),
    Story(
        "held early",
        (told("2025-11-18", Q1),),
        (met("2025-12-20"),),
        states={"2025-12-01": "open", "2025-12-20": "met_early"},
    ),
    Story(
        "a ministerial of a quarter is held a year later",
        (told("2025-12-18", Q1),),
        (met("2027-03-05"),),
        states={"2026-12-01": "overdue", "2027-03-05": "met_late"},
    ),
    Story(
        "another ministry meets: not the promise",
        (told("2025-12-18", Q1),),
        (met("2026-02-20", tracks=frozenset({"justice"})),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "another pair meets: not the promise",
        (told("2025-12-18", Q1),),
        (met("2026-02-20", parties=frozenset({"KZ", "QA"})),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "a call is no meeting",
        (told("2025-12-18", Q1),),
        (met("2026-02-20", form="call"),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "a meeting before the promise is none of it",
        (told("2025-12-18", None),),
        (met("2025-12-18"),),
        states={"2025-12-19": "open"},
    ),
    Story(
        "talks on the margins are no visit",
        (told("2026-01-10", Q1, "scheduled", kind="visit", visitor="KZ", host="SA", portfolio=None),),
        (met("2026-02-02", occasion="sidelines", country="CH", tracks=frozenset()),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "the named side comes",
        (told("2026-01-10", Q1, "scheduled", kind="visit", visitor="KZ", host="SA"),),
        (met("2026-02-02", guests=frozenset({"KZ"}), country="SA"),),
        states={"2026-02-03": "met"},
    ),
    Story(
        "the other side comes: not the visit",
        (told("2026-01-10", Q1, "scheduled", kind="visit", visitor="KZ", host="SA"),),
        (met("2026-02-02", guests=frozenset({"SA"}), country="KZ"),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "postponed without a date",
        (told("2026-01-10", DAY, "scheduled"), told("2026-05-08", None, "postponed")),
        states={"2026-05-07": "open", "2026-05-08": "postponed", "2026-09-01": "postponed", "2027-06-01": "lapsed"},
    ),
    Story(
        "postponed, the words name the date that is given up",
        (told("2026-01-10", DAY, "scheduled"), told("2026-05-08", DAY, "postponed")),
        states={"2026-05-08": "postponed", "2026-05-20": "postponed"},
    ),
    Story(
        "postponed, the words name a day of the month that is given up",
        (told("2026-01-10", span("2026-05-01", "2026-05-31")), told("2026-05-08", DAY, "postponed")),
        states={"2026-05-08": "postponed", "2026-07-20": "postponed"},
    ),
    Story(
        "postponed without a new date, the old one named and never read before",
        (
            told(
                "2026-05-08",
                DAY,
                "postponed",
                quote="تأجيل الزيارة التي كان من المقرر أن يقوم بها في 12 مايو إلى موعد يُحدد لاحقاً",
            ),
        ),
        states={"2026-05-08": "postponed", "2026-05-20": "postponed", "2027-05-20": "lapsed"},
    ),
    Story(
        "postponed, and the only day named is that of the announcement",
        (told("2026-01-10", Q1), told("2026-03-14", span("2026-03-14"), "postponed")),
        states={"2026-03-14": "postponed", "2026-04-20": "postponed"},
    ),
    Story(
        "moved from one day to another, both of them named",
        (told("2026-01-10", DAY), told("2026-05-02", span("2026-05-12", "2026-05-19"), "postponed")),
        (met("2026-05-19"),),
        states={"2026-05-13": "postponed", "2026-05-19": "met"},
        slips=1,
    ),
    Story(
        "postponed within its year: the new month governs",
        (
            told("2025-11-01", span("2026-01-01", "2026-12-31")),
            told("2026-05-08", span("2026-10-01", "2026-10-31"), "postponed"),
        ),
        states={"2026-06-01": "postponed", "2026-10-02": "due", "2026-11-01": "overdue"},
    ),
    Story(
        "a meeting reported in the very words of its cancellation was none",
        (told("2026-01-10", DAY, "scheduled"), told("2026-05-08", None, "cancelled")),
        (met("2026-05-08"),),
        states={"2026-05-09": "cancelled"},
    ),
    Story(
        "an ambassador stands for one side: not the ministers' meeting",
        (told("2025-12-18", Q1, portfolio=None, follows_track="interior", follows_level="minister"),),
        (met("2026-02-20", leaders=frozenset({("KZ", "ambassador"), ("SA", "minister")})),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "those who promised to meet again are the ones who are to meet",
        (told("2025-12-18", Q1, portfolio=None, follows_track="interior", follows_level="minister"),),
        (met("2026-02-20", tracks=frozenset({"culture"})),),
        states={"2026-04-02": "overdue"},
    ),
    Story(
        "postponed to a new window, then due as usual, then held",
        (told("2026-01-10", DAY, "scheduled"), told("2026-05-08", span("2026-09-01", "2026-09-30"), "postponed")),
        (met("2026-09-12"),),
        states={"2026-06-01": "postponed", "2026-09-05": "due", "2026-09-12": "met"},
        slips=1,
    ),
    Story(
        "a summit promised for a year, then a day, then postponed without a date",
        (
            told("2025-11-01", span("2026-01-01", "2026-12-31"), portfolio=None, level="head_of_state"),
            told("2026-03-01", DAY, "scheduled", portfolio=None, level="head_of_state"),
            told("2026-05-01", None, "postponed", portfolio=None, level="head_of_state"),
        ),
        states={"2025-12-01": "open", "2026-02-01": "due", "2026-04-01": "open", "2026-05-01": "postponed"},
    ),
    Story(
        "cancelled",
        (told("2026-01-10", DAY, "scheduled"), told("2026-05-02", None, "cancelled")),
        states={"2026-05-01": "open", "2026-05-02": "cancelled", "2026-06-01": "cancelled"},
    ),
    Story(
        "told again with a later window: a slip",
        (told("2025-12-18", Q1), told("2026-02-20", DAY)),
        states={"2026-02-01": "due", "2026-04-05": "open", "2026-05-12": "due", "2026-05-13": "overdue"},
        slips=1,
    ),
    Story(
        "a day inside the window is no slip",
        (told("2025-12-18", Q1), told("2026-02-20", span("2026-03-10"))),
        states={"2026-02-25": "open", "2026-03-11": "overdue"},
    ),
    Story(
        "two reports of one occasion: the narrower window",
        (told("2025-12-18", span("2026-01-01", "2026-12-31")), told("2025-12-19", Q1, id="t-2")),
        states={"2026-04-01": "overdue"},
    ),
    Story(
        "undated: open, and lapsed after a year in silence",
        (told("2025-12-18", None),),
        states={"2026-06-01": "open", "2026-12-18": "open", "2026-12-19": "lapsed"},
    ),
    Story(
        "undated, but its body meets every two years: patience",
        (told("2025-12-18", None, kind="committee", body="Joint Commission"),),
        states={"2027-01-01": "open", "2027-12-19": "lapsed"},
        cadence_days=730,
    ),
    Story(
        "undated and held",
        (told("2025-12-18", None),),
        (met("2026-04-02"),),
        states={"2026-04-01": "open", "2026-04-02": "met"},
    ),
    Story(
        "only possible: never overdue",
        (told("2025-12-18", Q1, "possible"),),
        states={"2026-02-01": "due", "2026-04-01": "lapsed"},
    ),
    Story("an invitation lapses", (told("2025-12-18", Q1, "invited", kind="visit"),), states={"2026-04-01": "lapsed"}),
    Story(
        "dismissed by a person",
        (told("2025-12-18", Q1),),
        verdicts=(Verdict("v", date(2026, 4, 5), "dismiss"),),
        states={"2026-04-04": "overdue", "2026-04-05": "dismissed"},
    ),
    Story(
        "confirmed by a person",
        (told("2025-12-18", Q1),),
        verdicts=(Verdict("v", date(2026, 4, 5), "confirm"),),
        states={"2026-04-04": "overdue", "2026-04-05": "confirmed"},
    ),
    Story(
        "a person unlinks what fulfilled it",
        (told("2025-12-18", Q1),),
        (met("2026-02-20"),),
        (Verdict("v", date(2026, 5, 1), "unlink", "e-2026-02-20"),),
        states={"2026-03-01": "met", "2026-05-01": "overdue"},
    ),
    Story(
        "held at a lower level: a person must look",
        (told("2025-12-18", Q1, level="minister"),),
        (met("2026-02-20", levels=frozenset({"deputy_minister"})),),
        states={"2026-04-01": "overdue"},
    ),
    Story(
        "held at a higher level",
        (told("2025-12-18", Q1, level="minister", portfolio=None),),
        (met("2026-02-20", levels=frozenset({"head_of_state"}), tracks=frozenset()),),
        states={"2026-02-20": "met"},
    ),
    Story(
        "a session of another number is another session",
        (told("2025-12-18", Q1, kind="committee", body="Joint Committee", session_no=5, portfolio=None),),
        (met("2026-02-20", framework="Joint Committee", occasion="session", session_no=4, tracks=frozenset()),),
        states={"2026-04-01": "overdue"},
    ),
    Story(
        "the body convenes",
        (told("2025-12-18", Q1, kind="committee", body="Joint Committee", portfolio=None),),
        (met("2026-02-20", framework="Joint Committee", occasion="session", tracks=frozenset()),),
        states={"2026-02-20": "met"},
    ),
    Story(
        "background alone is for a person",
        (told("2025-12-18", Q1, kind="committee", body="Joint Committee", portfolio=None),),
        (
            met(
                "2026-05-20",
                kind="prior_event",
                span=span("2026-02-01", "2026-02-28"),
                framework="Joint Committee",
                form=None,
                tracks=frozenset(),
            ),
        ),
        states={"2026-05-20": "overdue"},
    ),
    Story(
        "the two meet every month anyway, and the promise says no more than that they will",
        (told("2025-12-18", Q1, portfolio=None),),
        (met("2026-02-20", city="Astana"),),
        states={"2026-02-21": "due", "2026-04-01": "overdue"},
        habit=14,
    ),
    Story(
        "the two meet every month anyway, but the promise says who and where",
        (told("2025-12-18", Q1, place="Astana"),),
        (met("2026-02-20", city="Astana"),),
        states={"2026-02-21": "met"},
        habit=14,
    ),
    Story(
        "an instrument is signed",
        (told("2025-12-18", Q1, kind="agreement", portfolio=None),),
        (met("2026-02-20", kind="agreement", status="signed", form=None, tracks=frozenset(), levels=frozenset()),),
        states={"2026-02-20": "met"},
    ),
    Story(
        "an instrument is only spoken of",
        (told("2025-12-18", Q1, kind="agreement", portfolio=None),),
        (
            met(
                "2026-02-20",
                kind="agreement",
                status="under_negotiation",
                form=None,
                tracks=frozenset(),
                levels=frozenset(),
            ),
        ),
        states={"2026-04-01": "overdue"},
    ),
    Story(
        "still spoken of as to come after a meeting: that was another one",
        (told("2025-12-18", Q1), told("2026-02-25", span("2026-03-10"))),
        (met("2026-02-05"),),
        states={"2026-02-10": "met", "2026-03-01": "open", "2026-03-11": "overdue"},
    ),
)
