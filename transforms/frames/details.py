"""Day, place and topics of a meeting, each from the sentences that tell of it."""

from collections.abc import Iterable, Sequence
from datetime import date

from transforms.frames.clauses import Clause
from transforms.frames.event import Event
from transforms.frames.topics import topics_of
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.lexicon.schema import STATES
from transforms.mentions.model import Analysis, Cited, Place, Scene
from transforms.time.model import Basis, Precision, TimeExpr, Window
from transforms.time.resolve import resolve
from transforms.vocabulary import Topic

DateSpan = tuple[Cited[str] | None, Cited[str] | None]
_CITY_STATES = {"SG": "Singapore"}
_ROUND = 8  # tokens from "a series of meetings" to where it was held
_PLAIN = (Precision.DAY, Precision.DAYS, Precision.MONTH)


class DetailReader:
    """Reads the details of the events of one article."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._analysis = analysis
        self._lexicon = lexicon
        self._words = lexicon.words
        self._cased = lexicon.morphology.cased

    # -- when

    def day(self, event: Event) -> DateSpan:
        """First and last day of an event: of its clause, of a sentence that refers to it, of the dateline."""
        found: list[tuple[Cited[str], Cited[str] | None]] = []
        for clause in event.clauses:
            for time in self._near(clause.scene, clause.cue):
                if _of_other(event, clause, time.first):
                    continue
                day = self._resolve(time, clause.scene)
                if day is not None:
                    found.append(day)
                    break
        exact = [f for f in found if len(f[0].value) == 10]
        opened = any(c.scene.of("opened") for c in event.clauses)
        if opened and len({f[0].value for f in exact}) > 1:
            first, last = min(exact, key=lambda f: f[0].value), max(exact, key=lambda f: f[0].value)
            return first[0], last[0]
        if exact or found:
            return (exact or found)[0]
        if event.announced is not None and len(days := self._plain_days(event.announced)) == 1:
            return days[0]
        dateline = self._analysis.dateline_time
        if dateline is not None and not event.separate:
            window = resolve(dateline, self._analysis.published, False)
            if isinstance(window, Window) and window.precision is Precision.DAY and window.start:
                return Cited(window.start.isoformat(), dateline.start, dateline.end, dateline.rule), None
        return self._day_before(event) or self._lead_day(event) or (None, None)

    def _day_before(self, event: Event) -> DateSpan | None:
        """The one day of the sentence before: "Carter arrived on Thursday. The minister then met …"."""
        index = event.clause.scene.sentence.index
        if index == 0 or event.separate:
            return None
        days = self._plain_days(self._analysis.scenes[index - 1])
        return days[0] if len({d[0].value for d in days}) == 1 else None

    def _lead_day(self, event: Event) -> DateSpan | None:
        """The one day of the report's first sentence, which tells of somebody who met: "held talks there today"."""
        scene = self._analysis.scenes[0]
        of_states = set(event.sides) <= {p.code for p in scene.parties} and not event.separate
        if scene.of("next_day") or not (of_states or set(event.members) & {p.key for p in scene.people}):
            return None
        days = self._plain_days(scene)
        return days[0] if len(days) == len(scene.times) == 1 and days[0][1] is None else None

    def _plain_days(self, scene: Scene) -> list[tuple[Cited[str], Cited[str] | None]]:
        """The exact days in a sentence that tells of nothing planned, recalled or denied."""
        if scene.of("background", "background_open"):
            return []
        stop = min((h.first for h in scene.of("contact_planned", "negation")), default=len(scene.sentence.tokens))
        days = (self._resolve(time, scene) for time in scene.times if time.last <= stop)
        return [day for day in days if day is not None and len(day[0].value) == 10]

    def _near(self, scene: Scene, cue: Hit) -> list[TimeExpr]:
        """Time expressions of a sentence, the nearest to the cue first; those of background are left out."""
        background = [h for h in scene.of("background") if h.first > cue.last]
        times = [t for t in scene.times if not any(h.first <= t.first for h in background)]
        planned = [h for h in scene.of("contact_planned") if h.first > cue.last]
        times = [t for t in times if not any(h.first <= t.first for h in planned)]
        times = [
            t
            for t in times
            if (abs(t.first - cue.last) <= 30 or t.first <= 3 or _full(t)) and not self._in_relative(scene, cue, t)
        ]
        return sorted(
            times,
            key=lambda t: (self._other_verbs(scene, cue, t), min(abs(t.first - cue.last), abs(cue.first - t.last))),
        )

    def _other_verbs(self, scene: Scene, cue: Hit, time: TimeExpr) -> bool:
        """Whether "and" parts a time from the cue after it: "performed Umrah on Saturday and met on Sunday"."""
        between = scene.sentence.tokens[time.last : cue.first]
        return self._cased and bool(between) and between[0].low == "and"

    def _in_relative(self, scene: Scene, cue: Hit, time: TimeExpr) -> bool:
        """Whether the time belongs to a relative clause about something else: "the truce that begins on Sunday"."""
        for hit in scene.of("relative"):
            if cue.last < hit.first and hit.last <= time.first:
                held = [h for h in scene.of("contact", "held") if hit.last <= h.first <= time.first]
                held = [h for h in held if not h.entry.attrs.get("visit")]  # "who arrived on Tuesday"
                closed = any(t.text in ",،" for t in scene.sentence.tokens[hit.last : time.first])
                if not held and not closed:
                    return True
        return False

    def _resolve(self, time: TimeExpr, scene: Scene) -> tuple[Cited[str], Cited[str] | None] | None:
        if self._since(time, scene):
            return None
        window = resolve(time, self._analysis.published, False)
        if not isinstance(window, Window) or window.start is None or window.end is None:
            return None
        if window.precision not in _PLAIN or not self._plausible(window.start, window):
            return None
        if window.precision is Precision.MONTH:
            return Cited(window.start.isoformat()[:7], time.start, time.end, time.rule), None
        end = None
        if window.end > window.start:
            end = Cited(window.end.isoformat(), time.start, time.end, time.rule)
        return Cited(window.start.isoformat(), time.start, time.end, time.rule), end

    def _since(self, time: TimeExpr, scene: Scene) -> bool:
        """Whether the expression dates something else: "since 2014", "until Friday"."""
        if time.first == 0:
            return False
        return scene.sentence.tokens[time.first - 1].low in self._words.get("not_event_time", frozenset())

    def _plausible(self, day: date, window: Window) -> bool:
        """A reported event lies at most two months before publication; written out, a day after it for other zones."""
        published = self._analysis.published
        if published is None:
            return True
        behind = (published - day).days
        if window.basis is Basis.EXPLICIT:
            return -1 <= behind <= 400
        return 0 <= behind <= 62

    # -- where

    def place(self, event: Event) -> tuple[Cited[str] | None, Cited[str] | None]:
        """City and country of an event held in person."""
        if event.form != "in_person":
            return None, None
        scenes = [c.scene for c in event.clauses]
        arrived = self._arrived(event)
        if arrived is not None:
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
        if last is None or clause.pattern == "talks":
            return None
        near = [p for p in clause.scene.places if 0 < p.first - last <= 2 and p.country and not p.city]
        place = next((p for p in near if self._located(clause.scene, p)), None)
        if place is None or self._elsewhere(clause.scene, place):
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
            if _of_other(event, clause, place.first):
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
        if before and tokens[before - 1].low in self._words["place_words"]:
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
        if here is None and not own_ground and not abroad:
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

    # -- what about

    def topics(self, event: Event, scenes: Iterable[Scene]) -> list[Cited[Topic]]:
        """What was discussed."""
        published = self._analysis.published
        return topics_of(event, scenes, self._lexicon, published.year if published else None)


def _of_other(event: Event, clause: Clause, at: int) -> bool:
    """Whether a token stands in the part of a sentence that tells of another event."""
    return any(first <= at < stop for first, stop in event.others.get(clause.scene.sentence.index, ()))


def _full(time: TimeExpr) -> bool:
    """Whether an expression says day and month: then it may stand far from the verb."""
    read = dict(time.shape)
    return "day" in read and "month" in read


def _city_state(
    found: tuple[Cited[str] | None, Cited[str] | None],
) -> tuple[Cited[str] | None, Cited[str] | None]:
    """A state that is one city is that city where it is named as the place."""
    city, country = found
    named = country is not None and country.rule != "derived.host_venue"
    if city is None and country is not None and named and country.value in _CITY_STATES:
        city = Cited(_CITY_STATES[country.value], country.start, country.end, "derived.city_state")
    return city, country
