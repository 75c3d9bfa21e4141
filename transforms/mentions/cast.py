"""Who is who in one article: short names, offices alone and counterparts resolve to the fullest mention."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from transforms.lexicon.loader import Lexicon
from transforms.lexicon.schema import FAMILY_FIRST
from transforms.mentions.citing import HOME
from transforms.mentions.model import Cited, Person
from transforms.segment import tokenise
from transforms.text import fold
from transforms.vocabulary import Office


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without signs."""
    return tuple(t.low for t in tokenise(fold(name)) if t.text[0].isalpha())


class Cast:
    """The people of one article, each as the sum of their mentions."""

    def __init__(self, home: str | None, lexicon: Lexicon, sure: bool = False) -> None:
        """`sure`: the home is an agency's own, so that officials without a state are of it."""
        self._son_of = lexicon.words["son_of"]
        self._small = lexicon.words["small_words"]  # nobody is called by them alone
        self._heads = lexicon.words["office_heads"]
        self._morphology = lexicon.morphology
        self._home = home
        self._sure = sure
        self._members: list[Person] = []
        self._parts: list[tuple[str, ...]] = []
        self._seen: list[int] = []  # when each member was last mentioned
        self._clock = 0
        self._opening: set[int] = set()  # members whose first mention opened its sentence
        self._called: dict[tuple[str, ...], int] = {}  # whom the words of an office alone meant, at a sentence's start

    @property
    def members(self) -> tuple[Person, ...]:
        """Everybody named, in the order of first mention."""
        return tuple(self._members)

    def surname_keys(self) -> dict[str, int]:
        """The word by which each member may be called alone; a word that two share names neither."""
        keys: dict[str, int] = {}
        shared: set[str] = set()
        for n, parts in enumerate(self._parts):
            name = self._members[n].name
            if not parts or name is None:
                continue
            party = self._members[n].party
            key = _family(name.value, parts)
            first = parts[:1] if party is not None and party.value in FAMILY_FIRST and len(parts) > 1 else ()
            for word in {key, *first}:
                if len(word) < 3 and not (first and word == first[0] and len(word) == 2 and word not in self._small):
                    continue
                if word in keys and keys[word] != n:
                    shared.add(word)
                keys[word] = n
        return {key: n for key, n in keys.items() if key not in shared}

    def resolve(self, person: Person, before: Sequence[Person], mirrored: bool = True) -> Person:
        """The mention with its key set and, where it is fuller than what was known, the member updated.

        `before` are the earlier mentions of the same sentence, nearest last. `mirrored` is false while people called
        by their surname alone are not yet among them: whom a counterpart faces is not known then.
        """
        self._clock += 1
        person = self._at_home(person)
        if person.counterpart and mirrored:
            person = self._mirror(person, before)
        key = self._find(person) if person.name is not None else self._again(person, before, self._by_office(person))
        if key is None:
            if person.name is None:
                return person
            self._members.append(person)
            self._parts.append(name_parts(person.name.value))
            self._seen.append(self._clock)
            key = len(self._members) - 1
            if not before:
                self._opening.add(key)
        else:
            self._enrich(key, person)
        self._seen[key] = self._clock
        if self._members[key].key != key:
            self._members[key] = replace(self._members[key], key=key)
        if _other_party(self._members[key], person):
            person = replace(
                person, party=self._members[key].party
            )  # «غادر … وزير الدفاع مصر»: the object, not his state
        return replace(person, key=key)

    def _at_home(self, person: Person) -> Person:
        party, posting = person.party, person.posting
        if not any(cited is not None and cited.value == HOME for cited in (party, posting)):
            return person
        if party is not None and party.value == HOME:
            party = replace(party, value=self._home) if self._home else None
        if posting is not None and posting.value == HOME:
            posting = replace(posting, value=self._home) if self._home else None
        return replace(person, party=party, posting=posting)

    def _mirror(self, person: Person, before: Sequence[Person]) -> Person:
        """A counterpart holds the office of the other side."""
        near = [self.full(p) for p in reversed(before)]
        far = [self._members[n] for n in sorted(range(len(self._members)), key=lambda n: -self._seen[n])]
        mirrored = self._opposite(person, near)
        if person.among >= 0:  # several counterparts face as many officials, in order
            faced = [
                p
                for p in reversed(near)
                if p.office and not (p.party and p.party.value == (person.party and person.party.value))
            ]
            mirrored = [*faced[person.among : person.among + 1], *mirrored]
        for other in (*mirrored, *near, *self._opposite(person, far), *far):
            if other.office is None or (person.party and other.party and other.party.value == person.party.value):
                continue
            cite = person.name or person.party
            start, end = (cite.start, cite.end) if cite else (other.office.start, other.office.end)
            office = Cited(other.office.value, start, end, "derived.counterpart")
            portfolio = other.portfolio and Cited(other.portfolio.value, start, end, "derived.counterpart")
            return replace(person, office=office, portfolio=portfolio)
        return person

    def _opposite(self, person: Person, pool: Sequence[Person]) -> list[Person]:
        """Those with an office on another side than somebody's."""
        return [p for p in pool if p.office and p.party and person.party and p.party.value != person.party.value]

    def full(self, person: Person) -> Person:
        """The fullest knowledge of a mention's person."""
        return self._members[person.key] if person.key >= 0 else person

    def divide(self, person: Person) -> tuple[Person, ...]:
        """A surname of one beside the office of another is two mentions: «استقبل هادي مبعوث الأمين العام»."""
        if person.name is None or person.office is None or person.party is None or person.title_text is None:
            return (person,)
        parts = name_parts(person.name.value)
        short = len(parts) == 1 or parts[0] in self._son_of
        known = [n for n, p in enumerate(self._parts) if short and len(p) > len(parts) and p[-len(parts) :] == parts]
        for n in known:
            member = self._members[n]
            if member.office and (_other_party(member, person) or _other_post(member, person)):
                bare = replace(person, party=None, office=None, portfolio=None, title_text=None, posting=None)
                middle = person.first + 1
                return replace(bare, last=middle), replace(person, name=None, first=middle)
        return (person,)

    def _find(self, person: Person) -> int | None:
        assert person.name is not None
        parts = name_parts(person.name.value)
        found = [
            n
            for n, known in enumerate(self._parts)
            if (self._same_name(parts, known) or self._same_holder(person, parts, n))
            and (
                (parts == known and len(parts) > 3)
                or not self._conflict(person, self._members[n], min(len(parts), len(known)))
            )
        ]
        return max(found, key=lambda n: self._seen[n], default=None)

    def _same_name(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Whether two names in one article mean one person: one holds all words of the other, in order."""
        short, long_ = (a, b) if len(a) <= len(b) else (b, a)
        if not short:
            return False
        if len(short) == 1:
            family = short[0] == long_[0] and short[0] not in self._small  # "Li", of Li Weiguo
            return (len(short[0]) > 2 or family) and (
                short[0] == long_[-1] or short[0] == long_[0] or short[0] in long_[1:]
            )
        if len(long_) > 1 and long_[1] in self._son_of and short[0] != long_[0]:
            return False  # "Salman bin Abdulaziz" is the father of "Mohammed bin Salman bin Abdulaziz"
        rest = iter(long_)
        return all(part in rest for part in short)

    def _same_holder(self, person: Person, parts: tuple[str, ...], n: int) -> bool:
        """A given name spelled two ways: same surname, same office and portfolio, parties that agree."""
        member = self._members[n]
        if not parts or parts[-1] != self._parts[n][-1] or not (person.office and member.office):
            return False
        if parts[0] != self._parts[n][0] and self._son_of & {*parts, *self._parts[n]}:
            return False  # patronymics told in full: a father and his son
        fields = (person.portfolio, member.portfolio)
        same_field = (fields[0] and fields[0].value) == (fields[1] and fields[1].value)
        return person.office.value == member.office.value and same_field and person.party is not None

    def _conflict(self, a: Person, b: Person, words: int) -> bool:
        """Whether two mentions cannot be one person: another party, or for a bare name another office."""
        if a.party and b.party and a.party.value != b.party.value:
            return True
        if words == 1 and a.portfolio and b.portfolio:
            return a.portfolio.value != b.portfolio.value
        return False

    def _by_office(self, person: Person) -> int | None:
        """The member that an office alone means: same office, and party where it is told."""
        if person.office is None:
            if person.party is None:
                return None
            return None
        fitting: list[int] = []
        unknown: list[int] = []  # members whose party this mention may tell
        for n, member in enumerate(self._members):
            if member.office is None or member.office.value != person.office.value:
                continue
            if person.portfolio and member.portfolio and person.portfolio.value != member.portfolio.value:
                continue
            if _faces(person, member) or self._stranger(person, member) or self._other_gender(person, member):
                continue
            if person.party and member.party is None:
                if person.counterpart:
                    continue  # who faces somebody is not he
                foreign = self._sure and person.party.value != self._home
                if member.sentence < person.sentence and not foreign and self._alike(person, member):
                    unknown.append(n)
                continue
            if person.party and member.party and member.party.value != person.party.value:
                continue
            if person.in_scope == member.in_scope:
                fitting.append(n)
        if not fitting and len(unknown) == 1:
            return unknown[0]
        earlier = [n for n in fitting if _before(self._members[n], person)]
        fitting = earlier or self._by_words(person) or fitting
        return max(
            fitting, key=lambda n: (*self._told_alike(person, n), self._is_home(person, n), self._seen[n]), default=None
        )

    def _again(self, person: Person, before: Sequence[Person], key: int | None) -> int | None:
        """Whom the same words at a sentence's start meant before, not one of the office told since of another's doings.

        "The Minister met his host, Minister for Foreign Affairs of Bhutan. The Minister then paid a call on …".
        """
        if key is None or before or person.party is not None or person.title_text is None:
            return key
        words = name_parts(person.title_text.value)
        last = self._called.get(words)
        if last is not None and last != key and key not in self._opening and person.office is not None:
            office = self._members[last].office
            key = last if office is not None and office.value is person.office.value else key
        self._called[words] = key
        return key

    def _alike(self, a: Person, b: Person) -> bool:
        """Whether an office with a state can be that of an official without one: told in like words.

        "Shipping Minister" is no "Minister of Transport"; and where the outlet's own state is known, so is an unmarked
        minister's, so that "Peru's minister" is somebody else.
        """
        if a.portfolio is None or a.title_text is None or b.title_text is None:
            return True
        words = [set(name_parts(p.title_text.value)) - self._heads for p in (a, b) if p.title_text is not None]
        return bool(words[0] & words[1]) or (self._home is None and not all(words))

    def _other_gender(self, a: Person, b: Person) -> bool:
        """Whether one of two Arabic titles is a woman's and the other a man's: «الوزير» is not «وزيرة الخارجية»."""
        if a.title_text is None or b.title_text is None:
            return False
        first = [name_parts(title.value)[:1] or ("",) for title in (a.title_text, b.title_text)]
        heads = sorted(words[0].removeprefix(self._morphology.article) for words in first)
        return heads[1] == heads[0] + self._morphology.feminine

    def _stranger(self, person: Person, member: Person) -> bool:
        """Whether a member from abroad is named only after an official without a state: that is somebody else."""
        abroad = member.party is not None and member.party.value != self._home and member.party.rule != "derived.home"
        return person.party is None and abroad and member.sentence == person.sentence and member.first > person.first

    def _by_words(self, person: Person) -> list[int]:
        """Members whose title holds the words of an office alone, or of whose side an official is spoken of."""
        words = set(name_parts(person.title_text.value)) if person.title_text else set()
        found = []
        for n, member in enumerate(self._members):
            if member.sentence > person.sentence or member.office is None:
                continue
            if person.party is not None and (member.party is None or member.party.value != person.party.value):
                continue
            title = set(name_parts(member.title_text.value)) if member.title_text else set()
            spoken_of = (
                person.party is not None and person.office is not None and person.office.value is Office.OFFICIAL
            )
            if (person.party is None and words and words < title) or spoken_of:
                found.append(n)
        return found[:1] if person.party is not None else found

    def _told_alike(self, person: Person, n: int) -> tuple[bool, bool, bool]:
        """Whether a member's title is the words spoken of, opens with them, or has them: "the Secretary"."""
        a, b = person.title_text, self._members[n].title_text
        if a is None or b is None:
            return False, False, False
        words, title = name_parts(a.value), name_parts(b.value)
        return len(words) > 1 and words == title, title[: len(words)] == words, set(words) <= set(title)

    def _is_home(self, person: Person, n: int) -> bool:
        """An office without a state is first of all the outlet's own."""
        party = self._members[n].party
        return person.party is None and (party is None or party.value == self._home)

    def _enrich(self, key: int, person: Person) -> None:
        """Add what a later mention tells: a fuller name, a party, an office with its portfolio."""
        member = self._members[key]
        name = member.name
        if person.name is not None and name is not None:
            parts = name_parts(person.name.value)
            if len(parts) > len(self._parts[key]):
                name = person.name
                self._parts[key] = parts
        vaguer = member.office is None or (
            member.portfolio is None and person.portfolio is not None and _same_office(member, person)
        )
        changes: dict[str, Any] = {
            "name": name,
            "party": member.party or person.party,
            "posting": member.posting or person.posting,
        }
        if vaguer and person.office is not None:
            changes |= {"office": person.office, "portfolio": person.portfolio, "title_text": person.title_text}
            changes["acting"] = person.acting
            changes["in_scope"] = person.in_scope and member.in_scope
        elif member.office is None and not person.in_scope:
            changes["in_scope"] = False
        self._members[key] = replace(member, **changes)

    def settle_party(self, key: int, party: Cited[str]) -> None:
        """Give a member the party found from outside its mentions."""
        self._members[key] = replace(self._members[key], party=party)

    def settle_office(self, key: int, office: Office) -> None:
        """Give a member the office that its title means in its state."""
        member = self._members[key]
        if member.office is not None:
            self._members[key] = replace(member, office=replace(member.office, value=office))


def _same_office(a: Person, b: Person) -> bool:
    generic = (Office.MINISTER, Office.DEPUTY_MINISTER)
    return (
        a.office is not None and b.office is not None and a.office.value in generic and a.office.value == b.office.value
    )


def _other_party(a: Person, b: Person) -> bool:
    return a.party is not None and b.party is not None and a.party.value != b.party.value


def _other_post(a: Person, b: Person) -> bool:
    """Whether just one of two is an ambassador: nobody is both that and a minister."""
    if a.office is None or b.office is None:
        return False
    return (a.office.value is Office.AMBASSADOR) != (b.office.value is Office.AMBASSADOR)


def _before(a: Person, b: Person) -> bool:
    """Whether one was mentioned first before the other."""
    return (a.sentence, a.first) < (b.sentence, b.first)


def _faces(a: Person, b: Person) -> bool:
    """Whether one of two in a sentence is the other's counterpart, so that they are two."""
    return a.sentence == b.sentence and a.counterpart != b.counterpart and a.first != b.first


def _family(name: str, parts: tuple[str, ...]) -> str:
    """The word a person is called by: the surname in capitals if just one is, else the last word of some length."""
    capitals = [t.low for t in tokenise(fold(name)) if len(t.text) > 2 and t.text.isupper()]
    if len(capitals) == 1:
        return capitals[0]
    return parts[-1] if len(parts[-1]) > 2 or len(parts) == 1 else parts[0]
