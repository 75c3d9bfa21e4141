"""Joins the clauses of a sentence that tell of one event to come: its cues, its event, its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.frames.promise_cuts import NEAR, Clause, clauses_of, goes_on, outermost
from transforms.frames.promise_heads import head_of, noun_phrase_kind
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Scene
from transforms.time.resolve import tense
from transforms.vocabulary import Modality

_BARE = 3  # tokens beside the time in a clause that holds nothing else
_ASIDE = 8  # tokens of an aside between a promise and the clause that goes on with it
_PREPARED = 6  # tokens between "preparation for" and what is prepared
_OWNER = 6  # tokens between "during" and the visit: "during the foreign minister's visit"
_APPOSED = 3  # clauses from a promise back to the time before a name in apposition
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


def find_promises(scene: Scene, lang: str) -> list[Promise]:
    """The promises of a sentence, in order."""
    if not may_promise(scene):
        return []
    clauses = clauses_of(scene, lang)
    found: list[Promise] = []
    for n, clause in enumerate(clauses):
        main = [
            cue
            for cue in clause.cues
            if (not cue.entry.attrs.get("adjacent") or _before_verb(cue, clause))
            and (clause.times or not cue.entry.attrs.get("dated"))
        ] or _inherited(scene, lang, clause, found)
        main = _without_reason([cue for cue in main if not cue.entry.attrs.get("dated")] or main)
        if main and not _barred(scene, lang, clause, main):
            promise = _promise(scene, lang, clauses, n, main, found)
            if promise and _hosts_it(scene, clause, promise, found):
                _extend(found[-1], clause, main, promise.governing)
            elif promise:
                found.append(promise)
        elif _continues(scene, clause, found):
            last = next(promise for promise in reversed(found) if promise.kind == "visit")
            found.append(
                Promise(clause.first, clause.last, last.cues, None, "visit", last.modality, last.governing, after=True)
            )
        found += _adjacent(clause, found)
    found = [promise for promise in found if _open(scene, promise)]
    found = [each for promise in found for each in (promise, *_meanwhile(scene, lang, promise))]
    return [promise for n, promise in enumerate(found) if not _retold(promise, found[n + 1 :])]


def _open(scene: Scene, promise: Promise) -> bool:
    """Whether something is still to come: what "was due" is over, unless somebody said "it was due in May"."""
    if not all(cue.entry.attrs.get("past") for cue in promise.cues):
        return True
    start = min(cue.first for cue in promise.cues)
    said = any(h.entry.value == "verb" and h.last <= start for h in scene.of("says"))
    return said and any(promise.first <= time.first < promise.last for time in scene.times)


def may_promise(scene: Scene) -> bool:
    """Whether a word of promise stands in a sentence, or an event that may be told as still to come."""
    coming = ("future", "present")
    return bool(scene.of("promise")) or any(hit.entry.attrs.get(key) for hit in scene.of("event") for key in coming)


def _before_verb(cue: Hit, clause: Clause) -> bool:
    """Whether a word of possibility stands right before a verb of the event: «قد يزور»."""
    if not cue.entry.attrs.get("direct"):
        return False
    return any(hit.first == cue.last and hit.entry.attrs.get("verb") and not _is_past(hit) for hit in clause.events)


def _is_past(hit: Hit) -> bool:
    """Whether a verbal noun behind «قد» can only be the past of its verb: «قد عقد محادثات»."""
    attrs = hit.entry.attrs
    return hit.entry.value == "light" and not (attrs.get("present") or attrs.get("future"))


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


def _inherited(scene: Scene, lang: str, clause: Clause, found: Sequence[Promise]) -> list[Hit]:
    """The cue of the promise before, for a clause that goes on with "and to …": set where that clause begins."""
    joint = next((hit for hit in scene.of("clause") if hit.entry.value == "and" and hit.first == clause.first), None)
    joint = joint or next((hit for hit in clause.events if hit.first == clause.first and goes_on(hit, lang)), None)
    if joint is None or not found or clause.first - found[-1].last > _ASIDE or not clause.events:
        return []
    return [found[-1].governing._replace(first=joint.first, last=joint.last, start=joint.start, end=joint.end)]


def _is_no_bar(scene: Scene, lang: str, bar: Hit, main: Sequence[Hit]) -> bool:
    """Whether a word such as "should", "if", "continue to" leaves a promise one.

    "agreed that the body should meet", "could sign in July if the gaps are closed", "will continue to Zagreb".
    """
    tokens, words = scene.sentence.tokens, load(lang).words
    if tokens[bar.first].low in words["conditions"] and bar.entry.value == "hope":
        return all(cue.last <= bar.first and _modality(cue) is Modality.POSSIBLE for cue in main)
    if tokens[bar.first].low in words["duties"]:
        return any(cue.last <= bar.first and tokens[cue.last - 1].low in words["that_words"] for cue in main)
    if bar.entry.value != "ongoing":
        return False
    led = tokens[bar.last - 1].low in words["towards"] or (
        bar.last < len(tokens) and tokens[bar.last].low in words["towards"]
    )
    return led and any(0 <= place.first - bar.last <= 1 for place in scene.places)


def _barred(scene: Scene, lang: str, clause: Clause, main: Sequence[Hit]) -> bool:
    """Whether the clause tells of a hope, a denial, the past, or of something that goes on."""
    for bar in clause.bars:
        if _is_no_bar(scene, lang, bar, main):
            continue
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
    scene: Scene, lang: str, clauses: list[Clause], n: int, main: list[Hit], found: list[Promise]
) -> Promise | None:
    clause = clauses[n]
    governing = min(main, key=lambda cue: _WEAKEST.index(_modality(cue)))
    pool, first, last = clause.events, clause.first, clause.last
    if _is_relative(scene, clause) and n and any(hit.entry.value == "committee" for hit in clauses[n - 1].nouns):
        pool, first = [*clauses[n - 1].events, *clause.events], clauses[n - 1].first
    elif not clause.nouns:
        reach = _BACK if main[0].first - clause.first <= NEAR and not clause.opened else 0
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
    first, last = _with_time(scene, clauses, n, first, last)
    modality = _modality(governing)
    if kind in ("formation", "setup") and modality is Modality.SCHEDULED:
        modality = Modality.EXPECTED
    return Promise(first, last, main, head, kind, modality, governing, pool)


def _is_relative(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only goes on with the body named before it: "the committee, which was to meet …"."""
    told = ("meeting", "formation")
    verbs = all(hit.entry.attrs.get("verb") and hit.entry.value in told for hit in clause.nouns)
    formed = 2 if any(hit.entry.value == "formation" for hit in clause.nouns) else 0  # "both of which are to be set up"
    return verbs and any(0 <= hit.first - clause.first <= formed for hit in scene.of("relative"))


def _hosts_it(scene: Scene, clause: Clause, promise: Promise, found: Sequence[Promise]) -> bool:
    """Whether a relative clause only says who hosts what was promised: "will meet at the talks, which Oman hosts"."""
    relative = any(hit.first == clause.first for hit in scene.of("relative"))
    told = bool(found) and found[-1].kind in ("meeting", "committee", "negotiation") and found[-1].last == clause.first
    return relative and told and promise.kind == "host"


def _extend(promise: Promise, clause: Clause, main: list[Hit], governing: Hit) -> None:
    """A further clause on the same event: "…, has been postponed to December"."""
    promise.last = max(promise.last, clause.last)
    promise.cues = [*promise.cues, *main]
    best = min((promise.governing, governing), key=lambda cue: _WEAKEST.index(_modality(cue)))
    if promise.governing.entry.attrs.get("past"):
        best = governing
    promise.governing, promise.modality = best, _modality(best)


def _modality(cue: Hit) -> Modality:
    return Modality(cue.entry.value) if cue.entry.kind == "promise" else Modality.SCHEDULED


def _only_time(scene: Scene, clause: Clause) -> bool:
    """Whether a clause holds a time and little else: "after the holidays, in the second half of April"."""
    if clause.cues or clause.events or any(clause.first <= place.first < clause.last for place in scene.places):
        return False
    dated = sum(min(t.last, clause.last) - t.first for t in scene.times if clause.first <= t.first < clause.last)
    return dated > 0 and clause.last - clause.first - dated <= _BARE


def _only_past(scene: Scene, clause: Clause) -> bool:
    """Whether every time in a clause is gone by: «التي أنجزت صياغتها الشهر الماضي»."""
    return all(tense(time) < 0 for time in scene.times if clause.first <= time.first < clause.last)


def _with_time(scene: Scene, clauses: list[Clause], n: int, first: int, last: int) -> tuple[int, int]:
    """Takes in the clause that goes on naming sides, and the one after or before that holds nothing but the time."""
    after = next((c for c in clauses if c.first == last), None)
    if after and any(hit.entry.value == "then" and hit.first == after.first for hit in scene.of("clause")):
        after = None  # a further stop has days of its own
    if after and after.more and not after.cues and not after.nouns:
        last = after.last
        after = next((c for c in clauses if c.first == last), None)
    if any(c.times for c in clauses if first <= c.first < last):
        return first, after.last if after and _only_time(scene, after) else last
    if after and after.times and not after.cues and not after.nouns and not _only_past(scene, after):
        return first, after.last
    at = next((i for i, c in enumerate(clauses) if c.last == first), -1)
    back = 0 if clauses[n].opened else _APPOSED  # "where he will meet" starts anew
    while at > 0 and n - at < back and not (clauses[at].cues or clauses[at].nouns or clauses[at].times):
        at -= 1  # "On 1 November the President of France, Etienne Marchand, will arrive"
    before = clauses[at] if at >= 0 else None
    if before and before.times and not before.cues and not before.nouns:
        return before.first, last
    return first, last


def _adjacent(clause: Clause, found: Sequence[Promise]) -> list[Promise]:
    """Promises told by an adjective or preposition alone: "the forthcoming visit", عشية زيارة."""
    out: list[Promise] = []
    for cue in clause.cues:
        if not cue.entry.attrs.get("adjacent"):
            continue
        direct = cue.entry.attrs.get("direct")
        near = [
            hit
            for hit in clause.nouns
            if 0 <= hit.first - cue.last <= (0 if direct else _PREPARED if cue.entry.attrs.get("preparing") else NEAR)
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


def _continues(scene: Scene, clause: Clause, found: Sequence[Promise]) -> bool:
    """Whether a clause adds a stop to the visit before it: "and then to Cairo on Friday", ومن بعدها قطر."""
    thens = [hit for hit in scene.of("clause") if hit.entry.value == "then" and hit.first == clause.first]
    then, ends = bool(thens), any(hit.last - hit.first > 1 for hit in thens)  # "before wrapping up his trip in Doha"
    stop = any(clause.first <= place.first < clause.last for place in scene.places)
    visits = any(hit.entry.value == "visit" and not hit.entry.attrs.get("weak") for hit in clause.nouns)
    goes_on = any(promise.kind == "visit" for promise in found) and found[-1].last <= clause.first
    return then and stop and goes_on and not (visits and not ends)
