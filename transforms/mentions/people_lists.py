"""People told several at once or without an office: counterparts, holders of one office, names under a title."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.lexicon.gazetteer import Hit
from transforms.mentions.citing import cite_name, cite_party, close_by, field_of, longest_at, skip, states_before
from transforms.mentions.model import Cited, Person
from transforms.mentions.names import NameReader, NameSpan
from transforms.mentions.office_span import PARTY_KINDS
from transforms.segment import Sentence, Token
from transforms.text import View
from transforms.vocabulary import Office, Portfolio

# What joins the holders of one office.
_JOINING = frozenset({"of", "and", "the", ",", "،", "from", "كل", "من", "دول", "وفود", "حكومات"})
_AND = "و"  # written onto the next of an Arabic list


class ListReader:
    """Reads the people of a sentence that stand in no office of their own."""

    def __init__(self, names: NameReader, cased: bool, many: frozenset[str] = frozenset()) -> None:
        self._names = names
        self._cased = cased
        self._many = many  # words for several counterparts at once

    def counterparts(
        self,
        sentence: Sentence,
        hits: Sequence[Hit],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """ "His Kyrgyz counterpart Timur Sadykov", «نظيره المصري سامح شكري», also several at once."""
        tokens = sentence.tokens
        people: list[Person] = []
        for hit in hits:
            if hit.entry.kind != "counterpart" or held[hit.first]:
                continue
            near = [h for h in hits if h.entry.kind in PARTY_KINDS]
            parties = [h for h in near if h.last <= hit.first and close_by(tokens, h.last, hit.first)]
            if not parties:
                parties = [h for h in near if h.first == hit.last][:1] or [
                    h for h in near if h.first == hit.last + 1 and tokens[hit.last].low in ("في", "of", "from", "من")
                ][:1]
            i = max([hit.last, *(h.last for h in parties)])
            i = skip(tokens, i, honorific)
            if i < len(tokens) and tokens[i].text in ",،":
                i = skip(tokens, i + 1, honorific)
            for n, party in enumerate(parties or [None]):
                name = self._names.forward(tokens, i, blocked)
                if name is not None and any(held[name.first : name.last]):
                    name = None
                last = name.last if name else max(hit.last, i if not name and parties else hit.last)
                person = Person(
                    sentence.index,
                    min([hit.first, *(h.first for h in parties)]) if n == 0 else (name.first if name else hit.first),
                    last if name else hit.last,
                    cite_name(name, view),
                    cite_party(party),
                    None,
                    None,
                    counterpart=True,
                )
                people.append(person)
                for k in range(person.first, person.last):
                    held[k] = True
                if name is not None and not self._cased and tokens[hit.last - 1].low[len(hit.prefix) :] in self._many:
                    people += self._further(sentence, name.last, hits, blocked, honorific, held, view)
                if name is not None:
                    i = name.last
                    while i < len(tokens) and tokens[i].low in (",", "and", "،"):
                        i = skip(tokens, i + 1, honorific)
        return people

    def _further(
        self,
        sentence: Sentence,
        i: int,
        hits: Sequence[Hit],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """The further counterparts of a list, each behind "and" and his state: «… والجزائري إبراهيم والليبي عماد»."""
        people: list[Person] = []
        tokens = sentence.tokens
        while i < len(tokens):
            i += tokens[i].text in ",،"
            state = longest_at(hits, i, PARTY_KINDS)
            if state is None or not state.prefix.startswith(_AND):
                break
            name = self._names.forward(tokens, skip(tokens, state.last, honorific), blocked)
            if name is None or any(held[name.first : name.last]):
                break
            named = (cite_name(name, view), cite_party(state), None, None)
            people.append(Person(sentence.index, state.first, name.last, *named, counterpart=True))
            held[state.first : name.last] = [True] * (name.last - state.first)
            i = name.last
        return people

    def holders(
        self,
        sentence: Sentence,
        hits: Sequence[Hit],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """One noun for several holders: «سفراء السعودية وليد … ومصر علاء …», "ambassadors of Japan, …, Korea, …"."""
        people: list[Person] = []
        for head in hits:
            if head.entry.kind == "office_plural" and not held[head.first]:
                people += self._held_by_several(sentence, head, hits, blocked, honorific, held, view)
        return people

    def _held_by_several(
        self,
        sentence: Sentence,
        head: Hit,
        hits: Sequence[Hit],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """The holders after one noun, each by state, by portfolio or by both: «وزراء الخارجية … والمال …»."""
        tokens = sentence.tokens
        people: list[Person] = []
        before = next((h for h in hits if h.entry.kind == "portfolio" and h.last == head.first), None)
        if self._cased and (first := self._named_first(sentence, head, before, hits, blocked, honorific, held, view)):
            return first
        portfolio = before.entry.value if before is not None else head.entry.attrs.get("portfolio")
        told = before
        if self._cased and (states := states_before(tokens, before or head, hits)):
            return self._in_order_after(sentence, states, head, before, blocked, honorific, held, view)
        common = next((h for h in hits if h.entry.kind == "demonym" and h.last == head.first), None)
        i = head.last
        while i < len(tokens):
            named = longest_at(hits, i, PARTY_KINDS) is not None  # «دول مجلس التعاون» begins with a joining word
            if (tokens[i].low in _JOINING and not named) or honorific[i]:
                i += 1
                continue
            also = longest_at(hits, i, ("office_plural",))
            if also is not None and not people:
                i = also.last  # "defense ministers and intelligence chiefs of …"
                continue
            field = longest_at(hits, i, ("portfolio",)) if head.entry.value in ("minister", "deputy_minister") else None
            if field is not None:
                portfolio, told, i = field.entry.value, field, field.last
            party = longest_at(hits, i, PARTY_KINDS)
            if party is None and field is None:
                break
            said = party or field
            assert said is not None
            i = skip(tokens, said.last, honorific)
            if self._cased and i < len(tokens) and tokens[i].text == ",":
                i = skip(tokens, i + 1, honorific)
            name = self._names.forward(tokens, i, blocked)
            if name is not None and (any(held[name.first : name.last]) or self._is_state(name, tokens, hits)):
                name = None
            if name is None and party is None:
                continue
            last = name.last if name else said.last
            people.append(
                Person(
                    sentence.index,
                    said.first,
                    last,
                    cite_name(name, view),
                    cite_party(party or common),
                    Cited(Office(head.entry.value), head.start, head.end, head.entry.rule),
                    field_of(portfolio, told, head),
                    title_text=Cited(view.published(head.start, said.end), head.start, said.end, head.entry.rule),
                )
            )
            for k in range(said.first, last):
                held[k] = True
            i = max(i if name is None else name.last, last)
        return self._in_order(people, tokens, blocked, honorific, held, view)

    def _is_state(self, name: NameSpan, tokens: Sequence[Token], hits: Sequence[Hit]) -> bool:
        """Whether a name of one word is the next state of a list: "ministers of Egypt, Jordan and Iraq"."""
        state = longest_at(hits, name.first, PARTY_KINDS)
        return state is not None and name.last <= state.last

    def _named_first(
        self,
        sentence: Sentence,
        head: Hit,
        field: Hit | None,
        hits: Sequence[Hit],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """Names before their states: "foreign ministers A of Egypt, B of Jordan and C of Iraq"; none for one alone."""
        tokens = sentence.tokens
        found: list[tuple[NameSpan, Hit]] = []
        i = skip(tokens, head.last, honorific)
        while (name := self._names.forward(tokens, i, blocked)) is not None and not any(held[name.first : name.last]):
            at = name.last + 1
            linked = name.last < len(tokens) and tokens[name.last].low == "of"
            at += linked and at < len(tokens) and tokens[at].low == "the"
            state = longest_at(hits, at, PARTY_KINDS) or longest_at(hits, at - 1, PARTY_KINDS) if linked else None
            if state is None:
                break
            found.append((name, state))
            i = state.last
            while i < len(tokens) and tokens[i].low in (",", "and"):
                i = skip(tokens, i + 1, honorific)
        if len(found) < 2:
            return []
        told = field.entry.value if field is not None else head.entry.attrs.get("portfolio")
        people = []
        for name, state in found:
            office = Cited(Office(head.entry.value), head.start, head.end, head.entry.rule)
            person = Person(
                *(sentence.index, name.first, state.last, cite_name(name, view), cite_party(state), office),
                field_of(told, field, head),
                title_text=Cited(view.published(head.start, head.end), head.start, head.end, head.entry.rule),
            )
            people.append(person)
            held[name.first : state.last] = [True] * (state.last - name.first)
        return people

    def _in_order_after(
        self,
        sentence: Sentence,
        states: Sequence[Hit],
        head: Hit,
        field: Hit | None,
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """Holders of the states before the noun, with the names behind it, if they are as many.

        "The Russian and Algerian foreign ministers, A and B".
        """
        tokens = sentence.tokens
        i = head.last + (head.last < len(tokens) and tokens[head.last].text == ",")
        names = self._listed(tokens, i, len(states), blocked, honorific)
        named = len(names) == len(states) and not any(any(held[n.first : n.last]) for n in names)
        told = field.entry.value if field is not None else head.entry.attrs.get("portfolio")
        office = Cited(Office(head.entry.value), head.start, head.end, head.entry.rule)
        title = Cited(view.published(states[0].start, head.end), states[0].start, head.end, head.entry.rule)
        people = []
        for n, state in enumerate(states):
            name = names[n] if named else None
            first, last = (name.first, name.last) if name is not None else (state.first, state.last)
            held[first:last] = [True] * (last - first)
            person = (sentence.index, first, last, cite_name(name, view), cite_party(state), office)
            people.append(Person(*person, field_of(told, field, head), title_text=title))
        return people

    def _listed(
        self, tokens: Sequence[Token], i: int, most: int, blocked: Sequence[bool], honorific: Sequence[bool]
    ) -> list[NameSpan]:
        """The names of a list from token `i` on, joined by commas and "and"."""
        names: list[NameSpan] = []
        while i < len(tokens) and len(names) < most:
            name = self._names.forward(tokens, skip(tokens, i, honorific), blocked)
            if name is None:
                break
            names.append(name)
            i = name.last
            while i < len(tokens) and tokens[i].low in _JOINING:
                i += 1
        return names

    def _in_order(
        self,
        people: list[Person],
        tokens: Sequence[Token],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """Names after all the states, in their order: "the foreign ministers of Chad and Sudan, A and B"."""
        if len(people) < 2 or people[-1].name is None or any(p.name for p in people[:-1]):
            return people
        last = people[-1]
        start = next((k for k in range(last.first, last.last) if tokens[k].start >= last.name.start), last.last)  # type: ignore[union-attr]
        names = self._listed(tokens, start, len(people), blocked, honorific)
        if len(names) != len(people):
            return people
        for name in names:
            held[name.first : name.last] = [True] * (name.last - name.first)
        return [
            replace(person, name=cite_name(name, view), first=name.first, last=name.last)
            for person, name in zip(people, names, strict=True)
        ]

    def stated(
        self,
        sentence: Sentence,
        hits: Sequence[Hit],
        several: Sequence[Hit],
        blocked: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """Names told with their state alone, whose office the sentence before gave: "Chad's Idriss Saleh"."""
        tokens = sentence.tokens
        people: list[Person] = []
        for state in [h for h in hits if h.entry.kind in ("country", "organisation")]:
            after, owned = state.last, state.last < len(tokens) and tokens[state.last].low == "'s"
            name = self._names.forward(tokens, after + 1, blocked) if owned else None
            before = state.first - (tokens[state.first - 1].low == "the") if state.first else 0
            if name is None and before and tokens[before - 1].low == "of":
                name = self._names.backward(tokens, before - 1, blocked)
            if name is None or name.last - name.first < 2 or any(held[name.first : name.last]):
                continue
            head, *field = several
            office = Cited(Office(head.entry.value), name.start, name.end, "derived.office_of_several")
            told = field[0].entry.value if field else head.entry.attrs.get("portfolio")
            portfolio = Cited(Portfolio(str(told)), name.start, name.end, "derived.office_of_several") if told else None
            first, last = min(state.first, name.first), max(name.last, state.last)
            person = Person(sentence.index, first, last, cite_name(name, view), cite_party(state), office, portfolio)
            people.append(person)
            held[first:last] = [True] * (last - first)
        return people

    def titled(
        self,
        sentence: Sentence,
        hits: Sequence[Hit],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        held: list[bool],
        view: View,
    ) -> list[Person]:
        """Names under an honorific alone: "Dr. Adel Al-Noaimi", «الأمير خالد بن فهد»."""
        tokens = sentence.tokens
        people: list[Person] = []
        i = 0
        while i < len(tokens):
            if not honorific[i] or held[i]:
                i += 1
                continue
            end = skip(tokens, i, honorific)
            name = self._names.forward(tokens, end, blocked)
            if name is not None and not any(held[name.first : name.last]):
                party = cite_party(self._from(tokens, hits, i))
                people.append(Person(sentence.index, i, name.last, cite_name(name, view), party, None, None))
                for k in range(i, name.last):
                    held[k] = True
                end = name.last
            i = max(end, i + 1)
        return people + self._sons(sentence, blocked, held, view)

    def _from(self, tokens: Sequence[Token], hits: Sequence[Hit], i: int) -> Hit | None:
        """The state before a style at token `i`: «وزراء مياه الدول الثلاث من مصر الدكتور حسام ومن السودان …»."""
        state = next((h for h in hits if h.last == i and h.entry.kind == "country"), None)
        opened = state is not None and state.first and tokens[state.first - 1].low in ("من", "ومن")
        return state if opened and not self._cased else None

    def _sons(self, sentence: Sentence, blocked: Sequence[bool], held: list[bool], view: View) -> list[Person]:
        """Names that a patronymic gives away where no office or style stands by them: «علي بن فهد الشهواني»."""
        tokens = sentence.tokens
        people: list[Person] = []
        for i in range(1, len(tokens)):
            if self._cased or tokens[i].low not in ("بن", "بنت") or held[i] or held[i - 1]:
                continue
            name = self._names.forward(tokens, i - 1, blocked)
            if name is not None and not any(held[name.first : name.last]) and name.last - name.first > 2:
                people.append(Person(sentence.index, name.first, name.last, cite_name(name, view), None, None, None))
                held[name.first : name.last] = [True] * (name.last - name.first)
        return people
