"""Who tells a report: the agency that its text credits, with the state whose voice that is, else its publisher."""

from functools import lru_cache

from transforms.ids import normal
from transforms.lexicon.loader import languages, load, shared
from transforms.parsing.urls import host_of
from transforms.segment import sentences
from transforms.text import normalise

_HEAD = 400  # a credit stands in the dateline or the first sentence …
_TAIL = 250  # … or in brackets at the end


def origin_of(text: str, lang: str) -> tuple[str | None, str | None]:
    """The agency that a text credits and the ISO code of its state; both null where none is credited."""
    if lang not in languages():
        return None, None
    gazetteer = load(lang).gazetteer
    ends = [text[:_HEAD], text[-_TAIL:]] if len(text) > _HEAD else [text]
    for part in ends:
        for sentence in sentences(normalise(part).norm):
            for hit in gazetteer.find(sentence.tokens):
                if hit.entry.kind == "agency":
                    home = hit.entry.attrs.get("home")
                    return hit.entry.value, str(home) if home else None
    return None, None


def witness_of(origin: str | None, publisher: str | None, url: str | None, source: str) -> str:
    """Who tells it: the agency credited, else the publisher, whichever of its feeds it came through.

    A publisher that is an agency goes by that agency's code, so that its own feeds, in whatever language, and those
    who copy them are one witness; so are the names that a publisher bears in several languages, as far as
    publishers.toml tells of them. One that is not declared goes by the host of the article; with neither, by the
    source.
    """
    if origin:
        return origin
    if publisher and publisher.strip():
        return _names()[0].get(normal(publisher)) or _agency(publisher) or " ".join(publisher.split())
    host = host_of(url).removeprefix("www.") if url else ""
    parts = host.split(".")
    known = (_names()[1].get(".".join(parts[n:])) for n in range(len(parts) - 1))
    return next((name for name in known if name), host) or source


@lru_cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """The name that each other name of a publisher, and each of its hosts, stands for."""
    names: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for line in shared("publishers")["rows"].strip().splitlines():
        name, others, places = (cell.strip() for cell in line.split("|"))
        names |= {normal(other): name for other in (name, *others.split(";"))}
        hosts |= {place.strip(): name for place in places.split(";") if place.strip()}
    return names, hosts


@lru_cache(maxsize=10_000)
def _agency(name: str) -> str | None:
    """The code of the agency that a publisher's name is; null where it is none."""
    for lang in languages():
        for sentence in sentences(normalise(name).norm):
            for hit in load(lang).gazetteer.find(sentence.tokens):
                if hit.entry.kind == "agency":
                    return hit.entry.value
    return None
