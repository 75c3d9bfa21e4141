"""Joins names, offices and honorifics of a sentence into people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.mentions.citing import skip
from transforms.mentions.family_names import ends_name, is_inner
from transforms.mentions.list_items import closing_name
from transforms.mentions.model import Person
from transforms.mentions.names import NameReader, NameSpan
from transforms.mentions.office_span import PARTY_KINDS, OfficeSpan
from transforms.mentions.offices import OfficeReader
from transforms.mentions.people_lists import Line, ListReader
from transforms.mentions.person import (
    CABINET,
    JOINED_BY_AND,
    another,
    apposed,
    is_chiefly,
    is_style,
    of_state,
    person_of,
    states_of,
)
from transforms.segment import Sentence, Token
from transforms.text import View
from transforms.vocabulary import Office

_BLOCKING = frozenset(
    "office_plural honorific counterpart country organisation home_alias region group attend agency side"
    " contact contact_planned discuss time".split()
)


@dataclass(slots=True)
class _Group:
    """Offices that one person holds, standing together, and the name found for them."""

    offices: list[OfficeSpan]
    name: NameSpan | None = None
    first: int = 0
    last: int = 0


class PeopleReader:
    """Reads the people of one sentence at a time, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cased = lexicon.morphology.cased
        self._lexicon, self._words = lexicon, lexicon.words
        self._lower = lexicon.words.get("lower_styles", frozenset())
        self._letters = lexicon.words.get("post_nominals", frozenset())
        self._given = lexicon.words["given_names"]
        self._institutions = lexicon.words["office_nouns"]
        self._common = lexicon.words["common"] | self._institutions
        self._placed = lexicon.words["place_words"]
        self._firsts = self._given | lexicon.words.get("first_names", frozenset())
        self._facilities = lexicon.words["facilities"]
        self._namesakes = lexicon.words.get("namesake_styles", frozenset())
        self._presidents = lexicon.words.get("presidents", frozenset())
        self._chiefly = lexicon.words.get("chiefly_styles", frozenset())
        self._royals = lexicon.words.get("royal_styles", frozenset())
        self._morphology = lexicon.morphology
        self._blessings = lexicon.words.get("blessings", frozenset())
        self._names = NameReader(lexicon)
        self._offices = OfficeReader(lexicon)
        self._lists = ListReader(self._names, lexicon)
        self._and, self._to = lexicon.morphology.conjunction, lexicon.morphology.to
        self._printed = lexicon.morphology.printed_particle
        self._particles = lexicon.words["named_particles"]

    def read(
        self,
        sentence: Sentence,
        hits: Sequence[Hit],
        taken: Sequence[bool],
        view: View,
        several: Sequence[Hit] = (),
    ) -> list[Person]:
        """People of a sentence in order of position.

        `taken` marks tokens of time expressions; `several` are the words before the sentence that give several people
        one office, and their field: "The foreign ministers of Chad and Sudan met. Chad's X and Sudan's Y agreed …".
        """
        tokens = sentence.tokens
        hits = [h for h in hits if not self._is_family(h, tokens, hits)]
        offices = self._offices.read(tokens, hits, taken)
        standing = self._not_counterparts(offices, hits, tokens)
        blocked = self._block(tokens, hits, standing, taken)
        honorific = self._honorifics(tokens, hits)
        self._block_preposition(tokens, blocked, honorific, view)
        for style in (s for s in offices if s not in standing):
            honorific[style.first : style.last] = [True] * (style.last - style.first)
        used: dict[int, _Group] = {}
        groups = self._groups(standing, tokens, honorific)
        for n, group in enumerate(groups):
            self._name(group, groups[n + 1] if n + 1 < len(groups) else None, tokens, blocked, honorific, used)
        people = [person_of(g.offices, g.name, (g.first, g.last), sentence, view) for g in groups if g.offices]
        held = [False] * len(tokens)
        for group in groups:
            for i in range(group.first, group.last):
                held[i] = True
        line = Line(sentence, hits, blocked, honorific, held, view)
        people = self._with_counterparts(people, self._lists.counterparts(line))
        people += self._lists.holders(line)
        if several and self._cased:
            people += self._lists.stated(line, several)
        people += self._lists.titled(line)
        if self._cased:
            people = [of_state(p, tokens, hits) for p in people]
        people = [p for p in people if not self._names_a_place(p, tokens)]
        people = [replace(p, in_scope=False) if self._departed(p, tokens) else p for p in people]
        return apposed(sorted(people, key=lambda p: (p.first, p.last)), tokens)

    def _is_family(self, hit: Hit, tokens: Sequence[Token], hits: Sequence[Hit]) -> bool:
        """Whether a style of one word is a family name: "Prime Minister Imran Sheikh was", «عمران شيخ في»."""
        if hit.entry.kind != "honorific" or hit.last - hit.first > 1 or hit.first == 0:
            return False
        if not self._cased:
            inner = is_inner(tokens, hit.first, self._lexicon)
            return not hit.prefix and (inner or self._names.closes(tokens, hit.first))
        other = any(h.last == hit.first and h.entry.kind in ("honorific", *PARTY_KINDS) for h in hits)
        return not other and ends_name(tokens, hit.first, self._common)

    def _with_counterparts(self, people: list[Person], counterparts: list[Person]) -> list[Person]:
        """Counterparts whose own office follows their state are one person: «ونظيره الأردني وزير الخارجية عماد»."""
        out = list(people)
        for other in counterparts:
            end = other.last if other.party is None else max(other.last, other.last + 1)
            own = next((p for p in out if other.name is None and p.name and p.first in (other.last, end)), None)
            if own is None:
                out.append(other)
            else:
                out[out.index(own)] = replace(own, party=own.party or other.party, first=other.first)
        return out

    def _departed(self, person: Person, tokens: Sequence[Token]) -> bool:
        """Whether a blessing on the dead follows a name: «الملك عبدالعزيز - رحمه الله -»."""
        return any(token.low in self._blessings for token in tokens[person.last : person.last + 3])

    def _names_a_place(self, person: Person, tokens: Sequence[Token]) -> bool:
        """Whether a person's name belongs to an airport, a university, a base."""
        if person.name is None:
            return False
        if self._cased:
            return (
                person.last < len(tokens)
                and tokens[person.last].text[0].isupper()
                and tokens[person.last].low in self._facilities
            ) or any(t.low in self._facilities for t in tokens[person.last - 1 : person.last])
        first = person.first
        while first > 0 and tokens[first - 1].low in self._namesakes:
            first -= 1
        return first > 0 and tokens[first - 1].low in self._facilities

    def _block(
        self, tokens: Sequence[Token], hits: Sequence[Hit], offices: Sequence[OfficeSpan], taken: Sequence[bool]
    ) -> list[bool]:
        blocked = [held and token.low not in self._given for held, token in zip(taken, tokens, strict=True)]
        styles = {i for hit in hits if hit.entry.kind == "honorific" for i in range(hit.first, hit.last)}
        for hit in hits:
            kind = hit.entry.kind
            demonym = kind in ("demonym", "org_adjective", "portfolio") and hit.first == hit.last - 1
            family = kind == "demonym" and not self._cased and not hit.prefix and hit.first > 0
            styled = hit.first > 1 and (hit.first - 2) in styles
            if family and demonym and self._names.closes(tokens, hit.first, styled):
                continue  # «أنطونيو روسي.», «الدكتور وليد السعودي،»
            if kind in _BLOCKING or (demonym and not hit.entry.attrs.get("ambiguous")):
                for i in range(hit.first, hit.last):
                    if tokens[i].low not in self._given:
                        blocked[i] = True
            given = tokens[hit.first].low in self._given
            if kind == "city" and hit.prefix.endswith(self._to) and hit.first and not given:
                blocked[hit.first : hit.last] = [True] * (hit.last - hit.first)  # «رئيس الجماعة الحضرية لطنجة فؤاد»
            seated = hit.last < len(tokens) and tokens[hit.last].low in self._firsts and not self._cased
            if kind == "city" and seated and any(span.last == hit.first for span in offices):
                blocked[hit.first : hit.last] = [True] * (hit.last - hit.first)  # «والي أمن طنجة مولود»
            if kind == "city" and self._cased and hit.first and tokens[hit.first - 1].low in self._placed:
                blocked[hit.first : hit.last] = [True] * (hit.last - hit.first)
        for span in offices:
            for i in range(span.first, span.last):
                blocked[i] = True
        return blocked

    def _block_preposition(
        self, tokens: Sequence[Token], blocked: list[bool], honorific: Sequence[bool], view: View
    ) -> None:
        """Keep «على», which folds to the name «علي», out of names, unless a style or a first name stands before it."""
        for i, token in enumerate(tokens):
            if token.low in self._particles and view.published(token.start, token.end).endswith(self._printed):
                named = i > 0 and (honorific[i - 1] or tokens[i - 1].low in self._given)
                blocked[i] = blocked[i] or not named

    def _honorifics(self, tokens: Sequence[Token], hits: Sequence[Hit]) -> list[bool]:
        marks = [False] * len(tokens)
        for hit in hits:
            if hit.entry.kind == "honorific":
                for i in range(hit.first, hit.last):
                    marks[i] = True
                if hit.last < len(tokens) and tokens[hit.last].text == "." and tokens[hit.last].start == hit.end:
                    marks[hit.last] = True
        return marks

    def _not_counterparts(
        self, offices: Sequence[OfficeSpan], hits: Sequence[Hit], tokens: Sequence[Token]
    ) -> list[OfficeSpan]:
        """Offices without a style that only adorns a counterpart's name: «نظيرته الكينية السفيرة غريس»."""
        ends = {h.last for h in hits if h.entry.kind == "counterpart"}
        ends |= {h.last for h in hits if h.entry.kind == "demonym" and h.first in ends}
        return [s for s in offices if not ((s.first in ends and is_style(s)) or is_chiefly(s, tokens, self._chiefly))]

    def _groups(
        self, offices: Sequence[OfficeSpan], tokens: Sequence[Token], honorific: Sequence[bool]
    ) -> list[_Group]:
        groups: list[_Group] = []
        for span in offices:
            owner = groups and span.first == groups[-1].last and not self._cased and span.head.prefix.endswith(self._to)
            if owner and groups[-1].offices[-1].office is Office.OFFICIAL:
                groups[-1].last = span.last  # «المستشار الخاص لخادم الحرمين الشريفين»
            elif groups and self._adjoins(groups[-1], span, tokens, honorific):
                groups[-1].offices.append(span)
                groups[-1].last = span.last
            else:
                groups.append(_Group([span], None, span.first, span.last))
        return groups

    def _adjoins(self, group: _Group, span: OfficeSpan, tokens: Sequence[Token], honorific: Sequence[bool]) -> bool:
        """Whether an office goes on the list of the one before: nothing between, or "and" after a head's office."""
        between = range(group.last, span.first)
        abroad = span.office is Office.AMBASSADOR and (span.parties or span.posting)
        if abroad and group.offices[-1].office in CABINET:
            return False  # «التقى نائب رئيس الوزراء السفير البريطاني»
        if any(tokens[i].low.startswith(self._and) for i in between) and not self._cased:
            return False
        states, others = states_of(group.offices[-1]), states_of(span)
        if states and others and not states & others:
            return False  # «استقبل الرئيس الصيني رئيس وزراء سريلانكا»
        if group.offices[-1].office is Office.CROWN_PRINCE and any(tokens[i].low in self._lower for i in between):
            return False  # «المرافق لسمو ولي العهد معالي وزير الدولة»: another's style
        if [tokens[i].text for i in between] == ["،"] and is_style(span):
            return True  # «المندوب الدائم لدى الأمم المتحدة، السفير عبدالله»
        if all(honorific[i] for i in between):
            joined_by_and = self._and in span.head.prefix
            if not joined_by_and:
                return True
            plain = group.offices[-1].office is span.office is Office.OFFICIAL and not span.parties
            return group.offices[-1].office in JOINED_BY_AND or plain
        words = [tokens[i].low for i in between if not honorific[i]]
        if words == ["and"] and group.offices[-1].head.entry.attrs.get("joins"):
            return True
        deputy = span.office is Office.DEPUTY_HEAD_OF_GOVERNMENT and group.offices[-1].office is Office.MINISTER
        if words == ["and"] and deputy:
            return True
        if words == ["and"] and group.offices[-1].office is span.office is Office.AMBASSADOR:
            return True
        return words in (["and"], ["and", "the"]) and group.offices[-1].office in JOINED_BY_AND

    def _name(
        self,
        group: _Group,
        following: _Group | None,
        tokens: Sequence[Token],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
        used: dict[int, _Group],
    ) -> None:
        """Find the name that goes with the offices: after them, before them, or across a comma."""
        i = skip(tokens, group.last, honorific)
        joined = self._joins(tokens, group.last, honorific)  # «… وصاحب السمو الأمير»: somebody else's style
        joined |= self._is_another(tokens[group.offices[0].first], tokens[group.last : i])
        name = self._names.forward(tokens, i, blocked) if not joined else None
        if name is not None and self._is_predicate(name, tokens, honorific):
            name = None
        if name is not None and not self._owned(group, name, following):
            return self._take(group, self._styled(name, tokens, blocked, honorific), used)
        j = self._skip_back(tokens, group.first, honorific)
        before = self._names.backward(tokens, j, blocked) if self._and not in group.offices[0].head.prefix else None
        aside = self._across(group, following, tokens, blocked, honorific)
        if before is not None and (not self._cased or group.offices[0].head.entry.attrs.get("post_nominal")):
            one_word = not self._cased and before.last - before.first == 1
            one_word &= not (tokens[before.first].low in self._firsts or honorific[before.first - 1])
            one_word |= aside is not None and tokens[before.first].low in self._words["name_links"]  # «دي ميستورا»
            owner = used.get(before.first) or group
            theirs = owner is not group and (aside is not None or another(owner.offices, group.offices))
            if not one_word and not theirs:
                return self._take(group, before, used)
        across = self._skip_aside(tokens, j)
        if across < j and self._and not in group.offices[0].head.prefix:
            before = self._names.backward(tokens, across, blocked)
            taken = used.get(before.first) if before is not None else None
            free = taken is None or all(is_style(s) for s in taken.offices)  # "Ambassador Tekle, Special Envoy"
            if before is not None and free and before.last - before.first > 1:
                return self._take(group, before, used)
        if aside is None and not self._cased:
            head = (group.offices[0].first, group.last)
            aside = closing_name(self._names, tokens, head, blocked, honorific, self._firsts, self._morphology)
        return self._take(group, aside, used) if aside is not None else None

    def _across(
        self,
        group: _Group,
        following: _Group | None,
        tokens: Sequence[Token],
        blocked: Sequence[bool],
        honorific: Sequence[bool],
    ) -> NameSpan | None:
        """A name of two words or more behind the comma after an office, unless the office after it has it."""
        i = skip(tokens, group.last, honorific)
        if i >= len(tokens) or tokens[i].text not in ",،-:" or not self._may_cross(tokens, i):
            return None
        if self._joins(tokens, i + 1, honorific):
            return None  # «سفير جمهورية تنزانيا، وسعادة السيدة كريستينا»
        name = self._names.forward(tokens, skip(tokens, i + 1, honorific), blocked)
        if name is None or self._is_next_ones(name, following, tokens) or name.last - name.first < 2:
            return None
        return name

    def _is_predicate(self, name: NameSpan, tokens: Sequence[Token], honorific: Sequence[bool]) -> bool:
        """Whether a single unknown word after an office is what its holder did: «وزير الداخلية أدان خلاله …»."""
        if self._cased or name.last - name.first > 1 or honorific[name.first - 1]:
            return False
        following = tokens[name.last].low if name.last < len(tokens) else ""
        return tokens[name.first].low not in self._firsts and following in self._words.get("after_verbs", frozenset())

    def _joins(self, tokens: Sequence[Token], i: int, honorific: Sequence[bool]) -> bool:
        """Whether a style or a given name that "and" joins stands at token `i`."""
        if self._cased or i >= len(tokens):
            return False
        return (honorific[i] and tokens[i].low.startswith(self._and)) or self._names.conjoined(tokens[i])

    def _is_another(self, head: Token, styles: Sequence[Token]) -> bool:
        """Whether a style is not the president's own: «هنأ الرئيس الفرنسي الأمير محمد»."""
        return head.low in self._presidents and any(t.low in self._royals for t in styles)

    def _styled(
        self, name: NameSpan, tokens: Sequence[Token], blocked: Sequence[bool], honorific: Sequence[bool]
    ) -> NameSpan:
        """The name after a style where what looked like one belongs to the office.

        Arabic: a single word before a style. English: words before a noun of institutions ("the Jordan Valley
        Authority Yousef Kharabsheh") or before a rank ("Iraq's Al-Jazira Operations Maj. Gen. Raad Shaker").
        """
        last = name.last
        if self._cased:
            while last < len(tokens) and tokens[last].text[0].isupper() and tokens[last].low in self._institutions:
                last += 1
            if last == name.last:
                return name
        else:
            last += last < len(tokens) and tokens[last].text == '"'
            if name.last - name.first > 1 or last >= len(tokens) or not honorific[last]:
                return name
        return self._names.forward(tokens, skip(tokens, last, honorific), blocked) or name

    def _owned(self, group: _Group, name: NameSpan, following: _Group | None) -> bool:
        """Whether a name after «لولي العهد» has its own office behind it: then it is somebody else's."""
        possessive = group.offices[0].head.prefix.endswith(self._to)
        return possessive and following is not None and following.first == name.last

    def _may_cross(self, tokens: Sequence[Token], i: int) -> bool:
        return tokens[i].text != "-" or (tokens[i].start > tokens[i - 1].end)

    def _is_next_ones(self, name: NameSpan, following: _Group | None, tokens: Sequence[Token]) -> bool:
        """Whether a name belongs to the office after it: "… minister, Elina Koskela, Minister of …"."""
        if following is None or not self._cased:
            return False
        gap = tokens[name.last : following.first]
        return [t.text for t in gap] == [","]

    def _take(self, group: _Group, name: NameSpan, used: dict[int, _Group]) -> None:
        owner = used.get(name.first)
        if owner is not None and owner is not group:
            owner.offices.extend(group.offices)
            owner.last = max(owner.last, group.last)
            group.offices = []
            return
        group.name = name
        group.first, group.last = min(group.first, name.first), max(group.last, name.last)
        used[name.first] = group

    def _skip_back(self, tokens: Sequence[Token], j: int, honorific: Sequence[bool]) -> int:
        while j > 0 and (honorific[j - 1] or tokens[j - 1].low in ("the", "a")):
            j -= 1
        return j

    def _skip_aside(self, tokens: Sequence[Token], j: int) -> int:
        """Back over a comma, and a bracket or letters after a name: "Elina Koskela (@elina), ", "Marsden MP, "."""
        if j == 0 or tokens[j - 1].text not in (",", "،", "-", "("):
            return j
        j -= 1
        if j and tokens[j - 1].text == ")":
            while j and tokens[j].text != "(":
                j -= 1
        while j and tokens[j - 1].text.isupper() and tokens[j - 1].low in self._letters:
            j -= 1
        return j
