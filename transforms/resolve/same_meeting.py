"""Whether two reports tell of one meeting, from their own values alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.resolve.days import Span
from transforms.resolve.groups import Decision, Judgement
from transforms.resolve.names import DOUBT, SAME, compare_names
from transforms.resolve.officials import known

# Weights of evidence; parties are given by the block and carry the base.
_BASE = 0.30
_SAME_DAY, _SAME_SPAN, _NEAR_DAY, _NEAR_TOLD = 0.30, 0.15, 0.05, 0.15
_PRINCIPAL, _DELEGATE = 0.20, 0.05
_PARTLY = 0.1  # likeness of names that share a part and contradict in another
_OFFICE, _STRANGER = 0.25, 0.40
_PORTFOLIO = 0.20
_OCCASION = 0.04
_MORE_SIDES = 0.40
_CITY, _COUNTRY = 0.10, 0.04
_TOPICS = 0.08
_FRAMEWORK = 0.06
_AGAINST_CITY = -0.25
_AGAINST_NEAR_DAY, _AGAINST_OTHER_DAY = -0.10, -0.18
_SINGULAR = frozenset(  # one holder at a time: another name under it is a misprint, or a successor
    "head_of_state crown_prince head_of_government minister speaker ambassador organization_head".split()
)
_ONCE = frozenset({"credentials", "farewell"})  # an ambassador has one of each

JOIN = 0.70  # from here on two reports are one meeting
LOOK = 0.50  # from here on a person should look

_LATE = 10  # days after a meeting within which an undated report of it may still appear


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as a report names him."""

    name: str
    party: str
    office: str
    portfolio: str | None
    leading: bool  # host, guest or principal, not a delegate


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What a report of a meeting says that tells meetings apart."""

    id: str
    day: date  # effective day of the article
    span: Span | None  # days that its telling allows; null: undated
    exact: bool  # the span is one day, or a stated range
    form: str
    parties: frozenset[str]
    people: tuple[Person, ...] = ()
    city: str | None = None
    country: str | None = None
    topics: frozenset[str] = frozenset()
    framework: str | None = None
    occasion: str | None = None
    witness: str | None = None  # who tells it; null: not known

    @property
    def vague(self) -> bool:
        """Whether it says too little to tell two meetings of the same parties apart."""
        return self.span is None or not self.exact or not any(person.leading for person in self.people)


def same_meeting(a: MeetingView, b: MeetingView) -> Judgement:
    """Judge two reports; symmetric."""
    evidence = list(_evidence(*sorted((a, b), key=lambda view: view.id)))
    hard = any(entry.hard for entry in evidence)
    score = round(max(0.0, min(1.0, sum(entry.weight for entry in evidence))), 3)
    reasons = tuple(entry.reason for entry in evidence if entry.reason)
    if hard:
        return Judgement(0.0, Decision.DIFFERENT, True, reasons)
    decision = Decision.SAME if score >= JOIN else Decision.REVIEW if score >= LOOK else Decision.DIFFERENT
    return Judgement(score, decision, False, reasons)


@dataclass(frozen=True, slots=True)
class _Entry:
    weight: float
    reason: str
    hard: bool = False


def _evidence(a: MeetingView, b: MeetingView) -> Iterator[_Entry]:
    yield _parties(a, b)
    yield _dates(a, b)
    if a.form != b.form:
        remote = "in_person" in (a.form, b.form)
        yield _Entry(-0.15, f"form: {a.form}, {b.form}", hard=remote)
    yield from _people(a, b)
    yield _place(a, b)
    if a.topics and b.topics:
        share = len(a.topics & b.topics) / len(a.topics | b.topics)
        yield _Entry(round(_TOPICS * share, 3), f"topics {share:.0%} alike")
    if a.framework and b.framework and a.framework == b.framework:
        yield _Entry(_FRAMEWORK, "same framework")
    if a.occasion and b.occasion:
        yield _occasions(a.occasion, b.occasion)


def _parties(a: MeetingView, b: MeetingView) -> _Entry:
    if a.parties == b.parties:
        return _Entry(_BASE, "same parties")
    if len(a.parties) == 2 and len(b.parties) == 2:
        return _Entry(0.0, "other parties", hard=True)
    share = len(a.parties & b.parties) / len(a.parties | b.parties)
    inside = a.parties < b.parties or b.parties < a.parties
    fewer, more = (a, b) if len(a.parties) < len(b.parties) else (b, a)
    if inside and any(person.leading and person.party not in fewer.parties for person in more.people):
        # Who sits between two others is no oversight: talks of two beside the meeting of three.
        return _Entry(round(_BASE * share - _MORE_SIDES, 3), f"{len(more.parties)} sides against {len(fewer.parties)}")
    return _Entry(round(_BASE * share, 3), f"parties {share:.0%} alike", hard=not inside and share < 0.5)


def _dates(a: MeetingView, b: MeetingView) -> _Entry:
    if a.span and b.span:
        if a.exact and b.exact:
            gap = a.span.gap(b.span)
            return _Entry(_SAME_DAY, "same day") if gap == 0 else _apart(a, b, gap)
        if a.span.overlaps(b.span):
            return _Entry(_SAME_SPAN, "dates agree")
        return _Entry(0.0, "dates disagree", hard=True)
    if a.span is None and b.span is None:
        near = abs((a.day - b.day).days)
        if near > 2 * _LATE:
            return _Entry(0.0, "told long apart", hard=True)
        return _Entry(_NEAR_TOLD if near <= 2 else _NEAR_DAY if near <= 5 else 0.0, f"undated, told {near} days apart")
    dated, undated = (a, b) if a.span else (b, a)
    assert dated.span is not None
    told = Span(undated.day - timedelta(days=_LATE), undated.day)
    if not dated.span.overlaps(told):
        return _Entry(0.0, "undated report was told at another time", hard=True)
    late = (undated.day - dated.span.last).days
    return _Entry(_NEAR_TOLD if late <= 2 else 0.0, f"one undated, told {max(late, 0)} days after the other's day")


def _apart(a: MeetingView, b: MeetingView, gap: int) -> _Entry:
    """Two exact days that differ: a day may be taken from when a report came out, but no witness has two for one."""
    if gap > 1:
        return _Entry(0.0, f"{gap} days apart", hard=True)
    if a.witness is not None and a.witness == b.witness:
        return _Entry(0.0, "one witness tells two days", hard=True)
    assert a.span is not None and b.span is not None
    later = a if a.span.first > b.span.first else b
    assert later.span is not None
    if later.span.first == later.day:
        return _Entry(_AGAINST_NEAR_DAY, "a day apart, the later one the day on which it came out")
    return _Entry(_AGAINST_OTHER_DAY, "a day apart")


def _occasions(a: str, b: str) -> _Entry:
    if a == b:
        return _Entry(_OCCASION, f"occasion: {a}")
    apart = a in _ONCE and b in _ONCE
    return _Entry(-_PORTFOLIO if apart else 0.0, f"occasion: {a}, {b}" if apart else "")


def _people(a: MeetingView, b: MeetingView) -> Iterator[_Entry]:
    both = False
    for party in sorted(a.parties & b.parties):
        left = [p for p in a.people if p.party == party and p.leading]
        right = [p for p in b.people if p.party == party and p.leading]
        if left and right:
            both = True
            yield _leaders(party, left, right, a.witness is not None and a.witness == b.witness)
    if not both:
        yield _portfolios(a, b)
    delegates = [
        p for p in a.people if not p.leading and any(_agree(p, q) >= SAME for q in b.people if q.party == p.party)
    ]
    if delegates:
        yield _Entry(min(2, len(delegates)) * _DELEGATE, f"{len(delegates)} delegates agree")


def _portfolios(a: MeetingView, b: MeetingView) -> _Entry:
    """Where the reports name the heads of different sides, their fields must do."""
    left = {person.portfolio for person in a.people if person.leading and person.portfolio}
    right = {person.portfolio for person in b.people if person.leading and person.portfolio}
    if not left or not right:
        return _Entry(0.0, "")
    if left & right:
        return _Entry(_OCCASION, "same portfolio")
    return _Entry(-_PORTFOLIO, f"portfolios: {', '.join(sorted(left))}; {', '.join(sorted(right))}")


def _leaders(party: str, left: list[Person], right: list[Person], one_witness: bool) -> _Entry:
    """The heads of one party's side: the same person speaks for, another one of another ministry against."""
    likeness = max(_agree(p, q) for p in left for q in right)
    if likeness >= SAME:
        return _Entry(_PRINCIPAL, f"{party}: same person")
    tracks = {(p.office, p.portfolio) for p in left} & {(q.office, q.portfolio) for q in right}
    if likeness >= DOUBT and tracks:
        return _Entry(round(_PRINCIPAL * 0.8, 3), f"{party}: same office, like names")
    singular = any(office in _SINGULAR for office, _ in tracks)
    if not tracks or (likeness == 0 and (one_witness or not singular)):
        return _Entry(0.0, f"{party}: other person{'' if tracks else ' in another office'}", hard=True)
    # One office, two names: a misprint or a successor; the day decides, a person may look.
    return _Entry(-_OFFICE if likeness > 0 else -_STRANGER, f"{party}: same office, other name")


def _agree(p: Person, q: Person) -> float:
    left, right = known(p.party, p.name), known(q.party, q.name)
    if left and right:
        return float(left is right)
    match = compare_names(p.name, q.name)
    if match.conflict:
        return 0.0 if match.shared == 0 else _PARTLY
    if match.shared == 1:
        # A family name alone is the same person only in the same office.
        return match.score + 0.15 if (p.office, p.portfolio) == (q.office, q.portfolio) else DOUBT - 0.1
    return match.score


def _place(a: MeetingView, b: MeetingView) -> _Entry:
    if a.country and b.country and a.country != b.country:
        return _Entry(0.0, f"place: {a.country}, {b.country}", hard=True)
    if a.city and b.city:
        return _Entry(_CITY, "same city") if a.city == b.city else _Entry(_AGAINST_CITY, f"place: {a.city}, {b.city}")
    return _Entry(_COUNTRY, "same country") if a.country and b.country else _Entry(0.0, "")
