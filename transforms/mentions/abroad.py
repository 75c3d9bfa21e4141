"""Gives a host met abroad his own state: a report marks the foreigners it names, but not always on their ground."""

from collections.abc import Sequence

from transforms.mentions.cast import Cast
from transforms.mentions.home import SEATS
from transforms.mentions.model import Person, Scene
from transforms.vocabulary import Office

_HOSTS = (Office.HEAD_OF_STATE, Office.CROWN_PRINCE, Office.HEAD_OF_GOVERNMENT, Office.DEPUTY_HEAD_OF_GOVERNMENT)
_MET = (*_HOSTS, Office.MINISTER, Office.SPEAKER)  # whom a visitor calls on
_FACING = 8  # tokens between the word of meeting and whoever was met


def hosts_abroad(cast: Cast, scenes: Sequence[Scene], filed: str | None, guessed: set[int]) -> dict[int, str]:
    """The states of officials of no told state who met a visitor on ground that is not his.

    `filed` is the state of the dateline's city, `guessed` the keys of the members whose state is no more than the
    outlet's own. Two of one state do not meet abroad: "Prime Minister X also met with Zhao" in a Chinese report from
    Colombo tells of Sri Lanka's.
    """
    found: dict[int, str] = {}
    grounds: dict[int, str] = {}  # where a member met somebody last
    for scene in scenes:
        pair = _meeting(scene)
        if pair is None:
            continue
        state = {p.key: found.get(p.key) or _state(cast, p) for p in pair}
        ground = next((p.country for p in scene.places if p.city and p.city not in SEATS), None)
        for host, guest in (pair, pair[::-1]):
            own = state[guest.key]
            there = ground or grounds.get(guest.key) or filed
            if host.key not in guessed or own is None or own != state[host.key] or there in (None, own):
                continue
            office = cast.full(host).office
            if office is not None and office.value in _MET and not _outranked(cast, host, guest, guessed):
                found[host.key] = str(there)
                break
        for person, other in (pair, pair[::-1]):
            met = found.get(other.key) or _state(cast, other)
            if met is not None and met != state[person.key]:
                grounds[person.key] = met
    return found


def welcomed_abroad(cast: Cast, scenes: Sequence[Scene], guessed: set[int]) -> dict[int, str]:
    """The states of those of no told state who welcomed a visitor abroad or saw him off: that of the airport.

    «وكان في استقبال الملك لدى وصوله مطار طنجة رئيس الحكومة المغربية …، ومدير الجمارك …».
    """
    found: dict[int, str] = {}
    for before, scene in zip((None, *scenes), scenes, strict=False):
        cues = [h for h in scene.of("contact") if h.entry.attrs.get("farewell")]
        if not cues:
            continue
        came = [h.last for h in before.of("arrival")] if before is not None else []
        there = [p.country for p in scene.places if p.city and p.country]
        there += [p.country for p in before.places if came and p.country] if before is not None else []
        visitor = next((p for p in scene.people if p.first >= cues[0].last), None)
        own = _state(cast, visitor) if visitor is not None else None
        if not there or own in (None, there[0]):
            continue
        for person in scene.people:
            if person.key in guessed and person.first > cues[0].last and cast.full(person).posting is None:
                found[person.key] = there[0]
    return found


def _outranked(cast: Cast, host: Person, guest: Person, guessed: set[int]) -> bool:
    """Whether of two of no told state the other is rather the host: a president whom a minister calls on."""
    a, b = cast.full(host).office, cast.full(guest).office
    return guest.key in guessed and not (a is not None and a.value in _HOSTS and not (b and b.value in _HOSTS))


def _meeting(scene: Scene) -> tuple[Person, Person] | None:
    """The two members whom a sentence's word of meeting joins; null: none, or more than two."""
    members = {p.key: p for p in reversed(scene.people) if p.key >= 0}
    if len(members) != 2:
        return None
    a, b = sorted(members.values(), key=lambda p: p.first)
    cues = [h for h in scene.of("contact") if h.first < b.first and h.last > a.first]
    joined = any(h.first >= a.last and b.first - h.last <= _FACING for h in cues)
    return (b, a) if joined else None


def _state(cast: Cast, person: Person) -> str | None:
    party = cast.full(person).party or person.party
    return party.value if party is not None else None
