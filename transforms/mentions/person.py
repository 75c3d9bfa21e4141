"""Makes a person of the offices and the name that stand together: which office counts, and whose it is."""

from collections.abc import Sequence
from dataclasses import replace

from transforms.lexicon.gazetteer import Hit
from transforms.mentions.citing import cite_name, cite_party
from transforms.mentions.model import Cited, Person
from transforms.mentions.names import NameSpan
from transforms.mentions.office_span import OfficeSpan
from transforms.segment import Sentence, Token
from transforms.text import View
from transforms.vocabulary import Office

# What "and" may join to the office before it, and who sits in a cabinet.
JOINED_BY_AND = frozenset(
    {Office.CROWN_PRINCE, Office.HEAD_OF_GOVERNMENT, Office.DEPUTY_HEAD_OF_GOVERNMENT, Office.HEAD_OF_STATE}
)
CABINET = (*JOINED_BY_AND, Office.MINISTER, Office.DEPUTY_MINISTER, Office.GOVERNOR)
_PRECEDENCE = {office: n for n, office in enumerate(Office)}


def person_of(
    offices: list[OfficeSpan], name: NameSpan | None, tokens: tuple[int, int], sentence: Sentence, view: View
) -> Person:
    """The person of a group: the highest office counts, a deputy prime minister with a ministry is a minister."""
    spans = offices
    if len(spans) > 1:
        spans = [s for s in spans if not is_style(s)] or spans
        if any(s.office in (Office.GOVERNOR, Office.ORGANIZATION_HEAD) for s in spans):
            bare = [s for s in spans if s.office is Office.HEAD_OF_STATE and not s.parties]
            spans = [s for s in spans if s not in bare] or spans  # «الرئيس» of a region or a body
    scoped = [s for s in spans if s.in_scope]
    main = min(scoped or spans, key=lambda s: _PRECEDENCE[s.office] if s.office else 99)
    minister = next((s for s in scoped if s.office is Office.MINISTER and s.portfolio), None)
    if main.office is Office.DEPUTY_HEAD_OF_GOVERNMENT and minister is not None:
        main = minister
    named = [s for s in [main, *spans] if s.parties]
    party = cite_party(named[0].parties[0]) if named else None
    if party is None:
        implied = next((s.head for s in spans if s.head.entry.attrs.get("party")), None)
        if implied is not None:
            party = Cited(str(implied.entry.attrs["party"]), implied.start, implied.end, implied.entry.rule)
    if party is None and main.seat is not None:
        seat = main.seat
        party = Cited(str(seat.entry.attrs["country"]), seat.start, seat.end, "derived.city_country")
    spoken_for = any(s.head.entry.attrs.get("reason") == "spokesperson" for s in spans) and all(
        s.office in (Office.OFFICIAL, Office.AMBASSADOR) for s in scoped
    )
    has_portfolio = main.office in (Office.MINISTER, Office.DEPUTY_MINISTER)
    head = main.head
    posting = next((s.posting for s in spans if s.posting), None)
    start, end = sentence.tokens[spans[0].first].start, sentence.tokens[spans[-1].last - 1].end
    if spans[0].first == spans[0].head.first:
        start = spans[0].head.start  # a particle written onto the office is no part of it
    return Person(
        sentence.index,
        tokens[0],
        tokens[1],
        cite_name(name, view),
        party,
        Cited(main.office, head.start, head.end, head.entry.rule) if main.office else None,
        main.portfolio if has_portfolio else None,
        title_text=Cited(view.published(start, end), start, end, head.entry.rule),
        posting=cite_party(posting),
        acting=main.acting,
        in_scope=bool(scoped) and not spoken_for,
    )


def is_style(span: OfficeSpan) -> bool:
    """A bare «السفير», "Minister" after another office is a style of address."""
    return span.last - span.first == 1 and span.office in (Office.AMBASSADOR, Office.MINISTER) and not span.parties


def is_chiefly(span: OfficeSpan, tokens: Sequence[Token], styles: frozenset[str]) -> bool:
    """Whether "Chief" behind a comma, of nothing, is a style before a name: "the spokesman, Chief Emeka Okoro"."""
    alone = span.last - span.first == 1 and tokens[span.first].low in styles
    named = alone and span.last < len(tokens) and tokens[span.last].text[0].isupper()
    return named and (span.first == 0 or tokens[span.first - 1].text in ",;")


def of_state(person: Person, tokens: Sequence[Token], hits: Sequence[Hit]) -> Person:
    """A state told after the name: "President Salonga of the Philippines", "signed by A for Nigeria"."""
    if person.party or not person.name or person.last >= len(tokens):
        return person
    signs = any(h.entry.kind == "agreement_act" for h in hits)
    if tokens[person.last].low != "of" and not (signs and tokens[person.last].low == "for"):
        return person
    after = person.last + 1 + (tokens[person.last + 1].low == "the" if person.last + 1 < len(tokens) else 0)
    states = ("country", "organisation")
    hit = next((h for h in hits if h.first in (after, after - 1) and h.entry.kind in states), None)
    return replace(person, party=cite_party(hit)) if hit else person


def states_of(span: OfficeSpan) -> set[str]:
    """The states whose cabinet or head an office is of; none: any other office."""
    kinds = ("country", "demonym") if span.office in CABINET else ()
    return {h.entry.value for h in span.parties if h.entry.kind in kinds}


def another(held: Sequence[OfficeSpan], further: Sequence[OfficeSpan]) -> bool:
    """Whether a name has an office of one state and offices of another follow: somebody else, who is not named.

    «استقبل وزير الخارجية القطري محمد بن عبدالرحمن سفيرة ألمانيا».
    """
    ours = {hit.entry.value for span in held for hit in span.parties}
    theirs = {hit.entry.value for span in further for hit in span.parties}
    sent = any(span.office in (Office.AMBASSADOR, Office.ENVOY) for span in further)
    sits = any(span.office in CABINET for span in held)
    return bool(theirs and (ours or (sent and sits))) and not ours & theirs


def apposed(people: Sequence[Person], tokens: Sequence[Token]) -> list[Person]:
    """People whose office is told again behind a comma, with its state: «الملك عبدالله، ملك المملكة الأردنية».

    Who turns out to be a spokesman there takes no part: «المستشار أحمد، المتحدث الرسمي باسم الوزارة».
    """
    out: list[Person] = []
    for person in people:
        last = out[-1] if out else None
        again = last is not None and last.name is not None and last.party is None and person.name is None
        if last is not None and again and last.office is not None and person.office is not None and person.party:
            beside = person.first - last.last == 1 and tokens[last.last].text in ",،"
            if beside and last.office.value is person.office.value:
                out[-1] = replace(last, party=person.party, last=person.last)
                continue
        light = last is not None and (last.office is None or last.office.value in (Office.OFFICIAL, Office.AMBASSADOR))
        spoken = last is not None and light and last.name is not None and person.name is None and not person.in_scope
        if last is not None and spoken and person.first - last.last == 1 and tokens[last.last].text in ",،":
            out[-1] = replace(last, in_scope=False)
        out.append(person)
    return out
