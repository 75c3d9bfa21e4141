"""From a first reading to the analysis: every sentence with its people, all mentions of one person joined."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from transforms.lexicon.gazetteer import Hit
from transforms.lexicon.loader import Lexicon, load
from transforms.mentions.cast import Cast
from transforms.mentions.model import Analysis, Cited, Person, Scene
from transforms.mentions.people import PeopleReader
from transforms.mentions.reading import Reading, published_day, read
from transforms.mentions.sides import anonymous, complete
from transforms.records import Document
from transforms.text import View
from transforms.vocabulary import Office

_APART = 2  # tokens between an office and the name behind its comma


@lru_cache
def _people_reader(lang: str) -> PeopleReader:
    return PeopleReader(load(lang))


def analyse(document: Document, lang: str, view: View) -> Analysis:
    """The analysis of a document in a language that has a lexicon; `view` is the normal form of its text."""
    return analysed(read(document, lang, view))


def analysed(reading: Reading) -> Analysis:
    """The analysis of a document from its first reading."""
    lang, home, agency, dateline = reading.lang, reading.home, reading.agency, reading.dateline
    reader = _people_reader(lang)
    near = reading.near
    scenes = [
        _peopled(s, reader, reading.view, reading.scenes[n - 1] if n else None) if s.sentence.index in near else s
        for n, s in enumerate(reading.scenes)
    ]
    title_scenes = [_peopled(s, reader, reading.title_view) for s in reading.title_scenes]
    filed = dateline.place.country if dateline and dateline.place else None
    cast, scenes = _resolve(scenes, load(lang), reading.view, home, _speaks_for(agency, home), filed)
    return Analysis(
        reading.document,
        lang,
        published_day(reading.document.published),
        reading.view,
        tuple(scenes),
        reading.title_view,
        tuple(title_scenes),
        cast.members,
        dateline.place if dateline else None,
        dateline.time if dateline else None,
        agency.entry.value if agency else None,
        home,
    )


def _peopled(scene: Scene, reader: PeopleReader, view: View, before: Scene | None = None) -> Scene:
    """A sentence with the people in it; the one before may tell which office several of them hold."""
    taken = [False] * len(scene.sentence.tokens)
    for time in scene.times:
        for i in range(time.first, time.last):
            taken[i] = True
    return replace(
        scene, people=tuple(reader.read(scene.sentence, scene.hits, taken, view, _several(scene) or _several(before)))
    )


def _several(scene: Scene | None) -> Sequence[Hit]:
    """The words that name the office of several people, with their field: "the foreign ministers", "four envoys"."""
    if scene is None:
        return ()
    heads = [h for h in scene.of("office_plural") if h.entry.value not in (Office.OFFICIAL, Office.LEGISLATOR)]
    fields = [h for head in heads[:1] for h in scene.of("portfolio") if h.last == head.first]
    return (*heads[:1], *fields)


def _speaks_for(agency: Hit | None, home: str | None) -> bool:
    """Whether the agency credited is a state's own."""
    return agency is not None and home is not None and agency.entry.attrs.get("home") == home


def _resolve(
    scenes: Sequence[Scene], lexicon: Lexicon, view: View, home: str | None, sure: bool, filed: str | None
) -> tuple[Cast, list[Scene]]:
    """Resolve every mention against the cast, twice: short names may come before full ones."""
    cast = Cast(home, lexicon, sure)
    for scene in scenes:
        for n, person in enumerate(scene.people):
            if person.name is not None and len(cast.divide(person)) == 1:
                cast.resolve(person, scene.people[:n], mirrored=False)
    keys = cast.surname_keys()
    out: list[Scene] = []
    for scene in scenes:
        people: list[Person] = []
        mentions = _parted(scene, cast, lexicon.words["name_particles"])
        for person in sorted([*mentions, *_bare(scene, keys, cast, lexicon, view)], key=lambda p: p.first):
            people.append(cast.resolve(person, people))
        out.append(replace(scene, people=tuple(people)))
    complete(cast, out, home, lexicon, filed)
    out = [replace(s, people=tuple(anonymous(p, lexicon, home) for p in s.people)) if s.people else s for s in out]
    return cast, out


def _parted(scene: Scene, cast: Cast, particles: frozenset[str]) -> list[Person]:
    """Every mention, those of two people parted; the office so left over takes the name after its comma.

    `particles` are words that no name is reached across.
    """
    out: list[Person] = []
    for person in scene.people:
        parts = cast.divide(person)
        orphan = out[-1] if out and out[-1].name is None and out[-1].office is not None else None
        alone = person.name is not None and person.office is None and person.party is None and len(parts) == 1
        gap = scene.sentence.tokens[orphan.last : person.first] if orphan is not None else ()
        beside = 0 < len(gap) <= _APART and not any(t.low in particles for t in gap)
        if orphan is not None and orphan.posting is None and alone and beside:
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
