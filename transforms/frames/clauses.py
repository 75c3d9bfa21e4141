"""Contact clauses: where a sentence says that people met, who they were, and whether it really happened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from transforms.lexicon.gazetteer import Hit
from transforms.mentions.model import Analysis, Cited, Party, Person, Scene
from transforms.segment import Token

# How far back a word of denial or planning still governs a verb, in tokens.
_REACH = 7
_LATELY = {"time": 2 * _REACH, "recent": _REACH}  # words of an earlier time, and how far behind a verb they date it
# How far a verb in the future does; farther one that opens the sentence, and over a verb of the present:
# «سيغادر … في زيارة يلتقي خلالها …».
_REACH_OF_FUTURE, _REACH_OF_MAIN = 30, 70
# Tokens between a noun of contact, with whose it is, and a verb in the future that is its predicate.
_PREDICATE = 4
# After «كان …» they make what follows the news: «كان التعاون محور لقاء جمع الوزير بالسفير».
_SUBJECT_OF = frozenset({"محور", "صلب", "موضوع", "محل"})


@dataclass(slots=True)
class Clause:
    """One contact told in a sentence, or a reference to one."""

    scene: Scene
    cue: Hit
    form: str
    pattern: str  # host_first, guest_first, mutual, …
    subjects: list[Person] = field(default_factory=list)
    objects: list[Person] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)  # sides named without a person
    separate: bool = False
    secondary: bool = False
    stop: int = 0  # token at which the clause ends

    @property
    def people(self) -> list[Person]:
        """Subjects, then objects."""
        return [*self.subjects, *self.objects]


def real(scene: Scene, cue: Hit, future: Sequence[int] = (), aside: frozenset[str] = frozenset()) -> bool:
    """Whether a contact cue tells of something that took place: not denied, planned, supposed or recalled.

    `future` are the tokens that are verbs in the future; `aside` the words that put a noun of contact beside what
    is planned: "announced that Ankara will …, during a meeting with his counterpart".
    """
    if _put_off(scene, cue) or _announces(cue):
        return False
    if _beside(scene, cue, aside):
        return not recalled(scene, cue)
    if _of_announced(scene, cue, future):
        return False
    open_ended = bool(cue.entry.attrs.get("present") or cue.entry.attrs.get("noun"))
    for i in future:
        reach = _REACH_OF_MAIN if i <= 1 or cue.entry.attrs.get("present") else _REACH_OF_FUTURE
        if 0 <= cue.first - i <= reach and not _divided(scene, i, cue.first):
            return False
    marks = {h.first for h in scene.of("background_mark")} if not cue.entry.attrs.get("present") else set()
    for hit in scene.of("contact_planned", "hypothetical"):
        if hit.entry.kind == "hypothetical" and hit.first in marks:
            continue  # «قد» before a verb of the past: "had"
        if titled(hit, scene) or _in_capitals(scene, hit):
            continue  # "Foreign Secretary Theresa May met"
        if hit.first < cue.first < hit.last:
            return False  # "the third to be hosted by Jakarta"
        near = cue.first - hit.last <= (40 if open_ended else _REACH)
        if hit.last <= cue.first and near and not _divided(scene, hit.last, cue.first) and not _done(scene, hit, cue):
            return False
    for hit in scene.of("negation"):
        if hit.last <= cue.first and cue.first - hit.last <= 4 and not _divided(scene, hit.last, cue.first):
            return False
        if hit.entry.value == "denial" and hit.first < cue.first:
            return False
    return not recalled(scene, cue)


def _in_capitals(scene: Scene, hit: Hit) -> bool:
    """Whether a word stands in a run of capitals, where people are not read yet: "Theresa May"."""
    words = scene.sentence.tokens[max(0, hit.first - 1) : hit.last]
    return hit.last - hit.first == 1 and len(words) == 2 and all(t.text[0].isupper() for t in words)


def _of_announced(scene: Scene, cue: Hit, future: Sequence[int]) -> bool:
    """Whether a noun of contact goes with a verb that announces: «يلتقي … على هامش اجتماع», «لقاء … سيكون»."""
    if not cue.entry.attrs.get("noun") or cue.entry.attrs.get("form") == "call":
        return False
    told = [h for h in scene.of("contact", "held") if h.last <= cue.first]
    before = [h for h in told if h.entry.attrs.get("verb") or h.entry.kind == "held"]
    verbs = [h for h in before if not h.entry.attrs.get("light") and h.entry.kind == "contact"]
    if verbs and _announces(verbs[-1]):
        return True
    return not before and any(0 <= i - cue.last <= _PREDICATE for i in future)


def _announces(cue: Hit) -> bool:
    """Whether a verb stands in the present, or as an aim: «لبحث».

    What is over is told in the past; who heads a delegation may be told in the present.
    """
    attrs = cue.entry.attrs
    if cue.entry.value == "talks" and cue.prefix.endswith("ل"):
        return True
    chairs = attrs.get("chair") or cue.entry.value == "chair"
    return bool(attrs.get("present") and attrs.get("verb")) and not chairs


_REACH_OF_TOMORROW = 8  # tokens; further on the day belongs to something else


def _put_off(scene: Scene, cue: Hit) -> bool:
    """Whether a meeting is only announced, put off or called off: "The summit between … has been postponed".

    Only a noun that no verb of holding governs, and whose own predicate it is: no other contact in between.
    """
    if not cue.entry.attrs.get("noun"):
        return False
    governed = [h for h in scene.of("contact", "held") if 0 <= cue.first - h.last <= 6 and h is not cue]
    aim = cue.prefix.endswith("ل") and cue.entry.value == "mutual"  # «تقوده إلى قطر للقاء وزراء الخارجية»
    if aim and not any(h.first < cue.first for h in scene.of("contact", "held")):
        return True
    if any(h.entry.kind == "held" or h.entry.attrs.get("light") for h in governed):
        return False
    others = [h for h in scene.of("contact") if not h.entry.attrs.get("anaphor") and h is not cue]
    for hit in scene.of("put_off"):
        if 0 <= cue.first - hit.last <= 2:
            return True
        if hit.entry.value == "tomorrow" and hit.first - cue.last > _REACH_OF_TOMORROW:
            continue
        between = [h for h in others if cue.last <= h.first and h.last <= hit.first]
        if hit.first >= cue.last and not between:
            return True
    return False


def _beside(scene: Scene, cue: Hit, aside: frozenset[str]) -> bool:
    """Whether a comma and a word such as "during" part a noun of contact from what the sentence announces."""
    before = scene.sentence.tokens[max(0, cue.first - 3) : cue.first]
    opens = [i for i, t in enumerate(before) if t.low in aside]
    after = scene.sentence.tokens[cue.last : cue.last + 2]
    denied = any(h.last <= cue.first and cue.first - h.last <= 4 for h in scene.of("negation"))
    future = any(0 <= h.first - cue.last <= 2 for h in scene.of("contact_planned"))
    return (
        bool(opens) and any(t.text in ",،" for t in before[: opens[-1]]) and not denied and not future and bool(after)
    )


def _done(scene: Scene, planned: Hit, cue: Hit) -> bool:
    """Whether a verb in the past stands between a plan and a noun of contact: the noun is that verb's."""
    verbs = [h for h in scene.of("contact") if h.entry.attrs.get("verb") and not h.entry.attrs.get("present")]
    return any(planned.last <= h.first < cue.first for h in verbs)


def recalled(scene: Scene, cue: Hit) -> bool:
    """Whether the sentence tells the contact as background."""
    for hit in scene.of("background"):
        reach = _REACH if hit.entry.value in _LATELY else 60
        if hit.first <= cue.first and cue.first - hit.last <= reach and not _divided(scene, hit.last, cue.first):
            return True
        if 0 <= hit.first - cue.last <= _LATELY.get(hit.entry.value, -1):
            return True
        if hit.first <= cue.last and hit.last >= cue.first:
            return True
    for opened in () if _fresh(scene, cue) else scene.of("background_open"):
        marks = [h for h in scene.of("background_mark") if 0 <= h.first - opened.last <= 9]
        if marks and cue.first >= marks[0].first:
            return True
        opens = opened.first == 0 and not cue.entry.attrs.get("secondary")
        opens = opens and not any(t.low in _SUBJECT_OF for t in scene.sentence.tokens[opened.last : cue.first])
        if opens and opened.entry.value == "was" and cue.first > opened.last:
            return True
    return False


def _fresh(scene: Scene, cue: Hit) -> bool:
    """Whether today or yesterday stands by the cue: "had earlier today met", «وكان الوزير قد استقبل، أمس، …»."""
    near = [t for t in scene.times if abs(t.first - cue.first) <= _REACH]
    shapes = [dict(t.shape) for t in near]
    return any(shape["kind"] == "relday" and int(shape.get("offset", 0)) in (0, -1) for shape in shapes)


def _divided(scene: Scene, start: int, end: int) -> bool:
    """Whether a strong sign parts two places of a sentence."""
    return any(t.text in ";؛:" for t in scene.sentence.tokens[start:end])


def next_day(day: Cited[str], words: Hit) -> Cited[str]:
    """The day after one, told by words such as "on the following day"."""
    following = date.fromisoformat(day.value) + timedelta(1)
    return Cited(following.isoformat(), words.start, words.end, "derived.next_day")


def in_scope(analysis: Analysis, person: Person) -> bool:
    """Whether a mention is of an official who can be a side of a meeting."""
    full = analysis.full(person)
    return full.in_scope and person.in_scope


def party_of(analysis: Analysis, person: Person) -> str | None:
    """The state or organisation that a mention's person represents."""
    party = analysis.party(person)
    return party.value if party else None


def contact_cues(scene: Scene) -> list[Hit]:
    """The cues of contact in a sentence, a noun under its light verb once: "held talks" is one."""
    cues = [h for h in scene.of("contact") if not h.entry.attrs.get("light")]
    cues += [h for h in scene.of("contact_open") if _completed(scene, h)]
    light = [h for h in scene.of("contact") if h.entry.attrs.get("light")]
    out: list[Hit] = []
    for cue in sorted(cues, key=lambda h: (h.first, -h.last)):
        if out and cue.first < out[-1].last:
            continue
        out.append(cue)
    return out + light


_GAP = 6  # tokens between a verb and the word that completes it: "called in Budapest on Monday on the minister"


def _completed(scene: Scene, cue: Hit) -> bool:
    """Whether a verb that alone tells nothing has what makes it a contact.

    The word it needs before somebody: "called in Budapest on the minister"; else officials right behind it and a city
    before what was said: "told his counterpart in Cairo that …".
    """
    tokens, then = scene.sentence.tokens, cue.entry.attrs.get("then")
    if then is not None:
        ends = [i for i in range(cue.last, min(len(tokens), cue.last + _GAP)) if tokens[i].low == then]
        styles = {n for h in scene.of("honorific") for n in range(h.first, h.last)}
        met = [p for i in ends for p in scene.people if -1 <= _apart(tokens, styles, i + 1, p.first) <= 2]
        return any(p.last == len(tokens) or tokens[p.last].low != "to" for p in met)  # "called on him to act"
    nouns = [h for h in scene.of("contact") if h.entry.attrs.get("noun") and 0 <= cue.first - h.last <= 2]
    if nouns:
        return False  # «لقاء جمع الوزير بنظيره»
    end = cue.last
    for person in scene.people:
        if 0 <= person.first - end <= 2 and (person.office or person.counterpart):
            end = person.last
    return end > cue.last and any(p.city and cue.last <= p.first <= end + _GAP for p in scene.places)


def _apart(tokens: Sequence[Token], styles: set[int], start: int, end: int) -> int:
    """How many words lie from one token to another, styles and their stops left out: "on H.E. Ms. Vadas"."""
    return end - start if end < start else sum(n not in styles and tokens[n].text != "." for n in range(start, end))


def titled(hit: Hit, scene: Scene) -> bool:
    """Whether words belong to somebody's title: «رئيس مجلس الوزراء» names no ministers."""
    return any(p.first <= hit.first < p.last for p in scene.people)


def took_place(clause: Clause) -> bool:
    """Whether a meeting told without names is said to have been held, and not put off or announced."""
    scene = clause.scene
    denied = [h for h in scene.of("negation") if h.first < clause.cue.first]
    held = [h for h in scene.of("held") if h.last <= clause.cue.first]
    planned = [h for h in scene.of("contact_planned") if held and h.first < held[0].first]
    if held and not (denied or planned or clause.secondary):
        return True  # "held the ninth meeting, the third to be hosted by Jakarta"
    return bool(scene.of("held")) and not (denied or scene.of("contact_planned")) and not clause.secondary


def dated_or_held(clause: Clause, aside: frozenset[str]) -> bool:
    """Whether a noun of contact comes with a verb of holding, a day, or words that name its sides as having met."""
    scene = clause.scene
    light = any(h.entry.attrs.get("light") for h in scene.of("contact"))
    before = {t.low for t in scene.sentence.tokens[max(0, clause.cue.first - 2) : clause.cue.first]}
    if before & aside:
        return True
    return light or bool(scene.of("held")) or bool(scene.times) or clause.form != "in_person"


_NOUN = 3  # tokens from a light verb to its noun: "held a long meeting"


def is_private(clause: Clause) -> bool:
    """Whether a noun of contact is of a further meeting, with nobody of a state: «بلقاء مع ممثلي الجالية»."""
    tokens, cue = clause.scene.sentence.tokens, clause.cue
    nouns = [h for h in clause.scene.of("contact") if 0 <= h.first - cue.first <= _NOUN and h.entry.attrs.get("noun")]
    new = [h for h in nouns if not h.entry.attrs.get("anaphor") and h.last < len(tokens)]
    foreign = [p for p in clause.people if p.first > cue.first] or clause.parties
    return any(tokens[h.last].low == "مع" for h in new[:1]) and not foreign


_MARGINS = 4  # tokens from "on the sidelines of" to those whose gathering it was


def at_margins(scene: Scene, person: Person) -> bool:
    """Whether somebody unnamed only says whose gathering it was that they met beside: «على هامش قمة قادة مجموعة …»."""
    margins = [h for h in scene.of("occasion") if h.entry.value == "sidelines"]
    return person.name is None and any(0 <= person.first - h.last <= _MARGINS for h in margins)
