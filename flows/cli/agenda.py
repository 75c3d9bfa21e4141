"""Commands around the promises: `promise` enters one by hand, `calendar` and `brief` carry them out of the house."""

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from flows.cli.read import AsOf, day_of, snapshot
from flows.errors import InputError

_DAY = ["%Y-%m-%d"]
_Word = TypeVar("_Word", bound=StrEnum)
promise = typer.Typer(help="Promises that somebody read where Liqaa did not.", no_args_is_help=True)
DeskName = Annotated[str | None, typer.Option("--desk", help="Only what concerns this desk of the settings.")]
Out = Annotated[Path | None, typer.Option(help="Write to this file instead of the screen.", metavar="FILE")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.add_typer(promise, name="promise", rich_help_panel="Fill the warehouse")
    app.command(rich_help_panel="Look at it")(calendar)
    app.command(rich_help_panel="Look at it")(brief)


@promise.command()
def add(
    context: typer.Context,
    quote: Annotated[str, typer.Option(help="The sentence of the promise, as published.", metavar="WORDS")],
    party: Annotated[list[str], typer.Option(help="A party, as in SA; at least two, or one organisation.")],
    told: Annotated[datetime, typer.Option(formats=_DAY, help="Day of the publication.", metavar="DATE")],
    outlet: Annotated[str, typer.Option(help="Who published it.", metavar="NAME")],
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    title: Annotated[str, typer.Option(help="Its headline.")] = "",
    kind: Annotated[str, typer.Option(help="meeting, visit, committee, agreement or other.")] = "meeting",
    modality: Annotated[str, typer.Option(help="scheduled, expected, likely, possible, invited …")] = "expected",
    start: Annotated[
        datetime | None, typer.Option("--from", formats=_DAY, help="First day of its window.", metavar="DATE")
    ] = None,
    end: Annotated[
        datetime | None, typer.Option("--to", formats=_DAY, help="Last day; the first unless given.", metavar="DATE")
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says so.")] = None,
    portfolio: Annotated[str | None, typer.Option("--portfolio", "--ministry", help="As in interior.")] = None,
    level: Annotated[str | None, typer.Option(help="Office that is to meet or travel, as in minister.")] = None,
    body: Annotated[str | None, typer.Option(help="Committee or council by name.")] = None,
    session: Annotated[int | None, typer.Option(min=1, help="Number of its session.")] = None,
    visitor: Annotated[str | None, typer.Option(help="Party that travels.")] = None,
    host: Annotated[str | None, typer.Option(help="Party that receives.")] = None,
    place: Annotated[str | None, typer.Option(help="City in English, or code of the country.")] = None,
) -> None:
    """Enter a promise with its citation; it is watched like those that were read."""
    from flows.cli.screen import progress
    from flows.desks import check_parties
    from flows.entering import enter_promise
    from transforms import vocabulary as words
    from transforms.by_hand import Entry
    from transforms.records import FollowUp

    parties = tuple(sorted({code.upper() for code in party}))
    sides = [side.upper() for side in (visitor, host) if side]
    check_parties((*parties, *sides))
    if len(parties) < 2 and not any(len(code) != 2 for code in parties):
        raise InputError("A promise binds two parties at least.", advice="Give --party twice, as in SA and KZ.")
    if set(sides) - set(parties):
        raise InputError("Visitor and host are among the parties.")
    if start is None and end is not None:
        raise InputError("A window has a first day.", advice="Give --from as well.")
    last = end or start
    if start and last and last < start:
        raise InputError("The window ends before it begins.")
    entered = FollowUp(
        kind=_word("--kind", kind, words.FollowUpKind),
        window_start=start.date().isoformat() if start else None,
        window_end=last.date().isoformat() if last else None,
        modality=_word("--modality", modality, words.Modality),
        parties=parties,
        quote=" ".join(quote.split()),
        speaker=speaker,
        portfolio=_word("--portfolio", portfolio, words.Portfolio) if portfolio else None,
        level=_word("--level", level, words.Office) if level else None,
        body=body,
        session_no=session,
        visitor=visitor.upper() if visitor else None,
        host=host.upper() if host else None,
        place=place,
    )
    with progress():
        new, summary = enter_promise(context.obj, Entry(entered, told.date(), outlet, url, title))
    print("Entered." if new else "That sentence of that publication was entered before.")
    if summary is not None:
        print(f"Follow-ups: {', '.join(f'{n} {state}' for state, n in summary.linked.watch.states.items())}.")


def calendar(context: typer.Context, as_of: AsOf = None, desk: DeskName = None, out: Out = None) -> None:
    """Write the windows of the promises that are not settled as iCalendar, for any calendar programme."""
    from flows.calendars import calendar_of
    from flows.desks import desk_called
    from warehouse.query import Wanted, follow_ups

    wanted = Wanted(desk=desk_called(context.obj, desk))
    with snapshot(context) as con:
        day = day_of(context, con, as_of)
        rows = follow_ups(con, day, wanted)
    data = calendar_of(rows, day, desk)
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        out.write_bytes(data)


def brief(
    context: typer.Context,
    since: Annotated[datetime, typer.Option(formats=_DAY, help="What happened after this day.", metavar="DATE")],
    as_of: AsOf = None,
    desk: DeskName = None,
    out: Out = None,
) -> None:
    """Write a page of Markdown on what changed since a day; every fact has its id and its source."""
    from flows.briefs import brief_of
    from flows.desks import desk_called
    from warehouse.brief import gather

    own = desk_called(context.obj, desk)
    with snapshot(context) as con:
        day = day_of(context, con, as_of)
        if since.date() > day:
            raise InputError(f"--since {since.date()} is later than the day of the brief, {day}.")
        text = brief_of(gather(con, since.date(), day, own), own)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")


def _word(option: str, given: str, known: type[_Word]) -> _Word:
    try:
        return known(given)
    except ValueError:
        said = ", ".join(word.value for word in known)
        raise InputError(f'{option} "{given}" is not one of {said}.') from None
