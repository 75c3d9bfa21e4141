"""What people have a say in: `review`, `link`, `split`, `confirm`, `dismiss`, `correct`, `undo`, `suppress`."""

import csv
import getpass
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.cli.read import AsOf
from flows.errors import InputError
from transforms.cells import inert

_PANEL = "Have a say"
_SHOWN = 14  # of an id: enough to be one of a kind
Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Ids, or their beginnings.")]
Csv = Annotated[Path | None, typer.Option("--csv", help="A batch: columns id, other, value, reason.", metavar="FILE")]
Reason = Annotated[str | None, typer.Option("--reason", help="Why, in your words.")]
Reviewer = Annotated[str | None, typer.Option("--reviewer", envvar="LIQAA_REVIEWER", help="Who decides.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(rich_help_panel=_PANEL)(review)
    for action, text in _HELP.items():
        app.command(action, rich_help_panel=_PANEL, help=text)(_command(action))
    app.command(rich_help_panel=_PANEL)(suppress)


def suppress(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="article, person or sentence.", show_default=False)],
    given: Annotated[str, typer.Argument(metavar="ID", help="Its id; of a sentence, the id of a report in it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in your words.", show_default=False)],
    reviewer: Reviewer = None,
) -> None:
    """Take an article, a person or a sentence out of every table, the snapshot and exports, now and after a rebuild."""
    from flows.reviewing import change
    from warehouse.suppressing import WHAT, tombstones

    if what not in WHAT:
        raise InputError(f'"{what}" cannot be suppressed: it is one of {", ".join(WHAT)}.')
    chosen = reviewer or getpass.getuser()
    _show(change(context.obj, lambda store: tombstones(store.con, what, given, reason), chosen))
    print("To take it back: liqaa undo with these ids, then liqaa rebuild.", file=sys.stderr)


_HELP = {
    "link": "Say that reports tell of one thing, or that spellings are one person's.",
    "split": "Say that two reports tell of two things; one id alone is parted from all that it stands with.",
    "confirm": "Say that a meeting, promise or instrument is right.",
    "dismiss": "Say that a meeting, promise or instrument is none; accept a flag.",
    "correct": "Say what is right of one thing: liqaa correct ID city=Doha date=2026-02-10.",
    "undo": "Take a decision back.",
}


def review(
    context: typer.Context,
    kind: Annotated[str | None, typer.Option(help="Only meeting, person, agreement or follow_up.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    as_of: AsOf = None,
    format: Annotated[str, typer.Option(help="table, csv or json.")] = "table",
    batch: Annotated[
        Path | None, typer.Option("--csv", help="Take the decisions of a file: as printed by --format csv.")
    ] = None,
    reviewer: Reviewer = None,
) -> None:
    """Show the links in doubt, with both sentences, the score and the reasons; or take decisions on them."""
    if batch is not None:
        from flows.reviewing import read_batch

        _pronounce(context, read_batch(batch), reviewer)
        return
    from flows.cli.read import check_format, day_of, print_json, snapshot
    from warehouse.review import doubtful, reopened

    check_format(format, "table", "csv", "json")
    with snapshot(context, as_of) as con:
        rows = [row for row in doubtful(con, day_of(context, con, as_of)) if kind in (None, row["kind"])]
        again = reopened(con)
    if format == "json":
        print_json({"links": rows[:limit], "reopened": again})
    elif format == "csv":
        _print_csv(rows[:limit])
    else:
        for row in rows[:limit]:
            _print_link(row)
        print(f"{len(rows)} links in doubt." + (f" {len(again)} decisions are open again." if again else ""))


def _print_link(row: Mapping[str, Any]) -> None:
    why = "fits several" if row["fits_several"] else "between the thresholds"
    print(f"{row['kind'].replace('_', ' ')}  {row['score']:.2f}  {why}: {'; '.join(row['reasons'])}")
    for side in ("a", "b"):
        print(f"  {row[side][:_SHOWN]}  {row[f'source_{side}']}: {row[f'sentence_{side}']}")
    print(f"  liqaa link {row['a'][:_SHOWN]} {row['b'][:_SHOWN]}   or: split\n")


def _print_csv(rows: list[dict[str, Any]]) -> None:
    names = "action id other reason kind score reasons source_a sentence_a source_b sentence_b".split()
    writer = csv.DictWriter(sys.stdout, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        own = {"action": "", "id": row["a"], "other": row["b"], "reason": "", "reasons": "; ".join(row["reasons"])}
        writer.writerow({key: inert(value) for key, value in (row | own).items()})


def _command(action: str) -> Any:
    def command(
        context: typer.Context, ids: Ids = None, batch: Csv = None, reason: Reason = None, reviewer: Reviewer = None
    ) -> None:
        from flows.reviewing import Word, read_batch

        words = read_batch(batch, action) if batch is not None else []
        if ids:
            words.append(Word(action, tuple(ids), reason=reason))
        if not words:
            raise InputError(f"liqaa {action} needs an id, or --csv FILE.")
        _pronounce(context, words, reviewer)

    return command


def _pronounce(context: typer.Context, words: list[Any], reviewer: str | None) -> None:
    from flows.reviewing import pronounce

    _show(pronounce(context.obj, words, reviewer or getpass.getuser()))


def _show(outcome: Any) -> None:
    for number in outcome.ids:
        print(number)
    print(f"{len(outcome.ids)} decisions; {outcome.review} links in doubt among what was linked anew.", file=sys.stderr)
    if not outcome.published:
        print("Not published: the last run failed. Readers see it after the next good run.", file=sys.stderr)
