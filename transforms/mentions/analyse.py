"""From a document to its analysis: every sentence with the people, parties, places and times named in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.cast import Cast
from transforms.mentions.dateline import Dateline, read_dateline
from transforms.mentions.home import PARTIES, Read, credited, home_of
from transforms.mentions.model import Analysis, Cited, Party, Person, Place, Scene
from transforms.mentions.outlet import outlet_state
from transforms.mentions.people import HOME, PeopleReader
from transforms.mentions.sides import anonymous, complete
from transforms.records import Document
from transforms.segment import Sentence, Token, sentences
from transforms.text import View, normalise
from transforms.time.find import find_times
from transforms.time.model import TimeExpr

_TELLING = frozenset("contact event instrument attend counterpart claim_topic recap_opens".split())
_ACTORS = frozenset(
    "country demonym organisation org_adjective region home_alias office counterpart group city".split()
)
_LEAD, _BEFORE, _AFTER = 4, 2, 3  # sentences
_CUES = frozenset({"contact_planned", "background", "hypothetical", "negation", "separate", "contact"})
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z]")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def language(document: Document) -> str:
    """The declared language, else the script that prevails in the text."""
    if document.lang:
        return document.lang[:2].lower()
    sample = document.text[:2000] or document.title
    return "ar" if len(_ARABIC.findall(sample)) >= len(_LATIN.findall(sample)) else "en"


def published_day(published: str | None) -> date | None:
    """The calendar day of a publication stamp, in the offset as written; null where there is none."""
    found = _DAY.match(published or "")
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


@lru_cache
def _people_reader(lang: str) -> PeopleReader:
    return PeopleReader(load(lang))


def analyse_if_told(document: Document, lang: str, view: View) -> Analysis | None:
    """The analysis, or null where no sentence can tell of a contact.

    One can that brings a word of contact or of an instrument together with two sides, or with a foreign side and an
    office: the gate saw them near each other, but they may stand in different sentences.
    """
    return _analyse(document, lang, view, True)


def analyse(document: Document, lang: str, view: View) -> Analysis:
    """The analysis of a document in a language that has a lexicon; `view` is the normal form of its text."""
    analysis = _analyse(document, lang, view, False)
    assert analysis is not None
    return analysis


def _analyse(document: Document, lang: str, view: View, if_told: bool) -> Analysis | None:
    lexicon = load(lang)
    told = [(s, [], ()) if _is_tags(s, lexicon) else _read(s, lexicon, lang) for s in sentences(view.norm)]
    read = _join_dateline(told, lexicon, lang)
    dateline = read_dateline(*read[0]) if read else None
    agency = dateline.agency if dateline and dateline.agency else credited(read)
    home = home_of(agency, dateline, read, outlet_state(document.url))
    read = _after_dateline(read, dateline, lexicon, lang)
    read = [(sentence, _fitting(hits, home), times) for sentence, hits, times in read]
    reader = _people_reader(lang)
    if if_told and not any(_joins(hits, home) for _, hits, _ in read):
        return None
    title_view = normalise(document.title)
    near = _near_contact(read)
    scenes = [_scene(s, hits, reader, view, home, lang, s.index in near) for s, hits, _ in read]
    title_scenes = [
        _scene(s, hits, reader, title_view, home, lang, True)
        for s, hits, _ in (_read(s, lexicon, lang) for s in sentences(title_view.norm))
    ]
    cast, scenes = _resolve(scenes, lexicon, view, home, _speaks_for(agency, home))
    return Analysis(
        document,
        lang,
        published_day(document.published),
        view,
        tuple(scenes),
        title_view,
        tuple(title_scenes),
        cast.members,
        dateline.place if dateline else None,
        dateline.time if dateline else None,
        agency.entry.value if agency else None,
        home,
    )


def _tells(hit: Hit) -> bool:
    """Whether a phrase tells of something by itself: "held", "will be" do not."""
    return not hit.entry.attrs.get("light") and hit.entry.value not in ("light", "formation", "other", "setup")


def _fitting(hits: list[Hit], home: str | None) -> list[Hit]:
    """Phrases without those that name the outlet's state as what it is not: "the Kingdom" in the news of a republic."""
    return [h for h in hits if not (h.entry.kind == "home_alias" and _misnamed(h, home))]


def _misnamed(hit: Hit, home: str | None) -> bool:
    candidates = hit.entry.attrs.get("candidates")
    return bool(candidates) and isinstance(candidates, (list, tuple)) and home is not None and home not in candidates


def _joins(hits: Sequence[Hit], home: str | None) -> bool:
    """Whether the phrases of a sentence bring a word of contact or instrument together with two sides."""
    if not any(h.entry.kind in _TELLING and _tells(h) for h in hits):
        return False
    codes: set[str] = set()
    office = False
    for hit in hits:
        kind = hit.entry.kind
        office |= kind in ("office", "office_plural", "counterpart")
        if kind == "home_alias":
            codes.add(home or "")
        elif kind in PARTIES or (kind == "city" and hit.entry.attrs.get("capital")):
            codes.add(str(hit.entry.attrs.get("country") or hit.entry.value))
    return len(codes) > 1 or (office and bool(codes - {home, ""}))


def _near_contact(read: Sequence[Read]) -> set[int]:
    """The sentences worth reading for people and times: the first, and those around a word of contact or promise.

    Comment runs long between the news that it rests on: what stands far from any such word says nothing of it.
    """
    near = set(range(_LEAD))
    for sentence, hits, _ in read:
        telling = any(h.entry.kind in _TELLING and _tells(h) for h in hits)
        if telling and any(h.entry.kind in _ACTORS for h in hits):
            near.update(range(sentence.index - _BEFORE, sentence.index + _AFTER + 1))
    return near


def _read(sentence: Sentence, lexicon: Lexicon, lang: str) -> Read:
    sentence = _unglue(sentence, lexicon)
    times = find_times(sentence.tokens, lang) if sentence.index == 0 else ()
    return sentence, lexicon.gazetteer.find(sentence.tokens), times


def _unglue(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Words that lost the blank between them parted again: a caption run into a verb, «الشيشانيالتقى»."""
    verbs = lexicon.words["glued_verbs"]
    endings = tuple(verbs)
    if not any(len(t.low) > 9 and t.low.endswith(endings) for t in sentence.tokens):
        return sentence
    tokens: list[Token] = []
    for token in sentence.tokens:
        verb = next((v for v in verbs if len(token.low) > len(v) + 3 and token.low.endswith(v)), None)
        if verb is None or token.low in lexicon.words["common"]:
            tokens.append(token)
            continue
        cut = len(token.text) - len(verb)
        tokens.append(Token(token.text[:cut], token.low[:cut], token.start, token.start + cut))
        tokens.append(Token(token.text[cut:], token.low[cut:], token.start + cut, token.end))
    return replace(sentence, tokens=tuple(tokens))


def _join_dateline(read: list[Read], lexicon: Lexicon, lang: str) -> list[Read]:
    """A dateline cut by its own full stops ("MOSCOW. Nov 11 (Interfax) - …") made one sentence with what follows."""
    while len(read) > 1 and len(read[0][0].tokens) <= 9 and read[0][0].tokens[-1].text in "./":
        opens = any(h.entry.kind in ("city", "country") and h.first == 0 for h in read[0][1])
        credits = any(h.entry.kind == "agency" and h.first < 9 for h in [*read[0][1], *read[1][1]])
        if not (opens and credits):
            break
        a, b = read[0][0], read[1][0]
        joined = Sentence(a.index, a.start, b.end, a.tokens + b.tokens, b.paragraph)
        rest = [(replace(s, index=s.index - 1), h, t) for s, h, t in read[2:]]
        read = [_read(joined, lexicon, lang), *rest]
    return read


def _after_dateline(read: list[Read], dateline: Dateline | None, lexicon: Lexicon, lang: str) -> list[Read]:
    """The report proper: its first sentence without the dateline, or none of it where it was all dateline."""
    if dateline is None:
        return read
    first = read[0][0]
    rest = read[1:]
    if dateline.last < len(first.tokens):
        tokens = first.tokens[dateline.last :]
        return [_read(replace(first, start=tokens[0].start, tokens=tokens), lexicon, lang), *rest]
    return [(replace(s, index=s.index - 1), h, t) for s, h, t in rest]


def _scene(
    sentence: Sentence,
    hits: Sequence[Hit],
    reader: PeopleReader,
    view: View,
    home: str | None,
    lang: str,
    near: bool,
) -> Scene:
    """One sentence read; far from any word of contact only its phrases are kept."""
    if not near:
        return Scene(sentence, tuple(hits), (), (), (), ())
    times = find_times(sentence.tokens, lang)
    hits = _apart(hits, times)
    taken = [False] * len(sentence.tokens)
    for time in times:
        for i in range(time.first, time.last):
            taken[i] = True
    people = reader.read(sentence, hits, taken, view)
    return Scene(sentence, tuple(hits), tuple(people), _parties(hits, home), _places(sentence, hits), times)


def _apart(hits: Sequence[Hit], times: Sequence[TimeExpr]) -> list[Hit]:
    """Hits that stand for themselves: no cue inside a date or the name of an organisation."""
    dated = {i for t in times for i in range(t.first, t.last)}
    bodies = [h for h in hits if h.entry.kind in ("organisation", "country")]
    kept = []
    for hit in hits:
        if hit.entry.kind in _CUES and hit.first in dated:
            continue
        size = hit.last - hit.first
        held = [b for b in bodies if b.first <= hit.first and hit.last <= b.last and b is not hit]
        if held and hit.entry.kind in ("contact", "home_alias"):
            continue
        if hit.entry.kind == "office" and any(b.last - b.first > size for b in held):
            continue
        kept.append(hit)
    return kept


def _parties(hits: Sequence[Hit], home: str | None) -> tuple[Party, ...]:
    """Every state and organisation named; of overlapping names the longest."""
    basis = {
        "country": "country",
        "region": "country",
        "demonym": "demonym",
        "org_adjective": "demonym",
        "organisation": "organisation",
        "home_alias": "country",
    }
    found: list[Party] = []
    fitting = [h for h in hits if h.entry.kind in basis or (h.entry.kind == "city" and h.entry.attrs.get("capital"))]
    for hit in sorted(fitting, key=lambda h: (h.first, -h.last, h.entry.kind == "city")):
        if found and hit.first < found[-1].last:
            continue
        kind = hit.entry.kind
        code = hit.entry.value
        if kind == "home_alias":
            if home is None:
                continue
            code = home
        if kind == "city":
            code = str(hit.entry.attrs["country"])
        found.append(Party(code, hit.first, hit.last, hit.start, hit.end, basis.get(kind, "capital")))
    return tuple(found)


def _places(sentence: Sentence, hits: Sequence[Hit]) -> tuple[Place, ...]:
    """Every city, and every country after a word of place."""
    found: list[Place] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        kind = hit.entry.kind
        if kind in ("city", "former_city"):
            city = str(hit.entry.attrs.get("now") or hit.entry.value)
            country = str(hit.entry.attrs["country"])
            found.append(Place(city, country, hit.first, hit.last, hit.start, hit.end, hit.entry.rule))
        elif kind in ("country", "region") and not (found and hit.first < found[-1].last):
            found.append(Place(None, hit.entry.value, hit.first, hit.last, hit.start, hit.end, hit.entry.rule))
    return tuple(found)


def _is_tags(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a line lists an article's tags: «سمات أوباما كينيا», "Tags: Riyadh, talks"."""
    tokens = sentence.tokens
    return bool(tokens) and tokens[0].low in lexicon.words["tag_openers"] and tokens[-1].text != "."


def _speaks_for(agency: Hit | None, home: str | None) -> bool:
    """Whether the agency credited is a state's own."""
    return agency is not None and home is not None and agency.entry.attrs.get("home") == home


def _resolve(
    scenes: Sequence[Scene], lexicon: Lexicon, view: View, home: str | None, sure: bool
) -> tuple[Cast, list[Scene]]:
    """Resolve every mention against the cast, twice: short names may come before full ones."""
    cast = Cast(home, sure)
    for scene in scenes:
        for n, person in enumerate(scene.people):
            if person.name is not None and len(cast.divide(person)) == 1:
                cast.resolve(person, scene.people[:n])
    keys = cast.surname_keys()
    out: list[Scene] = []
    for scene in scenes:
        people: list[Person] = []
        mentions = _parted(scene.people, cast)
        for person in sorted([*mentions, *_bare(scene, keys, cast, lexicon, view)], key=lambda p: p.first):
            people.append(cast.resolve(person, people))
        out.append(replace(scene, people=tuple(people)))
    complete(cast, out, home, lexicon)
    out = [replace(s, people=tuple(anonymous(p, lexicon, home) for p in s.people)) if s.people else s for s in out]
    return cast, out


def _parted(people: Sequence[Person], cast: Cast) -> list[Person]:
    """Every mention, those of two people parted; the office so left over takes the name after its comma."""
    out: list[Person] = []
    for person in people:
        parts = cast.divide(person)
        orphan = out[-1] if out and out[-1].name is None and out[-1].office is not None else None
        alone = person.name is not None and person.office is None and person.party is None and len(parts) == 1
        if orphan is not None and orphan.posting is None and alone and 0 < person.first - orphan.last <= 2:
            out[-1] = replace(orphan, name=person.name, last=person.last)
            continue
        out += parts
    return out


def _bare(scene: Scene, keys: dict[str, int], cast: Cast, lexicon: Lexicon, view: View) -> list[Person]:
    """Members called by their surname alone."""
    held = {i for p in scene.people for i in range(p.first, p.last)}
    found: list[Person] = []
    cased = lexicon.morphology.cased
    endings = {key[-3:] for key in keys}
    for i, token in enumerate(scene.sentence.tokens):
        if token.low[-3:] not in endings or i in held or (cased and not token.text[0].isupper()):
            continue
        for prefix, stem in lexicon.morphology.splits(token.low):
            if stem in keys and not (prefix and token.low in lexicon.words["given_names"]):
                if stem in lexicon.words["common"]:
                    break
                member = cast.members[keys[stem]]
                first = i
                while cased and first > 0 and scene.sentence.tokens[first - 1].text in "-" and first - 1 not in held:
                    first -= 2  # "El-Shazly", "al-Jubouri"
                first = max(first, 0)
                start = token.end - len(stem) if prefix else scene.sentence.tokens[first].start
                name = Cited(view.published(start, token.end), start, token.end, "name.short")
                found.append(Person(scene.sentence.index, first, i + 1, name, member.party, None, None))
                break
    return found


__all__ = ["HOME", "analyse", "analyse_if_told", "language", "published_day"]
