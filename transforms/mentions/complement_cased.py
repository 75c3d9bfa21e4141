"""Reads what follows an office where capitals mark names: "Minister of Foreign Affairs of Japan"."""

from collections.abc import Sequence

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
        portfolio = longest(at, j, ("portfolio",)) if takes and link in ("of", "for", "at") else None
        named_ministry = (
            portfolio is not None and portfolio.last < len(tokens) and tokens[portfolio.last].low == "ministry"
        )
        if portfolio is not None and not named_ministry:
            span.set_portfolio(portfolio)
            last = portfolio.last
            while span.office not in _MINISTERS and self._is_noun(tokens, last):
                last += 1  # "Director of the Public Security Directorate"
            return last
        hit = max(
            (h for k in range(i + 1, j + 1) if (h := longest(at, k, (*PARTY_KINDS, "city")))),
            key=lambda h: h.last,
            default=None,
        )
        if hit is not None and hit.entry.kind not in ("demonym", "org_adjective"):
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
        about = link == "on" and self._is_noun(tokens, j) and span.office is not None
        if link in ("in", "on", "with", "to") and not about:
            return i
        return self._noun_run(span, tokens, at, i, j)

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
