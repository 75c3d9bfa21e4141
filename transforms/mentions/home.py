"""Whose outlet speaks: the state that "the Kingdom", "the minister" and unmarked officials belong to."""

from collections import Counter
from collections.abc import Sequence

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon
from transforms.lexicon.schema import STATES
from transforms.mentions.dateline import Dateline
from transforms.segment import Sentence
from transforms.time.model import TimeExpr

Read = tuple[Sentence, list[Hit], tuple[TimeExpr, ...]]  # a sentence with its phrases and times
PARTIES = frozenset("country demonym organisation org_adjective region".split())


# Cities where organisations sit: a dateline there speaks for the state only where the report names it.
SEATS = frozenset(
    {"Brussels", "Geneva", "Vienna", "Strasbourg", "New York", "The Hague", "Luxembourg", "Addis Ababa", "Jakarta"}
)

_LAST = 3  # lines at the end of a release in which it names where it was issued
_DATED = 4  # words of a date behind that place
_POSTED = 12  # tokens behind "ambassador" within which state and posting stand, the state's long name between


def credited(read: Sequence[Read]) -> Hit | None:
    """The agency that the first sentences credit."""
    agencies = [(s, h) for s, hits, _ in read[:4] for h in hits if h.entry.kind == "agency" and not h.prefix]
    return next((h for s, h in agencies if not h.entry.attrs.get("opens") or (s.index == 0 and h.first == 0)), None)


def home_of(
    agency: Hit | None,
    dateline: Dateline | None,
    read: Sequence[Read],
    outlet: str | None,
    lexicon: Lexicon,
) -> str | None:
    """The state whose outlet speaks: its agency's, else the one that "the Kingdom" means, else the dateline's.

    `outlet` is the state for whose readers the outlet writes, as far as its address tells.
    """
    if agency is not None and agency.entry.attrs.get("home"):
        return str(agency.entry.attrs["home"])
    speaker = _speaker(read)
    if speaker is not None:
        return speaker
    votes = _votes(dateline, read, outlet, lexicon)
    best = max(votes, key=lambda code: (votes[code], code == outlet), default=None)
    if best is not None and votes[best] > 0:
        return best
    abroad = _filed_abroad(dateline, read)
    seat = _spoken_of(read, lexicon, abroad) or _seat(read, lexicon)
    if seat is None:
        return outlet if outlet in _named(read) else None
    return outlet if _facing(read, seat) else seat


def _filed_abroad(dateline: Dateline | None, read: Sequence[Read]) -> bool:
    """Whether a dateline tells in brackets in which state its city lies: «كاتوفيتسه (بولندا) - …»."""
    if dateline is None or dateline.place is None or not read:
        return False
    at = dateline.place.last
    sentence, hits, _ = read[0]
    bracket = at < len(sentence.tokens) and sentence.tokens[at].text == "("
    return bracket and any(h.entry.kind == "country" and h.first == at + 1 for h in hits)


def _spoken_of(read: Sequence[Read], lexicon: Lexicon, abroad: bool = False) -> str | None:
    """The state that a report from abroad speaks of most, and whose officials it never marks.

    It is from abroad where organisations sit, and where its dateline says in brackets where that is.
    """
    placed = (h for s, hits, _ in read[:4] for h in hits if h.entry.kind == "city" and _is_placed(s, h, lexicon))
    first = next(placed, None)
    if not abroad and (first is None or first.entry.value not in SEATS):
        return None
    told = Counter(code for _, hits, _ in read for hit in hits if (code := _state(hit)))
    marked = {
        code
        for sentence, hits, _ in read
        for hit in hits
        if hit.entry.kind in ("office", "counterpart")
        for code in _marked(sentence, hits, hit)
    }
    if abroad and first is not None:
        marked.add(str(first.entry.attrs["country"]))
    least = 0 if abroad else 1
    ranked = [(count, code) for code, count in told.most_common(3) if code not in marked and count > least]
    return ranked[0][1] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else None


def _votes(dateline: Dateline | None, read: Sequence[Read], outlet: str | None, lexicon: Lexicon) -> Counter[str]:
    """What speaks for each state as the outlet's own, in points.

    An outlet names its own state by "the Kingdom", by its crown, in its dateline and as the place where ambassadors
    are posted; it marks whose minister a foreigner is, and leaves out whose its own is. The weights were set on the
    development documents and on our own annotated texts.
    """
    votes: Counter[str] = Counter()
    named = _named(read)
    ground = dateline.place.country if dateline and dateline.place else None
    sender, host = _posted(read, lexicon)
    seat = dateline is not None and dateline.place is not None and dateline.place.city in SEATS
    if ground is not None and not (seat and ground not in named) and not _filed_abroad(dateline, read):
        votes[ground] += 2
    if host is not None:
        votes[host] += 2
    closing = _closing(read)
    if closing is not None and (closing in named or closing == sender):
        votes[closing] += 4
    if sender is not None and ground is not None and host == ground:
        votes[sender] += 4  # a visitor's own outlet: it marks whom he meets and not himself
    votes.update(dict.fromkeys(_hosts(read, lexicon) - {host}, 2))
    for sentence, hits, _ in read:
        names = [h for h in hits if h.entry.kind in PARTIES and h.last - h.first > 1]
        for hit in hits:
            attrs = hit.entry.attrs
            candidates = attrs.get("candidates")
            if hit.entry.kind == "home_alias" and any(n.first <= hit.first and hit.last < n.last for n in names):
                continue  # «المملكة الأردنية الهاشمية» is no outlet's "the Kingdom"
            if hit.entry.kind == "home_alias" and attrs.get("outlet") and isinstance(candidates, (list, tuple)):
                own = [c for c in candidates if c == outlet]  # its own kingdom, whatever other one it names
                fitting = own or [c for c in candidates if c in named or c == ground] or candidates[:1]
                for code in fitting:
                    votes[code] += 2
            elif hit.entry.kind == "agency" and attrs.get("home") in STATES and _is_credit(sentence, hit):
                votes[str(attrs["home"])] += 1
            elif hit.entry.kind == "office" and attrs.get("party") in STATES:
                votes[str(attrs["party"])] += 2
            elif hit.entry.kind in ("office", "counterpart"):
                votes.subtract(_marked(sentence, hits, hit))
    return votes


def _closing(read: Sequence[Read]) -> str | None:
    """The state of the city that a ministry signs its release with: a line "New Delhi" at the end, a date behind it."""
    for sentence, hits, _ in read[-_LAST:]:
        tokens = sentence.tokens
        city = next((h for h in hits if h.entry.kind == "city" and h.first == 0), None)
        rest = [t for t in tokens[city.last :] if t.text[0].isalnum()] if city is not None else []
        dated = len(rest) <= _DATED and any(t.text.isdecimal() for t in rest)
        if city is not None and city.entry.attrs.get("capital") and (not rest or dated):
            return str(city.entry.attrs["country"])
    return None


def _is_credit(sentence: Sentence, hit: Hit) -> bool:
    """Whether an agency is named and not a word like it: «اتصل بنا» is no Bahraini agency."""
    tokens = sentence.tokens
    around = tokens[max(0, hit.first - 1) : hit.first] + tokens[hit.last : hit.last + 1]
    marked = any(t.text in "/()" for t in around)
    return not hit.entry.attrs.get("opens") and (
        hit.last - hit.first > 1 or marked or tokens[hit.first].text[0].isupper()
    )


def _state(hit: Hit) -> str | None:
    return hit.entry.value if hit.entry.kind in ("country", "demonym") else None


def _named(read: Sequence[Read]) -> set[str]:
    """The states that the report names, or marks by an adjective."""
    return {code for _, hits, _ in read for code in map(_state, hits) if code}


def _marked(sentence: Sentence, hits: Sequence[Hit], office: Hit) -> list[str]:
    """The state that marks an office or a counterpart as foreign: «وزير الداخلية التونسي», "his Greek counterpart"."""
    marks = [h for h in hits if _state(h) and (0 <= h.first - office.last <= 2 or h.last == office.first)]
    return [m.entry.value for m in marks[:1]]


def _facing(read: Sequence[Read], seat: str) -> bool:
    """Whether the seat is the other side of the only unmarked official: «وزير الخارجية مع نظيره الألماني في برلين»."""
    heads = [(s, hits, h) for s, hits, _ in read for h in hits if h.entry.kind == "counterpart"]
    return _named(read) <= {seat} and any(seat in _marked(s, hits, h) for s, hits, h in heads)


def _posted(read: Sequence[Read], lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Whose ambassador is where, of the first ambassador told with both: «سفيرة الجزائر بفيتنام»."""
    for sentence, hits, _ in read:
        for head in (h for h in hits if h.entry.kind == "office" and h.entry.value == "ambassador"):
            near = sorted((h for h in hits if 0 <= h.first - head.last <= _POSTED), key=lambda h: (h.first, -h.last))
            own = [h for h in hits if h.last == head.first and h.entry.kind == "demonym"]
            own += [h for h in hits if h.last == head.first - 1 and h.entry.kind == "country" and _owns(sentence, h)]
            near = [*own, *near]  # "the Chinese Ambassador to Kenya", "China's Ambassador to Kenya"
            sender = next((h for h in near if h.entry.kind in ("country", "demonym")), None)
            after = max(head.last, sender.last) if sender is not None else 0
            posting = next((h for h in near if h.first - after in (0, 1) and _is_posting(sentence, h, lexicon)), None)
            if sender is not None and posting is not None:
                return sender.entry.value, str(posting.entry.attrs.get("country") or posting.entry.value)
    return None, None


def _owns(sentence: Sentence, hit: Hit) -> bool:
    """Whether a possessive stands behind a state: "China's"."""
    return any(token.low == "'s" for token in sentence.tokens[hit.last : hit.last + 1])


def _hosts(read: Sequence[Read], lexicon: Lexicon) -> set[str]:
    """Where those who represent somebody abroad are posted: «ممثلة اليونيسف في لبنان», "UN coordinator in Lebanon"."""
    hosts = set()
    for sentence, hits, _ in read:
        offices = [h for h in hits if h.entry.kind == "office" and h.entry.value in ("ambassador", "official", "envoy")]
        for office in offices:
            sender = next((h for h in hits if h.entry.kind in PARTIES and 0 <= h.first - office.last <= 2), None)
            posting = sender and next(
                (h for h in hits if h.first - sender.last in (0, 1) and _is_posting(sentence, h, lexicon)), None
            )
            if posting:
                hosts.add(str(posting.entry.attrs.get("country") or posting.entry.value))
    return hosts


def _is_posting(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a state or capital stands after a word of place."""
    link = sentence.tokens[hit.first - 1].low if hit.first else ""
    placed = hit.prefix.endswith(lexicon.morphology.at) or link in lexicon.words["posted_at"]
    return placed and (
        hit.entry.kind == "country" or (hit.entry.kind == "city" and bool(hit.entry.attrs.get("capital")))
    )


def _seat(read: Sequence[Read], lexicon: Lexicon) -> str | None:
    """The state whose seat of government is the first venue ("welcomed to Downing Street"), else of the first city."""
    venues = (h for _, hits, _ in read for h in hits if h.entry.kind == "venue" and h.entry.attrs.get("country"))
    seat = next((str(h.entry.attrs["country"]) for h in venues), None)
    cities = (h for s, hits, _ in read[:4] for h in hits if h.entry.kind == "city" and _is_placed(s, h, lexicon))
    first = next(cities, None)
    if seat is not None or first is None:
        return seat
    state = str(first.entry.attrs["country"])
    if first.entry.value in SEATS and state not in _named(read):
        return _seated(read)  # talks in Brussels are the Union's rather than Belgium's
    return state


def _seated(read: Sequence[Read]) -> str | None:
    """The organisation that a report from a seat of organisations names first."""
    named = (h for _, hits, _ in read[:4] for h in hits if h.entry.kind == "organisation")
    return next((h.entry.value for h in named), None)


def _is_placed(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a word of place stands before a city or is written onto it."""
    link = sentence.tokens[hit.first - 1].low if hit.first else ""
    return hit.prefix.endswith(lexicon.morphology.at) or link in lexicon.words["filed_at"]


def _speaker(read: Sequence[Read]) -> str | None:
    """The state whose office opens the report with no state named: "External Affairs Minister Dr. … paid"."""
    for sentence, hits, _ in read[:3]:
        for hit in hits:
            state = hit.entry.attrs.get("default_party")
            listed = hit.entry.attrs.get("by_state")
            others = [str(line).split()[0] for line in listed] if isinstance(listed, (list, tuple)) else []
            state = next((code for code in others if code == _closing(read)), state)
            named = any(h.entry.kind in PARTIES and h.last == hit.first for h in hits)
            numbered = (
                2 if sentence.tokens[0].text.isdecimal() and sentence.tokens[1:2] else 0
            )  # "1. The Foreign Minister"
            opens = hit.first == numbered or (hit.first == numbered + 1 and sentence.tokens[numbered].low == "the")
            if hit.entry.kind == "office" and state in STATES and opens and not named:
                return str(state)
    return None
