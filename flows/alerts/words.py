"""What an alert says: one value that every channel sends, and its text."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from transforms.vocabulary import Modality
from warehouse.store import Row

_SAID = {
    "overdue": "window passed, no report found",
    "due": "is due",
    "met": "was held",
    "met_late": "was held, after its window",
    "met_early": "was held, before its window",
    "postponed": "was postponed",
    "cancelled": "was cancelled",
}


@dataclass(frozen=True, slots=True)
class Alert:
    """One change, in words."""

    key: str  # the same whenever it is sent
    kind: str  # follow_up or flag
    subject: str  # id of the promise or flag
    event: str  # new state, or code of the flag
    as_of: str  # day as of which it was found
    title: str
    text: str
    parties: tuple[str, ...] = ()
    window: str | None = None  # null: none
    quote: str | None = None  # the sentence; null: there is none, or no longer
    speaker: str | None = None  # null: nobody by name
    attribution: str | None = None  # null: entered by hand, or no promise
    sources: tuple[Mapping[str, str | None], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)


def alert_of(noted: Row, row: Mapping[str, Any] | None) -> Alert:
    """Put an alert into words.

    Args:
        noted: the alert as the outbox holds it.
        row: its promise as lists show it, or its flag; null: it is no longer there.
    """
    common = {name: noted[name] for name in ("key", "kind", "subject", "event")} | {"as_of": noted["as_of"].isoformat()}
    if row is None:
        return Alert(**common, title=f"{noted['subject']}: {noted['event']}", text="It is no longer in the warehouse.")
    if noted["kind"] == "flag":
        where = ({"day": None, "witness": None, "title": row["title"], "url": row["url"]},) if row["title"] else ()
        title = f"{noted['event'].replace('_', ' ')}: {row['subject']}"
        return Alert(**common, title=title, text=row["detail"] or "", quote=row["quote"], sources=where)
    window = f"{row['window_start']}/{row['window_end']}" if row["window_start"] else None
    return Alert(
        **common,
        title=f"{' – '.join(row['parties'])}: {_what(row)} {_SAID[noted['event']]}",
        text=row["explanation"] if row["status"] == noted["event"] else f"Since then: {row['explanation']}",
        parties=tuple(row["parties"]),
        window=window,
        quote=row["quote"],
        speaker=row["speaker"],
        attribution=row["attribution"],
        sources=tuple({name: s[name] for name in ("day", "witness", "title", "url")} for s in row["sources"]),
    )


def markdown(alerts: Sequence[Alert]) -> str:
    """A digest: every alert with its sentence, who says so, and its sources."""
    return "\n\n".join(_entry(alert) for alert in alerts) + "\n"


def plain(alert: Alert) -> str:
    """One alert as lines of text."""
    lines = [alert.title, alert.text]
    if alert.quote:
        lines += ["", f"“{alert.quote}”", f"— {alert.speaker or alert.attribution or 'nobody named'}"]
    if alert.window:
        lines.append(f"Window: {alert.window}")
    lines += [", ".join(filter(None, (s["witness"], s["day"], s["title"], s["url"]))) for s in alert.sources]
    if alert.kind == "follow_up":
        lines += ["", f"liqaa follow-ups show {alert.subject}"]
    return "\n".join(lines)


def _entry(alert: Alert) -> str:
    first, *rest = plain(alert).split("\n")
    return "\n".join([f"### {_escaped(first)}", "", *(f"> {_escaped(line)}" if line else ">" for line in rest)])


def _escaped(text: str) -> str:
    """Text from feeds stays text where Markdown is shown."""
    for mark in "\\`*_[]<>#|!":
        text = text.replace(mark, f"\\{mark}" if mark not in "<>" else {"<": "&lt;", ">": "&gt;"}[mark])
    return text


def _what(row: Mapping[str, Any]) -> str:
    told = str(row["body"] or row["kind"])
    return f"{told} ({row['modality']})" if row["modality"] not in (Modality.SCHEDULED, Modality.EXPECTED) else told
