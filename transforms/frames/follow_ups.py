"""Follow-ups: events between parties in scope that a document says are still to come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from transforms.frames.clauses import next_day
from transforms.frames.drafts_promises import FollowUpDraft
from transforms.frames.main_sides import main_sides
from transforms.frames.promise_bodies import is_private
from transforms.frames.promise_clauses import Promise, find_promises
from transforms.frames.promise_details import fill_details
from transforms.frames.promise_distinct import OFF, codes_of, distinct
from transforms.frames.promise_doubts import is_doubtful
from transforms.frames.promise_entities import Occasion, Sides
from transforms.frames.promise_kinds import kind_of
from transforms.frames.promise_lending import lend_visits, lend_windows
from transforms.frames.promise_parties import as_attended, is_joint_body, joint, leans_on, meeting_of, nearby, sides_of
from transforms.frames.promise_speaker import speaker_of, speaking
from transforms.frames.promise_visits import official
from transforms.frames.promise_window import is_history, window_of
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import load
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.vocabulary import Attribution, FollowUpKind, Modality

_NEAR_STOP = 40  # characters behind the last stop of a tour
_STAY = 2  # days that a guest who is there may still stay
_OPENING = 3  # sentences at the start of a report that tell whose news it is
_NEWS = 9  # sentences within which a report without a meeting still tells what is to come
_SESSIONS = (FollowUpKind.MEETING, FollowUpKind.COMMITTEE)
_MUSED = (Modality.POSSIBLE, Modality.LIKELY)
_HUNDREDS = 3  # digits of a number of people that is no delegation
_SPORT = 3  # words of sport in an article that make it one


def find_follow_ups(analysis: Analysis, meetings: Sequence[Occasion]) -> list[FollowUpDraft]:
    """The events to come that a document tells of, in order; talks of a visit to come belong to the visit."""
    if sum(len(_sporting(scene)) for scene in analysis.scenes) >= _SPORT:
        return []
    private = not meetings and any(scene.of("agreement_private") for scene in analysis.scenes[:_OPENING])
    found: list[FollowUpDraft] = []
    about = None if meetings else main_sides(analysis)
    for scene in analysis.scenes:
        if len(_sporting(scene)) > (1 if meetings else 0) or scene.sentence.tokens[-1].text in "?؟":
            continue
        prior: Sides | None = None
        for told_as in find_promises(scene, analysis.lang):
            promise = as_attended(analysis, scene, told_as)
            joined = promise.kind == "committee" and is_joint_body(scene, analysis.lang, promise)
            index = _fitting(meetings, scene, meeting_of(meetings, scene.sentence.index), joined)
            bodies = about is not None and joined
            if is_doubtful(scene, analysis.lang, promise) or not _admitted(
                analysis, scene, promise, meetings, private, bool(found) or bodies
            ):
                continue
            if (promise.after and prior is None) or is_history(analysis, scene, promise):
                continue
            visits = promise.kind in ("visit", "host")
            told = None if index is None else meetings[index]
            meeting = _background(analysis, scene, promise, told, about)
            sides = sides_of(analysis, scene, promise, meeting, prior)
            if is_private(analysis, scene, promise, sides, index is not None):
                continue
            sides = _with_speaker(analysis, scene, promise, sides)
            spanning = _spanning(scene, promise, found)
            if len(sides.parties) < 2 and spanning is not None:
                sides = Sides(list(spanning.parties))
            if visits and len(sides.parties) == 1 and about is not None:
                rest = [side for side in about.parties if side.value != sides.parties[0].value]
                sides = Sides(sorted([sides.parties[0], *rest[:1]], key=_value)) if len(rest) == 1 else sides
            prior = sides if visits else prior
            for draft in _drafts(analysis, scene, promise, sides, index, spanning, found):
                if (not meetings and _is_comment(analysis, scene, draft)) or _is_told(scene, draft, meetings):
                    continue
                if promise.kind == "host" and _received(analysis, draft, meetings):
                    draft.kind = replace(draft.kind, value=FollowUpKind.MEETING)
                found.append(draft)
    lend_windows(analysis, found)
    lend_visits(analysis, found)
    return distinct(found)


def _drafts(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    sides: Sides,
    index: int | None,
    spanning: FollowUpDraft | None,
    found: Sequence[FollowUpDraft],
) -> list[FollowUpDraft]:
    """A promise as drafts, one for each leg of a tour, with the days of the visit or the stop that it belongs to."""
    drafts: list[FollowUpDraft] = []
    legs = _legs(sides)
    for n, leg in enumerate(legs):
        draft = _draft(analysis, scene, promise, leg, index, _stretch(legs, n))
        if draft is None:
            continue
        before = [*found, *drafts]
        if promise.after and draft.window_start is None and before:
            stop = next((d for d in reversed(before) if d.kind.value is FollowUpKind.VISIT), before[-1])
            draft.window_start, draft.window_end = _following(scene, promise, stop)
        if spanning is not None and draft.window_start is None:
            draft.window_start, draft.window_end = spanning.window_start, spanning.window_end
        fill_details(analysis, scene, promise, leg, draft)
        drafts.append(draft)
    return drafts


def _background(
    analysis: Analysis, scene: Scene, promise: Promise, told: Occasion | None, about: Occasion | None
) -> Occasion | None:
    """What a promise may take its sides from: its meeting, the text around it, what the report is about."""
    visits = promise.kind in ("visit", "host")
    meeting = told
    if meeting is None and (visits or joint(scene, promise)):
        meeting = nearby(analysis, scene)
    if meeting is None and not visits and about is not None and leans_on(analysis, scene, promise, about.parties):
        meeting = about
    return meeting


def _with_speaker(analysis: Analysis, scene: Scene, promise: Promise, sides: Sides) -> Sides:
    """The sides with the speaker's, where "he" is who meets: «قال كيري … إنه سيلتقي نظراءه الخليجيين»."""
    pronouns = load(analysis.lang).words["told_pronouns"]
    cue = min(c.first for c in promise.cues)
    before = scene.sentence.tokens[max(promise.first - 1, cue - 2, 0) : cue]
    if promise.kind != "meeting" or sides.visitor is not None or not any(t.low in pronouns for t in before):
        return sides
    person = speaking(analysis, scene)
    party = analysis.party(person) if person is not None and person.key >= 0 else None
    named = {p.code for p in scene.parties if promise.first <= p.first < promise.last}
    named |= {p.party.value for p in scene.people if p.party and promise.first <= p.first < promise.last}
    own = [side for side in sides.parties if side.value in named]
    if party is None or not own or party.value in named:
        return sides
    return Sides(sorted([*own, party], key=_value), subject=sides.subject)


def _fitting(meetings: Sequence[Occasion], scene: Scene, index: int | None, joined: bool = False) -> int | None:
    """The meeting a sentence goes with: an earlier one where its people took part in that one alone.

    `joined`: of a joint body, which two states have and no organisation.
    """
    codes = {p.party.value for p in scene.people if p.party is not None}
    if index is not None and joined:
        states = [n for n, m in enumerate(meetings) if not {side.value for side in m.parties} & ORGANISATIONS]
        index = max((n for n in states if meetings[n].sentence <= scene.sentence.index), default=index)
    if index is not None and not codes and scene.of("group"):
        codes = {place.country for place in scene.places if place.country}
    if index is None or not codes or codes & {side.value for side in meetings[index].parties}:
        return index
    told = [n for n, meeting in enumerate(meetings) if codes <= {side.value for side in meeting.parties}]
    return told[-1] if told else index


def _received(analysis: Analysis, draft: FollowUpDraft, meetings: Sequence[Occasion]) -> bool:
    """Whether a guest who is already there is to be received: a meeting of the visit under way, not a visit to come."""
    if analysis.published is None or draft.window_end is None:
        return False
    soon = 0 <= (date.fromisoformat(draft.window_end.value) - analysis.published).days <= _STAY
    return soon and any({side.value for side in meeting.parties} == codes_of(draft) for meeting in meetings)


def _spanning(scene: Scene, promise: Promise, found: Sequence[FollowUpDraft]) -> FollowUpDraft | None:
    """The visit or session told before during which something is to happen: "will sign … during the visit"."""
    cased = scene.sentence.tokens[0].text[0].isupper()  # "During the visit, the two sides will hold …"
    spans = [h for h in scene.of("event_span") if promise.first <= h.first < promise.last or (cased and h.first == 0)]
    if not spans or promise.kind in ("visit", "host"):
        return None
    if spans[0].entry.value == "visit":
        visits = [draft for draft in found if draft.kind.value is FollowUpKind.VISIT]
        planned = [draft for draft in visits if draft.modality.value not in OFF]
        return next(iter(planned or visits), None)
    sessions = (draft for draft in reversed(found) if draft.kind.value in _SESSIONS and draft.modality.value not in OFF)
    return next(sessions, None)


def _sporting(scene: Scene) -> list[Hit]:
    """Words of sport that are no rank («الفريق» before a name is a general) and no joint body («فريق عمل»)."""
    held = [(p.first - 1, p.last) for p in scene.people]
    held += [(hit.first, hit.last) for hit in scene.of("event", "honorific")]
    return [hit for hit in scene.of("sport") if not any(a <= hit.first and hit.last <= b for a, b in held)]


def _admitted(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    meetings: Sequence[Occasion],
    private: bool,
    others: bool,
) -> bool:
    """Whether a promise is one between parties in scope that names enough: officials who travel, an instrument."""
    told_here = any(meeting.sentence == scene.sentence.index for meeting in meetings)
    if told_here and all(_present(cue) for cue in promise.cues) and _is_today(scene, promise):
        return False  # the present of a sentence that reports a meeting: "met the president, who arrives today"
    if promise.kind == "host" and _is_crowd(scene, promise):
        return False
    prepared = all(cue.entry.attrs.get("preparing") for cue in promise.cues)
    if prepared and (not meetings or _is_same(analysis, scene, promise)):
        return False
    if private and not any(person.in_scope for person in scene.people):
        return False
    if _bygone(scene, promise) or (promise.kind == "agreement" and not _instrument(analysis, scene)):
        return False
    noun = promise.head is not None and not promise.head.entry.attrs.get("verb")
    told = official(analysis, scene, promise) or (noun and (bool(meetings) or others))
    if told or promise.kind in ("visit", "host"):
        return told
    return bool(meetings) or others or promise.kind == "agreement" or _between_states(scene, promise)


def _is_same(analysis: Analysis, scene: Scene, promise: Promise) -> bool:
    """Whether what is prepared for is only pointed at: "ahead of the talks a senior official said"."""
    head, tokens = promise.head, scene.sentence.tokens
    if head is None or head.first == 0 or not load(analysis.lang).morphology.cased:
        return False
    bare = head.last - head.first == 1 and tokens[head.first - 1].low in load(analysis.lang).words["definite"]
    behind = tokens[head.last : head.last + 1]
    told = any(t.low in load(analysis.lang).words["specifying"] for t in behind)
    return bare and not told and not any(0 <= t.first - head.last <= 1 for t in scene.times)


def _is_crowd(scene: Scene, promise: Promise) -> bool:
    """Whether hundreds are to be received, no delegation: «ستستقبل 2500 شخص», "will receive 1,500 refugees"."""
    at = promise.head.last if promise.head is not None else promise.last
    words = [token.text for token in scene.sentence.tokens[at : at + 2]]
    number = "".join(words[:1]).replace(",", "")
    return number.isdecimal() and (len(number) >= _HUNDREDS or words[1:] == [","])


def _is_comment(analysis: Analysis, scene: Scene, draft: FollowUpDraft) -> bool:
    """Whether a promise without a day or a speaker stands deep in a text: there outlets muse, cabinets apart."""
    outlet = draft.attribution is not None and draft.attribution.value is Attribution.OUTLET
    bare = outlet and draft.window_start is None and draft.window_end is None
    deep = scene.sentence.index > _NEWS or draft.modality.value in _MUSED
    return bare and deep and not any(s.of("decider") for s in analysis.scenes[: scene.sentence.index + 1])


def _is_told(scene: Scene, draft: FollowUpDraft, meetings: Sequence[Occasion]) -> bool:
    """Whether what is read as to come is the meeting that the same sentence reports, by its day."""
    if draft.kind.value is not FollowUpKind.MEETING or draft.window_start is None:
        return False
    here = [m for m in meetings if m.sentence == scene.sentence.index]
    days = [getattr(m, "date", None) for m in here]
    ends = {end.value for end in (draft.window_start, draft.window_end) if end is not None}
    return any(day is not None and ends == {day.value} for day in days)


def may_tell(scene: Scene, before: Scene | None, promise: Promise) -> bool:
    """Whether a promise of a report without meetings may count: it names states, an instrument, or is a journey."""
    if promise.kind in ("visit", "host"):
        return True
    if promise.kind == "agreement":
        return bool(scene.of("instrument") or (before is not None and before.of("instrument")))
    return _between_states(scene, promise)


def _bygone(scene: Scene, promise: Promise) -> bool:
    """Whether the first time of a promise is a day gone by: "are preparing to meet in Minsk yesterday"."""
    start = min(cue.first for cue in promise.cues) if promise.cues else promise.first
    times = [dict(time.shape) for time in scene.times if start <= time.first < promise.last]
    return bool(times) and times[0]["kind"] == "relday" and int(times[0].get("offset", 0)) < 0


def _between_states(scene: Scene, promise: Promise) -> bool:
    """Whether the words of a promise, or for talks their sentence, name two parties, or a party and an office."""
    talks = promise.kind in ("negotiation", "committee")
    first, last = (0, len(scene.sentence.tokens)) if talks else (promise.first, promise.last)
    named = {p.code for p in scene.parties if first <= p.first < last}
    offices = scene.of("office", "office_plural", "organisation")
    return len(named) > 1 or (bool(named) and any(first <= h.first < last for h in offices))


def _is_today(scene: Scene, promise: Promise) -> bool:
    """Whether "today" is the only time of a promise."""
    times = [dict(time.shape) for time in scene.times if promise.first <= time.first < promise.last]
    return all(shape["kind"] == "relday" and shape.get("offset") == 0 for shape in times)


def _present(cue: Hit) -> bool:
    """Whether a cue is only a verb of the present."""
    return cue.entry.kind == "event" and not cue.entry.attrs.get("future")


def _instrument(analysis: Analysis, scene: Scene) -> bool:
    """Whether the sentence, or the one before, names what is to be signed."""
    index = scene.sentence.index
    return any(other.of("instrument") for other in analysis.scenes[max(0, index - 1) : index + 1])


def _legs(sides: Sides) -> list[Sides]:
    """A tour as one visit for each country."""
    if sides.visitor is None or not sides.stops:
        return [sides]
    visitor = sides.visitor
    further = [Sides(sorted([visitor, stop], key=_value), visitor, stop, sides.subject) for stop in sides.stops]
    return [sides, *further]


def _stretch(legs: Sequence[Sides], n: int) -> tuple[int, int] | None:
    """The characters between a stop of a tour and the next one; none where there is but one."""
    host = legs[n].host
    if len(legs) < 2 or host is None:
        return None
    later = [leg.host.start for leg in legs if leg.host is not None and leg.host.start > host.end]
    return host.end, min(later, default=host.end + _NEAR_STOP)


def _following(scene: Scene, promise: Promise, before: FollowUpDraft) -> tuple[Cited[str] | None, Cited[str] | None]:
    """The days of a further stop that tells none: those of the stop before, or "the next day" after them."""
    hit = next((h for h in scene.of("next_day") if promise.first <= h.first < promise.last), None)
    if hit is None or before.window_end is None:
        return before.window_start, before.window_end
    cited = next_day(before.window_end, hit)
    return cited, cited


def _draft(
    analysis: Analysis,
    scene: Scene,
    promise: Promise,
    sides: Sides,
    meeting: int | None,
    stretch: tuple[int, int] | None,
) -> FollowUpDraft | None:
    """The draft of a promise; null where it has fewer than two parties or its time is past."""
    if len(sides.parties) < 2:
        return None
    ends, past = window_of(analysis, scene, promise, stretch)
    if past:
        return None
    tokens = scene.sentence.tokens
    head = promise.head or promise.governing
    start, end = tokens[promise.first].start, tokens[promise.last - 1].end
    attribution, speaker = speaker_of(analysis, scene, promise, sides.host)
    cue = promise.governing
    return FollowUpDraft(
        scene.sentence.index,
        Cited(kind_of(analysis, scene, promise), head.start, head.end, f"derived.{head.entry.rule}"),
        Cited(promise.modality, cue.start, cue.end, f"derived.{cue.entry.rule}"),
        sides.parties,
        Cited(analysis.view.published(start, end), start, end, "follow_up.clause"),
        ends[0] if ends else None,
        ends[1] if ends else None,
        attribution,
        speaker,
        visitor=sides.visitor,
        host=sides.host,
        meeting=meeting,
        formed=promise.kind == "formation",
    )


def _value(cited: Cited[str]) -> str:
    return cited.value
