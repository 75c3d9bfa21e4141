"""Checks and report beside the extraction of the same articles, in one process and one run.

Run: python -m tests.bench.bench_report [MEETINGS]   (default: 10000)

The generator's meetings are told as articles of usual length, 1,200 to 1,400 characters, and these are extracted; its
records of the same meetings are loaded, linked, checked and reported on, in both languages. Each stage is told in
seconds on the wall and, in brackets, of the processor; the last line compares the latter, which other work on the
machine does not change.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from babel import Locale

from checks.report import write_report
from checks.runner import run_checks
from tests.bench.bench_linking import Clock
from tests.bench.reports import Told, reports
from transforms.article import Publisher, article_of_document
from transforms.extract import EXTRACTOR_VERSION, extract
from transforms.records import Document, Rejection
from warehouse.link import link
from warehouse.load import load_articles, record_run_finish, record_run_start
from warehouse.publish import publish_snapshot
from warehouse.store import open_store

BATCH = 1000
_COUNTRIES = Locale("en").territories
# What such an article usually says besides: nothing in it is a meeting of its own.
_REST = (
    "The two sides reviewed relations between the two countries and ways of developing them in all fields, in a way"
    " that serves the interests of both peoples. They discussed combating crime, exchanging information and experience,"
    " and training, and stressed the importance of continued coordination on matters of common interest.\n\n"
    "The minister welcomed his guest and underlined the depth of the historic ties that bind the two countries. The"
    " guest expressed his thanks for the warm reception and generous hospitality, and praised the level that"
    " cooperation has reached in recent years. The meeting was attended by senior officials of both ministries.\n\n"
    "For his part, the guest noted that the number of joint projects had grown steadily, that companies of both"
    " countries had shown interest in transport, energy and agriculture, and that students and tourists were travelling"
    " in larger numbers than before. He said that his country attached great importance to regional stability.\n\n"
    "The talks also touched on a number of regional and international issues. The two sides stressed that disputes"
    " should be settled by peaceful means and in line with international law.\n\n"
)


def documents(told: list[Told]) -> Iterator[tuple[Document, Told]]:
    """An article of usual length on each meeting of the generator."""
    for entry in told:
        article, meeting = entry.reading.article, entry.reading.record.meetings[0]
        led = [(_COUNTRIES.get(p.party or ""), p.portfolio, p.name) for p in meeting.participants if p.portfolio]
        names = [f"{country}'s Minister of {field.value.replace('_', ' ')} {name}" for country, field, name in led]
        both = " and ".join(_COUNTRIES[party] for party in meeting.parties)
        who = " met with ".join(names) if len(names) > 1 else f"Officials of {both} held talks"
        promises = " ".join(f"{follow_up.quote}." for follow_up in entry.reading.record.follow_ups)
        text = f"{meeting.city or 'The capital'}, {meeting.date or ''} - {who}.\n\n{_REST}{promises}"
        yield Document(article.id, text, article.title, article.published, article.url, "en"), entry


def main(meetings: int) -> None:
    """Fill, check, report, print."""
    clock = Clock()
    told = []
    found = 0
    for entry in reports(meetings * 4):
        if entry.truth > meetings:
            break
        told.append(entry)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        as_of = date(2025, 6, 1)
        with open_store(home) as store:
            run = record_run_start(store, "run", as_of, extractor=EXTRACTOR_VERSION)
            for start in range(0, len(told), BATCH):
                part = told[start : start + BATCH]
                with clock.stage("extraction"):
                    for document, entry in documents(part):
                        built = article_of_document(
                            document, Publisher(entry.reading.article.source), entry.reading.article.first_seen
                        )
                        assert not isinstance(built, Rejection)
                        found += bool(extract(document).meetings)
                # What is linked is the generator's own record, whose truth is known and whose tables are full.
                with clock.stage("load"):
                    load_articles(store, [entry.reading for entry in part])
            with clock.stage("link"):
                link(store, as_of, run)
            record_run_finish(store, run, "done", {})
        with clock.stage("checks"):
            results = run_checks(home, docs=False)
        with clock.stage("publish"):
            publish_snapshot(home)
        with clock.stage("report"):
            page = write_report(home, as_of)
        pages = sum(1 for _ in page.parent.rglob("*.html"))
    print(f"{meetings:,} meetings, {len(told):,} articles, meetings found in {found:,} of them")
    print(f"{len(results)} checks, {pages:,} pages")
    print(clock)
    worked = clock.worked
    ratio = (worked["checks"] + worked["report"]) / worked["extraction"]
    print(f"checks and report together: {ratio:.2f} times the extraction of their articles")


if __name__ == "__main__":
    began = time.perf_counter()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print(f"in all {time.perf_counter() - began:.0f} s")
