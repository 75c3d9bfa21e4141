"""Gives a side to officials whose state the text tells only in a roundabout way, or nowhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.lexicon.schema import ORGANISATIONS, STATES
from transforms.mentions.abroad import hosts_abroad, welcomed_abroad
from transforms.mentions.cast import Cast, name_parts
from transforms.mentions.model import Cited, Party, Person, Scene
from transforms.mentions.person import CABINET
from transforms.mentions.titles import known_holder, office_in_state, sharing, state_of_title
from transforms.vocabulary import Office

# Offices that a state has once.
_ONLY = (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT)
_CHIEFS = (*_ONLY, Office.DEPUTY_HEAD_OF_GOVERNMENT, Office.MINISTER, Office.CROWN_PRINCE)
_RULERS = (*_ONLY, Office.CROWN_PRINCE)
_HOSTS = (*_RULERS, Office.DEPUTY_HEAD_OF_GOVERNMENT)
_MET = 6  # tokens between a verb of meeting and whom a visitor met
# Tokens behind "the Indian side" in which its head is named, and the others of a list: "headed by … and included …".
_LED, _LISTED = 10, 30
_LED_OF = 3  # tokens behind "headed the" in which "delegation of" has its state
_OF = 9  # tokens between a delegation and its state: "a delegation of the Parliament of Azerbaijan led by …"
_THERE, _BESIDE = 10, 3  # tokens from "where" to whom one meets there, and back to the place that is meant
_OPENING = 4  # tokens before the place in which a sentence opens: "During his stay in Hanoi"
_LEAD = 4  # sentences that tell whose head is on a visit
_STYLES = 6  # tokens of styles between "at the invitation of" and the one who invites


def complete(cast: Cast, scenes: Sequence[Scene], home: str | None, lexicon: Lexicon, filed: str | None = None) -> None:
    """Give officials whose state is nowhere told the outlet's own, or the one on whose ground they act.

    `filed` is the state of the dateline's city; null: no dateline.
    """
    named = Counter(p.code for s in scenes for p in s.parties if p.basis in ("country", "demonym"))
    guessed: set[int] = set()
    for key, member in enumerate(cast.members):
        if member.party is not None or not member.in_scope or member.office is None:
            continue
        code = (
            _sent(key, scenes, lexicon)
            or _visited(key, scenes)
            or _where(key, scenes, lexicon)
            or _spoken_of(key, scenes, lexicon)
            or _organisation(member, cast, scenes, lexicon)
            or _sided(key, scenes, lexicon)
            or _invited(key, scenes)
            or state_of_title(member, lexicon, home or sharing(member, lexicon, named))
            or _unnamed(member, cast, scenes)
            or known_holder(member)
            or _paired(key, scenes, home, lexicon)
        )
        if code is None:
            guessed.add(key)
            code = (
                (None if home in ORGANISATIONS and member.office.value in CABINET else home)
                or _only_state(member, cast, scenes)
                or (_allied(key, cast, scenes, lexicon) if home is None else None)
                or _ground(key, scenes)
            )
        words = member.title_text or member.name
        if code is not None and words is not None:
            cast.settle_party(key, Cited(code, words.start, words.end, "derived.home"))
    abroad = hosts_abroad(cast, scenes, filed, guessed) | welcomed_abroad(cast, scenes, guessed)
    for key, code in abroad.items():
        words = cast.members[key].title_text or cast.members[key].name
        if words is not None:
            cast.settle_party(key, Cited(code, words.start, words.end, "derived.ground"))
    for key, member in enumerate(cast.members):
        meant = office_in_state(member, lexicon)
        if meant is not None:
            cast.settle_office(key, meant)


def _organisation(member: Person, cast: Cast, scenes: Sequence[Scene], lexicon: Lexicon) -> str | None:
    """The organisation that a report is about, for a head or deputy of one: "The Deputy Secretary General, Ms. X"."""
    title = set(name_parts(member.title_text.value)) if member.title_text else set()
    if not any(title.issuperset(words.split()) for words in lexicon.words["secretaries"]):
        return None
    known = (m.party.value for m in cast.members if m.party and m.office and m.office.value is Office.ORGANIZATION_HEAD)
    named = (p.code for s in scenes[:4] for p in s.parties if p.basis == "organisation")
    return next(known, None) or next(named, None)


def anonymous(person: Person, lexicon: Lexicon, home: str | None) -> Person:
    """Somebody unnamed whose office names its side by itself: "The Secretary-General met …".

    "The Prime Minister", of no state and called by no name in the whole report, is the outlet's own.
    """
    if person.key >= 0 or person.party is not None or person.title_text is None or person.counterpart:
        return person
    opens = person.sentence <= 1 and person.first <= 1 and home in STATES  # "The Vice President met today in …"
    own = person.office is not None and person.office.value in (_CHIEFS if opens else _ONLY)
    code = state_of_title(person, lexicon, home) or (home if own else None)
    words = person.title_text
    return replace(person, party=Cited(code, words.start, words.end, "derived.office")) if code else person


def _only_state(member: Person, cast: Cast, scenes: Sequence[Scene]) -> str | None:
    """The one state whose officials are told, for another of a cabinet: a visiting organisation's report names none."""
    if member.office is None or member.office.value not in CABINET:
        return None
    told = [m for m in cast.members if m is not member and m.party and m.party.value in STATES and m.office]
    states = {m.party.value for m in told if m.party and m.office and m.office.value in CABINET}
    heads = (str(h.entry.attrs.get("default_party")) for s in scenes[:_LEAD] for h in s.of("office"))
    return next(iter(states)) if len(states) == 1 and any(head in ORGANISATIONS for head in heads) else None


def _invited(key: int, scenes: Sequence[Scene]) -> str | None:
    """The state visited "at the invitation of" somebody whose state is not told."""
    for scene in scenes:
        person = next((p for p in scene.people if p.key == key), None)
        if person is None:
            continue
        hosts = any(h.entry.kind == "sender" and 0 <= person.first - h.last <= _STYLES for h in scene.of("sender"))
        bidden = any(h.entry.value == "invited" and h.last <= person.first for h in scene.of("promise"))
        came = [h.last for h in scene.of("arrival") if h.first < person.first]
        if not (hosts and bidden and came):
            return None
        spots = [code for first, _, code in _spots(scene) if came[0] <= first < person.first]
        return spots[0] if spots and spots[0] not in _others(scene, key) else None
    return None


def _paired(key: int, scenes: Sequence[Scene], home: str | None, lexicon: Lexicon) -> str | None:
    """The other of two states whose joint body met, where the report's own has its official marked beside a member.

    «… للجنة المشتركة الجزائرية السعودية برئاسة وزير الصناعة يوسف، ووزير التجارة السعودي ماجد».
    """
    for scene in scenes:
        mine = next((p for p in scene.people if p.key == key), None)
        if mine is None:
            continue
        rest = {p.party.value for p in scene.people if p.party is not None and p.key != key and p.name is not None}
        joint, tokens = lexicon.words.get("joint_bodies", frozenset()), scene.sentence.tokens
        states = [p for p in scene.parties if p.basis in ("demonym", "country")]  # «السعودية» is both
        for a, b in pairwise(states):
            of_body = a.first > 0 and tokens[a.first - 1].low in joint and b.first - a.last <= 1
            others = {a.code, b.code} - {home}
            if of_body and home in (a.code, b.code) and rest == {home} and len(others) == 1:
                return others.pop()
        return None
    return None


def _unnamed(member: Person, cast: Cast, scenes: Sequence[Scene]) -> str | None:
    """The state of an office that somebody unnamed holds too: "his French counterpart" is President Hollande."""
    codes = set()
    unnamed = [(s, p) for s in scenes for p in s.people if p.counterpart and p.key < 0 and p.party and p.office]
    for scene, person in unnamed:
        if scene.sentence.index > member.sentence:
            continue  # who was named before without a state is not whom somebody met elsewhere
        before = [p.key for p in scene.people if p.key >= 0 and p.first < person.first]
        if not before or before[-1] == member.key:
            continue  # "Al Ketbi called her Peruvian counterpart", "at her counterpart's invitation": not Peruvian
        assert person.office is not None and person.party is not None and member.office is not None
        same_field = (person.portfolio and person.portfolio.value) == (member.portfolio and member.portfolio.value)
        if person.office.value == member.office.value and same_field:
            codes.add(person.party.value)
    taken = {
        m.party.value
        for m in cast.members
        if m.party and m.office and member.office and m.office.value == member.office.value
    }
    free = codes - taken
    return free.pop() if len(free) == 1 else None


def _sent(key: int, scenes: Sequence[Scene], lexicon: Lexicon) -> str | None:
    """The state that opens the sentence in which a member is first named: "From Australia came Foreign Minister X"."""
    scene = next((s for s in scenes if any(p.key == key for p in s.people)), None)
    side = opening_side(scene, lexicon) if scene is not None else None
    return side.code if side is not None else None


def opening_side(scene: Scene, lexicon: Lexicon) -> Party | None:
    """The state for which the people of a sentence came: "From Australia came", "Representing Qatar were"."""
    if scene.sentence.tokens[0].low not in lexicon.words["sent_from"]:
        return None
    side = next((p for p in scene.parties if 1 <= p.first <= 2 and p.basis in ("country", "organisation")), None)
    came = side is not None and any(
        t.low in lexicon.words["came_verbs"] for t in scene.sentence.tokens[side.last : side.last + 2]
    )
    return side if came else None


def _sided(key: int, scenes: Sequence[Scene], lexicon: Lexicon) -> str | None:
    """The side that a member is said to lead: "The Indian side was led by …"."""
    for scene in scenes:
        for person in scene.people:
            if person.key != key:
                continue
            for hit in scene.of("heads_delegation"):
                own = [p for p in scene.people if p.last <= hit.first]
                reach = _LED_OF if any(side.first == hit.last for side in scene.of("side")) else 1
                state = next((p for p in scene.parties if 0 <= p.first - hit.last <= reach), None)
                if own and own[-1] is person and state is not None:
                    return state.code  # "X led the Kazakh delegation", "headed the delegation of Uzbekistan"
            for hit in reversed(scene.of("side")):
                between = [p for p in scene.people if hit.last <= p.first < person.first and p.name]
                if 0 < person.first - hit.last <= (_LISTED if between else _LED):
                    if _is_other(scene, hit, lexicon) and not between:
                        return _other_side(scene, hit)
                    near = [p for p in scene.parties if p.last == hit.first or 0 <= p.first - hit.last <= 2]
                    near = near or [p for p in scene.parties if hit.last <= p.first < min(hit.last + _OF, person.first)]
                    ours = near and all(p.party is None or p.party.value == near[0].code for p in between)
                    if ours and not _acted_on(scene, hit, lexicon):
                        return near[0].code
    return None


def _acted_on(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a particle makes somebody the object of what a side does: «قام الوفد التركي بدعوة مدير عام السجون»."""
    before = scene.sentence.tokens[hit.first - 1].low if hit.first else ""
    return before in lexicon.words.get("side_verbs", frozenset())


def _is_other(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a side is "the other": of the two named before, the one not told last."""
    around = scene.sentence.tokens[max(0, hit.first - 1) : hit.last + 1]
    return any(t.low in lexicon.words["other_side"] for t in around)


def _other_side(scene: Scene, hit: Hit) -> str | None:
    codes = [p.code for p in scene.parties if p.last <= hit.first]
    sides = [s for s in scene.of("side") if s.last <= hit.first]
    first = next(
        (p.code for s in sides for p in scene.parties if p.last == s.first or 0 <= p.first - s.last <= 2), None
    )
    return next((code for code in codes if first is not None and code != first), None)


def _visited(key: int, scenes: Sequence[Scene]) -> str | None:
    """The state a visitor came to, for his counterpart or the ruler whom he met there: «وصل إلى مسقط والتقى نظيره»."""
    for scene in scenes:
        person = next((p for p in scene.people if p.key == key), None)
        if person is None or not _received_abroad(person):
            continue
        came = [
            (first, code)
            for h in (*scene.of("arrival"), *_to_arrive(scene))
            for first, _, code in _spots(scene)
            if 0 <= first - h.last <= 14 and first < person.first and not _in_name(scene, first)
        ]
        if not came or came[0][1] in _others(scene, key):
            return None
        met = [h for h in scene.of("contact") if came[0][0] < h.first and 0 <= person.first - h.last <= _MET]
        return came[0][1] if person.counterpart or met else None
    return None


def _to_arrive(scene: Scene) -> list[Hit]:
    """Verbs of a visit to come: «يصل الرئيس … إلى الكاميرون لإجراء محادثات مع نظيره»."""
    return [h for h in scene.of("event") if h.entry.value == "visit" and h.entry.attrs.get("verb")]


def _in_name(scene: Scene, at: int) -> bool:
    """Whether a word is part of somebody's name: «محمد بخاري» is no Bukhara."""
    return any(p.first <= at < p.last for p in scene.people)


def _where(key: int, scenes: Sequence[Scene], lexicon: Lexicon) -> str | None:
    """The state named before "where" for a ruler or counterpart met there: «إلى أديس أبابا، حيث يلتقي رئيس الوزراء»."""
    for scene in scenes:
        person = next((p for p in scene.people if p.key == key), None)
        if person is None or not _received_abroad(person):
            continue
        tokens = scene.sentence.tokens
        before = range(max(0, person.first - _THERE), person.first)
        where = [n for n in before if tokens[n].low in lexicon.words["where"]]
        near = [(last, code) for _, last, code in _spots(scene) if any(0 <= n - last <= _BESIDE for n in where)]
        if where:
            return next((code for _, code in sorted(near, reverse=True) if code not in _others(scene, key)), None)
        opening = next(((first, code) for first, _, code in _spots(scene) if first <= _OPENING), None)
        if opening is not None and _led_in(scene, opening[0], lexicon) and person.first - opening[0] <= _THERE:
            return opening[1] if opening[1] not in _others(scene, key) else None
    return None


def _led_in(scene: Scene, at: int, lexicon: Lexicon) -> bool:
    """Whether a sentence opens in a place: «وفي إثيوبيا، سيلتقي رئيس الوزراء»."""
    return bool(at) and scene.sentence.tokens[at - 1].low in lexicon.words["in_place"]


def _spoken_of(key: int, scenes: Sequence[Scene], lexicon: Lexicon) -> str | None:
    """The speaker's own state, for a ruler of no state right behind "that": «قال الوزير الفرنسي إن الرئيس هولاند»."""
    for scene in scenes:
        person = next((p for p in scene.people if p.key == key), None)
        if person is None:
            continue
        if person.counterpart or person.office is None or person.office.value not in _RULERS:
            return None
        tokens = scene.sentence.tokens
        that = next(
            (n for n in range(max(0, person.first - 1), person.first) if tokens[n].low in lexicon.words["that_words"]),
            None,
        )
        told = [p for p in scene.people if that is not None and p.last <= that and that - p.last <= _BESIDE]
        own = told[-1].party if told else None
        return own.value if own is not None and own.value in STATES else None
    return None


def _received_abroad(person: Person) -> bool:
    """Whether whoever comes to a state may meet somebody there as its own: a counterpart, or its ruler."""
    return person.counterpart or (person.office is not None and person.office.value in _HOSTS)


def _spots(scene: Scene) -> list[tuple[int, int, str]]:
    """The states where something may be, in order: first token, the one behind the last, code."""
    spots = [(p.first, p.last, p.country) for p in scene.places if p.country]
    return sorted(spots + [(p.first, p.last, p.code) for p in scene.parties if p.basis in ("country", "capital")])


def _others(scene: Scene, key: int) -> set[str]:
    """The states of everybody else in a sentence."""
    return {p.party.value for p in scene.people if p.party is not None and p.key != key}


def _allied(key: int, cast: Cast, scenes: Sequence[Scene], lexicon: Lexicon) -> str | None:
    """The other of two states joined by a hyphen, for whoever met an official of the one: "the U.S.-Japan alliance"."""
    met = {m.party.value for m in cast.members if m.party is not None and m.party.value in STATES}
    if not lexicon.morphology.cased or len(met) != 1:
        return None
    for scene in scenes:
        tokens = scene.sentence.tokens
        for a, b in pairwise(p for p in scene.parties if p.basis == "country"):
            if b.first - a.last == 1 and tokens[a.last].text in "-–" and len({a.code, b.code} - met) == 1:
                return ({a.code, b.code} - met).pop() if met & {a.code, b.code} else None
    return None


def _ground(key: int, scenes: Sequence[Scene]) -> str | None:
    """The state of the first city named where a member is first mentioned."""
    for scene in scenes:
        if any(p.key == key for p in scene.people):
            held = {i for p in scene.people for i in range(p.first, p.last)}
            cities = [p.country for p in scene.places if p.city and p.first not in held and p.country]
            if cities:
                return cities[0]
    return None
