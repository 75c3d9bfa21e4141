"""The command `follow-ups`: promises and how they stand, one of them in full, and what people decide about them."""

import csv
import gc
import getpass
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows.cli.read import AsOf, check_choice, check_format, day_of, print_json, snapshot
from flows.cli.screen import table
from flows.errors import InputError
from transforms.cells import inert

if TYPE_CHECKING:
    from warehouse.query import Wanted
    from warehouse.review import Decision
    from warehouse.store import Store

_PANEL = "Look at it"
_DAY = ["%Y-%m-%d"]
follow_ups = typer.Typer(help="Show the promises and how they stand: what was said, by whom, until when.")

Format = Annotated[str, typer.Option(help="table, json or csv.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Of the promise, or its beginning.", show_default=False)]
Reason = Annotated[str | None, typer.Option(help="Why, for those who come after.", metavar="WORDS")]
Reviewer = Annotated[str | None, typer.Option(envvar="LIQAA_REVIEWER", help="Who decides; the user unless given.")]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.add_typer(follow_ups, name="follow-ups", rich_help_panel=_PANEL)


@follow_ups.callback(invoke_without_command=True)
def listing(
    context: typer.Context,
    as_of: AsOf = None,
    status: Annotated[str | None, typer.Option(help="Only those in this state.", metavar="STATE")] = None,
    party: Annotated[list[str] | None, typer.Option(help="Only with this party; repeatable.", metavar="CODE")] = None,
    group: Annotated[
        list[str] | None, typer.Option(help="Only with a state of this group, as in gcc; repeatable.", metavar="NAME")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only meeting, visit, committee, agreement or other.")] = None,
    portfolio: Annotated[
        str | None, typer.Option("--portfolio", "--ministry", help="Only of this ministry, as in interior.")
    ] = None,
    due_before: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="Only those whose window ends before.", metavar="DATE")
    ] = None,
    modality: Annotated[str | None, typer.Option(help="Only those announced so firmly, as in scheduled.")] = None,
    attribution: Annotated[str | None, typer.Option(help="Only those of joint, party, outlet …")] = None,
    desk: Annotated[str | None, typer.Option(help="Only what concerns this desk of the settings.")] = None,
    format: Format = "table",
) -> None:
    """Show the promises and how they stand: what was said, by whom, until when."""
    if context.invoked_subcommand is not None:
        return
    from warehouse import query as read

    check_format(format, "table", "json", "csv")
    before = due_before.date() if due_before else None
    words = {"status": status, "kind": kind, "portfolio": portfolio, "modality": modality, "attribution": attribution}
    wanted = _wanted(context, words, [code.upper() for code in party or ()], group or (), before, desk)
    with snapshot(context) as con:
        rows = read.follow_ups(con, day_of(context, con, as_of), wanted)
    if format == "json":
        print_json(rows)
    elif format == "csv":
        _csv(rows)
    else:
        columns = ("status", "window", "parties", "kind", "who says so", "said", "id")
        table(columns, [_line(row) for row in rows])


@follow_ups.command()
def show(context: typer.Context, number: Id, as_of: AsOf = None, format: Format = "table") -> None:
    """Show one promise in full: its sentence, who tells it, and how near each event comes to keeping it."""
    from warehouse.promise import promise_in_full

    check_format(format, "table", "json")
    with snapshot(context) as con:
        row = promise_in_full(con, number, day_of(context, con, as_of))
    if format == "json":
        print_json(row)
        return
    print(f"{row['status']} since {row['since']}: {row['explanation']}")
    print(f"“{row['quote']}”")
    window = _window(row)
    print(f"{' '.join(row['parties'])} · {row['kind']} · {row['modality']} · {window} · {row['id']}\n")
    table(("told", "by", "source", "words", "where"), [_telling(told) for told in row["sources"]])
    if row["candidates"]:
        print()
        columns = ("score", "decision", "date", "event", "reasons", "report")
        table(columns, [_candidate(candidate) for candidate in row["candidates"]])
    if row["decisions"]:
        print()
        names = ("day", "action", "report", "until", "id")
        table(names, [[entry[name] for name in names] for entry in row["decisions"]])


@follow_ups.command()
def confirm(
    context: typer.Context,
    number: Id,
    report: Annotated[str | None, typer.Option(help="Report of the event that kept it.", metavar="ID")] = None,
    reason: Reason = None,
    reviewer: Reviewer = None,
) -> None:
    """Say that a promise was kept."""
    _decide(context, "confirm", number, report, None, reason, reviewer)


@follow_ups.command()
def dismiss(context: typer.Context, number: Id, reason: Reason = None, reviewer: Reviewer = None) -> None:
    """Say that it is no promise, or no longer of interest."""
    _decide(context, "dismiss", number, None, None, reason, reviewer)


@follow_ups.command()
def snooze(
    context: typer.Context,
    number: Id,
    until: Annotated[datetime, typer.Option(formats=_DAY, help="No alert before this day.", metavar="DATE")],
    reason: Reason = None,
    reviewer: Reviewer = None,
) -> None:
    """Ask for no alert before a day."""
    _decide(context, "snooze", number, None, until.date(), reason, reviewer)


@follow_ups.command()
def link(
    context: typer.Context,
    number: Id,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Of the meeting or instrument that kept it.")],
    reason: Reason = None,
    reviewer: Reviewer = None,
) -> None:
    """Say that an event kept a promise, whatever its score."""
    _decide(context, "link", number, report, None, reason, reviewer)


@follow_ups.command()
def unlink(
    context: typer.Context,
    number: Id,
    report: Annotated[str | None, typer.Argument(metavar="[REPORT]", help="What fulfils it unless given.")] = None,
    reason: Reason = None,
    reviewer: Reviewer = None,
) -> None:
    """Say that an event did not keep a promise."""
    _decide(context, "unlink", number, report, None, reason, reviewer)


def _wanted(
    context: typer.Context,
    words: Mapping[str, str | None],
    party: Sequence[str],
    group: Sequence[str],
    due_before: date | None,
    desk: str | None,
) -> "Wanted":
    from flows.desks import check_groups, check_parties, desk_called
    from transforms import vocabulary
    from transforms.watch.states import Status
    from warehouse.query import Wanted

    known = {
        "status": Status,
        "kind": vocabulary.FollowUpKind,
        "portfolio": vocabulary.Portfolio,
        "modality": vocabulary.Modality,
        "attribution": vocabulary.Attribution,
    }
    for name, given in words.items():
        check_choice(f"--{name}", given, [member.value for member in known[name]])
    check_parties(party)
    check_groups(group)
    return Wanted(party=party, group=group, due_before=due_before, desk=desk_called(context.obj, desk), **words)


def _decide(
    context: typer.Context,
    action: str,
    number: str,
    report: str | None,
    until: date | None,
    reason: str | None,
    reviewer: str | None,
) -> None:
    gc.enable()  # unlike the look-ups, this is work
    from flows.reviewing import change
    from warehouse.promise import promise_called

    def choose(store: "Store") -> "list[Decision]":
        from warehouse.review import Decision, find

        state = promise_called(store.con, number, day_of(context, store.con, None)).state
        other = report
        if action == "unlink" and other is None:
            if state.fulfilment is None:
                raise InputError(f"Nothing is linked with the promise {state.promise.id}.")
            other = state.fulfilment.event.id
        subject = find(store.con, state.promise.id, "follow_up")
        event = find(store.con, other, "meeting", "agreement", "prior_event") if other else None
        return [Decision(action, "follow_up", subject, event, until.isoformat() if until else None, reason)]

    outcome = change(context.obj, choose, reviewer or getpass.getuser())
    with snapshot(context) as con:
        state = promise_called(con, number, day_of(context, con, None)).state
    print(f"{state.promise.id} is {state.status.value}: {state.explanation}")
    print(f"Decision {outcome.ids[0]}.")
    if not outcome.published:
        print("Not published: the last run failed. Readers see it after the next good run.", file=sys.stderr)


def _line(row: Mapping[str, Any]) -> Sequence[object]:
    who = row["speaker"] or row["attribution"] or "entered by hand"
    return (row["status"], _window(row), " ".join(row["parties"]), row["kind"], who, row["quote"], row["id"])


def _window(row: Mapping[str, Any]) -> str:
    start, end = row["window_start"], row["window_end"]
    return "no date" if end is None else (str(start) if start == end else f"{start} … {end}")


def _telling(told: Mapping[str, Any]) -> Sequence[object]:
    return (told["day"], told["witness"], told["source"], told["quote"], told["url"] or told["article"])


def _candidate(row: Mapping[str, Any]) -> Sequence[object]:
    what = f"{row['quote'] or row['title']} ({row['source']})"
    why = "; ".join(row["reasons"])
    return (f"{row['score']:.2f}", row["decision"], row["date"] or row["told"], what, why, row["report"])


def _csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """One line a promise; lists are parted by blanks, what is told of sources is counted and linked."""
    plain = [
        {key: " ".join(map(str, value)) if isinstance(value, list) else value for key, value in row.items()}
        for row in ({**row, "windows": len(row["windows"]), "sources": _links(row["sources"])} for row in rows)
    ]
    writer = csv.DictWriter(sys.stdout, list(plain[0]) if plain else ["id", "status"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: inert(value) for key, value in row.items()} for row in plain)


def _links(sources: Sequence[Mapping[str, Any]]) -> list[str]:
    return [str(told["url"] or told["article"]) for told in sources]
