"""Reads what follows an office where capitals mark names: "Minister of Foreign Affairs of Japan"."""

from collections.abc import Sequence

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.model import Cited
from transforms.mentions.office_span import PARTY_KINDS, POSTED, At, OfficeSpan, longest
from transforms.segment import Token
from transforms.vocabulary import Office, Portfolio

_MINISTERS = (Office.MINISTER, Office.DEPUTY_MINISTER)
_DISTRICTS = frozenset("state province region oblast district".split())


class CasedComplement:
    """Reads the complements of offices in a language with capitals."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.words

    def step(self, span: OfficeSpan, tokens: Sequence[Token], at: At) -> int:
        """One step of the complement after a link word: "of Foreign Affairs", "of Japan", "to the OIC"."""
        i = span.last
        low = tokens[i].low
        link = tokens[i - 1].low
        if i == span.head.last and link in ("for", "of") and span.last - span.head.first > 1:
            return max(i, self._after_link(span, tokens, at, link, i - 1, i + (low == "the")))
        if low in ("and", ",", "&") and span.portfolio is not None and i >= span.head.last:
            return self._more_portfolio(tokens, at, i)
        if low == "(":
            close = next((k for k in range(i + 1, min(i + 9, len(tokens))) if tokens[k].text == ")"), None)
            return close + 1 if close is not None else i
        if low == "-" and i + 1 < len(tokens) and tokens[i + 1].low == "general":
            return i + 2
        if low == "," and i + 1 < len(tokens) and tokens[i + 1].text == "Ministry":
            return self._after_link(
                span, tokens, at, "at", i, i + 1
            )  # "Secretary (East), Ministry of External Affairs"
        if low not in self._words["of_words"]:
            return i
        j = i + 1
        while j < len(tokens) and tokens[j].low in ("the", "his", "her", "their"):
            j += 1
        if j + 1 < len(tokens) and tokens[j].low == "federal" and tokens[j + 1].low == "ministry":
            j += 1
        return self._after_link(span, tokens, at, low, i, j)

    def _more_portfolio(self, tokens: Sequence[Token], at: At, i: int) -> int:
        """The end of a portfolio that goes on after a comma or "and" ("Foreign Affairs and Expatriates"), else `i`."""
        end = i
        k = i + 1
        while k < len(tokens) and k < i + 8:
            if longest(at, k, ("office", "honorific")) is not None:
                break
            hit = longest(at, k, ("portfolio",))
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

    def _heads_office(self, at: At, i: int) -> bool:
        return longest(at, i, ("office",)) is not None

    def _is_noun(self, tokens: Sequence[Token], i: int) -> bool:
        return i < len(tokens) and tokens[i].text[:1].isupper() and tokens[i].low in self._words["office_nouns"]

    def _owns(self, tokens: Sequence[Token], at: At, k: int) -> bool:
        """Whether an office stands here as an owner: "the Prime Minister's Office"."""
        return any(t.low in ("'s", "'") for t in tokens[k + 1 : k + 3])

    def _after_link(self, span: OfficeSpan, tokens: Sequence[Token], at: At, link: str, i: int, j: int) -> int:
        if j >= len(tokens):
            return i
        takes = span.head.entry.attrs.get("complement") in ("portfolio", "any")
        if takes and link in ("of", "for", "at") and (end := self._field(span, tokens, at, j)) is not None:
            return end
        hit = max(
            (h for k in range(i + 1, j + 1) if (h := longest(at, k, (*PARTY_KINDS, "city")))),
            key=lambda h: h.last,
            default=None,
        )
        if hit is not None and hit.entry.kind not in ("demonym", "org_adjective"):
            if link in ("at", "in") and self._owns(tokens, at, hit.last - 1) and hit.entry.kind == "country":
                return self._at_ministry(span, tokens, at, hit)
            if link in ("on", "at", "with") or (link == "in" and span.office not in POSTED):
                return i
            if hit.entry.kind == "city":
                span.seat = hit if link == "of" and span.office is Office.GOVERNOR else span.seat
                return hit.last if link == "of" or span.office in POSTED else i
            following = hit.last < len(tokens) and tokens[hit.last].low in ("'s", "'")
            last = span.take(hit, link) + (1 if following else 0)
            while last < len(tokens) and link in ("of", "for") and self._is_noun(tokens, last):
                last += 1  # "of the Azerbaijan Army", "for Arab League Affairs"
            while last + 2 < len(tokens) and tokens[last].low in _DISTRICTS and tokens[last + 1].low == "of":
                last += 3  # "of the U.S. state of Ohio"
            return last
        if tokens[j].low in ("ministry", "embassy"):
            if j + 1 < len(tokens) and tokens[j + 1].low == "of":
                self._set_ministry(span, at, j + 2, tokens)
                span.last = j + 1
                return self._after_link(
                    span, tokens, at, "of", j + 1, j + 2 + (tokens[j + 2].low == "the" if j + 2 < len(tokens) else 0)
                )
            return j + 1
        head = longest(at, j, ("office",))
        if link == "to" and head is not None and span.office is Office.OFFICIAL:
            return head.last  # "Special Adviser to the President"
        if link in ("to", "at") and len(tokens[j].text) > 2 and tokens[j].text.isupper():
            return j + 1  # "Permanent Representative to the IMO"
        if link == "with" and i and tokens[i - 1].low in ("relations", "cooperation"):
            return self._noun_run(span, tokens, at, i, j)  # "for Relations with Asia"
        about = link == "on" and self._is_noun(tokens, j) and span.office is not None
        if link in ("in", "on", "with", "to") and not about:
            return i
        return self._noun_run(span, tokens, at, i, j)

    def _field(self, span: OfficeSpan, tokens: Sequence[Token], at: At, j: int) -> int | None:
        """The end of the portfolio at token `j`; null: none, or one of a named ministry."""
        portfolio = longest(at, j, ("portfolio",))
        if portfolio is None or any(t.low == "ministry" for t in tokens[portfolio.last : portfolio.last + 1]):
            return None
        span.set_portfolio(portfolio)
        last = portfolio.last
        while self._is_noun(tokens, last) and (span.office not in _MINISTERS or self._of_ministry(tokens, last + 1)):
            last += 1  # "Director of the Public Security Directorate", "for Security Policy at the Ministry of"
        return last

    def _of_ministry(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether "of the Ministry" stands at token `i`, or one noun further."""
        return any(t.low == "ministry" for t in tokens[i : i + 4])

    def _set_ministry(self, span: OfficeSpan, at: At, i: int, tokens: Sequence[Token]) -> None:
        """The field of the ministry, which counts before what its deputy deals with: "for Security Policy of the …"."""
        i += i < len(tokens) and tokens[i].low == "the"
        field = longest(at, i, ("portfolio",))
        if field is not None and span.portfolio is not None and span.office is Office.DEPUTY_MINISTER:
            span.portfolio = None
            span.set_portfolio(field)

    def _at_ministry(self, span: OfficeSpan, tokens: Sequence[Token], at: At, state: Hit) -> int:
        """The end of "at the UK's Foreign Office", "in Japan's Ministry of Finance"; the ministry's field counts."""
        span.parties.append(state)
        first = min(len(tokens), state.last + 1)
        if first < len(tokens) and tokens[first].low == "ministry":
            return self._after_link(span, tokens, at, "at", first - 1, first)
        field = longest(at, first, ("portfolio",))
        if field is not None and span.office in _MINISTERS:
            span.set_portfolio(field)
        last = field.last if field is not None else first
        while last < len(tokens) and (self._is_noun(tokens, last) or (last > first and tokens[last].low == "and")):
            last += 1
        return last

    def _noun_run(self, span: OfficeSpan, tokens: Sequence[Token], at: At, i: int, j: int) -> int:
        """A capitalised complement: it ends after an institution's noun, or before a title or comma."""
        k = j
        while k < len(tokens):
            token = tokens[k]
            honorific = longest(at, k, ("honorific",))
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
                party = longest(at, k, ("country", "organisation", "demonym", "org_adjective"))
                if party is not None:
                    housed = party.last < len(tokens) and tokens[party.last].low in self._words["embassy"]
                    owns = tokens[i].low == "of" or (tokens[i].low == "at" and party.entry.kind == "demonym")
                    if owns or party.entry.kind in ("country", "organisation") or housed:
                        span.parties.append(party)  # "for European Affairs" is a field, not an owner
                    k = party.last
                    continue
                portfolio = longest(at, k, ("portfolio",))
                k = portfolio.last if portfolio is not None else k + 1
                noun = tokens[k - 1].low in self._words["office_nouns"]
                following = tokens[k].low if k < len(tokens) else ""
                after_noun = following in self._words["office_nouns"] or following in ("of", "for", "and", "'s", "&")
                if noun and not after_noun and not longest(at, k, ("portfolio", "country", "organisation")):
                    break
                continue
            break
        plain = all(t.text[0].isupper() for t in tokens[j:k]) and not any(
            longest(at, n, PARTY_KINDS) for n in range(j, k)
        )
        if span.office in _MINISTERS and span.portfolio is None and k - j > 2 and plain:
            span.portfolio = Cited(Portfolio.OTHER, tokens[j].start, tokens[j].end, "derived.portfolio_other")
            return j + 1  # "Minister of Infrastructure Chanda Mwansa"
        return k if k > j else i
