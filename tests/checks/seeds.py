"""Defects to plant in any warehouse, each with the check that must name it: of written checks and of definitions."""

from dataclasses import dataclass

from tests.checks.defects import DEFECTS
from warehouse.catalog import row_checks


@dataclass(frozen=True, slots=True)
class Seed:
    """One defect."""

    name: str
    table: str
    expectation: str  # of the check that names it
    statement: str  # plants it


def _written() -> list[Seed]:
    checks = {check.name: check for check in row_checks()}
    return [
        Seed(name, checks[name].table, checks[name].expectation, statement)
        for name, statement in DEFECTS.items()
        if name not in ("follow_up_due", "follow_up_overdue")  # these rows are promises, no defects
    ]


# What tables say of themselves: columns, keys, references, words, what is never null.
_DEFINED = (
    ("a column is missing", "core.claim", "the table has the columns of its definition",
     "alter table core.claim drop column unit"),
    ("a column is foreign", "core.body", "the table has the columns of its definition",
     "alter table core.body add column note varchar"),
    ("a meeting twice", "core.meeting", "id is unique",
     "insert into core.meeting select * from core.meeting limit 1"),
    ("a party twice", "core.meeting_party", "meeting_id, party is unique",
     "insert into core.meeting_party select * from core.meeting_party limit 1"),
    ("an item twice", "raw.item", "id, version is unique", "insert into raw.item select * from raw.item limit 1"),
    ("a flag twice", "quality.flag", "id is unique", "insert into quality.flag select * from quality.flag limit 1"),
    ("an unknown form", "core.meeting_report", "form is of the vocabulary",
     "update core.meeting_report set form = 'telepathy' where id = (select min(id) from core.meeting_report)"),
    ("an unknown modality", "core.follow_up_report", "modality is of the vocabulary",
     "update core.follow_up_report set modality = 'sure' where id = (select min(id) from core.follow_up_report)"),
    ("an unknown office", "core.participation", "office is of the vocabulary",
     "update core.participation set office = 'boss' where id = (select min(id) from core.participation)"),
    ("an unknown topic in a list", "core.meeting_report", "every topics is of the vocabulary",
     "update core.meeting_report set topics = ['gossip'] where id = (select min(id) from core.meeting_report)"),
    ("a report of no article", "core.meeting_report", "article_id names a row of core.article",
     "update core.meeting_report set article_id = 'none' where id = (select min(id) from core.meeting_report)"),
    ("a participation in nothing", "core.participation", "report_id names a row of core.meeting_report",
     "update core.participation set report_id = 'none' where id = (select min(id) from core.participation)"),
    ("a party of no promise", "core.follow_up_party", "follow_up_id names a row of core.follow_up",
     "update core.follow_up_party set follow_up_id = 'none'"),
)  # fmt: skip
SEEDS = (*_written(), *(Seed(*values) for values in _DEFINED))
