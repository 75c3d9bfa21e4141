"""The definitions of tables, read from their comments: keys, references, vocabularies, and what may be null."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from string import Template

import duckdb

from transforms import vocabulary
from transforms.watch import coverage, flags, health, states
from warehouse.store import fetch, sql

_KEY = re.compile(r"Key: ([a-z0-9_, ]+)\.")
_VOCABULARY = re.compile(r"One of (\w+)\.")
_REFERENCE = re.compile(r"Refers to (\w+\.\w+)\.(\w+)\.")
_NULLABLE = re.compile(r"\bnull\b", re.IGNORECASE)
_HEADER = re.compile(r"^-- (\w+\.\w+) \| (critical|warning|info)( whole)? \| (.+)$")
# What is read in articles; every other table of core is derived by linking.
_READ = frozenset(
    ("core.article", "core.meeting_report", "core.agreement_report", "core.follow_up_report", "core.person_name")
)


@dataclass(frozen=True, slots=True)
class ColumnDef:
    """What a column's comment says about it."""

    name: str
    type: str
    nullable: bool
    vocabulary: tuple[str, ...]  # empty: any value
    reference: tuple[str, str] | None  # table and column; null: refers to nothing

    @property
    def is_list(self) -> bool:
        """Whether it holds several values."""
        return self.type.endswith("[]")


@dataclass(frozen=True, slots=True)
class TableDef:
    """What a table's comments say about it."""

    name: str  # with its schema
    key: tuple[str, ...]
    columns: tuple[ColumnDef, ...]


@dataclass(frozen=True, slots=True)
class RowCheck:
    """A query whose rows are all unexpected."""

    name: str
    table: str
    severity: str
    expectation: str  # what is expected, in words
    query: str
    whole: bool = False  # the fault is not in the row: it is never set aside for it


def definitions(con: duckdb.DuckDBPyConnection) -> tuple[TableDef, ...]:
    """Every table of raw, core and quality."""
    columns: dict[str, list[ColumnDef]] = {}
    for row in fetch(con.execute(sql("queries/catalog_columns"))):
        columns.setdefault(row["table_name"], []).append(column_def(row))
    found = []
    for row in fetch(con.execute(sql("queries/catalog_tables"))):
        found.append(TableDef(row["table_name"], key_of(row["comment"] or ""), tuple(columns[row["table_name"]])))
    return tuple(found)


def key_of(comment: str) -> tuple[str, ...]:
    """The columns that tell a table's rows apart, by its comment; empty: it names none."""
    key = _KEY.search(comment)
    return tuple(part.strip() for part in key.group(1).split(",")) if key else ()


def required_check(table: TableDef) -> RowCheck:
    """One check a table: what must be there is there. Each row names the columns that it lacks."""
    required = [column.name for column in table.columns if not column.nullable]
    tests = ", ".join(f"case when {name} is null then '{name}' end" for name in required)
    names = {"table": table.name, "tests": tests, "key": ", ".join(table.key)}
    query = Template(sql("queries/check_required")).substitute(names)
    return RowCheck("required", table.name, "critical", f"never null: {', '.join(required)}", query)


def reference_checks(table: TableDef) -> list[RowCheck]:
    """One check a reference: the row that it names is there."""
    found = []
    for column in table.columns:
        if column.reference:
            target, target_column = column.reference
            names = {"table": table.name, "column": column.name, "target": target, "target_column": target_column}
            query = Template(sql("queries/check_reference")).substitute(names, key=", ".join(table.key))
            said = f"{column.name} names a row of {target}"
            whole = target not in _READ
            found.append(RowCheck(f"{column.name}_refers", table.name, "critical", said, query, whole))
    return found


def vocabulary_checks(table: TableDef) -> list[RowCheck]:
    """One check a list of words: each is of the vocabulary."""
    found = []
    for column in table.columns:
        if column.vocabulary and column.is_list:
            words = ", ".join(f"'{word}'" for word in column.vocabulary)
            names = {"table": table.name, "column": column.name, "words": words, "key": ", ".join(table.key)}
            query = Template(sql("queries/check_words")).substitute(names)
            said = f"every {column.name} is of the vocabulary"
            found.append(RowCheck(f"{column.name}_words", table.name, "critical", said, query))
    return found


@cache
def row_checks() -> tuple[RowCheck, ...]:
    """The checks that are written as queries: their first line says the table, the severity and what is expected."""
    found = []
    folder = files("warehouse").joinpath("queries/checks")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".sql"):
            continue
        text = entry.read_text(encoding="utf-8")
        header = _HEADER.match(text.splitlines()[0])
        if header is None:
            raise ValueError(f"{entry.name} does not begin with: -- table | severity | what is expected")
        table, severity, whole, said = header.groups()
        name = entry.name.removesuffix(".sql")
        found.append(RowCheck(name, table, severity, said.rstrip("."), text, whole is not None))
    return tuple(found)


@cache
def vocabularies() -> Mapping[str, tuple[str, ...]]:
    """The words of each vocabulary that a comment may name."""
    found: dict[str, tuple[str, ...]] = {}
    for module in (vocabulary, states, flags, coverage, health):
        for name, value in vars(module).items():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                found[name] = tuple(word.value for word in value)
    return found


def column_def(row: Mapping[str, str]) -> ColumnDef:
    """A column by its name, type and comment."""
    comment = row["comment"] or ""
    words = _VOCABULARY.search(comment)
    reference = _REFERENCE.search(comment)
    return ColumnDef(
        name=row["column_name"],
        type=row["data_type"],
        nullable=bool(_NULLABLE.search(comment)),
        vocabulary=vocabularies()[words.group(1)] if words else (),
        reference=(reference.group(1), reference.group(2)) if reference else None,
    )
