"""Joint bodies of the same parties from all that names them: which names are one body's, and which sessions it held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from transforms.resolve.bodies import body_key, session_in

_SAME_SITTING = 3  # days: a session lasts, and outlets date it by its opening or its end
_SAME_NUMBER = 370  # days within which a number is not given twice


@dataclass(frozen=True, slots=True)
class Mention:
    """A report that names a body: it sat, it sat before, or it is to sit."""

    name: str
    day: date  # on which it was told
    article_id: str
    held: bool  # false: a session to come
    meeting_id: str | None = None  # null: named as background
    session_no: int | None = None  # as told beside the name; null: not
    first: date | None = None  # days on which it may have been held; null: not told
    last: date | None = None

    @property
    def number(self) -> int | None:
        """The number of the session; null: none is told."""
        return self.session_no or session_in(self.name)

    @property
    def told(self) -> tuple[date, str, str]:
        """What mentions are in order by."""
        return self.day, self.article_id, self.name


@dataclass(frozen=True, slots=True)
class Session:
    """One session, told by one mention or many; in the order in which they told it."""

    told: tuple[Mention, ...]

    @property
    def number(self) -> int | None:
        """Its number, as told first."""
        return next((mention.number for mention in self.told if mention.number is not None), None)

    @property
    def meeting_id(self) -> str | None:
        """The meeting that it was; null: it is known from background only."""
        return next((mention.meeting_id for mention in self.told if mention.meeting_id), None)

    @property
    def dated(self) -> Mention | None:
        """The mention that dates it best: the narrowest days, told first; null: it is undated."""
        found = [mention for mention in self.told if mention.first is not None]
        return min(found, key=lambda mention: (_width(mention), mention.told), default=None)


@dataclass(frozen=True, slots=True)
class Body:
    """A committee, council or other joint body with its sessions."""

    key: str
    told: tuple[Mention, ...]  # everything that names it, in the order in which it was told
    sessions: tuple[Session, ...]  # by their days, undated ones last

    @property
    def name(self) -> str:
        """Its name as first printed, without the number of a session where somebody leaves that out."""
        return next((mention.name for mention in self.told if mention.number is None), self.told[0].name)

    @property
    def last_number(self) -> int | None:
        """The highest number told of a session that was held; null: none is told."""
        return max((session.number for session in self.sessions if session.number is not None), default=None)

    @property
    def cadence(self) -> int | None:
        """Usual days between one session and the next; null: fewer than two are dated."""
        days = sorted(held.first for session in self.sessions if (held := session.dated) and held.first)
        gaps = [(later - earlier).days for earlier, later in pairwise(days)]
        return int(median(gaps)) if gaps else None


def bodies_of(mentions: Iterable[Mention]) -> tuple[Body, ...]:
    """The bodies that mentions with the same parties name, whatever their languages."""
    told = sorted(mentions, key=lambda mention: mention.told)
    keys = {mention.name: body_key(mention.name) for mention in told}
    found: dict[str, list[Mention]] = {}
    for mention in told:
        found.setdefault(_home(keys[mention.name], keys.values()), []).append(mention)
    return tuple(Body(key, tuple(own), _sessions(own)) for key, own in sorted(found.items()))


def _home(key: tuple[str, str | None], keys: Iterable[tuple[str, str | None]]) -> str:
    """The body of a name: a committee as such is the one committee that the parties have, where they have one only."""
    kind, subject = key
    subjects = {other for known, other in keys if known == kind and other is not None}
    if subject is None and len(subjects) == 1:
        (subject,) = subjects
    return f"{kind} {subject}" if subject else kind


def _sessions(told: Sequence[Mention]) -> tuple[Session, ...]:
    """Sessions held, each with everything that tells it."""
    held = [mention for mention in told if mention.held]
    dated = sorted((m for m in held if m.first), key=lambda m: (m.first or m.day, -(m.number or 0), m.told))
    found: list[list[Mention]] = []
    for mention in [*dated, *(m for m in held if not m.first and m.number is not None)]:
        home = next((own for own in reversed(found) if any(_one(mention, other) for other in own)), None)
        if home is None:
            found.append([mention])
        else:
            home.append(mention)
    for mention in (m for m in held if not m.first and m.number is None):
        _recall(found, mention)
    return tuple(Session(tuple(sorted(own, key=lambda m: m.told))) for own in found)


def _recall(found: list[list[Mention]], mention: Mention) -> None:
    """A session of which nothing is told but that it was held: the last one known before, if one is."""
    same = [own for own in found if mention.meeting_id and any(m.meeting_id == mention.meeting_id for m in own)]
    before = [own for own in found if all((m.last or m.day) <= mention.day for m in own)]
    home = same or (before[-1:] if mention.meeting_id is None else [])
    if home:
        home[0].append(mention)
    else:
        found.append([mention])


def _one(a: Mention, b: Mention) -> bool:
    """Whether two mentions tell of one session."""
    if a.meeting_id and a.meeting_id == b.meeting_id:
        return True
    apart = _apart(a, b)
    if a.number is not None and b.number is not None:
        return a.number == b.number and (apart is None or apart <= _SAME_NUMBER)
    return apart is not None and apart <= _SAME_SITTING


def _apart(a: Mention, b: Mention) -> int | None:
    """Days between the days on which two sessions may have been held; null: one is undated."""
    if a.first is None or b.first is None:
        return None
    return max(0, (max(a.first, b.first) - min(a.last or a.first, b.last or b.first)).days)


def _width(mention: Mention) -> int:
    return (mention.last - mention.first).days if mention.first and mention.last else 0
