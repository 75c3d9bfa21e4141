"""Reads what follows an office where adjectives follow their noun: «وزير الدفاع اللبناني»."""

from collections.abc import Sequence

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Cited
from transforms.mentions.office_span import PARTY_KINDS, POSTED, At, OfficeSpan, longest
from transforms.segment import Token
from transforms.vocabulary import Office, Portfolio

_CHARGED = (Office.MINISTER, Office.DEPUTY_MINISTER, Office.ORGANIZATION_HEAD, None)  # who may look after a field


class UncasedComplement:
    """Reads the complements of offices in a language without capitals."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.words
        self._nouns = lexicon.words["common"] | lexicon.words.get("everyday", frozenset())
        m = self._m = lexicon.morphology
        self._article = m.article
        self._governs = (m.to, m.at)  # what an office has written onto a noun that belongs to it
        self._leads_on = (m.to, m.conjunction, m.at)
        self._definite = (m.article, *m.contractions, m.conjunction + m.article, m.at + m.article)
        self._abroad = tuple(lexicon.words["abroad"])
        self._splits = lexicon.morphology.splits

    def step(self, span: OfficeSpan, tokens: Sequence[Token], at: At) -> int:
        """One step of the complement where nouns follow their head and adjectives their noun."""
        i = span.last
        token = tokens[i]
        title = longest(at, i, ("honorific",))
        other = longest(at, i, ("portfolio", *PARTY_KINDS))
        state = title is not None and longest(at, title.last, ("country",)) is not None  # «سفير دولة باكستان»
        if title is not None and not state and (other is None or other.last < title.last):
            return i
        governed = self._governed(span, tokens, at, i)
        if governed is not None:
            return governed
        seat = longest(at, i, ("city",)) if span.office is Office.GOVERNOR and span.seat is None else None
        if seat is not None and not seat.prefix and tokens[i - 1].low in self._words["seat_nouns"]:
            span.seat = seat  # «محافظ العاصمة المؤقتة عدن»
            return seat.last
        modifier = longest(at, i, ("office_modifier",))
        if modifier is not None:
            span.modify(modifier)
            return modifier.last
        hit = longest(at, i, PARTY_KINDS)
        portfolio = longest(at, i, ("portfolio",))
        if portfolio is not None and (hit is None or portfolio.last >= hit.last) and self._fits(span, portfolio, i):
            span.set_portfolio(portfolio)
            return portfolio.last
        if hit is not None and self._m.conjunction not in hit.prefix:
            if self._is_destination(span, tokens, hit):
                return i
            if span.parties and hit.prefix == "" and hit.entry.kind != "organisation":
                return hit.last if hit.entry.value == span.parties[0].entry.value else i
            sent = hit.last < len(tokens) and tokens[hit.last].low in self._words["going_to"]
            return span.take(hit, hit.prefix[-1:], sent)
        abroad = hit is not None and hit.entry.kind == "demonym" and self._looks_after_own(tokens, hit)
        if hit is not None and abroad and not span.parties:
            return span.take(hit, "") + (1 if tokens[hit.last].low in self._abroad else 2)
        if self._names_field(span, tokens, at, i):
            span.portfolio = Cited(Portfolio.OTHER, token.start, token.end, "derived.portfolio_other")
            return i + 1
        governed = any(
            stem in self._words["office_nouns"] and prefix in ("", *self._governs)
            for prefix, stem in [("", tokens[i - 1].low), *self._splits(tokens[i - 1].low)]
        )
        if governed and token.low.startswith(self._article):
            return i + 1
        head = longest(at, i, ("office",))
        if head is not None and not head.prefix:
            indefinite = i == span.head.last and not tokens[i - 1].low.startswith(self._article)
            return head.last if governed or (indefinite and span.office is Office.OFFICIAL) else i
        if longest(at, i, ("side", "group", "attend", "contact", "time")):
            return i
        return self._step_words(span, tokens, at, i, token)

    def _looks_after_own(self, tokens: Sequence[Token], hit: Hit) -> bool:
        """Whether the last field of a minister is his people abroad: «والتعاون الدولي والسنغاليين بالخارج»."""
        return " ".join(t.low for t in tokens[hit.last : hit.last + 2]).startswith(self._abroad)

    def _is_destination(self, span: OfficeSpan, tokens: Sequence[Token], hit: Hit) -> bool:
        """Whether a state by its full name is where a traveller goes: «غادر وزير الدفاع جمهورية مصر العربية»."""
        full = hit.entry.kind == "country" and hit.last - hit.first > 1
        if not full or hit.first == span.head.last or span.office in POSTED:
            return False
        before = {t.low for t in tokens[max(0, span.first - 24) : span.first]}
        apart = hit.prefix == "" and tokens[hit.first - 1].low.startswith(self._article)
        return (apart or hit.prefix.endswith(self._m.to)) and bool(before & self._words["travel_words"])

    def _governed(self, span: OfficeSpan, tokens: Sequence[Token], at: At, i: int) -> int | None:
        """The end of what a governor governs, right after an indefinite head: «والي جندوبة», «رئيس بلدية صيدا»."""
        head = tokens[i - 1].low
        opens = span.office is Office.GOVERNOR and i == span.head.last and not head.startswith(self._article)
        if not opens or any(longest(at, k, ("city",)) for k in range(span.head.first, i)):
            return None
        place = longest(at, i, ("city", "region", "country"))
        if place is not None and place.entry.kind != "city":
            return None
        known = tokens[i].low in self._words["given_names"] | self._words.get("first_names", frozenset())
        if not tokens[i].text[0].isalpha() or longest(at, i, ("honorific", "office", "contact")) is not None:
            return None
        if known and place is None:
            return None
        last = place.last if place is not None else i + 1
        span.seat = place
        adjective = (self._m.feminine, self._m.relation)
        while last < len(tokens) and tokens[last].low.startswith(self._article) and tokens[last].low[-1] in adjective:
            if longest(at, last, ("demonym", "honorific")) is not None:
                break
            last += 1  # «نواكشوط الغربية»
        return last

    def _fits(self, span: OfficeSpan, portfolio: Hit, i: int) -> bool:
        """Whether a portfolio may follow here: only ministers have one, and "و" only after another."""
        if span.head.entry.attrs.get("complement") not in ("portfolio", "any"):
            return False
        if self._m.conjunction in portfolio.prefix:
            return span.portfolio is not None and i > span.head.last
        return True

    def _step_words(self, span: OfficeSpan, tokens: Sequence[Token], at: At, i: int, token: Token) -> int:
        low = token.low
        if low in self._words["of_words"] and i + 1 < len(tokens):
            linked = self._linked(span, tokens, at, i)
            if linked is not None:
                return linked
        if self._closed(span, i) and low[0] not in self._leads_on and not low.startswith(self._article):
            return i  # «أكد نائب الرئيس الأميركي دعم بلاده»
        if low in self._words["office_nouns"] and low not in self._words["given_names"]:
            return i + 1
        if span.parties and span.parties[-1].last == i and span.parties[-1].prefix[-1:] in self._governs:
            return i  # nothing of an office follows its state: «… بدولة الإمارات العلاقات …»
        definite = low.startswith(self._article) and len(low) > 3
        if definite and self._closed(span, i) and self._of_another(low, tokens[span.head.first].low):
            return i  # «وجه الوزير البرازيلي الدعوة إلى»: no adjective of his
        if definite and (low in self._nouns or self._known_complement(at, i)) and self._calm(at, i):
            return i + 1
        city = longest(at, i, ("city",))
        if city is not None and city.prefix == self._m.at and span.office in POSTED:
            return city.last
        for prefix, stem in self._splits(low):
            if prefix == self._m.conjunction and self._goes_on(span, tokens, i, stem) and self._calm(at, i):
                return i + 1
            if prefix == self._m.conjunction and self._field_goes_on(span, tokens, at, i, stem) and self._calm(at, i):
                return i + 2
            governed_noun = stem in self._words["office_nouns"]
            definite = stem in self._nouns and stem.startswith(self._article)
            if prefix in self._governs and (governed_noun or definite) and self._calm(at, i):
                return i + 1
            following = tokens[i + 1].low if i + 1 < len(tokens) else ""
            owned = stem in self._nouns and following.startswith(self._article) and len(following) > 4
            if prefix == self._m.to and owned and self._calm(at, i) and self._calm(at, i + 1):
                return i + 2  # «المدير العام لهندسة المياه»
        return i

    def _linked(self, span: OfficeSpan, tokens: Sequence[Token], at: At, i: int) -> int | None:
        """The end of the complement after a link word at token `i`; null: the word may be a noun of offices itself."""
        low = tokens[i].low
        hit = longest(at, i + 1, PARTY_KINDS)
        if hit is not None and low in self._words["going_to"] and span.office not in (*POSTED, Office.ENVOY):
            return i  # «غادر وزير الدفاع إلى مصر»: where he goes
        if hit is not None and not hit.prefix:
            return span.take(hit, low)
        nouns = self._words["office_nouns"]
        definite = tokens[i + 1].low.startswith(self._article) and tokens[i + 1].low in self._nouns
        city = longest(at, i + 1, ("city",))
        if city is not None and span.office in POSTED:
            return city.last
        field = longest(at, i + 1, ("portfolio",))
        charged = low in self._words["charged_with"] and span.office in (*POSTED, Office.ENVOY, *_CHARGED)
        if charged and field is None and tokens[i + 1].low.startswith(self._article):
            return i + 2  # «مساعد وزير الخارجية الإيراني للشؤون القنصلية»
        palace = tokens[i + 1].low in self._words["palace_words"]
        placed = palace or longest(at, i + 1, ("venue", "city")) is not None
        if low in self._words["in_words"] and (tokens[i + 1].low in nouns or definite) and not placed:
            return i + 2
        return i if placed or low not in nouns else None

    def _closed(self, span: OfficeSpan, i: int) -> bool:
        """Whether a state's adjective stands right before token `i`."""
        return bool(span.parties) and span.parties[-1].last == i and span.parties[-1].entry.kind == "demonym"

    def _of_another(self, adjective: str, head: str) -> bool:
        """Whether an adjective is in the feminine and a head is not."""
        return adjective[-1] == self._m.feminine != head[-1]

    def _goes_on(self, span: OfficeSpan, tokens: Sequence[Token], i: int, stem: str) -> bool:
        """Whether "and" joins another noun to the complement: «والغابات», «وشؤون المغتربين», «والتميز»."""
        if i == span.head.last:
            return False
        if stem in self._words["office_nouns"]:
            return span.portfolio is not None and stem not in self._words["next_heads"]
        before = tokens[i - 1].low
        definite = stem.startswith(self._article) and before.startswith(self._definite)
        return definite and (span.portfolio is not None or stem in self._nouns)

    def _names_field(self, span: OfficeSpan, tokens: Sequence[Token], at: At, i: int) -> bool:
        """Whether a definite word right after «وزير» is a portfolio no list holds: «وزيرة التعدين»."""
        low, head = tokens[i].low, tokens[i - 1].low
        opens = i == span.head.last and span.office in (Office.MINISTER, Office.DEPUTY_MINISTER)
        field = low.startswith(self._article) and len(low) > 4 and low not in self._words["given_names"]
        return opens and field and span.portfolio is None and head in self._words["minister_of"] and self._calm(at, i)

    def _field_goes_on(self, span: OfficeSpan, tokens: Sequence[Token], at: At, i: int, stem: str) -> bool:
        """Whether «و» joins a noun with its own complement to a portfolio: «الطرق وبناء المدن»."""
        field = span.portfolio is not None or span.office is Office.OFFICIAL
        if not field or i == span.head.last or i + 1 >= len(tokens) or not self._calm(at, i + 1):
            return False
        noun = stem in self._nouns and not stem.startswith(self._article) and stem[0] != self._m.present
        before, after = tokens[i - 1].low, tokens[i + 1].low
        return noun and before.startswith(self._article) and after.startswith(self._article) and len(after) > 4

    def _known_complement(self, at: At, i: int) -> bool:
        return longest(at, i, ("topic", "city", "venue", "organisation", "portfolio")) is not None

    def _calm(self, at: At, i: int) -> bool:
        """Whether no other mention starts here."""
        return longest(at, i, ("time", "contact", "group", "side", "honorific", "background", "relative")) is None
