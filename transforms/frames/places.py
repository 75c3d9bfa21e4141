"""Where a meeting was held: its city and country, from its own words, the dateline, the headline or the visit."""

from collections.abc import Sequence

from transforms.frames.clauses import Clause
from transforms.frames.event import Event
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.lexicon.schema import ORGANISATIONS, STATES
from transforms.mentions.model import Analysis, Cited, Place, Scene

_CITY_STATES = {"SG": "Singapore"}
_ROUND = 8  # tokens from "a series of meetings" to where it was held


class PlaceReader:
    """Reads where the events of one article were held."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._analysis = analysis
        self._words = lexicon.words
        self._cased = lexicon.morphology.cased

    def place(self, event: Event) -> tuple[Cited[str] | None, Cited[str] | None]:
        """City and country of an event held in person."""
        if event.form != "in_person":
            return None, None
        scenes = [c.scene for c in event.clauses]
        arrived = self._arrived(event)
        if arrived is not None:
            home = self._analysis.dateline_city
            same = (
                arrived[0] is None and home is not None and arrived[1] is not None and home.country == arrived[1].value
            )
            if home is not None and same and home.city:
                return Cited(home.city, home.start, home.end, "place.dateline"), arrived[1]
            return arrived
        for clause in event.clauses:
            city = self._city(clause, event)
            if city is not None and city.city:
                return (
                    Cited(city.city, city.start, city.end, city.rule),
                    Cited(city.country, city.start, city.end, "derived.city_country") if city.country else None,
                )
        if event.announced is not None and (told := self._announced_place(event.announced)) is not None:
            return told
        found = self._series_place(event) or self._dateline_place(event, scenes)
        found = found or (None, self._country(event, scenes) or self._third(event.clause))
        found = self._titled_place() if found == (None, None) else found
        if found[0] is None and found[1] is not None:
            return _city_state(self._came_to(event, found[1].value) or found)
        return _city_state(found if found[1] is not None else self._place_before(event) or self._visited(event))

    def _place_before(self, event: Event) -> tuple[Cited[str] | None, Cited[str] | None] | None:
        """The city of the sentence before, which told what was held or signed: "It was signed by the two ministers"."""
        index = event.clause.scene.sentence.index
        before = self._analysis.scenes[index - 1] if index and not event.separate else None
        if before is None or not before.of("held", "agreement_act") or before.of("contact_planned", "background"):
            return None
        return self._announced_place(before)

    def _announced_place(self, scene: Scene) -> tuple[Cited[str] | None, Cited[str] | None] | None:
        """The city of the sentence that announced several meetings."""
        for place in scene.places:
            if place.city and self._located(scene, place) and not self._elsewhere(scene, place):
                city = Cited(place.city, place.start, place.end, place.rule)
                return city, Cited(str(place.country), place.start, place.end, "derived.city_country")
        return None

    def _series_place(self, event: Event) -> tuple[Cited[str] | None, Cited[str] | None] | None:
        """Where a round of meetings was held that one of those who met is told of before: "a series of meetings in"."""
        for scene in self._analysis.scenes[: event.clause.scene.sentence.index + 1]:
            rounds = scene.of("series")
            if not rounds or not set(event.members) & {p.key for p in scene.people}:
                continue
            for place in scene.places:
                near = 0 <= place.first - rounds[0].last <= _ROUND
                if place.city and near and self._located(scene, place) and not self._elsewhere(scene, place):
                    country = Cited(str(place.country), place.start, place.end, "derived.city_country")
                    return Cited(place.city, place.start, place.end, "place.series"), country
        return None

    def _titled_place(self) -> tuple[Cited[str] | None, Cited[str] | None]:
        """The one city that the headline places the news in, where no dateline does."""
        titled = [(scene, place) for scene in self._analysis.title_scenes for place in scene.places if place.city]
        if self._analysis.dateline_city is not None or len(titled) != 1:
            return None, None
        scene, place = titled[0]
        if not self._located(scene, place) or self._elsewhere(scene, place) or scene.of("put_off"):
            return None, None
        where = Cited(str(place.city), place.start, place.end, place.rule, "title")
        country = Cited(str(place.country), place.start, place.end, "derived.city_country", "title")
        return where, country

    def _third(self, clause: Clause) -> Cited[str] | None:
        """A third state right behind the last who met: «لقاء جمع كيري بنظيره الصيني وانغ يي في ماليزيا»."""
        last = max((p.last for p in clause.people), default=None)
        if clause.pattern == "talks":
            return None
        if last is None:
            return self._held_in(clause)
        near = [p for p in clause.scene.places if 0 < p.first - last <= 2 and p.country and not p.city]
        place = next((p for p in near if self._located(clause.scene, p)), None)
        if place is None or self._elsewhere(clause.scene, place):
            return None
        return Cited(str(place.country), place.start, place.end, place.rule)

    def _held_in(self, clause: Clause) -> Cited[str] | None:
        """A third state where a session was held: "held the 21st meeting of their council today in Luxembourg"."""
        scene, cue = clause.scene, clause.cue
        ends = [cue.last, *(h.last for h in scene.of("held", "contact")), *(t.last for t in scene.times)]
        near = [p for p in scene.places if p.country and not p.city and any(0 < p.first - end <= 2 for end in ends)]
        place = next((p for p in near if p.first > cue.first and self._located(scene, p)), None)
        if place is None or self._elsewhere(scene, place):
            return None
        return Cited(str(place.country), place.start, place.end, place.rule)

    def _came_to(self, event: Event, country: str) -> tuple[Cited[str] | None, Cited[str] | None] | None:
        """The city where one of those who met is told to have arrived, where their host received them at home."""
        keys = {p.key for p in event.clause.people}
        for scene in self._analysis.scenes:
            for hit in scene.of("arrival"):
                came = any(p.key in keys and p.first < hit.first for p in scene.people)
                near = [p for p in scene.places if 0 <= p.first - hit.last <= 6 and p.city and p.country == country]
                if came and near and not any(p.first <= near[0].first < p.last for p in scene.people):
                    place = near[0]
                    city = Cited(str(place.city), place.start, place.end, "place.visit")
                    return city, Cited(country, place.start, place.end, "derived.visit")
        return None

    def _arrived(self, event: Event) -> tuple[Cited[str] | None, Cited[str] | None] | None:
        """The place where somebody arrived before he met: «وصل إلى طهران … والتقى»."""
        scene, cue = event.clause.scene, event.clause.cue
        for hit in (h for h in scene.of("arrival") if h.last <= cue.first):
            place = next((p for p in scene.places if hit.last <= p.first < cue.first), None)
            if place is None or place.country not in event.sides or self._elsewhere(scene, place):
                continue
            if any(p.first <= place.first < p.last for p in scene.people):
                continue
            country = Cited(place.country, place.start, place.end, "derived.visit")
            return (Cited(place.city, place.start, place.end, place.rule) if place.city else None), country
        return None

    def _city(self, clause: Clause, event: Event) -> Place | None:
        """The city of a clause: behind a word of place, near its cue, and not among what was discussed."""
        scene, cue = clause.scene, clause.cue
        for place in scene.places:
            if not place.city or not self._located(scene, place) or self._elsewhere(scene, place):
                continue
            if event.is_of_other(scene.sentence.index, place.first):
                continue
            if clause is event.clause and not self._discussed(clause, place):
                return place
            held = [h for h in scene.of("held") if h.first <= place.first]
            near = place.first - cue.last <= 6 or any(place.first - h.last <= 6 for h in held)
            near |= any(cue.last <= h.first < place.first for h in scene.of("occasion"))
            if clause is not event.clause and abs(place.first - cue.last) <= 15 and near:
                return place
        return None

    def _discussed(self, clause: Clause, place: Place) -> bool:
        """Whether a place stands in the object of "discussed": far behind the last of those who did."""
        if clause.pattern != "talks" or place.first < clause.cue.first or not clause.people:
            return False
        return place.first > max(p.last for p in clause.people) + 4

    def _located(self, scene: Scene, place: Place) -> bool:
        """Whether a word of place stands before it, or is written onto it, and no name or office holds it."""
        tokens = scene.sentence.tokens
        if any(p.first <= place.first < p.last for p in scene.people):
            return False
        if any(v.first <= place.first < v.last for v in scene.of("venue")):
            return False
        cues = scene.of("contact")
        told = [h for h in scene.of("discuss") if not any(c.first <= h.first < c.last for c in cues)]
        if any(c.last <= h.first and h.last <= place.first for h in told for c in cues):
            return False  # "… where they discussed the situation in Gaza"
        before = place.first
        demonyms = {h.first for h in scene.of("demonym")}
        while before > 0 and (tokens[before - 1].low in self._words["place_nouns"] or before - 1 in demonyms):
            before -= 1
        if before and tokens[before - 1].low in self._words["place_words"] | self._words.get("airports", frozenset()):
            return True
        onto = {
            h.prefix[-1:]
            for h in scene.hits
            if h.first in (place.first, before) and h.entry.kind in ("city", "country")
        }
        written = tokens[before].low[:1] if before < place.first else ""
        return bool(onto & self._words["place_particles"]) or written in self._words["place_particles"]

    def _elsewhere(self, scene: Scene, place: Place) -> bool:
        """Whether the place belongs to something planned or recalled in the same sentence."""
        cues = [h for h in scene.of("contact_planned", "background") if h.last <= place.first]
        cues += [h for h in scene.of("promise") if h.entry.value == "invited" and h.last <= place.first]
        contacts = [h for h in scene.of("contact") if h.last <= place.first]
        recalled = [h for h in scene.of("background") if 0 <= h.first - place.last <= 6]
        return bool(recalled) or (
            bool(cues) and (not contacts or max(h.last for h in cues) > max(h.last for h in contacts))
        )

    def _visited(self, event: Event) -> tuple[Cited[str] | None, Cited[str] | None]:
        """The place that a side is said to be visiting: "who is on an official visit to Baku"."""
        told = [self._analysis.scenes[i] for i in event.scenes]
        found: list[tuple[Cited[str] | None, Cited[str] | None]] = []
        for scene in [*told, *self._analysis.scenes]:
            for hit in scene.of("arrival"):
                if any(h.last <= hit.first for h in scene.of("contact_planned", "background")):
                    continue
                before = scene.sentence.tokens[hit.first - 1].low if hit.first else ""
                if hit.prefix.endswith("ل") or before in ("ان", "to"):
                    continue  # «تمنى أن يزور محافظة عدن»: yet to come
                place = next((p for p in scene.places if 0 <= p.first - hit.last <= 2), None)
                if place is None or place.country not in event.sides or self._elsewhere(scene, place):
                    continue
                country = Cited(place.country, place.start, place.end, "derived.visit")
                city = Cited(place.city, place.start, place.end, "place.visit") if place.city else None
                found.append((city, country))
        cities = [f for f in found if f[0] is not None]
        return (cities or found or [(None, None)])[0]

    def _dateline_place(
        self, event: Event, scenes: Sequence[Scene]
    ) -> tuple[Cited[str] | None, Cited[str] | None] | None:
        """The dateline's city counts with "here", on its own ground, or for an outlet's own side abroad."""
        place = self._analysis.dateline_city
        if place is None:
            return None
        here = next((h for s in scenes for h in s.of("here")), None)
        own_ground = place.country in event.sides and (event.host in (None, place.country))
        home = self._analysis.home
        abroad = home in STATES and home in event.sides and place.country not in event.sides  # where its own met
        seated = event.host in ORGANISATIONS  # an organisation receives at its seat
        if here is None and not own_ground and not abroad and not seated:
            return None
        country = Cited(place.country, place.start, place.end, "derived.dateline") if place.country else None
        first = scenes[0]
        elsewhere = any(p.city and self._located(first, p) and not self._elsewhere(first, p) for p in first.places)
        if not place.city or elsewhere:
            return None, country
        return Cited(place.city, place.start, place.end, "place.dateline"), country

    def _country(self, event: Event, scenes: Sequence[Scene]) -> Cited[str] | None:
        """The country alone: named as the place, else the host's where an own palace or office is named."""
        for scene in scenes:
            for place in scene.places:
                if place.city is not None or place.country not in event.sides:
                    continue
                if self._located(scene, place) and not self._elsewhere(scene, place):
                    return Cited(place.country, place.start, place.end, place.rule)
        own = (h for c in event.clauses for h in c.scene.of("own_place"))
        venue = self.venue_hit(event) or next(own, None)
        if venue is not None and event.host and len(event.host) == 2:
            return Cited(event.host, venue.start, venue.end, "derived.host_venue")
        return None

    def venue_hit(self, event: Event) -> Hit | None:
        """The palace, headquarters or office named in a sentence of the event."""
        if event.form != "in_person":
            return None
        return next((h for c in event.clauses for h in c.scene.of("venue")), None)


def _city_state(
    found: tuple[Cited[str] | None, Cited[str] | None],
) -> tuple[Cited[str] | None, Cited[str] | None]:
    """A state that is one city is that city where it is named as the place."""
    city, country = found
    named = country is not None and country.rule != "derived.host_venue"
    if city is None and country is not None and named and country.value in _CITY_STATES:
        city = Cited(_CITY_STATES[country.value], country.start, country.end, "derived.city_state")
    return city, country
