"""The report: a static site made from the published copy. Imports no Great Expectations, asks nothing of a network."""

import shutil
from datetime import date
from pathlib import Path

from checks.report.site import pages
from checks.report.words import UnknownLanguage, words
from warehouse.past import open_as_of
from warehouse.reporting import material

__all__ = ["UnknownLanguage", "write_report"]

_DATA_DOCS = "data-docs/index.html"


def write_report(home: Path, as_of: date, lang: str = "en") -> Path:
    """Write the report of a home's published copy as of a day; the same copy always gives the same files.

    Args:
        home: the home; its snapshot is read, its `report` folder written. Data Docs in that folder stay.
        as_of: the day to judge by.
        lang: language of the report's own words: en or ar.

    Returns:
        The first page.

    Raises:
        NoSnapshot: nothing has been published in this home.
        UnknownLanguage: the report is not written in this language.
    """
    own_words = words(lang)
    with open_as_of(home, as_of) as con:
        told = material(con, as_of)
    folder = home / "report"
    docs = _DATA_DOCS if (folder / _DATA_DOCS).exists() else None
    fresh = home / "report.new"
    shutil.rmtree(fresh, ignore_errors=True)
    for name in ("promises", "meetings"):
        (fresh / name).mkdir(parents=True)
    for page in pages(told, own_words, docs):
        (fresh / page.path).write_text(page.text, encoding="utf-8", newline="\n")
    _put_in_place(fresh, folder)
    return folder / "index.html"


def _put_in_place(fresh: Path, folder: Path) -> None:
    """Move new pages over old ones, the first page last; what is not ours in the folder stays."""
    folder.mkdir(exist_ok=True)
    for entry in sorted(fresh.iterdir(), key=lambda entry: (entry.name == "index.html", entry.name)):
        target = folder / entry.name
        if entry.is_dir():
            shutil.rmtree(target, ignore_errors=True)
        entry.replace(target)
    fresh.rmdir()
