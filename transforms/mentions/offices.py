"""Reads offices with all that belongs to them: portfolio, state, organisation, posting."""

from collections import defaultdict
from collections.abc import Sequence

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.complement_cased import CasedComplement
from transforms.mentions.complement_uncased import UncasedComplement
from transforms.mentions.family_names import ends_name, is_inner
from transforms.mentions.model import Cited
from transforms.mentions.office_span import PARTY_KINDS, At, Links, OfficeSpan, longest
from transforms.segment import Token
from transforms.vocabulary import Office, Portfolio


class OfficeReader:
    """Reads the offices in the sentences of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._words = lexicon, lexicon.words
        self._links = Links(lexicon)
        self._article = lexicon.morphology.article
        self._cased = lexicon.morphology.cased
        self._complement = CasedComplement(lexicon) if self._cased else UncasedComplement(lexicon)

    def read(self, tokens: Sequence[Token], hits: Sequence[Hit], taken: Sequence[bool]) -> list[OfficeSpan]:
        """All offices of a sentence, in order; an office inside another's complement is part of that.

        `taken` marks tokens of time expressions, at which an office ends.
        """
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
            if self._is_family(tokens, head, ending) or self._is_adjective(tokens, head):
                continue
            span = self._open(head)
            span.last = max([span.last, *(h.last for h in self._overlapping(head, at))])
            if self._cased:
                self._look_back(span, tokens, ending, done)
            self._look_inside(span, at)
            self._look_ahead(span, tokens, at, taken)
            self._settle(span, tokens)
            spans.append(span)
            done = span.last
        return spans

    def _inside_place(self, head: Hit, at: At, ending: At) -> bool:
        """Whether the word is part of a venue or body: "Prime Ministry", "Presidential Palace"."""
        covering = [h for i in range(max(0, head.first - 3), head.first + 1) for h in at.get(i, ())]
        return any(
            h.entry.kind in ("venue", "city", "former_city", "country")
            and h.last >= head.last
            and h.last - h.first > head.last - head.first
            for h in covering
        )

    def _overlapping(self, head: Hit, at: At) -> list[Hit]:
        """Offices of the same rank that begin inside this one: "Special Adviser" and "Adviser to the President"."""
        inside = [h for i in range(head.first + 1, head.last) for h in at.get(i, ()) if h.entry.kind == "office"]
        return [h for h in inside if h.last > head.last and h.entry.value == head.entry.value]

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
        if head.first and self._is_link(tokens[head.first - 1].low):
            return True
        if head.first and not head.prefix and is_inner(tokens, head.first, self._lexicon):
            return True
        given = tokens[head.first].low in self._words["given_names"] and head.last - head.first == 1
        titled = head.first > 0 and tokens[head.first - 1].low.startswith(self._article)
        return following in self._words["never_first"] or (
            given and titled and following not in self._words["office_nouns"]
        )

    def _is_link(self, low: str) -> bool:
        """Whether a word joins the next one to a name: «بن», «عبد», «وعبد»."""
        servant = low.removeprefix(self._lexicon.morphology.conjunction) in self._words["servant_of"]
        return servant or low in self._words["son_of"]

    def _is_adjective(self, tokens: Sequence[Token], head: Hit) -> bool:
        """Whether "official" stands before what it describes: "an official visit"."""
        things = self._words.get("official_things", frozenset())
        alone = head.last - head.first == 1 and tokens[head.first].low == "official"
        return alone and head.last < len(tokens) and tokens[head.last].low in things

    def _is_family(self, tokens: Sequence[Token], head: Hit, ending: At) -> bool:
        """Whether a title of one word is a family name: "Foreign Minister Peter King met", as against "King Felipe"."""
        if not self._cased or head.last - head.first > 1 or head.first == 0:
            return False
        sided = any(h.entry.kind in (*PARTY_KINDS, "city") for h in ending.get(head.first, ()))
        ruler = head.entry.value == "head_of_state" and not sided
        return ruler and ends_name(tokens, head.first, self._words["common"])

    def _open(self, head: Hit) -> OfficeSpan:
        attrs = head.entry.attrs
        office = Office(head.entry.value) if head.entry.kind == "office" else None
        span = OfficeSpan(head, head.first, head.last, office, self._links)
        fixed = attrs.get("portfolio")
        if fixed:
            span.portfolio = Cited(Portfolio(str(fixed)), head.start, head.end, head.entry.rule)
        return span

    def _look_inside(self, span: OfficeSpan, at: At) -> None:
        """A state that the office phrase itself holds: «أمير دولة قطر», "commander of US Central Command"."""
        for i in range(span.head.first, span.head.last):
            hit = longest(at, i, PARTY_KINDS)
            if hit is not None and not span.parties and (i > span.head.first or hit.last <= span.head.last):
                span.parties.append(hit)
                span.last = max(span.last, hit.last)

    def _settle(self, span: OfficeSpan, tokens: Sequence[Token]) -> None:
        """What the complement makes of a general head: a president of an organisation is its head."""
        attrs = span.head.entry.attrs
        owner = span.parties[0].entry.kind if span.parties else None
        if owner in ("organisation", "org_adjective") and span.office is Office.HEAD_OF_STATE:
            span.office = Office.ORGANIZATION_HEAD
        elif owner in ("organisation", "org_adjective") and attrs.get("with_org") and not self._of_part(span, tokens):
            span.office = Office(str(attrs["with_org"]))
        elif attrs.get("with_portfolio") and span.portfolio is not None:
            span.office = Office(str(attrs["with_portfolio"]))
        elif owner in ("country", "demonym", "home_alias") and attrs.get("with_state") and self._direct(span):
            span.office = Office(str(attrs["with_state"]))
        elif owner == "region" and span.office in (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT):
            span.office = Office.GOVERNOR
        elif owner == "region" and span.office in (Office.MINISTER, Office.DEPUTY_HEAD_OF_GOVERNMENT):
            span.office = Office.OFFICIAL
        if attrs.get("needs_state") and owner not in ("country", "demonym", "home_alias"):
            span.office = None
        words = {t.low for t in tokens[span.head.last : span.last]}
        if attrs.get("with_security") and words & self._words["security_words"]:
            span.office = Office(str(attrs["with_security"]))
        elif attrs.get("with_military") and words & self._words["military_words"]:
            span.office = Office(str(attrs["with_military"]))
        if span.office is Office.GOVERNOR and words & self._words["bank_words"]:
            span.office = Office.OFFICIAL  # the governor of a bank
        if attrs.get("with_parliament") and words & self._words["parliament_words"]:
            span.office = Office(str(attrs["with_parliament"]))
        if attrs.get("with_branch") and span.portfolio is not None and self._branched(span, tokens):
            span.office = Office(str(attrs["with_branch"]))
        if attrs.get("with_posting") and span.parties and span.posting is not None:
            span.office = Office(str(attrs["with_posting"]))
        default = attrs.get("default_portfolio")
        if default and span.portfolio is None:
            head = span.head
            span.portfolio = Cited(Portfolio(str(default)), head.start, head.end, head.entry.rule)

    def _branched(self, span: OfficeSpan, tokens: Sequence[Token]) -> bool:
        """Whether a branch in brackets stands right behind the head: "Secretary (East) in the Ministry of"."""
        return span.head.last < len(tokens) and tokens[span.head.last].text == "("

    def _of_part(self, span: OfficeSpan, tokens: Sequence[Token]) -> bool:
        """Whether an office heads a part of a body: "Director General for Neighbourhood of the European Commission"."""
        after = [t.low for t in tokens[span.head.last : span.parties[0].first]]
        if self._words["part_words"].intersection(after):
            return True  # "Head of the Asia Division of the European External Action Service"
        return after[:1] == ["for"] and any(t in ("of", "at", "in") for t in after[1:])

    def _direct(self, span: OfficeSpan) -> bool:
        """Whether the state stands right beside the head."""
        owner = span.parties[0]
        return owner.first == span.head.last or owner.last == span.head.first or self._cased

    # -- before the head, where adjectives come first ("Iraqi Interior Minister", "Egypt's Deputy Foreign Minister")

    def _look_back(self, span: OfficeSpan, tokens: Sequence[Token], ending: At, done: int) -> None:
        i = span.first
        while i > done:
            word = tokens[i - 1].low
            hit = self._best(ending.get(i, ()), ("portfolio", *PARTY_KINDS, "office_modifier"), done)
            if hit is None:
                owner = self._best(ending.get(i, ()), ("city",), done)
                if owner is not None and owner.entry.attrs.get("capital") and tokens[i].low == "'s":
                    span.seat, span.first = owner, owner.first  # "Seoul's Foreign Minister"
                    break
                if word == "and" and span.portfolio is not None and (first := self._field_before(ending, i - 1, done)):
                    span.portfolio, i = None, i - 1  # of "Mines and Energy Minister" the first field counts
                    span.set_portfolio(first)
                    i = span.first = first.first
                    continue
                if word in ("'s", "'", "-") or word in self._words["office_adjectives"] or self._is_ministry(tokens, i):
                    i -= 1
                    continue
                break
            if hit.entry.kind == "portfolio":
                if span.portfolio is None and span.head.entry.attrs.get("complement") in ("portfolio", "any"):
                    span.set_portfolio(hit)
                elif span.portfolio is None:
                    break
            elif hit.entry.kind == "office_modifier":
                span.modify(hit)
            else:
                span.parties.append(hit)
            i = hit.first
            span.first = i
        # "a Saudi-Kuwaiti committee's head" leaves signs at the edge: they do not belong to the office

    def _field_before(self, ending: At, i: int, floor: int) -> Hit | None:
        """The field that ends at token `i`, with a state before it, or nothing but the sentence's start."""
        field = self._best(ending.get(i, ()), ("portfolio",), floor)
        if field is None or not self._cased:
            return None
        return field if self._best(ending.get(field.first, ()), PARTY_KINDS, floor) or field.first == floor else None

    def _is_ministry(self, tokens: Sequence[Token], i: int) -> bool:
        return tokens[i - 1].low == "ministry"

    def _best(self, hits: Sequence[Hit], kinds: Sequence[str], floor: int) -> Hit | None:
        fitting = [h for h in hits if h.entry.kind in kinds and h.first >= floor]
        return min(fitting, key=lambda h: (h.first, kinds.index(h.entry.kind)), default=None)

    # -- after the head

    def _look_ahead(self, span: OfficeSpan, tokens: Sequence[Token], at: At, taken: Sequence[bool]) -> None:
        while span.last < len(tokens) and not taken[span.last]:
            last = _after_aside(tokens, span.last) or self._complement.step(span, tokens, at)
            if last <= span.last:
                return
            span.last = last


def _after_aside(tokens: Sequence[Token], i: int) -> int | None:
    """The end of a few words in brackets after an office: «قائد بعثة حلف شمال الأطلسي (الناتو)»; null: none."""
    if tokens[i].text != "(":
        return None
    return next((k + 1 for k in range(i + 1, min(len(tokens), i + 6)) if tokens[k].text == ")"), None)
