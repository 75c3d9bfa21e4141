"""The further keys of a meeting: its occasion, the body that met, the third states discussed, organisations by name."""

from collections.abc import Sequence

from transforms.frames.drafts import MeetingDraft
from transforms.frames.event import Event
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.words import read_words
from transforms.vocabulary import Occasion

# Of several occasions told the most particular counts.
_ORDER = (
    Occasion.CREDENTIALS,
    Occasion.FAREWELL,
    Occasion.COURTESY,
    Occasion.SESSION,
    Occasion.CONSULTATIONS,
    Occasion.SIDELINES,
    Occasion.CEREMONY,
    Occasion.VISIT,
    Occasion.TALKS,
)
_OTHER_BODY = "ORG"
_OF = frozenset({"of", "on", "for", "and", "the"})


def fill_further_keys(analysis: Analysis, event: Event, draft: MeetingDraft) -> None:
    """Fill `framework`, `occasion`, `about` and `organisations` of a meeting from the sentences that tell of it."""
    told = [c.scene for c in event.clauses] or [event.clause.scene]
    draft.framework = next((f for f in (_framework(analysis, s) for s in told) if f is not None), None)
    draft.occasion = _occasion(told, draft)
    draft.about = _about([analysis.scenes[i] for i in sorted(event.scenes)], draft)
    draft.organisations = _organisations([analysis.scenes[i] for i in sorted(event.scenes)], draft)


def _framework(analysis: Analysis, scene: Scene) -> Cited[str] | None:
    """The committee, council or dialogue whose session it is, with the session's own words before it."""
    planned = [h.first for h in scene.of("contact_planned", "promise", "background")]
    held = [h for h in scene.of("organisation") if h.last - h.first > 1]
    bodies = [h for h in scene.of("event") if h.entry.value == "committee"]
    bodies = [h for h in bodies if not any(o.first <= h.first < o.last for o in held)]
    body = next((h for h in bodies if not any(p < h.first for p in planned)), None)
    if body is None:
        return None
    first, last = _phrase(analysis, scene, body)
    end = scene.sentence.tokens[last - 1].end
    start = _with_session(analysis, scene, body.start if first == body.first else scene.sentence.tokens[first].start)
    return Cited(analysis.view.published(start, end), start, end, "meeting.framework")


def _phrase(analysis: Analysis, scene: Scene, body: Hit) -> tuple[int, int]:
    """The tokens of a body's name: capitalised words around it, or the definite words and states after it."""
    tokens = scene.sentence.tokens
    morphology = load(analysis.lang).morphology
    named = {i for h in scene.of("country", "demonym", "portfolio", "organisation") for i in range(h.first, h.last)}
    first, last = body.first, body.last
    if morphology.cased:
        while first > 0 and (tokens[first - 1].text[0].isupper() or tokens[first - 1].text == "-"):
            first -= 1
        if tokens[first].low in ("the", "a"):
            first += 1
        while last < len(tokens) and (
            tokens[last].text[0].isupper()
            or (tokens[last].low in _OF and last + 1 < len(tokens) and tokens[last + 1].text[0].isupper())
        ):
            last += 1
        return first, last
    while last < len(tokens) and (last in named or tokens[last].low.startswith((morphology.article, "لل"))):
        last += 1
    return first, last


def _with_session(analysis: Analysis, scene: Scene, start: int) -> int:
    """Where a body's phrase begins, taking in "the third session of" where that stands right before it."""
    tokens = scene.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= start), 0)
    sessions = [h for h in scene.of("contact", "event") if h.entry.value in ("session", "meeting", "mutual")]
    nouns = [h for h in sessions if h.entry.attrs.get("noun") or not h.entry.attrs.get("verb")]
    before = [h for h in nouns if h.start < start and 0 <= at - h.last <= 3]
    if not before:
        return start
    session = min(before, key=lambda h: h.first)
    ordinals = read_words(tokens, analysis.lang, max(0, session.first - 2), session.first).items
    return min([session.start, *(item.start for item in ordinals if item.letter == "o")])


def _occasion(told: Sequence[Scene], draft: MeetingDraft) -> Cited[Occasion] | None:
    """What brought them together, by its word; a body that met makes it a session."""
    hits: list[Hit] = [h for s in told for h in s.of("occasion")]
    found = {
        Occasion(h.entry.value): Cited(Occasion(h.entry.value), h.start, h.end, h.entry.rule) for h in reversed(hits)
    }
    for cue in (h for s in told for h in s.of("contact") if h.entry.attrs.get("occasion")):
        occasion = Occasion(str(cue.entry.attrs["occasion"]))
        if occasion not in (Occasion.CEREMONY, Occasion.VISIT) or draft.secondary:
            found.setdefault(occasion, Cited(occasion, cue.start, cue.end, cue.entry.rule))
    if draft.framework is not None:
        words = draft.framework
        found.setdefault(Occasion.SESSION, Cited(Occasion.SESSION, words.start, words.end, "derived.framework"))
    return next((found[occasion] for occasion in _ORDER if occasion in found), None)


def _about(scenes: Sequence[Scene], draft: MeetingDraft) -> list[Cited[str]]:
    """States named after a word of discussion that are neither a side nor the place."""
    sides = {p.value for p in draft.parties} | {draft.country.value if draft.country else None}
    found: dict[str, Cited[str]] = {}
    for scene in scenes:
        starts = [h.first for h in scene.of("discuss")]
        held = {i for p in scene.people for i in range(p.first, p.last)}
        planned = [h.first for h in scene.of("contact_planned", "promise")]
        for party in scene.parties:
            later = bool(starts) and party.first > min(starts) and not any(p < party.first for p in planned)
            state = len(party.code) == 2 and party.basis == "country" and party.code not in sides
            if later and state and party.first not in held:
                found.setdefault(party.code, Cited(party.code, party.start, party.end, "party.country"))
    return list(found.values())


def _organisations(scenes: Sequence[Scene], draft: MeetingDraft) -> list[Cited[str]]:
    """The names behind the code that stands for any other organisation."""
    if not any(p.value == _OTHER_BODY for p in draft.parties):
        return []
    found: dict[str, Cited[str]] = {}
    for hit in (h for s in scenes for h in s.of("organisation") if h.entry.value == _OTHER_BODY):
        name = str(hit.entry.attrs.get("name") or "")
        if name:
            found.setdefault(name, Cited(name, hit.start, hit.end, "derived.organisation"))
    return list(found.values())
