"""Sources as declarations: what is read, whose voice it is, and how much is expected of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytz

from flows.errors import InputError
from transforms.parsing.html import selector_fault
from transforms.parsing.listing import ListingSelectors
from transforms.parsing.page import PageSelectors


class SourceKind(StrEnum):
    """What a source is made of."""

    FEED = "feed"  # RSS, RDF, Atom or JSON Feed; told apart by content
    SITEMAP = "sitemap"
    LISTING = "listing"  # an HTML page that lists articles
    PAGE = "page"  # one article
    FILES = "files"  # articles in a local folder


class Rights(StrEnum):
    """What the publisher's texts are, in law."""

    OFFICIAL = "official"  # official texts and communiqués
    AGENCY = "agency"
    PRESS = "press"


class FullText(StrEnum):
    """When the page behind an item is fetched."""

    AUTO = "auto"  # when the feed gives a stub
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Layout:
    """The selectors of one design of a site, from the day it was put in place."""

    since: str  # ISO day of the bytes that it fits first
    page: PageSelectors


@dataclass(frozen=True, slots=True)
class ListingLayout:
    """The selectors of one design of a listing page, from the day it was put in place."""

    since: str  # ISO day of the bytes that it fits first
    listing: ListingSelectors


@dataclass(frozen=True, slots=True)
class Source:
    """One source as declared; everything but name, kind and address may be left out."""

    name: str  # unique, short: a-z, 0-9, - and _
    kind: SourceKind
    url: str | None = None  # where it is on the web; null: it is local
    path: Path | None = None  # where it is on this machine; null: it is on the web
    languages: tuple[str, ...] = ()
    country: str | None = None  # ISO code of the publisher's seat
    publisher: str | None = None  # name for readers
    witness: str | None = None  # what its articles count as where they credit no agency; null: its publisher
    side: str | None = None  # code of the state or organisation whose official voice it is; null: third party
    time_zone: str | None = None  # IANA name; null: unknown
    rights: Rights = Rights.PRESS
    full_text: FullText = FullText.AUTO
    site: str | None = None  # address that links are relative to, for a local feed
    mirror: Path | None = None  # folder that holds the pages of `site`; null: pages come from the web
    listing: ListingSelectors | None = None  # of a listing page before the first of `listings`
    listings: tuple[ListingLayout, ...] = ()
    layouts: tuple[Layout, ...] = ()
    per_day: float | None = None  # items expected a day; null: no expectation
    fill: Mapping[str, float] = field(default_factory=dict)  # least share of items that have this field
    private: bool = False  # may be at a private address
    headers: Mapping[str, str] = field(default_factory=dict)  # header name -> environment variable with its value
    verified: bool = False  # it has been reached at least once
    note: str = ""

    @property
    def address(self) -> str:
        """What is asked for: its address on the web, or the name of its file."""
        return self.url or (self.path.name if self.path else self.name)

    @property
    def base(self) -> str | None:
        """The address that its links are relative to."""
        return self.site or self.url

    def selectors_for(self, day: str) -> PageSelectors | None:
        """The selectors of the layout that was in place on a day."""
        fitting = [layout for layout in self.layouts if layout.since <= day]
        return max(fitting, key=lambda layout: layout.since).page if fitting else None

    def listing_for(self, day: str) -> ListingSelectors | None:
        """The selectors of the listing page as it was on a day; before its first known design those of the first."""
        fitting = [layout for layout in self.listings if layout.since <= day]
        if fitting:
            return max(fitting, key=lambda layout: layout.since).listing
        first = min(self.listings, key=lambda layout: layout.since, default=None)
        return self.listing or (first.listing if first else None)


# How people call a feed; told apart by content anyway.
_KINDS = {kind.value: kind for kind in SourceKind} | dict.fromkeys(("rss", "atom", "rdf", "json"), SourceKind.FEED)


def load_sources(path: Path) -> tuple[Source, ...]:
    """The sources that a file declares.

    Raises:
        InputError: the file is missing, no TOML, or says something that no source has; names the source and the key.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"There is no source list at {path}.", advice="Name one with --sources FILE.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InputError(f"The source list {path} cannot be read: {error}.") from error
    return parse_sources(data, path)


def parse_sources(data: Mapping[str, Any], path: Path) -> tuple[Source, ...]:
    """The sources of a parsed list; paths in it are relative to the list's own folder."""
    unknown = set(data) - {"source"}
    if unknown:
        raise InputError(f'{path}: "{min(unknown)}" is not known at the top of a source list; it holds [[source]].')
    sources = tuple(_source(entry, path) for entry in data.get("source", ()))
    names = [source.name for source in sources]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise InputError(f'{path}: two sources are named "{min(twice)}".', advice="Give each its own name.")
    return sources


_KEYS = {entry.name for entry in fields(Source)}
_TYPES: Mapping[str, Any] = {
    **dict.fromkeys(
        ("url", "path", "mirror", "country", "publisher", "witness", "side", "time_zone", "site", "note"), str
    ),
    **dict.fromkeys(("private", "verified"), bool),
    **dict.fromkeys(("fill", "headers"), dict),
    "languages": list,
    "per_day": (int, float),
}


def _source(entry: Mapping[str, Any], path: Path) -> Source:
    name = entry.get("name")
    if not isinstance(name, str) or not name or not name.replace("-", "").replace("_", "").isalnum():
        raise InputError(f"{path}: a source has no usable name ({name!r}); use letters, digits, - and _.")
    where = f'{path}: source "{name}"'
    unknown = set(entry) - _KEYS
    if unknown:
        raise InputError(f'{where}: key "{min(unknown)}" is not known.', advice=f"Known: {', '.join(sorted(_KEYS))}.")
    kind = _KINDS.get(str(entry.get("kind", "feed")))
    if kind is None:
        raise InputError(f'{where}: kind "{entry["kind"]}" is not one of {", ".join(sorted(_KINDS))}.')
    values: dict[str, Any] = {key: _typed(where, entry, key, kind) for key, kind in _TYPES.items() if key in entry}
    for key in ("path", "mirror"):
        if key in values:
            values[key] = (path.parent / values[key]).resolve()
    choices: Mapping[str, type[StrEnum]] = {"rights": Rights, "full_text": FullText}
    values |= {key: _choice(where, entry, key, choice) for key, choice in choices.items() if key in entry}
    if "languages" in values:
        values["languages"] = tuple(values["languages"])
    if "listing" in entry:
        values["listing"] = _selectors(where, "listing", entry["listing"], ListingSelectors)
    eras = {key: _eras(where, key, entry.get(key, [])) for key in ("layouts", "listings")}
    values["layouts"] = tuple(
        Layout(since, _selectors(where, "layouts", rest, PageSelectors)) for since, rest in eras["layouts"]
    )
    values["listings"] = tuple(
        ListingLayout(since, _selectors(where, "listings", rest, ListingSelectors)) for since, rest in eras["listings"]
    )
    source = Source(name=name, kind=kind, **values)
    _check_address(where, source)
    return source


def _check_address(where: str, source: Source) -> None:
    if bool(source.url) == bool(source.path):
        raise InputError(f"{where}: give it a url or a path, one of the two.")
    if source.url and not source.url.lower().startswith(("http://", "https://")):
        raise InputError(f'{where}: the url "{source.url}" is no http or https address.')
    if source.url and "@" in source.url.partition("://")[2].partition("/")[0]:
        raise InputError(
            f"{where}: the url holds a name or password, which would be stored.",
            advice='Name an environment variable: headers = { Authorization = "NAME" }, or ${NAME} in the url.',
        )
    if source.time_zone and source.time_zone not in pytz.all_timezones_set:
        raise InputError(f'{where}: time_zone "{source.time_zone}" is none.', advice='Write it as "Asia/Riyadh".')
    if source.kind is SourceKind.LISTING and source.listing is None and not source.listings:
        raise InputError(f'{where}: a listing needs selectors, at least listing = {{ item = "…" }}.')


def _typed(where: str, entry: Mapping[str, Any], key: str, kind: Any) -> Any:
    value = entry[key]
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        raise InputError(f'{where}: key "{key}" has the value {value!r}, which is not of the right kind.')
    return value


def _choice(where: str, entry: Mapping[str, Any], key: str, choice: type[StrEnum]) -> StrEnum:
    try:
        return choice(entry[key])
    except ValueError:
        options = ", ".join(member.value for member in choice)
        raise InputError(f'{where}: {key} "{entry[key]}" is not one of {options}.') from None


def _selectors(where: str, key: str, given: Any, kind: Any) -> Any:
    """The selectors of a page, each of which is one; what is none would fail on every page."""
    known = ", ".join(entry.name for entry in fields(kind))
    try:
        found = kind(**given)
    except TypeError:
        raise InputError(f"{where}: {key} takes {known}.") from None
    for name in (entry.name for entry in fields(kind)):
        fault = selector_fault(getattr(found, name))
        if fault is not None:
            raise InputError(f"{where}: {key}.{name} is no CSS selector: {fault}.")
    return found


def listing_of(where: str, item: str, link: str, title: str, date: str, summary: str) -> ListingSelectors | None:
    """The selectors that somebody typed; null where no item's was."""
    if not item:
        return None
    given = {"item": item, "link": link, "title": title, "date": date, "summary": summary}
    found: ListingSelectors = _selectors(where, "listing", given, ListingSelectors)
    return found


def _eras(where: str, key: str, given: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """The designs of a page, each with its first day."""
    if not isinstance(given, list) or not all(isinstance(era, dict) for era in given):
        raise InputError(f'{where}: {key} is a list: {key} = [{{ since = "2026-01-01", … }}].')
    found: list[tuple[str, Mapping[str, Any]]] = []
    for era in given:
        since = str(era.get("since", ""))
        try:
            date.fromisoformat(since)
        except ValueError:
            raise InputError(f'{where}: {key} has since = "{since}", which is no day like 2026-01-01.') from None
        found.append((since, {name: value for name, value in era.items() if name != "since"}))
    return found
