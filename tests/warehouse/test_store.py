"""The schema: migrations, and that everything says what it is."""

from pathlib import Path

import duckdb
import pytest

from tests.empty import as_made, on_all_threads
from warehouse.catalog import definitions
from warehouse.errors import MigrationMismatch, NoSnapshot
from warehouse.store import (
    Store,
    applied,
    database_path,
    marts,
    migrate,
    migrations,
    open_memory,
    open_snapshot,
    open_store,
)


def test_a_new_database_has_every_migration_and_needs_none() -> None:
    """Opening makes the schema; migrating again finds nothing to do."""
    with as_made(), open_memory() as store:
        assert list(applied(store.con)) == [migration.name for migration in migrations()]
        assert migrate(store) == ()


def test_the_empty_warehouses_of_other_tests_are_like_one_that_was_made(tmp_path: Path) -> None:
    """They are copies: the same tables, columns, views and comments in the same order, and the same rows."""
    catalog = (
        "select schema_name, table_name, comment, sql from duckdb_tables() where not internal order by all",
        "select schema_name, view_name, comment, sql from duckdb_views() where not internal order by all",
        "select schema_name, table_name, column_index, column_name, data_type, is_nullable, column_default, comment"
        " from duckdb_columns() where not internal order by all",
        "select name, digest from migration",
        "select * from quality.marts",
    )

    def described(store: Store) -> list[list[tuple[object, ...]]]:
        return [store.con.execute(query).fetchall() for query in catalog]

    with as_made():
        open_store(tmp_path / "made").close()
    with open_store(tmp_path / "made") as made:  # from the file: only what was stored prints a view as stored ones do
        expected = described(made)
    with open_memory() as copied, open_store(tmp_path / "copied") as beside:
        assert described(copied) == described(beside) == expected
    assert all(expected)


def test_making_a_warehouse_leaves_threads_and_plans_as_they_were() -> None:
    """Only the making itself goes in small steps: queries are planned as on any other connection."""
    asked = "explain select a from (select range a, random() b from range(9)) where a > 3"
    with as_made(), on_all_threads(), duckdb.connect() as plain, open_memory() as store:
        for query in (asked, "select current_setting('threads')"):
            assert store.con.execute(query).fetchall() == plain.execute(query).fetchall()
        store.con.execute("pragma disable_optimizer")
        assert store.con.execute(asked).fetchall() != plain.execute(asked).fetchall()


def test_every_table_view_and_column_says_what_it_holds() -> None:
    """A comment stands on every table, on every view, and on every column of both."""
    with open_memory() as store:
        silent = store.con.execute(
            """
            select table_name, column_name from duckdb_columns() c
            where schema_name in ('raw', 'core', 'quality', 'mart') and comment is null
            union all
            select table_name, null from duckdb_tables()
            where schema_name in ('raw', 'core', 'quality') and comment is null
            union all
            select view_name, null from duckdb_views() where schema_name = 'mart' and comment is null
            """
        ).fetchall()

    assert silent == []


def test_every_table_names_its_key_and_every_reference_leads_somewhere() -> None:
    """The comments are complete enough to make checks from."""
    with open_memory() as store:
        tables = {table.name: table for table in definitions(store.con)}

    assert [table.name for table in tables.values() if not table.key] == []
    for table in tables.values():
        columns = {column.name for column in table.columns}
        assert set(table.key) <= columns, table.name
        for column in table.columns:
            if column.reference:
                target, name = column.reference
                assert name in {other.name for other in tables[target].columns}, (table.name, column.name)


def test_a_migration_that_fails_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration and its record are one transaction."""
    good = migrations()
    broken = (*good, type(good[0])("9999_broken", "create table raw.extra (a integer); select nonsense;"))
    monkeypatch.setattr("warehouse.store.migrations", lambda: broken)
    store = None
    with as_made(), pytest.raises(duckdb.Error):
        store = open_memory()
    assert store is None

    monkeypatch.undo()
    with open_memory() as fresh:
        monkeypatch.setattr("warehouse.store.migrations", lambda: broken)
        with pytest.raises(duckdb.Error):
            migrate(fresh)
        assert "9999_broken" not in applied(fresh.con)
        assert fresh.con.execute("select count(*) from duckdb_tables() where table_name = 'extra'").fetchone() == (0,)


def test_a_database_of_a_later_version_is_refused(tmp_path: Path) -> None:
    """An unknown migration means a newer writer: the error names it."""
    with open_store(tmp_path) as store:
        store.con.execute("insert into migration values ('9999_later', 'x', now())")

    with pytest.raises(MigrationMismatch, match="9999_later"):
        open_store(tmp_path)


def test_an_edited_migration_is_noticed(tmp_path: Path) -> None:
    """A migration is never changed once it was applied anywhere."""
    with open_store(tmp_path) as store:
        store.con.execute("update migration set digest = 'other' where name = ?", [migrations()[0].name])

    with pytest.raises(MigrationMismatch, match="edited"):
        open_store(tmp_path)


def test_a_view_whose_text_changed_reaches_homes_that_have_every_migration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Views follow the text of this version, without a migration: changed, new, and gone ones."""
    with open_store(tmp_path):
        pass
    *views, inherited = marts()
    other = "create or replace view mart.{} as select {} as answer; comment on view mart.{} is 'A view.'"
    for answer, name in (("1", "once"), ("2", "once"), ("3", "other")):
        own = (*views, other.format(name, answer, name), inherited)
        monkeypatch.setattr("warehouse.store.marts", lambda own=own: own)
        with open_store(tmp_path) as store:
            assert store.con.execute(f"select answer from mart.{name}").fetchall() == [(int(answer),)]
            held = store.con.execute(
                "select view_name from duckdb_views() where schema_name = 'mart' and view_name in ('once', 'other')"
            ).fetchall()
            assert held == [(name,)]
            assert store.con.execute("select count(*) from mart.meeting").fetchone() == (0,)


def test_views_that_stand_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening a home whose views have this version's text writes nothing."""
    with open_store(tmp_path):
        pass
    made: list[object] = []
    monkeypatch.setattr("warehouse.store.refresh_views", made.append)

    with open_store(tmp_path):
        assert made == []


def test_an_empty_home_says_that_there_is_nothing_to_read(tmp_path: Path) -> None:
    """Readers are told what to do first."""
    with pytest.raises(NoSnapshot, match="nothing to read") as caught:
        open_snapshot(tmp_path)

    assert "liqaa run" in caught.value.advice
    assert not database_path(tmp_path).exists()
