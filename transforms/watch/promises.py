"""A promise as it stands after all that was said of it: statements, the governing window, slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from transforms.ids import normal
from transforms.lexicon.loader import shared
from transforms.resolve.days import Span

_ONE_OCCASION = 3  # days within which reports tell of one statement
# Firmer words first: reports of one occasion that differ are read by the firmest.
_FIRMNESS = ("cancelled", "postponed", "scheduled", "expected", "likely", "invited", "possible")
_SHORT = 31  # days: a window up to this long is given up as a whole when a postponement names a day in it
_COMMITTED = frozenset({"joint", "party", "organisation", None})  # null: entered by hand, with a citation


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of a promise."""

    id: str
    day: date  # effective day of the article
    kind: str
    window: Span | None  # null: no time given
    modality: str
    parties: frozenset[str]
    quote: str = ""
    article_id: str = ""
    source: str = ""
    witness: str = ""
    side: str | None = None  # whose official voice the witness is; null: a third party
    attribution: str | None = None  # null: entered by hand
    speaker: str | None = None
    portfolio: str | None = None
    level: str | None = None
    body: str | None = None
    session_no: int | None = None
    visitor: str | None = None
    host: str | None = None
    place: str | None = None
    what: str | None = None
    follows: Span | None = None  # days of the meeting that it follows; null: none, or undated
    meeting_report_id: str | None = None
    follows_track: str | None = None  # portfolio of all who led the meeting that it follows; null: none, or several
    follows_level: str | None = None  # their office likewise
    topics: frozenset[str] = frozenset()  # of an instrument to come

    @property
    def track(self) -> str | None:
        """Whose business it is: the portfolio told, else that of the meeting at which its equals promised it."""
        if self.portfolio is not None:
            return self.portfolio
        return self.follows_track if self.level in (None, self.follows_level) else None

    @property
    def told_level(self) -> str | None:
        """The office that is to meet or travel: as told, else that of those who promised to meet again."""
        if self.level is not None or self.kind != "meeting":
            return self.level
        return self.follows_level if self.portfolio in (None, self.follows_track) else None

    @property
    def after(self) -> Span | None:
        """The days of the meeting that it follows; of an undated one, the day on which it was told."""
        if self.follows is None and self.meeting_report_id is not None:
            return Span(self.day, self.day)
        return self.follows

    @property
    def commitment(self) -> bool:
        """Whether somebody bound by it says so, rather than an outlet that expects it."""
        return self.attribution in _COMMITTED


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said on one occasion, by however many reports."""

    day: date
    window: Span | None  # the narrowest window that fits all reports of the occasion
    modality: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as known on some day: its history of statements, and what governs."""

    id: str  # of the telling published first
    statements: tuple[Statement, ...]
    window: Span | None  # governing; null: never given, or postponed without a new time
    slips: int

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """Every report of it, earliest first."""
        return tuple(telling for statement in self.statements for telling in statement.tellings)

    @property
    def first(self) -> Telling:
        """The telling published first."""
        return self.statements[0].tellings[0]

    @property
    def last(self) -> Statement:
        """The latest statement: its word governs."""
        return self.statements[-1]

    @property
    def commitment(self) -> bool:
        """Whether anybody bound by it has said so."""
        return any(telling.commitment for telling in self.tellings)

    def value(self, name: str) -> str | int | None:
        """A value as last told: later statements stand above earlier ones, null is no word."""
        for statement in reversed(self.statements):
            told = [v for t in statement.tellings if (v := getattr(t, name)) is not None]
            if told:
                return min(sorted(set(told)), key=lambda v: -told.count(v))  # type: ignore[no-any-return]
        return None

    @property
    def lead(self) -> Telling:
        """The telling to quote: of the last statement, one with a commitment and a speaker before others."""
        return min(self.last.tellings, key=lambda t: (not t.commitment, t.speaker is None, t.day, t.id))


def is_organisation(party: str) -> bool:
    """Whether a party is an organisation: states have codes of two letters."""
    return len(party) != 2


def promise_of(tellings: Sequence[Telling]) -> Promise:
    """The promise that these reports tell of; they must be at least one, in any order."""
    ordered = sorted(tellings, key=lambda telling: (telling.day, telling.id))
    statements = tuple(_statements(ordered))
    window: Span | None = None
    dated: Span | None = None  # the last window ever given, to tell slips by
    slips = 0
    for statement in statements:
        if statement.modality == "postponed" and _given_up(statement, dated):
            window = None  # the words name the date that is given up
        elif statement.window is not None:
            told = _moved_to(statement.window, statement.modality, dated)
            if dated is not None and is_slip(dated, told):
                slips += 1
            window = dated = told
    return Promise(ordered[0].id, statements, window, slips)


def _moved_to(named: Span, modality: str, dated: Span | None) -> Span:
    """The window that a statement gives; "moved from the 20th to the 27th" names the old day as well."""
    if modality == "postponed" and dated is not None and dated.within(named) and named.first == dated.first:
        first = named.last if dated.days == 1 else dated.last + timedelta(days=1)
        return Span(min(first, named.last), named.last)
    return named


def _given_up(statement: Statement, dated: Span | None) -> bool:
    """Whether a postponement gives no new date: the days that it names, if any, are those that it gives up."""
    named = statement.window
    if named is None or named.last <= statement.day or any(_without_a_date(t.quote) for t in statement.tellings):
        return True
    if dated is None:
        return False
    return named.last < dated.first or named == dated or (named.within(dated) and dated.days <= _SHORT)


@lru_cache(maxsize=1024)
def _without_a_date(words: str) -> bool:
    """Whether words put something off to no date in particular."""
    told = normal(words)
    return any(phrase in told for phrase in shared("postponed")["without_a_date"])


def is_slip(before: Span, after: Span) -> bool:
    """Whether a window was moved to a later date; naming a day inside the old window is none."""
    return (after.last > before.last and not before.within(after)) or after.first > before.last


def _statements(ordered: Sequence[Telling]) -> list[Statement]:
    occasions: list[list[Telling]] = []
    for telling in ordered:
        if (
            occasions
            and (telling.day - occasions[-1][0].day).days <= _ONE_OCCASION
            and _one_word(occasions[-1], telling)
        ):
            occasions[-1].append(telling)
        else:
            occasions.append([telling])
    return [_statement(occasion) for occasion in occasions]


def _one_word(occasion: list[Telling], telling: Telling) -> bool:
    """A postponement or cancellation is an occasion of its own, however soon it follows."""
    ends = {"postponed", "cancelled"}
    return (occasion[0].modality in ends) == (telling.modality in ends)


def _statement(tellings: list[Telling]) -> Statement:
    windows = [telling.window for telling in tellings if telling.window is not None]
    modality = min((telling.modality for telling in tellings), key=_FIRMNESS.index)
    return Statement(tellings[0].day, _narrowest(windows), modality, tuple(tellings))


def _narrowest(windows: list[Span]) -> Span | None:
    """The days that all windows share; where they share none, the window told most often, the narrower of equals."""
    if not windows:
        return None
    first, last = max(w.first for w in windows), min(w.last for w in windows)
    if first <= last:
        return Span(first, last)
    return min(set(windows), key=lambda w: (-windows.count(w), w.days, w.first))
