"""Meetings: events made into drafts of the record."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from transforms.frames.clauses import next_day
from transforms.frames.details import DetailReader
from transforms.frames.drafts import MeetingDraft, ParticipantDraft
from transforms.frames.event import Event, Member
from transforms.frames.events import EventFinder
from transforms.frames.meeting_details import fill_further_keys
from transforms.frames.places import PlaceReader
from transforms.frames.topics import titled_topics, visit_aims
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Person
from transforms.vocabulary import Form, Format, Office, Portfolio, Role

_NEWS = 9  # sentences within which a report still tells what happened
_NEAR_YEAR = 14  # tokens behind a cue in which a past year dates it
_LONG_AGO = 12  # years: a sentence that names an older one tells history, where no day speaks against it
_STAY = 3  # days within which a visitor is still where he was
_FRESH = 60  # days; older meetings in the articles judged by reading were all told as background


def find_meetings(analysis: Analysis) -> list[MeetingDraft]:
    """The meetings that an article reports as having taken place, in the order in which it tells them."""
    finder = EventFinder(analysis)
    events = _kept(finder.find())
    reader = DetailReader(analysis, load(analysis.lang))
    places = PlaceReader(analysis, load(analysis.lang))
    drafts: list[MeetingDraft] = []
    told = [(event, _draft(analysis, event, reader, places)) for event in events]
    told = [(e, draft) for e, draft in told if not (_to_come(analysis, draft) or _history(analysis, e, draft))]
    sure = [draft for event, draft in told if _supported(analysis, event, draft)]
    for event, draft in told:
        if draft not in sure and not _of_the_day(analysis, event, [*sure, *drafts]):
            continue
        fill_further_keys(analysis, event, draft)
        if drafts:
            _go_on(event, draft, drafts[-1], load(analysis.lang).words.get("gathering_again", frozenset()))
        drafts.append(draft)
    _add_titled(analysis, drafts)
    _add_aims(analysis, drafts)
    return drafts


def _add_aims(analysis: Analysis, drafts: list[MeetingDraft]) -> None:
    """Give meetings of which nothing else is told the aim of their visitor's journey."""
    bare = [draft for draft in drafts if not draft.topics]
    for scene in analysis.scenes if bare else ():
        travellers = {p.key for p in scene.people if p.key >= 0}
        aims = visit_aims(scene, load(analysis.lang)) if travellers else []
        for draft in bare:
            if not draft.topics and travellers & {p.key for p in draft.participants}:
                draft.topics = aims


def _add_titled(analysis: Analysis, drafts: list[MeetingDraft]) -> None:
    """Give the article's first meeting the topics of the headline: the text does not always tell them again."""
    for draft in drafts[:1]:
        known = {topic.value for topic in draft.topics}
        titled = titled_topics(analysis.title_scenes, {p.value for p in draft.parties}, load(analysis.lang))
        draft.topics += [topic for topic in titled if topic.value not in known]


def _go_on(event: Event, draft: MeetingDraft, last: MeetingDraft, again: frozenset[str]) -> None:
    """Give a further meeting the day and the place that it leaves out: those of the meeting told before it.

    `again` are the words that mean the gathering told before behind "on the sidelines of".
    """
    told = draft.date is not None and _in_clause(event, draft.date)
    after = next(iter(event.clause.scene.of("next_day")), None)
    if after is not None and not told and last.date is not None and len(last.date.value) == 10:
        draft.date = next_day(last.date, after)
    elif event.same_day and not told:
        draft.date = last.date or draft.date
    elif draft.date is None and _beside(event, again):
        draft.date = last.date
    elif draft.date is None and not event.clause.scene.times and _same_guest(last, draft):
        draft.date = last.date  # a report of one day tells its further meetings without it
    if _beside(event, again) and draft.city is not None and draft.city.rule == "place.dateline" and last.country:
        draft.city, draft.country = last.city, last.country
    one_day = event.same_day or (
        last.date is not None and draft.date is not None and last.date.value == draft.date.value
    )
    same_ground = draft.country is None or (last.country is not None and last.country.value == draft.country.value)
    if (
        one_day
        and same_ground
        and draft.city is None
        and draft.form.value is Form.IN_PERSON
        and (_same_guest(last, draft) or _beside(event, again))
    ):
        draft.city, draft.country = last.city, last.country or draft.country
    elif draft.country is None and _stays(last, draft):
        draft.country = last.country


def _stays(last: MeetingDraft, draft: MeetingDraft) -> bool:
    """Whether a visitor meets another official of the same state within a few days: he is still there."""
    if last.country is None or last.date is None or draft.date is None or not _same_guest(last, draft):
        return False
    days = [str(d.value) for d in (last.date, draft.date)]
    near = (
        all(len(d) == 10 for d in days)
        and abs((date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days) <= _STAY
    )
    return (
        near
        and draft.form.value is Form.IN_PERSON
        and [p.value for p in last.parties] == [p.value for p in draft.parties]
    )


def _beside(event: Event, again: frozenset[str]) -> bool:
    """Whether they met on the sidelines of the gathering told before: «وعلى هامش الدورة، التقى …»."""
    tokens = event.clause.scene.sentence.tokens
    margins = [h for h in event.clause.scene.of("occasion") if h.entry.value == "sidelines"]
    return any(tokens[h.last].low in again for h in margins if h.last < len(tokens))


def _same_guest(last: MeetingDraft, draft: MeetingDraft) -> bool:
    """Whether somebody of the meeting told before meets on: a visitor's further calls."""
    return bool({p.key for p in last.participants} & {p.key for p in draft.participants})


def _in_clause(event: Event, cited: Cited[str]) -> bool:
    """Whether a value stands in the sentence that tells of the event."""
    sentence = event.clause.scene.sentence
    return cited.where == "text" and sentence.start <= cited.start < sentence.end


def _kept(events: list[Event]) -> list[Event]:
    """Banquets, welcomes and signings count only where nothing else is told of the same people."""
    kept: list[Event] = []
    for event in events:
        others = [e for e in events if e is not event and not e.secondary]
        if _signed_at(event, others):
            continue
        if event.secondary and any(_covers(other, event) for other in others):
            continue
        kept.append(event)
    return kept


def _signed_at(event: Event, others: list[Event]) -> bool:
    """Whether others of the same sides only sign what the one meeting of these sides led to: then they came along."""
    same = [e for e in others if set(event.sides) <= set(e.sides)]
    signing = event.secondary and all(c.cue.entry.attrs.get("signing") for c in event.clauses)
    if not signing or len(same) != 1 or not same[0].members or set(event.members) & set(same[0].members):
        return False
    for key, member in event.members.items():
        same[0].members[key] = replace(member, delegate=True)
    same[0].clauses += event.clauses
    same[0].scenes += [index for index in event.scenes if index not in same[0].scenes]
    return True


def _to_come(analysis: Analysis, draft: MeetingDraft) -> bool:
    """Whether a meeting's day lies after the report: it is announced, not held."""
    day, published = draft.date, analysis.published
    return (
        day is not None and published is not None and str(day.value)[:10] > published.isoformat()[: len(str(day.value))]
    )


def _history(analysis: Analysis, event: Event, draft: MeetingDraft) -> bool:
    """Whether a meeting is told from memory: its day lies months back, or a past year opens its sentence."""
    published = analysis.published
    if published is None:
        return False
    day = str(draft.date.value) if draft.date is not None else ""
    if len(day) == 10 and (published - date.fromisoformat(day)).days > _FRESH:
        return True
    tokens, cue = event.clause.scene.sentence.tokens, event.clause.cue
    before = tokens[max(0, cue.first - 6) : cue.first]
    behind = pairwise(tokens[cue.last : cue.last + _NEAR_YEAR])
    after = [t for opens, t in behind if opens.low in ("عام", "سنه", "العام", "in")]
    if not day and any(t.text.isdecimal() and 1000 < int(t.text) < published.year - _LONG_AGO for t in tokens):
        return True
    return any(t.text.isdecimal() and 1000 < int(t.text) < published.year for t in before) or any(
        t.text.isdecimal() and 1000 < int(t.text) < published.year - 1 for t in after
    )


def _supported(analysis: Analysis, event: Event, draft: MeetingDraft) -> bool:
    """Whether enough speaks for an event as news: comment and history tell of contacts too, but thinly.

    Each of these speaks for it: an early sentence, a day or a place in its own sentence, a verb of contact, officials
    named on two sides, topics, a second sentence. The bounds were set on the development documents and on articles
    judged by reading: they keep every meeting of the former and drop two of three false ones of the latter.
    """
    sentence = analysis.scenes[draft.sentence].sentence
    dated = draft.date is not None and sentence.start <= draft.date.start < sentence.end
    placed = draft.city is not None or draft.venue is not None
    light = any(h.entry.attrs.get("light") for h in event.clause.scene.of("contact"))
    told = not event.clause.cue.entry.attrs.get("noun") or light or event.form != "in_person"
    named = len({m.party.value for m in event.members.values() if not m.delegate}) > 1
    if (event.secondary and not named) or _crowd(event):
        return False
    lead = 2 if sentence.index <= 1 else 1 if sentence.index <= 3 else 0
    agency = analysis.origin is not None and analysis.dateline_city is not None and event.separate
    total = lead + sum((agency, dated, placed, told, named, bool(draft.topics), len(event.clauses) > 1))
    if total >= 5 or (agency and told and total >= 3 and bool(event.members)):
        return True
    if total == 4:
        return named or dated or placed
    return total == 3 and told and named and (placed or dated)


def _crowd(event: Event) -> bool:
    """Whether a verb that joins two sides is read with four and more, one by one: a list of people, no meeting."""
    attrs = event.clause.cue.entry.attrs
    states = {m.party.value for m in event.members.values() if not m.delegate}
    several = any(h.entry.kind == "office_plural" for h in event.clause.scene.hits)
    sessions = any(
        h.entry.attrs.get("noun") or h.entry.value in ("session", "chair") for h in event.clause.scene.of("contact")
    )
    return len(states) > 3 and bool(attrs.get("verb")) and not several and not sessions


def _of_the_day(analysis: Analysis, event: Event, drafts: list[MeetingDraft]) -> bool:
    """Whether a verb tells of a further meeting of somebody whose meeting is news already, with both sides named."""
    attrs = event.clause.cue.entry.attrs
    call = event.form != "in_person"
    light = any(h.entry.attrs.get("light") for h in event.clause.scene.of("contact"))
    apart = event.separate and bool(attrs.get("noun")) and light  # "In a separate meeting, A and B discussed …"
    told = bool(attrs.get("verb") or call or apart) and not event.secondary and not attrs.get("present")
    named = len({m.party.value for m in event.members.values() if not m.delegate}) > (0 if call else 1)
    known = {p.key for d in drafts for p in d.participants}
    early = event.clause.scene.sentence.index <= _NEWS
    if told and early and len(event.sides) > 1 and _led_on(event, drafts):
        return True
    return told and named and early and bool(drafts and (call or known & set(event.members)))


def _led_on(event: Event, drafts: list[MeetingDraft]) -> bool:
    """Whether somebody called by an office alone meets on: "The Secretary-General also met the premier"."""
    sides = {party.value for draft in drafts for party in draft.parties}
    leads = [p.party.value for p in event.clause.subjects[:1] if p.key < 0 and p.party is not None]
    return bool(event.members) and bool(set(leads) & sides) and event.clause.separate


def _covers(main: Event, event: Event) -> bool:
    if event.clause.cue.entry.attrs.get("signing") and not set(event.members) <= set(main.members):
        return False
    return set(event.sides) <= set(main.sides) and bool(set(event.members) & set(main.members) or not event.members)


def _draft(analysis: Analysis, event: Event, reader: DetailReader, places: PlaceReader) -> MeetingDraft:
    cue = event.clause.cue
    city, country = places.place(event)
    _settle_host(event, country.value if country else None)
    people = [_participant(analysis, event, key, member) for key, member in event.members.items()]
    participants = [p for p in people if p is not None]
    _share_portfolio(participants)
    parties = dict(event.sides)
    for participant in participants:
        parties.setdefault(participant.party.value, participant.party)
    ordered = [parties[code] for code in sorted(parties)]
    form = Form(event.form)
    date, end_date = reader.day(event)
    venue = places.venue_hit(event)
    scenes = [analysis.scenes[i] for i in sorted(event.scenes)]
    multilateral = len(parties) > 2
    return MeetingDraft(
        sentence=event.clause.scene.sentence.index,
        form=Cited(form, cue.start, cue.end, f"derived.form.{form}"),
        format=Cited(Format.MULTILATERAL if multilateral else Format.BILATERAL, cue.start, cue.end, "derived.parties"),
        parties=ordered,
        participants=participants,
        date=date,
        end_date=end_date,
        city=city,
        country=country,
        venue=Cited(venue.entry.value, venue.start, venue.end, venue.entry.rule) if venue else None,
        topics=reader.topics(event, scenes),
        sentences=set(event.scenes),
        secondary=event.secondary,
    )


def _share_portfolio(participants: list[ParticipantDraft]) -> None:
    """A deputy minister whose field is not told serves the minister of his side who is there."""
    for person in participants:
        if person.office.value is not Office.DEPUTY_MINISTER or person.portfolio is not None:
            continue
        chiefs = [p for p in participants if p.party.value == person.party.value and p.office.value is Office.MINISTER]
        if chiefs and chiefs[0].portfolio is not None:
            cite = person.title_text or person.name
            person.portfolio = Cited(chiefs[0].portfolio.value, cite.start, cite.end, "derived.minister_present")
    for person in participants:
        if person.office.value in (Office.MINISTER, Office.DEPUTY_MINISTER) and person.portfolio is None:
            cite = person.title_text or person.name
            person.portfolio = Cited(Portfolio.OTHER, cite.start, cite.end, "derived.no_portfolio")


def _settle_host(event: Event, country: str | None) -> None:
    """Where the verb is silent, the side on whose ground they met is the host."""
    if event.host is None and event.form == "in_person" and country in event.sides:
        event.host = country


def _participant(analysis: Analysis, event: Event, key: int, member: Member) -> ParticipantDraft | None:
    full = analysis.cast[key]
    if full.name is None:
        return None
    person = member.person
    role = _role(event, member)
    name = full.name
    office, portfolio = _office(full, name)
    cite = person.name or name
    return ParticipantDraft(
        key=key,
        name=name,
        party=member.party,
        office=office,
        portfolio=portfolio,
        role=Cited(role, cite.start, cite.end, "derived.role"),
        title_text=full.title_text,
        institution=full.institution,
        posting=full.posting,
        acting=full.acting,
    )


def _office(full: Person, name: Cited[str]) -> tuple[Cited[Office], Cited | None]:  # type: ignore[type-arg]
    if full.office is None:
        return Cited(Office.OFFICIAL, name.start, name.end, "derived.no_office"), None
    return full.office, full.portfolio


def _role(event: Event, member: Member) -> Role:
    if member.delegate:
        return Role.DELEGATE
    if event.host is None or event.form != "in_person":
        return Role.PRINCIPAL
    return Role.HOST if member.party.value == event.host else Role.GUEST
