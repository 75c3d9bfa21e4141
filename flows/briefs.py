"""A brief as Markdown: what a desk should know, each fact with its permanent id and where it is told."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from transforms.watch.desks import Desk
from warehouse.brief import Brief, Cited

_SOON = timedelta(days=14)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_SETTLED = frozenset({"met", "met_late", "met_early", "confirmed", "cancelled", "lapsed", "dismissed"})
Row = Mapping[str, Any]


def brief_of(brief: Brief, desk: Desk | None = None) -> str:
    """The page; sections without anything are left out, and an empty brief says so."""
    whose = f" for {_text(desk.name)}" if desk else ""
    head = [f"# Brief{whose}: {brief.since} to {brief.as_of}", ""]
    sections = [
        ("Newly past their window", _promises(brief, _newly_overdue)),
        ("Due within 14 days", _promises(brief, _soon)),
        ("Promises that changed", _promises(brief, _changed)),
        ("New promises", _promises(brief, _new)),
        ("What outlets expect, without a word of those bound by it", _promises(brief, _guess, commitment=False)),
        ("New meetings", [_meeting(cited) for cited in brief.meetings]),
        ("Instruments that moved", [_agreement(cited) for cited in brief.agreements]),
        ("Warnings", [_flag(row) for row in brief.flags]),
    ]
    body = [line for title, entries in sections if entries for line in (f"## {title}", "", *entries, "")]
    return "\n".join([*head, *(body or ["Nothing new.", ""])])


def _promises(brief: Brief, chosen: Callable[[Row, str | None, Brief], bool], *, commitment: bool = True) -> list[str]:
    rows = [row for row in brief.promises if row["commitment"] is commitment]
    return [_promise(row, brief) for row in rows if chosen(row, brief.before.get(row["id"]), brief)]


def _newly_overdue(row: Row, before: str | None, brief: Brief) -> bool:
    return row["status"] == "overdue" and str(row["since"]) > brief.since.isoformat()


def _soon(row: Row, before: str | None, brief: Brief) -> bool:
    if row["status"] in _SETTLED or row["status"] == "overdue" or row["window_end"] is None:
        return False
    return date.fromisoformat(row["window_end"]) <= brief.as_of + _SOON


def _changed(row: Row, before: str | None, brief: Brief) -> bool:
    return before not in (None, row["status"]) and not _newly_overdue(row, before, brief)


def _new(row: Row, before: str | None, brief: Brief) -> bool:
    return before is None and not _newly_overdue(row, before, brief) and not _soon(row, before, brief)


def _guess(row: Row, before: str | None, brief: Brief) -> bool:
    return before != row["status"] or _soon(row, before, brief)


def _promise(row: Row, brief: Brief) -> str:
    start, end = row["window_start"], row["window_end"]
    window = "no date" if end is None else (start if start == end else f"{start} to {end}")
    who = row["speaker"] or row["attribution"] or "entered by hand"
    before = brief.before.get(row["id"])
    moved = f" (was {before.replace('_', ' ')})" if before not in (None, row["status"]) and before else ""
    lines = [
        f"- **{'–'.join(row['parties'])}**, {row['kind']}, {window}: {row['status'].replace('_', ' ')}{moved}."
        f" {_text(row['explanation'])}",
        f"  > {_text(row['quote'])}",
        f"  — {_text(who)}; {_cited(row['sources'])} · `{row['id']}`",
    ]
    return "\n".join(lines)


def _meeting(cited: Cited) -> str:
    row = cited.row
    people = ", ".join(f"{_text(p['name'])} ({p['party']})" for p in row["people"]) or "nobody named"
    where = ", ".join(filter(None, (row["city"], row["country"]))) or row["form"].replace("_", " ")
    origins = "one origin" if row["witnesses"] == 1 else f"{row['witnesses']} origins"
    side = f", told by the side of {row['one_sided']} alone" if row["one_sided"] else ""
    return (
        f"- **{'–'.join(row['parties'])}**, {row['date'] or 'undated'}, {where}: {people}. {origins}{side};"
        f" {_cited(cited.sources)} · `{row['id']}`"
    )


def _agreement(cited: Cited) -> str:
    row = cited.row
    name = _text(row["title"] or row["type"].replace("_", " "))
    when = f" on {row['date']}" if row["date"] else ""
    status = row["status"].replace("_", " ")
    return f"- **{'–'.join(row['parties'])}**: {name}, {status}{when}; {_cited(cited.sources)} · `{row['id']}`"


def _flag(row: Row) -> str:
    quote = f" “{_text(row['quote'])}”" if row["quote"] else ""
    cited = _link(row["title"], row["url"]) if row["url"] or row["title"] else row["subject_kind"]
    return f"- {row['code'].replace('_', ' ')}: {_text(row['detail'])}{quote}; {cited} · `{row['id']}`"


def _cited(sources: Sequence[Row]) -> str:
    return "; ".join(_citations(sources))


def _citations(sources: Iterable[Row]) -> Iterator[str]:
    for told in sources:
        yield f"{_text(told['witness'])}, {told['day']}: {_link(told['title'] or told['article'], told['url'])}"


def _link(title: str | None, url: str | None) -> str:
    name = _text(title or url or "untitled")
    if url is None or not url.startswith(("https://", "http://")):
        return name
    return f"[{name}](<{url.replace('>', '%3E').replace('<', '%3C')}>)"


def _text(words: str) -> str:
    """Words of others as they are: what would be markup is text, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
