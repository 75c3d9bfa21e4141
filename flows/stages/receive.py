"""Receive: what came in becomes rows of the raw layer, at arrival or from the archive's journal, by the same code."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from flows.archive import ArchiveFault
from flows.documents import ADDED, Given, read_documents
from flows.got import Got, got_from, refused
from flows.job import Job
from flows.journal import Note, fetch_entry, fetch_of, notes, source_entry, source_of, write
from flows.reading import Exchange, PageReading, Reading
from flows.sources import Layout, ListingLayout, Source, SourceKind
from transforms import by_hand
from transforms.by_hand import entry_from_json
from transforms.parsing.language import language_of
from transforms.parsing.listing import ListingSelectors
from transforms.parsing.page import PageSelectors
from transforms.records import Document, FeedItem, Rejection
from warehouse import load
from warehouse.history import load_history
from warehouse.rows import FetchRow, ItemRow, LoadSummary, PageRow, Received, SourceRow
from warehouse.store import Store

_CHUNK = 500  # documents stored at once


@dataclass(frozen=True, slots=True)
class Arrival:
    """One exchange with what its bytes give."""

    row: FetchRow
    got: Got


def declare(job: Job, store: Store, sources: Sequence[Source]) -> None:
    """Write the declarations of the sources of this run, where they say something new."""
    rows = [_source_row(source) for source in sources]
    known = {row["name"]: row for row in store.rows("queries/known_sources")}
    new = [row for row in rows if row.name not in known or _differs(row, known[row.name])]
    if new:
        note = Note("sources", job.received_at(), job.run_id or None, [source_entry(row) for row in new])
        load.load_received(store, Received(write(job.archive, note), note.at, note.run_id, sources=new))


def store_readings(job: Job, store: Store, readings: Sequence[Reading]) -> LoadSummary:
    """Write what some sources answered."""
    flat = [each for reading in readings for each in (reading, *reading.parts)]
    arrivals = [Arrival(_fetch_row(job, each.exchange), each.got) for each in flat]
    entries = [fetch_entry(arrival.row, unchanged=each.unchanged) for arrival, each in zip(arrivals, flat, strict=True)]
    note = Note("exchanges", job.received_at(), job.run_id or None, entries)
    return _load_arrivals(store, replace(note, name=write(job.archive, note)), arrivals)


def store_pages(job: Job, store: Store, readings: Sequence[PageReading]) -> LoadSummary:
    """Write the pages of some items, or why there are none."""
    rows = [(_fetch_row(job, each.exchange), _item_id(each.item)) for each in readings]
    entries = [fetch_entry(row, item_id=item_id) for row, item_id in rows]
    note = Note("pages", job.received_at(), job.run_id or None, entries)
    return _load_pages(store, replace(note, name=write(job.archive, note)), rows)


def store_file(job: Job, store: Store, name: str, data: bytes, given: Given) -> tuple[LoadSummary, list[Rejection]]:
    """Write the documents of a file given by hand, and why others in it are none."""
    entry = {"name": name, "sha256": job.archive.put(data), "given": asdict(given)}
    note = Note("files", job.received_at(), job.run_id or None, [entry])
    return _load_files(store, replace(note, name=write(job.archive, note)), {name: data})


def store_rejections(job: Job, store: Store, rejections: Sequence[Rejection]) -> LoadSummary:
    """Write why something given by hand could not even be read."""
    entries = [asdict(rejection) for rejection in rejections]
    note = Note("rejections", job.received_at(), job.run_id or None, entries)
    received = Received(write(job.archive, note), note.at, note.run_id, rejections=rejections)
    return load.load_received(store, received) if rejections else LoadSummary()


def store_promise(job: Job, store: Store, entry: Mapping[str, Any]) -> LoadSummary:
    """Write a promise that somebody entered, with its citation."""
    note = Note("promises", job.received_at(), job.run_id or None, [entry])
    return _load_promises(store, replace(note, name=write(job.archive, note)))


def replay(job: Job, store: Store, note: Note, latest: Mapping[str, Source] | None = None) -> None:
    """Make the rows of a note again from the archive.

    Args:
        job: the run.
        store: where the rows go.
        note: of the journal.
        latest: sources as last declared, for bytes that the declaration of their time could not read.
    """
    match note.kind:
        case "sources":
            sources = [source_of(entry) for entry in note.entries]
            load.load_received(store, Received(note.name, note.at, note.run_id, sources=sources))
        case "exchanges":
            declared = declared_sources(store)
            arrivals = [_arrival(job, entry, declared, latest or {}) for entry in note.entries]
            _load_arrivals(store, note, arrivals)
        case "pages":
            _load_pages(store, note, [(fetch_of(entry), entry["item_id"]) for entry in note.entries])
        case "files":
            _load_files(store, note, {entry["name"]: _given(job, entry) for entry in note.entries})
        case "promises":
            _load_promises(store, note)
        case "rejections":
            rejections = [Rejection(**entry) for entry in note.entries]
            load.load_received(store, Received(note.name, note.at, note.run_id, rejections=rejections))
        case "run":
            load.load_runs(store, note.name, note.entries)
        case "decisions":
            load.load_decisions(store, note.name, note.entries)
        case "history":
            load_history(store, note.name, note.entries)
        case _:  # "read" only says when: the rebuild reads what waits then
            load.load_received(store, Received(note.name, note.at, note.run_id))


def read_again(job: Job, store: Store, sha256: str) -> tuple[int, tuple[Rejection, ...]]:
    """Read archived bytes of a source by the code and the declarations of today; items found, and what is refused.

    The items were received when the bytes were.
    """
    declared = declared_sources(store)
    for entry in store.rows("queries/fetches_of", {"sha256": sha256}):
        row = FetchRow(**{key: entry[key] for key in FetchRow.__dataclass_fields__})
        arrival = _arrival(job, {**fetch_entry(row), "unchanged": False}, declared, {})
        note = Note("exchanges", row.started_at, row.run_id)
        _load_arrivals(store, note, [Arrival(row, Got(arrival.got.feed, arrival.got.documents))])
        return len(arrival.got.feed.items) + len(arrival.got.documents), arrival.got.feed.rejections
    return 0, ()


def read_given_again(job: Job, store: Store, hashes: Collection[str]) -> dict[str, tuple[int, tuple[Rejection, ...]]]:
    """Read archived files that were given by hand by the code of today; of each, documents found, and what is refused.

    They were received when they were given, with what was said of them then.
    """
    found: dict[str, tuple[int, tuple[Rejection, ...]]] = {}
    for note in notes(job.archive) if hashes else ():
        for entry in note.entries if note.kind == "files" else ():
            if entry["sha256"] in hashes:
                body = {entry["name"]: _given(job, entry)}
                summary, refusals = _load_files(store, replace(note, entries=[entry]), body)
                count, before = found.get(entry["sha256"], (0, ()))
                found[entry["sha256"]] = (count + summary.new + summary.unchanged, (*before, *refusals))
    return found


def _load_arrivals(store: Store, note: Note, arrivals: Iterable[Arrival]) -> LoadSummary:
    items: list[ItemRow] = []
    rejections: list[Rejection] = []
    fetches: list[FetchRow] = []
    for arrival in arrivals:
        row = arrival.row
        origin: dict[str, Any] = {"fetch_id": row.id, "sha256": row.sha256, "run_id": note.run_id}
        items += [ItemRow.of_feed(item, note.at, **origin) for item in arrival.got.feed.items]
        items += [_document_row(row.source, document, note.at, **origin) for document in arrival.got.documents]
        rejections += arrival.got.feed.rejections
        fetches.append(row)
    received = Received(note.name, note.at, note.run_id, items=items, fetches=fetches, rejections=rejections)
    return load.load_received(store, received)


def _arrival(
    job: Job, entry: Mapping[str, Any], declared: Mapping[str, Source], latest: Mapping[str, Source]
) -> Arrival:
    """An exchange as it was, its bytes read by the code of today."""
    row = fetch_of(entry)
    source = declared.get(row.source)
    if entry["unchanged"] or source is None:
        return Arrival(row, Got())
    final = row.final_url or row.url
    if row.error is not None:
        code, _, detail = row.error.partition(": ")
        return Arrival(row, refused(row.source, code, detail, row.sha256, final))
    if row.kind == "feed" and source.kind is SourceKind.FILES:
        return Arrival(row, Got())
    try:
        data = job.archive.get(row.sha256) if row.sha256 else b""
    except ArchiveFault as fault:
        return Arrival(row, refused(row.source, "lost_bytes", f"The archive has lost it: {fault}.", row.sha256, final))
    day = row.started_at.astimezone(UTC).date().isoformat()
    got = got_from(source, data, final, row.content_type, day)
    if not got.feed.items and got.feed.rejections and row.source in latest:
        again = got_from(latest[row.source], data, final, row.content_type, day)
        got = again if again.feed.items else got
    return Arrival(row, got)


def _load_pages(store: Store, note: Note, rows: Iterable[tuple[FetchRow, str]]) -> LoadSummary:
    pages: list[PageRow] = []
    rejections: list[Rejection] = []
    fetches: list[FetchRow] = []
    for row, item_id in rows:
        fetches.append(row)
        if row.error is None and row.sha256 is not None:
            pages.append(PageRow(item_id, row.url, row.sha256, note.at, row.id, row.content_type))
            continue
        code, _, detail = (row.error or "empty: The server answered with nothing.").partition(": ")
        said = f"The page cannot be had: {detail}"
        rejections.append(Rejection(row.source, f"page_{code}", said, row.sha256, row.url))
    settled = [(row.source, row.url) for row in fetches if row.error is None and row.sha256 is not None]
    received = Received(
        note.name, note.at, note.run_id, pages=pages, fetches=fetches, rejections=rejections, settled=settled
    )
    return load.load_received(store, received)


def _given(job: Job, entry: Mapping[str, Any]) -> bytes | Rejection:
    """The bytes of a file given by hand, or that the archive has lost them."""
    try:
        return job.archive.get(entry["sha256"])
    except ArchiveFault as fault:
        said = f"The archive has lost it: {fault}."
        return Rejection(ADDED, "lost_bytes", said, entry["sha256"], entry["name"])


def _load_files(
    store: Store, note: Note, bodies: Mapping[str, bytes | Rejection]
) -> tuple[LoadSummary, list[Rejection]]:
    summary = LoadSummary()
    rejections: list[Rejection] = []
    for entry in note.entries:
        body = bodies[entry["name"]]
        found: Iterator[Document | Rejection] = iter([body]) if isinstance(body, Rejection) else iter(())
        if isinstance(body, bytes):
            found = read_documents(entry["name"], body, Given(**entry["given"]))
        while chunk := list(islice(found, _CHUNK)):
            refusals = [each for each in chunk if isinstance(each, Rejection)]
            origin = {"sha256": entry["sha256"], "run_id": note.run_id}
            items = [_document_row(ADDED, each, note.at, **origin) for each in chunk if isinstance(each, Document)]
            summary += load.load_received(store, Received(None, note.at, note.run_id, items=items, rejections=refusals))
            rejections += refusals
    # The name comes last: a note that was broken off half-way is written down again from the start.
    return summary + load.load_received(store, Received(note.name, note.at, note.run_id)), rejections


def _load_promises(store: Store, note: Note) -> LoadSummary:
    rows = []
    for told in note.entries:
        entry = entry_from_json(told)
        rows.append(
            ItemRow(
                source=by_hand.SOURCE,
                guid=entry.guid,
                url=entry.url,
                title=entry.title,
                published=entry.told.isoformat(),
                updated=None,
                lang=language_of(entry.promise.quote) or None,
                body=json.dumps(told, ensure_ascii=False, sort_keys=True),
                body_kind="promise",
                received_at=note.at,
                run_id=note.run_id,
            )
        )
    return load.load_received(store, Received(note.name, note.at, note.run_id, items=rows))


def _source_row(source: Source) -> SourceRow:
    """The row of a declaration; it holds no secret, since a declaration names only environment variables."""
    declared = {key: value for key, value in asdict(source).items() if value not in (None, "", (), {}, False)}
    return SourceRow(
        name=source.name,
        kind=source.kind.value,
        url=source.url,
        languages=source.languages,
        country=source.country,
        publisher=source.publisher,
        side=source.side,
        time_zone=source.time_zone,
        rights=source.rights.value,
        per_day=source.per_day,
        declared=json.dumps(declared, ensure_ascii=False, default=_file_name),
    )


def _file_name(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


def _differs(row: SourceRow, known: Mapping[str, Any]) -> bool:
    values = asdict(row)
    return any(known[key] != (list(value) if isinstance(value, tuple) else value) for key, value in values.items())


def declared_sources(store: Store) -> dict[str, Source]:
    """Every source ever read, by name, as it last declared itself: what reading its bytes again needs."""
    found: dict[str, Source] = {}
    for row in store.rows("queries/known_sources"):
        said = json.loads(row["declared"] or "{}")
        layouts = [Layout(era["since"], PageSelectors(**era["page"])) for era in said.get("layouts", ())]
        listing = ListingSelectors(**said["listing"]) if said.get("listing") else None
        listings = [ListingLayout(era["since"], ListingSelectors(**era["listing"])) for era in said.get("listings", ())]
        found[row["name"]] = Source(
            row["name"],
            SourceKind(said.get("kind", "files")),
            url=said.get("url"),
            site=said.get("site"),
            languages=tuple(row["languages"] or ()),
            publisher=row["publisher"],
            witness=said.get("witness"),
            time_zone=row["time_zone"],
            side=row["side"],
            listing=listing,
            listings=tuple(listings),
            layouts=tuple(layouts),
        )
    return found


def _fetch_row(job: Job, exchange: Exchange) -> FetchRow:
    response = exchange.response
    size = len(response.body) if response.body is not None else len(response.received)
    return FetchRow(
        source=exchange.source,
        url=response.url,
        started_at=exchange.at,
        kind=exchange.kind,
        run_id=job.run_id or None,
        duration_ms=round(response.seconds * 1000),
        status=response.status,
        final_url=response.final_url if response.final_url != response.url else None,
        etag=response.etag,
        last_modified=response.last_modified,
        bytes=size or None,
        sha256=exchange.sha256,
        retry_after=response.retry_after,
        error=f"{response.error}: {response.detail}" if response.error else None,
        content_type=response.content_type,
        moved_to=response.permanent_url,
    )


def feed_item(row: ItemRow) -> FeedItem:
    """The item that a row holds."""
    said = (row.source, row.guid, row.url, row.title, row.published, row.updated, row.body, row.lang)
    return FeedItem(*said, row.author)


def _item_id(item: FeedItem) -> str:
    return ItemRow.of_feed(item, datetime.min).id


def _document_row(source: str, document: Document, at: datetime, **origin: Any) -> ItemRow:
    return ItemRow(
        source=source,
        guid=document.id or None,
        url=document.url,
        title=document.title,
        published=document.published,
        updated=None,
        lang=document.lang,
        body=document.text,
        body_kind="text",
        received_at=at,
        **origin,
    )
