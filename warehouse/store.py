"""Opening the warehouse: the one writer, the readers of the published copy, and the migrations."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any, Self

import duckdb

from warehouse.errors import MigrationMismatch, NoSnapshot

_CHUNK = 500  # rows a JSON parameter: larger ones are slower a row
Row = Mapping[str, Any]


def database_path(home: Path) -> Path:
    """Where the writer's database lies."""
    return home / "warehouse" / "liqaa.duckdb"


def snapshot_path(home: Path) -> Path:
    """The published copy for readers: a link that a publication moves to a new file."""
    return home / "snapshot" / "current.duckdb"


@cache
def sql(name: str) -> str:
    """The text of a query file of the package, e.g. sql("queries/merge")."""
    return files("warehouse").joinpath(f"{name}.sql").read_text(encoding="utf-8")


def named_sql(file: str, /, **names: str) -> str:
    """The text of a query file with the names of tables and columns filled in for $name."""
    return Template(sql(file)).safe_substitute(names)


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema."""

    name: str
    text: str

    @property
    def digest(self) -> str:
        """Hash of its text, so that an edited migration is noticed."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def migrations() -> tuple[Migration, ...]:
    """Every migration of the package, in order."""
    folder = files("warehouse").joinpath("migrations")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return tuple(Migration(entry.name.removesuffix(".sql"), entry.read_text(encoding="utf-8")) for entry in found)


class Store:
    """The writer's connection. Use as a context manager; one at a time in a home (the caller holds the home's lock)."""

    def __init__(self, con: duckdb.DuckDBPyConnection, home: Path | None = None) -> None:
        self.con = con
        self.home = home
        self._columns: dict[str, dict[str, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; a second call does nothing."""
        self.con.close()

    def attach(self, path: Path, name: str) -> None:
        """Make another database readable under a name."""
        self.con.execute(f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as {name} (read_only)")

    def detach(self, name: str) -> None:
        """Let go of a database that was attached."""
        self.con.execute(f"detach {name}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end of the block, rolls back when it raises."""
        self.con.begin()
        try:
            yield
        except BaseException:
            self.con.rollback()
            raise
        self.con.commit()

    def columns(self, table: str) -> dict[str, str]:
        """Names and types of a table's columns, in order."""
        if table not in self._columns:
            found = self.con.execute(sql("queries/columns"), [table]).fetchall()
            self._columns[table] = dict(found)
        return self._columns[table]

    def stage(self, table: str, rows: Iterable[Any], name: str | None = None) -> str:
        """Put rows (dataclasses or mappings; missing keys are null) into a temporary table shaped like `table`.

        Returns:
            The name of the temporary table, emptied before.
        """
        name = name or "stage_" + table.replace(".", "_")
        columns = self.columns(table)
        self.run("queries/stage", staged=name, table=table)
        shape = json.dumps([{column: _json_type(kind) for column, kind in columns.items()}])
        known = [{key: value for key, value in _mapping(row).items() if key in columns} for row in rows]
        for start in range(0, len(known), _CHUNK):
            text = json.dumps(known[start : start + _CHUNK], ensure_ascii=False, default=_plain)
            text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be stored
            self.run("queries/stage_rows", [text, shape], staged=name)
        return name

    def run(self, name: str, parameters: Sequence[Any] | Mapping[str, Any] | None = None, **names: str) -> Any:
        """Run a query file, with the names of tables and columns filled in for $name."""
        text = Template(sql(name)).substitute(names) if names else sql(name)
        return self.con.execute(text, parameters)

    def count(self, name: str, parameters: Sequence[Any] | None = None, **names: str) -> int:
        """Run a statement that changes rows; how many it changed."""
        row = self.run(name, parameters, **names).fetchone()
        return int(row[0]) if row else 0

    def rows(self, name: str, parameters: Sequence[Any] | Mapping[str, Any] | None = None, **names: str) -> list[Row]:
        """The rows that a query file gives, as mappings."""
        return fetch(self.run(name, parameters, **names))


def fetch(result: duckdb.DuckDBPyConnection) -> list[Row]:
    """The rows of a result as mappings."""
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def open_store(home: Path) -> Store:
    """Open a home's database for writing, making it and bringing its schema up to date where needed.

    Raises:
        MigrationMismatch: it was made by a newer version.
    """
    path = database_path(home)
    path.parent.mkdir(parents=True, exist_ok=True)
    return _prepared(Store(duckdb.connect(str(path)), home))


def open_memory() -> Store:
    """A warehouse in memory, for tests and trials."""
    return _prepared(Store(duckdb.connect(":memory:")))


def open_snapshot(home: Path, *, sealed: bool = True) -> duckdb.DuckDBPyConnection:
    """Open the published copy for reading; it stays as it is while open, whatever is published meanwhile.

    Args:
        home: the home.
        sealed: whether statements reach no file; only for our own ones they may.

    Raises:
        NoSnapshot: nothing has been published in this home.
    """
    link = snapshot_path(home)
    if not link.exists():
        raise _nothing(home)
    # The file behind the link: a second connection to the link's own name would see the first one's old file.
    return connect_reader(link.resolve(), sealed=sealed)


def open_private(home: Path) -> duckdb.DuckDBPyConnection:
    """Open the writer's own database for reading, whole articles included; the caller holds the home's lock.

    Raises:
        NoSnapshot: nothing has been read in this home.
    """
    path = database_path(home)
    if not path.exists():
        raise _nothing(home)
    return connect_reader(path)


def _nothing(home: Path) -> NoSnapshot:
    return NoSnapshot(f"There is nothing to read in {home} yet.", advice="Fill it first: liqaa run, or liqaa add FILE.")


def connect_reader(path: Path, *, sealed: bool = True) -> duckdb.DuckDBPyConnection:
    """Open one database file for reading; sealed, statements cannot reach files or the network."""
    con = duckdb.connect(str(path), read_only=True)
    con.execute("set timezone = 'UTC'")
    if sealed:
        con.execute("set enable_external_access = false")
    return con


def applied(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Migrations that this database has, with their hashes; reads only."""
    present = con.execute(sql("queries/has_migration_table")).fetchone()
    if not present or not present[0]:
        return {}
    return dict(con.execute(sql("queries/applied")).fetchall())


def migrate(store: Store) -> tuple[str, ...]:
    """Apply the migrations that are missing, each with its record in one transaction; their names.

    Raises:
        MigrationMismatch: the database knows one that this version does not, or a text has changed since.
    """
    known = {migration.name: migration for migration in migrations()}
    have = applied(store.con)
    for name, digest in have.items():
        if name not in known:
            raise MigrationMismatch(
                f"The warehouse has migration {name}, which this version does not know.",
                advice="Use the version of Liqaa that wrote it, or a later one.",
            )
        if known[name].digest != digest:
            raise MigrationMismatch(f"Migration {name} has been edited since it was applied to this warehouse.")
    missing = tuple(name for name in known if name not in have)
    for name in missing:
        with store.transaction():
            store.con.execute(sql("queries/migration_table"))
            store.con.execute(known[name].text)
            store.con.execute(sql("queries/record_migration"), [name, known[name].digest])
    return missing


def _prepared(store: Store) -> Store:
    try:
        store.con.execute("set timezone = 'UTC'; set enable_progress_bar = false")
        if not applied(store.con):
            with _in_small_steps(store):
                migrate(store)
                refresh_views(store)
        elif migrate(store) or not store.rows("queries/marts_known", {"digest": _digest(marts())})[0]["known"]:
            refresh_views(store)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def _in_small_steps(store: Store) -> Iterator[None]:
    """A thousand statements that touch no rows: threads and better plans would cost each as much as its work."""
    row = store.con.execute("select current_setting('threads')").fetchone()
    store.con.execute("set threads = 1; pragma disable_optimizer")
    yield
    store.con.execute(f"set threads = {row[0] if row else 1}; pragma enable_optimizer")


def marts() -> tuple[str, ...]:
    """The texts of every view for readers, and of the words that their columns take over, in order."""
    folder = files("warehouse").joinpath("marts")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return (*(entry.read_text(encoding="utf-8") for entry in found), sql("queries/inherited_comments"))


def refresh_views(store: Store) -> None:
    """(Re)create every mart: a view has no rows, so it is simply replaced by the text of this version."""
    *views, inherited = marts()
    with store.transaction():
        store.run("queries/marts_empty")
        for text in views:
            store.con.execute(text)
        for row in fetch(store.con.execute(inherited)):
            store.con.execute(row["statement"])
        store.run("queries/marts_made", {"digest": _digest((*views, inherited))})


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _json_type(kind: str) -> Any:
    return [kind[:-2]] if kind.endswith("[]") else kind


def _mapping(row: Any) -> Mapping[str, Any]:
    if is_dataclass(row) and not isinstance(row, type):
        # Not asdict, which copies every value deeply; a row holds plain values only.
        names = [*(entry.name for entry in fields(row)), *(name for name in ("id", "version") if hasattr(row, name))]
        return {name: getattr(row, name) for name in names}
    if isinstance(row, Mapping):
        return row
    raise TypeError(f"{type(row).__name__} is no row")


def _plain(value: Any) -> Any:
    """What JSON has no form of; tuples and words of a vocabulary it writes by itself."""
    if isinstance(value, date):  # a moment too
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} is no value of a row")
