"""Small warehouses for tests: an empty one is a copy of one that the product made, and each works on one thread."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse import store
from warehouse.store import Store, database_path, open_store

_NAME = "other_warehouse"
_PREPARED = store._prepared
_CONNECT = duckdb.connect
_FILE = database_path(Path()).parts


def copy_instead_of_making(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Let every new warehouse of this process begin as a copy of one in `home`: that takes a tenth of the time.

    A copy then goes the product's own way: its migrations and views are compared with those of this version.
    """

    def empty() -> Path:
        if not database_path(home).exists():
            with as_made():
                open_store(home).close()
        return database_path(home)

    def copied(new: Store) -> Store:
        if not new.con.execute("select 1 from duckdb_tables() where not internal limit 1").fetchall():
            _take_over(new, empty())
        return _PREPARED(new)

    patch.setattr(store, "_prepared", copied)
    patch.setattr(duckdb, "connect", _with_one_thread(empty))


def copy_of(home: Path) -> Store:
    """A warehouse in memory with all that a home's closed one holds."""
    new = Store(duckdb.connect(":memory:"))
    _take_over(new, database_path(home))
    return _PREPARED(new)


def _take_over(new: Store, path: Path) -> None:
    (own,) = new.con.execute("select current_database()").fetchone() or ("",)
    new.attach(path, _NAME)
    new.con.execute(f'copy from database {_NAME} to "{own}"')
    new.detach(_NAME)


def _with_one_thread(empty: Callable[[], Path] | None = None) -> Any:
    """Opens databases with one thread; a warehouse's file that is not there yet begins as a copy of an empty one.

    With a few rows a second thread has nothing to do, but is woken at every statement: a fifth of the time.
    """

    def connected(database: Any = ":memory:", read_only: bool = False, config: Any = None, **more: Any) -> Any:
        path = Path(database)
        if empty and not read_only and path.parts[-2:] == _FILE and not path.exists():
            shutil.copyfile(empty(), path)
        return _CONNECT(database, read_only=read_only, config={"threads": 1} | (config or {}), **more)

    return connected


@contextmanager
def as_made() -> Iterator[None]:
    """Make each new warehouse by all its migrations, as the product does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_prepared", _PREPARED)
        patch.setattr(duckdb, "connect", _with_one_thread())
        yield


@contextmanager
def on_all_threads() -> Iterator[None]:
    """Open databases with as many threads as the product's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb, "connect", _CONNECT)
        yield
