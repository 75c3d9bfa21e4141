"""Cuts a sentence into clauses and joins those that tell of one event to come: its cues, its event, its words."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.frames.promise_heads import head_of, noun_phrase_kind
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Scene
from transforms.segment import Token
from transforms.time.resolve import tense
from transforms.vocabulary import Modality

_SIGNS = ",،;؛:"
_NEAR = 3  # tokens between an adjacent cue ("the forthcoming") and its event
_BESIDE = 8  # tokens between an event and an adjective of promise ("المرتقبة")
_PRESENT = 14  # tokens between a verb of the present and the time that makes it a promise
_AGREED = 14  # tokens between a verb of agreeing and what is agreed
_ASIDE = 8  # tokens of an aside between a promise and the clause that goes on with it
_PREPARED = 6  # tokens between "preparation for" and what is prepared
_OWNER = 6  # tokens between "during" and the visit: "during the foreign minister's visit"
_PERIODS = ("month", "months", "half", "third", "quarter", "week_of_month", "season")
_DAYS = ("weekday", "date", "days", *_PERIODS)
_BACK = 3  # clauses between an event and the clause that says when it will be
# The word that weakens a promise most governs: "will likely" is likely, "was to … has been postponed" postponed.
_WEAKEST = (
    Modality.CANCELLED,
    Modality.POSTPONED,
    Modality.INVITED,
    Modality.POSSIBLE,
    Modality.LIKELY,
    Modality.EXPECTED,
    Modality.SCHEDULED,
)


@dataclass(slots=True)
class Promise:
    """One event told as still to come."""

    first: int  # tokens of its clauses
    last: int
    cues: list[Hit]
    head: Hit | None  # the event's word; null: "expected in Cairo" names none
    kind: str  # visit, host, meeting, committee, agreement, negotiation, formation, other
    modality: Modality
    governing: Hit  # the cue that gives the modality
    events: list[Hit] = field(default_factory=list)
    after: bool = False  # a further stop: "and then to Cairo"


@dataclass(slots=True)
class _Clause:
    first: int
    last: int
    cues: list[Hit]
    events: list[Hit]
    bars: list[Hit]
    times: bool
    more: bool  # begins with "as well as"
    opened: bool  # begins with a word that starts a thought of its own

    @property
    def nouns(self) -> list[Hit]:
        return [hit for hit in self.events if hit.entry.value != "light"]


def find_promises(scene: Scene, lang: str) -> list[Promise]:
    """The promises of a sentence, in order."""
    if not may_promise(scene):
        return []
    clauses = _clauses(scene, lang)
    found: list[Promise] = []
    for n, clause in enumerate(clauses):
        main = [
            cue
            for cue in clause.cues
            if (not cue.entry.attrs.get("adjacent") or _before_verb(cue, clause))
            and (clause.times or not cue.entry.attrs.get("dated"))
        ] or _inherited(scene, lang, clause, found)
        main = _without_reason([cue for cue in main if not cue.entry.attrs.get("dated")] or main)
        if main and not _barred(clause, main):
            promise = _promise(scene, lang, clauses, n, main, found)
            if promise:
                found.append(promise)
        elif _continues(scene, clause, found):
            last = found[-1]
            found.append(
                Promise(clause.first, clause.last, last.cues, None, "visit", last.modality, last.governing, after=True)
            )
        found += _adjacent(clause, found)
    found = [promise for promise in found if not all(cue.entry.attrs.get("past") for cue in promise.cues)]
    found = [each for promise in found for each in (promise, *_meanwhile(scene, lang, promise))]
    return [promise for n, promise in enumerate(found) if not _retold(promise, found[n + 1 :])]


def may_promise(scene: Scene) -> bool:
    """Whether a word of promise stands in a sentence, or an event that may be told as still to come."""
    coming = ("future", "present")
    return bool(scene.of("promise")) or any(hit.entry.attrs.get(key) for hit in scene.of("event") for key in coming)


def _before_verb(cue: Hit, clause: _Clause) -> bool:
    """Whether a word of possibility stands right before a verb of the event: «قد يزور»."""
    direct = cue.entry.attrs.get("direct")
    return bool(direct) and any(hit.first == cue.last and hit.entry.attrs.get("verb") for hit in clause.events)


def _without_reason(main: list[Hit]) -> list[Hit]:
    """The cues without an invitation that only gives the reason: "will travel … at the invitation of"."""
    plans = [cue for cue in main if not cue.entry.attrs.get("visit")]
    return plans if plans and plans[0].first < main[-1].first and main[-1] not in plans else main


def _retold(promise: Promise, later: Sequence[Promise]) -> bool:
    """Whether an adjective's promise is told in full behind it: "the planned meeting … was called off"."""
    alone = all(cue.entry.attrs.get("adjacent") for cue in promise.cues)
    return alone and any(other.head == promise.head and other.first <= promise.first for other in later)


def _meanwhile(scene: Scene, lang: str, promise: Promise) -> list[Promise]:
    """The visit at which something is to be signed or held, told with its place and time to come."""
    if promise.head is None or promise.kind in ("visit", "host"):
        return []
    words = load(lang).words["circumstance"]
    for hit in outermost(scene.of("event")):
        behind = min(cue.last for cue in promise.cues) <= hit.first < promise.last
        led = any(token.low in words for token in scene.sentence.tokens[max(0, hit.first - _OWNER) : hit.first])
        if hit.entry.value != "visit" or not behind or not led:
            continue
        placed = any(promise.first <= place.first < promise.last for place in scene.places)
        times = [time for time in scene.times if hit.last <= time.first < promise.last and tense(time) >= 0]
        if placed and times:
            return [Promise(hit.first, promise.last, promise.cues, hit, "visit", promise.modality, promise.governing)]
    return []


def _inherited(scene: Scene, lang: str, clause: _Clause, found: Sequence[Promise]) -> list[Hit]:
    """The cue of the promise before, for a clause that goes on with "and to …": set where that clause begins."""
    joint = next((hit for hit in scene.of("clause") if hit.entry.value == "and" and hit.first == clause.first), None)
    joint = joint or next((hit for hit in clause.events if hit.first == clause.first and _goes_on(hit, lang)), None)
    if joint is None or not found or clause.first - found[-1].last > _ASIDE or not clause.events:
        return []
    return [found[-1].governing._replace(first=joint.first, last=joint.last, start=joint.start, end=joint.end)]


def _goes_on(hit: Hit, lang: str) -> bool:
    """Whether "and" is written onto a verbal noun: «…، وعقد الدورة المقبلة» goes on with what was agreed."""
    attrs = hit.entry.attrs
    return bool(_conjoined(hit, lang) and attrs.get("verb")) and not (attrs.get("future") or attrs.get("present"))


def _clauses(scene: Scene, lang: str) -> list[_Clause]:
    cues, events = _cues(scene, lang)
    then = [hit for hit in scene.of("clause") if hit.entry.value == "then"]
    events = [hit for hit in events if not any(a.first <= hit.first < a.last for a in then)]
    cues = [hit for hit in cues if not any(a.first <= hit.first < a.last for a in then)]
    timed = [(time.first, time.last) for time in scene.times]
    timed += [(hit.first, hit.last) for hit in scene.of("clause") if hit.entry.value == "and"]
    bars = [bar for bar in outermost(scene.of("no_promise")) if not any(a <= bar.first < b for a, b in timed)]
    starts = {0}
    tokens = scene.sentence.tokens
    for n, token in enumerate(tokens):
        if token.text in _SIGNS and not any(time.first <= n < time.last for time in scene.times):
            starts.add(n + 1)
    starts |= {hit.first for hit in scene.of("clause") if hit.entry.value in ("start", "then", "and")}
    starts |= {
        hit.first
        for hit in [*cues, *events]
        if (_conjoined(hit, lang) and hit.entry.attrs.get("future", hit.entry.kind == "promise"))
        or (hit.entry.kind == "event" and _goes_on(hit, lang))
    }
    if load(lang).morphology.cased:
        starts |= {hit.first - 1 for hit in cues if hit.first and tokens[hit.first - 1].low == "and" and _own(hit)}
    cuts = [*sorted(start for start in starts if start < len(tokens)), len(tokens)]
    return [
        _Clause(
            first,
            last,
            [hit for hit in cues if first <= hit.first < last],
            [hit for hit in events if first <= hit.first < last],
            [hit for hit in bars if first <= hit.first < last],
            any(first <= time.first < last for time in scene.times),
            any(hit.first == first and hit.entry.value == "more" for hit in scene.of("clause")),
            any(hit.first == first and hit.entry.value == "start" for hit in scene.of("clause")),
        )
        for first, last in itertools.pairwise(cuts)
    ]


def _own(cue: Hit) -> bool:
    """Whether a cue behind "and" begins a promise of its own: "… and are expected in Washington"."""
    attrs = cue.entry.attrs
    return cue.entry.kind == "promise" and not (attrs.get("adjacent") or attrs.get("loose") or attrs.get("signing"))


def _conjoined(hit: Hit, lang: str) -> bool:
    """Whether "and" is written onto the first word."""
    return hit.prefix[:1] in load(lang).morphology.conjunctions


def outermost(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without those that lie inside a longer one."""
    return [
        a
        for a in hits
        if not any(b.first <= a.first and a.last <= b.last and b.last - b.first > a.last - a.first for b in hits)
    ]


def _cues(scene: Scene, lang: str) -> tuple[list[Hit], list[Hit]]:
    """Cues and events; a verb in the future is both, so is a verb of the present beside a time to come."""
    dated = [(time.first, time.last) for time in scene.times]
    cues = [hit for hit in outermost(scene.of("promise")) if not any(a <= hit.first < b for a, b in dated)]
    cues = [moved for hit in cues if (moved := _drawn(scene, lang, hit)) is not None]
    circumstance = load(lang).words["circumstance"]
    tokens = scene.sentence.tokens
    events = [
        hit
        for hit in outermost(scene.of("event"))
        if hit.entry.value != "skip"
        and not (hit.entry.value == "committee" and _in_organisation(scene, hit))
        and (hit.entry.attrs.get("verb") or not _led_by(tokens, hit.first, circumstance) or _awaited(scene, hit))
    ]
    coming = any(tense(time) > 0 or dict(time.shape)["kind"] in (*_DAYS, "relday") for time in scene.times)
    for hit in events:
        attrs = hit.entry.attrs
        planned = any(0 <= hit.first - cue.last <= 2 for cue in cues if cue.entry.attrs.get("past"))
        told = coming and attrs.get("present") and not planned  # «كان مقررا أن يقوم»
        if attrs.get("future") or (told and _present(scene, hit)):
            cues.append(hit)
    return sorted(cues, key=lambda hit: hit.first), events


def _in_organisation(scene: Scene, hit: Hit) -> bool:
    """Whether the words lie in an organisation's name: the "Gulf Cooperation Council" is no joint body."""
    return any(o.first <= hit.first and hit.last <= o.last for o in scene.of("organisation", "org_adjective"))


def _drawn(scene: Scene, lang: str, cue: Hit) -> Hit | None:
    """A loose verb of agreeing set to the link before what is agreed: "agreed in talks on Monday to hold …"."""
    if not cue.entry.attrs.get("loose"):
        return cue
    tokens, links = scene.sentence.tokens, load(lang).words["loose_link"]
    for hit in scene.of("event"):
        at = hit.first if tokens[hit.first].low in links else hit.first - 1
        told = hit.entry.attrs.get("verb") and not hit.entry.attrs.get("future")
        if told and cue.last <= at <= cue.last + _AGREED and tokens[at].low in links:
            between = tokens[cue.last : at]
            free = not any(token.text in _SIGNS or token.text == "." for token in between)
            return cue._replace(first=at, last=at + 1, start=tokens[at].start, end=tokens[at].end) if free else None
    return None


def _led_by(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    """Whether one of some words stands right before a token, articles apart."""
    return any(tokens[n].low in words for n in range(max(0, at - 2), at) if n == at - 1 or len(tokens[at - 1].low) <= 3)


def _awaited(scene: Scene, hit: Hit) -> bool:
    """Whether an adjective of promise stands beside an event: "during the forthcoming visit"."""
    return any(
        (cue.entry.attrs.get("adjacent") and 0 <= hit.first - cue.last <= _NEAR)
        or (cue.entry.attrs.get("near") and 0 <= cue.first - hit.last <= _BESIDE)
        or 0 <= cue.first - hit.last <= _NEAR
        for cue in scene.of("promise")
    )


def _present(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of the present is told with a time to come: "travels to Beirut on Thursday"."""
    times = [time for time in scene.times if hit.first <= time.first <= hit.last + _PRESENT]
    travels = hit.entry.value == "visit" and bool(hit.entry.attrs.get("weak"))
    today = [time for time in times if dict(time.shape)["kind"] == "relday" and tense(time) <= 0]
    if today:
        return travels and all(dict(time.shape).get("offset") == 0 for time in today)  # "leaves today for"
    days = _DAYS if hit.entry.value in ("visit", "meeting", "light") else ()
    return any(tense(time) > 0 or (tense(time) == 0 and dict(time.shape)["kind"] in days) for time in times)


def _barred(clause: _Clause, main: Sequence[Hit]) -> bool:
    """Whether the clause tells of a hope, a denial, the past, or of something that goes on."""
    for bar in clause.bars:
        if bar.entry.value in ("hope", "negation") and not any(cue.first <= bar.first < cue.last for cue in main):
            return True
        ongoing = bar.entry.value == "ongoing" and any(bar.first <= cue.first < bar.last for cue in main)
        if ongoing and not (clause.times and any(hit.last == bar.first for hit in clause.nouns)):
            return True
        if bar.entry.value == "background" and all(
            abs(bar.first - cue.first) <= 4 and bar.first < cue.first for cue in main
        ):
            return True
    return False


def _promise(
    scene: Scene, lang: str, clauses: list[_Clause], n: int, main: list[Hit], found: list[Promise]
) -> Promise | None:
    clause = clauses[n]
    governing = min(main, key=lambda cue: _WEAKEST.index(_modality(cue)))
    pool, first, last = clause.events, clause.first, clause.last
    if _is_relative(scene, clause) and n and any(hit.entry.value == "committee" for hit in clauses[n - 1].nouns):
        pool, first = [*clauses[n - 1].events, *clause.events], clauses[n - 1].first
    elif not clause.nouns:
        reach = _BACK if main[0].first - clause.first <= _NEAR and not clause.opened else 0
        back = next((m for m in range(n - 1, max(-1, n - 1 - reach), -1) if clauses[m].nouns), None)
        if found and back is not None and found[-1].first <= clauses[back].first < found[-1].last:
            _extend(found[-1], clause, main, governing)
            return None
        if back is not None:
            pool, first = [*clauses[back].events, *clause.events], clauses[back].first
        else:
            ahead = next((c for c in clauses[n + 1 : n + 3] if c.nouns or c.cues or c.opened), None)
            if ahead is not None and not ahead.cues and not ahead.opened:
                pool, last = [*clause.events, *ahead.events], ahead.last
    head, kind = head_of(scene, lang, pool, main, governing)
    if not kind:
        return None
    last = max(last, head.last if head else 0)
    first, last = _with_time(clauses, n, first, last)
    modality = _modality(governing)
    if kind in ("formation", "setup") and modality is Modality.SCHEDULED:
        modality = Modality.EXPECTED
    return Promise(first, last, main, head, kind, modality, governing, pool)


def _is_relative(scene: Scene, clause: _Clause) -> bool:
    """Whether a clause only goes on with the body named before it: "the committee, which was to meet …"."""
    verbs = all(hit.entry.attrs.get("verb") and hit.entry.value == "meeting" for hit in clause.nouns)
    return verbs and any(hit.first == clause.first for hit in scene.of("relative"))


def _extend(promise: Promise, clause: _Clause, main: list[Hit], governing: Hit) -> None:
    """A further clause on the same event: "…, has been postponed to December"."""
    promise.last = max(promise.last, clause.last)
    promise.cues = [*promise.cues, *main]
    best = min((promise.governing, governing), key=lambda cue: _WEAKEST.index(_modality(cue)))
    if promise.governing.entry.attrs.get("past"):
        best = governing
    promise.governing, promise.modality = best, _modality(best)


def _modality(cue: Hit) -> Modality:
    return Modality(cue.entry.value) if cue.entry.kind == "promise" else Modality.SCHEDULED


def _with_time(clauses: list[_Clause], n: int, first: int, last: int) -> tuple[int, int]:
    """Takes in the clause that goes on naming sides, and the one after or before that holds nothing but the time."""
    after = next((c for c in clauses if c.first == last), None)
    if after and after.more and not after.cues and not after.nouns:
        last = after.last
        after = next((c for c in clauses if c.first == last), None)
    if any(c.times for c in clauses if first <= c.first < last):
        return first, last
    if after and after.times and not after.cues and not after.nouns:
        return first, after.last
    before = next((c for c in clauses if c.last == first), None)
    if before and before.times and not before.cues and not before.nouns:
        return before.first, last
    return first, last


def _adjacent(clause: _Clause, found: Sequence[Promise]) -> list[Promise]:
    """Promises told by an adjective or preposition alone: "the forthcoming visit", عشية زيارة."""
    out: list[Promise] = []
    for cue in clause.cues:
        if not cue.entry.attrs.get("adjacent"):
            continue
        direct = cue.entry.attrs.get("direct")
        near = [
            hit
            for hit in clause.nouns
            if 0 <= hit.first - cue.last <= (0 if direct else _PREPARED if cue.entry.attrs.get("preparing") else _NEAR)
        ]
        event = next((hit for hit in near if not direct or _meets_or_visits(hit)), None)
        taken = event is not None and any(promise.head == event for promise in found)
        if event is None or taken or clause.bars:
            continue
        kind = noun_phrase_kind(event, clause.nouns)
        out.append(Promise(cue.first, clause.last, [cue], event, kind, _modality(cue), cue, clause.events))
    return out


def _meets_or_visits(hit: Hit) -> bool:
    attrs = hit.entry.attrs
    return bool(attrs.get("verb")) and not attrs.get("weak") and hit.entry.value in ("visit", "meeting", "agreement")


def _continues(scene: Scene, clause: _Clause, found: Sequence[Promise]) -> bool:
    """Whether a clause adds a stop to the visit before it: "and then to Cairo on Friday", ومن بعدها قطر."""
    then = any(hit.entry.value == "then" and hit.first == clause.first for hit in scene.of("clause"))
    stop = any(clause.first <= place.first < clause.last for place in scene.places)
    visits = any(hit.entry.value == "visit" for hit in clause.nouns)
    return then and stop and bool(found) and found[-1].kind == "visit" and not visits
