"""The first reading of a document: its sentences with the phrases, sides and places in them, dateline and home."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.capitals import capitals_told
from transforms.mentions.dateline import Dateline, read_dateline
from transforms.mentions.home import PARTIES, Read, credited, home_of
from transforms.mentions.model import Party, Place, Scene
from transforms.mentions.outlet import outlet_state
from transforms.records import Document
from transforms.segment import Sentence, Token, sentences
from transforms.text import View, normalise
from transforms.time.find import find_times
from transforms.time.model import TimeExpr

_RESIDENCE = 5  # tokens between a bracket that tells of a residence and its city
_TELLING = frozenset("contact contact_open event instrument attend counterpart claim_topic recap_opens".split())
_ACTORS = frozenset(
    "country demonym organisation org_adjective region home_alias office counterpart group city".split()
)
_LEAD, _BEFORE, _AFTER = 4, 2, 3  # sentences
_GLUED = 9  # letters; a shorter word holds no word before a verb
_CUES = frozenset({"contact_planned", "background", "hypothetical", "negation", "separate", "contact"})
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z]")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class Reading:
    """A document read for its phrases alone: no people yet."""

    document: Document
    lang: str
    view: View
    lines: list[Read]  # the report proper, sentence by sentence, without its dateline
    dateline: Dateline | None
    agency: Hit | None  # news agency that the text credits
    home: str | None  # state whose outlet speaks; null: unknown
    _read: dict[int, Scene] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def near(self) -> set[int]:
        """The sentences worth reading closely."""
        return _near(self.lines)

    @cached_property
    def bare(self) -> tuple[Scene, ...]:
        """Every sentence with its phrases alone."""
        return tuple(Scene(s, tuple(hits), (), (), (), ()) for s, hits, _ in self.lines)

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """Every sentence with its times, sides and places; of one far from any word of contact only the phrases."""
        return tuple(self.scene(n) for n in range(len(self.lines)))

    def scene(self, n: int) -> Scene:
        """One of the scenes, read when it is first asked for."""
        found = self._read.get(n)
        if found is None:
            sentence, hits, _ = self.lines[n]
            near = sentence.index in self.near
            found = self._read[n] = scene_of(sentence, hits, self.home, self.lang) if near else self.bare[n]
        return found

    @cached_property
    def title_view(self) -> View:
        """The normal form of the headline."""
        return normalise(self.document.title)

    @cached_property
    def title_scenes(self) -> tuple[Scene, ...]:
        """The headline, read like a sentence of the text."""
        lexicon = load(self.lang)
        told = (read_sentence(s, lexicon, self.lang) for s in sentences(self.title_view.norm))
        return tuple(scene_of(s, hits, self.home, self.lang) for s, hits, _ in told)

    def joins(self) -> bool:
        """Whether some sentence brings a word of contact or instrument together with two sides."""
        return any(joins(hits, self.home) for _, hits, _ in self.lines)


def read(document: Document, lang: str, view: View) -> Reading:
    """The first reading of a document in a language that has a lexicon; `view` is the normal form of its text."""
    lexicon = load(lang)
    told = [(s, [], ()) if _is_tags(s, lexicon) else read_sentence(s, lexicon, lang) for s in sentences(view.norm)]
    lines = _join_dateline(told, lexicon, lang)
    dateline = read_dateline(*lines[0]) if lines else None
    agency = dateline.agency if dateline and dateline.agency else credited(lines)
    home = home_of(agency, dateline, lines, outlet_state(document.url), lexicon)
    lines = _after_dateline(lines, dateline, lexicon, lang)
    lines = [(sentence, _fitting(hits, home), times) for sentence, hits, times in lines]
    return Reading(document, lang, view, lines, dateline, agency, home)


def _near(read: Sequence[Read]) -> set[int]:
    """The sentences worth reading for people and times: the first, and those around a word of contact or promise.

    Comment runs long between the news that it rests on: what stands far from any such word says nothing of it.
    """
    near = set(range(_LEAD))
    for sentence, hits, _ in read:
        telling = any(h.entry.kind in _TELLING and tells(h) for h in hits)
        if telling and any(h.entry.kind in _ACTORS for h in hits):
            near.update(range(sentence.index - _BEFORE, sentence.index + _AFTER + 1))
    return near


def scene_of(sentence: Sentence, hits: Sequence[Hit], home: str | None, lang: str) -> Scene:
    """A sentence with the times, sides and places in it; its people are read later."""
    times = find_times(sentence.tokens, lang)
    hits = _apart(hits, times)
    meant = _of_states(sentence, hits, load(lang))
    return Scene(sentence, tuple(hits), (), _parties(meant, home), _places(sentence, meant, load(lang)), times)


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


def tells(hit: Hit) -> bool:
    """Whether a phrase tells of something by itself: "held", "will be" do not."""
    light = hit.entry.attrs.get("light") and not hit.entry.attrs.get("alone")
    return not light and hit.entry.value not in ("light", "formation", "other", "setup")


def joins(hits: Sequence[Hit], home: str | None) -> bool:
    """Whether the phrases of a sentence bring a word of contact or instrument together with two sides."""
    return any(h.entry.kind in _TELLING and tells(h) for h in hits) and pairs(hits, home)


def pairs(hits: Iterable[Hit], home: str | None) -> bool:
    """Whether phrases name two sides, or a foreign one and an office."""
    codes: set[str] = set()
    office = False
    for hit in hits:
        kind = hit.entry.kind
        office |= kind in ("office", "office_plural", "counterpart", "decider")
        if kind == "office" and hit.entry.attrs.get("complement") == "org" and hit.entry.attrs.get("default_party"):
            codes.add(str(hit.entry.attrs["default_party"]))
        if kind == "home_alias":
            codes.add(home or "")
        elif kind in PARTIES or (kind == "city" and hit.entry.attrs.get("capital")):
            codes.add(str(hit.entry.attrs.get("country") or hit.entry.value))
    return len(codes) > 1 or (office and bool(codes - {home, ""}))


def _fitting(hits: list[Hit], home: str | None) -> list[Hit]:
    """Phrases without those that are not meant.

    "The Kingdom" in the news of a republic; «حضرة» before another style, which is no "attended it".
    """
    styled = {h.first for h in hits if h.entry.kind == "honorific"}
    hits = [h for h in hits if not (h.entry.kind == "attend" and h.first in styled and h.last in styled)]
    return [h for h in hits if not (h.entry.kind == "home_alias" and _misnamed(h, home))]


def _misnamed(hit: Hit, home: str | None) -> bool:
    candidates = hit.entry.attrs.get("candidates")
    return bool(candidates) and isinstance(candidates, (list, tuple)) and home is not None and home not in candidates


def read_sentence(sentence: Sentence, lexicon: Lexicon, lang: str) -> Read:
    """A sentence with its phrases; of the first one the times too, which a dateline may hold."""
    sentence = _unglue(sentence, lexicon)
    times = find_times(sentence.tokens, lang) if sentence.index == 0 else ()
    return sentence, lexicon.gazetteer.find(sentence.tokens), times


def _unglue(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Words that lost the blank between them parted again: a caption run into a verb, «الشيشانيالتقى»."""
    verbs = lexicon.words["glued_verbs"]
    if not verbs:
        return sentence
    endings = tuple(verbs)
    if not any(low.endswith(endings) for _, low, _, _ in sentence.tokens if len(low) > _GLUED):
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
        read = [read_sentence(joined, lexicon, lang), *rest]
    return read


def _after_dateline(read: list[Read], dateline: Dateline | None, lexicon: Lexicon, lang: str) -> list[Read]:
    """The report proper: its first sentence without the dateline, or none of it where it was all dateline."""
    if dateline is None:
        return read
    first = read[0][0]
    rest = read[1:]
    if dateline.last < len(first.tokens):
        tokens = first.tokens[dateline.last :]
        return [read_sentence(replace(first, start=tokens[0].start, tokens=tokens), lexicon, lang), *rest]
    return [(replace(s, index=s.index - 1), h, t) for s, h, t in rest]


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


def _of_states(sentence: Sentence, hits: Sequence[Hit], lexicon: Lexicon) -> list[Hit]:
    """Phrases without adjectives of those who act for no state: «المعارضة السورية», "the Palestinian movement"."""
    tokens = sentence.tokens

    def theirs(hit: Hit) -> bool:
        at = hit.last if lexicon.morphology.cased else hit.first - 1
        return hit.entry.kind == "demonym" and 0 <= at < len(tokens) and lexicon.speaks(tokens[at : at + 1], "no_state")

    return [hit for hit in hits if not (theirs(hit) or _is_everyday(sentence, hits, hit, lexicon))]


def _is_everyday(sentence: Sentence, hits: Sequence[Hit], hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a state's name is only an everyday adjective: «دعم مالي» is financial, «رئيس مالي» is Mali's."""
    tokens = sentence.tokens
    if lexicon.morphology.cased or hit.entry.kind not in ("country", "demonym") or hit.last - hit.first > 1:
        return False
    if not lexicon.speaks(tokens[hit.first : hit.last], "adjectives_too"):
        return False
    led = bool(hit.first) and lexicon.speaks(tokens[hit.first - 1 : hit.first], "before_states")
    office = any(h.last == hit.first for h in hits if h.entry.kind in ("office", "office_plural", "portfolio", "side"))
    return not (led or office or hit.prefix.strip(lexicon.morphology.conjunction))


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


def _resident(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a bracket only says where an envoy lives: "Ambassador of Portugal (residence in Moscow)"."""
    before = [token.low for token in sentence.tokens[max(0, hit.first - _RESIDENCE) : hit.first]]
    return "(" in before and any(word in lexicon.words["residence"] for word in before)


def _places(sentence: Sentence, hits: Sequence[Hit], lexicon: Lexicon) -> tuple[Place, ...]:
    """Every city, and every country after a word of place."""
    found: list[Place] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        kind = hit.entry.kind
        if kind in ("city", "former_city") and not _resident(sentence, hit, lexicon):
            city = str(hit.entry.attrs.get("now") or hit.entry.value)
            country = str(hit.entry.attrs["country"])
            found.append(Place(city, country, hit.first, hit.last, hit.start, hit.end, hit.entry.rule))
        elif kind in ("country", "region") and not (found and hit.first < found[-1].last):
            found.append(Place(None, hit.entry.value, hit.first, hit.last, hit.start, hit.end, hit.entry.rule))
    told = capitals_told(sentence.tokens, hits, lexicon)
    return tuple(sorted([*found, *told], key=lambda place: place.first)) if told else tuple(found)


def _is_tags(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a line lists an article's tags: «سمات أوباما كينيا», "Tags: Riyadh, talks"."""
    tokens = sentence.tokens
    return bool(tokens) and tokens[0].low in lexicon.words["tag_openers"] and tokens[-1].text != "."
