"""Empty warehouses for tests: the first is made by the product, each later one is a copy of its tables and views."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from warehouse import store
from warehouse.store import Store, database_path, open_store

_NAME = "empty_warehouse"
_PREPARED = store._prepared


def copy_instead_of_making(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Let every new warehouse of this process begin as a copy of one in `home`: that takes a tenth of the time.

    One in memory works on one thread, one in a file on as many as the product's. A copy then goes the product's own
    way: its migrations and views are compared with those of this version.
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
            if new.home is None:  # a few rows: a second thread has nothing to do, and is woken at every statement
                new.con.execute("set threads = 1")
        return _PREPARED(new)

    patch.setattr(store, "_prepared", copied)


@contextmanager
def as_made() -> Iterator[None]:
    """Make each new warehouse by all its migrations, as the product does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_prepared", _PREPARED)
        yield
