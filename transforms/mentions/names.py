"""Reads personal names: by capitals where the script has them, else by what cannot be part of a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.lexicon.loader import Lexicon
from transforms.lexicon.morphology import Morphology
from transforms.mentions.name_signs import after_initials, goes_on, is_joined
from transforms.mentions.word_shapes import WordShapes
from transforms.segment import Token

_SHORT = 4  # letters of a foreign name that begins like the article
_MAX_PARTS = 6  # words of a name that no link joins; longer runs are not names
_MAX_WORDS = 13  # patronymic chains of princes included


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: tokens [first, last) and offsets, a particle written onto its first word left out."""

    first: int
    last: int
    start: int
    end: int


class NameReader:
    """Reads names in the sentences of one language. `blocked` marks tokens that other mentions hold."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._morphology: Morphology = lexicon.morphology
        self._cased = lexicon.morphology.cased
        self._common = lexicon.words["common"]
        if lexicon.morphology.cased:
            self._common = self._common | lexicon.words["office_nouns"]  # capitals alone do not tell a name
        self._everyday = lexicon.words.get("everyday", frozenset())
        self._known = self._common | self._everyday
        self._given = lexicon.words["given_names"]
        self._firsts = self._given | lexicon.words.get("first_names", frozenset())
        self._small = lexicon.words.get("also_names", frozenset())
        self.links = self._links = lexicon.words["name_links"]
        self._only_before: dict[str, str] = dict(pair.split() for pair in lexicon.words.get("only_before", ()))
        self._article, self._and = lexicon.morphology.article, lexicon.morphology.conjunction
        self._regnal = lexicon.words["regnal"]
        self._inner = lexicon.words.get("inner_names", frozenset())
        self._shapes = WordShapes(lexicon)
        self._son_of = lexicon.words["son_of"]
        self._never_first = lexicon.words["never_first"]
        self._child_of = lexicon.words["child_links"]  # what follows them is a name, whatever else it is
        self._servants = tuple(lexicon.words["servant_of"])
        self._closing = lexicon.words["closing_links"]
        self._hours, self._days = lexicon.words["name_hours"], lexicon.words["hour_days"]
        self._goes_on_with = lexicon.words["name_particles"] | self._days
        self._name_enders = lexicon.words["name_particles"] | lexicon.words["name_enders"]
        self._enders = self._name_enders | self._days
        self._named_particles = lexicon.words["named_particles"]

    def forward(self, tokens: Sequence[Token], at: int, blocked: Sequence[bool]) -> NameSpan | None:
        """The name that begins at token `at`, or nothing."""
        if at < len(tokens) and tokens[at].text == '"':
            at += 1  # some papers put foreign names in quotes
        if self._cased:
            return self._forward_cased(tokens, at, blocked)
        start = tokens[at].start if at < len(tokens) else 0
        if at < len(tokens) and self.conjoined(tokens[at]):
            start += 1
        return self._forward_uncased(tokens, at, blocked, start)

    def conjoined(self, token: Token) -> bool:
        """Whether «و» is written onto a known given name: «وعبدالله»."""
        low = token.low
        known = low[1:] in self._firsts or low[1:].startswith(self._servants)
        return not self._cased and low[:1] == self._and and len(low) > 4 and low not in self._given and known

    def backward(self, tokens: Sequence[Token], stop: int, blocked: Sequence[bool]) -> NameSpan | None:
        """The name that ends right before token `stop`, or nothing."""
        at = stop
        start = 0
        while at > 0 and stop - at < _MAX_WORDS:
            token = tokens[at - 1]
            if blocked[at - 1] and not (at > 2 and tokens[at - 2].low in self._child_of):
                break  # «إسماعيل ولد الشيخ سيدي»
            if self._cased and at > 1 and self._is_sign(tokens, at - 1, at < stop):
                at -= 1
                continue
            if (
                self._goes_before(tokens, at - 1, at == stop)
                or self._is_part(token, first=False)
                or (token.low in self._links and at < stop)
            ):
                if at < stop and self._is_everyday(token.low) and tokens[at].low not in self._links:
                    break
                at -= 1
                start = token.start
                continue
            stem = self._after_conjunction(token)
            if stem is not None:
                at -= 1
                start = token.end - len(stem)
            break
        son = not self._cased and 0 < at < stop and tokens[at].low in self._son_of
        if son and tokens[at - 1].text[0].isalpha() and not blocked[at - 1]:
            at -= 1  # «طالب بن علي»: what a son is called is a name, whatever else the word means
            start = tokens[at].start
        while at < stop and (tokens[at].low in self._links and not self._heads_name(tokens, at, stop)):
            at += 1
        if at >= stop:
            return None
        if start < tokens[at].start:
            start = tokens[at].start
        found = (
            self._forward_cased(tokens, at, blocked)
            if self._cased
            else self._forward_uncased(tokens, at, blocked, start)
        )
        return found if found is not None and found.last == stop else None

    def _goes_before(self, tokens: Sequence[Token], at: int, closes: bool) -> bool:
        """Whether a word behind «عبد», or one in no list that closes a name, belongs to the name before it."""
        if at == 0 or self._cased:
            return False
        if not closes and tokens[at].low in self._firsts and not tokens[at].low.startswith(self._article):
            return True  # «السيد بارك جون يونغ»
        before = tokens[at - 1]
        strange = closes and self._shapes.strange(tokens[at].low) and self._is_part(before, first=False)
        return before.low in self._child_of or (strange and not self._is_everyday(before.low))

    def closes(self, tokens: Sequence[Token], at: int, styled: bool = False) -> bool:
        """Whether a word without an article stands between a first name and the end of what may be a name.

        With a style before the first name it may have its article before a sign: «الدكتور وليد السعودي،».
        """
        following = tokens[at + 1].low if at + 1 < len(tokens) else "."
        ends = not following[0].isalpha() or following in self._enders
        bare = not tokens[at].low.startswith(self._article) or (styled and not following[0].isalpha())
        known = len(tokens[at].low) > 2 and bare
        return ends and known and tokens[at - 1].low in self._firsts

    def _heads_name(self, tokens: Sequence[Token], at: int, stop: int) -> bool:
        """Whether a link begins a name: «أبو مازن», «عبد الفتاح», "Al Suwaidi"."""
        opens = tokens[at].text[:1].isupper() or not self._cased
        return at + 1 < stop and opens and tokens[at].low not in self._never_first

    def _after_conjunction(self, token: Token) -> str | None:
        """The name inside «وعادل»: what is left of a word when its conjunction is taken off."""
        low = token.low
        if (
            self._cased
            or low in self._given
            or low in self._common
            or low in self._everyday
            or self._shapes.possessed(low)
        ):
            return None
        for conjunction in self._morphology.conjunctions:
            if token.low.startswith(conjunction) and len(token.low) > len(conjunction) + 1:
                stem = token.low[len(conjunction) :]
                if stem in self._links or self._shapes.fits(stem, True):
                    return stem
        return None

    def _forward_uncased(
        self, tokens: Sequence[Token], at: int, blocked: Sequence[bool], start: int
    ) -> NameSpan | None:
        end = at
        parts = 0
        linked = False
        while end < len(tokens) and end - at < _MAX_WORDS:
            token = tokens[end]
            if (blocked[end] and not linked) or self._is_particle(tokens, end):
                break
            low = token.low if end > at or start == token.start else token.low[start - token.start :]
            if low in self._links:
                linked = low not in self._closing
            elif (
                not token.text[0].isalpha()
                or low == self._and
                or not (
                    self._accepts(low, end > at, linked)
                    or self._ends_name(tokens, at, end)
                    or self._is_strange(tokens, at, end, blocked)
                    or (end == at and self._begins_name(tokens, at, blocked))
                    or (end == at and end + 1 < len(tokens) and tokens[end + 1].low in self._son_of)
                )
                or (end > at and not linked and self._is_verb(tokens, end, blocked))
                or (not linked and self._is_everyday(low) and not self._stands(tokens, at, end, blocked))
            ):
                break
            else:
                parts += 0 if linked else 1
                linked = False
                if parts > _MAX_PARTS:
                    break
            end += 1
        while end > at and tokens[end - 1].low in self._links and tokens[end - 1].low not in self._closing:
            end -= 1
        particle = end > at + 2 and end < len(tokens) and tokens[end - 1].low in self._named_particles
        if particle and tokens[end].text[0].isalpha() and tokens[end - 2].low not in self._son_of:
            end -= 1  # «على» after a full name, which folding makes a name
        while end > at + 1 and len(tokens[end - 1].text) == 1:
            end -= 1  # «… المطيري لـ"اليوم"»
        if end == at or (end == at + 1 and (len(tokens[at].text) < 3 or self._is_no_family(tokens, at, blocked))):
            return None
        definite = self._article and tokens[at].low.startswith(self._article)
        if definite and end > at + 1 and tokens[at + 1].low.startswith(self._article):
            words = [t.low for t in tokens[at:end]]
            m, family = self._morphology, words[1]
            if words[0] in self._firsts and len(words) == 2 and family[-1] == m.relation and family not in self._common:
                return NameSpan(at, end, start, tokens[end - 1].end)  # «الناصر العبيدي»
            closed = end >= len(tokens) or not tokens[end].text[0].isalpha()
            if (
                len(words) != 2
                or not closed
                or any(w in self._common or w[-1] in (m.feminine, m.feminine_bound) for w in words)
            ):
                return None  # two definite words are a noun with its adjective, but for «المنصف القروي،»
        return NameSpan(at, end, start, tokens[end - 1].end)

    def _is_particle(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is no name here for what follows: «صباح اليوم», «بأن» as against «بان كي مون»."""
        if tokens[at].low in self._hours and at + 1 < len(tokens) and tokens[at + 1].low in self._days:
            return True
        wanted = self._only_before.get(tokens[at].low)
        return wanted is not None and (at + 1 >= len(tokens) or tokens[at + 1].low != wanted)

    def _is_no_family(self, tokens: Sequence[Token], at: int, blocked: Sequence[bool]) -> bool:
        """Whether a word alone is a plural or a verb and no family name: «القلقين», «التبريكات», «يمدد»."""
        low = tokens[at].low
        if low in self._given or low in self._firsts:
            return False
        plural = low.startswith(self._article) and len(low) > 5 and low.endswith(self._morphology.no_family_endings)
        verb = bool(self._shapes.present.match(low)) and len(low) < 6 and not self._closed(tokens, at, blocked)
        return plural or verb

    def _begins_name(self, tokens: Sequence[Token], at: int, blocked: Sequence[bool]) -> bool:
        """Whether a word that looks like something else is a given name: «مرضية رضائي،», «معين عبد الملك»."""
        low = tokens[at].low
        if low in self._inner and low in self._firsts:
            return True  # where it is no style, which would be blocked
        after = tokens[at + 1].low if at + 1 < len(tokens) and not blocked[at + 1] else "."
        if not after[0].isalpha():
            return False
        if low in self._firsts and not low.startswith(self._article):
            return after in self._servants or (not self._is_everyday(after) and self._accepts(after, True, False))
        if low.startswith(self._article) and len(low) <= _SHORT and after in self._links:
            return True  # «إلس فان ليوين»
        looks = low[-1] == self._morphology.feminine or bool(self._shapes.future.match(low))
        fits = low not in self._common and after not in self._hours and self._shapes.fits(after, False)
        fits = fits and not any(particle and stem in self._known for particle, stem in self._morphology.splits(low))
        return looks and fits and self._closed(tokens, at + 1, blocked)

    def _is_everyday(self, low: str) -> bool:
        """Whether a word is seldom part of a name: then it begins none, and ends one only before a sign."""
        return low in self._everyday and low not in self._firsts and low not in self._inner

    def _stands(self, tokens: Sequence[Token], at: int, end: int, blocked: Sequence[bool]) -> bool:
        """Whether an everyday word is part of a name: the last, or the first of two before a sign («بصري باغجي،»)."""
        if end > at:
            return self._closed(tokens, end, blocked)
        after = tokens[end + 1].low if end + 1 < len(tokens) and not blocked[end + 1] else ""
        low, morphology = tokens[end].low, self._morphology
        if low[-1] == morphology.past_feminine or low[0] in morphology.verb_prefixes:
            return False  # verbs: «رحبت», «يوكد»
        if not after[:1].isalpha() or self._is_everyday(after) or not self._accepts(after, True, False):
            return False
        definite = low.startswith(self._article) or after.startswith(self._article)
        return not definite and self._closed(tokens, end + 1, blocked)

    def _closed(self, tokens: Sequence[Token], at: int, blocked: Sequence[bool]) -> bool:
        """Whether a sign, another mention or «و» follows a word."""
        if at + 1 >= len(tokens) or blocked[at + 1]:
            return True
        following = tokens[at + 1].low
        return not following[0].isalpha() or (following[0] == self._and and len(following) > 3)

    def _ends_name(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether an everyday word is a family name here: after a known given name, before a sign or a particle."""
        low = tokens[end].low
        ending = end == at or low[-1] == self._morphology.accusative or len(low) < 3
        if ending or low in self._name_enders or low in self._links:
            return False
        following = tokens[end + 1].low if end + 1 < len(tokens) else "."
        if following[0].isalpha() and following[0] != self._and and following not in self._goes_on_with:
            return False
        definite = low.startswith(self._article)
        if definite and any(t.low in self._son_of for t in tokens[at:end]):
            return low not in self._common  # «توفيق بن فوزان الربيع»
        if not all(t.low in self._firsts or t.low in self._links for t in tokens[at:end]):
            return False
        readings = self._morphology.splits(low)
        if any(prefix and prefix[-1] != self._morphology.like and stem in self._known for prefix, stem in readings):
            return False  # «التقى محمود بزيارة»
        return (definite and low[-1] == self._morphology.relation) or (low[0] != self._article[:1] and end == at + 1)

    def _is_strange(self, tokens: Sequence[Token], at: int, end: int, blocked: Sequence[bool]) -> bool:
        """Whether a word that looks like a verb or a participle but is none we know goes on or ends a name.

        «باتريك سيمونسن،», «سري واهيوني خلال»: right before what ends a name, or with a further name behind it.
        """
        if end == at or self._is_everyday(tokens[end - 1].low) or not self._shapes.strange(tokens[end].low):
            return False
        following = tokens[end + 1].low if end + 1 < len(tokens) and not blocked[end + 1] else ""
        if self._closed(tokens, end, blocked) or following in self._enders:
            return True
        before = tokens[end - 1].low in self._firsts and tokens[end].low[0] != self._and
        return before and following not in self._everyday and self._accepts(following, True, False)

    def _is_verb(self, tokens: Sequence[Token], at: int, blocked: Sequence[bool]) -> bool:
        """Whether a word inside a name looks like a verb in the present and no name goes on after it."""
        low = tokens[at].low
        if low in self._given or not self._shapes.present.match(low):
            return False
        known = low in self._common or low in self._everyday
        closed = self._closed(tokens, at, blocked) or self.closes(tokens, at)
        if not known and closed and tokens[at - 1].low in self._firsts:
            return False  # «رئيس البرلمان نعمان يلدز برئيس مجلس النواب»
        following = tokens[at + 1].low if at + 1 < len(tokens) and not blocked[at + 1] else ""
        return not (following[:1].isalpha() and self._accepts(following, True, False))

    def _accepts(self, low: str, inside: bool, linked: bool) -> bool:
        if low in self._given:
            return True
        if inside and (
            low in self._regnal or low in self._inner or (low in self._firsts and low.startswith(self._article or "\0"))
        ):
            return True  # «مريم الصادق»
        if inside and not linked and (low in self._only_before or (low[0] == self._and and len(low) > 3)):
            return False
        if inside and not linked and low[0] == self._morphology.to and len(low) > 4 and low[1:] in self._firsts:
            return False  # «استقبال الملك سلمان لسامح شكري»
        if self._article and low.startswith(self._article) and not inside:
            return low not in self._common and len(low) > 4
        return self._shapes.fits(low, linked)

    def _forward_cased(self, tokens: Sequence[Token], at: int, blocked: Sequence[bool]) -> NameSpan | None:
        end = at
        parts = 0
        while end < len(tokens) and end - at < _MAX_WORDS:
            token = tokens[end]
            if blocked[end] and not (end > at and is_joined(tokens, end - 1) and tokens[end - 1].text == "-"):
                break
            if end > at and self._is_sign(tokens, end, True):
                end += 1
                continue
            joined = end > at and tokens[end - 1].text in "-'" and tokens[end - 1].end == token.start
            linked = end > at and tokens[end - 1].low in self._links and token.text[0].isupper()
            fits = ((joined or linked) and token.text[0].isalpha()) or self._is_part(token, first=end == at)
            fits = fits or (end == at and (self._also_name(tokens, at) or self._initial(tokens, at)))
            fits = fits or (end > at and token.low in self._small and token.text[0].isupper())
            if not fits and not (token.low in self._links and end > at and goes_on(tokens, end, blocked, self._links)):
                break
            parts += 1
            if parts > _MAX_PARTS + 4:
                break
            end += 1
        while end > at and (tokens[end - 1].text in "-'." or tokens[end - 1].low in self._links - {"al", "el"}):
            if tokens[end - 1].text == "." and len(tokens[end - 2].text) == 1 and end - 2 > at:
                end -= 1
                continue
            end -= 1
        if end == at or (end == at + 1 and len(tokens[at].text) == 1):
            return None
        return NameSpan(at, end, tokens[at].start, tokens[end - 1].end)

    def _is_sign(self, tokens: Sequence[Token], at: int, inside: bool) -> bool:
        """Whether a sign belongs to a name: a hyphen that joins two words, inside it the full stop of an initial."""
        sign, before = tokens[at].text, tokens[at - 1]
        initial = inside and sign == "." and len(before.text) <= 2 and self._is_part(before, False)
        return initial or (sign in ("-", "'") and is_joined(tokens, at))

    def _also_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a small word with a capital inside a sentence begins a name: "Vice Premier He Zhaoming"."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        capital = at > 0 and tokens[at].text[0].isupper() and tokens[at - 1].text not in ('"', ".", ":")
        return capital and tokens[at].low in self._small and after is not None and self._is_part(after, first=True)

    def _initial(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a single letter with its full stop begins a name: "Minister S. Rajan"."""
        end = after_initials(tokens, at)
        return end > at and end < len(tokens) and self._is_part(tokens[end], first=True)

    def _is_part(self, token: Token, first: bool) -> bool:
        text = token.text
        if not text[0].isalpha():
            return False
        if self._cased:
            fits = token.low not in self._common or token.low in self._given or (len(text) == 1 and not first)
            return text[0].isupper() and fits
        return (token.low in self._links and not first) or self._accepts(token.low, not first, False)
