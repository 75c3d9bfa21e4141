"""Attendance lists: who else was at an event, and on whose side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.frames.clauses import in_scope
from transforms.frames.event import Event, Member
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.cast import name_parts
from transforms.mentions.model import Analysis, Cited, Person, Scene
from transforms.mentions.sides import opening_side
from transforms.vocabulary import Office

_BESIDE = 2  # sentences behind the one that tells of the meeting
_IN_OWN_RIGHT = (
    *(Office.HEAD_OF_STATE, Office.CROWN_PRINCE, Office.HEAD_OF_GOVERNMENT, Office.DEPUTY_HEAD_OF_GOVERNMENT),
    *(Office.MINISTER, Office.ENVOY, Office.ORGANIZATION_HEAD),
)


class AttendanceReader:
    """Files the people of attendance lists under their side of an event."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._analysis = analysis
        self._lexicon = lexicon

    def file(self, scene: Scene, event: Event, told: bool) -> None:
        """File the people of an attendance list under their side of the event."""
        cuts = [i for i, t in enumerate(scene.sentence.tokens) if t.text in ";؛"]
        edges = [0, *cuts, len(scene.sentence.tokens)]
        for start, stop in pairwise(edges):
            hits = [h for h in scene.of("attend") if start <= h.first < stop and not h.prefix.endswith("ل")]
            hits = [h for h in hits if not self._to_come(scene, h, told)]
            if hits:
                self._list(scene, event, told, hits[0], start, stop)
        side = opening_side(scene, self._lexicon)
        if side is not None and side.code in event.sides:
            self._sent(scene, event, side.code)

    def _to_come(self, scene: Scene, cue: Hit, told: bool) -> bool:
        """Whether a list is of a meeting to come: «ومن المقرر أن يعقد اجتماعا مع نظيره الروسي بحضور الوزير القطري»."""
        planned = [h for h in scene.of("contact_planned") if h.last <= cue.first]
        return any(cue.first - h.last <= 1 for h in planned) or (bool(planned) and not told)

    def _sent(self, scene: Scene, event: Event, code: str) -> None:
        """Those who came for a state that opens their sentence: "From Australia came Foreign Minister X"."""
        for person in scene.people:
            party = self._analysis.party(person)
            own = party is not None and party.value == code and in_scope(self._analysis, person)
            if party is not None and own and person.key >= 0 and self._analysis.cast[person.key].name is not None:
                event.members.setdefault(person.key, Member(person, party, delegate=False))

    def heads(self, scene: Scene, event: Event | None) -> None:
        """Who heads a delegation takes part in the meeting being told: "X headed the Saudi delegation"."""
        if event is None:
            return
        for cue in scene.of("heads_delegation"):
            if any(t.low == "of" for t in scene.sentence.tokens[cue.last : cue.last + 1]):
                continue  # "the Council of Heads of State"
            both = scene.sentence.tokens[cue.last - 1].low in self._lexicon.words["delegations"]
            before = [p for p in scene.people if p.last <= cue.first and p.key >= 0][0 if both else -1 :]
            state = next((p for p in scene.parties if 0 <= p.first - cue.last <= 2), None)
            for person in before:
                full = self._analysis.cast[person.key]
                stated = state and Cited(state.code, state.start, state.end, "derived.side")
                party = (
                    (full.party if full.party and full.party.rule != "derived.home" else None) or stated or full.party
                )
                if person.key in event.members or full.name is None or party is None:
                    continue
                if party.value in event.sides or event.of_organisation:
                    event.sides.setdefault(party.value, party)
                    event.members[person.key] = Member(person, party, delegate=False)

    def _list(self, scene: Scene, event: Event, told: bool, cue: Hit, start: int, stop: int) -> None:
        """One list: the people of a part of a sentence around a word of attendance."""
        senders = scene.of("sender")
        people = [p for p in scene.people if start <= p.first < stop]
        people = [p for p in people if p.key >= 0 and in_scope(self._analysis, p)]
        people = [p for p in people if self._analysis.cast[p.key].name is not None]
        people = [p for p in people if not any(0 <= p.first - h.last <= 2 for h in senders)]
        if cue.entry.value == "with" and not any(0 <= p.first - cue.last <= 5 for p in people):
            return
        after = [p for p in people if p.first >= cue.first]
        listed = (
            after if (after and not (cue.entry.value == "any" and self._subject_list(scene, cue, people))) else people
        )
        if told and listed is people:
            which = max((h.first for h in scene.of("relative") if h.last <= cue.first), default=cue.first)
            listed = [p for p in people if which < p.first] or after  # "co-chaired the talks, which A also attended"
        previous: str | None = None
        for person in listed:
            if person.key in event.members:
                continue
            party = self._delegate_party(scene, event, person, cue, start, stop)
            if party is not None and party.rule == "derived.home" and self._analysis.home is None and previous:
                party = replace(party, value=previous, rule="derived.list")
            if party is None:
                continue
            if party.value not in event.sides:
                if party.rule.startswith("derived") or not (
                    event.of_organisation or self._sits_in(scene, event, person, cue)
                ):
                    continue  # only an organisation's meeting takes in the states of officials named one by one
                event.sides[party.value] = party
            event.members[person.key] = Member(person, party, delegate=True)
            previous = party.value

    def _sits_in(self, scene: Scene, event: Event, person: Person, cue: Hit) -> bool:
        """Whether somebody of a third state attends in his own right: a minister who mediates, an envoy, a host."""
        office = self._analysis.full(person).office
        beside = scene.sentence.index - event.clause.scene.sentence.index <= _BESIDE
        if any(h.last == cue.first for h in scene.of("relative")):
            return False  # «لقاءات الدوحة التي شارك فيها …»: another gathering
        return beside and cue.entry.value == "any" and office is not None and office.value in _IN_OWN_RIGHT

    def _subject_list(self, scene: Scene, cue: Hit, people: Sequence[Person]) -> bool:
        """Whether the list comes before its verb: "A and B took part", "Ambassador of Kenya X attended"."""
        before = [p for p in people if p.last <= cue.first]
        after = [p for p in people if p.first >= cue.last]
        return bool(before) and (len(after) <= 1)

    def _delegate_party(
        self, scene: Scene, event: Event, person: Person, cue: Hit, start: int, stop: int
    ) -> Cited[str] | None:
        full, own = self._analysis.full(person), self._analysis.party(person)
        sided = self._side_party(scene, person, start, stop)
        if own is not None and own.rule != "derived.home":
            return own
        if sided is not None:
            return sided
        lead = person.name or full.name
        assert lead is not None
        embassy = self._embassy(scene, event, person, full, lead)
        if embassy is not None:
            return embassy
        if cue.entry.value == "with":
            before = [p for p in scene.people if p.last <= cue.first and p.key in event.members]
            if before:
                return replace(event.members[before[-1].key].party, start=lead.start, end=lead.end, rule="derived.side")
            if event.visitor:
                return Cited(event.visitor, lead.start, lead.end, "derived.side")
        spoken_for = next((p for p in scene.parties if p.last == cue.first), None) if cue.entry.value == "for" else None
        if spoken_for is not None:
            return Cited(spoken_for.code, spoken_for.start, spoken_for.end, "derived.side")
        if own is not None and own.value in event.sides:
            return own
        code = event.host or next(iter(event.sides), None)
        return Cited(code, lead.start, lead.end, "derived.side") if code else None

    def _embassy(self, scene: Scene, event: Event, person: Person, full: Person, lead: Cited[str]) -> Cited[str] | None:
        """Staff of "the embassy" belong to the side whose ambassador is there, else to the visitor's."""
        title = full.title_text
        words = {t.low for t in scene.sentence.tokens[max(0, person.first - 3) : person.first]}
        words |= set(name_parts(title.value)) if title else set()
        if not words & self._lexicon.words["embassy"]:
            return None
        envoys = [m for k, m in event.members.items() if _office_of(self._analysis, k) is Office.AMBASSADOR]
        code = envoys[0].party.value if envoys else event.visitor
        return Cited(code, lead.start, lead.end, "derived.embassy") if code else None

    def _side_party(self, scene: Scene, person: Person, start: int, stop: int) -> Cited[str] | None:
        """The side whose list a person stands in: «من الجانب السعودي», "On the Uzbek side", "the Indian delegation"."""
        best: Cited[str] | None = None
        for hit in scene.of("side"):
            if not start <= hit.first < stop:
                continue
            near = [p for p in scene.parties if 0 <= p.first - hit.last <= 1 or 0 <= hit.first - p.last <= 0]
            closes = not any(hit.last <= p.first < stop and p.name for p in scene.people)  # "A and B on the Uzbek side"
            if near and (hit.first < person.first or (best is None and closes)):
                party = near[0]
                best = Cited(party.code, party.start, party.end, "derived.side")
        return best


def _office_of(analysis: Analysis, key: int) -> Office | None:
    office = analysis.cast[key].office
    return office.value if office else None
