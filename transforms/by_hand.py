"""Promises entered by hand, each with its citation: to the JSON that is kept, and from it to an article's record."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from transforms.ids import article_id, normal, row_id, version_id
from transforms.records import Article, Evidence, FollowUp, Record
from transforms.vocabulary import FollowUpKind, Modality, Office, Portfolio

SOURCE = "by_hand"  # the source of everything entered so
_WORDS = {"kind": FollowUpKind, "modality": Modality, "portfolio": Portfolio, "level": Office}
_KEPT = tuple(f.name for f in fields(FollowUp) if f.name not in ("attribution", "meeting"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A promise as somebody read it, with where it stands."""

    promise: FollowUp
    told: date  # day of the publication cited
    outlet: str  # who published it
    url: str | None = None  # null: not on the web
    title: str = ""

    @property
    def guid(self) -> str:
        """Its natural key: the same words of the same publication are entered once."""
        parties = " ".join(self.promise.parties)
        return row_id("entry", self.outlet, self.told.isoformat(), self.url, normal(self.promise.quote), parties)


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """The entry as it is kept among what was received."""
    promise = {name: getattr(entry.promise, name) for name in _KEPT}
    told = {"told": entry.told.isoformat(), "outlet": entry.outlet, "url": entry.url, "title": entry.title}
    return told | {"promise": promise}


def entry_from_json(data: Mapping[str, Any]) -> Entry:
    """The entry that was kept."""
    values: dict[str, Any] = dict(data["promise"])
    for name, kind in _WORDS.items():
        values[name] = kind(values[name]) if values[name] is not None else None
    promise = FollowUp(**(values | {"parties": tuple(values["parties"])}))
    return Entry(promise, date.fromisoformat(data["told"]), data["outlet"], data["url"], data["title"])


def read_entry(entry: Entry, lang: str, first_seen: date) -> tuple[Article, Record]:
    """The citation as an article, whose text is the sentence quoted, and the record of its promise."""
    text = entry.promise.quote
    article = Article(
        id=article_id(SOURCE, entry.guid, None, text),
        version=version_id(entry.title, text),
        source=SOURCE,
        url=entry.url,
        title=entry.title,
        text=text,
        lang=lang,
        published=entry.told.isoformat(),
        first_seen=first_seen,
        origin=entry.outlet,
    )
    evidence = Evidence("/follow_ups/0/quote", 0, len(text), "by_hand")
    return article, Record(article.id, lang, follow_ups=(entry.promise,), evidence=(evidence,))
