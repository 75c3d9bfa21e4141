"""Whose word a promise is: both sides', one side's, an organisation's, the outlet's, or nobody's."""

from collections.abc import Sequence

from transforms.frames.promise_clauses import Promise
from transforms.frames.promise_cuts import outermost
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.lexicon.schema import ORGANISATIONS
from transforms.mentions.model import Analysis, Cited, Person, Scene
from transforms.vocabulary import Attribution, Modality

_BESIDE = 6  # tokens between a verb of saying and its speaker
_INVITED = 20  # tokens between an invitation and who gives it
_BACK = 3  # sentences in which the speaker was named


def speaker_of(
    analysis: Analysis, scene: Scene, promise: Promise, host: Cited[str] | None = None
) -> tuple[Cited[Attribution], Cited[str] | None]:
    """The attribution of a promise, and the speaker by name or as printed where one is told.

    `host` is to whom somebody is to travel: an invitation is the host's word.
    """
    says = outermost(scene.of("says"))
    unnamed = next((hit for hit in says if hit.entry.value == "unnamed"), None)
    if unnamed:
        return _told(Attribution.UNNAMED, unnamed), _words(analysis, unnamed.start, unnamed.end)
    at = promise.head.first if promise.head else promise.governing.last
    joint = next((hit for hit in says if hit.entry.value == "joint" and hit.first < at), None)
    says = [hit for hit in says if not (_leads_on(analysis, scene, promise, hit) or _is_itself(analysis, scene, hit))]
    verbs = [hit for hit in says if hit.entry.value in ("verb", "statement")]
    verbs.sort(key=lambda hit: not promise.first <= hit.first < at)  # those of the promise's own clauses first
    if promise.modality is Modality.INVITED:
        verbs = [next(cue for cue in promise.cues), *verbs]
    elif joint:
        return _told(Attribution.JOINT, joint), None
    that = load(analysis.lang).words["that_words"] | load(analysis.lang).words["told_pronouns"]
    inviter = _inviter(analysis, scene, verbs[0], host.value) if promise.modality is Modality.INVITED and host else None
    if promise.modality is Modality.INVITED and host is not None:
        verbs = verbs[1:]  # who stands beside an invitation may be the guest
    person = inviter or _speaker(analysis, scene, verbs, that)
    if person is not None:
        return _said_by(analysis, person)
    sources = _sources_before(analysis, scene, verbs[0], that) if verbs else None
    if sources is not None:
        return _told(Attribution.UNNAMED, sources), _words(analysis, sources.start, sources.end)
    statement = next((hit for hit in says if hit.entry.value in ("statement", "verb", "according")), None)
    if statement:
        side = min(
            (p for p in scene.parties if p.basis != "capital"),
            key=lambda p: abs(p.first - statement.first),
            default=None,
        )
        organisation = side is not None and side.code in ORGANISATIONS
        kind = Attribution.ORGANISATION if organisation else Attribution.PARTY
        named = _words(analysis, statement.start, statement.end) if statement.entry.value == "statement" else None
        return _told(kind, statement), named
    tokens = scene.sentence.tokens
    both = any(hit.entry.value == "joint" for title in analysis.title_scenes for hit in title.of("says"))
    own = Attribution.JOINT if both else Attribution.OUTLET
    whole = Cited(own, tokens[promise.first].start, tokens[promise.last - 1].end, "derived.speaker")
    return whole, None


def _is_itself(analysis: Analysis, scene: Scene, hit: Hit) -> bool:
    """Whether a statement only speaks of itself: "referred to in this statement", «في هذا البيان»."""
    before = scene.sentence.tokens[max(0, hit.first - 1) : hit.first]
    return hit.entry.value == "statement" and load(analysis.lang).speaks(before, "demonstratives")


def _leads_on(analysis: Analysis, scene: Scene, promise: Promise, hit: Hit) -> bool:
    """Whether a verb of saying stands behind a promise and leads to something else: «سيزور …، مؤكدا أن».

    Only where a verb stands before what was said; "as he said" (كما، حسبما) still speaks of the promise.
    """
    lexicon = load(analysis.lang)
    if lexicon.morphology.cased or hit.entry.value != "verb" or hit.first < promise.last:
        return False
    before = scene.sentence.tokens[max(0, hit.first - 2) : hit.first]
    return not lexicon.speaks(before, "as_said")


def _inviter(analysis: Analysis, scene: Scene, cue: Hit, host: str) -> Person | None:
    """The person of the inviting state beside an invitation; whoever accepts speaks for himself."""

    def gap(person: Person) -> int:
        return abs(person.first - cue.first)

    told = [p for p in scene.people if (p.name or p.title_text) and p.in_scope and gap(p) <= _INVITED]
    own = [p for p in told if (party := analysis.party(p)) is not None and party.value == host]
    return min(own, key=gap, default=None)


def speaking(analysis: Analysis, scene: Scene) -> Person | None:
    """The person who speaks in a sentence, or goes on speaking from the sentences before; null: none."""
    that = load(analysis.lang).words["that_words"] | load(analysis.lang).words["told_pronouns"]
    verbs = [hit for hit in outermost(scene.of("says")) if hit.entry.value in ("verb", "statement")]
    return _speaker(analysis, scene, verbs, that)


def _told(kind: Attribution, hit: Hit) -> Cited[Attribution]:
    return Cited(kind, hit.start, hit.end, "derived.speaker")


def _speaker(analysis: Analysis, scene: Scene, verbs: Sequence[Hit], that: frozenset[str]) -> Person | None:
    """Whoever says the first of some verbs: the person beside it, else who spoke last before."""
    if not verbs:
        return None
    return _nearest(analysis, scene, verbs[0], that) or _before(analysis, scene, verbs[0], that)


def _nearest(analysis: Analysis, scene: Scene, verb: Hit, that: frozenset[str]) -> Person | None:
    """The person beside a verb of saying; whoever stands behind "that" is spoken of: «وأضافت أن لافروف سيعقد»."""
    tokens = scene.sentence.tokens
    quoted = (n for n in range(verb.last, len(tokens)) if tokens[n].low in that or tokens[n].text == ":")
    stop = next(quoted, len(tokens))

    def gap(person: Person) -> int:
        return person.first - verb.last if person.first >= verb.last else verb.first - person.last

    if _is_body(analysis, scene, verb):
        return None
    told = (p for p in scene.people if (p.name or p.title_text) and p.in_scope)
    return min((p for p in told if p.first < stop and gap(p) <= _BESIDE), key=gap, default=None)


def _is_body(analysis: Analysis, scene: Scene, verb: Hit) -> bool:
    """Whether a ministry or an organisation stands right behind a verb of saying: «أكدت الخارجية مشاركة الرئيس»."""
    lexicon, tokens = load(analysis.lang), scene.sentence.tokens
    if lexicon.morphology.cased or verb.last >= len(tokens):
        return False
    at = verb.last + (tokens[verb.last].low in lexicon.words["ministries"])
    named = any(hit.first == at for hit in scene.of("portfolio", "organisation", "decider"))
    return named and not any(p.first <= at < p.last and p.name is not None for p in scene.people)


def _before(analysis: Analysis, scene: Scene, verb: Hit, that: frozenset[str]) -> Person | None:
    """Who spoke last in the sentences before: what "he added" goes on from; null where that was no person."""
    if verb.entry.kind != "says" or not _goes_on(analysis, scene, verb, that):
        return None
    earlier = [hit for hit in scene.of("says") if hit.entry.value == "verb" and hit.last <= verb.first]
    if earlier and not _goes_on(analysis, scene, earlier[-1], that):
        return _nearest(analysis, scene, earlier[-1], that)
    for index in range(scene.sentence.index - 1, max(-1, scene.sentence.index - 1 - _BACK), -1):
        other = analysis.scenes[index]
        told = [hit for hit in other.of("says") if hit.entry.value == "verb"]
        person = next((person for hit in told if (person := _nearest(analysis, other, hit, that))), None)
        if person is not None or (told and not _goes_on(analysis, other, told[0], that)):
            return person
    return None


def _sources_before(analysis: Analysis, scene: Scene, verb: Hit, that: frozenset[str]) -> Hit | None:
    """The sources without a name whose words go on: «وقالت مصادر … . وأشارت إلى أن»; null: somebody else speaks."""
    cased = load(analysis.lang).morphology.cased  # there "the ministry said" looks like "he said"
    if cased or verb.entry.kind != "says" or not _goes_on(analysis, scene, verb, that):
        return None
    for other in reversed(analysis.scenes[max(0, scene.sentence.index - _BACK) : scene.sentence.index]):
        told = [hit for hit in outermost(other.of("says")) if hit.entry.value in ("verb", "unnamed")]
        unnamed = next((hit for hit in told if hit.entry.value == "unnamed"), None)
        if unnamed is not None or any(not _goes_on(analysis, other, hit, that) for hit in told):
            return unnamed
    return None


def _goes_on(analysis: Analysis, scene: Scene, verb: Hit, that: frozenset[str]) -> bool:
    """Whether a verb of saying names nobody, so that who spoke before speaks on: «وأضاف أن», "he added"."""
    tokens = scene.sentence.tokens
    lexicon = load(analysis.lang)
    if lexicon.morphology.cased:
        return True
    if verb.last < len(tokens) and not _opens_speech(lexicon, tokens[verb.last].low, that):
        return False
    named = [hit.first for hit in scene.of("organisation", "office", "out_office")]
    named += [side.first for side in scene.parties]
    stop = next((n for n in range(verb.last, len(tokens)) if tokens[n].low in that), verb.last)
    return not any(verb.last <= first < min(stop, verb.last + _BESIDE) for first in named)


def _opens_speech(lexicon: Lexicon, behind: str, that: frozenset[str]) -> bool:
    """Whether the word behind a verb of saying leads to what was said; any other names who said it."""
    written_on = any(prefix for prefix, _ in lexicon.morphology.splits(behind))
    return behind in that or behind in lexicon.words["leads_to_speech"] or not behind.isalpha() or written_on


def _said_by(analysis: Analysis, person: Person) -> tuple[Cited[Attribution], Cited[str] | None]:
    party = analysis.party(person)
    tokens = analysis.scenes[person.sentence].sentence.tokens
    start, end = tokens[person.first].start, tokens[min(person.last, len(tokens)) - 1].end
    organisation = party is not None and party.value in ORGANISATIONS
    kind = Attribution.ORGANISATION if organisation else Attribution.PARTY
    return Cited(kind, start, end, "derived.speaker"), person.name or _words(analysis, start, end)


def _words(analysis: Analysis, start: int, end: int) -> Cited[str]:
    return Cited(analysis.view.published(start, end), start, end, "speaker")
