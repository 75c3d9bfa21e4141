"""Reads the instruments of an article: what they are, how far they have come, between whom, and on what."""

from collections.abc import Sequence

from transforms.frames.agreement_acts import Act, governing, is_background, is_reference
from transforms.frames.agreement_gate import DECISIONS, in_reach, is_news, is_private, is_told
from transforms.frames.agreement_merge import merged
from transforms.frames.agreement_parties import meeting_for, named_codes, parties_of
from transforms.frames.agreement_titles import Title, title_of
from transforms.frames.drafts import MeetingDraft
from transforms.frames.drafts_agreements import AgreementDraft
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.model import Analysis, Cited, Scene
from transforms.time.model import Precision, Window
from transforms.time.resolve import resolve
from transforms.vocabulary import AgreementStatus, AgreementType, LegalStage, Topic

_QUOTES = frozenset("\"(-'")
_OPENS = 3  # words of a headline before which a joint statement opens it: "Full text of the joint statement"
_WITHHELD = 6  # words from "no details of" to the instruments
_DATED = (AgreementStatus.SIGNED, AgreementStatus.APPROVED)


def find_agreements(analysis: Analysis, meetings: Sequence[MeetingDraft]) -> list[AgreementDraft]:
    """Every instrument between parties in scope, in order of the text, each told once."""
    lexicon = load(analysis.lang)
    drafts: list[AgreementDraft] = []
    for scene in analysis.scenes:
        instruments = _instruments(scene, lexicon)
        if instruments and (scene.of("agreement_act") or any(_quoted(scene, hit, lexicon) for hit in instruments)):
            drafts += _of_scene(analysis, scene, instruments, meetings, lexicon)
    if not any(draft.type.value is AgreementType.JOINT_STATEMENT for draft in drafts):
        drafts += _issued(analysis, meetings)
    return merged(drafts)


def _issued(analysis: Analysis, meetings: Sequence[MeetingDraft]) -> list[AgreementDraft]:
    """The joint statement that a report of a meeting is, by its headline: «البيان المشترك الصادر عن …»."""
    for scene in analysis.title_scenes[:1] if meetings else ():
        for hit in scene.of("instrument"):
            if hit.entry.value != AgreementType.JOINT_STATEMENT or hit.first > _OPENS or scene.of("agreement_plan"):
                continue
            words = analysis.title_view.published(hit.start, hit.end)
            first = meetings[0]
            return [
                AgreementDraft(
                    first.sentence,
                    Cited(AgreementType.JOINT_STATEMENT, hit.start, hit.end, "agreement.instrument", "title"),
                    Cited(AgreementStatus.SIGNED, hit.start, hit.end, "derived.issued", "title"),
                    sorted(first.parties, key=lambda side: side.value),
                    date=first.date,
                    title=Cited(words, hit.start, hit.end, "agreement.title", "title"),
                    legal_stage=Cited(LegalStage.SIGNED, hit.start, hit.end, "derived.issued", "title"),
                    meeting=0,
                )
            ]
    return []


def may_tell(scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a sentence of a report without meetings can tell of an instrument as news, its parties apart."""
    if not scene.of("instrument"):
        return False
    instruments = _instruments(scene, lexicon)
    for hit, following in zip(instruments, [*instruments[1:], None], strict=True):
        title = title_of(scene, hit, following, lexicon)
        act = governing(scene, hit, title) or _quoted(scene, hit, lexicon)
        if act is not None and is_told(scene, hit, title, act, lexicon):
            return True
    return bool(instruments) and _undisclosed(scene, instruments) is not None


def _instruments(scene: Scene, lexicon: Lexicon) -> list[Hit]:
    """The instruments of a sentence; none inside a proper name, nor in the title of another ("amending the …")."""
    names = scene.of("organisation")
    kept: list[Hit] = []
    for hit in sorted(scene.of("instrument"), key=lambda h: (h.first, -h.last)):
        if kept and hit.first < kept[-1].last:
            continue
        if any(n.first <= hit.first and hit.last <= n.last for n in names):
            continue
        if kept and _within(scene, kept[-1], hit, lexicon):
            continue
        kept.append(hit)
    return kept


def _within(scene: Scene, outer: Hit, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether only words of a title stand between two instruments: no "and", no comma, no act."""
    if hit.prefix or hit.first - outer.last > 5 or hit.first == outer.last:
        return False
    if any(outer.last <= act.first < hit.first for act in scene.of("agreement_act")):
        return False
    joints = lexicon.words["title_joint"] | lexicon.words["listing"]
    between = scene.sentence.tokens[outer.last : hit.first]
    if all(token.text in _QUOTES for token in between):
        return outer.entry.value == hit.entry.value  # the name of the instrument in apposition
    if any(outer.last <= numeral.first < hit.first for numeral in scene.of("numeral")):
        return False  # «إعلان نوايا بشأن … وثلاث مذكرات»
    return all(token.text.isalnum() and token.low not in joints for token in between)


def _of_scene(
    analysis: Analysis, scene: Scene, instruments: Sequence[Hit], meetings: Sequence[MeetingDraft], lexicon: Lexicon
) -> list[AgreementDraft]:
    titles = [
        title_of(scene, hit, following, lexicon)
        for hit, following in zip(instruments, [*instruments[1:], None], strict=True)
    ]
    undisclosed = _undisclosed(scene, instruments)
    if undisclosed is not None and not is_private(scene, titles, undisclosed):
        draft = _draft(analysis, scene, instruments[0], titles[0], undisclosed, meetings, lexicon)
        if draft is not None and len({h.entry.value for h in instruments}) > 1:
            first, last = instruments[0], instruments[-1]
            draft.type = Cited(AgreementType.UNSPECIFIED, first.start, last.end, "derived.instruments_mixed")
        return [draft] if draft is not None else []
    found: list[AgreementDraft] = []
    listed: Hit | None = None  # the act of the item before, when that item was taken
    counted: Act | None = None  # what was done with the documents that the items name one by one
    for hit, title in zip(instruments, titles, strict=True):
        act = governing(scene, hit, title) or (counted if _is_listing(scene, counted, hit, lexicon) else None)
        act = act or _quoted(scene, hit, lexicon)
        if act is None or not in_reach(scene, hit, title, act, act.hit is listed, lexicon):
            continue
        if is_reference(scene, hit, title, act) or is_private(scene, titles, act):
            continue
        if is_background(scene, title, act, analysis.published):
            continue
        draft = _draft(analysis, scene, hit, title, act, meetings, lexicon)
        if draft is not None:
            found.append(draft)
            listed = act.hit
            counted = act if draft.collective or counted is not None else None
    return found


def _quoted(scene: Scene, instrument: Hit, lexicon: Lexicon) -> Act | None:
    """A joint statement that is quoted has been issued: "a joint statement said", «ذكر بيان مشترك»."""
    if instrument.entry.value != AgreementType.JOINT_STATEMENT:
        return None
    says = [h for h in scene.of("says") if h.entry.value in ("verb", "according")]
    told = [h for h in says if instrument.first in (h.last, h.last + 1) or h.first == instrument.last]
    told += [h for h in says if h.last <= instrument.first and _led_in(scene, instrument, lexicon)]
    before = scene.sentence.tokens[instrument.first - 1].low if instrument.first else ""
    if not told and before in lexicon.words.get("stated_right_in", ()):
        told = [instrument]  # «وأكد الوزيران في بيانهما الختامي»
    return Act(AgreementStatus.SIGNED, LegalStage.SIGNED, told[0], "agreement.signed") if told else None


def _led_in(scene: Scene, instrument: Hit, lexicon: Lexicon) -> bool:
    """Whether a statement is where something was said: "said in a joint statement", «في بيان مشترك»."""
    before = scene.sentence.tokens[max(0, instrument.first - 2) : instrument.first]
    return any(token.low in lexicon.words["stated_in"] for token in before)


def _is_listing(scene: Scene, act: Act | None, instrument: Hit, lexicon: Lexicon) -> bool:
    """Whether the documents that an act counts are being named: "were signed: …", "including …"."""
    if act is None:
        return False
    between = scene.sentence.tokens[act.hit.last : instrument.first]
    return any(token.text == ":" or token.low in lexicon.words["listing"] for token in between)


def _undisclosed(scene: Scene, instruments: Sequence[Hit]) -> Act | None:
    """The words that withhold an instrument's details, or whether it was signed at all."""
    acts = scene.of("agreement_act")
    for hit in acts:
        if hit.entry.value != AgreementStatus.UNDISCLOSED:
            continue
        told = any(a.last <= hit.first and a.entry.value == AgreementStatus.SIGNED for a in acts)
        if 0 <= instruments[0].first - hit.last <= _WITHHELD or (told and hit.first >= instruments[0].last):
            return Act(AgreementStatus.UNDISCLOSED, None, hit, "agreement.undisclosed")
    return None


def _draft(
    analysis: Analysis,
    scene: Scene,
    instrument: Hit,
    title: Title,
    act: Act,
    meetings: Sequence[MeetingDraft],
    lexicon: Lexicon,
) -> AgreementDraft | None:
    """The draft of one instrument; null where fewer than two parties are known."""
    codes = named_codes(scene, title, act, lexicon)
    index = None
    if not (act.stage is not None and act.status in DECISIONS):
        index = meeting_for(scene, codes, meetings)
    meeting = meetings[index] if index is not None else None
    if not is_news(analysis, scene, instrument, title, act, codes, meeting, lexicon):
        return None
    parties = parties_of(analysis, scene, title, act, meeting, lexicon)
    if len(parties) < 2:
        return None
    if meeting is not None and not {p.value for p in parties} <= {p.value for p in meeting.parties}:
        index, meeting = None, None
    return AgreementDraft(
        scene.sentence.index,
        Cited(AgreementType(instrument.entry.value), instrument.start, instrument.end, "agreement.instrument"),
        Cited(act.status, act.hit.start, act.hit.end, act.rule),
        parties,
        date=_date(analysis, scene, act, meeting),
        topics=_topics(scene, title),
        title=_title(analysis, scene, title),
        signatories=_signatories(scene, act),
        count=_count(scene, instrument),
        legal_stage=Cited(act.stage, act.hit.start, act.hit.end, act.rule) if act.stage else None,
        meeting=index,
        collective=bool(instrument.entry.attrs.get("plural") or instrument.entry.attrs.get("dual")),
    )


def _date(analysis: Analysis, scene: Scene, act: Act, meeting: MeetingDraft | None) -> Cited[str] | None:
    """The day of the act: its own sentence's, else the meeting's, else the last day told before it."""
    if act.status not in _DATED:
        return None
    own = _day(analysis, scene)
    if own is not None:
        return own
    if meeting is not None:
        return meeting.date
    earlier = [s for s in analysis.scenes[: scene.sentence.index] if s.times]
    return next((day for day in (_day(analysis, s) for s in reversed(earlier)) if day is not None), None)


def _day(analysis: Analysis, scene: Scene) -> Cited[str] | None:
    for time in scene.times:
        window = resolve(time, analysis.published, future=False)
        if not isinstance(window, Window) or window.precision is not Precision.DAY or window.start is None:
            continue
        if analysis.published is None or abs((analysis.published - window.start).days) <= 45:
            return Cited(window.start.isoformat(), time.start, time.end, time.rule)
    return None


def _topics(scene: Scene, title: Title) -> list[Cited[Topic]]:
    found: dict[Topic, Cited[Topic]] = {}
    for hit in scene.of("topic"):
        if title.first <= hit.first and hit.last <= title.last:
            topic = Topic(hit.entry.value)
            found.setdefault(topic, Cited(topic, hit.start, hit.end, hit.entry.rule))
    return list(found.values())


def _title(analysis: Analysis, scene: Scene, title: Title) -> Cited[str]:
    start, end = scene.sentence.tokens[title.first].start, scene.sentence.tokens[title.last - 1].end
    hit = next((h for h in scene.of("instrument", "instrument_draft") if h.first == title.first), None)
    if hit is not None:
        start = hit.start  # a particle written onto the first word is no part of the title
    return Cited(analysis.view.published(start, end), start, end, "agreement.title")


def _signatories(scene: Scene, act: Act) -> list[Cited[str]]:
    if act.status is not AgreementStatus.SIGNED:
        return []
    return [p.name for p in scene.people if p.name is not None and p.in_scope][:6]


def _count(scene: Scene, instrument: Hit) -> Cited[int] | None:
    """How many instruments the words say: "18 memoranda", «مذكرتي تفاهم»."""
    if instrument.entry.attrs.get("dual"):
        return Cited(2, instrument.start, instrument.end, "agreement.dual")
    if not instrument.entry.attrs.get("plural") or instrument.first == 0:
        return None
    for token in reversed(scene.sentence.tokens[max(0, instrument.first - 2) : instrument.first]):
        if token.text.isdecimal() and len(token.text) < 4:
            return Cited(int(token.text), token.start, token.end, "agreement.count")
    for hit in scene.of("numeral"):
        if 0 <= instrument.first - hit.last <= 1:
            return Cited(int(hit.entry.value), hit.start, hit.end, "agreement.count")
    return None
