"""Finds the meetings an article tells of, one event an occasion, from its contact clauses."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.frames.attendance import AttendanceReader
from transforms.frames.clause_reader import ClauseReader
from transforms.frames.clauses import Clause, dated_or_held, in_scope, is_private, party_of, titled, took_place
from transforms.frames.event import Event, Member
from transforms.frames.event_parts import city_spans, divide, led, of_the_latter, split
from transforms.frames.event_sides import royal_party, set_roles
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Person, Scene


class EventFinder:
    """Walks through an article sentence by sentence and files each contact clause under its event."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.events: list[Event] = []
        self._current: Event | None = None
        self._moved: dict[int, Cited[str]] = {}  # unmarked officials found to be of the state visited
        self._retold = False  # a cabinet's communiqué has begun: what follows is news of others
        self._spoke: list[Person] = []  # officials of the sentence before, who speak where "this came during" follows
        self._topic: Person | None = None  # whom "he" means: the first official of the sentence before
        self._announced: tuple[Scene, int] | None = None  # where meetings were announced, and whose
        self._own: Person | None = None  # the outlet's own official told last
        self._lexicon = load(analysis.lang)
        self._reader = ClauseReader(analysis, self._lexicon)
        self._lists = AttendanceReader(analysis, self._lexicon)

    def find(self) -> list[Event]:
        """All events in the order in which they are first told."""
        for scene in self._analysis.scenes:
            self._read(scene)
        return self.events

    def _read(self, scene: Scene) -> None:
        self._retold |= bool(scene.of("recap_opens"))
        clauses = [] if self._retold else self._reader.read(scene, self._spoken_of(scene))
        told = False
        for clause in clauses:
            event = self._file(clause)
            told |= event is not None
        if clauses and not told:
            self._announce(scene, clauses)
        self._lists.heads(scene, self._current)
        if not told and any(c.separate and c.cue.entry.attrs.get("verb") for c in clauses):
            self._current = None  # «من جهة ثانية اجتمع …» with somebody out of scope: what follows is about them
        target = self._current
        if not told:
            target = None if any(map(is_private, clauses)) else self._visit_of(self._referred(scene) or self._current)
        if target is not None:
            listed = told or not self._turns_away(scene)
            for event in self._attended(scene, target):  # «وجرى خلال اللقاءين»: both
                if scene.sentence.index not in event.scenes:
                    event.scenes.append(scene.sentence.index)
                if listed:
                    self._lists.file(scene, event, told)
            if not told:
                divide(self.events, scene)
        leads = [p for p in scene.people if p.key >= 0 and in_scope(self._analysis, p)]
        self._spoke = leads or self._spoke
        met = [p for c in clauses for p in c.people] if told else []
        self._own = next((p for p in met if party_of(self._analysis, p) == (self._analysis.home or "")), self._own)
        spoken_of = self._topic is not None and any(self._topic in c.subjects for c in clauses)
        self._topic = leads[0] if leads and not spoken_of else self._topic

    def _announce(self, scene: Scene, clauses: Sequence[Clause]) -> None:
        """Keep a sentence that says that somebody met others, whom the next ones name: it holds the place and day."""
        leads = [p.key for c in clauses for p in c.subjects if p.key >= 0 and in_scope(self._analysis, p)]
        self._announced = (scene, leads[0]) if leads and (scene.places or scene.times) else self._announced

    def _visit_of(self, event: Event | None) -> Event | None:
        """The talks of the visit that a welcome, a farewell or a banquet belongs to: its delegation sat there."""
        if event is None or not event.secondary:
            return event
        talks = [e for e in self.events if not e.secondary and set(event.sides) <= set(e.sides)]
        return next((e for e in reversed(talks) if set(event.members) & set(e.members)), event)

    def _spoken_of(self, scene: Scene) -> Person | None:
        """Whom "he" means; a style such as «سموه», «معاليه» is rather the outlet's own official, told last."""
        styles = self._lexicon.words.get("pronoun_styles", frozenset())
        styled = any(t.low in styles for t in scene.sentence.tokens[:8])
        return self._own or self._topic if styled else self._topic

    def _turns_away(self, scene: Scene) -> bool:
        """Whether a sentence opens other business, so that who attends it attends something else."""
        opens = any(h.first == 0 and h.last - h.first > 1 for h in scene.of("separate"))
        return opens and not scene.of("contact")

    def _attended(self, scene: Scene, target: Event) -> list[Event]:
        """The events that a list is for: one, or all of one lead where the sentence says so."""
        if not scene.of("all_events"):
            return [target]
        lead = self._lead(target)
        same = [e for e in self.events if lead is not None and lead.key in e.members]
        return same or [target]

    def _file(self, clause: Clause) -> Event | None:
        """The event a clause tells of: a known one, a new one, or none."""
        if clause.cue.entry.attrs.get("farewell"):
            return self._seen_off(clause)
        clause = led(clause, self._lead(self._current) if self._current is not None else None, self._analysis)
        if spans := city_spans(clause, self._lexicon):
            return self._file_apart(clause, spans)
        states = [party_of(self._analysis, p) for p in clause.objects]
        groups = split(clause, self._current is not None, states, self._lexicon)
        filed = [event for people in groups if (event := self._file_one(clause, people)) is not None]
        if len(filed) > 1 and (latter := of_the_latter(clause, self._lexicon)) is not None:
            for event in filed[:-1]:
                event.others.setdefault(clause.scene.sentence.index, []).append(latter)
        return filed[-1] if filed else None

    def _file_apart(self, clause: Clause, spans: Sequence[tuple[int, int]]) -> Event | None:
        """One event for each city in which somebody was met: "met A in Berlin on Monday and B in Rome on Tuesday"."""
        event = None
        for first, stop in spans:
            met = [p for p in clause.objects if first <= p.first < stop]
            found = self._file_one(clause, [*clause.subjects, *met])
            if found is not None:
                event = found
                event.others[clause.scene.sentence.index] = [span for span in spans if span != (first, stop)]
        return event

    def _seen_off(self, clause: Clause) -> Event | None:
        """A welcome or farewell: the visitor, the first of those who came as host, the others as delegates."""
        people = [p for p in clause.objects if p.key >= 0]
        named = clause.cue.entry.attrs["farewell"] == "named"
        if named and people and people[0].first - clause.cue.last > 4:
            return None  # «كان في استقبال الطائرة …»
        guest = people[0] if named and people else self._topic
        came = people[1:] if named else people
        if guest is None or guest.key < 0 or not came:
            return None
        event = self._current
        if event is None or guest.key not in event.members or not event.secondary:
            others = [p for p in came if party_of(self._analysis, p) not in (None, party_of(self._analysis, guest))]
            met = replace(clause, pattern="guest_first", subjects=[guest], objects=others[:1] or came[:1])
            event = self._file_one(met, met.people)
            came = [p for p in came if p not in met.objects]
        royals = [p for p in clause.scene.people if p.first > clause.cue.last and p.key >= 0 and p not in people]
        for person in [*royals, *came] if event is not None and event.secondary else ():
            party = self._analysis.cast[person.key].party or royal_party(self._analysis, person)
            if event is not None and party is not None and party.value in event.sides:
                event.members.setdefault(person.key, Member(person, party, delegate=True))
        if event is not None and clause.scene.sentence.index not in event.scenes:
            event.scenes.append(clause.scene.sentence.index)
        return event

    def _file_one(self, clause: Clause, people: list[Person]) -> Event | None:
        sides = self._sides(clause, people)
        if len(sides) < 2 and clause.scene.of("said_during"):
            known = {p.key for p in people}
            people = [*(p for p in self._spoke if p.key not in known), *people]
            sides = self._sides(clause, people)
        if len(sides) < 2 and (clause.cue.entry.attrs.get("verb") or clause.subjects):
            sides = self._abroad(people, sides)
        if len(sides) < 2:
            if self._own_affair(clause, people):
                return None
            inherited = self._inherit(clause, people, sides)
            if inherited is None:
                return self._reference(clause, people, sides)
            people = [inherited, *people]
            sides = self._sides(clause, people)
            if len(sides) < 2:
                return self._reference(clause, people, sides)
        named = {p.key: p for p in people if p.key >= 0 and self._analysis.cast[p.key].name is not None}
        event = next((e for e in reversed(self.events) if self._same(e, named, sides, clause)), None)
        if event is None:
            if not named and (clause.cue.entry.attrs.get("visit") or not took_place(clause)):
                return None
            held = dated_or_held(clause, self._lexicon.words["after_words"]) or self._reader.joins_others(clause.scene)
            if clause.cue.entry.attrs.get("noun") and not held:
                return None
            event = self._opened_by(clause, people, named)
        event.clauses.append(clause)
        for key, person in named.items():
            cite = self._moved.get(key) or sides.get(party_of(self._analysis, person) or "")
            if cite is None:  # he stands on no side of this meeting
                continue
            member = event.members.get(key)
            if member is None or (member.delegate and event.clause is clause):
                event.members[key] = Member(person, cite, delegate=member is not None and member.delegate)
        for code, cite in sides.items():
            event.sides.setdefault(code, cite)
        set_roles(self._analysis, event, clause, people)
        if clause.scene.sentence.index not in event.scenes:
            event.scenes.append(clause.scene.sentence.index)
        self._current = event
        return event

    def _opened_by(self, clause: Clause, people: Sequence[Person], named: dict[int, Person]) -> Event:
        """A new event, told by a clause for the first time."""
        event = Event(clause, separate=clause.separate and bool(self.events))
        event.lead = next((p for p in people[:1] if p.key >= 0), None)
        event.same_day = bool(clause.scene.of("same_day"))
        if self._announced is not None and self._announced[1] in named:
            event.announced = self._announced[0]
        self.events.append(event)
        return event

    def _sides(self, clause: Clause, people: Sequence[Person]) -> dict[str, Cited[str]]:
        sides: dict[str, Cited[str]] = {}
        for person in people:
            party = self._analysis.party(person)
            if party is not None:
                sides.setdefault(party.value, party)
        for bare in clause.parties:
            sides.setdefault(bare.code, Cited(bare.code, bare.start, bare.end, f"party.{bare.basis}"))
        return sides

    def _inherit(self, clause: Clause, people: Sequence[Person], sides: dict[str, Cited[str]]) -> Person | None:
        """The subject that a clause leaves out: «كما التقى السفير الفرنسي», "he also met the ambassador"."""
        beside = clause.scene.sentence.tokens[clause.cue.last : clause.cue.last + 1]
        if any(token.low in self._lexicon.words["the_latter"] for token in beside):
            return None  # «التقى الأخير مع نظيره»: somebody else than the lead
        faced = self._faced(people, sides)
        if faced is not None:
            return faced
        attrs = clause.cue.entry.attrs
        further = attrs.get("anaphor") or (attrs.get("noun") and clause.separate)  # "A separate talk took place with"
        if not people or not (attrs.get("verb") or further):
            return None
        if self._current is None:
            return self._opened(clause, people, sides)
        if attrs.get("signing") or attrs.get("visit") or attrs.get("chair") or clause.pattern == "chair":
            return None
        lead = self._lead(self._current)
        if lead is None or party_of(self._analysis, lead) in sides or lead.key in {p.key for p in people}:
            return None
        return lead

    def _opened(self, clause: Clause, people: Sequence[Person], sides: dict[str, Cited[str]]) -> Person | None:
        """Whose meetings the sentence before announced: "X held several meetings. At the meeting with Y, …"."""
        topic, attrs = self._topic, clause.cue.entry.attrs
        if topic is None or topic.key < 0 or clause.subjects or attrs.get("visit") or attrs.get("signing"):
            return None
        announced = self._analysis.scenes[clause.scene.sentence.index - 1].of("contact")
        other = party_of(self._analysis, topic)
        fits = other is not None and other not in sides and topic.key not in {p.key for p in people}
        return topic if announced and fits else None

    def _faced(self, people: Sequence[Person], sides: dict[str, Cited[str]]) -> Person | None:
        """Whom a counterpart faces where the sentence leaves him out: «وبعد لقاء جمعه مع نظيره العراقي»."""
        topic = self._topic
        if topic is None or topic.key < 0 or not people or not people[0].counterpart:
            return None
        other = party_of(self._analysis, topic)
        known = {p.key for p in people}
        return topic if other is not None and other not in sides and topic.key not in known else None

    def _abroad(self, people: Sequence[Person], sides: dict[str, Cited[str]]) -> dict[str, Cited[str]]:
        """Unmarked officials whom a visitor meets are of the state he visits, not of his own."""
        event = self._current
        place = self._analysis.dateline_city
        if event is None and place is not None and place.country is not None:
            return self._visited(people, sides, place.country)
        ground = place.country if place is not None else self._toured()
        if event is None or ground is None or ground not in event.sides:
            return sides
        visitors = [p for p in people if p.key in event.members and event.members[p.key].party.value != ground]
        known = {key for e in self.events for key in e.members}
        locals_ = [p for p in people if p.key >= 0 and p.key not in known]
        for person in locals_:
            party = self._analysis.cast[person.key].party
            if visitors and party is not None and party.rule == "derived.home" and person.party is None:
                sides = {**sides, ground: replace(party, value=ground, rule="derived.visited")}
                self._moved[person.key] = sides[ground]
        return sides

    def _toured(self) -> str | None:
        """The state that the report's first sentence says somebody visits, not the outlet's own."""
        scene = self._analysis.scenes[0]
        spots = [p for h in scene.of("arrival") for p in scene.places if 0 <= p.first - h.last <= 2 and p.country]
        return next((p.country for p in spots if p.country != self._analysis.home), None)

    def _visited(self, people: Sequence[Person], sides: dict[str, Cited[str]], ground: str) -> dict[str, Cited[str]]:
        """Of two unmarked ministers who meet abroad the first is the outlet's own, the second of the state visited."""
        named = [p for p in people if p.key >= 0 and self._analysis.cast[p.key].name is not None]
        if len(named) != 2 or ground == self._analysis.home or ground in sides:
            return sides
        party = self._analysis.cast[named[1].key].party
        if party is None or party.rule != "derived.home" or named[1].party is not None:
            return sides
        self._moved[named[1].key] = replace(party, value=ground, rule="derived.visited")
        return {**sides, ground: self._moved[named[1].key]}

    def _own_affair(self, clause: Clause, people: Sequence[Person]) -> bool:
        """Whether somebody's further business of the day is told, with nobody from abroad in it."""
        verb = clause.cue.entry.attrs.get("verb") and not clause.cue.entry.attrs.get("light")
        plural = [h for h in clause.scene.of("counterpart", "group") if not titled(h, clause.scene)]
        if not (clause.separate and verb) or plural:
            return False
        objects = [p for p in clause.objects if p not in clause.subjects]
        foreign = {party_of(self._analysis, p) for p in objects}
        subject = {party_of(self._analysis, p) for p in clause.subjects[:1]}
        outsiders = [p for p in clause.scene.people if not in_scope(self._analysis, p) and p.first > clause.cue.first]
        foreign |= {p.code for p in clause.parties}
        return bool(outsiders) or (bool(clause.subjects) and foreign <= subject)

    def _lead(self, event: Event) -> Person | None:
        """The one whose day the report tells: the subject of the event's first clause."""
        people = event.clause.people
        return event.lead or next((p for p in people if p.key >= 0), None)

    def _reference(self, clause: Clause, people: Sequence[Person], sides: dict[str, Cited[str]]) -> Event | None:
        """A clause with one side or none refers to an event already told."""
        event = self._referred(clause.scene) or self._current
        if event is None or is_private(clause):
            return None
        keys = {p.key for p in people if p.key >= 0}
        if clause.pattern == "chair" or clause.cue.entry.attrs.get("chair"):
            self._lead_delegation(clause, event, people)
        elif keys and not keys & set(event.members):
            return None
        if not clause.secondary:
            event.clauses.append(replace(clause, form=event.form if clause.form == "in_person" else clause.form))
        self._current = event
        if clause.scene.sentence.index not in event.scenes:
            event.scenes.append(clause.scene.sentence.index)
        return event

    def _lead_delegation(self, clause: Clause, event: Event, people: Sequence[Person]) -> None:
        """Who leads a delegation to a meeting already told takes part in it: «ويرأس وفد المملكة إلى الاجتماع»."""
        for person in people:
            full, party = self._analysis.full(person), self._analysis.party(person)
            if person.key < 0 or full.name is None or party is None or person.key in event.members:
                continue
            if party.value not in event.sides:
                if not event.of_organisation:
                    continue
                event.sides[party.value] = party
            event.members[person.key] = Member(person, party, delegate=False)

    def _referred(self, scene: Scene) -> Event | None:
        """The event whose people a sentence names: "The meeting with the Paraguayan ambassador dealt with …"."""
        keys = {p.key for p in scene.people if p.key >= 0}
        if len(self.events) < 2:
            return None
        if not keys:
            codes = {p.code for p in scene.parties if p.basis == "demonym"}
            shared = set.intersection(*(set(e.sides) for e in self.events))
            fitting = [e for e in self.events if codes & (set(e.sides) - shared)]
            return fitting[0] if len(fitting) == 1 and scene.of("contact") else None
        scored = [
            (len(keys & {k for k, m in e.members.items() if not m.delegate}), n) for n, e in enumerate(self.events)
        ]
        best = max(scored)
        return self.events[best[1]] if best[0] and [s for s, _ in scored].count(best[0]) == 1 else None

    def _same(self, event: Event, named: dict[int, Person], sides: dict[str, Cited[str]], clause: Clause) -> bool:
        """Whether a clause with two sides tells of a known event."""
        if not event.members and set(sides) & set(event.sides) and clause.cue.entry.attrs.get("chair"):
            return True
        if (clause.form == "in_person") != (event.form == "in_person"):
            return False
        retold = set(event.members) <= set(named) and len(event.sides) > 1 and set(event.sides) <= set(sides)
        if retold and not clause.separate and clause.scene.sentence.index - event.clause.scene.sentence.index == 1:
            return True  # "Water ministers of Egypt and Sudan ended talks. Egypt's X and Sudan's Y met under …"
        signing = bool(clause.cue.entry.attrs.get("signing")) and not set(named) <= set(event.members)
        if clause.secondary and not signing and set(named) & set(event.members) and set(sides) <= set(event.sides):
            return clause.cue.entry.attrs.get("secondary") is None or set(named) <= set(event.members)
        shared = set(named) & set(event.members)
        if any(h.entry.value == "apart" and h.last <= clause.cue.first for h in clause.scene.of("separate")):
            return False  # "Before the plenary, the two ministers had breakfast"
        if clause.separate and named and set(sides) < set(event.sides) and not clause.secondary:
            return False
        for code in sides:
            if code not in event.sides:
                return False
            new = {k for k, p in named.items() if self._side(k, p) == code}
            known = event.principals(code)
            if clause.separate and not known:
                known = {k for k, m in event.members.items() if m.party.value == code}
            if new and known and not new & (known | {k for k, m in event.members.items() if m.delegate}):
                return False
        if not named:
            return set(sides) == set(event.sides) and not clause.separate
        return bool(shared) or not event.members

    def _side(self, key: int, person: Person) -> str | None:
        """The side somebody is found to stand on, else his own."""
        moved = self._moved.get(key)
        return moved.value if moved is not None else party_of(self._analysis, person)
