"""The report: a static site made from the published copy. Imports no Great Expectations, asks nothing of a network."""

from datetime import date
from pathlib import Path

from checks.report.place import put_in_place
from checks.report.site import pages
from checks.report.words import UnknownLanguage, Words, languages, words
from transforms.watch.desks import Desk
from warehouse.past import open_as_of
from warehouse.reporting import Material, material
from warehouse.store import snapshot_path

__all__ = ["UnknownLanguage", "write_report"]

_DATA_DOCS = "data-docs/index.html"


def write_report(home: Path, as_of: date, lang: str = "en", desk: Desk | None = None) -> Path:
    """Write the report of a home's published copy as of a day; the same copy always gives the same files.

    It is written in every language. The one asked for is what opens first, the others lie in a folder of their own
    each, and every page leads to itself in the others.

    Args:
        home: the home; its snapshot is read, its `report` folder written. Data Docs in that folder stay.
        as_of: the day to judge by.
        lang: language of the first page: en or ar.
        desk: tell only what concerns this desk, in `desks/<name>`; the report on everything stays as it is.

    Returns:
        The first page.

    Raises:
        NoSnapshot: nothing has been published in this home.
        UnknownLanguage: the report is not written in this language.
    """
    first = words(lang)
    rest = [words(other) for other in languages() if other != lang]
    with open_as_of(home, as_of) as con:
        told = material(con, as_of, desk, snapshot_path(home))
    folder = home / "desks" / desk.name if desk else home / "report"
    docs = _DATA_DOCS if (home / "report" / _DATA_DOCS).exists() else None
    to_docs = docs and (f"../../report/{docs}" if desk else docs)
    with put_in_place(folder, keep="data-docs") as fresh:
        _write(fresh, told, first, to_docs, [(w.lang, w.own_name, f"{w.lang}/") for w in rest])
        for w in rest:
            others = [(first.lang, first.own_name, "../")]
            others += [(each.lang, each.own_name, f"../{each.lang}/") for each in rest if each is not w]
            _write(fresh / w.lang, told, w, to_docs and f"../{to_docs}", others)
    return folder / "index.html"


def _write(folder: Path, told: Material, w: Words, docs: str | None, others: list[tuple[str, str, str]]) -> None:
    """Write every page in one language."""
    for name in ("promises", "meetings", "pairs", "people"):
        (folder / name).mkdir(parents=True)
    for page in pages(told, w, docs, others):
        (folder / page.path).write_text(page.text, encoding="utf-8", newline="\n")
