"""Small warehouses for tests: an empty one is a copy of one that the product made, and each works on one thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse import store
from warehouse.store import Store, database_path, open_store

_NAME = "empty_warehouse"
_PREPARED = store._prepared
_CONNECT = duckdb.connect


def copy_instead_of_making(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Let every new warehouse of this process begin as a copy of one in `home`: that takes a tenth of the time.

    A copy then goes the product's own way: its migrations and views are compared with those of this version.
    """

    def copied(new: Store) -> Store:
        if not new.con.execute("select 1 from duckdb_tables() where not internal limit 1").fetchall():
            if not database_path(home).exists():
                with as_made():
                    open_store(home).close()
            (own,) = new.con.execute("select current_database()").fetchone() or ("",)
            new.attach(database_path(home), _NAME)
            new.con.execute(f'copy from database {_NAME} to "{own}"')
            new.detach(_NAME)
        return _PREPARED(new)

    patch.setattr(store, "_prepared", copied)


@contextmanager
def as_made() -> Iterator[None]:
    """Make each new warehouse by all its migrations, as the product does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_prepared", _PREPARED)
        yield


def work_on_one_thread(patch: pytest.MonkeyPatch) -> None:
    """Let each database be opened with one thread: with a few rows a second one has nothing to do, but is woken at
    every statement, which costs a fifth of the time."""

    def connected(database: Any = ":memory:", read_only: bool = False, config: Any = None, **more: Any) -> Any:
        return _CONNECT(database, read_only=read_only, config={"threads": 1} | (config or {}), **more)

    patch.setattr(duckdb, "connect", connected)


@contextmanager
def on_all_threads() -> Iterator[None]:
    """Open databases with as many threads as the product's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb, "connect", _CONNECT)
        yield
