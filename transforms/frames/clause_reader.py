"""Reads the contact clauses of a sentence: their cues, sides and people."""

from collections.abc import Sequence

from transforms.frames.clauses import Clause, at_margins, contact_cues, in_scope, party_of, real
from transforms.frames.writer import tells_of_writer, writer_of
from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Analysis, Party, Person, Scene
from transforms.segment import Token
from transforms.vocabulary import Office

_FAR = 12  # tokens behind a private delegation: whoever stands there is not its head
_NOUN_TO_PAIR = 12  # tokens from a noun of contact, over what the meeting is of, to the sides behind its "between"
_WHO = 3  # tokens between "who" and its verb: "who on Monday held"
_CHAIRED = 4  # tokens from "co-chaired" to what was chaired
_HELD = 14  # tokens from "held" to the noun of what two states held
_OWN_SESSION = 6  # tokens from an organisation, over "concluded today", to the session that it held
_FORM_ORDER = ("video", "call", "in_person")


class ClauseReader:
    """Reads the sentences of one article for contacts told in them."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon) -> None:
        self._analysis = analysis
        self._lexicon = lexicon
        self._writer = writer_of(analysis) if lexicon.morphology.cased else None

    def read(self, scene: Scene, topic: Person | None) -> list[Clause]:
        """The contact clauses of a sentence. A further verb with people after it opens another."""
        noise = scene.of("not_contact")
        if noise and not any(h.entry.attrs.get("verb") for h in contact_cues(scene)):
            return []
        if any(h.entry.value == "interview" for h in noise):
            return []
        future = self._future(scene)
        aside = self._lexicon.words["after_words"]
        cues = [h for h in contact_cues(scene) if real(scene, h, future, aside)]
        if not cues:
            return []
        people = self._sides_people(scene)
        heads = self._heads(scene, cues, people)
        if not heads:
            return []
        out: list[Clause] = []
        start = 0
        for n, cue in enumerate(heads):
            stop = heads[n + 1].first if n + 1 < len(heads) else len(scene.sentence.tokens)
            stop = self._attend_start(scene, cue.last, stop)
            before = [p for p in people if start <= p.first and p.first < cue.first]
            after = [p for p in people if cue.first <= p.first < stop and p.last > cue.last]
            after = self._before_that(scene, self._before_aside(scene, cue, after))
            if cue.entry.value == "chair" and len({party_of(self._analysis, p) for p in [*before, *after]}) < 2:
                after = [p for p in people if p.first >= cue.first]  # «ورأس الاجتماع …، بحضور …»: who sat there
            if n and not after and not before:
                continue
            alone = cue.entry.value == "host_first" and before and not cue.entry.attrs.get("secondary")
            if alone and not after and not self._bare_sides(scene, cue, cue.last, stop):
                continue  # "the forum hosted by her country": nobody is received
            clause = self._clause(scene, cue, cues, before, after, start, stop, topic)
            if out and not before:
                whose = self._antecedent(scene, cue, people)
                clause.subjects = clause.subjects or whose or out[0].subjects[:1] or out[0].objects[:1]
            out.append(clause)
            start = stop
        return out

    def _antecedent(self, scene: Scene, cue: Hit, people: Sequence[Person]) -> list[Person]:
        """Whom "who" stands for right before a verb: "a visit by the president, who held talks with the premier"."""
        if not self._lexicon.morphology.cased:
            return []
        near = [h for h in scene.of("relative") if 0 <= cue.first - h.last <= _WHO]
        return [p for p in people for h in near[-1:] if 0 <= h.first - p.last <= 1][-1:]

    def _future(self, scene: Scene) -> list[int]:
        """Verbs in the future by their form, where the language has one."""
        particle = self._lexicon.morphology.future
        if not particle:
            return []
        common, given = self._lexicon.words["common"], self._lexicon.words["given_names"]
        held = {i for p in scene.people if p.name for i in range(p.first, p.last)}
        events = (h for h in scene.of("event") if h.entry.attrs.get("future") and h.entry.attrs.get("verb"))
        found = [h.first for h in events if h.first not in held]
        for i, token in enumerate(scene.sentence.tokens):
            low = token.low
            if particle not in low[:2]:
                continue
            for _, stem in self._lexicon.morphology.splits(low):
                rest = stem[1:]
                verb = stem[0] == particle and len(stem) > 4 and rest[0] in "يت" and stem not in given
                if verb and i not in held and (stem not in common or rest in common):
                    found.append(i)
                    break
        return found

    def _heads(self, scene: Scene, cues: Sequence[Hit], people: Sequence[Person]) -> list[Hit]:
        """The cues that open clauses: verbs, light verbs with their noun, nouns with people of two sides after them."""
        listed = [hit for hit in scene.of("attend") if not self._joins_others(scene, hit)]
        nouns = [h for h in cues if not h.entry.attrs.get("verb") and h.entry.attrs.get("form") != "video"]
        nouns = [h for h in nouns if not any(0 <= h.first - a.last <= 3 or a.first <= h.first < a.last for a in listed)]
        heads: list[Hit] = []
        instruments = scene.of("instrument")
        cues = [
            h
            for h in cues
            if not h.entry.attrs.get("signing")
            or any(-3 <= i.first - h.last <= 18 for i in instruments)
            or self._signs_it(scene, h)
            or scene.of("side")
        ]
        ordered = sorted(cues, key=lambda h: (h.first, -h.last))
        for cue in ordered:
            attrs = cue.entry.attrs
            by_side = cue.entry.value == "chair" and any(0 <= h.first - cue.last <= 1 for h in scene.of("side"))
            if by_side:  # «ترأس الجانب العُماني …»
                pass
            elif attrs.get("light") and not attrs.get("chair") and cue.entry.value != "talks":
                following = next((h for h in ordered if h.first >= cue.last and not (h.entry.attrs.get("light"))), None)
                if following is None or following.entry.attrs.get("verb"):
                    continue
            elif not attrs.get("verb") and not attrs.get("secondary"):
                continue
            if not heads or cue.first >= heads[-1].last:
                heads.append(cue)
        chairs = [h for h in heads if h.entry.attrs.get("chair") or h.entry.value == "chair"]
        heads = [h for h in heads if h not in chairs[1:]]
        strong = [h for h in heads if h.entry.value not in ("talks", "chair") and not h.entry.attrs.get("chair")]
        heads = [h for h in heads if h in strong or not strong]
        if listed and not strong and not self._told_before(scene, nouns, people, listed[0]):
            return [h for h in heads if h.entry.attrs.get("chair") or h.entry.value == "chair"]
        between = self._lexicon.words["between"]
        for noun in list(nouns):
            words = {t.low for t in scene.sentence.tokens[noun.last : noun.last + 4]}
            if noun.entry.attrs.get("anaphor") and not words & between and not self._particled(scene, noun):
                nouns.remove(noun)
                continue
            sides = {party_of(self._analysis, p) for p in people if 0 <= p.first - noun.last <= 12}
            governed = any(h in chairs and 0 <= noun.first - h.last <= _CHAIRED for h in heads)
            if len(sides) > 1 and not governed and not any(h.first < noun.first <= h.last + 14 for h in strong):
                heads.append(noun)
        if not heads:
            videos = [
                h for h in cues if h.entry.attrs.get("form") in ("video", "call") and not h.entry.attrs.get("manner")
            ]
            heads = nouns[:1] or videos[:1]
        return sorted(heads, key=lambda h: h.first)

    def _signs_it(self, scene: Scene, cue: Hit) -> bool:
        """Whether what the sentence before named was signed by somebody: "It was signed by the two ministers"."""
        index, tokens = scene.sentence.index, scene.sentence.tokens
        passive = self._lexicon.morphology.cased and tokens[cue.last - 1].low == "by"
        return passive and index > 0 and bool(self._analysis.scenes[index - 1].of("instrument"))

    def joins_others(self, scene: Scene) -> bool:
        """Whether somebody takes part in a gathering with his counterparts, which makes a meeting of it."""
        return any(self._joins_others(scene, hit) for hit in scene.of("attend"))

    def _joins_others(self, scene: Scene, hit: Hit) -> bool:
        """Whether "took part" tells of a meeting of its own: «وشارك الوزير، مع نظيريه …، في اجتماع ثلاثي»."""
        verb = scene.sentence.tokens[hit.first].low[len(hit.prefix) :] in self._lexicon.words.get("takes_part", ())
        if not verb:
            return False
        nouns = [h.first for h in contact_cues(scene) if h.entry.attrs.get("noun") and not h.entry.attrs.get("anaphor")]
        return any(
            hit.last <= other.first < noun for other in scene.of("counterpart") for noun in nouns if noun > hit.last
        )

    def _told_before(self, scene: Scene, nouns: Sequence[Hit], people: Sequence[Person], listing: Hit) -> bool:
        """Whether a noun with two sides stands before the list: «لقاء جمع الوزيرة بالمفوض، بحضور …»."""
        for noun in nouns:
            named = [p for p in scene.parties if 0 <= p.first - noun.last <= 4 and p.last <= listing.first]
            if len({p.code for p in named if self._pair(scene, p)}) > 1:
                return True
            between = [p for p in people if noun.last <= p.first and p.last <= listing.first]
            if len({party_of(self._analysis, p) for p in between}) > 1:
                return True
        return False

    def _particled(self, scene: Scene, noun: Hit) -> bool:
        """Whether a relative clause with a verb of contact follows: «الاجتماع الذي عقد أمس»."""
        return any(0 <= h.first - noun.last <= 1 for h in scene.of("relative"))

    def _clause(
        self,
        scene: Scene,
        cue: Hit,
        cues: Sequence[Hit],
        before: list[Person],
        after: list[Person],
        start: int,
        stop: int,
        topic: Person | None,
    ) -> Clause:
        attrs = cue.entry.attrs
        nearby = [h for h in cues if start <= h.first < max(stop, cue.last)]
        nearby += [h for h in cues if h.entry.attrs.get("form") == "video"]
        forms = {str(h.entry.attrs.get("form", "in_person")) for h in [cue, *nearby]}
        form = next(f for f in _FORM_ORDER if f in forms)
        pattern = cue.entry.value
        words = [t.low for t in scene.sentence.tokens[max(0, cue.first - 2) : cue.first]]
        if pattern == "host_first" and any(w in self._lexicon.words["passive_auxiliaries"] for w in words):
            pattern = "guest_first"
        following = scene.sentence.tokens[cue.last].low if cue.last < len(scene.sentence.tokens) else ""
        acted_on = following == "by" or any(cue.last <= h.first < stop for h in scene.of("agent"))
        if pattern == "host_first" and acted_on:
            pattern = "guest_first"  # "the talks, hosted by", «استُقبل الوزير من طرف نظيره»
        if not before and topic is not None and self._pronoun(scene, cue, words):
            before = [topic]
        if not before and self._writer is not None and tells_of_writer(scene, cue) and self._one_side(after):
            before = [self._writer]
        beside = [t.low for t in scene.sentence.tokens[cue.last : cue.last + 2]]
        if before and not after and topic is not None and set(beside) & self._lexicon.words.get("him", frozenset()):
            after = [topic]  # "had a meeting with him"
        before = [] if self._of_group(scene, cue) else self._told(scene, cue, before)
        clause = Clause(scene, cue, form, pattern, before, after, secondary=bool(attrs.get("secondary")), stop=stop)
        clause.secondary |= bool(attrs.get("signing")) or bool(attrs.get("visit"))
        clause.separate = any(h.first < stop for h in scene.of("separate"))
        clause.parties = self._bare_sides(scene, cue, start, stop)
        return clause

    def _of_group(self, scene: Scene, cue: Hit) -> bool:
        """Whether an aside tells of both sides together: "was signed by A and B after the delegations met"."""
        groups = [h for h in scene.of("group") if 0 <= cue.first - h.last <= 1]
        aside = self._lexicon.words["after_words"] | {"before", "when"}
        return any(h.first and scene.sentence.tokens[h.first - 1].low in aside for h in groups)

    def _one_side(self, people: Sequence[Person]) -> bool:
        """Whether people are of one side alone."""
        return len({party_of(self._analysis, p) for p in people}) < 2

    def _told(self, scene: Scene, cue: Hit, before: list[Person]) -> list[Person]:
        """Of the people before a cue those whom somebody tells of, not who tells: «صرح الوزير بأن نظيره التقى»."""
        that, says = self._lexicon.words["that_words"], scene.of("says")
        tokens = scene.sentence.tokens
        for n in range(cue.first - 1, 0, -1):
            if tokens[n].low in that and any(hit.first < n for hit in says):
                return [p for p in before if p.first > n] or before
        if self._lexicon.morphology.cased and len(before) > 1:
            told = [hit.last for hit in says if hit.entry.value == "verb" and hit.last <= cue.first]
            return [p for p in before if p.first >= max(told, default=0)] or before
        return before

    def _pronoun(self, scene: Scene, cue: Hit, before: Sequence[str]) -> bool:
        """Whether "he" or a style stands for the subject: «هو التقى», «تلقى سموه اتصالا», «التقى سموه»."""
        light = cue.entry.attrs.get("signing") or cue.entry.attrs.get("secondary")
        styles = frozenset() if light else self._lexicon.words.get("pronoun_styles", frozenset())
        after = [t.low for t in scene.sentence.tokens[cue.last : cue.last + 1]]
        pronouns = self._lexicon.words["pronouns"]
        return any(w in pronouns | styles for w in before) or any(w in styles for w in after)

    def _before_aside(self, scene: Scene, cue: Hit, after: list[Person]) -> list[Person]:
        """Of the people after a cue those before a relative clause, once two sides are named."""
        for hit in scene.of("relative"):
            first = [p for p in after if p.first < hit.first]
            if hit.first > cue.last and len({party_of(self._analysis, p) for p in first}) > 1:
                return first
        return after

    def _before_that(self, scene: Scene, after: list[Person]) -> list[Person]:
        """Of the people after a cue those before what was said: «خلال لقائه الرئيس الروسي أن الملك سيزور موسكو»."""
        words = self._lexicon.words["that_words"]
        that = [n for n, token in enumerate(scene.sentence.tokens) if token.low in words]
        first = next((n for n in that if after and n >= after[0].last), None)
        return [p for p in after if p.first < first] if first is not None else after

    def _attend_start(self, scene: Scene, start: int, stop: int) -> int:
        starts = [h.first for h in scene.of("attend") if start <= h.first < stop]
        return min(starts, default=stop)

    def _sides_people(self, scene: Scene) -> list[Person]:
        """Officials of the sentence that may be sides: in scope, with a party, no senders of greetings."""
        noise = scene.of("sender")
        chained: list[Hit] = []  # lists of senders: "greetings of the King and the Crown Prince"
        out: list[Person] = []
        for person in scene.people:
            reached = [h for h in noise if 0 <= person.first - h.last <= 2 or h.first < person.first < h.last]
            reached += [h for h in chained if self._chained(scene, h, person) and h not in reached]
            if reached:
                chained = [_further(reached[0], person.last)]
                continue
            if self._talked_of(scene, person) or at_margins(scene, person):
                continue
            private = [h for h in scene.of("side") if h.last <= person.first and self._private(scene, h)]
            light = person.office is None or person.office.value in (Office.OFFICIAL, Office.ORGANIZATION_HEAD)
            if private and (light or person.first - private[-1].last > _FAR):
                continue  # «وفد جامعة التكنولوجيا برئاسة البروفيسور …»
            if in_scope(self._analysis, person) and party_of(self._analysis, person):
                out.append(person)
        return out

    def _chained(self, scene: Scene, sender: Hit, person: Person) -> bool:
        """Whether a sender's list goes on to somebody, and no "to" makes him who gets the message."""
        between = {t.low for t in scene.sentence.tokens[sender.last : person.first]}
        return 0 <= person.first - sender.last <= 6 and not between & self._lexicon.words["recipient_words"]

    def _talked_of(self, scene: Scene, person: Person) -> bool:
        """Whether a word right before somebody makes him what is discussed: «بشأن مصير الرئيس السوري»."""
        before = scene.sentence.tokens[max(0, person.first - 2) : person.first]
        words = [t.low for t in before if t.low not in ("the", "of")]
        return bool(words) and words[-1] in self._lexicon.words["about_words"]

    def _bare_sides(self, scene: Scene, cue: Hit, start: int, stop: int) -> list[Party]:
        """Sides without a person: "a Japanese delegation", «الجانب الكازاخستاني», "Russian-Egyptian consultations"."""
        found: list[Party] = []
        session = any(
            h.entry.value == "session" or h.entry.attrs.get("noun")
            for h in scene.of("contact")
            if start <= h.first <= stop
        )
        for party in scene.parties:
            if not start <= party.first < stop:
                continue
            if any(p.first <= party.first < p.last for p in scene.people):
                continue
            if any(p.city and p.first <= party.first < p.last for p in scene.places):
                continue  # «في عمان» beside Jordan is Amman
            sides = [h for h in scene.of("side") if not self._private(scene, h)]
            beside = any(self._beside(scene, party, h) for h in sides)
            session_near = any(
                h.entry.value == "session" or min(abs(h.first - p.last), abs(p.first - h.last)) <= 3
                for h in scene.of("contact")
                if h.entry.attrs.get("noun")
                for p in (party, *self._pair(scene, party))
            ) or self._between(scene, party, cue)
            joint = (
                session
                and (session_near or self._holding(scene, party))
                and party.basis in ("demonym", "country", "organisation")
                and (self._joint(scene, party, cue) or self._holding(scene, party))
            )
            if beside or joint or self._own_session(scene, party, cue):
                found.append(party)
        return found

    def _own_session(self, scene: Scene, party: Party, cue: Hit) -> bool:
        """Whether an organisation holds a session of its own: «عقد المجلس الوزاري لمجلس التعاون دورته …»."""
        if party.basis != "organisation" or not scene.of("held"):
            return False
        nouns = [h for h in scene.of("contact") if h.entry.value == "session" and not h.entry.attrs.get("chair")]
        return any(0 <= h.first - party.last <= _OWN_SESSION and h.first >= cue.first for h in nouns[:1])

    def _beside(self, scene: Scene, party: Party, side: Hit) -> bool:
        """Whether a word such as "delegation" is a party's: «الجانب السعودي», «وفدا من الكونغرس الأمريكي»."""
        after = party.first - side.last
        if -3 <= after <= 1 or (after == 2 and scene.sentence.tokens[side.last].low == "من"):
            return True
        return self._lexicon.morphology.cased and 0 <= side.first - party.last <= 2

    def _private(self, scene: Scene, side: Hit) -> bool:
        """Whether a delegation is a university's, a company's, a party's: «وفد جامعة …»."""
        words = scene.sentence.tokens[max(0, side.first - 1) : side.last + 2]
        return any(t.low in self._lexicon.words["private_bodies"] for t in words)

    def _joint(self, scene: Scene, party: Party, cue: Hit) -> bool:
        """Whether a party is one of two named together right beside the noun: "the Kuwaiti-Omani joint committee"."""
        pair = self._pair(scene, party)
        cues = scene.of("contact")
        near = any(abs(h.first - p.last) <= 6 or abs(p.first - h.last) <= 6 for h in cues for p in (party, *pair))
        near |= self._between(scene, party, cue)
        alike = all({p.basis, party.basis} <= {"country", "organisation"} or p.basis == party.basis for p in pair)
        return bool(pair) and near and alike

    def _holding(self, scene: Scene, party: Party) -> bool:
        """Whether two states named together hold what follows: "Indonesia and Australia held the … meeting"."""
        pair = self._pair(scene, party)
        if not pair or not self._lexicon.morphology.cased:
            return False
        end = max(party.last, pair[0].last)
        held = [h for h in scene.of("held") if 0 <= h.first - end <= 2]
        nouns = [h for h in scene.of("contact") if h.entry.attrs.get("noun")]
        return any(0 <= noun.first - h.last <= _HELD for h in held for noun in nouns)

    def _between(self, scene: Scene, party: Party, cue: Hit) -> bool:
        """Whether a pair stands behind the noun's "between": "the ninth meeting of the Council between A and B"."""
        first = min(p.first for p in (party, *self._pair(scene, party)))
        tokens, joins = scene.sentence.tokens, self._lexicon.words["joins_sides"]
        start = max(0, first - 2)
        while (
            start
            and tokens[start].low not in joins
            and first - start < _NOUN_TO_PAIR
            and self._of_ministry(tokens[start])
        ):
            start -= 1  # "between the Ministries of Foreign Affairs of A and B"
        linked = any(t.low in joins for t in tokens[start:first])
        return bool(cue.entry.attrs.get("noun")) and 0 <= first - cue.last <= _NOUN_TO_PAIR and linked

    def _of_ministry(self, token: Token) -> bool:
        """Whether a word may stand in the name of a ministry."""
        return self._lexicon.morphology.cased and (token.text[0].isupper() or token.low in ("of", "the", "and", "for"))

    def _pair(self, scene: Scene, party: Party) -> list[Party]:
        """The party named right beside another, if any: «بين مجلس التعاون والاتحاد الأوروبي»."""
        return [
            p
            for p in scene.parties
            if p is not party and min(abs(p.first - party.last), abs(party.first - p.last)) <= 2
        ][:1]


def _further(hit: Hit, last: int) -> Hit:
    """The same hit reaching further: "greetings of the King and the Crown Prince"."""
    return hit._replace(last=last)
