"""People told several at once or without an office: counterparts, holders of one office, names under a title."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.citing import cite_name, cite_party, close_by, field_of, longest_at, skip, states_before
from transforms.mentions.model import Cited, Person
from transforms.mentions.names import NameReader, NameSpan
from transforms.mentions.office_span import PARTY_KINDS
from transforms.segment import Sentence, Token
from transforms.text import View
from transforms.vocabulary import Office, Portfolio


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as the readers of lists see it; whoever is read holds his tokens."""

    sentence: Sentence
    hits: Sequence[Hit]
    blocked: Sequence[bool]  # tokens that are in no name
    honorific: Sequence[bool]
    held: list[bool]  # tokens of people who are read already
    view: View

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the sentence."""
        return self.sentence.tokens

    def skip(self, i: int) -> int:
        """The first token from `i` on that belongs to no honorific."""
        return skip(self.tokens, i, self.honorific)

    def longest(self, i: int, *kinds: str) -> Hit | None:
        """The longest phrase of these kinds that starts at token `i`."""
        return longest_at(self.hits, i, kinds)

    def holds(self, name: NameSpan) -> bool:
        """Whether somebody read before has a token of a name."""
        return any(self.held[name.first : name.last])

    def hold(self, first: int, last: int) -> None:
        """Keep the tokens of somebody who is read."""
        self.held[first:last] = [True] * (last - first)


class ListReader:
    """Reads the people of a sentence that stand in no office of their own."""

    def __init__(self, names: NameReader, lexicon: Lexicon) -> None:
        self._names = names
        self._cased = lexicon.morphology.cased
        self._and = lexicon.morphology.conjunction
        self._many = lexicon.words["several_counterparts"]
        self._joining = lexicon.words["joins_holders"]
        self._of = lexicon.words["state_links"]
        self._from_words = lexicon.words["from_words"]
        self._patronymics = lexicon.words["patronymics"]

    def counterparts(self, line: Line) -> list[Person]:
        """ "His Kyrgyz counterpart Timur Sadykov", «نظيره المصري سامح شكري», also several at once."""
        tokens = line.tokens
        people: list[Person] = []
        for hit in line.hits:
            if hit.entry.kind != "counterpart" or line.held[hit.first]:
                continue
            near = [h for h in line.hits if h.entry.kind in PARTY_KINDS]
            parties = [h for h in near if h.last <= hit.first and close_by(tokens, h.last, hit.first)]
            parties = parties if self._cased else []  # «في عمان نظيره العراقي»: Arabic has the state behind it
            if not parties:
                parties = [h for h in near if h.first == hit.last][:1] or [
                    h for h in near if h.first == hit.last + 1 and tokens[hit.last].low in self._of
                ][:1]
            i = max([hit.last, *(h.last for h in parties)])
            i = line.skip(i)
            if i < len(tokens) and tokens[i].text in ",،":
                i = line.skip(i + 1)
            for n, party in enumerate(parties or [None]):
                name = self._names.forward(tokens, i, line.blocked)
                if name is not None and line.holds(name):
                    name = None
                last = name.last if name else max(hit.last, i if not name and parties else hit.last)
                person = Person(
                    line.sentence.index,
                    min([hit.first, *(h.first for h in parties)]) if n == 0 else (name.first if name else hit.first),
                    last if name else hit.last,
                    cite_name(name, line.view),
                    cite_party(party),
                    None,
                    None,
                    counterpart=True,
                )
                people.append(person)
                line.hold(person.first, person.last)
                if name is not None and self._cased and tokens[hit.last - 1].low.endswith("s") and len(parties) < 2:
                    others = self._others(line, person, name.last)
                    people[-1] = replace(person, among=0) if others else person
                    people += others
                if name is not None and not self._cased and tokens[hit.last - 1].low[len(hit.prefix) :] in self._many:
                    people += self._further(line, name.last)
                if name is not None:
                    i = name.last
                    while i < len(tokens) and tokens[i].low in (",", "and", "،"):
                        i = line.skip(i + 1)
        return people

    def _others(self, line: Line, person: Person, i: int) -> list[Person]:
        """The further names behind one plural: "their Australian counterparts Penny Walsh and Richard Moore"."""
        people: list[Person] = []
        while i < len(line.tokens) and line.tokens[i].low in (",", "and"):
            while i < len(line.tokens) and line.tokens[i].low in (",", "and"):
                i = line.skip(i + 1)
            name = self._names.forward(line.tokens, i, line.blocked)
            if name is None or line.holds(name) or self._is_state(line, name):
                break
            line.hold(name.first, name.last)
            own = replace(person, first=name.first, last=name.last, name=cite_name(name, line.view))
            people.append(replace(own, among=len(people) + 1))
            i = name.last
        return people

    def _further(self, line: Line, i: int) -> list[Person]:
        """The further counterparts of a list, each behind "and" and his state: «… والجزائري إبراهيم والليبي عماد»."""
        people: list[Person] = []
        tokens = line.tokens
        while i < len(tokens):
            i += tokens[i].text in ",،"
            state = line.longest(i, *PARTY_KINDS)
            if state is None or not state.prefix.startswith(self._and):
                break
            name = self._names.forward(tokens, line.skip(state.last), line.blocked)
            if name is None or line.holds(name):
                break
            named = (cite_name(name, line.view), cite_party(state), None, None)
            people.append(Person(line.sentence.index, state.first, name.last, *named, counterpart=True))
            line.hold(state.first, name.last)
            i = name.last
        return people

    def holders(self, line: Line) -> list[Person]:
        """One noun for several holders: «سفراء السعودية وليد … ومصر علاء …», "ambassadors of Japan, …, Korea, …"."""
        people: list[Person] = []
        for head in line.hits:
            if head.entry.kind == "office_plural" and not line.held[head.first]:
                people += self._held_by_several(line, head)
        return people

    def _held_by_several(self, line: Line, head: Hit) -> list[Person]:
        """The holders after one noun, each by state, by portfolio or by both: «وزراء الخارجية … والمال …»."""
        tokens = line.tokens
        people: list[Person] = []
        before = next((h for h in line.hits if h.entry.kind == "portfolio" and h.last == head.first), None)
        if self._cased and (first := self._named_first(line, head, before)):
            return first
        told = before
        if self._cased and (states := states_before(tokens, before or head, line.hits)):
            return self._in_order_after(line, states, head, before)
        common = next((h for h in line.hits if h.entry.kind == "demonym" and h.last == head.first), None)
        i = head.last
        while i < len(tokens):
            named = line.longest(i, *PARTY_KINDS) is not None  # «دول مجلس التعاون» begins with a joining word
            if (tokens[i].low in self._joining and not named) or line.honorific[i]:
                i += 1
                continue
            also = line.longest(i, "office_plural")
            if also is not None and not people:
                i = also.last  # "defense ministers and intelligence chiefs of …"
                continue
            field = line.longest(i, "portfolio") if head.entry.value in ("minister", "deputy_minister") else None
            if field is not None:
                told, i = field, field.last
            party = line.longest(i, *PARTY_KINDS)
            if party is None and field is None:
                break
            said = party or field
            assert said is not None
            i = line.skip(said.last)
            if self._cased and i < len(tokens) and tokens[i].text == ",":
                i = line.skip(i + 1)
            name = self._names.forward(tokens, i, line.blocked)
            if name is not None and (line.holds(name) or self._is_state(line, name)):
                name = None
            if name is None and party is None:
                continue
            last = name.last if name else said.last
            span, title = (said.first, last), (head.start, said.end)
            people.append(_holder(line, head, told, name, party or common, span, title))
            line.hold(said.first, last)
            i = max(i if name is None else name.last, last)
        return self._in_order(line, people)

    def _is_state(self, line: Line, name: NameSpan) -> bool:
        """Whether a name of one word is the next state of a list: "ministers of Egypt, Jordan and Iraq"."""
        state = line.longest(name.first, *PARTY_KINDS)
        return state is not None and name.last <= state.last

    def _named_first(self, line: Line, head: Hit, field: Hit | None) -> list[Person]:
        """Names before their states: "foreign ministers A of Egypt, B of Jordan and C of Iraq"; none for one alone."""
        tokens = line.tokens
        found: list[tuple[NameSpan, Hit]] = []
        i = line.skip(head.last)
        while (name := self._names.forward(tokens, i, line.blocked)) is not None and not line.holds(name):
            at = name.last + 1
            linked = name.last < len(tokens) and tokens[name.last].low == "of"
            at += linked and at < len(tokens) and tokens[at].low == "the"
            state = line.longest(at, *PARTY_KINDS) or line.longest(at - 1, *PARTY_KINDS) if linked else None
            if state is None:
                break
            found.append((name, state))
            i = state.last
            while i < len(tokens) and tokens[i].low in (",", "and"):
                i = line.skip(i + 1)
        if len(found) < 2:
            return []
        people = []
        for name, state in found:
            span = (name.first, state.last)
            people.append(_holder(line, head, field, name, state, span, (head.start, head.end)))
            line.hold(name.first, state.last)
        return people

    def _in_order_after(self, line: Line, states: Sequence[Hit], head: Hit, field: Hit | None) -> list[Person]:
        """Holders of the states before the noun, with the names behind it, if they are as many.

        "The Russian and Algerian foreign ministers, A and B".
        """
        tokens = line.tokens
        i = head.last + (head.last < len(tokens) and tokens[head.last].text == ",")
        names = self._listed(line, i, len(states))
        named = len(names) == len(states) and not any(line.holds(n) for n in names)
        people = []
        for n, state in enumerate(states):
            name = names[n] if named else None
            first, last = (name.first, name.last) if name is not None else (state.first, state.last)
            line.hold(first, last)
            people.append(_holder(line, head, field, name, state, (first, last), (states[0].start, head.end)))
        return people

    def _listed(self, line: Line, i: int, most: int) -> list[NameSpan]:
        """The names of a list from token `i` on, joined by commas and "and"."""
        names: list[NameSpan] = []
        while i < len(line.tokens) and len(names) < most:
            name = self._names.forward(line.tokens, line.skip(i), line.blocked)
            if name is None:
                break
            names.append(name)
            i = name.last
            while i < len(line.tokens) and line.tokens[i].low in self._joining:
                i += 1
        return names

    def _in_order(self, line: Line, people: list[Person]) -> list[Person]:
        """Names after all the states, in their order: "the foreign ministers of Chad and Sudan, A and B"."""
        if len(people) < 2 or people[-1].name is None or any(p.name for p in people[:-1]):
            return people
        last = people[-1]
        start = next((k for k in range(last.first, last.last) if line.tokens[k].start >= last.name.start), last.last)  # type: ignore[union-attr]
        names = self._listed(line, start, len(people))
        if len(names) != len(people):
            return people
        for name in names:
            line.hold(name.first, name.last)
        return [
            replace(person, name=cite_name(name, line.view), first=name.first, last=name.last)
            for person, name in zip(people, names, strict=True)
        ]

    def stated(self, line: Line, several: Sequence[Hit]) -> list[Person]:
        """Names told with their state alone, whose office the sentence before gave: "Chad's Idriss Saleh"."""
        tokens = line.tokens
        people: list[Person] = []
        for state in [h for h in line.hits if h.entry.kind in ("country", "organisation")]:
            after, owned = state.last, state.last < len(tokens) and tokens[state.last].low == "'s"
            name = self._names.forward(tokens, after + 1, line.blocked) if owned else None
            before = state.first - (tokens[state.first - 1].low == "the") if state.first else 0
            if name is None and before and tokens[before - 1].low in ("of", "for"):
                name = self._names.backward(tokens, before - 1, line.blocked)
            if name is None or name.last - name.first < 2 or line.holds(name):
                continue
            head, *field = several
            office = Cited(Office(head.entry.value), name.start, name.end, "derived.office_of_several")
            told = field[0].entry.value if field else head.entry.attrs.get("portfolio")
            portfolio = Cited(Portfolio(str(told)), name.start, name.end, "derived.office_of_several") if told else None
            first, last = min(state.first, name.first), max(name.last, state.last)
            person = Person(
                line.sentence.index, first, last, cite_name(name, line.view), cite_party(state), office, portfolio
            )
            people.append(person)
            line.hold(first, last)
        return people

    def titled(self, line: Line) -> list[Person]:
        """Names under an honorific alone: "Dr. Adel Al-Noaimi", «الأمير خالد بن فهد»."""
        tokens = line.tokens
        people: list[Person] = []
        i = 0
        while i < len(tokens):
            if not line.honorific[i] or line.held[i]:
                i += 1
                continue
            end = line.skip(i)
            name = self._names.forward(tokens, end, line.blocked)
            if name is not None and not line.holds(name):
                party = cite_party(self._from(line, i))
                people.append(Person(line.sentence.index, i, name.last, cite_name(name, line.view), party, None, None))
                line.hold(i, name.last)
                end = name.last
            i = max(end, i + 1)
        return people + self._sons(line)

    def _from(self, line: Line, i: int) -> Hit | None:
        """The state before a style at token `i`: «وزراء مياه الدول الثلاث من مصر الدكتور حسام ومن السودان …»."""
        state = next((h for h in line.hits if h.last == i and h.entry.kind == "country"), None)
        opened = state is not None and state.first and line.tokens[state.first - 1].low in self._from_words
        return state if opened and not self._cased else None

    def _sons(self, line: Line) -> list[Person]:
        """Names that a patronymic gives away where no office or style stands by them: «علي بن فهد الشهواني»."""
        tokens = line.tokens
        people: list[Person] = []
        for i in range(1, len(tokens)):
            if self._cased or tokens[i].low not in self._patronymics or line.held[i] or line.held[i - 1]:
                continue
            name = self._names.forward(tokens, i - 1, line.blocked)
            if name is not None and not line.holds(name) and name.last - name.first > 2:
                people.append(
                    Person(line.sentence.index, name.first, name.last, cite_name(name, line.view), None, None, None)
                )
                line.hold(name.first, name.last)
        return people


def _holder(
    line: Line,
    head: Hit,
    field: Hit | None,
    name: NameSpan | None,
    party: Hit | None,
    span: tuple[int, int],
    title: tuple[int, int],
) -> Person:
    """One holder of the office that a plural noun names, with the tokens that tell of him and the characters of his
    title; `field` are the words of his portfolio, where the noun does not hold it.
    """
    return Person(
        *(line.sentence.index, *span, cite_name(name, line.view), cite_party(party)),
        Cited(Office(head.entry.value), head.start, head.end, head.entry.rule),
        field_of(field.entry.value if field is not None else head.entry.attrs.get("portfolio"), field, head),
        title_text=Cited(line.view.published(*title), *title, head.entry.rule),
    )
