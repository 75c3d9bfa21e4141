"""Between whom an instrument is: the states that its sentence names, else those of the meeting it was signed at."""

from collections import Counter
from collections.abc import Sequence

from transforms.frames.agreement_acts import Act
from transforms.frames.agreement_titles import Title
from transforms.frames.drafts import MeetingDraft
from transforms.frames.main_sides import main_sides
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Analysis, Cited, Party, Scene
from transforms.vocabulary import AgreementStatus

_DECISIONS = (AgreementStatus.APPROVED, AgreementStatus.UNDER_NEGOTIATION)
_BEFORE = 14  # words before the act, and behind the title, in which a party of the act may stand
_BEHIND = 14
_OWNER = 2  # words between a cabinet and whose it is
_OFFICE = 6  # words between a ministry and its country: "the Ministry of Health of the Republic of …"


def parties_of(
    analysis: Analysis, scene: Scene, title: Title, act: Act, meeting: MeetingDraft | None, lexicon: Lexicon
) -> list[Cited[str]]:
    """The parties, sorted by code; fewer than two where the text does not tell them."""
    found = _named(scene, title, act, lexicon)
    if len(found) < 2:
        _add_people(scene, found)
    if act.hit.entry.attrs.get("stage") and len(found) < 2:
        _add_deciders(scene, found)
    if act.hit.entry.attrs.get("stage") and analysis.home and len(found) < 2:
        _add_home(analysis, scene, act, found)
    if len(found) < 2 and meeting is not None and set(found) <= {p.value for p in meeting.parties}:
        return sorted(meeting.parties, key=lambda p: p.value)
    if len(found) == 1 and analysis.home:
        _add_home(analysis, scene, act, found)
    about = main_sides(analysis) if len(found) < 2 and meeting is None else None
    if about is not None and set(found) <= {side.value for side in about.parties}:
        return about.parties
    if not found and _speaks_of_both(scene):
        _add_most_named(analysis, found)
    return sorted(found.values(), key=lambda p: p.value)


def _named(scene: Scene, title: Title, act: Act, lexicon: Lexicon) -> dict[str, Cited[str]]:
    """States and organisations of the sentence that are no mere subject of the instrument, nor a place."""
    tokens = scene.sentence.tokens
    towards = lexicon.words["party_link"]
    away = lexicon.words["party_off"]
    decided = act.stage is not None and act.status in _DECISIONS
    found: dict[str, Cited[str]] = {}
    for party in scene.parties:
        if (
            (party.basis == "capital" and not _dealt_with(scene, party, title, towards))
            or not _near(party, title, act)
            or _is_place(scene, party)
        ):
            continue
        if decided and not _linked(scene, act.hit.first, party.first, towards):
            continue
        before = tokens[party.first - 1].low if party.first else ""
        ministry = _of_ministry(scene, party, lexicon)
        if (before in away and not ministry) or (
            party.first > 1 and before in ("the",) and tokens[party.first - 2].low in away
        ):
            continue
        inside = title.about <= party.first < title.last
        if inside and not decided and not _linked(scene, title.about, party.first, towards):
            continue
        found.setdefault(party.code, _cited(party))
    return found


def _dealt_with(scene: Scene, party: Party, title: Title, towards: frozenset[str]) -> bool:
    """Whether a capital right behind an instrument stands for its government: "a deal with Abu Dhabi"."""
    link = scene.sentence.tokens[party.first - 1].low if party.first else ""
    return link in towards and 0 <= party.first - title.last <= 1


def _of_ministry(scene: Scene, party: Party, lexicon: Lexicon) -> bool:
    """Whether a state is told as that of a ministry or agency: «ووزارة الداخلية في جمهورية كازاخستان»."""
    before = scene.sentence.tokens[max(0, party.first - _OFFICE) : party.first]
    return lexicon.speaks(before, "state_bodies", "ministries")


def _is_place(scene: Scene, party: Party) -> bool:
    """Whether the words tell where: «بالمملكة المغربية», or the adjective of a city."""
    if any(h.first == party.first and h.prefix.endswith("ب") for h in scene.of("country", "home_alias")):
        return True
    return party.basis == "demonym" and any(h.last == party.first for h in scene.of("city"))


def named_codes(scene: Scene, title: Title, act: Act, lexicon: Lexicon) -> list[str]:
    """Codes of the parties that the sentence itself names."""
    return list(_named(scene, title, act, lexicon))


def _near(party: Party, title: Title, act: Act) -> bool:
    first, last = min(act.hit.first, title.first), max(act.hit.last, title.last)
    return first - _BEFORE <= party.first <= last + _BEHIND


def _linked(scene: Scene, begin: int, at: int, towards: frozenset[str]) -> bool:
    """Whether "between" or "with" stands between the instrument's name and the party."""
    return any(token.low in towards for token in scene.sentence.tokens[begin:at])


def _cited(party: Party) -> Cited[str]:
    return Cited(party.code, party.start, party.end, f"party.{party.basis}")


def _add_people(scene: Scene, found: dict[str, Cited[str]]) -> None:
    for person in scene.people:
        if person.party is not None and person.in_scope and person.party.value != "@home":
            found.setdefault(person.party.value, person.party)


def _add_home(analysis: Analysis, scene: Scene, act: Act, found: dict[str, Cited[str]]) -> None:
    """The state whose cabinet or press speaks, read from the words of the act."""
    if analysis.home and analysis.home not in found:
        found[analysis.home] = Cited(analysis.home, act.hit.start, act.hit.end, "derived.party_home")


def _add_deciders(scene: Scene, found: dict[str, Cited[str]]) -> None:
    """The state whose cabinet or parliament decides: "the Cabinet of Sri Lanka", «مجلس الوزراء الأردني»."""
    for hit in scene.of("decider"):
        for party in scene.parties:
            if 0 <= party.first - hit.last <= _OWNER or 0 <= hit.first - party.last <= 1:
                found.setdefault(party.code, _cited(party))


def _speaks_of_both(scene: Scene) -> bool:
    return bool(scene.of("group"))


def _add_most_named(analysis: Analysis, found: dict[str, Cited[str]]) -> None:
    """The two states that an article is about: the ones it names most often."""
    named = [p for s in analysis.scenes for p in s.parties if p.basis in ("country", "demonym")]
    for code, count in Counter(p.code for p in named).most_common(2):
        if count > 1:
            found[code] = next(_cited(p) for p in named if p.code == code)


def meeting_for(scene: Scene, codes: Sequence[str], meetings: Sequence[MeetingDraft]) -> int | None:
    """The meeting at which it was signed: the last one told before, among those that the named parties fit."""
    fitting = [n for n, m in enumerate(meetings) if set(codes) <= {p.value for p in m.parties}]
    earlier = [n for n in fitting if meetings[n].sentence <= scene.sentence.index]
    if earlier:
        return max(earlier, key=lambda n: meetings[n].sentence)
    return fitting[0] if fitting else None
