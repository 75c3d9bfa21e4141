"""What a meeting discussed: the topics in the sentences that tell of its talks."""

from collections.abc import Collection, Iterable, Sequence

from transforms.frames.clauses import Clause
from transforms.frames.conflicts import at_war
from transforms.frames.event import Event
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Cited, Scene
from transforms.vocabulary import Topic

# What was discussed; what a side wanted besides; what the participants said of it; what they signed.
_TOLD, _WANTED, _STATED, _SIGNED = range(4)
_PLEDGE = "pledge"  # what both took on themselves
_SETTLED = "settled"  # what they agreed on
_TAKEN_ON = (_PLEDGE, _SETTLED)
_ABOUT = 2  # tokens between "the situation in" and the place
_DRILLED = 3  # tokens between training and who is trained
_AIM = 8  # tokens between "visit" and its aim
_CLOSING = 2  # tokens behind "said" where it closes a sentence
_SOURCE = 9  # tokens that name the source of a report
_CHARGED = 4  # tokens between a body and the field that it is charged with
_CHARGE = 10  # tokens from a body that is to be set up to what it is for
_BEGINNING = 3  # tokens that a number or a bullet may take before a sentence's first word
_SPEAKER = 4  # tokens in which an Arabic verb names who does it
_OCCASION = 5  # tokens between "on the sidelines of" and the name of the gathering


# What is the ground of these is no matter of its own: where peace is sought, what money is put in.
_GROUND_OF = {
    Topic.REGIONAL_AFFAIRS.value: Topic.CONFLICT_RESOLUTION.value,
    Topic.TRADE.value: Topic.INVESTMENT.value,
}


def topics_of(event: Event, scenes: Iterable[Scene], lexicon: Lexicon, year: int | None) -> list[Cited[Topic]]:
    """Topics after a word of discussion in the sentences of the event; hedged ones are none.

    What a side wanted is added to it. Where no sentence tells what was discussed, what the participants said of it
    stands for that, else what they signed. The year is the report's: it says which states were at war.
    """
    told = list(scenes)
    first = _WANTED if _at_level(event, told, lexicon, _TOLD, year) else _STATED
    levels = (_at_level(event, told, lexicon, level, year) for level in (first, _SIGNED))
    return next((found for found in levels if found), [])


def visit_aims(scene: Scene, lexicon: Lexicon) -> list[Cited[Topic]]:
    """What a visit named in a sentence is for: "his trip to Iraq to assess the fight against terrorism"."""
    tokens = scene.sentence.tokens
    visits = [i for i, token in enumerate(tokens) if lexicon.speaks([token], "visit_words")]
    aims = [h for h in scene.of("visit_aim") if any(0 < h.first - i <= _AIM for i in visits)]
    return _distinct(_cited_from(scene, aims[0].first, len(tokens), lexicon)) if aims else []


def titled_topics(scenes: Iterable[Scene], sides: Collection[str], lexicon: Lexicon) -> list[Cited[Topic]]:
    """The topics that a headline gives behind its word of discussion, where it names no side but those given."""
    found: list[Cited[Topic]] = []
    for scene in scenes:
        cues = [hit.last for hit in scene.of("discuss") if hit.entry.value != _SETTLED]
        ends = [hit.first for hit in scene.of("topic_subject")]
        other = {p.code for p in scene.parties} - set(sides)
        if not (cues or ends) or other or scene.of("hedge", "contact_planned", "negation"):
            continue
        size = len(scene.sentence.tokens)
        found += _cited_from(scene, 0 if ends else min(cues), size if cues else max(ends), lexicon, "title")
    return _distinct(found)


def _cited_from(scene: Scene, first: int, last: int, lexicon: Lexicon, where: str = "text") -> list[Cited[Topic]]:
    """The topics between some tokens of a sentence that are no name and lead to no other."""
    return [
        Cited(Topic(hit.entry.value), hit.start, hit.end, hit.entry.rule, where)
        for hit in hits_of(scene, lexicon)
        if first <= hit.first < last and not _in_name(scene, hit) and not _is_general(scene, hit, lexicon)
    ]


def _distinct(found: Iterable[Cited[Topic]]) -> list[Cited[Topic]]:
    """Each topic once, with the words that name it first."""
    first: dict[Topic, Cited[Topic]] = {}
    for topic in found:
        first.setdefault(topic.value, topic)
    return list(first.values())


def _at_level(
    event: Event, scenes: Sequence[Scene], lexicon: Lexicon, level: int, year: int | None
) -> list[Cited[Topic]]:
    found: list[Cited[Topic]] = []
    listing = False
    for scene in scenes:
        span = _telling(event, scene, lexicon, level)
        bullet = not scene.sentence.tokens[0].text[0].isalpha()
        listing = (listing and bullet) or (span is not None and scene.sentence.tokens[-1].text == ":")
        if span is None and not (listing and bullet):
            continue
        first, last = span or (0, len(scene.sentence.tokens))
        for hit in hits_of(scene, lexicon):
            signed = level != _SIGNED and _is_signed(scene, hit)
            if first <= hit.first < last and not signed and _counts(event, scene, hit, lexicon):
                topic = Topic(hit.entry.value)
                if topic is Topic.REGIONAL_AFFAIRS and _own_war(event, scene, hit, year):
                    topic = Topic.CONFLICT_RESOLUTION
                found.append(Cited(topic, hit.start, hit.end, hit.entry.rule))
    return _distinct(found)


def _own_war(event: Event, scene: Scene, hit: Hit, year: int | None) -> bool:
    """Whether "the situation in Yemen" is a war of one of those who talk: then it is no affair of the region."""
    named = [p.code for p in scene.parties if hit.first <= p.first and p.first - hit.last <= _ABOUT]
    return year is not None and bool(named) and named[0] in event.sides and at_war(named[0], year)


def hits_of(scene: Scene, lexicon: Lexicon) -> list[Hit]:
    """The words of topics in a sentence, in order: the set ones, and heads that a country or city completes."""
    excluded = scene.of("topic_exclude")
    cities = [p for p in scene.places if p.city]
    hits = [
        hit
        for hit in scene.of("topic")
        if not any(e.first <= hit.first < e.last for e in excluded)
        and not any(p.first <= hit.first and hit.last <= p.last for p in cities)  # «في سيول»
    ]
    heads = [whole for head in scene.of("topic_head") if (whole := _completed(scene, head)) is not None]
    return sorted([*hits, *heads], key=lambda hit: hit.first)


def _completed(scene: Scene, head: Hit) -> Hit | None:
    """The head with the state or city that follows: "the situation in" is a topic with Mali, none with the market."""
    reach = _ABOUT if head.last - head.first > 1 else 0
    named = [(spot.first, spot.last, spot.end) for spot in scene.places]
    named += [(side.first, side.last, side.end) for side in scene.parties]
    near = min((place for place in named if 0 <= place[0] - head.last <= reach), default=None)
    return head._replace(last=near[1], end=near[2]) if near is not None else None


def _cues(scene: Scene, lexicon: Lexicon) -> list[Hit]:
    """The words that bring in what was talked about; to pledge a session, a visit or a signing is none of them."""
    tokens, not_to = scene.sentence.tokens, lexicon.words["topic_no_pledge"]
    return [
        hit
        for hit in scene.of("discuss")
        if hit.entry.value not in _TAKEN_ON or not any(t.low in not_to for t in tokens[hit.last : hit.last + 1])
    ]


def _telling(event: Event, scene: Scene, lexicon: Lexicon, level: int) -> tuple[int, int] | None:
    """The tokens in which a sentence tells what was discussed; null: it does not."""
    size = len(scene.sentence.tokens)
    if level == _SIGNED:
        named = _signed(scene)
        return (named[0].last, size) if named else None
    ends = [hit.last for hit in scene.of("topic_subject")]
    starts = [hit.first for hit in _cues(scene, lexicon) if not any(hit.first < end <= hit.last for end in ends)]
    for clause in event.clauses:
        if clause.scene is scene and not clause.secondary:
            people = [p.last for p in clause.people if p.first >= clause.cue.first]
            if clause.people and (not lexicon.morphology.cased or _between_sides(event, clause)):
                starts.append(max([clause.cue.last, *people]))
    starts += _opening(scene, lexicon)
    says = scene.of("says") if level == _STATED else ()
    if says and any(p.key in event.members for p in scene.people):
        starts.append(says[0].last)
    stands = _stands(event, scene, lexicon) if level != _TOLD else []
    if not starts and not ends:
        return _stood_for(scene, stands[0], lexicon) if stands else None
    starts += stands if starts else []
    first = 0 if ends else min(starts)
    return first, min(_attributed(scene), size if starts else max(ends))


def _attributed(scene: Scene) -> int:
    """Where a sentence turns to whose word it is: "…, the ministry of education said", "…, according to the media"."""
    tokens = scene.sentence.tokens
    size = len(tokens)
    commas = [i for i, token in enumerate(tokens) if token.text in ",،"]
    says = scene.of("says")
    last = max([*commas, *(hit.first for hit in scene.of("discuss"))], default=0)
    cuts = [h.first for h in says if h.entry.value == "according" and h.first > last and size - h.last <= _SOURCE]
    for said in [h for h in says if h.entry.value == "verb" and size - h.last <= _CLOSING][:1]:
        cuts += [i for i in commas if said.first - _SOURCE <= i < said.first][-1:]
    return min((cut for cut in cuts if cut), default=size)


def _between_sides(event: Event, clause: Clause) -> bool:
    """Whether a clause tells of the sides together, and no business of one of them: "he later received jurists"."""
    if clause is event.clause or not clause.cue.entry.attrs.get("verb"):
        return True
    sides = {event.members[p.key].party.value for p in clause.people if p.key in event.members}
    return len(sides | {p.code for p in clause.parties}) > 1


def _opening(scene: Scene, lexicon: Lexicon) -> list[int]:
    """Where a sentence begins with the matter that somebody speaks to: "On energy, the ministers took note of …"."""
    tokens = scene.sentence.tokens
    comma = next((i for i, token in enumerate(tokens) if token.text in ",:،"), 0)
    begun = [hit.first for hit in scene.of("topic_opening") if hit.first <= _BEGINNING]
    named = any(begun and begun[0] <= hit.first < comma for hit in hits_of(scene, lexicon))
    speaks = any(low in lexicon.words["topic_speakers"] for low in (t.low for t in tokens[comma:]))
    return begun[:1] if named and (speaks or tokens[comma].text == ":") else []


def _stands(event: Event, scene: Scene, lexicon: Lexicon) -> list[int]:
    """Where a sentence turns to what one of the sides thinks, wants or offers; nowhere where another speaks."""
    found = []
    for hit in scene.of("topic_stand"):
        # An English speaker stands anywhere before his verb, an Arabic one right behind it.
        first, last = (0, hit.first) if lexicon.morphology.cased else (hit.first, hit.last + _SPEAKER)
        around = [stem for t in scene.sentence.tokens[first:last] for _, stem in lexicon.morphology.splits(t.low)]
        if any(stem in lexicon.words["topic_speeches"] for stem in around):
            continue
        speakers = [p.key for p in scene.people if first <= p.first < last]
        unnamed = any(stem in lexicon.words["topic_speakers"] for stem in around)
        if any(key in event.members for key in speakers) or (
            not speakers and (unnamed or _state_speaks(event, scene, hit, lexicon))
        ):
            found.append(hit.last)
    return found


def _stood_for(scene: Scene, first: int, lexicon: Lexicon) -> tuple[int, int]:
    """The tokens that hold what a side wants: in Arabic up to a comma, behind which a long sentence tells more."""
    size = _attributed(scene)
    commas = [i for i, token in enumerate(scene.sentence.tokens) if i > first and token.text in "،؛"]
    return first, size if lexicon.morphology.cased else min([size, *commas])


def _state_speaks(event: Event, scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the state of a side stands right before what it wants: "Peru stands ready to", not "unions in Peru"."""
    tokens, links = scene.sentence.tokens, lexicon.words["topic_ground"]
    near = [p for p in scene.parties if p.code in event.sides and 0 <= hit.first - p.last <= _ABOUT]
    return any(p.first == 0 or tokens[p.first - 1].low not in links for p in near)


def _signed(scene: Scene) -> list[Hit]:
    """The instruments that a sentence says were signed, approved or agreed."""
    acts = [act for act in scene.of("agreement_act") if act.entry.value in ("signed", "agreed", "approved")]
    return [hit for hit in scene.of("instrument") if any(act.last <= hit.first for act in acts)]


def _is_signed(scene: Scene, hit: Hit) -> bool:
    """Whether words only say what an instrument is about that was signed or is wished for, and was not discussed.

    "discussed trade and signed an agreement on visas", "they welcomed the draft of an agreement on visas".
    """
    discussed = [h for h in scene.of("discuss") if h.entry.value not in _TAKEN_ON]
    wished = [h.last for h in (*scene.of("topic_stand"), *scene.of("discuss")) if h not in discussed]
    if any(first <= h.first < hit.first for first in wished[:1] for h in discussed):
        wished = []
    drafts = [h for h in scene.of("instrument") if wished and wished[0] <= h.first and scene.of("agreement_act")]
    before = [instrument.last for instrument in (*_signed(scene), *drafts) if instrument.last <= hit.first]
    return bool(before) and not any(min(before) <= h.first < hit.first for h in discussed)


def _counts(event: Event, scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether words of a topic were talked about: no guess, no other meeting, no name, no background."""
    if any(h.first < hit.first for h in scene.of("hedge")):
        return False
    if any(a <= hit.first < b for a, b in event.others.get(scene.sentence.index, [])):
        return False
    if _settled_there(scene, hit) or _of_new_body(scene, hit, lexicon):
        return False
    named = _in_name(scene, hit) or _of_occasion(scene, hit) or _of_gathering(scene, hit, lexicon)
    led = _is_general(scene, hit, lexicon) or _is_product(scene, hit, lexicon) or _is_ground(scene, hit, lexicon)
    return not (named or led or _is_drill(scene, hit, lexicon))


def _settled_there(scene: Scene, hit: Hit) -> bool:
    """Whether a situation is told only to say how it is to end: «الأوضاع في غزة ودعوا إلى وقف إطلاق النار»."""
    placed = any(p.first < hit.last and hit.first < p.last for p in scene.places)
    if hit.entry.value != Topic.REGIONAL_AFFAIRS or not placed:
        return False
    ends = [h.first for h in scene.of("topic") if h.entry.value == Topic.CONFLICT_RESOLUTION and h.first >= hit.last]
    named = [*(p.first for p in scene.places), *(p.first for p in scene.parties)]
    return bool(ends) and not any(hit.last <= first < ends[0] for first in named)


def _of_new_body(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the words say what a body is for that they agreed to set up: «على إنشاء آلية للتشاور حول الطاقة»."""
    tokens, bodies = scene.sentence.tokens, lexicon.words.get("topic_bodies", frozenset())
    for plan in scene.of("contact_planned") if bodies else ():
        behind = tokens[plan.last : hit.first]
        if behind and len(behind) <= _CHARGE and behind[0].low in bodies and not any(t.text in "،؛" for t in behind):
            return True
    return False


def _in_name(scene: Scene, hit: Hit) -> bool:
    """Whether the words belong to an office, a body or a venue."""
    if any(p.first <= hit.first < p.last for p in scene.people):
        return True
    return any(h.first <= hit.first and hit.last <= h.last for h in scene.of("organisation", "venue"))


def _of_occasion(scene: Scene, hit: Hit) -> bool:
    """Whether the words name the gathering at whose margins they met."""
    return any(0 <= hit.first - h.last <= _OCCASION for h in scene.of("topic_occasion"))


def _of_gathering(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the words belong to the name of a body or gathering: "the joint trade committee", «المنتدى البرلماني»."""
    tokens = scene.sentence.tokens
    beside = tokens[hit.last : hit.last + 1] if lexicon.morphology.cased else tokens[max(0, hit.first - 2) : hit.first]
    if lexicon.speaks(beside, "gatherings"):
        return True
    return _charged(scene, hit, lexicon)


def _charged(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the words say what a body is for: "the commission on trade, economic and technical cooperation"."""
    tokens = scene.sentence.tokens
    if not lexicon.morphology.cased:  # «لجنة فنية معنية بالاقتصاد الأزرق»
        charge = hit.first > 0 and tokens[hit.first - 1].low in lexicon.words["topic_charge"]
        before = tokens[max(0, hit.first - _CHARGED) : hit.first]
        return charge and any(token.low in lexicon.words["gatherings"] for token in before)
    fields = {i for topic in scene.of("topic") for i in range(topic.first, topic.last)}
    at = hit.first - 1
    while at > 0 and (at in fields or tokens[at].low in lexicon.words["topic_links"]):
        at -= 1
    charge = tokens[at].low in lexicon.words["topic_charge"]
    return at > 0 and charge and tokens[at - 1].low in lexicon.words["gatherings"]


def _is_product(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a general word only follows the field that it is of: "vaccine manufacturing", "media legislation"."""
    if hit.last - hit.first > 1 or scene.sentence.tokens[hit.first].low not in lexicon.words["topic_products"]:
        return False
    return any(h.last == hit.first and h.entry.value != hit.entry.value for h in scene.of("topic"))


def _is_ground(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether words only say where another matter lies: "tensions in the West Bank", "to invest in mines"."""
    over = _GROUND_OF.get(hit.entry.value)
    if over is None or "و" in hit.prefix:
        return False
    tokens, links = scene.sentence.tokens, lexicon.words["topic_ground"]
    first = hit.first
    while first > 0 and tokens[first - 1].low in links:
        first -= 1
    held = [h for h in scene.of("topic") if h.first < hit.first and h.last >= first]
    return any(h.entry.value == over for h in held)


def _is_drill(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether training is that of the forces or the police named behind it, and no education."""
    if hit.entry.value != Topic.EDUCATION_SCIENCE:
        return False
    if not any(token.low in lexicon.words["training"] for token in scene.sentence.tokens[hit.first : hit.last]):
        return False
    forces = (Topic.DEFENCE_MILITARY, Topic.POLICE_TRAINING)
    return any(0 <= h.first - hit.last <= _DRILLED and h.entry.value in forces for h in scene.of("topic"))


def _is_general(scene: Scene, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether "cooperation" or "relations" only lead to the field meant: "ways of cooperation in energy"."""
    if hit.entry.value != Topic.BILATERAL_RELATIONS:
        return False
    others = [other for other in scene.of("topic") if other.entry.value != hit.entry.value]
    if any(hit.first < other.first < hit.last < other.last for other in others):
        return True  # «مجالات التعاون والتنسيق الأمني»
    if any(hit.last == other.first and "و" not in other.prefix for other in others):
        return True  # «علاقات التعاون العسكري», as against «العلاقات الثنائية والتطورات الإقليمية»
    if any(other.first < hit.first < other.last for other in others):
        return True  # "judicial cooperation between the two countries": the field says which cooperation
    tokens = scene.sentence.tokens
    field = lexicon.words["topic_field"]
    after = [token.low for token in tokens[hit.last : hit.last + 2]]
    if not after or after[0] not in field or (len(after) > 1 and after[1] in lexicon.words["topic_every"]):
        return False
    return any(0 < other.first - hit.last <= _OCCASION for other in others)
