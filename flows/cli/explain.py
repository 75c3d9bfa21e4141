"""`liqaa explain`: how an article was read: which words gave which value, by which rule, and why others are null."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.errors import InputError

if TYPE_CHECKING:  # read when the command runs: others need not wait for it
    from transforms.explain import Explanation, Segment
    from transforms.records import Document

_STYLES = {
    "meetings": "black on bright_cyan",
    "agreements": "black on bright_green",
    "follow_ups": "black on bright_yellow",
    "claims": "black on bright_magenta",
    "signals": "black on bright_red",
}
_OTHER = "reverse"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel="Extraction")(explain)


def explain(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="FILE|ID", help="A file, or an article's id.", show_default=False)],
    html: Annotated[Path | None, typer.Option(help="Write a page with every span marked.", metavar="OUT")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, for a file of one article.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
) -> None:
    """Show how an article was read: its values with their words and rules, and why others are null."""
    from transforms.explain import explain as explained
    from transforms.extract import extract

    path = Path(what)
    documents = _from_file(path, published, title) if path.exists() else _from_warehouse(context, what)
    explanations = [explained(document, extract(document)) for document in documents]
    if html is None:
        for explanation in explanations:
            _show(explanation)
        return
    from transforms.explain_page import page

    try:
        html.write_text(page(explanations), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{html} cannot be written: {error.strerror}.") from error
    print(html)


def _from_file(path: Path, published: str | None, title: str | None) -> "list[Document]":
    from flows.documents import Given, check_published, read_bytes, read_documents
    from transforms.codec import BadDocument, document_from_json
    from transforms.records import Rejection

    data = read_bytes(path)
    if isinstance(data, Rejection):
        raise InputError(data.detail)
    if path.suffix.lower() == ".json":
        try:
            return [document_from_json(json.loads(data))]
        except (BadDocument, ValueError) as error:
            raise InputError(f"{path.name} is no document: {error}.") from error
    found: list[Document] = []
    for document in read_documents(path.name, data, Given(check_published(published), title)):
        if isinstance(document, Rejection):
            raise InputError(document.detail)
        found.append(document)
    return found


def _from_warehouse(context: typer.Context, article: str) -> "list[Document]":
    from flows.lock import home_lock
    from warehouse.store import open_private
    from warehouse.stored import stored_documents

    home = context.obj
    # Whole articles are in no snapshot, so this reader alone asks the writer's database.
    with home_lock(home.lock) if home.root.exists() else nullcontext(), open_private(home.root) as con:
        found = stored_documents(con, article)
    if len(found) != 1:
        told = "no article has that id" if not found else f"{len(found)} articles or more have ids that begin so"
        raise InputError(f'"{article}" is no file, and {told}.', advice="Look ids up with: liqaa query")
    return found


def _show(explanation: "Explanation") -> None:
    """The marked text, its values and its gaps; without colours in a pipe."""
    from rich.console import Console
    from rich.text import Text

    from flows.cli.screen import table

    console = Console(highlight=False, soft_wrap=True)
    for segments, bold in ((explanation.title, "bold"), (explanation.text, "")):
        line = Text(style=bold)
        for segment in segments:
            line.append(segment.text, style=_style(segment))
        console.print(line)
    print()
    table(
        ("value of", "value", "words", "rule"),
        [(v.mark.path, v.mark.value, v.words, v.mark.rule) for v in explanation.values],
    )
    if explanation.gaps:
        print()
        table(("null", "why"), [(gap.path, gap.why) for gap in explanation.gaps])
    sys.stdout.flush()


def _style(segment: "Segment") -> str:
    return _STYLES.get(segment.marks[0].path.split("/")[1], _OTHER) if segment.marks else ""
