"""Cuts a sentence into clauses, with the words of promise, the events and the times that each holds."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.mentions.model import Scene
from transforms.segment import Token
from transforms.time.model import TimeExpr
from transforms.time.resolve import tense

_SIGNS = ",،;؛:"
_FOR = "ل"  # written onto the Arabic word for an aim
NEAR = 3  # tokens between an adjacent cue ("the forthcoming") and its event
_BESIDE = 8  # tokens between an event and an adjective of promise ("المرتقبة")
_PRESENT = 14  # tokens between a verb of the present and the time that makes it a promise
_COUNTED = 3  # tokens between a length of time and the word that says what it runs from
_AGREED = 14  # tokens between a verb of agreeing and what is agreed
_PERIODS = ("month", "months", "half", "third", "quarter", "week_of_month", "season")
_DAYS = ("weekday", "date", "days", *_PERIODS)


@dataclass(slots=True)
class Clause:
    """A clause of a sentence, from token to token."""

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
        """Its events without verbs that only carry one: "hold"."""
        return [hit for hit in self.events if hit.entry.value != "light"]


def clauses_of(scene: Scene, lang: str) -> list[Clause]:
    """The clauses of a sentence, in order."""
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
    verbs = {hit.last for hit in [*events, *cues] if hit.entry.kind == "promise" or hit.entry.attrs.get("verb")}
    starts -= {hit.first for hit in then if hit.first in verbs}  # «سيتوجه بعدها إلى»
    starts |= {
        hit.first
        for hit in [*cues, *events]
        if (_conjoined(hit, lang) and hit.entry.attrs.get("future", hit.entry.kind == "promise"))
        or (hit.entry.kind == "event" and goes_on(hit, lang))
    }
    if load(lang).morphology.cased:
        starts |= {hit.first - 1 for hit in cues if hit.first and tokens[hit.first - 1].low == "and" and _own(hit)}
    cuts = [*sorted(start for start in starts if start < len(tokens)), len(tokens)]
    return [
        Clause(
            first,
            last,
            [hit for hit in cues if first <= hit.first < last],
            [hit for hit in events if first <= hit.first < last],
            [hit for hit in bars if first <= hit.first < last],
            any(first <= time.first < last and not counted_elsewhere(lang, scene, time) for time in scene.times),
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


def goes_on(hit: Hit, lang: str) -> bool:
    """Whether "and" is written onto a verbal noun: «…، وعقد الدورة المقبلة» goes on with what was agreed."""
    attrs = hit.entry.attrs
    return bool(_conjoined(hit, lang) and attrs.get("verb")) and not (attrs.get("future") or attrs.get("present"))


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
    cues = [moved for hit in cues if (moved := _drawn(scene, lang, hit)) is not None and not _is_aim(hit)]
    circumstance, following = load(lang).words["circumstance"], load(lang).words["following"]
    tokens = scene.sentence.tokens
    cues = [hit for hit in cues if not (hit.first and tokens[hit.first - 1].low in following)]  # «تلبية لدعوة من»
    opens = any(hit.entry.attrs.get("opens") for hit in scene.of("event"))
    events = [
        hit
        for hit in outermost(scene.of("event"))
        if hit.entry.value != "skip"
        and (opens or not hit.entry.attrs.get("opened"))  # an embassy is an event only where it opens
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


def _is_aim(cue: Hit) -> bool:
    """Whether an end of something is what an instrument is for: «اتفاقية لإلغاء التأشيرات»."""
    return cue.entry.value in ("postponed", "cancelled") and cue.prefix.endswith(_FOR)


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
        (cue.entry.attrs.get("adjacent") and 0 <= hit.first - cue.last <= NEAR)
        or (cue.entry.attrs.get("near") and 0 <= cue.first - hit.last <= _BESIDE)
        or 0 <= cue.first - hit.last <= NEAR
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


def counted_elsewhere(lang: str, scene: Scene, time: TimeExpr) -> bool:
    """Whether a length of time runs from another event: "within a month of the signing", «بعد شهر من فوز الحزب»."""
    shape = dict(time.shape)
    if shape["kind"] != "span" or shape.get("mode") not in ("in", "within"):
        return False
    words, tokens = load(lang).words, scene.sentence.tokens
    behind = range(time.last, min(time.last + _COUNTED, len(tokens) - 1))
    at = next((n for n in behind if tokens[n].low in words["counted_from"]), None)
    return at is not None and tokens[at + 1].low not in words["counted_now"]
