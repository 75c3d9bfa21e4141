"""`liqaa sources`: what is read, and whether it can be."""

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from flows.errors import InputError

if TYPE_CHECKING:  # read when a command runs: others need not wait for it
    from flows.home import Home
    from flows.sources import Source
    from warehouse.store import Row

sources = typer.Typer(help="See and change what is read.", no_args_is_help=True)
_HEALTH = ("state", "since", "next_try", "moved_to", "rejected", "error")
_Private = Annotated[bool, typer.Option("--private", help="The address may be a private one.")]


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(sources, name="sources", rich_help_panel="Fill the warehouse")


@sources.command("list")
def list_sources(context: typer.Context) -> None:
    """Show the sources of this home, and how each does as of the last run."""
    from flows.cli.screen import table
    from flows.job import sources_of

    home = context.obj
    declared = sources_of(home, None, home.kind() == "sample")
    health = _health(home)
    columns = ("name", "kind", "address", "languages", "side", "verified", *_HEALTH)
    rows = []
    for s in declared:
        known = health.get(s.name, {})
        own = (s.name, s.kind.value, s.address, " ".join(s.languages), s.side, "yes" if s.verified else "no")
        rows.append((*own, *(known.get(name) for name in _HEALTH)))
    table(columns, rows)


def _health(home: "Home") -> "dict[str, Row]":
    """How each source did at the last run; empty before the first one."""
    from warehouse.errors import NoSnapshot
    from warehouse.query import source_health
    from warehouse.store import open_snapshot

    try:
        with open_snapshot(home.root) as con:
            return {row["name"]: row for row in source_health(con)}
    except NoSnapshot:
        return {}


@sources.command()
def add(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="Address of a feed or of a site, or a name from the catalogue.")],
    name: Annotated[str | None, typer.Option(help="Short name; from the address unless given.")] = None,
    lang: Annotated[list[str] | None, typer.Option(help="Language: ar, en. May be repeated.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO code of the publisher's seat.")] = None,
    side: Annotated[str | None, typer.Option(help="State or organisation whose official voice it is.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Name for readers.")] = None,
    private: _Private = False,
) -> None:
    """Add a source; the feed of a site is found by itself."""
    from flows.catalogue import catalogue
    from flows.preview import find_feed
    from flows.settings import load_settings
    from flows.sourcelist import add_source

    home = context.obj
    values: dict[str, Any] = next((dict(entry) for entry in catalogue() if entry["name"] == address), {})
    url = str(values.get("url") or address)
    if "://" not in url:
        raise InputError(f'"{address}" is neither an address nor in the catalogue.', advice="liqaa sources catalogue")
    found = find_feed(url, load_settings(home).http, private)
    said = {"country": country, "side": side, "publisher": publisher, "languages": lang}
    values |= {key: value for key, value in said.items() if value}
    values.setdefault("publisher", found.read.title)
    kind = "sitemap" if found.read.format.startswith("sitemap") else "feed"
    values |= {"name": name or values.get("name") or _name_of(found.url), "kind": kind, "url": found.url}
    values |= {"verified": True, "private": private}
    home.claim("real")
    ordered = {"name": values.pop("name"), **values}
    source = add_source(home.sources, ordered)
    print(f'Added "{source.name}": {source.url}, {len(found.read.items)} items now. Read it with: liqaa run')


def _name_of(url: str) -> str:
    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    return re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-")


@sources.command()
def remove(context: typer.Context, name: Annotated[str, typer.Argument(help="Name of the source.")]) -> None:
    """Take a source out of the list; what was read from it stays."""
    from flows.sourcelist import remove_source

    remove_source(context.obj.sources, name)
    print(f'Removed "{name}". What was read from it stays in the warehouse.')


@sources.command()
def check(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Sources to check; all unless given.")] = None,
) -> None:
    """Ask sources whether they can be read, without storing anything; those reached are marked as verified."""
    from flows.checking import check_sources
    from flows.cli.screen import table

    results = check_sources(context.obj, names or [])
    table(("name", "result", "items", "detail"), [(r.name, r.result, r.items, r.detail) for r in results])
    if any(result.result != "ok" for result in results):
        raise typer.Exit(1)


def _declared(home: "Home") -> "dict[str, Source]":
    """The sources of a home by name; none where it has no list yet."""
    from flows.job import sources_of

    if home.kind() != "sample" and not home.sources.exists():
        return {}
    return {source.name: source for source in sources_of(home, None, home.kind() == "sample")}


@sources.command()
def preview(
    context: typer.Context,
    targets: Annotated[
        list[str], typer.Argument(help="Addresses, files, or names of sources of this home.", show_default=False)
    ],
    format: Annotated[str, typer.Option(help="table or json (a line for each).")] = "table",
    private: _Private = False,
    item: Annotated[str, typer.Option(help="The page lists articles: CSS selector of each.", show_default=False)] = "",
    link: Annotated[str, typer.Option(help="Of its link, inside the item.")] = "a[href]",
    title: Annotated[str, typer.Option(help="Of its headline; the link's words unless given.")] = "",
    date: Annotated[str, typer.Option(help="Of its date.")] = "",
    summary: Annotated[str, typer.Option(help="Of its summary.")] = "",
) -> None:
    """Show what would be read from addresses, files or declared sources, or why not; nothing is stored."""
    from flows.cli.preview import show
    from flows.preview import preview as told_of
    from flows.settings import load_settings
    from flows.sources import listing_of

    if format not in ("table", "json"):
        raise InputError(f'--format "{format}" is not one of table, json.')
    good = True
    http = load_settings(context.obj).http
    listing = listing_of("--item, --link, --title, --date, --summary", item, link, title, date, summary)
    declared = _declared(context.obj)
    for target in targets:
        told = told_of(declared.get(target, target), http, private, listing)
        good = good and told["kind"] is not None
        if format == "json":
            print(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8"), flush=True)
        else:
            show(told)
    if not good:
        raise typer.Exit(1)


@sources.command("import-opml")
def import_opml(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="OPML file.", exists=True, dir_okay=False)]
) -> None:
    """Add every feed of an OPML list that is not there yet."""
    from flows.opml import read_opml
    from flows.sourcelist import add_source

    home = context.obj
    feeds = read_opml(file.read_bytes())
    home.claim("real")
    added = 0
    taken: set[str] = set()
    for values in feeds:
        base = name = _name_of(str(values["url"]))
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        try:
            add_source(home.sources, {"name": name, **values})
            added += 1
        except InputError as error:
            print(f"Left out: {error.what}", file=sys.stderr)
    print(f"Added {added} of {len(feeds)} feeds.")


@sources.command("export-opml")
def export_opml(context: typer.Context) -> None:
    """Write the sources of this home as OPML to stdout."""
    from flows.job import sources_of
    from flows.opml import write_opml

    sys.stdout.buffer.write(write_opml(sources_of(context.obj, None, context.obj.kind() == "sample")))


@sources.command("catalogue")
def show_catalogue(
    format: Annotated[str, typer.Option(help="table or json.")] = "table",
) -> None:
    """Show official and agency sources to choose from; none is verified until it has been checked from here."""
    from flows.catalogue import catalogue
    from flows.cli.screen import table

    entries = catalogue()
    if format == "json":
        print(json.dumps(entries, ensure_ascii=False, indent=1))
        return
    columns = ("name", "languages", "side", "rights", "publisher", "url")
    table(columns, [tuple(" ".join(v) if isinstance(v := e.get(c), list) else v for c in columns) for e in entries])
