"""Reads offices with all that belongs to them: portfolio, state, organisation, posting."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Cited
from transforms.segment import Token
from transforms.vocabulary import Office, Portfolio

# Offices held abroad: the state after "to", "in", «لدى» is where, not whose.
_POSTED = (Office.AMBASSADOR, Office.OFFICIAL, Office.MILITARY_CHIEF)
PARTY_KINDS = ("country", "demonym", "organisation", "org_adjective", "region", "home_alias")


@dataclass(slots=True)
class OfficeSpan:
    """One office as printed, being read: tokens [first, last) and what was found in it."""

    head: Hit
    first: int
    last: int
    office: Office | None  # null: out of scope
    portfolio: Cited[Portfolio] | None = None
    parties: list[Hit] = field(default_factory=list)  # whose office it is, nearest first
    posting: Hit | None = None  # where an ambassador is accredited to
    about: list[Hit] = field(default_factory=list)  # what an envoy deals with
    acting: bool = False
    former: bool = False

    @property
    def in_scope(self) -> bool:
        """Whether its holder, as holder of it, can be a side of a meeting."""
        return self.office is not None and not self.former


class OfficeReader:
    """Reads the offices in the sentences of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.words
        self._article = lexicon.morphology.article
        self._cased = lexicon.morphology.cased
        self._splits = lexicon.morphology.splits

    def read(self, tokens: Sequence[Token], hits: Sequence[Hit]) -> list[OfficeSpan]:
        """All offices of a sentence, in order; an office inside another's complement is part of that."""
        at: dict[int, list[Hit]] = defaultdict(list)
        ending: dict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            at[hit.first].append(hit)
            ending[hit.last].append(hit)
        spans: list[OfficeSpan] = []
        done = 0
        for i in range(len(tokens)):
            heads = [h for h in at.get(i, ()) if h.entry.kind in ("office", "out_office")]
            if not heads or i < done:
                continue
            head = max(heads, key=lambda h: (h.last, h.entry.kind == "office"))
            if self._inside_place(head, at, ending) or self._is_name(tokens, head):
                continue
            span = self._open(head)
            if self._cased:
                self._look_back(span, tokens, ending, done)
            self._look_inside(span, at)
            self._look_ahead(span, tokens, at)
            self._settle(span, tokens)
            spans.append(span)
            done = span.last
        return spans

    def _inside_place(self, head: Hit, at: dict[int, list[Hit]], ending: dict[int, list[Hit]]) -> bool:
        """Whether the word is part of a venue or body: "Prime Ministry", "Presidential Palace"."""
        covering = [h for i in range(max(0, head.first - 3), head.first + 1) for h in at.get(i, ())]
        return any(
            h.entry.kind in ("venue", "city", "former_city")
            and h.last >= head.last
            and h.last - h.first > head.last - head.first
            for h in covering
        )

    def _is_name(self, tokens: Sequence[Token], head: Hit) -> bool:
        """Whether the word is a given name that looks like an office: «مساعد بن محمد»."""
        following = tokens[head.last].low if head.last < len(tokens) else ""
        if head.entry.attrs.get("also_name") and head.first:
            before = tokens[head.first - 1]
            if before.low in self._words["name_links"]:
                return True
            return before.text == "," or (before.text[0].isupper() and before.low not in self._words["common"])
        if self._cased:
            return False
        given = tokens[head.first].low in self._words["given_names"] and head.last - head.first == 1
        titled = head.first > 0 and tokens[head.first - 1].low.startswith(self._article)
        return following in ("بن", "ابن") or (given and titled and following not in self._words["office_nouns"])

    def _open(self, head: Hit) -> OfficeSpan:
        attrs = head.entry.attrs
        office = Office(head.entry.value) if head.entry.kind == "office" else None
        span = OfficeSpan(head, head.first, head.last, office)
        fixed = attrs.get("portfolio")
        if fixed:
            span.portfolio = Cited(Portfolio(str(fixed)), head.start, head.end, head.entry.rule)
        return span

    def _look_inside(self, span: OfficeSpan, at: dict[int, list[Hit]]) -> None:
        """A state that the office phrase itself holds: «أمير دولة قطر», "commander of US Central Command"."""
        for i in range(span.head.first, span.head.last):
            hit = self._longest(at, i, PARTY_KINDS)
            if hit is not None and not span.parties and (i > span.head.first or hit.last <= span.head.last):
                span.parties.append(hit)
                span.last = max(span.last, hit.last)

    def _settle(self, span: OfficeSpan, tokens: Sequence[Token]) -> None:
        """What the complement makes of a general head: a president of an organisation is its head."""
        attrs = span.head.entry.attrs
        owner = span.parties[0].entry.kind if span.parties else None
        if owner in ("organisation", "org_adjective") and span.office is Office.HEAD_OF_STATE:
            span.office = Office.ORGANIZATION_HEAD
        elif owner in ("organisation", "org_adjective") and attrs.get("with_org"):
            span.office = Office(str(attrs["with_org"]))
        elif attrs.get("with_portfolio") and span.portfolio is not None:
            span.office = Office(str(attrs["with_portfolio"]))
        elif owner in ("country", "demonym", "home_alias") and attrs.get("with_state") and self._direct(span):
            span.office = Office(str(attrs["with_state"]))
        elif owner == "region" and span.office in (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT):
            span.office = Office.GOVERNOR
        elif owner == "region" and span.office in (Office.MINISTER, Office.DEPUTY_HEAD_OF_GOVERNMENT):
            span.office = Office.OFFICIAL
        words = {t.low for t in tokens[span.head.last : span.last]}
        if attrs.get("with_security") and words & self._words["security_words"]:
            span.office = Office(str(attrs["with_security"]))
        elif attrs.get("with_military") and words & self._words["military_words"]:
            span.office = Office(str(attrs["with_military"]))
        default = attrs.get("default_portfolio")
        if default and span.portfolio is None:
            head = span.head
            span.portfolio = Cited(Portfolio(str(default)), head.start, head.end, head.entry.rule)

    def _direct(self, span: OfficeSpan) -> bool:
        """Whether the state stands right beside the head."""
        owner = span.parties[0]
        return owner.first == span.head.last or owner.last == span.head.first or self._cased

    # -- before the head, where adjectives come first ("Iraqi Interior Minister", "Egypt's Deputy Foreign Minister")

    def _look_back(self, span: OfficeSpan, tokens: Sequence[Token], ending: dict[int, list[Hit]], done: int) -> None:
        i = span.first
        while i > done:
            word = tokens[i - 1].low
            hit = self._best(ending.get(i, ()), ("portfolio", *PARTY_KINDS, "office_modifier"), done)
            if hit is None:
                if word in ("'s", "'", "-") or word in self._words["office_adjectives"] or self._is_ministry(tokens, i):
                    i -= 1
                    continue
                break
            if hit.entry.kind == "portfolio":
                if span.portfolio is None and span.head.entry.attrs.get("complement") in ("portfolio", "any"):
                    self._set_portfolio(span, hit)
                elif span.portfolio is None:
                    break
            elif hit.entry.kind == "office_modifier":
                self._modify(span, hit)
            else:
                span.parties.append(hit)
            i = hit.first
            span.first = i
        # "a Saudi-Kuwaiti committee's head" leaves signs at the edge: they do not belong to the office

    def _is_ministry(self, tokens: Sequence[Token], i: int) -> bool:
        return tokens[i - 1].low == "ministry"

    def _modify(self, span: OfficeSpan, hit: Hit) -> None:
        value = hit.entry.value
        span.acting |= value == "acting"
        span.former |= value == "former"
        if value == "deputy" and span.office is Office.MINISTER:
            span.office = Office.DEPUTY_MINISTER
        elif value == "deputy" and span.office is Office.HEAD_OF_GOVERNMENT:
            span.office = Office.DEPUTY_HEAD_OF_GOVERNMENT

    def _set_portfolio(self, span: OfficeSpan, hit: Hit) -> None:
        if span.portfolio is None:
            span.portfolio = Cited(Portfolio(hit.entry.value), hit.start, hit.end, hit.entry.rule)

    def _best(self, hits: Sequence[Hit], kinds: Sequence[str], floor: int) -> Hit | None:
        fitting = [h for h in hits if h.entry.kind in kinds and h.first >= floor]
        return min(fitting, key=lambda h: (h.first, kinds.index(h.entry.kind)), default=None)

    # -- after the head

    def _look_ahead(self, span: OfficeSpan, tokens: Sequence[Token], at: dict[int, list[Hit]]) -> None:
        step = self._step_cased if self._cased else self._step_uncased
        while span.last < len(tokens):
            last = step(span, tokens, at)
            if last <= span.last:
                return
            span.last = last

    def _longest(self, at: dict[int, list[Hit]], i: int, kinds: Sequence[str]) -> Hit | None:
        return max((h for h in at.get(i, ()) if h.entry.kind in kinds), key=lambda h: h.last, default=None)

    def _take(self, span: OfficeSpan, hit: Hit, link: str) -> int:
        """File a state, organisation or portfolio found after a link word; its end."""
        if hit.entry.kind == "portfolio":
            self._set_portfolio(span, hit)
        elif link in ("to", "لدى", "لدي", "في", "ب", "in", "إلى", "الي") and span.office in _POSTED:
            span.posting = span.posting or hit
        elif span.office is Office.ENVOY and link == "ل":
            span.about.append(hit)
        elif span.office is not Office.MINISTER and link in ("for", "to", "الي", "on"):
            span.about.append(hit)
        elif link in ("لدي",):
            span.posting = span.posting or hit
        else:
            span.parties.append(hit)
        return hit.last

    def _step_uncased(self, span: OfficeSpan, tokens: Sequence[Token], at: dict[int, list[Hit]]) -> int:
        """One step of the complement where nouns follow their head and adjectives their noun."""
        i = span.last
        token = tokens[i]
        title = self._longest(at, i, ("honorific",))
        other = self._longest(at, i, ("portfolio", *PARTY_KINDS))
        if title is not None and (other is None or other.last < title.last):
            return i
        modifier = self._longest(at, i, ("office_modifier",))
        if modifier is not None:
            self._modify(span, modifier)
            return modifier.last
        hit = self._longest(at, i, PARTY_KINDS)
        portfolio = self._longest(at, i, ("portfolio",))
        if portfolio is not None and (hit is None or portfolio.last >= hit.last) and self._fits(span, portfolio, i):
            self._set_portfolio(span, portfolio)
            return portfolio.last
        if hit is not None and "و" not in hit.prefix:
            if span.parties and hit.prefix == "" and hit.entry.kind != "organisation":
                return hit.last if hit.entry.value == span.parties[0].entry.value else i
            return self._take(span, hit, hit.prefix[-1:])
        governed = tokens[i - 1].low in self._words["office_nouns"]
        if governed and token.low.startswith(self._article):
            return i + 1
        head = self._longest(at, i, ("office",))
        if head is not None and not head.prefix:
            indefinite = i == span.head.last and not tokens[i - 1].low.startswith(self._article)
            return head.last if governed or (indefinite and span.office is Office.OFFICIAL) else i
        if self._longest(at, i, ("side", "group", "attend", "contact", "time")):
            return i
        return self._step_words(span, tokens, at, i, token)

    def _fits(self, span: OfficeSpan, portfolio: Hit, i: int) -> bool:
        """Whether a portfolio may follow here: only ministers have one, and "و" only after another."""
        if span.head.entry.attrs.get("complement") not in ("portfolio", "any"):
            return False
        if "و" in portfolio.prefix:
            return span.portfolio is not None and i > span.head.last
        return True

    def _step_words(
        self, span: OfficeSpan, tokens: Sequence[Token], at: dict[int, list[Hit]], i: int, token: Token
    ) -> int:
        low = token.low
        if low in self._words["of_words"] and i + 1 < len(tokens):
            hit = self._longest(at, i + 1, PARTY_KINDS)
            if hit is not None and not hit.prefix:
                return self._take(span, hit, low)
            nouns = self._words["office_nouns"]
            definite = tokens[i + 1].low.startswith(self._article) and tokens[i + 1].low in self._words["common"]
            city = self._longest(at, i + 1, ("city",))
            if city is not None and span.office in _POSTED:
                return city.last
            if low == "في" and (tokens[i + 1].low in nouns or definite):
                return i + 2
            return i
        if low in self._words["office_nouns"] and low not in self._words["given_names"]:
            return i + 1
        definite = low.startswith(self._article) and len(low) > 3
        if definite and (low in self._words["common"] or self._known_complement(at, i)) and self._calm(at, i):
            return i + 1
        city = self._longest(at, i, ("city",))
        if city is not None and city.prefix == "ب" and span.office in _POSTED:
            return city.last
        for prefix, stem in self._splits(low):
            if prefix == "و" and self._goes_on(span, tokens, i, stem) and self._calm(at, i):
                return i + 1
            governed_noun = stem in self._words["office_nouns"]
            definite = stem in self._words["common"] and stem.startswith(self._article)
            if prefix in ("ل", "ب") and (governed_noun or definite) and self._calm(at, i):
                return i + 1
        return i

    def _goes_on(self, span: OfficeSpan, tokens: Sequence[Token], i: int, stem: str) -> bool:
        """Whether «و» joins another noun to the complement: «والغابات», «وشؤون المغتربين», «والتميز»."""
        if i == span.head.last:
            return False
        if stem in self._words["office_nouns"]:
            return span.portfolio is not None and stem not in ("رييس", "وزير")
        before = tokens[i - 1].low
        definite = stem.startswith(self._article) and before.startswith((self._article, "لل", "وال", "بال"))
        return definite and (span.portfolio is not None or stem in self._words["common"])

    def _known_complement(self, at: dict[int, list[Hit]], i: int) -> bool:
        return self._longest(at, i, ("topic", "city", "venue", "organisation", "portfolio")) is not None

    def _calm(self, at: dict[int, list[Hit]], i: int) -> bool:
        """Whether no other mention starts here."""
        return self._longest(at, i, ("time", "contact", "group", "side", "honorific", "background")) is None

    def _step_cased(self, span: OfficeSpan, tokens: Sequence[Token], at: dict[int, list[Hit]]) -> int:
        """One step of the complement after a link word: "of Foreign Affairs", "of Japan", "to the OIC"."""
        i = span.last
        low = tokens[i].low
        if low in ("and", ",", "&") and span.portfolio is not None and i >= span.head.last:
            return self._more_portfolio(tokens, at, i)
        if low == "(":
            close = next((k for k in range(i + 1, min(i + 9, len(tokens))) if tokens[k].text == ")"), None)
            return close + 1 if close is not None else i
        if low == "-" and i + 1 < len(tokens) and tokens[i + 1].low == "general":
            return i + 2
        if low not in self._words["of_words"]:
            return i
        j = i + 1
        while j < len(tokens) and tokens[j].low in ("the", "his", "her", "their"):
            j += 1
        return self._after_link(span, tokens, at, low, i, j)

    def _more_portfolio(self, tokens: Sequence[Token], at: dict[int, list[Hit]], i: int) -> int:
        """The end of a portfolio that goes on after a comma or "and" ("Foreign Affairs and Expatriates"), else `i`."""
        end = i
        k = i + 1
        while k < len(tokens) and k < i + 8:
            if self._longest(at, k, ("office", "honorific")) is not None:
                break
            hit = self._longest(at, k, ("portfolio",))
            if hit is not None and not self._heads_office(at, hit.last):
                k = end = hit.last
            elif self._is_noun(tokens, k):
                k += 1
                end = k
            elif tokens[k].text[0].isupper() or (tokens[k].low in ("and", ",", "the") and k == end):
                k += 1
            else:
                break
        return end

    def _heads_office(self, at: dict[int, list[Hit]], i: int) -> bool:
        return self._longest(at, i, ("office",)) is not None

    def _is_noun(self, tokens: Sequence[Token], i: int) -> bool:
        return i < len(tokens) and tokens[i].text[:1].isupper() and tokens[i].low in self._words["office_nouns"]

    def _owns(self, tokens: Sequence[Token], at: dict[int, list[Hit]], k: int) -> bool:
        """Whether an office stands here as an owner: "the Prime Minister's Office"."""
        return any(t.low in ("'s", "'") for t in tokens[k + 1 : k + 3])

    def _after_link(
        self, span: OfficeSpan, tokens: Sequence[Token], at: dict[int, list[Hit]], link: str, i: int, j: int
    ) -> int:
        if j >= len(tokens):
            return i
        takes = span.head.entry.attrs.get("complement") in ("portfolio", "any")
        portfolio = self._longest(at, j, ("portfolio",)) if takes and link in ("of", "for", "at") else None
        named_ministry = (
            portfolio is not None and portfolio.last < len(tokens) and tokens[portfolio.last].low == "ministry"
        )
        if portfolio is not None and not named_ministry:
            self._set_portfolio(span, portfolio)
            return portfolio.last
        hit = max(
            (h for k in range(i + 1, j + 1) if (h := self._longest(at, k, (*PARTY_KINDS, "city")))),
            key=lambda h: h.last,
            default=None,
        )
        if hit is not None and hit.entry.kind != "demonym":
            if link in ("on", "at", "with") or (link == "in" and span.office not in _POSTED):
                return i
            if hit.entry.kind == "city":
                return hit.last if link == "of" or span.office in _POSTED else i
            following = hit.last < len(tokens) and tokens[hit.last].low in ("'s", "'")
            last = self._take(span, hit, link) + (1 if following else 0)
            while last < len(tokens) and link in ("of", "for") and self._is_noun(tokens, last):
                last += 1  # "of the Azerbaijan Army", "for Arab League Affairs"
            return last
        if tokens[j].low in ("ministry", "embassy"):
            if j + 1 < len(tokens) and tokens[j + 1].low == "of":
                span.last = j + 1
                return self._after_link(
                    span, tokens, at, "of", j + 1, j + 2 + (tokens[j + 2].low == "the" if j + 2 < len(tokens) else 0)
                )
            return j + 1
        head = self._longest(at, j, ("office",))
        if link == "to" and head is not None and span.office is Office.OFFICIAL:
            return head.last  # "Special Adviser to the President"
        if link in ("in", "on", "with", "to"):
            return i
        return self._noun_run(span, tokens, at, i, j)

    def _noun_run(self, span: OfficeSpan, tokens: Sequence[Token], at: dict[int, list[Hit]], i: int, j: int) -> int:
        """A capitalised complement: it ends after an institution's noun, or before a title or comma."""
        k = j
        while k < len(tokens):
            token = tokens[k]
            honorific = self._longest(at, k, ("honorific",))
            titled = honorific is not None and k > j and token.low not in self._words["office_nouns"]
            if titled and not self._owns(tokens, at, k):
                break
            if (
                token.text[0].isupper()
                or token.text in ("'s", "&", "-")
                or (
                    k > j
                    and token.low in ("of", "and", "the", "for")
                    and k + 1 < len(tokens)
                    and (tokens[k + 1].text[0].isupper() or tokens[k + 1].low == "the")
                )
            ):
                party = self._longest(at, k, ("country", "organisation", "demonym"))
                if party is not None:
                    span.parties.append(party)
                    k = party.last
                    continue
                portfolio = self._longest(at, k, ("portfolio",))
                k = portfolio.last if portfolio is not None else k + 1
                noun = tokens[k - 1].low in self._words["office_nouns"]
                following = tokens[k].low if k < len(tokens) else ""
                after_noun = following in self._words["office_nouns"] or following in ("of", "for", "and", "'s", "&")
                if noun and not after_noun and not self._longest(at, k, ("portfolio", "country", "organisation")):
                    break
                continue
            break
        return k if k > j else i
