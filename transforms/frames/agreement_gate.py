"""Whether a sentence reports an instrument as news: commentary, history and private contracts stay out."""

from collections.abc import Sequence

from transforms.frames.agreement_acts import Act, is_after
from transforms.frames.agreement_titles import Title
from transforms.frames.drafts import MeetingDraft
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Analysis, Scene
from transforms.time.model import Precision, Window
from transforms.time.resolve import resolve
from transforms.vocabulary import AgreementStatus

DECISIONS = (AgreementStatus.APPROVED, AgreementStatus.UNDER_NEGOTIATION)
_AFTER = 4  # sentences behind the last one of a meeting that may still tell what it led to
_LEAD = 3  # sentences at the start of a report that tell its news
_RECENT = 8  # days before publication
_NOUN_REACH = 6  # words from "the signing" to what is signed
_DECISION_REACH = 4  # words from "approving" to what is approved
_WITH = 4  # words from "with" to the other party
_SITTING = 20  # the same, where the cabinet and its sitting stand between: «أقر مجلس الوزراء في جلسته …، مشروع اتفاقية»


def is_private(scene: Scene, titles: Sequence[Title], act: Act) -> bool:
    """Whether companies, universities or clubs sign: words of what an instrument is about do not count."""
    if act.status in DECISIONS and act.stage is not None:
        return False
    about = {i for title in titles for i in range(title.about, title.last)}
    return any(h.first not in about for h in scene.of("agreement_private"))


def in_reach(scene: Scene, instrument: Hit, title: Title, act: Act, listed: bool, lexicon: Lexicon) -> bool:
    """Whether act and instrument stand close enough; an item of a list stands as close as the item before it."""
    if listed or is_after(act.hit):
        return True
    gap = title.first - act.hit.last
    if act.status is AgreementStatus.APPROVED:
        decided = any(act.hit.first <= h.first <= act.hit.last + 1 for h in scene.of("decider"))
        return gap <= (_SITTING if decided else _DECISION_REACH)
    if act.hit.entry.attrs.get("noun"):
        return gap <= _NOUN_REACH and not _is_bare(scene, instrument, title, lexicon)
    return True


def _is_bare(scene: Scene, instrument: Hit, title: Title, lexicon: Lexicon) -> bool:
    """Whether the words only point back to an instrument named before: "the agreement"."""
    definite = lexicon.words["definite"]
    tokens = scene.sentence.tokens
    before = tokens[instrument.first - 1].low if instrument.first else ""
    word = tokens[instrument.first].low[len(instrument.prefix) :]
    article = lexicon.morphology.article
    link = tokens[title.last].low in lexicon.words["party_link"] if title.last < len(tokens) else False
    if link and any(0 < p.first - title.last <= _WITH for p in scene.parties if p.basis != "capital"):
        return False  # "the trade agreement with Austria"
    return title.last == instrument.last and (before in definite or bool(article and word.startswith(article)))


def is_news(
    analysis: Analysis,
    scene: Scene,
    instrument: Hit,
    title: Title,
    act: Act,
    codes: Sequence[str],
    meeting: MeetingDraft | None,
    lexicon: Lexicon,
) -> bool:
    """Whether the report tells the act as its own news, not as the background of something else.

    `codes` are the parties that the sentence itself names; `meeting` is the one that they fit.
    """
    bare = _is_bare(scene, instrument, title, lexicon)
    if act.status is AgreementStatus.UNDISCLOSED:
        return True
    if act.stage is not None and act.status in DECISIONS:
        return not bare and _has_decider(analysis, scene)
    noun = bool(act.hit.entry.attrs.get("noun"))
    if meeting is not None and _belongs(scene, meeting):
        return not (bare and noun)
    if bare or noun:
        return False
    if act.status is AgreementStatus.SIGNED:
        return scene.sentence.index < _LEAD or _is_recent(analysis, scene) or (meeting is not None and len(codes) > 1)
    return scene.sentence.index < _LEAD or len(codes) > 1 or bool(scene.of("group"))


def is_told(scene: Scene, instrument: Hit, title: Title, act: Act, lexicon: Lexicon) -> bool:
    """Whether words tell of an act with an instrument, and do not only point back to one or name the act.

    What `is_news` asks at least where no meeting is told: a decision's instrument is named, other acts are verbs.
    """
    bare = _is_bare(scene, instrument, title, lexicon)
    if act.stage is not None and act.status in DECISIONS:
        return not bare
    return not (bare or act.hit.entry.attrs.get("noun"))


def _belongs(scene: Scene, meeting: MeetingDraft) -> bool:
    """Whether the sentence is one of those that tell of the meeting, or follows them closely."""
    told = meeting.sentences | {meeting.sentence}
    return min(told) - 1 <= scene.sentence.index <= max(told) + _AFTER


def _has_decider(analysis: Analysis, scene: Scene) -> bool:
    """Whether a cabinet or a parliament has been named up to here."""
    return any(s.of("decider") for s in analysis.scenes[: scene.sentence.index + 1]) or any(
        s.of("decider") for s in analysis.title_scenes
    )


def _is_recent(analysis: Analysis, scene: Scene) -> bool:
    """Whether the sentence dates itself to the days before publication."""
    if analysis.published is None:
        return False
    windows = [resolve(time, analysis.published, future=False) for time in scene.times]
    days = [w.start for w in windows if isinstance(w, Window) and w.precision is Precision.DAY and w.start is not None]
    return any(0 <= (analysis.published - day).days <= _RECENT for day in days)
