"""Finds the meetings an article tells of, one event an occasion, from its contact clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.frames.clauses import Clause, contact_cues, in_scope, party_of, real
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.cast import name_parts
from transforms.mentions.model import Analysis, Cited, Party, Person, Scene
from transforms.vocabulary import Office

_FORM_ORDER = ("video", "call", "in_person")


@dataclass(slots=True)
class Member:
    """Someone at an event: the mention that says so, the party represented, and whether only accompanying."""

    person: Person
    party: Cited[str]
    delegate: bool = False


@dataclass(slots=True)
class Event:
    """One occasion: who met, and the sentences that tell of it."""

    clause: Clause
    members: dict[int, Member] = field(default_factory=dict)  # by index in the cast
    sides: dict[str, Cited[str]] = field(default_factory=dict)  # parties without a named person too
    clauses: list[Clause] = field(default_factory=list)
    scenes: list[int] = field(default_factory=list)
    others: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # parts of scenes that tell of another event
    host: str | None = None  # party code
    visitor: str | None = None
    same_day: bool = False
    separate: bool = False

    @property
    def secondary(self) -> bool:
        return all(c.secondary for c in self.clauses)

    @property
    def form(self) -> str:
        forms = {c.form for c in self.clauses}
        return next((f for f in _FORM_ORDER if f in forms), "in_person")

    def principals(self, party: str) -> set[int]:
        return {k for k, m in self.members.items() if m.party.value == party and not m.delegate}


class EventFinder:
    """Walks through an article sentence by sentence and files each contact clause under its event."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.events: list[Event] = []
        self._current: Event | None = None
        self._retold = False  # a cabinet's communiqué has begun: what follows is news of others
        self._topic: Person | None = None  # whom "he" means: the first official of the sentence before
        self._lexicon = load(analysis.lang)

    def find(self) -> list[Event]:
        """All events in the order in which they are first told."""
        for scene in self._analysis.scenes:
            self._read(scene)
        return self.events

    # -- one sentence

    def _read(self, scene: Scene) -> None:
        self._retold |= bool(scene.of("recap_opens"))
        clauses = [] if self._retold else self._clauses(scene)
        told = False
        for clause in clauses:
            event = self._file(clause)
            told |= event is not None
        target = self._current
        if not told:
            target = self._referred(scene) or self._current
        if target is not None:
            if scene.sentence.index not in target.scenes:
                target.scenes.append(scene.sentence.index)
            self._attendance(scene, target, told)
            self._divide(scene, told)
        leads = [p for p in scene.people if p.key >= 0 and in_scope(self._analysis, p)]
        self._topic = leads[0] if leads else self._topic

    def _clauses(self, scene: Scene) -> list[Clause]:
        """The contact clauses of a sentence. A further verb with people after it opens another."""
        if scene.of("not_contact") and not any(h.entry.attrs.get("verb") for h in contact_cues(scene)):
            return []
        future = self._future(scene)
        cues = [h for h in contact_cues(scene) if real(scene, h, future)]
        if not cues:
            return []
        people = self._sides_people(scene)
        heads = self._heads(scene, cues, people)
        if not heads:
            return []
        out: list[Clause] = []
        start = 0
        for n, cue in enumerate(heads):
            stop = heads[n + 1].first if n + 1 < len(heads) else len(scene.sentence.tokens)
            stop = self._attend_start(scene, cue.last, stop)
            before = [p for p in people if start <= p.first and p.first < cue.first]
            after = [p for p in people if cue.first <= p.first < stop and p.last > cue.last]
            after = self._before_aside(scene, cue, after)
            if n and not after and not before:
                continue
            if cue.entry.value == "host_first" and not after and not self._bare_sides(scene, cue, cue.last, stop):
                if not cue.entry.attrs.get("secondary") and before:
                    continue  # "the forum hosted by her country": nobody is received
            clause = self._clause(scene, cue, cues, before, after, start, stop)
            if out and not before:
                clause.subjects = clause.subjects or out[0].subjects[:1] or out[0].objects[:1]
            out.append(clause)
            start = stop
        return out

    def _future(self, scene: Scene) -> list[int]:
        """Verbs in the future by their form, where the language has one."""
        particle = self._lexicon.morphology.future
        if not particle:
            return []
        common, given = self._lexicon.words["common"], self._lexicon.words["given_names"]
        held = {i for p in scene.people if p.name for i in range(p.first, p.last)}
        found = []
        for i, token in enumerate(scene.sentence.tokens):
            low = token.low
            for _, stem in self._lexicon.morphology.splits(low):
                rest = stem[1:]
                verb = stem[0] == particle and len(stem) > 4 and rest[0] in "يت" and stem not in given
                if verb and i not in held and (stem not in common or rest in common):
                    found.append(i)
                    break
        return found

    def _heads(self, scene: Scene, cues: Sequence[Hit], people: Sequence[Person]) -> list[Hit]:
        """The cues that open clauses: verbs, light verbs with their noun, nouns with people of two sides after them."""
        listed = [h for h in scene.of("attend")]
        nouns = [h for h in cues if not h.entry.attrs.get("verb") and h.entry.attrs.get("form") != "video"]
        nouns = [h for h in nouns if not any(0 <= h.first - a.last <= 3 or a.first <= h.first < a.last for a in listed)]
        heads: list[Hit] = []
        instruments = scene.of("instrument")
        cues = [
            h
            for h in cues
            if not h.entry.attrs.get("signing") or any(-3 <= i.first - h.last <= 18 for i in instruments)
        ]
        ordered = sorted(cues, key=lambda h: (h.first, -h.last))
        for cue in ordered:
            attrs = cue.entry.attrs
            if attrs.get("light") and not attrs.get("chair") and cue.entry.value != "talks":
                following = next((h for h in ordered if h.first > cue.last and not (h.entry.attrs.get("light"))), None)
                if following is None or following.entry.attrs.get("verb"):
                    continue
            elif not attrs.get("verb") and not attrs.get("secondary"):
                continue
            if not heads or cue.first >= heads[-1].last:
                heads.append(cue)
        chairs = [h for h in heads if h.entry.attrs.get("chair") or h.entry.value == "chair"]
        heads = [h for h in heads if h not in chairs[1:]]
        strong = [h for h in heads if h.entry.value not in ("talks", "chair") and not h.entry.attrs.get("chair")]
        heads = [h for h in heads if h in strong or not strong]
        if listed and not strong:
            return [h for h in heads if h.entry.attrs.get("chair") or h.entry.value == "chair"]
        between = self._lexicon.words["between"]
        for noun in list(nouns):
            words = {t.low for t in scene.sentence.tokens[noun.last : noun.last + 4]}
            if noun.entry.attrs.get("anaphor") and not words & between and not self._particled(scene, noun):
                nouns.remove(noun)
                continue
            sides = {party_of(self._analysis, p) for p in people if 0 <= p.first - noun.last <= 12}
            if len(sides) > 1 and not any(h.first < noun.first <= h.last + 14 for h in strong):
                heads.append(noun)
        if not heads:
            videos = [h for h in cues if h.entry.attrs.get("form") in ("video", "call")]
            heads = nouns[:1] or videos[:1]
        return sorted(heads, key=lambda h: h.first)

    def _particled(self, scene: Scene, noun: Hit) -> bool:
        """Whether a relative clause with a verb of contact follows: «الاجتماع الذي عقد أمس»."""
        return any(0 <= h.first - noun.last <= 1 for h in scene.of("relative"))

    def _clause(
        self,
        scene: Scene,
        cue: Hit,
        cues: Sequence[Hit],
        before: list[Person],
        after: list[Person],
        start: int,
        stop: int,
    ) -> Clause:
        attrs = cue.entry.attrs
        nearby = [h for h in cues if start <= h.first < max(stop, cue.last)]
        nearby += [h for h in cues if h.entry.attrs.get("form") == "video"]
        forms = {str(h.entry.attrs.get("form", "in_person")) for h in [cue, *nearby]}
        form = next(f for f in _FORM_ORDER if f in forms)
        pattern = cue.entry.value
        words = [t.low for t in scene.sentence.tokens[max(0, cue.first - 2) : cue.first]]
        if pattern == "host_first" and any(w in self._lexicon.words["passive_auxiliaries"] for w in words):
            pattern = "guest_first"
        if not before and any(w in self._lexicon.words["pronouns"] for w in words) and self._topic is not None:
            before = [self._topic]
        clause = Clause(scene, cue, form, pattern, before, after, secondary=bool(attrs.get("secondary")), stop=stop)
        clause.secondary |= bool(attrs.get("signing")) or bool(attrs.get("visit"))
        clause.separate = any(h.first < stop for h in scene.of("separate"))
        clause.parties = self._bare_sides(scene, cue, start, stop)
        return clause

    def _before_aside(self, scene: Scene, cue: Hit, after: list[Person]) -> list[Person]:
        """Of the people after a cue those before a relative clause, once two sides are named."""
        for hit in scene.of("relative"):
            first = [p for p in after if p.first < hit.first]
            if hit.first > cue.last and len({party_of(self._analysis, p) for p in first}) > 1:
                return first
        return after

    def _attend_start(self, scene: Scene, start: int, stop: int) -> int:
        starts = [h.first for h in scene.of("attend") if start <= h.first < stop]
        return min(starts, default=stop)

    def _sides_people(self, scene: Scene) -> list[Person]:
        """Officials of the sentence that may be sides: in scope, with a party, no senders of greetings."""
        noise = scene.of("sender")
        chained: list[Hit] = []  # a sender's list goes on: "greetings of the King and the Crown Prince"
        out: list[Person] = []
        for person in scene.people:
            reached = [h for h in noise if 0 <= person.first - h.last <= 2 or h.first < person.first < h.last]
            reached += [h for h in chained if 0 <= person.first - h.last <= 6 and h not in reached]
            if reached:
                chained = [replace_hit(reached[0], person.last)]
                continue
            if in_scope(self._analysis, person) and party_of(self._analysis, person):
                out.append(person)
        return out

    def _bare_sides(self, scene: Scene, cue: Hit, start: int, stop: int) -> list[Party]:
        """Sides named without a person: "a Japanese delegation", «الجانب الكازاخستاني», "Russian-Egyptian consultations"."""
        found: list[Party] = []
        session = any(
            h.entry.value == "session" or h.entry.attrs.get("noun")
            for h in scene.of("contact")
            if start <= h.first <= stop
        )
        for party in scene.parties:
            if not start <= party.first < stop:
                continue
            if any(p.first <= party.first < p.last for p in scene.people):
                continue
            beside = any(-3 <= party.first - h.last <= 1 or 0 <= h.first - party.last <= 2 for h in scene.of("side"))
            session_near = any(
                h.entry.value == "session" or min(abs(h.first - party.last), abs(party.first - h.last)) <= 3
                for h in scene.of("contact")
                if h.entry.attrs.get("noun")
            )
            joint = (
                session
                and session_near
                and party.basis in ("demonym", "country", "organisation")
                and self._joint(scene, party, cue)
            )
            if beside or joint:
                found.append(party)
        return found

    def _joint(self, scene: Scene, party: Party, cue: Hit) -> bool:
        """Whether a party is one of two named together right beside the noun: "the Kuwaiti-Omani joint committee"."""
        pair = [
            p
            for p in scene.parties
            if p is not party and min(abs(p.first - party.last), abs(party.first - p.last)) <= 2
        ]
        cues = scene.of("contact")
        near = min(min(abs(h.first - party.last), abs(party.first - h.last)) for h in cues) <= 6
        return bool(pair) and near and all(p.basis == party.basis for p in pair[:1])

    # -- filing

    def _file(self, clause: Clause) -> Event | None:
        """The event a clause tells of: a known one, a new one, or none."""
        groups = self._split(clause)
        event = None
        for people in groups:
            event = self._file_one(clause, people) or event
        return event

    def _split(self, clause: Clause) -> list[list[Person]]:
        """Objects met separately are met on separate occasions."""
        marks = [h for h in clause.scene.of("separately") if h.first < clause.stop]
        objects = clause.objects
        if not marks or len(objects) < 2:
            return [clause.people]
        subjects = clause.subjects
        if not subjects:
            subjects, objects = objects[:1], objects[1:]
        mark = marks[0]
        first = [p for p in objects if p.last <= mark.first]
        second = [p for p in objects if p.first >= mark.last]
        if first and second and mark.first > clause.cue.last:
            return [[*subjects, *first], [*subjects, *second]]
        return [[*subjects, person] for person in objects]

    def _file_one(self, clause: Clause, people: list[Person]) -> Event | None:
        sides = self._sides(clause, people)
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
            if not named and (clause.cue.entry.attrs.get("visit") or not self._took_place(clause)):
                return None
            if clause.cue.entry.attrs.get("noun") and not self._dated_or_held(clause):
                return None
            event = Event(clause, separate=clause.separate)
            event.same_day = bool(clause.scene.of("same_day"))
            self.events.append(event)
        event.clauses.append(clause)
        for key, person in named.items():
            cite = sides[party_of(self._analysis, person) or ""]
            member = event.members.get(key)
            if member is None or (member.delegate and event.clause is clause):
                event.members[key] = Member(person, cite, delegate=member is not None and member.delegate)
        for code, cite in sides.items():
            event.sides.setdefault(code, cite)
        self._roles(event, clause, people)
        if clause.scene.sentence.index not in event.scenes:
            event.scenes.append(clause.scene.sentence.index)
        self._current = event
        return event

    def _took_place(self, clause: Clause) -> bool:
        """Whether a meeting told without names is said to have been held, and not put off or announced."""
        scene = clause.scene
        return bool(scene.of("held")) and not scene.of("contact_planned", "negation") and not clause.secondary

    def _dated_or_held(self, clause: Clause) -> bool:
        """Whether a noun of contact comes with a verb of holding, a day, or words that name its sides as having met."""
        scene = clause.scene
        light = any(h.entry.attrs.get("light") for h in scene.of("contact"))
        before = {t.low for t in scene.sentence.tokens[max(0, clause.cue.first - 2) : clause.cue.first]}
        if before & self._lexicon.words["after_words"]:
            return True
        return light or bool(scene.of("held")) or bool(scene.times) or clause.form != "in_person"

    def _sides(self, clause: Clause, people: Sequence[Person]) -> dict[str, Cited[str]]:
        sides: dict[str, Cited[str]] = {}
        for person in people:
            full = self._analysis.cast[person.key] if person.key >= 0 else person
            party = person.party or full.party
            if party is not None:
                sides.setdefault(party.value, party)
        for bare in clause.parties:
            sides.setdefault(bare.code, Cited(bare.code, bare.start, bare.end, f"party.{bare.basis}"))
        return sides

    def _inherit(self, clause: Clause, people: Sequence[Person], sides: dict[str, Cited[str]]) -> Person | None:
        """The subject that a clause leaves out: «كما التقى السفير الفرنسي», "he also met the ambassador"."""
        if self._current is None or not people or not clause.cue.entry.attrs.get("verb"):
            return None
        attrs = clause.cue.entry.attrs
        if attrs.get("signing") or attrs.get("visit") or attrs.get("chair") or clause.pattern == "chair":
            return None
        lead = self._lead(self._current)
        if lead is None or party_of(self._analysis, lead) in sides or lead.key in {p.key for p in people}:
            return None
        return lead

    def _own_affair(self, clause: Clause, people: Sequence[Person]) -> bool:
        """Whether somebody's further business of the day is told, with nobody from abroad in it."""
        verb = clause.cue.entry.attrs.get("verb") and not clause.cue.entry.attrs.get("light")
        if not (clause.separate and verb) or clause.scene.of("counterpart", "group"):
            return False
        objects = [p for p in clause.objects if p not in clause.subjects]
        foreign = {party_of(self._analysis, p) for p in objects}
        subject = {party_of(self._analysis, p) for p in clause.subjects[:1]}
        outsiders = [p for p in clause.scene.people if not in_scope(self._analysis, p) and p.first > clause.cue.first]
        return bool(outsiders) or (bool(clause.subjects) and foreign <= subject and not clause.parties)

    def _lead(self, event: Event) -> Person | None:
        """The one whose day the report tells: the subject of the event's first clause."""
        people = event.clause.people
        return next((p for p in people if p.key >= 0), None)

    def _reference(self, clause: Clause, people: Sequence[Person], sides: dict[str, Cited[str]]) -> Event | None:
        """A clause with one side or none refers to an event already told."""
        event = self._referred(clause.scene) or self._current
        if event is None:
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
            full = self._analysis.cast[person.key] if person.key >= 0 else person
            party = person.party or full.party
            if person.key < 0 or full.name is None or party is None or person.key in event.members:
                continue
            if party.value not in event.sides:
                if not any(len(code) > 2 for code in event.sides):
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
        if clause.secondary and set(named) & set(event.members) and set(sides) <= set(event.sides):
            return clause.cue.entry.attrs.get("secondary") is None or set(named) <= set(event.members)
        shared = set(named) & set(event.members)
        if clause.separate and named and set(sides) < set(event.sides) and not clause.secondary:
            return False
        for code in sides:
            if code not in event.sides:
                return False
            new = {k for k, p in named.items() if party_of(self._analysis, p) == code}
            known = event.principals(code)
            if new and known and not new & (known | {k for k, m in event.members.items() if m.delegate}):
                return False
        if not named:
            return set(sides) == set(event.sides) and not clause.separate
        return bool(shared) or not event.members

    def _roles(self, event: Event, clause: Clause, people: Sequence[Person]) -> None:
        """Who receives and who is received, where the verb says so."""
        if event.host is not None or len(people) < 2:
            return
        subject = clause.subjects[0] if clause.subjects else people[0]
        first = party_of(self._analysis, subject)
        others = [party_of(self._analysis, p) for p in people if party_of(self._analysis, p) != first]
        if not others:
            return
        if clause.pattern == "host_first":
            event.host, event.visitor = first, others[0]
        elif clause.pattern == "guest_first":
            event.host, event.visitor = others[0], first

    def _divide(self, scene: Scene, told: bool) -> None:
        """Part a sentence about several events at its semicolons: "With the Minister …; with the Chairman …"."""
        cuts = [i for i, t in enumerate(scene.sentence.tokens) if t.text in ";؛"]
        if not cuts or told or len(self.events) < 2:
            return
        edges = [0, *cuts, len(scene.sentence.tokens)]
        parts = list(zip(edges, edges[1:], strict=False))
        owners = [self._owner(scene, start, stop) for start, stop in parts]
        if len({id(o) for o in owners if o is not None}) < 2:
            return
        for owner in [o for o in owners if o is not None]:
            if scene.sentence.index not in owner.scenes:
                owner.scenes.append(scene.sentence.index)
            owner.others[scene.sentence.index] = [p for p, o in zip(parts, owners, strict=True) if o is not owner]

    def _owner(self, scene: Scene, start: int, stop: int) -> Event | None:
        """The one event whose own people a part of a sentence names."""
        keys = {p.key for p in scene.people if p.key >= 0 and start <= p.first < stop}
        everywhere = set.intersection(*(set(e.members) for e in self.events[-2:]))
        fitting = [e for e in self.events if (keys - everywhere) & set(e.members)]
        return fitting[-1] if fitting else None

    # -- who else was there

    def _attendance(self, scene: Scene, event: Event, told: bool) -> None:
        """File the people of an attendance list under their side of the event."""
        cuts = [i for i, t in enumerate(scene.sentence.tokens) if t.text in ";؛"]
        edges = [0, *cuts, len(scene.sentence.tokens)]
        for start, stop in zip(edges, edges[1:], strict=False):
            hits = [h for h in scene.of("attend") if start <= h.first < stop and not h.prefix.endswith("ل")]
            if hits:
                self._list(scene, event, told, hits[0], start, stop)

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
            listed = after
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
                if not any(len(code) > 2 for code in event.sides) or party.rule == "derived.home":
                    continue  # only an organisation's meeting takes in the states of officials named one by one
                event.sides[party.value] = party
            event.members[person.key] = Member(person, party, delegate=True)
            previous = party.value

    def _subject_list(self, scene: Scene, cue: Hit, people: Sequence[Person]) -> bool:
        """Whether the list comes before its verb: "A and B took part", "Ambassador of Kenya X attended"."""
        before = [p for p in people if p.last <= cue.first]
        after = [p for p in people if p.first >= cue.last]
        return bool(before) and (len(after) <= 1)

    def _delegate_party(
        self, scene: Scene, event: Event, person: Person, cue: Hit, start: int, stop: int
    ) -> Cited[str] | None:
        full = self._analysis.cast[person.key]
        own = person.party or full.party
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
            if near and (hit.first < person.first or best is None):
                party = near[0]
                best = Cited(party.code, party.start, party.end, "derived.side")
        return best


def _office_of(analysis: Analysis, key: int) -> Office | None:
    office = analysis.cast[key].office
    return office.value if office else None


def replace_hit(hit: Hit, last: int) -> Hit:
    """The same hit reaching further: "greetings of the King and the Crown Prince"."""
    return hit._replace(last=last)
