"""Which event the cues of a clause govern: its word and its kind."""

from collections.abc import Sequence

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Scene

_NEAR = 3  # tokens between an adjacent cue ("the forthcoming") and its event
_INVITED = 18  # tokens between an invitation and the visit
_AHEAD = 12  # tokens between a cue and the event that it governs
_AT_ONCE = 2
_LONG = 60
_BESIDE = 8  # tokens between an event and an adjective of promise ("المرتقبة")
_ONE_PHRASE = 6  # tokens between the event words of one phrase
_CLOSE = 2  # tokens between an event and an adjective that may be anything's ("مؤجل")
_BEHIND = 12  # tokens between an event and the cue that follows it
_FOR_TALKS = frozenset({"for", "in"})  # what guests of two states come for
_PHRASE = 10  # tokens between a verb such as "hold" and what is held


def head_of(
    scene: Scene, lang: str, pool: Sequence[Hit], main: Sequence[Hit], governing: Hit
) -> tuple[Hit | None, str]:
    """The event's word and its kind; ("", no kind) where the cues govern no event."""
    if any(cue.entry.attrs.get("visit") for cue in main):
        start = min(cue.first for cue in main)
        visit = next((hit for hit in pool if hit.entry.value == "visit" and 0 <= hit.first - start <= _INVITED), None)
        bidden = visit or _bidden_to(scene, lang, start) or _to_attend(scene, lang, main)
        return (visit, "visit") if bidden else (None, "")
    if signing := next((cue for cue in main if cue.entry.attrs.get("signing")), None):
        named = [hit for hit in scene.of("instrument") if hit.first < signing.first]
        return (named[-1], "agreement") if named else (None, "")
    cue = next((c for c in main if c.entry.kind == "event"), governing if governing in main else main[0])
    first_cue = main[0] if cue.entry.kind == "promise" else cue
    after = [hit for hit in pool if hit.first >= first_cue.first]
    before = [hit for hit in pool if hit.last <= first_cue.first and not _recalled(scene, hit)]
    here = [hit for hit in before if hit.entry.value != "light" and not hit.entry.attrs.get("verb")]
    limit = _LONG if first_cue.entry.attrs.get("after") else _BEHIND
    limit = _BESIDE if first_cue.entry.attrs.get("near") else _CLOSE if first_cue.entry.attrs.get("close") else limit
    nouns_before = here if here and first_cue.first - here[-1].last <= limit else []
    if first_cue.entry.attrs.get("close") and not nouns_before:
        return None, ""  # «حل محتمل»: something else may be
    lead = after[0] if after and after[0].first - first_cue.last <= _reach(scene, lang, first_cue, after[0]) else None
    told_before = bool(cue.entry.attrs.get("after")) or (lead is not None and bool(lead.entry.attrs.get("passive")))
    if told_before and nouns_before:
        return _noun_phrase(scene, _chained(nouns_before))
    if lead is None:
        return (None, "visit") if not pool and _expected_at(scene, lang, cue) else (None, "")
    if lead.entry.value == "host" and (held := _held(scene, lead, after)):
        return _noun_phrase(scene, held)
    if not lead.entry.attrs.get("opens"):
        nouns_before = [hit for hit in nouns_before if not hit.entry.attrs.get("opened")]
        after = [hit for hit in after if not hit.entry.attrs.get("opened")]
    if lead.entry.value in ("light", "formation"):
        nouns = [
            h
            for h in after
            if h.first > lead.first and h.entry.value not in ("light", "formation") and h.first - lead.last <= 14
        ]
        if lead.entry.value == "formation":
            bodies = [h for h in [*nouns, *nouns_before] if h.entry.value == "committee"]
            bodies += [h for h in nouns[:1] if h.entry.value == "meeting" and not h.entry.attrs.get("verb")]
            return (bodies[0], "formation") if bodies else (None, "")
        if lead.entry.attrs.get("only"):
            nouns = [hit for hit in nouns if hit.entry.attrs.get("opened")]
        if nouns and nouns_before and _is_own(scene, lang, lead, nouns[0], nouns_before[-1]):
            return nouns_before[-1], "committee"
        if nouns:
            return _noun_phrase(scene, nouns)
        carried = {scene.sentence.tokens[lead.first].low[len(lead.prefix) :]} & load(lang).words["carriers"]
        if carried and not told_before:
            return None, ""
        return _noun_phrase(scene, nouns_before) if nouns_before else (None, "")
    meets = lead.entry.value == "meeting" and lead.entry.attrs.get("verb")
    if meets and nouns_before and nouns_before[-1].entry.value == "committee":
        return nouns_before[-1], "committee"  # "the council is to meet"
    return _noun_phrase(scene, [hit for hit in after if hit.first >= lead.first])


def _chained(nouns: Sequence[Hit]) -> list[Hit]:
    """The nouns of the phrase that ends a row of events: «تتبع لقاءات الوزير لقاءات من المقرر عقدها» are the latter."""
    found = [nouns[-1]]
    for hit in reversed(nouns[:-1]):
        if found[0].first - hit.last > _ONE_PHRASE:
            break
        found.insert(0, hit)
    return found


def _is_own(scene: Scene, lang: str, lead: Hit, session: Hit, body: Hit) -> bool:
    """Whether a body told before holds a session of its own: "the commission will hold its next session"."""
    words = load(lang).words["own_session"]
    own = any(token.low in words for token in scene.sentence.tokens[lead.last : session.last])
    return own and body.entry.value == "committee" and session.entry.value == "meeting"


def _reach(scene: Scene, lang: str, cue: Hit, event: Hit) -> int:
    """How far ahead of a cue its event may stand: at once after "to" and أن, a noun nearer than a verb."""
    if cue.entry.kind == "event":
        return _AHEAD
    word = scene.sentence.tokens[cue.last - 1].low
    if cue.last - cue.first == 1:
        word = word[len(cue.prefix) :]
    if word in load(lang).words["infinitive"]:
        return _AT_ONCE
    if cue.entry.value in ("postponed", "cancelled"):
        return _NEAR + 1
    if word in load(lang).words.get("perhaps", frozenset()) and not event.entry.attrs.get("verb"):
        return 0  # «ربما تحمل معنى أكبر من زيارتها»: the verb between governs the event
    if event.entry.value == "negotiation":
        return _AT_ONCE  # "perhaps the best to lead the negotiations" promises none
    far = event.entry.attrs.get("verb") or event.entry.value == "agreement"
    return _AHEAD if far else _NEAR + 2


def _held(scene: Scene, lead: Hit, after: Sequence[Hit]) -> list[Hit]:
    """What a host is to hold: a session named before any guest is ("host the next round")."""
    person = min((p.first for p in scene.people if p.first >= lead.last), default=len(scene.sentence.tokens))
    end = min(person, lead.last + _PHRASE)
    kinds = ("meeting", "committee", "negotiation", "other")
    talks = [hit for hit in after if hit.first >= lead.last and hit.entry.value in ("meeting", "negotiation")]
    guests = {p.code for p in scene.parties if talks and lead.last <= p.first < talks[0].first}
    if len(guests) > 1 and scene.sentence.tokens[talks[0].first - 1].low in _FOR_TALKS:
        return talks[:1]  # "will host the Armenian and Azerbaijani ministers for talks": their meeting, no visit
    return [hit for hit in after if lead.last <= hit.first < end and hit.entry.value in kinds]


def _bidden_to(scene: Scene, lang: str, start: int) -> bool:
    """Whether an invitation names a place alone: "invited her counterpart to Vilnius"."""
    words = load(lang).words["towards"]
    tokens = scene.sentence.tokens
    near = [spot for spot in scene.places if start < spot.first <= start + _INVITED]
    if any(tokens[spot.first - 1].low in words for spot in near):
        return True
    events = [
        hit for hit in scene.of("event") if hit.entry.value == "meeting" and start < hit.first <= start + _INVITED
    ]
    there = load(lang).words["at_place"]
    held = [s for s in near if tokens[s.first - 1].low in there or tokens[s.first].start < s.start]  # «بالرياض»
    return any(hit.last <= spot.first for hit in events for spot in held)  # "invited him to the conference in Mindelo"


def _to_attend(scene: Scene, lang: str, main: Sequence[Hit]) -> bool:
    """Whether somebody is bidden to a host's own event, none of all states: «دعوة للمشاركة في إحياء الذكرى»."""
    at = max(cue.last for cue in main if cue.entry.attrs.get("visit"))
    behind = scene.sentence.tokens[at : at + _INVITED]
    return load(lang).speaks(behind, "attending") and not load(lang).speaks(behind, "worldwide")


def _recalled(scene: Scene, hit: Hit) -> bool:
    """Whether "last" or "previous" stands beside an event."""
    return any(
        bar.entry.value == "background"
        and (0 <= hit.first - bar.last <= 2 or 0 <= bar.first - hit.last <= 1)
        and not any(token.text in ",،" for token in scene.sentence.tokens[hit.last : bar.first])
        for bar in scene.of("no_promise")
    )


def _noun_phrase(scene: Scene, hits: Sequence[Hit]) -> tuple[Hit | None, str]:
    """The head of a phrase of several event words: a visit or a signing leads; a body makes its session its own."""
    fitting = [hit for hit in hits if hit.entry.value != "light" and not _recalled(scene, hit)]
    if not fitting:
        return None, ""
    head = fitting[0]
    kind = head.entry.value
    near = [hit for hit in fitting if hit.first - head.last <= 8]
    if kind in ("meeting", "negotiation", "committee"):
        body = next((hit for hit in near if hit.entry.value == "committee"), None)
        if body:
            return body, "committee"
        if any(hit.entry.value == "negotiation" for hit in near):
            return head, "agreement" if scene.of("instrument") else "meeting"
    return head, kind


def _expected_at(scene: Scene, lang: str, cue: Hit) -> bool:
    """Whether a place stands right behind the cue, and a person before it: "she is expected in Abu Dhabi"."""
    tokens = scene.sentence.tokens
    at_place = load(lang).words["at_place"]
    led = any(tokens[n].low in at_place for n in range(cue.last - 1, min(cue.last + 1, len(tokens))))
    plain = cue.entry.kind == "promise" and not cue.entry.attrs.get("near")
    fitting = plain and cue.entry.value in ("expected", "scheduled")
    return fitting and led and any(0 <= place.first - cue.last <= 2 for place in scene.places)


def noun_phrase_kind(event: Hit, nouns: Sequence[Hit]) -> str:
    """What an event told by a noun alone is: talks "of the committee" are the committee's."""
    if event.entry.value == "meeting" and any(
        h.entry.value == "committee" and 0 <= h.first - event.last <= 6 for h in nouns
    ):
        return "committee"
    return event.entry.value
